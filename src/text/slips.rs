//! Words out of step: a page that put pinyin behind characters of GBK took the last byte of one and the first of the next for a character of its own, so
//! that a byte was lost and the rest of the word is read one byte too late: `?qū)崿F` → `实现`, `同?仍鲩L` → `同比增长`.

use super::{Ch, Cut};

/// What becomes of words whose first byte is lost, and the words. Each is what GBK gives for the word's bytes from the second on; the longer first.
const SLIPS: [(&str, &str); 15] = [
    ("仍鲩L", "比增长"),
    ("移髽I", "家企业"),
    ("饧八a", "气及水生产"),
    ("崿F", "实现"),
    ("嶋H", "实际"),
    ("鲩L", "增长"),
    ("髽I", "企业"),
    ("摌I", "创业"),
    ("臉I", "从业"),
    ("洜I", "经营"),
    ("撹F", "钢铁"),
    ("囬g", "车间"),
    ("蝺r", "单价"),
    ("鹘y", "传统"),
    ("趪", "海口国"),
];

/// Letters of a reading at most, its bracket included.
const READING: usize = 8;

/// Puts such words right.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let lost = |ch: &Ch| matches!(ch.c, '?' | '？');
    let mut from = 0;
    while let Some(at) = kept[from..].iter().position(lost) {
        let at = from + at;
        from = at + 1;
        let behind = from + reading(&kept[from..]);
        let slip = SLIPS.iter().find(|(slip, _)| {
            let mut chars = kept[behind..].iter().map(|ch| ch.c);
            slip.chars().all(|c| chars.next() == Some(c))
        });
        let Some((slip, word)) = slip else { continue };
        let end = behind + slip.chars().count();
        let (first, last) = (kept[at], kept[end - 1]);
        let place = |c| Ch {
            c,
            start: first.start,
            end: last.end,
        };
        kept.splice(at..end, word.chars().map(place));
    }
}

/// How many characters a reading has that lost its opening bracket: `qū)`.
fn reading(rest: &[Ch]) -> usize {
    let letters = rest
        .iter()
        .take(READING)
        .take_while(|ch| ch.c.is_alphabetic() && !crate::language::is_han(ch.c));
    let count = letters.count();
    match rest.get(count) {
        Some(Ch { c: ')' | '）', .. }) if count > 0 => count + 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::clean;

    #[test]
    fn words_out_of_step() {
        let check = |raw: &str, expect: &str| assert_eq!(clean(raw).chars.iter().collect::<String>(), expect, "{raw}");
        check(
            "各領(lǐng)域?qū)崿F(xiàn)營(yíng)業(yè)收入39億元",
            "各领域实现营业收入39亿元",
        );
        check(
            "規(guī)模企業(yè)產(chǎn)值同?仍鲩L(zhǎng)8.2%",
            "规模企业产值同比增长8.2%",
        );
        check("有多少?崿", "有多少？崿");
        check("谁?qū)", "谁？qū）");
    }
}
