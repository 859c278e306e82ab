//! Which year a month without a year of its own belongs to: that of its sentence, else of its paragraph, else of the report so far.
//!
//! A year that is only mentioned (高新区成立于2009年; 2015年获批…) frames nothing. 年内 and months that are still planned are the report's own
//! year's, and so are months just over: in June, 1—5月.

use super::point::Point;
use super::starts;
use crate::find::era::Era;
use crate::period::{Date, Period};
use crate::prefix::{holds_one, is_one};

/// What times without a year of their own refer to.
pub struct Clock<'a> {
    chars: &'a [char],
    /// Where in the text a time may begin that is being looked at.
    pub at: usize,
    /// The report's date.
    pub date: Option<Date>,
    /// What the text counts its years in.
    pub era: Era,
    /// The year of the sentence.
    sentence: Option<i16>,
    /// The year that the paragraph speaks of.
    paragraph: Option<i16>,
    /// The year that the report speaks of so far.
    frame: Option<i16>,
    /// The year named last, if only in passing.
    last: Option<i16>,
    /// Whether something was founded in it: in a text without a date it tells nothing of what follows.
    founded: bool,
}

/// Words for what is still to be done.
const AIMS: [&str; 11] = [
    "计划", "力争", "拟", "确保", "目标", "争取", "将", "实施", "安排", "谋划", "抓好",
];

/// Words for what is to come, and for what is over but not yet counted.
const HOPES: [&str; 3] = ["预计", "有望", "可望"];

/// What a place begins with: behind such a year only its history is told.
const FOUNDED: [&str; 16] = [
    "成立", "创建", "创立", "设立", "创办", "落户", "入驻", "起步", "诞生", "建区", "建园", "获批", "升级", "挂牌",
    "启动", "始建",
];

impl<'a> Clock<'a> {
    /// Before the first character.
    pub fn new(chars: &'a [char], date: Option<Date>, era: Era) -> Self {
        Self {
            chars,
            at: 0,
            date,
            era,
            sentence: None,
            paragraph: None,
            frame: None,
            last: None,
            founded: false,
        }
    }

    /// Passes a character: sentences and paragraphs end.
    pub fn pass(&mut self, c: char) {
        if matches!(c, '。' | '！' | '？' | '\n') {
            self.sentence = None;
            self.paragraph = self.paragraph.filter(|_| c != '\n');
        }
    }

    /// Whether the words around a time tell of what is to come. Only where another year than the report's is spoken of does that matter.
    /// `hopes`: whether that may be hoped for too, or must be aimed at.
    fn planned(&self, hopes: bool) -> bool {
        let frame = self.paragraph.or(self.frame).or(self.last);
        let early = self.date.is_some_and(|d| (1..=3).contains(&d.month));
        if frame.is_none() && !early || frame.is_some() && frame == self.date.map(|d| d.year) {
            return false;
        }
        let within = |c: &&char| !matches!(c, '，' | '。' | '！' | '？' | '；' | '\n');
        let (before, behind) = self.chars.split_at(self.at);
        let from = before.iter().rev().take(24).take_while(within).count();
        let to = behind.iter().take(10).take_while(within).count();
        let around = &self.chars[self.at - from..self.at + to];
        holds_one(around, &AIMS) || hopes && holds_one(around, &HOPES)
    }

    /// The year of months `first` to `last` that name none.
    pub fn year_of(&self, first: u8, last: u8) -> Option<i16> {
        let frame = self.paragraph.or(self.frame);
        let Some(date) = self.date.filter(|_| self.sentence.is_none()) else {
            return self.sentence.or(frame).or(self.last.filter(|_| !self.founded));
        };
        // 2025年1—11月…，预计全年…, in January: of the year that is told of.
        let whole = first == 1 && last == 12 && date.month == 1 && frame == Some(date.year - 1);
        let planned = self.planned(!whole);
        // Of a report of which only the year is known all months have been.
        let month = if date.month == 0 { 12 } else { date.month };
        let to_come = planned && last >= month;
        let just_over = first == 1 && (2..12).contains(&last) && (last == month || last + 1 == month);
        if to_come || just_over {
            return Some(date.year);
        }
        let ahead = last > month && (last < 12 || first == last || month <= 3);
        let year = frame.unwrap_or(date.year);
        // 全年 in January where no year is named, and 1—11月 before they have been.
        let unnamed = frame.or(self.last).is_none();
        if unnamed && !planned && (month <= 3 && last == 12 || first == 1 && last < 12 && last > month + 2) {
            return Some(date.year - 1);
        }
        // In March 12月 is that of the year before, where the text has spoken of it.
        if year == date.year && ahead && !planned && self.last == Some(date.year - 1) {
            return self.last;
        }
        Some(year)
    }

