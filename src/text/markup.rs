//! Web pages: tags, comments, scripts and styles are cut, blocks become lines, character references are decoded. In plain text only the
//! references are, and the marks of Markdown at the head of a line are dropped.
//!
//! `<p>税收<b>3</b>亿元</p>` → `税收3亿元` on a line of its own; `5&nbsp;亿` → `5 亿`; `业<rt>yè</rt>` → `业`; `## 新区` → `新区`. What stands in navigation, footers,
//! forms and buttons is cut as furniture. Broken markup is text: a `<` that opens no tag stays.

use super::line::is_blank;
use super::{Ch, Cut, CutReason, entity};

/// Elements that are cut with all they hold.
const DROPPED: &[(&str, CutReason)] = &[
    ("button", CutReason::Chrome),
    ("footer", CutReason::Chrome),
    ("form", CutReason::Chrome),
    ("head", CutReason::Markup),
    ("iframe", CutReason::Markup),
    ("nav", CutReason::Chrome),
    ("noscript", CutReason::Markup),
    ("rp", CutReason::Annotation),
    ("rt", CutReason::Annotation),
    ("script", CutReason::Markup),
    ("select", CutReason::Chrome),
    ("style", CutReason::Markup),
    ("svg", CutReason::Markup),
    ("template", CutReason::Markup),
    ("textarea", CutReason::Chrome),
];

/// Elements that stay within a line. Every other one ends it.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The longest name of an element that is told from others.
const LONGEST_NAME: usize = 12;

/// Cuts markup.
pub fn pass(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>) {
    let page = is_page(kept);
    if page {
        tags(kept, cuts);
    } else {
        marks(kept);
    }
    if !kept.iter().any(|ch| ch.c == '&') {
        return;
    }
    let mut write = 0;
    let mut read = 0;
    while read < kept.len() {
        let mut ch = kept[read];
        let decoded = Some(&kept[read..]).filter(|_| ch.c == '&').and_then(entity::decode);
        let (c, len) = decoded.unwrap_or((ch.c, 1));
        ch.c = c;
        ch.end = kept[read + len - 1].end;
        kept[write] = ch;
        write += 1;
        read += len;
    }
    kept.truncate(write);
}

/// Whether a text is a web page or a piece of one: it holds a tag that plain text has no reason to.
fn is_page(kept: &[Ch]) -> bool {
    const TELLING: &[&str] = &[
        "!doctype", "html", "body", "head", "meta", "p", "div", "br", "table", "td", "tr", "span", "section",
        "article", "h1", "h2", "h3", "ul", "li", "strong", "script", "a", "ruby",
    ];
    holds_tag(kept, TELLING)
}

/// Whether a tag of one of these names stands in the text.
fn holds_tag(kept: &[Ch], names: &[&str]) -> bool {
    let mut at = 0;
    while let Some(next) = kept[at..].iter().position(|ch| ch.c == '<') {
        // What was looked at in vain is not looked at again, so that the search stays linear.
        at = match Tag::at(kept, at + next) {
            Ok(tag) if names.iter().any(|name| tag.is(name)) => return true,
            Ok(tag) => tag.end,
            Err(end) => end,
        };
    }
    false
}

