//! A sentence of a report as evidence: the figure washed, and the way there.

use super::markup::html;
use super::{Handle, href, names, words};
use crate::library::Entry;
use crate::state::{Place, ReportPlace};
use crate::table::Evidence;
use crate::text::Span;
use crate::words::period_words;
use yew::prelude::*;

/// Longest quotation on either side of the figure, in characters.
const REACH: usize = 70;

/// The place of a figure in its report.
pub fn place(handle: &Handle, evidence: Evidence) -> Option<Place> {
    let (entry, _) = handle.library.evidence(evidence)?;
    Some(Place::Report(ReportPlace {
        id: entry.report.id.clone(),
        figure: Some(entry.start(evidence.figure)),
        ..ReportPlace::default()
    }))
}

/// The sentence of a figure, whom and when it is about, and a link to it.
pub fn quote(handle: &Handle, evidence: Evidence) -> Html {
    let s = words(handle);
    let Some((entry, figure)) = handle.library.evidence(evidence) else {
        return Html::default();
    };
    let clean = &entry.reading.clean;
    let shown = clipped(entry, figure.span);
    let sentence = entry.sentence(figure.span);
    let ellipsis = |cut: bool| if cut { "…" } else { "" };
    let before = clean.slice(Span::new(shown.start, figure.span.start));
    let after = clean.slice(Span::new(figure.span.end, shown.end));
    let subject = figure
        .subject
        .value
        .as_deref()
        .map(|name| names::subject(name, handle.language));
    let period = period_words(figure.period.value, handle.language);
    let link = place(handle, evidence).map(|place| href(handle, place));
    html! {
        <blockquote class="q">
            <p lang="zh-Hans">
                { ellipsis(shown.start > sentence.start) }{ before.trim_start() }
                <mark class={figure.kind.code()}>{ clean.slice(figure.span) }</mark>
                { after.trim_end() }{ ellipsis(shown.end < sentence.end) }
            </p>
            <footer>
                if let Some(subject) = subject { <span>{ subject }</span> }
                <span>{ period }</span>
                <a href={link}>{ s.see_sentence }</a>
            </footer>
        </blockquote>
    }
}

/// The sentence of a figure, or of a long one the clauses about it.
fn clipped(entry: &Entry, figure: Span) -> Span {
    let sentence = entry.sentence(figure);
    let chars = &entry.reading.clean.chars;
    let stops = |i: &usize| matches!(chars[*i], '，' | '；' | '：' | '、');
    let mut shown = sentence;
    if figure.start - sentence.start > REACH {
        let from = figure.start - REACH;
        shown.start = (from..figure.start).find(stops).map_or(from, |i| i + 1);
    }
    if sentence.end - figure.end > REACH {
        let to = figure.end + REACH;
        shown.end = (figure.end..to).rev().find(stops).unwrap_or(to);
    }
    shown
}
