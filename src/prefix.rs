//! Which of many words a text begins with, found without looking at each of them.

mod letters;

pub use letters::Letters;

use crate::order::sort_by_key;
use std::ops::Range;

/// Words, each with a number for what it stands for. A word may stand for several things.
pub struct Words {
    /// The beginnings of words, those of one length together, those that go on from one beginning side by side.
    nodes: Vec<Node>,
    /// What the words stand for.
    means: Vec<u16>,
    /// For each bucket its first node, and behind the last bucket the number of nodes of one letter.
    buckets: Vec<u16>,
    /// A bit for the low bits of every first letter: most places of a text begin no word, and are done with that.
    first: [u64; FIRST / 64],
}

/// A beginning of words.
struct Node {
    /// Its last letter.
    letter: char,
    /// The first of the nodes that go on from it, and how many do.
    next: (u16, u16),
    /// What the word stands for that ends here: the first place in `means`, and how many.
    means: (u16, u16),
}

/// How many bits tell first letters apart before they are looked up.
const FIRST: usize = 1 << 12;

/// Words are told apart by the low bits of their first letter before anything else.
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
            nodes: Vec::new(),
            means: words.iter().map(|(_, means)| *means).collect(),
            buckets: Vec::with_capacity(BUCKETS + 1),
            first: [0; FIRST / 64],
        };
        // Each node gets its range of words and how many bytes of them have been read.
        let mut ranges = Vec::new();
        table.grow(&words, &mut ranges, 0..words.len(), 0);
        for (i, node) in table.nodes.iter().enumerate() {
            table.buckets.resize(bucket(node.letter) + 1, i as u16);
            let low = node.letter as usize % FIRST;
            table.first[low / 64] |= 1 << (low % 64);
        }
        table.buckets.resize(BUCKETS + 1, table.nodes.len() as u16);
        let mut at = 0;
        while at < ranges.len() {
            let (range, read): (Range<usize>, usize) = ranges[at].clone();
            let whole = words[range.clone()]
                .iter()
                .take_while(|(word, _)| word.len() == read)
                .count();
            let next = table.nodes.len();
            table.grow(&words, &mut ranges, range.start + whole..range.end, read);
            table.nodes[at].next = (next as u16, (table.nodes.len() - next) as u16);
            table.nodes[at].means = (range.start as u16, whole as u16);
            at += 1;
        }
        table
    }

    /// Adds a node for each letter that goes on behind the bytes read of some words.
    fn grow(
        &mut self,
        words: &[(&str, u16)],
        ranges: &mut Vec<(Range<usize>, usize)>,
        range: Range<usize>,
        read: usize,
    ) {
        let first = self.nodes.len();
        for i in range {
            let Some(letter) = words[i].0[read..].chars().next() else {
                continue;
            };
            if self.nodes.len() == first || self.nodes[self.nodes.len() - 1].letter != letter {
                self.nodes.push(Node {
                    letter,
                    next: (0, 0),
                    means: (0, 0),
                });
                ranges.push((i..i, read + letter.len_utf8()));
            }
            if let Some((range, _)) = ranges.last_mut() {
                range.end = i + 1;
            }
        }
    }

    /// Whether a word may begin with this letter: cheap, and false at most places of a text.
    #[inline]
    pub fn may_begin(&self, letter: char) -> bool {
        let low = letter as usize % FIRST;
        self.first[low / 64] >> (low % 64) & 1 > 0
    }

    /// The first nodes of the words that begin with a letter or one like it.
    fn openings(&self, letter: char) -> &[Node] {
        let bucket = bucket(letter);
        &self.nodes[usize::from(self.buckets[bucket])..usize::from(self.buckets[bucket + 1])]
    }

    /// Every word that a text begins with, the shortest first: where it ends in the text, and all that it stands for.
    pub fn beginning<'a>(&'a self, text: Letters<'a>) -> Beginning<'a> {
        Beginning {
            table: self,
            nodes: text.first().map_or(&[], |letter| self.openings(letter)),
            text,
        }
    }

    /// The longest word that a text begins with: where it ends in the text, and the first thing that it stands for.
    #[inline]
    pub fn longest(&self, text: Letters) -> Option<(usize, u16)> {
        match text.first() {
            Some(letter) if self.may_begin(letter) => self.longest_of(text),
            _ => None,
        }
    }

    fn longest_of(&self, mut text: Letters) -> Option<(usize, u16)> {
        let (mut nodes, mut longest) = (self.openings(text.first()?), None);
        while !nodes.is_empty()
            && let Some((end, letter)) = text.next()
            && let Some(node) = find(nodes, letter)
        {
            nodes = &self.nodes[usize::from(node.next.0)..][..usize::from(node.next.1)];
            if node.means.1 > 0 {
                longest = Some((end, self.means[usize::from(node.means.0)]));
            }
        }
        longest
    }
}

/// The node of a letter among those that go on from one beginning, which are in order.
fn find(nodes: &[Node], letter: char) -> Option<&Node> {
    nodes
        .iter()
        .find(|node| node.letter >= letter)
        .filter(|node| node.letter == letter)
}

/// The words that a text begins with; see [`Words::beginning`].
pub struct Beginning<'a> {
    table: &'a Words,
    /// What is left of the text.
    text: Letters<'a>,
    /// The nodes that go on from what has been read.
    nodes: &'a [Node],
}

impl<'a> Iterator for Beginning<'a> {
    type Item = (usize, &'a [u16]);

    fn next(&mut self) -> Option<(usize, &'a [u16])> {
        let table = self.table;
        while !self.nodes.is_empty() {
            let (end, letter) = self.text.next()?;
            let nodes = std::mem::take(&mut self.nodes);
            let Node { next, means, .. } = find(nodes, letter)?;
            self.nodes = &table.nodes[usize::from(next.0)..][..usize::from(next.1)];
            if means.1 > 0 {
                return Some((end, &table.means[usize::from(means.0)..][..usize::from(means.1)]));
            }
        }
        None
    }
}

/// Whether a character is one of some. Looking for a character in a text, as the standard library does, takes thirty times as long.
pub fn is_one(c: char, of: &str) -> bool {
    of.chars().any(|one| one == c)
}

/// Whether a text begins with a word.
pub fn starts(text: &[char], word: &str) -> bool {
    let mut text = text.iter();
    word.chars().all(|c| text.next() == Some(&c))
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
