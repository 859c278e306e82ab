//! 报道: one report, with every figure of its text marked and the selected one explained.

use super::dates::date_line;
use super::finding::{Mark, marks, tally};
use super::inspector::{evidence, inspector};
use super::leftover::leftover;
use super::markup::html;
use super::paragraph::Paragraph;
use super::quote;
use super::shared::Shared;
use super::strip::{filters, strip};
use super::{Handle, page_href, words};
use super::{datatable, matrix, zone};
use crate::embed::name as embed;
use crate::library::Entry;
use crate::state::{Action, Page, ReportPlace};
use crate::strings::fill;
use crate::table::Observation;
use crate::text::Span;
use crate::web;
use std::rc::Rc;
use yew::prelude::*;

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

    let Some(entry) = handle.entry().cloned().map(Shared) else {
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
    let figure = selected.map(|i| &entry.reading.figures[i]);
    let mut evidence: Vec<Span> = figure.map(evidence).unwrap_or_default();
    // What the first check of the figure is computed from is washed like the words that it was linked by.
    let at = handle.library.at(&entry.0, selected.unwrap_or_default());
    let checked = at
        .filter(|_| selected.is_some())
        .and_then(|at| handle.library.findings(at).next());
    let others = checked.iter().flat_map(|finding| &finding.figures);
    let others = others.filter(|other| at.is_some_and(|at| at.report == other.report && at != **other));
    evidence.extend(others.map(|other| entry.reading.figures[other.figure].span));
    let marks = at
        .map(|at| marks(&handle.library.findings, at.report))
        .unwrap_or_default();
    let at_home = handle.at_home();
    let marked = Rc::new(handle.marked());
    let paragraph = |span: Span| {
        let here = selected.filter(|_| figure.is_some_and(|figure| span.holds(figure.span)));
        let evidence: Vec<Span> = evidence.iter().filter(|e| e.meets(span)).copied().collect();
        // Both stand in the order of the text, and a long report has many paragraphs.
        let before = |end: usize| marks.partition_point(|mark| entry.reading.figures[mark.figure].span.start < end);
        let marks: Vec<Mark> = marks[before(span.start)..before(span.end)].to_vec();
        let address = handle.link(crate::state::Place::Report(ReportPlace {
            figure: None,
            ..props.place.clone()
        }));
        html! {
            <>
                { yew::html! { <Paragraph entry={entry.clone()} {span} selected={here} {evidence} marked={marked.clone()} {marks} {address} {at_home} select={select.clone()} /> } }
                if let Some(figure) = here { { inspector(handle, &entry, figure) } }
            </>
        }
    };
    html! {
        <>
            { head(handle, &entry) }
            { filters(handle, &entry, &props.place) }
            { strip(handle, &entry, selected, props.place.kinds, &marked) }
            <article class="rgrid">
                if figure.is_none() && !entry.reading.figures.is_empty() {
                    <aside class="rail" aria-label={s.inspector}><p class="hint">{ s.hint }</p></aside>
                }
                { for entry.reading.clean.paragraphs().into_iter().map(paragraph) }
                { leftover(handle, &entry) }
            </article>
            if handle.still { { figures(handle, &entry) } }
        </>
    }
}

/// The figures of the report as a table, for readers without the inspector.
fn figures(handle: &Handle, entry: &Shared) -> Html {
    let s = words(handle);
    let at = handle.library.entries.iter().position(|e| Rc::ptr_eq(e, &entry.0));
    let of_report = |o: &&Observation| o.evidence.iter().any(|e| Some(e.report) == at);
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
