//! What an amount measures: the shortest complete noun phrase beside it, or the one that is still running.
//!
//! ```text
//! NOUN (verb) amount          财政总收入完成17.9亿元, 国家高新技术企业49家
//! amount NOUN                 18家企业, 700万元“科贷通”贷款
//! NOUN amount, … amount       …, 同比增长8.8%      (taken over)
//! ```

use super::behind::{goes_right, rate_behind, right_noun};
use super::edge::{
    MAKING, MOST, STATES, closes_list, closes_noun, countable, for_whom, is_region, label, listed_item, lists,
    names_zone, nominal, nth_time, passing, tells_deed,
};
use super::naming::{Naming, named_otherwise};
use super::phrase::phrase;
use super::place::{inserted, lasting, threshold};
use super::project::project;
use super::running::take_over;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::{Kind, Slot};
use crate::prefix::List;
use crate::text::Span;
use crate::token::{self, Token};
use crate::unit::{is_counted, is_time};
use std::ops::Range;

/// Fills the indicator of a draft, and the project that a sum is spent on. `drafts` are those before it, `first` the sentence's first.
pub fn indicator(doc: &Doc, sentence: &Sentence, draft: &mut Draft, drafts: &[Draft], first: usize) {
    let here = drafts.get(first..).unwrap_or_default();
    let taken = |d: &Draft| {
        // 连续5年|产销量居第一: what lasted is named, and told of.
        if d.noun.end <= draft.at && !d.is_time(doc) {
            d.noun.end.max(d.at + 1)
        } else {
            d.at + 1
        }
    };
    let over = |d: &Draft| {
        let behind = &doc.tokens[d.at + 1];
        lasting(doc, d.at)
            || d.is_time(doc)
                && (behind.is(Classes::RISE.or(Classes::FALL)) || doc.is_word(behind, &["累计", "合计", "共"]))
    };
    // 增幅高于全省|17个高新区|1.2个百分点: with which it is compared.
    let against = |d: &Draft| draft.kind == Kind::Gap && draft.noun_end <= d.at;
    let floor = here
        .iter()
        .rev()
        .find(|d| {
            !against(d)
                && !threshold(doc, d.at)
                && !of_whole(doc, draft, d)
                && !inserted(doc, d.at, draft.at)
                && !over(d)
        })
        .map_or(sentence.range.start, taken);
    let start = clause_start(sentence, draft.at).max(floor);
    // 江苏有9家进入前30名: where they are, not what.
    let region = |t: &Token| is_region(doc, t) || doc.is_word(t, &["中国", "我国"]);
    let place = |l: &Range<usize>| l.len() == 1 && (region(&doc.tokens[l.start]) || closes_list(doc, l.start));
    let left = left_noun(doc, start, draft.noun_end.clamp(start, draft.at))
        .filter(|l| !passing(doc, l) && !part_of_zone(doc, draft, l) && !place(l));
    // 二产|占比提高7个百分点: what moved is the part.
    let left = left.map(|l| {
        let points = draft.kind == Kind::Change && doc.amounts[draft.amount].unit == "pp";
        let part = points && l.end < draft.at && doc.is_word(&doc.tokens[l.end], &["占比", "比重", "份额"]);
        l.start..l.end + usize::from(part)
    });
    let left = left.or_else(|| label(doc, sentence, start, draft.at));
    let right = right_noun(doc, sentence, draft.at).and_then(|r| countable(doc, draft, r));
    let level = draft.kind == Kind::Level;
    draft.project = project(doc, sentence, draft);
    let chosen = match (left, right) {
        (_, Some(r)) if draft.right => Some((r, "right")),
        // 营业收入突破10亿元、|50亿元的企业.
        (None, Some(_)) if level && goes_on_list(doc, draft, here) => None,
        (Some(l), _) if draft.project.is_some() => Some((l, "left")),
        (_, Some(r)) if level && rate_behind(doc, draft, &r) => Some((r, "right")),
        (l, Some(r)) if level && goes_right(doc, draft, l.as_ref()) => Some((r, "right")),
        (None, Some(r)) if level && draft.project.is_none() => Some((r, "right")),
        (Some(l), _) => Some((l, "left")),
        (None, _) => None,
    };
    let words = |(noun, _): &(Range<usize>, _)| phrase(doc, noun.clone());
    let own = chosen.as_ref().map_or_else(String::new, words);
    // An opening quotation mark alone is no name.
    let chosen = chosen.filter(|_| !own.trim().is_empty());
    let noun = chosen.as_ref().map(|(range, _)| range.clone());
    let naming = Naming {
        doc,
        sentence,
        draft,
        drafts,
        here,
        noun,
        own: &own,
    };
    if let Some((name, span, rule)) = named_otherwise(&naming) {
        let before = span.end <= doc.tokens[draft.at].span.start;
        draft.noun = match chosen {
            // 日供水30万吨|水厂1座: what stands behind is still to be named.
            Some((range, _)) if (before || rule == "places") && range.start > draft.at => draft.at..draft.at + 1,
            Some((range, _)) => range,
            None => draft.at..draft.at,
        };
        draft.indicator = Slot::stated(name, span, rule);
        return;
    }
    let Some((range, rule)) = chosen else {
        take_over(doc, sentence, draft, drafts, first);
        return;
    };
    draft.indicator = Slot::stated(own, doc.span(&range), rule);
    draft.noun = range;
}

