//! Companies by the short names of the press: two characters and a trade (某某线束, 某某电器), where they act as companies do.

use super::firm::NO_NAME;
use super::sentence::Doc;
use crate::cue::{self, COMMON, Classes, FIRM, TRADE};
use crate::language::is_han;
use crate::lexicon;
use crate::prefix::{Letters, List, Sieve, Words, holds_one, is_one};
use crate::token::{Kind, Token};
use std::sync::LazyLock;

/// The name that begins at token `i`: it heads a clause, or stands behind a zone or 企业.
pub fn trading<'a>(doc: &Doc<'a>, i: usize) -> Option<&'a [char]> {
    let Token { span, kind } = doc.tokens[i];
    let start = span.start;
    // 新松机器人, 大族激光: the name begins with what is a word elsewhere.
    let letter = || span.len() == 1 && crate::token::in_names(doc.chars[start]);
    if kind != Kind::Word(Classes::NONE) && !letter() {
        return None;
    }
    let rest = &doc.chars[start..];
    let before = i.checked_sub(1).map(|b| &doc.tokens[b]);
    // 某某高新区企业|飞跃体育.
    let beside = before.is_some_and(|t| {
        (matches!(t.kind, Kind::Zone(_) | Kind::Place) || doc.is_word(t, &["企业"])) && t.span.end == start
    });
    let heads = beside
        || before.is_none_or(|t| {
            // 位于某某经开区的飞跃体育.
            let place = |t: &Token| matches!(t.kind, Kind::Zone(_) | Kind::Place) || t.is(Classes::SELF);
            let settled = |t: &Token| doc.is_word(t, &["落户", "入驻", "引进", "投产", "开工", "签约"]);
            let of = t.is(Classes::DE) && i > 1 && (place(&doc.tokens[i - 2]) || settled(&doc.tokens[i - 2]));
            of || t.is_mark("，。；：\n“”【】）") || doc.is_word(t, &["如", "像", "其中"])
        });
    if !heads {
        return None;
    }
    let stem = rest.get(..2)?;
    let (coined, made) = (!is_word(stem), is_made(stem));
    (4..=7).filter(|_| coined).find_map(|len| {
        let name = rest.get(..len).filter(|name| name.iter().all(|c| is_han(*c)))?;
        let trade = TRADE.ending(name).or_else(|| FIRM.ending(name));
        // 某某|汽车|电子, 甲乙|丙丁|新材料: two characters more.
        let stem = len - trade.unwrap_or(0);
        let told = || stem == 2 || stem == 4 && !is_common(&name[2..4]);
        // 某某|内饰: no trade that is listed, but a stem that no word begins with.
        let ends = || doc.tokens[i..].iter().take(4).any(|t| t.span.end == start + len);
        let made = made && trade.is_none() && len < 7 && !NO_NAME.contains(name[len - 1]) && ends();
        let clever = || matches!(name[stem.min(len - 1)], '智' | '精' | '数');
        let amount = || (made || clever()) && counts_and_acts(doc, start + len);
        let fits = trade.is_some() && (stem == 3 && beside || told()) || made;
        let named = fits && (acts(doc, start + len) || amount());
        // 某某汽零|去年|出口12亿元: no half of it is a word.
        let timed = || len == 4 && is_timed(doc, i) && !NO_NAME.contains(name[3]) && !is_word(&name[2..]);
        (named || timed()).then_some(name)
    })
}

/// Whether a time stands behind the word at token `i`, and an amount in the same clause.
fn is_timed(doc: &Doc, i: usize) -> bool {
    let behind = doc.tokens[i + 1..]
        .iter()
        .take(12)
        .take_while(|t| !t.is_mark("，。；：\n"));
    let time = doc
        .tokens
        .get(i + 1)
        .is_some_and(|t| matches!(t.kind, Kind::Time(_)) || doc.is_word(t, &["将", "拟"]));
    time && doc.tokens[i].span.len() == 4 && behind.clone().any(|t| matches!(t.kind, Kind::Amount(_)))
}

