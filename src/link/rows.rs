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
use crate::find::amount::grid::{INDICATORS, OWNERS, PLACES, RATES, cells as cells_of};
use crate::find::time::Role;
use crate::lexicon;
use crate::period::{Date, Period};
use crate::prefix::{List, holds_one, is_one};
use crate::text::Span;
use crate::token::Kind;

/// What parts the cells of a line.
const GAPS: &str = " \t|｜";
/// Words for the rate of the column before.
const MOVES: List = List::new("增速|增幅|增长|同比|同比增长|同比增速|同比增幅|增长率|增减|同比增减");

/// Gives the figures in rows the subject and the indicator of their cells.
pub fn rows(doc: &Doc, drafts: &mut [Draft]) {
    let mut header: Vec<Span> = Vec::new();
    let mut measures: Vec<Span> = Vec::new();
    let mut whole = String::new();
    let mut title = None;
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
            title = titled(doc, span.start);
            measures = barred(doc, span)
                .filter(|cells| !prose && cells.len() > 1)
                .unwrap_or_default();
        } else if !measures.is_empty() && count == drafted {
            whole = measure(doc, &measures, span, row, &whole, title.as_ref());
        } else if header.len() > 2 && count == drafted {
            fill(doc, &header, span, row, title.as_ref());
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
    let named = |cell: &&Span| cell.len() < 9 && holds_one(&doc.chars[cell.start..cell.end], &OWNERS);
    match found.iter().take(2).position(|cell| named(&cell)) {
        Some(name) => found.split_off(name),
        None => Vec::new(),
    }
}

/// The cells of a line between bars, where the first of them names the column of the indicators: 指标 | 完成 | 增速.
fn barred(doc: &Doc, line: Span) -> Option<Vec<Span>> {
    let cells = cells_of(doc.chars, line);
    let first = cells.first().map(|cell| unbracketed(doc, *cell))?;
    INDICATORS.holds(&doc.chars[first.start..first.end]).then_some(cells)
}

/// Fills in the figures of a row that is an indicator's, each as its column tells. `whole` is what the rows before name of which this one may be a
/// part; gives what the next one may be a part of.
fn measure(
    doc: &Doc,
    header: &[Span],
    line: Span,
    row: &mut [Draft],
    whole: &str,
    title: Option<&Slot<Period>>,
) -> String {
    const MEASURES: [&str; 7] = ["增加值", "产值", "营业收入", "投资", "税收", "销售额", "进出口"];
    let cells = cells_of(doc.chars, line);
    let Some(&cell) = cells.first() else {
        return whole.to_owned();
    };
    let name = named(doc, cell);
    if !(2..20).contains(&name.len()) {
        return whole.to_owned();
    }
    // 规上工业增加值, 其中：战略性新兴产业: of the same measure.
    let part = const { List::new("其中|#|＃") }
        .beginning(&doc.chars[cell.start..cell.end])
        .is_some();
    let trade = doc.chars[..name.end].ends_with(&['业']);
    let measured = MEASURES
        .iter()
        .find(|measure| part && trade && whole.ends_with(**measure));
    let text = [&doc.text(name), measured.copied().unwrap_or_default()].concat();
    for draft in row {
        let own = doc.tokens[draft.at].span;
        let Some(i) = cells
            .iter()
            .position(|cell| cell.holds(own))
            .filter(|i| *i < header.len())
        else {
            continue;
        };
        let words = &doc.chars[header[i].start..header[i].end];
        draft.indicator = Slot::stated(text.clone(), name, "row");
        if let Some(period) = period(doc, &header[1..=i], title) {
            draft.period = period;
        }
        if holds_one(words, &PLACES) {
            draft.kind = figure::Kind::Rank;
        } else if holds_one(words, &["占", "比重"]) {
            draft.kind = figure::Kind::Share;
        } else if holds_one(words, &RATES) {
            moved(doc, draft, words);
        }
    }
    if part { whole.to_owned() } else { text }
}

