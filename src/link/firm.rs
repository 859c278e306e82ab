//! Companies: the names that a text introduces, and where they stand.
//!
//! No list holds them. A name is told by its ending (某某科技, 某某集团), by what stands before it (龙头企业某某, 走进某某) or by whose title stands
//! behind it (某某董事长); once introduced it is known wherever it stands.

use super::antecedent::antecedents;
use super::sentence::Doc;
use super::trade::{based, shortened, trading};
use crate::cue::{BRAND, COMMON, Classes, FIRM, INTRO, OFFICE, PLANT, TITLE, TRADE};
use crate::lexicon;
use crate::prefix::{List, Sieve, is_one};
use crate::text::Span;
use crate::token::{Kind, Token};

/// Characters of a name at most, and different names of one text at most: a hostile text is still read in linear time.
pub const LONGEST: usize = 18;
const MOST: usize = 100;

/// Characters with which words for what a zone has or measures end, and no short name of a company.
pub const NO_NAME: &str = "业济目区市省县镇村园人者员户性率额量力度化面会议方式中心后前时期间年月日果系台点地线路水质价税源金款务政策民众家们制力口货企商委府局部门处关构站所校院团组队展览赛案件次项批类种型品格入";

/// Every place where a company is named, in order and without overlaps.
pub fn firms(doc: &Doc) -> Vec<Span> {
    let mut names = Names::default();
    for i in 0..doc.tokens.len() {
        introduced(doc, i).into_iter().for_each(|name| names.add(name));
        listed(doc, i).into_iter().for_each(|name| names.add(name));
        quoted(doc, i).into_iter().for_each(|name| names.add(name));
        trading(doc, i).into_iter().for_each(|name| names.add(name));
    }
    repeated(doc).into_iter().for_each(|name| names.add(name));
    let full = names.0.clone();
    let short = full.iter().flat_map(|name| shortened(doc.chars, name));
    short.for_each(|name| names.add(name));
    let found = names.places(doc.chars);
    let more = antecedents(doc, &found);
    if more.is_empty() {
        return found;
    }
    more.into_iter().for_each(|name| names.add(name));
    names.places(doc.chars)
}

/// The names of a text's companies.
#[derive(Default)]
struct Names<'a>(Vec<&'a [char]>);

impl<'a> Names<'a> {
    fn add(&mut self, name: &'a [char]) {
        // 碳纤维 is a trade, 假如说软件… no name.
        const NONE: List = List::new("假如|如果|比如");
        let named = TRADE.ending(name) != Some(name.len()) && NONE.beginning(name).is_none();
        if self.0.len() < MOST && named && !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    /// Where these and the companies that the press knows are named.
    fn places(&self, text: &[char]) -> Vec<Span> {
        let mut first = BRAND.first_letters().clone();
        let mut names = self.0.clone();
        names.sort_unstable();
        names.iter().for_each(|name| first.add(name[0]));
        let mut found: Vec<Span> = Vec::new();
        let mut at = 0;
        while let Some(more) = text[at..].iter().position(|c| first.may_hold(*c)) {
            at += more;
            let rest = &text[at..];
            let with_letter = &names[names.partition_point(|name| name[0] < rest[0])..];
            let known = with_letter.iter().take_while(|name| name[0] == rest[0]);
            let known = known.filter(|name| rest.starts_with(name)).map(|name| name.len());
            let len = known.max().max(brand(rest));
            // 医药健康企业, 医药健康产业规模: a trade, however much it sounds like a name.
            const TRADES: List = List::new("企业|行业|领域|产业链|产业规模|产业产值|产业集群");
            let trade = |len: &usize| TRADES.beginning(&rest[*len..]).is_some();
            if let Some(len) = len.filter(|len| !trade(len)) {
                found.push(Span::new(at, at + len));
            }
            at += len.unwrap_or(1);
        }
        found
    }
}

/// 某某、某某等龙头企业: the names before 等 and a word that introduces companies, which begins at token `i`.
fn listed<'a>(doc: &Doc<'a>, i: usize) -> Vec<&'a [char]> {
    let start = doc.tokens[i].span.start;
    let last = i.checked_sub(1).map(|b| &doc.tokens[b]).filter(|t| t.span.end == start);
    if last.is_none_or(|t| doc.chars[t.span.end - 1] != '等') || INTRO.beginning(&doc.chars[start..]).is_none() {
        return Vec::new();
    }
    let mut names = Vec::new();
    for token in doc.tokens[..i].iter().rev().take(16) {
        let word = &doc.chars[token.span.start..token.span.end];
        let name = word.strip_suffix(&['等']).unwrap_or(word);
        match token.kind {
            Kind::Word(Classes::NONE) if (2..=6).contains(&name.len()) => names.push(name),
            Kind::Word(Classes::NONE) if name.is_empty() => {}
            Kind::Mark('、') => {}
            _ => break,
        }
    }
    names
}

