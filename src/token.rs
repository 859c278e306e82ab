//! From clean text and mentions to tokens: the words that the linking rules look at.

use crate::cue::{self, Classes};
use crate::find::amount::Amount;
use crate::find::time::Time;
use crate::lexicon;
use crate::text::Span;

/// A word, a mention or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the clean text. An amount's span takes in its words of bound.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// Kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount, by its index.
    Amount(usize),
    /// A time, by its index.
    Time(usize),
    /// A zone of the lexicon, under its usual name.
    Zone(&'static str),
    /// An indicator of the lexicon; its classes as a cue word where it is one too.
    Noun(Classes),
    /// A word with its classes; without any for an ordinary or unknown word.
    Word(Classes),
    /// A punctuation mark.
    Mark(char),
}

/// Classes of words that nouns are made of.
const NOMINAL: Classes = Classes::HEAD
    .or(Classes::GENERIC)
    .or(Classes::ORG)
    .or(Classes::CONTEST)
    .or(Classes::PLAIN)
    .or(Classes::PLAN);

impl Token {
    /// Whether it is a word, or an indicator, of one of these classes.
    pub fn is(&self, classes: Classes) -> bool {
        matches!(self.kind, Kind::Word(own) | Kind::Noun(own) if own.any(classes))
    }

    /// Whether it can be part of a noun phrase: an indicator, an ordinary word or a counted noun.
    pub fn is_nominal(&self) -> bool {
        match self.kind {
            Kind::Noun(_) => true,
            Kind::Word(own) => own == Classes::NONE || own.any(NOMINAL),
            _ => false,
        }
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.contains(c))
    }
}

/// The tokens of the text, in order and without gaps but for white space.
pub fn tokens(chars: &[char], amounts: &[Amount], times: &[Time]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut amounts = amounts.iter().enumerate().peekable();
    let mut times = times.iter().enumerate().peekable();
    let mut at = 0;
    while at < chars.len() {
        while amounts.next_if(|(_, a)| a.whole.end <= at).is_some() {}
        while times.next_if(|(_, t)| t.span.end <= at).is_some() {}
        if let Some((i, amount)) = amounts.peek().filter(|(_, a)| a.whole.start <= at) {
            found.push(Token {
                span: Span::new(at, amount.whole.end),
                kind: Kind::Amount(*i),
            });
            at = amount.whole.end;
            continue;
        }
        if let Some((i, time)) = times.peek().filter(|(_, t)| t.span.start <= at) {
            found.push(Token {
                span: time.span,
                kind: Kind::Time(*i),
            });
            at = time.span.end;
            continue;
        }
        let limit = amounts.peek().map_or(chars.len(), |(_, a)| a.whole.start);
        let limit = times.peek().map_or(limit, |(_, t)| limit.min(t.span.start));
        let (len, kind) = word(&chars[at..limit]);
        let span = Span::new(at, at + len);
        at += len;
        match kind {
            Kind::Mark(' ') => {}
            // Unknown characters gather to one word.
            Kind::Word(Classes::NONE) if len == 1 => match found.last_mut() {
                Some(last) if last.kind == kind && last.span.end == span.start => last.span.end = span.end,
                _ => found.push(Token { span, kind }),
            },
            _ => found.push(Token { span, kind }),
        }
    }
    found
}

/// The longest known word at the start of `rest`.
fn word(rest: &[char]) -> (usize, Kind) {
    let first = rest[0];
    if first.is_ascii_alphanumeric() {
        let len = rest
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || ".-+&/".contains(**c))
            .count();
        let noun = lexicon::longest_indicator(rest).filter(|(l, _)| *l >= len);
        return noun.map_or((len, Kind::Word(Classes::NONE)), |(l, _)| {
            (l, Kind::Noun(Classes::NONE))
        });
    }
    if !first.is_alphanumeric() && first != '㎡' {
        return (
            1,
            Kind::Mark(if first.is_whitespace() && first != '\n' {
                ' '
            } else {
                first
            }),
        );
    }
    let cue = cue::longest(rest);
    let cue_len = cue.map_or(0, |(len, _)| len);
    if let Some((len, zone)) = lexicon::longest_zone(rest).filter(|(len, _)| *len >= cue_len) {
        return (len, Kind::Zone(&zone.name));
    }
    let noun = lexicon::longest_indicator(rest).filter(|(len, _)| *len >= cue_len);
    // 项目总投资 is a counted noun and what is said of it.
    let parted = |len: usize| cue.is_some_and(|(l, c)| l < len && c.any(Classes::HEAD));
    if let Some((len, _)) = noun.filter(|(len, _)| !parted(*len)) {
        let classes = cue.filter(|(l, _)| *l == len).map_or(Classes::NONE, |(_, c)| c);
        return (len, Kind::Noun(classes));
    }
    cue.map_or((1, Kind::Word(Classes::NONE)), |(len, classes)| {
        (len, Kind::Word(classes))
    })
}
