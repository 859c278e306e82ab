//! Words that go back to a company: 公司, 该企业, 这家.

use super::{Floor, Running, What};
use crate::figure::Slot;
use crate::link::sentence::Doc;
use crate::prefix::List;
use crate::token::Token;

impl Running<'_> {
    /// The company that was named last before a character.
    pub(super) fn last_firm(&self, doc: &Doc, at: usize) -> Option<Floor> {
        let i = self.firms.partition_point(|span| span.start < at).checked_sub(1)?;
        Some(Floor {
            who: Slot::inherited(doc.text(self.firms[i]), self.firms[i], "the company"),
            what: What::Firm,
            keeps: true,
        })
    }

    /// The same, if that was in the sentence before or not long ago.
    pub(super) fn last_firm_near(&self, doc: &Doc, at: usize) -> Option<Floor> {
        const NEAR: usize = 60;
        let close = |firm: &Floor| firm.who.evidence.is_some_and(|name| at < name.end + NEAR);
        self.last_firm(doc, at).filter(close)
    }

    /// 公司, 该企业: the company that was spoken of.
    pub(super) fn is_pronoun(&self, doc: &Doc, token: &Token) -> bool {
        const COMPANY: List = List::new("公司|集团|该行|本行");
        const PLACE: List = List::new("基地|工厂|园区");
        const HOUSE: List = List::new("企业|工厂|厂");
        const OTHERS: List = List::new("他|它|她|我们|企业");
        const THIS: List = List::new("这家|这条线|这条生产线|这条产线|这个车间|这座工厂|整个基地|该基地|该期|车间里");
        let before = &doc.chars[..token.span.start];
        let firm = self
            .topic
            .who
            .value
            .as_deref()
            .filter(|_| self.topic.what == What::Firm);
        let own = |firm: &str| firm.ends_with(&doc.text(token.span));
        doc.is_in(token, &COMPANY)
            || THIS.beginning(&doc.chars[token.span.start..]).is_some()
            || doc.is_in(token, &PLACE) && firm.is_some_and(own)
            || doc.is_in(token, &HOUSE) && const { List::new("该|这家|该家|我们") }.ending(before).is_some()
            || self.topic.what == What::Firm && doc.is_in(token, &OTHERS)
    }
}
