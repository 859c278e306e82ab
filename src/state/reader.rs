//! What is marked in the report in hand, and the way from one marked figure to the next.

use super::{Place, State};
use crate::figure::Figure;
use crate::lexicon;

impl State {
    /// The figures of the report in hand that are marked, in the order of the text.
    pub fn marked(&self) -> Vec<usize> {
        let (Some(entry), Place::Report(place)) = (self.entry(), &self.place) else {
            return Vec::new();
        };
        let figures = entry.reading.figures.iter().enumerate();
        let marked = figures.filter(|(i, figure)| {
            place.kinds.shows(figure.kind)
                && (place.indicator.is_none() || place.indicator.as_deref() == indicator_of(figure))
                && place.verdict.is_none_or(|verdict| {
                    let at = self.library.at(entry, *i);
                    let mut findings = at.into_iter().flat_map(|at| self.library.findings(at));
                    findings.any(|finding| finding.verdict == verdict)
                })
        });
        marked.map(|(i, _)| i).collect()
    }
}

/// The indicator of a figure under the lexicon's name, as tables have it.
pub fn indicator_of(figure: &Figure) -> Option<&str> {
    let name = figure.indicator.value.as_deref()?;
    Some(lexicon::indicator(name).map_or(name, |known| known.name))
}

/// The start of the next or previous marked figure; without a selection the first or the last.
pub(super) fn stepped(state: &State, forward: bool) -> Option<usize> {
    let entry = state.entry()?;
    let at = state.figure();
    let mut marked = state.marked().into_iter();
    let next = match (forward, at) {
        (true, None) => marked.next(),
        (true, Some(at)) => marked.find(|i| *i > at),
        (false, None) => marked.next_back(),
        (false, Some(at)) => marked.rfind(|i| *i < at),
    };
    next.map(|i| entry.start(i))
}
