//! Names of parts: told by a grade, by what has come of them, by where they belong.

use super::naming::Naming;
use super::noun::left_noun;
use super::sentence::Draft;
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token;
use crate::unit::is_counted;

/// 科技企业孵化器102家，其中国家级24家, 已开工78个: a part told by its grade or by what has come of it, of what was counted before.
pub(super) fn grade(naming: &Naming) -> Option<(String, Span)> {
    const COME: [&str; 25] = [
        "在谈",
        "达产",
        "投运",
        "投用",
        "结项",
        "新开",
        "完工投产",
        "动工",
        "新动工",
        "新投产",
        "新竣工",
        "新落地",
        "新入库",
        "开工",
        "竣工",
        "投产",
        "签约",
        "落地",
        "入库",
        "完工",
        "挂牌",
        "新开工",
        "续建",
        "在建",
        "新签约",
    ];
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let own = naming.own;
    let kind = ["规上", "境外", "境内", "外资", "民营", "外贸", "内贸"].contains(&own);
    let graded = kind || (own.ends_with('级') || own.ends_with("级以上")) && own.chars().count() <= 4;
    let come = COME.contains(&own);
    // 已化解98条, 均已销号: a word that no list holds, of things that were counted.
    let already = noun.len() == 1
        && own.chars().count() == 2
        && naming.doc.tokens[..noun.start]
            .last()
            .is_some_and(|t| naming.doc.is_word(t, &["已", "已经", "均已"]))
        && naming.doc.tokens[noun.start].kind == token::Kind::Word(Classes::NONE);
    let come = come || already && is_counted(naming.unit());
    let part = naming.draft.kind == Kind::Share;
    if !graded && !come || part && come {
        return None;
    }
    let counts = |d: &&Draft| {
        let unit = naming.doc.amounts[d.amount].unit;
        d.kind == Kind::Level && d.indicator.value.is_some() && (unit == naming.unit() || part && is_counted(unit))
    };
    let earlier = || naming.same_unit(naming.drafts).filter(|_| come);
    let source = naming.here.iter().rev().find(counts).or_else(earlier)?;
    let whole = source.indicator.value.as_deref()?;
    // 国家级孵化器24家、省级31家: the grade before is not part of the name.
    let whole = whole.split_once('级').map_or(whole, |(_, rest)| rest);
    let whole = ["以上", "及以上"]
        .iter()
        .find_map(|w| whole.strip_prefix(w))
        .unwrap_or(whole);
    // 上下游企业230多家，规上104家.
    let short = kind && is_counted(naming.unit());
    let head = if come || short {
        head_of(whole)?
    } else {
        whole.to_owned()
    };
    Some((format!("{own}{head}"), naming.doc.span(&noun)))
}

/// 研发投入19.7亿元，户均46.8万元: a mean of what was spoken of.
pub(super) fn mean(naming: &Naming) -> Option<(String, Span)> {
    const MEANS: [&str; 9] = ["户均", "日均", "月均", "人均", "亩均", "年均", "村均", "件均", "平均"];
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let own = naming.own;
    let source = naming.here.iter().rev().find(|d| d.kind == Kind::Level)?;
    // 新登记市场主体18652户，日均新增61户.
    let rest = MEANS.iter().find_map(|w| own.strip_prefix(w))?;
    let whole = source.indicator.value.as_deref()?;
    let whole = match rest {
        "" => whole,
        _ if ADDED.contains(&rest) => without_added(whole),
        _ => return None,
    };
    Some((format!("{own}{whole}"), naming.doc.span(&noun)))
}

/// 其中投向工业的有42亿元, 申办贷款的有22家: 的 without a noun stands for the one counted before.
pub(super) fn headless(naming: &Naming) -> Option<(String, Span)> {
    let noun = naming
        .noun
        .clone()
        .filter(|_| naming.is_left() && naming.draft.kind == Kind::Level)?;
    let behind = naming.doc.tokens[noun.end..naming.draft.at].first()?;
    let source = naming.same_unit(naming.drafts)?;
    let head = head_of(source.indicator.value.as_deref()?)?;
    let own = naming.own;
    let when = own.ends_with(['前', '后', '时']);
    (behind.is(Classes::DE) && !when && !own.ends_with(&head)).then(|| (format!("{own}{head}"), naming.doc.span(&noun)))
}

