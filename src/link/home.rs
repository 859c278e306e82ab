//! The report's own zone: as given, or as the text tells.

use super::sentence::Doc;
use super::who::area::praised;
use crate::cue::{self, Classes, PARK};
use crate::figure::Slot;
use crate::lexicon;
use crate::order::sort_by;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{self, Token};
use std::cell::LazyCell;

mod area;
mod headed;
mod short;

pub use area::is_area;
use area::{national, overview};
use headed::beside_kind;
pub use headed::{SOME, name as park_name, named as park};
use short::{by_city, short_kind, short_name};

/// The report's own zone: as given, else the one that the text speaks for, else the one whose city stands in the raw text while the clean text says
/// 高新区 or 经开区.
pub fn own_zone(doc: &Doc, given: Option<&str>, raw: &str) -> Slot<String> {
    if let Some(given) = given {
        let name = lexicon::zone(given).map_or(given, |z| &z.name);
        return Slot::assumed(name.to_owned(), None, "report");
    }
    let candidates = candidates(doc);
    // 合肥新站高新区, once, and 新站高新区: one zone under two names.
    let sum = |name: &str| {
        let same = candidates.iter().filter(|(other, _)| same_place(name, other));
        same.map(|(_, (weight, _))| weight).sum::<usize>()
    };
    let most = |area: bool| {
        let fits = candidates.iter().filter(|(name, _)| is_area(name) == area);
        let summed = fits.map(|(name, (_, span))| (name, sum(name), *span));
        // Of two names of no list that are said as often, the longer one; else the one that comes first.
        let longer = |name: &str| {
            if lexicon::zone(name).is_some() {
                usize::MAX
            } else {
                name.chars().count()
            }
        };
        summed.max_by_key(|(name, weight, span)| (*weight, longer(name), std::cmp::Reverse(span.start)))
    };
    let (zone, area) = (most(false), most(true));
    // A page that speaks of 高新区 more often than of its city is about the zone.
    let spoken = doc.tokens.iter().filter(|t| short_kind(doc, t).is_some()).count();
    let city = LazyCell::new(|| by_city(doc, raw));
    let assumed = |(name, _, span): (&String, usize, Span)| Slot::assumed(name.clone(), Some(span), "named most");
    if let Some(area) = overview(doc, &candidates) {
        return area;
    }
    // 某某数码港…: a zone of no list that is spoken of before any other, and before its city.
    let unlisted = zone.is_none_or(|zone| lexicon::zone(zone.0).is_none());
    let first = |headed: &Slot<String>| {
        let start = headed.evidence.map_or(0, |span| span.start);
        candidates.iter().all(|(_, (_, span))| span.start >= start)
    };
    let named = || {
        named_once(doc)
            .filter(first)
            .or_else(|| headed::headed(doc).filter(first))
    };
    if let Some(headed) = unlisted.then(named).flatten() {
        return headed;
    }
    // 烟台市规上企业开工2109家⏎…全市…，烟台开发区…: a headline that names the city alone.
    let titled = area.filter(|area| area.0.ends_with(['市', '县']) && area::is_headline(doc, area.2));
    let later = |span: Span| zone.is_some_and(|zone| !area::is_headline(doc, zone.2) && zone.2.start > span.end);
    if let Some(titled) = titled.filter(|area| later(area.2) && area::speaks_of_whole(doc, 0)) {
        return assumed(titled);
    }
    // 全市…。主会场设在某某产业集聚区: a zone named by the way in a text on the whole that is spoken of before.
    let zones = candidates.iter().filter(|(name, _)| !is_area(name)).count();
    let several = || zones > 2;
    let by_the_way = zone.filter(|zone| {
        let part = unlisted && zone.1 < 3 && area::is_part(zone.0);
        let begins = area::begins_with_whole(doc) && zone.1 <= 6 && area::told_before(doc, zone.2);
        let once = zone.1 <= 3 && (area::told_before(doc, zone.2) || several()) || begins;
        (part || once) && (spoken == 0 || !unlisted) && !area::is_headline(doc, zone.2)
    });
    if let Some(whole) = by_the_way.and_then(|zone| area::whole_spoken_of(doc, zone.2, raw, several())) {
        return whole;
    }
    // 新疆外贸进出口总值…。其中，喀什综保区…、霍尔果斯综保区…: the region that is spoken of before any of its zones.
    let before = |region: &Slot<String>| {
        let start = region.evidence.map_or(usize::MAX, |span| span.start);
        zone.is_some_and(|zone| zone.1 < 7 && start < zone.2.start && !area::is_headline(doc, zone.2))
    };
    // 新疆4个综合保税区…: which it counts.
    let counted = |i: usize| doc.counts(&doc.tokens[i]) && super::overview::together_from(doc, i).is_some();
    let counts = || (0..doc.tokens.len()).any(counted);
    let region = || area::region(doc).filter(|region| before(region) && counts());
    if let Some(region) = (unlisted && zones > 1).then(region).flatten() {
        return region;
    }
    if let Some(host) = area::hosted(doc, &candidates) {
        return host;
    }
    // 海南自由贸易港洋浦…: what is named once and in no list is less than a place that is named often.
    let passing = unlisted && zone.is_some_and(|zone| zone.1 < 3);
    if let Some(place) = passing.then(|| bare_place(doc)).flatten() {
        return place;
    }
    match (zone, area) {
        // 青岛西海岸新区…占青岛市的28.9%: a zone before a city that is named no more often.
        (Some(zone), area) if lexicon::zone(zone.0).is_some() || spoken <= zone.1 || city.value.is_none() => {
            assumed(area.filter(|area| area.1 > zone.1).unwrap_or(zone))
        }
        // 自治区…：前8月，全区…。鄂尔多斯市…: the whole that is spoken of before any part.
        (None, Some(area)) if let Some(whole) = area::whole_before(doc, area.2) => whole,
        (_, Some(area)) if area.1 >= spoken || city.value.is_none() => {
            let zone = (area.1 < 3).then(|| named_once(doc)).flatten();
            // 福清市实现…，作为主阵地，某某开发区…: what is named first comes first.
            let first = zone.filter(|zone| zone.evidence.is_some_and(|span| span.start < area.2.start));
            first.unwrap_or_else(|| assumed(area))
        }
        _ if let Some(named) = beside_kind(doc, candidates.is_empty()) => named,
        _ if city.value.is_some() => (*city).clone(),
        _ => named_once(doc)
            .or_else(|| bare_place(doc))
            .or_else(|| area::area(doc))
            .or_else(|| national(doc))
            .or_else(|| short_name(doc))
            .or_else(|| area::region(doc))
            .or_else(|| area::own_word(doc, &["我区", "全区", "本区"]))
            .or_else(|| area::district(doc))
            .unwrap_or_else(Slot::unknown),
    }
}

