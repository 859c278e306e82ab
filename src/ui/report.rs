//! 报道: one report, with every figure of its text marked and the selected one explained.

use super::dates::date_line;
use super::finding::tally;
use super::inspector::evidence;
use super::leftover::leftover;
use super::markup::{classes, html};
use super::paragraph::unmarked;
use super::passage::{Passage, Stretch, stretches};
use super::quote;
use super::strip::{filters, strip};
use super::{Handle, Same, page_href, words};
use super::{datatable, matrix, zone};
use crate::embed::name as embed;
use crate::library::Entry;
use crate::state::{Action, Page, Place, ReportPlace};
use crate::strings::fill;
use crate::table::{Evidence, Observation};
use crate::text::Span;
use crate::web;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// A text of more passages is laid out where it is looked at alone.
const LONG: usize = 4;

/// The element with the text, by its id.
const TEXT: &str = "reading";

/// What is chosen, from the address.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state.
    pub handle: Handle,
    /// Report, figure and kinds.
    pub place: ReportPlace,
}

/// The page of one report.
#[component]
pub fn ReportPage(props: &Props) -> Html {
    let handle = &props.handle;
    let s = words(handle);
    let selected = handle.figure();
    use_keys(handle, selected.is_some());
    let dispatcher = handle.dispatcher();
    let select = use_callback((), move |start, ()| dispatcher.dispatch(Action::Select(start)));

    let report = handle.report();
    let entry = handle.entry();
    let stretches = entry.map(|entry| stretches(entry)).unwrap_or_default();
    let unmarked = entry.map(|entry| unmarked(entry, &props.place)).unwrap_or_default();
    // A page that was prerendered has all of it.
    let drawn = use_state_eq(|| (!handle.still).then_some(1));
    let drawing = drawn.filter(|count| *count < stretches.len());
    {
        let drawn = drawn.clone();
        use_effect_with((unmarked.clone(), drawing), move |(_, drawing)| {
            web::signal(TEXT, "unmarked");
            let next = drawing.map(|count| Timeout::new(0, move || drawn.set(Some(count + 1))));
            move || drop(next)
        });
    }

    let (Some(report), Some(entry)) = (report, entry) else {
        // It may be one of the reader's own, which come a moment after the others.
        if handle.desk.left > 0 {
            return html! { <header class="rhead"><h1>{ s.reading_kept }</h1></header> };
        }
        return html! {
            <header class="rhead">
                <h1>{ s.no_report }</h1>
                <p class="lede">{ s.no_report_why }</p>
                <p><a href={page_href(handle, Page::Report)}>{ s.all_reports }</a></p>
            </header>
        };
    };
    let figures = &entry.reading.figures;
    let figure = selected.map(|i| &figures[i]);
    let mut evidence: Vec<Span> = figure.map(evidence).unwrap_or_default();
    // What the first check of the figure is computed from is washed like the words that it was linked by.
    let at = selected.map(|figure| Evidence { report, figure });
    let checked = at.and_then(|at| handle.library.findings(at).next());
    let others = checked.iter().flat_map(|finding| &finding.figures);
    let others = others.filter(|other| other.report == report && at != Some(**other));
    evidence.extend(others.map(|other| figures[other.figure].span));
    let at_home = handle.at_home();
    let address = handle.link(Place::Report(ReportPlace {
        id: props.place.id.clone(),
        ..ReportPlace::default()
    }));
    let long = stretches.len() > LONG;
    let passage = |(i, stretch): (usize, Stretch)| {
        let span = stretch.span;
        let here = selected.filter(|_| figure.is_some_and(|figure| span.holds(figure.span)));
        let explaining = here.map(|_| handle.clone());
        let evidence: Vec<Span> = evidence.iter().filter(|e| e.meets(span)).copied().collect();
        let drawn = drawing.is_none_or(|count| i < count) || here.is_some();
        let (library, address, select) = (Same(handle.library.clone()), address.clone(), select.clone());
        yew::html! { <Passage {library} {report} {stretch} {drawn} selected={here} handle={explaining} {evidence} {address} {at_home} {select} /> }
    };
    html! {
        <>
            { head(handle, entry) }
            { filters(handle, report, &props.place) }
            { strip(handle, entry, selected, props.place.kinds, &handle.marked()) }
            <article class={classes(&["rgrid", if long { "long" } else { "" }])} id={TEXT} data-unmarked={(!unmarked.is_empty()).then_some(unmarked)}>
                if figure.is_none() && !figures.is_empty() {
                    <aside class="rail" aria-label={s.inspector}><p class="hint">{ s.hint }</p></aside>
                }
                { for stretches.into_iter().enumerate().map(passage) }
                { leftover(handle, entry) }
            </article>
            if handle.still { { table(handle, report) } }
        </>
    }
}

