//! When: the time beside a figure, or the one that is still running.
//!
//! A time holds for the rest of its sentence. One that stands before the first amount of a sentence holds for the paragraph. The year that
//! a paragraph opens with is the frame of what follows, until another paragraph opens with another year. A stock date (目前, 截至5月底)
//! holds for its own sentence only.

use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::{Found, Kind, Slot};
use crate::find::time::{Role, Time};
use crate::period::{Date, Period, PeriodClass};
use crate::text::Span;
use crate::token;
use crate::unit::is_counted;

/// The times that run on.
pub struct Running {
    frame: Slot<Period>,
    paragraph: Option<(Period, Span)>,
    /// 1—7月: the months so far that the text reports on.
    so_far: Option<(Period, Span)>,
    narrow: Option<(Period, Span)>,
    /// The year of the contest that the text tells of.
    judged: Option<(Period, Span)>,
}

impl Running {
    /// Before the first sentence: the year of the report, which nobody has stated yet.
    pub fn new(doc: &Doc) -> Self {
        let frame = match doc.date {
            Some(date) => Slot::assumed(Period::at(Date::year(date.year)), None, "report date"),
            None => Slot::unknown(),
        };
        Self {
            frame,
            paragraph: None,
            so_far: None,
            narrow: None,
            judged: None,
        }
    }

    /// Takes note of the times that a sentence sets for what follows.
    pub fn enter(&mut self, doc: &Doc, sentence: &Sentence) {
        if sentence.opens {
            // 2018年度评价结果: the places won in it are that year's, whenever the text was written.
            let year = self.paragraph.filter(|(p, _)| p.class() == PeriodClass::Year);
            let before = &doc.tokens[..sentence.range.start];
            if self.judged.is_none() && before.iter().any(|t| t.is(Classes::CONTEST)) {
                self.judged = year;
            }
            self.paragraph = None;
        }
        let tokens = &doc.tokens[sentence.range.clone()];
        let first_amount = tokens
            .iter()
            .position(|t| matches!(t.kind, token::Kind::Amount(_)))
            .unwrap_or(tokens.len());
        let mut years = 0;
        for (i, token) in tokens.iter().enumerate() {
            let token::Kind::Time(t) = token.kind else { continue };
            let time = &doc.times[t];
            // 截至今年11月底…: in a paragraph on last year, what follows is this year's.
            if let (Role::Stock, Some(period), true) = (
                time.role,
                time.period,
                i < first_amount && tokens[..i].iter().all(leads),
            ) {
                let running = self.paragraph.map(|(period, _)| period).or(self.frame.value);
                if running.is_some_and(|p| p.end.year < period.end.year) {
                    self.paragraph = Some((Period::at(Date::year(period.end.year)), time.span));
                }
            }
            if time.role == Role::Same && i < first_amount {
                self.paragraph = self.narrow.or(self.paragraph);
            }
            if let Some(period) = time
                .period
                .filter(|_| i < first_amount && self.reaches(doc, sentence, tokens, i, time))
            {
                self.so_far = Some((period, time.span));
                if time.role == Role::Stock {
                    self.paragraph = self.so_far;
                }
            }
            let Some(period) = time.period.filter(|_| matches!(time.role, Role::When | Role::Over)) else {
                continue;
            };
            let year = period.class() == PeriodClass::Year;
            years += usize::from(year);
            // 由2019年的6家增加到14家: the time of the start alone.
            let next = tokens[i + 1..].iter().find(|t| !matches!(t.kind, token::Kind::Time(_)));
            let start = next.is_some_and(|t| t.is(Classes::DE))
                && tokens[..i]
                    .iter()
                    .rev()
                    .find(|t| !matches!(t.kind, token::Kind::Time(_)))
                    .is_some_and(|t| t.is(Classes::FROM));
            if i < first_amount && !start {
                if self.frames(doc, sentence, tokens, i) {
                    self.frame = Slot::inherited(period, time.span, "frame");
                    self.so_far = self.so_far.filter(|_| !year);
                }
                self.paragraph = Some((period, time.span));
            }
            if !year {
                self.narrow = Some((period, time.span));
            }
        }
        // 2020年只有2家，2023年已是9家: neither year runs on.
        if years > 1 {
            self.paragraph = None;
        }
    }

