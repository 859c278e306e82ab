//! What ties the state to the browser: the address and the links, what is remembered on the device, the document's language, colours and title.

use super::{Handle, words};
use crate::check::Checking;
use crate::language::Language;
use crate::library::{Entry, Library};
use crate::state::address::language;
use crate::state::{Action, Address, Own, Place, State, Theme, file};
use crate::web;
use crate::words::{indicator_words, subject_words};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What a folder of the site holds.
const INDEX: &str = "index.html";

/// Milliseconds after which a reader who no longer scrolls is taken to read.
const REST: u32 = 1000;

/// Names under which language and theme are remembered.
const LANGUAGE: &str = "zhibiao-language";
const THEME: &str = "zhibiao-theme";

/// Reads the address once the page has been taken over, writes it on every change, follows links, and the reader's way through the history.
#[hook]
pub fn use_session(handle: Handle) {
    let site = use_mut_ref(|| None::<Rc<Site>>);
    let travelled = use_mut_ref(|| None::<Place>);

    // Declared before the effect that reads the address, so that at the start it runs before it, and writes nothing.
    {
        let (site, fragment) = (site.clone(), handle.fragment());
        use_effect_with((handle.address(), handle.file.clone()), move |(address, file)| {
            if let Some(site) = &*site.borrow() {
                site.write(file, address, &fragment, false);
            }
        });
    }
    {
        let (state, travelled) = (handle.clone(), travelled.clone());
        use_effect_with((), move |()| {
            let here = Rc::new(Site::new(&state));
            *site.borrow_mut() = Some(here.clone());
            let dispatcher = state.dispatcher();
            if here.root.is_none() {
                dispatcher.dispatch(Action::Stay);
            }
            let (_, mut address) = here.shown();
            let theme = || web::remembered(THEME).and_then(|word| Theme::ALL.into_iter().find(|t| t.code() == word));
            address.theme = address.theme.or_else(theme);
            address.language = address.language.or_else(|| language(&web::remembered(LANGUAGE)?));
            dispatcher.dispatch(Action::Visit(address));
            if web::remembered(web::KEPT).is_some() {
                dispatcher.dispatch(Action::Own(Own::Reading(1, 1, String::new())));
            }
            let told = {
                let dispatcher = dispatcher.clone();
                web::told(move |own| dispatcher.dispatch(Action::Own(own)))
            };
            web::announce();
            let click = {
                let (here, dispatcher) = (here.clone(), dispatcher.clone());
                move |event: &Event| {
                    if let Some(address) = web::followed(event).and_then(|link| here.follow(&link)) {
                        event.prevent_default();
                        dispatcher.dispatch(Action::Visit(address));
                    }
                }
            };
            let travel = move |_: &Event| {
                let address = here.shown().1;
                travelled.replace(Some(address.place.clone()));
                dispatcher.dispatch(Action::Visit(address));
            };
            let listeners = [
                web::listen("click", click),
                web::listen("popstate", travel.clone()),
                web::listen("hashchange", travel),
                told,
            ];
            move || drop(listeners)
        });
    }
    {
        let choices = (handle.language, handle.theme);
        let first = use_mut_ref(|| true);
        use_effect_with(choices, move |(language, theme)| {
            web::show(*language, *theme);
            // The first run sees the defaults, which nobody chose.
            if !first.replace(false) {
                web::remember(LANGUAGE, if *language == Language::Chinese { "zh" } else { "en" });
                web::remember(THEME, theme.code());
            }
        });
    }
    use_effect_with(title(&handle), |title| web::title(title));
    use_keeping(&handle);
    use_checking(&handle);
    use_arrival(&handle.place, travelled);
}

/// A move to another page has the focus on its main part, as a newly loaded page would, and starts at its top: but a report where the reader last
/// rested in it, unless a figure of it is asked for. Who goes up to the navigation has not read on there. On the way back through the history
/// the browser knows where each page was left.
#[hook]
fn use_arrival(place: &Place, travelled: Rc<RefCell<Option<Place>>>) {
    let last = use_mut_ref(|| None::<Place>);
    let resting = use_mut_ref(|| None::<Timeout>);
    use_effect_with(place.clone(), move |place| {
        let before = last.replace(Some(place.clone()));
        resting.take();
        if *place == Place::Add {
            web::prepare();
        }
        let back = travelled.take().is_some_and(|to| to == *place);
        let (name, chosen) = match place {
            Place::Report(place) => (Some(["zhibiao-rested-", &place.id].concat()), place.figure.is_some()),
            _ => (None, false),
        };
        if before.is_some_and(|before| before.moves(place)) && (back || !chosen) {
            web::focus("main");
            if !back {
                web::scroll_to(name.as_deref().and_then(web::marked_top).unwrap_or_default());
            }
        }
        let listener = name.and_then(|name| {
            web::listen("scroll", move |_| {
                let name = name.clone();
                resting.replace(Some(Timeout::new(REST, move || web::mark_top(&name))));
            })
        });
        move || drop(listener)
    });
}

