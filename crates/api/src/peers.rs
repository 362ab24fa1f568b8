//! Units like another one, and how others came to a target: `peers` of the API.

use super::dto::OverrideDto;
use super::errors::ApiError;
use super::plain::Plain;
use super::request::{Object, score, text, whole};
use dti_engine::calculator::{
    Axis, Calculator, Path, PathStep, Peers, PeersQuestion, Sizes, Target,
};
use dti_engine::model::{Edition, Exact, Node};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The question of `peers`; at most one target. */
export interface PeersQuestion {
  edition: string;
  unit: string;
  /** Paths to this rank or a better one. */
  targetRank?: number;
  /** Paths to this score or a higher one. */
  targetScore?: number;
  /** How many of each at most; 5 when absent. */
  count?: number;
}

/** How another unit came from where this one stands, or from behind it, to the target. */
export interface Path {
  unit: string;
  from: string;
  to: string;
  /** Whether their framework is another one than that of the edition asked about. */
  otherFramework: boolean;
  rankBefore: number;
  rankAfter: number;
  scoreBefore: number;
  scoreAfter: number;
  /** Main indicators that are published by themselves in both; `change` is in score of the total. */
  steps: { indicator: string; before: number; after: number; change: number }[];
  /** The change of score by all others together. */
  others: number;
  /** What-ifs of the unit asked about that repeat every gain of the steps. */
  overrides: Override[];
  /** The rank and score that they give it, all others staying. */
  rank: number;
  score: number;
}

export interface Peers {
  /** Main indicators on file for every unit, and "others" for the sum of all others. */
  axes: string[];
  /** Nearest first. */
  profile: { unit: string; distance: number }[];
  /** In thousands of people, nearest ratio first; null where no population is on file. */
  size: {
    year: number;
    population: number;
    nearest: { unit: string; population: number }[];
  } | null;
  /** Those first that began nearest. */
  paths: Path[];
}
"#;

const KEYS: [&str; 5] = ["edition", "unit", "targetRank", "targetScore", "count"];
/// How many of each where the question does not say.
const DEFAULT_COUNT: usize = 5;
/// Most of each.
const MOST: u64 = 5_000;

#[derive(Debug, serde::Serialize)]
struct PeerDto {
    unit: String,
    distance: f64,
}

#[derive(Debug, serde::Serialize)]
struct SizePeerDto {
    unit: String,
    population: f64,
}

#[derive(Debug, serde::Serialize)]
struct SizesDto {
    year: u16,
    population: f64,
    nearest: Vec<SizePeerDto>,
}

