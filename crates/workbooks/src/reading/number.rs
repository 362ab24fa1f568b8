//! Numbers and dates of a workbook as plain texts.

/// Whole numbers below this are exact in a workbook.
const EXACT: f64 = 1e15;
/// Below this a number is nothing but noise.
const NOISE: f64 = 1e-12;
/// Digits that are kept of other numbers: fewer than the noise of sums leaves right.
const DIGITS: usize = 12;

/// A number as plain decimal text that reads as the same number: `0.1`, and `0.3` for
/// 0.30000000000000004. `None` for what is no number, or too large to be one of a table.
pub(super) fn text(value: f64) -> Option<String> {
    if !value.is_finite() || value.abs() >= EXACT {
        return None;
    }
    if value.abs() < NOISE {
        return Some("0".to_owned());
    }
    if value.fract().abs() < f64::EPSILON {
        return Some(format!("{value:.0}"));
    }
    // The digits that count, rounded once, then as many places as they need.
    let rounded: f64 = format!("{value:.*e}", DIGITS - 1).parse().ok()?;
    Some(format!("{rounded}"))
}

/// A date as `2022-07-31`, with `07:30:00` behind it where the time is not midnight.
pub(super) fn date((year, month, day, hour, minute, second, _): DateParts) -> String {
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// A span of time, stored in days, as it is shown: `16:48:00`.
pub(super) fn span(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    let [hours, minutes, seconds] = [seconds / 3_600.0, seconds / 60.0 % 60.0, seconds % 60.0];
    format!("{}:{:02}:{:02}", hours.trunc(), minutes.trunc(), seconds)
}

/// A date as strict workbooks have it, `2022-07-31T00:00:00`, in the form of [`date`].
pub(super) fn iso_date(text: &str) -> String {
    let text = text.replace('T', " ");
    let bare = text.trim_end_matches('Z');
    let bare = bare.strip_suffix(".000").unwrap_or(bare);
    bare.strip_suffix(" 00:00:00").unwrap_or(bare).to_owned()
}

/// Year, month, day, hour, minute, second and thousandths.
type DateParts = (u16, u8, u8, u8, u8, u8, u16);

#[cfg(test)]
mod tests {
    use super::{date, iso_date, span, text};
    use proptest::prelude::*;

    #[test]
    fn noise_of_sums_goes_and_the_number_stays() {
        for (value, written) in [
            (0.1, "0.1"),
            (0.1 + 0.2, "0.3"),
            (0.8002, "0.8002"),
            (-0.01, "-0.01"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e-13, "0"),
            (0.000_001, "0.000001"),
            (67.499_999_999_999_99, "67.5"),
            (1000.0, "1000"),
            (1_234_567_890_123.0, "1234567890123"),
            (0.904_333_333_333, "0.904333333333"),
        ] {
            assert_eq!(text(value).as_deref(), Some(written));
        }
        for value in [f64::NAN, f64::INFINITY, 1e15, -1e300] {
            assert_eq!(text(value), None);
        }
    }

    #[test]
    fn dates_are_written_year_first() {
        assert_eq!(date((2022, 7, 31, 0, 0, 0, 0)), "2022-07-31");
        assert_eq!(date((2025, 4, 3, 7, 30, 0, 0)), "2025-04-03 07:30:00");
        assert_eq!(iso_date("2022-07-31T00:00:00"), "2022-07-31");
        assert_eq!(
            [span(0.7), span(1.5), span(0.0)],
            ["16:48:00", "36:00:00", "0:00:00"]
        );
        assert_eq!(iso_date("2022-07-31T00:00:00.000Z"), "2022-07-31");
        assert_eq!(iso_date("2022-07-31T07:30:00Z"), "2022-07-31 07:30:00");
    }

    proptest! {
        #[test]
        fn a_decimal_of_a_table_reads_as_itself(units in -99_999_999_i64..99_999_999, places in 0..6_u32) {
            let value = units as f64 / 10_f64.powi(places as i32);
            let written = text(value).unwrap();
            prop_assert!(!written.contains('e'));
            prop_assert_eq!(written.parse::<f64>().unwrap().to_bits(), value.to_bits());
        }
    }
}
