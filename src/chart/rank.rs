//! Places in an order. Where a subject's place is stated for several times, the times stand one below the other and a line leads from each
//! to the next: a bump chart of one subject, which reads as a dumbbell where there are two. Places that stand alone are set side by side.
//! The first place is at the right edge: further right is better.

use super::axis::Axis;
use super::canvas::{Canvas, text_width, within};
use super::phrase::{Common, asked, dotted, either, flag_key, flags, listed, lowered, name, raised, say, shared, when};
use super::rows::{self, BAR, CHEVRONS, Columns, Panel, Row, Tail};
use super::{Candidate, Chart, Form, Pick, Question};
use crate::decimal::Decimal;
use crate::figure::{Bound, Kind, Status};
use crate::language::Language;
use crate::order::{sort_by, sort_by_key};
use crate::scene::Shape;
use crate::table::matrix::{is_zone, recency};
use crate::table::{Observation, comparable, implied};
use crate::words::unit::axis_scale;
use crate::words::{basis_words, indicator_words, period_words, quantity_words, subject_words, value_words};

/// Radius of a point.
const POINT: f64 = 5.5;
/// Pixels between a point and its place in words.
const GAP: f64 = 10.0;
/// Pixels by which words make way for a line.
const ASIDE: f64 = 7.0;
/// Pixels at least between two ticks.
const STEP: f64 = 56.0;

/// The places of one subject in one order, the earliest first.
type Chain<'a> = Vec<&'a Observation>;

/// Whether there are places.
pub fn fits(question: &Question, table: &[Observation]) -> bool {
    !chains(question, table).is_empty()
}

/// The places asked for; `None` where there are none.
pub fn draw(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let chains = chains(question, table);
    let worst = chains.iter().flatten().map(|o| o.value).max()?.to_f64();
    let panels = panels(&chains, language);
    let columns = Columns::new(&panels, width);
    let axis = axis(worst, columns.plot(), language);
    let headline = headline(&chains, language);
    let mut canvas = Canvas::new(width);
    let height = rows::draw(&mut canvas, columns, &axis, &panels, &|row, y, shapes| {
        if let Some(o) = row.drawn {
            point(&axis, o, row.other, columns.plot(), y, language, shapes);
        }
    });
    join(&mut canvas, &panels);
    let all: Vec<&Observation> = chains.iter().flatten().copied().collect();
    let mut parts = Common::of(&all).words(language);
    parts.push(either(language, "位次，越靠右越靠前", "places, the first at the right").to_owned());
    let hints = flag_key(&all, language);
    let subtitle = super::sentence(&parts, &hints, language);
    Some(Chart::new(canvas, height, headline, subtitle))
}

/// Orders in which a zone's place is stated for several times.
pub fn picks(table: &[Observation]) -> Vec<Candidate> {
    let all = chains(&Question::default(), table);
    let candidate = |chain: &Chain| {
        let last = chain[chain.len() - 1];
        Candidate {
            weight: 10 + chain.len() * 10,
            subject: last.subject.clone(),
            pick: Pick {
                question: Question {
                    form: Form::Rank,
                    indicator: last.indicator.clone(),
                    subjects: vec![last.subject.clone()],
                    ..Question::default()
                },
                key: last.evidence[0],
            },
        }
    };
    let worth = |chain: &&Chain| chain.len() > 1 && is_zone(&chain[0].subject);
    all.iter().filter(worth).map(candidate).collect()
}

/// The places asked for by subject and order, those with most times first.
fn chains<'a>(question: &Question, table: &'a [Observation]) -> Vec<Chain<'a>> {
    let mut chains: Vec<Chain> = Vec::new();
    let ranks: Vec<&Observation> = table
        .iter()
        .filter(|o| o.kind == Kind::Rank && o.value > Decimal::ZERO && asked(question, o))
        .collect();
    for o in ranks.iter().filter(|o| !ranks.iter().any(|exact| implied(o, exact))) {
        let same = |chain: &&mut Chain| {
            let first = chain[0];
            o.period.is_some()
                && first.period.is_some()
                && (&first.subject, &first.indicator, &first.basis) == (&o.subject, &o.indicator, &o.basis)
        };
        match chains.iter_mut().find(same) {
            Some(chain) => chain.push(o),
            None => chains.push(vec![o]),
        }
    }
    for chain in &mut chains {
        sort_by_key(chain, |o| recency(o.period));
    }
    sort_by(&mut chains, |a, b| {
        b.len().cmp(&a.len()).then_with(|| a[0].value.cmp(&b[0].value))
    });
    chains
}

