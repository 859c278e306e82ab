//! Zones of kinds that no list holds, under the names that head the sentences of a text: 某某环科园, 某某数码港, 某某能源化工基地.

use super::NOT_NAME;
use crate::cue::{Classes, PARK};
use crate::figure::Slot;
use crate::language::is_han;
use crate::lexicon;
use crate::link::sentence::Doc;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{self, Kind, Token};

/// Characters of a name, and sentences at whose head one is looked for.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=14;
const MOST: usize = 12;

/// What some zones among many are called rather than one: 各类, 省级.
pub const SOME: List =
    List::new("级|型|类|头部|重点|其他|部分|多个|主要|先进|参评|上榜|各|等|这个|整个|新的|国家|市|县|区|省|地");

/// Characters of sentences that stand in no name.
const SPOKEN: &str = "讲一来看了是在有把被让这那说就不着过起么盼指称我你他们个请问";

/// The zone with whose name a sentence of the text begins, and goes on to speak of it.
pub fn headed(doc: &Doc) -> Option<Slot<String>> {
    let tokens = doc.tokens;
    let opens = |i: &usize| i.checked_sub(1).is_none_or(|b| tokens[b].is_mark("。\n"));
    let span = (0..tokens.len()).filter(opens).take(MOST).find_map(|i| {
        // ●2023年，|某某数码港….
        let light = |t: &Token| matches!(t.kind, Kind::Time(_)) || t.is_mark("，●•·■▲*-—【“") || t.is(Classes::ADVERB);
        let skip = tokens[i..].iter().take(6).take_while(|t| light(t)).count();
        named(doc, i + skip)
    })?;
    Some(Slot::assumed(doc.text(span), Some(span), "heads a sentence"))
}

/// The name of a zone that begins at token `i`, and that nothing goes on with.
pub fn named(doc: &Doc, i: usize) -> Option<Span> {
    const BEHIND: List = List::new("、|和|与|及|等|项目|工程|内|里|中|一期|二期|三期|第|企业|公司|建设|新区|片区");
    name(doc, i).filter(|span| BEHIND.beginning(&doc.chars[span.end..]).is_none())
}

/// The name of a zone that begins at token `i`, alone or in a list.
pub fn name(doc: &Doc, i: usize) -> Option<Span> {
    let first = doc.tokens.get(i)?;
    let start = first.span.start;
    let rest = &doc.chars[start..];
    let region = lexicon::region_len(rest).unwrap_or(0);
    let part = |t: &&Token| match t.kind {
        // 山西转型综改示范区.
        Kind::Word(own) => {
            !own.any(NOT_NAME)
                || t.span.len() == 1 && token::in_names(doc.chars[t.span.start])
                || region > 0 && t.span.start == start + region && t.span.len() == 2 && t.is(Classes::VERB)
        }
        Kind::Noun(_) | Kind::Place => true,
        _ => t.is_mark("（）"),
    };
    if region == 0 && first.kind != Kind::Word(Classes::NONE) {
        return None;
    }
    let run = doc.tokens[i..].iter().take(9).take_while(part).last()?;
    let reach = run.span.end.min(start + LENGTHS.end() + 4) - start;
    // 某某城（园区）: no name ends within a bracket.
    let closed = |name: &[char]| name.iter().filter(|c| is_one(**c, "（）")).count() % 2 == 0;
    let mut len =
        (*LENGTHS.start()..=reach).find(|len| PARK.ending(&rest[..*len]).is_some() && closed(&rest[..*len]))?;
    // 产业园|区.
    while let Some(more) = (len + 1..=reach.min(len + 6)).find(|more| PARK.ending(&rest[..*more]) > Some(more - len)) {
        len = more;
    }
    let stem = len - PARK.ending(&rest[..len])?;
    let own = &rest[..stem];
    let proper = stem > region.max(1)
        && own
            .iter()
            .all(|c| (is_han(*c) || "（）".contains(*c)) && !SPOKEN.contains(*c))
        || stem == region && region > 1 && stem < len;
    // 高|新区.
    let proper = proper && own.last() != Some(&'高');
    let some = SOME.ending(own).is_some() && stem != region || "全各该本我这其多每".contains(rest[0]);
    (proper && !some && LENGTHS.contains(&len)).then(|| Span::new(start, start + len))
}

/// 那么海安高新区这半年…: in a text that names no other zone, the place right before the word for one: its last two characters, where no list knows it.
pub(super) fn beside_kind(doc: &Doc, alone: bool) -> Option<Slot<String>> {
    const SOME: List = List::new(
        "国家|省级|市级|家级|各个|全国|全省|全市|两个|多个|一个|该市|本市|我市|部分|其他|同类|参评|沿海|西部|中部|东部|周边|各地|所有",
    );
    const KINDS: List = List::new(
        "高新区|经开区|经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|高新园区|高新技术园区|工业集中区|产业集聚区|石化区|化工园区|\
        化工区|科创区|综保区|综合保税区|出口加工区|开发区",
    );
    let kind = |t: &Token| t.span.len() > 2 && doc.is_in(t, &KINDS);
    let named = |i: usize| {
        let (ending, before) = (&doc.tokens[i], &doc.tokens[i.checked_sub(1)?]);
        // 大|丰|经济开发区: a character of the name may look like a word.
        let single = i > 1
            && before.span.len() == 1
            && doc.tokens[i - 2].span.len() == 1
            && doc.tokens[i - 2].span.end == before.span.start;
        let start = if single {
            doc.tokens[i - 2].span.start
        } else {
            before.span.start
        };
        let word = &doc.chars[start..before.span.end];
        let place = word.get(word.len().checked_sub(2)?..)?;
        let han = place.iter().all(|c| crate::language::is_han(*c));
        let unknown = before.kind == token::Kind::Word(Classes::NONE) && before.span.end == ending.span.start;
        (unknown && han && SOME.ending(word).is_none() && !lexicon::is_region(&String::from_iter(place)))
            .then(|| Span::new(ending.span.start - 2, ending.span.end))
    };
    let span = (0..doc.tokens.len())
        .filter(|i| alone && kind(&doc.tokens[*i]))
        .find_map(named)?;
    Some(Slot::assumed(doc.text(span), Some(span), "beside its kind"))
}
