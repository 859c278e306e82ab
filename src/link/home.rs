//! The report's own zone: as given, or as the text tells.

use super::sentence::Doc;
use crate::cue::Classes;
use crate::figure::Slot;
use crate::lexicon;
use crate::text::Span;
use crate::token::{self, Token};
use std::collections::BTreeMap;

/// The report's own zone: as given, else the one that the text names most, else the one whose city stands in the raw text while the clean text
/// says 高新区 or 经开区.
pub fn own_zone(doc: &Doc, given: Option<&str>, raw: &str) -> Slot<String> {
    if let Some(given) = given {
        let name = lexicon::zone(given).map_or(given, |z| &z.name);
        return Slot::assumed(name.to_owned(), None, "report");
    }
    // A zone that the lexicon knows counts three times a place that only looks like one.
    let mut counts: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for token in doc.tokens {
        if let Some(name) = place_name(doc, token) {
            let weight = if token.kind == token::Kind::Place { 1 } else { 3 };
            counts.entry(name).or_insert((0, token.span)).0 += weight;
        }
    }
    // 合肥新站高新区, once, and 新站高新区: one zone under two names.
    let sum = |name: &str| {
        let same = counts.iter().filter(|(other, _)| same_place(name, other));
        same.map(|(_, (count, _))| count).sum::<usize>()
    };
    let most = counts
        .iter()
        .map(|(name, (_, span))| (name, (sum(name), *span)))
        .max_by_key(|(name, (count, span))| (*count, name.chars().count(), std::cmp::Reverse(span.start)));
    // A page that speaks of 高新区 more often than of its city is about the zone.
    let spoken = doc
        .tokens
        .iter()
        .filter(|t| lexicon::ZoneKind::of_short_name(&doc.text(t.span)).is_some())
        .count();
    let city = by_city(doc, raw);
    match most {
        Some((name, (count, _))) if lexicon::zone(name).is_none() && spoken > count && city.value.is_some() => city,
        // 青岛西海岸新区…占青岛市的28.9%: a zone before a city.
        Some((name, (count, span))) => {
            let city = count < 3 && name.ends_with(['市', '县', '省', '州', '盟', '旗']);
            let zone = city.then(|| named_once(doc)).flatten();
            zone.unwrap_or_else(|| Slot::assumed(name.clone(), Some(span), "named most"))
        }
        None if city.value.is_some() => city,
        None => named_once(doc)
            .or_else(|| office(doc))
            .or_else(|| area(doc))
            .or_else(|| short_name(doc))
            .unwrap_or_else(Slot::unknown),
    }
}

/// Whether two names that no list holds are one place's: 新站高新区 and 合肥新站高新区.
pub fn same_place(one: &str, other: &str) -> bool {
    let known = |name: &str| lexicon::zone(name).is_some();
    one == other || (one.ends_with(other) || other.ends_with(one)) && !known(one) && !known(other)
}

/// 某某科学园区去年营业额…: an unknown name before 园区 and the like that heads a clause and goes on to a time, a verb or an indicator.
fn named_once(doc: &Doc) -> Option<Slot<String>> {
    let reports = |t: &Token| {
        t.is(Classes::VERB.or(Classes::DONE).or(Classes::GENERIC))
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
            of || doc.tokens[b].is_mark("，。；：\n（(—-】」")
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

/// 某某生态园管委会: an unknown name before the word for its office.
fn office(doc: &Doc) -> Option<Slot<String>> {
    doc.tokens.iter().enumerate().find_map(|(i, token)| {
        let words = doc.text(token.span);
        let end = words.find("管委").map(|at| words[..at].chars().count());
        let own = end
            .filter(|end| *end > 0)
            .map(|end| Span::new(token.span.start, token.span.start + end));
        let before = || {
            let name = i.checked_sub(1).map(|b| doc.tokens[b].span)?;
            (end == Some(0) && name.end == token.span.start).then_some(name)
        };
        let span = own.or_else(before).filter(|span| (4..=9).contains(&span.len()))?;
        let place = crate::cue::SITE.ending(&doc.chars[span.start..span.end]).is_some()
            || doc.chars[span.end - 1] == '园'
            || doc.chars[span.end - 1] == '城';
        place.then(|| Slot::assumed(doc.text(span), Some(span), "named once"))
    })
}

/// A text that only says 园区, 高新区 or 科学园: so it is called.
fn short_name(doc: &Doc) -> Option<Slot<String>> {
    // 区内 and 当地 are no names.
    let named = |t: &Token| t.is(Classes::SELF) && !doc.is_word(t, &["区内", "区里", "当地", "我区", "该区", "本区"]);
    let i = doc.tokens.iter().position(named)?;
    let end = doc.tokens[i].span.end;
    // 某某科技园公司公布: an unknown word that opens a clause is the rest of its name.
    let named = i.checked_sub(1).filter(|b| {
        let word = &doc.tokens[*b];
        let opens = b.checked_sub(1).is_none_or(|a| {
            doc.tokens[a].is_mark("，。；：\n") || doc.tokens[a].is(Classes::FROM.or(Classes::PREP).or(Classes::DE))
        });
        opens && word.kind == token::Kind::Word(Classes::NONE) && (2..=4).contains(&word.span.len())
    });
    let span = Span::new(doc.tokens[named.unwrap_or(i)].span.start, end);
    Some(Slot::assumed(doc.text(span), Some(span), "short name"))
}

/// A bulletin that never names its city: 全市 is whom it is about.
fn area(doc: &Doc) -> Option<Slot<String>> {
    // 占全市的四成: there it is only the whole of a share.
    let area = doc
        .tokens
        .iter()
        .enumerate()
        .find(|(i, t)| {
            let whole = doc
                .tokens
                .get(i + 1)
                .is_some_and(|t| t.is(Classes::DE.or(Classes::RANK)));
            let of = i
                .checked_sub(1)
                .is_some_and(|b| doc.tokens[b].is(Classes::SHARE.or(Classes::RANK)));
            !whole && !of && doc.is_word(t, &["全市", "全省", "全县", "全州", "全旗"])
        })
        .map(|(_, t)| t)?;
    Some(Slot::assumed(doc.text(area.span), Some(area.span), "area"))
}

/// The name of a zone or place.
fn place_name(doc: &Doc, token: &Token) -> Option<String> {
    match token.kind {
        token::Kind::Zone(name) => Some(name.to_owned()),
        token::Kind::Place => Some(doc.text(token.span)),
        _ => None,
    }
}

/// The zone of the kind that the text speaks of, in the city that the page names most.
fn by_city(doc: &Doc, raw: &str) -> Slot<String> {
    let spoken = doc.tokens.iter().find_map(|t| {
        let kind = lexicon::ZoneKind::of_short_name(&doc.text(t.span)).filter(|_| t.is(Classes::SELF))?;
        Some((kind, t.span))
    });
    let Some((kind, span)) = spoken else {
        return Slot::unknown();
    };
    let named = lexicon::ZONES
        .iter()
        .filter(|zone| zone.kind == kind && zone.level == lexicon::Level::National);
    let counted = named
        .map(|zone| (raw.matches(zone.city).count(), zone))
        .filter(|(count, _)| *count > 0);
    match counted.max_by_key(|(count, zone)| (*count, std::cmp::Reverse(zone.name.as_str()))) {
        Some((_, zone)) => Slot::assumed(zone.name.clone(), Some(span), "city of the page"),
        None => Slot::unknown(),
    }
}
