//! Names of zones and indicators in addresses of pages: lower-case ASCII letters, digits and hyphens, which every static host serves alike.

use crate::lexicon::{indicator_english, zone};
use crate::order::distinct;

/// Names that have a page of their own, in order, each with its slug.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slugs(Vec<(String, String)>);

impl Slugs {
    /// The slugs of names: the English one of the lexicon, `gross-regional-product-grp`; for a name without English, or whose English is
    /// another's too, a hash of the name behind it. A slug stays as long as the name, its English and their uniqueness do.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>, english: fn(&str) -> Option<&'static str>) -> Self {
        let mut names: Vec<&str> = names.collect();
        distinct(&mut names);
        let bases: Vec<String> = names
            .iter()
            .map(|name| slug(english(name).unwrap_or_default()))
            .collect();
        let alone = |base: &String| !base.is_empty() && bases.iter().filter(|other| *other == base).count() == 1;
        let whole = |(name, base): (&&str, &String)| match alone(base) {
            true => ((*name).to_owned(), base.clone()),
            false => ((*name).to_owned(), hashed(base, name)),
        };
        Self(names.iter().zip(&bases).map(whole).collect())
    }

    /// The slug of a name; `None` where it has no page.
    pub fn slug(&self, name: &str) -> Option<&str> {
        let at = self.0.binary_search_by(|(other, _)| other.as_str().cmp(name)).ok()?;
        Some(&self.0[at].1)
    }

    /// The name that a slug stands for.
    pub fn name(&self, slug: &str) -> Option<&str> {
        let found = self.0.iter().find(|(_, other)| other == slug);
        found.map(|(name, _)| name.as_str())
    }

    /// All slugs.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, slug)| slug.as_str())
    }
}

/// English of an indicator, for its slug.
pub fn of_indicator(name: &str) -> Option<&'static str> {
    indicator_english(name)
}

/// English of a zone, for its slug.
pub fn of_zone(name: &str) -> Option<&'static str> {
    zone(name).map(|zone| zone.en.as_str())
}

/// Letters and digits in lower case, what stands between them as one hyphen.
fn slug(english: &str) -> String {
    let mut slug = String::new();
    for c in english.chars() {
        match c {
            'ü' | 'Ü' => slug.push('u'),
            _ if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A slug followed by eight hexadecimal digits of the name's hash.
pub fn hashed(base: &str, name: &str) -> String {
    let hash = fingerprint(name.as_bytes());
    let digits = (0..8).filter_map(|i| char::from_digit((hash >> (60 - 4 * i)) as u32 & 15, 16));
    let join = if base.is_empty() { "" } else { "-" };
    base.chars().chain(join.chars()).chain(digits).collect()
}

/// The hash FNV-1a, 64 bits: tells texts apart, and versions of a file.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{INDICATORS, ZONES};

    #[test]
    fn slugs_are_the_english_names_where_there_are_any() {
        let names = ["财政总收入", "某种自造的指标", "地区生产总值"];
        let slugs = Slugs::new(names.into_iter(), of_indicator);
        assert_eq!(slugs.slug("地区生产总值"), Some("gross-regional-product-grp"));
        let made_up = slugs.slug("某种自造的指标").expect("a page");
        assert!(
            made_up.len() == 8 && made_up.bytes().all(|b| b.is_ascii_hexdigit()),
            "{made_up}"
        );
        assert_eq!(slugs.slug("别的"), None);
        // Names that were made of it stand in other people's pages.
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
        for name in names {
            assert_eq!(slugs.slug(name).and_then(|slug| slugs.name(slug)), Some(name));
        }
        let zones = Slugs::new(["乌鲁木齐高新区", "景德镇高新区"].into_iter(), of_zone);
        assert_eq!(zones.slug("乌鲁木齐高新区"), Some("urumqi-high-tech-zone"));
    }

    #[test]
    fn names_with_one_english_get_slugs_of_their_own() {
        let slugs = Slugs::new(["甲", "乙", "甲"].into_iter(), |_| Some("Same name"));
        let (a, b) = (slugs.slug("甲").expect("a page"), slugs.slug("乙").expect("a page"));
        assert!(
            a != b && a.starts_with("same-name-") && b.starts_with("same-name-"),
            "{a} {b}"
        );
        assert_eq!(slugs.all().count(), 2);
    }

    #[test]
    fn every_slug_of_the_lexicon_is_ascii_and_its_own() {
        let slugs = [
            Slugs::new(INDICATORS.iter().map(|i| i.name), of_indicator),
            Slugs::new(ZONES.iter().map(|z| z.name.as_str()), of_zone),
        ];
        for slugs in slugs {
            let mut all: Vec<&str> = slugs.all().collect();
            let count = all.len();
            assert!(all.iter().all(|s| {
                s.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            }));
            distinct(&mut all);
            assert_eq!(all.len(), count);
        }
    }
}
