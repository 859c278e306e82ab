//! Reading aids inside words are cut: pinyin and bopomofo in brackets after a character, and the marks of footnotes.
//!
//! `產(chǎn)業(yè)` → `產業`, `5萬(wàn)億(yì)元` → `5萬億元`, `業(yè)(yè)` → `業`, `經(ㄐㄧㄥ)` → `經`, `企业[3]有12家` → `企业有12家`. Where a text marks tones or is
//! thick with such brackets, pinyin without tones goes too: `業(ye)`. Latin words stay: `（GDP）`, `（LED）`, `（a）`.
//!
//! The bracket counts to the character before it, so that a span ending there shows both; a footnote's mark does not.

use super::line::{is_han, remove};
use super::{Ch, Cut, CutReason, pinyin};
use crate::prefix::is_one;
use std::ops::Range;

/// What stands in a pair of brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aid {
    /// How the character before is spoken.
    Spoken,
    /// Pinyin without tones, which may as well be a Latin word.
    Plain,
    /// The mark of a footnote.
    Note,
}

/// Cuts reading aids.
pub fn pass(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>) {
    let mut aids = find(kept);
    if !is_thick(kept, &aids) {
        aids.retain(|(_, aid)| *aid != Aid::Plain);
    }
    if aids.is_empty() {
        return;
    }
    let mut spans: Vec<Range<usize>> = Vec::with_capacity(aids.len());
    let mut word = 0;
    for (at, aid) in aids {
        cuts.push(Cut {
            raw: kept[at.start].start as usize..kept[at.end - 1].end as usize,
            why: CutReason::Annotation,
        });
        // In `業(yè)(yè)` the second bracket too counts to the character.
        if spans.last().is_none_or(|last| last.end != at.start) {
            word = at.start - 1;
        }
        if aid != Aid::Note {
            kept[word].end = kept[at.end - 1].end;
        }
        let stray = strays(kept, word, at.end);
        spans.push(at.start..at.end + stray);
    }
    remove(kept, spans);
}

/// The brackets that hold an aid, each after some character of its line.
fn find(kept: &[Ch]) -> Vec<(Range<usize>, Aid)> {
    let mut aids: Vec<(Range<usize>, Aid)> = Vec::new();
    let mut at = 0;
    while at < kept.len() {
        let aid = match kept[at].c {
            '（' => spoken(kept, at, aids.last().is_some_and(|(last, _)| last.end == at)).or_else(|| remark(kept, at)),
            '[' => note(kept, at),
            _ => None,
        };
        at = match aid {
            Some((end, aid)) => {
                aids.push((at..end, aid));
                end
            }
            None => at + 1,
        };
    }
    aids
}

/// The aid in the round bracket at `open`, and where it ends. `again`: right after another one.
fn spoken(kept: &[Ch], open: usize, again: bool) -> Option<(usize, Aid)> {
    let before = kept[..open].last().map_or('\n', |ch| ch.c);
    if before == '\n' {
        return None;
    }
    let inside = &kept[open + 1..kept.len().min(open + 2 + pinyin::LONGEST)];
    let inside = &inside[..inside.iter().position(|ch| ch.c == '）')?];
    let end = open + inside.len() + 2;
    if !inside.is_empty() && inside.iter().all(|ch| is_bopomofo(ch.c)) {
        return Some((end, Aid::Spoken));
    }
    let reading = pinyin::reading(inside)?;
    let spelt = kept[..open].iter().rev().take(reading.syllables);
    let characters = spelt.take_while(|ch| is_han(ch.c)).count();
    // A damaged character may stand where the one that is spoken stood.
    if reading.toned && (again || reading.syllables <= characters.max(1)) {
        return Some((end, Aid::Spoken));
    }
    let fits = again || (1..=characters).contains(&reading.syllables);
    (fits && inside.len() > 1).then_some((end, Aid::Plain))
}

/// （以下同）, （下同）: a note in brackets on how words or units are meant, behind any character, and where it ends.
fn remark(kept: &[Ch], open: usize) -> Option<(usize, Aid)> {
    const REMARKS: [&str; 5] = ["（下同）", "（以下同）", "（下同此）", "（以下均同）", "（单位下同）"];
    let fits = |words: &&&str| {
        let mut rest = kept[open..].iter();
        words.chars().all(|c| rest.next().is_some_and(|ch| ch.c == c))
    };
    let words = REMARKS.iter().find(fits).filter(|_| open > 0)?;
    Some((open + words.chars().count(), Aid::Note))
}

