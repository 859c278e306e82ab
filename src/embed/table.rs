//! The tables of embeds.

use super::html;
use super::words::words;
use crate::figure::{Kind, Status};
use crate::language::Language;
use crate::svg::escaped;
use crate::table::Observation;
use crate::words::{basis_words, indicator_words, period_words, quantity_words, subject_words};

/// A table as HTML: heads and cells are HTML already, the last column holds values. The caption says what it shows.
pub(super) fn table(caption: &str, heads: &[&str], rows: &[Vec<String>]) -> String {
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    let rows: String = rows
        .iter()
        .map(|row| {
            let (first, rest) = row
                .split_first()
                .map_or((String::new(), &[][..]), |(first, rest)| (first.clone(), rest));
            let rest: String = rest.iter().map(|cell| format!("<td>{cell}</td>")).collect();
            format!("<tr><th scope=\"row\">{first}</th>{rest}</tr>\n")
        })
        .collect();
    format!("<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table>")
}

/// The observations of one indicator, or of several with their names.
pub(super) fn observations(observations: &[Observation], caption: &str, language: Language) -> String {
    let w = words(language);
    let one = observations
        .windows(2)
        .all(|pair| pair[0].indicator == pair[1].indicator);
    let row = |o: &Observation| {
        let mut row = vec![html(subject_words(&o.subject, language), language)];
        if !one {
            row.push(html(indicator_words(&o.indicator, language), language));
        }
        row.push(html(&period_words(o.period, language), language));
        row.push(value(o, language));
        row
    };
    let heads: &[&str] = match one {
        true => &[w.subject, w.period, w.value],
        false => &[w.subject, w.indicator, w.period, w.value],
    };
    let rows: Vec<Vec<String>> = observations.iter().map(row).collect();
    let mut out = table(caption, heads, &rows);
    let planned = observations.iter().any(|o| o.status != Status::Actual);
    let damaged = observations.iter().any(|o| o.unreliable);
    let key: Vec<&str> = [(planned, w.flag_f), (damaged, w.flag_u)]
        .iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, words)| *words)
        .collect();
    if !key.is_empty() {
        out += &format!("<p class=\"key\">{}</p>", key.join(" · "));
    }
    out
}

/// A value with its flags, and what it is measured against where that says what it means.
fn value(o: &Observation, language: Language) -> String {
    let mut out = escaped(&quantity_words(o, language));
    for (applies, flag) in [(o.status != Status::Actual, "f"), (o.unreliable, "u")] {
        if applies {
            out += &format!(" <i class=\"flag\">{flag}</i>");
        }
    }
    if matches!(o.kind, Kind::Change | Kind::Share | Kind::Gap | Kind::Rank) && o.basis.is_some() {
        out += &format!(
            " <small>{}</small>",
            html(&basis_words(o.basis.as_deref(), language), language)
        );
    }
    out
}