/// 传动企业“某某传动”入驻时…: the name in the quotation marks that token `i` opens, with the ending of a company's or of its trade.
fn quoted<'a>(doc: &Doc<'a>, i: usize) -> Option<&'a [char]> {
    const KINDS: List = List::new("企业|公司|厂商|巨头|独角兽|龙头|工厂");
    let open = Some(&doc.tokens[i]).filter(|t| t.is_mark("“"))?.span;
    KINDS.ending(&doc.chars[..open.start])?;
    let rest = &doc.chars[open.end..];
    let name = &rest[..rest.iter().take(9).position(|c| *c == '”')?];
    let ends = FIRM
        .ending(name)
        .or_else(|| TRADE.ending(name))
        .is_some_and(|len| len < name.len());
    (name.len() > 2 && ends).then_some(name)
}

/// Unknown words that head a clause, act there and are said three times or more: 某某此前已在合肥布局. Words for what a zone has or measures end otherwise.
fn repeated<'a>(doc: &Doc<'a>) -> Vec<&'a [char]> {
    const ACTS: Classes = Classes::VERB.or(Classes::DONE).or(Classes::ADVERB);
    let mut heads: Vec<(&[char], usize)> = Vec::new();
    for i in 0..doc.tokens.len() {
        let token = &doc.tokens[i];
        if token.kind != Kind::Word(Classes::NONE) || !(3..=4).contains(&token.span.len()) {
            continue;
        }
        let word = &doc.chars[token.span.start..token.span.end];
        let opens = i.checked_sub(1).is_none_or(|b| doc.tokens[b].is_mark("，。；：\n"));
        let name = || word.iter().all(|c| crate::language::is_han(*c)) && !NO_NAME.contains(word[word.len() - 1]);
        let acts = doc
            .tokens
            .get(i + 1)
            .is_some_and(|t| t.is(ACTS) || matches!(t.kind, Kind::Time(_)));
        if opens && acts && name() && heads.len() < MOST && heads.iter().all(|(head, _)| *head != word) {
            heads.push((word, 0));
        }
    }
    let first: Sieve = heads.iter().map(|(head, _)| head[0]).collect();
    for (at, _) in doc.chars.iter().enumerate().filter(|(_, c)| first.may_hold(**c)) {
        let here = heads.iter_mut().filter(|(head, _)| doc.chars[at..].starts_with(head));
        here.for_each(|(_, count)| *count += 1);
    }
    heads
        .into_iter()
        .filter(|(_, count)| *count > 2)
        .map(|(name, _)| name)
        .collect()
}

