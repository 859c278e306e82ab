//! What the checks look at: the figures of all readings with the words around them.

use super::range::Range;
use super::wording::{begins, has, starts};
use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Found, Kind, Reading, Status};
use crate::lexicon::{self, Indicator};
use crate::order::sort_by_key;
use crate::period::Period;
use crate::table::Evidence;
use crate::unit::is_money;

/// A figure in its sentence.
pub struct Fact<'a> {
    /// Which it is.
    pub at: Evidence,
    /// The figure.
    pub figure: &'a Figure,
    /// The reading that it is of.
    reading: &'a Reading,
    /// Number of its sentence; neighbouring sentences have neighbouring numbers, those of two reports have not.
    pub sentence: usize,
    /// Indices of the first figure of its sentence and of the first behind it.
    within: (usize, usize),
    /// The words between the figure before it in the sentence, or the sentence's beginning, and it.
    pub lead: &'a [char],
    /// The words from the last comma in front of it up to it, figures included.
    pub clause: &'a [char],
    /// The words from its sentence's beginning up to it, figures included.
    pub before: &'a [char],
    /// The words from it to the next figure or the sentence's end.
    pub tail: &'a [char],
    /// Its indicator, where the lexicon knows exactly this wording.
    pub known: Option<&'static Indicator>,
    /// It only describes something: 投资50亿元的项目, 亿元以上项目, 千亿元大关.
    pub describes: bool,
    /// It is an average, which is neither part nor whole of anything: 人均收入, 年均62亿元.
    pub mean: bool,
    /// The words before it open a list of parts: 其中, 包括.
    pub opens: bool,
}

/// Name of an indicator of the lexicon, subject and period.
pub type Cell<'a> = (&'a str, Option<&'a str>, Option<Period>);

/// The figures of all readings, with the words around them.
pub struct Scope<'a> {
    /// Their figures, in the order of the texts.
    pub facts: Vec<Fact<'a>>,
    /// Indices of those whose indicator the lexicon knows, by its name and then in the order of the texts.
    cells: Vec<usize>,
    /// The same, by its name, their subject, their period and then in the order of the texts.
    told: Vec<usize>,
    /// Which figures are being checked now: the first, and the first behind them.
    pub turn: (usize, usize),
}

/// Figures after which a sentence is taken for two, so that a text without full stops is checked in linear time too.
const LONG: usize = 60;

