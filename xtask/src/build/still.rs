//! The pages that stand still: the program of `crates/site` writes them from the figures; here they get
//! the stylesheet, whose name changes with its content, and their places.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::page::Part;
use super::wasm::{Builder, Note};
use crate::digest;
use crate::process::{cargo, command, run};
use crate::project::{files_under, read, read_bytes, remove_folder, write};

/// Where they are written.
pub(super) const FOLDER: &str = "still";

/// The program that writes them. Not optimised: building it so would take longer than it saves.
const PROGRAM: [&str; 4] = ["build", "--package", "dti-site", "--bin=publish"];

/// Has everything written into a folder.
pub(super) fn write_all(builder: &Builder<'_>, site_url: Option<&str>) -> Result<()> {
    let project = builder.project;
    run(&mut cargo(PROGRAM, &project.root))?;
    let program = format!("publish{}", std::env::consts::EXE_SUFFIX);
    let program = project.target.join("debug").join(program);
    // The figures are compiled into it.
    let note = Note::of(builder, FOLDER, &program)?;
    if note.is_written() {
        return Ok(());
    }
    let folder = builder.folder(FOLDER);
    remove_folder(&folder)?;
    let mut publish = command(&program, [&folder], &project.root);
    if let Some(site_url) = site_url {
        publish.args(["--site-url", site_url]);
    }
    run(&mut publish)?;
    note.write()
}

/// A page with its first HTML, by name, at its mark.
pub(super) fn with_first(written: &str, folder: &Path, name: &str) -> Result<String> {
    let first = read(&folder.join(format!("first/{name}.html")))?;
    let mark = "<!-- xtask:first -->";
    match written.matches(mark).count() {
        1 => Ok(written.replace(mark, &first)),
        count => bail!("the page must hold `{mark}` once, not {count} times"),
    }
}

/// What stands under any address, so that no way to the stylesheet is right.
const ANYWHERE: &str = "404.html";

/// Scripts that stand in pages.
pub(super) struct Scripts {
    /// Leads on from addresses that lead nowhere.
    pub(super) lost: String,
    /// Leads on from a province's page to a scenario.
    pub(super) onward: String,
}

/// Copies what was written below the site's root; each page gets the stylesheet, and some a script.
pub(super) fn place(from: &Path, to: &Path, style: &Part, scripts: &Scripts) -> Result<()> {
    for file in files_under(from)? {
        let name = file.strip_prefix(from)?;
        let content = match name.extension() {
            Some(ending) if ending == "html" => finished(&read(&file)?, name, style, scripts)
                .with_context(|| format!("{} can't be finished", name.display()))?
                .into_bytes(),
            _ => read_bytes(&file)?,
        };
        write(&to.join(name), content)?;
    }
    Ok(())
}

fn finished(html: &str, name: &Path, style: &Part, scripts: &Scripts) -> Result<String> {
    if name == Path::new(ANYWHERE) {
        // Under any address no way to a file is right.
        return with_script(html, &scripts.lost, "</body>");
    }
    let html = with_style(html, name, style)?;
    match is_place(name) {
        // Before anything is seen.
        true => with_script(&html, &scripts.onward, "</head>"),
        false => Ok(html),
    }
}

/// Whether a page is a province's: `p/EDITION/UNIT/index.html`, in any language.
fn is_place(name: &Path) -> bool {
    let name = name.strip_prefix("en").unwrap_or(name);
    name.starts_with("p") && name.components().count() == 4
}

/// A page with a script in it before an end; its policy names it.
fn with_script(html: &str, script: &str, end: &str) -> Result<String> {
    let policy = "default-src 'none'; ";
    if html.matches(policy).count() != 1 || html.matches(end).count() != 1 {
        bail!("it must hold `{policy}` and `{end}` once");
    }
    if script.contains("</script") {
        bail!("a script can't stand in a page if it holds `</script`");
    }
    let hash = digest::policy_hash(script.as_bytes());
    Ok(html
        .replace(policy, &format!("{policy}script-src '{hash}'; "))
        .replace(end, &format!("<script>{script}</script>{end}")))
}

/// A page with the stylesheet in its head, from as many folders down as it is.
fn with_style(html: &str, name: &Path, style: &Part) -> Result<String> {
    let up = "../".repeat(name.components().count().saturating_sub(1));
    let Part { file, integrity } = style;
    let link = format!(
        "<link rel=\"stylesheet\" href=\"{up}{file}\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\"></head>"
    );
    if html.matches("</head>").count() != 1 {
        bail!("it must hold `</head>` once");
    }
    Ok(html.replace("</head>", &link))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::page::Part;
    use super::{Scripts, finished, is_place, with_script, with_style};

    #[test]
    fn a_page_names_the_script_that_stands_in_it() {
        let page = "<meta content=\"default-src 'none'; base-uri 'none'\"><body></body>";
        let html = with_script(page, "f()", "</body>").unwrap();
        let policy = "default-src 'none'; script-src 'sha256-";
        assert!(html.contains(policy) && html.ends_with("<script>f()</script></body>"));
        assert!(with_script(page, "'</script>'", "</body>").is_err());
        assert!(with_script("<body></body>", "", "</body>").is_err());
    }

    #[test]
    fn only_provinces_pages_lead_on_to_a_scenario_by_script() {
        let scripts = Scripts {
            lost: "lost()".to_owned(),
            onward: "onward()".to_owned(),
        };
        let style = Part {
            file: "style-1.css".to_owned(),
            integrity: "sha384-x".to_owned(),
        };
        let page = "<head><meta content=\"default-src 'none'; x\"></head><body></body>";
        for (name, script) in [
            ("404.html", Some("lost()")),
            ("p/2024/hue/index.html", Some("onward()")),
            ("en/p/2024/hue/index.html", Some("onward()")),
            ("p/2024/hue/society-full/index.html", None),
        ] {
            let html = finished(page, Path::new(name), &style, &scripts).unwrap();
            let found = html.split("<script>").nth(1);
            let found = found.and_then(|rest| rest.split("</script>").next());
            assert_eq!(found, script, "{name}");
            assert_eq!(html.contains("script-src"), script.is_some(), "{name}");
        }
        assert!(!is_place(Path::new("index.html")) && !is_place(Path::new("en/index.html")));
    }

    #[test]
    fn a_page_reaches_the_stylesheet_from_where_it_is() {
        let style = Part {
            file: "style-1.css".to_owned(),
            integrity: "sha384-x".to_owned(),
        };
        let page = |name: &str| with_style("<head></head>", Path::new(name), &style).unwrap();
        assert!(page("p/2024/hue/index.html").contains("href=\"../../../style-1.css\" integrity"));
        assert!(page("index.html").contains("href=\"style-1.css\""));
        assert!(with_style("", Path::new("x.html"), &style).is_err());
    }
}
