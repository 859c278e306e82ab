//! Address, storage, focus and scrolling.

use crate::language::Language;
use crate::state::Theme;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::task::Poll;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, Storage, Window,
};

/// Keeps a listener alive; dropping it ends the listening.
pub type Listener = EventListener;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The fragment of the address, with its `#`; empty where there is none.
pub fn address() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The path of the address; nothing where the document may not change it, as in a sandboxed frame.
pub fn path() -> Option<String> {
    let window = web_sys::window().filter(|window| window.origin() != "null")?;
    window.location().pathname().ok()
}

/// Writes the address, or its fragment alone: as a new entry of the history, or over the present one.
pub fn go(address: &str, new: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    // A frame made from `srcdoc` has an address that refuses fragments; the app works there without one.
    let _ = match new {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(address)),
    };
}

/// What was remembered under a name.
pub fn remembered(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Remembers something on this device, where the browser lets us.
pub fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Sets language and colours of the document.
pub fn show(language: Language, theme: Theme) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = root.set_attribute("lang", language.tag());
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme.code()),
    };
}

/// Tells the window that the app has taken the page over: the event `zhibiao-ready`.
pub fn announce() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("zhibiao-ready")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Lets the browser draw, and answer its reader.
pub async fn breathe() {
    let mut waiting = None;
    let next = std::future::poll_fn(|context| match waiting {
        Some(_) => Poll::Ready(()),
        None => {
            let waker = context.waker().clone();
            waiting = Some(Timeout::new(0, move || waker.wake()));
            Poll::Pending
        }
    });
    next.await;
}

/// Sets the title of the document.
pub fn title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Listens to the window. `active` listeners may prevent the default.
pub fn listen(event: &'static str, callback: impl FnMut(&Event) + 'static) -> Option<Listener> {
    let window: Window = web_sys::window()?;
    Some(EventListener::new_with_options(
        &window,
        event,
        EventListenerOptions::enable_prevent_default(),
        callback,
    ))
}

/// Brings an element into view, gently where the reader has nothing against motion, with as little scrolling as needed.
pub fn stand(id: &str) {
    let Some(element) = element(id) else { return };
    let still = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if still {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the focus to an element without scrolling.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    let Some(element) = focusable(element) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Whether an event happens around an element: within the nearest thing that a selector names and that holds it.
pub fn among(event: &Event, selector: &str, id: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = target.and_then(|target| target.closest(selector).ok()?);
    around.is_some_and(|around| around.contains(element(id).as_deref()))
}

/// Whether an element stands in the lower half of the window.
pub fn is_low(id: &str) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let middle = element(id)
        .map(|element| element.get_bounding_client_rect())
        .map(|rect| rect.top() + rect.bottom());
    middle.zip(height).is_some_and(|(middle, height)| middle > height)
}

/// Whether the focus is on an element or within it.
pub fn holds_focus(id: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    element(id).is_some_and(|element| element.contains(focused.as_deref()))
}

/// Goes so far down the page at once.
pub fn scroll_to(top: u32) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(top));
    }
}

/// Remembers under a name how far down the page is, for as long as the window is open.
pub fn mark_top(name: &str) {
    let top = web_sys::window().and_then(|window| window.scroll_y().ok());
    if let (Some(storage), Some(top)) = (visit_storage(), top) {
        let _ = storage.set_item(name, &(top as u32).to_string());
    }
}

/// How far down the page was under that name.
pub fn marked_top(name: &str) -> Option<u32> {
    visit_storage()?.get_item(name).ok()??.parse().ok()
}

fn visit_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Width of an element's content in whole pixels; `None` while it is not shown.
pub fn width_of(element: &Element) -> Option<usize> {
    usize::try_from(element.client_width()).ok().filter(|width| *width > 0)
}

/// Where a click leads that follows a link in this window: the link's address as it is written.
pub fn followed(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let modified = click.ctrl_key() || click.alt_key() || click.meta_key() || click.shift_key();
    if modified || click.button() != 0 || event.default_prevented() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let elsewhere = link.has_attribute("target") || link.has_attribute("download");
    link.get_attribute("href").filter(|_| !elsewhere)
}

/// Whether the reader is typing or choosing, so that keys mean something else.
pub fn typing(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// The name of the key of a keyboard event, where no key that changes its meaning is held.
pub fn key(event: &Event) -> Option<String> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let modified = key.ctrl_key() || key.alt_key() || key.meta_key() || key.shift_key();
    (!modified).then(|| key.key())
}

pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Both HTML and SVG elements take the focus, and both in the same way.
fn focusable(element: Element) -> Option<HtmlElement> {
    Some(element.unchecked_into())
}
