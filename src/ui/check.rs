//! 核对: every finding with its arithmetic and its sentences; what differs first, then what is doubtful, then what holds.

use super::ask::chip;
use super::finding::{badge, finding};
use super::markup::html;
use super::{Handle, page_href, words};
use crate::check::{Finding, Verdict};
use crate::state::address::relation;
use crate::state::{Action, CheckPlace, Page};
use crate::strings::fill;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Most findings of one verdict on the page: a reader goes through no more, and a browser draws no more at once.
const MOST: usize = 20;

/// The page.
pub fn check(handle: &Handle, place: &CheckPlace) -> Html {
    let s = words(handle);
    let library = &handle.library;
    let shown: Vec<&Finding> = library.findings.iter().filter(|f| place.shows(f, library)).collect();
    let head = html! { <header class="rhead"><h1>{ s.check_title }</h1><p class="lede">{ s.check_lede }</p></header> };
    if library.findings.is_empty() {
        return html! { <>{ head }<p class="nothing">{ s.check_none }</p></> };
    }
    html! {
        <>
            { head }
            { filters(handle, place) }
            if shown.is_empty() {
                <p class="nothing">{ s.check_none_fits }<a href={page_href(handle, Page::Check)}>{ s.check_reset }</a></p>
            }
            { for Verdict::ALL.into_iter().map(|verdict| section(handle, verdict, &shown)) }
        </>
    }
}

/// The findings of one verdict.
fn section(handle: &Handle, verdict: Verdict, shown: &[&Finding]) -> Html {
    let s = words(handle);
    let found: Vec<&&Finding> = shown.iter().filter(|f| f.verdict == verdict).collect();
    if found.is_empty() {
        return Html::default();
    }
    let readings = handle.library.readings();
    let total = found.len();
    html! {
        <section class="sec checks" data-verdict={verdict.code()}>
            <header><h2>{ badge(verdict, handle.language) }<small>{ total }</small></h2><p>{ s.verdict_means(verdict) }</p></header>
            { for found.iter().take(MOST).map(|f| finding(handle, f, &readings)) }
            if total > MOST {
                <p class="nothing">{ fill(s.more_findings, &[&MOST.to_string(), &total.to_string()]) }</p>
            }
        </section>
    }
}

/// Which findings to show, each choice with how many there are of it under the other choices.
fn filters(handle: &Handle, place: &CheckPlace) -> Html {
    let s = words(handle);
    let library = &handle.library;
    let count = |place: &CheckPlace| {
        let count = library.findings.iter().filter(|f| place.shows(f, library)).count();
        count.to_string()
    };
    let verdict = |verdict: Option<Verdict>| {
        let to = CheckPlace {
            verdict,
            ..place.clone()
        };
        let name = verdict.map_or_else(|| html! { { s.all } }, |verdict| badge(verdict, handle.language));
        chip(handle, name, &count(&to), place.verdict == verdict, Action::Check(to))
    };
    let of_all = CheckPlace {
        report: None,
        ..place.clone()
    };
    let mut counts = vec![0; library.entries.len()];
    for finding in library.findings.iter().filter(|f| of_all.shows(f, library)) {
        let mut about: Vec<usize> = finding.figures.iter().map(|at| at.report).collect();
        crate::order::distinct(&mut about);
        about.into_iter().for_each(|report| counts[report] += 1);
    }
    let every = (String::new(), s.every_report, count(&of_all), place.report.is_none());
    let reports = library.entries.iter().zip(counts).map(|(entry, count)| {
        let (id, title) = (entry.report.id.clone(), entry.report.title.as_str());
        let chosen = place.report.as_ref() == Some(&id);
        (id, title, count.to_string(), chosen)
    });
    let reports = std::iter::once(every).chain(reports);
    let mut relations: Vec<_> = library.findings.iter().map(|f| Some(f.relation)).collect();
    relations.extend([None, place.relation]);
    crate::order::distinct(&mut relations);
    let relations = relations.into_iter().map(|relation| {
        let to = CheckPlace {
            relation,
            ..place.clone()
        };
        let name = relation.map_or(s.every_relation, |relation| relation.words(handle.language));
        let value = relation.map_or("", |relation| relation.code());
        (value.to_owned(), name, count(&to), place.relation == relation)
    });
    let chosen = place.clone();
    let by_report = move |id: String| {
        Action::Check(CheckPlace {
            report: Some(id).filter(|id| !id.is_empty()),
            ..chosen.clone()
        })
    };
    let chosen = place.clone();
    let by_relation = move |code: String| {
        Action::Check(CheckPlace {
            relation: relation(&code),
            ..chosen.clone()
        })
    };
    html! {
        <div class="filters">
            <div class="row" role="group" aria-label={s.check_verdict}>
                { verdict(None) }
                { for Verdict::ALL.into_iter().map(|v| verdict(Some(v))) }
            </div>
            { choice(handle, "by-report", s.report, reports.collect(), Box::new(by_report)) }
            { choice(handle, "by-relation", s.check_relation, relations.collect(), Box::new(by_relation)) }
        </div>
    }
}

/// A list to choose from: for each option its value, its name, how much it leaves, and whether it is chosen. The one without a value is all.
pub fn choice(
    handle: &Handle,
    id: &'static str,
    label: &'static str,
    options: Vec<(String, &str, String, bool)>,
    to: Box<dyn Fn(String) -> Action>,
) -> Html {
    let s = words(handle);
    let dispatcher = handle.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatcher.dispatch(to(select.value()));
        }
    });
    let option = |(value, name, count, selected): (String, &str, String, bool)| {
        let text = match value.is_empty() {
            true => fill(name, &[&count]),
            false => fill(s.with_count, &[name, &count]),
        };
        html! { <option value={value} selected={selected}>{ text }</option> }
    };
    html! {
        <div class="choice">
            <label class="lab" for={id}>{ label }</label>
            <select id={id} onchange={onchange}>{ for options.into_iter().map(option) }</select>
        </div>
    }
}
