//! A finding as an embed: the arithmetic is the picture. Counted things are drawn as squares that the reader can recount, amounts as bars.

use super::indicator::address;
use super::table::table;
use super::words::words;
use super::{Content, WIDTHS, headline, html, name, quote};
use crate::chart::canvas::{Canvas, rect, text_width, wrap};
use crate::check::{Finding, Relation, Verdict};
use crate::figure::{Figure, Reading};
use crate::language::Language;
use crate::library::Library;
use crate::scene::{Anchor, Scene};
use crate::state::{CheckPlace, Place};
use crate::svg::{escaped, svg};
use crate::table::Evidence;
use crate::words::{indicator_words, period_words, quantity_words, subject_words};

/// Most things that are drawn as counted squares, and the distance from one to the next.
const MOST_SQUARES: usize = 60;
const STEP: f64 = 24.0;

/// Height of a line of a label, and of a bar with the space below it.
const LINE: f64 = 17.0;
const BAR: f64 = 31.0;

/// Every finding.
pub(super) fn contents(library: &Library, language: Language) -> Vec<Content> {
    let readings = library.readings();
    let findings = library.findings.iter();
    findings
        .map(|finding| content(library, &readings, finding, language))
        .collect()
}

fn content(library: &Library, readings: &[&Reading], finding: &Finding, language: Language) -> Content {
    let figure = |at: &Evidence| &readings[at.report].figures[at.figure];
    let said = finding.said(readings, language);
    let rest = sentence(&said.rest);
    let sum = quote::sum(finding, readings, language);
    let chief = finding.stated.or(finding.figures.last().copied());
    let report = chief
        .and_then(|at| library.entries.get(at.report))
        .map(|entry| entry.report.id.clone());
    let place = Place::Check(CheckPlace {
        verdict: Some(finding.verdict),
        report,
        relation: Some(finding.relation),
    });
    let mut content = Content {
        name: name::finding(finding, library),
        headline: sum
            .clone()
            .unwrap_or_else(|| rest.trim_end_matches(['。', '.']).to_owned()),
        head: sum.map(|sum| arithmetic(&sum, language)),
        kicker: format!(
            "<span>{}</span><span>{}</span>",
            quote::badge(finding.verdict, language),
            html(finding.relation.words(language), language)
        ),
        subtitle: chief.map(|at| about(figure(&at), language)).unwrap_or_default(),
        place: address(place, language),
        ..Content::default()
    };
    if content.head.is_some() {
        content.below = format!("<p class=\"said\">{}</p>", html(&rest, language));
    }
    let scenes: Vec<Scene> = WIDTHS
        .iter()
        .filter_map(|width| squares(finding, readings, *width).or_else(|| bars(finding, readings, *width, language)))
        .collect();
    content.height = scenes.last().map_or(0.0, |scene| scene.height);
    content.drawings = scenes
        .iter()
        .enumerate()
        .map(|(i, scene)| svg(scene, &format!("h{i}")))
        .collect();
    content.table = figures(finding, readings, language);
    (content.quotes, content.sentence) = quote::quotes(library, &finding.figures, language);
    content.picture = content.drawn(scenes.last(), language);
    content
}

/// What follows the arithmetic, as a sentence of its own: without the mark that parts it, and with a capital.
fn sentence(rest: &str) -> String {
    let mut rest = rest
        .trim_start_matches(['，', '：', '；', ',', ':', ';', ' '])
        .to_owned();
    if let Some(first) = rest.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    rest
}

/// The arithmetic as a headline: what does not fit stands out.
fn arithmetic(sum: &str, language: Language) -> String {
    let (sum, rest) = match sum.find(['≠', '>']) {
        Some(at) => sum.split_at(at),
        None => (sum, ""),
    };
    let rest = match rest {
        "" => String::new(),
        rest => format!("<b class=\"no\">{}</b>", headline(rest, language)),
    };
    format!("<span class=\"sum\">{}{rest}</span>", headline(sum, language))
}

