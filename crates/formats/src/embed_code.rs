//! The three pieces of code that put the calculator into another page, with every text escaped.

use crate::link::Language;

/// What the pieces are made of. Addresses are whole, texts are plain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmbedCode {
    /// Address of the site's root, with its last `/`.
    pub root: String,
    /// Fragment of the embed, without `#`.
    pub fragment: String,
    /// Attributes of the element, with their values; an empty value is a bare attribute.
    pub attributes: Vec<(&'static str, String)>,
    /// What the frame is called.
    pub title: String,
    /// Address of the full page.
    pub full: String,
    /// What the link to it says.
    pub link: &'static str,
    /// Height in pixels.
    pub height: u32,
    /// Language of the embed.
    pub language: Language,
}

/// What a frame may do in another page. Safe with `allow-same-origin`, because the frame's origin is
/// not that of the page around it.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-downloads allow-popups \
                       allow-popups-to-escape-sandbox";
/// Hash of `embed.js`, which never changes; xtask refuses to build with another one.
const INTEGRITY: &str = include_str!("../../../public/embed/v1/integrity.txt");
/// Fits the frame to what stands in it: heard from that frame only, within limits. One line, since systems
/// that manage articles put a `<br />` at the end of each.
const LISTENER: &str = "<script>addEventListener(\"message\",function(event){\
    var data=event.data;\
    if(!data||data.type!==\"dti:height\"||data.v!==1)return;\
    if(typeof data.height!==\"number\"||!(data.height>0))return;\
    document.querySelectorAll(\"iframe[data-dti]\").forEach(function(frame){\
    if(frame.contentWindow===event.source)frame.style.height=Math.min(Math.max(data.height,200),5000)+\"px\"})\
    });</script>";

impl EmbedCode {
    /// Address of the embed.
    pub fn address(&self) -> String {
        format!("{}embed/v1/#{}", self.root, self.fragment)
    }

    /// The frame alone, with a link for whoever cannot see it.
    pub fn frame(&self) -> String {
        self.figure("")
    }

    /// The frame and a line that fits its height.
    pub fn frame_and_listener(&self) -> String {
        format!("{}\n{LISTENER}", self.figure(" data-dti"))
    }

    /// The element, its fallback and its script.
    pub fn element(&self) -> String {
        let mut text = "<dti-whatif".to_owned();
        for (name, value) in &self.attributes {
            text.push(' ');
            text.push_str(name);
            if !value.is_empty() {
                text.push_str(&format!("=\"{}\"", escaped(value)));
            }
        }
        let (height, title) = (self.height, escaped(&self.title));
        let script = escaped(&format!("{}embed/v1/embed.js", self.root));
        format!(
            "{text} height=\"{height}\" title=\"{title}\">\n  {}\n</dti-whatif>\n\
             <script src=\"{script}\" integrity=\"{}\" crossorigin=\"anonymous\" async></script>",
            self.link(),
            INTEGRITY.trim_end(),
        )
    }

    fn figure(&self, mark: &str) -> String {
        let (address, title) = (escaped(&self.address()), escaped(&self.title));
        format!(
            "<figure style=\"margin: 0\">\n  <iframe{mark} src=\"{address}\" title=\"{title}\" \
             width=\"100%\" height=\"{}\" loading=\"lazy\" style=\"border: 0; width: 100%\" \
             allow=\"clipboard-write\" sandbox=\"{SANDBOX}\" referrerpolicy=\"no-referrer\">\
             </iframe>\n  <figcaption>{}</figcaption>\n</figure>",
            self.height,
            self.link(),
        )
    }

    fn link(&self) -> String {
        let (address, language) = (escaped(&self.full), self.language.as_str());
        let text = escaped(self.link);
        format!("<a href=\"{address}\" hreflang=\"{language}\">{text}</a>")
    }
}

/// A text as it stands in an attribute or between tags.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{EmbedCode, INTEGRITY, LISTENER};
    use crate::link::Language;

    fn hostile() -> EmbedCode {
        let text = "\"><script>alert('x')</script>&";
        EmbedCode {
            root: format!("https://example.org/{text}/"),
            fragment: format!("v=1&e={text}"),
            attributes: vec![("unit", text.to_owned()), ("locked", String::new())],
            title: text.to_owned(),
            full: text.to_owned(),
            link: "\"><script>",
            height: 640,
            language: Language::Vi,
        }
    }

    #[test]
    fn no_text_leaves_its_attribute() {
        let embed = hostile();
        assert!(!embed.frame().contains("<script"), "{}", embed.frame());
        for (code, scripts) in [(embed.frame_and_listener(), 1), (embed.element(), 1)] {
            assert_eq!(code.matches("<script").count(), scripts, "{code}");
            assert!(!code.contains("alert('"), "{code}");
        }
        for code in [embed.frame(), embed.element()] {
            assert_eq!(code.matches('"').count() % 2, 0, "{code}");
        }
    }

    #[test]
    fn the_listener_is_small_and_the_hash_is_one() {
        assert!(LISTENER.len() <= 1_000, "{}", LISTENER.len());
        assert!(INTEGRITY.starts_with("sha384-") && INTEGRITY.trim_end().len() == 71);
    }
}
