//! How values, units, periods and names are written in each language: `885亿元` and `CNY 88.5 bn`.
//!
//! Everything here is exact: a value is moved between units by shifting its point, never by rounding.

use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Kind, Sign};
use crate::language::Language;
use crate::lexicon;
use crate::table::Observation;

pub mod numeral;
pub mod period;
pub mod unit;

pub use numeral::{base_words, in_words, interval_words};
pub use period::{class_words, period_words};
use unit::{Scale, scale};

/// A value with all that decides how it is written.
#[derive(Clone, Copy, Debug)]
pub struct Quantity<'a> {
    /// In the base unit.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// Code of the unit, or a Chinese classifier.
    pub unit: &'a str,
    /// How the text limits the value.
    pub bound: Bound,
    /// What kind of statement.
    pub kind: Kind,
    /// Direction of a change or gap.
    pub sign: Option<Sign>,
}

impl<'a> From<&'a Observation> for Quantity<'a> {
    fn from(o: &'a Observation) -> Self {
        let Observation {
            value,
            value_max,
            bound,
            kind,
            sign,
            ..
        } = *o;
        Self {
            value,
            value_max,
            unit: &o.unit,
            bound,
            kind,
            sign,
        }
    }
}

impl<'a> From<&'a Figure> for Quantity<'a> {
    fn from(f: &'a Figure) -> Self {
        let Figure {
            value,
            value_max,
            bound,
            kind,
            sign,
            ..
        } = *f;
        Self {
            value,
            value_max,
            unit: &f.unit,
            bound,
            kind,
            sign,
        }
    }
}

/// Puts values into the places of a pattern: `{}` are filled in order, `{2}` with the third.
pub fn fill(pattern: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(pattern.len());
    for (i, part) in pattern.split('{').enumerate() {
        let (place, rest) = part.split_once('}').filter(|_| i > 0).unwrap_or(("", part));
        let at = place.bytes().next().map(|digit| usize::from(digit.wrapping_sub(b'0')));
        let value = i.checked_sub(1).and_then(|nth| values.get(at.unwrap_or(nth)));
        out.push_str(value.copied().unwrap_or_default());
        out.push_str(rest);
    }
    out
}

/// The value of an observation or figure: `逾100亿元`, `+58.65%`, `第55位`, `1—2个月`.
pub fn quantity_words<'a>(quantity: impl Into<Quantity<'a>>, language: Language) -> String {
    written(quantity.into(), language)
}

fn written(q: Quantity, language: Language) -> String {
    if q.unit == "rank" && !matches!(q.kind, Kind::Change | Kind::Gap) {
        return rank(q.value, q.bound, language);
    }
    let moved = matches!(q.kind, Kind::Change | Kind::Gap) && q.unit != "x";
    let sign = match q.sign {
        Some(Sign::Plus) if moved => "+",
        Some(Sign::Minus) if moved => "−",
        _ => "",
    };
    let number = |of: &Scale| match q.value_max.map(|max| of.number(max)) {
        None => of.number(q.value),
        Some(max) if language == Language::Chinese => format!("{}—{max}", of.number(q.value)),
        Some(max) => format!("{}–{max}", of.number(q.value)),
    };
    let scale = scale(q.value, q.unit, language);
    let number = number(&scale);
    let one = q.value_max.is_none() && q.value == Decimal::new(1, 0);
    let suffix = if one { &scale.suffix_one } else { &scale.suffix };
    let prefix = &scale.prefix;
    let bare = |middle: &str| format!("{prefix}{sign}{number}{middle}{suffix}");
    match (language, q.bound) {
        (_, Bound::Eq) => bare(""),
        // 余 stands between a round number and what is counted.
        (Language::Chinese, Bound::Gt)
            if crate::unit::is_counted(q.unit) && number.ends_with('0') && sign.is_empty() =>
        {
            bare("余")
        }
        (Language::Chinese, Bound::Approx) => format!("约{}", bare("")),
        (Language::Chinese, Bound::Gt) => format!("逾{}", bare("")),
        (Language::Chinese, Bound::Ge) => format!("{}以上", bare("")),
        (Language::Chinese, Bound::Lt) => format!("不足{}", bare("")),
        (Language::Chinese, Bound::Le) => format!("不超过{}", bare("")),
        (Language::English, Bound::Approx) => format!("about {}", bare("")),
        (Language::English, Bound::Gt) => format!("over {}", bare("")),
        (Language::English, Bound::Ge) => format!("at least {}", bare("")),
        (Language::English, Bound::Lt) => format!("under {}", bare("")),
        (Language::English, Bound::Le) => format!("at most {}", bare("")),
    }
}

