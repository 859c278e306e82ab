//! The noun phrase behind an amount: 18家企业, 700万元“科贷通”贷款.

use super::edge::{STATES, goes_on, heads_end, limits_head, measured, tells_deed};
use super::place::{counted_behind, threshold};
use super::sentence::{Doc, Draft, Sentence, clause_end};
use crate::cue::Classes;
use crate::find::amount::Amount;
use crate::prefix::{List, is_one};
use crate::token::{self, Token};
use crate::unit::{is_counted, is_time};
use std::ops::Range;

/// 市|、|县重点: whether a mark joins grades of what stands behind.
fn grades(doc: &Doc, mark: usize) -> bool {
    let grade = |t: &Token| is_one(doc.chars[t.span.start], "国省市县区");
    let alone = |t: &Token| t.span.len() == 1 && grade(t);
    alone(&doc.tokens[mark - 1]) && doc.tokens.get(mark + 1).is_some_and(grade)
}

/// The noun phrase right behind token `at`.
pub fn right_noun(doc: &Doc, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let tokens = doc.tokens;
    let end = clause_end(sentence, at);
    let mut from = at + 1;
    if from < end && tokens[from].is(Classes::DE) {
        from += 1;
    }
    // 80%的|全国|重点实验室.
    let field = from > at + 1 && from + 1 < end && doc.is_word(&tokens[from], &["全国", "全省", "全市"]);
    if field && tokens[from + 1].is_nominal() {
        from += 1;
    }
    let opens = |t: &Token| t.is_nominal() || t.is_mark("“‘《");
    // What is done with projects, as a part of what they are called.
    const PURSUED: [&str; 11] = [
        "招商", "突破", "推进", "培育", "攻坚", "扶持", "引进", "招引", "帮扶", "储备", "跟踪",
    ];
    let heads = |i: usize| i < end && doc.is_word(&tokens[i], &["项目", "工程", "企业"]);
    let project = |t: &Token| {
        const { List::new("项目|工程") }
            .ending(&doc.chars[..t.span.end])
            .is_some()
    };
    // 58个工业园区|基础设施|项目: what they have is counted.
    if from == at + 1 && from < end && tokens[from].is(Classes::SELF) {
        let run = tokens[from + 1..end]
            .iter()
            .take(4)
            .take_while(|t| t.is_nominal())
            .count();
        if run > 0 && project(&tokens[from + run]) {
            return Some(from..from + run + 1);
        }
    }
    // 219个国家级经开区: a kind of zone, counted.
    let zones = from < end
        && (tokens[from].is(Classes::WHOLE) && doc.chars[..tokens[from].span.end].ends_with(&['区'])
            || from == at + 1
                && (doc.is_word(
                    &tokens[from],
                    &["开发区", "园区", "高新区", "经开区", "产业园区", "工业园区"],
                )
                    // 156个综合保税区.
                    || tokens[from].is(Classes::SELF) && !tokens.get(from + 1).is_some_and(Token::is_nominal)));
    if zones {
        return Some(from..from + 1);
    }
    // 16个国家级|开发区|发展良好.
    let graded = from + 1 < end && doc.is_word(&tokens[from], &["国家级", "省级", "自治区级"]);
    let things = |t: &Token| t.is(Classes::HEAD) || matches!(t.kind, token::Kind::Noun(_));
    if graded && tokens[from + 1].is(Classes::SELF) && !tokens[from + 2..end].first().is_some_and(things) {
        return Some(from..from + 2);
    }
    // 三个下沉企业工作组: a place word may begin a noun.
    // But 总投资35亿元的北汽项目.
    let place = from == at + 1 && from + 1 < end && doc.is_word(&tokens[from], &["上", "下", "中", "内"]);
    if place && opens(&tokens[from + 1]) {
        from += 1;
    }
    // 8个新建|项目: in what state they are.
    let named = |t: &&Token| t.is_nominal() || doc.is_word(t, &PURSUED);
    let mut name = tokens[(from + 1).min(end)..end].iter().take(4).take_while(named);
    let state = from < end && doc.is_word(&tokens[from], &STATES) && name.any(project);
    // 68个|亿元以上|产业项目, 2台|65兆瓦|发电机组.
    let rated = |i: usize| {
        let apart = tokens.get(at).is_some_and(|t| doc.counts(t)) && tokens[i].span.start == tokens[at].span.end;
        let size = |a: &Amount| !is_counted(a.unit) && !matches!(a.unit, "%" | "CNY" | "rank");
        apart && doc.amount(&tokens[i]).is_some_and(size)
    };
    let sized = from + 1 < end
        && doc.amount(&tokens[from]).is_some()
        && (threshold(doc, from) || rated(from))
        && opens(&tokens[from + 1]);
    // 43个投资|合作|项目.
    let invested = || {
        let run = tokens[(from + 1).min(end)..end]
            .iter()
            .take(3)
            .take_while(|t| t.is_nominal() || doc.is_word(t, &["合作"]));
        doc.is_word(&tokens[from], &["投资"]) && run.into_iter().any(project)
    };
    // 列入挂点服务的企业, 投资50亿元的项目: what stands before 的 only tells which.
    if from < end && !state && !sized && !opens(&tokens[from])
        || tokens.get(from).is_some_and(|t| t.is(Classes::GENERIC)) && !invested()
    {
        let de = (from..end.min(from + 6)).find(|i| tokens[*i].is(Classes::DE))?;
        let verb = tokens[from].is(Classes::VERB
            .or(Classes::AWARD)
            .or(Classes::GENERIC)
            .or(Classes::ADVERB)
            .or(Classes::PREP)
            .or(Classes::SELF)
            .or(Classes::WHOLE));
        if !verb || de + 1 >= end || !opens(&tokens[de + 1]) {
            return None;
        }
        from = de + 1;
    }
    // 545人|来新区从教: where they go.
    let goes = |t: &Token| t.is(Classes::SELF) || matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place);
    if from + 1 < end && doc.is_word(&tokens[from], &["来", "到", "赴", "在"]) && goes(&tokens[from + 1]) {
        return None;
    }
    let mut stop = from;
    let mut quotes = 0_usize;
    while stop < end {
        let token = &tokens[stop];
        // 71家“|小巨人”企业|实现…: a known name may close what was opened.
        if !matches!(token.kind, token::Kind::Mark(_)) {
            let closed = doc.chars[token.span.start..token.span.end]
                .iter()
                .filter(|c| is_one(**c, "”’》"));
            quotes = quotes.saturating_sub(closed.count());
        }
        match token.kind {
            token::Kind::Mark(c) if is_one(c, "“‘《") => quotes += 1,
            token::Kind::Mark(c) if is_one(c, "”’》") && quotes > 0 => quotes -= 1,
            token::Kind::Mark(c) if is_one(c, "（(") => {}
            token::Kind::Mark(c) if is_one(c, "）)") && stop > from => {}
            // 3个省重点项目|总投资55亿元, 136个重点项目|开工率达93%: the sum and the rate are another figure's.
            _ if stop > from
                && (token.is(Classes::GENERIC) || doc.chars[..token.span.end].ends_with(&['率']))
                && tokens[stop + 1..end]
                    .iter()
                    .find(|t| !t.is(Classes::ADVERB) && !doc.is_word(t, &["在"]))
                    .is_some_and(measured) =>
            {
                break;
            }
            _ if stop > from && tells_deed(doc, token) => break,
            // 8家国家级开发区之一: one of them.
            _ if doc.is_word(token, &["之一"]) => break,
            _ if quotes > 0 || token.is_nominal() => {}
            // 1亿元综合支持: what is given.
            _ if stop > from
                && doc.is_word(token, &["支持", "奖励", "补贴", "资助", "扶持", "补助"])
                && tokens
                    .get(stop + 1)
                    .is_none_or(|t| matches!(t.kind, token::Kind::Mark(_))) => {}
            // 14所中小学、幼儿园: counted together.
            _ if stop > from && quotes == 0 && goes_on(doc, stop, end) => {}
            // 9个市、县重点项目.
            _ if token.is_mark("、") && stop == from + 1 && grades(doc, stop) => {}
            _ if stop == from && (state || sized) => {}
            // 22个重点突破项目: what is done is part of the name.
            _ if stop > from && doc.is_word(token, &PURSUED) && heads(stop + 1) => {}
            // 省级及以上开发区: the grade is part of the name.
            _ if doc.is_word(token, &["及", "和"])
                && tokens[stop + 1..end].first().is_some_and(|t| doc.is_word(t, &["以上"])) => {}
            // 169家国家高新区: a kind of zone, not the report's own.
            _ if token.is(Classes::SELF) && stop > from => {
                // 169家国家高新区|生产总值超15万亿元: what they have is another figure's.
                if matches!(tokens[stop + 1..end].first(), Some(t) if matches!(t.kind, token::Kind::Noun(_))) {
                    stop += 1;
                    break;
                }
                // 53个省级高新区|综合考核中: what they are ranked in.
                let run = tokens[stop + 1..end]
                    .iter()
                    .take(5)
                    .take_while(|t| t.is_nominal())
                    .count();
                let contest = |t: &Token| t.is(Classes::CONTEST) || doc.is_word(t, &["发展"]);
                // 230家国家级开发区的考核.
                let of = matches!(&tokens[stop + 1..end], [of, what, ..] if of.is(Classes::DE) && contest(what));
                if tokens[stop + 1..][..run].iter().any(contest) || of {
                    stop += 1;
                    break;
                }
            }
            // Capacity inside a name: 42GWh动力电池项目.
            token::Kind::Amount(_) if stop > from && tokens[stop - 1].is_mark("）)") => {}
            // 建成10家年销售收入超10亿元企业.
            token::Kind::Amount(_) if stop > from && limits_head(doc, stop, end) => {}
            // 来自50个国家的|外资企业2400家: the things are another figure's.
            _ if token.is(Classes::DE) && stop > from && counted_behind(doc, stop) => break,
            _ if token.is(Classes::DE) && stop > from && stop + 1 < end && opens(&tokens[stop + 1]) => {}
            // 赛道上的项目: a place word before 的.
            _ if token.is(Classes::ADVERB)
                && stop > from
                && stop + 2 < end
                && tokens[stop + 1].is(Classes::DE)
                && opens(&tokens[stop + 2]) => {}
            _ => break,
        }
        stop += 1;
        let head = token.is(Classes::HEAD)
            || const { List::new("项目|企业") }
                .ending(&doc.chars[..token.span.end])
                .is_some();
        // 国际标准摄影棚, 项目资助: a head that only tells which.
        let which = || {
            let behind = tokens[stop..end].iter().take(3).take_while(|t| t.is_nominal()).count();
            let given = tokens[stop..end]
                .first()
                .is_some_and(|t| doc.is_word(t, &["奖励", "补贴", "资助", "补助"]));
            let run = if given {
                1
            } else {
                behind * usize::from(doc.is_word(token, &["标准", "人才", "信息"]))
            };
            run > 0
                && tokens
                    .get(stop + run)
                    .is_none_or(|t| matches!(t.kind, token::Kind::Mark(_)))
        };
        if quotes == 0 && head && !which() && heads_end(doc, stop, end) && !(stop < end && goes_on(doc, stop, end)) {
            break;
        }
    }
    // 10家开发区有7家|位次上升: how they rank is not what they are.
    const PLACES: List = List::new("位次|排名|名次");
    let counted = tokens.get(at).is_some_and(|t| doc.counts(t));
    let ranked = || counted && PLACES.ending(&doc.chars[..tokens[stop - 1].span.end]).is_some();
    // 储备项目120个|的目标任务: neither is what is aimed at.
    let aim = || tokens[stop - 1].is(Classes::PLAN);
    // 跨上1800亿元台阶, 越过七百亿元关口: a figure of speech.
    let step = || {
        stop == from + 1
            && const { List::new("台阶|大关|关口|门槛|门坎|行列|级别|关卡") }
                .holds(&doc.chars[tokens[from].span.start..tokens[from].span.end])
    };
    (from < stop && !ranked() && !aim() && !step()).then_some(from..stop)
}

