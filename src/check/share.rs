//! Part ÷ whole = share: 主导产业项目31个，占比63.27%.

use super::scope::{Fact, Scope};
use super::wording::{begins, find, has, only};
use super::{Check, Finding, Relation, Sum, Tie, compare, ratio, would_be};
use crate::cue::Classes;
use crate::decimal::Decimal;
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
        "工业投资56亿元，其中技改投资21亿元，占工业投资的比重达到37.5%。 ⇒ holds 37.5% 37.5",
        "1200家企业中，高新技术企业有360家，占33%。 ⇒ differs 33% 30",
        "园区共有企业480家，规上企业达120家，占企业总数的四成以上。 ⇒ differs 四成 25",
        "轴承产值42亿元，其中出口6.8亿元，占产值的26.2%。 ⇒ differs 26.2% 16.19",
        "铜产业产值1080亿元，占全区规上工业总产值的84.5%；全区规上工业总产值1278亿元。 ⇒ holds 84.5% 84.51",
        "规上工业总产值3060亿元，增长6.8%；汽车制造业产值1580亿元，占51.6%。 ⇒ holds 51.6% 51.63",
        "铜产业营收1870亿元，园区营收2010亿元，铜产业营收占园区营收的93%。 ⇒ holds 93% 93.03",
        "39个项目中，工业项目31个，总投资152亿元，占比分别为79.5%和86.4%。 ⇒ holds 79.5% 79.49",
        // The whole is not in the text.
        "研发机构总数达1218家，其中重点实验室88家、占全省36.5%；孵化器64家、占58.2%。",
        "实际使用外资18.7亿美元，占全市的27.9%。",
        "实际利用外资11.4亿美元，其中开发区协议外资8.7亿美元，实际利用外资9.3亿美元，分别占全市总量的62.5%和64.7%。",
        "财政总收入16.1亿元，工业增值税6.4亿元，占到全市的四分之一以上。",
        "全年新签约项目49个，工业项目31个，签约金额占比68.02%。",
        "污水处理能力合计4.5万吨，其中专管1.2万吨，尚有约两成企业未接管。",
        "一般公共预算收入411.6亿元，税收占比92.4%。",
        "税收收入10亿元，占比由12%提高到31%。",
        "引进项目42个，其中新能源项目16个；项目总投资198亿元，其中新能源占五成以上。",
        "规上工业总产值3060亿元，增长6.8%；汽车制造业产值1580亿元，占15.6%。",
        "全年签约项目49个。高新技术企业31家，占比63.3%。",
        "全年签约项目36个。新材料、装备制造、医药三个主导产业产值占比71.5%。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, share) in scope.turn() {
        // 占地区生产总值的53.7% is a share whatever else it looks like.
        let says = share.is_rate(Kind::Level) && begins(share.beside(), "占|约占");
        let shares = share.is_rate(Kind::Share) || says || share.figure.unit == "%" && scope.base(i).is_some();
        // 处理能力4.5万吨，尚有两成企业未接管: a part of things, not of what was measured before.
        let of_things = begins(share.tail, "企业|项目|用户|居民");
        if !shares || of_things || is_end_of_move(share) || has(share.tail, "提高到|提升到|升至") {
            continue;
        }
        let Some((part, wholes)) = operands(scope, i) else {
            continue;
        };
        let part = &scope.facts[part];
        let mut differs = None;
        for whole in wholes {
            let (whole, tie) = (&scope.facts[whole.0], whole.1);
            let relation = if is_counted(&part.figure.unit) {
                Relation::ShareOfCount
            } else {
                Relation::ShareOfAmount
            };
            let Some(outcome) = ratio(part, whole) else { continue };
            let tie = if part.same_status(whole) { tie } else { Tie::Maybe };
            let finding = compare(relation, Sum::Ratio, &[part, whole], share, &outcome, tie);
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
        || to.ends_with(&['到']) && !to.ends_with(&['占', '到']) && !to.ends_with(&['达', '到'])
        || to.ends_with(&['至'])
}

