//! Hand-made tables and the questions that the tests ask of them.

use zhibiao::chart::{Form, Question};
use zhibiao::decimal::Decimal;
use zhibiao::figure::{Bound, Kind, Sign, Status};
use zhibiao::period::Period;
use zhibiao::table::{Computed, Evidence, Observation};

/// A table from lines `subject|indicator|period|kind|value|unit|more`, where `more` names sign, bound, status and basis in any order:
/// `+`, `-`, `gt`, `ge`, `lt`, `le`, `approx`, `expected`, `planned`, `unreliable`, `to:200`, `report:1`; `of:3/2` is what row 3 makes of row 2, from 0, which
/// fits where it gives the value when rounded to its places; anything else is the basis.
pub fn table(lines: &[&str]) -> Vec<Observation> {
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
            computed: None,
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
                    Some(("of", rows)) => o.computed = Some(computed(rows, &observations, &o)),
                    Some(("report", report)) => o.evidence[0].report = report.parse().expect("an index"),
                    _ => o.basis = Some(word.to_owned()),
                },
            }
        }
        observations.push(o);
    }
    observations
}

/// What the row before the stroke makes of the one behind it.
fn computed(rows: &str, table: &[Observation], stated: &Observation) -> Computed {
    let rows: Vec<usize> = rows.split('/').map(|row| row.parse().expect("a row")).collect();
    let (part, whole) = (&table[rows[0]], &table[rows[1]]);
    let to = |places: u32| {
        let hundredfold = part.value.checked_mul(Decimal::new(100, 0));
        hundredfold
            .and_then(|value| value.checked_div(whole.value, places))
            .expect("a share")
    };
    Computed {
        part: part.evidence[0],
        whole: whole.evidence[0],
        value: to(2).trimmed(),
        planned: whole.status == Status::Planned,
        fits: to(stated.value.scale()) == stated.value,
    }
}

pub fn ask(indicator: &str, subjects: &[&str]) -> Question {
    Question {
        indicator: indicator.to_owned(),
        subjects: subjects.iter().map(|s| (*s).to_owned()).collect(),
        ..Question::default()
    }
}

pub fn form(form: Form) -> Question {
    Question {
        form,
        ..Question::default()
    }
}

pub const SIGNED: [&str; 4] = [
    "晨湖高新区|新签约项目总投资|2023|level|14320000000|CNY|",
    "云屏经开区|新签约项目总投资|2022-01/2022-07|level|19500000000|CNY|",
    "霞岭高新区|新签约项目总投资|2020-01/2020-03|level|11250000000|CNY|",
    "晨湖高新区|新签约项目总投资|2020-09-21|level|10000000000|CNY|gt",
];

pub const REVENUE: [&str; 5] = [
    "晨湖高新区|财政总收入|2023|level|1530000000|CNY|",
    "云屏经开区|财政总收入|2023|level|2235000000|CNY|",
    "霞岭高新区|财政总收入|2023|level|980000000|CNY|",
    "石坪经开区|财政总收入|2023|level|87500000|CNY|",
    "晨湖高新区|财政总收入|2023|level|1500000000|CNY|gt",
];

pub const BOUNDS: [&str; 7] = [
    "晨湖高新区|保租房|2023|level|1000|套|gt",
    "云屏经开区|保租房|2023|level|2400|套|approx",
    "霞岭高新区|保租房|2023|level|3000|套|planned",
    "石坪经开区|保租房|2023|level|500|套|lt",
    "禾川高新区|保租房|2023|level|1200|套|to:1500",
    "上港开发区|保租房||level|640|套|",
    "下津开发区|保租房|/2023-06|level|12|套|unreliable",
];

pub const RATES: [&str; 8] = [
    "云屏经开区|财政总收入|2022-01/2022-05|change|8.8|%|+ yoy",
    "云屏经开区|规上工业总产值|2022-01/2022-05|change|6.7|%|+ yoy",
    "云屏经开区|工业技改投资|2022-01/2022-05|change|131.4|%|+ yoy",
    "云屏经开区|外贸出口|2022-01/2022-05|change|25|%|+ yoy gt",
    "云屏经开区|实际利用外资|2022-01/2022-05|change|13|%|+ yoy expected",
    "晨湖高新区|办事大厅人次|2024|change|58.2|%|- yoy",
    "晨湖高新区|税收收入|2024|change|41.5|%|+ yoy",
    "晨湖高新区|地区生产总值|2020/2023|change|6.2|%|+ annual-average",
];

