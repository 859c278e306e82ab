//! Units that do not fit what is measured: electricity in yuan.

use super::scope::Scope;
use super::wording::{has, only};
use super::{Check, Finding, Relation, Sum, Verdict};
use crate::figure::Kind;
use crate::unit::{is_counted, is_money, is_time};

pub(super) const CHECK: Check = Check {
    relations: &[Relation::UnitUnlikely],
    source: "the unit that the lexicon gives for an indicator: money is not a quantity of electricity, and the reverse",
    run,
    #[cfg(test)]
    examples: &[
        "工业用电达到4亿元，增长18.6%。 ⇒ doubtful",
        "税收收入完成3亿千瓦时。 ⇒ doubtful",
        "工业用电达到3亿千瓦时，税收收入3亿元。",
        "工业用电户减免3亿元。",
        "发放工业用电补贴3亿元。",
        "企业每出口1个标箱可获补贴800元。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (_, fact) in scope.turn() {
        let figure = fact.figure;
        let Some(usual) = fact.known.and_then(|known| known.unit) else {
            continue;
        };
        let measure = |unit: &str| {
            !is_money(unit) && !is_counted(unit) && !is_time(unit) && !["%", "pp", "x", "rank"].contains(&unit)
        };
        let own = figure.unit.as_str();
        let clash = is_money(usual) && measure(own) || measure(usual) && is_money(own);
        // 每出口1个标箱: no sum, but for how much something is given.
        if !clash || figure.kind != Kind::Level || !fact.is_named() || fact.describes || has(fact.lead, "每") {
            continue;
        }
        // The name has to stand right in front of the number.
        let beside = figure.indicator.evidence.and_then(|evidence| {
            let from = evidence
                .end
                .checked_add(fact.lead.len())?
                .checked_sub(figure.span.start)?;
            fact.lead.get(from..)
        });
        let light = beside.is_some_and(|words| {
            only(
                words,
                "达到|达|完成|实现|为|是|累计|约|近|超过|超|突破|逾|共|合计|总计|了",
            )
        });
        if light {
            found.push(Finding::new(
                Relation::UnitUnlikely,
                Verdict::Doubtful,
                Sum::Alone,
                &[fact],
            ));
        }
    }
}
