//! A malformed entry of the lexicon stops the build with its line and the reason.

#[path = "../data/build/entries.rs"]
mod entries;
#[path = "../data/build/lexicon.rs"]
mod lexicon;
#[allow(dead_code)]
#[path = "../src/prefix/letters.rs"]
mod letters;

use entries::Fault;

type Lines = fn(&str) -> Result<String, Fault>;

#[track_caller]
fn check(lines: Lines, text: &str, line: usize, reason: &str) {
    match lines(text) {
        Ok(lines) => panic!("accepted: {lines}"),
        Err(fault) => {
            assert!(fault.reason.contains(reason), "{}", fault.reason);
            assert_eq!(fault.line, line, "{}", fault.reason);
        }
    }
}

const OUTPUT: &str = r#"[[indicator]]
name = "总产值"
en = "Total output"
aliases = ["产值"]
unit = "CNY"
examples = ["产值三亿元"]
"#;

#[test]
fn indicators() {
    let with = |more: &str| format!("{OUTPUT}{more}");
    assert_eq!(
        lexicon::indicators(OUTPUT),
        Ok("总产值\tTotal output\t产值\tCNY\n".to_owned())
    );

    let check = |text: &str, line, reason| check(lexicon::indicators, text, line, reason);
    check("[[indicator]\n", 1, "expected");
    check(
        &with("[[indicator]]\nname = \"总产量\"\nexamples = [\"总产量\"]\n"),
        7,
        "missing field `en`",
    );
    check(&with("colour = \"red\"\n"), 7, "unknown field `colour`");
    check(&with("real_growth = \"yes\"\n"), 7, "invalid type");
    let entry = |name: &str, rest: &str| with(&format!("[[indicator]]\nname = \"{name}\"\nen = \"Tons\"\n{rest}\n"));
    check(
        &entry("总产值", "examples = [\"总产值\"]"),
        8,
        "`总产值` is already given on line 2",
    );
    check(
        &entry("总产量", "aliases = [\"产量\", \"产值\"]\nexamples = [\"产量\"]"),
        10,
        "`产值` is already given on line 4",
    );
    check(
        &entry("总产量", "part_of = \"产值\"\nexamples = [\"总产量\"]"),
        10,
        "`产值` is not the name of another indicator",
    );
    check(
        &entry("总产量", "not_with = [\"总产量\"]\nexamples = [\"总产量\"]"),
        10,
        "is not the name of another",
    );
    check(&entry("总产量", "examples = []"), 10, "needs an example");
    check(&entry("", "examples = [\"总产量\"]"), 8, "is empty");
    check(&entry("规模以上“gdp”", "examples = [\"GDP\"]"), 8, "write `规上GDP`");
    check(&entry("总\\t产量", "examples = [\"总产量\"]"), 8, "has a tab");
    check(
        &with("[[indicator]]\nname = \"总产量\"\nen = \"Total output\"\nexamples = [\"总产量\"]\n"),
        9,
        "already given on line 3",
    );
}

const PROVINCE: &str = r#"[[province]]
name = "江西"
en = "Jiangxi"
zones = [
  { name = "九江经开区", en = "Jiujiang" },
  { name = "樟树工业园区", en = "Zhangshu", city = "宜春", level = "provincial" },
  { name = "庐山文创谷", en = "Lushan Valley", kind = "high-tech", city = "九江", aliases = ["文创谷"] },
]
"#;

#[test]
fn zones() {
    let lines = "=江西\tJiangxi\nE九江\tJiujiang\np樟树\tZhangshu\t宜春\nH*庐山文创谷\tLushan Valley\t九江\t文创谷\n";
    assert_eq!(lexicon::zones(PROVINCE), Ok(lines.to_owned()));

    let check = |zone: &str, reason| {
        check(
            lexicon::zones,
            &PROVINCE.replacen("\n]", &format!("\n  {zone},\n]"), 1),
            8,
            reason,
        )
    };
    check(
        "{ name = \"九江经开区\", en = \"Kiukiang\" }",
        "`九江经开区` is already given on line 5",
    );
    check(
        "{ name = \"瑞昌经开区\", en = \"Jiujiang\" }",
        "already given on line 5",
    );
    check("{ name = \"瑞昌谷\", en = \"Ruichang\" }", "needs `kind`");
    check("{ name = \"高新区\", en = \"Ruichang\" }", "needs `kind`");
    check(
        "{ name = \"瑞昌经开区\", en = \"Ruichang\", level = \"city\" }",
        "unknown variant `city`",
    );
    check("{ name = \"“瑞昌”经开区\", en = \"Ruichang\" }", "write `瑞昌经开区`");
    check("{ name = \"瑞昌经开区\" }", "missing field `en`");
    check(
        "{ name = \"瑞昌经开区\", en = \"Ruichang\", alias = \"瑞昌\" }",
        "unknown field `alias`",
    );
}
