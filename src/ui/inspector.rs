//! What is known about the selected figure, and how.

use super::finding::{arithmetic, badge};
use super::markup::{classes, html};
use super::paragraph::from_id;
use super::{Handle, href, names, words};
use crate::check::Finding;
use crate::figure::{Figure, Found, Kind, Slot};
use crate::language::Language;
use crate::library::Entry;
use crate::state::{Action, CheckPlace, ExplorePlace, Place, ReportPlace};
use crate::strings::fill;
use crate::table::Evidence;
use crate::text::Span;
use crate::web;
use crate::words::{base_words, basis_words, in_words, interval_words, period_words, quantity_words};
use yew::prelude::*;

/// The words in the text that a figure was linked by.
pub fn evidence(figure: &Figure) -> Vec<Span> {
    let spans = [
        figure.indicator.evidence,
        figure.subject.evidence,
        figure.period.evidence,
    ];
    spans.into_iter().flatten().filter(|span| !span.is_empty()).collect()
}

/// The inspector for a figure of a report.
pub fn inspector(handle: &Handle, at: Evidence) -> Html {
    let s = words(handle);
    let Some((entry, figure)) = handle.library.evidence(at) else {
        return Html::default();
    };
    let index = at.figure;
    let (nth, total) = ((index + 1).to_string(), entry.reading.figures.len().to_string());
    let close = {
        let dispatcher = handle.dispatcher();
        let id = format!("f-{}", entry.start(index));
        Callback::from(move |_: MouseEvent| {
            web::focus(&id);
            dispatcher.dispatch(Action::Select(None));
        })
    };
    html! {
        <aside class="rail" aria-label={s.inspector}>
            <div id="inspector" class="insp" lang={handle.language.tag()}>
                <div class="top">
                    <p>
                        <span class={classes(&["f", figure.kind.code()])} title={s.kind_means(figure.kind)}>{ s.kind(figure.kind) }</span>
                        <span class="muted">{ fill(s.nth_of, &[&nth, &total]) }</span>
                    </p>
                    <button type="button" class="xbtn" aria-label={s.close} onclick={close}>{ "×" }</button>
                </div>
                <p class="big">{ quantity_words(figure, handle.language) }</p>
                <p class="words">{ reading(figure, entry, handle.language) }</p>
                { notes(handle, figure) }
                <dl class="slots">{ slots(handle, entry, figure) }</dl>
                { checks(handle, entry, at) }
                { appearances(handle, at) }
            </div>
        </aside>
    }
}

/// The value in words, in its base unit, and between which bounds its printed digits leave it.
fn reading(figure: &Figure, entry: &Entry, language: Language) -> String {
    let s = crate::strings::strings(language);
    let quote = entry.reading.clean.slice(figure.span);
    let said = in_words(figure.value, &figure.unit, language);
    let base = base_words(figure.value, &figure.unit, language);
    let shown = quantity_words(figure, language);
    let mut parts: Vec<String> = Vec::new();
    for part in [said, base] {
        if !shown.contains(&part) && !parts.contains(&part) {
            parts.push(part);
        }
    }
    if let Some(interval) = interval_words(figure.value, &figure.unit, &quote, language) {
        parts.push(fill(s.interval, &[&interval]));
    }
    parts.join(s.semicolon)
}

/// How the text limits the value, whether it has happened, and whether it may be wrong.
pub fn notes(handle: &Handle, figure: &Figure) -> Html {
    let s = words(handle);
    let notes = [
        s.bound(figure.bound),
        s.status(figure.status),
        figure.unreliable.then_some(s.unreliable),
    ];
    let mut notes = notes.into_iter().flatten().peekable();
    let some = notes.peek().is_some();
    html! {
        if some { <ul class="notes">{ for notes.map(|note| html! { <li>{ note }</li> }) }</ul> }
    }
}

/// What a figure measures, whom or when it is about: the name of the slot, what fills it, how that was found and from which words.
pub struct Filled {
    /// Name of the slot.
    pub name: &'static str,
    /// What fills it, in words.
    pub value: Option<Html>,
    /// How it was found.
    pub found: Found,
    evidence: Option<Span>,
}

/// The slots of a figure.
pub fn filled(handle: &Handle, figure: &Figure) -> [Filled; 3] {
    let (s, language) = (words(handle), handle.language);
    let named = |name, slot: &Slot<String>, words: fn(&str, Language) -> Html| Filled {
        name,
        value: slot.value.as_deref().map(|value| words(value, language)),
        found: slot.found,
        evidence: slot.evidence,
    };
    let period = figure.period.value;
    [
        named(s.indicator, &figure.indicator, names::indicator),
        named(s.subject, &figure.subject, names::subject),
        Filled {
            name: s.period,
            value: period.map(|period| html! { { period_words(Some(period), language) } }),
            found: figure.period.found,
            evidence: figure.period.evidence,
        },
    ]
}

