//! The figures of a report in summary, as an embed: how many of each verdict, the chart most worth a look, and every observation as a table.

use super::indicator::address;
use super::table::observations;
use super::words::words;
use super::{Content, draw, headline, html, name, quote};
use crate::chart::highlights;
use crate::check::Verdict;
use crate::language::Language;
use crate::library::{Entry, Library};
use crate::state::{Place, ReportPlace};
use crate::strings::fill;
use crate::svg::escaped;
use crate::table::{Evidence, Observation};

/// How many sentences are quoted where neither a chart nor a finding names any.
const FEW: usize = 3;

/// The summary of every report that has figures.
pub(super) fn contents(library: &Library, language: Language) -> Vec<Content> {
    let reports = library.entries.iter().enumerate();
    reports
        .filter(|(_, entry)| !entry.reading.figures.is_empty())
        .map(|(index, entry)| content(library, index, entry, language))
        .collect()
}

fn content(library: &Library, index: usize, entry: &Entry, language: Language) -> Content {
    let w = words(language);
    let report = &entry.report;
    let here = |at: &Evidence| at.report == index;
    let of: Vec<Observation> = library
        .table
        .iter()
        .filter(|o| o.evidence.iter().any(here))
        .cloned()
        .collect();
    let count = entry.reading.figures.len().to_string();
    let source = [report.outlet.clone().unwrap_or_default(), quote::date(entry, language)];
    let place = Place::Report(ReportPlace {
        id: report.id.clone(),
        ..ReportPlace::default()
    });
    let mut content = Content {
        name: name::report(&report.id),
        headline: report.title.clone(),
        head: Some(format!(
            "<span lang=\"zh-Hans\">{}</span>",
            headline(&report.title, Language::Chinese)
        )),
        kicker: format!("<span>{}</span>", fill(w.figures_of, &[&count])),
        subtitle: source.join(" "),
        place: address(place, language),
        ..Content::default()
    };
    let tally = |verdict: Verdict| {
        let findings = library.findings.iter();
        let count = findings
            .filter(|finding| finding.verdict == verdict && finding.figures.iter().any(here))
            .count();
        (count > 0).then(|| format!("<span>{} {count}</span>", quote::badge(verdict, language)))
    };
    content.below = format!(
        "<p class=\"tally\">{}</p>",
        Verdict::ALL.into_iter().filter_map(tally).collect::<String>()
    );
    if let Some(copy) = &report.copy {
        content.below += &format!("<p class=\"said\" lang=\"zh-Hans\">{}</p>", escaped(copy));
    }
    let pick = highlights(&of, 1).into_iter().next();
    let chart = pick.and_then(|pick| draw(&mut content, &pick.question, &of, language));
    let mut figures: Vec<Evidence> = Vec::new();
    if let Some(chart) = &chart {
        content.below = format!(
            "{}<h2>{}</h2><p class=\"sub\">{}</p>",
            content.below,
            headline(&chart.headline, language),
            html(&chart.subtitle, language)
        );
        figures.extend(
            chart
                .scene
                .marks
                .iter()
                .flat_map(|mark| mark.evidence.iter().copied().filter(here)),
        );
    }
    let differing = library
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Differs);
    figures.extend(differing.filter_map(|finding| finding.stated).filter(here));
    if figures.is_empty() {
        figures.extend(
            of.iter()
                .take(FEW)
                .filter_map(|o| o.evidence.iter().copied().find(here)),
        );
    }
    content.table = observations(&of, &html(w.table, language), language);
    (content.quotes, content.sentence) = quote::quotes(library, &figures, language);
    content.picture = content.drawn(chart.as_ref().map(|chart| &chart.scene), language);
    content
}
