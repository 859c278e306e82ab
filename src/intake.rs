//! From what a reader pastes or chooses to a report, or to the reason why it cannot be one.

use crate::front::has_front;
use crate::library::Entry;
use crate::period::Date;
use crate::report::Report;

/// Longest text that we read, in bytes.
pub const MAX_BYTES: usize = 4_000_000;

/// Longest headline that is taken from a text's first line, in characters.
const MAX_TITLE: usize = 60;

/// Why a text cannot join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`MAX_BYTES`].
    TooLong,
    /// The bytes are no text that we can decode.
    NoText,
    /// The browser could not read the file.
    Unreadable,
    /// The date is no date.
    NoDate,
    /// Its front matter is malformed: line and reason.
    Front(usize, String),
    /// No figure was found in it.
    NoFigures,
}

/// What is known about a text besides itself; empty fields are unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About<'a> {
    /// Headline. Where it is empty, the text's first line is taken if it is short.
    pub title: &'a str,
    /// Headline of last resort, such as a file's name.
    pub name: &'a str,
    /// Who published it.
    pub outlet: &'a str,
    /// When, as `YYYY-MM-DD`.
    pub date: &'a str,
}

/// Makes a report of a text. A text with front matter brings its own particulars.
///
/// # Errors
/// The text is empty or too long, the date is none, or the front matter is malformed.
pub fn report(text: &str, about: &About) -> Result<Report, Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLong);
    }
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if has_front(&text) {
        return Report::from_markdown(&text).map_err(|e| Refusal::Front(e.line, e.reason));
    }
    let date = match about.date.trim() {
        "" => None,
        date => Some(Date::parse(date).ok_or(Refusal::NoDate)?),
    };
    let given = [about.title.trim(), first_line(&text), about.name.trim()];
    let title = given
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or("…")
        .to_owned();
    let outlet = Some(about.outlet.trim())
        .filter(|outlet| !outlet.is_empty())
        .map(str::to_owned);
    Ok(Report {
        title,
        outlet,
        date,
        text,
        ..Report::default()
    })
}

/// Reads a report of the reader's own.
///
/// # Errors
/// There is no figure in it.
pub fn entry(report: Report) -> Result<Entry, Refusal> {
    let entry = Entry::new(report, true);
    match entry.reading.figures.is_empty() {
        true => Err(Refusal::NoFigures),
        false => Ok(entry),
    }
}

/// The first line with words in it, where it is short enough for a headline and no code.
fn first_line(text: &str) -> &str {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let headline = line.chars().count() <= MAX_TITLE && !line.contains(['<', '>']);
    if headline { line } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, about: &About, expect: Result<&str, Refusal>) {
        assert_eq!(
            report(text, about).map(|r| r.title),
            expect.map(str::to_owned),
            "{text:.40}"
        );
    }

    #[test]
    fn a_headline_is_given_or_found() {
        let named = About {
            name: "a.txt",
            ..About::default()
        };
        check("\n  一季度开门红\n\n正文。", &named, Ok("一季度开门红"));
        check(
            "正文",
            &About {
                title: " 题 ",
                ..named.clone()
            },
            Ok("题"),
        );
        check("<html><p>正文", &named, Ok("a.txt"));
        check(&"长".repeat(100), &named, Ok("a.txt"));
        check(&"长".repeat(100), &About::default(), Ok("…"));
    }

    #[test]
    fn what_cannot_be_a_report_is_refused_with_the_reason() {
        let none = About::default();
        check(" \n\u{3000}", &none, Err(Refusal::Empty));
        check(&"1".repeat(MAX_BYTES + 1), &none, Err(Refusal::TooLong));
        check(
            "正文",
            &About {
                date: "2023-02-30",
                ..none.clone()
            },
            Err(Refusal::NoDate),
        );
        check(
            "---\nid: a\n---\n",
            &none,
            Err(Refusal::Front(
                3,
                "the front matter needs both `id` and `title`".to_owned(),
            )),
        );
        let report = report("没有数字的一句话。", &none).expect("a report");
        assert_eq!(entry(report).err(), Some(Refusal::NoFigures));
    }

    #[test]
    fn particulars_are_kept() {
        let about = About {
            outlet: "日报",
            date: "2023-02-01",
            ..About::default()
        };
        let report = report("甲\r\n乙", &about).expect("a report");
        assert_eq!(
            (report.outlet.as_deref(), report.date, report.text.as_str()),
            (Some("日报"), Date::parse("2023-02-01"), "甲\n乙")
        );
        let own = super::report("---\nid: x\ntitle: 题\ndate: 2024-01-01\n---\n正文", &about).expect("a report");
        assert_eq!((own.title.as_str(), own.date), ("题", Date::parse("2024-01-01")));
    }
}
