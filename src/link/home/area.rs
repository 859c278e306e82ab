//! Reports on an area rather than on a zone: a city, a province, the zones of the country.

use super::Candidate;
use crate::cue::Classes;
use crate::figure::Slot;
use crate::lexicon;
use crate::link::overview as zones;
use crate::link::sentence::Doc;
use crate::link::who::area::{area_name, zones_at_large};
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token;

/// Whether a name is a city's or a province's rather than a zone's.
pub fn is_area(name: &str) -> bool {
    name.ends_with(['市', '县', '省', '州', '盟', '旗']) || lexicon::is_region(name)
}

/// 湖南：园区“挑大梁”: a report on the zones of a province or city, each of which is named by the way and none in the headline.
pub(super) fn overview(doc: &Doc, candidates: &[Candidate]) -> Option<Slot<String>> {
    let headline = doc.chars.iter().position(|c| *c == '\n').unwrap_or(0);
    let known = candidates.iter().filter(|(name, _)| lexicon::zone(name).is_some());
    let zones: Vec<_> = known.map(|(_, found)| found).collect();
    let first = zones.iter().map(|(_, span)| span.start).min().unwrap_or(usize::MAX);
    let most = if zones.len() < 2 { 3 } else { 6 };
    if let Some((name, span)) = zones::counted_in(doc, headline).filter(|_| first > headline) {
        return Some(Slot::assumed(name, Some(span), "overview"));
    }
    if first <= headline && headline > 0 || zones.iter().any(|(weight, _)| *weight > most) {
        return None;
    }
    if let Some((named, span)) = zones::overview(doc, zones.len(), first) {
        // 2021年169家国家高新区…: all of them.
        let all = || {
            let kinds = const {
                List::new("国家高新区|国家级高新区|国家级经开区|国家经开区|国家级经济技术开发区|国家级开发区")
            };
            kinds.which_ends(&doc.chars[..span.end])
        };
        let country = || Slot::assumed(all().unwrap_or("全国").to_owned(), Some(span), "overview");
        // 上饶市工业园区…。全市工业园区…: the city that the text names.
        let named_city = || {
            let cities = candidates.iter().filter(|(name, _)| name.ends_with('市'));
            cities.max_by_key(|(_, (weight, _))| *weight)
        };
        let own = |slot: Slot<String>| match named_city().filter(|_| slot.value.as_deref() == Some("全市")) {
            Some((name, (_, span))) => Slot::assumed(name.clone(), Some(*span), "overview"),
            None => slot,
        };
        // 省级以上开发区8个，…。其中，绍兴高新区…、柯桥经开区…: the city of them all.
        let city = |(name, _): &&Candidate| lexicon::zone(name).map(|zone| zone.city);
        let mut cities = candidates.iter().filter_map(|found| city(&found));
        let of_one = cities.next().is_some_and(|first| cities.all(|other| other == first));
        let whole = || match of_one && zones.len() > 1 {
            true => Slot::assumed("全市".to_owned(), Some(span), "overview"),
            false => country(),
        };
        let area = || area(doc).map_or_else(whole, own);
        return Some(named.map_or_else(area, |name| Slot::assumed(name, Some(span), "overview")));
    }
    let area = area(doc).filter(|_| zones.len() > 2)?;
    let name: Vec<char> = area.value.iter().flat_map(|name| name.chars()).collect();
    let often = doc
        .tokens
        .iter()
        .filter(|t| doc.chars[t.span.start..t.span.end] == name)
        .count();
    (often > 1).then_some(area)
}

/// A bulletin that never names its city: 全市 is whom it is about.
pub(super) fn area(doc: &Doc) -> Option<Slot<String>> {
    // 占全市的四成: there it is only the whole of a share.
    let area = doc
        .tokens
        .iter()
        .enumerate()
        .find(|(i, t)| {
            let whole = doc
                .tokens
                .get(i + 1)
                .is_some_and(|t| t.is(Classes::DE.or(Classes::RANK)));
            // 高于全市1.8个百分点.
            // 比全市、全省高.
            let listed = |t: &token::Token| t.is_mark("、") || t.is(Classes::WHOLE);
            let of = doc.tokens[..*i].iter().rposition(|t| !listed(t)).is_some_and(|b| {
                doc.tokens[b].is(Classes::SHARE.or(Classes::RANK).or(Classes::GAP).or(Classes::COMPARE))
            });
            // 在全省园区中排名第7, 全省38个开发区之一.
            let field = i.checked_sub(1).is_some_and(|b| {
                doc.is_word(
                    &doc.tokens[b],
                    &["在", "为", "评为", "获评", "获", "跑赢", "超过", "好于"],
                ) || doc.tokens[b].is(Classes::AWARD)
            });
            const AREAS: [&str; 8] = ["全市", "全省", "全县", "全州", "全旗", "我市", "我省", "我县"];
            !whole && !of && !field && doc.is_word(t, &AREAS)
        })
        .map(|(_, t)| t)?;
    Some(Slot::assumed(area_name(doc, area.span), Some(area.span), "area"))
}

