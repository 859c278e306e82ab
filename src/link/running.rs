//! Indicators that run on: what an amount without a noun of its own speaks of.

use super::carried;
use super::edge::{MOST, is_region};
use super::noun::left_noun;
use super::opening::{heading, measure_before, sentence_before};
use super::place::{before_asides, inserted, threshold};
use super::rank::contest;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::prefix::List;
use crate::token;
use crate::unit::is_counted;

/// Fills the indicator of a draft that names none: from the contest that a rank is given in, from the figure before, or from what the
/// sentence speaks of.
pub fn take_over(doc: &Doc, sentence: &Sentence, draft: &mut Draft, drafts: &[Draft], first: usize) {
    let drafts = before_asides(doc, drafts, first, draft.at);
    let here = drafts.get(first..).unwrap_or_default();
    let ranked = here
        .iter()
        .rev()
        .find(|d| d.kind == Kind::Rank && d.indicator.value.is_some());
    if let Some(source) = ranked.filter(|d| draft.kind == Kind::Rank && (here.len() < 3 || d.origin)) {
        draft.indicator = carried(&source.indicator, Some(doc.tokens[source.at].span), "moves on");
        return;
    }
    // 拥有客户210家，占全球市场份额的8%.
    if draft.kind == Kind::Share && draft.basis.as_deref().is_some_and(|whole| whole.ends_with("市场份额")) {
        draft.indicator = Slot::inherited("市场份额".to_owned(), doc.tokens[draft.at].span, "market share");
        return;
    }
    let led = here.iter().any(|d| d.indicator.rule == "leads");
    if draft.kind == Kind::Rank
        && !led
        && let Some(slot) = contest(doc, draft, here)
    {
        draft.indicator = slot;
        return;
    }
    let unit = doc.amounts[draft.amount].unit;
    // 在全国150家经开区中排名第8位: among how many is not what the place is of.
    let ranks = unit == "rank" || draft.unit == Some("rank");
    let field = |d: &Draft| {
        let name = d.indicator.value.as_deref().unwrap_or_default();
        ranks && is_counted(doc.amounts[d.amount].unit) && name.ends_with('区') && !name.ends_with("社区")
    };
    let linked = |d: &&Draft| d.indicator.value.is_some() && !field(d);
    let same = |d: &&Draft| doc.amounts[d.amount].unit == unit && d.kind == Kind::Level;
    let level = draft.kind == Kind::Level;
    // 放款1126笔、34.8亿元: one thing in two measures.
    // 出口手机1580万部，442.6亿元: money or area beside a number, even behind a comma.
    let told = |d: &&Draft| !d.noun.is_empty() && d.noun.end <= d.at && is_counted(doc.amounts[d.amount].unit);
    let sum = (crate::unit::is_money(unit) || unit == "m2") && !threshold(doc, draft.at);
    let beside = here.last().filter(|d| {
        let mark = &doc.tokens[d.at + 1];
        d.at + 2 == draft.at && (mark.is_mark("、") || sum && mark.is_mark("，,") && told(d)) && !same(d)
    });
    if level && let Some(source) = beside.filter(linked).filter(|d| d.kind == Kind::Level) {
        draft.indicator = carried(&source.indicator, Some(doc.tokens[source.at].span), "in two measures");
        return;
    }
    if level && let Some(slot) = also_from(doc, draft, here) {
        draft.indicator = slot;
        return;
    }
    if level && let Some(slot) = come_to(doc, draft, here).or_else(|| fared(doc, sentence, draft, here)) {
        draft.indicator = slot;
        return;
    }
    // 奖励30万元；突破1亿元的，奖励80万元: the condition is no grant.
    let condition = doc.tokens.get(draft.at + 1).is_some_and(|t| t.is(Classes::DE));
    let fits = |d: &&Draft| same(d) && !(condition && d.indicator.rule == "grant");
    if level && let Some(source) = here.iter().rev().filter(linked).find(fits) {
        draft.indicator = carried(&source.indicator, Some(doc.tokens[source.at].span), "same unit");
        done_of_plan(doc, draft);
        return;
    }
    // 今年15亿元的目标: of what was told before.
    let aim = condition && doc.tokens.get(draft.at + 2).is_some_and(|t| t.is(Classes::PLANNED));
    if let Some(source) = drafts
        .iter()
        .rev()
        .take(6)
        .filter(linked)
        .find(same)
        .filter(|_| level && aim)
    {
        draft.indicator = carried(&source.indicator, Some(doc.tokens[source.at].span), "same unit");
        return;
    }
    let told = || leads(doc, draft, drafts).or_else(|| aspect(doc, sentence, draft));
    let headed = || heading(doc, sentence, draft).or_else(|| topic(doc, sentence, draft));
    let opens = || {
        (here.is_empty() && !is_counted(unit))
            .then(|| sentence_before(doc, sentence))
            .flatten()
    };
    let measured = || measure_before(doc, sentence, draft, here);
    if level && let Some(slot) = told().or_else(headed).or_else(opens).or_else(measured) {
        draft.indicator = slot;
        return;
    }
    if !level && let Some(slot) = clause_before(doc, sentence, draft, here) {
        draft.indicator = slot;
        return;
    }
    // 连续四个月正增长，降幅收窄至2.6%: how long it lasted has no rates.
    // 由15个工作日压缩至2个工作日，压缩率86.7%: but there the time is what has changed.
    let moved = |d: &Draft| doc.tokens[..d.at].last().is_some_and(|t| t.is(Classes::TO));
    let lasting = |d: &Draft| {
        crate::unit::is_time(doc.amounts[d.amount].unit) && d.kind == Kind::Level && !draft.is_time(doc) && !moved(d)
    };
    // 占全国总产能23万吨的56.5%, 占全区税收（86亿元）的32%: the size of the whole is another's.
    let whole = |d: &Draft| here.len() > 1 && super::noun::of_whole(doc, draft, d) || inserted(doc, d.at, draft.at);
    // 贡献率达36.5%，拉动增长2.9个百分点: what it drives is not the contribution.
    let part = |d: &Draft| {
        let drives = draft.kind == Kind::Change && d.indicator.value.as_deref() == Some("贡献率");
        drives || draft.kind != Kind::Share && d.indicator.rule == "market share"
    };
    let source = here
        .iter()
        .rev()
        .filter(|d| !lasting(d) && !whole(d) && !part(d))
        .find(linked);
    let source = source.or_else(|| here.iter().rev().find(linked));
    // 8月，进出口值412亿元。前8个月累计3045亿元: the same thing over more months.
    let total = || {
        let clause = clause_start(sentence, draft.at);
        let sum = doc.tokens[clause..draft.at].iter().any(|t| doc.is_word(t, &["累计"]));
        drafts.iter().rev().take(6).filter(linked).find(same).filter(|_| sum)
    };
    let source = source.or_else(total);
    // Beyond the sentence what has no noun by nature: a change, a share, a rank; else what is told in the same unit, where nothing else has been named.
    let source = source.or_else(|| {
        drafts
            .iter()
            .rev()
            .take(2)
            .find(linked)
            .filter(|_| !level && !here.iter().any(field))
    });
    let named = |t: &token::Token| matches!(t.kind, token::Kind::Noun(_)) || t.is(Classes::HEAD.or(Classes::GENERIC));
    let again = || {
        // 总量靠前的有：鄂尔多斯市|882亿元.
        let place = matches!(
            doc.tokens[draft.at.saturating_sub(1)].kind,
            token::Kind::Zone(_) | token::Kind::Place
        );
        let from = if place {
            clause_start(sentence, draft.at)
        } else {
            sentence.range.start
        };
        let said = doc.tokens[from..draft.at].iter().any(named);
        drafts
            .iter()
            .rev()
            .take(4)
            .filter(linked)
            .find(same)
            .filter(|_| level && !said)
    };
    let source = source.or_else(again);
    if source.is_none()
        && let Some(slot) = titled(doc, draft).filter(|_| level)
    {
        draft.indicator = slot;
        return;
    }
    if let Some(source) = source {
        draft.indicator = carried(&source.indicator, Some(doc.tokens[source.at].span), "runs on");
        // 增速高于全国4.2个百分点，占全国比重10.6%; 总量列第3位，增长6.2%: no rate is a part, and what ranks by its sum grows.
        let aspect = draft.kind == Kind::Share || draft.kind == Kind::Change && source.kind == Kind::Rank;
        if let Some(name) = draft.indicator.value.as_mut().filter(|_| aspect)
            && let Some(stem) = ["增速", "增幅", "总量"]
                .iter()
                .take(if draft.kind == Kind::Share { 2 } else { 3 })
                .find_map(|w| name.strip_suffix(w))
                .filter(|stem| !stem.is_empty())
        {
            *name = stem.to_owned();
        }
    } else if draft.kind == Kind::Rank {
        draft.indicator = Slot::inherited("排名".to_owned(), doc.tokens[draft.at].span, "league");
    }
}