/// 洋浦开工项目8个: a zone by its place alone, where that is no city and the text says it three times or more.
fn bare_place(doc: &Doc) -> Option<Slot<String>> {
    // The first of them tell as much as all.
    let places: Vec<_> = lexicon::places(doc.chars).take(200).collect();
    let count = |name: &str| places.iter().filter(|(_, zone)| zone.name == name).count();
    let (place, zone) = places.iter().max_by_key(|(_, zone)| count(&zone.name))?;
    let span = Span::new(place.start, place.end);
    // 杨凌是…: or the text begins with it.
    let heads = place.start == 0 && doc.chars.get(place.end) == Some(&'是');
    (count(&zone.name) > 2 || heads).then(|| Slot::assumed(zone.name.clone(), Some(span), "its place"))
}

/// A zone or place that a text names, its weight and where it is first named.
type Candidate = (String, (usize, Span));

/// The zones and places that a text names, each once, by name.
fn candidates(doc: &Doc) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut add = |name: String, weight: usize, span: Span| found.push((name, (weight, span)));
    for (i, token) in doc.tokens.iter().enumerate() {
        // A zone that the lexicon knows counts three times a place that only looks like one.
        match token.kind {
            token::Kind::Zone(name) => add(name.to_owned(), 3, token.span),
            // 原某某经开区 is now another.
            token::Kind::Place if doc.chars[token.span.start] == '原' || praised(doc, token) => {}
            token::Kind::Place => add(doc.text(token.span), 1, token.span),
            _ => {}
        }
        // 贵州大龙经济开发区, once: what begins with a province or city and ends so is a zone.
        if let Some(span) = regional(doc, i) {
            add(doc.text(span), 2, span);
        }
        // Who reports through its office is whom the report is about.
        if let Some(span) = office(doc, i) {
            add(doc.text(span), 5, span);
        }
    }
    sort_by(&mut found, |a, b| a.0.cmp(&b.0));
    found.dedup_by(|again, first| {
        let same = again.0 == first.0;
        first.1.0 += if same { again.1.0 } else { 0 };
        same
    });
    let told = called(doc);
    for (name, (weight, _)) in found.iter_mut().filter(|(name, _)| lexicon::zone(name).is_none()) {
        *weight += 3 * told.iter().filter(|word| name.ends_with(word.as_str())).count();
    }
    found
}

