//! Shares and completions: parts of a whole, and of a plan.

use super::place::Place;
use super::role::Role;
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::List;
use crate::token::{self, Token};

/// 占全市16.8%, 占比63.27%, 占全市的四分之一, 贡献率77%.
pub(super) fn share(place: &Place) -> Option<Role> {
    if !place.percent() {
        return None;
    }
    if part_of_noun(place) {
        return Some(Role {
            noun_end: place.start,
            ..place.plain(Kind::Share)
        });
    }
    if let Some(role) = share_of_things(place) {
        return Some(role);
    }
    if let Some(role) = of_sum(place) {
        return Some(role);
    }
    if among(place) {
        return Some(Role {
            noun_end: place.start,
            ..place.plain(Kind::Share)
        });
    }
    let governor = place.governor?;
    // 三类合计29个，超过总数的60%: of what has been counted.
    if place.token(governor).is(Classes::DE)
        && governor > place.start
        && place.before(Classes::SHARE).is_none()
        && ["总数", "总量", "总额", "总和"]
            .iter()
            .any(|w| place.words(place.owner(governor)).ends_with(w))
    {
        let total = place.owner(governor);
        let end = (place.start..total)
            .rev()
            .find(|i| !place.token(*i).is_nominal() && !place.token(*i).is(Classes::WHOLE.or(Classes::SELF)));
        return Some(Role {
            basis: Some(place.words(total)),
            noun_end: end.unwrap_or(place.start),
            ..place.plain(Kind::Share)
        });
    }
    let rate = place.words(governor);
    // 拿出收入的15%投入研发: what it goes to stands behind.
    if place.token(governor).is(Classes::DE)
        && place
            .doc
            .tokens
            .get(place.at + 1)
            .is_some_and(|t| place.doc.is_word(t, &["投入", "用于", "搞", "做"]))
    {
        return Some(Role {
            noun_end: place.start,
            ..place.plain(Kind::Share)
        });
    }
    // 相当于生产总值的1.11%, 人口为全市的3.4%: the whole stands before the amount.
    if place.token(governor).is(Classes::DE)
        && let Some(like) = (place.start..governor)
            .rev()
            .find(|i| place.doc.is_word(place.token(*i), &["相当于", "等于"]))
            .or_else(|| is_of_area(place, governor))
    {
        return Some(Role {
            basis: Some(place.doc.text(crate::text::Span::new(
                place.token(like).span.end,
                place.token(governor).span.start,
            ))),
            noun_end: like,
            ..place.plain(Kind::Share)
        });
    }
    // 占比 and 贡献率 end the noun phrase; 占 parts it from the whole.
    let named = place.token(governor).is(Classes::SHARE)
        || ["占比", "贡献率", "比重", "份额"].iter().any(|w| rate.ends_with(w));
    if named {
        let word = place.token(governor).is(Classes::SHARE) && !rate.starts_with("贡献率");
        // 占营业收入的比重为5.2%: the noun stands before 占.
        let first = (place.start..governor).find(|i| word && place.token(*i).is(Classes::SHARE));
        let end = first.unwrap_or(if word { governor } else { governor + 1 });
        return Some(Role {
            basis: place.whole(),
            noun_end: end,
            ..place.plain(Kind::Share)
        });
    }
    // 民生支出占财政支出比重始终保持在七成以上.
    let cue = (place.start..place.at).find(|i| place.token(*i).is(Classes::SHARE))?;
    let second = (cue + 1..governor + 1).find(|i| place.token(*i).is(Classes::SHARE));
    let basis = place.doc.text(crate::text::Span::new(
        place.token(cue).span.end,
        second.map_or(place.token(governor).span.end, |i| place.token(i).span.start),
    ));
    let basis = basis.split('（').next().unwrap_or_default();
    Some(Role {
        basis: Some(basis.trim_end_matches('的').to_owned()),
        noun_end: cue,
        ..place.plain(Kind::Share)
    })
}

/// 人口为全市的3.4%, 分别是某市全市的2.8%和6.1%: the copula behind which nothing but an area stands before 的 at token `of`.
fn is_of_area(place: &Place, of: usize) -> Option<usize> {
    let area = |t: &Token| t.is(Classes::WHOLE) || matches!(t.kind, token::Kind::Place | token::Kind::Zone(_));
    let copula = (place.start..of)
        .rev()
        .take(3)
        .find(|i| !area(place.token(*i)) && !place.token(*i).is_nominal())?;
    let whole = copula + 1 < of && area(place.token(of - 1));
    (whole
        && place
            .doc
            .is_word(place.token(copula), &["为", "是", "分别为", "分别是"]))
    .then_some(copula)
}

