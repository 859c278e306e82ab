//! Several times whose unit is written once: years from one to another (2019—2021年), fiscal years (2020/21年度), and times told one by one (一、二季度; 2020、2021和2022年).

use super::clock::Clock;
use super::month::small;
use super::{Role, Time, starts};
use crate::find::era::{self, Era};
use crate::find::numeral::may_begin;
use crate::period::{Date, Period};
use crate::prefix::is_one;
use crate::text::Span;

/// Times in one list; a longer one is none, and is not read again from each of its items.
const MOST: usize = 12;
/// What stands between them.
const JOINTS: &str = "、和与及";

/// The times at a character: one for a span of years, one for each of those that are told one by one.
pub fn several(chars: &[char], at: usize, clock: &mut Clock) -> Option<Vec<Time>> {
    let before = at.checked_sub(1).map(|i| chars[i]);
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    years(chars, at, clock).or_else(|| parts(chars, at, clock))
}

/// 2019—2021年, 110至111年, 2020、2021和2022年.
fn years(chars: &[char], at: usize, clock: &Clock) -> Option<Vec<Time>> {
    let first = year(chars, at, clock.era)?;
    let mut end = first.1;
    // Most years stand alone.
    if chars.get(end) == Some(&'年') {
        return None;
    }
    if let Some(stop) = fiscal(chars, end, first.0) {
        return Some(vec![Time {
            span: Span::new(at, stop),
            period: Some(Period::between(Date::month(first.0, 4), Date::month(first.0 + 1, 3))),
            role: Role::When,
        }]);
    }
    let mut found = vec![first];
    let span = ["——", "—", "-", "–", "~", "～", "至", "到"]
        .into_iter()
        .find(|w| starts(&chars[end..], w));
    match span {
        Some(joint) => {
            found.push(year(chars, end + joint.chars().count(), clock.era)?);
            end = found[1].1;
        }
        None => {
            while found.len() < MOST && chars.get(end).is_some_and(|c| is_one(*c, JOINTS)) {
                let next = year(chars, end + 1, clock.era)?;
                end = next.1;
                found.push(next);
            }
        }
    }
    let rising = found.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if found.len() < 2 || !rising || chars.get(end) != Some(&'年') || chars.get(end + 1) == Some(&'期') {
        return None;
    }
    end += 1 + usize::from(chars.get(end + 1) == Some(&'度'));
    if span.is_some() {
        let tail = ["期间", "以来", "间"].into_iter().find(|w| starts(&chars[end..], w));
        return Some(vec![Time {
            span: Span::new(at, end + tail.map_or(0, |w| w.chars().count())),
            period: Some(Period::between(Date::year(found[0].0), Date::year(found[1].0))),
            role: Role::Over,
        }]);
    }
    Some(one_by_one(
        at,
        end,
        found
            .into_iter()
            .map(|(year, end)| (Some(Period::at(Date::year(year))), end)),
    ))
}

/// 2020|/21年度, 2020|/2021年, 2020|-21年度: the place behind a fiscal year, which goes on into the next. Hong Kong's begins in April.
fn fiscal(chars: &[char], at: usize, year: i16) -> Option<usize> {
    let (joint, rest) = chars.get(at..)?.split_first().filter(|(c, _)| is_one(**c, "/-—"))?;
    let digits = rest.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    let number = rest[..digits.min(4)]
        .iter()
        .fold(0, |n, c| n * 10 + *c as i16 - '0' as i16);
    let next = match digits {
        2 => (year + 1) % 100 == number,
        4 => year + 1 == number,
        _ => false,
    };
    let end = at + 1 + digits;
    // 2020-2021年 are two years; only 年度 tells that one goes on.
    let whole = usize::from(chars.get(end + 1) == Some(&'度'));
    let told = *joint == '/' || digits == 2 && whole == 1;
    (next && told && chars.get(end) == Some(&'年')).then_some(end + 1 + whole)
}

/// The year at a character without its 年, with the place behind it.
fn year(chars: &[char], at: usize, era: Era) -> Option<(i16, usize)> {
    let digits = chars
        .get(at..)?
        .iter()
        .take(5)
        .take_while(|c| c.is_ascii_digit())
        .count();
    if digits == 4 {
        let number = chars[at..at + 4].iter().fold(0, |n, c| n * 10 + *c as i16 - '0' as i16);
        return (1900..2100).contains(&number).then_some((number, at + 4));
    }
    let (number, end) = era::number(chars, at).filter(|_| era == Era::Republic)?;
    Some((number + era::BEFORE_FIRST, end))
}

/// 一、二季度, 第1、2季, 7、8、9月.
fn parts(chars: &[char], at: usize, clock: &Clock) -> Option<Vec<Time>> {
    // Most numbers stand alone.
    let from = at + usize::from(chars[at] == '第');
    let run = chars[from..].iter().take_while(|c| may_begin(**c)).count();
    if !chars.get(from + run).is_some_and(|c| is_one(*c, JOINTS)) {
        return None;
    }
    let mut found: Vec<(u8, usize)> = Vec::new();
    let mut end = at;
    loop {
        let ordinal = usize::from(chars.get(end) == Some(&'第'));
        let (len, number) = small(chars.get(end + ordinal..)?, 12)?;
        end += ordinal + len;
        found.push((number, end));
        match chars.get(end) {
            Some(c) if found.len() < MOST && is_one(*c, JOINTS) => end += 1,
            _ => break,
        }
    }
    let rest = &chars[end..];
    let (unit, months) = [("季度", 3), ("季", 3), ("月份", 1), ("月", 1)]
        .into_iter()
        .find(|(w, _)| starts(rest, w))?;
    let rising = found.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let quarters = months == 1 || found.iter().all(|(number, _)| *number <= 4);
    // 七、八月: a Chinese numeral alone is too weak.
    let plain = months == 3 || chars[at].is_ascii_digit();
    if found.len() < 2 || !rising || !quarters || !plain || starts(rest, "季节") {
        return None;
    }
    end += unit.chars().count();
    let period = |number: u8| {
        let last = number * months;
        let year = clock.year_of(last, last)?;
        Some(if months == 1 {
            Period::at(Date::month(year, last))
        } else {
            Period::months(year, last - 2, last)
        })
    };
    Some(one_by_one(
        at,
        end,
        found.into_iter().map(|(number, end)| (period(number), end)),
    ))
}

/// Times one behind the other; the last has the unit.
fn one_by_one(start: usize, end: usize, found: impl Iterator<Item = (Option<Period>, usize)>) -> Vec<Time> {
    let mut at = start;
    let mut times: Vec<Time> = Vec::new();
    for (period, stop) in found {
        times.push(Time {
            span: Span::new(at, stop),
            period,
            role: Role::When,
        });
        at = stop + 1;
    }
    if let Some(last) = times.last_mut() {
        last.span.end = end;
    }
    times
}
