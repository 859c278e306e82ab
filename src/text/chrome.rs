//! Page furniture is cut, line by line: trails (`首页 > 要闻 > 正文`), share bars, counters, editors' and source lines, disclaimers, hotlines,
//! imprints, and the captions of pictures.
//!
//! What is furniture by its words stands in `data/lexicon/chrome.toml`, with examples; what is furniture by its form, in `chrome/form.rs`. Two
//! rules look at neighbours: a bare number beside furniture is a counter, and once furniture begins behind the last sentence, the short
//! lines that follow belong to it. A headline, a line with a figure, and a sentence stay.

use super::line::{Line, any, cut, is_blank, is_stop, lines};
use super::{Ch, Cut, CutReason};
use crate::order::sort_by_key;
use crate::prefix::is_one;
use std::sync::{LazyLock, OnceLock};

mod form;

/// A kind of line, told by its words.
struct Rule {
    place: Place,
    /// The longest line that it cuts, in characters.
    most: u16,
    needs: Needs,
    why: CutReason,
}

/// Where in the line a word must stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The line begins with it.
    Start,
    /// The line begins with it, and a mark or nothing follows: `编辑：`, `编辑|`.
    Label,
    /// The line ends with it.
    End,
    /// Anywhere.
    Inside,
}

/// What a line must be like, beside holding the word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// No sentence: no `。` in it.
    Fragment,
    /// Anything.
    Prose,
    /// No clause: none of `，。；！？` before its end.
    Phrase,
    /// A fragment with a telephone number, a mail address or a web address.
    Contact,
    /// No figure.
    Figureless,
}

// `static RULES: &[Rule]`; `static WORDS: &str`, a line for each rule, its words parted by `+`; and for the tests
// `static EXAMPLES: &[(&str, &[&str], &[&str])]`, a rule's name, what it cuts and what stays; written by `data/build.rs` from `data/lexicon/chrome.toml`.
include!(concat!(env!("OUT_DIR"), "/chrome.rs"));

/// The first character of each word, its rest and its rule, sorted by the first character.
static CUES: LazyLock<Vec<(char, &str, u8)>> = LazyLock::new(|| {
    let words = (0..).zip(WORDS.lines()).flat_map(|(rule, words)| {
        words.split('+').map(move |word| {
            let mut rest = word.chars();
            (rest.next().unwrap_or_default(), rest.as_str(), rule)
        })
    });
    let mut cues = words.collect::<Vec<_>>();
    sort_by_key(&mut cues, |cue| cue.0);
    cues
});

/// Cuts furniture.
pub fn pass(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>) {
    let lines = lines(kept);
    let mut verdicts: Vec<Option<CutReason>> = lines.iter().map(|line| verdict(&kept[line.at.clone()])).collect();
    form::menus(kept, &lines, &mut verdicts);
    counters(kept, &lines, &mut verdicts);
    tail(kept, &lines, &mut verdicts);
    let doomed = lines.iter().zip(&verdicts);
    let spans: Vec<_> = doomed
        .filter_map(|(line, why)| why.map(|why| (line.at.clone(), why)))
        .collect();
    cut(kept, cuts, &spans);
}

/// Why a line is to be cut, judged by itself.
fn verdict(line: &[Ch]) -> Option<CutReason> {
    const LONGEST: usize = 320;
    if line.len() > LONGEST {
        return None;
    }
    by_words(line).or_else(|| form::is_furniture(line).then_some(CutReason::Chrome))
}

/// Why a line is to be cut, by the words in it. A picture's credit names a reporter, as a byline does; it is told from that by its own words.
fn by_words(line: &[Ch]) -> Option<CutReason> {
    /// Room for the ornaments before a line's first word.
    const HEAD: usize = 8;
    let index = index();
    let reach = if line.len() > index.longest_inside {
        HEAD
    } else {
        line.len()
    };
    let mut found = None;
    for (at, ch) in line[..reach]
        .iter()
        .enumerate()
        .filter(|(_, ch)| index.begins_cue(ch.c))
    {
        let from = CUES.partition_point(|cue| cue.0 < ch.c);
        for (_, rest, rule) in CUES[from..].iter().take_while(|cue| cue.0 == ch.c) {
            let rule = &RULES[usize::from(*rule)];
            let may = line.len() <= usize::from(rule.most);
            if may && after_word(line, at + 1, rest).is_some_and(|end| applies(rule, line, at, end)) {
                if rule.why == CutReason::Caption {
                    return Some(rule.why);
                }
                found = Some(rule.why);
            }
        }
    }
    found
}

