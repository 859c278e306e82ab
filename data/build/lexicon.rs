//! The lexicon's files, checked and written as the lines that `src/lexicon` reads: one entry to a line, its fields separated by tabs, the items of a
//! list by `|`. Lines cost half of what tables of references would in the built site.

use serde::Deserialize;
use toml::Spanned;

use super::entries::{Fault, Words, line_of, parse};
use super::letters::Letters;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicators {
    indicator: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicator {
    name: Spanned<String>,
    en: Spanned<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    #[serde(default)]
    unit: String,
    part_of: Option<Spanned<String>>,
    #[serde(default)]
    not_with: Vec<Spanned<String>>,
    #[serde(default)]
    real_growth: bool,
    examples: Spanned<Vec<String>>,
}

/// The lines of `indicators.toml`: name, English name, aliases, unit, the whole, what it may not be put beside, and `real`.
///
/// # Errors
/// A malformed entry: not of the form that the head of the file describes, a word that stands for two entries, a reference to no entry, no example.
pub fn indicators(text: &str) -> Result<String, Fault> {
    let entries = parse::<Indicators>(text)?.indicator;
    let fault = |line, reason| Err(Fault { line, reason });
    let (mut names, mut words, mut english) = (Words::default(), Words::default(), Words::default());
    for entry in &entries {
        let line = line_of(text, &entry.name);
        names.add(entry.name.get_ref(), line)?;
        for word in std::iter::once(&entry.name).chain(&entry.aliases) {
            add_word(&mut words, word.get_ref(), line_of(text, word))?;
        }
        english.add(entry.en.get_ref(), line_of(text, &entry.en))?;
        if entry.examples.get_ref().iter().all(|example| example.is_empty()) {
            return fault(
                line_of(text, &entry.examples),
                "an indicator needs an example".to_owned(),
            );
        }
    }
    let mut lines = String::new();
    for entry in &entries {
        for other in entry.part_of.iter().chain(&entry.not_with) {
            if !names.has(other.get_ref()) || other.get_ref() == entry.name.get_ref() {
                return fault(
                    line_of(text, other),
                    format!("`{}` is not the name of another indicator", other.get_ref()),
                );
            }
        }
        let fields = [
            entry.name.get_ref().as_str(),
            entry.en.get_ref(),
            &list(&entry.aliases),
            &entry.unit,
            entry.part_of.as_ref().map_or("", |whole| whole.get_ref()),
            &list(&entry.not_with),
            if entry.real_growth { "real" } else { "" },
        ]
        .join("\t");
        lines += fields.trim_end_matches('\t');
        lines.push('\n');
    }
    Ok(lines)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provinces {
    province: Vec<Province>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Province {
    name: Spanned<String>,
    en: String,
    zones: Vec<Zone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zone {
    name: Spanned<String>,
    en: Spanned<String>,
    kind: Option<Kind>,
    city: Option<Spanned<String>>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    #[serde(default)]
    level: Level,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Economic,
    HighTech,
    Park,
    NewArea,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    #[default]
    National,
    Provincial,
}

const ENDINGS: [(&str, Kind); 3] = [
    ("经开区", Kind::Economic),
    ("高新区", Kind::HighTech),
    ("工业园区", Kind::Park),
];

/// The lines of `zones.toml`: `=` and a province, then its zones, each with a letter for its kind (capital for national ones), the place or after `*` the
/// whole name, the same in English, the city where the place is none, and the aliases.
///
/// # Errors
/// A malformed entry: not of the form that the head of the file describes, a name without one of the usual endings and without `kind`, a name given twice.
pub fn zones(text: &str) -> Result<String, Fault> {
    let provinces = parse::<Provinces>(text)?.province;
    let (mut words, mut english, mut lines) = (Words::default(), Words::default(), String::new());
    for province in &provinces {
        words.add(province.name.get_ref(), line_of(text, &province.name))?;
        lines += &format!("={}\t{}\n", province.name.get_ref(), province.en);
        for zone in &province.zones {
            for word in std::iter::once(&zone.name).chain(&zone.aliases) {
                add_word(&mut words, word.get_ref(), line_of(text, word))?;
            }
            let line = line_of(text, &zone.name);
            let ending = ENDINGS
                .iter()
                .find_map(|&(ending, kind)| Some((zone.name.get_ref().strip_suffix(ending)?, kind)));
            let (mark, name, kind) = match (zone.kind, ending) {
                (Some(kind), _) => ("*", zone.name.get_ref().as_str(), kind),
                (None, Some((place, kind))) if !place.is_empty() => ("", place, kind),
                _ => {
                    let reason = "a name that is not a place and 高新区, 经开区 or 工业园区 needs `kind`".to_owned();
                    return Err(Fault { line, reason });
                }
            };
            let letter = match kind {
                Kind::Economic => "E",
                Kind::HighTech => "H",
                Kind::Park => "P",
                Kind::NewArea => "N",
            };
            english.add(&format!("{}{letter}", zone.en.get_ref()), line_of(text, &zone.en))?;
            let letter = match zone.level {
                Level::National => letter.to_owned(),
                Level::Provincial => letter.to_lowercase(),
            };
            let city = zone.city.as_ref().map_or("", |city| city.get_ref());
            let fields = [
                &format!("{letter}{mark}{name}"),
                zone.en.get_ref().as_str(),
                city,
                &list(&zone.aliases),
            ]
            .join("\t");
            lines += fields.trim_end_matches('\t');
            lines.push('\n');
        }
    }
    Ok(lines)
}

/// Adds a word that must be new and in the spelling that words are looked up in.
fn add_word(words: &mut Words, word: &str, line: usize) -> Result<(), Fault> {
    let plain: String = Letters::loose(&word.chars().collect::<Vec<_>>())
        .map(|(_, c)| c)
        .collect();
    if plain != word {
        let reason = format!("write `{plain}` for `{word}`, which is understood as well");
        return Err(Fault { line, reason });
    }
    words.add(word, line)
}

fn list(items: &[Spanned<String>]) -> String {
    items
        .iter()
        .map(|item| item.get_ref().as_str())
        .collect::<Vec<_>>()
        .join("|")
}
