//! Projects: which noun phrases name a single one, and what is told of it.

use super::behind::right_noun;
use super::naming::Naming;
use super::noun::left_noun;
use super::phrase::phrase;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{self, Token};
use crate::unit::is_money;
use std::ops::Range;

/// What names of projects end with.
pub(super) const KINDS: List = List::new("项目|工程|基地|产业园|生产线|工厂");

/// Whether a noun phrase is the name of one project rather than of a class of projects.
pub fn is_named_project(doc: &Doc, noun: &Range<usize>) -> bool {
    const DOING: List = List::new("建设|新建|扩建|改造");
    // 某某路等道路项目: one among several.
    const SEVERAL: List = List::new("等|公司");
    let span = doc.span(noun);
    let words = &doc.chars[span.start..span.end];
    let unknown = |t: &Token| t.kind == token::Kind::Word(Classes::NONE) && t.span.len() >= 2;
    if SEVERAL.stands_in(words) || DOING.beginning(words).is_some() || !doc.tokens[noun.clone()].iter().any(unknown) {
        return false;
    }
    let name = phrase(doc, noun.clone());
    let kind = KINDS.stands_in_name(&name) || name.ends_with('期');
    let len = name.chars().count();
    (kind && len > 4 || is_works(words) && len > 2) && !classes_of_projects(&name)
}

/// 湘江路, 某某大道延伸段, 某某学校: whether a name is that of works.
fn is_works(name: &[char]) -> bool {
    const WORKS: List = List::new("大道|延伸段|东段|西段|南段|北段|路|大桥|隧道|学校|水厂|处理厂|变电站|医院");
    const SOME: List = List::new("道路|公路|铁路|高速公路|线路|思路|出路|新路|套路");
    WORKS.ending(name).is_some() && SOME.ending(name).is_none()
}

fn classes_of_projects(name: &str) -> bool {
    const CLASSES: List = List::new(
        "以上|以下|等|类项目|领域项目|业项目|新建项目|续建项目|投产项目|在建项目|省大中型|重点工程|签约|签署|省重点|市重点|大中型|亿元以上|集群式|开工项目|\
        行动”项目|行动项目|计划”项目",
    );
    let graded = ["省", "市", "国家", "全", "各"].iter().any(|w| name.starts_with(w));
    graded || CLASSES.stands_in_name(name)
}

/// 总投资50亿元的某项目, 总投资56亿元某项目: the tokens that name what a sum is spent on.
pub(super) fn project(doc: &Doc, sentence: &Sentence, draft: &Draft) -> Option<Range<usize>> {
    let money = is_money(doc.amounts[draft.amount].unit);
    let next = doc
        .tokens
        .get(draft.at + 1)
        .filter(|_| draft.at + 1 < sentence.range.end)?;
    let named = summed(doc, draft.at);
    let built = doc.is_word(next, &["建设", "兴建", "打造", "新建", "扩建"]);
    if !money || draft.kind != Kind::Level || !next.is(Classes::DE) && !named && !built {
        return None;
    }
    let builds = doc.is_word(next, &["建设", "兴建", "打造", "新建", "扩建"]);
    // 投资18亿元建设的某某产业园.
    if let Some(name) = behind_sum(doc, sentence, draft.at + 1 + usize::from(builds)) {
        return Some(name);
    }
    let noun = right_noun(doc, sentence, draft.at)?;
    if is_named_project(doc, &noun) {
        return Some(noun);
    }
    // 投资650万美元的某某纺机有限公司: whom a sum is said of.
    let firm = const { List::new("有限公司|有限责任公司") }.ending(&doc.chars[..doc.span(&noun).end]);
    if firm.is_some() || named_by_sum(doc, sentence, draft, &noun) {
        return Some(noun);
    }
    // 投资50亿元的项目某某、某某: the names stand behind.
    let unknown = |t: &Token| {
        t.kind == token::Kind::Word(Classes::NONE) || t.is(Classes::PLAIN) || t.is_mark("、") || t.is(Classes::CONJ)
    };
    let names = doc.tokens[noun.end..sentence.range.end]
        .iter()
        .take_while(|t| unknown(t))
        .count();
    let apposed =
        noun.len() == 1 && names > 0 && doc.tokens.get(noun.end + names).is_none_or(|t| t.is_mark("，；。\n"));
    apposed.then_some(noun.end..noun.end + names)
}

