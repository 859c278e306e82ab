//! The tables of cases: what they hold, and how their lines compare.

use super::figure::Head;
use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use zhibiao::period::Date;
use zhibiao::report::Report;

/// A text and the figures in it.
pub struct Case {
    /// File and line.
    pub place: String,
    /// The text, with the head's date and zone.
    pub report: Report,
    /// The file, and which of its lines are the case's, its text included.
    pub source: (PathBuf, Range<usize>),
    /// What stands below the text.
    pub lines: Vec<Line>,
}

/// A line below a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A figure as it is read.
    Figure(String),
    /// What the line above should be; `-` where there should be none.
    Better(String),
    /// A figure that should be read and is not.
    Missing(String),
    /// A numeral that is no figure, and why.
    Skipped(String, String),
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Figure(line) => write!(f, "{line}"),
            Self::Better(line) => write!(f, "fixme: {line}"),
            Self::Missing(line) => write!(f, "fixme: + {line}"),
            Self::Skipped(words, why) => write!(f, "x {words} | {why}"),
        }
    }
}

impl Case {
    /// What `·` stands for.
    pub fn head(&self) -> Head<'_> {
        Head {
            zone: self.report.zone.as_deref(),
            year: self.report.date.map(|date| date.year),
        }
    }
}

impl Case {
    /// The lines of its figures.
    pub fn figures(&self) -> impl Iterator<Item = &String> {
        self.lines.iter().filter_map(|line| match line {
            Line::Figure(line) => Some(line),
            _ => None,
        })
    }

    /// How many things are known to be wrong.
    pub fn fixmes(&self) -> usize {
        let fixme = |line: &&Line| matches!(line, Line::Better(_) | Line::Missing(_));
        self.lines.iter().filter(fixme).count()
    }

    /// The lines with every fixme that has come true in the place of what it mends; `None` where something else has changed.
    pub fn mended(&self, got: &[String]) -> Option<Vec<Line>> {
        let mut got = got.iter().peekable();
        let mut mended = Vec::new();
        let mut lines = self.lines.iter().peekable();
        while let Some(line) = lines.next() {
            match line {
                Line::Figure(figure) if got.next_if(|g| same(figure, g)).is_some() => {
                    mended.push(line.clone());
                    mended.extend(lines.next_if(|l| matches!(l, Line::Better(_))).cloned());
                }
                Line::Figure(_) => match lines.next() {
                    Some(Line::Better(none)) if none == "-" => {}
                    Some(Line::Better(better)) if got.next_if(|g| same(better, g)).is_some() => {
                        mended.push(Line::Figure(better.clone()));
                    }
                    _ => return None,
                },
                Line::Missing(figure) if got.next_if(|g| same(figure, g)).is_some() => {
                    mended.push(Line::Figure(figure.clone()));
                }
                _ => mended.push(line.clone()),
            }
        }
        got.next().is_none().then_some(mended)
    }

    /// Adds a line below the text.
    fn add(&mut self, line: &str) -> Result<(), String> {
        let figure = |line: &str| match line.split(" | ").count() {
            5 => Ok(line.to_owned()),
            n => Err(format!("a figure has 5 cells, this line has {n}")),
        };
        let line = if let Some(skipped) = line.strip_prefix("x ") {
            let (words, why) = skipped.split_once(" | ").ok_or("expected `x WORDS | REASON`")?;
            Line::Skipped(words.to_owned(), why.to_owned())
        } else if let Some(missing) = line.strip_prefix("fixme: + ") {
            Line::Missing(figure(missing)?)
        } else if let Some(better) = line.strip_prefix("fixme: ") {
            let Some(Line::Figure(above)) = self.lines.last() else {
                return Err("a fixme stands behind the line that it mends".to_owned());
            };
            if better != "-" && same(above, &figure(better)?) {
                return Err("the fixme says what the line above it says".to_owned());
            }
            Line::Better(better.to_owned())
        } else {
            Line::Figure(figure(line)?)
        };
        self.lines.push(line);
        Ok(())
    }
}

/// All cases, by file.
pub fn tables() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(&folder).expect("there is a folder of cases").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a table of cases is text");
        cases.extend(table(&path, &text).unwrap_or_else(|reason| panic!("{reason}")));
    }
    cases
}

/// Puts mended cases into their files.
pub fn rewrite(mended: &[(&Case, Vec<Line>)]) {
    // From the last to the first, so that the places of those before stay.
    for (case, lines) in mended.iter().rev() {
        let (path, range) = &case.source;
        let text = fs::read_to_string(path).expect("a table of cases is text");
        let mut all: Vec<String> = text.lines().map(str::to_owned).collect();
        let texts = case.report.text.lines().map(|line| format!("> {line}"));
        all.splice(range.clone(), texts.chain(lines.iter().map(Line::to_string)));
        fs::write(path, all.join("\n") + "\n").expect("a table of cases can be written");
    }
}

