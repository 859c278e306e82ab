//! Charts over small hand-made tables: snapshots in `tests/charts`, and what must hold for every drawing. `ZHIBIAO_UPDATE=1 cargo test`
//! rewrites the snapshots; look at them before you commit them.

#[path = "charts/rules.rs"]
mod rules;
#[path = "charts/tables.rs"]
mod tables;

use std::path::Path;
use tables::{REVENUE, ask, cases, form, reports, table};
use zhibiao::chart::canvas::{font_size, text_width};
use zhibiao::chart::{Chart, Form, Question, chart, forms};
use zhibiao::figure::Kind;
use zhibiao::language::Language;
use zhibiao::library::Library;
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
    for of in [Form::Change, Form::Share, Form::Rank] {
        check_everywhere(&form(of), &table);
    }
    for of in [Form::Completion, Form::Share, Form::Projects] {
        check_everywhere(&form(of), &Library::embedded().table);
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
fn the_types_of_the_package_name_every_form() {
    let types = include_str!("../src/module/types.d.ts");
    let forms = Form::ALL.map(|form| format!("\"{}\"", form.code())).join(" | ");
    assert!(types.contains(&format!("form?: {forms} | null;")), "{forms}");
}