/// 各园区营业额⏎⏎某某园区：31亿元: what a heading not far before says that the lines behind it give.
pub fn titled(doc: &Doc, draft: &Draft) -> Option<Slot<String>> {
    let near = doc.tokens[..draft.at].iter().enumerate().rev().take(60);
    let ends = |(i, t): &(usize, &token::Token)| {
        let measure = const { List::new("营业额|产值|营收|税收|投资额") }.ending(&doc.chars[..t.span.end]);
        doc.tokens[i + 1].is_mark("\n")
            && (matches!(t.kind, token::Kind::Noun(_)) || t.is_nominal() && measure.is_some())
    };
    let (i, noun) = near.into_iter().find(ends)?;
    let line = doc.tokens[..i].iter().rev().take_while(|t| !t.is_mark("\n"));
    let short = line.clone().count() < 8
        && line
            .into_iter()
            .all(|t| doc.amount(t).is_none() && !t.is_mark("，。；"));
    let money = crate::unit::is_money(doc.amounts[draft.amount].unit);
    (short && money).then(|| Slot::inherited(doc.text(noun.span), noun.span, "titled"))
}

/// Whether nothing but light words and verbs stands between two tokens, so that nothing new is named.
fn bare(doc: &Doc, from: usize, to: usize) -> bool {
    const LIGHT: Classes = Classes::VERB
        .or(Classes::DONE)
        .or(Classes::COPULA)
        .or(Classes::ADVERB)
        .or(Classes::TO)
        .or(Classes::EXPECTED)
        .or(Classes::PLANNED);
    let light = |t: &token::Token| t.is(LIGHT) || matches!(t.kind, token::Kind::Time(_)) || t.is_mark("，,");
    doc.tokens[from..to].iter().all(light)
}

