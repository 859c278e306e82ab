//! A paragraph of a report, with its figures marked and the words underlined that the selected figure was linked by.

use super::finding::mark;
use super::markup::{classes, html};
use super::passage::Props;
use crate::check::Verdict;
use crate::figure::{Figure, Kind, Status};
use crate::library::Entry;
use crate::state::{Place, ReportPlace};
use crate::strings::strings;
use crate::table::Evidence;
use crate::text::{Clean, Span};
use yew::prelude::*;

/// A part of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Text, and whether it is evidence.
    Text(Span, bool),
    /// A figure, and whether it is evidence.
    Figure(usize, bool),
}

/// A paragraph of a passage, by its place in the clean text.
pub fn paragraph(props: &Props, span: Span) -> Html {
    let entry = props.entry();
    let clean = &entry.reading.clean;
    if !props.drawn {
        return block(clean, span, html! { { clean.slice(span) } });
    }
    let figures = &entry.reading.figures;
    let before = |end: usize| figures.partition_point(|figure| figure.span.start < end);
    let inside = before(span.start)..before(span.end);
    let inside: Vec<(usize, Span)> = inside.map(|i| (i, figures[i].span)).collect();
    let piece = |piece: Piece| match piece {
        Piece::Text(span, false) => html! { { clean.slice(span) } },
        Piece::Text(span, true) => html! { <span class="from" id={from_id(span)}>{ clean.slice(span) }</span> },
        Piece::Figure(index, used) => figure(props, index, used),
    };
    let pieces = pieces(span, &inside, &props.evidence);
    block(clean, span, html! { { for pieces.into_iter().map(piece) } })
}

/// The element of a paragraph.
fn block(clean: &Clean, span: Span, body: Html) -> Html {
    match is_heading(&clean.chars[span.start..span.end]) {
        true => html! { <h2 class="para crosshead" lang="zh-Hans">{ body }</h2> },
        false => html! { <p class="para" lang="zh-Hans">{ body }</p> },
    }
}

/// What of the figures is not marked, as selectors of style, one for each choice: there is one rule for all of them, so that another choice draws
/// none of a long text anew. `www/start.js` makes the rule.
pub fn unmarked(entry: &Entry, place: &ReportPlace) -> String {
    let mut out = String::new();
    let mut but = |classes: &str| out += &[if out.is_empty() { "" } else { "," }, ":not(", classes, ")"].concat();
    if !place.kinds.is_empty() {
        let kinds = Kind::ALL.into_iter().filter(|kind| place.kinds.has(*kind));
        let kinds: Vec<String> = kinds.map(|kind| [".", kind.code()].concat()).collect();
        but(&kinds.join(","));
    }
    if let Some(name) = &place.indicator {
        let at = entry.indicators.iter().position(|other| other == name);
        but(&[".", &of_indicator(at)].concat());
    }
    if let Some(verdict) = place.verdict {
        but(&[".", of_verdict(verdict)].concat());
    }
    out
}

/// The class of the figures of an indicator, by its place among those of the report.
fn of_indicator(at: Option<usize>) -> String {
    at.map_or_else(|| "none".to_owned(), |at| ["i", &at.to_string()].concat())
}

/// The class of the figures that take part in findings of a verdict.
fn of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differs => "in-differs",
        Verdict::Doubtful => "in-doubtful",
        Verdict::Holds => "in-holds",
    }
}

/// Whether a paragraph reads as a crosshead: short, and without the stop that ends a sentence.
fn is_heading(chars: &[char]) -> bool {
    const LONGEST: usize = 30;
    let last = chars.iter().rev().find(|c| !c.is_whitespace());
    chars.len() <= LONGEST && last.is_some_and(|c| c.is_alphanumeric() || matches!(c, '”' | '》' | '）' | '？' | '！'))
}

/// The id of an evidence span, so that the inspector can lead there.
pub fn from_id(span: Span) -> String {
    format!("from-{}", span.start)
}