/// 用全市3%的土地, 贡献了全省六成以上的工业增加值: a part of the whole's things, which stand behind.
fn share_of_things(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    // 全区约31%的高企出自载体, but 贡献了全区57%的产值 tells what makes it.
    let own = |g: &usize| *g == place.start && place.doc.is_word(place.token(*g), &["全区", "全园", "园区"]);
    let whole = place.governed_by(Classes::WHOLE).or(place.governor.filter(own));
    let goes_on = place.previous.is_some_and(|p| p.kind == Kind::Share && p.right) && place.at > place.start;
    // 80%的全国重点实验室.
    let named = |at: usize| tokens.get(at).is_some_and(Token::is_nominal);
    let field = tokens.get(place.at + 2).is_some_and(|t| t.is(Classes::WHOLE)) && named(place.at + 3);
    let things = tokens.get(place.at + 1).is_some_and(|t| t.is(Classes::DE)) && (named(place.at + 2) || field);
    let verb = place.governed_by(Classes::VERB.or(Classes::SHARE)).is_some();
    let with = |i: usize| place.doc.is_word(place.token(i), &["以", "用"]);
    // 以某某市3.4%的土地.
    let city = |g: usize| g > place.start && place.token(g).kind == token::Kind::Place && with(g - 1);
    let by = place.governor.is_some_and(|g| with(g) || city(g));
    // 全省1/2的生产总值、3/5的税收和4/5的出口: the same whole for each of a list.
    let listed = goes_on
        && place
            .governor
            .is_some_and(|g| g + 1 == place.at && (place.token(g).is_mark("、") || place.token(g).is(Classes::CONJ)));
    let basis = place.previous.filter(|_| listed).and_then(|p| p.basis.clone());
    (things && (whole.is_some() || by || listed || goes_on && verb || most_of_them(place))).then(|| Role {
        basis: place.whole().or(basis),
        noun_end: place.start,
        right: true,
        ..place.plain(Kind::Share)
    })
}

/// 超过60%的企业实现增长, 可提供八成以上的零部件: a part of the things behind, which are no rate.
fn most_of_them(place: &Place) -> bool {
    const RATES: List = List::new("增速|增幅|速度|幅度|利率|税率|费率|比例|比率|折扣|水平|概率|标准|收益率|份额");
    let tokens = place.doc.tokens;
    let run = tokens[place.at + 2..]
        .iter()
        .take(8)
        .take_while(|t| t.is_nominal())
        .count();
    let last = tokens[place.at + 1 + run].span;
    let rate = RATES.ending(&place.doc.chars[..last.end]).is_some();
    let free = place.governor.is_none_or(|g| {
        place.token(g).is(Classes::VERB.or(Classes::AMONG)) && !place.token(g).is(Classes::DONE)
            || place.doc.chars[..place.token(g).span.end].ends_with(&['等'])
            // 每年拿不低于15%的财政支出用来扶持产业.
            || place.doc.chars[..place.token(g).span.end].ends_with(&['拿'])
    });
    free && run > 0 && !rate
}

/// 其中六成以上投向制造业; 其中，45%来自外贸: a part of what was told before, and what becomes of it.
fn among(place: &Place) -> bool {
    let tokens = place.doc.tokens;
    let behind = tokens.get(place.at + 1).is_some_and(|t| {
        t.is(Classes::VERB.or(Classes::COPULA)) || place.doc.is_word(t, &["用于", "来自", "投向", "流向", "属于"])
    });
    let apart = place
        .start
        .checked_sub(2)
        .filter(|i| place.governor.is_none() && tokens[i + 1].is_mark("，"));
    let cue = place.governor.or(apart);
    behind && cue.is_some_and(|g| place.doc.is_word(&tokens[g], &["其中"]))
}

/// 工业增加值中有24.2%出自高技术产业: the part stands behind.
fn part_of_noun(place: &Place) -> bool {
    let within = (place.start..place.at)
        .rev()
        .take(3)
        .any(|i| place.doc.is_word(place.token(i), &["中", "当中", "里"]));
    within
        && place
            .doc
            .tokens
            .get(place.at + 1)
            .is_some_and(|t| place.doc.is_word(t, &["出自", "来自", "属于", "为", "是", "由"]))
}

