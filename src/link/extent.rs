//! How much can be made, how far and how large something is, and what is done with what an amount counts.

use super::edge::MAKING;
use super::headless::{head_of, limited_kind};
use super::naming::Naming;
use super::noun::left_noun;
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::unit::{is_counted, is_money};

/// 年产10万吨树脂项目: how much is made a year, within the name of what makes it.
pub(super) fn capacity(naming: &Naming) -> Option<(String, Span)> {
    let noun = naming.noun.clone().filter(|n| n.start > naming.draft.at)?;
    let doc = naming.doc;
    // 年产盾构机120台套的能力, 日供水30万吨水厂: what is made stands before.
    let floor = naming.here.last().map_or(0, |d| (d.at + 1).max(d.noun.end));
    let start = super::sentence::clause_start(naming.sentence, naming.draft.at).max(floor);
    // 100万台发动机的生产能力.
    let stem = ["的年生产能力", "的生产能力", "的能力", "的产能", "生产能力"];
    if let Some(thing) = stem
        .iter()
        .find_map(|w| naming.own.strip_suffix(w))
        .filter(|thing| thing.chars().count() > 1)
    {
        return Some((format!("{thing}产能"), doc.span(&noun)));
    }
    if let Some(made) = left_noun(doc, start, naming.draft.at).filter(|made| made.end == naming.draft.at) {
        let things = naming.chars(&made);
        if things.chars().count() > 1 && (naming.own.ends_with("能力") || naming.own.ends_with("产能")) {
            let thing = things.split_once("年产").map_or(&*things, |(_, thing)| thing);
            return Some((format!("{thing}产能"), doc.span(&made)));
        }
        let daily = things.strip_prefix(['日', '年']).unwrap_or_default();
        if ["供", "处理", "加工", "吞吐", "发电", "消纳", "接待"]
            .iter()
            .any(|w| daily.starts_with(w))
        {
            return Some((things, doc.span(&made)));
        }
    }
    let made = matches!(
        naming.unit(),
        "t" | "GWh" | "MWh" | "GW" | "MW" | "m3" | "台" | "套" | "辆" | "件" | "支"
    );
    let thing = ["项目", "生产线", "工程", "的生产基地", "生产基地", "的工厂"]
        .iter()
        .find_map(|w| naming.own.strip_suffix(w))?;
    let yearly = naming.doc.chars[..naming.doc.amounts[naming.draft.amount].whole.start].ends_with(&['年', '产']);
    let stem = thing.trim_end_matches("建设");
    // 320兆瓦光伏项目: power that is installed, not made.
    let power = ["光伏", "风电", "发电"].iter().any(|w| stem.ends_with(w));
    if power && matches!(naming.unit(), "MW" | "GW") {
        return Some(("装机容量".to_owned(), doc.span(&noun)));
    }
    let fits = made && (yearly || !is_counted(naming.unit())) && stem.chars().count() > 1;
    fits.then(|| (format!("{stem}产能"), naming.doc.span(&noun)))
}

/// 全国18个省区建基地350个: places that are counted, whatever is done there.
pub(super) fn places(naming: &Naming) -> Option<(String, Span)> {
    const PLACES: List = List::new("国家和地区|国家及地区|省区市|省区|省份|省市|县区|区县|乡镇|镇街|街道");
    let doc = naming.doc;
    let noun = naming.noun.clone().filter(|_| is_counted(naming.unit()))?;
    let span = doc.span(&noun);
    let len = PLACES
        .beginning(&doc.chars[span.start..span.end])
        .filter(|len| *len < span.len())?;
    if naming.is_left() {
        // …|省区建|基地350个: what is built there.
        naming
            .here
            .last()
            .filter(|d| d.indicator.rule == "places" && d.at + 1 == noun.start)?;
        let verb =
            const { List::new("建设|建|布局|布设|设立|开设|设") }.beginning(&doc.chars[span.start + len..span.end]);
        let things = Span::new(span.start + len + verb.unwrap_or(0), span.end);
        return (!things.is_empty()).then(|| (doc.text(things), things));
    }
    let counted = doc.tokens[noun.end..].iter().find(|t| !t.is(Classes::COPULA))?;
    doc.amount(counted)?;
    let span = Span::new(span.start, span.start + len);
    Some((doc.text(span), span))
}

