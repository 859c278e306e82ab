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

#[test]
fn shares_and_completions_of_a_table_are_worked_out_from_its_own_figures() {
    let computed = |texts: &[&str]| -> Vec<String> {
        let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        let mut table = crate::table::table(&readings);
        recompute(&check(&readings), &mut table);
        let of = |at: Evidence| readings[at.report].figures[at.figure].value.to_string();
        let told = |o: &Observation| {
            let Computed {
                part,
                whole,
                value,
                planned,
                fits,
            } = o.computed?;
            let (sign, of_plan) = (if fits { "=" } else { "≠" }, if planned { " of a plan" } else { "" });
            Some(format!(
                "{} {sign} {} / {} = {value}{of_plan}",
                o.value,
                of(part),
                of(whole)
            ))
        };
        table.iter().filter_map(told).collect()
    };
    let text = "2023年新签约项目49个，其中工业项目31个，占比63.27%。";
    assert_eq!(computed(&[text]), ["63.27 = 31 / 49 = 63.27"]);
    assert_eq!(
        computed(&[&text.replace("63.27", "36.27")]),
        ["36.27 ≠ 31 / 49 = 63.27"]
    );
    let plan = "2023年计划投资20亿元，到9月底完成11.97亿元，计划完成率59.8%。";
    assert_eq!(
        computed(&["2023年税收5亿元。", plan]),
        ["59.8 = 1197000000 / 2000000000 = 59.85 of a plan"]
    );
    // From 19 to 11 is no share.
    assert!(computed(&["2023年审批事项由19项减少到11项，减少42.1%。"]).is_empty());
}
