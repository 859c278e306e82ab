use super::*;

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[test]
fn every_wording_is_found() {
    for expect in INDICATORS.iter() {
        for word in std::iter::once(&expect.name).chain(&expect.aliases) {
            assert_eq!(indicator(word), Some(expect), "{word}");
        }
    }
}

/// In each example of the data file, the longest wording is one of its entry.
#[test]
fn examples() {
    #[derive(serde::Deserialize)]
    struct File {
        indicator: Vec<Entry>,
    }
    #[derive(serde::Deserialize)]
    struct Entry {
        name: String,
        examples: Vec<String>,
    }
    let file: File = toml::from_str(include_str!("../../data/lexicon/indicators.toml")).expect("the build has read it");
    assert_eq!(file.indicator.len(), INDICATORS.len());
    let mut wrong = Vec::new();
    for entry in file.indicator {
        for example in entry.examples {
            let text = chars(&example);
            let longest = (0..text.len())
                .filter_map(|at| longest_indicator(&text[at..]))
                .max_by_key(|&(len, _)| len);
            let found = longest.map_or("nothing", |(_, found)| found.name);
            if found != entry.name {
                wrong.push(format!("{example}: {found} for {}", entry.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spellings() {
    let check = |text: &str, expect: Option<(usize, &str)>| {
        assert_eq!(
            longest_indicator(&chars(text)).map(|(len, found)| (len, found.name)),
            expect,
            "{text}"
        );
    };
    check("规模以上工业增加值增长9%", Some((9, "规上工业增加值")));
    check("规上工业增加值增长9%", Some((7, "规上工业增加值")));
    check("gdp增长8%", Some((3, "地区生产总值")));
    check("GDPs", None);
    check("专精特新“小巨人”企业9家", Some((11, "小巨人企业")));
    check("“小巨人”企业9家", None);
    check("专精特新”企业9家", Some((7, "专精特新企业")));
    check("pm2.5浓度下降", Some((7, "PM2.5平均浓度")));
    check("实际利用外资1亿美元", Some((6, "实际利用外资")));
    check("今年实际利用外资", None);
    check("", None);
}

#[test]
fn names_in_english() {
    let check = |name: &str, expect: Option<&str>| assert_eq!(indicator_english(name), expect, "{name}");
    check(
        "规上工业营收",
        Some("Operating revenue of industrial enterprises above designated size"),
    );
    check("外贸出口", Some("Total exports"));
    check("GDP", Some("Gross regional product (GRP)"));
    check("不是指标", None);
    check("出口额增长", None);
}

/// Definitions that differ stay apart, also where only one entry says so.
#[test]
fn definitions_that_differ() {
    let get = |name| indicator(name).expect("an indicator of the lexicon");
    let check = |a, b, expect| {
        assert_eq!(
            (get(a).differs_from(get(b)), get(b).differs_from(get(a))),
            (expect, expect),
            "{a} {b}"
        )
    };
    check("规上工业营业收入", "工业企业营业收入", true);
    check("营业收入", "主营业务收入", true);
    check("财政总收入", "一般公共预算收入", true);
    check("实际利用外资", "实际利用省外资金", true);
    check("固定资产投资", "工业投资", false);
}

#[test]
fn fields_of_an_entry() {
    let value_added = indicator("规上工业增加值").expect("an indicator of the lexicon");
    assert_eq!(
        (value_added.unit, value_added.part_of, value_added.real_growth),
        (Some("CNY"), Some("工业增加值"), true)
    );
    let output = indicator("产量").expect("an indicator of the lexicon");
    assert_eq!((output.unit, output.part_of, output.real_growth), (None, None, false));
}

/// A part of a part leads up to a whole, never back to itself.
#[test]
fn parts_end() {
    for start in INDICATORS.iter() {
        let whole = |i: &&'static Indicator| i.part_of.and_then(indicator);
        let steps = std::iter::successors(Some(start), whole).take(INDICATORS.len()).count();
        assert!(steps < 10, "{}", start.name);
        assert!(
            start.part_of.is_none() || !start.name.contains('均'),
            "{} is an average",
            start.name
        );
    }
}
