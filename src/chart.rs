//! From observations and a question to a scene.

use crate::language::Language;
use crate::order::{distinct, sort_by_key};
use crate::period::PeriodClass;
use crate::scene::Scene;
use crate::table::{Evidence, Observation};
use crate::words::unit::Scale;
use canvas::Canvas;

pub use phrase::asked;

mod axis;
mod bars;
pub mod canvas;
mod change;
mod completion;
mod headline;
mod phrase;
mod projects;
mod rank;
mod rows;
mod share;
mod slope;

/// What the reader asks of the table. An empty field asks for everything, so `Question::default()` with an indicator is the usual one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// How to draw it.
    pub form: Form,
    /// The indicator, under its name in the table.
    pub indicator: String,
    /// The subjects to show; empty means every one that has the indicator.
    pub subjects: Vec<String>,
    /// The classes of periods to show, `None` being a period that is not stated; empty means every one.
    pub classes: Vec<Option<PeriodClass>>,
    /// The only report to draw from.
    pub report: Option<usize>,
}

/// The forms of chart, under the names of the trade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Ordered bars (条形图): who has more.
    #[default]
    Bars,
    /// Diverging bars (分向条形图): growth and decline.
    Change,
    /// Bars with target ticks (目标条): plan and actual.
    Completion,
    /// Divided bars (堆叠条): part of a whole.
    Share,
    /// Slope (坡度图): one measure at two times.
    Slope,
    /// Bump or dumbbell (凹凸图, 哑铃图): change of rank.
    Rank,
    /// A table with bars in it (项目表): what goes into each project.
    Projects,
}

impl Form {
    /// Every form, in the order in which they are offered and tried.
    pub const ALL: [Self; FORMS.len()] = {
        let mut all = [Self::Bars; FORMS.len()];
        let mut i = 0;
        while i < all.len() {
            all[i] = FORMS[i].form;
            i += 1;
        }
        all
    };

    /// Its word in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Change => "change",
            Self::Completion => "completion",
            Self::Share => "share",
            Self::Slope => "slope",
            Self::Rank => "rank",
            Self::Projects => "projects",
        }
    }
}

/// A drawn answer: what it says, in words and as a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// A headline computed from the data: what the chart shows.
    pub headline: String,
    /// Indicator, unit, period, and how to read it.
    pub subtitle: String,
    /// The drawing.
    pub scene: Scene,
}

impl Chart {
    /// What is drawn on a canvas of that height, as a chart.
    fn new(canvas: Canvas, height: f64, headline: String, subtitle: String) -> Self {
        Self {
            scene: canvas.scene(height, &headline),
            headline,
            subtitle,
        }
    }
}

/// A chart worth a first look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What to ask [`chart`] for.
    pub question: Question,
    /// The figure whose sentence goes with it.
    pub key: Evidence,
}

/// A form of chart: whether it has something to draw, how it is drawn, and what would be worth drawing so.
struct FormRules {
    form: Form,
    fits: fn(&Question, &[Observation]) -> bool,
    draw: fn(&Question, &[Observation], f64, Language) -> Option<Chart>,
    picks: fn(&[Observation]) -> Vec<Candidate>,
}

/// Every form, in the order in which they are tried where the one asked for has nothing to draw.
const FORMS: [FormRules; 7] = [
    FormRules {
        form: Form::Bars,
        fits: bars::fits,
        draw: bars::draw,
        picks: bars::picks,
    },
    FormRules {
        form: Form::Completion,
        fits: completion::fits,
        draw: completion::draw,
        picks: completion::picks,
    },
    FormRules {
        form: Form::Change,
        fits: change::fits,
        draw: change::draw,
        picks: change::picks,
    },
    FormRules {
        form: Form::Share,
        fits: share::fits,
        draw: share::draw,
        picks: share::picks,
    },
    FormRules {
        form: Form::Slope,
        fits: slope::fits,
        draw: slope::draw,
        picks: slope::picks,
    },
    FormRules {
        form: Form::Rank,
        fits: rank::fits,
        draw: rank::draw,
        picks: rank::picks,
    },
    FormRules {
        form: Form::Projects,
        fits: projects::fits,
        draw: projects::draw,
        picks: projects::picks,
    },
];

