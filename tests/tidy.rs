//! The rules of the house, kept by machine. Each complaint names file and line and says what to do.

mod source {
    pub mod code;
    pub mod files;
}

use source::code::{Code, shown};
use source::files::{File, files};

/// Modules that know the browser, the file system, the clock or the user interface; everything else under `src` is the core.
const EDGES: &[&str] = &["cli", "main", "module", "prerender", "ui", "web"];

/// What the core may not name.
const OUTSIDE: &[&str] = &[
    "encoding_rs",
    "gloo",
    "js_sys",
    "lexopt",
    "serde_json",
    "serde_wasm_bindgen",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "tokio",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
];

/// A room, what it may not name, and why.
const CLOSED: &[(&str, &[&str], &str)] = &[
    (
        "lexicon",
        &[
            "crate::text",
            "crate::report",
            "crate::token",
            "crate::find",
            "crate::link",
            "crate::figure",
        ],
        "the lexicon never sees a text; pass it the words to look up",
    ),
    (
        "find",
        &["crate::chart", "crate::scene", "crate::svg", "crate::table"],
        "what is found in a text does not depend on how it is drawn",
    ),
    (
        "link",
        &["crate::chart", "crate::scene", "crate::svg", "crate::table"],
        "what a figure means does not depend on how it is drawn",
    ),
    (
        "chart",
        &[
            "crate::text",
            "crate::report",
            "crate::find",
            "crate::link",
            "crate::figure::Reading",
            "crate::figure::Figure",
        ],
        "a chart sees observations only; put what it needs into `table::Observation`",
    ),
    (
        "scene",
        &[
            "crate::lexicon",
            "crate::chart",
            "crate::text",
            "crate::report",
            "crate::figure",
        ],
        "a scene is shapes; write names and values into its texts",
    ),
    (
        "svg",
        &[
            "crate::lexicon",
            "crate::chart",
            "crate::text",
            "crate::report",
            "crate::figure",
        ],
        "the writer draws shapes; write names and values into the scene's texts",
    ),
];

/// What may stand at the top level, beside dot-files and the folders and files that `.gitignore` names.
const TOP: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Makefile",
    "README.md",
    "Trunk.toml",
    "data",
    "src",
    "tests",
    "www",
];

/// Lines of one file.
const LINES: usize = 400;

#[test]
fn the_core_knows_nothing_of_the_outside() {
    let mut complaints = Vec::new();
    for file in files()
        .iter()
        .filter(|f| f.room().is_some_and(|room| !EDGES.contains(&room)))
    {
        for (line, path) in Code::new(&file.text).without_tests().paths(&file.module()) {
            if let Some(name) = OUTSIDE.iter().find(|name| shown(&path, name)) {
                complaints.push(format!(
                    "{}:{line}: the core may not name `{name}`; do it in src/cli, src/ui or src/web",
                    file.path
                ));
            }
        }
    }
    none(complaints);
}

#[test]
fn rooms_stay_closed_to_each_other() {
    let mut complaints = Vec::new();
    for file in files() {
        for (_, closed, why) in CLOSED.iter().filter(|(room, ..)| file.room() == Some(room)) {
            for (line, path) in Code::new(&file.text).without_tests().paths(&file.module()) {
                if let Some(name) = closed.iter().find(|name| shown(&path, name)) {
                    complaints.push(format!("{}:{line}: names `{name}`: {why}", file.path));
                }
            }
        }
    }
    none(complaints);
}

#[test]
fn modules_stand_in_the_order_of_the_flow() {
    let all = files();
    let lib = all
        .iter()
        .find(|f| f.path == "src/lib.rs")
        .expect("there is a src/lib.rs");
    let order = Code::new(&lib.text).modules();
    assert!(
        order.len() > 5,
        "the modules of src/lib.rs were not recognised: {order:?}"
    );
    let place = |name: &str| order.iter().position(|m| m == name);
    let mut complaints = Vec::new();
    for file in &all {
        // The edges stand last and may name each other.
        let Some(own) = file.room().filter(|room| !EDGES.contains(room)).and_then(place) else {
            continue;
        };
        for (line, path) in Code::new(&file.text).without_tests().paths(&file.module()) {
            let named = path.strip_prefix("crate::").map(|p| p.split("::").next().unwrap_or(p));
            if let Some(name) = named.filter(|name| place(name).is_some_and(|there| there > own)) {
                complaints.push(format!(
                    "{}:{line}: names `{name}`, which stands after `{}` in src/lib.rs; a module names only those before it: move it there, or turn the dependency round",
                    file.path, order[own]
                ));
            }
        }
    }
    none(complaints);
}

