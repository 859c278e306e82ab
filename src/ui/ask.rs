//! The question on top of the charts: indicator, zones, periods, each choice with how much there is.

use super::markup::html;
use super::{Handle, names, search, words};
use crate::lexicon::{self, Zone};
use crate::order::sort_by_key;
use crate::state::{Action, PeriodGroup};
use crate::strings::fill;
use crate::table::catalogue::Item;
use crate::table::matrix::is_zone;
use crate::words::indicator_words;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The indicator.
    pub indicator: String,
    /// Chosen subjects; none means all.
    pub zones: Vec<String>,
    /// Chosen periods; `None` means all.
    pub period: Option<PeriodGroup>,
}

/// The question, and every indicator that could be asked about.
pub fn ask(handle: &Handle, asked: &Asked, items: &[Item]) -> Html {
    let s = words(handle);
    html! {
        <div class="ask">
            { search::field(handle) }
            <div>
                <label class="lab" for="indicator">{ s.indicator }</label>
                { picker(handle, asked, items) }
                <p class="muted def">{ fill(s.in_all, &[&items.len().to_string()]) }</p>
            </div>
            <div class="pair">
                { zones(handle, asked) }
                { periods(handle, asked) }
            </div>
        </div>
    }
}

/// The indicators, those that several subjects state apart from those of one.
fn picker(handle: &Handle, asked: &Asked, items: &[Item]) -> Html {
    let s = words(handle);
    let dispatcher = handle.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatcher.dispatch(Action::Indicator(select.value()));
        }
    });
    let option = |item: &Item| {
        let name = indicator_words(&item.indicator, handle.language);
        let (subjects, observations) = (item.subjects.to_string(), item.observations.to_string());
        let label = fill(s.option, &[name, &subjects, &observations]);
        let found_by = (!handle.still).then(|| search::indicator(&item.indicator));
        html! { <option value={item.indicator.clone()} selected={item.indicator == asked.indicator} data-names={found_by}>{ label }</option> }
    };
    let (several, single): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.subjects > 1);
    let group = |label: &'static str, items: Vec<&Item>| {
        let some = !items.is_empty();
        some.then(|| html! { <optgroup label={label}>{ for items.into_iter().map(option) }</optgroup> })
    };
    let known = items.iter().any(|item| item.indicator == asked.indicator);
    html! {
        <select id="indicator" class="picker" onchange={onchange}>
            if !known { <option selected={true} value={asked.indicator.clone()}>{ &asked.indicator }</option> }
            { group(s.of_several, several) }
            { group(s.of_one, single) }
        </select>
    }
}

/// The subjects that state the indicator with their counts, and the zones that do not, by region.
fn zones(handle: &Handle, asked: &Asked) -> Html {
    let s = words(handle);
    let language = handle.language;
    let mut found: Vec<(&str, usize)> = Vec::new();
    for o in handle.library.table.iter() {
        let adds = usize::from(o.indicator == asked.indicator);
        match found.iter_mut().find(|(name, _)| *name == o.subject) {
            Some((_, count)) => *count += adds,
            None if adds > 0 || is_zone(&o.subject) => found.push((&o.subject, adds)),
            None => {}
        }
    }
    sort_by_key(&mut found, |(_, count)| *count == 0);
    let chosen = |zones: &[Subject]| zones.iter().all(|zone| asked.zones.iter().any(|name| name == zone.0));
    let subject = |of: &Subject| {
        let (name, count) = *of;
        let count = if count == 0 {
            s.not_stated.to_owned()
        } else {
            count.to_string()
        };
        let action = Action::Zones(vec![name.to_owned()]);
        let found_by = (!handle.still).then(|| search::zone(name));
        let on = chosen(&[*of]);
        found_chip(handle, names::subject(name, language), &count, on, action, found_by)
    };
    // All zones of a province or a city, where there are several.
    let region = |name: &'static str, zones: &[Subject]| {
        let all = Action::Zones(zones.iter().map(|(name, _)| (*name).to_owned()).collect());
        let words = fill(s.all_of, &[search::region_words(name, language)]);
        let words = || names::mixed(&words, language);
        let several = zones.len() > 1 && !name.is_empty();
        several.then(|| {
            found_chip(
                handle,
                words(),
                &sum(zones),
                chosen(zones),
                all,
                Some(search::region(name)),
            )
        })
    };
    let city = |(city, zones): &(&'static str, Vec<Subject>), of: &str| {
        let region = (*city != of).then(|| region(city, zones));
        html! { { region.flatten() }{ for zones.iter().map(subject) } }
    };
    let group = |(province, zones): &(&'static str, Vec<Subject>)| {
        let cities = grouped(zones, |zone| zone.city);
        html! { <div class="row">{ region(province, zones) }{ for cities.iter().map(|of| city(of, province)) }</div> }
    };
    html! {
        <div class="zones" role="group" aria-label={s.subject} id="zones">
            <span class="lab" aria-hidden="true">{ s.subject }</span>
            <div class="row">{ chip(handle, html! { { s.all } }, &sum(&found), asked.zones.is_empty(), Action::Zones(Vec::new())) }</div>
            { for grouped(&found, |zone| zone.province).iter().map(group) }
        </div>
    }
}

