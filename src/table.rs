//! From figures to observations: the cells of a statistical table.

use crate::decimal::Decimal;
use crate::figure::{Bound, Kind, Reading, Sign, Status};
use crate::period::Period;

/// A figure of a report: the evidence of an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Index of the report among those that were tabled.
    pub report: usize,
    /// Index of the figure in its reading.
    pub figure: usize,
}

/// Figures merged to one cell: subject × indicator × period × kind (and unit), with all their evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// `REF_AREA`: a zone under its usual name, or whatever else the figure is about.
    pub subject: String,
    /// `INDICATOR`: its name, under the lexicon's spelling where the lexicon knows it.
    pub indicator: String,
    /// `TIME_PERIOD`; `None` where the text neither says nor implies one.
    pub period: Option<Period>,
    /// What kind of statement.
    pub kind: Kind,
    /// Direction of a change or gap.
    pub sign: Option<Sign>,
    /// `OBS_VALUE`, in the base unit.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// `UNIT_MEASURE`.
    pub unit: String,
    /// How the text limits the value.
    pub bound: Bound,
    /// Whether it has happened.
    pub status: Status,
    /// Base of a change, or the whole of a share, rank or gap.
    pub basis: Option<String>,
    /// Every figure that states it; never empty.
    pub evidence: Vec<Evidence>,
}

/// Merges the figures of all readings. Restatements of one value join; different values for one cell stay apart.
/// Figures without indicator or subject are left out.
pub fn table(readings: &[&Reading]) -> Vec<Observation> {
    let _ = readings;
    Vec::new()
}
