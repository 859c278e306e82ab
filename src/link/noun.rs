//! What an amount measures: the shortest complete noun phrase beside it, or the one that is still running.
//!
//! ```text
//! NOUN (verb) amount          财政总收入完成17.9亿元, 国家高新技术企业49家
//! amount NOUN                 18家企业, 700万元“科贷通”贷款
//! NOUN amount, … amount       …, 同比增长8.8%      (taken over)
//! ```

use super::carried;
use super::role::threshold;
use super::sentence::{Doc, Draft, Sentence, clause_end, clause_start};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::text::Span;
use crate::token::{self, Token};
use std::ops::Range;

/// Fills the indicator of a draft, and the project that a sum is spent on. `drafts` are those before it, `first` the sentence's first.
pub fn indicator(doc: &Doc, sentence: &Sentence, draft: &mut Draft, drafts: &[Draft], first: usize) {
    let here = drafts.get(first..).unwrap_or_default();
    let floor = here.last().map_or(sentence.range.start, |last| {
        last.noun.end.max(last.at + 1).min(draft.at)
    });
    let start = clause_start(doc.tokens, sentence, draft.at).max(floor);
    let left = left_noun(doc, start, draft.noun_end.clamp(start, draft.at));
    let right = right_noun(doc, sentence, draft.at);
    let measure = doc.amounts[draft.amount].unit;
    let counted = is_classifier(measure);
    let level = draft.kind == Kind::Level;
    let project = (level && measure == "CNY")
        .then(|| project(doc, sentence, draft.at))
        .flatten();
    let side = match (&left, &right) {
        _ if project.is_some() && left.is_some() => left.clone().map(|l| (l, "left")),
        (_, Some(r)) if level && counted => Some((r.clone(), "right")),
        (Some(l), _) => Some((l.clone(), "left")),
        (None, Some(r)) if level => Some((r.clone(), "right")),
        _ => None,
    };
    let Some((range, rule)) = side else {
        take_over(doc, draft, drafts, first);
        return;
    };
    let mut name = phrase(doc, range.clone());
    let span = Span::new(doc.tokens[range.start].span.start, doc.tokens[range.end - 1].span.end);
    if range.start > draft.at {
        draft.noun = range.clone();
        if let Some(title) = title(doc, sentence, &name, range.end) {
            name = phrase(doc, title.clone());
            draft.noun = range.start..title.end;
        }
    } else {
        draft.noun = range.clone();
        if let Some(action) = duration(doc, sentence, draft) {
            name = action;
        }
    }
    let generic = range.len() == 1 && doc.tokens[range.start].is(Classes::GENERIC);
    if generic && project.is_none() {
        name = counted_before(doc, here).map_or(name.clone(), |thing| format!("{thing}{name}"));
    }
    draft.project = project;
    draft.indicator = Slot::stated(name, span, rule);
}

