//! What the reader chose, and what each of their actions makes of it: pure, so that it is tested without a browser.

use crate::chart::Form;
use crate::check::{Finding, Relation, Verdict};
use crate::language::Language;
use crate::library::{Entry, Library};
use std::rc::Rc;

pub mod address;
mod choice;
pub mod file;
mod own;
mod page;
pub mod query;
mod reader;

pub use address::Address;
pub use choice::{Kinds, PeriodGroup, Theme, View};
pub use own::{Desk, Draft, Outcome, Own};
pub use page::Page;

/// A page together with what is chosen on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// 总览.
    #[default]
    Overview,
    /// 报道: the list of reports.
    Reports,
    /// 报道: one report.
    Report(ReportPlace),
    /// One development zone by its name; all of them where it is empty.
    Zone(String),
    /// 图表.
    Explore(ExplorePlace),
    /// 数据, with what is chosen there as its address has it: `www/figures.js` knows what it means.
    Figures(String),
    /// 核对.
    Check(CheckPlace),
    /// 添加.
    Add,
    /// 方法.
    Method,
}

/// What is chosen while reading a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportPlace {
    /// The report.
    pub id: String,
    /// The selected figure, by its first character in the raw text.
    pub figure: Option<usize>,
    /// Which kinds are marked; none means all.
    pub kinds: Kinds,
    /// The one indicator of which figures are marked; `None` means all.
    pub indicator: Option<String>,
    /// Whether only figures are marked that take part in a finding of this verdict; `None` means all.
    pub verdict: Option<Verdict>,
}

/// What is chosen while exploring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplorePlace {
    /// The indicator; `None` means the one that most zones state.
    pub indicator: Option<String>,
    /// The subjects to show; none means all.
    pub zones: Vec<String>,
    /// The periods to show; `None` means all.
    pub period: Option<PeriodGroup>,
    /// Chart, table or sources.
    pub view: View,
    /// The form of the chart; `None` leaves it to the question.
    pub form: Option<Form>,
}

/// Which findings are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckPlace {
    /// Those of one verdict; `None` means all.
    pub verdict: Option<Verdict>,
    /// Those about a report, by its id; `None` means all.
    pub report: Option<String>,
    /// Those of one relation; `None` means all.
    pub relation: Option<Relation>,
}

/// Everything the pages are drawn from.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the reader is.
    pub place: Place,
    /// The file at which the document stands, for links from it; see [`file`].
    pub file: String,
    /// Whether the document stays at that file wherever the reader goes, as one in a sandboxed frame has to.
    pub fixed: bool,
    /// Whether this is a page as it was prerendered, which has to serve without scripts too.
    pub still: bool,
    /// Language of the interface.
    pub language: Language,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The reports.
    pub library: Rc<Library>,
    /// The page 添加 as the reader left it.
    pub desk: Rc<Desk>,
}

/// What the reader can do.
#[derive(Clone, Debug)]
pub enum Action {
    /// Follow an address. What it leaves open stays as it is.
    Visit(Address),
    /// Learn that the document cannot leave its file.
    Stay,
    /// Select a figure of the report in hand by its start, or none.
    Select(Option<usize>),
    /// Go to the next (`true`) or previous figure that is marked.
    Step(bool),
    /// Mark a kind, or leave it unmarked.
    Kind(crate::figure::Kind),
    /// Mark the figures of this indicator and with this verdict only; `None` means all.
    Only(Option<String>, Option<Verdict>),
    /// Ask for an indicator, of all zones.
    Indicator(String),
    /// Show these subjects as well, or leave them out where all of them are shown; none of them shows all there are.
    Zones(Vec<String>),
    /// Show these periods only.
    Period(Option<PeriodGroup>),
    /// Show chart, table or sources.
    View(View),
    /// Draw it in this form.
    Form(Form),
    /// Show these findings only.
    Check(CheckPlace),
    /// Change the language.
    Language(Language),
    /// Change the theme.
    Theme(Theme),
    /// Deal with articles of the reader's own.
    Own(Own),
}

impl Place {
    /// The page it is on.
    pub const fn page(&self) -> Page {
        match self {
            Self::Overview => Page::Overview,
            Self::Reports | Self::Report(_) => Page::Report,
            Self::Zone(_) => Page::Zone,
            Self::Explore(_) => Page::Explore,
            Self::Figures(_) => Page::Figures,
            Self::Check(_) => Page::Check,
            Self::Add => Page::Add,
            Self::Method => Page::Method,
        }
    }

    /// Whether going there is a move to another view, rather than another choice on the same one.
    pub fn moves(&self, to: &Self) -> bool {
        match (self, to) {
            (Self::Report(from), Self::Report(to)) => from.id != to.id,
            (Self::Zone(from), Self::Zone(to)) => from != to,
            (from, to) => std::mem::discriminant(from) != std::mem::discriminant(to),
        }
    }
}

impl CheckPlace {
    /// Whether a finding is among those that are shown.
    pub fn shows(&self, finding: &Finding, library: &Library) -> bool {
        let about = |id: &String| {
            let mut reports = finding.figures.iter().filter_map(|at| library.entries.get(at.report));
            reports.any(|entry| entry.report.id == *id)
        };
        self.verdict.is_none_or(|verdict| verdict == finding.verdict)
            && self.relation.is_none_or(|relation| relation == finding.relation)
            && self.report.as_ref().is_none_or(about)
    }
}

