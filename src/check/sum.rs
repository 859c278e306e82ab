//! Parts make up their total: 项目7个，包括2个、3个，还有2个; 进出口 is 出口 and 进口; A、B合计.

use super::scope::{Fact, Scope, is_comma};
use super::wording::{begins, has, only};
use super::{Check, Finding, Outcome, Range, Relation, Sum, Tie, Verdict, compare};
use crate::decimal::Decimal;
use crate::figure::Kind;
use crate::unit::{is_counted, is_money};

pub(super) const CHECK: Check = Check {
    relations: &[Relation::SumOfCounts, Relation::SumOfAmounts, Relation::SumWithinTotal],
    source: "total = sum of its parts; trade = exports + imports; product of a place = its three sectors; parts that do not overlap are within the total",
    run,
    #[cfg(test)]
    examples: &[
        "新签约项目7个，包括2个工业项目，3个农业项目，还有2个旅游项目。 ⇒ holds 7个 7",
        "新签约项目7个，包括2个工业项目，4个农业项目，还有2个旅游项目。 ⇒ differs 7个 8",
        "签约大项目7个，共投资220亿元，包括2个投资60亿元的工厂甲、乙，3个投资20亿元的项目，还有2个旅游项目。 ⇒ holds 7个 7; holds 220亿元 18000000000",
        "生物医药、纳米技术、人工智能三大产业产值合计4070亿元，其中生物医药1560亿元、纳米技术1650亿元、人工智能860亿元。 ⇒ holds 4070亿元 407000000000",
        "生物医药、纳米技术、人工智能三大产业产值合计4070亿元，其中生物医药1560亿元、纳米技术1950亿元、人工智能860亿元。 ⇒ differs 4070亿元 437000000000",
        "外贸进出口总额286.4亿元，增长31.5%，其中出口157.9亿元，增长18.2%，进口128.5亿元，增长52.6%。 ⇒ holds 286.4亿元 28640000000",
        "外贸进出口总额268.4亿元，增长31.5%，其中出口157.9亿元，增长18.2%，进口128.5亿元。 ⇒ differs 268.4亿元 28640000000",
        "引进一期项目12个，二期项目8个，三期项目5个，合计25个。 ⇒ holds 25个 25",
        "新签约的项目有7个，总投资200亿元：投资50亿元的2个，即甲和乙；丙、丁、戊3个项目各投资20亿元；另外2个属于数字经济产业。 ⇒ holds 7个 7; holds 200亿元 16000000000",
        "引进项目96个：先进制造业项目52个，现代服务业项目31个，其余13个为科技创新项目。 ⇒ holds 96个 96",
        "引进项目96个：先进制造业项目52个，现代服务业项目31个，其余23个为科技创新项目。 ⇒ differs 96个 106",
        "新签约德企18家，分别是装备制造9家、汽车零部件6家、生物医药5家。 ⇒ differs 18家 20",
        "安排重点项目88个，总投资530亿元，年度投资102亿元。其中，续建项目51个，总投资312亿元；新开工项目37个，总投资218亿元。 ⇒ holds 88个 88; holds 530亿元 53000000000",
        "稀土产业产值152亿元，增长15%；机械产业产值186亿元，增长3.2%；两大产业合计338亿元。 ⇒ holds 338亿元 33800000000",
        "稀土产业产值152亿元，增长15%；机械产业产值186亿元，增长3.2%；两大产业合计383亿元。 ⇒ differs 383亿元 33800000000",
        "签约项目86个，其中工业项目33个，占38.4%，总投资287亿元；其余53个项目总投资225亿元。 ⇒ holds 86个 86",
        "引进三类500强项目7个，其中世界500强1个、中国500强4个、民企500强5个。",
        "新增平台8个，包括省级平台4个、市级平台3个和国家级平台2个，部分平台同时获得两级认定。",
        "一季度签约项目23个、二季度31个、三季度18个、四季度22个，全年共签约94个。 ⇒ holds 94个 94",
        "全年签约项目96个，其中省重点项目14个，市重点项目20个。",
        "稀土产值152亿元，机械产值186亿元，食品产值90亿元，前两大产业合计338亿元，占全区六成。 ⇒ holds 338亿元 33800000000",
        "外贸进出口总额286.4亿元。2月，出口17.9亿元，进口12.5亿元。",
    ],
};

/// Totals that are by definition the sum of these parts.
const DEFINED: [(&str, &[&str]); 3] = [
    ("进出口总额", &["出口总额", "进口总额"]),
    ("地区生产总值", &["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
    ("一般公共预算收入", &["税收收入", "非税收入"]),
];

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, total) in scope.turn() {
        if !total.is_amount() {
            continue;
        }
        let finding = defined(scope, i)
            .or_else(|| listed(scope, i))
            .or_else(|| totalled(scope, i));
        found.extend(finding);
        if is_money(&total.figure.unit) {
            found.extend(products(scope, i));
        }
    }
}

