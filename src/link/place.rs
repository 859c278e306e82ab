//! An amount in its clause, as the rules of [`super::role`] see it.

use super::role::Role;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::find::time::{self, Time};
use crate::prefix::{List, is_one};
use crate::token::{self, Token};

/// An amount in its clause.
pub struct Place<'a> {
    /// The text.
    pub doc: &'a Doc<'a>,
    /// First token of the clause.
    pub start: usize,
    /// The amount's token.
    pub at: usize,
    /// The governing token: the first to the left that is no light word.
    pub governor: Option<usize>,
    /// Base unit.
    pub unit: &'static str,
    /// 翻番: the multiple says of itself that it is a change.
    pub fold: bool,
    /// A minus sign stands before the numeral: 增长-7%.
    pub negative: bool,
    /// The draft before it in the sentence.
    pub previous: Option<&'a Draft>,
}

/// The place of the amount at token `at`; `here` are the drafts before it in the sentence.
pub fn place<'a>(doc: &'a Doc<'a>, sentence: &Sentence, at: usize, here: &'a [Draft]) -> Place<'a> {
    let amount = doc.amount(&doc.tokens[at]);
    let clause = clause_start(sentence, at);
    // What stands before another amount of the same clause belongs to that amount.
    let parts = |i: usize| {
        doc.amount(&doc.tokens[i]).is_some() && !threshold(doc, i) && !inserted(doc, i, at) && !lasting(doc, i)
    };
    let last = (clause..at).rev().find(|i| parts(*i));
    let start = last.map_or(clause, |i| i + 1);
    // 满意率则在98%以上: here 在 is no more than 为.
    let passed = |i: usize| {
        light(doc, &doc.tokens[i])
            || i + 1 == at && doc.is_word(&doc.tokens[i], &["在"])
            || lasting(doc, i)
            || each(doc, &doc.tokens[i])
    };
    Place {
        doc,
        start,
        at,
        governor: (start..at).rev().find(|i| !passed(*i)),
        unit: amount.map_or("", |a| a.unit),
        fold: amount.is_some_and(|a| a.fold),
        negative: amount.is_some_and(|a| a.negative),
        previous: here.last(),
    }
}

impl Place<'_> {
    /// The plainest role of a kind: the noun ends where the governor does.
    pub fn plain(&self, kind: Kind) -> Role {
        let end = self.governor.map_or(self.start, |g| g + 1);
        Role {
            kind,
            sign: None,
            unit: None,
            basis: None,
            noun_end: end,
            origin: false,
            right: false,
        }
    }

    /// A token of the text.
    pub fn token(&self, i: usize) -> &Token {
        &self.doc.tokens[i]
    }

    /// The governing token, where it is of these classes.
    pub fn governed_by(&self, classes: Classes) -> Option<usize> {
        self.governor.filter(|g| self.token(*g).is(classes))
    }

    /// The last token of these classes left of the amount in its clause.
    pub fn before(&self, classes: Classes) -> Option<usize> {
        (self.start..self.at).rev().find(|i| self.token(*i).is(classes))
    }

    /// Whether the amount is a rate.
    pub fn percent(&self) -> bool {
        matches!(self.unit, "%" | "‰")
    }

    /// The words of a token.
    pub fn words(&self, i: usize) -> String {
        self.doc.text(self.token(i).span)
    }

    /// Base of a change: 同比, 年均, 比2020年, or the bare year's.
    pub fn change_basis(&self) -> String {
        let base = (self.start..self.at).rev().find_map(|i| self.base_time(i));
        let year_before = |time: &Time| {
            ["上年", "去年", "上一年", "前一年"]
                .iter()
                .any(|w| self.doc.text(time.span).starts_with(w))
        };
        match base.and_then(|time| time.period) {
            _ if self.before(Classes::YOY).is_some() || base.is_some_and(year_before) => "yoy".to_owned(),
            _ if self.before(Classes::ANNUAL).is_some() => "annual-average".to_owned(),
            _ if self.before(Classes::MOM).is_some() => "previous".to_owned(),
            Some(period) => format!("from:{period}"),
            None => "unstated".to_owned(),
        }
    }

    /// The time of token `i`, where something is compared with it: 比上年.
    pub fn base_time(&self, i: usize) -> Option<&Time> {
        match self.token(i).kind {
            token::Kind::Time(t) => Some(&self.doc.times[t]).filter(|time| time.role == time::Role::Base),
            _ => None,
        }
    }

    /// The last token of what the 的 at token `de` belongs to, without the brackets that tell its size.
    pub fn owner(&self, de: usize) -> usize {
        let bracket = de >= self.start + 4 && inserted(self.doc, de - 2, de + 1);
        de - if bracket { 4 } else { 1 }
    }

    /// The whole named left of the amount: 全市, 全国.
    pub fn whole(&self) -> Option<String> {
        self.before(Classes::WHOLE).map(|i| self.words(i))
    }
}

