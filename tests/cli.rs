//! The command line as its users meet it: what it prints, what it says of a wrong call, and its exit codes.

#![cfg(feature = "cli")]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TEXT: &str = "去年,南昌高新区财政总收入完成17.9亿元,同比增长8.8%。\n新签约项目49个,占全市的五分之一。\n";

/// Runs the program; `input` is its standard input.
fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhibiao"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A call that fails may end without reading its input.
    let _ = child.stdin.take().expect("it has an input").write_all(input);
    child.wait_with_output().expect("the program ends")
}

/// What a call that succeeds prints.
#[track_caller]
fn printed(args: &[&str], input: &[u8]) -> String {
    let output = run(args, input);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{args:?}: {said}");
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// Checks that a call fails with this exit code and one line that holds all these words.
#[track_caller]
fn fails(args: &[&str], input: &[u8], code: i32, words: &[&str]) -> Output {
    let output = run(args, input);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    for word in ["zhibiao: "].iter().chain(words) {
        assert!(said.contains(word), "`{word}` is not in: {said}");
    }
    output
}

/// The figures of a call, as JSON.
#[track_caller]
fn figures(args: &[&str], input: &[u8]) -> Vec<Value> {
    let lines = printed(args, input);
    let figure = |line| serde_json::from_str(line).expect("each line is JSON");
    lines.lines().map(figure).collect()
}

/// A file for one test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the file can be written");
    path
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

fn quotes(figures: &[Value]) -> Vec<&str> {
    figures.iter().filter_map(|f| f["quote"].as_str()).collect()
}

#[test]
fn json_lines_carry_every_field() {
    let found = figures(&["read", "--date", "2024-03-05", "-"], TEXT.as_bytes());
    assert_eq!(quotes(&found), ["17.9亿元", "8.8%", "49个", "五分之一"]);
    let expect = serde_json::json!({
        "start": 15, "end": 21, "quote": "17.9亿元", "value": "1790000000", "unit": "CNY", "bound": "eq", "kind": "level",
        "indicator": "财政总收入", "subject": "南昌高新区", "period": "2023", "status": "actual", "found": ["stated", "stated", "stated"],
    });
    assert_eq!(found[0], expect);
    assert_eq!((&found[1]["sign"], &found[1]["basis"]), (&"+".into(), &"yoy".into()));
    assert_eq!((&found[3]["value"], &found[3]["unit"]), (&"20".into(), &"%".into()));
    let chars: Vec<char> = TEXT.chars().collect();
    for figure in &found {
        let at = |key: &str| figure[key].as_u64().expect("a place") as usize;
        let there: String = chars[at("start")..at("end")].iter().collect();
        assert_eq!(figure["quote"], there);
    }
}

#[test]
fn csv_has_a_head_and_quoted_cells() {
    let text = "固定资产投资完成1,260亿元，增长8%。";
    let csv = printed(&["read", "--format", "csv", "-"], text.as_bytes());
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines,
        [
            "start,end,quote,value,value_max,unit,bound,kind,sign,indicator,subject,period,basis,status",
            "8,15,\"1,260亿元\",126000000000,,CNY,eq,level,,固定资产投资,,,,actual",
            "18,20,8%,8,,%,eq,change,+,固定资产投资,,,unstated,actual",
        ]
    );
}

#[test]
fn a_table_is_for_the_eye() {
    let table = printed(
        &["read", "--format=table", "--date", "2024-03-05", "-"],
        TEXT.as_bytes(),
    );
    assert_eq!(
        table.lines().next(),
        Some("17.9亿元\tlevel\t财政总收入\t南昌高新区\t2023")
    );
    assert!(table.contains("+8.8%\tchange"), "{table}");
}

#[test]
fn the_head_of_csv_stands_once_for_several_files() {
    let one = file("several-1.txt", "新签约项目49个。".as_bytes());
    let two = file("several-2.txt", "税收收入9亿元。".as_bytes());
    let csv = printed(&["read", name(&one), "--format", "csv", name(&two)], b"");
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert_eq!(
        quotes(&figures(&["read", name(&two), name(&one)], b"")),
        ["9亿元", "49个"]
    );
}

#[test]
fn text_in_three_encodings() {
    let traditional = "全區新簽約項目49個，實現工業總產值86億元，與上年同期相比成長7%。";
    let gb = encoding_rs::GB18030.encode(TEXT).0;
    let big5 = encoding_rs::BIG5.encode(traditional).0;
    assert_ne!(gb.as_ref(), TEXT.as_bytes());
    let found = figures(&["read", "-"], &gb);
    assert_eq!(quotes(&found), ["17.9亿元", "8.8%", "49个", "五分之一"]);
    assert_eq!(found[0]["start"], 15);
    let found = figures(&["read", "-"], &big5);
    assert_eq!(quotes(&found), ["49個", "86億元", "7%"]);
    assert_eq!(found[1]["indicator"], "工业总产值");
    let marked = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
    assert_eq!(figures(&["read", "-"], &marked)[0]["start"], 16);
}

