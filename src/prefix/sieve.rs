//! Whether a letter may be one of some, told without a branch.

use super::low_bits;

/// Some letters by their low bits. What it does not hold is none of them, and most places of a text are done with that; a few others pass too.
#[derive(Clone)]
pub struct Sieve([u64; PLACES / 64]);

const PLACES: usize = 1 << 12;

impl Sieve {
    /// Holds no letter.
    pub const EMPTY: Self = Self([0; PLACES / 64]);

    /// The letters of a text; for a constant.
    pub const fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut sieve = Self::EMPTY;
        let mut at = 0;
        while at < bytes.len() {
            let (low, end) = low_bits(bytes, at);
            sieve.0[low % PLACES / 64] |= 1 << (low % 64);
            at = end;
        }
        sieve
    }

    /// Adds a letter.
    pub fn add(&mut self, letter: char) {
        let low = letter as usize % PLACES;
        self.0[low / 64] |= 1 << (low % 64);
    }

    /// Whether a letter may be one of them.
    #[inline]
    pub const fn may_hold(&self, letter: char) -> bool {
        let low = letter as usize % PLACES;
        self.0[low / 64] >> (low % 64) & 1 > 0
    }
}

impl FromIterator<char> for Sieve {
    fn from_iter<T: IntoIterator<Item = char>>(letters: T) -> Self {
        let mut sieve = Self::EMPTY;
        letters.into_iter().for_each(|letter| sieve.add(letter));
        sieve
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn a_constant_holds_the_letters_of_its_text() {
        const TEXT: &str = "0zaé·“一龥，";
        const SIEVE: Sieve = Sieve::of(TEXT);
        let same: Sieve = TEXT.chars().collect();
        assert_eq!(SIEVE.0, same.0);
        assert!(TEXT.chars().all(|c| SIEVE.may_hold(c)));
        assert!(!"1b丁。”".chars().any(|c| SIEVE.may_hold(c)));
    }
}
