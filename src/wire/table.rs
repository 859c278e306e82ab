//! Observations as they leave the program, under the names of SDMX and with the flags of Eurostat.

use crate::figure::{Bound, Kind, Reading, Status};
use crate::lexicon;
use crate::order::distinct;
use crate::prefix::{List, is_one};
use crate::table::Observation;
use serde::Serialize;

/// An observation under the names of SDMX.
#[derive(Debug, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub struct WireObservation {
    /// Whom it is about.
    pub ref_area: String,
    /// What is measured.
    pub indicator: String,
    /// When; empty where the text leaves it open.
    pub time_period: String,
    /// Kind of statement.
    pub kind: &'static str,
    /// Exact decimal in the base unit, negative for declines.
    pub obs_value: String,
    /// Base unit.
    pub unit_measure: String,
    /// `A` normal, `B` break, `D` definition differs, `E` estimated, `F` forecast or planned, `P` provisional, `U` low reliability.
    pub obs_status: String,
    /// All that applies, in small letters.
    pub obs_flag: String,
    /// How the text limits the value.
    pub bound: &'static str,
    /// Base of a change, or whole of a share, rank or gap.
    pub basis: String,
    /// Where it is stated: `document:offset`, parted by spaces.
    pub source: String,
}

/// The names of the fields of a [`WireObservation`], in order.
pub const OBSERVATION_FIELDS: [&str; 11] = [
    "REF_AREA",
    "INDICATOR",
    "TIME_PERIOD",
    "KIND",
    "OBS_VALUE",
    "UNIT_MEASURE",
    "OBS_STATUS",
    "OBS_FLAG",
    "BOUND",
    "BASIS",
    "SOURCE",
];

impl WireObservation {
    /// The values under [`OBSERVATION_FIELDS`].
    pub fn row(&self) -> Vec<String> {
        let fields = [
            &self.ref_area,
            &self.indicator,
            &self.time_period,
            self.kind,
            &self.obs_value,
            &self.unit_measure,
            &self.obs_status,
            &self.obs_flag,
            self.bound,
            &self.basis,
            &self.source,
        ];
        fields.map(str::to_owned).into()
    }
}

/// The observations of a table that was made from these readings. `source` says where a figure stands.
pub fn observations(
    table: &[Observation],
    readings: &[&Reading],
    source: impl Fn(usize, usize) -> String,
) -> Vec<WireObservation> {
    let mut stated: Vec<(&str, Kind)> = table.iter().map(|o| (o.indicator.as_str(), o.kind)).collect();
    distinct(&mut stated);
    let known: Vec<_> = stated.iter().map(|(name, _)| lexicon::indicator(name)).collect();
    let alike = |at: usize| {
        let mut others = (0..stated.len()).filter(|other| stated[*other].1 == stated[at].1);
        others.any(|other| known[at].zip(known[other]).is_some_and(|(a, b)| a.differs_from(b)))
    };
    // Looked up once for each indicator: there are fewer of them than observations.
    let ambiguous: Vec<bool> = (0..stated.len()).map(alike).collect();
    let shape = |o: &Observation| {
        let at = stated.binary_search(&(o.indicator.as_str(), o.kind));
        let flags = flags(o, at.is_ok_and(|at| ambiguous[at]), readings);
        let sources: Vec<String> = o.evidence.iter().map(|at| source(at.report, at.figure)).collect();
        let minus = o.sign == Some(crate::figure::Sign::Minus);
        WireObservation {
            ref_area: o.subject.clone(),
            indicator: o.indicator.clone(),
            time_period: o.period.map(|period| period.to_string()).unwrap_or_default(),
            kind: o.kind.code(),
            obs_value: format!("{}{}", if minus { "-" } else { "" }, o.value),
            unit_measure: o.unit.clone(),
            obs_status: status(&flags),
            obs_flag: flags,
            bound: o.bound.code(),
            basis: o.basis.clone().unwrap_or_default(),
            source: sources.join(" "),
        }
    };
    table.iter().map(shape).collect()
}

/// A table as CSV (RFC 4180) with a line of names, for spreadsheets and for `zhibiao table`.
pub fn csv(names: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = names.join(",") + "\n";
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            out.push_str(&quoted(cell));
        }
        out.push('\n');
    }
    out
}

