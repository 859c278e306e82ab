//! Ordered bars: who has more. One panel for each class of periods, all on one scale, so that sizes can be seen and places are only given
//! where periods agree.

use super::axis::{Axis, Extent};
use super::canvas::{Canvas, rect};
use super::phrase::{asked, either, flag_key, flags, is_open, listed, name, shared, status_words};
use super::rows::{self, BAR, CHEVRONS, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Pick, Question, headline};
use crate::cue;
use crate::figure::{Kind, Status};
use crate::language::Language;
use crate::lexicon;
use crate::order::{distinct, sort_by};
use crate::period::PeriodClass;
use crate::table::matrix::{is_zone, nature};
use crate::table::{Observation, by_class, comparable, implied};
use crate::unit::is_money;
use crate::words::{class_words, indicator_words, period_words, quantity_words, subject_words};

/// Whether the indicator has levels.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !levels(question, table).is_empty()
}

/// Bars for the levels of one indicator, in the unit in which most of them stand; `None` where it has no levels.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let levels = levels(question, table);
    let first = levels.first()?;
    let panels = panels(question, &levels, width, language);
    let columns = Columns::new(&panels, width);
    let axis = Axis::new(&extents(&panels), &first.unit, columns.plot(), language);
    let headline = headline::headline(&levels, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, &|row, y, shapes| {
        let Some(o) = row.drawn else {
            rows::stub(&axis, width, y, either(language, "报道未写", "not stated"), shapes);
            return;
        };
        rows::bar(&axis, o.value.to_f64(), y, rows::style(o), shapes);
        let mut end = axis.x(o.value.to_f64());
        if let Some(max) = o.value_max {
            let further = axis.x(max.to_f64());
            shapes.push(rect(end, y + 0.7, (further - end).max(0.1), BAR - 1.4, "out"));
            end = further.max(end);
        }
        if is_open(o) {
            rows::chevrons(end, y, shapes);
            end += CHEVRONS;
        }
        row.tail.shapes(end + super::axis::GAP, y, shapes);
    });
    let subtitle = subtitle(&levels, panels.len(), &axis, language);
    Some(Chart::new(canvas, height, headline, subtitle))
}

/// Indicators that several zones state, each zone one value for a period: sums of money and what the lexicon knows before others, the same
/// period before different ones.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let mut seen: Vec<&str> = Vec::new();
    let mut candidates = Vec::new();
    for o in table.iter().filter(|o| o.kind == Kind::Level && is_zone(&o.subject)) {
        if seen.contains(&o.indicator.as_str()) {
            continue;
        }
        seen.push(&o.indicator);
        let question = Question {
            indicator: o.indicator.clone(),
            ..Question::default()
        };
        let mut levels = levels(&question, table);
        // Companies and projects that go by the same name would hide the zones.
        let all = subjects(&levels);
        let zones: Vec<String> = all.iter().filter(|s| is_zone(s)).map(|s| (*s).to_owned()).collect();
        let others = all.len() - zones.len();
        let question = Question {
            subjects: zones,
            ..question
        };
        levels.retain(|o| is_zone(&o.subject) && o.status == Status::Actual && o.period.is_some());
        let top = levels.iter().max_by_key(|o| o.value);
        let zones = subjects(&levels).len();
        let (Some(top), 2..) = (top, zones) else {
            continue;
        };
        // A name that says little alone, or under which one zone states several values at once, is too loose for a first look.
        let mut stated: Vec<_> = levels.iter().map(|o| (o.subject.as_str(), o.period)).collect();
        distinct(&mut stated);
        if cue::is_generic(&question.indicator) || stated.len() < levels.len() {
            continue;
        }
        let zones_at = |period| levels.iter().filter(|o| o.period == period).count();
        let together = levels.iter().map(|o| zones_at(o.period)).max().unwrap_or(0);
        let known = lexicon::indicator(&o.indicator).is_some();
        let named = usize::from(is_money(&top.unit)) * 40 + usize::from(known) * 20;
        let weight = zones * 20 + together * 10 + levels.len() * 5 + named;
        // What projects and companies state too says little of a zone.
        let weight = weight.saturating_sub(others * 30);
        candidates.push(Candidate {
            weight,
            subject: String::new(),
            pick: Pick {
                key: top.evidence[0],
                question,
            },
        });
    }
    candidates
}

/// The subjects that state something, each once.
fn subjects<'a>(levels: &[&'a Observation]) -> Vec<&'a str> {
    let mut subjects = levels.iter().map(|o| o.subject.as_str()).collect();
    distinct(&mut subjects);
    subjects
}