/// A subject, and how often it states the indicator.
type Subject<'a> = (&'a str, usize);

fn sum(subjects: &[Subject]) -> String {
    subjects.iter().map(|(_, count)| count).sum::<usize>().to_string()
}

/// Subjects by region, in the order of their first ones; those of no known region, which are no zones of the lexicon, come last under an empty name.
fn grouped<'a>(subjects: &[Subject<'a>], of: fn(&Zone) -> &'static str) -> Vec<(&'static str, Vec<Subject<'a>>)> {
    let mut groups: Vec<(&'static str, Vec<Subject>)> = Vec::new();
    for subject in subjects {
        let region = lexicon::zone(subject.0).map_or("", of);
        match groups.iter_mut().find(|(name, _)| *name == region) {
            Some((_, members)) => members.push(*subject),
            None => groups.push((region, vec![*subject])),
        }
    }
    sort_by_key(&mut groups, |(name, _)| name.is_empty());
    groups
}

/// The groups of periods that occur.
fn periods(handle: &Handle, asked: &Asked) -> Html {
    let s = words(handle);
    let of_indicator = handle.library.table.iter().filter(|o| o.indicator == asked.indicator);
    let groups: Vec<PeriodGroup> = of_indicator
        .map(|o| PeriodGroup::of(o.period.map(|p| p.class())))
        .collect();
    let chips = PeriodGroup::ALL.into_iter().filter_map(|group| {
        let count = groups.iter().filter(|g| **g == group).count();
        let on = asked.period == Some(group);
        let action = Action::Period(if on { None } else { Some(group) });
        (count > 0 || on).then(|| {
            chip(
                handle,
                html! { { s.period_group(group) } },
                &count.to_string(),
                on,
                action,
            )
        })
    });
    html! {
        <div class="row" role="group" aria-label={s.period} id="periods">
            <span class="lab" aria-hidden="true">{ s.period }</span>
            { chip(handle, html! { { s.all } }, &groups.len().to_string(), asked.period.is_none(), Action::Period(None)) }
            { for chips }
        </div>
    }
}

/// A choice with how much there is of it.
pub fn chip(handle: &Handle, name: Html, count: &str, on: bool, action: Action) -> Html {
    found_chip(handle, name, count, on, action, None)
}

/// A choice that the search field finds by some names.
fn found_chip(handle: &Handle, name: Html, count: &str, on: bool, action: Action, names: Option<String>) -> Html {
    let dispatcher = handle.dispatcher();
    let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()));
    html! { <button type="button" class="chip" aria-pressed={on.to_string()} data-names={names} onclick={onclick}>{ name }<small>{ count }</small></button> }
}