impl State {
    /// The start: a file of the site as it was prerendered, in Chinese; the overview where there is no such file.
    pub fn new(library: Rc<Library>, file: &str) -> Self {
        Self {
            place: file::place(file, &library).unwrap_or_default(),
            file: file.to_owned(),
            fixed: false,
            still: true,
            language: Language::Chinese,
            theme: Theme::System,
            library,
            desk: Rc::default(),
        }
    }

    /// The address of the state.
    pub fn address(&self) -> Address {
        self.link(self.place.clone())
    }

    /// The address of another place in the same language and theme.
    pub fn link(&self, place: Place) -> Address {
        Address {
            place,
            language: (self.language != Language::Chinese).then_some(self.language),
            theme: (self.theme != Theme::System).then_some(self.theme),
        }
    }

    /// Another place in the same language and theme, as a link from where the document stands.
    pub fn href(&self, place: Place) -> String {
        let address = self.link(place);
        let up = self.up();
        match file::file(&address.place, &self.library) {
            Some(file) if file == self.file => Some(address.choices())
                .filter(|c| !c.is_empty())
                .unwrap_or_else(|| "./".to_owned()),
            Some(file) => [&up, &file, &address.choices()].map(String::as_str).concat(),
            None => [up, address.print()].concat(),
        }
    }

    /// The way from where the document stands to the front page's folder; empty where it stands there.
    pub fn up(&self) -> String {
        "../".repeat(self.file.matches('/').count())
    }

    /// Whether the document stands at the file of the present place, so that its fragment holds the choices alone.
    pub fn at_home(&self) -> bool {
        file::file(&self.place, &self.library).is_some_and(|file| file == self.file)
    }

    /// What stands behind the file in the document's address, as a fragment.
    pub fn fragment(&self) -> String {
        match self.at_home() {
            true => self.address().choices(),
            false => self.address().print(),
        }
    }

    /// The report in hand, by its place in the library.
    pub fn report(&self) -> Option<usize> {
        match &self.place {
            Place::Report(place) => self
                .library
                .entries
                .iter()
                .position(|entry| entry.report.id == place.id),
            _ => None,
        }
    }

    /// The report in hand.
    pub fn entry(&self) -> Option<&Rc<Entry>> {
        self.library.entries.get(self.report()?)
    }

    /// The selected figure of the report in hand.
    pub fn figure(&self) -> Option<usize> {
        match &self.place {
            Place::Report(place) => self.entry()?.figure_at(place.figure?),
            _ => None,
        }
    }
}

/// What an action makes of a state.
pub fn after(mut state: State, action: Action) -> State {
    match action {
        Action::Visit(address) => {
            state.place = address.place;
            state.language = address.language.unwrap_or(state.language);
            state.theme = address.theme.unwrap_or(state.theme);
            state.still = false;
        }
        Action::Stay => state.fixed = true,
        Action::Select(figure) => on_report(&mut state, |place| place.figure = figure),
        Action::Step(forward) => {
            if let Some(start) = reader::stepped(&state, forward) {
                on_report(&mut state, |place| place.figure = Some(start));
            }
        }
        Action::Kind(kind) => on_report(&mut state, |place| place.kinds = place.kinds.toggled(kind)),
        Action::Only(indicator, verdict) => on_report(&mut state, |place| {
            (place.indicator, place.verdict) = (indicator, verdict);
        }),
        Action::Indicator(indicator) => on_explore(&mut state, |place| {
            *place = ExplorePlace {
                indicator: Some(indicator),
                view: place.view,
                ..ExplorePlace::default()
            }
        }),
        Action::Zones(zones) => on_explore(&mut state, |place| {
            let shown = zones.iter().all(|zone| place.zones.contains(zone));
            place.zones.retain(|zone| !zones.is_empty() && !zones.contains(zone));
            if !shown {
                place.zones.extend(zones);
                place.zones.truncate(address::MAX_ZONES);
            }
        }),
        Action::Period(period) => on_explore(&mut state, |place| place.period = period),
        Action::View(view) => on_explore(&mut state, |place| place.view = view),
        Action::Form(form) => on_explore(&mut state, |place| place.form = Some(form)),
        Action::Check(chosen) => {
            if let Place::Check(place) = &mut state.place {
                *place = chosen;
            }
        }
        Action::Language(language) => state.language = language,
        Action::Theme(theme) => state.theme = theme,
        Action::Own(own) => own::after(&mut state, own),
    }
    if !state.fixed {
        state.file = file::file(&state.place, &state.library).unwrap_or_default();
    }
    state
}

fn on_report(state: &mut State, change: impl FnOnce(&mut ReportPlace)) {
    if let Place::Report(place) = &mut state.place {
        change(place);
    }
}

fn on_explore(state: &mut State, change: impl FnOnce(&mut ExplorePlace)) {
    if let Place::Explore(place) = &mut state.place {
        change(place);
    }
}

#[cfg(test)]
mod tests;
