//! Readings checked and compared.

use super::holds::complaint;
use std::panic::{AssertUnwindSafe, catch_unwind};
use zhibiao::figure::Figure;
use zhibiao::language::Language;
use zhibiao::report::Report;

/// Reads a report and checks what holds of every reading. Fails with the text.
#[track_caller]
pub fn check(report: &Report) {
    let checked = catch_unwind(AssertUnwindSafe(|| {
        let reading = zhibiao::read(report);
        // Any findings will do, in either language, so long as there is an end to them.
        for finding in zhibiao::check(&[&reading, &reading]) {
            for language in [Language::Chinese, Language::English] {
                assert!(!finding.says(&[&reading, &reading], language).is_empty());
            }
        }
        complaint(&reading, &report.text).or_else(|| {
            let again = zhibiao::read(report);
            (again.figures != reading.figures || again.skipped != reading.skipped)
                .then(|| "read twice it differs".to_owned())
        })
    }));
    let shown: String = report.text.chars().take(600).collect();
    match checked {
        Ok(None) => {}
        Ok(Some(complaint)) => panic!("{complaint}\nin {shown:?}"),
        Err(_) => panic!("stopped by {shown:?}"),
    }
}

/// What figures mean, without their places.
pub fn meaning(report: &Report) -> Vec<String> {
    let mean = |f: &Figure| {
        format!(
            "{} {:?} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            f.value,
            f.value_max,
            f.unit,
            f.bound,
            f.kind,
            f.sign,
            f.status,
            f.indicator.value,
            f.subject.value,
            f.period.value
        )
    };
    zhibiao::read(report).figures.iter().map(mean).collect()
}
