//! The day of a report, guessed from its text where nobody gives it.
//!
//! ```text
//! dateline := 2024年9月14日 | 2024-09-14 | 2024/9/14 | 2024.09.14
//! ```

use super::numeral::digit;
use crate::language::is_han;
use crate::period::Date;
use crate::prefix::{List, holds_one, is_one};

/// The first full date of the raw text that is not when something was founded; else the latest year that it names (2023年), since a report seldom looks ahead further than it
/// looks back. The guess comes with the byte offset of its words.
pub fn dateline(raw: &str) -> Option<(Date, usize)> {
    let chars: Vec<(usize, char)> = raw.char_indices().collect();
    let digits_before = |i: usize| i > 0 && chars[i - 1].1.is_ascii_digit();
    let starts = (0..chars.len()).filter(|i| figure(chars[*i].1).is_some() && !digits_before(*i));
    // 截至2009年12月31日: the report is later.
    let until = |i: usize| i > 0 && is_one(chars[i - 1].1, "至止到");
    let full = starts
        .clone()
        .filter(|i| !until(*i))
        .find_map(|i| Some((full_date(&chars[i..]).filter(|_| !history(&chars, i))?, chars[i].0)));
    // 比上年同期和2020年全年分别高0.1、0.9个百分点: one of several that a rate is compared with.
    let beside_base = |i: usize| {
        let before = chars[..i].iter().rev().map(|(_, c)| *c);
        let joined = before.clone().next().is_some_and(|c| is_one(c, "和与與及、"));
        let clause = || before.take(12).take_while(|c| !is_one(*c, "，。；,;\n"));
        joined && clause().any(|c| is_one(c, "较較比"))
    };
    let latest = || {
        // 较2020年底增长40%, 自2019年以来: the report is later.
        let past = |i: usize| i > 0 && is_one(chars[i - 1].1, "较較比自从從") || beside_base(i);
        // 到2030年建成, but 截止到2020年底.
        let goal = |i: usize| i > 0 && chars[i - 1].1 == '到' && !(i > 1 && is_one(chars[i - 2].1, "截止至"));
        starts
            .clone()
            .filter(|i| !past(*i) && !goal(*i) && !ahead(&chars, *i) && !titled(&chars, *i) && !history(&chars, *i))
            .filter_map(|i| Some((year(&chars[i..])?, chars[i].0)))
            .max_by_key(|(date, at)| (*date, std::cmp::Reverse(*at)))
            .map(|(date, at)| (Date::year(date.year + i16::from(goes_on(&chars, date.year))), at))
    };
    // 较2023年末净增1.1万户, 比上年同期和2023年全年分别高0.1、0.9个百分点: the year before.
    let before = || {
        let ends = |i: usize| matches!(chars.get(i + 5), Some((_, '末' | '底')));
        let base = starts.clone().filter(|i| ends(*i) || beside_base(*i));
        base.filter_map(|i| Some((Date::year(year(&chars[i..])?.year + 1), chars[i].0)))
            .max_by_key(|(date, _)| *date)
    };
    full.or_else(latest).or_else(before)
}

/// 2022年完成产值90亿元。今年1—6月，…: whether a text that names a year goes on to parts of the one behind it. It names that year only as a whole.
fn goes_on(chars: &[(usize, char)], year: i16) -> bool {
    let text: Vec<char> = chars.iter().map(|(_, c)| *c).collect();
    const PARTS: List = List::new("上半年|前|一季度|第|1-|1—|1至|首季");
    let part = |rest: &[char]| PARTS.beginning(rest).is_some() || rest.first().is_some_and(char::is_ascii_digit);
    let Some(now) = text.windows(2).rposition(|pair| pair == ['今', '年']) else {
        return false;
    };
    let named: Vec<char> = format!("{year}年").chars().collect();
    let mut all = text.windows(named.len()).enumerate().filter(|(_, word)| *word == named);
    part(&text[now + 2..])
        && all.all(|(i, _)| {
            let rest = &text[i + named.len()..];
            let whole = rest.first().is_some_and(|c| is_one(*c, "，,") || is_han(*c));
            i < now && whole && !part(rest) && !rest.starts_with(&['以', '来'])
        })
}

/// 成立于1997年7月29日, 1993年4月4日经国务院批准设立: a date of long ago.
fn history(chars: &[(usize, char)], at: usize) -> bool {
    const FOUNDED: [&str; 15] = [
        "启动", "起步", "挂牌", "开园", "组建", "成立", "设立", "創立", "創辦", "创办", "批准", "獲批", "获批", "升级",
        "升格",
    ];
    let clause = chars[at..]
        .iter()
        .take(30)
        .map(|(_, c)| *c)
        .take_while(|c| !"，。；,;\n".contains(*c));
    let clause: Vec<char> = clause.collect();
    at > 0 && chars[at - 1].1 == '于' || holds_one(&clause, &FOUNDED)
}