/// 一、财政收入（亿元）, 其中：税收: the name of a row without its number and its unit.
fn named(doc: &Doc, cell: Span) -> Span {
    const PARTS: List = List::new("其中：|其中:|其中|#|＃|—|-|·|•|：|:| ");
    let mut name = unbracketed(doc, cell);
    let words = |name: Span| &doc.chars[name.start..name.end];
    let number = words(name)
        .iter()
        .take_while(|c| c.is_ascii_digit() || is_one(**c, "一二三四五六七八九十（）()"));
    let number = number.count();
    if words(name).get(number).is_some_and(|c| is_one(*c, "、.．")) && number > 0 {
        name.start += number + 1;
    }
    while let Some(len) = PARTS.beginning(words(name)) {
        name.start += len;
    }
    name
}

/// 2023年5月主要经济指标⏎指标 | 本月: the time in the title of a table whose head begins at a character.
fn titled(doc: &Doc, head: usize) -> Option<Slot<Period>> {
    const FAR: usize = 80;
    let last = doc.times.partition_point(|t| t.span.end <= head).checked_sub(1)?;
    let time = &doc.times[last];
    let between = &doc.chars[time.span.end..head];
    let near = between.len() < FAR && !between.contains(&'。') && time.role == Role::When;
    Some(Slot::inherited(time.period.filter(|_| near)?, time.span, "title"))
}

/// 3月 | 1—3月 | 同比: the time in the head of a column, the last of these, else that of the title. A rate is of the latest of the columns before it:
/// 2021年 | 2020年 | 增长. Sums go from January to the month of the title, 本月 is that month.
fn period(doc: &Doc, columns: &[Span], title: Option<&Slot<Period>>) -> Option<Slot<Period>> {
    const SUMS: List = List::new("累计|本月止|年初至今|自年初");
    const MONTH: List = List::new("本月|当月");
    let told = |column: &Span| {
        let at = doc.times.partition_point(|t| t.span.end <= column.start);
        let time = doc.times.get(at).filter(|t| t.span.end <= column.end);
        if let Some(time) = time.filter(|t| t.role == Role::When) {
            // 3月, under a title of 2022: of that year, whenever the page is dated.
            let dated = doc.chars[time.span.start..time.span.end].contains(&'年');
            let year = title
                .and_then(|title| title.value)
                .filter(|_| !dated)
                .map(|title| title.end.year);
            let of = |date: Date| Date {
                year: year.unwrap_or(date.year),
                ..date
            };
            let period = time.period?;
            let period = Period {
                start: period.start.map(of),
                end: of(period.end),
            };
            return Some(Slot::stated(period, time.span, "column"));
        }
        let words = &doc.chars[column.start..column.end];
        let end = title?.value?.end;
        let start = match () {
            () if SUMS.stands_in(words) => 1,
            () if MONTH.stands_in(words) => end.month,
            () => return None,
        };
        let months = Period::months(end.year, start, end.month);
        let period = if start == end.month { Period::at(end) } else { months };
        (end.month > 0 && end.day == 0).then(|| Slot::stated(period, *column, "column"))
    };
    let rate = |column: &Span| holds_one(&doc.chars[column.start..column.end], &RATES);
    let (last, before) = columns.split_last()?;
    let latest = || {
        let levels = before.iter().filter(|column| !rate(column)).filter_map(told);
        levels.max_by_key(|slot| slot.value.map(|period| period.end))
    };
    told(last)
        .or_else(|| latest().filter(|_| rate(last)))
        .or_else(|| title.cloned())
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
fn fill(doc: &Doc, header: &[Span], line: Span, row: &mut [Draft], title: Option<&Slot<Period>>) {
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
            let words = unbracketed(doc, cell);
            let rate = doc.amounts[draft.amount].unit == "%" && MOVES.holds(&doc.chars[words.start..words.end]);
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
        if let Some(period) = period(doc, &columns[..=i.min(columns.len() - 1)], title) {
            draft.period = period;
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
