//! Companies that neither an ending nor a word before them tells: those that the text goes on to call 公司 or 这家企业.

use super::firm::{NO_NAME, parts};
use super::sentence::Doc;
use crate::cue::{COMMON, Classes};
use crate::language::is_han;
use crate::text::Span;
use crate::token::{Kind, Token};

/// Characters of a name.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=8;
/// Pronouns that are asked for at most, and places that are tried for each: a hostile text is still read in linear time.
const MOST: usize = 20;

/// The names that pronouns stand for where no company is `named` before them in their own paragraph or the one before.
pub fn antecedents<'a>(doc: &Doc<'a>, named: &[Span]) -> Vec<&'a [char]> {
    let mut names: Vec<&[char]> = Vec::new();
    for i in (0..doc.tokens.len()).filter(|i| refers(doc, *i)).take(MOST) {
        let reach = Span::new(doc.tokens[reach(doc, i)].span.start, doc.tokens[i].span.start);
        let known = named
            .iter()
            .any(|name| reach.start <= name.start && name.end <= reach.end);
        if known
            || names
                .iter()
                .any(|name| count(&doc.chars[reach.start..reach.end], name) > 0)
        {
            continue;
        }
        let first = doc.tokens.partition_point(|t| t.span.start < reach.start);
        let starts = (first..i).filter(|j| opens(doc, *j)).take(MOST);
        let names_there = starts
            .flat_map(|j| prefixes(doc, j))
            .map(|name| (count(doc.chars, name), name));
        // 某某智能, not 某某: the longest of those that are said as often.
        let best = names_there
            .filter(|(count, _)| *count > 1)
            .max_by_key(|(count, name)| (*count, name.len()));
        names.extend(best.map(|(_, name)| name));
    }
    names
}

/// Whether token `i` is 公司, 这家企业 or 该公司 at the head of a clause.
fn refers(doc: &Doc, i: usize) -> bool {
    let token = &doc.tokens[i];
    let head = i.checked_sub(1).is_none_or(|b| doc.tokens[b].is_mark("，。；：,;:\n“"));
    let rest = &doc.chars[token.span.start..];
    let begins = |words: &str| words.chars().eq(rest.iter().take(words.chars().count()).copied());
    head && (doc.is_word(token, &["公司"]) || ["这家", "该公司", "该企业"].iter().any(|words| begins(words)))
}

/// The first token of the paragraph before the one that holds token `i`.
fn reach(doc: &Doc, i: usize) -> usize {
    let ends = |j: &usize| doc.tokens[*j].is_mark("\n") && !doc.tokens[*j + 1].is_mark("\n");
    (0..i).rev().filter(ends).nth(1).map_or(0, |j| j + 1)
}

/// Whether a name may begin with token `i`.
fn opens(doc: &Doc, i: usize) -> bool {
    let unknown = doc.tokens[i].kind == Kind::Word(Classes::NONE);
    unknown && is_han(doc.chars[doc.tokens[i].span.start]) && i.checked_sub(1).is_none_or(|b| parts(&doc.tokens[b]))
}

/// What may be a name from token `i` on: unknown words, with what looks like a word within a name.
fn prefixes<'a>(doc: &Doc<'a>, i: usize) -> impl Iterator<Item = &'a [char]> {
    const NOT: Classes = Classes::DE
        .or(Classes::PREP)
        .or(Classes::FROM)
        .or(Classes::CONJ)
        .or(Classes::COPULA)
        .or(Classes::SELF);
    let part = |t: &&Token| matches!(t.kind, Kind::Word(_)) && !t.is(NOT);
    let start = doc.tokens[i].span.start;
    doc.tokens[i..].iter().take(4).take_while(part).filter_map(move |last| {
        let name = &doc.chars[start..last.span.end];
        let fits = LENGTHS.contains(&name.len()) && !NO_NAME.contains(name[name.len() - 1]);
        (fits && COMMON.ending(name) != Some(name.len()) && COMMON.beginning(name).is_none()).then_some(name)
    })
}

/// How often a text says a name.
fn count(text: &[char], name: &[char]) -> usize {
    text.windows(name.len()).filter(|own| *own == name).count()
}
