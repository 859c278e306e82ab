//! A finding as the pages show it: verdict, arithmetic, and the way to its sentences. The signs of the verdicts (≠ ? ✓) are set by the style
//! sheet, before the word that says the same.

use super::markup::{classes, html};
use super::names::{self, mixed};
use super::{Handle, href, quote, words};
use crate::check::{Finding, Relation, Verdict};
use crate::embed::name as embed;
use crate::figure::{Figure, Reading};
use crate::language::Language;
use crate::library::Library;
use crate::state::{CheckPlace, Place};
use crate::table::Evidence;
use crate::words::period_words;
use std::fmt::Write;
use yew::prelude::*;

/// Most things that are drawn as counted squares.
const MOST_SQUARES: u32 = 60;

/// Squares in a row, and from one to the next.
const ROW: u32 = 12;
const STEP: u32 = 22;

/// The word of a verdict.
pub fn badge(verdict: Verdict, language: Language) -> Html {
    html! { <span class={classes(&["verdict", verdict.code()])}>{ verdict.words(language) }</span> }
}

/// How many findings there are of each verdict, about one report or all, each count a link to them.
pub fn tally(handle: &Handle, report: Option<&str>) -> Html {
    let count = |verdict: Verdict| {
        let place = CheckPlace {
            verdict: Some(verdict),
            report: report.map(str::to_owned),
            relation: None,
        };
        let library = &handle.library;
        let count = library.findings.iter().filter(|f| place.shows(f, library)).count();
        let item =
            || html! { <a href={href(handle, Place::Check(place))}>{ badge(verdict, handle.language) }{ count }</a> };
        (count > 0).then(item)
    };
    html! { <p class="tally">{ for Verdict::ALL.into_iter().filter_map(count) }</p> }
}

/// The figure that a finding is named after: the one that states the outcome, or else the last.
pub fn chief(finding: &Finding) -> Option<Evidence> {
    finding.stated.or(finding.figures.last().copied())
}

/// Verdict, relation, what it is about, and the arithmetic.
pub fn head(handle: &Handle, finding: &Finding, readings: &[&Reading]) -> Html {
    let language = handle.language;
    let figure = chief(finding).map(|at| &readings[at.report].figures[at.figure]);
    let relation = finding.relation.words(language);
    let name = figure.and_then(|figure| figure.indicator.value.as_deref());
    html! {
        <>
            <p class="kick">{ badge(finding.verdict, language) }<span>{ relation }</span></p>
            <h3>{ name.map_or_else(|| html! { { relation } }, |name| names::indicator(name, language)) }{ figure.map(|figure| about(figure, language)) }</h3>
            { arithmetic(finding, readings, language) }
            { squares(finding, readings) }
        </>
    }
}

/// Whom and when a figure is about.
pub fn about(figure: &Figure, language: Language) -> Html {
    let subject = figure.subject.value.as_deref();
    html! {
        <small>
            if let Some(subject) = subject { <span>{ names::subject(subject, language) }</span> }
            if figure.period.value.is_some() { <span>{ period_words(figure.period.value, language) }</span> }
        </small>
    }
}

/// The arithmetic written out, and what is to be said of it.
pub fn arithmetic(finding: &Finding, readings: &[&Reading], language: Language) -> Html {
    let said = finding.said(readings, language);
    // In a paragraph of its own it begins without the mark that parts it from the arithmetic, and with a capital.
    let mut rest = said
        .rest
        .trim_start_matches(['，', '：', '；', ',', ':', ';', ' '])
        .to_owned();
    if let Some(first) = rest.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let rest = mixed(&rest, language);
    if said.sum.is_empty() {
        return html! { <p class="sum plain">{ rest }</p> };
    }
    let unlike = match (finding.verdict, finding.relation) {
        (Verdict::Differs, Relation::SumWithinTotal) => ">",
        (Verdict::Differs, _) => "≠",
        _ => "",
    };
    html! {
        <>
            <p class="sum">
                { mixed(&said.sum, language) }
                if !unlike.is_empty() && !said.stated.is_empty() { <b>{ " " }{ unlike }{ " " }{ mixed(&said.stated, language) }</b> }
            </p>
            <p class="said">{ rest }</p>
        </>
    }
}