#[test]
fn a_page_is_read_without_its_tags() {
    let page =
        "<!doctype html><html><body><p>财政收入完成<b>17</b>亿元</p><script>var a = '3亿元';</script></body></html>";
    assert_eq!(quotes(&figures(&["read", "-"], page.as_bytes())), ["17</b>亿元"]);
}

#[test]
fn front_matter_gives_date_and_zone() {
    let report = "---\nid: a\ntitle: 题\ndate: 2022-05-01\nzone: 常州高新区\n---\n\n税收收入9亿元。\n";
    let found = figures(&["read", "-"], report.as_bytes());
    assert_eq!(
        (&found[0]["period"], &found[0]["subject"]),
        (&"2022".into(), &"常州高新区".into())
    );
    let start = report.chars().position(|c| c == '9').expect("it stands there");
    assert_eq!(found[0]["start"], start);
    // What the call says counts before what the file says.
    assert_eq!(
        figures(&["read", "--date", "2021-02-03", "-"], report.as_bytes())[0]["period"],
        "2021"
    );
    fails(&["read", "-"], b"---\nid: a\n---\n", 1, &["-: line 3", "`title`"]);
}

#[test]
fn nothing_to_read_is_no_error() {
    assert_eq!(printed(&["read", "-"], b""), "");
    assert_eq!(printed(&["read", "-"], "全区上下干劲十足。".as_bytes()), "");
}

