//! Places that no list holds, told by how their names end and by how often they are said.

use super::{Kind, Token, in_names};
use crate::cue::Classes;
use crate::lexicon;
use crate::order::sort_by;
use crate::prefix::{List, is_one};
use crate::text::Span;
use std::ops::Range;

/// Marks unknown words that end like the names of places: with 市, 省, 县 and the like; and those before 开发区 and the like that the text says
/// more than once.
pub(super) fn places(chars: &[char], tokens: Vec<Token>) -> Vec<Token> {
    let unknown = |t: &Token| t.kind == Kind::Word(Classes::NONE);
    let letter = |t: &Token| t.span.len() == 1 && in_names(chars[t.span.start]);
    // The last four characters of the place that tokens are the name of: 两江新区 and 重庆两江新区 are one.
    let named = |tokens: &[Token]| {
        let (ending, name) = tokens.split_last()?;
        // 横琴区内: in a zone, not its name.
        if matches!(chars[ending.span.end - 1], '内' | '里') {
            return None;
        }
        let joined = tokens.windows(2).all(|pair| pair[0].span.end == pair[1].span.start);
        // 合肥 holds a cue.
        let city = |t: &Token| t.is(Classes::PLAIN) && lexicon::is_place(&chars[t.span.start..t.span.end]);
        let own = name.iter().all(|t| unknown(t) || letter(t) || city(t)) && name.iter().any(unknown);
        let word = &chars[name.first()?.span.start..ending.span.start];
        // 江西|工业园区, 历年国家级|开发区 are all of them.
        let kind = &chars[ending.span.start..ending.span.end];
        let region = || lexicon::is_place(word) && lexicon::is_region(&String::from_iter(word));
        let all = !lexicon::is_single(kind) && region();
        // 国家高新区, 参评经开区: kinds of zone.
        const KINDS: &str = "国省市各参其同该本全多这和";
        let short = (2..=5).contains(&word.len()) && word[0].is_alphabetic() && !is_one(word[0], KINDS);
        let from = name[0].span.start.max(ending.span.end.saturating_sub(4));
        // 嘉兴海关驻综保区: an office there.
        let grade = crate::prefix::holds_one(word, &["国家级", "省级", "海关", "税务", "法院", "银行"])
            || word.ends_with(&['驻']);
        (joined && own && short && !all && !grade).then_some(&chars[from..ending.span.end])
    };
    // What may be a name before a word for a zone, the longest first: up to four tokens, none of which is such a word too.
    let mut last = 0;
    let endings = (0..tokens.len()).filter(|i| tokens[*i].is(Classes::SELF));
    let candidates: Vec<(Range<usize>, &[char])> = endings
        .flat_map(|end| {
            let from = std::mem::replace(&mut last, end + 1).max(end.saturating_sub(4));
            (from..end).map(move |start| start..end + 1)
        })
        .filter_map(|range| Some((range.clone(), named(&tokens[range])?)))
        .collect();
    let firsts = candidates.chunk_by(|a, b| a.0.end == b.0.end).map(|same| same[0].1);
    let mut said: Vec<&[char]> = firsts.collect();
    sort_by(&mut said, |a, b| a.cmp(b));
    let repeated = |name: &[char]| {
        let at = said.partition_point(|other| *other < name);
        said.get(at + 1).is_some_and(|next| *next == name)
    };
    // 日照高新区, 宁波杭州湾新区: a city's zone, though no list has it.
    let citys = |first: &Token, ending: &Token| {
        let (word, ending) = (
            &chars[first.span.start..ending.span.start],
            &chars[ending.span.start..ending.span.end],
        );
        let single = lexicon::is_single(ending);
        let official = ending.len() > 2 && !ending.ends_with(&['园', '区']) || ending == ['新', '区'] || single;
        let city = lexicon::region_len(word)
            .filter(|len| single || !lexicon::is_region(String::from_iter(&word[..*len]).trim_end_matches('省')));
        official && city.is_some_and(|len| len == word.len() || len + 2 <= word.len())
    };
    // 坐落|勉县经开区: the verb is no part of the name.
    let verb_len = |first: &Token| {
        let verbs =
            const { List::new("占|坐落|位于|地处|落户|来到|走进|入驻|记者从|说起|提起|起|从") };
        verbs.beginning(&chars[first.span.start..first.span.end]).unwrap_or(0)
    };
    let known = |(range, name): &(Range<usize>, &[char])| {
        let [first, .., ending] = &tokens[range.clone()] else {
            return false;
        };
        // 落户|高新区: no name.
        let named = first.span.start + verb_len(first) < ending.span.start;
        named && (unknown(first) || letter(first)) && (repeated(name) || citys(first, ending))
    };
    let mut joined = candidates.iter().filter(|candidate| known(candidate)).peekable();
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        while joined.next_if(|(range, _)| range.start < at).is_some() {}
        if let Some((range, _)) = joined.next_if(|(range, _)| range.start == at) {
            let start = token.span.start + verb_len(&token);
            if start > token.span.start {
                found.push(Token {
                    span: Span::new(token.span.start, start),
                    kind: Kind::Word(Classes::PREP),
                });
            }
            found.push(Token {
                span: Span::new(start, tokens[range.end - 1].span.end),
                kind: Kind::Place,
            });
            at = range.end;
            continue;
        }
        at += 1;
        if let Some(end) = part_of_zone(chars, &tokens, at - 1) {
            found.push(Token {
                span: Span::new(token.span.start, end),
                kind: Kind::Place,
            });
            let rest = tokens[at].span;
            at += 1;
            if end < rest.end {
                found.push(Token {
                    span: Span::new(end, rest.end),
                    kind: Kind::Word(Classes::NONE),
                });
            }
            continue;
        }
        let names = Some(token)
            .filter(unknown)
            .map_or_else(Vec::new, |t| names(chars, t.span));
        let Some(last) = names.last().copied() else {
            found.push(token);
            continue;
        };
        // 四川省|平昌县, 惠州市|惠城区: province and city only say where it lies.
        for name in names {
            let kind = if name == last {
                Kind::Place
            } else {
                Kind::Word(Classes::ADVERB)
            };
            found.push(Token { span: name, kind });
        }
        // 固始县|产业集聚区: a county's own.
        let next = tokens
            .get(at)
            .filter(|t| last.end == token.span.end && t.span.start == last.end);
        // 巩义市高新技术园区, where the lexicon does not know the city.
        let county = match chars[last.end - 1] {
            '县' => true,
            '市' => !lexicon::is_place(&chars[last.start..last.end - 1]),
            // 周口市|川汇区|产业集聚区.
            '区' => true,
            _ => false,
        };
        let zone = next.filter(|t| county && t.is(Classes::SELF) && t.span.len() > 2);
        let end = match zone {
            Some(zone) => zone.span.end,
            None if county => park_end(chars, &tokens[at - 1..], last.end).unwrap_or(last.end),
            None => last.end,
        };
        if let Some(place) = found.last_mut() {
            place.span.end = end;
        }
        // The rest of the word in which the name ends.
        while tokens.get(at).is_some_and(|t| t.span.start < end) {
            at += 1;
        }
        let within = tokens[at - 1];
        if end < within.span.end {
            found.push(Token {
                span: Span::new(end, within.span.end),
                kind: Kind::Word(Classes::NONE),
            });
        }
    }
    found
}

