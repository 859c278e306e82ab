//! What is said twice should be the same: one cell of the table within a report, one cell across reports, two growth rates of one indicator.

use super::scope::{Fact, Scope};
use super::wording::{begins, has, only};
use super::{Check, Finding, Relation, Sum, Verdict};
use crate::cue::is_generic;
use crate::figure::{Bound, Found, Kind, Status};
use crate::unit::is_counted;

pub(super) const CHECK: Check = Check {
    relations: &[Relation::SameFactTwice, Relation::AcrossReports, Relation::TwoChanges],
    source: "one indicator of one subject has one value for one period, and one growth against one base",
    run,
    #[cfg(test)]
    examples: &[
        "2023年，全区税收收入12.3亿元。去年，高新区税收收入完成13.2亿元，位居全市第一。 ⇒ differs",
        "2023年，全区税收收入12.3亿元。去年，高新区税收收入完成12.3亿元，位居全市第一。 ⇒ holds",
        "2023年，全区税收收入12.3亿元。 ‖ 2023年，全区税收收入13.2亿元。 ⇒ differs",
        "工业增加值68亿元，增长9.6%，增长12%。 ⇒ differs",
        "在2023年全省综合考核评估中，高新区列第32位。去年，高新区在全省考核评估中名列前23位。 ⇒ differs",
        "2023年，全区税收收入突破12亿元。去年，高新区税收收入完成12.3亿元。",
        "工业增加值68亿元，环比增长9.6%，同比增长12%。",
        "居民收入2万元，名义增长10.4%，扣除价格因素，实际增长7.8%。",
        "2023年，全省税收收入512亿元。排名靠后的20家开发区税收收入合计38亿元。",
        "2023年，高新区进出口18.7亿元。对共建国家合计进出口15.6亿元。",
        "2023年，全区税收收入12.3亿元。12月，全区税收收入1.2亿元。",
        "新增医疗床位1290张、总数达3910张。",
        "1.导热膜扩产，总投资6.2亿元。2.海工装备，总投资11亿元。",
        "2023年，高新区地区生产总值2820亿元，占全市的32.2%。南昌全市地区生产总值8753亿元。",
        "2023年，高新区营业收入724亿元。两大产业成为顶梁柱，全年营业收入438亿元，占全区的60.5%。",
        "高新区在国家级综合考评中列第20位。高新区在全省综合考评中列第2位。",
        "2023年，高新区合同外资15.9亿美元。新批大项目71个，合同外资13.3亿美元。制造业增势不减，合同外资10.9亿美元。",
    ],
};

fn run(scope: &Scope, found: &mut Vec<Finding>) {
    for (i, fact) in scope.turn() {
        found.extend(i.checked_sub(1).and_then(|last| two_changes(&scope.facts[last], fact)));
        if !single(fact) || is_part(scope, i) {
            continue;
        }
        if fact.figure.kind == Kind::Rank {
            // Contests, which are few, have names that the lexicon does not know.
            let ranks = (0..i).filter(|j| scope.facts[*j].figure.kind == Kind::Rank);
            found.extend(again(scope, i, &ranks.collect::<Vec<_>>()));
        } else {
            found.extend(again(scope, i, scope.named_before(i)));
        }
    }
}

/// 增长10.4%，增长13%: a second rate with nothing new before it.
fn two_changes(one: &Fact, two: &Fact) -> Option<Finding> {
    let rates = one.is_rate(Kind::Change)
        && two.is_rate(Kind::Change)
        && one.sentence == two.sentence
        && one.at.report == two.at.report;
    if !rates || !begins(two.lead, "，|；|,") || one.range().meets(&two.range()) {
        return None;
    }
    let words = "同比|比上年|增长|增幅|增速|下降|降幅|上升|提高|提升|减少|了|达|为";
    let bare = only(two.lead, words) && two.lead.len() > 2;
    let base = |fact: &Fact| has(fact.lead, "同比|比上年|较上年");
    let about = one.figure.indicator.value == two.figure.indicator.value && !two.is_named();
    // Of two bases only one may be left out.
    let bases = base(one) == base(two)
        && has(one.lead, words)
        && !has(one.lead, "环比|年均|名义|比上月|较年初|平均|分别|比20|较20|、");
    (bare && about && bases).then(|| Finding::new(Relation::TwoChanges, Verdict::Differs, Sum::Same, &[one, two]))
}

