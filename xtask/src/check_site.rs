//! `cargo xtask check-site URL`: whether dist/ may be published at an address. Its pages and what
//! others read name that address and lead to pages that are there, its files are what `files.json`
//! says, and the previous release's are there too.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::build::{attribute, tags};
use crate::digest;
use crate::keep_previous;
use crate::project::{Project, files_under, read, read_bytes};

/// What pages say that have no address of record to name: the embed is shown inside of others, `404.html`
/// wherever nothing is, and the page of a scenario leads on at once.
const UNLISTED: &str = "<meta name=\"robots\" content=\"noindex\"";

/// Checks dist/; fetches from the address only what tells the previous release.
pub(crate) fn run(project: &Project, address: &str) -> Result<()> {
    let dist = project.dist();
    let count = check_pages(&dist, address)?;
    check_lists(&dist, address)?;
    check_files(&dist)?;
    keep_previous::check(project, address)?;
    println!("dist/ is whole and names {address} in {count} pages");
    Ok(())
}

/// Canonical links and those to other languages.
fn check_pages(dist: &Path, address: &str) -> Result<usize> {
    let mut count = 0;
    for path in files_under(dist)? {
        let name = path.strip_prefix(dist)?.to_string_lossy();
        let name = name.replace('\\', "/");
        if !name.ends_with(".html") {
            continue;
        }
        let html = read(&path)?;
        if html.contains(UNLISTED) {
            check_preview(dist, address, &html).with_context(|| format!("in {name}"))?;
            continue;
        }
        let links = tags(&html, "<link ");
        let of_kind = |kind| {
            let is_kind = move |tag: &&&str| attribute(tag, "rel") == Some(kind);
            links.iter().filter(is_kind)
        };
        if of_kind("canonical").count() != 1 || of_kind("alternate").count() < 3 {
            bail!("{name} must name its own address once, and those in every language");
        }
        for tag in of_kind("canonical").chain(of_kind("alternate")) {
            leads_to_a_page(dist, address, attribute(tag, "href").unwrap_or_default())
                .with_context(|| format!("`{tag}` in {name}"))?;
        }
        count += 1;
    }
    match count {
        0 => bail!("{} has no page; run `cargo xtask build`", dist.display()),
        count => Ok(count),
    }
}

/// The picture of a page that is shown elsewhere, if it has one.
fn check_preview(dist: &Path, address: &str, html: &str) -> Result<()> {
    let pictures = tags(html, "<meta property=\"og:image\"");
    pictures.into_iter().try_for_each(|tag| {
        leads_to_a_page(dist, address, attribute(tag, "content").unwrap_or_default())
    })
}

/// What search engines and oEmbed consumers read.
fn check_lists(dist: &Path, address: &str) -> Result<()> {
    let sitemap = read(&dist.join("sitemap.xml"))?;
    let places: Vec<&str> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|after| Some(after.split_once("</loc>")?.0))
        .collect();
    if places.is_empty() {
        bail!("sitemap.xml names no page");
    }
    for place in places {
        leads_to_a_page(dist, address, place).context("in sitemap.xml")?;
    }
    if !read(&dist.join("robots.txt"))?.contains(&format!("Sitemap: {address}sitemap.xml")) {
        bail!("robots.txt must name {address}sitemap.xml");
    }
    let mut answers = files_under(dist)?;
    answers.retain(|file| file.ends_with("oembed.json"));
    let both = ["oembed.json", "en/oembed.json"].map(|name| dist.join(name));
    if !both.iter().all(|answer| answers.contains(answer)) {
        bail!("both languages must have an oembed.json");
    }
    for path in answers {
        let answer: Value = serde_json::from_str(&read(&path)?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        let html = answer.get("html").and_then(Value::as_str);
        let frame = format!("src=\"{address}embed/v1/");
        if !html.unwrap_or_default().contains(&frame) {
            bail!("{} must show the embed of {address}", path.display());
        }
    }
    leads_to_a_page(dist, address, &format!("{address}embed/v1/"))
}

