//! Plan and actual: a bar for what was done, a tick for what was planned.
//!
//! A plan, what came of it and the stated completion are three figures that no text ties together by name; they are taken for one story
//! where they stand in one report, are of one subject, and the arithmetic joins them.

use super::axis::{Axis, Extent, GAP};
use super::canvas::{Canvas, line};
use super::phrase::{asked, count_words, either, listed, lowered, name, raised, when};
use super::rows::{self, BAR, BarStyle, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::decimal::Decimal;
use crate::figure::{Bound, Kind, Status};
use crate::language::Language;
use crate::order::sort_by_key;
use crate::period::PeriodClass;
use crate::table::matrix::is_zone;
use crate::table::{Observation, by_class};
use crate::unit::is_money;
use crate::words::{class_words, indicator_words, period_words, quantity_words, subject_words};

/// Figures between a plan and its completion, at most.
const NEAR: usize = 12;

/// A plan and what came of it.
#[derive(Clone, Debug)]
struct Plan<'a> {
    planned: &'a Observation,
    actual: &'a Observation,
    stated: Option<&'a Observation>,
    /// In percent: as stated, or worked out to one place.
    done: Decimal,
}

/// Whether there are plans.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !plans(question, table).is_empty()
}

/// The plans of the subjects asked for; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let mut plans = plans(question, table);
    let unit = plans.first()?.actual.unit.clone();
    plans.retain(|plan| plan.actual.unit == unit);
    let panels = panels(&plans, width, language);
    let columns = Columns::new(&panels, width);
    let reach = |plan: &Plan| plan.actual.value.max(plan.planned.value).to_f64();
    let extents: Vec<Extent> = panels
        .iter()
        .flat_map(|p| &p.rows)
        .map(|row| row.item.1.extent(reach(row.item.0), 2.0))
        .collect();
    let axis = Axis::new(&extents, &unit, columns.plot(), language);
    let headline = headline(&plans, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, |(plan, tail), y, shapes| {
        let full = plan.actual.period.map(|p| p.class()) == Some(PeriodClass::Year);
        let style = if full { BarStyle::Solid } else { BarStyle::Hatched };
        rows::bar(&axis, plan.actual.value.to_f64(), y, style, shapes);
        let target = axis.x(plan.planned.value.to_f64());
        for class in ["tickh", "tick"] {
            shapes.push(line((target, y - 4.0), (target, y + BAR + 4.0), class));
        }
        tail.shapes(axis.x(reach(plan)) + 2.0 + GAP, y, shapes);
    });
    let parts = [
        either(language, "完成额与计划额", "done and planned").to_owned(),
        super::unit_words(&axis.scale, plans[0].actual, language),
    ];
    let mut hints = vec![either(language, "竖线为计划", "the upright line is the plan").to_owned()];
    if plans
        .iter()
        .any(|plan| plan.actual.period.map(|p| p.class()) != Some(PeriodClass::Year))
    {
        hints.push(either(language, "斜纹为年度未完", "hatched: the year is not over").to_owned());
    }
    if plans.iter().any(|plan| plan.stated.is_none()) {
        hints.push(
            either(
                language,
                "“算得”的比例原文未写",
                "shares marked as computed are not in the text",
            )
            .to_owned(),
        );
    }
    Some(Chart {
        scene: canvas.scene(height, &headline),
        subtitle: super::sentence(&parts, &hints, language),
        headline,
    })
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

fn plans<'a>(question: &Question, table: &'a [Observation]) -> Vec<Plan<'a>> {
    // The name of the indicator may be that of any of the three.
    let any = Question {
        indicator: String::new(),
        class: None,
        ..question.clone()
    };
    let of: Vec<&Observation> = table.iter().filter(|o| asked(&any, o)).collect();
    let planned = || {
        of.iter()
            .copied()
            .filter(|o| is_amount(o) && o.status == Status::Planned && !o.value.is_zero())
    };
    let actual = || {
        of.iter()
            .copied()
            .filter(|o| is_amount(o) && o.status == Status::Actual)
    };
    let pairs = |near: &dyn Fn(&Observation, &Observation) -> bool| -> Vec<Plan<'a>> {
        let all = planned().flat_map(|p| actual().map(move |a| (p, a)));
        all.filter(|(p, a)| p.subject == a.subject && p.unit == a.unit && near(p, a))
            .filter_map(|(planned, actual)| {
                Some(Plan {
                    planned,
                    actual,
                    stated: None,
                    done: done(planned, actual)?,
                })
            })
            .collect()
    };
    let mut plans: Vec<Plan> = Vec::new();
    for stated in of
        .iter()
        .copied()
        .filter(|o| o.kind == Kind::Completion && o.unit == "%")
    {
        let near = |p: &Observation, a: &Observation| {
            stated.subject == p.subject && distance(stated, p) <= NEAR && distance(stated, a) <= NEAR
        };
        let fits = pairs(&near)
            .into_iter()
            .filter(|plan| gap(plan.done, stated.value) <= Decimal::new(5, 1));
        if let Some(plan) = fits.min_by_key(|plan| (distance(stated, plan.actual), distance(stated, plan.planned))) {
            plans.push(Plan {
                stated: Some(stated),
                done: stated.value,
                ..plan
            });
        }
    }
    // Where no completion is stated, a plan and an actual belong together that are the only ones of their name.
    let same_name = pairs(&|p, a| distance(p, a) <= NEAR && core(&p.indicator) == core(&a.indicator));
    for plan in &same_name {
        let rivals = same_name
            .iter()
            .filter(|other| std::ptr::eq(other.planned, plan.planned) || std::ptr::eq(other.actual, plan.actual));
        let told = plans
            .iter()
            .any(|p| std::ptr::eq(p.planned, plan.planned) || std::ptr::eq(p.actual, plan.actual));
        if rivals.count() == 1 && !told {
            plans.push(plan.clone());
        }
    }
    plans.retain(|plan| {
        let named = [Some(plan.planned), Some(plan.actual), plan.stated];
        let class = plan.actual.period.map(|p| p.class());
        (question.indicator.is_empty() || named.iter().flatten().any(|o| o.indicator == question.indicator))
            && (question.class.is_none() || question.class == class)
    });
    plans
}