/// 距贵阳140公里、重庆260公里: how far it is from another place.
fn also_from(doc: &Doc, draft: &Draft, here: &[Draft]) -> Option<Slot<String>> {
    let last = here.last().filter(|d| d.at + 3 == draft.at)?;
    let [joint, place] = &doc.tokens[last.at + 1..draft.at] else {
        return None;
    };
    let far = last
        .indicator
        .value
        .as_deref()
        .is_some_and(|name| name.starts_with('距') && name.ends_with("距离"));
    (far && joint.is_mark("、，") && is_region(doc, place))
        .then(|| Slot::stated(format!("距{}距离", doc.text(place.span)), place.span, "also from"))
}

/// 到位资金86亿元；外贸进出口增长12.4%，达到230亿元: what the change before has come to.
fn come_to(doc: &Doc, draft: &Draft, here: &[Draft]) -> Option<Slot<String>> {
    let change = here.last().filter(|d| {
        let told = !d.noun.is_empty() && d.noun.end <= d.at;
        let rate = matches!(doc.amounts[d.amount].unit, "%" | "x");
        d.kind == Kind::Change && told && rate && bare(doc, d.at + 1, draft.at)
    })?;
    let evidence = Some(doc.tokens[change.at].span);
    Some(carried(&change.indicator, evidence, "come to"))
}

