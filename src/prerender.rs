//! Completes the built site: puts the page into `index.html`, moves the inline start script into a file that `www/start.js` loads in its time,
//! and joins the style sheets to one, so that the page is readable without scripts, its policy needs to allow none inline, and little is fetched
//! before it shows. Beside it come the embeds, in `embed/` and once more in a folder that is named after what they hold, so that an article can
//! stay with the data that it was written about.
//!
//! Trunk runs it after the build, with the site's folder in `TRUNK_STAGING_DIR`. `ZHIBIAO_ADDRESS` may say where the site will stand.

use std::path::Path;
use std::rc::Rc;
use std::{env, fs, process};
use yew::LocalServerRenderer;
use zhibiao::embed::name::fingerprint;
use zhibiao::embed::{self, Site};
use zhibiao::library::Library;
use zhibiao::ui::{App, Props, Reports};

/// Where the page goes.
const MARK: &str = "<!--app-->";

fn main() {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR") else {
        fail("set TRUNK_STAGING_DIR to the folder of the built site");
    };
    let folder = Path::new(&folder);
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).unwrap_or_else(|e| fail(&format!("{}: {e}", index.display())));
    let (html, scripts) =
        detached(&html).unwrap_or_else(|| fail("index.html has no inline start script with a hashed name"));
    if html.matches(MARK).count() != 1 {
        fail(&format!("index.html needs exactly one {MARK}"));
    }
    let library = Rc::new(Library::embedded());
    let data = embeds(&library, folder);
    let html = joined(&unhurried(&html).replace(MARK, &page(library)), folder);
    let html = html.replacen("<html ", &format!("<html data-version=\"{data}\" "), 1);
    write(&folder.join("index.html"), &html);
    write(&folder.join("embed").join("index.html"), &framed(&html));
    for script in scripts {
        write(&folder.join(script.name), &script.text);
    }
}

/// The page as it stands in `embed/`, for frames: it finds its files one folder up, shows nothing of the frame of the site, and tells the page
/// around it how high it is.
fn framed(html: &str) -> String {
    html.replace("=\"./", "=\"../")
        .replacen("<html ", "<html data-embed ", 1)
        .replacen("</head>", "<script defer src=\"../frame.js\"></script>\n</head>", 1)
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
    let name = format!("style-{:016x}.css", fingerprint(styles.as_bytes()));
    write(&folder.join(&name), &styles);
    page += &format!("{OPEN}{name}\"/>\n{after}");
    page
}

/// Writes the embeds and gives the name of their version.
fn embeds(library: &Library, folder: &Path) -> String {
    let mut address = env::var("ZHIBIAO_ADDRESS").unwrap_or_default();
    if !address.is_empty() && !address.ends_with('/') {
        address.push('/');
    }
    let site = |version: &str| Site {
        address: address.clone(),
        version: version.to_owned(),
    };
    let all: String = embed::files(library, &site(""))
        .into_iter()
        .map(|file| file.text)
        .collect();
    let version = format!("{:08x}", fingerprint(all.as_bytes()) >> 32);
    for version in ["", &version] {
        let place = folder.join("embed").join(version);
        fs::create_dir_all(&place).unwrap_or_else(|e| fail(&format!("{}: {e}", place.display())));
        for file in embed::files(library, &site(version)) {
            write(&place.join(&file.name), &file.text);
        }
    }
    version
}

/// The overview as HTML that the app can take over.
fn page(library: Rc<Library>) -> String {
    let props = Props {
        library: Reports(library),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap_or_else(|e| fail(&e.to_string()));
    tokio::task::LocalSet::new().block_on(&runtime, LocalServerRenderer::<App>::with_props(props).render())
}

/// A script file.
struct Script {
    name: String,
    text: String,
}

/// The page with its inline module moved to a file, and the script that waits to load it. Both carry the hash of the glue code, so that no
/// browser keeps an old one.
fn detached(html: &str) -> Option<(String, [Script; 3])> {
    const OPEN: &str = "<script type=\"module\">";
    const CLOSE: &str = "</script>";
    let start = html.find(OPEN)?;
    let end = start + html[start..].find(CLOSE)?;
    let text = html[start + OPEN.len()..end].trim().to_owned() + "\n";
    // The program lies beside the script, wherever the page is.
    let text = match text.split_once("module_or_path: '") {
        None => text,
        Some((before, rest)) => {
            let (name, after) = rest.split_once('\'')?;
            format!("{before}module_or_path: new URL('{name}', import.meta.url){after}")
        }
    };
    let glue = text.split(['\'', '"']).find(|part| part.ends_with(".js"))?;
    let hash = glue.rsplit_once('-')?.1.to_owned();
    let app = Script {
        name: format!("app-{hash}"),
        text,
    };
    let save = include_str!("../www/save.js");
    let save = Script {
        name: format!("save-{:016x}.js", fingerprint(save.as_bytes())),
        text: save.to_owned(),
    };
    let wait = Script {
        name: format!("start-{hash}"),
        text: include_str!("../www/start.js")
            .replace("./APP", &format!("./{}", app.name))
            .replace("./SAVE", &format!("./{}", save.name)),
    };
    let link = format!("<script type=\"module\" src=\"./{}\">", wait.name);
    Some((format!("{}{link}{}", &html[..start], &html[end..]), [app, wait, save]))
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
        let html = "<head><script type=\"module\">\nimport init from './zhibiao-0123ab.js';\n</script></head>";
        let (html, [app, wait, save]) = detached(html).expect("a script");
        assert_eq!(
            html,
            "<head><script type=\"module\" src=\"./start-0123ab.js\"></script></head>"
        );
        assert_eq!(
            (app.name.as_str(), app.text.as_str()),
            ("app-0123ab.js", "import init from './zhibiao-0123ab.js';\n")
        );
        assert_eq!(wait.name, "start-0123ab.js");
        for name in ["app-0123ab.js", &save.name] {
            assert!(wait.text.contains(&format!("import(\"./{name}\")")), "{}", wait.text);
        }
        assert!(detached("<head></head>").is_none());
    }

    #[test]
    fn the_program_is_found_from_any_folder() {
        let html = "<head><script type=\"module\">import init from './a-01.js';await init({ module_or_path: './a-01_bg.wasm' });</script></head>";
        let (_, [app, _]) = detached(html).expect("a script");
        assert!(
            app.text
                .contains("init({ module_or_path: new URL('./a-01_bg.wasm', import.meta.url) })"),
            "{}",
            app.text
        );
        let html = "<html lang=\"zh\"><head><link href=\"./a.css\"></head><body><a href=\"#b\"></a>";
        assert_eq!(
            framed(html),
            "<html data-embed lang=\"zh\"><head><link href=\"../a.css\"><script defer src=\"../frame.js\"></script>\n</head><body><a href=\"#b\"></a>"
        );
    }

    #[test]
    fn nothing_is_fetched_before_the_text_shows() {
        let html = "<head><link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a.wasm\"><title>t</title></head>";
        assert_eq!(unhurried(html), "<head><title>t</title></head>");
    }

    #[test]
    fn the_page_is_readable_without_scripts() {
        let page = page(Rc::new(Library::embedded()));
        assert!(page.contains("<h1"), "{page}");
    }
}
