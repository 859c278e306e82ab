//! Cleaning on real reports, where they are at hand beside the repository: what a careful reader counts as a figure is never cut.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use zhibiao::text::{Clean, CutReason, Span, clean};

/// A report and the byte ranges of its figures, those that a reader may leave out left out.
struct Seed {
    name: String,
    raw: String,
    figures: Vec<(usize, usize)>,
}

/// The reports at hand; none, with a note, where the folder is missing.
fn seeds() -> Vec<Seed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let Ok(list) = fs::read_to_string(folder.join("documents.json")) else {
        println!("skipped: no reports at {}", folder.display());
        return Vec::new();
    };
    let list: Value = serde_json::from_str(&list).expect("documents.json is JSON");
    let read = |path: PathBuf| fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let documents = list
        .as_array()
        .expect("documents.json is a list")
        .iter()
        .map(|document| {
            let text = |key: &str| {
                document[key]
                    .as_str()
                    .expect("each document has a file and gold")
                    .to_owned()
            };
            let raw = read(folder.join(text("file")));
            let bytes: Vec<usize> = raw.char_indices().map(|(at, _)| at).chain([raw.len()]).collect();
            let gold = read(folder.join(text("gold")));
            let figures = gold.lines().filter_map(|line| {
                let figure: Value = serde_json::from_str(line).expect("each line of gold is JSON");
                let at = |key: &str| bytes[figure[key].as_u64().expect("a place") as usize];
                (figure["optional"] != true).then(|| (at("start"), at("end")))
            });
            let figures = figures.collect();
            Seed {
                name: text("id"),
                raw,
                figures,
            }
        });
    documents.collect()
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
    for seed in seeds() {
        let clean = clean(&seed.raw);
        for &(start, end) in &seed.figures {
            let quote = &seed.raw[start..end];
            let cut = clean
                .cuts
                .iter()
                .find(|cut| cut.why != CutReason::Annotation && cut.raw.start < end && start < cut.raw.end);
            assert!(
                cut.is_none(),
                "{}: {quote} is cut as {:?}",
                seed.name,
                cut.map(|cut| cut.why)
            );
            let span = found(&clean, start, end).unwrap_or_else(|| panic!("{}: {quote} is lost", seed.name));
            assert_eq!(&seed.raw[clean.raw_range(span)], quote, "{}", seed.name);
        }
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
