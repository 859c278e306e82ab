//! A level far from those of the same zone's other years: perhaps a slip of the point or of 万 and 亿, asked as a question.

use super::scope::{Fact, Scope};
use super::{Check, Finding, PLACES, Relation, Sum, Verdict};
use crate::decimal::Decimal;
use crate::figure::{Bound, Kind, Status};
use crate::period::PeriodClass;
use crate::table::matrix::is_zone;
use crate::unit::is_money;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::Outlier],
    source: "totals of money seldom change tenfold within three years",
    run,
    #[cfg(test)]
    examples: &[
        "2022年，全区税收收入12.3亿元。2023年，全区税收收入1523亿元。 ⇒ doubtful 123.82",
        "2022年，全区税收收入12.3亿元。2023年，全区税收收入15.2亿元。",
        "2022年，全区税收收入123亿元。2023年1月，全区税收收入1.2亿元。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    let facts = &scope.facts;
    for (i, fact) in scope.turn() {
        if !is_total(fact) {
            continue;
        }
        let near = |other: &&Fact| is_total(other) && comparable(other, fact);
        let before = scope.named_before(i).iter().rev();
        let Some(other) = before.map(|j| &facts[*j]).find(near) else {
            continue;
        };
        let (low, high) = if other.value() < fact.value() {
            (other, fact)
        } else {
            (fact, other)
        };
        let Some(times) = high.value().checked_div(low.value(), PLACES) else {
            continue;
        };
        let of_zone = || fact.figure.subject.value.as_deref().is_some_and(is_zone);
        if times >= Decimal::new(10, 0) && of_zone() {
            let mut finding = Finding::new(Relation::Outlier, Verdict::Doubtful, Sum::Multiple, &[low, high]);
            finding.computed = times.checked_div(Decimal::new(1, 0), 2).map(Decimal::trimmed);
            finding.unit = "x".to_owned();
            found.push(finding);
        }
    }
}

/// A total of money for a whole year, under a name of the lexicon.
fn is_total(fact: &Fact) -> bool {
    let figure = fact.figure;
    figure.kind == Kind::Level
        && figure.status == Status::Actual
        && figure.bound == Bound::Eq
        && fact.is_quantity()
        && fact.is_named()
        && is_money(&figure.unit)
        && fact.known.is_some_and(|known| known.unit.is_some())
        && figure
            .period
            .value
            .is_some_and(|period| period.class() == PeriodClass::Year)
}

fn comparable(one: &Fact, two: &Fact) -> bool {
    let year = |fact: &Fact| fact.figure.period.value.map_or(0, |period| period.end.year);
    one.name() == two.name()
        && one.same_unit(two)
        && one.figure.subject.value == two.figure.subject.value
        && (1..=3).contains(&year(one).abs_diff(year(two)))
}
