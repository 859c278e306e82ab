//! Numerals that state no figure though a unit follows them, and marks that are none of a number's.

use super::Measure;
use crate::cue;
use crate::decimal::Decimal;
use crate::find::numeral::Numeral;
use crate::prefix::{List, holds_one, is_one, starts};
use crate::unit::is_money;

/// Why a numeral with a unit is still no figure.
pub fn no_figure(chars: &[char], at: usize, number: Numeral, measure: Measure, end: usize) -> Option<&'static str> {
    let one = number.han && number.len == 1 && number.value == Decimal::new(1, 0);
    let bare = number.han && number.len == 1 && number.value > Decimal::new(9, 0);
    let quoted = matches!(at.checked_sub(1).map(|i| chars[i]), Some('“' | '‘' | '《' | '「'));
    // 单位：亿元 heads a table.
    let heads = chars[..at].ends_with(&['单', '位', '：']);
    if matches!(measure, Measure::Money) && at == 0 || number.han && heads {
        return Some("no unit");
    }
    // 由8升至12; 1类新药; 0.4吨标准煤/万元.
    let behind = chars.get(end).copied().unwrap_or('\n');
    let rises = measure.code() == "L" && (number.han && number.scale < 4 || is_one(behind, "至到级温格高幅"));
    let class = measure.code() == "类" && !number.han && is_one(behind, "新药医器土建");
    if rises || class || chars[..at].ends_with(&['/']) {
        return Some("name");
    }
    // 三元前驱体, 三元里: chemistry and addresses.
    let next = chars.get(end).is_some_and(|c| is_one(*c, "前锂材正电催聚乙里化区桥"));
    if number.han && number.len == 1 && measure.code() == "CNY" && next {
        return Some("name");
    }
    // “四上”企业, “20条”措施.
    let closed = quoted && matches!(chars.get(end), Some('”' | '’' | '》' | '」'));
    if (number.han || closed) && quoted && measure.classifier() {
        return Some("name");
    }
    // 一个, 一批, 一天, 一公里: an article, unless a word of effort or count stands before it.
    // 独角兽企业一家: counted at the end of a clause.
    const THINGS: List = List::new("企业|项目|机构|公司|平台|基地|中心|学校|医院|园区");
    let told = THINGS.ending(&chars[..at]).is_some() && chars.get(end).is_none_or(|c| is_one(*c, "，。；、）\n"));
    if one
        && !told
        && !number.percent
        && !counts(measure)
        && !holds_one(
            &chars[at.saturating_sub(3)..at],
            &["用", "花", "仅", "只", "过", "短短", "需", "共", "各", "不到", "连续"],
        )
    {
        return Some("idiom");
    }
    if number.han && number.value.is_zero() && measure.classifier() {
        return Some("name");
    }
    // 千亿级产业集群, 万元GDP能耗.
    // 每百元营业收入中的成本.
    if bare && is_money(measure.code()) && chars[..at].ends_with(&['每']) {
        return Some("name");
    }
    let level = is_money(measure.code()) && chars.get(end) == Some(&'级');
    let per = bare
        && is_money(measure.code())
        && [
            "GDP",
            "生产总值",
            "地区生产总值",
            "工业增加值",
            "产值",
            "国内生产总值",
            "增加值",
        ]
        .iter()
        .any(|word| starts(&chars[end..], word));
    if level && (number.han || matches!(measure, Measure::Money)) || per {
        return Some("name");
    }
    // 跨过三个百亿台阶.
    if measure.code() == "台" && chars.get(end) == Some(&'阶') {
        return Some("idiom");
    }
    // 百家争鸣, 千家万户.
    if bare && measure.classifier() && cue::bound_before(&chars[..at]).is_none() {
        return Some("idiom");
    }
    // 两年平均增长10.8%: over how many years the mean is taken.
    if measure.code() == "year" && cue::longest(&chars[at..]).is_some_and(|(_, c)| c.any(cue::Classes::ANNUAL)) {
        return Some("when");
    }
    if measure.code() == "year"
        && ["行动", "计划", "规划", "攻坚", "级"]
            .iter()
            .any(|word| starts(&chars[end..], word))
    {
        return Some("name");
    }
    // 万年县, 万年高新区.
    if bare && measure.code() == "year" {
        return Some("idiom");
    }
    // 保持两位数增长: how many digits a rate has.
    if number.han && measure.code() == "位" && chars.get(end) == Some(&'数') && chars.get(end + 1) != Some(&'据') {
        return Some("digits");
    }
    None
}

/// Whether even one of these is a figure: 一个百分点, 一倍, 一美元.
fn counts(measure: Measure) -> bool {
    let Measure::Unit(unit) = measure else {
        return true;
    };
    matches!(unit.code, "pp" | "%" | "‰" | "x") || is_money(unit.code) && unit.form.chars().nth(1).is_some()
}

/// Whether a minus sign ends here: `-`, or 负 as in 负3.9%. 胜负, 正负 and 背负 are words.
pub fn minus(before: &[char]) -> bool {
    let alone = |c: char| !c.is_alphanumeric() || is_one(c, "长速为幅比值额增降");
    match before {
        ['-' | '负'] => true,
        [.., c, '-'] => alone(*c),
        [.., c, '负'] => !is_one(*c, "正胜背担肩欺抱自辜不重减"),
        _ => false,
    }
}

/// The length of an address of the web, where one starts: its digits are no numbers.
pub fn address(rest: &[char]) -> Option<usize> {
    let opens = ["http://", "https://", "www."].iter().any(|word| starts(rest, word));
    opens.then(|| rest.iter().take_while(|c| c.is_ascii_graphic()).count())
}
