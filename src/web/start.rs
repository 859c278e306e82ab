//! The start of the app.

use crate::library::{Broken, Entry, Library, entry};
use crate::report::EMBEDDED;
use crate::ui::{App, Props, Same};
use gloo::timers::callback::Timeout;
use std::rc::Rc;

/// Takes over the prerendered page. In a worker, which has none, the program waits to be asked.
pub fn start() {
    if super::page::document().is_none() {
        return;
    }
    read(Vec::with_capacity(EMBEDDED.len()));
}

/// Reads the next report that is built in and lets the browser breathe; after the last one the app takes the page over. Until then the
/// prerendered page can be read and scrolled.
fn read(mut done: Vec<Result<Entry, Broken>>) {
    let Some(file) = EMBEDDED.get(done.len()) else {
        return hydrate(Library::of(done));
    };
    done.push(entry(file));
    Timeout::new(0, || read(done)).forget();
}

fn hydrate(library: Library) {
    let Some(root) = super::page::document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    let props = Props {
        library: Same(Rc::new(library)),
        file: root.get_attribute("data-page").unwrap_or_default(),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
}
