//! Times over years: five-year plans by name, and times that only say how many years (近年来, 三年来, 未来五年).

use super::clock::Clock;
use super::{Role, compared, starts};
use crate::find::numeral::{digit, numeral};
use crate::period::{Date, Period};
use crate::prefix::{Letters, Words};
use std::sync::LazyLock;

static VAGUES: LazyLock<Words> = LazyLock::new(|| Words::new(VAGUE.into_iter().zip(0..)));

/// Words that only say that time has passed.
pub const VAGUE: [&str; 8] = [
    "近年以来",
    "近年来",
    "近些年来",
    "多年来",
    "历年来",
    "近几年来",
    "近几年",
    "近年",
];

/// Words before a number of years.
pub const LEADS: [&str; 8] = ["近", "过去的", "过去", "未来", "今后", "最近", "前", "此前"];

/// Five-year plans by name.
pub const PLANS: [(&str, i16); 10] = [
    ("十一五", 2006),
    ("十二五", 2011),
    ("十三五", 2016),
    ("十四五", 2021),
    ("十五五", 2026),
    ("十六五", 2031),
    ("十五", 2001),
    ("九五", 1996),
    ("八五", 1991),
    ("七五", 1986),
];

static PLAN_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(PLANS.into_iter().map(|(word, _)| word).zip(0..)));

/// “十三五”期间, “十四五”规划期间.
pub fn plan(chars: &[char], at: usize) -> Option<(usize, Option<Period>, Role)> {
    let rest = &chars[at..];
    let quote = usize::from(matches!(rest.first(), Some('“' | '"' | '「' | '‘')));
    let (length, found) = PLAN_WORDS.longest(Letters::exact(&rest[quote..]))?;
    let (_, year) = PLANS[usize::from(found)];
    let len = quote + length + quote;
    // 回望“十三五”，…: the plan alone says when; “十三五”规划 is a name.
    let tail = ["期间", "时期", "规划期间", "规划时期", "以来", "末", "，", ",", "年均"]
        .into_iter()
        .find(|w| rest.len() > len && starts(&rest[len..], w))?;
    // 十五 and 九五 are numbers too.
    let before = at.checked_sub(1).and_then(|i| digit(chars[i]));
    if length < 3 && quote == 0 && (before.is_some() || !tail.ends_with(['间', '期'])) {
        return None;
    }
    let len = len
        + if matches!(tail, "，" | "," | "年均") {
            0
        } else {
            tail.chars().count()
        };
    // 是“十二五”时期的2倍.
    let role = if compared(chars, at, at + len) {
        Role::Base
    } else {
        Role::Over
    };
    // “十二五”末 is the last of its years.
    if tail == "末" {
        let role = if role == Role::Base { role } else { Role::When };
        return Some((len, Some(Period::at(Date::year(year + 4))), role));
    }
    Some((len, Some(Period::between(Date::year(year), Date::year(year + 4))), role))
}

/// The years of the five-year plan that a report looks back on: in its last months, and in the half year behind them.
fn just_over(date: Date) -> Option<Period> {
    let last = match (date.year % 5, date.month) {
        (0, 11..) => date.year,
        (1, 1..=6) => date.year - 1,
        _ => return None,
    };
    Some(Period::between(Date::year(last - 4), Date::year(last)))
}

