//! Points in time: years, months, days, and the parts of a year.

use super::clock::Clock;
use super::month::{PARTS, months};
use super::{Role, starts};
use crate::cue::{self, Classes};
use crate::decimal::Decimal;
use crate::find::era::{self, Era};
use crate::find::numeral::{digit, numeral};
use crate::period::{Date, Period};
use crate::prefix::{Letters, Words, is_one};
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

/// Words for the year that the text is in; from the sixth on, for the one that was named last.
const RUNNING: [&str; 10] = [
    "全年度",
    "全年",
    "年内",
    "年度内",
    "整年",
    "这一年",
    "一年来",
    "当年",
    "同年",
    "该年",
];

static YEAR_WORDS: LazyLock<Words> = LazyLock::new(|| {
    let years = YEARS.into_iter().map(|(word, _)| word);
    Words::new(years.chain(RUNNING).zip(0..))
});

static PART_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(PARTS.into_iter().map(|(word, ..)| word).zip(0..)));

/// Words for the day before the report's.
const YESTERDAY: [&str; 3] = ["昨日", "昨天", "昨晚"];

/// Words that a point in time may begin with, where no number does.
pub fn openings() -> impl Iterator<Item = &'static str> {
    let years = YEARS.into_iter().map(|(word, _)| word);
    let parts = PARTS.into_iter().map(|(word, ..)| word);
    years
        .chain(RUNNING)
        .chain(parts)
        .chain(YESTERDAY)
        .chain(["同期", "年", "民国", "第", "首", "头", "元月"])
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
    /// Whether it only says that a year is meant, not which (全年).
    pub running: bool,
}

impl Point {
    /// Whether it names a month or a part of the year.
    pub fn has_months(&self) -> bool {
        self.period.is_some_and(|p| p.end.month > 0)
    }
}

/// `year part? | part`, at the start of `rest`; `before` is the character in front of it.
pub fn point(rest: &[char], before: Option<char>, clock: &Clock) -> Option<Point> {
    let word = |len, role, period| {
        Some(Point {
            len,
            period,
            role,
            late: Late::No,
            names_year: false,
            relative: true,
            running: false,
        })
    };
    if starts(rest, "同期") {
        // 同期间, but not 同期间接….
        let during = starts(&rest[2..], "间") && !starts(&rest[2..], "间接");
        return word(2 + usize::from(during), Role::Same, None);
    }
    if YESTERDAY.iter().any(|w| starts(rest, w)) {
        return word(2, Role::Lately, clock.date.and_then(Date::day_before).map(Period::at));
    }
    if before.is_some_and(|c| c.is_ascii_digit() || c == '.' || c.is_ascii_alphabetic()) {
        return None;
    }
    let named = year(rest, before, clock);
    let (len, own, relative, running) =
        named.map_or((0, None, false, false), |y| (y.len, y.year, y.relative, y.running));
    let names_year = named.is_some();
    let year = |first, last| if names_year { own } else { clock.year_of(first, last) };
    let tail = &rest[len..];
    // 元月, but not 500元月租.
    let january =
        starts(tail, "元月") && !before.is_some_and(|c| is_one(c, "一二两三四五六七八九十百千万亿美欧日港新"));
    let done = |more: usize, period: Option<Period>, late| {
        Some(Point {
            len: len + more,
            period,
            role: Role::When,
            late,
            names_year,
            relative,
            running,
        })
    };
    let january = january.then_some((2, 1, 1, None));
    if let Some((more, first, last, days)) = january.or_else(|| months(tail, names_year)) {
        let late = ["底", "末"].into_iter().any(|w| starts(&tail[more..], w));
        let more = more + usize::from(late);
        // 截至8月底: the last one that has been.
        let until = late && before == Some('至') && !names_year;
        let of = if until {
            clock.year_until(last)
        } else {
            year(first, last)
        };
        let period = of.map(|year| match days {
            Some((from, to)) => {
                let on = |day| Date { year, month: last, day };
                Period::between(on(from), on(to))
            }
            None if first == last => Period::at(Date::month(year, last)),
            None => Period::months(year, first, last),
        });
        return done(more, period, if late { Late::Yes } else { Late::No });
    }
    if let Some((more, part)) = PART_WORDS.longest(Letters::exact(tail))
        && let (word, first, last) = PARTS[usize::from(part)]
        && (names_year || word.ends_with('报') || !word.starts_with('半') && before != Some('第'))
    {
        let whole = (first, last) == (1, 12);
        let months = |y| {
            if whole {
                Period::at(Date::year(y))
            } else {
                Period::months(y, first, last)
            }
        };
        return done(more, year(first, last).map(months), Late::No);
    }
    // 年初预算, 年初确定的目标: the plan of the year.
    let first_plan = |behind: &[char]| {
        ["预算", "计划", "目标", "任务", "预期", "确定", "下达", "既定", "安排"]
            .iter()
            .any(|w| starts(behind, w))
    };
    if names_year {
        for word in ["年底", "年末", "底", "末"] {
            if starts(tail, word) {
                return done(
                    word.chars().count(),
                    own.map(|y| Period::at(Date::month(y, 12))),
                    Late::Yes,
                );
            }
        }
        let opening = ["年初", "初"]
            .into_iter()
            .find(|w| starts(tail, w))
            .map_or(0, |w| w.chars().count());
        if opening > 0 {
            let planned = first_plan(&tail[opening..]);
            let at = |y| if planned { Date::year(y) } else { Date::month(y, 1) };
            return done(opening, own.map(|y| Period::at(at(y))), Late::No);
        }
        return done(
            usize::from(starts(tail, "度") && !starts(tail, "度计")),
            own.map(|y| Period::at(Date::year(y))),
            Late::No,
        );
    }
    // 年初以来: the year so far.
    if starts(rest, "年初以来") && before.is_none_or(|c| digit(c).is_none()) {
        return done(4, year(1, 1).map(|y| Period::at(Date::year(y))), Late::No);
    }
    // 比年初增加: the beginning of the year that the text is in.
    if starts(rest, "年初") && before.is_none_or(|c| digit(c).is_none()) && !first_plan(&rest[2..]) {
        return done(2, year(1, 1).map(|y| Period::at(Date::month(y, 1))), Late::No);
    }
    // 到年底: by then the year that the text is in is over.
    if (starts(rest, "年底") || starts(rest, "年末")) && before.is_none_or(|c| digit(c).is_none()) {
        return done(2, year(1, 12).map(|y| Period::at(Date::year(y))), Late::Over);
    }
    None
}

