//! The pages, as Yew components: one file each. They compile for the browser and for the prerender, so that a component reads nothing but
//! its properties and the [`State`]; the browser is asked in effects and event handlers only, through [`crate::web`].

use crate::library::Library;
use crate::state::{Action, Page, Place, State, after};
use crate::strings::{Strings, strings};
use std::rc::Rc;
use yew::prelude::*;

mod add;
mod arrivals;
mod ask;
mod chart;
mod check;
mod datatable;
mod dates;
mod explore;
mod figures;
mod finding;
mod inspector;
mod leftover;
mod markup;
mod masthead;
mod matrix;
mod method;
mod names;
mod overview;
mod own;
mod paragraph;
mod passage;
mod plot;
mod quote;
mod report;
mod reports;
mod save;
mod search;
mod session;
mod strip;
mod tip;
mod turns;
mod zone;

use add::add;
use check::check;
use explore::explore;
use figures::Figures;
use markup::html;
use masthead::{footer, masthead};
use method::method;
use overview::overview;
use report::ReportPage;
use reports::reports;
use session::use_session;
use zone::zone;

pub use session::title;

/// The state and the way to change it, as every page gets it.
pub type Handle = UseReducerHandle<State>;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(after(State::clone(&self), action))
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
            && self.file == other.file
            && self.still == other.still
            && self.language == other.language
            && self.theme == other.theme
            && Rc::ptr_eq(&self.library, &other.library)
            && Rc::ptr_eq(&self.desk, &other.desk)
    }
}

/// What the app starts with.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The reports, read.
    pub library: Same<Library>,
    /// Which file of the site this is, as [`crate::state::file`] names it.
    pub file: String,
}

/// A property that is equal to another where both are the same one: to compare what it holds would take longer than to draw it.
#[derive(Debug)]
pub struct Same<T>(pub Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The whole app. Its first rendering is the file's page in Chinese, in the browser as in the prerender; the address is read afterwards.
#[component]
pub fn App(props: &Props) -> Html {
    let handle = use_reducer_eq(|| State::new(props.library.0.clone(), &props.file));
    use_session(handle.clone());
    let page = handle.place.page();
    html! {
        <>
            <a class="skip" href="#main" onclick={skip()}>{ words(&handle).skip }</a>
            { masthead(&handle) }
            <main id="main" class="wrap" tabindex="-1" data-page={page.code()}>{ body(&handle) }</main>
            { footer(&handle) }
        </>
    }
}

fn body(handle: &Handle) -> Html {
    match &handle.place {
        Place::Overview => overview(handle),
        Place::Reports => reports(handle),
        Place::Report(place) => {
            yew::html! { <ReportPage key={place.id.as_str()} handle={handle.clone()} place={place.clone()} /> }
        }
        Place::Zone(name) => zone(handle, name),
        Place::Explore(place) => explore(handle, place),
        Place::Figures(choices) => yew::html! { <Figures handle={handle.clone()} choices={choices.clone()} /> },
        Place::Check(place) => check(handle, place),
        Place::Add => add(handle),
        Place::Method => method(handle),
    }
}

/// Jumps to the main part without touching the address, which holds the state.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::web::focus("main");
        crate::web::stand("main");
    })
}

/// The words of the interface in the state's language.
pub fn words(state: &State) -> &'static Strings {
    strings(state.language)
}

/// The link to a place, for `href`.
pub fn href(state: &State, place: Place) -> String {
    state.href(place)
}

/// The link to a page with nothing chosen on it.
pub fn page_href(state: &State, page: Page) -> String {
    href(state, page.place())
}
