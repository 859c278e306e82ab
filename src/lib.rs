//! zhibiao reads the figures out of Chinese reports on development zones.
//!
//! ```text
//! raw text ──clean──▶ clean text + offset map ──tokens──▶ tokens ──find──▶ mentions ──link──▶ figures
//! figures ──table──▶ observations, figures ──check──▶ findings
//! observations (+ a question) ──chart──▶ scene ──svg──▶ SVG text
//! report + figures + scene ──▶ page (Yew), prerendered HTML, embeds, CLI output, JS objects
//! ```
//!
//! One direction: each arrow is one function in one module, each noun is one type. [`read`] is the whole of the first line and never fails:
//! what it cannot link it leaves unknown, what it cuts it notes.

// In the order of the flow: a module names only those before it.
pub mod order;
pub mod prefix;
pub mod decimal;
pub mod period;
pub mod language;
pub mod unit;
pub mod lexicon;
pub mod slug;
pub mod front;
pub mod report;
pub mod text;
pub mod figure;
pub mod cue;
pub mod find;
pub mod token;
pub mod link;
pub mod table;
pub mod words;
pub mod check;
pub mod scene;
pub mod svg;
pub mod chart;
#[cfg(any(feature = "cli", feature = "module", feature = "ui"))]
pub mod wire;
pub mod accuracy;
pub mod library;
pub mod intake;
pub mod pack;
pub mod state;
pub mod strings;
pub mod embed;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
#[cfg(feature = "ui")]
pub mod web;
#[cfg(feature = "ui")]
pub mod ui;

pub use check::check;
use figure::{Found, Reading, Slot};
use period::Date;
use report::Report;

/// Reads a report: every figure in its text, linked as far as the text allows.
pub fn read(report: &Report) -> Reading {
    let clean = text::clean(&report.text);
    let date = report_date(report);
    let linked = link::link(&clean, report, date.value);
    Reading {
        clean,
        figures: linked.figures,
        skipped: linked.skipped,
        date,
        zone: linked.zone,
    }
}

/// The report's date as given, else as its text suggests.
fn report_date(report: &Report) -> Slot<Date> {
    match report.date {
        Some(date) => Slot {
            value: Some(date),
            found: Found::Stated,
            evidence: None,
            rule: "given",
        },
        None => find::dateline::dateline(&report.text).map_or_else(Slot::unknown, |(date, _)| {
            Slot::assumed(date, None, "guessed from the text")
        }),
    }
}
