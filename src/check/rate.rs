//! What has been done ÷ what there is = rate: 23个项目中17个投产，投产率73.91%.

use super::scope::{Fact, Scope};
use super::wording::{has, only};
use super::{Check, Finding, Relation, Sum, Tie, Verdict, compare, ratio, would_be};
use crate::figure::Kind;
use crate::unit::is_money;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::Rate],
    source: "rate of what is done = done ÷ all × 100%",
    run,
    #[cfg(test)]
    examples: &[
        "26个首批产业项目全部开工，17个项目建成投产，投产率65.38%。 ⇒ holds 65.38% 65.38",
        "26个首批产业项目全部开工，17个项目建成投产，投产率56.38%。 ⇒ differs 56.38% 65.38",
        "全年签约项目50个，开工40个，开工率80%。 ⇒ holds 80% 80",
        "受理企业诉求3156件，办结3120件，办结率98.86%。 ⇒ holds 98.86% 98.86",
        "今年计划新开工项目80个，截至2月底已开工68个，开工率85%；计划竣工项目50个，已竣工30个，竣工率60%。 ⇒ holds 85% 85; holds 60% 60",
        "60个项目中，已竣工投产21个，竣工率35%。 ⇒ holds 35% 35",
        "规上工业企业93户，盈利78户，盈利面83.9%；亏损15户。 ⇒ holds 83.9% 83.87",
        "接收返乡就业1620人，提供岗位9800个，达成就业意向2150人，意向达成率22%。",
        "接收返乡就业1620人，提供岗位9800个，达成就业意向1150人，意向达成率12%。",
        "受理企业诉求312件，按时办结率100%。",
        "26个部门联动，17个项目建成投产，投产率56.38%。",
        "城镇登记失业率2.34%，就业1.2万人。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, rate) in scope.turn() {
        if !rate.is_rate(Kind::Level) || !rate.is_named() {
            continue;
        }
        let Some(done) = rate
            .figure
            .indicator
            .value
            .as_deref()
            .and_then(|name| name.strip_suffix(['率', '面']))
        else {
            continue;
        };
        let mut stem: Vec<char> = done.chars().rev().take(2).collect();
        stem.reverse();
        let stem: String = stem.into_iter().collect();
        if stem.chars().count() < 2 {
            continue;
        }
        let first = scope.first(i);
        let said = |fact: &Fact| has(fact.beside(), &stem) || has(fact.behind(), &stem);
        let Some(part) = (first..i)
            .rev()
            .find(|&j| scope.facts[j].is_amount() && said(&scope.facts[j]))
        else {
            continue;
        };
        let part_of = &scope.facts[part];
        let mut best: Option<Finding> = None;
        for whole in scope.facts[first..part].iter().rev() {
            let again = said(whole) && !has(whole.clause, "计划|应|拟|需|任务|目标|待");
            // Another number of things between is nearer to being the whole; their investment is not.
            let parted = whole.is_amount() && !whole.same_unit(part_of) && !is_money(&whole.figure.unit);
            if parted || whole.is_amount() && whole.value() < part_of.value() && whole.same_unit(part_of) {
                break;
            }
            if !whole.is_amount() || !whole.same_unit(part_of) || again || !same_things(part_of, whole, &stem) {
                continue;
            }
            let Some(outcome) = ratio(part_of, whole) else { continue };
            let Some(mut finding) = compare(Relation::Rate, Sum::Ratio, &[part_of, whole], rate, &outcome, Tie::Sure)
            else {
                continue;
            };
            if finding.verdict == Verdict::Holds {
                best = Some(finding);
                break;
            }
            finding.would_be = would_be(part_of, whole, rate);
            best = best.or(Some(finding));
        }
        found.extend(best);
    }
}

/// Whether what is done is one of the things counted before: the words beside name the same things, or none anew.
fn same_things(part: &Fact, whole: &Fact, stem: &str) -> bool {
    let name = part.name().chars().rev().take(2).collect::<Vec<_>>();
    let noun: String = name.iter().rev().collect();
    let light =
        format!("{stem}|其中|已|竣工|投产|开工|签约|落地|实现|完成|成功|累计|有|按时|达到|达|为|的|个|家|件|户|项|中");
    has(whole.beside(), &noun) && !noun.is_empty()
        || has(whole.behind(), &noun)
        || only(part.beside(), &light) && only(part.behind(), &light)
}