/// 设立某某新区。|新区去年…: the words that head clauses by which a text goes on to speak of a zone of no list.
fn called(doc: &Doc) -> Vec<String> {
    let heads = (1..doc.tokens.len()).filter(|i| doc.tokens[*i - 1].is_mark("，。；\n"));
    let words = heads.filter(|i| {
        let common = ["园区", "高新区", "经开区", "开发区"];
        PARK.ending(&doc.chars[doc.tokens[*i].span.start..doc.tokens[*i].span.end]) == Some(doc.tokens[*i].span.len())
            && !doc.is_word(&doc.tokens[*i], &common)
    });
    words.take(MOST_CALLED).map(|i| doc.text(doc.tokens[i].span)).collect()
}

/// How many of them are counted.
const MOST_CALLED: usize = 8;

/// Whether two names that no list holds are one place's: 新站高新区 and 合肥新站高新区.
pub fn same_place(one: &str, other: &str) -> bool {
    let known = |name: &str| lexicon::zone(name).is_some();
    one == other || (one.ends_with(other) || other.ends_with(one)) && !known(one) && !known(other)
}

/// 某某科学园区去年营业额…: an unknown name before 园区 and the like that heads a clause and goes on to a time, a verb or an indicator.
fn named_once(doc: &Doc) -> Option<Slot<String>> {
    let reports = |t: &Token| {
        t.is(Classes::VERB.or(Classes::DONE).or(Classes::GENERIC))
            // 太仓高新区|共计入选….
            || doc.is_word(t, &["共计", "累计", "共有", "共", "现有"])
            || matches!(t.kind, token::Kind::Noun(_) | token::Kind::Time(_))
    };
    // 郑州航空港经济综合实验区: no other word can stand in the middle.
    let long = |t: &Token| doc.chars[..t.span.end].ends_with(&['实', '验', '区']);
    (1..doc.tokens.len()).find_map(|i| {
        // 株洲经开区（云龙示范区）完成…: what stands behind the other name.
        let bracket = doc.tokens.get(i + 1).filter(|t| t.is_mark("（("));
        let behind = bracket.and_then(|_| doc.tokens[i + 1..].iter().take(8).position(|t| t.is_mark("）)")));
        let close =
            behind.map_or(0, |close| close + 1) + usize::from(doc.tokens.get(i + 1).is_some_and(|t| t.is_mark("）)")));
        let next = doc.tokens.get(i + 1 + close)?;
        let ending = Some(doc.tokens[i]).filter(|t| t.is(Classes::SELF) && next.span.start >= t.span.end)?;
        // 横琴区内: in a zone, not its name.
        if matches!(doc.chars[ending.span.end - 1], '内' | '里') {
            return None;
        }
        let office = of_office(&doc.text(next.span));
        if !(office || reports(next) || long(&ending) && next.is_nominal()) {
            return None;
        }
        // 中部科学园区, 南部科学园区.
        let region = |t: &Token| t.span.len() == 2 && doc.chars[t.span.start + 1] == '部';
        // 新竹科学园区: a part of the name may look like a word.
        let part = |t: &&Token| {
            t.kind == token::Kind::Word(Classes::NONE)
                || region(t)
                || t.span.len() == 1
                    && matches!(t.kind, token::Kind::Word(_))
                    && !t.is(Classes::FROM.or(Classes::PREP).or(Classes::DE))
                || long(&ending) && t.is_nominal()
        };
        let count = doc.tokens[..i].iter().rev().take(4).take_while(part).count();
        let opens = i.checked_sub(count + 1).is_none_or(|b| {
            let of = doc.tokens[b].is(Classes::FROM.or(Classes::PREP)) && of_office(&doc.text(next.span));
            // 1—9月|昆山综保区进出口….
            let timed = matches!(doc.tokens[b].kind, token::Kind::Time(_));
            of || timed || doc.tokens[b].is_mark("，。；：\n（(—-】」")
        });
        let first = doc.tokens[i - count];
        let name = Span::new(first.span.start, ending.span.start);
        let word = first.kind == token::Kind::Word(Classes::NONE) || first.is(Classes::PLAIN) || region(&first);
        (opens && word && count > 0 && (2..=8).contains(&name.len())).then(|| {
            let span = Span::new(name.start, ending.span.end);
            Slot::assumed(doc.text(span), Some(span), "named once")
        })
    })
}