/// A total whose definition names its parts, with all of them beside it.
fn defined(scope: &Scope, i: usize) -> Option<Finding> {
    let total = &scope.facts[i];
    let (_, names) = DEFINED.iter().find(|(name, _)| *name == total.name())?;
    let mut parts = Vec::new();
    for name in *names {
        let fits = |j: &usize| {
            let fact = &scope.facts[*j];
            fact.at.report == total.at.report
                && fact.is_amount()
                && fact.same_unit(total)
                && fact.same_cell(total)
                && fact.same_status(total)
        };
        let near = scope.named(name).iter().copied().filter(fits);
        parts.push(near.min_by_key(|j| j.abs_diff(i))?);
    }
    let beside = |j: &usize| scope.facts[*j].sentence.abs_diff(total.sentence) < 2 && scope.facts[*j].is_named();
    let sure = total.is_named() && parts.iter().all(beside);
    let parts: Vec<&Fact> = parts.iter().map(|j| &scope.facts[*j]).collect();
    // Taxes may be those of all budgets unless 其中 says of which they are.
    let among = total.name() == "进出口总额" || parts.iter().any(|part| has(part.lead, "其中|包括|分为"));
    let tie = if sure && !among { Tie::Named } else { Tie::sure_if(sure) };
    add(total, &parts, tie)
}

/// A total with a list of parts behind it.
fn listed(scope: &Scope, i: usize) -> Option<Finding> {
    let facts = &scope.facts;
    let total = &facts[i];
    let end = match facts.get(scope.last(i)) {
        Some(next) if next.sentence == total.sentence + 1 && begins(next.lead, "其中") => scope.last(scope.last(i)),
        _ => scope.last(i),
    };
    let first = (i + 1..end).find(|&j| facts[j].opens)?;
    // Another such amount in front may be the total.
    let such = |fact: &Fact| fact.is_amount() && fact.same_unit(total);
    let clear = !facts[i + 1..first].iter().any(such);
    let among = has(facts[first].lead, "其中");
    let mut parts: Vec<&Fact> = Vec::new();
    let (mut last, mut whole) = (first, true);
    for (j, fact) in facts.iter().enumerate().take(end).skip(first) {
        if j > first && (fact.opens || has(fact.lead, "引进|新增|完成|实现|获|累计|同时")) {
            break;
        }
        // Behind ；may follow another part or another matter.
        whole &= !(j > first && among && has(fact.lead, "；") && !has(fact.lead, "其余|剩余"));
        if such(fact) {
            parts.push(fact);
            last = if whole { j } else { last };
        }
    }
    if parts.len() < 2 {
        return None;
    }
    let mut sum = NOTHING;
    for (n, part) in parts.iter().enumerate() {
        sum = plus(&sum, part)?;
        let held = totals(total, &parts[..=n], &sum, Tie::Maybe).filter(|_| n > 0);
        if held.is_some() {
            return held;
        }
    }
    let rest = facts[first..=last]
        .iter()
        .any(|fact| has(fact.lead, "其余|剩余|其他|另外"));
    let opening = facts[first].lead;
    let whole_list = has(opening, "包括|包含|分为") && has(facts[last].lead, "还有|以及|和|及")
        || rest
        || begins(opening, "，分别是|，分别为") && first == i + 1;
    // 三类500强项目7个，其中…: things may be of several classes at once, amounts of three industries are not.
    let classes = among && is_counted(&total.figure.unit) && has(total.clause, "类");
    let counted = number_of_kinds(total.clause).is_some_and(|n| n == parts.len()) && !classes;
    // 其中出口…，进口…: there is nothing else in trade.
    let halves =
        has(total.clause, "进出口") && parts.len() == 2 && has(parts[0].lead, "出口") && has(parts[1].lead, "进口");
    let overlap = has(facts[end - 1].tail, "同时|重叠|交叉|兼|重复") || has(facts[last].tail, "等");
    let complete = (whole_list || counted || halves) && !overlap;
    // 续建 and 新开工 are all that there is, unless the text counts otherwise.
    let split = |words: &str| parts.iter().any(|part| has(part.lead, words));
    let tie = match complete && whole && clear {
        true => Tie::Sure,
        false if parts.len() == 2 && split("续建") && split("新开工|新建") && clear => Tie::Named,
        false => Tie::Maybe,
    };
    totals(total, &parts, &sum, tie)
}

