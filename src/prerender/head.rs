//! What the head of a page says about it to search engines and to those who link to it.

use zhibiao::chart::{Question, chart, forms};
use zhibiao::language::Language;
use zhibiao::state::{Place, State};
use zhibiao::strings::fill;
use zhibiao::svg::escaped;
use zhibiao::ui::{title, words};
use zhibiao::words::period_words;

/// Longest description, in characters; search engines show no more.
const LONGEST: usize = 110;

/// The picture of the site. Each page has it at first; `make cards` makes pages pictures of their own.
const PICTURE: &str = "card.png";

/// Where the site will stand, with a slash at its end; empty where that is not known. Then addresses that have to be complete are left out or
/// stay relative.
#[derive(Clone, Debug, Default)]
pub struct Site(String);

impl Site {
    /// The site at an address.
    ///
    /// # Errors
    /// It is no address of the web.
    pub fn new(address: &str) -> Result<Self, String> {
        let web = address.starts_with("https://") || address.starts_with("http://");
        if address.is_empty() {
            return Ok(Self::default());
        }
        if !web || address.contains(|c: char| c.is_whitespace() || "\"'<>?#".contains(c)) {
            return Err(format!(
                "`{address}` is no address of a site; write it as https://example.org/path/"
            ));
        }
        Ok(Self(format!("{}/", address.trim_end_matches('/'))))
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// The address of a file, complete where the site's is known and otherwise as seen from `from`.
    fn place(&self, file: &str, from: &str) -> String {
        match self.0.as_str() {
            "" => format!("{}{file}", up(from)),
            site => format!("{site}{file}"),
        }
    }

    /// The list of all pages for search engines. It is of use only with complete addresses.
    pub fn sitemap(&self, files: &[String]) -> String {
        let page = |file: &String| format!("<url><loc>{}</loc></url>\n", escaped(&self.place(file, "")));
        let pages: String = files.iter().map(page).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{pages}</urlset>\n"
        )
    }

    /// What crawlers may visit: everything.
    pub fn robots(&self) -> String {
        let sitemap = match self.0.as_str() {
            "" => String::new(),
            site => format!("\nSitemap: {site}sitemap.xml\n"),
        };
        format!("User-agent: *\nAllow: /\n{sitemap}")
    }

    /// The tags of a page's head.
    pub fn tags(&self, state: &State) -> String {
        let name = |key: &str, value: &str| format!("<meta name=\"{key}\" content=\"{}\">\n", escaped(value));
        let property = |key: &str, value: &str| format!("<meta property=\"{key}\" content=\"{}\">\n", escaped(value));
        let (title, about) = (title(state), description(state));
        let kind = if matches!(state.place, Place::Report(_)) {
            "article"
        } else {
            "website"
        };
        let mut tags = format!("<title>{}</title>\n", escaped(&title));
        tags += &name("description", &about);
        tags += &property("og:title", &title);
        tags += &property("og:description", &about);
        tags += &property("og:type", kind);
        tags += &property("og:site_name", words(state).site);
        tags += &property("og:locale", "zh_CN");
        tags += &property("og:image", &self.place(PICTURE, &state.file));
        tags += &name("twitter:card", "summary_large_image");
        if !self.0.is_empty() {
            let address = self.place(&state.file, "");
            tags += &format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&address));
            tags += &property("og:url", &address);
        }
        if let Some(date) = state.entry().and_then(|entry| entry.report.date) {
            tags += &property("article:published_time", &date.to_string());
        }
        tags
    }
}

