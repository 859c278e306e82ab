//! Furniture that is known by its form: trails, lists of links, datelines, addresses, menus.

use super::super::line::{Line, any, is_blank, is_han, is_stop};
use super::super::{Ch, CutReason};
use super::{CUES, Place, RULES, after_word, is_label_end};

/// Whether a line is furniture by its form.
pub(super) fn is_furniture(line: &[Ch]) -> bool {
    if any(line, |c| matches!(c, '。' | '；')) {
        return false;
    }
    is_trail(line) || !heads_table(line) && (is_bar(line) || is_links(line)) || is_dateline(line) || is_address(line)
}

/// A trail of pages: `首页 > 要闻 > 正文`.
fn is_trail(line: &[Ch]) -> bool {
    parts_at(line, |c| matches!(c, '>' | '»' | '›'), 14) > 2 && !any(line, |c| matches!(c, '<' | '=' | '，'))
}

/// The head of a table, which begins with a bar or with what the column of names is called: 指标名称 | 单位 | 本月.
fn heads_table(line: &[Ch]) -> bool {
    const NAMES: [&str; 12] = [
        "指标",
        "指标名称",
        "主要指标",
        "经济指标",
        "项目名称",
        "园区名称",
        "单位名称",
        "园区",
        "开发区",
        "地区",
        "区县",
        "企业名称",
    ];
    let first = line
        .split(|ch| matches!(ch.c, '|' | '｜' | '\t'))
        .next()
        .unwrap_or_default();
    let name = || first.iter().map(|ch| ch.c).filter(|c| *c != ' ');
    line[0].c == '|' || NAMES.iter().any(|word| word.chars().eq(name()))
}

/// Links between bars: `城区 | 新区 | 县区 | 市直`. A row of a table, which begins with a bar, or one that holds figures is none.
fn is_bar(line: &[Ch]) -> bool {
    let parts = parts_at(line, |c| matches!(c, '|' | '丨' | '│' | '┊'), 10);
    parts > 3 && is_figureless(line)
}

/// How many parts a line falls into at a mark; 0 where one is longer than `most`.
fn parts_at(line: &[Ch], mark: impl Fn(char) -> bool, most: usize) -> usize {
    let parts = || line.split(|ch| mark(ch.c));
    if parts().any(|part| part.len() > most) {
        return 0;
    }
    parts().count()
}

/// Links between spaces: six words and more, none long, no clause, no figure.
fn is_links(line: &[Ch]) -> bool {
    const FEWEST: usize = 6;
    const LONGEST: usize = 12;
    let words = || line.split(|ch| is_blank(ch.c)).filter(|word| !word.is_empty());
    let count = words().count();
    if count < FEWEST || words().any(|word| word.len() > LONGEST) || !is_figureless(line) {
        return false;
    }
    // Words of one character are a line set with wide spacing, not links.
    let letters: usize = words().map(<[Ch]>::len).sum();
    let says = |c: char| is_stop(c) || matches!(c, '、' | '：' | '“' | '《' | '\t');
    letters >= count * 2 && !any(line, says) && any(line, is_han)
}

/// Day, hour and origin of a publication: `2024-05-06 10:20 来源：某某网`. A Chinese date alone may be part of the story.
fn is_dateline(line: &[Ch]) -> bool {
    const LONGEST: usize = 100;
    let Some((end, spelt_out)) = date(line).filter(|_| line.len() <= LONGEST) else {
        return false;
    };
    let after_date = skip_blank(line, end);
    let after_time = skip_blank(line, time(line, after_date).unwrap_or(after_date));
    let rest = &line[after_time..];
    match rest.first() {
        None => !spelt_out || after_time > after_date,
        Some(_) => begins_with_label(rest) || weekday(rest),
    }
}

/// A full date at the head of a line: where it ends, and whether it is written with 年.
fn date(line: &[Ch]) -> Option<(usize, bool)> {
    let (year, at) = number(line, 0)?;
    let spelt_out = line.get(at)?.c == '年';
    if !(1900..2200).contains(&year) || !"年-/.".contains(line.get(at)?.c) {
        return None;
    }
    let (month, at) = number(line, skip_blank(line, at + 1))?;
    if !(1..=12).contains(&month) || !"月-/.".contains(line.get(at)?.c) {
        return None;
    }
    let (day, at) = number(line, skip_blank(line, at + 1))?;
    let end = at + usize::from(spelt_out && line.get(at).is_some_and(|ch| ch.c == '日'));
    (1..=31).contains(&day).then_some((end, spelt_out))
}

