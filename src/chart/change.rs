//! Growth and decline: lollipops where everything grew, diverging bars where something fell. Rates on different bases, or over different
//! classes of period, stand in frames of their own.

use super::axis::{Axis, Extent, GAP};
use super::canvas::{Canvas, line};
use super::phrase::{
    Common, all_words, asked, count_words, dotted, either, flag_key, flags, is_open, listed, lowered, name, raised,
    say, shared, signed, when,
};
use super::rows::{self, BAR, BarStyle, CHEVRONS, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::figure::{Bound, Kind, Sign, Status};
use crate::language::Language;
use crate::order::{distinct, sort_by, sort_by_key};
use crate::scene::Shape;
use crate::table::matrix::is_zone;
use crate::table::{Observation, by_class};
use crate::words::{basis_words, class_words, indicator_words, quantity_words, subject_words};
use std::cmp::Reverse;

/// Radius of a lollipop's head.
const HEAD: f64 = 5.5;

/// Whether there are rates.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !rates(question, table).is_empty()
}

/// The rates asked for; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let rates = rates(question, table);
    rates.first()?;
    let groups = groups(&rates);
    let falls = rates.iter().any(|o| o.sign == Some(Sign::Minus));
    let common = Common::of(&rates);
    let panels: Vec<Panel> = groups
        .iter()
        .map(|group| panel(group, groups.len(), &common, width, language))
        .collect();
    let columns = Columns::new(&panels, width);
    let extents: Vec<Extent> = panels.iter().flat_map(|p| &p.rows).filter_map(extent).collect();
    let axis = Axis::new(&extents, "%", columns.plot(), language);
    let headline = headline(&rates, &groups, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, &|row, y, shapes| {
        let Some(o) = row.drawn else {
            return;
        };
        let end = if falls {
            bar(&axis, o, y, shapes)
        } else {
            lollipop(&axis, o, y, shapes)
        };
        let tail = &row.tail;
        match o.sign {
            Some(Sign::Minus) => tail.shapes(end - GAP - tail.width(), y, shapes),
            _ => tail.shapes(end + GAP, y, shapes),
        }
    });
    let subtitle = subtitle(&rates, &common, groups.len(), language);
    Some(Chart::new(canvas, height, headline, subtitle))
}

/// Zones that state several yearly rates for one period, and indicators whose rates several zones state.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for o in table.iter().filter(|o| is_rate(o) && is_zone(&o.subject)) {
        let (class, report) = (o.period.map(|p| p.class()), Some(o.evidence[0].report));
        let question = Question {
            form: Form::Change,
            subjects: vec![o.subject.clone()],
            classes: vec![class],
            report,
            ..Question::default()
        };
        if class.is_none() || candidates.iter().any(|c| c.pick.question == question) {
            continue;
        }
        let rates = rates(&question, table);
        let top = rates
            .iter()
            .filter(|o| o.status == Status::Actual)
            .max_by_key(|o| o.value);
        if let (Some(top), 3..) = (top, rates.len()) {
            // Rates on one base that is stated make one picture.
            let worth = |group: &Vec<&Observation>| group.len() * if is_based(group[0]) { 10 } else { 6 };
            let weight = groups(&rates).iter().map(worth).max().unwrap_or(0);
            candidates.push(Candidate {
                weight,
                subject: o.subject.clone(),
                pick: Pick {
                    key: top.evidence[0],
                    question,
                },
            });
        }
    }
    candidates
}

fn is_rate(o: &Observation) -> bool {
    o.kind == Kind::Change && o.unit == "%" && o.sign.is_some()
}

/// Whether it is said against what it is measured.
fn is_based(o: &Observation) -> bool {
    o.basis.as_deref().is_some_and(|basis| basis != "unstated")
}

/// The rates asked for, the highest first.
fn rates<'a>(question: &Question, table: &'a [Observation]) -> Vec<&'a Observation> {
    let mut rates: Vec<&Observation> = table.iter().filter(|o| is_rate(o) && asked(question, o)).collect();
    sort_by(&mut rates, |a, b| signed(b).total_cmp(&signed(a)));
    rates
}

