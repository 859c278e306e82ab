//! From figures to observations: the cells of a statistical table.

use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Kind, Reading, Sign, Status};
use crate::lexicon;
use crate::order::{sort_by, sort_by_key};
use crate::period::{Date, Period, PeriodClass};
use std::cmp::Reverse;

pub mod catalogue;
mod compare;
pub mod matrix;

pub use compare::{Apart, comparable};

/// A figure of a report: the evidence of an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Index of the report among those that were tabled.
    pub report: usize,
    /// Index of the figure in its reading.
    pub figure: usize,
}

/// A share or a completion worked out anew, from the figures that the text ties to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The part, or what was done.
    pub part: Evidence,
    /// The whole, or what was planned.
    pub whole: Evidence,
    /// Part ÷ whole, in percent.
    pub value: Decimal,
    /// Whether the whole is a plan.
    pub planned: bool,
    /// Whether what is stated fits.
    pub fits: bool,
}

/// Figures merged to one cell: subject × indicator × period × kind (and unit), with all their evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// `REF_AREA`: a zone under its usual name, or whatever else the figure is about.
    pub subject: String,
    /// `INDICATOR`: its name, under the lexicon's spelling where the lexicon knows it.
    pub indicator: String,
    /// `TIME_PERIOD`; `None` where the text neither says nor implies one. A full year is always written as the year.
    pub period: Option<Period>,
    /// What kind of statement.
    pub kind: Kind,
    /// Direction of a change or gap.
    pub sign: Option<Sign>,
    /// `OBS_VALUE`, in the base unit.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// `UNIT_MEASURE`.
    pub unit: String,
    /// How the text limits the value.
    pub bound: Bound,
    /// Whether it has happened.
    pub status: Status,
    /// Base of a change, or the whole of a share, rank or gap.
    pub basis: Option<String>,
    /// Every figure behind it is damaged in its source or known from a copy alone: shown, but not trusted.
    pub unreliable: bool,
    /// What arithmetic makes of it; [`check::recompute`](crate::check::recompute) fills it in.
    pub computed: Option<Computed>,
    /// Every figure that states it, in the order of the reports; never empty.
    pub evidence: Vec<Evidence>,
}

/// Merges the figures of all readings, in the order in which they are first stated. Restatements of one value join; different values for
/// one cell stay apart. Figures without indicator or subject are left out.
pub fn table(readings: &[&Reading]) -> Vec<Observation> {
    let mut found = each(readings);
    found.retain(|o| !o.indicator.is_empty() && !o.subject.is_empty());
    let mut order: Vec<usize> = (0..found.len()).collect();
    sort_by(&mut order, |a, b| cell(&found[*a]).cmp(&cell(&found[*b])));
    let mut known: Vec<usize> = Vec::new();
    for i in order {
        known.retain(|&other| cell(&found[other]) == cell(&found[i]));
        match known.iter().find(|&&other| same_basis(&found[other], &found[i])) {
            Some(&other) => {
                let again = found[i].clone();
                join(&mut found[other], again);
                found[i].evidence.clear();
            }
            None => known.push(i),
        }
    }
    found.retain(|o| !o.evidence.is_empty());
    found
}

/// The observation that a figure went into. Tables stand in the order of their first figures, so that most are found at once.
pub fn find(table: &[Observation], at: Evidence) -> Option<&Observation> {
    let place = table.partition_point(|o| o.evidence.first() < Some(&at));
    let states = |o: &&Observation| o.evidence.contains(&at);
    table.get(place).filter(states).or_else(|| table.iter().find(states))
}

/// Every figure of all readings as an observation of its own, in the order of the texts. Where indicator or subject is not known, it is empty.
pub fn each(readings: &[&Reading]) -> Vec<Observation> {
    let numbered = readings.iter().enumerate();
    let figures = numbered.flat_map(|(report, reading)| {
        let figures = reading.figures.iter().enumerate();
        figures.map(move |(index, figure)| observe(figure, Evidence { report, figure: index }))
    });
    figures.collect()
}

