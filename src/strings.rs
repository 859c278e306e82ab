//! Every word of the interface, in both languages. Words of charts and values are in `words`.

use crate::chart::Form;
use crate::check::Verdict;
use crate::figure::{Bound, Found, Kind, Status};
use crate::language::Language;
pub use crate::words::fill;

use crate::state::{Page, PeriodGroup, Theme, View};
use crate::text::CutReason;

mod table;

pub use table::{EN, Strings, ZH};

/// The words of a language.
pub const fn strings(language: Language) -> &'static Strings {
    match language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    }
}

impl Strings {
    /// Name of a page.
    pub const fn page(&self, page: Page) -> &'static str {
        match page {
            Page::Overview => self.overview,
            Page::Report => self.report,
            Page::Zone => self.zone,
            Page::Explore => self.explore,
            Page::Figures => self.figures,
            Page::Check => self.check,
            Page::Add => self.add,
            Page::Method => self.method,
        }
    }

    /// Name of a kind of figure.
    pub const fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Level => self.level,
            Kind::Change => self.change,
            Kind::Share => self.share,
            Kind::Completion => self.completion,
            Kind::Rank => self.rank,
            Kind::Gap => self.gap,
        }
    }

    /// What a kind of figure states.
    pub const fn kind_means(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Level => self.level_means,
            Kind::Change => self.change_means,
            Kind::Share => self.share_means,
            Kind::Completion => self.completion_means,
            Kind::Rank => self.rank_means,
            Kind::Gap => self.gap_means,
        }
    }

    /// How a slot was filled.
    pub const fn found(&self, found: Found) -> &'static str {
        match found {
            Found::Stated => self.stated,
            Found::Inherited => self.inherited,
            Found::Assumed => self.assumed,
            Found::Unknown => self.unknown,
        }
    }

    /// What it means that a slot was filled in this way.
    pub const fn found_means(&self, found: Found) -> &'static str {
        match found {
            Found::Stated => self.stated_means,
            Found::Inherited => self.inherited_means,
            Found::Assumed => self.assumed_means,
            Found::Unknown => self.unknown_means,
        }
    }

    /// How the text limits a value; nothing for a plain one.
    pub const fn bound(&self, bound: Bound) -> Option<&'static str> {
        match bound {
            Bound::Eq => None,
            Bound::Approx => Some(self.bound_approx),
            Bound::Gt => Some(self.bound_gt),
            Bound::Ge => Some(self.bound_ge),
            Bound::Lt => Some(self.bound_lt),
            Bound::Le => Some(self.bound_le),
        }
    }

    /// Whether it has happened; nothing where it has.
    pub const fn status(&self, status: Status) -> Option<&'static str> {
        match status {
            Status::Actual => None,
            Status::Expected => Some(self.expected),
            Status::Planned => Some(self.planned),
        }
    }

    /// Why a passage was cut.
    pub const fn cut(&self, why: CutReason) -> &'static str {
        match why {
            CutReason::Markup => self.cut_markup,
            CutReason::Chrome => self.cut_chrome,
            CutReason::Caption => self.cut_caption,
            CutReason::Repeat => self.cut_repeat,
            CutReason::Annotation => self.cut_annotation,
        }
    }

    /// Why a numeral is no figure, from the name of the rule that skipped it.
    pub fn skipped(&self, rule: &str) -> &'static str {
        match rule {
            "name" => self.skipped_name,
            "idiom" => self.skipped_idiom,
            "ordinal" => self.skipped_ordinal,
            "no unit" => self.skipped_unit,
            "time" | "date" => self.skipped_time,
            _ => self.skipped_other,
        }
    }

    /// What a verdict says, and what it does not.
    pub const fn verdict_means(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Differs => self.differs_means,
            Verdict::Doubtful => self.doubtful_means,
            Verdict::Holds => self.holds_means,
        }
    }

    /// Name of a way to show an answer.
    pub const fn view(&self, view: View) -> &'static str {
        match view {
            View::Chart => self.view_chart,
            View::Table => self.view_table,
            View::Sources => self.view_sources,
        }
    }

    /// Name of a form of chart.
    pub const fn form(&self, form: Form) -> &'static str {
        match form {
            Form::Bars => self.form_bars,
            Form::Change => self.form_change,
            Form::Completion => self.form_completion,
            Form::Share => self.form_share,
            Form::Slope => self.form_slope,
            Form::Rank => self.form_rank,
            Form::Projects => self.form_projects,
        }
    }

    /// Name of a group of periods.
    pub const fn period_group(&self, group: PeriodGroup) -> &'static str {
        match group {
            PeriodGroup::Year => self.period_year,
            PeriodGroup::Part => self.period_part,
            PeriodGroup::Stock => self.period_stock,
            PeriodGroup::Other => self.period_other,
        }
    }

    /// Name of a theme.
    pub const fn theme(&self, theme: Theme) -> &'static str {
        match theme {
            Theme::System => self.theme_system,
            Theme::Light => self.theme_light,
            Theme::Dark => self.theme_dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::table::ALL;
    use super::*;

    #[test]
    fn both_languages_say_everything() {
        for (name, zh, en) in ALL {
            assert!(!zh.is_empty() && !en.is_empty(), "`{name}` is empty");
            assert_ne!(zh, en, "`{name}` is not translated");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "places of `{name}`");
            assert!(
                !en.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) || *name == "site",
                "`{name}`: {en}"
            );
        }
        assert!(ALL.len() > 100, "the table was read");
    }

    #[test]
    fn patterns_take_their_values_in_order() {
        assert_eq!(fill("第{}个，共{}个", &["2", "40"]), "第2个，共40个");
        assert_eq!(fill("{}", &["{}"]), "{}");
        assert_eq!(fill("a{}b{}", &["1"]), "a1b");
    }
}
