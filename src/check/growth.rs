//! A growth rate against the levels of both times, where a text or two reports state them.

use super::scope::{Fact, Scope};
use super::wording::has;
use super::{Check, Finding, Outcome, Range, Relation, Sum, Tie, Verdict, compare};
use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Kind, Reading, Sign, Status};
use crate::lexicon;
use crate::period::{Date, Period};
use crate::unit::is_money;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::Growth, Relation::Multiple],
    source: "growth = (level ÷ level of the base period − 1) × 100%, for totals at current prices only: official rates of output are at constant prices",
    run,
    #[cfg(test)]
    examples: &[
        "2023年税收收入12亿元，增长20%，2022年税收收入10亿元。 ⇒ holds 20% 20",
        "2023年，全区税收收入完成12.0亿元，同比增长30%；2022年，全区税收收入完成10.0亿元。 ⇒ differs 30% 20",
        "2023年税收收入12亿元，同比增长20%。 ‖ 2022年税收收入10亿元。 ⇒ holds 20% 20",
        "2023年税收收入12.0亿元，同比增长30%。 ‖ 2022年税收收入10.0亿元。 ⇒ doubtful 30% 20",
        "2023年出口额200亿元，是2020年的2倍。 ‖ 2020年出口额100亿元。 ⇒ holds 2倍 2",
        "2023年地区生产总值120亿元，同比增长6%。 ‖ 2022年地区生产总值100亿元。",
        "2023年税收收入12亿元，同比增长20%。 ‖ 2021年税收收入10亿元。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (_, change) in scope.turn() {
        let figure = change.figure;
        let times = figure.unit == "x" && figure.basis.as_deref().is_some_and(|basis| basis.starts_with("from:"));
        let changes = figure.kind == Kind::Change && (figure.unit == "%" || times) && figure.value_max.is_none();
        // A lexicon entry says how the indicator is defined, and whether its growth is real.
        let Some(known) = change.known.filter(|known| changes && !known.real_growth) else {
            continue;
        };
        let Some(base) = base_period(change) else { continue };
        let level = |period: Option<Period>| {
            let fits = |fact: &&Fact| {
                fact.is_quantity()
                    && fact.figure.bound == Bound::Eq
                    && fact.same_status(change)
                    && !has(fact.beside(), "其中")
            };
            let told = scope.told((known.name, figure.subject.value.as_deref(), period)).iter();
            told.map(|i| &scope.facts[*i])
                .filter(fits)
                .min_by_key(|fact| fact.sentence.abs_diff(change.sentence))
        };
        // A base is the rarer of the two.
        let Some(then) = level(Some(base)) else { continue };
        let Some(now) = level(figure.period.value) else {
            continue;
        };
        if !now.same_unit(then) || then.value() <= Decimal::ZERO || has(then.beside(), "从|由|较|比") {
            continue;
        }
        let same = now.sentence == then.sentence && now.sentence == change.sentence;
        let Some(outcome) = outcome(now, then, change) else {
            continue;
        };
        let sum = if times { Sum::Multiple } else { Sum::Growth };
        let relation = if times { Relation::Multiple } else { Relation::Growth };
        let Some(mut finding) = compare(relation, sum, &[then, now], change, &outcome, Tie::Sure) else {
            continue;
        };
        if finding.verdict == Verdict::Differs && !(same && then.is_named()) {
            finding.verdict = Verdict::Doubtful;
        }
        found.push(finding);
    }
}

/// The period that a change is measured against.
fn base_period(change: &Fact) -> Option<Period> {
    let figure = change.figure;
    let period = figure.period.value?;
    let back = |date: Date| Date {
        year: date.year - 1,
        ..date
    };
    match figure.basis.as_deref()? {
        "yoy" | "unstated" => Some(Period {
            start: period.start.map(back),
            end: back(period.end),
        }),
        basis => basis.strip_prefix("from:").and_then(Period::parse),
    }
}

fn outcome(now: &Fact, then: &Fact, change: &Fact) -> Option<Outcome> {
    let value = now.value().checked_div(then.value(), super::PLACES)?;
    let range = now.range().div(&then.range())?;
    if change.figure.unit == "x" {
        return Some(Outcome { value, range });
    }
    let hundred = Decimal::new(100, 0);
    let (value, range) = (value.checked_mul(hundred)?, range.mul(&Range::exact(hundred))?);
    let (value, range) = (value.checked_sub(hundred)?, range.sub(&Range::exact(hundred))?);
    Some(match change.figure.sign {
        Some(Sign::Minus) => Outcome {
            value: Decimal::ZERO.checked_sub(value)?,
            range: range.negative()?,
        },
        _ => Outcome { value, range },
    })
}

/// What a total at current prices was a year before, as its growth rate implies: the level ÷ (1 + growth). `None` where the figure is no such
/// rate, or its level does not stand in front of it.
pub fn implied_base(reading: &Reading, figure: usize) -> Option<Range> {
    let rate = reading.figures.get(figure)?;
    let known = lexicon::indicator(rate.indicator.value.as_deref()?)?;
    let yearly = rate.kind == Kind::Change && rate.unit == "%" && rate.basis.as_deref() == Some("yoy");
    if !yearly || known.real_growth || rate.status != Status::Actual || rate.value_max.is_some() {
        return None;
    }
    let same = |level: &&Figure| {
        level.kind == Kind::Level
            && is_money(&level.unit)
            && level.indicator.value == rate.indicator.value
            && level.subject.value == rate.subject.value
            && level.period.value == rate.period.value
    };
    let level = reading.figures[..figure].iter().rev().take(4).find(same)?;
    let printed = |figure: &Figure| Range::printed(figure, &reading.clean.slice(figure.span));
    let hundred = Range::exact(Decimal::new(100, 0));
    let growth = printed(rate)?;
    let after = if rate.sign == Some(Sign::Minus) {
        hundred.sub(&growth)?
    } else {
        hundred.add(&growth)?
    };
    printed(level)?.mul(&hundred)?.div(&after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::read;

    #[test]
    fn a_base_is_implied_only_at_current_prices() {
        let check = |text: &str, expect: Option<(i128, i128)>| {
            let base = implied_base(&read(text), 1);
            let base = base.and_then(|base| Some((base.low.checked_div(Decimal::new(1, 0), 0)?, base.high?)));
            let expect = expect.map(|(low, high)| (Decimal::new(low, 0), Decimal::new(high, 0)));
            match (base, expect) {
                (Some((low, high)), Some((from, to))) => assert!(low >= from && high <= to, "{text}: {low} {high}"),
                (base, expect) => assert_eq!(base, expect, "{text}"),
            }
        };
        check(
            "2023年税收收入12.0亿元，同比增长20%。",
            Some((990_000_000, 1_010_000_000)),
        );
        check("2023年地区生产总值120亿元，同比增长20%。", None);
        check("2023年税收收入12.0亿元，环比增长20%。", None);
    }
}