/// 西吉县|闽宁产业园, 滦南县|再生资源循环产业园|规划面积: where the name of a county's park ends that begins at a character, in the words that go on from it.
fn park_end(chars: &[char], tokens: &[Token], start: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let joined =
        |pair: &&[Token]| pair[0].span.end == pair[1].span.start && pair[1].is_nominal() | pair[1].is(Classes::SELF);
    let run = tokens.windows(2).take(4).take_while(joined).count();
    let name = &chars[start..tokens[run].span.end.min(start + LONGEST)];
    let kinds = const { List::new("产业园|工业园|科技园") };
    let len = (4..=name.len()).find(|len| kinds.ending(&name[..*len]).is_some())?;
    Some(start + len + usize::from(name.get(len) == Some(&'区')))
}

/// 中关村|昌平园, 无锡高新区|综保区: where the name of a park ends that begins with the zone, token `i`, of which it is a part.
fn part_of_zone(chars: &[char], tokens: &[Token], i: usize) -> Option<usize> {
    const OWN: List = List::new("综保区|综合保税区|保税区|保税物流中心|出口加工区");
    let [zone, next, ..] = &tokens[i..] else { return None };
    let rest = &chars[next.span.start..next.span.end];
    if !matches!(zone.kind, Kind::Zone(_)) || next.span.start != zone.span.end {
        return None;
    }
    if next.is(Classes::SELF) && OWN.holds(rest) {
        return Some(next.span.end);
    }
    // 产业园 alone, 创业园, 全园: no name of one.
    let park = rest.iter().take(5).position(|c| *c == '园').filter(|at| *at > 1)?;
    let name = next.kind == Kind::Word(Classes::NONE)
        && const { List::new("产业|工业|科技|花|校|公|庄|家|田|乐|菜|果|入") }
            .ending(&rest[..park])
            .is_none();
    let ends = rest.get(park + 1).is_none_or(|c| !is_one(*c, "区林艺丁长地博"));
    (name && ends).then_some(next.span.start + park + 1)
}

