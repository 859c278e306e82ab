//! Rows of a table that lies flat in the text: whose their figures are, and under which words of the header.
//!
//! ```text
//! 序号 项目名称 总投资 用地
//! 1 某某生产线 1.8亿元 85亩
//!
//! 指标 | 完成 | 增速
//! 地区生产总值 | 197.4亿元 | 5.6%
//! ```

use super::sentence::{Doc, Draft};
use crate::figure::{self, Sign, Slot};
use crate::lexicon;
use crate::prefix::{List, holds_one, is_one};
use crate::text::Span;
use crate::token::Kind;

/// What parts the cells of a line.
const GAPS: &str = " \t|｜";
/// Words for the rate of the column before.
const RATES: List = List::new("增速|增幅|增长|同比|同比增长|同比增速|同比增幅|增长率|增减|同比增减");

/// Words by which the column is told whose rows have names.
const NAMED: [&str; 12] = [
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
];

/// Gives the figures in rows the subject and the indicator of their cells.
pub fn rows(doc: &Doc, drafts: &mut [Draft]) {
    let mut header: Vec<Span> = Vec::new();
    let mut measures: Vec<Span> = Vec::new();
    let mut rest = drafts;
    for line in doc.tokens.split(|t| t.is_mark("\n")).filter(|line| !line.is_empty()) {
        let end = line[line.len() - 1].span.end;
        let span = Span::new(line[0].span.start, end);
        let count = line.iter().filter(|t| matches!(t.kind, Kind::Amount(_))).count();
        let drafted = rest.iter().take_while(|d| doc.tokens[d.at].span.start < end).count();
        let (row, others) = rest.split_at_mut(drafted);
        rest = others;
        let prose = line.iter().any(|t| t.is_mark("。，；"));
        let ruled = doc.chars[span.start..end].iter().all(|c| is_one(*c, "|｜-—：: "));
        if count == 0 && !ruled || prose {
            header = if prose { Vec::new() } else { cells(doc, span) };
            measures = barred(doc, span)
                .filter(|cells| !prose && cells.len() > 1)
                .unwrap_or_default();
        } else if !measures.is_empty() && count == drafted {
            measure(doc, &measures, span, row);
        } else if header.len() > 2 && count == drafted {
            fill(doc, &header, span, row);
        }
    }
}

/// The cells of a header, its first the one that names the rows; none where the line is no header.
fn cells(doc: &Doc, line: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut start = line.start;
    for at in line.start..=line.end {
        if at == line.end || is_one(doc.chars[at], GAPS) {
            if at > start {
                found.push(Span::new(start, at));
            }
            start = at + 1;
        }
    }
    let named = |cell: &&Span| cell.len() < 9 && holds_one(&doc.chars[cell.start..cell.end], &NAMED);
    match found.iter().take(2).position(|cell| named(&cell)) {
        Some(name) => found.split_off(name),
        None => Vec::new(),
    }
}

/// The cells of a line between bars, where the first of them names the column of the indicators: 指标 | 完成 | 增速.
fn barred(doc: &Doc, line: Span) -> Option<Vec<Span>> {
    let cells = bars(doc, line);
    let first = cells.first().map(|cell| doc.text(*cell))?;
    ["指标", "指标名称", "主要指标", "项目"]
        .contains(&first.as_str())
        .then_some(cells)
}

