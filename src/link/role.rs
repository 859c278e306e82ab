//! What a figure states: a level, a change, a share, a completion, a rank or a gap.
//!
//! The cue that governs an amount stands left of it in its clause, with nothing but light words between. The rules stand in [`RULES`], each
//! with the wordings it reads; the first that answers wins.

use super::place::{Place, light, place};
use super::sentence::{Doc, Draft, Sentence};
use crate::cue::Classes;
use crate::figure::{Kind, Sign};
use crate::find::time;
use crate::token::{self, Token};
use crate::unit::is_counted;

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
    let same = place.doc.amounts[previous.amount].unit == place.unit;
    let between = &place.doc.tokens[previous.at + 1..place.at];
    let joined = !between.is_empty() && between.iter().all(|t| t.is_mark("、") || t.is(Classes::CONJ));
    // 占全市的40%、全省的1/5: another whole.
    let whole =
        matches!(between, [mark, whole, de] if mark.is_mark("、") && whole.is(Classes::WHOLE) && de.is(Classes::DE));
    let basis = if whole { place.whole() } else { previous.basis.clone() };
    // 分别增长5.1%、-3.2%和12.7%: a minus holds for its own numeral.
    let turned = |sign: Sign| if sign == Sign::Minus { Sign::Plus } else { Sign::Minus };
    let own = |negative: bool, sign: Option<Sign>| if negative { sign.map(turned) } else { sign };
    let flipped = own(
        place.negative,
        own(place.doc.amounts[previous.amount].negative, previous.sign),
    );
    let role = Role {
        sign: flipped,
        unit: previous.unit,
        basis,
        noun_end: place.start,
        ..place.plain(previous.kind)
    };
    (same && (joined || whole)).then_some(role)
}

/// 位列全市第一, 排名第55位, 跻身前十.
fn rank(place: &Place) -> Option<Role> {
    if place.unit != "rank" {
        return None;
    }
    let mut end = place.at;
    while end > place.start {
        let token = place.token(end - 1);
        let field = token.is(Classes::WHOLE
            .or(Classes::RANK)
            .or(Classes::COPULA)
            .or(Classes::ADVERB)
            .or(Classes::PREP)
            .or(Classes::TO)
            .or(Classes::FROM)
            .or(Classes::DE));
        // 全国城市第二: a league of the whole.
        let league = token.is_nominal()
            && !token.is(Classes::CONTEST)
            && end >= place.start + 2
            && place.token(end - 2).is(Classes::WHOLE);
        if !field && !league && !light(place.doc, token) {
            break;
        }
        end -= 1;
    }
    Some(Role {
        basis: place.whole(),
        noun_end: end,
        ..place.plain(Kind::Rank)
    })
}

/// 高于全国平均1.5个百分点, 比全市平均高2个百分点, 是全国平均的3.3倍.
fn gap(place: &Place) -> Option<Role> {
    let cue = place.before(Classes::GAP);
    let compared = || {
        let high = place.governed_by(Classes::HIGH)?;
        let compare = (place.start..high)
            .rev()
            .find(|i| place.token(*i).is(Classes::COMPARE))?;
        // 比2020年多12天 is a change, not a distance.
        let then = matches!(place.token(compare + 1).kind, token::Kind::Time(_));
        (!then).then_some((compare, high))
    };
    let minus = |i: usize| ["低", "慢", "少", "落后"].iter().any(|w| place.words(i).contains(w));
    let rate = place.unit == "pp" || place.percent() || place.unit == "x";
    // 比全市平均高出2800元: any unit, where the two are named.
    let apart =
        cue.is_some_and(|c| (place.start..c).any(|i| place.token(i).is(Classes::COMPARE)) && place.governor == Some(c));
    if let Some(cue) = cue.filter(|_| rate || apart) {
        let sign = if minus(cue) { Sign::Minus } else { Sign::Plus };
        let end = place.before(Classes::COMPARE).map_or(cue, |c| c.min(cue));
        return Some(Role {
            sign: Some(sign),
            basis: place.whole(),
            noun_end: end,
            ..place.plain(Kind::Gap)
        });
    }
    if let Some((compare, high)) = compared() {
        let sign = if minus(high) { Sign::Minus } else { Sign::Plus };
        return Some(Role {
            sign: Some(sign),
            basis: place.whole(),
            noun_end: compare,
            ..place.plain(Kind::Gap)
        });
    }
    // 是全国平均的3.3倍, 是参评园区平均值的4倍.
    let de = place
        .governed_by(Classes::DE)
        .filter(|g| place.unit == "x" && *g > place.start)?;
    let mean = ["平均", "平均值", "平均水平", "均值", "后者", "对方"]
        .iter()
        .any(|w| place.words(de - 1).ends_with(w));
    let copula = (place.start..de).rev().find(|i| place.token(*i).is(Classes::COPULA));
    (mean || place.token(de - 1).is(Classes::WHOLE)).then(|| Role {
        sign: Some(Sign::Plus),
        basis: place.whole(),
        noun_end: copula.unwrap_or(place.start),
        ..place.plain(Kind::Gap)
    })
}

