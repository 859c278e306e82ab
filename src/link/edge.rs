//! The edges of a noun phrase: brackets and quotation marks, labels, and what only says for whom.

use super::noun::left_noun;
use super::place::threshold;
use super::sentence::{Doc, Draft, Sentence, clause_start};
use crate::cue::Classes;
use crate::figure::Bound;
use crate::find::numeral::{digit, may_begin};
use crate::lexicon::{self, longest_indicator};
use crate::prefix::{List, is_one};
use crate::token::{self, Token};
use crate::unit::{is_counted, is_money};
use std::ops::Range;

/// ▲一季度进出口总额：84.6亿元: the words before a colon, where nothing else stands behind it.
pub(super) fn label(doc: &Doc, sentence: &Sentence, start: usize, at: usize) -> Option<Range<usize>> {
    let colon = start
        .checked_sub(1)
        .filter(|c| *c > sentence.range.start && doc.tokens[*c].is_mark("：:"))?;
    // 离不开园区的扶持：五年里先后|拿到|1240万元.
    let free = doc.tokens[start..at]
        .iter()
        .all(|t| !t.is_nominal() && !t.is(Classes::VERB));
    let before = clause_start(sentence, colon);
    let counted = doc.tokens[before..colon].iter().any(|t| doc.amount(t).is_some());
    let noun = left_noun(doc, before, colon).filter(|noun| free && !counted && noun.end == colon)?;
    (doc.span(&noun).len() <= 16).then_some(noun)
}

/// Whether brackets that close at token `i` stand behind a zone or place.
pub(super) fn names_zone(doc: &Doc, start: usize, i: usize) -> bool {
    let open = (start..i).rev().take(8).find(|o| doc.tokens[*o].is_mark("（("));
    let before = open.and_then(|o| o.checked_sub(1)).map(|b| &doc.tokens[b]);
    before.is_some_and(|t| matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place) || t.is(Classes::SELF))
}

/// 为企业减免税费, 帮助企业融资: whether the first token of a phrase only says for whom.
pub(super) fn for_whom(doc: &Doc, start: usize, from: usize, stop: usize) -> bool {
    const WHOM: [&str; 13] = [
        "企业",
        "群众",
        "居民",
        "学生",
        "职工",
        "百姓",
        "农户",
        "市场主体",
        "经营主体",
        "商户",
        "个体工商户",
        "纳税人",
        "中小企业",
    ];
    from > start
        && from + 1 < stop
        && doc.is_word(&doc.tokens[from - 1], &["为", "帮助", "助力", "给", "向", "让"])
        && doc.is_word(&doc.tokens[from], &WHOM)
        && !doc.tokens[from + 1].is(Classes::DE)
}

/// Whether a closing quotation mark at `i` ends a name that belongs to the phrase: “科贷通”.
pub(super) fn closes_noun(doc: &Doc, start: usize, i: usize) -> bool {
    doc.tokens[i].is_mark("”’》）)") && doc.tokens[start..i].iter().any(|t| t.is_mark("“‘《（("))
}

/// Verbs that are the name of what is done as well: 技改投入, 安家补贴.
const OBJECTS: [&str; 10] = [
    "投入", "补贴", "补助", "奖励", "资助", "减免", "支持", "贡献", "征收", "出让",
];

/// Verbs without which what is measured would be another thing.
pub(super) const MAKING: [&str; 19] = [
    "聘用",
    "惠及",
    "关停",
    "淘汰",
    "处置",
    "新招引",
    "招引",
    "减免",
    "节约",
    "节省",
    "盘活",
    "腾出",
    "腾退",
    "带动",
    "收储",
    "压减",
    "招聘",
    "参展",
    "租赁",
];

/// In what state projects are, as a part of what they are called: 新建项目19个, 8个续建项目.
pub(super) const STATES: [&str; 11] = [
    "新建",
    "拟建",
    "洽谈",
    "储备",
    "改建",
    "扩建",
    "新改建",
    "推进",
    "谋划",
    "投产投用",
    "建成投产",
];

/// How much at most: 企业最高补贴500万元.
pub(super) const MOST: [&str; 4] = ["最高", "最低", "最多", "最大"];

