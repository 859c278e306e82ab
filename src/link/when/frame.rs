//! Which times frame what follows, and which tell how far a report reaches.

use super::Running;
use super::year::{stated, undated};
use crate::cue::Classes;
use crate::figure::{Found, Kind, Slot};
use crate::find::time::{Role, Time};
use crate::link::reach::{looks_back, prelude};
use crate::link::sentence::{Doc, Draft, Sentence};
use crate::link::tense::{anew, lasts, leads, now, relative, relative_past};
use crate::period::{Date, Period, PeriodClass};
use crate::prefix::List;
use crate::token;
use crate::unit::{is_counted, is_money};

impl Running {
    /// Whether the time at token `i` of a sentence frames what follows: a year that a paragraph opens with or that stands apart at the head of a
    /// clause, or whatever the text names first.
    pub(super) fn frames(&self, doc: &Doc, sentence: &Sentence, tokens: &[token::Token], i: usize) -> bool {
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
        // 2015年，企业只有28家；到2020年底，增加到57家: neither is the year of what follows.
        let moves = tokens[i + 1..].iter().any(|t| match t.kind {
            token::Kind::Time(t) => {
                let later = &doc.times[t];
                matches!(later.role, Role::When | Role::Stock)
                    && later.period.is_some_and(|p| p.end.year > period.end.year)
            }
            _ => false,
        });
        if moves {
            return false;
        }
        // 1993年4月，…竖起了界桩。: long ago.
        let ago = doc.date.is_some_and(|now| period.end.year + 2 <= now.year);
        if !year && ago {
            return false;
        }
        let first = self.frame.found == Found::Assumed;
        // 公布，竹科109年营业额达…: what the report is of.
        let last = year && !relative(doc, time) && doc.date.is_some_and(|now| period.end.year + 1 == now.year);
        let measured = last
            && !sentence.heading
            && tokens
                .get(i + 1)
                .is_some_and(|t| t.is_nominal() && !t.is(Classes::CONTEST));
        let head = tokens[prelude(doc, sentence, tokens).min(i)..i].iter().all(leads);
        let clause = i == 0 || tokens[i - 1].is_mark("，：；");
        // 2023年，…, 2023年是… and 2023年园区…, but not 2019年评估.
        let apart = tokens.get(i + 1).is_some_and(|t| {
            t.is_mark("，")
                || t.is(Classes::COPULA.or(Classes::SELF))
                || matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place)
        });
        let opening = first && !self.begun;
        // 公布今年上半年经济运行情况: what the report is about.
        const TOLD: List = List::new("情况|结果|成果|成绩|数据|成绩单|统计|业绩|答卷|公报|年报");
        let within = tokens[i + 1..].iter().take(8).take_while(|t| t.is_nominal());
        let told = within
            .last()
            .is_some_and(|t| TOLD.ending(&doc.chars[..t.span.end]).is_some());
        // 二、2017年工作安排.
        let title = sentence.heading && !relative(doc, time);
        let back = year && looks_back(doc, time);
        back || year && (head && sentence.opens || title)
            || year && apart && clause && (head || first || !relative(doc, time))
            || opening && (apart || told || measured)
    }

    /// 该区2018年GDP首次超过千亿元: a year before those that are spoken of, in which only something was reached for the first time.
    pub(super) fn milestone(&self, doc: &Doc, behind: &[token::Token], period: Period) -> bool {
        const FIRST: List = List::new("首次|首度|首破|首超|第一次");
        let running = self.paragraph.map(|(period, _)| period).or(self.frame.value);
        let mut clause = behind.iter().take_while(|t| !t.is_mark("，；。"));
        running.is_some_and(|now| period.end.year < now.end.year)
            && clause.any(|t| FIRST.beginning(&doc.chars[t.span.start..]).is_some())
    }

    /// Whether the time at token `i` tells how far the report's figures reach: 1—7月 at the head of a paragraph, or of a clause before all figures.
    pub(super) fn reaches(
        &self,
        doc: &Doc,
        sentence: &Sentence,
        tokens: &[token::Token],
        i: usize,
        time: &Time,
    ) -> bool {
        let months = time
            .period
            .is_some_and(|p| p.start.is_some_and(|s| s.month == 1) && p.end.month > 1);
        let until = time.role == Role::Stock && doc.chars[time.span.start] == '截' && !now(doc, time);
        let head = tokens[prelude(doc, sentence, tokens).min(i)..i].iter().all(leads);
        let clause = i == 0 || tokens[i - 1].is_mark("，：；");
        (months && !relative_past(doc, time) && time.role == Role::When || until && head)
            && (head && sentence.opens || clause && !self.begun || sentence.heading)
    }

    /// Whether a draft passes over the paragraph's time: in a text without a date a level is not of the time of an event, and what a project that begins
    /// on a day will take up or make is not of that day.
    pub(super) fn passes(&self, doc: &Doc, draft: &Draft, paragraph: Period) -> bool {
        let unit = doc.amounts[draft.amount].unit;
        let planned = paragraph.class() == PeriodClass::Day && !is_money(unit) && !is_counted(unit) && unit != "%";
        // 2015年12月获批。…: in a text of years later.
        let ago = doc.date.is_some_and(|now| paragraph.end.year + 2 <= now.year);
        draft.kind == Kind::Level && (planned || (ago || undated(doc)) && self.event)
    }

    /// The frame; for sums, rates and what came about in the same year, the months that the report reaches.
    pub(super) fn framed(&self, doc: &Doc, draft: &Draft) -> Slot<Period> {
        let unit = doc.amounts[draft.amount].unit;
        // What is made, sold or used up is of the months that are reported; land, people and time are not.
        let flows = is_money(unit)
            || matches!(unit, "t" | "kWh" | "m3" | "TEU" | "辆" | "台")
            || is_counted(unit) && anew(draft);
        let flow = draft.kind == Kind::Level && draft.project.is_none() && flows;
        let rate = matches!(draft.kind, Kind::Change | Kind::Share | Kind::Completion | Kind::Gap);
        let place = draft.kind == Kind::Rank || draft.unit == Some("rank");
        if let Some((period, span)) = self.judged.filter(|_| place && self.frame.found == Found::Assumed) {
            return Slot::inherited(period, span, "judged");
        }
        let part = self.frame.value.is_none_or(|p| p.class() != PeriodClass::Year);
        // Where the headline gives the months, all is counted in them but what does not change by the month.
        let titled = self.titled && is_counted(unit);
        match self
            .so_far
            .filter(|_| (flow || rate || titled) && !lasts(doc, draft) || part)
        {
            Some((period, span)) if self.frame.value.is_none_or(|p| p.end.year == period.end.year) => {
                Slot::inherited(period, span, "so far")
            }
            _ => self.frame.clone(),
        }
    }

    /// 近三年 counts back from the year that is spoken of, else from the report's.
    pub(super) fn up_to_running(&self, time: &Time) -> Slot<Period> {
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

    /// 2018年9.9亿元、2019年29.9亿元、2020年35.7亿元，三年累计…: as many years, up to the one spoken of.
    pub(super) fn summed_up(&self, doc: &Doc, time: &Time) -> Option<Period> {
        let sums = doc.chars[time.span.end..].starts_with(&['累', '计']) && time.role == Role::Over;
        let period = time.period.filter(|p| sums && p.class() == PeriodClass::Years)?;
        let frame = self.frame.value.filter(|_| self.frame.found != Found::Assumed);
        let last = self.paragraph.map(|(period, _)| period).or(frame)?.end.year;
        let years = period.end.year - period.start?.year;
        Some(Period::between(Date::year(last - years), Date::year(last)))
    }
}
