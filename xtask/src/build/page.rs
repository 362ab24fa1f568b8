//! The final HTML: what Trunk alone reads is taken out, the marks are filled, one page a language.

use anyhow::{Result, bail};

use super::markup::{attribute, tags};
use super::policy;
use super::published::Release;

/// A language that has a page of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Language {
    pub(super) name: &'static str,
    /// Where its page is, from the root of the site.
    pub(super) folder: &'static str,
    /// How a link from its page begins.
    up: &'static str,
}

/// Vietnamese at the root, whatever the browser's language; English beside it.
pub(super) const LANGUAGES: [Language; 2] = [
    Language {
        name: "vi",
        folder: "",
        up: "./",
    },
    Language {
        name: "en",
        folder: "en/",
        up: "../",
    },
];

/// Vietnamese once more, for who expects a folder for each language; its address of record is the
/// root's.
pub(super) const VIETNAMESE_FOLDER: Language = Language {
    name: "vi",
    folder: "vi/",
    up: "../",
};

/// The embed: Vietnamese as served, English by `lang=en` in its address.
pub(super) const EMBED: Language = Language {
    name: "vi",
    folder: "embed/v1/",
    up: "../../",
};

/// A file of the page under its final name.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) file: String,
    pub(super) integrity: String,
}

/// The files that the page loads.
#[derive(Clone)]
pub(super) struct Parts {
    pub(super) style: Part,
    pub(super) boot: Part,
    pub(super) glue: Part,
    pub(super) wasm: Part,
    /// The official editions as one text.
    pub(super) figures: Part,
    /// What is loaded when it is wanted, under the id by which `boot.js` finds it.
    pub(super) later: Vec<(String, Part)>,
}

/// A stylesheet as a page names it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stylesheet {
    pub(super) file: String,
    pub(super) media: Option<String>,
}

/// The stylesheets of the page, in their order.
pub(super) fn stylesheets(html: &str) -> Vec<Stylesheet> {
    let sheets = tags(html, "<link ")
        .into_iter()
        .filter(|tag| is_stylesheet(tag));
    sheets
        .filter_map(|tag| {
            let file = attribute(tag, "href")?.trim_start_matches("./").to_owned();
            Some(Stylesheet {
                file,
                media: attribute(tag, "media").map(str::to_owned),
            })
        })
        .collect()
}

/// The page in one language, ready to be served.
pub(super) fn finish(
    written: &str,
    (parts, release): (&Parts, &Release),
    language: Language,
    site_url: Option<&str>,
) -> Result<String> {
    let mut html = policy::of_page(written, site_url);
    for tag in tags(written, "<link ") {
        if is_stylesheet(tag) || tag.contains("data-trunk") {
            html = without_line(&html, tag);
        }
    }
    for other in LANGUAGES {
        html = in_language(&html, other, other.name == language.name)?;
    }
    html = filled(&html, "styles", &style_tag(parts))?;
    let tags = part_tags(parts) + &release_tag(release);
    html = filled(&html, "parts", &tags)?;
    html = filled(&html, "boot", &boot_tag(parts))?;
    html = html.replace("<!-- xtask:links -->", &address_tags(language, site_url));
    if language.name != "vi" {
        if !html.contains("<html lang=\"vi\"") {
            bail!("index.html must begin with `<html lang=\"vi\"`");
        }
        let own = format!("<html lang=\"{}\"", language.name);
        html = html.replacen("<html lang=\"vi\"", &own, 1);
    }
    for name in ["href", "src", "srcset", "content", "data"] {
        let from_root = format!(" {name}=\"./");
        html = html.replace(&from_root, &format!(" {name}=\"{}", language.up));
    }
    check(&html)?;
    Ok(without_empty_lines(&html))
}

