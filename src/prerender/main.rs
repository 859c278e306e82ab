//! Completes the built site: puts every page into a file of its own, with a head that says what it is; moves the inline start script into a file
//! that `www/start.js` loads in its time, and joins the style sheets to one, so that the pages are readable without scripts, their policy needs to
//! allow none inline, and little is fetched before they show. Beside them come `sitemap.xml` and `robots.txt`, and the embeds, in `embed/` and once
//! more in a folder that is named after what they hold, so that an article can stay with the data that it was written about.
//!
//! Trunk runs it after the build, with the site's folder in `TRUNK_STAGING_DIR`. `ZHIBIAO_SITE` may say where the site will stand:
//! `https://example.org/path/`. Search engines and previews of links need complete addresses; all others are relative.

mod head;

use head::{Site, up};
use std::path::Path;
use std::rc::Rc;
use std::{env, fs, process};
use yew::LocalServerRenderer;
use zhibiao::embed;
use zhibiao::library::Library;
use zhibiao::slug::fingerprint;
use zhibiao::state::State;
use zhibiao::state::file::files;
use zhibiao::ui::{App, Props, Same};

/// Where the page goes, in its element.
const MARK: &str = "<div id=\"app\"><!--app-->";

/// Where its tags go: in the place of those that the front page was built with.
const TITLE: &str = "<title>";

/// The folder of the embeds, where the app itself can be framed as well.
const FRAMED: &str = "embed/";

fn main() {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR") else {
        fail("set TRUNK_STAGING_DIR to the folder of the built site");
    };
    let folder = Path::new(&folder);
    let site = Site::new(&env::var("ZHIBIAO_SITE").unwrap_or_default());
    let site = site.unwrap_or_else(|reason| fail(&format!("ZHIBIAO_SITE: {reason}")));
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).unwrap_or_else(|e| fail(&format!("{}: {e}", index.display())));
    let (html, scripts) =
        detached(&html).unwrap_or_else(|| fail("index.html has no inline start script with a hashed name"));
    for script in scripts {
        write(&folder.join(script.name), &script.text);
    }
    let frame = joined(&unhurried(&html), folder);
    if [MARK, TITLE].iter().any(|mark| frame.matches(mark).count() != 1) {
        fail(&format!("index.html needs exactly one {MARK} and one {TITLE}"));
    }
    let library = Rc::new(Library::embedded());
    let data = embeds(&library, folder, site.address());
    let frame = frame.replacen("<html ", &format!("<html data-version=\"{data}\" "), 1);
    let files = files(&library);
    for file in &files {
        let place = folder.join(file);
        fs::create_dir_all(&place).unwrap_or_else(|e| fail(&format!("{}: {e}", place.display())));
        write(&place.join("index.html"), &whole(&frame, &library, file, &site));
    }
    let app = framed(&whole(&frame, &library, FRAMED, &site));
    write(&folder.join(FRAMED).join("index.html"), &app);
    write(&folder.join("sitemap.xml"), &site.sitemap(&files));
    write(&folder.join("robots.txt"), &site.robots());
}

/// A file of the site: the frame with its head and its page.
fn whole(frame: &str, library: &Rc<Library>, file: &str, site: &Site) -> String {
    let state = State::new(library.clone(), file);
    // The addresses of the frame are those of the front page.
    let frame = frame.replace("=\"./", &format!("=\"{}", up(file)));
    let (before, rest) = frame.split_once(TITLE).unwrap_or_default();
    let (_, after) = rest.split_once("</title>\n").unwrap_or_default();
    let page = format!("<div id=\"app\" data-page=\"{file}\">{}", page(library, file));
    [before, &site.tags(&state), &after.replacen(MARK, &page, 1)].concat()
}

/// The app as it stands in `embed/`, for frames: it shows nothing of the frame of the site, tells the page around it how high it is, and is no
/// page for search engines.
fn framed(html: &str) -> String {
    let tags = "<meta name=\"robots\" content=\"noindex\">\n<script defer src=\"../frame.js\"></script>\n</head>";
    html.replacen("<html ", "<html data-embed ", 1)
        .replacen("</head>", tags, 1)
}