/// The levels asked for, without those that a more exact one implies, in the unit of which there are most.
fn levels<'a>(question: &Question, table: &'a [Observation]) -> Vec<&'a Observation> {
    if question.indicator.is_empty() {
        return Vec::new();
    }
    let mut levels: Vec<&Observation> = table
        .iter()
        .filter(|o| o.kind == Kind::Level && asked(question, o))
        .collect();
    let mut units: Vec<(&str, usize)> = Vec::new();
    for o in &levels {
        let unit = nature(&o.unit);
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => units.push((unit, 1)),
        }
    }
    // The first of those of which there are most.
    if let Some((most, _)) = units.iter().rev().max_by_key(|(_, count)| *count) {
        levels.retain(|o| nature(&o.unit) == *most);
    }
    let all = levels.clone();
    levels.retain(|o| !all.iter().any(|exact| implied(o, exact)));
    levels
}

fn panels<'a>(question: &Question, levels: &[&'a Observation], width: f64, language: Language) -> Vec<Panel<'a>> {
    let mut panels: Vec<Panel> = Vec::new();
    for (class, mut group) in by_class(levels.iter().copied()) {
        sort_by(&mut group, |a, b| {
            b.value
                .cmp(&a.value)
                .then_with(|| a.subject.cmp(&b.subject))
                .then(b.period.cmp(&a.period))
        });
        panels.push(Panel {
            title: class_words(class, language),
            note: note(class, &group, language),
            rows: group.into_iter().map(|o| row(o, width, language)).collect(),
        });
    }
    let silent = question
        .subjects
        .iter()
        .filter(|s| !levels.iter().any(|o| o.subject == **s));
    if let Some(panel) = panels.first_mut() {
        panel.rows.extend(silent.map(|subject| Row {
            label: subject_words(subject, language).to_owned(),
            ..Row::default()
        }));
    }
    panels
}

fn row<'a>(o: &'a Observation, width: f64, language: Language) -> Row<'a> {
    let status = status_words(o.status, language);
    Row {
        label: subject_words(&o.subject, language).to_owned(),
        sub: vec![period_words(o.period, language), status.to_owned()],
        name: name(o, language),
        evidence: o.evidence.clone(),
        drawn: Some(o),
        other: None,
        tail: Tail::new(&quantity_words(o, language), &flags(o), width),
    }
}

/// What a panel's title cannot say.
fn note(class: Option<PeriodClass>, group: &[&Observation], language: Language) -> String {
    let same = shared(group.iter().map(|o| o.period)).is_some();
    let several = group.iter().any(|o| o.subject != group[0].subject)
        && group
            .iter()
            .all(|o| o.status == Status::Actual && comparable(group[0], o).is_ok());
    let about = match class {
        Some(PeriodClass::Year) if several && same => either(language, "可以互相比较", "comparable with each other"),
        Some(PeriodClass::Year) if group.len() > 1 && !same => either(language, "年份不同", "of different years"),
        Some(PeriodClass::Months(..)) => either(language, "不满一年，斜纹", "part of a year, hatched"),
        Some(PeriodClass::Day) => either(language, "当日数，斜纹", "of that day alone, hatched"),
        Some(PeriodClass::Other) => either(language, "斜纹", "hatched"),
        Some(PeriodClass::Stock) if group.len() > 1 && !same => either(language, "时点不同", "as of different dates"),
        Some(_) => "",
        None => either(language, "浅色，不宜比较", "pale, not for comparison"),
    };
    let open = group.iter().all(|o| is_open(o));
    let bound = if open {
        either(language, "只写下限", "only a lower bound is stated")
    } else {
        ""
    };
    listed(&[about.to_owned(), bound.to_owned()], language)
}

fn extents(panels: &[Panel]) -> Vec<Extent> {
    let rows = panels.iter().flat_map(|panel| &panel.rows);
    let extent = |row: &Row| {
        let o = row.drawn?;
        let gap = if is_open(o) { CHEVRONS } else { 0.0 };
        Some(
            row.tail
                .extent(o.value_max.unwrap_or(o.value).max(o.value).to_f64(), gap),
        )
    };
    rows.filter_map(extent).collect()
}

/// Indicator, unit, and how to read it.
fn subtitle(levels: &[&Observation], panels: usize, axis: &Axis, language: Language) -> String {
    let unit = super::unit_words(&axis.scale, levels[0], language);
    let mut parts = vec![indicator_words(&levels[0].indicator, language).to_owned(), unit];
    if let Some(period) = shared(levels.iter().map(|o| o.period)) {
        parts.push(period_words(period, language));
    }
    let mut hints = Vec::new();
    if panels > 1 {
        hints.push(either(
            language,
            "同一时段内按大小排列，时段之间不排名",
            "ordered within each period, not across periods",
        ));
    }
    if levels.iter().any(|o| is_open(o)) {
        hints.push(either(
            language,
            "双箭头表示只写了下限",
            "a double arrow marks a lower bound",
        ));
    }
    hints.extend(flag_key(levels, language));
    super::sentence(&parts, &hints, language)
}
