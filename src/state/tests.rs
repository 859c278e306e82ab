use super::*;
use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Kind, Reading, Slot, Status};
use crate::intake::{Record, Refusal, entry, report};
use crate::report::Report;
use crate::text::{Span, clean};

thread_local! {
    /// Reading the reports takes longer than all else here.
    static LIBRARY: Rc<Library> = Rc::new(Library::embedded());
}

pub(super) fn state() -> State {
    State::new(LIBRARY.with(Rc::clone), "")
}

fn visit(fragment: &str) -> State {
    after(state(), Action::Visit(Address::parse(fragment)))
}

#[test]
fn addresses_read_what_they_write() {
    for fragment in [
        "#overview",
        "#report",
        "#report/jingdezhen-2023",
        "#report/jingdezhen-2023?f-120&k=change,rank",
        "#explore",
        "#explore?i=财政总收入&z=甲区&z=乙区&p=year&v=table&g=slope&lang=en&theme=dark",
        "#check",
        "#figures",
        "#figures?q=税收%20甲区&o=merged&z=甲区&t=2023-01%2F2023-09&s=-value&c=quote.value&lang=en",
        "#check?v=differs&r=jingdezhen-2023&c=share-of-count",
        "#check?v=holds&c=outlier&lang=en",
        "#add?theme=light",
        "#method?lang=zh&theme=system",
        "#zone",
        "#zone/甲区?lang=en",
    ] {
        assert_eq!(Address::parse(fragment).print(), fragment);
    }
    let odd = Address {
        place: Place::Explore(ExplorePlace {
            indicator: Some("a&b=c#d%41 e,f".to_owned()),
            zones: vec!["甲，乙".to_owned(), "?/".to_owned()],
            ..ExplorePlace::default()
        }),
        ..Address::default()
    };
    assert_eq!(Address::parse(&odd.print()), odd);
}

#[test]
fn browsers_may_encode_a_fragment() {
    let address = Address::parse("#explore?i=%E8%B4%A2%E6%94%BF");
    assert_eq!(address.print(), "#explore?i=财政");
}

#[test]
fn hostile_fragments_lead_somewhere_harmless() {
    let check = |fragment: &str, expect: &str| assert_eq!(Address::parse(fragment).print(), expect, "{fragment}");
    check("", "#overview");
    check("#", "#overview");
    check("#nonsense/../x?y", "#overview");
    check("#report/", "#report");
    check("#report/<script>?f=-1&k=no,such", "#report/%3Cscript%3E");
    check("#report/x?f=99999999999999999999&f=7", "#report/x?f-7");
    check("#report/x?f-99999999999999999999&f-", "#report/x");
    check("#f-3&lang=en", "#overview?lang=en");
    check("#zone/<b>?f=1", "#zone/%3Cb%3E");
    check("#explore?p=never&v=&g=pie&z=&i=&lang=fr&theme=pink&&&=", "#explore");
    check("#figures?q=&x=y&lang=fr&z=<b>&k=1", "#figures?z=%3Cb%3E&k=1");
    check(&format!("#figures?{}", "q=长&".repeat(5000)), "#figures");
    check("#check?v=no&r=&c=such&f=3", "#check");
    check("#check/x?r=<b>", "#check?r=%3Cb%3E");
    check("#report/%FF%", "#report/%EF%BF%BD%25");
    check("#report/x?k=level,change,share,completion,rank,gap", "#report/x");
    let long = format!("#explore?i={}&{}", "长".repeat(5000), "z=区&".repeat(5000));
    assert!(Address::parse(&long).print().len() < 2000);
}

#[test]
fn an_address_leaves_language_and_theme_as_they_are() {
    let english = after(state(), Action::Language(Language::English));
    let moved = after(english, Action::Visit(Address::parse("#method")));
    assert_eq!((moved.place.page(), moved.language), (Page::Method, Language::English));
    assert_eq!(moved.address().print(), "#method?lang=en");
    let back = after(moved, Action::Visit(Address::parse("#add?lang=zh")));
    assert_eq!(back.language, Language::Chinese);
}