/// The first amount of 从 A 到 B: no change, whatever follows.
fn move_start(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    let from = place.before(Classes::FROM)?;
    let between = &tokens[from + 1..place.at];
    let near = between
        .iter()
        .all(|t| light(place.doc, t) || t.is(Classes::DE) || matches!(t.kind, token::Kind::Time(_)));
    let moved = tokens[place.at + 1..]
        .iter()
        .take(8)
        .take_while(|t| !t.is_mark("，。；\n"))
        .any(|t| t.is(Classes::TO));
    if !near || !moved || place.unit == "rank" {
        return None;
    }
    // 占全市比重从17.3%提高到24.1%: both ends are shares.
    let share = (place.start..from).find(|i| place.percent() && place.token(*i).is(Classes::SHARE));
    Some(Role {
        noun_end: share.unwrap_or(from),
        origin: true,
        ..place.plain(if share.is_some() { Kind::Share } else { Kind::Level })
    })
}

/// 翻一番, 翻了120倍, 是2020年的2倍, 增长3倍.
fn multiple(place: &Place) -> Option<Role> {
    if place.unit != "x" {
        return None;
    }
    let cue = place.governed_by(Classes::RISE);
    let base = (place.start..place.at)
        .find(|i| matches!(place.token(*i).kind, token::Kind::Time(t) if place.doc.times[t].role == time::Role::Base));
    // 出口额相当于2020年的2倍,进出口总额则达到4倍: what is said of the first holds for the second.
    let goes_on = place
        .previous
        .filter(|p| p.kind == Kind::Change && p.is_multiple(place.doc));
    let first = (place.start..place.at).rev().take(3).find(|i| {
        place.doc.is_word(
            place.token(*i),
            &["最初", "最初的", "原来", "原来的", "原先的", "当初", "以前", "过去"],
        )
    });
    let base = base.or(first);
    let end = base.or(cue).or(place.governor.map(|g| g + 1)).unwrap_or(place.start);
    let basis = goes_on
        .and_then(|p| p.basis.clone())
        .unwrap_or_else(|| place.change_basis());
    (place.fold || cue.is_some() || base.is_some() || goes_on.is_some()).then(|| Role {
        sign: Some(Sign::Plus),
        basis: Some(basis),
        noun_end: end,
        ..place.plain(Kind::Change)
    })
}

/// 同比增长8.8%, 降幅6%, 压缩50%, 提升23位, 减少3.01万人次.
fn change(place: &Place) -> Option<Role> {
    let rise = place.governed_by(Classes::RISE);
    let fall = place.governed_by(Classes::FALL);
    let yoy = place
        .governed_by(Classes::YOY.or(Classes::ANNUAL))
        .filter(|_| place.percent());
    let than = place
        .governed_by(Classes::HIGH)
        .filter(|g| matches!(place.token(g.saturating_sub(1)).kind, token::Kind::Time(_)));
    let object = || changed_object(place);
    // 整治提升187家: nothing is raised by so many.
    let raised = rise.is_some_and(|g| {
        is_counted(place.unit)
            && !matches!(place.unit, "位" | "名" | "次")
            && ["提升", "提高"].contains(&place.words(g).as_str())
    });
    if raised {
        return None;
    }
    let Some(cue) = rise.or(fall).or(yoy).or(than) else {
        return object().or_else(|| rate_moved(place));
    };
    if place.token(cue).is(Classes::TO) {
        return None;
    }
    let less = than.is_some_and(|g| ["低", "少", "慢"].contains(&place.words(g).as_str()));
    let down = fall.is_some() && rise.is_none() || less;
    let sign = if down != place.negative {
        Sign::Minus
    } else {
        Sign::Plus
    };
    let unit = matches!(place.unit, "位" | "名").then_some("rank");
    let mut end = cue;
    while end > place.start
        && (light(place.doc, place.token(end - 1))
            || place.token(end - 1).is(Classes::YOY
                .or(Classes::ANNUAL)
                .or(Classes::MOM)
                .or(Classes::RISE)
                .or(Classes::FALL)
                .or(Classes::COMPARE))
            || place.base_time(end - 1).is_some())
    {
        end -= 1;
    }
    Some(Role {
        sign: Some(sign),
        unit,
        basis: Some(place.change_basis()),
        noun_end: end,
        ..place.plain(Kind::Change)
    })
}

