//! Development zones: found under every official form of their names, which follow by rule from the place and the kind.

use crate::language::is_han;
use crate::prefix::{Letters, List, Words};
use std::ops::Range;
use std::sync::LazyLock;

/// A development zone.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its usual Chinese name: `景德镇高新区`.
    pub name: String,
    /// Its English name: `Jingdezhen High-tech Zone`.
    pub en: String,
    /// Other names that do not follow by rule.
    pub aliases: Vec<&'static str>,
    /// Its kind.
    pub kind: ZoneKind,
    /// Whether it is national or provincial.
    pub level: Level,
    /// Province-level division, without 省, 市 or 自治区.
    pub province: &'static str,
    /// Its English name.
    pub province_en: &'static str,
    /// City, without 市.
    pub city: &'static str,
    /// The name without the ending that tells the kind; `None` where the name has no such ending.
    place: Option<&'static str>,
}

/// Kinds of development zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneKind {
    /// 经济技术开发区.
    Economic,
    /// 高新技术产业开发区.
    HighTech,
    /// 工业园区.
    Park,
    /// 国家级新区, each under its whole name.
    NewArea,
}

/// Who approved a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// The State Council.
    National,
    /// A province.
    Provincial,
}

impl ZoneKind {
    /// The kind that a short name without a place tells: 高新区, 经开区.
    pub fn of_short_name(name: &str) -> Option<Self> {
        [Self::Economic, Self::HighTech, Self::Park]
            .into_iter()
            .find(|kind| kind.ending() == name)
    }

    /// The usual ending of a name.
    const fn ending(self) -> &'static str {
        match self {
            Self::Economic => "经开区",
            Self::HighTech => "高新区",
            Self::Park => "工业园区",
            Self::NewArea => "国家级新区",
        }
    }

    /// Every ending of a name, longer before shorter where one begins the other. 开发区 alone is what 经开区 are called in their cities.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Economic => &["经济技术开发区", "经济开发区", "经开区", "开发区"],
            Self::HighTech => &[
                "高新技术产业开发区",
                "高新技术产业园区",
                "高新技术产业园",
                "高新技术开发区",
                "高新技术园区",
                "高新技术区",
                "高技术产业开发区",
                "高新产业开发区",
                "高新开发区",
                "高新园区",
                "高新区",
            ],
            Self::Park => &["工业园区", "工业园", "产业园区", "产业园"],
            Self::NewArea => &[],
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Economic => " Economic Development Zone",
            Self::HighTech => " High-tech Zone",
            Self::Park => " Industrial Park",
            Self::NewArea => " New Area",
        }
    }
}

/// The zones, by province.
pub static ZONES: LazyLock<Vec<Zone>> = LazyLock::new(|| {
    let mut province = ["", ""];
    let mut zones = Vec::new();
    for line in super::ZONE_LINES.lines() {
        match line.strip_prefix('=') {
            Some(line) => province = super::fields(line),
            None => zones.push(zone_of(line, province)),
        }
    }
    zones
});

/// The zone that has this name, in any form, with or without its province and city.
pub fn zone(name: &str) -> Option<&'static Zone> {
    let chars: Vec<char> = name.chars().collect();
    longest_zone(&chars)
        .filter(|&(len, _)| len == chars.len())
        .map(|(_, zone)| zone)
}

/// The English name of a province or city; `None` for a city that no zone is named after.
pub fn region_english(name: &str) -> Option<&'static str> {
    let english = |zone: &'static Zone| match zone.place {
        _ if zone.province == name => Some(zone.province_en),
        Some(place) if place == name => zone.en.strip_suffix(zone.kind.english()),
        _ => None,
    };
    ZONES.iter().find_map(english)
}

/// The zone whose name stands at the beginning of a text, with the number of characters that the name takes. Quotation marks inside are passed over.
pub fn longest_zone(chars: &[char]) -> Option<(usize, &'static Zone)> {
    chars.first().filter(|c| is_han(**c))?;
    WORDS.longest(Letters::loose(chars))?;
    let mut best: Option<Match> = None;
    let mut rivals = false;
    for head in heads(chars) {
        let text = &chars[head.len..];
        for (len, means) in WORDS.beginning(Letters::loose(text)) {
            for found in means {
                let (zone, part) = meaning(*found);
                let ending = match part {
                    WHOLE => Some(0),
                    PLACE | REST => ending_len(zone.kind, &text[len..]),
                    _ => None,
                };
                let Some(ending) = ending.filter(|_| head.allows(zone)) else {
                    continue;
                };
                let found = Match {
                    end: head.len + len + ending,
                    rest: part == REST,
                    zone,
                };
                match &best {
                    Some(best) if (best.end, !best.rest) > (found.end, !found.rest) => {}
                    Some(best) if (best.end, best.rest) == (found.end, found.rest) => {
                        rivals |= !std::ptr::eq(best.zone, found.zone);
                    }
                    _ => (best, rivals) = (Some(found), false),
                }
            }
        }
    }
    // 滨海经开区 is Weifang's only as long as no other city has a 滨海经开区.
    best.filter(|best| !(best.rest && rivals))
        .map(|best| (best.end, best.zone))
}