#[test]
fn files_that_cannot_be_read() {
    fails(
        &["read", "no-such-file.txt"],
        b"",
        1,
        &["no-such-file.txt", "No such file"],
    );
    fails(
        &["read", env!("CARGO_TARGET_TMPDIR")],
        b"",
        1,
        &[env!("CARGO_TARGET_TMPDIR")],
    );
    let utf16: Vec<u8> = format!("\u{feff}{TEXT}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let others: [(&str, &[u8]); 4] = [
        ("zeros.txt", b"\0\0\0\0"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("utf16.txt", &utf16),
        ("broken.txt", b"\xe8\xb4\xa2\xff\xff\xfe\x80"),
    ];
    for (file_name, bytes) in others {
        let path = file(file_name, bytes);
        fails(
            &["read", name(&path)],
            b"",
            1,
            &[file_name, "no text in UTF-8, GB18030 or Big5"],
        );
    }
}

#[test]
fn what_was_read_before_a_bad_file_is_kept() {
    let good = file("good.txt", "新签约项目49个。".as_bytes());
    let output = fails(&["read", name(&good), "gone.txt"], b"", 1, &["gone.txt"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("49个"));
}

#[test]
fn what_does_not_add_up_stands_first() {
    let text = "全年新签约项目49个,其中工业项目31个,占比63.27%。受理诉求200件,办结190件,办结率59%。\n";
    let found = figures(&["check", "--format", "jsonl", "-"], text.as_bytes());
    let verdicts: Vec<_> = found.iter().map(|f| (&f["relation"], &f["verdict"])).collect();
    assert_eq!(verdicts[0], (&"rate-of-count".into(), &"differs".into()));
    assert_eq!(verdicts[1], (&"share-of-count".into(), &"holds".into()));
    assert_eq!(
        (&found[1]["stated"], &found[1]["computed"]),
        (&"63.27%".into(), &"63.27".into())
    );
    assert_eq!(found[1]["says"], "31个 ÷ 49个 = 63.27%，与文中的63.27%相符。");
    assert_eq!(found[1]["says_en"], "31 ÷ 49 = 63.27%, as stated: 63.27%.");
    let expect = serde_json::json!({ "doc": "-", "start": 17, "end": 20, "quote": "31个" });
    assert_eq!(found[1]["figures"][0], expect);
    let words = printed(&["check", "-"], text.as_bytes());
    let lines: Vec<&str> = words.lines().collect();
    assert_eq!((lines[0], lines[2], lines[3]), ("不符 1", "存疑 0", "相符 2"));
    assert_eq!(
        lines[1],
        "  -:41  完成的比率：190件 ÷ 200件 = 95%，文中为59%；200件中有118件时才是59%。"
    );
    assert_eq!(printed(&["check", "-"], b""), "不符 0\n存疑 0\n相符 0\n");
}

#[test]
fn reports_are_checked_against_each_other() {
    let one = file("check-1.txt", "2023年,常州高新区税收收入完成12.3亿元。".as_bytes());
    let two = file("check-2.txt", "2023年,常州高新区税收收入完成13.2亿元。".as_bytes());
    let found = figures(&["check", "--format", "jsonl", name(&one), name(&two)], b"");
    assert_eq!(found[0]["relation"], "across-reports");
    assert_eq!(
        (&found[0]["figures"][0]["doc"], &found[0]["figures"][1]["doc"]),
        (&name(&one).into(), &name(&two).into())
    );
}

#[test]
fn observations_bear_the_names_of_sdmx() {
    let text = "经初步核算,2023年常州高新区税收收入12.3亿元,同比下降2%。预计2024年常州高新区税收收入约13亿元。";
    let csv = printed(&["table", "-"], text.as_bytes());
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines,
        [
            "REF_AREA,INDICATOR,TIME_PERIOD,KIND,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,OBS_FLAG,BOUND,BASIS,SOURCE",
            "常州高新区,税收收入,2023,level,1230000000,CNY,P,p,eq,,-:20",
            "常州高新区,税收收入,2023,change,-2,%,P,p,eq,yoy,-:31",
            "常州高新区,税收收入,2024,level,1300000000,CNY,F,ef,approx,,-:51",
        ]
    );
    let lines = figures(&["table", "--format", "jsonl", "-"], text.as_bytes());
    assert_eq!(
        (&lines[0]["REF_AREA"], &lines[0]["OBS_STATUS"]),
        (&"常州高新区".into(), &"P".into())
    );
}

#[test]
fn what_only_a_copy_says_is_of_low_reliability() {
    let original = file("copy-1.txt", "2023年,常州高新区税收收入完成12.3亿元。".as_bytes());
    let copy = |name: &str, value: &str| {
        let text = format!("---\nid: a\ntitle: t\ncopy: 转载\n---\n2023年,常州高新区税收收入完成{value}亿元。");
        file(name, text.as_bytes())
    };
    let (agrees, differs) = (copy("copy-2.md", "12.3"), copy("copy-3.md", "13.2"));
    let flags = |files: &[&std::path::Path]| {
        let arguments: Vec<&str> = ["table", "--format", "jsonl"]
            .into_iter()
            .chain(files.iter().map(|f| name(f)))
            .collect();
        let table = figures(&arguments, b"");
        table
            .iter()
            .map(|o| format!("{}{}", o["OBS_STATUS"], o["OBS_FLAG"]).replace('"', ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(flags(&[&agrees]), ["Uu"]);
    assert_eq!(flags(&[&agrees, &original]), ["A"], "the original bears it out");
    assert_eq!(flags(&[&original, &differs]), ["A", "Uu"]);
    assert_eq!(
        figures(&["read", "--format", "jsonl", name(&agrees)], b"")[0]["unreliable"],
        true
    );
    let found = figures(&["check", "--format", "jsonl", name(&original), name(&differs)], b"");
    assert_eq!(
        (&found[0]["relation"], &found[0]["verdict"]),
        (&"across-reports".into(), &"doubtful".into())
    );
}

#[test]
fn wrong_calls() {
    fails(&[], b"", 2, &["name a command", "zhibiao --help"]);
    fails(&["draw"], b"", 2, &["unknown command `draw`"]);
    fails(&["read"], b"", 2, &["at least one file"]);
    fails(&["read", "--colour", "-"], b"", 2, &["--colour"]);
    fails(
        &["read", "--date", "2024-02-30", "-"],
        b"",
        2,
        &["--date", "`2024-02-30`"],
    );
    fails(&["read", "--date"], b"", 2, &["--date"]);
    fails(
        &["read", "--format", "xml", "-"],
        b"",
        2,
        &["`xml`", "jsonl, csv, table"],
    );
    fails(&["check"], b"", 2, &["check", "at least one file"]);
    fails(&["check", "--format", "csv", "-"], b"", 2, &["`csv`", "jsonl, text"]);
    fails(
        &["read", "--format", "text", "-"],
        b"",
        2,
        &["`text`", "jsonl, csv, table"],
    );
    fails(&["explain", "-"], b"", 2, &["a file and an offset"]);
    fails(&["explain", "-", "first"], b"", 2, &["`first` is no offset"]);
}

#[test]
fn help_is_no_error() {
    for args in [&["--help"][..], &["read", "-h"]] {
        let help = printed(args, b"");
        assert!(help.contains("zhibiao read FILE") && help.contains("--date"), "{help}");
    }
}

#[test]
fn a_figure_is_explained() {
    let explained = |offset: &str| printed(&["explain", "-", offset, "--date", "2024-03-05"], TEXT.as_bytes());
    let figure = explained("18");
    let wanted = [
        "quote      17.9亿元",
        "value      1790000000 CNY (eq)",
        "kind       level, actual",
        "indicator  财政总收入, stated from “财政总收入” [left]",
        "subject    南昌高新区, stated from “南昌高新区” [zone]",
        "period     2023, stated from “去年” [sentence]",
    ];
    for line in wanted {
        assert!(figure.lines().any(|l| l == line), "`{line}` is not in\n{figure}");
    }
    assert!(figure.contains("@去年@") && figure.contains("#17.9亿元#"), "{figure}");
    assert_eq!(explained("0"), "no figure at 0: nothing was found here\n");
    fails(
        &["explain", "-", "4000"],
        TEXT.as_bytes(),
        1,
        &["offset 4000", "outside"],
    );
    let skipped = printed(&["explain", "-", "0"], "第三批名单".as_bytes());
    assert_eq!(skipped, "no figure at 0: ordinal\n");
}
