//! The examples of every check.

use super::*;
use crate::period::Date;
use crate::report::Report;

/// Reads a text of a zone in March 2024.
pub fn read(text: &str) -> Reading {
    crate::read(&Report {
        id: "test".to_owned(),
        date: Date::parse("2024-03-05"),
        zone: Some("南昌高新区".to_owned()),
        text: text.to_owned(),
        ..Report::default()
    })
}

/// What a check says of a text: `holds 63.27% 63.27` for each finding. Texts of several reports are parted by ` ‖ `.
fn found(check: &Check, text: &str) -> Vec<String> {
    let readings: Vec<Reading> = text.split(" ‖ ").map(read).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let scope = Scope::new(&readings);
    let mut found = Vec::new();
    (check.run)(&scope, &mut found);
    let shown = |finding: &Finding| {
        let mut words = vec![finding.verdict.code().to_owned()];
        words.extend(finding.stated.map(|at| {
            let reading = readings[at.report];
            reading.clean.slice(reading.figures[at.figure].span)
        }));
        words.extend(finding.computed.map(|value| value.to_string()));
        assert!(!finding.says(&readings, crate::language::Language::English).is_empty());
        assert!(check.relations.contains(&finding.relation), "{text}: {finding:?}");
        words.join(" ")
    };
    found.iter().map(shown).collect()
}

#[test]
fn examples_are_found_and_counter_examples_are_not() {
    let mut wrong = Vec::new();
    for check in &CHECKS {
        assert!(!check.source.is_empty());
        let counters = check.examples.iter().filter(|e| !e.contains(" ⇒ ")).count();
        assert!(counters > 0 && counters < check.examples.len(), "{:?}", check.relations);
        for example in check.examples {
            let (text, expect) = example.split_once(" ⇒ ").unwrap_or((example, ""));
            let got = found(check, text).join("; ");
            if got != expect {
                wrong.push(format!("{text}\n    wanted {expect}\n    got    {got}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
