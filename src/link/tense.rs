//! How a time stands to its figure: as its year, as the base of a move, as what is yet to come.

use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::find::numeral::{digit, may_begin};
use crate::find::time::{Role, Time};
use crate::period::{Date, Period, PeriodClass};
use crate::prefix::{Letters, List, Words, is_one};
use crate::token;
use crate::unit::is_counted;
use std::sync::LazyLock;

/// 到2025年较2020年…年均增长10%, 今年…五年年均增长16%, 到2025年，…年均增长7%: an average is over all its years, in a plan over the five that it ends.
pub(super) fn averaged(doc: &Doc, left: &[token::Token], slot: Slot<Period>) -> Slot<Period> {
    // 两年平均, 五年年均.
    let told = left
        .iter()
        .rev()
        .take(4)
        .filter(|t| t.is(Classes::ANNUAL))
        .find_map(|t| {
            let [number, '年', ..] = doc.chars[t.span.start..] else {
                return None;
            };
            digit(number)
        });
    let Some(last) = slot
        .value
        .filter(|p| told.is_some() || p.class() == PeriodClass::Year || p.start.is_none())
    else {
        return slot;
    };
    let beside = |i: usize| i > 0 && doc.is_word(&left[i - 1], &["与", "同", "和", "跟"]);
    let base = (0..left.len()).rev().find_map(|i| match left[i].kind {
        token::Kind::Time(t) if doc.times[t].role == Role::Base || beside(i) => doc.times[t].period.map(|p| p.end.year),
        _ => None,
    });
    // 从2018年的510亿元增长到2022年的880亿元，年均增长14.6%.
    let from = left.iter().enumerate().rev().find_map(|(i, t)| match t.kind {
        token::Kind::Time(t)
            if doc.times[t].role == Role::When && i.checked_sub(1).is_some_and(|b| left[b].is(Classes::FROM)) =>
        {
            doc.times[t]
                .period
                .filter(|p| p.class() == PeriodClass::Year)
                .map(|p| p.end.year)
        }
        _ => None,
    });
    let base = base.or(from);
    let years = left
        .iter()
        .rev()
        .take(6)
        .take_while(|t| !t.is_mark("；"))
        .find_map(|t| {
            let amount = doc.amount(t).filter(|a| a.unit == "year")?;
            let years = amount.value.whole().filter(|years| (2..=50).contains(years))?;
            Some(years as i16)
        });
    let years = years.or(told.and_then(|n| i16::try_from(n).ok()));
    let by = |t: &token::Token| match t.kind {
        token::Kind::Time(i) => {
            let until = doc.chars[t.span.start] == '到' || doc.chars[..t.span.start].ends_with(&['到']);
            until && doc.times[i].period.is_some_and(|p| p.end.year == last.end.year)
        }
        _ => false,
    };
    let plan = (last.end.year % 5 == 0 && left.iter().any(by)).then_some(last.end.year - 4);
    let first = years.map(|n: i16| last.end.year - n + 1).or(base).or(plan);
    match first.filter(|first| *first < last.end.year) {
        Some(first) => Slot {
            value: Some(Period::between(Date::year(first), Date::year(last.end.year))),
            ..slot
        },
        None => slot,
    }
}

/// 新签约项目, 开工项目: things counted as they come about, not those that there are.
pub(super) fn anew(draft: &Draft) -> bool {
    let name = draft.indicator.value.as_deref().unwrap_or_default();
    const DEEDS: List = List::new("签约|开工|竣工|引进|授权");
    name.starts_with('新') && !name.starts_with("新能源") && !name.starts_with("新型") || DEEDS.stands_in_name(name)
}

/// The same months a year earlier.
pub(super) fn earlier(period: Period) -> Period {
    let back = |date: Date| Date {
        year: date.year - 1,
        ..date
    };
    Period {
        start: period.start.map(back),
        end: back(period.end),
    }
}

/// 截至目前, 截至发稿: no date.
pub(super) fn now(doc: &Doc, time: &Time) -> bool {
    !doc.chars[time.span.start..time.span.end]
        .iter()
        .any(|c| matches!(c, '月' | '年'))
}

