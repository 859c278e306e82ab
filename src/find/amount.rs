//! Amounts: a numeral with its unit or classifier and its bound, and the numerals that are none.
//!
//! ```text
//! amount := bound? numeral (sep numeral)? unit bound?      1-2个月, 超3000家, 98%以上
//!         | numeral (、 numeral)* 和? numeral unit          4.0、5.8和7.4个百分点: one amount each
//!         | 第 numeral (位 | 名)? | 首位 | 前 numeral 位?     ranks
//!         | 翻 (一 | 两)? 番                                 multiples
//! ```

mod bare;
mod bound;
pub mod grid;
mod list;
mod none;
mod rank;
#[cfg(test)]
mod tests;

use super::currency;
use super::numeral::{self, Numeral, numeral};
use super::time::Time;
use crate::cue::{self, Classes};
use crate::decimal::Decimal;
use crate::figure::{Bound, Skipped};
use crate::lexicon;
use crate::order::sort_by;
use crate::prefix::{Sieve, is_one, starts};
use crate::text::Span;
use crate::unit::{self, Unit};
use bare::{and_half, bare, half, ratio, stands};
use bound::{about, peak, strong, surplus, yearly};
use list::list;
use none::{address, minus, no_figure};

/// A quantity found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Numeral, scale and unit, in the clean text.
    pub span: Span,
    /// Value in the base unit; the lower end of a range.
    pub value: Decimal,
    /// Upper end of a range.
    pub max: Option<Decimal>,
    /// Base unit or classifier.
    pub unit: &'static str,
    /// How the text limits it.
    pub bound: Bound,
    /// From the word of bound before it to the one behind it.
    pub whole: Span,
    /// 翻番: the multiple says of itself that it is a change.
    pub fold: bool,
    /// A minus sign stands before the numeral.
    pub negative: bool,
}

/// The amounts of the text in order, and the numerals passed over with the reason.
pub fn amounts(chars: &[char], times: &[Time]) -> (Vec<Amount>, Vec<Skipped>) {
    let mut found = Vec::new();
    let mut skipped = Vec::new();
    let mut ahead = times.iter().peekable();
    let mut at = 0;
    while at < chars.len() {
        if !may_begin(chars[at]) {
            at += 1;
            continue;
        }
        while ahead.next_if(|t| t.span.end <= at).is_some() {}
        if let Some(time) = ahead.peek().filter(|t| t.span.start <= at) {
            at = time.span.end;
            continue;
        }
        let limit = ahead.peek().map_or(chars.len(), |t| t.span.start);
        at = match step(chars, at, limit) {
            Step::None => at + 1,
            Step::Skip(end, why) => {
                skipped.push(Skipped {
                    span: Span::new(at, end),
                    why,
                });
                end
            }
            Step::Found(amounts) => {
                let end = amounts.last().map_or(at + 1, |a| a.span.end);
                found.extend(amounts);
                end
            }
        };
    }
    let grid = grid::grid(chars, times);
    if !grid.amounts.is_empty() {
        let cells: Vec<Span> = grid.amounts.iter().map(|amount| amount.span).collect();
        let apart = |span: Span| meets(&cells, span).is_none() && meets(&grid.names, span).is_none();
        found.retain(|amount| apart(amount.span));
        skipped.retain(|skipped| apart(skipped.span));
        found.extend(grid.amounts);
        sort_by(&mut found, |a, b| a.span.start.cmp(&b.span.start));
    }
    (found, skipped)
}

/// The first of some spans, in order, that shares a character with another.
fn meets(spans: &[Span], other: Span) -> Option<&Span> {
    let at = spans.partition_point(|span| span.end <= other.start);
    spans.get(at).filter(|span| span.start < other.end)
}

/// Whether an amount, or what only looks like one, may begin with this character.
fn may_begin(c: char) -> bool {
    const OTHERS: Sieve = Sieve::of("第前首榜翻hw");
    numeral::may_begin(c) || OTHERS.may_hold(c)
}

