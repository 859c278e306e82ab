//! How far a time reaches: to the end of its sentence, or no further than its own clause.

use super::sentence::{Doc, Sentence};
use super::tense::relative_past;
use crate::cue::Classes;
use crate::find::time::{Role, Time};
use crate::period::{Date, Period, PeriodClass};
use crate::prefix::{List, is_one};
use crate::token::{Kind, Token};

/// Whether the time at token `i` of `left` still holds at the end of `left`.
pub(super) fn reaches(doc: &Doc, left: &[Token], i: usize, time: &Time) -> bool {
    let behind = &left[i + 1..];
    // 去年|全年是6家: the two words are one time.
    let before = i
        .checked_sub(1)
        .filter(|b| left[*b].span.end == time.span.start && doc.is_year_word(time.span));
    if let Some((b, Kind::Time(t))) = before.map(|b| (b, left[b].kind)) {
        return doc.times[t].role != Role::Base && reaches(doc, left, b, &doc.times[t]);
    }
    // 订单已排到9月，预计产值9亿元: how far the work reaches.
    if const { List::new("排到|排至|排产到|排产至") }
        .ending(&doc.chars[..time.span.start])
        .is_some()
    {
        return false;
    }
    let parted = || behind.iter().any(|t| t.is_mark("，；"));
    let names = of_plan(doc, behind, time) || of_base(doc, left, i, time);
    // 6月28日投产…；…累计投资: a day is that of its own statement.
    let day = time.role != Role::Stock
        && time.period.is_some_and(|p| p.end.day > 0)
        && i > 2
        && behind.iter().any(|t| t.is_mark("；"));
    if day {
        return false;
    }
    // 计划今年11月竣工；另一项目投资15亿元: what is still to come is told of one thing.
    let ahead = doc
        .date
        .zip(time.period)
        .is_some_and(|(now, p)| p.class() != PeriodClass::Year && p.start.is_some_and(|s| s > now));
    if ahead && behind.iter().any(|t| t.is_mark("；")) {
        return false;
    }
    // 是2010年奠基时的百余倍.
    // But 1992年获批之初，面积仅6.8平方公里.
    let clause = || behind.iter().take_while(|t| !t.is_mark("，；")).last();
    let at_first = || clause().is_some_and(|t| is_one(doc.chars[t.span.end - 1], "初时"));
    let then = || behind.last().is_some_and(|t| t.is(Classes::DE)) || parted() && !at_first();
    if time.role == Role::When && after_beginning(doc, behind) && then() {
        return false;
    }
    // 某某经开区（2012年升级为国家级）现有…: what brackets tell by the way.
    let bracket = behind.iter().find(|t| t.is_mark("（）()"));
    if names_event(doc, left, i, time)
        || told_on(doc, behind, time)
        || tells_which(doc, behind)
        || bracket.is_some_and(|t| t.is_mark("）)"))
    {
        return false;
    }
    // …3.2倍，“十一五”期间年均增长26.4%；工业总产值…: a span of years told by the way.
    let told = time.role == Role::Over && left[..i].iter().any(|t| doc.amount(t).is_some());
    if told && behind.iter().any(|t| t.is_mark("；")) {
        return false;
    }
    let own = (aside(doc, left, i, time) || began(doc, behind, time) && !at_first()) && parted();
    !(names || own || narrowed(left, i))
}

/// 10月15日，2020年四季度招商项目集中签约仪式举行，…: the name of an event of some day; 3月24日讯: when the report was sent.
pub(super) fn names_event(doc: &Doc, left: &[Token], i: usize, time: &Time) -> bool {
    const EVENTS: List = List::new("仪式|活动|签约会|推介会|大会|会议|集中签约|集中开工|集中动工|集中竣工|集中投产");
    let days = || {
        left[..i]
            .iter()
            .any(|t| matches!(t.kind, Kind::Time(t) if doc.times[t].period.is_some_and(|p| p.end.day > 0)))
    };
    let named = || {
        left[i + 1..]
            .iter()
            .take_while(|t| matches!(t.kind, Kind::Word(_) | Kind::Noun(_)))
            .any(|t| EVENTS.ending(&doc.chars[..t.span.end]).is_some())
    };
    let sent = time.period.is_some_and(|p| p.end.day > 0) && matches!(doc.chars.get(time.span.end), Some('讯' | '电'));
    let adjoins = left.get(i + 1).is_some_and(|t| t.span.start == time.span.end);
    sent || adjoins && days() && named() && !looks_back(doc, time)
}

