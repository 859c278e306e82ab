//! The tables of cases: what they hold, and how their lines compare.

use super::figure::Head;
use std::fs;
use std::path::Path;
use zhibiao::period::Date;
use zhibiao::report::Report;

/// A text and the figures in it.
pub struct Case {
    /// File and line.
    pub place: String,
    /// The text, with the head's date and zone.
    pub report: Report,
    /// Its lines as they stand in the table.
    pub shown: String,
    /// The lines of its figures.
    pub figures: Vec<String>,
    /// Numerals that are no figures, with the reason.
    pub skipped: Vec<(String, String)>,
    /// How many things are known to be wrong.
    pub fixmes: usize,
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

/// All cases, by file.
pub fn tables() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(&folder).expect("there is a folder of cases").flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a table of cases is text");
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        cases.extend(table(name, &text).unwrap_or_else(|reason| panic!("{reason}")));
    }
    cases
}

/// The cases of one file.
///
/// # Errors
/// A line that cannot stand where it does, with its place.
fn table(name: &str, text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut date, mut zone) = (None, None);
    let mut open = false;
    for (i, line) in text.lines().enumerate() {
        let place = format!("tests/cases/{name}:{}", i + 1);
        if line.is_empty() || line.starts_with('#') {
            open = false;
        } else if let Some(value) = line.strip_prefix("date: ") {
            date = Some(Date::parse(value).ok_or_else(|| format!("{place}: `{value}` is no date"))?);
        } else if let Some(value) = line.strip_prefix("zone: ") {
            // A zone `-` is one that the text has to tell.
            zone = Some(value.to_owned()).filter(|zone| zone != "-");
        } else if let Some(text) = line.strip_prefix("> ") {
            if !open || cases.last().is_none_or(|case| case.begun()) {
                cases.push(Case {
                    place,
                    report: Report {
                        date,
                        zone: zone.clone(),
                        ..Report::default()
                    },
                    shown: String::new(),
                    figures: Vec::new(),
                    skipped: Vec::new(),
                    fixmes: 0,
                });
                open = true;
            }
            let case = cases.last_mut().expect("a case is open");
            case.report.text += text;
            case.report.text.push('\n');
            case.show(line);
        } else {
            let case = cases
                .last_mut()
                .filter(|_| open)
                .ok_or_else(|| format!("{place}: no text stands before it"))?;
            case.add(line).map_err(|reason| format!("{place}: {reason}"))?;
            case.show(line);
        }
    }
    Ok(cases)
}

impl Case {
    /// Whether anything but text has been said.
    fn begun(&self) -> bool {
        !self.figures.is_empty() || !self.skipped.is_empty() || self.fixmes > 0
    }

    fn show(&mut self, line: &str) {
        self.shown += line;
        self.shown.push('\n');
    }

    /// Adds a line below the text.
    fn add(&mut self, line: &str) -> Result<(), String> {
        let figure = |line: &str| match line.split(" | ").count() {
            5 => Ok(line.to_owned()),
            n => Err(format!("a figure has 5 cells, this line has {n}")),
        };
        if let Some(skipped) = line.strip_prefix("x ") {
            let (words, why) = skipped.split_once(" | ").ok_or("expected `x WORDS | REASON`")?;
            self.skipped.push((words.to_owned(), why.to_owned()));
            return Ok(());
        }
        let Some(better) = line.strip_prefix("fixme: ") else {
            self.figures.push(figure(line)?);
            return Ok(());
        };
        self.fixmes += 1;
        if let Some(missing) = better.strip_prefix("+ ") {
            figure(missing)?;
        } else {
            let last = self
                .figures
                .last()
                .ok_or("a fixme stands behind the line that it mends")?;
            if better != "-" && same(last, &figure(better)?) {
                return Err("the fixme says what the line above it says".to_owned());
            }
        }
        Ok(())
    }
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
    let text =
        "date: 2024-03-05\n> 一\n> 二\n1家 | level | 甲 | ~ | 2023\nfixme: -\nx 第三批 | ordinal\n> 三\n\n> 四\n";
    let cases = table("t", text).expect("well formed");
    let texts: Vec<&str> = cases.iter().map(|c| c.report.text.as_str()).collect();
    assert_eq!(texts, ["一\n二\n", "三\n", "四\n"]);
    assert_eq!(
        (cases[0].figures.len(), cases[0].skipped.len(), cases[0].fixmes),
        (1, 1, 1)
    );
    let reason = |text: &str| table("t", text).err().unwrap_or_default();
    assert!(reason("1家 | level | 甲 | ~ | ~").contains("t:1: no text"));
    assert!(reason("> 一\n1家 | level").contains("t:2: a figure has 5 cells"));
    assert!(reason("> 一\n1家 | level | 甲 | 乙 | –\nfixme: 1家 | level | 甲 | 乙 | –").contains("says what"));
    assert!(reason("date: 2024-13").contains("no date"));
}

#[test]
fn cells_are_compared_one_by_one() {
    assert!(same("1家 | level | ~ | ~ | 2023", "1家 | level | 甲 | 乙 | 2023"));
    assert!(!same("1家 | level | ~ | ~ | 2022", "1家 | level | 甲 | 乙 | 2023"));
    assert!(!same("1家 | level", "1家 | level | 甲"));
}
