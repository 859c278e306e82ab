//! 报道, without a report in hand: the list of all, and those that could not be read.

use super::markup::html;
use super::{Handle, href, words};
use crate::library::{Broken, Entry};
use crate::state::{Place, ReportPlace};
use crate::strings::{Strings, fill};
use crate::ui::dates::date_line;
use crate::ui::names::subject;
use yew::prelude::*;

/// The list of reports.
pub fn reports(handle: &Handle) -> Html {
    let s = words(handle);
    let item = |entry: &Entry| {
        let place = Place::Report(ReportPlace {
            id: entry.report.id.clone(),
            ..ReportPlace::default()
        });
        let zone = entry
            .reading
            .zone
            .value
            .as_deref()
            .map(|zone| subject(zone, handle.language));
        let figures = fill(s.count_figures, &[&entry.reading.figures.len().to_string()]);
        html! {
            <li>
                <h2 lang="zh-Hans"><a href={href(handle, place)}>{ &entry.report.title }</a></h2>
                <p class="meta">
                    if entry.own { <span class="own">{ s.own_report }</span> }
                    if let Some(zone) = zone { <span>{ zone }</span> }
                    if let Some(outlet) = &entry.report.outlet { <span lang="zh-Hans">{ outlet }</span> }
                    { date_line(entry, handle.language) }
                    <span>{ figures }</span>
                </p>
            </li>
        }
    };
    html! {
        <>
            <header class="rhead"><h1>{ s.report }</h1><p class="lede">{ s.reports_lede }</p></header>
            <ol class="rlist">{ for handle.library.entries.iter().map(|entry| item(entry)) }</ol>
            { broken(&handle.library.broken, s) }
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