/// 总投资46亿元的某某造船、27亿元的某某实业: whether a word for sums stands before the one at token `at`, or before the first of its list.
fn summed(doc: &Doc, at: usize) -> bool {
    let mut at = at;
    loop {
        let Some((last, before)) = doc.tokens[..at].split_last() else {
            return false;
        };
        let name = |t: &&Token| !matches!(t.kind, token::Kind::Mark(_) | token::Kind::Amount(_)) && !t.is(Classes::DE);
        let len = before.iter().rev().take(8).take_while(name).count();
        match before[..before.len() - len] {
            _ if last.is(Classes::GENERIC) => return true,
            [.., ref sum, ref de] if last.is_mark("、") && de.is(Classes::DE) && doc.amount(sum).is_some() => {
                at = before.len() - len - 2;
            }
            _ => return false,
        }
    }
}

/// 这批项目里，有投资5.8亿元的某某钛业海绵钛，投资2.4亿元的某某风电塔筒: whether a sum in a sentence on projects names one without a word for it.
fn named_by_sum(doc: &Doc, sentence: &Sentence, draft: &Draft, noun: &Range<usize>) -> bool {
    const THINGS: List =
        List::new("企业|公司|资金|设备|厂房|基金|贷款|产业|工程|平台|中心|合同|协议|订单|产值|收入|任务|目标");
    let tokens = doc.tokens;
    let projects = || {
        let near = sentence.range.start..sentence.range.end.min(draft.at + 60);
        tokens[near]
            .iter()
            .any(|t| doc.chars[..t.span.end].ends_with(&['项', '目']))
    };
    let unknown = |t: &Token| t.kind == token::Kind::Word(Classes::NONE) && t.span.len() > 2;
    let spent = summed(doc, draft.at);
    let whole = tokens
        .get(noun.end)
        .is_none_or(|t| t.is_mark("，、。；\n") || t.is(Classes::CONJ) || doc.is_word(t, &["以及", "等"]));
    let span = doc.span(noun);
    let name = &doc.chars[span.start..span.end];
    spent
        && whole
        && (4..=16).contains(&name.len())
        && tokens[noun.clone()].iter().any(unknown)
        && THINGS.ending(name).is_none()
        && projects()
}

/// The phases that a project is built in.
const PHASES: List = List::new("一期|二期|三期|四期");

/// Whether a name of a project may end with token `i`: 项目, 某某产业园一期.
pub(super) fn ends_project(doc: &Doc, i: usize) -> bool {
    const NAMES: List = List::new("项目|工程|基地|工厂");
    const KINDS: List = List::new("产业园|智造园|生产线");
    let token = &doc.tokens[i];
    let phase = || {
        let word = &doc.chars[token.span.start..token.span.end];
        // 比亚迪|产业园|三期.
        let goes_on = || {
            doc.tokens[..i]
                .last()
                .is_some_and(|t| t.is_nominal() && t.span.end == token.span.start)
        };
        let ending = KINDS.ending(word).or(PHASES.ending(word));
        ending.is_some_and(|len| len < word.len() || goes_on())
    };
    doc.is_in(token, &NAMES) || token.kind == token::Kind::Word(Classes::NONE) && phase()
}

/// Words that tell of a project: its sum, its ground, what it will bring.
pub(super) fn speaks_of_project(doc: &Doc, tokens: &[Token]) -> bool {
    const TOLD: List = List::new("占地|达产|满产|投产|完工|建成|年产|用地|项目|工期|竣工|封顶|动工");
    tokens
        .iter()
        .take(12)
        .any(|t| t.is(Classes::GENERIC.or(Classes::EXPECTED)) || TOLD.stands_in(&doc.chars[t.span.start..t.span.end]))
}

/// 全年新开工亿元以上项目48个, “三新”项目新开工7个: whether projects are counted.
pub(super) fn counts_projects(doc: &Doc, tokens: &[Token]) -> bool {
    let many = |t: &Token| {
        doc.counts(t)
            && doc
                .amount(t)
                .is_some_and(|a| a.value > crate::decimal::Decimal::new(1, 0))
    };
    let projects = |t: &Token| doc.chars[..t.span.end].ends_with(&['项', '目']);
    let come = |t: &Token| doc.is_word(t, &["新开工", "开工", "竣工", "投产", "达产", "新达产"]);
    (1..tokens.len()).filter(|i| projects(&tokens[i - 1])).any(|i| {
        let sum = if come(&tokens[i]) {
            tokens.get(i + 1)
        } else {
            tokens.get(i)
        };
        sum.is_some_and(many)
    })
}

