//! When: the time beside a figure, or the one that is still running.
//!
//! A time holds for the rest of its sentence. One that stands before the first amount of a sentence holds for the paragraph. The year that
//! a paragraph opens with is the frame of what follows, until another paragraph opens with another year. A stock date (目前, 截至5月底)
//! holds for its own sentence only.

mod frame;
mod year;

use super::reach::{after_beginning, began, behind, bracketed, names_event, reaches, reported, tells_event, told_on};
use super::sentence::{Doc, Draft, Sentence, clause_start};
use super::tense::{
    acted, anew, averaged, begins, by_now, by_the_way, earlier, first_of, goes_on, holds, holds_now, last_of, leads,
    of_origin, relative, relative_past, since, so_far, timeless,
};
use crate::cue::Classes;
use crate::figure::{Found, Kind, Slot};
use crate::find::time::Role;
use crate::period::{Date, Period, PeriodClass};
use crate::prefix::List;
use crate::text::Span;
use crate::token;
use year::{at_meeting, of_the_year, so_far_in, stated, this_year, told_before, undated, up_to_month, year_of};

/// The times that run on.
pub struct Running {
    frame: Slot<Period>,
    paragraph: Option<(Period, Span)>,
    /// Whether the paragraph's time only tells of an event: 2010年与某区合并。
    event: bool,
    /// 1—7月: the months so far that the text reports on.
    so_far: Option<(Period, Span)>,
    /// Whether the headline says so.
    titled: bool,
    narrow: Option<(Period, Span)>,
    /// The year of the contest that the text tells of.
    judged: Option<(Period, Span)>,
    /// Whether a contest has been named.
    contest: bool,
    /// Whether a figure has been stated.
    begun: bool,
}

impl Running {
    /// Before the first sentence: the year of the report, which nobody has stated yet.
    pub fn new(doc: &Doc) -> Self {
        Self {
            frame: this_year(doc),
            paragraph: None,
            event: false,
            so_far: None,
            titled: false,
            narrow: None,
            judged: None,
            contest: false,
            begun: false,
        }
    }

