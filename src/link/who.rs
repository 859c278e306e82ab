//! Whom a figure is about: the report's zone, a larger area, a company, a project.
//!
//! A subject takes the floor where it heads a clause, and keeps it to the end of the sentence or to the next subject. A company keeps it for
//! its paragraph; 公司 and 该企业 give it back.

pub mod area;
mod company;
mod floor;
mod named;
mod pronoun;

use super::firm::firms;
use super::project::{counts_projects, project_before, project_label, speaks_of_project};
use super::sentence::{Doc, Draft, Sentence, clause_end, clause_start};
use crate::cue::{Classes, TITLE};
use crate::decimal::Decimal;
use crate::figure::{Kind, Slot};
use crate::text::Span;
use crate::token;
use area::{
    against, all_zones, area_name, at_head, breaks_down, compared, counted_zones, counts_zones, fields, is_area,
    keeps_head, multiple, praised, site_of, so_many, zones_of, zones_of_area,
};
use company::firm_at;
use floor::{
    at_home, counts_itself, driven, form_field, form_goes_on, has_sections, inside, last_project, leads_to,
    named_alone, of_own_kind, org, port, project, several_projects, sited, speaker, that_zone, this_project,
};

/// The subject that runs on.
pub struct Running<'a> {
    zone: &'a Slot<String>,
    /// Whether that is the area of several zones.
    area: bool,
    /// Where companies are named.
    firms: Vec<Span>,
    /// Who has the floor where a paragraph opens.
    home: Floor,
    /// Whether several zones each have paragraphs of their own.
    sections: bool,
    /// Whom the sentence began with.
    topic: Floor,
    /// The project whose form is being filled in: 项目名称：….
    form: Option<Floor>,
    /// Who takes the floor in the sentence, and from which character on.
    taken: Vec<(usize, Floor)>,
}

/// A subject that has the floor.
#[derive(Clone)]
struct Floor {
    who: Slot<String>,
    what: What,
    /// Whether it keeps the floor over the end of its sentence.
    keeps: bool,
}

/// Kinds of subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Zone,
    Area,
    Firm,
    Project,
}

impl<'a> Running<'a> {
    /// Before the first sentence: the report's own zone.
    pub fn new(doc: &Doc, zone: &'a Slot<String>) -> Self {
        let firms = firms(doc);
        let home = at_home(doc, zone, &firms);
        Self {
            zone,
            area: zone.value.as_deref().is_some_and(super::home::is_area),
            firms,
            topic: home.clone(),
            form: None,
            sections: has_sections(doc),
            home,
            taken: Vec::new(),
        }
    }

    /// Takes note of whom a sentence speaks of.
    pub fn enter(&mut self, doc: &Doc, sentence: &Sentence) {
        match form_field(doc, sentence) {
            Some(Some(named)) => self.form = Some(named),
            Some(None) => {}
            // （4）项目占地…: the form goes on.
            None if self.form.is_some() && form_goes_on(doc, sentence) => {}
            None => self.form = None,
        }
        if let Some(form) = &self.form {
            self.topic = form.clone();
            self.taken.clear();
            return;
        }
        // 全市园区谋划项目19个。其中，续建项目6个….
        let among = doc.tokens[sentence.range.start].is(Classes::AMONG) && !sentence.opens;
        // 一区三园…，其中经开区…。共…: of the whole that was named first.
        let sums = doc.is_word(&doc.tokens[sentence.range.start], &["共", "总共", "合计", "一共"]);
        let mut kept = std::mem::take(&mut self.taken)
            .into_iter()
            .filter(|(_, floor)| floor.keeps || among);
        let kept = if sums { kept.next() } else { kept.next_back() };
        if let Some((_, last)) = kept {
            self.topic = if last.who.value == self.zone.value {
                own(self.zone, None)
            } else {
                last
            };
        }
        if let Some(section) = self.section(doc, sentence) {
            self.home = section;
        }
        if sentence.opens && !self.goes_on(doc, sentence) || breaks_down(doc, sentence) {
            self.topic = self.home.clone();
        }
        let tokens = &doc.tokens[sentence.range.clone()];
        if self.topic.what == What::Project && (!speaks_of_project(doc, tokens) || counts_projects(doc, tokens)) {
            self.topic = own(self.zone, None);
        }
        let behind = speaker(doc, sentence).into_iter().flat_map(|at| &doc.tokens[at..]);
        let mut names = behind
            .take(10)
            .take_while(|t| !t.is_mark("，。；\n"))
            .filter_map(|t| firm_at(&self.firms, t.span.start));
        if let Some(span) = names.find(|name| TITLE.beginning(&doc.chars[name.end..]).is_some()) {
            self.topic = Floor {
                who: Slot::inherited(doc.text(span), span, "speaker"),
                what: What::Firm,
                keeps: true,
            };
        }
        self.taken = self.floors(doc, sentence);
    }

