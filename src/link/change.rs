//! Changes: growth and decline, multiples, and rates of change that move.

use super::place::{Place, light};
use super::role::Role;
use crate::cue::Classes;
use crate::figure::{Kind, Sign};
use crate::find::time;
use crate::prefix::{List, is_one};
use crate::token;
use crate::unit::is_counted;

/// 翻一番, 翻了120倍, 是2020年的2倍, 增长3倍.
pub(super) fn multiple(place: &Place) -> Option<Role> {
    if place.unit != "x" {
        return None;
    }
    let cue = place.governed_by(Classes::RISE);
    let base = (place.start..place.at)
        .find(|i| matches!(place.token(*i).kind, token::Kind::Time(t) if place.doc.times[t].role == time::Role::Base));
    // 出口额相当于2020年的2倍,进出口总额则达到4倍: what is said of the first holds for the second.
    let goes_on = place
        .previous
        .filter(|p| p.kind == Kind::Change && p.is_multiple(place.doc));
    let first = (place.start..place.at).rev().take(3).find(|i| {
        place.doc.is_word(
            place.token(*i),
            &[
                "最初",
                "最初的",
                "原来",
                "原来的",
                "原先的",
                "当初",
                "当初的",
                "以前",
                "过去",
            ],
        )
    });
    let event = |i: usize| {
        // 建区|之|初.
        let i = i - usize::from(i > place.start && place.doc.is_word(place.token(i), &["之"]));
        place.token(i).is_nominal() || place.token(i).is(Classes::VERB)
    };
    // 分别是挂牌前的2.8倍, 分别是挂牌前（2018年）的2.8倍.
    let of = |i: usize| {
        let behind = &place.doc.tokens[i + 1..place.at];
        let aside =
            matches!(behind, [open, _, close, de] if open.is_mark("（") && close.is_mark("）") && de.is(Classes::DE));
        aside || behind.first().is_some_and(|t| t.is(Classes::DE))
    };
    let before = (place.start..place.at).rev().take(5).find(|i| {
        of(*i)
            && const { List::new("前|初|初期|时|之初|当年") }
                .ending(&place.doc.chars[..place.token(*i).span.end])
                .is_some()
            && (place.token(*i).span.len() > 1 || *i > place.start && event(i - 1))
    });
    // 合并|前的24倍, 成立|之初的14.6倍.
    let short = |i: usize| place.token(i).span.len() <= 2 && i > place.start && event(i - 1);
    let of_time = |i: usize| i > place.start && place.doc.is_word(place.token(i), &["之"]);
    let before = before.map(|i| i - usize::from(short(i)));
    let before = before.map(|i| i - usize::from(of_time(i)));
    let base = base.or(first).or(before);
    // GDP较|2018年翻两番: what compares is no noun.
    let noun = |i: usize| i - usize::from(i > place.start && place.token(i - 1).is(Classes::COMPARE));
    let end = base
        .map(noun)
        .or(cue)
        .or(place.governor.map(|g| g + 1))
        .unwrap_or(place.start);
    let basis = goes_on
        .and_then(|p| p.basis.clone())
        .unwrap_or_else(|| place.change_basis());
    (place.fold || cue.is_some() || base.is_some() || goes_on.is_some()).then(|| Role {
        sign: Some(Sign::Plus),
        basis: Some(basis),
        noun_end: end,
        ..place.plain(Kind::Change)
    })
}