/// A panel for each chain, and one for the places that stand alone.
fn panels<'a>(chains: &[Chain<'a>], language: Language) -> Vec<Panel<'a>> {
    let mut panels = Vec::new();
    let one = |of: fn(&Observation) -> &String| shared(chains.iter().map(|chain| of(chain[0]))).is_some();
    let (one_subject, one_indicator) = (one(|o| &o.subject), one(|o| &o.indicator));
    let (lasting, alone): (Vec<&Chain>, Vec<&Chain>) = chains.iter().partition(|chain| chain.len() > 1);
    for chain in lasting {
        let first = chain[0];
        let rows = chain.iter().enumerate().map(|(i, o)| {
            let before = i.checked_sub(1).map(|i| chain[i]);
            let gained = before
                .filter(|before| moved(before, o))
                .and_then(|b| b.value.checked_sub(o.value));
            row(period_words(o.period, language), Vec::new(), o, gained, language)
        });
        // What the subtitle says need not be said again.
        let subject = if one_subject {
            ""
        } else {
            subject_words(&first.subject, language)
        };
        let indicator = if one_indicator {
            ""
        } else {
            indicator_words(&first.indicator, language)
        };
        let (mut title, mut note) = (dotted(&[subject, indicator]), field(first, language));
        if title.is_empty() {
            std::mem::swap(&mut title, &mut note);
        }
        panels.push(Panel {
            title,
            note,
            rows: rows.collect(),
        });
    }
    if !alone.is_empty() {
        let one_subject = shared(alone.iter().map(|chain| &chain[0].subject)).is_some();
        let rows = alone.iter().map(|chain| {
            let o = chain[0];
            let (subject, indicator) = (
                subject_words(&o.subject, language),
                indicator_words(&o.indicator, language),
            );
            let (label, other) = if one_subject {
                (indicator, "")
            } else {
                (subject, indicator)
            };
            let sub = vec![other.to_owned(), period_words(o.period, language), field(o, language)];
            row(label.to_owned(), sub, o, None, language)
        });
        panels.push(Panel {
            title: if panels.is_empty() {
                ""
            } else {
                either(language, "只写了一次的", "stated once")
            }
            .to_owned(),
            note: String::new(),
            rows: rows.collect(),
        });
    }
    panels
}

fn row<'a>(
    label: String,
    sub: Vec<String>,
    o: &'a Observation,
    gained: Option<Decimal>,
    language: Language,
) -> Row<'a> {
    Row {
        label,
        sub,
        name: listed(&[name(o, language), field(o, language)], language),
        evidence: o.evidence.clone(),
        drawn: Some(o),
        other: gained,
        tail: Tail::default(),
    }
}

/// Among whom, where the text says so.
fn field(o: &Observation, language: Language) -> String {
    let known = o.basis.as_deref().filter(|basis| *basis != "unstated");
    known.map_or_else(String::new, |basis| basis_words(Some(basis), language))
}

/// Whether a line may lead from one place to the next: two times of one order, each with one place. What is planned may follow.
fn moved(before: &Observation, after: &Observation) -> bool {
    use crate::table::Apart;
    let fits = matches!(
        comparable(before, after),
        Ok(()) | Err(Apart::Status | Apart::Period | Apart::Reliability)
    );
    fits && before.period != after.period
}

/// An axis from the last place on the left to the first on the right.
fn axis(worst: f64, (left, right): (f64, f64), language: Language) -> Axis {
    let label = |place: i32| value_words(Decimal::new(i128::from(place), 0), "rank", Bound::Eq, language);
    let last = within(worst, 1.0, 1e6) as i32;
    let half = text_width(&label(last), "ax") / 2.0;
    let (left, right) = (left + half, right - half);
    let per_place = (right - left) / (worst - 1.0).max(1.0);
    let mut axis = Axis {
        zero: right + per_place,
        per_unit: -per_place,
        ticks: vec![(right, label(1))],
        scale: axis_scale(Decimal::new(1, 0), "rank", language),
    };
    // The smallest round step whose ticks keep apart.
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
    if let Some(step) = steps.into_iter().find(|step| f64::from(*step) * per_place >= STEP) {
        let places = (1..).map(|n| n * step).take_while(|place| *place <= last);
        for place in places {
            let x = axis.x(f64::from(place));
            if axis.ticks.iter().all(|(other, _)| (other - x).abs() >= STEP - 8.0) {
                axis.ticks.push((x, label(place)));
            }
        }
    }
    axis
}

