//! What a chart of levels shows, in a sentence that is true by construction: places are given only where period, unit and status agree and
//! the stated bounds leave no doubt.

use super::phrase::{all_words, count_words, is_open, lowered, raised, shared, status_words, when};
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
        let (subject, value) = (subject_words(&o.subject, self.language), self.value(o));
        let (period, status) = (when(o.period, self.language), status_words(o.status, self.language));
        match self.language {
            Language::Chinese => format!("{subject}{period}{status}{}{value}", self.indicator()),
            Language::English => {
                let status = if status.is_empty() {
                    String::new()
                } else {
                    format!("{status} ")
                };
                format!(
                    "{}: {status}{} {value}{period}",
                    raised(subject),
                    lowered(self.indicator())
                )
            }
        }
    }

    /// Two or more values for one cell.
    fn two_values(&self) -> String {
        let o = self.levels[0];
        let subject = subject_words(&o.subject, self.language);
        let n = count_words(self.levels.len(), self.language);
        let ends = match self.levels {
            [a, b] if self.language == Language::Chinese => format!("：{}与{}", self.value(a), self.value(b)),
            [a, b] => format!(": {} and {}", self.value(a), self.value(b)),
            _ => String::new(),
        };
        match self.language {
            Language::Chinese => format!(
                "{subject}{}的{}写了{n}个数{ends}",
                when(o.period, self.language),
                self.indicator()
            ),
            Language::English => format!(
                "{} values are stated for {} of {subject}{}{ends}",
                raised(&n),
                lowered(self.indicator()),
                when(o.period, self.language)
            ),
        }
    }

    /// One subject at several times.
    fn one_subject(&self) -> String {
        let subject = subject_words(&self.levels[0].subject, self.language);
        let classes = by_class(self.levels.iter().copied()).len();
        let mut periods: Vec<_> = self.levels.iter().map(|o| o.period).collect();
        distinct(&mut periods);
        let n = count_words(periods.len(), self.language);
        let apart = match (self.language, classes) {
            (_, 1) => "",
            (Language::Chinese, _) => "，时段长短不同，不宜相比",
            (Language::English, _) => "; they differ in length and do not compare",
        };
        match self.language {
            Language::Chinese => format!("{subject}写了{n}个时段的{}{apart}", self.indicator()),
            Language::English => format!(
                "{} states {} for {n} periods{apart}",
                raised(subject),
                lowered(self.indicator())
            ),
        }
    }

    /// Several subjects whose periods differ: what they have in common at most, never who leads.
    fn mixed_periods(&self) -> String {
        let mut periods: Vec<_> = self.levels.iter().map(|o| o.period).collect();
        let count = periods.len();
        distinct(&mut periods);
        let differ = match (self.language, periods.len() == count) {
            (Language::Chinese, true) => "但时段各不相同",
            (Language::Chinese, false) => "但时段不尽相同",
            (Language::English, true) => "each for a different period",
            (Language::English, false) => "not all for the same period",
        };
        let (all, indicator) = (self.all(), self.indicator());
        match (self.language, self.floor()) {
            (Language::Chinese, Some(floor)) => format!("{all}{indicator}都不低于{floor}，{differ}"),
            (Language::Chinese, None) => format!("{all}写了{indicator}，{differ}"),
            (Language::English, Some(floor)) => {
                format!(
                    "{} state {} of {floor} or more, {differ}",
                    raised(&all),
                    lowered(indicator)
                )
            }
            (Language::English, None) => format!("{} state {}, {differ}", raised(&all), lowered(indicator)),
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
        let (subject, value) = (subject_words(&top.subject, self.language), self.value(top));
        let (when, indicator) = (when(top.period, self.language), self.indicator());
        Some(match (self.language, rest) {
            (Language::Chinese, [other]) => {
                format!(
                    "{subject}{when}{indicator}{value}，高于{}的{}",
                    subject_words(&other.subject, self.language),
                    self.value(other)
                )
            }
            (Language::Chinese, _) => format!("{subject}{when}{indicator}{value}，居所列{}之首", self.all()),
            (Language::English, [other]) => format!(
                "{}: {} {value}{when}, above {} with {}",
                raised(subject),
                lowered(indicator),
                subject_words(&other.subject, self.language),
                self.value(other)
            ),
            (Language::English, _) => {
                format!(
                    "{}: {} {value}{when}, the highest of the {} shown",
                    raised(subject),
                    lowered(indicator),
                    self.all()
                )
            }
        })
    }

    /// From where to where, for one period.
    fn span(&self) -> String {
        let (o, all, indicator) = (self.levels[0], self.all(), self.indicator());
        let least = self
            .levels
            .iter()
            .min_by_key(|o| o.value)
            .map_or_else(String::new, |o| self.value(o));
        let most = self
            .levels
            .iter()
            .max_by_key(|o| o.value)
            .map_or_else(String::new, |o| self.value(o));
        match self.language {
            Language::Chinese if least == most => {
                format!("{all}{}{indicator}同为{most}", when(o.period, self.language))
            }
            Language::English if least == most => format!(
                "{} state the same {}{}: {most}",
                raised(&all),
                lowered(indicator),
                when(o.period, self.language)
            ),
            Language::Chinese => format!("{all}{}{indicator}从{least}到{most}", when(o.period, self.language)),
            Language::English => format!(
                "{}: {} from {least} to {most}{}",
                raised(&all),
                lowered(indicator),
                when(o.period, self.language)
            ),
        }
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