#[derive(Debug, serde::Serialize)]
struct StepDto {
    indicator: String,
    before: f64,
    after: f64,
    change: f64,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct PathDto {
    unit: String,
    from: String,
    to: String,
    other_framework: bool,
    rank_before: u32,
    rank_after: u32,
    score_before: f64,
    score_after: f64,
    steps: Vec<StepDto>,
    others: f64,
    overrides: Vec<OverrideDto>,
    rank: u32,
    score: f64,
}

#[derive(Debug, serde::Serialize)]
pub(super) struct PeersDto {
    axes: Vec<String>,
    profile: Vec<PeerDto>,
    size: Option<SizesDto>,
    paths: Vec<PathDto>,
}

/// Reads the question, asks it and gives the answer's shape.
pub(super) fn peers(core: &Calculator, value: &Plain) -> Result<PeersDto, ApiError> {
    let question = read(value)?;
    let found = core.peers(&question)?;
    let edition = core.edition(&question.edition)?;
    let paths = found.paths.iter().map(|own| path(core, edition, own));
    Ok(PeersDto {
        paths: paths.collect::<Result<_, ApiError>>()?,
        ..answer(edition, &found)
    })
}

fn read(value: &Plain) -> Result<PeersQuestion, ApiError> {
    let object = Object::of(value, "question", &KEYS)?;
    let rank = whole(&object, "targetRank", 1, u64::from(u32::MAX))?;
    let rank = rank
        .and_then(|rank| u32::try_from(rank).ok())
        .map(Target::Rank);
    let wanted = object.find("targetScore");
    let wanted = wanted
        .map(|given| score(given, &object.path("targetScore")))
        .transpose()?;
    let wanted = wanted.map(|given| Target::Score(given.value()));
    if rank.is_some() && wanted.is_some() {
        let problem = "`targetRank` and `targetScore` were given together; keep one";
        return Err(ApiError::bad_input("question", problem));
    }
    let count = whole(&object, "count", 1, MOST)?;
    Ok(PeersQuestion {
        edition: text(object.get("edition")?, &object.path("edition"))?,
        unit: text(object.get("unit")?, &object.path("unit"))?,
        target: rank.or(wanted),
        count: count
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(DEFAULT_COUNT),
    })
}

fn unit_id(edition: &Edition, position: usize) -> String {
    let unit = edition.units().get(position);
    unit.map(|unit| unit.id.clone()).unwrap_or_default()
}

/// Everything but the paths.
fn answer(edition: &Edition, found: &Peers) -> PeersDto {
    let id = |position| unit_id(edition, position);
    let axis = |axis: &Axis| match axis {
        Axis::Indicator(node) => edition.framework().indicator(*node).id.clone(),
        Axis::Others => "others".to_owned(),
    };
    let sizes = |sizes: &Sizes| {
        let near = sizes.nearest.iter().map(|peer| SizePeerDto {
            unit: id(peer.position),
            population: peer.population.to_f64(),
        });
        SizesDto {
            year: sizes.year,
            population: sizes.own.to_f64(),
            nearest: near.collect(),
        }
    };
    let profile = found.profile.iter().map(|peer| PeerDto {
        unit: id(peer.position),
        distance: peer.distance,
    });
    PeersDto {
        axes: found.axes.iter().map(axis).collect(),
        profile: profile.collect(),
        size: found.size.as_ref().map(sizes),
        paths: Vec::new(),
    }
}

fn path(core: &Calculator, edition: &Edition, path: &Path) -> Result<PathDto, ApiError> {
    let [from, to] = path.editions.clone();
    let later = core.edition(&to)?;
    let id = |node: Node| later.framework().indicator(node).id.clone();
    let step = |step: &PathStep| StepDto {
        indicator: id(step.node),
        before: step.before.to_f64(),
        after: step.after.to_f64(),
        change: step.change.to_f64(),
    };
    let [rank_before, rank_after] = path.ranks;
    let [score_before, score_after] = path.scores.map(Exact::to_f64);
    Ok(PathDto {
        unit: unit_id(edition, path.position),
        from,
        to,
        other_framework: path.other_framework,
        rank_before,
        rank_after,
        score_before,
        score_after,
        steps: path.steps.iter().map(step).collect(),
        others: path.others.to_f64(),
        overrides: path.overrides.iter().map(OverrideDto::from).collect(),
        rank: path.rank,
        score: path.score.to_f64(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Plain, peers};

    fn question(keys: &[(&str, Plain)]) -> Plain {
        let mut all = vec![("edition".to_owned(), Plain::Text("2023".to_owned()))];
        all.push(("unit".to_owned(), Plain::Text("nam-dinh".to_owned())));
        all.extend(
            keys.iter()
                .map(|(key, value)| ((*key).to_owned(), value.clone())),
        );
        Plain::Object(all)
    }

    #[test]
    fn an_answer_names_units_and_indicators_by_id() {
        let core = dti_formats::official().unwrap();
        let asked = question(&[
            ("targetRank", Plain::Number(10.0)),
            ("count", Plain::Number(2.0)),
        ]);
        let answer = peers(&core, &asked).unwrap();
        assert_eq!(answer.axes.last().unwrap(), "others");
        assert_eq!(
            (answer.profile.len(), answer.size.unwrap().nearest.len()),
            (2, 2)
        );
        let first = answer.paths.first().unwrap();
        assert_eq!(
            (first.unit.as_str(), first.rank_before, first.rank_after),
            ("hai-phong", 14, 8)
        );
        let steps: f64 = first.steps.iter().map(|step| step.change).sum();
        assert!((steps + first.others - (0.7367 - 0.6352)).abs() < 1e-12);
        assert!(peers(&core, &question(&[])).unwrap().paths.is_empty());
    }

    #[test]
    fn faults_name_their_place() {
        let core = dti_formats::official().unwrap();
        let expect = |keys: &[(&str, Plain)], sentence: &str| {
            let error = peers(&core, &question(keys)).unwrap_err();
            assert_eq!(error.to_string(), sentence);
        };
        let score = ("targetScore", Plain::Number(0.8));
        let both = [("targetRank", Plain::Number(1.0)), score];
        expect(
            &both,
            "question: `targetRank` and `targetScore` were given together; keep one",
        );
        expect(
            &[("count", Plain::Number(0.0))],
            "question.count: 0 was given; use a whole number from 1 to 5000",
        );
        expect(
            &[("targetScore", Plain::Number(1.5))],
            "question.targetScore: 1.5 is not a score; use 0 to 1 with 4 decimals at most",
        );
    }
}
