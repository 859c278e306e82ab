//! The score: which figures were found, and how much of each is right.
//!
//! A found figure matches a marked one where their spans share at least half of the longer; each is used once. Then the layers, each of
//! which takes in those before it.

use serde::Deserialize;
use zhibiao::decimal::Decimal;

/// What is looked at in turn; a figure is right at a layer if it is right at every layer before it.
pub const LAYERS: [&str; 6] = ["mention", "value", "role", "indicator", "subject", "full"];

/// A figure marked by hand. Fields ending in `_alt` hold what is as right.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Marked {
    /// First code point in the file.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The text there.
    pub quote: String,
    value: String,
    value_max: Option<String>,
    unit: String,
    unit_alt: Vec<String>,
    bound: String,
    bound_alt: Vec<String>,
    kind: String,
    kind_alt: Vec<String>,
    sign: Option<String>,
    indicator: Option<String>,
    indicator_alt: Vec<Option<String>>,
    subject: Option<String>,
    subject_alt: Vec<Option<String>>,
    period: Option<String>,
    period_alt: Vec<Option<String>>,
    status: Option<String>,
    /// Neither required nor counted against.
    optional: bool,
}

/// A figure as the program read it, in the same terms.
#[derive(Clone, Debug)]
pub struct Found {
    /// First code point in the file.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The text there.
    pub quote: String,
    /// Value and upper end.
    pub value: (Decimal, Option<Decimal>),
    /// Base unit.
    pub unit: String,
    /// Code of the bound.
    pub bound: &'static str,
    /// Code of the kind.
    pub kind: &'static str,
    /// Code of the sign.
    pub sign: Option<&'static str>,
    /// Code of the status. It is no layer, and has a count of its own.
    pub status: &'static str,
    /// What is measured.
    pub indicator: Option<String>,
    /// Whom it is about.
    pub subject: Option<String>,
    /// When.
    pub period: Option<String>,
}

/// Counts of one document or of several.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Figures right at each layer.
    right: [usize; LAYERS.len()],
    /// Figures found, without those that match an optional one.
    found: usize,
    /// Figures to find.
    pub wanted: usize,
    /// Of those found, whose status is marked: how many there are, and with how many it is right.
    status: [usize; 2],
}

impl Tally {
    /// Adds the counts of another document.
    pub fn add(&mut self, other: &Self) {
        for (sum, n) in self.right.iter_mut().zip(other.right) {
            *sum += n;
        }
        self.found += other.found;
        self.wanted += other.wanted;
        for (sum, n) in self.status.iter_mut().zip(other.status) {
            *sum += n;
        }
    }

    /// The part of the figures found that are actual, planned or expected as marked.
    pub fn status(&self) -> f64 {
        let [marked, right] = self.status;
        right as f64 / marked.max(1) as f64
    }

    /// The harmonic mean of precision and recall at a layer.
    pub fn f1(&self, layer: usize) -> f64 {
        2.0 * self.right[layer] as f64 / (self.found + self.wanted).max(1) as f64
    }

    /// The layers in one line: F1 each.
    pub fn line(&self, name: &str) -> String {
        let layers = (0..LAYERS.len()).map(|i| format!("  {} {:.3}", LAYERS[i], self.f1(i)));
        let layers = layers.collect::<String>();
        let (wanted, found, status) = (self.wanted, self.found, self.status());
        format!("{name:<22} marked {wanted:>4} found {found:>4}{layers}  status {status:.3}\n")
    }
}

/// Compares what was found with what was marked; also says in words what is missing, wrong or too much.
pub fn compare(found: &[Found], marked: &[Marked]) -> (Tally, Vec<String>) {
    let pairs = pairs(found, marked);
    let mut tally = Tally {
        wanted: marked.iter().filter(|m| !m.optional).count(),
        ..Tally::default()
    };
    let mut misses = Vec::new();
    for &(f, m) in pairs.iter().filter(|(_, m)| !marked[*m].optional) {
        tally.found += 1;
        let right = layers(&found[f], &marked[m]);
        if let Some(status) = &marked[m].status {
            tally.status[0] += 1;
            tally.status[1] += usize::from(status == found[f].status);
        }
        for sum in &mut tally.right[..right] {
            *sum += 1;
        }
        if right < LAYERS.len() {
            misses.push(format!(
                "{} wrong: {:?}\n    wanted {:?}",
                LAYERS[right], found[f], marked[m]
            ));
        }
    }
    for (i, extra) in found.iter().enumerate() {
        let optional = marked.iter().any(|m| m.optional && overlap(extra, m) > 0.0);
        if !optional && pairs.iter().all(|(f, _)| *f != i) {
            tally.found += 1;
            misses.push(format!("not marked: {} at {}", extra.quote, extra.start));
        }
    }
    for (i, lost) in marked.iter().enumerate().filter(|(_, m)| !m.optional) {
        if pairs.iter().all(|(_, m)| *m != i) {
            misses.push(format!("missed: {} at {}", lost.quote, lost.start));
        }
    }
    (tally, misses)
}

/// Pairs of a found and a marked figure, those that share most first.
fn pairs(found: &[Found], marked: &[Marked]) -> Vec<(usize, usize)> {
    let mut near: Vec<(f64, usize, usize)> = Vec::new();
    for (m, mark) in marked.iter().enumerate() {
        let shares = found
            .iter()
            .enumerate()
            .map(|(f, figure)| (overlap(figure, mark), m, f));
        near.extend(shares.filter(|(share, ..)| *share >= 0.5));
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, m, f) in near {
        if pairs.iter().all(|(of, om)| *of != f && *om != m) {
            pairs.push((f, m));
        }
    }
    pairs
}