/// 1月18日，2021年度|工作总结大会…: whether a time is that which is looked back on.
pub(super) fn looks_back(doc: &Doc, time: &Time) -> bool {
    const BACK: List = List::new("工作总结|总结大会|总结会|总结表彰");
    BACK.stands_in(&doc.chars[time.span.end..doc.chars.len().min(time.span.end + 8)])
}

/// 2022年|政府工作报告: what a report to the people's congress gives account of, the year before its own.
pub(super) fn reported(doc: &Doc, time: &Time, year: Period) -> Period {
    const REPORT: List = List::new("工作报告");
    let near = &doc.chars[time.span.end..doc.chars.len().min(time.span.end + 12)];
    let line = near.split(|c| is_one(*c, "，。\n")).next().unwrap_or_default();
    let early = doc.date.is_none_or(|now| now.year == year.end.year && now.month <= 4);
    match year.class() == PeriodClass::Year && early && REPORT.stands_in(line) {
        true => Period::at(Date::year(year.end.year - 1)),
        false => year,
    }
}

/// 完成年初计划的103.9%, 本年计划投资6.2亿元, 完成全年650亿元任务的96.6%: a plan's name.
fn of_plan(doc: &Doc, behind: &[Token], time: &Time) -> bool {
    let plan = |t: &Token| {
        ["计划", "目标", "任务", "预算", "指标"].iter().any(|w| {
            w.chars()
                .eq(doc.chars[t.span.start..t.span.end].iter().copied().take(2))
        })
    };
    // 今年|计划|实施项目52个 is no name of a plan.
    let does = behind.get(1).is_some_and(|t| t.is(Classes::VERB));
    let own = behind.first().is_some_and(|t| t.span.start == time.span.end && plan(t)) && !does;
    let sum = doc.is_year_word(time.span)
        && behind.first().is_some_and(|t| doc.amount(t).is_some())
        && behind[1..].iter().take(4).take_while(|t| !t.is_mark("，；")).any(plan);
    own && behind.iter().any(|t| t.is_mark("，；的") || t.is(Classes::DE)) || sum
}

/// 较上年全年提高, 接近去年全年的七成: what something is compared with.
fn of_base(doc: &Doc, left: &[Token], i: usize, time: &Time) -> bool {
    let before = i.checked_sub(1).map(|b| &left[b]);
    let base = |t: &Token| matches!(t.kind, Kind::Time(t) if doc.times[t].role == Role::Base);
    let than = |t: &Token| t.is(Classes::YOY) || doc.is_word(t, &["比", "较"]) || base(t);
    let compared = before.is_some_and(|t| t.span.end == time.span.start && than(t));
    // 与2012年的960亿元相比，年均增长…: the year is that of its own amount.
    let beside = before.is_some_and(|t| doc.is_word(t, &["与", "同", "和", "跟"]));
    if beside && left[i + 1..].iter().any(|t| doc.is_word(t, &["相比"])) {
        return true;
    }
    let whole = relative_past(doc, time)
        && before.is_some_and(|t| doc.is_word(t, &["接近", "相当于", "达到", "超过", "为", "是", "占"]));
    let word = |t: &Token| matches!(t.kind, Kind::Time(t) if doc.is_year_word(doc.times[t].span));
    let rest = &left[i + 1..];
    let rest = &rest[usize::from(rest.first().is_some_and(word))..];
    // 比两区合并前的2010年增长86%.
    let told = before.is_some_and(|t| t.is(Classes::DE) && t.span.end == time.span.start);
    let mut clause = left[..i].iter().rev().take(8).take_while(|t| !t.is_mark("，；"));
    let distant = told && time.role == Role::When && clause.any(than);
    distant || compared && time.role != Role::Base || whole && rest.first().is_some_and(|t| t.is(Classes::DE))
}

