//! How sure ranks are: `stability` of the API.

use super::errors::ApiError;
use super::plain::Plain;
use super::request::{Object, SCENARIO, flag, number, scenario, whole};
use dti_engine::calculator::{Calculator, MOST_DRAWS, StabilityQuestion, UnitStability};
use dti_engine::model::{LARGEST_SEED, Unit};
use serde::Serializer;
use std::ops::RangeInclusive;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface StabilityQuestion extends Scenario {
  /** 1 to 1,000,000; 10,000 when absent. */
  draws?: number;
  /** 0 to 2**53 - 1; 1 when absent. The same question gives the same answer everywhere. */
  seed?: number;
  /** Max points are drawn within so large a share of themselves, 0..1; 0.25 when absent, 0 is off. */
  weightSpread?: number;
  /** Whether the rounding of published scores is drawn; true when absent. */
  rounding?: boolean;
  /** Whether estimates are redrawn; true when absent. */
  estimates?: boolean;
  /** 1 to the number of units; 10, or all of fewer, when absent. */
  topK?: number;
}

export interface UnitStability {
  unit: string;
  /** Rank under the scenario. */
  rank: number;
  /** The smallest rank with a cumulative share of at least 5 %. */
  low: number;
  /** The smallest rank with a cumulative share of at least 95 %. */
  high: number;
  /** Share of the draws among the first `topK` of the question. */
  topK: number;
  /** Share of the draws at rank 1, 2, ...; they sum to 1. */
  acceptability: number[];
}

/** Units in rank order, ties by unit id. */
export interface Stability { units: UnitStability[] }
"#;

/// Keys of what is drawn and how widely.
pub(super) const DRAW_KEYS: [&str; 5] = ["draws", "seed", "weightSpread", "rounding", "estimates"];
/// Ranks that count as the top where the question names none.
const DEFAULT_TOP: usize = 10;

/// The argument of `stability`.
#[derive(Debug)]
struct Request {
    question: StabilityQuestion,
    top: Option<u32>,
}

