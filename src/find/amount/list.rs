//! Numerals in a list that share the unit of the last.

use super::{Amount, Measure, amount};
use crate::find::numeral::{Numeral, numeral};
use crate::prefix::{List, is_one};
use crate::unit;

/// Numerals in one list; a longer one is none, and is not read again to its end from each of its items.
pub(super) const MOST: usize = 40;

/// Whose rates stand in one list of gaps.
const AREAS: List = List::new("全国平均|全省平均|全市平均|全国|全省|全市|全区|全县|全州|中部|东部|西部");

/// Numerals that share the unit of the last: `1286和1187.9亿元`, `4.0、5.8、7.4个百分点`.
pub(super) fn list(chars: &[char], at: usize, limit: usize, first: Numeral) -> Option<Vec<Amount>> {
    let mut parts = vec![(at, first)];
    let mut end = at + first.len;
    let mut areas = false;
    // 1.7个和1.5个百分点: the first half of the unit is said twice.
    let half = usize::from(chars[end..limit].first() == Some(&'个'));
    loop {
        end += half;
        let joint = chars.get(end).filter(|c| end < limit && is_one(**c, "、和与及"));
        if first.percent || joint.is_none() || parts.len() == MOST {
            return None;
        }
        // 高于全国4.3、|全省3.7、|全市3.3个百分点: each with its own.
        let area = AREAS.beginning(&chars[end + 1..limit]).unwrap_or(0);
        areas |= area > 0;
        end += 1 + area;
        let next = numeral(&chars[end..limit]).filter(|n| !n.percent && n.han == first.han)?;
        parts.push((end, next));
        end += next.len;
        // 2.9个、3.3个和5个百分点.
        if half == 1 && chars[end..].starts_with(&['个']) && !chars[end..].starts_with(&['个', '百', '分', '点']) {
            continue;
        }
        if let Some((len, unit)) = unit::longest(&chars[end..limit]) {
            if areas && unit.code != "pp" {
                return None;
            }
            // 三、四季度 and 两、三个: in Chinese numerals a list of digits is a range or a name.
            if first.han {
                return None;
            }
            if half == 1 && !chars[end..].starts_with(&['个', '百', '分', '点']) {
                return None;
            }
            let last = next.scale;
            let count = parts.len();
            let amounts = parts.into_iter().enumerate().map(|(i, (start, mut number))| {
                if number.scale == 0 {
                    number.value = number.value.shift(last)?;
                }
                let stop = if i + 1 == count {
                    end + len
                } else {
                    start + number.len + half
                };
                amount(chars, start, stop, number, Measure::Unit(unit), None)
            });
            return amounts.collect();
        }
    }
}
