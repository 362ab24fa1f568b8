//! What the desk tells the page and the browser around it.

/// Behind what a text is about, and behind its length.
const MARK: char = '\u{1c}';

/// Something that the page has to hear.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// Own data for every module ([`dti_formats::OwnCatalogue`] as text).
    Catalogue(String),
    /// The assessed figures of all editions: lines `edition fragment`.
    Assessed(String),
    /// Keep on the device what the desk holds now ([`super::Desk::texts`]).
    Keep,
    /// Delete everything that is kept on the device.
    Forget,
    /// Show this scenario.
    Load(String),
    /// The saved scenarios, in the page's own form.
    Saved(String),
    /// Hand the reader a text as a file: name, kind of file, text.
    Save {
        /// Name with its ending.
        name: String,
        /// Media type.
        kind: String,
        /// What it holds.
        text: String,
    },
    /// Hand the reader a workbook: name, and the packed book.
    SaveBook {
        /// Name with its ending.
        name: String,
        /// `files::Book::pack`.
        book: String,
    },
    /// Have a pasted table gone through elsewhere, then bring it.
    Read(String),
    /// Have the last workbook read again.
    ReadAgain,
    /// Have the status line say this.
    Say(String),
    /// Move focus to the element with this id once the desk is drawn.
    Focus(String),
}

/// What the page itself hears, as one text: each time what it is about, and a text. All else is for
/// the browser around it.
pub fn pack_news(news: &[News]) -> String {
    // Own data may hold marks: lengths tell where a part ends.
    let mut packed = String::new();
    for one in news {
        let (about, text) = match one {
            News::Catalogue(text) => ("catalogue", text),
            News::Assessed(text) => ("assessed", text),
            News::Load(text) => ("load", text),
            News::Saved(text) => ("saved", text),
            News::Say(text) => ("say", text),
            _ => continue,
        };
        packed.push_str(&format!("{about}{MARK}{}{MARK}{text}", text.len()));
    }
    packed
}

/// News from one text: what each is about, and its text. What is not of its form ends it.
pub fn unpack_news(packed: &str) -> Vec<(&str, &str)> {
    let mut rest = packed;
    let mut news = Vec::new();
    while let Some((about, behind)) = rest.split_once(MARK) {
        let Some((length, behind)) = behind.split_once(MARK) else {
            break;
        };
        let length = length.parse().unwrap_or(behind.len());
        let text = behind.get(..length).unwrap_or_default();
        news.push((about, text));
        rest = behind.get(length..).unwrap_or_default();
    }
    news
}

#[cfg(test)]
mod tests {
    use super::{News, pack_news, unpack_news};

    #[test]
    fn the_page_hears_what_is_for_it() {
        let text = "\u{1}framework\nđ\u{1c}3";
        let news = [
            News::Catalogue(text.to_owned()),
            News::Keep,
            News::Assessed(String::new()),
            News::Focus("x".into()),
            News::Load("e=2022".to_owned()),
        ];
        let packed = pack_news(&news);
        let heard = unpack_news(&packed);
        assert_eq!(
            heard,
            [("catalogue", text), ("assessed", ""), ("load", "e=2022")]
        );
        assert_eq!(unpack_news("nonsense"), []);
    }
}