/// …125.3万辆，上年同期为89.6万辆，增长39.8%: a look back between two clauses on now.
fn aside(doc: &Doc, left: &[Token], i: usize, time: &Time) -> bool {
    let told = left[..i].iter().any(|t| doc.amount(t).is_some());
    let opens = i.checked_sub(1).is_none_or(|b| left[b].is_mark("，；（("));
    let same = |t: &Token| matches!(t.kind, Kind::Time(t) if doc.times[t].role == Role::Same);
    // 去年|全年|是6家.
    let year = |t: &&Token| matches!(t.kind, Kind::Time(t) if doc.is_year_word(doc.times[t].span));
    let value = left[i + 1..]
        .iter()
        .find(|t| !year(t))
        .is_some_and(|t| same(t) || t.is(Classes::COPULA) || doc.amount(t).is_some());
    told && opens && value && relative_past(doc, time)
}

/// …3.86万辆，其中5月份9850辆；实现产值…: a part of the time that is spoken of.
fn narrowed(left: &[Token], i: usize) -> bool {
    let among = left[..i].last().is_some_and(|t| t.is(Classes::AMONG));
    among && left[i + 1..].iter().any(|t| t.is_mark("；"))
}

/// What zones and companies begin with.
const BEGINNINGS: List = List::new(
    "成立|设立|建立|创办|创建|创立|始建|建区|组建|升级|升格|获批|批准|挂牌|落户|入驻|启动|奠基|起步|注册|跻身|晋升|晋级|升为|批复|核准|合署|合并|列入|纳入|更名|改名|改为现名|扩区|拿到|牌子|金字招牌|封关|开园|筹建|建园|建成投用",
);

/// 2018年|升级扩区后为2.28平方公里, 是2010年|奠基时的百余倍: whether a time is that of a beginning which what follows came after or is compared with.
pub(super) fn after_beginning(doc: &Doc, behind: &[Token]) -> bool {
    let clause = behind
        .iter()
        .take(8)
        .take_while(|t| !t.is_mark("，；、）") && doc.amount(t).is_none());
    let event = |t: &&Token| is_one(doc.chars[t.span.end - 1], "后时初前");
    let Some(after) = clause.clone().find(event) else {
        return false;
    };
    BEGINNINGS.stands_in(&doc.chars[behind[0].span.start..after.span.end])
}

/// 4月1日，|记者从新闻发布会上获悉，…: whether a day is only that on which the rest was told.
pub(super) fn told_on(doc: &Doc, behind: &[Token], time: &Time) -> bool {
    const TOLD: List = List::new("获悉|了解到|获知|通报|公布|透露|发布会");
    let from = usize::from(behind.first().is_some_and(|t| t.is_mark("，")));
    let clause = behind[from..].iter().take_while(|t| !t.is_mark("，；"));
    // …对外通报了陕西省内7个综合保税区的情况，…: how many there are is no news.
    let silent = clause.clone().all(|t| doc.amount(t).is_none() || doc.counts(t));
    let says = |last: &Token| TOLD.stands_in(&doc.chars[time.span.end..last.span.end]);
    let parted = behind.len() > from + clause.clone().count();
    time.period.is_some_and(|p| p.end.day > 0) && parted && silent && clause.last().is_some_and(says)
}

/// 2019年8月|挂牌的|自贸试验区贡献了11.3%的进出口: whether a time only tells which one it is, seen from what stands behind it.
fn tells_which(doc: &Doc, behind: &[Token]) -> bool {
    match behind {
        [event, de, ..] => doc.is_word(de, &["的"]) && BEGINNINGS.holds(&doc.chars[event.span.start..event.span.end]),
        _ => false,
    }
}

