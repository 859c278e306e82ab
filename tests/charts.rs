//! Charts over small hand-made tables: snapshots in `tests/charts`, and what must hold for every drawing. `ZHIBIAO_UPDATE=1 cargo test`
//! rewrites the snapshots; look at them before you commit them.

use std::path::Path;
use zhibiao::chart::canvas::{font_size, text_width};
use zhibiao::chart::{Chart, Form, Question, chart, highlights};
use zhibiao::decimal::Decimal;
use zhibiao::figure::{Bound, Kind, Sign, Status};
use zhibiao::language::Language;
use zhibiao::period::Period;
use zhibiao::scene::{Anchor, Scene, Shape};
use zhibiao::svg::svg;
use zhibiao::table::{Evidence, Observation};

const WIDTHS: [f64; 4] = [280.0, 328.0, 528.0, 780.0];
const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// A table from lines `subject|indicator|period|kind|value|unit|more`, where `more` names sign, bound, status and basis in any order:
/// `+`, `-`, `gt`, `ge`, `lt`, `le`, `approx`, `expected`, `planned`, `unreliable`, `to:200`, `report:1`; anything else is the basis.
fn table(lines: &[&str]) -> Vec<Observation> {
    let mut observations: Vec<Observation> = Vec::new();
    for (figure, line) in lines.iter().enumerate() {
        let part: Vec<&str> = line.split('|').collect();
        let number = |text: &str| Decimal::parse(text).unwrap_or_else(|| panic!("no number: {text}"));
        let mut o = Observation {
            subject: part[0].to_owned(),
            indicator: part[1].to_owned(),
            period: Period::parse(part[2]),
            kind: *Kind::ALL.iter().find(|k| k.code() == part[3]).expect("a kind"),
            sign: None,
            value: number(part[4]),
            value_max: None,
            unit: part[5].to_owned(),
            bound: Bound::Eq,
            status: Status::Actual,
            basis: None,
            unreliable: false,
            evidence: vec![Evidence { report: 0, figure }],
        };
        for word in part.get(6).unwrap_or(&"").split_whitespace() {
            match word {
                "+" => o.sign = Some(Sign::Plus),
                "-" => o.sign = Some(Sign::Minus),
                "gt" => o.bound = Bound::Gt,
                "ge" => o.bound = Bound::Ge,
                "lt" => o.bound = Bound::Lt,
                "le" => o.bound = Bound::Le,
                "approx" => o.bound = Bound::Approx,
                "expected" => o.status = Status::Expected,
                "planned" => o.status = Status::Planned,
                "unreliable" => o.unreliable = true,
                _ => match word.split_once(':') {
                    Some(("to", max)) => o.value_max = Some(number(max)),
                    Some(("report", report)) => o.evidence[0].report = report.parse().expect("an index"),
                    _ => o.basis = Some(word.to_owned()),
                },
            }
        }
        observations.push(o);
    }
    observations
}

fn ask(indicator: &str, subjects: &[&str]) -> Question {
    Question {
        indicator: indicator.to_owned(),
        subjects: subjects.iter().map(|s| (*s).to_owned()).collect(),
        ..Question::default()
    }
}

fn form(form: Form) -> Question {
    Question {
        form,
        ..Question::default()
    }
}

const SIGNED: [&str; 4] = [
    "东湖高新区|新签约项目总投资|2023|level|15466000000|CNY|",
    "西山经开区|新签约项目总投资|2022-01/2022-07|level|20000000000|CNY|",
    "南岭高新区|新签约项目总投资|2020-01/2020-03|level|11980000000|CNY|",
    "东湖高新区|新签约项目总投资|2020-09-21|level|10000000000|CNY|gt",
];

const REVENUE: [&str; 5] = [
    "东湖高新区|财政总收入|2023|level|1610000000|CNY|",
    "西山经开区|财政总收入|2023|level|2235000000|CNY|",
    "南岭高新区|财政总收入|2023|level|980000000|CNY|",
    "北坪经开区|财政总收入|2023|level|87500000|CNY|",
    "东湖高新区|财政总收入|2023|level|1600000000|CNY|gt",
];

const BOUNDS: [&str; 7] = [
    "东湖高新区|保租房|2023|level|1000|套|gt",
    "西山经开区|保租房|2023|level|2400|套|approx",
    "南岭高新区|保租房|2023|level|3000|套|planned",
    "北坪经开区|保租房|2023|level|500|套|lt",
    "中川高新区|保租房|2023|level|1200|套|to:1500",
    "上港开发区|保租房||level|640|套|",
    "下津开发区|保租房|/2023-06|level|12|套|unreliable",
];

/// Every drawing of the tests: its name, the question, the table.
fn cases() -> Vec<(&'static str, Question, Vec<Observation>)> {
    let asked = ["东湖高新区", "西山经开区", "南岭高新区", "北坪经开区"];
    vec![
        ("bars-periods", ask("新签约项目总投资", &asked), table(&SIGNED)),
        ("bars-year", ask("财政总收入", &[]), table(&REVENUE)),
        ("bars-bounds", ask("保租房", &[]), table(&BOUNDS)),
        ("bars-one", ask("财政总收入", &["东湖高新区"]), table(&REVENUE[..1])),
    ]
}

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
