//! Durations: named by what was done in the time, or by what took it.

use super::naming::Naming;
use super::noun::left_noun;
use super::sentence::{clause_end, clause_start};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::List;
use crate::text::Span;
use crate::token::{self, Token};
use crate::unit::is_time;

/// 19天完成全部签约, 只花三天就具备开工条件, 连续三年拿到“优秀”等次: named by what was done in the time.
pub(super) fn duration(naming: &Naming) -> Option<(String, Span)> {
    let (doc, at) = (naming.doc, naming.draft.at);
    if !is_time(naming.unit()) || naming.draft.kind != Kind::Level || naming.draft.origin {
        return None;
    }
    let before = doc.tokens[..at].last()?;
    if before.is(Classes::TO) {
        // 从拿地到开工压缩至45天.
        let from = doc.tokens[clause_start(naming.sentence, at)..at]
            .iter()
            .any(|t| t.is(Classes::FROM));
        return from_to(naming).filter(|_| from);
    }
    // 成立才4年的某某, 开园仅一年.
    const SINCE: List = List::new("成立|创办|创立|建区|开园|挂牌|运行");
    const ONLY: List = List::new("才|仅|不到|不足|刚满|已有|已|满");
    let words = &doc.chars[..doc.amounts[naming.draft.amount].whole.start];
    let words = &words[..words.len() - ONLY.ending(words).unwrap_or(0)];
    if let Some(since) = SINCE.which_ends(words) {
        return Some((format!("{since}时间"), before.span));
    }
    let lasting = doc.is_word(before, &["连续"]);
    if lasting
        && let Some(contest) = (naming.sentence.range.start..at)
            .rev()
            .take(3)
            .find(|i| doc.tokens[*i].is(Classes::CONTEST))
    {
        let noun = left_noun(doc, clause_start(naming.sentence, at), contest + 1)?;
        return Some((naming.chars(&noun), doc.span(&noun)));
    }
    // 扭转了连续14个月的下滑.
    let behind = |n: usize| doc.tokens.get(at + n);
    if lasting
        && behind(1).is_some_and(|t| t.is(Classes::DE))
        && let Some(moves) = behind(2).filter(|t| t.is(Classes::RISE.or(Classes::FALL)))
    {
        return Some((format!("{}时间", doc.text(moves.span)), moves.span));
    }
    // 原材料购进价格已连续6个月上涨: what lasts is named before.
    if lasting && naming.is_left() {
        return None;
    }
    // 17个月的建设周期刷新同类产线纪录: a time that is named.
    if behind(1).is_some_and(|t| t.is(Classes::DE)) {
        let rest = &doc.chars[doc.tokens[at + 1].span.end..];
        let named = (2..=6).find(|len| {
            const { List::new("周期|工期|时间|用时|期限|时长") }
                .ending(&rest[..rest.len().min(*len)])
                .is_some()
        });
        if let Some(len) = named {
            let span = Span::new(doc.tokens[at + 1].span.end, doc.tokens[at + 1].span.end + len);
            return Some((doc.text(span), span));
        }
    }
    // 每90秒，就有一台减速器下线.
    let mut end = naming.clause_end();
    if end == at + 1 && doc.is_word(before, &["每"]) {
        end = clause_end(naming.sentence, end + 1);
    }
    let light = |t: &Token| {
        t.is(Classes::ADVERB.or(Classes::DONE)) && !doc.is_word(t, &["全部"])
            || doc.is_word(t, &["实现", "内", "时间", "的", "后"])
            || t.is_mark("”’）)，")
    };
    // 每月补贴800元，连续发放36个月.
    let lasts = at >= 2 && before.is(Classes::VERB) && doc.is_word(&doc.tokens[at - 2], &["连续", "最长", "可连续"]);
    if lasts {
        return Some((format!("{}期限", doc.text(before.span)), before.span));
    }
    let from = (at + 1..end).find(|i| !light(&doc.tokens[*i])).unwrap_or(end);
    let from = if lasting && from < end && doc.tokens[from].is(Classes::VERB.or(Classes::AWARD)) {
        from + 1
    } else {
        from
    };
    // 仅用55天就完成征地1080亩: how much of it was done is a figure of its own.
    const TOOK: List = List::new("用|用了|花了");
    let took = TOOK.ending(words).is_some();
    let much = (from + 1..end).find(|i| took && doc.amount(&doc.tokens[*i]).is_some());
    let end = much.unwrap_or(end);
    if from >= end {
        return from_to(naming);
    }
    let span = doc.span(&(from..end));
    let text = doc.text(span);
    if let Some(name) = pace(&doc.chars[..before.span.end], &doc.chars[span.start..span.end]) {
        return Some((name, span));
    }
    let action = ["完毕", "到位", "完成"]
        .iter()
        .find_map(|w| text.strip_suffix(w))
        .unwrap_or(&text)
        .trim_start_matches('后');
    let plain = !doc.tokens[from..end]
        .iter()
        .any(|t| matches!(t.kind, token::Kind::Amount(_)));
    // 分三年发放: over how long.
    let spread = doc.chars[..before.span.end].ends_with(&['分']);
    let name = match (lasting, spread) {
        (true, _) => action.to_owned(),
        (_, true) => format!("{action}期限"),
        // 一期18个月内建成.
        _ if ["建成", "建成投产", "建成投用", "竣工", "完工"].contains(&action) => "建设工期".to_owned(),
        // 14天后抵达某地.
        _ if const { List::new("抵达|到达|运抵|直达") }
            .beginning(&action.chars().collect::<Vec<_>>())
            .is_some() =>
        {
            "运行用时".to_owned()
        }
        // 审批手续17天就办完了, 15个工作日办结全部手续.
        _ if ["办完", "办好", "办结", "办理"].iter().any(|w| text.starts_with(w)) => {
            let object = action.chars().skip(2).collect::<String>();
            let object = ["了", "全部", "所有"]
                .iter()
                .fold(&*object, |rest, w| rest.strip_prefix(*w).unwrap_or(rest));
            let before = naming
                .noun
                .clone()
                .filter(|_| naming.is_left())
                .map(|n| naming.chars(&n));
            match before.filter(|_| object.is_empty()) {
                Some(things) if text.starts_with("办结") => format!("{things}办结用时"),
                Some(things) => format!("{things}办理时间"),
                None if object.is_empty() => format!("{action}用时"),
                None => format!("{object}办理时间"),
            }
        }
        // 40分钟车程.
        _ if action.ends_with('程') => action.to_owned(),
        _ => format!("{action}用时"),
    };
    (plain && action.chars().count() <= 14).then_some((name, span))
}

