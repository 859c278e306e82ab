//! The reports that the reader can see, each read once, and the table made of all of them.

use crate::check::{Finding, check, recompute};
use crate::figure::{Figure, Reading};
use crate::order::{distinct, sort_by_key};
use crate::report::{EMBEDDED, Embedded, Report};
use crate::slug::{Slugs, of_indicator, of_zone};
use crate::table::matrix::is_zone;
use crate::table::{Evidence, Observation, find, table};
use crate::text::Span;
use std::rc::Rc;

/// A report with what was read out of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The report as received.
    pub report: Report,
    /// What was read.
    pub reading: Reading,
    /// Whether it is one of the reader's own.
    pub own: bool,
    /// For each figure, its first character in the raw text: its name in addresses.
    starts: Vec<usize>,
}

/// A report that is built in but cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its file name without ending.
    pub name: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

/// All reports of this visit, their table, and what came of checking them.
#[derive(Debug, Default)]
pub struct Library {
    /// The reports that could be read; an [`Evidence`] counts them in this order.
    pub entries: Vec<Rc<Entry>>,
    /// Those that could not.
    pub broken: Vec<Broken>,
    /// The observations of all entries.
    pub table: Rc<Vec<Observation>>,
    /// What came of checking all entries: differences first, of each verdict those with a stated outcome first.
    pub findings: Rc<Vec<Finding>>,
    /// The zones that have a page of their own: those that the built-in reports state something of.
    pub zones: Rc<Slugs>,
    /// The indicators that have a page of their own, likewise.
    pub indicators: Rc<Slugs>,
}

impl Entry {
    /// Reads a report.
    pub fn new(report: Report, own: bool) -> Self {
        let reading = crate::read(&report);
        Self::with_reading(report, reading, own)
    }

    /// A report with what was read out of it before.
    pub fn with_reading(report: Report, reading: Reading, own: bool) -> Self {
        let (mut characters, mut byte) = (0, 0);
        let starts = reading.figures.iter().map(|figure| {
            let start = reading.clean.raw_range(figure.span).start;
            // Figures stand in the order of the text, so each count goes on from the one before.
            if start < byte {
                (characters, byte) = (0, 0);
            }
            characters += report.text[byte..start].chars().count();
            byte = start;
            characters
        });
        let starts = starts.collect();
        Self {
            report,
            reading,
            own,
            starts,
        }
    }

    /// The figure's first character in the raw text, its name in addresses.
    pub fn start(&self, figure: usize) -> usize {
        self.starts.get(figure).copied().unwrap_or_default()
    }

    /// The figure that starts at a character of the raw text.
    pub fn figure_at(&self, start: usize) -> Option<usize> {
        self.starts.iter().position(|s| *s == start)
    }

    /// The sentence around a span, without the blanks at its ends: up to 。！？ or the end of the paragraph.
    pub fn sentence(&self, span: Span) -> Span {
        let chars = &self.reading.clean.chars;
        let stops = |c: &char| matches!(c, '。' | '！' | '？' | '\n');
        let mut start = chars[..span.start].iter().rposition(stops).map_or(0, |i| i + 1);
        let rest = chars[span.end..].iter().position(stops);
        let mut end = rest.map_or(chars.len(), |i| span.end + i + 1).min(chars.len());
        // A closing quotation mark belongs to the sentence that it closes.
        while start < span.start && (chars[start].is_whitespace() || matches!(chars[start], '”' | '’' | '」' | '』'))
        {
            start += 1;
        }
        while end > span.end && chars[end - 1].is_whitespace() {
            end -= 1;
        }
        Span::new(start, end)
    }

    /// The sentence around some figures in a row, or of a long one the clauses about them.
    pub fn excerpt(&self, figures: Span) -> Span {
        let chars = &self.reading.clean.chars;
        let stops = |i: &usize| matches!(chars[*i], '，' | '；' | '：' | '、');
        let sentence = self.sentence(figures);
        let mut shown = sentence;
        if figures.start - sentence.start > REACH {
            let from = figures.start - REACH;
            shown.start = (from..figures.start).find(stops).map_or(from, |i| i + 1);
        }
        if sentence.end - figures.end > REACH {
            let to = figures.end + REACH;
            shown.end = (figures.end..to).rev().find(stops).unwrap_or(to);
        }
        shown
    }
}

/// Longest quotation on either side of a figure, in characters.
const REACH: usize = 70;