/// Rates that can be compared: of one class of period and on one base; stated bases first.
fn groups<'a>(rates: &[&'a Observation]) -> Vec<Vec<&'a Observation>> {
    let mut groups: Vec<Vec<&Observation>> = Vec::new();
    for (_, class) in by_class(rates.iter().copied()) {
        let from = groups.len();
        for o in class {
            match groups[from..].iter_mut().find(|g| g[0].basis == o.basis) {
                Some(group) => group.push(o),
                None => groups.push(vec![o]),
            }
        }
        sort_by_key(&mut groups[from..], |group| (!is_based(group[0]), Reverse(group.len())));
    }
    groups
}

fn panel<'a>(group: &[&'a Observation], groups: usize, common: &Common, width: f64, language: Language) -> Panel<'a> {
    let row = |o: &'a Observation| {
        let (label, sub) = common.row(o, &o.indicator, language);
        let basis = basis_words(o.basis.as_deref(), language);
        Row {
            label,
            sub: sub.into(),
            name: listed(&[name(o, language), basis], language),
            evidence: o.evidence.clone(),
            drawn: Some(o),
            other: None,
            tail: Tail::new(&quantity_words(o, language), &flags(o), width),
        }
    };
    let class = class_words(group[0].period.map(|p| p.class()), language);
    let title = dotted(&[&class, &basis_words(group[0].basis.as_deref(), language)]);
    Panel {
        title: if groups > 1 { title } else { String::new() },
        note: String::new(),
        rows: group.iter().map(|o| row(o)).collect(),
    }
}

fn extent(row: &Row) -> Option<Extent> {
    let o = row.drawn?;
    let gap = if is_open(o) { CHEVRONS } else { 0.0 };
    Some(row.tail.extent(signed(o), gap + HEAD))
}

/// A diverging bar; gives where it ends.
fn bar(axis: &Axis, o: &Observation, y: f64, shapes: &mut Vec<Shape>) -> f64 {
    let style = if o.status == Status::Actual {
        BarStyle::Solid
    } else {
        BarStyle::Hollow
    };
    rows::bar(axis, signed(o), y, style, shapes);
    let end = axis.x(signed(o));
    match (is_open(o), o.sign) {
        (true, Some(Sign::Minus)) => end,
        (true, _) => {
            rows::chevrons(end, y, shapes);
            end + CHEVRONS
        }
        (false, _) => end,
    }
}

/// A stem with a head; gives where it ends.
fn lollipop(axis: &Axis, o: &Observation, y: f64, shapes: &mut Vec<Shape>) -> f64 {
    let (x, middle) = (axis.x(signed(o)), y + BAR / 2.0);
    shapes.push(line((axis.zero, middle), (x, middle), "stem"));
    let class = if o.status == Status::Actual { "bar" } else { "open" };
    shapes.push(Shape::Circle {
        at: (x, middle),
        r: HEAD,
        class,
    });
    if !is_open(o) {
        return x + HEAD;
    }
    rows::chevrons(x + HEAD, y, shapes);
    x + HEAD + CHEVRONS
}

fn headline(rates: &[&Observation], groups: &[Vec<&Observation>], language: Language) -> String {
    let told = Told { rates, language };
    let (top, last) = (groups[0][0], groups[0][groups[0].len() - 1]);
    let one_subject = shared(rates.iter().map(|o| &o.subject)).is_some();
    let one_indicator = shared(rates.iter().map(|o| &o.indicator)).is_some();
    let one_time = groups.len() == 1 && shared(rates.iter().map(|o| o.period)).is_some() && top.period.is_some();
    let turns = top.sign == Some(Sign::Plus) && last.sign == Some(Sign::Minus);
    match rates.len() {
        1 => told.alone(top),
        _ if one_time && one_subject && turns => told.both_ways(top, last),
        _ if one_time && (one_subject || one_indicator) && told.leads(top) => told.leader(top, one_indicator),
        more => told.first(top, more - 1),
    }
}

/// Sentences about rates.
struct Told<'a> {
    rates: &'a [&'a Observation],
    language: Language,
}