/// What a verb has, and how it is called with it: 补贴期限, 出让单价.
const TERMS: List = List::new("能力|面积|期限|周期|标准|比例|起价|总价款|总价|单价|均价|价格|价款|强度|密度|成本|效率");

/// 实验室|累计孵化企业, 生物城|已落地项目: a known name that tells a deed, so that who did it stands before.
pub(super) fn tells_deed(doc: &Doc, token: &Token) -> bool {
    let known = matches!(token.kind, token::Kind::Noun(_));
    known
        && const { List::new("已|累计") }
            .beginning(&doc.chars[token.span.start..token.span.end])
            .is_some()
}

/// Whether a word ends in a numeral: 三|大|产业.
fn is_number(doc: &Doc, token: &Token) -> bool {
    is_one(doc.chars[token.span.end - 1], "一二两三四五六七八九十")
}

/// Whether token `i` can stand inside a noun phrase that ends before token `end`.
pub(super) fn nominal(doc: &Doc, start: usize, i: usize, end: usize) -> bool {
    let token = &doc.tokens[i];
    let before = i.checked_sub(1).filter(|b| *b >= start).map(|b| &doc.tokens[b]);
    let joins = |t: &Token| t.is_nominal() || t.is_mark("”’》）)");
    let counted = || doc.tokens.get(end).is_some_and(|t| doc.counts(t));
    match token.kind {
        token::Kind::Mark(c) if is_one(c, "“‘《（(") => i + 1 < end,
        token::Kind::Mark(_) => closes_noun(doc, start, i),
        token::Kind::Amount(_) => threshold(doc, i),
        _ if token.is_nominal() => true,
        // 参评的经开区有219家: zones that are counted; 该省的开发区 are whom it is about.
        _ if i + 1 == end && token.is(Classes::SELF) => {
            let which = |t: &Token| t.is_nominal() && !is_one(doc.chars[t.span.end - 1], "省市县区国");
            // 营业收入过300亿元的|园区8个.
            let limit = || doc.amount(&doc.tokens[i - 2]).is_some() && threshold(doc, i - 2);
            let told = || i >= start + 2 && (which(&doc.tokens[i - 2]) || limit());
            // 全省共有综合保税区7家.
            let has = |t: &Token| {
                t.is(Classes::COPULA) || doc.is_word(t, &["拥有", "设有", "设立", "建有", "下辖", "各类", "各级各类"])
            };
            // 过百亿|园区5个.
            let sized = |t: &Token| doc.amount(t).is_some() && threshold(doc, i - 1);
            before.is_some_and(|t| t.is_nominal() || t.is(Classes::DE) && told() || has(t) && counted() || sized(t))
        }
        // 国家高新区综合评价: a kind of zone.
        _ if token.is(Classes::SELF) => before.is_some_and(|t| doc.is_word(t, &["国家", "国家级", "省级"])),
        // 沥青储罐扩建项目: what is done is part of the name.
        _ if doc.is_word(token, &["扩建", "改建", "改造", "建设", "开发", "搬迁", "升级"]) => {
            i + 1 < end && doc.is_word(&doc.tokens[i + 1], &["项目", "工程"]) && before.is_some_and(Token::is_nominal)
        }
        // 首期投入, 房租减免: a verb that is its object's name.
        _ if i + 1 == end && token.is(Classes::VERB) && doc.is_word(token, &OBJECTS) => {
            let told = |t: &Token| {
                t.is_nominal() || doc.is_word(t, &["累计"]) && i > start + 1 && doc.tokens[i - 2].is_nominal()
            };
            let of = |t: &Token| told(t) && t.span.end == token.span.start && !doc.is_word(t, &MOST);
            // 企业|补贴, but 人才补贴: who may give it is no part of its name.
            let gives =
                |t: &Token| t.is(Classes::HEAD.or(Classes::ORG)) && !doc.is_word(t, &["人才", "岗位", "项目", "展会"]);
            before.is_some_and(|t| of(t) && !gives(t))
        }
        // 基础设施累计投入.
        _ if doc.is_word(token, &["累计"]) => {
            i + 2 == end && doc.is_word(&doc.tokens[i + 1], &OBJECTS) && before.is_some_and(Token::is_nominal)
        }
        // 补贴期限, 出让均价: what a verb has.
        _ if token.is(Classes::VERB) && i + 2 == end => {
            let behind = &doc.tokens[i + 1].span;
            TERMS.beginning(&doc.chars[behind.start..behind.end]) == Some(behind.len())
        }
        // 注册外资实际到账.
        _ if doc.is_word(token, &["实际"]) => {
            let got = |t: &Token| doc.is_word(t, &["到账", "到位", "到资", "投入", "使用"]);
            i + 2 == end && got(&doc.tokens[i + 1]) && before.is_some_and(Token::is_nominal)
        }
        // 补助研发计划35项: plans that are counted.
        _ if doc.is_word(token, &["计划"]) && i + 1 == end => counted() && before.is_some_and(Token::is_nominal),
        // 全省现有国家级高新区7家, 国家级高新区已有178家: a kind of zone, counted.
        _ if i + 1 == end && token.is(Classes::WHOLE) && doc.chars[..token.span.end].ends_with(&['区']) => {
            let has = doc.tokens.get(end).is_some_and(|t| t.is(Classes::COPULA));
            let counted = doc.tokens.get(end + usize::from(has)).is_some_and(|t| doc.counts(t));
            // 其中国家级经开区27家、国家级高新区18家, but 东部地区112家 is where they are.
            let kinds = !doc.chars[..token.span.end].ends_with(&['地', '区']);
            let listed = |t: &Token| kinds && (t.is(Classes::AMONG) || t.is_mark("、，；"));
            let opens = |t: &Token| match has {
                true => t.is(Classes::WHOLE) || t.is_mark("，；"),
                false => t.is(Classes::COPULA.or(Classes::VERB)) || listed(t),
            };
            counted && before.is_none_or(opens)
        }
        // 新登记各类企业392家.
        _ if doc.is_word(token, &["各类"]) => {
            i + 1 < end && doc.tokens[i + 1].is_nominal() && before.is_some_and(Token::is_nominal)
        }
        // 退税资金平均到账时间.
        _ if doc.is_word(token, &["平均"]) => {
            i + 1 < end && doc.tokens[i + 1].is_nominal() && before.is_some_and(Token::is_nominal)
        }
        // 长江大保护: part of a word.
        _ if doc.is_word(token, &["大"]) => {
            let behind = doc
                .tokens
                .get(i + 1)
                .is_some_and(|t| t.is_nominal() || t.is(Classes::VERB));
            behind && i + 1 < end && before.is_some_and(|t| t.is_nominal() && !is_number(doc, t))
        }
        _ if token.is(Classes::CONJ) => i + 1 < end && before.is_some_and(joins),
        // 投资10亿元以上的项目12个.
        // 对工业投资|的|贡献率: to what.
        _ if token.is(Classes::DE) => {
            let gives = doc.tokens.get(i + 1).is_some_and(|t| doc.is_word(t, &["贡献率"]));
            !gives
                && i + 1 < end
                && before.is_some_and(|t| joins(t) || doc.amount(t).is_some() && threshold(doc, i - 1))
        }
        // 年均浓度, 平均时长: a mean of something.
        _ if token.is(Classes::ANNUAL) => i + 1 < end && doc.tokens[i + 1].is_nominal(),
        // GDP增长的贡献率: a change that is spoken of, not stated.
        _ if token.is(Classes::RISE.or(Classes::FALL)) => {
            i + 1 < end && doc.tokens[i + 1].is(Classes::DE) && before.is_some_and(joins)
        }
        _ => false,
    }
}