/// The last two characters of a phrase, which in Chinese are nearly always its head: 固定资产投资 → 投资.
pub(super) fn head_of(phrase: &str) -> Option<String> {
    let chars: Vec<char> = phrase.chars().filter(|c| !is_one(*c, "“”‘’")).collect();
    Some(chars.get(chars.len().checked_sub(2)?..)?.iter().collect())
}

/// 某某、某某等32个已经开工, 其中3条率先完工: the part is told by what it has come to.
pub(super) fn predicate(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let things = naming
        .noun
        .clone()
        .is_some_and(|n| naming.is_left() || doc.tokens[n.end - 1].is(Classes::HEAD) || !naming.lists_examples());
    if things || naming.draft.kind != Kind::Level || !is_counted(naming.unit()) {
        return None;
    }
    let source = naming.same_unit(naming.here)?;
    let head = head_of(source.indicator.value.as_deref()?)?;
    let end = naming.clause_end();
    let end = (naming.draft.at + 1..end)
        .find(|i| doc.tokens[*i].is_mark("、"))
        .unwrap_or(end);
    let from = (naming.draft.at + 1..end).find(|i| !doc.tokens[*i].is(Classes::ADVERB))?;
    let span = doc.span(&(from..end));
    let words = doc.text(span);
    let short = span.len() <= 7
        && !doc.tokens[from..end]
            .iter()
            .any(|t| matches!(t.kind, token::Kind::Amount(_) | token::Kind::Mark(_)));
    let verb = words.strip_prefix("完成").map_or(words.clone(), |_| words.clone());
    short.then(|| {
        (
            if verb.ends_with(&head) {
                verb
            } else {
                format!("{verb}{head}")
            },
            span,
        )
    })
}

/// 工业增加值中有24.2%出自高技术产业: the part stands behind, the whole before.
pub(super) fn part(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let next = naming.draft.at + 1;
    let verb = doc
        .tokens
        .get(next)
        .is_some_and(|t| doc.is_word(t, &["出自", "来自", "属于"]));
    // 拿出收入的15%投入研发.
    if doc
        .tokens
        .get(next)
        .is_some_and(|t| doc.is_word(t, &["投入", "用于", "搞", "做"]))
        && naming.draft.kind == Kind::Share
    {
        let noun = super::behind::right_noun(doc, naming.sentence, next)?;
        return Some((format!("{}投入", naming.chars(&noun)), doc.span(&noun)));
    }
    // 七成从事研发工作.
    if doc.tokens.get(next).is_some_and(|t| doc.is_word(t, &["从事"])) && naming.draft.kind == Kind::Share {
        let noun = super::behind::right_noun(doc, naming.sentence, next)?;
        return Some((
            format!("{}人员", naming.chars(&noun).trim_end_matches("工作")),
            doc.span(&noun),
        ));
    }
    if naming.draft.kind != Kind::Share || !verb {
        return None;
    }
    let end = naming.clause_end();
    let noun = left_noun(doc, next + 1, end)?;
    let whole = naming.own;
    let own = naming.chars(&noun);
    let measure = ["增加值", "产值", "营收", "收入"]
        .iter()
        .find(|w| whole.ends_with(**w))
        .copied()
        .unwrap_or_default();
    Some((format!("{own}{measure}"), doc.span(&noun)))
}

/// 项目109个，其中50亿元以上8个，100亿元以上2个: how large they are, of what was counted before.
pub(super) fn above(naming: &Naming) -> Option<(String, Span)> {
    use crate::figure::Bound::{Ge, Gt};
    let (doc, at) = (naming.doc, naming.draft.at);
    let limit = doc.amount(doc.tokens.get(at.checked_sub(1)?)?)?;
    let beside = limit.whole.end == doc.tokens[at].span.start && matches!(limit.bound, Ge | Gt);
    let fits = beside && is_counted(naming.unit()) && !is_counted(limit.unit) && naming.draft.kind == Kind::Level;
    let source = naming
        .same_unit(naming.here)
        .filter(|_| fits && naming.noun.is_none())?;
    let head = head_of(source.indicator.value.as_deref()?)?;
    Some(([doc.text(limit.whole), head].concat(), limit.whole))
}