/// 园区2010年升级为国家级，规划面积35平方公里: when something began, long before the report, is not when the rest is true.
pub(super) fn began(doc: &Doc, behind: &[Token], time: &Time) -> bool {
    let now = doc.date.filter(|now| now.month > 0);
    let long_ago = time
        .period
        .is_some_and(|p| p.start.is_some() && now.is_none_or(|now| p.end.year + 2 <= now.year));
    // 2015年12月16日，|某某新区获批设立.
    let apart = behind.first().is_some_and(|t| t.is_mark("，")) && time.period.is_some_and(|p| p.end.month > 0);
    let behind = &behind[usize::from(apart)..];
    let clause = behind.iter().take_while(|t| !t.is_mark("，；、）。"));
    let amount = clause.clone().any(|t| doc.amount(t).is_some());
    let (Some(first), Some(last)) = (behind.first(), clause.last()) else {
        return false;
    };
    let words = &doc.chars[first.span.start..last.span.end];
    tells_which(doc, behind) || long_ago && time.role == Role::When && !amount && BEGINNINGS.stands_in(words)
}

/// Whether what stands behind a time up to the end of its clause is an event without an amount: 2010年|与某区合并，…; not 2010年|，….
pub(super) fn tells_event(doc: &Doc, behind: &[Token]) -> bool {
    let clause = behind.iter().take_while(|t| !t.is_mark("，；、（）：。"));
    let told = behind.get(clause.clone().count()).is_some_and(|t| t.is_mark("："));
    let mut clause = clause;
    !told && !behind.first().is_none_or(|t| matches!(t.kind, Kind::Mark(_))) && clause.all(|t| doc.amount(t).is_none())
}

/// 贡献了全市16.5%的税收（2022年）: the time that brackets at the end of the clause give to it.
pub(super) fn bracketed<'a>(doc: &'a Doc, rest: &[Token]) -> Option<&'a Time> {
    let open = rest.iter().position(|t| t.is_mark("（；"))?;
    let [_, inner, close, ..] = &rest[open..] else {
        return None;
    };
    let Kind::Time(time) = inner.kind else { return None };
    let time = &doc.times[time];
    let says = close.is_mark("）") && matches!(time.role, Role::When | Role::Stock | Role::Over);
    (rest[open].is_mark("（") && says).then_some(time)
}

/// 首期20万辆产能去年底建成: a time behind an amount in its clause, where none stands before it.
pub(super) fn behind<'a>(doc: &'a Doc, clause: &[Token], rest: &[Token]) -> Option<&'a Time> {
    let timed = |t: &Token| matches!(t.kind, Kind::Time(_));
    let own = rest
        .iter()
        .take_while(|t| !t.is_mark("，；、") && doc.amount(t).is_none());
    let at = own.clone().position(timed).filter(|at| *at > 0)?;
    let then = rest.get(at + 1)?;
    let free =
        !clause.iter().any(timed) && !then.is(Classes::DE) && !matches!(then.kind, Kind::Mark(_) | Kind::Amount(_));
    let Kind::Time(time) = rest[at].kind else { return None };
    let time = &doc.times[time];
    let tells = matches!(time.role, Role::When | Role::Stock) && time.period.is_some() && doc.amount(then).is_none();
    let ends = own.clone().skip(at + 1).count() <= 4;
    (free && tells && ends && !doc.is_year_word(time.span)).then_some(time)
}

/// How many tokens of a sentence stand before what it says: a label (【招商引资】, （记者 某某）) or a dateline (某某日报讯).
pub(super) fn prelude(doc: &Doc, sentence: &Sentence, tokens: &[Token]) -> usize {
    let near = &tokens[..tokens.len().min(24)];
    if !sentence.opens {
        return 0;
    }
    let label = near.first().is_some_and(|t| t.is_mark("【[（("));
    let close = near.iter().position(|t| t.is_mark("】]）)"));
    let press = |end: usize| {
        let words = &doc.chars[near[0].span.start..near[end].span.start];
        ["记者", "通讯员", "讯", "电"].iter().any(|w| {
            words
                .windows(w.chars().count())
                .any(|own| w.chars().eq(own.iter().copied()))
        })
    };
    match close {
        Some(close) if label || press(close) => {
            let dash = near.get(close + 1).is_some_and(|t| t.is_mark("—-："));
            close + 1 + usize::from(dash)
        }
        _ => 0,
    }
}