/// Whether 、 at token `i` goes on a list that ends in 和: 星创天地、众创空间和示范基地各1家.
pub(super) fn lists(doc: &Doc, start: usize, i: usize, end: usize) -> bool {
    // 新增众创空间、孵化器14家: counted together.
    let counted = || {
        // 签约、开工、投产项目|共计|134个.
        let light = |t: &&Token| t.is(Classes::EACH.or(Classes::COPULA));
        doc.tokens[end..]
            .iter()
            .find(|t| !light(t))
            .is_some_and(|t| doc.counts(t))
            && !is_measure(doc, &doc.tokens[i - 1])
    };
    doc.tokens[i].is_mark("、")
        && i > start
        && i + 1 < end
        && (doc.tokens[i - 1].is_nominal() || doc.tokens[i - 1].is_mark("”"))
        && (doc.tokens[i + 1..end].iter().any(|t| t.is(Classes::CONJ)) || counted())
}

/// Whether 、 at token `i` goes on a list of things that are counted together, and not with the next figure's noun.
pub(super) fn goes_on(doc: &Doc, i: usize, end: usize) -> bool {
    let behind = &doc.tokens[i + 1..end];
    let run = behind.iter().take(6).take_while(|t| t.is_nominal()).count();
    let known = |t: &Token| is_measure(doc, t) || t.is(Classes::GENERIC);
    // 500人次客商和群众.
    let both = || {
        doc.is_word(&doc.tokens[i], &["和", "及"])
            && doc.tokens[i - 1].is(Classes::HEAD)
            && behind[run - 1].is(Classes::HEAD)
    };
    // 33万平方米的办公及实验室空间，
    let closing = || {
        doc.tokens[i].is(Classes::CONJ)
            && const { List::new("项目|企业|产品|平台|中心") }
                .ending(&doc.chars[..doc.tokens[i].span.start])
                .is_none()
            && behind.get(run).is_none_or(|t| matches!(t.kind, token::Kind::Mark(_)))
    };
    run > 0
        && (doc.tokens[i].is_mark("、") && !doc.tokens[i - 1].is(Classes::HEAD) || both() || closing())
        && !behind[..run].iter().any(known)
        && !behind.get(run).is_some_and(measured)
}

