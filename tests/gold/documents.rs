//! Documents with figures marked by hand.

use super::score::{Found, Marked};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use zhibiao::period::Date;
use zhibiao::report::Report;

/// A text with its marked figures, whose places count the code points of the whole file.
pub struct Document {
    /// Short name.
    pub name: String,
    /// The file of marked figures.
    pub path: PathBuf,
    /// The file's text.
    pub file: String,
    /// The report in it.
    pub report: Report,
    /// The marked figures.
    pub gold: Vec<Marked>,
}

/// The reports built into the program.
pub fn embedded() -> Vec<Document> {
    let document = |e: &zhibiao::report::Embedded| {
        let path = top().join(format!("data/reports/{}.gold.jsonl", e.name));
        Document {
            name: e.name.to_owned(),
            file: e.file.to_owned(),
            report: Report::from_markdown(e.file).expect("the build has checked the embedded reports"),
            gold: marked(&read(&path), &path),
            path,
        }
    };
    zhibiao::report::EMBEDDED.iter().map(document).collect()
}

/// The documents that a folder's `documents.json` lists; `None` where it has none. A zone that it names is told to the reader where `zoned`:
/// a passage need not name it, a whole report has to.
pub fn listed(folder: &str, zoned: bool) -> Option<Vec<Document>> {
    #[derive(Deserialize)]
    struct Entry {
        id: String,
        file: String,
        gold: String,
        date: Option<String>,
        zone: Option<String>,
    }
    let folder = top().join(folder);
    let list = fs::read_to_string(folder.join("documents.json")).ok()?;
    let list: Vec<Entry> = serde_json::from_str(&list).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let document = |entry: Entry| {
        let file = read(&folder.join(&entry.file));
        let date = entry.date.filter(|date| !date.is_empty());
        let path = folder.join(&entry.gold);
        Document {
            report: Report {
                id: entry.id.clone(),
                date: date.map(|d| Date::parse(&d).unwrap_or_else(|| panic!("{}: no date: {d}", entry.id))),
                zone: entry.zone.filter(|_| zoned),
                text: file.clone(),
                ..Report::default()
            },
            gold: marked(&read(&path), &path),
            name: entry.id,
            path,
            file,
        }
    };
    Some(list.into_iter().map(document).collect())
}

impl Document {
    /// The figures that the program reads in it.
    pub fn found(&self) -> Vec<Found> {
        let reading = zhibiao::read(&self.report);
        let skip = self.file.len() - self.report.text.len();
        let points: Vec<usize> = self.file.char_indices().map(|(at, _)| at).collect();
        let point = |byte: usize| points.partition_point(|at| *at < skip + byte);
        let found = |figure: &zhibiao::figure::Figure| {
            let range = reading.clean.raw_range(figure.span);
            Found {
                start: point(range.start),
                end: point(range.end),
                quote: self.report.text[range].to_owned(),
                value: (figure.value, figure.value_max),
                unit: figure.unit.clone(),
                bound: figure.bound.code(),
                kind: figure.kind.code(),
                sign: figure.sign.map(|sign| sign.code()),
                status: figure.status.code(),
                indicator: figure.indicator.value.clone(),
                subject: figure.subject.value.clone(),
                period: figure.period.value.map(|period| period.to_string()),
            }
        };
        reading.figures.iter().map(found).collect()
    }

    /// Says of each marked figure whose quote does not stand at its place, where it stands and what does.
    pub fn misplaced(&self) -> Vec<String> {
        let chars: Vec<char> = self.file.chars().collect();
        let wrong = |(i, m): (usize, &Marked)| {
            let there: String = chars.get(m.start..m.end).unwrap_or_default().iter().collect();
            (there != m.quote).then(|| {
                format!(
                    "{}:{}: `{}` is said to stand at {}..{}, where there is `{there}`",
                    self.path.display(),
                    i + 1,
                    m.quote,
                    m.start,
                    m.end
                )
            })
        };
        self.gold.iter().enumerate().filter_map(wrong).collect()
    }
}

/// The lines of a file of marked figures with each moved to where its quote stands now: the place that lies nearest to where the figure before
/// it moved, and first to where most of them moved.
///
/// # Errors
/// A quote that stands nowhere in the text.
pub fn anchored(document: &Document, lines: &str) -> Result<String, String> {
    let chars: Vec<char> = document.file.chars().collect();
    let places: Vec<Vec<usize>> = document.gold.iter().map(|m| places(&chars, &m.quote)).collect();
    let mut votes: BTreeMap<isize, usize> = BTreeMap::new();
    for (mark, places) in document.gold.iter().zip(&places) {
        for place in places {
            *votes.entry(*place as isize - mark.start as isize).or_default() += 1;
        }
    }
    let most = votes
        .into_iter()
        .max_by_key(|(move_by, count)| (*count, -move_by.abs()));
    let mut moved = most.map_or(0, |(move_by, _)| move_by);
    let mut anchored = String::new();
    for ((line, mark), places) in lines.lines().zip(&document.gold).zip(places) {
        let guess = mark.start.saturating_add_signed(moved);
        let start = places
            .into_iter()
            .min_by_key(|at| at.abs_diff(guess))
            .ok_or_else(|| format!("{}: `{}` stands nowhere in the text", document.name, mark.quote))?;
        moved = start as isize - mark.start as isize;
        let old = format!("\"start\": {}, \"end\": {}", mark.start, mark.end);
        let new = format!("\"start\": {start}, \"end\": {}", start + mark.end - mark.start);
        anchored += &line.replacen(&old, &new, 1);
        anchored.push('\n');
    }
    Ok(anchored)
}

/// Where a quote stands in the text.
fn places(chars: &[char], quote: &str) -> Vec<usize> {
    let quote: Vec<char> = quote.chars().collect();
    let windows = chars.windows(quote.len().max(1)).enumerate();
    windows.filter(|(_, words)| *words == quote).map(|(at, _)| at).collect()
}

/// The figures of a file of JSON Lines.
fn marked(lines: &str, path: &Path) -> Vec<Marked> {
    let figure = |(i, line): (usize, &str)| -> Marked {
        serde_json::from_str(line).unwrap_or_else(|e| panic!("{}:{}: {e}", path.display(), i + 1))
    };
    lines.lines().enumerate().map(figure).collect()
}

/// A file's text.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn places_move_with_their_quotes() {
    let path = PathBuf::from("moved.gold.jsonl");
    let lines = r#"{"start": 1, "end": 3, "quote": "3个", "value": "3"}
{"start": 4, "end": 6, "quote": "3个", "value": "3"}
"#;
    let document = |file: &str| Document {
        name: "moved".to_owned(),
        file: file.to_owned(),
        report: Report::default(),
        gold: marked(lines, &path),
        path: path.clone(),
    };
    assert!(document("甲3个乙3个").misplaced().is_empty());
    let moved = document("题目3个：甲3个乙3个");
    assert_eq!(moved.misplaced().len(), 2);
    let expect = lines
        .replace("4, \"end\": 6", "9, \"end\": 11")
        .replace("1, \"end\": 3", "6, \"end\": 8");
    assert_eq!(anchored(&moved, lines).as_deref(), Ok(expect.as_str()));
    assert!(anchored(&document("甲4个"), lines).is_err_and(|reason| reason.contains("nowhere")));
}
