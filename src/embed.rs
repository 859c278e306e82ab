//! Charts in other people's pages: for each one worth embedding a document that stands alone, with its drawing at several widths, its table, its
//! sentences and its source, in each language; the same drawing as a picture; and a description for pages that ask for one (oEmbed).
//!
//! They are written when the site is built and need no program to be read. A document holds its style sheet and the few lines of script that tell
//! the page around it how high it is; nothing else is fetched. Its policy allows these two by their hashes and nothing besides.

mod finding;
mod frame;
mod hash;
mod indicator;
pub mod name;
pub mod picture;
mod quote;
mod report;
mod style;
mod table;
mod words;

use crate::chart::{Chart, Question, chart};
use crate::language::{Language, glued, phrases};
use crate::library::Library;
use crate::scene::Scene;
use crate::strings::fill;
use crate::svg::{escaped, svg};
use crate::table::Observation;
use picture::Caption;
use words::{count_sentences, words};

pub use frame::Site;
pub use indicator::FEWEST;

/// Widths at which a drawing is laid out, in pixels; the style sheet shows the widest that has room.
pub const WIDTHS: [f64; 4] = [280.0, 328.0, 400.0, 560.0];

/// The languages of the documents: the first without a mark in its file name.
pub const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// A file of an embeddable chart.
#[derive(Debug)]
pub struct File {
    /// Its name: ASCII, and the same in every build.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// What an embed shows, in one language. The texts are plain unless they are said to be HTML.
#[derive(Debug, Default)]
struct Content {
    /// Name of its files, without ending.
    name: String,
    /// What it shows, in one sentence.
    headline: String,
    /// The headline as it is set, where it is more than that sentence, in HTML.
    head: Option<String>,
    /// What stands above the headline, in HTML.
    kicker: String,
    /// Measure, unit, period.
    subtitle: String,
    /// The drawing as SVG at each of [`WIDTHS`], or once where it is the same at all; none where it is a table alone.
    drawings: Vec<String>,
    /// Height of the drawing at the last of its widths.
    height: f64,
    /// What stands below the drawing, in HTML.
    below: String,
    /// The table, in HTML.
    table: String,
    /// The sentences it rests on, in HTML.
    quotes: Vec<String>,
    /// One of the sentences, for where nothing else can be shown.
    sentence: String,
    /// Where the app shows the same, as a fragment.
    place: String,
    /// The drawing as a picture of its own.
    picture: String,
}

/// The files of every chart worth embedding: each indicator with two observations or more, each report, each finding.
pub fn files(library: &Library, site: &Site) -> Vec<File> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        let contents = indicator::contents(library, language)
            .into_iter()
            .chain(report::contents(library, language))
            .chain(finding::contents(library, language));
        for content in contents {
            let mut file = |ending: &str, text: String| {
                files.push(File {
                    name: format!("{}{ending}", name::in_language(&content.name, language)),
                    text,
                });
            };
            file(".html", frame::document(&content, site, language));
            file(".json", frame::oembed(&content, site, language));
            file(".svg", content.picture.clone());
        }
    }
    files
}

/// Draws the answer to a question at every width, for a content that has no drawing yet. Nothing where there is nothing to draw.
fn draw(content: &mut Content, question: &Question, table: &[Observation], language: Language) -> Option<Chart> {
    let charts: Vec<Chart> = WIDTHS
        .iter()
        .filter_map(|width| chart(question, table, *width, language))
        .collect();
    let widest = charts.last()?.clone();
    content.height = widest.scene.height;
    content.drawings = charts
        .iter()
        .enumerate()
        .map(|(i, chart)| svg(&chart.scene, &format!("h{i}")))
        .collect();
    Some(widest)
}

impl Content {
    /// The picture that shows the same.
    fn drawn(&self, scene: Option<&Scene>, language: Language) -> String {
        let sentences = count_sentences(self.quotes.len(), language);
        let caption = Caption {
            headline: &self.headline,
            subtitle: &self.subtitle,
            credit: &fill(words(language).made_by, &[&sentences]),
            language,
        };
        picture::picture(caption, scene)
    }
}

/// A headline of ours as HTML, with the places where its lines may end.
fn headline(text: &str, language: Language) -> String {
    match language {
        Language::Chinese => phrases(text).into_iter().map(escaped).collect::<Vec<_>>().join("<wbr>"),
        Language::English => html(&glued(text), language),
    }
}

/// A plain text of ours as HTML, with its Chinese parts marked where the page is English.
fn html(text: &str, language: Language) -> String {
    if language == Language::Chinese {
        return escaped(text);
    }
    let part = |(chinese, text): (bool, &str)| match chinese {
        true => format!("<span lang=\"zh-Hans\">{}</span>", escaped(text)),
        false => escaped(text),
    };
    crate::language::parts(text).into_iter().map(part).collect()
}

#[cfg(test)]
mod tests;
