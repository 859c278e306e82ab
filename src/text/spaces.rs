//! Spaces that only pad are dropped, and numbers that a space broke are closed.
//!
//! `税收 3 亿元` → `税收3亿元`; `占 6 2%` → `占62%`; `增长14. 6个百分点` → `增长14.6个百分点`; `高 新 区` → `高新区`. A space stays between Latin words and between
//! numbers, and between the words of a headline: `实干三年 新区启程`. A tab inside a line parts cells and stays, one of them.

use super::line::{any, is_blank, is_han};
use super::{Ch, Cut};
use crate::prefix::is_one;

/// Drops padding.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    if !any(kept, is_blank) {
        return;
    }
    let torn = is_torn(kept);
    let mut write = 0;
    let mut read = 0;
    while read < kept.len() {
        let end = kept[read..]
            .iter()
            .position(|ch| ch.c == '\n')
            .map_or(kept.len(), |n| read + n);
        if kept[read..end].iter().any(|ch| is_blank(ch.c)) {
            write = line(kept, read..end, write, torn);
        } else {
            kept.copy_within(read..end, write);
            write += end - read;
        }
        if end < kept.len() {
            kept[write] = kept[end];
            write += 1;
        }
        read = end + 1;
    }
    kept.truncate(write);
}

/// Whether spaces break numbers all over a text, at their points too: `612. 4 亿元`, `高3 .6 个百分点`.
fn is_torn(text: &[Ch]) -> bool {
    const FEWEST: usize = 3;
    let digit = |ch: &Ch| ch.c.is_ascii_digit();
    let torn = |four: &&[Ch]| match four {
        [a, dot, gap, b] if dot.c == '.' => digit(a) && is_blank(gap.c) && digit(b),
        [a, gap, dot, b] if dot.c == '.' => digit(a) && is_blank(gap.c) && digit(b),
        _ => false,
    };
    text.windows(4).filter(torn).take(FEWEST).count() == FEWEST
}

/// Writes a line without its padding, from `write` on; says where it ends. In a `torn` text no line is set in words.
fn line(kept: &mut [Ch], line: std::ops::Range<usize>, mut write: usize, torn: bool) -> usize {
    let start = write;
    let setting = match setting(&kept[line.clone()]) {
        Setting::Words | Setting::Prose if torn => Setting::Torn,
        setting => setting,
    };
    let mut read = line.start;
    while read < line.end {
        let blanks = kept[read..line.end].iter().take_while(|ch| is_blank(ch.c)).count();
        if blanks > 0 {
            let mut gap = kept[read];
            if kept[read..read + blanks].iter().any(|ch| ch.c == '\t') {
                gap.c = '\t';
            }
            let edge = write == start || read + blanks == line.end;
            if !edge && stays(&kept[start..write], gap.c, &kept[read + blanks..line.end], setting) {
                kept[write] = gap;
                write += 1;
            }
            read += blanks;
            continue;
        }
        kept[write] = kept[read];
        write += 1;
        read += 1;
    }
    write
}

/// How a line uses spaces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// Sentences, in which a space says nothing.
    Prose,
    /// Sentences whose numbers are broken everywhere.
    Torn,
    /// Characters set wide, one by one.
    Wide,
    /// Words apart: headlines, cells, names.
    Words,
}

/// How a line uses spaces.
fn setting(line: &[Ch]) -> Setting {
    let commas = line.iter().filter(|ch| ch.c == '，').count();
    if commas > 1 || line.iter().any(|ch| matches!(ch.c, '。' | '；')) {
        return Setting::Prose;
    }
    let words = || line.split(|ch| is_blank(ch.c)).filter(|word| !word.is_empty());
    let single = words().filter(|word| word.len() == 1 && is_han(word[0].c)).count();
    if single >= 4 && single * 5 >= words().count() * 3 {
        Setting::Wide
    } else {
        Setting::Words
    }
}

/// Whether a space says something between these.
fn stays(before: &[Ch], gap: char, after: &[Ch], setting: Setting) -> bool {
    let (Some(left), Some(right)) = (before.last().map(|ch| ch.c), after.first().map(|ch| ch.c)) else {
        return false;
    };
    if gap == '\t' && setting == Setting::Words {
        return true;
    }
    if is_han(left) && is_han(right) {
        return setting == Setting::Words;
    }
    let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '\'' | '%' | '$');
    latin(left)
        && latin(right)
        && !(matches!(setting, Setting::Prose | Setting::Torn) && is_broken(before, after, setting == Setting::Torn)
            || is_grouped(before, after))
        && right != '%'
}

