//! From one value to another is so much more or less: 从21个减少到13个，减少8个; 从0.4平方公里发展到50.6平方公里，翻了120多倍.

use super::scope::{Fact, Scope};
use super::wording::{has, only};
use super::{Check, Finding, Outcome, Range, Relation, Remark, Sum, Tie, Verdict, compare};
use crate::decimal::Decimal;
use crate::figure::{Found, Kind, Sign};
use crate::period::{Period, PeriodClass};

pub(super) const CHECK: Check = Check {
    relations: &[Relation::FromTo, Relation::Multiple, Relation::Growth],
    source: "change = after − before; relative change = (after − before) ÷ before; multiple = after ÷ before",
    run,
    #[cfg(test)]
    examples: &[
        "下属站所从原来的21个减少到13个，减少8个。 ⇒ holds 8个 8",
        "下属站所从原来的21个减少到13个，减少9个。 ⇒ differs 9个 8",
        "建成区面积从0.4平方公里发展到50.6平方公里，翻了120多倍。 ⇒ holds 120多倍 126.5",
        "建成区面积从0.4平方公里发展到50.6平方公里，翻了150多倍。 ⇒ differs 150多倍 126.5",
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
        "实现产值76亿元，比上年净增55亿元，增长2.6倍。 ⇒ holds 2.6倍 2.62",
        "2023年实现税收18.6亿元，2022年为15.5亿元，同比增长20%。 ⇒ holds 20% 20",
        "2023年实现税收18.6亿元，2022年为15.5亿元，同比增长26%。",
        "税收收入由2022年的8亿元增加到2023年的10亿元，工业投资增长52%。",
        "规上工业营收从2020年的720亿元增长为2023年的1056亿元，同比增长8%。",
        "营业收入300亿元，与2012年的92亿元相比，年均增长12%。",
        "产值占全市的24.8%，战新产业产值占规上工业产值比重达62%，较上年提高3.1个百分点。",
        "办理时间从32天压缩到9.5天，提速70.3%。 ⇒ holds 70.3% 70.31",
        "科技服务业营收由15亿元增至24亿元，三年增长60%。 ⇒ holds 60% 60",
        "进出口总额由去年同期的126亿元增加到176.4亿元，同比增长40%。 ⇒ holds 40% 40",
        "投资强度由230万元提高到310万元，亩均税收由9.6万元提高到13.1万元，分别提高34.8%和36.5%。 ⇒ holds 34.8% 34.78; holds 36.5% 36.46",
        "投资强度由230万元提高到310万元，亩均税收由9.6万元提高到13.1万元，分别提高43.8%和36.5%。 ⇒ differs 43.8% 34.78; holds 36.5% 36.46",
        "营收由2020年的398亿元增加到2022年的1012亿元，2023年达到1108亿元，同比增长9.5%，较2020年增长1.78倍。 ⇒ holds 9.5% 9.49; holds 1.78倍 1.78",
        "新能源产业产值682亿元，占全区的78%，较2020年的26亿元增长25.2倍。 ⇒ holds 25.2倍 25.23",
        "营业收入由86亿元增加到215亿元，增长2.5倍。 ⇒ holds 2.5倍 2.5",
        "精密机械、生物科技产值分别为412亿元与168亿元，增长率各为5.2%及9.7%。",
        "企业由2019年的41家增加到2022年的63家，每年净增7家左右。",
        "规上企业由142家增至236家，产值反增21%。",
        "企业由57家增至100家，招聘人员增加30人。",
        "营收由398亿元增加到1012亿元，税收由20亿元增加到30亿元，分别增长12%、9%和8%。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    let facts = &scope.facts;
    for i in scope.turn().map(|(i, _)| i).filter(|i| *i > 0) {
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
            for change in changes(&facts[i - 1], &facts[i], &facts[i + 1..last], yearly) {
                found.extend(moved(&facts[i - 1], &facts[i], change));
            }
        }
        // 2023年18.6亿元，2022年为15.5亿元，同比增长20%: the growth of the one or of the other.
        if i > first && self::years(&facts[i], &facts[i - 1]) == Some(1) {
            let changes = changes(&facts[i], &facts[i - 1], &facts[i + 1..last], true).into_iter();
            let found_here = changes.filter_map(|change| moved(&facts[i], &facts[i - 1], change));
            found.extend(found_here.filter(|finding| finding.verdict == Verdict::Holds));
        }
        if has(facts[i].lead, "分别") && is_change(&facts[i]) {
            for (from, change) in respectively(scope, i) {
                found.extend(moved(&facts[from], &facts[from + 1], change));
            }
        }
        found.extend(since(&facts[first..i], &facts[i]));
        // 4800件，是2018年1600件的3倍.
        if let Some(base) = scope.base(i).filter(|_| facts[i].figure.unit == "x") {
            let level = facts[first..base].iter().rev().find(|fact| is_level(fact));
            let level = level.filter(|level| level.same_unit(&facts[base]) && facts[base].value() > Decimal::ZERO);
            found.extend(level.and_then(|level| moved(&facts[base], level, &facts[i])));
        }
        if i > first && i + 1 < scope.last(i) && is_base(&facts[i], &facts[i + 1]) {
            let aside = |fact: &&Fact| is_level(fact) && (fact.figure.kind == Kind::Level || fact.same_unit(&facts[i]));
            let level = facts[first..i].iter().rev().find(aside);
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

/// Whether a value is what another is compared with: 较2020年的46家, 与2012年的92亿元相比. 比重 and 占比 are no comparison, nor is 与 alone.
pub(super) fn is_compared(fact: &Fact) -> bool {
    let beside = fact.beside();
    has(beside, "较|比上|比去|比前|比此|比原|比年|比最|比1|比2") || has(beside, "与") && has(fact.behind(), "相比|比较")
}

/// 较A增加X.
fn is_base(base: &Fact, change: &Fact) -> bool {
    is_level(base)
        && is_compared(base)
        && !has(change.lead, "年均|平均|同比|环比")
        && change.lead.len() < 8
        && is_change(change)
        && base.value() > Decimal::ZERO
}

fn is_change(fact: &Fact) -> bool {
    fact.figure.kind == Kind::Change && fact.figure.value_max.is_none()
}

/// The changes right behind a move that name nothing else and no other base.
fn changes<'a>(from: &Fact, to: &Fact, behind: &'a [Fact<'a>], yearly: bool) -> Vec<&'a Fact<'a>> {
    let mut found = Vec::new();
    // 三年增长60%: the time between is a figure too.
    for fact in behind.iter().filter(|fact| fact.figure.unit != "year").take(2) {
        let base = base_period(fact).filter(|_| from.figure.period.value.is_some());
        let other = fact.is_named() && fact.lead.len() > 6
            || fact.names_other(to)
            || fact.mean && !from.mean
            || base.is_some() && base != from.figure.period.value
            || has(fact.lead, "环比|年均|平均|其中|分别")
            || !yearly && has(fact.lead, "同比|上年|去年");
        if !(is_change(fact) || is_times(fact)) || other {
            break;
        }
        found.push(fact);
    }
    found
}

/// The time that a change names as its base: 较2020年增长.
fn base_period(change: &Fact) -> Option<Period> {
    Period::parse(change.figure.basis.as_deref()?.strip_prefix("from:")?)
}

/// A由…提高到…，B由…提高到…，分别提高34.8%和36.5%: for each move, by the index of its beginning, what is said of it. Nothing where there are not as many of
/// the ones as of the others.
fn respectively<'a>(scope: &'a Scope, i: usize) -> Vec<(usize, &'a Fact<'a>)> {
    let facts = &scope.facts;
    let listed = |fact: &&Fact| is_change(fact) && only(fact.lead, "和|及|与|、");
    let changes = 1 + facts[i + 1..scope.last(i)].iter().take_while(listed).count();
    let moves: Vec<usize> = (scope.first(i) + 1..i)
        .filter(|&to| is_move(&facts[to - 1], &facts[to]))
        .map(|to| to - 1)
        .collect();
    if moves.len() != changes {
        return Vec::new();
    }
    moves.into_iter().zip(&facts[i..]).collect()
}

/// 较2020年增长1.78倍, where the sentence has said what it was in 2020.
fn since(before: &[Fact], change: &Fact) -> Option<Finding> {
    let base = Some(change).filter(|change| is_change(change)).and_then(base_period)?;
    let level = before.iter().rev().find(|fact| fact.is_quantity())?;
    let about = change.name() == level.name();
    let then = |fact: &&Fact| {
        fact.is_quantity()
            && fact.figure.period.value == Some(base)
            && fact.same_unit(level)
            && fact.name() == level.name()
            && fact.value() > Decimal::ZERO
    };
    let now = level.figure.period.value.is_some_and(|period| period != base);
    moved(before.iter().find(then).filter(|_| now && about)?, level, change)
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
                range: to.range().div(&from.range())?,
            };
            let more = Outcome {
                value: far.value.checked_div(before, super::PLACES)?,
                range: far.range.div(&from.range())?,
            };
            // 增长2倍 is three times as much, 翻了2倍 and 是…的2倍 are twice.
            let grown = has(change.lead, "增|长|提高|提升") && !has(change.lead, "翻|到|至|为");
            let (own, other, sums) = if grown {
                (more, times, [Sum::Growth, Sum::Multiple])
            } else {
                (times, more, [Sum::Multiple, Sum::Growth])
            };
            let mut other = compare(Relation::Multiple, sums[1], &[from, to], change, &other, Tie::Maybe);
            if let Some(other) = &mut other {
                other.remark = Remark::Loose;
            }
            let tie = Tie::sure_if(other.is_none());
            let own = compare(Relation::Multiple, sums[0], &[from, to], change, &own, tie);
            return own.or(other);
        }
        "%" if from.figure.unit != "%" => {
            let outcome = Outcome {
                value: far
                    .value
                    .checked_mul(Decimal::new(100, 0))?
                    .checked_div(before, super::PLACES)?,
                range: far.range.mul(&hundred)?.div(&from.range())?,
            };
            (Relation::Growth, Sum::Growth, outcome)
        }
        "pp" if from.figure.unit == "%" => (Relation::FromTo, Sum::Difference, far),
        unit if unit == from.figure.unit && unit != "%" => (Relation::FromTo, Sum::Difference, far),
        _ => return None,
    };
    let tie = Tie::sure_if(!(relation == Relation::Growth && to.is_real()));
    let mut finding = compare(relation, sum, &[from, to], change, &outcome, tie)?;
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
    let mut range = high.range().sub(&low.range()).unwrap_or(Range {
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
    let relative = |fact: &Fact| ["%", "x"].contains(&fact.figure.unit.as_str());
    let (amount, rate) = if relative(one) { (two, one) } else { (one, two) };
    let times = rate.figure.unit == "x";
    let rates = if times {
        has(rate.lead, "增长")
    } else {
        rate.figure.unit == "%"
    };
    let changes = is_change(amount) && is_change(rate) && rates && amount.figure.sign == rate.figure.sign;
    if !changes {
        return None;
    }
    let aside = |fact: &&Fact| {
        !matches!(
            fact.figure.kind,
            Kind::Completion | Kind::Share | Kind::Rank | Kind::Gap
        ) && !fact.describes
    };
    let level = facts[scope.first(i)..i - 1].iter().rev().find(aside)?;
    let bases = |fact: &Fact| has(fact.lead, "环比|年均|平均|年初|上年末|实际|可比");
    let fits = level.is_amount() && level.same_unit(amount) && !bases(amount) && !bases(rate);
    let about = amount.figure.indicator.value == level.figure.indicator.value
        && rate.figure.indicator.value == level.figure.indicator.value;
    let real = level.known.is_some_and(|known| known.real_growth);
    if !fits
        || !about
        || real
        || amount.is_named()
        || rate.is_named()
        || (amount.mean || rate.mean) && !level.mean
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
        level.range().sub(&amount.range())?
    } else {
        level.range().add(&amount.range())?
    };
    let unit = Decimal::new(if times { 1 } else { 100 }, 0);
    if before <= Decimal::ZERO {
        return None;
    }
    let outcome = Outcome {
        value: amount.value().checked_mul(unit)?.checked_div(before, super::PLACES)?,
        range: amount.range().mul(&Range::exact(unit))?.div(&range)?,
    };
    compare(
        if times { Relation::Multiple } else { Relation::Growth },
        if up { Sum::Increase } else { Sum::Decrease },
        &[level, amount],
        rate,
        &outcome,
        Tie::Sure,
    )
}