#[test]
fn what_the_browser_loads_brings_no_heavy_crates() {
    let all = files();
    let manifest = all
        .iter()
        .find(|f| f.path == "Cargo.toml")
        .expect("there is a Cargo.toml");
    let mut complaints = Vec::new();
    let mut seen = 0;
    for (number, line) in manifest.numbered() {
        let Some((name, value)) = line.split_once(" = [") else {
            continue;
        };
        if name == "default" && value != "]" {
            complaints.push(format!(
                "Cargo.toml:{number}: `default` stays empty, so that tests build quickly"
            ));
        }
        if ["ui", "web", "hydrate", "module"].contains(&name) {
            seen += 1;
            for heavy in ["serde_json", "encoding_rs", "lexopt", "tokio"] {
                if value.contains(heavy) {
                    complaints.push(format!(
                        "Cargo.toml:{number}: `{name}` may not bring {heavy}: it is for the native side only"
                    ));
                }
            }
        }
    }
    assert_eq!(
        seen, 4,
        "the features ui, web, hydrate and module stand on one line each"
    );
    none(complaints);
}

#[test]
fn files_stay_short() {
    let written = |f: &&File| ["rs", "js", "css", "html"].contains(&f.ending()) || f.path == "Makefile";
    let long = |f: &File| {
        let lines = f.text.lines().count();
        (lines > LINES).then(|| format!("{}:{LINES}: {lines} lines; divide it, {LINES} are allowed", f.path))
    };
    none(files().iter().filter(written).filter_map(long).collect());
}

#[test]
fn the_top_level_stays_clear() {
    let strange = |f: &File| {
        let top = f.path.split('/').next().unwrap_or_default();
        (!top.starts_with('.') && !TOP.contains(&top)).then(|| {
            format!(
                "{}:1: may not stand at the top level; move it into src, data, tests or www",
                f.path
            )
        })
    };
    none(files().iter().filter_map(strange).collect());
}

#[test]
fn nothing_names_a_machine_or_is_left_over() {
    // Split, so that this file does not name them itself.
    const MARKS: &[(&str, &str)] = &[
        (
            concat!("/wo", "rk/"),
            "a path of one machine; write it relative to the project",
        ),
        (
            concat!("/ro", "ot/"),
            "a path of one machine; write it relative to the project",
        ),
        (
            concat!("/tm", "p/"),
            "a path of one machine; ask the system for its temporary folder",
        ),
        (
            concat!("registry", ".npmjs"),
            "a package host; the tools know their own",
        ),
        (concat!("crates", ".io"), "a package host; the tools know their own"),
        (concat!("TO", "DO"), "something left over; do it, or open an issue"),
        (concat!("FIX", "ME"), "something left over; do it, or open an issue"),
        (concat!("dbg", "!("), "something left over; remove it"),
        (concat!("todo", "!("), "something left over; write it"),
        (concat!("unimplemented", "!("), "something left over; write it"),
        (
            concat!("console", ".log(\""),
            "something left over in a page; remove it",
        ),
        (concat!("test", ".only("), "something left over; run all tests"),
    ];
    let mut complaints = Vec::new();
    for file in files().iter().filter(|f| !f.path.ends_with("Cargo.lock")) {
        for (number, line) in file.numbered() {
            for (mark, advice) in MARKS.iter().filter(|(mark, _)| stands(line, mark)) {
                complaints.push(format!("{}:{number}: `{mark}` is {advice}", file.path));
            }
        }
    }
    none(complaints);
}

/// Whether the mark stands in the line, not as the rest of a longer path or word.
fn stands(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || "._-~$}".contains(c))
    })
}

#[test]
fn marks_are_seen_as_words() {
    assert!(stands("cd /opt/x", "/opt/") && stands("\"/opt/x\"", "/opt/"));
    assert!(!stands("https://a.example/opt/x", "/opt/") && !stands("$HOME/opt/x", "/opt/"));
}

/// Fails with all complaints, one on a line.
#[track_caller]
fn none(mut complaints: Vec<String>) {
    complaints.dedup();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