/// Where a time of day that begins at `at` ends.
fn time(line: &[Ch], at: usize) -> Option<usize> {
    let (_, colon) = number(line, at)?;
    let minutes = line
        .get(colon)
        .filter(|ch| matches!(ch.c, ':' | '：'))
        .and_then(|_| number(line, colon + 1));
    let (_, mut end) = minutes?;
    if line.get(end).is_some_and(|ch| ch.c == ':') {
        end = number(line, end + 1)?.1;
    }
    Some(end)
}

/// A number of up to four digits, and where it ends.
fn number(line: &[Ch], at: usize) -> Option<(u32, usize)> {
    let digits = line.get(at..)?.iter().take(5).map_while(|ch| ch.c.to_digit(10));
    let (value, len) = digits.fold((0, 0), |(value, len), digit| (value * 10 + digit, len + 1));
    (1..=4).contains(&len).then_some((value, at + len))
}

fn skip_blank(line: &[Ch], at: usize) -> usize {
    at + line[at..].iter().take_while(|ch| is_blank(ch.c)).count()
}

/// Whether a word of some rule for labels stands here: `来源：`.
fn begins_with_label(rest: &[Ch]) -> bool {
    let label = CUES.iter().filter(|(first, ..)| *first == rest[0].c);
    label.clone().any(|(_, word, rule)| {
        let place = RULES[usize::from(*rule)].place;
        let end = after_word(rest, 1, word);
        end.is_some_and(|end| place == Place::Start || (place == Place::Label && is_label_end(&rest[end..])))
    })
}

fn weekday(rest: &[Ch]) -> bool {
    rest.len() <= 6 && matches!((rest[0].c, rest.get(1).map(|ch| ch.c)), ('星', Some('期')) | ('周', _))
}

/// A line of nothing but web or mail addresses.
fn is_address(line: &[Ch]) -> bool {
    let bare = !any(line, is_han);
    bare && (has_mail(line) || is_link(line))
}

/// Whether a telephone number, a mail address or a web address stands in the line.
pub(super) fn has_contact(line: &[Ch]) -> bool {
    has_telephone(line) || has_mail(line) || (0..line.len()).any(|at| is_link(&line[at..]))
}

/// Seven digits and more, dashes among them, that no unit follows.
fn has_telephone(line: &[Ch]) -> bool {
    let is_part = |ch: &Ch| ch.c.is_ascii_digit() || matches!(ch.c, '-' | '—' | '–');
    let mut at = 0;
    while at < line.len() {
        let run = line[at..].iter().take_while(|ch| is_part(ch)).count();
        let digits = line[at..at + run].iter().filter(|ch| ch.c.is_ascii_digit()).count();
        let counts = line
            .get(at + run)
            .is_some_and(|ch| is_han(ch.c) || matches!(ch.c, '.' | '%'));
        if digits >= 7 && !counts {
            return true;
        }
        at += run + 1;
    }
    false
}

fn has_mail(line: &[Ch]) -> bool {
    line.windows(3)
        .any(|w| w[1].c == '@' && w[0].c.is_ascii_alphanumeric() && w[2].c.is_ascii_alphanumeric())
}

/// Whether a web address begins here.
fn is_link(text: &[Ch]) -> bool {
    ["http://", "https://", "www."].iter().any(|head| {
        let mut letters = text.iter();
        head.chars()
            .all(|c| letters.next().is_some_and(|ch| ch.c.to_ascii_lowercase() == c))
    })
}

/// Five and more short lines in a row, without a figure or a mark, are a menu.
pub(super) fn menus(kept: &[Ch], lines: &[Line], verdicts: &mut [Option<CutReason>]) {
    const FEWEST: usize = 5;
    const LONGEST: usize = 6;
    let is_item = |line: &Line| {
        let words = &kept[line.at.clone()];
        words.len() <= LONGEST
            && words
                .iter()
                .all(|ch| is_han(ch.c) || ch.c.is_ascii_alphabetic() || ch.c == '·')
    };
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| is_item(line)).count();
        if run >= FEWEST {
            for verdict in &mut verdicts[at..at + run] {
                verdict.get_or_insert(CutReason::Chrome);
            }
        }
        at += run.max(1);
    }
}

fn is_figureless(line: &[Ch]) -> bool {
    !any(line, |c| c.is_ascii_digit())
}
