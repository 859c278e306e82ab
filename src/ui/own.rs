//! The reader's own reports: each can be renamed and removed, all of them taken away as one file and brought back.

use super::add::{fields, give};
use super::dates::date_line;
use super::markup::html;
use super::{Handle, href, words};
use crate::intake::record;
use crate::library::Entry;
use crate::state::{Action, Draft, Own, Place, ReportPlace};
use crate::strings::fill;
use crate::web;
use std::rc::Rc;
use yew::prelude::*;

/// Where the focus goes when the button that had it is gone.
const TITLE: &str = "own-title";

/// The section of the page 添加.
pub fn own(handle: &Handle) -> Html {
    let s = words(handle);
    let own: Vec<&Rc<Entry>> = handle.library.own().collect();
    let clearing = handle.desk.clearing && !own.is_empty();
    let note = if handle.desk.fleeting {
        s.own_fleeting
    } else {
        s.own_note
    };
    html! {
        <section class="sec" id="own">
            <header><h2 id={TITLE} tabindex="-1">{ s.own_title }</h2><p>{ note }</p></header>
            if own.is_empty() {
                <p class="muted">{ s.own_none }</p>
            } else {
                <ul class="ownlist">{ for own.iter().map(|entry| item(handle, entry)) }</ul>
            }
            <p class="acts">
                if !own.is_empty() { <button type="button" class="btn" data-own="export">{ s.own_export }</button> }
                <button type="button" class="btn" data-own="import">{ s.own_import }</button>
                if !own.is_empty() { <button type="button" class="btn" id="clear" aria-expanded={clearing.to_string()} onclick={acts(handle, None, move || Own::Clear(!clearing))}>{ s.own_clear }</button> }
            </p>
            if clearing {
                <p class="acts sure" role="alert">
                    <span>{ fill(s.own_sure, &[&own.len().to_string()]) }</span>
                    <button type="button" class="btn" data-own="clear" onclick={acts(handle, Some(TITLE), || Own::Remove(None))}>{ s.own_confirm }</button>
                    <button type="button" class="btn" onclick={acts(handle, Some(TITLE), || Own::Clear(false))}>{ s.own_keep }</button>
                </p>
            }
        </section>
    }
}

/// What a button does, and where the focus goes if the button is gone then.
fn acts(handle: &Handle, focus: Option<&'static str>, own: impl Fn() -> Own + 'static) -> Callback<MouseEvent> {
    let app = handle.dispatcher();
    // One code for all of them.
    let own: Box<dyn Fn() -> Own> = Box::new(own);
    Callback::from(move |_| {
        app.dispatch(Action::Own(own()));
        if let Some(id) = focus {
            web::focus(id);
        }
    })
}

fn item(handle: &Handle, entry: &Rc<Entry>) -> Html {
    let s = words(handle);
    let report = &entry.report;
    let id = &report.id;
    let editing = handle.desk.editing.as_ref().filter(|(edited, _)| edited == id);
    let place = Place::Report(ReportPlace {
        id: id.clone(),
        ..ReportPlace::default()
    });
    let edit = {
        let (entry, open) = (entry.clone(), editing.is_some());
        move || Own::Edit((!open).then(|| (entry.report.id.clone(), draft_of(&entry))))
    };
    let remove = {
        let id = id.clone();
        move || Own::Remove(Some(id.clone()))
    };
    let title = &report.title;
    html! {
        <li>
            <a href={href(handle, place)} lang="zh">{ title }</a>
            <span class="meta">
                if let Some(outlet) = &report.outlet { <span lang="zh">{ outlet }</span> }
                { date_line(entry, handle.language) }
                <span>{ fill(s.count_figures, &[&entry.reading.figures.len().to_string()]) }</span>
            </span>
            <span class="acts">
                <button type="button" class="btn" id={["edit-", id].concat()} aria-expanded={editing.is_some().to_string()} aria-label={fill(s.edit_this, &[title])} onclick={acts(handle, None, edit)}>{ s.edit }</button>
                <button type="button" class="btn" data-remove={id.clone()} aria-label={fill(s.remove_this, &[title])} onclick={acts(handle, Some(TITLE), remove)}>{ s.remove }</button>
            </span>
            if let Some((_, draft)) = editing { { form(handle, entry, draft) } }
        </li>
    }
}

fn draft_of(entry: &Entry) -> Draft {
    let [title, outlet, _, date, .., text] = record(&entry.report);
    Draft {
        title,
        outlet,
        date,
        text,
    }
}

/// The particulars of a report to be changed. It is read anew with them: what 今年 means depends on its date.
fn form(handle: &Handle, entry: &Rc<Entry>, draft: &Draft) -> Html {
    let s = words(handle);
    let change = {
        let (app, id) = (handle.dispatcher(), entry.report.id.clone());
        Callback::from(move |draft| app.dispatch(Action::Own(Own::Edit(Some((id.clone(), draft))))))
    };
    let save = {
        let (app, entry, draft) = (handle.dispatcher(), entry.clone(), draft.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            give(&app, record(&entry.report), &draft);
            app.dispatch(Action::Own(Own::Edit(None)));
            web::focus(&["edit-", &entry.report.id].concat());
        })
    };
    html! {
        <form class="form" onsubmit={save}>
            { fields(s, "edit-", draft, change) }
            <p class="acts"><button type="submit" class="btn on">{ s.save_changes }</button></p>
        </form>
    }
}
