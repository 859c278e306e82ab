//! Numerals: Arabic, Chinese and mixed, with their scale words.
//!
//! ```text
//! numeral  := arabic scale* (零? arabic scale*)* | han          3亿5000万, 3万4000, 2千零30万
//! arabic   := digit+ ("." digit+)? more?
//! scale    := 十 | 百 | 千 | 万 | 亿 | 兆        more := 余 | 多 | 来
//! ```

mod han;
mod part;
#[cfg(test)]
mod tests;

pub use han::{digit, power};

use crate::cue;
use crate::decimal::Decimal;
use crate::figure::Bound;
use crate::prefix::{Sieve, is_one};
use crate::unit;
use han::han;
use part::part;

/// A numeral at the start of a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Length in characters, with scale words and 余 or 多.
    pub len: usize,
    /// Its value.
    pub value: Decimal,
    /// Upper end of two neighbouring digits: 六七 is 6 to 7.
    pub max: Option<Decimal>,
    /// What 余, 多 or 来 inside it says.
    pub more: Option<Bound>,
    /// Written in Chinese digits.
    pub han: bool,
    /// Power of ten of its scale words: 4 for 万, 8 for 亿.
    pub scale: i32,
    /// A part of a hundred: the unit is `%`.
    pub percent: bool,
}

/// The numeral at the start of `chars`.
pub fn numeral(chars: &[char]) -> Option<Numeral> {
    chars.first().filter(|c| may_begin(**c))?;
    let whole = whole(chars);
    part(chars, whole).or(whole)
}

/// Whether a numeral may begin with this character: it may at few places of a text.
#[inline]
pub fn may_begin(c: char) -> bool {
    const OPENINGS: Sieve = Sieve::of("0123456789〇零一二两三四五六七八九十百千万亿兆半壹贰叁肆伍陆柒捌玖拾佰仟");
    OPENINGS.may_hold(c)
}

fn whole(chars: &[char]) -> Option<Numeral> {
    let first = *chars.first()?;
    let mut found = if first.is_ascii_digit() {
        arabic(chars, i32::MAX)?
    } else {
        han(chars)?
    };
    while !found.han
        && found.more.is_none()
        && let Some((len, low)) = lower(&chars[found.len..], found.scale)
        && let Some(value) = found.value.checked_add(low.value)
    {
        found.len += len;
        found.value = value;
        found.more = low.more;
        // 3万4000: no scale word stands at its end, yet none may be taken over from what follows.
        let last = found.scale;
        found.scale = if low.scale > 0 { low.scale } else { last };
        // 5千3百|万, 2千零30|万.
        scaled(&mut found, chars, i32::MAX)?;
        if low.scale == 0 {
            break;
        }
    }
    Some(found)
}

/// What goes on with a numeral that ends in a scale word, with its length: 3亿|5000万, 5万|4千6百, 3万|4000, 1千|零20.
fn lower(rest: &[char], scale: i32) -> Option<(usize, Numeral)> {
    let zero = usize::from(scale >= 2 && matches!(rest.first(), Some('零' | '〇')));
    let low = rest
        .get(zero)
        .filter(|c| c.is_ascii_digit())
        .and_then(|_| arabic(&rest[zero..], scale))?;
    let below = Decimal::new(1, 0).shift(scale).is_some_and(|limit| low.value < limit);
    let fits = match low.scale {
        // 1万2600余人.
        0 => low.value.scale() == 0 && (zero == 1 && low.more.is_none() || scale == 4 && four(&rest[zero..])),
        own => own < scale,
    };
    (scale >= 2 && below && fits).then_some((zero + low.len, low))
}

/// Whether four digits stand here, and no more.
fn four(rest: &[char]) -> bool {
    rest.iter().take(5).take_while(|c| c.is_ascii_digit()).count() == 4
}

/// Digits and their scale words, as far as those stay below a power.
fn arabic(chars: &[char], below: i32) -> Option<Numeral> {
    // Longer runs are no numbers; reading on would take time in the square of their length.
    const MOST: usize = 40;
    let count = |from: usize| {
        let rest = chars[from.min(chars.len())..].iter().take(MOST);
        rest.take_while(|c| c.is_ascii_digit()).count()
    };
    let mut len = count(0);
    if chars.get(len) == Some(&'.') && count(len + 1) > 0 {
        len += 1 + count(len + 1);
    }
    let value = Decimal::read(&chars[..len])?;
    let mut found = Numeral {
        len,
        value,
        max: None,
        more: None,
        han: false,
        scale: 0,
        percent: false,
    };
    scaled(&mut found, chars, below)?;
    Some(found)
}

/// Reads scale words and 余 or 多 behind a numeral, as far as those stay below a power. 十, 百 and 千
/// belong to the numeral itself where that is in Chinese digits.
fn scaled(found: &mut Numeral, chars: &[char], below: i32) -> Option<()> {
    let before = found.scale;
    let more = |found: &mut Numeral| {
        if let Some((len, bound)) = cue::bound_inside(&chars[found.len..]).filter(|_| found.more.is_none()) {
            found.more = Some(bound);
            found.len += len;
        }
    };
    more(found);
    while let Some(p) =
        chars.get(found.len).copied().and_then(power).filter(|p| {
            (*p >= 4 || !found.han) && found.scale.saturating_add(*p) < below && !in_unit(&chars[found.len..])
        })
    {
        found.scale += p;
        found.len += 1;
    }
    if let Some((len, more)) = hundred_millions(&chars[found.len..]).filter(|_| found.scale == 0 && below > 8) {
        found.scale = 8;
        found.len += len;
        found.more = found.more.or(more);
    }
    more(found);
    let power = found.scale - before;
    found.value = found.value.shift(power)?;
    found.max = match found.max {
        Some(max) => Some(max.shift(power)?),
        None => None,
    };
    Some(())
}

/// 3.8个亿, 两个多亿: 亿 counted like things, how long it is and whether there is more. 3个亿元以上项目 are three projects.
fn hundred_millions(rest: &[char]) -> Option<(usize, Option<Bound>)> {
    let (len, more) = match rest {
        ['个', '亿', ..] => (2, None),
        ['个', '多', '亿', ..] => (3, Some(Bound::Gt)),
        _ => return None,
    };
    let thing = rest.get(len).is_some_and(|c| is_one(*c, "元级吨斤千万美港欧"));
    (!thing).then_some((len, more))
}

/// 千瓦时 and 百分点 begin with a scale word.
fn in_unit(rest: &[char]) -> bool {
    unit::longest(rest).is_some_and(|(len, _)| len > 1)
}
