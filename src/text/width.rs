//! One width and one form for every character: full-width digits, letters and signs become ASCII, all blanks one blank, all line ends one.
//!
//! `１２．６％` → `12.6%`, `ＧＤＰ` → `GDP`, `｡` → `。`, `「园区」` → `“园区”`, `⽤⽔` (radicals out of a PDF) → `用水`, `二○二三年` → `二〇二三年`.
//! Chinese marks that have a full-width form of their own (`，：；！？（）`) keep it; see `punctuation`. Zero-width characters are dropped.

use super::{Ch, Cut};
use crate::prefix::is_one;

/// Folds widths and forms.
pub fn pass(kept: &mut Vec<Ch>, _cuts: &mut Vec<Cut>) {
    // Most texts have every character in its form from the beginning.
    let stays = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') || fold(c) == Some(c) && c != '○' && c != '◯';
    if kept.iter().all(|ch| stays(ch.c)) {
        return;
    }
    let mut write = 0;
    let mut before = '\n';
    for read in 0..kept.len() {
        let mut ch = kept[read];
        // Most characters are Chinese and stay.
        if matches!(ch.c, '\u{4e00}'..='\u{9fff}') {
            before = ch.c;
            if write < read {
                kept[write] = ch;
            }
            write += 1;
            continue;
        }
        let next = kept.get(read + 1).map_or('\n', |ch| ch.c);
        let folded = match ch.c {
            '\r' if next == '\n' => None,
            '○' | '◯' | 'Ｏ' if is_numeral(before) || is_numeral(next) => Some('〇'),
            c => fold(c),
        };
        if let Some(c) = folded {
            before = c;
            ch.c = c;
            kept[write] = ch;
            write += 1;
        }
    }
    kept.truncate(write);
}

/// The form that stands for a character, or none where it says nothing.
fn fold(c: char) -> Option<char> {
    Some(match c {
        '\n' | '\t' | ' '..='~' => c,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '！' | '，' | '：' | '；' | '？' | '（' | '）' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0)?,
        '\u{2f00}'..='\u{2fd5}' => radical(c),
        '﹐' => '，',
        '﹑' | '､' => '、',
        '﹒' => '.',
        '﹔' => '；',
        '﹕' => '：',
        '﹖' => '？',
        '﹗' => '！',
        '﹙' => '（',
        '﹚' => '）',
        '﹪' | '٪' => '%',
        '｡' => '。',
        '「' | '｢' | '〝' => '“',
        '」' | '｣' | '〞' => '”',
        '『' => '‘',
        '』' => '’',
        '⁄' | '∕' => '/',
        '〜' | '∼' => '~',
        '￥' => '¥',
        '￡' => '£',
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {
            return None;
        }
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffc}' | '\u{fffd}' => return None,
        _ => c,
    })
}

/// Whether a circle beside it is a zero.
fn is_numeral(c: char) -> bool {
    is_one(c, "一二三四五六七八九十〇○◯Ｏ")
}

/// The character that a Kangxi radical stands for. Programs that make PDF files write one for the other.
fn radical(c: char) -> char {
    // In the order of U+2F00 to U+2FD5.
    const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
    // Each of them takes three bytes.
    let at = (c as usize - 0x2f00) * 3;
    RADICALS
        .get(at..at + 3)
        .and_then(|word| word.chars().next())
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn every_form_becomes_one() {
        for (raw, clean) in [
            ("产值１２．６亿元，增长８％", "产值12.6亿元，增长8%"),
            ("ＧＤＰ与ｇｄｐ", "GDP与gdp"),
            ("（一）总量：居前！", "（一）总量：居前！"),
            ("甲\r\n乙\r丙\u{2028}丁", "甲\n乙\n丙\n丁"),
            ("\u{feff}高\u{200b}新\u{ad}区", "高新区"),
            ("税收\u{a0}5\u{3000}亿", "税收 5 亿"),
            ("「一区多园」与『飞地』", "“一区多园”与‘飞地’"),
            ("⽤⽔⻘⿓⿒", "用水⻘龍齒"),
            ("二○二三年", "二〇二三年"),
            ("○新区", "○新区"),
            ("占比﹪｡", "占比%。"),
            ("\u{7}响\u{fffd}铃", "响铃"),
        ] {
            check(super::pass, raw, clean);
        }
    }

    #[test]
    fn every_radical_has_its_character() {
        assert_eq!(super::radical('\u{2f00}'), '一');
        assert_eq!(super::radical('\u{2f6c}'), '目');
        assert_eq!(super::radical('\u{2fd5}'), '龠');
    }
}