/// The footnote mark at `open`, one or two figures in a square bracket after a word, and where it ends.
fn note(kept: &[Ch], open: usize) -> Option<(usize, Aid)> {
    let before = kept[..open].last().map_or('\n', |ch| ch.c);
    let digits = kept[open + 1..]
        .iter()
        .take(3)
        .take_while(|ch| ch.c.is_ascii_digit())
        .count();
    let closed = kept.get(open + 1 + digits).is_some_and(|ch| ch.c == ']');
    let after_word = is_han(before) || before.is_ascii_uppercase() || is_one(before, "，。；：、”》）% ");
    (after_word && closed && (1..=2).contains(&digits)).then_some((open + digits + 2, Aid::Note))
}

/// Whether the text spells out so many characters that brackets without tones must be pinyin too.
fn is_thick(kept: &[Ch], aids: &[(Range<usize>, Aid)]) -> bool {
    let count = |kind: Aid| aids.iter().filter(|(_, aid)| *aid == kind).count();
    let plain = count(Aid::Plain);
    if plain == 0 || count(Aid::Spoken) >= 5 {
        return plain > 0;
    }
    plain >= 8 && plain * 150 >= kept.iter().filter(|ch| is_han(ch.c)).count()
}

/// How many characters after an aid at `end` came with it: a space inside a word, a comma inside a unit (`萬(wàn),元`).
fn strays(kept: &[Ch], word: usize, end: usize) -> usize {
    const UNITS: &str = "百分点 百分點 万亿元 萬億元 万元 萬元 万吨 萬噸 亿吨 億噸 平方米 平方公里 公里 公顷 公頃";
    let (Some(stray), Some(next)) = (kept.get(end), kept.get(end + 1)) else {
        return 0;
    };
    let inside = match stray.c {
        ' ' => is_han(kept[word].c) && is_han(next.c),
        '，' => {
            let mut letters = UNITS.chars().zip(UNITS.chars().skip(1));
            letters.any(|pair| pair == (kept[word].c, next.c))
        }
        _ => false,
    };
    usize::from(inside)
}

const fn is_bopomofo(c: char) -> bool {
    matches!(c, '\u{3105}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}' | 'ˊ' | 'ˇ' | 'ˋ' | '˙' | 'ˉ' | ' ')
}

#[cfg(test)]
mod tests {
    use super::super::testing::{chs, run};

    fn check(raw: &str, expect: &str) {
        let canonical = raw.replace('(', "（").replace(')', "）");
        assert_eq!(run(super::pass, &canonical).0, expect, "from {raw}");
    }

    #[test]
    fn pinyin_goes_and_words_stay() {
        for (raw, clean) in [
            ("產(chǎn)業(yè)園", "產業園"),
            ("收入5萬(wàn)億(yì)元", "收入5萬億元"),
            ("收入5萬(wàn)，元", "收入5萬元"),
            ("企業(yè)，其中", "企業，其中"),
            ("產(chǎn) 業(yè)園", "產業園"),
            ("企業(yè)(yè)家", "企業家"),
            ("經濟(jīng jì)發展", "經濟發展"),
            ("經(ㄐㄧㄥ)濟", "經濟"),
            ("A(chǔ)設施", "A設施"),
            (
                "總值(GDP)與(PPP)、(LED)、(a)、(an)",
                "總值（GDP）與（PPP）、（LED）、（a）、（an）",
            ),
            ("(yè)", "（yè）"),
            ("甲()乙(", "甲（）乙（"),
            ("甲(café)", "甲（café）"),
            ("企业[3]有12家", "企业有12家"),
            ("產值(以下同)9億元、稅收(下同)", "產值9億元、稅收"),
            ("增长5%[12]。", "增长5%。"),
            ("发改[2020]8号，[1]", "发改[2020]8号，"),
            ("[1]来源", "[1]来源"),
        ] {
            check(raw, clean);
        }
    }

    #[test]
    fn toneless_pinyin_goes_where_the_text_is_thick_with_it() {
        check("企業(ye)園區(qu)", "企業（ye）園區（qu）");
        check(
            "企業(ye)園區(qu)經(jing)濟(ji)發(fa)展(zhan)總(zong)值(zhi)(a)",
            "企業園區經濟發展總值（a）",
        );
        check("業(yè)區(qū)經(jīng)濟(jì)發(fā)展(zhan)", "業區經濟發展");
    }

    #[test]
    fn a_bracket_counts_to_its_character_but_a_footnote_does_not() {
        let raw = "五個點（diǎn）（diǎn）（diǎn）多[1]年";
        let mut kept = chs(raw);
        super::pass(&mut kept, &mut Vec::new());
        let words: Vec<&str> = kept.iter().map(|ch| &raw[ch.start as usize..ch.end as usize]).collect();
        assert_eq!(words, ["五", "個", "點（diǎn）（diǎn）（diǎn）", "多", "年"]);
    }
}
