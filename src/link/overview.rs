//! Overviews: texts on the zones of a country, a province or a city together, each of which is named by the way.

use super::sentence::Doc;
use crate::cue::Classes;
use crate::lexicon;
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{Kind, Token};
use std::ops::Range;

/// Words that stand between the number of zones and the word for them.
const GRADES: List = List::new(
    "市级以上特色|省级以上特色|省级特色|自治区级以上|自治区级|省级及以上|省级以上|市级以上|国家级|省级|市级|国家|各类|各级|参评|入围|上榜|类",
);

/// Regions that call themselves 全区.
const AUTONOMOUS: [&str; 5] = ["内蒙古", "广西", "西藏", "宁夏", "新疆"];

/// Where words for several zones begin whose last is token `i`: 8家国家高新区, 全省经开区, 四大开发区, 国家级经开区.
pub fn together(doc: &Doc, i: usize) -> Option<usize> {
    let token = &doc.tokens[i];
    let word = &doc.chars[token.span.start..token.span.end];
    let kind = token.is(Classes::SELF.or(Classes::WHOLE)) && word.ends_with(&['区']);
    if !kind || is_one(word[0], "全该我本") && token.is(Classes::SELF) {
        return None;
    }
    let before = &doc.chars[..token.span.start];
    let grade = GRADES.ending(before).unwrap_or(0);
    let at = before.len() - grade;
    let before = &before[..at];
    // 四大开发区.
    let great = before.ends_with(&['大'])
        && before
            .iter()
            .nth_back(1)
            .is_some_and(|c| is_one(*c, "两二三四五六七八九十"))
        || const { List::new("多个|多家|数个|数家|一批") }.ending(before).is_some();
    let whole = token.is(Classes::WHOLE) && word.len() > 2;
    let first = doc.tokens.partition_point(|t| t.span.end <= at);
    let last = first.checked_sub(1).filter(|b| doc.tokens[*b].span.end == at);
    let counted = last.filter(|b| doc.counts(&doc.tokens[*b]));
    // 江西|高新区, but 郑州|高新区 and 郑州航空港|实验区 are one zone.
    let all = |t: &Token| lexicon::is_region(doc.text(t.span).trim_end_matches('省'));
    // 江苏|综保区, but 上海|综保区.
    const SEVERAL: List = List::new("综保区|综合保税区");
    let single = |t: &Token| {
        let city = const { List::new("北京|天津|上海|重庆|海南") }.beginning(&doc.chars[t.span.start..]);
        lexicon::is_single(word) && (city.is_some() || !SEVERAL.holds(word))
    };
    let area = last.filter(|b| {
        let before = &doc.tokens[*b];
        before.is(Classes::WHOLE) || !single(before) && all(before)
    });
    let first = first.min(i);
    (counted.or(area)).or((whole || great || grade > 0).then_some(first))
}

/// The last of the words for several zones that begin with token `i`: of a kind (8家高新区) or just so many (七家合计).
pub fn together_from(doc: &Doc, i: usize) -> Option<usize> {
    let next = doc.tokens.get(i + 1)?;
    let sum = || doc.is_word(next, &["合计", "共计", "总计", "一共", "共"]);
    let word = &doc.chars[doc.tokens[i].span.start..doc.tokens[i].span.end];
    let so_many = match doc.tokens[i].kind {
        Kind::Amount(amount) => matches!(doc.amounts[amount].unit, "家" | "个"),
        _ => word.len() == 2 && is_one(word[0], "两二三四五六七八九十") && is_one(word[1], "区园"),
    };
    if so_many && sum() {
        return Some(i);
    }
    (i..doc.tokens.len().min(i + 5)).find(|end| together(doc, *end) == Some(i))
}

/// The province or city that a word begins with, under its full name.
pub fn region(doc: &Doc, token: &Token) -> Option<String> {
    // 合肥 holds a cue.
    if !matches!(token.kind, Kind::Place | Kind::Word(Classes::NONE)) && !token.is(Classes::PLAIN) {
        return None;
    }
    let len = lexicon::region_len(&doc.chars[token.span.start..token.span.end])?;
    let name = doc.text(Span::new(token.span.start, token.span.start + len));
    Some([&name, lexicon::region_title(&name)].concat())
}

/// 四川省10个国家级经开区…: the area whose zones a headline, up to character `end`, counts.
pub fn counted_in(doc: &Doc, end: usize) -> Option<(String, Span)> {
    const LONGEST: usize = 40;
    let head = doc.tokens.partition_point(|t| t.span.end <= end.min(LONGEST));
    let several = |i: &usize| {
        doc.amount(&doc.tokens[*i])
            .is_some_and(|a| matches!(a.unit, "家" | "个"))
    };
    // 湖北省国家级经开区上半年…: or speaks of.
    let zones = |i: &usize| together_from(doc, *i).is_some_and(|last| last > *i);
    let spoken = (0..head)
        .filter(zones)
        .find_map(|i| Some((region(doc, &doc.tokens[i])?, doc.tokens[i].span)));
    if spoken.is_some() {
        return spoken;
    }
    let counts = (1..head)
        .filter(several)
        .find(|i| together_from(doc, *i).is_some() && !is_listed(doc, *i - 1))?;
    let area = &doc.tokens[counts - 1];
    Some((region(doc, area)?, area.span))
}

