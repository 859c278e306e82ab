//! The strip that stays on top while a report is read: the kinds of figure, which are filter and legend in one, and the way to the next figure.

use super::markup::{classes, html};
use super::{Handle, words};
use crate::figure::Kind;
use crate::library::Entry;
use crate::state::{Action, Kinds};
use crate::strings::fill;
use yew::prelude::*;

/// The strip of a report with a figure selected, and the kinds that are marked.
pub fn strip(handle: &Handle, entry: &Entry, selected: Option<usize>, kinds: Kinds) -> Html {
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
    let total = figures.len().to_string();
    let position = match selected {
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
