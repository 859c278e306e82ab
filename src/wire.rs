//! The shapes that leave the program: JSON Lines, CSV and JavaScript objects. Offsets are code points of the raw text, or UTF-16 units for
//! JavaScript.

mod table;

pub use table::{OBSERVATION_FIELDS, WireObservation, csv, json, observations, quoted};

use crate::check::Finding;
use crate::figure::{Figure, Reading};
use crate::language::Language;
use crate::table::Evidence;
use serde::Serialize;
use std::ops::Range;

/// In which unit offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offsets {
    /// Unicode code points, as in our files.
    CodePoints,
    /// UTF-16 code units, as in JavaScript.
    Utf16,
}

/// A figure as it leaves the program; the fields are those of the annotation guidelines.
#[derive(Debug, Serialize)]
pub struct WireFigure {
    /// First offset in the raw text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The raw text there.
    pub quote: String,
    /// Exact decimal in the base unit.
    pub value: String,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_max: Option<String>,
    /// Base unit.
    pub unit: String,
    /// How the text limits the value.
    pub bound: &'static str,
    /// Kind of statement.
    pub kind: &'static str,
    /// Direction of a change or a gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign: Option<&'static str>,
    /// What is measured.
    pub indicator: Option<String>,
    /// Whom it is about.
    pub subject: Option<String>,
    /// When.
    pub period: Option<String>,
    /// Base or whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Whether it has happened.
    pub status: &'static str,
    /// How indicator, subject and period were found.
    pub found: [&'static str; 3],
    /// Damaged in the source, or known from a copy alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unreliable: bool,
}

/// The names of the fields of a [`WireFigure`], in order, for the head of a table.
pub const FIELDS: [&str; 14] = [
    "start",
    "end",
    "quote",
    "value",
    "value_max",
    "unit",
    "bound",
    "kind",
    "sign",
    "indicator",
    "subject",
    "period",
    "basis",
    "status",
];

impl WireFigure {
    /// The values under [`FIELDS`].
    pub fn row(&self) -> [String; 14] {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        [
            self.start.to_string(),
            self.end.to_string(),
            self.quote.clone(),
            self.value.clone(),
            text(&self.value_max),
            self.unit.clone(),
            self.bound.to_owned(),
            self.kind.to_owned(),
            self.sign.unwrap_or_default().to_owned(),
            text(&self.indicator),
            text(&self.subject),
            text(&self.period),
            text(&self.basis),
            self.status.to_owned(),
        ]
    }
}

/// The figures of a reading. `raw` is the text that was read; `skip` is what stands before it in its file, in the same unit as the offsets.
pub fn figures(reading: &Reading, raw: &str, skip: usize, offsets: Offsets) -> Vec<WireFigure> {
    let ranges: Vec<Range<usize>> = reading
        .figures
        .iter()
        .map(|f| reading.clean.raw_range(f.span))
        .collect();
    let mut count = Counter {
        raw,
        offsets,
        byte: 0,
        units: skip,
    };
    let place = |range: &Range<usize>, count: &mut Counter| (count.at(range.start), count.at(range.end));
    reading
        .figures
        .iter()
        .zip(&ranges)
        .map(|(figure, range)| shape(figure, &raw[range.clone()], place(range, &mut count)))
        .collect()
}

fn shape(figure: &Figure, quote: &str, (start, end): (usize, usize)) -> WireFigure {
    WireFigure {
        start,
        end,
        quote: quote.to_owned(),
        value: figure.value.to_string(),
        value_max: figure.value_max.map(|max| max.to_string()),
        unit: figure.unit.clone(),
        bound: figure.bound.code(),
        kind: figure.kind.code(),
        sign: figure.sign.map(|sign| sign.code()),
        indicator: figure.indicator.value.clone(),
        subject: figure.subject.value.clone(),
        period: figure.period.value.map(|period| period.to_string()),
        basis: figure.basis.clone(),
        status: figure.status.code(),
        found: [
            figure.indicator.found.code(),
            figure.subject.found.code(),
            figure.period.found.code(),
        ],
        unreliable: figure.unreliable,
    }
}

/// A finding as it leaves the program.
#[derive(Debug, Serialize)]
pub struct WireFinding<'a> {
    /// Code of the relation.
    pub relation: &'static str,
    /// `holds`, `differs` or `doubtful`.
    pub verdict: &'static str,
    /// The figures that it is about; the stated one last.
    pub figures: Vec<WirePlace<'a>>,
    /// The figure that states the outcome, as printed; null where none does.
    pub stated: Option<&'a str>,
    /// The outcome of the arithmetic: an exact or rounded decimal, in percent, multiples or the base unit; null where there is none.
    pub computed: Option<String>,
    /// The arithmetic and what follows from it, in Chinese.
    pub says: String,
    /// The same in English.
    pub says_en: String,
}

/// Where a figure stands.
#[derive(Debug, Serialize)]
pub struct WirePlace<'a> {
    /// The document.
    pub doc: &'a str,
    /// First offset in its raw text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The raw text there.
    pub quote: &'a str,
}

/// A finding about some readings, with their figures as [`figures`] gives them and the names of their documents.
pub fn finding<'a>(
    finding: &Finding,
    readings: &[&Reading],
    figures: &'a [Vec<WireFigure>],
    docs: &[&'a str],
) -> WireFinding<'a> {
    let quote = |at: Evidence| figures[at.report][at.figure].quote.as_str();
    let place = |at: &Evidence| {
        let figure = &figures[at.report][at.figure];
        WirePlace {
            doc: docs[at.report],
            start: figure.start,
            end: figure.end,
            quote: &figure.quote,
        }
    };
    WireFinding {
        relation: finding.relation.code(),
        verdict: finding.verdict.code(),
        figures: finding.figures.iter().map(place).collect(),
        stated: finding.stated.map(quote),
        computed: finding.computed.map(|value| value.to_string()),
        says: finding.says(readings, Language::Chinese),
        says_en: finding.says(readings, Language::English),
    }
}

/// Counts units up to a byte; asked in rising order it passes over the text once.
struct Counter<'a> {
    raw: &'a str,
    offsets: Offsets,
    byte: usize,
    units: usize,
}

impl Counter<'_> {
    fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            return self.units - self.count(byte..self.byte);
        }
        self.units += self.count(self.byte..byte);
        self.byte = byte;
        self.units
    }

    fn count(&self, range: Range<usize>) -> usize {
        match self.offsets {
            Offsets::CodePoints => self.raw[range].chars().count(),
            Offsets::Utf16 => self.raw[range].encode_utf16().count(),
        }
    }
}
