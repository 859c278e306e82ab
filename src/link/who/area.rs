//! Words for areas and for zones in general, and where they head a clause.

use crate::cue::{Classes, SITE};
use crate::decimal::Decimal;
use crate::figure::{Kind, Slot};
use crate::lexicon;
use crate::link::home::{self, SOME};
use crate::link::overview::{self, together};
use crate::link::place::compared_with;
use crate::link::sentence::{Doc, Draft, Sentence};
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{self, Token};

/// 分产业看，…: whether a sentence goes on to the parts of all that was told before one part of it was.
pub(super) fn breaks_down(doc: &Doc, sentence: &Sentence) -> bool {
    const PARTED: List = List::new("分产业|分行业|分领域|分区域|分地区|分三次产业|分类别|分经济类型|分门类");
    let first = doc.tokens[sentence.range.start].span.start;
    PARTED.beginning(&doc.chars[first..]).is_some()
}

/// Whether the token behind this one still stands at the head of a clause.
pub(super) fn keeps_head(doc: &Doc, token: &Token, head: bool) -> bool {
    const LIGHT: Classes = Classes::ADVERB.or(Classes::FROM);
    match token.kind {
        token::Kind::Mark(_) => head || token.is_mark("，；：,;:—▲●■·（("),
        token::Kind::Time(_) => head,
        // 2.某某软件.
        _ if doc.chars[token.span.start].is_ascii_digit() && doc.chars.get(token.span.end) == Some(&'.') => head,
        _ => head && (token.is(LIGHT) || doc.is_word(token, &["其中", "至", "到", "截至"])),
    }
}

/// Whether 全市 and the like go on to what is measured there, not to the rest of a name (全市第三, 全国平均).
pub(super) fn fields(doc: &Doc, behind: &[Token]) -> bool {
    // 全市|去年|完成…, 全市|上半年|的|投资….
    let times = behind
        .iter()
        .take_while(|t| matches!(t.kind, token::Kind::Time(_)))
        .count();
    let of = usize::from(times > 0 && behind.get(times).is_some_and(|t| t.is(Classes::DE)));
    let behind = &behind[times + of..];
    // 全市|在大会上|签约…: where it was.
    let there = behind.first().is_some_and(|t| doc.is_word(t, &["在"]));
    let aside = behind
        .iter()
        .take(8)
        .take_while(|t| !matches!(t.kind, token::Kind::Mark(_) | token::Kind::Amount(_)));
    let past = aside
        .clone()
        .position(|t| doc.is_word(t, &["上", "中", "期间"]))
        .filter(|_| there);
    let behind = &behind[past.map_or(0, |at| at + 1)..];
    let [next, rest @ ..] = behind else { return false };
    let share = next.is(Classes::SHARE);
    let counted = [next, rest.first().unwrap_or(next)]
        .into_iter()
        .take(1 + usize::from(share))
        .any(|t| doc.counts(t));
    let noun = behind.iter().take_while(|t| t.is_nominal());
    // 全市投资占比16.8%: the whole of a share.
    let run = noun.clone().count();
    // 全国综合实力前十强的企业, 全球引进33个团队: among whom, and where.
    let among = |t: &Token| t.is(Classes::SHARE) || doc.amount(t).is_some_and(|a| a.unit == "rank");
    let whole = behind.get(run).is_some_and(among) && run > 0;
    let area = next
        .span
        .start
        .checked_sub(2)
        .map_or(&[][..], |at| &doc.chars[at..next.span.start]);
    if area == ['全', '球'] && next.is(Classes::VERB) {
        return false;
    }
    // 东部地区|国家级经开区.
    let zones = next.is(Classes::WHOLE.or(Classes::SELF))
        && together(doc, doc.tokens.partition_point(|t| t.span.start < next.span.start)).is_some();
    let word = (next.is_nominal() || zones) && !noun.clone().any(|t| t.is(Classes::CONTEST.or(Classes::ORG)));
    counted || !whole && (word || next.is(Classes::DONE.or(Classes::VERB).or(Classes::COPULA)))
}

/// 四川省著名商标8个: whether a place only says whose mark of distinction something bears.
pub fn praised(doc: &Doc, token: &Token) -> bool {
    const MARKS: List = List::new(
        "著名|名牌|知名|驰名|优秀|专精特新|科技型|高新技术企业|工程|企业技术中心|重点实验室|院士|博士后|首批|星级",
    );
    MARKS.beginning(&doc.chars[token.span.end..]).is_some()
}

