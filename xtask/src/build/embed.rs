//! The embed's own files: its page, its style, the script that also speaks with the page around it,
//! and what oEmbed consumers ask for.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::assemble::hashed;
use super::page::{self, LANGUAGES, Language};
use super::published::Release;
use super::{policy, script, style};
use crate::digest;
use crate::project::{self, Project, read, read_bytes};

/// The element's script, and the hash that articles name.
const ELEMENT: [&str; 2] = ["public/embed/v1/embed.js", "public/embed/v1/integrity.txt"];
/// What an oEmbed consumer shows, in pixels.
const SIZE: [u32; 2] = [600, 640];

/// The embed's page as it is written by hand.
pub(super) fn page(project: &Project) -> Result<String> {
    read(&project.root.join("embed/index.html"))
}

/// Writes the embed's own style and script into a new dist/. The figures are the page's.
pub(super) fn parts(project: &Project, dist: &Path, parts: &page::Parts) -> Result<page::Parts> {
    let [script, pinned] = ELEMENT.map(|file| project.root.join(file));
    check_pinned(&read_bytes(&script)?, &read(&pinned)?)?;
    let styles = style::bundle(&project.root, &page::stylesheets(&page(project)?))?;
    // One script: another request would come after it in any case.
    let scripts = [
        "embed/sources.js",
        "public/policy.js",
        "public/query.js",
        "embed/first.js",
        "embed/frame.js",
        "public/patience.js",
        "public/components.js",
        "public/boot.js",
    ];
    let scripts = scripts.map(|file| script::shipped(&project.root.join(file)));
    let boot = scripts.into_iter().collect::<Result<Vec<_>>>()?.concat();
    Ok(page::Parts {
        style: hashed(dist, "embed-style", "css", styles.as_bytes())?,
        boot: hashed(dist, "embed-boot", "js", &boot)?,
        // It never asks for the other modules, for components where its address names some.
        later: parts
            .later
            .iter()
            .filter(|(id, _)| *id == "components")
            .cloned()
            .collect(),
        ..parts.clone()
    })
}

/// Writes the embed's page, and what oEmbed consumers ask for, into a new dist/.
pub(super) fn write(
    dist: &Path,
    html: &str,
    own: (&page::Parts, &Release),
    site_url: Option<&str>,
) -> Result<()> {
    let html = policy::of_embed(html, site_url);
    let html = page::finish(&html, own, page::EMBED, None).context("the embed can't be made")?;
    project::write(&dist.join(page::EMBED.folder).join("index.html"), html)?;
    if let Some(site_url) = site_url {
        for language in LANGUAGES {
            let file = dist.join(language.folder).join("oembed.json");
            project::write(&file, oembed(site_url, language))?;
        }
    }
    Ok(())
}

/// Refuses another script under the old address: articles that name its hash would lose it.
fn check_pinned(script: &[u8], pinned: &str) -> Result<()> {
    let found = digest::integrity(script);
    if found == pinned.trim_end() {
        return Ok(());
    }
    bail!(
        "{} has the hash {found}, but {} says {}. Articles name that hash, so a published script \
         never changes: put another one below embed/v2/. Before the first release, write the new \
         hash down",
        ELEMENT[0],
        ELEMENT[1],
        pinned.trim_end()
    );
}

/// Tells oEmbed consumers where a page's JSON is.
pub(super) fn oembed_tag(site_url: &str, language: Language) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" \
         href=\"{site_url}{}oembed.json\" title=\"{}\">",
        language.folder,
        title(language)
    )
}

fn title(language: Language) -> &'static str {
    match language.name {
        "en" => "DTI what-if",
        _ => "Thử kịch bản DTI",
    }
}

/// A static answer for one page. The quotation is what WordPress shows until the frame answers;
/// consumers drop scripts, so there is none.
fn oembed(site_url: &str, language: Language) -> String {
    let (title, [width, height]) = (title(language), SIZE);
    let fragment = match language.name {
        "vi" => String::new(),
        other => format!("#lang={other}"),
    };
    let page = format!("{site_url}{}", language.folder);
    let html = format!(
        "<blockquote><a href=\"{page}\">{title}</a></blockquote>\
         <iframe src=\"{site_url}{}{fragment}\" title=\"{title}\" width=\"{width}\" \
         height=\"{height}\" frameborder=\"0\"></iframe>",
        page::EMBED.folder
    );
    format!(
        "{{\n  \"version\": \"1.0\",\n  \"type\": \"rich\",\n  \"provider_name\": \"dti-whatif\",\n  \
         \"provider_url\": {},\n  \"title\": {},\n  \"cache_age\": 86400,\n  \"width\": {width},\n  \
         \"height\": {height},\n  \"html\": {}\n}}\n",
        quoted(site_url),
        quoted(title),
        quoted(&html)
    )
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            control if control < ' ' => {}
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::{ELEMENT, LANGUAGES, check_pinned, oembed, oembed_tag, quoted};
    use crate::gzip;
    use crate::project::{Project, read, read_bytes};

    #[test]
    fn the_script_that_articles_name_is_the_pinned_one_and_small() {
        let root = Project::find().unwrap().root;
        let script = read_bytes(&root.join(ELEMENT[0])).unwrap();
        check_pinned(&script, &read(&root.join(ELEMENT[1])).unwrap()).unwrap();
        assert!(gzip::compress(&script).unwrap().len() <= 3_000);
        assert!(check_pinned(b"another", "sha384-x").is_err());
    }

    #[test]
    fn an_oembed_answer_is_json_with_a_frame_and_no_script() {
        let text = oembed("https://example.org/dti/", LANGUAGES[1]);
        assert!(text.contains("\"type\": \"rich\"") && text.contains("\"width\": 600"));
        assert!(text.contains("src=\\\"https://example.org/dti/embed/v1/#lang=en\\\""));
        assert!(!text.contains("<script"));
        assert_eq!(quoted("a\"\\\n"), "\"a\\\"\\\\\"");
        let tag = oembed_tag("https://example.org/dti/", LANGUAGES[1]);
        assert!(tag.contains("href=\"https://example.org/dti/en/oembed.json\""));
    }
}
