//! What the linking rules look at: the document, its sentences, and the drafts of figures.

use super::role::Role;
use crate::cue::Classes;
use crate::figure::{Kind, Sign, Slot, Status};
use crate::find::amount::Amount;
use crate::find::time::Time;
use crate::period::{Date, Period};
use crate::prefix::{List, starts};
use crate::text::Span;
use crate::token::{self, Token};
use crate::unit::is_counted;
use std::ops::Range;

/// A text with its mentions.
pub struct Doc<'a> {
    /// The clean text.
    pub chars: &'a [char],
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its amounts.
    pub amounts: &'a [Amount],
    /// Its times.
    pub times: &'a [Time],
    /// The report's date.
    pub date: Option<Date>,
}

impl Doc<'_> {
    /// The words at a span.
    pub fn text(&self, span: Span) -> String {
        let mut text = String::with_capacity(3 * span.len());
        text.extend(&self.chars[span.start..span.end]);
        text
    }

    /// Whether a token is one of these words, which are all of Chinese characters: three bytes each.
    #[inline]
    pub fn is_word(&self, token: &Token, words: &[&str]) -> bool {
        let own = &self.chars[token.span.start..token.span.end];
        words
            .iter()
            .any(|word| word.len() == 3 * own.len() && starts(own, word))
    }

    /// Whether a token is one of these words.
    #[inline]
    pub fn is_in(&self, token: &Token, words: &List) -> bool {
        words.holds(&self.chars[token.span.start..token.span.end])
    }

    /// Whether a time only says that a year is meant, not which: 全年, 年内.
    pub fn is_year_word(&self, span: Span) -> bool {
        let own = &self.chars[span.start..span.end];
        ["全年", "年内", "当年"]
            .iter()
            .any(|word| word.chars().eq(own.iter().copied()))
    }

    /// Whether a token says that something has happened: 已, 完成, 实际, 目前.
    pub fn says_done(&self, token: &Token) -> bool {
        let now = matches!(token.kind, token::Kind::Time(i) if self.times[i].role == crate::find::time::Role::Stock);
        now || self.completes(token)
            || self.is_word(token, &["已", "已有", "已达", "实际", "累计已", "累计", "现已", "已经"])
    }

    /// 完成, 分别完成.
    pub fn completes(&self, token: &Token) -> bool {
        token.is(Classes::DONE) || self.is_word(token, &["分别完成"])
    }

    /// The amount of a token.
    pub fn amount(&self, token: &Token) -> Option<&Amount> {
        match token.kind {
            token::Kind::Amount(i) => Some(&self.amounts[i]),
            _ => None,
        }
    }

    /// Whether a token is a number of things: 15个, but not 3亿元.
    pub fn counts(&self, token: &Token) -> bool {
        self.amount(token).is_some_and(|a| is_counted(a.unit))
    }
}

/// A sentence: a range of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, without the mark that ends it.
    pub range: Range<usize>,
    /// Whether it opens a paragraph.
    pub opens: bool,
    /// Whether it is a paragraph by itself without an end mark: a heading.
    pub heading: bool,
    /// The marks between its clauses.
    marks: Vec<usize>,
}

/// Tokens after which a sentence ends at its next comma, and after which it ends anyhow. None is that long; what has no full stops (a table,
/// a hostile text) is still read in linear time.
const LONG: [usize; 2] = [400, 800];

