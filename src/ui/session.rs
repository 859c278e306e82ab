//! What ties the state to the browser: the address, what is remembered on the device, the document's language, colours and title.

use super::{Handle, words};
use crate::language::Language;
use crate::state::address::language;
use crate::state::{Action, Address, Place, Theme};
use crate::web;
use yew::prelude::*;

/// Names under which language and theme are remembered.
const LANGUAGE: &str = "zhibiao-language";
const THEME: &str = "zhibiao-theme";

/// Reads the address once the page has been taken over, writes it on every change, and follows the reader's way through the history.
#[hook]
pub fn use_session(handle: Handle) {
    let started = use_mut_ref(|| false);

    // Declared before the effect that reads the address, so that at the start it runs before it, and writes nothing.
    {
        let started = started.clone();
        use_effect_with(handle.address(), move |address| {
            if *started.borrow() {
                write(address);
            }
        });
    }
    {
        let dispatcher = handle.dispatcher();
        use_effect_with((), move |()| {
            let mut address = Address::parse(&web::address());
            let theme = || web::remembered(THEME).and_then(|word| Theme::ALL.into_iter().find(|t| t.code() == word));
            address.theme = address.theme.or_else(theme);
            address.language = address.language.or_else(|| language(&web::remembered(LANGUAGE)?));
            *started.borrow_mut() = true;
            dispatcher.dispatch(Action::Visit(address));
            web::announce();
            let follow = move |_: &Event| dispatcher.dispatch(Action::Visit(Address::parse(&web::address())));
            let listeners = [
                web::listen("popstate", follow.clone()),
                web::listen("hashchange", follow),
            ];
            move || drop(listeners)
        });
    }
    use_effect_with((handle.language, handle.theme), |(language, theme)| {
        web::show(*language, *theme);
    });
    {
        let choices = (handle.language, handle.theme);
        let first = use_mut_ref(|| true);
        use_effect_with(choices, move |(language, theme)| {
            // The first run sees the defaults, which nobody chose.
            if !first.replace(false) {
                web::remember(LANGUAGE, if *language == Language::Chinese { "zh" } else { "en" });
                web::remember(THEME, theme.code());
            }
        });
    }
    use_effect_with(title(&handle), |title| web::title(title));
    use_arrival(&handle.place);
}

/// A move to another page starts at its top, with the focus on its main part, as a newly loaded page would.
#[hook]
fn use_arrival(place: &Place) {
    let last = use_mut_ref(|| None::<Place>);
    use_effect_with(place.clone(), move |place| {
        let before = last.replace(Some(place.clone()));
        let chosen = matches!(place, Place::Report(place) if place.figure.is_some());
        if before.is_some_and(|before| before.moves(place)) && !chosen {
            web::focus("main");
            web::scroll_to_top();
        }
    });
}

/// Writes the address unless the browser has it already, as it does where the reader followed a link.
fn write(address: &Address) {
    let shown = Address::parse(&web::address());
    if shown != *address {
        web::go(&address.print(), shown.place.moves(&address.place));
    }
}

/// The document's title: the report or the indicator in hand, the page, the site.
fn title(handle: &Handle) -> String {
    let s = words(handle);
    let page = s.page(handle.place.page());
    let subject = match &handle.place {
        Place::Report(_) => handle.entry().map(|entry| entry.report.title.as_str()),
        Place::Explore(place) => place.indicator.as_deref(),
        _ => None,
    };
    match subject {
        Some(subject) => format!("{subject} · {page} · {}", s.site),
        None => format!("{page} · {}", s.site),
    }
}
