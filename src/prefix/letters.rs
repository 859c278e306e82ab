//! How words are spelled where they are looked up, so that a table need not list what only looks different. The build script checks the lexicon with
//! this same file, so it depends on nothing.

/// The letters of a text one by one, each with the number of characters of the text that end with it. `H` is how they are read.
#[derive(Clone)]
pub struct Letters<'a, H> {
    chars: &'a [char],
    at: usize,
    how: H,
}

/// As they stand.
#[derive(Clone)]
pub struct Exact;

/// As they stand, from the last to the first.
#[derive(Clone)]
pub struct Backwards;

/// In the lexicon's spelling.
#[derive(Clone)]
pub struct Loose {
    /// Whether the second of the two letters of 规上 comes next.
    middle: bool,
}

impl<'a> Letters<'a, Exact> {
    /// The letters as they stand.
    pub fn exact(chars: &'a [char]) -> Self {
        let how = Exact;
        Self { chars, at: 0, how }
    }
}

impl<'a> Letters<'a, Backwards> {
    /// The letters as they stand, from the last to the first.
    pub fn backwards(chars: &'a [char]) -> Self {
        let how = Backwards;
        Self { chars, at: 0, how }
    }
}

impl<'a> Letters<'a, Loose> {
    /// The letters in the lexicon's spelling: Latin ones in capitals, no quotation marks, 规上 for 规模以上.
    pub fn loose(chars: &'a [char]) -> Self {
        let how = Loose { middle: false };
        Self { chars, at: 0, how }
    }
}

impl Iterator for Letters<'_, Exact> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        let c = *self.chars.get(self.at)?;
        self.at += 1;
        Some((self.at, c))
    }
}

impl Iterator for Letters<'_, Backwards> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        let c = *self.chars.get(self.chars.len().checked_sub(self.at + 1)?)?;
        self.at += 1;
        Some((self.at, c))
    }
}

impl Iterator for Letters<'_, Loose> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        if std::mem::take(&mut self.how.middle) {
            return Some((self.at, '上'));
        }
        loop {
            let c = *self.chars.get(self.at)?;
            self.at += 1;
            // Most characters are Chinese and stay.
            if c >= '\u{4e00}' && c != '规' {
                return Some((self.at, c));
            }
            if c == '规' && self.chars[self.at..].starts_with(&['模', '以', '上']) {
                self.at += 3;
                self.how.middle = true;
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
