//! The style sheets of embeds, made of the site's own: the same tokens, the same strokes.

use super::WIDTHS;
use crate::svg::number;

const TOKENS: &str = include_str!("../../www/style/tokens.css");
const CHART: &str = include_str!("../../www/style/chart.css");
const EMBED: &str = include_str!("../../www/style/embed.css");

/// The style sheet of a document: the tokens that it uses, in light and dark.
pub(super) fn document() -> String {
    let rules = [drawing(), small(EMBED), widths()].concat();
    let tokens = tokens();
    let mut used: Vec<&(String, String)> = Vec::new();
    // A token may stand in another, which then stands after it in the list of those that are used.
    let mut seen = 0;
    let mut text = rules.clone();
    loop {
        for token in &tokens {
            let call = format!("var({})", token.0);
            if text.contains(&call) && !used.contains(&token) {
                used.push(token);
            }
        }
        if used.len() == seen {
            break;
        }
        text = used[seen..].iter().map(|token| token.1.as_str()).collect();
        seen = used.len();
    }
    let used: String = used.iter().map(|(name, value)| format!("{name}:{value};")).collect();
    format!(
        ":root{{color-scheme:light dark;{used}}}:root[data-theme=light]{{color-scheme:light}}:root[data-theme=dark]{{color-scheme:dark}}{rules}"
    )
}

/// The style sheet of a picture: in light colours and without tokens, which few programs outside browsers know.
pub(super) fn picture() -> String {
    let own = ".ground{fill:var(--paper)}.head{font:700 22px var(--serif);fill:var(--ink)}.line{font:400 12px var(--sans);fill:var(--ink-2)}";
    let mut css = drawing() + own;
    let tokens = tokens();
    while let Some(start) = css.find("var(") {
        let end = css[start..].find(')').map_or(css.len(), |end| start + end + 1);
        let name = css[start + 4..end - 1].to_owned();
        let value = tokens
            .iter()
            .find(|(token, _)| *token == name)
            .map_or("", |(_, value)| value);
        let value = value
            .strip_prefix("light-dark(")
            .and_then(|pair| pair.split_once(','))
            .map_or(value, |(light, _)| light);
        css.replace_range(start..end, value);
    }
    css
}

/// The strokes and words of drawings, without what only the app's marks need.
fn drawing() -> String {
    let rules = CHART.lines().filter(|line| line.starts_with("svg.c"));
    let rules: Vec<&str> = rules
        .filter(|line| ![".mark", ".hit", ".n "].iter().any(|part| line.contains(part)))
        .collect();
    small(&rules.join("\n"))
}

/// Of the drawings the widest that has room.
fn widths() -> String {
    let mut css = String::from(".d+.d{display:none}");
    for (i, pair) in WIDTHS.windows(2).enumerate() {
        css += &format!(
            "@media(min-width:{}px){{.d{i}:has(+.d){{display:none}}.d+.d{}{{display:block}}}}",
            number(pair[1]),
            i + 1
        );
    }
    css
}

/// The tokens with their values, without those of special circumstances, such as forced colours, which stand behind.
fn tokens() -> Vec<(String, String)> {
    let usual = TOKENS.split("@media").next().unwrap_or_default();
    let declarations = usual
        .split(['{', '}', ';', '\n'])
        .map(|part| part.split("/*").next().unwrap_or_default());
    let declarations = declarations.filter_map(|part| part.trim().strip_prefix("--")?.split_once(':'));
    declarations
        .map(|(name, value)| (format!("--{}", name.trim()), small(value)))
        .collect()
}

/// Style sheets without comments and needless blanks.
fn small(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out += rest;
    let mut text: Vec<char> = Vec::new();
    for c in out.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
        let tight = |c: char| "{};,".contains(c);
        match (text.last(), c) {
            (None | Some(' '), ' ') => {}
            (Some(&last), ' ') if tight(last) || last == ':' => {}
            (Some(' '), c) if tight(c) => *text.last_mut().unwrap_or(&mut ' ') = c,
            _ => text.push(c),
        }
    }
    text.into_iter().collect::<String>().trim().replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_mean_something_stay() {
        assert_eq!(
            small("/* a */\n.a .b:not(.c) ,\n.d { margin: 0 auto ; width: calc(1px + 2px); }\n"),
            ".a .b:not(.c),.d{margin:0 auto;width:calc(1px + 2px)}"
        );
    }

    #[test]
    fn every_token_that_is_used_is_there_and_no_other() {
        let css = document();
        let declared = css.split('}').next().expect("a root");
        for call in css.split("var(").skip(1) {
            let name = call.split(')').next().expect("a name");
            assert!(declared.contains(&format!("{name}:")), "{name}");
        }
        assert!(!declared.contains("--k-rank:"), "{declared}");
        assert!(css.contains("light-dark("));
    }

    #[test]
    fn pictures_need_no_tokens() {
        let css = picture();
        assert!(
            !css.contains("var(") && !css.contains("light-dark(") && css.contains("fill:#1b3f9c"),
            "{css}"
        );
    }

    #[test]
    fn every_token_has_one_value() {
        let style = document();
        for token in ["--paper:", "--ink:", "--c-bar:", "--differs:"] {
            assert_eq!(style.matches(token).count(), 1, "{token} in {style}");
        }
        assert!(style.contains("--cobalt:light-dark(#"), "{style}");
    }
}
