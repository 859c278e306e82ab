//! Lists that are dealt out: `A和B分别为1家、8家`.

use super::items::{is_numeral, items};
use super::noun::left_noun;
use super::place::{compared_with, open_bracket};
use super::project::KINDS;
use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::prefix::{List, is_one};
use crate::token;
use std::ops::Range;

/// Gives each rate of a row (增长8.3%、9.1%) the level of the row before it.
pub fn parallel(doc: &Doc, drafts: &mut [Draft]) {
    for first in 1..drafts.len() {
        let row = row(doc, &drafts[first..]);
        let rates = || drafts[first..first + row].iter().all(|d| d.kind == Kind::Change);
        // 固定资产投资6120万元，销售收入8.46亿元，税收3870万元，同比增长62.4%、18.9%、21.3%: as many as there are levels before.
        let alone = || {
            let named = |d: &Draft| d.kind == Kind::Level && !d.noun.is_empty();
            row > 2 && first == row && rates() && drafts[..first].iter().all(named)
        };
        if row >= 2 && drafts[first].noun.is_empty() && (row_before(doc, &drafts[..first]) == row || alone()) {
            dealt_as_before(doc, &mut drafts[..first + row], first);
        }
    }
}

/// 对东盟、欧盟分别进出口68.5亿元和57.1亿元，前者增长12.4%，后者下降3.3%: the first and the second of the pair before.
pub fn pair(doc: &Doc, sentence: &Sentence, drafts: &mut [Draft]) {
    for i in 2..drafts.len() {
        let clause = super::sentence::clause_start(sentence, drafts[i].at);
        let says = |word: &str| doc.tokens[clause..drafts[i].at].iter().any(|t| doc.is_word(t, &[word]));
        let source = match (says("前者"), says("后者")) {
            // 前者是后者的17.6倍, too.
            (true, _) => i - 2,
            (false, true) if drafts[i - 1].indicator.rule == "former" && i > 2 => i - 2,
            (false, true) => i - 1,
            _ => continue,
        };
        if drafts[i].noun.is_empty() || drafts[i].noun.end <= clause {
            let evidence = Some(doc.tokens[drafts[source].at].span);
            drafts[i].indicator = super::carried(&drafts[source].indicator, evidence, "former");
            drafts[i].subject = super::carried(&drafts[source].subject, evidence, "former");
        }
    }
}

/// How many amounts the row just before has.
fn row_before(doc: &Doc, drafts: &[Draft]) -> usize {
    (0..drafts.len())
        .find(|i| row(doc, &drafts[*i..]) == drafts.len() - i)
        .map_or(0, |i| drafts.len() - i)
}

/// 甲高新区2316亿元，乙高新区1835亿元，|分列第二、三位: gives each place of a row that opens a clause the zone whose amount stands before.
fn placed(doc: &Doc, drafts: &mut [Draft], first: usize, row: usize, opens: bool) -> bool {
    let ranks = drafts[first..first + row].iter().all(|d| d.kind == Kind::Rank);
    let levels: Vec<usize> = (0..first).filter(|i| drafts[*i].kind == Kind::Level).collect();
    let Some(before) = levels.len().checked_sub(row).map(|from| &levels[from..]) else {
        return false;
    };
    let unit = |i: usize| doc.amounts[drafts[i].amount].unit;
    let others = |pair: &[usize]| {
        drafts[pair[0]].subject.value != drafts[pair[1]].subject.value && unit(pair[0]) == unit(pair[1])
    };
    if !opens || !ranks || !before.windows(2).all(others) {
        return false;
    }
    for (k, at) in before.iter().enumerate() {
        let evidence = Some(doc.tokens[drafts[*at].at].span);
        drafts[first + k].subject = super::carried(&drafts[*at].subject, evidence, "respective");
        drafts[first + k].indicator = super::carried(&drafts[*at].indicator, evidence, "respective");
    }
    true
}

