//! From clean text and mentions to tokens: the words that the linking rules look at.

mod place;

use crate::cue::{self, Classes};
use crate::find::amount::Amount;
use crate::find::time::Time;
use crate::language::is_han;
use crate::lexicon;
use crate::prefix::is_one;
use crate::text::Span;

/// A word, a mention or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the clean text. An amount's span takes in its words of bound.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// Kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount, by its index.
    Amount(usize),
    /// A time, by its index.
    Time(usize),
    /// A zone of the lexicon, under its usual name.
    Zone(&'static str),
    /// A place that the lexicon does not know, told by its ending: 义乌市, 两江新区.
    Place,
    /// An indicator of the lexicon; its classes as a cue word where it is one too.
    Noun(Classes),
    /// A word with its classes; without any for an ordinary or unknown word.
    Word(Classes),
    /// A punctuation mark.
    Mark(char),
}

/// Classes of words that nouns are made of.
const NOMINAL: Classes = Classes::HEAD
    .or(Classes::GENERIC)
    .or(Classes::ORG)
    .or(Classes::CONTEST)
    .or(Classes::PLAIN)
    .or(Classes::PLAN);

impl Token {
    /// Whether it is a word, or an indicator, of one of these classes.
    pub fn is(&self, classes: Classes) -> bool {
        matches!(self.kind, Kind::Word(own) | Kind::Noun(own) if own.any(classes))
    }

    /// Whether it can be part of a noun phrase: an indicator, an ordinary word or a counted noun.
    pub fn is_nominal(&self) -> bool {
        match self.kind {
            Kind::Noun(_) => true,
            Kind::Word(own) => own == Classes::NONE || own.any(NOMINAL),
            _ => false,
        }
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.chars().any(|mark| mark == c))
    }
}

/// The tokens of the text, in order and without gaps but for white space.
pub fn tokens(chars: &[char], amounts: &[Amount], times: &[Time]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut amounts = amounts.iter().enumerate().peekable();
    let mut times = times.iter().enumerate().peekable();
    let mut at = 0;
    while at < chars.len() {
        while amounts.next_if(|(_, a)| a.whole.end <= at).is_some() {}
        while times.next_if(|(_, t)| t.span.end <= at).is_some() {}
        if let Some((i, amount)) = amounts.peek().filter(|(_, a)| a.whole.start <= at) {
            found.push(Token {
                span: Span::new(at, amount.whole.end),
                kind: Kind::Amount(*i),
            });
            at = amount.whole.end;
            continue;
        }
        if let Some((i, time)) = times.peek().filter(|(_, t)| t.span.start <= at) {
            found.push(Token {
                span: time.span,
                kind: Kind::Time(*i),
            });
            at = time.span.end;
            continue;
        }
        let limit = amounts.peek().map_or(chars.len(), |(_, a)| a.whole.start);
        let limit = times.peek().map_or(limit, |(_, t)| limit.min(t.span.start));
        let (mut len, mut kind) = word(&chars[at..limit]);
        // 湖南科技大学 holds 南科, which is a park.
        let unknown = |t: &Token| t.kind == Kind::Word(Classes::NONE) && t.span.end == at;
        // 中科院, 中科曙光 and 中科煤化 are none: what goes on must not be a name.
        const AFTER: &str =
            "园区管营年月日去今昨第前上下全整产出进外就投贸员工厂的及与和达占为是在也已将、，。；：（） \n";
        // 中科新核准厂商.
        let anew = || matches!(chars[at..], ['中', '科', '新', c, ..] if is_one(c, "核增进引设签开获批"));
        let longer = || matches!(chars[at..], ['中', '科', c, ..] if is_han(c) && !is_one(c, AFTER)) && !anew();
        if len == 2 && matches!(kind, Kind::Zone(_)) && (found.last().is_some_and(unknown) || longer()) {
            (len, kind) = (1, Kind::Word(Classes::NONE));
        }
        // 5月6日电|东莞市…: the wire ends here.
        let dateline = chars[at] == '电'
            && found
                .last()
                .is_some_and(|t| matches!(t.kind, Kind::Time(_)) && t.span.end == at);
        if dateline
            && !chars
                .get(at + 1)
                .is_some_and(|c| is_one(*c, "力子商网气机动量池价费能站缆厂信影视台脑路源"))
        {
            (len, kind) = (1, Kind::Word(Classes::ADVERB));
        }
        let within = len == 1 && in_word(&chars[at..limit], kind, found.last().filter(|t| t.span.end == at));
        if within {
            kind = Kind::Word(Classes::NONE);
        }
        let span = Span::new(at, at + len);
        at += len;
        match kind {
            Kind::Mark(' ') => {}
            // Unknown characters gather to one word.
            Kind::Word(Classes::NONE) if len == 1 => match found.last_mut() {
                Some(last) if last.kind == kind && last.span.end == span.start => last.span.end = span.end,
                _ => found.push(Token { span, kind }),
            },
            _ => found.push(Token { span, kind }),
        }
    }
    place::places(chars, found)
}

