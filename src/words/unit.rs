//! Units as they are written, and the power of ten in which a value is written.

use crate::decimal::Decimal;
use crate::language::Language;
use crate::unit::{is_counted, is_money};

/// How numbers of some size are written in a unit: `prefix number suffix`, the number being the value ÷ 10^`power`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The power of ten.
    pub power: i32,
    /// What stands before the number, with its space: `CNY `.
    pub prefix: String,
    /// What stands behind it, with its space: `亿元`, ` bn`, `%`.
    pub suffix: String,
    /// The same behind a single one: ` day` for ` days`.
    pub suffix_one: String,
    /// The language, which decides how long numbers are grouped.
    pub language: Language,
}

impl Scale {
    /// The number alone: `154.66`, in English `1,056`.
    pub fn number(&self, value: Decimal) -> String {
        // Nothing is lost by the shift; where the point cannot be moved so far the value is beyond all measure.
        let moved = match self.power {
            0 => value,
            power => value.shift(-power).unwrap_or(value).trimmed(),
        };
        match self.language {
            Language::Chinese => moved.to_string(),
            Language::English => grouped(&moved.to_string()),
        }
    }
}

/// The scale in which a value of this unit is best written.
pub fn scale(value: Decimal, unit: &str, language: Language) -> Scale {
    let money = is_money(unit);
    let power = match (language, unit) {
        (_, "m2") if value >= ten_to(7) => 6,
        (Language::Chinese, _) if money => [12, 8, 4].into_iter().find(|&p| value >= ten_to(p)).unwrap_or(0),
        (Language::English, _) if money => [12, 9, 6].into_iter().find(|&p| value >= ten_to(p)).unwrap_or(0),
        // Numbers of things are written in 万 only where that is shorter.
        (Language::Chinese, "m2" | "mu" | "t" | "tce" | "kg" | "m3" | "kWh" | "TEU") => short(value),
        (Language::Chinese, _) if is_counted(unit) => short(value),
        _ => 0,
    };
    at_power(power, unit, language)
}

/// The scale for an axis that ends at `largest`: one for all its numbers, however many places that takes.
pub fn axis_scale(largest: Decimal, unit: &str, language: Language) -> Scale {
    let best = scale(largest, unit, language);
    let round = |p: i32| largest >= ten_to(p + 1) && best.power == 0;
    match language {
        Language::Chinese if round(4) && is_counted(unit) => at_power(4, unit, language),
        _ => best,
    }
}

/// 10^n.
fn ten_to(n: i32) -> Decimal {
    Decimal::new(10_i128.pow(n.unsigned_abs()), 0)
}

/// The power in which a plain number is short: two places at most behind the point.
fn short(value: Decimal) -> i32 {
    let fits = |power: &i32| {
        let moved = value.shift(-power).map(|v| v.trimmed());
        value >= ten_to(*power) && moved.is_some_and(|v| v.scale() <= 2)
    };
    [8, 4].into_iter().find(fits).unwrap_or(0)
}

/// How a unit is written in full: its code, then Chinese, English for one, English for many. A code that does not stand here is written as
/// it is; a classifier without an English word is left out there, since the indicator says what is counted.
const UNITS: [(&str, &str, &str, &str); 32] = [
    ("%", "%", "%", "%"),
    ("‰", "‰", "‰", "‰"),
    ("pp", "个百分点", " pp", " pp"),
    ("x", "倍", "×", "×"),
    ("rank", "位", " place", " places"),
    ("m2", "平方米", " m²", " m²"),
    ("m3", "立方米", " m³", " m³"),
    ("mu", "亩", " mu", " mu"),
    ("km", "公里", " km", " km"),
    ("m", "米", " m", " m"),
    ("mm", "毫米", " mm", " mm"),
    ("t", "吨", " t", " t"),
    ("kg", "公斤", " kg", " kg"),
    ("tce", "吨标准煤", " t of standard coal", " t of standard coal"),
    ("kWh", "千瓦时", " kWh", " kWh"),
    ("ug/m3", "微克/立方米", " µg/m³", " µg/m³"),
    ("TEU", "标箱", " TEU", " TEU"),
    ("分", "分", " point", " points"),
    ("s", "秒", " s", " s"),
    ("minute", "分钟", " minute", " minutes"),
    ("hour", "小时", " hour", " hours"),
    ("day", "天", " day", " days"),
    ("workday", "个工作日", " working day", " working days"),
    ("week", "周", " week", " weeks"),
    ("month", "个月", " month", " months"),
    ("year", "年", " year", " years"),
    ("人", "人", " person", " people"),
    ("名", "名", " person", " people"),
    ("人次", "人次", " visit", " visits"),
    ("户", "户", " household", " households"),
    ("套", "套", " unit", " units"),
    ("次", "次", " time", " times"),
];