    /// Whether the time at token `i` of a sentence frames what follows: a year that a paragraph opens with or that stands apart at the head of a
    /// clause, or whatever the text names first.
    fn frames(&self, doc: &Doc, sentence: &Sentence, tokens: &[token::Token], i: usize) -> bool {
        let token::Kind::Time(t) = tokens[i].kind else {
            return false;
        };
        let time = &doc.times[t];
        let (Some(period), Role::When) = (time.period, time.role) else {
            return false;
        };
        if relative_past(doc, time) || period.class() == PeriodClass::Day {
            return false;
        }
        let year = period.class() == PeriodClass::Year;
        let first = self.frame.found == Found::Assumed;
        let head = tokens[..i].iter().all(leads);
        let clause = i == 0 || tokens[i - 1].is_mark("，：；");
        // 2023年，…, 2023年是… and 2023年园区…, but not 2019年评估.
        let apart = tokens.get(i + 1).is_some_and(|t| {
            t.is_mark("，")
                || t.is(Classes::COPULA.or(Classes::SELF))
                || matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place)
        });
        let opening = first
            && doc.tokens[..sentence.range.start]
                .iter()
                .all(|t| doc.amount(t).is_none());
        // 二、2017年工作安排.
        let title = sentence.heading && !relative(doc, time);
        year && (head && sentence.opens || title)
            || year && apart && clause && (head || first || !relative(doc, time))
            || opening && apart
    }

    /// Whether the time at token `i` tells how far the report's figures reach: 1—7月 at the head of a paragraph, or of a clause before all figures.
    fn reaches(&self, doc: &Doc, sentence: &Sentence, tokens: &[token::Token], i: usize, time: &Time) -> bool {
        let months = time
            .period
            .is_some_and(|p| p.start.is_some_and(|s| s.month == 1) && p.end.month > 1);
        let until = time.role == Role::Stock && doc.chars[time.span.start] == '截' && !now(doc, time);
        let head = tokens[..i].iter().all(leads);
        let clause = i == 0 || tokens[i - 1].is_mark("，：；");
        let first = || {
            doc.tokens[..sentence.range.start]
                .iter()
                .all(|t| doc.amount(t).is_none())
        };
        (months && !relative_past(doc, time) && time.role == Role::When || until && head)
            && (head && sentence.opens || clause && first())
    }

    /// 由去年同期的68.4%提高到72.9%: the months that the sentence speaks of, a year earlier.
    fn year_before(&self, doc: &Doc, left: &[token::Token], time: &Time) -> Slot<Period> {
        let told = left.iter().rev().find_map(|t| match t.kind {
            token::Kind::Time(t) => doc.times[t].period.filter(|_| doc.times[t].role == Role::When),
            _ => None,
        });
        let running = told.or(self.paragraph.map(|(period, _)| period)).or(self.frame.value);
        let part = running.filter(|p| p.start.is_some_and(|s| s.month > 0));
        match (part, time.period) {
            (Some(part), Some(year)) if part.end.year == year.end.year + 1 => {
                Slot::stated(earlier(part), time.span, "sentence")
            }
            _ => stated(time),
        }
    }

    /// 上年末 in a report on 2019 is the end of 2018, whenever the report was written.
    fn before_running(&self, time: &Time) -> Slot<Period> {
        let running = self.paragraph.map(|(period, _)| period).or(self.frame.value);
        match time
            .period
            .filter(|p| running.is_some_and(|now| now.end.year == p.end.year))
        {
            Some(period) => Slot::stated(earlier(period), time.span, "sentence"),
            None => stated(time),
        }
    }

    /// The frame; for sums and rates of the same year, the months that the report reaches.
    fn framed(&self, doc: &Doc, draft: &Draft) -> Slot<Period> {
        let flow = draft.kind == Kind::Level
            && draft.project.is_none()
            && crate::unit::is_money(doc.amounts[draft.amount].unit);
        let rate = matches!(draft.kind, Kind::Change | Kind::Share | Kind::Completion);
        let place = draft.kind == Kind::Rank || draft.unit == Some("rank");
        if let Some((period, span)) = self.judged.filter(|_| place && self.frame.found == Found::Assumed) {
            return Slot::inherited(period, span, "judged");
        }
        match self.so_far.filter(|_| flow || rate) {
            Some((period, span)) if self.frame.value.is_some_and(|p| p.end.year == period.end.year) => {
                Slot::inherited(period, span, "so far")
            }
            _ => self.frame.clone(),
        }
    }

    /// 近三年 counts back from the year that is spoken of, else from the report's.
    fn up_to_running(&self, time: &Time) -> Slot<Period> {
        let running = self.paragraph.map(|(period, _)| period).or(self.frame.value);
        match (time.period, running) {
            (
                Some(Period {
                    start: Some(start),
                    end,
                }),
                Some(now),
            ) if now.end.year < end.year => {
                let back = end.year - now.end.year;
                let over = Period::between(Date::year(start.year - back), Date::year(now.end.year));
                Slot::stated(over, time.span, "sentence")
            }
            _ => stated(time),
        }
    }

    /// The period of a draft.
    pub fn slot(&self, doc: &Doc, sentence: &Sentence, draft: &Draft) -> Slot<Period> {
        let left = &doc.tokens[sentence.range.start..draft.at];
        let time_of = |token: &token::Token| match token.kind {
            token::Kind::Time(t) => Some(&doc.times[t]),
            _ => None,
        };
        // 去年同期: the two words are one time.
        let joint = |i: usize| {
            let same = left.get(i).and_then(time_of).is_some_and(|t| t.role == Role::Same);
            same && i > 0 && time_of(&left[i - 1]).is_some() && left[i - 1].span.end == left[i].span.start
        };
        let said = left.iter().enumerate().rev().find_map(|(i, token)| {
            let time = time_of(token).filter(|t| !matches!(t.role, Role::Base | Role::Vague) && !joint(i))?;
            // 完成年初计划的103.9%: a plan's name.
            if left
                .get(i + 1)
                .is_some_and(|t| t.span.start == time.span.end && doc.is_word(t, &["计划", "目标", "任务"]))
            {
                return None;
            }
            let behind = &left[i + 1 + usize::from(joint(i + 1))..];
            let over = time.role == Role::Over && holds_now(doc, behind, draft);
            let lately = time.role == Role::Lately && behind.iter().skip(1).any(|t| t.is_mark("，；"));
            (!of_origin(doc, behind) && !over && !lately).then_some(time)
        });
        if draft.origin {
            let near = left.len().saturating_sub(4);
            let own = (near..left.len()).rev().filter(|i| !joint(*i)).find_map(|i| {
                let time = time_of(&left[i]).filter(|t| t.role != Role::Base && t.period.is_some())?;
                Some((i, time))
            });
            return match own {
                Some((i, time)) if joint(i + 1) => self.year_before(doc, &left[..i], time),
                // 上年末 is the year before the one that is spoken of.
                Some((_, time)) if doc.chars[time.span.start] == '上' => self.before_running(time),
                Some((_, time)) => stated(time),
                None => Slot::unknown(),
            };
        }
        // 较2020年的2410亿元增加…: a time right before its amount is that amount's.
        let own = left
            .iter()
            .rev()
            .find(|t| !t.is(Classes::DE.or(Classes::COPULA)))
            .and_then(time_of);
        if let Some(time) = own.filter(|t| t.role == Role::Base && t.period.is_some() && draft.kind == Kind::Level) {
            return stated(time);
        }
        let name = draft.indicator.value.as_deref().unwrap_or_default();
        if timeless(doc, left) {
            return Slot::unknown();
        }
        let slot = match said {
            Some(time) if time.role == Role::Stock && acted(doc, sentence, draft) => match (doc.date, time.period) {
                // 目前已收购2家: what has been done by now was done in the year.
                (Some(date), Some(p)) if p.end == date.without_day() => {
                    Slot::stated(Period::at(Date::year(date.year)), time.span, "so far")
                }
                _ => stated(time),
            },
            Some(time) if time.role == Role::Same => match self.narrow {
                Some((period, span)) => Slot::inherited(period, span, "same time"),
                None => self.frame.clone(),
            },
            // 2019年，…，近三年年均增长18.7%: the three years up to the one spoken of.
            Some(time) if time.role == Role::Lately => self.up_to_running(time),
            Some(time) => stated(time),
            None => match self.paragraph {
                Some((period, span)) => Slot::inherited(period, span, "paragraph"),
                None => self.framed(doc, draft),
            },
        };
        // 高新技术企业已超5600家 in a report on last year: by now.
        let already = left
            .last()
            .is_some_and(|t| doc.is_word(t, &["已", "已达", "已有", "已经"]));
        let past = slot.value.zip(doc.date).is_some_and(|(p, now)| p.end.year < now.year);
        if already
            && past
            && said.is_none()
            && draft.kind == Kind::Level
            && let Some(date) = doc.date
        {
            return Slot::assumed(Period::until(date.without_day()), None, "by now");
        }
        if draft.basis.as_deref() == Some("annual-average") {
            return averaged(doc, left, slot);
        }
        // A plan for the year is the year's, whenever it is spoken of.
        if draft.kind == Kind::Level && ["年计划", "年度计划", "年度投资"].iter().any(|w| name.contains(w)) {
            return Slot {
                value: slot.value.map(|p| Period::at(Date::year(p.end.year))),
                ..slot
            };
        }
        slot
    }
}

