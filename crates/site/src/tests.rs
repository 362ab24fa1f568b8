//! What is written is what the calculator says, in both languages, the same bytes each time.

use super::document::{Document, Head, Role};
use super::oembed::Embeddable;
use super::picture::{Easel, HEIGHT, WIDTH};
use super::poster::{Headline, Poster};
use super::still::{Still, html};
use super::{About, LANGUAGES, Output, stills, supposed, tasks};
use dti_engine::calculator::Calculator;
use dti_formats::link::{self, Language};
use leptos::prelude::*;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// Both languages.
pub(crate) const BOTH: [Language; 2] = [Language::Vi, Language::En];

/// What ships.
pub(crate) fn calculator() -> &'static Arc<Calculator> {
    static CALCULATOR: OnceLock<Arc<Calculator>> = OnceLock::new();
    CALCULATOR.get_or_init(|| Arc::new(dti_formats::official().unwrap()))
}

/// An edition as published.
#[track_caller]
pub(crate) fn still(edition: &str, language: Language) -> Still {
    Still::of(calculator(), edition, language).unwrap()
}

/// The texts of each row of the first table's body, cell by cell.
#[track_caller]
pub(crate) fn rows(html: &str) -> Vec<Vec<String>> {
    let (_, body) = html.split_once("<tbody>").unwrap();
    let (body, _) = body.split_once("</tbody>").unwrap();
    let plain = |cell: &str| {
        let mut text = String::new();
        let mut is_tag = false;
        for letter in cell.chars() {
            match letter {
                '<' => is_tag = true,
                '>' => is_tag = false,
                other if !is_tag => text.push(other),
                _ => {}
            }
        }
        text
    };
    let row = |row: &str| {
        let cells = row
            .split_inclusive("</td>")
            .flat_map(|part| part.split_inclusive("</th>"));
        cells
            .filter(|cell| cell.ends_with("</td>") || cell.ends_with("</th>"))
            .map(plain)
            .collect()
    };
    body.split("</tr>")
        .filter(|part| part.contains("<td"))
        .map(row)
        .collect()
}

fn poster_of(edition: &str, unit: &str, language: Language) -> Poster {
    let still = still(edition, language);
    let row = still.edition.position(unit).unwrap();
    still.poster(Some(row)).unwrap()
}

/// A folder for one test, removed when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("dti-publish-{name}-{}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join(path)).unwrap_or_else(|_| panic!("no {path}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn output(folder: &Folder, site_url: Option<&str>) -> Output {
    Output {
        folder: folder.0.clone(),
        site_url: site_url.map(str::to_owned),
    }
}

#[test]
fn there_is_a_page_for_each_unit_before_and_after_the_merger_in_each_language() {
    let stills = stills(calculator()).unwrap();
    let tasks = tasks(&stills).unwrap();
    let places = tasks
        .iter()
        .filter(|task| matches!(task.about, About::Place(_)));
    assert_eq!(places.count(), (63 + 34) * 2);
    // And in Vietnamese the scenarios that are shared much.
    assert_eq!(tasks.len(), (63 + 34) * 2 + 522);
    for folder in [
        "p/2024-34/bac-ninh/",
        "en/p/2024-34/hue/",
        "p/2024/thua-thien-hue/",
        "en/p/2024/bac-giang/",
        "p/2024-34/bac-ninh/society-best/",
    ] {
        let found = tasks.iter().filter(|task| task.folder == folder).count();
        assert_eq!(found, 1, "{folder}");
    }
}

#[test]
fn a_picture_has_its_size_and_comes_out_the_same_again() {
    let easel = Easel::new().unwrap();
    let again = Easel::new().unwrap();
    for (edition, unit, language) in [
        ("2024-34", "bac-ninh", Language::Vi),
        ("2024", "ba-ria-vung-tau", Language::En),
    ] {
        let words = poster_of(edition, unit, language);
        let file = easel.poster(&words).unwrap();
        assert_eq!(file, again.poster(&words).unwrap());
        assert!(file.len() < 40_000, "{} bytes", file.len());
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
        assert_eq!((info.width, info.height), (1200, 630));
        let colours: std::collections::BTreeSet<u8> = pixels.iter().copied().collect();
        assert!(colours.len() > 20, "something is drawn");
    }
}

