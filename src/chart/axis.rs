//! A value axis: how long it is, and where its ticks stand.

use super::canvas::{Canvas, text_width};
use crate::decimal::Decimal;
use crate::language::Language;
use crate::scene::Anchor;
use crate::words::unit::{Scale, axis_scale};

/// Pixels between the end of a bar and its value.
pub const GAP: f64 = 8.0;
/// Pixels at least between two tick labels.
const TICK_GAP: f64 = 14.0;
/// Pixels at least between two ticks.
const TICK_STEP: f64 = 44.0;

/// What an axis has to hold: a value, negative to the left of zero, and the width of what is written behind its end.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// In the base unit.
    pub value: f64,
    /// In pixels, gaps included.
    pub behind: f64,
}

/// A horizontal axis.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Where zero stands.
    pub zero: f64,
    /// Pixels for one base unit.
    pub per_unit: f64,
    /// Where the ticks stand and what they say; the last says the unit.
    pub ticks: Vec<(f64, String)>,
    /// The unit of its numbers.
    pub scale: Scale,
}

impl Axis {
    /// The longest axis between `left` and `right` that leaves room for what is written behind each value.
    pub fn new(extents: &[Extent], unit: &str, (left, right): (f64, f64), language: Language) -> Self {
        let reach = |per_unit: f64, side: f64| {
            let beyond = extents.iter().filter(|e| e.value * side >= 0.0);
            beyond.map(|e| e.value.abs() * per_unit + e.behind).fold(0.0, f64::max)
        };
        let low = extents.iter().map(|e| e.value).fold(0.0, f64::min);
        let high = extents.iter().map(|e| e.value).fold(0.0, f64::max);
        let negative = low < 0.0;
        let left_reach = |per_unit| if negative { reach(per_unit, -1.0) } else { 0.0 };
        let range = if high > low { high - low } else { 1.0 };
        let (mut short, mut long) = (0.0, (right - left) / range);
        for _ in 0..50 {
            let middle = (short + long) / 2.0;
            let fits = left_reach(middle) + reach(middle, 1.0) <= right - left;
            (short, long) = if fits { (middle, long) } else { (short, middle) };
        }
        let largest = largest(high.max(-low));
        let mut axis = Self {
            zero: left + left_reach(short),
            per_unit: short,
            ticks: Vec::new(),
            scale: axis_scale(largest, unit, language),
        };
        axis.ticks = axis.find_ticks(low, high, (left, right), negative);
        axis
    }

    /// An axis from 0 at `left` to `to` base units at `right`, on a sheet of that width.
    pub fn fixed(to: f64, unit: &str, (left, right): (f64, f64), width: f64, language: Language) -> Self {
        let mut axis = Self {
            zero: left,
            per_unit: (right - left) / to,
            ticks: Vec::new(),
            scale: axis_scale(largest(to), unit, language),
        };
        axis.ticks = axis.find_ticks(0.0, to, (left, width), false);
        axis
    }

    /// Where a value stands.
    pub fn x(&self, value: f64) -> f64 {
        self.zero + value * self.per_unit
    }

    /// Writes the tick labels on the base line `y`.
    pub fn label(&self, canvas: &mut Canvas, y: f64) {
        for (i, (x, text)) in self.ticks.iter().enumerate() {
            // At the very left there is no room for half of a nought.
            let anchor = if i == 0 && *x < 8.0 {
                Anchor::Start
            } else {
                Anchor::Middle
            };
            canvas.text((*x, y), anchor, "ax", text.clone());
        }
    }

    /// Draws the zero line and the grid from `top` to `bottom`.
    pub fn rule(&self, canvas: &mut Canvas, top: f64, bottom: f64) {
        for (x, _) in &self.ticks {
            let class = if (x - self.zero).abs() < 0.01 { "zero" } else { "grid" };
            canvas.line((*x, top), (*x, bottom), class);
        }
    }

