//! One form for every mark of punctuation, and numbers without the marks that only group their digits.
//!
//! `增长5%,其中:出口` → `增长5%，其中：出口`, `(GDP)` → `（GDP）`, `1,498家` → `1498家` (but `3,5,7` is a list: `3，5，7`), `增长－2%` → `增长-2%`,
//! `1—9月` → `1-9月` (but the dash of prose stays: `——`), `"一区"` → `“一区”`, `16:30` and `http://` keep their colon.

use super::line::is_han;
use super::{Ch, Cut};
use crate::prefix::is_one;

/// Folds punctuation.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let mut write = 0;
    let mut before = '\n';
    let mut quotes = Quotes::default();
    // Where the number that was last looked at ends, and whether its commas group digits.
    let mut number = (0, false);
    for read in 0..kept.len() {
        let mut ch = kept[read];
        let c = ch.c;
        // Most characters are Chinese and stay.
        if matches!(c, '\u{4e00}'..='\u{9fff}') {
            before = c;
            if write < read {
                kept[write] = ch;
            }
            write += 1;
            continue;
        }
        let ahead = |n: usize| kept.get(read + n).map_or('\n', |ch| ch.c);
        if c.is_ascii_digit() && read >= number.0 && !before.is_ascii_digit() && before != '.' {
            number = grouped(&kept[read..], &kept[..write]);
            number.0 += read;
        }
        let between = |test: fn(&char) -> bool| test(&before) && test(&ahead(1));
        let folded = match c {
            '0'..='9' => c,
            ',' | '，' if read < number.0 && number.1 => {
                before = c;
                continue;
            }
            ',' => '，',
            ':' | '：' if between(char::is_ascii_digit) || (c == ':' && ahead(1) == '/' && ahead(2) == '/') => ':',
            ':' => '：',
            ';' | '!' | '?' if between(char::is_ascii_alphanumeric) => c,
            ';' => '；',
            '!' => '！',
            '?' => '？',
            '(' => '（',
            ')' => '）',
            '.' if ends_sentence(before, ahead(1)) => '。',
            '。' if before.is_ascii_digit() && is_fraction(&kept[read + 1..]) => '.',
            '-' if before == '-' || ahead(1) == '-' => '—',
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' if !is_dash(before) && ahead(1).is_ascii_digit() => {
                '-'
            }
            '"' => quotes.next(&kept[read..]),
            '\n' => {
                quotes = Quotes::default();
                c
            }
            _ => c,
        };
        before = c;
        ch.c = folded;
        kept[write] = ch;
        write += 1;
    }
    kept.truncate(write);
}

/// The straight quotes of a line, which open and close by turns.
#[derive(Default)]
struct Quotes {
    /// How many of the line are still to come, once counted.
    left: Option<usize>,
    open: bool,
}

impl Quotes {
    /// The form of the quote at the head of `rest`. One without a partner stays as it is.
    fn next(&mut self, rest: &[Ch]) -> char {
        let left = *self.left.get_or_insert_with(|| {
            let line = rest.iter().take_while(|ch| ch.c != '\n');
            line.filter(|ch| ch.c == '"').count()
        });
        self.left = Some(left.saturating_sub(1));
        if left == 1 && !self.open {
            return '"';
        }
        self.open = !self.open;
        if self.open { '“' } else { '”' }
    }
}

/// Looks at the number at the head of a text: how far its digits and commas reach, and whether the commas part groups of three. Where the
/// sentence gives a list, as what stands `before` may say, or in full-width commas, three leading digits are read as a member of it.
fn grouped(text: &[Ch], before: &[Ch]) -> (usize, bool) {
    let digits = |from: usize| text[from..].iter().take_while(|ch| ch.c.is_ascii_digit()).count();
    let lead = digits(0);
    let mut at = lead;
    let mut groups = 0;
    let mut threes = true;
    let mut wide = false;
    while let Some(comma) = text.get(at).filter(|ch| matches!(ch.c, ',' | '，')) {
        let len = digits(at + 1);
        if len == 0 {
            break;
        }
        wide |= comma.c == '，';
        threes &= len == 3;
        groups += 1;
        at += 1 + len;
    }
    let lead_fits = || match lead {
        1 | 2 => !wide || !sentence_lists(before),
        3 => !wide && groups == 1 && !sentence_lists(before),
        _ => false,
    };
    (at, groups > 0 && threes && text[0].c != '0' && lead_fits())
}

