//! The items of lists that are dealt out.

use super::edge::is_region;
use super::noun::left_noun;
use super::sentence::{Doc, Sentence};
use crate::cue::Classes;
use crate::prefix::List;
use crate::token;
use std::ops::Range;

/// Whether a character is a Chinese numeral, as in 三大产业.
pub(super) fn is_numeral(c: char) -> bool {
    crate::find::numeral::digit(c).is_some() || c == '十' || c == '两'
}

/// The items of a list, and the class that they are counted as: …三大产业.
type Items = (Vec<Range<usize>>, Option<Range<usize>>);

/// The items of the list left of 分别, in its clause or the one before, of which there are so many.
pub fn items(doc: &Doc, sentence: &Sentence, cue: usize, many: usize) -> Items {
    let all = parted(doc, sentence, cue, true);
    if all.0.len() <= many {
        return all;
    }
    // 计算机及办公设备制造业、仪器及仪表制造业: 及 may be part of each.
    let by_marks = parted(doc, sentence, cue, false);
    if by_marks.0.len() == many { by_marks } else { all }
}

/// The items of that list, parted by the words that join too, or by marks alone.
fn parted(doc: &Doc, sentence: &Sentence, cue: usize, joined: bool) -> Items {
    let tokens = doc.tokens;
    let mut end = cue;
    // 贵阳、遵义、安顺|三家|分别…: how many they are.
    let so_many = |i: usize| i > 1 && doc.counts(&tokens[i]) && is_region(doc, &tokens[i - 1]);
    while end > sentence.range.start
        && (tokens[end - 1].is_mark("，")
            || so_many(end - 1)
            || tokens[end - 1].is(Classes::ADVERB
                .or(Classes::VERB)
                .or(Classes::COPULA)
                .or(Classes::YOY)
                .or(Classes::MOM)
                .or(Classes::COMPARE)
                .or(Classes::RISE)
                .or(Classes::FALL))
            || matches!(tokens[end - 1].kind, token::Kind::Time(_))
                && (end > 1
                    && (tokens[end - 2].is(Classes::COMPARE) || matches!(tokens[end - 2].kind, token::Kind::Time(_)))))
    {
        end -= 1;
    }
    // 进口值、利用外资等各项指标依次…: the word for them all is none of them.
    const ALL: List = List::new("等指标|等各项指标|等各指标|等多项指标|等主要指标|等经济指标|等主要经济指标");
    let told = &doc.chars[..tokens[end.max(1) - 1].span.end];
    if let Some(len) = ALL.ending(told) {
        end = tokens.partition_point(|t| t.span.end <= told.len() - len);
    }
    let mut found = Vec::new();
    let mut class = None;
    let mut stop = end;
    loop {
        let start = (sentence.range.start..stop)
            .rev()
            .find(|i| tokens[*i].is_mark("、，；") || joined && tokens[*i].is(Classes::CONJ))
            .map_or(sentence.range.start, |i| i + 1);
        let Some(item) = left_noun(doc, start, stop) else { break };
        // 食品、烟酒、衣着|的|价格分别…: the last is what is measured of all.
        let listed = found.is_empty() && start > sentence.range.start && !tokens[start - 1].is_mark("，；");
        let of = item
            .start
            .checked_sub(1)
            .filter(|of| listed && *of > start && tokens[*of].is(Classes::DE));
        let whole = of.and_then(|of| left_noun(doc, start, of).filter(|whole| whole.end == of));
        let item = whole.map_or(item.start, |whole| whole.start)..item.end;
        // 6、粗钢、铝材产能分别达到…: the number of the line is none of them.
        let number = doc.span(&item);
        if doc.chars[number.start..number.end].iter().all(char::is_ascii_digit) {
            break;
        }
        // 酒类、装备制造、电子信息三|大|产业, 甲、乙、丙|三家|企业.
        let before = item.start.checked_sub(1).filter(|b| found.is_empty() && *b > start);
        let counted = before.filter(|b| {
            let many = doc.counts(&tokens[*b]);
            many || doc.is_word(&tokens[*b], &["大"]) && is_numeral(doc.chars[tokens[*b].span.start - 1])
        });
        match counted.and_then(|b| left_noun(doc, start, b)) {
            Some(last) => {
                class = Some(item);
                found.push(last);
            }
            None => found.push(item),
        }
        let joint = start
            .checked_sub(1)
            .filter(|j| *j >= sentence.range.start && start > sentence.range.start);
        match joint {
            Some(j) if tokens[j].is_mark("、") || tokens[j].is(Classes::CONJ) => stop = j,
            _ => break,
        }
    }
    // 比合肥、芜湖分别快3.5和5.1个百分点: what it is compared with.
    let first = found.last().and_then(|first: &Range<usize>| first.start.checked_sub(1));
    if first.is_some_and(|before| tokens[before].is(Classes::COMPARE)) {
        return (Vec::new(), None);
    }
    found.reverse();
    found.retain(|item| !matches!(tokens[item.start].kind, token::Kind::Amount(_)));
    (found, class)
}