    /// The subject of a draft.
    pub fn slot(&self, doc: &Doc, sentence: &Sentence, draft: &Draft) -> Slot<String> {
        if let Some(range) = draft.project.clone().or_else(|| project_before(doc, draft)) {
            return Slot::stated(super::phrase::phrase(doc, range.clone()), doc.span(&range), "project");
        }
        if let Some(counted) = counted_zones(doc, draft) {
            // 其中，27家国家级经开区进出口…: in a report on a province they are the province's.
            // But a province has no 218 of them.
            const MOST: Decimal = Decimal::new(60, 0);
            let few = doc.amounts[draft.amount].value < MOST;
            let country = self.area && few && counted.value.as_deref() == Some("全国");
            return if country {
                own(self.zone, counted.evidence).who
            } else {
                counted
            };
        }
        if let Some(other) = compared(doc, draft) {
            return other;
        }
        let start = doc.tokens[draft.at].span.start;
        // 全市投资占比16.8%, 全省排名第三: there the area is the whole, not the subject.
        let clause = clause_start(sentence, draft.at);
        let whole = matches!(draft.kind, Kind::Rank | Kind::Share);
        // 全省开发区的产值占全省的31%: there the zones are whom it is about.
        let zones = |name: &str| name.ends_with('区') && draft.kind == Kind::Share;
        let fits = |floor: &&(usize, Floor)| {
            let near = floor.0 >= doc.tokens[clause].span.start;
            let name = floor.1.who.value.as_deref();
            let all = name.is_some_and(|name| !name.starts_with(['东', '中', '西']) && !zones(name));
            // …、投资33亿元的某某项目；另有8类工程: behind a list of them.
            let over = floor.1.what == What::Project && !near && {
                let first = doc.tokens.partition_point(|t| t.span.start < floor.0);
                let apart = doc.tokens[first..clause].iter().any(|t| t.is_mark("；…"));
                apart && !speaks_of_project(doc, &doc.tokens[clause..clause_end(sentence, draft.at)])
            };
            floor.0 <= start && !over && !(whole && near && all && floor.1.what == What::Area)
        };
        if let Some(area) = zones_of_area(doc, sentence, draft).filter(|_| !self.area) {
            return area;
        }
        match self.taken.iter().rev().find(fits) {
            // 江苏省级开发区达到63个: what is counted is not whom it is about.
            Some((_, floor))
                if counts_itself(doc, draft, floor) || floor.who.rule == "zones" && counts_zones(draft) =>
            {
                own(self.zone, None).who
            }
            Some((_, floor)) => so_many(draft, floor.who.clone()),
            None => {
                let ahead = self.taken.first().filter(|first| leads_to(doc, sentence, first));
                super::carried(&ahead.map_or(&self.topic, |(_, floor)| floor).who, None, "runs on")
            }
        }
    }

    /// Whether a paragraph goes on with the company of the one before: it speaks of it before it speaks of the zone.
    fn goes_on(&self, doc: &Doc, sentence: &Sentence) -> bool {
        if self.topic.what != What::Firm {
            return false;
        }
        let tokens = doc.tokens[sentence.range.start..]
            .iter()
            .take_while(|t| !t.is_mark("\n"));
        let mut head = true;
        for token in tokens {
            if head && (self.is_pronoun(doc, token) || firm_at(&self.firms, token.span.start).is_some()) {
                return true;
            }
            if matches!(
                token.kind,
                token::Kind::Zone(_) | token::Kind::Place | token::Kind::Amount(_)
            ) || token.is(Classes::SELF.or(Classes::WHOLE))
            {
                return false;
            }
            // 而在三年前，这条线….
            head = keeps_head(doc, token, head) || head && doc.is_word(token, &["在", "而在"]);
        }
        self.zone.value.is_none()
    }

