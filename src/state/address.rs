//! The address: a page is a file, and what is chosen on it stands in the fragment, so that a reload or a shared link shows the same.
//!
//! ```text
//! report/jingdezhen-2023/#f-120&k=change,rank  a report, the figure at character 120, two kinds marked (of an indicator: i=, with a verdict: v=)
//! indicator/fiscal-revenue/#z=甲区&z=乙区&p=year&v=table
//! figures/#q=税收&z=甲区&s=-value       figures that hold a word, of a zone, the largest first
//! check/#v=differs&r=jingdezhen-2023&c=share-of-count   findings of a verdict, about a report, of a relation
//! ```
//!
//! `#f-120` is also the id of the figure in the text: without scripts it leads there. A fragment may name the page as well, and then goes before
//! the file; so every place can be addressed on the front page, those without a file and those of addresses from the time when there was one file:
//!
//! ```text
//! #overview
//! #report                                      the list
//! #report/jingdezhen-2023?f=120&k=change,rank  a report, the figure at character 120, two kinds marked
//! #explore?i=财政总收入&z=甲区&z=乙区&p=year&v=table&g=slope
//! #zone  #zone/甲区  #figures?k=rank  #check?v=differs  #add  #method
//! ```
//!
//! Every page may add `lang=en` or `lang=zh` and `theme=light`, `theme=dark` or `theme=system`. Unknown parts are ignored.

use super::query::{decode, encode, pairs};
use super::{CheckPlace, ExplorePlace, Kinds, PeriodGroup, Place, ReportPlace, Theme, View};
use crate::chart::Form;
use crate::check::{CHECKS, Relation, Verdict};
use crate::figure::Kind;
use crate::language::Language;

/// Most subjects that an address can choose.
pub(super) const MAX_ZONES: usize = 100;

/// Longest name that an address can hold, in characters.
const MAX_NAME: usize = 80;

/// What can be chosen on the page of all figures: words, whether they are merged, filters by zone, indicator, kind, class of period, period, report
/// and verdict, the order, the columns.
const FIGURES: [&str; 11] = ["q", "o", "z", "i", "k", "p", "t", "r", "v", "s", "c"];

/// Longest address of choices among all figures, in bytes.
const MAX_CHOICES: usize = 4000;

/// A place and, where the address says so, a language and a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Where to go.
    pub place: Place,
    /// In which language; `None` leaves it as it is.
    pub language: Option<Language>,
    /// In which colours; `None` leaves them as they are.
    pub theme: Option<Theme>,
}