    /// The year of a month until whose end something is counted: the last one that has been, unless the sentence names another.
    pub fn year_until(&self, month: u8) -> Option<i16> {
        let over = |date: Date| date.year - i16::from(date.month > 0 && month > date.month);
        self.sentence
            .or(self.date.map(over))
            .or_else(|| self.year_of(month, month))
    }

    /// 当年, 同年: the year named last.
    pub fn that_year(&self) -> Option<i16> {
        self.sentence.or(self.last).or(self.year_of(1, 12))
    }

    /// Takes note of the year of a time that something was counted until: 当年 may go back to it.
    pub fn mention(&mut self, period: Option<Period>) {
        self.last = period.map(|p| p.end.year).or(self.last);
    }

    /// Takes note of a time at `start..end` that names its year and says when.
    pub fn note(&mut self, chars: &[char], start: usize, end: usize, point: &Point) {
        let Some(year) = point.period.map(|p| p.end.year) else {
            return;
        };
        let before = chars[..start]
            .iter()
            .rev()
            .find(|c| !c.is_whitespace() || **c == '\n')
            .copied();
        let head = before.is_none_or(|c| is_one(c, "\n，。：；！？、）】"));
        let apart = chars.get(end) == Some(&'，');
        let age = self.date.map_or(0, |date| date.year - year);
        let first = self.last.is_none();
        if !point.relative {
            self.last = Some(year);
        }
        self.founded = history(chars, end);
        // 2011年12月成立时，…: nor does that frame what follows.
        if self.founded || founds(chars, end) {
            return;
        }
        let recent = age <= 1;
        if recent || apart || point.has_months() {
            self.sentence = Some(year);
        }
        if head && (recent || apart) {
            self.paragraph = Some(year);
        }
        // What follows 今年 is no longer of the year before.
        let back = point.relative && age == 0 && self.frame.is_some();
        if head && (back || !point.relative && (recent && age >= 0 || first && apart && age <= 3)) {
            self.frame = Some(year);
        }
    }
}

/// Whether a place or a company begins or rises at a time, and no figure of that time is told: 成立于2009年，…, 2015年获批国家级高新区，…
pub fn founded(chars: &[char], start: usize, end: usize) -> bool {
    let before = &chars[..start];
    let since = before.len() >= 3
        && before[before.len() - 1] == '于'
        && FOUNDED.iter().any(|w| starts(&before[before.len() - 3..], w));
    let built = ["始于", "建于"]
        .iter()
        .any(|w| before.len() >= 2 && starts(&before[before.len() - 2..], w));
    since || built || history(chars, end)
}

/// 2009年成立，…: what stands behind a time only tells how something began; but 2009年成立时，…: what there was then.
fn history(chars: &[char], end: usize) -> bool {
    let rest = &chars[end..];
    let len = rest
        .iter()
        .take(30)
        .take_while(|c| !is_one(**c, "，。；！？\n"))
        .count();
    let clause = &rest[..len];
    // 去年7月获批、12月封关的|某某综合保税区，…: which one it is.
    let which = clause.iter().position(|c| *c == '的').map_or(0, |de| de + 1);
    let months = clause[..which]
        .split(|c| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
        .count();
    let dated = clause[..which].iter().filter(|c| **c == '月').count() == months;
    founds(chars, end)
        && !clause.last().is_some_and(|c| is_one(*c, "时初"))
        && !clause[if dated { which } else { 0 }..].iter().any(char::is_ascii_digit)
}

/// Whether a word for a beginning stands right behind a time.
fn founds(chars: &[char], end: usize) -> bool {
    FOUNDED.iter().any(|w| starts(&chars[end..], w))
}

/// 2009年|成立以来, 2016年|考核重启以来: the length of the words that say since when.
pub fn since_then(rest: &[char]) -> Option<usize> {
    const LONGEST: usize = 12;
    let event = rest.windows(2).take(LONGEST).position(|two| two == ['以', '来'])?;
    let plain = |c: &char| !is_one(*c, "，。；、！？\n") && !c.is_ascii_digit();
    (event > 0 && rest[..event].iter().all(plain)).then_some(event + 2)
}
