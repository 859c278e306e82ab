//! Units of measure and classifiers, from `data/lexicon/units.toml`.

use crate::decimal::Decimal;
use crate::prefix::{Letters, Words};
use std::sync::LazyLock;

/// A printed unit.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// As printed: `平方公里`.
    pub form: &'static str,
    /// The base unit: `m2`; for a classifier the classifier itself.
    pub code: &'static str,
    /// Base units in one printed unit, as a power of ten …
    pub power: i32,
    /// … times this.
    pub times: i128,
}

// `static UNIT_LINES`, written and described by the build script.
include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// Every printed form.
static UNITS: LazyLock<(Words, Vec<Unit>)> = LazyLock::new(|| {
    let units = UNIT_LINES.lines().flat_map(units_of).collect::<Vec<_>>();
    (Words::new(units.iter().map(|unit| unit.form).zip(0..)), units)
});

/// The units of a line, one for each form.
fn units_of(line: &'static str) -> impl Iterator<Item = Unit> {
    let mut fields = line.split('\t');
    let forms = fields.next().unwrap_or_default().split('|');
    let code = fields.next();
    let mut number = || fields.next().and_then(|field| field.parse::<i32>().ok());
    let (power, times) = (number().unwrap_or(0), number().unwrap_or(1));
    forms.map(move |form| Unit {
        form,
        code: code.unwrap_or(form),
        power,
        times: times.into(),
    })
}

impl Unit {
    /// A printed value in base units; `None` where it leaves the range.
    pub fn base(&self, value: Decimal) -> Option<Decimal> {
        match self.times {
            1 => value.shift(self.power),
            times => Some(value.checked_mul(Decimal::new(times, 0))?.shift(self.power)?.trimmed()),
        }
    }
}

/// Whether a base unit is a Chinese classifier: what is measured is a number of things. 分 counts marks, which come in parts.
pub fn is_counted(code: &str) -> bool {
    code != "分" && code.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

/// Whether a base unit measures time.
pub fn is_time(code: &str) -> bool {
    matches!(
        code,
        "s" | "minute" | "hour" | "day" | "workday" | "week" | "month" | "year"
    )
}

/// Whether a base unit is a currency: three capital letters, as ISO 4217 has them.
pub fn is_money(code: &str) -> bool {
    code.len() == 3 && code != "TEU" && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// The longest unit at the start of `chars`, with its length in characters.
pub fn longest(chars: &[char]) -> Option<(usize, &'static Unit)> {
    let (words, units) = &*UNITS;
    let (len, unit) = words.longest(Letters::exact(chars))?;
    Some((len, &units[usize::from(unit)]))
}

/// The examples of the unit file, as `text = value code`.
#[cfg(test)]
pub fn examples() -> &'static [&'static str] {
    UNIT_EXAMPLES
}
