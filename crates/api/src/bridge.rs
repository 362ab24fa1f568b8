//! Method and movement between two decisions: `bridge` of the API.

use super::errors::ApiError;
use super::plain::Plain;
use super::plan::level;
use super::request::{Object, text};
use dti_engine::calculator::{Bridge, BridgePart, Calculator, HiddenPart, PlanLevel, Range};
use dti_engine::model::{Edition, Exact, Node};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The question of `bridge`: what of a unit's change is method and what is movement. */
export interface BridgeQuestion {
  unit: string;
  /** The edition before. */
  from: string;
  /** The edition after, with the same units. */
  to: string;
  /** Components are refused: none of their results is published. */
  level?: "main" | "component";
}

/** Numbers between which one must lie. */
export interface Range { low: number; high: number }

export interface Bridge {
  rankBefore: number;
  rankAfter: number;
  scoreBefore: number;
  scoreAfter: number;
  scoreChange: number;
  /** Whether the frameworks differ, so that values change also with how they are measured. */
  acrossFrameworks: boolean;
  /** What other weights did to the score. */
  weights: Range;
  /** What other values did to it: movement, and other ways of measuring. */
  values: Range;
  /** Main indicators that are published by themselves in both editions. */
  indicators: {
    indicator: string;
    /** Share of the total. */
    shareBefore: number;
    shareAfter: number;
    before: number;
    after: number;
    /** What its weight changed in the score. */
    weights: number;
    /** What its value changed in the score. */
    values: number;
    /** The median of that over all units. */
    typical: number;
  }[];
  /** All others together; null where there are none. */
  hidden: { indicators: string[]; change: number; weights: Range; values: Range } | null;
  /** Rounding of published figures. */
  rest: number;
  /** Share of the max points that can be compared. */
  comparableBefore: number;
  comparableAfter: number;
  /** Places due to own values, to those of all others, and to the method; above 0 is worse. */
  places: { own: number; rivals: number; method: number };
  /** Whether the places rest on estimates. */
  estimated: boolean;
}
"#;

#[derive(Debug, serde::Serialize)]
struct RangeDto {
    low: f64,
    high: f64,
}

impl From<Range> for RangeDto {
    fn from(range: Range) -> Self {
        Self {
            low: range.low.to_f64(),
            high: range.high.to_f64(),
        }
    }
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct PartDto {
    indicator: String,
    share_before: f64,
    share_after: f64,
    before: f64,
    after: f64,
    weights: f64,
    values: f64,
    typical: f64,
}

#[derive(Debug, serde::Serialize)]
struct HiddenDto {
    indicators: Vec<String>,
    change: f64,
    weights: RangeDto,
    values: RangeDto,
}

#[derive(Debug, serde::Serialize)]
struct PlacesDto {
    own: f64,
    rivals: f64,
    method: f64,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BridgeDto {
    rank_before: u32,
    rank_after: u32,
    score_before: f64,
    score_after: f64,
    score_change: f64,
    across_frameworks: bool,
    weights: RangeDto,
    values: RangeDto,
    indicators: Vec<PartDto>,
    hidden: Option<HiddenDto>,
    rest: f64,
    comparable_before: f64,
    comparable_after: f64,
    places: PlacesDto,
    estimated: bool,
}

/// Reads the question, asks it and gives the answer's shape.
pub(super) fn bridge(core: &Calculator, value: &Plain) -> Result<BridgeDto, ApiError> {
    let object = Object::of(value, "question", &["unit", "from", "to", "level"])?;
    let own = |key| text(object.get(key)?, &object.path(key));
    let (unit, from, to) = (own("unit")?, own("from")?, own("to")?);
    let level = match object.find("level") {
        None => PlanLevel::Main,
        Some(value) => level(value, &object.path("level"))?,
    };
    let found = core.bridge(&unit, &from, &to, level)?;
    Ok(answer(core.edition(&to)?, &found))
}

fn answer(edition: &Edition, bridge: &Bridge) -> BridgeDto {
    let id = |node: Node| edition.framework().indicator(node).id.clone();
    let part = |part: &BridgePart| {
        let [share_before, share_after] = part.shares.map(Exact::to_f64);
        let [before, after] = part.scores.map(Exact::to_f64);
        PartDto {
            indicator: id(part.node),
            share_before,
            share_after,
            before,
            after,
            weights: part.split.weights.to_f64(),
            values: part.split.values.to_f64(),
            typical: part.typical.to_f64(),
        }
    };
    let hidden = |hidden: &HiddenPart| HiddenDto {
        indicators: hidden.nodes.iter().copied().map(id).collect(),
        change: hidden.change.to_f64(),
        weights: hidden.weights.into(),
        values: hidden.values.into(),
    };
    let [before, after] = bridge.scores;
    let [comparable_before, comparable_after] = bridge.comparable.map(Exact::to_f64);
    let [own, rivals, method] = bridge.places.map(Exact::to_f64);
    let [rank_before, rank_after] = bridge.ranks;
    BridgeDto {
        rank_before,
        rank_after,
        score_before: before.to_f64(),
        score_after: after.to_f64(),
        score_change: (after - before).to_f64(),
        across_frameworks: bridge.across_frameworks,
        weights: bridge.weights().into(),
        values: bridge.values().into(),
        indicators: bridge.parts.iter().map(part).collect(),
        hidden: bridge.hidden.as_ref().map(hidden),
        rest: bridge.rest.to_f64(),
        comparable_before,
        comparable_after,
        places: PlacesDto {
            own,
            rivals,
            method,
        },
        estimated: bridge.estimated,
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, bridge};

    fn question(keys: &[(&str, &str)]) -> Plain {
        let own = |(key, word): &(&str, &str)| ((*key).to_owned(), Plain::Text((*word).to_owned()));
        Plain::Object(keys.iter().map(own).collect())
    }

    const BAC_GIANG: [(&str, &str); 3] = [("unit", "bac-giang"), ("from", "2023"), ("to", "2024")];

    #[test]
    fn an_answer_names_indicators_by_id_and_adds_up() {
        let core = dti_formats::official().unwrap();
        let answer = bridge(&core, &question(&BAC_GIANG)).unwrap();
        let names = answer.indicators.iter().map(|part| part.indicator.as_str());
        let names: Vec<&str> = names.collect();
        assert_eq!(
            names,
            ["infrastructure", "government", "economy", "society"]
        );
        let parts: f64 = answer
            .indicators
            .iter()
            .map(|part| part.weights + part.values)
            .sum();
        let hidden = answer.hidden.unwrap();
        let sum = parts + hidden.change + answer.rest;
        assert!((sum - 0.0217).abs() < 1e-12 && (answer.score_change - 0.0217).abs() < 1e-12);
        assert_eq!(hidden.indicators.len(), 4);
        assert!(answer.weights.low < answer.weights.high && answer.across_frameworks);
    }

    #[test]
    fn faults_say_what_is_allowed() {
        let core = dti_formats::official().unwrap();
        let with = |level: &'static str| [&BAC_GIANG[..], &[("level", level)]].concat();
        let refused = bridge(&core, &question(&with("component"))).unwrap_err();
        assert!(
            refused.to_string().contains("use the level `main`"),
            "{refused}"
        );
        let unknown = bridge(&core, &question(&with("part"))).unwrap_err();
        assert!(
            unknown.to_string().starts_with("question.level: "),
            "{unknown}"
        );
    }
}
