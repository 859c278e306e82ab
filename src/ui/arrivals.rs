//! Articles on their way in: how far their reading is, a way to stop it, and what became of each.

use super::markup::html;
use crate::intake::{MAX_BYTES, Refusal};
use crate::state::{Desk, Outcome};
use crate::strings::{Strings, fill};
use yew::prelude::*;

/// Most outcomes that are listed: a folder may hold thousands of files.
const MOST: usize = 200;

/// What is being read, and what became of the latest texts.
pub fn arrivals(s: &Strings, desk: &Desk) -> Html {
    let busy = desk.left > 0;
    let done = desk.total.saturating_sub(desk.left);
    let more = desk.outcomes.len().saturating_sub(MOST);
    html! {
        <section class="outcomes">
            <p id="progress" role="status" tabindex="-1">{ said(s, desk) }</p>
            if busy {
                <p class="busy">
                    <progress max={desk.total.to_string()} value={done.to_string()} aria-labelledby="progress" />
                    <button type="button" id="cancel" class="btn" data-own="cancel">{ s.stop }</button>
                </p>
            }
            <ul id="outcomes">{ for desk.outcomes.iter().take(MOST).map(|outcome| line(s, outcome)) }</ul>
            if more > 0 { <p class="muted">{ fill(s.more_outcomes, &[&more.to_string()]) }</p> }
        </section>
    }
}

/// How far it is, in a line that is read out.
fn said(s: &Strings, desk: &Desk) -> String {
    if desk.left > 0 {
        let at = (desk.total + 1).saturating_sub(desk.left);
        return fill(s.reading, &[&at.to_string(), &desk.total.to_string(), &desk.name]);
    }
    let read = desk.outcomes.iter().filter(|outcome| outcome.done.is_ok()).count();
    let refused = desk.outcomes.len() - read;
    let mut said = String::new();
    for (pattern, count) in [(s.joined, read), (s.refused, refused), (s.stopped, desk.stopped)] {
        if count > 0 {
            said += &fill(pattern, &[&count.to_string()]);
        }
    }
    said
}

fn line(s: &Strings, outcome: &Outcome) -> Html {
    let name = match outcome.name.as_str() {
        "" => s.pasted_text,
        name => name,
    };
    let (class, said) = match &outcome.done {
        Ok(figures) => ("ok", fill(s.was_read, &[&figures.to_string()])),
        Err(refusal) => ("no", refused(s, refusal)),
    };
    html! { <li class={class}><b>{ name }</b><span>{ said }</span></li> }
}

fn refused(s: &Strings, refusal: &Refusal) -> String {
    let said = match refusal {
        Refusal::Empty => s.refused_empty,
        Refusal::TooLong => return fill(s.refused_long, &[&(MAX_BYTES / 1_000_000).to_string()]),
        Refusal::NoText => s.refused_no_text,
        Refusal::Unreadable => s.refused_unreadable,
        Refusal::NoDate => s.refused_date,
        Refusal::Front(line, reason) => return fill(s.broken_at, &[&line.to_string(), reason]),
        Refusal::NoFigures => s.refused_no_figures,
        Refusal::Kind => s.refused_kind,
        Refusal::Locked => s.refused_locked,
        Refusal::Broken => s.refused_broken,
        Refusal::Scan => s.refused_scan,
        Refusal::NoList => s.refused_list,
        Refusal::Newer => s.refused_newer,
    };
    said.to_owned()
}
