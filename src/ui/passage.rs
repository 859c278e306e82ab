//! A stretch of a report's text: paragraphs that are drawn together. A step through a long report compares its stretches and draws no more than
//! those that change; and where it is opened, its figures are marked one stretch after the other, so that nobody waits for the last.

use super::inspector::inspector;
use super::markup::html;
use super::paragraph::paragraph;
use super::{Handle, Same};
use crate::library::{Entry, Library};
use crate::state::Address;
use crate::table::Evidence;
use crate::text::Span;
use yew::prelude::*;

/// After so many figures, or so many paragraphs, a stretch ends with its paragraph.
const FIGURES: usize = 80;
const PARAGRAPHS: usize = 20;

/// Everything that a stretch shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The reports.
    pub library: Same<Library>,
    /// Which of them it is, by its place.
    pub report: usize,
    /// Its paragraphs, as [`stretches`] has them.
    pub stretch: Stretch,
    /// Whether its figures are marked by now.
    pub drawn: bool,
    /// The selected figure, where it stands in it.
    pub selected: Option<usize>,
    /// The state, where that one is to be explained behind its paragraph.
    pub handle: Option<Handle>,
    /// Words of it that the selected figure was linked by.
    pub evidence: Vec<Span>,
    /// The address of the report with nothing chosen in it.
    pub address: Address,
    /// Whether the document stands at the report's own file.
    pub at_home: bool,
    /// Selects a figure by its start, or none.
    pub select: Callback<Option<usize>>,
}

/// Some paragraphs in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Place of the first among the report's paragraphs, and of the first behind them.
    paragraphs: (usize, usize),
    /// All of them, in the clean text.
    pub span: Span,
}

/// A report's text in stretches.
pub fn stretches(entry: &Entry) -> Vec<Stretch> {
    let figures = &entry.reading.figures;
    let before = |end: usize| figures.partition_point(|figure| figure.span.start < end);
    let mut out = Vec::new();
    let mut first = 0;
    for (last, span) in entry.paragraphs.iter().enumerate() {
        let start = entry.paragraphs[first].start;
        let full = before(span.end) - before(start) >= FIGURES || last - first + 1 == PARAGRAPHS;
        if full || last + 1 == entry.paragraphs.len() {
            out.push(Stretch {
                paragraphs: (first, last + 1),
                span: Span::new(start, span.end),
            });
            first = last + 1;
        }
    }
    out
}

impl Props {
    /// The report.
    pub fn entry(&self) -> &Entry {
        &self.library.0.entries[self.report]
    }
}

/// The stretch.
#[component]
pub fn Passage(props: &Props) -> Html {
    let entry = props.entry();
    let part = |span: &Span| {
        let selected = props.selected;
        let selected = selected.filter(|figure| span.holds(entry.reading.figures[*figure].span));
        let explained = selected.zip(props.handle.as_ref()).map(|(figure, handle)| {
            let report = props.report;
            inspector(handle, Evidence { report, figure })
        });
        html! { <>{ paragraph(props, *span) }{ explained }</> }
    };
    let (from, to) = props.stretch.paragraphs;
    html! { { for entry.paragraphs[from..to].iter().map(part) } }
}