/// 其中，某某经开区1250亿元, 某某高新区增长12%: the name of a zone says whose it is, not what, unless zones are counted.
fn part_of_zone(doc: &Doc, draft: &Draft, left: &Range<usize>) -> bool {
    let unit = doc.amounts[draft.amount].unit;
    let zone = |i: usize| i < draft.at && doc.tokens[i].is(Classes::SELF);
    let end = left.end - usize::from(zone(left.end - 1));
    let name = &doc.chars[..doc.tokens[end].span.start];
    let beside = end > left.start && zone(end) && doc.tokens[end - 1].span.end == name.len();
    // 奋进国家级园区前十: a kind of zone.
    let kind = const { List::new("级|国家|全省|全市|全国") }.ending(name);
    beside && kind.is_none() && !is_counted(unit) && unit != "m2"
}

/// Whether a sum goes on with a list of sums of the same thing, and 的 stands behind it.
fn goes_on_list(doc: &Doc, draft: &Draft, here: &[Draft]) -> bool {
    let unit = |d: &Draft| doc.amounts[d.amount].unit;
    let before = here
        .last()
        .filter(|d| d.at + 2 == draft.at && doc.tokens[d.at + 1].is_mark("、"));
    let same = before.is_some_and(|d| unit(d) == unit(draft) && d.noun.end <= d.at && d.indicator.value.is_some());
    same && crate::unit::is_money(unit(draft)) && doc.tokens.get(draft.at + 1).is_some_and(|t| t.is(Classes::DE))
}

/// 硅片产能占全国总产能80万吨的35%: whether a figure is the sum of the whole that another is a share of.
pub fn of_whole(doc: &Doc, share: &Draft, sum: &Draft) -> bool {
    share.kind == Kind::Share && sum.at + 2 == share.at && doc.tokens[sum.at + 1].is(Classes::DE)
}