/// 记者从自治区商务厅了解到：前8月，全区…: the whole that is spoken of before a part of it, which is named at a span.
pub(super) fn whole_before(doc: &Doc, part: Span) -> Option<Slot<String>> {
    let before = |slot: &Slot<String>| stands_before(slot, part);
    let own = own_word(doc, &["全区", "我区"]).filter(before);
    own.or_else(|| area(doc).filter(before))
}

/// Whether the words for a whole stand before a part, which is named at a span.
fn stands_before(whole: &Slot<String>, part: Span) -> bool {
    whole.evidence.is_some_and(|span| span.start < part.start)
}

/// 全市第二批57个项目开工。…。全市固定资产投资…: the whole that heads clauses of a text, first before a part of it, which is named at a span.
pub(super) fn whole_spoken_of(doc: &Doc, part: Span, raw: &str, several: bool) -> Option<Slot<String>> {
    const WHOLES: [&str; 10] = [
        "全市",
        "全县",
        "全地区",
        "全州",
        "我市",
        "我县",
        "全省",
        "我省",
        "本市",
        "本省",
    ];
    // 占全市四分之一, 位列全市第一 only say of what.
    let heads = |i: &usize| {
        let before = i.checked_sub(1).map(|b| &doc.tokens[b]);
        let opens = before.is_none_or(|t| {
            matches!(t.kind, token::Kind::Time(_))
                || t.is_mark("，。；\n")
                || t.kind == token::Kind::Word(Classes::NONE)
        });
        opens
            && doc.tokens.get(i + 1).is_some_and(|t| {
                !t.is(Classes::DE.or(Classes::RANK).or(Classes::SHARE))
                    && doc.amount(t).is_none_or(|a| a.unit != "rank")
            })
    };
    let all = (0..doc.tokens.len()).filter(|i| doc.is_word(&doc.tokens[*i], &WHOLES));
    let mut spans = all.filter(heads).map(|i| doc.tokens[i].span);
    let first = spans.next().filter(|span| span.start < part.start);
    let first = first.filter(|_| several || spans.next().is_some() || told_before(doc, part));
    let whole = first.map(|span| Slot::assumed(area_name(doc, span), Some(span), "area"));
    // 某某区统计局：1—8月全区经济总体趋稳。…白土园区完成产值…: a district's.
    let office = ["区统计局", "区政府", "区人民政府", "区发改局"]
        .iter()
        .any(|office| raw.contains(office));
    let district = || own_word(doc, &["全区"]).filter(|slot| office && stands_before(slot, part));
    let long = || area(doc).filter(|slot| told(doc, part) > 5 && stands_before(slot, part));
    whole.or_else(district).or_else(long)
}

/// 某某市三季度重点项目集中开工仪式在某某高新区举行: the city that has gathered at one of its zones, where the text goes on about it.
pub(super) fn hosted(doc: &Doc, candidates: &[Candidate]) -> Option<Slot<String>> {
    const GATHERED: [&str; 4] = ["集中开工", "集中签约", "集中竣工", "集中投产"];
    let held = |span: &Span| {
        let before = &doc.chars[..span.start];
        let behind = doc.chars[span.end..].iter().take_while(|c| **c != '。');
        let behind: String = behind.collect();
        before.ends_with(&['在']) && ["举行", "召开", "举办"].iter().any(|held| behind.contains(held))
    };
    let zones = candidates.iter().filter(|(name, _)| !is_area(name));
    let first = zones.map(|(_, (_, span))| *span).min_by_key(|span| span.start)?;
    let city = candidates
        .iter()
        .filter(|(name, (_, span))| name.ends_with(['市', '县']) && span.end < first.start);
    let (name, (_, span)) = city.max_by_key(|(_, (_, span))| span.start)?;
    let event = doc.text(Span::new(span.end, first.start));
    let gathered = !event.contains('。') && GATHERED.iter().any(|word| event.contains(word));
    (gathered && speaks_of_whole(doc, first.end + 1) && held(&first))
        .then(|| Slot::assumed(name.clone(), Some(*span), "host"))
}