/// A few things counted, as squares that the reader can recount: the part filled, the others empty.
fn squares(finding: &Finding, readings: &[&Reading]) -> Html {
    let count = |at: &Evidence| {
        let value = readings[at.report].figures[at.figure].value;
        value.to_string().parse::<u32>().ok()
    };
    let counted = matches!(finding.relation, Relation::ShareOfCount | Relation::Rate);
    let (true, [part, whole]) = (counted, finding.operands()) else {
        return Html::default();
    };
    let (part, whole) = match (count(part), count(whole)) {
        (Some(part), Some(whole)) if part <= whole && whole <= MOST_SQUARES => (part, whole),
        _ => return Html::default(),
    };
    let path = |from: u32, to: u32| {
        let mut path = String::new();
        for i in from..to {
            let _ = write!(path, "M{} {}h16v16h-16z", i % ROW * STEP + 1, i / ROW * STEP + 1);
        }
        path
    };
    let (width, height) = (ROW * STEP, whole.div_ceil(ROW) * STEP);
    html! {
        <svg class="c all" width={width.to_string()} height={height.to_string()} aria-hidden="true">
            <path class="bar" d={path(0, part)} /><path class="out" d={path(part, whole)} />
        </svg>
    }
}

/// A finding with its sentences.
pub fn finding(handle: &Handle, finding: &Finding, readings: &[&Reading]) -> Html {
    let library = &handle.library;
    let own = finding.figures.iter().any(|at| library.entries[at.report].own);
    html! {
        <article class={classes(&["find", finding.verdict.code()])}>
            <div>
                { head(handle, finding, readings) }
                if !own { { quote::give(handle, &embed::finding(finding, library), None) } }
            </div>
            <div class="from-text">{ quote::quotes(handle, &finding.figures) }</div>
        </article>
    }
}

/// A finding in brief, for the overview.
pub fn brief(handle: &Handle, finding: &Finding, readings: &[&Reading]) -> Html {
    html! {
        <article class={classes(&["find", finding.verdict.code()])}>
            { head(handle, finding, readings) }
            <p class="go"><a href={chief(finding).and_then(|at| quote::link(handle, at))}>{ words(handle).see_sentence }</a></p>
        </article>
    }
}

/// A finding in a line.
pub fn line(handle: &Handle, finding: &Finding, readings: &[&Reading]) -> Html {
    let at = chief(finding);
    let figure = at.map(|at| &readings[at.report].figures[at.figure]);
    let link = at.and_then(|at| quote::link(handle, at));
    html! {
        <li>
            { badge(finding.verdict, handle.language) }
            <span>{ mixed(&finding.says(readings, handle.language), handle.language) }{ figure.map(|figure| about(figure, handle.language)) }</span>
            <a href={link}>{ words(handle).see_sentence }</a>
        </li>
    }
}

/// What the text of a report shows beside a figure: the gravest verdict that it takes part in, and whether it is the one that the
/// finding is named after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it is what the finding is about: it states the outcome, or there is no outcome and something is open.
    pub chief: bool,
}

/// The mark of a figure that takes part in findings.
pub fn mark(library: &Library, at: Evidence) -> Option<Mark> {
    let verdict = library.findings(at).next()?.verdict;
    let mut gravest = library.findings(at).filter(|finding| finding.verdict == verdict);
    let chief = gravest.any(|finding| match finding.stated {
        Some(stated) => stated == at,
        None => verdict != Verdict::Holds,
    });
    Some(Mark { verdict, chief })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Entry;
    use crate::report::Report;

    #[test]
    fn a_figure_shows_the_gravest_verdict_that_it_takes_part_in() {
        let check = |text: &str, expect: &[(&str, Verdict, bool)]| {
            let report = Report {
                text: text.to_owned(),
                ..Report::default()
            };
            let library = Library::default().with(vec![Entry::new(report, true)]).checked();
            let reading = &library.entries[0].reading;
            let figures = reading.figures.iter().enumerate();
            let shown = figures.filter_map(|(figure, of)| {
                let mark = mark(&library, Evidence { report: 0, figure })?;
                Some((reading.clean.slice(of.span), mark.verdict, mark.chief))
            });
            let shown: Vec<(String, Verdict, bool)> = shown.collect();
            let expect: Vec<_> = expect
                .iter()
                .map(|(quote, verdict, chief)| ((*quote).to_owned(), *verdict, *chief))
                .collect();
            assert_eq!(shown, expect, "{text}");
        };
        let (differs, holds) = (Verdict::Differs, Verdict::Holds);
        check("2023年甲高新区财政总收入16亿元。", &[]);
        check(
            "2023年甲高新区签约项目49个，其中主导产业31个，占63.27%。",
            &[("49个", holds, false), ("31个", holds, false), ("63.27%", holds, true)],
        );
        check(
            "2023年甲高新区首批产业项目23个，其中17个已经投产，投产率70.37%。",
            &[
                ("23个", differs, false),
                ("17个", differs, false),
                ("70.37%", differs, true),
            ],
        );
    }
}