/// 全市, 东部: an area with borders of its own; 国内 and 省内 only say where.
pub(super) fn is_area(doc: &Doc, token: &Token, behind: &[Token]) -> bool {
    let word = &doc.chars[token.span.start..token.span.end];
    // 西部氢能产业园: the beginning of a name.
    let named = || {
        let next = behind.first();
        next.is_some_and(|t| t.kind == token::Kind::Word(Classes::NONE) && t.span.start == token.span.end)
    };
    // 全球知名药企: what they are, not where.
    const PRAISE: List = List::new("知名|著名|领先|顶尖|首|最|唯一|少有|排名");
    let praise = || PRAISE.beginning(&doc.chars[token.span.end..]).is_some();
    token.is(Classes::WHOLE)
        && !praise()
        && (is_one(word[0], "全我本该") || (word.ends_with(&['部']) || word.ends_with(&['地', '区'])) && !named())
}

/// 喀什市|片区: a place with the word for a part of the zone.
pub(super) fn site_of(doc: &Doc, place: Span) -> Span {
    let site = SITE.beginning(&doc.chars[place.end..]);
    Span::new(place.start, place.end + site.unwrap_or(0))
}

/// 东部地区经开区: an area with the word for its zones.
pub(super) fn zones_of(area: &Token, behind: &[Token]) -> Span {
    let rest = usize::from(
        behind
            .first()
            .is_some_and(|t| t.is(Classes::PLAIN) && t.span.len() == 2),
    );
    let zones = behind
        .get(rest)
        .filter(|t| t.is(Classes::SELF.or(Classes::WHOLE)) && t.span.len() > 2);
    let end = zones.filter(|t| t.span.end <= area.span.end + 2 * rest + t.span.len());
    Span::new(area.span.start, end.map_or(area.span.end, |t| t.span.end))
}

/// 在全国169家国家级高新区中, 浙江22家国家级经开区: zones that are counted are those of the area before the number, or of the country.
pub(super) fn counted_zones(doc: &Doc, draft: &Draft) -> Option<Slot<String>> {
    const GRADES: List = List::new("国家级|国家|参评国家级|参评国家|参评的国家级|首批国家级");
    let counted = draft.kind == Kind::Level && matches!(doc.amounts[draft.amount].unit, "家" | "个");
    let behind = doc.tokens.get(draft.at + 1..).filter(|_| counted)?;
    let kind = |t: &Token| t.is(Classes::SELF.or(Classes::WHOLE)) && doc.chars[t.span.end - 1] == '区';
    let last = behind
        .iter()
        .take(3)
        .take_while(|t| matches!(t.kind, token::Kind::Word(_)))
        .find(|t| kind(t))?;
    let before = draft.at.checked_sub(1).map(|b| &doc.tokens[b])?;
    let before = Some(before).filter(|t| t.span.end + 1 >= doc.tokens[draft.at].span.start);
    let whole = before.filter(|t| t.is(Classes::WHOLE) && doc.chars[t.span.start] == '全');
    // 长沙、株洲、常德|7家国家级高新区: where they are; the country has more.
    let listed = overview::is_listed(doc, draft.at - 1);
    let region = || overview::region(doc, before?).filter(|_| last.span.len() > 2);
    let country = || {
        // 管辖2个街道、1个国家级出口加工区: one of them is a place's own.
        const SINGLE: Decimal = Decimal::new(1, 0);
        if doc.amounts[draft.amount].value == SINGLE {
            return None;
        }
        let grade = GRADES.beginning(&doc.chars[behind[0].span.start..])?;
        (behind[0].span.start + grade <= last.span.end).then(|| "全国".to_owned())
    };
    let name = whole.map(|t| doc.text(t.span));
    // 我市甲经开区、乙经开区、丙经开区|3家国家级经开区: those of the area that the list begins with.
    let own = || {
        let mut list = doc.tokens[..draft.at].iter().rev().take(12);
        let whole = list.find(|t| t.is(Classes::WHOLE) || matches!(t.kind, token::Kind::Mark(c) if c != '、'));
        whole.filter(|t| t.is(Classes::WHOLE)).map(|t| area_name(doc, t.span))
    };
    let name = name.or_else(|| if listed { own() } else { region().or_else(country) })?;
    Some(Slot::stated(name, before.map_or(last.span, |t| t.span), "counted"))
}

