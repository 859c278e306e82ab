//! Sentences that a column, a page or a line end broke are joined again; one line end is left between paragraphs.
//!
//! `今年以来，⏎⏎园区提速` → `今年以来，园区提速`; `增长14.⏎6个百分点` → `增长14.6个百分点`; `……总量居前。园区由⏎⏎关，质量不减。` is joined too, though what
//! stood between is lost: an unfinished sentence and a line that cannot begin one belong together. Texts set in lines of one width are joined where
//! a line is full. A headline stays apart from the text below it.

use super::line::{Line, any, is_blank, lines};
use super::{Ch, Cut};
use crate::language::is_han;
use crate::lexicon::longest_indicator;
use crate::prefix::{List, is_one};
use crate::unit;

/// Joins lines.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let lines = lines(kept);
    let measure = measure(kept, &lines);
    let mut out: Vec<Ch> = Vec::with_capacity(kept.len());
    // Where the paragraph under way begins in `out`, and whether a sentence was finished in it.
    let mut paragraph = Paragraph::default();
    for (at, line) in lines.iter().enumerate() {
        let words = &kept[line.at.clone()];
        if let Some(last) = at.checked_sub(1).map(|n| &lines[n]) {
            let above = &kept[last.at.clone()];
            let mut gap = kept[last.at.end];
            let full =
                measure.is_some_and(|measure| !line.apart && !line.indented && set_width(last, above) >= measure);
            if paragraph.continues(&out, words, line.indented, full) {
                let latin = |ch: Option<&Ch>| ch.is_some_and(|ch| ch.c.is_ascii_alphabetic());
                if latin(above.last()) && latin(words.first()) {
                    gap.c = ' ';
                    out.push(gap);
                }
            } else {
                gap.c = '\n';
                out.push(gap);
                paragraph = Paragraph {
                    start: out.len(),
                    ..Paragraph::default()
                };
            }
        }
        paragraph.sentence |= any(words, |c| matches!(c, '。' | '！' | '？' | '；'));
        paragraph.clause |= any(words, |c| c == '，');
        out.extend_from_slice(words);
    }
    *kept = out;
}

/// The paragraph that is being put together.
#[derive(Default)]
struct Paragraph {
    start: usize,
    /// Whether a sentence ends in it.
    sentence: bool,
    /// Whether a clause ends in it.
    clause: bool,
}

impl Paragraph {
    /// Whether the next line belongs to it. `full`: its last line is as wide as the column.
    fn continues(&self, out: &[Ch], next: &[Ch], indented: bool, full: bool) -> bool {
        // The shortest text without a full stop that cannot be a headline.
        const NO_HEADLINE: usize = 60;
        let text = &out[self.start..];
        let (Some(last), Some(first)) = (text.last().map(|ch| ch.c), next.first().map(|ch| ch.c)) else {
            return false;
        };
        if is_one(first, "，。、；）”’》！？%") {
            return !ends(last);
        }
        if is_item(next) {
            return false;
        }
        if is_one(last, "，、（“‘《") {
            return true;
        }
        if ends(last) {
            return false;
        }
        let prose = self.sentence || self.clause;
        // 12⏎亿元: no line begins with a scale word that a number ends before.
        if last.is_ascii_digit() && matches!(next[0].c, '万' | '亿' | '兆') {
            return true;
        }
        if first.is_ascii_digit() && breaks_number(text) || breaks_amount(text, next) {
            return prose || text.len() >= 6;
        }
        if full || breaks_indicator(text, next) || self.clause && breaks_statement(text, next) {
            return true;
        }
        let unfinished = self.sentence || (self.clause && text.len() >= NO_HEADLINE);
        unfinished && !indented && any(next, |c| matches!(c, '，' | '。' | '；'))
    }
}

/// Whether a text ends within a number: `增长14.`.
fn breaks_number(text: &[Ch]) -> bool {
    matches!(text, [.., before, dot] if dot.c == '.' && before.c.is_ascii_digit())
}