/// Gives each amount behind 分别 its own item of the list before it.
pub fn respective(doc: &Doc, sentence: &Sentence, drafts: &mut [Draft]) {
    for cue in sentence
        .range
        .clone()
        .filter(|i| doc.tokens[*i].is(Classes::RESPECTIVE))
    {
        let behind = drafts.iter().position(|d| d.at > cue);
        let Some(first) = behind else { continue };
        let row = row(doc, &drafts[first..]);
        super::deal::fields(doc, sentence, &mut drafts[first..first + row]);
        let listed = super::zones::zones_before(doc, sentence, cue);
        if let Some(listed) = listed.filter(|(zones, _)| zones.len() == row && row > 1) {
            super::zones::deal(doc, drafts, first, listed);
            continue;
        }
        if row > 1
            && placed(
                doc,
                drafts,
                first,
                row,
                doc.tokens[..cue].last().is_some_and(|t| t.is_mark("，")),
            )
        {
            continue;
        }
        // 博士、硕士每月分别补贴3000元、1500元: what is given is named.
        if drafts[first].indicator.rule == "grant" {
            continue;
        }
        let dealt = &mut drafts[first..first + row];
        if super::deal::three_industries(dealt) || super::deal::urban_and_rural(dealt) {
            continue;
        }
        let (items, class) = items(doc, sentence, cue, row);
        if let Some((regions, object)) = super::zones::regions(doc, &items).filter(|_| items.len() == row && row > 1) {
            for (draft, (name, span)) in drafts[first..first + row].iter_mut().zip(regions) {
                draft.subject = Slot::stated(name, span, "respective");
                draft.indicator = Slot::stated(object.clone(), span, "respective");
            }
            continue;
        }
        if let Some(places) =
            super::zones::places(doc, sentence, &items).filter(|places| places.len() == row && row > 1)
        {
            let object = left_noun(doc, cue + 1, drafts[first].at).map(|noun| super::phrase::phrase(doc, noun));
            for (k, (name, span)) in places.into_iter().enumerate() {
                drafts[first + k].subject = Slot::stated(name, span, "respective");
                match &object {
                    Some(object) => drafts[first + k].indicator = Slot::stated(object.clone(), span, "respective"),
                    None => as_before(doc, drafts, first + k, first),
                }
            }
            continue;
        }
        // 增长5.9%，分别比全市、全省高2.7和6.1个百分点: two distances of one.
        // 同比分别增长28.7%、52.9%和32.8%，增幅分别高于全国12.4、30.5和8.9个百分点: but there each has its own.
        let apart = drafts[first].kind == Kind::Gap && !(row > 2 && row_before(doc, &drafts[..first]) == row);
        if row >= 2 && items.len() != row && !apart {
            dealt_as_before(doc, &mut drafts[..first + row], first);
        }
        if row < 2 || items.len() != row {
            continue;
        }
        // 分别为某市全市的3.4%和5.2%: the whole is no object.
        let object = left_noun(doc, cue + 1, drafts[first].at).filter(|_| drafts[first].basis.is_none());
        let object = object.map(|noun| super::phrase::phrase(doc, noun));
        // 甲项目、乙项目分别投资12亿元和10亿元.
        let spent = doc.tokens[..drafts[first].at]
            .last()
            .filter(|t| doc.is_word(t, &["投资"]))
            .map(|_| "投资".to_owned());
        let object = object.or(spent);
        let tail = match &class {
            Some(class) => class_tail(&super::phrase::phrase(doc, class.clone())),
            None => {
                let unit = |d: &Draft| doc.amounts[d.amount].unit;
                let alike = drafts[first..first + row]
                    .iter()
                    .all(|d| unit(d) == unit(&drafts[first]) || d.kind == Kind::Change);
                shared_tail(doc, &items, alike)
            }
        };
        // 某某仪器、某某软件: where one is a company, so are the others.
        let alone = items.iter().any(|item| {
            let own = super::phrase::phrase(doc, item.clone());
            stands_alone(own.strip_suffix(tail.as_str()).unwrap_or(&own))
        });
        // 服务机器人、无人机产量: what is made sounds like a company.
        let alone = alone && !matches!(tail.as_str(), "产量" | "销量");
        let heavy = items
            .last()
            .is_some_and(|last| doc.text(doc.span(last)).starts_with("重工业"));
        for (draft, item) in drafts[first..first + row].iter_mut().zip(items) {
            let span = doc.span(&item);
            let own = super::phrase::phrase(doc, item);
            let own = own.trim_end_matches(|c| class.is_some() && is_numeral(c)).to_owned();
            // 电子、化工|的|产值.
            let own = match own.strip_suffix(tail.as_str()).and_then(|stem| stem.strip_suffix('的')) {
                Some(stem) => [stem, &tail].concat(),
                None => own,
            };
            // 进、出口分别增长27%和22%; 轻、重工业.
            let own = match &*own {
                "进" => "进口".to_owned(),
                "轻" if heavy => "轻工业".to_owned(),
                _ => own,
            };
            deal(draft, own, span, &tail, object.as_deref(), alone);
        }
    }
}

/// Gives draft `i` of a row that begins with draft `first` the indicator of the level before the row, where that is measured in the same unit.
pub fn as_before(doc: &Doc, drafts: &mut [Draft], i: usize, first: usize) {
    let unit = |d: &Draft| doc.amounts[d.amount].unit;
    let level = |d: &&Draft| d.kind == Kind::Level && d.indicator.value.is_some();
    let source = drafts[..first]
        .iter()
        .rev()
        .take(3)
        .filter(level)
        .find(|d| unit(d) == unit(&drafts[i]));
    if let Some((slot, span)) = source.map(|d| (&d.indicator, doc.tokens[d.at].span)) {
        drafts[i].indicator = super::carried(slot, Some(span), "respective");
    }
}