/// 从2020年的57家增加到100家: whether a time belongs to the start of a move, seen from what stands behind it.
pub(super) fn of_origin(doc: &Doc, behind: &[token::Token]) -> bool {
    let amount = behind.iter().position(|t| matches!(t.kind, token::Kind::Amount(_)));
    let Some(amount) = amount.filter(|a| {
        *a <= 2
            && behind[..*a]
                .iter()
                .all(|t| t.is(Classes::DE.or(Classes::COPULA).or(Classes::ADVERB)))
    }) else {
        return false;
    };
    let clause = behind[amount + 1..].iter().take_while(|t| !t.is_mark("，；"));
    let before = doc.chars[..behind[0].span.start]
        .iter()
        .rev()
        .take(12)
        .take_while(|c| !is_one(**c, "，。；\n"));
    clause.clone().any(|t| t.is(Classes::TO)) && before.clone().any(|c| matches!(c, '从' | '由' | '自'))
}

/// 市场主体已有7.16万户: a level of now, though the sentence began with a span of years.
pub(super) fn holds_now(doc: &Doc, behind: &[token::Token], draft: &Draft) -> bool {
    let counts = is_counted(doc.amounts[draft.amount].unit);
    let now = |t: &token::Token| {
        doc.is_word(t, &["已有", "现有", "拥有", "已达", "共有"]) || counts && doc.is_word(t, &["达", "达到"])
    };
    behind.iter().rev().take(3).any(now)
}

/// Words of a time that nobody has dated.
static TIMELESS: LazyLock<Words> = LazyLock::new(|| {
    let words = "年可 每年可 以往 此前 过去 原来 原先 最初";
    Words::new(words.split(' ').zip(0..))
});

/// 达产后年产值可达…, 以往要花…: nobody says when.
pub(super) fn timeless(doc: &Doc, left: &[token::Token]) -> bool {
    // 项目建成后年发电21亿千瓦时，可节约标准煤63万吨: once said, it holds for what it will bring.
    let ahead = left
        .iter()
        .rev()
        .take_while(|t| !t.is_mark("；") && !matches!(t.kind, token::Kind::Time(_)));
    const AFTER: List = List::new(
        "建成后|落成后|开发完成后|达产后|投产后|满产后|完工后|竣工后|达标后|达效后|建成之后|投产之后|达产之后",
    );
    let ends = |i: usize| doc.chars[i] == '后' && AFTER.ending(&doc.chars[..=i]).is_some();
    let brings = |t: &token::Token| (t.span.start..t.span.end).any(ends);
    if ahead.clone().any(brings) {
        return true;
    }
    // 从原来的21个减少到13个: the end of a move is of now.
    if left.last().is_some_and(|t| t.is(Classes::TO)) {
        return false;
    }
    let clause = left.iter().rev().take_while(|t| !t.is_mark("，；"));
    let Some(start) = clause.last().map(|t| t.span.start) else {
        return false;
    };
    let end = left.last().map_or(0, |t| t.span.end);
    let words = &doc.chars[start..end.max(start)];
    // 过去一年 says when.
    let counts = |at: usize| words.get(at).is_some_and(|c| may_begin(*c));
    (0..words.len()).any(|at| {
        let found = TIMELESS.longest(Letters::exact(&words[at..]));
        found.is_some_and(|(len, _)| !counts(at + len))
    })
}

/// Whether the figure tells of something done (购置, 收购) rather than of a stock; a sum, a rate and progress do.
pub(super) fn acted(doc: &Doc, sentence: &Sentence, draft: &Draft) -> bool {
    use crate::figure::Kind::{Gap, Rank, Share};
    if matches!(draft.kind, Rank | Share | Gap) {
        return false;
    }
    if !is_counted(doc.amounts[draft.amount].unit) {
        return true;
    }
    let before = &doc.tokens[sentence.range.start..draft.at];
    let verb = before.iter().rev().find(|t| !t.is(Classes::ADVERB.or(Classes::EACH)));
    verb.is_some_and(|t| t.is(Classes::VERB) && !doc.is_word(t, &["拥有", "打造", "获得", "达到"]))
}

/// A year told from the report's, not by its number.
pub(super) fn relative(doc: &Doc, time: &Time) -> bool {
    !doc.chars[time.span.start].is_ascii_digit()
}