/// 每53秒就有一辆新车下线, 每47秒下线一台发动机: how long it is from one to the next.
fn pace(before: &[char], words: &[char]) -> Option<String> {
    const COMES: List =
        List::new("下线|驶下|驶出|出厂|诞生|出炉|产出|生产|制造|组装|装配|交付|卖出|售出|开出|发出|走下|完成");
    const ONE: List = List::new("一|1");
    let each = before.ends_with(&['每']);
    let one = (0..words.len())
        .find(|i| ONE.beginning(&words[*i..]).is_some())
        .filter(|_| each)?;
    let things = words.get(one + 2..)?;
    let at = (0..words.len()).find(|i| COMES.beginning(&words[*i..]).is_some())?;
    let comes: String = words[at..at + 2].iter().collect();
    // 一辆新车|下线, or 下线|一台发动机.
    let thing = if at > one { words.get(one + 2..at)? } else { things };
    let plain = !thing.is_empty() && thing.len() < 10 && thing.iter().all(|c| c.is_alphanumeric());
    let comes = if comes.starts_with(['驶', '走']) {
        "下线"
    } else {
        &comes
    };
    plain.then(|| format!("{}{comes}间隔", thing.iter().collect::<String>()))
}

/// 从考察到签约仅用了一天: named by the way from here to there.
fn from_to(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let from = (naming.sentence.range.start..naming.draft.at)
        .rev()
        .find(|i| doc.tokens[*i].is(Classes::FROM));
    let Some(from) = from else {
        // 工业项目办证以往要花1-2个月: the noun before it is name enough.
        let nameless = naming.noun.is_none();
        return nameless.then(|| ("用时".to_owned(), doc.tokens[naming.draft.at].span));
    };
    let light = |t: &Token| t.is(Classes::ADVERB.or(Classes::COPULA)) || t.is_mark("，");
    let to = (from + 1..naming.draft.at).find(|i| doc.tokens[*i].is(Classes::TO))?;
    let moved = |t: &Token| light(t) || t.is(Classes::TO.or(Classes::FALL).or(Classes::RISE));
    let end = (to + 1..naming.draft.at)
        .find(|i| moved(&doc.tokens[*i]))
        .unwrap_or(naming.draft.at);
    (end > to + 1).then(|| {
        let span = doc.span(&(from + 1..end));
        (format!("{}用时", doc.text(span)), span)
    })
}