/// Gives a draft the item that is its own: as its subject, where the item is a company or a place and what is measured stands elsewhere, else as the
/// beginning of its indicator.
fn deal(draft: &mut Draft, own: String, span: crate::text::Span, tail: &str, object: Option<&str>, alone: bool) {
    let stem = own.strip_suffix(tail).unwrap_or(&own);
    let measured = ["企业", "公司", "园区", "片区", "镇街", "街道", "行政区"]
        .iter()
        .find_map(|w| tail.strip_prefix(w))
        .unwrap_or(tail);
    let measured = [measured, object.unwrap_or_default()]
        .into_iter()
        .find(|w| !w.is_empty());
    if let Some(measured) = measured.filter(|_| alone || measured_of_firms(tail)) {
        draft.indicator = Slot::stated(measured.to_owned(), span, "respective");
        draft.subject = Slot::stated(stem.to_owned(), span, "respective");
        return;
    }
    // 电子信息、生物医药分别完成产值…: what is measured stands behind 分别.
    let tail = if tail.is_empty() || tail == "产业" {
        [tail, object.unwrap_or_default()].concat()
    } else {
        tail.to_owned()
    };
    // 通用航空产业 and 产业产值.
    let tail = match tail.strip_prefix("产业") {
        Some(rest) if own.ends_with("产业") => rest,
        _ => &tail,
    };
    // 一、二、三产业增加值.
    let own = match own.chars().next().filter(|c| "一二三".contains(*c)) {
        Some(c) if tail.starts_with("产业") && (own.chars().count() == 1 || own.ends_with(tail)) => format!("第{c}"),
        _ => own,
    };
    let name = if own.ends_with(tail) {
        own
    } else {
        [&own, tail].concat()
    };
    draft.indicator = Slot::stated(name, span, "respective");
}

/// Whether the class that a list is counted as tells of companies or districts: 三大企业产值, 三个行政区.
fn measured_of_firms(tail: &str) -> bool {
    ["企业", "公司", "行政区"].iter().any(|word| tail.starts_with(word))
}

/// Whether an item is a company or a place by its name.
fn stands_alone(item: &str) -> bool {
    let chars: Vec<char> = item.chars().collect();
    // 东区, 高陵区, but not 城镇 and 地区.
    let part = chars.len() > 2 || chars.first().is_some_and(|c| is_one(*c, "东西南北中"));
    let place = part && chars.last().is_some_and(|c| is_one(*c, "区县市镇省园城"));
    let firm = chars.len() >= 4 && crate::cue::FIRM.ending(&chars).is_some();
    let project = chars.len() > 4 && KINDS.ending(&chars).is_some();
    place || firm || project || crate::cue::BRAND.beginning(&chars).is_some()
}

/// 支柱产业产值 → 产业产值: the class of a list without what only praises it.
fn class_tail(class: &str) -> String {
    const PRAISE: [&str; 12] = [
        "战略性新兴",
        "主导",
        "支柱",
        "重点",
        "优势",
        "特色",
        "新兴",
        "传统",
        "龙头",
        "骨干",
        "核心",
        "主要",
    ];
    let rest = PRAISE.iter().find_map(|w| class.strip_prefix(w)).unwrap_or(class);
    rest.to_owned()
}

