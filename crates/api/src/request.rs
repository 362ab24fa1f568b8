//! Plain data to a scenario, key by key: a typing mistake is an error, never silently a default.

use super::errors::ApiError;
use super::plain::Plain;
use super::value::raw_value;
use dti_engine::analysis::Weights;
use dti_engine::model::{
    Entry, Exact, Kind, LARGEST_MAX_POINTS, MaxPoints, Override, POINTS_DECIMALS, Points, Rivals,
    SCORE_DECIMALS, Scenario, Score,
};
use std::collections::BTreeMap;

/// An object whose keys have been checked.
pub(super) struct Object<'a> {
    path: &'a str,
    keys: &'a [(String, Plain)],
}

impl<'a> Object<'a> {
    pub(super) fn of(value: &'a Plain, path: &'a str, known: &[&str]) -> Result<Self, ApiError> {
        let Plain::Object(keys) = value else {
            return Err(wrong_type(value, path, "an object"));
        };
        match keys.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            Some((key, _)) => {
                let problem = format!("the key `{key}` is not known; use {}", known.join(", "));
                Err(ApiError::bad_input(path, problem))
            }
            None => Ok(Self { path, keys }),
        }
    }

    pub(super) fn find(&self, key: &str) -> Option<&'a Plain> {
        let found = self.keys.iter().find(|(name, _)| name == key);
        found
            .map(|(_, value)| value)
            .filter(|value| **value != Plain::Absent)
    }

    pub(super) fn get(&self, key: &str) -> Result<&'a Plain, ApiError> {
        let missing = || ApiError::bad_input(self.path, format!("the key `{key}` is missing"));
        self.find(key).ok_or_else(missing)
    }

    pub(super) fn path(&self, key: &str) -> String {
        format!("{}.{key}", self.path)
    }
}

pub(super) fn wrong_type(value: &Plain, path: &str, wanted: &str) -> ApiError {
    ApiError::bad_input(
        path,
        format!("{} was given where {wanted} is needed", value.kind()),
    )
}

/// A text argument.
pub(super) fn text(value: &Plain, path: &str) -> Result<String, ApiError> {
    match value {
        Plain::Text(text) => Ok(text.clone()),
        other => Err(wrong_type(other, path, "a text")),
    }
}

pub(super) fn number(value: &Plain, path: &str) -> Result<f64, ApiError> {
    match value {
        Plain::Number(number) if number.is_nan() => Err(wrong_nan(path)),
        Plain::Number(number) => Ok(*number),
        other => Err(wrong_type(other, path, "a number")),
    }
}

/// A whole number in a range, where the key is given.
pub(super) fn whole(
    object: &Object<'_>,
    key: &str,
    low: u64,
    high: u64,
) -> Result<Option<u64>, ApiError> {
    let Some(value) = object.find(key) else {
        return Ok(None);
    };
    let path = object.path(key);
    let given = number(value, &path)?;
    if given.fract().abs() > 0.0 || !(low as f64..=high as f64).contains(&given) {
        let problem = format!("{given} was given; use a whole number from {low} to {high}");
        return Err(ApiError::out_of_range(&path, problem));
    }
    Ok(Some(given as u64))
}

/// `true` or `false`.
pub(super) fn flag(value: &Plain, path: &str) -> Result<bool, ApiError> {
    match value {
        Plain::Flag(flag) => Ok(*flag),
        other => Err(wrong_type(other, path, "true or false")),
    }
}

fn wrong_nan(path: &str) -> ApiError {
    ApiError::bad_input(path, "NaN was given where a number is needed")
}

/// Keys of a scenario.
pub(super) const SCENARIO: [&str; 5] = ["edition", "unit", "overrides", "maxPoints", "rivals"];

/// A whole scenario; `path` is its name in messages.
pub(super) fn simulate(value: &Plain, path: &str) -> Result<Scenario, ApiError> {
    scenario(&Object::of(value, path, &SCENARIO)?)
}

/// The scenario among the keys of an object, which may hold others too.
pub(super) fn scenario(object: &Object<'_>) -> Result<Scenario, ApiError> {
    Ok(Scenario {
        edition: text(object.get("edition")?, &object.path("edition"))?,
        unit: match object.find("unit") {
            None => None,
            Some(unit) => Some(text(unit, &object.path("unit"))?),
        },
        overrides: overrides(object)?,
        max_points: match object.find("maxPoints") {
            None => BTreeMap::new(),
            Some(value) => max_points(value, &object.path("maxPoints"))?,
        },
        rivals: match object.find("rivals") {
            None => Rivals::Frozen,
            Some(value) => rivals(value, &object.path("rivals"))?,
        },
    })
}

