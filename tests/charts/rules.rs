//! What each form of chart draws, and what it says of it.

use super::tables::{self, GOALS, PARTS, PLACES, PLANS, PROJECTS, REVENUE, ask, form, reports, table};
use super::{LANGUAGES, check_everywhere, drawn};
use zhibiao::chart::{Chart, Form, Question, behind, chart, forms, highlights};
use zhibiao::language::Language;
use zhibiao::library::Library;
use zhibiao::scene::Shape;
use zhibiao::table::Observation;

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
            "晨湖高新区，完成投资，2023年，123亿元，年度计划投资100亿元，123%，算得123%",
            "云屏经开区，完成投资，截至2022年5月，32亿元，年计划投资50亿元，64%，算得64%",
            "云屏经开区，完成投资，截至2022年5月，10.8亿元，年计划投资18亿元，60%，算得60%",
        ]
    );
    assert_eq!(chart.headline, "所列三项计划，超额完成的只有晨湖高新区一项");
}

/// The names of the marks of an answer in Chinese, and its headline.
fn told(question: &Question, table: &[Observation]) -> (Vec<String>, String) {
    let chart = drawn(question, table, 528.0, Language::Chinese);
    (
        chart.scene.marks.into_iter().map(|mark| mark.name).collect(),
        chart.headline,
    )
}

#[test]
fn plans_are_found_under_the_name_of_any_of_their_figures() {
    let table = table(&GOALS);
    for name in ["年度计划投资", "完成投资", "新开工项目", "已开工项目"] {
        assert!(forms(&ask(name, &[]), &table).contains(&Form::Completion), "{name}");
    }
    let completion = |indicator: &str| Question {
        form: Form::Completion,
        ..ask(indicator, &[])
    };
    let (names, headline) = told(&completion("完成投资"), &table);
    assert_eq!(
        names.len(),
        2,
        "those counted in projects are of other names: {names:?}"
    );
    assert!(names[0].ends_with("计划投资50亿元，算得62.5%"), "{names:?}");
    assert!(names[1].ends_with("95.8%，算得59.85%"), "{names:?}");
    assert_eq!(headline, "所列两项计划已完成59.85%到62.5%，年度未完");
    let (_, headline) = told(&completion("年度计划投资"), &table);
    assert_eq!(headline, "霞岭高新区2023年1—9月完成投资为计划的95.8%，算得59.85%");
    // An outcome of another report, or of another name, is of no plan.
    for apart in [
        [
            "甲区|计划投资|2023|level|5|CNY|planned",
            "甲区|完成投资|2023|level|4|CNY|report:1",
        ],
        ["甲区|计划投资|2023|level|5|CNY|planned", "甲区|税收|2023|level|4|CNY|"],
        [
            "甲区|计划投资|2023|level|5|CNY|planned",
            "乙区|完成投资|2023|level|4|CNY|",
        ],
        [
            "甲区|计划投资|2023|level|0|CNY|planned",
            "甲区|完成投资|2023|level|4|CNY|",
        ],
    ] {
        let table = tables::table(&apart);
        assert!(
            !forms(&form(Form::Completion), &table).contains(&Form::Completion),
            "{apart:?}"
        );
    }
}

#[test]
fn shares_stand_beside_what_part_and_whole_make() {
    let table = table(&PARTS);
    let (names, headline) = told(&form(Form::Share), &table);
    let ends = [
        "占新签约项目，32个 ÷ 52个 = 61.54%",
        "占产业项目，18个 ÷ 24个 = 75%",
        "占全市规上工业增加值，124.17亿元 ÷ 413.9亿元 = 30%",
        "25%以上，占全市",
    ];
    for (name, end) in names.iter().zip(ends) {
        assert!(name.ends_with(end), "{name}");
    }
    assert_eq!(headline, "晨湖高新区2023年投产率70.83%，算得75%，另有三项占比");
    // Only where it is another is it drawn.
    let ticks = |indicator: &str| {
        let question = Question {
            form: Form::Share,
            ..ask(indicator, &[])
        };
        let scene = drawn(&question, &table, 528.0, Language::Chinese).scene;
        let tick = |s: &&Shape| matches!(s, Shape::Line { class: "tick", .. });
        scene.marks.iter().flat_map(|mark| &mark.shapes).filter(tick).count()
    };
    assert_eq!(["投产率", "主导产业签约项目"].map(ticks), [1, 0]);
    // A rate that is part of nothing known is no share.
    let alone = tables::table(&["晨湖高新区|投产率|2023|level|70.83|%|"]);
    assert_eq!(forms(&ask("投产率", &[]), &alone), [Form::Bars]);
}

#[test]
fn what_is_taken_away_is_what_is_drawn() {
    let table = table(&PARTS);
    let question = Question {
        form: Form::Share,
        ..ask("投产率", &[])
    };
    let shown = |answer: Option<&Chart>| -> Vec<String> {
        let behind = behind(&question, &table, answer);
        behind.into_iter().map(|o| o.indicator).collect()
    };
    assert_eq!(shown(None), ["投产率"]);
    let chart = drawn(&question, &table, 528.0, Language::Chinese);
    assert_eq!(shown(Some(&chart)), ["产业项目", "投产项目", "投产率"]);
}

#[test]
fn the_reports_plans_and_shares_are_those_that_the_checks_find() {
    let table = Library::embedded().table;
    let computed = |planned: bool| {
        table
            .iter()
            .filter(move |o| o.computed.is_some_and(|c| c.planned == planned))
    };
    assert!(computed(true).count() >= 3 && computed(false).count() >= 2);
    for (form, planned) in [(Form::Completion, true), (Form::Share, false)] {
        for o in computed(planned) {
            let question = Question {
                form,
                ..ask(&o.indicator, &[])
            };
            assert!(forms(&question, &table).contains(&form), "{o:?}");
            check_everywhere(&question, &table);
        }
    }
}

#[test]
fn a_choice_of_periods_holds_for_every_form() {
    let table = table(&GOALS);
    let class = |line: usize| table[line].period.map(|period| period.class());
    let question = |line: usize| Question {
        classes: vec![class(line)],
        ..ask("完成投资", &[])
    };
    assert_eq!(forms(&question(1), &table), [Form::Bars, Form::Completion]);
    assert_eq!(forms(&question(0), &table), []);
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
    // Under the name of one sum stand the others too, and what else is said of each.
    let table = table(&PROJECTS);
    let projects = Question {
        form: Form::Projects,
        ..ask("总投资", &[])
    };
    let (names, headline) = self::told(&projects, &table);
    assert_eq!(headline, "四个项目写明了投资，写出的数额以吉祥动力电池的300亿元为最大");
    assert!(
        names[0].ends_with("动力电池产能42GWh") && names[1].ends_with("用地162亩，年产值逾200亿元"),
        "{names:?}"
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
