//! From clean text and mentions to tokens: the words that the linking rules look at.

use crate::cue::{self, Classes};
use crate::find::amount::Amount;
use crate::find::time::Time;
use crate::language::is_han;
use crate::lexicon;
use crate::order::sort_by;
use crate::prefix::{is_one, starts};
use crate::text::Span;
use std::ops::Range;

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
        // 中科院 and 中科曙光 are none.
        let longer =
            || matches!(chars[at..], ['中', '科', c, ..] if is_one(c, "院大曙创微芯智云星海金合信讯电光软健环新"));
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
    places(chars, found)
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

/// Marks unknown words that end like the names of places: with 市, 省, 县 and the like; and those before 开发区 and the like that the text says
/// more than once.
fn places(chars: &[char], tokens: Vec<Token>) -> Vec<Token> {
    let unknown = |t: &Token| t.kind == Kind::Word(Classes::NONE);
    let letter = |t: &Token| t.span.len() == 1 && in_names(chars[t.span.start]);
    // The last four characters of the place that tokens are the name of: 两江新区 and 重庆两江新区 are one.
    let named = |tokens: &[Token]| {
        let (ending, name) = tokens.split_last()?;
        // 横琴区内: in a zone, not its name.
        if matches!(chars[ending.span.end - 1], '内' | '里') {
            return None;
        }
        let joined = tokens.windows(2).all(|pair| pair[0].span.end == pair[1].span.start);
        // 合肥 holds a cue.
        let city = |t: &Token| {
            t.is(Classes::PLAIN) && lexicon::region_len(&chars[t.span.start..t.span.end]) == Some(t.span.len())
        };
        let own = name.iter().all(|t| unknown(t) || letter(t) || city(t)) && name.iter().any(unknown);
        let word = &chars[name.first()?.span.start..ending.span.start];
        // 江西|工业园区, 历年国家级|开发区 are all of them.
        let kind = &chars[ending.span.start..ending.span.end];
        let region = || lexicon::region_len(word) == Some(word.len()) && lexicon::is_region(&String::from_iter(word));
        let all = !lexicon::is_single(kind) && region();
        // 国家高新区, 参评经开区: kinds of zone.
        const KINDS: &str = "国省市各参其同该本全多这和";
        let short = (2..=5).contains(&word.len()) && word[0].is_alphabetic() && !is_one(word[0], KINDS);
        let from = name[0].span.start.max(ending.span.end.saturating_sub(4));
        let grade = crate::prefix::holds_one(word, &["国家级", "省级"]);
        (joined && own && short && !all && !grade).then_some(&chars[from..ending.span.end])
    };
    // What may be a name before a word for a zone, the longest first: up to four tokens, none of which is such a word too.
    let mut last = 0;
    let endings = (0..tokens.len()).filter(|i| tokens[*i].is(Classes::SELF));
    let candidates: Vec<(Range<usize>, &[char])> = endings
        .flat_map(|end| {
            let from = std::mem::replace(&mut last, end + 1).max(end.saturating_sub(4));
            (from..end).map(move |start| start..end + 1)
        })
        .filter_map(|range| Some((range.clone(), named(&tokens[range])?)))
        .collect();
    let firsts = candidates.chunk_by(|a, b| a.0.end == b.0.end).map(|same| same[0].1);
    let mut said: Vec<&[char]> = firsts.collect();
    sort_by(&mut said, |a, b| a.cmp(b));
    let repeated = |name: &[char]| {
        let at = said.partition_point(|other| *other < name);
        said.get(at + 1).is_some_and(|next| *next == name)
    };
    // 日照高新区, 宁波杭州湾新区: a city's zone, though no list has it.
    let citys = |first: &Token, ending: &Token| {
        let (word, ending) = (
            &chars[first.span.start..ending.span.start],
            &chars[ending.span.start..ending.span.end],
        );
        let single = lexicon::is_single(ending);
        let official = ending.len() > 2 && !ending.ends_with(&['园', '区']) || ending == ['新', '区'] || single;
        let city = lexicon::region_len(word)
            .filter(|len| single || !lexicon::is_region(String::from_iter(&word[..*len]).trim_end_matches('省')));
        official && city.is_some_and(|len| len == word.len() || len + 2 <= word.len())
    };
    let known = |(range, name): &(Range<usize>, &[char])| {
        let [first, .., ending] = &tokens[range.clone()] else {
            return false;
        };
        (unknown(first) || letter(first)) && (repeated(name) || citys(first, ending))
    };
    let mut joined = candidates.iter().filter(|candidate| known(candidate)).peekable();
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        while joined.next_if(|(range, _)| range.start < at).is_some() {}
        if let Some((range, _)) = joined.next_if(|(range, _)| range.start == at) {
            found.push(Token {
                span: Span::new(token.span.start, tokens[range.end - 1].span.end),
                kind: Kind::Place,
            });
            at = range.end;
            continue;
        }
        at += 1;
        let place = Some(token).filter(unknown);
        match place.and_then(|t| place_len(&chars[t.span.start..t.span.end], &chars[t.span.end..])) {
            Some(len) => {
                let mut middle = token.span.start + len;
                let city = Span::new(token.span.start, middle);
                match district_len(&chars[city.start..token.span.end], len) {
                    // Its city only says where it lies.
                    Some(district) => {
                        found.push(Token {
                            span: city,
                            kind: Kind::Word(Classes::ADVERB),
                        });
                        middle += district;
                        found.push(Token {
                            span: Span::new(city.end, middle),
                            kind: Kind::Place,
                        });
                    }
                    None => found.push(Token {
                        span: city,
                        kind: Kind::Place,
                    }),
                }
                if middle < token.span.end {
                    found.push(Token {
                        span: Span::new(middle, token.span.end),
                        ..token
                    });
                }
            }
            None => found.push(token),
        }
    }
    found
}

