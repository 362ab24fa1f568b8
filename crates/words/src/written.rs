//! Numbers as they stand in a formula: what is written is what is added, so that a reader with a
//! pocket calculator gets the same, and "≈" marks what had to be rounded.

use crate::Words;
use crate::numbers::decimal;
use dti_engine::model::{Exact, SCORE_DECIMALS};

/// Decimals within which a number is written in full.
const IN_FULL: u32 = 8;
/// Decimals of a number that does not end within them.
const CUT: u32 = 6;
/// More decimals than any number here needs to be told from its neighbours.
const MOST: u32 = 12;

/// A number with the decimals with which it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written {
    /// What is written, already rounded.
    value: Exact,
    decimals: u32,
    is_exact: bool,
}

impl Written {
    /// With so many decimals.
    pub fn with(value: Exact, decimals: u32) -> Self {
        let rounded = value.rounded(decimals);
        Self {
            value: rounded,
            decimals,
            is_exact: rounded == value,
        }
    }

    /// A score with its four decimals.
    pub fn score(value: Exact) -> Self {
        Self::with(value, SCORE_DECIMALS)
    }

    /// A number that was rounded before.
    pub fn rounded(value: Exact) -> Self {
        Self {
            is_exact: value == Exact::ZERO,
            ..Self::with(value, CUT)
        }
    }

    /// With as many decimals as it needs but not fewer than `fewest`; a number that does not end
    /// soon is cut.
    pub fn in_full(value: Exact, fewest: u32) -> Self {
        let all = (fewest..=IN_FULL).map(|decimals| Self::with(value, decimals));
        let mut exact = all.filter(|written| written.is_exact);
        exact.next().unwrap_or_else(|| Self::with(value, CUT))
    }

    /// A change of score that, added to `start` as it is written, rounds to `result`.
    #[must_use]
    pub fn change(value: Exact, start: &Self, result: &Self) -> Self {
        let first = Self::in_full(value, result.decimals);
        let mut longer = (CUT + 1..=MOST).map(|decimals| Self::with(value, decimals));
        if first.leads(start, result) {
            return first;
        }
        let found = longer.find(|change| change.leads(start, result));
        found.unwrap_or(first)
    }

    /// Two scores whose difference as it is written, added to `start`, rounds to `result`.
    #[must_use]
    pub fn pair(pair: [Exact; 2], start: &Self, result: &Self) -> [Self; 2] {
        let leads = |[after, before]: &[Self; 2]| after.minus(before).leads(start, result);
        let first = pair.map(|score| Self::in_full(score, result.decimals));
        let longer = |decimals| pair.map(|score| Self::with(score, decimals));
        let mut all = std::iter::once(first).chain((CUT + 1..=MOST).map(longer));
        all.find(leads).unwrap_or(first)
    }

    /// Whether this change, added to `start`, rounds to `result`.
    fn leads(&self, start: &Self, result: &Self) -> bool {
        (start.value + self.value).rounded(result.decimals) == result.value
    }

    /// The sum as it is written.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            value: self.value + other.value,
            decimals: self.decimals.max(other.decimals),
            is_exact: self.is_exact && other.is_exact,
        }
    }

    /// The difference as it is written.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&Self {
            value: -other.value,
            ..*other
        })
    }

    /// The same without its sign.
    #[must_use]
    pub fn size(&self) -> Self {
        Self {
            value: self.value.abs(),
            ..*self
        }
    }

    /// The number that is written.
    pub fn value(&self) -> Exact {
        self.value
    }

    /// How many decimals it has.
    pub fn decimals(&self) -> u32 {
        self.decimals
    }

    /// Whether nothing was rounded.
    pub fn is_exact(&self) -> bool {
        self.is_exact
    }

    /// Whether zero is written.
    pub fn is_zero(&self) -> bool {
        self.value == Exact::ZERO
    }

    /// As a text of a language.
    pub fn text(&self, words: &Words) -> String {
        decimal(self.value, self.decimals, words)
    }

    /// The same, with "≈" before it where it was rounded.
    pub fn marked(&self, words: &Words) -> String {
        let mark = if self.is_exact { "" } else { "≈ " };
        format!("{mark}{}", self.text(words))
    }

    /// `= 0,6613` or `≈ 0,6613`: the end of an equation whose left side is `left`.
    pub fn result_of(&self, left: &[&Self], words: &Words) -> String {
        let is_exact = self.is_exact && left.iter().all(|part| part.is_exact);
        let sign = if is_exact { "=" } else { "≈" };
        format!("{sign} {}", self.text(words))
    }

    /// `0,6440 + 0,0173` or `0,6440 − 0,0173`.
    pub fn sum_with(&self, change: &Self, words: &Words) -> String {
        let sign = if change.value.is_negative() {
            '−'
        } else {
            '+'
        };
        let (start, size) = (self.text(words), change.size().text(words));
        format!("{start} {sign} {size}")
    }

    /// `0,6613 − 0,6440`
    pub fn less(&self, other: &Self, words: &Words) -> String {
        format!("{} − {}", self.text(words), other.text(words))
    }
}

#[cfg(test)]
mod tests {
    use super::Written;
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;

    #[test]
    fn a_number_is_written_in_full_where_it_ends() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        let in_full = |value, fewest| Written::in_full(value, fewest).marked(&vi);
        assert_eq!(in_full(Exact::decimal(675, 1), 2), "67,50");
        assert_eq!(in_full(Exact::decimal(123_928, 3), 2), "123,928");
        assert_eq!(in_full(Exact::fraction(2, 3), 4), "≈ 0,666667");
        assert_eq!(in_full(Exact::decimal(-1728, 5), 4), "−0,01728");
        let large = Written::with(Exact::whole(1_234_567), 2);
        assert_eq!(large.text(&en), "1,234,567.00");
    }

    #[test]
    fn sums_are_of_what_is_written() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        let third = Written::with(Exact::fraction(1, 3), 2);
        let sum = third.plus(&third).plus(&third);
        assert_eq!(sum.value(), Exact::decimal(99, 2));
        assert!(!sum.is_exact());
        let one = Written::in_full(Exact::ONE, 0);
        assert_eq!(one.minus(&third).text(&en), "0.67");
        assert_eq!(third.result_of(&[&one], &en), "≈ 0.33");
        assert_eq!(one.sum_with(&third.minus(&one), &vi), "1 − 0,67");
    }

    #[test]
    fn a_change_is_written_so_that_it_leads_to_the_result() {
        let start = Written::in_full(Exact::decimal(6440, 4), 4);
        // Rounded to 6 decimals this would be 0.644050, which rounds up.
        let change = Exact::decimal(49_999_999, 12) + Exact::fraction(1, 3_000_000_000_000_000);
        let result = Written::with(Exact::decimal(6440, 4) + change, 4);
        let written = Written::change(change, &start, &result);
        assert_eq!(result.text(&Words::plain(Language::En)), "0.6440");
        assert_eq!(start.plus(&written).value().rounded(4), result.value());
    }
}
