//! Times: which period a passage speaks of.
//!
//! ```text
//! time   := until? point ((至 | 到 | -) point)? (以来 | 期间)?
//! point  := year part? | part                      year := 2023年 | 今年 | 去年 | 全年 | 同期 …
//! part   := 1-9月 | 上半年 | 前三季度 | 9月21日 | 年底
//! now    := 目前 | 截至目前 …                        plan := “十三五”期间
//! ```
//!
//! Years resolve against the report's date; a month without a year belongs to the year that frames it ([`clock`]). What a figure is compared
//! with (比2020年, 是2020年的2倍) is marked and never becomes a figure's own period.

mod clock;
mod month;
mod point;
mod several;
#[cfg(test)]
mod tests;
mod vague;

use super::era::Era;
use super::numeral::{digit, numeral, power};
use crate::cue;
use crate::period::{Date, Period};
use crate::prefix::{Letters, Words, holds_one, is_one, starts};
use crate::text::Span;
use clock::Clock;
use point::{Late, Point, point};
use several::several;
use std::sync::LazyLock;
use vague::{LEADS, VAGUE, vague};

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
    /// Says when something happened, in its own clause: 三年来, 近五年, 昨日.
    Lately,
}

/// Every time in the text, in order. `date` is the report's own, `era` what the text counts its years in.
pub fn times(chars: &[char], date: Option<Date>, era: Era) -> Vec<Time> {
    let mut clock = Clock::new(chars, date, era);
    let mut found: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        clock.pass(chars[at]);
        if may_begin(chars, at) {
            clock.at = at;
            if let Some(times) = several(chars, at, &mut clock) {
                at = times.last().map_or(at + 1, |t| t.span.end);
                found.extend(times);
                continue;
            }
            if let Some(time) = time(chars, at, &mut clock) {
                at = time.span.end;
                found.push(time);
                continue;
            }
        }
        at += 1;
    }
    found
}

/// Whether a time may begin here: it may at few places of a text, and not within a number.
fn may_begin(chars: &[char], at: usize) -> bool {
    // What may stand behind the numeral that a time begins with.
    let goes_on = |c: &char| {
        let unit = matches!(c, '年' | '月' | '季' | '个');
        unit || matches!(
            c,
            '-' | '—' | '–' | '－' | '~' | '～' | '至' | '到' | '、' | '和' | '与' | '及' | '/'
        )
    };
    let rest = &chars[at..];
    if rest[0].is_ascii_digit() {
        let inside = at > 0 && matches!(chars[at - 1], '0'..='9' | '.');
        // No numeral that a time begins with is longer than a year.
        let behind = || rest.iter().take(6).find(|c| !c.is_ascii_digit());
        // 2021上半年.
        let part = || {
            rest.get(4..6).is_some_and(|two| {
                matches!(
                    two,
                    ['上' | '下', '半'] | ['前', '三'] | ['全', '年'] | ['一' | '二' | '三' | '四', '季']
                )
            })
        };
        return !inside && (behind().is_some_and(goes_on) || part());
    }
    let part = |c: &char| digit(*c).is_some() || power(*c).is_some_and(|power| power < 8);
    let numeral = || {
        let behind = &rest[rest.iter().take_while(|c| part(c)).count()..];
        behind.first().is_some_and(goes_on) || cue::bound_inside(behind).is_some()
    };
    STARTS.longest(Letters::exact(rest)).is_some() || part(&rest[0]) && numeral()
}

/// What a time may begin with, where that is no numeral; at most places of a text nothing more need be asked.
static STARTS: LazyLock<Words> = LazyLock::new(|| {
    let quotes = ["“", "\"", "「", "‘"];
    let words = NOW
        .into_iter()
        .chain(VAGUE)
        .chain(LEADS)
        .chain(UNTIL)
        .chain(point::openings());
    let words = words.chain(vague::PLANS.map(|(word, _)| word)).chain(quotes);
    Words::new(words.zip(0..))
});

static NOWS: LazyLock<Words> = LazyLock::new(|| Words::new(NOW.into_iter().zip(0..)));
/// Words before a point up to which something is counted.
const UNTIL: [&str; 5] = ["截至", "截止到", "截止", "到", "至"];

