//! What is cut as furniture, and what stays.

use super::super::clean;
use super::super::testing::run;
use super::EXAMPLES;

/// Whether a line alone is cut, once its marks have their one form.
fn is_cut(line: &str) -> bool {
    clean(line).chars.is_empty()
}

#[test]
fn every_rule_keeps_its_examples() {
    let mut wrong = Vec::new();
    for (name, cuts, keeps) in EXAMPLES {
        wrong.extend(
            cuts.iter()
                .filter(|line| !is_cut(line))
                .map(|line| format!("{name} should cut {line}")),
        );
        wrong.extend(
            keeps
                .iter()
                .filter(|line| is_cut(line))
                .map(|line| format!("{name} should keep {line}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn furniture_is_known_by_its_form() {
    for line in [
        "首页 > 要闻 > 园区",
        "城区 | 新区 | 县区 | 市直",
        "要闻 政务 园区动态 招商引资 企业风采 图片 视频",
        "2024-05-06 10:20:30",
        "2024年5月6日 10:20 来源:某某网",
        "2024/5/6 星期一",
        "https://example.com/a/b.html",
        "abc@example.com",
    ] {
        assert!(is_cut(line), "{line} should be cut");
    }
    for line in [
        "园区观察 | 新区三年答卷",
        "2024年5月6日",
        "2024-05-06园区动工",
        "| 指标 | 数值 | 增速 | 位次 |",
        "营收 税收 投资 外贸 出口 885",
        "高 新 区 全 力 以 赴",
        "产值>利润>税收，三者皆增",
        "实干铸就新园区",
    ] {
        assert!(!is_cut(line), "{line} should stay");
    }
}

#[test]
fn neighbours_tell_counters_menus_and_tails() {
    let check = |raw: &str, expect: &[&str]| {
        let (left, _) = run(super::pass, raw);
        let left: Vec<&str> = left.split('\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(left, expect, "from {raw}");
    };
    check(
        "园区跑出加速度\n36\n分享至\n全年产值5亿元。",
        &["园区跑出加速度", "全年产值5亿元。"],
    );
    check("产值\n36\n亿元", &["产值", "36", "亿元"]);
    check("要闻\n政务\n园区\n视频\n图片\n产值5亿元。", &["产值5亿元。"]);
    check(
        "三年答卷\n产值5亿元。\n编辑|张某\n某某融媒\n大美某城",
        &["三年答卷", "产值5亿元。"],
    );
    check("产值5亿元。\n某某融媒", &["产值5亿元。", "某某融媒"]);
}
