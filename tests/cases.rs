//! Wordings and the figures that they hold: the tables in `tests/cases`, one file for each kind of construction.
//!
//! ```text
//! date: 2024-03-05                                             the report's date and zone, for the cases below
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
//! - `fixme: -` says that the line above should not be there, `fixme: + …` that a line is missing.

mod cases {
    pub mod figure;
    pub mod table;
}

use cases::figure::{line, rules};
use cases::table::{Case, same, tables};
use std::collections::BTreeSet;
use zhibiao::link::naming;

/// Compares one case with what is read; gives a complaint that holds the lines as they are.
fn check(case: &Case) -> Option<String> {
    let reading = zhibiao::read(&case.report);
    let got: Vec<String> = reading.figures.iter().map(|f| line(f, &reading, case)).collect();
    let skipped = |words: &str, why: &str| {
        let one = |s: &zhibiao::figure::Skipped| s.why == why && reading.clean.slice(s.span) == words;
        reading.skipped.iter().any(one)
    };
    let right = got.len() == case.figures.len()
        && case.figures.iter().zip(&got).all(|(want, got)| same(want, got))
        && case.skipped.iter().all(|(words, why)| skipped(words, why));
    (!right).then(|| {
        let none: Vec<String> = reading
            .skipped
            .iter()
            .map(|s| format!("x {} | {}", reading.clean.slice(s.span), s.why))
            .collect();
        format!(
            "{}: expected\n{}\nread\n{}\n{}\n",
            case.place,
            case.shown,
            got.join("\n"),
            none.join("\n")
        )
    })
}

#[test]
fn every_wording_is_read_as_its_table_says() {
    let cases = tables();
    let wrong: Vec<String> = cases.iter().filter_map(check).collect();
    let figures: usize = cases.iter().map(|c| c.figures.len()).sum();
    let known: usize = cases.iter().map(|c| c.fixmes).sum();
    println!("{} cases, {figures} figures, {known} known to be wrong", cases.len());
    assert!(wrong.is_empty(), "{} cases differ\n\n{}", wrong.len(), wrong.join("\n"));
}

/// The names of the rules that fill slots, beside those that put names together.
const RULES: [&str; 19] = [
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