/// What lets most characters be passed over at once.
struct Index {
    /// One bit for each character of the basic plane: whether a word begins with it.
    first: Vec<u64>,
    /// The longest line that is searched beyond its head.
    longest_inside: usize,
}

impl Index {
    fn begins_cue(&self, c: char) -> bool {
        let at = c as usize;
        self.first.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut first = vec![0u64; 0x1_0000 / 64];
        for at in CUES.iter().map(|cue| cue.0 as usize).filter(|at| *at < 0x1_0000) {
            first[at / 64] |= 1 << (at % 64);
        }
        let inside = RULES
            .iter()
            .filter(|rule| matches!(rule.place, Place::Inside | Place::End));
        Index {
            first,
            longest_inside: inside.map(|rule| usize::from(rule.most)).max().unwrap_or_default(),
        }
    })
}

/// Where the rest of a word ends that goes on at `at`, spaces passed over.
fn after_word(line: &[Ch], mut at: usize, rest: &str) -> Option<usize> {
    for c in rest.chars() {
        while line.get(at).is_some_and(|ch| is_blank(ch.c)) {
            at += 1;
        }
        if line.get(at)?.c != c {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Whether a rule cuts a line, which is no longer than the rule allows, that holds its word from `start` to `end`.
fn applies(rule: &Rule, line: &[Ch], start: usize, end: usize) -> bool {
    let rest = &line[end..];
    let placed = match rule.place {
        Place::Start => is_head(&line[..start]),
        Place::Label => is_head(&line[..start]) && is_label_end(rest),
        Place::End => rest.iter().all(|ch| is_blank(ch.c) || is_one(ch.c, "。！”")),
        Place::Inside => true,
    };
    placed && meets(rule.needs, line)
}

/// Whether nothing but an ornament stands before a line's first word.
fn is_head(before: &[Ch]) -> bool {
    before
        .iter()
        .all(|ch| is_blank(ch.c) || is_one(ch.c, "■□◆◇●○▲△▼▽★☆※【[（|丨·>"))
}

/// Whether a label ends where `rest` begins.
fn is_label_end(rest: &[Ch]) -> bool {
    let mark = rest.iter().find(|ch| !is_blank(ch.c));
    mark.is_none_or(|mark| is_one(mark.c, "：|丨｜/︱】]"))
}

/// Whether a line is as the rule wants it.
fn meets(needs: Needs, line: &[Ch]) -> bool {
    let inner = &line[..line.len().saturating_sub(1)];
    let fragment = || !any(line, |c| c == '。');
    match needs {
        Needs::Prose => true,
        Needs::Fragment => fragment(),
        Needs::Phrase => !any(inner, is_stop),
        Needs::Contact => fragment() && form::has_contact(line),
        Needs::Figureless => !any(line, |c| c.is_ascii_digit()),
    }
}

/// A line of nothing but a number right beside furniture counts readers or comments.
fn counters(kept: &[Ch], lines: &[Line], verdicts: &mut [Option<CutReason>]) {
    for at in 0..lines.len() {
        let bare = kept[lines[at].at.clone()].iter().all(|ch| ch.c.is_ascii_digit());
        let beside = at > 0 && verdicts[at - 1].is_some() || verdicts.get(at + 1).is_some_and(Option::is_some);
        if bare && beside && verdicts[at].is_none() {
            verdicts[at] = Some(CutReason::Chrome);
        }
    }
}

/// The lines behind the last sentence, from the first furniture on.
fn tail(kept: &[Ch], lines: &[Line], verdicts: &mut [Option<CutReason>]) {
    let says = |at: usize| verdicts[at].is_none() && is_content(&kept[lines[at].at.clone()]);
    let Some(last) = (0..lines.len()).rev().find(|at| says(*at)) else {
        return;
    };
    let Some(first) = (last + 1..lines.len()).find(|at| verdicts[*at] == Some(CutReason::Chrome)) else {
        return;
    };
    for verdict in &mut verdicts[first..] {
        verdict.get_or_insert(CutReason::Chrome);
    }
}

/// Whether a line says something: a sentence, a clause or a figure.
fn is_content(line: &[Ch]) -> bool {
    line.len() > 40 || any(line, |c| is_stop(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests;
