//! Grants: what a policy gives, how much of what, and how much at most.

use super::edge::MOST;
use super::naming::Naming;
use super::place::light;
use super::sentence::{Doc, Draft};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::{List, holds_one, is_one};
use crate::text::Span;
use crate::token;
use crate::unit::is_money;

/// What is given, as it is called; the verb is the same word.
const NAMES: &str = "奖励|补助|补贴|贴息|资助|奖补|扶持|返还";
const GRANTS: List = List::new(NAMES);

/// 按投入额的8%给予补助, 一次性奖励30万元, 获评的再奖200万元, 最高300万元, 硕士10万元: named by what is given.
pub(super) fn grant(naming: &Naming) -> Option<(String, Span)> {
    if naming.draft.kind != Kind::Level {
        return None;
    }
    let doc = naming.doc;
    let span = doc.tokens[naming.draft.at].span;
    if naming.unit() == "%" {
        // 第三年返还50%.
        let before = || GRANTS.which_ends(&doc.chars[..span.start]);
        let given = given_behind(&doc.chars[span.end..]).or_else(before)?;
        return Some((format!("{given}比例"), span));
    }
    // 不等的扶持: money.
    if is_money(naming.unit()) && matches!(naming.own, "扶持" | "支持") {
        return Some((format!("{}资金", naming.own), span));
    }
    // 给予20万元补助: the verb that is its own noun.
    let last = list_end(doc, naming.draft.at);
    let behind = doc
        .amount(&doc.tokens[last])
        .map_or(span.end, |amount| amount.whole.end);
    let next = last == naming.draft.at && doc.tokens.get(last + 2).is_some_and(|t| doc.amount(t).is_some());
    let bare = is_money(naming.unit()) && !next && !naming.own.contains("资金");
    if let Some(given) = bare.then(|| given_behind(&doc.chars[behind..])).flatten() {
        return Some((given.to_owned(), span));
    }
    if !is_money(naming.unit()) || naming.own.ends_with("资金") || ends(naming.own).is_some() {
        return None;
    }
    let start = super::sentence::clause_start(naming.sentence, naming.draft.at);
    let most = |t: &token::Token| doc.is_word(t, &MOST) || doc.is_word(t, &["封顶", "上限", "限额"]);
    let passed = |t: &token::Token| light(doc, t) || most(t);
    let last = (start..naming.draft.at).rev().find(|i| !passed(&doc.tokens[*i]));
    let amount = &doc.amounts[naming.draft.amount];
    let bound = &doc.chars[amount.whole.start..amount.span.start];
    // 按30%补助，每家每年不超过50万元: at most so much of what has just been told of.
    let told = || naming.drafts.last().is_some_and(|d| d.indicator.rule == "grant");
    let capped = holds_one(bound, &["最高", "最多", "封顶", "上限", "限额"]) || holds_one(bound, &["不超过"]) && told();
    let capped = capped
        || doc.tokens[last.map_or(start, |l| l + 1)..naming.draft.at]
            .iter()
            .any(most);
    let words = |i: usize| &doc.chars[..doc.tokens[i].span.end];
    // 奖企业1000元: to whom.
    let whom = last
        .filter(|l| *l > start && doc.tokens[*l].is(Classes::HEAD))
        .map(|l| l - 1);
    let given = last
        .and_then(|l| given_before(words(l)))
        .or_else(|| whom.and_then(|w| given_before(words(w))));
    if let Some(given) = given {
        return Some((given.to_owned(), span));
    }
    const GIVING: List = List::new("给予|再给|封顶|上限|给");
    let gives = last.is_some_and(|l| GIVING.ending(words(l)).is_some());
    if capped || gives {
        return Some((running(naming.drafts)?.to_owned(), span));
    }
    // 安家补贴40万元，硕士10万元: who gets so much.
    let gives = |d: &&Draft| d.kind == Kind::Level && d.indicator.value.as_deref().and_then(ends).is_some();
    let before = naming.here.iter().rev().take_while(gives).last()?;
    let given = before.indicator.value.as_deref().and_then(ends)?;
    let noun = naming
        .noun
        .clone()
        .filter(|n| naming.is_left() && n.end == naming.draft.at)?;
    let known =
        matches!(doc.tokens[noun.end - 1].kind, token::Kind::Noun(_)) || doc.tokens[noun.end - 1].is(Classes::GENERIC);
    const SUMS: List = List::new("收入|产值|利润|税收|投资|营收|销售额|出口|成本");
    let known = known || SUMS.ending(&doc.chars[..doc.span(&noun).end]).is_some();
    (!known && is_money(doc.amounts[before.amount].unit)).then(|| (format!("{}{given}", naming.own), doc.span(&noun)))
}

