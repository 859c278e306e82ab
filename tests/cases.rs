//! Wordings and the figures that they hold: the tables in `tests/cases`, one file for each kind of construction.
//!
//! ```text
//! date: 2024-03-05                                             the report's date (`date:` for none) and zone, for the cases below
//! zone: 南昌高新区
//!
//! > 财政收入完成17.9亿元，增长8.8%，其中非税收入2.1亿元。      the text; each line is a paragraph
//! 17.9亿元 = 1790000000 CNY | level | 财政收入 | · | ·          its figures: quote, kind, indicator, subject, period
//! 8.8% | change + [unstated] | 财政收入^ | · | ·
//! 2.1亿元 = 210000000 CNY | level | 收入 | · | ·
//! fixme: 2.1亿元 = 210000000 CNY | level | 非税收入 | · | ·     what would be right, where the line above is wrong
//! x 第三 | ordinal                                              a numeral that is no figure, and why
//! ```
//!
//! - The first cell is the quote, ` = ` and value and unit where the quote does not print them so, and the bound unless it is `eq`.
//! - The second is the kind, the sign, the status unless it is `actual`, and the basis in brackets.
//! - `^` behind a name or time says that it was inherited, `?` that it was assumed, `–` that it is unknown. `·` is the head's zone, or the year
//!   of its date, as assumed for want of better. `~` is not checked.
//! - `ZHIBIAO_UPDATE=1 cargo test --test cases` puts a `fixme` that has come true in the place of what it mends. All else is changed by hand.
//! - `fixme: -` says that the line above should not be there, `fixme: + …` that a line is missing.

mod cases {
    pub mod figure;
    pub mod table;
}

use cases::figure::{line, rules};
use cases::table::{Case, Line, rewrite, same, tables};
use std::collections::BTreeSet;
use std::fmt;
use zhibiao::link::naming;

/// A case that is read otherwise than its table says, with the lines as they are.
struct Wrong<'a> {
    case: &'a Case,
    got: Vec<String>,
    skipped: Vec<String>,
}

/// Compares a case with what is read.
fn check(case: &Case) -> Option<Wrong<'_>> {
    let reading = zhibiao::read(&case.report);
    let got: Vec<String> = reading.figures.iter().map(|f| line(f, &reading, case)).collect();
    let skipped = |s: &zhibiao::figure::Skipped| Line::Skipped(reading.clean.slice(s.span), s.why.to_owned());
    let skipped: Vec<Line> = reading.skipped.iter().map(skipped).collect();
    let right = case.figures().count() == got.len()
        && case.figures().zip(&got).all(|(want, got)| same(want, got))
        && case
            .lines
            .iter()
            .all(|line| !matches!(line, Line::Skipped(..)) || skipped.contains(line));
    (!right).then(|| Wrong {
        case,
        got,
        skipped: skipped.iter().map(Line::to_string).collect(),
    })
}

impl fmt::Display for Wrong<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let want: Vec<String> = self.case.lines.iter().map(Line::to_string).collect();
        let (want, got, skipped) = (want.join("\n"), self.got.join("\n"), self.skipped.join("\n"));
        writeln!(
            f,
            "{}: {}expected\n{want}\nread\n{got}\n{skipped}",
            self.case.place, self.case.report.text
        )
    }
}

#[test]
fn every_wording_is_read_as_its_table_says() {
    let cases = tables();
    let mut wrong: Vec<Wrong> = cases.iter().filter_map(check).collect();
    let figures: usize = cases.iter().map(|c| c.figures().count()).sum();
    let known: usize = cases.iter().map(Case::fixmes).sum();
    println!("{} cases, {figures} figures, {known} known to be wrong", cases.len());
    if std::env::var_os("ZHIBIAO_UPDATE").is_some() {
        let mended: Vec<_> = wrong
            .iter()
            .filter_map(|w| Some((w.case, w.case.mended(&w.got)?)))
            .collect();
        rewrite(&mended);
        wrong.retain(|w| w.case.mended(&w.got).is_none());
    }
    let shown: Vec<String> = wrong.iter().map(Wrong::to_string).collect();
    assert!(
        wrong.is_empty(),
        "{} cases differ\n\n{}\nZHIBIAO_UPDATE=1 cargo test --test cases takes over the fixmes that have come true.",
        wrong.len(),
        shown.join("\n")
    );
}

/// The names of the rules that fill slots, beside those that put names together.
const RULES: [&str; 24] = [
    // Indicators.
    "left",
    "right",
    "respective",
    "moves on",
    "contest",
    "same unit",
    "topic",
    "runs on",
    // Subjects.
    "project",
    "zone",
    "own zone",
    "area",
    "named most",
    "named once",
    "short name",
    "firm",
    "the company",
    "place",
    "city of the page",
    // Periods.
    "report date",
    "frame",
    "sentence",
    "paragraph",
    "so far",
];

#[test]
fn every_rule_has_a_case() {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for case in tables() {
        let reading = zhibiao::read(&case.report);
        used.insert(reading.zone.rule);
        used.extend(reading.figures.iter().flat_map(rules));
    }
    let composed = naming::RULES.iter().map(|(name, _)| *name);
    let idle: Vec<&str> = RULES
        .into_iter()
        .chain(composed)
        .filter(|r| !used.contains(r))
        .collect();
    assert!(idle.is_empty(), "no case for {idle:?}");
}
