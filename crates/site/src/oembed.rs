//! What an oEmbed consumer is told of a province's page: a static answer beside it, whose frame
//! shows the same province in the same edition and language. The home pages' own answers are
//! written with the embed.

use crate::still::fragment;
use dti_formats::link::Language;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;
use serde_json::json;

/// Name of the file beside a page.
pub(crate) const FILE: &str = "oembed.json";
/// Its type, as pages name it.
pub(crate) const KIND: &str = "application/json+oembed";
/// Width and height of the frame, in pixels.
const SIZE: [u32; 2] = [600, 640];

/// A province's page that can be embedded.
pub(crate) struct Embeddable<'a> {
    /// Title of the page.
    pub(crate) title: &'a str,
    /// Where it is, from the root of the site, with a slash at the end.
    pub(crate) folder: &'a str,
    /// Which edition it shows.
    pub(crate) edition: &'a str,
    /// Which unit.
    pub(crate) unit: &'a str,
    /// In which language.
    pub(crate) language: Language,
}

impl Embeddable<'_> {
    /// The answer as a file.
    pub(crate) fn answer(&self, site_url: &str) -> String {
        let [width, height] = SIZE;
        let answer = json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": "dti-whatif",
            "provider_url": site_url,
            "title": self.title,
            "cache_age": 86400,
            "width": width,
            "height": height,
            "html": self.html(site_url),
        });
        format!("{answer:#}\n")
    }

    /// The quotation is what WordPress shows until the frame answers; consumers drop scripts, so
    /// there is none.
    fn html(&self, site_url: &str) -> String {
        let title = self.title.to_owned();
        let [width, height] = SIZE;
        let quoted = view! {
            <blockquote>
                <a href=format!("{site_url}{}", self.folder)>{title.clone()}</a>
            </blockquote>
            <iframe
                src=self.address(site_url)
                title=title
                width=width.to_string()
                height=height.to_string()
                {..custom_attribute("frameborder", "0")}
            />
        };
        quoted.to_html()
    }

    /// The embed's address. It is made of ids, which need no escaping; its page is Vietnamese.
    fn address(&self, site_url: &str) -> String {
        let language = match self.language {
            Language::Vi => "",
            Language::En => "&lang=en",
        };
        let place = fragment(self.edition, self.unit);
        format!("{site_url}embed/v1/#{place}{language}")
    }
}
