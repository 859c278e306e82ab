//! Numerals: Arabic, Chinese and mixed, with their scale words.
//!
//! ```text
//! numeral  := arabic scale* | han | numeral 亿 numeral 万
//! arabic   := digit+ ("." digit+)? more?
//! scale    := 十 | 百 | 千 | 万 | 亿 | 兆        more := 余 | 多 | 来
//! han      := section (万 | 亿) … section       section := [digit 千] [digit 百] [digit 十] [digit]
//! fraction := numeral 分之 numeral | digit 成 半? | 一半 | digit+ "/" digit+
//! ```

use crate::cue;
use crate::decimal::Decimal;
use crate::figure::Bound;
use crate::unit;

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
    fraction(chars).or_else(|| whole(chars))
}

/// Whether a numeral may begin with this character: it may at few places of a text.
fn may_begin(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || power(c).is_some() || c == '半'
}

/// A Chinese digit's value.
pub fn digit(c: char) -> Option<i128> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn power(c: char) -> Option<i32> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

fn whole(chars: &[char]) -> Option<Numeral> {
    let first = *chars.first()?;
    let mut found = if first.is_ascii_digit() {
        arabic(chars)?
    } else {
        han(chars)?
    };
    // 3亿5000万: a second numeral with a smaller scale goes on.
    if found.scale >= 4 && found.more.is_none() && !found.han {
        let rest = &chars[found.len..];
        if let Some(low) = rest.first().filter(|c| c.is_ascii_digit()).and_then(|_| arabic(rest))
            && low.scale > 0
            && low.scale < found.scale
            && let Some(sum) = found.value.checked_add(low.value)
        {
            found = Numeral {
                len: found.len + low.len,
                value: sum,
                scale: low.scale,
                more: low.more,
                ..found
            };
        }
    }
    Some(found)
}

fn arabic(chars: &[char]) -> Option<Numeral> {
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
    let text: String = chars[..len].iter().collect();
    let value = Decimal::parse(&text)?;
    let mut found = Numeral {
        len,
        value,
        max: None,
        more: None,
        han: false,
        scale: 0,
        percent: false,
    };
    scaled(&mut found, chars)?;
    Some(found)
}

/// Reads scale words and 余 or 多 behind a numeral.
fn scaled(found: &mut Numeral, chars: &[char]) -> Option<()> {
    let more = |found: &mut Numeral| {
        if let Some((len, bound)) = cue::bound_inside(&chars[found.len..]).filter(|_| found.more.is_none()) {
            found.more = Some(bound);
            found.len += len;
        }
    };
    more(found);
    while let Some(p) = chars
        .get(found.len)
        .copied()
        .and_then(power)
        .filter(|_| !in_unit(&chars[found.len..]))
    {
        found.scale += p;
        found.len += 1;
    }
    more(found);
    found.value = found.value.shift(found.scale)?;
    found.max = match found.max {
        Some(max) => Some(max.shift(found.scale)?),
        None => None,
    };
    Some(())
}

/// 千瓦时 and 百分点 begin with a scale word.
fn in_unit(rest: &[char]) -> bool {
    unit::longest(rest).is_some_and(|(len, _)| len > 1)
}

fn han(chars: &[char]) -> Option<Numeral> {
    let mut len = 0;
    let (mut total, mut section, mut last) = (0_i128, 0_i128, None::<i128>);
    let mut max = None;
    let mut scale = 0;
    while let Some(c) = chars.get(len).copied() {
        if let Some(d) = digit(c) {
            if let Some(before) = last.filter(|b| *b != 0) {
                // 六七条 and 三五个 are ranges; 二〇二三 is a year and not ours.
                let neighbours = d > before
                    && d - before <= 2
                    && max.is_none()
                    && chars.get(len + 1).copied().and_then(digit).is_none();
                if !neighbours {
                    return None;
                }
                max = Some(total + section + d);
                len += 1;
                break;
            }
            last = Some(d);
            scale = 0;
        } else if let Some(p) = power(c).filter(|_| !in_unit(&chars[len..])) {
            let unit = 10_i128.pow(p as u32);
            if p < 4 {
                section += last.take().unwrap_or(1) * unit;
            } else {
                let below = section + last.take().unwrap_or(0);
                total = if total > 0 && below == 0 {
                    total * unit
                } else {
                    total + below.max(1) * unit
                };
                section = 0;
            }
            scale = if scale > 0 || len == 0 || p >= 4 { scale + p } else { p };
        } else {
            break;
        }
        len += 1;
        if total > 10_i128.pow(20) {
            return None;
        }
    }
    if len == 0 {
        return None;
    }
    let value = Decimal::new(total + section + last.unwrap_or(0), 0);
    let max = max.map(|m| Decimal::new(m, 0));
    let mut found = Numeral {
        len,
        value,
        max,
        more: None,
        han: true,
        scale: 0,
        percent: false,
    };
    if chars.get(len) == Some(&'点')
        && let Some(places) = decimals(&chars[len + 1..])
    {
        found.len += 1 + places.1;
        found.value = value.checked_add(places.0)?;
    }
    scaled(&mut found, chars)?;
    found.scale = found.scale.max(scale);
    Some(found)
}

