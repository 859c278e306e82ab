//! From one value to another is so much more or less: 从19个减少到11个，减少8个; 从0.53平方公里发展到67.46平方公里，翻了120多倍.

use super::scope::{Fact, Scope, has};
use super::{Check, Finding, Outcome, Range, Relation, Remark, Sum, Verdict, compare};
use crate::decimal::Decimal;
use crate::figure::{Found, Kind, Sign};
use crate::period::PeriodClass;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::FromTo, Relation::Multiple, Relation::Growth],
    source: "change = after − before; relative change = (after − before) ÷ before; multiple = after ÷ before",
    run,
    #[cfg(test)]
    examples: &[
        "直管机构从原来的19个减少到11个，减少8个。 ⇒ holds 8个 8",
        "直管机构从原来的19个减少到11个，减少9个。 ⇒ differs 9个 8",
        "建成区面积从0.53平方公里发展到67.46平方公里，翻了120多倍。 ⇒ holds 120多倍 127.28",
        "建成区面积从0.53平方公里发展到67.46平方公里，翻了150多倍。 ⇒ differs 150多倍 127.28",
        "整车产量由28万辆提高到45万辆，增长六成。 ⇒ holds 六成 60.71",
        "施工许可由75个工作日压缩到22个工作日，压缩七成以上。 ⇒ holds 七成 70.67",
        "税收收入由2022年的8亿元增加到2023年的10亿元，增长52%。 ⇒ differs 52% 25",
        "税收收入由2022年的8亿元增加到2023年的10亿元，下降25%。 ⇒ differs 25% 25",
        "生产总值达到4000亿元，较2020年的2410亿元增加1590亿元。 ⇒ holds 1590亿元 159000000000",
        "投产率由68.4%提高到72.9%，提高4.5个百分点。 ⇒ holds 4.5个百分点 4.5",
        "建成区面积由最初的3.2平方公里扩大到48平方公里，扩大到原来的15倍。 ⇒ holds 15倍 15",
        "2022年软件业务收入280亿元，2023年达到350亿元，增长25%。 ⇒ holds 25% 25",
        "有效发明专利4800件，是2018年1600件的3倍。 ⇒ holds 3倍 3",
        "起步时只有10平方公里，如今面积达到228平方公里，是最初的近23倍。 ⇒ holds 23倍 22.8",
        "税收收入120亿元，同比增加20亿元，增长20%。 ⇒ holds 20% 20",
        "税收收入120亿元，同比增加20亿元，增长26%。 ⇒ differs 26% 20",
        "税收收入由2022年的8亿元增加到2023年的10亿元，工业投资增长52%。",
        "规上工业营收从2020年的720亿元增长为2023年的1056亿元，同比增长8%。",
        "营业收入300亿元，与2012年的92亿元相比，年均增长12%。",
        "产值占全市的24.8%，战新产业产值占规上工业产值比重达62%，较上年提高3.1个百分点。",
        "办理时间从32天压缩到9.5天，提速70.3%。 ⇒ holds 70.3% 70.31",
        "科技服务业营收由15亿元增至24亿元，三年增长60%。 ⇒ holds 60% 60",
        "进出口总额由去年同期的126亿元增加到176.4亿元，同比增长40%。 ⇒ holds 40% 40",
        "企业由57家增至100家，招聘人员增加30人。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    let facts = &scope.facts;
    for i in 1..facts.len() {
        let first = scope.first(i);
        let last = scope.last(i);
        let years = if i > first {
            years(&facts[i - 1], &facts[i])
        } else {
            None
        };
        let grown =
            i > first && last > i + 1 && is_level(&facts[i - 1]) && is_level(&facts[i]) && is_times(&facts[i + 1]);
        if i > first
            && (is_move(&facts[i - 1], &facts[i]) || years.is_some() || grown && facts[i - 1].same_unit(&facts[i]))
        {
            // What is said of a move stands right behind it.
            let yearly = years == Some(1) || has(facts[i - 1].beside(), "去年|上年|同期");
            for change in changes(facts, i + 1, last, yearly) {
                found.extend(moved(&facts[i - 1], &facts[i], change));
            }
        }
        // 4800件，是2018年1600件的3倍.
        if let Some(base) = scope.base(i).filter(|_| facts[i].figure.unit == "x") {
            let level = facts[first..base].iter().rev().find(|fact| is_level(fact));
            let level = level.filter(|level| level.same_unit(&facts[base]) && facts[base].value() > Decimal::ZERO);
            found.extend(level.and_then(|level| moved(&facts[base], level, &facts[i])));
        }
        if i > first && i + 1 < scope.last(i) && is_base(&facts[i], &facts[i + 1]) {
            let level = facts[first..i].iter().rev().find(|fact| is_level(fact));
            let level = level.filter(|level| level.same_unit(&facts[i]) && !has(level.beside(), "从|由"));
            found.extend(level.and_then(|level| moved(&facts[i], level, &facts[i + 1])));
        }
        if i > first {
            found.extend(both(scope, i));
        }
    }
}

