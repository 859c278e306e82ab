//! Cleaning as a whole: the way back to the raw text, and damaged input.

use super::{Clean, CutReason, Span, clean};

fn text(clean: &Clean) -> String {
    clean.chars.iter().collect()
}

/// A page with everything at once.
const PAGE: &str = "\u{feff}首页 > 要聞 > 正文\r\n園區三年答卷\r\n時間:2024-05-06 10:20 來源:某某網\r\n\r\n　　今年以來,園區產(chǎn)值達１,２３４．５ 億(yì)元,\r\n\r\n增長14.\r\n6個百分點(diǎn)。\
    \r\n園區廠房(張某 攝)\r\n　　園區企業(yè)[1]有3 6 家;稅收\"翻番\"。\r\n\r\n編輯|李某\r\n";

#[test]
fn a_page_is_made_readable() {
    let clean = clean(PAGE);
    assert_eq!(
        text(&clean),
        "园区三年答卷\n今年以来，园区产值达1234.5亿元，增长14.6个百分点。\n园区企业有36家；税收“翻番”。"
    );
    let cut = |why: CutReason| -> Vec<&str> {
        let cuts = clean.cuts.iter().filter(|cut| cut.why == why);
        cuts.map(|cut| &PAGE[cut.raw.clone()]).collect()
    };
    assert_eq!(
        cut(CutReason::Chrome),
        ["首页 > 要聞 > 正文", "時間:2024-05-06 10:20 來源:某某網", "編輯|李某"]
    );
    assert_eq!(cut(CutReason::Caption), ["園區廠房(張某 攝)"]);
    assert_eq!(cut(CutReason::Annotation), ["(chǎn)", "(yì)", "(diǎn)", "(yè)[1]"]);
}

#[test]
fn spans_lead_back_to_the_raw_text() {
    let clean = clean(PAGE);
    let quote = |words: &str| {
        let chars: Vec<char> = words.chars().collect();
        let start = clean.chars.windows(chars.len()).position(|w| *w == chars).expect(words);
        &PAGE[clean.raw_range(Span::new(start, start + chars.len()))]
    };
    assert_eq!(quote("1234.5亿元"), "１,２３４．５ 億(yì)元");
    assert_eq!(quote("14.6个百分点"), "14.\r\n6個百分點(diǎn)");
    assert_eq!(quote("企业有"), "企業(yè)[1]有");
    assert_eq!(quote("36家"), "3 6 家");
}

#[test]
fn nothing_is_left_of_nothing() {
    for raw in ["", "\n", " \u{3000}\r\n\u{feff}", "<p></p>"] {
        assert_eq!(text(&clean(raw)), "", "from {raw:?}");
    }
}

#[test]
fn cleaning_what_is_clean_changes_nothing() {
    let once = text(&clean(PAGE));
    assert_eq!(text(&clean(&once)), once);
}

#[test]
fn cuts_for_one_reason_are_joined_across_tags() {
    let raw = "<p>产值5亿元。</p><p>来源：<b>某报</b></p>\n<p>编辑：李某</p>";
    let cuts: Vec<_> = clean(raw)
        .cuts
        .into_iter()
        .map(|cut| (cut.why, &raw[cut.raw]))
        .collect();
    assert_eq!(
        cuts,
        [
            (CutReason::Markup, "<p>"),
            (CutReason::Markup, "</p><p>"),
            (CutReason::Chrome, "来源：<b>某报</b></p>\n<p>编辑：李某"),
            (CutReason::Markup, "</p>"),
        ]
    );
}

/// Random numbers, the same at every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Checks that every character leads to whole characters of the raw text, in order.
fn check_way_back(raw: &str) {
    let clean = clean(raw);
    let mut before = 0..0;
    for at in 0..clean.chars.len() {
        let range = clean.raw_range(Span::new(at, at + 1));
        assert!(raw.get(range.clone()).is_some(), "{range:?} is no stretch of {raw:?}");
        assert!(
            range.start >= before.start && range.end >= before.end,
            "{range:?} after {before:?} in {raw:?}"
        );
        before = range;
    }
    let mut end = 0;
    for cut in &clean.cuts {
        assert!(
            raw.get(cut.raw.clone()).is_some_and(|words| !words.is_empty()),
            "{:?} in {raw:?}",
            cut.raw
        );
        assert!(cut.raw.start >= end, "cuts meet in {raw:?}");
        end = cut.raw.end;
    }
    assert!(
        !clean.chars.windows(2).any(|w| w == ['\n', '\n']),
        "an empty line is left of {raw:?}"
    );
}

#[test]
fn damaged_texts_keep_their_way_back() {
    const SCRAPS: &[&str] = &[
        "<p>",
        "</p>",
        "<a href=\"",
        "'",
        "\"",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "&nbsp;",
        "&#",
        ";",
        "(yè)",
        "(",
        "）",
        "[2]",
        "1,498",
        "，",
        "。",
        "\n",
        "\r",
        "　",
        "\u{301}",
        "\u{200b}",
        "14.",
        "%",
        "6 2%",
        "來源:",
        "編輯|",
        "分享至",
        "攝",
        "@",
        "| ",
        " > ",
        "12",
        "—",
        "𠮷",
        "\u{0}",
        "<",
        ">",
    ];
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let sources = [
        PAGE.to_owned(),
        PAGE.repeat(2),
        format!("<html><body><p>{PAGE}</p><nav>{PAGE}</nav></body>"),
    ];
    for round in 0..600 {
        let mut raw: Vec<char> = sources[round % sources.len()].chars().collect();
        for _ in 0..=random.below(12) {
            let at = random.below(raw.len());
            match random.below(4) {
                0 => drop(raw.drain(at..(at + 1 + random.below(20)).min(raw.len()))),
                1 => {
                    let piece: Vec<char> = raw[at..(at + random.below(60)).min(raw.len())].to_vec();
                    let to = random.below(raw.len());
                    raw.splice(to..to, piece);
                }
                _ => drop(raw.splice(at..at, SCRAPS[random.below(SCRAPS.len())].chars()).count()),
            }
        }
        check_way_back(&raw.iter().collect::<String>());
    }
}