/// The reader's own reports are kept on the device whenever they change.
#[hook]
fn use_keeping(handle: &Handle) {
    let kept = use_mut_ref(Vec::<Rc<Entry>>::new);
    let library = handle.library.clone();
    use_effect_with(Rc::as_ptr(&library), move |_| {
        let own: Vec<Rc<Entry>> = library.own().cloned().collect();
        let mut kept = kept.borrow_mut();
        if own.len() != kept.len() || own.iter().zip(&*kept).any(|(a, b)| !Rc::ptr_eq(a, b)) {
            web::keep(&own);
            *kept = own;
        }
    });
}

/// Reports that came or went have all of them checked anew, a step at a time between what the reader does.
#[hook]
fn use_checking(handle: &Handle) {
    let (library, dispatcher) = (handle.library.clone(), handle.dispatcher());
    use_effect_with(Rc::as_ptr(&library), move |_| {
        let current = Rc::new(Cell::new(!library.is_checked));
        let goes_on = current.clone();
        spawn_local(async move {
            if !goes_on.get() {
                return;
            }
            web::breathe().await;
            let readings = library.readings();
            let mut checking = Checking::new(&readings);
            while goes_on.get() {
                web::breathe().await;
                if !checking.goes_on() {
                    let findings = checking.done();
                    dispatcher.dispatch(Action::Own(Own::Checked(library.clone(), findings)));
                    return;
                }
            }
        });
        move || current.set(false)
    });
}

/// The site as the document sees it.
struct Site {
    /// The path of the front page; `None` where the document cannot leave its file.
    root: Option<String>,
    /// The file that the document was loaded from.
    file: String,
    /// The reports that the site came with, whose pages are files.
    library: Rc<Library>,
}

impl Site {
    fn new(state: &State) -> Self {
        let path = web::path().unwrap_or_default();
        let folder = path.strip_suffix(INDEX).unwrap_or(&path);
        let root = folder
            .strip_suffix(state.file.as_str())
            .filter(|root| root.starts_with('/'));
        // Within other people's pages the document may be a file that is no page.
        let root = root.filter(|_| state.at_home());
        Self {
            root: root.map(str::to_owned),
            file: state.file.clone(),
            library: state.library.clone(),
        }
    }

    /// The file at which the document stands, and the address that its fragment makes of it.
    fn shown(&self) -> (String, Address) {
        let path = self.root.as_ref().and(web::path());
        let below = |path: &String| {
            Some(
                path.strip_prefix(self.root.as_deref()?)?
                    .trim_end_matches(INDEX)
                    .to_owned(),
            )
        };
        let file = path.as_ref().and_then(below).unwrap_or_else(|| self.file.clone());
        // A file that is no page, as `embed/`, shows what its fragment says in full.
        let place = file::place(&file, &self.library).unwrap_or_default();
        let address = Address::read(&web::address(), place);
        (file, address)
    }

    fn address(&self, file: &str, fragment: &str) -> Option<Address> {
        Some(Address::read(fragment, file::place(file, &self.library)?))
    }

    /// Makes the address of a link the document's, and gives it; `None` for links that do not lead to a page.
    fn follow(&self, link: &str) -> Option<Address> {
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        let file = match path {
            "" | "./" => self.shown().0,
            path => path.trim_start_matches("../").to_owned(),
        };
        let address = self.address(&file, fragment)?;
        let fragment = match (&self.root, fragment) {
            (None, _) => address.print(),
            (Some(_), "") => String::new(),
            (Some(_), fragment) => ["#", fragment].concat(),
        };
        self.write(&file, &address, &fragment, true);
        Some(address)
    }

    /// Writes the address unless the browser has it already. `new` makes a step of the history of what is only another choice on the same view.
    fn write(&self, file: &str, address: &Address, fragment: &str, new: bool) {
        let (stands, shown) = self.shown();
        if stands != file || shown != *address {
            let path = self.root.as_ref().map(|root| [root, file].concat()).unwrap_or_default();
            web::go(&(path + fragment), new || shown.place.moves(&address.place));
        }
    }
}

/// The document's title: the report, zone or indicator in hand, the page, the site.
pub fn title(state: &State) -> String {
    let s = words(state);
    let page = s.page(state.place.page());
    let subject = match &state.place {
        Place::Report(_) => state.entry().map(|entry| entry.report.title.as_str()),
        Place::Zone(name) if !name.is_empty() => Some(subject_words(name, state.language)),
        Place::Explore(place) => place
            .indicator
            .as_deref()
            .map(|name| indicator_words(name, state.language)),
        _ => None,
    };
    match subject {
        Some(subject) => format!("{subject} · {page} · {}", s.site),
        None => format!("{page} · {}", s.site),
    }
}
