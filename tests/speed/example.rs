//! How fast reports are read: `cargo run --release --example speed`.
//!
//! Prints megabytes a second for cleaning alone and for the whole reading, how much of that time checking the figures takes in addition, and how much longer ten times the text takes (10 where the time is
//! linear).

use std::hint::black_box;
use std::time::{Duration, Instant};
use zhibiao::report::{EMBEDDED, Report};

fn main() {
    let reports: Vec<Report> = EMBEDDED
        .iter()
        .filter_map(|e| Report::from_markdown(e.file).ok())
        .collect();
    let clean = |report: &Report| drop(black_box(zhibiao::text::clean(&report.text)));
    let read = |report: &Report| drop(black_box(zhibiao::read(report)));
    println!(
        "{:<22} {:>8} {:>14} {:>14} {:>12} {:>12}",
        "", "KB", "clean MB/s", "read MB/s", "check", "10× takes"
    );
    for report in &reports {
        let longer = times(report, 10);
        println!(
            "{:<22} {:>8.1} {:>14.2} {:>14.2} {:>11.1}% {:>12.1}",
            report.id,
            report.text.len() as f64 / 1e3,
            speed(report, clean),
            speed(report, read),
            100.0 * checked(report) / best(report, read).as_secs_f64(),
            best(&longer, read).as_secs_f64() / best(report, read).as_secs_f64()
        );
    }
    if std::env::args().any(|a| a == "only") {
        for _ in 0..2000 {
            for r in &reports {
                read(r)
            }
        }
        return;
    }
    // No full stop, no line end: the worst that a text can be.
    let hostile = Report {
        text: "企业3家、".repeat(1_000),
        date: reports.first().and_then(|r| r.date),
        ..Report::default()
    };
    let ratio = best(&times(&hostile, 10), read).as_secs_f64() / best(&hostile, read).as_secs_f64();
    let size = hostile.text.len() as f64 / 1e3;
    let (fast, slow) = (speed(&hostile, clean), speed(&hostile, read));
    let check = 100.0 * checked(&hostile) / best(&hostile, read).as_secs_f64();
    println!(
        "{:<22} {size:>8.1} {fast:>14.2} {slow:>14.2} {check:>11.1}% {ratio:>12.1}",
        "one endless sentence"
    );
}

/// A report with its text several times over, each time with other words behind its commas, so that nothing is a repeat.
fn times(report: &Report, count: usize) -> Report {
    let text = (0..count).map(|i| report.text.replace([',', '，'], &format!("，{}", mark(i))));
    Report {
        text: text.collect(),
        ..report.clone()
    }
}

/// A word that says nothing, another for each number.
fn mark(number: usize) -> char {
    ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'][number % 10]
}

/// Seconds that checking the figures of a report takes.
fn checked(report: &Report) -> f64 {
    let reading = zhibiao::read(report);
    let check = |_: &Report| drop(black_box(zhibiao::check(&[&reading])));
    best(report, check).as_secs_f64()
}

/// Megabytes a second.
fn speed(report: &Report, work: impl Fn(&Report)) -> f64 {
    report.text.len() as f64 / 1e6 / best(report, work).as_secs_f64()
}

/// The shortest of several runs, of which each takes long enough to be measured.
fn best(report: &Report, work: impl Fn(&Report)) -> Duration {
    let run = |_| {
        let start = Instant::now();
        work(report);
        start.elapsed()
    };
    (0..7).map(run).min().unwrap_or_default()
}
