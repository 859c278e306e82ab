//! 图表: a question about one indicator, and its answer as a chart, as a table and as the sentences behind it.

use super::ask::{Asked, ask, chip};
use super::dates::date_line;
use super::markup::html;
use super::matrix::indicator_link;
use super::plot::{Plot, Table};
use super::{Handle, datatable, href, names, page_href, quote, save, words, zone};
use crate::chart::canvas::USUAL;
use crate::chart::{Chart, Form, Question, asked as is_asked, behind, chart, forms};
use crate::embed::{FEWEST, name as embed};
use crate::order::distinct;
use crate::state::{Action, ExplorePlace, Page, PeriodGroup, Place, ReportPlace, View};
use crate::strings::fill;
use crate::table::catalogue::{Item, near};
use crate::table::{Evidence, Observation};
use crate::web;
use std::rc::Rc;
use yew::prelude::*;

/// Most near indicators that are named.
const NEAR: usize = 6;

/// The page, for what the address chooses.
pub fn explore(handle: &Handle, place: &ExplorePlace) -> Html {
    let s = words(handle);
    let table = &handle.library.table;
    let items = handle.library.catalogue();
    let first = || items.first().map(|item| item.indicator.clone());
    let indicator = place
        .indicator
        .as_deref()
        .map(|name| called(name, items))
        .or_else(first);
    let Some(indicator) = indicator else {
        return html! { <header class="rhead"><h1>{ s.explore }</h1><p class="lede">{ s.nothing_to_chart }</p></header> };
    };
    let asked = Asked {
        indicator: indicator.clone(),
        zones: place.zones.clone(),
        period: place.period,
    };
    let mut question = Question {
        indicator: indicator.clone(),
        subjects: place.zones.clone(),
        ..Question::default()
    };
    let group = |o: &Observation| PeriodGroup::of(o.period.map(|p| p.class()));
    let fitting = |group_asked: PeriodGroup| table.iter().any(|o| is_asked(&question, o) && group(o) == group_asked);
    // What there is of other periods, each of which says so, serves better than nothing.
    let other = place.period.filter(|period| !fitting(*period));
    if let Some(period) = place.period.filter(|_| other.is_none()) {
        let here = table.iter().filter(|o| group(o) == period);
        question.classes = here.map(|o| o.period.map(|p| p.class())).collect();
        distinct(&mut question.classes);
    }
    let forms = forms(&question, table);
    // A form that an address asks for may not fit.
    let form = place
        .form
        .filter(|form| forms.contains(form))
        .or(forms.first().copied());
    question.form = form.unwrap_or_default();
    // Headline, subtitle and what it rests on are the same at every width.
    let drawn = form.and_then(|_| chart(&question, table, USUAL, handle.language));
    let shown = Rc::new(behind(&question, table, drawn.as_ref()));
    let instead = other.filter(|_| !shown.is_empty());
    let instead = instead.map(|group| fill(s.other_periods, &[s.period_group(group)]));
    let sources: Vec<Evidence> = shown.iter().flat_map(|o| o.evidence.iter().copied()).collect();
    let still = (handle.still && place.view == View::Chart).then(|| values(handle, &indicator, &shown));
    let name = names::indicator(&indicator, handle.language);
    let give = give(handle, &indicator, place);
    let files = save::links(handle, &indicator, &shown, place.view == View::Chart);
    let panel = match (place.view, &drawn) {
        (View::Chart, Some(drawn)) => stage(handle, &question, drawn, &forms, &near(&indicator, items, NEAR)),
        (View::Table, _) => values(handle, &indicator, &shown),
        (View::Sources, _) if !sources.is_empty() => {
            html! { <ul class="sources">{ for sources.iter().map(|e| html! { <li>{ quote::quote(handle, *e) }</li> }) }</ul> }
        }
        _ => html! { <p class="lede">{ s.nothing_fits }</p> },
    };
    html! {
        <>
            <h1 class="sr">{ s.explore }{ s.colon }{ name }</h1>
            { ask(handle, &asked, items) }
            { tabs(handle, place.view, sources.len()) }
            if let Some(instead) = instead { <p class="lede" role="status">{ instead }</p> }
            <div id="panel" role="tabpanel" aria-labelledby={tab_id(place.view)} tabindex="0">{ panel }</div>
            if !sources.is_empty() { { origin(handle, &sources) }{ give } }
            { files }
            if still.is_some() { <div class="still">{ still }<p class="more"><a href={page_href(handle, Page::Explore)}>{ s.all_indicators }</a></p></div> }
            if place.indicator.is_none() { { every(handle, items) } }
        </>
    }
}

/// Where the figures come from: the reports, each under its outlet and with its date.
fn origin(handle: &Handle, sources: &[Evidence]) -> Html {
    let mut reports: Vec<usize> = sources.iter().map(|at| at.report).collect();
    distinct(&mut reports);
    let report = |at: usize| {
        let entry = handle.library.entries.get(at)?;
        let place = Place::Report(ReportPlace {
            id: entry.report.id.clone(),
            ..ReportPlace::default()
        });
        let name = entry.report.outlet.as_ref().unwrap_or(&entry.report.title);
        Some(
            html! { <span><a href={href(handle, place)} lang="zh-Hans">{ name }</a>{ date_line(entry, handle.language) }</span> },
        )
    };
    html! { <p class="meta origin">{ words(handle).origin }{ for reports.into_iter().filter_map(report) }</p> }
}