/// 比亚迪, 比亚迪常州基地, 三星（中国）半导体有限公司: a company that the press knows, with what belongs to it.
fn brand(rest: &[char]) -> Option<usize> {
    let name = BRAND.beginning(rest)?;
    // 通威乐山基地, but not 通威的基地 or 通威在乐山投资基地.
    let part = |c: &char| crate::language::is_han(*c) && !is_one(*c, "的在于与和及为是将已年月投产总等新从由来去");
    let close = |at: usize| {
        rest[at..]
            .iter()
            .take(8)
            .position(|c| *c == '）')
            .map(|close| at + close + 1)
    };
    let mut end = name;
    let mut plant = None;
    // Up to the longest ending that goes on: 厂区, not 厂; （中国） may stand inside.
    while end < rest.len().min(name + 18) {
        match rest[end] {
            '（' => match close(end) {
                Some(behind) => end = behind,
                None => break,
            },
            '新' if rest.get(end + 1).is_some_and(|c| !is_one(*c, "增签建获引开")) => end += 1,
            '总' if rest.get(end + 1).is_some_and(|c| is_one(*c, "装部")) => end += 1,
            c if part(&c) => end += 1,
            _ => break,
        }
        if PLANT.ending(&rest[name..end]).is_some() {
            plant = Some(end);
        } else if plant.is_some_and(|known| known + 2 < end) {
            break;
        }
    }
    Some(plant.unwrap_or(name))
}

/// The company's name that begins at token `i`, where the text introduces one.
fn introduced<'a>(doc: &Doc<'a>, i: usize) -> Option<&'a [char]> {
    let token = &doc.tokens[i];
    let word = matches!(token.kind, Kind::Word(own) if own == Classes::NONE || own.any(Classes::PLAIN) || token.span.len() == 1);
    let parted = || i.checked_sub(1).is_none_or(|b| parts(&doc.tokens[b]));
    // 某某等龙头企业也…: there the names stand before it.
    let before = &doc.chars[..token.span.start];
    let shown = shown(doc, i);
    // 作为链主企业，某某….
    let as_one = i > 1
        && doc.tokens[i - 1].is_mark("，")
        && doc.tokens[..i - 1]
            .iter()
            .rev()
            .take(8)
            .take_while(|t| !matches!(t.kind, Kind::Mark(_)))
            .any(|t| doc.is_word(t, &["作为"]));
    let before = if as_one { &before[..before.len() - 1] } else { before };
    let intro = word
        && INTRO
            .ending(before)
            .is_some_and(|len| !before[..before.len() - len].ends_with(&['等']));
    if !(intro || shown || word && parted())
        || token.is(Classes::CONJ.or(Classes::PREP).or(Classes::FROM))
        || token.span.len() == 1 && is_one(doc.chars[token.span.start], "的该这其本各了是即")
    {
        return None;
    }
    let rest = stretch(doc, i);
    // 建设方为某某耐火材料有限公司.
    const LABELS: List = List::new(
        "注册成立|建设方为|建设单位为|业主为|业主单位为|投资方为|投资主体为|承建单位为|实施主体为|项目方为|申报单位为|运营方为|由|系|有",
    );
    let rest = &rest[LABELS.beginning(rest).unwrap_or(0)..];
    let named = titled(rest).or_else(|| ended(doc, rest, token.span.start));
    let apposed = || {
        let name = apposed(doc, i)?;
        // 民营企业主力军地位稳固。 is a sentence, 走进某某。 a heading.
        let ends = token.span.start + name.len();
        let whole = doc.chars.get(ends).is_none_or(|c| is_one(*c, "。！？\n"));
        let said = whole && const { List::new("走进|来到|走访") }.ending(before).is_none();
        Some(name).filter(|_| !said)
    };
    let plain = |name: &&[char]| !NO_NAME.contains(name[name.len() - 1]) && COMMON.ending(name).is_none();
    based(rest)
        .or(named)
        .or_else(|| intro.then(apposed).flatten())
        .or_else(|| shown.then(apposed).flatten().filter(plain))
}

