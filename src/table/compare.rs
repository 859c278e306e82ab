//! Which observations may stand side by side, and why others may not.

use super::Observation;
use super::matrix::{Row, nature};
use crate::figure::{Kind, Status};
use crate::language::Language;
use crate::lexicon;

/// Why two observations may not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apart {
    /// A level is no change, a share no rank.
    Kind,
    /// They measure different things.
    Indicator,
    /// They look alike and are defined differently.
    Definition,
    /// They are given in units of different nature.
    Unit,
    /// One is a full year, the other a part of one or a stock.
    Period,
    /// Growth at constant prices beside growth at current prices.
    Prices,
    /// Changes against different bases, shares of different wholes.
    Basis,
    /// One is damaged in its source or known from a copy alone.
    Reliability,
    /// One has happened, the other is expected or planned.
    Status,
}

impl Apart {
    /// The reason, as a reader is told.
    pub const fn words(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Kind, Language::Chinese) => "一为水平，一为变化、占比或位次",
            (Self::Kind, Language::English) => "one is a level, the other a change, share or rank",
            (Self::Indicator, Language::Chinese) => "指标不同",
            (Self::Indicator, Language::English) => "different indicators",
            (Self::Definition, Language::Chinese) => "口径不同",
            (Self::Definition, Language::English) => "different definitions",
            (Self::Unit, Language::Chinese) => "单位不同",
            (Self::Unit, Language::English) => "different units",
            (Self::Period, Language::Chinese) => "时段不同类",
            (Self::Period, Language::English) => "periods of different kinds",
            (Self::Prices, Language::Chinese) => "一按可比价，一按现价",
            (Self::Prices, Language::English) => "one at constant, the other at current prices",
            (Self::Basis, Language::Chinese) => "基期或总体不同",
            (Self::Basis, Language::English) => "different bases or wholes",
            (Self::Reliability, Language::Chinese) => "其一可靠性低",
            (Self::Reliability, Language::English) => "one is of low reliability",
            (Self::Status, Language::Chinese) => "一为实际，一为预计或计划",
            (Self::Status, Language::English) => "one has happened, the other is expected or planned",
        }
    }
}

/// Whether two observations may stand side by side.
///
/// # Errors
/// The weightiest reason why they may not.
pub fn comparable(a: &Observation, b: &Observation) -> Result<(), Apart> {
    let class = |o: &Observation| o.period.map(|period| period.class());
    let known = |o: &Observation| lexicon::indicator(&o.indicator);
    let differ = known(a).zip(known(b)).is_some_and(|(a, b)| a.differs_from(b));
    let real = |o: &Observation| known(o).is_some_and(|known| known.real_growth);
    let other = a.indicator != b.indicator;
    let changes = a.kind == Kind::Change;
    let reasons = [
        (a.kind != b.kind, Apart::Kind),
        (differ, Apart::Definition),
        (changes && other && real(a) != real(b), Apart::Prices),
        (other && !changes, Apart::Indicator),
        (nature(&a.unit) != nature(&b.unit), Apart::Unit),
        (class(a) != class(b), Apart::Period),
        (!super::same_basis(a, b), Apart::Basis),
        (a.unreliable || b.unreliable, Apart::Reliability),
        (
            (a.status == Status::Actual) != (b.status == Status::Actual),
            Apart::Status,
        ),
    ];
    match reasons.into_iter().find(|(apart, _)| *apart) {
        Some((_, reason)) => Err(reason),
        None => Ok(()),
    }
}

impl Row {
    /// Why the cells of the row may not all be compared with each other: the weightiest reason.
    pub fn apart(&self, observations: &[Observation]) -> Option<Apart> {
        let levels: Vec<&Observation> = self
            .cells
            .iter()
            .flatten()
            .map(|cell| &observations[cell.level])
            .collect();
        let (first, rest) = levels.split_first()?;
        rest.iter().filter_map(|other| comparable(first, other).err()).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;
    use crate::figure::Bound;
    use crate::period::Period;
    use crate::table::Evidence;

    /// `indicator|period|kind|unit|basis|status`.
    fn observation(line: &str) -> Observation {
        let part: Vec<&str> = line.split('|').collect();
        Observation {
            subject: "某区".to_owned(),
            indicator: part[0].to_owned(),
            period: Period::parse(part[1]),
            kind: *Kind::ALL.iter().find(|k| k.code() == part[2]).expect("a kind"),
            sign: None,
            value: Decimal::new(1, 0),
            value_max: None,
            unit: part[3].to_owned(),
            bound: Bound::Eq,
            status: if part[5] == "planned" {
                Status::Planned
            } else {
                Status::Actual
            },
            basis: (!part[4].is_empty()).then(|| part[4].to_owned()),
            unreliable: part[5] == "damaged",
            computed: None,
            evidence: vec![Evidence { report: 0, figure: 0 }],
        }
    }

    fn check(a: &str, b: &str, expect: Result<(), Apart>) {
        assert_eq!(comparable(&observation(a), &observation(b)), expect, "{a} {b}");
        assert_eq!(comparable(&observation(b), &observation(a)), expect, "{b} {a}");
    }

    #[test]
    fn says_why_not() {
        let year = "税收收入|2023|level|CNY||";
        check(year, "税收收入|2022|level|CNY||", Ok(()));
        check(year, "税收收入|2023-01/2023-09|level|CNY||", Err(Apart::Period));
        check(year, "税收收入|/2023-09|level|CNY||", Err(Apart::Period));
        check(year, "税收收入|2023|level|USD||", Err(Apart::Unit));
        check(year, "税收收入|2023|share|%||", Err(Apart::Kind));
        check(year, "出口总额|2023|level|CNY||", Err(Apart::Indicator));
        check(year, "税收收入|2023|level|CNY||planned", Err(Apart::Status));
        check(year, "税收收入|2023|level|CNY||damaged", Err(Apart::Reliability));
        check(
            "规上工业营业收入|2023|level|CNY||",
            "工业企业营业收入|2023|level|CNY||",
            Err(Apart::Definition),
        );
        let yoy = "税收收入|2023|change|%|yoy|";
        check(yoy, "税收收入|2023|change|%|unstated|", Ok(()));
        check(yoy, "出口总额|2023|change|%|yoy|", Ok(()));
        check(yoy, "税收收入|2023|change|%|annual-average|", Err(Apart::Basis));
        check(yoy, "地区生产总值|2023|change|%|yoy|", Err(Apart::Prices));
    }
}
