//! Names of what a text gives no noun of its own: 的 alone, or a size that stands for the things that have it.

use super::naming::Naming;
use super::noun::left_noun;
use super::part::without_added;
use super::phrase::phrase;
use super::sentence::{Draft, clause_start};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::unit::{is_counted, is_money};

/// 其中投向工业的有42亿元, 申办贷款的有22家: 的 without a noun stands for the one counted before.
pub(super) fn headless(naming: &Naming) -> Option<(String, Span)> {
    let noun = naming
        .noun
        .clone()
        .filter(|_| naming.is_left() && naming.draft.kind == Kind::Level)?;
    let behind = naming.doc.tokens[noun.end..naming.draft.at].first()?;
    let own = naming.own;
    // 规上企业中有研发活动的86家.
    let (doc, has) = (naming.doc, noun.start.checked_sub(1)?);
    let among = has
        .checked_sub(1)
        .filter(|i| doc.is_word(&doc.tokens[*i], &["中", "里"]));
    if let Some(among) = among.filter(|_| doc.is_word(&doc.tokens[has], &["有", "拥有"]) && behind.is(Classes::DE)) {
        let whole = left_noun(doc, clause_start(naming.sentence, among), among)?;
        return Some((
            format!("有{own}的{}", naming.chars(&whole)),
            doc.span(&(whole.start..noun.end)),
        ));
    }
    let source = naming.same_unit(naming.drafts)?;
    let kind = limited_kind(naming).filter(|_| limited(own));
    let head = kind.or_else(|| head_of(source.indicator.value.as_deref()?))?;
    let when = own.ends_with(['前', '后', '时']);
    (behind.is(Classes::DE) && !when && !own.ends_with(&head)).then(|| (format!("{own}{head}"), naming.doc.span(&noun)))
}

/// 其中年产值1000万元以上的企业有某某木业等4家: examples stand between the things and their number.
pub(super) fn examples(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let clause = clause_start(naming.sentence, naming.draft.at);
    let counted = naming.noun.is_none() && naming.lists_examples() && is_counted(naming.unit());
    let has = (clause..naming.draft.at)
        .rev()
        .find(|i| doc.is_word(&doc.tokens[*i], &["有", "包括"]))
        .filter(|_| counted)?;
    let things = left_noun(doc, clause, has).filter(|things| things.end == has)?;
    let head = doc.tokens[has - 1].is(Classes::HEAD);
    let span = doc.span(&things);
    head.then(|| (phrase(doc, things), span))
}

/// 税收超过2亿元的企业有4家，超过5亿元的有1家; 产值超5亿元企业9家，超20亿元企业2家: what the second limit is one of is said with the first.
pub(super) fn limited_alike(naming: &Naming) -> Option<(String, Span)> {
    const LIMITS: [&str; 4] = ["超过", "超", "突破", "不足"];
    let noun = naming.noun.clone()?;
    let own = naming.own;
    let limit = LIMITS.iter().any(|word| own.starts_with(word)) && limited(own);
    let source = naming.same_unit(naming.here).filter(|_| limit)?;
    let name = source.indicator.value.as_deref()?;
    let (measure, rest) = LIMITS.iter().find_map(|word| name.split_once(word))?;
    let head = head_of(name)?;
    let rest = limited(rest) && !measure.is_empty() && !limited(measure);
    let joined = if own.ends_with(&head) {
        String::new()
    } else {
        format!("的{head}")
    };
    rest.then(|| (format!("{measure}{own}{joined}"), naming.doc.span(&noun)))
}

/// 研发费用32.6亿元，其中民营企业4.9亿元: whose part it is, of what was measured before.
pub(super) fn theirs(naming: &Naming) -> Option<(String, Span)> {
    const WHOSE: List = List::new("企业|行业|机构|公司|市场主体");
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let money = is_money(naming.unit()) && naming.draft.kind == Kind::Level;
    let clause = clause_start(naming.sentence, naming.draft.at);
    let among = || {
        naming.doc.tokens[clause..noun.start]
            .iter()
            .any(|t| t.is(Classes::AMONG))
    };
    let own = &naming.doc.chars[..naming.doc.span(&noun).end];
    let measured = naming
        .same_unit(naming.here)
        .filter(|d| !d.noun.is_empty() && d.noun.end <= d.at)?;
    let measure = measured.indicator.value.as_deref()?;
    let whose = WHOSE.ending(own).is_some() && !WHOSE.stands_in_name(measure);
    (money && whose && among()).then(|| (format!("{}{measure}", naming.own), naming.doc.span(&noun)))
}

/// Whether a name tells how large the things are: 10亿元以上项目.
pub(super) fn limited(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_digit() || matches!(c, '亿' | '万'))
}

/// 新批外资项目21个，超3000万美元的7个，超亿美元的2个: the things whose size an amount's noun tells.
pub(super) fn limited_kind(naming: &Naming) -> Option<String> {
    let name = |d: &Draft| {
        d.indicator
            .value
            .clone()
            .filter(|_| naming.doc.amounts[d.amount].unit == naming.unit())
    };
    let near = naming.here.iter().rev().take(6);
    let mut names = near.filter_map(name).filter(|name| !limited(name));
    let all = names.next();
    // 制造业项目11个、服务业项目5个；10亿元以上的4个: of both kinds.
    if let Some(head) = all.as_deref().and_then(head_of)
        && names
            .next()
            .is_some_and(|other| Some(&other) != all.as_ref() && other.ends_with(&head))
    {
        return Some(head);
    }
    match all {
        Some(name) if !name.starts_with('其') => Some(without_added(&name).to_owned()),
        _ => head_of(naming.same_unit(naming.here)?.indicator.value.as_deref()?),
    }
}

/// The last two characters of a phrase, which in Chinese are nearly always its head: 固定资产投资 → 投资.
pub(super) fn head_of(phrase: &str) -> Option<String> {
    let chars: Vec<char> = phrase.chars().filter(|c| !is_one(*c, "“”‘’")).collect();
    let zone = const { List::new("开发区|高新区|经开区|试验区|博士后|研究生") }.ending(&chars);
    Some(
        chars
            .get(chars.len().checked_sub(zone.unwrap_or(2))?..)?
            .iter()
            .collect(),
    )
}
