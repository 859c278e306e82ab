//! Zones in a list, each of which has its own amount: 烟台、日照、东营经济技术开发区分别为71亿元、18.6亿元、21.3亿元.

use super::noun::left_noun;
use super::sentence::{Doc, Sentence, clause_start};
use crate::cue::Classes;
use crate::lexicon;
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
    let place = |t: &Token| matches!(t.kind, Kind::Zone(_) | Kind::Place);
    // 贵安|新区: no list holds it.
    let pair = |i: usize| {
        i > clause
            && tokens[i].is(Classes::SELF)
            && tokens[i - 1].is_nominal()
            && tokens[i - 1].span.end == tokens[i].span.start
    };
    let last = (clause..cue).rev().take(40).find(|i| place(&tokens[*i]) || pair(*i))?;
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
    let span = |i: usize| match pair(i) {
        true => Span::new(tokens[i - 1].span.start, tokens[i].span.end),
        false => tokens[i].span,
    };
    let name = |i: usize| match tokens[i].kind {
        Kind::Zone(name) => name.to_owned(),
        _ => doc.text(span(i)),
    };
    let ending = ending(&name(last));
    let mut zones = vec![(name(last), span(last))];
    let mut at = last - usize::from(pair(last));
    while at >= clause + 2 && (tokens[at - 1].is_mark("、") || tokens[at - 1].is(Classes::CONJ)) {
        at -= 2;
        if pair(at) {
            zones.push((name(at), span(at)));
            at -= 1;
        } else if place(&tokens[at]) {
            zones.push((name(at), tokens[at].span));
        } else if let Some(ending) = ending.filter(|_| tokens[at].is_nominal() && tokens[at].span.len() < 5) {
            let whole = [&doc.text(tokens[at].span), ending].concat();
            let known = lexicon::zone(&whole).map(|zone| zone.name.clone());
            zones.push((known.unwrap_or(whole), tokens[at].span));
        } else {
            break;
        }
    }
    zones.reverse();
    Some((zones, noun.unwrap_or(cue..cue)))
}

/// The word for its kind that a zone's name ends with.
fn ending(name: &str) -> Option<&'static str> {
    ["高新区", "经开区", "工业园区", "开发区"]
        .into_iter()
        .find(|word| name.ends_with(word))
}
