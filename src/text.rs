//! From raw text to clean text, and back.
//!
//! A cleaning pass drops or replaces characters; what remains keeps the place in the raw text that it came from, so every span of the
//! clean text can be shown in its source.

use crate::order::sort_by_key;
use std::ops::Range;

pub mod annotation;
pub mod chrome;
pub mod columns;
pub mod damage;
pub mod entity;
mod line;
pub mod markdown;
pub mod markup;
mod pinyin;
pub mod punctuation;
pub mod repeats;
pub mod slips;
pub mod spaces;
pub mod spun;
mod tag;
pub mod variants;
pub mod width;

/// A stretch of the clean text, in characters, the end not included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

impl Span {
    /// From `start` to just before `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many characters.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share a character.
    pub const fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within.
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// One character on its way through the passes, with the bytes of the raw text that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ch {
    /// The character as it now reads.
    pub c: char,
    /// First byte in the raw text.
    pub start: u32,
    /// One past its last byte in the raw text. What a pass drops inside a word counts to the character before it.
    pub end: u32,
}

/// Something that was left out of the clean text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The bytes of the raw text.
    pub raw: Range<usize>,
    /// Why it was cut.
    pub why: CutReason,
}

/// Why a passage was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CutReason {
    /// Tags, scripts and styles of a web page.
    Markup,
    /// Navigation, counters, disclaimers, editors' lines and other page furniture.
    Chrome,
    /// A photo's caption or credit.
    Caption,
    /// A passage that stands in the text already.
    Repeat,
    /// A reading aid, such as pinyin in brackets.
    Annotation,
}

/// A report made readable.
#[derive(Clone, Debug, Default)]
pub struct Clean {
    /// The characters.
    pub chars: Vec<char>,
    /// For each character, the bytes of the raw text it stands for.
    raw: Vec<(u32, u32)>,
    /// What was left out, in the order of the raw text.
    pub cuts: Vec<Cut>,
}

impl Clean {
    /// Puts together what the passes left.
    pub fn new(kept: Vec<Ch>, cuts: Vec<Cut>) -> Self {
        let chars = kept.iter().map(|ch| ch.c).collect();
        Self {
            chars,
            raw: kept.iter().map(|ch| (ch.start, ch.end)).collect(),
            cuts,
        }
    }

    /// What the passes left, as it was put together.
    pub fn kept(&self) -> impl ExactSizeIterator<Item = Ch> {
        let pairs = self.chars.iter().zip(&self.raw);
        pairs.map(|(c, (start, end))| Ch {
            c: *c,
            start: *start,
            end: *end,
        })
    }

    /// The words at a span.
    pub fn slice(&self, span: Span) -> String {
        self.chars[span.start..span.end].iter().collect()
    }

    /// Where a non-empty span stands in the raw text, in bytes.
    pub fn raw_range(&self, span: Span) -> Range<usize> {
        self.raw[span.start].0 as usize..self.raw[span.end - 1].1 as usize
    }

    /// The paragraphs: the stretches between line ends, without those that hold nothing.
    pub fn paragraphs(&self) -> Vec<Span> {
        let mut start = 0;
        let mut found = Vec::new();
        let ends = self
            .chars
            .iter()
            .enumerate()
            .filter(|(_, c)| **c == '\n')
            .map(|(i, _)| i);
        for end in ends.chain([self.chars.len()]) {
            if self.chars[start..end].iter().any(|c| !c.is_whitespace()) {
                found.push(Span::new(start, end));
            }
            start = end + 1;
        }
        found
    }
}

/// One step of cleaning: drops or replaces characters, and notes what it leaves out. Each takes time linear in the text.
pub type Pass = fn(&mut Vec<Ch>, &mut Vec<Cut>);

