//! Which currency a bare 元 is in.

use crate::cue;
use crate::prefix::{ends, starts};
use crate::text::Span;
use crate::unit;

/// The currency of 元 in a report: the yuan, unless the text is in Traditional characters and speaks of Hong Kong or Taiwan as home.
pub fn home(raw: &str) -> &'static str {
    if !traditional(raw) {
        return "CNY";
    }
    let count = |words: &[&str]| words.iter().map(|w| raw.matches(w).count()).sum::<usize>();
    let hong_kong = count(&[
        "港元",
        "全港",
        "本港",
        "香港",
        "特區政府",
        "科學園公司",
        "科技園公司",
        "香港科學園",
        "數碼港",
        "樓面",
        "僱員",
    ]);
    let taiwan = count(&[
        "新臺幣",
        "新台幣",
        "全臺",
        "全台",
        "臺灣",
        "台灣",
        "兆元",
        "竹科",
        "中科",
        "南科",
        "經濟部",
        "軟體",
        "廠商",
        "積體電路",
        "加工出口區",
        "中央社",
        "科學園區",
        "科學工業園區",
        "台中",
        "臺中",
        "台南",
        "臺南",
        "高雄",
        "新竹",
    ]);
    match (hong_kong, taiwan) {
        (h, t) if h > t && h > 1 => "HKD",
        (_, t) if t > 1 => "TWD",
        _ => "CNY",
    }
}

/// In which currency the bare 元 of a report are.
pub struct Currencies {
    home: &'static str,
    /// Where the text rules otherwise, from a character on.
    rulings: Vec<(usize, &'static str)>,
}

impl Currencies {
    /// Those of a clean text whose home currency is known.
    pub fn new(chars: &[char], home: &'static str) -> Self {
        let mut rulings: Vec<(usize, &'static str)> = Vec::new();
        for at in 0..chars.len() {
            if let Some(code) = ruling(chars, at) {
                // （人民币，下同） holds for its sentence, and the first one for all that stands before it.
                let sentence = chars[..at]
                    .iter()
                    .rposition(|c| "。！？\n".contains(*c))
                    .map_or(0, |i| i + 1);
                rulings.push((if rulings.is_empty() { 0 } else { sentence }, code));
            }
        }
        Self { home, rulings }
    }

    /// The currency of a bare 元 at a span: 新台币3亿元 says so before it.
    pub fn of(&self, chars: &[char], span: Span) -> &'static str {
        if chars[span.start..span.end].ends_with(&['人', '民', '币']) {
            return "CNY";
        }
        let ruled = || {
            self.rulings
                .iter()
                .rev()
                .find(|(from, _)| *from <= span.start)
                .map(|(_, code)| *code)
        };
        named(&chars[..span.start]).or_else(ruled).unwrap_or(self.home)
    }
}

/// The currency that some characters name, and nothing else; a bare 元 names none.
fn money(chars: &[char]) -> Option<&'static str> {
    let (len, unit) = unit::longest(chars)?;
    (len == chars.len() && unit::is_money(unit.code) && unit.form != "元").then_some(unit.code)
}

/// （人民币，下同）, （以下均为美元）, 单位：亿港元: what the text rules at a character.
fn ruling(chars: &[char], at: usize) -> Option<&'static str> {
    const LONGEST: usize = 14;
    let rest = &chars[at..];
    let end = if rest[0] == '（' {
        let end = rest.iter().take(LONGEST).position(|c| *c == '）')?;
        let words = &rest[..end];
        let all = [['下', '同'], ['以', '下']]
            .iter()
            .any(|w| words.windows(2).any(|two| two == w));
        Some(end).filter(|_| all)?
    } else if starts(rest, "单位：") || starts(rest, "币种：") {
        rest.iter()
            .take(LONGEST)
            .position(|c| "）\n\t ，。".contains(*c))
            .unwrap_or(LONGEST.min(rest.len()))
    } else {
        return None;
    };
    (1..end).find_map(|i| unit::longest(&rest[i..end]).and_then(|(len, _)| money(&rest[i..i + len])))
}

/// Whether a text is in Traditional characters.
pub fn traditional(raw: &str) -> bool {
    let weight = |c: char| match c {
        '億' | '萬' | '園' | '業' | '產' => 1,
        '亿' | '万' | '园' | '业' | '产' => -1,
        _ => 0_isize,
    };
    let some = ['億', '萬', '園', '業', '產'].iter().any(|c| raw.contains(*c));
    some && raw.chars().map(weight).sum::<isize>() > 0
}

/// Currencies that are named before their amounts.
const NAMES: [(&str, &str); 6] = [
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("港币", "HKD"),
    ("美金", "USD"),
    ("日币", "JPY"),
    ("人民币", "CNY"),
];

/// The currency named before a bare amount, with or without a word of bound between: 折合新台币约150亿元.
pub fn named(before: &[char]) -> Option<&'static str> {
    let bound = cue::bound_before(before).map_or(0, |(len, _)| len);
    name_at_end(&before[..before.len() - bound]).map(|(_, code)| code)
}

/// The length of the currency's name right before an amount: 超过新台币|1.3兆元.
pub fn name_len(before: &[char]) -> usize {
    name_at_end(before).map_or(0, |(word, _)| word.chars().count())
}

fn name_at_end(before: &[char]) -> Option<(&'static str, &'static str)> {
    NAMES.into_iter().find(|(word, _)| ends(before, word))
}

#[cfg(test)]
mod tests {
    use super::{home, named};

    #[test]
    fn a_name_before_the_amount_tells_its_currency() {
        let check = |text: &str, expect| assert_eq!(named(&text.chars().collect::<Vec<_>>()), expect, "{text}");
        check("折合新台币约", Some("TWD"));
        check("注资港币", Some("HKD"));
        check("投资", None);
    }

    #[test]
    fn home_is_where_the_text_is() {
        assert_eq!(home("全港研發開支達三百億元，香港科學園區企業集資……"), "HKD");
        assert_eq!(home("新臺幣一兆五千億元，占全臺營業額四成"), "TWD");
        assert_eq!(home("香港企业投资5亿元，全港瞩目，香港商会"), "CNY");
        assert_eq!(home("該園區完成產值三億元"), "CNY");
    }
}
