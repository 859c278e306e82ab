//! In the browser: starts the app. Natively: the command line.

#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
fn main() {
    zhibiao::web::start();
}

#[cfg(not(all(target_arch = "wasm32", feature = "hydrate")))]
fn main() {}