fn without_empty_lines(html: &str) -> String {
    html.split_inclusive('\n')
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn style_tag(parts: &Parts) -> String {
    let Part { file, integrity } = &parts.style;
    format!(
        "<link rel=\"stylesheet\" href=\"./{file}\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\">"
    )
}

/// boot.js reads the addresses and hashes from these. Only the script is preloaded, which is small, so that
/// `import` takes it with its hash checked: the first HTML, which can be read already, would share the line
/// with all else.
fn part_tags(parts: &Parts) -> String {
    let Part { file, integrity } = &parts.glue;
    let script = format!(
        "<link id=\"page-script\" rel=\"modulepreload\" href=\"./{file}\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\">"
    );
    let now = [("page-wasm", &parts.wasm), ("figures", &parts.figures)];
    let later = parts.later.iter().map(|(id, part)| (id.as_str(), part));
    let tags = now.into_iter().chain(later).map(|(id, part)| {
        let Part { file, integrity } = part;
        format!(
            "\n  <meta name=\"{id}\" id=\"{id}\" content=\"./{file}\" data-integrity=\"{integrity}\">"
        )
    });
    script + &tags.collect::<String>()
}

/// Which release this page is of, for comparison with what is published.
fn release_tag(release: &Release) -> String {
    format!(
        "\n  <meta name=\"release\" id=\"release\" content=\"{}\" data-figures=\"{}\">",
        release.id, release.data
    )
}

/// The first frame waits for it: it says whether the first HTML shows what the address asks for.
fn boot_tag(parts: &Parts) -> String {
    let Part { file, integrity } = &parts.boot;
    format!(
        "<script type=\"module\" blocking=\"render\" src=\"./{file}\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\"></script>"
    )
}

/// Links that must be absolute; none without the site's address.
fn address_tags(language: Language, site_url: Option<&str>) -> String {
    let Some(site_url) = site_url else {
        return String::new();
    };
    let own = LANGUAGES.into_iter().find(|own| own.name == language.name);
    let language = own.unwrap_or(language);
    let mut tags = vec![format!(
        "<link rel=\"canonical\" href=\"{site_url}{}\">",
        language.folder
    )];
    tags.extend(LANGUAGES.map(|other| {
        format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{site_url}{}\">",
            other.name, other.folder
        )
    }));
    tags.push(format!(
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"{site_url}\">"
    ));
    tags.push(super::embed::oembed_tag(site_url, language));
    tags.push(format!(
        "<meta property=\"og:url\" content=\"{site_url}{}\">",
        language.folder
    ));
    tags.push(format!(
        "<meta property=\"og:image\" content=\"{site_url}{}share.png\">\n  \
         <meta property=\"og:image:width\" content=\"1200\">\n  \
         <meta property=\"og:image:height\" content=\"630\">\n  \
         <meta name=\"twitter:card\" content=\"summary_large_image\">",
        language.folder
    ));
    tags.join("\n  ")
}

/// Keeps or drops what stands between `<!-- xtask:vi -->` and `<!-- /xtask:vi -->`.
fn in_language(html: &str, language: Language, keep: bool) -> Result<String> {
    let open = format!("<!-- xtask:{} -->", language.name);
    let close = format!("<!-- /xtask:{} -->", language.name);
    let mut text = String::with_capacity(html.len());
    let mut left = html;
    while let Some((before, after)) = left.split_once(&open) {
        let Some((inside, rest)) = after.split_once(&close) else {
            bail!("index.html has `{open}` without `{close}` after it");
        };
        text.push_str(before);
        text.push_str(if keep { inside } else { "" });
        left = rest;
    }
    text.push_str(left);
    Ok(text)
}

fn filled(html: &str, mark: &str, content: &str) -> Result<String> {
    let mark = format!("<!-- xtask:{mark} -->");
    match html.matches(&mark).count() {
        1 => Ok(html.replace(&mark, content)),
        count => bail!("index.html must hold `{mark}` once, not {count} times"),
    }
}

/// Refuses what would break under another address or under the page's own policy.
fn check(html: &str) -> Result<()> {
    let forbidden = [
        ("<!-- xtask:", "has a mark that xtask doesn't know"),
        ("<!-- /xtask:", "has a closing mark without its opening one"),
        (
            "href=\"/",
            "has an address from the root of the host; begin it with `./`",
        ),
        (
            "src=\"/",
            "has an address from the root of the host; begin it with `./`",
        ),
        (" style=\"", "has an inline style, which its policy blocks"),
        ("<base", "has a <base>, which its policy blocks"),
    ];
    for (text, reason) in forbidden {
        if html.contains(text) {
            bail!("the page {reason} (`{text}`)");
        }
    }
    // Data for search engines is no code, so the policy lets it stand in the page.
    let is_inline = |tag: &str| !tag.contains(" src=\"") && !tag.contains("application/ld+json");
    match tags(html, "<script").into_iter().find(|tag| is_inline(tag)) {
        Some(tag) => bail!("the page has an inline script, which its policy blocks (`{tag}`)"),
        None => Ok(()),
    }
}

fn is_stylesheet(tag: &str) -> bool {
    matches!(attribute(tag, "rel"), Some("stylesheet" | "css"))
}

