//! Which currency a bare 元 is in.

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
    raw.chars().map(weight).sum::<isize>() > 0
}

#[cfg(test)]
mod tests {
    use super::home;

    #[test]
    fn home_is_where_the_text_is() {
        assert_eq!(home("全港研發開支達三百億元，香港科學園區企業集資……"), "HKD");
        assert_eq!(home("新臺幣一兆五千億元，占全臺營業額四成"), "TWD");
        assert_eq!(home("香港企业投资5亿元，全港瞩目，香港商会"), "CNY");
        assert_eq!(home("該園區完成產值三億元"), "CNY");
    }
}