/// A table as a JSON array of objects with the names; every value is a string, so that no digit is lost.
pub fn json(names: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = String::from("[");
    for (i, row) in rows.iter().enumerate() {
        out.push_str(if i > 0 { ",\n{" } else { "\n{" });
        for (j, (name, value)) in names.iter().zip(row).enumerate() {
            out.push_str(if j > 0 { ",\"" } else { "\"" });
            out.push_str(name);
            out.push_str("\":\"");
            value.chars().for_each(|c| match c {
                '"' | '\\' => out.extend(['\\', c]),
                c if c < ' ' => out.push(' '),
                c => out.push(c),
            });
            out.push('"');
        }
        out.push('}');
    }
    out + "\n]\n"
}

/// A cell of CSV. What a spreadsheet would take for a formula gets an apostrophe before it: names come from texts of others.
pub fn quoted(cell: &str) -> String {
    // −5 is a number and `-:20` a place in standard input; `-cmd` and `-(1)` are formulas.
    let minus = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '(');
    let formula = cell.starts_with(['=', '+', '@', '\t', '\r']) || cell.strip_prefix('-').is_some_and(minus);
    let cell = if formula && cell.len() > 1 {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// The weightiest flag as a code of SDMX.
fn status(flags: &str) -> String {
    let first = "ufepdb".chars().find(|flag| flags.contains(*flag));
    first.unwrap_or('a').to_ascii_uppercase().to_string()
}

/// Flags as Eurostat writes them: `b` break, `d` definition differs, `e` estimated, `f` forecast or planned, `p` provisional, `u` low
/// reliability.
fn flags(o: &Observation, ambiguous: bool, readings: &[&Reading]) -> String {
    let said = |words: List| {
        o.evidence
            .iter()
            .all(|at| sentence_has(readings[at.report], at.figure, &words))
    };
    let flags = [
        ('b', said(const { List::new("口径调整|口径变化|统计口径有") })),
        ('d', ambiguous),
        (
            'e',
            o.bound == Bound::Approx || said(const { List::new("估算|测算|估计") }),
        ),
        ('f', o.status != Status::Actual),
        ('p', said(const { List::new("初步核算|初步统计|快报|预计数") })),
        ('u', o.unreliable),
    ];
    flags
        .iter()
        .filter(|(_, applies)| *applies)
        .map(|(flag, _)| flag)
        .collect()
}

/// Whether the sentence of a figure holds one of these words.
fn sentence_has(reading: &Reading, figure: usize, words: &List) -> bool {
    let chars = &reading.clean.chars;
    let span = reading.figures[figure].span;
    let ends = |c: &char| is_one(*c, "。！？\n");
    let start = chars[..span.start].iter().rposition(ends).map_or(0, |at| at + 1);
    let end = chars[span.end..]
        .iter()
        .position(ends)
        .map_or(chars.len(), |at| span.end + at);
    words.stands_in(&chars[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells() {
        for (cell, expect) in [
            ("税收收入", "税收收入"),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("-5", "-5"),
            ("-:20", "-:20"),
            ("=1+1", "'=1+1"),
            ("-cmd", "'-cmd"),
            ("@x,y", "\"'@x,y\""),
            ("", ""),
        ] {
            assert_eq!(quoted(cell), expect);
        }
    }

    #[test]
    fn json_keeps_every_mark_as_text() {
        let row = WireObservation {
            ref_area: "甲\"区\\\n".to_owned(),
            indicator: "税收".to_owned(),
            time_period: "2023".to_owned(),
            kind: "level",
            obs_value: "-1.50".to_owned(),
            unit_measure: "CNY".to_owned(),
            obs_status: "A".to_owned(),
            obs_flag: String::new(),
            bound: "eq",
            basis: String::new(),
            source: "a:1".to_owned(),
        };
        let json = json(&OBSERVATION_FIELDS, &[row.row()]);
        let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read[0]["REF_AREA"], "甲\"区\\ ");
        assert_eq!(read[0]["OBS_VALUE"], "-1.50");
        assert_eq!(read[0].as_object().map(serde_json::Map::len), Some(11));
    }
}
