//! Names put together from more than one place: a title that is won, a thing that took time, a part told by what it does.

use super::duration::duration;
use super::extent::{capacity, done, extent, per, places, stage, state};
use super::generic::generic;
use super::grant::{fund, grant};
use super::headless::{examples, headless, limited_alike, theirs};
use super::industry::industry;
use super::part::{above, added, grade, mean, part, predicate, together, total};
use super::phrase::phrase;
use super::project::{is_named_project, spent};
use super::sentence::{Doc, Draft, Sentence, clause_end};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{self, Token};
use crate::unit::is_counted;
use std::ops::Range;

/// An amount, the noun phrase chosen for it, and the drafts before it, in all and in the sentence.
pub struct Naming<'a> {
    pub(super) doc: &'a Doc<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) draft: &'a Draft,
    pub(super) drafts: &'a [Draft],
    pub(super) here: &'a [Draft],
    pub(super) noun: Option<Range<usize>>,
    /// The words of that phrase; empty without one.
    pub(super) own: &'a str,
}

type Rule = fn(&Naming) -> Option<(String, Span)>;

/// The rules, in order; each answers for one construction.
pub const RULES: &[(&str, Rule)] = &[
    ("duration", duration),
    ("grant", grant),
    ("above", above),
    ("together", together),
    ("total", total),
    ("capacity", capacity),
    ("per", per),
    ("added", added),
    ("industry", industry),
    ("grade", grade),
    ("mean", mean),
    ("title", title),
    ("limited", limited_alike),
    ("examples", examples),
    ("headless", headless),
    ("theirs", theirs),
    ("predicate", predicate),
    ("places", places),
    ("state", state),
    ("done", done),
    ("extent", extent),
    ("stage", stage),
    ("fund", fund),
    ("project", project_sum),
    ("progress", progress),
    ("generic", generic),
    ("part", part),
    ("spent", spent),
    ("deed", deed),
    ("agent", agent),
];

/// The name of an indicator that does not stand in one piece, with its evidence and the rule.
pub fn named_otherwise(naming: &Naming) -> Option<(String, Span, &'static str)> {
    let named = |(rule, named): &(&'static str, Rule)| named(naming).map(|(name, span)| (name, span, *rule));
    RULES
        .iter()
        .filter_map(named)
        .find(|(name, ..)| !name.trim().is_empty())
}

impl Naming<'_> {
    pub(super) fn unit(&self) -> &str {
        self.doc.amounts[self.draft.amount].unit
    }

    pub(super) fn clause_end(&self) -> usize {
        clause_end(self.sentence, self.draft.at)
    }

    pub(super) fn chars(&self, range: &Range<usize>) -> String {
        phrase(self.doc, range.clone())
    }

    /// The last level with the same unit among some drafts.
    pub(super) fn same_unit<'a>(&self, drafts: &'a [Draft]) -> Option<&'a Draft> {
        let fits = |d: &&Draft| {
            d.kind == Kind::Level && self.doc.amounts[d.amount].unit == self.unit() && d.indicator.value.is_some()
        };
        drafts.iter().rev().take(6).find(fits)
    }

    /// Whether 等 stands before the amount: 某某、某某等32个.
    pub(super) fn lists_examples(&self) -> bool {
        let end = self.doc.tokens[self.draft.at].span.start;
        end > 0 && self.doc.chars[end - 1] == '等'
    }

    /// Whether the chosen noun stands before the amount.
    pub(super) fn is_left(&self) -> bool {
        self.noun.as_ref().is_some_and(|n| n.start < self.draft.at)
    }
}