impl Told<'_> {
    /// `甲区税收同比增长8%`.
    fn sentence(&self, o: &Observation, when: &str) -> String {
        let (subject, indicator) = (
            raised(subject_words(&o.subject, self.language)),
            lowered(indicator_words(&o.indicator, self.language)),
        );
        let values = [&subject, when, &indicator, &moved(o, self.language)];
        say(self.language, "{0}{1}{2}{3}", "{0}: {2} {3}{1}", &values)
    }

    fn alone(&self, o: &Observation) -> String {
        self.sentence(o, &when(o.period, self.language))
    }

    /// The first, and how many others are listed.
    fn first(&self, o: &Observation, others: usize) -> String {
        let (first, n) = (self.alone(o), count_words(others, self.language));
        say(self.language, "{}，另列{}项", "{}; {} more listed", &[&first, &n])
    }

    /// The highest and the lowest, which have different signs.
    fn both_ways(&self, top: &Observation, last: &Observation) -> String {
        let indicator = lowered(indicator_words(&last.indicator, self.language));
        let values = [&self.sentence(top, ""), &indicator, &moved(last, self.language)];
        say(self.language, "{}，{}{}", "{}, {} {}", &values.map(String::as_str))
    }

    /// Those that have happened and are exact.
    fn sure(&self) -> Vec<&Observation> {
        let sure = |o: &&&Observation| o.status == Status::Actual && !o.unreliable && o.bound == Bound::Eq;
        self.rates.iter().filter(sure).copied().collect()
    }

    /// Whether it is beyond doubt the highest of those that have happened.
    fn leads(&self, top: &Observation) -> bool {
        let sure = self.sure();
        let open = self
            .rates
            .iter()
            .any(|o| o.status == Status::Actual && (o.unreliable || o.bound != Bound::Eq));
        is_based(top)
            && !open
            && sure.len() > 1
            && sure.iter().all(|o| std::ptr::eq(*o, top) || signed(o) < signed(top))
            && top.status == Status::Actual
    }

    fn leader(&self, top: &Observation, of_subjects: bool) -> String {
        let sure = self.sure();
        let mut subjects: Vec<&str> = sure.iter().map(|o| o.subject.as_str()).collect();
        distinct(&mut subjects);
        let expected = sure.len() < self.rates.len();
        let (zh, en) = match of_subjects {
            true => ("{}，居所列{}之首", "{}, the most of the {} shown"),
            false if expected => ("{}，在{}项实际增幅中最高", "{}, the most of {} actual rates"),
            false => ("{}，在所列{}项增幅中最高", "{}, the most of {} rates"),
        };
        let n = match of_subjects {
            true => all_words(&subjects, self.language),
            false => count_words(sure.len(), self.language),
        };
        say(self.language, zh, en, &[&self.sentence(top, ""), &n])
    }
}

/// The movement in a sentence: `同比增长58.65%`, `up 58.65% on a year before`.
fn moved(o: &Observation, language: Language) -> String {
    let plain = Observation {
        sign: None,
        ..o.clone()
    };
    let value = quantity_words(&plain, language);
    let known = o.basis.as_deref().filter(|b| *b != "unstated");
    let basis = known.map_or_else(String::new, |b| basis_words(Some(b), language));
    let way = match o.sign {
        Some(Sign::Plus) => either(language, "增长", "up"),
        _ => either(language, "下降", "down"),
    };
    let expected = super::phrase::status_words(o.status, language);
    match language {
        Language::Chinese => [expected, &basis, way, &value].concat(),
        Language::English => {
            let mut words = vec![expected, way, &value, &basis];
            words.retain(|word| !word.is_empty());
            words.join(" ")
        }
    }
}

/// Unit, base, period, and how to read it.
fn subtitle(rates: &[&Observation], common: &Common, groups: usize, language: Language) -> String {
    let mut parts = common.words(language);
    if let Some(basis) = shared(rates.iter().map(|o| &o.basis)) {
        parts.push(basis_words(basis.as_deref(), language));
    }
    parts.push("%".to_owned());
    let mut hints = Vec::new();
    if groups > 1 {
        hints.push(either(
            language,
            "基期或时段不同的分开排列",
            "rates on other bases or periods stand apart",
        ));
    }
    hints.extend(flag_key(rates, language));
    super::sentence(&parts, &hints, language)
}
