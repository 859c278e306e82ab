//! Which of many words a text begins with, found without looking at each of them.

mod letters;
mod list;
mod sieve;

pub use letters::Letters;
pub use list::List;
pub use sieve::Sieve;

use std::str::Chars;

/// Words, each with a number for what it stands for. A word may stand for several things.
///
/// The beginnings of words are states, numbered from 1; 0 is that of no letter yet. Which letter leads from which to which stands in a table where
/// each step is looked for at a place that follows from the two, and from there on up to an empty place.
pub struct Words {
    steps: Vec<Step>,
    /// For each state the place of its first meaning, and behind the last state how many there are.
    ends: Vec<u16>,
    /// What the words stand for.
    means: Vec<u16>,
    /// The letters that words begin with.
    first: Sieve,
}

/// How a letter goes on from the beginning of a word.
#[derive(Clone, Copy, Default)]
struct Step {
    /// The state that it goes on from, and the letter; see [`key`].
    key: u32,
    /// The state that it leads to; 0 in an empty place.
    to: u16,
    /// The first thing that the word stands for which ends there, or [`NOTHING`].
    means: u16,
}

/// Stands for no meaning, where no word ends.
const NOTHING: u16 = u16::MAX;

/// A state and a letter. None of our letters takes more than 16 bits.
#[inline]
fn key(from: u16, letter: char) -> Option<u32> {
    (letter <= '\u{ffff}').then_some(u32::from(from) << 16 | letter as u32)
}

impl Words {
    /// The table of these words, whose letters take no more than 16 bits. What one word stands for keeps its order.
    pub fn new(words: impl Iterator<Item = (&'static str, u16)>) -> Self {
        Self::of(words.collect())
    }

    fn of(mut words: Vec<(&str, u16)>) -> Self {
        words.retain(|(word, _)| !word.is_empty());
        let letters: usize = words.iter().map(|(word, _)| word.chars().count()).sum();
        let mut table = Self {
            steps: vec![Step::default(); (2 * letters).next_power_of_two()],
            ends: Vec::new(),
            means: vec![0; words.len()],
            first: Sieve::EMPTY,
        };
        let mut states = 0;
        let last: Vec<u16> = words.iter().map(|(word, _)| table.add(word, &mut states)).collect();
        // Beginnings are shared, so there are fewer steps than letters.
        let steps = std::mem::replace(
            &mut table.steps,
            vec![Step::default(); (usize::from(states) * 3 / 2 + 1).next_power_of_two()],
        );
        for step in steps.into_iter().filter(|step| step.to > 0) {
            let place = table.place(step.key);
            table.steps[place] = step;
        }
        table.ends = vec![0; usize::from(states) + 2];
        for state in &last {
            table.ends[usize::from(*state) + 1] += 1;
        }
        for state in 1..table.ends.len() {
            table.ends[state] += table.ends[state - 1];
        }
        let mut filled = table.ends.clone();
        for ((_, means), state) in words.iter().zip(last) {
            let place = &mut filled[usize::from(state)];
            table.means[usize::from(*place)] = *means;
            *place += 1;
        }
        for step in &mut table.steps {
            let [first, end] = [0, 1].map(|more| usize::from(table.ends[usize::from(step.to) + more]));
            step.means = table.means[first..end].first().copied().unwrap_or(NOTHING);
        }
        table
    }

    /// Adds the steps of a word, and says which state it ends in. `states` is how many there are.
    fn add(&mut self, word: &str, states: &mut u16) -> u16 {
        let mut state = 0;
        for letter in word.chars() {
            if state == 0 {
                self.first.add(letter);
            }
            let Some(key) = key(state, letter) else { break };
            let place = self.place(key);
            if self.steps[place].to == 0 {
                *states += 1;
                let (to, means) = (*states, NOTHING);
                self.steps[place] = Step { key, to, means };
            }
            state = self.steps[place].to;
        }
        state
    }

    /// The place of a step, or the empty one where it would stand.
    #[inline]
    fn place(&self, key: u32) -> usize {
        let mixed = key.wrapping_mul(0x9e37_79b9);
        let mut place = (mixed ^ mixed >> 15) as usize;
        loop {
            // The number of places is a power of two.
            place &= self.steps.len() - 1;
            let step = &self.steps[place];
            if step.key == key || step.to == 0 {
                return place;
            }
            place += 1;
        }
    }

    /// How a letter goes on from a state.
    #[inline]
    fn step(&self, from: u16, letter: char) -> Option<&Step> {
        let step = &self.steps[self.place(key(from, letter)?)];
        (step.to > 0).then_some(step)
    }

    /// The letters that words begin with.
    pub fn first_letters(&self) -> &Sieve {
        &self.first
    }

    /// Every word that a text begins with, the shortest first: where it ends in the text, and all that it stands for.
    pub fn beginning<T: Iterator<Item = (usize, char)>>(&self, text: T) -> Beginning<'_, T> {
        let table = self;
        Beginning { table, text, state: 0 }
    }