/// 2020年工作总结及2021年思路: the year that an account looks ahead to.
fn ahead(chars: &[(usize, char)], at: usize) -> bool {
    const PLANS: List = List::new("思路|打算|计划|工作思路|工作打算|工作计划|工作安排|工作要点|重点工作|展望");
    let behind: Vec<char> = chars[at..].iter().skip(5).take(4).map(|(_, c)| *c).collect();
    at > 0 && is_one(chars[at - 1].1, "及和与暨、") && PLANS.beginning(&behind).is_some()
}

/// 《2021-2026年发展前景研究报告》: a year in the name of a book.
fn titled(chars: &[(usize, char)], at: usize) -> bool {
    let before = chars[..at].iter().rev().take(30).map(|(_, c)| *c);
    before.take_while(|c| *c != '\n').find(|c| is_one(*c, "《》")) == Some('《')
}

fn full_date(chars: &[(usize, char)]) -> Option<Date> {
    let (year, len) = number(chars, 4)?;
    let (month, more) = separated(&chars[len..], "-/.年", 2)?;
    let (day, _) = separated(&chars[len + more..], "-/.月", 2)?;
    Date::parse(&format!("{year:04}-{month:02}-{day:02}")).filter(|d| plausible(d.year) && d.month > 0 && d.day > 0)
}

fn year(chars: &[(usize, char)]) -> Option<Date> {
    let (year, len) = number(chars, 4)?;
    // 2021上半年.
    let behind = || String::from_iter(chars[len..].iter().take(3).map(|(_, c)| *c));
    let named = chars.get(len).is_some_and(|(_, c)| *c == '年')
        || ["上半年", "下半年", "一季度", "前三季"].contains(&behind().as_str());
    (len == 4 && named && plausible(year as i16)).then_some(Date::year(year as i16))
}

fn plausible(year: i16) -> bool {
    (1980..2100).contains(&year)
}

fn separated(chars: &[(usize, char)], marks: &str, most: usize) -> Option<(u32, usize)> {
    chars.first().filter(|(_, c)| marks.contains(*c))?;
    let (value, len) = number(&chars[1..], most)?;
    Some((value, len + 1))
}

/// The value of a digit, in either script.
fn figure(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| digit(c).map(|d| d as u32))
}

/// A run of at most `most` digits.
fn number(chars: &[(usize, char)], most: usize) -> Option<(u32, usize)> {
    let digits = chars.iter().map_while(|(_, c)| figure(*c)).take(most + 1);
    let (number, len) = digits.fold((0, 0), |(number, len), digit| (number * 10 + digit, len + 1));
    (1..=most).contains(&len).then_some((number, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(
            dateline(text).map(|(date, _)| date.to_string()).as_deref(),
            expect,
            "{text}"
        );
    }

    #[test]
    fn a_full_date_comes_before_a_year() {
        check("2022年全区…… 发布时间：2023-02-03 10:20", Some("2023-02-03"));
        check("本报2021年7月6日讯", Some("2021-07-06"));
        check("2019年增长，2020年回落", Some("2020"));
        check("时间 2024/9/14", Some("2024-09-14"));
        check("1—9月全区主体较2022年末净增900户", Some("2023"));
        check("增加值较2019年增长10%", None);
        check("2013年产值253亿元，到2030年建成千亿园区", Some("2013"));
        check("截止到2020年底，园区有企业12家", Some("2020"));
        check("2010年度评价显示，截至2009年12月31日，收入8亿元", Some("2010"));
        check("园区1993年4月4日经国务院批准设立，2019年产值", Some("2019"));
        check("2022年完成产值90亿元。今年1—6月完成51亿元", Some("2023"));
        check("2022年一季度产值9亿元。今年前两月，产值5亿元", Some("2022"));
        check("2022年以来，产值9亿元。今年上半年，产值5亿元", Some("2022"));
        check("增速比上年同期和2021年全年分别高0.3、0.8个百分点", Some("2022"));
        check("2020年工作总结及2021年思路", Some("2020"));
        check("研究院成立于2017年7月29日，现有员工", None);
    }

    #[test]
    fn what_is_no_date() {
        check("电话0799-6321110", None);
        check("2023-13-40", None);
        check("完成投资2025万元", None);
        check("", None);
    }
}
