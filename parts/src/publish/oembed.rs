//! What an oEmbed consumer is told of a province's page: a static answer beside it, whose frame
//! shows the same province in the same edition and language. The home pages' own answers are
//! written with the embed.

use crate::page::Markup;
use dti_formats::link::Language;

/// Name of the file beside a page.
pub(super) const FILE: &str = "oembed.json";
/// Its type, as pages name it.
pub(super) const KIND: &str = "application/json+oembed";
/// Width and height of the frame, in pixels.
const SIZE: [&str; 2] = ["600", "640"];

/// A province's page that can be embedded.
pub(super) struct Embeddable<'a> {
    /// Title of the page.
    pub(super) title: &'a str,
    /// Where it is, from the root of the site, with a slash at the end.
    pub(super) folder: &'a str,
    /// Which edition it shows.
    pub(super) edition: &'a str,
    /// Which unit.
    pub(super) unit: &'a str,
    /// In which language.
    pub(super) language: Language,
}

impl Embeddable<'_> {
    /// The answer as a file.
    pub(super) fn answer(&self, site_url: &str) -> String {
        let [width, height] = SIZE;
        format!(
            "{{\n  \"version\": \"1.0\",\n  \"type\": \"rich\",\n  \
             \"provider_name\": \"dti-whatif\",\n  \"provider_url\": {},\n  \"title\": {},\n  \
             \"cache_age\": 86400,\n  \"width\": {width},\n  \"height\": {height},\n  \
             \"html\": {}\n}}\n",
            quoted(site_url),
            quoted(self.title),
            quoted(&self.html(site_url))
        )
    }

    /// The quotation is what WordPress shows until the frame answers; consumers drop scripts, so
    /// there is none.
    fn html(&self, site_url: &str) -> String {
        let mut out = Markup::default();
        out.node("blockquote", "", |m| {
            m.node("a", "", |m| {
                m.set("href", format!("{site_url}{}", self.folder));
                m.text(self.title.to_owned());
            });
        });
        out.node("iframe", "", |m| {
            m.set("src", self.address(site_url));
            m.set("title", self.title.to_owned());
            let [width, height] = SIZE;
            m.set("width", width);
            m.set("height", height);
            m.set("frameborder", "0");
        });
        out.html()
    }

    /// The embed's address. It is made of ids, which need no escaping; its page is Vietnamese.
    fn address(&self, site_url: &str) -> String {
        let language = match self.language {
            Language::Vi => "",
            Language::En => "&lang=en",
        };
        let (edition, unit) = (self.edition, self.unit);
        format!("{site_url}embed/v1/#e={edition}&u={unit}{language}")
    }
}

/// A text as JSON writes it; none of ours holds a control character.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
