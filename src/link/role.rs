//! What a figure states: a level, a change, a share, a completion, a rank or a gap.
//!
//! The cue that governs an amount stands left of it in its clause, with nothing but light words between. The rules stand in [`RULES`], each
//! with the wordings it reads; the first that answers wins.

use super::change::{self, change, multiple};
use super::gap::gap;
use super::place::{Place, bracketed, each, light, place};
use super::rank::rank;
use super::sentence::{Doc, Draft, Sentence};
use super::share::{completion, share};
use crate::cue::Classes;
use crate::figure::{Kind, Sign};
use crate::prefix::{List, is_one};
use crate::token;

/// What a rule says of an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Kind of statement.
    pub kind: Kind,
    /// Direction of a change or gap.
    pub sign: Option<Sign>,
    /// A unit other than the amount's.
    pub unit: Option<&'static str>,
    /// Base or whole.
    pub basis: Option<String>,
    /// Token behind the last one that may name the indicator.
    pub noun_end: usize,
    /// The start of a move.
    pub origin: bool,
    /// What is measured stands behind the amount.
    pub right: bool,
}

type Rule = fn(&Place) -> Option<Role>;

/// The rules, in order.
pub const RULES: &[(&str, Rule)] = &[
    ("coordinate", coordinate),
    ("rank", rank),
    ("gap", gap),
    ("move-start", move_start),
    ("multiple", multiple),
    ("change", change),
    ("completion", completion),
    ("share", share),
    ("level", level),
];

/// The role of the amount at token `at`; `here` are the drafts before it in the sentence.
pub fn role(doc: &Doc, sentence: &Sentence, at: usize, here: &[Draft]) -> Role {
    let place = place(doc, sentence, at, here);
    let ruled = RULES.iter().find_map(|(_, rule)| rule(&place));
    ruled.unwrap_or_else(|| place.plain(Kind::Level))
}

/// 分别增长8.3%、9.1%: what is said of the first holds for those listed with it.
fn coordinate(place: &Place) -> Option<Role> {
    let previous = place
        .previous
        .filter(|p| p.kind != Kind::Level && p.kind != Kind::Rank)?;
    let unit = place.doc.amounts[previous.amount].unit;
    let between = &place.doc.tokens[previous.at + 1..place.at];
    // 力争增长7%、冲刺8%.
    // 占比突破九成、达92.07%.
    let reaches = |t: &token::Token| previous.kind == Kind::Share && place.doc.is_word(t, &["达", "达到", "为"]);
    let passed = |t: &token::Token| {
        t.is_mark("、") || t.is(Classes::CONJ.or(Classes::PLANNED).or(Classes::EXPECTED)) || reaches(t)
    };
    let joined = !between.is_empty() && between.iter().all(passed);
    // 某区（6.1%）、某区（5.4%）: who stands before the bracket.
    let bracketed = bracketed(place.doc, place.at)
        && previous.kind == Kind::Change
        && between.len() < 12
        && between.iter().all(|t| !t.is_mark("；") && !t.is(Classes::SHARE));
    // 分别占年度任务的54.7%，62.4%.
    let parted = matches!(between, [comma] if comma.is_mark("，"));
    let dealt = || tokens_before(place, previous.at).any(|t| t.is(Classes::RESPECTIVE));
    let joined = joined || bracketed && place.percent() || parted && place.percent() && dealt();
    // 占全市的40%、全省的1/5: another whole.
    let field = |mark: &token::Token, whole: &token::Token| mark.is_mark("、") && whole.is(Classes::WHOLE);
    let whole = match between {
        [mark, whole, de] if field(mark, whole) => de.is(Classes::DE),
        // 高于全省1.2个百分点、全市0.6个百分点.
        [mark, whole] => field(mark, whole) && previous.kind == Kind::Gap,
        // 占总额的85%以上，外贸出口的70%.
        [mark, other @ .., de] if previous.kind == Kind::Share && de.is(Classes::DE) => {
            let place = |t: &token::Token| matches!(t.kind, token::Kind::Place | token::Kind::Zone(_));
            let noun = other.iter().all(|t| t.is_nominal() || t.is(Classes::WHOLE) || place(t));
            (mark.is_mark("，、") || mark.is(Classes::CONJ)) && noun && (1..4).contains(&other.len())
        }
        _ => false,
    };
    let basis = if whole { place.whole() } else { previous.basis.clone() };
    // 分别增长5.1%、-3.2%和12.7%: a minus holds for its own numeral.
    let turned = |sign: Sign| if sign == Sign::Minus { Sign::Plus } else { Sign::Minus };
    let own = |negative: bool, sign: Option<Sign>| if negative { sign.map(turned) } else { sign };
    let flipped = own(
        place.negative,
        own(place.doc.amounts[previous.amount].negative, previous.sign),
    );
    // 增速提高0.8个百分点，高于全市（11.2%）: the rate of another.
    let rate = bracketed && place.percent() && unit == "pp";
    let role = Role {
        sign: if rate {
            own(place.negative, Some(Sign::Plus))
        } else {
            flipped
        },
        unit: previous.unit,
        basis: basis.filter(|_| !rate),
        noun_end: place.start,
        ..place.plain(previous.kind)
    };
    // 依次增长22%和1.4倍.
    let times = previous.kind == Kind::Change && matches!((unit, place.unit), ("%", "x") | ("x", "%")) && !bracketed;
    ((unit == place.unit || rate || times) && (joined || whole)).then_some(role)
}