/// 近年来, 三年来, 未来五年, 两年前: long ago or over some years.
pub fn vague(chars: &[char], at: usize, clock: &Clock) -> Option<(usize, Option<Period>, Role)> {
    let rest = &chars[at..];
    if let Some((len, _)) = VAGUES.longest(Letters::exact(rest)) {
        return Some((len, None, Role::Vague));
    }
    let lead = LEADS
        .into_iter()
        .find(|w| starts(rest, w))
        .map_or(0, |w| w.chars().count());
    if lead == 0 && at > 0 && (chars[at - 1].is_ascii_digit() || digit(chars[at - 1]).is_some()) {
        return None;
    }
    let found = numeral(&rest[lead..]).filter(|n| !n.percent && n.scale == 0)?;
    let mut len = lead + found.len;
    if rest.get(len) != Some(&'年') {
        return None;
    }
    len += 1;
    // 1990年代初, 上世纪九十年代: no year.
    if rest.get(len) == Some(&'代') {
        return Some((len + 1, None, Role::Vague));
    }
    let years = (1..=99).find(|v| crate::decimal::Decimal::new(i128::from(*v), 0) == found.value);
    let tail = ["多来", "以来", "来", "里", "前", "后", "间"]
        .into_iter()
        .find(|w| starts(&rest[len..], w))
        // 五年|前移20位.
        .filter(|w| *w != "前" || !matches!(rest.get(len + 1), Some('移' | '进')))
        .unwrap_or("");
    // 五年累计|引资88亿元: the last of them is over early in a year.
    if lead == 0 && tail.is_empty() && starts(&rest[len..], "累计") {
        let last = clock.date.map(|date| date.year - i16::from(date.month < 4));
        let first = last
            .zip(years)
            .map(|(last, years)| Period::between(Date::year(last - years + 1), Date::year(last)));
        let exact = found.more.is_none() && years.is_some_and(|years| years > 1);
        return Some(match first.filter(|_| exact) {
            Some(period) => (len, Some(period), Role::Over),
            None => (len, None, Role::Vague),
        });
    }
    // 超过前五年|总和; but 前三年|投资.
    let summed = ["总和", "之和", "的总和"].iter().any(|w| starts(&rest[len..], w));
    if lead == 0 && tail.is_empty() || (tail.is_empty() && starts(rest, "前") && !summed) {
        return None;
    }
    len += tail.chars().count();
    // 五年来, 五年间 when a five-year plan is just over: its years.
    let plan = clock.date.and_then(just_over).filter(|_| years == Some(5) && lead == 0);
    if let Some(plan) = plan.filter(|_| found.more.is_none() && ["来", "间", "里"].contains(&tail)) {
        return Some((len, Some(plan), Role::Over));
    }
    let past = tail.ends_with(['来', '里']) || ["近", "过去", "最近", "此前"].into_iter().any(|w| starts(rest, w));
    let ahead = ["未来", "今后"].into_iter().any(|w| starts(rest, w));
    let years = years?;
    // 十余年来: nobody says how many.
    let exact = found.more.is_none() && tail != "多来";
    // 五年前，…: in its own clause.
    if let Some(date) = clock
        .date
        .filter(|date| exact && tail == "前" && date.month > 0 && rest.get(len) != Some(&'的'))
    {
        return Some((len, Some(Period::at(Date::year(date.year - years))), Role::Lately));
    }
    let Some(date) = clock.date.filter(|_| exact && (past || ahead)) else {
        return Some((len, None, Role::Vague));
    };
    // 此前一年.
    if years == 1 && starts(rest, "此前") {
        return Some((len, Some(Period::at(Date::year(date.year - 1))), Role::When));
    }
    // 过去一年 in a report of the first months is the year before.
    if years == 1 && starts(rest, "过去") {
        let year = if date.month <= 3 { date.year - 1 } else { date.year };
        return Some((len, Some(Period::at(Date::year(year))), Role::When));
    }
    // 一年来 late in a year is that year.
    if years == 1 && date.month > 9 {
        return Some((len, Some(Period::at(Date::year(date.year))), Role::Lately));
    }
    if ahead {
        let period = Period::between(Date::year(date.year), Date::year(date.year + years - 1));
        return Some((len, Some(period), Role::Over));
    }
    // In January the years that are looked back on are over.
    let last = date.year - i16::from(years > 1 && date.month == 1);
    let period = Period::between(Date::year(date.year - years), Date::year(last));
    Some((len, Some(period), Role::Lately))
}
