//! Points to the places around: `neighbourhood` of the API.

use super::errors::ApiError;
use super::objects::plain_object;
use super::plain::Plain;
use super::request::{Object, SCENARIO, scenario};
use crate::calculator::{Climb, Neighbourhood, Robustness, Slack};
use crate::model::{Edition, Exact, Scenario};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The places around the scenario's unit. */
export interface Neighbourhood {
  rank: number;
  /** 1, 2, 3, 5 and 10 places up, where they exist: the unit to draw level with, the points. */
  up: { places: number; unit: string; points: number }[];
  /** Points that may be lost before the rank falls, and who would pass; null when last. */
  down: { points: number; unit: string } | null;
  /** The order with the next unit up and down holds for every mix of the weights with any others
   *  of a share up to this, 0..1; null without such a unit, or where the indicators alone give no
   *  such order. */
  robustness: { above: number | null; below: number | null; estimated: boolean };
}
"#;

/// The argument of `neighbourhood`: a scenario that names its unit.
pub(super) fn asked(value: &Plain) -> Result<Scenario, ApiError> {
    let object = Object::of(value, "scenario", &SCENARIO)?;
    object.get("unit")?;
    scenario(&object)
}

plain_object! {
    struct ClimbDto {
        places: u32 => "places",
        unit: String => "unit",
        points: f64 => "points",
    }
}

plain_object! {
    struct SlackDto {
        points: f64 => "points",
        unit: String => "unit",
    }
}

plain_object! {
    struct RobustnessDto {
        above: Option<f64> => "above",
        below: Option<f64> => "below",
        estimated: bool => "estimated",
    }
}

plain_object! {
    pub(super) struct NeighbourhoodDto {
        rank: u32 => "rank",
        up: Vec<ClimbDto> => "up",
        down: Option<SlackDto> => "down",
        robustness: RobustnessDto => "robustness",
    }
}

/// The answer of `neighbourhood`, by the ids of the edition.
pub(super) fn neighbourhood(edition: &Edition, around: &Neighbourhood) -> NeighbourhoodDto {
    let id = |position: usize| {
        let unit = edition.units().get(position);
        unit.map(|unit| unit.id.clone()).unwrap_or_default()
    };
    let climb = |climb: &Climb| ClimbDto {
        places: climb.places,
        unit: id(climb.position),
        points: climb.points.to_f64(),
    };
    let slack = |slack: &Slack| SlackDto {
        points: slack.points.to_f64(),
        unit: id(slack.position),
    };
    let Robustness {
        above,
        below,
        estimated,
    } = around.robustness;
    NeighbourhoodDto {
        rank: around.rank,
        up: around.up.iter().map(climb).collect(),
        down: around.down.as_ref().map(slack),
        robustness: RobustnessDto {
            above: above.map(Exact::to_f64),
            below: below.map(Exact::to_f64),
            estimated,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, asked, neighbourhood};
    use crate::calculator::Calculator;

    fn scenario(keys: &[(&str, &str)]) -> Plain {
        let own =
            |(key, value): &(&str, &str)| ((*key).to_owned(), Plain::Text((*value).to_owned()));
        Plain::Object(keys.iter().map(own).collect())
    }

    #[test]
    fn the_unit_is_needed() {
        let error = asked(&scenario(&[("edition", "2022")])).unwrap_err();
        assert_eq!(error.to_string(), "scenario: the key `unit` is missing");
        let error = asked(&scenario(&[("edition", "2022"), ("targetRank", "3")])).unwrap_err();
        assert!(
            error.to_string().contains("`targetRank` is not known"),
            "{error}"
        );
    }

    #[test]
    fn an_answer_names_units_by_id() {
        let calculator = Calculator::official().unwrap();
        let asked = asked(&scenario(&[("edition", "2022"), ("unit", "bac-giang")])).unwrap();
        let around = calculator.neighbourhood(&asked).unwrap();
        let answer = neighbourhood(calculator.edition("2022").unwrap(), &around);
        let places: Vec<u32> = answer.up.iter().map(|climb| climb.places).collect();
        assert_eq!((answer.rank, places), (9, vec![1, 2, 3, 5]));
        let next = answer.up.first().unwrap();
        assert_eq!((next.unit.as_str(), next.points), ("thai-nguyen", 2.9));
        assert!(answer.down.is_some() && answer.robustness.estimated);
    }
}
