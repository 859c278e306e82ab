//! What a time stands for: the year of the report, the one that a sentence has told, the months up to a date.

use super::Running;
use crate::figure::{Found, Kind, Slot};
use crate::find::time::{Role, Time};
use crate::link::sentence::{Doc, Draft};
use crate::link::tense::earlier;
use crate::period::{Date, Period, PeriodClass};
use crate::prefix::List;
use crate::token;
use crate::unit::is_money;

impl Running {
    /// 由去年同期的68.4%提高到72.9%: the months that the sentence speaks of, a year earlier.
    pub(super) fn year_before(&self, doc: &Doc, left: &[token::Token], time: &Time) -> Slot<Period> {
        let told = left.iter().rev().find_map(|t| match t.kind {
            token::Kind::Time(t) => doc.times[t].period.filter(|_| doc.times[t].role == Role::When),
            _ => None,
        });
        let running = told.or(self.paragraph.map(|(period, _)| period)).or(self.frame.value);
        let part = running.filter(|p| p.start.is_some_and(|s| s.month > 0));
        match part {
            Some(part) => Slot::stated(earlier(part), time.span, "sentence"),
            None => stated(time),
        }
    }

    /// 上年末 in a report on 2019 is the end of 2018, whenever the report was written.
    pub(super) fn before_running(&self, time: &Time) -> Slot<Period> {
        let running = self.paragraph.map(|(period, _)| period).or(self.frame.value);
        match time
            .period
            .filter(|p| running.is_some_and(|now| now.end.year == p.end.year))
        {
            Some(period) => Slot::stated(earlier(period), time.span, "sentence"),
            None => stated(time),
        }
    }

    /// 二、2017年工作回顾: the year that 全年 is all of there, whenever the report was made.
    pub(super) fn told_year(&self, doc: &Doc, time: &Time) -> Option<Period> {
        let year = self
            .frame
            .value
            .filter(|p| self.frame.found != Found::Assumed && p.class() == PeriodClass::Year)?;
        let within = self
            .paragraph
            .is_none_or(|(period, _)| period.end.year == year.end.year);
        (doc.is_year_word(time.span) && Some(year) != time.period && within).then_some(year)
    }
}

/// The year of the report. A date that was only guessed from a year that the text names tells nothing of the rest of it.
pub(super) fn this_year(doc: &Doc) -> Slot<Period> {
    match doc.date.filter(|date| date.month > 0) {
        Some(date) => Slot::assumed(Period::at(Date::year(date.year)), None, "report date"),
        None => Slot::unknown(),
    }
}

/// Whether nobody has given the report's date: the text alone may suggest a year.
pub(super) fn undated(doc: &Doc) -> bool {
    doc.date.is_none_or(|date| date.month == 0)
}

/// 明年计划…，年内完成, 去年|全年: the year that a sentence names last before a word for the year.
pub(super) fn told_before<'a>(doc: &'a Doc, left: &[token::Token], word: &Time) -> Option<&'a Time> {
    if !doc.is_year_word(word.span) {
        return None;
    }
    let before = left.iter().take_while(|t| t.span.end <= word.span.start);
    let times = before.filter_map(|t| match t.kind {
        token::Kind::Time(t) => Some(&doc.times[t]),
        _ => None,
    });
    let year = |t: &Time| t.period.is_some_and(|p| p.class() == PeriodClass::Year);
    let years = times.filter(|t| t.role == Role::When && year(t));
    years.filter(|t| !doc.is_year_word(t.span)).last()
}

/// Whether a sentence tells of what is done at a meeting: 会上…, 签约仪式上….
pub(super) fn at_meeting(doc: &Doc, left: &[token::Token]) -> bool {
    const OPENINGS: List = List::new("会上|大会现场|活动现场|会议现场|现场|仪式上|签约仪式上|活动上|当天|当日");
    let opens = left
        .first()
        .and_then(|t| OPENINGS.which_begins(&doc.chars[t.span.start..]));
    opens.is_some()
}

/// The year at whose end a time stands: 2020年末.
pub(super) fn year_of(time: &Time) -> Option<i16> {
    let end = time.period.filter(|p| p.end.month == 12 && p.end.day == 0)?.end;
    Some(end.year)
}

/// The year at whose end a paragraph's stocks are counted, for what is not counted then but came about in it.
pub(super) fn of_the_year(doc: &Doc, draft: &Draft, period: Period) -> Option<Period> {
    const KEPT: List = List::new("余额|资产|存量|保有量|储备|库存|总户数|面积");
    let unit = doc.amounts[draft.amount].unit;
    let name = draft.indicator.value.as_deref().unwrap_or_default();
    let stock = KEPT.stands_in_name(name);
    let flows = draft.kind != Kind::Level || is_money(unit) || matches!(unit, "t" | "kWh" | "m3" | "TEU");
    let ends = period.start.is_none() && period.end.month == 12 && period.end.day == 0;
    (ends && flows && !stock).then(|| Period::at(Date::year(period.end.year)))
}

/// The months up to a stock date that stands before a time of the same year: 截至11月底，今年.
pub(super) fn so_far_in(doc: &Doc, left: &[token::Token], time: &Time) -> Option<Period> {
    let year = time
        .period
        .filter(|p| p.class() == PeriodClass::Year && time.role == Role::When)?
        .end
        .year;
    let before = left.iter().rev().skip_while(|t| t.span.start >= time.span.start);
    let until = before
        .take_while(|t| doc.amount(t).is_none())
        .find_map(|t| match t.kind {
            token::Kind::Time(t) if doc.times[t].role == Role::Stock => doc.times[t].period,
            _ => None,
        })?;
    let month = until.end.month;
    (until.end.year == year && (1..12).contains(&month))
        .then(|| Period::between(Date::month(year, 1), Date::month(year, month)))
}

/// 截至4月底，全区规上企业实现产值112.8亿元、增长8.9%: the months up to a stock date, for what flows in them. What is said to be 累计 may be older.
pub(super) fn up_to_month(doc: &Doc, left: &[token::Token], draft: &Draft, time: &Time) -> Option<Period> {
    const FLOWS: List = List::new(
        "产值|营业收入|主营业务收入|工业增加值|税收|销售额|销售收入|财政收入|进出口|进出口额|工业投资|固定资产投资",
    );
    let until = time
        .period
        .filter(|p| time.role == Role::Stock && p.start.is_none() && p.end.day == 0)?
        .end;
    let name: Vec<char> = draft.indicator.value.as_deref()?.chars().collect();
    let flows = FLOWS.ending(&name).is_some();
    let kind =
        matches!(draft.kind, Kind::Level | Kind::Change) && doc.chars[time.span.start..time.span.end].contains(&'月');
    let older = left.iter().any(|t| doc.is_word(t, &["累计", "历年", "以来", "共"]));
    ((1..12).contains(&until.month) && kind && flows && !older)
        .then(|| Period::between(Date::month(until.year, 1), Date::month(until.year, until.month)))
}

pub(super) fn stated(time: &Time) -> Slot<Period> {
    match time.period {
        Some(period) => Slot::stated(period, time.span, "sentence"),
        None => Slot::unknown(),
    }
}
