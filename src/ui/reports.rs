//! 报道, without a report in hand: the list of all, and those that could not be read.

use super::markup::html;
use super::{Handle, href, words, zone};
use crate::library::{Broken, Entry};
use crate::state::{Place, ReportPlace};
use crate::strings::{Strings, fill};
use crate::ui::dates::date_line;
use std::rc::Rc;
use yew::prelude::*;

/// The list of reports: those at hand, then those known from copies alone, by zone.
pub fn reports(handle: &Handle) -> Html {
    let s = words(handle);
    let (at_hand, copies): (Vec<&Rc<Entry>>, Vec<_>) = handle
        .library
        .entries
        .iter()
        .partition(|entry| entry.report.copy.is_none());
    let of_zone = |copies: &[&Rc<Entry>]| {
        html! {
            <section>
                <h3>{ copies.first().and_then(|entry| zone_of(handle, entry)) }</h3>
                <ul>{ for copies.iter().map(|entry| html! {
                    <li><p lang="zh-Hans">{ title(handle, entry) }</p><p class="meta">{ origin(handle, entry) }</p></li>
                }) }</ul>
            </section>
        }
    };
    html! {
        <>
            <header class="rhead"><h1>{ s.report }</h1><p class="lede">{ s.reports_lede }</p></header>
            <ol class="rlist">{ for at_hand.into_iter().map(|entry| item(handle, entry)) }</ol>
            if !copies.is_empty() {
                <section class="sec copies">
                    <header><h2>{ s.copies }</h2><p>{ s.copies_lede }</p></header>
                    { for copies.chunk_by(|a, b| a.reading.zone.value == b.reading.zone.value).map(of_zone) }
                </section>
            }
            { broken(&handle.library.broken, s) }
        </>
    }
}

/// A report in a list.
pub fn item(handle: &Handle, entry: &Entry) -> Html {
    html! {
        <li>
            <h2 lang="zh-Hans">{ title(handle, entry) }</h2>
            <p class="meta">
                if entry.own { <span class="own">{ words(handle).own_report }</span> }
                if let Some(zone) = zone_of(handle, entry) { <span>{ zone }</span> }
                { origin(handle, entry) }
            </p>
        </li>
    }
}

/// The zone that a report is about.
fn zone_of(handle: &Handle, entry: &Entry) -> Option<Html> {
    let zone = entry.reading.zone.value.as_deref();
    zone.map(|zone| zone::link(handle, zone))
}

/// A report's headline, which leads to its text.
fn title(handle: &Handle, entry: &Entry) -> Html {
    let place = Place::Report(ReportPlace {
        id: entry.report.id.clone(),
        ..ReportPlace::default()
    });
    html! { <a href={href(handle, place)}>{ &entry.report.title }</a> }
}

/// Who published a report, when, and how many figures it has.
fn origin(handle: &Handle, entry: &Entry) -> Html {
    let figures = fill(words(handle).count_figures, &[&entry.reading.figures.len().to_string()]);
    html! {
        <>
            if let Some(outlet) = &entry.report.outlet { <span lang="zh-Hans">{ outlet }</span> }
            { date_line(entry, handle.language) }
            <span>{ figures }</span>
        </>
    }
}

/// The reports that could not be read, each with its place and the reason.
pub fn broken(broken: &[Broken], s: &Strings) -> Html {
    if broken.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sec trouble">
            <header><h2>{ s.broken }</h2></header>
            <ul>{ for broken.iter().map(|b| html! {
                <li><b>{ format!("{}.md", b.name) }</b>{ fill(s.broken_at, &[&b.line.to_string(), &b.reason]) }</li>
            }) }</ul>
        </section>
    }
}
