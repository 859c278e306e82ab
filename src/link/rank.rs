//! Places in an order.

use super::noun::left_noun;
use super::place::{Place, light};
use super::role::{Role, begins_move};
use super::sentence::{Doc, Draft};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::prefix::{List, is_one};
use crate::token;

/// 位列全市第一, 排名第55位, 跻身前十.
pub(super) fn rank(place: &Place) -> Option<Role> {
    if place.unit != "rank" {
        return None;
    }
    let mut end = place.at;
    while end > place.start {
        let token = place.token(end - 1);
        // 在全市11个县区中排名第二: the field is no noun of ours.
        let within = place.doc.is_word(token, &["中", "里", "当中"]).then(|| {
            (place.start..end)
                .rev()
                .take(10)
                .find(|i| place.doc.is_word(place.token(*i), &["在"]))
        });
        if let Some(opens) = within.flatten() {
            end = opens;
            continue;
        }
        // 列全州各县（市区）第一.
        let bracket = token
            .is_mark("）")
            .then(|| (place.start..end).rev().take(6).find(|i| place.token(*i).is_mark("（")));
        if let Some(open) = bracket.flatten() {
            end = open;
            continue;
        }
        let field = token.is(Classes::WHOLE
            .or(Classes::RANK)
            .or(Classes::COPULA)
            .or(Classes::ADVERB)
            .or(Classes::PREP)
            .or(Classes::TO)
            .or(Classes::FROM)
            .or(Classes::EACH)
            .or(Classes::DE));
        // 居全市各县区第3位.
        let each = token.is_nominal() && end >= place.start + 2 && place.token(end - 2).is(Classes::EACH);
        // 全国城市第二: a league of the whole.
        // 全球|市场份额居首位: but that is measured.
        let measured = const { List::new("份额|占有率|产量|销量|收入|总量|产值|总额|数量|规模") };
        let league = token.is_nominal()
            && !token.is(Classes::CONTEST)
            && !matches!(token.kind, token::Kind::Noun(_))
            && measured.ending(&place.doc.chars[..token.span.end]).is_none()
            && end >= place.start + 2
            && place.token(end - 2).is(Classes::WHOLE);
        // 居国家级新区第5位.
        let exact = place
            .doc
            .amount(place.token(place.at))
            .is_some_and(|a| a.bound == crate::figure::Bound::Eq);
        let zones = exact
            && (token.is(Classes::SELF) && end >= place.start + 2
                || place.doc.is_word(
                    token,
                    &["国家", "国家级", "省级", "同类", "行业", "业内", "同行业", "单项"],
                ));
        // 连续第14次排名第一.
        let word = &place.doc.chars[token.span.start..token.span.end];
        let again = matches!(word, ['第'] | ['0'..='9', .., '次' | '年'])
            // 连续|十年|位居.
            || matches!(word, [number, .., '次' | '年' | '届'] if is_one(*number, "两三四五六七八九十"));
        // 总数位居某某市第一.
        let area = token.kind == token::Kind::Place || matches!(word, [.., '市' | '省' | '县' | '州']);
        // 保持苏北首位.
        let area = area || matches!(word, [_, '东' | '西' | '南' | '北' | '中' | '部']);
        // 排在县区首位.
        let area = area
            || matches!(
                word,
                ['县', '区'] | ['区', '县'] | ['县', '市', '区'] | ['区', '县', '市']
            );
        // 列汕尾|各县第一: whose.
        let area = area || end < place.at && place.token(end).is(Classes::EACH) && token.is_nominal();
        let city = area && end >= place.start + 2 && place.token(end - 2).is(Classes::RANK);
        // 居三区一县第2位, 列十县市首位.
        let places =
            matches!(word, [number, kind, ..] if is_one(*number, "两三四五六七八九十") && is_one(*kind, "区县市州镇"));
        if !field && !league && !places && !again && !city && !each && !zones && !light(place.doc, token) {
            break;
        }
        end -= 1;
    }
    Some(Role {
        basis: place.whole(),
        noun_end: end,
        origin: place.before(Classes::FROM).is_some_and(|from| begins_move(place, from)),
        ..place.plain(Kind::Rank)
    })
}