/// 压缩至3⏎5个工作日, 年产180万⏎吨, 3.6个百⏎分点: whether a text ends within a number without a unit, or between the two, and what the next line goes on with.
fn breaks_amount(text: &[Ch], next: &[Ch]) -> bool {
    // Spaces that only pad go later.
    const NEAR: usize = 16;
    let words = |text: &[Ch]| {
        text.iter()
            .map(|ch| ch.c)
            .filter(|c| !is_blank(*c))
            .collect::<Vec<char>>()
    };
    let text = words(&text[text.len().saturating_sub(NEAR)..]);
    let next = words(&next[..next.len().min(NEAR)]);
    if text.ends_with(&['个', '百']) && next.starts_with(&['分', '点'])
        || text.ends_with(&['个']) && next.starts_with(&['百', '分', '点'])
    {
        return true;
    }
    let scale = text.iter().rev().take_while(|c| is_one(**c, "万亿")).count();
    let head = &text[..text.len() - scale];
    let digits = head
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_digit() || **c == '.')
        .count();
    let named = head[..head.len() - digits]
        .last()
        .is_some_and(|c| is_han(*c) && !is_one(*c, "图表"));
    if digits == 0 || !named {
        return false;
    }
    let more = next.iter().take_while(|c| c.is_ascii_digit()).count();
    let rest = &next[if scale > 0 { 0 } else { more }..];
    let unit = unit::longest(rest).is_some() || rest.first().is_some_and(|c| is_one(*c, "%万亿"));
    unit && !rest.first().is_some_and(|c| is_one(*c, "年月日"))
}

/// 固定资⏎产投资78亿元: whether an indicator begins in a text and ends in the next line.
fn breaks_indicator(text: &[Ch], next: &[Ch]) -> bool {
    let near = &text[text.len().saturating_sub(8)..];
    let line: Vec<char> = near.iter().chain(next.iter().take(8)).map(|ch| ch.c).collect();
    let known = |at: usize| longest_indicator(&line[at..]).is_some_and(|(len, _)| at + len > near.len());
    // 进出口⏎总额: what says enough alone is a line by itself.
    let broken = (0..near.len()).find(|at| known(*at));
    broken.is_some_and(|at| {
        let alone = &line[at..near.len()];
        alone.len() > 1 && alone.iter().all(|c| is_han(*c)) && longest_indicator(alone).is_none()
    })
}

/// 固定资产投资⏎增长20%: whether an indicator ends a text and the next line says how it moved.
fn breaks_statement(text: &[Ch], next: &[Ch]) -> bool {
    const MOVES: List = List::new("增长|下降|同比|比上年|达到|突破");
    let chars = |text: &[Ch]| text.iter().map(|ch| ch.c).collect::<Vec<char>>();
    let near = chars(&text[text.len().saturating_sub(8)..]);
    let named = |at: usize| longest_indicator(&near[at..]).is_some_and(|(len, _)| at + len == near.len());
    MOVES.beginning(&chars(&next[..next.len().min(4)])).is_some() && (0..near.len()).any(named)
}

/// Whether a character ends a sentence or stands at the end of one.
fn ends(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '；' | '：' | '…' | '”' | '’' | '）' | '》' | '】' | '"'
    )
}

/// Whether a line begins an item: `一、`, `（二）`, `3.`, `第四，`, `●`.
fn is_item(line: &[Ch]) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十0123456789";
    let c = |at: usize| line.get(at).map_or('\n', |ch| ch.c);
    let after = |from: usize| {
        from + line[from.min(line.len())..]
            .iter()
            .take_while(|ch| NUMERALS.contains(ch.c))
            .count()
    };
    match c(0) {
        '（' => after(1) > 1 && c(after(1)) == '）',
        '第' => after(1) > 1 && "，、：".contains(c(after(1))),
        '●' | '■' | '◆' | '▲' | '★' | '·' | '-' | '—' => true,
        '①'..='⑳' => true,
        _ => {
            let end = after(0);
            (1..=3).contains(&end) && (c(end) == '、' || (c(end) == '.' && !c(end + 1).is_ascii_digit()))
        }
    }
}

