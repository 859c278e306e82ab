//! The lines of a text on its way through the passes, and taking stretches out of it.

use super::{Ch, Cut, CutReason};
pub(super) use crate::language::is_han;
use std::ops::Range;

/// One line that holds something, without the spaces around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its characters, as places in the text.
    pub(super) at: Range<usize>,
    /// Whether spaces stand before it, as before the first line of a paragraph.
    pub(super) indented: bool,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
}

/// The lines that hold something.
pub(super) fn lines(kept: &[Ch]) -> Vec<Line> {
    let mut found = Vec::new();
    let mut next = 0;
    let mut apart = false;
    while next < kept.len() {
        let from = next;
        let to = kept[from..]
            .iter()
            .position(|ch| ch.c == '\n')
            .map_or(kept.len(), |n| from + n);
        next = to + 1;
        let start = kept[from..to].iter().position(|ch| !is_blank(ch.c)).map(|n| from + n);
        let Some(start) = start else {
            apart = true;
            continue;
        };
        let end = kept[start..to]
            .iter()
            .rposition(|ch| !is_blank(ch.c))
            .map_or(start, |n| start + n + 1);
        found.push(Line {
            at: start..end,
            indented: start > from,
            apart: std::mem::take(&mut apart),
        });
    }
    found
}

/// Takes stretches out of the text and notes them. They must be in order and apart.
pub(super) fn cut(kept: &mut Vec<Ch>, cuts: &mut Vec<Cut>, spans: &[(Range<usize>, CutReason)]) {
    cuts.extend(spans.iter().filter(|(at, _)| !at.is_empty()).map(|(at, why)| Cut {
        raw: kept[at.start].start as usize..kept[at.end - 1].end as usize,
        why: *why,
    }));
    remove(kept, spans.iter().map(|(at, _)| at.clone()));
}

/// Takes stretches out of the text. They must be in order and apart.
pub(super) fn remove(kept: &mut Vec<Ch>, spans: impl IntoIterator<Item = Range<usize>>) {
    let mut write = 0;
    let mut read = 0;
    for span in spans {
        kept.copy_within(read..span.start, write);
        write += span.start - read;
        read = span.end;
    }
    let len = kept.len();
    kept.copy_within(read..len, write);
    kept.truncate(write + len - read);
}

/// A space or tab.
pub(super) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// A mark that parts clauses or ends a sentence.
pub(super) const fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '！' | '？')
}

/// Whether some character passes a test.
pub(super) fn any(text: &[Ch], test: impl Fn(char) -> bool) -> bool {
    text.iter().any(|ch| test(ch.c))
}

#[cfg(test)]
mod tests {
    use super::super::testing::chs;
    use super::*;

    #[test]
    fn lines_know_their_indentation_and_gaps() {
        let kept = chs("甲\n\n  乙丙 \n丁");
        let seen: Vec<_> = lines(&kept).into_iter().map(|l| (l.at, l.indented, l.apart)).collect();
        assert_eq!(seen, [(0..1, false, false), (5..7, true, true), (9..10, false, false)]);
    }

    #[test]
    fn cutting_leaves_the_rest_and_notes_the_bytes() {
        let mut kept = chs("甲乙丙丁戊");
        let mut cuts = Vec::new();
        cut(
            &mut kept,
            &mut cuts,
            &[(1..2, CutReason::Chrome), (3..5, CutReason::Repeat)],
        );
        assert_eq!(kept.iter().map(|ch| ch.c).collect::<String>(), "甲丙");
        assert_eq!(cuts.iter().map(|c| c.raw.clone()).collect::<Vec<_>>(), [3..6, 9..15]);
    }
}
