//! The cases of Recognizers-Text, and what is read here in their terms.

use serde::Deserialize;
use std::path::Path;
use zhibiao::decimal::Decimal;
use zhibiao::find::amount::amounts;
use zhibiao::find::numeral::numeral;
use zhibiao::unit::is_money;

/// The models and their files.
pub const MODELS: [(&str, &str); 3] = [
    ("number", "NumberModel.json"),
    ("percent", "PercentModel.json"),
    ("currency", "CurrencyModel.json"),
];

/// A case: what is read, and the values that it holds, in order: a number, or a number with `%` or the code of a currency behind it.
pub struct Case {
    /// The text.
    pub input: String,
    /// The values.
    pub wanted: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Row {
    input: String,
    results: Vec<Found>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Found {
    resolution: Option<Resolution>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Resolution {
    value: Option<String>,
    unit: Option<String>,
    iso_currency: Option<String>,
}

/// The cases of a file; `None` where it is not at hand.
pub fn cases(file: &str) -> Option<Vec<Case>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/specs/recognizers-text")
        .join(file);
    let text = std::fs::read_to_string(path).ok()?;
    let rows: Vec<Row> = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("the cases are JSON");
    Some(
        rows.into_iter()
            .map(|row| Case {
                wanted: row.results.iter().map(value).collect(),
                input: row.input,
            })
            .collect(),
    )
}

/// A value as the cases give it.
fn value(found: &Found) -> String {
    let Some(resolution) = &found.resolution else {
        return String::new();
    };
    let value = resolution.value.clone().unwrap_or_default();
    match (&resolution.iso_currency, &resolution.unit) {
        (Some(code), _) => format!("{} {code}", plain(&value)),
        (None, Some(unit)) => format!("{} {unit}", plain(&value)),
        (None, None) => match value.strip_suffix('%') {
            Some(number) => format!("{}%", plain(number)),
            None => plain(&value),
        },
    }
}

/// 1E+16 and 5E-06 as digits, and without noughts behind the point.
fn plain(value: &str) -> String {
    if let Some((digits, power)) = value.split_once("E-") {
        let power: usize = power.parse().unwrap_or(0);
        return format!("0.{:0>power$}", digits.replace('.', ""));
    }
    let (digits, power) = value.split_once("E+").unwrap_or((value, "0"));
    let power: usize = power.parse().unwrap_or(0);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<power$}");
    let (more, part) = part.split_at(power);
    let part = part.trim_end_matches('0');
    if part.is_empty() {
        format!("{whole}{more}")
    } else {
        format!("{whole}{more}.{part}")
    }
}

/// The values of a text as a model sees it.
pub fn read(model: &str, text: &str) -> Vec<String> {
    let clean = zhibiao::text::clean(text);
    let chars = &clean.chars;
    match model {
        "number" => numbers(chars),
        "percent" => {
            let (found, _) = amounts(chars, &[]);
            // Percentage points count as percent there.
            let rates = found.iter().filter(|a| matches!(a.unit, "%" | "pp"));
            rates
                .flat_map(|a| [Some(signed(a.value, a.negative)), a.max.map(|m| signed(m, a.negative))])
                .flatten()
                .map(|v| format!("{v}%"))
                .collect()
        }
        _ => {
            let (found, _) = amounts(chars, &[]);
            let sums = found.iter().filter(|a| is_money(a.unit));
            sums.map(|a| format!("{} {}", signed(a.value, a.negative), a.unit))
                .collect()
        }
    }
}

fn signed(value: Decimal, negative: bool) -> String {
    let value = value.trimmed().to_string();
    if negative { format!("-{value}") } else { value }
}

/// Every numeral of a text.
fn numbers(chars: &[char]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match numeral(&chars[at..]) {
            Some(number) => {
                let minus = at > 0 && matches!(chars[at - 1], '-' | '负' | '－');
                let value = if number.percent {
                    number.value.shift(-2).unwrap_or(number.value)
                } else {
                    number.value
                };
                found.push(signed(value, minus));
                at += number.len;
            }
            None => at += 1,
        }
    }
    found
}
