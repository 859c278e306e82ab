//! 数据: all figures and all observations. As a file it is a table of the observations; once the page lives, `www/figures.js` searches, filters, sorts and
//! draws the rows that are handed to it here, so that the program carries nothing of that.

use super::markup::html;
use super::matrix::{flag, indicator_link};
use super::{Handle, Same, datatable, words, zone};
use crate::check::Verdict;
use crate::figure::Kind;
use crate::language::Language;
use crate::state::{Action, Address, PeriodGroup, Place, State};
use crate::table::{Evidence, Observation, each};
use crate::words::{basis_words, indicator_words, period_words, quantity_words, subject_words};
use crate::{web, wire};
use yew::prelude::*;

/// The element in which the script draws, by its id.
const HOST: &str = "figures";

/// What parts the fields of a row, and what ends a row: no text holds them.
const FIELD: char = '\u{1f}';
const ROW: char = '\u{1e}';

/// What is said of a report of the reader's own.
const OWN: &str = "own";

/// What is chosen, from the address.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state.
    pub handle: Handle,
    /// What is chosen, as the address has it.
    pub choices: String,
}

/// The page.
#[component]
pub fn Figures(props: &Props) -> Html {
    let handle = &props.handle;
    let s = words(handle);
    let state = handle.clone();
    use_effect_with((Same(handle.library.clone()), handle.language), move |_| {
        web::hand(HOST, "rows", &rows(&state));
        web::signal(HOST, "figures");
    });
    let dispatcher = handle.dispatcher();
    let onchoose = Callback::from(move |event: Event| {
        let address = Address::read(&web::detail(&event), Place::Figures(String::new()));
        dispatcher.dispatch(Action::Visit(address));
    });
    let onexport = Callback::from(|event: Event| web::hand(HOST, "file", &file(&web::detail(&event))));
    html! {
        <>
            <header class="rhead"><h1>{ s.figures_title }</h1><p class="lede">{ s.figures_lede }</p></header>
            <div id={HOST} data-choices={props.choices.clone()} data-up={handle.up()} onchoose={onchoose} onexport={onexport}></div>
            if handle.still { { all(handle) } }
        </>
    }
}

/// All observations as a table, for readers without scripts.
fn all(handle: &Handle) -> Html {
    let s = words(handle);
    let name = |o: &Observation| html! { <>{ indicator_link(handle, &o.indicator) }<small>{ zone::link(handle, &o.subject) }</small></> };
    let table: Vec<&Observation> = handle.library.table.iter().collect();
    datatable::table(handle, html! { { s.merged } }, s.indicator, &name, &table)
}

