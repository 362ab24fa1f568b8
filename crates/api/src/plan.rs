//! `plan`: its argument, its answer and their TypeScript types.

use super::dto::OverrideDto;
use super::errors::ApiError;
use super::plain::Plain;
use super::request::{Object, SCENARIO, number, scenario, score, text, wrong_type};
use dti_engine::calculator::{Effort, Plan, PlanLevel, PlanQuestion, PlanStep, Target};
use dti_engine::model::{Exact, Framework, Score};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;

/// Keys of a plan beside those of a scenario.
const OWN: [&str; 6] = ["targetRank", "level", "effort", "costs", "caps", "locked"];

/// The argument of `plan`.
pub(super) fn question(value: &Plain) -> Result<PlanQuestion, ApiError> {
    let keys: Vec<&str> = SCENARIO.iter().chain(&OWN).copied().collect();
    let object = Object::of(value, "plan", &keys)?;
    object.get("unit")?;
    Ok(PlanQuestion {
        scenario: scenario(&object)?,
        target: Target::Rank(rank(object.get("targetRank")?, &object.path("targetRank"))?),
        level: match object.find("level") {
            None => PlanLevel::Main,
            Some(value) => level(value, &object.path("level"))?,
        },
        effort: match object.find("effort") {
            None => Effort::Diminishing,
            Some(value) => effort(value, &object.path("effort"))?,
        },
        costs: by_indicator(&object, "costs", number)?,
        caps: by_indicator::<Score>(&object, "caps", score)?,
        locked: locked(&object)?,
    })
}

fn rank(value: &Plain, path: &str) -> Result<u32, ApiError> {
    let given = number(value, path)?;
    let is_rank = given >= 1.0 && given <= f64::from(u32::MAX) && given.fract() == 0.0;
    if is_rank {
        Ok(given as u32)
    } else {
        let problem = format!(
            "{given} is not a rank; use a whole number from 1 to the number of units ranked"
        );
        Err(ApiError::out_of_range(path, problem))
    }
}

pub(super) fn level(value: &Plain, path: &str) -> Result<PlanLevel, ApiError> {
    match text(value, path)?.as_str() {
        "main" => Ok(PlanLevel::Main),
        "component" => Ok(PlanLevel::Component),
        other => {
            let problem = format!("`{other}` is not known; use main or component");
            Err(ApiError::bad_input(path, problem))
        }
    }
}

fn effort(value: &Plain, path: &str) -> Result<Effort, ApiError> {
    match text(value, path)?.as_str() {
        "diminishing" => Ok(Effort::Diminishing),
        "flat" => Ok(Effort::Flat),
        other => {
            let problem = format!("`{other}` is not known; use diminishing or flat");
            Err(ApiError::bad_input(path, problem))
        }
    }
}

/// An object with a number per indicator.
fn by_indicator<T>(
    object: &Object<'_>,
    key: &str,
    read: fn(&Plain, &str) -> Result<T, ApiError>,
) -> Result<BTreeMap<String, T>, ApiError> {
    let path = object.path(key);
    match object.find(key) {
        None => Ok(BTreeMap::new()),
        Some(Plain::Object(keys)) => {
            let mut map = BTreeMap::new();
            for (indicator, value) in keys.iter().filter(|(_, value)| *value != Plain::Absent) {
                let value = read(value, &format!("{path}.{indicator}"))?;
                map.insert(indicator.clone(), value);
            }
            Ok(map)
        }
        Some(other) => Err(wrong_type(other, &path, "an object")),
    }
}

