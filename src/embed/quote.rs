//! The sentences that an embed rests on, with the figures in them washed and the arithmetic that they state checked.

use super::html;
use super::words::words;
use crate::check::{Finding, Relation, Verdict};
use crate::figure::Reading;
use crate::language::Language;
use crate::library::{Entry, Library};
use crate::period::Period;
use crate::strings::fill;
use crate::svg::escaped;
use crate::table::Evidence;
use crate::text::Span;
use crate::words::{period_words, subject_words};

/// Sentences as HTML, each once, and the first as plain text.
pub(super) fn quotes(library: &Library, figures: &[Evidence], language: Language) -> (Vec<String>, String) {
    let readings = library.readings();
    let passages = library.passages(figures);
    let quotes = passages
        .iter()
        .map(|passage| quote(library, &readings, passage, language))
        .collect();
    let first = passages.first().and_then(|passage| plain(library, passage));
    (quotes, first.unwrap_or_default())
}

/// The part of the text that is quoted for some figures of one sentence.
fn shown(entry: &Entry, passage: &[Evidence]) -> Span {
    let span = |at: &Evidence| entry.reading.figures[at.figure].span;
    let (first, last) = (span(&passage[0]), passage.last().map_or_else(Span::default, span));
    entry.excerpt(Span::new(first.start, last.end.max(first.end)))
}

fn plain(library: &Library, passage: &[Evidence]) -> Option<String> {
    let (entry, _) = library.evidence(*passage.first()?)?;
    Some(entry.reading.clean.slice(shown(entry, passage)))
}

fn quote(library: &Library, readings: &[&Reading], passage: &[Evidence], language: Language) -> String {
    let Some((entry, figure)) = library.evidence(passage[0]) else {
        return String::new();
    };
    let clean = &entry.reading.clean;
    let shown = shown(entry, passage);
    let sentence = entry.sentence(figure.span);
    let mut text = String::new();
    let mut at = shown.start;
    if shown.start > sentence.start {
        text.push('…');
    }
    for evidence in passage {
        let span = entry.reading.figures[evidence.figure].span;
        if span.start < at {
            continue;
        }
        text += &format!(
            "{}<mark>{}</mark>",
            escaped(&clean.slice(Span::new(at, span.start))),
            escaped(&clean.slice(span))
        );
        at = span.end;
    }
    text += &escaped(&clean.slice(Span::new(at, shown.end)));
    if shown.end < sentence.end {
        text.push('…');
    }
    let about = [
        figure
            .subject
            .value
            .as_deref()
            .map(|name| html(subject_words(name, language), language)),
        figure
            .period
            .value
            .map(|period| html(&period_words(Some(period), language), language)),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let stated = |finding: &&Finding| finding.stated.is_some_and(|stated| passage.contains(&stated));
    let checks: String = library
        .findings
        .iter()
        .filter(stated)
        .filter_map(|finding| check(finding, readings, language))
        .collect();
    format!(
        "<blockquote><p lang=\"zh-Hans\">{text}</p><footer><span>{}</span><span>{}</span>{checks}</footer></blockquote>",
        about.join(" · "),
        source(entry, language)
    )
}

/// Headline, outlet and date of a report, in HTML.
pub(super) fn source(entry: &Entry, language: Language) -> String {
    let report = &entry.report;
    let title = format!("<span lang=\"zh-Hans\">{}</span>", escaped(&report.title));
    let mut source = fill(words(language).source, &[&title]);
    if let Some(outlet) = &report.outlet {
        source += &format!(" <span lang=\"zh-Hans\">{}</span>", escaped(outlet));
    }
    format!("{source} {}", date(entry, language))
}

/// When a report appeared.
pub(super) fn date(entry: &Entry, language: Language) -> String {
    match entry.report.date.or(entry.reading.date.value) {
        Some(date) => period_words(Some(Period::at(date)), language),
        None => words(language).no_date.to_owned(),
    }
}

/// The sign and word of a verdict, in HTML.
pub(super) fn badge(verdict: Verdict, language: Language) -> String {
    format!(
        "<b class=\"verdict {}\">{}</b>",
        verdict.code(),
        verdict.words(language)
    )
}

/// The arithmetic of a finding in a line; nothing where it has none.
fn check(finding: &Finding, readings: &[&Reading], language: Language) -> Option<String> {
    let sum = sum(finding, readings, language)?;
    Some(format!(
        "<span>{} {}</span>",
        badge(finding.verdict, language),
        html(&sum, language)
    ))
}

/// The arithmetic written out, against what the text says where that differs; nothing where there is none.
pub(super) fn sum(finding: &Finding, readings: &[&Reading], language: Language) -> Option<String> {
    let said = finding.said(readings, language);
    let unlike = match (finding.verdict, finding.relation) {
        (Verdict::Differs, Relation::SumWithinTotal) => ">",
        (Verdict::Differs, _) => "≠",
        _ => return (!said.sum.is_empty()).then_some(said.sum),
    };
    (!said.sum.is_empty()).then(|| format!("{} {unlike} {}", said.sum, said.stated))
}
