//! How words are spelled where they are looked up, so that a table need not list what only looks different. The build script checks the lexicon with
//! this same file, so it depends on nothing.

/// How letters are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Exact,
    Backwards,
    Loose,
}

/// The letters of a text one by one, each with the number of characters of the text that end with it.
#[derive(Clone)]
pub struct Letters<'a> {
    chars: &'a [char],
    at: usize,
    how: How,
    /// Whether the second of the two letters of 规上 comes next.
    middle: bool,
}

impl<'a> Letters<'a> {
    /// The letters as they stand.
    pub fn exact(chars: &'a [char]) -> Self {
        Self {
            chars,
            at: 0,
            how: How::Exact,
            middle: false,
        }
    }

    /// The letters as they stand, from the last to the first.
    pub fn backwards(chars: &'a [char]) -> Self {
        Self {
            how: How::Backwards,
            ..Self::exact(chars)
        }
    }

    /// The letters in the lexicon's spelling: Latin ones in capitals, no quotation marks, 规上 for 规模以上.
    pub fn loose(chars: &'a [char]) -> Self {
        Self {
            how: How::Loose,
            ..Self::exact(chars)
        }
    }
}

impl Letters<'_> {
    /// The letter that comes first.
    #[inline]
    pub fn first(&self) -> Option<char> {
        match self.how {
            How::Exact => self.chars.first().copied(),
            How::Backwards => self.chars.last().copied(),
            How::Loose => self.chars.iter().find(|c| !is_quote(**c)).map(char::to_ascii_uppercase),
        }
    }
}

impl Iterator for Letters<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        if std::mem::take(&mut self.middle) {
            return Some((self.at, '上'));
        }
        loop {
            let at = match self.how {
                How::Backwards => self.chars.len().checked_sub(self.at + 1)?,
                _ => self.at,
            };
            let c = *self.chars.get(at)?;
            self.at += 1;
            // Most characters are Chinese and stay.
            if self.how != How::Loose || c >= '\u{4e00}' && c != '规' {
                return Some((self.at, c));
            }
            if c == '规' && self.chars[self.at..].starts_with(&['模', '以', '上']) {
                self.at += 3;
                self.middle = true;
            }
            if !is_quote(c) {
                return Some((self.at, c.to_ascii_uppercase()));
            }
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '"' | '「' | '」' | '『' | '』')
}
