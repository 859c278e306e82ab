//! Nouns that say little alone, and belong to what was spoken of before.

use super::naming::Naming;
use super::noun::left_noun;
use super::part::without_added;
use super::place::{aside, inserted};
use super::running::clause_before;
use super::sentence::{Draft, clause_start};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::List;
use crate::text::Span;
use crate::token::Token;
use crate::unit::is_counted;

/// How many things there are, whatever they are.
const NUMBERS: [&str; 7] = ["户数", "家数", "个数", "件数", "宗数", "数量", "存量"];

/// 新签约项目49个，总投资 …: a noun that says little alone belongs to what was counted before.
pub(super) fn generic(naming: &Naming) -> Option<(String, Span)> {
    let noun = naming.noun.clone().filter(|n| {
        let says_little = NUMBERS.contains(&naming.own) || naming.own == "价值";
        n.len() == 1 && (naming.doc.tokens[n.start].is(Classes::GENERIC) || says_little)
    })?;
    // 小微企业3960户，户数占比93.9%.
    let own = if NUMBERS.contains(&naming.own) {
        "总数"
    } else {
        naming.own
    };
    let doc = naming.doc;
    let told = |d: &&Draft| !inserted(doc, d.at, naming.draft.at);
    let last = || {
        naming
            .here
            .iter()
            .rev()
            .filter(told)
            .find_map(|d| d.indicator.value.clone())
    };
    // 开发区158家，其中国家级27家，总数居第一: of them all.
    let all = || naming.here.iter().find_map(|d| d.indicator.value.clone());
    let parts = naming.sentence.range.start..naming.draft.at;
    let parted =
        own == "总数" && naming.draft.kind == Kind::Rank && doc.tokens[parts].iter().any(|t| doc.is_word(t, &["其中"]));
    // 省级以上开发区|总数达到100家.
    let zones = left_noun(doc, clause_start(naming.sentence, naming.draft.at), noun.start);
    let zones = zones.filter(|z| z.end == noun.start && doc.tokens[z.end - 1].is(Classes::SELF));
    // 园区|总数达到178家.
    let alone = noun
        .start
        .checked_sub(1)
        .filter(|i| doc.tokens[*i].is(Classes::SELF))
        .map(|i| i..i + 1);
    if let Some(zones) = zones.or(alone).filter(|_| matches!(own, "总数" | "总量")) {
        return Some((naming.chars(&zones), doc.span(&zones)));
    }
    let thing = if parted {
        all()?
    } else if own.contains("总量") || own == "总数" {
        // 新增市场主体4820户，总量3.2万户. 固定资产投资保持稳定，总量居全市第1.
        let spoken = || clause_before(doc, naming.sentence, naming.draft, naming.here)?.value;
        let thing = last().or_else(spoken)?;
        let thing = without_added(&thing).trim_end_matches("新增");
        // 企业总量702家，增量、总量均居第1位.
        thing.strip_suffix(own).unwrap_or(thing).to_owned()
    } else if own == "价值" {
        // 汽车进口2.3万辆，价值58亿元.
        last()?
    } else if own == "规模" && naming.draft.kind == Kind::Rank {
        // 外贸进出口576.8亿元，规模在全国列第21位.
        last()?.trim_end_matches("总规模").trim_end_matches(own).to_owned()
    } else if own.ends_with("增幅") || own.ends_with("增速") {
        // 财政收入也有较快增长，增幅居全省第3位.
        let spoken = || clause_before(doc, naming.sentence, naming.draft, naming.here)?.value;
        let thing = last().or_else(spoken)?;
        ["总量", "总数", "增速", "增幅"]
            .iter()
            .find_map(|w| thing.strip_suffix(w))
            .unwrap_or(&thing)
            .to_owned()
    } else {
        // 重点建设项目|实现|投资358.6亿元: of those that the clause begins with.
        let begins = clause_start(naming.sentence, naming.draft.at);
        let own_things = left_noun(doc, begins, noun.start).filter(|things| {
            let name = doc.span(things);
            let ends = const { List::new("项目|工程") }.ending(&doc.chars[name.start..name.end]);
            let acts = |t: &Token| t.is(Classes::VERB.or(Classes::DONE).or(Classes::ADVERB));
            ends.is_some() && things.end < noun.start && doc.tokens[things.end..noun.start].iter().all(acts)
        });
        if let Some(things) = own_things.filter(|_| own.ends_with("投资")) {
            return Some((format!("{}{own}", naming.chars(&things)), doc.span(&noun)));
        }
        // 重点项目开工率98%，完成投资86亿元: of the projects that a rate is told of.
        let rated = naming
            .here
            .last()
            .filter(|d| doc.amounts[d.amount].unit == "%" && !d.noun.is_empty());
        let rated = rated.and_then(|d| d.indicator.value.as_deref()?.split_once("项目"));
        // 项目71项（新建45项，续建26项），总投资…: of them all.
        let all = naming.here.iter().filter(|d| !aside(doc, d, naming.draft.at));
        let last = all
            .rev()
            .find(|d| is_counted(doc.amounts[d.amount].unit) && d.kind == Kind::Level && d.indicator.rule != "above")?;
        let counted = last.indicator.value.clone();
        match rated.filter(|(kind, rate)| kind.chars().count() > 1 && rate.ends_with('率')) {
            Some((kind, _)) => format!("{kind}项目"),
            None => {
                counted.filter(|name| own == "金额" || ["项目", "工程", "基金"].iter().any(|w| name.ends_with(w)))?
            }
        }
    };
    // 高新技术企业新增18家，总数达到112家: so many there are.
    let own = if own == "总数" { "" } else { own };
    // 签约项目94个，签约金额253亿元.
    let own = ["签约", "合同", "协议"]
        .iter()
        .find_map(|w| own.strip_prefix(w).filter(|_| thing.contains(w)))
        .unwrap_or(own);
    Some((format!("{thing}{own}"), doc.span(&noun)))
}
