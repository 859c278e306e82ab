//! Part ÷ whole = share: 主导产业项目31个，占比63.27%.

use super::scope::{Fact, Scope, begins, find, has};
use super::{Check, Finding, Relation, Sum, compare, ratio, would_be};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::lexicon;
use crate::unit::is_counted;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::ShareOfCount, Relation::ShareOfAmount],
    source: "share = part ÷ whole × 100%",
    run,
    #[cfg(test)]
    examples: &[
        "全年新签约项目49个，其中工业项目31个，占比63.27%。 ⇒ holds 63.27% 63.27",
        "全年新签约项目49个，其中工业项目31个，占比36.27%。 ⇒ differs 36.27% 63.27",
        "固定资产投资320亿元，增长8%，其中工业投资210亿元，占65.6%。 ⇒ holds 65.6% 65.63",
        "全社会用电量192.8亿千瓦时，其中工业用电160.5亿千瓦时，占全社会用电量的83.2%。 ⇒ holds 83.2% 83.25",
        "32个项目签约，总投资418.6亿元。其中制造业项目21个，投资额312亿元，占签约总额的74.5%。 ⇒ holds 74.5% 74.53",
        "财政总收入16.1亿元，税收收入15.57亿元，占财政总收入的69.7%。 ⇒ differs 69.7% 96.71",
        "工业用电160亿千瓦时，占全社会用电量200亿千瓦时的80%。 ⇒ holds 80% 80",
        "新签约项目共49个，总投资额合计154.66亿元。其中属于主导产业的有31个，按项目数计占63.27%，按签约金额计占68.02%。 ⇒ holds 63.27% 63.27",
        "用电量8.4亿千瓦时，其中工业用电7.14亿千瓦时，占全社会用电量的85%。 ⇒ holds 85% 85",
        "到位资金201亿元，其中省外资金176.9亿元，占到位资金总额的88%。 ⇒ holds 88% 88.01",
        "地区生产总值770.6亿元，规上工业增加值413.9亿元，增长4.1%，占地区生产总值的53.7%。 ⇒ holds 53.7% 53.71",
        // The whole is not in the text.
        "实际使用外资18.7亿美元，占全市的27.9%。",
        "财政总收入16.1亿元，工业增值税6.4亿元，占全市四分之一以上。",
        "全年新签约项目49个，工业项目31个，签约金额占比68.02%。",
        "一般公共预算收入411.6亿元，税收占比92.4%。",
        "税收收入10亿元，占比由12%提高到31%。",
        "全年签约项目49个。高新技术企业31家，占比63.3%。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, share) in scope.facts.iter().enumerate() {
        // 占地区生产总值的53.7% is a share whatever else it looks like.
        let says = share.is_rate(Kind::Level) && begins(share.beside(), "占|约占");
        let shares = share.is_rate(Kind::Share) || says || share.figure.unit == "%" && scope.base(i).is_some();
        if !shares || is_end_of_move(share) || has(share.tail, "提高到|提升到|升至") {
            continue;
        }
        let Some((part, wholes)) = operands(scope, i) else {
            continue;
        };
        let part = &scope.facts[part];
        let mut differs = None;
        for whole in wholes {
            let (whole, sure) = (&scope.facts[whole.0], whole.1);
            let relation = if is_counted(&part.figure.unit) {
                Relation::ShareOfCount
            } else {
                Relation::ShareOfAmount
            };
            let Some(outcome) = ratio(part, whole) else { continue };
            let finding = compare(
                relation,
                Sum::Ratio,
                &[part, whole],
                share,
                &outcome,
                sure && part.same_status(whole),
            );
            match finding {
                Some(mut finding) if finding.verdict != super::Verdict::Holds => {
                    finding.would_be = would_be(part, whole, share).filter(|_| relation == Relation::ShareOfCount);
                    differs = differs.or(Some(finding));
                }
                Some(finding) => {
                    differs = Some(finding);
                    break;
                }
                None => {}
            }
        }
        found.extend(differs);
    }
}

/// 由12%提高到31%: either end is another matter.
fn is_end_of_move(share: &Fact) -> bool {
    let to = share.lead.strip_suffix(['约'].as_slice()).unwrap_or(share.lead);
    has(share.lead, "从|由|提高|上升|下降|升至|降至")
        || to.ends_with(&['到']) && !to.ends_with(&['占', '到'])
        || to.ends_with(&['至'])
}

