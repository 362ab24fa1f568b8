//! Numbers of any size and sign, as tables of raw values have them: prices, growth, what R writes with a
//! power of ten.

use crate::import::{DecimalMark, Evidence, is_blank, plain_digits};
use dti_engine::model::Exact;

/// A raw number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RawNumber {
    /// The number before its percent sign.
    pub value: f64,
    /// Whether a percent sign stands behind it.
    pub is_percent: bool,
}

/// Whether a cell says that there is no value: blank, a dash, `NA`.
pub fn is_gap(text: &str) -> bool {
    is_blank(text)
}

/// Reads a number in a table with this mark; `None` where it is none.
///
/// ```
/// use dti_formats::{DecimalMark, raw_number};
/// let read = |text, mark| raw_number(text, mark).map(|number| number.value);
/// assert_eq!(read("−1.234,5", DecimalMark::Comma), Some(-1234.5));
/// assert_eq!(read("1.5e-07", DecimalMark::Point), Some(1.5e-7));
/// assert_eq!(read("0,5", DecimalMark::Point), None);
/// ```
pub fn raw_number(text: &str, mark: DecimalMark) -> Option<RawNumber> {
    let text = text.trim();
    let (is_negative, bare) = match text.strip_prefix(['-', '−']) {
        Some(bare) => (true, bare.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (value, is_percent) = match bare.split_once(['e', 'E']) {
        Some((before, power)) => (with_power(before, power, mark)?, false),
        None => {
            let (digits, is_percent) = plain_digits(bare, mark)?;
            (digits.parse().ok()?, is_percent)
        }
    };
    let value: f64 = if is_negative { -value } else { value };
    value.is_finite().then_some(RawNumber { value, is_percent })
}

/// `1.5` and `-07` of `1.5e-07`.
fn with_power(before: &str, power: &str, mark: DecimalMark) -> Option<f64> {
    let (digits, is_percent) = plain_digits(before, mark)?;
    let sign = power.strip_prefix(['-', '+']).unwrap_or(power);
    let is_whole = (1..=3).contains(&sign.len()) && sign.bytes().all(|byte| byte.is_ascii_digit());
    if is_percent || !is_whole || before.ends_with(char::is_whitespace) {
        return None;
    }
    format!("{digits}e{power}").parse().ok()
}

/// The mark before decimals that these cells use; `None` where each of them may be read in two ways.
pub fn mark_of<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DecimalMark> {
    let mut evidence = Evidence::default();
    for cell in cells {
        evidence.add(cell.trim().trim_start_matches(['-', '−', '+']));
    }
    // Raw values have no highest one.
    evidence.mark(Exact::whole(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{mark_of, raw_number};
    use crate::DecimalMark::{Comma, Point};

    #[test]
    fn raw_numbers_are_read_in_the_form_of_their_table() {
        let read = |text, mark| raw_number(text, mark).map(|own| (own.value, own.is_percent));
        for (text, mark, value) in [
            ("-0.5", Point, (-0.5, false)),
            ("1,234,567.25", Point, (1_234_567.25, false)),
            ("1 234,5", Comma, (1_234.5, false)),
            ("64,4 %", Comma, (64.4, true)),
            ("1E+3", Point, (1_000.0, false)),
            ("2,5e-10", Comma, (2.5e-10, false)),
            ("+7", Point, (7.0, false)),
            ("1.234.567.890.123,5", Comma, (1_234_567_890_123.5, false)),
            ("0.123456789012345", Point, (0.123_456_789_012_345, false)),
        ] {
            assert_eq!(read(text, mark), Some(value), "{text}");
        }
        for text in [
            "", "x", "--1", "1e", "1e+-2", "1e5000", "1 e5", "0,5", "NaN", "inf",
        ] {
            assert_eq!(read(text, Point), None, "{text}");
        }
    }

    #[test]
    fn the_mark_is_that_of_the_whole_table() {
        assert_eq!(mark_of(["-0,5", "1"].into_iter()), Some(Comma));
        assert_eq!(mark_of(["-0.5", "1,234"].into_iter()), Some(Point));
        assert_eq!(mark_of(["1,234", "5,678"].into_iter()), None);
        assert_eq!(mark_of(["1", "2"].into_iter()), Some(Point));
    }
}