#[test]
fn the_font_has_every_letter_of_every_picture() {
    let easel = Easel::new().unwrap();
    for (still, _) in stills(calculator()).unwrap() {
        let units = still.edition.units().len();
        let rows = (0..units).map(Some).chain([None]);
        let published = rows.map(|row| still.poster(row).unwrap());
        // One unit's scenarios have all indicators; the names are those of the published.
        let supposed = still.supposed(0).unwrap();
        let supposed = supposed
            .iter()
            .map(|own| supposed::page(&still, own, "", None).unwrap().poster);
        for words in published.chain(supposed) {
            let headline = match words.headline {
                Headline::Site(lead) => lead,
                Headline::Place { score, since, .. } => {
                    let since = since.map(|since| since.score + &since.moved);
                    format!("{score}–{}", since.unwrap_or_default())
                }
            };
            let ends = words
                .axis
                .ends
                .map(|end| format!("{} ({})", end.name, end.score));
            let name = words.name + &words.premise.unwrap_or_default();
            let parts = [words.kicker, name, headline, words.labels.concat()];
            let all = [parts.concat(), ends.concat(), words.foot.concat()].concat();
            assert!(easel.has_all(&all), "{all}");
        }
    }
}

/// The text of an element's attribute `content` behind a mark, or of a title.
#[track_caller]
fn said<'a>(html: &'a str, begin: &str, end: char) -> &'a str {
    let (_, rest) = html
        .split_once(begin)
        .unwrap_or_else(|| panic!("no {begin}"));
    rest.split(end).next().unwrap()
}

#[test]
fn titles_and_descriptions_are_what_people_search_for() {
    let what = [
        (Language::Vi, "chuyển đổi số (DTI)"),
        (Language::En, "digital transformation (DTI)"),
    ];
    for (still, _) in stills(calculator()).unwrap() {
        let (_, what) = what[usize::from(still.language() == Language::En)];
        for (row, unit) in still.edition.units().iter().enumerate() {
            let page = super::place::page(&still, row, ("p/e/u/", ""), None).unwrap();
            let name = still.words.in_language(&unit.name);
            let title = said(&page.html, "<title>", '<');
            let description = said(&page.html, "name=\"description\" content=\"", '"');
            let seen = said(&page.html, "property=\"og:title\" content=\"", '"');
            for text in [title, description, seen] {
                let text = text.to_lowercase().replace("(dti)", "(DTI)");
                assert!(text.contains(what), "{text}");
                assert!(text.contains(&name.to_lowercase()), "{text}");
            }
            assert!(description.chars().count() < 250, "{description}");
        }
    }
    // The home pages are written by hand, and the live page says the same title.
    let home = include_str!("../../../index.html");
    for (language, what) in what {
        let begin = format!("<!-- xtask:{} -->", language.as_str());
        let (_, own) = home.split_once(&begin).unwrap();
        let title = said(own, "<title>", '<');
        let words = still("2024-34", language).words;
        assert_eq!(title, words.document_title());
        let description = said(own, "name=\"description\" content=\"", '"');
        for text in [title, description] {
            let text = text.to_lowercase().replace("(dti)", "(DTI)");
            assert!(text.contains(what), "{text}");
        }
    }
    assert!(include_str!("../../../embed/index.html").contains(said(home, "<title>", '<')));
}

#[test]
fn each_page_is_the_one_of_its_unit_edition_and_language() {
    let site_url = "https://example.org/dti/";
    let mut of_record = std::collections::BTreeSet::new();
    let stills = stills(calculator()).unwrap();
    for task in tasks(&stills).unwrap() {
        let About::Place(row) = task.about else {
            continue;
        };
        let shown = (task.folder.as_str(), "");
        let html = super::place::page(task.still, row, shown, Some(site_url));
        let html = html.unwrap().html;
        assert_eq!(html.matches("rel=\"canonical\"").count(), 1);
        let own = said(&html, "<link rel=\"canonical\" href=\"", '"');
        assert_eq!(own, format!("{site_url}{}", task.folder));
        assert!(of_record.insert(own.to_owned()), "{own} is of two pages");
        let path = task.folder.strip_prefix("en/").unwrap_or(&task.folder);
        for (language, folder) in [("vi", ""), ("en", "en/"), ("x-default", "")] {
            let link = format!("hreflang=\"{language}\" href=\"{site_url}{folder}{path}\"");
            assert_eq!(html.matches(&link).count(), 1, "{link}");
        }
        assert!(!html.contains("noindex"));
    }
    assert_eq!(of_record.len(), (63 + 34) * 2);
}

