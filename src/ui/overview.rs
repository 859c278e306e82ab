//! 总览: how much there is, who reports what, and the charts worth a first look.

use super::markup::html;
use super::names::mixed;
use super::plot::{Plot, Table};
use super::reports::broken;
use super::{Handle, href, matrix, page_href, quote, words};
use crate::chart::{Pick, chart, highlights};
use crate::order::distinct;
use crate::state::{ExplorePlace, Page, Place};
use crate::table::matrix::is_zone;
use yew::prelude::*;

/// How many charts are shown.
const CHARTS: usize = 4;

/// The overview.
pub fn overview(handle: &Handle) -> Html {
    let s = words(handle);
    let table = Table(handle.library.table.clone());
    let picks = highlights(&table.0, CHARTS);
    let list = page_href(handle, Page::Report);
    html! {
        <>
            <section class="lead">
                <div>
                    <h1>{ s.promise_1 }<br />{ s.promise_2 }</h1>
                    <p>{ s.promise_how }</p>
                    <p class="acts"><a class="btn on" href={list}>{ s.read_reports }</a><a class="btn" href={page_href(handle, Page::Add)}>{ s.add_own }</a></p>
                </div>
                { counts(handle) }
            </section>
            { broken(&handle.library.broken, s) }
            <section class="sec">
                <header><h2>{ s.matrix_title }</h2><p>{ s.matrix_note }</p></header>
                { matrix::view(handle) }
                <p class="more"><a href={page_href(handle, Page::Explore)}>{ s.all_indicators }</a></p>
            </section>
            if !picks.is_empty() {
                <section class="sec">
                    <header><h2>{ s.charts_title }</h2></header>
                    <div class="charts">{ for picks.iter().enumerate().map(|(i, pick)| figure(handle, i, pick, &table)) }</div>
                </section>
            }
        </>
    }
}

fn counts(handle: &Handle) -> Html {
    let s = words(handle);
    let library = &handle.library;
    let figures = library.entries.iter().flat_map(|entry| &entry.reading.figures);
    let total = figures.clone().count();
    let linked =
        figures.filter(|f| f.indicator.value.is_some() && f.subject.value.is_some() && f.period.value.is_some());
    let linked = linked.count();
    let mut zones: Vec<&str> = library
        .table
        .iter()
        .map(|o| o.subject.as_str())
        .filter(|name| is_zone(name))
        .collect();
    distinct(&mut zones);
    let share = (linked * 100).checked_div(total).unwrap_or_default();
    let items = [
        ("reports", library.entries.len().to_string(), s.counted_reports),
        ("zones", zones.len().to_string(), s.counted_zones),
        ("figures", total.to_string(), s.counted_figures),
        ("linked", format!("{share}%"), s.counted_linked),
    ];
    html! {
        <ul class="counts">
            { for items.into_iter().map(|(id, count, name)| html! { <li data-count={id}><b>{ count }</b><span>{ name }</span></li> }) }
        </ul>
    }
}

/// A chart under its headline, with the sentence that it rests on.
fn figure(handle: &Handle, index: usize, pick: &Pick, table: &Table) -> Html {
    let s = words(handle);
    // Headline and subtitle do not depend on the width.
    let Some(drawn) = chart(&pick.question, &table.0, super::plot::WIDE, handle.language) else {
        return Html::default();
    };
    let explore = Place::Explore(ExplorePlace {
        indicator: Some(pick.question.indicator.clone()),
        ..ExplorePlace::default()
    });
    let indicator = !pick.question.indicator.is_empty();
    html! {
        <figure class="chart">
            <h3>{ mixed(&drawn.headline, handle.language) }</h3>
            <p class="sub">{ mixed(&drawn.subtitle, handle.language) }</p>
            { yew::html! { <Plot handle={handle.clone()} question={pick.question.clone()} table={table.clone()} id={format!("pick{index}")} /> } }
            <div class="rest">
                { quote::quote(handle, pick.key) }
                if indicator { <p class="go"><a href={href(handle, explore)}>{ s.to_explore }</a></p> }
            </div>
        </figure>
    }
}
