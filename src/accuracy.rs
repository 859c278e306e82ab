//! How well the figures are read: measured, and shown on the page 方法.

/// A measurement: the share of figures that are right up to a layer, found and not invented (F1), in tenths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// What it was measured on.
    pub corpus: Corpus,
    /// How many figures were marked in it by hand.
    pub figures: u16,
    /// Figures found with value, unit and bound right.
    pub value: u16,
    /// Figures found with indicator, zone, period and everything else right.
    pub full: u16,
}

/// Texts with figures marked by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// The reports built into the program.
    Embedded,
    /// Reports as they were received, damage included. They are not part of the program.
    Received,
    /// Passages on other zones, cities and years, written by somebody who did not know the rules (`tests/passages`). The rules were mended on them.
    Other,
    /// Further passages of that kind, on which nothing was mended (`tests/unseen`).
    Unseen,
}

/// The measurements of this version: `cargo test --test gold -- --nocapture` prints them anew.
pub const MEASURED: [Measurement; 4] = [
    Measurement {
        corpus: Corpus::Embedded,
        figures: 334,
        value: 1000,
        full: 961,
    },
    Measurement {
        corpus: Corpus::Received,
        figures: 266,
        value: 1000,
        full: 951,
    },
    Measurement {
        corpus: Corpus::Other,
        figures: 11947,
        value: 993,
        full: 871,
    },
    Measurement {
        corpus: Corpus::Unseen,
        figures: 395,
        value: 994,
        full: 859,
    },
];
