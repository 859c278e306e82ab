//! How well the figures are read: measured, and shown on the page 方法.

/// A measurement: the share of figures that are right up to a layer, found and not invented (F1), in tenths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// What it was measured on.
    pub corpus: Corpus,
    /// Figures found with value, unit and bound right; `None` where it was not measured yet.
    pub value: Option<u16>,
    /// Figures found with indicator, zone, period and everything else right.
    pub full: Option<u16>,
}

/// Texts with figures marked by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// The reports built into the program.
    Embedded,
    /// Reports as they were received, damage included. They are not part of the program.
    Received,
}

/// The measurements of this version.
pub const MEASURED: [Measurement; 2] = [
    Measurement {
        corpus: Corpus::Embedded,
        value: None,
        full: None,
    },
    Measurement {
        corpus: Corpus::Received,
        value: None,
        full: None,
    },
];