/// A total behind its parts: A12个，B8个，合计20个.
fn totalled(scope: &Scope, i: usize) -> Option<Finding> {
    let facts = &scope.facts;
    let total = &facts[i];
    let words = total.beside();
    // 全年共签约94个 may be their total or another matter.
    let summed = has(words, "合计|共计|总计|总共|合起来|加起来");
    if !summed && !words.contains(&'共') {
        return None;
    }
    let first = scope.first(i);
    // 甲152亿元，增长15%，乙186亿元，合计338亿元: how they grew stands between.
    let aside = |fact: &&Fact| matches!(fact.figure.kind, Kind::Change | Kind::Share | Kind::Rank | Kind::Gap);
    let same = |fact: &&Fact| fact.is_amount() && fact.same_unit(total);
    let between = facts[first..i].iter().rev().filter(|fact| !aside(fact));
    let mut parts: Vec<&Fact> = Vec::new();
    for fact in between.take_while(same) {
        parts.insert(0, fact);
        if fact.opens {
            break;
        }
    }
    let run = parts.len();
    for n in 2..run {
        let held = add(total, &parts[run - n..], Tie::Maybe).or_else(|| add(total, &parts[..n], Tie::Maybe));
        if held.is_some() {
            return held;
        }
    }
    // 前两大产业合计 is of as many as it says.
    let kinds = number_of_kinds(total.beside());
    let counted = kinds == Some(run) && parts.iter().all(|part| part.is_named());
    let apart = parts.iter().any(|part| has(part.lead, "其中|；|较|比|从")) || kinds.is_some();
    let apart = apart && !counted;
    let sure = summed && !apart && !begins(total.tail, "的");
    (run > 1).then(|| add(total, &parts, Tie::sure_if(sure)))?
}

/// Projects of so much each are within the total: 总投资220亿元，包括2个投资60亿元的项目.
fn products(scope: &Scope, i: usize) -> Option<Finding> {
    let facts = &scope.facts;
    let total = &facts[i];
    let end = scope.last(i);
    let first = (i + 1..end).find(|&j| facts[j].opens)?;
    let mut operands: Vec<&Fact> = Vec::new();
    let mut sum = NOTHING;
    for pair in facts[first..end].windows(2) {
        // 2个投资60亿元的项目, 3个项目各投资20亿元, 投资60亿元的2个.
        let counts = |fact: &Fact| fact.is_amount() && is_counted(&fact.figure.unit);
        let (count, each) = if counts(&pair[0]) {
            (&pair[0], &pair[1])
        } else {
            (&pair[1], &pair[0])
        };
        let light = "总投资|计划投资|投资|项目|均|各|都|超|超过|达|的|额";
        let paired = counts(count) && each.same_unit(total) && only(pair[1].lead, light);
        let described = begins(each.tail, "的") || has(each.lead, "各|均|都");
        if paired && described {
            operands.extend([count, each]);
            sum.value = sum.value.checked_add(count.value().checked_mul(each.value())?)?;
            sum.range = sum.range.add(&count.range().mul(&each.range())?)?;
        }
    }
    if operands.is_empty() {
        return None;
    }
    let exceeds = total.range().below(&sum.range);
    let verdict = if exceeds { Verdict::Differs } else { Verdict::Holds };
    let mut finding = Finding::new(Relation::SumWithinTotal, verdict, Sum::Products, &operands);
    finding.figures.push(total.at);
    finding.stated = Some(total.at);
    finding.computed = Some(sum.value.trimmed());
    finding.unit.clone_from(&total.figure.unit);
    Some(finding)
}

/// The sum of no parts.
const NOTHING: Outcome = Outcome {
    value: Decimal::ZERO,
    range: Range::exact(Decimal::ZERO),
};

/// A sum with one more part.
fn plus(sum: &Outcome, part: &Fact) -> Option<Outcome> {
    Some(Outcome {
        value: sum.value.checked_add(part.value())?,
        range: sum.range.add(&part.range())?,
    })
}

/// Compares the sum of some parts with their total.
fn add(total: &Fact, parts: &[&Fact], tie: Tie) -> Option<Finding> {
    let sum = parts.iter().try_fold(NOTHING, |sum, part| plus(&sum, part))?;
    totals(total, parts, &sum, tie)
}

/// Compares what some parts sum up to with their total.
fn totals(total: &Fact, parts: &[&Fact], sum: &Outcome, tie: Tie) -> Option<Finding> {
    // What is only a limit is no sum.
    sum.range.high.and(total.range().high)?;
    let counts = is_counted(&total.figure.unit);
    let relation = if counts {
        Relation::SumOfCounts
    } else {
        Relation::SumOfAmounts
    };
    compare(relation, Sum::Total, parts, total, sum, tie)
}

/// The number in 三大产业, 两类, 4个片区, where the words end with such a thing.
fn number_of_kinds(words: &[char]) -> Option<usize> {
    let at = words
        .windows(2)
        .rposition(|pair| "大类期".contains(pair[1]) && number(pair[0]).is_some())?;
    (!words[at..].iter().any(|c| is_comma(*c))).then(|| number(words[at]))?
}

fn number(c: char) -> Option<usize> {
    let chinese = "一二三四五六七八九".chars().position(|d| d == c).map(|at| at + 1);
    chinese.or(if c == '两' {
        Some(2)
    } else {
        c.to_digit(10).map(|d| d as usize)
    })
}
