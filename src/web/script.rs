//! What passes between the program and the scripts of `www` that draw a part of the page: texts and events.

use super::page::element;
use js_sys::Reflect;
use web_sys::Event;

/// Leaves a text at an element, as its property of a name.
pub fn hand(id: &str, name: &str, text: &str) {
    if let Some(element) = element(id) {
        let _ = Reflect::set(&element, &name.into(), &text.into());
    }
}

/// Tells those that listen that an element has something new.
pub fn signal(id: &str, name: &str) {
    if let (Some(element), Ok(event)) = (element(id), Event::new(name)) {
        let _ = element.dispatch_event(&event);
    }
}

/// The text that came with an event; empty where none did.
pub fn detail(event: &Event) -> String {
    let detail = Reflect::get(event, &"detail".into()).ok();
    detail.and_then(|detail| detail.as_string()).unwrap_or_default()
}
