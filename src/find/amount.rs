//! Amounts: a numeral with its unit or classifier and its bound, and the numerals that are none.
//!
//! ```text
//! amount := bound? numeral (sep numeral)? unit bound?      1-2个月, 超3000家, 98%以上
//!         | numeral (、 numeral)* 和? numeral unit          4.0、5.8和7.4个百分点: one amount each
//!         | 第 numeral (位 | 名)? | 首位 | 前 numeral 位?     ranks
//!         | 翻 (一 | 两)? 番                                 multiples
//! ```

use super::numeral::{Numeral, numeral};
use super::time::Time;
use crate::cue::{self, Classes};
use crate::decimal::Decimal;
use crate::figure::{Bound, Skipped};
use crate::text::Span;
use crate::unit::{self, Unit};

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
}

/// The amounts of the text in order, and the numerals passed over with the reason.
pub fn amounts(chars: &[char], times: &[Time]) -> (Vec<Amount>, Vec<Skipped>) {
    let mut found = Vec::new();
    let mut skipped = Vec::new();
    let mut times = times.iter().peekable();
    let mut at = 0;
    while at < chars.len() {
        while times.next_if(|t| t.span.end <= at).is_some() {}
        if let Some(time) = times.peek().filter(|t| t.span.start <= at) {
            at = time.span.end;
            continue;
        }
        let limit = times.peek().map_or(chars.len(), |t| t.span.start);
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
    (found, skipped)
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
        '第' => return ordinal(chars, at, limit),
        '前' => {
            if let Some(amount) = leading(chars, at, limit) {
                return Step::Found(vec![amount]);
            }
        }
        '首' | '榜' => {
            if let Some(amount) = first_place(chars, at, limit) {
                return Step::Found(vec![amount]);
            }
        }
        '翻' => {
            if let Some(amount) = fold(chars, at, limit) {
                return Step::Found(vec![amount]);
            }
        }
        _ => {}
    }
    let Some(number) = numeral(rest) else {
        return Step::None;
    };
    let end = at + number.len;
    // PM2.5, AK1-3, 5G: names. The whole run of letters and digits is passed over.
    let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    if !number.han && latin(before.last()) {
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

/// Letters, digits, points and hyphens in one run.
fn code_len(rest: &[char]) -> usize {
    rest.iter()
        .take_while(|c| c.is_ascii_alphanumeric() || ".-_".contains(**c))
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
        matches!(self, Self::Unit(unit) if !unit.is_measure())
    }
}

/// The unit behind a numeral, where it ends, and the upper end of a range.
fn unit_of(chars: &[char], at: usize, limit: usize, number: Numeral) -> Option<(Measure, usize, Option<Numeral>)> {
    let mut end = at + number.len;
    if number.percent {
        return Some((Measure::Percent, end, None));
    }
    let mut high = None;
    if let Some((gap, second)) =
        range(&chars[end..limit]).filter(|(_, n)| n.value > number.value && n.han == number.han)
    {
        // 1-2个月, and 5%至8% where the first has its own unit.
        high = Some(second);
        end += gap + second.len;
    }
    let space = usize::from(chars.get(end) == Some(&' '));
    let rest = &chars[(end + space).min(limit)..limit];
    if let Some((len, unit)) = unit::longest(rest) {
        let code = unit.code;
        let end = end + space + len;
        if high.is_none()
            && let Some((gap, second)) = range(&chars[end..limit]).filter(|_| !moved(&chars[..at]))
            && let Some((more, same)) = unit::longest(&chars[end + gap + second.len..limit])
            && same.code == code
            && second.value > number.value
        {
            return Some((Measure::Unit(unit), end + gap + second.len + more, Some(second)));
        }
        return Some((Measure::Unit(unit), end, high));
    }
    (number.scale >= 8 && high.is_none()).then_some((Measure::Money, end, None))
}

/// The joint and second numeral of a range.
fn range(rest: &[char]) -> Option<(usize, Numeral)> {
    let gap = ["——", "-", "—", "–", "~", "～", "至", "到"]
        .into_iter()
        .find(|w| w.chars().enumerate().all(|(i, c)| rest.get(i) == Some(&c)))?;
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
        .take_while(|c| !"，。；！？\n".contains(**c))
        .any(|c| matches!(c, '从' | '由' | '自'))
}

/// Numerals that share the unit of the last: `1286和1187.9亿元`, `4.0、5.8、7.4个百分点`.
fn list(chars: &[char], at: usize, limit: usize, first: Numeral) -> Option<Vec<Amount>> {
    let mut parts = vec![(at, first)];
    let mut end = at + first.len;
    loop {
        let joint = chars.get(end).filter(|c| end < limit && "、和与及".contains(**c));
        if first.percent || joint.is_none() {
            return None;
        }
        let next = numeral(&chars[end + 1..limit]).filter(|n| !n.percent && n.han == first.han)?;
        parts.push((end + 1, next));
        end += 1 + next.len;
        if let Some((len, unit)) = unit::longest(&chars[end..limit]) {
            // 三、四季度 and 两、三个: in Chinese numerals a list of digits is a range or a name.
            if first.han {
                return None;
            }
            let last = next.scale;
            let count = parts.len();
            let amounts = parts.into_iter().enumerate().map(|(i, (start, mut number))| {
                if number.scale == 0 {
                    number.value = number.value.shift(last)?;
                }
                let stop = if i + 1 == count { end + len } else { start + number.len };
                amount(chars, start, stop, number, Measure::Unit(unit), None)
            });
            return amounts.collect();
        }
    }
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
    let before = cue::bound_before(&chars[..at]);
    let after = cue::bound_after(&chars[end..]);
    // 30多个 keeps 多 inside; 2倍多 has it behind.
    let bound = after.or(before).map(|(_, b)| b).or(number.more).unwrap_or_default();
    let high = high.map(|h| {
        if h.scale >= number.scale {
            (h.value, h.scale - number.scale)
        } else {
            (h.value, 0)
        }
    });
    let lift = high.filter(|_| number.scale == 0).map_or(0, |(_, lift)| lift);
    let max = high.map(|(value, _)| value).or(number.max);
    Some(Amount {
        span: Span::new(at, end),
        value: measure.base(number.value.shift(lift)?)?,
        max: match max {
            Some(max) => Some(measure.base(max)?),
            None => None,
        },
        unit: measure.code(),
        bound,
        whole: Span::new(
            at - before.map_or(0, |(len, _)| len),
            end + after.map_or(0, |(len, _)| len),
        ),
        fold: false,
    })
}

/// Why a numeral with a unit is still no figure.
fn no_figure(chars: &[char], at: usize, number: Numeral, measure: Measure, end: usize) -> Option<&'static str> {
    let one = number.han && number.len == 1 && number.value == Decimal::new(1, 0);
    let bare = number.han && number.len == 1 && number.scale > 0;
    let near: String = chars[at.saturating_sub(3)..at].iter().collect();
    let quoted = matches!(at.checked_sub(1).map(|i| chars[i]), Some('“' | '‘' | '《' | '「'));
    if matches!(measure, Measure::Money) && near.is_empty() {
        return Some("no unit");
    }
    if number.han && quoted && measure.classifier() {
        return Some("name");
    }
    // 一个, 一批, 一天: an article, unless a word of effort or count stands before it.
    if one
        && !number.percent
        && !["用", "花", "仅", "只", "过", "短短", "需", "共", "各", "不到", "连续"]
            .iter()
            .any(|w| near.contains(w))
    {
        return Some("idiom");
    }
    if number.han && number.value.is_zero() && measure.classifier() {
        return Some("name");
    }
    // 百家争鸣, 千家万户.
    if bare && measure.classifier() && cue::bound_before(&chars[..at]).is_none() {
        return Some("idiom");
    }
    let next: String = chars[end..(end + 4).min(chars.len())].iter().collect();
    if measure.code() == "year"
        && ["行动", "计划", "规划", "攻坚", "级"]
            .iter()
            .any(|w| next.starts_with(w))
    {
        return Some("name");
    }
    None
}

