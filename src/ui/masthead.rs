//! The top of every page: name, navigation, language and colours; and the line at its foot.

use super::markup::html;
use super::{Handle, page_href, words};
use crate::language::Language;
use crate::state::{Action, Page, Theme};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Name, navigation, language and colours.
pub fn masthead(handle: &Handle) -> Html {
    let s = words(handle);
    let (other, tag, name) = match handle.language {
        Language::Chinese => (Language::English, Language::English.tag(), "English"),
        Language::English => (Language::Chinese, Language::Chinese.tag(), "中文"),
    };
    let switch = {
        let dispatcher = handle.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Language(other)))
    };
    let choose = {
        let dispatcher = handle.dispatcher();
        Callback::from(move |event: Event| {
            let chosen = event
                .target_dyn_into::<HtmlSelectElement>()
                .map(|select| select.value());
            let theme = Theme::ALL
                .into_iter()
                .find(|theme| Some(theme.code()) == chosen.as_deref());
            dispatcher.dispatch(Action::Theme(theme.unwrap_or_default()));
        })
    };
    let link = |page: Page| {
        let current = (page == handle.place.page()).then_some("page");
        html! { <a href={page_href(handle, page)} aria-current={current}>{ s.page(page) }</a> }
    };
    let option = |theme: Theme| {
        html! { <option value={theme.code()} selected={theme == handle.theme}>{ s.theme(theme) }</option> }
    };
    html! {
        <header class="mast">
            <div class="wrap">
                <a class="brand" href={page_href(handle, Page::Overview)} lang="zh-Hans">{ "指标" }<small lang="en">{ "zhibiao" }</small></a>
                <nav class="nav" aria-label={s.pages}>{ for Page::ALL.into_iter().map(link) }</nav>
                <div class="side">
                    <button id="language" type="button" class="linkbtn" lang={tag} onclick={switch}>{ name }</button>
                    <select id="theme" aria-label={s.theme_label} onchange={choose}>{ for Theme::ALL.into_iter().map(option) }</select>
                </div>
            </div>
        </header>
    }
}

/// What holds for every page.
pub fn footer(handle: &Handle) -> Html {
    let s = words(handle);
    let method = page_href(handle, Page::Method);
    html! {
        <footer class="wrap">
            <div class="foot-site"><span>{ s.private }</span><a href={method}>{ s.foot_method }</a></div>
        </footer>
    }
}
