//! Who takes the floor by name: projects, and companies that a text goes on to speak of.

use super::{Floor, Running, What, own};
use crate::cue::{Classes, PARK};
use crate::figure::{self, Slot};
use crate::lexicon;
use crate::link::home;
use crate::link::noun::left_noun;
use crate::link::project::{ends_project, project_named, speaks_of_project, spent_on};
use crate::link::sentence::{Doc, Draft, Sentence};
use crate::prefix::{List, is_one};
use crate::text::Span;
use crate::token::{Kind, Token, in_names};
use crate::unit::is_counted;

/// 教育项目达到49个: whether a kind of projects is counted rather than spoken of.
pub(super) fn counts_itself(doc: &Doc, draft: &Draft, floor: &Floor) -> bool {
    let counted = draft.kind == figure::Kind::Level && is_counted(doc.amounts[draft.amount].unit);
    counted && floor.what == What::Project && floor.who.value == draft.indicator.value
}

/// Whom a text speaks of until somebody takes the floor: its zone, or the company that its headline names (走进某某新材) and that it goes on to call 公司.
pub(super) fn at_home(doc: &Doc, zone: &Slot<String>, firms: &[Span]) -> Floor {
    let lines = doc.chars.split(|c| *c == '\n');
    let headlines: usize = lines
        .take_while(|line| !line.contains(&'。'))
        .map(|line| line.len() + 1)
        .sum();
    let mut heads = firms.iter().filter(|span| span.end <= headlines);
    let name = |span: &Span| &doc.chars[span.start..span.end];
    let only = heads
        .next()
        .filter(|first| heads.all(|other| name(other) == name(first)));
    let told = |span: &&Span| {
        let again = firms.iter().filter(|other| name(other)[..2] == name(span)[..2]).count();
        let pronoun = |i: &usize| {
            let head = doc.tokens[..*i].last().is_none_or(|t| matches!(t.kind, Kind::Mark(_)));
            head && doc.is_word(&doc.tokens[*i], &["公司", "企业"])
        };
        again > 1 && (0..doc.tokens.len()).filter(pronoun).count() > 1
    };
    match only.filter(told) {
        Some(span) => Floor {
            who: Slot::inherited(doc.text(*span), *span, "headline"),
            what: What::Firm,
            keeps: false,
        },
        None => own(zone, None),
    }
}

/// 湘潭高新区的某某新能源拿到订单。五年间，该区…: the zone that a paragraph named last before the word that points back to it, token `at`.
pub(super) fn that_zone(doc: &Doc, at: usize) -> Option<Floor> {
    doc.chars[doc.tokens[at].span.start..].first().filter(|c| **c == '该')?;
    let mut before = doc.tokens[..at].iter().rev().take(200).take_while(|t| !t.is_mark("\n"));
    let named = |t: &&Token| match t.kind {
        Kind::Zone(_) => true,
        Kind::Place => {
            const { List::new("高新区|经开区|开发区|园区|新区|集聚区|示范区|试验区|集中区") }
                .ending(&doc.chars[t.span.start..t.span.end])
                .is_some()
        }
        _ => false,
    };
    let zone = before.find(named)?;
    let name = match zone.kind {
        Kind::Zone(name) => name.to_owned(),
        _ => doc.text(zone.span),
    };
    Some(Floor {
        who: Slot::inherited(name, zone.span, "that zone"),
        what: What::Zone,
        keeps: true,
    })
}

/// Whether paragraphs of a text open with two zones or more that the lexicon knows, one behind the other.
pub(super) fn has_sections(doc: &Doc) -> bool {
    let opens = |i: &usize| i.checked_sub(1).is_none_or(|b| doc.tokens[b].is_mark("\n"));
    let mut zones = (0..doc.tokens.len())
        .filter(opens)
        .filter_map(|i| match doc.tokens[i].kind {
            Kind::Zone(name) => Some(name),
            _ => None,
        });
    zones.next().is_some_and(|first| zones.any(|other| other != first))
}

