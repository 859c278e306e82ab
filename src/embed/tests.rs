use super::*;
use std::collections::BTreeSet;

fn embedded() -> Vec<File> {
    files(&Library::embedded(), &Site::default())
}

#[test]
fn every_chart_report_and_finding_has_its_files_in_both_languages() {
    let library = Library::embedded();
    let files = embedded();
    let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), files.len(), "no name is given twice");
    for name in &names {
        assert!(
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b)),
            "{name}"
        );
    }
    let has = |name: &str| {
        for ending in [".html", ".en.html", ".json", ".en.json", ".svg", ".en.svg"] {
            assert!(names.contains(format!("{name}{ending}").as_str()), "{name}{ending}");
        }
    };
    library
        .entries
        .iter()
        .for_each(|entry| has(&name::report(&entry.report.id)));
    library
        .findings
        .iter()
        .for_each(|finding| has(&name::finding(finding, &library)));
    let mut indicators: Vec<&str> = library.table.iter().map(|o| o.indicator.as_str()).collect();
    crate::order::distinct(&mut indicators);
    for indicator in indicators {
        let often = library.table.iter().filter(|o| o.indicator == indicator).count() > 1;
        let file = format!("{}.html", name::indicator(indicator));
        assert_eq!(often, names.contains(file.as_str()), "{indicator}");
    }
}

#[test]
fn a_document_holds_all_that_it_shows() {
    for file in embedded().iter().filter(|file| file.name.ends_with(".html")) {
        let text = &file.text;
        for part in [
            "<h1>",
            "<table>",
            "<blockquote>",
            "<main>",
            "Content-Security-Policy",
            "application/json+oembed",
        ] {
            assert!(text.contains(part), "{}: {part}", file.name);
        }
        for outside in [" src=", "@import", "url(http", " style=", "<link rel=\"stylesheet"] {
            assert!(!text.contains(outside), "{}: {outside}", file.name);
        }
        assert!(!text.contains("{}"), "{}: a place was left open", file.name);
    }
}

#[test]
fn files_change_with_nothing_but_what_they_show() {
    let (once, again) = (embedded(), embedded());
    assert!(
        once.iter()
            .zip(&again)
            .all(|(a, b)| a.name == b.name && a.text == b.text)
    );
}