/// The way from a file of the site to its front page.
pub fn up(file: &str) -> String {
    match file.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// What a page is about, in a sentence or two.
fn description(state: &State) -> String {
    let s = words(state);
    let library = &state.library;
    let text = match &state.place {
        Place::Overview => s.promise_how.to_owned(),
        Place::Reports => s.reports_lede.to_owned(),
        Place::Report(_) => state.entry().map_or_else(String::new, |entry| {
            let reading = &entry.reading;
            let text = reading
                .clean
                .paragraphs()
                .first()
                .map(|span| reading.clean.slice(*span));
            let outlet = entry.report.outlet.as_deref().unwrap_or_default();
            let date = entry
                .report
                .date
                .map(|date| period_words(Some(zhibiao::period::Period::at(date)), Language::Chinese));
            let count = fill(s.count_figures, &[&reading.figures.len().to_string()]);
            let origin: Vec<String> = [Some(outlet.to_owned()), date, Some(count)]
                .into_iter()
                .flatten()
                .collect();
            format!("{}。{}", origin.join("，"), text.unwrap_or_default().trim())
        }),
        Place::Zone(name) if name.is_empty() => s.zones_lede.to_owned(),
        Place::Zone(name) => {
            let of_zone = || library.table.iter().filter(|o| o.subject == *name);
            let count = fill(s.count_figures, &[&of_zone().count().to_string()]);
            format!("{name}：{count}，{}", listed(of_zone().map(|o| o.indicator.as_str())))
        }
        Place::Explore(place) => {
            let indicator = place.indicator.as_deref().unwrap_or_default();
            let mut question = Question {
                indicator: indicator.to_owned(),
                ..Question::default()
            };
            question.form = forms(&question, &library.table).first().copied().unwrap_or_default();
            match chart(&question, &library.table, 600.0, state.language).filter(|_| !indicator.is_empty()) {
                Some(chart) => format!("{}。{}", chart.headline, chart.subtitle),
                None if indicator.is_empty() => format!("{}：{}{}", s.all_indicators, s.promise_1, s.promise_2),
                None => {
                    let subjects = library.table.iter().filter(|o| o.indicator == indicator);
                    let subjects = listed(subjects.map(|o| o.subject.as_str()));
                    format!("{indicator}：{subjects}。{}{}", s.promise_1, s.promise_2)
                }
            }
        }
        Place::Figures(_) => s.figures_lede.to_owned(),
        Place::Check(_) => s.check_lede.to_owned(),
        Place::Add => s.add_lede.to_owned(),
        Place::Method => s.method_lede.to_owned(),
    };
    clipped(&text)
}

/// Names, each once.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once.join("、")
}

/// The beginning of a text, up to the last stop that has room.
fn clipped(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if chars.len() <= LONGEST {
        return chars.into_iter().collect();
    }
    let stop = chars[..LONGEST]
        .iter()
        .rposition(|c| matches!(c, '。' | '；' | '，' | '、'));
    let end = stop.filter(|end| *end > LONGEST / 2).unwrap_or(LONGEST - 1);
    chars[..end].iter().chain(&['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_complete_where_the_site_is_known() {
        let known = Site::new("https://example.org/a").expect("an address");
        assert_eq!(known.place("zone/x/", "report/y/"), "https://example.org/a/zone/x/");
        let unknown = Site::new("").expect("none");
        assert_eq!(unknown.place("card.png", "report/y/"), "../../card.png");
        assert_eq!(unknown.place("card.png", ""), "./card.png");
        for wrong in ["example.org", "javascript:alert(1)", "https://a\"b/", "https://a/?b"] {
            assert!(Site::new(wrong).is_err_and(|reason| reason.contains(wrong)), "{wrong}");
        }
    }

    #[test]
    fn search_engines_are_told_of_every_page() {
        let files = ["".to_owned(), "report/a/".to_owned()];
        let site = Site::new("https://example.org/").expect("an address");
        assert!(site.sitemap(&files).contains("<loc>https://example.org/</loc>"));
        assert!(
            site.sitemap(&files)
                .contains("<loc>https://example.org/report/a/</loc>")
        );
        assert!(site.robots().contains("Sitemap: https://example.org/sitemap.xml"));
        assert!(!Site::default().robots().contains("Sitemap"));
    }

    #[test]
    fn descriptions_end_at_a_stop() {
        assert_eq!(clipped("短。"), "短。");
        let long = format!("{}，{}", "长".repeat(80), "更长".repeat(80));
        assert_eq!(clipped(&long), format!("{}…", "长".repeat(80)));
        assert_eq!(clipped(&"长".repeat(300)).chars().count(), LONGEST);
    }
}
