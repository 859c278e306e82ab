//! Small choices, each with the word that stands for it in an address.

use crate::figure::Kind;
use crate::period::PeriodClass;

/// A set of kinds of figure. The empty set filters nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// The set with the kind put in or taken out. All six are the same as none: no filter.
    pub fn toggled(self, kind: Kind) -> Self {
        let set = self.0 ^ bit(kind);
        Self(if set == ALL { 0 } else { set })
    }

    /// Whether the kind was chosen.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// Whether figures of the kind are marked.
    pub fn shows(self, kind: Kind) -> bool {
        self.0 == 0 || self.has(kind)
    }

    /// Whether nothing was chosen.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

const ALL: u8 = (1 << Kind::ALL.len()) - 1;

fn bit(kind: Kind) -> u8 {
    1 << Kind::ALL.iter().position(|k| *k == kind).unwrap_or_default()
}

/// How the answer is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// As a chart.
    #[default]
    Chart,
    /// As a table.
    Table,
    /// As the sentences it rests on.
    Sources,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Chart, Self::Table, Self::Sources];

    /// Its word in addresses and ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
            Self::Sources => "sources",
        }
    }
}

/// Periods as the reader filters them, coarser than [`PeriodClass`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodGroup {
    /// 全年.
    Year,
    /// 不满一年.
    Part,
    /// 截至某时.
    Stock,
    /// Several years, a day, or not stated.
    Other,
}

impl PeriodGroup {
    /// Every group, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Year, Self::Part, Self::Stock, Self::Other];

    /// The group of a class of periods; `None` is a period that is not stated.
    pub const fn of(class: Option<PeriodClass>) -> Self {
        match class {
            Some(PeriodClass::Year) => Self::Year,
            Some(PeriodClass::Months(..)) => Self::Part,
            Some(PeriodClass::Stock) => Self::Stock,
            _ => Self::Other,
        }
    }

    /// Its word in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Part => "part",
            Self::Stock => "stock",
            Self::Other => "other",
        }
    }
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its word in addresses, storage and `data-theme`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