/// 去年, 上年: a look back that frames its own paragraph only.
pub(super) fn relative_past(doc: &Doc, time: &Time) -> bool {
    let words = &doc.chars[time.span.start..time.span.end];
    // 上半年 and 前三季度 look back at nothing.
    ["去", "上年", "上一年", "前年"]
        .iter()
        .any(|w| w.chars().eq(words.iter().copied().take(w.chars().count())))
}

/// Whether a period lies within a wider one.
pub(super) fn holds(wide: Period, period: Period) -> bool {
    let month = |date: Date, open: u8| (date.year, if date.month == 0 { open } else { date.month });
    let from = |p: Period| p.start.map(|s| month(s, 1));
    wide != period && from(wide).is_some() && from(wide) <= from(period) && month(period.end, 12) <= month(wide.end, 12)
}

/// 作为“十四五”期间的重点项目，…: a span of years that neither heads its clause nor is told of anything there.
pub(super) fn by_the_way(doc: &Doc, tokens: &[token::Token], i: usize) -> bool {
    let over = matches!(tokens[i].kind, token::Kind::Time(t) if doc.times[t].role == Role::Over);
    let clause = tokens[..i].iter().rev().take_while(|t| !t.is_mark("，；：。"));
    let heads = clause
        .clone()
        .all(|t| (leads(t) || t.is(Classes::FROM)) && !doc.is_word(t, &["作为"]));
    let next = tokens.get(i + 1);
    // 回望“十三五”，…
    let apart = next.is_some_and(|t| t.is_mark("，"));
    // 未来五年的目标是：…，….
    let goals = tokens
        .get(i + 2)
        .is_some_and(|t| doc.is_word(t, &["目标", "任务", "主要目标"]));
    over && (!heads && !apart || next.is_some_and(|t| t.is(Classes::DE)) && !goals)
}

/// 2019年以来，企业从86家增加到240家: the first of the two is of that year.
pub(super) fn since(doc: &Doc, left: &[token::Token]) -> Slot<Period> {
    // 四年来，由最初的12家…: nobody says when that was.
    if left
        .iter()
        .rev()
        .take(3)
        .any(|t| doc.is_word(t, &["最初的", "最初", "原来的", "原先的"]))
    {
        return Slot::unknown();
    }
    // 产值从2018年的506亿元增至2022年的1012亿元，产量从|31万辆增至108万辆.
    let from = left.windows(2).rev().find_map(|pair| match pair[1].kind {
        token::Kind::Time(t) if pair[0].is(Classes::FROM) && doc.times[t].role == Role::When => {
            Some(Slot::inherited(doc.times[t].period?, pair[1].span, "from"))
        }
        _ => None,
    });
    if let Some(from) = from {
        return from;
    }
    let found = left.iter().rev().find_map(|t| match t.kind {
        token::Kind::Time(t) => Some(&doc.times[t]).filter(|t| begins(doc, t)),
        _ => None,
    });
    found.map_or_else(Slot::unknown, first_of)
}

/// Whether a time says since when: 2019年以来, 五年来.
pub(super) fn begins(doc: &Doc, time: &Time) -> bool {
    // 2010年到2019年，…从105亿元增长到660亿元.
    let over = || {
        doc.chars[time.span.start..time.span.end]
            .iter()
            .filter(|c| **c == '年')
            .count()
            == 2
    };
    matches!(time.role, Role::Over | Role::Lately) && (doc.chars[..time.span.end].ends_with(&['来']) || over())
}

/// The last year of a span of years.
pub(super) fn last_of(time: &Time) -> Slot<Period> {
    match time.period {
        Some(period) => Slot::stated(Period::at(period.end), time.span, "sentence"),
        None => Slot::unknown(),
    }
}

/// The first year of a span of years.
pub(super) fn first_of(time: &Time) -> Slot<Period> {
    match time.period.and_then(|p| p.start) {
        Some(start) => Slot::stated(Period::at(start), time.span, "sentence"),
        None => Slot::unknown(),
    }
}

/// What may stand before a time that opens a paragraph: the zone, an adverb, a preposition.
pub(super) fn leads(token: &token::Token) -> bool {
    matches!(token.kind, token::Kind::Zone(_))
        || token.is(Classes::SELF.or(Classes::ADVERB).or(Classes::PREP))
        || token.is_mark("，—●■◆▲▪")
}