/// 外贸进出口逆势上扬，完成128.6亿元: what the clause before says fared so.
fn fared(doc: &Doc, sentence: &Sentence, draft: &Draft, here: &[Draft]) -> Option<Slot<String>> {
    let start = clause_start(sentence, draft.at);
    let earlier = clause_start(sentence, start.checked_sub(1)?);
    let free = here.last().is_none_or(|d| d.at < earlier) && earlier < start;
    (free && !threshold(doc, draft.at) && bare(doc, start, draft.at))
        .then(|| clause_before(doc, sentence, draft, here))
        .flatten()
}

/// 甲区以3216亿元居首: the place that a sum of the sentence before gives.
fn leads(doc: &Doc, draft: &Draft, drafts: &[Draft]) -> Option<Slot<String>> {
    let with = draft
        .at
        .checked_sub(1)
        .is_some_and(|b| doc.is_word(&doc.tokens[b], &["以"]));
    let behind = doc.tokens.get(draft.at + 1).filter(|_| with)?;
    let first = const {
        List::new("居首|续居|仍居|稳居|蝉联|再居|领跑|领先|排名|位居|位列|名列|列|居|排在|夺魁")
    }
    .beginning(&doc.chars[behind.span.start..]);
    let unit = doc.amounts[draft.amount].unit;
    let told = |d: &&Draft| d.kind == Kind::Level && doc.amounts[d.amount].unit == unit && d.indicator.rule != "mean";
    let source = drafts
        .iter()
        .rev()
        .take(6)
        .filter(told)
        .find(|d| d.indicator.value.is_some());
    let source = source.filter(|_| first.is_some())?;
    Some(carried(&source.indicator, Some(doc.tokens[source.at].span), "leads"))
}

/// 亩均税收方面，全省平均11.2万元; 技改投资中，某某高新区完成9亿元: what the clause before says that it speaks of.
fn aspect(doc: &Doc, sentence: &Sentence, draft: &Draft) -> Option<Slot<String>> {
    let before = clause_start(sentence, draft.at)
        .checked_sub(1)
        .filter(|s| *s > sentence.range.start)?;
    let last = before
        .checked_sub(1)
        .filter(|l| doc.is_word(&doc.tokens[*l], &["方面", "中"]))?;
    let noun = left_noun(doc, clause_start(sentence, before), last).filter(|n| n.end == last)?;
    let measured = &doc.tokens[last - 1];
    let known = matches!(measured.kind, token::Kind::Noun(_)) || measured.is(Classes::GENERIC);
    known.then(|| Slot::inherited(super::phrase::phrase(doc, noun.clone()), doc.span(&noun), "aspect"))
}

/// 当年计划投资100亿元，实际完成115亿元: what is done of a plan is no plan.
fn done_of_plan(doc: &Doc, draft: &mut Draft) {
    let done = doc.tokens[..draft.at].iter().rev().take(3).any(|t| t.is(Classes::DONE));
    if let Some(name) = draft
        .indicator
        .value
        .as_mut()
        .filter(|name| done && (name.ends_with("计划投资") || name.ends_with("总投资")))
    {
        *name = "完成投资".to_owned();
    }
}

