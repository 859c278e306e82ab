//! Parts of a whole: a bar of one length for every whole, filled as far as the part reaches. Where the checks know part and whole, the share is
//! worked out from them and stands beside the stated one.

use super::axis::{Axis, GAP};
use super::canvas::{Canvas, rect};
use super::phrase::{
    Common, asked, count_words, dotted, either, flag_key, flags, listed, lowered, name, raised, say, shared, when,
};
use super::rows::{self, BAR, BarStyle, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::decimal::Decimal;
use crate::figure::{Kind, Status};
use crate::language::Language;
use crate::table::matrix::is_zone;
use crate::table::{Computed, Observation, by_class, find};
use crate::words::{class_words, indicator_words, quantity_words, subject_words};

/// A share with the part and the whole that it is worked out from, where they are known.
#[derive(Clone, Copy, Debug)]
struct Share<'a> {
    stated: &'a Observation,
    of: Option<Operands<'a>>,
}

#[derive(Clone, Copy, Debug)]
struct Operands<'a> {
    part: &'a Observation,
    whole: &'a Observation,
    computed: Computed,
}

/// Whether there are shares.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !shares(question, table).is_empty()
}

/// The shares asked for, in the order of the text; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let shares: Vec<Share> = shares(question, table)
        .into_iter()
        .map(|o| with_operands(o, table))
        .collect();
    shares.first()?;
    let stated: Vec<&Observation> = shares.iter().map(|share| share.stated).collect();
    let common = Common::of(&stated);
    let panels = panels(&shares, &common, width, language);
    let columns = Columns::new(&panels, width);
    let behind = panels
        .iter()
        .flat_map(|p| &p.rows)
        .map(|row| row.tail.width())
        .fold(0.0, f64::max);
    let (left, right) = columns.plot();
    let axis = Axis::fixed(100.0, "%", (left, right - behind - GAP - 2.0), width, language);
    let headline = headline(&shares, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, &|row, y, shapes| {
        let Some(o) = row.drawn else {
            return;
        };
        let value = o.value.to_f64();
        let (part, whole) = (axis.x(value), axis.x(100.0));
        let style = if o.status == Status::Actual {
            BarStyle::Solid
        } else {
            BarStyle::Hollow
        };
        rows::bar(&axis, value, y, style, shapes);
        shapes.push(rect(part, y + 0.7, (whole - part - 0.7).max(0.1), BAR - 1.4, "out"));
        if let Some(computed) = row.other {
            rows::target(axis.x(computed.to_f64().min(100.0)), y, shapes);
        }
        row.tail.shapes(whole + GAP, y, shapes);
    });
    let mut parts = common.words(language);
    parts.push(either(language, "%，全条为整体", "%, the whole bar being the whole").to_owned());
    let mut hints = Vec::new();
    if shares.iter().any(|share| unlike(share).is_some()) {
        hints.push(either(
            language,
            "竖线为由部分与整体算得的占比",
            "the upright line is the share computed from part and whole",
        ));
    }
    hints.extend(flag_key(&stated, language));
    let subtitle = super::sentence(&parts, &hints, language);
    Some(Chart::new(canvas, height, headline, subtitle))
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
            classes: vec![class],
            report,
            ..Question::default()
        };
        if class.is_none() || candidates.iter().any(|c| c.pick.question == question) {
            continue;
        }
        let shares = shares(&question, table);
        // The one that the headline is about.
        let unlike = |o: &&&Observation| o.computed.is_some_and(|computed| !computed.planned && !computed.fits);
        let key = shares.iter().find(unlike).map_or(o, |o| *o).evidence[0];
        candidates.push(Candidate {
            weight: shares.len() * 10,
            subject: o.subject.clone(),
            pick: Pick { key, question },
        });
    }
    candidates
}

/// Whether it is called a share, or known to be one by its arithmetic: 投产率.
fn is_share(o: &Observation) -> bool {
    let computed = o.computed.is_some_and(|computed| !computed.planned);
    (o.kind == Kind::Share || computed) && o.unit == "%" && o.value <= Decimal::new(100, 0) && o.value >= Decimal::ZERO
}

fn shares<'a>(question: &Question, table: &'a [Observation]) -> Vec<&'a Observation> {
    table.iter().filter(|o| is_share(o) && asked(question, o)).collect()
}

fn with_operands<'a>(stated: &'a Observation, table: &'a [Observation]) -> Share<'a> {
    let operands = |computed: Computed| {
        Some(Operands {
            part: find(table, computed.part)?,
            whole: find(table, computed.whole)?,
            computed,
        })
    };
    let of = stated.computed.filter(|computed| !computed.planned).and_then(operands);
    Share { stated, of }
}

/// What is part of the whole: of 项目数占63.27% the projects. A rate is its own name.
fn about<'a>(share: &Share<'a>) -> &'a str {
    let part = share.of.map(|of| of.part).filter(|_| share.stated.kind == Kind::Share);
    &part.unwrap_or(share.stated).indicator
}

