//! What the sentence or the clause before says that a text goes on to speak of.

use super::noun::left_noun;
use super::phrase::phrase;
use super::place::threshold;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::Slot;
use crate::token::{Kind, Token};
use crate::unit::is_money;

/// How many tokens a sentence has at most that does no more than that.
const SHORT: usize = 14;

/// 固定资产投资偏弱。1—6月完成22.6亿元: the indicator with which the sentence before begins, where that counts nothing.
pub fn sentence_before(doc: &Doc, sentence: &Sentence) -> Option<Slot<String>> {
    let end = sentence
        .range
        .start
        .checked_sub(1)
        .filter(|end| doc.tokens[*end].is_mark("。"))?;
    // No further back than a short sentence reaches, so that a text without full stops is read in linear time.
    let near = end.saturating_sub(SHORT + 1);
    let start = match doc.tokens[near..end].iter().rposition(|t| t.is_mark("。！？\n")) {
        Some(stop) => near + stop + 1,
        None if near == 0 => 0,
        None => return None,
    };
    let before = &doc.tokens[start..end];
    if before.iter().any(|t| doc.amount(t).is_some()) {
        return None;
    }
    let light = |t: &Token| {
        matches!(t.kind, Kind::Time(_) | Kind::Zone(_) | Kind::Place)
            || t.is(Classes::WHOLE.or(Classes::SELF).or(Classes::ADVERB))
            || t.is_mark("，")
    };
    let first = start + before.iter().take_while(|t| light(t)).count();
    let known = (first..end)
        .take_while(|i| doc.tokens[*i].is_nominal())
        .filter(|i| matches!(doc.tokens[*i].kind, Kind::Noun(_)))
        .last()?;
    let noun = left_noun(doc, first, known + 1)?;
    Some(Slot::inherited(
        phrase(doc, noun.clone()),
        doc.span(&noun),
        "sentence before",
    ))
}

/// 技工贸总收入⏎412.6亿元: a line that is an indicator alone names the amount that opens the next.
pub fn heading(doc: &Doc, sentence: &Sentence, draft: &Draft) -> Option<Slot<String>> {
    let end = sentence
        .range
        .start
        .checked_sub(1)
        .filter(|_| draft.at == sentence.range.start)?;
    let near = end.saturating_sub(8);
    let start = (near..end)
        .rev()
        .find(|i| doc.tokens[*i].is_mark("\n"))
        .map_or(near, |i| i + 1);
    let line = &doc.tokens[start..end];
    let noun = left_noun(doc, start, end).filter(|noun| noun.end == end && doc.tokens[end].is_mark("\n"))?;
    // 建成千亩以上园区⏎27个: a label of any words, where the amount is all that its own line says.
    let alone = sentence.range.len() == 1
        && line
            .iter()
            .all(|t| t.is_mark("•·●▪■") || !matches!(t.kind, Kind::Mark(_)));
    let known = (alone || matches!(doc.tokens[end - 1].kind, Kind::Noun(_)))
        && (start..end).all(|i| doc.amount(&doc.tokens[i]).is_none() || threshold(doc, i));
    let span = doc.span(&noun);
    known.then(|| Slot::inherited(phrase(doc, noun), span, "heading"))
}

/// 技工贸总收入，预计2005年将突破4000亿元: the measure that the clause before a sum consists of. `here` are the sentence's drafts before it.
pub fn measure_before(doc: &Doc, sentence: &Sentence, draft: &Draft, here: &[Draft]) -> Option<Slot<String>> {
    let end = clause_start(sentence, draft.at)
        .checked_sub(1)
        .filter(|end| *end > sentence.range.start && doc.tokens[*end].is_mark("，"))?;
    let start = clause_start(sentence, end);
    let first = is_money(doc.amounts[draft.amount].unit) && here.iter().all(|d| d.at < start);
    let noun = left_noun(doc, start, end).filter(|noun| first && noun.end == end)?;
    let known = matches!(doc.tokens[end - 1].kind, Kind::Noun(_));
    let span = doc.span(&noun);
    known.then(|| Slot::inherited(phrase(doc, noun), span, "clause before"))
}
