//! What can be taken away: the chart as a picture, the observations as files, the address of it all.

use super::markup::html;
use super::{Handle, words};
use crate::state::query::percent;
use crate::table::{Evidence, Observation};
use crate::wire::{self, WireObservation};
use yew::prelude::*;

/// Links to the files of what is shown, for an indicator. `chart` says that a chart is in view. The pictures and the copying are done by
/// `www/save.js`, which is loaded when one of the buttons is first pressed.
pub fn links(handle: &Handle, indicator: &str, shown: &[Observation], chart: bool) -> Html {
    if shown.is_empty() {
        return Html::default();
    }
    let s = words(handle);
    let library = &handle.library;
    let source = |report: usize, figure: usize| library.source(Evidence { report, figure });
    let observations = wire::observations(shown, &library.readings(), source);
    let rows: Vec<Vec<String>> = observations.iter().map(WireObservation::row).collect();
    let names = &wire::OBSERVATION_FIELDS;
    let file = |kind: &'static str, data: String| {
        html! { <a class="chip" href={data} download={format!("{indicator}.{kind}")}>{ kind.to_ascii_uppercase() }</a> }
    };
    let picture = |kind: &'static str| {
        html! { <button type="button" class="chip" data-save={kind} data-name={indicator.to_owned()}>{ kind.to_ascii_uppercase() }</button> }
    };
    html! {
        <div class="row save" role="group" aria-label={s.save}>
            <span class="lab" aria-hidden="true">{ s.save }</span>
            if chart { { picture("png") }{ picture("svg") } }
            // Spreadsheets take a file for UTF-8 by its byte order mark.
            { file("csv", format!("data:text/csv;charset=utf-8,%EF%BB%BF{}", percent(&wire::csv(names, &rows)))) }
            { file("json", format!("data:application/json;charset=utf-8,{}", percent(&wire::json(names, &rows)))) }
            <button type="button" class="chip" data-copy="" data-done={s.copied}>{ s.copy_link }</button>
        </div>
    }
}
