//! A finding in words: the arithmetic written out, what the text says, and what would make it true.

use super::{Finding, Relation, Remark, Sum, Verdict};
use crate::decimal::Decimal;
use crate::figure::{Bound, Figure, Kind, Reading};
use crate::language::Language;
use crate::table::Evidence;
use crate::words::{Quantity, indicator_words, period_words, quantity_words};

impl Verdict {
    /// Every verdict, what differs first.
    pub const ALL: [Self; 3] = [Self::Differs, Self::Doubtful, Self::Holds];

    /// The code used in files and style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Doubtful => "doubtful",
            Self::Holds => "holds",
        }
    }

    /// The word for readers.
    pub const fn words(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Differs, Language::Chinese) => "不符",
            (Self::Doubtful, Language::Chinese) => "存疑",
            (Self::Holds, Language::Chinese) => "相符",
            (Self::Differs, Language::English) => "differs",
            (Self::Doubtful, Language::English) => "doubtful",
            (Self::Holds, Language::English) => "holds",
        }
    }
}

/// For each relation its code, and its name in Chinese and English, in the order of [`Relation`].
const RELATIONS: [(&str, &str, &str); 18] = [
    ("share-of-count", "占比（数量）", "Share of a count"),
    ("share-of-amount", "占比（金额等）", "Share of an amount"),
    ("rate-of-count", "完成的比率", "Rate of what is done"),
    ("completion", "计划完成率", "Completion of a plan"),
    ("part-within-whole", "部分不大于整体", "Part within whole"),
    ("sum-of-counts", "数量之和", "Sum of counts"),
    ("sum-of-amounts", "金额之和", "Sum of amounts"),
    ("sum-within-total", "分项之和不大于总额", "Sum within total"),
    ("rank-move", "位次变动", "Change of rank"),
    ("from-to", "前后变化", "Change from one value to another"),
    ("multiple", "倍数", "Multiple"),
    ("growth", "增长率", "Growth rate"),
    ("average-growth", "年均增长率", "Average growth"),
    ("same-fact-twice", "同一事实两处表述", "One fact stated twice"),
    ("across-reports", "不同报道的同一数据", "One fact in two reports"),
    (
        "two-changes-one-indicator",
        "同一指标两个增幅",
        "Two changes of one indicator",
    ),
    ("unit-unlikely", "单位与指标", "Unit and indicator"),
    ("outlier", "与其他年份相差悬殊", "Far from other years"),
];

impl Relation {
    /// The code used in files and addresses.
    pub const fn code(self) -> &'static str {
        RELATIONS[self as usize].0
    }

    /// The name for readers.
    pub const fn words(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => RELATIONS[self as usize].1,
            Language::English => RELATIONS[self as usize].2,
        }
    }
}

/// One of two wordings.
fn either<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// A finding in words, in the parts that a page sets apart.
pub struct Said {
    /// The arithmetic written out; empty where there is none.
    pub sum: String,
    /// What the text says of its outcome; empty where it says nothing.
    pub stated: String,
    /// What follows, with the mark that parts it from the arithmetic.
    pub rest: String,
}

impl Finding {
    /// The arithmetic and what follows from it, in one or two sentences. `readings` are those that were checked.
    pub fn says(&self, readings: &[&Reading], language: Language) -> String {
        let said = self.said(readings, language);
        said.sum + &said.rest
    }

