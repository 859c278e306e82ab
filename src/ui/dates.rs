//! Dates of reports.

use super::markup::html;
use crate::figure::Found;
use crate::language::Language;
use crate::library::Entry;
use crate::period::Period;
use crate::strings::strings;
use crate::words::period_words;
use yew::prelude::*;

/// When a report appeared, marked where it is our guess.
pub fn date_line(entry: &Entry, language: Language) -> Html {
    let s = strings(language);
    let slot = &entry.reading.date;
    let Some(date) = entry.report.date.or(slot.value) else {
        return html! { <span>{ s.no_date }</span> };
    };
    let guessed = entry.report.date.is_none() && slot.found == Found::Assumed;
    html! {
        <span>
            <time datetime={date.to_string()}>{ period_words(Some(Period::at(date)), language) }</time>
            if guessed { <span class="how assumed">{ s.guessed }</span> }
        </span>
    }
}