/// 减少贫困人口122万人, 净增就业岗位2600个: what changes stands between the verb and the amount.
fn changed_object(place: &Place) -> Option<Role> {
    let governor = place.governor.filter(|g| place.token(*g).is_nominal())?;
    let cue = (place.start..governor)
        .rev()
        .find(|i| !place.token(*i).is_nominal())
        .filter(|i| place.token(*i).is(Classes::RISE.or(Classes::FALL)))?;
    let verbs = [
        "减少",
        "净增",
        "净增加",
        "净减少",
        "缩减",
        "压减",
        "压缩",
        "缩短",
        "降低",
        "精简",
        "增加",
        "减少了",
        "增加了",
    ];
    let opens = cue == place.start || !place.token(cue - 1).is_nominal();
    let sign = if place.token(cue).is(Classes::FALL) {
        Sign::Minus
    } else {
        Sign::Plus
    };
    (opens && verbs.contains(&place.words(cue).as_str())).then(|| Role {
        sign: Some(sign),
        basis: Some(place.change_basis()),
        noun_end: governor + 1,
        ..place.plain(Kind::Change)
    })
}

/// 增速提高到8%, 降幅收窄至2.6%: a rate of change that moves is still one.
fn rate_moved(place: &Place) -> Option<Role> {
    let to = place
        .governed_by(Classes::TO.or(Classes::COPULA))
        .filter(|_| place.percent())?;
    let rate = (place.start..to).rev().find(|i| {
        let words = place.words(*i);
        ["增速", "增幅", "涨幅", "降幅", "跌幅", "减幅"]
            .iter()
            .any(|w| words.ends_with(w))
    })?;
    let down = ["降幅", "跌幅", "减幅"].iter().any(|w| place.words(rate).ends_with(w));
    Some(Role {
        sign: Some(if down != place.negative {
            Sign::Minus
        } else {
            Sign::Plus
        }),
        basis: Some(place.change_basis()),
        noun_end: rate,
        ..place.plain(Kind::Change)
    })
}

/// 完成年度计划115.8%, 为年度计划的59.8%, 年计划完成率64%, 年度投资完成86%.
fn completion(place: &Place) -> Option<Role> {
    if !place.percent() {
        return None;
    }
    if let Some(plan) = place.before(Classes::PLAN) {
        let done = (place.start..plan)
            .rev()
            .find(|i| place.token(*i).is(Classes::DONE.or(Classes::COPULA)));
        return Some(Role {
            noun_end: done.unwrap_or(plan + 1),
            ..place.plain(Kind::Completion)
        });
    }
    if let Some(done) = place.governed_by(Classes::DONE) {
        return Some(Role {
            noun_end: done,
            ..place.plain(Kind::Completion)
        });
    }
    if let Some(role) = of_planned_sum(place) {
        return Some(role);
    }
    let governor = place.governor?;
    let rate = place.words(governor);
    (rate.ends_with("完成率") || rate == "进度").then(|| place.plain(Kind::Completion))
}

/// 占年度计划投资178亿元的80.1%: the sum of the plan stands between.
fn of_planned_sum(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    let sum = place
        .at
        .checked_sub(2)
        .filter(|s| tokens[s + 1].is(Classes::DE) && place.doc.amount(&tokens[*s]).is_some())?;
    let clause = tokens[..sum].iter().rev().take_while(|t| !t.is_mark("，；。"));
    let planned = clause.clone().any(|t| {
        ["计划", "目标", "任务"]
            .iter()
            .any(|w| place.doc.text(t.span).contains(w))
    });
    let done = clause
        .clone()
        .any(|t| t.is(Classes::SHARE.or(Classes::DONE).or(Classes::COPULA)));
    (planned && done).then(|| Role {
        noun_end: place.start,
        ..place.plain(Kind::Completion)
    })
}

