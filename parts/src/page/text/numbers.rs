//! Numbers as each language writes them: `0,8002` and `1.234` in Vietnamese, `0.8002` and `1,234`
//! in English. Whole units only, so no float formatting comes into the page.

use dti_engine::model::{Exact, POINTS_DECIMALS, SCORE_DECIMALS};
use dti_formats::link::Language;

/// Most decimals that points are shown with.
const MOST_DECIMALS: u32 = 12;
const MINUS: char = '\u{2212}';

/// A score, always with its four decimals.
pub(crate) fn score(value: Exact, language: Language) -> String {
    decimal(value, SCORE_DECIMALS, language)
}

/// Points with the decimals that they need: `4,9`, `12`.
pub(crate) fn points(value: Exact, language: Language) -> String {
    points_to(value, POINTS_DECIMALS, language)
}

/// The same with so many decimals at most, but for a trace: that is never said to be nothing.
pub(crate) fn points_to(value: Exact, decimals: u32, language: Language) -> String {
    let is_trace = |decimals: u32| value != Exact::ZERO && value.round_half_up(decimals) == 0;
    let mut decimals = decimals.max(1);
    while is_trace(decimals) && decimals < MOST_DECIMALS {
        decimals += 1;
    }
    let text = decimal(value, decimals, language);
    let trimmed = text.trim_end_matches('0');
    trimmed.trim_end_matches([',', '.']).to_owned()
}

/// A whole number.
pub(crate) fn whole(value: Exact, language: Language) -> String {
    decimal(value, 0, language)
}

/// A number with so many decimals.
pub(crate) fn decimal(value: Exact, decimals: u32, language: Language) -> String {
    let (mark, thousands) = match language {
        Language::Vi => (',', '.'),
        Language::En => ('.', ','),
    };
    let units = value.round_half_up(decimals);
    let digits = units.unsigned_abs().to_string();
    let decimals = decimals as usize;
    let padded = format!(
        "{}{digits}",
        "0".repeat((decimals + 1).saturating_sub(digits.len()))
    );
    // Digits only, so every place is between two letters; `split_at` could panic with the text.
    let place = padded.len() - decimals;
    let (whole, fraction) = padded.split_at_checked(place).unwrap_or((&padded, ""));
    let mut text = String::new();
    if units < 0 {
        text.push(MINUS);
    }
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len() - position;
        if position > 0 && left % 3 == 0 {
            text.push(thousands);
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(mark);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{decimal, points, score, whole};
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn each_language_has_its_marks() {
        let huge = Exact::decimal(123_456_789, 2);
        assert_eq!(decimal(huge, 2, Vi), "1.234.567,89");
        assert_eq!(decimal(huge, 2, En), "1,234,567.89");
        assert_eq!(score(Exact::decimal(8002, 4), Vi), "0,8002");
        assert_eq!(score(Exact::ZERO, En), "0.0000");
        assert_eq!(whole(Exact::whole(1000), Vi), "1.000");
    }

    #[test]
    fn points_drop_the_decimals_that_say_nothing() {
        assert_eq!(points(Exact::decimal(490, 2), Vi), "4,9");
        assert_eq!(points(Exact::whole(1200), En), "1,200");
        assert_eq!(points(Exact::decimal(1598, 3), Vi), "1,6");
        assert_eq!(points(Exact::ZERO, Vi), "0");
        assert_eq!(points(Exact::whole(10), Vi), "10");
        assert_eq!(points(Exact::decimal(-4, 6), En), "\u{2212}0.000004");
        assert_eq!(points(Exact::decimal(1, 14), Vi), "0");
    }
}
