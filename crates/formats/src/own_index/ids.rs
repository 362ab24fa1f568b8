//! Ids from what people call things: codes of other programs have capitals, names have diacritics.

use super::framework::is_reserved;
use crate::fold;
use std::collections::BTreeSet;

/// Longest id that is made, in letters; what makes it differ from others comes behind it.
const LONGEST: usize = 48;

/// Makes ids that differ from one another.
#[derive(Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// An id that is like a text: `LPI` becomes `lpi`, and a second one `lpi_2`.
    pub(super) fn like(&mut self, text: &str, otherwise: &str) -> String {
        let mut like = short(text, '_');
        if like.is_empty() {
            otherwise.clone_into(&mut like);
        }
        if is_reserved(&like) {
            like.insert_str(0, "i_");
        }
        let later = (2..).map(|count: u32| format!("{like}_{count}"));
        let mut offered = std::iter::once(like.clone()).chain(later);
        let id = offered.find(|id| !self.0.contains(id));
        let id = id.unwrap_or_default();
        self.0.insert(id.clone());
        id
    }
}

/// The start of a text in the letters of ids.
pub(super) fn short(text: &str, between: char) -> String {
    let is_letter = |letter: &char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let spaced = fold(text).replace(' ', &between.to_string());
    let kept = spaced.chars().filter(|c| is_letter(c) || *c == between);
    let kept: String = kept.take(LONGEST).collect();
    kept.trim_matches(between).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_differ_and_mean_nothing_else() {
        let mut ids = Ids::default();
        let made = ["LPI", "lpi", "Đà Nẵng", "Rank", "…", "…"].map(|text| ids.like(text, "x"));
        assert_eq!(made, ["lpi", "lpi_2", "da_nang", "i_rank", "x", "x_2"]);
        assert_eq!(ids.like(&"a".repeat(90), "x").len(), 48);
    }
}