/// Whether what stands before token `i` shows a company of the zone: 位于某某高新区的, 某某高新区企业.
fn shown(doc: &Doc, i: usize) -> bool {
    let place = |t: &Token| matches!(t.kind, Kind::Zone(_) | Kind::Place) || t.is(Classes::SELF);
    let [.., zone, joint] = &doc.tokens[..i] else {
        return false;
    };
    let clause = doc.tokens[..i]
        .iter()
        .rev()
        .take(8)
        .take_while(|t| !matches!(t.kind, Kind::Mark(_)));
    let seated = || {
        clause
            .into_iter()
            .any(|t| doc.is_word(t, &["位于", "坐落于", "落户", "坐落在"]))
    };
    place(zone) && (doc.is_word(joint, &["企业"]) || joint.is(Classes::DE) && seated())
}

/// Whether a name may begin behind a token.
pub fn parts(token: &Token) -> bool {
    const JOINTS: Classes = Classes::DE
        .or(Classes::FROM)
        .or(Classes::PREP)
        .or(Classes::CONJ)
        .or(Classes::COPULA)
        .or(Classes::VERB)
        .or(Classes::ADVERB)
        .or(Classes::SELF)
        .or(Classes::AMONG);
    matches!(token.kind, Kind::Mark(_) | Kind::Time(_) | Kind::Zone(_) | Kind::Place) || token.is(JOINTS)
}

/// The characters from token `i` to the next mark, amount or time, as many as a name may have.
fn stretch<'a>(doc: &Doc<'a>, i: usize) -> &'a [char] {
    let start = doc.tokens[i].span.start;
    // 某某（江苏）家庭制品有限公司.
    let bracket = |t: &Token| t.is_mark("（）");
    let ends = |t: &Token| {
        !bracket(t) && matches!(t.kind, Kind::Mark(_) | Kind::Amount(_) | Kind::Time(_) | Kind::Zone(_))
            || t.is(Classes::DE)
            // 新工艺|使单位产品能耗下降….
            || doc.is_word(t, &["使"])
    };
    let within = doc.tokens[i..].iter().take(LONGEST).take_while(|t| !ends(t));
    let end = within.last().map_or(start, |t| t.span.end).min(start + LONGEST + 6);
    &doc.chars[start..end]
}

/// 龙头企业某某去年…: the unknown words behind, up to something that goes on with a sentence.
fn apposed<'a>(doc: &Doc<'a>, i: usize) -> Option<&'a [char]> {
    let unknown = |t: &Token| match t.kind {
        // 某某智行|自|成立以来.
        Kind::Word(own) => {
            own == Classes::NONE
                || own.any(Classes::ORG.or(Classes::PLAIN))
                || t.span.len() == 1 && !t.is(Classes::DE.or(Classes::FROM))
        }
        _ => false,
    };
    let count = doc.tokens[i..].iter().take(LONGEST).take_while(|t| unknown(t)).count();
    let last = doc.tokens.get(i + count.checked_sub(1)?)?;
    const GOES_ON: Classes = Classes::VERB
        .or(Classes::DONE)
        .or(Classes::ADVERB)
        .or(Classes::DE)
        .or(Classes::FROM)
        .or(Classes::CONJ)
        .or(Classes::EXPECTED)
        .or(Classes::PLANNED);
    let goes_on = doc.tokens.get(i + count).is_none_or(|t| {
        matches!(t.kind, Kind::Mark(c) if !is_one(c, "（(："))
            || matches!(t.kind, Kind::Time(_) | Kind::Noun(_))
            || t.is(GOES_ON)
    });
    let name = &doc.chars[doc.tokens[i].span.start..last.span.end];
    let name = name.strip_suffix(&['等']).unwrap_or(name);
    const OFFICES: List = List::new("的|时|后|中|等|数|量|额|率|群|链|室|厅|馆|楼|车间|现场|线");
    (goes_on && (3..=10).contains(&name.len()) && OFFICES.ending(name).is_none()).then_some(name)
}