#[derive(Debug, serde::Serialize)]
pub(super) struct StabilityDto {
    units: Vec<UnitDto>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct UnitDto {
    unit: String,
    rank: u32,
    low: u32,
    high: u32,
    top_k: f64,
    #[serde(serialize_with = "shares")]
    acceptability: UnitStability,
}

/// Written unit by unit: for a country's communes all shares together would be 88 MB.
fn shares<S: Serializer>(unit: &UnitStability, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(unit.acceptability())
}

/// Reads the question, asks it and gives the answer's shape.
pub(super) fn stability(core: &Calculator, value: &Plain) -> Result<StabilityDto, ApiError> {
    let Request { question, top } = read(value)?;
    let units = core.edition(&question.scenario.edition)?.units();
    let top = top_within(top, units.len())?;
    let answer = core.stability(&question)?;
    let unit = |unit: &UnitStability| UnitDto {
        unit: units
            .get(unit.position)
            .map(|unit: &Unit| unit.id.clone())
            .unwrap_or_default(),
        rank: unit.rank,
        low: unit.low,
        high: unit.high,
        top_k: unit.top(top),
        acceptability: unit.clone(),
    };
    Ok(StabilityDto {
        units: answer.units.iter().map(unit).collect(),
    })
}

fn read(value: &Plain) -> Result<Request, ApiError> {
    let keys = [&SCENARIO[..], &DRAW_KEYS, &["topK"]].concat();
    let object = Object::of(value, "question", &keys)?;
    let usual = StabilityQuestion::of(scenario(&object)?);
    let top = whole(&object, "topK", 1, u64::from(u32::MAX))?;
    Ok(Request {
        question: drawn(&object, usual, 1..=MOST_DRAWS)?,
        top: top.and_then(|top| u32::try_from(top).ok()),
    })
}

/// A question with what is given of its draws.
pub(super) fn drawn(
    object: &Object<'_>,
    usual: StabilityQuestion,
    draws: RangeInclusive<u32>,
) -> Result<StabilityQuestion, ApiError> {
    let mut question = usual;
    let (least, most) = (u64::from(*draws.start()), u64::from(*draws.end()));
    if let Some(given) = whole(object, "draws", least, most)? {
        question.draws = u32::try_from(given).unwrap_or_else(|_| *draws.end());
    }
    if let Some(seed) = whole(object, "seed", 0, LARGEST_SEED)? {
        question.seed = seed;
    }
    if let Some(value) = object.find("weightSpread") {
        question.weight_spread = number(value, &object.path("weightSpread"))?;
    }
    if let Some(value) = object.find("rounding") {
        question.rounding = flag(value, &object.path("rounding"))?;
    }
    if let Some(value) = object.find("estimates") {
        question.estimates = flag(value, &object.path("estimates"))?;
    }
    Ok(question)
}

fn top_within(given: Option<u32>, units: usize) -> Result<u32, ApiError> {
    let most = u32::try_from(units).unwrap_or(u32::MAX);
    match given {
        None => Ok(u32::try_from(DEFAULT_TOP.min(units)).unwrap_or(most)),
        Some(top) if top <= most => Ok(top),
        Some(top) => {
            let problem = format!("{top} was given; use a whole number from 1 to {most}");
            Err(ApiError::out_of_range("question.topK", problem))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, read, stability};

    fn object(keys: &[(&str, Plain)]) -> Plain {
        let mut all = vec![("edition".to_owned(), Plain::Text("2022".to_owned()))];
        all.extend(
            keys.iter()
                .map(|(key, value)| ((*key).to_owned(), value.clone())),
        );
        Plain::Object(all)
    }

    #[track_caller]
    fn expect_error(key: &str, value: Plain, sentence: &str) {
        let core = dti_formats::official().unwrap();
        let error = stability(&core, &object(&[(key, value)])).unwrap_err();
        assert_eq!(error.to_string(), sentence);
    }

    #[test]
    fn an_edition_alone_is_the_usual_question() {
        let request = read(&object(&[])).unwrap();
        let question = request.question;
        assert_eq!(
            (question.draws, question.seed, request.top),
            (10_000, 1, None)
        );
        assert_eq!(question.weight_spread.to_bits(), 0.25_f64.to_bits());
        assert!(question.rounding && question.estimates);
    }

    #[test]
    fn every_key_is_read() {
        let keys = [
            ("draws", Plain::Number(500.0)),
            ("seed", Plain::Number(9_007_199_254_740_991.0)),
            ("weightSpread", Plain::Number(1.0)),
            ("rounding", Plain::Flag(false)),
            ("estimates", Plain::Flag(false)),
            ("topK", Plain::Number(63.0)),
            ("unit", Plain::Text("hung-yen".to_owned())),
        ];
        let request = read(&object(&keys)).unwrap();
        let question = request.question;
        assert_eq!((question.draws, question.seed), (500, (1 << 53) - 1));
        assert!(!question.rounding && !question.estimates && request.top == Some(63));
        assert_eq!(question.scenario.unit.as_deref(), Some("hung-yen"));
    }

    #[test]
    fn every_fault_names_its_place() {
        let sentence = |key: &str, given: &str, range: &str| {
            format!("question.{key}: {given} was given; use a whole number from {range}")
        };
        for (given, text) in [(0.0, "0"), (1.5, "1.5"), (1e7, "10000000"), (-1.0, "-1")] {
            let text = sentence("draws", text, "1 to 1000000");
            expect_error("draws", Plain::Number(given), &text);
        }
        let text = sentence("topK", "64", "1 to 63");
        expect_error("topK", Plain::Number(64.0), &text);
        let text = sentence("seed", "inf", "0 to 9007199254740991");
        expect_error("seed", Plain::Number(f64::INFINITY), &text);
        let text = "the spread of max points cannot be 1.01; use 0 to 1";
        expect_error("weightSpread", Plain::Number(1.01), text);
        let text = "question.weightSpread: NaN was given where a number is needed";
        expect_error("weightSpread", Plain::Number(f64::NAN), text);
        let text = "question.rounding: a number was given where true or false is needed";
        expect_error("rounding", Plain::Number(1.0), text);
    }
}