/// The tokens of the clause before token `at`, the last first.
fn tokens_before<'a>(place: &'a Place, at: usize) -> impl Iterator<Item = &'a token::Token> {
    let clause = place.doc.tokens[..at].iter().rev().take(12);
    clause.take_while(|t| !t.is_mark("，。；\n"))
}

/// The first amount of 从 A 到 B: no change, whatever follows.
fn move_start(place: &Place) -> Option<Role> {
    let from = place.before(Classes::FROM)?;
    if !begins_move(place, from) || place.unit == "rank" {
        return None;
    }
    // 降幅由48.9%收窄至18.4%: both ends are rates of change.
    let rate = from.checked_sub(1).filter(|i| {
        let ends = change::RATES.ending(&place.doc.chars[..place.token(*i).span.end]);
        *i >= place.start && place.percent() && ends.is_some()
    });
    if let Some(rate) = rate {
        return Some(Role {
            origin: true,
            ..change::told(place, change::falls(place, rate), rate)
        });
    }
    // 由24位上升到第4位: both ends are places.
    if place.unit == "位" && rises_to_place(place) {
        return Some(Role {
            noun_end: from,
            origin: true,
            unit: Some("rank"),
            ..place.plain(Kind::Rank)
        });
    }
    // 占全市比重从17.3%提高到24.1%: both ends are shares.
    let share = (place.start..from).find(|i| place.percent() && place.token(*i).is(Classes::SHARE));
    Some(Role {
        noun_end: share.unwrap_or(from),
        origin: true,
        ..place.plain(if share.is_some() { Kind::Share } else { Kind::Level })
    })
}

/// Whether a place stands right behind, to which something moved.
fn rises_to_place(place: &Place) -> bool {
    let behind = place.doc.tokens[place.at + 1..].iter().take(4);
    behind.filter_map(|t| place.doc.amount(t)).any(|a| a.unit == "rank")
}

/// Whether an amount is what something moved from: right behind 从, or behind the time or the event that it is of (由开区时的2.1万平方米), and 到 behind it.
pub(super) fn begins_move(place: &Place, from: usize) -> bool {
    const THEN: List = List::new("时|前|初|期|早年|早先|起初|高峰");
    let between = &place.doc.tokens[from + 1..place.at];
    let event = between.iter().take(8).rposition(|t| t.is(Classes::DE)).filter(|de| {
        let end = from + 1 + de;
        THEN.ending(&place.doc.chars[..place.token(end - 1).span.end]).is_some()
    });
    // 由每吨3.2元下调至2.6元: of how much it is so much.
    let timed = |t: &token::Token| matches!(t.kind, token::Kind::Time(_));
    let near = between[event.unwrap_or(0)..]
        .iter()
        .all(|t| light(place.doc, t) || t.is(Classes::DE) || timed(t) || each(place.doc, t));
    // 从年初的9800元涨|到年末的1.42万元.
    let until = |t: &token::Token| timed(t) && matches!(place.doc.chars[t.span.start], '到' | '至');
    let mut behind = place.doc.tokens[place.at + 1..]
        .iter()
        .take(8)
        .take_while(|t| !t.is_mark("，。；\n"));
    near && behind.any(|t| t.is(Classes::TO) || until(t))
}

