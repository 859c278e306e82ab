//! The reports that the reader can see, each read once, and the table made of all of them.

use crate::check::{Finding, Verdict, check, recompute};
use crate::figure::{Figure, Reading};
use crate::order::{distinct, sort_by_key};
use crate::report::{EMBEDDED, Embedded, Report};
use crate::slug::{Slugs, of_indicator, of_zone};
use crate::table::catalogue::{Item, catalogue};
use crate::table::matrix::is_zone;
use crate::table::{Evidence, Observation, find, table};
use std::cell::OnceCell;
use std::rc::Rc;

mod entry;

pub use entry::Entry;

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
    /// The indicators of the table, listed when they are first asked for.
    catalogue: OnceCell<Vec<Item>>,
    /// What came of checking all entries: differences first, of each verdict those with a stated outcome first.
    pub findings: Rc<Vec<Finding>>,
    /// For each figure of each entry, the findings that it takes part in.
    of_figures: Vec<Vec<Vec<usize>>>,
    /// Whether all entries have been checked; if not, the findings are those that were known before and still stand.
    pub is_checked: bool,
    /// The zones that have a page of their own: those that the built-in reports state something of.
    pub zones: Rc<Slugs>,
    /// The indicators that have a page of their own, likewise.
    pub indicators: Rc<Slugs>,
}

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
        library = library.checked();
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
        let mut library = self.bare();
        for entry in entries.into_iter().map(Rc::new) {
            let same = |other: &&mut Rc<Entry>| other.own && other.report.id == entry.report.id;
            match library.entries.iter_mut().find(same) {
                Some(place) => *place = entry,
                None => library.entries.push(entry),
            }
        }
        library.after(self)
    }

    /// The library without one of the reader's own reports; without any of them where no id is given.
    pub fn without(&self, id: Option<&str>) -> Self {
        let mut library = self.bare();
        let goes = |entry: &Entry| entry.own && id.is_none_or(|id| entry.report.id == id);
        library.entries.retain(|entry| !goes(entry));
        library.after(self)
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

    /// The indicators of the table.
    pub fn catalogue(&self) -> &[Item] {
        self.catalogue.get_or_init(|| catalogue(&self.table))
    }

    /// What was read out of each entry.
    pub fn readings(&self) -> Vec<&Reading> {
        self.entries.iter().map(|entry| &entry.reading).collect()
    }

    /// The findings that a figure takes part in, the gravest first.
    pub fn findings(&self, figure: Evidence) -> impl Iterator<Item = &Finding> {
        let report = self
            .of_figures
            .get(figure.report)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let of = report.get(figure.figure).map(Vec::as_slice).unwrap_or_default();
        of.iter().map(|finding| &self.findings[*finding])
    }

    /// Whether a figure takes part in a finding of a verdict.
    pub fn has(&self, figure: Evidence, verdict: Verdict) -> bool {
        self.findings(figure).any(|finding| finding.verdict == verdict)
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

    /// The library, checked.
    pub fn checked(&self) -> Self {
        self.with_findings(check(&self.readings()))
    }

    /// The library with what came of checking it.
    pub fn with_findings(&self, mut findings: Vec<Finding>) -> Self {
        let mut table = Vec::clone(&self.table);
        recompute(&findings, &mut table);
        // Arithmetic is worth more to a reader than the plain fact that a part is no larger than its whole.
        sort_by_key(&mut findings, |f| (f.verdict, f.stated.is_none(), f.relation));
        let nothing = |entry: &Rc<Entry>| vec![Vec::new(); entry.reading.figures.len()];
        let mut of_figures: Vec<Vec<Vec<usize>>> = self.entries.iter().map(nothing).collect();
        for (i, finding) in findings.iter().enumerate() {
            for at in &finding.figures {
                of_figures[at.report][at.figure].push(i);
            }
        }
        Self {
            table: Rc::new(table),
            findings: Rc::new(findings),
            of_figures,
            is_checked: true,
            ..self.bare()
        }
    }

    /// The reports, and nothing that is made of them.
    fn bare(&self) -> Self {
        Self {
            entries: self.entries.clone(),
            broken: self.broken.clone(),
            zones: self.zones.clone(),
            indicators: self.indicators.clone(),
            ..Self::default()
        }
    }

    fn tabled(mut self) -> Self {
        self.table = Rc::new(table(&self.readings()));
        self
    }

    /// With its table; and with the findings of the library that it was, about reports that are the same still.
    fn after(self, before: &Self) -> Self {
        let library = self.tabled();
        let same = |at: &Evidence| {
            let entry = library.entries.get(at.report);
            entry.is_some_and(|entry| Rc::ptr_eq(entry, &before.entries[at.report]))
        };
        let findings = before
            .findings
            .iter()
            .filter(|finding| finding.figures.iter().all(same));
        let mut library = library.with_findings(findings.cloned().collect());
        library.is_checked = false;
        library
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
        let text = "2023年甲高新区签约项目49个，其中主导产业31个，占63.27%。";
        let added = Library::default().with(vec![read(text)]);
        assert!(!added.is_checked && added.findings.is_empty());
        let library = added.checked();
        let more = library.with(vec![read("乙高新区营收5亿元。")]);
        assert_eq!(
            more.findings, library.findings,
            "what is known stands until all is checked anew"
        );
        assert!(
            library.with(vec![read(text)]).findings.is_empty(),
            "another reading, other findings"
        );
        let held = library.findings.first().expect("a share");
        assert_eq!((held.figures.len(), held.verdict.code()), (3, "holds"));
        assert!(library.findings(held.figures[0]).count() >= 1);
        assert!(library.has(held.figures[0], Verdict::Holds) && !library.has(held.figures[0], Verdict::Differs));
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
}