/// 销售收入超10亿元|企业: whether the amount at token `i` limits the things that it stands before.
pub(super) fn limits_head(doc: &Doc, i: usize, end: usize) -> bool {
    let limits = |a: &crate::find::amount::Amount| a.bound != Bound::Eq && a.bound != Bound::Approx && is_money(a.unit);
    let next = i + 1 + usize::from(i + 1 < end && doc.tokens[i + 1].is(Classes::DE));
    doc.amount(&doc.tokens[i]).is_some_and(limits) && next < end && doc.tokens[next].is(Classes::HEAD)
}

/// Whether token `start` begins an item of a list: 2.某某动力.
pub(super) fn listed_item(doc: &Doc, start: usize) -> bool {
    let first = &doc.chars[doc.tokens[start].span.start..];
    first.first().is_some_and(|c| c.is_ascii_digit()) && first.iter().take(3).any(|c| is_one(*c, ".、．"))
}

/// Whether a token goes on to a value: an amount, or 达 and the like.
pub(super) fn measured(token: &Token) -> bool {
    matches!(token.kind, token::Kind::Amount(_)) || token.is(Classes::COPULA)
}

/// Whether a counted phrase may end at a head noun before token `next`: 71家企业|担保贷款2.89亿元, but 26家企业技术中心.
pub(super) fn heads_end(doc: &Doc, next: usize, end: usize) -> bool {
    if doc.tokens[next..end].first().is_some_and(|t| t.is(Classes::DE)) {
        return true;
    }
    // 平台|型|龙头企业.
    if doc.tokens[next..end].first().is_some_and(|t| doc.is_word(t, &["型"])) {
        return false;
    }
    let run = doc.tokens[next..end].iter().take_while(|t| t.is_nominal()).count();
    let behind = doc.tokens.get(next + run);
    let amount = behind.is_some_and(|t| matches!(t.kind, token::Kind::Amount(_)));
    run == 0 || amount || !doc.tokens[next + run - 1].is(Classes::HEAD)
}

/// Whether a token is an indicator that is no number of things.
fn is_measure(doc: &Doc, token: &Token) -> bool {
    let known = matches!(token.kind, token::Kind::Noun(_))
        .then(|| longest_indicator(&doc.chars[token.span.start..token.span.end]));
    known.is_some_and(|found| found.is_none_or(|(_, indicator)| indicator.unit.is_none_or(|unit| !is_counted(unit))))
}

