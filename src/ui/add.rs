//! 添加: articles pasted or chosen as files, read here and joined to every page; they stay in this browser.

use super::arrivals::arrivals;
use super::markup::html;
use super::own::own;
use super::{Handle, words};
use crate::find::dateline::dateline;
use crate::intake::{Record, headline};
use crate::state::{Action, Draft, Own, State};
use crate::strings::{Strings, fill};
use crate::web;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What the file dialog offers; what a file really is shows when it is opened.
const KINDS: &str = ".txt,.html,.htm,.md,.docx,.pdf,.json";

/// The page. Files are opened by `www/add.js`, which hears of them by itself.
pub fn add(handle: &Handle) -> Html {
    let s = words(handle);
    let draft = &handle.desk.draft;
    let edit = {
        let app = handle.dispatcher();
        Callback::from(move |draft| app.dispatch(Action::Own(Own::Type(draft))))
    };
    let paste = {
        let (app, draft) = (handle.dispatcher(), draft.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut record = Record::default();
            record[8] = draft.text.clone();
            give(&app, record, &draft);
        })
    };
    let text = {
        let (edit, draft) = (edit.clone(), draft.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                let mut next = draft.clone();
                next.text = area.value();
                edit.emit(next);
            }
        })
    };
    html! {
        <>
            <header class="rhead"><h1>{ s.add_title }</h1><p class="lede">{ s.add_lede }</p>if handle.still { <p class="still damage">{ s.needs_scripts }</p> }</header>
            <div class="addgrid">
                <form class="form" onsubmit={paste}>
                    <h2>{ s.paste_title }</h2>
                    <label for="text">{ s.text_label }</label>
                    <textarea id="text" rows="12" lang="zh" value={draft.text.clone()} oninput={text} />
                    { fields(s, "", draft, edit) }
                    <p class="acts"><button type="submit" id="read" class="btn on">{ s.read_now }</button></p>
                </form>
                <div class="form">
                    <h2>{ s.files_title }</h2>
                    <input id="files" class="sr" type="file" multiple={true} accept={KINDS} />
                    <label for="files" class="drop">{ s.files_label }</label>
                    <input id="folder" class="sr" type="file" multiple={true} webkitdirectory={true} />
                    <label for="folder" class="btn">{ s.folder_label }</label>
                    <p class="muted">{ s.files_note }</p>
                </div>
            </div>
            { arrivals(s, &handle.desk) }
            { own(handle) }
        </>
    }
}

/// Has a record read with the particulars of a draft.
pub fn give(app: &UseReducerDispatcher<State>, mut record: Record, draft: &Draft) {
    for (i, field) in [(0, &draft.title), (1, &draft.outlet), (3, &draft.date)] {
        record[i].clone_from(field);
    }
    app.dispatch(Action::Own(Own::Reading(1, 1, draft.title.clone())));
    web::give(&record, &draft.title);
}

/// The particulars of an article, with what its text suggests where nothing is typed. Those of a new one live in the state, so that neither an
/// error nor a look at another page loses them. The names of the fields begin with `prefix`.
pub fn fields(s: &Strings, prefix: &str, draft: &Draft, change: Callback<Draft>) -> Html {
    let edit = |set: fn(&mut Draft) -> &mut String| {
        let (change, draft) = (change.clone(), draft.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let mut next = draft.clone();
                *set(&mut next) = input.value();
                change.emit(next);
            }
        })
    };
    let id = |name: &str| [prefix, name].concat();
    let guess = dateline(&draft.text).map(|(date, _)| date.to_string());
    let note = match guess {
        Some(date) => fill(s.date_guess, &[&date]),
        None => s.date_note.to_owned(),
    };
    html! {
        <>
            <div class="particulars">
                <div><label for={id("title")}>{ s.title_label }</label>
                    <input id={id("title")} type="text" lang="zh" value={draft.title.clone()} placeholder={headline(&draft.text).to_owned()} oninput={edit(|draft| &mut draft.title)} /></div>
                <div><label for={id("outlet")}>{ s.outlet_label }</label>
                    <input id={id("outlet")} type="text" lang="zh" value={draft.outlet.clone()} oninput={edit(|draft| &mut draft.outlet)} /></div>
                <div><label for={id("date")}>{ s.date_label }</label>
                    <input id={id("date")} type="date" value={draft.date.clone()} aria-describedby={id("date-note")} oninput={edit(|draft| &mut draft.date)} /></div>
            </div>
            <p class="muted" id={id("date-note")}>{ note }</p>
        </>
    }
}