impl Running<'_> {
    /// The zone or park with whose name a heading begins, or a paragraph of a text in which several have their own: it has the floor until another does.
    pub(super) fn section(&self, doc: &Doc, sentence: &Sentence) -> Option<Floor> {
        let tokens = &doc.tokens[sentence.range.clone()];
        let light = tokens.iter().take_while(|t| matches!(t.kind, Kind::Mark(_))).count();
        let i = sentence.range.start + light;
        if !sentence.opens || light == tokens.len() || !sentence.heading && (self.area || !self.sections) {
            return None;
        }
        let (name, span) = match doc.tokens[i].kind {
            Kind::Zone(name) => (name.to_owned(), doc.tokens[i].span),
            _ => {
                let span = home::park(doc, i).filter(|_| sentence.heading)?;
                (doc.text(span), span)
            }
        };
        // 某某高新区、某某经开区…: several.
        let listed = doc.chars.get(span.end) == Some(&'、');
        (!listed).then(|| Floor {
            who: Slot::inherited(name, span, "section"),
            what: What::Zone,
            keeps: false,
        })
    }
}

/// Whether the next sentence of the paragraph goes on with a company: 企业产品已进入26个国家.
pub(super) fn goes_on_with(doc: &Doc, sentence: &Sentence) -> bool {
    let end = doc.tokens[sentence.range.end - 1].span.end;
    let rest = doc.chars[end..]
        .iter()
        .position(|c| !matches!(c, '。' | '！' | '？' | '”'))
        .map_or(end, |skip| end + skip);
    const PRONOUNS: List = List::new("企业|公司|该公司|该企业|这家|其|“|走进车间|车间里|车间内|生产线上");
    PRONOUNS.beginning(&doc.chars[rest..]).is_some()
}

/// “…。”某某光电董事长说: the token from which it is said who says the quotation that a sentence opens.
pub(super) fn speaker(doc: &Doc, sentence: &Sentence) -> Option<usize> {
    let first = sentence.range.start;
    let (open, quote) = doc.tokens[first..].split_first()?;
    let inside = quote.iter().take(150).take_while(|_| open.is_mark("“"));
    let close = first + 1 + inside.clone().position(|t| t.is_mark("”"))?;
    (close + 1..doc.tokens.len().min(close + 3)).find(|i| !doc.tokens[*i].is_mark("，"))
}

/// The project that takes the floor at token `at`: named with a word for projects that goes on to tell of it, or with the sum that is spent on it.
pub(super) fn project(doc: &Doc, sentence: &Sentence, at: usize) -> Option<Floor> {
    let told = || {
        let project = project_named(doc, sentence, at)?;
        let behind = &doc.tokens[project.end..sentence.range.end];
        Some(project).filter(|_| speaks_of_project(doc, behind))
    };
    let sized = || sized(doc, sentence, at).map(|name| (name, false));
    let spent = told().or_else(|| spent_on(doc, sentence, at)).map(|name| (name, true));
    let (name, keeps) = spent.or_else(sized)?;
    Some(Floor {
        who: Slot::stated(
            crate::link::phrase::phrase(doc, name.clone()),
            doc.span(&name),
            "project",
        ),
        what: What::Project,
        keeps,
    })
}

/// 某某炼化百万吨乙烯项目历时四年…: the project with its size in its name that heads a clause, ends with token `at` and goes on to what came of it.
fn sized(doc: &Doc, sentence: &Sentence, at: usize) -> Option<std::ops::Range<usize>> {
    const TOLD: List = List::new("历时|已|正|全面|顺利|建成|投产|开工|竣工|预计|达产");
    let behind = &doc.tokens[at + 1..sentence.range.end];
    if !ends_project(doc, at) || TOLD.beginning(&doc.chars[behind.first()?.span.start..]).is_none() {
        return None;
    }
    let before = &doc.tokens[sentence.range.start..at + 1];
    let name = at + 1 - before.iter().rev().take(8).take_while(|t| in_project(doc, t)).count()..at + 1;
    let size = doc.tokens[name.clone()].iter().any(|t| doc.amount(t).is_some());
    let head = name.start == sentence.range.start
        || doc.tokens[name.start - 1].is_mark("，；：")
        || matches!(doc.tokens[name.start - 1].kind, Kind::Time(_));
    let named = name.len() > 1 && doc.amount(&doc.tokens[name.start]).is_none();
    (size && head && named).then_some(name)
}

