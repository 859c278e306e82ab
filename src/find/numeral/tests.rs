use super::*;

fn check(text: &str, len: usize, value: &str) {
    let chars: Vec<char> = text.chars().collect();
    let found = numeral(&chars).unwrap_or_else(|| panic!("no numeral in {text}"));
    let max = found.max.map(|m| format!("~{m}")).unwrap_or_default();
    assert_eq!(
        (found.len, format!("{}{max}", found.value)),
        (len, value.to_owned()),
        "{text}"
    );
}

#[test]
fn arabic_with_scales() {
    check("885亿元", 4, "88500000000");
    check("8437.56万元", 8, "84375600");
    check("4000余万元", 6, "40000000");
    check("1万亿元", 3, "1000000000000");
    check("40余个", 3, "40");
    check("3亿5000万元", 7, "350000000");
    check("5亿1万4千6百", 8, "500014600");
    check("3万4000吨", 6, "34000");
    check("3万400吨", 2, "30000");
    check("2千零30万", 6, "20300000");
    check("5千3百万元", 5, "53000000");
    check("12.5.3", 4, "12.5");
}

#[test]
fn chinese() {
    check("两条", 1, "2");
    check("二十三家", 3, "23");
    check("一百二十余户", 5, "120");
    check("三千五百万", 5, "35000000");
    check("百亿", 2, "10000000000");
    check("千亿元", 2, "100000000000");
    check("六七条", 2, "6~7");
    check("二三十个", 3, "20~30");
    check("三百二三十个", 5, "320~330");
    check("一百五六", 4, "150~160");
    check("一万二三千", 5, "12000~13000");
    check("十二三万", 4, "120000~130000");
    check("一点两小时", 1, "1");
    check("十余万人", 3, "100000");
    check("三点五倍", 3, "3.5");
    check("一万两千人", 4, "12000");
    check("一万三", 3, "13000");
    check("两千四百五", 5, "2450");
    check("两千四百零五", 6, "2405");
    check("一万零十二", 5, "10012");
    check("一万五千亿", 5, "1500000000000");
    check("五兆六十二亿四万", 8, "5006200040000");
    check("一亿二千余万", 6, "120000000");
    check("十余万亿", 4, "10000000000000");
    check("七十百分位", 2, "70");
    check("两千三百万亿", 6, "2300000000000000");
}

#[test]
fn parts_of_a_whole() {
    check("四分之一以上", 4, "25");
    check("百分之六十二点五", 8, "62.5");
    check("三分之一", 4, "33.33");
    check("七成", 2, "70");
    check("三成半", 3, "35");
    check("三成五", 3, "35");
    check("16万7千人", 5, "167000");
    check("一半", 2, "50");
    check("半成", 2, "5");
    check("十成", 2, "100");
    check("百分之二三十", 6, "20~30");
    check("千万分之六", 5, "0.00006");
    check("2/5", 3, "40");
}

#[test]
fn as_in_contracts() {
    check("伍仟万元", 3, "50000000");
    check("壹佰贰拾捌", 5, "128");
    check("十万柒仟捌佰伍拾肆", 9, "107854");
    check("一千陆地", 2, "1000");
}

#[test]
fn no_numeral() {
    for text in [
        "陆地",
        "伍个",
        "拾起",
        "二〇二三年",
        "",
        "亩",
        ".5",
        "一二三四",
        "零零",
        "一零零",
    ] {
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(numeral(&chars), None, "{text}");
    }
}
