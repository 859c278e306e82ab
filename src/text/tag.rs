//! Tags of HTML: where one begins and ends, and of which element it is.

use super::Ch;

/// The longest name of an element that is told from others.
const LONGEST: usize = 12;

/// A text in which tags are looked for.
pub(super) struct Tags<'a> {
    text: &'a [Ch],
    /// Where the last comment ends, so that one without an end is not looked for again and again.
    comments: usize,
}

/// A tag, a comment or a declaration.
pub(super) struct Tag {
    name: [u8; LONGEST],
    len: usize,
    /// Whether it ends its element.
    pub(super) closing: bool,
    /// One past its last character.
    pub(super) end: usize,
}

impl<'a> Tags<'a> {
    /// The tags of a text.
    pub(super) fn new(text: &'a [Ch]) -> Self {
        let comments = text.windows(3).rposition(ends_comment).map_or(0, |n| n + 3);
        Self { text, comments }
    }

    /// The tag at a `<`; where there is none, the place up to which there is none. Both ends lie behind the start, so that a search that
    /// goes on from there takes linear time.
    pub(super) fn at(&self, start: usize) -> Result<Tag, usize> {
        let c = |at: usize| self.text.get(at).map_or('\n', |ch| ch.c);
        let mut tag = Tag {
            name: [0; LONGEST],
            len: 0,
            closing: c(start + 1) == '/',
            end: start,
        };
        if [c(start + 1), c(start + 2), c(start + 3)] == ['!', '-', '-'] {
            tag.end = self.comment(start + 4);
            return Ok(tag);
        }
        let mut at = start + 1 + usize::from(tag.closing);
        if !(c(at).is_ascii_alphabetic() || (matches!(c(at), '!' | '?') && c(at + 1).is_ascii_alphabetic())) {
            return Err(start + 1);
        }
        while tag.len < LONGEST && (c(at).is_ascii_alphanumeric() || c(at) == '!') {
            tag.name[tag.len] = c(at).to_ascii_lowercase() as u8;
            tag.len += 1;
            at += 1;
        }
        let mut quote = None;
        while let Some(ch) = self.text.get(at) {
            match (quote, ch.c) {
                (None, '>') => {
                    tag.end = at + 1;
                    return Ok(tag);
                }
                (None, '<') => return Err(at),
                (None, '"' | '\'') if c(at - 1) == '=' => quote = Some(ch.c),
                (Some(open), close) if open == close => quote = None,
                _ => {}
            }
            at += 1;
        }
        Err(at)
    }

    /// Where a comment ends whose words begin at `from`. One that never ends is no more than its mark.
    fn comment(&self, from: usize) -> usize {
        let rest = self.text.get(from..self.comments).unwrap_or_default();
        rest.windows(3).position(ends_comment).map_or(from, |n| from + n + 3)
    }

    /// Whether a tag of one of these elements stands in the text.
    pub(super) fn any(&self, names: &[&str]) -> bool {
        let mut at = 0;
        while let Some(next) = self.text[at..].iter().position(|ch| ch.c == '<') {
            at = match self.at(at + next) {
                Ok(tag) if tag.is_any(names) => return true,
                Ok(tag) => tag.end,
                Err(end) => end,
            };
        }
        false
    }

    /// Where the end tag of an element ends. What stands before it, such as a script, need not be markup.
    pub(super) fn closing(&self, from: usize, name: &str) -> Option<usize> {
        let is_end = |text: &[Ch]| {
            let mut letters = text[1..].iter().map(|ch| ch.c.to_ascii_lowercase());
            let named = letters.next() == Some('/') && name.chars().all(|c| letters.next() == Some(c));
            named && letters.next().is_none_or(|c| !c.is_ascii_alphanumeric())
        };
        let text = self.text;
        let start = (from..text.len()).find(|at| text[*at].c == '<' && is_end(&text[*at..]))?;
        let mark = text[start..].iter().position(|ch| ch.c == '>');
        Some(mark.map_or(text.len(), |n| start + n + 1))
    }
}

impl Tag {
    /// Its name in small letters; a comment has none.
    pub(super) fn name(&self) -> &[u8] {
        &self.name[..self.len]
    }

    /// Whether it is of one of these elements.
    pub(super) fn is_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name() == name.as_bytes())
    }
}

fn ends_comment(text: &[Ch]) -> bool {
    text[0].c == '-' && text[1].c == '-' && text[2].c == '>'
}

#[cfg(test)]
mod tests {
    use super::super::testing::chs;
    use super::Tags;

    #[test]
    fn tags_are_told_from_text() {
        for (text, expect) in [
            ("<p>文", Ok(("p", 3))),
            ("</P >文", Ok(("p", 5))),
            ("<a href='x>y'>", Ok(("a", 14))),
            ("<!DOCTYPE html>", Ok(("!doctype", 15))),
            ("<!-- a > b -->文", Ok(("", 14))),
            ("<!-- 文", Ok(("", 4))),
            ("<", Err(1)),
            ("<5", Err(1)),
            ("<p<b>", Err(2)),
            ("<a href='x", Err(10)),
        ] {
            let chars = chs(text);
            let tag = Tags::new(&chars).at(0);
            let tag = tag
                .as_ref()
                .map(|tag| (std::str::from_utf8(tag.name()).expect("ASCII"), tag.end));
            assert_eq!(tag.map_err(|end| *end), expect, "{text}");
        }
    }

    #[test]
    fn elements_end_where_their_tag_does() {
        let chars = chs("<nav>a</navy></nav >b");
        assert_eq!(Tags::new(&chars).closing(5, "nav"), Some(20));
        assert_eq!(Tags::new(&chars).closing(5, "head"), None);
    }
}
