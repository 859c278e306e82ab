//! A scene as nodes of the page. Each mark is a link to its sentence; one Tab stop leads into the drawing, arrow keys go on inside.

use super::markup::{classes, html};
use super::names::tag_of;
use super::tip::mark_id;
use crate::language::Language;
use crate::scene::{Anchor, Mark, Rect, Scene, Shape};
use crate::svg::number;
use crate::web;
use std::rc::Rc;
use yew::prelude::*;

/// A drawing and what its marks do.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to draw.
    pub scene: Rc<Scene>,
    /// The language of the page.
    pub language: Language,
    /// For each mark, where it leads.
    pub links: Vec<AttrValue>,
    /// Name of the drawing, unlike all others on the page; ids within it start with it.
    pub id: AttrValue,
    /// Style class that decides at which widths of the page it is shown.
    #[prop_or_default]
    pub class: Option<&'static str>,
    /// The mark that is explained beside the drawing.
    pub open: Option<usize>,
    /// Id of what explains it.
    pub tip: AttrValue,
    /// The reader points at a mark or has gone to it by key: which, and its id.
    pub point: Callback<(usize, String)>,
}

/// The drawing.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let Scene { width, height, .. } = *props.scene;
    let at = use_state_eq(|| None);
    let last = props.scene.marks.len().saturating_sub(1);
    // Another question may have fewer marks.
    let here = at.unwrap_or(0).min(last);
    let tapped = use_mut_ref(|| false);
    let id = &props.id;
    let hatched = shapes(&props.scene).any(|shape| matches!(shape, Shape::Rect { class: "hatch", .. }));
    let onkeydown = {
        let (id, at) = (id.clone(), at.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (here + 1).min(last),
                "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(Some(next));
            web::focus(&mark_id(&id, next));
            web::stand(&mark_id(&id, next));
        })
    };
    let mark = |(i, mark): (usize, &Mark)| {
        let point = props.point.reform({
            let id = id.clone();
            move |()| (i, mark_id(&id, i))
        });
        let reached = {
            let (at, point) = (at.clone(), point.clone());
            Callback::from(move |_: FocusEvent| {
                at.set(Some(i));
                point.emit(());
            })
        };
        let pointed = {
            let point = point.clone();
            Callback::from(move |event: PointerEvent| {
                if event.pointer_type() != "touch" {
                    point.emit(());
                }
            })
        };
        // A finger cannot point: its first tap explains the mark, and the next one follows it.
        let opened = props.open == Some(i);
        let pressed = {
            let tapped = tapped.clone();
            Callback::from(move |event: PointerEvent| {
                tapped.replace(event.pointer_type() == "touch" && !opened);
            })
        };
        let clicked = {
            let tapped = tapped.clone();
            Callback::from(move |event: MouseEvent| {
                if tapped.replace(false) {
                    event.prevent_default();
                    point.emit(());
                }
            })
        };
        let Rect { x, y, width, height } = mark.hit;
        html! {
            <a id={mark_id(id, i)} class={if opened { "mark open" } else { "mark" }} href={props.links.get(i).cloned()} aria-describedby={opened.then(|| props.tip.clone())}
                tabindex={if i == here { "0" } else { "-1" }} onfocus={reached} onpointerenter={pointed} onpointerdown={pressed} onclick={clicked}>
                <title lang={tag_of(&mark.name, props.language)}>{ &mark.name }</title>
                <rect class="hit" x={number(x - 4.0)} y={number(y)} width={number(width + 8.0)} height={number(height)} />
                <g aria-hidden="true">{ for mark.shapes.iter().map(|s| shape(s, id, props.language)) }</g>
            </a>
        }
    };
    html! {
        <svg class={classes(&["c", props.class.unwrap_or_default()])} width={number(width)} height={number(height)}
            viewBox={format!("0 0 {} {}", number(width), number(height))} role="group" aria-label={props.scene.name.clone()} lang={tag_of(&props.scene.name, props.language)} onkeydown={onkeydown}>
            if hatched {
                <defs>
                    <pattern id={id.clone()} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path d="M1 0V6" class="hs" />
                    </pattern>
                </defs>
            }
            <g aria-hidden="true">{ for props.scene.shapes.iter().map(|s| shape(s, id, props.language)) }</g>
            { for props.scene.marks.iter().enumerate().map(mark) }
        </svg>
    }
}

fn shapes(scene: &Scene) -> impl Iterator<Item = &Shape> {
    scene
        .shapes
        .iter()
        .chain(scene.marks.iter().flat_map(|mark| &mark.shapes))
}

fn shape(shape: &Shape, id: &str, language: Language) -> Html {
    match shape {
        Shape::Rect {
            rect: Rect { x, y, width, height },
            class,
        } => {
            let fill = (*class == "hatch").then(|| format!("url(#{id})"));
            html! { <rect x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)} class={*class} fill={fill} /> }
        }
        Shape::Line { points, class } => {
            let path: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{} {}", number(*x), number(*y)))
                .collect();
            html! { <path d={format!("M{}", path.join("L"))} class={*class} /> }
        }
        Shape::Circle { at, r, class } => {
            html! { <circle cx={number(at.0)} cy={number(at.1)} r={number(*r)} class={*class} /> }
        }
        Shape::Text {
            at,
            anchor,
            class,
            text,
        } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            html! { <text x={number(at.0)} y={number(at.1)} text-anchor={anchor} class={*class} lang={tag_of(text, language)}>{ text }</text> }
        }
    }
}
