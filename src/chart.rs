//! From observations and a question to a scene.

use crate::language::Language;
use crate::scene::Scene;
use crate::table::Observation;

/// What the reader asks of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The indicator, under its name in the table.
    pub indicator: String,
    /// The subjects to show; empty means every one that has the indicator.
    pub subjects: Vec<String>,
}

/// A drawn answer: what it says, in words and as a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// A headline computed from the data: what the chart shows.
    pub headline: String,
    /// Indicator, unit, period, and how to read it.
    pub subtitle: String,
    /// The drawing.
    pub scene: Scene,
}

/// Ordered bars, one panel for each class of period; `None` where there is nothing to draw. `width` in pixels, 280 to 1200.
pub fn chart(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let _ = (question, table, width, language);
    None
}