fn is_amount(o: &Observation) -> bool {
    o.kind == Kind::Level && o.bound == Bound::Eq && o.value_max.is_none() && !o.unreliable && is_money(&o.unit)
}

/// How much of the plan was done, in percent to one place.
fn done(planned: &Observation, actual: &Observation) -> Option<Decimal> {
    actual
        .value
        .checked_mul(Decimal::new(100, 0))?
        .checked_div(planned.value, 1)
}

fn gap(a: Decimal, b: Decimal) -> Decimal {
    a.max(b).checked_sub(a.min(b)).unwrap_or(Decimal::new(i128::MAX, 0))
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
fn panels<'a, 'b>(plans: &'b [Plan<'a>], width: f64, language: Language) -> Vec<Panel<(&'b Plan<'a>, Tail)>> {
    let groups = by_class(plans.iter().map(|plan| plan.actual));
    let several = groups.len() > 1;
    let panel = |class: Option<PeriodClass>| {
        let mut members: Vec<&Plan> = plans
            .iter()
            .filter(|plan| plan.actual.period.map(|p| p.class()) == class)
            .collect();
        sort_by_key(&mut members, |plan| std::cmp::Reverse(plan.done));
        Panel {
            title: if several {
                class_words(class, language)
            } else {
                String::new()
            },
            note: String::new(),
            rows: members.into_iter().map(|plan| row(plan, width, language)).collect(),
        }
    };
    groups.iter().map(|(class, _)| panel(*class)).collect()
}

fn row<'a, 'b>(plan: &'b Plan<'a>, width: f64, language: Language) -> Row<(&'b Plan<'a>, Tail)> {
    let done = done_words(plan, language);
    let planned = quantity_words(plan.planned, language);
    let planned = match language {
        Language::Chinese => format!("计划{planned}"),
        Language::English => format!("plan {planned}"),
    };
    let stated = plan.stated.into_iter().flat_map(|o| &o.evidence);
    Row {
        label: subject_words(&plan.actual.subject, language).to_owned(),
        sub: vec![period_words(plan.actual.period, language), planned.clone()],
        name: listed(&[name(plan.actual, language), planned.clone(), done.clone()], language),
        evidence: plan
            .actual
            .evidence
            .iter()
            .chain(&plan.planned.evidence)
            .chain(stated)
            .copied()
            .collect(),
        item: (plan, Tail::new(&quantity_words(plan.actual, language), &done, width)),
    }
}

fn done_words(plan: &Plan, language: Language) -> String {
    match plan.stated {
        Some(stated) => quantity_words(stated, language),
        None => format!("{}%{}", plan.done, either(language, "（算得）", " (computed)")),
    }
}

fn headline(plans: &[Plan], language: Language) -> String {
    let n = count_words(plans.len(), language);
    let above = |plan: &&Plan| plan.done > Decimal::new(100, 0);
    let over: Vec<&Plan> = plans.iter().filter(above).collect();
    let told = |plan: &Plan| {
        let (subject, indicator) = (
            subject_words(&plan.actual.subject, language),
            indicator_words(&plan.actual.indicator, language),
        );
        let done = done_words(&Plan { ..plan.clone() }, language);
        let period = when(plan.actual.period, language);
        match language {
            Language::Chinese => format!("{subject}{period}{indicator}为计划的{done}"),
            Language::English => format!("{}: {}{period} at {done} of plan", raised(subject), lowered(indicator)),
        }
    };
    match (plans, over.as_slice(), language) {
        ([plan], _, _) => told(plan),
        (_, [only], Language::Chinese) => format!(
            "所列{n}项计划，超额完成的只有{}一项",
            subject_words(&only.actual.subject, language)
        ),
        (_, [only], Language::English) => {
            format!(
                "Only one of {n} plans was exceeded, that of {}",
                subject_words(&only.actual.subject, language)
            )
        }
        (_, [], Language::Chinese) => format!("所列{n}项计划均未超额完成"),
        (_, [], Language::English) => format!("None of {n} plans was exceeded"),
        (_, some, Language::Chinese) if some.len() == plans.len() => format!("所列{n}项计划全部超额完成"),
        (_, some, Language::English) if some.len() == plans.len() => format!("All {n} plans were exceeded"),
        (_, some, Language::Chinese) => format!("所列{n}项计划，{}项超额完成", count_words(some.len(), language)),
        (_, some, Language::English) => format!("Of {n} plans {} were exceeded", count_words(some.len(), language)),
    }
}
