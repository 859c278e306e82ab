//! In the browser: starts the app. Natively: the command line.

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
fn main() -> std::process::ExitCode {
    zhibiao::cli::run(std::env::args_os().skip(1))
}

#[cfg(not(any(feature = "cli", target_arch = "wasm32")))]
fn main() {
    eprintln!("zhibiao was built without its command line; build it with `--features cli`");
}

#[cfg(target_arch = "wasm32")]
fn main() {
    #[cfg(feature = "hydrate")]
    zhibiao::web::start();
}