/// The steps of cleaning, in order. Each relies on what the ones before it settled: from `punctuation` on there is one form of every mark,
/// from `variants` on the text is Simplified, and `chrome` and `repeats` go before `columns` joins what they stood between.
pub const PASSES: &[(&str, Pass)] = &[
    ("markup", markup::pass),
    ("entity", entity::pass),
    ("width", width::pass),
    ("markdown", markdown::pass),
    ("punctuation", punctuation::pass),
    ("annotation", annotation::pass),
    ("slips", slips::pass),
    ("variants", variants::pass),
    ("spun", spun::pass),
    ("chrome", chrome::pass),
    ("repeats", repeats::pass),
    ("columns", columns::pass),
    ("spaces", spaces::pass),
];

/// Makes a raw text readable: the [`PASSES`], in order.
///
/// The clean text is Simplified Chinese. One `\n` stands between paragraphs, one tab between cells of a row. Digits, letters, `%` and the marks
/// inside numbers are ASCII (`1234.5`, `16:30`, `1-9月`, `-2%`), without marks that group digits; the marks of prose are `，。：；！？（）“”`.
/// A text beyond 4 GiB is read up to there.
pub fn clean(raw: &str) -> Clean {
    let raw = &raw[..raw.floor_char_boundary(u32::MAX as usize)];
    let mut kept = characters(raw);
    let mut cuts = Vec::new();
    for (_, pass) in PASSES {
        pass(&mut kept, &mut cuts);
    }
    Clean::new(kept, merge(cuts, raw))
}

/// The characters of a raw text, each with its own bytes.
fn characters(raw: &str) -> Vec<Ch> {
    let mut kept = Vec::with_capacity(raw.chars().count());
    let mut rest = raw.chars();
    let mut start = 0;
    while let Some(c) = rest.next() {
        let end = (raw.len() - rest.as_str().len()) as u32;
        kept.push(Ch { c, start, end });
        start = end;
    }
    kept
}

/// Puts cuts in order, drops those inside others, and joins neighbours that were cut for one reason with nothing but space or tags between.
fn merge(mut cuts: Vec<Cut>, raw: &str) -> Vec<Cut> {
    sort_by_key(&mut cuts, |cut| (cut.raw.start, std::cmp::Reverse(cut.raw.end)));
    let touch = |a: &Cut, b: &Cut| raw[a.raw.end..b.raw.start].trim().is_empty();
    let mut merged: Vec<Cut> = Vec::with_capacity(cuts.len());
    for mut cut in cuts {
        cut.raw.start = cut.raw.start.max(merged.last().map_or(0, |last| last.raw.end));
        if cut.raw.is_empty() {
            continue;
        }
        let next_to = |before: &Cut| before.why == cut.why && touch(before, &cut);
        let past_tags = |before: &Cut, tags: &Cut| {
            tags.why == CutReason::Markup && touch(tags, &cut) && before.why == cut.why && touch(before, tags)
        };
        match &mut merged[..] {
            [.., last] if next_to(last) => last.raw.end = cut.raw.end,
            [.., before, tags] if past_tags(before, tags) => {
                before.raw.end = cut.raw.end;
                merged.pop();
            }
            _ => merged.push(cut),
        }
    }
    merged
}

/// What the tests of the passes share.
#[cfg(test)]
mod testing {
    use super::{Ch, Cut, Pass, characters};

    /// The characters of a raw text.
    pub(super) fn chs(raw: &str) -> Vec<Ch> {
        characters(raw)
    }

    /// What one pass makes of a text, and the raw words that it cut.
    pub(super) fn run(pass: Pass, raw: &str) -> (String, Vec<String>) {
        let mut kept = characters(raw);
        let mut cuts: Vec<Cut> = Vec::new();
        pass(&mut kept, &mut cuts);
        let words = cuts.iter().map(|cut| raw[cut.raw.clone()].to_owned()).collect();
        (kept.iter().map(|ch| ch.c).collect(), words)
    }

    /// Checks what one pass makes of a text.
    #[track_caller]
    pub(super) fn check(pass: Pass, raw: &str, expect: &str) {
        assert_eq!(run(pass, raw).0, expect, "from {raw:?}");
    }
}

#[cfg(test)]
mod tests;