/// Whether the sentence so far says that a list of numbers follows.
fn sentence_lists(text: &[Ch]) -> bool {
    const REACH: usize = 24;
    let tail = &text[text.len().saturating_sub(REACH)..];
    let start = tail
        .iter()
        .rposition(|ch| matches!(ch.c, '。' | '；' | '\n'))
        .map_or(0, |n| n + 1);
    tail[start..]
        .windows(2)
        .any(|pair| matches!((pair[0].c, pair[1].c), ('分', '别' | '別') | ('依', '次')))
}

/// Whether a full stop of ASCII between these ends a Chinese sentence. After a numeral it marks an item: `一.`.
fn ends_sentence(before: char, after: char) -> bool {
    let closes = (is_han(before) && !is_one(before, "一二三四五六七八九十")) || is_one(before, "%）)”");
    closes && (is_han(after) || matches!(after, '\n' | ' ' | '“' | '0'..='9'))
}

/// 57。6亿元: whether the digits behind a full stop are the rest of a number, since a scale stands right behind them.
fn is_fraction(rest: &[Ch]) -> bool {
    let digits = rest.iter().take(4).take_while(|ch| ch.c.is_ascii_digit()).count();
    (1..4).contains(&digits) && rest.get(digits).is_some_and(|ch| is_one(ch.c, "万亿萬億%％"))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn marks_take_one_form() {
        for (raw, clean) in [
            (
                "产值增长5%,其中:出口(不含转口)3亿元;",
                "产值增长5%，其中：出口（不含转口）3亿元；",
            ),
            ("真快!为什么?", "真快！为什么？"),
            ("8:30开工，比例为3：7", "8:30开工，比例为3:7"),
            ("见http://a.cn/x?id=3", "见http://a.cn/x?id=3"),
            ("1—9月下降－2%", "1-9月下降－2%"),
            ("增长—2%", "增长-2%"),
            ("高新区——2020年纪实--回望", "高新区——2020年纪实——回望"),
            ("称\"一区\"与\"两园\"", "称“一区”与“两园”"),
            ("长5\"的屏", "长5\"的屏"),
            ("增长5%.财政收入", "增长5%。财政收入"),
            ("一.总体\n二.分项", "一.总体\n二.分项"),
            ("增长2.5个点", "增长2.5个点"),
            ("总投资57。6亿元，增长4。145%", "总投资57.6亿元，增长4.145%"),
            ("企业达57。6家在建", "企业达57。6家在建"),
        ] {
            check(super::pass, raw, clean);
        }
    }

    #[test]
    fn commas_group_digits_or_part_a_list() {
        for (raw, clean) in [
            ("企业1,498家", "企业1498家"),
            ("投资12,345,678.5元", "投资12345678.5元"),
            ("营收885,120元", "营收885120元"),
            ("营收1，498亿元", "营收1498亿元"),
            ("第3,5,7号楼", "第3，5，7号楼"),
            ("2019,2020两年", "2019，2020两年"),
            ("分别为120,135亿元", "分别为120，135亿元"),
            ("依次为120,135,141亿元", "依次为120，135，141亿元"),
            ("得分100,200,300", "得分100，200，300"),
            ("达到3.5,120家", "达到3.5，120家"),
            ("1,498,5", "1，498，5"),
            ("0,125", "0，125"),
        ] {
            check(super::pass, raw, clean);
        }
    }
}
