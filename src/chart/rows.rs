//! The frame that the forms with horizontal bars share: panels of rows, each with a label, a period, and a mark on one common axis.
//!
//! From 480 pixels on, labels stand in a column on the left; below that they stand above their bars, and the grid is drawn only behind the
//! bars, so that no line crosses a word.

use super::axis::{Axis, Extent, GAP};
use super::canvas::{Canvas, fit, line, text_width, words, wrap};
use super::phrase::is_part_year;
use crate::decimal::Decimal;
use crate::figure::Status;
use crate::scene::{Anchor, Mark, Rect, Shape};
use crate::table::{Evidence, Observation};

/// Height of a bar.
pub const BAR: f64 = 18.0;
/// Height of a line of words.
const LINE: f64 = 17.0;

/// Rows that may be compared with each other, in a frame of their own.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// Its title; empty where it needs none.
    pub title: String,
    /// What to bear in mind when reading it.
    pub note: String,
    /// Its rows, in the order in which they stand.
    pub rows: Vec<Row<'a>>,
}

/// A row of a panel.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    /// What the row is about.
    pub label: String,
    /// Its period, and whatever else sets it apart; empty ones are left out.
    pub sub: Vec<String>,
    /// Its name for a screen reader, with everything that the mark says.
    pub name: String,
    /// The figures behind it; none for a row that says that there are none.
    pub evidence: Vec<Evidence>,
    /// What is drawn; none for such a row.
    pub drawn: Option<&'a Observation>,
    /// What is drawn with it: what was planned, the share worked out anew, the places gained.
    pub other: Option<Decimal>,
    /// What is written behind it.
    pub tail: Tail,
}

/// What is written behind a bar: the value, and something smaller after it.
#[derive(Clone, Debug, Default)]
pub struct Tail {
    value: String,
    extra: String,
}

impl Tail {
    /// Words that take up three fifths of the width at most; what is longer is cut, and stands in full in the mark's name.
    pub fn new(value: &str, extra: &str, width: f64) -> Self {
        let room = width * 0.6;
        let value = fit(value, "val", room);
        let left = room - text_width(&value, "val") - 6.0;
        let extra = if text_width(extra, "sub") <= left {
            extra.to_owned()
        } else {
            String::new()
        };
        Self { value, extra }
    }

    /// How wide it runs.
    pub fn width(&self) -> f64 {
        let extra = if self.extra.is_empty() {
            0.0
        } else {
            6.0 + text_width(&self.extra, "sub")
        };
        text_width(&self.value, "val") + extra
    }

    /// What it needs behind a bar that ends at `value`.
    pub fn extent(&self, value: f64, gap: f64) -> Extent {
        Extent {
            value,
            behind: gap + GAP + self.width() + 2.0,
        }
    }

    /// Its words, from `x` to the right, beside a bar with that upper edge.
    pub fn shapes(&self, x: f64, bar: f64, shapes: &mut Vec<Shape>) {
        let base = bar + 14.0;
        shapes.push(words((x, base), Anchor::Start, "val halo", &self.value));
        if !self.extra.is_empty() {
            let x = x + text_width(&self.value, "val") + 6.0;
            shapes.push(words((x, base), Anchor::Start, "sub halo", &self.extra));
        }
    }
}

/// Where labels and bars stand.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    wide: bool,
    label: f64,
    width: f64,
}

impl Columns {
    /// The columns for these panels at a width.
    pub fn new(panels: &[Panel], width: f64) -> Self {
        let rows = panels.iter().flat_map(|panel| &panel.rows);
        let longest = rows
            .flat_map(|row| {
                row.sub
                    .iter()
                    .map(|part| text_width(part, "sub"))
                    .chain([text_width(&row.label, "")])
            })
            .fold(96.0, f64::max);
        Self {
            wide: width >= 480.0,
            label: longest.min((width * 0.3).max(150.0)),
            width,
        }
    }

    /// From where to where bars and values may run.
    pub fn plot(self) -> (f64, f64) {
        if self.wide {
            (self.label + 14.0, self.width)
        } else {
            (0.0, self.width)
        }
    }

