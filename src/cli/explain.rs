//! `zhibiao explain`: one figure with its slots, rules and tokens.

use super::input::Input;
use super::{Failure, output};
use crate::decimal::Decimal;
use crate::figure::{Figure, Reading, Slot};
use crate::find::{amount, era, time};
use crate::text::Span;
use crate::token::{Kind, tokens};
use std::fmt::Display;
use std::io::{self, Write};

/// Explains the figure at a code point of the file.
pub fn explain(input: &Input, offset: usize, out: &mut impl Write) -> Result<(), Failure> {
    let raw = &input.report.text;
    let byte = offset
        .checked_sub(input.skip)
        .and_then(|skip| raw.char_indices().map(|(i, _)| i).nth(skip));
    let byte = byte.ok_or_else(|| Failure::Input(format!("offset {offset} lies outside the text")))?;
    let reading = crate::read(&input.report);
    let figure = reading
        .figures
        .iter()
        .find(|f| reading.clean.raw_range(f.span).contains(&byte));
    match figure {
        Some(figure) => show(&reading, raw, figure, out).map_err(output),
        None => {
            let skipped = reading
                .skipped
                .iter()
                .find(|s| reading.clean.raw_range(s.span).contains(&byte));
            let why = skipped.map_or("nothing was found here", |s| s.why);
            writeln!(out, "no figure at {offset}: {why}").map_err(output)
        }
    }
}

fn show(reading: &Reading, raw: &str, figure: &Figure, out: &mut impl Write) -> io::Result<()> {
    let clean = &reading.clean;
    writeln!(out, "quote      {}", clean.slice(figure.span))?;
    let max = figure.value_max.map(|max| format!(" to {max}")).unwrap_or_default();
    writeln!(
        out,
        "value      {}{max} {} ({})",
        figure.value,
        figure.unit,
        figure.bound.code()
    )?;
    writeln!(
        out,
        "kind       {}{}, {}",
        figure.kind.code(),
        figure.sign.map_or("", |s| s.code()),
        figure.status.code()
    )?;
    slot(reading, "indicator", &figure.indicator, out)?;
    slot(reading, "subject", &figure.subject, out)?;
    slot(reading, "period", &figure.period, out)?;
    writeln!(out, "basis      {}", figure.basis.as_deref().unwrap_or("—"))?;
    let index = reading.figures.iter().position(|other| other.span == figure.span);
    if let Some(base) = index.and_then(|index| crate::check::implied_base(reading, index)) {
        let whole = |value: Decimal| {
            value
                .checked_div(Decimal::new(1, 0), 0)
                .map_or("…".to_owned(), |v| v.to_string())
        };
        let high = base.high.map_or("…".to_owned(), whole);
        writeln!(out, "implied    {} to {high} a year before", whole(base.low))?;
    }
    writeln!(out, "tokens     {}", sentence(reading, raw, figure.span))
}

fn slot<T: Display>(reading: &Reading, name: &str, slot: &Slot<T>, out: &mut impl Write) -> io::Result<()> {
    let value = slot.value.as_ref().map_or("—".to_owned(), T::to_string);
    let from = slot
        .evidence
        .map(|span| format!(" from “{}”", reading.clean.slice(span)))
        .unwrap_or_default();
    let rule = if slot.rule.is_empty() {
        String::new()
    } else {
        format!(" [{}]", slot.rule)
    };
    writeln!(out, "{name:<10} {value}, {}{from}{rule}", slot.found.code())
}

/// The tokens of the sentence around a span, parted by spaces; words with a role are in brackets.
fn sentence(reading: &Reading, raw: &str, span: Span) -> String {
    let chars = &reading.clean.chars;
    let end_mark = |c: &char| "。！？\n".contains(*c);
    let start = chars[..span.start].iter().rposition(end_mark).map_or(0, |i| i + 1);
    let end = chars[span.end..]
        .iter()
        .position(end_mark)
        .map_or(chars.len(), |i| span.end + i);
    let times = time::times(chars, reading.date.value, era::era(raw));
    let (amounts, _) = amount::amounts(chars, &times);
    let shown = tokens(chars, &amounts, &times)
        .into_iter()
        .filter(|t| t.span.start >= start && t.span.end <= end)
        .map(|t| {
            let words = reading.clean.slice(t.span);
            match t.kind {
                Kind::Word(classes) if classes == crate::cue::Classes::NONE => words,
                Kind::Mark(_) => words,
                Kind::Word(_) => format!("[{words}]"),
                Kind::Noun(_) => format!("<{words}>"),
                Kind::Amount(_) => format!("#{words}#"),
                Kind::Time(_) => format!("@{words}@"),
                Kind::Zone(_) | Kind::Place => format!("^{words}^"),
            }
        });
    shown.collect::<Vec<_>>().join(" ")
}