/// The length of the province and city that a text begins with, of those that have a zone of the lexicon.
pub fn region_len(chars: &[char]) -> Option<usize> {
    chars.first().filter(|c| is_han(**c))?;
    WORDS.longest(Letters::loose(chars))?;
    heads(chars).map(|head| head.len).max().filter(|len| *len > 0)
}

/// Whether a word is the name of a province, of a city, or of both, and no more.
pub fn is_place(word: &[char]) -> bool {
    region_len(word) == Some(word.len())
}

/// Whether a name is a province's or the country's that does not end like one: 广西, 全国.
pub fn is_region(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let province = longest_part(Letters::exact(&chars), PROVINCE);
    name == "全国" || province.is_some_and(|(len, _)| len == chars.len())
}

/// 上海|自贸区, 大连|保税区: whether a province or city has one zone of a kind only, by the word for the kind.
pub fn is_single(kind: &[char]) -> bool {
    const {
        List::new(
            "自贸区|自贸试验区|自由贸易试验区|自贸片区|保税区|综保区|综合保税区|出口加工区|保税港区|自由贸易港|自贸港",
        )
    }
    .holds(kind)
}

/// What stands behind the bare name of a province or city in its full one: 省, 市, or nothing.
pub fn region_title(name: &str) -> &'static str {
    match name {
        "北京" | "天津" | "上海" | "重庆" => "市",
        "内蒙古" | "广西" | "西藏" | "宁夏" | "新疆" | "台湾" => "",
        _ if is_region(name) => "省",
        _ if ZONES.iter().any(|zone| zone.city == name) => "市",
        _ => "",
    }
}

/// Every place where a text names the place of a zone that is not its city's.
pub fn places(chars: &[char]) -> impl Iterator<Item = (Range<usize>, &'static Zone)> {
    let at = |i: usize| {
        let names = WORDS.beginning(Letters::exact(&chars[i..])).filter_map(|(len, means)| {
            let mut zones = means
                .iter()
                .map(|found| meaning(*found))
                .filter(|(_, part)| *part <= REST);
            Some((len, zones.next()?, zones.next().is_none()))
        });
        let (len, (zone, part), only) = names.last()?;
        let own = part == PLACE && zone.place != Some(zone.city);
        (own && only).then_some((i..i + len, zone))
    };
    (0..chars.len()).filter_map(at)
}

/// Every city that a text names, of those that have a zone of the lexicon.
pub fn cities(chars: &[char]) -> impl Iterator<Item = &'static str> {
    let at = |i: usize| longest_part(Letters::exact(&chars[i..]), CITY);
    (0..chars.len()).filter_map(move |i| Some(at(i)?.1.city))
}

struct Match {
    end: usize,
    /// Found by the place without the city that it begins with.
    rest: bool,
    zone: &'static Zone,
}

// What part of a zone's name a word of the table is.
/// All of it.
const WHOLE: u16 = 0;
/// The place, before the ending.
const PLACE: u16 = 1;
/// The place without the city that it begins with: 共青城 of 九江共青城.
const REST: u16 = 2;
/// The province that may stand before it.
const PROVINCE: u16 = 3;
/// The city that may stand before it.
const CITY: u16 = 4;
/// How many parts there are.
const PARTS: u16 = 5;

/// The words that zones are found by, each with the zone's index times [`PARTS`] and the part; provinces and cities with a zone of theirs.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::new((0..).zip(ZONES.iter()).flat_map(|(index, zone)| {
        let whole = zone.place.is_none().then_some(zone.name.as_str());
        let whole = whole
            .into_iter()
            .chain(zone.aliases.iter().copied())
            .map(|word| (word, WHOLE));
        let place = zone.place.map(|place| (place, PLACE));
        // 钦州港 without 钦州 is any port.
        let rest = zone
            .place
            .and_then(|place| place.strip_prefix(zone.city))
            .filter(|rest| rest.chars().count() > 1);
        // The zones of a province stand together, and mostly those of a city.
        let before = usize::from(index).checked_sub(1).map(|before| &ZONES[before]);
        let province = before.is_none_or(|other| other.province != zone.province);
        let city = before.is_none_or(|other| other.city != zone.city);
        whole
            .chain(place)
            .chain(rest.map(|rest| (rest, REST)))
            .chain(province.then_some((zone.province, PROVINCE)))
            .chain(city.then_some((zone.city, CITY)))
            .map(move |(word, part)| (word, index * PARTS + part))
    }))
});

