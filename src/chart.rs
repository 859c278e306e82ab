//! From observations and a question to a scene.

use crate::language::Language;
use crate::period::PeriodClass;
use crate::scene::Scene;
use crate::table::{Evidence, Observation};

/// What the reader asks of the table. An empty field asks for everything, so `Question::default()` with an indicator is the usual one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// How to draw it.
    pub form: Form,
    /// The indicator, under its name in the table.
    pub indicator: String,
    /// The subjects to show; empty means every one that has the indicator.
    pub subjects: Vec<String>,
    /// The class of periods to show; `None` means every one.
    pub class: Option<PeriodClass>,
    /// The only report to draw from.
    pub report: Option<usize>,
}

/// The forms of chart, under the names of the trade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Ordered bars (条形图): who has more.
    #[default]
    Bars,
    /// Diverging bars (分向条形图): growth and decline.
    Change,
    /// Bars with target ticks (目标条): plan and actual.
    Completion,
    /// Divided bars (堆叠条): part of a whole.
    Share,
    /// Slope (坡度图): one measure at two times.
    Slope,
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

/// A chart worth a first look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What to ask [`chart`] for.
    pub question: Question,
    /// The figure whose sentence goes with it.
    pub key: Evidence,
}

/// Draws the answer to a question; `None` where there is nothing to draw. `width` in pixels, 280 to 1200.
pub fn chart(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let _ = (question, table, width, language);
    None
}

/// Up to `n` charts worth a first look, varied in form.
pub fn highlights(table: &[Observation], n: usize) -> Vec<Pick> {
    let _ = (table, n);
    Vec::new()
}
