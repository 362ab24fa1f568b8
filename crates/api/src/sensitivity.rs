//! What the doubt in a unit's score and rank comes from: `sensitivity` of the API.

use super::dto::Ordered;
use super::errors::ApiError;
use super::plain::Plain;
use super::request::{Object, SCENARIO, flag, scenario};
use super::stability::{DRAW_KEYS, drawn};
use dti_engine::calculator::{
    Calculator, Indices, LEAST_SAMPLES, MOST_SAMPLES, Sensitivity, SensitivityQuestion, Share,
    Varied,
};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The question of `sensitivity`: a scenario that names its unit. */
export interface SensitivityQuestion extends Scenario {
  unit: string;
  /** Rows of the scheme, 64 to 65,536; 2,000 when absent. */
  draws?: number;
  /** 0 to 2**53 - 1; 1 when absent. */
  seed?: number;
  /** Max points are drawn within so large a share of themselves, 0..1; 0.25 when absent. */
  weightSpread?: number;
  /** Whether published scores vary within their rounding; true when absent. */
  rounding?: boolean;
  /** Whether estimates vary; true when absent. */
  estimates?: boolean;
  /** Whether the other units move, as widely as all did since the edition before; true when absent. */
  moveRivals?: boolean;
}

/** A share of the variance with its 95 % interval; an estimate may miss 0..1 by its own error. */
export interface Share { value: number; low: number; high: number }

export type InputGroup = "weights" | "estimates" | "rounding" | "rivals";

/** A number that varies, and which groups of inputs its variance comes from. */
export interface Varied {
  mean: number;
  /** Standard deviation over all draws. */
  deviation: number;
  /** `first`: what a group explains alone. `total`: what it takes part in. Empty where nothing
   *  varies. */
  groups: { [group in InputGroup]?: { first: Share; total: Share } };
}

export interface Sensitivity {
  /** Rows of the scheme: each is two draws and one more a group. */
  draws: number;
  seed: number;
  /** What was drawn: a source that is off, or of which nothing is on file, is left out. */
  drawn: InputGroup[];
  /** Standard deviation of the other units' changes of score; null where they stay. */
  rivalDeviation: number | null;
  score: Varied;
  rank: Varied;
}
"#;

#[derive(Debug, serde::Serialize)]
struct ShareDto {
    value: f64,
    low: f64,
    high: f64,
}

impl From<Share> for ShareDto {
    fn from(share: Share) -> Self {
        Self {
            value: share.value,
            low: share.low,
            high: share.high,
        }
    }
}

#[derive(Debug, serde::Serialize)]
struct IndicesDto {
    first: ShareDto,
    total: ShareDto,
}

#[derive(Debug, serde::Serialize)]
struct VariedDto {
    mean: f64,
    deviation: f64,
    groups: Ordered<IndicesDto>,
}

impl From<&Varied> for VariedDto {
    fn from(varied: &Varied) -> Self {
        let groups = varied.groups.iter().map(|(group, own)| {
            let Indices { first, total } = *own;
            let indices = IndicesDto {
                first: first.into(),
                total: total.into(),
            };
            (group.as_str().to_owned(), indices)
        });
        Self {
            mean: varied.mean,
            deviation: varied.deviation,
            groups: Ordered(groups.collect()),
        }
    }
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SensitivityDto {
    draws: u32,
    seed: u64,
    drawn: Vec<&'static str>,
    rival_deviation: Option<f64>,
    score: VariedDto,
    rank: VariedDto,
}

/// Reads the question, asks it and gives the answer's shape.
pub(super) fn sensitivity(core: &Calculator, value: &Plain) -> Result<SensitivityDto, ApiError> {
    Ok(answer(&core.sensitivity(&read(value)?)?))
}

fn read(value: &Plain) -> Result<SensitivityQuestion, ApiError> {
    let keys = [&SCENARIO[..], &DRAW_KEYS, &["moveRivals"]].concat();
    let object = Object::of(value, "question", &keys)?;
    object.get("unit")?;
    let usual = SensitivityQuestion::of(scenario(&object)?);
    let mut drawn = drawn(&object, usual.drawn, LEAST_SAMPLES..=MOST_SAMPLES)?;
    if let Some(value) = object.find("moveRivals") {
        drawn.rivals = flag(value, &object.path("moveRivals"))?;
    }
    Ok(SensitivityQuestion { drawn })
}

fn answer(found: &Sensitivity) -> SensitivityDto {
    SensitivityDto {
        draws: found.draws,
        seed: found.seed,
        drawn: found.groups.iter().map(|group| group.as_str()).collect(),
        rival_deviation: found.rival_deviation,
        score: (&found.score).into(),
        rank: (&found.rank).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, read, sensitivity};

    fn question(keys: &[(&str, Plain)]) -> Plain {
        let mut all = vec![("edition".to_owned(), Plain::Text("2023".to_owned()))];
        all.extend(
            keys.iter()
                .map(|(key, value)| ((*key).to_owned(), value.clone())),
        );
        Plain::Object(all)
    }

    fn unit() -> (&'static str, Plain) {
        ("unit", Plain::Text("bac-giang".to_owned()))
    }

    #[test]
    fn an_edition_and_its_unit_are_the_usual_question() {
        let usual = read(&question(&[unit()])).unwrap();
        assert_eq!(
            (usual.drawn.draws, usual.drawn.seed, usual.drawn.rivals),
            (2_000, 1, true)
        );
        let stay = ("moveRivals", Plain::Flag(false));
        assert!(!read(&question(&[unit(), stay])).unwrap().drawn.rivals);
        let core = dti_formats::official().unwrap();
        let few = ("draws", Plain::Number(64.0));
        let answer = sensitivity(&core, &question(&[unit(), few])).unwrap();
        assert_eq!(answer.drawn, ["weights", "estimates", "rounding", "rivals"]);
        assert_eq!((answer.draws, answer.rank.groups.0.len()), (64, 4));
    }

    #[test]
    fn faults_name_their_place() {
        let core = dti_formats::official().unwrap();
        let expect = |keys: &[(&str, Plain)], sentence: &str| {
            let error = sensitivity(&core, &question(keys)).unwrap_err();
            assert_eq!(error.to_string(), sentence);
        };
        expect(&[], "question: the key `unit` is missing");
        let many = ("draws", Plain::Number(1e6));
        let range = "question.draws: 1000000 was given; use a whole number from 64 to 65536";
        expect(&[unit(), many], range);
        let wide = ("weightSpread", Plain::Number(1.5));
        expect(
            &[unit(), wide],
            "the spread of max points cannot be 1.5; use 0 to 1",
        );
    }
}
