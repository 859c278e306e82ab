//! Words for areas and for zones in general, and where they head a clause.

use crate::cue::Classes;
use crate::link::sentence::Doc;
use crate::token::{self, Token};
use crate::unit::is_counted;

/// Whether the token behind this one still stands at the head of a clause.
pub(super) fn keeps_head(doc: &Doc, token: &Token, head: bool) -> bool {
    const LIGHT: Classes = Classes::ADVERB.or(Classes::FROM);
    match token.kind {
        token::Kind::Mark(_) => token.is_mark("，；：,;:—▲●■·（(") || head,
        token::Kind::Time(_) => head,
        _ => head && (token.is(LIGHT) || doc.is_word(token, &["其中"])),
    }
}

/// Whether 全市 and the like go on to what is measured there, not to the rest of a name (全市第三, 全国平均).
pub(super) fn fields(doc: &Doc, behind: &[Token]) -> bool {
    let [next, rest @ ..] = behind else { return false };
    let share = next.is(Classes::SHARE);
    let counted = [next, rest.first().unwrap_or(next)]
        .into_iter()
        .take(1 + usize::from(share))
        .any(|t| doc.amount(t).is_some_and(|a| is_counted(a.unit)));
    let noun = behind.iter().take_while(|t| t.is_nominal());
    // 全市投资占比16.8%: the whole of a share.
    let run = noun.clone().count();
    let whole = behind.get(run).is_some_and(|t| t.is(Classes::SHARE)) && run > 0;
    let word = next.is_nominal() && !noun.clone().any(|t| t.is(Classes::CONTEST.or(Classes::ORG)));
    counted || !whole && (word || next.is(Classes::DONE.or(Classes::VERB)))
}

/// 全市, 东部: an area with borders of its own; 国内 and 省内 only say where.
pub(super) fn is_area(doc: &Doc, token: &Token, behind: &[Token]) -> bool {
    let word = &doc.chars[token.span.start..token.span.end];
    // 西部氢能产业园: the beginning of a name.
    let named = || {
        let next = behind.first();
        next.is_some_and(|t| t.kind == token::Kind::Word(Classes::NONE) && t.span.start == token.span.end)
    };
    token.is(Classes::WHOLE) && (word[0] == '全' || matches!(word, [_, '部']) && !named())
}

/// Zones in general, of a country or a league: 国家级经开区, 参评高新区.
pub(super) fn zones_at_large(doc: &Doc, token: &Token, behind: &[Token]) -> bool {
    let own = behind
        .first()
        .is_some_and(|t| t.is(Classes::SELF) && t.span.start == token.span.end);
    own && doc.is_word(token, &["参评", "国家级", "省级", "全国", "入围", "同类", "上榜"])
}

/// 在某某经开区，…: whether a sentence begins with where token `i` of it is.
pub(super) fn at_head(doc: &Doc, tokens: &[Token], i: usize) -> bool {
    i == 1 && doc.is_word(&tokens[0], &["在"])
}