/// Takes a tag out, and its line if nothing else is on it.
fn without_line(html: &str, tag: &str) -> String {
    let lines = html.split_inclusive('\n').filter(|line| line.trim() != tag);
    lines.collect::<String>().replacen(tag, "", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = r#"<html lang="vi"><head>
  <!-- xtask:vi --><title>Thử</title><!-- /xtask:vi --><!-- xtask:en --><title>Try</title><!-- /xtask:en -->
  <link data-trunk rel="rust" data-bin="x" data-trunk-id="0">
  <link data-trunk rel="css" href="style/tokens.css" />
  <link rel="stylesheet" href="./style/print.css" media="print"/>
  <link rel="icon" href="./icon.svg">
  <!-- xtask:styles --><!-- xtask:parts --><!-- xtask:links -->
</head><body><a href="./en/">English</a><!-- xtask:boot --></body></html>
"#;

    fn parts() -> Parts {
        let part = |file: &str| Part {
            file: file.to_owned(),
            integrity: "sha384-x".to_owned(),
        };
        Parts {
            style: part("style-1.css"),
            boot: part("boot-2.js"),
            glue: part("page-3.js"),
            wasm: part("page-4.wasm"),
            figures: part("figures-0.txt"),
            later: vec![("split_figures".to_owned(), part("split_figures-5.wasm"))],
        }
    }

    fn finished(position: usize, site_url: Option<&str>) -> String {
        let release = Release::named("r1", 2);
        finish(WRITTEN, (&parts(), &release), LANGUAGES[position], site_url).unwrap()
    }

    #[test]
    fn the_stylesheets_are_read_in_their_order() {
        let sheet = |file: &str, media: Option<&str>| Stylesheet {
            file: file.to_owned(),
            media: media.map(str::to_owned),
        };
        let expected = [
            sheet("style/tokens.css", None),
            sheet("style/print.css", Some("print")),
        ];
        assert_eq!(stylesheets(WRITTEN), expected);
    }

    #[test]
    fn the_root_page_is_vietnamese_and_holds_only_final_names() {
        let html = finished(0, None);
        assert!(html.contains("<html lang=\"vi\">") && html.contains("<title>Thử</title>"));
        assert!(!html.contains("Try") && !html.contains("trunk") && !html.contains("tokens.css"));
        assert!(html.contains("href=\"./style-1.css\" integrity=\"sha384-x\" crossorigin"));
        assert!(html.contains("src=\"./boot-2.js\" integrity"));
        assert!(html.contains("id=\"page-wasm\"") && html.contains("content=\"./page-4.wasm\""));
        assert!(html.contains("id=\"release\" content=\"r1\" data-figures=\"2\""));
        assert!(!html.contains("canonical"));
    }

    #[test]
    fn the_english_page_reaches_up_one_folder() {
        let html = finished(1, None);
        assert!(html.contains("<html lang=\"en\">") && html.contains("<title>Try</title>"));
        assert!(html.contains("href=\"../icon.svg\"") && html.contains("src=\"../boot-2.js\""));
        assert!(html.contains("href=\"../en/\"") && !html.contains("\"./"));
    }

    #[test]
    fn absolute_links_come_only_with_an_address() {
        let html = finished(1, Some("https://example.org/dti/"));
        assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/dti/en/\">"));
        assert!(html.contains("hreflang=\"vi\" href=\"https://example.org/dti/\">"));
        assert!(html.contains("content=\"https://example.org/dti/en/share.png\">"));
        // Vietnamese in its own folder is the root's page.
        let whole = (&parts(), &Release::named("r1", 2));
        let site = Some("https://example.org/dti/");
        let html = finish(WRITTEN, whole, super::VIETNAMESE_FOLDER, site).unwrap();
        assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/dti/\">"));
        assert!(html.contains("href=\"../"));
    }

    #[test]
    fn a_missing_mark_and_an_inline_script_are_refused() {
        let says = |written: &str| {
            let whole = (&parts(), &Release::named("r1", 2));
            format!(
                "{:#}",
                finish(written, whole, LANGUAGES[0], None).unwrap_err()
            )
        };
        assert!(says(&WRITTEN.replace("<!-- xtask:boot -->", "")).contains("once, not 0 times"));
        assert!(says(&WRITTEN.replace("<body>", "<body><script>1</script>")).contains("inline"));
        assert!(says(&WRITTEN.replace("./en/", "/en/")).contains("begin it with `./`"));
        assert!(says(&WRITTEN.replace("<!-- /xtask:en -->", "")).contains("without"));
    }
}
