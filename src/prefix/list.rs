//! A few words that a single rule asks for.

use super::{ends, low_bits, starts};

/// A few words, parted by `|`. Which letters they begin and end with is worked out when the program is built, so that a text that has none of them
/// there, as most have, is done with at once.
pub struct List {
    words: &'static str,
    first: Traces,
    last: Traces,
}

impl List {
    /// The list of these words.
    pub const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let (mut first, mut last) = (Traces::NONE, Traces::NONE);
        let (mut at, mut opens) = (0, true);
        while at < bytes.len() {
            let (letter, end) = low_bits(bytes, at);
            if opens {
                first = first.with(letter);
            }
            opens = bytes[at] == b'|';
            if end == bytes.len() || bytes[end] == b'|' {
                last = last.with(letter);
            }
            at = end;
        }
        Self { words, first, last }
    }

    /// The first word in the list that begins a text.
    #[inline]
    pub fn which_begins(&self, text: &[char]) -> Option<&'static str> {
        text.first().filter(|c| self.first.may_hold(**c))?;
        self.find(&|word| starts(text, word))
    }

    /// The first word in the list that ends a text.
    #[inline]
    pub fn which_ends(&self, text: &[char]) -> Option<&'static str> {
        text.last().filter(|c| self.last.may_hold(**c))?;
        self.find(&|word| ends(text, word))
    }

    /// The length of the first word in the list that begins a text.
    #[inline]
    pub fn beginning(&self, text: &[char]) -> Option<usize> {
        self.which_begins(text).map(|word| word.chars().count())
    }

    /// The length of the first word in the list that ends a text.
    #[inline]
    pub fn ending(&self, text: &[char]) -> Option<usize> {
        self.which_ends(text).map(|word| word.chars().count())
    }

    /// Whether a text is one of the words.
    #[inline]
    pub fn holds(&self, text: &[char]) -> bool {
        let ends = text.last().is_some_and(|c| self.last.may_hold(*c));
        let whole = |word: &str| starts(text, word) && word.chars().count() == text.len();
        ends && self.find(&whole).is_some()
    }

    /// Whether one of the words stands somewhere in a text.
    pub fn stands_in(&self, text: &[char]) -> bool {
        (0..text.len()).any(|at| self.which_begins(&text[at..]).is_some())
    }

    /// Whether one of the words stands somewhere in a name.
    pub fn stands_in_name(&self, name: &str) -> bool {
        let mut places = name.char_indices().filter(|(_, c)| self.first.may_hold(*c));
        places.any(|(at, _)| self.find(&|word| name[at..].starts_with(word)).is_some())
    }

    fn find(&self, fits: &dyn Fn(&str) -> bool) -> Option<&'static str> {
        first_that(self.words, fits)
    }
}

/// The first of some words, parted by `|`, that passes a test.
fn first_that<'a>(mut words: &'a str, fits: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    loop {
        let end = words.bytes().position(|byte| byte == b'|');
        let word = &words[..end.unwrap_or(words.len())];
        if fits(word) {
            return Some(word);
        }
        words = &words[end? + 1..];
    }
}

/// What letters leave behind: a bit for the low bits of each, and one for the next ones. Others may leave the same, but few do.
#[derive(Clone, Copy)]
struct Traces {
    low: u32,
    next: u32,
}

impl Traces {
    const NONE: Self = Self { low: 0, next: 0 };

    const fn with(self, letter: usize) -> Self {
        Self {
            low: self.low | 1 << (letter % 32),
            next: self.next | 1 << (letter / 32 % 32),
        }
    }

    #[inline]
    const fn may_hold(self, letter: char) -> bool {
        let letter = letter as usize;
        self.low >> (letter % 32) & self.next >> (letter / 32 % 32) & 1 > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_that_fits() {
        const LIST: List = List::new("有限公司|公司|GDP|区·内|产业园");
        let check = |text: &str, beginning: Option<usize>, ending: Option<usize>| {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(LIST.beginning(&chars), beginning, "{text}");
            assert_eq!(LIST.ending(&chars), ending, "{text}");
        };
        check("有限公司", Some(4), Some(4));
        assert!(LIST.holds(&['公', '司']) && !LIST.holds(&['限', '公', '司']) && !LIST.holds(&['公', '内']));
        check("公司有限", Some(2), None);
        check("GDP在公司", Some(3), Some(2));
        check("区·内产业园", Some(3), Some(3));
        check("园|区", None, None);
        check("", None, None);
        assert!(LIST.stands_in_name("某某公司的") && LIST.stands_in(&['在', 'G', 'D', 'P']));
        assert!(!LIST.stands_in_name("某某的公") && !LIST.stands_in(&['公']) && !LIST.stands_in_name(""));
    }
}
