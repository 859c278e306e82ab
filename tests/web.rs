//! Reading in the browser gives what reading here gives, and no input stops it.
//!
//! Natively the figures are read and their digest printed; `make wasm` hands it to the same file compiled for the browser.

use zhibiao::report::{EMBEDDED, Report};

/// For each embedded report its name, how many figures it has, and a digest of all that is known of them.
fn digest() -> String {
    let line = |e: &zhibiao::report::Embedded| {
        let report = Report::from_markdown(e.file).expect("the build has checked the embedded reports");
        let figures = zhibiao::read(&report).figures;
        format!("{}={}:{:016x}", e.name, figures.len(), fnv(&format!("{figures:?}")))
    };
    EMBEDDED.iter().map(line).collect::<Vec<_>>().join(" ")
}

/// The hash FNV-1a, 64 bits.
fn fnv(text: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn reading_twice_gives_the_same() {
    let first = digest();
    assert_eq!(first, digest());
    println!("figures: {first}");
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn the_browser_reads_what_the_command_line_reads() {
        let Some(native) = option_env!("ZHIBIAO_FIGURES") else {
            panic!("run with `make wasm`, which says what was read natively");
        };
        assert_eq!(digest(), native);
    }

    #[wasm_bindgen_test]
    fn hostile_text_does_not_stop_it() {
        let texts = [
            String::new(),
            "\u{feff}\u{0}\u{fffd}".to_owned(),
            "<div>".repeat(20_000) + "增长5%",
            "(".repeat(50_000),
            "（同比增长".repeat(5_000),
            "9".repeat(20_000) + "亿元",
            "0.".repeat(20_000),
            "万亿".repeat(10_000),
            "&#x110000;&#99999999999;&amp".repeat(2_000),
            "第一百二十三".repeat(2_000),
            "2023年2月30日至2099年13月".repeat(500),
        ];
        for text in texts {
            let reading = zhibiao::read(&Report {
                text: text.clone(),
                ..Report::default()
            });
            for figure in &reading.figures {
                assert!(
                    text.get(reading.clean.raw_range(figure.span)).is_some(),
                    "a span cuts a character"
                );
            }
        }
    }
}
