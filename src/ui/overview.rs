//! 总览: how much there is, who reports what, and the charts worth a first look.

use super::finding::{badge, brief, line, tally};
use super::markup::html;
use super::names::{headline, mixed};
use super::plot::{Plot, Table};
use super::reports::broken;
use super::{Handle, href, matrix, page_href, quote, words};
use crate::chart::canvas::USUAL;
use crate::chart::{Pick, chart, highlights};
use crate::check::{Finding, Verdict};
use crate::order::distinct;
use crate::state::{ExplorePlace, Page, Place};
use crate::strings::fill;
use crate::table::matrix::is_zone;
use yew::prelude::*;

/// How many charts are shown.
const CHARTS: usize = 4;

/// How many findings are shown at large, and how many more in a line each.
const BRIEFS: usize = 3;
const ROWS: usize = 5;

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
            { checks(handle) }
            <section class="sec">
                <header><h2>{ s.matrix_title }</h2><p>{ s.matrix_note }</p></header>
                { matrix::view(handle) }
                <p class="more"><a href={page_href(handle, Page::Explore)}>{ s.all_indicators }</a><a href={page_href(handle, Page::Zone)}>{ s.zone_list }</a></p>
            </section>
            if !picks.is_empty() {
                <section class="sec">
                    <header><h2>{ s.charts_title }</h2></header>
                    { figures(handle, &picks, &table) }
                </section>
            }
        </>
    }
}

/// What does not add up, and what does: a few findings at large, the other differences and doubts in a line each.
fn checks(handle: &Handle) -> Html {
    let s = words(handle);
    let library = &handle.library;
    let readings = library.readings();
    let (open, hold): (Vec<&Finding>, Vec<&Finding>) =
        library.findings.iter().partition(|f| f.verdict != Verdict::Holds);
    if library.findings.is_empty() {
        return Html::default();
    }
    let first = open.len().min(BRIEFS - 1);
    let held = (BRIEFS - first).min(hold.len());
    let briefs = open[..first].iter().chain(&hold[..held]);
    let row = |f: &&Finding| line(handle, f, &readings);
    let all = page_href(handle, Page::Check);
    let others: Option<Html> = hold.get(held).map(|f| {
        let said = f.said(&readings, handle.language);
        let example = if said.sum.is_empty() { said.rest } else { said.sum };
        let others = fill(s.other_holds, &[&(hold.len() - held).to_string(), &example]);
        html! { <li>{ badge(Verdict::Holds, handle.language) }<span>{ mixed(&others, handle.language) }</span><a href={all.clone()}>{ s.all_findings }</a></li> }
    });
    html! {
        <section class="sec" id="adds-up">
            <header><h2>{ s.adds_up_title }</h2>{ tally(handle, None) }</header>
            <div class="finds">{ for briefs.map(|f| brief(handle, f, &readings)) }</div>
            <ul class="morefinds">{ for open[first..].iter().take(ROWS).map(row) }{ others.clone() }</ul>
            if others.is_none() { <p class="more"><a href={all}>{ s.all_findings }</a></p> }
        </section>
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

/// Charts side by side, each under its headline, with the sentence that it rests on.
pub fn figures(handle: &Handle, picks: &[Pick], table: &Table) -> Html {
    html! { <div class="charts">{ for picks.iter().enumerate().map(|(i, pick)| figure(handle, i, pick, table)) }</div> }
}

fn figure(handle: &Handle, index: usize, pick: &Pick, table: &Table) -> Html {
    let s = words(handle);
    // Headline and subtitle do not depend on the width.
    let Some(drawn) = chart(&pick.question, &table.0, USUAL, handle.language) else {
        return Html::default();
    };
    // A chart of several indicators leads to that of its first, in the same form.
    let explore = handle.library.observation(pick.key).map(|key| {
        let several = pick.question.indicator.is_empty();
        Place::Explore(ExplorePlace {
            indicator: Some(key.indicator.clone()),
            form: several.then_some(pick.question.form),
            ..ExplorePlace::default()
        })
    });
    html! {
        <figure class="chart">
            <h3>{ headline(&drawn.headline, handle.language) }</h3>
            <p class="sub">{ mixed(&drawn.subtitle, handle.language) }</p>
            { yew::html! { <Plot handle={handle.clone()} question={pick.question.clone()} table={table.clone()} id={format!("pick{index}")} /> } }
            <div class="rest">
                { quote::quote(handle, pick.key) }
                if let Some(explore) = explore { <p class="go"><a href={href(handle, explore)}>{ s.to_explore }</a></p> }
            </div>
        </figure>
    }
}
