//! When: the time beside a figure, or the one that is still running.
//!
//! A time holds for the rest of its sentence. One that stands before the first amount of a sentence holds for the paragraph. The year that
//! a paragraph opens with is the frame of what follows, until another paragraph opens with another year. A stock date (目前, 截至5月底)
//! holds for its own sentence only.

use super::sentence::{Doc, Draft, Sentence};
use crate::figure::{Found, Kind, Slot};
use crate::find::time::{Role, Time};
use crate::period::{Date, Period};
use crate::text::Span;
use crate::token;

/// The times that run on.
pub struct Running {
    frame: Slot<Period>,
    paragraph: Option<(Period, Span)>,
    narrow: Option<(Period, Span)>,
}

impl Running {
    /// Before the first sentence: the year of the report, which nobody has stated yet.
    pub fn new(doc: &Doc) -> Self {
        let frame = match doc.date {
            Some(date) => Slot::assumed(Period::at(Date::year(date.year)), None, "report date"),
            None => Slot::unknown(),
        };
        Self {
            frame,
            paragraph: None,
            narrow: None,
        }
    }

    /// Takes note of the times that a sentence sets for what follows.
    pub fn enter(&mut self, doc: &Doc, sentence: &Sentence) {
        if sentence.opens {
            self.paragraph = None;
        }
        let tokens = &doc.tokens[sentence.range.clone()];
        let first_amount = tokens
            .iter()
            .position(|t| matches!(t.kind, token::Kind::Amount(_)))
            .unwrap_or(tokens.len());
        for (i, token) in tokens.iter().enumerate() {
            let token::Kind::Time(t) = token.kind else { continue };
            let time = &doc.times[t];
            let Some(period) = time.period.filter(|_| matches!(time.role, Role::When | Role::Over)) else {
                continue;
            };
            let year = period.class() == crate::period::PeriodClass::Year;
            if i < first_amount {
                if year
                    && self.paragraph.is_none()
                    && (sentence.opens || self.frame.found == Found::Assumed)
                    && !relative_past(doc, time)
                {
                    self.frame = Slot::inherited(period, time.span, "frame");
                }
                self.paragraph = Some((period, time.span));
            }
            if !year {
                self.narrow = Some((period, time.span));
            }
        }
    }

    /// The period of a draft.
    pub fn slot(&self, doc: &Doc, sentence: &Sentence, draft: &Draft) -> Slot<Period> {
        let left = &doc.tokens[sentence.range.start..draft.at];
        let time_of = |token: &token::Token| match token.kind {
            token::Kind::Time(t) => Some(&doc.times[t]),
            _ => None,
        };
        let said = left
            .iter()
            .rev()
            .filter_map(time_of)
            .find(|t| !matches!(t.role, Role::Base | Role::Vague));
        if draft.origin {
            let near = left.len().saturating_sub(4);
            let own = left[near..]
                .iter()
                .rev()
                .filter_map(time_of)
                .find(|t| t.role != Role::Base && t.period.is_some());
            return own.map_or_else(Slot::unknown, |t| stated(t));
        }
        let name = draft.indicator.value.as_deref().unwrap_or_default();
        let slot = match said {
            Some(time) if time.role == Role::Same => match self.narrow {
                Some((period, span)) => Slot::inherited(period, span, "same time"),
                None => self.frame.clone(),
            },
            Some(time) => stated(time),
            None => match self.paragraph {
                Some((period, span)) => Slot::inherited(period, span, "paragraph"),
                None => self.frame.clone(),
            },
        };
        // A plan for the year is the year's, whenever it is spoken of.
        if draft.kind == Kind::Level && ["年计划", "年度计划", "年度投资"].iter().any(|w| name.contains(w)) {
            return Slot {
                value: slot.value.map(|p| Period::at(Date::year(p.end.year))),
                ..slot
            };
        }
        slot
    }
}

fn stated(time: &Time) -> Slot<Period> {
    match time.period {
        Some(period) => Slot::stated(period, time.span, "sentence"),
        None => Slot::unknown(),
    }
}

/// 去年, 上年: a look back that frames its own paragraph only.
fn relative_past(doc: &Doc, time: &Time) -> bool {
    matches!(doc.chars.get(time.span.start), Some('去' | '上' | '前'))
}
