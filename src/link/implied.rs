//! Lists that are dealt out though no 分别 says so: 产值、利润同比提高18%、26%.

use super::items::items;
use super::moves::row;
use super::phrase::phrase;
use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::token;

/// Gives each rate of a row its own of as many known measures that stand in a list before it.
pub fn implied(doc: &Doc, sentence: &Sentence, drafts: &mut [Draft]) {
    let mut first = 0;
    while first < drafts.len() {
        let row = row(doc, &drafts[first..]);
        let rates = drafts[first..first + row]
            .iter()
            .all(|d| d.kind == Kind::Change && doc.amounts[d.amount].unit == "%");
        let at = drafts[first].at;
        let floor = first
            .checked_sub(1)
            .map_or(sentence.range.start, |before| drafts[before].at + 1);
        let dealt = doc.tokens[floor..at].iter().any(|t| t.is(Classes::RESPECTIVE));
        if row > 1 && rates && !dealt {
            let (items, class) = items(doc, sentence, at, row);
            let known = |end: usize| matches!(doc.tokens[end - 1].kind, token::Kind::Noun(_));
            let fits = items.len() == row
                && class.is_none()
                && items.iter().all(|item| item.start >= floor && known(item.end));
            for (draft, item) in drafts[first..first + row].iter_mut().zip(items).filter(|_| fits) {
                draft.indicator = Slot::stated(phrase(doc, item.clone()), doc.span(&item), "implied");
            }
        }
        first += row;
    }
}