/// The figure before that says the same of the same.
fn again(scope: &Scope, i: usize, before: &[usize]) -> Option<Finding> {
    let fact = &scope.facts[i];
    let same = |other: &Fact| other.sentence != fact.sentence && same_fact(fact, other) && single(other);
    let fits = |j: &&usize| same(&scope.facts[**j]) && !is_part(scope, **j);
    let other = before.iter().rev().find(fits).map(|j| &scope.facts[*j])?;
    let across = other.at.report != fact.at.report;
    let relation = if across {
        Relation::AcrossReports
    } else {
        Relation::SameFactTwice
    };
    let verdict = match (agree(fact, other), fact.figure.kind) {
        (true, _)
            if fact.figure.bound != Bound::Eq || other.figure.bound != Bound::Eq || fact.value() != other.value() =>
        {
            return None;
        }
        (true, _) => Verdict::Holds,
        // …营业收入2036亿元。分领域看，某某领域营业收入174亿元: what is told on without whom or when is of a part.
        (false, _) if !across && !anew(fact) => return None,
        (false, _) if fact.figure.unreliable || other.figure.unreliable => Verdict::Doubtful,
        (false, _) if [fact, other].iter().any(|f| f.figure.period.found == Found::Assumed) => Verdict::Doubtful,
        (false, _) => Verdict::Differs,
    };
    Some(Finding::new(relation, verdict, Sum::Same, &[other, fact]))
}

/// Whether a figure says itself whom or when it is about.
fn anew(fact: &Fact) -> bool {
    let figure = fact.figure;
    figure.kind == Kind::Rank || figure.period.found == Found::Stated || figure.subject.found == Found::Stated
}

/// 两大产业成为顶梁柱，全年营收438亿元，占全区的六成: whether the next figure says that it is only a part of the zone's.
fn is_part(scope: &Scope, i: usize) -> bool {
    let next = scope.facts.get(i + 1);
    next.is_some_and(|next| {
        next.sentence == scope.facts[i].sentence && has(next.lead, "占全区|占该区|占园区|占高新区|占经开区|占开发区")
    })
}

/// Whether a figure names all that makes it one cell of the table.
fn single(fact: &Fact) -> bool {
    let figure = fact.figure;
    let of_contest = figure.unit == "rank" && figure.kind == Kind::Rank && contest(fact).is_some();
    // 总投资 is that of one project after another, unless the text says whose.
    let whose = !is_generic(fact.name()) || figure.subject.found == Found::Stated;
    let level =
        figure.kind == Kind::Level && fact.is_quantity() && fact.known.is_some() && !is_counted(&figure.unit) && whose;
    let growth = fact.is_rate(Kind::Change) && fact.known.is_some() && figure.basis.as_deref() == Some("yoy");
    let said = fact.is_named() || growth || of_contest;
    (of_contest || level || growth)
        && said
        && figure.status == Status::Actual
        && figure.value_max.is_none()
        && figure.period.value.is_some()
}