/// Draws the answer to a question; `None` where there is nothing to draw. `width` in pixels, 280 to 1200. Where an indicator has no levels
/// but changes or shares, they are drawn instead of the bars asked for.
pub fn chart(question: &Question, table: &[Observation], width: f64, language: Language) -> Option<Chart> {
    let width = canvas::within(width, 280.0, 1200.0);
    let asked = FORMS.iter().filter(|rules| rules.form == question.form);
    let others = FORMS
        .iter()
        .filter(|rules| question.form == Form::Bars && !question.indicator.is_empty() && rules.form != Form::Bars);
    asked
        .chain(others)
        .find_map(|rules| (rules.draw)(question, table, width, language))
}

/// The forms in which the answer to a question can be drawn, whatever form it names; the first is the one to choose for it.
pub fn forms(question: &Question, table: &[Observation]) -> Vec<Form> {
    let fitting = FORMS.iter().filter(|rules| (rules.fits)(question, table));
    let mut fitting: Vec<Form> = fitting.map(|rules| rules.form).collect();
    if projects::alone(question, table) {
        sort_by_key(&mut fitting, |form| *form != Form::Projects);
    }
    fitting
}

/// The observations that an answer rests on, in the order of the table: those asked for, and those that its marks stand for.
pub fn behind(question: &Question, table: &[Observation], answer: Option<&Chart>) -> Vec<Observation> {
    let marks = answer.iter().flat_map(|chart| &chart.scene.marks);
    let mut drawn: Vec<Evidence> = marks.flat_map(|mark| mark.evidence.iter().copied()).collect();
    distinct(&mut drawn);
    let stands = |o: &&Observation| asked(question, o) || o.evidence.iter().any(|at| drawn.binary_search(at).is_ok());
    table.iter().filter(stands).cloned().collect()
}

/// Something that a form could draw, and how much it is worth.
struct Candidate {
    weight: usize,
    /// The one zone that it is about; empty where it is about several.
    subject: String,
    pick: Pick,
}

/// Up to `n` charts worth a first look: what can be trusted before what cannot, then the best of each form before a second one of any, and
/// different zones where there is a choice.
pub fn highlights(table: &[Observation], n: usize) -> Vec<Pick> {
    let mut found: Vec<(Form, Candidate)> = FORMS
        .iter()
        .flat_map(|rules| (rules.picks)(table).into_iter().map(|c| (rules.form, c)))
        .collect();
    let mut picks = Vec::new();
    let mut used: Vec<(Form, String)> = Vec::new();
    while picks.len() < n {
        let rank = |(form, candidate): &(Form, Candidate)| {
            let forms = used.iter().filter(|(f, _)| f == form).count();
            let zones = used
                .iter()
                .filter(|(_, s)| !s.is_empty() && *s == candidate.subject)
                .count();
            let doubted = table
                .iter()
                .any(|o| o.unreliable && o.evidence.contains(&candidate.pick.key));
            (doubted, forms, zones, usize::MAX - candidate.weight)
        };
        // The first of the best, so that the order is that of the reports.
        let Some(best) = (0..found.len()).min_by_key(|&i| rank(&found[i])) else {
            break;
        };
        let (form, candidate) = found.remove(best);
        used.push((form, candidate.subject));
        picks.push(candidate.pick);
    }
    picks
}

/// The unit of an axis, as a subtitle says it: `亿元`, `CNY bn`; for numbers of things in English `number`.
fn unit_words(scale: &Scale, of: &Observation, language: Language) -> String {
    let unit = format!("{}{}", scale.prefix, scale.suffix.trim_start());
    match language {
        Language::English if unit.is_empty() => "number".to_owned(),
        _ if of.unit == "x" => phrase::either(language, "倍", "times").to_owned(),
        _ => unit.trim().to_owned(),
    }
}

/// A subtitle: what is shown, then how to read it.
fn sentence(parts: &[String], hints: &[&str], language: Language) -> String {
    let (parts, hints) = (
        phrase::listed(parts, language),
        hints.join(phrase::either(language, "；", "; ")),
    );
    match language {
        Language::Chinese if hints.is_empty() => parts,
        Language::Chinese => format!("{parts}。{hints}"),
        Language::English if hints.is_empty() => phrase::raised(&parts),
        Language::English => format!("{}. {}", phrase::raised(&parts), phrase::raised(&hints)),
    }
}
