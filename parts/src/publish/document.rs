//! The HTML around a province's page: its head for browsers, search engines and link previews. It
//! loads a stylesheet and nothing else, and its policy allows no more.

use super::oembed;
use crate::page::Markup;
use crate::page::still::{SharePage, site_words};
use dti_formats::link::Language;

/// No script at all: these pages only stand there.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; \
                      base-uri 'none'; form-action 'none'; object-src 'none'";

/// A province's page as a file.
pub(super) struct Document<'a> {
    /// What is on it.
    pub(super) page: &'a SharePage,
    /// Its language.
    pub(super) language: Language,
    /// Where it is, from the root of the site, with a slash at the end.
    pub(super) folder: &'a str,
    /// What its picture shows.
    pub(super) picture: &'a str,
    /// Where the site is.
    pub(super) site_url: Option<&'a str>,
}

impl Document<'_> {
    /// The whole file; the stylesheet is put before `</head>` by who knows its name.
    pub(super) fn html(&self) -> String {
        let mut out = Markup::default();
        out.node("html", "", |m| {
            m.set("lang", self.language.as_str());
            m.node("head", "", |m| self.head(m));
            m.node("body", "", |m| m.append(self.page.body.clone()));
        });
        format!("<!DOCTYPE html>\n{}\n", out.html())
    }

    fn head(&self, m: &mut Markup) {
        m.node("meta", "", |m| m.set("charset", "utf-8"));
        m.node("meta", "", |m| {
            m.set("http-equiv", "Content-Security-Policy");
            m.set("content", POLICY);
        });
        named(m, "viewport", "width=device-width, initial-scale=1");
        named(m, "color-scheme", "light dark");
        named(m, "referrer", "no-referrer");
        m.leaf("title", "", self.page.title.clone());
        named(m, "description", self.page.description.clone());
        let up = "../".repeat(self.folder.matches('/').count());
        for (rel, file) in [
            ("icon", "favicon.svg"),
            ("apple-touch-icon", "icons/apple-touch-icon.png"),
        ] {
            linked(m, rel, format!("{up}{file}"), None);
        }
        property(m, "og:type", "website");
        property(m, "og:site_name", site_words(self.language).title);
        property(m, "og:locale", locale(self.language));
        property(m, "og:title", self.page.title.clone());
        property(m, "og:description", self.page.description.clone());
        match self.site_url {
            Some(site_url) => self.absolute(m, site_url),
            // Previews take pictures from absolute addresses only.
            None => named(m, "twitter:card", "summary"),
        }
        named(m, "twitter:title", self.page.title.clone());
        named(m, "twitter:description", self.page.description.clone());
    }

    /// What must be absolute.
    fn absolute(&self, m: &mut Markup, site_url: &str) {
        let path = self.folder.strip_prefix("en/").unwrap_or(self.folder);
        let own = format!("{site_url}{}", self.folder);
        linked(m, "canonical", own.clone(), None);
        for (language, address) in [
            ("vi", format!("{site_url}{path}")),
            ("en", format!("{site_url}en/{path}")),
            ("x-default", format!("{site_url}{path}")),
        ] {
            linked(m, "alternate", address, Some(language));
        }
        m.node("link", "", |m| {
            m.set("rel", "alternate");
            m.set("type", oembed::KIND);
            m.set("href", format!("{own}{}", oembed::FILE));
            m.set("title", self.page.title.clone());
        });
        let picture = format!("{own}share.png");
        property(m, "og:url", own);
        property(m, "og:image", picture.clone());
        property(m, "og:image:type", "image/png");
        property(m, "og:image:width", "1200");
        property(m, "og:image:height", "630");
        property(m, "og:image:alt", self.picture.to_owned());
        named(m, "twitter:card", "summary_large_image");
        named(m, "twitter:image", picture);
        named(m, "twitter:image:alt", self.picture.to_owned());
    }
}

fn locale(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi_VN",
        Language::En => "en_GB",
    }
}

fn named(m: &mut Markup, name: &'static str, content: impl Into<crate::page::Words>) {
    m.node("meta", "", |m| {
        m.set("name", name);
        m.set("content", content);
    });
}

fn property(m: &mut Markup, name: &'static str, content: impl Into<crate::page::Words>) {
    m.node("meta", "", |m| {
        m.set("property", name);
        m.set("content", content);
    });
}

fn linked(m: &mut Markup, rel: &'static str, address: String, language: Option<&'static str>) {
    m.node("link", "", |m| {
        m.set("rel", rel);
        if let Some(language) = language {
            m.set("hreflang", language);
        }
        m.set("href", address);
    });
}

/// What a host shows where there is no page, under whatever address: it reaches no other file
/// unless the site's own address is known. The build puts a script in (`public/lost.js`).
pub(super) fn missing(site_url: Option<&str>) -> String {
    let mut out = Markup::default();
    out.node("html", "", |m| {
        m.set("lang", "vi");
        m.node("head", "", |m| {
            m.node("meta", "", |m| m.set("charset", "utf-8"));
            m.node("meta", "", |m| {
                m.set("http-equiv", "Content-Security-Policy");
                m.set(
                    "content",
                    "default-src 'none'; base-uri 'none'; form-action 'none'",
                );
            });
            named(m, "viewport", "width=device-width, initial-scale=1");
            named(m, "color-scheme", "light dark");
            named(m, "robots", "noindex");
            m.leaf("title", "", "Không có trang này");
        });
        m.node("body", "", |m| m.node("main", "", |m| lost(m, site_url)));
    });
    format!("<!DOCTYPE html>\n{}\n", out.html())
}

fn lost(m: &mut Markup, site_url: Option<&str>) {
    m.leaf("h1", "", "Không có trang này");
    let [vi, en] = [
        "Ở đường dẫn này không có trang nào. Hãy xem lại đường dẫn, hoặc bớt phần cuối của nó để về \
         trang chính.",
        "There is no page at this address. Check it, or shorten it from its end to reach the home \
         page.",
    ];
    m.leaf("p", "", vi);
    m.node("p", "", |m| {
        m.set("lang", "en");
        m.text(en);
    });
    // For a link whose `#` was escaped: the script knows where to.
    m.node("p", "", |m| {
        m.set("id", "meant");
        m.flag("hidden", true);
        for (language, words) in [
            (
                Language::Vi,
                "Mở máy tính với kịch bản trong đường dẫn này. ",
            ),
            (
                Language::En,
                "Open the calculator with the scenario of this link.",
            ),
        ] {
            m.node("a", "", |m| {
                m.set("lang", language.as_str());
                m.text(words);
            });
        }
    });
    for (language, folder) in [(Language::Vi, ""), (Language::En, "en/")] {
        if let Some(site_url) = site_url {
            m.node("p", "", |m| {
                m.node("a", "", |m| {
                    m.set("href", format!("{site_url}{folder}"));
                    m.set("lang", language.as_str());
                    m.text(site_words(language).title);
                });
            });
        }
    }
}

/// The list of pages for search engines. Addresses are made of ids, which need no escaping.
pub(super) fn sitemap<'a>(site_url: &str, folders: impl Iterator<Item = &'a str>) -> String {
    let pages = folders.map(|folder| format!("<url><loc>{site_url}{folder}</loc></url>\n"));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        pages.collect::<String>()
    )
}
