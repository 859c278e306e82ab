//! What is told of a mark that the reader points at: value, bound, zone, indicator and period with how each was found, and the sentence. It stays
//! until another mark is pointed at or the pointer leaves the chart, so that the pointer can move onto it; Escape and its button put it away.

use super::inspector::{Filled, filled, notes, stamp};
use super::markup::html;
use super::{Handle, quote, words};
use crate::scene::Scene;
use crate::svg::number;
use crate::web;
use crate::words::quantity_words;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Pixels between a mark and what explains it.
const GAP: f64 = 6.0;

/// Which mark of a chart is explained, and how that changes.
#[derive(Clone)]
pub struct Tip {
    /// Name of the chart.
    chart: AttrValue,
    open: UseStateHandle<Option<usize>>,
    aside: Rc<RefCell<Aside>>,
    point: Callback<(usize, String)>,
}

/// What is known beside the mark.
#[derive(Clone, Copy, Default)]
struct Aside {
    /// It stands low in the window, so that there is room above it.
    low: bool,
    /// It gets the focus back, and is not pointed at anew.
    returning: bool,
}

/// The tip of the chart of that name.
#[hook]
pub fn use_tip(chart: AttrValue) -> Tip {
    let open = use_state_eq(|| None);
    let aside = use_mut_ref(Aside::default);
    let point = {
        let (open, aside) = (open.setter(), aside.clone());
        use_callback((), move |(mark, id): (usize, String), ()| {
            let returning = aside.borrow().returning;
            if !returning {
                aside.borrow_mut().low = web::is_low(&id);
                open.set(Some(mark));
            }
        })
    };
    let tip = Tip {
        chart,
        open,
        aside,
        point,
    };
    let listening = tip.clone();
    use_effect_with(*tip.open, move |open| {
        let listener = |name, done: fn(&Tip, &web_sys::Event)| {
            let tip = listening.clone();
            open.and_then(|_| web::listen(name, move |event| done(&tip, event)))
        };
        let listeners = [
            listener("keydown", |tip, event| {
                if web::key(event).as_deref() == Some("Escape") {
                    tip.close(false);
                }
            }),
            listener("pointerover", |tip, event| {
                if !web::among(event, ".chart, .stage", &tip.id()) && !tip.focused() {
                    tip.forget();
                }
            }),
        ];
        move || drop(listeners)
    });
    tip
}

impl Tip {
    /// The mark that is explained.
    pub fn mark(&self) -> Option<usize> {
        *self.open
    }

    /// Explains a mark of a drawing, of which it is given the id.
    pub fn point(&self) -> Callback<(usize, String)> {
        self.point.clone()
    }

    /// Explains no mark any more, wherever the focus is.
    pub fn forget(&self) {
        self.open.set(None);
    }

    /// Explains no mark. A focus that would be lost goes back to the mark.
    fn close(&self, back: bool) {
        if let (true, Some(mark)) = (back || web::holds_focus(&self.id()), self.mark()) {
            self.aside.borrow_mut().returning = true;
            web::focus(&mark_id(&self.chart, mark));
            self.aside.borrow_mut().returning = false;
        }
        self.forget();
    }

    /// Whether the reader has come to what is explained by key.
    fn focused(&self) -> bool {
        let on = |mark| web::holds_focus(&mark_id(&self.chart, mark));
        self.mark().is_some_and(on) || web::holds_focus(&self.id())
    }

    /// Id of the explanation.
    pub fn id(&self) -> String {
        [&self.chart, "-tip"].concat()
    }

    /// The explanation of a mark of the scene, above or below it.
    pub fn view(&self, handle: &Handle, scene: &Scene) -> Html {
        let s = words(handle);
        let shown = self.open.and_then(|mark| {
            let mark = scene.marks.get(mark)?;
            let evidence = *mark.evidence.first()?;
            Some((mark.hit, evidence, handle.library.evidence(evidence)?.1))
        });
        let Some((hit, evidence, figure)) = shown else {
            return Html::default();
        };
        let low = self.aside.borrow().low;
        // Styles of its own the page's policy forbids; something of that height pushes it to its place.
        let push = |height: f64| html! { <svg width="1" height={number(height + GAP)} aria-hidden="true" /> };
        let tip = self.clone();
        let close = Callback::from(move |_: MouseEvent| tip.close(true));
        let slot = |of: Filled| html! { <div><dt>{ of.name }</dt><dd>{ of.value.unwrap_or_else(|| html! { { s.not_known } }) }</dd>{ stamp(handle, of.found) }</div> };
        html! {
            <div class={if low { "over above" } else { "over" }}>
                if !low { { push(hit.y + hit.height) } }
                <div id={self.id()} class="tip">
                    <p class="tv"><span>{ quantity_words(figure, handle.language) }</span>
                        <button type="button" class="xbtn" aria-label={s.close} onclick={close}>{ "×" }</button></p>
                    { notes(handle, figure) }
                    <dl class="slots">{ for filled(handle, figure).into_iter().map(slot) }</dl>
                    { quote::quotes(handle, &[evidence]) }
                </div>
                if low { { push(scene.height - hit.y) } }
            </div>
        }
    }
}

/// Id of a mark of a drawing.
pub fn mark_id(drawing: &str, mark: usize) -> String {
    format!("{drawing}-m{mark}")
}
