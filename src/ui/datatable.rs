//! Observations as a table.

use super::markup::{classes, html};
use super::matrix::flag;
use super::{Handle, href, names, quote, words};
use crate::table::Observation;
use crate::words::{basis_words, period_words, quantity_words};
use yew::prelude::*;

/// The table under its caption, a row for each observation with a link to its sentence. Each row is headed by what `name` makes of it, under `column`.
pub fn table(
    handle: &Handle,
    caption: Html,
    column: &str,
    name: &dyn Fn(&Observation) -> Html,
    observations: &[&Observation],
) -> Html {
    let s = words(handle);
    if observations.is_empty() {
        return html! { <p class="lede">{ s.nothing_fits }</p> };
    }
    let row = |o: &&Observation| {
        let links = o.evidence.iter().filter_map(|e| quote::place(handle, *e)).enumerate().map(|(i, place)| {
            html! { <a href={href(handle, place)} aria-label={format!("{} {}", s.see_sentence, i + 1)}>{ i + 1 }</a> }
        });
        let basis = basis_words(o.basis.as_deref(), handle.language);
        html! {
            <tr>
                <th scope="row">{ name(o) }</th>
                <td>{ period_words(o.period, handle.language) }</td>
                <td class="num">{ quantity_words(*o, handle.language) }
                    if let Some((flag, title)) = flag(handle, o) { <abbr class="flag" title={title}>{ flag }</abbr> }</td>
                <td><span class={classes(&["f", o.kind.code()])}>{ s.kind(o.kind) }</span></td>
                <td>{ names::mixed(&basis, handle.language) }</td>
                <td class="links">{ for links }</td>
            </tr>
        }
    };
    html! {
        <div class="scroll">
            <table class="ptab">
                <caption>{ caption }</caption>
                <thead><tr>
                    <th scope="col">{ column }</th><th scope="col">{ s.period }</th><th scope="col" class="num">{ s.value }</th>
                    <th scope="col">{ s.kinds }</th><th scope="col">{ s.base_or_whole }</th><th scope="col">{ s.view_sources }</th>
                </tr></thead>
                <tbody>{ for observations.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