/// 降至每吨|2.6元: whether a token only says of how much it is so much.
pub fn each(doc: &Doc, token: &Token) -> bool {
    doc.amount(token).is_none() && token.span.len() < 4 && doc.chars[..token.span.start].ends_with(&['每'])
}

/// 占比连续四年|超过15%: whether the amount at token `i` only says for how long.
pub fn lasting(doc: &Doc, i: usize) -> bool {
    doc.amount(&doc.tokens[i]).is_some_and(|a| crate::unit::is_time(a.unit))
        && i > 0
        && const { List::new("连续|连续近|连续超") }
            .ending(&doc.chars[..doc.tokens[i - 1].span.end])
            .is_some()
}

/// 占税收（86亿元）的|32%: whether the amount at token `i` is the size of the whole that the one at token `at` is a part of.
pub fn inserted(doc: &Doc, i: usize, at: usize) -> bool {
    // 增速在全市13个县区中|排名第三: the field.
    let field = || {
        let behind = doc.tokens[i + 1..at].iter().take(8);
        let within = behind.clone().any(|t| doc.is_word(t, &["中", "里", "当中"]));
        let before = doc.tokens[..i].iter().rev().take(3);
        within && before.clone().any(|t| doc.is_word(t, &["在"]))
    };
    if doc.amount(&doc.tokens[at]).is_some_and(|a| a.unit == "rank") && i < at && field() {
        return true;
    }
    bracketed(doc, i)
        && (i + 3 == at && doc.tokens[i + 2].is(Classes::DE)
            || i < at && compared_with(doc, i) && passed(doc, i + 2, at))
}

/// 投资182.6亿元（其中工业投资97.3亿元），|增长13.2%: the drafts before the one at token `at` without those of a part that brackets have just told.
pub fn before_asides<'a>(doc: &Doc, drafts: &'a [Draft], first: usize, at: usize) -> &'a [Draft] {
    let told = drafts[first.min(drafts.len())..].iter().rev();
    let told = told.take_while(|d| aside(doc, d, at)).count();
    &drafts[..drafts.len() - told]
}

/// Whether a draft before token `at` tells of a part, in brackets: （其中工业投资97.3亿元）, 项目71项（新建45项，续建26项）.
pub fn aside(doc: &Doc, draft: &Draft, at: usize) -> bool {
    let open = open_bracket(doc, draft.at);
    let close = doc.tokens[draft.at..at].iter().take(12).any(|t| t.is_mark("）"));
    close && open.is_some_and(|open| doc.is_word(&doc.tokens[open + 1], &["其中", "含", "包括", "新建", "续建"]))
}

/// The bracket not far before token `at` that is still open there.
pub fn open_bracket(doc: &Doc, at: usize) -> Option<usize> {
    let mut marks = (at.saturating_sub(12)..at).rev();
    marks
        .find(|i| doc.tokens[*i].is_mark("（）"))
        .filter(|i| doc.tokens[*i].is_mark("（"))
}

/// Whether the amount at token `i` stands alone in brackets.
pub fn bracketed(doc: &Doc, i: usize) -> bool {
    let closed = doc.tokens.get(i + 1).is_some_and(|t| t.is_mark("）"));
    closed && i > 0 && doc.tokens[i - 1].is_mark("（")
}

/// 比全省（7.2%）和全国（6.8%）分别高1.5、1.9个百分点, 低于时序进度（16.7%）3.2个百分点: whether the bracket around the amount at token `i` says how much
/// that is with which something is compared.
pub fn compared_with(doc: &Doc, i: usize) -> bool {
    let parts = |t: &&Token| matches!(t.kind, token::Kind::Mark(c) if is_one(c, "，；。：\n"));
    let before = doc.tokens[..i].iter().rev().take(10);
    let mut before = before.take_while(|t| !parts(t));
    bracketed(doc, i) && before.any(|t| t.is(Classes::COMPARE.or(Classes::GAP)))
}

