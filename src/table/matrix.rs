//! The overview's matrix: what each zone last said about each indicator, with blanks where it said nothing.

use super::{Observation, implied};
use crate::cue;
use crate::figure::{Bound, Kind, Status};
use crate::lexicon;
use crate::order::sort_by_key;
use crate::period::{Date, Period};
use crate::unit::{is_counted, is_money};
use std::cmp::Reverse;

/// Indicators × zones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The columns: zones under their usual names, the one with the most filled cells first.
    pub zones: Vec<String>,
    /// The rows, the ones most worth reading first: stated by many zones, known to the lexicon, sums of money.
    pub rows: Vec<Row>,
}

/// One indicator, as each zone states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The indicator, under its name in the table.
    pub indicator: String,
    /// One for each zone; `None` where the zone does not state it.
    pub cells: Vec<Option<Cell>>,
}

/// What a zone last said, as indices into the observations that the matrix was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The level.
    pub level: usize,
    /// Its change on a year before, where it is stated for the same zone, indicator and period.
    pub change: Option<usize>,
}

/// The matrix of the latest levels of all zones: what has happened before what is expected, trusted before damaged, later before earlier,
/// longer before shorter periods, exact before bounded values. Only development zones are columns; amounts of different nature (money of
/// two currencies, money and counts) are different rows.
pub fn matrix(observations: &[Observation]) -> Matrix {
    let mut zones: Vec<&str> = Vec::new();
    let mut rows: Vec<(&Observation, Vec<usize>)> = Vec::new();
    for (i, o) in observations.iter().enumerate() {
        if o.kind != Kind::Level || !is_zone(&o.subject) {
            continue;
        }
        if !zones.contains(&o.subject.as_str()) {
            zones.push(&o.subject);
        }
        let same = |first: &Observation| first.indicator == o.indicator && nature(&first.unit) == nature(&o.unit);
        match rows.iter_mut().find(|(first, _)| same(first)) {
            Some((_, members)) => members.push(i),
            None => rows.push((o, vec![i])),
        }
    }
    let filled = |zone: &str| {
        let states = |members: &[usize]| members.iter().any(|&i| observations[i].subject == zone);
        rows.iter().filter(|(_, members)| states(members)).count()
    };
    sort_by_key(&mut zones, |zone| Reverse(filled(zone)));
    let mut rows: Vec<(Row, _)> = rows
        .iter()
        .map(|(first, members)| {
            let cells: Vec<Option<Cell>> = zones.iter().map(|zone| latest(observations, members, zone)).collect();
            let row = Row {
                indicator: first.indicator.clone(),
                cells,
            };
            let worth = worth(&row, members, observations);
            (row, Reverse(worth))
        })
        .collect();
    sort_by_key(&mut rows, |(_, worth)| *worth);
    Matrix {
        zones: zones.into_iter().map(str::to_owned).collect(),
        rows: rows.into_iter().map(|(row, _)| row).collect(),
    }
}

/// Whether a subject is a development zone: one that the lexicon knows, or one that is called so.
pub fn is_zone(subject: &str) -> bool {
    const ENDINGS: [&str; 6] = ["高新区", "经开区", "开发区", "工业园区", "保税区", "新区"];
    lexicon::zone(subject).is_some() || ENDINGS.iter().any(|ending| subject.ends_with(ending))
}

/// The unit where units cannot be compared; one name for all Chinese classifiers, which count the same things in different words.
pub fn nature(unit: &str) -> &str {
    if is_counted(unit) { "个" } else { unit }
}

/// How much a row is worth reading: by the zones that state it as having happened, by whether the lexicon knows it, by whether it is a sum
/// of money; less where the name says little alone or a zone states several values under it at once.
fn worth(row: &Row, members: &[usize], observations: &[Observation]) -> i32 {
    let levels = || row.cells.iter().flatten().map(|cell| &observations[cell.level]);
    let coverage: i32 = levels().map(|o| i32::from(o.status == Status::Actual)).sum();
    let known = lexicon::indicator(&row.indicator).is_some();
    let money = levels().any(|o| is_money(&o.unit));
    let rivals = |o: &Observation| {
        let here = members.iter().map(|&i| &observations[i]);
        here.filter(|r| r.subject == o.subject && r.period == o.period && !implied(r, o))
            .count()
            > 1
    };
    let loose = cue::is_generic(&row.indicator) || levels().any(rivals);
    2 * coverage + 3 * i32::from(known) + 2 * i32::from(money) - 9 * i32::from(loose)
}