/// The figures of the report as a table, for readers without the inspector.
fn table(handle: &Handle, report: usize) -> Html {
    let s = words(handle);
    let of_report = |o: &&Observation| o.evidence.iter().any(|e| e.report == report);
    let found: Vec<&Observation> = handle.library.table.iter().filter(of_report).collect();
    let name = |o: &Observation| {
        html! { <>{ matrix::indicator_link(handle, &o.indicator) }<small>{ zone::link(handle, &o.subject) }</small></> }
    };
    html! { <div class="still">{ datatable::table(handle, html! { { s.figures_linked } }, s.indicator, &name, &found) }</div> }
}

/// Headline, origin, what it is known from and damage.
fn head(handle: &Handle, entry: &Entry) -> Html {
    let s = words(handle);
    let report = &entry.report;
    let count = entry.reading.figures.len().to_string();
    // Only web addresses become links: an address is text from outside.
    let url = report
        .url
        .as_ref()
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        <header class="rhead">
            <p class="up"><a href={page_href(handle, Page::Report)}>{ s.all_reports }</a></p>
            <h1 lang="zh-Hans">{ &report.title }</h1>
            <p class="meta">
                if entry.own { <span class="own">{ s.own_report }</span> }
                if let Some(outlet) = &report.outlet { <span lang="zh-Hans">{ outlet }</span> }
                if let Some(author) = &report.author { <span lang="zh-Hans">{ author }</span> }
                if let Some(name) = entry.reading.zone.value.as_deref() { <span>{ zone::link(handle, name) }</span> }
                { date_line(entry, handle.language) }
                <span>{ fill(s.count_figures, &[&count]) }</span>
                if let Some(url) = url { <a href={url.clone()} rel="noreferrer">{ s.original }</a> }
            </p>
            { tally(handle, Some(&report.id)) }
            if let Some(copy) = &report.copy {
                <p class="damage"><b>{ s.copy }</b><span lang="zh-Hans">{ copy }</span></p>
            }
            if let Some(damage) = &report.damage {
                <p class="damage"><b>{ s.damage }</b><span lang="zh-Hans">{ damage }</span></p>
            }
            if !entry.own { { quote::give(handle, &embed::report(&report.id), None) } }
        </header>
    }
}

/// Keys: j or → to the next figure, k or ← to the one before, Escape to none. The focus goes along.
#[hook]
fn use_keys(handle: &Handle, any: bool) {
    let by_key = use_mut_ref(|| true);
    {
        let dispatcher = handle.dispatcher();
        let by_key = by_key.clone();
        use_effect_with(any, move |any| {
            let any = *any;
            let listener = web::listen("keydown", move |event| {
                let Some(key) = web::key(event) else { return };
                if event.default_prevented() || web::typing(event) {
                    return;
                }
                let action = match key.as_str() {
                    "j" | "ArrowRight" => Action::Step(true),
                    "k" | "ArrowLeft" => Action::Step(false),
                    "Escape" if any => Action::Select(None),
                    _ => return,
                };
                event.prevent_default();
                *by_key.borrow_mut() = true;
                dispatcher.dispatch(action);
            });
            move || drop(listener)
        });
    }
    let start = handle
        .entry()
        .zip(handle.figure())
        .map(|(entry, figure)| entry.start(figure));
    let id = handle.entry().map(|entry| entry.report.id.clone());
    use_effect_with((id, start), move |(_, start)| {
        let by_key = by_key.replace(false);
        let Some(start) = start else { return };
        let id = format!("f-{start}");
        if by_key {
            web::focus(&id);
        }
        web::stand(&id);
    });
}
