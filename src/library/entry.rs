//! One report, read once, with what the pages ask of it again and again.

use crate::figure::{Figure, Reading};
use crate::lexicon;
use crate::report::Report;
use crate::text::Span;

/// A report with what was read out of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The report as received.
    pub report: Report,
    /// What was read.
    pub reading: Reading,
    /// Whether it is one of the reader's own.
    pub own: bool,
    /// Its paragraphs, in the clean text.
    pub paragraphs: Vec<Span>,
    /// The indicators that its figures name, each once, under the lexicon's names: those that tables have.
    pub indicators: Vec<String>,
    /// For each figure, which of the indicators it names.
    named: Vec<Option<usize>>,
    /// For each figure, its first character in the raw text: its name in addresses.
    starts: Vec<usize>,
}

impl Entry {
    /// Reads a report.
    pub fn new(report: Report, own: bool) -> Self {
        let reading = crate::read(&report);
        Self::with_reading(report, reading, own)
    }

    /// A report with what was read out of it before.
    pub fn with_reading(report: Report, reading: Reading, own: bool) -> Self {
        let (mut characters, mut byte) = (0, 0);
        let starts = reading.figures.iter().map(|figure| {
            let start = reading.clean.raw_range(figure.span).start;
            // Figures stand in the order of the text, so each count goes on from the one before.
            if start < byte {
                (characters, byte) = (0, 0);
            }
            characters += report.text[byte..start].chars().count();
            byte = start;
            characters
        });
        let starts = starts.collect();
        let (indicators, named) = indicators(&reading.figures);
        Self {
            paragraphs: reading.clean.paragraphs(),
            report,
            reading,
            own,
            indicators,
            named,
            starts,
        }
    }

    /// Which of the report's indicators a figure names.
    pub fn indicator(&self, figure: usize) -> Option<usize> {
        self.named.get(figure).copied().flatten()
    }

    /// The figure's first character in the raw text, its name in addresses.
    pub fn start(&self, figure: usize) -> usize {
        self.starts.get(figure).copied().unwrap_or_default()
    }

    /// The figure that starts at a character of the raw text.
    pub fn figure_at(&self, start: usize) -> Option<usize> {
        self.starts.iter().position(|s| *s == start)
    }

    /// The sentence around a span, without the blanks at its ends: up to 。！？ or the end of the paragraph.
    pub fn sentence(&self, span: Span) -> Span {
        let chars = &self.reading.clean.chars;
        let stops = |c: &char| matches!(c, '。' | '！' | '？' | '\n');
        let mut start = chars[..span.start].iter().rposition(stops).map_or(0, |i| i + 1);
        let rest = chars[span.end..].iter().position(stops);
        let mut end = rest.map_or(chars.len(), |i| span.end + i + 1).min(chars.len());
        // A closing quotation mark belongs to the sentence that it closes.
        while start < span.start && (chars[start].is_whitespace() || matches!(chars[start], '”' | '’' | '」' | '』'))
        {
            start += 1;
        }
        while end > span.end && chars[end - 1].is_whitespace() {
            end -= 1;
        }
        Span::new(start, end)
    }

    /// The sentence around some figures in a row, or of a long one the clauses about them.
    pub fn excerpt(&self, figures: Span) -> Span {
        let chars = &self.reading.clean.chars;
        let stops = |i: &usize| matches!(chars[*i], '，' | '；' | '：' | '、');
        let sentence = self.sentence(figures);
        let mut shown = sentence;
        if figures.start - sentence.start > REACH {
            let from = figures.start - REACH;
            shown.start = (from..figures.start).find(stops).map_or(from, |i| i + 1);
        }
        if sentence.end - figures.end > REACH {
            let to = figures.end + REACH;
            shown.end = (figures.end..to).rev().find(stops).unwrap_or(to);
        }
        shown
    }
}

/// Longest quotation on either side of a figure, in characters.
const REACH: usize = 70;

/// The indicators that figures name, and for each figure which of them.
fn indicators(figures: &[Figure]) -> (Vec<String>, Vec<Option<usize>>) {
    let mut indicators: Vec<String> = Vec::new();
    // The wordings, sorted: most are there many times, and the lexicon is long.
    let mut wordings: Vec<(&str, usize)> = Vec::new();
    let named = figures.iter().map(|figure| {
        let wording = figure.indicator.value.as_deref()?;
        let place = wordings.binary_search_by_key(&wording, |(known, _)| known);
        Some(match place {
            Ok(place) => wordings[place].1,
            Err(place) => {
                let name = lexicon::indicator(wording).map_or(wording, |known| known.name);
                let at = indicators.iter().position(|other| other == name);
                let at = at.unwrap_or_else(|| {
                    indicators.push(name.to_owned());
                    indicators.len() - 1
                });
                wordings.insert(place, (wording, at));
                at
            }
        })
    });
    let named = named.collect();
    (indicators, named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Entry {
        let report = Report {
            text: text.to_owned(),
            ..Report::default()
        };
        Entry::new(report, true)
    }

    #[test]
    fn figures_know_their_indicator_by_the_name_that_tables_have() {
        let entry = read("2023年，甲高新区财政总收入16亿元。乙高新区财政总收入5亿元，某某指数7亿元。");
        let name = |figure| entry.indicator(figure).map(|at| entry.indicators[at].as_str());
        let table = crate::table::each(&[&entry.reading]);
        assert!(table.len() == 3 && entry.indicators.len() < 3, "{:?}", entry.indicators);
        for (figure, observation) in table.iter().enumerate() {
            assert_eq!(name(figure).unwrap_or_default(), observation.indicator);
        }
        assert_eq!(name(9), None);
    }

    #[test]
    fn a_sentence_ends_at_its_stop_or_its_paragraph() {
        let check = |text: &str, part: &str, expect: &str| {
            let entry = read(text);
            let chars = &entry.reading.clean.chars;
            let part: Vec<char> = part.chars().collect();
            let start = chars.windows(part.len()).position(|w| w == part).expect(text);
            let sentence = entry.sentence(Span::new(start, start + part.len()));
            assert_eq!(entry.reading.clean.slice(sentence), expect);
        };
        check("甲为1个。乙为2个；丙为3个。丁。", "2个", "乙为2个；丙为3个。");
        check("题目5个\n甲为1个", "5个", "题目5个");
        check("他说：“甲为1个。”乙为2个！", "2个", "乙为2个！");
        check("7个", "7个", "7个");
    }
}
