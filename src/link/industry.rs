//! Measures and companies of an industry that is named apart from them.

use super::naming::Naming;
use super::sentence::{Draft, clause_start};
use crate::cue::Classes;
use crate::figure::Kind;
use crate::prefix::List;
use crate::text::Span;
use crate::token::{self, Token};
use crate::unit::is_money;
use std::ops::Range;

/// What is measured of industries, longer words first.
const MEASURES: [&str; 24] = [
    "工业总产值",
    "工业增加值",
    "主营收入",
    "固定投资总额",
    "固定资产投资额",
    "固定资产投资",
    "主营业务收入",
    "营业总收入",
    "营业收入",
    "销售收入",
    "利润总额",
    "增加值",
    "营业额",
    "总产值",
    "销售额",
    "出口创汇",
    "出口额",
    "产值",
    "营收",
    "收入",
    "利润",
    "税收",
    "出口",
    "规模",
];

/// What names of industries end with.
const KINDS: [&str; 5] = ["产业", "行业", "制造业", "集群", "产业链"];

/// How an industry may fare, which says nothing of what is measured.
const FARES: List = List::new(
    "一马当先|异军突起|一枝独秀|独占鳌头|挑大梁|唱主角|后来居上|表现|增势|势头|走势|来势|逆势|强势|领跑|领先|迅猛|蓬勃|一路|最为|最亮",
);

/// How anything may fare.
const GOES: List = List::new("持续|稳步|快速|加速|继续|保持|成为|发展|增长|平稳|回暖|提质");

/// 新型显示产业实现产值512亿元; 汽车产业一路走高，产值突破320亿元: a measure that stands apart from the industry that it is of.
/// 生物医药产业集聚企业230家: its companies. 电子信息产业产值450亿元、新材料180亿元: the measure said once.
pub(super) fn industry(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let noun = naming.noun.clone()?;
    let things = ["企业", "上下游企业", "相关企业"].contains(&naming.own);
    let measure = naming.is_left() && naming.own != "规模" && MEASURES.contains(&naming.own);
    if !things && !measure {
        return sector(naming).or_else(|| listed(naming));
    }
    let end = noun.start.min(naming.draft.at);
    let clause = clause_start(naming.sentence, naming.draft.at);
    let told = naming.here.last().map_or(0, |d| d.noun.end.max(d.at + 1));
    let own = thing(naming, clause.max(told), end, false);
    if things {
        // 生物医药产业集聚企业, but not 生物医药产业的企业, which is one phrase.
        let gathers = (clause..end).rev().find(|i| !doc.tokens[*i].is(Classes::ADVERB));
        let gathers = gathers.filter(|g| doc.tokens[*g].is(Classes::VERB));
        let kind = own.filter(|name| gathers.is_some() && !name.ends_with("企业"))?;
        return Some((format!("{kind}{}", naming.own), doc.span(&noun)));
    }
    let timed = |t: &Token| matches!(t.kind, token::Kind::Time(_)) || t.is(Classes::ADVERB);
    let opens = noun.start >= clause && doc.tokens[clause..noun.start].iter().all(timed);
    let before = || {
        let before = clause
            .checked_sub(1)
            .filter(|b| *b > naming.sentence.range.start && opens)?;
        let earlier = clause_start(naming.sentence, before);
        let free = told <= earlier;
        let named = || thing(naming, earlier, before, true).or_else(|| faring(naming, earlier, before));
        free.then(named).flatten()
    };
    let things = own.or_else(before)?;
    Some((format!("{things}{}", naming.own), doc.span(&noun)))
}