/// The length of a place's name at the start of an unknown word; `next` is what stands behind the word.
fn place_len(word: &[char], next: &[char]) -> Option<usize> {
    const NO_ENDING: &str = "场值区级民政内会域委长直属辖外容面湾";
    // 通航城市, 跨省, 三区一县: a word that ends so and names no place.
    const NO_NAME: &str = "小强山城都门超股上本全各该我夜跨外一二两三四五六七八九十";
    // 青白江区第十八届人民代表大会, 某某区政府.
    const SEAT: List = List::new(
        "第|人民|人大|政府|区长|委|统计局|完成|实现|共签约|把|举行|召开|地区生产总值|规上|规模以上|固定资产投资",
    );
    // 某某市政府工作报告. 市外资金 comes from outside; 某市外贸总值 is the city's.
    const OWN: List = List::new("外贸|外商|政府|人民政府|人大|统计局");
    // 某某郑州: the end of a city's own name, not 自治州.
    const CITIES: &str = "郑杭苏广福徐常泰扬温台湖衢赣抚漳泉德滨沧锦柳梧钦贺惠潮梅郴永荆鄂随兰泸达宿亳滁池朔忻胶兖";
    // 3漳浦县: the number of a row.
    if word.first().is_some_and(char::is_ascii_digit) {
        return None;
    }
    (2..word.len().min(6))
        .find(|i| {
            let behind = if i + 1 < word.len() { &word[i + 1..] } else { next };
            let city = word[*i] == '州' && is_one(word[i - 1], CITIES);
            let district = word[*i] == '区' && *i > 1 && SEAT.beginning(behind).is_some();
            // 对口援疆省市, 地州市, 撤地设市: kinds of places, and what becomes of one.
            let kind = match word[*i] {
                '省' => !lexicon::is_region(&String::from_iter(&word[..*i])),
                '市' => {
                    is_one(word[i - 1], "设建省级辖盟")
                        || word.starts_with(&['地', '州'])
                        || word.starts_with(&['设', '区'])
                }
                _ => false,
            };
            let name = (district || matches!(word[*i], '市' | '省' | '县' | '州' | '盟' | '旗'))
                && !city
                && !kind
                && (!is_one(word[i - 1], NO_NAME) || lexicon::is_place(&word[..*i]));
            name && (OWN.beginning(behind).is_some() || behind.first().is_none_or(|c| !is_one(*c, NO_ENDING)))
        })
        .map(|i| i + 1)
}

/// The names of places with which an unknown word begins, each in the one before: 四川省|平昌县, 惠州市|惠城区.
fn names(chars: &[char], word: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    // 离榕江县城8公里: how far from it.
    if word.start < word.end && is_one(chars[word.start], "离距") {
        return found;
    }
    let mut from = word.start;
    while from < word.end {
        let rest = &chars[from..word.end];
        let within = found.last().map(|last| chars[last.end - 1]);
        let len = match within {
            None | Some('省') => place_len(rest, &chars[word.end..]),
            Some('市') => district_len(rest),
            _ => None,
        };
        let Some(len) = len else { break };
        found.push(Span::new(from, from + len));
        from += len;
    }
    found
}

/// The length of a district's name behind its city's.
fn district_len(rest: &[char]) -> Option<usize> {
    let end = rest
        .iter()
        .take(4)
        .position(|c| is_one(*c, "区县"))
        .filter(|end| *end > 1)?;
    let told = rest.get(end + 1).is_none_or(|c| !is_one(*c, "域级内外里长委"));
    told.then_some(end + 1)
}