/// Whether two characters hold one that the names of companies like and words do not.
fn is_made(stem: &[char]) -> bool {
    const LETTERS: Sieve = Sieve::of(MADE);
    stem.iter().any(|c| LETTERS.may_hold(*c) && is_one(*c, MADE))
}

/// Whether an amount stands at a character and its clause goes on to a verb: 某某智驾|2款|域控制器|通过….
fn counts_and_acts(doc: &Doc, at: usize) -> bool {
    let first = doc.tokens.partition_point(|t| t.span.end <= at);
    let [amount, rest @ ..] = &doc.tokens[first..] else {
        return false;
    };
    let counted = doc.counts(amount);
    let mut clause = rest
        .iter()
        .take(8)
        .take_while(|t| !matches!(t.kind, Kind::Mark(_) | Kind::Amount(_)));
    counted && clause.any(|t| t.is(Classes::VERB.or(Classes::DONE)) || doc.is_word(t, &["通过"]))
}

/// Characters that the names of companies like and ordinary words do not.
const MADE: &str = "晟睿鑫曜昊泽瀚铭钧皓宸昱弘奕铂骏鸿鹏恺炜煜烨昕旭轩霖楠禾迪芯";

/// Whether two characters are a common word.
fn is_common(word: &[char]) -> bool {
    is_word(word) && TRADE.ending(word) != Some(2)
}

/// Whether two characters are a word rather than a made-up name: 生物医药, 矿山机械 and 江苏化工 are no companies.
fn is_word(stem: &[char]) -> bool {
    static OTHERS: LazyLock<Words> = LazyLock::new(|| {
        let words = "平板|生态|信息|网络|数据|检测|环境|工程|轨道|矿山|石油|煤炭|钢铁|建筑|印刷|精密|精细|专用|通用|大型|重型|轻型|小型|微型|智慧|低碳|风电|无人|休闲|预制|营养|功能|\
        保健|中药|细胞|康养|跨境|保税|冷链|港口|铁路|公路|污水|传统|新型|绿色|液压|塑料|日用|家用|车用|军用|消费|柔性|工控|起重|纺织|包装|液晶|复合|高压|\
        清洁|可再|服务|跨境|快递|电商|夜间|文创|会展|旅游|餐饮|外贸|内贸|招商|财政|税收|固投|工业|民营|外资|进口|出口|货运|客运|航空|班列|中欧|机场|人才|研发|专利|居民|城镇|民生|教育|社保|就业|基建|房产|楼宇|平台|市场|消费|零售|批发|住宿|信贷|存款|贷款|保险|绿化|空气|水质|能耗|光伏|锂电|氢能|储能|电力|用电|发电|外包|物流|协作|人形|焊接|巡检|搬运|系统|国产|公共|政务|交通|城市|农村|刀片|固态|圆柱|方形|三元|负极|隔膜|伺服|永磁|步进|高速|燃料|芯片|直播|文旅|车规|车载|浙江|迪拜|禾苗|日产|年产|月产|量产|国家|全市|全省|全区|园区|我国|中国|美国|德国|日本|韩国|本土|相关|主要|重点|大批|一批|传感|光学|量子|超导|碳基|硅基|稀土";
        Words::new(words.split('|').zip(0..))
    });
    let known = cue::longest(stem).is_some_and(|(len, _)| len == 2) || OTHERS.longest(Letters::exact(stem)).is_some();
    known
        || lexicon::region_len(stem) == Some(2)
        || [&COMMON, &TRADE, &FIRM]
            .iter()
            .any(|words| words.ending(stem) == Some(2))
}

