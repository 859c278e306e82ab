//! One measure at two times or more. Points are joined only where one report states them, under one name, in one unit, for one class of
//! period: anything else would draw a trend that nobody has measured.

use super::canvas::{Canvas, fit, text_width, within, words};
use super::phrase::{asked, either, flag_key, lowered, name, raised, say, shared};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::decimal::Decimal;
use crate::figure::{Bound, Kind, Status};
use crate::language::Language;
use crate::order::{sort_by, sort_by_key};
use crate::scene::{Anchor, Mark, Rect, Shape};
use crate::table::matrix::{is_zone, nature, recency};
use crate::table::{Apart, Observation, comparable, implied};
use crate::unit::is_money;
use crate::words::{indicator_words, period_words, quantity_words, subject_words, value_words};

/// Radius of a point.
const POINT: f64 = 5.5;
/// Upper and lower edge of the plot.
const TOP: f64 = 34.0;
const BASE: f64 = 206.0;
/// Pixels at least between the values that stand at one end.
const LABEL: f64 = 34.0;

/// What one subject says of one measure, the earliest first; always two points or more.
type Slope<'a> = Vec<&'a Observation>;

/// Whether a report states it for two comparable periods.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !slopes(question, table).is_empty()
}

/// The slopes of one indicator; `None` where no report states it for two comparable periods.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let mut slopes = slopes(question, table);
    let first = slopes.first()?[0].clone();
    slopes.retain(|slope| slope[0].indicator == first.indicator && nature(&slope[0].unit) == nature(&first.unit));
    let periods = periods(&slopes);
    let headline = headline(&slopes, language);
    let mut canvas = Canvas::new(width);
    let (left, right) = sides(&slopes, width, language);
    let most = slopes.iter().flatten().map(|o| o.value).max()?.to_f64();
    let x = |o: &Observation| {
        let place = periods.iter().position(|p| *p == o.period).unwrap_or(0);
        left + (right - left) * place as f64 / (periods.len() - 1).max(1) as f64
    };
    let y = |o: &Observation| {
        BASE - if most > 0.0 {
            o.value.to_f64() / most * (BASE - TOP - 22.0)
        } else {
            0.0
        }
    };
    // Every end's label, at a height where it meets no other.
    let ends = |pick: fn(&Slope) -> usize| {
        let wanted: Vec<f64> = slopes.iter().map(|slope| y(slope[pick(slope)])).collect();
        spread(&wanted)
    };
    let (starts, finishes) = (ends(|_| 0), ends(|slope| slope.len() - 1));
    let bottom = starts.iter().chain(&finishes).copied().fold(BASE, f64::max);
    frame(&mut canvas, &slopes, &periods, (left, right), &x, language);
    for (i, slope) in slopes.iter().enumerate() {
        let points: Vec<(f64, f64)> = slope.iter().map(|o| (x(o), y(o))).collect();
        canvas.shapes.push(Shape::Line {
            points: points.clone(),
            class: "ln",
        });
        if let ([first, .., last], [(x1, y1), .., (x2, y2)], 1) = (slope.as_slice(), points.as_slice(), slopes.len()) {
            let words = difference(first, last, language);
            let run = text_width(&words, "sub");
            if slope.len() == 2 && run <= (x2 - x1) - 24.0 {
                // Clear of the line at both of its ends.
                let rise = ((y2 - y1) / (x2 - x1)).abs() * run / 2.0;
                let middle = ((x1 + x2) / 2.0, (y1 + y2) / 2.0 - rise - 8.0);
                canvas.text(middle, Anchor::Middle, "sub halo", words);
            }
        }
        for (j, o) in slope.iter().enumerate() {
            let at = points[j];
            let mut shapes = vec![Shape::Circle {
                at,
                r: POINT,
                class: if o.status == Status::Actual { "bar" } else { "open" },
            }];
            let value = quantity_words(*o, language);
            if j == 0 {
                let text = fit(&value, "val", left - 12.0);
                shapes.push(words((at.0 - 12.0, starts[i] + 5.0), Anchor::End, "val halo", text));
            } else if j + 1 == slope.len() {
                let room = width - right - 12.0;
                shapes.push(words(
                    (at.0 + 12.0, finishes[i] + 5.0),
                    Anchor::Start,
                    "val halo",
                    fit(&value, "val", room),
                ));
                if slopes.len() > 1 {
                    let subject = fit(subject_words(&o.subject, language), "sub", room);
                    shapes.push(words(
                        (at.0 + 12.0, finishes[i] + 21.0),
                        Anchor::Start,
                        "sub halo",
                        subject,
                    ));
                }
            }
            let hit = Rect {
                x: at.0 - 14.0,
                y: at.1 - 14.0,
                width: 28.0,
                height: 28.0,
            };
            canvas.marks.push(Mark {
                name: name(o, language),
                evidence: o.evidence.clone(),
                shapes,
                hit,
            });
        }
    }
    let subtitle = subtitle(&slopes, language);
    Some(Chart::new(canvas, bottom + 26.0, headline, subtitle))
}

