//! How the lexicon spells words, so that an entry need not list what only looks different. The build script checks the entries with this same file, so
//! it depends on nothing.

/// The beginning of a text in the lexicon's spelling: Latin letters in capitals, no quotation marks, 规上 for 规模以上.
pub struct Spelled {
    /// The text as respelled.
    pub text: String,
    /// For each of its characters, how many characters of the original end with it.
    ends: Vec<usize>,
}

impl Spelled {
    /// How many characters of the original the first `bytes` bytes stand for.
    pub fn original_len(&self, bytes: usize) -> usize {
        match self.text[..bytes].chars().count() {
            0 => 0,
            n => self.ends[n - 1],
        }
    }
}

const LONG: [char; 4] = ['规', '模', '以', '上'];

/// Respells the beginning of a text, up to `most` characters.
pub fn spelled(chars: &[char], most: usize) -> Spelled {
    let (mut text, mut ends, mut at) = (String::new(), Vec::new(), 0);
    while at < chars.len() && ends.len() < most {
        let c = chars[at];
        if chars[at..].starts_with(&LONG) {
            at += LONG.len();
            text.push_str("规上");
            ends.extend([at, at]);
            continue;
        }
        at += 1;
        if !is_quote(c) {
            text.push(c.to_ascii_uppercase());
            ends.push(at);
        }
    }
    Spelled { text, ends }
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '"' | '「' | '」' | '『' | '』')
}