/// What a word of the table stands for: a zone, and a part of its name.
fn meaning(found: u16) -> (&'static Zone, u16) {
    (&ZONES[usize::from(found / PARTS)], found % PARTS)
}

/// The longest word for such a part that a text begins with, and the first zone that it stands for.
fn longest_part(text: impl Iterator<Item = (usize, char)>, part: u16) -> Option<(usize, &'static Zone)> {
    let found = WORDS.beginning(text).filter_map(|(len, means)| {
        let mut zones = means.iter().map(|found| meaning(*found));
        let (zone, _) = zones.find(|(_, own)| *own == part)?;
        Some((len, zone))
    });
    found.last()
}

/// Province and city said before a zone's name.
#[derive(Clone, Copy, Default)]
struct Head {
    len: usize,
    province: Option<&'static str>,
    city: Option<&'static str>,
}

impl Head {
    fn allows(&self, zone: &Zone) -> bool {
        self.province.is_none_or(|province| province == zone.province) && self.city.is_none_or(|city| city == zone.city)
    }
}

/// Every way to read the beginning of a text as province and city, nothing included.
fn heads(chars: &[char]) -> impl Iterator<Item = Head> {
    let none = Head::default();
    let province = longest_part(Letters::loose(chars), PROVINCE).map(|(len, zone)| Head {
        len: len
            + title_len(
                &chars[len..],
                &["省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区"],
            ),
        province: Some(zone.province),
        city: None,
    });
    let city = |head: Head| {
        let text = &chars[head.len..];
        let (len, zone) = longest_part(Letters::loose(text), CITY)?;
        Some(Head {
            len: head.len + len + title_len(&text[len..], &["市"]),
            city: Some(zone.city),
            ..head
        })
    };
    [Some(none), city(none), province, province.and_then(city)]
        .into_iter()
        .flatten()
}

/// Characters of the first of these words that a text begins with; 0 where it begins with none.
fn title_len(chars: &[char], words: &[&str]) -> usize {
    let len = |word: &&str| {
        let mut letters = Letters::loose(chars);
        let mut end = 0;
        let fits = word.chars().all(|c| {
            let next = letters.next();
            end = next.map_or(end, |(at, _)| at);
            next.is_some_and(|(_, letter)| letter == c)
        });
        fits.then_some(end)
    };
    words.iter().find_map(len).unwrap_or(0)
}

/// Characters of the ending of a name: 市, 县 or 区 of the place, the level, the kind.
fn ending_len(kind: ZoneKind, chars: &[char]) -> Option<usize> {
    let title = title_len(chars, &["市", "县", "区"]);
    let level = title + title_len(&chars[title..], &["国家级", "国家", "省级", "（国家级）", "(国家级)"]);
    let ending = title_len(&chars[level..], kind.endings());
    (ending > 0).then_some(level + ending)
}

/// Reads a line that the build script wrote; its form is described there.
fn zone_of(line: &'static str, [province, province_en]: [&'static str; 2]) -> Zone {
    let [name, en, city, aliases] = super::fields(line);
    let (letter, name) = name.split_at_checked(1).unwrap_or_default();
    let kind = match letter {
        "E" | "e" => ZoneKind::Economic,
        "H" | "h" => ZoneKind::HighTech,
        "N" | "n" => ZoneKind::NewArea,
        _ => ZoneKind::Park,
    };
    let place = (!name.starts_with('*')).then_some(name);
    let (name, en) = match place {
        Some(place) => ([place, kind.ending()].concat(), [en, kind.english()].concat()),
        None => (name[1..].to_owned(), en.to_owned()),
    };
    Zone {
        name,
        en,
        aliases: super::items(aliases).collect(),
        kind,
        level: if letter.starts_with(|c: char| c.is_ascii_uppercase()) {
            Level::National
        } else {
            Level::Provincial
        },
        province,
        province_en,
        city: if city.is_empty() {
            place.unwrap_or_default()
        } else {
            city
        },
        place,
    }
}

#[cfg(test)]
mod tests;
