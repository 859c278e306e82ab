//! Gaps: how far something is from what it is compared with.

use super::place::{Place, bracketed};
use super::role::Role;
use crate::cue::Classes;
use crate::figure::{Kind, Sign};
use crate::prefix::List;
use crate::token;

/// 高于全国平均1.5个百分点, 比全市平均高2个百分点, 是全国平均的3.3倍.
pub(super) fn gap(place: &Place) -> Option<Role> {
    // 低于时序进度（16.7%）3.2个百分点: how much that is which it is compared with.
    if bracketed(place.doc, place.at) {
        return None;
    }
    // 远低于全市银行业1.83%的平均水平: how much that is which it is compared with.
    const MEANS: List = List::new("平均水平|平均值|均值|平均|水平");
    let behind = &place.doc.tokens[place.at + 1..];
    if let [de, mean, ..] = behind
        && de.is(Classes::DE)
        && MEANS.beginning(&place.doc.chars[mean.span.start..]).is_some()
    {
        return None;
    }
    // 分别高于东部|33个|国家级|开发区|0.7和18.5个百分点: how many there are with which something is compared.
    let many = || {
        let zone = place.at.checked_sub(1).filter(|b| place.token(*b).is(Classes::SELF))?;
        let count = (place.at.saturating_sub(4)..zone)
            .rev()
            .find(|i| place.doc.counts(place.token(*i)))?;
        let near = (count.saturating_sub(4)..count).rev();
        near.into_iter().find(|i| place.token(*i).is(Classes::GAP))
    };
    let points = place.unit == "pp";
    // 高于全省|17个|高新区: nor is that how far.
    if place.doc.counts(place.token(place.at)) && behind.first().is_some_and(|t| t.is(Classes::SELF)) {
        return None;
    }
    let cue = place.before(Classes::GAP).or_else(|| many().filter(|_| points));
    // 快于上半年0.9个百分点: against another time, a change.
    let then = cue.filter(|c| {
        let time = |t: &token::Token| matches!(t.kind, token::Kind::Time(_)) || t.is(Classes::YOY);
        let against = &place.doc.tokens[c + 1..place.at];
        place.unit == "pp" && !against.is_empty() && against.iter().all(time)
    });
    if let Some(cue) = then {
        return Some(Role {
            sign: Some(distance(place, cue)),
            basis: Some(place.change_basis()),
            noun_end: cue,
            ..place.plain(Kind::Change)
        });
    }
    let zone = |i: usize| {
        let token = place.token(i);
        matches!(token.kind, token::Kind::Zone(_) | token::Kind::Place) || token.is(Classes::SELF)
    };
    let compared = || {
        let high = place.governed_by(Classes::HIGH)?;
        let compare = (place.start..high)
            .rev()
            .find(|i| place.token(*i).is(Classes::COMPARE))?;
        // 比2020年多12天 is a change, not a distance.
        let then = matches!(place.token(compare + 1).kind, token::Kind::Time(_));
        (!then).then_some((compare, high))
    };
    // 比规定时限少8.4天: not against another time.
    let limit = || {
        let less = place.governed_by(Classes::FALL.or(Classes::RISE))?;
        let compare = (place.start..less)
            .rev()
            .find(|i| place.token(*i).is(Classes::COMPARE))?;
        let before = &place.doc.chars[..place.token(less - 1).span.end];
        let limit = const { List::new("时限|时效|要求|平均|均值|水平") }.ending(before);
        // 比某某经开区多出1200件.
        (limit.is_some() || zone(less - 1)).then_some((compare, less))
    };
    // 多出某某经开区1200件.
    let beyond = || {
        let more = place.governor.filter(|g| *g > place.start && zone(*g))? - 1;
        place.doc.is_word(place.token(more), &["多出"]).then_some((more, more))
    };
    let compared = || compared().or_else(limit).or_else(beyond);
    let rate = place.unit == "pp" || place.percent() || place.unit == "x";
    // 比全市平均高出2800元: any unit, where the two are named.
    // 低于全市平均水平0.25吨, 高出全省平均水平3600元 likewise, where a whole or a mean stands between.
    let apart = cue.is_some_and(|c| {
        let two = (place.start..c).any(|i| place.token(i).is(Classes::COMPARE)) && place.governor == Some(c);
        let mean = |g: &usize| {
            ["平均", "均值", "平均值", "水平"]
                .iter()
                .any(|w| place.words(*g).ends_with(w))
        };
        let between = place.governed_by(Classes::WHOLE).or(place.governor.filter(mean));
        two || between.is_some_and(|g| g > c)
    });
    if let Some(cue) = cue.filter(|_| rate || apart) {
        let end = place.before(Classes::COMPARE).map_or(cue, |c| c.min(cue));
        return Some(Role {
            sign: Some(distance(place, cue)),
            basis: place.whole(),
            noun_end: end,
            ..place.plain(Kind::Gap)
        });
    }
    if let Some((compare, high)) = compared() {
        return Some(Role {
            sign: Some(distance(place, high)),
            basis: place.whole(),
            noun_end: compare,
            ..place.plain(Kind::Gap)
        });
    }
    // 是全国平均的3.3倍, 是参评园区平均值的4倍.
    let de = place
        .governed_by(Classes::DE)
        .filter(|g| place.unit == "x" && *g > place.start)?;
    // 全省平均|值.
    const MEAN: List = List::new("平均|平均值|平均水平|均值|前者|后者|对方|总和|之和");
    let mean = MEAN.ending(&place.doc.chars[..place.token(de - 1).span.end]).is_some();
    let copula = (place.start..de).rev().find(|i| place.token(*i).is(Classes::COPULA));
    // 是第二名某某经开区的1.4倍.
    let other = matches!(place.token(de - 1).kind, token::Kind::Zone(_) | token::Kind::Place);
    // 户均营收为前者的2.3倍, 面积是首期的3.5倍, but not 是五年前的2倍.
    const BEFORE: List = List::new("原来|最初|当初|以前|过去|起初|去年|上年|同期|之前|此前|初期|年|月|季度|时|前");
    let things = || {
        let whose = copula? + 1..de;
        let named = !whose.is_empty()
            && whose
                .clone()
                .all(|i| place.token(i).is_nominal() || place.token(i).is(Classes::SELF.or(Classes::WHOLE)));
        let words = &place.doc.chars[..place.token(de - 1).span.end];
        Some(named && BEFORE.ending(words).is_none())
    };
    (mean || other || place.token(de - 1).is(Classes::WHOLE) || things() == Some(true)).then(|| Role {
        sign: Some(Sign::Plus),
        basis: place.whole(),
        noun_end: copula.unwrap_or(place.start),
        ..place.plain(Kind::Gap)
    })
}

/// The sign of a distance: minus where its word says that something is less or later than another.
fn distance(place: &Place, i: usize) -> Sign {
    const LESS: List = List::new("低|慢|少|落后|滞后|欠|短|减|降|提前");
    let word = place.token(i).span;
    match LESS.stands_in(&place.doc.chars[word.start..word.end]) {
        true => Sign::Minus,
        false => Sign::Plus,
    }
}
