//! Charts over small hand-made tables: snapshots in `tests/charts`, and what must hold for every drawing. `ZHIBIAO_UPDATE=1 cargo test`
//! rewrites the snapshots; look at them before you commit them.

#[path = "charts/tables.rs"]
mod tables;

use std::path::Path;
use tables::{PLACES, PLANS, PROJECTS, REVENUE, ask, cases, form, reports, table};
use zhibiao::chart::canvas::{font_size, text_width};
use zhibiao::chart::{Chart, Form, Question, chart, forms, highlights};
use zhibiao::figure::Kind;
use zhibiao::language::Language;
use zhibiao::scene::{Anchor, Scene, Shape};
use zhibiao::svg::svg;
use zhibiao::table::Observation;

const WIDTHS: [f64; 4] = [280.0, 328.0, 528.0, 780.0];
const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn drawn(question: &Question, table: &[Observation], width: f64, language: Language) -> Chart {
    chart(question, table, width, language).unwrap_or_else(|| panic!("nothing drawn for {question:?}"))
}

#[test]
fn snapshots() {
    let update = std::env::var_os("ZHIBIAO_UPDATE").is_some();
    for (name, question, table) in cases() {
        for (width, language, ending) in [
            (328.0, Language::Chinese, "narrow"),
            (528.0, Language::Chinese, "wide"),
            (528.0, Language::English, "en"),
        ] {
            let name = format!("{name}-{ending}");
            let chart = drawn(&question, &table, width, language);
            let file = format!(
                "<!-- {}\n     {} -->\n{}",
                chart.headline,
                chart.subtitle,
                svg(&chart.scene, &name)
            );
            let path = Path::new("tests/charts").join(format!("{name}.svg"));
            if update {
                std::fs::write(&path, file).expect("the snapshot can be written");
            } else {
                let known = std::fs::read_to_string(&path).unwrap_or_default();
                assert_eq!(known, file, "{name} is drawn differently");
            }
        }
    }
}

/// A text's box: left, top, right, bottom.
fn text_box(shape: &Shape) -> Option<([f64; 4], &str)> {
    let Shape::Text {
        at,
        anchor,
        class,
        text,
    } = shape
    else {
        return None;
    };
    let (width, size) = (text_width(text, class), font_size(class));
    assert!(size >= 12.0, "{text} is set too small");
    let left = match anchor {
        Anchor::Start => at.0,
        Anchor::Middle => at.0 - width / 2.0,
        Anchor::End => at.0 - width,
    };
    Some(([left, at.1 - size * 0.88, left + width, at.1 + size * 0.14], text))
}

/// What must hold for every drawing.
fn check(scene: &Scene, what: &str) {
    let shapes = scene
        .shapes
        .iter()
        .chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
    let texts: Vec<([f64; 4], &str)> = shapes.clone().filter_map(text_box).collect();
    for (i, (a, text)) in texts.iter().enumerate() {
        let inside = a[0] >= -0.5 && a[1] >= -0.5 && a[2] <= scene.width + 0.5 && a[3] <= scene.height + 0.5;
        assert!(
            inside,
            "{what}: “{text}” leaves the canvas: {a:?} in {} × {}",
            scene.width, scene.height
        );
        for (b, other) in &texts[..i] {
            let meets = a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
            assert!(!meets, "{what}: “{text}” {a:?} meets “{other}” {b:?}");
        }
    }
    for shape in shapes {
        if let Shape::Rect { rect, class } = shape {
            let fits = rect.x >= 0.0 && rect.width >= 0.0 && rect.x + rect.width <= scene.width + 0.5;
            assert!(fits, "{what}: a {class} leaves the canvas: {rect:?}");
        }
    }
    for (i, mark) in scene.marks.iter().enumerate() {
        assert!(
            !mark.name.is_empty() && !mark.evidence.is_empty(),
            "{what}: a mark without name or evidence"
        );
        assert!(
            mark.hit.height >= 24.0 && mark.hit.width >= 24.0,
            "{what}: {} is hard to hit",
            mark.name
        );
        for other in &scene.marks[..i] {
            let (a, b) = (mark.hit, other.hit);
            let apart = a.y + a.height <= b.y + 0.01
                || b.y + b.height <= a.y + 0.01
                || a.x + a.width <= b.x
                || b.x + b.width <= a.x;
            assert!(apart, "{what}: {} and {} are hit at one place", mark.name, other.name);
        }
    }
}

fn check_everywhere(question: &Question, table: &[Observation]) {
    for width in WIDTHS {
        for language in LANGUAGES {
            let chart = drawn(question, table, width, language);
            assert!(!chart.headline.is_empty() && !chart.subtitle.is_empty());
            check(&chart.scene, &format!("{question:?} {width} {language:?}"));
        }
    }
}

#[test]
fn no_text_meets_another_or_leaves_the_canvas() {
    for (_, question, table) in cases() {
        check_everywhere(&question, &table);
    }
}

