//! Pinyin: which letters spell syllables of Mandarin.

use super::Ch;

/// What a run of letters is when read as pinyin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// How many syllables.
    pub(super) syllables: usize,
    /// Whether a tone is marked over a vowel. A figure for the tone (`dian3`) does not count: `an3` may be a name.
    pub(super) toned: bool,
}

/// The longest run of letters that is looked at.
pub(super) const LONGEST: usize = 32;

/// The finals that go with each initial. Spaces part them; `v` is ü.
const SYLLABLES: &[(&str, &str)] = &[
    ("", "a ai an ang ao e ei en eng er o ou"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("c", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("ch", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"),
    (
        "d",
        "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    ),
    ("f", "a an ang ei en eng o ou u"),
    ("g", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("h", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("k", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    (
        "l",
        "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve",
    ),
    ("m", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    (
        "n",
        "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v ve",
    ),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"),
    ("t", "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"),
    ("w", "a ai an ang ei en eng o u"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("zh", "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"),
];

/// Reads letters as pinyin, or says that they are none. Syllables may be written together or apart: `jīngjì`, `jing ji`, `jing1ji4`.
pub(super) fn reading(text: &[Ch]) -> Option<Reading> {
    if text.len() > LONGEST {
        return None;
    }
    let mut found = Reading {
        syllables: 0,
        toned: false,
    };
    // The letters of the syllables that stand together, without their tones.
    let mut word = [0u8; LONGEST];
    let mut len = 0;
    for ch in text {
        match ch.c {
            ' ' | '\'' | '’' | '1'..='5' => {
                found.syllables += syllables(&word[..len])?;
                len = 0;
            }
            '\u{300}' | '\u{301}' | '\u{304}' | '\u{30c}' if len > 0 => found.toned = true,
            '\u{308}' if len > 0 && word[len - 1] == b'u' => word[len - 1] = b'v',
            c => {
                let (letter, toned) = letter(c)?;
                found.toned |= toned;
                word[len] = letter;
                len += 1;
            }
        }
    }
    found.syllables += syllables(&word[..len])?;
    (found.syllables > 0).then_some(found)
}

/// A letter without its tone, and whether it had one.
fn letter(c: char) -> Option<(u8, bool)> {
    let toned = |plain: u8| Some((plain, true));
    match c {
        'a'..='z' => Some((c as u8, false)),
        'ɑ' => Some((b'a', false)),
        'ɡ' => Some((b'g', false)),
        'ü' => Some((b'v', false)),
        'ā' | 'á' | 'ǎ' | 'à' | 'ă' => toned(b'a'),
        'ē' | 'é' | 'ě' | 'è' | 'ĕ' => toned(b'e'),
        'ī' | 'í' | 'ǐ' | 'ì' | 'ĭ' => toned(b'i'),
        'ō' | 'ó' | 'ǒ' | 'ò' | 'ŏ' => toned(b'o'),
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ŭ' => toned(b'u'),
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => toned(b'v'),
        _ => None,
    }
}

/// How many syllables letters fall into: the fewest, or none where some letter is left over.
fn syllables(word: &[u8]) -> Option<usize> {
    if is_syllable(word) {
        return Some(1);
    }
    // `best[i]` is the fewest syllables that spell the first `i` letters.
    let mut best = [None; LONGEST + 1];
    best[0] = Some(0);
    for end in 1..=word.len() {
        best[end] = (end.saturating_sub(6)..end)
            .filter(|&start| is_syllable(&word[start..end]))
            .filter_map(|start| best[start].map(|n: usize| n + 1))
            .min();
    }
    best[word.len()]
}

/// Whether letters are one syllable.
fn is_syllable(word: &[u8]) -> bool {
    if word.is_empty() || word.len() > 6 {
        return false;
    }
    let initial = match word {
        [b'c' | b's' | b'z', b'h', ..] => 2,
        [b'a' | b'e' | b'o', ..] => 0,
        _ => 1,
    };
    let (initial, last) = word.split_at(initial);
    let finals = SYLLABLES.iter().find(|(head, _)| head.as_bytes() == initial);
    finals.is_some_and(|(_, finals)| finals.as_bytes().split(|c| *c == b' ').any(|tail| tail == last))
}

#[cfg(test)]
mod tests {
    use super::super::testing::chs;
    use super::{Reading, reading};

    #[test]
    fn letters_are_read_as_syllables() {
        let check = |word: &str, expect: Option<(usize, bool)>| {
            let expect = expect.map(|(syllables, toned)| Reading { syllables, toned });
            assert_eq!(reading(&chs(word)), expect, "{word}");
        };
        for toned in ["yè", "qū", "lǜ", "zhuàng", "ér", "ye\u{300}", "lu\u{308}\u{30c}", "ɡāo"] {
            check(toned, Some((1, true)));
        }
        for plain in ["ye", "qu", "lv", "lue", "dian3", "a"] {
            check(plain, Some((1, false)));
        }
        for (word, count) in [
            ("jīngjì", 2),
            ("jīng jì", 2),
            ("xī'ān", 2),
            ("gāo xīn qū", 3),
            ("xīan", 1),
        ] {
            check(word, Some((count, true)));
        }
        check("jing1ji4", Some((2, false)));
        for other in [
            "", " ", "led", "gdp", "café", "GDP", "m", "v2", "yè1x", "fiao", "ppp", "-", "12", "业",
        ] {
            check(other, None);
        }
        check(&"a".repeat(33), None);
    }
}