/// 21家企业新获批“专精特新”中小企业: the title names what is counted.
fn title(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let noun = naming.noun.clone().filter(|n| n.start > naming.draft.at)?;
    let end = naming.clause_end();
    // 46个项目在建, 32个项目集中签约.
    if naming.own == "项目" && is_counted(naming.unit()) && super::extent::stage(naming).is_none() {
        const LIGHT: List = List::new("集中|顺利|陆续|已|正|正在|均已|全部|相继");
        const COME: List = List::new(
            "竣工投产|建成投运|投产投用|签约开工|开复工|签约|开工|竣工|投产|动工|在建|落地|建成投产|建成|完工|复工|投用|投运|开建",
        );
        let light = |t: &&Token| t.is(Classes::ADVERB) || doc.is_in(t, &LIGHT);
        let first = noun.end + doc.tokens[noun.end..end].iter().take_while(light).count();
        let behind = doc.tokens.get(first).filter(|_| first < end)?;
        let come = COME.beginning(&doc.chars[behind.span.start..])?;
        let span = Span::new(behind.span.start, behind.span.start + come);
        // 项目开工率, 项目签约仪式.
        // 85个项目已开工78个: so many of them.
        let counted = doc.tokens[first..end].iter().take(3).any(|t| doc.amount(t).is_some());
        let whole = !counted && !doc.chars.get(span.end).is_some_and(|c| is_one(*c, "率仪活大额数"));
        return whole.then(|| (format!("{}项目", doc.text(span)), span));
    }
    if !["企业", "公司", "单位", "产品", "园区"].contains(&naming.own) {
        return None;
    }
    // 187家企业实现正增长.
    if let [verb, grown] = &doc.tokens[noun.end..end]
        && is_counted(naming.unit())
        && doc.is_word(verb, &["实现", "保持"])
        && grown.is(Classes::RISE.or(Classes::FALL))
    {
        return Some((format!("{}{}", doc.text(grown.span), naming.own), grown.span));
    }
    // 98家企业亏损.
    if let [fares] = &doc.tokens[noun.end..end]
        && is_counted(naming.unit())
        && doc.is_word(fares, &["亏损", "盈利", "停产", "减产"])
    {
        return Some((format!("{}{}", doc.text(fares.span), naming.own), fares.span));
    }
    let award = (noun.end..end)
        .find(|i| !doc.tokens[*i].is(Classes::ADVERB))
        .filter(|i| doc.tokens[*i].is(Classes::AWARD))?;
    let named = (award + 1..end)
        .find(|i| !doc.tokens[*i].is(Classes::AWARD.or(Classes::ADVERB).or(Classes::CONJ).or(Classes::VERB)))?;
    let plain = |t: &Token| t.is_nominal() || t.is_mark("“”‘’《》");
    let stop = (named..end).find(|i| !plain(&doc.tokens[*i])).unwrap_or(end);
    let counted = doc
        .tokens
        .get(stop)
        .is_some_and(|t| matches!(t.kind, token::Kind::Amount(_)));
    (stop > named && !counted).then(|| (naming.chars(&(named..stop)), doc.span(&(named..stop))))
}

/// 某某新能源项目总投资50亿元, 某公司投资50亿元的项目: the sum is named, the project is its subject.
fn project_sum(naming: &Naming) -> Option<(String, Span)> {
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let last = noun.end - 1;
    // 某某孵化园项目总占地388亩.
    const LAND: [&str; 7] = [
        "总占地",
        "占地",
        "用地",
        "总用地",
        "占地面积",
        "总占地面积",
        "总建筑面积",
    ];
    // 某某项目|的|总投资为12.8亿元.
    let name = noun.start..last - usize::from(noun.len() > 2 && naming.doc.tokens[last - 1].is(Classes::DE));
    let of_project = naming.draft.project.is_some() || !name.is_empty() && is_named_project(naming.doc, &name);
    let sum = &naming.doc.tokens[last];
    let land = of_project && naming.doc.is_word(sum, &LAND);
    if !sum.is(Classes::GENERIC) && !naming.doc.is_word(sum, &["投入"]) && !land {
        return None;
    }
    let own = naming.doc.span(&(last..noun.end));
    // 某某电子投资12亿元建设基地: who spends it on what.
    let spends = naming.doc.tokens.get(naming.draft.at + 1).is_some_and(|t| {
        t.is(Classes::VERB)
            || const { List::new("建设|开发|用于|兴建|扩产") }
                .beginning(&naming.doc.chars[t.span.start..])
                .is_some()
    });
    let spender =
        spends && naming.own.chars().count() > 5 && naming.doc.is_word(&naming.doc.tokens[last], &["投资", "投入"]);
    if spender || of_project {
        return Some((naming.doc.text(own), own));
    }
    // 引来投资超百亿的单个项目: a class of projects goes into the name.
    let de = naming
        .doc
        .tokens
        .get(naming.draft.at + 1)
        .filter(|t| noun.len() == 1 && t.is(Classes::DE))?;
    let behind = super::behind::right_noun(naming.doc, naming.sentence, naming.draft.at).filter(|_| de.span.len() == 1);
    match behind {
        Some(things) => Some((format!("{}{}", naming.chars(&things), naming.doc.text(own)), own)),
        // 投资50亿元的2个: of each, not of all.
        None => Some((naming.doc.text(own), own)),
    }
}

/// 某某安置房的总工程量完成50%: progress is of the work, whosever it is.
fn progress(naming: &Naming) -> Option<(String, Span)> {
    // 标准厂房6栋，完成工程量85%.
    let plan = naming.draft.at.checked_sub(1).map(|p| &naming.doc.tokens[p]);
    let work = plan.filter(|t| t.is(Classes::PLAN) && naming.doc.chars[..t.span.end].ends_with(&['量']));
    if let Some(work) = work.filter(|_| naming.noun.is_none() && naming.draft.kind == Kind::Completion) {
        return Some((naming.doc.text(work.span), work.span));
    }
    let noun = naming
        .noun
        .clone()
        .filter(|n| naming.draft.kind == Kind::Completion && n.len() > 2)?;
    let last = noun.end - 1;
    let split = naming.doc.tokens[last].is(Classes::PLAN) && naming.doc.tokens[last - 1].is(Classes::DE);
    split.then(|| (naming.chars(&(last..noun.end)), naming.doc.tokens[last].span))
}

