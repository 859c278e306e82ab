//! What `read` finds: figures, and how each of their slots was filled.

use crate::decimal::Decimal;
use crate::period::{Date, Period};
use crate::text::{Clean, Span};

/// One number of the text with everything it was linked to. The fields are those of the annotation guidelines in `README.md`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The numeral with its scale and unit, in the clean text.
    pub span: Span,
    /// Exact value in the base unit: `885亿元` is 88 500 000 000.
    pub value: Decimal,
    /// Upper end where the text gives a range.
    pub value_max: Option<Decimal>,
    /// Base unit: `CNY`, `%`, `pp`, `x`, `rank`, `m2` …; for counts the classifier; empty for a ratio or an index that has none.
    pub unit: String,
    /// How the text limits the value.
    pub bound: Bound,
    /// What kind of statement it is.
    pub kind: Kind,
    /// Direction of a change or a gap; `None` for other kinds.
    pub sign: Option<Sign>,
    /// What is measured: a noun phrase without zone, time or verb.
    pub indicator: Slot<String>,
    /// Whom it is about: a zone under its usual name, 全市, a company, a project.
    pub subject: Slot<String>,
    /// When.
    pub period: Slot<Period>,
    /// Base of a change, or the whole of a share, rank or gap.
    pub basis: Option<String>,
    /// Whether it has happened.
    pub status: Status,
    /// Damaged in the source, or known from a copy alone: shown, but not trusted.
    pub unreliable: bool,
}

/// A property of a figure together with how we came by it, which the reader is always shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot<T> {
    /// The value; `None` exactly where `found` is [`Found::Unknown`].
    pub value: Option<T>,
    /// How it was found.
    pub found: Found,
    /// The words it was taken from, in the clean text.
    pub evidence: Option<Span>,
    /// Name of the rule that filled it, for `explain`.
    pub rule: &'static str,
}

/// How a slot was filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// Said beside the figure.
    Stated,
    /// Said earlier and still running.
    Inherited,
    /// Not said; the likeliest reading.
    Assumed,
    /// Neither said nor implied.
    Unknown,
}

impl<T> Slot<T> {
    /// Said beside the figure, at `evidence`.
    pub fn stated(value: T, evidence: Span, rule: &'static str) -> Self {
        Self {
            value: Some(value),
            found: Found::Stated,
            evidence: Some(evidence),
            rule,
        }
    }

    /// Taken over from `evidence`, earlier in the text.
    pub fn inherited(value: T, evidence: Span, rule: &'static str) -> Self {
        Self {
            value: Some(value),
            found: Found::Inherited,
            evidence: Some(evidence),
            rule,
        }
    }

    /// The likeliest reading, with whatever words suggest it.
    pub fn assumed(value: T, evidence: Option<Span>, rule: &'static str) -> Self {
        Self {
            value: Some(value),
            found: Found::Assumed,
            evidence,
            rule,
        }
    }

    /// Not known.
    pub fn unknown() -> Self {
        Self {
            value: None,
            found: Found::Unknown,
            evidence: None,
            rule: "",
        }
    }
}

/// How the text limits a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// As stated.
    #[default]
    Eq,
    /// 约, 近, 左右, 接近.
    Approx,
    /// 超, 突破, 逾, 余, 多.
    Gt,
    /// 以上, 不少于.
    Ge,
    /// 不足, 不到.
    Lt,
    /// 以内, 不超过, 以下.
    Le,
}

/// Kinds of statement a figure can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// How much or how many; rates too.
    Level,
    /// Growth or decline against a base.
    Change,
    /// Part of a whole.
    Share,
    /// Part of a plan.
    Completion,
    /// A place in an order.
    Rank,
    /// A distance to a comparator.
    Gap,
}

/// Direction of a change or a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Up, or above.
    Plus,
    /// Down, or below.
    Minus,
}

/// Whether what the figure states has happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It has.
    #[default]
    Actual,
    /// 预计.
    Expected,
    /// 计划, 目标, 将.
    Planned,
}

impl Bound {
    /// The code used in files: `eq`, `approx`, `gt`, `ge`, `lt`, `le`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Approx => "approx",
            Self::Gt => "gt",
            Self::Ge => "ge",
            Self::Lt => "lt",
            Self::Le => "le",
        }
    }
}

impl Kind {
    /// Every kind, in the order in which they are listed to the reader.
    pub const ALL: [Self; 6] = [
        Self::Level,
        Self::Change,
        Self::Share,
        Self::Completion,
        Self::Rank,
        Self::Gap,
    ];

    /// The code used in files and style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Change => "change",
            Self::Share => "share",
            Self::Completion => "completion",
            Self::Rank => "rank",
            Self::Gap => "gap",
        }
    }
}

impl Sign {
    /// `+` or `-`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
        }
    }
}

impl Status {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Expected => "expected",
            Self::Planned => "planned",
        }
    }
}

impl Found {
    /// The code used in files and style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inherited => "inherited",
            Self::Assumed => "assumed",
            Self::Unknown => "unknown",
        }
    }
}

/// All that was read out of one report.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text made readable, with its way back to the raw text and what was cut.
    pub clean: Clean,
    /// The figures, in the order of the text.
    pub figures: Vec<Figure>,
    /// Numerals that are not figures, with the reason: names, dates, idioms.
    pub skipped: Vec<Skipped>,
    /// The report's date: as given, or guessed from the text and then [`Found::Assumed`].
    pub date: Slot<Date>,
    /// The zone the report is about: as given, or the one named most.
    pub zone: Slot<String>,
}

/// A numeral that states no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Where, in the clean text.
    pub span: Span,
    /// Why it is none: the name of the rule.
    pub why: &'static str,
}
