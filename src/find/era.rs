//! Which years a text counts in: those of the common era, or those of the Republic, as Taiwan does.
//!
//! 民國111年 says so itself. A bare 111年 is a year where the text is in Traditional characters, or on a park of Taiwan, and shows by its own signs that it counts so:
//! it has such years with what only stands behind a year (111年第2季, 111年底, 今（111）年), or it counts in Taiwan's money and names no year of
//! the common era.

use super::currency::{home, traditional};

/// How a text counts its years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Era {
    /// 2022年.
    #[default]
    Common,
    /// 111年 is 2022.
    Republic,
}

/// The year before the first of the Republic.
pub const BEFORE_FIRST: i16 = 1911;

/// Numbers that are years of the Republic where a text counts so: 1991 to 2061.
pub const YEARS: std::ops::RangeInclusive<i16> = 80..=150;

/// The era of a raw text.
pub fn era(raw: &str) -> Era {
    // A text on a park of Taiwan may be retold in Simplified characters.
    let parks = ["竹科", "南科", "中科", "加工出口区", "科学园", "科学工业园"];
    let retold = || raw.contains("新台币") && parks.iter().any(|park| raw.contains(park));
    if !traditional(raw) && !retold() {
        return Era::Common;
    }
    let chars: Vec<char> = raw.chars().collect();
    let named = raw.contains("民國")
        && (0..chars.len()).any(|i| chars[i..].starts_with(&['民', '國']) && number(&chars, i + 2).is_some());
    let told = || (0..chars.len()).any(|i| stands_as_year(&chars, i));
    let common = || (0..chars.len()).any(|i| four_digits(&chars, i));
    if named || told() || home(raw) == "TWD" && !common() {
        Era::Republic
    } else {
        Era::Common
    }
}

/// The number at a character where it may be a year of the Republic, with the place behind it.
pub fn number(chars: &[char], at: usize) -> Option<(i16, usize)> {
    let digits = chars
        .get(at..)?
        .iter()
        .take(4)
        .take_while(|c| c.is_ascii_digit())
        .count();
    let inside = at > 0 && matches!(chars[at - 1], '0'..='9' | '.' | ',');
    let value = chars[at..at + digits]
        .iter()
        .fold(0, |n, c| n * 10 + *c as i16 - '0' as i16);
    (!inside && (2..=3).contains(&digits) && YEARS.contains(&value)).then_some((value, at + digits))
}

/// 111年第2季, 110年度, 109年3月, 108年（2019年）, 今（111）年: what stands so is a year, no number of years.
fn stands_as_year(chars: &[char], at: usize) -> bool {
    if !chars[at].is_ascii_digit() {
        return false;
    }
    let Some((_, end)) = number(chars, at) else {
        return false;
    };
    if at > 1 && matches!(chars[at - 1], '（' | '(') {
        return matches!(chars[at - 2], '今' | '去' | '本' | '明') && matches!(chars.get(end), Some('）' | ')'));
    }
    let behind = chars.get(end + 1..).unwrap_or_default();
    let month = || {
        let digits = behind.iter().take_while(|c| c.is_ascii_digit()).count();
        (1..=2).contains(&digits) && matches!(behind.get(digits), Some('月' | '至' | '-' | '–'))
    };
    let part = || matches!(behind, ['度' | '底' | '第', ..] | ['上' | '下', '半', ..]);
    // 108年（2019年）.
    let told = || behind.first() == Some(&'（') && four_digits(chars, end + 2);
    chars.get(end) == Some(&'年') && (part() || month() || told())
}

/// A year of the common era: 2022年.
fn four_digits(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at..at + 5), Some(['1' | '2', '9' | '0', a, b, '年']) if a.is_ascii_digit() && b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_itself_tells() {
        for text in [
            "民國105年設立的園區，107年產值三億元",
            "園區111年第2季營業額達三億元",
            "園區今（112）年上半年產業投資三億元",
            "臺灣中部園區產值新臺幣三億元，107年成長",
        ] {
            assert_eq!(era(text), Era::Republic, "{text}");
        }
        for text in [
            "园区租期99年，投资三亿元",
            "園區產業用地租期99年，投資三億元",
            "臺灣企業2022年投資新臺幣三億元，租期99年，園區",
            "香港園區2022年產值三億元，歷經100年",
        ] {
            assert_eq!(era(text), Era::Common, "{text}");
        }
    }
}