/// Writes the embeds and gives the name of their version.
fn embeds(library: &Library, folder: &Path, address: &str) -> String {
    let site = |version: &str| embed::Site {
        address: address.to_owned(),
        version: version.to_owned(),
    };
    let all: String = embed::files(library, &site(""))
        .into_iter()
        .map(|file| file.text)
        .collect();
    let version = format!("{:08x}", fingerprint(all.as_bytes()) >> 32);
    for version in ["", &version] {
        let place = folder.join(FRAMED).join(version);
        fs::create_dir_all(&place).unwrap_or_else(|e| fail(&format!("{}: {e}", place.display())));
        for file in embed::files(library, &site(version)) {
            write(&place.join(&file.name), &file.text);
        }
    }
    version
}

/// The page without hints to fetch the program early: on a slow line it would hold up the text, which is readable before it.
fn unhurried(html: &str) -> String {
    let mut page = html.to_owned();
    for open in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some(start) = page.find(open) {
            let end = page[start..].find('>').map_or(page.len(), |end| start + end + 1);
            page.replace_range(start..end, "");
        }
    }
    page
}

/// The page with one style sheet in the place of the first of many. Their files are joined in order and removed.
fn joined(html: &str, folder: &Path) -> String {
    const OPEN: &str = "<link rel=\"stylesheet\" href=\"./";
    let mut parts = html.split(OPEN);
    let mut page = parts.next().unwrap_or_default().to_owned();
    let (mut styles, mut after) = (String::new(), String::new());
    for part in parts {
        let Some((name, rest)) = part.split_once("\"/>") else {
            fail("index.html has a style sheet that is not closed");
        };
        let path = folder.join(name);
        styles += &fs::read_to_string(&path).unwrap_or_else(|e| fail(&format!("{}: {e}", path.display())));
        fs::remove_file(&path).unwrap_or_else(|e| fail(&format!("{}: {e}", path.display())));
        after += rest.trim_start();
    }
    let styles = lean(&styles);
    let name = format!("style-{:016x}.css", fingerprint(styles.as_bytes()));
    write(&folder.join(&name), &styles);
    page += &format!("{OPEN}{name}\"/>\n{after}");
    page
}

