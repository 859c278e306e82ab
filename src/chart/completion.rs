//! Plan and actual: a bar for what was done, a tick for what was planned, and how much of it that is, as stated and worked out anew.
//!
//! A stated completion is of the plan and the outcome that the checks tie to it. Where none is stated, a plan and an outcome of one name that
//! stand close together are taken for one story.

use super::axis::{Axis, Extent, GAP};
use super::canvas::Canvas;
use super::phrase::{asked, count_words, either, flag_key, flags, listed, lowered, name, raised, say, shared, when};
use super::rows::{self, BarStyle, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::decimal::Decimal;
use crate::figure::{Bound, Kind, Status};
use crate::language::Language;
use crate::order::sort_by_key;
use crate::period::PeriodClass;
use crate::table::matrix::is_zone;
use crate::table::{Observation, by_class, find};
use crate::unit::is_money;
use crate::words::{class_words, indicator_words, period_words, quantity_words, subject_words};
use std::cmp::Reverse;

/// Figures between a plan and what came of it, at most, where no completion is stated.
const NEAR: usize = 12;

/// A plan and what came of it.
#[derive(Clone, Copy, Debug)]
struct Plan<'a> {
    planned: &'a Observation,
    actual: &'a Observation,
    stated: Option<&'a Observation>,
    /// Worked out, in percent.
    done: Decimal,
}

/// Whether there are plans.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !plans(question, table).is_empty()
}

/// The plans asked for, in the unit of the first; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let mut plans = plans(question, table);
    let unit = plans.first()?.actual.unit.clone();
    plans.retain(|plan| plan.actual.unit == unit);
    let panels = panels(&plans, width, language);
    let columns = Columns::new(&panels, width);
    let extents: Vec<Extent> = panels
        .iter()
        .flat_map(|p| &p.rows)
        .map(|row| row.tail.extent(reach(row), 2.0))
        .collect();
    let axis = Axis::new(&extents, &unit, columns.plot(), language);
    let headline = headline(&plans, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, &|row, y, shapes| {
        let (Some(actual), Some(planned)) = (row.drawn, row.other) else {
            return;
        };
        let style = if is_running(actual) {
            BarStyle::Hatched
        } else {
            rows::style(actual)
        };
        rows::bar(&axis, actual.value.to_f64(), y, style, shapes);
        rows::target(axis.x(planned.to_f64()), y, shapes);
        row.tail.shapes(axis.x(reach(row)) + 2.0 + GAP, y, shapes);
    });
    let actual: Vec<&Observation> = plans.iter().map(|plan| plan.actual).collect();
    let subject = shared(actual.iter().map(|o| &o.subject));
    let parts = [
        subject.map_or_else(String::new, |subject| subject_words(subject, language).to_owned()),
        either(language, "完成额与计划额", "done and planned").to_owned(),
        super::unit_words(&axis.scale, actual[0], language),
    ];
    let mut hints = vec![either(language, "竖线为计划", "the upright line is the plan")];
    if actual.iter().any(|o| is_running(o)) {
        hints.push(either(language, "斜纹为年度未完", "hatched: the year is not over"));
    }
    hints.push(either(
        language,
        "“算得”为完成额÷计划额",
        "computed: done as a share of planned",
    ));
    hints.extend(flag_key(&actual, language));
    let subtitle = super::sentence(&parts, &hints, language);
    Some(Chart::new(canvas, height, headline, subtitle))
}

/// All plans of all zones, as one chart.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let question = Question {
        form: Form::Completion,
        ..Question::default()
    };
    let plans = plans(&question, table);
    let Some(key) = plans.iter().find(|plan| is_zone(&plan.actual.subject)) else {
        return Vec::new();
    };
    let key = key.actual.evidence[0];
    vec![Candidate {
        weight: plans.len() * 30,
        subject: String::new(),
        pick: Pick { question, key },
    }]
}

