//! What the desk tells the page and the browser around it.

/// Behind each number in packed news.
const MARK: char = '\u{1c}';

/// Something that the page has to hear.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// Own data as catalogue text, for every module.
    Catalogue(String),
    /// The assessed figures of all editions: lines `edition fragment`.
    Assessed(String),
    /// What to keep on the device, as a project file; empty to keep nothing.
    Keep(String),
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
    /// Have the status line say this.
    Say(String),
    /// Move focus to the element with this id once the desk is drawn.
    Focus(String),
}

impl News {
    fn parts(&self) -> Vec<&str> {
        match self {
            Self::Catalogue(text) => vec!["catalogue", text],
            Self::Assessed(text) => vec!["assessed", text],
            Self::Keep(text) => vec!["keep", text],
            Self::Forget => vec!["forget"],
            Self::Load(text) => vec!["load", text],
            Self::Saved(text) => vec!["saved", text],
            Self::Save { name, kind, text } => vec!["save", name, kind, text],
            Self::SaveBook { name, book } => vec!["book", name, book],
            Self::Say(text) => vec!["say", text],
            Self::Focus(id) => vec!["focus", id],
        }
    }
}

/// News as one text.
pub fn pack_news(news: &[News]) -> String {
    // Catalogue text holds marks of its own: lengths tell where a part ends.
    let mut packed = String::new();
    for one in news {
        let parts = one.parts();
        packed.push_str(&parts.len().to_string());
        packed.push(MARK);
        for part in parts {
            packed.push_str(&part.len().to_string());
            packed.push(MARK);
            packed.push_str(part);
        }
    }
    packed
}

/// News from one text; what is not of its form ends it.
pub fn unpack_news(packed: &str) -> Vec<News> {
    let mut rest = packed;
    let mut news = Vec::new();
    while let Some(parts) = next_parts(&mut rest) {
        let mut parts = parts.into_iter();
        let kind = parts.next().unwrap_or_default();
        let mut next = || parts.next().unwrap_or_default();
        news.push(match kind.as_str() {
            "catalogue" => News::Catalogue(next()),
            "assessed" => News::Assessed(next()),
            "keep" => News::Keep(next()),
            "forget" => News::Forget,
            "load" => News::Load(next()),
            "saved" => News::Saved(next()),
            "book" => News::SaveBook {
                name: next(),
                book: next(),
            },
            "say" => News::Say(next()),
            "focus" => News::Focus(next()),
            _ => News::Save {
                name: next(),
                kind: next(),
                text: next(),
            },
        });
    }
    news
}

fn next_parts(rest: &mut &str) -> Option<Vec<String>> {
    let count = next_number(rest)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        let length = next_number(rest)?;
        let part = rest.get(..length)?;
        parts.push(part.to_owned());
        *rest = rest.get(length..)?;
    }
    Some(parts)
}

fn next_number(rest: &mut &str) -> Option<usize> {
    let (number, behind) = rest.split_once(MARK)?;
    *rest = behind;
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{News, pack_news, unpack_news};

    #[test]
    fn news_arrive_as_they_were_told() {
        let text = || "\u{1d}framework a\nđ\u{1c}3".to_owned();
        let news = vec![
            News::Catalogue(text()),
            News::Assessed(String::new()),
            News::Keep(text()),
            News::Forget,
            News::Load("e=2022".to_owned()),
            News::Saved(text()),
            News::Save {
                name: "a.csv".into(),
                kind: "text/csv".into(),
                text: text(),
            },
            News::SaveBook {
                name: "a.xlsx".into(),
                book: text(),
            },
            News::Say(text()),
            News::Focus("x".into()),
        ];
        assert_eq!(unpack_news(&pack_news(&news)), news);
        assert_eq!(unpack_news("nonsense"), []);
    }
}
