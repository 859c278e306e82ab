//! The edges of a noun phrase: brackets and quotation marks, labels, and what only says for whom.

use super::noun::left_noun;
use super::sentence::{Doc, Sentence, clause_start};
use crate::cue::Classes;
use crate::token;
use std::ops::Range;

/// ▲一季度进出口总额：84.6亿元: the words before a colon, where nothing else stands behind it.
pub(super) fn label(doc: &Doc, sentence: &Sentence, start: usize, at: usize) -> Option<Range<usize>> {
    let colon = start
        .checked_sub(1)
        .filter(|c| *c > sentence.range.start && doc.tokens[*c].is_mark("：:"))?;
    let free = doc.tokens[start..at].iter().all(|t| !t.is_nominal());
    let before = clause_start(sentence, colon);
    let counted = doc.tokens[before..colon].iter().any(|t| doc.amount(t).is_some());
    let noun = left_noun(doc, before, colon).filter(|noun| free && !counted && noun.end == colon)?;
    (doc.span(&noun).len() <= 16).then_some(noun)
}

/// Whether brackets that close at token `i` stand behind a zone or place.
pub(super) fn names_zone(doc: &Doc, start: usize, i: usize) -> bool {
    let open = (start..i).rev().take(8).find(|o| doc.tokens[*o].is_mark("（("));
    let before = open.and_then(|o| o.checked_sub(1)).map(|b| &doc.tokens[b]);
    before.is_some_and(|t| matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place) || t.is(Classes::SELF))
}

/// 为企业减免税费, 帮助企业融资: whether the first token of a phrase only says for whom.
pub(super) fn for_whom(doc: &Doc, start: usize, from: usize, stop: usize) -> bool {
    const WHOM: [&str; 13] = [
        "企业",
        "群众",
        "居民",
        "学生",
        "职工",
        "百姓",
        "农户",
        "市场主体",
        "经营主体",
        "商户",
        "个体工商户",
        "纳税人",
        "中小企业",
    ];
    from > start
        && from + 1 < stop
        && doc.is_word(&doc.tokens[from - 1], &["为", "帮助", "助力", "给", "向", "让"])
        && doc.is_word(&doc.tokens[from], &WHOM)
        && !doc.tokens[from + 1].is(Classes::DE)
}

/// Whether a closing quotation mark at `i` ends a name that belongs to the phrase: “科贷通”.
pub(super) fn closes_noun(doc: &Doc, start: usize, i: usize) -> bool {
    doc.tokens[i].is_mark("”’》）)") && doc.tokens[start..i].iter().any(|t| t.is_mark("“‘《（("))
}
