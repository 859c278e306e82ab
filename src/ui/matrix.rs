//! Who reports what: zones and indicators against each other, with blanks said.

use super::markup::html;
use super::{Handle, href, names, quote, words, zone};
use crate::figure::Status;
use crate::period::PeriodClass;
use crate::state::{ExplorePlace, Place, State};
use crate::strings::fill;
use crate::table::Observation;
use crate::table::matrix::{Cell, Matrix, Row, matrix};
use crate::words::unit::scale;
use crate::words::{period_words, quantity_words};
use yew::prelude::*;

/// Most zones that stand side by side; with more, the zones become the rows.
const MOST_COLUMNS: usize = 6;

/// Indicators shown as rows, or as columns of the turned matrix.
const ROWS: usize = 10;

/// The matrix of the library's table; nothing where no zone states a level.
pub fn view(handle: &Handle) -> Html {
    let matrix = matrix(&handle.library.table);
    if matrix.rows.is_empty() {
        return Html::default();
    }
    let turned = matrix.zones.len() > MOST_COLUMNS;
    match turned {
        false => upright(handle, &matrix),
        true => across(handle, &matrix),
    }
}

/// Indicators as rows.
fn upright(handle: &Handle, matrix: &Matrix) -> Html {
    let s = words(handle);
    let columns: Vec<Html> = matrix.zones.iter().map(|name| zone::link(handle, name)).collect();
    let rows = matrix.rows.iter().take(ROWS).map(|row| {
        let cells = row.cells.clone();
        line(handle, head(handle, row), cells, &matrix.zones, names::subject)
    });
    grid(handle, s.indicator, &columns, rows.collect())
}

/// Zones as rows, and the indicators that most of them state as columns.
fn across(handle: &Handle, matrix: &Matrix) -> Html {
    let s = words(handle);
    let kept = &matrix.rows[..matrix.rows.len().min(MOST_COLUMNS - 1)];
    let columns: Vec<Html> = kept.iter().map(|row| head(handle, row)).collect();
    let names: Vec<String> = kept.iter().map(|row| row.indicator.clone()).collect();
    let rows = matrix.zones.iter().enumerate().map(|(i, name)| {
        let cells = kept.iter().map(|row| row.cells.get(i).copied().flatten()).collect();
        line(handle, zone::link(handle, name), cells, &names, names::indicator)
    });
    grid(handle, s.zone, &columns, rows.collect())
}

fn grid(handle: &Handle, corner: &str, columns: &[Html], rows: Vec<Html>) -> Html {
    let s = words(handle);
    html! {
        <>
            <table class="matrix" id="matrix">
                <caption class="sr">{ s.matrix_title }</caption>
                <thead><tr><th scope="col">{ corner }</th>{ for columns.iter().map(|c| html! { <th scope="col">{ c.clone() }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            <p class="legend">
                <span><i class="hx"></i>{ s.period_part }</span>
                <span><i class="flag">{ "f" }</i>{ s.flag_f }</span>
                <span><i class="flag">{ "u" }</i>{ s.flag_u }</span>
                <span><b class="chg">{ "+8.8%" }</b>{ s.flag_change }</span>
            </p>
        </>
    }
}

/// A row: on a phone it becomes a block of its own, each cell with the name of its column, the blanks together on one line.
fn line(
    handle: &Handle,
    head: Html,
    cells: Vec<Option<Cell>>,
    columns: &[String],
    name: fn(&str, crate::language::Language) -> Html,
) -> Html {
    let s = words(handle);
    let blanks = columns.iter().zip(&cells).filter(|(_, cell)| cell.is_none());
    let blanks: Vec<Html> = blanks
        .map(|(column, _)| html! { <span>{ name(column, handle.language) }</span> })
        .collect();
    let cell = |(column, cell): (&String, Option<Cell>)| match cell {
        None => html! { <td class="blank"><span>{ s.not_stated }</span></td> },
        Some(cell) => {
            html! { <td><span class="z">{ name(column, handle.language) }</span>{ filled(handle, cell) }</td> }
        }
    };
    html! {
        <tr>
            <th scope="row">{ head }</th>
            { for columns.iter().zip(cells).map(cell) }
            if !blanks.is_empty() { <td class="blanks">{ s.not_stated_by }{ for blanks }</td> }
        </tr>
    }
}

fn filled(handle: &Handle, cell: Cell) -> Html {
    let table = &handle.library.table;
    let Some(level) = table.get(cell.level) else {
        return Html::default();
    };
    let s = words(handle);
    let link = level
        .evidence
        .first()
        .and_then(|e| quote::place(handle, *e))
        .map(|place| href(handle, place));
    let change = cell.change.and_then(|i| table.get(i));
    let change = change
        .map(|change| html! { <b class="chg" title={s.flag_change}>{ quantity_words(change, handle.language) }</b> });
    html! {
        <>
            <a class="v" href={link}>{ value(handle, level) }</a>
            if let Some((flag, title)) = flag(handle, level) { <abbr class="flag" title={title}>{ flag }</abbr> }
            <span class="p">
                if matches!(level.period.map(|p| p.class()), Some(PeriodClass::Months(..))) { <i class="hx"></i> }
                { period_words(level.period, handle.language) }
                { change }
            </span>
        </>
    }
}

/// The value with a small unit.
fn value(handle: &Handle, o: &Observation) -> Html {
    let whole = quantity_words(o, handle.language);
    let unit = scale(o.value, &o.unit, handle.language);
    let suffix = unit.suffix.trim_start();
    match whole.strip_suffix(suffix) {
        Some(number) if !suffix.is_empty() => html! { <>{ number.trim_end() }<small>{ suffix }</small></> },
        _ => html! { { whole } },
    }
}

/// The flag of an observation, as Eurostat writes them.
pub fn flag(state: &State, o: &Observation) -> Option<(&'static str, &'static str)> {
    let s = words(state);
    match o.status {
        _ if o.unreliable => Some(("u", s.unreliable)),
        Status::Actual => None,
        status => Some(("f", s.status(status).unwrap_or_default())),
    }
}

/// The indicator, and why what the zones say of it is not to be ranked, where that is so.
fn head(handle: &Handle, row: &Row) -> Html {
    let apart = row.apart(&handle.library.table);
    let reason = apart.map(|apart| fill(words(handle).matrix_apart, &[apart.words(handle.language)]));
    html! {
        <>
            { indicator_link(handle, &row.indicator) }
            if let Some(reason) = reason { <small>{ reason }</small> }
        </>
    }
}

/// An indicator with a link to its page.
pub fn indicator_link(handle: &Handle, indicator: &str) -> Html {
    let place = Place::Explore(ExplorePlace {
        indicator: Some(indicator.to_owned()),
        ..ExplorePlace::default()
    });
    html! { <a href={href(handle, place)}>{ names::indicator(indicator, handle.language) }</a> }
}
