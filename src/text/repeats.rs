//! A passage that stands in the text already is cut; its first printing stays.
//!
//! Pages print a body twice, or set the headline between all paragraphs. Three things count as repeated: a line of twenty characters or
//! more; a shorter line without figure or mark that stands there at least three times; and sentences of forty characters or more in a row.
//! Punctuation and spaces do not count, nor how the text is broken into lines.

use super::line::{any, cut, is_han, is_stop, lines};
use super::{Ch, Cut, CutReason};
use std::collections::HashMap;
use std::ops::Range;

/// How long a line must be to count as repeated when it comes a second time.
const LONG_LINE: usize = 20;
/// How long sentences in a row must be.
const LONG_PASSAGE: usize = 40;
/// How long a sentence must be to be remembered at all.
const SENTENCE: usize = 12;

/// Cuts repeats.
pub fn pass(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>) {
    let lines = lines(kept);
    let marks: Vec<Mark> = lines.iter().map(|line| mark(&kept[line.at.clone()])).collect();
    let mut times = Times::default();
    for mark in &marks {
        times.add(mark.hash);
    }
    let mut seen = Seen::default();
    let mut spans = Vec::new();
    for (line, mark) in lines.iter().zip(&marks) {
        let times = times.of(mark.hash);
        let counts = mark.len >= LONG_LINE || (mark.len >= 4 && times > 2 && is_headline(&kept[line.at.clone()]));
        if seen.lines.add(mark.hash) && counts {
            spans.push(line.at.clone());
        } else {
            spans.extend(seen.passages(kept, line.at.clone()));
        }
    }
    let spans: Vec<_> = spans.into_iter().map(|at| (at, CutReason::Repeat)).collect();
    cut(kept, cuts, &spans);
}

/// What stood in the text so far.
#[derive(Default)]
struct Seen {
    lines: Times,
    sentences: Times,
}

impl Seen {
    /// The passages of a line that stood there before, and remembers its sentences.
    fn passages(&mut self, kept: &[Ch], line: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        // The run of repeated sentences that is under way, and how many letters it has.
        let mut run: Option<(Range<usize>, usize)> = None;
        let mut fresh = Vec::new();
        let mut finish = |run: &mut Option<(Range<usize>, usize)>| {
            found.extend(run.take().filter(|(_, len)| *len >= LONG_PASSAGE).map(|(at, _)| at));
        };
        for at in sentences(kept, line) {
            let mark = mark(&kept[at.clone()]);
            if mark.len >= SENTENCE && self.sentences.of(mark.hash) > 0 {
                let (span, len) = run.get_or_insert((at.clone(), 0));
                span.end = at.end;
                *len += mark.len;
            } else {
                finish(&mut run);
                fresh.push(mark.hash);
            }
        }
        finish(&mut run);
        for hash in fresh {
            self.sentences.add(hash);
        }
        found
    }
}

/// How often passages of each hash stood there.
#[derive(Default)]
struct Times(HashMap<u64, usize>);

impl Times {
    fn of(&self, hash: u64) -> usize {
        self.0.get(&hash).copied().unwrap_or_default()
    }

    /// Counts one more; whether there was one before.
    fn add(&mut self, hash: u64) -> bool {
        let times = self.0.entry(hash).or_default();
        *times += 1;
        *times > 1
    }
}

/// The sentences of a line, each with its closing marks.
fn sentences(kept: &[Ch], line: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = line.start;
    std::iter::from_fn(move || {
        let text = &kept[start..line.end];
        let stop = text.iter().position(|ch| matches!(ch.c, '。' | '！' | '？'))?;
        let closing = text[stop + 1..]
            .iter()
            .take_while(|ch| matches!(ch.c, '”' | '’' | '）' | ' '))
            .count();
        let end = start + stop + 1 + closing;
        let sentence = start..end;
        start = end;
        Some(sentence)
    })
}

/// What tells one passage from another.
struct Mark {
    /// Over its letters and digits alone.
    hash: u64,
    /// How many of them.
    len: usize,
}

/// The mark of a passage.
fn mark(text: &[Ch]) -> Mark {
    let mut mark = Mark {
        hash: 0xcbf2_9ce4_8422_2325,
        len: 0,
    };
    for ch in text
        .iter()
        .filter(|ch| is_han(ch.c) || ch.c.is_ascii_alphanumeric() || ch.c == '.')
    {
        let mixed = (mark.hash ^ u64::from(ch.c as u32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mark.hash = mixed ^ (mixed >> 29);
        mark.len += 1;
    }
    mark
}

/// Whether a line may be a headline that is set again and again: no figure, no sentence.
fn is_headline(line: &[Ch]) -> bool {
    !any(line, |c| is_stop(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;

    const BODY: &str = "新区上半年完成规上工业增加值十二点六亿元，同比增长百分之八。\n全区在建项目四十二个，总投资一百二十亿元，进度快于去年。";

    fn check(raw: &str, expect: &[&str]) {
        assert_eq!(run(super::pass, raw).1, expect, "from {raw}");
    }

    #[test]
    fn a_second_printing_goes() {
        let (first, second) = BODY.split_once('\n').expect("two lines");
        check(&format!("{BODY}\n编辑\n{BODY}"), &[first, second]);
        let spaced = first.replace('，', " , ");
        check(&format!("{first}\n{spaced}"), &[&spaced]);
        check(BODY, &[]);
    }

    #[test]
    fn a_headline_between_paragraphs_goes() {
        check(
            "新区三年\n甲。\n新区三年\n乙。\n新区三年\n丙。",
            &["新区三年", "新区三年"],
        );
        check("新区三年\n甲。\n新区三年\n乙。", &[]);
        check("增长5%\n甲\n增长5%\n乙\n增长5%", &[]);
    }

    #[test]
    fn sentences_go_however_the_lines_are_broken() {
        let joined = BODY.replace('\n', "");
        check(&format!("{BODY}\n{joined}"), &[&joined]);
        let short = "园区一季度用电量一亿度。";
        check(&format!("甲。{short}\n乙。{short}"), &[]);
    }
}