/// The words of the page, then every figure and every observation, a row each: whether it is merged, what leaves the program of it, and what is shown.
fn rows(state: &State) -> String {
    let s = words(state);
    let mut out = String::new();
    let mut put = |field: &str, end: char| {
        out.extend(field.chars().map(|c| if c < ' ' { ' ' } else { c }));
        out.push(end);
    };
    let labels = [
        ("search", s.search),
        ("hint", s.search_hint),
        ("reset", s.check_reset),
        ("all", s.all),
        ("count", s.with_count),
        ("shown", s.rows_shown),
        ("nothing", s.nothing_fits),
        ("sort", s.sort_by),
        ("order", s.text_order),
        ("up", s.sort_up),
        ("down", s.sort_down),
        ("more", s.more_options),
        ("rows", s.rows_are),
        ("each", s.each_figure),
        ("merged", s.merged),
        ("columns", s.columns),
        ("table", s.figures_title),
        ("keys", s.table_keys),
        ("save", s.save),
        ("link", s.copy_link),
        ("copied", s.copied),
        ("name", s.figures),
        ("unknown", s.not_known),
        ("unchecked", s.not_checked),
        ("quote", s.printed),
        ("indicator", s.indicator),
        ("subject", s.subject),
        ("period", s.period),
        ("value", s.value),
        ("kind", s.kinds),
        ("basis", s.base_or_whole),
        ("report", s.report),
        ("verdict", s.check),
        ("class", s.period_class),
    ];
    let kinds = Kind::ALL.iter().map(|kind| (kind.code(), s.kind(*kind)));
    let classes = PeriodGroup::ALL
        .iter()
        .map(|group| (group.code(), s.period_group(*group)));
    let verdicts = Verdict::ALL
        .iter()
        .map(|verdict| (verdict.code(), verdict.words(state.language)));
    for (name, words) in labels.into_iter().chain(kinds).chain(classes).chain(verdicts) {
        put(name, FIELD);
        put(words, FIELD);
    }
    let library = &state.library;
    // Reports without a file are addressed otherwise.
    for entry in library.entries.iter().filter(|entry| entry.own) {
        put(&entry.report.id, FIELD);
        put(OWN, FIELD);
    }
    let readings = library.readings();
    let source = |report: usize, figure: usize| library.source(Evidence { report, figure });
    for (merged, table) in [("", &each(&readings)), ("merged", &*library.table)] {
        for (o, wired) in table.iter().zip(wire::observations(table, &readings, source)) {
            let found: Vec<_> = o.evidence.iter().filter_map(|at| library.evidence(*at)).collect();
            let quotes: Vec<String> = found
                .iter()
                .map(|(entry, figure)| entry.reading.clean.slice(figure.span))
                .collect();
            let findings = o.evidence.iter().flat_map(|at| library.findings(*at));
            let verdict = findings.map(|finding| finding.verdict).min();
            let (flag, why) = flag(state, o).unwrap_or_default();
            // Words are searched in English too, whatever the language of the page.
            let english = [
                indicator_words(&o.indicator, Language::English),
                subject_words(&o.subject, Language::English),
            ];
            put("", ROW);
            put(merged, FIELD);
            wired.row().iter().for_each(|field| put(field, FIELD));
            for field in [
                o.value_max.map(|max| max.to_string()).unwrap_or_default().as_str(),
                &quotes.join(" / "),
                indicator_words(&o.indicator, state.language),
                subject_words(&o.subject, state.language),
                &period_words(o.period, state.language),
                &quantity_words(o, state.language),
                &o.basis
                    .as_deref()
                    .map(|basis| basis_words(Some(basis), state.language))
                    .unwrap_or_default(),
                found.first().map_or("", |(entry, _)| &entry.report.title),
                verdict.map_or("", Verdict::code),
                PeriodGroup::of(o.period.map(|period| period.class())).code(),
                flag,
                why,
                &english.join(" "),
            ] {
                put(field, FIELD);
            }
        }
    }
    out
}

/// A table as it is shown, as a file: its ending, the names of its fields, its rows.
fn file(table: &str) -> String {
    let mut rows = table
        .split(ROW)
        .map(|row| row.split(FIELD).map(str::to_owned).collect::<Vec<String>>());
    let (ending, names) = (rows.next().unwrap_or_default(), rows.next().unwrap_or_default());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> = rows.collect();
    match ending.first().is_some_and(|ending| ending == "json") {
        true => wire::json(&names, &rows),
        // Spreadsheets take a file for UTF-8 by its byte order mark.
        false => ["\u{feff}", &wire::csv(&names, &rows)].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Entry, Library};
    use crate::report::Report;
    use std::rc::Rc;

    #[test]
    fn every_figure_and_every_observation_is_a_row_whatever_a_text_holds() {
        let report = Report {
            id: "own-1".to_owned(),
            title: "题\u{1e}\u{1f}\n".to_owned(),
            text: "2023年，景德镇高新区财政总收入16.1亿元，增长5%。\n2023年，景德镇高新区财政总收入达16.1亿元。"
                .to_owned(),
            ..Report::default()
        };
        let library = Rc::new(Library::default().with(vec![Entry::new(report, true)]));
        let (figures, merged) = (library.entries[0].reading.figures.len(), library.table.len());
        let text = rows(&State::new(library, "figures/"));
        let rows: Vec<Vec<&str>> = text.split(ROW).map(|row| row.split(FIELD).collect()).collect();
        assert!(rows[0].windows(2).any(|pair| pair == ["own-1", OWN]));
        let of = |kind: &str| rows[1..].iter().filter(|row| row[0] == kind).count();
        assert_eq!((of(""), of("merged")), (figures, merged));
        assert!(merged < figures, "the same statement twice is one observation");
        assert!(rows[1..].iter().all(|row| row.len() == rows[1].len()));
    }

    #[test]
    fn a_table_leaves_as_csv_for_spreadsheets_or_as_json() {
        let table = |ending: &str| [ending, "\u{1e}A\u{1f}B\u{1e}1\u{1f}x,y"].concat();
        assert_eq!(file(&table("csv")), "\u{feff}A,B\n1,\"x,y\"\n");
        assert_eq!(file(&table("json")), "[\n{\"A\":\"1\",\"B\":\"x,y\"}\n]\n");
    }
}