/// 第55位, 全市第一; 第三批 and 第一产业 are names.
fn ordinal(chars: &[char], at: usize, limit: usize) -> Step {
    let rest = &chars[at + 1..limit];
    let Some(number) = numeral(rest).filter(|n| !n.percent && n.more.is_none() && n.max.is_none()) else {
        return Step::None;
    };
    let end = at + 1 + number.len;
    let next = chars.get(end).filter(|_| end < limit);
    let placed = matches!(next, Some('位' | '名'));
    let before: String = chars[at.saturating_sub(8)..at].iter().collect();
    let ranked = [
        "全市", "全省", "全国", "全区", "全县", "全球", "世界", "列", "居", "排名", "位次", "排", "夺得", "获得", "获",
        "中部", "第", "勇夺", "稳居", "均", "省内", "市内", "国内", "之首", "同类",
    ]
    .iter()
    .any(|w| before.ends_with(w));
    let names = "产季批方时轮次期届章条节款步线书人代医中小楼个家种类站天年月阶层";
    if placed || ranked && !next.is_some_and(|c| names.contains(*c)) {
        let end = end + usize::from(placed);
        return Step::Found(vec![rank(chars, at, end, number.value, Bound::Eq)]);
    }
    Step::Skip(end, "ordinal")
}

/// 前十, 前23位: a place no lower than.
fn leading(chars: &[char], at: usize, limit: usize) -> Option<Amount> {
    let number = numeral(&chars[at + 1..limit]).filter(|n| !n.percent && n.more.is_none() && n.scale < 3)?;
    let mut end = at + 1 + number.len;
    let next = chars.get(end).filter(|_| end < limit);
    match next {
        Some('位' | '名' | '强') => end += 1,
        Some(c) if "个月年季日天次期批轮届件项家款种周".contains(*c) => return None,
        _ if !number.han => return None,
        _ => {}
    }
    (number.value > Decimal::new(1, 0)).then(|| rank(chars, at, end, number.value, Bound::Le))
}