    /// Writes a row's label, its upper edge at `y`; gives the upper edge of its bar and the lower edge of the row.
    fn place(self, row: &Row, y: f64, shapes: &mut Vec<Shape>) -> (f64, f64) {
        let mut line = |x: f64, y: f64, class, text: &str| {
            if !text.is_empty() {
                shapes.push(words((x, y), Anchor::Start, class, text));
            }
        };
        if self.wide {
            let label = wrap(&row.label, "", self.label, 3);
            let sub = sub_lines(&row.sub, self.label);
            let lines = label.len() + sub.len();
            let height = (lines as f64 * LINE).max(BAR + 8.0);
            let mut base = y + 5.0 + 13.0 + (height - lines as f64 * LINE) / 2.0;
            for (class, text) in label.iter().map(|l| ("", l)).chain(sub.iter().map(|s| ("sub", s))) {
                line(0.0, base, class, text);
                base += LINE;
            }
            return (y + 5.0 + (height - BAR) / 2.0, y + height + 10.0);
        }
        let label = wrap(&row.label, "", self.width, 2);
        let mut base = y + 14.0;
        for (i, text) in label.iter().enumerate() {
            base += if i > 0 { LINE } else { 0.0 };
            line(0.0, base, "halo", text);
        }
        let after = label.last().map_or(0.0, |last| text_width(last, "") + 8.0);
        let lines = sub_lines(&row.sub, self.width);
        match lines.as_slice() {
            [one] if after + text_width(one, "sub") <= self.width => line(after, base, "sub halo", one),
            lines => {
                for text in lines {
                    base += LINE;
                    line(0.0, base, "sub halo", text);
                }
            }
        }
        (base + 8.0, base + 8.0 + BAR + 12.0)
    }
}

/// What stands under a label, in lines no wider than `room`: broken between its parts, so that a figure is not torn.
fn sub_lines(parts: &[String], room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let joined = lines.last().map(|last| format!("{last} · {part}"));
        match (lines.last_mut(), joined) {
            (Some(last), Some(joined)) if text_width(&joined, "sub") <= room => *last = joined,
            _ => lines.extend(wrap(part, "sub", room, 3)),
        }
    }
    lines
}

/// Draws the bar of a row, its upper edge given.
pub type Drawer<'a> = dyn Fn(&Row, f64, &mut Vec<Shape>) + 'a;

/// Draws the panels under the axis, which is labelled on top; gives the height.
pub fn draw(canvas: &mut Canvas, columns: Columns, axis: &Axis, panels: &[Panel], mark: &Drawer) -> f64 {
    axis.label(canvas, 12.0);
    let mut y = 20.0;
    for (i, panel) in panels.iter().enumerate() {
        if i > 0 {
            y += 12.0;
        }
        y = title(canvas, panel, y) + if columns.wide { 0.0 } else { 5.0 };
        let top = y;
        for row in &panel.rows {
            let mut shapes = Vec::new();
            let (bar, bottom) = columns.place(row, y, &mut shapes);
            if !columns.wide {
                axis.rule(canvas, bar - 4.0, bar + BAR + 4.0);
            }
            mark(row, bar, &mut shapes);
            if row.evidence.is_empty() {
                canvas.shapes.extend(shapes);
            } else {
                let hit = Rect {
                    x: 0.0,
                    y,
                    width: canvas.width,
                    height: bottom - y,
                };
                let (name, evidence) = (row.name.clone(), row.evidence.clone());
                canvas.marks.push(Mark {
                    name,
                    evidence,
                    shapes,
                    hit,
                });
            }
            y = bottom;
        }
        if columns.wide {
            // Behind everything that the rows have drawn.
            let mut grid = Canvas::new(canvas.width);
            axis.rule(&mut grid, top, y);
            canvas.shapes.splice(0..0, grid.shapes);
        }
    }
    y
}