/// How a slot was found, as a stamp.
pub fn stamp(handle: &Handle, found: Found) -> Html {
    let s = words(handle);
    html! { <dd class={classes(&["how", found.code()])} title={s.found_means(found)}>{ s.found(found) }</dd> }
}

fn slots(handle: &Handle, entry: &Entry, figure: &Figure) -> Html {
    let (s, language) = (words(handle), handle.language);
    let basis = figure
        .basis
        .as_deref()
        .map(|_| basis_words(figure.basis.as_deref(), language));
    let basis_name = match figure.kind {
        Kind::Change => s.base,
        Kind::Gap => s.comparator,
        _ => s.whole,
    };
    html! {
        <>
            { for filled(handle, figure).into_iter().map(|of| slot(handle, entry, figure, of)) }
            if let Some(basis) = basis.filter(|basis| !basis.is_empty()) {
                <div><dt>{ basis_name }</dt><dd><b>{ names::mixed(&basis, language) }</b></dd></div>
            }
        </>
    }
}

/// One slot: what, from which words, and how found.
fn slot(handle: &Handle, entry: &Entry, figure: &Figure, of: Filled) -> Html {
    let s = words(handle);
    let evidence = of.evidence.filter(|span| !span.is_empty());
    let quoted = evidence.map(|span| {
        let near = entry.sentence(figure.span).holds(span);
        let quote = entry.reading.clean.slice(span);
        let place = match near {
            true => s.same_sentence.to_owned(),
            false => fill(s.nth_paragraph, &[&paragraph(entry, span).to_string()]),
        };
        let go = Callback::from(move |_: MouseEvent| web::stand(&from_id(span)));
        html! {
            <small>
                { place }<button type="button" class="quote" lang="zh-Hans" onclick={go}>{ format!("“{quote}”") }</button>
            </small>
        }
    });
    let why =
        (evidence.is_none() && of.found != Found::Stated).then(|| html! { <small>{ s.found_means(of.found) }</small> });
    html! {
        <div data-slot={of.name}>
            <dt>{ of.name }</dt>
            <dd>{ of.value.map_or_else(|| html! { <span class="muted">{ s.not_known }</span> }, |value| html! { <b>{ value }</b> }) }{ quoted }{ why }</dd>
            { stamp(handle, of.found) }
        </div>
    }
}

/// The number of the paragraph that holds a span, from 1.
fn paragraph(entry: &Entry, span: Span) -> usize {
    entry.paragraphs.iter().position(|p| p.meets(span)).map_or(1, |i| i + 1)
}

/// The findings that the figure takes part in.
fn checks(handle: &Handle, entry: &Entry, at: Evidence) -> Html {
    let s = words(handle);
    let library = &handle.library;
    let mut findings = library.findings(at).peekable();
    if findings.peek().is_none() {
        return Html::default();
    }
    let readings = library.readings();
    let finding = |finding: &Finding| {
        let place = Place::Check(CheckPlace {
            verdict: Some(finding.verdict),
            report: Some(entry.report.id.clone()),
            relation: Some(finding.relation),
        });
        html! {
            <li>
                { badge(finding.verdict, handle.language) }
                { arithmetic(finding, &readings, handle.language) }
                <a href={href(handle, place)}>{ s.in_checks }</a>
            </li>
        }
    };
    html! {
        <>
            <h2>{ s.check }</h2>
            <ul class="insp-checks">{ for findings.map(finding) }</ul>
        </>
    }
}

/// The charts that the figure went into, and where else it is stated.
fn appearances(handle: &Handle, own: Evidence) -> Html {
    let s = words(handle);
    let Some(observation) = handle.library.observation(own) else {
        return html! { <p class="note">{ s.in_no_chart }</p> };
    };
    let chart = href(
        handle,
        Place::Explore(ExplorePlace {
            indicator: Some(observation.indicator.clone()),
            ..ExplorePlace::default()
        }),
    );
    let others = observation.evidence.iter().filter(|e| **e != own).filter_map(|e| {
        let (other, figure) = handle.library.evidence(*e)?;
        let place = Place::Report(ReportPlace {
            id: other.report.id.clone(),
            figure: Some(other.start(e.figure)),
            ..ReportPlace::default()
        });
        let quote = other.reading.clean.slice(figure.span);
        Some(html! { <li><a href={href(handle, place)} lang="zh-Hans">{ format!("{quote}，{}", other.report.title) }</a></li> })
    });
    let others: Vec<Html> = others.collect();
    html! {
        <>
            <h2>{ s.appears_in }</h2>
            <ul class="where">
                <li><a href={chart}>{ names::indicator(&observation.indicator, handle.language) }{ s.all_zones }</a></li>
                { for others }
            </ul>
        </>
    }
}
