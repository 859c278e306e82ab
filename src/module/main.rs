//! The JavaScript module: the figures, checks and charts of any text, for pages and programs that are not ours.
//!
//! It is a program of its own and not part of the page's: the page would pay 20 KB for objects that it never makes, and the module 200 KB for
//! pages that it never shows. `types.d.ts` says what goes in and out; offsets count UTF-16 units, as JavaScript does.

mod input;

use input::{Article, articles, chosen, fail, names, number, options, text_of};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use zhibiao::chart::{Form, Question, chart as answer};
use zhibiao::check::recompute;
use zhibiao::embed::picture::{Caption, picture};
use zhibiao::figure::Reading;
use zhibiao::language::Language;
use zhibiao::table::table;
use zhibiao::wire::{self, Offsets, WireFigure, WireObservation};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// What was read out of one article.
#[derive(Serialize)]
struct WireReading {
    figures: Vec<WireFigure>,
    observations: Vec<WireObservation>,
    date: Option<String>,
    zone: Option<String>,
}

fn main() {}

/// Reads an article: every figure in its text, and the observations that they make up.
///
/// # Errors
/// The text is no string, or an option is not what it should be; the message says what to do.
#[wasm_bindgen(unchecked_return_type = "Reading")]
pub fn read(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ArticleOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let text = text_of(text)
        .ok_or_else(|| fail("read: the text must be a string: read(text, { date: \"2024-02-27\", title: \"…\" })"))?;
    let all = [Article::new("read", text, options)?];
    let (readings, figures) = read_all(&all);
    let readings: Vec<&Reading> = readings.iter().collect();
    let reading = WireReading {
        observations: observations(&readings, &figures),
        date: readings[0].date.value.map(|date| date.to_string()),
        zone: readings[0].zone.value.clone(),
        figures: figures.into_iter().next().unwrap_or_default(),
    };
    object(&reading)
}

/// Checks the figures of one article or several against each other.
///
/// # Errors
/// What is given is neither an article nor a list of them; the message says what to do.
#[wasm_bindgen(unchecked_return_type = "Finding[]")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "Article | Article[]")] given: &JsValue,
) -> Result<JsValue, JsValue> {
    let all = articles("check", given)?;
    let (readings, figures) = read_all(&all);
    let readings: Vec<&Reading> = readings.iter().collect();
    let docs: Vec<String> = (0..all.len()).map(|i| i.to_string()).collect();
    let docs: Vec<&str> = docs.iter().map(String::as_str).collect();
    let findings = zhibiao::check(&readings);
    let findings: Vec<_> = findings
        .iter()
        .map(|finding| wire::finding(finding, &readings, &figures, &docs))
        .collect();
    object(&findings)
}

/// Draws an indicator of one article or several, as SVG with its style inside.
///
/// # Errors
/// What is given is no article, an option is not what it should be, or there is nothing to draw; the message says what to do.
#[wasm_bindgen]
pub fn chart(
    #[wasm_bindgen(unchecked_param_type = "Article | Article[]")] given: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "ChartOptions")] asked: &JsValue,
) -> Result<String, JsValue> {
    let all = articles("chart", given)?;
    let [indicator, form, zones, width, language] =
        options("chart", asked, ["indicator", "form", "zones", "width", "language"])?;
    let indicator = text_of(&indicator).unwrap_or_default();
    // The usual one comes first, as what is meant where nothing is said.
    let forms = Form::ALL.map(|form| (form.code(), form));
    let languages = [("zh", Language::Chinese), ("en", Language::English)];
    let language = chosen("chart: language", &language, &languages)?;
    let question = Question {
        indicator: indicator.clone(),
        subjects: names("chart: zones", &zones)?,
        form: chosen("chart: form", &form, &forms)?,
        ..Question::default()
    };
    let width = number("chart: width", &width, 280.0..=1200.0)?.unwrap_or(560.0);
    let (readings, _) = read_all(&all);
    let readings: Vec<&Reading> = readings.iter().collect();
    let mut observations = table(&readings);
    recompute(&zhibiao::check(&readings), &mut observations);
    let Some(chart) = answer(&question, &observations, width, language) else {
        let mut known: Vec<&str> = observations.iter().map(|o| o.indicator.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        let known = match known.as_slice() {
            [] => "no indicator was found in what was given".to_owned(),
            known => format!("choose among {}", known.join(", ")),
        };
        return Err(fail(&format!(
            "chart: nothing to draw of the indicator “{indicator}”; {known}"
        )));
    };
    let caption = Caption {
        headline: &chart.headline,
        subtitle: &chart.subtitle,
        credit: "",
        language,
    };
    Ok(picture(caption, Some(&chart.scene)))
}

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn read_all(articles: &[Article]) -> (Vec<Reading>, Vec<Vec<WireFigure>>) {
    let readings: Vec<Reading> = articles.iter().map(|article| zhibiao::read(&article.report)).collect();
    let figures = readings
        .iter()
        .zip(articles)
        .map(|(reading, article)| wire::figures(reading, &article.report.text, 0, Offsets::Utf16))
        .collect();
    (readings, figures)
}

fn observations(readings: &[&Reading], figures: &[Vec<WireFigure>]) -> Vec<WireObservation> {
    let source = |report: usize, figure: usize| format!("{report}:{}", figures[report][figure].start);
    wire::observations(&table(readings), readings, source)
}

/// A plain object: nothing that is missing is left out, and every list is an array.
fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|error| fail(&error.to_string()))
}
