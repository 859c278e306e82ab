//! A scene as SVG text: for files, snapshots and other pages.

use crate::scene::{Anchor, Rect, Scene, Shape};
use std::fmt::Write as _;

/// The scene as one `<svg>` element with the classes of the style sheet. `id` names its hatching and must be unlike all others on the page;
/// of it only ASCII letters, digits, `-` and `_` are kept. All text is escaped.
pub fn svg(scene: &Scene, id: &str) -> String {
    let id: String = id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n",
        escaped(&scene.name)
    );
    let shapes = || {
        scene
            .shapes
            .iter()
            .chain(scene.marks.iter().flat_map(|mark| &mark.shapes))
    };
    if shapes().any(|s| matches!(s, Shape::Rect { class: "hatch", .. })) {
        let _ = writeln!(
            out,
            "<defs><pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M1 0V6\" class=\"hs\"/></pattern></defs>"
        );
    }
    for shape in &scene.shapes {
        write_shape(&mut out, shape, &id);
    }
    for mark in &scene.marks {
        let _ = writeln!(out, "<g><title>{}</title>", escaped(&mark.name));
        for shape in &mark.shapes {
            write_shape(&mut out, shape, &id);
        }
        out.push_str("</g>\n");
    }
    out + "</svg>\n"
}

fn write_shape(out: &mut String, shape: &Shape, id: &str) {
    let _ = match shape {
        Shape::Rect {
            rect: Rect { x, y, width, height },
            class,
        } => {
            let fill = if *class == "hatch" {
                format!(" fill=\"url(#{id})\"")
            } else {
                String::new()
            };
            let [x, y, width, height] = [*x, *y, *width, *height].map(number);
            writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" class=\"{class}\"{fill}/>"
            )
        }
        Shape::Line { points, class } => {
            let path: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{} {}", number(*x), number(*y)))
                .collect();
            writeln!(out, "<path d=\"M{}\" class=\"{class}\"/>", path.join("L"))
        }
        Shape::Circle { at, r, class } => {
            let [x, y, r] = [at.0, at.1, *r].map(number);
            writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" class=\"{class}\"/>")
        }
        Shape::Text {
            at,
            anchor,
            class,
            text,
        } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let [x, y] = [at.0, at.1].map(number);
            writeln!(
                out,
                "<text x=\"{x}\" y=\"{y}\"{anchor} class=\"{class}\">{}</text>",
                escaped(text)
            )
        }
    };
}

/// A length with one place behind the point at most; lengths that are no number become 0.
pub fn number(length: f64) -> String {
    // Tenths as a whole number: the browser build then needs no code to print floats.
    let tenths = (length * 10.0).round() as i64;
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
    }
}

/// Text as it stands in XML and HTML, between tags or in quotation marks.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML knows no other control characters.
            c if c.is_control() && !"\t\n\r".contains(c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Mark;

    #[test]
    fn writes_lengths_without_needless_digits() {
        for (length, expect) in [(1.0, "1"), (1.25, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (f64::NAN, "0")] {
            assert_eq!(number(length), expect);
        }
    }

    #[test]
    fn text_from_outside_stays_text() {
        let text = "</text><script>alert('\"&\u{0}')</script>";
        let shape = Shape::Text {
            at: (0.0, 0.0),
            anchor: Anchor::End,
            class: "val",
            text: text.to_owned(),
        };
        let mark = Mark {
            name: text.to_owned(),
            evidence: Vec::new(),
            shapes: vec![shape],
            hit: Rect::default(),
        };
        let scene = Scene {
            name: text.to_owned(),
            marks: vec![mark],
            ..Scene::default()
        };
        let svg = svg(&scene, "a\"b");
        assert!(!svg.contains("<script"), "{svg}");
        assert_eq!(
            svg.matches("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)").count(),
            3,
            "{svg}"
        );
    }

    #[test]
    fn hatching_is_defined_once_and_under_the_given_name() {
        let hatch = Shape::Rect {
            rect: Rect::default(),
            class: "hatch",
        };
        let scene = Scene {
            shapes: vec![hatch.clone(), hatch],
            ..Scene::default()
        };
        let svg = svg(&scene, "bars-1");
        assert_eq!(svg.matches("<pattern id=\"bars-1\"").count(), 1);
        assert_eq!(svg.matches("fill=\"url(#bars-1)\"").count(), 2);
    }
}