/// A point with its place in words, on the side where there is room.
fn point(
    axis: &Axis,
    o: &Observation,
    gained: Option<Decimal>,
    (left, right): (f64, f64),
    y: f64,
    language: Language,
    shapes: &mut Vec<Shape>,
) {
    let (x, middle) = (axis.x(o.value.to_f64()), y + BAR / 2.0);
    let sure = o.status == Status::Actual && o.bound == Bound::Eq;
    shapes.push(Shape::Circle {
        at: (x, middle),
        r: POINT,
        class: if sure { "bar" } else { "open" },
    });
    // 前十: in one of the ten, so the point is where it stands at least.
    let open = matches!(o.bound, Bound::Le | Bound::Lt) && x + POINT + CHEVRONS < right;
    if open {
        rows::chevrons(x + POINT, y, shapes);
    }
    let before = x + POINT + GAP + if open { CHEVRONS } else { 0.0 };
    let (free_left, free_right) = (x - POINT - GAP - left, right - before);
    // `Tail` takes three fifths of what it is given.
    let room = free_left.max(free_right) / 0.6;
    let gained = gained
        .filter(|_| o.bound == Bound::Eq)
        .map_or_else(String::new, |gained| move_words(gained, language));
    let extra = dotted(&[&gained, &flags(o)]);
    let tail = Tail::new(&quantity_words(o, language), &extra, room);
    let start = if free_right >= tail.width() {
        before
    } else {
        x - POINT - GAP - tail.width()
    };
    tail.shapes(start, y, shapes);
}

/// Lines between the points of a panel that follow each other, behind everything else. Words that a line would strike through make way.
fn join(canvas: &mut Canvas, panels: &[Panel]) {
    let joined = panels
        .iter()
        .flat_map(|panel| &panel.rows)
        .map(|row| row.other.is_some());
    let joined: Vec<bool> = joined.collect();
    let points: Vec<_> = canvas.marks.iter().map(|mark| centre(&mark.shapes)).collect();
    for i in (1..points.len()).filter(|i| joined[*i]) {
        let ((_, from), (_, to)) = (points[i - 1], points[i]);
        canvas.line(from, to, "ln thin");
        let right = to.0 > from.0;
        for (mark, side, by) in [(i - 1, right, -ASIDE), (i, !right, ASIDE)] {
            let (at, point) = points[mark];
            for shape in &mut canvas.marks[mark].shapes[at..] {
                if let Shape::Text { at, .. } = shape
                    && (at.0 > point.0) == side
                {
                    at.1 += by;
                }
            }
        }
    }
}

/// The point among some shapes: which of them, and where it stands. Its words stand behind it.
fn centre(shapes: &[Shape]) -> (usize, (f64, f64)) {
    let mut points = shapes.iter().enumerate().filter_map(|(i, shape)| match shape {
        Shape::Circle { at, .. } => Some((i, *at)),
        _ => None,
    });
    points.next_back().unwrap_or_default()
}

/// `进23位`, `up 23`.
fn move_words(gained: Decimal, language: Language) -> String {
    let lost = Decimal::ZERO.checked_sub(gained).unwrap_or(gained);
    let (zh, en) = match gained.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => ("进{}位", "up {}"),
        std::cmp::Ordering::Less => ("退{}位", "down {}"),
        std::cmp::Ordering::Equal => ("未变", "unchanged"),
    };
    say(language, zh, en, &[&gained.max(lost).to_string()])
}

/// What has happened to the first chain, or the one place that it has.
fn headline(chains: &[Chain], language: Language) -> String {
    let sure = |o: &&&Observation| o.status == Status::Actual && o.bound == Bound::Eq;
    let chain: Vec<&Observation> = chains[0].iter().filter(sure).copied().collect();
    let chain = if chain.is_empty() { &chains[0] } else { &chain };
    let (first, last) = (chain[0], chain[chain.len() - 1]);
    let gained = first.value.checked_sub(last.value).filter(|_| moved(first, last));
    let (zh, en, more) = match gained.filter(|gained| !gained.is_zero()) {
        Some(gained) => (
            "{0}{1}由{2}到{3}，{4}",
            "{0}: {1} from {2} to {3}, {4}",
            move_words(gained, language),
        ),
        None => ("{0}{5}{1}位列{4}{3}", "{0}: {3} in {1}{5}", field(last, language)),
    };
    say(
        language,
        zh,
        en,
        &[
            &raised(subject_words(&last.subject, language)),
            &lowered(indicator_words(&last.indicator, language)),
            &quantity_words(first, language),
            &quantity_words(last, language),
            &more,
            &when(last.period, language),
        ],
    )
}
