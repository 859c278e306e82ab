//! From mentions to figures: what each amount measures, of whom, when, and how it changed.
//!
//! The text is taken sentence by sentence, each sentence amount by amount. For an amount the rules ask in turn what [`role`] it has
//! (a level, a change, a share …), which [`noun`] names what it measures, [`who`] it is about and [`when`].

pub mod antecedent;
pub mod behind;
pub mod change;
pub mod edge;
pub mod deal;
pub mod duration;
pub mod extent;
pub mod firm;
pub mod gap;
pub mod generic;
pub mod grant;
mod headless;
pub mod home;
pub mod implied;
pub mod industry;
mod items;
pub mod moves;
pub mod naming;
pub mod noun;
pub mod opening;
mod outlook;
mod overview;
pub mod part;
mod phrase;
pub mod place;
pub mod project;
pub mod rank;
pub mod reach;
pub mod role;
pub mod rows;
pub mod running;
pub mod sentence;
pub mod share;
pub mod tense;
pub mod trade;
pub mod when;
pub mod who;
pub mod zones;

use crate::figure::{Figure, Found, Kind, Skipped, Slot, Status};
use crate::find::currency::{self, Currencies};
use crate::find::era::{self, Era};
use crate::find::{amount, time};
use crate::period::Date;
use crate::prefix::List;
use crate::report::Report;
use crate::text::{Clean, Span, damage};
use crate::token::{self, tokens};
use outlook::{Aims, Outlook};
use sentence::{Doc, Draft, Sentence, sentences};

/// What linking gives: figures, numerals that are none, and the report's zone.
pub struct Linked {
    /// The figures, in the order of the text.
    pub figures: Vec<Figure>,
    /// Numerals that are no figures.
    pub skipped: Vec<Skipped>,
    /// The report's own zone.
    pub zone: Slot<String>,
}

/// Links every amount of a clean text. `date` is the report's.
pub fn link(clean: &Clean, report: &Report, date: Option<Date>) -> Linked {
    let era = era::era(&report.text);
    let times = time::times(&clean.chars, date, era);
    let (mut amounts, skipped) = amount::amounts(&clean.chars, &times);
    let tokens = tokens(&clean.chars, &amounts, &times);
    let zone = home::own_zone(
        &Doc {
            chars: &clean.chars,
            tokens: &tokens,
            amounts: &amounts,
            times: &times,
            date,
        },
        report.zone.as_deref(),
        &report.text,
    );
    // A zone of the mainland counts in yuan, whoever reports on it.
    let known = zone.value.as_deref().and_then(crate::lexicon::zone);
    let home = if era == Era::Republic || known.is_some_and(|zone| zone.province == "台湾") {
        "TWD"
    } else if known.is_some() {
        "CNY"
    } else {
        currency::home(&report.text)
    };
    let currencies = Currencies::new(&clean.chars, home);
    for amount in amounts.iter_mut().filter(|a| a.unit == "CNY") {
        amount.unit = currencies.of(&clean.chars, amount.span);
    }
    let doc = Doc {
        chars: &clean.chars,
        tokens: &tokens,
        amounts: &amounts,
        times: &times,
        date,
    };
    let mut whens = when::Running::new(&doc);
    let mut whos = who::Running::new(&doc, &zone);
    let mut drafts: Vec<Draft> = Vec::with_capacity(amounts.len());
    let mut aims = Aims::None;
    for sentence in sentences(&tokens) {
        whens.enter(&doc, &sentence);
        whos.enter(&doc, &sentence);
        let first = drafts.len();
        aims = Aims::entered(aims, &doc, &sentence);
        let mut outlook = Outlook::of(aims != Aims::None);
        for at in sentence.range.clone() {
            if let token::Kind::Amount(amount) = tokens[at].kind {
                let mut draft = draft(&doc, &sentence, at, amount, &drafts, first);
                draft.status = outlook.status;
                draft.period = whens.slot(&doc, &sentence, &draft);
                draft.subject = whos.slot(&doc, &sentence, &draft);
                drafts.push(draft);
            }
            outlook.pass(&doc, &tokens[at]);
        }
        moves::respective(&doc, &sentence, &mut drafts[first..]);
        moves::parallel(&doc, &mut drafts[first..]);
        implied::implied(&doc, &sentence, &mut drafts[first..]);
        moves::pair(&doc, &sentence, &mut drafts[first..]);
        deal::times(&doc, &sentence, &mut drafts[first..]);
        for at in first..drafts.len() {
            let (before, rest) = drafts.split_at_mut(at);
            without_subject(&doc, &mut rest[0], before.last());
        }
    }
    rows::rows(&doc, &mut drafts);
    // 创新型(试点)企业: names keep the brackets of the text.
    if !report.text.contains('（') {
        for draft in &mut drafts {
            let names = [&mut draft.indicator.value, &mut draft.subject.value];
            for name in names.into_iter().flatten().filter(|name| name.contains('（')) {
                *name = name.replace('（', "(").replace('）', ")");
            }
        }
    }
    Linked {
        figures: drafts
            .into_iter()
            .map(|draft| Figure {
                unreliable: report.copy.is_some()
                    || damage::beside(&report.text, clean.raw_range(amounts[draft.amount].span)),
                ..figure(&doc, draft)
            })
            .collect(),
        skipped,
        zone,
    }
}

/// Role and indicator of the amount at token `at`. `drafts` are those before it, `first` the sentence's first.
fn draft(doc: &Doc, sentence: &Sentence, at: usize, amount: usize, drafts: &[Draft], first: usize) -> Draft {
    let role = role::role(doc, sentence, at, drafts.get(first..).unwrap_or_default());
    let mut draft = Draft::new(at, amount, role);
    noun::indicator(doc, sentence, &mut draft, drafts, first);
    draft
}

