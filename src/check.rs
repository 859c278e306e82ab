//! Does it add up? The arithmetic of a text, checked figure against figure.
//!
//! Each check stands in a file of its own and in the table [`CHECKS`], with the definition or identity that it rests on. A comparison asks
//! whether the values that the printed digits and the words of bound allow have one in common; nothing is ever compared as a float. A check
//! says *differs* only where the text itself ties the figures together; what is merely likely is a question or is left out.

use crate::decimal::Decimal;
use crate::figure::{Bound, Reading};
use crate::order::sort_by_key;
use crate::table::{Computed, Evidence, Observation};

mod average;
mod change;
mod checking;
mod completion;
mod growth;
mod outlier;
mod range;
mod rank;
mod rate;
mod says;
mod scope;
mod share;
mod sum;
mod twice;
mod unit;
mod within;
mod wording;

pub use checking::Checking;
pub use growth::implied_base;
pub use range::Range;
pub use says::Said;

use scope::{Fact, Scope};

/// How figures are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// 31 of 49 is 63.27%.
    ShareOfCount,
    /// 312亿元 of 418.6亿元 is 74.5%.
    ShareOfAmount,
    /// 17 of 23 in production is a rate of 73.91%.
    Rate,
    /// 115.9 of a planned 100.1 is 115.8%.
    Completion,
    /// Taxes are part of the revenue and cannot exceed it.
    PartWithinWhole,
    /// 2 + 3 + 2 = 7 projects.
    SumOfCounts,
    /// Exports + imports = trade.
    SumOfAmounts,
    /// Two at 50亿元 and three at 20亿元 are within 200亿元.
    SumWithinTotal,
    /// From the 55th to the 32nd place are 23 places.
    RankMove,
    /// From 19 to 11 are 8 fewer, or 42.1%.
    FromTo,
    /// From 0.4 to 50.6 is more than 120 times.
    Multiple,
    /// A stated growth rate, against the levels of both times.
    Growth,
    /// An average growth over years, against the first and the last.
    AverageGrowth,
    /// One cell stated twice in a report.
    SameFactTwice,
    /// One cell stated in two reports.
    AcrossReports,
    /// Two growth rates of one indicator.
    TwoChanges,
    /// Electricity in yuan.
    UnitUnlikely,
    /// Ten times as much as in the zone's other years.
    Outlier,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The text says one thing and its arithmetic another.
    Differs,
    /// Worth a question.
    Doubtful,
    /// It adds up.
    Holds,
}

/// What else is to be said of a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remark {
    /// Nothing.
    #[default]
    None,
    /// The printed value was cut off, not rounded.
    Cut,
    /// It fits only because the figures it is computed from are rounded themselves.
    Rounded,
    /// The direction is the other one.
    Direction,
    /// It fits where an increase by so many times is taken for a multiple, or the other way about.
    Loose,
}

/// How the operands are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sum {
    /// first ÷ second, in percent.
    Ratio,
    /// second ÷ first.
    Multiple,
    /// (second − first) ÷ first, in percent.
    Growth,
    /// The distance between first and second.
    Difference,
    /// second ÷ (first − second), in percent.
    Increase,
    /// second ÷ (first + second), in percent.
    Decrease,
    /// The first part, the second …
    Total,
    /// first × second + third × fourth …
    Products,
    /// The first is no larger than the second.
    Within,
    /// The two say the same.
    Same,
    /// The average yearly growth from first to second, over so many years.
    Average(u8),
    /// The first alone.
    Alone,
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which relation was checked.
    pub relation: Relation,
    /// What came of it.
    pub verdict: Verdict,
    /// The figures it is about, as they stand in the arithmetic; the stated one last, where there is one.
    pub figures: Vec<Evidence>,
    /// The figure that states the outcome of the arithmetic.
    pub stated: Option<Evidence>,
    /// The outcome, in the unit of `unit`.
    pub computed: Option<Decimal>,
    /// Unit of the outcome: `%`, `x`, or that of the figures.
    pub unit: String,
    /// What else is to be said.
    pub remark: Remark,
    /// A numerator and denominator near the stated ones that would give the stated share.
    pub would_be: Option<(u32, u32)>,
    sum: Sum,
}

/// A check: what it looks for, and why that must hold.
pub struct Check {
    /// The relations of its findings.
    pub relations: &'static [Relation],
    /// The definition or identity that it rests on.
    pub source: &'static str,
    run: fn(&Scope, &mut Vec<Finding>),
    /// Texts with the findings that they give, as `text ⇒ verdict stated computed`; without `⇒`, a text in which nothing is to be found.
    #[cfg(test)]
    examples: &'static [&'static str],
}

/// Every check.
pub static CHECKS: [Check; 12] = [
    share::CHECK,
    rate::CHECK,
    completion::CHECK,
    within::CHECK,
    sum::CHECK,
    rank::CHECK,
    change::CHECK,
    growth::CHECK,
    average::CHECK,
    twice::CHECK,
    unit::CHECK,
    outlier::CHECK,
];

/// Checks the figures of all readings against each other: what differs first, then what is doubtful, then what holds, each in the order of
/// the texts.
pub fn check(readings: &[&Reading]) -> Vec<Finding> {
    let mut checking = Checking::new(readings);
    while checking.goes_on() {}
    checking.done()
}

