//! Articles of the reader's own: what is typed, what is being read, and what became of it.

use super::State;
use crate::check::Finding;
use crate::intake::Refusal;
use crate::library::{Entry, Library};
use std::rc::Rc;

/// An article on its way in, or the particulars of one that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Headline.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as typed.
    pub date: String,
    /// The text as pasted.
    pub text: String,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The name that it came by: a file's, a title; empty for a pasted text without one.
    pub name: String,
    /// How many figures were read, or why none.
    pub done: Result<usize, Refusal>,
}

/// The page 添加 as the reader left it, with the texts that are being read and those of the latest go. It outlives a change of page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// What is typed and not yet read.
    pub draft: Draft,
    /// The report whose particulars are being changed, by its id, and what they are to be.
    pub editing: Option<(String, Draft)>,
    /// Whether the reader has asked for all reports to be removed, and is asked in turn.
    pub clearing: bool,
    /// How many texts are waiting still.
    pub left: usize,
    /// How many there were.
    pub total: usize,
    /// The one in hand.
    pub name: String,
    /// What became of those that are done.
    pub outcomes: Vec<Outcome>,
    /// How many were left unread because the reader stopped it.
    pub stopped: usize,
    /// Whether this browser keeps nothing, so that all is gone with the page.
    pub fleeting: bool,
}

/// What can happen to own articles.
#[derive(Clone, Debug)]
pub enum Own {
    /// The reader types.
    Type(Draft),
    /// Particulars of a report are being changed; of none any more.
    Edit(Option<(String, Draft)>),
    /// All are to be removed, if that is meant.
    Clear(bool),
    /// A text is being read: how many are left, of how many, and its name.
    Reading(usize, usize, String),
    /// Texts are done.
    Ended {
        /// What came of each, under the name that it came by.
        arrived: Vec<(String, Result<Entry, Refusal>)>,
        /// How many the reader left unread.
        stopped: usize,
        /// Whether they came by themselves, from what the browser kept.
        quiet: bool,
    },
    /// A library has been checked.
    Checked(Rc<Library>, Vec<Finding>),
    /// Whether the browser keeps them.
    Kept(bool),
    /// One is removed, by its id; all of them without one.
    Remove(Option<String>),
}

/// What it makes of a state.
pub(super) fn after(state: &mut State, own: Own) {
    let desk = Rc::make_mut(&mut state.desk);
    match own {
        Own::Type(draft) => desk.draft = draft,
        Own::Edit(editing) => desk.editing = editing,
        Own::Clear(clearing) => desk.clearing = clearing,
        Own::Reading(left, total, name) => {
            if desk.left == 0 {
                (desk.outcomes, desk.stopped) = (Vec::new(), 0);
            }
            (desk.left, desk.total, desk.name) = (left, total, name);
        }
        Own::Ended {
            arrived,
            stopped,
            quiet,
        } => {
            (desk.left, desk.stopped) = (0, stopped);
            let mut entries = Vec::new();
            for (name, result) in arrived {
                let done = result.map(|entry| {
                    let figures = entry.reading.figures.len();
                    // What was typed is kept until it has been read.
                    if desk.draft.text.ends_with(&entry.report.text) {
                        desk.draft = Draft::default();
                    }
                    entries.push(entry);
                    figures
                });
                if done.is_err() || !quiet {
                    desk.outcomes.push(Outcome { name, done });
                }
            }
            if !entries.is_empty() {
                state.library = Rc::new(state.library.with(entries));
            }
        }
        // It may have changed meanwhile; that is being checked then.
        Own::Checked(library, findings) => {
            if Rc::ptr_eq(&library, &state.library) {
                state.library = Rc::new(library.with_findings(findings));
            }
        }
        Own::Kept(kept) => desk.fleeting = !kept,
        Own::Remove(id) => {
            desk.clearing = false;
            state.library = Rc::new(state.library.without(id.as_deref()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read, state};
    use super::super::{Action, Own, after};
    use std::rc::Rc;

    #[test]
    fn findings_about_a_library_that_has_changed_come_too_late() {
        let added = read(state(), &["2023年，甲高新区财政总收入16.1亿元。"]);
        let gone = after(added.clone(), Action::Own(Own::Remove(None)));
        let late = after(
            gone.clone(),
            Action::Own(Own::Checked(added.library.clone(), Vec::new())),
        );
        assert!(Rc::ptr_eq(&late.library, &gone.library) && !late.library.is_checked);
    }
}
