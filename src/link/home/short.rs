//! Zones that a text only calls by the word for their kind: 园区, 高新区.

use crate::cue::Classes;
use crate::figure::Slot;
use crate::lexicon;
use crate::link::sentence::Doc;
use crate::prefix::List;
use crate::text::Span;
use crate::token::{self, Token};

/// A text that only says 园区, 高新区 or 科学园: so it is called.
pub(super) fn short_name(doc: &Doc) -> Option<Slot<String>> {
    // 区内 and 当地 are no names.
    let named = |t: &Token| t.is(Classes::SELF) && !doc.is_word(t, &["区内", "区里", "当地", "我区", "该区", "本区"]);
    // 数码港现汇聚…: a word for few zones, with which the text begins, is the name of one.
    const FEW: List = List::new("数码港|科学园|科学城|生物岛|知识城|软件园|科技城|保税区|综保区|自贸区");
    if let Some(len) = FEW.beginning(doc.chars) {
        let span = Span::new(0, len);
        return Some(Slot::assumed(doc.text(span), Some(span), "short name"));
    }
    // 科技园公司表示，科学园…: the company of one is not the zone.
    let firm = |i: usize| {
        doc.tokens
            .get(i + 1)
            .is_some_and(|t| doc.chars[t.span.start..].starts_with(&['公', '司']))
    };
    let mut all = (0..doc.tokens.len()).filter(|i| named(&doc.tokens[*i]));
    // 园区简介⏎…产业集聚区: a word for one kind of zone comes before the word for all of them.
    let kind = |i: &usize| !firm(*i) && !doc.is_word(&doc.tokens[*i], &["园区", "高新区", "经开区", "开发区"]);
    let i = all
        .clone()
        .find(kind)
        .or_else(|| all.clone().find(|i| !firm(*i)))
        .or_else(|| all.next())?;
    // A word that follows all figures says nothing of whom they are about.
    doc.tokens[i..].iter().find(|t| doc.amount(t).is_some())?;
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
    let name = doc.text(span);
    // There is one that is called no more than that.
    let hong_kong = name == "科学园" && doc.chars.windows(2).any(|two| two == ['香', '港']);
    let name = if hong_kong { format!("香港{name}") } else { name };
    Some(Slot::assumed(name, Some(span), "short name"))
}

/// The kind of zone that a token is the short name of: 高新区, 经开区.
pub(super) fn short_kind(doc: &Doc, token: &Token) -> Option<lexicon::ZoneKind> {
    let short = token.is(Classes::SELF).then(|| doc.text(token.span))?;
    lexicon::ZoneKind::of_short_name(&short)
}

/// The zone of the kind that the text speaks of, in the city that the page names most.
pub(super) fn by_city(doc: &Doc, raw: &str) -> Slot<String> {
    // 国家|高新区, 省级以上|高新区, 42家|高新区: all of them.
    const ALL: List = List::new("国家|国家级|省级|全国|各|以上|家|个");
    let one = |t: &&Token| ALL.ending(&doc.chars[..t.span.start]).is_none();
    let spoken = doc.tokens.iter().filter(one);
    let raw: Vec<char> = raw.chars().collect();
    let named: Vec<&str> = lexicon::cities(&raw).collect();
    // 杨凌…。示范区…: the two make the name of one.
    let whole = |t: &Token| {
        let word = doc.text(t.span);
        let zone = named.iter().find_map(|city| lexicon::zone(&[city, &*word].concat()))?;
        Some(Slot::assumed(zone.name.clone(), Some(t.span), "city of the page"))
    };
    let mut first = spoken.clone();
    let Some((kind, span)) = first.find_map(|t| Some((short_kind(doc, t)?, t.span))) else {
        let called = spoken.filter(|t| t.is(Classes::SELF)).find_map(whole);
        return called.unwrap_or_else(Slot::unknown);
    };
    let zones = lexicon::ZONES
        .iter()
        .filter(|zone| zone.kind == kind && zone.level == lexicon::Level::National);
    let counted = zones
        .map(|zone| (named.iter().filter(|city| **city == zone.city).count(), zone))
        .filter(|(count, _)| *count > 0);
    // 天津经开区 comes before those of its districts.
    let own = |zone: &lexicon::Zone| zone.name.starts_with(zone.city);
    match counted.max_by_key(|(count, zone)| {
        (
            *count,
            own(zone),
            std::cmp::Reverse((zone.name.len(), zone.name.as_str())),
        )
    }) {
        Some((_, zone)) => Slot::assumed(zone.name.clone(), Some(span), "city of the page"),
        None => Slot::unknown(),
    }
}