impl Library {
    /// The reports built into the program.
    pub fn embedded() -> Self {
        Self::of(EMBEDDED.iter().map(entry).collect())
    }

    /// A library of reports that were read, and of those that could not be.
    pub fn of(read: Vec<Result<Entry, Broken>>) -> Self {
        let mut library = Self::default();
        for report in read {
            match report {
                Ok(entry) => library.entries.push(Rc::new(entry)),
                Err(broken) => library.broken.push(broken),
            }
        }
        let mut library = library.tabled();
        let zones = library
            .table
            .iter()
            .map(|o| o.subject.as_str())
            .filter(|name| is_zone(name));
        let zones = Slugs::new(zones, of_zone);
        let indicators = Slugs::new(library.table.iter().map(|o| o.indicator.as_str()), of_indicator);
        library.zones = Rc::new(zones);
        library.indicators = Rc::new(indicators);
        library
    }

    /// The library with more reports of the reader's own. One that is there already, by its id, takes the new one in its place.
    pub fn with(&self, entries: Vec<Entry>) -> Self {
        let mut library = self.untabled();
        for entry in entries.into_iter().map(Rc::new) {
            let same = |other: &&mut Rc<Entry>| other.own && other.report.id == entry.report.id;
            match library.entries.iter_mut().find(same) {
                Some(place) => *place = entry,
                None => library.entries.push(entry),
            }
        }
        library.tabled()
    }

    /// The library without one of the reader's own reports; without any of them where no id is given.
    pub fn without(&self, id: Option<&str>) -> Self {
        let mut library = self.untabled();
        let goes = |entry: &Entry| entry.own && id.is_none_or(|id| entry.report.id == id);
        library.entries.retain(|entry| !goes(entry));
        library.tabled()
    }

    /// The reader's own reports.
    pub fn own(&self) -> impl Iterator<Item = &Rc<Entry>> {
        self.entries.iter().filter(|entry| entry.own)
    }

    /// The report of an id.
    pub fn entry(&self, id: &str) -> Option<&Rc<Entry>> {
        self.entries.iter().find(|entry| entry.report.id == id)
    }

    /// The report and the figure behind a mark or a cell.
    pub fn evidence(&self, evidence: Evidence) -> Option<(&Rc<Entry>, &Figure)> {
        let entry = self.entries.get(evidence.report)?;
        Some((entry, entry.reading.figures.get(evidence.figure)?))
    }

    /// Where a figure stands, as in files that leave the program: `report:offset`.
    pub fn source(&self, evidence: Evidence) -> String {
        let entry = &self.entries[evidence.report];
        [&entry.report.id, ":", &entry.start(evidence.figure).to_string()].concat()
    }

    /// The observation that a figure went into.
    pub fn observation(&self, evidence: Evidence) -> Option<&Observation> {
        find(&self.table, evidence)
    }

    /// What was read out of each entry.
    pub fn readings(&self) -> Vec<&Reading> {
        self.entries.iter().map(|entry| &entry.reading).collect()
    }

    /// A figure of an entry, as evidence.
    pub fn at(&self, entry: &Rc<Entry>, figure: usize) -> Option<Evidence> {
        let report = self.entries.iter().position(|e| Rc::ptr_eq(e, entry))?;
        Some(Evidence { report, figure })
    }

    /// The findings that a figure takes part in.
    pub fn findings(&self, figure: Evidence) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.figures.contains(&figure))
    }

    /// Some figures, each once and in the order of the texts, those of one sentence together.
    pub fn passages(&self, figures: &[Evidence]) -> Vec<Vec<Evidence>> {
        let mut figures = figures.to_vec();
        distinct(&mut figures);
        let together = |a: &Evidence, b: &Evidence| {
            let pair = self.evidence(*a).zip(self.evidence(*b));
            a.report == b.report && pair.is_some_and(|((entry, a), (_, b))| entry.sentence(a.span).holds(b.span))
        };
        figures.chunk_by(together).map(<[Evidence]>::to_vec).collect()
    }

    fn untabled(&self) -> Self {
        Self {
            entries: self.entries.clone(),
            broken: self.broken.clone(),
            table: Rc::default(),
            findings: Rc::default(),
            zones: self.zones.clone(),
            indicators: self.indicators.clone(),
        }
    }

    fn tabled(mut self) -> Self {
        let readings = self.readings();
        let (mut table, mut findings) = (table(&readings), check(&readings));
        recompute(&findings, &mut table);
        // Arithmetic is worth more to a reader than the plain fact that a part is no larger than its whole.
        sort_by_key(&mut findings, |f| (f.verdict, f.stated.is_none(), f.relation));
        self.table = Rc::new(table);
        self.findings = Rc::new(findings);
        self
    }
}

