//! Points in time: years, months, days, and the parts of a year.

use super::{Clock, Role, starts};
use crate::decimal::Decimal;
use crate::find::numeral::{digit, numeral};
use crate::period::{Date, Period};
use crate::prefix::{Letters, Words};
use std::sync::LazyLock;

/// Words for a year, as years after the report's.
const YEARS: [(&str, i16); 11] = [
    ("今年", 0),
    ("本年度", 0),
    ("本年", 0),
    ("去年", -1),
    ("上年度", -1),
    ("上年", -1),
    ("前年", -2),
    ("明年", 1),
    ("来年", 1),
    ("上一年", -1),
    ("下一年", 1),
];

/// Words for the year that the text is in.
const RUNNING: [&str; 10] = [
    "全年度",
    "全年",
    "年内",
    "这一年",
    "一年来",
    "当年",
    "同年",
    "年度内",
    "该年",
    "整年",
];

/// Parts of a year, as first and last month.
const PARTS: [(&str, u8, u8); 44] = [
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("前三季度", 1, 9),
    ("前三个季度", 1, 9),
    ("三季度末", 1, 9),
    ("前3季度", 1, 9),
    ("前2季度", 1, 6),
    ("第1季度", 1, 3),
    ("第2季度", 4, 6),
    ("第3季度", 7, 9),
    ("第4季度", 10, 12),
    ("第一季度", 1, 3),
    ("第二季度", 4, 6),
    ("第三季度", 7, 9),
    ("第四季度", 10, 12),
    ("前两季度", 1, 6),
    ("前二季度", 1, 6),
    ("一至三季度", 1, 9),
    ("1至3季度", 1, 9),
    ("1-3季度", 1, 9),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
    ("1季度", 1, 3),
    ("2季度", 4, 6),
    ("3季度", 7, 9),
    ("4季度", 10, 12),
    ("首季度", 1, 3),
    ("首季", 1, 3),
    ("半年度", 1, 6),
    ("半年", 1, 6),
    // Taiwan counts 季.
    ("前3季", 1, 9),
    ("前三季", 1, 9),
    ("前2季", 1, 6),
    ("前两季", 1, 6),
    ("第1季", 1, 3),
    ("第2季", 4, 6),
    ("第3季", 7, 9),
    ("第4季", 10, 12),
    ("第一季", 1, 3),
    ("第二季", 4, 6),
    ("第三季", 7, 9),
    ("第四季", 10, 12),
];

static YEAR_WORDS: LazyLock<Words> = LazyLock::new(|| {
    let years = YEARS.into_iter().map(|(word, _)| word);
    Words::new(years.chain(RUNNING).zip(0..))
});

static PART_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(PARTS.into_iter().map(|(word, ..)| word).zip(0..)));

/// Words that a point in time may begin with, where no number does.
pub fn openings() -> impl Iterator<Item = &'static str> {
    let years = YEARS.into_iter().map(|(word, _)| word);
    let parts = PARTS.into_iter().map(|(word, ..)| word);
    years.chain(RUNNING).chain(parts).chain(["同期", "年"])
}

/// Whether a point in time is the end of something: 年底, 5月底.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Late {
    Yes,
    /// The end of a year without its number: what went on until then belongs to the whole year.
    Over,
    No,
}

/// A point in time as it stands in the text.
pub struct Point {
    /// Length in characters.
    pub len: usize,
    /// The period, where the year is known.
    pub period: Option<Period>,
    /// What it does.
    pub role: Role,
    /// Whether it is the end of something.
    pub late: Late,
    /// Whether it names its year.
    pub names_year: bool,
    /// Whether the year is told relative to the report's (今年).
    pub relative: bool,
}

