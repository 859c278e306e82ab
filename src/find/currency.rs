//! Which currency a bare 元 is in.

use crate::cue;

/// The currency of 元 in a report: the yuan, unless the text is in Traditional characters and speaks of Hong Kong or Taiwan as home.
pub fn home(raw: &str) -> &'static str {
    if !traditional(raw) {
        return "CNY";
    }
    let count = |words: &[&str]| words.iter().map(|w| raw.matches(w).count()).sum::<usize>();
    let hong_kong = count(&["港元", "全港", "本港", "香港", "特區政府"]);
    let taiwan = count(&[
        "新臺幣",
        "新台幣",
        "全臺",
        "全台",
        "臺灣",
        "台灣",
        "兆元",
        "竹科",
        "經濟部",
    ]);
    match (hong_kong, taiwan) {
        (h, t) if h > t && h > 1 => "HKD",
        (_, t) if t > 1 => "TWD",
        _ => "CNY",
    }
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

/// The currency named before a bare amount, with or without a word of bound between: 折合新台币约150亿元.
pub fn named(before: &[char]) -> Option<&'static str> {
    const NAMES: [(&str, &str); 6] = [
        ("新台币", "TWD"),
        ("台币", "TWD"),
        ("港币", "HKD"),
        ("美金", "USD"),
        ("日币", "JPY"),
        ("人民币", "CNY"),
    ];
    let ends = |before: &[char], word: &str| {
        let mut rest = before.iter().rev();
        word.chars().rev().all(|c| rest.next() == Some(&c))
    };
    let bound = cue::bound_before(before).map_or(0, |(len, _)| len);
    let before = &before[..before.len() - bound];
    NAMES.iter().find(|(word, _)| ends(before, word)).map(|(_, code)| *code)
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