/// The name of one project that ends with token `i`: not a class of projects that is counted (某某项目21个), listed or spoken of (“某某工程”的…).
pub(super) fn project_named(doc: &Doc, sentence: &Sentence, i: usize) -> Option<Range<usize>> {
    let counted = doc.tokens[i + 1..sentence.range.end].first().is_none_or(|t| {
        matches!(t.kind, token::Kind::Amount(_) | token::Kind::Mark(_)) || t.is(Classes::DE.or(Classes::CONJ))
    });
    // 最大的是某某项目，计划投资35亿元: it is presented, and the next clause tells of it.
    let presented = || {
        let clause = &doc.tokens[clause_start(sentence, i)..i];
        let (comma, behind) = doc.tokens[i + 1..sentence.range.end].split_first()?;
        let told = comma.is_mark("，、") && speaks_of_project(doc, behind);
        // 某某锂电铜箔项目，总投资32亿元.
        let summed = matches!(behind, [sum, so_much, ..] if sum.is(Classes::GENERIC) && doc.amount(so_much).is_some());
        Some(told && (summed && comma.is_mark("，") || clause.iter().any(|t| doc.is_word(t, &["为", "是"]))))
    };
    // 支柱性项目 are a kind.
    let kind = doc.chars[..doc.tokens[i].span.end].ends_with(&['性', '项', '目']);
    if !ends_project(doc, i) || kind || doc.chars[doc.tokens[i].span.end..].starts_with(&['等']) {
        return None;
    }
    let told = presented() == Some(true);
    if counted && !told {
        return None;
    }
    let start = clause_start(sentence, i);
    let noun = left_noun(doc, start, i + 1).filter(|noun| noun.end == i + 1)?;
    let noun = behind_de(doc, noun);
    let whole = !doc.tokens[noun.clone()].iter().any(|t| t.is(Classes::CONJ));
    // 77个“八大行动”项目: so many of them; 二期8GW某某项目: a phase of whose the text speaks.
    let many = noun.start.checked_sub(1).is_some_and(|b| {
        let sized = doc.amount(&doc.tokens[b]).is_some() && doc.chars[..doc.tokens[b].span.start].ends_with(&['期']);
        sized || doc.counts(&doc.tokens[b])
    });
    (whole && !many && (told || !listed(doc, i + 1)) && is_named_project(doc, &noun)).then_some(noun)
}

/// 位于某地的|某某项目: the name alone.
fn behind_de(doc: &Doc, noun: Range<usize>) -> Range<usize> {
    let last = noun.clone().rev().find(|i| !doc.tokens[*i].is(Classes::DE));
    let end = last.map_or(noun.end, |last| last + 1);
    let de = (noun.start..end).rev().find(|i| doc.tokens[*i].is(Classes::DE));
    de.map_or(noun.start, |de| de + 1)..end
}

/// 某某新能源项目总投资50亿元: the project that stands before its sum.
pub(super) fn project_before(doc: &Doc, draft: &Draft) -> Option<Range<usize>> {
    let name = draft.noun.start..draft.noun.end.checked_sub(1)?;
    let sum = draft.noun.end <= draft.at && draft.kind == Kind::Level && !name.is_empty();
    let sum = sum
        && doc.is_word(
            &doc.tokens[name.end],
            &["总投资", "总投资额", "投资", "投资额", "计划总投资", "投资总额"],
        );
    (sum && is_named_project(doc, &name)).then(|| behind_de(doc, name))
}

/// 投资30亿元|的中创新航成都基地三期项目: the name behind 的 at token `de`, up to its last word for a project. A word inside may be anything.
fn behind_sum(doc: &Doc, sentence: &Sentence, de: usize) -> Option<Range<usize>> {
    let tokens = &doc.tokens[..sentence.range.end];
    let name = tokens.get(de).filter(|t| t.is(Classes::DE)).map(|_| de + 1)?;
    let inside = |t: &Token| match t.kind {
        token::Kind::Mark(c) => is_one(c, "（）()“”"),
        token::Kind::Amount(_) => doc.amount(t).is_some_and(|a| !is_money(a.unit)),
        token::Kind::Time(_) => false,
        // 科创基金|累计投出项目53个.
        _ => !(t.is(Classes::DE) || t.is(Classes::ADVERB) && t.span.len() > 1),
    };
    let ends = |t: &Token| {
        let words = &doc.chars[..t.span.end];
        KINDS.ending(words).or(PHASES.ending(words)).is_some() || is_works(words)
    };
    let run = tokens[name..].iter().take(14).take_while(|t| inside(t)).count();
    let first = (name..name + run).find(|i| ends(&tokens[*i]))?;
    // 基地三期项目: as long as it goes on to another such word.
    let last = (first + 1..name + run)
        .take_while(|i| tokens[*i].is_nominal())
        .filter(|i| ends(&tokens[*i]))
        .last()
        .unwrap_or(first);
    // 投资4.5亿元的二期项目: whose it is goes without saying.
    let phase = |range: &Range<usize>| {
        let name: Vec<char> = phrase(doc, range.clone()).chars().collect();
        PHASES.beginning(&name).is_some() && name.ends_with(&['项', '目'])
    };
    Some(name..last + 1).filter(|range| phase(range) || is_named_project(doc, range))
}

