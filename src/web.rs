//! What the app asks of the browser. Only effects and event handlers come here, never a rendering: the prerender has no browser.
//!
//! Nothing here fails: in a sandboxed frame storage and history throw, and the app goes on without them.

pub mod files;
mod page;
mod script;
#[cfg(feature = "hydrate")]
mod start;

pub use page::{
    Listener, address, among, announce, focus, followed, go, holds_focus, is_low, keep, kept, key, listen, path,
    remember, remembered, scroll_to, show, stand, title, typing, width_of,
};
pub use script::{detail, hand, signal};
#[cfg(feature = "hydrate")]
pub use start::start;
