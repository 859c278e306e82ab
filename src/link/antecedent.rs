//! Companies that neither an ending nor a word before them tells: those that the text goes on to call 公司 or 这家企业.

use super::firm::{NO_NAME, of_zone, parts};
use super::sentence::Doc;
use crate::cue::{COMMON, Classes};
use crate::language::is_han;
use crate::prefix::List;
use crate::text::Span;
use crate::token::{Kind, Token};

/// Characters of a name.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=8;
/// Pronouns that are asked for at most, and places that are tried for each: a hostile text is still read in linear time.
const MOST: usize = 20;
/// How many characters behind a pronoun its name is counted in.
const NEAR: usize = 2000;

/// The names that pronouns stand for where no company is `named` before them in their own paragraph or the one before.
pub fn antecedents<'a>(doc: &Doc<'a>, named: &[Span]) -> Vec<&'a [char]> {
    let mut names: Vec<&[char]> = Vec::new();
    for i in (0..doc.tokens.len()).filter(|i| refers(doc, *i)).take(MOST) {
        let [before, own] =
            reach(doc, i).map(|first| Span::new(doc.tokens[first].span.start, doc.tokens[i].span.start));
        let known = |reach: Span| {
            let inside = |name: &Span| reach.start <= name.start && name.end <= reach.end;
            let text = &doc.chars[reach.start..reach.end];
            named.iter().any(inside) || names.iter().any(|name| count(text, name) > 0)
        };
        if known(own) {
            continue;
        }
        let first = |reach: Span| doc.tokens.partition_point(|t| t.span.start < reach.start);
        let found = (first(own)..i).find_map(|j| owner(doc, j)).or_else(|| {
            let starts = (first(before)..i).filter(|j| opens(doc, *j)).take(MOST);
            let near = &doc.chars[before.start..doc.chars.len().min(before.end + NEAR)];
            let names = starts
                .flat_map(|j| prefixes(doc, j))
                .map(|name| (count(near, name), name));
            // 某某智能, not 某某: the longest of those that are said as often.
            let often = names.filter(|(count, name)| *count > 1 && !known(before) && stands_alone(doc, name));
            often
                .max_by_key(|(count, name)| (*count, name.len()))
                .map(|(_, name)| name)
        });
        names.extend(found);
    }
    names
}

/// Whether token `i` is 公司, 这家企业 or 该公司 at the head of a clause.
fn refers(doc: &Doc, i: usize) -> bool {
    const PRONOUNS: List = List::new("这家|该公司|该企业");
    let token = &doc.tokens[i];
    let mark = |b: usize| doc.tokens[b].is_mark("，。；：,;:\n“");
    // “去年公司卖了….
    let timed = |b: usize| matches!(doc.tokens[b].kind, Kind::Time(_)) && b.checked_sub(1).is_none_or(mark);
    let head = || i.checked_sub(1).is_none_or(|b| mark(b) || timed(b));
    match doc.chars[token.span.start] {
        '公' => doc.is_word(token, &["公司"]) && head(),
        '企' => doc.is_word(token, &["企业"]) && i.checked_sub(1).is_none_or(|b| doc.tokens[b].is_mark("。\n“")),
        '这' | '该' => PRONOUNS.beginning(&doc.chars[token.span.start..]).is_some() && head(),
        _ => false,
    }
}

/// The first tokens of the paragraph before the one that holds token `i`, and of its own.
fn reach(doc: &Doc, i: usize) -> [usize; 2] {
    let ends = |j: &usize| doc.tokens[*j].is_mark("\n") && !doc.tokens[*j + 1].is_mark("\n");
    let mut starts = (0..i).rev().filter(ends).map(|j| j + 1);
    let own = starts.next().unwrap_or(0);
    [starts.next().unwrap_or(0), own]
}

/// Whether a name may begin with token `i`.
fn opens(doc: &Doc, i: usize) -> bool {
    let unknown = doc.tokens[i].kind == Kind::Word(Classes::NONE);
    // 150千瓦的燃料电池系统: what something is, not who.
    let parted = |t: &Token| parts(t) && !t.is(Classes::DE.or(Classes::VERB).or(Classes::COPULA));
    unknown && is_han(doc.chars[doc.tokens[i].span.start]) && i.checked_sub(1).is_none_or(|b| parted(&doc.tokens[b]))
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
        (fits && COMMON.ending(name) != Some(name.len()) && COMMON.beginning(name).is_none() && !of_zone(name))
            .then_some(name)
    })
}

/// 某某氢能的测试台架上，…。企业成立仅四年: a name that is said once, at the head of a clause, and has something, or is one of many (某某就是其中之一).
fn owner<'a>(doc: &Doc<'a>, j: usize) -> Option<&'a [char]> {
    let head = j.checked_sub(1).is_none_or(|b| doc.tokens[b].is_mark("，。；\n"));
    if !head || !opens(doc, j) {
        return None;
    }
    let start = doc.tokens[j].span.start;
    prefixes(doc, j).find(|name| {
        let behind = &doc.chars[start + name.len()..];
        let one = || {
            const { List::new("是其中|就是|便是|正是|也是|即是") }
                .beginning(behind)
                .is_some()
        };
        name.len() < 6 && (behind.starts_with(&['的']) || one())
    })
}

/// Whether no other unknown word ends with a name: 国兴碳纤维 tells that 碳纤维 is none.
fn stands_alone(doc: &Doc, name: &[char]) -> bool {
    !doc.tokens.iter().any(|t| {
        let word = &doc.chars[t.span.start..t.span.end];
        t.kind == Kind::Word(Classes::NONE) && word.len() > name.len() && word.ends_with(name)
    })
}

/// How often a text says a name.
fn count(text: &[char], name: &[char]) -> usize {
    let places = (0..text.len()).filter(|at| text[*at] == name[0]);
    places.filter(|at| text[*at..].starts_with(name)).count()
}