/// 全省现有省级以上高新区23家，其中国家级高新区11家: zones that are counted behind their kind are those of the area that the sentence names before.
pub(super) fn zones_of_area(doc: &Doc, sentence: &Sentence, draft: &Draft) -> Option<Slot<String>> {
    let noun = &draft.noun;
    let counted = draft.kind == Kind::Level && matches!(doc.amounts[draft.amount].unit, "家" | "个");
    if !counted || noun.is_empty() || noun.end > draft.at {
        return None;
    }
    let kind = &doc.tokens[noun.end - 1];
    let zones =
        kind.is(Classes::SELF.or(Classes::WHOLE)) && doc.chars[kind.span.end - 1] == '区' && kind.span.len() > 2;
    let before = doc.tokens[sentence.range.start..noun.start].iter().rev();
    // 四川的国家级经开区由此达到4家.
    let region = before.clone().find(|t| !t.is(Classes::DE)).filter(|_| zones);
    if let Some((name, token)) = region.and_then(|t| Some((overview::region(doc, t)?, t))) {
        return Some(Slot::stated(name, token.span, "counted"));
    }
    let area = before
        .filter(|_| zones)
        .find(|t| t.is(Classes::WHOLE) && is_one(doc.chars[t.span.start], "全我本该"))?;
    // 全省开发区…: the area alone.
    let alone = Span::new(area.span.start, area.span.start + 2);
    Some(Slot::stated(area_name(doc, alone), area.span, "counted"))
}

/// Whether zones are what is counted.
pub(super) fn counts_zones(draft: &Draft) -> bool {
    let zones = draft
        .indicator
        .value
        .as_deref()
        .is_some_and(|name| name.ends_with('区'));
    zones && draft.kind == Kind::Level
}

/// 国家级高新区已有178个, 我国国家级高新区共有178家: what is counted is not whom it is about, but the country's.
pub(super) fn so_many(draft: &Draft, who: Slot<String>) -> Slot<String> {
    let counted = draft.indicator.value.as_deref().filter(|name| name.ends_with('区'));
    let area = counted.and_then(|counted| Some((who.value.as_deref()?.strip_suffix(counted)?, counted)));
    let area = match area {
        Some(("", name)) if name.starts_with("国家") => "全国",
        Some(("", name)) if name.starts_with("省级") => "全省",
        Some((area, _)) if area.starts_with('全') || home::is_area(area) => area,
        _ => return who,
    };
    Slot {
        value: Some(area.to_owned()),
        ..who
    }
}

/// Zones in general, of a country or a league, where token `i` begins their name: 参评高新区, and 国家级经开区|实现….
pub fn zones_at_large(doc: &Doc, i: usize) -> Option<Span> {
    const WHICH: [&str; 8] = ["参评", "国家级", "省级", "全国", "入围", "同类", "上榜", "各"];
    let (token, behind) = (&doc.tokens[i], &doc.tokens[i + 1..]);
    let next = behind.first()?;
    let joined = next.is(Classes::SELF) && next.span.start == token.span.end;
    if doc.is_word(token, &WHICH) && token.kind == token::Kind::Word(Classes::NONE) {
        return joined.then(|| Span::new(token.span.start, next.span.end));
    }
    // 国家级经开区 is one word; 国家高新区|排名 is no subject.
    let word = token.is(Classes::WHOLE) && doc.chars[token.span.end - 1] == '区';
    let (end, behind) = match doc.is_word(token, &["国家"]) && joined {
        true => (next.span.end, &behind[1..]),
        false => (token.span.end, behind),
    };
    let national = doc.chars[token.span.start..].starts_with(&['国', '家']) && (word || end > token.span.end);
    let told = told(behind);
    const LEAGUES: List = List::new("排名|位次|综合|考核|评价|行列|名单|称号");
    let league = LEAGUES.beginning(&doc.chars[end..]).is_some();
    (national && told && !league && fields(doc, behind)).then(|| Span::new(token.span.start, end))
}

/// 实现…, 累计完成…, 2021年的营业收入…: whether what stands behind a name says something of it.
pub(super) fn told(behind: &[Token]) -> bool {
    let light = |t: &&Token| matches!(t.kind, token::Kind::Time(_)) || t.is(Classes::ADVERB.or(Classes::DE));
    let next = behind.iter().take(4).find(|t| !light(t));
    next.is_some_and(|t| {
        matches!(t.kind, token::Kind::Noun(_)) || t.is(Classes::DONE.or(Classes::VERB).or(Classes::COPULA))
    })
}

/// All zones of an area that heads a clause with token `i`: 参评经开区合计…, and 广西13家经开区实现…, which are the area's.
pub(super) fn all_zones(doc: &Doc, i: usize) -> Option<Slot<String>> {
    let counted = || {
        let name = overview::region(doc, &doc.tokens[i])?;
        let last = overview::together_from(doc, i + 1)?;
        (told(&doc.tokens[last + 1..]) && doc.amount(&doc.tokens[i + 1]).is_some())
            .then(|| Slot::stated(name, doc.span(&(i..last + 1)), "area"))
    };
    // 四川园区实现…: those of a province, though the text is on one of them.
    let of_province = || {
        let name = overview::region(doc, &doc.tokens[i])?;
        let last = overview::together_from(doc, i).filter(|last| *last > i)?;
        let plain = doc.tokens[i..last + 1].iter().all(|t| doc.amount(t).is_none());
        let whole = lexicon::is_region(name.trim_end_matches('省'));
        (plain && whole && fields(doc, &doc.tokens[last + 1..]))
            .then(|| Slot::stated(doc.text(doc.span(&(i..last + 1))), doc.span(&(i..last + 1)), "area"))
    };
    let at_large = zones_at_large(doc, i).map(|span| Slot::stated(doc.text(span), span, "area"));
    at_large.or_else(counted).or_else(of_province)
}