/// 同比增长8.8%, 降幅6%, 压缩50%, 提升23位, 减少3.01万人次.
pub(super) fn change(place: &Place) -> Option<Role> {
    // 增速连续三年居首.
    if super::place::lasting(place.doc, place.at) {
        return None;
    }
    let rise = place.governed_by(Classes::RISE);
    let fall = place.governed_by(Classes::FALL);
    let yoy = place
        .governed_by(Classes::YOY.or(Classes::ANNUAL))
        .filter(|_| place.percent());
    let than = place.governed_by(Classes::HIGH).filter(|g| {
        // 同比多86个, 比上年同期和2021年全年分别高0.3、0.8个百分点.
        let mut before = (place.start..*g).rev().map(|i| place.token(i));
        let before = before.find(|t| !t.is(Classes::RESPECTIVE));
        before.is_some_and(|t| matches!(t.kind, token::Kind::Time(_)) || t.is(Classes::YOY))
    });
    let object = || changed_object(place);
    // 提升17个位次.
    let behind = place.doc.tokens.get(place.at + 1);
    let places = matches!(place.unit, "位" | "名")
        || place.unit == "个" && behind.is_some_and(|t| place.doc.is_word(t, &["位次", "名次"]));
    // 整治提升187家: nothing is raised by so many.
    let raised = rise.is_some_and(|g| {
        is_counted(place.unit) && !places && place.unit != "次" && ["提升", "提高"].contains(&place.words(g).as_str())
    });
    // 增幅在54个高新区里居第3位: no rate is a number of things.
    let rate = rise.or(fall).is_some_and(|g| {
        is_counted(place.unit) && ["增幅", "增速", "降幅", "涨幅", "增长率"].contains(&place.words(g).as_str())
    });
    if raised || rate && !places {
        return None;
    }
    // 较年初新增74亿元.
    let added = place.governor.filter(|g| {
        let compared = (place.start..*g).any(|i| place.token(i).is(Classes::YOY) || place.base_time(i).is_some());
        compared && ["新增", "多增", "增收"].contains(&place.words(*g).as_str())
    });
    // 比2022年进了4个位次.
    let moved_on = place.governor.filter(|g| {
        let moved = if place.doc.is_word(place.token(*g), &["了"]) {
            g.saturating_sub(1)
        } else {
            *g
        };
        places && place.doc.is_word(place.token(moved), &["进", "前挪", "挪", "前进"])
    });
    // 较以往节省近两个月.
    let saved = place.governor.filter(|g| {
        crate::unit::is_time(place.unit)
            && place
                .doc
                .is_word(place.token(*g), &["节省", "节约", "省去", "省下", "缩减"])
    });
    if let Some(cue) = saved {
        return Some(told(place, true, cue));
    }
    if let Some(cue) = moved_on.filter(|_| rise.is_none() && fall.is_none()) {
        return Some(Role {
            unit: Some("rank"),
            ..told(place, false, cue)
        });
    }
    if let Some(role) = signed(place).or_else(|| growth_behind(place)) {
        return Some(role);
    }
    let Some(cue) = rise.or(fall).or(yoy).or(than).or(added) else {
        return object()
            .or_else(|| rate_moved(place))
            .or_else(|| rate_kept(place))
            .or_else(|| rate_told(place))
            .or_else(|| rate_topic(place));
    };
    if place.token(cue).is(Classes::TO) {
        return None;
    }
    let less = than.is_some_and(|g| ["低", "少", "慢"].contains(&place.words(g).as_str()));
    // 开工时间提前75天: so much less.
    let sooner = crate::unit::is_time(place.unit) && place.doc.is_word(place.token(cue), &["提前", "提前了"]);
    let down = fall.is_some() && rise.is_none() || less || sooner || affected(place, cue);
    let sign = if down != place.negative {
        Sign::Minus
    } else {
        Sign::Plus
    };
    let unit = places.then_some("rank");
    let mut end = cue;
    while end > place.start
        && (light(place.doc, place.token(end - 1))
            || place.token(end - 1).is(Classes::YOY
                .or(Classes::ANNUAL)
                .or(Classes::MOM)
                .or(Classes::RISE)
                .or(Classes::FALL)
                .or(Classes::COMPARE))
            || place.base_time(end - 1).is_some())
    {
        end -= 1;
    }
    // 比两区合并前的2010年|增长86%, 较设立之初|压缩七成.
    const THEN: List = List::new("前|前的|之初|之初的|初期|初期的");
    let then = end > place.start && matches!(place.token(end - 1).kind, token::Kind::Time(_));
    let words = end - usize::from(then);
    let event = words > place.start
        && THEN
            .ending(&place.doc.chars[..place.token(words - 1).span.end])
            .is_some();
    let of = event || then && end >= place.start + 2 && place.token(end - 2).is(Classes::DE);
    let than = (place.start..end)
        .rev()
        .take(8)
        .find(|i| place.token(*i).is(Classes::COMPARE));
    let end = than.filter(|_| of).unwrap_or(end);
    Some(Role {
        sign: Some(sign),
        unit,
        basis: Some(place.change_basis()),
        noun_end: end,
        ..place.plain(Kind::Change)
    })
}

