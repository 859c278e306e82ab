//! `data/lexicon/units.toml` and `cues.toml` as Rust tables.

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
    times: i128,
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

/// The bounds, with their names in `src/figure.rs`.
const BOUNDS: [(&str, &str); 6] = [
    ("eq", "Eq"),
    ("approx", "Approx"),
    ("gt", "Gt"),
    ("ge", "Ge"),
    ("lt", "Lt"),
    ("le", "Le"),
];

fn one() -> i128 {
    1
}

/// `UNITS`: every printed form with its base unit, longest first; `UNIT_EXAMPLES` for the tests.
pub fn units(path: &Path) -> String {
    let text = read(path);
    let units: Units = toml::from_str(&text).unwrap_or_else(|e| fail(path, line_of(&text, e.span()), e.message()));
    let mut rows: BTreeMap<&str, (&str, i32, i128)> = BTreeMap::new();
    let mut examples = Vec::new();
    let mut add = |form: &'_ Spanned<String>, row| {
        if rows.insert(leak(form.get_ref()), row).is_some() {
            fail(
                path,
                line_of(&text, Some(form.span())),
                &format!("`{}` stands twice", form.get_ref()),
            );
        }
    };
    for unit in &units.unit {
        for form in &unit.forms {
            add(form, (leak(&unit.code), unit.power, unit.times));
        }
        examples.extend(&unit.examples);
    }
    for group in &units.classifiers {
        for form in &group.forms {
            add(form, (leak(form.get_ref()), 0, 1));
        }
        examples.extend(&group.examples);
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(form, _)| (std::cmp::Reverse(form.chars().count()), *form));
    let mut code = String::from("static UNITS: &[Unit] = &[\n");
    for (form, (unit, power, times)) in rows {
        let _ = writeln!(
            code,
            "    Unit {{ form: {form:?}, code: {unit:?}, power: {power}, times: {times} }},"
        );
    }
    code += "];\n#[cfg(test)]\nstatic UNIT_EXAMPLES: &[&str] = &[\n";
    for example in examples {
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

/// `CUE_LINES`: every cue word with the bits of its classes in hexadecimal, sorted. `BEFORE`, `INSIDE` and `AFTER`: the words of
/// bound, longest first.
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
            if word.get_ref().is_empty() {
                fail(path, line_of(&text, Some(word.span())), "an empty word");
            }
            *rows.entry(word.get_ref()).or_default() |= bit;
        }
    }
    // As lines of text: half as heavy in the browser as a table of pointers.
    let lines: String = rows.iter().map(|(word, bits)| format!("{word}\t{bits:x}\n")).collect();
    let mut code = format!("static CUE_LINES: &str = {lines:?};\n");
    type Side = fn(&Bound) -> &Vec<String>;
    let sides: [(&str, Side); 3] = [
        ("BEFORE", |b| &b.before),
        ("INSIDE", |b| &b.inside),
        ("AFTER", |b| &b.after),
    ];
    for (name, side) in sides {
        let mut rows: Vec<(&str, &str)> = Vec::new();
        for bound in &cues.bound {
            let known = BOUNDS.iter().find(|(c, _)| c == bound.code.get_ref());
            let (_, variant) = known.unwrap_or_else(|| {
                fail(
                    path,
                    line_of(&text, Some(bound.code.span())),
                    "a bound is eq, approx, gt, ge, lt or le",
                )
            });
            rows.extend(side(bound).iter().map(|word| (word.as_str(), *variant)));
        }
        rows.sort_by_key(|(word, _)| (std::cmp::Reverse(word.chars().count()), *word));
        let _ = writeln!(code, "static {name}: &[(&str, Bound)] = &[");
        for (word, variant) in rows {
            let _ = writeln!(code, "    ({word:?}, Bound::{variant}),");
        }
        code += "];\n";
    }
    code
}

/// The build script ends soon; its words may live as long.
fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
