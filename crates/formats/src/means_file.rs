//! Means, scales and rules for missing values and ties: as JSON fields, and as the words of a line.

use super::FileError;
use super::edition_file::signed_decimal;
use super::framework_document::ScaleDocument;
use super::json::Place;
use super::typed::Decimal;
use dti_engine::model::{Direction, Exact, Form, Normalisation, Scale};

/// One of the words that something has; `None` where none is given.
pub(super) fn word<T>(
    place: &Place<'_>,
    key: &str,
    given: Option<&str>,
    named: fn(&str) -> Option<T>,
    allowed: &str,
) -> Result<Option<T>, FileError> {
    let Some(given) = given else {
        return Ok(None);
    };
    let problem = || format!("`{given}` is not known here; use {allowed}");
    let found = named(given);
    found
        .map(Some)
        .ok_or_else(|| place.at(key).fault(problem()))
}

fn form(given: &str) -> Option<Form> {
    match given {
        "linear" => Some(Form::Linear),
        "logarithm" => Some(Form::Logarithm),
        _ => None,
    }
}

fn direction(given: &str) -> Option<Direction> {
    match given {
        "higher_is_better" => Some(Direction::HigherIsBetter),
        "lower_is_better" => Some(Direction::LowerIsBetter),
        _ => None,
    }
}

/// The scale of a document that stands at a place.
pub(super) fn read_scale(place: &Place<'_>, scale: &ScaleDocument) -> Result<Scale, FileError> {
    let normalisation = match &*scale.normalisation {
        "none" => Normalisation::None,
        "goalposts" => read_goalposts(place, scale)?,
        "min_max" => Normalisation::MinMax,
        "rank" => Normalisation::Rank,
        "z_score" => Normalisation::ZScore,
        other => {
            let problem =
                format!("`{other}` is not known; use none, goalposts, min_max, rank or z_score");
            return Err(place.at("normalisation").fault(problem));
        }
    };
    let has_posts = matches!(normalisation, Normalisation::Goalposts { .. });
    for (key, is_given) in [
        ("low", scale.low.is_some()),
        ("high", scale.high.is_some()),
        ("form", scale.form.is_some()),
    ] {
        if is_given && !has_posts {
            let problem = "only goalposts have this; leave it out";
            return Err(place.at(key).fault(problem));
        }
    }
    let allowed = "higher_is_better or lower_is_better";
    let given = scale.direction.as_deref();
    Ok(Scale {
        normalisation,
        direction: word(place, "direction", given, direction, allowed)?.unwrap_or_default(),
    })
}

fn read_goalposts(place: &Place<'_>, scale: &ScaleDocument) -> Result<Normalisation, FileError> {
    let given = |key: &str, number: Option<Decimal>| {
        let missing = || place.fault(format!("the field `{key}` is missing"));
        number.map(Exact::from).ok_or_else(missing)
    };
    let (low, high) = (given("low", scale.low)?, given("high", scale.high)?);
    let allowed = "linear or logarithm";
    let form = word(place, "form", scale.form.as_deref(), form, allowed)?.unwrap_or_default();
    if low >= high {
        let problem = "`low` must be below `high`; for what is better when low, use the direction";
        return Err(place.fault(problem));
    }
    if form == Form::Logarithm && low <= Exact::ZERO {
        let problem = "a logarithm needs goalposts above 0";
        return Err(place.at("low").fault(problem));
    }
    Ok(Normalisation::Goalposts { low, high, form })
}

/// Decimals that are kept of a number of this size: 15 or 16 digits in all.
fn decimals_of(size: f64) -> u32 {
    let fits = |decimals: &u32| size * 10_f64.powi(*decimals as i32) <= 9e15;
    [12, 9, 6].into_iter().find(fits).unwrap_or(3)
}

/// A raw number as a plain text that is read back as the same number.
pub(super) fn raw_text(value: Exact) -> String {
    value.to_short_text(decimals_of(value.to_f64().abs()))
}

/// A scale as words: `goalposts logarithm 100 75000 lower`. Empty for scores as they are.
pub(super) fn scale_text(scale: &Scale) -> String {
    let mut text = match scale.normalisation {
        Normalisation::None => String::from("none"),
        Normalisation::Goalposts { low, high, form } => {
            let form = match form {
                Form::Linear => "linear",
                Form::Logarithm => "logarithm",
            };
            format!("goalposts {form} {} {}", raw_text(low), raw_text(high))
        }
        Normalisation::MinMax => String::from("min_max"),
        Normalisation::Rank => String::from("rank"),
        Normalisation::ZScore => String::from("z_score"),
    };
    if scale.direction == Direction::LowerIsBetter {
        text.push_str(" lower");
    }
    if *scale == Scale::default() {
        text.clear();
    }
    text
}

/// The scale behind [`scale_text`]; unknown words are those of a damaged build.
pub(super) fn parse_scale(text: &str) -> Scale {
    let words: Vec<&str> = text.split(' ').collect();
    let at = |place: usize| words.get(place).copied().unwrap_or_default();
    let number = |place: usize| signed_decimal(at(place)).unwrap_or(Exact::ZERO);
    let normalisation = match at(0) {
        "goalposts" => Normalisation::Goalposts {
            low: number(2),
            high: number(3),
            form: form(at(1)).unwrap_or_default(),
        },
        "min_max" => Normalisation::MinMax,
        "rank" => Normalisation::Rank,
        "z_score" => Normalisation::ZScore,
        _ => Normalisation::None,
    };
    let is_lower = words.last() == Some(&"lower");
    Scale {
        normalisation,
        direction: if is_lower {
            Direction::LowerIsBetter
        } else {
            Direction::HigherIsBetter
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{parse_scale, raw_text, scale_text};
    use dti_engine::model::{Direction, Exact, Form, Normalisation, Scale};

    #[test]
    fn a_scale_as_words_is_read_back() {
        let posts = |low, high, form| Normalisation::Goalposts { low, high, form };
        let kinds = [
            Normalisation::None,
            Normalisation::MinMax,
            Normalisation::Rank,
            Normalisation::ZScore,
            posts(Exact::decimal(-255, 1), Exact::whole(75_000), Form::Linear),
            posts(
                Exact::decimal(1, 6),
                Exact::whole(999_999_999_999),
                Form::Logarithm,
            ),
        ];
        for normalisation in kinds {
            for direction in [Direction::HigherIsBetter, Direction::LowerIsBetter] {
                let scale = Scale {
                    normalisation,
                    direction,
                };
                assert_eq!(
                    parse_scale(&scale_text(&scale)),
                    scale,
                    "{}",
                    scale_text(&scale)
                );
            }
        }
        assert_eq!(scale_text(&Scale::default()), "");
    }

    #[test]
    fn a_number_keeps_the_digits_that_it_has() {
        assert_eq!(
            raw_text(Exact::decimal(-72_365_853_658_536, 12)),
            "-72.365853658536"
        );
        assert_eq!(
            raw_text(Exact::decimal(123_456_789_012_345, 3)),
            "123456789012.345"
        );
    }
}