/// 到2025年较2020年…年均增长10%, 今年…五年年均增长16%: an average is over all its years.
fn averaged(doc: &Doc, left: &[token::Token], slot: Slot<Period>) -> Slot<Period> {
    let Some(last) = slot.value.filter(|p| p.class() == PeriodClass::Year) else {
        return slot;
    };
    let base = left.iter().rev().find_map(|t| match t.kind {
        token::Kind::Time(i) if doc.times[i].role == Role::Base => doc.times[i].period.map(|p| p.end.year),
        _ => None,
    });
    let years = left.iter().rev().take(3).find_map(|t| {
        let amount = doc.amount(t).filter(|a| a.unit == "year")?;
        (2..=50).find(|n| crate::decimal::Decimal::new(i128::from(*n), 0) == amount.value)
    });
    let first = years.map(|n: i16| last.end.year - n + 1).or(base);
    match first.filter(|first| *first < last.end.year) {
        Some(first) => Slot {
            value: Some(Period::between(Date::year(first), Date::year(last.end.year))),
            ..slot
        },
        None => slot,
    }
}

/// 截至目前, 截至发稿: no date.
fn now(doc: &Doc, time: &Time) -> bool {
    !doc.chars[time.span.start..time.span.end]
        .iter()
        .any(|c| matches!(c, '月' | '年'))
}

