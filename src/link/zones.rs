//! Zones in a list, each of which has its own amount: 烟台、日照、东营经济技术开发区分别为71亿元、18.6亿元、21.3亿元.

use super::home::park_name;
use super::noun::left_noun;
use super::phrase::phrase;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use super::{carried, moves};
use crate::cue::Classes;
use crate::figure::Slot;
use crate::lexicon::{self, ZoneKind};
use crate::text::Span;
use crate::token::{Kind, Token};
use std::ops::Range;

/// Zones, each with where it is named, and the tokens of what is measured of each.
pub type Listed = (Vec<(String, Span)>, Range<usize>);

/// The zones of the list before 分别 at token `cue`, in its clause or, where it opens one, in the clauses before; and what is measured of each.
/// That is empty where it was said before.
pub fn zones_before(doc: &Doc, sentence: &Sentence, cue: usize) -> Option<Listed> {
    let tokens = doc.tokens;
    let mut clause = clause_start(sentence, cue);
    // A、B位次分别上升2位、7位，|分列第6位和第21位.
    let opens = clause == cue;
    if opens {
        clause = tokens[sentence.range.start..cue]
            .iter()
            .rposition(|t| t.is_mark("；"))
            .map_or(sentence.range.start, |i| sentence.range.start + i + 1);
    }
    // 贵安|新区, 文昌国际航天城: no list holds it.
    let start = |i: usize| {
        let pair = i > clause
            && tokens[i].is(Classes::SELF)
            && tokens[i - 1].is_nominal()
            && tokens[i - 1].span.end == tokens[i].span.start;
        let opens = |first: &usize| {
            *first == clause
                || tokens[first - 1].is_mark("、")
                || tokens[first - 1].is(Classes::CONJ.or(Classes::AMONG))
        };
        let ends = |first: &usize| park_name(doc, *first).is_some_and(|name| name.end == tokens[i].span.end);
        match tokens[i].kind {
            Kind::Zone(_) | Kind::Place => Some(i),
            _ if pair => Some(i - 1),
            // 其中高新区、经开区|分别….
            _ if ZoneKind::of_short_name(&doc.text(tokens[i].span)).is_some() => Some(i).filter(opens),
            _ => (clause.max(i.saturating_sub(5))..=i).filter(opens).find(ends),
        }
    };
    // 孝感、荆门、随州|三个|高新区|分别…: as many as are listed before.
    let counted = |i: usize| {
        i >= clause + 4
            && doc.counts(&tokens[i - 1])
            && (tokens[i - 3].is_mark("、") || tokens[i - 3].is(Classes::CONJ))
            && ending(&doc.text(tokens[i].span)).is_some()
    };
    let last = (clause..cue)
        .rev()
        .take(40)
        .find(|i| start(*i).is_some() || counted(*i))?;
    let noun = left_noun(doc, last + 1, cue)
        .filter(|noun| noun.start == last + 1)
        .or_else(|| {
            // 位次|较上年|分别上升.
            let run = tokens[last + 1..cue].iter().take_while(|t| t.is_nominal()).count();
            let aside = run > 0 && tokens[last + 1 + run].is(Classes::COMPARE.or(Classes::YOY).or(Classes::MOM));
            aside.then_some(last + 1..last + 1 + run)
        });
    let light = |t: &Token| {
        t.is(Classes::ADVERB
            .or(Classes::COPULA)
            .or(Classes::VERB)
            .or(Classes::RANK)
            .or(Classes::DONE))
    };
    if noun.is_none() && !opens && !tokens[last + 1..cue].iter().all(light) {
        return None;
    }
    let span = |i: usize| Span::new(tokens[start(i).unwrap_or(i)].span.start, tokens[i].span.end);
    let name = |i: usize| match tokens[i].kind {
        Kind::Zone(name) => name.to_owned(),
        _ => doc.text(span(i)),
    };
    let ending = ending(&name(last));
    let several = counted(last);
    let mut zones = if several {
        Vec::new()
    } else {
        vec![(name(last), span(last))]
    };
    let mut at = if several { last } else { start(last).unwrap_or(last) };
    let joins = |at: usize| tokens[at - 1].is_mark("、") || tokens[at - 1].is(Classes::CONJ);
    while at >= clause + 2 && (joins(at) || several && at == last) {
        at -= 2;
        if let Some(first) = start(at) {
            zones.push((name(at), span(at)));
            at = first;
        } else if let Some(ending) = ending.filter(|_| tokens[at].is_nominal() && tokens[at].span.len() < 5) {
            let whole = [&doc.text(tokens[at].span), ending].concat();
            let known = lexicon::zone(&whole).map(|zone| zone.name.clone());
            zones.push((known.unwrap_or(whole), tokens[at].span));
        } else {
            break;
        }
    }
    zones.reverse();
    // 比合肥、芜湖分别快3.5和5.1个百分点: what it is compared with.
    let against = at > 0 && tokens[at - 1].is(Classes::COMPARE);
    (!against).then(|| (zones, noun.unwrap_or(cue..cue)))
}

