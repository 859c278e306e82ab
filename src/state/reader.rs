//! What is marked in the report in hand, and the way from one marked figure to the next.

use super::{Place, State};
use crate::table::Evidence;

impl State {
    /// The figures of the report in hand that are marked, in the order of the text.
    pub fn marked(&self) -> Vec<usize> {
        let (Some(report), Place::Report(place)) = (self.report(), &self.place) else {
            return Vec::new();
        };
        let entry = &self.library.entries[report];
        let indicator = place.indicator.as_ref();
        let indicator = indicator.map(|name| entry.indicators.iter().position(|other| other == name));
        let figures = entry.reading.figures.iter().enumerate();
        let marked = figures.filter(|(i, figure)| {
            place.kinds.shows(figure.kind)
                && indicator.is_none_or(|named| named.is_some() && named == entry.indicator(*i))
                && place
                    .verdict
                    .is_none_or(|verdict| self.library.has(Evidence { report, figure: *i }, verdict))
        });
        marked.map(|(i, _)| i).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::super::tests::{read, state};
    use super::super::{Action, Address, after};
    use crate::check::Verdict;

    #[test]
    fn an_indicator_and_a_verdict_narrow_what_is_marked() {
        let text = "2023年，甲高新区财政总收入16.1亿元。2023年甲高新区签约项目49个，其中主导产业31个，占63.27%。";
        let added = read(state(), &[text]);
        let id = added
            .library
            .own()
            .next()
            .map(|entry| entry.report.id.clone())
            .unwrap_or_default();
        let at = |choices: &str| Address::parse(&format!("#report/{id}{choices}"));
        let marked = |choices: &str| {
            let state = after(added.clone(), Action::Visit(at(&format!("?{choices}"))));
            let entry = state.entry().expect("the report");
            let of = |i: usize| entry.reading.clean.slice(entry.reading.figures[i].span);
            assert_eq!(Address::parse(&state.address().print()), state.address());
            state.marked().into_iter().map(of).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marked(""), "16.1亿元 49个 31个 63.27%");
        assert_eq!(marked("i=财政总收入"), "16.1亿元");
        assert_eq!(marked("v=holds"), "49个 31个 63.27%");
        assert_eq!(marked("v=holds&k=share"), "63.27%");
        assert_eq!(marked("v=differs"), "");
        assert_eq!(marked("i=财政总收入&v=holds"), "");
        let only = Action::Only(Some("财政总收入".to_owned()), Some(Verdict::Holds));
        let chosen = after(after(added.clone(), Action::Visit(at(""))), only);
        assert_eq!(chosen.address(), at("?i=财政总收入&v=holds"));
    }
}