/// What is worked out where the stated share is another.
fn unlike(share: &Share) -> Option<Computed> {
    share.of.map(|of| of.computed).filter(|computed| !computed.fits)
}

/// One panel for each class of period.
fn panels<'a>(shares: &[Share<'a>], common: &Common, width: f64, language: Language) -> Vec<Panel<'a>> {
    let row = |share: &Share<'a>| {
        let o = share.stated;
        let (label, [subject, period]) = common.row(o, about(share), language);
        let (whole, sum) = (whole(share, language), sum(share, language));
        let unlike = unlike(share);
        let computed = unlike.map_or_else(String::new, |computed| computed_words(computed, language));
        let behind = share.of.map(|of| [of.computed.part, of.computed.whole]);
        Row {
            label,
            sub: vec![subject, whole.clone(), sum.clone(), period],
            name: listed(&[name(o, language), whole, sum], language),
            evidence: o.evidence.iter().copied().chain(behind.into_iter().flatten()).collect(),
            drawn: Some(o),
            other: unlike.map(|computed| computed.value),
            tail: Tail::new(&quantity_words(o, language), &dotted(&[&computed, &flags(o)]), width),
        }
    };
    let groups = by_class(shares.iter().map(|share| share.stated));
    let several = groups.len() > 1;
    let rows = |class| {
        let here = |share: &&Share| share.stated.period.map(|p| p.class()) == class;
        shares.iter().filter(here).map(row).collect()
    };
    groups
        .iter()
        .map(|(class, _)| Panel {
            title: if several {
                class_words(*class, language)
            } else {
                String::new()
            },
            note: String::new(),
            rows: rows(*class),
        })
        .collect()
}

/// The stated part and total and the share that they make: `31个 ÷ 49个 = 63.27%`; empty where part or whole are not known.
fn sum(share: &Share, language: Language) -> String {
    share.of.map_or_else(String::new, |of| {
        let [part, whole] = [of.part, of.whole].map(|o| quantity_words(o, language));
        [&part, " ÷ ", &whole, " = ", &of.computed.value.to_string(), "%"].concat()
    })
}

/// `算得73.91%`.
fn computed_words(computed: Computed, language: Language) -> String {
    [either(language, "算得", "computed "), &computed.value.to_string(), "%"].concat()
}

/// Of what it is a part, `占全市`, `of the city's total`: of the whole that the checks found, or else of what the text names.
fn whole(share: &Share, language: Language) -> String {
    let Share { stated, of } = share;
    if let Some(Operands { whole, .. }) = of {
        let indicator = lowered(indicator_words(&whole.indicator, language));
        return match whole.subject == stated.subject {
            true => say(language, "占{}", "of {}", &[&indicator]),
            false => {
                let area = subject_words(&whole.subject, language);
                say(language, "占{}{}", "of {}'s {}", &[area, &indicator])
            }
        };
    }
    let Some(basis) = stated.basis.as_deref() else {
        return either(language, "整体未写", "whole not stated").to_owned();
    };
    match subject_words(basis, language) {
        same if same == basis => say(
            language,
            "占{1}",
            "of {0}",
            &[&lowered(indicator_words(basis, language)), basis],
        ),
        place => say(language, "占{1}", "of {0}'s total", &[place, basis]),
    }
}

/// The first share, and where there is one the first that is not what part and whole make of it.
fn headline(shares: &[Share], language: Language) -> String {
    let first = shares
        .iter()
        .find(|share| unlike(share).is_some())
        .unwrap_or(&shares[0]);
    let o = first.stated;
    let sentence = |share: &Share| {
        let o = share.stated;
        let (zh, en) = match o.basis.is_some() || share.of.is_some() {
            _ if o.kind != Kind::Share => ("{0}{1}", "{0} {1}"),
            true => ("{0}{2}的{1}", "{0} {1} {2}"),
            false => ("{0}占比{1}", "{0} a share of {1}"),
        };
        let values = [
            &lowered(indicator_words(about(share), language)),
            &quantity_words(o, language),
            &whole(share, language),
        ];
        let told = say(language, zh, en, &values.map(String::as_str));
        match unlike(share) {
            Some(computed) => listed(&[told, computed_words(computed, language)], language),
            None => told,
        }
    };
    let comparable = shared(shares.iter().map(|share| (&share.stated.subject, share.stated.period))).is_some();
    let (zh, en, more) = match shares {
        [_] => ("{0}{1}{2}", "{0}: {2}{1}", String::new()),
        // The one that leads, and the other.
        [a, b] if comparable => {
            let other = if std::ptr::eq(first, a) { b } else { a };
            ("{0}{2}，{3}", "{0}: {2}, {3}", sentence(other))
        }
        _ => (
            "{0}{1}{2}，另有{3}项占比",
            "{0}: {2}{1}, and {3} more",
            count_words(shares.len() - 1, language),
        ),
    };
    let values = [
        &raised(subject_words(&o.subject, language)),
        &when(o.period, language),
        &sentence(first),
        &more,
    ];
    say(language, zh, en, &values.map(String::as_str))
}
