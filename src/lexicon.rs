//! Words as data: indicators and zones, from `data/lexicon`, checked and turned into lines by the build script. It never sees a text, only the place
//! where a word may begin.

mod zone;

use crate::language::is_han;
use crate::prefix::{Letters, Words};
use std::sync::LazyLock;

pub use zone::{
    Level, ZONES, Zone, ZoneKind, cities, is_place, is_region, is_single, longest_zone, places, region_english,
    region_len, region_title, zone,
};

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A statistical indicator. The fields are those of `data/lexicon/indicators.toml`.
#[derive(Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its usual Chinese name.
    pub name: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Other wordings that mean the same.
    pub aliases: Vec<&'static str>,
    /// Base unit of its levels, where it has one; `CNY` stands for money in any currency.
    pub unit: Option<&'static str>,
    /// Name of the indicator that it is a part of, where it is one.
    pub part_of: Option<&'static str>,
    /// Names of indicators that look alike and may not be put side by side with it.
    pub not_with: Vec<&'static str>,
    /// Whether its growth rates are at constant prices, so that no earlier level follows from a level and its growth.
    pub real_growth: bool,
}

impl Indicator {
    /// Whether the two look alike but differ in definition.
    pub fn differs_from(&self, other: &Self) -> bool {
        self.not_with.contains(&other.name) || other.not_with.contains(&self.name)
    }
}

/// The indicators, related ones together.
pub static INDICATORS: LazyLock<Vec<Indicator>> = LazyLock::new(|| INDICATOR_LINES.lines().map(indicator_of).collect());

/// The indicator that has this name or alias.
pub fn indicator(name: &str) -> Option<&'static Indicator> {
    let chars: Vec<char> = name.chars().collect();
    longest_indicator(&chars)
        .filter(|&(len, _)| len == chars.len())
        .map(|(_, indicator)| indicator)
}

/// The English name of the indicator that has this name or alias.
pub fn indicator_english(name: &str) -> Option<&'static str> {
    indicator(name).map(|indicator| indicator.en)
}

/// The indicator with the longest name or alias at the beginning of a text, with the number of characters that it takes there. Quotation marks inside
/// are passed over, one at the beginning is not; Latin letters count as a word only where it ends.
pub fn longest_indicator(chars: &[char]) -> Option<(usize, &'static Indicator)> {
    chars.first().filter(|c| is_han(**c) || c.is_alphanumeric())?;
    let is_latin = |i: usize| chars.get(i).is_some_and(char::is_ascii_alphanumeric);
    let ends = |end: usize| !(is_latin(end - 1) && is_latin(end));
    let longest = WORDS.longest(Letters::loose(chars))?;
    let shorter = || {
        let words = WORDS.beginning(Letters::loose(chars)).filter(|(end, _)| ends(*end));
        words.last().map(|(end, means)| (end, means[0]))
    };
    let (end, found) = Some(longest).filter(|(end, _)| ends(*end)).or_else(shorter)?;
    Some((end, &INDICATORS[usize::from(found)]))
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = |(index, indicator): (u16, &'static Indicator)| {
        std::iter::once(indicator.name)
            .chain(indicator.aliases.iter().copied())
            .map(move |word| (word, index))
    };
    Words::new((0..).zip(INDICATORS.iter()).flat_map(words))
});

/// Reads a line that the build script wrote; its form is described there.
fn indicator_of(line: &'static str) -> Indicator {
    let [name, en, aliases, unit, part_of, not_with, growth] = fields(line);
    Indicator {
        name,
        en,
        aliases: items(aliases).collect(),
        unit: Some(unit).filter(|unit| !unit.is_empty()),
        part_of: Some(part_of).filter(|whole| !whole.is_empty()),
        not_with: items(not_with).collect(),
        real_growth: !growth.is_empty(),
    }
}

/// The fields of a line; those left out at its end are empty.
fn fields<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut fields = line.split('\t');
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}

/// The items of a list.
fn items(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests;