#[test]
fn everything_around_the_pages_is_written() {
    let folder = Folder::new("around");
    let easel = Easel::new().unwrap();
    let output = output(&folder, None);
    output.first(calculator()).unwrap();
    output.around(calculator(), &easel).unwrap();
    for (language, home) in LANGUAGES {
        let manifest = folder.read(&format!("site/{home}manifest.webmanifest"));
        let read: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(read["start_url"], "./");
        assert_eq!(read["lang"], language.as_str());
        for icon in read["icons"].as_array().unwrap() {
            let file = folder
                .0
                .join("site")
                .join(home)
                .join(icon["src"].as_str().unwrap());
            let file = std::fs::File::open(file).unwrap();
            let decoder = png::Decoder::new(std::io::BufReader::new(file));
            let reader = decoder.read_info().unwrap();
            let side = reader.info().width;
            assert_eq!(icon["sizes"], format!("{side}x{side}"));
        }
        let first = folder.read(&format!("first/{}.html", language.as_str()));
        assert!(first.contains("<fieldset ") && first.contains("<table "));
        assert!(folder.0.join(format!("site/{home}share.png")).exists());
    }
    assert!(folder.read("first/embed.html").contains("<table>"));
}

#[test]
fn nothing_absolute_is_written_without_the_address_of_the_site() {
    let easel = Easel::new().unwrap();
    let stills = stills(calculator()).unwrap();
    let tasks = tasks(&stills).unwrap();
    let own = tasks
        .iter()
        .find(|task| task.folder == "en/p/2024-34/hue/")
        .unwrap();
    for site_url in [None, Some("https://example.org/dti/")] {
        let folder = Folder::new(if site_url.is_some() {
            "with"
        } else {
            "without"
        });
        let output = output(&folder, site_url);
        output.one(own, &easel).unwrap();
        output.lists(&tasks).unwrap();
        let missing = folder.read("site/404.html");
        let home = "href=\"https://example.org/dti/en/\" lang=\"en\"";
        assert_eq!(missing.contains(home), site_url.is_some(), "{missing}");
        assert_eq!(missing.contains("href="), site_url.is_some(), "{missing}");
        let html = folder.read("site/en/p/2024-34/hue/index.html");
        let robots = folder.read("site/robots.txt");
        let Some(site_url) = site_url else {
            let head = html.split("</head>").next().unwrap();
            assert!(
                !head.contains("://") && !head.contains("og:image"),
                "{head}"
            );
            assert!(!robots.contains("Sitemap") && !folder.0.join("site/sitemap.xml").exists());
            continue;
        };
        for expected in [
            "<link rel=\"canonical\" href=\"https://example.org/dti/en/p/2024-34/hue/\">",
            "hreflang=\"vi\" href=\"https://example.org/dti/p/2024-34/hue/\">",
            "hreflang=\"x-default\" href=\"https://example.org/dti/p/2024-34/hue/\">",
            "content=\"https://example.org/dti/en/p/2024-34/hue/share.png\">",
            "content=\"summary_large_image\"",
        ] {
            assert!(html.contains(expected), "{expected} is not in {html}");
        }
        assert!(robots.contains("Sitemap: https://example.org/dti/sitemap.xml\n"));
        let sitemap = folder.read("site/sitemap.xml");
        assert_eq!(sitemap.matches("<loc>").count(), 2 + (63 + 34) * 2);
        assert!(sitemap.contains(&format!("<loc>{site_url}</loc>")));
    }
}