/// Whether the noun behind an amount names it, though there may be one before it: things are counted before their name, and a measure between
/// two nouns tells of the second (某园162亩土地).
pub(super) fn goes_right(doc: &Doc, draft: &Draft, left: Option<&Range<usize>>) -> bool {
    let unit = doc.amounts[draft.amount].unit;
    let known = |l: &Range<usize>| {
        matches!(doc.tokens[l.end - 1].kind, token::Kind::Noun(_))
            || doc.tokens[l.end - 1].is(Classes::GENERIC.or(Classes::HEAD))
            || doc.is_word(&doc.tokens[l.end - 1], &["占地", "用地"])
    };
    // 甲园区项目46个乙园区项目38个: where every separator is lost, the name stands before.
    let run = doc.tokens[draft.at + 1..]
        .iter()
        .take_while(|t| (t.is_nominal() || t.is(Classes::SELF)) && !tells_deed(doc, t))
        .count();
    let chained = run > 0
        && doc
            .tokens
            .get(draft.at + 1 + run)
            .is_some_and(|t| doc.amount(t).is_some());
    // 合同引资66.2亿元到位资金29.5亿元: and a sum is named before anyhow, but for the things that it is spent on.
    let sums = crate::unit::is_money(unit) && chained && !doc.tokens[draft.at + run].is(Classes::HEAD);
    if chained && left.is_some_and(|l| l.end == draft.at && (known(l) || sums)) {
        return false;
    }
    // 景观类项目7个在建: in what state they are.
    const COME: List = List::new("在建|开工|竣工|投产|签约|落地|投运|建成|完工");
    let state = doc.tokens.get(draft.at + 1).is_some_and(|t| doc.is_in(t, &COME));
    let ends = || {
        doc.tokens
            .get(draft.at + 2)
            .is_none_or(|t| matches!(t.kind, token::Kind::Mark(_)))
    };
    if state && ends() && left.is_some_and(|l| l.end == draft.at && doc.tokens[l.end - 1].is(Classes::HEAD)) {
        return false;
    }
    // 可获200万元创业资助, 项目达产后可形成60GWh动力电池产能: who gets or makes it stands before.
    const GIVEN: [&str; 23] = [
        "可享受",
        "获",
        "获得",
        "安排",
        "拿出",
        "拨付",
        "下达",
        "发放",
        "带来",
        "给予",
        "提供",
        "享受",
        "兑现",
        "形成",
        "新增",
        "释放",
        "腾出",
        "建设",
        "建成",
        "可获",
        "可形成",
        "奖励",
        "补助",
    ];
    let verb = doc.tokens[..draft.at].last().filter(|t| doc.is_word(t, &GIVEN));
    let agent = left.is_some_and(|l| l.end < draft.at && doc.tokens[l.end - 1].is(Classes::HEAD));
    // 提供500万元的补助.
    let owned = doc.tokens.get(draft.at + 1).is_some_and(|t| t.is(Classes::DE));
    if unit != "%" && !is_time(unit) && verb.is_some() && (agent || owned || left.is_none_or(|l| !known(l))) {
        return true;
    }
    is_counted(unit) || unit != "%" && !is_time(unit) && left.is_some_and(|l| l.end == draft.at && !known(l))
}

/// 按4.2%的利率: a rate that is named behind it.
pub(super) fn rate_behind(doc: &Doc, draft: &Draft, right: &Range<usize>) -> bool {
    let named = const { List::new("利率|税率|费率|汇率") }.ending(&doc.chars[..doc.tokens[right.end - 1].span.end]);
    doc.amounts[draft.amount].unit == "%" && doc.tokens[draft.at + 1].is(Classes::DE) && named.is_some()
}