/// Whether a name is of a zone or of its office rather than of a company.
pub fn of_zone(name: &[char]) -> bool {
    crate::prefix::holds_one(name, &["管委", "园区", "高新区", "经开区", "开发区"])
}

/// 某某生产总监: what stands before a title, unless it is an office.
fn titled(rest: &[char]) -> Option<&[char]> {
    // 财务总监某某: a title alone.
    if TITLE.beginning(rest).is_some() {
        return None;
    }
    let title = (2..rest.len().min(11)).find(|p| TITLE.beginning(&rest[*p..]).is_some())?;
    // 某某生物|一位负责人.
    let one = const { List::new("一位|有关|相关|一名|的") }
        .ending(&rest[..title])
        .unwrap_or(0);
    let name = &rest[..title - one];
    let office = OFFICE.ending(name).is_some() && FIRM.ending(name).is_none_or(|len| len == name.len());
    (!office && !of_zone(name)).then_some(name)
}

/// 某某科技, 某某集团: an unknown word with the ending of a company's name, used as one.
fn ended<'a>(doc: &Doc, rest: &'a [char], start: usize) -> Option<&'a [char]> {
    (4..=rest.len().min(LONGEST)).find_map(|len| {
        let stem = len - FIRM.ending(&rest[..len])?;
        named(doc, rest, start, stem, len)
    })
}

/// The name that begins `rest`, at character `start`, whose stem and first ending have these lengths.
fn named<'a>(doc: &Doc, rest: &'a [char], start: usize, stem: usize, mut len: usize) -> Option<&'a [char]> {
    // 科创板上市公司, and the end of a name that began before a bracket.
    let open = rest[..len].iter().filter(|c| is_one(**c, "（(")).count();
    let close = rest[..len].iter().filter(|c| is_one(**c, "）)")).count();
    if rest[..stem].ends_with(&['上', '市']) || open != close {
        return None;
    }
    // 某某生态科技|新城: a place.
    const PLACES: List = List::new("新城|城|园|小镇|大厦|广场|港|谷|走廊|产业园|工业园");
    if PLACES.beginning(&rest[len..]).is_some() {
        return None;
    }
    if stem < 2 || COMMON.ending(&rest[..stem]).is_some_and(|common| stem <= common + 1) {
        return None;
    }
    // 注册时公司, 及其子公司.
    if is_one(rest[stem - 1], "时后前内外") || rest[..stem].ends_with(&['其', '子']) {
        return None;
    }
    // 某某微电子（无锡）有限公司.
    let bracket = |rest: &[char]| {
        let close = rest
            .iter()
            .take(8)
            .position(|c| is_one(*c, "）)"))
            .filter(|_| is_one(rest[0], "（("))?;
        Some(close + 1 + FIRM.beginning(&rest[close + 1..])?)
    };
    while let Some(more) = FIRM.beginning(&rest[len..]).or_else(|| bracket(rest.get(len..)?)) {
        len += more;
    }
    let name = &rest[..len];
    if const { List::new("有限公司|有限责任公司") }.ending(name).is_some() {
        return Some(name);
    }
    if const { List::new("公司|集团|股份|控股|药业") }.ending(name).is_some() {
        // 江西|某某航空零部件|公司.
        let most = if lexicon::region_len(name).is_some() { 10 } else { 7 };
        return (stem <= most).then_some(name);
    }
    // Otherwise the name must stand where one can: before a mark, a time, a verb, an indicator.
    let end = start + len;
    let behind = doc.tokens.partition_point(|t| t.span.end <= end);
    let used = doc.tokens.get(behind).is_none_or(|t| {
        doc.chars[end..t.span.start.max(end)].iter().all(|c| *c == ' ')
            && t.span.start >= end
            && !t.is(Classes::HEAD.or(Classes::GENERIC))
            && !matches!(t.kind, Kind::Amount(_) | Kind::Word(Classes::NONE))
            && !doc.is_word(t, &["投入", "创新", "服务"])
    });
    used.then_some(name)
}