#[test]
fn every_file_is_a_place_and_every_place_of_the_site_a_file() {
    let library = state().library;
    let files = file::files(&library);
    assert!(files.len() > library.entries.len() + 6);
    for name in &files {
        let place = file::place(name, &library).expect("a place");
        assert_eq!(file::file(&place, &library).as_ref(), Some(name));
        assert_eq!(file::place(&format!("{name}index.html"), &library), Some(place.clone()));
        assert_eq!(State::new(library.clone(), name).place, place);
        // The same place is found by its whole address on the front page.
        assert_eq!(Address::parse(&state().link(place.clone()).print()).place, place);
    }
    for none in [
        "report",
        "report/x/",
        "zone/x/",
        "indicator/x/",
        "embed/",
        "report/ganzhou-2024/x/",
        "/",
        "//",
        "add/x/",
    ] {
        assert_eq!(file::place(none, &library), None, "{none}");
    }
}

#[test]
fn links_lead_from_file_to_file() {
    let check = |from: &str, to: &str, expect: &str| {
        let state = after(state(), Action::Visit(Address::parse(from)));
        assert_eq!(state.href(Address::parse(to).place), expect, "{to} from {from}");
    };
    check("", "#overview", "./");
    check("", "#report/ganzhou-2024?f=7", "report/ganzhou-2024/#f-7");
    check("#report/ganzhou-2024", "#report/ganzhou-2024?f=7&k=rank", "#f-7&k=rank");
    check("#report/ganzhou-2024", "#report/ganzhou-2024", "./");
    check("#report/ganzhou-2024", "#overview", "../../");
    check("#report/ganzhou-2024", "#check?v=differs", "../../check/#v=differs");
    check("#check", "#check?v=differs", "#v=differs");
    check("#check", "#explore?z=甲区", "../indicator/#z=甲区");
    check("#check?lang=en", "#method", "../method/#lang=en");
    check(
        "#check",
        "#explore?i=财政总收入&v=table",
        "../indicator/total-fiscal-revenue/#v=table",
    );
    check("#method", "#zone/景德镇高新区", "../zone/jingdezhen-high-tech-zone/");
    // What has no file is addressed on the front page.
    check("#method", "#explore?i=没有的指标", "../#explore?i=没有的指标");
    check("#report/own-1", "#report/own-1?f=3", "#report/own-1?f-3");
    check("#report/own-1", "#add", "add/");
}

#[test]
fn a_document_that_cannot_leave_its_file_holds_the_whole_address() {
    let stays = after(state(), Action::Stay);
    let moved = after(stays, Action::Visit(Address::parse("#check?v=holds")));
    assert_eq!((moved.file.as_str(), moved.fragment().as_str()), ("", "#check?v=holds"));
    assert_eq!(moved.href(Place::Method), "method/");
    let free = after(state(), Action::Visit(Address::parse("#check?v=holds")));
    assert_eq!((free.file.as_str(), free.fragment().as_str()), ("check/", "#v=holds"));
    assert_eq!(
        Address::read("#v=holds", Place::Check(CheckPlace::default())),
        free.address()
    );
}

/// A report with three figures, the second a growth rate, open in hand.
fn open() -> State {
    let text = "营收16亿元，增8%，税收15亿元";
    let figure = |quote: &str, kind| {
        let start = text
            .find(quote)
            .map(|byte| text[..byte].chars().count())
            .expect("a quote of the text");
        Figure {
            span: Span::new(start, start + quote.chars().count()),
            value: Decimal::ZERO,
            value_max: None,
            unit: String::new(),
            bound: Bound::Eq,
            kind,
            sign: None,
            indicator: Slot::unknown(),
            subject: Slot::unknown(),
            period: Slot::unknown(),
            basis: None,
            status: Status::Actual,
            unreliable: false,
        }
    };
    let reading = Reading {
        clean: clean(text),
        figures: vec![
            figure("16亿元", Kind::Level),
            figure("8%", Kind::Change),
            figure("15亿元", Kind::Level),
        ],
        skipped: Vec::new(),
        date: Slot::unknown(),
        zone: Slot::unknown(),
    };
    let report = Report {
        id: "a".to_owned(),
        text: text.to_owned(),
        ..Report::default()
    };
    let mut library = Library::default();
    library
        .entries
        .push(Rc::new(Entry::with_reading(report, reading, false)));
    after(
        State::new(Rc::new(library), ""),
        Action::Visit(Address::parse("#report/a")),
    )
}