/// 在全省开发区争先创优评估中，2018年底排在第55位: the contest.
pub(super) fn contest(doc: &Doc, draft: &Draft, here: &[Draft]) -> Option<Slot<String>> {
    // 在国家高新区排名中; and a contest holds for its paragraph.
    let ranking = |i: &usize| {
        let within = doc.tokens.get(i + 1).is_some_and(|t| doc.is_word(t, &["中", "里"]));
        // 国家高新区排名由第97位跃升至第79位, but not 在国家高新区评价中，|排名由….
        let moves = doc.tokens.get(i + 1).is_some_and(|t| t.is(Classes::FROM))
            && doc.tokens[..*i].last().is_some_and(|t| !t.is_mark("，"));
        // 挤进百强的有4家: a place in one, which names it no further.
        let won = |i: usize| {
            const { List::new("挤进|进入|跻身|闯进|迈进|入围|个进|家进|站进|首进|闯入") }
                .ending(&doc.chars[..doc.tokens[i].span.start])
                .is_some()
        };
        doc.tokens[*i].is(Classes::CONTEST) && !won(*i)
            || (within || moves) && doc.is_word(&doc.tokens[*i], &["排名", "综合排名", "位次", "排行"])
    };
    // 在参加考评的217家国家级经开区中: which contest it is, is said before.
    let named = |i: &usize| {
        let before = &doc.chars[..doc.tokens[*i].span.start];
        ranking(i)
            && const { List::new("参加|参与|此次|本次|这次|该") }
                .ending(before)
                .is_none()
    };
    let near = (draft.at.saturating_sub(150)..draft.at).rev();
    let mut paragraph = near.clone().take_while(|i| !doc.tokens[*i].is_mark("\n"));
    let own = paragraph.clone().find(named).or_else(|| paragraph.find(ranking));
    // 商务部发布考评结果。⏎某某经开区由第141位升到第89位: what the paragraph before tells of.
    let place = here.iter().all(|d| d.kind == Kind::Rank || d.indicator.value.is_none());
    let before = || near.take(120).find(|i| doc.tokens[*i].is(Classes::CONTEST) && named(i));
    let last = own.or_else(|| place.then(before).flatten())?;
    let near = last.saturating_sub(12);
    let start = (near..last)
        .rev()
        .find(|i| doc.tokens[*i].is_mark("，；：。\n"))
        .map_or(near, |i| i + 1);
    let contest = doc.tokens[last].is(Classes::CONTEST);
    // 在全省百强民营企业中.
    let run = doc.tokens[last + 1..draft.at]
        .iter()
        .take(4)
        .take_while(|t| t.is_nominal())
        .count();
    let inside = doc
        .tokens
        .get(last + 1 + run)
        .is_some_and(|t| doc.is_word(t, &["中", "里"]));
    let end = last + usize::from(contest) + if inside { run } else { 0 };
    // 国家级经开区排名, 国家级经开区考评: whose it is, where that says little alone.
    let zones = |i: usize| {
        i > start && doc.tokens[i - 1].is(Classes::WHOLE) && doc.chars[doc.tokens[i - 1].span.end - 1] == '区'
    };
    // 国家|高新区|评价.
    let of_kind = |i: usize| {
        i > start + 1
            && doc.tokens[i - 1].is(Classes::SELF)
            && doc.is_word(&doc.tokens[i - 2], &["国家", "国家级", "省级"])
    };
    let noun = match zones(end) {
        true => end - 1..end,
        false => left_noun(doc, start, end).map(|noun| {
            let short = doc.span(&noun).len() <= 4;
            let kind = usize::from(short && zones(noun.start)) + 2 * usize::from(short && of_kind(noun.start));
            noun.start - kind..noun.end
        })?,
    };
    let span = doc.span(&noun);
    let text = doc.text(span);
    // 科技部公布的国家高新区排名.
    let name = text.split_once("布的").map_or(&*text, |(_, name)| name);
    // 国家级经济技术开发区综合发展水平考核评价: the contest alone, where it says enough.
    let alone = name.split_once("开发区").map(|(_, rest)| rest);
    let name = alone.filter(|rest| rest.chars().count() >= 8).unwrap_or(name);
    let name = name.strip_suffix("排名").unwrap_or(name);
    Some(Slot::stated(format!("{name}排名"), span, "contest"))
}