/// Gives each amount of the row that begins with draft `first` its own of as many zones, and what is measured of each where that stands with them.
pub fn deal(doc: &Doc, drafts: &mut [Draft], first: usize, (zones, noun): Listed) {
    let row = zones.len();
    // 分别以1860亿元、1215亿元位列第二和第四: the row behind is theirs as well.
    let ranks = &drafts[first + row..];
    // 分别列第2位和第5位，达15.8%和14.1%.
    let between = ranks.first().map_or(0..0, |d| drafts[first + row - 1].at..d.at);
    let same = |t: &Token| !matches!(t.kind, Kind::Zone(_) | Kind::Place);
    let again = !between.is_empty() && doc.tokens[between].iter().all(same) && moves::row(doc, ranks) == row;
    let last = zones.last().map(|(_, span)| *span);
    for (k, (name, span)) in zones.into_iter().enumerate() {
        let own = first + k;
        // 海沧新区、文昌国际航天城分别增长…: the name of the last is not what is measured.
        if drafts[own].indicator.evidence == last {
            drafts[own].indicator = match &drafts[..first] {
                [.., before] => carried(&before.indicator, Some(doc.tokens[before.at].span), "respective"),
                [] => Slot::unknown(),
            };
        }
        if again {
            drafts[own + row].subject = Slot::stated(name.clone(), span, "respective");
            if drafts[own + row].noun.is_empty() {
                let at = doc.tokens[drafts[own].at].span;
                drafts[own + row].indicator = carried(&drafts[own].indicator, Some(at), "respective");
            }
        }
        drafts[own].subject = Slot::stated(name, span, "respective");
        if noun.is_empty() {
            moves::as_before(doc, drafts, own, first);
        } else {
            drafts[own].indicator = Slot::stated(phrase(doc, noun.clone()), doc.span(&noun), "respective");
        }
    }
}

/// 上海、江苏新能源汽车产量分别…: the provinces that a list begins with, and what is measured of each, which stands behind the last.
pub fn regions(doc: &Doc, items: &[Range<usize>]) -> Option<(Vec<(String, Span)>, String)> {
    let (last, others) = items.split_last().filter(|(_, others)| !others.is_empty())?;
    let region = |item: &Range<usize>| {
        let token = &doc.tokens[item.start];
        Some((super::overview::region(doc, token)?, token.span))
    };
    let alone = others.iter().all(|item| item.len() == 1) && last.len() > 1;
    let found = items.iter().map(region).collect::<Option<Vec<_>>>().filter(|_| alone)?;
    // 安徽|新能源汽车产量, 安徽光伏组件|产量.
    let first = doc.tokens[last.start].span;
    let rest = Span::new(
        first.start + lexicon::region_len(&doc.chars[first.start..])?,
        doc.span(last).end,
    );
    let apart = rest.start == first.end;
    let object = if apart {
        phrase(doc, last.start + 1..last.end)
    } else {
        doc.text(rest)
    };
    Some((found, object))
}

/// 襄阳、宜昌、孝感分别为…, 四个园区中，东川、甘河分别…: places that are listed by their bare names, each as the zone of the kind that the text speaks of.
pub fn places(doc: &Doc, sentence: &Sentence, items: &[Range<usize>]) -> Option<Vec<(String, Span)>> {
    let tokens = doc.tokens;
    let first = items.first()?.start;
    let near = || tokens[..first].iter().rev();
    let span = |item: &Range<usize>| doc.span(item);
    let name = |item: &Range<usize>| &doc.chars[span(item).start..span(item).end];
    // 四个园区中，…: they are parks of the zone.
    let before = &tokens[sentence.range.start..first];
    let parks = match before {
        [.., park, within, comma] => {
            comma.is_mark("，") && doc.is_word(within, &["中", "里"]) && park.is(Classes::SELF.or(Classes::WHOLE))
        }
        _ => false,
    };
    if parks && items.iter().all(|item| (2..5).contains(&name(item).len())) {
        return Some(items.iter().map(|item| (doc.text(span(item)), span(item))).collect());
    }
    // 参评的217家国家级经开区中，我省贵阳、遵义三家分别….
    let general = |t: &Token| {
        let word = &doc.chars[t.span.start..t.span.end];
        let short: String = word[word.len().saturating_sub(3)..].iter().collect();
        ZoneKind::of_short_name(&short).filter(|_| t.is(Classes::SELF.or(Classes::WHOLE)))
    };
    let kind = near().take(60).find_map(|t| match t.kind {
        Kind::Zone(name) => lexicon::zone(name).map(|zone| zone.kind),
        _ => general(t),
    })?;
    let zone = |item: &Range<usize>| {
        let name = name(item);
        let city = lexicon::is_place(name).then(|| doc.text(span(item)))?;
        let mut own = lexicon::ZONES
            .iter()
            .filter(|zone| zone.city == city && zone.kind == kind);
        let only = own.next().filter(|_| own.next().is_none());
        Some((only.map_or(city, |zone| zone.name.clone()), span(item)))
    };
    items.iter().map(zone).collect()
}

/// The word for its kind that a zone's name ends with.
fn ending(name: &str) -> Option<&'static str> {
    [
        "高新区",
        "经开区",
        "工业园区",
        "产业园区",
        "开发区",
        "综保区",
        "保税区",
        "园区",
        "新区",
        "片区",
    ]
    .into_iter()
    .find(|word| name.ends_with(word))
}