pub const PLANS: [&str; 10] = [
    "晨湖高新区|年度计划投资|2023|level|10000000000|CNY|planned",
    "晨湖高新区|完成投资|2023|level|12300000000|CNY|",
    "晨湖高新区|年度计划投资|2023|completion|123|%|of:1/0",
    "云屏经开区|年计划投资|2022|level|5000000000|CNY|planned report:1",
    "云屏经开区|完成投资|/2022-05|level|3200000000|CNY|report:1",
    "云屏经开区|年计划投资|/2022-05|completion|64|%|report:1 of:4/3",
    "云屏经开区|年计划投资|2022|level|1800000000|CNY|planned report:1",
    "云屏经开区|完成投资|/2022-05|level|1080000000|CNY|report:1",
    "云屏经开区|年计划投资|/2022-05|completion|60|%|report:1 of:7/6",
    "霞岭高新区|计划进资|2022|level|500000000|CNY|planned report:2",
];

pub const SHARES: [&str; 3] = [
    "晨湖高新区|主导产业签约项目数|2023|share|61.5|%|新签约项目",
    "晨湖高新区|主导产业签约金额|2023|share|70.2|%|新签约项目总投资",
    "晨湖高新区|工业增值税|2023|share|25|%|ge 全市",
];

/// Shares beside their parts and wholes: one that fits, one that does not, one whose whole is of another area, one whose whole is not stated.
pub const PARTS: [&str; 10] = [
    "晨湖高新区|新签约项目|2023|level|52|个|",
    "晨湖高新区|主导产业签约项目|2023|level|32|个|",
    "晨湖高新区|主导产业签约项目|2023|share|61.54|%|of:1/0",
    "晨湖高新区|产业项目|2023|level|24|个|",
    "晨湖高新区|投产项目|2023|level|18|个|",
    "晨湖高新区|投产率|2023|level|70.83|%|of:4/3",
    "全市|规上工业增加值|2023|level|41390000000|CNY|",
    "晨湖高新区|规上工业增加值|2023|level|12417000000|CNY|",
    "晨湖高新区|规上工业增加值|2023|share|30|%|全市 of:7/6",
    "晨湖高新区|工业增值税|2023|share|25|%|ge 全市",
];

/// Plans with what came of them, as a reader meets them under one indicator: one whose completion is stated otherwise than it is, one whose
/// completion is not stated, and one counted in projects.
pub const GOALS: [&str; 8] = [
    "霞岭高新区|年度计划投资|2023|level|2000000000|CNY|planned",
    "霞岭高新区|完成投资|2023-01/2023-09|level|1197000000|CNY|",
    "霞岭高新区|完成投资|2023-01/2023-09|completion|95.8|%|of:1/0",
    "石坪经开区|计划投资|2023|level|5000000000|CNY|planned report:1",
    "石坪经开区|完成投资|2023-01/2023-09|level|3125000000|CNY|report:1",
    "石坪经开区|新开工项目|2023|level|40|个|planned report:2",
    "石坪经开区|已开工项目|2023|level|43|个|report:2",
    "石坪经开区|新开工项目|2023|completion|107.5|%|report:2 of:6/5",
];

pub const TIMES: [&str; 4] = [
    "云屏经开区|规上工业营收|2020|level|64000000000|CNY|",
    "云屏经开区|规上工业营收|2023|level|98000000000|CNY|",
    "云屏经开区|外资企业|2020|level|57|家|report:1",
    "云屏经开区|外资企业|2024|level|100|家|report:1",
];

pub const PLACES: [&str; 9] = [
    "晨湖高新区|国家级高新区综合排名|2018|rank|107|rank|全国",
    "晨湖高新区|国家级高新区综合排名|2019|rank|51|rank|全国",
    "晨湖高新区|国家级高新区综合排名|2020|rank|52|rank|全国 unreliable",
    "晨湖高新区|国家级高新区综合排名|2022|rank|31|rank|全国",
    "晨湖高新区|国家级高新区综合排名|2025|rank|20|rank|全国 le planned",
    "云屏经开区|外贸出口|2022|rank|1|rank|全市",
    "云屏经开区|创优评估|2019|rank|23|rank|全省 le",
    "霞岭高新区|创优评估|2018|rank|55|rank|",
    "霞岭高新区|创优评估|2019-01/2019-06|rank|32|rank|",
];

