//! A scene as nodes of the page. Each mark is a link to its sentence; one Tab stop leads into the drawing, arrow keys go on inside.

use super::Same;
use super::markup::{classes, html};
use super::names::tag_of;
use super::tip::mark_id;
use super::turns::use_pieces;
use crate::language::Language;
use crate::scene::{Anchor, Mark, Rect, Scene, Shape};
use crate::svg::number;
use crate::web;
use std::ops::Range;
use yew::prelude::*;

/// Marks drawn together: about as many as a window shows, and few enough that their drawing stays within a frame.
const BATCH: usize = 48;

/// A drawing and what its marks do.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to draw.
    pub scene: Same<Scene>,
    /// The language of the page.
    pub language: Language,
    /// For each mark, where it leads.
    pub links: Same<Vec<AttrValue>>,
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
    let scene = &props.scene.0;
    let count = scene.marks.len();
    let at = use_state_eq(|| None);
    let last = count.saturating_sub(1);
    // Another question may have fewer marks.
    let here = at.unwrap_or(0).min(last);
    let batches = (0..count).step_by(BATCH);
    let batches = batches.map(|from| (props.scene.clone(), props.links.clone(), from..count.min(from + BATCH)));
    let batches = use_pieces(batches.collect());
    let reach = {
        let at = at.setter();
        use_callback((), move |mark, ()| at.set(Some(mark)))
    };
    let id = &props.id;
    let hatched = shapes(scene).any(|shape| matches!(shape, Shape::Rect { class: "hatch", .. }));
    let onkeydown = {
        let id = id.clone();
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
    let batch = |(scene, links, marks): Piece| {
        let among = |mark: &usize| marks.contains(mark);
        let open = props.open.filter(among);
        let tip = open.map(|_| props.tip.clone());
        let (reach, point, language) = (reach.clone(), props.point.clone(), props.language);
        yew::html! { <Marks key={marks.start} {scene} {links} {language} marks={marks.clone()} id={id.clone()} here={Some(here).filter(among)} {open} {tip} {reach} {point} /> }
    };
    html! {
        <svg class={classes(&["c", props.class.unwrap_or_default()])} width={number(scene.width)} height={number(scene.height)}
            viewBox={format!("0 0 {} {}", number(scene.width), number(scene.height))} role="group" aria-label={scene.name.clone()} lang={tag_of(&scene.name, props.language)} onkeydown={onkeydown}>
            if hatched {
                <defs>
                    <pattern id={id.clone()} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path d="M1 0V6" class="hs" />
                    </pattern>
                </defs>
            }
            <g aria-hidden="true">{ for scene.shapes.iter().map(|s| shape(s, id, props.language)) }</g>
            { for batches.into_iter().map(batch) }
        </svg>
    }
}

/// A scene, its links, and the marks that a batch draws.
type Piece = (Same<Scene>, Same<Vec<AttrValue>>, Range<usize>);

/// Some marks of a drawing, which change without the others.
#[derive(Properties, PartialEq)]
struct Batch {
    scene: Same<Scene>,
    links: Same<Vec<AttrValue>>,
    language: Language,
    /// Which of the scene's.
    marks: Range<usize>,
    /// Name of the drawing.
    id: AttrValue,
    /// The one that a Tab stops at, where it is among them.
    here: Option<usize>,
    /// The one that is explained, likewise, and the id of what explains it.
    open: Option<usize>,
    tip: Option<AttrValue>,
    /// The reader has gone to a mark by key.
    reach: Callback<usize>,
    /// The reader points at a mark or has gone to it: which, and its id.
    point: Callback<(usize, String)>,
}

/// The marks.
#[component]
fn Marks(props: &Batch) -> Html {
    let tapped = use_mut_ref(|| false);
    let id = &props.id;
    let mark = |(i, mark): (usize, &Mark)| {
        let point = props.point.reform({
            let id = id.clone();
            move |()| (i, mark_id(&id, i))
        });
        let reached = {
            let (reach, point) = (props.reach.clone(), point.clone());
            Callback::from(move |_: FocusEvent| {
                reach.emit(i);
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
            <a id={mark_id(id, i)} class={if opened { "mark open" } else { "mark" }} href={props.links.0.get(i).cloned()} aria-describedby={opened.then(|| props.tip.clone()).flatten()}
                tabindex={if props.here == Some(i) { "0" } else { "-1" }} onfocus={reached} onpointerenter={pointed} onpointerdown={pressed} onclick={clicked}>
                <title lang={tag_of(&mark.name, props.language)}>{ &mark.name }</title>
                <rect class="hit" x={number(x - 4.0)} y={number(y)} width={number(width + 8.0)} height={number(height)} />
                <g aria-hidden="true">{ for mark.shapes.iter().map(|s| shape(s, id, props.language)) }</g>
            </a>
        }
    };
    let marks = props.marks.clone();
    html! { { for marks.clone().zip(&props.scene.0.marks[marks]).map(mark) } }
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