/// Whether a text speaks of its whole city or county from a character on.
pub(super) fn speaks_of_whole(doc: &Doc, from: usize) -> bool {
    let words = ["全市", "全县", "我市", "我县"];
    doc.tokens
        .iter()
        .any(|t| t.span.start >= from && doc.is_word(t, &words))
}

/// Whether a text states figures before it names a part, at a span.
pub(super) fn told_before(doc: &Doc, part: Span) -> bool {
    told(doc, part) > 2
}

/// How many figures a text states before it names a part, at a span.
fn told(doc: &Doc, part: Span) -> usize {
    let before = doc.tokens.iter().take_while(|t| t.span.start < part.start);
    before.filter(|t| doc.amount(t).is_some()).count()
}

/// 在市委和区委的领导下…: a report of a district, which names it no further.
pub(super) fn district(doc: &Doc) -> Option<Slot<String>> {
    const OFFICES: List = List::new("区委|区政府|区人大|区政协");
    let begins = |at: &usize| {
        OFFICES.beginning(&doc.chars[*at..]).is_some()
            && at.checked_sub(1).is_none_or(|b| !is_one(doc.chars[b], "治发新园社"))
    };
    let at = (0..doc.chars.len()).filter(|at| doc.chars[*at] == '区').find(begins)?;
    Some(Slot::assumed("全区".to_owned(), Some(Span::new(at, at + 1)), "area"))
}

/// Whether a text begins with the word for a whole: 全市园区….
pub(super) fn begins_with_whole(doc: &Doc) -> bool {
    let first = doc
        .tokens
        .iter()
        .find(|t| !matches!(t.kind, token::Kind::Mark(_) | token::Kind::Time(_)));
    first.is_some_and(|t| t.is(Classes::WHOLE) && doc.chars[t.span.start] == '全')
}

/// 1—6月，我区生产总值…: the first of some words by which a text that says no more means the region it is about.
pub(super) fn own_word(doc: &Doc, words: &[&str]) -> Option<Slot<String>> {
    let word = doc.tokens.iter().find(|t| doc.is_word(t, words))?;
    Some(Slot::assumed("全区".to_owned(), Some(word.span), "area"))
}

/// 前三季度新疆招商引资到位资金…: the province or city that heads a clause of a text which names nobody else.
pub(super) fn region(doc: &Doc) -> Option<Slot<String>> {
    let heads = |i: usize| {
        let before = i.checked_sub(1).map(|b| &doc.tokens[b]);
        before.is_none_or(|t| matches!(t.kind, token::Kind::Time(_)) || t.is_mark("，。；：\n"))
    };
    let tells = |t: &token::Token| {
        matches!(t.kind, token::Kind::Noun(_) | token::Kind::Time(_)) || t.is(Classes::DONE.or(Classes::VERB))
    };
    let told = |i: usize| doc.tokens.get(i + 1).is_some_and(tells);
    let (name, span) = (0..doc.tokens.len())
        .filter(|i| heads(*i) && told(*i))
        .find_map(|i| Some((zones::region(doc, &doc.tokens[i])?, doc.tokens[i].span)))?;
    Some(Slot::assumed(name, Some(span), "region"))
}

/// 2022年，国家级经开区实现…: a text on all of them.
pub(super) fn national(doc: &Doc) -> Option<Slot<String>> {
    let heads = |i: &usize| {
        let before = i.checked_sub(1).map(|b| &doc.tokens[b]);
        // 223个国家级开发区|累计完成….
        let told = |t: &token::Token| matches!(t.kind, token::Kind::Time(_) | token::Kind::Amount(_));
        before.is_none_or(|t| told(t) || t.is_mark("，。；：\n"))
    };
    // 在全国54个国家级开发区中名列前茅: among them.
    let among = |span: &Span| matches!(doc.chars.get(span.end), Some('中' | '里'));
    let span = (0..doc.tokens.len())
        .filter(heads)
        .filter_map(|i| zones_at_large(doc, i))
        .find(|span| !among(span))?;
    let name = doc.text(span);
    name.starts_with("国家")
        .then(|| Slot::assumed(name, Some(span), "national"))
}

/// Whether a name is of a kind of which a city or county has several.
pub(super) fn is_part(name: &str) -> bool {
    ["集聚区", "园区", "工业园", "产业园", "片区", "集中区"]
        .iter()
        .any(|kind| name.ends_with(kind))
}

/// Whether a span stands in the first line.
pub(super) fn is_headline(doc: &Doc, span: Span) -> bool {
    !doc.chars[..span.start].contains(&'\n')
        && doc.chars[span.end..]
            .iter()
            .take(40)
            .take_while(|c| **c != '。')
            .any(|c| *c == '\n')
}