/// The plans of which any figure is asked for: first those whose completion is stated, in the order of the table.
fn plans<'a>(question: &Question, table: &'a [Observation]) -> Vec<Plan<'a>> {
    let stated = table.iter().filter_map(|o| {
        let computed = o.computed.filter(|computed| computed.planned)?;
        Some(Plan {
            planned: find(table, computed.whole)?,
            actual: find(table, computed.part)?,
            stated: Some(o),
            done: computed.value,
        })
    });
    let mut plans: Vec<Plan> = stated.collect();
    // Where no completion is stated, a plan and an outcome belong together that are the only ones of their name.
    let alike = alike(table);
    for plan in &alike {
        let same = |other: &&Plan| std::ptr::eq(other.planned, plan.planned) || std::ptr::eq(other.actual, plan.actual);
        if alike.iter().filter(same).count() == 1 && !plans.iter().any(|other| same(&other)) {
            plans.push(*plan);
        }
    }
    plans.retain(|plan| {
        let mut figures = [Some(plan.planned), Some(plan.actual), plan.stated]
            .into_iter()
            .flatten();
        figures.any(|o| asked(question, o))
    });
    plans
}

/// Plans and outcomes of one name that stand close together in the table, and in one report.
fn alike(table: &[Observation]) -> Vec<Plan<'_>> {
    let of = |status: Status| move |o: &&Observation| is_amount(o) && o.status == status;
    let mut pairs = Vec::new();
    for (i, planned) in table.iter().enumerate().filter(|(_, o)| of(Status::Planned)(o)) {
        let around = &table[i.saturating_sub(NEAR)..(i + NEAR + 1).min(table.len())];
        let fits = |a: &&Observation| {
            a.subject == planned.subject
                && a.unit == planned.unit
                && distance(a, planned) <= NEAR
                && core(&a.indicator) == core(&planned.indicator)
        };
        for actual in around.iter().filter(of(Status::Actual)).filter(fits) {
            let done = actual.value.checked_mul(Decimal::new(100, 0));
            if let Some(done) = done.and_then(|done| done.checked_div(planned.value, 2)) {
                pairs.push(Plan {
                    planned,
                    actual,
                    stated: None,
                    done: done.trimmed(),
                });
            }
        }
    }
    pairs
}

fn is_amount(o: &Observation) -> bool {
    o.kind == Kind::Level
        && o.bound == Bound::Eq
        && o.value_max.is_none()
        && !o.unreliable
        && is_money(&o.unit)
        && !o.value.is_zero()
}

/// Whether there is time left for the plan.
fn is_running(actual: &Observation) -> bool {
    let class = actual.period.map(|period| period.class());
    class.is_some_and(|class| class != PeriodClass::Year)
}

/// How far a row reaches: to the end of its bar or to its plan.
fn reach(row: &Row) -> f64 {
    row.drawn.map(|o| o.value).max(row.other).map_or(0.0, Decimal::to_f64)
}

/// Figures between two observations, where they are closest; very many where no report states both.
fn distance(a: &Observation, b: &Observation) -> usize {
    let pairs = a.evidence.iter().flat_map(|x| b.evidence.iter().map(move |y| (x, y)));
    let near = pairs
        .filter(|(x, y)| x.report == y.report)
        .map(|(x, y)| x.figure.abs_diff(y.figure));
    near.min().unwrap_or(usize::MAX)
}

/// The name without the words for planning and doing: 年度计划投资 and 完成投资 are both 投资.
fn core(indicator: &str) -> String {
    const WORDS: [&str; 7] = ["年度", "全年", "计划", "目标", "实际", "累计", "完成"];
    let core = WORDS
        .iter()
        .fold(indicator.to_owned(), |name, word| name.replace(word, ""));
    core.strip_prefix('年').map(str::to_owned).unwrap_or(core)
}

/// One panel for each class of period; within it the furthest on first.
fn panels<'a>(plans: &[Plan<'a>], width: f64, language: Language) -> Vec<Panel<'a>> {
    let groups = by_class(plans.iter().map(|plan| plan.actual));
    let several = groups.len() > 1;
    let one_subject = shared(plans.iter().map(|plan| &plan.actual.subject)).is_some();
    let panel = |class: Option<PeriodClass>| {
        let mut members: Vec<Plan> = plans
            .iter()
            .copied()
            .filter(|plan| plan.actual.period.map(|p| p.class()) == class)
            .collect();
        sort_by_key(&mut members, |plan| Reverse(plan.done));
        Panel {
            title: if several {
                class_words(class, language)
            } else {
                String::new()
            },
            note: String::new(),
            rows: members
                .into_iter()
                .map(|plan| row(plan, one_subject, width, language))
                .collect(),
        }
    };
    groups.iter().map(|(class, _)| panel(*class)).collect()
}

