//! The start of the app.

/// Takes over the prerendered page.
#[cfg(feature = "hydrate")]
pub fn start() {
    if let Some(root) = super::page::document().and_then(|document| document.get_element_by_id("app")) {
        yew::Renderer::<crate::ui::App>::with_root(root).hydrate();
    }
}