/// A bar that reaches from zero to a value; hatched where it stands for a part of a year, hollow where it is only expected.
pub fn bar(axis: &Axis, value: f64, y: f64, style: BarStyle, shapes: &mut Vec<Shape>) {
    let (from, to) = (axis.zero.min(axis.x(value)), axis.zero.max(axis.x(value)));
    // A value that is not zero is seen, however small.
    let width = if value == 0.0 { 0.0 } else { (to - from).max(1.5) };
    let x = if value < 0.0 { to - width } else { from };
    let outline = |inset: f64| {
        super::canvas::rect(
            x + inset,
            y + inset,
            (width - 2.0 * inset).max(0.1),
            BAR - 2.0 * inset,
            "out",
        )
    };
    match style {
        BarStyle::Solid if value < 0.0 => shapes.push(super::canvas::rect(x, y, width, BAR, "neg")),
        BarStyle::Solid => shapes.push(super::canvas::rect(x, y, width, BAR, "bar")),
        BarStyle::Undated => shapes.push(super::canvas::rect(x, y, width, BAR, "bar2")),
        BarStyle::Hatched => shapes.extend([super::canvas::rect(x, y, width, BAR, "hatch"), outline(0.7)]),
        BarStyle::Hollow => shapes.push(outline(0.7)),
    }
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarStyle {
    /// A full year, or a state.
    Solid,
    /// A part of a year.
    Hatched,
    /// Expected or planned.
    Hollow,
    /// No period is known.
    Undated,
}

/// How the bar of a level is filled.
pub fn style(o: &Observation) -> BarStyle {
    match o.period {
        _ if o.status != Status::Actual => BarStyle::Hollow,
        None => BarStyle::Undated,
        period if is_part_year(period) => BarStyle::Hatched,
        Some(_) => BarStyle::Solid,
    }
}

/// The tick across a bar at what was to be reached, or at what is worked out anew.
pub fn target(x: f64, y: f64, shapes: &mut Vec<Shape>) {
    for class in ["tickh", "tick"] {
        shapes.push(line((x, y - 4.0), (x, y + BAR + 4.0), class));
    }
}

/// Width of [`chevrons`], with the gap before them.
pub const CHEVRONS: f64 = 12.0;

/// The double chevron behind a bar whose value is only a lower bound.
pub fn chevrons(x: f64, y: f64, shapes: &mut Vec<Shape>) {
    for start in [x + 2.0, x + 7.0] {
        let points = vec![(start, y + 3.0), (start + 5.0, y + 9.0), (start, y + 15.0)];
        shapes.push(Shape::Line {
            points,
            class: "ln thin",
        });
    }
}

/// The dotted stub of a row without figures.
pub fn stub(axis: &Axis, right: f64, y: f64, words_in_it: &str, shapes: &mut Vec<Shape>) {
    let end = (axis.zero + 320.0).min(axis.zero + (right - axis.zero) * 0.6);
    let text = axis.zero + 8.0;
    shapes.push(line((axis.zero, y + 9.0), (text, y + 9.0), "none"));
    shapes.push(line(
        (text + text_width(words_in_it, "sub") + 6.0, y + 9.0),
        (end, y + 9.0),
        "none",
    ));
    shapes.push(words((text, y + 13.0), Anchor::Start, "sub halo", words_in_it));
}

/// Writes a panel's title and note; gives where its rows begin.
fn title(canvas: &mut Canvas, panel: &Panel, y: f64) -> f64 {
    if panel.title.is_empty() {
        return y + 2.0;
    }
    let mut base = y + 16.0 - LINE;
    let mut after = 0.0;
    for text in wrap(&panel.title, "pan", canvas.width, 2) {
        base += LINE;
        after = text_width(&text, "pan") + 10.0;
        canvas.text((0.0, base), Anchor::Start, "pan", text);
    }
    if after + text_width(&panel.note, "sub") <= canvas.width {
        if !panel.note.is_empty() {
            canvas.text((after, base), Anchor::Start, "sub", panel.note.clone());
        }
    } else {
        for text in wrap(&panel.note, "sub", canvas.width, 2) {
            base += LINE;
            canvas.text((0.0, base), Anchor::Start, "sub", text);
        }
    }
    base + 6.0
}
