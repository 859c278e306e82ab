//! Words as data: indicators and zones, from `data/lexicon`, checked and turned into Rust by the build script. It never sees a text.

/// A statistical indicator.
#[derive(Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its usual Chinese name.
    pub name: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Other wordings that mean the same.
    pub aliases: &'static [&'static str],
    /// Name of the indicator that it is a part of, where it is one.
    pub part_of: Option<&'static str>,
}

/// A development zone.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its usual Chinese name: `景德镇高新区`.
    pub name: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Other names: the full official one, short and old ones.
    pub aliases: &'static [&'static str],
    /// Province-level division.
    pub province: &'static str,
    /// City.
    pub city: &'static str,
}

/// The indicators, sorted by name.
pub static INDICATORS: &[Indicator] = &[];

/// The zones, sorted by name.
pub static ZONES: &[Zone] = &[];

/// The indicator that has this name or alias.
pub fn indicator(name: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|i| i.name == name || i.aliases.contains(&name))
}

/// The zone that has this name or alias.
pub fn zone(name: &str) -> Option<&'static Zone> {
    ZONES.iter().find(|z| z.name == name || z.aliases.contains(&name))
}

/// The longest indicator name or alias at the start of `chars`, with its length.
pub fn longest_indicator(chars: &[char]) -> Option<(usize, &'static Indicator)> {
    let _ = chars;
    None
}

/// The longest zone name at the start of `chars`: its length and the usual name.
pub fn longest_zone(chars: &[char]) -> Option<(usize, &'static str)> {
    let _ = chars;
    None
}