    /// The ticks at the smallest round step at which their labels keep apart; one may stand beyond the largest value where there is room.
    fn find_ticks(&self, low: f64, high: f64, edges: (f64, f64), signed: bool) -> Vec<(f64, String)> {
        for step in steps(self.scale.power, high.max(-low)) {
            let ticks = self.ticks_at(step, low, high, edges, signed);
            let apart = ticks.windows(2).all(|pair| match pair {
                [(a, left), (b, right)] => {
                    let start = edges.0 < 8.0 && left == "0" && !signed;
                    let half = |text: &str| text_width(text, "ax") / 2.0;
                    let room = half(left) * if start { 2.0 } else { 1.0 } + half(right) + TICK_GAP;
                    b - a >= room.max(TICK_STEP).max((edges.1 - edges.0) / 9.0)
                }
                _ => true,
            });
            if apart {
                return ticks;
            }
        }
        vec![(self.zero, "0".to_owned())]
    }

    fn ticks_at(
        &self,
        step: Decimal,
        low: f64,
        high: f64,
        (left, right): (f64, f64),
        signed: bool,
    ) -> Vec<(f64, String)> {
        let size = step.to_f64();
        let mut ticks = Vec::new();
        let (first, last) = ((low / size).floor() as i32, (high / size).ceil() as i32);
        for n in first..=last {
            let Some(value) = step.checked_mul(Decimal::new(i128::from(n.unsigned_abs()), 0)) else {
                continue;
            };
            let sign = match n {
                _ if !signed || n == 0 => "",
                1.. => "+",
                _ => "−",
            };
            let (number, x) = (
                format!("{sign}{}", self.scale.number(value.trimmed())),
                self.x(size * f64::from(n)),
            );
            let whole = format!("{}{number}{}", self.scale.prefix, self.scale.suffix);
            let fits = |text: &str, edge: bool| {
                let half = text_width(text, "ax") / 2.0;
                (x - half >= left || edge) && x + half <= right
            };
            if fits(&number, n == 0) {
                ticks.push((x, number, whole.clone(), fits(&whole, n == 0)));
            }
        }
        // The unit stands at the last tick that has room for it; where none has, at none, and the subtitle says it.
        if ticks.last().is_some_and(|last| !last.3) && ticks.len() > 2 && ticks[ticks.len() - 2].3 {
            ticks.pop();
        }
        let count = ticks.len();
        let unit_at = ticks.iter().rposition(|t| t.3).filter(|&i| i + 1 == count && i > 0);
        let label = |(i, (x, number, whole, _))| (x, if Some(i) == unit_at { whole } else { number });
        ticks.into_iter().enumerate().map(label).collect()
    }
}

/// Round steps in the base unit, from one that is far too small for `largest` to one that is too big: 1, 2 and 5 times powers of ten.
fn steps(power: i32, largest: f64) -> impl Iterator<Item = Decimal> {
    let exponents = (power - 3).max(-12)..=power + 18;
    let all = exponents.flat_map(|e| [1, 2, 5].into_iter().filter_map(move |m| Decimal::new(m, 0).shift(e)));
    all.filter(move |step| step.to_f64() * 12.0 >= largest)
}

/// A number of that order of size; only its size matters, to choose a unit.
fn largest(value: f64) -> Decimal {
    if value < 1.0 {
        Decimal::ZERO
    } else {
        Decimal::new(value as i128, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], unit: &str, room: (f64, f64), expect: &str) {
        let extents: Vec<Extent> = values.iter().map(|&value| Extent { value, behind: 80.0 }).collect();
        let axis = Axis::new(&extents, unit, room, Language::Chinese);
        let shown: Vec<&str> = axis.ticks.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(shown.join(" "), expect, "{values:?}");
    }

    #[test]
    fn ticks_are_round_and_the_last_says_the_unit() {
        check(
            &[15_466_000_000.0, 20_000_000_000.0],
            "CNY",
            (130.0, 780.0),
            "0 50 100 150 200亿元",
        );
        check(
            &[15_466_000_000.0, 20_000_000_000.0],
            "CNY",
            (0.0, 280.0),
            "0 50 100 150 200亿元",
        );
        check(&[84_000_000.0], "CNY", (0.0, 280.0), "0 5000 10000万元");
        check(&[58.0, -20.0], "%", (0.0, 300.0), "−50 0 +50%");
        check(&[3.0], "个", (0.0, 280.0), "0 1 2 3个");
        check(&[0.25], "%", (0.0, 280.0), "0 0.1 0.2 0.3%");
    }

    #[test]
    fn an_axis_without_values_has_its_zero() {
        let axis = Axis::new(&[], "CNY", (0.0, 280.0), Language::Chinese);
        assert_eq!(axis.ticks.first().map(|t| t.1.as_str()), Some("0"));
    }
}
