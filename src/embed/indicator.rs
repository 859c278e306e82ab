//! An indicator's chart as an embed.

use super::table::observations;
use super::{Content, draw, html, name, quote};
use crate::chart::{Question, behind, forms};
use crate::language::Language;
use crate::library::Library;
use crate::order::distinct;
use crate::state::{Address, ExplorePlace, Place};
use crate::table::Evidence;
use crate::words::indicator_words;

/// Fewest observations of the built-in reports that are worth a document of their own.
pub const FEWEST: usize = 2;

/// The chart of every indicator that has two observations or more.
pub(super) fn contents(library: &Library, language: Language) -> Vec<Content> {
    let mut names: Vec<&str> = library.table.iter().map(|o| o.indicator.as_str()).collect();
    distinct(&mut names);
    names
        .into_iter()
        .filter_map(|name| content(library, name, language))
        .collect()
}

fn content(library: &Library, indicator: &str, language: Language) -> Option<Content> {
    let table = library.table.as_slice();
    if table.iter().filter(|o| o.indicator == indicator).count() < FEWEST {
        return None;
    }
    let mut content = Content {
        name: name::indicator(indicator),
        place: place(indicator, language),
        ..Content::default()
    };
    let mut question = Question {
        indicator: indicator.to_owned(),
        ..Question::default()
    };
    question.form = forms(&question, table).first().copied().unwrap_or_default();
    // Places in an order and the like are not drawn; they are a table alone.
    let chart = draw(&mut content, &question, table, language);
    match &chart {
        Some(chart) => {
            content.headline.clone_from(&chart.headline);
            content.subtitle.clone_from(&chart.subtitle);
        }
        None => indicator_words(indicator, language).clone_into(&mut content.headline),
    }
    let of = behind(&question, table, chart.as_ref());
    let caption = html(indicator_words(indicator, language), language);
    content.table = observations(&of, &caption, language);
    let figures: Vec<Evidence> = of.iter().flat_map(|o| o.evidence.iter().copied()).collect();
    (content.quotes, content.sentence) = quote::quotes(library, &figures, language);
    content.picture = content.drawn(chart.as_ref().map(|chart| &chart.scene), language);
    Some(content)
}

fn place(indicator: &str, language: Language) -> String {
    let place = Place::Explore(ExplorePlace {
        indicator: Some(indicator.to_owned()),
        ..ExplorePlace::default()
    });
    address(place, language)
}

/// The address of a place of the app in the language of the embed.
pub(super) fn address(place: Place, language: Language) -> String {
    Address {
        place,
        language: Some(language),
        theme: None,
    }
    .print()
}