pub const PROJECTS: [&str; 9] = [
    "吉祥动力电池|总投资|2024|level|30000000000|CNY|planned",
    "富光精密项目|富光精密项目|2024|level|13100000000|CNY|",
    "石英晶片扩能与智能封装一体化建设二期项目|计划总投资|2022|level|5600000000|CNY|planned report:1",
    "新一代航空产业链项目|投资额||level|5000000000|CNY|gt report:2",
    "晨湖高新区|总投资|2024|level|90000000000|CNY|",
    "霞岭市|投资|2024|level|80000000000|CNY|",
    "富光精密项目|用地|2024|level|162|mu|",
    "富光精密项目|年产值|2026|level|20000000000|CNY|gt planned",
    "吉祥动力电池|动力电池产能|2024|level|42|GWh|planned",
];

/// Every drawing of the tests: its name, the question, the table.
pub fn cases() -> Vec<(&'static str, Question, Vec<Observation>)> {
    let asked = ["晨湖高新区", "云屏经开区", "霞岭高新区", "石坪经开区"];
    let of = |form, subject: &str| Question {
        form,
        subjects: vec![subject.to_owned()],
        ..Question::default()
    };
    vec![
        ("bars-periods", ask("新签约项目总投资", &asked), table(&SIGNED)),
        ("bars-year", ask("财政总收入", &[]), table(&REVENUE)),
        ("bars-bounds", ask("保租房", &[]), table(&BOUNDS)),
        ("bars-one", ask("财政总收入", &["晨湖高新区"]), table(&REVENUE[..1])),
        ("change-up", of(Form::Change, "云屏经开区"), table(&RATES)),
        ("change-both", of(Form::Change, "晨湖高新区"), table(&RATES)),
        ("completion", form(Form::Completion), table(&PLANS)),
        (
            "completion-goals",
            Question {
                form: Form::Completion,
                ..ask("完成投资", &[])
            },
            table(&GOALS),
        ),
        (
            "completion-count",
            Question {
                form: Form::Completion,
                ..ask("新开工项目", &[])
            },
            table(&GOALS),
        ),
        ("share", form(Form::Share), table(&SHARES)),
        ("share-parts", form(Form::Share), table(&PARTS)),
        (
            "share-differs",
            Question {
                form: Form::Share,
                ..ask("投产率", &[])
            },
            table(&PARTS),
        ),
        ("rank", form(Form::Rank), table(&PLACES)),
        ("projects", form(Form::Projects), table(&PROJECTS)),
        (
            "projects-one-name",
            Question {
                form: Form::Projects,
                ..ask("总投资", &[])
            },
            table(&PROJECTS),
        ),
        ("rank-alone", of(Form::Rank, "云屏经开区"), table(&PLACES)),
        (
            "slope",
            Question {
                form: Form::Slope,
                ..ask("规上工业营收", &[])
            },
            table(&TIMES),
        ),
    ]
}

/// The figures that careful readers found in the embedded reports, as a table.
pub fn reports() -> Vec<Observation> {
    let mut lines = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir("data/reports")
        .expect("the reports are there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    paths.sort();
    for (report, path) in paths.iter().enumerate() {
        let text = std::fs::read_to_string(path).expect("a readable file");
        for line in text.lines() {
            let figure: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let field = |name: &str| figure[name].as_str().unwrap_or_default().to_owned();
            let basis = field("basis").replace(' ', "");
            let more = [
                field("sign"),
                field("bound").replace("eq", ""),
                field("status").replace("actual", ""),
                basis,
            ];
            let name = field("indicator");
            let name = zhibiao::lexicon::indicator(&name).map_or(name.as_str(), |known| known.name);
            let [subject, period, kind, value, unit] = ["subject", "period", "kind", "value", "unit"].map(field);
            let more = more.join(" ");
            lines.push(format!(
                "{subject}|{name}|{period}|{kind}|{value}|{unit}|report:{report} {more}"
            ));
        }
    }
    table(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}