/// Chinese names of currencies.
const CURRENCIES: [(&str, &str); 30] = [
    ("CNY", "元"),
    ("USD", "美元"),
    ("HKD", "港元"),
    ("MOP", "澳门元"),
    ("TWD", "新台币"),
    ("EUR", "欧元"),
    ("GBP", "英镑"),
    ("JPY", "日元"),
    ("KRW", "韩元"),
    ("RUB", "卢布"),
    ("AUD", "澳元"),
    ("CAD", "加元"),
    ("SGD", "新加坡元"),
    ("CHF", "瑞士法郎"),
    ("THB", "泰铢"),
    ("MYR", "林吉特"),
    ("IDR", "印尼盾"),
    ("INR", "印度卢比"),
    ("VND", "越南盾"),
    ("BRL", "雷亚尔"),
    ("ZAR", "兰特"),
    ("NGN", "奈拉"),
    ("KZT", "坚戈"),
    ("AED", "迪拉姆"),
    ("SEK", "瑞典克朗"),
    ("DEM", "德国马克"),
    ("FRF", "法国法郎"),
    ("ITL", "里拉"),
    ("NLG", "荷兰盾"),
    ("ESP", "比塞塔"),
];

/// The scale of one power of ten.
fn at_power(power: i32, unit: &str, language: Language) -> Scale {
    let (prefix, suffix, one) = match language {
        Language::Chinese => {
            let scale = match power {
                4 => "万",
                8 => "亿",
                12 => "万亿",
                _ => "",
            };
            let name = if unit == "m2" && power == 6 {
                "平方公里"
            } else {
                chinese(unit)
            };
            let name = format!("{scale}{name}");
            (String::new(), name.clone(), name)
        }
        Language::English => {
            let (one, many) = match (unit, power) {
                ("m2", 6) => (" km²", " km²"),
                (_, 6) => (" mn", " mn"),
                (_, 9) => (" bn", " bn"),
                (_, 12) => (" tn", " tn"),
                _ => UNITS.iter().find(|u| u.0 == unit).map_or(("", ""), |u| (u.2, u.3)),
            };
            match UNITS.iter().any(|u| u.0 == unit) {
                _ if is_money(unit) => (format!("{unit} "), many.to_owned(), one.to_owned()),
                false if unit.is_ascii() && !unit.is_empty() => (String::new(), format!(" {unit}"), format!(" {unit}")),
                _ => (String::new(), many.to_owned(), one.to_owned()),
            }
        }
    };
    Scale {
        power,
        prefix,
        suffix,
        suffix_one: one,
        language,
    }
}

/// The Chinese name of a unit; classifiers and unknown codes name themselves.
fn chinese(unit: &str) -> &str {
    let currency = CURRENCIES.iter().find(|(code, _)| *code == unit).map(|c| c.1);
    let measure = UNITS.iter().find(|u| u.0 == unit).map(|u| u.1);
    currency.or(measure).unwrap_or(unit)
}

/// Digits in groups of three before the point: `88,500,000.5`.
pub fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
    let mut out = String::new();
    let digits = whole.bytes().filter(u8::is_ascii_digit).count();
    let mut left = digits;
    for c in whole.chars() {
        if c.is_ascii_digit() {
            if left < digits && left.is_multiple_of(3) {
                out.push(',');
            }
            left -= 1;
        }
        out.push(c);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
