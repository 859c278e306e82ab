//! A part is no larger than its whole: taxes within revenue, 其中 within what stands before it.

use super::scope::{Fact, Scope};
use super::wording::{begins, has, only};
use super::{Check, Finding, Relation, Sum, Verdict};
use crate::lexicon::{self, Indicator};
use crate::unit::is_counted;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::PartWithinWhole],
    source: "a part does not exceed its whole: the lexicon's part_of, and 其中",
    run,
    #[cfg(test)]
    examples: &[
        "财政总收入16.1亿元，税收收入15.57亿元，工业增值税6.4亿元。 ⇒ holds; holds",
        "财政总收入16.1亿元，其中税收收入17.57亿元。 ⇒ differs",
        "财政总收入16.1亿元，税收收入17.57亿元。 ⇒ doubtful",
        "全年实施重点项目96个，其中省重点项目114项。 ⇒ differs",
        "新签约项目58个，其中10亿元以上项目9个、50亿元以上项目2个。 ⇒ holds; holds",
        "累计获得授权专利312项。其中发明专利198项。 ⇒ holds",
        "财政总收入1.61亿元。2022年，税收收入15.57亿元。",
        "一期建设4条生产线，投资80亿元，其中设备采购30台。",
        "规上工业企业412家，净增37家。",
        "实现净利润12.5亿元。其中一季度营业收入30亿元。",
        "营业收入19亿元，归母净利润2.35亿元。其中，钛材收入11.3亿元。",
        "实现增加值36亿元，其中电池产业产值98亿元。",
        "利税9.6亿元，下降2%。其中，石化产业产值48亿元。",
        "烧碱产能94万吨，其中在建产能还有120万吨。",
        "居民人均可支配收入68420元，其中城镇居民人均可支配收入75310元。",
        "工业投资累计完成186亿元，年均62亿元，其中2023年77亿元。 ⇒ holds",
        "工业投资18.6亿元，制造业投资19.2亿元（含部分服务业项目）。",
        "这批项目涉及城市更新、物流等4个领域，其中工业项目10个。",
        "客商来自26个国家和地区。其中亿元以上项目118个，占总数的24.3%。",
        "开工项目64个，总投资71.6亿元、年度投资15.8亿元，其中产业项目总投资40.9亿元。",
        "实际利用外资1.1亿美元，其中开发区协议外资1.8亿美元。",
        "中部16个开发区发展良好，其中税收增幅高于东部33个开发区0.7个百分点。",
        "出口1128亿元，进口748亿元。其中集成电路一项的进出口就有1395亿元。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, part) in scope.turn() {
        if !part.is_amount() {
            continue;
        }
        let defined = by_definition(scope, i);
        let among = among(scope, i);
        let Some((whole, sure)) = defined.or(among) else {
            continue;
        };
        // Only 其中 ties the two together; what is a part by definition may be defined otherwise here.
        let tied = among.is_some_and(|(of, _)| of == whole);
        let whole = &scope.facts[whole];
        let exceeds = whole.value() < part.value() && whole.range().below(&part.range());
        let qualified = || part.is_qualified() || whole.is_qualified();
        if exceeds && (!sure || !part.same_status(whole) || qualified()) {
            continue;
        }
        let verdict = match exceeds {
            true if !tied || part.figure.unreliable || whole.figure.unreliable => Verdict::Doubtful,
            true => Verdict::Differs,
            false => Verdict::Holds,
        };
        found.push(Finding::new(
            Relation::PartWithinWhole,
            verdict,
            Sum::Within,
            &[part, whole],
        ));
    }
}