/// 86.4亿元，+12.3%, 社零412亿元↑9.1%, 工业投资-5.6%: a rate that is nothing but its sign.
fn signed(place: &Place) -> Option<Role> {
    let mark = |marks: &str| place.at > place.start && place.token(place.at - 1).is_mark(marks);
    let (plus, minus) = (mark("+＋↑↗"), mark("-－−↓↘"));
    let end = place.at - usize::from(plus || minus);
    let bare = (place.start..end).all(|i| light(place.doc, place.token(i)));
    let level = place
        .previous
        .is_some_and(|p| !place.doc.amounts[p.amount].unit.starts_with('%'));
    let named = end > place.start && matches!(place.token(end - 1).kind, token::Kind::Noun(_));
    let told = bare && level || named && (plus || minus);
    (place.percent() && told && (plus || minus || place.negative)).then(|| Role {
        sign: Some(if plus { Sign::Plus } else { Sign::Minus }),
        basis: Some(place.change_basis()),
        noun_end: if named { end } else { place.start },
        ..place.plain(Kind::Change)
    })
}

/// 保持20%以上的增长: the growth stands behind its rate.
fn growth_behind(place: &Place) -> Option<Role> {
    // 36%的增幅最为抢眼, 6.4%的中高增速, 30%以上的速度增长.
    const HOW: List = List::new("中高|较高|高|平均|年均|速度");
    let named = |i: usize| {
        let behind = &place.doc.chars[place.doc.tokens.get(i)?.span.start..];
        let behind = &behind[HOW.beginning(behind).unwrap_or(0)..];
        RATES.which_begins(behind).or_else(|| {
            const { List::new("增长|递增|发展") }
                .which_begins(behind)
                .filter(|_| place.doc.is_word(place.token(i), &["速度"]))
        })
    };
    let of = place.doc.tokens.get(place.at + 1).is_some_and(|t| t.is(Classes::DE));
    if let Some(rate) = named(place.at + 2).filter(|_| of && place.percent()) {
        return Some(told(place, rate.starts_with(['降', '跌', '减']), place.at));
    }
    let verb = place.governor.filter(|g| {
        place.percent()
            && place
                .doc
                .is_word(place.token(*g), &["保持", "实现", "取得", "维持", "保持了", "实现了"])
    })?;
    let mut behind = place.doc.tokens[place.at + 1..]
        .iter()
        .skip_while(|t| t.is(Classes::DE.or(Classes::ADVERB)));
    let moves = behind.next().filter(|t| t.is(Classes::RISE.or(Classes::FALL)))?;
    let goes_on = behind
        .next()
        .is_some_and(|t| place.doc.amount(t).is_some() || t.is_nominal());
    (!goes_on).then(|| told(place, moves.is(Classes::FALL), verb))
}

/// A rate of change whose noun ends before token `noun_end`; `down` where its word tells of decline. A minus sign turns it.
pub(super) fn told(place: &Place, down: bool, noun_end: usize) -> Role {
    let sign = if down != place.negative {
        Sign::Minus
    } else {
        Sign::Plus
    };
    Role {
        sign: Some(sign),
        basis: Some(place.change_basis()),
        noun_end,
        ..place.plain(Kind::Change)
    }
}

/// 影响工业增速2.4个百分点: what is affected falls.
fn affected(place: &Place, cue: usize) -> bool {
    let clause = place.doc.tokens[place.start..cue].iter().rev().take(6);
    place.unit == "pp"
        && clause
            .clone()
            .any(|t| place.doc.is_word(t, &["影响", "拖累", "下拉", "拉低"]))
        && !clause.clone().any(|t| place.doc.is_word(t, &["受"]))
}

