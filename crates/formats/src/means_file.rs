//! Means, scales and rules for missing values and ties: as JSON fields, and as the words of a line.

use super::FileError;
use super::edition_file::signed_decimal;
use super::json::Field;
use dti_engine::model::{Direction, Exact, Form, Mean, Missing, Normalisation, Scale, Ties};

/// Largest raw value; more needs a larger unit of measure, such as millions.
const LARGEST_RAW: f64 = 1e12;

/// One of the words that something has, or its default where there is none.
fn word<T>(
    field: &Field<'_>,
    key: &str,
    named: fn(&str) -> Option<T>,
    allowed: &str,
) -> Result<Option<T>, FileError> {
    let Some(field) = field.find(key)? else {
        return Ok(None);
    };
    let given = field.text()?;
    let found = named(&given);
    let problem = || field.fault(format!("`{given}` is not known here; use {allowed}"));
    found.map(Some).ok_or_else(problem)
}

pub(super) fn read_mean(field: &Field<'_>) -> Result<Mean, FileError> {
    let allowed = "arithmetic, geometric or harmonic";
    Ok(word(field, "mean", Mean::named, allowed)?.unwrap_or_default())
}

pub(super) fn read_missing(field: &Field<'_>) -> Result<Option<Missing>, FileError> {
    word(field, "missing", Missing::named, "zero or rescale")
}

pub(super) fn read_ties(field: &Field<'_>) -> Result<Ties, FileError> {
    Ok(word(field, "ties", Ties::named, "competition or dense")?.unwrap_or_default())
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

/// The scale of an indicator; without one its values are scores already.
pub(super) fn read_scale(field: &Field<'_>) -> Result<Scale, FileError> {
    let Some(field) = field.find("scale")? else {
        return Ok(Scale::default());
    };
    field.only(&["normalisation", "low", "high", "form", "direction"])?;
    let kind = field.get("normalisation")?;
    let normalisation = match kind.text()?.as_str() {
        "none" => Normalisation::None,
        "goalposts" => read_goalposts(&field)?,
        "min_max" => Normalisation::MinMax,
        "rank" => Normalisation::Rank,
        "z_score" => Normalisation::ZScore,
        other => {
            let problem =
                format!("`{other}` is not known; use none, goalposts, min_max, rank or z_score");
            return Err(kind.fault(problem));
        }
    };
    if !matches!(normalisation, Normalisation::Goalposts { .. }) {
        for key in ["low", "high", "form"] {
            if let Some(extra) = field.find(key)? {
                return Err(extra.fault("only goalposts have this; leave it out"));
            }
        }
    }
    let allowed = "higher_is_better or lower_is_better";
    Ok(Scale {
        normalisation,
        direction: word(&field, "direction", direction, allowed)?.unwrap_or_default(),
    })
}

fn read_goalposts(field: &Field<'_>) -> Result<Normalisation, FileError> {
    let (low, high) = (
        raw_number(&field.get("low")?)?,
        raw_number(&field.get("high")?)?,
    );
    let form = word(field, "form", form, "linear or logarithm")?.unwrap_or_default();
    if low >= high {
        let problem = "`low` must be below `high`; for what is better when low, use the direction";
        return Err(field.fault(problem));
    }
    if form == Form::Logarithm && low <= Exact::ZERO {
        return Err(field
            .get("low")?
            .fault("a logarithm needs goalposts above 0"));
    }
    Ok(Normalisation::Goalposts { low, high, form })
}

fn raw_number(field: &Field<'_>) -> Result<Exact, FileError> {
    raw(field.number()?).map_err(|problem| field.fault(problem))
}

/// A raw number, kept to the decimals that a float of its size holds; or what is wrong with it.
pub(super) fn raw(value: f64) -> Result<Exact, String> {
    let decimals = decimals_of(value.abs()).ok_or_else(|| {
        format!("{value} is too large; use a larger unit of measure, below 1,000,000,000,000")
    })?;
    let units = (value * 10_f64.powi(decimals as i32)).round();
    Ok(Exact::decimal(units as i64, decimals))
}

/// Decimals that are kept of a number of this size: 15 or 16 digits in all.
fn decimals_of(size: f64) -> Option<u32> {
    let fits = |decimals: &u32| size * 10_f64.powi(*decimals as i32) <= 9e15;
    [12, 9, 6, 3]
        .into_iter()
        .find(fits)
        .filter(|_| size < LARGEST_RAW)
}

/// A raw number as a plain text that is read back as the same number.
pub(super) fn raw_text(value: Exact) -> String {
    let decimals = decimals_of(value.to_f64().abs()).unwrap_or(3);
    value.to_short_text(decimals)
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