/// The classes of period that occur, with the observations of each: full years first, then parts of a year from the longest to the
/// shortest, days, stocks, several years, other periods, and last those without a period. Within a class the order is kept.
pub fn by_class<'a>(
    observations: impl IntoIterator<Item = &'a Observation>,
) -> Vec<(Option<PeriodClass>, Vec<&'a Observation>)> {
    let mut groups: Vec<(Option<PeriodClass>, Vec<&Observation>)> = Vec::new();
    for observation in observations {
        let class = observation.period.map(|p| p.class());
        match groups.iter_mut().find(|(c, _)| *c == class) {
            Some((_, members)) => members.push(observation),
            None => groups.push((class, vec![observation])),
        }
    }
    sort_by_key(&mut groups, |(class, _)| match class {
        Some(PeriodClass::Year) => (0, Reverse(0), 0),
        Some(PeriodClass::Months(first, last)) => (1, Reverse(last.saturating_sub(*first)), *last),
        Some(PeriodClass::Day) => (2, Reverse(0), 0),
        Some(PeriodClass::Stock) => (3, Reverse(0), 0),
        Some(PeriodClass::Years) => (4, Reverse(0), 0),
        Some(PeriodClass::Other) => (5, Reverse(0), 0),
        None => (6, Reverse(0), 0),
    });
    groups
}

/// Whether a more exact statement about the same cell already says as much: 逾600亿元 beside 612.38亿元.
pub fn implied(loose: &Observation, exact: &Observation) -> bool {
    let same = || {
        loose.subject == exact.subject
            && loose.indicator == exact.indicator
            && loose.period == exact.period
            && loose.kind == exact.kind
            && loose.sign == exact.sign
            && loose.unit == exact.unit
            && loose.status == exact.status
            && same_basis(loose, exact)
    };
    let may = exact.bound == Bound::Eq
        && match loose.bound {
            Bound::Eq => false,
            Bound::Approx => near(loose.value, exact.value),
            Bound::Gt | Bound::Ge => loose.value <= exact.value,
            Bound::Lt | Bound::Le => loose.value >= exact.value,
        };
    // Most observations are exact, and those need not be compared with each other.
    may && same()
}

/// What makes two figures restatements of each other, the basis aside.
type Cell<'a> = (
    (&'a str, &'a str, Option<Period>, Kind),
    (Option<Sign>, Decimal, Option<Decimal>, &'a str),
    (Bound, Status),
);

fn cell(o: &Observation) -> Cell<'_> {
    (
        (&o.subject, &o.indicator, o.period, o.kind),
        (o.sign, o.value, o.value_max, &o.unit),
        (o.bound, o.status),
    )
}

/// The figure as an observation of its own.
fn observe(figure: &Figure, evidence: Evidence) -> Observation {
    let subject = figure.subject.value.as_deref().unwrap_or_default();
    let indicator = figure.indicator.value.as_deref().unwrap_or_default();
    Observation {
        subject: lexicon::zone(subject).map_or(subject, |zone| &zone.name).to_owned(),
        indicator: lexicon::indicator(indicator).map_or(indicator, |i| i.name).to_owned(),
        period: figure.period.value.map(plain),
        kind: figure.kind,
        sign: figure.sign,
        value: figure.value,
        value_max: figure.value_max,
        unit: figure.unit.clone(),
        bound: figure.bound,
        status: figure.status,
        basis: figure.basis.clone(),
        unreliable: figure.unreliable,
        computed: None,
        evidence: vec![evidence],
    }
}

/// One notation for each stretch of time: January to December is the year, a month to itself is the month.
fn plain(period: Period) -> Period {
    match (period.start, period.end) {
        (Some(start), end) if period.class() == PeriodClass::Year => Period::at(Date::year(start.year.max(end.year))),
        _ => period,
    }
}

