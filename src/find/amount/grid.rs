//! Tables whose cells hold bare numbers: the unit stands in the head of the column, behind the name of the row, in a column of its own, or above.
//!
//! ```text
//! 单位：亿元、%
//! 指标名称            1—3月    同比±%
//! 规上工业增加值       48.17     7.7
//! 进出口（亿美元）      12.3    -4.5
//! ```

use super::{Amount, amounts};
use crate::find::numeral::numeral;
use crate::find::time::Time;
use crate::prefix::{List, holds_one, is_one};
use crate::text::Span;
use crate::unit;

/// What the column of names is called where each row is an indicator's.
pub const INDICATORS: List =
    List::new("指标|指标名称|主要指标|经济指标|主要经济指标|统计指标|项目|指 标|项 目|名称|类别|行业");
/// Words for a rate of change or a part in the head of a column.
pub const RATES: [&str; 6] = ["增", "同比", "±", "幅", "占比", "比重"];
/// Words for a place in an order.
pub const PLACES: [&str; 4] = ["位次", "排名", "名次", "排位"];
/// Words in the head of a column of names whose rows are each somebody's.
pub const OWNERS: [&str; 13] = [
    "经开区",
    "高新区",
    "名称",
    "项目",
    "企业",
    "公司",
    "单位",
    "园区",
    "开发区",
    "地区",
    "区县",
    "县区",
    "区域",
];
/// Lines above the head in which a unit for all may stand.
const ABOVE: usize = 3;

/// The cells of a line between bars or tabs, without the blanks around them.
pub fn cells(chars: &[char], line: Span) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = line.start;
    for at in line.start..=line.end {
        if at < line.end && !is_one(chars[at], "|｜\t") {
            continue;
        }
        let blank = |at: &usize| chars[*at] == ' ';
        let first = (start..at).find(|at| !blank(at)).unwrap_or(at);
        let last = (first..at).rev().find(|at| !blank(at)).map_or(first, |at| at + 1);
        // A bar at either end of the line opens no cell.
        if first < last || start > line.start && at < line.end {
            cells.push(Span::new(first, last));
        }
        start = at + 1;
    }
    cells
}

/// The head of a table that is being read.
struct Head {
    columns: Vec<Span>,
    /// The units for all that is no rate: one, or another for numbers of things.
    said: Vec<Span>,
    /// The column of units.
    units: Option<usize>,
}

/// What tables hold.
#[derive(Default)]
pub struct Grid {
    /// The amounts in cells that hold nothing but a number, in order. Times are none of them.
    pub amounts: Vec<Amount>,
    /// The heads and the names of rows, in order: a unit there is no amount.
    pub names: Vec<Span>,
}

/// Reads the tables of a text.
pub fn grid(chars: &[char], times: &[Time]) -> Grid {
    let mut found = Grid::default();
    // Few texts have one.
    if !chars.iter().any(|c| is_one(*c, "\t|｜")) {
        return found;
    }
    let mut head: Option<Head> = None;
    let mut above: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in chars.split(|c| *c == '\n') {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        let row = cells(chars, span);
        if let Some(new) = headed(chars, &row, &above) {
            head = Some(new);
            found.names.push(span);
        } else if row.len() < 2 && !line.is_empty() || line.contains(&'。') {
            head = None;
        } else if let Some(head) = head.as_ref().filter(|head| head.columns.len() == row.len()) {
            let cell = |j: usize| number(chars, head, &row, j);
            let stands = |amount: &Amount| {
                let at = times.partition_point(|t| t.span.end <= amount.span.start);
                times.get(at).is_none_or(|t| t.span.start >= amount.span.end)
            };
            let before = found.amounts.len();
            found.amounts.extend((1..row.len()).filter_map(cell).filter(stands));
            if found.amounts.len() > before {
                found.names.push(row[0]);
                found.names.extend(head.units.map(|at| row[at]));
            }
        }
        above.push(span);
        if above.len() > ABOVE {
            above.remove(0);
        }
    }
    found
}

