//! Words and what they stand for, looked up by the beginning of a text.

use crate::order::sort_by_key;

/// Words, sorted, each with what it stands for. A word may stand for several things.
pub struct Forms<T>(Vec<(&'static str, T)>);

impl<T> Forms<T> {
    /// The table of these words.
    pub fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut table: Vec<_> = words.collect();
        sort_by_key(&mut table, |(word, _)| *word);
        Self(table)
    }

    /// Whether a word begins with this character: cheap, and true at few places of a text.
    pub fn any_from(&self, initial: char) -> bool {
        let initial_of = |word: &str| word.chars().next();
        let at = self.0.partition_point(|(word, _)| initial_of(word) < Some(initial));
        self.0
            .get(at)
            .is_some_and(|(word, _)| initial_of(word) == Some(initial))
    }

    /// Every word that the text begins with, the longest first, each with all that it stands for.
    pub fn beginning<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'static str, &'a [(&'static str, T)])> {
        let mut end = text.len();
        std::iter::from_fn(move || {
            // The longest word that begins the text is the last one before it in the order, unless a word in between differs behind a common
            // beginning; then no longer word than that beginning can fit.
            while end > 0 {
                let upto = self.0.partition_point(|(word, _)| *word <= &text[..end]);
                let (word, _) = self.0[..upto].last()?;
                let common = common_len(word, &text[..end]);
                if common == word.len() {
                    end = word.char_indices().next_back().map_or(0, |(at, _)| at);
                    let from = self.0.partition_point(|(other, _)| other < word);
                    return Some((*word, &self.0[from..upto]));
                }
                end = common;
            }
            None
        })
    }
}

/// Bytes of the longest common beginning.
fn common_len(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_a_text() {
        let forms = Forms::new(
            ["出口", "出口额", "出口总额", "出", "进口", "出口"]
                .into_iter()
                .zip(1..),
        );
        let check = |text, expect: &[(&str, &[i32])]| {
            let found: Vec<_> = forms
                .beginning(text)
                .map(|(word, all)| (word, all.iter().map(|e| e.1).collect::<Vec<_>>()))
                .collect();
            let expect: Vec<_> = expect.iter().map(|(word, all)| (*word, all.to_vec())).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("出口总额增长", &[("出口总额", &[3]), ("出口", &[1, 6]), ("出", &[4])]);
        check("出口总值", &[("出口", &[1, 6]), ("出", &[4])]);
        check("出口额", &[("出口额", &[2]), ("出口", &[1, 6]), ("出", &[4])]);
        check("进出口", &[]);
        check("进", &[]);
        check("", &[]);
        assert!(forms.any_from('出') && forms.any_from('进'));
        assert!(!forms.any_from('口') && !forms.any_from('一') && !forms.any_from('龥'));
    }
}
