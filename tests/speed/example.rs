//! How fast reports are read, and how much memory that takes: `cargo run --release --example speed`, or with the browser `make speed`.
//!
//! Prints for each report megabytes a second for cleaning alone and for the whole reading, how much time checking the figures takes in addition,
//! and how much longer ten times the text takes (10 where the time is linear). The last lines are for all reports together; `make speed` reads them.

mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};
use texts::{endless, megabytes, reports, seconds, times};
use zhibiao::report::Report;

fn main() {
    let reports = reports();
    // First of all, for what has once been taken stays taken.
    let memory = memory(&reports);
    let row = |name: &str, report: &Report| {
        let clean = |report: &Report| drop(black_box(zhibiao::text::clean(&report.text)));
        let read = |report: &Report| drop(black_box(zhibiao::read(report)));
        let once = best(report, read).as_secs_f64();
        println!(
            "{name:<26} {:>7.1} {:>12.2} {:>11.2} {:>7.1}% {:>10.1}",
            report.text.len() as f64 / 1e3,
            report.text.len() as f64 / 1e6 / best(report, clean).as_secs_f64(),
            report.text.len() as f64 / 1e6 / once,
            100.0 * checked(report) / once,
            best(&times(report, 10), read).as_secs_f64() / once
        );
    };
    println!(
        "{:<26} {:>7} {:>12} {:>11} {:>8} {:>10}",
        "", "KB", "clean MB/s", "read MB/s", "check", "10× takes"
    );
    for report in &reports {
        row(&report.id, report);
    }
    row("one endless sentence", &endless(reports.first().and_then(|r| r.date)));
    let longer: Vec<Report> = reports.iter().map(|report| times(report, 10)).collect();
    let (once, ten) = (seconds(&reports, time), seconds(&longer, time));
    if let Some(memory) = memory {
        println!("memory: {memory:.1} times the text");
    }
    println!("growth: {:.1} times as long for ten times the text", ten / once);
    println!("speed: {:.2} MB/s", megabytes(&reports) / once);
}

/// How many times its own size a text of some megabytes takes in memory while it is read, where the system tells.
fn memory(reports: &[Report]) -> Option<f64> {
    let text = reports.iter().map(|report| times(report, 40).text).collect::<String>();
    let report = Report {
        text,
        ..reports.first()?.clone()
    };
    drop(zhibiao::read(reports.first()?));
    let before = kilobytes("VmRSS:")?;
    drop(black_box(zhibiao::read(&report)));
    let taken = kilobytes("VmHWM:")? - before;
    Some(taken * 1024.0 / report.text.len() as f64)
}

/// A line of what Linux tells of this process.
fn kilobytes(name: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Seconds that checking the figures of a report takes.
fn checked(report: &Report) -> f64 {
    let reading = zhibiao::read(report);
    let check = |_: &Report| drop(black_box(zhibiao::check(&[&reading])));
    best(report, check).as_secs_f64()
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

/// Seconds that some work takes.
fn time(work: &dyn Fn()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}
