//! Exact decimals that remember how many digits were printed.

use std::cmp::Ordering;
use std::fmt;

/// The number of decimal places beyond which we do not go.
const MAX_SCALE: u32 = 30;

/// An exact decimal number: `digits × 10^-scale`.
///
/// The scale is the number of decimal places as printed, so `63.270` and `63.27` compare equal but print differently.
/// There is no float anywhere: `0.1 + 0.2` is `0.3`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self::new(0, 0);

    /// `digits × 10^-scale`.
    pub const fn new(digits: i128, scale: u32) -> Self {
        Self { digits, scale }
    }

    /// Reads ASCII digits with at most one point: `885`, `63.27`. Commas, signs, exponents and more than 30 digits give `None`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(&text.chars().collect::<Vec<char>>())
    }

    /// The same from the characters of a text.
    pub fn read(text: &[char]) -> Option<Self> {
        let point = text.iter().position(|c| *c == '.');
        let whole = &text[..point.unwrap_or(text.len())];
        let fraction = point.map_or(&[][..], |point| &text[point + 1..]);
        if whole.is_empty()
            || point.is_some() && fraction.is_empty()
            || whole.len() + fraction.len() > MAX_SCALE as usize
        {
            return None;
        }
        let mut digits = whole.iter().chain(fraction).map(|c| c.to_digit(10));
        let digits = digits.try_fold(0_i128, |sum, digit| Some(sum * 10 + i128::from(digit?)))?;
        Some(Self::new(digits, fraction.len() as u32))
    }

    /// The digits as a whole number, without their point.
    pub const fn digits(self) -> i128 {
        self.digits
    }

    /// Decimal places as printed.
    pub const fn scale(self) -> u32 {
        self.scale
    }

    /// Whether the number is zero.
    pub const fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The number, where it is a whole one.
    pub fn whole(self) -> Option<i128> {
        let Self { digits, scale } = self.trimmed();
        (scale == 0).then_some(digits)
    }

    /// The number times `10^power`; `None` where it leaves the range.
    pub fn shift(self, power: i32) -> Option<Self> {
        if power <= 0 {
            let scale = self.scale.checked_add(power.unsigned_abs())?;
            return (scale <= MAX_SCALE).then_some(Self::new(self.digits, scale));
        }
        let power = power.unsigned_abs();
        let rest = power.saturating_sub(self.scale);
        let digits = self.digits.checked_mul(10_i128.checked_pow(rest)?)?;
        Some(Self::new(digits, self.scale.saturating_sub(power)))
    }

    /// The sum; `None` where it leaves the range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self::new(a.checked_add(b)?, scale))
    }

    /// The difference; `None` where it leaves the range.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self::new(-other.digits, other.scale))
    }

    /// The product; `None` where it leaves the range.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let scale = self.scale + other.scale;
        let digits = self.digits.checked_mul(other.digits)?;
        (scale <= MAX_SCALE).then_some(Self::new(digits, scale))
    }

    /// The quotient, rounded half away from zero at `places`; `None` for a zero divisor or where it leaves the range.
    pub fn checked_div(self, other: Self, places: u32) -> Option<Self> {
        if other.digits == 0 {
            return None;
        }
        let (a, b, _) = self.aligned(other)?;
        let a = a.checked_mul(10_i128.checked_pow(places + 1)?)?;
        let tenfold = a / b;
        let half = if tenfold < 0 { -5 } else { 5 };
        Some(Self::new((tenfold + half) / 10, places))
    }

    /// The nearest float, for geometry only.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(self.scale as i32)
    }

    /// The same number without trailing zeros after the point.
    pub fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Whether it is 1, 10, 0.1 and so on.
    pub fn is_power_of_ten(self) -> bool {
        let Self { mut digits, scale } = self.trimmed();
        while scale == 0 && digits >= 10 && digits % 10 == 0 {
            digits /= 10;
        }
        digits == 1
    }

    /// Both digits at the larger of the two scales.
    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        let scale = self.scale.max(other.scale);
        let up = |n: Self| n.digits.checked_mul(10_i128.checked_pow(scale - n.scale)?);
        Some((up(self)?, up(other)?, scale))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.aligned(*other) {
            Some((a, b, _)) => a.cmp(&b),
            // Too far apart to share a scale: the sizes alone tell.
            None => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

/// Plain notation with the printed places: `88500000000`, `58.65`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let power = 10_u128.pow(self.scale);
        let digits = self.digits.unsigned_abs();
        write!(f, "{sign}{}", digits / power)?;
        if self.scale > 0 {
            write!(f, ".{:0width$}", digits % power, width = self.scale as usize)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, power: i32, expect: &str) {
        let shown = Decimal::parse(input)
            .and_then(|n| n.shift(power))
            .map(|n| n.to_string());
        assert_eq!(shown.as_deref(), Some(expect), "{input} × 10^{power}");
    }

    #[test]
    fn shifts_without_loss() {
        check("885", 8, "88500000000");
        check("58.65", 0, "58.65");
        check("8437.56", 4, "84375600");
        check("0.53", 6, "530000");
        check("1.5", -2, "0.015");
    }

    #[test]
    fn refuses_what_is_no_plain_number() {
        for input in [
            "",
            ".",
            "1.",
            ".5",
            "1,000",
            "1e9",
            "-3",
            "9999999999999999999999999999999",
        ] {
            assert_eq!(Decimal::parse(input), None, "{input}");
        }
    }

    #[test]
    fn compares_by_value_and_divides_exactly() {
        let n = |s| Decimal::parse(s).expect("a number");
        assert_eq!(n("63.270"), n("63.27"));
        assert!(n("9.9") < n("10"));
        let share = n("3100").checked_div(n("49"), 2).expect("in range");
        assert_eq!(share.to_string(), "63.27");
        assert_eq!(n("1").checked_div(Decimal::ZERO, 2), None);
        assert_eq!(n("0.1").checked_add(n("0.2")), Some(n("0.3")));
    }
}