/// Cuts tags and what is dropped with them, and turns the ends of blocks into line ends.
fn tags(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>) {
    let flows = flows(kept);
    let mut write = 0;
    let mut read = 0;
    let mut unclosed = Vec::new();
    while read < kept.len() {
        let mut ch = kept[read];
        if ch.c != '<' {
            if flows && matches!(ch.c, '\n' | '\r' | '\t') {
                ch.c = ' ';
            }
            kept[write] = ch;
            write += 1;
            read += 1;
            continue;
        }
        let tag = match Tag::at(kept, read) {
            Ok(tag) => tag,
            Err(end) => {
                kept.copy_within(read..end, write);
                write += end - read;
                read = end;
                continue;
            }
        };
        let dropped = DROPPED
            .iter()
            .find(|(name, _)| !tag.closing && tag.is(name) && !unclosed.contains(name));
        let mut end = tag.end;
        let mut why = CutReason::Markup;
        if let Some((name, reason)) = dropped {
            match closing(kept, tag.end, name) {
                Some(after) => (end, why) = (after, *reason),
                // Looked for once: the rest of the text holds none.
                None => unclosed.push(name),
            }
        }
        let breaks = tag.breaks();
        cuts.push(Cut {
            raw: ch.start as usize..kept[end - 1].end as usize,
            why,
        });
        // The line end stands where the tag began, and for no raw character.
        if let Some(c) = breaks.filter(|_| why != CutReason::Annotation) {
            kept[write] = Ch {
                c,
                start: ch.start,
                end: ch.start,
            };
            write += 1;
        }
        read = end;
    }
    kept.truncate(write);
}

/// Whether line ends in the page are mere spaces, as they are where it marks its blocks.
fn flows(kept: &[Ch]) -> bool {
    holds_tag(kept, &["!doctype", "html", "body", "p", "div", "table"])
}

/// Where the end tag of an element ends. What stands before it, such as a script, need not be markup.
fn closing(kept: &[Ch], from: usize, name: &str) -> Option<usize> {
    let is_end = |text: &[Ch]| {
        let mut letters = text[1..].iter().map(|ch| ch.c.to_ascii_lowercase());
        letters.next() == Some('/') && name.chars().all(|c| letters.next() == Some(c))
    };
    let start = (from..kept.len()).find(|at| kept[*at].c == '<' && is_end(&kept[*at..]))?;
    let mark = kept[start..].iter().position(|ch| ch.c == '>');
    Some(mark.map_or(kept.len(), |n| start + n + 1))
}

/// A tag, a comment or a declaration.
struct Tag {
    name: [u8; LONGEST_NAME],
    len: usize,
    closing: bool,
    end: usize,
}

impl Tag {
    /// The tag at a `<`; where there is none, the place up to which there is none.
    fn at(kept: &[Ch], start: usize) -> Result<Self, usize> {
        let c = |at: usize| kept.get(at).map_or('\n', |ch| ch.c);
        let mut tag = Self {
            name: [0; LONGEST_NAME],
            len: 0,
            closing: c(start + 1) == '/',
            end: start,
        };
        if [c(start + 1), c(start + 2), c(start + 3)] == ['!', '-', '-'] {
            let dashes = kept[start + 4..]
                .windows(3)
                .position(|w| w[0].c == '-' && w[1].c == '-' && w[2].c == '>');
            // A comment that never ends is cut at its mark.
            tag.end = dashes.map_or(start + 4, |n| start + 4 + n + 3);
            return Ok(tag);
        }
        let mut at = start + 1 + usize::from(tag.closing);
        if !(c(at).is_ascii_alphabetic() || (matches!(c(at), '!' | '?') && c(at + 1).is_ascii_alphabetic())) {
            return Err(start + 1);
        }
        while tag.len < LONGEST_NAME && (c(at).is_ascii_alphanumeric() || c(at) == '!') {
            tag.name[tag.len] = c(at).to_ascii_lowercase() as u8;
            tag.len += 1;
            at += 1;
        }
        let mut quote = None;
        while let Some(ch) = kept.get(at) {
            match (quote, ch.c) {
                (None, '>') => {
                    tag.end = at + 1;
                    return Ok(tag);
                }
                (None, '<') => return Err(at),
                (None, '"' | '\'') if c(at - 1) == '=' => quote = Some(ch.c),
                (Some(open), close) if open == close => quote = None,
                _ => {}
            }
            at += 1;
        }
        Err(at)
    }

    /// Whether it is of the element of this name.
    fn is(&self, name: &str) -> bool {
        self.name[..self.len] == *name.as_bytes()
    }

