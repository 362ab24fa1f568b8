//! Words that stand for means, scales and rules, and the scale of an indicator, read and written.

use super::FileError;
use super::framework_document::ScaleDocument;
use super::json::Place;
use super::typed::{Decimal, Line};
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

/// A scale as a document; `None` for scores as they are.
pub(super) fn scale_document(scale: &Scale) -> Option<ScaleDocument> {
    if *scale == Scale::default() {
        return None;
    }
    let line = |text: &str| Line(text.to_owned());
    let (normalisation, posts) = match scale.normalisation {
        Normalisation::None => ("none", None),
        Normalisation::Goalposts { low, high, form } => ("goalposts", Some((low, high, form))),
        Normalisation::MinMax => ("min_max", None),
        Normalisation::Rank => ("rank", None),
        Normalisation::ZScore => ("z_score", None),
    };
    Some(ScaleDocument {
        normalisation: line(normalisation),
        low: posts.map(|(low, ..)| low.into()),
        high: posts.map(|(_, high, _)| high.into()),
        form: posts.map(|(.., form)| match form {
            Form::Linear => line("linear"),
            Form::Logarithm => line("logarithm"),
        }),
        direction: (scale.direction == Direction::LowerIsBetter).then(|| line("lower_is_better")),
    })
}
