//! The project's files.

use std::fs;
use std::path::Path;

/// A text file of the project.
pub struct File {
    /// From the top of the project, with `/`: `src/text/width.rs`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl File {
    /// The module at the top of the crate that the file belongs to: `text` for `src/text/width.rs`. `None` outside `src`, and for `lib.rs`.
    pub fn room(&self) -> Option<&str> {
        let path = self.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        path.split('/').next().filter(|room| *room != "lib")
    }

    /// The module's path below the crate: `["text", "width"]`.
    pub fn module(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").and_then(|p| p.strip_suffix(".rs"));
        path.map(|p| p.split('/').filter(|m| *m != "lib").collect())
            .unwrap_or_default()
    }

    /// What stands behind the last dot of the name.
    pub fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// The lines, numbered from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| (i + 1, line))
    }
}

/// Every text file of the project, by path: all but what `.gitignore` names, and git's own.
pub fn files() -> Vec<File> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ignored = fs::read_to_string(top.join(".gitignore")).expect("there is a .gitignore");
    let mut ignored: Vec<&str> = ignored
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    ignored.push("/.git");
    let mut found = Vec::new();
    walk(top, "", &ignored, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(
        found.iter().any(|f| f.path == "src/lib.rs"),
        "the walk through the project found too little"
    );
    found
}

/// Adds the files below a folder; `prefix` is its path from the top, ending in `/` unless empty.
fn walk(folder: &Path, prefix: &str, ignored: &[&str], found: &mut Vec<File>) {
    for entry in fs::read_dir(folder)
        .expect("a folder of the project can be read")
        .flatten()
    {
        let name = entry.file_name().into_string().expect("file names are UTF-8");
        let path = format!("{prefix}{name}");
        // The entries are plain names; one that begins with `/` counts from the top.
        if ignored
            .iter()
            .any(|i| i.strip_prefix('/').map_or(*i == name, |i| i == path))
        {
            continue;
        }
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(File { path, text });
        }
    }
}
