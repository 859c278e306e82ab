//! Words that several forms of chart use.

use super::Question;
use crate::figure::{Bound, Sign, Status};
use crate::language::Language;
use crate::period::{Period, PeriodClass};
use crate::table::Observation;
use crate::table::matrix::is_zone;
use crate::words::{fill, indicator_words, period_words, quantity_words, subject_words};

/// Whether an observation is among those that the question asks for.
pub fn asked(question: &Question, o: &Observation) -> bool {
    (question.indicator.is_empty() || question.indicator == o.indicator)
        && (question.subjects.is_empty() || question.subjects.contains(&o.subject))
        && (question.classes.is_empty() || question.classes.contains(&o.period.map(|p| p.class())))
        && question
            .report
            .is_none_or(|report| o.evidence.iter().any(|e| e.report == report))
}

/// One of the two.
pub fn either<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// A sentence in the language. Both patterns take the same values, each by its number.
pub fn say(language: Language, zh: &str, en: &str, values: &[&str]) -> String {
    fill(either(language, zh, en), values)
}

/// Phrases joined as a list: `，` or `, `.
pub fn listed(parts: &[String], language: Language) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(either(language, "，", ", "))
}

/// Phrases set beside each other in a label: ` · `.
pub fn dotted(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    parts.join(" · ")
}

/// Small numbers in words: `三`, `three`; from eleven in digits. Two is 两, as before a classifier.
pub fn count_words(n: usize, language: Language) -> String {
    const WORDS: [(&str, &str); 11] = [
        ("零", "no"),
        ("一", "one"),
        ("两", "two"),
        ("三", "three"),
        ("四", "four"),
        ("五", "five"),
        ("六", "six"),
        ("七", "seven"),
        ("八", "eight"),
        ("九", "nine"),
        ("十", "ten"),
    ];
    match WORDS.get(n) {
        Some((zh, en)) => either(language, zh, en).to_owned(),
        None => n.to_string(),
    }
}

/// How many subjects there are: `三区`, `three zones`; `三者`, `three` where not all are zones.
pub fn all_words(subjects: &[&str], language: Language) -> String {
    let kind = match subjects.iter().all(|s| is_zone(s)) {
        true => either(language, "区", " zones"),
        false => either(language, "者", ""),
    };
    [&count_words(subjects.len(), language), kind].concat()
}

/// The period as it stands in a sentence: in Chinese before the indicator, in English at the end, with its space.
pub fn when(period: Option<Period>, language: Language) -> String {
    let Some(of) = period else {
        return String::new();
    };
    let before = match of.start {
        None => " ",
        Some(start) if start.day > 0 => " on ",
        Some(_) => " in ",
    };
    [either(language, "", before), &period_words(period, language)].concat()
}

/// A mark's name: whom, what, when, how much.
pub fn name(o: &Observation, language: Language) -> String {
    let value = quantity_words(o, language);
    let parts = [
        subject_words(&o.subject, language).to_owned(),
        indicator_words(&o.indicator, language).to_owned(),
        period_words(o.period, language),
        value,
        status_words(o.status, language).to_owned(),
        if o.unreliable {
            either(language, "可靠性低", "low reliability").to_owned()
        } else {
            String::new()
        },
    ];
    listed(&parts, language)
}

/// What is said of figures that are not of the past.
pub fn status_words(status: Status, language: Language) -> &'static str {
    match status {
        Status::Actual => "",
        Status::Expected => either(language, "预计", "expected"),
        Status::Planned => either(language, "计划", "planned"),
    }
}

/// Flags as Eurostat writes them: `f` forecast or planned, `u` low reliability.
pub fn flags(o: &Observation) -> String {
    let forecast = if o.status == Status::Actual { "" } else { "f" };
    let unreliable = if o.unreliable { "u" } else { "" };
    [forecast, unreliable].concat()
}

/// What the flags among these observations mean.
pub fn flag_key(observations: &[&Observation], language: Language) -> Vec<&'static str> {
    let mut key = Vec::new();
    if observations.iter().any(|o| o.status != Status::Actual) {
        key.push(either(
            language,
            "空心与f为预计或计划",
            "hollow and f: expected or planned",
        ));
    }
    if observations.iter().any(|o| o.unreliable) {
        key.push(either(language, "u为可靠性低", "flag u: low reliability"));
    }
    key
}

/// What all observations of a chart have in common: its subtitle says it, and its rows need not.
pub struct Common<'a> {
    subject: Option<&'a str>,
    indicator: Option<&'a str>,
    period: Option<Option<Period>>,
}

impl<'a> Common<'a> {
    /// What these have in common.
    pub fn of(observations: &[&'a Observation]) -> Self {
        Self {
            subject: shared(observations.iter().map(|o| o.subject.as_str())),
            indicator: shared(observations.iter().map(|o| o.indicator.as_str())),
            period: shared(observations.iter().map(|o| o.period)),
        }
    }

    /// It in words, for a subtitle.
    pub fn words(&self, language: Language) -> Vec<String> {
        let subject = self.subject.map(|subject| subject_words(subject, language).to_owned());
        let indicator = self
            .indicator
            .map(|indicator| lowered(indicator_words(indicator, language)));
        let period = self.period.map(|period| period_words(period, language));
        [subject, indicator, period].into_iter().flatten().collect()
    }

    /// A row's label, and where they set it apart its subject and its period.
    pub fn row(&self, o: &Observation, indicator: &str, language: Language) -> (String, [String; 2]) {
        let (subject, indicator) = (
            subject_words(&o.subject, language),
            indicator_words(indicator, language),
        );
        let (label, subject) = match (self.subject, self.indicator) {
            (None, Some(_)) => (subject, ""),
            (None, None) => (indicator, subject),
            _ => (indicator, ""),
        };
        let period = match self.period {
            Some(_) => String::new(),
            None => period_words(o.period, language),
        };
        (label.to_owned(), [subject.to_owned(), period])
    }
}

/// Whether the value is only a lower bound.
pub fn is_open(o: &Observation) -> bool {
    matches!(o.bound, Bound::Gt | Bound::Ge)
}

/// The value as a float for geometry, negative for declines.
pub fn signed(o: &Observation) -> f64 {
    let value = o.value.to_f64();
    if o.sign == Some(Sign::Minus) { -value } else { value }
}

/// Whether a period is shorter than a year, so that its bar is hatched.
pub fn is_part_year(period: Option<Period>) -> bool {
    matches!(
        period.map(|p| p.class()),
        Some(PeriodClass::Months(..) | PeriodClass::Day | PeriodClass::Other)
    )
}

/// The one value that all items share.
pub fn shared<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Option<T> {
    let mut items = items.into_iter();
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// The first letter in lower case, unless the word is an abbreviation: for names inside an English sentence.
pub fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_ascii_uppercase() && second.is_ascii_lowercase() => {
            first.to_ascii_lowercase().to_string() + &text[1..]
        }
        _ => text.to_owned(),
    }
}

/// The first letter in upper case.
pub fn raised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + chars.as_str()
    })
}
