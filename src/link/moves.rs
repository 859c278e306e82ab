//! Lists that are dealt out: `A和B分别为1家、8家`.

use super::noun::left_noun;
use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::Slot;
use crate::token;
use std::ops::Range;

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
        if row < 2 || items.len() != row {
            continue;
        }
        for (draft, item) in drafts[first..first + row].iter_mut().zip(items) {
            let span = doc.span(&item);
            draft.indicator = Slot::stated(super::naming::phrase(doc, item), span, "respective");
        }
    }
}

/// How many amounts stand in a row, with nothing but 、 or 和 between them.
fn row(doc: &Doc, drafts: &[Draft]) -> usize {
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
        && (tokens[end - 1].is_mark("，") || tokens[end - 1].is(Classes::ADVERB.or(Classes::VERB).or(Classes::COPULA)))
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
