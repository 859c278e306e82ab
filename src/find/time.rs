//! Times: which period a passage speaks of.
//!
//! ```text
//! time   := until? point ((至 | 到 | -) point)? (以来 | 期间)?
//! point  := year part? | part                      year := 2023年 | 今年 | 去年 | 全年 | 同期 …
//! part   := 1-9月 | 上半年 | 前三季度 | 9月21日 | 年底
//! now    := 目前 | 截至目前 …                        plan := “十三五”期间
//! ```
//!
//! Years resolve against the report's date; a month without a year belongs to the year last named. What a figure is compared with
//! (比2020年, 是2020年的2倍) is marked and never becomes a figure's own period.

use super::numeral::{digit, numeral};
use crate::period::{Date, Period};
use crate::text::Span;

/// A time named in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Where, in the clean text.
    pub span: Span,
    /// The period; `None` where it is too vague to say (近年来) or too early to know (两年前).
    pub period: Option<Period>,
    /// What it does.
    pub role: Role,
}

/// What a time does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Says when.
    When,
    /// Says since when, or over which years: true of its own sentence and paragraph, but no new frame.
    Over,
    /// Says up to when: 截至5月底, 目前.
    Stock,
    /// The same time as the sentence before: 同期.
    Same,
    /// What something is compared with: 比2020年.
    Base,
    /// Says only that time has passed: 近年来.
    Vague,
}

/// Every time in the text, in order. `date` is the report's own.
pub fn times(chars: &[char], date: Option<Date>) -> Vec<Time> {
    let mut clock = Clock {
        date,
        year: date.map(|d| d.year),
    };
    let mut found: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match time(chars, at, &mut clock) {
            Some(time) => {
                at = time.span.end;
                found.push(time);
            }
            None => at += 1,
        }
    }
    found
}

/// What relative times refer to.
#[derive(Clone, Copy)]
struct Clock {
    /// The report's date.
    date: Option<Date>,
    /// The year last named.
    year: Option<i16>,
}

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

/// Words for now.
const NOW: [&str; 20] = [
    "截至目前",
    "截止目前",
    "到目前为止",
    "截至发稿",
    "截至当前",
    "截至今日",
    "截至现在",
    "目前为止",
    "迄今为止",
    "截至今",
    "至今",
    "目前",
    "当前",
    "眼下",
    "现阶段",
    "如今",
    "现如今",
    "时至今日",
    "截至记者发稿",
    "迄今",
];

/// Parts of a year, as first and last month.
const PARTS: [(&str, u8, u8); 26] = [
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("前三季度", 1, 9),
    ("前三个季度", 1, 9),
    ("三季度末", 1, 9),
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
];

/// Five-year plans by name.
const PLANS: [(&str, i16); 6] = [
    ("十一五", 2006),
    ("十二五", 2011),
    ("十三五", 2016),
    ("十四五", 2021),
    ("十五五", 2026),
    ("十六五", 2031),
];

fn time(chars: &[char], at: usize, clock: &mut Clock) -> Option<Time> {
    let rest = &chars[at..];
    if let Some(found) = now(rest, clock)
        .or_else(|| plan(rest))
        .or_else(|| vague(chars, at, clock))
    {
        let (len, period, role) = found;
        return Some(Time {
            span: Span::new(at, at + len),
            period,
            role,
        });
    }
    let until = ["截至", "截止到", "截止", "到", "至"]
        .into_iter()
        .find(|w| starts(rest, w))
        .map_or(0, |w| w.chars().count());
    let deadline = until > 1;
    let first = point(&rest[until..], chars[..at].last().copied(), clock)?;
    if until == 1 && first.late == Late::No {
        return None;
    }
    let mut len = until + first.len;
    let mut period = first.period;
    let mut role = first.role;
    if role == Role::When
        && until == 0
        && let Some((gap, last)) = second(&rest[len..], &first, clock)
    {
        len += gap + last.len;
        period = period.zip(last.period).map(|(a, b)| join(a, b));
        role = if period.is_some_and(|p| p.start.map(|s| s.year) != Some(p.end.year)) {
            Role::Over
        } else {
            Role::When
        };
    }
    if deadline && first.late != Late::Over || first.late == Late::Yes {
        period = period.map(|p| Period::until(p.end));
        role = Role::Stock;
    }
    for word in ["份以来", "以来", "期间", "份", "来"] {
        if starts(&rest[len..], word) && (word != "来" || role == Role::Over) {
            if word.ends_with("以来") && role == Role::When {
                (period, role) = since(period, clock);
            }
            len += word.chars().count();
            break;
        }
    }
    // 今年截至目前: one time, up to now.
    if role == Role::When
        && let Some((more, stock, _)) = now(&rest[len..], clock).filter(|_| period.is_some_and(|p| p.end.month == 0))
    {
        len += more;
        period = period.zip(stock).map(|(a, b)| Period {
            start: a.start.map(|s| Date::month(s.year, 1)),
            end: b.end,
        });
    }
    if role == Role::When && first.names_year && !first.relative {
        clock.year = period.map(|p| p.end.year);
    }
    if compared(chars, at, at + len) {
        role = Role::Base;
    }
    Some(Time {
        span: Span::new(at, at + len),
        period,
        role,
    })
}

