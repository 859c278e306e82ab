//! What can be taken away: the chart as a picture, the observations as files, the address of it all.

use super::markup::html;
use super::{Handle, words};
use crate::library::Library;
use crate::state::query::percent;
use crate::table::{Evidence, Observation};
use crate::wire::{self, WireObservation};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Links to the files of what is shown, for an indicator. `chart` says that a chart is in view. The pictures and the copying are done by
/// `www/save.js`, which is loaded when one of the buttons is first pressed.
pub fn links(handle: &Handle, indicator: &str, shown: &Rc<Vec<Observation>>, chart: bool) -> Html {
    if shown.is_empty() {
        return Html::default();
    }
    let s = words(handle);
    let file = |kind: &'static str, written: Written| {
        let (library, shown) = (handle.library.clone(), shown.clone());
        let href = handle.still.then(|| address(&library, &shown, written));
        // Few take a file away, and it may be as large as all the rest of the page: it is written for the one who presses, before the browser
        // follows the link.
        let write = Callback::from(move |link: Option<Element>| {
            if let Some(link) = link {
                let _ = link.set_attribute("href", &address(&library, &shown, written));
            }
        });
        let pressed = write.reform(|event: PointerEvent| event.target_dyn_into());
        let followed = write.reform(|event: MouseEvent| event.target_dyn_into());
        html! {
            <a class="chip" href={href.unwrap_or_else(|| "#".to_owned())} download={format!("{indicator}.{kind}")} onpointerdown={pressed} onclick={followed}>
                { kind.to_ascii_uppercase() }
            </a>
        }
    };
    let picture = |kind: &'static str| {
        html! { <button type="button" class="chip" data-save={kind} data-name={indicator.to_owned()}>{ kind.to_ascii_uppercase() }</button> }
    };
    html! {
        <div class="row save" role="group" aria-label={s.save}>
            <span class="lab" aria-hidden="true">{ s.save }</span>
            if chart { { picture("png") }{ picture("svg") } }
            { file("csv", csv) }
            { file("json", json) }
            <button type="button" class="chip" data-copy="" data-done={s.copied}>{ s.copy_link }</button>
        </div>
    }
}

/// How rows are written under names of columns: what the address of the file starts with, and its text.
type Written = fn(&[&str], &[Vec<String>]) -> (&'static str, String);

/// Spreadsheets take a file for UTF-8 by its byte order mark.
fn csv(names: &[&str], rows: &[Vec<String>]) -> (&'static str, String) {
    ("data:text/csv;charset=utf-8,%EF%BB%BF", wire::csv(names, rows))
}

fn json(names: &[&str], rows: &[Vec<String>]) -> (&'static str, String) {
    ("data:application/json;charset=utf-8,", wire::json(names, rows))
}

/// Observations as a file that is its own address.
fn address(library: &Library, shown: &[Observation], written: Written) -> String {
    let source = |report: usize, figure: usize| library.source(Evidence { report, figure });
    let observations = wire::observations(shown, &library.readings(), source);
    let rows: Vec<Vec<String>> = observations.iter().map(WireObservation::row).collect();
    let (start, text) = written(&wire::OBSERVATION_FIELDS, &rows);
    [start, &percent(&text)].concat()
}