/// 距省城88公里, 核心区1.5平方公里, 已开发55.6平方公里: how far, and how large.
pub(super) fn extent(naming: &Naming) -> Option<(String, Span)> {
    // 一期规划2.6平方公里.
    let last = naming.draft.at.checked_sub(1).map(|l| &naming.doc.tokens[l]);
    let large = last.filter(|_| naming.unit() == "m2" && naming.draft.kind == Kind::Level);
    if let Some(planned) = large.filter(|t| naming.doc.is_word(t, &["规划", "控规"])) {
        let stage = if naming.is_left() { naming.own } else { "" };
        return Some((format!("{stage}规划面积"), planned.span));
    }
    // 规划面积41平方公里，实际管辖83平方公里，已建成18平方公里.
    const DONE: [&str; 8] = ["管辖", "托管", "代管", "建成", "开发", "开发建设", "已建成", "已开发"];
    let done = large.filter(|t| naming.doc.is_word(t, &DONE) && naming.noun.is_none());
    if let Some(done) = done {
        let deed = naming.doc.text(done.span);
        return Some((format!("{}面积", deed.trim_start_matches('已')), done.span));
    }
    let noun = naming.noun.clone().filter(|_| naming.draft.kind == Kind::Level)?;
    let own = naming.own;
    let span = naming.doc.span(&noun);
    let of = naming
        .doc
        .tokens
        .get(naming.draft.at + 1)
        .is_some_and(|t| t.is(Classes::DE));
    // 工业用电每千瓦时0.65元: what it costs.
    const SUMS: List = List::new("价|价格|费|金|税|收|值|入|本|润|资|贴|奖|额|强度|产出");
    let near = &naming.doc.tokens[noun.end.min(naming.draft.at)..naming.draft.at];
    let each = near.len() < 6 && near.iter().any(|t| naming.doc.is_word(t, &["每"]));
    let sum = || SUMS.ending(&naming.doc.chars[..span.end]).is_some();
    if is_money(naming.unit()) && each && !sum() {
        return Some((format!("{own}价格"), span));
    }
    // 一期15GWh正式投产, 一期8万吨明年出产品.
    let made = matches!(naming.unit(), "t" | "GWh" | "MWh" | "GW" | "MW");
    if made && const { List::new("一期|二期|三期|四期|首期") }.holds(&own.chars().collect::<Vec<_>>()) {
        return Some((format!("{own}产能"), span));
    }
    match naming.unit() {
        // 位于县城西南1公里.
        "km" if own.starts_with('距') => {
            let from = own.strip_prefix("距离").unwrap_or(&own['距'.len_utf8()..]);
            let name = if from.is_empty() {
                "距离".to_owned()
            } else {
                format!("距{from}距离")
            };
            Some((name, span))
        }
        "km" if own.ends_with(['东', '西', '南', '北']) => Some(("距离".to_owned(), span)),
        "m2" if own.ends_with('区')
            || own.starts_with("开发") && !own.ends_with("面积")
            || own.ends_with("楼面")
            || own == "土地" && of =>
        {
            Some((format!("{own}面积"), span))
        }
        _ => None,
    }
}

/// 集中签约17个项目: what has come of the things that are counted.
pub(super) fn stage(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let noun = naming.noun.clone().filter(|n| n.start > naming.draft.at)?;
    // 盘活1200亩土地, 带动3000人就业.
    let verb = doc.tokens[..naming.draft.at].last().filter(|t| {
        doc.is_word(t, &MAKING) && (!is_counted(naming.unit()) || !doc.tokens[noun.end - 1].is(Classes::HEAD))
    });
    if let Some(verb) = verb.filter(|_| naming.draft.kind == Kind::Level) {
        return Some((format!("{}{}", doc.text(verb.span), naming.own), doc.span(&noun)));
    }
    if naming.own != "项目" || !is_counted(naming.unit()) {
        return None;
    }
    let before = &doc.chars[..doc.amounts[naming.draft.amount].span.start];
    // 循环化改造16个项目.
    const WORKS: List = List::new("改造|技改|攻关|更新|升级|招商|合作|扩建");
    let work = left_noun(
        doc,
        super::sentence::clause_start(naming.sentence, naming.draft.at),
        naming.draft.at,
    );
    let beside = work.filter(|w| w.end == naming.draft.at && WORKS.ending(before).is_some());
    if let Some(work) = beside {
        return Some((format!("{}项目", naming.chars(&work)), doc.span(&noun)));
    }
    // 现场签约的|26个项目.
    let before = before.strip_suffix(&['的']).unwrap_or(before);
    const COME: List = List::new("签约|开工|竣工|投产|动工|新开|续建|新建|在建|拟建|开复工|复工|达产|落地");
    let come = COME.ending(before)?;
    // 当天新签约的6个项目 are others than 签约项目27个.
    let anew = before[..before.len() - come].ends_with(&['新']);
    let come: String = before[before.len() - come - usize::from(anew)..].iter().collect();
    Some((format!("{come}项目"), doc.span(&noun)))
}