/// The cases of one file.
///
/// # Errors
/// A line that cannot stand where it does, with its place.
fn table(path: &Path, text: &str) -> Result<Vec<Case>, String> {
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let mut cases: Vec<Case> = Vec::new();
    let (mut date, mut zone) = (None, None);
    let mut open = false;
    for (i, line) in text.lines().enumerate() {
        let place = format!("tests/cases/{name}:{}", i + 1);
        if line.is_empty() || line.starts_with('#') {
            open = false;
        } else if line == "date:" {
            date = None;
        } else if let Some(value) = line.strip_prefix("date: ") {
            date = Some(Date::parse(value).ok_or_else(|| format!("{place}: `{value}` is no date"))?);
        } else if let Some(value) = line.strip_prefix("zone: ") {
            // A zone `-` is one that the text has to tell.
            zone = Some(value.to_owned()).filter(|zone| zone != "-");
        } else if let Some(text) = line.strip_prefix("> ") {
            if !open || cases.last().is_none_or(|case| !case.lines.is_empty()) {
                cases.push(Case {
                    place,
                    report: Report {
                        date,
                        zone: zone.clone(),
                        ..Report::default()
                    },
                    source: (path.to_owned(), i..i),
                    lines: Vec::new(),
                });
                open = true;
            }
            let case = cases.last_mut().expect("a case is open");
            case.report.text += text;
            case.report.text.push('\n');
            case.source.1.end = i + 1;
        } else {
            let case = cases.last_mut().filter(|_| open);
            let case = case.ok_or_else(|| format!("{place}: no text stands before it"))?;
            case.add(line).map_err(|reason| format!("{place}: {reason}"))?;
            case.source.1.end = i + 1;
        }
    }
    Ok(cases)
}

/// Whether a line as read is the one wanted, cell by cell.
pub fn same(want: &str, got: &str) -> bool {
    let mut got = got.split(" | ");
    want.split(" | ")
        .all(|cell| got.next().is_some_and(|own| cell == "~" || cell == own))
        && got.next().is_none()
}

#[test]
fn lines_are_read_as_what_they_are() {
    let table = |text: &str| table(Path::new("t"), text);
    let text =
        "date: 2024-03-05\n> 一\n> 二\n1家 | level | 甲 | ~ | 2023\nfixme: -\nx 第三批 | ordinal\n> 三\n\n> 四\n";
    let cases = table(text).expect("well formed");
    let texts: Vec<&str> = cases.iter().map(|c| c.report.text.as_str()).collect();
    assert_eq!(texts, ["一\n二\n", "三\n", "四\n"]);
    assert_eq!(
        (cases[0].figures().count(), cases[0].fixmes(), cases[0].lines.len()),
        (1, 1, 3)
    );
    assert_eq!((&cases[0].source.1, &cases[1].source.1), (&(1..6), &(6..7)));
    let reason = |text: &str| table(text).err().unwrap_or_default();
    assert!(reason("1家 | level | 甲 | ~ | ~").contains("t:1: no text"));
    assert!(reason("> 一\n1家 | level").contains("t:2: a figure has 5 cells"));
    assert!(reason("> 一\n1家 | level | 甲 | 乙 | –\nfixme: 1家 | level | 甲 | 乙 | –").contains("says what"));
    assert!(reason("> 一\nfixme: -").contains("stands behind"));
    assert!(reason("date: 2024-13").contains("no date"));
}

#[test]
fn fixmes_that_come_true_take_their_place() {
    let [one, two, three] = ["1家", "2家", "3家"].map(|quote| format!("{quote} | level | 甲 | 乙 | –"));
    let text = format!("> 一\n{one}\nfixme: {two}\nx 第三 | ordinal\nfixme: + {three}\n");
    let case = &table(Path::new("t"), &text).expect("well formed")[0];
    let mended = |got: &[&String]| {
        let got: Vec<String> = got.iter().map(|line| (*line).clone()).collect();
        case.mended(&got)
            .map(|lines| lines.iter().map(Line::to_string).collect::<Vec<_>>().join("\n"))
    };
    let skipped = "x 第三 | ordinal";
    assert_eq!(mended(&[&two, &three]), Some(format!("{two}\n{skipped}\n{three}")));
    assert_eq!(
        mended(&[&one, &three]),
        Some(format!("{one}\nfixme: {two}\n{skipped}\n{three}"))
    );
    assert_eq!(mended(&[&three]), None);
    assert_eq!(mended(&[&one, &two]), None);
}

#[test]
fn cells_are_compared_one_by_one() {
    assert!(same("1家 | level | ~ | ~ | 2023", "1家 | level | 甲 | 乙 | 2023"));
    assert!(!same("1家 | level | ~ | ~ | 2022", "1家 | level | 甲 | 乙 | 2023"));
    assert!(!same("1家 | level", "1家 | level | 甲"));
}