/// Whether a character that is a word elsewhere stands in names of zones: 新站高新区, 中德高新区, 大龙经开区.
pub fn in_names(c: char) -> bool {
    matches!(c, '新' | '中' | '高' | '大' | '经' | '和')
}

/// The length of a place's name at the start of an unknown word; `next` is what stands behind the word.
fn place_len(word: &[char], next: &[char]) -> Option<usize> {
    const NO_ENDING: &str = "场值区级民政内会域委长直属辖外容面湾";
    // 通航城市, 跨省, 三区一县: a word that ends so and names no place.
    const NO_NAME: &str = "城都门超股上本全各该我夜跨外一二两三四五六七八九十";
    // 某某郑州: the end of a city's own name, not 自治州.
    const CITIES: &str = "郑杭苏广福徐常泰扬温台湖衢赣抚漳泉德滨沧锦柳梧钦贺惠潮梅郴永荆鄂随兰泸达宿亳滁池朔忻胶兖";
    (2..word.len().min(6))
        .find(|i| {
            let behind = if i + 1 < word.len() { &word[i + 1..] } else { next };
            let city = word[*i] == '州' && is_one(word[i - 1], CITIES);
            // 青白江区第十八届人民代表大会, 某某区政府.
            let seat = || {
                [
                    "第",
                    "人民",
                    "人大",
                    "政府",
                    "区长",
                    "委",
                    "统计局",
                    "完成",
                    "实现",
                    "共签约",
                ]
                .iter()
                .any(|w| starts(behind, w))
            };
            let district = word[*i] == '区' && *i > 1 && seat();
            // 对口援疆省市, 地州市, 撤地设市: kinds of places, and what becomes of one.
            let kind = match word[*i] {
                '省' => !lexicon::is_region(&String::from_iter(&word[..*i])),
                '市' => {
                    is_one(word[i - 1], "设建省级辖")
                        || word.starts_with(&['地', '州'])
                        || word.starts_with(&['设', '区'])
                }
                _ => false,
            };
            let name = (district || matches!(word[*i], '市' | '省' | '县' | '州' | '盟' | '旗'))
                && !city
                && !kind
                && !is_one(word[i - 1], NO_NAME);
            // 市外资金 comes from outside; 某市外贸总值 is the city's.
            let trade = starts(behind, "外贸") || starts(behind, "外商");
            name && (trade || behind.first().is_none_or(|c| !is_one(*c, NO_ENDING)))
        })
        .map(|i| i + 1)
}

/// 惠州市|惠城区: the length of a district's name behind its city's, which has `len` characters of an unknown word.
fn district_len(word: &[char], len: usize) -> Option<usize> {
    let (city, rest) = word.split_at(len);
    let end = rest
        .iter()
        .take(4)
        .position(|c| is_one(*c, "区县"))
        .filter(|end| *end > 1)?;
    let told = rest.get(end + 1).is_none_or(|c| !is_one(*c, "域级内外里长委"));
    (told && city.ends_with(&['市'])).then_some(end + 1)
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