/// The indicator of a name, which may be that of its embeds.
fn called(name: &str, items: &[Item]) -> String {
    let mut indicators = items.iter().map(|item| &item.indicator);
    let found = indicators.find(|indicator| name.starts_with("indicator-") && embed::indicator(indicator) == name);
    found.cloned().unwrap_or_else(|| name.to_owned())
}

/// The way to the embed of what is asked for: a document of its own for all that is known of an indicator, the app for a choice of it and for
/// what has no document.
fn give(handle: &Handle, indicator: &str, place: &ExplorePlace) -> Html {
    let name = embed::indicator(indicator);
    let library = &handle.library;
    let built_in = |o: &&Observation| {
        let mut entries = o.evidence.iter().filter_map(|e| library.entries.get(e.report));
        o.indicator == indicator && entries.any(|entry| !entry.own)
    };
    let document = library.table.iter().filter(built_in).count() >= FEWEST;
    if document && place.zones.is_empty() && place.period.is_none() && place.form.is_none() {
        return quote::give(handle, &name, None);
    }
    let place = Place::Explore(ExplorePlace {
        indicator: Some(indicator.to_owned()),
        view: View::Chart,
        ..place.clone()
    });
    quote::give(handle, &name, Some(&handle.link(place).print()))
}

/// The values as a table. What is stated under another indicator says so.
fn values(handle: &Handle, indicator: &str, shown: &[Observation]) -> Html {
    let name = |o: &Observation| {
        let other = o.indicator != indicator;
        let other = other.then(|| html! { <small>{ names::indicator(&o.indicator, handle.language) }</small> });
        html! { { zone::link(handle, &o.subject) }{ other } }
    };
    let caption = names::indicator(indicator, handle.language);
    datatable::table(
        handle,
        caption,
        words(handle).subject,
        &name,
        &shown.iter().collect::<Vec<_>>(),
    )
}

/// Every indicator, with a link to its page.
fn every(handle: &Handle, items: &[Item]) -> Html {
    let item = |item: &Item| {
        html! { <li>{ indicator_link(handle, &item.indicator) }<small>{ item.observations }</small></li> }
    };
    html! {
        <section class="sec">
            <header><h2>{ words(handle).all_indicators }</h2></header>
            <ul class="every">{ for items.iter().map(item) }</ul>
        </section>
    }
}

fn tab_id(view: View) -> String {
    format!("tab-{}", view.code())
}

/// The tabs: one stop, arrow keys between them.
fn tabs(handle: &Handle, view: View, sources: usize) -> Html {
    let s = words(handle);
    let at = View::ALL.iter().position(|v| *v == view).unwrap_or_default();
    let dispatcher = handle.dispatcher();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let count = View::ALL.len();
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % count,
            "ArrowLeft" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        dispatcher.dispatch(Action::View(View::ALL[next]));
        web::focus(&tab_id(View::ALL[next]));
    });
    let tab = |v: View| {
        let dispatcher = handle.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::View(v)));
        html! {
            <button type="button" role="tab" id={tab_id(v)} aria-controls="panel" aria-selected={(v == view).to_string()}
                tabindex={if v == view { "0" } else { "-1" }} onclick={onclick}>
                { s.view(v) }if v == View::Sources { <small>{ sources }</small> }
            </button>
        }
    };
    html! { <div class="tabs" role="tablist" aria-label={s.views} onkeydown={onkeydown}>{ for View::ALL.into_iter().map(tab) }</div> }
}

/// The chart under its headline, the choice of its form, and how to read it.
fn stage(handle: &Handle, question: &Question, drawn: &Chart, forms: &[Form], near: &[String]) -> Html {
    let s = words(handle);
    let form = |form: &Form| {
        let on = *form == question.form;
        chip(handle, html! { { s.form(*form) } }, "", on, Action::Form(*form))
    };
    html! {
        <section class="stage">
            <div class="cw">
                <h2>{ names::headline(&drawn.headline, handle.language) }</h2>
                <p class="sub">{ names::mixed(&drawn.subtitle, handle.language) }</p>
                if forms.len() > 1 {
                    <div class="row" role="group" aria-label={s.form} id="forms">{ for forms.iter().map(form) }</div>
                }
                { yew::html! { <Plot handle={handle.clone()} question={question.clone()} table={Table(handle.library.table.clone())} id="chart" /> } }
            </div>
            <div class="side">
                <p class="tip-hint">{ s.point_at }</p>
                { notes(handle, near) }
            </div>
        </section>
    }
}

fn notes(handle: &Handle, near: &[String]) -> Html {
    let s = words(handle);
    let link = |name: &String| html! { <li>{ indicator_link(handle, name) }</li> };
    html! {
        <aside class="aside" aria-label={s.how_to_read}>
            <h3>{ s.how_to_read }</h3>
            <ul>
                <li><i class="hx"></i>{ s.note_hatch }</li>
                <li>{ s.note_bound }</li>
                <li>{ s.note_blank }</li>
            </ul>
            if !near.is_empty() {
                <h3>{ s.near_but_not_same }</h3>
                <ul>{ for near.iter().map(link) }</ul>
            }
            <p class="muted small">{ fill(s.chart_is_table, &[s.view_table]) }</p>
        </aside>
    }
}
