//! From raw text to clean text, and back.
//!
//! A cleaning pass drops or replaces characters; what remains keeps the place in the raw text that it came from, so every span of the
//! clean text can be shown in its source.

use std::ops::Range;

pub mod markup;

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

/// Makes a raw text readable: the passes of the modules below, in order.
pub fn clean(raw: &str) -> Clean {
    let mut kept: Vec<Ch> = raw
        .char_indices()
        .map(|(i, c)| Ch {
            c,
            start: i as u32,
            end: (i + c.len_utf8()) as u32,
        })
        .collect();
    let mut cuts = Vec::new();
    markup::pass(&mut kept, &mut cuts);
    cuts.sort_by_key(|cut: &Cut| cut.raw.start);
    Clean::new(kept, cuts)
}
