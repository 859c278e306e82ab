//! A chart that fits its place: laid out for two widths before the place is known, and anew for its real width afterwards.

use super::chart::Drawing;
use super::markup::html;
use super::tip::use_tip;
use super::{Handle, Same, href, quote};
use crate::chart::canvas::USUAL;
use crate::chart::{Question, chart};
use crate::scene::Scene;
use crate::table::Observation;
use crate::web;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The width of a phone, at which a chart is drawn before its place is measured, beside that of a column.
const NARROW: f64 = 328.0;

/// A drawing's links, one for each mark, its scene, and the style class that decides at which widths of the page it is shown.
type Sheet = (Same<Vec<AttrValue>>, Same<Scene>, Option<&'static str>);

/// A question and the observations that answer it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state.
    pub handle: Handle,
    /// What to show.
    pub question: Question,
    /// Of what.
    pub table: Table,
    /// Name of the plot, unlike all others on the page.
    pub id: AttrValue,
}

/// Observations as a property.
#[derive(Clone, Debug)]
pub struct Table(pub Rc<Vec<Observation>>);

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        // Mostly they are one, and then there is nothing to compare.
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// The chart without its headline.
#[component]
pub fn Plot(props: &Props) -> Html {
    let handle = &props.handle;
    let node = use_node_ref();
    let width = use_width(&node);
    let tip = use_tip(props.id.clone());
    {
        // Another question has other marks.
        let tip = tip.clone();
        use_effect_with((props.question.clone(), props.table.clone()), move |_| tip.forget());
    }
    // A page that was prerendered shows two before its place is known; any other is drawn when it is.
    let sheets = use_memo(
        (props.question.clone(), props.table.clone(), handle.clone(), width),
        |(question, table, handle, width)| {
            let draw = |width: f64, class| {
                let scene = chart(question, &table.0, width, handle.language)?.scene;
                let links = scene
                    .marks
                    .iter()
                    .map(|mark| link(handle, mark.evidence.first().copied()));
                Some((Same(Rc::new(links.collect())), Same(Rc::new(scene)), class))
            };
            let drawn = match width {
                Some(width) => vec![draw(*width as f64, None)],
                None if handle.still => vec![draw(USUAL, Some("w")), draw(NARROW, Some("n"))],
                None => Vec::new(),
            };
            drawn.into_iter().flatten().collect::<Vec<_>>()
        },
    );
    let drawing = |(links, scene, class): &Sheet| {
        let id = AttrValue::from(format!("{}{}", props.id, class.unwrap_or_default()));
        let (scene, links, class) = (scene.clone(), links.clone(), *class);
        yew::html! { <Drawing key={id.to_string()} {scene} language={handle.language} {links} id={id.clone()} {class} open={tip.mark()} tip={tip.id()} point={tip.point()} /> }
    };
    let explained = sheets.first().map(|(_, scene, _)| tip.view(handle, &scene.0));
    html! { <div class="plot" ref={node}>{ for sheets.iter().map(drawing) }{ explained }</div> }
}

fn link(handle: &Handle, evidence: Option<crate::table::Evidence>) -> AttrValue {
    let place = evidence.and_then(|evidence| quote::place(handle, evidence));
    place
        .map(|place| AttrValue::from(href(handle, place)))
        .unwrap_or_default()
}

/// Width of a node in whole pixels, measured after the first drawing and whenever the window changes.
#[hook]
fn use_width(node: &NodeRef) -> Option<usize> {
    let width = use_state_eq(|| None);
    {
        let (node, width) = (node.clone(), width.clone());
        use_effect_with((), move |()| {
            let measure = move || {
                let found = node.cast::<Element>().and_then(|element| web::width_of(&element));
                if found.is_some() {
                    width.set(found);
                }
            };
            measure();
            let listener = web::listen("resize", move |_| measure());
            move || drop(listener)
        });
    }
    *width
}
