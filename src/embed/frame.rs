//! The document around an embed's content, and the description of it that other pages ask for.

use super::hash::integrity;
use super::name::in_language;
use super::words::{count_sentences, words};
use super::{Content, LANGUAGES, headline, html, style};
use crate::language::Language;
use crate::strings::fill;
use crate::svg::escaped;

/// What tells the page around a document how high it is.
const SCRIPT: &str = include_str!("../../www/frame.js");

/// Most sentences that are shown at once; more are folded away.
const MOST_OPEN: usize = 3;

/// Where the site will stand.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Its address with a slash at the end: `https://example.org/zhibiao/`. Empty where it is not known; addresses are then relative to the
    /// document that names them.
    pub address: String,
    /// The version of the data, for documents that stand in a folder of that name; empty for those that are written anew with each build.
    pub version: String,
}

impl Site {
    /// The address of a file beside the documents.
    fn file(&self, name: &str) -> String {
        match (self.address.as_str(), self.version.as_str()) {
            ("", _) => name.to_owned(),
            (address, "") => format!("{address}embed/{name}"),
            (address, version) => format!("{address}embed/{version}/{name}"),
        }
    }

    /// The way from a document to the site.
    fn up(&self) -> &'static str {
        if self.version.is_empty() { "../" } else { "../../" }
    }
}

/// The whole document.
pub(super) fn document(content: &Content, site: &Site, language: Language) -> String {
    let w = words(language);
    let (style, script) = (style::document(), script());
    let other = LANGUAGES
        .into_iter()
        .find(|other| *other != language)
        .unwrap_or_default();
    let file = |ending: &str, language| format!("{}{ending}", in_language(&content.name, language));
    let title = format!("{} · {}", content.headline, w.site);
    let head = content
        .head
        .clone()
        .unwrap_or_else(|| headline(&content.headline, language));
    let drawings: String = content
        .drawings
        .iter()
        .enumerate()
        .map(|(i, drawing)| format!("<div class=\"d d{i}\">{drawing}</div>\n"))
        .collect();
    let kicker = some("<p class=\"kick\">", &content.kicker);
    let subtitle = some("<p class=\"sub\">", &html(&content.subtitle, language));
    let count = content.quotes.len();
    let summary = match count {
        1 => w.sentences[0].to_owned(),
        n => fill(w.sentences[1], &[&n.to_string()]),
    };
    let open = if count <= MOST_OPEN { " open" } else { "" };
    let quotes = match count {
        0 => String::new(),
        _ => format!(
            "<details{open}><summary>{summary}</summary>\n{}\n</details>\n",
            content.quotes.join("\n")
        ),
    };
    // A report's own drawing stands below what is said of the report.
    let (before, after) = match content.below.contains("<h2>") {
        true => (content.below.as_str(), ""),
        false => ("", content.below.as_str()),
    };
    let credit = fill(w.made_by, &[&count_sentences(count, language)]);
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{script_hash}'; style-src '{style_hash}'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" title=\"{title}\">\n\
         <style>{style}</style>\n<script>{script}</script>\n</head>\n<body>\n<main>\n\
         {kicker}<h1>{head}</h1>\n{subtitle}{before}{drawings}{after}\n{quotes}\
         <details{table_open}><summary>{table_words}</summary>\n<div class=\"scroll\">{table}</div>\n</details>\n\
         <footer><span>{credit}</span><span><a href=\"{other_file}\" hreflang=\"{other_tag}\" lang=\"{other_tag}\">{other_words}</a>\
         <a href=\"{up}{place}\" target=\"_blank\" rel=\"noopener\">{open_words}</a></span></footer>\n</main>\n</body>\n</html>\n",
        tag = language.tag(),
        script_hash = integrity(&script),
        style_hash = integrity(&style),
        title = escaped(&title),
        description = escaped(&content.subtitle),
        oembed = escaped(&site.file(&file(".json", language))),
        table_open = if drawings.is_empty() { " open" } else { "" },
        table_words = w.table,
        table = content.table,
        other_file = file(".html", other),
        other_tag = other.tag(),
        other_words = w.other_language,
        up = site.up(),
        place = escaped(&content.place),
        open_words = w.open,
    )
}

/// A paragraph, where there is something to say.
fn some(open: &str, text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("{open}{text}</p>\n"),
    }
}

/// The script without its comments and indents.
fn script() -> String {
    let lines = SCRIPT.lines().map(str::trim);
    let lines: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    lines.join("\n")
}

/// The description as oEmbed 1.0 wants it, with two fields of our own: the sentence and the picture.
pub(super) fn oembed(content: &Content, site: &Site, language: Language) -> String {
    let w = words(language);
    let name = in_language(&content.name, language);
    // What stands around a drawing takes about as much as a table of six rows.
    let height = content.height.round() as u32 + 360;
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"600\" height=\"{height}\" sandbox=\"allow-scripts\" referrerpolicy=\"no-referrer\" loading=\"lazy\" style=\"border:0;width:100%\"></iframe>",
        escaped(&site.file(&format!("{name}.html"))),
        escaped(&content.headline),
    );
    let fields = [
        ("version", "1.0"),
        ("type", "rich"),
        ("provider_name", w.site),
        (
            "provider_url",
            if site.address.is_empty() {
                site.up()
            } else {
                &site.address
            },
        ),
        ("title", &content.headline),
        ("html", &frame),
        ("zhibiao_sentence", &content.sentence),
        ("zhibiao_picture", &site.file(&format!("{name}.svg"))),
        ("zhibiao_place", &content.place),
    ];
    let fields: String = fields
        .iter()
        .map(|(name, value)| format!("\"{name}\": {},\n", json(value)))
        .collect();
    format!("{{\n{fields}\"width\": 600,\n\"height\": {height},\n\"cache_age\": 86400\n}}\n")
}

/// A text as JSON has it.
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\u{:04x}", c as u32),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let text = "\"</title><script>alert(1)</script>\\\n";
        assert_eq!(json(text), "\"\\\"</title><script>alert(1)</script>\\\\\\u000a\"");
        let content = Content {
            headline: text.to_owned(),
            subtitle: text.to_owned(),
            place: text.to_owned(),
            ..Content::default()
        };
        for language in LANGUAGES {
            let page = document(&content, &Site::default(), language);
            assert!(!page.contains("<script>alert"), "{page}");
            assert!(
                !oembed(&content, &Site::default(), language).contains("title=\\\"\"<"),
                "escaped"
            );
        }
    }

    #[test]
    fn addresses_are_whole_where_the_site_is_known() {
        let content = Content {
            name: "report-a".to_owned(),
            ..Content::default()
        };
        let site = Site {
            address: "https://example.org/zb/".to_owned(),
            ..Site::default()
        };
        let page = document(&content, &site, Language::English);
        assert!(
            page.contains("href=\"https://example.org/zb/embed/report-a.en.json\""),
            "{page}"
        );
        let page = document(&content, &Site::default(), Language::Chinese);
        assert!(
            page.contains("href=\"report-a.json\"") && page.contains("href=\"report-a.en.html\""),
            "{page}"
        );
    }
}