/// Whether a word begins with one for the office of a zone.
fn of_office(word: &str) -> bool {
    ["管委", "管理局", "管理处"]
        .iter()
        .any(|office| word.starts_with(office))
}

/// 某某生态园管委会, 中德（沈阳）高端装备制造产业园管委会: the name before the word for its office at token `i`, unless the lexicon knows it.
fn office(doc: &Doc, i: usize) -> Option<Span> {
    const OFFICES: List = List::new("管委|管理委员会|管理局|党工委|执委会");
    let span = doc.tokens[i].span;
    let word = &doc.chars[span.start..doc.chars.len().min(span.end + 4)];
    let end = (0..span.len()).find(|at| is_one(word[*at], "管党执") && OFFICES.beginning(&word[*at..]).is_some())?;
    let end = span.start + end;
    let mut start = name_start(doc, i, span.start.min(end));
    // 专访某某开发区管委会主任.
    start += const { List::new("专访|对话|访|走进|走访") }
        .beginning(&doc.chars[start..end])
        .unwrap_or(0);
    // 受访者系某某高新区管委会副主任.
    start += doc.chars[start..end]
        .iter()
        .rposition(|c| is_one(*c, "系是"))
        .map_or(0, |i| i + 1);
    let name = &doc.chars[start..end];
    // 经济部产业园区管理局 is over many.
    let ministry = const { List::new("经济部|科技部|商务部|国务院") }
        .beginning(name)
        .is_some();
    let named = name.last().is_some_and(|c| "区园城港谷湾岛".contains(*c)) && !ministry;
    let short = || cue::longest(name).is_some_and(|(len, own)| len == name.len() && own.any(Classes::SELF));
    (named && (4..=20).contains(&name.len()) && !short()).then(|| Span::new(start, end))
}

/// 贵州大龙经济开发区: a name that ends with the word for a zone at token `i` and begins with a province or city.
fn regional(doc: &Doc, i: usize) -> Option<Span> {
    let span = doc.tokens[i].span;
    if !doc.tokens[i].is(Classes::SELF) || span.len() < 3 {
        return None;
    }
    let start = name_start(doc, i, span.start);
    let name = &doc.chars[start..span.start];
    let region = (0..name.len().saturating_sub(1)).find_map(|at| Some((at, lexicon::region_len(&name[at..])?)))?;
    let least = if lexicon::is_single(&doc.chars[span.start..span.end]) {
        0
    } else {
        2
    };
    // 某地电子信息等|高新区: several; 嘉兴海关驻|综保区: an office there.
    let several = name.ends_with(&['等']) || name.ends_with(&['驻']);
    (!several && (least..=8).contains(&(name.len() - region.0 - region.1)))
        .then(|| Span::new(start + region.0, span.end))
}

/// Where a name begins that goes on to the left of token `i`, from character `start` on.
pub fn name_start(doc: &Doc, i: usize, mut start: usize) -> usize {
    let part = |t: &Token| match t.kind {
        token::Kind::Place => true,
        token::Kind::Word(own) => {
            t.is_nominal()
                || own.any(Classes::SELF.or(Classes::WHOLE))
                || t.span.len() == 1 && (!own.any(NOT_NAME) || token::in_names(doc.chars[t.span.start]))
        }
        _ => false,
    };
    let mut before = doc.tokens[..i].iter().rev().take(12);
    while let Some(token) = before.next().filter(|t| t.span.end == start) {
        // 中德（沈阳）高端装备制造产业园.
        let open = token
            .is_mark("）)")
            .then(|| before.by_ref().take(3).find(|t| t.is_mark("（(")))
            .flatten();
        match open {
            Some(open) => start = open.span.start,
            None if part(token) => start = token.span.start,
            None => break,
        }
    }
    start
}

/// Words that end a name to the left.
const NOT_NAME: Classes = Classes::FROM
    .or(Classes::PREP)
    .or(Classes::DE)
    .or(Classes::CONJ)
    .or(Classes::COPULA)
    .or(Classes::VERB)
    .or(Classes::ADVERB);
