//! The names of embeddable charts, in addresses and attributes: ASCII, and the same as long as what they name is called the same.
//!
//! ```text
//! indicator-1f0c7a92e3   the indicator of a name, hashed
//! report-ganzhou-2024    a report, by its id
//! finding-9b3e51c07d     a finding: its relation and the places of its figures, hashed
//! ```

use crate::check::Finding;
use crate::language::Language;
use crate::library::Library;
use crate::slug::fingerprint;

/// The name of an indicator's chart.
pub fn indicator(name: &str) -> String {
    hashed("indicator-", name.as_bytes())
}

/// The name of a report's summary.
pub fn report(id: &str) -> String {
    match id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        true => ["report-", id].concat(),
        false => hashed("report-", id.as_bytes()),
    }
}

/// The name of a finding. It stays while the relation is found between figures at the same places of the same reports.
pub fn finding(finding: &Finding, library: &Library) -> String {
    let mut key = finding.relation.code().to_owned();
    for (at, entry) in finding
        .figures
        .iter()
        .filter_map(|at| Some((at, library.entries.get(at.report)?)))
    {
        key.push(' ');
        key.push_str(&entry.report.id);
        key.push(':');
        key.push_str(&entry.start(at.figure).to_string());
    }
    hashed("finding-", key.as_bytes())
}

/// The name of a file in a language: `NAME`, `NAME.en`.
pub fn in_language(name: &str, language: Language) -> String {
    match language {
        Language::Chinese => name.to_owned(),
        Language::English => [name, ".en"].concat(),
    }
}

/// A prefix and ten hexadecimal digits of the text's hash.
fn hashed(prefix: &str, text: &[u8]) -> String {
    let hash = fingerprint(text);
    let digits = (0..10).map(|i| char::from_digit((hash >> (60 - 4 * i)) as u32 & 15, 16).unwrap_or('0'));
    prefix.chars().chain(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ascii_and_stay_the_same() {
        // These stand in other people's pages: they may never change.
        assert_eq!(indicator("财政总收入"), "indicator-14ec06a8e0");
        assert_eq!(report("ganzhou-2024"), "report-ganzhou-2024");
        assert_eq!(report("赣州/../x"), "report-fcf54f07a5");
        assert_eq!(in_language("report-a", Language::English), "report-a.en");
    }
}
