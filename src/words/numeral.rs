//! Values spelled out, in the base unit, and with the limits that their printed precision sets.

use super::unit::{grouped, scale};
use crate::decimal::Decimal;
use crate::language::Language;
use crate::unit::is_counted;

/// The value in the base unit, in plain digits: `88500000000元`, `CNY 88,500,000,000`.
pub fn base_words(value: Decimal, unit: &str, language: Language) -> String {
    let base = scale(Decimal::ZERO, unit, language);
    let number = match language {
        Language::Chinese => value.trimmed().to_string(),
        Language::English => grouped(&value.trimmed().to_string()),
    };
    format!("{}{number}{}", base.prefix, base.suffix)
}

/// The value read aloud in Chinese: `八百八十五亿元`, `百分之七十点三七`; in English, or beyond 16 digits, the same as [`base_words`].
pub fn in_words(value: Decimal, unit: &str, language: Language) -> String {
    let spelled = match language {
        Language::Chinese => spelled(&value.to_string()),
        Language::English => None,
    };
    match (spelled, unit) {
        (None, _) => base_words(value, unit, language),
        (Some(number), "%") => format!("百分之{number}"),
        (Some(number), "rank") => format!("第{number}位"),
        (Some(number), _) => format!("{number}{}", scale(Decimal::ZERO, unit, language).suffix),
    }
}

/// From where to where a value may lie that was rounded to the digits that `quote` prints: `70.37%` is `70.365%至70.375%`. `None` where
/// the quote does not print the value in Arabic digits, and for ranks and whole numbers of things, which are not rounded.
pub fn interval_words(value: Decimal, unit: &str, quote: &str, language: Language) -> Option<String> {
    let step = printed_step(value, quote)?;
    if unit == "rank" || is_counted(unit) && step == Decimal::new(1, 0) {
        return None;
    }
    let half = step.checked_mul(Decimal::new(5, 1))?;
    let scale = scale(value, unit, language);
    let (low, high) = (value.checked_sub(half)?, value.checked_add(half)?);
    let end = |value| format!("{}{}{}", scale.prefix, scale.number(value), scale.suffix);
    Some(match language {
        Language::Chinese => format!("{}至{}", end(low), end(high)),
        Language::English => format!("{} to {}", end(low), end(high)),
    })
}

/// The value of the last printed digit: `154.66亿元` is printed to the million.
pub fn printed_step(value: Decimal, quote: &str) -> Option<Decimal> {
    let printed: String = quote
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || *c == '.' || *c == ',')
        .filter(char::is_ascii_digit)
        .collect();
    let digits = Decimal::parse(&printed).filter(|n| !n.is_zero())?;
    // The value is the printed digits times a power of ten, or the quote says it in another way.
    let step = value.checked_div(digits, 12)?.trimmed();
    (step.is_power_of_ten() && digits.checked_mul(step) == Some(value)).then_some(step)
}

/// A plain number in Chinese numerals; `None` beyond 16 digits before the point and for negative numbers.
fn spelled(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.len() > 16 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut out = spelled_whole(whole.trim_start_matches('0'));
    if !fraction.is_empty() {
        out.push('点');
        out.extend(fraction.bytes().map(digit));
    }
    Some(out)
}

fn spelled_whole(digits: &str) -> String {
    if digits.is_empty() {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    let count = digits.len();
    for (i, b) in digits.bytes().enumerate() {
        let place = count - 1 - i;
        if b == b'0' {
            gap = !out.is_empty();
        } else {
            if gap {
                out.push('零');
            }
            gap = false;
            let ten = b == b'1' && place % 4 == 1 && out.is_empty();
            if !ten {
                out.push(digit(b));
            }
            out.push_str(["", "十", "百", "千"][place % 4]);
        }
        // The name of the group follows where the group holds anything; 万亿 counts 亿 on.
        let from = count.saturating_sub(place + 4);
        let held = digits.as_bytes()[from..=i].iter().any(|b| *b != b'0');
        if place.is_multiple_of(4) && (held || place == 8) {
            out.push_str(["", "万", "亿", "万"][place / 4]);
        }
    }
    out
}

fn digit(b: u8) -> char {
    ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'][usize::from(b - b'0') % 10]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(value: &str) -> Decimal {
        Decimal::parse(value).expect("a number")
    }

    #[test]
    fn spells_values_in_chinese() {
        let check = |value: &str, unit: &str, expect: &str| {
            assert_eq!(in_words(n(value), unit, Language::Chinese), expect, "{value}");
        };
        check("88500000000", "CNY", "八百八十五亿元");
        check("15466000000", "CNY", "一百五十四亿六千六百万元");
        check("84375600", "CNY", "八千四百三十七万五千六百元");
        check("70.37", "%", "百分之七十点三七");
        check("1.5", "pp", "一点五个百分点");
        check("55", "rank", "第五十五位");
        check("10", "天", "十天");
        check("110", "个", "一百一十个");
        check("1005", "家", "一千零五家");
        check("100000", "CNY", "十万元");
        check("10000005", "CNY", "一千万零五元");
        check("1000000000000", "CNY", "一万亿元");
        check("1200300000000", "CNY", "一万二千零三亿元");
        check("20000", "个", "二万个");
        check("0", "个", "零个");
        check("0.53", "x", "零点五三倍");
    }

    #[test]
    fn writes_the_base_unit() {
        assert_eq!(base_words(n("88500000000"), "CNY", Language::Chinese), "88500000000元");
        assert_eq!(
            base_words(n("88500000000"), "CNY", Language::English),
            "CNY 88,500,000,000"
        );
        assert_eq!(base_words(n("67460000"), "m2", Language::English), "67,460,000 m²");
        assert_eq!(in_words(n("1056.5"), "km", Language::English), "1,056.5 km");
    }

    #[test]
    fn the_printed_digits_set_the_limits() {
        let check = |value: &str, unit: &str, quote: &str, zh: Option<&str>| {
            assert_eq!(
                interval_words(n(value), unit, quote, Language::Chinese).as_deref(),
                zh,
                "{quote}"
            );
        };
        check("70.37", "%", "70.37%", Some("70.365%至70.375%"));
        check("63.270", "%", "63.270%", Some("63.2695%至63.2705%"));
        check("15466000000", "CNY", "154.66亿元", Some("154.655亿元至154.665亿元"));
        check("88500000000", "CNY", "885亿元", Some("884.5亿元至885.5亿元"));
        check("30100", "人次", "3.01万人次", Some("3.005万人次至3.015万人次"));
        check("49", "个", "49个", None);
        check("55", "rank", "第55位", None);
        check("25", "%", "四分之一", None);
        let en = interval_words(n("15466000000"), "CNY", "154.66亿元", Language::English);
        assert_eq!(en.as_deref(), Some("CNY 15.4655 bn to CNY 15.4665 bn"));
    }
}
