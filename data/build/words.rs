//! `data/lexicon/units.toml` and `cues.toml` as Rust tables.

use super::entries::Words;
use super::{fail, line_of, read};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use toml::Spanned;

/// The classes that the rules know, in the order of their bits in `src/cue.rs`.
const CLASSES: [&str; 33] = [
    "rise",
    "fall",
    "yoy",
    "mom",
    "annual",
    "share",
    "done",
    "plan",
    "rank",
    "gap",
    "compare",
    "high",
    "copula",
    "to",
    "from",
    "adverb",
    "prep",
    "conj",
    "de",
    "among",
    "respective",
    "each",
    "expected",
    "planned",
    "whole",
    "self",
    "verb",
    "head",
    "award",
    "generic",
    "org",
    "contest",
    "plain",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    unit: Vec<Unit>,
    classifiers: Vec<Classifiers>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    code: String,
    #[serde(default)]
    power: i32,
    #[serde(default = "one")]
    times: i32,
    forms: Vec<Spanned<String>>,
    examples: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Classifiers {
    forms: Vec<Spanned<String>>,
    examples: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    cue: Vec<Cue>,
    bound: Vec<Bound>,
    ending: Vec<Cue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cue {
    class: Spanned<String>,
    words: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bound {
    code: Spanned<String>,
    before: Vec<String>,
    inside: Vec<String>,
    after: Vec<String>,
}

/// The lists of endings that the rules know by name.
const ENDINGS: [&str; 10] = [
    "firm", "trade", "intro", "title", "office", "common", "site", "brand", "plant", "park",
];

/// The bounds, with their names in `src/figure.rs`.
const BOUNDS: [(&str, &str); 6] = [
    ("eq", "Eq"),
    ("approx", "Approx"),
    ("gt", "Gt"),
    ("ge", "Ge"),
    ("lt", "Lt"),
    ("le", "Le"),
];

fn one() -> i32 {
    1
}

/// `UNIT_LINES`: the printed forms of a unit, the base unit (none for classifiers, each of which is its own), the power of ten and the factor;
/// `UNIT_EXAMPLES` for the tests.
pub fn units(path: &Path) -> String {
    let text = read(path);
    let units: Units = toml::from_str(&text).unwrap_or_else(|e| fail(path, line_of(&text, e.span()), e.message()));
    let (mut seen, mut lines) = (Words::default(), String::new());
    let mut forms = |forms: &[Spanned<String>]| {
        for form in forms {
            if let Err(fault) = seen.add(form.get_ref(), line_of(&text, Some(form.span()))) {
                fail(path, fault.line, &fault.reason);
            }
        }
        joined(forms)
    };
    for unit in &units.unit {
        let (forms, Unit { code, power, times, .. }) = (forms(&unit.forms), unit);
        let _ = writeln!(lines, "{forms}\t{code}\t{power}\t{times}");
    }
    for group in &units.classifiers {
        let _ = writeln!(lines, "{}", forms(&group.forms));
    }
    let mut code = format!("static UNIT_LINES: &str = {lines:?};\n");
    code += "#[cfg(test)]\nstatic UNIT_EXAMPLES: &[&str] = &[\n";
    let of_units = units.unit.iter().flat_map(|unit| &unit.examples);
    for example in of_units.chain(units.classifiers.iter().flat_map(|group| &group.examples)) {
        if !example.get_ref().contains(" = ") {
            fail(
                path,
                line_of(&text, Some(example.span())),
                "an example reads `text = value code`",
            );
        }
        let _ = writeln!(code, "    {:?},", example.get_ref());
    }
    code + "];\n"
}

/// `CUE_LINES`: for each set of classes, its bits in hexadecimal and its words. `BOUNDS` and
/// `BEFORE`, `INSIDE` and `AFTER`: the words of each bound. `FIRM` and so on: the endings of names.
pub fn cues(path: &Path) -> String {
    let text = read(path);
    let cues: Cues = toml::from_str(&text).unwrap_or_else(|e| fail(path, line_of(&text, e.span()), e.message()));
    let mut rows: BTreeMap<&str, u64> = BTreeMap::new();
    for cue in &cues.cue {
        let class = cue.class.get_ref();
        let bit = match CLASSES.iter().position(|c| c == class) {
            Some(i) => 1 << i,
            None => {
                let reason = format!("unknown class `{class}`; known are {}", CLASSES.join(", "));
                fail(path, line_of(&text, Some(cue.class.span())), &reason)
            }
        };
        for word in &cue.words {
            if word.get_ref().is_empty() || word.get_ref().contains('|') {
                fail(
                    path,
                    line_of(&text, Some(word.span())),
                    "a word that is empty or has `|` in it",
                );
            }
            *rows.entry(word.get_ref()).or_default() |= bit;
        }
    }
    let mut sets: BTreeMap<u64, Vec<&str>> = BTreeMap::new();
    for (word, bits) in rows {
        sets.entry(bits).or_default().push(word);
    }
    // As lines of text: half as heavy in the browser as a table of pointers.
    let line = |(bits, words): (&u64, &Vec<&str>)| format!("{bits:x}\t{}\n", words.join("|"));
    let lines: String = sets.iter().map(line).collect();
    let mut code = format!("static CUE_LINES: &str = {lines:?};\n");
    let variants: Vec<&str> = BOUNDS.iter().map(|(_, variant)| *variant).collect();
    let _ = writeln!(
        code,
        "const BOUNDS: [Bound; {}] = [Bound::{}];",
        variants.len(),
        variants.join(", Bound::")
    );
    for bound in &cues.bound {
        if !BOUNDS.iter().any(|(code, _)| code == bound.code.get_ref()) {
            let line = line_of(&text, Some(bound.code.span()));
            fail(path, line, "a bound is eq, approx, gt, ge, lt or le");
        }
    }
    type Side = fn(&Bound) -> Vec<String>;
    let sides: [(&str, Side); 3] = [
        // Read from the end.
        ("BEFORE", |b| {
            b.before.iter().map(|word| word.chars().rev().collect()).collect()
        }),
        ("INSIDE", |b| b.inside.clone()),
        ("AFTER", |b| b.after.clone()),
    ];
    for (name, side) in sides {
        let line = |(known, _): &(&str, &str)| {
            let bounds = cues.bound.iter().filter(|bound| bound.code.get_ref() == known);
            bounds.flat_map(side).collect::<Vec<_>>().join("|")
        };
        let lines: Vec<String> = BOUNDS.iter().map(line).collect();
        let lines = lines.join("\n");
        let _ = writeln!(
            code,
            "static {name}: LazyLock<Words> = LazyLock::new(|| bounds({lines:?}));"
        );
    }
    for ending in &cues.ending {
        let class = ending.class.get_ref();
        if !ENDINGS.contains(&class.as_str()) {
            let reason = format!("unknown list of endings `{class}`; known are {}", ENDINGS.join(", "));
            fail(path, line_of(&text, Some(ending.class.span())), &reason);
        }
        let words: Vec<&str> = ending.words.iter().map(|word| word.get_ref().as_str()).collect();
        let backwards: Vec<String> = words.iter().map(|word| word.chars().rev().collect()).collect();
        let (name, words, backwards) = (class.to_uppercase(), words.join("|"), backwards.join("|"));
        let _ = writeln!(
            code,
            "/// Endings of the class `{class}`.\npub static {name}: LazyLock<Endings> = LazyLock::new(|| Endings::new({words:?}, {backwards:?}));"
        );
    }
    code
}

/// Words as an item of a line.
fn joined(words: &[Spanned<String>]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.get_ref().as_str()).collect();
    words.join("|")
}
