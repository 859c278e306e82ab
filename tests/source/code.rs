//! Just enough of Rust's grammar to see which paths a file names.

/// Rust code with its comments and literals blanked out; places stay the same.
pub struct Code(Vec<char>);

impl Code {
    /// Blanks comments, strings and characters.
    pub fn new(text: &str) -> Self {
        let mut code: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < code.len() {
            let end = literal_end(&code, at);
            for c in &mut code[at..end] {
                if *c != '\n' {
                    *c = ' ';
                }
            }
            // A word is stepped over whole, so that the `r` that ends it begins no raw string.
            let word = code[end.max(at)..].iter().take_while(|c| is_word(**c)).count();
            at = if end > at { end } else { at + word.max(1) };
        }
        Self(code)
    }

    /// The same without the unit tests at the end of the file.
    pub fn without_tests(mut self) -> Self {
        let text: String = self.0.iter().collect();
        if let Some(at) = text.find("#[cfg(test)]\nmod ") {
            self.0.truncate(text[..at].chars().count());
        }
        self
    }

    /// The modules that the file declares, in order.
    pub fn modules(&self) -> Vec<String> {
        let text: String = self.0.iter().collect();
        let declared = |line: &str| {
            let line = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned())
        };
        text.lines().filter_map(declared).collect()
    }

    /// Every path that is named, with its line; groups are taken apart, `self` and `super` resolved for a file that is `module`.
    pub fn paths(&self, module: &[&str]) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        let count = |line: &mut usize, c: &char| {
            *line += usize::from(*c == '\n');
            Some(*line)
        };
        let lines: Vec<usize> = self.0.iter().scan(1, count).collect();
        while at < self.0.len() {
            if is_word(self.0[at]) {
                let before = found.len();
                let end = self.path(at, "", &mut found);
                for (place, path) in &mut found[before..] {
                    *place = lines[*place];
                    *path = resolved(path, module);
                }
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }

    /// Reads one path from `at` and adds it, or each path of its group, behind `prefix`; returns where it ends.
    fn path(&self, mut at: usize, prefix: &str, found: &mut Vec<(usize, String)>) -> usize {
        let start = at;
        let mut path = prefix.to_owned();
        loop {
            let word: String = self.0[at..].iter().take_while(|c| is_word(**c)).collect();
            at += word.chars().count();
            path += &word;
            if !self.0[at..].starts_with(&[':', ':']) {
                found.push((start, path));
                return at;
            }
            path += "::";
            at += 2;
            if self.0.get(at) == Some(&'{') {
                return self.group(at + 1, &path, found);
            }
            if !self.0.get(at).is_some_and(|c| is_word(*c)) {
                // `::*` or `::<T>`
                found.push((start, path.trim_end_matches("::").to_owned()));
                return at;
            }
        }
    }

    /// Reads the paths of a group up to its closing brace.
    fn group(&self, mut at: usize, prefix: &str, found: &mut Vec<(usize, String)>) -> usize {
        while at < self.0.len() && self.0[at] != '}' {
            at = if is_word(self.0[at]) {
                self.path(at, prefix, found)
            } else {
                at + 1
            };
        }
        at + 1
    }
}

/// Whether a path is the name or lies below it.
pub fn shown(path: &str, name: &str) -> bool {
    path.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// `super::x` in the module `a::b` is `crate::a::x`.
fn resolved(path: &str, module: &[&str]) -> String {
    let mut base = module;
    let mut rest = path;
    let mut relative = false;
    loop {
        if let Some(r) = rest.strip_prefix("super::") {
            (rest, relative) = (r, true);
            base = &base[..base.len().saturating_sub(1)];
        } else if let Some(r) = rest.strip_prefix("self::") {
            (rest, relative) = (r, true);
        } else {
            break;
        }
    }
    match relative {
        true => ["crate"]
            .iter()
            .chain(base)
            .copied()
            .chain([rest])
            .collect::<Vec<_>>()
            .join("::"),
        false => path.to_owned(),
    }
}

/// Where the comment or literal that begins at `at` ends; `at` itself where none does.
fn literal_end(code: &[char], at: usize) -> usize {
    let rest = &code[at..];
    let until = |from: usize, end: &[char]| {
        let close = rest[from.min(rest.len())..].windows(end.len()).position(|w| w == end);
        close.map_or(code.len(), |i| at + from + i + end.len())
    };
    match rest {
        ['/', '/', ..] => at + rest.iter().take_while(|c| **c != '\n').count(),
        ['/', '*', ..] => until(2, &['*', '/']),
        ['r', '"' | '#', ..] => {
            let marks = rest[1..].iter().take_while(|c| **c == '#').count();
            if rest.get(1 + marks) != Some(&'"') {
                return at;
            }
            let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', marks)).collect();
            until(2 + marks, &close)
        }
        ['"', ..] => {
            let mut i = 1;
            while i < rest.len() && rest[i] != '"' {
                i += if rest[i] == '\\' { 2 } else { 1 };
            }
            (at + i + 1).min(code.len())
        }
        // A lifetime has no closing quote.
        ['\'', '\\', ..] => until(3, &['\'']),
        ['\'', _, '\'', ..] => at + 3,
        _ => at,
    }
}

#[test]
fn paths_are_seen_where_code_names_them() {
    let check = |text: &str, module: &[&str], expect: &[&str]| {
        let found = Code::new(text).paths(module);
        let found: Vec<&str> = found
            .iter()
            .map(|(_, path)| path.as_str())
            .filter(|p| p.contains("::"))
            .collect();
        assert_eq!(found, expect, "{text}");
    };
    check("use std::fs;", &[], &["std::fs"]);
    check(
        "use std::{fs, time::{Instant, self}};",
        &[],
        &["std::fs", "std::time::Instant", "std::time::self"],
    );
    check("let x = crate::text::clean(a);", &[], &["crate::text::clean"]);
    check("use super::super::chart::x;", &["find", "amount"], &["crate::chart::x"]);
    check("use super::x::Y;", &["find", "amount"], &["crate::find::x::Y"]);
    check("Vec::<std::fs::File>::new()", &[], &["std::fs::File"]);
    check("use yew::html::*;", &[], &["yew::html"]);
    check(
        "// std::fs\n/* std::fs */ \"std::fs\" r#\"std::fs\"# 'a' b::c",
        &[],
        &["b::c"],
    );
    check("for 'a: x::y('\\'', \"\\\"\", z::w)", &[], &["x::y", "z::w"]);
    assert_eq!(
        Code::new("a\n\n std::fs").paths(&[]).last(),
        Some(&(3, "std::fs".to_owned()))
    );
}

#[test]
fn modules_and_tests_are_told_apart() {
    let code = Code::new("pub mod a;\n// mod b;\nmod c;\n\n#[cfg(test)]\nmod tests { use std::fs; }\n");
    assert_eq!(code.modules(), ["a", "c"]);
    assert!(
        code.without_tests()
            .paths(&[])
            .iter()
            .all(|(_, path)| path != "std::fs")
    );
}

#[test]
fn a_name_covers_what_lies_below_it() {
    assert!(shown("yew", "yew") && shown("yew::html", "yew"));
    assert!(!shown("yewish", "yew") && !shown("crate::yew", "yew"));
}
