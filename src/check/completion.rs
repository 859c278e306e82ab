//! Done ÷ planned = completion: 年度计划投资80.2亿元，完成投资92.7亿元，完成年度计划115.6%.

use super::scope::{Fact, Scope};
use super::wording::{begins, has};
use super::{Check, Finding, Range, Relation, Sum, Tie, Verdict, compare, ratio};
use crate::decimal::Decimal;
use crate::figure::Kind;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::Completion],
    source: "completion = done ÷ planned × 100%",
    run,
    #[cfg(test)]
    examples: &[
        "全年计划投资80.2亿元，到年末已完成92.7亿元，完成年度计划115.6%。 ⇒ holds 115.6% 115.59",
        "项目当年计划投资20亿元，到9月底完成11.97亿元，计划完成率59.8%。 ⇒ holds 59.8% 59.85",
        "项目当年计划投资20亿元，到9月底完成11.97亿元，计划完成率95.8%。 ⇒ differs 95.8% 59.85",
        "完成投资92.7亿元，为年度计划80.2亿元的115.6%。 ⇒ holds 115.6% 115.59",
        "今年计划引进项目15个，上半年已引进9个，完成年度目标的60%。 ⇒ holds 60% 60",
        "全年计划投资50亿元。1-6月，完成投资30亿元，占年度计划的60%。 ⇒ holds 60% 60",
        "年初确定的200项任务中，已完成150项，完成率75%。 ⇒ holds 75% 75",
        "全年目标任务：新开工项目40个，1—11月已开工43个，完成率107.5%；竣工项目35个，已竣工29个，完成率82.9%。 ⇒ holds 107.5% 107.5; holds 82.9% 82.86",
        "全年目标任务：新开工项目40个，1—11月已开工43个，完成率170.5%。 ⇒ differs 170.5% 107.5",
        "实际利用外资2.1亿美元，完成全年任务2亿美元的115%。 ⇒ doubtful 115% 105",
        "在建项目计划总投资1420亿元，累计完成投资836亿元，投资完成率58.9%。 ⇒ holds 58.9% 58.87",
        "计划总投资50亿元，上半年完成投资3亿元，完成年度计划的60%。",
        "年度计划投资50亿元，上半年完成投资30亿元，完成总工程量的80%。",
        "固定资产投资320.4亿元，为年计划的53.4%。",
        "项目24个一般公共预算收入18.9亿元增长3.5%完成投资135.6亿元完成年度计划的104.3%。",
    ],
};

/// Words of what is to be reached.
const PLAN: &str = "计划|目标|任务|预算";

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, rate) in scope.turn() {
        let based = scope.base(i).is_some_and(|base| has(scope.facts[base].clause, PLAN));
        if !(rate.is_rate(Kind::Completion) || based) || has(rate.lead, "时序|序时|进度|工程量") {
            continue;
        }
        let first = scope.first(i);
        let in_all = has(rate.lead, "投资完成率");
        let named = |j: &usize| {
            let fact = &scope.facts[*j];
            is_plan(fact) || based && *j + 1 == i || in_all && fact.is_amount() && has(fact.clause, "计划总投资")
        };
        let plans = (scope.first_before(i)..i).rev().filter(named);
        let mut best: Option<Finding> = None;
        for plan in plans.take(3) {
            let plan = &scope.facts[plan];
            let dones = scope.facts[first..i].iter().rev();
            for done in dones.filter(|done| is_done(done, rate) && done.same_unit(plan) && done.at != plan.at) {
                let Some(outcome) = ratio(done, plan) else { continue };
                // The nearest of each are those that the rate is about; what a project costs in all is seldom the plan.
                let tie = Tie::sure_if(best.is_none() && (is_plan(plan) || based));
                let finding = compare(Relation::Completion, Sum::Ratio, &[done, plan], rate, &outcome, tie);
                match finding {
                    Some(mut finding) if finding.verdict == Verdict::Holds => {
                        if !fits_round(done, plan, rate) {
                            finding.verdict = Verdict::Doubtful;
                        }
                        best = Some(finding);
                        break;
                    }
                    finding => best = best.or(finding),
                }
            }
            if best.as_ref().is_some_and(|best| best.verdict != Verdict::Differs) {
                break;
            }
        }
        found.extend(best);
    }
}

/// What is to be reached in a time: not what a project costs in all.
fn is_plan(fact: &Fact) -> bool {
    // Where the marks between clauses are lost, a clause has no end.
    let words = if fact.lead.len() < fact.clause.len() {
        fact.lead
    } else {
        fact.clause
    };
    let planned = has(words, PLAN) && !has(words, "总投资|公共预算|一般预算|完成年度计划|完成计划|完成目标")
        || begins(fact.tail, "任务|目标")
        || is_listed(fact);
    fact.is_amount() && planned
}

/// 全年目标任务：新开工项目40个: what a heading says to be planned, unless it is said to be done.
fn is_listed(fact: &Fact) -> bool {
    let colon = fact.before.iter().rposition(|c| *c == '：');
    let headed =
        colon.is_some_and(|at| has(&fact.before[..at], "目标|任务|计划") && !fact.before[..at].contains(&'，'));
    headed && !has(fact.beside(), "已|完成|实际|累计|达|总投资")
}

/// Whether the rate fits a plan that is meant as it stands: 2亿元 may be 1.5 to 2.5 where it is measured, not where it is set.
fn fits_round(done: &Fact, plan: &Fact, rate: &Fact) -> bool {
    let half = |fact: &Fact| fact.value().checked_sub(fact.range().low);
    let Some(own) = half(done).filter(|own| half(plan).is_some_and(|half| *own < half)) else {
        return true;
    };
    let ends = plan.value().checked_sub(own).zip(plan.value().checked_add(own));
    let set = ends.map(|(low, high)| Range { low, high: Some(high) });
    let hundred = Range::exact(Decimal::new(100, 0));
    let share = set.and_then(|set| done.range().mul(&hundred)?.div(&set));
    let cut = |range: Range| Range {
        high: range
            .high
            .and_then(|high| high.checked_add(high.checked_sub(rate.value())?)),
        ..range
    };
    share.is_none_or(|share| cut(rate.range()).meets(&share))
}

/// What has been done of it.
fn is_done(fact: &Fact, rate: &Fact) -> bool {
    let month = "本月|当月|单月|当日|新增";
    fact.is_amount()
        && !is_plan(fact)
        && !has(fact.clause, "总投资|总额")
        && (has(rate.clause, month) || !has(fact.clause, month))
}