/// Whether a token can be part of a project's name: 中|汇|蓝, 年产|40万吨|聚烯烃.
fn in_project(doc: &Doc, token: &Token) -> bool {
    let letter = token.span.len() == 1 && in_names(doc.chars[token.span.start]);
    let size = doc
        .amount(token)
        .is_some_and(|a| !crate::unit::is_money(a.unit) && !is_counted(a.unit));
    letter || size || token.is_nominal()
}

/// 。项目总投资26亿元: whether a sentence begins with a project that it does not name.
pub(super) fn named_alone(doc: &Doc, tokens: &[Token]) -> bool {
    const SAID: List =
        List::new("总投资|占地|总占地|用地|规划用地|分两期|分三期|建成后|达产后|投产后|全部建成|一期|总建筑");
    let says = |next: &Token| SAID.beginning(&doc.chars[next.span.start..]).is_some();
    matches!(tokens, [project, next, ..] if doc.is_word(project, &["项目"]) && says(next))
}

/// 该项目, 这个项目: whether words that point back to a project begin at a character.
pub(super) fn this_project(doc: &Doc, at: usize) -> bool {
    const THIS: List = List::new("该项目|这个项目|这一项目|本项目|这项工程|该工程");
    THIS.beginning(&doc.chars[at..]).is_some()
}

/// 这些项目, 上述项目: whether words for all projects of a list begin at a character.
pub(super) fn several_projects(doc: &Doc, at: usize) -> bool {
    const THESE: List = List::new("这些项目|这批项目|上述项目|以上项目");
    THESE.beginning(&doc.chars[at..]).is_some()
}

/// 某公司的年产40万吨聚烯烃项目。该项目…: the project that was spoken of last before token `at`.
pub(super) fn last_project(doc: &Doc, at: usize) -> Option<Floor> {
    let end = (0..at).rev().take(60).find(|i| ends_project(doc, *i))? + 1;
    let start = end
        - doc.tokens[..end]
            .iter()
            .rev()
            .take(8)
            .take_while(|t| in_project(doc, t))
            .count();
    let name = start..end;
    (doc.span(&name).len() > 4).then(|| Floor {
        who: Slot::inherited(
            crate::link::phrase::phrase(doc, name.clone()),
            doc.span(&name),
            "the project",
        ),
        what: What::Project,
        keeps: true,
    })
}

/// Whether a sentence is a field of a form (投资总额：26亿元), and the project where it names one (项目名称：某某项目).
pub(super) fn form_field(doc: &Doc, sentence: &Sentence) -> Option<Option<Floor>> {
    let tokens = &doc.tokens[sentence.range.clone()];
    let colon = tokens.iter().take(6).position(|t| t.is_mark("：:"))?;
    let label = &doc.chars[tokens[0].span.start..tokens[colon].span.start];
    let mut name = tokens[colon + 1..].iter().take_while(|t| !t.is_mark("，；"));
    let named = const { List::new("项目名称|项目名") }
        .ending(label)
        .and_then(|_| name.next());
    let Some(first) = named else { return Some(None) };
    let name = Span::new(first.span.start, name.last().unwrap_or(first).span.end);
    Some((name.len() <= 30).then(|| Floor {
        who: Slot::stated(doc.text(name), name, "form"),
        what: What::Project,
        keeps: true,
    }))
}

/// Whether a sentence behind the fields of a form goes on with its project: （4）项目占地…. 投产后….
pub(super) fn form_goes_on(doc: &Doc, sentence: &Sentence) -> bool {
    let first = doc.tokens[sentence.range.start].span.start;
    let own =
        const { List::new("项目|总投资|投产后|建成后|达产后|劳动定员|本项目|该项目|占地|新增") };
    let rest = &doc.chars[first..];
    let number = rest
        .iter()
        .take(4)
        .take_while(|c| c.is_ascii_digit() || is_one(**c, "（）()、."))
        .count();
    own.beginning(&rest[number..]).is_some()
}

/// 某某港完成货物吞吐量…: a port or airport that heads a clause and goes on to what it did.
pub(super) fn port(doc: &Doc, at: usize) -> Option<Floor> {
    let [token, next, ..] = &doc.tokens[at..] else {
        return None;
    };
    let name = &doc.chars[token.span.start..token.span.end];
    let named = token.kind == Kind::Word(Classes::NONE)
        && (3..=8).contains(&name.len())
        && const { List::new("港|机场|口岸|港口|码头|陆港") }
            .ending(name)
            .is_some()
        && lexicon::region_len(name).is_some_and(|len| len < name.len());
    let acts = next.is(Classes::DONE.or(Classes::VERB).or(Classes::ADVERB))
        || matches!(next.kind, Kind::Noun(_) | Kind::Time(_));
    (named && acts && next.span.start == token.span.end).then(|| Floor {
        who: Slot::stated(doc.text(token.span), token.span, "port"),
        what: What::Firm,
        keeps: true,
    })
}