/// Whether a figure can be the end of a move.
fn is_level(fact: &Fact) -> bool {
    matches!(fact.figure.kind, Kind::Level | Kind::Share) && fact.figure.value_max.is_none() && !fact.describes
}

/// 从A到B.
fn is_move(from: &Fact, to: &Fact) -> bool {
    is_level(from)
        && is_level(to)
        && from.same_unit(to)
        && has(from.beside(), "从|由|自")
        && has(to.lead, "到|至|为|成|达")
        && !has(to.lead, "，|；")
        && from.value() > Decimal::ZERO
}

/// 2022年A，2023年B: how many years lie between, where both are levels of one thing.
fn years(from: &Fact, to: &Fact) -> Option<i16> {
    let stated = |fact: &Fact| {
        fact.figure
            .period
            .value
            .filter(|_| fact.figure.period.found == Found::Stated)
    };
    let (a, b) = (stated(from)?, stated(to)?);
    let same = is_level(from)
        && is_level(to)
        && from.same_unit(to)
        && from.figure.indicator.value == to.figure.indicator.value;
    let classes = a.class() == PeriodClass::Year && b.class() == PeriodClass::Year;
    let known = from.figure.indicator.value.is_some() && from.value() > Decimal::ZERO;
    (same && classes && known && b.end.year > a.end.year).then_some(b.end.year - a.end.year)
}

/// 扩大到原来的15倍: a multiple of what was there at first.
fn is_times(fact: &Fact) -> bool {
    fact.figure.unit == "x" && has(fact.lead, "原来|最初|当初|起步|当年|起初")
}

/// Words before what a value is compared with; 比重 and 占比 are none.
pub(super) const THAN: &str = "较|比上|比去|比前|比此|比原|比年|比最|比1|比2|与";

/// 较A增加X.
fn is_base(base: &Fact, change: &Fact) -> bool {
    is_level(base)
        && has(base.beside(), THAN)
        && !has(change.lead, "年均|平均|同比|环比")
        && change.lead.len() < 8
        && is_change(change)
        && base.value() > Decimal::ZERO
}

fn is_change(fact: &Fact) -> bool {
    fact.figure.kind == Kind::Change && fact.figure.value_max.is_none()
}

/// The changes right behind a move that name nothing else and no other base.
fn changes<'a>(facts: &'a [Fact<'a>], from: usize, to: usize, yearly: bool) -> Vec<&'a Fact<'a>> {
    let mut found = Vec::new();
    // 三年增长60%: the time between is a figure too.
    for fact in facts[from..to].iter().filter(|fact| fact.figure.unit != "year").take(2) {
        let other = fact.is_named() && fact.lead.len() > 6
            || has(fact.lead, "环比|年均|平均|其中")
            || !yearly && has(fact.lead, "同比|上年|去年");
        if !(is_change(fact) || is_times(fact)) || other {
            break;
        }
        found.push(fact);
    }
    found
}