/// 固定资产投资151.6亿元，其中工业41.2亿元、房地产88.7亿元; 生产总值120亿元，其中二产60亿元: what a sector has of the sum that has just been told.
fn sector(naming: &Naming) -> Option<(String, Span)> {
    const SECTORS: List =
        List::new("工业|农业|房地产|基础设施|制造业|服务业|建筑业|一产|二产|三产|第一产业|第二产业|第三产业");
    let noun = naming
        .noun
        .clone()
        .filter(|_| naming.is_left() && naming.draft.kind == Kind::Level)?;
    let span = naming.doc.span(&noun);
    let whole = naming
        .here
        .iter()
        .rev()
        .find(|d| d.kind == Kind::Level && is_money(naming.doc.amounts[d.amount].unit))?;
    let told = whole.indicator.value.as_deref()?;
    let ends = |words: &[&str]| words.iter().any(|word| told.ends_with(word));
    let part = if ends(&["投资", "固投"]) {
        "投资"
    } else if told == "GDP" || ends(&["生产总值", "产增加值", "产业增加值"]) {
        "增加值"
    } else {
        return None;
    };
    let fits = is_money(naming.unit()) && SECTORS.holds(&naming.doc.chars[span.start..span.end]);
    fits.then(|| (format!("{}{part}", naming.own), span))
}

/// What is measured of the industry that an indicator names.
fn measure_of(name: &str) -> Option<&'static str> {
    let measure = MEASURES.into_iter().find(|measure| name.ends_with(measure))?;
    let industry = name.strip_suffix(measure)?;
    KINDS.iter().any(|kind| industry.ends_with(kind)).then_some(measure)
}

/// 电子信息产业产值450亿元、新材料180亿元: the measure that the first of a list of industries is told with.
fn listed(naming: &Naming) -> Option<(String, Span)> {
    let doc = naming.doc;
    let noun = naming.noun.clone().filter(|_| naming.is_left())?;
    // Nothing but marks stands between, so that it is a list.
    let goes_on = |last: usize, noun: &Range<usize>| {
        let between = doc.tokens[last + 1..noun.start].iter();
        between
            .clone()
            .all(|t| t.is_mark("，、；") || t.is(Classes::CONJ.or(Classes::AMONG)))
    };
    let known = |t: &Token| {
        matches!(t.kind, token::Kind::Noun(_)) || t.is(Classes::HEAD.or(Classes::GENERIC).or(Classes::CONTEST))
    };
    // 装备制造业增加值11.7亿元；地方税收9.1亿元: what is measured itself is no industry.
    const SUMS: List =
        List::new("入|入库|值|额|量|税|费|款|资金|税金|投资|支出|利润|出口|进口|贷款|补贴|资产|负债|营收");
    let span = doc.span(&noun);
    let sum = SUMS.ending(&doc.chars[span.start..span.end]).is_some();
    // 规上采矿业增加值增长4.4%，制造业增长4.2%.
    let rate = naming.draft.kind == Kind::Change && naming.unit() == "%";
    if rate {
        let last = naming
            .here
            .last()
            .filter(|d| d.kind == Kind::Change && is_trade(naming.own))?;
        let name = last.indicator.value.as_deref().filter(|_| last.noun.end <= last.at)?;
        let measure = MEASURES.into_iter().find(|measure| name.ends_with(measure))?;
        let alike = name.len() > measure.len() && goes_on(last.at, &noun);
        return alike.then(|| (format!("{}{measure}", naming.own), span));
    }
    let level = naming.draft.kind == Kind::Level && is_money(naming.unit());
    if !level || sum || known(&doc.tokens[noun.end - 1]) || span.len() > 8 {
        return None;
    }
    let before = naming.same_unit(naming.here)?;
    let name = before.indicator.value.as_deref()?;
    // 产值680亿元，其中新能源汽车产业320亿元.
    let kind = || KINDS.iter().any(|kind| naming.own.ends_with(kind));
    let told_so = || {
        MEASURES
            .into_iter()
            .find(|m| name.ends_with(m) && (before.indicator.rule == "industry" || kind()))
    };
    let measure = measure_of(name).or_else(told_so)?;
    let free = goes_on(naming.here.last().map_or(0, |d| d.at), &noun);
    let rates = |d: &&Draft| d.at > before.at && d.kind == Kind::Level;
    (free && !naming.here.iter().any(|d| rates(&d))).then(|| (format!("{}{measure}", naming.own), span))
}

