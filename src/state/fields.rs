//! Texts that a person typed, as numbers: `0,45`, `45%`, `67,5 điểm`.

use dti_engine::calculator::{EntryFault, parse_decimal, parse_max_points};
use dti_engine::model::{Entry, Exact, MaxPoints, POINTS_DECIMALS, Points, SCORE_DECIMALS, Score};

/// What people write behind points.
const POINTS: [&str; 5] = ["điểm", "diem", "points", "point", "đ"];

/// A score as people have it: a number from 0 to 1, per cent, or points of at most `max_points`.
///
/// ```
/// use dti_engine::model::{Entry, Exact, Score};
/// use dti_whatif::state::parse_score_or_points;
///
/// let max = Exact::whole(150);
/// let score = Score::try_new(Exact::decimal(45, 2)).map(Entry::Score);
/// assert_eq!(parse_score_or_points("0,45", max).ok(), score);
/// assert_eq!(parse_score_or_points("45%", max).ok(), score);
/// assert!(matches!(parse_score_or_points("67,5 điểm", max), Ok(Entry::Points(_))));
/// ```
pub fn parse_score_or_points(text: &str, max_points: Exact) -> Result<Entry, EntryFault> {
    let text = text.trim();
    if let Some(percent) = text.strip_suffix('%') {
        let percent = parse_decimal(percent, SCORE_DECIMALS - 2)?;
        return score(percent * Exact::decimal(1, 2));
    }
    if let Some(points) = POINTS.iter().find_map(|word| text.strip_suffix(word)) {
        let points = parse_decimal(points, POINTS_DECIMALS)?;
        let points = Points::try_new(points).filter(|points| points.value() <= max_points);
        return points.map(Entry::Points).ok_or(EntryFault::OutOfRange);
    }
    score(parse_decimal(text, SCORE_DECIMALS)?)
}

fn score(value: Exact) -> Result<Entry, EntryFault> {
    let score = Score::try_new(value).ok_or(EntryFault::OutOfRange)?;
    Ok(Entry::Score(score))
}

/// Max points, with or without the word behind them.
pub fn parse_weight(text: &str) -> Result<MaxPoints, EntryFault> {
    parse_max_points(without_word(text))
}

/// Points that rivals gain or lose, in hundredths, with or without the word behind them.
pub fn parse_gain(text: &str) -> Result<i64, EntryFault> {
    dti_engine::calculator::parse_gain(without_word(text))
}

fn without_word(text: &str) -> &str {
    let text = text.trim();
    let plain = POINTS.iter().find_map(|word| text.strip_suffix(word));
    plain.unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::{parse_gain, parse_score_or_points, parse_weight};
    use dti_engine::calculator::EntryFault;
    use dti_engine::model::{Entry, Exact, MaxPoints};

    #[track_caller]
    fn entered(text: &str) -> Result<Exact, EntryFault> {
        parse_score_or_points(text, Exact::whole(150)).map(|entry| match entry {
            Entry::Score(score) => score.value(),
            Entry::Points(points) => points.value(),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn a_score_is_a_number_per_cent_or_points() {
        let score = Ok(Exact::decimal(45, 2));
        for text in ["0,45", "0.45", " 45% ", "45,00 %", ",45"] {
            assert_eq!(entered(text), score, "{text}");
        }
        let points = Ok(Exact::decimal(675, 1));
        for text in ["67,5 điểm", "67.5points", "67,50 đ", "67,5 diem"] {
            assert_eq!(entered(text), points, "{text}");
        }
    }

    #[test]
    fn what_is_none_says_why() {
        for text in ["", "abc", "%", "điểm", "0,4,5", "45 %%"] {
            assert_eq!(entered(text), Err(EntryFault::NotANumber), "{text}");
        }
        for text in ["1,01", "101%", "150,01 điểm", "-1 điểm", "-5%"] {
            assert_eq!(entered(text), Err(EntryFault::OutOfRange), "{text}");
        }
        let too_many = |allowed| Err(EntryFault::TooManyDecimals { allowed });
        assert_eq!(entered("0,45001"), too_many(4));
        assert_eq!(entered("45,001%"), too_many(2));
        assert_eq!(entered("67,555 điểm"), too_many(2));
    }

    #[test]
    fn weights_and_gains_take_their_word_too() {
        assert_eq!(parse_weight("200 điểm").map(MaxPoints::whole), Ok(200));
        assert_eq!(parse_gain("-10 điểm"), Ok(-1000));
        assert!(parse_weight("3.5").is_err());
    }
}
