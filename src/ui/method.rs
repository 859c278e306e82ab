//! 方法: how figures are read, what the words mean, what it cannot do, how accurate it is, licence and sources.

use super::markup::{classes, html};
use super::{Handle, words};
use crate::accuracy::{Corpus, MEASURED};
use crate::figure::{Found, Kind};
use yew::prelude::*;

/// The page.
pub fn method(handle: &Handle) -> Html {
    let s = words(handle);
    let steps = [
        s.step_clean,
        s.step_find,
        s.step_link,
        s.step_table,
        s.step_check,
        s.step_chart,
    ];
    let limits = [
        s.limit_rules,
        s.limit_scope,
        s.limit_compare,
        s.limit_truth,
        s.limit_kept,
    ];
    html! {
        <div class="prose">
            <header class="rhead"><h1>{ s.method_title }</h1><p class="lede">{ s.method_lede }</p></header>
            <section><h2>{ s.how_title }</h2><ol class="steps">{ for steps.into_iter().map(|step| html! { <li>{ step }</li> }) }</ol></section>
            <section><h2>{ s.kinds_title }</h2><dl class="terms">{ for Kind::ALL.into_iter().map(|kind| html! {
                <div><dt><span class={classes(&["f", kind.code()])}>{ s.kind(kind) }</span></dt><dd>{ s.kind_means(kind) }</dd></div>
            }) }</dl></section>
            <section><h2>{ s.slots_title }</h2><p>{ s.slots_lede }</p><dl class="terms">{ for found().into_iter().map(|found| html! {
                <div><dt><span class={classes(&["how", found.code()])}>{ s.found(found) }</span></dt><dd>{ s.found_means(found) }</dd></div>
            }) }</dl></section>
            <section><h2>{ s.limits_title }</h2><ul class="dots">{ for limits.into_iter().map(|limit| html! { <li>{ limit }</li> }) }</ul></section>
            <section id="accuracy"><h2>{ s.accuracy_title }</h2><p>{ s.accuracy_lede }</p>{ accuracy(handle) }</section>
            <section id="licence"><h2>{ s.licence_title }</h2><p>{ s.licence }</p><p>{ s.sources_note }</p></section>
        </div>
    }
}

fn found() -> [Found; 4] {
    [Found::Stated, Found::Inherited, Found::Assumed, Found::Unknown]
}

fn accuracy(handle: &Handle) -> Html {
    let s = words(handle);
    let row = |m: crate::accuracy::Measurement| {
        let corpus = match m.corpus {
            Corpus::Embedded => s.corpus_embedded,
            Corpus::Received => s.corpus_received,
            Corpus::Other => s.corpus_other,
            Corpus::Unseen => s.corpus_unseen,
        };
        html! { <tr><th scope="row">{ corpus }</th><td class="num">{ m.figures.to_string() }</td><td class="num">{ percent(m.value) }</td><td class="num">{ percent(m.full) }</td></tr> }
    };
    html! {
        <table class="ptab narrow">
            <thead><tr><th scope="col">{ s.corpus }</th><th scope="col" class="num">{ s.counted_figures }</th><th scope="col" class="num">{ s.value_right }</th><th scope="col" class="num">{ s.all_right }</th></tr></thead>
            <tbody>{ for MEASURED.into_iter().map(row) }</tbody>
        </table>
    }
}

/// Tenths of a percent as a percentage.
fn percent(tenths: u16) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}