/// Whom an overview is about, and where it says so: several zones are spoken of together before the `first` of them is named. Of fewer than two `zones`
/// it is one only if it names their area there: 湖南省级园区, 江苏：共有国家级经开区27家.
pub fn overview(doc: &Doc, zones: usize, first: usize) -> Option<(Option<String>, Span)> {
    let head = doc.tokens.partition_point(|t| t.span.end <= first).min(100);
    let several = |i: usize| together(doc, i).is_some_and(|start| !is_field(doc, start, i)) || so_many(doc, i);
    let mention = (0..head).find(|i| several(*i))?;
    // 除长沙、株洲、常德7家国家级高新区外: where they are.
    let named = |range: Range<usize>| {
        let mut alone = range.filter(|i| !is_listed(doc, *i));
        alone.find_map(|i| Some((region(doc, &doc.tokens[i])?, doc.tokens[i].span)))
    };
    let (name, span) = match (zones, named(0..head)) {
        (2.., Some(named)) => (Some(named.0), named.1),
        (2.., None) => (None, doc.tokens[mention].span),
        _ => {
            let own = |t: &Token| doc.is_word(t, &["全区", "我区", "该区", "本区", "区内"]);
            let sentence = doc.tokens[..mention]
                .iter()
                .rposition(|t| t.is_mark("。\n"))
                .map_or(0, |i| i + 1)
                .max(mention.saturating_sub(5));
            let named = named(sentence..mention).map(|(name, span)| (Some(name), span));
            let all = doc.tokens[sentence..mention].iter().find(|t| {
                t.is(Classes::WHOLE) && (doc.chars[t.span.start] == '全' || doc.is_word(t, &["我省", "我市"]))
            });
            // 内蒙古自治区…。全区63个工业园区: there 全区 is the region.
            let region = (0..mention).find_map(|i| {
                let name = region(doc, &doc.tokens[i])?;
                AUTONOMOUS.iter().find(|own| name.starts_with(**own))
            });
            let whole = doc.tokens[sentence..mention].iter().find(|t| doc.is_word(t, &["全区"]));
            if let Some((name, whole)) = region.zip(whole) {
                return Some((Some((*name).to_owned()), whole.span));
            }
            named
                .or_else(|| Some((None, all?.span)))
                .filter(|_| !doc.tokens.iter().any(own))?
        }
    };
    Some((name, span))
}

/// 湖南现有|高新技术产业开发区|21家: whether zones are counted behind their kind, token `i`, of an area that the clause begins with.
fn so_many(doc: &Doc, i: usize) -> bool {
    let kind = |t: &Token| t.is(Classes::SELF.or(Classes::WHOLE)) && doc.chars[..t.span.end].ends_with(&['区']);
    let counted = doc.tokens.get(i + 1).is_some_and(|t| doc.counts(t));
    let has = |t: &Token| doc.is_word(t, &["现有", "共有", "已有", "拥有", "有", "建有", "设有", "共"]);
    counted
        && kind(&doc.tokens[i])
        && i.checked_sub(2).is_some_and(|b| {
            let own = |t: &Token| doc.is_word(t, &["全省", "我省", "全市", "我市"]);
            has(&doc.tokens[b + 1]) && (region(doc, &doc.tokens[b]).is_some() || own(&doc.tokens[b]))
        })
}

/// Whether token `i` is one of a list.
pub fn is_listed(doc: &Doc, i: usize) -> bool {
    let joint = |j: usize| doc.tokens.get(j).is_some_and(|t| t.is_mark("、"));
    joint(i + 1) || i.checked_sub(1).is_some_and(joint)
}

/// Whether several zones are only those among which one is ranked: 在169家国家高新区中.
fn is_field(doc: &Doc, start: usize, end: usize) -> bool {
    // 在|全省|98个省级开发区考评中.
    let whole = doc.tokens[..start]
        .iter()
        .rev()
        .take_while(|t| t.is(Classes::WHOLE))
        .count();
    let before = (start - whole).checked_sub(1).is_some_and(|b| {
        doc.tokens[b].is(Classes::RANK.or(Classes::SHARE).or(Classes::GAP))
            || doc.is_word(
                &doc.tokens[b],
                &["在", "成为", "作为", "入选", "晋升", "属", "属于", "为", "是", "系"],
            )
    });
    // 属省级集聚区: of what grade it is.
    let grade = doc.chars[doc.tokens[start].span.start] == '属';
    before || grade || doc.tokens.get(end + 1).is_some_and(|t| doc.is_word(t, &["中", "里"]))
}