    /// The longest word that a text begins with: where it ends in the text, and the first thing that it stands for.
    #[inline]
    pub fn longest(&self, mut text: impl Iterator<Item = (usize, char)>) -> Option<(usize, u16)> {
        let first = text.next().filter(|(_, letter)| self.first.may_hold(*letter))?;
        self.longest_of(first, text)
    }

    #[inline(never)]
    fn longest_of(
        &self,
        (mut end, mut letter): (usize, char),
        mut text: impl Iterator<Item = (usize, char)>,
    ) -> Option<(usize, u16)> {
        let (mut state, mut longest) = (0, None);
        while let Some(step) = self.step(state, letter) {
            state = step.to;
            if step.means != NOTHING {
                longest = Some((end, step.means));
            }
            let Some(next) = text.next() else { break };
            (end, letter) = next;
        }
        longest
    }
}

/// The words that a text begins with; see [`Words::beginning`].
pub struct Beginning<'a, T> {
    table: &'a Words,
    /// What is left of the text, and the state that the letters before it lead to.
    text: T,
    state: u16,
}

impl<'a, T: Iterator<Item = (usize, char)>> Iterator for Beginning<'a, T> {
    type Item = (usize, &'a [u16]);

    fn next(&mut self) -> Option<(usize, &'a [u16])> {
        let Words { means, ends, .. } = self.table;
        loop {
            let (end, letter) = self.text.next()?;
            let step = self.table.step(self.state, letter)?;
            self.state = step.to;
            if step.means != NOTHING {
                let place = |state: u16| usize::from(ends[usize::from(state)]);
                return Some((end, &means[place(step.to)..place(step.to + 1)]));
            }
        }
    }
}

/// The low bits of the letter that begins at a place in a text of UTF-8, and where it ends: twelve of them, which are those of the last two bytes that it
/// is written with. For lists that are worked out when the program is built, where `chars` cannot be had.
const fn low_bits(text: &[u8], at: usize) -> (usize, usize) {
    let mut end = at + 1;
    while end < text.len() && text[end] & 0xc0 == 0x80 {
        end += 1;
    }
    let bits = match end - at {
        1 => text[at] as usize,
        _ => text[end - 2] as usize % 64 * 64 + text[end - 1] as usize % 64,
    };
    (bits, end)
}

/// Whether a character is one of some. Looking for a character in a text, as the standard library does, takes thirty times as long.
pub fn is_one(c: char, of: &str) -> bool {
    of.chars().any(|one| one == c)
}

/// Whether a text begins with a word. The first letter tells most texts apart, and is settled where the function is called.
#[inline]
pub fn starts(text: &[char], word: &str) -> bool {
    let mut letters = word.chars();
    match (text, letters.next()) {
        ([first, rest @ ..], Some(letter)) => *first == letter && goes_on(rest, letters),
        (_, letter) => letter.is_none(),
    }
}

/// Whether a text begins with the rest of a word.
fn goes_on(text: &[char], mut letters: Chars) -> bool {
    let mut text = text.iter();
    letters.all(|c| text.next() == Some(&c))
}

/// Whether a text ends with a word.
pub fn ends(text: &[char], word: &str) -> bool {
    let mut text = text.iter().rev();
    word.chars().rev().all(|c| text.next() == Some(&c))
}

/// Whether one of some words stands in a text.
pub fn holds_one(text: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| {
        let first = word.chars().next();
        let mut places = (0..text.len()).filter(|at| Some(text[*at]) == first);
        places.any(|at| starts(&text[at..], word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_a_text() {
        let words = Words::new(
            ["出口", "出口额", "出口总额", "出", "进口", "出口"]
                .into_iter()
                .zip(1..),
        );
        let check = |text: &str, expect: &[(usize, &[u16])]| {
            let chars: Vec<char> = text.chars().collect();
            let found: Vec<(usize, Vec<u16>)> = words
                .beginning(Letters::exact(&chars))
                .map(|(end, means)| (end, means.to_vec()))
                .collect();
            let expect: Vec<_> = expect.iter().map(|(end, all)| (*end, all.to_vec())).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("出口总额增长", &[(1, &[4]), (2, &[1, 6]), (4, &[3])]);
        check("出口总值", &[(1, &[4]), (2, &[1, 6])]);
        check("出口额", &[(1, &[4]), (2, &[1, 6]), (3, &[2])]);
        check("进出口", &[]);
        check("进", &[]);
        check("", &[]);
        check("\u{251fa}\u{253e3}", &[]);
    }

    #[test]
    fn words_in_the_loose_spelling() {
        let words = Words::new([("规上工业", 1), ("GDP", 2), ("小巨人企业", 3)].into_iter());
        let check = |text: &str, expect: Option<(usize, u16)>| {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(words.longest(Letters::loose(&chars)), expect, "{text}");
        };
        check("规模以上工业", Some((6, 1)));
        check("规上工业", Some((4, 1)));
        check("gdp", Some((3, 2)));
        check("小巨人”企业", Some((6, 3)));
        check("规模以下工业", None);
    }
}