/// The same months a year earlier.
fn earlier(period: Period) -> Period {
    let back = |date: Date| Date {
        year: date.year - 1,
        ..date
    };
    Period {
        start: period.start.map(back),
        end: back(period.end),
    }
}

fn stated(time: &Time) -> Slot<Period> {
    match time.period {
        Some(period) => Slot::stated(period, time.span, "sentence"),
        None => Slot::unknown(),
    }
}

/// What may stand before a time that opens a paragraph: the zone, an adverb, a preposition.
fn leads(token: &token::Token) -> bool {
    matches!(token.kind, token::Kind::Zone(_))
        || token.is(Classes::SELF.or(Classes::ADVERB).or(Classes::PREP))
        || token.is_mark("，")
}

/// 从2020年的57家增加到100家: whether a time belongs to the start of a move, seen from what stands behind it.
fn of_origin(doc: &Doc, behind: &[token::Token]) -> bool {
    let amount = behind.iter().position(|t| matches!(t.kind, token::Kind::Amount(_)));
    let Some(amount) = amount.filter(|a| {
        *a <= 2
            && behind[..*a]
                .iter()
                .all(|t| t.is(Classes::DE.or(Classes::COPULA).or(Classes::ADVERB)))
    }) else {
        return false;
    };
    let clause = behind[amount + 1..].iter().take_while(|t| !t.is_mark("，；"));
    let before = doc.chars[..behind[0].span.start]
        .iter()
        .rev()
        .take(12)
        .take_while(|c| !"，。；\n".contains(**c));
    clause.clone().any(|t| t.is(Classes::TO)) && before.clone().any(|c| matches!(c, '从' | '由' | '自'))
}

