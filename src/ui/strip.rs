//! What is marked in a report: the choice of indicator and verdict above it, and the strip that stays on top while it is read, with the kinds of
//! figure, which are filter and legend in one, and the way to the next figure.

use super::check::choice;
use super::markup::{classes, html};
use super::{Handle, words};
use crate::check::Verdict;
use crate::figure::Kind;
use crate::library::Entry;
use crate::order::sort_by_key;
use crate::state::address::verdict;
use crate::state::{Action, Kinds, ReportPlace};
use crate::strings::fill;
use crate::table::Evidence;
use crate::words::indicator_words;
use std::cmp::Reverse;
use yew::prelude::*;

/// The indicators and verdicts that the report has, each with how many figures it marks.
pub fn filters(handle: &Handle, report: usize, place: &ReportPlace) -> Html {
    let s = words(handle);
    let entry = &handle.library.entries[report];
    let figures = &entry.reading.figures;
    let mut names: Vec<(&str, usize)> = entry.indicators.iter().map(|name| (name.as_str(), 0)).collect();
    for at in (0..figures.len()).filter_map(|figure| entry.indicator(figure)) {
        names[at].1 += 1;
    }
    let known = |name: &&str| entry.indicators.iter().all(|other| other != name);
    names.extend(place.indicator.as_deref().filter(known).map(|name| (name, 0)));
    sort_by_key(&mut names, |(name, count)| (Reverse(*count), *name));
    let mut indicators = vec![(
        String::new(),
        s.every_indicator,
        figures.len().to_string(),
        place.indicator.is_none(),
    )];
    for (name, count) in names {
        let chosen = place.indicator.as_deref() == Some(name);
        let words = indicator_words(name, handle.language);
        indicators.push((name.to_owned(), words, count.to_string(), chosen));
    }
    let all = (
        String::new(),
        s.every_verdict,
        figures.len().to_string(),
        place.verdict.is_none(),
    );
    let mut verdicts = vec![all];
    for verdict in Verdict::ALL {
        let figures = (0..figures.len()).map(|figure| Evidence { report, figure });
        let count = figures.filter(|at| handle.library.has(*at, verdict)).count();
        if count > 0 || place.verdict == Some(verdict) {
            let (code, words) = (verdict.code().to_owned(), verdict.words(handle.language));
            verdicts.push((code, words, count.to_string(), place.verdict == Some(verdict)));
        }
    }
    let (with, of) = (place.verdict, place.indicator.clone());
    let by_indicator = move |name: String| Action::Only(Some(name).filter(|name| !name.is_empty()), with);
    let by_verdict = move |code: String| Action::Only(of.clone(), verdict(&code));
    html! {
        <div class="filters only">
            { choice(handle, "only-indicator", s.indicator, indicators, Box::new(by_indicator)) }
            if verdicts.len() > 1 { { choice(handle, "only-verdict", s.check_verdict, verdicts, Box::new(by_verdict)) } }
        </div>
    }
}

/// The strip of a report with a figure selected, the kinds that are marked, and the figures.
pub fn strip(handle: &Handle, entry: &Entry, selected: Option<usize>, kinds: Kinds, marked: &[usize]) -> Html {
    let s = words(handle);
    let figures = &entry.reading.figures;
    let kind = |kind: Kind| {
        let count = figures.iter().filter(|f| f.kind == kind).count();
        let dispatcher = handle.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Kind(kind)));
        let off = !kinds.shows(kind);
        html! {
            <button type="button" data-kind={kind.code()} class={off.then_some("off")} disabled={count == 0}
                aria-pressed={kinds.has(kind).to_string()} title={s.kind_means(kind)} onclick={onclick}>
                <span class={classes(&["f", kind.code()])}>{ s.kind(kind) }</span><small>{ count }</small>
            </button>
        }
    };
    let step = |forward: bool| {
        let dispatcher = handle.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Step(forward)))
    };
    // Of those that are marked, which; one that is selected and not marked has no place among them.
    let total = marked.len().to_string();
    let position = match selected.and_then(|figure| marked.binary_search(&figure).ok()) {
        Some(i) => format!("{} / {total}", i + 1),
        None => fill(s.count_figures, &[&total]),
    };
    html! {
        <div class="kinds">
            <div class="legend-row" role="group" aria-label={s.filter_kinds}>
                <span class="lab" aria-hidden="true">{ s.kinds }</span>
                { for Kind::ALL.into_iter().map(kind) }
            </div>
            <div class="step" role="group" aria-label={s.stepping}>
                <button id="previous" type="button" class="btn" title={s.key_previous} onclick={step(false)}>
                    <span aria-hidden="true">{ "← " }</span>{ s.previous }
                </button>
                <span id="position" role="status">{ position }</span>
                <button id="next" type="button" class="btn" title={s.key_next} onclick={step(true)}>
                    { s.next }<span aria-hidden="true">{ " →" }</span>
                </button>
            </div>
        </div>
    }
}