/// The cells of a line between bars or tabs, without the blanks around them.
fn bars(doc: &Doc, line: Span) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = line.start;
    for at in line.start..=line.end {
        if at < line.end && !is_one(doc.chars[at], "|｜\t") {
            continue;
        }
        let blank = |at: &usize| doc.chars[*at] == ' ';
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

/// Fills in the figures of a row that is an indicator's, each as its column tells.
fn measure(doc: &Doc, header: &[Span], line: Span, row: &mut [Draft]) {
    let cells = bars(doc, line);
    let Some(name) = cells.first().filter(|name| (2..20).contains(&name.len())) else {
        return;
    };
    for draft in row {
        let own = doc.tokens[draft.at].span;
        let Some(column) = cells
            .iter()
            .position(|cell| cell.holds(own))
            .and_then(|i| header.get(i))
        else {
            continue;
        };
        let words = &doc.chars[column.start..column.end];
        draft.indicator = Slot::stated(doc.text(unbracketed(doc, *name)), *name, "row");
        if holds_one(words, &["增", "同比", "±", "幅"]) {
            moved(doc, draft, words);
        } else if holds_one(words, &["占", "比重"]) {
            draft.kind = figure::Kind::Share;
        }
    }
}

/// Makes a draft the rate of change that its column tells of.
fn moved(doc: &Doc, draft: &mut Draft, column: &[char]) {
    draft.kind = figure::Kind::Change;
    let negative = doc.amounts[draft.amount].negative;
    draft.sign = Some(if negative { Sign::Minus } else { Sign::Plus });
    let yoy = holds_one(column, &["同比"]);
    draft.basis = Some(if yoy { "yoy" } else { "unstated" }.to_owned());
}

/// Fills in a row's figures.
fn fill(doc: &Doc, header: &[Span], line: Span, row: &mut [Draft]) {
    let chars = doc.chars;
    let trim = |mut span: Span| {
        while span.start < span.end && is_one(chars[span.start], " \t|｜.、（）()") {
            span.start += 1;
        }
        while span.start < span.end && is_one(chars[span.end - 1], " \t|｜：:（(") {
            span.end -= 1;
        }
        span
    };
    let Some(first) = row.first().map(|d| doc.tokens[d.at].span.start) else {
        return;
    };
    let number = chars[line.start..first]
        .iter()
        .take_while(|c| c.is_ascii_digit() || is_one(**c, " \t|｜.、"))
        .count();
    let name = trim(Span::new(line.start + number, first));
    // The name is the first of several cells.
    let cut = chars[name.start..name.end].iter().position(|c| is_one(*c, "\t|｜"));
    let name = Span::new(name.start, cut.map_or(name.end, |at| name.start + at));
    let sum = ["合计", "总计", "小计"].contains(&doc.text(name).as_str());
    let columns = &header[1..];
    let mut before = first;
    let whole = row.len() == columns.len() || sum && row.len() < columns.len();
    if name.is_empty() || name.len() > 30 || !whole {
        return;
    }
    let mut measured: Option<Slot<String>> = None;
    for (i, draft) in row.iter_mut().enumerate() {
        let token = doc.tokens[draft.at].span;
        let own = trim(Span::new(before.min(token.start), token.start));
        before = token.end;
        let cell = if own.is_empty() {
            columns.get(i).copied()
        } else {
            Some(own)
        };
        if let Some(cell) = cell {
            // 2022年GDP | 增速: a rate is that of the column before.
            let rate = doc.amounts[draft.amount].unit == "%" && RATES.holds(&doc.chars[cell.start..cell.end]);
            match measured.clone().filter(|_| rate) {
                Some(name) => {
                    draft.indicator = name;
                    moved(doc, draft, &doc.chars[cell.start..cell.end]);
                }
                None => {
                    let name = doc.text(undated(doc, unbracketed(doc, cell)));
                    draft.indicator = Slot::stated(name, cell, "column");
                    measured = Some(draft.indicator.clone());
                }
            }
        }
        if !sum {
            let text = doc.text(name);
            let known = lexicon::zone(&text).map_or(text, |zone| zone.name.clone());
            draft.subject = Slot::stated(known, name, "row");
        }
    }
}

/// 2022年GDP: a column's words without the year that it is of.
fn undated(doc: &Doc, cell: Span) -> Span {
    let words = &doc.chars[cell.start..cell.end];
    let digits = words.iter().take_while(|c| c.is_ascii_digit()).count();
    let year = digits == 4 && words.get(4) == Some(&'年') && cell.len() > 6;
    Span::new(cell.start + if year { 5 } else { 0 }, cell.end)
}

/// 产值（亿元）: a column's words without its unit.
fn unbracketed(doc: &Doc, cell: Span) -> Span {
    let open = doc.chars[cell.start..cell.end].iter().position(|c| is_one(*c, "（("));
    Span::new(
        cell.start,
        open.filter(|at| *at > 0).map_or(cell.end, |at| cell.start + at),
    )
}