/// Phrases that only say when, give examples or point back: 改革后, 评估时, 某某等, 公司; a single character is the rest of another word.
pub(super) fn passing(doc: &Doc, range: &Range<usize>) -> bool {
    let text = doc.text(doc.span(range));
    // 平均每个工作日60户.
    let each = range
        .start
        .checked_sub(1)
        .is_some_and(|b| doc.tokens[b].is(Classes::EACH));
    if each && ["工作日", "小时", "分钟", "季度"].contains(&text.as_str()) {
        return true;
    }
    // “十二五”|计划120亿元.
    let plan = is_plan_period(&text);
    let rest = doc.span(range).len() == 1 && !matches!(doc.tokens[range.start].kind, token::Kind::Noun(_));
    // 提前一个季度完成目标的102%.
    let early = text.ends_with("个季度");
    // 平均用时: a time that is measured. 在站博士后 are people.
    let measured = const { List::new("用时|耗时|工时|学时|课时|机时|博士后") }
        .ending(&doc.chars[..doc.span(range).end])
        .is_some();
    // 到2023年，这一数字已达58亿元.
    let back = text.chars().count() <= 5 && text.ends_with("数字");
    // 用三年时间提到50%.
    let took = text == "时间" && range.start > 0 && doc.amount(&doc.tokens[range.start - 1]).is_some();
    rest || early
        || plan
        || back
        || took
        // 超过|去年全年完成的18.4亿美元.
        || const { List::new("公司|集团|免费|单日|高峰期|一比例|这一比例|该比例|超过|超出") }
            .holds(&text.chars().collect::<Vec<_>>())
        || !measured
            && ["后", "时", "等", "期间", "之后", "之前", "以前", "因素", "口径"]
                .iter()
                .any(|w| text.ends_with(w))
}

/// “十二五”: a plan's five years.
fn is_plan_period(text: &str) -> bool {
    let name: Vec<char> = text.trim_matches(['“', '”']).chars().collect();
    matches!(name[..], ['十', one, '五'] if is_one(one, "一二三四五"))
}

/// 41家|产值实现正增长, 两家龙头|产值合计: nobody counts sums of money by the house.
pub(super) fn countable(doc: &Doc, draft: &Draft, noun: Range<usize>) -> Option<Range<usize>> {
    const SUMS: List = List::new("产值|收入|税收|利润|营收|增加值|销售额|出口|进出口|营业额");
    let sum = |i: usize| {
        let span = doc.tokens[i].span;
        SUMS.ending(&doc.chars[span.start..span.end]).is_some()
    };
    // 24个行业|利润增幅超过20%.
    let trades = noun.len() > 1 && doc.chars[..doc.tokens[noun.end - 2].span.end].ends_with(&['行', '业']);
    let house = matches!(doc.amounts[draft.amount].unit, "家" | "户") || trades;
    let end = if house && sum(noun.end - 1) {
        noun.end - 1
    } else {
        noun.end
    };
    (noun.start < end).then_some(noun.start..end)
}

/// Where an ordinal for how often begins with which some characters end: 第6次, 第14次.
pub(super) fn nth_time(chars: &[char]) -> Option<usize> {
    let times = chars.strip_suffix(&['次'])?;
    let digits = times.iter().rev().take(3).take_while(|c| may_begin(**c)).count();
    let nth = times.len() - digits;
    (digits > 0 && chars[..nth].ends_with(&['第'])).then(|| nth - 1)
}

/// 苏州、无锡、|常州三市, 两区: whether a word ends a list of places by how many they are.
pub(super) fn closes_list(doc: &Doc, i: usize) -> bool {
    let word = &doc.chars[doc.tokens[i].span.start..doc.tokens[i].span.end];
    let counted = matches!(word, [.., number, kind] if digit(*number).is_some() && is_one(*kind, "市地县区州省"));
    counted && (word.len() == 2 || i > 0 && doc.tokens[i - 1].is_mark("、"))
}

/// Whether a word is the name of a province or city.
pub(super) fn is_region(doc: &Doc, token: &Token) -> bool {
    lexicon::is_place(&doc.chars[token.span.start..token.span.end])
}
