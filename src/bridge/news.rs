//! What the own data tell the page, as one text (`parts/src/page/desk/news.rs` writes it).

/// Behind what a text is about, and behind its length.
const MARK: char = '\u{1c}';

/// Something that the page has to hear.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum News<'a> {
    /// Own data for every module.
    Catalogue(&'a str),
    /// The assessed figures of all editions: lines `edition fragment`.
    Assessed(&'a str),
    /// Show this scenario.
    Load(&'a str),
    /// The saved scenarios.
    Saved(&'a str),
    /// Have the status line say this.
    Say(&'a str),
}

impl<'a> News<'a> {
    /// All that one text tells. What is not of its form ends it.
    pub(super) fn all(packed: &'a str) -> Vec<Self> {
        let mut rest = packed;
        let mut news = Vec::new();
        while let Some((one, behind)) = Self::next(rest) {
            news.push(one);
            rest = behind;
        }
        news
    }

    /// What is told first, and what is behind it. Own data may hold marks, so the length tells where a
    /// text ends.
    fn next(packed: &'a str) -> Option<(Self, &'a str)> {
        let (about, behind) = packed.split_once(MARK)?;
        let (length, behind) = behind.split_once(MARK)?;
        let (text, behind) = behind.split_at_checked(length.parse().ok()?)?;
        let one = match about {
            "catalogue" => Self::Catalogue(text),
            "assessed" => Self::Assessed(text),
            "load" => Self::Load(text),
            "saved" => Self::Saved(text),
            "say" => Self::Say(text),
            _ => return None,
        };
        Some((one, behind))
    }
}

#[cfg(test)]
mod tests {
    use super::News;
    use dti_parts::page::desk::{News as Told, pack_news};

    #[test]
    fn what_the_own_data_tell_is_heard() {
        let text = "\u{1}framework\nđ\u{1c}3";
        let told = [
            Told::Catalogue(text.to_owned()),
            Told::Keep,
            Told::Assessed(String::new()),
            Told::Load("e=2022".to_owned()),
            Told::Saved("saved.1\u{1f}e=2022\u{1d}".to_owned()),
            Told::Say("Đã đọc.".to_owned()),
        ];
        let packed = pack_news(&told);
        let heard = [
            News::Catalogue(text),
            News::Assessed(""),
            News::Load("e=2022"),
            News::Saved("saved.1\u{1f}e=2022\u{1d}"),
            News::Say("Đã đọc."),
        ];
        assert_eq!(News::all(&packed), heard);
        // What was cut off on its way ends it.
        let cut = packed.get(..packed.len() - 2).unwrap();
        assert_eq!(News::all(cut), heard[..4]);
        assert_eq!(News::all("nonsense"), []);
    }
}
