//! Places in an order.

use super::place::{Place, light};
use super::role::{Role, begins_move};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::is_one;
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
        let league = token.is_nominal()
            && !token.is(Classes::CONTEST)
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
        let again = matches!(word, ['第'] | ['0'..='9', .., '次' | '年']);
        // 总数位居某某市第一.
        let area = token.kind == token::Kind::Place || matches!(word, [.., '市' | '省' | '县' | '州']);
        // 保持苏北首位.
        let area = area || matches!(word, [_, '东' | '西' | '南' | '北' | '中' | '部']);
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
