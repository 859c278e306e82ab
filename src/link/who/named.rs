//! Zones and areas that take the floor by a name that no list holds, or by being several.

use super::area::{told, unlisted, zones_at_large};
use super::floor::driven;
use super::{Floor, Running, What, own};
use crate::cue::Classes;
use crate::figure::Slot;
use crate::lexicon;
use crate::link::sentence::Doc;
use crate::link::{home, overview};
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{Kind, Token};

impl Running<'_> {
    /// 作为主阵地，融侨经济技术开发区…，区内…: in a report on a city, the zone that token `i` names or goes on to speak of.
    pub(super) fn zone_in_area(&self, doc: &Doc, i: usize) -> Option<Floor> {
        let token = &doc.tokens[i];
        if doc.chars[token.span.start] == '全' {
            return None;
        }
        let area = self.area;
        let paragraph = (0..i).rev().take_while(|j| area && !doc.tokens[*j].is_mark("\n"));
        // 甲经开区、乙高新区…。园区…: all of them.
        let one = |span: &Span| doc.chars.get(span.end) != Some(&'、');
        let listed = |j: &usize| matches!(doc.tokens[*j].kind, Kind::Zone(_));
        let before = || {
            let mut near = paragraph.take(120);
            let several = near.clone().filter(listed).count() > 1;
            near.find_map(|j| unlisted(doc, j)).filter(|span| one(span) && !several)
        };
        let span = unlisted(doc, i).or_else(before)?;
        let name = doc.text(span);
        (area || !self.is_own(&name)).then(|| Floor {
            who: Slot::stated(name, span, "zone"),
            what: What::Zone,
            keeps: true,
        })
    }

    /// 全市6家开发区…。高新区增加值102亿元: in a report on a city, its zone of that kind.
    pub(super) fn zone_of_city(&self, doc: &Doc, token: &Token) -> Option<Floor> {
        let own = self
            .zone
            .value
            .as_deref()
            .filter(|own| self.area && own.ends_with('市'))?;
        let short = doc.text(token.span);
        let kind = lexicon::ZoneKind::of_short_name(&short);
        // 一季度|开发区完成…, but not 6个省级以上|开发区.
        let before = doc.tokens[..doc.tokens.partition_point(|t| t.span.start < token.span.start)].last();
        let opens = before.is_none_or(|t| matches!(t.kind, Kind::Time(_) | Kind::Mark(_)));
        let single = ["开发区", "保税区", "综保区", "自贸区", "新区"].contains(&short.as_str());
        let named = opens && single;
        if kind.is_none() && !named {
            return None;
        }
        let city = own.trim_end_matches('市');
        let mut zones = lexicon::ZONES
            .iter()
            .filter(|zone| zone.city == city && Some(zone.kind) == kind);
        let only = zones.next().filter(|_| zones.next().is_none());
        // 某某市|工业园区: all that the city has.
        let of_city = before.is_some_and(|t| t.kind == Kind::Place && t.span.end == token.span.start);
        if only.is_none() && of_city && !single {
            return None;
        }
        Some(Floor {
            who: Slot::stated(only.map_or(short, |zone| zone.name.clone()), token.span, "zone"),
            what: What::Zone,
            keeps: true,
        })
    }

    /// Whether the word for a zone at token `i` of a sentence only stands by the way: it takes no floor.
    pub(super) fn by_the_way(&self, doc: &Doc, tokens: &[Token], i: usize, taken: &[(usize, Floor)]) -> bool {
        let [.., before] = &tokens[..i] else { return false };
        let zone = |t: &Token| matches!(t.kind, Kind::Zone(_) | Kind::Place) || t.is(Classes::SELF);
        // 居全省|园区第一, 全区|园区.
        let joined = before.is(Classes::WHOLE.or(Classes::SELF)) && before.span.end == tokens[i].span.start;
        // 全省131家|开发区, 参评|开发区.
        let first = doc.tokens.partition_point(|t| t.span.start < before.span.start);
        let at_large = matches!(before.kind, Kind::Word(_)) && zones_at_large(doc, first).is_some();
        let some = doc.amount(before).is_some() || at_large;
        // “争创全国一流|园区”.
        const PRAISED: List = List::new("一流|龙头|先进|标杆|百强|示范|特色|智慧|兄弟|周边");
        let praised = PRAISED.ending(&doc.chars[..tokens[i].span.start]).is_some();
        // 甲公司占|全区的六成, 拉动|全区增长.
        let other = taken.last().map_or(&self.topic, |(_, floor)| floor).who.value != self.zone.value;
        let whole = other
            && (before.is(Classes::SHARE) || doc.is_word(before, &["拉动", "带动", "撬动"]) && !driven(doc, tokens, i));
        // 龙岩高新区（|经开区）.
        let aside = i > 1 && before.is_mark("（(") && zone(&tokens[i - 2]);
        // 不到|经开区的一半, 多出|经开区1200余件, in a text on several.
        let other = || {
            let next = tokens.get(i + 1);
            let measured = next.is_some_and(|t| t.is(Classes::DE) || doc.amount(t).is_some());
            self.area && measured && !matches!(before.kind, Kind::Mark(_))
        };
        // 全省拥有|经开区13个.
        let counted = before.is(Classes::VERB.or(Classes::COPULA)) && tokens.get(i + 1).is_some_and(|t| doc.counts(t));
        joined || some || praised || whole || aside || counted || other()
    }

    /// 台南园区: a park of a science park that has several.
    pub(super) fn part_of_park(&self, doc: &Doc, i: usize) -> Option<Floor> {
        let own = self.zone.value.as_deref().filter(|own| own.contains("科学园"))?;
        let token = &doc.tokens[i];
        let start = home::name_start(doc, i, token.span.start);
        let name = doc.text(Span::new(start, token.span.start));
        let part = doc.is_word(token, &["园区"]) && (2..=3).contains(&name.chars().count()) && !own.contains(&name);
        let span = Span::new(start, token.span.end);
        part.then(|| Floor {
            who: Slot::stated(doc.text(span), span, "park"),
            what: What::Zone,
            keeps: false,
        })
    }

    /// 其中昆山综保区168亿美元: the bonded zone of a place, within a zone that is none.
    pub(super) fn bonded(&self, doc: &Doc, i: usize) -> Option<Floor> {
        const BONDED: List = List::new("综保区|综合保税区|保税区|保税港区|出口加工区|保税物流园区");
        let token = &doc.tokens[i];
        let other = |own: &&str| !own.contains("保税") && !own.contains("综保");
        self.zone.value.as_deref().filter(other)?;
        let kind = doc.is_in(token, &BONDED);
        let place = i.checked_sub(1).filter(|b| {
            let before = &doc.tokens[*b];
            let named = before.kind == Kind::Place || before.kind == Kind::Word(Classes::NONE);
            // 国家级|出口加工区: any.
            let some = home::SOME
                .ending(&doc.chars[before.span.start..before.span.end])
                .is_some();
            kind && named && !some && before.span.end == token.span.start && (2..=6).contains(&before.span.len())
        })?;
        let span = Span::new(doc.tokens[place].span.start, token.span.end);
        // 某某片区（其中喀什综合保税区3.56平方公里）、…: only within the bracket.
        let bracket = doc.tokens[..place].iter().rev().take(12).find(|t| t.is_mark("（()）"));
        let within = bracket.is_some_and(|t| t.is_mark("（("));
        (!within).then(|| Floor {
            who: Slot::stated(doc.text(span), span, "zone"),
            what: What::Zone,
            keeps: false,
        })
    }

    /// 宁东能源化工基地体量最大, 光谷生物城完成产值42亿元: a zone of a kind that no list holds, at the head of a clause.
    pub(super) fn park(&self, doc: &Doc, i: usize) -> Option<Floor> {
        let own = self.zone.value.as_deref()?;
        // 柳州高新区（柳东新区）: its other name.
        let aside = i > 0 && doc.tokens[i - 1].is_mark("（(");
        // 某某产业园获评“名园”，上云企业3000家: what its own clause does not count is the zone's.
        let says = |span: &Span| {
            let behind = &doc.tokens[doc.tokens.partition_point(|t| t.span.start < span.end)..];
            let mut clause = behind.iter().take(20).take_while(|t| !t.is_mark("，；。\n"));
            let opens = i.checked_sub(1).is_none_or(|b| doc.tokens[b].is_mark("。\n"));
            (told(behind) || opens) && clause.any(|t| doc.amount(t).is_some())
        };
        let other = |span: &Span| !aside && says(span) && !home::same_place(own, &doc.text(*span));
        // 软件园入驻企业增至86户.
        let short = || {
            const SHORT: List = List::new("软件园|创业园|物流园|医药园|电子园|石化园|化工园|双创园|智造园|电商园");
            let start = doc.tokens[i].span.start;
            let len = SHORT.beginning(&doc.chars[start..])?;
            let goes_on = const { List::new("区|、|和|与|等|内|里|建设|项目") }.beginning(&doc.chars[start + len..]);
            Some(Span::new(start, start + len)).filter(|_| goes_on.is_none())
        };
        let span = home::park(doc, i)
            .or_else(short)
            .filter(|span| self.area || other(span))?;
        Some(Floor {
            who: Slot::stated(doc.text(span), span, "zone"),
            what: What::Zone,
            keeps: self.area,
        })
    }

    /// 江苏上榜最多，达到8家: in an overview, the province that a word begins with.
    pub(super) fn province(&self, doc: &Doc, token: &Token) -> Option<Floor> {
        let name = self.area.then(|| overview::region(doc, token)).flatten()?;
        lexicon::is_region(name.trim_end_matches('省')).then(|| Floor {
            who: Slot::stated(name, token.span, "province"),
            what: What::Area,
            keeps: false,
        })
    }

    /// 去年，成都实现…: a city that heads a clause by its bare name, in a text on a zone of it or on several.
    pub(super) fn city(&self, doc: &Doc, at: usize) -> Option<Floor> {
        let token = &doc.tokens[at];
        let name = overview::region(doc, token)?;
        let whole = crate::lexicon::is_place(&doc.chars[token.span.start..token.span.end]);
        let does = doc.tokens.get(at + 1).is_some_and(|t| {
            let joined = t.span.start == token.span.end;
            joined && (t.is(Classes::DONE) || doc.is_word(t, &["实现", "共", "共有", "累计"]))
                || matches!(t.kind, Kind::Time(_))
        });
        (whole && does).then(|| Floor {
            who: Slot::stated(name, token.span, "city"),
            what: What::Area,
            keeps: false,
        })
    }

    /// Whether token `i` begins words for all zones that an overview is on, or their area: 七家合计, 四川8家高新区.
    pub(super) fn of_several(&self, doc: &Doc, i: usize) -> bool {
        let token = &doc.tokens[i];
        let Some(own) = self.zone.value.as_deref().filter(|_| self.area) else {
            return false;
        };
        let other = token.is(Classes::WHOLE) && !doc.chars[token.span.start..].starts_with(&['全']);
        overview::region(doc, token).as_deref() == Some(own) || !other && overview::together_from(doc, i).is_some()
    }

    /// The floor of all zones that an overview is on, where words for them begin with token `i`: under these words, if they say whose they are and
    /// count nothing (江苏综合保税区, 全省开发区), else as the area's.
    pub(super) fn several(&self, doc: &Doc, i: usize) -> Floor {
        // 湖北|9个国家级经开区.
        let counted = || {
            doc.amount(doc.tokens.get(i + 1)?)
                .and_then(|_| overview::together_from(doc, i + 1))
        };
        let last = overview::together_from(doc, i).or_else(counted).unwrap_or(i);
        let span = doc.span(&(i..last + 1));
        let whose = overview::region(doc, &doc.tokens[i]).is_some() || doc.tokens[i].is(Classes::WHOLE);
        if !whose || doc.chars[span.end - 1] != '区' || span.len() < 4 {
            return own(self.zone, Some(doc.tokens[i].span));
        }
        // 湖北9个国家级经开区: how many they are is no part of the name.
        let words = doc.tokens[i..last + 1].iter().filter(|t| doc.amount(t).is_none());
        let name: String = words.map(|t| doc.text(t.span)).collect();
        Floor {
            who: Slot::stated(name, span, "zones"),
            what: What::Area,
            keeps: true,
        }
    }

    /// “一区三园”实现…: what a place calls its zones together, in quotation marks at the head of a clause, whose first token is `i`.
    pub(super) fn quoted(&self, doc: &Doc, i: usize) -> Option<Floor> {
        let open = Some(&doc.tokens[i]).filter(|t| t.is_mark("“"))?;
        let rest = &doc.chars[open.span.end..];
        let name = &rest[..rest.iter().take(7).position(|c| *c == '”')?];
        let number = |c: &char| crate::find::numeral::digit(*c).is_some() || is_one(*c, "十两");
        let pairs = name.len() > 3
            && name
                .chunks(2)
                .all(|pair| matches!(pair, [n, kind] if number(n) && is_one(*kind, "区园城谷港基片")));
        let span = Span::new(open.span.end, open.span.end + name.len());
        let behind = doc.tokens.partition_point(|t| t.span.start <= span.end);
        let goes_on = || {
            doc.tokens
                .get(behind)
                .is_some_and(|t| t.is_nominal() || matches!(t.kind, Kind::Time(_)))
        };
        (pairs && (told(&doc.tokens[behind..]) || goes_on())).then(|| Floor {
            who: Slot::stated(doc.text(span), span, "quoted"),
            what: What::Area,
            keeps: true,
        })
    }

    /// Whether a place is the report's own zone, however much of its name is said.
    pub(super) fn is_own(&self, name: &str) -> bool {
        let own = self.zone.value.as_deref();
        own.is_some_and(|own| home::same_place(own, name))
    }
}
