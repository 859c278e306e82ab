//! From one place to another is so many places: 从第61位跃升至第38位，提升23位.

use super::scope::{Fact, Scope};
use super::wording::{begins, has};
use super::{Check, Finding, Outcome, Range, Relation, Remark, Sum, Tie, Verdict, compare};
use crate::decimal::Decimal;
use crate::figure::{Bound, Found, Kind, Sign};

pub(super) const CHECK: Check = Check {
    relations: &[Relation::RankMove],
    source: "places moved = place before − place after",
    run,
    #[cfg(test)]
    examples: &[
        "在全省评估中，从2022年的第61位跃升至第38位，提升23位。 ⇒ holds 23位 23",
        "在全省评估中，从2022年的第61位跃升至第38位，提升32位。 ⇒ differs 32位 23",
        "在全省评估中，由第12位前移至第9位，前进3位。 ⇒ holds 3位 3",
        "2018年底排在全省第61位，到2019年评估时已跃居第38位，提升23位。 ⇒ holds 23位 23",
        "在全省评价中从第98位前移至第81位，提升17个位次。 ⇒ holds 17个 17",
        "高新区列全省第3位，较2020年的第8位前移5位。 ⇒ holds 5位 5",
        "高新区列全省第3位，较2020年的第8位前移8位。 ⇒ differs 8位 5",
        "由2021年的第28位升至2022年的第19位，2023年又前进4位，列第15位。 ⇒ holds 4位 4",
        "由2021年的第28位升至2022年的第19位，2023年又前进6位，列第15位。 ⇒ differs 6位 4",
        "由2021年的第28位升至2022年的第19位，2023年再进4位。",
        "在国家高新区评价中，三年来从第55位升至第40位，年均前进5位。",
        "在国家高新区评价中列第11位，前进3位。",
        "技术创新能力列第41位，前进11位；结构优化能力由第35位升至第28位。",
        "结构优化能力由第35位升至第28位；技术创新能力后退了两名。",
    ],
};

/// 较2020年的第8位前移5位: the place before stands behind.
const BACK: &str = "较20|较上|较去|比20|比上|比去";

/// A step from where the step before it ended.
const AGAIN: &str = "又|再|进一步|随后|次年";

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    let facts = &scope.facts;
    for (i, step) in scope.turn() {
        let places = step.figure.unit == "rank" || begins(step.tail, "位次|名次");
        if step.figure.kind != Kind::Change || !places || step.mean {
            continue;
        }
        let (first, last) = (scope.first(i), scope.last(i));
        let mut pairs = (first..last.saturating_sub(1)).filter(|&j| {
            let (from, to) = (&facts[j], &facts[j + 1]);
            let ranks = is_place(from) && is_place(to);
            let times = |fact: &Fact| fact.figure.period.found == Found::Stated;
            let parted = times(from) && times(to) && from.figure.period.value < to.figure.period.value;
            let back = has(to.beside(), BACK) && step.lead.len() < 6;
            let forth = has(to.lead, "到|至|为|升|进|居") && (has(from.beside(), "从|由|自") || parted);
            let again = has(step.lead, AGAIN);
            ranks && (back || forth) && !again
        });
        // Right behind the move, or right in front of it.
        let ahead = |j: usize| j == i + 1 && !has(facts[j].lead, "；|;") && facts[j + 1].sentence == step.sentence;
        let (from, to) = match pairs.find(|j| j + 2 == i || ahead(*j)) {
            Some(j) if has(facts[j + 1].beside(), BACK) => (&facts[j + 1], &facts[j]),
            Some(j) => (&facts[j], &facts[j + 1]),
            // 升至第19位，又前进4位，列第15位.
            None if i > first && i + 1 < last && goes_on(&facts[i - 1..=i + 1]) => (&facts[i - 1], &facts[i + 1]),
            None => continue,
        };
        // “A指数”由第44名升至第30名；“B指数”后退两名: a step of its own.
        if step.is_named() && step.name() != from.name() {
            continue;
        }
        let (high, low) = (from.value().max(to.value()), from.value().min(to.value()));
        let Some(value) = high.checked_sub(low) else { continue };
        let outcome = Outcome {
            value,
            range: Range::exact(value),
        };
        let Some(mut finding) = compare(
            Relation::RankMove,
            Sum::Difference,
            &[from, to],
            step,
            &outcome,
            Tie::Sure,
        ) else {
            continue;
        };
        // Up is towards the first place.
        let up = from.value() > to.value();
        if finding.verdict == Verdict::Holds
            && value != Decimal::ZERO
            && step.figure.sign.is_some_and(|sign| (sign == Sign::Plus) != up)
        {
            finding.verdict = Verdict::Differs;
            finding.remark = Remark::Direction;
        }
        found.push(finding);
    }
}

fn is_place(fact: &Fact) -> bool {
    fact.figure.unit == "rank" && fact.figure.kind == Kind::Rank && fact.figure.bound == Bound::Eq
}

/// A place, a further step, and the place that it led to.
fn goes_on(facts: &[Fact]) -> bool {
    let [from, step, to] = facts else { return false };
    is_place(from)
        && is_place(to)
        && has(step.lead, AGAIN)
        && has(to.lead, "列|居|至|到|升|为")
        && !has(to.lead, "；|;")
}