enum Step {
    None,
    Skip(usize, &'static str),
    Found(Vec<Amount>),
}

/// What starts at `at`; nothing may reach beyond `limit`, where a time starts.
fn step(chars: &[char], at: usize, limit: usize) -> Step {
    let rest = &chars[at..limit];
    let before = &chars[..at];
    match rest[0] {
        '第' => return rank::ordinal(chars, at, limit),
        '前' => {
            if let Some(amount) = rank::leading(chars, at, limit) {
                return Step::Found(vec![amount]);
            }
        }
        '首' | '榜' => {
            if let Some(amount) = rank::first_place(chars, at, limit) {
                return Step::Found(vec![amount]);
            }
        }
        '翻' => {
            if let Some(amount) = rank::fold(chars, at, limit) {
                return Step::Found(vec![amount]);
            }
        }
        'h' | 'w' => {
            if let Some(len) = address(rest) {
                return Step::Skip(at + len, "name");
            }
        }
        _ => {}
    }
    // 01 家电产业: a running number.
    if let ['0', '0'..='9', ..] = rest {
        let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        return Step::Skip(at + digits, "no unit");
    }
    let number = numeral(rest);
    let halved = number.map_or_else(|| half(before, rest), |number| and_half(number, &rest[number.len..]));
    if let Some((len, number, unit)) = halved {
        let found = amount(chars, at, at + len, number, Measure::Unit(unit), None);
        return found.map_or(Step::None, |amount| Step::Found(vec![amount]));
    }
    let Some(number) = number else {
        if !rest[0].is_ascii_digit() {
            return Step::None;
        }
        // Its end would be a number again, and a wrong one.
        let part = |c: &&char| c.is_ascii_digit() || is_one(**c, ".十百千万亿兆");
        let digits = rest.iter().take_while(part).count();
        return Step::Skip(at + digits, "out of range");
    };
    let end = at + number.len;
    // PM2.5, AK1-3, 5G: names. The whole run of letters and digits is passed over.
    let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    if !number.han && latin(before.last()) && !measured(chars, at, limit, number) {
        return Step::Skip(at + code_len(rest), "name");
    }
    if number.han && cue::longest(rest).is_some_and(|(len, classes)| len > number.len && classes.any(Classes::PLAIN)) {
        return Step::None;
    }
    if let Some(list) = list(chars, at, limit, number) {
        return Step::Found(list);
    }
    let Some((unit, unit_end, max)) = unit_of(chars, at, limit, number) else {
        let end = if latin(chars.get(end)) {
            at + code_len(rest)
        } else {
            end
        };
        return if number.han {
            Step::None
        } else {
            Step::Skip(end, "no unit")
        };
    };
    if let Some(why) = no_figure(chars, at, number, unit, unit_end) {
        return Step::Skip(unit_end, why);
    }
    match amount(chars, at, unit_end, number, unit, max) {
        Some(amount) => Step::Found(vec![amount]),
        None => Step::Skip(unit_end, "out of range"),
    }
}

/// GDP520亿元: behind the name of an indicator in letters a sum may stand.
fn measured(chars: &[char], at: usize, limit: usize, number: Numeral) -> bool {
    let letters = chars[..at].iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
    let word: String = chars[at - letters..at].iter().collect();
    let sum = || unit_of(chars, at, limit, number).is_some_and(|(unit, ..)| unit::is_money(unit.code()));
    lexicon::indicator(&word).is_some() && sum()
}

/// Letters, digits, points and hyphens in one run.
fn code_len(rest: &[char]) -> usize {
    rest.iter()
        .take_while(|c| c.is_ascii_alphanumeric() || is_one(**c, ".-_"))
        .count()
        .max(1)
}

/// How a value is read into the base unit.
#[derive(Clone, Copy)]
enum Measure {
    Unit(&'static Unit),
    Percent,
    /// A scale word alone, 千亿: money.
    Money,
}

impl Measure {
    fn code(self) -> &'static str {
        match self {
            Self::Unit(unit) => unit.code,
            Self::Percent => "%",
            Self::Money => "CNY",
        }
    }

    fn base(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Unit(unit) => unit.base(value),
            Self::Percent | Self::Money => Some(value),
        }
    }

    fn classifier(self) -> bool {
        matches!(self, Self::Unit(unit) if unit::is_counted(unit.code))
    }
}

/// The unit behind a numeral, where it ends, and the upper end of a range.
fn unit_of(chars: &[char], at: usize, limit: usize, number: Numeral) -> Option<(Measure, usize, Option<Numeral>)> {
    let mut end = at + number.len;
    if number.percent {
        return Some((Measure::Percent, end, None));
    }
    let mut high = None;
    let above = |n: &Numeral| n.han == number.han && lifted(number, *n).is_some_and(|low| low < n.value);
    if let Some((gap, second)) = range(&chars[end..limit]).filter(|(_, n)| above(n)) {
        // 1-2个月, and 5%至8% where the first has its own unit.
        high = Some(second);
        end += gap + second.len;
    }
    let space = usize::from(chars.get(end) == Some(&' '));
    let rest = &chars[(end + space).min(limit)..limit];
    let alone = number.scale >= 4 && space == 0 && high.is_none();
    if let Some((len, unit)) = unit::longest(rest).filter(|(_, unit)| stands(unit, chars, at, end + space)) {
        let code = unit.code;
        let end = end + space + len;
        if high.is_none()
            && let Some((gap, second)) = range(&chars[end..limit]).filter(|_| !moved(&chars[..at]))
            && let Some((more, same)) = unit::longest(&chars[end + gap + second.len..limit])
            && same.code == code
            && second.value > number.value
        {
            // Each end has its own scale.
            let second = Numeral { scale: 0, ..second };
            return Some((Measure::Unit(unit), end + gap + second.len + more, Some(second)));
        }
        return Some((Measure::Unit(unit), end, high));
    }
    if let Some(measure) = alone.then(|| bare(&chars[..at], rest)).flatten() {
        return Some((measure, end, None));
    }
    if let Some(measure) = ratio(number, &chars[..at], rest).filter(|_| space == 0 && high.is_none()) {
        return Some((measure, end, None));
    }
    // 亿 alone needs a word of bound: 亿纬锂能 is a name.
    let alone = number.han && number.len == 1 && cue::bound_before(&chars[..at]).is_none();
    (number.scale >= 8 && high.is_none() && !alone).then_some((Measure::Money, end, None))
}

