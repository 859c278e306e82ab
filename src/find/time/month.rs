//! Months: `1-9月`, `9月`, `9月21日`, `9月4日至6日`, `前8个月`.

use super::starts;
use crate::find::numeral::numeral;
use crate::prefix::is_one;

/// Length, first month, last month, first and last day.
pub type Months = (usize, u8, u8, Option<(u8, u8)>);

/// `1-9月`, `9月`, `9月21日`, `9月4日至6日`, `前8个月`.
pub fn months(rest: &[char], names_year: bool) -> Option<Months> {
    let ahead = usize::from(matches!(rest.first(), Some('前' | '首')));
    let (mut len, mut first) = small(&rest[ahead..], 12)?;
    len += ahead;
    if ahead == 1 {
        let word = ["个月", "月"].into_iter().find(|w| starts(&rest[len..], w))?;
        return Some((len + word.chars().count(), 1, first, None));
    }
    let mut last = first;
    let from_month = usize::from(rest.get(len) == Some(&'月'));
    if let Some(c) = rest.get(len + from_month).filter(|c| is_one(**c, "-—–－~～至到")) {
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
        if let Some((more, days)) = days(&rest[len..]) {
            return Some((len + more, first, last, Some(days)));
        }
        // 三月三, 八月桂花: a Chinese numeral alone is too weak.
        let told = rest.get(len).is_some_and(|c| is_one(*c, "底末份"));
        if !rest[0].is_ascii_digit() && !names_year && !told {
            return None;
        }
    }
    first = first.min(last);
    Some((len, first, last, None))
}

/// `21日`, `4日至6日`, `4-6日`: length, first day, last day.
fn days(rest: &[char]) -> Option<(usize, (u8, u8))> {
    let named = |at: usize| matches!(rest.get(at), Some('日' | '号'));
    let (mut len, first) = small(rest, 31)?;
    let whole = usize::from(named(len));
    len += whole;
    let joint = rest.get(len).is_some_and(|c| is_one(*c, "-—–－~～至到"));
    let last = joint.then(|| small(&rest[len + 1..], 31)).flatten();
    match last.filter(|(more, last)| *last > first && named(len + 1 + more)) {
        Some((more, last)) => Some((len + more + 2, (first, last))),
        None => (whole > 0).then_some((len, (first, first))),
    }
}

/// A numeral from 1 to `most` in Arabic or Chinese digits, with its length first.
pub fn small(rest: &[char], most: u8) -> Option<(usize, u8)> {
    let found = numeral(rest).filter(|n| !n.percent && n.more.is_none() && n.max.is_none() && n.value.scale() == 0)?;
    let value = u8::try_from(found.value.whole()?).ok()?;
    (1..=most).contains(&value).then_some((found.len, value))
}