/// The figure that a draft has become.
fn figure(doc: &Doc, draft: Draft) -> Figure {
    let amount = &doc.amounts[draft.amount];
    const PLANS: List = List::new("计划投资|计划总投资|计划完成投资|目标");
    let planned_word = draft
        .indicator
        .value
        .as_deref()
        .is_some_and(|name| PLANS.stands_in_name(name));
    // Of a date that was guessed only the year may be known.
    let later = |start: Date, date: Date| {
        if date.month == 0 {
            start.year > date.year
        } else {
            start > date
        }
    };
    let ahead = doc
        .date
        .zip(draft.period.value)
        .is_some_and(|(date, period)| period.start.is_some_and(|start| later(start, date)));
    let status = match draft.status {
        // 将由28万辆提高到45万辆: so many there have been.
        _ if draft.origin => Status::Actual,
        Status::Actual if draft.kind == Kind::Level && planned_word || ahead => Status::Planned,
        status => status,
    };
    Figure {
        span: amount.span,
        value: amount.value,
        value_max: amount.max,
        unit: draft.unit.unwrap_or(amount.unit).to_owned(),
        bound: amount.bound,
        kind: draft.kind,
        sign: draft.sign,
        indicator: draft.indicator,
        subject: draft.subject,
        period: draft.period,
        basis: draft.basis,
        status,
        unreliable: false,
    }
}

/// 龙头企业某某投资, “某某”平台用户: what stands behind the subject, which a word or a quotation mark introduces.
fn introduced<'a>(name: &'a str, subject: &str) -> Option<&'a str> {
    let (before, rest) = name.split_once(subject).filter(|_| subject.chars().count() > 2)?;
    let before: Vec<char> = before.chars().collect();
    (before == ['“'] || crate::cue::INTRO.ending(&before) == Some(before.len())).then_some(rest)
}

/// 现有27家，其中规上企业16家: what is counted is told by its part.
fn firms_among(doc: &Doc, draft: &Draft) -> Slot<String> {
    let behind = doc.tokens[draft.at + 1..]
        .iter()
        .take(8)
        .take_while(|t| !t.is_mark("。；\n"));
    let mut part = behind.skip_while(|t| !t.is(crate::cue::Classes::AMONG));
    let firms = part.find(|t| doc.chars[..t.span.end].ends_with(&['企', '业']));
    firms.map_or_else(Slot::unknown, |t| Slot::inherited("企业".to_owned(), t.span, "among"))
}

/// 某某公司研发费用 of 某某公司 is 研发费用.
fn without_subject(doc: &Doc, draft: &mut Draft, before: Option<&Draft>) {
    let Some(name) = draft.indicator.value.as_mut() else {
        return;
    };
    let subject = draft.subject.value.as_deref().unwrap_or_default();
    // 企业已投入近8000万元.
    let agent = name == "企业" && crate::unit::is_money(doc.amounts[draft.amount].unit);
    if name == subject || agent {
        // 全省的16个开发区: what is counted.
        let zones = draft.kind == Kind::Level && crate::unit::is_counted(doc.amounts[draft.amount].unit);
        if zones
            && (name.ends_with("项目")
                || name.ends_with('区') && (name.chars().count() <= 3 || name.starts_with("国家")))
        {
            return;
        }
        // 某某精工投入8500万元: what it did is what is measured; 甲高新区税收9亿元，乙新区3亿元: the same of another.
        let did = draft.at.checked_sub(1).map(|b| &doc.tokens[b]);
        // 规划面积4平方公里。某某产业园现有27家: no number of houses is an area.
        let counts = draft.kind == Kind::Level && matches!(doc.amounts[draft.amount].unit, "家" | "户");
        let before = before.filter(|b| !counts || crate::unit::is_counted(doc.amounts[b.amount].unit));
        match did.filter(|t| t.is(crate::cue::Classes::VERB)) {
            Some(did) => *name = doc.text(did.span),
            None => {
                draft.indicator = match before {
                    Some(before) => carried(&before.indicator, None, "runs on"),
                    None if counts => firms_among(doc, draft),
                    None => running::titled(doc, draft).unwrap_or_else(Slot::unknown),
                }
            }
        }
        return;
    }
    // 项目占地 of a project is 占地.
    let project = if ["项目", "基地", "工程", "期"].iter().any(|w| subject.ends_with(w)) {
        "项目"
    } else {
        ""
    };
    // 该企业|厂区面积 of a company.
    let company = if subject.ends_with("公司") { "企业" } else { "" };
    let rest = [subject, "公司", company, "该项目", project]
        .into_iter()
        .filter(|w| w.chars().count() > 1)
        .find_map(|w| name.strip_prefix(w))
        .or_else(|| introduced(name, subject))
        .map(|rest| rest.trim_start_matches(['的', '”', ' ']))
        .filter(|rest| rest.chars().count() > 1);
    if let Some(rest) = rest {
        *name = rest.to_owned();
    }
}

/// A slot that goes on with what an earlier figure had.
fn carried<T: Clone>(slot: &Slot<T>, evidence: Option<Span>, rule: &'static str) -> Slot<T> {
    match (&slot.value, slot.evidence.or(evidence)) {
        (Some(value), Some(evidence)) => Slot::inherited(value.clone(), evidence, rule),
        (Some(value), None) => Slot {
            value: Some(value.clone()),
            found: Found::Assumed,
            evidence: None,
            rule,
        },
        (None, _) => Slot::unknown(),
    }
}
