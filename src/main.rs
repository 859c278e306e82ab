//! In the browser: starts the app. Natively: the command line.

fn main() {}