/// Every slope of a zone; money first, then what has grown or shrunk most visibly.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let all = slopes(&Question::default(), table);
    let candidate = |slope: &Slope| {
        let (first, last) = (slope[0], slope[slope.len() - 1]);
        let question = Question {
            form: Form::Slope,
            indicator: first.indicator.clone(),
            subjects: vec![first.subject.clone()],
            ..Question::default()
        };
        let weight = 20 + usize::from(is_money(&first.unit)) * 15;
        Candidate {
            weight,
            subject: first.subject.clone(),
            pick: Pick {
                question,
                key: last.evidence[0],
            },
        }
    };
    all.iter()
        .filter(|slope| is_zone(&slope[0].subject))
        .map(candidate)
        .collect()
}

/// All slopes of what is asked for.
fn slopes<'a>(question: &Question, table: &'a [Observation]) -> Vec<Slope<'a>> {
    let fits = |o: &&Observation| {
        o.kind == Kind::Level
            && o.period.is_some()
            && o.bound == Bound::Eq
            && o.value_max.is_none()
            && !o.unreliable
            && asked(question, o)
    };
    let mut slopes: Vec<Slope> = Vec::new();
    for o in table.iter().filter(fits) {
        match slopes.iter_mut().find(|slope| joins(slope[0], o)) {
            Some(slope) => slope.push(o),
            None => slopes.push(vec![o]),
        }
    }
    for slope in &mut slopes {
        sort_by_key(slope, |o| recency(o.period));
        // Two values for one time are a contradiction, not a slope.
        let twice = |o: &Observation, all: &Slope| all.iter().filter(|other| other.period == o.period).count() > 1;
        let all = slope.clone();
        slope.retain(|o| !twice(o, &all) && !all.iter().any(|exact| implied(o, exact)));
    }
    slopes.retain(|slope| slope.len() > 1);
    slopes
}

/// Same source, definition and class of period.
fn joins(a: &Observation, b: &Observation) -> bool {
    let one_report = a
        .evidence
        .iter()
        .any(|x| b.evidence.iter().any(|y| x.report == y.report));
    // What is planned may follow what has happened: it is drawn hollow.
    let fits = matches!(comparable(a, b), Ok(()) | Err(Apart::Status));
    one_report && a.subject == b.subject && a.unit == b.unit && fits
}

/// The periods of all slopes in order; without those that stand in one only, where slopes differ, nothing is lost but evenness.
fn periods(slopes: &[Slope]) -> Vec<Option<crate::period::Period>> {
    let mut periods: Vec<_> = slopes.iter().flatten().map(|o| o.period).collect();
    sort_by_key(&mut periods, |p| recency(*p));
    periods.dedup();
    periods
}

/// Where the first and the last period stand: as far apart as the values at both ends allow.
fn sides(slopes: &[Slope], width: f64, language: Language) -> (f64, f64) {
    let value = |o: &Observation| text_width(&quantity_words(o, language), "val");
    let subject = |o: &Observation| text_width(subject_words(&o.subject, language), "sub");
    let third = width * 0.36;
    let left = slopes.iter().map(|s| value(s[0])).fold(0.0, f64::max);
    let right = slopes
        .iter()
        .map(|s| value(s[s.len() - 1]).max(subject(s[0]).min(third - 14.0)))
        .fold(0.0, f64::max);
    // Values are cut only where the lines would have no room.
    let most = if left + right + 80.0 <= width { width } else { third };
    (
        within(left + 14.0, 40.0, most),
        width - within(right + 14.0, 40.0, most),
    )
}