fn figure(props: &Props, index: usize, used: bool) -> Html {
    let entry = props.entry();
    let at = Evidence {
        report: props.report,
        figure: index,
    };
    let figure: &Figure = &entry.reading.figures[index];
    let start = entry.start(index);
    let current = props.selected == Some(index);
    let mut address = props.address.clone();
    if let Place::Report(place) = &mut address.place {
        place.figure = Some(start);
    }
    let onclick = {
        let select = props.select.clone();
        Callback::from(move |event: MouseEvent| {
            // With a modifier the reader wants the link, in a new tab for example.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
                event.prevent_default();
                select.emit((!current).then_some(start));
            }
        })
    };
    let href = match props.at_home {
        true => address.choices(),
        false => address.print(),
    };
    let s = strings(props.address.language.unwrap_or_default());
    let status = (figure.status != Status::Actual).then_some("f");
    let flag = figure.unreliable.then_some("u").or(status);
    let title = if figure.unreliable {
        Some(s.unreliable)
    } else {
        s.status(figure.status)
    };
    let of = entry.indicator(index);
    let mut class = vec!["f", figure.kind.code(), if used { "used" } else { "" }];
    let named = of.map(|_| of_indicator(of)).unwrap_or_default();
    class.push(&named);
    let checked = Verdict::ALL
        .into_iter()
        .filter(|verdict| props.library.0.has(at, *verdict));
    for verdict in checked {
        class.push(of_verdict(verdict));
    }
    let mark = mark(&props.library.0, at).map(|mark| {
        let class = classes(&["vm", mark.verdict.code(), if mark.chief { "" } else { "part" }]);
        let name = mark.verdict.words(props.address.language.unwrap_or_default());
        html! { <i class={class} role="img" aria-label={name} title={name}></i> }
    });
    html! {
        <span class="nb">
            <a id={format!("f-{start}")} class={classes(&class)} href={href}
                aria-current={current.then_some("true")} onclick={onclick}>{ entry.reading.clean.slice(figure.span) }</a>
            if let Some(flag) = flag { <abbr class="flag" title={title}>{ flag }</abbr> }
            { mark }
        </span>
    }
}

/// A span cut into figures and text. Figures are whole; evidence that a figure interrupts goes on behind it.
fn pieces(span: Span, figures: &[(usize, Span)], evidence: &[Span]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = span.start;
    for (index, figure) in figures.iter().filter(|(_, f)| span.holds(*f) && !f.is_empty()) {
        // Of figures that overlap, the first is shown.
        if figure.start >= at {
            text(Span::new(at, figure.start), evidence, &mut out);
            out.push(Piece::Figure(*index, evidence.iter().any(|e| e.meets(*figure))));
            at = figure.end;
        }
    }
    text(Span::new(at, span.end), evidence, &mut out);
    out
}

fn text(span: Span, evidence: &[Span], out: &mut Vec<Piece>) {
    let inside = |at: usize| evidence.iter().any(|e| e.start <= at && at < e.end);
    let mut at = span.start;
    while at < span.end {
        let used = inside(at);
        let length = (at..span.end).take_while(|i| inside(*i) == used).count();
        out.push(Piece::Text(Span::new(at, at + length), used));
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossheads_are_short_and_end_without_a_stop() {
        let check = |text: &str, expect| assert_eq!(is_heading(&text.chars().collect::<Vec<char>>()), expect, "{text}");
        check("招商看链条，也看资本", true);
        check("谁来担当？", true);
        check("全年签约49个。", false);
        check("主要指标如下：", false);
        check(&"很长".repeat(20), false);
        check("  ", false);
    }

    #[test]
    fn a_paragraph_falls_into_figures_evidence_and_text() {
        let check = |figures: &[(usize, Span)], evidence: &[Span], expect: &[Piece]| {
            assert_eq!(pieces(Span::new(10, 20), figures, evidence), expect);
        };
        let (span, text) = (Span::new, |a, b, used| Piece::Text(Span::new(a, b), used));
        check(&[], &[], &[text(10, 20, false)]);
        check(
            &[(0, span(2, 4)), (1, span(18, 22))],
            &[span(0, 5)],
            &[text(10, 20, false)],
        );
        check(
            &[(3, span(12, 14)), (4, span(14, 20))],
            &[],
            &[text(10, 12, false), Piece::Figure(3, false), Piece::Figure(4, false)],
        );
        check(
            &[(3, span(12, 14))],
            &[span(8, 16)],
            &[
                text(10, 12, true),
                Piece::Figure(3, true),
                text(14, 16, true),
                text(16, 20, false),
            ],
        );
        check(
            &[(3, span(12, 16)), (4, span(14, 18))],
            &[],
            &[text(10, 12, false), Piece::Figure(3, false), text(16, 20, false)],
        );
    }
}