    /// The same in parts.
    pub fn said(&self, readings: &[&Reading], language: Language) -> Said {
        let figure = |at: Evidence| &readings[at.report].figures[at.figure];
        let operands = self.operands();
        let words: Vec<String> = operands.iter().map(|at| printed(readings, *at, language)).collect();
        let stated = self
            .stated
            .map(|at| printed(readings, at, language))
            .unwrap_or_default();
        let outcome = self
            .computed
            .map(|value| self.outcome(value, language))
            .unwrap_or_default();
        let zh = language == Language::Chinese;
        let sum = match self.sum {
            Sum::Ratio => format!("{} ÷ {} = {outcome}", words[0], words[1]),
            Sum::Multiple => format!("{} ÷ {} = {outcome}", words[1], words[0]),
            Sum::Growth if figure(operands[1]).value < figure(operands[0]).value => {
                format!("({0} − {1}) ÷ {0} = {outcome}", words[0], words[1])
            }
            Sum::Growth => format!("({1} − {0}) ÷ {0} = {outcome}", words[0], words[1]),
            Sum::Difference if figure(operands[1]).value < figure(operands[0]).value => {
                format!("{} − {} = {outcome}", words[0], words[1])
            }
            Sum::Difference => format!("{} − {} = {outcome}", words[1], words[0]),
            Sum::Increase => format!("{1} ÷ ({0} − {1}) = {outcome}", words[0], words[1]),
            Sum::Decrease => format!("{1} ÷ ({0} + {1}) = {outcome}", words[0], words[1]),
            Sum::Total => format!("{} = {outcome}", words.join(" + ")),
            Sum::Products => {
                let pairs: Vec<String> = words.chunks(2).map(|pair| pair.join(" × ")).collect();
                format!("{} = {outcome}", pairs.join(" + "))
            }
            Sum::Average(years) => format!("({} ÷ {})^(1/{years}) − 1 = {outcome}", words[1], words[0]),
            Sum::Within => {
                let sign = if self.verdict == Verdict::Holds { "≤" } else { ">" };
                format!("{} {sign} {}", words[0], words[1])
            }
            Sum::Same | Sum::Alone => String::new(),
        };
        let name = |at: Evidence| indicator_words(figure(at).indicator.value.as_deref().unwrap_or_default(), language);
        let mut said = match (self.relation, self.verdict) {
            (Relation::PartWithinWhole, Verdict::Holds) => {
                either(language, "：部分不大于整体", ": the part is within the whole").to_owned()
            }
            (Relation::PartWithinWhole, verdict) => {
                let asked = match verdict {
                    Verdict::Doubtful => either(language, "，口径是否一致？", "; are the definitions the same?"),
                    _ => "",
                };
                either(language, "：部分大于整体", ": the part exceeds the whole").to_owned() + asked
            }
            (Relation::SumWithinTotal, Verdict::Holds) if zh => format!("，在总额{stated}之内"),
            (Relation::SumWithinTotal, Verdict::Holds) => format!(", within the total of {stated}"),
            (Relation::SumWithinTotal, _) if zh => format!("，超过总额{stated}"),
            (Relation::SumWithinTotal, _) => format!(", more than the total of {stated}"),
            (Relation::SameFactTwice | Relation::AcrossReports, Verdict::Holds) if zh => {
                format!("两处都是{}", words[0])
            }
            (Relation::SameFactTwice | Relation::AcrossReports, Verdict::Holds) => {
                format!("{} in both places", words[0])
            }
            (Relation::SameFactTwice, _) if zh => format!("同一事实，一处为{}，另一处为{}", words[0], words[1]),
            (Relation::SameFactTwice, _) => {
                format!("One fact is {} in one place and {} in another", words[0], words[1])
            }
            (Relation::AcrossReports, _) if zh => {
                format!("{}：一篇报道为{}，另一篇为{}", name(operands[0]), words[0], words[1])
            }
            (Relation::AcrossReports, _) => format!(
                "{}: {} in one report, {} in another",
                name(operands[0]),
                words[0],
                words[1]
            ),
            (Relation::TwoChanges, _) if zh => format!(
                "{}有{}和{}两个增幅，其中一个可能缺了所指的指标",
                name(operands[0]),
                words[0],
                words[1]
            ),
            (Relation::TwoChanges, _) => format!(
                "{} has two changes, {} and {}; one of them may have lost its indicator",
                name(operands[0]),
                words[0],
                words[1]
            ),
            (Relation::UnitUnlikely, _) if zh => {
                format!("{}写作{}，这个单位与指标是否相配？", name(operands[0]), words[0])
            }
            (Relation::UnitUnlikely, _) => {
                format!("{} is given as {}: does this unit fit it?", name(operands[0]), words[0])
            }
            (Relation::Outlier, _) => {
                let when: Vec<String> = operands
                    .iter()
                    .map(|at| period_words(figure(*at).period.value, language))
                    .collect();
                match language {
                    Language::Chinese => format!(
                        "：{}在{}与{}之间相差悬殊，是否有误？",
                        name(operands[0]),
                        when[0],
                        when[1]
                    ),
                    Language::English => format!(
                        ": {} differs this much between {} and {}; is that so?",
                        name(operands[0]),
                        when[0],
                        when[1]
                    ),
                }
            }
            (_, Verdict::Holds) if zh => format!("，与文中的{stated}相符"),
            (_, Verdict::Holds) => format!(", as stated: {stated}"),
            (_, Verdict::Doubtful) if zh => format!("，文中为{stated}，口径是否一致？"),
            (_, Verdict::Doubtful) => format!("; the text says {stated}: are the definitions the same?"),
            (_, Verdict::Differs) if zh => format!("，文中为{stated}"),
            (_, Verdict::Differs) => format!("; the text says {stated}"),
        };
        said += match self.remark {
            Remark::None => "",
            Remark::Cut => either(language, "（末位是截去的，不是四舍五入）", " (cut off, not rounded)"),
            Remark::Rounded => either(
                language,
                "（在所印数字的精度之内）",
                " (within the precision of the printed digits)",
            ),
            Remark::Direction => either(language, "，方向相反", ", in the other direction"),
            Remark::Loose => either(
                language,
                "（“增长几倍”与“是几倍”不加区分时）",
                " (where “more by” and “times as much” are not told apart)",
            ),
        };
        if let Some((part, whole)) = self.would_be {
            said += &match language {
                Language::Chinese => {
                    let unit = &figure(operands[0]).unit;
                    format!("；{whole}{unit}中有{part}{unit}时才是{stated}")
                }
                Language::English => format!("; {stated} would be {part} of {whole}"),
            };
        }
        if !said.ends_with('？') && !said.ends_with('?') {
            said += either(language, "。", ".");
        }
        Said {
            sum,
            stated,
            rest: said,
        }
    }