/// Whether 的 and a multiple stand behind a zone: 是乙高新区的1.4倍.
pub(super) fn multiple(doc: &Doc, behind: &[Token]) -> bool {
    let [of, amount, ..] = behind else { return false };
    // 还不到甲高新区的1/5.
    let part = |t: &Token| {
        doc.chars[t.span.start..t.span.end]
            .iter()
            .any(|c| is_one(*c, "之/成半"))
    };
    of.is(Classes::DE)
        && doc
            .amount(amount)
            .is_some_and(|a| a.unit == "x" || a.bound == crate::figure::Bound::Lt && part(amount))
}

/// Whether a zone that stands behind these tokens is what something is compared with: 比垫底的某某经开区高出7.5个百分点.
pub(super) fn against(tokens: &[Token]) -> bool {
    let clause = tokens
        .iter()
        .rev()
        .take(4)
        .take_while(|t| matches!(t.kind, token::Kind::Word(_)));
    let mut clause = clause.skip_while(|t| t.is(Classes::DE));
    clause.any(|t| t.is(Classes::COMPARE.or(Classes::GAP)))
}

/// 比全省（7.2%）高1.5个百分点: the area or zone whose own rate the bracket tells.
pub(super) fn compared(doc: &Doc, draft: &Draft) -> Option<Slot<String>> {
    let tokens = doc.tokens[..draft.at.checked_sub(1)?].iter().rev().take(3);
    let named = |t: &&Token| t.is(Classes::WHOLE) || matches!(t.kind, token::Kind::Zone(_) | token::Kind::Place);
    let other = tokens
        .take_while(|t| !matches!(t.kind, token::Kind::Mark(_)))
        .find(named);
    let other = other.filter(|_| compared_with(doc, draft.at))?;
    Some(Slot::stated(area_name(doc, other.span), other.span, "compared"))
}

/// The area that a word names: 全市 for 我市 and for 全市平均水平.
pub fn area_name(doc: &Doc, span: Span) -> String {
    let name = doc.text(span);
    let name = name.trim_end_matches("水平").trim_end_matches("平均");
    match name.strip_prefix(['我', '本', '该']) {
        Some(area) => format!("全{area}"),
        None => name.to_owned(),
    }
}

/// 在某某经开区，…: whether a sentence begins with where token `i` of it is.
pub(super) fn at_head(doc: &Doc, tokens: &[Token], i: usize) -> bool {
    i == 1 && doc.is_word(&tokens[0], &["在"])
}

/// 新站高新区, 安巢经开区: the name of a zone that no list holds, whose last word is token `i`.
pub(super) fn unlisted(doc: &Doc, i: usize) -> Option<Span> {
    let token = &doc.tokens[i];
    let mut start = token.span.start;
    let unknown = |t: &Token| t.kind == token::Kind::Word(Classes::NONE);
    let part = |t: &Token| unknown(t) || t.span.len() == 1 && token::in_names(doc.chars[t.span.start]);
    let mut first = i;
    while let Some(before) = doc.tokens[..first].last().filter(|t| t.span.end == start && part(t)) {
        start = before.span.start;
        first -= 1;
    }
    let name = &doc.chars[start..token.span.start];
    // 头部开发区, 千亿级开发区: some among many.
    // 嘉兴海关驻综保区: an office there.
    let some = || SOME.ending(name).is_some() || name.ends_with(&['驻']);
    // 冀南新区, but not 城市园区.
    let long = token.span.len() > 2 || doc.is_word(token, &["新区"]) && name.len() < 4;
    let named = doc.tokens[first..i].iter().any(unknown) && token.is(Classes::SELF) && long;
    // 位列第3位、某某经开区第5位, but not 某某园区、某某园区等六个园区.
    let head = first.checked_sub(1).is_none_or(|b| {
        let before = &doc.tokens[b];
        matches!(before.kind, token::Kind::Time(_))
            || before.is_mark("，。；：:;,\n●•·■")
            || before.is_mark("、") && b.checked_sub(1).is_some_and(|a| doc.amount(&doc.tokens[a]).is_some())
    });
    (named && !some() && head && (2..=6).contains(&name.len()) && together(doc, i).is_none())
        .then(|| Span::new(start, token.span.end))
}