#[test]
fn every_indicator_of_the_reports_can_be_drawn() {
    let table = reports();
    assert!(table.len() > 100, "the reports hold hundreds of figures");
    let mut indicators: Vec<&str> = table
        .iter()
        .filter(|o| o.kind == Kind::Level)
        .map(|o| o.indicator.as_str())
        .collect();
    indicators.sort_unstable();
    indicators.dedup();
    for indicator in indicators {
        check_everywhere(&ask(indicator, &[]), &table);
    }
    for form in [Form::Change, Form::Completion, Form::Share, Form::Rank] {
        check_everywhere(
            &Question {
                form,
                ..Question::default()
            },
            &table,
        );
    }
}

#[test]
fn fifty_zones_and_hostile_names_are_drawn() {
    let lines: Vec<String> = (1..=50)
        .map(|n| {
            let long = [
                "高新区",
                "极其冗长的名字一直写下去的国家级经济技术开发区",
                "Wuxi <b>&\"High-tech\"</b> Development Zone",
            ][n % 3];
            let period = ["2023", "2022", "2023-01/2023-06", ""][n % 4];
            format!(
                "第{n}{long}|工业总产值|{period}|level|{}|CNY|",
                10_u64.pow((n % 14) as u32) * n as u64
            )
        })
        .collect();
    let table = table(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    check_everywhere(&ask("工业总产值", &[]), &table);
    let chart = drawn(&ask("工业总产值", &[]), &table, 528.0, Language::Chinese);
    assert_eq!(chart.scene.marks.len(), 50);
    assert!(!svg(&chart.scene, "x").contains("<b>"));
}

#[test]
fn values_of_any_size_are_drawn() {
    for value in ["0", "0.000000000001", "1", "999999999999999999999999999999"] {
        for unit in ["CNY", "%", "个", "m2", "rank", "furlong", ""] {
            for more in ["", "gt", "planned", "le"] {
                let lines = [
                    format!("甲高新区|数|2023|level|{value}|{unit}|{more}"),
                    format!("乙高新区|数|2023|level|{value}|{unit}|"),
                ];
                check_everywhere(&ask("数", &[]), &table(&[&lines[0], &lines[1]]));
            }
        }
    }
}

#[test]
fn nothing_asked_for_nothing_drawn() {
    let table = table(&REVENUE);
    for question in [
        ask("税收", &[]),
        ask("", &[]),
        ask("财政总收入", &["某区"]),
        form(Form::Slope),
        form(Form::Change),
        form(Form::Rank),
        form(Form::Projects),
    ] {
        assert!(!forms(&question, &table).contains(&question.form), "{question:?}");
        assert_eq!(chart(&question, &table, 528.0, Language::Chinese), None, "{question:?}");
    }
}

#[test]
fn headlines_claim_no_more_than_the_figures() {
    let check = |lines: &[&str], zh: &str, en: &str| {
        let table = table(lines);
        let indicator = table[0].indicator.clone();
        let told = LANGUAGES.map(|language| drawn(&ask(&indicator, &[]), &table, 528.0, language).headline);
        assert_eq!(told, [zh, en]);
    };
    // A place only where it is certain.
    check(
        &[
            "甲高新区|税收|2023|level|300|CNY|",
            "乙高新区|税收|2023|level|200|CNY|",
            "丙高新区|税收|2023|level|100|CNY|",
        ],
        "甲高新区2023年税收300元，居所列三区之首",
        "甲高新区: tax revenue CNY 300 in 2023, the highest of the three zones shown",
    );
    check(
        &[
            "甲高新区|税收|2023|level|300|CNY|",
            "乙高新区|税收|2023|level|200|CNY|gt",
            "丙高新区|税收|2023|level|100|CNY|",
        ],
        "三区2023年税收从100元到300元",
        "Three zones: tax revenue from CNY 100 to CNY 300 in 2023",
    );
    // Never across periods.
    check(
        &["甲高新区|税收|2023|level|300|CNY|", "乙高新区|税收|2022|level|200|CNY|"],
        "两区税收都不低于200元，但时段各不相同",
        "Two zones state tax revenue of CNY 200 or more, each for a different period",
    );
    check(
        &[
            "甲高新区|税收|2023|level|3000|CNY|",
            "乙高新区|税收|2022-01/2022-03|level|20|CNY|",
        ],
        "两区写了税收，但时段各不相同",
        "Two zones state tax revenue, each for a different period",
    );
    // Contradictions are said.
    check(
        &["甲高新区|税收|2023|level|300|CNY|", "甲高新区|税收|2023|level|310|CNY|"],
        "甲高新区2023年的税收写了两个数：300元与310元",
        "Two values are stated for tax revenue of 甲高新区 in 2023: CNY 300 and CNY 310",
    );
}

#[test]
fn plans_are_paired_by_their_arithmetic() {
    let chart = drawn(&form(Form::Completion), &table(&PLANS), 528.0, Language::Chinese);
    let names: Vec<&str> = chart.scene.marks.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "晨湖高新区，完成投资，2023年，123亿元，计划100亿元，123%",
            "云屏经开区，完成投资，截至2022年5月，32亿元，计划50亿元，64%",
            "云屏经开区，完成投资，截至2022年5月，10.8亿元，计划18亿元，60%",
        ]
    );
    assert_eq!(chart.headline, "所列三项计划，超额完成的只有晨湖高新区一项");
}

