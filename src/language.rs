//! The two languages of the interface.

/// A language in which we write; a report's own text stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The tag for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            Self::English => "en",
        }
    }
}

/// A Chinese character.
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

/// An English text cut where Chinese begins and ends, each part with whether it is Chinese: `over `, `项目50个`, ` at`. Digits and marks inside
/// Chinese belong to it.
pub fn parts(text: &str) -> Vec<(bool, &str)> {
    let latin = |c: char| c.is_ascii() && !c.is_ascii_digit();
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_han) {
        let end = rest[start..].find(latin).map_or(rest.len(), |length| start + length);
        parts.push((false, &rest[..start]));
        parts.push((true, &rest[start..end]));
        rest = &rest[end..];
    }
    parts.push((false, rest));
    parts.retain(|(_, part)| !part.is_empty());
    parts
}