#[test]
fn a_figure_is_addressed_by_its_first_character() {
    let state = after(open(), Action::Visit(Address::parse("#report/a?f=8")));
    assert_eq!(state.figure(), Some(1));
    assert_eq!(
        after(state, Action::Visit(Address::parse("#report/a?f=9"))).figure(),
        None
    );
}

#[test]
fn steps_go_through_the_marked_figures_and_stop_at_the_ends() {
    let step = |state: &State, forward| after(state.clone(), Action::Step(forward));
    let first = step(&open(), true);
    assert_eq!(first.figure(), Some(0));
    assert_eq!(step(&first, false).figure(), Some(0));
    assert_eq!(step(&first, true).figure(), Some(1));
    let last = step(&open(), false);
    assert_eq!((last.figure(), step(&last, true).figure()), (Some(2), Some(2)));

    let levels = after(first, Action::Kind(Kind::Level));
    assert_eq!(step(&levels, true).figure(), Some(2));
    let ranks = after(open(), Action::Kind(Kind::Rank));
    assert_eq!(step(&ranks, true).figure(), None, "nothing is marked");
}

#[test]
fn choosing_all_kinds_is_choosing_none() {
    let all = Kind::ALL.into_iter().fold(Kinds::default(), Kinds::toggled);
    assert!(all.is_empty() && all.shows(Kind::Gap));
    let one = Kinds::default().toggled(Kind::Rank);
    assert!(one.shows(Kind::Rank) && !one.shows(Kind::Level) && one.toggled(Kind::Rank).is_empty());
}

#[test]
fn a_new_indicator_asks_about_all_zones_again() {
    let asked = visit("#explore?i=甲&z=乙&p=year&v=table");
    let next = after(asked.clone(), Action::Indicator("丙".to_owned()));
    assert_eq!(next.address().print(), "#explore?i=丙&v=table");
    let without = after(asked.clone(), Action::Zones(vec!["乙".to_owned()]));
    assert_eq!(without.address().print(), "#explore?i=甲&p=year&v=table");
    let region = || Action::Zones(vec!["丁".to_owned(), "乙".to_owned()]);
    let both = after(asked, region());
    assert_eq!(both.address().print(), "#explore?i=甲&z=丁&z=乙&p=year&v=table");
    let neither = after(both.clone(), region());
    assert_eq!(neither.address().print(), "#explore?i=甲&p=year&v=table");
    let all = after(both, Action::Zones(Vec::new()));
    assert_eq!(all.address(), neither.address());
}

#[test]
fn choices_that_do_not_belong_to_the_page_change_nothing() {
    let start = state();
    for action in [
        Action::Select(Some(3)),
        Action::Step(true),
        Action::View(View::Table),
        Action::Zones(Vec::new()),
        Action::Check(CheckPlace::default()),
    ] {
        assert_eq!(after(start.clone(), action).address(), start.address());
    }
    let lost = visit("#report/no-such-report?f=3");
    assert!(lost.entry().is_none() && lost.figure().is_none());
    assert_eq!(after(lost.clone(), Action::Step(true)).address(), lost.address());
}

#[test]
fn findings_are_chosen_by_verdict_report_and_relation() {
    let shown = |fragment: &str| {
        let state = visit(fragment);
        let Place::Check(place) = &state.place else {
            panic!("{fragment}")
        };
        let library = &state.library;
        let shown: Vec<&Finding> = library.findings.iter().filter(|f| place.shows(f, library)).collect();
        assert!(shown.iter().all(|f| place.verdict.is_none_or(|v| v == f.verdict)));
        assert!(shown.iter().all(|f| place.relation.is_none_or(|r| r == f.relation)));
        shown.len()
    };
    let all = shown("#check");
    assert_eq!(all, state().library.findings.len());
    let verdicts: Vec<usize> = Verdict::ALL.map(|v| shown(&format!("#check?v={}", v.code()))).to_vec();
    assert_eq!(verdicts.iter().sum::<usize>(), all);
    let ids = state();
    let reports = ids
        .library
        .entries
        .iter()
        .map(|entry| shown(&format!("#check?r={}", entry.report.id)));
    assert!(
        reports.sum::<usize>() >= all,
        "a finding is about one report or several"
    );
    assert_eq!(shown("#check?r=no-such-report"), 0);
    assert!((1..all).contains(&shown("#check?c=share-of-count")));
}