/// Whether two figures are about the same, in what they say and in what stands beside them.
fn same_fact(one: &Fact, two: &Fact) -> bool {
    let (a, b) = (one.figure, two.figure);
    if a.unit != b.unit || a.kind != b.kind || a.basis.is_some() && b.basis.is_some() && a.basis != b.basis {
        return false;
    }
    if a.period.value != b.period.value || !one.same_cell(two) {
        return false;
    }
    if a.kind == Kind::Rank {
        return same_contest(one, two);
    }
    // Words that make another figure of it.
    let marks = [
        "全市",
        "全省",
        "全县",
        "全国",
        "累计",
        "当月",
        "单月",
        "新增",
        "净",
        "其中",
        "余额",
        "年末",
        "规上",
        "规模以上",
        "全口径",
        "实际",
        "合同",
        "预计",
        "对",
        "从",
        "由",
        "较",
        "比",
        "每",
        "人均",
        "公司",
        "企业",
        "项目",
    ];
    // A类企业…，亩均税收52.8万元: of some of those that the other is about.
    let class = |fact: &Fact| has(fact.before, "类企业|类园区|类项目|类用地|类产业");
    // 排名靠后的20家开发区主营业务收入合计386亿元: of so many of them.
    let many = |fact: &Fact| {
        has(
            fact.clause,
            "家企业|户企业|家园区|家开发区|家经开区|家高新区|个园区|个片区",
        )
    };
    one.name() == two.name()
        && class(one) == class(two)
        && many(one) == many(two)
        && marks.iter().all(|mark| has(one.clause, mark) == has(two.clause, mark))
}

/// Whether two values may be one: in the printed digits, or as a rounder one and a more exact one.
fn agree(one: &Fact, two: &Fact) -> bool {
    if one.range().meets(&two.range()) {
        return true;
    }
    let round = |fact: &Fact, other: &Fact| {
        let step = super::range::round(fact.value())?;
        let far = fact
            .value()
            .max(other.value())
            .checked_sub(fact.value().min(other.value()))?;
        Some(
            far <= step
                && far.shift(1)? < other.value()
                && !["%", "rank"].contains(&fact.figure.unit.as_str())
                && coarse(fact, other),
        )
    };
    round(one, two) == Some(true) || round(two, one) == Some(true)
}

/// Whether a value is printed with fewer digits than another.
fn coarse(fact: &Fact, other: &Fact) -> bool {
    let step = |fact: &Fact| super::range::round(fact.value());
    step(fact).zip(step(other)).is_some_and(|(own, other)| own > other)
}

/// In what a rank is given: the words before 评估, 考核 and the like, and that word.
fn contest<'a>(fact: &'a Fact) -> Option<(&'a str, &'static str)> {
    const WORDS: [&str; 6] = ["评估", "考核", "考评", "评价", "测评", "评比"];
    let name = fact.name();
    let word = WORDS
        .iter()
        .filter(|word| name.contains(*word))
        .max_by_key(|word| name.rfind(*word))?;
    Some((&name[..name.rfind(word)?], word))
}

/// Whether two ranks were given in the same contest. A short name keeps a character of the long one (创先争优评估, 争优评估); the field, where
/// it is said, has to be the same.
fn same_contest(one: &Fact, two: &Fact) -> bool {
    let Some(((long, word), (short, other))) = contest(one).zip(contest(two)) else {
        return false;
    };
    let field = |fact: &Fact, level: &str| {
        has(fact.before, level) || fact.figure.basis.as_deref().is_some_and(|b| b.contains(level))
    };
    let fields = ["省", "市", "国家级"]
        .iter()
        .any(|level| field(one, level) && field(two, level));
    let apart = ["省", "国家级"]
        .iter()
        .any(|level| field(one, level) != field(two, level));
    let plain = |name: &str| {
        let mut name = name.to_owned();
        for word in [
            "半年",
            "年度",
            "综合",
            "全省",
            "全国",
            "全市",
            "国家级",
            "开发区",
            "高新区",
            "经开区",
            "第一季度",
            "上半年",
        ] {
            name = name.replace(word, "");
        }
        name
    };
    let (long, short) = (plain(long), plain(short));
    let common = long.chars().any(|c| short.contains(c));
    let brief = long.chars().count().min(short.chars().count()) < 3;
    word == other && fields && !apart && (long == short || common && brief)
}