/// Whether a cue of one character at the start of `rest` is part of a word that no list holds: 高|频, 商|会.
fn in_word(rest: &[char], kind: Kind, before: Option<&Token>) -> bool {
    let Kind::Word(own) = kind else { return false };
    let behind = rest.get(1);
    let opens = own.any(Classes::HIGH.or(Classes::RISE).or(Classes::FALL));
    if opens && behind.is_some_and(|c| is_han(*c)) && word(&rest[1..]) == (1, Kind::Word(Classes::NONE)) {
        return true;
    }
    let ends = match behind {
        None => "会所能",
        Some(c) if !is_han(*c) && !c.is_alphanumeric() => "会所能居列像报",
        Some(_) => return false,
    };
    is_one(rest[0], ends) && before.is_some_and(|t| t.kind == Kind::Word(Classes::NONE))
}

/// Whether a character that is a word elsewhere stands in names of zones: 新站高新区, 中德高新区, 大龙经开区.
pub fn in_names(c: char) -> bool {
    matches!(c, '新' | '中' | '高' | '大' | '经' | '和')
}

/// The longest known word at the start of `rest`.
fn word(rest: &[char]) -> (usize, Kind) {
    let first = rest[0];
    if first.is_ascii_alphanumeric() {
        let len = rest
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || is_one(**c, ".-+&/"))
            .count();
        // 2.某某软件: the number of an item.
        let item = len > 1 && rest[len - 1] == '.' && rest[..len - 1].iter().all(char::is_ascii_digit);
        let len = len - usize::from(item);
        let noun = lexicon::longest_indicator(rest).filter(|(l, _)| *l >= len);
        return noun.map_or((len, Kind::Word(Classes::NONE)), |(l, _)| {
            (l, Kind::Noun(Classes::NONE))
        });
    }
    let usual = matches!(first, '，' | '。' | '、' | '；' | '：' | '“' | '”' | '（' | '）' | '\n');
    if usual || !is_han(first) && !first.is_alphanumeric() && first != '㎡' {
        return (
            1,
            Kind::Mark(if first.is_whitespace() && first != '\n' {
                ' '
            } else {
                first
            }),
        );
    }
    let cue = cue::longest(rest);
    // 预计|达产后年产值可达50亿元.
    let cue = match cue {
        Some((len, _)) if len > 2 && matches!(rest[len - 1..], ['达', '产' | '效', ..]) => {
            cue::longest(&rest[..len - 1])
        }
        cue => cue,
    };
    // 预计达|到: one word.
    let cue = cue.map(|(len, own)| {
        (
            len + usize::from(len > 1 && rest[len - 1] == '达' && rest.get(len) == Some(&'到')),
            own,
        )
    });
    let cue_len = cue.map_or(0, |(len, _)| len);
    if let Some((len, zone)) = lexicon::longest_zone(rest).filter(|(len, _)| *len >= cue_len) {
        return (len, Kind::Zone(&zone.name));
    }
    let noun = lexicon::longest_indicator(rest).filter(|(len, _)| *len >= cue_len);
    // 项目总投资 is a counted noun and what is said of it.
    let parted = |len: usize| cue.is_some_and(|(l, c)| l < len && c.any(Classes::HEAD));
    if let Some((len, _)) = noun.filter(|(len, _)| !parted(*len)) {
        let classes = cue.filter(|(l, _)| *l == len).map_or(Classes::NONE, |(_, c)| c);
        return (len, Kind::Noun(classes));
    }
    match cue {
        // 满意率, 接待量: a verb with 率 or 量 is a noun.
        Some((len, classes)) if classes.any(Classes::VERB) && makes_rate(&rest[len..]) => {
            (len + 1, Kind::Word(Classes::PLAIN))
        }
        Some((len, classes)) => {
            // 上海, 新余: the name of a city begins with what is a word elsewhere.
            let region = (len == 1).then(|| lexicon::region_len(rest)).flatten();
            region.map_or((len, Kind::Word(classes)), |len| (len, Kind::Word(Classes::NONE)))
        }
        None => (1, Kind::Word(Classes::NONE)),
    }
}

/// Whether the characters behind a verb make it the name of a measure; 数字 and 率先 begin other words.
fn makes_rate(behind: &[char]) -> bool {
    const OTHERS: [&str; 10] = [
        "数字", "数据", "数十", "数百", "数千", "数控", "额外", "量子", "率先", "度假",
    ];
    let other = OTHERS.iter().any(|w| w.chars().eq(behind.iter().take(2).copied()));
    behind.first().is_some_and(|c| is_one(*c, "率量额度数")) && !other
}
