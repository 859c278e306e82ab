//! The search field on top of the question: what it is, and the names that it finds choices by. The finding itself, pinyin initials among it, is
//! done by `www/find.js`, which is loaded when a reader comes to the field.

use super::markup::html;
use super::{Handle, words};
use crate::language::Language;
use crate::lexicon;
use yew::prelude::*;

/// The field and the list that it opens, which the script fills.
pub fn field(handle: &Handle) -> Html {
    let s = words(handle);
    html! {
        <div class="seek">
            <label class="lab" for="find">{ s.find }</label>
            <input id="find" type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="found" autocomplete="off" spellcheck="false"
                placeholder={s.find_how} data-none={s.find_none} data-count={s.find_count} data-chosen={s.find_chosen} data-kinds={[s.indicator, s.subject].join("|")} />
            <ul id="found" role="listbox" aria-label={s.find} hidden={true}></ul>
            <p id="find-said" class="sr" role="status"></p>
        </div>
    }
}

/// What an indicator is found by: its name, its English one, other wordings.
pub fn indicator(name: &str) -> String {
    let known = lexicon::indicator(name);
    let more = known
        .iter()
        .flat_map(|known| [known.name, known.en].into_iter().chain(known.aliases.iter().copied()));
    joined(name, more)
}

/// What a subject is found by: its name, and for a zone its others and its region.
pub fn zone(name: &str) -> String {
    let known = lexicon::zone(name);
    let regions = known.iter().flat_map(|zone| [zone.province, zone.city]);
    let regions = regions.flat_map(|region| [Some(region), lexicon::region_english(region)]);
    let names = known
        .iter()
        .flat_map(|zone| [zone.en.as_str()].into_iter().chain(zone.aliases.iter().copied()));
    joined(name, names.chain(regions.flatten()))
}

/// What a province or city is found by.
pub fn region(name: &'static str) -> String {
    joined(name, lexicon::region_english(name).into_iter())
}

/// The name of a province or city in a language; in Chinese where no English one is known.
pub fn region_words(name: &'static str, language: Language) -> &'static str {
    match language {
        Language::Chinese => name,
        Language::English => lexicon::region_english(name).unwrap_or(name),
    }
}

fn joined<'a>(name: &'a str, more: impl Iterator<Item = &'a str>) -> String {
    let mut names = name.to_owned();
    for other in more.filter(|other| *other != name) {
        names.push('|');
        names.push_str(other);
    }
    names
}
