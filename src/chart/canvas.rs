//! The sheet a chart is drawn on, and how wide words run on it.
//!
//! No font is at hand where charts are laid out, so widths are estimates, a little over what the faces in use need.

use crate::language::glued;
use crate::scene::{Anchor, Mark, Rect, Scene, Shape};

/// The width of a column of text, at which every form has room: for what does not depend on the width, and until the width is known.
pub const USUAL: f64 = 544.0;

/// A drawing in the making.
#[derive(Debug, Default)]
pub struct Canvas {
    /// Width in pixels.
    pub width: f64,
    /// What stands for no figure.
    pub shapes: Vec<Shape>,
    /// What stands for figures.
    pub marks: Vec<Mark>,
}

impl Canvas {
    /// An empty sheet.
    pub fn new(width: f64) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }

    /// Writes a text.
    pub fn text(&mut self, at: (f64, f64), anchor: Anchor, class: &'static str, text: impl Into<String>) {
        self.shapes.push(words(at, anchor, class, text));
    }

    /// Draws a straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &'static str) {
        self.shapes.push(line(from, to, class));
    }

    /// The finished scene.
    pub fn scene(self, height: f64, name: &str) -> Scene {
        Scene {
            width: self.width,
            height,
            name: name.to_owned(),
            shapes: self.shapes,
            marks: self.marks,
        }
    }
}

/// A text shape.
pub fn words(at: (f64, f64), anchor: Anchor, class: &'static str, text: impl Into<String>) -> Shape {
    Shape::Text {
        at,
        anchor,
        class,
        text: text.into(),
    }
}

/// A straight line.
pub fn line(from: (f64, f64), to: (f64, f64), class: &'static str) -> Shape {
    Shape::Line {
        points: vec![from, to],
        class,
    }
}

/// A rectangle.
pub fn rect(x: f64, y: f64, width: f64, height: f64, class: &'static str) -> Shape {
    Shape::Rect {
        rect: Rect { x, y, width, height },
        class,
    }
}

/// A length, at least `low` and at most `high`. `f64::clamp` would bring the code that prints floats, for its complaint about bounds.
pub fn within(length: f64, low: f64, high: f64) -> f64 {
    length.max(low).min(high)
}

/// Font size of a class in pixels, as the style sheet sets it; never below 12.
pub fn font_size(class: &str) -> f64 {
    let has = |name: &str| class.split(' ').any(|c| c == name);
    match () {
        () if has("val") => 14.0,
        () if has("ax") || has("sub") => 12.0,
        () => 13.0,
    }
}

/// How wide a text runs, in pixels.
pub fn text_width(text: &str, class: &str) -> f64 {
    let bold = class.split(' ').any(|c| c == "val" || c == "pan");
    let weight = if bold { 1.06 } else { 1.0 };
    let mut ems = 0.0;
    let mut before = None;
    for c in text.chars() {
        let em = char_width(c);
        ems += if is_full(c) { em } else { em * weight };
        // Browsers open a gap between Han and Latin letters or digits.
        if before.is_some_and(|b| is_full(b) != is_full(c) && !" ".contains([b, c])) {
            ems += 0.125;
        }
        before = Some(c);
    }
    ems * font_size(class)
}

/// The text, cut with an ellipsis where it runs wider than `room`.
pub fn fit(text: &str, class: &str, room: f64) -> String {
    if text_width(text, class) <= room {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() {
        let short = format!("{}…", cut.trim_end());
        if text_width(&short, class) <= room || cut.is_empty() {
            return short;
        }
    }
    cut
}

/// The text in at most `lines` lines no wider than `room`, broken at spaces or between Han characters, but within no amount; the last is cut if
/// need be.
pub fn wrap(text: &str, class: &str, room: f64, lines: usize) -> Vec<String> {
    let mut out = Vec::new();
    let text = glued(text);
    let mut rest = text.as_str();
    while out.len() + 1 < lines && text_width(rest, class) > room {
        let Some(at) = break_before(rest, class, room) else {
            break;
        };
        out.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
    out.push(fit(rest, class, room));
    out
}

/// The last byte before which a line that is to fit can end.
fn break_before(text: &str, class: &str, room: f64) -> Option<usize> {
    let mut before = None;
    let mut found = None;
    for (at, c) in text.char_indices() {
        if text_width(text[..at].trim_end(), class) > room {
            break;
        }
        let open = before.is_some_and(|b: char| b == ' ' || (is_full(b) && !"（“《".contains(b)));
        let closes = "，。、；：！？）”》…".contains(c);
        // A number stays with its unit.
        let torn = is_full(c) && before.is_some_and(|b: char| b.is_ascii_digit());
        if at > 0 && c != ' ' && !closes && !torn && (open || (is_full(c) && before.is_some())) {
            found = Some(at);
        }
        before = Some(c);
    }
    found
}

/// Whether a character takes a full em: Han, kana, full-width forms and the punctuation that Chinese faces set so wide.
fn is_full(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '—' | '…' | '“' | '”' | '‘' | '’' | '※')
}

fn char_width(c: char) -> f64 {
    match c {
        _ if is_full(c) => 1.0,
        // Some Chinese faces set it a full em wide.
        '·' => 1.0,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' => 0.3,
        'f' | 'r' | 't' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '−' | '+' | '×' => 0.92,
        'A'..='Z' | '&' => 0.7,
        _ => 0.59,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_han_character_is_one_em_and_a_digit_little_more_than_half() {
        assert_eq!(text_width("开发区", "sub"), 36.0);
        assert!((text_width("2023", "sub") - 28.32).abs() < 0.01);
        assert!(text_width("2023", "val") > text_width("2023", ""));
    }

    #[test]
    fn cuts_what_does_not_fit() {
        assert_eq!(fit("开发区", "sub", 36.0), "开发区");
        assert_eq!(fit("经济技术开发区", "sub", 48.0), "经济技…");
        assert_eq!(fit("开发区", "sub", 0.0), "…");
        assert_eq!(fit("", "sub", 0.0), "");
    }

    #[test]
    fn breaks_lines_at_spaces_and_between_han() {
        assert_eq!(
            wrap("High-tech Zone of Jingdezhen", "", 100.0, 2),
            ["High-tech Zone", "of Jingdezhen"]
        );
        assert_eq!(wrap("规上工业企业营业收入", "", 70.0, 2), ["规上工业企", "业营业收入"]);
        assert_eq!(wrap("甲乙丙丁，戊己", "", 53.0, 2), ["甲乙丙", "丁，戊己"]);
        assert_eq!(wrap("计划投资64.65亿元", "", 100.0, 2), ["计划投资", "64.65亿元"]);
        assert_eq!(
            wrap("CNY 12 bn of CNY 41 bn", "", 110.0, 2),
            ["CNY\u{a0}12\u{a0}bn of", "CNY\u{a0}41\u{a0}bn"]
        );
        assert_eq!(wrap("Unbreakable", "", 40.0, 2).len(), 1);
    }
}