/// 到位资金13.6亿元，其中新建14个，续建9个: projects that are told by their state alone.
pub(super) fn state(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let left = doc.tokens[..naming.draft.at]
        .last()
        .filter(|t| doc.is_word(t, &["新建", "续建", "在建", "拟建"]))?;
    let word = doc.text(left.span);
    let alone = naming.own.is_empty() || naming.own == word;
    let project = || {
        naming
            .same_unit(naming.here)
            .is_none_or(|d| d.indicator.value.as_deref().is_some_and(|name| name.ends_with("项目")))
    };
    let counted = naming.unit() == "个" && naming.draft.kind == Kind::Level;
    (counted && alone && project()).then(|| (format!("{word}项目"), left.span))
}

/// 收集问题97个，已办结81个; 亿元以上的5个: things that were counted before, told by what was done with them or by their size.
pub(super) fn done(naming: &Naming) -> Option<(String, Span)> {
    const HAVING: [&str; 14] = [
        "实现",
        "拥有",
        "获得",
        "取得",
        "获",
        "突破",
        "需",
        "需要",
        "超过了",
        "迎来",
        "覆盖",
        "受",
        "列出",
        "形成",
    ];
    let doc = naming.doc;
    let (mut left, before) = doc.tokens[..naming.draft.at].split_last()?;
    // 已整改到位418条.
    if let Some(deed) = before
        .last()
        .filter(|t| t.is(Classes::VERB) && doc.is_word(left, &["到位"]))
    {
        left = deed;
    }
    if naming.draft.kind != Kind::Level || !is_counted(naming.unit()) {
        return None;
    }
    // 10亿元至50亿元的9个.
    let sized = left.is(Classes::DE)
        && doc.tokens[..naming.draft.at - 1]
            .last()
            .and_then(|t| doc.amount(t))
            .is_some_and(|a| is_money(a.unit));
    let verb = left.is(Classes::VERB) && !doc.is_word(left, &HAVING);
    if naming.noun.is_some() || !sized && !verb {
        return None;
    }
    let source = naming.same_unit(naming.here)?;
    let whole = source.indicator.value.as_deref()?;
    // 百亿元级项目1个，10亿元至50亿元的9个.
    let head = match whole.split_once('级') {
        Some((_, kind)) if sized && kind.chars().count() > 1 => kind.to_owned(),
        _ if sized => limited_kind(naming)?,
        _ if doc.is_word(left, &["诞生", "引进", "新引进", "培育", "入驻", "落户"]) => whole.to_owned(),
        _ => head_of(whole)?,
    };
    let limit = doc.tokens[..naming.draft.at - 1].last().filter(|_| sized);
    let deed = doc.text(limit.unwrap_or(left).span);
    Some((
        if deed.ends_with(&head) {
            deed
        } else {
            format!("{deed}{head}")
        },
        left.span,
    ))
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
    // 有效发明专利1.8万件，每万名从业人员拥有473件.
    let has = doc.tokens[noun.end..naming.draft.at]
        .iter()
        .any(|t| doc.is_word(t, &["拥有", "有"]));
    let of = naming
        .same_unit(naming.here)
        .filter(|_| has)
        .and_then(|d| d.indicator.value.as_deref());
    many.then(|| (format!("{}{}", doc.text(span), of.unwrap_or_default()), span))
}