/// Whether a unit counts things.
fn is_classifier(unit: &str) -> bool {
    unit.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// The noun phrase that ends at token `end`, reaching no further left than `start`.
pub fn left_noun(doc: &Doc, start: usize, end: usize) -> Option<Range<usize>> {
    let tokens = doc.tokens;
    let passes = |t: &Token| {
        t.is(Classes::VERB
            .or(Classes::DONE)
            .or(Classes::COPULA)
            .or(Classes::ADVERB)
            .or(Classes::EACH)
            .or(Classes::RESPECTIVE)
            .or(Classes::DE)
            .or(Classes::AWARD))
            || t.is(Classes::EXPECTED
                .or(Classes::PLANNED)
                .or(Classes::WHOLE)
                .or(Classes::SELF)
                .or(Classes::RANK)
                .or(Classes::YOY))
            || matches!(t.kind, token::Kind::Time(_) | token::Kind::Zone(_))
    };
    let mut stop = end;
    while stop > start
        && !nominal(doc, start, stop - 1)
        && (passes(&tokens[stop - 1]) || tokens[stop - 1].is_mark("”’》）)\""))
        && !closes_noun(doc, start, stop - 1)
    {
        stop -= 1;
    }
    let mut from = stop;
    while from > start && nominal(doc, start, from - 1) {
        from -= 1;
    }
    // What joins two phrases cannot open one.
    while from < stop
        && (tokens[from].is(Classes::CONJ.or(Classes::DE).or(Classes::ADVERB)) || tokens[from].is_mark("、”’》）)"))
    {
        from += 1;
    }
    (from < stop).then_some(from..stop)
}

/// Whether a closing quotation mark at `i` ends a name that belongs to the phrase: “科贷通”.
fn closes_noun(doc: &Doc, start: usize, i: usize) -> bool {
    doc.tokens[i].is_mark("”’》）)") && doc.tokens[start..i].iter().any(|t| t.is_mark("“‘《（("))
}

/// Whether token `i` can stand inside a noun phrase, seen from its right end.
fn nominal(doc: &Doc, start: usize, i: usize) -> bool {
    let token = &doc.tokens[i];
    let before = i.checked_sub(1).filter(|b| *b >= start).map(|b| &doc.tokens[b]);
    let joins = |t: &Token| t.is_nominal() || t.is_mark("”’》）)");
    match token.kind {
        token::Kind::Mark(c) if "“‘《（(".contains(c) => true,
        token::Kind::Mark(_) => closes_noun(doc, start, i),
        token::Kind::Amount(_) => threshold(doc, i),
        _ if token.is_nominal() => true,
        _ if token.is(Classes::CONJ) => before.is_some_and(joins),
        _ if token.is(Classes::DE) => before.is_some_and(joins),
        // GDP增长的贡献率: a change that is spoken of, not stated.
        _ if token.is(Classes::RISE.or(Classes::FALL)) => {
            doc.tokens.get(i + 1).is_some_and(|t| t.is(Classes::DE)) && before.is_some_and(joins)
        }
        _ => false,
    }
}

/// The noun phrase right behind token `at`.
fn right_noun(doc: &Doc, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let tokens = doc.tokens;
    let end = clause_end(tokens, sentence, at);
    let mut from = at + 1;
    if from < end && tokens[from].is(Classes::DE) {
        from += 1;
    }
    let opens = |t: &Token| t.is_nominal() || t.is_mark("“‘《");
    // 列入挂点服务的企业, 投资50亿元的项目: what stands before 的 only tells which.
    if from < end && !opens(&tokens[from]) || tokens.get(from).is_some_and(|t| t.is(Classes::GENERIC)) {
        let de = (from..end.min(from + 6)).find(|i| tokens[*i].is(Classes::DE))?;
        let verb = tokens[from].is(Classes::VERB
            .or(Classes::AWARD)
            .or(Classes::GENERIC)
            .or(Classes::ADVERB)
            .or(Classes::SELF)
            .or(Classes::WHOLE));
        if !verb || de + 1 >= end || !opens(&tokens[de + 1]) {
            return None;
        }
        from = de + 1;
    }
    let mut stop = from;
    let mut quotes = 0;
    while stop < end {
        let token = &tokens[stop];
        match token.kind {
            token::Kind::Mark(c) if "“‘《".contains(c) => quotes += 1,
            token::Kind::Mark(c) if "”’》".contains(c) && quotes > 0 => quotes -= 1,
            _ if quotes > 0 || token.is_nominal() => {}
            _ if token.is(Classes::DE) && stop > from && stop + 1 < end && opens(&tokens[stop + 1]) => {}
            // 赛道上的项目: a place word before 的.
            _ if token.is(Classes::ADVERB)
                && stop > from
                && stop + 2 < end
                && tokens[stop + 1].is(Classes::DE)
                && opens(&tokens[stop + 2]) => {}
            _ => break,
        }
        stop += 1;
        if quotes == 0 && token.is(Classes::HEAD) && heads_end(doc, stop, end) {
            break;
        }
    }
    (from < stop).then_some(from..stop)
}

/// Whether a counted phrase may end at a head noun before token `next`: 71家企业|担保贷款2.89亿元, but 26家企业技术中心.
fn heads_end(doc: &Doc, next: usize, end: usize) -> bool {
    let run = doc.tokens[next..end].iter().take_while(|t| t.is_nominal()).count();
    let behind = doc.tokens.get(next + run);
    let amount = behind.is_some_and(|t| matches!(t.kind, token::Kind::Amount(_)));
    run == 0 || amount || !doc.tokens[next + run - 1].is(Classes::HEAD)
}

/// The words of a range of tokens, without quotation marks left open, 的 at its ends, and “全区” before it.
fn phrase(doc: &Doc, range: Range<usize>) -> String {
    let span = Span::new(doc.tokens[range.start].span.start, doc.tokens[range.end - 1].span.end);
    let text = doc.text(span);
    let mut text = text.trim_matches(['的', ' ', '、']).to_owned();
    for (open, close) in [('“', '”'), ('《', '》'), ('（', '）'), ('(', ')')] {
        if text.matches(open).count() != text.matches(close).count() {
            text.retain(|c| c != open && c != close);
        }
    }
    text
}

/// 18家企业成功获批“专精特新”中小企业: the title names what is counted.
fn title(doc: &Doc, sentence: &Sentence, name: &str, next: usize) -> Option<Range<usize>> {
    if !["企业", "公司", "单位", "产品", "园区"].contains(&name) {
        return None;
    }
    let end = clause_end(doc.tokens, sentence, next.saturating_sub(1));
    let award = (next..end)
        .find(|i| !doc.tokens[*i].is(Classes::ADVERB))
        .filter(|i| doc.tokens[*i].is(Classes::AWARD))?;
    let named = (award + 1..end).find(|i| !doc.tokens[*i].is(Classes::AWARD.or(Classes::ADVERB)))?;
    let plain = |t: &Token| t.is_nominal() || t.is_mark("“”‘’《》");
    let stop = (named..end).find(|i| !plain(&doc.tokens[*i])).unwrap_or(end);
    let counted = doc
        .tokens
        .get(stop)
        .is_some_and(|t| matches!(t.kind, token::Kind::Amount(_)));
    (stop > named && !counted).then_some(named..stop)
}

/// 19天完成全部签约: a time that something took is named by what was done.
fn duration(_doc: &Doc, _sentence: &Sentence, _draft: &Draft) -> Option<String> {
    None
}

/// 总投资50亿元的某项目: the tokens that name the project.
fn project(doc: &Doc, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    doc.tokens
        .get(at + 1)
        .filter(|t| t.is(Classes::DE) && at + 1 < sentence.range.end)?;
    let noun = right_noun(doc, sentence, at)?;
    let name = phrase(doc, noun.clone());
    (name.chars().count() > 3 && (name.contains("项目") || name.contains("工程") || name.contains("基地")))
        .then_some(noun)
}

/// What was counted last in the sentence: 新签约项目 before 总投资.
fn counted_before(doc: &Doc, here: &[Draft]) -> Option<String> {
    let last = here
        .iter()
        .rev()
        .find(|d| is_classifier(doc.amounts[d.amount].unit) && d.kind == Kind::Level)?;
    last.indicator.value.clone().filter(|name| {
        ["项目", "工程", "基金", "企业", "贷款"]
            .iter()
            .any(|w| name.ends_with(w))
    })
}

/// No noun of its own: the one that runs on.
fn take_over(doc: &Doc, draft: &mut Draft, drafts: &[Draft], first: usize) {
    let unit = doc.amounts[draft.amount].unit;
    let here = drafts.get(first..).unwrap_or_default();
    let linked = |d: &&Draft| d.indicator.value.is_some();
    let same = |d: &&Draft| draft.kind == Kind::Level && doc.amounts[d.amount].unit == unit && d.kind == Kind::Level;
    let level = |d: &&Draft| d.kind == Kind::Level || draft.kind != Kind::Change;
    let source = here.iter().rev().filter(linked).find(same);
    let source = source
        .or_else(|| here.iter().rev().filter(linked).find(level))
        .or_else(|| here.iter().rev().find(linked));
    let source = source.or_else(|| drafts.iter().rev().take(3).find(linked));
    if let Some(source) = source {
        let span = doc.tokens[source.at].span;
        draft.indicator = carried(&source.indicator, Some(span), "runs on");
    }
}
