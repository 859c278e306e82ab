//! Turns `data/` into Rust: the reports and the lexicon, checked. A malformed entry stops the build with file, line and reason.

#[path = "build/entries.rs"]
mod entries;
#[allow(dead_code)]
#[path = "../src/front.rs"]
mod front;
#[path = "build/lexicon.rs"]
mod lexicon;
#[allow(dead_code)]
#[path = "../src/period.rs"]
mod period;
#[allow(dead_code)]
#[path = "../src/prefix/letters.rs"]
mod letters;
#[path = "build/text.rs"]
mod text;
#[path = "build/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=data");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    write(&out.join("reports.rs"), &reports(Path::new("data/reports")));
    write(&out.join("t2s.rs"), &text::variants(Path::new("data/t2s.tsv")));
    write(
        &out.join("chrome.rs"),
        &text::chrome(Path::new("data/lexicon/chrome.toml")),
    );
    write(
        &out.join("units.rs"),
        &words::units(Path::new("data/lexicon/units.toml")),
    );
    write(&out.join("cues.rs"), &words::cues(Path::new("data/lexicon/cues.toml")));
    let lexicon = table("INDICATOR_LINES", "data/lexicon/indicators.toml", lexicon::indicators)
        + &table("ZONE_LINES", "data/lexicon/zones.toml", lexicon::zones);
    write(&out.join("lexicon.rs"), &lexicon);
}

/// A data file as a string of lines.
fn table(name: &str, path: &str, lines: fn(&str) -> Result<String, entries::Fault>) -> String {
    let path = Path::new(path);
    let lines = lines(&read(path)).unwrap_or_else(|fault| fail(path, fault.line, &fault.reason));
    format!("static {name}: &str = {lines:?};\n")
}

/// The table of embedded reports.
fn reports(folder: &Path) -> String {
    let mut entries = Vec::new();
    for path in files(folder, "md") {
        let text = read(&path);
        let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let place = match front::front(&text) {
            Err(e) => fail(&path, e.line, &e.reason),
            Ok(front) if front.id != name => fail(&path, 2, &format!("`id` must be the file's name, `{name}`")),
            Ok(front) if front.date.is_none() || front.zone.is_none() || front.outlet.is_none() => {
                fail(&path, 1, "an embedded report needs `outlet`, `date` and `zone`")
            }
            // Reports at hand come first, as their names have them; those known from a copy alone follow by zone and date.
            Ok(front) => front
                .copy
                .and(front.zone.map(str::to_owned))
                .map(|zone| (zone, front.date)),
        };
        let path = fs::canonicalize(&path).unwrap_or_else(|e| fail(&path, 0, &e.to_string()));
        entries.push((
            place,
            format!("    Embedded {{ name: {name:?}, file: include_str!({path:?}) }},\n"),
        ));
    }
    entries.sort();
    let lines: String = entries.into_iter().map(|(_, line)| line).collect();
    format!("/// The reports built into the program.\npub static EMBEDDED: &[Embedded] = &[\n{lines}];\n")
}

/// The files of a folder with an ending, by name.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| fail(folder, 0, &e.to_string()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == ending));
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| fail(path, 0, &e.to_string()))
}

fn write(path: &Path, code: &str) {
    if let Err(e) = fs::write(path, code) {
        fail(path, 0, &e.to_string());
    }
}

/// The line on which a byte range of a text starts, from 1.
fn line_of(text: &str, range: Option<std::ops::Range<usize>>) -> usize {
    range.map_or(0, |r| text[..r.start.min(text.len())].matches('\n').count() + 1)
}

/// Stops the build with the place and the reason.
fn fail(path: &Path, line: usize, reason: &str) -> ! {
    println!("cargo::error={}:{line}: {reason}", path.display());
    process::exit(1);
}