/// Whether the space between these groups the digits of a number: `新增:3 215 户`.
fn is_grouped(before: &[Ch], after: &[Ch]) -> bool {
    let digits = |text: &[Ch]| text.iter().take_while(|ch| ch.c.is_ascii_digit()).count();
    let lead = before.iter().rev().take_while(|ch| ch.c.is_ascii_digit()).count();
    let opens = before[..before.len() - lead]
        .last()
        .is_some_and(|ch| matches!(ch.c, '：' | ':'));
    let unit = after.iter().skip(3).find(|ch| !is_blank(ch.c)).map_or('\n', |ch| ch.c);
    opens && (1..=3).contains(&lead) && digits(after) == 3 && is_han(unit) && !is_one(unit, "年月日时至")
}

/// Whether the space between these broke a number: a few digits after a Chinese character, and digits that a unit follows. In a `torn` text a line may
/// begin with them, and more spaces may stand between.
fn is_broken(before: &[Ch], after: &[Ch], torn: bool) -> bool {
    let digits = |text: &[Ch]| text.iter().take_while(|ch| ch.c.is_ascii_digit()).count();
    let dotted = before.last().is_some_and(|ch| ch.c == '.');
    let head = &before[..before.len() - usize::from(dotted)];
    let lead = head.iter().rev().take_while(|ch| ch.c.is_ascii_digit()).count();
    let named = head[..head.len() - lead].last().map_or(torn, |ch| {
        is_han(ch.c) && !is_one(ch.c, if torn { "图表" } else { "第图表" })
    });
    let point = usize::from(!dotted && after[0].c == '.');
    let tail = point + digits(&after[point..]);
    let short = (1..=3).contains(&lead) || torn && dotted;
    if !named || !short || tail == point {
        return false;
    }
    let rest = &after[tail..];
    if torn && rest.len() > 1 && is_blank(rest[0].c) && (rest[1].c.is_ascii_digit() || rest[1].c == '.') {
        return true;
    }
    // 1 486. 7 亿元: what is left to join comes later.
    let pad = |text: &[Ch]| usize::from(torn && text.first().is_some_and(|ch| is_blank(ch.c)));
    let fraction = if rest.first().is_some_and(|ch| ch.c == '.') {
        let gap = 1 + pad(&rest[1..]);
        gap + digits(&rest[gap..])
    } else {
        0
    };
    let unit = rest[fraction..]
        .iter()
        .find(|ch| !is_blank(ch.c))
        .map_or('\n', |ch| ch.c);
    (unit == '%' || is_han(unit) || torn && unit == '\n') && !is_one(unit, "年月日时至")
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn padding_goes_and_words_stay_apart() {
        for (raw, clean) in [
            ("税收 3 亿元", "税收3亿元"),
            ("税收 3 亿元 ， 增长 5 %", "税收3亿元，增长5%"),
            ("引进 eVTOL 项目 AK 1", "引进eVTOL项目AK 1"),
            ("  实干三年   新区启程 ", "实干三年 新区启程"),
            ("税收增长 很快。 投资 增长也快。", "税收增长很快。投资增长也快。"),
            ("高 新 区 三 年 答卷", "高新区三年答卷"),
            ("made in China", "made in China"),
            ("税收\t3\t5%", "税收\t3\t5%"),
            ("税收 \t 3 \t\n甲", "税收\t3\n甲"),
            ("2022 2023 885", "2022 2023 885"),
        ] {
            check(super::pass, raw, clean);
        }
    }

    #[test]
    fn numbers_of_a_torn_text_are_closed_in_every_line() {
        let raw = "总值\n612. 4 亿\n元,增长 3 .6 个百\n总产值 1 486. 7 亿元\n在 2021 年 1 12 个 2023 2024";
        check(
            super::pass,
            raw,
            "总值\n612.4亿\n元,增长3.6个百\n总产值1486.7亿元\n在2021年112个2023 2024",
        );
    }

    #[test]
    fn broken_numbers_are_closed() {
        for (raw, clean) in [
            ("占比达6 2%。", "占比达62%。"),
            ("投资1 498亿元。", "投资1498亿元。"),
            ("增长14. 6个百分点。", "增长14.6个百分点。"),
            ("增长14 .6个百分点。", "增长14.6个百分点。"),
            ("产值达到1 2.5亿元。", "产值达到12.5亿元。"),
            ("计划12 2023年完成。", "计划12 2023年完成。"),
            ("完成表1 25家。", "完成表1 25家。"),
            ("增长2020 15家。", "增长2020 15家。"),
            ("工业 12 35%", "工业12 35%"),
            ("。1. 25家。", "。1. 25家。"),
        ] {
            check(super::pass, raw, clean);
        }
    }
}