impl Address {
    /// Reads a fragment on the front page, with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        Self::read(fragment, Place::Overview)
    }

    /// Reads a fragment, with or without its `#`, on the file of a place.
    pub fn read(fragment: &str, file: Place) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, mut query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let (page, id) = path.split_once('/').unwrap_or((path, ""));
        let mut address = Self {
            place: match page {
                "overview" => Place::Overview,
                "report" if id.is_empty() => Place::Reports,
                "report" => Place::Report(ReportPlace {
                    id: name(&decode(id)),
                    ..ReportPlace::default()
                }),
                "explore" => Place::Explore(ExplorePlace::default()),
                "zone" => Place::Zone(name(&decode(id))),
                "figures" => Place::Figures(String::new()),
                "check" => Place::Check(CheckPlace::default()),
                "add" => Place::Add,
                "method" => Place::Method,
                _ => {
                    query = fragment;
                    file
                }
            },
            ..Self::default()
        };
        for (key, value) in pairs(query) {
            match (key, &mut address.place) {
                ("lang", _) => address.language = language(&value),
                ("theme", _) => address.theme = Theme::ALL.into_iter().find(|t| t.code() == value),
                ("f", Place::Report(place)) => place.figure = value.parse().ok(),
                (id, Place::Report(place)) if id.starts_with("f-") => place.figure = id[2..].parse().ok(),
                ("k", Place::Report(place)) => place.kinds = kinds(&value),
                ("i", Place::Report(place)) if !value.is_empty() => place.indicator = Some(name(&value)),
                ("v", Place::Report(place)) => place.verdict = verdict(&value),
                ("i", Place::Explore(place)) if !value.is_empty() => place.indicator = Some(name(&value)),
                ("z", Place::Explore(place)) if !value.is_empty() => place.zones.push(name(&value)),
                ("p", Place::Explore(place)) => place.period = PeriodGroup::ALL.into_iter().find(|g| g.code() == value),
                ("v", Place::Explore(place)) => {
                    place.view = View::ALL.into_iter().find(|v| v.code() == value).unwrap_or_default()
                }
                ("g", Place::Explore(place)) => place.form = Form::ALL.into_iter().find(|f| f.code() == value),
                (key, Place::Figures(choices)) if FIGURES.contains(&key) && !value.is_empty() => {
                    pair(key, &name(&value), choices)
                }
                ("v", Place::Check(place)) => place.verdict = verdict(&value),
                ("r", Place::Check(place)) if !value.is_empty() => place.report = Some(name(&value)),
                ("c", Place::Check(place)) => place.relation = relation(&value),
                _ => {}
            }
        }
        if let Place::Explore(place) = &mut address.place {
            place.zones.truncate(MAX_ZONES);
        }
        if let Place::Figures(choices) = &mut address.place
            && choices.len() > MAX_CHOICES
        {
            choices.clear();
        }
        address
    }

    /// Writes the whole address as a fragment with its `#`; [`Address::parse`] reads the same from it.
    pub fn print(&self) -> String {
        let mut out = ["#", self.place.page().code()].concat();
        let (id, indicator) = match &self.place {
            Place::Report(place) => (Some(&place.id), None),
            Place::Zone(zone) if !zone.is_empty() => (Some(zone), None),
            Place::Explore(place) => (None, place.indicator.as_deref()),
            _ => (None, None),
        };
        if let Some(id) = id {
            out.push('/');
            encode(id, &mut out);
        }
        self.behind("?", indicator, out)
    }

    /// Writes what is chosen on the file of its place, as a fragment with its `#`; nothing where nothing is. [`Address::read`] reads the same
    /// from it.
    pub fn choices(&self) -> String {
        self.behind("#", None, String::new())
    }

    /// Adds a query behind what it begins with.
    fn behind(&self, mark: &str, indicator: Option<&str>, mut out: String) -> String {
        let mut query = String::new();
        match &self.place {
            Place::Report(place) => {
                if let Some(figure) = place.figure {
                    query.push_str("&f-");
                    query.push_str(&figure.to_string());
                }
                let kinds = Kind::ALL.into_iter().filter(|kind| place.kinds.has(*kind));
                let kinds: Vec<&str> = kinds.map(Kind::code).collect();
                if !kinds.is_empty() {
                    query.push_str("&k=");
                    query.push_str(&kinds.join(","));
                }
                if let Some(indicator) = &place.indicator {
                    pair("i", indicator, &mut query);
                }
                if let Some(verdict) = place.verdict {
                    pair("v", verdict.code(), &mut query);
                }
            }
            Place::Explore(place) => {
                if let Some(indicator) = indicator {
                    pair("i", indicator, &mut query);
                }
                place.zones.iter().for_each(|zone| pair("z", zone, &mut query));
                if let Some(period) = place.period {
                    pair("p", period.code(), &mut query);
                }
                if place.view != View::default() {
                    pair("v", place.view.code(), &mut query);
                }
                if let Some(form) = place.form {
                    pair("g", form.code(), &mut query);
                }
            }
            Place::Figures(choices) => query.push_str(choices),
            Place::Check(place) => {
                if let Some(verdict) = place.verdict {
                    pair("v", verdict.code(), &mut query);
                }
                if let Some(report) = &place.report {
                    pair("r", report, &mut query);
                }
                if let Some(relation) = place.relation {
                    pair("c", relation.code(), &mut query);
                }
            }
            _ => {}
        }
        match self.language {
            Some(Language::Chinese) => pair("lang", "zh", &mut query),
            Some(Language::English) => pair("lang", "en", &mut query),
            None => {}
        }
        if let Some(theme) = self.theme {
            pair("theme", theme.code(), &mut query);
        }
        if !query.is_empty() {
            out.push_str(mark);
            out.push_str(&query[1..]);
        }
        out
    }
}

/// The language of a word in an address or in storage.
pub fn language(word: &str) -> Option<Language> {
    match word {
        "zh" => Some(Language::Chinese),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// The verdict of a word in an address.
pub fn verdict(word: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|verdict| verdict.code() == word)
}

/// The relation of a word in an address.
pub fn relation(word: &str) -> Option<Relation> {
    let mut relations = CHECKS.iter().flat_map(|check| check.relations).copied();
    relations.find(|relation| relation.code() == word)
}

fn pair(key: &str, value: &str, query: &mut String) {
    query.push('&');
    query.push_str(key);
    query.push('=');
    encode(value, query);
}

fn kinds(value: &str) -> Kinds {
    let chosen = Kind::ALL
        .into_iter()
        .filter(|kind| value.split(',').any(|word| word == kind.code()));
    chosen.fold(Kinds::default(), Kinds::toggled)
}

fn name(text: &str) -> String {
    text.chars().take(MAX_NAME).collect()
}
