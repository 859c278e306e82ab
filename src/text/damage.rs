//! Places where the raw text has lost bytes: what stands there may be read, but not trusted.

use std::ops::Range;

/// How many characters on each side of a place are looked at.
const NEAR: usize = 6;

/// What lost bytes leave behind: replacement characters, and UTF-8 that was read as GBK or Latin-1, or twice.
const TRACES: [&str; 12] = [
    "\u{fffd}", "锟斤", "斤拷", "鈥", "銆", "锛", "â€", "ã€", "Ã", "Â", "ï¿½", "脙",
];

/// Whether a trace may begin with a character; most texts have none of these.
const fn may_begin(c: char) -> bool {
    matches!(
        c,
        '\u{fffd}' | '锟' | '斤' | '鈥' | '銆' | '锛' | 'â' | 'ã' | 'Ã' | 'Â' | 'ï' | '脙'
    )
}

/// Whether bytes were lost at or beside these bytes of the raw text.
pub fn beside(raw: &str, place: Range<usize>) -> bool {
    let from = raw[..place.start].char_indices().rev().take(NEAR);
    let from = from
        .take_while(|(_, c)| *c != '\n')
        .last()
        .map_or(place.start, |(at, _)| at);
    let behind = raw[place.end..].char_indices().take(NEAR);
    let to = behind
        .take_while(|(_, c)| *c != '\n')
        .last()
        .map_or(place.end, |(at, c)| place.end + at + c.len_utf8());
    let around = &raw[from..to];
    around.chars().any(may_begin) && TRACES.iter().any(|trace| around.contains(trace)) || slipped(around)
}

/// `全?。?.8%`: question marks that close no question, because a mark or the rest of a number goes on behind them.
fn slipped(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('?') {
        rest = &rest[at + 1..];
        if rest.starts_with(['?', '。', '，', '；', '、', '.', '%', ',']) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_bytes_are_seen_beside_a_figure() {
        let check = |text: &str, figure: &str, expect: bool| {
            let at = text.find(figure).expect("the figure");
            assert_eq!(beside(text, at..at + figure.len()), expect, "{text}");
        };
        check("总收入同比增长全?。?.8%，其中", "8%", true);
        check("完成产值\u{fffd}\u{fffd}12亿元", "12亿元", true);
        check("完成产值锟斤拷12亿元", "12亿元", true);
        check("完成产值12亿元锛屽悓姣", "12亿元", true);
        check("难在哪里?12家企业说", "12家", false);
        check("完成产值12亿元，同比增长8%。", "8%", false);
        check("锟斤拷\n完成产值12亿元", "12亿元", false);
        check("12亿元", "12亿元", false);
    }
}