/// A style sheet without its comments, indents and line ends: every page waits for it.
fn lean(styles: &str) -> String {
    let parts = styles.split("/*").enumerate();
    let code = parts.map(|(i, part)| {
        if i == 0 {
            part
        } else {
            part.split_once("*/").map_or("", |(_, rest)| rest)
        }
    });
    let code: String = code.collect();
    let mut out = String::with_capacity(code.len());
    for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !out.is_empty() && !out.ends_with(['{', '}', ';', ',']) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// A page as HTML that the app can take over.
fn page(library: &Rc<Library>, file: &str) -> String {
    let props = Props {
        library: Same(library.clone()),
        file: file.to_owned(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap_or_else(|e| fail(&e.to_string()));
    tokio::task::LocalSet::new().block_on(&runtime, LocalServerRenderer::<App>::with_props(props).render())
}

/// What the start script loads when it is asked for: how it is named there, the beginning of its file's name, its text.
const ON_DEMAND: [(&str, &str, &str); 2] = [
    ("./SAVE", "save", include_str!("../../www/save.js")),
    ("./FIND", "find", include_str!("../../www/find.js")),
];

/// A script file.
struct Script {
    name: String,
    text: String,
}

/// The page with its inline module moved to a file, and the script that waits to load it. Both carry the hash of the glue code, so that no
/// browser keeps an old one.
fn detached(html: &str) -> Option<(String, Vec<Script>)> {
    const OPEN: &str = "<script type=\"module\">";
    const CLOSE: &str = "</script>";
    let start = html.find(OPEN)?;
    let end = start + html[start..].find(CLOSE)?;
    let text = html[start + OPEN.len()..end].trim().to_owned() + "\n";
    // The program lies beside the script, wherever the page is.
    let (before, rest) = text.split_once("module_or_path: '")?;
    let (program, after) = rest.split_once('\'')?;
    let text = format!("{before}module_or_path: new URL('{program}', import.meta.url){after}");
    let glue = text.split(['\'', '"']).find(|part| part.ends_with(".js"))?;
    let hash = glue.rsplit_once('-')?.1.to_owned();
    let mut wait = Script {
        name: format!("start-{hash}"),
        text: include_str!("../../www/start.js")
            .replace("./APP", &format!("./app-{hash}"))
            .replace("./GLUE", glue),
    };
    let app = Script {
        name: format!("app-{hash}"),
        text,
    };
    let mut scripts = vec![app];
    for (mark, name, text) in ON_DEMAND {
        let name = format!("{name}-{:016x}.js", fingerprint(text.as_bytes()));
        wait.text = wait.text.replace(mark, &format!("./{name}"));
        let text = text.to_owned();
        scripts.push(Script { name, text });
    }
    let link = format!("<script type=\"module\" src=\"./{}\">", wait.name);
    scripts.push(wait);
    Some((format!("{}{link}{}", &html[..start], &html[end..]), scripts))
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|e| fail(&format!("{}: {e}", path.display())));
}

fn fail(reason: &str) -> ! {
    eprintln!("prerender: {reason}");
    process::exit(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_script_moves_to_a_file_with_the_hash_of_what_it_loads() {
        let html = "<head><script type=\"module\">\nimport init from './zhibiao-0123ab.js';\nawait init({ module_or_path: './a_bg.wasm' });\n</script></head>";
        let (html, scripts) = detached(html).expect("a script");
        let [app, save, find, wait] = scripts.as_slice() else {
            panic!("four scripts")
        };
        assert_eq!(
            html,
            "<head><script type=\"module\" src=\"./start-0123ab.js\"></script></head>"
        );
        assert_eq!(
            (app.name.as_str(), app.text.as_str()),
            (
                "app-0123ab.js",
                "import init from './zhibiao-0123ab.js';\nawait init({ module_or_path: new URL('./a_bg.wasm', import.meta.url) });\n"
            )
        );
        assert_eq!(wait.name, "start-0123ab.js");
        for name in ["app-0123ab.js", &save.name, &find.name] {
            assert!(wait.text.contains(&format!("import(\"./{name}\")")), "{}", wait.text);
        }
        assert!(detached("<head></head>").is_none());
    }

    #[test]
    fn style_sheets_are_sent_without_what_only_their_writers_read() {
        let styles = "/* a\n b */\na,\nb { /* c */\n  color: red; /* d */\n  margin: 1px\n    2px;\n}\n\n@media print {\n  a { top: 0; }\n}\n";
        assert_eq!(
            lean(styles),
            "a,b {color: red;margin: 1px 2px;}@media print {a { top: 0; }}"
        );
    }

    #[test]
    fn nothing_is_fetched_before_the_text_shows() {
        let html = "<head><link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a.wasm\"><title>t</title></head>";
        assert_eq!(unhurried(html), "<head><title>t</title></head>");
    }

    #[test]
    fn every_page_is_readable_without_scripts_and_finds_its_files() {
        let library = Rc::new(Library::embedded());
        let frame = "<html lang=\"zh\"><head><link href=\"./a.css\"/>\n<title>t</title>\n</head><body><div id=\"app\"><!--app--></div></body></html>";
        let files = files(&library);
        for file in [
            "",
            "report/",
            "zone/",
            "indicator/",
            "figures/",
            "check/",
            "add/",
            "method/",
        ] {
            let of_kind = files
                .iter()
                .filter(|f| f.as_str() == file || (!file.is_empty() && f.starts_with(file)));
            for file in of_kind.take(2) {
                let html = whole(frame, &library, file, &Site::default());
                assert_eq!(html.matches("<h1").count(), 1, "{file}");
                assert!(html.contains(&format!("href=\"{}a.css\"", up(file))), "{file}");
                assert!(html.contains(&format!("data-page=\"{file}\"")), "{file}");
                assert!(!html.contains("rel=\"canonical\""), "{file}");
            }
        }
        let app = framed(&whole(frame, &library, FRAMED, &Site::default()));
        assert!(
            app.starts_with("<html data-embed lang=\"zh\"><head><link href=\"../a.css\"/>"),
            "{app}"
        );
        assert!(
            app.contains("<script defer src=\"../frame.js\"></script>\n</head>") && app.contains("href=\"../report/\"")
        );
    }
}