/// A base that is not stated may be any base.
fn same_basis(a: &Observation, b: &Observation) -> bool {
    match (known_basis(a), known_basis(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn known_basis(o: &Observation) -> Option<&str> {
    o.basis.as_deref().filter(|basis| *basis != "unstated")
}

/// Adds a restatement, which may know more about the base.
fn join(known: &mut Observation, again: Observation) {
    if known_basis(known).is_none() && again.basis.is_some() {
        known.basis = again.basis;
    }
    known.unreliable &= again.unreliable;
    known.evidence.extend(again.evidence);
}

/// Within a tenth of each other, as 约 and 近 are used.
fn near(a: Decimal, b: Decimal) -> bool {
    let (low, high) = (a.min(b), a.max(b));
    high.checked_sub(low)
        .and_then(|gap| gap.checked_mul(Decimal::new(10, 0)))
        .is_some_and(|gap| gap <= high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Slot;
    use crate::text::{Clean, Span};

    /// A reading with figures written as `subject|indicator|period|kind|value|bound|basis`.
    fn reading(figures: &[&str]) -> Reading {
        let slot = |s: &str| match s {
            "" => Slot::unknown(),
            s => Slot::stated(s.to_owned(), Span::default(), "test"),
        };
        let figure = |line: &&str| {
            let part: Vec<&str> = line.split('|').collect();
            Figure {
                span: Span::default(),
                value: Decimal::parse(part[4]).expect("a number"),
                value_max: None,
                unit: "CNY".to_owned(),
                bound: if part[5] == "gt" { Bound::Gt } else { Bound::Eq },
                kind: *Kind::ALL.iter().find(|k| k.code() == part[3]).expect("a kind"),
                sign: None,
                indicator: slot(part[1]),
                subject: slot(part[0]),
                period: match Period::parse(part[2]) {
                    Some(p) => Slot::stated(p, Span::default(), "test"),
                    None => Slot::unknown(),
                },
                basis: (!part[6].is_empty()).then(|| part[6].to_owned()),
                status: Status::Actual,
                unreliable: false,
            }
        };
        Reading {
            clean: Clean::default(),
            figures: figures.iter().map(figure).collect(),
            skipped: Vec::new(),
            date: Slot::unknown(),
            zone: Slot::unknown(),
        }
    }

    /// What the table makes of the figures of some reports: `value:evidence,evidence` for each observation.
    fn check(reports: &[&[&str]], expect: &[&str]) {
        let readings: Vec<Reading> = reports.iter().map(|r| reading(r)).collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        let shown: Vec<String> = table(&readings)
            .iter()
            .map(|o| {
                let at: Vec<String> = o
                    .evidence
                    .iter()
                    .map(|e| format!("{}.{}", e.report, e.figure))
                    .collect();
                format!("{}:{}", o.value, at.join(","))
            })
            .collect();
        assert_eq!(shown, expect, "{reports:?}");
    }

    #[test]
    fn joins_restatements() {
        check(
            &[
                &[
                    "甲区|税收|2023|level|100|eq|",
                    "甲区|税收|2023-01/2023-12|level|100|eq|",
                ],
                &["甲区|税收|2023|level|100.0|eq|"],
            ],
            &["100:0.0,0.1,1.0"],
        );
        check(
            &[&["甲区|税收|2023|change|8|eq|unstated", "甲区|税收|2023|change|8|eq|yoy"]],
            &["8:0.0,0.1"],
        );
    }

    #[test]
    fn keeps_contradictions_and_other_cells_apart() {
        check(
            &[&["甲区|税收|2023|level|100|eq|", "甲区|税收|2023|level|101|eq|"]],
            &["100:0.0", "101:0.1"],
        );
        check(
            &[&["甲区|税收|2023|level|100|eq|", "甲区|税收|2022|level|100|eq|"]],
            &["100:0.0", "100:0.1"],
        );
        check(
            &[&["甲区|税收|2023|share|8|eq|全市", "甲区|税收|2023|share|8|eq|全省"]],
            &["8:0.0", "8:0.1"],
        );
    }

    #[test]
    fn leaves_out_figures_that_measure_nothing_or_nobody() {
        check(&[&["|税收|2023|level|1|eq|", "甲区||2023|level|2|eq|"]], &[]);
    }

    #[test]
    fn a_bound_is_implied_by_an_exact_value_beyond_it() {
        let check = |a: &str, b: &str, expect: bool| {
            let (a, b) = (reading(&[a]), reading(&[b]));
            let (a, b) = (table(&[&a]), table(&[&b]));
            assert_eq!(implied(&a[0], &b[0]), expect, "{a:?} {b:?}");
        };
        check("甲区|税收|2023|level|600|gt|", "甲区|税收|2023|level|612|eq|", true);
        check("甲区|税收|2023|level|600|gt|", "甲区|税收|2023|level|512|eq|", false);
        check("甲区|税收|2023|level|600|gt|", "甲区|税收|2022|level|612|eq|", false);
        check("甲区|税收|2023|level|600|eq|", "甲区|税收|2023|level|600|eq|", false);
    }

    #[test]
    fn full_years_come_before_parts_of_a_year() {
        let periods = ["", "2020-01/2020-03", "/2022-05", "2020-01/2020-09", "2023", "2022"];
        let lines: Vec<String> = periods.iter().map(|p| format!("甲区|税收|{p}|level|1|eq|")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let readings = reading(&lines);
        let table = table(&[&readings]);
        let classes: Vec<(Option<PeriodClass>, usize)> = by_class(&table)
            .into_iter()
            .map(|(class, members)| (class, members.len()))
            .collect();
        let months = |first, last| Some(PeriodClass::Months(first, last));
        let expect = [
            (Some(PeriodClass::Year), 2),
            (months(1, 9), 1),
            (months(1, 3), 1),
            (Some(PeriodClass::Stock), 1),
            (None, 1),
        ];
        assert_eq!(classes, expect);
    }
}
