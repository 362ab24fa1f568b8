//! What a person types or steps, made into a number of the model: `0,45` and `0.45` alike.

use crate::model::{Exact, MaxPoints, POINTS_DECIMALS, SCORE_DECIMALS, Score};

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryFault {
    /// Not a plain decimal number.
    NotANumber,
    /// More decimals than are allowed.
    TooManyDecimals {
        /// How many are.
        allowed: u32,
    },
    /// Outside its range.
    OutOfRange,
}

/// A decimal number with one comma or point at most; a sign may stand before it.
pub fn parse_decimal(text: &str, decimals: u32) -> Result<Exact, EntryFault> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !is_plain(whole) || !is_plain(fraction) {
        return Err(EntryFault::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    let given = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
    if given > decimals {
        return Err(EntryFault::TooManyDecimals { allowed: decimals });
    }
    if whole.len() > 9 {
        return Err(EntryFault::OutOfRange);
    }
    let units = whole
        .bytes()
        .chain(fraction.bytes())
        .fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Ok(Exact::decimal(
        if is_negative { -units } else { units },
        given,
    ))
}

/// A score as a person types it.
pub fn parse_score(text: &str) -> Result<Score, EntryFault> {
    let value = parse_decimal(text, SCORE_DECIMALS)?;
    Score::try_new(value).ok_or(EntryFault::OutOfRange)
}

/// Max points as a person types them.
pub fn parse_max_points(text: &str) -> Result<MaxPoints, EntryFault> {
    let value = parse_decimal(text, 0)?.round_half_up(0);
    let value = u32::try_from(value).map_err(|_negative| EntryFault::OutOfRange)?;
    MaxPoints::try_new(value).ok_or(EntryFault::OutOfRange)
}

/// Points gained or lost, in hundredths.
pub fn parse_gain(text: &str) -> Result<i64, EntryFault> {
    Ok(parse_decimal(text, POINTS_DECIMALS)?.round_half_up(POINTS_DECIMALS))
}

/// A score as it can be entered: rounded to the decimals of an entry, kept in range.
pub fn enterable(score: Exact) -> Score {
    let kept = score
        .rounded(SCORE_DECIMALS)
        .clamp_to(Exact::ZERO, Exact::ONE);
    // Always in range after clamping.
    Score::try_new(kept).unwrap_or_else(|| enterable(Exact::ZERO))
}

/// The lowest score that can be entered within a range that begins here.
pub fn lowest_entry(low: Exact) -> Exact {
    let rounded = low.rounded(SCORE_DECIMALS);
    if rounded < low {
        rounded + Exact::decimal(1, SCORE_DECIMALS)
    } else {
        rounded
    }
}

/// The highest score that can be entered within a range that ends here.
pub fn highest_entry(high: Exact) -> Exact {
    -lowest_entry(-high)
}

/// A score some hundredths further up or down, kept in range.
pub fn stepped(score: Exact, hundredths: i64) -> Score {
    enterable(enterable(score).value() + Exact::decimal(hundredths, 2))
}

#[cfg(test)]
mod tests {
    use super::{
        EntryFault, enterable, highest_entry, lowest_entry, parse_decimal, parse_gain,
        parse_max_points, parse_score, stepped,
    };
    use crate::model::{Exact, MaxPoints, Score};

    #[test]
    fn comma_and_point_are_the_same() {
        for text in ["0,45", "0.45", " .45 ", ",4500", "+0,45", "00,45000"] {
            assert_eq!(
                parse_score(text).map(Score::value),
                Ok(Exact::decimal(45, 2)),
                "{text}"
            );
        }
        assert_eq!(parse_score("1,").map(Score::value), Ok(Exact::ONE));
    }

    #[test]
    fn what_is_no_score_says_why() {
        for text in [
            "", "abc", "0,4,5", "1.000,5", "45%", "NaN", "1e-1", ",", "-", "٠٫٤",
        ] {
            assert_eq!(parse_score(text), Err(EntryFault::NotANumber), "{text}");
        }
        let decimals = Err(EntryFault::TooManyDecimals { allowed: 4 });
        assert_eq!(parse_score("0,45001"), decimals);
        for text in ["1,0001", "-0,1", "45", "99999999999999999999"] {
            assert_eq!(parse_score(text), Err(EntryFault::OutOfRange), "{text}");
        }
    }

    #[test]
    fn gains_may_be_negative_and_maxima_are_whole() {
        assert_eq!(parse_gain("\u{2212}2,5"), Ok(-250));
        assert_eq!(parse_gain("10"), Ok(1000));
        assert_eq!(parse_max_points("250").map(MaxPoints::whole), Ok(250));
        assert_eq!(parse_max_points("10001"), Err(EntryFault::OutOfRange));
        assert_eq!(parse_max_points("-1"), Err(EntryFault::OutOfRange));
        let whole = Err(EntryFault::TooManyDecimals { allowed: 0 });
        assert_eq!(parse_max_points("1.5"), whole);
        assert_eq!(parse_decimal("1.0", 0), Ok(Exact::ONE));
    }

    #[test]
    fn ends_of_a_range_are_rounded_inwards() {
        let third = Exact::fraction(1, 3);
        assert_eq!(lowest_entry(third), Exact::decimal(3334, 4));
        assert_eq!(highest_entry(third), Exact::decimal(3333, 4));
        let half = Exact::fraction(1, 2);
        assert_eq!((lowest_entry(half), highest_entry(half)), (half, half));
    }

    #[test]
    fn a_step_starts_from_what_is_shown_and_stays_in_range() {
        let third = Exact::fraction(1, 3);
        assert_eq!(stepped(third, 1).value(), Exact::decimal(3433, 4));
        assert_eq!(stepped(Exact::decimal(999, 3), 1).value(), Exact::ONE);
        assert_eq!(stepped(Exact::decimal(1, 3), -1).value(), Exact::ZERO);
        assert_eq!(enterable(Exact::whole(7)).value(), Exact::ONE);
    }
}
