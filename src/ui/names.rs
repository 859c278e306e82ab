//! Names of zones and indicators in the language of the page. A name that has no English stays Chinese and says so to a screen reader.

use super::markup::html;
use crate::language::{Language, glued, is_han, parts, phrases};
use crate::words::{indicator_words, subject_words};
use yew::prelude::*;

/// A zone, place or company.
pub fn subject(name: &str, language: Language) -> Html {
    mixed(subject_words(name, language), language)
}

/// An indicator.
pub fn indicator(name: &str, language: Language) -> Html {
    mixed(indicator_words(name, language), language)
}

/// A sentence of ours that may name things in Chinese: those parts are marked as Chinese.
pub fn mixed(text: &str, language: Language) -> Html {
    if language == Language::Chinese || !has_han(text) {
        return html! { { text } };
    }
    let part = |(chinese, text): (bool, &str)| match chinese {
        true => html! { <span lang="zh-Hans">{ text }</span> },
        false => html! { { text } },
    };
    html! { { for parts(text).into_iter().map(part) } }
}

/// A headline of ours, with the places where its lines may end.
pub fn headline(text: &str, language: Language) -> Html {
    match language {
        Language::Chinese => {
            html! { { for phrases(text).into_iter().map(|phrase| html! { <>{ phrase }<wbr /></> }) } }
        }
        Language::English => mixed(&glued(text), language),
    }
}

/// The language tag for a text that is drawn in one piece: Chinese where it holds Chinese.
pub fn tag_of(text: &str, language: Language) -> Option<&'static str> {
    (language != Language::Chinese && has_han(text)).then_some(Language::Chinese.tag())
}

fn has_han(text: &str) -> bool {
    text.contains(is_han)
}

#[cfg(test)]
mod tests {
    use super::*;
    use yew::virtual_dom::VNode;

    #[test]
    fn chinese_in_english_is_marked() {
        assert_eq!(tag_of("Total of 项目", Language::English), Some("zh-Hans"));
        assert_eq!(tag_of("Total", Language::English), None);
        assert_eq!(tag_of("项目", Language::Chinese), None);
        let VNode::VList(list) = mixed("Zones state 项目A, not 企业3家", Language::English) else {
            panic!("several parts");
        };
        let marked = |node: &&VNode| matches!(node, VNode::VTag(_));
        assert_eq!(list.iter().filter(marked).count(), 2);
    }
}