/// What the zone last said, among observations of one indicator.
fn latest(observations: &[Observation], members: &[usize], zone: &str) -> Option<Cell> {
    let of_zone = members.iter().copied().filter(|&i| observations[i].subject == zone);
    let level = of_zone.min_by_key(|&i| {
        let o = &observations[i];
        (o.status, o.unreliable, Reverse(recency(o.period)), o.bound != Bound::Eq)
    })?;
    let of = &observations[level];
    let change = observations.iter().position(|o| {
        o.kind == Kind::Change
            && o.unit == "%"
            && o.basis.as_deref() == Some("yoy")
            && o.status == of.status
            && (&o.subject, &o.indicator, o.period) == (&of.subject, &of.indicator, of.period)
    });
    Some(Cell { level, change })
}

/// Orders periods by their end, then by their length.
pub fn recency(period: Option<Period>) -> Option<(Date, Reverse<Date>)> {
    let whole = |n: u8, all: u8| if n == 0 { all } else { n };
    let Period { start, end } = period?;
    let last = Date {
        year: end.year,
        month: whole(end.month, 12),
        day: whole(end.day, 31),
    };
    Some((last, Reverse(start.unwrap_or(end))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;
    use crate::table::Evidence;

    /// `subject|indicator|period|value|unit`, a level, or a yearly change where the unit is `%`.
    fn observation(line: &str) -> Observation {
        let part: Vec<&str> = line.split('|').collect();
        let change = part[4] == "%";
        Observation {
            subject: part[0].to_owned(),
            indicator: part[1].to_owned(),
            period: Period::parse(part[2]),
            kind: if change { Kind::Change } else { Kind::Level },
            sign: None,
            value: Decimal::parse(part[3]).expect("a number"),
            value_max: None,
            unit: part[4].to_owned(),
            bound: Bound::Eq,
            status: if part.len() > 5 {
                Status::Expected
            } else {
                Status::Actual
            },
            basis: change.then(|| "yoy".to_owned()),
            unreliable: false,
            computed: None,
            evidence: vec![Evidence { report: 0, figure: 0 }],
        }
    }

    /// One line for each row: the indicator, then the cells, `—` where blank.
    fn check(lines: &[&str], expect: &[&str]) {
        let table: Vec<Observation> = lines.iter().map(|line| observation(line)).collect();
        let matrix = matrix(&table);
        let mut shown = vec![matrix.zones.join(" ")];
        for row in &matrix.rows {
            let cells = row.cells.iter().map(|cell| match cell {
                None => "—".to_owned(),
                Some(Cell { level, change: None }) => table[*level].value.to_string(),
                Some(Cell { level, change: Some(c) }) => format!("{}(+{})", table[*level].value, table[*c].value),
            });
            shown.push(format!("{} {}", row.indicator, cells.collect::<Vec<_>>().join(" ")));
        }
        assert_eq!(shown, expect, "{lines:?}");
    }

    #[test]
    fn shows_the_latest_level_of_each_zone_and_its_change() {
        check(
            &[
                "甲高新区|税收|2022|1|CNY",
                "甲高新区|税收|2023|2|CNY",
                "甲高新区|税收|2023|7|%",
                "甲高新区|税收|2022|9|%",
                "乙经开区|税收|2020-01/2020-09|3|CNY",
                "乙经开区|出口|2020|4|CNY",
                "某公司|税收|2024|5|CNY",
            ],
            &["乙经开区 甲高新区", "税收 3 2(+7)", "出口 4 —"],
        );
    }

    #[test]
    fn prefers_the_longer_period_and_what_has_happened() {
        check(
            &[
                "甲高新区|税收|2023-07/2023-12|1|CNY",
                "甲高新区|税收|2023|2|CNY",
                "甲高新区|税收|2023-12|3|CNY",
            ],
            &["甲高新区", "税收 2"],
        );
        check(
            &[
                "甲高新区|税收|2025|1|CNY|expected",
                "甲高新区|税收|2023|2|CNY",
                "甲高新区|税收||3|CNY",
            ],
            &["甲高新区", "税收 2"],
        );
    }

    #[test]
    fn currencies_are_rows_of_their_own_and_classifiers_are_not() {
        check(
            &["甲高新区|外资|2023|1|CNY", "乙经开区|外资|2023|2|USD"],
            &["甲高新区 乙经开区", "外资 1 —", "外资 — 2"],
        );
        check(
            &["甲高新区|项目|2023|1|个", "乙经开区|项目|2023|2|项"],
            &["甲高新区 乙经开区", "项目 1 2"],
        );
    }

    #[test]
    fn a_matrix_of_nothing_is_empty() {
        check(&[], &[""]);
    }
}