/// 工程机械一马当先，产值398亿元: what fares so, where no word says that it is an industry.
fn faring(naming: &Naming, from: usize, to: usize) -> Option<String> {
    const NO_INDUSTRY: List = List::new(
        "经济|发展|园区|全区|企业|项目|公司|形势|指标|市场|效益|生产|运行|建设|动能|成效|能力|活力|实力|改革|招商|创新",
    );
    let doc = naming.doc;
    let first = (from..to).find(|i| !skipped(&doc.tokens[*i]))?;
    if doc.tokens[first..to].iter().any(|t| doc.amount(t).is_some()) {
        return None;
    }
    let words = &doc.chars[doc.tokens[first].span.start..doc.tokens[to - 1].span.end];
    let fares = |i: &usize| {
        let trade = || crate::cue::TRADE.ending(&words[..*i]).is_some() && GOES.beginning(&words[*i..]).is_some();
        FARES.beginning(&words[*i..]).is_some() || trade()
    };
    let len = (2..words.len().min(9)).find(fares)?;
    let name = &words[..len];
    let plain = name.iter().all(|c| c.is_alphanumeric());
    // 出口表现亮眼，产值…: what is measured itself is no industry.
    let known = matches!(doc.tokens[first].kind, token::Kind::Noun(_)) || !doc.tokens[first].is_nominal();
    (plain && !known && NO_INDUSTRY.ending(name).is_none()).then(|| name.iter().collect())
}

/// 批发业, 住宿业: whether a name is that of a trade.
fn is_trade(name: &str) -> bool {
    const NO_TRADE: [&str; 14] = [
        "企业", "就业", "创业", "作业", "专业", "毕业", "营业", "失业", "开业", "停业", "从业", "事业", "物业", "职业",
    ];
    name.ends_with('业') && (3..=9).contains(&name.chars().count()) && !NO_TRADE.iter().any(|w| name.ends_with(w))
}

/// What may stand before the name of an industry.
fn skipped(token: &Token) -> bool {
    matches!(
        token.kind,
        token::Kind::Time(_) | token::Kind::Zone(_) | token::Kind::Place
    ) || token.is(Classes::SELF.or(Classes::WHOLE).or(Classes::AMONG))
        || token.is_mark("，“”")
}

/// The industry, or the kind of companies, that heads tokens `from..to`.
fn thing(naming: &Naming, from: usize, to: usize, industry: bool) -> Option<String> {
    let doc = naming.doc;
    let first = (from..to).find(|i| !skipped(&doc.tokens[*i]))?;
    let run = doc.tokens[first..to].iter().take_while(|t| t.is_nominal()).count();
    if run == 0 {
        return None;
    }
    // 生物、医药技术|领域.
    let joined = || {
        let list = doc.tokens[first..to].iter().take(8);
        let list = list.take_while(|t| t.is_nominal() || t.is_mark("、")).count();
        let field = doc.chars[..doc.tokens[first + list - 1].span.end].ends_with(&['领', '域']);
        if field { list } else { run }
    };
    let run = if doc.tokens.get(first + run).is_some_and(|t| t.is_mark("、")) {
        joined()
    } else {
        run
    };
    let acts = first + run < to && !doc.tokens[first + run].is(Classes::DE.or(Classes::CONJ));
    let name = naming.chars(&(first..first + run));
    // 01 家电产业: the number of a heading.
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '、');
    let kind = ["产业集群", "产业链", "产业", "行业", "制造业", "服务业", "领域"]
        .iter()
        .find_map(|w| Some(name.find(w)? + w.len()))
        .filter(|end| *end > "产业".len());
    match kind {
        // 生物医药产业|异军突起: the rest says how it fares.
        Some(end) if industry || acts && end == name.len() => Some(name[..end].to_owned()),
        Some(_) => None,
        // 限额以上批发业|完成销售额.
        None => {
            let firms = (4..=8).contains(&name.chars().count()) && name.ends_with("企业");
            (acts && !industry && (firms || is_trade(name))).then(|| name.to_owned())
        }
    }
}
