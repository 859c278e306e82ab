//! The files of the site: which place each of them is.
//!
//! ```text
//! (the front page)              总览
//! report/  report/ID/           the reports, one of them
//! zone/  zone/SLUG/             the zones, one of them
//! indicator/  indicator/SLUG/   图表, of the first indicator and of one
//! figures/  check/  add/  method/
//! ```
//!
//! Each is a folder with an `index.html`. A place without a file, such as a report of the reader's own, is addressed on the front page, in full.

use super::{CheckPlace, ExplorePlace, Place, ReportPlace};
use crate::library::Library;

/// The file that a place is on, whatever is chosen there; `None` where it has none.
pub fn file(place: &Place, library: &Library) -> Option<String> {
    let (folder, name) = match place {
        Place::Overview => return Some(String::new()),
        Place::Reports => ("report", None),
        Place::Report(place) => (
            "report",
            Some(library.entry(&place.id).filter(|entry| !entry.own)?.report.id.as_str()),
        ),
        Place::Zone(zone) if zone.is_empty() => ("zone", None),
        Place::Zone(zone) => ("zone", Some(library.zones.slug(zone)?)),
        Place::Explore(ExplorePlace { indicator: None, .. }) => ("indicator", None),
        Place::Explore(ExplorePlace {
            indicator: Some(name), ..
        }) => ("indicator", Some(library.indicators.slug(name)?)),
        Place::Figures(_) => ("figures", None),
        Place::Check(_) => ("check", None),
        Place::Add => ("add", None),
        Place::Method => ("method", None),
    };
    let mut file = [folder, "/"].concat();
    if let Some(name) = name {
        file.push_str(name);
        file.push('/');
    }
    Some(file)
}

/// The place of a file; `None` where the site has no such file.
pub fn place(file: &str, library: &Library) -> Option<Place> {
    let file = file.strip_suffix("index.html").unwrap_or(file);
    if file.is_empty() {
        return Some(Place::Overview);
    }
    let (folder, name) = file
        .strip_suffix('/')?
        .split_once('/')
        .unwrap_or((&file[..file.len() - 1], ""));
    Some(match (folder, name) {
        ("report", "") => Place::Reports,
        ("report", id) => Place::Report(ReportPlace {
            id: library.entry(id).filter(|entry| !entry.own)?.report.id.clone(),
            ..ReportPlace::default()
        }),
        ("zone", "") => Place::Zone(String::new()),
        ("zone", slug) => Place::Zone(library.zones.name(slug)?.to_owned()),
        ("indicator", "") => Place::Explore(ExplorePlace::default()),
        ("indicator", slug) => Place::Explore(ExplorePlace {
            indicator: Some(library.indicators.name(slug)?.to_owned()),
            ..ExplorePlace::default()
        }),
        ("figures", "") => Place::Figures(String::new()),
        ("check", "") => Place::Check(CheckPlace::default()),
        ("add", "") => Place::Add,
        ("method", "") => Place::Method,
        _ => return None,
    })
}

/// Every file of the site: the front page, then folder by folder.
pub fn files(library: &Library) -> Vec<String> {
    let mut files = vec![String::new()];
    let mut folder = |name: &str, inside: &mut dyn Iterator<Item = &str>| {
        files.push([name, "/"].concat());
        files.extend(inside.map(|slug| [name, "/", slug, "/"].concat()));
    };
    let reports = library.entries.iter().filter(|entry| !entry.own);
    folder("report", &mut reports.map(|entry| entry.report.id.as_str()));
    folder("zone", &mut library.zones.all());
    folder("indicator", &mut library.indicators.all());
    for name in ["figures", "check", "add", "method"] {
        folder(name, &mut std::iter::empty());
    }
    files
}