/// The argument of `merge`.
pub(super) fn merge(value: &Plain) -> Result<(Scenario, Weights), ApiError> {
    let object = Object::of(value, "merger", &["edition", "weights", "overrides"])?;
    let path = object.path("weights");
    let weights = match object.find("weights") {
        None => Weights::Equal,
        Some(value) => match text(value, &path)?.as_str() {
            "equal" => Weights::Equal,
            "population-2024" => Weights::Population(2024),
            other => {
                let problem = format!("`{other}` is not known; use equal or population-2024");
                return Err(ApiError::bad_input(&path, problem));
            }
        },
    };
    let edition = text(object.get("edition")?, &object.path("edition"))?;
    let overrides = overrides(&object)?;
    Ok((
        Scenario {
            overrides,
            ..Scenario::baseline(&edition)
        },
        weights,
    ))
}

pub(super) fn overrides(object: &Object<'_>) -> Result<Vec<Override>, ApiError> {
    let path = object.path("overrides");
    match object.find("overrides") {
        None => Ok(Vec::new()),
        Some(Plain::List(items)) => {
            let item = |(place, item)| one_override(item, &format!("{path}[{place}]"));
            items.iter().enumerate().map(item).collect()
        }
        Some(other) => Err(wrong_type(other, &path, "an array")),
    }
}

/// One override; `path` is its name in messages.
pub(super) fn one_override(value: &Plain, path: &str) -> Result<Override, ApiError> {
    let object = Object::of(
        value,
        path,
        &["unit", "indicator", "score", "points", "value", "kind"],
    )?;
    let given = ["score", "points", "value"].map(|key| object.find(key));
    let entry = match given {
        [Some(value), None, None] => Entry::Score(score(value, &object.path("score"))?),
        [None, Some(value), None] => Entry::Points(points(value, &object.path("points"))?),
        [None, None, Some(value)] => Entry::Value(raw_value(value, &object.path("value"))?),
        [None, None, None] => {
            return Err(ApiError::bad_input(
                path,
                "the key `score`, `points` or `value` is missing",
            ));
        }
        [score, points, value] => {
            let all = [("score", score), ("points", points), ("value", value)];
            let given = all.into_iter().filter(|(_, value)| value.is_some());
            let given: Vec<&str> = given.map(|(key, _)| key).collect();
            let problem = format!("{} were given together; keep one", given.join(" and "));
            return Err(ApiError::bad_input(path, problem));
        }
    };
    let kind = match object.find("kind") {
        None => Kind::WhatIf,
        Some(value) => {
            let path = object.path("kind");
            let given = text(value, &path)?;
            let kinds = [Kind::WhatIf, Kind::Known];
            kinds
                .into_iter()
                .find(|kind| kind.as_str() == given)
                .ok_or_else(|| {
                    let problem = format!("`{given}` is not known; use what_if or known");
                    ApiError::bad_input(&path, problem)
                })?
        }
    };
    Ok(Override {
        unit: text(object.get("unit")?, &object.path("unit"))?,
        indicator: text(object.get("indicator")?, &object.path("indicator"))?,
        entry,
        kind,
    })
}

pub(super) fn score(value: &Plain, path: &str) -> Result<Score, ApiError> {
    let given = number(value, path)?;
    Score::entered(given).ok_or_else(|| {
        let problem =
            format!("{given} is not a score; use 0 to 1 with {SCORE_DECIMALS} decimals at most");
        ApiError::out_of_range(path, problem)
    })
}

pub(super) fn points(value: &Plain, path: &str) -> Result<Points, ApiError> {
    let given = number(value, path)?;
    Points::entered(given).ok_or_else(|| {
        let problem = format!(
            "{given} are not points; use 0 or more with {POINTS_DECIMALS} decimals at most"
        );
        ApiError::out_of_range(path, problem)
    })
}

pub(super) fn max_points(
    value: &Plain,
    path: &str,
) -> Result<BTreeMap<String, MaxPoints>, ApiError> {
    let Plain::Object(keys) = value else {
        return Err(wrong_type(value, path, "an object"));
    };
    let mut maxima = BTreeMap::new();
    for (indicator, value) in keys.iter().filter(|(_, value)| *value != Plain::Absent) {
        let max_points = one_max_points(value, &format!("{path}.{indicator}"))?;
        maxima.insert(indicator.clone(), max_points);
    }
    Ok(maxima)
}

