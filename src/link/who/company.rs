//! Companies that take the floor.

use super::floor::goes_on_with;
use super::{Floor, Running, What, own};
use crate::cue::{Classes, INTRO, TITLE};
use crate::figure::Slot;
use crate::link::sentence::{Doc, Sentence};
use crate::prefix::is_one;
use crate::text::Span;
use crate::token::{self, Token};

impl Running<'_> {
    /// The company that takes the floor at token `i` of a sentence: it heads its clause, or is introduced there. Several in a list give it back to the
    /// zone, which they belong to. `firms` are those named in the sentence.
    pub(super) fn firm(&self, doc: &Doc, sentence: &Sentence, i: usize, head: bool, firms: &[Span]) -> Option<Floor> {
        let tokens = &doc.tokens[sentence.range.clone()];
        let span = firm_at(firms, tokens[i].span.start)?;
        // 上饶经开区|晶科能源: a company of the zone that heads the clause.
        let placed = |t: &Token| matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place) || t.is(Classes::SELF);
        // 家电配件企业|瀚润电器.
        let kind = |t: &Token| doc.is_word(t, &["企业", "公司"]);
        let head =
            head || i > 0 && (placed(&tokens[i - 1]) || kind(&tokens[i - 1])) && tokens[i - 1].span.end == span.start;
        // 在某地运营的货运航空公司|有31家，…: so many of them.
        let rest = &tokens[i + tokens[i..].partition_point(|t| t.span.start < span.end)..];
        let many = rest
            .iter()
            .take(2)
            .position(|t| doc.amount(t).is_some_and(|a| a.unit == "家"));
        if many.is_some_and(|at| rest.get(at + 1).is_none_or(|t| matches!(t.kind, token::Kind::Mark(_)))) {
            return None;
        }
        let behind = &doc.chars[span.end..];
        let listed = behind.first().is_some_and(|c| is_one(*c, "、等和与及"));
        // 中车株机、中车株洲所: the list goes on behind the rest of a name.
        let rest = behind
            .iter()
            .take(5)
            .take_while(|c| crate::language::is_han(**c))
            .count();
        let list = behind.get(rest) == Some(&'、') && !behind[..rest].iter().any(|c| is_one(*c, "产值的增新完"));
        if head && (listed || list) {
            return Some(own(self.zone, None));
        }
        let titled = TITLE.beginning(behind).is_some();
        let before = &doc.chars[..span.start];
        // 再往东，是海归博士创办的某某医疗。
        let ends =
            sentence.range.end == sentence.range.start + i + 1 || behind.first().is_none_or(|c| is_one(*c, "。！？\n"));
        let presented = ends && i > 0 && tokens[i - 1].is(Classes::DE.or(Classes::COPULA));
        let quoted = before.strip_suffix(&['“']);
        let introduced = presented
            || INTRO.ending(quoted.unwrap_or(before)).is_some()
            || quoted.is_some_and(|before| before.ends_with(&['企', '业']));
        let clause = tokens[..i].iter().rev().take_while(|t| !t.is_mark("，；：,;"));
        let object = clause
            .clone()
            .any(|t| t.is(Classes::VERB) && !doc.is_word(t, &["走进", "来到", "走访", "位于", "落户", "作为"]));
        let seated = clause
            .clone()
            .chain(&tokens[..i.min(1)])
            .any(|t| doc.is_word(t, &["位于", "走进", "来到", "走访", "在"]));
        ((head || introduced || titled || seated) && !listed && (head || !object)).then(|| Floor {
            who: Slot::stated(doc.text(span), span, "firm"),
            what: What::Firm,
            // Two together speak for one sentence, and so does one in the middle of a paragraph on the zone.
            // So does one that is part of what the zone has: 其中隆基产值41.2亿元.
            keeps: !(doc.chars[span.start..span.end].contains(&'和') || i > 0 && tokens[i - 1].is(Classes::AMONG))
                && (sentence.opens
                    || goes_on_with(doc, sentence)
                    || introduced
                    || titled
                    || seated
                    || self.topic.what == What::Firm),
        })
    }

    /// The companies named from the start of a span on to its end.
    pub(super) fn firms_within(&self, span: Span) -> &[Span] {
        let before = |at: usize| self.firms.partition_point(|firm| firm.start < at);
        &self.firms[before(span.start)..before(span.end)]
    }
}

/// The company named at a character, among some in order.
pub(super) fn firm_at(firms: &[Span], at: usize) -> Option<Span> {
    let i = firms.binary_search_by_key(&at, |span| span.start).ok()?;
    Some(firms[i])
}
