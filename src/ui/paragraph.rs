//! A paragraph of a report, with its figures marked and the words underlined that the selected figure was linked by.

use super::finding::mark;
use super::markup::{classes, html};
use super::passage::Props;
use crate::check::Verdict;
use crate::figure::{Figure, Kind, Status};
use crate::library::Entry;
use crate::prefix::is_one;
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
    let figures = &entry.reading.figures;
    let before = |end: usize| figures.partition_point(|figure| figure.span.start < end);
    let inside = before(span.start)..before(span.end);
    let inside: Vec<(usize, Span)> = inside.map(|i| (i, figures[i].span)).collect();
    let piece = |piece: Piece| match piece {
        Piece::Text(span, false) => html! { { clean.slice(span) } },
        Piece::Text(span, true) => html! { <span class="from" id={from_id(span)}>{ clean.slice(span) }</span> },
        Piece::Figure(index, used) => figure(props, index, used),
    };
    let pieces = match props.drawn {
        true => pieces(span, &inside, &props.evidence),
        false => vec![Piece::Text(span, false)],
    };
    let chars = &clean.chars[span.start..span.end];
    if is_row(chars) {
        // |---|---|: the line below the head of a table in Markdown.
        if chars.iter().all(|c| is_one(*c, "|｜-—：: ")) {
            return Html::default();
        }
        let cell = |cell: Vec<Piece>| html! { <span>{ for cell.into_iter().map(piece) }</span> };
        return html! { <p class="para cells" lang="zh-Hans">{ for cells(clean, pieces).into_iter().map(cell) }</p> };
    }
    let body = html! { { for pieces.into_iter().map(piece) } };
    match is_heading(chars) {
        true => html! { <h2 class="para crosshead" lang="zh-Hans">{ body }</h2> },
        false => html! { <p class="para" lang="zh-Hans">{ body }</p> },
    }
}

/// What parts the cells of a table's row.
const BARS: &str = "\t|｜";

/// Whether a paragraph is the row of a table.
fn is_row(chars: &[char]) -> bool {
    let bars = chars.iter().filter(|c| is_one(**c, BARS)).count();
    chars.contains(&'\t') || bars > 1 && !chars.contains(&'。')
}

/// The pieces of a row, by cell. What parts them is left out, and so is what a bar at either end of the line seems to part.
fn cells(clean: &Clean, pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut cells = vec![Vec::new()];
    for piece in pieces {
        let Piece::Text(span, used) = piece else {
            cells.last_mut().into_iter().for_each(|cell| cell.push(piece));
            continue;
        };
        let mut start = span.start;
        for at in span.start..=span.end {
            let parted = at < span.end && is_one(clean.chars[at], BARS);
            if (parted || at == span.end) && start < at {
                let text = Piece::Text(Span::new(start, at), used);
                cells.last_mut().into_iter().for_each(|cell| cell.push(text));
            }
            if parted {
                cells.push(Vec::new());
                start = at + 1;
            }
        }
    }
    let outer = cells.len() - 1;
    let bar = |(at, cell): &(usize, Vec<Piece>)| !cell.is_empty() || *at > 0 && *at < outer;
    cells
        .into_iter()
        .enumerate()
        .filter(bar)
        .map(|(_, cell)| cell)
        .collect()
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
    fn a_row_falls_into_its_cells() {
        let check = |text: &str, figure: Option<Span>, expect: &[&[(usize, usize)]]| {
            let clean = crate::text::clean(text);
            let figures: Vec<(usize, Span)> = figure.into_iter().map(|span| (0, span)).collect();
            let all = cells(&clean, pieces(Span::new(0, clean.chars.len()), &figures, &[]));
            let span = |piece: &Piece| match piece {
                Piece::Text(span, _) => (span.start, span.end),
                Piece::Figure(..) => figure.map_or((0, 0), |span| (span.start, span.end)),
            };
            let all: Vec<Vec<(usize, usize)>> = all.iter().map(|cell| cell.iter().map(span).collect()).collect();
            assert_eq!(all, expect, "{text}");
            assert!(is_row(&clean.chars), "{text}");
        };
        check(
            "财政收入\t5.61\t16.9",
            Some(Span::new(5, 9)),
            &[&[(0, 4)], &[(5, 9)], &[(10, 14)]],
        );
        check("|出口|—|3.1|", None, &[&[(1, 3)], &[(4, 5)], &[(6, 9)]]);
        assert!(!is_row(&"财政收入5.61亿元".chars().collect::<Vec<char>>()));
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