/// The sentences of a text, parted by 。！？ and line ends.
pub fn sentences(tokens: &[Token]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let (mut start, mut opens) = (0, true);
    let mut marks = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let mark = match token.kind {
            token::Kind::Mark(mark) => Some(mark),
            _ => None,
        };
        if matches!(mark, Some('，' | '；' | '：' | ',' | ';' | ':' | '—')) {
            marks.push(i);
        }
        let broken = i - start >= LONG[1];
        let long = i - start >= LONG[0] && matches!(mark, Some('，' | '；'));
        if matches!(mark, Some('。' | '！' | '？' | '\n')) || long || broken {
            let line_end = mark == Some('\n');
            if i > start {
                found.push(Sentence {
                    range: start..i,
                    opens,
                    heading: opens && line_end,
                    marks: std::mem::take(&mut marks),
                });
                opens = false;
            }
            opens |= line_end;
            start = i + usize::from(mark.is_some());
        }
    }
    if start < tokens.len() {
        found.push(Sentence {
            range: start..tokens.len(),
            opens,
            heading: false,
            marks,
        });
    }
    found
}

/// A figure in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its token.
    pub at: usize,
    /// Its amount.
    pub amount: usize,
    /// Kind of statement.
    pub kind: Kind,
    /// Direction.
    pub sign: Option<Sign>,
    /// A unit other than the amount's: 提升23位 moves in `rank`.
    pub unit: Option<&'static str>,
    /// Base or whole.
    pub basis: Option<String>,
    /// Whether it has happened.
    pub status: Status,
    /// Index of the token behind the last one left of the amount that may name its indicator.
    pub noun_end: usize,
    /// The tokens that name its indicator; empty where it is taken over.
    pub noun: Range<usize>,
    /// What is measured.
    pub indicator: Slot<String>,
    /// Whom it is about.
    pub subject: Slot<String>,
    /// When.
    pub period: Slot<Period>,
    /// The start of a move (从 … 到 …): its time is not the sentence's.
    pub origin: bool,
    /// What is measured stands behind the amount.
    pub right: bool,
    /// The named thing that a sum of money is spent on (投资50亿元的…项目).
    pub project: Option<Range<usize>>,
}

impl Draft {
    /// A draft with nothing linked yet.
    pub fn new(at: usize, amount: usize, role: Role) -> Self {
        Self {
            at,
            amount,
            kind: role.kind,
            sign: role.sign,
            unit: role.unit,
            basis: role.basis,
            status: Status::Actual,
            noun_end: role.noun_end,
            noun: at..at,
            indicator: Slot::unknown(),
            subject: Slot::unknown(),
            period: Slot::unknown(),
            origin: role.origin,
            right: role.right,
            project: None,
        }
    }
}

impl Draft {
    /// Whether the amount measures time.
    pub fn is_time(&self, doc: &Doc) -> bool {
        crate::unit::is_time(doc.amounts[self.amount].unit)
    }

    /// Whether the amount is a multiple.
    pub fn is_multiple(&self, doc: &Doc) -> bool {
        doc.amounts[self.amount].unit == "x"
    }
}

/// The start of the clause that holds token `at`: behind the last 、 at `at`'s level is no start, a comma is.
pub fn clause_start(sentence: &Sentence, at: usize) -> usize {
    let before = sentence.marks.partition_point(|mark| *mark < at).checked_sub(1);
    before.map_or(sentence.range.start, |i| sentence.marks[i] + 1)
}

/// The end of the clause that holds token `at`.
pub fn clause_end(sentence: &Sentence, at: usize) -> usize {
    let ahead = sentence.marks.get(sentence.marks.partition_point(|mark| *mark < at));
    ahead.map_or(sentence.range.end, |mark| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn lengths(text: &str) -> Vec<usize> {
        let chars: Vec<char> = text.chars().collect();
        sentences(&tokens(&chars, &[], &[]))
            .iter()
            .map(|s| s.range.len())
            .collect()
    }

    #[test]
    fn full_stops_and_line_ends_part_sentences() {
        assert_eq!(lengths("税收、产值。\n\n企业！"), [3, 1]);
        assert!(lengths("").is_empty());
    }

    #[test]
    fn endless_sentences_are_cut() {
        assert_eq!(lengths(&"税收，".repeat(500)), [401, 401, 196]);
        assert_eq!(lengths(&"税收占".repeat(500)), [800, 200]);
    }
}