/// The part of which a share is stated, and what may be its whole, each with how closely the text ties them together.
fn operands(scope: &Scope, i: usize) -> Option<(usize, Vec<(usize, Tie)>)> {
    let facts = &scope.facts;
    let share = &facts[i];
    let first = scope.first(i);
    // 占全社会用电量200亿千瓦时的80%: the whole stands between.
    if let Some(whole) = scope.base(i) {
        let part = |j: &usize| facts[*j].is_amount() && facts[*j].same_unit(&facts[whole]);
        let part = (first..whole).rev().find(part)?;
        let planned = has(facts[whole].clause, "计划|目标|任务|预算");
        return (!planned).then(|| (part, vec![(whole, Tie::Sure)]));
    }
    // 其中新能源占五成: of what stands before, a part whose amount is not said.
    if has(share.lead, "其中|分项") {
        return None;
    }
    // 占全省36.5%；孵化器64家、占58.2%: of the whole that the share before was of.
    let of_area = |j: usize| has(facts[j].lead, "占全省|占全市|占全国|占全县");
    let before = (first..i).rev().find(|j| facts[*j].figure.kind == Kind::Share);
    if only(share.lead, "占|约占|、占|，占|、|，|和|及") && before.is_some_and(of_area) {
        return None;
    }
    let (part, tied) = part(scope, first, i)?;
    let of = &facts[part];
    let said = basis(share.lead);
    let field = FIELDS.split('|').find(|word| has(share.lead, word));
    let basis = field.and_then(|field| said.strip_prefix(chars(field).as_slice()));
    let basis = basis.unwrap_or(&said);
    let general = said.is_empty() || has(&said, "总额|总量|总数|总投资|总规模|全部|总体|整体") || text(&said) == "总";
    let alike = |j: usize| facts[j].same_unit(of) && (of.counts_fields() || !facts[j].counts_fields());
    let fits = |j: usize| j != part && facts[j].is_amount() && alike(j);
    let mut wholes = Vec::new();
    for j in (scope.first_before(i)..part).rev().filter(|j| fits(*j)) {
        let whole = &facts[j];
        let (here, tie) = (j >= first, Tie::sure_if(tied && !apart(of, whole)));
        if let Some(field) = field {
            if here && has(whole.clause, field) && (named(basis, of, whole) || whole.name() == of.name()) {
                wholes.push((j, tie));
            }
            continue;
        }
        if !basis.is_empty() && named(basis, of, whole) {
            wholes.push((j, tie));
            break;
        }
        let (name, own) = (text(basis), whole.name());
        let ending = own.chars().count() > 2 && name.ends_with(own) || !name.is_empty() && own.ends_with(&name);
        if (general || ending) && among(facts, j, part) {
            let whole_of = lexicon::indicator(&name).and_then(|known| known.part_of).is_none();
            wholes.push((j, if name.is_empty() || whole_of { tie } else { Tie::Maybe }));
            break;
        }
        if basis.is_empty() && here && contains(of, whole) {
            wholes.push((j, tie));
        }
    }
    // What merely may be the whole is good enough to hold, not to differ, and only where that is no coincidence; what is named like it is worth a
    // question.
    if wholes.is_empty() && is_printed(share) {
        let name = text(basis);
        let own = field.is_none_or(|field| field == "全区");
        let behind = scope.last(scope.last(i).min(facts.len() - 1));
        for j in (scope.first_before(i)..behind).filter(|j| fits(*j)) {
            let whole = &facts[j];
            let alike = whole.name().ends_with(&name) || whole.name().starts_with(&name) || has(whole.beside(), &name);
            let inside = own || field.is_some_and(|field| has(whole.clause, field));
            if !name.is_empty() && own && tied && whole.is_named() && whole.name() == known(&name) && !apart(of, whole)
            {
                wholes.push((j, Tie::Named));
            } else if (name.is_empty() && j < part && field.is_none() || !name.is_empty() && alike && inside)
                && of.value() < whole.value()
            {
                wholes.push((j, Tie::Maybe));
            }
        }
        let elsewhere = |j: &usize| own && fits(*j) && facts[*j].at.report == of.at.report && facts[*j].same_cell(of);
        let others = scope.named(known(&name)).iter().copied().filter(elsewhere);
        wholes.extend(others.map(|j| (j, Tie::Maybe)));
    }
    (!wholes.is_empty()).then_some((part, wholes))
}

/// Areas of which a share may be stated without an amount.
const FIELDS: &str = "全市|全省|全国|全球|全县|全区|全台|全港|世界|该市|所在";

fn chars(word: &str) -> Vec<char> {
    word.chars().collect()
}