impl<'a> Scope<'a> {
    /// Puts together what the checks look at.
    pub fn new(readings: &[&'a Reading]) -> Self {
        let mut facts: Vec<Fact> = Vec::new();
        let mut sentence = 0;
        for (report, reading) in readings.iter().enumerate() {
            sentence += 9;
            let chars = reading.clean.chars.as_slice();
            let (mut before, mut opening) = (0, 0);
            for (index, figure) in reading.figures.iter().enumerate() {
                let (start, end) = (figure.span.start, figure.span.end);
                let stops = ends(&chars[before.min(start)..start]);
                let long = stops.0 == 0 && facts.len() >= LONG && facts[facts.len() - LONG].sentence == sentence;
                sentence += stops.0 + usize::from(long);
                let from = if stops.0 > 0 { before + stops.1 } else { before };
                if stops.0 > 0 || index == 0 {
                    opening = from.min(start);
                }
                before = end;
                let rest = chars.get(end..).unwrap_or_default();
                let next = reading
                    .figures
                    .get(index + 1)
                    .map_or(chars.len(), |next| next.span.start);
                let rest = &rest[..next.saturating_sub(end).min(rest.len())];
                let tail = rest.iter().position(|c| is_end(*c)).unwrap_or(rest.len());
                let opened = chars[..start].iter().rposition(|c| is_end(*c) || is_comma(*c));
                let name = figure.indicator.value.as_deref().unwrap_or_default();
                // A report comes back to the same few indicators.
                let told = facts
                    .iter()
                    .rev()
                    .take(12)
                    .find(|fact| fact.figure.indicator.value.as_deref() == Some(name));
                let entry = told.map_or_else(|| lexicon::indicator(name), |fact| fact.known);
                let lead = &chars[from.min(start)..start];
                let opened = opened.map_or(0, |at| at + 1);
                facts.push(Fact {
                    at: Evidence { report, figure: index },
                    figure,
                    reading,
                    sentence,
                    within: (0, 0),
                    lead,
                    before: &chars[opening..start],
                    clause: &chars[opened..start],
                    tail: &rest[..tail],
                    known: entry,
                    describes: describes(figure, &rest[..tail]),
                    mean: is_mean(name, &chars[opened.max(from).min(start)..start]),
                    opens: lead.iter().any(opening_sign) && has(lead, "其中|包括|包含|分为|分别|涵盖|："),
                });
            }
        }
        let mut rest = facts.as_mut_slice();
        let mut first = 0;
        while let Some(fact) = rest.first() {
            let len = rest.iter().take_while(|other| other.sentence == fact.sentence).count();
            let (same, others) = rest.split_at_mut(len);
            same.iter_mut().for_each(|fact| fact.within = (first, first + len));
            (rest, first) = (others, first + len);
        }
        let mut cells: Vec<usize> = (0..facts.len()).filter(|i| facts[*i].known.is_some()).collect();
        sort_by_key(&mut cells, |i| facts[*i].name());
        let mut told = cells.clone();
        sort_by_key(&mut told, |i| facts[*i].cell());
        let turn = (0, facts.len());
        Self {
            facts,
            cells,
            told,
            turn,
        }
    }

    /// The figures that are being checked now, with their indices.
    pub fn turn(&self) -> impl Iterator<Item = (usize, &Fact<'a>)> {
        let (from, to) = self.turn;
        (from..to).zip(&self.facts[from..to])
    }

    /// Indices of the figures before figure `i` whose indicator is its own, in the order of the texts.
    pub fn named_before(&self, i: usize) -> &[usize] {
        let named = self.named(self.facts[i].name());
        &named[..named.partition_point(|j| *j < i)]
    }

    /// Indices of the figures whose indicator has this name in the lexicon, in the order of the texts.
    pub fn named(&self, name: &str) -> &[usize] {
        let from = self.cells.partition_point(|i| self.facts[*i].name() < name);
        let len = self.cells[from..].partition_point(|i| self.facts[*i].name() == name);
        &self.cells[from..from + len]
    }

    /// Indices of the figures that state something of this cell, in the order of the texts.
    pub fn told(&self, cell: Cell) -> &[usize] {
        let from = self.told.partition_point(|i| self.facts[*i].cell() < cell);
        let len = self.told[from..].partition_point(|i| self.facts[*i].cell() == cell);
        &self.told[from..from + len]
    }

    /// Index of the first figure of the sentence of figure `i`.
    pub fn first(&self, i: usize) -> usize {
        self.facts[i].within.0
    }

    /// The amount that a percentage names as its base: 为年度计划100亿元的80%.
    pub fn base(&self, i: usize) -> Option<usize> {
        let (rate, fact) = (&self.facts[i], &self.facts[i.checked_sub(1)?]);
        let named = rate.lead == ['的']
            && rate.sentence == fact.sentence
            && has(fact.beside(), "占|为|是|相当于|完成")
            && ["%", "x"].contains(&rate.figure.unit.as_str());
        (named && fact.is_base()).then(|| i - 1)
    }

    /// Index of the first figure of the sentence before that of figure `i`, where that is the neighbour; else of its own.
    pub fn first_before(&self, i: usize) -> usize {
        let first = self.first(i);
        match first.checked_sub(1) {
            Some(last) if self.facts[last].sentence + 1 == self.facts[i].sentence => self.first(last),
            _ => first,
        }
    }

    /// Index behind the last figure of the sentence of figure `i`.
    pub fn last(&self, i: usize) -> usize {
        self.facts[i].within.1
    }
}

impl Fact<'_> {
    /// The value as printed.
    pub fn value(&self) -> Decimal {
        self.figure.value
    }

    /// What it may stand for: anything where that leaves the range of numbers.
    pub fn range(&self) -> Range {
        let quote = self.reading.clean.slice(self.figure.span);
        Range::printed(self.figure, &quote).unwrap_or(Range {
            low: Decimal::ZERO,
            high: None,
        })
    }

    /// Whether it says how much or how many there is of something that can be added up.
    pub fn is_amount(&self) -> bool {
        self.is_quantity() && !self.mean
    }

    /// Whether it says how much or how many there is, were it on average.
    pub fn is_quantity(&self) -> bool {
        self.is_base() && !self.describes
    }

    /// Whether it is a quantity but for the 的 behind it.
    fn is_base(&self) -> bool {
        let unit = self.figure.unit.as_str();
        self.figure.kind == Kind::Level && adds(unit) && self.figure.value_max.is_none()
    }

    /// Whether the words around it give it a definition of its own: 含军工项目, 剔除留抵退税, 扣除重复计算.
    pub fn is_qualified(&self) -> bool {
        const WORDS: &str = "不含|剔除|扣除|口径|重复|（含|(含|抵扣|折算|还原";
        has(self.clause, WORDS) || has(self.tail, WORDS)
    }

    /// Whether it is a percentage of this kind.
    pub fn is_rate(&self, kind: Kind) -> bool {
        self.figure.kind == kind && self.figure.unit == "%" && self.figure.value_max.is_none()
    }

    /// Whether the two are counted in the same unit.
    pub fn same_unit(&self, other: &Self) -> bool {
        self.figure.unit == other.figure.unit
    }

