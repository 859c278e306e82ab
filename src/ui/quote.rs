//! A sentence of a report as evidence: the figure washed, and the way there.

use super::markup::html;
use super::{Handle, href, names, words};
use crate::embed::name::in_language;
use crate::state::{Place, ReportPlace};
use crate::table::Evidence;
use crate::text::Span;
use crate::words::period_words;
use yew::prelude::*;

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
    let Some((_, figure)) = handle.library.evidence(evidence) else {
        return Html::default();
    };
    let subject = figure.subject.value.as_deref();
    let subject = subject.map(|name| names::subject(name, handle.language));
    html! {
        <blockquote class="q">
            { sentence(handle, &[evidence], false) }
            <footer>
                if let Some(subject) = subject { <span>{ subject }</span> }
                <span>{ period_words(figure.period.value, handle.language) }</span>
                <a href={link(handle, evidence)}>{ words(handle).see_sentence }</a>
            </footer>
        </blockquote>
    }
}

/// The sentences of some figures, each sentence once under its report, with each figure in it a link to its place.
pub fn quotes(handle: &Handle, figures: &[Evidence]) -> Html {
    let library = &handle.library;
    let passage = |group: &Vec<Evidence>| {
        let title = library.entries.get(group[0].report).map(|entry| &entry.report.title);
        html! {
            <blockquote class="q">
                { sentence(handle, group, true) }
                <footer><a href={link(handle, group[0])} lang="zh-Hans">{ title }</a></footer>
            </blockquote>
        }
    };
    html! { { for library.passages(figures).iter().map(passage) } }
}

/// The address of a figure in its report.
pub fn link(handle: &Handle, evidence: Evidence) -> Option<String> {
    place(handle, evidence).map(|place| href(handle, place))
}

/// The way to an embed: a document by its name, or what the app draws at an address. The page's script turns it into a dialog.
pub fn give(handle: &Handle, name: &str, place: Option<&str>) -> Html {
    let address = match place {
        None => [&handle.up(), "embed/", &in_language(name, handle.language), ".html"].concat(),
        Some(place) => [&handle.up(), "embed/", place].concat(),
    };
    html! { <p class="go"><a class="btn" href={address} data-embed={name.to_owned()}>{ words(handle).embed }</a></p> }
}

/// A sentence with figures of it washed, and where asked for linked.
fn sentence(handle: &Handle, figures: &[Evidence], linked: bool) -> Html {
    let Some((entry, first)) = handle.library.evidence(figures[0]) else {
        return Html::default();
    };
    let clean = &entry.reading.clean;
    let span = |at: &Evidence| entry.reading.figures[at.figure].span;
    let last = figures.last().map_or(first.span, span);
    let sentence = entry.sentence(first.span);
    let shown = entry.excerpt(Span::new(first.span.start, last.end));
    let ellipsis = |cut: bool| if cut { "…" } else { "" };
    let mut at = shown.start;
    let piece = |figure: &Evidence| {
        let span = span(figure);
        let before = clean.slice(Span::new(at.min(span.start), span.start));
        at = span.end;
        let printed = clean.slice(span);
        html! {
            <>
                { before }
                if linked { <mark><a href={link(handle, *figure)}>{ printed }</a></mark> } else { <mark>{ printed }</mark> }
            </>
        }
    };
    let pieces: Vec<Html> = figures.iter().map(piece).collect();
    html! {
        <p lang="zh-Hans">
            { ellipsis(shown.start > sentence.start) }{ for pieces }
            { clean.slice(Span::new(at, shown.end)) }{ ellipsis(shown.end < sentence.end) }
        </p>
    }
}