/// 两地合计228.7亿元, 三园区合计2.4万亿元: what was told of each.
pub(super) fn together(naming: &Naming) -> Option<(String, Span)> {
    const SUMS: List = List::new("合计|共计|总计|一共|合计达|合计为");
    const PLACES: List = List::new("地|园区|区|市|县|园|者");
    let doc = naming.doc;
    let cue = naming.draft.at.checked_sub(1).map(|i| doc.tokens[i].span)?;
    SUMS.ending(&doc.chars[..cue.end])?;
    let before = &doc.chars[..cue.start];
    let several = &before[..before.len() - PLACES.ending(before)?];
    let source = naming
        .same_unit(naming.drafts)
        .filter(|_| several.last().is_some_and(|c| is_one(*c, "两二三四五六七八九十")))?;
    Some((source.indicator.value.clone()?, cue))
}

/// 四项合计32.5亿元, 三大产业合计511亿元, 三项支出共9.12亿元: the sum of what has been listed.
pub(super) fn total(naming: &Naming) -> Option<(String, Span)> {
    let (doc, at) = (naming.doc, naming.draft.at);
    let cue = at
        .checked_sub(1)
        .filter(|i| doc.is_word(&doc.tokens[*i], &["合计", "共", "共计", "总计", "合计为", "合计达"]))?;
    let number = |i: &usize| {
        let token = &doc.tokens[*i];
        let large = token.span.len() == 1 && doc.chars.get(token.span.end) == Some(&'大');
        let several = large && is_one(doc.chars[token.span.start], "两三四五六七八九十");
        several || doc.amount(token).is_some_and(|a| matches!(a.unit, "项" | "个" | "类"))
    };
    let first = (super::sentence::clause_start(naming.sentence, at)..cue)
        .rev()
        .take(4)
        .find(number)?;
    let span = doc.span(&(first..cue));
    // The things alone are named by their kind: 三项支出, 四项合计.
    let sum = if doc.chars[doc.tokens[cue].span.start] == '合' {
        "合计"
    } else {
        ""
    };
    (span.len() <= 8).then(|| (format!("{}{sum}", doc.text(span)), span))
}

/// Words for what has been added to a number of things.
const ADDED: [&str; 14] = [
    "新增",
    "净增",
    "新设",
    "新登记",
    "新认定",
    "新引进",
    "新注册",
    "新培育",
    "新签约",
    "新开工",
    "新建",
    "新修",
    "新获批",
    "新成立",
];

/// 上市企业22家，年内新增两家; 园区道路建设提速，全年新修12条: what has been added to what was spoken of.
pub(super) fn added(naming: &Naming) -> Option<(String, Span)> {
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let own = naming.own;
    // 专利申请量5680件，其中发明3120件.
    if matches!(own, "发明" | "实用新型")
        && let Some(patents) = naming.same_unit(naming.here).and_then(|d| d.indicator.value.as_deref())
        && let Some(at) = patents.find("专利")
    {
        return Some((format!("{own}{}", &patents[at..]), naming.doc.span(&noun)));
    }
    if !ADDED.contains(&own) || !is_counted(naming.unit()) {
        return None;
    }
    let counted = || naming.same_unit(naming.here).and_then(|d| d.indicator.value.clone());
    let thing = counted().or_else(|| spoken_of(naming))?;
    Some((format!("{own}{}", without_added(&thing)), naming.doc.span(&noun)))
}