/// `year part? | part`, at the start of `rest`; `before` is the character in front of it.
pub fn point(rest: &[char], before: Option<char>, clock: &Clock) -> Option<Point> {
    if starts(rest, "同期") {
        return Some(Point {
            len: 2,
            period: None,
            role: Role::Same,
            late: Late::No,
            names_year: false,
            relative: false,
        });
    }
    if before.is_some_and(|c| c.is_ascii_digit() || c == '.' || c.is_ascii_alphabetic()) {
        return None;
    }
    let (len, year, relative) = match year(rest, clock) {
        Some(found) => found,
        None => (0, clock.year, false),
    };
    let names_year = len > 0;
    let tail = &rest[len..];
    let done = |more: usize, period: Option<Period>, late| {
        Some(Point {
            len: len + more,
            period,
            role: Role::When,
            late,
            names_year,
            relative,
        })
    };
    if let Some((more, first, last, day)) = months(tail, names_year) {
        let late = ["底", "末"].into_iter().any(|w| starts(&tail[more..], w));
        let more = more + usize::from(late);
        let period = year.map(|y| match day {
            Some(day) => Period::at(Date {
                year: y,
                month: last,
                day,
            }),
            None if first == last => Period::at(Date::month(y, last)),
            None => Period::months(y, first, last),
        });
        return done(more, period, if late { Late::Yes } else { Late::No });
    }
    if let Some((more, part)) = PART_WORDS.longest(Letters::exact(tail))
        && let (word, first, last) = PARTS[usize::from(part)]
        && (names_year || !word.starts_with('半') && before != Some('第'))
    {
        return done(more, year.map(|y| Period::months(y, first, last)), Late::No);
    }
    if names_year {
        for word in ["年底", "年末", "底", "末"] {
            if starts(tail, word) {
                return done(
                    word.chars().count(),
                    year.map(|y| Period::at(Date::month(y, 12))),
                    Late::Yes,
                );
            }
        }
        if starts(tail, "年初") || starts(tail, "初") {
            return done(
                if starts(tail, "初") { 1 } else { 2 },
                year.map(|y| Period::at(Date::month(y, 1))),
                Late::No,
            );
        }
        return done(
            usize::from(starts(tail, "度") && !starts(tail, "度计")),
            year.map(|y| Period::at(Date::year(y))),
            Late::No,
        );
    }
    // 比年初增加: the beginning of the year that the text is in.
    if starts(rest, "年初") && before.is_none_or(|c| digit(c).is_none()) {
        return done(2, year.map(|y| Period::at(Date::month(y, 1))), Late::No);
    }
    // 到年底: by then the year that the text is in is over.
    if (starts(rest, "年底") || starts(rest, "年末")) && before.is_none_or(|c| digit(c).is_none()) {
        return done(2, year.map(|y| Period::at(Date::year(y))), Late::Over);
    }
    None
}

/// A year: its length, its number and whether it is told relative to the report.
fn year(rest: &[char], clock: &Clock) -> Option<(usize, Option<i16>, bool)> {
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    if digits == 4 && rest.get(4) == Some(&'年') {
        let number = rest[..4].iter().fold(0, |n, c| n * 10 + *c as i16 - '0' as i16);
        return (1900..2100).contains(&number).then_some((5, Some(number), false));
    }
    let han: Vec<i128> = rest.iter().take(4).map_while(|c| digit(*c)).collect();
    if han.len() == 4 && rest.get(4) == Some(&'年') {
        let number = han.iter().fold(0, |n, d| n * 10 + d);
        return (1900..2100)
            .contains(&number)
            .then_some((5, Some(number as i16), false));
    }
    let (len, word) = YEAR_WORDS.longest(Letters::exact(rest))?;
    if let Some((_, after)) = YEARS.get(usize::from(word)) {
        return Some((len, clock.date.map(|d| d.year + after), true));
    }
    // 全年任务, 全年计划: what is to be done, not when.
    let behind = &rest[len..];
    if rest[0] == '全' && ["任务", "目标", "计划", "预算"].iter().any(|w| starts(behind, w)) {
        return None;
    }
    Some((len, clock.year, true))
}

/// `1-9月`, `9月`, `9月21日`, `前8个月`: length, first month, last month, day.
fn months(rest: &[char], names_year: bool) -> Option<(usize, u8, u8, Option<u8>)> {
    let ahead = usize::from(rest.first() == Some(&'前'));
    let (mut len, mut first) = small(&rest[ahead..], 12)?;
    len += ahead;
    if ahead == 1 {
        let word = ["个月", "月"].into_iter().find(|w| starts(&rest[len..], w))?;
        return Some((len + word.chars().count(), 1, first, None));
    }
    let mut last = first;
    let from_month = usize::from(rest.get(len) == Some(&'月'));
    if let Some(c) = rest.get(len + from_month).filter(|c| "-—–－~～至到".contains(**c)) {
        let dash = if *c == '—' && rest.get(len + from_month + 1) == Some(&'—') {
            2
        } else {
            1
        };
        if let Some((more, month)) = small(&rest[len + from_month + dash..], 12).filter(|(_, m)| *m > first)
            && rest.get(len + from_month + dash + more) == Some(&'月')
        {
            (len, last) = (len + from_month + dash + more, month);
        }
    }
    if rest.get(len) != Some(&'月') {
        return None;
    }
    len += 1;
    if first == last {
        if let Some((more, day)) = small(&rest[len..], 31)
            && matches!(rest.get(len + more), Some('日' | '号'))
        {
            return Some((len + more + 1, first, last, Some(day)));
        }
        // 三月三, 八月桂花: a Chinese numeral alone is too weak.
        if !rest[0].is_ascii_digit() && !names_year {
            return None;
        }
    }
    first = first.min(last);
    Some((len, first, last, None))
}

/// A numeral from 1 to `most` in Arabic or Chinese digits.
fn small(rest: &[char], most: u8) -> Option<(usize, u8)> {
    let found = numeral(rest).filter(|n| !n.percent && n.more.is_none() && n.max.is_none() && n.value.scale() == 0)?;
    let value = (1..=most).find(|v| Decimal::new(i128::from(*v), 0) == found.value)?;
    Some((found.len, value))
}