/// 规上工业增加值由负转正，增长0.8%; 两家企业来自华北的订单，增幅均超1倍: what the clause before speaks of without saying how much.
pub(super) fn clause_before(doc: &Doc, sentence: &Sentence, draft: &Draft, here: &[Draft]) -> Option<Slot<String>> {
    const MEASURED: List =
        List::new("产业|行业|制造业|服务业|贸易|外贸|消费|投资|产量|销量|价格|订单|收入|产值|增加值|总数");
    let start = clause_start(sentence, draft.at);
    let before = start
        .checked_sub(1)
        .filter(|s| *s > sentence.range.start && doc.tokens[*s].is_mark("，,：:"))?;
    let label = doc.tokens[before].is_mark("：:");
    let earlier = clause_start(sentence, before);
    let last = here.iter().rev().find(|d| d.at >= earlier);
    let noun = match last {
        Some(last) => {
            let taken = last.noun.end.max(last.at + 1);
            left_noun(doc, taken, before).filter(|noun| noun.end == before && noun.start > taken)?
        }
        None => {
            let skipped = |t: &token::Token| {
                matches!(t.kind, token::Kind::Time(_) | token::Kind::Zone(_) | token::Kind::Place)
                    || t.is(Classes::SELF.or(Classes::ADVERB).or(Classes::AMONG).or(Classes::WHOLE))
                    || is_region(doc, t)
            };
            // 位于某市的某某开发区|面积最大.
            let zone = (earlier..before)
                .rev()
                .find(|i| matches!(doc.tokens[*i].kind, token::Kind::Zone(_)));
            let from = (zone.unwrap_or(earlier)..before).find(|i| !skipped(&doc.tokens[*i]))?;
            let run = doc.tokens[from..before].iter().take_while(|t| t.is_nominal()).count();
            // 个人所得税|增势最猛: what goes on behind a known noun says how it fares.
            // 面积|最大.
            let most = |i: usize| doc.tokens.get(i + 1).is_some_and(|t| doc.is_word(t, &MOST));
            let known = (from..from + run)
                .rev()
                .find(|i| matches!(doc.tokens[*i].kind, token::Kind::Noun(_)) || most(*i));
            let end = known.map_or(from + run, |i| i + 1);
            Some(from..end).filter(|noun| run > 0 && (noun.end < before) != label)?
        }
    };
    let span = doc.span(&noun);
    // ▲综合排名：…位居第二.
    const RANKED: List = List::new("排名|评价|评估|指数|能力|水平|指标");
    let ranked = label && draft.kind == Kind::Rank;
    // 集成电路受人工智能带动，增长34%, but not 新能源|与节能.
    let trade = || {
        let joined = doc.tokens.get(noun.end).is_some_and(|t| t.is(Classes::CONJ));
        !joined && crate::cue::TRADE.ending(&doc.chars[span.start..span.end]).is_some()
    };
    // 日资企业最为集中，达210家.
    let things = || {
        let head = doc.tokens[noun.end - 1].is(Classes::HEAD);
        head && draft.kind == Kind::Level && is_counted(doc.amounts[draft.amount].unit)
    };
    let known = matches!(doc.tokens[noun.end - 1].kind, token::Kind::Noun(_))
        || things()
        || doc.tokens.get(noun.end).is_some_and(|t| doc.is_word(t, &MOST))
        || ranked && RANKED.ending(&doc.chars[span.start..span.end]).is_some()
        || MEASURED.ending(&doc.chars[span.start..span.end]).is_some()
        || draft.kind == Kind::Change && trade();
    // 科研人员占职工比重连年上升，达35%.
    let parted = draft.kind == Kind::Share && doc.tokens.get(noun.end).is_some_and(|t| t.is(Classes::SHARE));
    (known || parted).then(|| Slot::inherited(super::phrase::phrase(doc, noun), span, "clause before"))
}

/// What the sentence speaks of: the noun phrase of the clause before, or the one that the sentence opens with.
fn topic(doc: &Doc, sentence: &Sentence, draft: &Draft) -> Option<Slot<String>> {
    if !is_counted(doc.amounts[draft.amount].unit) {
        return None;
    }
    let start = clause_start(sentence, draft.at);
    let before = start.checked_sub(1).filter(|s| *s > sentence.range.start)?;
    let earlier = clause_start(sentence, before);
    let free = !doc.tokens[earlier..before]
        .iter()
        .any(|t| matches!(t.kind, token::Kind::Amount(_)));
    let bare = left_noun(doc, earlier, before).filter(|noun| free && noun.end == before);
    let opening = || {
        let from = (sentence.range.start..before).find(|i| doc.tokens[*i].is_nominal())?;
        let run = doc.tokens[from..before].iter().take_while(|t| t.is_nominal()).count();
        let next = doc.tokens.get(from + run)?;
        (next.is(Classes::PREP) && run > 0).then_some(from..from + run)
    };
    let noun = opening().or(bare)?;
    Some(Slot::inherited(
        super::phrase::phrase(doc, noun.clone()),
        doc.span(&noun),
        "topic",
    ))
}