    /// Takes note of the times that a sentence sets for what follows.
    pub fn enter(&mut self, doc: &Doc, sentence: &Sentence) {
        if sentence.opens {
            // 2018年度评价结果: the places won in it are that year's, whenever the text was written.
            let year = self.paragraph.filter(|(p, _)| p.class() == PeriodClass::Year);
            if self.judged.is_none() && self.contest {
                self.judged = year;
            }
            self.paragraph = None;
            // 记者：…: a new question.
            let asks = doc.tokens[sentence.range.clone()].get(..2);
            if asks.is_some_and(|two| doc.is_word(&two[0], &["记者", "问"]) && two[1].is_mark("：")) {
                self.so_far = None;
            }
        }
        let tokens = &doc.tokens[sentence.range.clone()];
        // 全市6个开发区|上半年完成…, 全省现有高新区19家，|上半年…: how many there are is told by the way.
        let amount = |t: &token::Token| matches!(t.kind, token::Kind::Amount(_));
        let counts = |i: usize| {
            let told = |t: &token::Token| amount(t) || matches!(t.kind, token::Kind::Mark(_) | token::Kind::Time(_));
            let zones = tokens[i + 1..].iter().take_while(|t| !told(t));
            let many = |t: Option<&token::Token>| t.is_some_and(|t| t.is(Classes::SELF.or(Classes::WHOLE)));
            let before = i > 0
                && doc.counts(&tokens[i])
                && many(tokens.get(i - 1))
                && tokens.get(i + 1).is_some_and(|t| t.is_mark("，"));
            let next = i + 1 + zones.clone().count() + usize::from(before);
            tokens.get(next).is_some_and(|t| matches!(t.kind, token::Kind::Time(_))) && (before || many(zones.last()))
        };
        let mut amounts = (0..tokens.len()).filter(|i| amount(&tokens[*i]));
        let first_amount = match amounts.next() {
            Some(first) if counts(first) => amounts.next(),
            first => first,
        };
        let first_amount = first_amount.unwrap_or(tokens.len());
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
                let span = |p: Period| p.class() == PeriodClass::Years && p.end.year == period.end.year;
                if running.is_some_and(|p| p.end.year < period.end.year || span(p)) {
                    self.paragraph = Some((Period::at(Date::year(period.end.year)), time.span));
                }
            }
            if time.role == Role::Same && i < first_amount {
                self.paragraph = self.narrow.or(self.paragraph);
            }
            if let Some(period) = time
                .period
                .filter(|_| i < first_amount && self.reaches(doc, sentence, tokens, i, time))
                .filter(|_| !names_event(doc, tokens, i, time))
            {
                self.titled |= sentence.heading;
                let nine = self.so_far.map(|(wide, _)| wide).or(self.frame.value);
                let kept = nine.is_some_and(|wide| goes_on(wide, period));
                if !kept {
                    self.so_far = Some((period, time.span));
                }
                if time.role == Role::Stock {
                    self.paragraph = Some((period, time.span));
                }
            }
            // 截至2019年底，…: in a text without a date, the year of what is not counted at its end.
            let told = time.role == Role::Stock && !tells_event(doc, &tokens[i + 1..]);
            let ends = year_of(time).filter(|_| told && self.frame.value.is_none() && undated(doc));
            if let Some(year) = ends {
                self.frame = Slot::inherited(Period::at(Date::year(year)), time.span, "frame");
            }
            let Some(period) = time.period.filter(|_| matches!(time.role, Role::When | Role::Over)) else {
                continue;
            };
            if self.told_year(doc, time).is_some() {
                continue;
            }
            let past = undated(doc) && after_beginning(doc, &tokens[i + 1..]);
            if past || began(doc, &tokens[i + 1..], time) || names_event(doc, tokens, i, time) {
                continue;
            }
            let year = period.class() == PeriodClass::Year;
            years += usize::from(year);
            // 由2019年的6家增加到14家: the time of the start alone.
            let next = tokens[i + 1..].iter().find(|t| !matches!(t.kind, token::Kind::Time(_)));
            let start = next.is_some_and(|t| t.is(Classes::DE) || amount(t) && !relative(doc, time))
                && tokens[..i]
                    .iter()
                    .rev()
                    .find(|t| !matches!(t.kind, token::Kind::Time(_)))
                    .is_some_and(|t| t.is(Classes::FROM));
            let mut within = false;
            // 全省107家开发区2019年实现…: the first year of a text without a date.
            let sums_up = || doc.chars[time.span.end..].starts_with(&['总', '结']);
            let told = || !tells_event(doc, &tokens[i + 1..]) || sums_up();
            // 2021年上半年，…，而去年同期只有3.1亿元: what the text reports on is known.
            let past = relative_past(doc, time) && self.so_far.is_some();
            if year && !past && !start && undated(doc) && self.frame.value.is_none() && told() {
                self.frame = Slot::inherited(period, time.span, "frame");
            }
            // 1月18日，某某大会召开。: a day on which nothing is counted.
            let day = period.class() == PeriodClass::Day && first_amount == tokens.len()
                || told_on(doc, &tokens[i + 1..], time);
            if i < first_amount && !start {
                if self.frames(doc, sentence, tokens, i) {
                    self.frame = Slot::inherited(reported(doc, time, period), time.span, "frame");
                    self.so_far = self.so_far.filter(|_| !year);
                }
                // 1-7月…；其中7月…: a month within what the paragraph speaks of, or a plan within a clause, is told by the way.
                let part = period
                    .start
                    .is_some_and(|s| s.day == 0 && (s.month > 1 || s.month > 0 && s == period.end));
                let wide = self.paragraph.or(self.so_far.filter(|_| !sentence.opens));
                let wide = wide.map(|(wide, _)| wide).or(self
                    .frame
                    .value
                    .filter(|_| !sentence.opens && self.frame.found != Found::Assumed));
                within = part && wide.is_some_and(|wide| holds(wide, period));
                if !within && !day && !by_the_way(doc, tokens, i) && !self.milestone(doc, &tokens[i + 1..], period) {
                    self.paragraph = Some((period, time.span));
                    self.event = tells_event(doc, &tokens[i + 1..]);
                }
            }
            if !year && !day && !within && i < first_amount && !self.narrow.is_some_and(|(wide, _)| holds(wide, period))
            {
                self.narrow = Some((period, time.span));
            }
        }
        self.begun |= first_amount < tokens.len() && !sentence.heading;
        self.contest |= tokens.iter().any(|t| t.is(Classes::CONTEST));
        // 2020年只有2家，2023年已是9家: neither year runs on.
        if years > 1 {
            self.paragraph = None;
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
            if !reaches(doc, left, i, time) {
                return None;
            }
            let behind = &left[i + 1 + usize::from(joint(i + 1))..];
            let over = time.role == Role::Over && holds_now(doc, behind, draft);
            let parted = behind.iter().any(|t| t.is_mark("，；"));
            let aside = time.role == Role::Over && parted && by_the_way(doc, left, i);
            let lately = time.role == Role::Lately && behind.iter().skip(1).any(|t| t.is_mark("，；"));
            (!of_origin(doc, behind) && !over && !lately && !aside).then_some((i, time))
        });
        // 上年同期为89.6万辆: the same months a year before those that are spoken of.
        if let Some((i, time)) = said.filter(|(i, time)| joint(i + 1) && relative_past(doc, time)) {
            return self.year_before(doc, &left[..i], time);
        }
        let clause = clause_start(sentence, draft.at);
        // 从开工到投产只用了9个月: how long something takes is of no months but those of its own clause.
        let named = draft
            .indicator
            .value
            .as_ref()
            .is_some_and(|name| name.ends_with("用时") || name.ends_with("间隔"));
        let mean = || left.iter().rev().take(4).any(|t| doc.is_word(t, &["平均"]));
        let takes = draft.indicator.rule == "duration" && named && !mean();
        let said = said
            .filter(|(i, _)| sentence.range.start + i >= clause || !takes)
            .map(|(_, time)| time);
        // 首期20万辆产能去年底建成: what stands in the clause itself comes before what runs on.
        let own_clause = &doc.tokens[clause..draft.at];
        let rest = &doc.tokens[draft.at + 1..sentence.range.end];
        let said = (draft.kind == Kind::Level && !draft.origin)
            .then(|| behind(doc, own_clause, rest))
            .flatten()
            .or(said);
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
                Some((_, time)) if begins(doc, time) => first_of(time),
                Some((_, time)) => stated(time),
                None => since(doc, left),
            };
        }
        // 2010年到2019年，…增长到660亿元: the end of a move is of the last year.
        if let Some(time) = said
            .filter(|t| matches!(t.role, Role::Over | Role::Lately) && left.last().is_some_and(|w| w.is(Classes::TO)))
        {
            return last_of(time);
        }
        // 较2020年的2410亿元增加…: a time right before its amount is that amount's.
        // 比去年|全年47万标箱多出10万: the year is that of the word before.
        let own = left
            .iter()
            .rev()
            .find(|t| !t.is(Classes::DE.or(Classes::COPULA)) && !doc.is_year_word(t.span))
            .and_then(time_of);
        let states = matches!(draft.kind, Kind::Level | Kind::Rank);
        if let Some(time) = own.filter(|t| t.role == Role::Base && t.period.is_some() && states) {
            // 2013年…，比上年的47万标箱净增…, whenever that was written.
            let now = left
                .iter()
                .rev()
                .find_map(|t| time_of(t).filter(|t| t.role == Role::When)?.period);
            let told = now
                .filter(|now| relative_past(doc, time) && time.period.is_some_and(|p| p.end.year + 1 != now.end.year));
            return told.map_or_else(|| stated(time), |now| Slot::stated(earlier(now), time.span, "sentence"));
        }
        let name = draft.indicator.value.as_deref().unwrap_or_default();
        if timeless(doc, left) {
            return Slot::unknown();
        }
        let said = said.or_else(|| bracketed(doc, rest));
        let slot = match said {
            // 2020年末，…，较2015年增加13个: what changed by the end of a year changed in it.
            Some(time)
                if time.role == Role::Stock
                    && (draft.kind == Kind::Change || anew(draft))
                    && year_of(time).is_some() =>
            {
                let year = year_of(time).map(|year| Period::at(Date::year(year)));
                year.map_or_else(Slot::unknown, |year| Slot::stated(year, time.span, "by its end"))
            }
            Some(time) if let Some(months) = up_to_month(doc, left, draft, time) => {
                Slot::stated(months, time.span, "so far")
            }
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
            // 截至11月底，今年已开行…: what has been done in the year by then.
            Some(time)
                if relative(doc, time)
                    && let Some(until) = so_far_in(doc, left, time) =>
            {
                Slot::stated(until, time.span, "so far")
            }
            // 明年计划安排项目300个，年内完成投资…: within the year that the sentence began with.
            Some(time) if let Some(year) = told_before(doc, left, time) => stated(year),
            Some(time) if self.told_year(doc, time).is_some() => self.frame.clone(),
            // 2019年，…，近三年年均增长18.7%: the three years up to the one spoken of.
            Some(time) if time.role == Role::Lately => self.up_to_running(time),
            Some(time) if let Some(years) = self.summed_up(doc, time) => Slot::stated(years, time.span, "sentence"),
            Some(time) => stated(time),
            None if takes => Slot::unknown(),
            // 会上签约项目41个: as the report is written.
            None if !undated(doc) && at_meeting(doc, left) => this_year(doc),
            // 某港建设启动以来，…: since an event that is not dated, up to now.
            None if draft.kind == Kind::Level && left.iter().any(|t| doc.is_word(t, &["以来"])) => this_year(doc),
            None => match self.paragraph.filter(|(period, _)| !self.passes(doc, draft, *period)) {
                // 2023年末，…。全省开发区创造了全省50%的地区生产总值: in the year.
                Some((period, span)) if let Some(year) = of_the_year(doc, draft, period) => {
                    Slot::inherited(year, span, "by its end")
                }
                // 五年来…。人均可支配收入达到4.1万元: at their end.
                Some((period, span))
                    if period.class() == PeriodClass::Years && name.contains("人均") && draft.kind == Kind::Level =>
                {
                    Slot::inherited(Period::at(period.end), span, "by its end")
                }
                Some((period, span)) => Slot::inherited(period, span, "paragraph"),
                None => self.framed(doc, draft),
            },
        };
        if let Some(now) = by_now(doc, left, draft, &slot, said.is_some()).or_else(|| so_far(doc, left, draft, &slot)) {
            return now;
        }
        if draft.basis.as_deref() == Some("annual-average") {
            return averaged(doc, left, slot);
        }
        // A plan for the year is the year's, whenever it is spoken of.
        let planned = || !left.iter().rev().take(4).any(|t| t.is(Classes::DONE));
        const PLANS: List = List::new("年计划|年度计划|年度投资");
        // 完成年度任务110亿元的78.5%: the sum of the year's plan.
        let of_year = || {
            let plan = left.last().filter(|t| t.is(Classes::PLAN));
            plan.is_some_and(|t| {
                const { List::new("年度|全年|年初|年任务|年目标|年计划") }
                    .beginning(&doc.chars[t.span.start..])
                    .is_some()
            })
        };
        if draft.kind == Kind::Level && (PLANS.stands_in_name(name) && planned() || of_year()) {
            return Slot {
                value: slot.value.map(|p| Period::at(Date::year(p.end.year))),
                ..slot
            };
        }
        slot
    }
}