#[test]
fn what_a_page_says_is_escaped() {
    let head = Head {
        title: "</title><script>".to_owned(),
        description: "\"><img src=x>".to_owned(),
        language: Language::Vi,
        folder: "p/2024/x/".to_owned(),
        picture: "\"".to_owned(),
        site_url: Some("https://example.org/".to_owned()),
        role: Role::LeadsTo("\"><script>".to_owned()),
    };
    let html = html(|| {
        let page = view! {
            <Document head>
                <h1>{"<b>&\""}</h1>
            </Document>
        };
        Some(page.into_any())
    });
    let html = html.unwrap();
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"));
    assert!(
        html.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"),
        "{html}"
    );
    assert!(!html.contains(" style=") && !html.contains("<style"));
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let file = Folder::new("file");
    std::fs::write(&file.0, "").unwrap();
    let said = output(&file, None)
        .write("a/b.txt", "x")
        .unwrap_err()
        .to_string();
    assert!(said.contains("b.txt can't be written"), "{said}");
    std::fs::remove_file(&file.0).unwrap();
}

/// The value of an attribute in a text of HTML, as a browser reads it.
#[track_caller]
fn attribute(html: &str, name: &str) -> String {
    let start = format!(" {name}=\"");
    let (_, rest) = html.split_once(&start).unwrap();
    let (value, _) = rest.split_once('"').unwrap();
    value.replace("&amp;", "&")
}

#[test]
fn the_frame_of_an_oembed_answer_shows_what_its_page_shows() {
    let easel = Easel::new().unwrap();
    let stills = stills(calculator()).unwrap();
    let tasks = tasks(&stills).unwrap();
    let site_url = "https://example.org/dti/";
    let folder = Folder::new("oembed");
    for (path, edition, unit, language) in [
        ("p/2024-34/bac-ninh/", "2024-34", "bac-ninh", None),
        ("en/p/2024-34/hue/", "2024-34", "hue", Some(Language::En)),
        (
            "en/p/2024/bac-giang/",
            "2024",
            "bac-giang",
            Some(Language::En),
        ),
    ] {
        let own = tasks.iter().find(|task| task.folder == path).unwrap();
        output(&folder, Some(site_url)).one(own, &easel).unwrap();
        let page = folder.read(&format!("site/{path}index.html"));
        let tag = page
            .split("<link rel=\"alternate\" type=\"")
            .nth(1)
            .unwrap();
        let tag = tag.split_once('>').unwrap().0;
        assert!(tag.starts_with("application/json+oembed\""), "{tag}");
        let answer = attribute(tag, "href");
        let answer = folder.read(&format!("site/{}", answer.strip_prefix(site_url).unwrap()));
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["provider_name"], "dti-whatif");
        assert_eq!(answer["provider_url"], site_url);
        assert_eq!(answer["title"], attribute(tag, "title"));
        let html = answer["html"].as_str().unwrap();
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(attribute(html, "href"), format!("{site_url}{path}"));
        assert_eq!(attribute(html, "title"), answer["title"]);
        for side in ["width", "height"] {
            assert_eq!(
                answer[side].as_u64().unwrap().to_string(),
                attribute(html, side)
            );
        }
        let address = attribute(html, "src");
        let (embed, fragment) = address.split_once('#').unwrap();
        assert_eq!(embed, format!("{site_url}embed/v1/"));
        let (link, notices) = link::read(fragment);
        assert!(notices.is_empty(), "{notices:?}");
        assert_eq!(link.scenario.edition, edition);
        assert_eq!(link.scenario.unit.as_deref(), Some(unit));
        assert!(link.scenario.overrides.is_empty());
        assert_eq!(link.language, language);
    }
    let folder = Folder::new("without-oembed");
    output(&folder, None).one(&tasks[0], &easel).unwrap();
    let page = folder.read(&format!("site/{}index.html", tasks[0].folder));
    let answer = folder
        .0
        .join(format!("site/{}oembed.json", tasks[0].folder));
    assert!(!page.contains("oembed") && !answer.exists());
}

#[test]
fn what_an_oembed_answer_says_is_escaped_twice() {
    let title = "\"\\<script>&";
    let embeddable = Embeddable {
        title,
        folder: "p/2024/x/",
        edition: "2024",
        unit: "x",
        language: Language::Vi,
    };
    let answer = embeddable.answer("https://example.org/");
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["title"], title);
    let html = answer["html"].as_str().unwrap();
    assert!(!html.contains("<script"), "{html}");
    assert_eq!(attribute(html, "title"), "&quot;\\&lt;script&gt;&");
}