/// 首位, 榜首: the first place, where a word of rank or a whole stands before it.
fn first_place(chars: &[char], at: usize, limit: usize) -> Option<Amount> {
    let word: String = chars[at..limit.min(at + 2)].iter().collect();
    let before: String = chars[at.saturating_sub(2)..at].iter().collect();
    let ranked = ["居", "列", "全市", "全省", "全国", "之", "排", "登"]
        .iter()
        .any(|w| before.ends_with(w));
    let named = chars[at + word.chars().count()..limit]
        .iter()
        .take(2)
        .collect::<String>();
    (["首位", "榜首"].contains(&word.as_str()) && ranked && !["产业", "度"].iter().any(|w| named.starts_with(w)))
        .then(|| rank(chars, at, at + 2, Decimal::new(1, 0), Bound::Eq))
}

fn rank(chars: &[char], at: usize, end: usize, value: Decimal, bound: Bound) -> Amount {
    let after = cue::bound_after(&chars[end..]).filter(|(_, b)| *b == Bound::Le);
    Amount {
        span: Span::new(at, end),
        value,
        max: None,
        unit: "rank",
        bound: after.map_or(bound, |(_, b)| b),
        whole: Span::new(at, end + after.map_or(0, |(len, _)| len)),
        fold: false,
    }
}