/// Reads a report that is built into the program.
///
/// # Errors
/// Its front matter is malformed.
pub fn entry(file: &Embedded) -> Result<Entry, Broken> {
    match Report::from_markdown(file.file) {
        Ok(report) => Ok(Entry::new(report, false)),
        Err(error) => Err(Broken {
            name: file.name.to_owned(),
            line: error.line,
            reason: error.reason,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Entry {
        let report = Report {
            id: ["own-", text].concat(),
            title: "题".to_owned(),
            text: text.to_owned(),
            ..Report::default()
        };
        Entry::new(report, true)
    }

    #[test]
    fn every_embedded_report_is_there_and_own_ones_come_and_go() {
        let library = Library::embedded();
        assert_eq!((library.entries.len(), library.broken.len()), (EMBEDDED.len(), 0));
        let more = library.with(vec![read("甲。"), read("乙。")]);
        assert!(more.entry("own-乙。").is_some_and(|e| e.own));
        let less = more.without(Some("own-甲。"));
        assert!(less.entry("own-甲。").is_none() && less.entry("own-乙。").is_some());
        assert_eq!(more.with(vec![read("甲。")]).own().count(), 2, "a text is there once");
        assert_eq!(more.without(None).entries.len(), library.entries.len());
        let first = &library.entries[0].report.id;
        assert!(
            less.without(Some(first)).entry(first).is_some(),
            "built-in reports stay"
        );
    }

    #[test]
    fn reports_known_from_a_copy_stand_behind_those_at_hand_by_zone_and_date() {
        let library = Library::embedded();
        let place = |entry: &Rc<Entry>| {
            let Report { copy, zone, date, .. } = &entry.report;
            copy.as_ref().map(|_| (zone.clone(), *date))
        };
        assert!(library.entries.is_sorted_by_key(place));
        let (first, last) = (&library.entries[0], &library.entries[EMBEDDED.len() - 1]);
        assert_eq!((first.report.copy.is_some(), last.report.copy.is_some()), (false, true));
        assert!(last.reading.figures.iter().all(|figure| figure.unreliable));
    }

    #[test]
    fn own_reports_are_checked_with_the_others() {
        let library = Library::default().with(vec![read("2023年甲高新区签约项目49个，其中主导产业31个，占63.27%。")]);
        let held = library.findings.first().expect("a share");
        assert_eq!((held.figures.len(), held.verdict.code()), (3, "holds"));
        let at = library.at(&library.entries[0], held.figures[0].figure);
        assert!(library.findings(at.expect("an entry")).count() >= 1);
        assert!(library.without(None).findings.is_empty());
    }

    #[test]
    fn a_report_that_cannot_be_read_leaves_the_others() {
        let files = [
            Embedded {
                name: "good",
                file: "---\nid: good\ntitle: 题\n---\n甲区营收5亿元。",
            },
            Embedded {
                name: "bad",
                file: "---\nid: bad\n---\n甲区营收5亿元。",
            },
        ];
        let library = Library::of(files.iter().map(entry).collect());
        assert!(library.entry("good").is_some() && library.entries.len() == 1);
        assert_eq!((library.broken[0].name.as_str(), library.broken[0].line), ("bad", 3));
    }

    #[test]
    fn a_sentence_ends_at_its_stop_or_its_paragraph() {
        let check = |text: &str, part: &str, expect: &str| {
            let entry = read(text);
            let chars = &entry.reading.clean.chars;
            let part: Vec<char> = part.chars().collect();
            let start = chars.windows(part.len()).position(|w| w == part).expect(text);
            let sentence = entry.sentence(Span::new(start, start + part.len()));
            assert_eq!(entry.reading.clean.slice(sentence), expect);
        };
        check("甲为1个。乙为2个；丙为3个。丁。", "2个", "乙为2个；丙为3个。");
        check("题目5个\n甲为1个", "5个", "题目5个");
        check("他说：“甲为1个。”乙为2个！", "2个", "乙为2个！");
        check("7个", "7个", "7个");
    }
}