/// The lower end of a range, which shares the scale word of the upper: 3至5万.
fn lifted(low: Numeral, high: Numeral) -> Option<Decimal> {
    let power = if low.scale == 0 { high.scale } else { 0 };
    low.value.shift(power)
}

/// The joint and second numeral of a range.
fn range(rest: &[char]) -> Option<(usize, Numeral)> {
    rest.first()
        .filter(|c| matches!(c, '—' | '-' | '–' | '~' | '～' | '至' | '到'))?;
    let gap = ["——", "-", "—", "–", "~", "～", "至", "到"]
        .into_iter()
        .find(|word| starts(rest, word))?;
    let gap = gap.chars().count();
    let second = numeral(&rest[gap..]).filter(|n| !n.percent && n.more.is_none())?;
    Some((gap, second))
}

/// Whether 从 or 由 stands before the amount in its clause: then 到 says where it went, and there are two amounts.
fn moved(before: &[char]) -> bool {
    before
        .iter()
        .rev()
        .take(14)
        .take_while(|c| !is_one(**c, "，。；！？\n"))
        .any(|c| matches!(c, '从' | '由' | '自'))
}

/// Puts an amount together, with the words of bound on both sides.
fn amount(
    chars: &[char],
    at: usize,
    end: usize,
    number: Numeral,
    measure: Measure,
    high: Option<Numeral>,
) -> Option<Amount> {
    let negative = minus(&chars[..at]);
    // 超过|新台币1.3兆元: the currency stands between.
    let money = unit::is_money(measure.code());
    let head = &chars[..at - if money { currency::name_len(&chars[..at]) } else { 0 }];
    let before = cue::bound_before(head).filter(|_| !surplus(head) && !peak(head));
    let before = before.or_else(|| about(head));
    // 230亿元起步: no 起 of bound.
    let begins = matches!(
        chars[end..],
        ['起', '步' | '家' | '点' | '航', ..] | ['上', '下', '游', ..]
    );
    // 补助240万元|不到一个月就到账: nor what belongs to the next.
    let begins = begins || matches!(chars[end..], ['不', '到', c, ..] if numeral::digit(c).is_some());
    // 比1.6万亿元多出5600亿元: nor 多.
    let more = matches!(chars[end..], ['多', '出' | '于' | '了' | '增' | '收' | '缴' | '投', ..]);
    let after = cue::bound_after(&chars[end..]).filter(|_| !begins && !more);
    // 30多个 keeps 多 inside; 2倍多 has it behind.
    let inside = matches!(measure, Measure::Unit(unit) if unit.form.contains('多')).then_some(Bound::Gt);
    // 18个月内: within a time.
    let within =
        (unit::is_time(measure.code()) && chars[end..].first() == Some(&'内') && chars.get(end + 1) != Some(&'外'))
            .then_some(Bound::Le);
    let bound = after
        .or(before)
        .map(|(_, b)| b)
        .or(number.more)
        .or(inside)
        .or(within)
        .or_else(|| strong(&chars[at..end], &chars[end..]))
        .unwrap_or_default();
    let low = match high {
        Some(high) => lifted(number, high)?,
        None => number.value,
    };
    let max = high.map(|high| high.value).or(number.max);
    Some(Amount {
        span: Span::new(at, end),
        value: measure.base(low)?,
        max: match max {
            Some(max) => Some(measure.base(max)?),
            None => None,
        },
        unit: measure.code(),
        bound,
        // 签约, 节约: no words of bound, and the noun's or the verb's own.
        whole: Span::new(
            head.len()
                - before
                    .filter(|(_, bound)| *bound != Bound::Eq)
                    .map_or(usize::from(negative), |(len, _)| len),
            end + after.map_or_else(|| yearly(&chars[end..]), |(len, _)| len),
        ),
        fold: false,
        negative,
    })
}