/// 点三五: the digits behind the point, with their count.
fn decimals(chars: &[char]) -> Option<(Decimal, usize)> {
    let digits: Vec<i128> = chars.iter().map_while(|c| digit(*c)).take(12).collect();
    let sum = digits.iter().fold(0, |sum, d| sum * 10 + d);
    (!digits.is_empty()).then(|| (Decimal::new(sum, digits.len() as u32), digits.len()))
}

/// Parts of a whole, in percent: 四分之一, 百分之七, 七成, 一半, 1/4.
fn fraction(chars: &[char]) -> Option<Numeral> {
    let part = |len, value: Decimal| {
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
    let starts = |word: &str| word.chars().enumerate().all(|(i, c)| chars.get(i) == Some(&c));
    if starts("一半") || starts("半数") {
        return part(2, Decimal::new(50, 0));
    }
    let low = whole(chars)?;
    let rest = &chars[low.len..];
    match *rest.first()? {
        '分' if rest.get(1) == Some(&'之') => {
            let high = whole(&rest[2..])?;
            let value = high.value.checked_mul(hundred)?;
            part(low.len + 2 + high.len, quotient(value, low.value)?)
        }
        '成' if low.scale == 0 && low.value <= Decimal::new(10, 0) && !low.value.is_zero() => {
            let next = rest.get(1);
            // 成 as a verb or in another word: 三成为, 成立, 成员 …
            if next.is_some_and(|c| "为功立员果长都本熟型品效交就绩".contains(*c)) {
                return None;
            }
            // 三成半, 三成五: 35.
            let half = next == Some(&'半');
            let ones = next
                .copied()
                .and_then(digit)
                .filter(|_| rest.get(2).copied().and_then(power).is_none());
            let value = low
                .value
                .checked_mul(Decimal::new(10, 0))?
                .checked_add(Decimal::new(if half { 5 } else { ones.unwrap_or(0) }, 0))?;
            part(low.len + 1 + usize::from(half || ones.is_some()), value)
        }
        '/' if !low.han
            && low.scale == 0
            && low.value.scale() == 0
            && rest.get(1).is_some_and(char::is_ascii_digit) =>
        {
            let high = arabic(&rest[1..]).filter(|h| h.value > low.value && h.value.scale() == 0 && h.scale == 0)?;
            // 7/24 小时 and 1/12 月 are no parts.
            let next = rest.get(1 + high.len);
            if next.is_some_and(|c| c.is_ascii_alphanumeric() || "/小月日".contains(*c)) {
                return None;
            }
            part(
                low.len + 1 + high.len,
                quotient(low.value.checked_mul(hundred)?, high.value)?,
            )
        }
        _ => None,
    }
}

/// The quotient, exact where it has at most four places, else rounded to two.
fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    let fine = a.checked_div(b, 4)?;
    if fine.checked_mul(b)? == a {
        Some(fine)
    } else {
        a.checked_div(b, 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, len: usize, value: &str) {
        let chars: Vec<char> = text.chars().collect();
        let found = numeral(&chars).unwrap_or_else(|| panic!("no numeral in {text}"));
        let max = found.max.map(|m| format!("~{m}")).unwrap_or_default();
        assert_eq!(
            (found.len, format!("{}{max}", found.value)),
            (len, value.to_owned()),
            "{text}"
        );
    }

    #[test]
    fn arabic_with_scales() {
        check("885亿元", 4, "88500000000");
        check("8437.56万元", 8, "84375600");
        check("4000余万元", 6, "40000000");
        check("1万亿元", 3, "1000000000000");
        check("40余个", 3, "40");
        check("3亿5000万元", 7, "350000000");
        check("12.5.3", 4, "12.5");
    }

    #[test]
    fn chinese() {
        check("两条", 1, "2");
        check("二十三家", 3, "23");
        check("一百二十余户", 5, "120");
        check("三千五百万", 5, "35000000");
        check("百亿", 2, "10000000000");
        check("千亿元", 2, "100000000000");
        check("六七条", 2, "6~7");
        check("十余万人", 3, "100000");
        check("三点五倍", 3, "3.5");
        check("一万两千人", 4, "12000");
        check("两千三百万亿", 6, "2300000000000000");
    }

    #[test]
    fn parts_of_a_whole() {
        check("四分之一以上", 4, "25");
        check("百分之六十二点五", 8, "62.5");
        check("三分之一", 4, "33.33");
        check("七成", 2, "70");
        check("三成半", 3, "35");
        check("三成五", 3, "35");
        check("16万7千人", 5, "167000");
        check("一半", 2, "50");
        check("2/5", 3, "40");
    }

    #[test]
    fn no_numeral() {
        for text in ["二〇二三年", "", "亩", ".5", "一二三四"] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(numeral(&chars), None, "{text}");
        }
    }
}
