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

/// A Chinese headline cut where a line of it may end: before a number with what limits it, and behind a year, month or day. So no number is torn.
pub fn phrases(text: &str) -> Vec<&str> {
    const LIMITS: &str = "第约逾近超";
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map_or(' ', |(_, c)| *c);
    let (mut phrases, mut from) = (Vec::new(), 0);
    for i in 1..chars.len() {
        let (before, c) = (at(i - 1), at(i));
        let number = c.is_ascii_digit() && !LIMITS.contains(before) || LIMITS.contains(c) && at(i + 1).is_ascii_digit();
        let date = "年月日".contains(before) && i > 1 && at(i - 2).is_ascii_digit() && !"的以至底初末".contains(c);
        if is_han(before) && (number || date && is_han(c)) {
            phrases.push(&text[from..chars[i].0]);
            from = chars[i].0;
        }
    }
    phrases.push(&text[from..]);
    phrases
}

/// An English text whose amounts are not torn at the ends of lines: `CNY 88.5 bn` in one piece.
pub fn glued(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (i, c) in text.char_indices() {
        let rest = text[i..].trim_start();
        let amount = before.is_ascii_uppercase() && rest.starts_with(|c: char| c.is_ascii_digit());
        let scale = before.is_ascii_digit() && ["bn", "mn", "m²", "km"].iter().any(|unit| rest.starts_with(unit));
        out.push(if c == ' ' && (amount || scale) { '\u{a0}' } else { c });
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_not_torn() {
        let check = |text: &str, expect: &str| assert_eq!(phrases(text).join("|"), expect);
        check("", "");
        check(
            "甲区2023年投产率70.37%，算得73.91%",
            "甲区|2023年|投产率|70.37%，算得|73.91%",
        );
        check("由第107位到第31位，进76位", "由|第107位到|第31位，进|76位");
        check("截至2022年5月完成投资约40亿元", "截至|2022年|5月|完成投资|约40亿元");
        check("由2020年的57家增至100家", "由|2020年的|57家增至|100家");
        assert_eq!(glued("of CNY 1.5 bn in Q1 2023"), "of CNY\u{a0}1.5\u{a0}bn in Q1 2023");
    }
}