/// The part of which a share is stated, and what may be its whole, each with whether the text ties them together.
fn operands(scope: &Scope, i: usize) -> Option<(usize, Vec<(usize, bool)>)> {
    let facts = &scope.facts;
    let share = &facts[i];
    let first = scope.first(i);
    // 占全社会用电量200亿千瓦时的80%: the whole stands between.
    if let Some(whole) = scope.base(i) {
        let part = |j: &usize| facts[*j].is_amount() && facts[*j].same_unit(&facts[whole]);
        let part = (first..whole).rev().find(part)?;
        let planned = has(facts[whole].clause, "计划|目标|任务|预算");
        return (!planned).then(|| (part, vec![(whole, true)]));
    }
    let basis = basis(share.lead);
    let part = part(scope, first, i)?;
    let of = &facts[part];
    let general = basis.is_empty() || has(&basis, "总额|总量|总数|总投资|总规模|全部|总体|整体|总");
    let outside = [
        "全市", "全省", "全国", "全球", "全县", "全区", "全台", "全港", "世界", "该市", "所在",
    ];
    let field = outside.iter().find(|word| has(share.lead, word));
    let mut wholes = Vec::new();
    for j in (scope.first_before(i)..part).rev() {
        let whole = &facts[j];
        if !whole.is_amount() || !whole.same_unit(of) {
            continue;
        }
        let here = j >= first;
        if let Some(field) = field {
            if here && has(whole.clause, field) && (named(&basis, of, whole) || whole.name() == of.name()) {
                wholes.push((j, true));
            }
            continue;
        }
        if !basis.is_empty() && named(&basis, of, whole) {
            wholes.push((j, true));
            break;
        }
        let ending = whole.name().chars().count() > 2 && text(&basis).ends_with(whole.name());
        if (general || ending) && among(facts, j, part) {
            wholes.push((
                j,
                basis.is_empty() || lexicon::indicator(&text(&basis)).is_none_or(|known| known.part_of.is_none()),
            ));
            break;
        }
        if basis.is_empty() && here && contains(of, whole) {
            wholes.push((j, true));
        }
    }
    // A whole that is named elsewhere in the report is good enough to hold, not to differ.
    if wholes.is_empty() && !general && field.is_none() {
        let elsewhere = |j: &usize| {
            let whole = &facts[*j];
            let here = *j != part && whole.at.report == of.at.report;
            here && whole.is_amount() && whole.same_unit(of) && whole.same_cell(of)
        };
        let name = text(&basis);
        let name = lexicon::indicator(&name).map_or("", |known| known.name);
        wholes.extend(scope.named(name).iter().copied().filter(elsewhere).map(|j| (j, false)));
    }
    (!wholes.is_empty()).then_some((part, wholes))
}

/// The amount that a share is about: the one before it, unless the words between name another thing.
fn part(scope: &Scope, first: usize, i: usize) -> Option<usize> {
    let share = &scope.facts[i];
    let noun = noun(share);
    let mut amounts = (first..i).rev().filter(|&j| scope.facts[j].is_amount()).take(4);
    amounts.find(|&j| {
        let fact = &scope.facts[j];
        noun.is_empty() || has(fact.beside(), &noun) || fact.name().contains(noun.as_str()) || has(fact.behind(), &noun)
    })
}

/// What the words before 占 name, without the counting word at its end: 签约项目数占比 is about 签约项目.
fn noun(share: &Fact) -> String {
    let words = share.beside();
    let Some(end) = ["占", "比重", "份额", "贡献率"]
        .iter()
        .filter_map(|word| find(words, word))
        .min()
    else {
        return String::new();
    };
    let mut words = &words[..end];
    let skip = |word: &&&str| begins(words, word);
    if let Some(word) = ["个", "家", "户", "项", "人", "约", "共", "其", "均", "分别"]
        .iter()
        .find(skip)
    {
        words = &words[word.chars().count()..];
    }
    let words = words.strip_prefix(['按'].as_slice()).unwrap_or(words);
    let words: String = words.iter().filter(|c| c.is_alphanumeric()).collect();
    let words = words
        .trim_end_matches("计算")
        .trim_end_matches('计')
        .trim_end_matches("数量")
        .trim_end_matches(['数', '约', '所', '的']);
    let cue = words.chars().collect::<Vec<_>>();
    match crate::cue::longest(&cue) {
        Some((len, classes)) if len == cue.len() && classes.any(Classes::ADVERB.or(Classes::COPULA)) => String::new(),
        _ => words.to_owned(),
    }
}

/// What the words behind 占 name as the whole.
fn basis(lead: &[char]) -> Vec<char> {
    let Some(at) = find(lead, "占") else {
        return Vec::new();
    };
    let words = &lead[at + 1..];
    let end = words.iter().position(|c| !c.is_alphanumeric()).unwrap_or(words.len());
    let mut words = &words[..end];
    for word in ["比重", "比例", "比", "的", "达", "为", "约", "近", "超", "到", "了"] {
        match find(words, word) {
            Some(0) if !begins(words, "到位|到账|比亚") => words = &words[word.chars().count()..],
            Some(at) if at + word.chars().count() == words.len() || word == "的" => words = &words[..at],
            _ => {}
        }
    }
    words.to_vec()
}

fn text(words: &[char]) -> String {
    words.iter().collect()
}

/// Whether the words behind 占 name a whole; 规上工业 is short for whatever of it the part is.
fn named(basis: &[char], part: &Fact, whole: &Fact) -> bool {
    let basis = text(basis);
    let name = lexicon::indicator(&basis).map_or(basis.as_str(), |known| known.name);
    let end = |name: &str| name.chars().rev().take(2).collect::<String>();
    !name.is_empty()
        && (whole.name() == name || whole.name().starts_with(name) && end(whole.name()) == end(part.name()))
}

/// Whether 其中 parts an amount from the one that it is the whole of.
fn among(facts: &[Fact], whole: usize, part: usize) -> bool {
    facts[whole + 1..=part]
        .iter()
        .any(|fact| has(fact.lead, "其中|包括|含"))
}

/// Whether the name of the part is that of the whole with something before it: 工业签约项目 of 新签约项目.
fn contains(part: &Fact, whole: &Fact) -> bool {
    let name = whole.name().trim_start_matches(['新', '总', '全']);
    name.chars().count() > 2 && part.name() != whole.name() && part.name().ends_with(name)
}
