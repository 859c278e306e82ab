//! Tables for cleaning: Traditional characters, and the words of page furniture.

use super::{fail, read};
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;

/// The pairs of `t2s.tsv`, sorted by the Traditional character, as steps: every character is given by its distance from the one before it, from U+4E00 on,
/// doubled, and one less than doubled where it goes back; in groups of seven bits, the lowest first, all but the last with the high bit set. Steps take
/// 5 KB in the built site, code points 8.
pub fn variants(path: &Path) -> String {
    let text = read(path);
    let mut pairs: Vec<(char, char)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number = number + 1;
        let pair = line
            .split_once('\t')
            .and_then(|(from, to)| Some((single(from)?, single(to)?)));
        let Some((from, to)) = pair else {
            fail(path, number, "expected two characters with a tab between them");
        };
        if !('\u{4e00}'..='\u{9fff}').contains(&from) || !('\u{3400}'..='\u{9fff}').contains(&to) {
            fail(
                path,
                number,
                "expected a character between U+4E00 and U+9FFF and one between U+3400 and U+9FFF",
            );
        }
        if from == to {
            fail(path, number, "the two characters are the same");
        }
        if pairs.last().is_some_and(|(last, _)| *last >= from) {
            fail(
                path,
                number,
                "expected lines in the order of their code points, each once",
            );
        }
        pairs.push((from, to));
    }
    let table = |name: &str, pick: fn(&(char, char)) -> char| {
        let (mut bytes, mut last) = (Vec::new(), 0x4e00);
        for pair in &pairs {
            let code = pick(pair) as i32;
            let step = (code - last) * 2;
            let mut rest = if step < 0 { -step - 1 } else { step };
            while rest > 0x7f {
                bytes.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            bytes.push(rest as u8);
            last = code;
        }
        format!("static {name}: &[u8] = &{bytes:?};\n")
    };
    table("FROM", |pair| pair.0) + &table("TO", |pair| pair.1)
}

/// The only character of a word.
fn single(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// `chrome.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chrome {
    rule: Vec<Rule>,
}

/// One rule for lines of page furniture.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: String,
    place: Place,
    words: Vec<String>,
    most: u16,
    #[serde(default)]
    needs: Needs,
    #[serde(default)]
    why: Why,
    cuts: Vec<String>,
    #[serde(default)]
    keeps: Vec<String>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
enum Place {
    Start,
    Label,
    End,
    Inside,
}

#[derive(Deserialize, Debug, Default)]
#[serde(rename_all = "lowercase")]
enum Needs {
    #[default]
    Fragment,
    Prose,
    Phrase,
    Contact,
    Figureless,
}

#[derive(Deserialize, Debug, Default)]
#[serde(rename_all = "lowercase")]
enum Why {
    #[default]
    Chrome,
    Caption,
}

/// The rules of `chrome.toml`, their words, a line for each rule, and their examples.
pub fn chrome(path: &Path) -> String {
    let text = read(path);
    let chrome: Chrome = toml::from_str(&text).unwrap_or_else(|e| {
        let start = e.span().map_or(0, |span| span.start);
        fail(path, text[..start].matches('\n').count() + 1, e.message())
    });
    let mut rules = String::from("static RULES: &[Rule] = &[\n");
    let mut examples = String::from("#[cfg(test)]\nstatic EXAMPLES: &[(&str, &[&str], &[&str])] = &[\n");
    let mut words = String::new();
    for rule in &chrome.rule {
        let complain =
            |reason: &str| -> ! { fail(path, line_of(&text, &rule.name), &format!("{}: {reason}", rule.name)) };
        if rule.words.is_empty() || rule.cuts.is_empty() {
            complain("a rule needs `words`, and an example in `cuts`");
        }
        if rule
            .words
            .iter()
            .any(|word| word.is_empty() || word.contains([' ', '+']))
        {
            complain(
                "a word must hold something, and neither a space, for spaces in the text are passed over, nor `+`",
            );
        }
        words += &(rule.words.join("+") + "\n");
        let Rule {
            name,
            place,
            most,
            needs,
            why,
            cuts,
            keeps,
            ..
        } = rule;
        let _ = writeln!(
            rules,
            "    Rule {{ place: Place::{place:?}, most: {most}, needs: Needs::{needs:?}, why: CutReason::{why:?} }}, // {name}"
        );
        let _ = writeln!(examples, "    ({name:?}, &{cuts:?}, &{keeps:?}),");
    }
    format!("{rules}];\nstatic WORDS: &str = {words:?};\n{examples}];\n")
}

/// The line where a rule of this name stands.
fn line_of(text: &str, name: &str) -> usize {
    let quoted = format!("{name:?}");
    text.lines()
        .position(|line| line.contains(&quoted))
        .map_or(0, |n| n + 1)
}
