//! An embed's drawing as a picture of its own, with headline and credit: for feeds, mails and pages that take no frames.

use super::{WIDTHS, style};
use crate::chart::canvas::wrap;
use crate::language::Language;
use crate::scene::Scene;
use crate::svg::{escaped, number, svg};

/// White around the drawing, and the distance from one line of the headline to the next.
const MARGIN: f64 = 20.0;
const LINE: f64 = 28.0;

/// The words of a picture; all are plain texts.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// What it shows, in one sentence.
    pub headline: &'a str,
    /// Measure, unit, period.
    pub subtitle: &'a str,
    /// Whose data, whose drawing; may be empty.
    pub credit: &'a str,
    /// The language of all three.
    pub language: Language,
}

/// The picture as SVG: as wide as the drawing and its margins, in light colours, with its style inside.
pub fn picture(caption: Caption, scene: Option<&Scene>) -> String {
    let inner = scene.map_or(WIDTHS[WIDTHS.len() - 1], |scene| scene.width);
    let width = inner + 2.0 * MARGIN;
    let (mut y, mut text) = (MARGIN, String::new());
    let mut write = |y: f64, class: &str, line: &str| {
        text += &format!(
            "<text x=\"{MARGIN}\" y=\"{}\" class=\"{class}\">{}</text>\n",
            number(y),
            escaped(line)
        );
    };
    // The headline is set in 22 px, the measure of the class in 14.
    for line in wrap(caption.headline, "val", inner * 14.0 / 22.0, 3) {
        y += LINE;
        write(y - 6.0, "head", &line);
    }
    for line in wrap(caption.subtitle, "", inner, 2) {
        y += 20.0;
        write(y - 4.0, "line", &line);
    }
    y += 12.0;
    let top = number(y);
    y += scene.map_or(0.0, |scene| scene.height) + 14.0;
    if !caption.credit.is_empty() {
        y += 20.0;
        write(y - 4.0, "line", caption.credit);
    }
    let drawing = scene.map(|scene| svg(scene, "h")).unwrap_or_default();
    let placed = format!("<svg x=\"{MARGIN}\" y=\"{top}\" ");
    let drawing = drawing.replacen("<svg xmlns=\"http://www.w3.org/2000/svg\" ", &placed, 1);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{tag}\">\n\
         <title>{title}</title>\n<style>{style}</style>\n<rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\n\
         {text}{drawing}</svg>\n",
        width = number(width),
        height = number(y + 14.0),
        tag = caption.language.tag(),
        title = escaped(caption.headline),
        style = style::picture(),
    )
}