/// 区内企业进出口402.8亿元, 企业年产能1100台: whose it is goes without saying.
fn agent(naming: &Naming) -> Option<(String, Span)> {
    // 居住着约2.8万人|口.
    let amount = naming.doc.amounts[naming.draft.amount].span;
    if naming.unit() == "人" && naming.doc.chars.get(amount.end) == Some(&'口') {
        return Some(("人口".to_owned(), amount));
    }
    // 合同利用外资1250万美元，实际到账318万美元.
    let got = ["到账", "实际到账", "实到"].contains(&naming.own) && crate::unit::is_money(naming.unit());
    let foreign = || {
        let told = naming.here.last().and_then(|d| d.indicator.value.as_deref());
        naming.unit() != "CNY" || told.is_some_and(|name| name.contains("外资"))
    };
    if got && foreign() {
        return Some(("到账外资".to_owned(), naming.doc.span(naming.noun.as_ref()?)));
    }
    // 纳税企业9家，合计入库2.59亿元.
    if naming.own == "入库" && crate::unit::is_money(naming.unit()) {
        let who = naming.here.last().and_then(|d| d.indicator.value.as_deref());
        let who = who.filter(|name| name.ends_with("企业")).unwrap_or_default();
        return Some((format!("{who}入库税收"), naming.doc.span(naming.noun.as_ref()?)));
    }
    // 增值税入库27.9亿元.
    let tax = naming
        .own
        .strip_suffix("入库")
        .filter(|tax| tax.ends_with('税') && naming.is_left());
    if let Some(tax) = tax {
        return Some((tax.to_owned(), naming.doc.span(naming.noun.as_ref()?)));
    }
    const MEASURES: List = List::new("进出口|出口|进口|年产能|产能");
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    let name = ["企业", "公司"].iter().find_map(|who| naming.own.strip_prefix(who))?;
    let chars: Vec<char> = name.chars().collect();
    MEASURES
        .beginning(&chars)
        .map(|_| (name.to_owned(), naming.doc.span(&noun)))
}

/// 累计投入1000多万元, 某公司拟投入1.2亿欧元: the verb itself says what the sum was for.
fn deed(naming: &Naming) -> Option<(String, Span)> {
    const DEEDS: [&str; 18] = [
        "再投", "投", "投下", "投了", "投入", "补贴", "补助", "奖励", "资助", "放款", "放贷", "发放", "减免", "节约",
        "收购", "招聘", "拨付", "筹集",
    ];
    let doc = naming.doc;
    // 公司去年卖了11.6亿元, 卖到3.5元一颗.
    let sold = doc.tokens[..naming.draft.at]
        .last()
        .map(|t| doc.text(t.span))
        .filter(|w| w.starts_with('卖'));
    if let Some(sold) = sold.filter(|w| crate::unit::is_money(naming.unit()) && (!naming.is_left() || w == "卖到")) {
        let name = if sold == "卖到" { "单价" } else { "销售额" };
        return Some((name.to_owned(), doc.tokens[naming.draft.at - 1].span));
    }
    // 对首次流片的企业最高补贴500万元.
    let getter = |n: &Range<usize>| {
        let given = doc.tokens[..naming.draft.at]
            .last()
            .is_some_and(|t| doc.is_word(t, &["补贴", "补助", "奖励", "资助"]));
        given && doc.tokens[n.end - 1].is(Classes::HEAD)
    };
    let giver = |n: &Range<usize>| naming.is_left() && (doc.tokens[n.end - 1].is(Classes::ORG) || getter(n));
    // 投入32亿元更新12栋厂房: what is done for it.
    let does = |n: &Range<usize>| {
        n.start == naming.draft.at + 1
            && n.len() == 1
            && const { List::new("更新|升级|改造|翻新|整治|修缮") }
                .beginning(&doc.chars[doc.span(n).start..])
                .is_some()
            && doc.tokens.get(n.end).is_some_and(|t| doc.amount(t).is_some())
    };
    let does = naming.noun.as_ref().is_some_and(does);
    let free = does || naming.noun.as_ref().is_none_or(giver);
    // 发放资金2.3亿元；投入135亿元，…: another deed.
    let again = match &doc.tokens[..naming.draft.at] {
        [.., mark, deed] => doc.is_word(deed, &["投入"]) && mark.is_mark("，；。\n"),
        _ => false,
    };
    if !free || naming.draft.kind != Kind::Level || naming.same_unit(naming.here).is_some() && !again {
        return None;
    }
    let light = Classes::ADVERB.or(Classes::COPULA);
    let verb = (naming.sentence.range.start..naming.draft.at)
        .rev()
        .find(|i| !doc.tokens[*i].is(light))?;
    let token = &doc.tokens[verb];
    let what = if does { naming.own } else { "" };
    // 二期拟再投70亿美元.
    let word = doc.text(token.span);
    let word = if word.ends_with("投入") || !word.contains('投') {
        word
    } else {
        "投资".to_owned()
    };
    doc.is_word(token, &DEEDS)
        .then(|| (format!("{what}{word}"), token.span))
}
