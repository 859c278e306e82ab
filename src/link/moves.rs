//! Lists that are dealt out: `A和B分别为1家、8家`.

use super::noun::left_noun;
use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::Slot;
use crate::token;
use std::ops::Range;

/// Gives each rate of a row (增长8.3%、9.1%) the level of the row before it.
pub fn parallel(doc: &Doc, drafts: &mut [Draft]) {
    for first in 1..drafts.len() {
        let row = row(doc, &drafts[first..]);
        if row >= 2 && drafts[first].noun.is_empty() && row_before(doc, &drafts[..first]) == row {
            dealt_as_before(doc, &mut drafts[..first + row], first);
        }
    }
}

/// How many amounts the row just before has.
fn row_before(doc: &Doc, drafts: &[Draft]) -> usize {
    (0..drafts.len())
        .find(|i| row(doc, &drafts[*i..]) == drafts.len() - i)
        .map_or(0, |i| drafts.len() - i)
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
        let items = items(doc, sentence, cue);
        if row >= 2 && items.len() != row {
            dealt_as_before(doc, &mut drafts[..first + row], first);
        }
        if row < 2 || items.len() != row {
            continue;
        }
        let tail = shared_tail(doc, &items);
        for (draft, item) in drafts[first..first + row].iter_mut().zip(items) {
            let span = doc.span(&item);
            let own = super::naming::phrase(doc, item);
            let name = if own.ends_with(&tail) {
                own
            } else {
                format!("{own}{tail}")
            };
            draft.indicator = Slot::stated(name, span, "respective");
        }
    }
}

/// A和B分别…, 增长5%、6%: rates without a noun go to the levels before them, one by one.
fn dealt_as_before(doc: &Doc, drafts: &mut [Draft], first: usize) {
    let row = drafts.len() - first;
    let levels: Vec<Draft> = drafts[..first]
        .iter()
        .filter(|d| d.kind == crate::figure::Kind::Level)
        .cloned()
        .collect();
    let Some(levels) = levels.len().checked_sub(row).map(|from| &levels[from..]) else {
        return;
    };
    for (draft, level) in drafts[first..].iter_mut().zip(levels) {
        if draft.kind == crate::figure::Kind::Change && draft.noun.is_empty() {
            draft.indicator = super::carried(&level.indicator, Some(doc.tokens[level.at].span), "dealt");
        }
    }
}

/// 城镇、农村居民人均可支配收入: what the last item of a list has that the others lack, when its end is a known noun.
fn shared_tail(doc: &Doc, items: &[Range<usize>]) -> String {
    let known = |i: usize| {
        matches!(doc.tokens[i].kind, token::Kind::Noun(_)) || doc.tokens[i].is(Classes::HEAD.or(Classes::GENERIC))
    };
    let Some((last, others)) = items.split_last() else {
        return String::new();
    };
    if others.iter().any(|item| known(item.end - 1)) || !known(last.end - 1) {
        return String::new();
    }
    let from = (last.start + 1..last.end).rev().take_while(|i| known(*i)).last();
    // 城镇、农村居民人均可支配收入: one noun, whose end is another's name.
    let within = || {
        let name = super::naming::phrase(doc, last.end - 1..last.end);
        let ends = name.char_indices().skip(2).map(|(at, _)| &name[at..]);
        ends.filter(|end| end.chars().count() > 1)
            .find(|end| crate::lexicon::indicator(end).is_some())
            .map(str::to_owned)
    };
    match from {
        Some(from) => super::naming::phrase(doc, from..last.end),
        None => within().unwrap_or_default(),
    }
}

/// How many amounts stand in a row, with nothing but 、 or 和 between them.
pub fn row(doc: &Doc, drafts: &[Draft]) -> usize {
    let joined = |a: &Draft, b: &Draft| {
        doc.tokens[a.at + 1..b.at]
            .iter()
            .all(|t| t.is_mark("、，") || t.is(Classes::CONJ))
    };
    1 + drafts.windows(2).take_while(|pair| joined(&pair[0], &pair[1])).count()
}

/// The items of the list left of 分别, in its clause or the one before.
fn items(doc: &Doc, sentence: &Sentence, cue: usize) -> Vec<Range<usize>> {
    let tokens = doc.tokens;
    let mut end = cue;
    while end > sentence.range.start
        && (tokens[end - 1].is_mark("，")
            || tokens[end - 1].is(Classes::ADVERB
                .or(Classes::VERB)
                .or(Classes::COPULA)
                .or(Classes::RISE)
                .or(Classes::FALL)))
    {
        end -= 1;
    }
    let mut found = Vec::new();
    let mut stop = end;
    loop {
        let start = (sentence.range.start..stop)
            .rev()
            .find(|i| tokens[*i].is_mark("、，；") || tokens[*i].is(Classes::CONJ))
            .map_or(sentence.range.start, |i| i + 1);
        match left_noun(doc, start, stop) {
            Some(item) => found.push(item),
            None => break,
        }
        let joint = start
            .checked_sub(1)
            .filter(|j| *j >= sentence.range.start && start > sentence.range.start);
        match joint {
            Some(j) if tokens[j].is_mark("、") || tokens[j].is(Classes::CONJ) => stop = j,
            _ => break,
        }
    }
    found.reverse();
    found.retain(|item| !matches!(tokens[item.start].kind, token::Kind::Amount(_)));
    found
}
