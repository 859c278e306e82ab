//! What every data file in TOML has in common: it is read with line numbers, and no word stands for two entries.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use toml::Spanned;

/// What is wrong with a file, and on which line.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub reason: String,
}

/// Reads the text of a file.
///
/// # Errors
/// No TOML, an unknown or missing key, a value of the wrong type.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    toml::from_str(text).map_err(|e| Fault {
        line: line(text, e.span().map_or(0, |span| span.start)),
        reason: e.message().to_owned(),
    })
}

/// The line that a value stands on.
pub fn line_of<T>(text: &str, value: &Spanned<T>) -> usize {
    line(text, value.span().start)
}

fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&b| b == b'\n').count() + 1
}

/// The words given so far, with the line that each stands on.
#[derive(Default)]
pub struct Words(HashMap<String, usize>);

impl Words {
    /// Adds a word that must be there, be new, and fit into the tables that the build writes (which are separated by tabs, lines and `|`).
    ///
    /// # Errors
    /// An empty or repeated word, or one with a separator in it.
    pub fn add(&mut self, word: &str, line: usize) -> Result<(), Fault> {
        let fault = |reason| Err(Fault { line, reason });
        if word.trim() != word || word.is_empty() {
            return fault("a name is empty, or begins or ends with a space".to_owned());
        }
        if word.contains(['\t', '\n', '|']) {
            return fault(format!("`{}` has a tab, a line end or `|` in it", word.escape_debug()));
        }
        match self.0.insert(word.to_owned(), line) {
            Some(first) => fault(format!("`{word}` is already given on line {first}")),
            None => Ok(()),
        }
    }

    /// Whether the word was added.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }
}