/// The part of the longer span that both share.
fn overlap(found: &Found, marked: &Marked) -> f64 {
    let shared = found.end.min(marked.end).saturating_sub(found.start.max(marked.start));
    let longer = (found.end - found.start).max(marked.end - marked.start);
    shared as f64 / longer.max(1) as f64
}

/// How many of the layers, from the first, are right.
fn layers(found: &Found, marked: &Marked) -> usize {
    let one_of = |got: &str, want: &str, more: &[String]| got == want || more.iter().any(|w| w == got);
    let value = (
        Decimal::parse(&marked.value),
        marked.value_max.as_deref().map(Decimal::parse),
    );
    let bound = if marked.bound.is_empty() { "eq" } else { &marked.bound };
    let checks: [&dyn Fn() -> bool; 5] = [
        &|| {
            (Some(found.value.0), found.value.1.map(Some)) == value
                && one_of(&found.unit, &marked.unit, &marked.unit_alt)
                && one_of(found.bound, bound, &marked.bound_alt)
        },
        &|| one_of(found.kind, &marked.kind, &marked.kind_alt) && found.sign == marked.sign.as_deref(),
        &|| same_phrase(found.indicator.as_deref(), &marked.indicator, &marked.indicator_alt),
        &|| same_phrase(found.subject.as_deref(), &marked.subject, &marked.subject_alt),
        &|| found.period == marked.period || marked.period_alt.contains(&found.period),
    ];
    1 + checks.iter().take_while(|right| right()).count()
}

/// Whether a phrase is the wanted one or an alternative, or close to one of them. Nothing is right where nothing is wanted.
fn same_phrase(got: Option<&str>, want: &Option<String>, more: &[Option<String>]) -> bool {
    let plain = |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_whitespace() && *c != '的').collect() };
    let mut wanted = std::iter::once(want)
        .chain(more)
        .map(|w| w.as_deref().filter(|w| !w.is_empty()));
    match got.filter(|got| !got.is_empty()) {
        None => wanted.any(|w| w.is_none()),
        Some(got) => wanted.flatten().any(|w| dice(&plain(got), &plain(w)) >= 0.7),
    }
}

/// How much two phrases have in common: the share of their pairs of neighbouring characters that are in both.
fn dice(a: &[char], b: &[char]) -> f64 {
    if a == b {
        return 1.0;
    }
    let mut left: Vec<&[char]> = b.windows(2).collect();
    let total = a.len().saturating_sub(1) + left.len();
    let mut hits = 0;
    for pair in a.windows(2) {
        if let Some(at) = left.iter().position(|other| *other == pair) {
            left.swap_remove(at);
            hits += 1;
        }
    }
    2.0 * f64::from(hits) / total.max(1) as f64
}

#[test]
fn phrases_are_compared_by_their_pairs() {
    let some = |text: &str| Some(text.to_owned());
    let same = |a: &str, b: &str| same_phrase(Some(a), &some(b), &[]);
    assert!(same("规上工业的总产值", "规上工业总产值"));
    assert!(same("规上工业总产值", "工业总产值"));
    assert!(!same("工业投资", "工业用地"));
    assert!(!same("", "工业"));
    assert!(same_phrase(Some("产值"), &some("收入"), &[some("产值")]));
    assert!(same_phrase(None, &some("收入"), &[None]) && !same_phrase(None, &some("收入"), &[]));
}

#[test]
fn the_layers_hold_those_before() {
    let mark = |start: usize, value: &str, kind: &str, period: &str| Marked {
        start,
        end: start + 4,
        value: value.to_owned(),
        unit: "家".to_owned(),
        kind: kind.to_owned(),
        indicator: Some("企业".to_owned()),
        subject: Some("某区".to_owned()),
        period: Some(period.to_owned()),
        status: Some("actual".to_owned()),
        ..Marked::default()
    };
    let read = |start: usize| Found {
        start,
        end: start + 4,
        quote: String::new(),
        value: (Decimal::new(120, 0), None),
        unit: "家".to_owned(),
        bound: "eq",
        kind: "level",
        sign: None,
        status: if start == 20 { "planned" } else { "actual" },
        indicator: Some("企业".to_owned()),
        subject: Some("某区".to_owned()),
        period: Some("2023".to_owned()),
    };
    let optional = Marked {
        optional: true,
        ..mark(90, "120", "level", "2023")
    };
    let marked = [
        mark(0, "120.0", "level", "2023"),
        mark(10, "121", "level", "2023"),
        mark(20, "120", "share", "2023"),
        mark(30, "120", "level", "2022"),
        mark(40, "120", "level", "2023"),
        optional,
    ];
    // The fifth is missed, the one at 70 is too much, the one at 91 is neither.
    let found = [read(0), read(11), read(20), read(30), read(70), read(91)];
    let (tally, misses) = compare(&found, &marked);
    assert_eq!((tally.right, tally.found, tally.wanted), ([4, 3, 2, 2, 2, 1], 5, 5));
    assert_eq!(misses.len(), 5, "{misses:?}");
    assert!((tally.f1(0) - 0.8).abs() < 1e-9);
    assert_eq!(tally.status, [4, 3], "it counts whatever else is wrong");
}
