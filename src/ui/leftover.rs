//! What was left out of a report: passages that were cut, numerals that are no figures, figures that could not be linked.

use super::markup::html;
use super::{Handle, href, words};
use crate::figure::Figure;
use crate::library::Entry;
use crate::state::{Place, ReportPlace};
use crate::strings::fill;
use crate::text::CutReason;
use yew::prelude::*;

/// Most passages shown of each sort.
const MOST: usize = 60;

/// Longest passage shown, in characters.
const LONGEST: usize = 240;

/// The section at a report's end.
pub fn leftover(handle: &Handle, entry: &Entry) -> Html {
    let s = words(handle);
    let parts = [cuts(handle, entry), skipped(handle, entry), unlinked(handle, entry)];
    html! {
        <section class="cut" aria-label={s.leftover}>
            <h2>{ s.leftover }</h2>
            { for parts }
        </section>
    }
}

fn cuts(handle: &Handle, entry: &Entry) -> Html {
    let s = words(handle);
    let cuts = &entry.reading.clean.cuts;
    let reasons = [
        CutReason::Markup,
        CutReason::Chrome,
        CutReason::Caption,
        CutReason::Repeat,
        CutReason::Annotation,
    ];
    let counts = reasons.into_iter().filter_map(|why| {
        let count = cuts.iter().filter(|cut| cut.why == why).count();
        (count > 0).then(|| fill(s.cut_count, &[s.cut(why), &count.to_string()]))
    });
    let counts: Vec<String> = counts.collect();
    let passages = cuts.iter().filter_map(|cut| {
        let text = entry.report.text.get(cut.raw.clone())?.trim();
        (!text.is_empty())
            .then(|| html! { <li><small>{ s.cut(cut.why) }</small><q lang="zh-Hans">{ short(text) }</q></li> })
    });
    folded(s.cut_title, counts.join(s.comma), passages.collect(), s.cut_none)
}

fn skipped(handle: &Handle, entry: &Entry) -> Html {
    let s = words(handle);
    let clean = &entry.reading.clean;
    let items = entry.reading.skipped.iter().map(|skipped| {
        html! { <li><small>{ s.skipped(skipped.why) }</small><q lang="zh-Hans">{ clean.slice(skipped.span) }</q></li> }
    });
    let items: Vec<Html> = items.collect();
    folded(
        s.skipped_title,
        fill(s.count_numerals, &[&items.len().to_string()]),
        items,
        s.skipped_none,
    )
}

fn unlinked(handle: &Handle, entry: &Entry) -> Html {
    let s = words(handle);
    let clean = &entry.reading.clean;
    let open = entry.reading.figures.iter().enumerate().filter_map(|(i, figure)| {
        let missing = [
            (figure.indicator.value.is_none(), s.indicator),
            (figure.subject.value.is_none(), s.subject),
            (figure.period.value.is_none(), s.period),
        ];
        let missing: Vec<&str> = missing
            .iter()
            .filter(|(open, _)| *open)
            .map(|(_, name)| *name)
            .collect();
        (!missing.is_empty()).then_some((i, figure, missing))
    });
    let open: Vec<_> = open.collect();
    let count = open.len();
    let item = |(i, figure, missing): (usize, &Figure, Vec<&str>)| {
        let place = Place::Report(ReportPlace {
            id: entry.report.id.clone(),
            figure: Some(entry.start(i)),
            ..ReportPlace::default()
        });
        let small = fill(s.missing, &[&missing.join(s.comma)]);
        html! { <li><small>{ small }</small><a href={href(handle, place)} lang="zh-Hans">{ clean.slice(figure.span) }</a></li> }
    };
    folded(
        s.unlinked_title,
        fill(s.count_figures, &[&count.to_string()]),
        open.into_iter().take(MOST).map(item).collect(),
        s.unlinked_none,
    )
}

/// A line that says how much, and unfolds to show what.
fn folded(title: &str, summary: String, items: Vec<Html>, none: &str) -> Html {
    if items.is_empty() {
        return html! { <p><b>{ title }</b>{ none }</p> };
    }
    html! {
        <details>
            <summary><b>{ title }</b>{ summary }</summary>
            <ul>{ for items.into_iter().take(MOST) }</ul>
        </details>
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