/// Max points of a main indicator.
pub(super) fn one_max_points(value: &Plain, path: &str) -> Result<MaxPoints, ApiError> {
    let given = number(value, path)?;
    MaxPoints::entered(given).ok_or_else(|| {
        let problem = format!(
            "{given} are not max points; use a whole number from 0 to {LARGEST_MAX_POINTS}"
        );
        ApiError::out_of_range(path, problem)
    })
}

pub(super) fn rivals(value: &Plain, path: &str) -> Result<Rivals, ApiError> {
    let object = Object::of(value, path, &["mode", "points"])?;
    let mode = text(object.get("mode")?, &object.path("mode"))?;
    match (mode.as_str(), object.find("points")) {
        ("frozen", None) => Ok(Rivals::Frozen),
        ("trend", None) => Ok(Rivals::Trend),
        ("frozen" | "trend", Some(_)) => Err(ApiError::bad_input(
            path,
            "`points` belongs to the mode gain only; leave it out",
        )),
        ("gain", _) => {
            let path = object.path("points");
            let given = number(object.get("points")?, &path)?;
            let points = Exact::from_decimal_float(given, POINTS_DECIMALS).ok_or_else(|| {
                let problem = format!(
                    "{given} are not points; use a number with {POINTS_DECIMALS} decimals at most"
                );
                ApiError::out_of_range(&path, problem)
            })?;
            Ok(Rivals::Gain(points.round_half_up(POINTS_DECIMALS)))
        }
        (other, _) => {
            let problem = format!("the mode `{other}` is not known; use frozen, trend or gain");
            Err(ApiError::bad_input(path, problem))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, merge, simulate};
    use dti_engine::model::{Kind, Rivals};

    fn object(keys: &[(&str, Plain)]) -> Plain {
        Plain::Object(
            keys.iter()
                .map(|(key, value)| ((*key).to_owned(), value.clone()))
                .collect(),
        )
    }

    fn word(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    #[track_caller]
    fn expect_error(scenario: &Plain, sentence: &str) {
        assert_eq!(
            simulate(scenario, "scenario").unwrap_err().to_string(),
            sentence
        );
    }

    #[test]
    fn an_edition_alone_is_the_baseline() {
        let scenario = simulate(&object(&[("edition", word("2022"))]), "scenario").unwrap();
        assert!(scenario.is_baseline() && scenario.unit.is_none());
        let undefined = object(&[("edition", word("2022")), ("overrides", Plain::Absent)]);
        assert!(simulate(&undefined, "scenario").unwrap().is_baseline());
    }

    #[test]
    fn every_fault_names_its_place() {
        expect_error(
            &Plain::Null,
            "scenario: null was given where an object is needed",
        );
        expect_error(&object(&[]), "scenario: the key `edition` is missing");
        let typo = object(&[
            ("edition", word("2022")),
            ("override", Plain::List(Vec::new())),
        ]);
        expect_error(
            &typo,
            "scenario: the key `override` is not known; use edition, unit, overrides, maxPoints, \
             rivals",
        );
        let item = object(&[
            ("unit", word("hue")),
            ("indicator", word("society")),
            ("score", Plain::Number(f64::NAN)),
        ]);
        let nan = object(&[
            ("edition", word("2022")),
            ("overrides", Plain::List(vec![item])),
        ]);
        expect_error(
            &nan,
            "scenario.overrides[0].score: NaN was given where a number is needed",
        );
    }

    #[test]
    fn overrides_and_rivals_are_read() {
        let item = object(&[
            ("unit", word("hue")),
            ("indicator", word("society")),
            ("points", Plain::Number(12.5)),
            ("kind", word("known")),
        ]);
        let rivals = object(&[("mode", word("gain")), ("points", Plain::Number(-0.5))]);
        let scenario = object(&[
            ("edition", word("2022")),
            ("overrides", Plain::List(vec![item])),
            ("rivals", rivals),
        ]);
        let scenario = simulate(&scenario, "scenario").unwrap();
        assert_eq!(scenario.rivals, Rivals::Gain(-50));
        assert_eq!(
            scenario.overrides.first().map(|o| o.kind),
            Some(Kind::Known)
        );
    }

    #[test]
    fn only_the_two_weights_are_known() {
        let with = |weights: &str| object(&[("edition", word("2024")), ("weights", word(weights))]);
        assert!(merge(&with("population-2024")).is_ok());
        assert!(merge(&with("area")).is_err());
    }
}