/// How wide a line must be to be full, in half characters, where a text is set in full lines: most lines that end within a sentence are about as
/// wide; in a narrow ragged column nearly all of many are.
fn measure(kept: &[Ch], lines: &[Line]) -> Option<usize> {
    const NARROWEST: usize = 24;
    const WIDEST: usize = 160;
    const FEWEST: usize = 4;
    let mut widths = Vec::new();
    for line in lines {
        let words = &kept[line.at.clone()];
        let width = set_width(line, words);
        if width > WIDEST {
            return None;
        }
        if words.last().is_some_and(|ch| !ends(ch.c)) {
            widths.push(width);
        }
    }
    let widest = *widths.iter().max()?;
    let full = widths.iter().filter(|width| **width + 3 >= widest).count();
    if widest >= NARROWEST && full >= FEWEST && full * 2 >= widths.len() {
        return Some(widest.saturating_sub(3));
    }
    const RAGGED: usize = 56;
    let least = widest * 2 / 3;
    let full = widths.iter().filter(|width| **width >= least).count();
    let ragged = (NARROWEST..=RAGGED).contains(&widest) && full >= 2 * FEWEST && full * 5 >= widths.len() * 4;
    ragged.then_some(least)
}

/// How wide a line is set, in half characters, with its indentation of two characters.
fn set_width(line: &Line, words: &[Ch]) -> usize {
    let indentation = if line.indented { 4 } else { 0 };
    let width: usize = words.iter().map(|ch| if ch.c.is_ascii() { 1 } else { 2 }).sum();
    width + indentation
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn broken_sentences_are_joined() {
        for (raw, clean) in [
            ("今年以来，\n\n园区提速。", "今年以来，园区提速。"),
            ("税收增长14.\n6个百分点，居前。", "税收增长14.6个百分点，居前。"),
            ("项目有序。园区由\n\n\n关，质量不减。", "项目有序。园区由关，质量不减。"),
            (
                "项目有序。新区全年\n实现税收3亿元，居全市前列。",
                "项目有序。新区全年实现税收3亿元，居全市前列。",
            ),
            ("占比达62\n%。", "占比达62%。"),
            ("完成投资12\n亿元", "完成投资12亿元"),
            ("审批时限压缩至3\n5个工作日。", "审批时限压缩至35个工作日。"),
            ("年产乙二醇180万\n吨，居前。", "年产乙二醇180万吨，居前。"),
            ("比全市平均高3.6个百\n分点，居前。", "比全市平均高3.6个百分点，居前。"),
            ("项目名为“\n智谷”。", "项目名为“智谷”。"),
            ("引进企业\n（含外资）", "引进企业\n（含外资）"),
        ] {
            check(super::pass, raw, clean);
        }
    }

    #[test]
    fn headlines_and_items_stay_apart() {
        for raw in [
            "新区三年答卷\n今年以来，园区提速，税收3亿元。",
            "提速，再提速，新区三年答卷\n今年以来，园区提速，税收3亿元。",
            "全年目标如下：\n一、税收3亿元，\n二、投资5亿元。",
            "税收3亿元，\n2.投资5亿元。",
            "项目有序。（张某 李某）\n今年以来，园区提速。",
            "项目有序。\n园区提速，税收3亿元。",
            "第3.\n5号楼",
        ] {
            check(super::pass, raw, raw);
        }
        check(super::pass, "  甲。\n\n\n  乙。  ", "甲。\n乙。");
    }

    #[test]
    fn full_lines_are_joined() {
        let raw = "  新区今年上半年完成工业
投资二十六亿元比上年同期增
长百分之八其中技改投资占四
成在建项目四十二个进度快于
去年的同期水平
  园区企业年用工三万人其
中新增四千人";
        let clean = "新区今年上半年完成工业投资二十六亿元比上年同期增长百分之八其中技改投资占四成在建项目四十二个进度快于去年的同期水平\n\
                     园区企业年用工三万人其中新增四千人";
        check(super::pass, raw, clean);
    }

    #[test]
    fn ragged_lines_are_joined() {
        let raw = "今年前三季度，新区规上工业企业
营业收入九百六十亿元，其中汽车
产业三百四十亿元，占三成
以上，同比有所提高，电子产业
二百八十亿元，新增在建的
重点项目二十六个，完成投资
一百二十亿元，已经超过
去年全年，园区企业用工的缺口
已降到两千人以内，新签约的
外资项目十二个，总投资为
九亿美元，均已落地。";
        check(super::pass, raw, &raw.replace('\n', ""));
    }

    #[test]
    fn latin_words_stay_apart() {
        check(
            super::pass,
            "项目有序。引进world\nclass企业，共3家。",
            "项目有序。引进world class企业，共3家。",
        );
    }
}
