//! Whom a figure is about: the report's zone, a larger area, a company, a project.

use super::noun::left_noun;
use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
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
    let most = counts
        .iter()
        .max_by_key(|(_, (count, span))| (*count, std::cmp::Reverse(span.start)));
    // A page that speaks of 高新区 more often than of its city is about the zone.
    let spoken = doc
        .tokens
        .iter()
        .filter(|t| lexicon::ZoneKind::of_short_name(&doc.text(t.span)).is_some())
        .count();
    let city = by_city(doc, raw);
    match most {
        Some((name, (count, _))) if lexicon::zone(name).is_none() && spoken > *count && city.value.is_some() => city,
        Some((name, (_, span))) => Slot::assumed(name.clone(), Some(*span), "named most"),
        None if city.value.is_some() => city,
        None => named_once(doc).or_else(|| area(doc)).unwrap_or_else(Slot::unknown),
    }
}

/// 某某科学园区去年营业额…: an unknown name before 园区 and the like that heads a clause and goes on to a time, a verb or an indicator.
fn named_once(doc: &Doc) -> Option<Slot<String>> {
    let reports = |t: &Token| {
        t.is(Classes::VERB.or(Classes::DONE)) || matches!(t.kind, token::Kind::Noun(_) | token::Kind::Time(_))
    };
    doc.tokens.windows(4).find_map(|four| match four {
        [mark, name, ending, next]
            if mark.is_mark("，。；：\n")
                && name.kind == token::Kind::Word(Classes::NONE)
                && (2..=6).contains(&name.span.len())
                && ending.is(Classes::SELF)
                && reports(next) =>
        {
            let span = Span::new(name.span.start, ending.span.end);
            Some(Slot::assumed(doc.text(span), Some(span), "named once"))
        }
        _ => None,
    })
}

/// A bulletin that never names its city: 全市 is whom it is about.
fn area(doc: &Doc) -> Option<Slot<String>> {
    let area = doc
        .tokens
        .iter()
        .find(|t| doc.is_word(t, &["全市", "全省", "全县", "全州", "全旗"]))?;
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

/// The subject that runs on.
pub struct Running<'a> {
    zone: &'a Slot<String>,
    topic: Slot<String>,
}

impl<'a> Running<'a> {
    /// Before the first sentence: the report's own zone.
    pub fn new(zone: &'a Slot<String>) -> Self {
        Self {
            zone,
            topic: zone.clone(),
        }
    }

    /// Takes note of what a sentence speaks of.
    pub fn enter(&mut self, doc: &Doc, sentence: &Sentence) {
        // 他, 该公司: the one that the paragraph before spoke of.
        let first = doc.tokens[sentence.range.clone()]
            .iter()
            .find(|t| !matches!(t.kind, token::Kind::Time(_)) && !t.is_mark("，"));
        let same = first.is_some_and(|t| doc.is_word(t, &["他", "它", "她", "该公司", "公司", "该企业"]));
        if sentence.opens && !same {
            self.topic = self.zone.clone();
        }
        if let Some(topic) = topic(doc, sentence, self.zone) {
            self.topic = topic;
        }
    }

    /// The subject of a draft.
    pub fn slot(&self, doc: &Doc, sentence: &Sentence, draft: &Draft) -> Slot<String> {
        if let Some(range) = &draft.project {
            return Slot::stated(super::naming::phrase(doc, range.clone()), doc.span(range), "project");
        }
        if let Some(range) = project_before(doc, draft) {
            return Slot::stated(super::naming::phrase(doc, range.clone()), doc.span(&range), "project");
        }
        let left = &doc.tokens[sentence.range.start..draft.at];
        let named = left.iter().enumerate().rev().find_map(|(i, token)| {
            let next = left.get(i + 1);
            match token.kind {
                token::Kind::Zone(name) => Some(Slot::stated(name.to_owned(), token.span, "zone")),
                // 某市某高新区, however its name is spelt: the report's own zone.
                token::Kind::Place if left[i + 1..].iter().take(2).any(|t| t.is(Classes::SELF)) => self
                    .zone
                    .value
                    .clone()
                    .map(|zone| Slot::stated(zone, token.span, "own zone")),
                token::Kind::Place if opens_clause(left, i) && draft.kind != Kind::Rank => {
                    Some(Slot::stated(doc.text(token.span), token.span, "place"))
                }
                _ if token.is(Classes::SELF) => self
                    .zone
                    .value
                    .clone()
                    .map(|zone| Slot::stated(zone, token.span, "own zone")),
                // 全市完成…: an area of its own, not the field of a rank or the whole of a share.
                _ if token.is(Classes::WHOLE)
                    && draft.kind == Kind::Level
                    && opens_clause(left, i)
                    && next.is_some_and(measures) =>
                {
                    Some(Slot::stated(doc.text(token.span), token.span, "area"))
                }
                _ => None,
            }
        });
        let topic = &self.topic;
        match named {
            Some(named) if topic.value == self.zone.value => named,
            _ => super::carried(topic, None, "runs on"),
        }
    }
}

/// 某某新能源项目总投资50亿元: the project that stands before its sum.
fn project_before(doc: &Doc, draft: &Draft) -> Option<std::ops::Range<usize>> {
    let name = draft.noun.start..draft.noun.end.checked_sub(1)?;
    let sum = draft.noun.end <= draft.at && draft.kind == Kind::Level && !name.is_empty();
    let sum = sum
        && doc.is_word(
            &doc.tokens[name.end],
            &["总投资", "总投资额", "投资", "投资额", "计划总投资", "投资总额"],
        );
    (sum && super::naming::is_named_project(doc, &name)).then_some(name)
}

/// Whether token `i` stands at the start of its clause, times aside.
fn opens_clause(left: &[Token], i: usize) -> bool {
    left[..i]
        .iter()
        .rev()
        .find(|t| !matches!(t.kind, token::Kind::Time(_)))
        .is_none_or(|t| t.is_mark("，；：,;:"))
}

/// Whether a token is an indicator or a verb that reports one.
fn measures(token: &Token) -> bool {
    matches!(token.kind, token::Kind::Noun(_)) || token.is(Classes::DONE) || token.is(Classes::VERB)
}

/// A company or institution that opens the sentence; or the zone, which takes the floor back.
fn topic(doc: &Doc, sentence: &Sentence, zone: &Slot<String>) -> Option<Slot<String>> {
    let tokens = &doc.tokens[sentence.range.clone()];
    let start = tokens
        .iter()
        .position(|t| !matches!(t.kind, token::Kind::Time(_)) && !t.is_mark("，"))?;
    if matches!(tokens[start].kind, token::Kind::Zone(_) | token::Kind::Place) || tokens[start].is(Classes::SELF) {
        return Some(zone.clone());
    }
    let run = tokens[start..]
        .iter()
        .take_while(|t| t.is_nominal() && !t.is_mark("，"))
        .count();
    let last = tokens[start..start + run].iter().rposition(|t| t.is(Classes::ORG))?;
    let range = sentence.range.start + start..sentence.range.start + start + last + 1;
    let noun = left_noun(doc, range.start, range.end)?;
    let span = doc.span(&noun);
    (span.len() > 4).then(|| Slot::stated(doc.text(span), span, "topic"))
}
