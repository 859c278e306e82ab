//! Months: `1-9月`, `9月`, `9月21日`, `前8个月`.

use super::starts;
use crate::find::numeral::numeral;
use crate::prefix::is_one;

/// `1-9月`, `9月`, `9月21日`, `前8个月`: length, first month, last month, day.
pub fn months(rest: &[char], names_year: bool) -> Option<(usize, u8, u8, Option<u8>)> {
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

/// A numeral from 1 to `most` in Arabic or Chinese digits, with its length first.
pub fn small(rest: &[char], most: u8) -> Option<(usize, u8)> {
    let found = numeral(rest).filter(|n| !n.percent && n.more.is_none() && n.max.is_none() && n.value.scale() == 0)?;
    let value = u8::try_from(found.value.whole()?).ok()?;
    (1..=most).contains(&value).then_some((found.len, value))
}
