//! An average growth over years against the first and the last: 从2020年的720亿元增长到2023年的1056亿元，年均增长13.6%.

use super::change::is_compared;
use super::scope::{Fact, Scope};
use super::wording::has;
use super::{Check, Finding, Outcome, PLACES, Range, Relation, Sum, Tie, compare};
use crate::decimal::Decimal;
use crate::figure::{Found, Kind, Sign};

pub(super) const CHECK: Check = Check {
    relations: &[Relation::AverageGrowth],
    source: "level after n years = level before × (1 + average growth)ⁿ",
    run,
    #[cfg(test)]
    examples: &[
        "规上工业营收从2020年的720亿元增长为2023年的1056亿元，年均增长13.6%。 ⇒ holds 13.6% 13.62",
        "规上工业营收从2020年的720亿元增长为2023年的1056亿元，年均增长16.3%。 ⇒ differs 16.3% 13.62",
        "高新技术企业由2020年的100家增加到2023年的172家，年均增长21%以上。 ⇒ differs 21% 19.81",
        "2022年营业收入3000亿元，与2012年的960亿元相比，年均增长12.1%。 ⇒ holds 12.1% 12.07",
        "地区生产总值从2020年的720亿元增长到2023年的1056亿元，年均增长6.2%。",
        "规上工业营收从720亿元增长到1056亿元，年均增长6.2%。",
        "规上企业由2020年的142家增至2023年的236家，税收年均增长8%。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    let facts = &scope.facts;
    for (i, rate) in scope.turn() {
        let average = rate.is_rate(Kind::Change) && rate.figure.basis.as_deref() == Some("annual-average");
        if !average || rate.figure.sign == Some(Sign::Minus) || rate.is_named() && rate.lead.len() > 8 {
            continue;
        }
        let first = scope.first(i);
        let moves = |j: &usize| {
            let (from, to) = (&facts[*j], &facts[*j + 1]);
            let levels = from.is_amount() && to.is_amount() && from.same_unit(to);
            let forth = has(from.beside(), "从|由|较|比") && has(to.lead, "到|至|为|达");
            levels && (forth || is_compared(to))
        };
        let Some(j) = (first..i.saturating_sub(1)).rev().find(moves) else {
            continue;
        };
        let (mut from, mut to) = (&facts[j], &facts[j + 1]);
        if is_compared(to) {
            (from, to) = (to, from);
        }
        if rate.names_other(to) {
            continue;
        }
        // 企业从2018年的68家增加到128家，年产值由65亿元…: nobody says that this was in 2018 too.
        if from.figure.period.found != Found::Stated {
            continue;
        }
        let real = [from, to, rate].iter().any(|fact| fact.is_real());
        let years = years(from).zip(years(to)).and_then(|(a, b)| u8::try_from(b - a).ok());
        let Some(years) = years.filter(|years| (2..=30).contains(years) && !real) else {
            continue;
        };
        let Some(outcome) = outcome(from, to, years) else {
            continue;
        };
        found.extend(compare(
            Relation::AverageGrowth,
            Sum::Average(years),
            &[from, to],
            rate,
            &outcome,
            Tie::Sure,
        ));
    }
}

/// The year of a level that stands for a whole year or its end.
fn years(fact: &Fact) -> Option<i16> {
    let period = fact.figure.period.value?;
    let whole = |month| month == 0 || month == 12;
    whole(period.end.month).then_some(period.end.year)
}

fn outcome(from: &Fact, to: &Fact, years: u8) -> Option<Outcome> {
    let times = to.range().div(&from.range())?;
    let value = to.value().checked_div(from.value(), PLACES)?;
    let slack = Decimal::new(1, 4);
    let low = root(times.low, years)?.checked_sub(slack)?;
    let high = match times.high {
        Some(high) => Some(root(high, years)?.checked_add(slack)?),
        None => None,
    };
    Some(Outcome {
        value: root(value, years)?,
        range: Range { low, high },
    })
}

/// The yearly growth in percent, to four places, that multiplies by `times` over some years: the largest that does not do more.
fn root(times: Decimal, years: u8) -> Option<Decimal> {
    let (mut low, mut high) = (0_i128, 1 << 24);
    while low + 1 < high {
        let middle = (low + high) / 2;
        let yearly = Decimal::new(1_000_000 + middle, 6);
        let mut grown = Decimal::new(1, 0);
        for _ in 0..years {
            grown = grown.checked_mul(yearly)?.checked_div(Decimal::new(1, 0), 9)?;
        }
        if grown > times { high = middle } else { low = middle }
    }
    Some(Decimal::new(low, 4))
}
