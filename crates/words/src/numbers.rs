//! Numbers as each language writes them: `0,8002` and `1.234` in Vietnamese, `0.8002` and `1,234`
//! in English. Whole units only, so no float formatting comes into the page.

use crate::Words;
use dti_engine::model::{Exact, POINTS_DECIMALS, SCORE_DECIMALS};
use dti_formats::link::Language;

/// Most decimals that points are shown with.
const MOST_DECIMALS: u32 = 12;
const MINUS: char = '\u{2212}';

/// A score, always with its four decimals.
pub fn score(value: Exact, words: &Words) -> String {
    decimal(value, SCORE_DECIMALS, words)
}

/// A score as `<input type="range">` takes it, whatever the language.
pub fn score_for_slider(value: Exact) -> String {
    written(value, SCORE_DECIMALS, Language::En)
}

/// A change of score with its sign; nothing has no sign.
pub fn change(value: Exact, words: &Words) -> String {
    change_to(value, SCORE_DECIMALS, words)
}

/// The same to so many decimals.
pub fn change_to(value: Exact, decimals: u32, words: &Words) -> String {
    let text = decimal(value, decimals, words);
    if value.round_half_up(decimals) > 0 {
        format!("+{text}")
    } else {
        text
    }
}

/// Points with the decimals that they need: `4,9`, `12`.
pub fn points(value: Exact, words: &Words) -> String {
    points_to(value, POINTS_DECIMALS, words)
}

/// The same with so many decimals at most, but for a trace: that is never said to be nothing.
pub fn points_to(value: Exact, decimals: u32, words: &Words) -> String {
    let is_trace = |decimals: u32| value != Exact::ZERO && value.round_half_up(decimals) == 0;
    let mut decimals = decimals.max(1);
    while is_trace(decimals) && decimals < MOST_DECIMALS {
        decimals += 1;
    }
    let text = decimal(value, decimals, words);
    let trimmed = text.trim_end_matches('0');
    trimmed.trim_end_matches([',', '.']).to_owned()
}

/// Points with two decimals, to stand in a column.
pub fn fixed_points(value: Exact, words: &Words) -> String {
    decimal(value, POINTS_DECIMALS, words)
}

/// A whole number.
pub fn whole(value: Exact, words: &Words) -> String {
    decimal(value, 0, words)
}

/// A share in whole per cent; a trace is not nothing, nor nearly all everything.
pub fn percent(share: Exact, words: &Words) -> String {
    let whole = share * Exact::whole(100);
    match (
        share > Exact::ZERO && share < Exact::ONE,
        whole.round_half_up(0),
    ) {
        (true, 0) => "<1%".to_owned(),
        (true, 100) => ">99%".to_owned(),
        _ => format!("{}%", decimal(whole, 0, words)),
    }
}

/// A number with so many decimals.
pub fn decimal(value: Exact, decimals: u32, words: &Words) -> String {
    written(value, decimals, words.language())
}

fn written(value: Exact, decimals: u32, language: Language) -> String {
    let units = value.round_half_up(decimals);
    let digits = units.unsigned_abs().to_string();
    let decimals = decimals as usize;
    let padded = format!("{digits:0>wanted$}", wanted = decimals + 1);
    // Digits only, so every place is between two letters; `split_at` could panic with the text.
    let place = padded.len() - decimals;
    let (whole, fraction) = padded.split_at_checked(place).unwrap_or((&padded, ""));
    let mut text = String::new();
    if units < 0 {
        text.push(MINUS);
    }
    text.push_str(&grouped(whole, language));
    if decimals > 0 {
        text.push(marks(language).0);
        text.push_str(fraction);
    }
    text
}

/// A number as it was written in this language, with a sign perhaps, and its decimals; `None` for a text
/// that is more than a number.
pub fn read_back(text: &str, words: &Words) -> Option<(Exact, u32)> {
    let (mark, thousands) = marks(words.language());
    let (is_negative, text) = match text.strip_prefix(MINUS) {
        Some(size) => (true, size),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = text.split_once(mark).unwrap_or((text, ""));
    let is_number = whole.starts_with(|first: char| first.is_ascii_digit())
        && whole.chars().all(|c| c.is_ascii_digit() || c == thousands)
        && fraction.chars().all(|c| c.is_ascii_digit());
    let digits = whole.chars().filter(char::is_ascii_digit);
    let digits: String = digits.chain(fraction.chars()).collect();
    let size: i64 = digits.parse().ok().filter(|_| is_number)?;
    let decimals = u32::try_from(fraction.len()).ok()?;
    let units = if is_negative { -size } else { size };
    Some((Exact::decimal(units, decimals), decimals))
}

/// The decimal mark, and what stands between thousands.
fn marks(language: Language) -> (char, char) {
    match language {
        Language::Vi => (',', '.'),
        Language::En => ('.', ','),
    }
}

/// The digits of a whole number in groups of three.
pub(crate) fn grouped(digits: &str, language: Language) -> String {
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(marks(language).1);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{change, decimal, fixed_points, points, read_back, score, score_for_slider, whole};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;

    #[test]
    fn each_language_has_its_marks() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        let huge = Exact::decimal(123_456_789, 2);
        assert_eq!(fixed_points(huge, &vi), "1.234.567,89");
        assert_eq!(fixed_points(huge, &en), "1,234,567.89");
        assert_eq!(score(Exact::decimal(8002, 4), &vi), "0,8002");
        assert_eq!(score(Exact::ZERO, &en), "0.0000");
        assert_eq!(score_for_slider(Exact::decimal(45, 2)), "0.4500");
        assert_eq!(whole(Exact::whole(1000), &vi), "1.000");
    }

    #[test]
    fn a_number_is_read_back_as_it_was_written_and_nothing_else_is() {
        for words in [Language::Vi, Language::En].map(Words::plain) {
            for (units, decimals) in [(123_456_789, 2), (-142, 4), (0, 0), (1_000, 0)] {
                let value = Exact::decimal(units, decimals);
                let text = decimal(value, decimals, &words);
                assert_eq!(read_back(&text, &words), Some((value, decimals)), "{text}");
            }
            let gained = change(Exact::decimal(5, 4), &words);
            assert_eq!(read_back(&gained, &words), Some((Exact::decimal(5, 4), 4)));
            for text in [
                "", "\u{2212}", "≈ 0", "9 → 8", "8/63", "62% (58)", "–", "a", ".", ",5",
            ] {
                assert_eq!(read_back(text, &words), None, "{text}");
            }
        }
    }

    #[test]
    fn a_change_has_a_sign_unless_it_is_nothing() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        assert_eq!(change(Exact::decimal(142, 4), &vi), "+0,0142");
        assert_eq!(change(Exact::decimal(-142, 4), &en), "\u{2212}0.0142");
        assert_eq!(change(Exact::ZERO, &vi), "0,0000");
    }

    #[test]
    fn points_drop_the_decimals_that_say_nothing() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        assert_eq!(points(Exact::decimal(490, 2), &vi), "4,9");
        assert_eq!(points(Exact::whole(1200), &en), "1,200");
        assert_eq!(points(Exact::decimal(1598, 3), &vi), "1,6");
        assert_eq!(points(Exact::ZERO, &vi), "0");
        assert_eq!(points(Exact::whole(10), &vi), "10");
        assert_eq!(points(Exact::decimal(-4, 6), &en), "\u{2212}0.000004");
        assert_eq!(points(Exact::decimal(1, 14), &vi), "0");
    }
}
