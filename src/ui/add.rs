//! 添加: an article pasted or chosen as files, read here and now, joined to every page for this visit.

use super::markup::html;
use super::{Handle, href, words};
use crate::intake::{About, MAX_BYTES, Refusal, entry, report};
use crate::library::Entry;
use crate::state::{Action, Draft, Place, ReportPlace, State};
use crate::strings::{Strings, fill};
use crate::web::files;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Time that the browser gets to show that we are reading, in milliseconds.
const BREATH: u32 = 30;

/// What became of a text, under the name it came by.
#[derive(Clone, Debug, PartialEq)]
struct Outcome {
    name: String,
    done: Result<usize, Refusal>,
}

/// The texts of the latest go.
#[derive(Clone, Debug, Default, PartialEq)]
struct Progress {
    /// How many texts are still being read.
    running: usize,
    outcomes: Vec<Outcome>,
}

/// What happens to a text.
enum Step {
    Started(usize),
    Ended(Outcome),
}

impl Reducible for Progress {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut next = Progress::clone(&self);
        match step {
            Step::Started(count) => {
                if next.running == 0 {
                    next.outcomes.clear();
                }
                next.running += count;
            }
            Step::Ended(outcome) => {
                next.running = next.running.saturating_sub(1);
                next.outcomes.push(outcome);
            }
        }
        Rc::new(next)
    }
}

type Reader = UseReducerDispatcher<Progress>;

/// The state, for the page.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state.
    pub handle: Handle,
}

/// The page.
#[component]
pub fn Add(props: &Props) -> Html {
    let handle = &props.handle;
    let s = words(handle);
    let progress = use_reducer_eq(Progress::default);
    let running = use_mut_ref(Vec::<files::Running>::new);
    let paste = {
        let (app, progress, draft) = (handle.dispatcher(), progress.dispatcher(), handle.draft.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            progress.dispatch(Step::Started(1));
            let source = Source::Pasted(draft.clone());
            later(source, app.clone(), progress.clone());
        })
    };
    let choose = {
        let (app, progress, running) = (handle.dispatcher(), progress.dispatcher(), running.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                read_files(files::chosen(&input), &running, &app, &progress);
            }
        })
    };
    let drop = {
        let (app, progress) = (handle.dispatcher(), progress.dispatcher());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            read_files(files::dropped(&event), &running, &app, &progress);
        })
    };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <>
            <header class="rhead"><h1>{ s.add_title }</h1><p class="lede">{ s.add_lede }</p>if handle.still { <p class="still damage">{ s.needs_scripts }</p> }</header>
            <div class="addgrid">
                <form class="form" onsubmit={paste}>{ fields(handle) }
                    <p class="acts"><button type="submit" id="read" class="btn on" disabled={progress.running > 0}>{ s.read_now }</button></p>
                </form>
                <div class="form">
                    <h2>{ s.files_title }</h2>
                    <input id="files" class="sr" type="file" multiple=true accept=".txt,.html,.htm,.md,text/plain,text/html" onchange={choose} />
                    <label for="files" class="drop" ondragover={over} ondrop={drop}>{ s.files_label }</label>
                    <p class="muted">{ s.files_note }</p>
                </div>
            </div>
            <div id="outcomes" class="outcomes" role="status">{ outcomes(s, &progress) }</div>
            { own(handle) }
        </>
    }
}

/// Where a text comes from.
enum Source {
    Pasted(Rc<Draft>),
    File(String, Vec<u8>),
}

impl Source {
    fn name(&self) -> String {
        match self {
            Self::Pasted(draft) => draft.title.clone(),
            Self::File(name, _) => name.clone(),
        }
    }

    fn entry(&self) -> Result<Entry, Refusal> {
        let report = match self {
            Self::Pasted(draft) => report(
                &draft.text,
                &About {
                    title: &draft.title,
                    name: "",
                    outlet: &draft.outlet,
                    date: &draft.date,
                },
            ),
            Self::File(name, bytes) => {
                let text = files::text(bytes).ok_or(Refusal::NoText)?;
                let name = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
                report(
                    &text,
                    &About {
                        name,
                        ..About::default()
                    },
                )
            }
        };
        entry(report?)
    }
}

/// Reads a text as soon as the browser has shown that we are at it. What was typed is kept unless it was read.
fn later(source: Source, app: UseReducerDispatcher<State>, progress: Reader) {
    let work = move || {
        let done = source.entry().map(|entry| {
            let figures = entry.reading.figures.len();
            app.dispatch(Action::Add(vec![entry]));
            if let Source::Pasted(_) = source {
                app.dispatch(Action::Draft(Draft::default()));
            }
            figures
        });
        let name = source.name();
        progress.dispatch(Step::Ended(Outcome { name, done }));
    };
    Timeout::new(BREATH, work).forget();
}