/// Whether what stands from a character on tells of a company: it acts, or has workers and sales.
fn acts(doc: &Doc, end: usize) -> bool {
    const ACTS: Classes = Classes::ADVERB
        .or(Classes::PREP)
        .or(Classes::FROM)
        .or(Classes::VERB)
        .or(Classes::DONE)
        .or(Classes::COPULA)
        .or(Classes::EXPECTED)
        .or(Classes::PLANNED);
    static HAS: LazyLock<Words> = LazyLock::new(|| {
        let words = "员工|营收|营业收入|销售收入|销售额|研发|总投资|投资|年产|拥有|负责人|董事|总经理|车间|生产线|厂区|厂房|公司|自研|自主|一家|新招|卖|净利|利润|纳税|订单|市值|新签|手握|产销|开出|出货|注册资本|成立|研制|自产";
        Words::new(words.split('|').zip(0..))
    });
    // 刀片电池年产能 is a product's.
    const MEASURED: List = List::new("年产能|年产量|年产值");
    let rest = &doc.chars[end..];
    let of = usize::from(rest.first() == Some(&'的'));
    if MEASURED.beginning(&rest[of..]).is_none() && HAS.longest(Letters::exact(&rest[of..])).is_some() {
        return true;
    }
    // 某某碳纤维的50K大丝束产品, 某某体育的智造基地里.
    let has = &rest[..rest.len().min(if of > 0 { 12 } else { 6 })];
    let has = &has[..has.iter().position(|c| "，。；\n".contains(*c)).unwrap_or(has.len())];
    if holds_one(has, &["车间", "展厅"]) || of > 0 && holds_one(has, &["产品", "基地", "工厂", "生产线", "实验室"])
    {
        return true;
    }
    // 走进某某高新区某某新材: the end of a headline.
    if rest.first() == Some(&'\n') && of == 0 {
        let line = doc.chars[..end].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
        return const { List::new("走进|——走进|访|——访|探访|——探访") }
            .beginning(&doc.chars[line..end])
            .is_some();
    }
    // A token of its own that acts.
    let next = doc.tokens.partition_point(|t| t.span.end <= end);
    doc.tokens
        .get(next)
        .is_some_and(|t| of == 0 && t.span.start == end && (t.is(ACTS) || matches!(t.kind, Kind::Time(_))))
}

/// The names that the press goes on to use for 湖南科正膜材有限公司: 科正膜材, and 科正 where the text says that again and it is no word.
pub fn shortened<'a>(text: &[char], name: &'a [char]) -> Vec<&'a [char]> {
    const FORMS: List = List::new("股份有限公司|有限责任公司|集团有限公司|有限公司|公司");
    let Some(form) = FORMS.ending(name) else {
        return Vec::new();
    };
    let region = lexicon::region_len(name).map_or(0, |len| {
        len + usize::from(name.get(len).is_some_and(|c| is_one(*c, "省市县")))
    });
    let stem = name.get(region..name.len() - form).unwrap_or_default();
    let han = stem.iter().all(|c| is_han(*c));
    let own = (3..=8).contains(&stem.len()) && han && TRADE.ending(stem) != Some(stem.len());
    let two = stem.get(..2).filter(|two| own && !is_word(two));
    let again = |two: &&[char]| {
        text.windows(2).filter(|pair| pair == two).count()
            > text.windows(stem.len()).filter(|run| *run == stem).count() + 1
    };
    // 太仓瑞丰机械有限公司, 太仓高新区: the place that it is in.
    const PLACES: List = List::new("市|县|区|高新区|经开区|开发区|经济开发区|工业园区|新区");
    let place = |two: &&[char]| {
        let named = |at: usize| text[at..].starts_with(two) && PLACES.beginning(&text[at + 2..]).is_some();
        (0..text.len()).any(named)
    };
    let two = two.filter(again).filter(|two| !place(two));
    own.then_some(stem).into_iter().chain(two).collect()
}

/// 某某能源长春基地一期: what a plant is called after: the company and the city.
pub fn based(rest: &[char]) -> Option<&[char]> {
    let end = (6..=rest.len().min(super::firm::LONGEST)).find(|len| {
        const { List::new("基地|工厂|生产基地|超级工厂") }
            .ending(&rest[..*len])
            .is_some()
    })?;
    let kind = const { List::new("超级工厂|生产基地|基地|工厂") }.ending(&rest[..end])?;
    let place = &rest[..end - kind];
    let stem = (3..place.len()).find(|at| lexicon::is_place(&place[*at..]))?;
    let own = place[..stem].iter().all(|c| crate::language::is_han(*c)) && lexicon::region_len(rest).is_none();
    (own && COMMON.ending(&rest[..stem]).is_none_or(|len| len < stem)).then_some(&rest[..end])
}
