//! A passage that stands in the text already is cut; its first printing stays.
//!
//! Pages print a body twice, or set the headline between all paragraphs. Three things count as repeated: a line of twenty characters or
//! more; a shorter line without figure or mark that stands there at least three times; and sentences of forty characters or more in a row.
//! Punctuation and spaces do not count, nor how the text is broken into lines.

use super::line::{any, cut, is_han, is_stop, lines};
use super::{Ch, Cut, CutReason};
use crate::order::distinct;
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
    let mut sentences = Vec::new();
    let passages: Vec<Passage> = lines
        .iter()
        .map(|line| passage(kept, line.at.clone(), &mut sentences))
        .collect();
    let mut times = Times::new(passages.iter().map(|line| line.mark.hash));
    for line in &passages {
        times.add(line.mark.hash);
    }
    let mut seen = Seen {
        lines: Times::new(passages.iter().map(|line| line.mark.hash)),
        sentences: Times::new(sentences.iter().map(|(_, mark)| mark.hash)),
    };
    let mut spans = Vec::new();
    for (line, Passage { mark, sentences: own }) in lines.iter().zip(passages) {
        let times = times.of(mark.hash);
        let counts = mark.len >= LONG_LINE || (mark.len >= 4 && times > 2 && is_headline(&kept[line.at.clone()]));
        if seen.lines.add(mark.hash) && counts {
            spans.push(line.at.clone());
        } else {
            seen.repeated(&sentences[own], &mut spans);
        }
    }
    let spans: Vec<_> = spans.into_iter().map(|at| (at, CutReason::Repeat)).collect();
    cut(kept, cuts, &spans);
}

/// What stood in the text so far.
struct Seen {
    lines: Times,
    sentences: Times,
}

impl Seen {
    /// The sentences in a row, among those of a line, that stood there before; remembers them all.
    fn repeated(&mut self, line: &[(Range<usize>, Mark)], found: &mut Vec<Range<usize>>) {
        // The run of repeated sentences that is under way, and how many letters it has.
        let mut run: Option<(Range<usize>, usize)> = None;
        let mut finish = |run: &mut Option<(Range<usize>, usize)>| {
            found.extend(run.take().filter(|(_, len)| *len >= LONG_PASSAGE).map(|(at, _)| at));
        };
        let before = |mark: &Mark| mark.len >= SENTENCE && self.sentences.of(mark.hash) > 0;
        for (at, mark) in line {
            if before(mark) {
                let (span, len) = run.get_or_insert((at.clone(), 0));
                span.end = at.end;
                *len += mark.len;
            } else {
                finish(&mut run);
            }
        }
        finish(&mut run);
        for (_, mark) in line {
            self.sentences.add(mark.hash);
        }
    }
}

/// How often passages of each hash stood there.
struct Times {
    hashes: Vec<u64>,
    times: Vec<usize>,
}

impl Times {
    /// Of passages that have one of these hashes; none has stood there yet.
    fn new(hashes: impl Iterator<Item = u64>) -> Self {
        let mut hashes: Vec<u64> = hashes.collect();
        distinct(&mut hashes);
        let times = vec![0; hashes.len()];
        Self { hashes, times }
    }

    fn of(&self, hash: u64) -> usize {
        let at = self.hashes.binary_search(&hash);
        at.map_or(0, |at| self.times[at])
    }

    /// Counts one more; whether there was one before.
    fn add(&mut self, hash: u64) -> bool {
        let Ok(at) = self.hashes.binary_search(&hash) else {
            return false;
        };
        self.times[at] += 1;
        self.times[at] > 1
    }
}

/// What tells one passage from another.
#[derive(Clone, Copy)]
struct Mark {
    /// Over its letters and digits alone.
    hash: u64,
    /// How many of them.
    len: usize,
}

impl Mark {
    /// Of a passage that holds nothing yet.
    const NEW: Self = Self {
        hash: 0xcbf2_9ce4_8422_2325,
        len: 0,
    };

    fn add(&mut self, letter: char) {
        let mixed = (self.hash ^ u64::from(letter as u32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.hash = mixed ^ (mixed >> 29);
        self.len += 1;
    }
}

/// A line.
struct Passage {
    mark: Mark,
    /// Which of all sentences are its.
    sentences: Range<usize>,
}

/// Looks through a line; its sentences, each with its closing marks, go to the others.
fn passage(kept: &[Ch], line: Range<usize>, sentences: &mut Vec<(Range<usize>, Mark)>) -> Passage {
    let first = sentences.len();
    let (mut whole, mut own) = (Mark::NEW, Mark::NEW);
    let (mut start, mut at) = (line.start, line.start);
    while at < line.end {
        let c = kept[at].c;
        at += 1;
        if is_han(c) || c.is_ascii_alphanumeric() || c == '.' {
            whole.add(c);
            own.add(c);
        } else if matches!(c, '。' | '！' | '？') {
            let closing = kept[at..line.end].iter();
            at += closing.take_while(|ch| matches!(ch.c, '”' | '’' | '）' | ' ')).count();
            sentences.push((start..at, std::mem::replace(&mut own, Mark::NEW)));
            start = at;
        }
    }
    Passage {
        mark: whole,
        sentences: first..sentences.len(),
    }
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