/// 翻番, 翻一番, 翻两番: 2, 2 and 4 times.
fn fold(chars: &[char], at: usize, limit: usize) -> Option<Amount> {
    let rest = &chars[at + 1..limit];
    let done = usize::from(rest.first() == Some(&'了'));
    let number = numeral(&rest[done..]).filter(|n| n.han && n.scale == 0);
    let len = done + number.map_or(0, |n| n.len);
    let times = number.map_or(Decimal::new(1, 0), |n| n.value);
    let power = (1..=6).find(|p| Decimal::new(*p, 0) == times)?;
    let end = at + 2 + len;
    (rest.get(len) == Some(&'番')).then(|| Amount {
        span: Span::new(at, end),
        value: Decimal::new(1 << power, 0),
        max: None,
        unit: "x",
        bound: cue::bound_before(&chars[..at]).map_or(Bound::Eq, |(_, b)| b),
        whole: Span::new(at, end),
        fold: true,
    })
}

#[cfg(test)]
mod tests {
    use super::super::time::times;
    use super::*;
    use crate::period::Date;

    fn check(text: &str, expect: &str) {
        let chars: Vec<char> = text.chars().collect();
        let (found, _) = amounts(&chars, &times(&chars, Date::parse("2024-09-14")));
        let shown: Vec<String> = found
            .iter()
            .map(|a| {
                let words: String = chars[a.span.start..a.span.end].iter().collect();
                let max = a.max.map(|m| format!("~{m}")).unwrap_or_default();
                let bound = if a.bound == Bound::Eq {
                    String::new()
                } else {
                    format!(" {}", a.bound.code())
                };
                format!("[{words} {}{max} {}{bound}]", a.value, a.unit)
            })
            .collect();
        assert_eq!(shown.concat(), expect, "{text}");
    }

    #[test]
    fn every_unit_has_its_examples() {
        for example in unit::examples() {
            let (text, expect) = example.split_once(" = ").expect("the build script checks the form");
            let chars: Vec<char> = text.chars().collect();
            let (found, _) = amounts(&chars, &[]);
            let shown: Vec<String> = found.iter().map(|a| format!("{} {}", a.value, a.unit)).collect();
            assert_eq!(shown, [expect], "{text}");
        }
    }

    #[test]
    fn bounds_on_all_sides() {
        check("超过3000家", "[3000家 3000 家 gt]");
        check("近40亿元", "[40亿元 4000000000 CNY approx]");
        check("满意率98%以上", "[98% 98 % ge]");
        check("压缩到5个工作日以内", "[5个工作日 5 workday le]");
        check("不超过7天", "[7天 7 day le]");
        check("50多亿元", "[50多亿元 5000000000 CNY gt]");
        check("600人左右", "[600人 600 人 approx]");
    }

    #[test]
    fn ranges_and_lists() {
        check("1-2个月", "[1-2个月 1~2 month]");
        check("六七条", "[六七条 6~7 条]");
        check("增长5%至8%", "[5%至8% 5~8 %]");
        check("从19个减少到11个", "[19个 19 个][11个 11 个]");
        check(
            "分别为1286和1187.9亿元",
            "[1286 128600000000 CNY][1187.9亿元 118790000000 CNY]",
        );
        check(
            "提高4.0、5.8、7.4个百分点",
            "[4.0 4.0 pp][5.8 5.8 pp][7.4个百分点 7.4 pp]",
        );
    }

    #[test]
    fn ranks() {
        check("排名第55位", "[第55位 55 rank]");
        check("总量列全市第一", "[第一 1 rank]");
        check("进入全省前十", "[前十 10 rank le]");
        check("居全省首位", "[首位 1 rank]");
        check("第三批试点", "");
        check("第一产业", "");
        check("首位产业", "");
        check("前三季度", "");
    }

    #[test]
    fn what_is_no_figure() {
        check("“3310”行动", "");
        check("PM2.5浓度", "");
        check("AK1-3整机", "");
        check("一系列举措、一批项目", "");
        check("2023年1-9月", "");
        check("一带一路", "");
        check("五年规划", "");
        check("产值翻了一番", "[翻了一番 2 x]");
        check("突破千亿", "[千亿 100000000000 CNY gt]");
    }
}
