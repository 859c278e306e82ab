//! Months: `1-9月`, `9月`, `9月21日`, `9月4日至6日`, `前8个月`.

use super::starts;
use crate::find::numeral::numeral;
use crate::prefix::is_one;

/// Parts of a year, as first and last month.
pub const PARTS: [(&str, u8, u8); 55] = [
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
    ("首三季", 1, 9),
    ("首两季", 1, 6),
    ("半年报", 1, 6),
    ("一季报", 1, 3),
    ("三季报", 1, 9),
    ("半年度", 1, 6),
    ("半年", 1, 6),
    ("四个季度", 1, 12),
    ("4个季度", 1, 12),
    ("一至四季度", 1, 12),
    ("1至4季度", 1, 12),
    ("1-4季度", 1, 12),
    ("各季度", 1, 12),
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

/// Length, first month, last month, first and last day.
pub type Months = (usize, u8, u8, Option<(u8, u8)>);

/// `1-9月`, `9月`, `9月21日`, `9月4日至6日`, `前8个月`.
pub fn months(rest: &[char], names_year: bool) -> Option<Months> {
    let ahead = usize::from(matches!(rest.first(), Some('前' | '首' | '头')));
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