/// A和B分别…, 增长5%、6%: rates without a noun go to the levels before them, one by one.
fn dealt_as_before(doc: &Doc, drafts: &mut [Draft], first: usize) {
    let row = drafts.len() - first;
    let unit = |d: &Draft| doc.amounts[d.amount].unit;
    // 增加值增长26%，产值增长16%，分别比上月加快1.5和1.6个百分点: the rates that moved.
    let moved = |d: &&Draft| d.kind == Kind::Change && unit(d) == "%" && !compared_with(doc, d.at);
    // 税收总额2.5亿元（比上年的1.9亿元增加6000万元）: what stands in brackets is another's.
    let plain = |d: &&Draft| d.kind == Kind::Level && !d.origin && open_bracket(doc, d.at).is_none();
    let points = drafts[first..].iter().all(|d| d.unit.unwrap_or(unit(d)) == "pp");
    let last = |fits: &dyn Fn(&&Draft) -> bool| {
        let found: Vec<Draft> = drafts[..first].iter().filter(|d| fits(d)).cloned().collect();
        found.len().checked_sub(row).map(|from| found[from..].to_vec())
    };
    // 分别列第31位和第58位，上升12位和9位.
    let places = |d: &&Draft| d.kind == Kind::Rank;
    let ranked = drafts[first..].iter().all(|d| d.unit == Some("rank"));
    // 分别占全省的31%和58%，同比分别提高1.2和3.5个百分点: the parts that moved.
    let parts = |d: &&Draft| d.kind == Kind::Share;
    let rates = points.then(|| last(&moved).or_else(|| last(&parts))).flatten();
    let rates = rates.or_else(|| ranked.then(|| last(&places)).flatten());
    let Some(levels) = rates.or_else(|| last(&plain)) else {
        return;
    };
    // 甲园区营业收入416亿元，乙园区以1932亿元居首，分别增长8.9%和15.4%.
    let apart = levels
        .windows(2)
        .all(|pair| pair[0].subject.value != pair[1].subject.value);
    for (draft, level) in drafts[first..].iter_mut().zip(levels) {
        let rate = matches!(draft.kind, Kind::Change | Kind::Completion | Kind::Share | Kind::Gap);
        if rate && (draft.noun.is_empty() || matches!(draft.kind, Kind::Completion | Kind::Gap)) {
            draft.indicator = super::carried(&level.indicator, Some(doc.tokens[level.at].span), "dealt");
            if level.subject.rule == "respective" || apart && draft.subject.rule != "respective" {
                draft.subject = super::carried(&level.subject, Some(doc.tokens[level.at].span), "dealt");
            }
        }
    }
}

/// 城镇、农村居民人均可支配收入: what the last item of a list has that the others lack, when its end is a known noun.
/// `alike`: whether they are measured in one unit.
fn shared_tail(doc: &Doc, items: &[Range<usize>], alike: bool) -> String {
    let known = |i: usize| {
        matches!(doc.tokens[i].kind, token::Kind::Noun(_)) || doc.tokens[i].is(Classes::HEAD.or(Classes::GENERIC))
    };
    let Some((last, others)) = items.split_last() else {
        return String::new();
    };
    // 制造业、基础设施投资分别增长3.4%、1.6倍: the end of the last is what is measured of all.
    const MEASURES: List = List::new("投资|产值|增加值|税收|出口|进口|销售额|用电量|营收|产量|销量|价格");
    let told = || {
        let end = MEASURES.which_ends(&doc.chars[..doc.span(last).end])?;
        let own = |item: &&Range<usize>| MEASURES.ending(&doc.chars[..doc.span(item).end]).is_some();
        (!others.iter().any(|item| own(&item)) && doc.span(last).len() > end.chars().count()).then(|| end.to_owned())
    };
    // 光电子、集成电路、新能源汽车产业集群规模.
    let whole = super::phrase::phrase(doc, last.clone());
    if let Some(at) = whole
        .rfind("产业")
        .filter(|at| *at > 0 && whole[*at..].chars().count() <= 7)
    {
        return whole[at..].to_owned();
    }
    // 电子信息、新材料产值: what is no measure itself may lack one.
    let measure = |i: usize| matches!(doc.tokens[i].kind, token::Kind::Noun(_)) || doc.tokens[i].is(Classes::GENERIC);
    let whole = |i: usize| measure(i) || known(i) && !(alike && measure(last.end - 1));
    if others.iter().any(|item| whole(item.end - 1)) {
        return String::new();
    }
    if !known(last.end - 1) {
        return told().unwrap_or_default();
    }
    let from = (last.start + 1..last.end).rev().take_while(|i| known(*i)).last();
    // 城镇、农村居民人均可支配收入: one noun, whose end is another's name.
    let within = || {
        let name = super::phrase::phrase(doc, last.end - 1..last.end);
        let ends = name.char_indices().skip(2).map(|(at, _)| &name[at..]);
        ends.filter(|end| end.chars().count() > 1)
            .find(|end| crate::lexicon::indicator(end).is_some())
            .map(str::to_owned)
    };
    match from {
        Some(from) => super::phrase::phrase(doc, from..last.end),
        None => within().or_else(told).unwrap_or_default(),
    }
}

/// How many amounts stand in a row, with nothing but 、 or 和 between them.
pub fn row(doc: &Doc, drafts: &[Draft]) -> usize {
    // 分别增长2.4%、下降3.1%.
    let moved = |a: &Draft, b: &Draft, t: &token::Token| {
        let changes = a.kind == Kind::Change && b.kind == Kind::Change;
        changes && t.is(Classes::RISE.or(Classes::FALL))
    };
    let joined = |a: &Draft, b: &Draft| {
        doc.tokens[a.at + 1..b.at]
            .iter()
            .all(|t| t.is_mark("、，") || t.is(Classes::CONJ) || moved(a, b, t))
    };
    1 + drafts.windows(2).take_while(|pair| joined(&pair[0], &pair[1])).count()
}
