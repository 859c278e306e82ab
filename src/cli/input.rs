//! Files as they come: text in three encodings, HTML, reports with front matter, standard input.

use super::Failure;
use crate::figure::Reading;
use crate::front::has_front;
use crate::period::Date;
use crate::report::Report;
use crate::wire::{self, Offsets, WireFigure};
use std::fs;
use std::io::{self, Read};

/// A file that is ready to be read.
pub struct Input {
    /// The report.
    pub report: Report,
    /// Code points of front matter before its text.
    pub skip: usize,
}

/// Loads a file; `-` is standard input. `date` counts before the file's own.
pub fn load(file: &str, date: Option<Date>) -> Result<Input, Failure> {
    let fail = |reason: String| Failure::Input(format!("{file}: {reason}"));
    let mut bytes = Vec::new();
    let read = if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(file).map(|content| bytes = content)
    };
    read.map_err(|e| fail(e.to_string()))?;
    let text = decode(&bytes).ok_or_else(|| fail("this is no text in UTF-8, GB18030 or Big5".to_owned()))?;
    let mut report = if has_front(&text) {
        Report::from_markdown(&text).map_err(|e| fail(e.to_string()))?
    } else {
        Report {
            id: "file".to_owned(),
            text: text.clone(),
            ..Report::default()
        }
    };
    let skip = text[..text.len() - report.text.len()].chars().count();
    report.date = date.or(report.date);
    Ok(Input { report, skip })
}

/// Reads files, with what each figure looks like outside: offsets are code points of the file.
pub fn read(files: &[&str], date: Option<Date>) -> Result<(Vec<Reading>, Vec<Vec<WireFigure>>), Failure> {
    let mut read = (Vec::new(), Vec::new());
    for file in files {
        let Input { report, skip } = load(file, date)?;
        let reading = crate::read(&report);
        read.1
            .push(wire::figures(&reading, &report.text, skip, Offsets::CodePoints));
        read.0.push(reading);
    }
    Ok(read)
}

/// The text of a file: UTF-8 (a byte order mark stays, as a character), else whichever of GB18030 and Big5 reads without error and gives more Chinese.
fn decode(bytes: &[u8]) -> Option<String> {
    if bytes.contains(&0) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let read =
        |encoding: &'static encoding_rs::Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let common = |text: &str| {
        text.chars()
            .filter(|c| "的一是在了有和年月日国中大为人会发展工业区市企业".contains(*c) || "國業區會發".contains(*c))
            .count()
    };
    let texts = [read(encoding_rs::GB18030), read(encoding_rs::BIG5)];
    texts
        .into_iter()
        .flatten()
        .max_by_key(|text| common(text))
        .map(|text| text.into_owned())
}
