//! Projects as a table with a bar in each row: what was put, or is to be put, into each of them, and below its name what else is stated of it. They
//! come from different reports and times, so that no sum is made.

use super::axis::{Axis, GAP};
use super::canvas::{Canvas, fit, line, text_width, words};
use super::phrase::{asked, count_words, either, flag_key, flags, is_open, listed, name, raised, say, status_words};
use super::rows::{self, CHEVRONS, Columns, Panel, Row};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::figure::{Bound, Kind};
use crate::language::Language;
use crate::order::sort_by;
use crate::scene::Anchor;
use crate::table::matrix::is_zone;
use crate::table::{Observation, implied};
use crate::unit::is_money;
use crate::words::unit::axis_scale;
use crate::words::{indicator_words, period_words, quantity_words, subject_words};

/// Most other figures of a project that stand below its name.
const OTHERS: usize = 3;

/// Projects at least that make a table.
const FEWEST: usize = 2;

/// Whether several projects are asked for.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    projects(question, table).len() >= FEWEST
}

/// Whether all levels asked for are those of projects, so that there is nothing else to compare.
pub fn alone(question: &Question, table: &[Observation]) -> bool {
    let mut levels = table.iter().filter(|o| o.kind == Kind::Level && asked(question, o));
    levels.all(is_project)
}

/// The projects asked for, the largest first; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let projects = projects(question, table);
    let first = *projects.first()?;
    let headline = headline(&projects, language);
    let panels = [Panel {
        title: String::new(),
        note: String::new(),
        rows: projects.iter().map(|o| row(o, table, language)).collect(),
    }];
    let columns = Columns::new(&panels, width);
    let (left, right) = columns.plot();
    let value = |o: &Observation| fit(&quantity_words(o, language), "val", (right - left) * 0.6);
    let widest = projects
        .iter()
        .map(|o| text_width(&value(o), "val"))
        .fold(0.0, f64::max);
    let zero = left + widest + GAP;
    // Behind the longest bar there is room for what marks it.
    let room = right - zero - CHEVRONS - 2.0 * GAP;
    let axis = Axis {
        zero,
        per_unit: room / first.value.to_f64().max(1.0),
        ticks: Vec::new(),
        scale: axis_scale(first.value, &first.unit, language),
    };
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, &|row, y, shapes| {
        let Some(o) = row.drawn else {
            return;
        };
        shapes.push(words((zero - GAP, y + 14.0), Anchor::End, "val", value(o)));
        rows::bar(&axis, o.value.to_f64(), y, rows::style(o), shapes);
        let mut end = axis.x(o.value.to_f64());
        if is_open(o) {
            rows::chevrons(end, y, shapes);
            end += CHEVRONS;
        }
        let flags = flags(o);
        if !flags.is_empty() {
            shapes.push(words((end + 4.0, y + 14.0), Anchor::Start, "sub", flags));
        }
    });
    let head = either(language, "投资", "Investment");
    let mut column = |x: f64, anchor: Anchor, text: &str| canvas.text((x, 12.0), anchor, "ax", text);
    if left > 0.0 {
        column(0.0, Anchor::Start, either(language, "项目", "Project"));
    }
    column(zero - GAP, Anchor::End, head);
    let edges = canvas.marks.iter().map(|mark| mark.hit.y);
    let rules = edges.map(|y| line((0.0, y), (width, y), "grid")).collect::<Vec<_>>();
    canvas.shapes.splice(0..0, rules);
    let parts = [either(
        language,
        "各项目的投资，按大小排列",
        "investment of each project, the largest first",
    )
    .to_owned()];
    let mut hints = vec![either(
        language,
        "出自不同的报道和时段，不求和",
        "from different reports and times, so not added up",
    )];
    hints.extend(flag_key(&projects, language));
    let subtitle = super::sentence(&parts, &hints, language);
    Some(Chart::new(canvas, height, headline, subtitle))
}

/// All projects, as one chart.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let question = Question {
        form: Form::Projects,
        ..Question::default()
    };
    let projects = projects(&question, table);
    if projects.len() < FEWEST {
        return Vec::new();
    }
    vec![Candidate {
        weight: projects.len() * 5,
        subject: String::new(),
        pick: Pick {
            key: projects[0].evidence[0],
            question,
        },
    }]
}

