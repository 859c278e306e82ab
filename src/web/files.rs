//! Files that the reader chose: their bytes, and the text in them.

use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, FileReadError};
use web_sys::{DragEvent, File, FileList, HtmlInputElement, TextDecoder, TextDecoderOptions};

/// A file that is being read; dropping it stops the reading.
pub type Running = FileReader;

/// The files chosen in an input. The input is emptied, so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = listed(input.files());
    input.set_value("");
    files
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|data| data.files()))
}

fn listed(list: Option<FileList>) -> Vec<File> {
    let files = |list: FileList| (0..list.length()).filter_map(|i| list.get(i)).collect();
    list.map(files).unwrap_or_default()
}

/// Reads a file and hands over its bytes; `None` where the browser could not read it.
pub fn read(file: File, done: impl FnOnce(Option<Vec<u8>>) + 'static) -> Running {
    let blob = Blob::from(file);
    read_as_bytes(&blob, move |bytes: Result<Vec<u8>, FileReadError>| done(bytes.ok()))
}

/// The text of bytes in UTF-8, UTF-16 with a mark, GB18030 or Big5; `None` where they are no text in any of them.
pub fn text(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        return (!text.contains('\0')).then(|| text.to_owned());
    }
    match bytes {
        [0xff, 0xfe, ..] => decoded("utf-16le", bytes),
        [0xfe, 0xff, ..] => decoded("utf-16be", bytes),
        _ => likeliest(
            ["gb18030", "big5"]
                .into_iter()
                .filter_map(|label| decoded(label, bytes))
                .collect(),
        ),
    }
}

fn decoded(label: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Of several readings of the same bytes, the one that looks most like Chinese press prose; `None` where none does at all. Most bytes
/// in Big5 are valid GB18030 too, and then read as rare characters.
fn likeliest(readings: Vec<String>) -> Option<String> {
    /// Some of the commonest characters of the field, in both scripts.
    const COMMON: &str =
        "的一是在不有和人中大上年月日为為业業园園区區发發开開经經高新市项項目产產工亿億元企投资資，。、";
    let score = |text: &String| text.chars().filter(|c| COMMON.contains(*c)).count();
    readings.into_iter().filter(|text| score(text) > 0).max_by_key(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_likelier_than_rare_characters() {
        let prose = "開發區全年投資，增長。".to_owned();
        let noise = "秨祇跋场ㄧ".to_owned();
        assert_eq!(likeliest(vec![noise.clone(), prose.clone()]), Some(prose));
        assert_eq!(likeliest(vec![noise]), None);
        assert_eq!(likeliest(Vec::new()), None);
    }

    #[test]
    fn utf_8_is_read_with_or_without_its_mark_and_binary_is_none() {
        assert_eq!(text("指标".as_bytes()).as_deref(), Some("指标"));
        assert_eq!(text("\u{feff}指标".as_bytes()).as_deref(), Some("指标"));
        assert_eq!(text(b"PK\0\0"), None);
    }
}
