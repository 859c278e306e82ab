//! Zones and areas that take the floor by a name that no list holds, or by being several.

use super::area::unlisted;
use super::{Floor, Running, What};
use crate::cue::Classes;
use crate::figure::Slot;
use crate::lexicon;
use crate::link::sentence::Doc;
use crate::link::{home, overview};
use crate::text::Span;
use crate::token::Token;

impl Running<'_> {
    /// 作为主阵地，融侨经济技术开发区…，区内…: in a report on a city, the zone that token `i` names or goes on to speak of.
    pub(super) fn zone_in_area(&self, doc: &Doc, i: usize) -> Option<Floor> {
        let token = &doc.tokens[i];
        if doc.chars[token.span.start] == '全' {
            return None;
        }
        let area = self.zone.value.as_deref().is_some_and(home::is_area);
        let paragraph = (0..i).rev().take_while(|j| area && !doc.tokens[*j].is_mark("\n"));
        let span = unlisted(doc, i).or_else(|| paragraph.take(120).find_map(|j| unlisted(doc, j)))?;
        let name = doc.text(span);
        (area || !self.is_own(&name)).then(|| Floor {
            who: Slot::stated(name, span, "zone"),
            what: What::Zone,
            keeps: true,
        })
    }

    /// 台南园区: a park of a science park that has several.
    pub(super) fn part_of_park(&self, doc: &Doc, i: usize) -> Option<Floor> {
        let own = self.zone.value.as_deref().filter(|own| own.contains("科学园"))?;
        let token = &doc.tokens[i];
        let start = home::name_start(doc, i, token.span.start);
        let name = doc.text(Span::new(start, token.span.start));
        let part = doc.is_word(token, &["园区"]) && (2..=3).contains(&name.chars().count()) && !own.contains(&name);
        let span = Span::new(start, token.span.end);
        part.then(|| Floor {
            who: Slot::stated(doc.text(span), span, "park"),
            what: What::Zone,
            keeps: false,
        })
    }

    /// 江苏上榜最多，达到8家: in an overview, the province that a word begins with.
    pub(super) fn province(&self, doc: &Doc, token: &Token) -> Option<Floor> {
        self.zone.value.as_deref().filter(|own| home::is_area(own))?;
        let name = overview::region(doc, token)?;
        lexicon::is_region(name.trim_end_matches('省')).then(|| Floor {
            who: Slot::stated(name, token.span, "province"),
            what: What::Area,
            keeps: false,
        })
    }

    /// Whether token `i` begins words for all zones that an overview is on, or their area: 七家合计, 四川8家高新区.
    pub(super) fn of_several(&self, doc: &Doc, i: usize) -> bool {
        let token = &doc.tokens[i];
        let Some(own) = self.zone.value.as_deref().filter(|own| home::is_area(own)) else {
            return false;
        };
        let other = token.is(Classes::WHOLE) && !doc.chars[token.span.start..].starts_with(&['全']);
        overview::region(doc, token).as_deref() == Some(own) || !other && overview::together_from(doc, i).is_some()
    }
}
