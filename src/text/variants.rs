//! Traditional characters become Simplified ones, one for one, where the text is Traditional: `開發區產值` → `开发区产值`.
//!
//! The pairs stand in `data/t2s.tsv`. Some characters belong to both scripts; they fold only in a Traditional text and not in the words
//! where both scripts write them alike: `著名`, `乾隆`, `瞭望`.

use super::{Ch, Cut};
use crate::prefix::is_one;
use std::sync::OnceLock;

// `static FROM: &[u8]` and `static TO: &[u8]`, the steps from character to character; written and described by the build script.
include!(concat!(env!("OUT_DIR"), "/t2s.rs"));

/// Characters of both scripts, with those that keep them as they are: standing right before, and right after.
const SHARED: &[(char, &str, &str)] = &[
    ('著', "顯显名專专編编卓昭土原譯译論论巨遺遗", "名作稱称者書书述錄录"),
    ('乾', "", "隆坤元縣县安"),
    ('瞭', "", "望"),
    ('藉', "慰蘊蕴狼", ""),
    ('於', "", ""),
    ('徵', "", ""),
    ('麽', "", ""),
    ('夥', "", ""),
];

/// Folds Traditional characters, where the text is Traditional.
#[expect(clippy::ptr_arg, reason = "all passes have one signature")]
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let table = table();
    // A name or a quotation does not make a text Traditional: it has some such characters, and one in fifty of all.
    let known = |c: char| {
        table
            .get((c as u32).wrapping_sub(FIRST) as usize)
            .is_some_and(|simple| *simple != 0)
    };
    let folds = |ch: &&Ch| known(ch.c) && !SHARED.iter().any(|(shared, ..)| *shared == ch.c);
    let traditional = kept.iter().filter(folds).count();
    if traditional < 3 || traditional * 50 < kept.len() {
        if traditional > 0 {
            numerals(kept);
        }
        return;
    }
    let mut before = '\n';
    for at in 0..kept.len() {
        let c = kept[at].c;
        if let Some(simple) = simplified(c, table) {
            let after = kept.get(at + 1).map_or('\n', |ch| ch.c);
            // 計畫, 規畫: what is written 划 today.
            let planned = c == '畫' && is_one(before, "計計规規企");
            if !stays(c, before, after) {
                kept[at].c = if planned { '划' } else { simple };
            }
        }
        before = c;
    }
}

/// Folds what belongs to numerals, beside numerals: a quoted `五億元` is 五亿元 in any text.
fn numerals(kept: &mut [Ch]) {
    const PAIRS: [(char, char); 9] = [
        ('萬', '万'),
        ('億', '亿'),
        ('兩', '两'),
        ('幾', '几'),
        ('個', '个'),
        ('點', '点'),
        ('負', '负'),
        ('貳', '贰'),
        ('陸', '陆'),
    ];
    let numeral = |c: char| {
        c.is_ascii_digit()
            || is_one(
                c,
                "〇零一二两兩三四五六七八九十百千万萬亿億几幾壹贰貳叁肆伍陆陸柒捌玖拾佰仟",
            )
    };
    let mut before = '\n';
    for at in 0..kept.len() {
        let c = kept[at].c;
        if let Some((_, simple)) = PAIRS.iter().find(|(from, _)| *from == c) {
            let after = kept.get(at + 1).map_or('\n', |ch| ch.c);
            // 個百分點 takes its 點 along; 萬分之四 and 兩成 begin with the character in question.
            let part =
                matches!((before, after), ('分', _) if c == '點') || matches!((c, after), ('萬', '分') | ('兩', '成'));
            if part || numeral(before) || numeral(after) {
                kept[at].c = *simple;
            }
        }
        before = c;
    }
}

/// Whether both scripts write the character alike between these two.
fn stays(c: char, before: char, after: char) -> bool {
    let shared = SHARED.iter().find(|(shared, ..)| *shared == c);
    shared.is_some_and(|(_, heads, tails)| heads.contains(before) || tails.contains(after))
}

/// The code point that the table begins with.
const FIRST: u32 = 0x4e00;

/// The Simplified form of a character that is only Traditional.
fn simplified(c: char, table: &[u16]) -> Option<char> {
    let at = (c as u32).wrapping_sub(FIRST) as usize;
    let simple = *table.get(at).filter(|simple| **simple != 0)?;
    char::from_u32(simple.into())
}

/// The pairs spread out by code point, for most characters of a text are looked up; 0 where a character stays.
fn table() -> &'static [u16] {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![0; 0x5200];
        for (from, to) in codes(FROM).zip(codes(TO)) {
            table[usize::from(from - FIRST as u16)] = to;
        }
        table
    })
}

/// The code points that steps lead to.
fn codes(steps: &'static [u8]) -> impl Iterator<Item = u16> {
    let groups = steps.chunk_by(|group, _| *group > 0x7f);
    groups.scan(FIRST as u16, |code, groups| {
        let step = groups
            .iter()
            .rev()
            .fold(0, |step, group| step << 7 | u16::from(group & 0x7f));
        *code = code.wrapping_add(step >> 1 ^ (step & 1).wrapping_neg());
        Some(*code)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn traditional_texts_fold() {
        for (raw, clean) in [
            ("開發區產值增長，餘額為3億元", "开发区产值增长，余额为3亿元"),
            ("顯著推動著名企業沿著長江發展", "显著推动著名企业沿着长江发展"),
            (
                "於區內瞭解瞭望塔，乾隆年間的乾貨舖賣給廠裡",
                "于区内了解瞭望塔，乾隆年间的干货铺卖给厂里",
            ),
            ("這8隻基金共徵地2畝", "这8只基金共征地2亩"),
        ] {
            check(super::pass, raw, clean);
        }
    }

    #[test]
    fn numerals_fold_in_any_text() {
        check(
            super::pass,
            "文中引用“五億元”和“12個百分點”",
            "文中引用“五亿元”和“12个百分点”",
        );
        check(super::pass, "兩成", "两成");
    }

    #[test]
    fn simplified_texts_stay() {
        for raw in ["著名的乾隆窑", "园区的龍門村", "萬先生", "GDP 5.2%"] {
            check(super::pass, raw, raw);
        }
        let long = "园区今年新签约项目十二个".repeat(30) + "，即龍馬莊項目";
        check(super::pass, &long, &long);
    }

    #[test]
    fn pairs_are_in_order() {
        let from: Vec<u16> = super::codes(super::FROM).collect();
        assert!(from.is_sorted_by(|a, b| a < b));
        assert_eq!(from.len(), super::codes(super::TO).count());
        assert!(from.len() > 2500);
    }
}
