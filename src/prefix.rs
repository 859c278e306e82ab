//! Which of many words a text begins with, found without looking at each of them.

mod letters;

pub use letters::Letters;

use crate::order::sort_by_key;

/// Words, each with a number for what it stands for. A word may stand for several things.
pub struct Words {
    /// The letters of all words, one word after the other.
    letters: Vec<char>,
    /// The words, those of a bucket side by side, there in order.
    rows: Vec<Row>,
    /// For each bucket its first row, and behind the last bucket the number of rows.
    buckets: Vec<u16>,
}

/// A word of the table.
#[derive(Clone, Copy)]
pub struct Row {
    start: u32,
    len: u16,
    /// What it stands for.
    pub means: u16,
}

/// Words are told apart by the low bits of their first letter before anything else: most places of a text begin no word, and are done with that.
const BUCKETS: usize = 1 << 10;

fn bucket(letter: char) -> usize {
    letter as usize % BUCKETS
}

impl Words {
    /// The table of these words. What one word stands for keeps its order.
    pub fn new(words: impl Iterator<Item = (&'static str, u16)>) -> Self {
        let mut words: Vec<(&str, u16)> = words.filter(|(word, _)| !word.is_empty()).collect();
        sort_by_key(&mut words, |(word, _)| (word.chars().next().map(bucket), *word));
        let mut table = Self {
            letters: Vec::new(),
            rows: Vec::with_capacity(words.len()),
            buckets: Vec::with_capacity(BUCKETS + 1),
        };
        for (word, means) in words {
            let start = table.letters.len();
            table.letters.extend(word.chars());
            table
                .buckets
                .resize(bucket(table.letters[start]) + 1, table.rows.len() as u16);
            table.rows.push(Row {
                start: start as u32,
                len: (table.letters.len() - start) as u16,
                means,
            });
        }
        table.buckets.resize(BUCKETS + 1, table.rows.len() as u16);
        table
    }

    /// Whether a word may begin with this letter: cheap, and false at most places of a text.
    pub fn may_begin(&self, letter: char) -> bool {
        let bucket = bucket(letter);
        self.buckets[bucket] < self.buckets[bucket + 1]
    }

    /// Every word that a text begins with, the shortest first: where it ends in the text, with one row for each thing that it stands for.
    pub fn beginning<'a>(&'a self, text: Letters<'a>) -> Beginning<'a> {
        Beginning {
            table: self,
            text,
            rows: &self.rows,
            depth: 0,
        }
    }

    /// The longest word that a text begins with: where it ends in the text, and the first thing that it stands for.
    pub fn longest(&self, text: Letters) -> Option<(usize, u16)> {
        self.beginning(text).last().map(|(end, rows)| (end, rows[0].means))
    }

    fn letter(&self, row: &Row, depth: usize) -> Option<char> {
        (depth < usize::from(row.len)).then(|| self.letters[row.start as usize + depth])
    }
}

/// The words that a text begins with; see [`Words::beginning`].
pub struct Beginning<'a> {
    table: &'a Words,
    /// What is left of the text.
    pub text: Letters<'a>,
    /// The words that begin with what has been read.
    rows: &'a [Row],
    /// How many letters have been read.
    depth: usize,
}

impl<'a> Iterator for Beginning<'a> {
    type Item = (usize, &'a [Row]);

    fn next(&mut self) -> Option<(usize, &'a [Row])> {
        while !self.rows.is_empty() {
            let Some((end, letter)) = self.text.next() else {
                self.rows = &[];
                break;
            };
            if self.depth == 0 {
                let bucket = bucket(letter);
                let [from, to] = [bucket, bucket + 1].map(|i| usize::from(self.table.buckets[i]));
                self.rows = &self.table.rows[from..to];
            }
            let upto = |most: Option<char>| {
                self.rows
                    .partition_point(|row| self.table.letter(row, self.depth) < most)
            };
            let next = char::from_u32(letter as u32 + 1);
            self.rows = &self.rows[upto(Some(letter))..next.map_or(self.rows.len(), |next| upto(Some(next)))];
            self.depth += 1;
            let whole = self.rows.partition_point(|row| usize::from(row.len) == self.depth);
            if whole > 0 {
                return Some((end, &self.rows[..whole]));
            }
        }
        None
    }
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
                .map(|(end, rows)| (end, rows.iter().map(|row| row.means).collect()))
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
        assert!(words.may_begin('出') && words.may_begin('进'));
        assert!(!words.may_begin('口') && !words.may_begin('一'));
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