/// 1-8月 in a report on nine months, 截至9月末: whether the nine months go on behind a period.
pub(super) fn goes_on(nine: Period, period: Period) -> bool {
    let part = nine.start.is_some_and(|s| s.month > 0) && nine.end.year == period.end.year;
    part && (holds(nine, period) || period.start.is_none())
}

/// 先后投资1000万元, 审批时间压减80%: what went on for long, and what works better for good, is of no months.
pub(super) fn lasts(doc: &Doc, draft: &Draft) -> bool {
    let near = doc.tokens[..draft.at].iter().rev().take(3);
    near.take_while(|t| !t.is_mark("，；。"))
        .any(|t| doc.is_word(t, &["先后", "陆续", "相继", "压减", "压缩", "精简", "缩短", "可达"]))
}

/// 1-8月，…；累计签约项目138个: what has been counted up to the end of the months that are spoken of.
pub(super) fn so_far(doc: &Doc, left: &[token::Token], draft: &Draft, slot: &Slot<Period>) -> Option<Slot<Period>> {
    let months = slot.value.filter(|p| matches!(p.class(), PeriodClass::Months(1, _)))?;
    let counted = draft.kind == Kind::Level && is_counted(doc.amounts[draft.amount].unit);
    let mut near = left.iter().rev().take_while(|t| !t.is_mark("，；。")).take(5);
    let sum = near.any(|t| {
        doc.is_word(t, &["累计", "累计已", "累计达", "总数", "总量", "现有", "共有"])
            || doc.chars[..t.span.end].ends_with(&['总', '数'])
    });
    // 历年累计批准外资企业3880家，合同外资217亿美元: of all years.
    let ever = draft.kind == Kind::Level && left.iter().any(|t| doc.is_word(t, &["历年"]));
    // 前三季度累计签约112个: there the months are the sum's own.
    let since = left
        .iter()
        .rev()
        .take_while(|t| !matches!(t.kind, token::Kind::Time(_)));
    let apart = since.clone().count() == left.len() || since.clone().any(|t| t.is_mark("；"));
    ((counted && sum || ever) && apart).then(|| Slot {
        value: Some(Period::until(months.end)),
        ..slot.clone()
    })
}

/// What a count is of that is said to be at hand, or to have come about already: as the report is written. `slot` is what it would be else, and
/// `said` whether its sentence says when.
pub(super) fn by_now(
    doc: &Doc,
    left: &[token::Token],
    draft: &Draft,
    slot: &Slot<Period>,
    said: bool,
) -> Option<Slot<Period>> {
    let date = doc.date.filter(|date| draft.kind == Kind::Level && date.month > 0)?;
    // 园区现有企业320家, 高新技术企业现已达210家.
    let counts = is_counted(doc.amounts[draft.amount].unit) && !anew(draft);
    let mut near = left
        .iter()
        .rev()
        .take_while(|t| !t.is_mark(if counts { "；" } else { "，；" }) && !matches!(t.kind, token::Kind::Time(_)));
    // 1-8月，…。区内集聚高企2149家.
    const HELD: List = List::new("集聚|聚集|汇聚|云集|聚起|聚起了|集聚了|聚集了|汇聚了|拥有|进驻|入驻");
    let months = slot.value.is_some_and(|p| matches!(p.class(), PeriodClass::Months(..)));
    let held = counts && months && !said;
    let at_hand = near.any(|t| {
        let word = &doc.chars[t.span.start..t.span.end];
        doc.chars[t.span.start] == '现' && doc.is_word(t, &["现", "现有", "现已", "现拥有"]) || held && HELD.holds(word)
    });
    let whole = slot.value == Some(Period::at(Date::year(date.year)));
    // 高新技术企业已超5600家 in a report on last year.
    let already = left
        .last()
        .is_some_and(|t| doc.is_word(t, &["已", "已达", "已有", "已经"]));
    let past = slot.value.is_some_and(|period| period.end.year < date.year);
    (at_hand && !whole || already && past && !said)
        .then(|| Slot::assumed(Period::until(date.without_day()), None, "by now"))
}