/// Indicator, subject and period of a figure.
fn about(figure: &Figure, language: Language) -> String {
    let parts = [
        figure
            .indicator
            .value
            .as_deref()
            .map(|name| indicator_words(name, language).to_owned()),
        figure
            .subject
            .value
            .as_deref()
            .map(|name| subject_words(name, language).to_owned()),
        figure.period.value.map(|period| period_words(Some(period), language)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// A few things counted: the part filled, the others empty.
fn squares(finding: &Finding, readings: &[&Reading], width: f64) -> Option<Scene> {
    let [part, whole] = finding.operands() else { return None };
    let counted = matches!(finding.relation, Relation::ShareOfCount | Relation::Rate);
    let count = |at: &Evidence| {
        readings[at.report].figures[at.figure]
            .value
            .to_string()
            .parse::<usize>()
            .ok()
    };
    let (part, whole) = (count(part)?, count(whole)?);
    if !counted || part > whole || whole > MOST_SQUARES {
        return None;
    }
    // Tens are easily recounted.
    let columns = if width >= 20.0 * STEP { 20 } else { 10 };
    let mut canvas = Canvas::new(width);
    for i in 0..whole {
        let (x, y) = ((i % columns) as f64 * STEP + 1.0, (i / columns) as f64 * STEP + 1.0);
        let class = if i < part { "bar" } else { "out" };
        canvas.shapes.push(rect(x, y, 18.0, 18.0, class));
    }
    let rows = whole.div_ceil(columns) as f64;
    Some(canvas.scene(rows * STEP, &format!("{part} / {whole}")))
}

/// Figures of one unit as bars from zero; nothing where they are places in an order, or of several units.
fn bars(finding: &Finding, readings: &[&Reading], width: f64, language: Language) -> Option<Scene> {
    let figure = |at: &Evidence| &readings[at.report].figures[at.figure];
    let unit = &figure(finding.figures.first()?).unit;
    let shown: Vec<&Evidence> = finding.figures.iter().filter(|at| figure(at).unit == *unit).collect();
    let most = shown.iter().map(|at| figure(at).value.to_f64()).fold(0.0, f64::max);
    if shown.len() < 2 || unit == "rank" || most <= 0.0 {
        return None;
    }
    let differs =
        |of: fn(&Figure) -> Option<String>| shown.windows(2).any(|pair| of(figure(pair[0])) != of(figure(pair[1])));
    let by_name = differs(|f| f.indicator.value.clone());
    let by_subject = differs(|f| f.subject.value.clone());
    let by_period = differs(|f| f.period.value.map(|period| period.to_string()));
    let label = |figure: &Figure| {
        let name = figure
            .indicator
            .value
            .as_deref()
            .map(|name| indicator_words(name, language).to_owned());
        let subject = figure
            .subject
            .value
            .as_deref()
            .map(|name| subject_words(name, language).to_owned());
        let period = period_words(figure.period.value, language);
        let plain = !(by_name || by_subject || by_period);
        let parts = [
            name.filter(|_| by_name || plain),
            subject.filter(|_| by_subject),
            Some(period).filter(|_| by_period),
        ];
        parts.into_iter().flatten().collect::<Vec<String>>().join(" · ")
    };
    let mut canvas = Canvas::new(width);
    let value = |at: &Evidence| quantity_words(figure(at), language);
    let behind = shown
        .iter()
        .map(|at| text_width(&value(at), "val") + 10.0)
        .fold(0.0, f64::max);
    let mut y = 0.0;
    for at in &shown {
        for line in wrap(&label(figure(at)), "", width, 2) {
            canvas.text((0.0, y + 14.0), Anchor::Start, "", line);
            y += LINE;
        }
        y += 3.0;
        let length = figure(at).value.to_f64() / most * (width - behind).max(0.0);
        let stated = finding.stated == Some(**at) && finding.verdict == Verdict::Differs;
        let class = if stated { "bar bad" } else { "bar" };
        canvas.shapes.push(rect(0.0, y, length.max(1.0), 18.0, class));
        canvas.text((length + 8.0, y + 14.0), Anchor::Start, "val halo", value(at));
        y += BAR - 3.0;
    }
    let name: Vec<String> = shown.iter().map(|at| value(at)).collect();
    Some(canvas.scene(y, &name.join(", ")))
}

/// The figures of the arithmetic as a table.
fn figures(finding: &Finding, readings: &[&Reading], language: Language) -> String {
    let w = words(language);
    let row = |at: &Evidence| {
        let figure = &readings[at.report].figures[at.figure];
        let quote = readings[at.report].clean.slice(figure.span).replace(['\n', ' '], "");
        let role = match finding.stated {
            Some(stated) if stated == *at => w.stated,
            _ => w.computed_from,
        };
        let name = figure.indicator.value.as_deref().unwrap_or_default();
        vec![
            html(indicator_words(name, language), language),
            html(&period_words(figure.period.value, language), language),
            role.to_owned(),
            format!("<span lang=\"zh-Hans\">{}</span>", escaped(&quote)),
        ]
    };
    let rows: Vec<Vec<String>> = finding.figures.iter().map(row).collect();
    table(
        &html(finding.relation.words(language), language),
        &[w.indicator, w.period, w.role, w.figure],
        &rows,
    )
}