    /// Whether the two are about the same subject at the same time.
    pub fn same_cell(&self, other: &Self) -> bool {
        let (a, b) = (self.figure, other.figure);
        let (own, theirs) = (a.subject.value.as_deref(), b.subject.value.as_deref());
        // 全市 in a text on 昆山市 is 昆山市.
        let city =
            |all: Option<&str>, name: Option<&str>| all == Some("全市") && name.is_some_and(|n| n.ends_with('市'));
        let same = own == theirs || city(own, theirs) || city(theirs, own);
        same && a.period.value.is_some() && a.period.value == b.period.value
    }

    /// Whether both have happened, or both have not.
    pub fn same_status(&self, other: &Self) -> bool {
        (self.figure.status == Status::Actual) == (other.figure.status == Status::Actual)
    }

    /// Name of what is measured, as the lexicon spells it; empty where it is unknown.
    pub fn name(&self) -> &str {
        let own = self.figure.indicator.value.as_deref().unwrap_or_default();
        self.known.map_or(own, |known| known.name)
    }

    /// What it states something of.
    fn cell(&self) -> Cell<'_> {
        let figure = self.figure;
        (self.name(), figure.subject.value.as_deref(), figure.period.value)
    }

    /// Whether its own words name what is measured.
    pub fn is_named(&self) -> bool {
        self.figure.indicator.found == Found::Stated
    }

    /// Whether its own words name another thing than that which another figure measures.
    pub fn names_other(&self, than: &Self) -> bool {
        let (own, theirs) = (self.name(), than.name());
        self.is_named() && !own.contains(theirs) && !theirs.contains(own)
    }

    /// Whether its growth rates are at constant prices, so that they do not follow from its levels.
    pub fn is_real(&self) -> bool {
        let output = ["增加值", "生产总值", "GDP"]
            .iter()
            .any(|word| self.name().contains(word));
        output || self.known.is_some_and(|known| known.real_growth)
    }

    /// The words between the last comma or figure and it.
    pub fn beside(&self) -> &[char] {
        if self.clause.len() < self.lead.len() {
            self.clause
        } else {
            self.lead
        }
    }

    /// 4个领域, 26个国家和地区: whether fields are counted, which have no projects or companies as parts.
    pub fn counts_fields(&self) -> bool {
        const FIELDS: [&str; 8] = ["领域", "行业", "类别", "方面", "批次", "国家", "地区", "板块"];
        let name = self.name();
        FIELDS.iter().any(|field| name.ends_with(field)) || name.starts_with("国家和地区")
    }

    /// The words from it to the next comma or figure.
    pub fn behind(&self) -> &[char] {
        let end = self.tail.iter().position(|c| is_comma(*c) || *c == '、');
        &self.tail[..end.unwrap_or(self.tail.len())]
    }
}

/// Whether an indicator is an average by its name, or the words beside its figure make it one.
fn is_mean(name: &str, beside: &[char]) -> bool {
    let over = |pair: &[char]| pair[1] == '均' && "年月日户人亩村平".contains(pair[0]);
    let named = name.chars().any(|c| c == '均') || ["每", "单位", "万元"].iter().any(|word| name.starts_with(word));
    named || beside.contains(&'每') || beside.windows(2).any(over)
}

/// What the words that open a list begin with; most leads have none of it.
fn opening_sign(c: &char) -> bool {
    matches!(c, '其' | '包' | '分' | '涵' | '：')
}

/// Whether values in a unit can be added up.
fn adds(unit: &str) -> bool {
    !["%", "pp", "x", "rank", "ug/m3"].contains(&unit)
}

/// How many sentences end in a text (marks in a row count once), and where the last begins.
fn ends(text: &[char]) -> (usize, usize) {
    let mut found = (0, 0);
    for (at, c) in text.iter().enumerate() {
        if is_end(*c) {
            found.0 += usize::from(found.0 == 0 || text[found.1..at].iter().any(|c| c.is_alphanumeric()));
            found.1 = at + 1;
        }
    }
    found
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '\n')
}

/// Whether a character parts clauses.
pub fn is_comma(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | ',' | ';' | ':')
}

/// Whether a figure only describes what the words behind it name.
fn describes(figure: &Figure, tail: &[char]) -> bool {
    match tail.first() {
        Some('的' | '大' | '关' | '台' | '门' | '级' | '规') if begins(tail, "的|大关|关口|台阶|门槛|级|规模以上") =>
        {
            return true;
        }
        Some('以' | '及') => {}
        _ if figure.bound == Bound::Gt => {}
        _ => return false,
    }
    let bounds = "以上|及以上|以下|以内";
    let behind = match bounds.split('|').find(|word| starts(tail, word)) {
        Some(word) => &tail[word.chars().count()..],
        None if figure.bound == Bound::Gt && is_money(&figure.unit) => tail,
        None => return false,
    };
    behind.first().is_some_and(|c| c.is_alphanumeric())
}