/// 占全国总产能23万吨的56.5%: the sum of the whole stands between.
fn of_sum(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    let sum = place
        .at
        .checked_sub(2)
        .filter(|s| tokens[s + 1].is(Classes::DE) && place.doc.amount(&tokens[*s]).is_some())?;
    let near = (sum.saturating_sub(8)..sum)
        .rev()
        .take_while(|i| !tokens[*i].is_mark("，；。\n"));
    let share = near.clone().find(|i| tokens[*i].is(Classes::SHARE))?;
    let planned = near
        .clone()
        .any(|i| tokens[i].is(Classes::PLAN) || place.words(i).contains("计划"));
    (!planned).then(|| Role {
        basis: Some(
            place
                .doc
                .text(crate::text::Span::new(tokens[share].span.end, tokens[sum].span.start)),
        ),
        noun_end: share,
        ..place.plain(Kind::Share)
    })
}

/// 完成年度计划115.8%, 为年度计划的59.8%, 年计划完成率64%, 年度投资完成86%.
pub(super) fn completion(place: &Place) -> Option<Role> {
    const DONE: Classes = Classes::DONE
        .or(Classes::COPULA)
        .or(Classes::RESPECTIVE)
        .or(Classes::SHARE);
    if !place.percent() {
        return None;
    }
    if let Some(plan) = place.before(Classes::PLAN) {
        let done = (place.start..plan).rev().find(|i| place.token(*i).is(DONE));
        return Some(Role {
            noun_end: done.unwrap_or(plan + 1),
            ..place.plain(Kind::Completion)
        });
    }
    if let Some(done) = place.governed_by(Classes::DONE) {
        return Some(Role {
            noun_end: done,
            ..place.plain(Kind::Completion)
        });
    }
    // 完成年初计划的103.9%, 占任务的107.3%, 占任务91.3%.
    let planned = place.governor.is_some_and(|g| {
        let owner = if place.token(g).is(Classes::DE) && g > place.start {
            place.owner(g)
        } else {
            g
        };
        // 完成总投资的74%, but not 占总投资的74%.
        let sum = || owner > place.start && place.token(owner - 1).is(Classes::DONE);
        place.doc.is_word(place.token(owner), &["计划", "目标", "任务"])
            || place.doc.is_word(place.token(owner), &["总投资", "总工程量"]) && sum()
    });
    // 已完成厂房主体工程的85%.
    let works = || {
        let de = place
            .governor
            .filter(|g| *g > place.start && place.token(*g).is(Classes::DE))?;
        let done = (place.start..de).rev().find(|i| !place.token(*i).is_nominal())?;
        const WORKS: List = List::new("工程|土建|总量|进度");
        let ends = WORKS.ending(&place.doc.chars[..place.token(de - 1).span.end]).is_some();
        (done + 1 < de && ends && place.token(done).is(Classes::DONE)).then_some(done)
    };
    if let Some(done) = works() {
        return Some(Role {
            noun_end: done,
            ..place.plain(Kind::Completion)
        });
    }
    if planned && let Some(done) = place.before(DONE) {
        return Some(Role {
            noun_end: done,
            ..place.plain(Kind::Completion)
        });
    }
    if let Some(role) = of_planned_sum(place) {
        return Some(role);
    }
    let governor = place.governor?;
    let rate = place.words(governor);
    (rate.ends_with("完成率") || rate.ends_with("达成率") || rate == "进度").then(|| place.plain(Kind::Completion))
}

/// 占年度计划投资178亿元的80.1%: the sum of the plan stands between.
fn of_planned_sum(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    // 完成年度计划投资178亿元的80.1%, 完成全年650亿元招商任务的96.6%, 完成年度任务（7亿美元）的103.4%.
    let de = place.at.checked_sub(1).filter(|de| tokens[*de].is(Classes::DE))?;
    (de.saturating_sub(6)..de)
        .rev()
        .find(|i| !tokens[*i].is_nominal() && !tokens[*i].is_mark("）)"))
        .filter(|i| place.doc.amount(&tokens[*i]).is_some())?;
    let clause = tokens[..de].iter().rev().take_while(|t| !t.is_mark("，；。"));
    let planned = clause.clone().any(|t| {
        ["计划", "目标", "任务", "预算"]
            .iter()
            .any(|w| place.doc.text(t.span).contains(w))
    });
    let done = clause
        .clone()
        .any(|t| t.is(Classes::SHARE.or(Classes::DONE).or(Classes::COPULA)));
    (planned && done).then(|| Role {
        noun_end: place.start,
        ..place.plain(Kind::Completion)
    })
}