    /// What it leaves in the text: a line end after a block, a tab between cells.
    fn breaks(&self) -> Option<char> {
        if self.is("td") || self.is("th") {
            return self.closing.then_some('\t');
        }
        let inline = self.len == 0 || INLINE.iter().any(|name| self.is(name));
        (!inline).then_some('\n')
    }
}

/// Drops the marks of Markdown: `##`, `>` and `-` at the head of a line, `**` around words.
fn marks(kept: &mut Vec<Ch>) {
    let mut write = 0;
    let mut read = 0;
    let mut head = true;
    let mut before = '\n';
    while read < kept.len() {
        let ch = kept[read];
        let run = || kept[read..].iter().take_while(|next| next.c == ch.c).count();
        let spaced = |len: usize| kept.get(read + len).is_some_and(|next| is_blank(next.c));
        let dropped = match ch.c {
            '#' if head && run() <= 6 && spaced(run()) => run(),
            '>' | '*' | '-' | '+' if head && spaced(1) => 1,
            '*' if run() == 2 && before != '*' => 2,
            _ => 0,
        };
        before = ch.c;
        head = ch.c == '\n' || (head && (dropped > 0 || is_blank(ch.c)));
        if dropped == 0 {
            kept[write] = ch;
            write += 1;
        }
        read += dropped.max(1);
    }
    kept.truncate(write);
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;

    /// Lines without what is around them, for blocks leave empty ones.
    fn lines(text: &str) -> Vec<&str> {
        text.split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect()
    }

    #[test]
    fn pages_become_lines() {
        for (raw, clean) in [
            ("<p>税收<b>3</b>亿元</p><p>增长5%</p>", &["税收3亿元", "增长5%"][..]),
            ("<div class=\"a>b\">新区</div>\n<br/>甲<BR>乙", &["新区", "甲", "乙"]),
            ("<!DOCTYPE html><head><title>题</title></head><body>文</body>", &["文"]),
            ("<p>甲<!-- 乙 <p> -->丙</p>", &["甲丙"]),
            (
                "<p>甲</p><script>if (a<b) { \"</p>\" }</script><style>p{}</style>乙",
                &["甲", "乙"],
            ),
            ("<p>5&nbsp;亿&#20803;&lt;b&gt;</p>", &["5 亿元<b>"]),
            ("<nav><li>首页</li></nav><p>文</p>", &["文"]),
            ("<table><tr><td>税收</td><td>3</td></tr></table>", &["税收\t3"]),
            ("<p>甲<nav>乙</p>", &["甲", "乙"]),
            ("<p>产<ruby>业<rt>yè</rt></ruby>园</p>", &["产业园"]),
            ("<p>甲 < 乙，3<5</p>", &["甲 < 乙，3<5"]),
            ("<p>甲<a href='x", &["甲<a href='x"]),
            ("<p>甲<!-- 乙", &["甲 乙"]),
            ("<p>上一行\n下一行</p>", &["上一行 下一行"]),
            ("甲<br>\n乙", &["甲", "乙"]),
        ] {
            assert_eq!(lines(&run(super::pass, raw).0), clean, "from {raw}");
        }
    }

    #[test]
    fn plain_text_stays_but_for_references_and_marks() {
        for (raw, clean) in [
            ("税收5&nbsp;亿，3<5，a<b", "税收5 亿，3<5，a<b"),
            ("## 新区\n- **税收**3亿\n> 引", " 新区\n 税收3亿\n 引"),
            ("#1厂房 -5% 3*4 ***", "#1厂房 -5% 3*4 ***"),
            ("<新区>", "<新区>"),
        ] {
            assert_eq!(run(super::pass, raw).0, clean, "from {raw}");
        }
    }

    #[test]
    fn cuts_say_why() {
        let (_, cuts) = run(super::pass, "<p>甲</p><script>乙</script>");
        assert_eq!(cuts, ["<p>", "</p>", "<script>乙</script>"]);
    }
}
