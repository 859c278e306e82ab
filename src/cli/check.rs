//! `zhibiao check`: the arithmetic of the files, checked against itself and each other.

use super::{Call, Failure, Format, input, output};
use crate::check::Verdict;
use crate::figure::Reading;
use crate::language::Language;
use crate::wire;
use std::io::Write;

/// Checks the figures of all files together.
pub fn check(files: &[&str], call: &Call, out: &mut dyn Write) -> Result<(), Failure> {
    let (readings, figures) = input::read(files, call.date)?;
    let readings: Vec<&Reading> = readings.iter().collect();
    let findings = crate::check(&readings);
    if call.format == Some(Format::Jsonl) {
        for finding in &findings {
            let line = serde_json::to_string(&wire::finding(finding, &readings, &figures, files));
            let line = line.map_err(|e| output(e.into()))?;
            writeln!(out, "{line}").map_err(output)?;
        }
        return Ok(());
    }
    for verdict in Verdict::ALL {
        let of_verdict: Vec<_> = findings.iter().filter(|finding| finding.verdict == verdict).collect();
        let (word, count) = (verdict.words(Language::Chinese), of_verdict.len());
        writeln!(out, "{word} {count}").map_err(output)?;
        for finding in of_verdict {
            let at = finding.figures.first().map_or((0, 0), |at| (at.report, at.figure));
            let place = figures[at.0].get(at.1).map_or(0, |figure| figure.start);
            let name = finding.relation.words(Language::Chinese);
            let says = finding.says(&readings, Language::Chinese);
            writeln!(out, "  {}:{place}  {name}：{says}", files[at.0]).map_err(output)?;
        }
    }
    Ok(())
}
