//! What holds of every reading, whatever the text: damaged reports, hostile texts, the same report written in other ways.

mod properties {
    pub mod damage;
    pub mod holds;
    pub mod reading;
}

use properties::damage::{Dice, damaged, passage};
use properties::reading::{check, meaning};
use std::fs;
use std::path::{Path, PathBuf};
use zhibiao::report::{EMBEDDED, Report};

/// The embedded reports, and the reports as received where they are at hand.
fn reports() -> Vec<Report> {
    let embedded = EMBEDDED
        .iter()
        .map(|e| Report::from_markdown(e.file).expect("the build has checked the embedded reports"));
    let mut reports: Vec<Report> = embedded.collect();
    for text in files("../shared/seeds")
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
    {
        reports.push(Report {
            date: reports[0].date,
            text,
            ..Report::default()
        });
    }
    reports
}

/// The files of a folder, in order; none where it is absent.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// A report with another text.
fn with(report: &Report, text: String) -> Report {
    Report { text, ..report.clone() }
}

#[test]
fn whole_reports() {
    for report in reports() {
        check(&report);
    }
}

/// Texts that stopped a reading once, or made it say what cannot be: found by `make fuzz`, made as short as they go.
#[test]
fn what_the_fuzzer_found() {
    let date = reports()[0].date;
    for path in files("tests/fuzz/found") {
        let bytes = fs::read(&path).expect("a finding can be read");
        for date in [None, date] {
            check(&Report {
                date,
                text: String::from_utf8_lossy(&bytes).into_owned(),
                ..Report::default()
            });
        }
    }
}

/// Every word that the rules know, alone, and as the first and the last of a text: a rule that looks a character too far to either side stumbles here.
#[test]
fn every_word_at_either_end() {
    for path in files("data/lexicon") {
        let table = fs::read_to_string(&path).expect("the lexicon is text");
        let words = table.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
        for word in words {
            for text in [word.to_owned(), format!("{word}5家"), format!("2023年5家{word}")] {
                check(&Report {
                    text,
                    ..Report::default()
                });
            }
        }
    }
}

#[test]
fn damaged_passages() {
    let reports = reports();
    let mut dice = Dice::new(20_240_914);
    for _ in 0..150 {
        let report = &reports[dice.below(reports.len())];
        let passage = passage(&report.text, 300, &mut dice);
        check(&with(report, damaged(&passage, &mut dice)));
    }
}

#[test]
fn damaged_reports() {
    let mut dice = Dice::new(31);
    for report in reports() {
        check(&with(&report, damaged(&report.text, &mut dice)));
    }
}

#[test]
fn bytes_that_are_no_text() {
    let mut dice = Dice::new(7);
    for _ in 0..40 {
        let bytes: Vec<u8> = (0..400).map(|_| dice.below(256) as u8).collect();
        check(&with(&Report::default(), String::from_utf8_lossy(&bytes).into_owned()));
    }
    // A report read in the wrong encoding, byte by byte.
    for report in reports().iter().take(2) {
        let text: String = report.text.bytes().take(3_000).map(char::from).collect();
        check(&with(report, text));
    }
}

#[test]
fn hostile_texts() {
    let much = |part: &str| part.repeat(1_000 / part.chars().count().max(1));
    let around = |open: &str, middle: &str, close: &str| much(open) + middle + &much(close);
    let texts = [
        String::new(),
        "\n\n\n".to_owned(),
        "\u{feff}\u{0}\u{fffd}\u{202e}".to_owned(),
        around("9", "亿元", "9"),
        around("0.", "5%", ".0"),
        around("1,", "000元", ",1"),
        around("万亿", "元", "亿万"),
        around("一二三四五六七八九十", "家", ""),
        around("第一百二十三", "位", ""),
        around("增长", "5%", "增长"),
        around("（同比增长", "5%", "）"),
        around("“", "3家", "”"),
        around("(", "5%", ")"),
        around("《“‘（", "3家", "》”’）"),
        around("<div>", "增长5%", "</p>"),
        around("<!--", "3家", ""),
        around("&#x110000;&#99999999999;&amp", "3家", ""),
        around("2023年2月30日至2099年13月", "", "前"),
        around("从1个到2个", "，", "从1位到2位"),
        around("从", "1个到2个", "到"),
        around("其中、和与及", "3家", "、和"),
        around("分别为1、2、3家，", "", "分别"),
        around("1个、", "和", "、1个"),
        around("企业", "3家", "企业"),
        around("3/4", "%", "/3"),
        around("百分之", "五", "分之"),
        around("一\n", "3家", "\n"),
        around("😀3家𠀀企业", "", "占5%"),
    ];
    let date = reports()[0].date;
    for text in texts {
        check(&Report {
            date,
            text,
            ..Report::default()
        });
    }
}

/// A number that is too long is none, nor is its end.
#[test]
fn digits_without_end() {
    for length in [20, 40, 41, 80, 5_000] {
        let text = format!("税收收入{}亿元。", "9".repeat(length));
        let reading = zhibiao::read(&Report {
            text,
            ..Report::default()
        });
        assert_eq!(reading.figures.len(), usize::from(length <= 20), "{length} digits");
    }
}

#[test]
fn the_same_report_written_otherwise() {
    for report in reports().iter().take(EMBEDDED.len()) {
        let plain = meaning(report);
        let wide = |c: char| match c {
            '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c),
            '%' => '％',
            _ => c,
        };
        let others = [
            ("with CRLF", report.text.replace('\n', "\r\n")),
            ("with a byte order mark", format!("\u{feff}{}", report.text)),
            ("with full-width digits", report.text.chars().map(wide).collect()),
            ("with blank lines", report.text.replace('\n', "\n\n\n")),
            ("indented", report.text.replace("\n\n", "\n\n\u{3000}\u{3000}")),
        ];
        for (how, text) in others {
            let other = meaning(&with(report, text));
            for (a, b) in plain.iter().zip(&other) {
                assert_eq!(a, b, "{} {how}", report.id);
            }
            assert_eq!(plain.len(), other.len(), "{} {how}", report.id);
        }
    }
}

#[test]
fn figures_beside_lost_bytes_are_not_trusted() {
    let report = Report {
        text: "全年完成工业总产值120亿元，税收增长全?。?.8%。\n出口30亿元，增长6.5%。".to_owned(),
        ..Report::default()
    };
    let reading = zhibiao::read(&report);
    let doubted: Vec<bool> = reading.figures.iter().map(|figure| figure.unreliable).collect();
    assert_eq!(doubted, [false, true, false, false]);
}