/// The base line and, above their verticals, the periods.
fn frame(
    canvas: &mut Canvas,
    slopes: &[Slope],
    periods: &[Option<crate::period::Period>],
    (left, right): (f64, f64),
    x: &dyn Fn(&Observation) -> f64,
    language: Language,
) {
    canvas.line((left, BASE), (right, BASE), "zero");
    canvas.text((left - 12.0, BASE + 4.0), Anchor::End, "ax", "0");
    let mut free = 0.0;
    let last = periods.len() - 1;
    // The first and the last are always named, those between where there is room.
    for i in [0, last].into_iter().chain(1..last.max(1)) {
        let Some(o) = slopes.iter().flatten().find(|o| o.period == periods[i]) else {
            continue;
        };
        let at = x(o);
        canvas.line((at, TOP - 12.0), (at, BASE), "grid");
        let text = period_words(periods[i], language);
        let text = if i == 0 || i == last {
            fit(&text, "pan", canvas.width / 2.0 - 12.0)
        } else {
            text
        };
        let half = text_width(&text, "pan") / 2.0;
        let centre = within(at, half, (canvas.width - half).max(half));
        let meets = i != 0 && i != last && (centre - half < free || centre + half > right - text_width(&text, "pan"));
        if !meets {
            canvas.text((centre, 14.0), Anchor::Middle, "pan", text);
            if i != last {
                free = centre + half + 10.0;
            }
        }
    }
}

/// Heights as near as can be to the wanted ones, at least [`LABEL`] apart.
fn spread(wanted: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    sort_by(&mut order, |a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut placed = wanted.to_vec();
    let mut last = f64::NEG_INFINITY;
    for i in order {
        placed[i] = wanted[i].max(last + LABEL);
        last = placed[i];
    }
    placed
}

/// What lies between two values: `+336亿元`.
fn difference(first: &Observation, last: &Observation, language: Language) -> String {
    let (low, high) = (first.value.min(last.value), first.value.max(last.value));
    let sign = if last.value < first.value { "−" } else { "+" };
    let gap = high.checked_sub(low).unwrap_or(Decimal::ZERO);
    [sign, &value_words(gap, &last.unit, Bound::Eq, language)].concat()
}

fn headline(slopes: &[Slope], language: Language) -> String {
    let (first, last) = (slopes[0][0], slopes[0][slopes[0].len() - 1]);
    let indicator = lowered(indicator_words(&first.indicator, language));
    let n = slopes.len();
    if n > 1 {
        let up = slopes.iter().filter(|s| s[s.len() - 1].value > s[0].value).count();
        let values = [&n.to_string(), &indicator, &up.to_string()];
        let (zh, en) = ("所列{0}条{1}，{2}条上升", "{2} of {0} lines of {1} rise");
        return say(language, zh, en, &values.map(String::as_str));
    }
    let way = match last.value.cmp(&first.value) {
        std::cmp::Ordering::Greater => either(language, "增至", "up from"),
        std::cmp::Ordering::Less => either(language, "降至", "down from"),
        std::cmp::Ordering::Equal => either(language, "持平于", "unchanged from"),
    };
    say(
        language,
        "{0}{1}由{2}的{3}{6}{4}的{5}",
        "{0}: {1} {5} ({4}), {6} {3} ({2})",
        &[
            &raised(subject_words(&first.subject, language)),
            &indicator,
            &period_words(first.period, language),
            &quantity_words(first, language),
            &period_words(last.period, language),
            &quantity_words(last, language),
            way,
        ],
    )
}

fn subtitle(slopes: &[Slope], language: Language) -> String {
    let first = slopes[0][0];
    let subject = shared(slopes.iter().map(|s| &s[0].subject)).map(|s| subject_words(s, language).to_owned());
    let parts = [
        indicator_words(&first.indicator, language).to_owned(),
        subject.unwrap_or_default(),
    ];
    let mut hints = vec![
        either(language, "纵轴从0起", "the axis starts at 0"),
        either(
            language,
            "同一报道、同一口径，故连线",
            "joined because one report states both under one name",
        ),
    ];
    let all: Vec<&Observation> = slopes.iter().flatten().copied().collect();
    hints.extend(flag_key(&all, language));
    super::sentence(&parts, &hints, language)
}