#[test]
fn projects_are_told_from_zones_and_places() {
    let told = |question: &Question, lines: &[&str]| {
        let table = table(lines);
        let drawn = forms(question, &table).contains(&Form::Projects);
        (
            forms(question, &table).first().copied(),
            drawn,
            chart(question, &table, 528.0, Language::Chinese),
        )
    };
    // A zone's own total is not a project's, and is not left out where it is asked for.
    let (first, drawn, _) = told(&ask("总投资", &[]), &PROJECTS);
    assert_eq!((first, drawn), (Some(Form::Bars), true));
    let (first, drawn, _) = told(&ask("总投资", &[]), &PROJECTS[..4]);
    assert_eq!((first, drawn), (Some(Form::Projects), true));
    let (first, drawn, _) = told(&ask("税收", &[]), &REVENUE);
    assert_eq!((first, drawn), (None, false));
    let (.., chart) = told(&form(Form::Projects), &PROJECTS[..3]);
    assert_eq!(
        chart.map(|chart| chart.headline).as_deref(),
        Some("所列三个项目中，吉祥动力电池计划投资最多，300亿元")
    );
}

#[test]
fn slopes_join_only_what_one_report_states() {
    let apart = [
        "甲高新区|税收|2020|level|1|CNY|",
        "甲高新区|税收|2023|level|2|CNY|report:1",
    ];
    let parts = [
        "甲高新区|税收|2020|level|1|CNY|",
        "甲高新区|税收|2023-01/2023-06|level|2|CNY|",
    ];
    let twice = ["甲高新区|税收|2020|level|1|CNY|", "甲高新区|税收|2020|level|2|CNY|"];
    for lines in [apart, parts, twice] {
        assert_eq!(
            chart(&form(Form::Slope), &table(&lines), 528.0, Language::Chinese),
            None,
            "{lines:?}"
        );
    }
}

#[test]
fn places_are_joined_only_within_one_order() {
    let joined = |lines: &[&str]| {
        let chart = drawn(&form(Form::Rank), &table(lines), 528.0, Language::Chinese);
        let lines = |s: &&Shape| matches!(s, Shape::Line { class: "ln thin", .. });
        (chart.scene.shapes.iter().filter(lines).count(), chart.headline)
    };
    let (lines, headline) = joined(&PLACES);
    assert_eq!(lines, 5, "four steps of one chain, one of another");
    assert_eq!(headline, "晨湖高新区国家级高新区综合排名由第107位到第31位，进76位");
    for apart in [
        ["甲区|排名|2018|rank|9|rank|全国", "甲区|排名|2019|rank|3|rank|全省"],
        ["甲区|排名|2018|rank|9|rank|全国", "乙区|排名|2019|rank|3|rank|全国"],
        ["甲区|排名||rank|9|rank|全国", "甲区|排名|2019|rank|3|rank|全国"],
        ["甲区|排名|2019|rank|9|rank|全国", "甲区|排名|2019|rank|3|rank|全国"],
    ] {
        assert_eq!(joined(&apart).0, 0, "{apart:?}");
    }
}

#[test]
fn the_types_of_the_package_name_every_form() {
    let types = include_str!("../src/module/types.d.ts");
    let forms = Form::ALL.map(|form| format!("\"{}\"", form.code())).join(" | ");
    assert!(types.contains(&format!("form?: {forms} | null;")), "{forms}");
}

#[test]
fn highlights_vary_in_form_and_can_be_drawn() {
    let table = reports();
    let picks = highlights(&table, 4);
    assert_eq!(picks.len(), 4);
    for (i, pick) in picks.iter().enumerate() {
        let chart = drawn(&pick.question, &table, 528.0, Language::Chinese);
        let shown = chart.scene.marks.iter().any(|mark| mark.evidence.contains(&pick.key));
        assert!(shown, "{pick:?} quotes a figure that it does not show");
        assert!(
            picks[..i].iter().all(|other| other.question.form != pick.question.form),
            "{picks:?}"
        );
    }
    assert!(highlights(&[], 4).is_empty());
}

#[test]
fn highlights_rest_on_what_can_be_trusted_where_there_is_any() {
    let growth = |zone: &str, more: &str| -> Vec<String> {
        let lines = [("税收", 9), ("出口", 8), ("工业投资", 7), ("用电量", 6)]
            .map(|(indicator, rate)| format!("{zone}|{indicator}|2023|change|{rate}|%|+ yoy {more}"));
        lines[..if more.is_empty() { 3 } else { 4 }].to_vec()
    };
    let mut lines = growth("甲高新区", "unreliable report:1");
    let first = |lines: &[String]| {
        let table = table(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        highlights(&table, 1)[0].question.subjects.clone()
    };
    assert_eq!(first(&lines), ["甲高新区"]);
    lines.extend(growth("乙高新区", ""));
    assert_eq!(first(&lines), ["乙高新区"]);
}
