//! Times that are dealt out to a row of amounts: 一、二季度分别为3亿元、4亿元; 四个季度增速依次为9.1%、4.2%、5.6%、7.3%.

use super::moves::row;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::find::time::{Role, Time};
use crate::period::{Date, Period};
use crate::text::Span;
use crate::token;

/// Gives each amount of a row its own of the times before it. Rates that follow row by row get the same ones.
pub fn times(doc: &Doc, sentence: &Sentence, drafts: &mut [Draft]) {
    let mut dealt: Vec<(Period, Span)> = Vec::new();
    let mut first = 0;
    while first < drafts.len() {
        let long = row(doc, &drafts[first..]);
        let unit = |d: &Draft| doc.amounts[d.amount].unit;
        let count = drafts[first..first + long]
            .iter()
            .take_while(|d| unit(d) == unit(&drafts[first]))
            .count();
        if count > 1 {
            let from = first.checked_sub(1).map_or(sentence.range.start, |i| drafts[i].at + 1);
            let own = told(doc, from, drafts[first].at, count);
            if !own.is_empty() || dealt.len() != count {
                dealt = own;
            }
            for (draft, (period, span)) in drafts[first..].iter_mut().zip(&dealt) {
                draft.period = Slot::stated(*period, *span, "dealt");
            }
        }
        first += count.max(1);
    }
}

/// As many times as there are amounts, between two tokens: told one by one, or as one that has so many parts.
fn told(doc: &Doc, from: usize, to: usize, count: usize) -> Vec<(Period, Span)> {
    let time = |i: usize| match doc.tokens[i].kind {
        token::Kind::Time(t) => Some(&doc.times[t]).filter(|t| matches!(t.role, Role::When | Role::Over)),
        _ => None,
    };
    let Some(last) = (from..to).rev().find(|i| time(*i).is_some()) else {
        return Vec::new();
    };
    let mut run = Vec::new();
    let mut at = last;
    loop {
        run.extend(time(at).and_then(|t| Some((t.period?, t.span))));
        let joint = at
            .checked_sub(2)
            .filter(|before| *before >= from && time(*before).is_some());
        match joint {
            Some(before) if doc.tokens[at - 1].is_mark("、") || doc.tokens[at - 1].is(Classes::CONJ) => at = before,
            _ => break,
        }
    }
    run.reverse();
    if run.len() == count {
        return run;
    }
    let apart = (last..to).any(|i| doc.tokens[i].is(Classes::RESPECTIVE));
    match time(last).filter(|_| apart && run.len() == 1) {
        Some(time) => parts(doc, time, count).into_iter().map(|p| (p, time.span)).collect(),
        None => Vec::new(),
    }
}

/// 2018年至2020年 has three years, 四个季度 four quarters.
fn parts(doc: &Doc, time: &Time, count: usize) -> Vec<Period> {
    let Some(Period {
        start: Some(start),
        end,
    }) = time.period
    else {
        return Vec::new();
    };
    let years = (start.year..=end.year).map(|year| Period::at(Date::year(year)));
    if start.month == 0 && end.month == 0 && start.year < end.year && years.clone().count() == count {
        return years.collect();
    }
    let words = &doc.chars[time.span.start..time.span.end];
    let quarters = if end.month == 0 { 4 } else { end.month / 3 };
    if words.ends_with(&['季', '度']) && start.year == end.year && start.month <= 1 && usize::from(quarters) == count
    {
        return (1..=quarters)
            .map(|q| Period::months(end.year, q * 3 - 2, q * 3))
            .collect();
    }
    Vec::new()
}

/// 增速分别高于全国、全省、全市1.2、1.4、2.1个百分点: gives each gap of a row its own of as many areas that stand before it.
pub fn fields(doc: &Doc, sentence: &Sentence, row: &mut [Draft]) {
    let Some(at) = row.first().filter(|d| d.kind == Kind::Gap).map(|d| d.at) else {
        return;
    };
    let clause = &doc.tokens[clause_start(sentence, at)..at];
    let areas: Vec<&token::Token> = clause.iter().filter(|t| t.is(Classes::WHOLE)).collect();
    if areas.len() == row.len() {
        for (draft, area) in row.iter_mut().zip(areas) {
            draft.basis = Some(doc.text(area.span));
        }
    }
}

/// 城乡居民人均可支配收入分别为5.2万元和3.1万元: gives each of a pair its own. Whether it did.
pub fn urban_and_rural(row: &mut [Draft]) -> bool {
    let name = row[0].indicator.value.clone();
    let Some(rest) = name
        .as_deref()
        .and_then(|name| name.strip_prefix("城乡居民"))
        .filter(|_| row.len() == 2)
    else {
        return false;
    };
    for (draft, whose) in row.iter_mut().zip(["城镇", "农村"]) {
        draft.indicator.value = Some([whose, "居民", rest].concat());
    }
    true
}

/// 三次产业占GDP比重依次为17.3%、51.1%和31.6%: gives each of a row of three its own industry. Whether it did.
pub fn three_industries(row: &mut [Draft]) -> bool {
    const THREE: [&str; 3] = ["第一产业", "第二产业", "第三产业"];
    let all = row.len() == THREE.len() && row[0].indicator.value.as_deref() == Some("三次产业");
    for (draft, name) in row.iter_mut().zip(THREE).filter(|_| all) {
        draft.indicator.value = Some(name.to_owned());
    }
    all
}
