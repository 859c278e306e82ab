//! Cue words: what tells how a figure is meant. The words are data (`data/lexicon/cues.toml`); the classes are what the rules know.

use crate::figure::Bound;
use crate::prefix::{Letters, Sieve, Words};
use std::sync::LazyLock;

/// A set of classes; most words have one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

// The bits follow `CLASSES` in `data/build/words.rs`.
classes! {
    /// Growth: 增长, 提高.
    RISE = 0;
    /// Decline: 下降, 压减.
    FALL = 1;
    /// Against the same time a year before: 同比.
    YOY = 2;
    /// Against the time before: 环比.
    MOM = 3;
    /// Average over years: 年均.
    ANNUAL = 4;
    /// Part of a whole: 占.
    SHARE = 5;
    /// 完成.
    DONE = 6;
    /// What a completion is measured against: 年度计划.
    PLAN = 7;
    /// A place in an order: 位居.
    RANK = 8;
    /// A distance: 高于.
    GAP = 9;
    /// 比, 较.
    COMPARE = 10;
    /// 高, 快, 低.
    HIGH = 11;
    /// Joins a noun phrase and its amount: 为, 达到.
    COPULA = 12;
    /// The end of a move: 到, 增至.
    TO = 13;
    /// The start of a move: 从, 由.
    FROM = 14;
    /// Adverbs and particles, never part of a noun phrase.
    ADVERB = 15;
    /// Prepositions.
    PREP = 16;
    /// 和, 与, 及.
    CONJ = 17;
    /// 的.
    DE = 18;
    /// 其中.
    AMONG = 19;
    /// 分别.
    RESPECTIVE = 20;
    /// 各.
    EACH = 21;
    /// 预计.
    EXPECTED = 22;
    /// 计划, 将.
    PLANNED = 23;
    /// Wholes and fields of comparison: 全市, 全国.
    WHOLE = 24;
    /// The report's own zone: 全区, 园区.
    SELF = 25;
    /// Verbs with the measured thing as object.
    VERB = 26;
    /// Nouns that end a counted phrase: 企业, 项目.
    HEAD = 27;
    /// Verbs that give a title: 获评.
    AWARD = 28;
    /// Nouns that say little alone: 总投资.
    GENERIC = 29;
    /// Endings of organisations' names: 有限公司.
    ORG = 30;
    /// What ranks are given in: 评估, 考核.
    CONTEST = 31;
    /// An ordinary word that holds a cue as a part: 对接会.
    PLAIN = 32;
}

impl Classes {
    /// No class: an unknown word.
    pub const NONE: Self = Self(0);

    /// Either of two sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a class of `other` is among these.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

include!(concat!(env!("OUT_DIR"), "/cues.rs"));

/// The cue words, and the sets of classes that they stand for.
static CUES: LazyLock<(Words, Vec<Classes>)> = LazyLock::new(|| {
    let lines = || CUE_LINES.lines().filter_map(|line| line.split_once('\t'));
    let words = (0..)
        .zip(lines())
        .flat_map(|(set, (_, words))| words.split('|').map(move |word| (word, set)));
    let classes = lines().map(|(bits, _)| Classes(u64::from_str_radix(bits, 16).unwrap_or_default()));
    (Words::new(words), classes.collect())
});

/// The longest cue word at the start of `chars`: its length in characters and its classes.
pub fn longest(chars: &[char]) -> Option<(usize, Classes)> {
    let (words, classes) = &*CUES;
    let (len, set) = words.longest(Letters::exact(chars))?;
    Some((len, classes[usize::from(set)]))
}

/// Whether a name says little alone, as 总投资 does: it is about whatever was counted before.
pub fn is_generic(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    longest(&chars).is_some_and(|(len, classes)| len == chars.len() && classes.any(Classes::GENERIC.or(Classes::HEAD)))
}

/// Words by which names are told.
pub struct Endings {
    words: Words,
    /// The same words from their last letter to their first.
    backwards: Words,
}

impl Endings {
    /// Words that are parted by `|`, and the same words backwards.
    fn new(words: &'static str, backwards: &'static str) -> Self {
        let table = |words: &'static str| Words::new(words.split('|').map(|word| (word, 0)));
        Self {
            words: table(words),
            backwards: table(backwards),
        }
    }

    /// The letters that they begin with.
    pub fn first_letters(&self) -> &Sieve {
        self.words.first_letters()
    }

    /// The length of the longest that ends `chars`.
    pub fn ending(&self, chars: &[char]) -> Option<usize> {
        let found = self.backwards.longest(Letters::backwards(chars));
        found.map(|(len, _)| len)
    }

    /// The length of the longest that begins `chars`.
    pub fn beginning(&self, chars: &[char]) -> Option<usize> {
        self.words.longest(Letters::exact(chars)).map(|(len, _)| len)
    }
}

/// A table of words of bound, which stand in a line for each of [`BOUNDS`].
fn bounds(lines: &'static str) -> Words {
    let words = |(bound, line): (u16, &'static str)| line.split('|').map(move |word| (word, bound));
    Words::new((0..).zip(lines.split('\n')).flat_map(words))
}

/// The word of bound that ends right before the end of `chars`, with its length.
pub fn bound_before(chars: &[char]) -> Option<(usize, Bound)> {
    bound(BEFORE.longest(Letters::backwards(chars)))
}

/// The word of bound between numeral and unit at the start of `chars`, with its length.
pub fn bound_inside(chars: &[char]) -> Option<(usize, Bound)> {
    bound(INSIDE.longest(Letters::exact(chars)))
}

/// The word of bound behind a unit at the start of `chars`, with its length.
pub fn bound_after(chars: &[char]) -> Option<(usize, Bound)> {
    bound(AFTER.longest(Letters::exact(chars)))
}

fn bound(found: Option<(usize, u16)>) -> Option<(usize, Bound)> {
    found.map(|(len, bound)| (len, BOUNDS[usize::from(bound)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(usize, Classes)>) {
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(longest(&chars), expect, "{text}");
    }

    #[test]
    fn the_longest_word_wins() {
        check("增长8%", Some((2, Classes::RISE)));
        check("对接会", Some((3, Classes::PLAIN)));
        check("对企业", Some((1, Classes::PREP)));
        check("瓷", None);
        check("", None);
    }
}
