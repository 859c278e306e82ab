//! A figure as a line of a table.

use super::table::Case;
use std::fmt::Display;
use zhibiao::figure::{Bound, Figure, Found, Reading, Slot, Status};
use zhibiao::period::{Date, Period};

/// What `·` stands for: the report's zone, and the year of its date.
pub struct Head<'a> {
    /// Its zone, where it is given.
    pub zone: Option<&'a str>,
    /// The year of its date.
    pub year: Option<i16>,
}

/// The line of a figure.
pub fn line(figure: &Figure, reading: &Reading, case: &Case) -> String {
    let head = case.head();
    let year = head.year.map(|year| Period::at(Date::year(year)));
    let zone = head.zone.map(str::to_owned);
    [
        amount(figure, &reading.clean.slice(figure.span)),
        statement(figure),
        slot(&figure.indicator, None),
        slot(&figure.subject, zone.as_ref()),
        slot(&figure.period, year.as_ref()),
    ]
    .join(" | ")
}

/// The names of the rules that filled a figure's slots.
pub fn rules(figure: &Figure) -> [&'static str; 3] {
    [figure.indicator.rule, figure.subject.rule, figure.period.rule]
}

/// Quote, value, unit and bound.
fn amount(figure: &Figure, quote: &str) -> String {
    let max = figure.value_max.map(|max| format!("~{max}")).unwrap_or_default();
    let value = format!("{}{max}", figure.value);
    let printed = max.is_empty() && quote == format!("{value}{}", figure.unit);
    let mut cell = quote.to_owned();
    if !printed {
        cell += &format!(" = {value} {}", figure.unit);
    }
    if figure.bound != Bound::Eq {
        cell += &format!(" {}", figure.bound.code());
    }
    cell
}

/// Kind, sign, status and basis.
fn statement(figure: &Figure) -> String {
    let mut cell = figure.kind.code().to_owned();
    if let Some(sign) = figure.sign {
        cell += &format!(" {}", sign.code());
    }
    if figure.status != Status::Actual {
        cell += &format!(" {}", figure.status.code());
    }
    if let Some(basis) = &figure.basis {
        cell += &format!(" [{basis}]");
    }
    cell
}

/// A slot; `plain` is what it holds where nothing was said.
fn slot<T: Display + PartialEq>(slot: &Slot<T>, plain: Option<&T>) -> String {
    let Some(value) = &slot.value else {
        return "–".to_owned();
    };
    match slot.found {
        Found::Assumed if Some(value) == plain => "·".to_owned(),
        Found::Assumed => format!("{value}?"),
        Found::Inherited => format!("{value}^"),
        Found::Stated | Found::Unknown => value.to_string(),
    }
}