/// Notes at every share and completion of a table what the checks of the same readings make of it.
pub fn recompute(findings: &[Finding], table: &mut [Observation]) {
    let computed = |finding: &Finding| {
        let planned = finding.relation == Relation::Completion;
        let shares = [Relation::ShareOfCount, Relation::ShareOfAmount, Relation::Rate];
        let [part, whole] = *finding.operands() else {
            return None;
        };
        let of = Computed {
            part,
            whole,
            value: finding.computed?,
            planned,
            fits: finding.verdict == Verdict::Holds,
        };
        (planned || shares.contains(&finding.relation)).then_some((finding.stated?, of))
    };
    let mut all: Vec<(Evidence, Computed)> = findings.iter().filter_map(computed).collect();
    sort_by_key(&mut all, |(stated, _)| *stated);
    for o in table {
        let found = o
            .evidence
            .iter()
            .find_map(|at| all.binary_search_by_key(at, |(stated, _)| *stated).ok());
        o.computed = found.map(|at| all[at].1);
    }
}

impl Finding {
    /// A finding about some figures of which none states an outcome.
    fn new(relation: Relation, verdict: Verdict, sum: Sum, figures: &[&Fact]) -> Self {
        Self {
            relation,
            verdict,
            figures: figures.iter().map(|fact| fact.at).collect(),
            stated: None,
            computed: None,
            unit: String::new(),
            remark: Remark::None,
            would_be: None,
            sum,
        }
    }
}

/// Decimal places to which an outcome is computed; fewer are shown.
const PLACES: u32 = 8;

/// What arithmetic makes of some operands.
struct Outcome {
    /// From the printed values.
    value: Decimal,
    /// From all that the printed values may stand for.
    range: Range,
}

/// How closely a text ties some figures together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    /// They may belong together: what fits holds, what does not is left out.
    Maybe,
    /// They are named alike: what does not fit is a question.
    Named,
    /// The sentence leaves no doubt: what does not fit differs.
    Sure,
}

impl Tie {
    /// Sure, or else no more than possible.
    fn sure_if(sure: bool) -> Self {
        if sure { Self::Sure } else { Self::Maybe }
    }
}

/// Compares an outcome with the figure that states it. `None` where it does not fit and the figures may not belong together.
fn compare(
    relation: Relation,
    sum: Sum,
    operands: &[&Fact],
    stated: &Fact,
    outcome: &Outcome,
    tie: Tie,
) -> Option<Finding> {
    let held = verdict(outcome, stated);
    let mut figures = operands.iter().chain([&stated]);
    let verdict = match held {
        Some(remark) if tie == Tie::Maybe && remark == Remark::Rounded => return None,
        Some(_) => Verdict::Holds,
        None if tie == Tie::Maybe || figures.clone().any(|fact| fact.is_qualified()) => return None,
        None if tie == Tie::Named || figures.any(|fact| fact.figure.unreliable) => Verdict::Doubtful,
        None => Verdict::Differs,
    };
    let mut finding = Finding::new(relation, verdict, sum, operands);
    finding.figures.push(stated.at);
    finding.stated = Some(stated.at);
    let places = stated.value().scale().max(2);
    finding.computed = outcome
        .value
        .checked_div(Decimal::new(1, 0), places)
        .map(Decimal::trimmed);
    finding.unit.clone_from(&stated.figure.unit);
    finding.remark = held.unwrap_or_default();
    Some(finding)
}

/// Whether an outcome fits what is stated, and with what remark.
fn verdict(outcome: &Outcome, stated: &Fact) -> Option<Remark> {
    let said = stated.range();
    // 59.85 printed as 59.8: the value lies between the printed one and the next.
    let printed = stated.value();
    let next = said
        .high
        .filter(|_| stated.figure.bound == Bound::Eq)
        .and_then(|high| high.checked_sub(said.low)?.checked_add(printed));
    let cut = said.high.zip(next);
    if cut.is_some_and(|(high, next)| high <= outcome.value && outcome.value < next) {
        return Some(Remark::Cut);
    }
    if said.meets(&Range::exact(outcome.value)) {
        return Some(Remark::None);
    }
    let wide = Range {
        low: said.low,
        high: next.max(said.high).filter(|_| said.high.is_some()),
    };
    wide.meets(&outcome.range).then_some(Remark::Rounded)
}

/// A share in percent: part ÷ whole.
fn ratio(part: &Fact, whole: &Fact) -> Option<Outcome> {
    let hundred = Decimal::new(100, 0);
    Some(Outcome {
        value: part.value().checked_mul(hundred)?.checked_div(whole.value(), PLACES)?,
        range: part.range().mul(&Range::exact(hundred))?.div(&whole.range())?,
    })
}

/// Says of two figures how many of the one would make the stated share of how many: of the same number of things, or else numbers so near that
/// one of them may be a slip.
fn would_be(part: &Fact, whole: &Fact, stated: &Fact) -> Option<(u32, u32)> {
    const NEAR: u32 = 8;
    let count = |fact: &Fact| fact.value().to_string().parse::<u32>().ok();
    let (part, whole) = (count(part)?, count(whole)?);
    let mut best: Option<(u32, (u32, u32))> = None;
    for n in whole.saturating_sub(NEAR).max(1)..=whole.saturating_add(NEAR) {
        let all = Decimal::new(n.into(), 0);
        let k = stated.value().checked_mul(all)?.checked_div(Decimal::new(100, 0), 0)?;
        let share = k.checked_mul(Decimal::new(100, 0))?.checked_div(all, PLACES)?;
        let k = k.to_string().parse::<u32>().ok()?;
        let far = n.abs_diff(whole) + k.abs_diff(part);
        let fits = k <= n && (n == whole || far <= NEAR) && stated.range().meets(&Range::exact(share));
        if fits && best.is_none_or(|(nearest, _)| far < nearest) {
            best = Some((far, (k, n)));
        }
    }
    best.map(|(_, pair)| pair)
}

#[cfg(test)]
mod tests;
