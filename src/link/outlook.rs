//! Whether what a sentence tells has happened, is planned or is expected.

use super::sentence::{Doc, Sentence};
use crate::cue::Classes;
use crate::figure::Status;
use crate::prefix::{List, is_one};
use crate::token;

/// Whether a text tells of goals, and how far.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Aims {
    None,
    /// To the end of the paragraph.
    Paragraph,
    /// To the next heading.
    Section,
}

impl Aims {
    /// 二、主要预期目标。…: a sentence without a figure opens what is on goals, or on something else.
    pub fn entered(self, doc: &Doc, sentence: &Sentence) -> Self {
        const GOALS: List = List::new("目标|目标任务|打算|工作安排|工作思路|主要预期");
        let tokens = &doc.tokens[sentence.range.clone()];
        let silent = tokens.iter().all(|t| doc.amount(t).is_none());
        let goals = tokens
            .last()
            .is_some_and(|t| GOALS.ending(&doc.chars[..t.span.end]).is_some());
        match self {
            _ if silent && goals && sentence.heading => Self::Section,
            _ if silent && goals => Self::Paragraph,
            Self::Section if !silent || !sentence.opens => self,
            _ if sentence.opens => Self::None,
            _ => self,
        }
    }
}

/// What a sentence has said so far of whether things have happened.
#[derive(Default)]
pub struct Outlook {
    /// What the next figure is.
    pub status: Status,
    /// Whether a quotation is open.
    quoted: bool,
    /// Whether the clause itself has said that something is ahead.
    clause: bool,
    /// Whether it is what comes once something is built: of that project alone.
    built: bool,
    /// Whether what is told are goals: there 完成 is what is to be done.
    aims: bool,
}

impl Outlook {
    /// Before a sentence of a section on goals, or of any other.
    pub fn of(aims: bool) -> Self {
        let status = if aims { Status::Planned } else { Status::Actual };
        Self {
            status,
            aims,
            ..Self::default()
        }
    }

    /// Passes a token: the clause may say that what follows is expected or planned; a later 已 or 完成 takes it back.
    pub fn pass(&mut self, doc: &Doc, token: &token::Token) {
        if token.is_mark("“”") {
            self.quoted = token.is_mark("“");
        }
        self.clause &= !token.is_mark("，；");
        let ahead = token.is(Classes::PLANNED.or(Classes::EXPECTED));
        // “百人计划”专家: a name.
        let named = self.quoted && token.span.len() <= 4 && closes(doc, token);
        if ahead && (named || !looks_ahead(doc, token)) {
            return;
        }
        // 计划完成投资20亿元 is still to come; 计划投资20亿元，完成23亿元 is not.
        let done = doc.says_done(token) && !((self.clause || self.aims) && doc.completes(token));
        // 奋斗目标是：营业收入630亿元，….
        const NAMED: List = List::new("：|是：|为：|:|是:|为:");
        if token.is(Classes::PLAN)
            && doc.chars[..token.span.end].ends_with(&['目', '标'])
            && NAMED.beginning(&doc.chars[token.span.end..]).is_some()
        {
            *self = Self::of(true);
        }
        self.clause |= ahead;
        let will = doc.is_word(token, &["将", "将达", "将达到"]);
        if ahead {
            self.built = will && self.built || doc.chars[..token.span.end].ends_with(&['后']);
        }
        self.status = match self.status {
            _ if token.is(Classes::EXPECTED) => Status::Expected,
            // 达产后年产值将达3亿元.
            Status::Expected if will && self.built => Status::Expected,
            _ if ahead => Status::Planned,
            // 甲项目建成后年产值3亿元；乙项目投资2亿元.
            // 全年预计实现GDP168亿元；1-11月外贸进出口1.05亿美元.
            Status::Expected if token.is_mark("；") && (self.built || timed_behind(doc, token)) => Status::Actual,
            Status::Planned | Status::Expected if done => Status::Actual,
            status => status,
        };
    }
}

/// Whether a time stands right behind a mark.
fn timed_behind(doc: &Doc, mark: &token::Token) -> bool {
    let next = doc.tokens.partition_point(|t| t.span.start < mark.span.end);
    doc.tokens
        .get(next)
        .is_some_and(|t| matches!(t.kind, token::Kind::Time(_)))
}

/// Whether a word of planning or expecting speaks of what is to come.
fn looks_ahead(doc: &Doc, token: &token::Token) -> bool {
    let before = &doc.chars[..token.span.start];
    let behind = &doc.chars[token.span.end..];
    let next = doc.tokens.partition_point(|t| t.span.start < token.span.end);
    let amount = |i: usize| doc.tokens.get(i).and_then(|t| doc.amount(t));
    // 年度投资计划完成率112%, 计划完成112%.
    const RATES: List = List::new("完成率|完成情况|完成进度|完成度|完成比例");
    let done = || behind.starts_with(&['完', '成']) && amount(next + 1).is_some_and(|a| a.unit == "%");
    // 争取专项债18.3亿元: they have been granted.
    const GRANTED: List = List::new("专项|中央|上级|资金|省级|国家|各类|各级|国债|政策|到位|落实");
    let granted = || doc.is_word(token, &["争取"]) && GRANTED.beginning(behind).is_some();
    // 比原计划提前45天完工; 好于预期, 未达预期, 超预期: what has come of it.
    const ONCE: List = List::new("原|比|较|于|达|达到|超|超出|超过|符合");
    // 围绕高质量发展目标，实现…: what all is done for.
    const ROUND: List = List::new("围绕|锚定|紧扣|紧盯|聚焦|瞄准|对照|按照|朝着|坚持");
    let round = || {
        let clause = before.iter().rev().take(16);
        let len = clause.take_while(|c| !is_one(**c, "，。；、：\n")).count();
        doc.is_word(token, &["目标"]) && ROUND.stands_in(&before[before.len() - len..])
    };
    // 规划司司长, 规划展览馆.
    const OFFICES: List = List::new("司|局|处|科|部|院|委|办|师|展|馆");
    let office = || doc.is_word(token, &["规划", "计划"]) && OFFICES.beginning(behind).is_some();
    // 将90个开发区纳入评价: what is taken. 一班要120人: how many it takes. But 将达到2000亿元.
    let number = || amount(next).is_some_and(|a| a.span.start == token.span.end);
    let takes = || doc.is_word(token, &["将", "要"]) && number();
    // 将审批事项由1021项减少到488项: what has been moved. But 将由28万辆提高到45万辆.
    let moves = || {
        let mut clause = doc.tokens[next..].iter().take(8).take_while(|t| !t.is_mark("，。；"));
        let from = clause.position(|t| doc.is_word(t, &["由", "从"]));
        doc.is_word(token, &["将"]) && from.is_some_and(|at| at > 0)
    };
    !(RATES.beginning(behind).is_some()
        || done()
        || granted()
        || ONCE.ending(before).is_some()
        || round()
        || office()
        || takes()
        || moves())
}

/// Whether a quotation mark stands right behind a word.
fn closes(doc: &Doc, token: &token::Token) -> bool {
    doc.chars.get(token.span.end) == Some(&'”')
}