/// ◆ 120万吨乙烯新材料项目：总投资31.8亿元，…: the project that a sentence is labelled with.
pub(super) fn project_label(doc: &Doc, sentence: &Sentence) -> Option<Range<usize>> {
    let tokens = &doc.tokens[..sentence.range.end];
    let first = sentence
        .range
        .clone()
        .find(|i| !matches!(tokens[*i].kind, token::Kind::Mark(_)))?;
    let inside = |t: &&Token| !t.is_mark("，：；") && !doc.amount(t).is_some_and(|a| is_money(a.unit));
    let end = first + tokens[first..].iter().take(14).take_while(inside).count();
    let colon = tokens.get(end).is_some_and(|t| t.is_mark("：")) && end > first;
    let named = || KINDS.ending(&doc.chars[..tokens[end - 1].span.end]).is_some();
    // 新引进产业项目：53个: a class that is counted.
    let counted = || {
        tokens
            .get(end + 1)
            .and_then(|t| doc.amount(t))
            .is_some_and(|a| matches!(a.unit, "个" | "家" | "项"))
    };
    (colon && named() && !counted()).then_some(first..end)
}

/// 某某药业投3.2亿元建厂房, 去年亏了600万元: a sum that only a verb tells of.
pub(super) fn spent(naming: &Naming) -> Option<(String, Span)> {
    const VERBS: List =
        List::new("投|投了|又投|再投|砸|砸了|砸下|斥资|豪掷|豪掷了|花|花了|要花|亏了|亏|赚|赚了|赚回|赚回来");
    let money = is_money(naming.unit()) && naming.draft.kind == Kind::Level;
    let last = naming.draft.at.checked_sub(1).filter(|_| money)?;
    let token = &naming.doc.tokens[last];
    let verb = VERBS.which_ends(&naming.doc.chars[..token.span.end])?;
    // 改造花了1.3亿元: there it is told on what; 跟投 and 领投 are in what is another's.
    let unknown = |i: usize| {
        let token = &naming.doc.tokens[i];
        token.kind == token::Kind::Word(Classes::NONE) || token.is(Classes::ORG)
    };
    let whose = |noun: &Range<usize>| noun.end >= last && (noun.start..last.min(noun.end)).all(unknown);
    let known = matches!(token.kind, token::Kind::Noun(_));
    let alone = naming.noun.as_ref().is_none_or(|noun| noun.start > last || whose(noun));
    let alone = alone && !known && !naming.own.ends_with("跟投") && !naming.own.ends_with("领投");
    let name = match verb.chars().find(|c| is_one(*c, "花亏赚")) {
        Some('花') => "投入",
        Some('亏') => "亏损",
        Some(_) => "盈利",
        None => "投资",
    };
    alone.then(|| (name.to_owned(), token.span))
}

/// The name of the project that a sum before token `at` is spent on, unless it is one in a list.
pub(super) fn spent_on(doc: &Doc, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let de = at
        .checked_sub(1)
        .filter(|de| *de > sentence.range.start && doc.tokens[*de].is(Classes::DE))?;
    doc.amount(&doc.tokens[de - 1]).filter(|a| is_money(a.unit))?;
    let name = behind_sum(doc, sentence, de)?;
    (!listed(doc, name.end)).then_some(name)
}

/// Whether the name that ends before token `end` goes on to others: …基地扩建等28个项目, …二期、…
fn listed(doc: &Doc, end: usize) -> bool {
    let behind = doc.chars[doc.tokens[end - 1].span.end..].iter().take(6);
    behind
        .take_while(|c| !is_one(**c, "，。"))
        .any(|c| is_one(*c, "、等和"))
}
