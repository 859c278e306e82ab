//! What speed is measured on, natively and in the browser.

use zhibiao::report::{EMBEDDED, Report};

/// The embedded reports.
pub fn reports() -> Vec<Report> {
    let reports = EMBEDDED.iter().filter_map(|e| Report::from_markdown(e.file).ok());
    reports.collect()
}

/// A text without full stop and line end: the worst that a text can be.
pub fn endless(date: Option<zhibiao::period::Date>) -> Report {
    Report {
        text: "企业3家、".repeat(1_000),
        date,
        ..Report::default()
    }
}

/// A report with its text several times over, each time with other words behind its commas, so that nothing is a repeat.
pub fn times(report: &Report, count: usize) -> Report {
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

/// Seconds that reading some reports takes, the shortest of many short tries, so that what else the machine does is left out. `time` says the seconds that some work takes; a try repeats the work
/// until a clock can measure it.
pub fn seconds(reports: &[Report], time: impl Fn(&dyn Fn()) -> f64) -> f64 {
    let read = || {
        for report in reports {
            std::hint::black_box(zhibiao::read(report));
        }
    };
    let once = time(&read).max(1e-6);
    let count = (0.02 / once).ceil();
    let many = || (0..count as usize).for_each(|_| read());
    let tries = (0..80).map(|_| time(&many) / count);
    tries.fold(f64::INFINITY, f64::min)
}

/// Megabytes of text.
pub fn megabytes(reports: &[Report]) -> f64 {
    reports.iter().map(|report| report.text.len()).sum::<usize>() as f64 / 1e6
}
