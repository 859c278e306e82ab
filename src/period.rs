//! Dates and periods of time, as statistics name them.

use std::fmt;

/// A calendar date that may stop at its month or its year: `2023`, `2023-09`, `2023-09-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the common era.
    pub year: i16,
    /// Month 1 to 12; 0 where the date names only its year.
    pub month: u8,
    /// Day 1 to 31; 0 where the date names no day.
    pub day: u8,
}

impl Date {
    /// A year.
    pub const fn year(year: i16) -> Self {
        Self { year, month: 0, day: 0 }
    }

    /// A month of a year.
    pub const fn month(year: i16, month: u8) -> Self {
        Self { year, month, day: 0 }
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with an existing month and day; anything else gives `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |width: usize| match parts.next() {
            None => Some(0),
            Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => p.parse::<u16>().ok(),
            Some(_) => None,
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let date = Self {
            year: year as i16,
            month: month as u8,
            day: day as u8,
        };
        let named = 1 + text.matches('-').count();
        let whole = (named < 2 || month > 0) && (named < 3 || day > 0) && parts.next().is_none();
        (whole && month <= 12 && date.day <= days_in(date.year, date.month)).then_some(date)
    }

    /// The day before; `None` for a date without a day.
    pub fn day_before(self) -> Option<Self> {
        match (self.month, self.day) {
            (_, 0) => None,
            (1, 1) => Some(Self {
                year: self.year - 1,
                month: 12,
                day: 31,
            }),
            (month, 1) => Some(Self {
                month: month - 1,
                day: days_in(self.year, month - 1),
                ..self
            }),
            (_, day) => Some(Self { day: day - 1, ..self }),
        }
    }

    /// The same date without its day.
    pub const fn without_day(self) -> Self {
        Self { day: 0, ..self }
    }
}

/// Days of a month; 31 where the month is not named.
fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// A stretch of time, both ends included.
///
/// It prints as `2023`, `2020-01/2020-09`, `2020/2023`, `2020-09-21`, or `/2022-05` for a stock up to then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First date; `None` for a stock, which has only an end.
    pub start: Option<Date>,
    /// Last date.
    pub end: Date,
}

/// What may be compared with what: figures of two classes never share a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodClass {
    /// A full calendar year.
    Year,
    /// Several whole years.
    Years,
    /// From one month to another within a year, as month numbers: Jan–Sep is `Months(1, 9)`.
    Months(u8, u8),
    /// One day.
    Day,
    /// A level reached by some date.
    Stock,
    /// Anything else.
    Other,
}

impl Period {
    /// One date: a year, a month or a day.
    pub const fn at(date: Date) -> Self {
        Self {
            start: Some(date),
            end: date,
        }
    }

    /// From one date to another.
    pub const fn between(start: Date, end: Date) -> Self {
        Self {
            start: Some(start),
            end,
        }
    }

    /// A stock up to a date.
    pub const fn until(end: Date) -> Self {
        Self { start: None, end }
    }

    /// Months `first` to `last` of `year`.
    pub const fn months(year: i16, first: u8, last: u8) -> Self {
        Self::between(Date::month(year, first), Date::month(year, last))
    }

    /// The class, which decides with which other periods it may be compared.
    pub fn class(&self) -> PeriodClass {
        let Some(start) = self.start else {
            return PeriodClass::Stock;
        };
        match (start, self.end) {
            (s, e) if s.month == 0 && e.month == 0 && s.year == e.year => PeriodClass::Year,
            (s, e) if s.month == 0 && e.month == 0 => PeriodClass::Years,
            (s, e) if s == e && s.day > 0 => PeriodClass::Day,
            (s, e) if s.year == e.year && s.month == 1 && e.month == 12 => PeriodClass::Year,
            (s, e) if s.year == e.year && s.day == 0 && e.day == 0 => PeriodClass::Months(s.month, e.month),
            _ => PeriodClass::Other,
        }
    }

    /// Reads what [`Period`] prints.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => Date::parse(text).map(Self::at),
            Some(("", end)) => Date::parse(end).map(Self::until),
            Some((start, end)) => Some(Self::between(Date::parse(start)?, Date::parse(end)?)),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.start {
            None => write!(f, "/{}", self.end),
            Some(start) if start == self.end => write!(f, "{start}"),
            Some(start) => write!(f, "{start}/{}", self.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in [
            "2023",
            "2020-01/2020-09",
            "2020/2023",
            "/2022-05",
            "2020-09-21",
            "/2024",
        ] {
            assert_eq!(Period::parse(text).map(|p| p.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in [
            "2023-13",
            "2023-02-29",
            "2023-00",
            "2023-1",
            "23",
            "2023-04-31",
            "2023-01-01-01",
            "",
            "一年",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2024-02-29").is_some());
    }

    #[test]
    fn classes_keep_years_and_part_years_apart() {
        let class = |s| Period::parse(s).map(|p| p.class());
        assert_eq!(class("2023"), Some(PeriodClass::Year));
        assert_eq!(class("2023-01/2023-12"), Some(PeriodClass::Year));
        assert_eq!(class("2020-01/2020-09"), Some(PeriodClass::Months(1, 9)));
        assert_eq!(class("2020/2023"), Some(PeriodClass::Years));
        assert_eq!(class("/2022-05"), Some(PeriodClass::Stock));
        assert_eq!(class("2020-09-21"), Some(PeriodClass::Day));
    }
}
