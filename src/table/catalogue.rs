//! The indicators that the table holds, and what is near to one of them.

use super::Observation;
use crate::cue;
use crate::lexicon;
use crate::order::sort_by_key;
use std::cmp::Reverse;

/// An indicator of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in the table.
    pub indicator: String,
    /// How many subjects it is stated for.
    pub subjects: usize,
    /// How many observations there are.
    pub observations: usize,
}

/// All indicators: those that several subjects state before those of one, among them the ones that the lexicon knows and that mean something
/// alone, then by how many subjects state them and how often.
pub fn catalogue(table: &[Observation]) -> Vec<Item> {
    let mut pairs: Vec<(&str, &str)> = table
        .iter()
        .map(|o| (o.indicator.as_str(), o.subject.as_str()))
        .collect();
    sort_by_key(&mut pairs, |pair| *pair);
    let mut items: Vec<Item> = Vec::new();
    for group in pairs.chunk_by(|a, b| a.0 == b.0) {
        items.push(Item {
            indicator: group[0].0.to_owned(),
            subjects: group.chunk_by(|a, b| a.1 == b.1).count(),
            observations: group.len(),
        });
    }
    sort_by_key(&mut items, |item| {
        let known = lexicon::indicator(&item.indicator).is_some() && !cue::is_generic(&item.indicator);
        Reverse((item.subjects > 1, known, item.subjects, item.observations))
    });
    items
}

/// Indicators of the table that are near to one but not the same: what it is a part of, and what is a part of it or contains its name.
pub fn near(indicator: &str, items: &[Item], most: usize) -> Vec<String> {
    let whole = |name: &str| lexicon::indicator(name).and_then(|entry| entry.part_of);
    let related = |other: &str| {
        let differs = lexicon::indicator(indicator)
            .zip(lexicon::indicator(other))
            .is_some_and(|(a, b)| a.differs_from(b));
        differs
            || whole(indicator) == Some(other)
            || whole(other) == Some(indicator)
            || whole(other).is_some_and(|w| whole(indicator) == Some(w))
            || other.contains(indicator)
            || indicator.contains(other)
    };
    let names = items.iter().map(|item| item.indicator.as_str());
    names
        .filter(|other| *other != indicator && related(other))
        .take(most)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;
    use crate::figure::{Bound, Kind, Status};
    use crate::table::Evidence;

    fn observation(subject: &str, indicator: &str) -> Observation {
        Observation {
            subject: subject.to_owned(),
            indicator: indicator.to_owned(),
            period: None,
            kind: Kind::Level,
            sign: None,
            value: Decimal::ZERO,
            value_max: None,
            unit: "个".to_owned(),
            bound: Bound::Eq,
            status: Status::Actual,
            basis: None,
            unreliable: false,
            computed: None,
            evidence: vec![Evidence { report: 0, figure: 0 }],
        }
    }

    #[test]
    fn what_most_subjects_state_comes_first() {
        let table = [
            observation("甲区", "一"),
            observation("甲区", "一"),
            observation("甲区", "一"),
            observation("甲区", "二"),
            observation("乙区", "二"),
            observation("丙区", "二"),
            observation("甲区", "财政总收入"),
            observation("乙区", "财政总收入"),
        ];
        let items = catalogue(&table);
        let shown: Vec<_> = items
            .iter()
            .map(|i| (i.indicator.as_str(), i.subjects, i.observations))
            .collect();
        assert_eq!(shown, [("财政总收入", 2, 2), ("二", 3, 3), ("一", 1, 3)]);
    }

    #[test]
    fn near_indicators_share_a_name_and_never_include_the_one_itself() {
        let items = catalogue(&[
            observation("甲区", "项目"),
            observation("甲区", "新签项目"),
            observation("甲区", "道路"),
        ]);
        assert_eq!(near("项目", &items, 5), ["新签项目"]);
        assert_eq!(near("新签项目", &items, 5), ["项目"]);
        assert!(near("道路", &items, 5).is_empty());
    }
}