fn locked(object: &Object<'_>) -> Result<Vec<String>, ApiError> {
    let path = object.path("locked");
    match object.find("locked") {
        None => Ok(Vec::new()),
        Some(Plain::List(items)) => {
            let item = |(place, item)| text(item, &format!("{path}[{place}]"));
            items.iter().enumerate().map(item).collect()
        }
        Some(other) => Err(wrong_type(other, &path, "an array")),
    }
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct StepDto {
    indicator: String,
    from: f64,
    to: f64,
    points: f64,
    cost: f64,
    origin: &'static str,
    largest_yearly_gain: Option<f64>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PlanDto {
    feasible: bool,
    estimated: bool,
    threshold: Option<f64>,
    points_needed: f64,
    total_cost: Option<f64>,
    bound: Option<f64>,
    reached_rank: Option<u32>,
    overrides: Option<Vec<OverrideDto>>,
    steps: Vec<StepDto>,
    best_rank: u32,
    binding: Vec<String>,
}

/// The answer of `plan`.
pub(super) fn answer(framework: &Framework, plan: &Plan) -> PlanDto {
    let id = |node| framework.indicator(node).id.clone();
    let step = |step: &PlanStep| StepDto {
        indicator: id(step.node),
        from: step.from.to_f64(),
        to: step.to.to_f64(),
        points: step.points,
        cost: step.cost,
        origin: step.origin.as_str(),
        largest_yearly_gain: step.largest_yearly_gain.map(Exact::to_f64),
    };
    PlanDto {
        feasible: plan.is_feasible,
        estimated: plan.estimated,
        threshold: plan.threshold.map(Exact::to_f64),
        points_needed: plan.points_needed.to_f64(),
        total_cost: plan.total_cost,
        bound: plan.bound,
        reached_rank: plan.reached_rank,
        overrides: plan.reached.as_ref().map(OverrideDto::all_of),
        steps: plan.steps.iter().map(step).collect(),
        best_rank: plan.best_rank,
        binding: plan.binding.iter().map(|&node| id(node)).collect(),
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A scenario and a rank to reach from it. */
export interface PlanQuestion extends Scenario {
  /** The unit that is to reach the rank. */
  unit: string;
  /** This rank or a better one: 1 to the number of units. */
  targetRank: number;
  /** Steps through main indicators (default), or through components and their rules where there are any. */
  level?: "main" | "component";
  /** "diminishing" (default): the next point costs 1 / (1.05 - score). "flat": all cost the same. */
  effort?: "diminishing" | "flat";
  /** Multiplies the cost of an indicator: 0.000001 to 1,000,000, 1 by default. */
  costs?: Record<string, number>;
  /** Highest score of an indicator, 1 by default; below the present one it cannot be raised. */
  caps?: Record<string, number>;
  /** Indicators that stay as they are. */
  locked?: string[];
}

export interface PlanStep {
  indicator: string;
  from: number;
  /** Rounded up to 4 decimals, so that entering it reaches the rank. */
  to: number;
  /** Gained by the unrounded optimum. */
  points: number;
  cost: number;
  /** Where the score at the start comes from. */
  origin: Origin;
  /** The most that any province has gained in a year, in score; null where it is not on file. */
  largestYearlyGain: number | null;
}

export interface Plan {
  feasible: boolean;
  /** Whether a step starts from an estimate, or the scenario's result depends on one. */
  estimated: boolean;
  /** The score that reaches the rank; null for the last rank. */
  threshold: number | null;
  pointsNeeded: number;
  totalCost: number | null;
  /** The proof: no plan costs less than this. */
  bound: number | null;
  reachedRank: number | null;
  /** All to load in place of the scenario's own, with which the unit is at `reachedRank`: a group
   *  that was set is given as its parts. Null where the rank cannot be reached. */
  overrides: Override[] | null;
  /** In the order in which to take them: the one whose next point is cheapest first. */
  steps: PlanStep[];
  /** With every unlocked indicator at its cap. */
  bestRank: number;
  /** Unlocked indicators that end at their cap; without a plan, in the best reachable state. */
  binding: string[];
}
"#;

#[cfg(test)]
mod tests {
    use super::{Plain, question};
    use dti_engine::calculator::{Effort, Target};

    fn object(keys: &[(&str, Plain)]) -> Plain {
        let pair = |(key, value): &(&str, Plain)| ((*key).to_owned(), value.clone());
        Plain::Object(keys.iter().map(pair).collect())
    }

    fn word(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    fn with(more: &[(&str, Plain)]) -> Plain {
        let base = [("edition", word("2022")), ("unit", word("hue"))];
        let rank = [("targetRank", Plain::Number(3.0))];
        object(
            &[
                &base,
                &rank[..usize::from(more.iter().all(|m| m.0 != "targetRank"))],
                more,
            ]
            .concat(),
        )
    }

    #[track_caller]
    fn expect_error(value: &Plain, sentence: &str) {
        assert_eq!(question(value).unwrap_err().to_string(), sentence);
    }

    #[test]
    fn only_unit_and_target_are_needed_beside_the_edition() {
        let asked = question(&with(&[])).unwrap();
        assert_eq!(
            (asked.target, asked.effort),
            (Target::Rank(3), Effort::Diminishing)
        );
        assert!(asked.costs.is_empty() && asked.caps.is_empty() && asked.locked.is_empty());
        let alone = object(&[
            ("edition", word("2022")),
            ("targetRank", Plain::Number(3.0)),
        ]);
        expect_error(&alone, "plan: the key `unit` is missing");
        let aimless = object(&[("edition", word("2022")), ("unit", word("hue"))]);
        expect_error(&aimless, "plan: the key `targetRank` is missing");
    }

    #[test]
    fn every_term_is_read() {
        let value = with(&[
            ("effort", word("flat")),
            (
                "costs",
                object(&[
                    ("government", Plain::Number(2.0)),
                    ("economy", Plain::Absent),
                ]),
            ),
            ("caps", object(&[("economy", Plain::Number(0.7))])),
            ("locked", Plain::List(vec![word("awareness")])),
            ("maxPoints", object(&[("society", Plain::Number(200.0))])),
        ]);
        let asked = question(&value).unwrap();
        assert_eq!(asked.effort, Effort::Flat);
        assert_eq!((asked.costs.len(), asked.caps.len()), (1, 1));
        assert_eq!(asked.locked, ["awareness"]);
        assert_eq!(asked.scenario.max_points.len(), 1);
    }

    #[test]
    fn every_fault_names_its_place() {
        for rank in [0.0, -1.0, 2.5, 1e12, f64::INFINITY] {
            let sentence = format!(
                "plan.targetRank: {rank} is not a rank; use a whole number from 1 to the number \
                 of units ranked"
            );
            expect_error(&with(&[("targetRank", Plain::Number(rank))]), &sentence);
        }
        expect_error(
            &with(&[("effort", word("hard"))]),
            "plan.effort: `hard` is not known; use diminishing or flat",
        );
        expect_error(
            &with(&[("costs", Plain::List(Vec::new()))]),
            "plan.costs: an array was given where an object is needed",
        );
        expect_error(
            &with(&[("caps", object(&[("economy", Plain::Number(1.5))]))]),
            "plan.caps.economy: 1.5 is not a score; use 0 to 1 with 4 decimals at most",
        );
        expect_error(
            &with(&[("locked", Plain::List(vec![Plain::Number(1.0)]))]),
            "plan.locked[0]: a number was given where a text is needed",
        );
        expect_error(
            &with(&[("goal", word("1"))]),
            "plan: the key `goal` is not known; use edition, unit, overrides, maxPoints, rivals, \
             targetRank, level, effort, costs, caps, locked",
        );
    }
}
