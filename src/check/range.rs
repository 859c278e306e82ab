//! The values that a printed number may stand for.

use crate::decimal::Decimal;
use crate::figure::{Bound, Figure};
use crate::unit::{is_counted, is_time};
use crate::words::numeral::printed_step;

/// From a lowest value to a highest, both included: `63.27%` is 63.265 to 63.275, `逾100亿元` has no highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest.
    pub low: Decimal,
    /// The highest; `None` where there is none.
    pub high: Option<Decimal>,
}

/// Decimal places of a quotient, beyond which its ends are rounded outward.
const PLACES: u32 = 10;

impl Range {
    /// A value that is exact.
    pub const fn exact(value: Decimal) -> Self {
        Self {
            low: value,
            high: Some(value),
        }
    }

    /// What a figure may stand for, as `quote` prints it and the words around it limit it.
    pub fn printed(figure: &Figure, quote: &str) -> Option<Self> {
        let value = figure.value;
        if let Some(max) = figure.value_max {
            return Some(Self {
                low: value,
                high: Some(max),
            });
        }
        let half = half(value, &figure.unit, quote)?;
        let (low, high) = (value.checked_sub(half)?, value.checked_add(half)?);
        let tenth = || value.shift(-1);
        let (low, high) = match figure.bound {
            // 翻两番 says what is at least about so much.
            Bound::Eq if quote.contains('番') => {
                (value.checked_sub(tenth()?)?, value.checked_mul(Decimal::new(15, 1)))
            }
            Bound::Eq => (low, Some(high)),
            Bound::Approx => (
                value.checked_sub(tenth()?)?.min(low),
                value.checked_add(tenth()?).max(Some(high)),
            ),
            // 120多 is less than 130; 超120 may be anything above.
            Bound::Gt if quote.contains(['余', '多', '几']) => (low, value.checked_add(round(value)?)),
            Bound::Gt | Bound::Ge => (low, None),
            Bound::Lt | Bound::Le => (Decimal::ZERO, Some(high)),
        };
        Some(Self { low, high })
    }

    /// Whether the two share a value.
    pub fn meets(&self, other: &Self) -> bool {
        !self.below(other) && !other.below(self)
    }

    /// Whether every value is smaller than every value of the other.
    pub fn below(&self, other: &Self) -> bool {
        self.high.is_some_and(|high| high < other.low)
    }

    /// The sum.
    pub fn add(&self, other: &Self) -> Option<Self> {
        let high = self.high.zip(other.high).and_then(|(a, b)| a.checked_add(b));
        Some(Self {
            low: self.low.checked_add(other.low)?,
            high,
        })
    }

    /// The difference; `None` where the other has no highest value.
    pub fn sub(&self, other: &Self) -> Option<Self> {
        let low = self.low.checked_sub(other.high?)?;
        let high = self.high.and_then(|high| high.checked_sub(other.low));
        Some(Self { low, high })
    }

    /// The product, for what is not negative.
    pub fn mul(&self, other: &Self) -> Option<Self> {
        let high = self.high.zip(other.high).and_then(|(a, b)| a.checked_mul(b));
        Some(Self {
            low: self.low.checked_mul(other.low)?,
            high,
        })
    }

    /// The quotient, for what is not negative; `None` where the other may be zero.
    pub fn div(&self, other: &Self) -> Option<Self> {
        let slack = Decimal::new(1, PLACES);
        if other.low <= Decimal::ZERO {
            return None;
        }
        let low = match other.high {
            Some(high) => self.low.checked_div(high, PLACES)?.checked_sub(slack)?,
            None => Decimal::ZERO,
        };
        let high = match self.high {
            Some(high) => Some(high.checked_div(other.low, PLACES)?.checked_add(slack)?),
            None => None,
        };
        Some(Self { low, high })
    }

    /// The same with both ends turned to the other side of zero; `None` where there is no highest.
    pub fn negative(&self) -> Option<Self> {
        Self::exact(Decimal::ZERO).sub(self)
    }
}

/// Half of the last printed digit's worth; nothing for numbers of things and places that are printed in full.
fn half(value: Decimal, unit: &str, quote: &str) -> Option<Decimal> {
    let step = printed_step(value, quote);
    let whole = is_counted(unit) || is_time(unit) || unit == "rank";
    if whole && step.is_none_or(|step| step == Decimal::new(1, 0)) {
        return Some(Decimal::ZERO);
    }
    match step {
        Some(step) => step.checked_mul(Decimal::new(5, 1)),
        None if quote.ends_with('成') => Some(Decimal::new(5, 0)),
        None if quote.contains("百分之") || unit == "%" && quote.contains('成') => Some(Decimal::new(5, 1)),
        // 四分之一, 1/5, 一半 are round.
        None if unit == "%" => value.checked_mul(Decimal::new(5, 2)),
        None => round(value)?.checked_mul(Decimal::new(5, 1)),
    }
}

/// The worth of the last digit that is not zero: 10 for 120, 1000 for 5000.
pub fn round(value: Decimal) -> Option<Decimal> {
    if value.is_zero() {
        return None;
    }
    let mut step = Decimal::new(1, value.trimmed().scale());
    while let Some(next) = step.shift(1) {
        if value.checked_div(next, 0)?.checked_mul(next)? != value {
            break;
        }
        step = next;
    }
    Some(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::read;

    /// The range of the first figure of a text, as `low..high`.
    fn check(text: &str, expect: &str) {
        let reading = read(text);
        let figure = &reading.figures[0];
        let range = Range::printed(figure, &reading.clean.slice(figure.span)).expect("in range");
        let high = range.high.map_or("…".to_owned(), |high| high.trimmed().to_string());
        assert_eq!(format!("{}..{high}", range.low.trimmed()), expect, "{text}");
    }

    #[test]
    fn printed_digits_and_words_of_bound_set_the_ends() {
        check("占比63.27%。", "63.265..63.275");
        check("税收收入16.1亿元。", "1605000000..1615000000");
        check("新签约项目49个。", "49..49");
        check("市场主体达7.16万户。", "71550..71650");
        check("保租房1000余套。", "1000..2000");
        check("面积翻了120多倍。", "119.5..130");
        check("税收收入超过20亿元。", "1950000000..…");
        check("税收收入约20亿元。", "1800000000..2200000000");
        check("满意率98%以上。", "97.5..…");
        check("办理时限5个工作日以内。", "0..5");
        check("占全市七成。", "65..75");
        check("占全市的四分之一。", "23.75..26.25");
        check("办理时限1-2个月。", "1..2");
    }

    #[test]
    fn quotients_are_rounded_outward() {
        let n = |n: i128| Range::exact(Decimal::new(n, 0));
        let third = n(1).div(&n(3)).expect("no zero");
        assert!(third.low < Decimal::new(3333, 4).checked_add(Decimal::new(1, 4)).expect("in range"));
        assert!(third.mul(&n(3)).expect("in range").meets(&n(1)));
        assert_eq!(n(1).div(&n(0)), None);
    }
}