/// An address of this site with a file behind it; a folder's is its page.
fn leads_to_a_page(dist: &Path, address: &str, link: &str) -> Result<()> {
    let Some(place) = link.strip_prefix(address) else {
        bail!("`{link}` does not begin with {address}; was the site built for that address?");
    };
    let file = match place {
        folder if folder.is_empty() || folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    match dist.join(&file).is_file() {
        true => Ok(()),
        false => bail!("`{link}` leads to {file}, which is not in dist/"),
    }
}

/// The files of this release, byte for byte.
fn check_files(dist: &Path) -> Result<()> {
    let list: Value = serde_json::from_str(&read(&dist.join("files.json"))?)
        .context("dist/files.json is no JSON")?;
    let files = list.get("files").and_then(Value::as_array);
    for file in files.context("dist/files.json has no `files`")? {
        let text = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or_default();
        let (name, sum) = (text("name"), text("sha256"));
        if digest::sha256(&read_bytes(&dist.join(name))?) != sum {
            bail!("{name} is not what files.json says");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{UNLISTED, check_files, check_lists, check_pages};
    use crate::digest;
    use crate::project::{read, remove_folder, write};

    const ADDRESS: &str = "https://example.org/dti/";

    fn page(folder: &str) -> String {
        format!(
            "<head><link rel=\"canonical\" href=\"{ADDRESS}{folder}\">\
             <link rel=\"alternate\" hreflang=\"vi\" href=\"{ADDRESS}\">\
             <link rel=\"alternate\" hreflang=\"en\" href=\"{ADDRESS}en/\">\
             <link rel=\"alternate\" hreflang=\"x-default\" href=\"{ADDRESS}\">\
             <link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"{ADDRESS}oembed.json\"></head>"
        )
    }

    fn site(name: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-site-{}-{name}", std::process::id()));
        let answer = format!("{{\"html\":\"<iframe src=\\\"{ADDRESS}embed/v1/\\\"></iframe>\"}}");
        let picture =
            format!("<meta property=\"og:image\" content=\"{ADDRESS}p/e/u/a-full/share.png\">");
        let preview = format!("{UNLISTED}>{picture}");
        let sum = digest::sha256(b"boot");
        for (name, content) in [
            ("index.html", page("")),
            ("en/index.html", page("en/")),
            ("404.html", format!("{UNLISTED}>")),
            ("embed/v1/index.html", format!("{UNLISTED} />")),
            ("p/e/u/a-full/index.html", preview),
            ("p/e/u/a-full/share.png", String::new()),
            ("oembed.json", answer.clone()),
            ("en/oembed.json", answer),
            ("robots.txt", format!("Sitemap: {ADDRESS}sitemap.xml\n")),
            ("sitemap.xml", format!("<url><loc>{ADDRESS}en/</loc></url>")),
            ("boot-0123456789abcdef.js", "boot".to_owned()),
            (
                "files.json",
                format!(
                    "{{\"files\":[{{\"name\":\"boot-0123456789abcdef.js\",\"sha256\":\"{sum}\"}}]}}"
                ),
            ),
        ] {
            write(&dist.join(name), content).unwrap();
        }
        dist
    }

    fn without(dist: &Path, name: &str, what: &str, instead: &str) {
        let text = read(&dist.join(name)).unwrap();
        assert!(text.contains(what), "{name}: {what}");
        write(&dist.join(name), text.replace(what, instead)).unwrap();
    }

    #[test]
    fn a_site_built_for_its_address_passes_and_one_for_another_does_not() {
        let dist = site("whole");
        assert_eq!(check_pages(&dist, ADDRESS).unwrap(), 2);
        check_lists(&dist, ADDRESS).unwrap();
        check_files(&dist).unwrap();
        assert!(check_pages(&dist, "https://example.org/").is_err());
        assert!(check_lists(&dist, "https://example.net/dti/").is_err());
        remove_folder(&dist).unwrap();
    }

    #[test]
    fn whatever_is_missing_or_leads_nowhere_is_found() {
        type Check = fn(&Path) -> bool;
        let pages: Check = |dist| check_pages(dist, ADDRESS).is_err();
        let lists: Check = |dist| check_lists(dist, ADDRESS).is_err();
        let files: Check = |dist| check_files(dist).is_err();
        for (name, what, instead, is_found) in [
            ("index.html", "canonical", "other", pages),
            (
                "en/index.html",
                "hreflang=\"vi\" href=\"https",
                "href=\"",
                pages,
            ),
            ("en/index.html", "/dti/en/", "/dti/gone/", pages),
            ("p/e/u/a-full/index.html", "share.png", "gone.png", pages),
            ("sitemap.xml", "/en/", "/gone/", lists),
            ("sitemap.xml", "<loc>", "", lists),
            ("robots.txt", "Sitemap", "Other", lists),
            ("oembed.json", "embed/v1/", "embed/", lists),
            ("en/oembed.json", "https://example.org", ".", lists),
            ("boot-0123456789abcdef.js", "boot", "other", files),
        ] {
            let dist = site("hurt");
            without(&dist, name, what, instead);
            assert!(is_found(&dist), "{name} without {what}");
            remove_folder(&dist).unwrap();
        }
    }
}
