//! A drawn chart as data: shapes, labels, and for each mark the figures behind it.
//!
//! Lengths are CSS pixels; the origin is the top left corner. A scene knows nothing of zones or indicators.

use crate::table::Evidence;

/// A chart laid out for one width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// What the chart shows, in one sentence for a screen reader.
    pub name: String,
    /// What is drawn, from back to front, outside the marks.
    pub shapes: Vec<Shape>,
    /// What stands for figures, in reading order.
    pub marks: Vec<Mark>,
}

/// A mark: the shapes that stand for one observation, a link to its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its name for a screen reader: zone, indicator, period, value.
    pub name: String,
    /// The figures behind it; the first is the one to link to.
    pub evidence: Vec<Evidence>,
    /// Its shapes.
    pub shapes: Vec<Shape>,
    /// The area that answers to a pointer, at least 24 pixels high.
    pub hit: Rect,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What can be drawn. `class` names the style; every colour lives in the style sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled or hatched rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Style class: `bar`, `out`, `sel` …; `hatch` is filled with the scene's hatching.
        class: &'static str,
    },
    /// A polyline.
    Line {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// Style class: `grid`, `zero`, `tick`, `ln` …
        class: &'static str,
    },
    /// A circle.
    Circle {
        /// Centre.
        at: (f64, f64),
        /// Radius.
        r: f64,
        /// Style class.
        class: &'static str,
    },
    /// A line of text.
    Text {
        /// Anchor on the base line.
        at: (f64, f64),
        /// Which part of the text stands at the anchor.
        anchor: Anchor,
        /// Style class: `ax`, `val`, `sub`, `pan` …
        class: &'static str,
        /// The words.
        text: String,
    },
}

/// Which part of a text stands at its anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}