/// Everything else says how much or how many.
fn level(place: &Place) -> Option<Role> {
    let mut role = place.plain(Kind::Level);
    // 综合排名分别为31位和58位.
    const RANKED: List = List::new("排名|位次|名次|排位|分别列|分列|位列|位居|分居");
    let ranked = |t: &token::Token| RANKED.ending(&place.doc.chars[..t.span.end]).is_some();
    let listed = |p: &Draft| p.unit == Some("rank") && place.at == p.at + 2;
    if place.unit == "位" && (place.previous.is_some_and(listed) || tokens_before(place, place.at).any(ranked)) {
        (role.kind, role.unit) = (Kind::Rank, Some("rank"));
        return Some(role);
    }
    // 完成年任务42亿元的30%: of what has been told before.
    let part = |at: usize| {
        let behind = place.doc.tokens.get(at + 1..).unwrap_or_default();
        matches!(behind, [of, share, ..] if of.is(Classes::DE) && place.doc.amount(share).is_some_and(|a| a.unit == "%"))
    };
    if place.governed_by(Classes::PLAN).is_some() && place.previous.is_some() && part(place.at) {
        role.noun_end = place.start;
        return Some(role);
    }
    // 占税收（86亿元）的32%: the noun stands before the bracket.
    let tokens = place.doc.tokens;
    let size = place.governor.filter(|g| tokens[*g].is_mark("（"));
    let bracket = |at: usize| {
        tokens.get(at + 1).is_some_and(|t| t.is_mark("）")) && tokens.get(at + 2).is_some_and(|t| t.is(Classes::DE))
    };
    if let Some(open) = size.filter(|_| bracket(place.at)) {
        role.noun_end = open;
    }
    // 增至, 减少到: the noun stands before the move.
    // 由2018年的12.5%上升到2023年的|28.4%.
    let dated = || {
        let de = place.governed_by(Classes::DE).filter(|g| *g > place.start)?;
        let time = matches!(place.token(de - 1).kind, token::Kind::Time(_));
        place.before(Classes::TO).filter(|_| time)
    };
    if let Some(to) = place.governed_by(Classes::TO).or_else(dated) {
        role.noun_end = to;
        let origin = place.previous.filter(|p| p.origin && place.percent());
        if let Some(origin) = origin {
            (role.kind, role.sign, role.basis) = (origin.kind, origin.sign, origin.basis.clone());
        }
    } else if fraction(place) {
        role.kind = Kind::Share;
        // 八成规上企业实施了改造: of those that stand behind.
        let behind = &place.doc.tokens[place.at + 1..];
        let run = behind.iter().take(6).take_while(|t| t.is_nominal()).count();
        role.right = behind[..run].iter().any(|t| {
            const THINGS: List = List::new("企业|项目");
            // 约两成企业未接管: what is said of them may go on in the same word.
            let begins = THINGS.beginning(&place.doc.chars[t.span.start..]).is_some();
            t.is(Classes::HEAD) || begins || THINGS.ending(&place.doc.chars[..t.span.end]).is_some()
        });
    } else if share_told(place) || part_of(place) {
        role.kind = Kind::Share;
    }
    Some(role)
}

/// 面积仅为全国的|0.1%: a part of the whole.
fn part_of(place: &Place) -> bool {
    match &place.doc.tokens[place.start..place.at] {
        [.., copula, whole, de] => {
            place.percent() && de.is(Classes::DE) && whole.is(Classes::WHOLE) && copula.is(Classes::COPULA)
        }
        _ => false,
    }
}

/// 增加值占GDP比重首次过半，达到51.7%: a share that the clause before speaks of.
fn share_told(place: &Place) -> bool {
    let tokens = place.doc.tokens;
    let bare = (place.start..place.at).all(|i| light(place.doc, place.token(i)));
    let mark = place
        .start
        .checked_sub(1)
        .filter(|m| tokens[*m].is_mark("，") && place.percent() && bare);
    let clause = |m: usize| {
        tokens[..m]
            .iter()
            .rev()
            .take(8)
            .take_while(|t| !t.is_mark("，；：。\n"))
    };
    mark.is_some_and(|m| clause(m).any(|t| t.is(Classes::SHARE)) && clause(m).all(|t| place.doc.amount(t).is_none()))
}

/// 七成从事研发, 八成规上企业, 产品九成返销: a part of what stands beside it, where no rate is named.
fn fraction(place: &Place) -> bool {
    let doc = place.doc;
    let own = doc.tokens[place.at].span;
    let part = doc.chars[own.start..own.end].iter().any(|c| is_one(*c, "成半之/"));
    let rate = |i: usize| {
        const { List::new("率|度|比例|比|面|水平|幅") }
            .ending(&doc.chars[..place.token(i).span.end])
            .is_some()
    };
    // 力争达到四成, 租金为市价六成: what stood before may be a rate.
    // 企业里仍有一成多停产: so many there are.
    let there = |i: usize| i + 1 == place.at && place.doc.chars[..place.token(i).span.end].ends_with(&['有']);
    let reached = place.before(Classes::COPULA.or(Classes::TO)).is_some_and(|i| !there(i));
    place.percent() && part && !reached && !(place.start..place.at).any(rate)
}