/// The things that the clause before does something with: 培育壮大科技型企业.
fn spoken_of(naming: &Naming) -> Option<String> {
    let doc = naming.doc;
    let start = super::sentence::clause_start(naming.sentence, naming.draft.at);
    let before = start.checked_sub(1).filter(|b| *b > naming.sentence.range.start)?;
    let earlier = super::sentence::clause_start(naming.sentence, before);
    let head = (earlier..before).rev().find(|i| doc.tokens[*i].is(Classes::HEAD))?;
    let noun = left_noun(doc, earlier, head + 1)?;
    Some(naming.chars(&noun))
}

/// 新增科技型企业 → 科技型企业.
pub(super) fn without_added(name: &str) -> &str {
    let rest = ADDED.iter().find_map(|w| name.strip_prefix(w));
    rest.filter(|rest| rest.chars().count() > 1).unwrap_or(name)
}

/// 每万人拥有发明专利30件, 每百户家庭拥有汽车74.6辆: of how many things it is so many.
pub(super) fn per(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let first = doc.tokens[noun.start].span.start;
    let near = first.saturating_sub(12);
    let each = (near..first)
        .rev()
        .take_while(|i| !matches!(doc.chars[*i], '，' | '。' | '；' | '、' | '\n'))
        .find(|i| doc.chars[*i] == '每')?;
    let many = doc.chars.get(each + 1).is_some_and(|c| is_one(*c, "万千百亩平吨度"));
    let span = Span::new(each, doc.span(&noun).end);
    many.then(|| (doc.text(span), span))
}

/// 新型显示产业实现产值512亿元; 汽车产业一路走高，产值突破320亿元: a measure that stands apart from the industry that it is of.
pub(super) fn industry(naming: &Naming) -> Option<(String, Span)> {
    const MEASURES: [&str; 15] = [
        "营业额",
        "产值",
        "总产值",
        "增加值",
        "营收",
        "营业收入",
        "营业总收入",
        "主营业务收入",
        "销售收入",
        "收入",
        "利润",
        "利润总额",
        "税收",
        "出口",
        "出口额",
    ];
    let doc = naming.doc;
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    if !MEASURES.contains(&naming.own) {
        return None;
    }
    let clause = super::sentence::clause_start(naming.sentence, naming.draft.at);
    let told = naming.here.last().map_or(0, |d| d.noun.end.max(d.at + 1));
    let own = thing(naming, clause.max(told), noun.start, false);
    let before = || {
        let before = clause
            .checked_sub(1)
            .filter(|b| *b > naming.sentence.range.start && noun.start == clause)?;
        let earlier = super::sentence::clause_start(naming.sentence, before);
        (told <= earlier)
            .then(|| thing(naming, earlier, before, true))
            .flatten()
    };
    let things = own.or_else(before)?;
    Some((format!("{things}{}", naming.own), doc.span(&noun)))
}

/// The industry, or the kind of companies, that heads tokens `from..to`.
fn thing(naming: &Naming, from: usize, to: usize, industry: bool) -> Option<String> {
    let doc = naming.doc;
    let skipped = |t: &token::Token| {
        matches!(t.kind, token::Kind::Time(_) | token::Kind::Zone(_) | token::Kind::Place)
            || t.is(Classes::SELF.or(Classes::WHOLE).or(Classes::AMONG))
            || t.is_mark("，“”")
    };
    let first = (from..to).find(|i| !skipped(&doc.tokens[*i]))?;
    let run = doc.tokens[first..to].iter().take_while(|t| t.is_nominal()).count();
    if run == 0 {
        return None;
    }
    let acts = first + run < to && !doc.tokens[first + run].is(Classes::DE.or(Classes::CONJ));
    let name = naming.chars(&(first..first + run));
    // 01 家电产业: the number of a heading.
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let kind = ["产业集群", "产业链", "产业", "行业", "制造业", "服务业"]
        .iter()
        .find_map(|w| Some(name.find(w)? + w.len()))
        .filter(|end| *end > "产业".len());
    match kind {
        // 生物医药产业|异军突起: the rest says how it fares.
        Some(end) if industry || acts && end == name.len() => Some(name[..end].to_owned()),
        Some(_) => None,
        None => {
            let firms = (4..=8).contains(&name.chars().count()) && name.ends_with("企业");
            (acts && !industry && firms).then(|| name.to_owned())
        }
    }
}
