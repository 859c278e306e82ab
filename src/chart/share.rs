//! Parts of a whole: a bar of one length for every whole, filled as far as the part reaches.

use super::axis::{Axis, GAP};
use super::canvas::{Canvas, rect};
use super::phrase::{asked, count_words, either, flag_key, flags, listed, lowered, name, raised, shared, when};
use super::rows::{self, BAR, BarStyle, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::decimal::Decimal;
use crate::figure::{Kind, Status};
use crate::language::Language;
use crate::table::matrix::is_zone;
use crate::table::{Observation, by_class};
use crate::words::{class_words, indicator_words, period_words, quantity_words, subject_words};

/// Whether there are shares.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !shares(question, table).is_empty()
}

/// The shares asked for, in the order of the text; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let shares = shares(question, table);
    shares.first()?;
    let panels = panels(&shares, width, language);
    let columns = Columns::new(&panels, width);
    let behind = panels
        .iter()
        .flat_map(|p| &p.rows)
        .map(|row| row.item.1.width())
        .fold(0.0, f64::max);
    let (left, right) = columns.plot();
    let axis = Axis::fixed(100.0, "%", (left, right - behind - GAP - 2.0), width, language);
    let headline = headline(&shares, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, |(o, tail), y, shapes| {
        let value = o.value.to_f64();
        let (part, whole) = (axis.x(value), axis.x(100.0));
        let style = if o.status == Status::Actual {
            BarStyle::Solid
        } else {
            BarStyle::Hollow
        };
        rows::bar(&axis, value, y, style, shapes);
        shapes.push(rect(part, y + 0.7, (whole - part - 0.7).max(0.1), BAR - 1.4, "out"));
        tail.shapes(whole + GAP, y, shapes);
    });
    let one = |text: Option<String>| text.unwrap_or_default();
    let parts = [
        one(shared(shares.iter().map(|o| &o.subject)).map(|s| subject_words(s, language).to_owned())),
        one(shared(shares.iter().map(|o| &o.indicator)).map(|i| indicator_words(i, language).to_owned())),
        one(shared(shares.iter().map(|o| o.period)).map(|p| period_words(p, language))),
        either(language, "%，全条为整体", "%, the whole bar being the whole").to_owned(),
    ];
    let hints = flag_key(shares.iter().copied(), language);
    Some(Chart {
        scene: canvas.scene(height, &headline),
        subtitle: super::sentence(&parts, &hints, language),
        headline,
    })
}

/// Zones that state shares for one period.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for o in table
        .iter()
        .filter(|o| is_share(o) && o.basis.is_some() && is_zone(&o.subject))
    {
        let (class, report) = (o.period.map(|p| p.class()), Some(o.evidence[0].report));
        let question = Question {
            form: Form::Share,
            subjects: vec![o.subject.clone()],
            class,
            report,
            ..Question::default()
        };
        if class.is_none() || candidates.iter().any(|c| c.pick.question == question) {
            continue;
        }
        let weight = shares(&question, table).len() * 10;
        candidates.push(Candidate {
            weight,
            subject: o.subject.clone(),
            pick: Pick {
                key: o.evidence[0],
                question,
            },
        });
    }
    candidates
}

fn is_share(o: &Observation) -> bool {
    o.kind == Kind::Share && o.unit == "%" && o.value <= Decimal::new(100, 0) && o.value >= Decimal::ZERO
}

fn shares<'a>(question: &Question, table: &'a [Observation]) -> Vec<&'a Observation> {
    table.iter().filter(|o| is_share(o) && asked(question, o)).collect()
}

/// One panel for each class of period.
fn panels<'a>(shares: &[&'a Observation], width: f64, language: Language) -> Vec<Panel<(&'a Observation, Tail)>> {
    let one_indicator = shared(shares.iter().map(|o| &o.indicator)).is_some();
    let one_subject = shared(shares.iter().map(|o| &o.subject)).is_some();
    let one_period = shared(shares.iter().map(|o| o.period)).is_some();
    let row = |o: &'a Observation| {
        let (subject, indicator) = (
            subject_words(&o.subject, language),
            indicator_words(&o.indicator, language),
        );
        let label = if one_indicator && !one_subject {
            subject
        } else {
            indicator
        };
        let subject = if one_subject || one_indicator { "" } else { subject };
        let period = if one_period {
            String::new()
        } else {
            period_words(o.period, language)
        };
        let whole = whole(o, language);
        Row {
            label: label.to_owned(),
            sub: vec![subject.to_owned(), whole.clone(), period],
            name: listed(&[name(o, language), whole.clone()], language),
            evidence: o.evidence.clone(),
            item: (o, Tail::new(&quantity_words(o, language), &flags(o), width)),
        }
    };
    let groups = by_class(shares.iter().copied());
    let several = groups.len() > 1;
    groups
        .into_iter()
        .map(|(class, group)| Panel {
            title: if several {
                class_words(class, language)
            } else {
                String::new()
            },
            note: String::new(),
            rows: group.into_iter().map(row).collect(),
        })
        .collect()
}

/// Of what it is a part: `占全市`, `of the city`.
fn whole(o: &Observation, language: Language) -> String {
    match (&o.basis, language) {
        (None, Language::Chinese) => "整体未写".to_owned(),
        (None, Language::English) => "whole not stated".to_owned(),
        (Some(basis), Language::Chinese) => format!("占{basis}"),
        (Some(basis), Language::English) => match subject_words(basis, language) {
            same if same == basis => format!("of {}", lowered(indicator_words(basis, language))),
            place => format!("of {place}'s total"),
        },
    }
}

fn headline(shares: &[&Observation], language: Language) -> String {
    let o = shares[0];
    let sentence = |o: &Observation| {
        let (indicator, whole, value) = (
            indicator_words(&o.indicator, language),
            whole(o, language),
            quantity_words(o, language),
        );
        match (language, &o.basis) {
            (Language::Chinese, None) => format!("{indicator}占比{value}"),
            (Language::Chinese, Some(_)) => format!("{indicator}{whole}的{value}"),
            (Language::English, None) => format!("{} a share of {value}", lowered(indicator)),
            (Language::English, Some(_)) => format!("{} {value} {whole}", lowered(indicator)),
        }
    };
    let subject = subject_words(&o.subject, language);
    let comparable = shared(shares.iter().map(|o| (&o.subject, o.period))).is_some();
    match (shares, language) {
        ([_], Language::Chinese) => format!("{subject}{}{}", when(o.period, language), sentence(o)),
        ([_], Language::English) => format!("{}: {}{}", raised(subject), sentence(o), when(o.period, language)),
        ([a, b], Language::Chinese) if comparable => format!("{subject}{}，{}", sentence(a), sentence(b)),
        ([a, b], Language::English) if comparable => format!("{}: {}, {}", raised(subject), sentence(a), sentence(b)),
        (_, Language::Chinese) => {
            let more = count_words(shares.len() - 1, language);
            format!("{subject}{}{}，另有{more}项占比", when(o.period, language), sentence(o))
        }
        (_, Language::English) => {
            let more = count_words(shares.len() - 1, language);
            format!(
                "{}: {}{}, and {more} more",
                raised(subject),
                sentence(o),
                when(o.period, language)
            )
        }
    }
}