/// A name as the lexicon spells it, where it knows it.
fn known(name: &str) -> &str {
    lexicon::indicator(name).map_or(name, |known| known.name)
}

/// Whether a share is printed so exactly that hardly another pair of numbers would give it.
fn is_printed(share: &Fact) -> bool {
    let range = share.range();
    let width = range.high.and_then(|high| high.checked_sub(range.low));
    let width = width.and_then(|width| width.checked_mul(Decimal::new(15, 0)));
    width.is_some_and(|width| width <= share.value())
}

/// Whether part and whole are of different times.
fn apart(part: &Fact, whole: &Fact) -> bool {
    let (a, b) = (&part.figure.period, &whole.figure.period);
    let areas = |fact: &Fact| {
        fact.figure
            .subject
            .value
            .as_deref()
            .is_some_and(|name| name.starts_with('全'))
    };
    let area = areas(part) != areas(whole);
    area || a.value.is_some() && b.value.is_some() && a.value != b.value
}

/// The amount that a share is about, and whether the text leaves no doubt: the one before it, unless the words between name another thing.
fn part(scope: &Scope, first: usize, i: usize) -> Option<(usize, bool)> {
    let facts = &scope.facts;
    // A、B分别占30%和20%: the first of the shares is about the first of the amounts.
    let light = |j: usize| only(facts[j].lead, "和|及|与|、");
    let head = (first..=i)
        .rev()
        .find(|&j| !light(j))
        .filter(|&j| has(facts[j].lead, "分别"));
    if let Some(head) = head {
        let count = 1 + (head + 1..scope.last(i)).take_while(|&j| light(j)).count();
        let mut amounts: Vec<usize> = (first..head)
            .rev()
            .filter(|&j| facts[j].is_amount())
            .take(count)
            .collect();
        amounts.reverse();
        let close = amounts.first().is_some_and(|&j| j + count == head);
        return amounts
            .get(i - head)
            .filter(|_| amounts.len() == count)
            .map(|&j| (j, close));
    }
    let noun = noun(&facts[i]);
    let mut amounts = (first..i).rev().filter(|&j| facts[j].is_amount()).take(4);
    // 三个主导产业产值占比71.5%: the share is of what they make, not of how many they are.
    const MEASURES: &str = "产值|收入|营收|税收|增加值|利润|投资|出口|销售额";
    let made = |fact: &Fact| is_counted(&fact.figure.unit) && has(&chars(&noun), MEASURES);
    let about = amounts.find(|&j| {
        let fact = &facts[j];
        let named = || has(fact.beside(), &noun) || fact.name().contains(noun.as_str()) || has(fact.behind(), &noun);
        !made(fact) && (noun.is_empty() || named())
    });
    about.map(|j| (j, true))
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
    for word in [
        "比重", "比例", "比", "的", "高达", "达", "为", "约", "近", "超", "到", "了", "分别",
    ] {
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

/// Whether the words behind 占 name a whole; 规上工业 is short for whatever of it the part is, 企业总数 is 企业.
fn named(basis: &[char], part: &Fact, whole: &Fact) -> bool {
    let basis = text(basis);
    let short = ["总数", "总量", "总额"]
        .iter()
        .find_map(|word| basis.strip_suffix(word));
    let name = lexicon::indicator(&basis).map_or(short.unwrap_or(&basis), |known| known.name);
    let end = |name: &str| name.chars().rev().take(2).collect::<String>();
    !name.is_empty()
        && (whole.name() == name || whole.name().starts_with(name) && end(whole.name()) == end(part.name()))
}

/// Whether 其中 parts an amount from the one that it is the whole of, or 中 behind that one does: 1200家企业中，….
fn among(facts: &[Fact], whole: usize, part: usize) -> bool {
    let inside = || facts[whole].behind().ends_with(&['中']);
    let opens = |fact: &Fact| has(fact.lead, "其中|包括|含");
    facts[whole + 1..=part].iter().any(opens) || inside()
}

/// Whether the name of the part is that of the whole with something before it: 工业签约项目 of 新签约项目.
fn contains(part: &Fact, whole: &Fact) -> bool {
    let name = whole.name().trim_start_matches(['新', '总', '全']);
    name.chars().count() > 2 && part.name() != whole.name() && part.name().ends_with(name)
}
