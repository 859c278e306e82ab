//! Periods and classes of periods in words.

use crate::language::Language;
use crate::period::{Date, Period, PeriodClass};

/// A period: `2020年1—9月` and `Jan–Sep 2020`, `截至2022年5月` and `by May 2022`.
pub fn period_words(period: Option<Period>, language: Language) -> String {
    let Some(Period { start, end }) = period else {
        return match language {
            Language::Chinese => "时段未写",
            Language::English => "period not stated",
        }
        .to_owned();
    };
    match (language, start) {
        (Language::Chinese, None) => format!("截至{}", chinese(end)),
        (Language::English, None) => format!("by {}", english(end)),
        (Language::Chinese, Some(start)) if start == end => chinese(end),
        (Language::English, Some(start)) if start == end => english(end),
        (Language::Chinese, Some(start)) => chinese_range(start, end),
        (Language::English, Some(start)) => english_range(start, end),
    }
}

/// A class of periods, as the title of a panel: `全年`, `1—9月`, `单日`.
pub fn class_words(class: Option<PeriodClass>, language: Language) -> String {
    let (zh, en) = match class {
        Some(PeriodClass::Months(first, last)) => {
            return match language {
                Language::Chinese if first == last => format!("{first}月"),
                Language::Chinese => format!("{first}—{last}月"),
                Language::English if first == last => month(first).to_owned(),
                Language::English => format!("{}–{}", month(first), month(last)),
            };
        }
        Some(PeriodClass::Year) => ("全年", "Full year"),
        Some(PeriodClass::Years) => ("跨年", "Several years"),
        Some(PeriodClass::Day) => ("单日", "Single day"),
        Some(PeriodClass::Stock) => ("截至某时", "As of a date"),
        Some(PeriodClass::Other) => ("其他时段", "Other periods"),
        None => ("时段未写", "Period not stated"),
    };
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
    .to_owned()
}

/// Months from `first` to `last` of a year or of two.
fn chinese_range(start: Date, end: Date) -> String {
    let Date { year, month, day } = end;
    if start.year == year && start.month == month && day > 0 && start.day > 0 {
        return format!("{year}年{month}月{}—{day}日", start.day);
    }
    if start.year == year && start.day == 0 && day == 0 && start.month > 0 {
        return format!("{year}年{}—{month}月", start.month);
    }
    if start.month == 0 && month == 0 {
        return format!("{}—{year}年", start.year);
    }
    format!("{}—{}", chinese(start), chinese(end))
}

fn english_range(start: Date, end: Date) -> String {
    if start.year == end.year && start.month == end.month && end.day > 0 && start.day > 0 {
        return format!("{}–{}", start.day, english(end));
    }
    if start.year == end.year && start.day == 0 && end.day == 0 && start.month > 0 {
        return format!("{}–{}", month(start.month), english(end));
    }
    format!("{}–{}", english(start), english(end))
}

fn chinese(date: Date) -> String {
    match date {
        Date { year, month: 0, .. } => format!("{year}年"),
        Date { year, month, day: 0 } => format!("{year}年{month}月"),
        Date { year, month, day } => format!("{year}年{month}月{day}日"),
    }
}

fn english(date: Date) -> String {
    match date {
        Date { year, month: 0, .. } => year.to_string(),
        Date { year, month: m, day: 0 } => format!("{} {year}", month(m)),
        Date { year, month: m, day } => format!("{day} {} {year}", month(m)),
    }
}

/// The English name of a month, 1 to 12.
fn month(number: u8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(period: &str, zh: &str, en: &str) {
        let period = Period::parse(period);
        assert_eq!(period_words(period, Language::Chinese), zh);
        assert_eq!(period_words(period, Language::English), en);
    }

    #[test]
    fn writes_periods() {
        check("2023", "2023年", "2023");
        check("2020-01/2020-09", "2020年1—9月", "Jan–Sep 2020");
        check("2020/2023", "2020—2023年", "2020–2023");
        check("/2022-05", "截至2022年5月", "by May 2022");
        check("/2024", "截至2024年", "by 2024");
        check("2020-09-21", "2020年9月21日", "21 Sep 2020");
        check("2020-09-21/2020-09-23", "2020年9月21—23日", "21–23 Sep 2020");
        check("2019-11", "2019年11月", "Nov 2019");
        check("2019-11/2020-03", "2019年11月—2020年3月", "Nov 2019–Mar 2020");
        check("2019/2020-03", "2019年—2020年3月", "2019–Mar 2020");
        check("", "时段未写", "period not stated");
    }

    #[test]
    fn names_classes() {
        let check = |period: &str, zh: &str, en: &str| {
            let class = Period::parse(period).map(|p| p.class());
            assert_eq!(class_words(class, Language::Chinese), zh);
            assert_eq!(class_words(class, Language::English), en);
        };
        check("2023", "全年", "Full year");
        check("2020-01/2020-09", "1—9月", "Jan–Sep");
        check("2020-03", "3月", "Mar");
        check("2020-09-21", "单日", "Single day");
        check("", "时段未写", "Period not stated");
    }
}