/// The head that a line is, below some others: its first cell names the column of names, and no cell is a number.
fn headed(chars: &[char], row: &[Span], above: &[Span]) -> Option<Head> {
    let words = |cell: &Span| &chars[cell.start..cell.end];
    let first = words(row.first().filter(|_| row.len() > 1)?);
    let names = INDICATORS.holds(unbracketed(first)) || first.len() < 8 && holds_one(first, &OWNERS);
    let bare = |cell: &Span| words(cell).iter().all(|c| c.is_ascii_digit() || is_one(*c, ".,-%"));
    if !names || row[1..].iter().any(bare) {
        return None;
    }
    // 单位：亿元、%、家: in the head's own first cell or above.
    let said = |line: &Span| {
        let words = words(line);
        let at = (0..words.len()).find(|at| words[*at..].starts_with(&['单', '位']))?;
        let rest = &words[at + 2..];
        let skip = rest.iter().take_while(|c| is_one(**c, "：:为 ")).count();
        let mut from = line.start + at + 2 + skip;
        let mut units = Vec::new();
        for unit in rest[skip..].split(|c| is_one(*c, "、，,；/）) \t|｜")) {
            let span = Span::new(from, from + unit.len());
            from = span.end + 1;
            if unit::longest(&unit[usize::from(unit.len() > 1 && is_one(unit[0], "万亿千百"))..]).is_none() {
                break;
            }
            units.push(span);
        }
        (skip > 0 && !units.is_empty()).then_some(units)
    };
    Some(Head {
        said: above.iter().rev().chain(row.first()).find_map(said).unwrap_or_default(),
        units: row
            .iter()
            .position(|cell| List::new("单位|计量单位").holds(words(cell)))
            .filter(|at| *at > 0),
        columns: row.to_vec(),
    })
}

/// The amount in cell `j` of a row under a head, where it holds nothing but a number.
fn number(chars: &[char], head: &Head, row: &[Span], j: usize) -> Option<Amount> {
    let words = |cell: Span| &chars[cell.start..cell.end];
    let (cell, column) = (row[j], words(head.columns[j]));
    let sign = usize::from(words(cell).first().is_some_and(|c| is_one(*c, "-+−–")));
    let number = Span::new(cell.start + sign, cell.end);
    let digits = words(number);
    let read = numeral(digits).filter(|n| n.len == digits.len() && !n.han && n.scale == 0)?;
    let name = words(row[0]);
    if !name.iter().any(|c| crate::language::is_han(*c)) || digits.len() > 16 {
        return None;
    }
    let of_column = bracketed(column);
    let ranked = holds_one(column, &PLACES) && read.value.whole().is_some();
    let unit: Vec<char> = if ranked {
        vec!['位']
    } else if column.ends_with(&['%'])
        || of_column == Some(&['%'][..])
        || of_column.is_none() && holds_one(column, &RATES)
    {
        vec!['%']
    } else {
        let own = of_column.or_else(|| bracketed(name));
        let listed = || Some(words(row[head.units?]));
        own.or_else(listed)
            .or_else(|| of_all(chars, head, column, name))?
            .to_vec()
    };
    // As if the unit stood behind it.
    let text = [if ranked { &['第'][..] } else { &[] }, digits, &unit].concat();
    let (mut amounts, _) = amounts(&text, &[]);
    let amount = amounts
        .pop()
        .filter(|a| amounts.is_empty() && a.span.len() == text.len())?;
    Some(Amount {
        span: number,
        whole: Span::new(cell.start, cell.end),
        negative: sign > 0 && words(cell)[0] != '+',
        ..amount
    })
}

/// 单位：亿元、%、家: the unit that is said for all, for a column and a row: of things that are counted the one that counts.
fn of_all<'a>(chars: &'a [char], head: &Head, column: &[char], name: &[char]) -> Option<&'a [char]> {
    const COUNTED: List = List::new("数|户数|家数|个数|企业|项目|人员|人才|专利");
    let words = |span: &Span| &chars[span.start..span.end];
    let counts = |unit: &&[char]| matches!(unit, ['家' | '户' | '个' | '人' | '件' | '项']);
    let counted = COUNTED
        .ending(column)
        .or_else(|| COUNTED.ending(unbracketed(name)))
        .is_some();
    let mut units = head.said.iter().map(words).filter(|unit| *unit != ['%']);
    let of_kind = units.clone().find(|unit| counts(unit) == counted);
    of_kind.or_else(|| units.next().filter(|_| !counted || head.said.len() < 2))
}

/// 产值（亿元）: what stands in the bracket at the end of a cell.
fn bracketed(cell: &[char]) -> Option<&[char]> {
    let inside = cell.strip_suffix(&['）']).or_else(|| cell.strip_suffix(&[')']))?;
    let open = inside.iter().rposition(|c| is_one(*c, "（("))?;
    let inside = &inside[open + 1..];
    let is_unit =
        inside == ['%'] || unit::longest(inside.get(usize::from(is_one(*inside.first()?, "万亿千百"))..)?).is_some();
    is_unit.then_some(inside)
}

/// The same without the bracket.
fn unbracketed(cell: &[char]) -> &[char] {
    let open = cell.iter().position(|c| is_one(*c, "（("));
    &cell[..open.unwrap_or(cell.len())]
}
