//! Web pages: tags, comments, scripts and styles are cut, blocks become lines. Plain text stays as it is.
//!
//! `<p>税收<b>3</b>亿元</p>` → `税收3亿元` on a line of its own; `业<rt>yè</rt>` → `业`; `<td>税收</td><td>3</td>` → `税收` and `3` with a tab between. What
//! stands in navigation, footers and buttons is cut as furniture. Broken markup is text: a `<` that opens no tag stays.

use super::tag::{Tag, Tags};
use super::{Ch, Cut, CutReason};

/// Elements that are cut with all they hold.
const DROPPED: &[(&str, CutReason)] = &[
    ("button", CutReason::Chrome),
    ("footer", CutReason::Chrome),
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

/// Cuts markup.
pub fn pass(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>) {
    // A tag that plain text has no reason to hold makes it a page.
    const TELLING: &[&str] = &[
        "!doctype", "html", "body", "head", "meta", "p", "div", "br", "table", "td", "tr", "span", "section",
        "article", "h1", "h2", "h3", "ul", "li", "strong", "script", "a", "ruby",
    ];
    // Where a page marks its blocks, its line ends are mere spaces.
    const BLOCKS: &[&str] = &["!doctype", "html", "body", "p", "div", "table"];
    if !kept.iter().any(|ch| ch.c == '<') {
        return;
    }
    let tags = Tags::new(kept);
    if tags.any(TELLING) {
        let flows = tags.any(BLOCKS);
        *kept = text(&tags, kept, cuts, flows);
    }
}

/// What a page says: its text without the tags and what is dropped with them, a line end at each end of a block.
fn text(tags: &Tags, kept: &[Ch], cuts: &mut Vec<Cut>, flows: bool) -> Vec<Ch> {
    let mut out = Vec::with_capacity(kept.len());
    let mut unclosed = Vec::new();
    let mut at = 0;
    while at < kept.len() {
        let mut ch = kept[at];
        if ch.c != '<' {
            if flows && matches!(ch.c, '\n' | '\r' | '\t') {
                ch.c = ' ';
            }
            out.push(ch);
            at += 1;
            continue;
        }
        let tag = match tags.at(at) {
            Ok(tag) => tag,
            Err(end) => {
                out.extend_from_slice(&kept[at..end]);
                at = end;
                continue;
            }
        };
        let (mut end, mut why) = (tag.end, CutReason::Markup);
        let dropped = DROPPED.iter().find(|(name, _)| !tag.closing && tag.is_any(&[name]));
        if let Some((name, reason)) = dropped.filter(|(name, _)| !unclosed.contains(name)) {
            match tags.closing(tag.end, name) {
                Some(after) => (end, why) = (after, *reason),
                // Looked for once: the rest of the text holds none.
                None => unclosed.push(name),
            }
        }
        cuts.push(Cut {
            raw: ch.start as usize..kept[end - 1].end as usize,
            why,
        });
        // What is left stands where the tag began, and for no raw character.
        ch.end = ch.start;
        if let Some(c) = left_by(&tag) {
            out.push(Ch { c, ..ch });
        }
        at = end;
    }
    out
}

/// What a tag leaves in the text: a line end after a block, a tab between cells.
fn left_by(tag: &Tag) -> Option<char> {
    match tag.name() {
        b"td" | b"th" => tag.closing.then_some('\t'),
        b"" => None,
        _ => (!tag.is_any(INLINE)).then_some('\n'),
    }
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
    fn plain_text_stays() {
        for raw in ["税收5&nbsp;亿，3<5，a<b", "<新区>", "<b", "a <- b", ""] {
            assert_eq!(run(super::pass, raw).0, raw);
        }
    }

    #[test]
    fn cuts_say_why() {
        let (_, cuts) = run(super::pass, "<p>甲</p><script>乙</script>");
        assert_eq!(cuts, ["<p>", "</p>", "<script>乙</script>"]);
    }
}
