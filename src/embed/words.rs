//! The words of embeds, in both languages. They stand in documents that are written when the site is built, so they weigh nothing in the program.

use crate::language::Language;

/// The words of a language; `{}` marks the place of a value.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) site: &'static str,
    pub(super) other_language: &'static str,
    pub(super) made_by: &'static str,
    pub(super) open: &'static str,
    pub(super) sentences: [&'static str; 2],
    pub(super) table: &'static str,
    pub(super) subject: &'static str,
    pub(super) indicator: &'static str,
    pub(super) period: &'static str,
    pub(super) value: &'static str,
    pub(super) figure: &'static str,
    pub(super) role: &'static str,
    pub(super) stated: &'static str,
    pub(super) computed_from: &'static str,
    pub(super) figures_of: &'static str,
    pub(super) source: &'static str,
    pub(super) no_date: &'static str,
    pub(super) flag_f: &'static str,
    pub(super) flag_u: &'static str,
}

const ZH: Words = Words {
    site: "指标",
    other_language: "English",
    made_by: "数据与制图：指标 zhibiao，由{}句原文抽取",
    open: "在“指标”里打开",
    sentences: ["这张图依据的一句话", "这张图依据的{}句话"],
    table: "看表格",
    subject: "对象",
    indicator: "指标",
    period: "时段",
    value: "数值",
    figure: "原文",
    role: "在算式里",
    stated: "文中所称",
    computed_from: "用来计算",
    figures_of: "一篇报道里的{}个数",
    source: "《{}》",
    no_date: "日期不详",
    flag_f: "f 预计或计划",
    flag_u: "u 可靠性低",
};

const EN: Words = Words {
    site: "zhibiao",
    other_language: "中文",
    made_by: "Data and chart: zhibiao, from {} of Chinese press reports",
    open: "Open in zhibiao",
    sentences: ["The sentence behind this chart", "The {} sentences behind this chart"],
    table: "Show the table",
    subject: "Subject",
    indicator: "Indicator",
    period: "Period",
    value: "Value",
    figure: "As printed",
    role: "In the arithmetic",
    stated: "as stated",
    computed_from: "computed from",
    figures_of: "{} figures of one report",
    source: "“{}”",
    no_date: "no date",
    flag_f: "f expected or planned",
    flag_u: "u low reliability",
};

/// The words of a language.
pub(super) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    }
}

/// How many sentences, as the credit line says it.
pub(super) fn count_sentences(n: usize, language: Language) -> String {
    match (language, n) {
        (Language::Chinese, _) => n.to_string(),
        (Language::English, 1) => "one sentence".to_owned(),
        (Language::English, n) => format!("{n} sentences"),
    }
}
