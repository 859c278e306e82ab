//! Numerals in Chinese digits, those of contracts too.
//!
//! ```text
//! han     := (section? (万 | 亿 | 兆))* section? (点 digit+)?         一万五千亿, 五亿零六
//! section := (digit? 千)? (digit? 百)? (digit? 十)? digit?          a digit right behind a scale word stands one below it: 两千四 is 2400
//! range   := digit digit, neighbours                             六七, 二三十, 一万二三千
//! digit   := 〇 | 零 | 一 … 九 | 两 | 壹 … 玖
//! ```

use super::{Numeral, in_unit, scaled};
use crate::decimal::Decimal;
use crate::prefix::is_one;

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

/// The power of ten that a scale word stands for.
pub fn power(c: char) -> Option<i32> {
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

/// What a numeral of contracts is otherwise written with: 伍仟 is 五千.
pub fn formal(c: char) -> Option<char> {
    Some(match c {
        '壹' => '一',
        '贰' => '二',
        '叁' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => return None,
    })
}

/// The character at a place as it is otherwise written. 大陆, 队伍, 收拾 and 放肆 are words: such a character counts beside another one of contracts.
fn plain(chars: &[char], at: usize) -> Option<char> {
    let c = *chars.get(at)?;
    let Some(plain) = formal(c) else {
        return Some(c);
    };
    let other = |at: usize| chars.get(at).copied().and_then(formal).is_some();
    let clear = !is_one(c, "肆伍陆拾") || other(at + 1) || at > 0 && other(at - 1);
    clear.then_some(plain)
}

/// A numeral while it is read.
#[derive(Default)]
struct Sum {
    /// What is settled, from 万 up.
    high: i128,
    /// The last part of it, with the power of its scale word.
    part: i128,
    reach: i32,
    /// Hundreds and tens that are not settled yet, with the power of the last.
    section: i128,
    step: Option<i32>,
    /// A digit without its scale word.
    last: Option<i128>,
    /// Whether 零 stands before it.
    zero: bool,
    /// Power of the scale words from 万 up that stand at the end.
    scale: i32,
}

impl Sum {
    /// What a digit counts that no scale word follows: 1 in 四百零五, 10 in 四百五, 1000 in 一万三.
    fn weight(&self) -> i128 {
        let power = match self.step {
            _ if self.zero => 0,
            Some(step) => step - 1,
            None => (self.reach - 1).max(0),
        };
        10_i128.pow(power.unsigned_abs())
    }

    /// What is not settled.
    fn low(&self) -> i128 {
        self.section + self.last.unwrap_or(0) * self.weight()
    }

    /// Takes 十, 百 or 千; says whether it can stand here.
    fn small(&mut self, power: i32) -> bool {
        if self.step.is_some_and(|step| power >= step) {
            return false;
        }
        // 零十 is 10.
        let count = self.last.take().unwrap_or(1).max(1);
        self.section += count * 10_i128.pow(power.unsigned_abs());
        (self.step, self.zero, self.scale) = (Some(power), false, 0);
        true
    }

    /// Takes 万, 亿 or 兆; says whether it can stand here.
    fn large(&mut self, power: i32) -> Option<bool> {
        let unit = 10_i128.pow(power.unsigned_abs());
        // 二百五万 is 250万, but the 四 of 五亿四万 counts itself.
        let weight = self.step.map_or(1, |_| self.weight());
        let low = self.section + self.last.unwrap_or(0) * weight;
        let part = match low {
            0 if self.last.is_some() => return Some(false),
            // 亿, 万亿.
            0 => self.part.max(1).checked_mul(unit)?,
            // 一万五千亿: all of it counts hundred millions.
            _ if self.part > 0 && power > self.reach => (self.part + low).checked_mul(unit)?,
            _ if self.part > 0 && power == self.reach => return Some(false),
            _ => low.checked_mul(unit)?,
        };
        let goes_on = self.part > 0 && (low == 0 || power > self.reach);
        self.high = part.checked_add(if goes_on { self.high - self.part } else { self.high })?;
        (self.reach, self.scale) = match low {
            0 => (self.reach + power, self.scale + power),
            _ => (power, power),
        };
        (self.part, self.section, self.step, self.last, self.zero) = (part, 0, None, None, false);
        (self.high < 10_i128.pow(21)).then_some(true)
    }
}

/// The numeral in Chinese digits at the start of `chars`.
pub fn han(chars: &[char]) -> Option<Numeral> {
    let mut sum = Sum::default();
    let mut len = 0;
    let mut range = None;
    while let Some(c) = plain(chars, len) {
        if let Some(d) = digit(c) {
            if let Some(before) = sum.last.filter(|before| *before != 0) {
                // 六七条 and 三五个 are ranges; 二〇二三 is a year and not ours.
                let more = plain(chars, len + 1).and_then(digit).is_some();
                if d <= before || d - before > 2 || more {
                    return None;
                }
                len += 1;
                range = Some(d - before);
                break;
            }
            // 零零: no numeral, however long it goes on.
            if d == 0 && sum.last == Some(0) {
                return None;
            }
            sum.last = Some(d);
            sum.zero |= d == 0;
        } else if let Some(p) = power(c).filter(|_| !in_unit(&chars[len..])) {
            let fits = if p < 4 { sum.small(p) } else { sum.large(p)? };
            if !fits {
                break;
            }
        } else {
            break;
        }
        len += 1;
    }
    if len == 0 {
        return None;
    }
    let (mut low, mut max) = (sum.low(), None);
    if let Some(distance) = range {
        let step = |p: &i32| *p < 4 && sum.step.is_none_or(|step| *p < step) && !in_unit(&chars[len..]);
        let weight = match plain(chars, len).and_then(power).filter(step) {
            Some(p) => {
                len += 1;
                10_i128.pow(p.unsigned_abs())
            }
            None => sum.weight(),
        };
        low = sum.section + sum.last.unwrap_or(0) * weight;
        max = Some(Decimal::new(low + distance * weight, 0));
    }
    let mut found = Numeral {
        len,
        value: Decimal::new(low, 0),
        max,
        more: None,
        han: true,
        scale: 0,
        percent: false,
    };
    if chars.get(len) == Some(&'点')
        && let Some((places, count)) = decimals(&chars[len + 1..])
    {
        found.len += 1 + count;
        found.value = found.value.checked_add(places)?;
    }
    // 一亿二千余万: what is settled does not grow with the scale word, unless that is larger.
    scaled(&mut found, chars, i32::MAX)?;
    let high = Decimal::new(sum.high, 0).shift(if found.scale > sum.reach { found.scale } else { 0 })?;
    found.value = found.value.checked_add(high)?;
    found.max = match found.max {
        Some(max) => Some(max.checked_add(high)?),
        None => None,
    };
    if low == 0 && found.scale == 0 {
        found.scale = sum.scale;
    }
    Some(found)
}

/// 点三五: the digits behind the point, with their count.
fn decimals(chars: &[char]) -> Option<(Decimal, usize)> {
    let digits = (0..12.min(chars.len())).map_while(|at| plain(chars, at).filter(|c| *c != '两').and_then(digit));
    let digits: Vec<i128> = digits.collect();
    let sum = digits.iter().fold(0, |sum, d| sum * 10 + d);
    (!digits.is_empty()).then(|| (Decimal::new(sum, digits.len() as u32), digits.len()))
}