/// 分别给予50万元、200万元、500万元奖励: the last amount of the list that token `at` stands in.
fn list_end(doc: &Doc, at: usize) -> usize {
    // A longer list is no list of grants.
    const MOST: usize = 24;
    let mut last = at;
    while last < at + MOST
        && let [joint, next] = doc.tokens.get(last + 1..last + 3).unwrap_or_default()
        && (joint.is_mark("、") || joint.is(Classes::CONJ))
        && doc.amount(next).is_some_and(|a| is_money(a.unit))
    {
        last += 2;
    }
    last
}

/// What is given, where a name ends with it.
fn ends(name: &str) -> Option<&str> {
    NAMES.split('|').find(|word| name.ends_with(word)).map(|word| {
        let short = name.chars().count() <= 4;
        if short { name } else { word }
    })
}

/// 给予补助, 补贴: what is given by a rate.
fn given_behind(mut behind: &[char]) -> Option<&'static str> {
    // 给予最高800万元补助: how much at most.
    const MOST: List = List::new("给予最高|给予不超过|最高|不超过");
    const GIVES: List = List::new("给予|予以");
    const LIGHT: List = List::new("给予|予以|一次性|的标准|的比例|标准|比例|给|的");
    if MOST.beginning(behind).is_some() {
        let near = &behind[..behind.len().min(16)];
        let clause = near.split(|c| is_one(*c, "，。；、\n")).next().unwrap_or_default();
        return NAMES.split('|').find(|word| holds_one(clause, &[word]));
    }
    let gives = GIVES.beginning(behind).is_some();
    while let Some(len) = LIGHT.beginning(behind) {
        behind = &behind[len..];
    }
    // 给予落户奖励, 给予用电补贴: what for.
    let told = |long: usize| GRANTS.which_begins(behind.get(long..).unwrap_or_default());
    let plain = |long: &usize| behind.iter().take(*long).all(|c| crate::language::is_han(*c));
    told(0).or_else(|| (2..5).take_while(plain).find_map(told).filter(|_| gives))
}

/// What the verb before a sum gives.
fn given_before(before: &[char]) -> Option<&'static str> {
    let short = || match before.last() {
        Some('奖') => Some("奖励"),
        Some('补') => Some("补助"),
        Some('贴') => Some("补贴"),
        _ => None,
    };
    GRANTS.which_ends(before).or_else(short)
}

/// What has been given last.
fn running(drafts: &[Draft]) -> Option<&str> {
    let mut names = drafts.iter().rev().take(4).filter_map(|d| d.indicator.value.as_deref());
    names.find_map(|name| ends(name.trim_end_matches("比例")))
}

/// 拿出10亿元设立产业引导基金: the fund that a sum makes.
pub(super) fn fund(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let verb = naming.draft.at + 1;
    let sets_up = doc
        .tokens
        .get(verb)
        .is_some_and(|t| doc.is_word(t, &["设立", "成立", "组建", "建立", "发起"]));
    let noun = super::behind::right_noun(doc, naming.sentence, verb).filter(|_| sets_up && is_money(naming.unit()))?;
    let name = naming.chars(&noun);
    name.ends_with("基金").then(|| (name, doc.span(&noun)))
}
