//! Numerals whose unit goes without saying, units that are one only beside some numerals, and numerals with a half behind their unit.

use super::Measure;
use crate::cue;
use crate::decimal::Decimal;
use crate::find::numeral::Numeral;
use crate::prefix::{List, is_one};
use crate::unit::{self, Unit};

/// What a scaled numeral counts, where nothing else is counted behind: people (在校生3万, 从业人员超12万) or money (税收8000万).
pub fn bare(before: &[char], behind: &[char]) -> Option<Measure> {
    const LIGHT: List = List::new(
        "达到|突破|超过|人数|总数|规模|共有|已有|现有|增至|增加到|减少到|下降到|增长到|累计|总量|实现|完成|达|超|约|近|逾|有|为|共|已|过|数|至|到",
    );
    const PEOPLE: List = List::new(
        "在校生|毕业生|学生|研究生|招生|员工|职工|人员|人口|人才|居民|游客|用工|就业|师生|党员|志愿者|劳动力",
    );
    const MONEY: List = List::new(
        "税收|产值|营收|收入|利润|利税|纳税|税额|销售额|投资|资金|投了|花了|亏了|赚了|赚回来|赚回|砸了|省下|亏损|投入",
    );
    // 3000万风险补偿资金池.
    let fund = &behind[..behind.len().min(7)];
    if const { List::new("资金|基金|补贴|贷款|奖金") }.stands_in(fund) && !fund.contains(&'，') && !fund.contains(&'、')
    {
        return Some(Measure::Money);
    }
    let ends = behind.first().is_none_or(|c| !c.is_alphanumeric());
    if !ends && cue::bound_after(behind).is_none() && !moves(behind) {
        return None;
    }
    let noun = without(before, &LIGHT);
    if MONEY.ending(noun).is_some() {
        return Some(Measure::Money);
    }
    // 常住人口由三年前的37万增加到60万.
    let near = &noun[noun.len().saturating_sub(16)..];
    let from = near.iter().rposition(|c| is_one(*c, "由从，。；、\n"));
    let moved = from.filter(|at| is_one(near[*at], "由从")).map(|at| &near[..at]);
    PEOPLE.ending(noun).or_else(|| PEOPLE.ending(moved?))?;
    unit::longest(&['人']).map(|(_, unit)| Measure::Unit(unit))
}

/// 容积率1.14, 综合指数为7.2: a ratio or an index, which has no unit.
pub fn ratio(number: Numeral, before: &[char], behind: &[char]) -> Option<Measure> {
    static NONE: Unit = Unit {
        form: "",
        code: "",
        power: 0,
        times: 1,
    };
    const LIGHT: List = List::new(
        "为|达|达到|不低于|不小于|不高于|大于|高于|低于|超过|超|约|升至|提高到|提升到|提升至|提高至|降至|降到|下降到|下降至",
    );
    const RATIOS: List = List::new("容积率|指数|系数");
    let noun = without(before, &LIGHT);
    let ends = behind.first().is_none_or(|c| !c.is_alphanumeric()) || cue::bound_after(behind).is_some();
    // 指数300 may be a name.
    let parts = number.value.scale() > 0 || noun.ends_with(&['容', '积', '率']);
    (ends && parts && !number.han && RATIOS.ending(noun).is_some()).then_some(Measure::Unit(&NONE))
}

/// What stands before light words at the end of a text.
fn without<'a>(mut text: &'a [char], light: &List) -> &'a [char] {
    while let Some(len) = light.ending(text) {
        text = &text[..text.len() - len];
    }
    text
}

/// 37万|增加到60万: whether the numeral is what something rose or fell from.
fn moves(behind: &[char]) -> bool {
    const {
        List::new("增加到|增至|增长到|提高到|扩大到|上升到|升至|减少到|减至|下降到|降至|降到")
    }
    .beginning(behind)
    .is_some()
}

/// Whether what may be a unit is one beside its numeral.
pub fn stands(unit: &Unit, chars: &[char], at: usize, place: usize) -> bool {
    match unit.code {
        "分" => marks(chars, at, place),
        // 4周年, 两周岁, 三周末.
        "week" => !chars
            .get(place + 1)
            .is_some_and(|c| is_one(*c, "年岁末边围期刊报转遭界")),
        // 昌九双核, 一区三口岸.
        "双" => chars[at].is_ascii_digit() || !chars.get(place + 1).is_some_and(|c| is_one(*c, "核向创碳循塔城子百")),
        "口" => !chars.get(place + 1).is_some_and(|c| is_one(*c, "岸径碑味号")),
        // 百亿|项目, 超10亿|项目: projects of that size.
        "项" => !(place > 0 && chars[place - 1] == '亿' && chars.get(place + 1) == Some(&'目')),
        _ => true,
    }
}

/// Whether 分 at a character is a mark, that of 85.6分: 十分, 9时30分 and 3分公司 have none.
fn marks(chars: &[char], at: usize, unit: usize) -> bool {
    let before = at.checked_sub(1).map(|i| chars[i]);
    let clock = before.is_some_and(|c| is_one(c, "时点:：度"));
    let word = chars.get(unit + 1).is_some_and(|c| {
        is_one(
            *c,
            "别公司之区类级支会布析享工批期店行校院厂局队项拆步阶配管机钟秒管子母解",
        )
    });
    chars[at].is_ascii_digit() && !clock && !word
}

/// 压缩至半天: half a day or the like, where a word of effort stands before it, with its length and its unit.
pub fn half(before: &[char], rest: &[char]) -> Option<(usize, Numeral, &'static Unit)> {
    const EFFORT: List = List::new("用|花|仅|只|需|要|到|至|为|不足|近|约|过|短短");
    const TIMES: List = List::new("天|个小时|小时|个月|个工作日");
    let behind = rest.strip_prefix(&['半'])?;
    let len = TIMES.beginning(behind)?;
    // 开办企业半天就能办好, but 等了半天.
    const ABLE: List = List::new("就|即|可|能|内|办结|办好|搞定|完成|以内|之内|左右|车程|路程");
    if EFFORT.ending(before).is_none() && ABLE.beginning(&behind[len..]).is_none() {
        return None;
    }
    let half = Numeral {
        len: 1,
        value: Decimal::new(5, 1),
        max: None,
        more: None,
        han: true,
        scale: 0,
        percent: false,
    };
    Some((1 + len, half, unit::longest(&behind[..len])?.1))
}

/// 两年半, 一个半月, 2个半小时: a numeral with the half behind its unit, the length of it all and the unit.
pub fn and_half(number: Numeral, behind: &[char]) -> Option<(usize, Numeral, &'static Unit)> {
    let (len, unit) = match behind {
        ['年' | '天', '半', ..] => (2, &behind[..1]),
        ['个', '半', '月', ..] => (3, ['个', '月'].as_slice()),
        ['个', '半', '小', '时', ..] => (4, ['小', '时'].as_slice()),
        _ => return None,
    };
    let ends = !behind.get(len).is_some_and(|c| is_one(*c, "年数径导程"));
    let whole = number.value.scale() == 0 && number.more.is_none() && number.max.is_none() && !number.percent;
    let value = number.value.checked_add(Decimal::new(5, 1)).filter(|_| ends && whole)?;
    Some((number.len + len, Numeral { value, ..number }, unit::longest(unit)?.1))
}
