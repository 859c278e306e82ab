//! `zhibiao table`: the figures of the files, merged to observations.

use super::{Call, Failure, Format, input, output};
use crate::figure::Reading;
use crate::wire::{self, WireObservation};
use std::io::Write;

/// Prints the observations of all files together: restatements joined, contradictions apart.
pub fn table(files: &[&str], call: &Call, out: &mut dyn Write) -> Result<(), Failure> {
    let (readings, figures) = input::read(files, call.date)?;
    let readings: Vec<&Reading> = readings.iter().collect();
    let source = |report: usize, figure: usize| format!("{}:{}", files[report], figures[report][figure].start);
    let observations = wire::observations(&crate::table::table(&readings), &readings, source);
    if call.format == Some(Format::Jsonl) {
        for observation in &observations {
            let line = serde_json::to_string(observation).map_err(|e| output(e.into()))?;
            writeln!(out, "{line}").map_err(output)?;
        }
        return Ok(());
    }
    let rows: Vec<Vec<String>> = observations.iter().map(WireObservation::row).collect();
    out.write_all(wire::csv(&wire::OBSERVATION_FIELDS, &rows).as_bytes())
        .map_err(output)
}
