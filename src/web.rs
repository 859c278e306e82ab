//! What the app asks of the browser. Only effects and event handlers come here, never a rendering: the prerender has no browser.
//!
//! Nothing here fails: in a sandboxed frame storage and history throw, and the app goes on without them.

mod own;
mod page;
mod script;
#[cfg(feature = "hydrate")]
mod start;

pub use own::{KEPT, give, keep, prepare, program, read, told};
pub use page::{
    Listener, address, among, announce, breathe, focus, followed, go, holds_focus, is_low, key, listen, mark_top,
    marked_top, path, remember, remembered, scroll_to, show, stand, title, typing, width_of,
};
pub use script::{detail, hand, signal};
#[cfg(feature = "hydrate")]
pub use start::start;
