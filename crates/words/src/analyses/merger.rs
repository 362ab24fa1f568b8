//! What the merger does, in sentences.

use super::about;
use crate::Words;
use crate::numbers::{change, score};
use dti_engine::model::{Exact, Standing};
use dti_formats::link::Language;

/// What happened to one former unit.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The former unit.
    pub former: &'a str,
    /// The new unit.
    pub new: &'a str,
    /// The former unit's place.
    pub before: &'a Standing,
    /// The new unit's place.
    pub after: &'a Standing,
    /// How many are ranked before and after.
    pub units: [usize; 2],
    /// The edition that is merged: "2024".
    pub edition: &'a str,
    /// The former units with their scores.
    pub parts: Vec<(&'a str, Exact)>,
    /// Whether the ministry's rule is used.
    pub is_official: bool,
    /// Whether the reader's scenario is merged.
    pub is_edited: bool,
}

impl Told<'_> {
    /// "Đà Nẵng: từ hạng 2/63 thành hạng 17/34 sau sáp nhập (số liệu 2024), dù không số liệu nào thay
    /// đổi."
    pub fn finding(&self, words: &Words) -> String {
        let [before, after] = self.units;
        let [from, to] = [self.before, self.after];
        let [from, to] = [from, to].map(|own| about(own.rank.to_string(), own.estimated));
        let why = match self.is_edited {
            true => words.merger_why_edited(self.edition, self.is_official),
            false => words.merger_why(self.edition, self.is_official),
        };
        if self.former == self.new {
            return words.merger_same_name(self.former, from, before, to, after, why);
        }
        let of = |rank: String, units: usize| match words.language() {
            Language::Vi => format!("{rank}/{units}"),
            Language::En => format!("{rank} of {units}"),
        };
        let is_alone = self.parts.len() == 1;
        let (rank, new_rank) = (of(from, before), of(to, after));
        words.merger_other_name(self.former, rank, is_alone, self.new, new_rank, why)
    }

    /// Why.
    pub fn paragraph(&self, words: &Words) -> String {
        let own = about(score(self.after.score, words), self.after.estimated);
        let count = self.parts.len();
        if count == 1 {
            let [before, after] = self.units;
            return words.merger_alone(self.new, own, before, after);
        }
        let part = |(name, value): &(&str, Exact)| format!("{name} {}", score(*value, words));
        let parts: Vec<String> = self.parts.iter().map(part).collect();
        let parts = parts.join(", ");
        let off = change(self.after.score - self.before.score, words);
        let off = about(off, self.after.estimated);
        if self.is_official {
            words.merger_mean(self.new, count, parts, own, self.former, off)
        } else {
            words.merger_weighed(self.new, own, parts, self.former, off)
        }
    }
}