/// A value with its unit as readers of the language expect it: `8437.56万元`, `CNY 84.3756 mn`; a `rank` is `第55位`, `55th`.
pub fn value_words(value: Decimal, unit: &str, bound: Bound, language: Language) -> String {
    let (value_max, kind, sign) = (None, Kind::Level, None);
    quantity_words(
        Quantity {
            value,
            value_max,
            unit,
            bound,
            kind,
            sign,
        },
        language,
    )
}

/// The name of an indicator; in Chinese where the lexicon has no English one.
pub fn indicator_words(name: &str, language: Language) -> &str {
    match language {
        Language::Chinese => name,
        Language::English => lexicon::indicator_english(name).unwrap_or(name),
    }
}

/// The name of a zone, place or company; in Chinese where the lexicon has no English one.
pub fn subject_words(name: &str, language: Language) -> &str {
    match (language, name) {
        (Language::Chinese, _) => name,
        (Language::English, "全市") => "the city",
        (Language::English, "全省") => "the province",
        (Language::English, "全国") => "the country",
        (Language::English, _) => lexicon::zone(name).map_or(name, |zone| &zone.en),
    }
}

/// What a change is measured against: `同比`, `比2020年`. Names of wholes and comparators stay as they are.
pub fn basis_words(basis: Option<&str>, language: Language) -> String {
    let zh = language == Language::Chinese;
    match basis {
        None | Some("unstated") => if zh { "基期未写" } else { "base not stated" }.to_owned(),
        Some("yoy") => if zh { "同比" } else { "on a year before" }.to_owned(),
        Some("annual-average") => if zh { "年均" } else { "average per year" }.to_owned(),
        Some("from-value") => if zh { "与原数相比" } else { "on the earlier value" }.to_owned(),
        Some(other) => match other.strip_prefix("from:") {
            Some(since) if zh => match crate::period::Period::parse(since) {
                Some(p) => format!("比{}", period_words(Some(p), language)),
                None => format!("比{since}"),
            },
            Some(since) => format!("since {since}"),
            None => subject_words(other, language).to_owned(),
        },
    }
}