    /// The figures that the arithmetic starts from.
    pub fn operands(&self) -> &[Evidence] {
        let stated = usize::from(self.stated.is_some());
        &self.figures[..self.figures.len() - stated]
    }

    /// The outcome as readers write it.
    fn outcome(&self, value: Decimal, language: Language) -> String {
        let unit = self.unit.as_str();
        // A number of places is no place.
        let plain = unit == "rank";
        let words = quantity_words(
            Quantity {
                value,
                value_max: None,
                unit: if plain { "位" } else { unit },
                bound: Bound::Eq,
                kind: Kind::Level,
                sign: None,
            },
            language,
        );
        if value < Decimal::ZERO {
            words.replace('-', "−")
        } else {
            words
        }
    }
}

/// A figure as its text prints it; in English as its readers write it.
fn printed(readings: &[&Reading], at: Evidence, language: Language) -> String {
    let reading = readings[at.report];
    let figure: &Figure = &reading.figures[at.figure];
    match language {
        Language::Chinese => {
            let quote = reading.clean.slice(figure.span).replace(['\n', ' '], "");
            match figure.bound {
                Bound::Gt if !quote.contains(['余', '多', '几']) => format!("逾{quote}"),
                Bound::Ge => format!("{quote}以上"),
                Bound::Approx => format!("约{quote}"),
                Bound::Lt => format!("不足{quote}"),
                Bound::Le if figure.unit != "rank" => format!("不超过{quote}"),
                _ => quote,
            }
        }
        Language::English => quantity_words(figure, language),
    }
}