/// 占全市16.8%, 占比63.27%, 占全市的四分之一, 贡献率77%.
fn share(place: &Place) -> Option<Role> {
    if !place.percent() {
        return None;
    }
    if part_of_noun(place) {
        return Some(Role {
            noun_end: place.start,
            ..place.plain(Kind::Share)
        });
    }
    if let Some(role) = share_of_things(place) {
        return Some(role);
    }
    let governor = place.governor?;
    let rate = place.words(governor);
    // 拿出收入的15%投入研发: what it goes to stands behind.
    if place.token(governor).is(Classes::DE)
        && place
            .doc
            .tokens
            .get(place.at + 1)
            .is_some_and(|t| place.doc.is_word(t, &["投入", "用于"]))
    {
        return Some(Role {
            noun_end: place.start,
            ..place.plain(Kind::Share)
        });
    }
    // 相当于生产总值的1.11%: the whole stands before the amount.
    if place.token(governor).is(Classes::DE)
        && let Some(like) = (place.start..governor)
            .rev()
            .find(|i| place.doc.is_word(place.token(*i), &["相当于", "等于"]))
    {
        return Some(Role {
            basis: Some(place.doc.text(crate::text::Span::new(
                place.token(like).span.end,
                place.token(governor).span.start,
            ))),
            noun_end: like,
            ..place.plain(Kind::Share)
        });
    }
    // 占比 and 贡献率 end the noun phrase; 占 parts it from the whole.
    let named = place.token(governor).is(Classes::SHARE)
        || ["占比", "贡献率", "比重", "份额"].iter().any(|w| rate.ends_with(w));
    if named {
        let word = place.token(governor).is(Classes::SHARE) && !rate.starts_with("贡献率");
        // 占营业收入的比重为5.2%: the noun stands before 占.
        let first = (place.start..governor).find(|i| word && place.token(*i).is(Classes::SHARE));
        let end = first.unwrap_or(if word { governor } else { governor + 1 });
        return Some(Role {
            basis: place.whole(),
            noun_end: end,
            ..place.plain(Kind::Share)
        });
    }
    let cue = place.before(Classes::SHARE)?;
    let basis = place.doc.text(crate::text::Span::new(
        place.token(cue).span.end,
        place.token(governor).span.end,
    ));
    Some(Role {
        basis: Some(basis.trim_end_matches('的').to_owned()),
        noun_end: cue,
        ..place.plain(Kind::Share)
    })
}

/// 用全市3%的土地, 贡献了全省六成以上的工业增加值: a part of the whole's things, which stand behind.
fn share_of_things(place: &Place) -> Option<Role> {
    let tokens = place.doc.tokens;
    let whole = place.governed_by(Classes::WHOLE);
    let goes_on = place.previous.is_some_and(|p| p.kind == Kind::Share && p.right) && place.at > place.start;
    let things = tokens.get(place.at + 1).is_some_and(|t| t.is(Classes::DE))
        && tokens.get(place.at + 2).is_some_and(Token::is_nominal);
    let verb = place.governed_by(Classes::VERB).is_some();
    let by = place
        .governor
        .is_some_and(|g| place.doc.is_word(place.token(g), &["以", "用"]));
    (things && (whole.is_some() || by || goes_on && verb)).then(|| Role {
        basis: place.whole(),
        noun_end: place.start,
        right: true,
        ..place.plain(Kind::Share)
    })
}

/// 工业增加值中有24.2%出自高技术产业: the part stands behind.
fn part_of_noun(place: &Place) -> bool {
    let within = (place.start..place.at)
        .rev()
        .take(3)
        .any(|i| place.doc.is_word(place.token(i), &["中", "当中", "里"]));
    within
        && place
            .doc
            .tokens
            .get(place.at + 1)
            .is_some_and(|t| place.doc.is_word(t, &["出自", "来自", "属于", "为", "是", "由"]))
}

/// Everything else says how much or how many.
fn level(place: &Place) -> Option<Role> {
    let mut role = place.plain(Kind::Level);
    // 增至, 减少到: the noun stands before the move.
    if let Some(to) = place.governed_by(Classes::TO) {
        role.noun_end = to;
        let origin = place.previous.filter(|p| p.origin && place.percent());
        role.kind = origin.map_or(role.kind, |p| p.kind);
    }
    Some(role)
}