/// 市场主体已有7.16万户: a level of now, though the sentence began with a span of years.
fn holds_now(doc: &Doc, behind: &[token::Token], draft: &Draft) -> bool {
    let counts = is_counted(doc.amounts[draft.amount].unit);
    let now = |t: &token::Token| {
        doc.is_word(t, &["已有", "现有", "拥有", "已达", "共有"]) || counts && doc.is_word(t, &["达", "达到"])
    };
    behind.iter().rev().take(3).any(now)
}

/// 达产后年产值可达…, 以往要花…: nobody says when.
fn timeless(doc: &Doc, left: &[token::Token]) -> bool {
    // 从原来的19个减少到11个: the end of a move is of now.
    if left.last().is_some_and(|t| t.is(Classes::TO)) {
        return false;
    }
    // 项目建成后年发电21亿千瓦时，可节约标准煤63万吨: once said, it holds for what it will bring.
    let ahead = left
        .iter()
        .rev()
        .take_while(|t| !t.is_mark("；") && !matches!(t.kind, token::Kind::Time(_)));
    let brings = |t: &token::Token| {
        let words = &doc.chars[t.span.start..t.span.end];
        ["建成后", "达产后", "投产后"]
            .iter()
            .any(|w| w.chars().eq(words.iter().copied().skip(words.len().saturating_sub(3))))
    };
    if ahead.clone().any(brings) {
        return true;
    }
    let clause = left.iter().rev().take_while(|t| !t.is_mark("，；"));
    let Some(start) = clause.last().map(|t| t.span.start) else {
        return false;
    };
    let end = left.last().map_or(0, |t| t.span.end);
    let words: String = doc.chars[start..end.max(start)].iter().collect();
    const TIMELESS: [&str; 10] = [
        "达产后",
        "投产后",
        "建成后",
        "达标后",
        "以往",
        "此前",
        "过去",
        "原来",
        "原先",
        "最初",
    ];
    TIMELESS.iter().any(|w| words.contains(w))
}

/// Whether the figure tells of something done (购置, 收购) rather than of a stock; a sum, a rate and progress do.
fn acted(doc: &Doc, sentence: &Sentence, draft: &Draft) -> bool {
    if !is_counted(doc.amounts[draft.amount].unit) {
        return true;
    }
    let before = &doc.tokens[sentence.range.start..draft.at];
    let verb = before.iter().rev().find(|t| !t.is(Classes::ADVERB.or(Classes::EACH)));
    verb.is_some_and(|t| t.is(Classes::VERB) && !doc.is_word(t, &["拥有", "打造", "获得", "达到"]))
}

/// A year told from the report's, not by its number.
fn relative(doc: &Doc, time: &Time) -> bool {
    !doc.chars[time.span.start].is_ascii_digit()
}

/// 去年, 上年: a look back that frames its own paragraph only.
fn relative_past(doc: &Doc, time: &Time) -> bool {
    matches!(doc.chars.get(time.span.start), Some('去' | '上' | '前'))
}