/// The nearest figure for the next larger indicator of the same subject and period, and whether it stands beside.
fn by_definition(scope: &Scope, i: usize) -> Option<(usize, bool)> {
    let part = &scope.facts[i];
    let mut whole = part.known.and_then(larger);
    // A chain of parts has few links.
    for _ in 0..6 {
        let name = whole?.name;
        let fits = |j: &usize| {
            let fact = &scope.facts[*j];
            *j != i
                && fact.at.report == part.at.report
                && fact.is_amount()
                && fact.same_unit(part)
                && fact.same_cell(part)
        };
        let near = scope
            .named(name)
            .iter()
            .copied()
            .filter(fits)
            .min_by_key(|j| j.abs_diff(i));
        if let Some(j) = near {
            let fact = &scope.facts[j];
            let beside = fact.sentence.abs_diff(part.sentence) < 2;
            return Some((j, beside && fact.is_named() && part.is_named()));
        }
        whole = whole.and_then(larger);
    }
    None
}

fn larger(of: &'static Indicator) -> Option<&'static Indicator> {
    of.part_of.and_then(lexicon::indicator)
}

/// What stands before 其中, in the same unit.
fn among(scope: &Scope, i: usize) -> Option<(usize, bool)> {
    let part = &scope.facts[i];
    let first = scope.first(i);
    // 其中A9个、B2个: what goes on with 、 is as much a part.
    let mut opened = i;
    let opens = |j: usize| scope.facts[j].opens && has(scope.facts[j].lead, "其中");
    while !opens(opened) {
        let lead = scope.facts[opened].lead;
        if opened == first || !begins(lead, "、|和|及|，和") && !only(lead, "以上|项目|以下|的") {
            return None;
        }
        opened -= 1;
    }
    // A share or a rate between would make it 其中…占.
    let before = scope.first_before(i);
    let from = if opened == first { before } else { first };
    let whole = (from..opened)
        .rev()
        .find(|&j| scope.facts[j].is_amount() && same_things(&scope.facts[j], part))?;
    // 净利润12亿元，其中一季度营收30亿元: another thing than what stands before.
    let apart = |(a, b): (&Indicator, &'static Indicator)| {
        a.name != b.name && larger(b).is_none_or(|whole| whole.name != a.name)
    };
    let other = !is_counted(&part.figure.unit) && scope.facts[whole].known.zip(part.known).is_some_and(apart);
    // 归母净利润2亿元…。其中，某产品收入11亿元: of the revenue before it.
    let measured = |fact: &Fact| measure(fact.name());
    let unlike = measured(&scope.facts[whole])
        .zip(measured(part))
        .is_some_and(|(a, b)| a != b);
    // 涉及4个领域，其中工业项目10个.
    let unlike = unlike || scope.facts[whole].counts_fields() && !part.counts_fields();
    // 产能94万吨，其中在建产能还有200万吨: besides what there is.
    let besides = has(part.lead, "还有|另有|尚有");
    // 16个国家级开发区…，其中税收增幅高于东部33个: with how many they are compared.
    let against = has(part.lead, "高于|低于|快于|慢于|多于|少于");
    Some((whole, !other && !unlike && !besides && !against))
}

/// What a name measures, where its last word tells.
fn measure(name: &str) -> Option<usize> {
    const MEASURES: [&[&str]; 14] = [
        &["协议外资", "合同外资", "合同外资额", "协议利用外资", "合同利用外资"],
        &["实际利用外资", "实际使用外资", "利用外资", "到位外资"],
        &["进出口", "进出口额", "进出口总额", "进出口总值"],
        &["进口", "进口额", "进口总额"],
        &["出口", "出口额", "出口总额"],
        &["增加值", "生产总值"],
        &["利税", "利税总额"],
        &["收入", "营收", "销售额", "产值", "营业额"],
        &["利润", "净利", "利润总额"],
        &["税", "税收", "税金"],
        &["年度投资", "年度计划投资", "本年投资", "当年投资"],
        &["投资", "投资额"],
        &["支出"],
        &["余额", "贷款", "存款"],
    ];
    MEASURES
        .iter()
        .position(|words| words.iter().any(|word| name.ends_with(word)))
}

fn same_things(whole: &Fact, part: &Fact) -> bool {
    let things = ["个", "项"];
    let unit = |fact: &Fact| things.contains(&fact.figure.unit.as_str());
    whole.same_unit(part) || unit(whole) && unit(part)
}
