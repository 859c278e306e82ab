//! From what a reader pastes or chooses to a report, or to the reason why it cannot be one.

use crate::front::has_front;
use crate::library::Entry;
use crate::period::Date;
use crate::report::Report;
use crate::slug::hashed;

/// Longest text that we read, in bytes.
pub const MAX_BYTES: usize = 4_000_000;

/// Longest headline that is taken from a text's first line, in characters.
const MAX_TITLE: usize = 60;

/// Why a text cannot join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`MAX_BYTES`], or a file larger than we open.
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
    /// Another kind of file than we read.
    Kind,
    /// A file that asks for a password.
    Locked,
    /// A file that is damaged.
    Broken,
    /// A document made of pictures of its pages.
    Scan,
    /// A list of reports that is none.
    NoList,
    /// A list of reports as a later version writes it.
    Newer,
}

impl Refusal {
    /// The reason by the name that it has among the scripts which open files.
    pub fn named(name: &str) -> Self {
        match name {
            "long" => Self::TooLong,
            "text" => Self::NoText,
            "kind" => Self::Kind,
            "locked" => Self::Locked,
            "broken" => Self::Broken,
            "scan" => Self::Scan,
            "list" => Self::NoList,
            "newer" => Self::Newer,
            _ => Self::Unreadable,
        }
    }
}

/// A report as texts in a fixed order: title, outlet, author, date, url, zone, damage, copy, text. So it goes to the reader's device, and so it
/// and everything else comes in. What is unknown is empty.
pub type Record = [String; 9];

/// The record of a report.
pub fn record(report: &Report) -> Record {
    let own = |field: &Option<String>| field.clone().unwrap_or_default();
    [
        report.title.clone(),
        own(&report.outlet),
        own(&report.author),
        report.date.map(|date| date.to_string()).unwrap_or_default(),
        own(&report.url),
        own(&report.zone),
        own(&report.damage),
        own(&report.copy),
        report.text.clone(),
    ]
}

/// Makes a report of a record. A text with front matter brings its own particulars. Where there is no title, the text's first line is taken if
/// it is short, and else `name`, such as a file's.
///
/// # Errors
/// The text is empty or too long, the date is none, or the front matter is malformed.
pub fn report(record: Record, name: &str) -> Result<Report, Refusal> {
    let [title, outlet, author, date, url, zone, damage, copy, text] = record;
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLong);
    }
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if has_front(&text) {
        match Report::from_markdown(&text) {
            Ok(report) => return Ok(named(report)),
            // The text of a report with particulars of its own may well begin with a line.
            Err(e) if title.is_empty() => return Err(Refusal::Front(e.line, e.reason)),
            Err(_) => {}
        }
    }
    let given = [title.trim(), headline(&text), name.trim()];
    let title = given
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or("…")
        .to_owned();
    let record = [title, outlet, author, date, url, zone, damage, copy, text];
    restored(record).map(named).ok_or(Refusal::NoDate)
}

/// The report of a record as it is; `None` where its date is none.
pub fn restored(record: Record) -> Option<Report> {
    let [title, outlet, author, date, url, zone, damage, copy, text] = record;
    let known = |field: String| Some(field.trim().to_owned()).filter(|field| !field.is_empty());
    let date = match date.trim() {
        "" => None,
        date => Some(Date::parse(date)?),
    };
    Some(Report {
        title,
        outlet: known(outlet),
        author: known(author),
        date,
        url: known(url),
        zone: known(zone),
        damage: known(damage),
        copy: known(copy),
        text,
        ..Report::default()
    })
}

/// The report under the id that its text has, so that a text is there once, and under the same address whenever it comes.
fn named(mut report: Report) -> Report {
    report.id = hashed("own", &report.text);
    report
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

/// The first line with words in it, where it is short enough for a headline, and neither code nor a sentence.
pub fn headline(text: &str) -> &str {
    let line = text
        .lines()
        .map(|line| line.trim_start_matches('#').trim())
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let headline = line.chars().count() <= MAX_TITLE && !line.contains(['<', '>', '。']);
    if headline { line } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record of a title, a date and a text.
    fn of(title: &str, date: &str, text: &str) -> Record {
        let mut record = Record::default();
        (record[0], record[3], record[8]) = (title.to_owned(), date.to_owned(), text.to_owned());
        record
    }

    fn check(record: Record, name: &str, expect: Result<&str, Refusal>) {
        let said = record[8].clone();
        assert_eq!(
            report(record, name).map(|r| r.title),
            expect.map(str::to_owned),
            "{said:.40}"
        );
    }

    #[test]
    fn a_headline_is_given_or_found() {
        check(of("", "", "\n  一季度开门红\n\n正文。"), "a", Ok("一季度开门红"));
        check(of("", "", "## 一季度开门红\n\n正文。"), "a", Ok("一季度开门红"));
        check(of(" 题 ", "", "正文"), "a", Ok("题"));
        check(of("", "", "<html><p>正文"), "a", Ok("a"));
        check(of("", "", "增长5%。"), "a", Ok("a"));
        check(of("", "", &"长".repeat(100)), "a", Ok("a"));
        check(of("", "", &"长".repeat(100)), "", Ok("…"));
    }

    #[test]
    fn what_cannot_be_a_report_is_refused_with_the_reason() {
        check(of("", "", " \n\u{3000}"), "", Err(Refusal::Empty));
        check(of("", "", &"1".repeat(MAX_BYTES + 1)), "", Err(Refusal::TooLong));
        check(of("", "2023-02-30", "正文"), "", Err(Refusal::NoDate));
        let front = "---\nid: a\n---\n";
        let reason = "the front matter needs both `id` and `title`".to_owned();
        check(of("", "", front), "", Err(Refusal::Front(3, reason)));
        check(of("题", "", front), "", Ok("题"));
        let report = report(of("", "", "没有数字的一句话。"), "").expect("a report");
        assert_eq!(entry(report).err(), Some(Refusal::NoFigures));
    }

    #[test]
    fn particulars_are_kept_and_come_back() {
        let mut given = of("题", "2023-02-01", "甲\r\n乙");
        given[1] = "日报".to_owned();
        let first = report(given, "").expect("a report");
        assert_eq!(
            (first.outlet.as_deref(), first.date, first.text.as_str()),
            (Some("日报"), Date::parse("2023-02-01"), "甲\n乙")
        );
        assert_eq!(report(record(&first), "").as_ref(), Ok(&first));
        let front = "---\nid: x\ntitle: 题\ndate: 2024-01-01\n---\n正文";
        let own = report(of("", "2023-02-01", front), "").expect("a report");
        assert_eq!((own.title.as_str(), own.date), ("题", Date::parse("2024-01-01")));
        assert_eq!(report(record(&own), "").as_ref(), Ok(&own));
    }

    #[test]
    fn a_text_has_one_id_whatever_its_title() {
        let id = |title, text| report(of(title, "", text), "").expect("a report").id;
        assert_eq!(id("甲", "正文"), id("乙", "正文"));
        assert_ne!(id("甲", "正文"), id("甲", "别的"));
        assert!(id("甲", "正文").starts_with("own-"));
    }
}