/// Whether a point in time is the end of something: 年底, 5月底.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Late {
    Yes,
    /// The end of a year without its number: what went on until then belongs to the whole year.
    Over,
    No,
}

struct Point {
    len: usize,
    period: Option<Period>,
    role: Role,
    late: Late,
    names_year: bool,
    relative: bool,
}

/// `year part? | part`, at the start of `rest`; `before` is the character in front of it.
fn point(rest: &[char], before: Option<char>, clock: &Clock) -> Option<Point> {
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
    let part = PARTS.into_iter().find(|(w, ..)| starts(tail, w));
    if let Some((word, first, last)) = part
        && (names_year || !word.starts_with('半') && before != Some('第'))
    {
        return done(
            word.chars().count(),
            year.map(|y| Period::months(y, first, last)),
            Late::No,
        );
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
    // 到年底: by then the year that the text is in is over.
    if (starts(rest, "年底") || starts(rest, "年末")) && !before.is_some_and(|c| digit(c).is_some()) {
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
    if let Some((word, after)) = YEARS.into_iter().find(|(w, _)| starts(rest, w)) {
        let year = clock.date.map(|d| d.year + after);
        return Some((word.chars().count(), year, true));
    }
    let word = RUNNING.into_iter().find(|w| starts(rest, w))?;
    Some((word.chars().count(), clock.year, true))
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
        if let Some((more, month)) = small(&rest[len + from_month + dash..], 12).filter(|(_, m)| *m > first) {
            if rest.get(len + from_month + dash + more) == Some(&'月') {
                (len, last) = (len + from_month + dash + more, month);
            }
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
    let value = (1..=most).find(|v| crate::decimal::Decimal::new(i128::from(*v), 0) == found.value)?;
    Some((found.len, value))
}

/// `(至 | 到 | -) point` behind a first point, with the length of the joint.
fn second(rest: &[char], first: &Point, clock: &Clock) -> Option<(usize, Point)> {
    if !first.names_year {
        return None;
    }
    let gap = ["——", "至", "到", "-", "—", "–", "~", "～"]
        .into_iter()
        .find(|w| starts(rest, w))?
        .chars()
        .count();
    let last = point(&rest[gap..], None, clock)?;
    (last.names_year && last.role == Role::When).then_some((gap, last))
}

fn join(first: Period, last: Period) -> Period {
    Period {
        start: first.start,
        end: last.end,
    }
}

/// 2020年以来 reaches to the report's year; 今年以来 is this year.
fn since(period: Option<Period>, clock: &Clock) -> (Option<Period>, Role) {
    let (Some(p), Some(now)) = (period, clock.date) else {
        return (period, Role::Over);
    };
    match p.start {
        Some(start) if start.year < now.year => (
            Some(Period::between(Date::year(start.year), Date::year(now.year))),
            Role::Over,
        ),
        Some(start) if start.month > 1 => (
            Some(Period::between(
                start.without_day(),
                Date::month(now.year, now.month.max(start.month)),
            )),
            Role::Over,
        ),
        _ => (Some(p), Role::When),
    }
}

fn now(rest: &[char], clock: &Clock) -> Option<(usize, Option<Period>, Role)> {
    let word = NOW.into_iter().find(|w| starts(rest, w))?;
    let len = word.chars().count();
    // 当前位置, 目前的: the latter still says when; the former is a label.
    if starts(&rest[len..], "位置") {
        return None;
    }
    Some((len, clock.date.map(|d| Period::until(d.without_day())), Role::Stock))
}

/// “十三五”期间.
fn plan(rest: &[char]) -> Option<(usize, Option<Period>, Role)> {
    let quote = usize::from(matches!(rest.first(), Some('“' | '"' | '「')));
    let (word, year) = PLANS.into_iter().find(|(w, _)| starts(&rest[quote..], w))?;
    let len = quote + word.chars().count() + quote;
    let tail = ["期间", "时期", "以来"]
        .into_iter()
        .find(|w| rest.len() > len && starts(&rest[len..], w))?;
    Some((
        len + tail.chars().count(),
        Some(Period::between(Date::year(year), Date::year(year + 4))),
        Role::Over,
    ))
}

/// 近年来, 三年来, 未来五年, 两年前: long ago or over some years.
fn vague(chars: &[char], at: usize, clock: &Clock) -> Option<(usize, Option<Period>, Role)> {
    let rest = &chars[at..];
    for word in [
        "近年以来",
        "近年来",
        "近些年来",
        "多年来",
        "历年来",
        "近几年来",
        "近几年",
        "近年",
    ] {
        if starts(rest, word) {
            return Some((word.chars().count(), None, Role::Vague));
        }
    }
    let lead = ["近", "过去", "未来", "今后", "最近", "前"]
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
    let tail = ["多来", "以来", "来", "前", "后", "间"]
        .into_iter()
        .find(|w| starts(&rest[len..], w))
        .unwrap_or("");
    if lead == 0 && tail.is_empty() || (tail.is_empty() && starts(rest, "前")) {
        return None;
    }
    len += tail.chars().count();
    let past = tail.ends_with('来') || ["近", "过去", "最近"].into_iter().any(|w| starts(rest, w));
    let years = (1..=99).find(|v| crate::decimal::Decimal::new(i128::from(*v), 0) == found.value)?;
    let period = Some(years)
        .zip(clock.date)
        .filter(|_| past)
        .map(|(n, d)| Period::between(Date::year(d.year - n), Date::year(d.year)));
    Some((len, period, if period.is_some() { Role::Over } else { Role::Vague }))
}

/// Whether the time at `start..end` is what something is compared with: 比2020年, 较上年, 与去年同期相比, 是2020年的2倍.
fn compared(chars: &[char], start: usize, end: usize) -> bool {
    let before = chars[..start].last().copied();
    if matches!(before, Some('比' | '较')) {
        return true;
    }
    let rest = &chars[end..];
    if matches!(before, Some('与' | '同' | '和' | '跟')) {
        return rest.iter().take(6).collect::<String>().contains("相比")
            || rest.iter().take(6).collect::<String>().contains("持平");
    }
    // 是2020年的2倍: the base of a multiple.
    starts(rest, "的") && numeral(&rest[1..]).is_some_and(|n| rest.get(1 + n.len) == Some(&'倍'))
}

fn starts(rest: &[char], word: &str) -> bool {
    let mut rest = rest.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Times of a text in a report of 14 September 2024, as `words=period`, with a mark for the role.
    fn check(text: &str, expect: &str) {
        let chars: Vec<char> = text.chars().collect();
        let found = times(&chars, Date::parse("2024-09-14"));
        let shown: Vec<String> = found
            .iter()
            .map(|t| {
                let words: String = chars[t.span.start..t.span.end].iter().collect();
                let mark = match t.role {
                    Role::When => "",
                    Role::Over => "+",
                    Role::Stock => "!",
                    Role::Same => "=",
                    Role::Base => "<",
                    Role::Vague => "~",
                };
                format!("{words}{mark}={}", t.period.map(|p| p.to_string()).unwrap_or_default())
            })
            .collect();
        assert_eq!(shown.join(" "), expect, "{text}");
    }

    #[test]
    fn years_and_their_parts() {
        check("2023年，全区", "2023年=2023");
        check("今年1-7月", "今年1-7月=2024-01/2024-07");
        check("1至5月", "1至5月=2024-01/2024-05");
        check("去年上半年", "去年上半年=2023-01/2023-06");
        check("今年前三季度", "今年前三季度=2024-01/2024-09");
        check("2022年9月21日", "2022年9月21日=2022-09-21");
        check("前8个月", "前8个月=2024-01/2024-08");
        check("2021年1月至11月", "2021年1月至11月=2021-01/2021-11");
        check("二〇二二年", "二〇二二年=2022");
        check("2020年至2023年", "2020年至2023年+=2020/2023");
        check("2022年，全年", "2022年=2022 全年=2022");
    }

    #[test]
    fn stocks_spans_and_bases() {
        check("截至5月底", "截至5月底!=/2024-05");
        check("目前", "目前!=/2024-09");
        check("2018年底", "2018年底!=/2018-12");
        check("2020年以来", "2020年以来+=2020/2024");
        check("今年以来", "今年以来=2024");
        check("今年截至目前", "今年截至目前=2024-01/2024-09");
        check("“十三五”期间", "“十三五”期间+=2016/2020");
        check("是2020年的2倍", "2020年<=2020");
        check("比2019年多", "2019年<=2019");
        check("三年来", "三年来+=2021/2024");
        check("两年前", "两年前~=");
        check("近年来", "近年来~=");
        check("同期", "同期==");
    }

    #[test]
    fn no_times() {
        for text in ["3年工期", "第三产业", "1.5月", "到位资金", "半年度评估", "五年规划"] {
            let chars: Vec<char> = text.chars().collect();
            let found = times(&chars, Date::parse("2024-09-14"));
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}
