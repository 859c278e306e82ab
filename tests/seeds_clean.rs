//! Cleaning on whole reports: what a careful reader counts as a figure is never cut. The project's own reports always, and real ones where they
//! are at hand beside the repository.

use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;
use zhibiao::report::{EMBEDDED, Report};
use zhibiao::text::{Clean, CutReason, Span, clean};

/// A report and the byte ranges of its figures, those that a reader may leave out left out.
struct Sample {
    name: String,
    raw: String,
    figures: Vec<Range<usize>>,
}

/// The project's own reports. Their gold counts characters from the head of the file.
fn own() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/reports");
    let samples = EMBEDDED.iter().map(|report| {
        let raw = Report::from_markdown(report.file)
            .expect("an embedded report is well-formed")
            .text;
        let front = report.file.len() - raw.len();
        let gold = read(&folder.join(report.name).with_extension("gold.jsonl"));
        let figures = figures(report.file, &gold).into_iter();
        Sample {
            name: report.name.to_owned(),
            figures: figures.map(|at| at.start - front..at.end - front).collect(),
            raw,
        }
    });
    samples.collect()
}

/// The real reports at hand; none, with a note, where the folder is missing.
fn seeds() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let Ok(list) = fs::read_to_string(folder.join("documents.json")) else {
        println!("skipped: no reports at {}", folder.display());
        return Vec::new();
    };
    let list: Value = serde_json::from_str(&list).expect("documents.json is JSON");
    let samples = list
        .as_array()
        .expect("documents.json is a list")
        .iter()
        .map(|document| {
            let text = |key: &str| document[key].as_str().expect("each document has a file and gold");
            let raw = read(&folder.join(text("file")));
            Sample {
                name: text("id").to_owned(),
                figures: figures(&raw, &read(&folder.join(text("gold")))),
                raw,
            }
        });
    samples.collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The byte ranges of the figures in a file, out of its gold, which counts characters.
fn figures(file: &str, gold: &str) -> Vec<Range<usize>> {
    let bytes: Vec<usize> = file.char_indices().map(|(at, _)| at).chain([file.len()]).collect();
    let figures = gold.lines().filter_map(|line| {
        let figure: Value = serde_json::from_str(line).expect("each line of gold is JSON");
        let at = |key: &str| bytes[figure[key].as_u64().expect("a place") as usize];
        (figure["optional"] != true).then(|| at("start")..at("end"))
    });
    figures.collect()
}

/// The clean characters that stand for a stretch of the raw text.
fn found(clean: &Clean, start: usize, end: usize) -> Option<Span> {
    let range = |at: usize| clean.raw_range(Span::new(at, at + 1));
    let first = (0..clean.chars.len()).find(|at| range(*at).start >= start && range(*at).start < end)?;
    let last = (first..clean.chars.len())
        .take_while(|at| range(*at).start < end)
        .last()?;
    Some(Span::new(first, last + 1))
}

#[test]
fn no_figure_is_cut() {
    let own = own();
    assert!(
        own.iter().any(|sample| sample.figures.len() > 20),
        "own reports have figures"
    );
    for Sample { name, raw, figures } in own.into_iter().chain(seeds()) {
        let clean = clean(&raw);
        for at in figures {
            let quote = &raw[at.clone()];
            let mut cuts = clean.cuts.iter().filter(|cut| cut.why != CutReason::Annotation);
            let cut = cuts.find(|cut| cut.raw.start < at.end && at.start < cut.raw.end);
            assert!(cut.is_none(), "{name}: {quote} is cut as {:?}", cut.map(|cut| cut.why));
            let span = found(&clean, at.start, at.end).unwrap_or_else(|| panic!("{name}: {quote} is lost"));
            assert_eq!(&raw[clean.raw_range(span)], quote, "{name}");
        }
    }
}

#[test]
fn own_reports_are_clean_already() {
    for Sample { name, raw, .. } in own() {
        assert_eq!(clean(&raw).cuts, [], "{name}");
    }
}

#[test]
fn a_body_printed_twice_is_read_once() {
    for seed in seeds() {
        let clean = clean(&seed.raw);
        let mut paragraphs: Vec<String> = clean.paragraphs().into_iter().map(|at| clean.slice(at)).collect();
        paragraphs.retain(|text| text.chars().count() >= 20);
        let all = paragraphs.len();
        paragraphs.sort();
        paragraphs.dedup();
        assert_eq!(paragraphs.len(), all, "{}", seed.name);
    }
}

/// Prints the clean texts and what was cut: `cargo test --test seeds_clean -- --ignored --nocapture`.
#[test]
#[ignore = "prints for the eye"]
fn print() {
    for seed in seeds() {
        let clean = clean(&seed.raw);
        println!("==== {}\n{}", seed.name, clean.slice(Span::new(0, clean.chars.len())));
        for cut in clean.cuts.iter().filter(|cut| cut.why != CutReason::Annotation) {
            println!(
                "---- {:?}: {:.160}",
                cut.why,
                seed.raw[cut.raw.clone()].replace('\n', "⏎")
            );
        }
    }
}