/// The noun phrase that ends at token `end`, reaching no further left than `start`.
pub fn left_noun(doc: &Doc, start: usize, end: usize) -> Option<Range<usize>> {
    let tokens = doc.tokens;
    const PASSED: Classes = Classes::VERB
        .or(Classes::DONE)
        .or(Classes::COPULA)
        .or(Classes::ADVERB)
        .or(Classes::EACH)
        .or(Classes::RESPECTIVE)
        .or(Classes::DE)
        .or(Classes::AWARD)
        .or(Classes::EXPECTED)
        .or(Classes::PLANNED)
        .or(Classes::WHOLE)
        .or(Classes::SELF)
        .or(Classes::RANK)
        .or(Classes::YOY)
        .or(Classes::SHARE);
    let mut stop = end;
    // 税收3.3亿元，建区|以来累计11.2亿元: since when.
    if tokens.get(end).is_some_and(|t| doc.is_word(t, &["以来"])) {
        return None;
    }
    // 产值每亩达到520万元: of how much it is so much.
    let each = (start + 1..end).rev().take(4).find(|i| {
        let unit = doc.tokens[*i].span.len() == 1
            || doc.is_word(&doc.tokens[*i], &["立方米", "平方米", "平方公里", "公顷", "千瓦时"]);
        unit && doc.is_word(&doc.tokens[*i - 1], &["每"])
    });
    if let Some(each) = each.filter(|each| {
        doc.tokens[each + 1..end]
            .iter()
            .all(|t| t.is(Classes::COPULA.or(Classes::ADVERB)))
    }) {
        stop = each - 1;
    }
    // 单位土地产出|每平方公里29.7亿元.
    const EACH: List = List::new("每平方公里|每平方米|每立方米|每千瓦时");
    let told = end.checked_sub(1).map(|last| &doc.chars[..tokens[last].span.end]);
    if let Some((told, len)) = told.and_then(|told| Some((told, EACH.ending(told)?))) {
        let each = tokens.partition_point(|t| t.span.end <= told.len() - len);
        stop = if each > start && tokens[each - 1].is_nominal() {
            each
        } else {
            stop
        };
    }
    // 在价格回落的情况|下，同比仅下降4.7%.
    if tokens.get(end).is_some_and(|t| doc.is_word(t, &["下", "之下"]))
        && let Some(within) = (start..end).rev().find(|i| doc.is_word(&tokens[*i], &["在"]))
    {
        stop = within;
    }
    // 技改投资|受基数较高影响|下降4.2%.
    let mut clause = (start..stop)
        .rev()
        .take(10)
        .take_while(|i| !matches!(tokens[*i].kind, token::Kind::Mark(_)));
    let swayed = clause.next().is_some_and(|i| doc.is_word(&tokens[i], &["影响"]));
    if let Some(why) = clause.find(|i| doc.is_word(&tokens[*i], &["受"])).filter(|_| swayed) {
        stop = why;
    }
    // 审批事项超过|去年办结的2600件.
    let timed = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.kind, token::Kind::Time(_)));
    let beyond = |i: usize| doc.is_word(&tokens[i], &["超过", "超出"]) && timed(i + 1);
    let most = |i: usize| doc.is_word(&tokens[i], &MOST) || beyond(i);
    let often = |i: usize| nth_time(&doc.chars[..tokens[i].span.end]).is_some();
    // 产能|从零|提升至60万只.
    let from_zero = |i: usize| i > start && doc.is_word(&tokens[i], &["零"]) && tokens[i - 1].is(Classes::FROM);
    while stop > start
        && (most(stop - 1)
            || often(stop - 1)
            || from_zero(stop - 1)
            || !nominal(doc, start, stop - 1, stop) && !closes_noun(doc, start, stop - 1))
    {
        let token = &tokens[stop - 1];
        if doc.is_word(token, &["并", "并且", "且"]) {
            break;
        }
        // 财政收入五年累计297亿元, 产值三年增长2倍: over how long.
        let over = lasting(doc, stop - 1)
            || doc.amount(token).is_some_and(|a| is_time(a.unit))
                && (tokens[stop].is(Classes::RISE.or(Classes::FALL))
                    || doc.is_word(&tokens[stop], &["累计", "合计", "共"]));
        if over {
            stop -= 1;
            continue;
        }
        if from_zero(stop - 1) {
            stop -= 2;
            continue;
        }
        // 高新技术企业在其中|占13家.
        if token.is(Classes::AMONG) && stop > start + 1 && doc.is_word(&tokens[stop - 2], &["在"]) {
            stop -= 2;
            continue;
        }
        // 综合实力连续第6次|位居第一: how often.
        if let Some(nth) = nth_time(&doc.chars[..token.span.end]) {
            stop = start + tokens[start..stop].partition_point(|t| t.span.start < nth);
            continue;
        }
        let place = doc.is_word(token, &["里", "中", "内", "上", "当中", "之中"]);
        if let Some(within) = place
            .then(|| (start..stop).rev().find(|i| doc.is_word(&tokens[*i], &["在"])))
            .flatten()
        {
            // 这笔投资在全市总盘子里占…: the place is no noun of ours.
            stop = within;
            continue;
        }
        // 产出强度比2008、2010年|分别提高: since when.
        // GDP从2016年的922亿元，一路走到….
        let from = token.is(Classes::FROM);
        let since = from || token.is_mark("、") && stop > start + 1 && timed(stop - 2) || token.is(Classes::COMPARE);
        if since && timed(stop) {
            stop -= 1;
            continue;
        }
        if !token.is(PASSED)
            && !most(stop - 1)
            && !matches!(token.kind, token::Kind::Time(_) | token::Kind::Zone(_))
            && !token.is_mark("”’》）)\"")
        {
            break;
        }
        stop -= 1;
    }
    let mut from = stop;
    while from > start && (nominal(doc, start, from - 1, stop) || lists(doc, start, from - 1, stop)) {
        // “千人计划”专家: what stands in quotation marks is one word.
        // 某某高新区（某某区）PM2.5浓度: the other name of the zone.
        if tokens[from - 1].is_mark("）)") && from < stop && names_zone(doc, start, from - 1) {
            break;
        }
        // 2.某某动力 研发投入: a blank parts the name from what is measured.
        let parted = |t: &Token| {
            let blank =
                doc.chars.get(tokens[from - 1].span.end).is_some_and(|c| *c == ' ') || tokens[from - 1].is_mark("）");
            matches!(t.kind, token::Kind::Noun(_)) && blank && listed_item(doc, start)
        };
        if tokens[from..stop]
            .first()
            .is_some_and(|t| tells_deed(doc, t) || parted(t))
        {
            break;
        }
        // 钒制品（以五氧化二钒计）产量: and so is what stands in brackets.
        let opening = if tokens[from - 1].is_mark("”’》") {
            "“‘《"
        } else {
            "（("
        };
        let open = tokens[from - 1]
            .is_mark("”’》）)")
            .then(|| (start..from - 1).rev().take(8).find(|i| tokens[*i].is_mark(opening)));
        let told = |o: &usize| {
            *o > start && tokens[o - 1].is_nominal() && tokens[*o..from].iter().all(|t| doc.amount(t).is_none())
        };
        let open = open.flatten().filter(|o| opening == "“‘《" || told(o));
        from = open.unwrap_or(from - 1);
    }
    // 以面板为|大宗的|光电业: what it mostly makes only tells which.
    let made = from > start && from < stop && tokens[from - 1].is(Classes::COPULA) && tokens[from - 1].span.len() == 1;
    if made
        && tokens[start..from - 1]
            .iter()
            .rev()
            .take(8)
            .any(|t| doc.is_word(t, &["以"]))
        && let Some(de) = (from..stop).find(|i| tokens[*i].is(Classes::DE))
    {
        from = de + 1;
    }
    // 对日本、韩国出口: with whom.
    if from > start + 1 && from < stop && tokens[from - 1].is_mark("、") {
        let listed = |t: &&Token| t.is_nominal() || t.is_mark("、");
        let first = from - tokens[start..from].iter().rev().take(12).take_while(listed).count();
        if first > start && doc.is_word(&tokens[first - 1], &["对"]) {
            from = first - 1;
        }
    }
    // 审批事项由平均每个区县338项减少到…: each of whom.
    if from > start + 2 && from < stop && tokens[from - 1].is(Classes::EACH) {
        let of = from - 1 - usize::from(doc.is_word(&tokens[from - 2], &["平均"]));
        if tokens[of - 1].is(Classes::FROM) {
            return left_noun(doc, start, of - 1);
        }
    }
    // 出口受汇率影响减少9.1%, 产量因检修下降4%: why is no noun of ours.
    // 进出口受|大|环境影响回落7.8%.
    let light = tokens.get(start..from).unwrap_or_default().iter().rev();
    let light = light.take_while(|t| t.is(Classes::ADVERB)).count();
    let why = (from - light).checked_sub(1).filter(|b| *b >= start && from > start);
    if let Some(why) = why.filter(|b| doc.is_word(&tokens[*b], &["受", "因", "由于", "因为"])) {
        return left_noun(doc, start, why);
    }
    from += usize::from(for_whom(doc, start, from, stop));
    // 减免税费, 盘活土地, 8年时间|引进项目: what is done makes the thing.
    // 带动|年减碳48万吨: a flow is not made.
    let yearly = from < stop && doc.chars[tokens[from].span.start] == '年';
    if from > start
        && !yearly
        && doc.is_word(&tokens[from - 1], &MAKING)
        && tokens[from].span.start == tokens[from - 1].span.end
    {
        from -= 1;
    }
    // 新建项目19个, 洽谈项目40个: in what state they are.
    let alone = from + 1 == stop && doc.is_word(&tokens[from], &["项目", "工程"]);
    from -= usize::from(alone && from > start && doc.is_word(&tokens[from - 1], &STATES));
    from += usize::from(
        from > 0 && from + 1 < stop && doc.is_word(&tokens[from], &["时间"]) && doc.amount(&tokens[from - 1]).is_some(),
    );
    // 国家高新区|生产总值: all of them are whom it is about.
    if from + 2 < stop
        && doc.is_word(&tokens[from], &["国家", "国家级", "全国"])
        && tokens[from + 1].is(Classes::SELF)
        && tokens[from + 1].span.start == tokens[from].span.end
        && !tokens[stop - 1].is(Classes::CONTEST)
    {
        from += 2;
    }
    // 广东的|园区数量: where they are.
    if from + 2 < stop && tokens[from + 1].is(Classes::DE) && is_region(doc, &tokens[from]) {
        from += 2;
    }
    // What joins two phrases cannot open one, nor can 比重|最大的|….
    let which = |i: usize| most(i) && tokens.get(i + 1).is_some_and(|t| t.is(Classes::DE));
    while from < stop
        && (tokens[from].is(Classes::CONJ.or(Classes::DE).or(Classes::ADVERB))
            || tokens[from].is_mark("、”’》）)")
            || which(from))
    {
        from += 1;
    }
    // 劳动生产率为|人均18万元.
    let each = from + 1 == stop && doc.is_word(&tokens[from], &["人均", "户均", "亩均"]);
    if each && from > start && tokens[from - 1].is(Classes::COPULA) {
        return left_noun(doc, start, from - 1);
    }
    // 损益后|的净利润: what stands before 的 is no noun.
    from += tokens[from..stop].iter().take_while(|t| t.is(Classes::DE)).count();
    // Quotation marks around nothing are no name.
    let named = |t: &Token| !matches!(t.kind, token::Kind::Mark(_));
    tokens[from..stop].iter().any(named).then_some(from..stop)
}

/// A span over tokens.
impl Doc<'_> {
    /// The characters of a range of tokens, which must not be empty.
    pub fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.tokens[range.start].span.start, self.tokens[range.end - 1].span.end)
    }
}
