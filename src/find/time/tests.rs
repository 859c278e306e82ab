use super::*;

/// Times of a text in a report of 14 September 2024, as `words=period`, with a mark for the role.
fn check(text: &str, expect: &str) {
    let chars: Vec<char> = text.chars().collect();
    let found = times(&chars, Date::parse("2024-09-14"), Era::Common);
    let shown: Vec<String> = found
        .iter()
        .map(|t| {
            let words: String = chars[t.span.start..t.span.end].iter().collect();
            let mark = match t.role {
                Role::When => "",
                Role::Over => "+",
                Role::Stock => "!",
                Role::Same => "=",
                Role::Base => "<",
                Role::Vague => "~",
                Role::Lately => "?",
            };
            format!("{words}{mark}={}", t.period.map(|p| p.to_string()).unwrap_or_default())
        })
        .collect();
    assert_eq!(shown.join(" "), expect, "{text}");
}

#[test]
fn years_and_their_parts() {
    check("2023年，全区", "2023年=2023");
    check("今年1-7月", "今年1-7月=2024-01/2024-07");
    check("1至5月", "1至5月=2024-01/2024-05");
    check("去年上半年", "去年上半年=2023-01/2023-06");
    check("今年前三季度", "今年前三季度=2024-01/2024-09");
    check("2022年9月21日", "2022年9月21日=2022-09-21");
    check("前8个月", "前8个月=2024-01/2024-08");
    check("2021年1月至11月", "2021年1月至11月=2021-01/2021-11");
    check("二〇二二年", "二〇二二年=2022");
    check("2020年至2023年", "2020年至2023年+=2020/2023");
    check("2022年，全年", "2022年=2022 全年=2022");
}

#[test]
fn stocks_spans_and_bases() {
    check("截至5月底", "截至5月底!=/2024-05");
    check("目前", "目前!=/2024-09");
    check("2018年底", "2018年底!=/2018-12");
    check("2020年以来", "2020年以来+=2020/2024");
    check("今年以来", "今年以来=2024");
    check("今年截至目前", "今年截至目前=2024-01/2024-09");
    check("“十三五”期间", "“十三五”期间+=2016/2020");
    check("是2020年的2倍", "2020年<=2020");
    check("比2019年多", "2019年<=2019");
    check("三年来", "三年来?=2021/2024");
    check("未来五年", "未来五年+=2024/2028");
    check("回望“十三五”，", "“十三五”+=2016/2020");
    check("全年任务", "");
    check("截至今年11月底", "截至今年11月底!=/2024-11");
    check("两年前", "两年前?=2022");
    check("近年来", "近年来~=");
    check("同期", "同期==");
}

#[test]
fn no_times() {
    for text in ["3年工期", "第三产业", "1.5月", "到位资金", "半年度评估", "五年规划"] {
        let chars: Vec<char> = text.chars().collect();
        let found = times(&chars, Date::parse("2024-09-14"), Era::Common);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
