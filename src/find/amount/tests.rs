use super::list::MOST;
use super::*;
use crate::find::era::Era;
use crate::find::time::times;
use crate::period::Date;

fn check(text: &str, expect: &str) {
    let chars: Vec<char> = text.chars().collect();
    let (found, _) = amounts(&chars, &times(&chars, Date::parse("2024-09-14"), Era::Common));
    let shown: Vec<String> = found
        .iter()
        .map(|a| {
            let words: String = chars[a.span.start..a.span.end].iter().collect();
            let max = a.max.map(|m| format!("~{m}")).unwrap_or_default();
            let bound = if a.bound == Bound::Eq {
                String::new()
            } else {
                format!(" {}", a.bound.code())
            };
            format!("[{words} {}{max} {}{bound}]", a.value, a.unit)
        })
        .collect();
    assert_eq!(shown.concat(), expect, "{text}");
}

#[test]
fn every_unit_has_its_examples() {
    for example in unit::examples() {
        let (text, expect) = example.split_once(" = ").expect("the build script checks the form");
        let chars: Vec<char> = text.chars().collect();
        let (found, _) = amounts(&chars, &[]);
        let shown: Vec<String> = found.iter().map(|a| format!("{} {}", a.value, a.unit)).collect();
        assert_eq!(shown, [expect], "{text}");
    }
}

#[test]
fn bounds_on_all_sides() {
    check("超过3000家", "[3000家 3000 家 gt]");
    check("近40亿元", "[40亿元 4000000000 CNY approx]");
    check("满意率98%以上", "[98% 98 % ge]");
    check("压缩到5个工作日以内", "[5个工作日 5 workday le]");
    check("不超过7天", "[7天 7 day le]");
    check("50多亿元", "[50多亿元 5000000000 CNY gt]");
    check("600人左右", "[600人 600 人 approx]");
}

#[test]
fn ranges_and_lists() {
    check("1-2个月", "[1-2个月 1~2 month]");
    check("六七条", "[六七条 6~7 条]");
    check("增长5%至8%", "[5%至8% 5~8 %]");
    check("3至5万元", "[3至5万元 30000~50000 CNY]");
    check("五至十万元", "[五至十万元 50000~100000 CNY]");
    check("5元至8万元", "[5元至8万元 5~80000 CNY]");
    // What does not rise is no range.
    check("4-4亿元", "[4亿元 400000000 CNY]");
    check("20-4亿元", "[4亿元 400000000 CNY]");
    check("从19个减少到11个", "[19个 19 个][11个 11 个]");
    check(
        "分别为1286和1187.9亿元",
        "[1286 128600000000 CNY][1187.9亿元 118790000000 CNY]",
    );
    check(
        "提高4.0、5.8、7.4个百分点",
        "[4.0 4.0 pp][5.8 5.8 pp][7.4个百分点 7.4 pp]",
    );
}

#[test]
fn endless_lists_are_none() {
    let found = |items: usize| {
        let text = "4.0、".repeat(items - 1) + "7.4个百分点";
        let chars: Vec<char> = text.chars().collect();
        amounts(&chars, &[]).0.len()
    };
    assert_eq!(found(MOST), MOST);
    // Only what stands near its unit is read with it: else every item would read the whole list.
    assert_eq!(found(MOST + 60), MOST);
}

#[test]
fn minus_signs() {
    let negative = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        amounts(&chars, &[]).0[0].negative
    };
    for text in ["增长-7%", "-7%", "负3.9%", "增速为负0.5%", "利润负3亿元"] {
        assert!(negative(text), "{text}");
    }
    for text in ["AK-7%", "1-7%", "正负5%", "背负3亿元"] {
        assert!(!negative(text), "{text}");
    }
}

#[test]
fn ranks() {
    check("排名第55位", "[第55位 55 rank]");
    check("总量列全市第一", "[第一 1 rank]");
    check("进入全省前十", "[前十 10 rank le]");
    check("居全省首位", "[首位 1 rank]");
    check("第三批试点", "");
    check("第一产业", "");
    check("首位产业", "");
    check("前三季度", "");
}

#[test]
fn what_is_no_figure() {
    check("“3310”行动", "");
    check("PM2.5浓度", "");
    check("AK1-3整机", "");
    check("一系列举措、一批项目", "");
    check("2023年1-9月", "");
    check("一带一路", "");
    check("打通最后一公里", "");
    check("提高一个百分点，增长一倍", "[一个百分点 1 pp][一倍 1 x]");
    check("见https://a.example/?q=30%25，3家", "[3家 3 家]");
    check("大陆个人和队伍个个", "");
    check("五年规划", "");
    check("产值翻了一番", "[翻了一番 2 x]");
    check(&format!("{}亿元", "9".repeat(60)), "");
    check("突破千亿", "[千亿 100000000000 CNY gt]");
}
