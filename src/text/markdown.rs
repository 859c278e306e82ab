//! The marks of Markdown are dropped: `##`, `>` and `-` at the head of a line, `**` around words.
//!
//! `## 新区` → `新区`; `**税收**3亿` → `税收3亿`. A minus sign (`-5%`) and a number sign (`#1厂房`) have no space behind them and stay.

use super::line::{is_blank, remove};
use super::{Ch, Cut};

/// Drops marks.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    let mut spans = Vec::new();
    let mut head = true;
    let mut at = 0;
    while at < kept.len() {
        let c = kept[at].c;
        if !c.is_ascii() {
            head = false;
            at += 1;
            continue;
        }
        let len = match c {
            '#' | '>' | '-' | '+' | '*' => mark(&kept[at..], head),
            _ => None,
        };
        if let Some(len) = len {
            spans.push(at..at + len);
            at += len;
            continue;
        }
        head = c == '\n' || (head && is_blank(c));
        // The rest of a run is no mark either.
        at += if c == '*' { run(&kept[at..]) } else { 1 };
    }
    if !spans.is_empty() {
        remove(kept, spans);
    }
}

/// How long the mark at the head of a text is; `head`: at the head of its line.
fn mark(text: &[Ch], head: bool) -> Option<usize> {
    let spaced = |len: usize| text.get(len).is_some_and(|ch| is_blank(ch.c));
    match text[0].c {
        '#' if head => Some(run(text)).filter(|len| *len <= 6 && spaced(*len)),
        '*' if run(text) == 2 => Some(2),
        '>' | '*' | '-' | '+' if head && spaced(1) => Some(1),
        _ => None,
    }
}

/// How often the first character stands there in a row.
fn run(text: &[Ch]) -> usize {
    text.iter().take_while(|ch| ch.c == text[0].c).count()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn marks_go_and_signs_stay() {
        for (raw, clean) in [
            ("## 新区\n- **税收**3亿\n> 引", " 新区\n 税收3亿\n 引"),
            ("#1厂房 -5% 3*4 ***", "#1厂房 -5% 3*4 ***"),
            ("> - 新区", "  新区"),
            ("甲 - 乙", "甲 - 乙"),
            ("####### 新区", "####### 新区"),
        ] {
            check(super::pass, raw, clean);
        }
    }
}
