//! What a chart of levels shows, in a sentence that is true by construction: places are given only where period, unit and status agree and
//! the stated bounds leave no doubt.

use super::phrase::{all_words, count_words, either, is_open, lowered, raised, say, shared, status_words, when};
use crate::decimal::Decimal;
use crate::figure::{Bound, Status};
use crate::language::Language;
use crate::order::{distinct, sort_by_key};
use crate::table::{Observation, by_class};
use crate::words::{indicator_words, quantity_words, subject_words, value_words};

/// The headline for levels of one indicator, at least one.
pub fn headline(levels: &[&Observation], language: Language) -> String {
    let told = Told { levels, language };
    let periods_agree = shared(levels.iter().map(|o| o.period)).is_some();
    match told.subjects().len() {
        _ if levels.len() == 1 => told.single(),
        1 if periods_agree => told.two_values(),
        1 => told.one_subject(),
        _ if !periods_agree => told.mixed_periods(),
        _ => told.leader().unwrap_or_else(|| told.span()),
    }
}

struct Told<'a> {
    levels: &'a [&'a Observation],
    language: Language,
}

impl Told<'_> {
    fn subjects(&self) -> Vec<&str> {
        let mut subjects: Vec<&str> = self.levels.iter().map(|o| o.subject.as_str()).collect();
        distinct(&mut subjects);
        subjects
    }

    fn subject<'o>(&self, o: &'o Observation) -> &'o str {
        subject_words(&o.subject, self.language)
    }

    fn indicator(&self) -> &str {
        indicator_words(&self.levels[0].indicator, self.language)
    }

    fn value(&self, o: &Observation) -> String {
        quantity_words(o, self.language)
    }

    /// `三区`, `three zones`; `三者`, `three` where not all are zones.
    fn all(&self) -> String {
        all_words(&self.subjects(), self.language)
    }

    /// One value.
    fn single(&self) -> String {
        let o = self.levels[0];
        let status = status_words(o.status, self.language);
        let space = if status.is_empty() { "" } else { " " };
        say(
            self.language,
            "{0}{4}{1}{3}{5}",
            "{0}: {1}{2}{3} {5}{4}",
            &[
                &raised(self.subject(o)),
                status,
                space,
                &lowered(self.indicator()),
                &when(o.period, self.language),
                &self.value(o),
            ],
        )
    }

    /// Two or more values for one cell.
    fn two_values(&self) -> String {
        let o = self.levels[0];
        let n = count_words(self.levels.len(), self.language);
        let ends = match self.levels {
            [a, b] => say(
                self.language,
                "：{}与{}",
                ": {} and {}",
                &[&self.value(a), &self.value(b)],
            ),
            _ => String::new(),
        };
        say(
            self.language,
            "{0}{1}的{2}写了{3}个数{4}",
            "{3} values are stated for {2} of {0}{1}{4}",
            &[
                self.subject(o),
                &when(o.period, self.language),
                &lowered(self.indicator()),
                &raised(&n),
                &ends,
            ],
        )
    }

    /// One subject at several times.
    fn one_subject(&self) -> String {
        let classes = by_class(self.levels.iter().copied()).len();
        let mut periods: Vec<_> = self.levels.iter().map(|o| o.period).collect();
        distinct(&mut periods);
        let n = count_words(periods.len(), self.language);
        let apart = match classes {
            1 => "",
            _ => either(
                self.language,
                "，时段长短不同，不宜相比",
                "; they differ in length and do not compare",
            ),
        };
        say(
            self.language,
            "{0}写了{2}个时段的{1}{3}",
            "{0} states {1} for {2} periods{3}",
            &[
                &raised(self.subject(self.levels[0])),
                &lowered(self.indicator()),
                &n,
                apart,
            ],
        )
    }

    /// Several subjects whose periods differ: what they have in common at most, never who leads.
    fn mixed_periods(&self) -> String {
        let mut periods: Vec<_> = self.levels.iter().map(|o| o.period).collect();
        let count = periods.len();
        distinct(&mut periods);
        let differ = match periods.len() == count {
            true => either(self.language, "但时段各不相同", "each for a different period"),
            false => either(self.language, "但时段不尽相同", "not all for the same period"),
        };
        let (all, indicator) = (raised(&self.all()), lowered(self.indicator()));
        match self.floor() {
            Some(floor) => say(
                self.language,
                "{0}{1}都不低于{2}，{3}",
                "{0} state {1} of {2} or more, {3}",
                &[&all, &indicator, &floor, differ],
            ),
            None => say(
                self.language,
                "{0}写了{1}，{2}",
                "{0} state {1}, {2}",
                &[&all, &indicator, differ],
            ),
        }
    }

    /// A round value that none falls below, where the values are of one order of size.
    fn floor(&self) -> Option<String> {
        let certain =
            |o: &&Observation| (o.bound == Bound::Eq || is_open(o)) && o.status == Status::Actual && !o.unreliable;
        if !self.levels.iter().all(certain) {
            return None;
        }
        let least = self.levels.iter().map(|o| o.value).min()?;
        let most = self.levels.iter().map(|o| o.value).max()?;
        let close = least.checked_mul(Decimal::new(5, 0)).is_some_and(|n| n >= most);
        let floor = round_down(least)?;
        close.then(|| value_words(floor, &self.levels[0].unit, Bound::Eq, self.language))
    }

    /// Who has most, where the statements leave no doubt.
    fn leader(&self) -> Option<String> {
        let mut order: Vec<&Observation> = self.levels.to_vec();
        sort_by_key(&mut order, |o| std::cmp::Reverse(o.value));
        let (top, rest) = order.split_first()?;
        let certain = |o: &Observation| {
            o.status == Status::Actual && !o.unreliable && o.period.is_some() && o.value_max.is_none()
        };
        let below = |o: &&Observation| {
            matches!(o.bound, Bound::Eq | Bound::Lt | Bound::Le) && o.value < top.value && certain(o)
        };
        if !(certain(top) && (top.bound == Bound::Eq || is_open(top)) && rest.iter().all(below)) {
            return None;
        }
        let told = say(
            self.language,
            "{0}{1}{2}{3}",
            "{0}: {2} {3}{1}",
            &[
                &raised(self.subject(top)),
                &when(top.period, self.language),
                &lowered(self.indicator()),
                &self.value(top),
            ],
        );
        Some(match rest {
            [other] => say(
                self.language,
                "{}，高于{}的{}",
                "{}, above {} with {}",
                &[&told, self.subject(other), &self.value(other)],
            ),
            _ => say(
                self.language,
                "{}，居所列{}之首",
                "{}, the highest of the {} shown",
                &[&told, &self.all()],
            ),
        })
    }

    /// From where to where, for one period.
    fn span(&self) -> String {
        let least = self.levels.iter().min_by_key(|o| o.value);
        let most = self.levels.iter().max_by_key(|o| o.value);
        let [least, most] = [least, most].map(|o| o.map_or_else(String::new, |o| self.value(o)));
        let (zh, en) = match least == most {
            true => ("{0}{1}{2}同为{4}", "{0} state the same {2}{1}: {4}"),
            false => ("{0}{1}{2}从{3}到{4}", "{0}: {2} from {3} to {4}{1}"),
        };
        let values = [
            &raised(&self.all()),
            &when(self.levels[0].period, self.language),
            &lowered(self.indicator()),
            &least,
            &most,
        ];
        say(self.language, zh, en, &values.map(String::as_str))
    }
}

/// The number with all digits but its first made 0; `None` for zero and below.
fn round_down(value: Decimal) -> Option<Decimal> {
    (-12..=30).rev().find_map(|power| {
        let unit = Decimal::new(1, 0).shift(power)?;
        if unit > value {
            return None;
        }
        (1..=9)
            .rev()
            .filter_map(|n| unit.checked_mul(Decimal::new(n, 0)))
            .find(|n| *n <= value)
    })
}
