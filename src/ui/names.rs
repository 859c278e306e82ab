//! Names of zones and indicators in the language of the page. A name that has no English stays Chinese and says so to a screen reader.

use crate::language::Language;
use crate::words::{indicator_words, subject_words};
use yew::prelude::*;

/// A zone, place or company.
pub fn subject(name: &str, language: Language) -> Html {
    shown(subject_words(name, language), name, language)
}

/// An indicator.
pub fn indicator(name: &str, language: Language) -> Html {
    shown(indicator_words(name, language), name, language)
}

fn shown(words: &str, name: &str, language: Language) -> Html {
    let foreign = language != Language::Chinese && words == name && !name.is_ascii();
    match foreign {
        true => html! { <span lang="zh-Hans">{ words }</span> },
        false => html! { { words } },
    }
}