/// Whether nothing stands between two tokens but what says how far from which others something is.
fn passed(doc: &Doc, from: usize, to: usize) -> bool {
    const WORDS: Classes = Classes::WHOLE
        .or(Classes::CONJ)
        .or(Classes::HIGH)
        .or(Classes::GAP)
        .or(Classes::RISE)
        .or(Classes::FALL);
    let near = to < from + 14;
    let word = |t: &Token| t.is_nominal() || t.is(WORDS) || t.is_mark("（）、");
    near && doc.tokens[from..to]
        .iter()
        .all(|t| light(doc, t) || word(t) || doc.amount(t).is_some())
}

/// Whether the amount at token `i` only limits the noun behind it: 2000万元以上项目.
pub fn threshold(doc: &Doc, i: usize) -> bool {
    use crate::figure::Bound::{Ge, Gt, Le, Lt};
    let Some(amount) = doc.amount(&doc.tokens[i]) else {
        return false;
    };
    // 50亿元级项目1个, 百亿元企业3户.
    let graded = doc.chars.get(amount.span.end) == Some(&'级')
        || amount.span.len() <= 3 && doc.chars[amount.span.start].is_alphabetic();
    if crate::unit::is_money(amount.unit) && graded && counted_behind(doc, i + 1) {
        return true;
    }
    let behind = amount.whole.end > amount.span.end;
    let next = doc.tokens.get(i + 1);
    // 过百亿园区|5个.
    let noun =
        next.is_some_and(|t| t.is_nominal() || t.is(Classes::DE) || t.is(Classes::SELF) && counted_behind(doc, i + 1));
    // 10亿元至20亿元|项目6个.
    if amount.max.is_some() && crate::unit::is_money(amount.unit) && noun && counted_behind(doc, i + 1) {
        return true;
    }
    // 3000万美元外资项目|2个.
    let sized =
        || crate::unit::is_money(amount.unit) && next.is_some_and(Token::is_nominal) && counted_behind(doc, i + 1);
    if amount.bound == crate::figure::Bound::Eq && sized() {
        return true;
    }
    let limits = matches!(amount.bound, Ge | Gt | Le | Lt) && amount.unit != "%" && noun;
    // 营业收入过万亿的有4家.
    let headless = || {
        let rest = doc.tokens[i + 1..]
            .iter()
            .skip_while(|t| t.is(Classes::DE.or(Classes::COPULA)));
        let counted = rest.take(1).any(|t| doc.counts(t));
        crate::unit::is_money(amount.unit) && doc.tokens[i + 1].is(Classes::DE) && counted
    };
    limits && (behind || amount.whole.start < amount.span.start && (counted_behind(doc, i + 1) || headless()))
}

/// 超10亿元的|项目15个, 产值超过500亿元的|开发区有7个: whether what stands behind a limit is counted there.
pub fn counted_behind(doc: &Doc, from: usize) -> bool {
    let rest = &doc.tokens[from..];
    let rest = &rest[usize::from(rest.first().is_some_and(|t| t.is(Classes::DE)))..];
    let run = rest
        .iter()
        .take(6)
        .take_while(|t| t.is_nominal() || t.is(Classes::SELF))
        .count();
    let copula = rest.get(run).is_some_and(|t| t.is(Classes::COPULA));
    run > 0 && rest.get(run + usize::from(copula)).is_some_and(|t| doc.counts(t))
}

/// Words between a cue and its amount that say nothing about the role.
pub fn light(doc: &Doc, token: &Token) -> bool {
    match token.kind {
        token::Kind::Word(own) if own.any(Classes::COPULA.or(Classes::ADVERB)) => !own.any(
            Classes::RISE
                .or(Classes::FALL)
                .or(Classes::SHARE)
                .or(Classes::RANK)
                .or(Classes::TO),
        ),
        token::Kind::Word(own) => own.any(Classes::EACH.or(Classes::RESPECTIVE).or(Classes::EXPECTED)),
        token::Kind::Mark(c) => is_one(c, " \"+＋-－"),
        token::Kind::Time(i) => doc.times[i].role != time::Role::Base,
        _ => false,
    }
}