/// A year as it is named.
#[derive(Clone, Copy)]
struct Year {
    len: usize,
    year: Option<i16>,
    /// Told relative to the report's year.
    relative: bool,
    /// Says only that a year is meant.
    running: bool,
}

impl Year {
    fn number(len: usize, year: i16) -> Option<Self> {
        (1900..2100).contains(&year).then_some(Self {
            len,
            year: Some(year),
            relative: false,
            running: false,
        })
    }
}

/// The year at the start of `rest`.
fn year(rest: &[char], before: Option<char>, clock: &Clock) -> Option<Year> {
    let value = |digits: &[char]| digits.iter().fold(0, |n, c| n * 10 + *c as i16 - '0' as i16);
    let digits = rest.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    if digits == 4 && rest.get(4) == Some(&'年') {
        return Year::number(5, value(&rest[..4]));
    }
    // 2025全年.
    if digits == 4 && starts(&rest[4..], "全年") {
        return Year::number(6, value(&rest[..4]));
    }
    // 2021上半年, 2021一季度.
    if digits == 4
        && PART_WORDS
            .longest(Letters::exact(&rest[4..]))
            .is_some_and(|(len, _)| len > 2)
    {
        return Year::number(4, value(&rest[..4]));
    }
    if let Some(year) = of_republic(rest, before, clock.era) {
        return Some(year);
    }
    if let [han @ .., '年'] = rest.get(..5).unwrap_or_default()
        && let Some(number) = han.iter().try_fold(0, |n, c| Some(n * 10 + digit(*c)?))
    {
        return Year::number(5, number as i16);
    }
    // 今（2023）年, 去（111）年: the number says it.
    if let ['今' | '去' | '本' | '明' | '前', '（', inner @ ..] = rest {
        let len = inner.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
        if (3..=4).contains(&len) && inner[len..].starts_with(&['）', '年']) {
            let number = value(&inner[..len]);
            let year = if len == 3 { number + era::BEFORE_FIRST } else { number };
            return Year::number(len + 4, year).map(|y| Year { relative: true, ..y });
        }
    }
    let (len, word) = YEAR_WORDS.longest(Letters::exact(rest))?;
    let word = usize::from(word);
    if let Some((_, after)) = YEARS.get(word) {
        return Some(Year {
            len,
            year: clock.date.map(|d| d.year + after),
            relative: true,
            running: false,
        });
    }
    // 全年任务, 全年计划: what is to be done, not when; but 。全年计划新建….
    let behind = &rest[len..];
    let opens = before.is_none_or(|c| is_one(c, "，。；\n"));
    let plans =
        opens && starts(behind, "计划") && cue::longest(&behind[2..]).is_some_and(|(_, c)| c.any(Classes::VERB));
    if rest[0] == '全'
        && !plans
        && ["任务", "目标", "计划", "预算", "进度"]
            .iter()
            .any(|w| starts(behind, w))
    {
        return None;
    }
    let named = word - YEARS.len() >= 5;
    let year = if named { clock.that_year() } else { clock.year_of(1, 12) };
    Some(Year {
        len,
        year,
        relative: true,
        running: true,
    })
}

/// 民国111年, and where the text counts so 111年; 租期99年 and 逾100年 are numbers of years.
fn of_republic(rest: &[char], before: Option<char>, era: Era) -> Option<Year> {
    if starts(rest, "民国") {
        let found =
            numeral(&rest[2..]).filter(|n| !n.percent && n.more.is_none() && rest.get(2 + n.len) == Some(&'年'))?;
        let number = (1..=200).find(|v| Decimal::new(i128::from(*v), 0) == found.value)?;
        return Year::number(3 + found.len, number + era::BEFORE_FIRST);
    }
    let (number, end) =
        era::number(rest, 0).filter(|(_, end)| era == Era::Republic && rest.get(*end) == Some(&'年'))?;
    let lasts = before.is_some_and(|c| is_one(c, "逾近超满约达第期长历共租过每"));
    let behind = &rest[end + 1..];
    let counted = [
        "期",
        "内",
        "以上",
        "以下",
        "间",
        "的历史",
        "历史",
        "租",
        "来",
        "后",
        "不",
        "老",
    ]
    .iter()
    .any(|w| starts(behind, w));
    if lasts || counted {
        return None;
    }
    Year::number(end + 1, number + era::BEFORE_FIRST)
}
