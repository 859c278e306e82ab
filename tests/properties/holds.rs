//! What holds of every reading. The fuzzer (`tests/fuzz/read.rs`) holds readings to the same.

use zhibiao::figure::{Figure, Found, Kind, Reading, Slot};
use zhibiao::text::Span;

/// What does not hold, if anything.
pub fn complaint(reading: &Reading, raw: &str) -> Option<String> {
    let length = reading.clean.chars.len();
    let inside = |span: Span| span.start < span.end && span.end <= length;
    let spans = reading
        .figures
        .iter()
        .map(|f| f.span)
        .chain(reading.skipped.iter().map(|s| s.span));
    let mut spans: Vec<Span> = spans.collect();
    if let Some(span) = spans.iter().find(|span| !inside(**span)) {
        return Some(format!("{span:?} lies outside the clean text of {length}"));
    }
    let ordered = |pair: &[Figure]| pair[0].span.end <= pair[1].span.start;
    if let Some(pair) = reading.figures.windows(2).find(|pair| !ordered(pair)) {
        return Some(format!("figures out of order: {:?} {:?}", pair[0].span, pair[1].span));
    }
    spans.sort();
    if let Some(pair) = spans.windows(2).find(|pair| pair[0].meets(pair[1])) {
        return Some(format!("what is a figure and what is none overlap: {pair:?}"));
    }
    let mut end = 0;
    for cut in &reading.clean.cuts {
        if cut.raw.start < end || raw.get(cut.raw.clone()).is_none_or(str::is_empty) {
            return Some(format!("a cut lies wrong: {cut:?}"));
        }
        end = cut.raw.end;
    }
    let zone = slot(&reading.zone, inside).map(|why| format!("zone: {why}"));
    zone.or_else(|| reading.figures.iter().find_map(|f| figure(reading, f, raw)))
}

/// What is wrong with a figure.
fn figure(reading: &Reading, figure: &Figure, raw: &str) -> Option<String> {
    let quote = reading.clean.slice(figure.span);
    let wrong = |why: String| Some(format!("{quote}: {why}"));
    let Some(source) = raw.get(reading.clean.raw_range(figure.span)) else {
        return wrong("its place cuts a character of the raw text".to_owned());
    };
    if !raw.contains("&#") && !stand_in(&digits(&quote), &digits(source)) {
        return wrong(format!("stands for {source:?}"));
    }
    let inside = |span: Span| span.start < span.end && span.end <= reading.clean.chars.len();
    let slots = [
        slot(&figure.indicator, inside),
        slot(&figure.subject, inside),
        slot(&figure.period, inside),
    ];
    if let Some(why) = slots.into_iter().flatten().next() {
        return wrong(why);
    }
    let texts = [&figure.indicator.value, &figure.subject.value];
    if texts.into_iter().flatten().any(|text| text.trim().is_empty()) {
        return wrong("a name is empty".to_owned());
    }
    if figure.value_max.is_some_and(|max| max <= figure.value) {
        return wrong("the range ends below its start".to_owned());
    }
    let directed = matches!(figure.kind, Kind::Change | Kind::Gap);
    (directed != figure.sign.is_some()).then(|| format!("{quote}: a {:?} with sign {:?}", figure.kind, figure.sign))
}

/// What is wrong with a slot.
fn slot<T>(slot: &Slot<T>, inside: impl Fn(Span) -> bool) -> Option<String> {
    let known = slot.found != Found::Unknown;
    let shown = matches!(slot.found, Found::Stated | Found::Inherited);
    let right = slot.value.is_some() == known
        && known != slot.rule.is_empty()
        && (!shown || slot.evidence.is_some())
        && (known || slot.evidence.is_none())
        && slot.evidence.is_none_or(inside);
    (!right).then(|| {
        format!(
            "a slot {:?} by rule `{}` from {:?}",
            slot.found, slot.rule, slot.evidence
        )
    })
}

/// The Arabic digits of a text, full-width ones too.
fn digits(text: &str) -> Vec<u32> {
    let digit = |c: char| match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10),
    };
    text.chars().filter_map(digit).collect()
}

/// Whether the parts stand in the whole, in order; what was cut between them does not matter.
fn stand_in(parts: &[u32], whole: &[u32]) -> bool {
    let mut whole = whole.iter();
    parts.iter().all(|part| whole.any(|digit| digit == part))
}

#[test]
fn wrong_readings_are_seen() {
    let report = zhibiao::report::Report {
        text: "财政收入完成17.9亿元，增长8%。".to_owned(),
        ..Default::default()
    };
    let broken = |harm: fn(&mut Reading)| {
        let mut reading = zhibiao::read(&report);
        assert_eq!(complaint(&reading, &report.text), None);
        harm(&mut reading);
        complaint(&reading, &report.text).expect("the harm is seen")
    };
    assert!(broken(|r| r.figures[0].span.end = 99).contains("outside"));
    assert!(broken(|r| r.figures.swap(0, 1)).contains("out of order"));
    assert!(broken(|r| r.figures[1].sign = None).contains("with sign"));
    assert!(broken(|r| r.figures[0].indicator.found = Found::Unknown).contains("a slot"));
    assert!(broken(|r| r.figures[0].indicator.value = Some(" ".to_owned())).contains("empty"));
    assert!(broken(|r| r.figures[0].value_max = Some(r.figures[0].value)).contains("range"));
    assert!(!stand_in(&digits("17"), &digits("7１")) && stand_in(&digits("17"), &digits("１(2)7")));
}
