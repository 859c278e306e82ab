//! Front matter: the `key: value` lines that stand before a report.
//!
//! ```text
//! ---
//! id: ganzhou-2024
//! title: …
//! ---
//!
//! text
//! ```
//!
//! The build script reads reports with this same file, so it depends on nothing but [`crate::period`].

use crate::period::Date;
use std::fmt;

/// The fields of a report's front matter, and where its text starts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Front<'a> {
    /// `id`: short name in addresses; lower-case ASCII letters, digits and hyphens.
    pub id: &'a str,
    /// `title`: headline.
    pub title: &'a str,
    /// `outlet`: who published it.
    pub outlet: Option<&'a str>,
    /// `author`.
    pub author: Option<&'a str>,
    /// `date`: when it appeared.
    pub date: Option<Date>,
    /// `url`: where it was found.
    pub url: Option<&'a str>,
    /// `zone`: the zone it is about, under its usual name.
    pub zone: Option<&'a str>,
    /// `damage`: how the original was damaged.
    pub damage: Option<&'a str>,
    /// `copy`: which copy it was retold from, where the original was not at hand. All its figures are of low reliability then.
    pub copy: Option<&'a str>,
    /// Byte offset of the text behind the front matter.
    pub body: usize,
}

/// What is wrong with a front matter, and on which line.
#[derive(Debug, PartialEq, Eq)]
pub struct FrontError {
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub reason: String,
}

impl fmt::Display for FrontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for FrontError {}

/// Whether the text begins with front matter.
pub fn has_front(text: &str) -> bool {
    text.starts_with("---\n")
}

/// Reads the front matter of a report file with LF line ends.
///
/// # Errors
/// A missing fence, an unknown, repeated or empty key, a date that does not exist, a missing `id` or `title`.
pub fn front(text: &str) -> Result<Front<'_>, FrontError> {
    let fail = |line, reason: &str| {
        Err(FrontError {
            line,
            reason: reason.to_owned(),
        })
    };
    if !has_front(text) {
        return fail(1, "a report starts with a line `---`");
    }
    let mut front = Front::default();
    let mut at = 4;
    let mut seen: Vec<&str> = Vec::new();
    for (i, line) in text[at..].lines().enumerate() {
        let number = i + 2;
        at += line.len() + 1;
        if line == "---" {
            if front.id.is_empty() || front.title.is_empty() {
                return fail(number, "the front matter needs both `id` and `title`");
            }
            front.body = at.min(text.len());
            return Ok(front);
        }
        let Some((key, value)) = line.split_once(':') else {
            return fail(number, "expected `key: value` or the closing `---`");
        };
        let (key, value) = (key.trim(), value.trim());
        if value.is_empty() || seen.contains(&key) {
            return fail(number, &format!("`{key}` is empty or stands twice"));
        }
        seen.push(key);
        match key {
            "id" if value
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') =>
            {
                front.id = value
            }
            "id" => return fail(number, "`id` takes lower-case letters, digits and hyphens"),
            "title" => front.title = value,
            "outlet" => front.outlet = Some(value),
            "author" => front.author = Some(value),
            "url" => front.url = Some(value),
            "zone" => front.zone = Some(value),
            "damage" => front.damage = Some(value),
            "copy" => front.copy = Some(value),
            "date" => match Date::parse(value) {
                Some(date) => front.date = Some(date),
                None => return fail(number, &format!("`{value}` is no date; write YYYY-MM-DD")),
            },
            _ => {
                return fail(
                    number,
                    &format!("unknown key `{key}`; known are id, title, outlet, author, date, url, zone, damage, copy"),
                );
            }
        }
    }
    fail(text.lines().count(), "the front matter is not closed by a line `---`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_fields_and_finds_the_text() {
        let text = "---\nid: a-1\ntitle: 题: 目\ndate: 2024-02-27\ncopy: 转载\n---\n\n正文";
        let front = front(text).expect("well formed");
        assert_eq!(
            (front.id, front.title, front.date, front.copy),
            ("a-1", "题: 目", Date::parse("2024-02-27"), Some("转载"))
        );
        assert_eq!(&text[front.body..], "\n正文");
    }

    #[test]
    fn names_the_line_and_the_reason() {
        let check = |text: &str, line: usize, part: &str| {
            let error = front(text).expect_err(text);
            assert_eq!(error.line, line, "{text}");
            assert!(error.reason.contains(part), "{error}");
        };
        check("正文", 1, "---");
        check("---\nid a\n---\n", 2, "key: value");
        check("---\nid: a\ntitle: t\ndate: 2023-02-30\n---\n", 4, "no date");
        check("---\nid: a\ntitel: t\n---\n", 3, "unknown key");
        check("---\nid: a\n---\n", 3, "title");
        check("---\nid: A b\n---\n", 2, "lower-case");
        check("---\nid: a\ntitle: t\n", 3, "not closed");
        check("---\nid: a\nid: b\n---\n", 3, "twice");
        check("---\nid: a\ncopy:\n---\n", 3, "`copy` is empty");
    }
}
