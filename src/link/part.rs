//! Names of parts: told by a grade, by what has come of them, by where they belong.

use super::headless::{head_of, limited};
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
    const COME: [&str; 32] = [
        "新签",
        "投产达效",
        "转入生产",
        "在跟",
        "入统",
        "建成",
        "获批",
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
    // 其中5个国家级、8个省级.
    // 其中9个开工、4个投产.
    let behind = naming.own.ends_with('级') || COME.contains(&naming.own);
    let noun = naming.noun.clone().filter(|_| naming.is_left() || behind)?;
    let own = naming.own;
    const KINDS: List = List::new("规上|境外|境内|外资|民营|外贸|内贸|科创板|创业板|主板|北交所|新三板|港股|上市|外籍");
    let kind = KINDS.holds(&own.chars().collect::<Vec<_>>());
    // D类37家: of a class.
    let class = own.ends_with('类') && own.chars().count() <= 6;
    let graded = kind || class || (own.ends_with('级') || own.ends_with("级以上")) && own.chars().count() <= 4;
    let come = COME.contains(&own) && !(own == "入库" && crate::unit::is_money(naming.unit()));
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
    // 纳入统计的孵化器14家（国家级5家）.
    let whole = whole.rsplit_once('的').map_or(whole, |(_, things)| things);
    // 新开工10亿元以上产业项目26个，其中百亿级3个.
    let whole = whole.split_once("以上").map_or(whole, |(_, rest)| rest);
    // 上下游企业230多家，规上104家.
    // 境内外上市公司200家，境外76家.
    let listed = whole.find("上市").filter(|_| kind);
    let whole = listed.map_or(whole, |at| &whole[at..]);
    let short = kind && is_counted(naming.unit()) && listed.is_none();
    // “三新”项目新开工7个、竣工13个.
    let came = COME
        .iter()
        .filter_map(|word| whole.strip_suffix(word))
        .min_by_key(|stem| stem.len());
    let whole = came.filter(|stem| come && !stem.is_empty()).unwrap_or(whole);
    let head = if come || short || class {
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
    // 带动果农3000户，户均年增收8000元.
    let more = naming.doc.tokens[noun.end..naming.draft.at]
        .iter()
        .find(|t| t.is(Classes::RISE));
    if let Some(more) = more.filter(|_| MEANS.contains(&own) && crate::unit::is_money(naming.unit())) {
        return Some((format!("{own}{}", naming.doc.text(more.span)), more.span));
    }
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
    // 逾270间为金融科技公司: what they are.
    let are = words
        .strip_prefix(['为', '是', '属'])
        .filter(|what| what.chars().count() > 2);
    const WHO: List = List::new("企业|公司|机构|人员|人才|项目|园区|高校");
    if let Some(what) = are.filter(|_| WHO.ending(&doc.chars[..span.end]).is_some()) {
        return Some((what.to_owned(), span));
    }
    let verb = words.clone();
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
        // 财政支出八成用于民生.
        let spent = if naming.own.ends_with("支出") {
            "支出"
        } else {
            "投入"
        };
        return Some((format!("{}{spent}", naming.chars(&noun)), doc.span(&noun)));
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
    // 营业收入过万亿的4家，千亿元以上92家: no kind was told.
    let head = if limited(&head) { String::new() } else { head };
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
const ADDED: [&str; 15] = [
    "新增",
    "净增",
    "新设",
    "新登记",
    "新认定",
    "新引进",
    "新注册",
    "新培育",
    "新签约",
    "新批",
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
    // 提出专利申请873件，获授权512件.
    if matches!(own, "授权" | "获授权" | "获得授权")
        && naming
            .same_unit(naming.here)
            .and_then(|d| d.indicator.value.as_deref())
            .is_some_and(|name| name.contains("专利"))
    {
        let name = if own == "授权" {
            "专利授权"
        } else {
            "授权专利"
        };
        return Some((name.to_owned(), naming.doc.span(&noun)));
    }
    // 平均每个工作日新增13户.
    let own = own.strip_prefix("工作日").unwrap_or(own);
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
    let thing = |i: &usize| doc.tokens[*i].is(Classes::HEAD) || matches!(doc.tokens[*i].kind, token::Kind::Noun(_));
    let head = (earlier..before).rev().find(thing)?;
    let noun = left_noun(doc, earlier, head + 1)?;
    Some(naming.chars(&noun))
}

/// 新增科技型企业 → 科技型企业.
pub(super) fn without_added(name: &str) -> &str {
    let rest = ADDED.iter().find_map(|w| name.strip_prefix(w));
    rest.filter(|rest| rest.chars().count() > 1).unwrap_or(name)
}
