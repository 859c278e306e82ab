//! A development zone: what does not add up about it, its charts, all that is stated of it, and the reports that state it. And the list of all.

use super::finding::line;
use super::markup::html;
use super::matrix::indicator_link;
use super::plot::Table;
use super::{Handle, datatable, href, names, overview, page_href, reports, words};
use crate::chart::highlights;
use crate::check::Finding;
use crate::order::sort_by_key;
use crate::state::{Page, Place};
use crate::strings::fill;
use crate::table::Observation;
use crate::table::catalogue::catalogue;
use crate::table::matrix::{is_zone, recency};
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// How many charts are shown, and how many findings.
const CHARTS: usize = 4;
const FINDINGS: usize = 12;

/// The name of a subject, with a link to its page where it is a zone.
pub fn link(handle: &Handle, name: &str) -> Html {
    let shown = names::subject(name, handle.language);
    match is_zone(name) {
        true => html! { <a href={href(handle, Place::Zone(name.to_owned()))}>{ shown }</a> },
        false => shown,
    }
}

/// The page of a zone; without a name, of all.
pub fn zone(handle: &Handle, name: &str) -> Html {
    if name.is_empty() {
        return list(handle);
    }
    let s = words(handle);
    let library = &handle.library;
    let of_zone = |o: &&Observation| o.subject == name;
    let table: Vec<Observation> = library.table.iter().filter(of_zone).cloned().collect();
    let table = Table(Rc::new(table));
    let picks = highlights(&table.0, CHARTS);
    let readings = library.readings();
    let about = |f: &&Finding| {
        let mut figures = f.figures.iter().filter_map(|at| library.evidence(*at));
        figures.any(|(_, figure)| figure.subject.value.as_deref() == Some(name))
    };
    let findings = library.findings.iter().filter(about).take(FINDINGS);
    let findings: Vec<Html> = findings.map(|f| line(handle, f, &readings)).collect();
    let on_it = |report: &usize| table.0.iter().any(|o| o.evidence.iter().any(|e| e.report == *report));
    let on_it = (0..library.entries.len()).filter(on_it);
    let on_it: Vec<Html> = on_it.map(|i| reports::item(handle, &library.entries[i])).collect();
    html! {
        <>
            <header class="rhead">
                <p class="up"><a href={page_href(handle, Page::Zone)}>{ s.zone_list }</a></p>
                <h1>{ names::subject(name, handle.language) }</h1>
                if table.0.is_empty() { <p class="lede">{ s.no_zone }</p> } else { <p class="meta"><span>{ count(handle, name) }</span></p> }
            </header>
            if !findings.is_empty() {
                <section class="sec"><header><h2>{ s.check_title }</h2></header><ul class="morefinds">{ for findings }</ul></section>
            }
            if !picks.is_empty() {
                <section class="sec"><header><h2>{ s.charts_title }</h2></header>
                    { overview::figures(handle, &picks, &table) }
                </section>
            }
            if !table.0.is_empty() {
                <section class="sec">{ values(handle, &table.0) }</section>
                <section class="sec"><header><h2>{ s.zone_reports }</h2></header><ol class="rlist">{ for on_it }</ol></section>
            }
        </>
    }
}

/// All that is stated of a zone: the indicators in the order of the charts' page, the latest of each first.
fn values(handle: &Handle, observations: &[Observation]) -> Html {
    let s = words(handle);
    let items = catalogue(observations);
    let mut rows: Vec<&Observation> = observations.iter().collect();
    sort_by_key(&mut rows, |o| {
        (
            items.iter().position(|item| item.indicator == o.indicator),
            Reverse(recency(o.period)),
        )
    });
    let name = |o: &Observation| indicator_link(handle, &o.indicator);
    datatable::table(handle, html! { { s.zone_figures } }, s.indicator, &name, &rows)
}

/// How many figures are stated of a zone.
fn count(handle: &Handle, name: &str) -> String {
    let figures = handle.library.table.iter().filter(|o| o.subject == name);
    let figures: usize = figures.map(|o| o.evidence.len()).sum();
    fill(words(handle).count_figures, &[&figures.to_string()])
}

/// The zones that the reports state something of.
fn list(handle: &Handle) -> Html {
    let s = words(handle);
    let mut zones: Vec<&str> = handle.library.table.iter().map(|o| o.subject.as_str()).collect();
    zones.retain(|name| is_zone(name));
    crate::order::distinct(&mut zones);
    let item = |name: &str| html! { <li>{ link(handle, name) }<small>{ count(handle, name) }</small></li> };
    html! {
        <>
            <header class="rhead"><h1>{ s.zone_list }</h1><p class="lede">{ s.zones_lede }</p></header>
            <ul class="every">{ for zones.into_iter().map(item) }</ul>
        </>
    }
}