/// 减少贫困人口122万人, 净增就业岗位2600个: what changes stands between the verb and the amount.
fn changed_object(place: &Place) -> Option<Role> {
    let governor = place.governor.filter(|g| place.token(*g).is_nominal())?;
    let cue = (place.start..governor)
        .rev()
        .find(|i| !place.token(*i).is_nominal())
        .filter(|i| place.token(*i).is(Classes::RISE.or(Classes::FALL)))?;
    let verbs = [
        "减少",
        "净增",
        "净增加",
        "净减少",
        "缩减",
        "压减",
        "压缩",
        "缩短",
        "降低",
        "精简",
        "增加",
        "减少了",
        "增加了",
    ];
    // 为75家中小企业|减少采购成本2%.
    let mut before = place.doc.tokens[..cue].iter().rev().take(5);
    let whom = before.any(|t| place.doc.is_word(t, &["为", "帮", "帮助", "给", "让", "助", "助力"]));
    let opens = cue == place.start || !place.token(cue - 1).is_nominal() || whom;
    let sign = if place.token(cue).is(Classes::FALL) {
        Sign::Minus
    } else {
        Sign::Plus
    };
    (opens && verbs.contains(&place.words(cue).as_str())).then(|| Role {
        sign: Some(sign),
        basis: Some(place.change_basis()),
        noun_end: governor + 1,
        ..place.plain(Kind::Change)
    })
}

/// 增长8.9%，已连续5个月保持在8%以上: where a rate of change is kept.
fn rate_kept(place: &Place) -> Option<Role> {
    let cue = place
        .governor
        .filter(|g| place.percent() && place.doc.is_word(place.token(*g), &["保持在", "稳定在", "维持在"]))?;
    let bare = (place.start..cue).all(|i| !place.token(i).is_nominal());
    let kept = place
        .previous
        .filter(|p| bare && p.kind == Kind::Change && place.doc.amounts[p.amount].unit == "%")?;
    Some(Role {
        sign: kept.sign,
        basis: kept.basis.clone(),
        noun_end: place.start,
        ..place.plain(Kind::Change)
    })
}

/// Words that end the name of a rate of change.
pub(super) const RATES: List = List::new("增速|增幅|涨幅|增长率|成长率|降幅|跌幅|减幅|下降幅度|增长幅度|成长幅度");

/// 工业增加值增速：10.9%; 某区增速最快，达到13.5%: a rate of change that is named before a mark.
fn rate_told(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    let mark = place.start.checked_sub(1).filter(|m| tokens[*m].is_mark("：，"))?;
    if !place.percent() || !(place.start..place.at).all(|i| light(place.doc, place.token(i))) {
        return None;
    }
    let label = tokens[mark].is_mark("：");
    let clause = tokens[..mark].iter().rev().take(if label { 1 } else { 8 });
    let ending = |t: &token::Token| {
        let chars = &place.doc.chars[..t.span.end];
        RATES.ending(chars).map(|len| chars[chars.len() - len])
    };
    let first = clause
        .take_while(|t| !t.is_mark("，；：。\n") && place.doc.amount(t).is_none_or(|a| a.unit == "rank"))
        .find_map(ending)?;
    Some(told(place, is_one(first, "降跌减"), place.start))
}

/// 从增速看，某某新区以12.3%位居第一: a rate of what the clause before sets out to speak of.
fn rate_topic(place: &Place) -> Option<Role> {
    const TOPICS: List = List::new("看|方面|上|来看|而言|来说");
    let by = place
        .at
        .checked_sub(1)
        .filter(|b| place.doc.is_word(place.token(*b), &["以"]) && place.percent())?;
    let mark = place.start.checked_sub(1).filter(|m| place.token(*m).is_mark("，"))?;
    let topic = &place.doc.chars[..place.token(mark).span.start];
    let rate = &topic[..topic.len() - TOPICS.ending(topic)?];
    RATES.ending(rate).map(|_| told(place, false, by))
}

/// Whether token `i` ends with a word for a rate of decline.
pub(super) fn falls(place: &Place, i: usize) -> bool {
    const DECLINES: List = List::new("降幅|跌幅|减幅");
    DECLINES.ending(&place.doc.chars[..place.token(i).span.end]).is_some()
}

/// 增速提高到8%, 降幅收窄至2.6%: a rate of change that moves is still one.
fn rate_moved(place: &Place) -> Option<Role> {
    let to = place
        .governed_by(Classes::TO.or(Classes::COPULA))
        .filter(|_| place.percent())?;
    let ending = |i: &usize| RATES.ending(&place.doc.chars[..place.token(*i).span.end]);
    let rate = (place.start..to).rev().find(|i| ending(i).is_some())?;
    Some(told(place, falls(place, rate), rate))
}