/// Whether a token is part of the name that took the floor last.
pub(super) fn inside(taken: &[(usize, Floor)], token: &Token) -> bool {
    let name = taken.last().and_then(|(_, floor)| floor.who.evidence);
    name.is_some_and(|name| token.span.end <= name.end)
}

/// 带动|全区光伏产业营业收入达到251亿元: whether it is told how much a company has brought the zone to, token `i`.
pub(super) fn driven(doc: &Doc, tokens: &[Token], i: usize) -> bool {
    let behind = &tokens[i + 1..];
    let noun = behind.iter().take_while(|t| t.is_nominal()).count();
    let reaches = behind.get(noun).is_some_and(|t| t.is(Classes::COPULA.or(Classes::TO)));
    let drives = i > 0 && doc.is_word(&tokens[i - 1], &["拉动", "带动", "撬动"]);
    drives && noun > 0 && reaches
}

/// 某某项目5月在|某某高新区开工，达产后…: whether a place behind these tokens only tells where the project is that has the floor.
pub(super) fn sited(doc: &Doc, taken: &[(usize, Floor)], before: &[Token]) -> bool {
    let project = taken.last().is_some_and(|(_, floor)| floor.what == What::Project);
    project && before.last().is_some_and(|t| doc.is_word(t, &["在", "于", "落户"]))
}

/// A company or institution by the ending of its name, with which a sentence opens at token `i` of it.
pub(super) fn org(doc: &Doc, sentence: &Sentence, i: usize) -> Option<Floor> {
    let tokens = &doc.tokens[sentence.range.clone()];
    let run = tokens[i..].iter().take_while(|t| t.is_nominal()).count();
    let last = tokens[i..i + run].iter().rposition(|t| t.is(Classes::ORG))?;
    let start = sentence.range.start + i;
    let noun = left_noun(doc, start, start + last + 1)?;
    let span = doc.span(&noun);
    // 注册时公司…; 跨国公司73家 are counted.
    let before = tokens[i + last].span.start.checked_sub(1).map(|b| doc.chars[b]);
    let counted = tokens.get(i + run).is_some_and(|t| doc.counts(t));
    // 核准进驻厂|商7家.
    let trader = doc.chars.get(tokens[i + last].span.end) == Some(&'商');
    if before.is_some_and(|c| is_one(c, "时后前")) || counted && last + 1 == run || trader {
        return None;
    }
    // 开一家公司: any.
    let any = crate::prefix::holds_one(
        &doc.chars[span.start..span.end],
        &["一家", "某家", "每家", "这些", "哪家"],
    );
    (span.len() > 4 && !any).then(|| Floor {
        who: Slot::stated(doc.text(span), span, "topic"),
        what: What::Firm,
        keeps: true,
    })
}

/// 从3间办公室起家，|某某软件如今有员工780人: whether a sentence begins with a clause that has no subject, and the one that follows is a company's.
pub(super) fn leads_to(doc: &Doc, sentence: &Sentence, (at, floor): &(usize, Floor)) -> bool {
    let [first, rest @ ..] = &doc.tokens[sentence.range.clone()] else {
        return false;
    };
    let bare = floor.what == What::Firm && first.is(Classes::FROM.or(Classes::PREP));
    let next = || rest.iter().skip_while(|t| !t.is_mark("，")).nth(1);
    bare && next().is_some_and(|t| t.span.start == *at)
}

/// Whether a token is the word for its kind with which the name of the report's own zone ends: 新城.
pub(super) fn of_own_kind(zone: &Slot<String>, doc: &Doc, token: &Token) -> bool {
    let own = zone.value.as_deref().unwrap_or_default();
    let word = doc.text(token.span);
    PARK.ending(&doc.chars[token.span.start..token.span.end]).is_some()
        && own.len() > word.len()
        && own.ends_with(&word)
}
