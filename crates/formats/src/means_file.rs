//! Words that stand for means, scales and rules, and the scale of an indicator, read and written, with what
//! stands in for its values and what is done with outliers.

use super::FileError;
use super::framework_document::{ScaleDocument, TreatmentDocument};
use super::json::Place;
use super::typed::{Decimal, Line, Whole};
use dti_engine::model::{
    Beyond, Direction, Exact, Form, Imputation, Normalisation, Scale, Treatment,
};

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
    let direction = word(place, "direction", given, direction, allowed)?.unwrap_or_default();
    let allowed = "mean, median, region_mean or region_median";
    let given = scale.imputation.as_deref();
    let treatment = scale.treatment.as_ref();
    let treatment = treatment.map(|own| read_treatment(&place.at("treatment"), own, normalisation));
    Ok(Scale {
        normalisation,
        direction,
        imputation: word(place, "imputation", given, Imputation::named, allowed)?,
        treatment: treatment.transpose()?,
    })
}

/// Logarithms and winsorised values have a range of their own, so the units have to give the scale.
fn read_treatment(
    place: &Place<'_>,
    document: &TreatmentDocument,
    normalisation: Normalisation,
) -> Result<Treatment, FileError> {
    if matches!(
        normalisation,
        Normalisation::None | Normalisation::Goalposts { .. }
    ) {
        let problem = "outliers are treated before min_max, rank or z_score only; use one of them, \
                       or leave this out";
        return Err(place.fault(problem));
    }
    for (key, given) in [
        ("skewness", document.skewness),
        ("kurtosis", document.kurtosis),
    ] {
        if given.is_some_and(|given| given.units < 0) {
            return Err(place.at(key).fault("use a number from 0"));
        }
    }
    let given = document.beyond.as_deref();
    let beyond = word(
        place,
        "beyond",
        given,
        Beyond::named,
        "logarithm or winsorised",
    )?;
    Ok(treatment(document, beyond.unwrap_or_default()))
}

/// What is done with outliers, where the document does not say otherwise what COINr does.
pub(super) fn treatment(document: &TreatmentDocument, beyond: Beyond) -> Treatment {
    let usual = Treatment::default();
    Treatment {
        most: document.winsorise.map_or(usual.most, |Whole(most)| most),
        skewness: document.skewness.map_or(usual.skewness, Exact::from),
        kurtosis: document.kurtosis.map_or(usual.kurtosis, Exact::from),
        beyond,
    }
}

/// The same as a document, what is usual left out.
fn treatment_document(own: &Treatment) -> TreatmentDocument {
    let usual = Treatment::default();
    let unusual =
        |own: Exact, usual: Exact| Some(own).filter(|own| *own != usual).map(Decimal::from);
    TreatmentDocument {
        winsorise: (own.most != usual.most).then_some(Whole(own.most)),
        skewness: unusual(own.skewness, usual.skewness),
        kurtosis: unusual(own.kurtosis, usual.kurtosis),
        beyond: (own.beyond != usual.beyond).then(|| Line(own.beyond.as_str().to_owned())),
    }
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
        imputation: scale.imputation.map(|own| line(own.as_str())),
        treatment: scale.treatment.as_ref().map(treatment_document),
    })
}
