//! A chart that fits its place: laid out for two widths before the place is known, and anew for its real width afterwards.

use super::chart::Drawing;
use super::markup::html;
use super::tip::use_tip;
use super::{Handle, href, quote};
use crate::chart::canvas::USUAL;
use crate::chart::{Chart, Question, chart};
use crate::scene::Scene;
use crate::table::Observation;
use crate::web;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The width of a phone, at which a chart is drawn before its place is measured, beside that of a column.
const NARROW: f64 = 328.0;

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
    let language = handle.language;
    let scenes = {
        let (question, table) = (props.question.clone(), props.table.clone());
        use_memo(
            (question, table, language, width),
            |(question, table, language, width)| {
                let draw =
                    |width: f64| chart(question, &table.0, width, *language).map(|chart: Chart| Rc::new(chart.scene));
                match width {
                    Some(width) => vec![(draw(*width as f64), None)],
                    None => vec![(draw(USUAL), Some("w")), (draw(NARROW), Some("n"))],
                }
            },
        )
    };
    let drawing = |(scene, class): &(Option<Rc<Scene>>, Option<&'static str>)| {
        let Some(scene) = scene else { return Html::default() };
        let links: Vec<AttrValue> = scene
            .marks
            .iter()
            .map(|mark| link(handle, mark.evidence.first().copied()))
            .collect();
        let id = AttrValue::from(format!("{}{}", props.id, class.unwrap_or_default()));
        yew::html! { <Drawing key={id.to_string()} scene={scene.clone()} {language} {links} id={id.clone()} {class} open={tip.mark()} tip={tip.id()} point={tip.point()} /> }
    };
    let explained = scenes[0].0.as_ref().map(|scene| tip.view(handle, scene));
    html! { <div class="plot" ref={node}>{ for scenes.iter().map(drawing) }{ explained }</div> }
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
