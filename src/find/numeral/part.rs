//! Parts of a whole.
//!
//! ```text
//! part := numeral 分之 numeral | numeral 成 (半 | digit)? | 半成 | 一半 | digit+ "/" digit+
//! ```

use super::han::power;
use super::{Numeral, arabic, digit, whole};
use crate::decimal::Decimal;
use crate::prefix::{is_one, starts};

/// Parts of a whole, in percent: 四分之一, 百分之七, 七成, 一半, 1/4. `low` is the numeral that the text begins with.
pub fn part(chars: &[char], low: Option<Numeral>) -> Option<Numeral> {
    let percent = |len, value: Decimal| {
        Some(Numeral {
            len,
            value: value.trimmed(),
            max: None,
            more: None,
            han: true,
            scale: 0,
            percent: true,
        })
    };
    let hundred = Decimal::new(100, 0);
    let starts = |word: &str| starts(chars, word);
    if starts("一半") || starts("半数") {
        return percent(2, Decimal::new(50, 0));
    }
    if starts("半成") && !chars.get(2).is_some_and(|c| is_one(*c, "品本熟")) {
        return percent(2, Decimal::new(5, 0));
    }
    let low = low?;
    let rest = &chars[low.len..];
    match *rest.first()? {
        '分' if rest.get(1) == Some(&'之') => {
            let high = whole(&rest[2..])?;
            let of = |value: Decimal| quotient(value.checked_mul(hundred)?, low.value);
            // 百分之二三十, 百分之十多.
            let max = match high.max {
                Some(max) => Some(of(max)?.trimmed()),
                None => None,
            };
            let found = percent(low.len + 2 + high.len, of(high.value)?)?;
            Some(Numeral {
                max,
                more: high.more,
                ..found
            })
        }
        '成' if low.scale == 0 && low.value <= Decimal::new(10, 0) && !low.value.is_zero() => {
            let next = rest.get(1);
            // 成 as a verb or in another word: 三成为, 成立, 成员 …
            if next.is_some_and(|c| is_one(*c, "为功立员果长都本熟型品效交就绩")) {
                return None;
            }
            // 三成半, 三成五: 35.
            let half = next == Some(&'半');
            // 2成5.
            let arabic = |c: char| c.to_digit(10).filter(|_| !low.han).map(i128::from);
            let ends = rest
                .get(2)
                .is_none_or(|c| !c.is_ascii_digit() && *c != '.' && power(*c).is_none());
            let ones = next
                .copied()
                .and_then(|c| digit(c).or_else(|| arabic(c)))
                .filter(|_| ends);
            let value = low
                .value
                .checked_mul(Decimal::new(10, 0))?
                .checked_add(Decimal::new(if half { 5 } else { ones.unwrap_or(0) }, 0))?;
            percent(low.len + 1 + usize::from(half || ones.is_some()), value)
        }
        '/' if !low.han
            && low.scale == 0
            && low.value.scale() == 0
            && rest.get(1).is_some_and(char::is_ascii_digit) =>
        {
            let high =
                arabic(&rest[1..], i32::MAX).filter(|h| h.value > low.value && h.value.scale() == 0 && h.scale == 0)?;
            // 7/24 小时 and 1/12 月 are no parts.
            let next = rest.get(1 + high.len);
            if next.is_some_and(|c| c.is_ascii_alphanumeric() || is_one(*c, "/小月日")) {
                return None;
            }
            percent(
                low.len + 1 + high.len,
                quotient(low.value.checked_mul(hundred)?, high.value)?,
            )
        }
        _ => None,
    }
}

/// The quotient, exact where it has at most twelve places, else rounded to two; none where that leaves nothing of it.
fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    let exact = |places: u32| a.checked_div(b, places).filter(|q| q.checked_mul(b) == Some(a));
    let rounded = || a.checked_div(b, 2).filter(|q| !q.is_zero() || a.is_zero());
    [4, 12].into_iter().find_map(exact).or_else(rounded)
}
