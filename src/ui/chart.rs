//! A scene as nodes of the page. Each mark is a link to its sentence; one Tab stop leads into the drawing, arrow keys go on inside.

use super::markup::{classes, html};
use super::names::tag_of;
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
    #[prop_or_default]
    pub open: Option<usize>,
    /// The reader points at a mark or has gone to it by key.
    #[prop_or_default]
    pub point: Callback<usize>,
}

/// The drawing.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let Scene { width, height, .. } = *props.scene;
    let at = use_state_eq(|| 0_usize);
    let id = &props.id;
    let hatched = shapes(&props.scene).any(|shape| matches!(shape, Shape::Rect { class: "hatch", .. }));
    let onkeydown = {
        let (id, count, at) = (id.clone(), props.scene.marks.len(), at.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = count.saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (*at + 1).min(last),
                "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(next);
            web::focus(&mark_id(&id, next));
            web::stand(&mark_id(&id, next));
        })
    };
    let mark = |(i, mark): (usize, &Mark)| {
        let reached = {
            let (at, point) = (at.clone(), props.point.clone());
            Callback::from(move |_: FocusEvent| {
                at.set(i);
                point.emit(i);
            })
        };
        let pointed = {
            let point = props.point.clone();
            Callback::from(move |event: PointerEvent| {
                // A finger points by tapping, see `onclick`.
                if event.pointer_type() != "touch" {
                    point.emit(i);
                }
            })
        };
        let Rect { x, y, width, height } = mark.hit;
        html! {
            <a id={mark_id(id, i)} class={if props.open == Some(i) { "mark open" } else { "mark" }} href={props.links.get(i).cloned()}
                tabindex={if i == *at { "0" } else { "-1" }} onfocus={reached} onpointerenter={pointed}>
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

fn mark_id(id: &str, mark: usize) -> String {
    format!("{id}-m{mark}")
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