fn read_files(
    chosen: Vec<File>,
    running: &Rc<RefCell<Vec<files::Running>>>,
    app: &UseReducerDispatcher<State>,
    progress: &Reader,
) {
    progress.dispatch(Step::Started(chosen.len()));
    let start = |file: File| {
        let (name, size) = (file.name(), file.size());
        let (app, progress) = (app.clone(), progress.clone());
        if size > MAX_BYTES as f64 {
            progress.dispatch(Step::Ended(Outcome {
                name,
                done: Err(Refusal::TooLong),
            }));
            return None;
        }
        Some(files::read(file, move |bytes| match bytes {
            Some(bytes) => later(Source::File(name, bytes), app, progress),
            None => progress.dispatch(Step::Ended(Outcome {
                name,
                done: Err(Refusal::Unreadable),
            })),
        }))
    };
    *running.borrow_mut() = chosen.into_iter().filter_map(start).collect();
}

/// Text and particulars. They live in the state, so that neither an error nor a look at another page loses them.
fn fields(handle: &Handle) -> Html {
    let s = words(handle);
    let draft = &handle.draft;
    let edit = |change: fn(&mut Draft, String)| {
        let (app, draft) = (handle.dispatcher(), draft.clone());
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            let area = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
            let mut next = Draft::clone(&draft);
            change(&mut next, area.or(input).unwrap_or_default());
            app.dispatch(Action::Draft(next));
        })
    };
    html! {
        <>
            <h2>{ s.paste_title }</h2>
            <label for="text">{ s.text_label }</label>
            <textarea id="text" rows="12" lang="zh" value={draft.text.clone()} oninput={edit(|draft, value| draft.text = value)} />
            <div class="particulars">
                <div><label for="title">{ s.title_label }</label>
                    <input id="title" type="text" lang="zh" value={draft.title.clone()} oninput={edit(|draft, value| draft.title = value)} /></div>
                <div><label for="outlet">{ s.outlet_label }</label>
                    <input id="outlet" type="text" lang="zh" value={draft.outlet.clone()} oninput={edit(|draft, value| draft.outlet = value)} /></div>
                <div><label for="date">{ s.date_label }</label>
                    <input id="date" type="date" value={draft.date.clone()} oninput={edit(|draft, value| draft.date = value)} /></div>
            </div>
            <p class="muted">{ s.date_note }</p>
        </>
    }
}

fn outcomes(s: &Strings, progress: &Progress) -> Html {
    let line = |outcome: &Outcome| {
        let name = match outcome.name.as_str() {
            "" => s.pasted_text,
            name => name,
        };
        let (class, said) = match &outcome.done {
            Ok(figures) => ("ok", fill(s.was_read, &[&figures.to_string()])),
            Err(refusal) => ("no", refused(s, refusal)),
        };
        html! { <li class={class}><b>{ name }</b><span>{ said }</span></li> }
    };
    html! {
        <>
            if progress.running > 0 { <p class="busy">{ fill(s.reading, &[&progress.running.to_string()]) }</p> }
            if !progress.outcomes.is_empty() { <ul>{ for progress.outcomes.iter().map(line) }</ul> }
        </>
    }
}

fn refused(s: &Strings, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => s.refused_empty.to_owned(),
        Refusal::TooLong => fill(s.refused_long, &[&(MAX_BYTES / 1_000_000).to_string()]),
        Refusal::NoText => s.refused_no_text.to_owned(),
        Refusal::Unreadable => s.refused_unreadable.to_owned(),
        Refusal::NoDate => s.refused_date.to_owned(),
        Refusal::Front(line, reason) => fill(s.broken_at, &[&line.to_string(), reason]),
        Refusal::NoFigures => s.refused_no_figures.to_owned(),
    }
}

/// The reader's own reports, with a way to remove each.
fn own(handle: &Handle) -> Html {
    let s = words(handle);
    let item = |entry: &Rc<Entry>| {
        let id = entry.report.id.clone();
        let place = Place::Report(ReportPlace {
            id: id.clone(),
            ..ReportPlace::default()
        });
        let app = handle.dispatcher();
        let remove = Callback::from(move |_: MouseEvent| app.dispatch(Action::Remove(id.clone())));
        let title = &entry.report.title;
        html! {
            <li>
                <a href={href(handle, place)} lang="zh">{ title }</a>
                <span class="muted">{ fill(s.count_figures, &[&entry.reading.figures.len().to_string()]) }</span>
                <button type="button" class="btn" aria-label={fill(s.remove_this, &[title])} onclick={remove}>{ s.remove }</button>
            </li>
        }
    };
    let items: Vec<Html> = handle
        .library
        .entries
        .iter()
        .filter(|entry| entry.own)
        .map(item)
        .collect();
    html! {
        <section class="sec" id="own">
            <header><h2>{ s.own_title }</h2><p>{ s.own_note }</p></header>
            if items.is_empty() { <p class="muted">{ s.own_none }</p> } else { <ul class="ownlist">{ for items }</ul> }
        </section>
    }
}
