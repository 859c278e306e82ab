//! Done ÷ planned = completion: 年度计划投资100.1亿元，完成投资115.9亿元，完成年度计划115.8%.

use super::scope::{Fact, Scope, begins, has};
use super::{Check, Finding, Relation, Sum, Verdict, compare, ratio};
use crate::figure::Kind;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::Completion],
    source: "completion = done ÷ planned × 100%",
    run,
    #[cfg(test)]
    examples: &[
        "年度计划投资100.1亿元，本年累计完成投资115.9亿元，完成年度计划115.8%。 ⇒ holds 115.8% 115.78",
        "年计划投资20亿元，累计完成投资11.97亿元，年计划完成率59.8%。 ⇒ holds 59.8% 59.85",
        "年计划投资20亿元，累计完成投资11.97亿元，年计划完成率95.8%。 ⇒ differs 95.8% 59.85",
        "完成投资115.9亿元，为年度计划100.1亿元的115.8%。 ⇒ holds 115.8% 115.78",
        "今年计划引进项目15个，上半年已引进9个，完成年度目标的60%。 ⇒ holds 60% 60",
        "全年计划投资50亿元。1-6月，完成投资30亿元，占年度计划的60%。 ⇒ holds 60% 60",
        "年初确定的200项任务中，已完成150项，完成率75%。 ⇒ holds 75% 75",
        "计划总投资50亿元，上半年完成投资3亿元，完成年度计划的60%。",
        "年度计划投资50亿元，上半年完成投资30亿元，完成总工程量的80%。",
        "固定资产投资320.4亿元，为年计划的53.4%。",
        "项目24个一般公共预算收入18.9亿元增长3.5%完成投资135.6亿元完成年度计划的104.3%。",
    ],
};

/// Words of what is to be reached.
const PLAN: &str = "计划|目标|任务|预算";

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, rate) in scope.facts.iter().enumerate() {
        let based = scope.base(i).is_some_and(|base| has(scope.facts[base].clause, PLAN));
        if !(rate.is_rate(Kind::Completion) || based) || has(rate.lead, "时序|序时|进度|工程量") {
            continue;
        }
        let first = scope.first(i);
        let named = |j: &usize| is_plan(&scope.facts[*j]) || based && *j + 1 == i;
        let plans = (scope.first_before(i)..i).rev().filter(named);
        let mut best: Option<Finding> = None;
        for plan in plans.take(3) {
            let plan = &scope.facts[plan];
            let dones = scope.facts[first..i].iter().rev();
            for done in dones.filter(|done| is_done(done, rate) && done.same_unit(plan) && done.at != plan.at) {
                let Some(outcome) = ratio(done, plan) else { continue };
                // The nearest of each are those that the rate is about.
                let sure = best.is_none();
                let finding = compare(Relation::Completion, Sum::Ratio, &[done, plan], rate, &outcome, sure);
                match finding {
                    Some(finding) if finding.verdict == Verdict::Holds => {
                        best = Some(finding);
                        break;
                    }
                    finding => best = best.or(finding),
                }
            }
            if best.as_ref().is_some_and(|best| best.verdict == Verdict::Holds) {
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
    let planned = has(words, PLAN) && !has(words, "总投资|公共预算|完成年度计划|完成计划|完成目标")
        || begins(fact.tail, "任务|目标");
    fact.is_amount() && planned
}

/// What has been done of it.
fn is_done(fact: &Fact, rate: &Fact) -> bool {
    let month = "本月|当月|单月|当日|新增";
    fact.is_amount()
        && !is_plan(fact)
        && !has(fact.clause, "总投资|总额")
        && (has(rate.clause, month) || !has(fact.clause, month))
}