    /// Who takes the floor in a sentence.
    fn floors(&self, doc: &Doc, sentence: &Sentence) -> Vec<(usize, Floor)> {
        let tokens = &doc.tokens[sentence.range.clone()];
        let mut taken: Vec<(usize, Floor)> = Vec::new();
        let mut what = self.topic.what;
        let mut head = true;
        let mut opening = true;
        let mut located = false;
        if let Some(name) = project_label(doc, sentence) {
            what = What::Project;
            let floor = Floor {
                who: Slot::stated(super::phrase::phrase(doc, name.clone()), doc.span(&name), "label"),
                what,
                keeps: false,
            };
            taken.push((doc.span(&name).start, floor));
        }
        let firms = self.firms_within(doc.span(&sentence.range));
        for (i, token) in tokens.iter().enumerate() {
            let behind = &tokens[i + 1..];
            let at = token.span.start;
            // 东部112家、中部68家: each part of a list has its own.
            let part = i > 1 && tokens[i - 1].is_mark("、") && doc.amount(&tokens[i - 2]).is_some();
            let own_word = token.is(Classes::SELF);
            let floor = match token.kind {
                // 某某经开区仅次于|某某经开区，为92.3亿元.
                token::Kind::Zone(_) | token::Kind::Place if i > 0 && doc.is_word(&tokens[i - 1], &["仅次于"]) => {
                    None
                }
                // 是乙高新区的1.4倍: what it is compared with.
                token::Kind::Zone(_) | token::Kind::Place
                    if !head
                        && (multiple(doc, behind) || against(&tokens[..i]) || sited(doc, &taken, &tokens[..i])) =>
                {
                    None
                }
                token::Kind::Zone(name) if head || what != What::Firm || at_head(doc, tokens, i) => Some(Floor {
                    who: Slot::stated(name.to_owned(), token.span, "zone"),
                    what: What::Zone,
                    keeps: head || at_head(doc, tokens, i),
                }),
                // 8家高新区共有…, 四区合计…: in an overview, all of them.
                _ if head && self.of_several(doc, sentence.range.start + i) => {
                    Some(self.several(doc, sentence.range.start + i))
                }
                // 参评经开区合计…: zones in general.
                _ if head && let Some(who) = all_zones(doc, sentence.range.start + i) => Some(Floor {
                    who,
                    what: What::Area,
                    keeps: true,
                }),
                // 某市某高新区, however its name is spelt: the report's own zone.
                token::Kind::Place
                    if doc.chars[at] == '原'
                        || praised(doc, token)
                        || behind.iter().take(2).any(|t| t.is(Classes::SELF)) =>
                {
                    None
                }
                token::Kind::Place if self.is_own(&doc.text(token.span)) => {
                    // 占同期江苏省外贸总值的8.1%: an area is the whole there.
                    (head || what != What::Firm && !self.area).then(|| Floor {
                        keeps: head,
                        ..own(self.zone, Some(token.span))
                    })
                }
                // 起步稍晚的|某某县产业集聚区|也签下11个.
                token::Kind::Place
                    if head
                        || part
                        || i > 0
                            && tokens[i - 1].is(Classes::DE)
                            && doc.chars[..token.span.end].ends_with(&['区'])
                            && behind
                                .first()
                                .is_some_and(|t| doc.is_word(t, &["也", "则", "还", "已"])) =>
                {
                    let span = site_of(doc, token.span);
                    // 淄博经开区, but not 淄博市.
                    let zone = doc.chars[..span.end].ends_with(&['区']) && span == token.span && span.len() > 3;
                    Some(Floor {
                        who: Slot::stated(doc.text(span), span, "place"),
                        what: if zone { What::Zone } else { What::Area },
                        keeps: zone,
                    })
                }
                _ if own_word && let Some(bonded) = self.bonded(doc, sentence.range.start + i) => Some(bonded),
                // 东部地区|经开区.
                _ if own_word
                    && (inside(&taken, token)
                        || sited(doc, &taken, &tokens[..i])
                        || self.by_the_way(doc, tokens, i, &taken)) =>
                {
                    None
                }
                _ if own_word && (head || what != What::Firm || driven(doc, tokens, i)) => Some(Floor {
                    keeps: head,
                    ..self
                        .part_of_park(doc, sentence.range.start + i)
                        .or_else(|| {
                            that_zone(doc, sentence.range.start + i).filter(|other| other.who.value != self.zone.value)
                        })
                        .or_else(|| self.zone_in_area(doc, sentence.range.start + i))
                        .or_else(|| self.zone_of_city(doc, token))
                        .unwrap_or_else(|| own(self.zone, Some(token.span)))
                }),
                _ if head && (this_project(doc, at) || i == 0 && named_alone(doc, tokens)) => {
                    // 某公司二期项目正在安装设备。这个项目总投资6.5亿元.
                    last_project(doc, sentence.range.start + i).or_else(|| self.last_firm_near(doc, at))
                }
                // 其余6个项目总投资45亿元: of the zone again.
                _ if head && what == What::Project && doc.is_word(token, &["其余", "另外", "另有"]) => {
                    Some(own(self.zone, Some(token.span)))
                }
                // 这些项目投产后: none of them.
                _ if head && what == What::Project && several_projects(doc, at) => {
                    Some(own(self.zone, Some(token.span)))
                }
                // 该新城…: the zone again, behind a company.
                _ if head && what == What::Firm && of_own_kind(self.zone, doc, token) => {
                    Some(own(self.zone, Some(token.span)))
                }
                // 注册时|公司只有4个人.
                _ if (head || i > 0 && doc.chars[at - 1] == '时') && self.is_pronoun(doc, token) => {
                    self.last_firm(doc, at)
                }
                // 全市完成…: an area of its own, not the field of a rank or the whole of a share.
                _ if (head || part) && is_area(doc, token, behind) && fields(doc, behind) => {
                    let span = zones_of(token, behind);
                    // 全省开发区恢复较快。实现…: zones go on to be spoken of, an area that is compared does not.
                    Some(Floor {
                        who: Slot::stated(area_name(doc, span), span, "area"),
                        what: What::Area,
                        keeps: self.area && doc.chars[span.end - 1] == '区',
                    })
                }
                _ => self
                    .firm(doc, sentence, i, head, firms)
                    .or_else(|| head.then(|| port(doc, sentence.range.start + i)).flatten())
                    .or_else(|| head.then(|| self.park(doc, sentence.range.start + i)).flatten())
                    .or_else(|| head.then(|| self.quoted(doc, sentence.range.start + i)).flatten())
                    .or_else(|| project(doc, sentence, sentence.range.start + i).filter(|_| !inside(&taken, token)))
                    .or_else(|| opening.then(|| org(doc, sentence, i)).flatten())
                    .or_else(|| (head || part).then(|| self.province(doc, token)).flatten())
                    .or_else(|| head.then(|| self.city(doc, sentence.range.start + i)).flatten()),
            };
            opening &= matches!(token.kind, token::Kind::Time(_)) || token.is_mark("，");
            if let Some(floor) = floor {
                what = floor.what;
                taken.push((at, floor));
            }
            // 某某高新区内的|某某公司: who stands behind the place speaks.
            let place = matches!(
                token.kind,
                token::Kind::Zone(_) | token::Kind::Place | token::Kind::Time(_)
            ) || token.is(Classes::SELF.or(Classes::ADVERB).or(Classes::DE));
            located = (located || head) && place;
            head = keeps_head(doc, token, head) || located && token.is(Classes::DE);
        }
        taken
    }
}

/// The report's own zone.
fn own(zone: &Slot<String>, evidence: Option<Span>) -> Floor {
    let who = match (&zone.value, evidence) {
        (Some(name), Some(span)) => Slot::stated(name.clone(), span, "own zone"),
        _ => zone.clone(),
    };
    Floor {
        who,
        what: What::Zone,
        keeps: false,
    }
}
