//! Any bytes, read: nothing stops the reading, and what holds of every reading holds (`tests/properties/holds.rs`).

#![no_main]

#[path = "../properties/holds.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;
use zhibiao::period::Date;
use zhibiao::report::Report;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    // Half of them tell their date themselves, or do not.
    let date = (text.len() % 2 == 0).then_some(Date::parse("2024-02-27")).flatten();
    let report = Report {
        date,
        text,
        ..Report::default()
    };
    if let Some(complaint) = holds::complaint(&zhibiao::read(&report), &report.text) {
        panic!("{complaint}\nin {:?}", report.text);
    }
});