/// Words for now.
const NOW: [&str; 22] = [
    "到目前",
    "至目前",
    "现在",
    "截至目前",
    "截止目前",
    "到目前为止",
    "截至发稿",
    "截至当前",
    "截至今日",
    "截至现在",
    "目前为止",
    "迄今为止",
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

fn time(chars: &[char], at: usize, clock: &mut Clock) -> Option<Time> {
    let rest = &chars[at..];
    // 提前一个月.
    if rest[0] == '前' && chars[..at].ends_with(&['提']) {
        return None;
    }
    if let Some(found) = now(rest, clock)
        .or_else(|| vague::plan(chars, at))
        .or_else(|| vague(chars, at, clock))
    {
        let (len, period, role) = found;
        return Some(Time {
            span: Span::new(at, at + len),
            period,
            role,
        });
    }
    let until = UNTIL
        .into_iter()
        .find(|w| starts(rest, w))
        .map_or(0, |w| w.chars().count());
    let deadline = until > 1;
    let first = point(&rest[until..], chars[..at + until].last().copied(), clock)?;
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
    if let Some(more) = clock::since_then(&rest[len..]).filter(|_| role == Role::When) {
        (period, role) = since(period, clock);
        len += more;
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
    // 自2019年启动改革以来.
    if role == Role::When && clock.date.is_some() && chars[..at].ends_with(&['自']) && goes_on_since(&rest[len..]) {
        (period, role) = since(period, clock);
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
    if compared(chars, at, at + len) {
        role = Role::Base;
    }
    if role == Role::When && first.names_year && !first.running {
        clock.note(chars, at, at + len, &first);
    }
    if role == Role::Stock && first.names_year && !first.relative {
        clock.mention(period);
    }
    if role == Role::When && clock::founded(chars, at, at + len) {
        (period, role) = (None, Role::Vague);
    }
    Some(Time {
        span: Span::new(at, at + len),
        period,
        role,
    })
}

/// Whether 以来 stands a few words on, in the same clause.
fn goes_on_since(rest: &[char]) -> bool {
    let clause = rest.iter().take(18).take_while(|c| !is_one(**c, "，。；\n")).count();
    rest[..clause].ends_with(&['以', '来'])
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
    let (len, _) = NOWS.longest(Letters::exact(rest))?;
    // 当前位置, 目前的: the latter still says when; the former is a label.
    if starts(&rest[len..], "位置") || starts(&rest[len..], "年") {
        return None;
    }
    let date = clock.date.filter(|d| d.month > 0);
    Some((len, date.map(|d| Period::until(d.without_day())), Role::Stock))
}

/// Whether the time at `start..end` is what something is compared with: 比2020年, 较上年, 与去年同期相比, 是2020年的2倍.
fn compared(chars: &[char], start: usize, end: usize) -> bool {
    let before = chars[..start].last().copied();
    if matches!(before, Some('比' | '较'))
        || matches!(
            chars[..start],
            [.., '快' | '慢' | '高' | '低' | '好' | '优' | '多' | '少', '于']
        )
    {
        return true;
    }
    // 比上年同期和2021年全年|分别高0.3、0.8个百分点: one of several.
    let beside = || {
        let told = chars[..start - 1].iter().rev().take(12);
        let other = told
            .clone()
            .take_while(|c| c.is_ascii_digit() || is_one(**c, "上去前今年同期月份季度末底半全一二三四"))
            .count();
        other > 1 && told.clone().nth(other).is_some_and(|c| is_one(*c, "比较"))
    };
    if matches!(before, Some('和' | '与' | '及' | '、')) && beside() {
        return true;
    }
    let rest = &chars[end..];
    if matches!(before, Some('与' | '同' | '和' | '跟')) {
        return holds_one(&rest[..rest.len().min(6)], &["相比", "持平"]);
    }
    // 是2020年的2倍, 是去年同期的2.3倍: the base of a multiple.
    let same = ["同期", "全年"].into_iter().find(|w| starts(rest, w)).map_or(0, |_| 2);
    let rest = &rest[same..];
    // 在去年高基数的基础上, 在上年同期基数较高的情况下.
    if ["基数", "高基数", "较高基数", "低基数", "的高基数", "的基础上", "基础上"]
        .iter()
        .any(|w| starts(rest, w))
    {
        return true;
    }
    // 是2017年的近7倍.
    let about = usize::from(rest.get(1).is_some_and(|c| is_one(*c, "近约超逾")));
    let times = || rest.get(1 + about..).and_then(numeral);
    starts(rest, "的") && times().is_some_and(|n| rest.get(1 + about + n.len) == Some(&'倍'))
}
