//! How fast reports are read in the browser, beside how fast they are read natively: by hand, with `make speed`.

#![cfg(target_arch = "wasm32")]

mod texts;

use texts::{endless, megabytes, reports, seconds, times};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use zhibiao::report::Report;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn speed_in_the_browser() {
    let reports = reports();
    let speed = megabytes(&reports) / seconds(&reports, time);
    let longer: Vec<Report> = reports.iter().map(|report| times(report, 10)).collect();
    let growth = seconds(&longer, time) / seconds(&reports, time);
    let hostile = [endless(reports.first().and_then(|r| r.date))];
    console_log!("speed: {speed:.2} MB/s in the browser, ten times the text takes {growth:.1} times as long");
    if let Some(native) = option_env!("ZHIBIAO_SPEED").and_then(|speed| speed.parse::<f64>().ok()) {
        console_log!("speed: {native:.2} MB/s natively, {:.1} times as fast", native / speed);
    }
    console_log!(
        "speed: {:.2} MB/s for one endless sentence",
        megabytes(&hostile) / seconds(&hostile, time)
    );
}

/// Seconds that some work takes. The clock counts milliseconds.
fn time(work: &dyn Fn()) -> f64 {
    let start = js_sys::Date::now();
    work();
    (js_sys::Date::now() - start) / 1e3
}