/// A place in an order.
fn rank(place: Decimal, bound: Bound, language: Language) -> String {
    let place = place.to_string();
    let ending = match place.as_bytes() {
        [.., b'1', _] | [.., b'0' | b'4'..=b'9'] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    };
    match (language, bound) {
        (Language::Chinese, Bound::Le | Bound::Lt) => format!("前{place}位"),
        (Language::Chinese, _) => format!("第{place}位"),
        (Language::English, Bound::Le | Bound::Lt) => format!("top {place}"),
        (Language::English, _) => format!("{place}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Bound::*;

    fn check(value: &str, unit: &str, bound: Bound, zh: &str, en: &str) {
        let value = Decimal::parse(value).expect("a number");
        assert_eq!(value_words(value, unit, bound, Language::Chinese), zh);
        assert_eq!(value_words(value, unit, bound, Language::English), en);
    }

    #[test]
    fn writes_money_in_the_unit_that_readers_expect() {
        check("88500000000", "CNY", Eq, "885亿元", "CNY 88.5 bn");
        check("84375600", "CNY", Eq, "8437.56万元", "CNY 84.3756 mn");
        check("19500", "CNY", Gt, "逾1.95万元", "over CNY 19,500");
        check("3200", "CNY", Approx, "约3200元", "about CNY 3,200");
        check("1234500000000", "CNY", Eq, "1.2345万亿元", "CNY 1.2345 tn");
        check("57350000", "USD", Eq, "5735万美元", "USD 57.35 mn");
        check("0", "CNY", Eq, "0元", "CNY 0");
    }

    #[test]
    fn writes_rates_ranks_and_measures() {
        check("58.65", "%", Eq, "58.65%", "58.65%");
        check("98", "%", Ge, "98%以上", "at least 98%");
        check("63.270", "%", Eq, "63.270%", "63.270%");
        check("1.5", "pp", Eq, "1.5个百分点", "1.5 pp");
        check("2", "x", Eq, "2倍", "2×");
        check("55", "rank", Eq, "第55位", "55th");
        for (n, en) in [
            ("1", "1st"),
            ("2", "2nd"),
            ("3", "3rd"),
            ("11", "11th"),
            ("12", "12th"),
            ("113", "113th"),
            ("21", "21st"),
        ] {
            check(n, "rank", Eq, &format!("第{n}位"), en);
        }
        check("10", "rank", Le, "前10位", "top 10");
        check("67460000", "m2", Eq, "67.46平方公里", "67.46 km²");
        check("700000", "m2", Approx, "约70万平方米", "about 700,000 m²");
        check("557", "mu", Eq, "557亩", "557 mu");
        check("5", "workday", Le, "不超过5个工作日", "at most 5 working days");
        check("1", "day", Eq, "1天", "1 day");
        check("42", "GWh", Eq, "42GWh", "42 GWh");
        check("25", "ug/m3", Eq, "25微克/立方米", "25 µg/m³");
        check("3", "furlong", Eq, "3furlong", "3 furlong");
    }

    #[test]
    fn counts_keep_their_classifier_in_chinese() {
        check("1000", "套", Gt, "1000余套", "over 1,000 units");
        check("49", "个", Eq, "49个", "49");
        check("14", "人", Eq, "14人", "14 people");
        check("30100", "人次", Eq, "3.01万人次", "30,100 visits");
        check("12345", "户", Eq, "12345户", "12,345 households");
        check("4000000", "个", Gt, "400余万个", "over 4,000,000");
        check("105", "家", Gt, "逾105家", "over 105");
    }

    #[test]
    fn writes_signs_and_ranges() {
        let words = |kind, sign, value: &str, max: &str, unit, language| {
            let (value, value_max) = (Decimal::parse(value).expect("a number"), Decimal::parse(max));
            quantity_words(
                Quantity {
                    value,
                    value_max,
                    unit,
                    bound: Eq,
                    kind,
                    sign,
                },
                language,
            )
        };
        let (zh, en) = (Language::Chinese, Language::English);
        assert_eq!(words(Kind::Change, Some(Sign::Plus), "58.65", "", "%", zh), "+58.65%");
        assert_eq!(words(Kind::Change, Some(Sign::Minus), "6.7", "", "%", en), "−6.7%");
        assert_eq!(words(Kind::Change, Some(Sign::Plus), "23", "", "rank", zh), "+23位");
        assert_eq!(
            words(Kind::Change, Some(Sign::Plus), "23", "", "rank", en),
            "+23 places"
        );
        assert_eq!(words(Kind::Change, Some(Sign::Plus), "120", "", "x", zh), "120倍");
        assert_eq!(words(Kind::Level, None, "1", "2", "month", zh), "1—2个月");
        assert_eq!(words(Kind::Level, None, "1", "2", "month", en), "1–2 months");
        assert_eq!(words(Kind::Level, None, "500000000", "600000000", "CNY", zh), "5—6亿元");
    }

    #[test]
    fn says_what_a_change_is_measured_against() {
        let check = |basis, zh: &str, en: &str| {
            assert_eq!(basis_words(basis, Language::Chinese), zh);
            assert_eq!(basis_words(basis, Language::English), en);
        };
        check(Some("yoy"), "同比", "on a year before");
        check(Some("from:2020"), "比2020年", "since 2020");
        check(Some("unstated"), "基期未写", "base not stated");
        check(Some("全市"), "全市", "the city");
    }
}
