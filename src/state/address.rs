//! The address: the whole state in the fragment, so that a reload or a shared link shows the same.
//!
//! ```text
//! #overview
//! #report                                      the list
//! #report/jingdezhen-2023?f=120&k=change,rank  a report, the figure at character 120, two kinds marked
//! #explore?i=财政总收入&z=甲区&z=乙区&p=year&v=table&g=slope
//! #check?v=differs&r=jingdezhen-2023&c=share-of-count   findings of a verdict, about a report, of a relation
//! #add  #method
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
const MAX_ZONES: usize = 100;

/// Longest name that an address can hold, in characters.
const MAX_NAME: usize = 80;

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
    /// Reads a fragment, with or without its `#`. An unknown page is the overview.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let (page, id) = path.split_once('/').unwrap_or((path, ""));
        let mut address = Self {
            place: match page {
                "report" if id.is_empty() => Place::Reports,
                "report" => Place::Report(ReportPlace {
                    id: name(&decode(id)),
                    ..ReportPlace::default()
                }),
                "explore" => Place::Explore(ExplorePlace::default()),
                "check" => Place::Check(CheckPlace::default()),
                "add" => Place::Add,
                "method" => Place::Method,
                _ => Place::Overview,
            },
            ..Self::default()
        };
        for (key, value) in pairs(query) {
            match (key, &mut address.place) {
                ("lang", _) => address.language = language(&value),
                ("theme", _) => address.theme = Theme::ALL.into_iter().find(|t| t.code() == value),
                ("f", Place::Report(place)) => place.figure = value.parse().ok(),
                ("k", Place::Report(place)) => place.kinds = kinds(&value),
                ("i", Place::Explore(place)) if !value.is_empty() => place.indicator = Some(name(&value)),
                ("z", Place::Explore(place)) if !value.is_empty() => place.zones.push(name(&value)),
                ("p", Place::Explore(place)) => place.period = PeriodGroup::ALL.into_iter().find(|g| g.code() == value),
                ("v", Place::Explore(place)) => {
                    place.view = View::ALL.into_iter().find(|v| v.code() == value).unwrap_or_default()
                }
                ("g", Place::Explore(place)) => place.form = Form::ALL.into_iter().find(|f| f.code() == value),
                ("v", Place::Check(place)) => place.verdict = Verdict::ALL.into_iter().find(|v| v.code() == value),
                ("r", Place::Check(place)) if !value.is_empty() => place.report = Some(name(&value)),
                ("c", Place::Check(place)) => place.relation = relation(&value),
                _ => {}
            }
        }
        if let Place::Explore(place) = &mut address.place {
            place.zones.truncate(MAX_ZONES);
        }
        address
    }

    /// Writes the fragment with its `#`; [`Address::parse`] reads the same address from it.
    pub fn print(&self) -> String {
        let mut out = format!("#{}", self.place.page().code());
        let mut query = String::new();
        match &self.place {
            Place::Report(place) => {
                out.push('/');
                encode(&place.id, &mut out);
                if let Some(figure) = place.figure {
                    pair("f", &figure.to_string(), &mut query);
                }
                let kinds = Kind::ALL.into_iter().filter(|kind| place.kinds.has(*kind));
                let kinds: Vec<&str> = kinds.map(Kind::code).collect();
                if !kinds.is_empty() {
                    query.push_str("&k=");
                    query.push_str(&kinds.join(","));
                }
            }
            Place::Explore(place) => {
                if let Some(indicator) = &place.indicator {
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
            out.push('?');
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
