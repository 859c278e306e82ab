//! Words that checks look for in what stands around a figure.

/// Whether one of the words, which are parted by `|`, stands in a text.
pub fn has(text: &[char], words: &str) -> bool {
    // Most figures are asked about many words that they have not: only their first characters are looked for.
    any_word(words, |first, rest| {
        text.iter()
            .enumerate()
            .any(|(at, c)| *c == first && starts(&text[at + 1..], rest))
    })
}

/// Where a word last stands in a text.
pub fn find(text: &[char], word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    (0..text.len())
        .rev()
        .find(|&at| text[at] == first && starts(&text[at..], word))
}

/// Whether a text begins with one of the words.
pub fn begins(text: &[char], words: &str) -> bool {
    any_word(words, |first, rest| {
        text.first() == Some(&first) && starts(&text[1..], rest)
    })
}

/// Whether something is true of one of the words, each given as its first character and what follows it.
fn any_word(words: &str, fits: impl Fn(char, &str) -> bool) -> bool {
    let mut words = words.chars();
    while let Some(first) = words.next() {
        if fits(first, words.as_str()) {
            return true;
        }
        words.by_ref().find(|c| *c == '|');
    }
    false
}

/// Whether a text begins with a word, which ends at `|`.
pub fn starts(text: &[char], word: &str) -> bool {
    let mut rest = text.iter();
    word.chars().take_while(|c| *c != '|').all(|c| rest.next() == Some(&c))
}

/// Whether nothing is left of a text once the words, marks and spaces are taken out.
pub fn only(text: &[char], words: &str) -> bool {
    let mut rest = text;
    while let Some((c, behind)) = rest.split_first() {
        let word = words.split('|').find(|word| starts(rest, word));
        rest = match word {
            Some(word) => &rest[word.chars().count().max(1)..],
            None if c.is_alphanumeric() => return false,
            None => behind,
        };
    }
    true
}