/// A zone with what it planned, or where all plans are of one zone what was planned.
fn row(plan: Plan<'_>, one_subject: bool, width: f64, language: Language) -> Row<'_> {
    let Plan { planned, actual, .. } = plan;
    let (subject, about) = (
        subject_words(&actual.subject, language),
        indicator_words(&planned.indicator, language),
    );
    let (label, about) = if one_subject { (about, "") } else { (subject, about) };
    let value = quantity_words(planned, language);
    // 年度计划投资 says by its name what it is.
    let (about, plan_words) = match language {
        Language::Chinese if about.contains("计划") => ("", [about, &value].concat()),
        Language::Chinese => (about, ["计划", &value].concat()),
        Language::English => (about, ["plan ", &value].concat()),
    };
    let computed = computed_words(&plan, language);
    let stated = plan.stated.map_or_else(String::new, |o| quantity_words(o, language));
    let unlike = if is_unlike(&plan) { computed.as_str() } else { "" };
    let extra = super::phrase::dotted(&[&stated, unlike, &flags(actual)]);
    let figures = [Some(actual), Some(planned), plan.stated].into_iter().flatten();
    Row {
        label: label.to_owned(),
        sub: vec![
            about.to_owned(),
            period_words(actual.period, language),
            plan_words.clone(),
            computed.clone(),
        ],
        name: listed(&[name(actual, language), plan_words, stated, computed], language),
        evidence: figures.flat_map(|o| o.evidence.iter().copied()).collect(),
        drawn: Some(actual),
        other: Some(planned.value),
        tail: Tail::new(&quantity_words(actual, language), &extra, width),
    }
}

/// Whether another completion is stated than plan and outcome make.
fn is_unlike(plan: &Plan) -> bool {
    plan.stated
        .is_some_and(|o| o.computed.is_some_and(|computed| !computed.fits))
}

/// `算得115.78%`.
fn computed_words(plan: &Plan, language: Language) -> String {
    [either(language, "算得", "computed "), &plan.done.to_string(), "%"].concat()
}

/// How much of the plan was done, in a sentence: as stated, with what was worked out where that differs or is all there is.
fn done_words(plan: &Plan, language: Language) -> String {
    match plan.stated {
        None => [&plan.done.to_string(), "%", either(language, "（算得）", " (computed)")].concat(),
        Some(stated) if is_unlike(plan) => listed(
            &[quantity_words(stated, language), computed_words(plan, language)],
            language,
        ),
        Some(stated) => quantity_words(stated, language),
    }
}

fn headline(plans: &[Plan], language: Language) -> String {
    if let [plan] = plans {
        return say(
            language,
            "{0}{2}{1}为计划的{3}",
            "{0}: {1}{2} at {3} of plan",
            &[
                &raised(subject_words(&plan.actual.subject, language)),
                &lowered(indicator_words(&plan.actual.indicator, language)),
                &when(plan.actual.period, language),
                &done_words(plan, language),
            ],
        );
    }
    let above = |plan: &&Plan| plan.done > Decimal::new(100, 0);
    let over: Vec<&Plan> = plans.iter().filter(above).collect();
    let running = plans.iter().all(|plan| is_running(plan.actual));
    let (zh, en) = match over.len() {
        // What may still be reached is not missed.
        0 if running => (
            "所列{0}项计划已完成{1}%到{2}%，年度未完",
            "{0} plans are {1}% to {2}% done, with the year not over",
        ),
        0 => ("所列{0}项计划均未超额完成", "None of {0} plans was exceeded"),
        1 => (
            "所列{0}项计划，超额完成的只有{3}一项",
            "Only one of {0} plans was exceeded, that of {3}",
        ),
        some if some == plans.len() => ("所列{0}项计划全部超额完成", "All {0} plans were exceeded"),
        _ => ("所列{0}项计划，{4}项超额完成", "Of {0} plans {4} were exceeded"),
    };
    let dones = || plans.iter().map(|plan| plan.done);
    let [least, most] =
        [dones().min(), dones().max()].map(|done| done.map_or_else(String::new, |done| done.to_string()));
    let only = over.first().map_or("", |plan| plan.actual.subject.as_str());
    let values = [
        &count_words(plans.len(), language),
        &least,
        &most,
        subject_words(only, language),
        &count_words(over.len(), language),
    ];
    raised(&say(language, zh, en, &values))
}