/// Compares what is said of a move with its ends.
fn moved(from: &Fact, to: &Fact, change: &Fact) -> Option<Finding> {
    let (up, far) = if to.value() < from.value() {
        (false, distance(to, from)?)
    } else {
        (true, distance(from, to)?)
    };
    let hundred = Range::exact(Decimal::new(100, 0));
    let before = from.value();
    let (relation, sum, outcome) = match change.figure.unit.as_str() {
        "x" => {
            let times = Outcome {
                value: to.value().checked_div(before, super::PLACES)?,
                range: to.range.div(&from.range)?,
            };
            let more = Outcome {
                value: far.value.checked_div(before, super::PLACES)?,
                range: far.range.div(&from.range)?,
            };
            // 增长2倍 is three times as much, 翻了2倍 and 是…的2倍 are twice.
            let grown = has(change.lead, "增|长|提高|提升") && !has(change.lead, "翻|到|至|为");
            let (own, other, sums) = if grown {
                (more, times, [Sum::Growth, Sum::Multiple])
            } else {
                (times, more, [Sum::Multiple, Sum::Growth])
            };
            let other = compare(Relation::Multiple, sums[1], &[from, to], change, &other, false);
            let own = compare(Relation::Multiple, sums[0], &[from, to], change, &own, other.is_none());
            return own.or(other);
        }
        "%" if from.figure.unit != "%" => {
            let outcome = Outcome {
                value: far
                    .value
                    .checked_mul(Decimal::new(100, 0))?
                    .checked_div(before, super::PLACES)?,
                range: far.range.mul(&hundred)?.div(&from.range)?,
            };
            (Relation::Growth, Sum::Growth, outcome)
        }
        "pp" if from.figure.unit == "%" => (Relation::FromTo, Sum::Difference, far),
        unit if unit == from.figure.unit && unit != "%" => (Relation::FromTo, Sum::Difference, far),
        _ => return None,
    };
    let sure = !(relation == Relation::Growth && to.is_real());
    let mut finding = compare(relation, sum, &[from, to], change, &outcome, sure)?;
    let against = change.figure.sign.is_some_and(|sign| (sign == Sign::Plus) != up);
    // Faster is less time.
    let against = against && !has(change.lead, "提速|加快|提前|提升效率|提高效率|节省|节约");
    if finding.verdict == Verdict::Holds && against && from.value() != to.value() {
        finding.verdict = Verdict::Differs;
        finding.remark = Remark::Direction;
    }
    Some(finding)
}

/// How far the higher lies above the lower.
fn distance(low: &Fact, high: &Fact) -> Option<Outcome> {
    let mut range = high.range.sub(&low.range).unwrap_or(Range {
        low: Decimal::ZERO,
        high: None,
    });
    range.low = range.low.max(Decimal::ZERO);
    Some(Outcome {
        value: high.value().checked_sub(low.value())?,
        range,
    })
}

/// 税收收入120亿元，增加20亿元，增长20%: the change in two ways.
fn both(scope: &Scope, i: usize) -> Option<Finding> {
    let facts = &scope.facts;
    let (one, two) = (&facts[i - 1], &facts[i]);
    let (amount, rate) = if one.figure.unit == "%" { (two, one) } else { (one, two) };
    let aside = |fact: &&Fact| {
        !matches!(
            fact.figure.kind,
            Kind::Completion | Kind::Share | Kind::Rank | Kind::Gap
        ) && !fact.describes
    };
    let level = facts[scope.first(i)..i - 1].iter().rev().find(aside)?;
    let changes = is_change(amount) && rate.is_rate(Kind::Change) && amount.figure.sign == rate.figure.sign;
    let bases = |fact: &Fact| has(fact.lead, "环比|年均|平均|年初|上年末|实际|可比");
    let fits = changes && level.is_amount() && level.same_unit(amount) && !bases(amount) && !bases(rate);
    let about = amount.figure.indicator.value == level.figure.indicator.value
        && rate.figure.indicator.value == level.figure.indicator.value;
    let real = level.known.is_some_and(|known| known.real_growth);
    if !fits
        || !about
        || real
        || amount.is_named()
        || rate.is_named()
        || amount.figure.basis.as_deref().is_some_and(|b| b.starts_with("from"))
    {
        return None;
    }
    let up = amount.figure.sign != Some(Sign::Minus);
    let before = if up {
        level.value().checked_sub(amount.value())?
    } else {
        level.value().checked_add(amount.value())?
    };
    let range = if up {
        level.range.sub(&amount.range)?
    } else {
        level.range.add(&amount.range)?
    };
    let hundred = Decimal::new(100, 0);
    if before <= Decimal::ZERO {
        return None;
    }
    let outcome = Outcome {
        value: amount
            .value()
            .checked_mul(hundred)?
            .checked_div(before, super::PLACES)?,
        range: amount.range.mul(&Range::exact(hundred))?.div(&range)?,
    };
    compare(
        Relation::Growth,
        if up { Sum::Increase } else { Sum::Decrease },
        &[level, amount],
        rate,
        &outcome,
        true,
    )
}