#[test]
fn choosing_findings_changes_the_address() {
    let chosen = CheckPlace {
        verdict: Some(Verdict::Differs),
        ..CheckPlace::default()
    };
    let next = after(visit("#check?c=outlier"), Action::Check(chosen));
    assert_eq!(next.address().print(), "#check?v=differs");
    assert!(
        !visit("#check").place.moves(&next.place),
        "another choice on the same page"
    );
}

#[test]
fn only_another_view_counts_as_a_move() {
    let place = |fragment| Address::parse(fragment).place;
    assert!(place("#report/a").moves(&place("#report/b")) && place("#report").moves(&place("#report/a")));
    assert!(!place("#report/a?f=1").moves(&place("#report/a?f=2")));
    assert!(!place("#explore?i=a").moves(&place("#explore?i=b")));
}

/// A state in which texts have been read.
pub(super) fn read(state: State, texts: &[&str]) -> State {
    let arrived = texts.iter().map(|text| {
        let mut record = Record::default();
        record[8] = (*text).to_owned();
        ("a.txt".to_owned(), report(record, "").and_then(entry))
    });
    let ended = Own::Ended {
        arrived: arrived.collect(),
        stopped: 0,
        quiet: false,
    };
    let added = after(state, Action::Own(ended));
    let findings = crate::check(&added.library.readings());
    let library = added.library.clone();
    after(added, Action::Own(Own::Checked(library, findings)))
}

const TEXT: &str = "2023年，甲高新区财政总收入16.1亿元。";

#[test]
fn own_reports_join_and_leave_the_table() {
    let more = read(state(), &[TEXT, "没有数。"]);
    assert_eq!(more.library.entries.len(), state().library.entries.len() + 1);
    let done: Vec<_> = more.desk.outcomes.iter().map(|o| o.done.clone()).collect();
    assert_eq!(done, [Ok(1), Err(Refusal::NoFigures)]);
    assert!(
        Rc::ptr_eq(&more.library.findings, &more.clone().library.findings),
        "checked once"
    );
    let id = more.library.own().next().map(|entry| entry.report.id.clone());
    assert!(id.is_some());
    let less = after(more, Action::Own(Own::Remove(id)));
    assert_eq!(less.library.table, state().library.table);
}

#[test]
fn what_was_typed_stays_until_it_is_read() {
    let typed = |text: &str| {
        let draft = Draft {
            text: text.to_owned(),
            ..Draft::default()
        };
        after(state(), Action::Own(Own::Type(draft)))
    };
    assert_eq!(read(typed(TEXT), &[TEXT]).desk.draft, Draft::default());
    assert_eq!(read(typed("没有数。"), &["没有数。"]).desk.draft.text, "没有数。");
    assert_eq!(read(typed("别的。"), &[TEXT]).desk.draft.text, "别的。");
}

#[test]
fn what_comes_by_itself_is_told_where_it_fails() {
    let reading = after(state(), Action::Own(Own::Reading(2, 3, "甲".to_owned())));
    assert_eq!((reading.desk.left, reading.desk.total), (2, 3));
    let arrived = vec![
        ("甲".to_owned(), Err(Refusal::NoFigures)),
        ("乙".to_owned(), Ok(Entry::new(Report::default(), true))),
    ];
    let quiet = Own::Ended {
        arrived,
        stopped: 0,
        quiet: true,
    };
    let ended = after(reading, Action::Own(quiet));
    assert_eq!((ended.desk.left, ended.desk.outcomes.len()), (0, 1));
    let again = after(ended, Action::Own(Own::Reading(1, 1, String::new())));
    assert_eq!(again.desk.outcomes, [], "what is told is told of the latest go");
}