/// The sums of single projects among what is asked for, in the currency of most of them. The indicator may be that of any: what one report calls
/// 总投资 another calls 投资.
fn projects<'a>(question: &Question, table: &'a [Observation]) -> Vec<&'a Observation> {
    let any = Question {
        indicator: String::new(),
        ..question.clone()
    };
    let Some(unit) = table
        .iter()
        .find(|o| asked(question, o) && is_project(o))
        .map(|o| &o.unit)
    else {
        return Vec::new();
    };
    let all: Vec<&Observation> = table.iter().filter(|o| asked(&any, o) && is_project(o)).collect();
    let mut projects: Vec<&Observation> = all.iter().copied().filter(|o| o.unit == *unit).collect();
    projects.retain(|o| !all.iter().any(|exact| implied(o, exact)));
    sort_by(&mut projects, |a, b| {
        b.value.cmp(&a.value).then_with(|| a.subject.cmp(&b.subject))
    });
    projects
}

/// Whether it is the sum that goes into one project, or into what one company builds: neither that of a zone or a place, nor another sum of money.
fn is_project(o: &Observation) -> bool {
    const WORDS: [&str; 6] = ["项目", "计划", "协议", "概算", "总", "额"];
    let place = || is_zone(&o.subject) || o.subject.ends_with(['省', '市', '县', '区', '州', '国', '镇', '乡']);
    let core = || {
        WORDS
            .iter()
            .fold(o.indicator.clone(), |name, word| name.replace(word, ""))
    };
    o.kind == Kind::Level && is_money(&o.unit) && !place() && (o.indicator == o.subject || core() == "投资")
}

fn row<'a>(o: &'a Observation, table: &[Observation], language: Language) -> Row<'a> {
    let also = |other: &&Observation| {
        other.subject == o.subject && other.kind == Kind::Level && !other.unreliable && !is_project(other)
    };
    let others: Vec<&Observation> = table.iter().filter(also).take(OTHERS).collect();
    let told = others.iter().map(|other| {
        let (indicator, value) = (
            indicator_words(&other.indicator, language),
            quantity_words(*other, language),
        );
        [indicator, either(language, "", " "), &value].concat()
    });
    let told: Vec<String> = told.collect();
    let mut sub = vec![
        period_words(o.period, language),
        status_words(o.status, language).to_owned(),
    ];
    sub.extend_from_slice(&told);
    let mut said = vec![name(o, language)];
    said.extend(told);
    let evidence = o.evidence.iter().chain(others.iter().flat_map(|other| &other.evidence));
    Row {
        label: subject_words(&o.subject, language).to_owned(),
        sub,
        name: listed(&said, language),
        evidence: evidence.copied().collect(),
        drawn: Some(o),
        ..Row::default()
    }
}

/// The largest, where the statements leave no doubt which it is.
fn headline(projects: &[&Observation], language: Language) -> String {
    let (top, rest) = (projects[0], &projects[1..]);
    let certain = !top.unreliable && (top.bound == Bound::Eq || is_open(top));
    let below = |o: &&Observation| !is_open(o) && o.bound != Bound::Approx && o.value < top.value;
    let (subject, value) = (subject_words(&top.subject, language), quantity_words(top, language));
    let planned = status_words(top.status, language);
    let indicator = match language {
        Language::Chinese if top.indicator != top.subject => indicator_words(&top.indicator, language),
        _ => either(language, "投资", "investment"),
    };
    let (zh, en) = match certain && rest.iter().all(below) {
        _ if rest.is_empty() => ("{0}{1}{2}{3}", "{0}: {2} {3}"),
        true => (
            "所列{4}个项目中，{0}{1}投资最多，{3}",
            "Of {4} projects {0} has the largest investment, {3}",
        ),
        // Of what is stated at least, no more can be said than what is stated.
        false => (
            "{4}个项目写明了投资，写出的数额以{0}的{3}为最大",
            "{4} projects state their investment; the largest amount stated is {3}, for {0}",
        ),
    };
    let n = count_words(projects.len(), language);
    let told = say(language, zh, en, &[subject, planned, indicator, &value, &n]);
    raised(&told)
}
