//! Whether a claim is true by the published figures: `claim` of the API.

use super::errors::ApiError;
use super::plain::Plain;
use super::request::{Object, number, text, whole};
use dti_engine::calculator::{
    Calculator, Claim, ClaimCheck, ClaimPart, Driver, Found, Moved, Said, Stated, Truth, Turn,
    Undecided,
};
use dti_engine::model::Exact;
use dti_formats::{Assumed, read_claim};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Turn = "rose" | "fell" | "stayed";

/** "This unit rose 4 places, to rank 8, thanks to that indicator": any part may be absent. */
export interface Claim {
  unit: string;
  /** The edition before; without it the last one of an earlier year. */
  from?: string;
  /** The edition after. */
  to: string;
  /** What is said of the edition before. A score is compared with the decimals it is given with. */
  before?: { rank?: number; score?: number };
  /** What is said of the edition after. */
  after?: { rank?: number; score?: number };
  /** How the rank moved, in places. */
  rank?: { turn: Turn; by?: number };
  score?: { turn: Turn; by?: number };
  /** The main indicator that it is said to be due to. */
  thanksTo?: string;
}

/** The question of `claim`: a typed claim, or one as newspapers write it. */
export type ClaimQuestion = Claim | {
  /** "Thái Nguyên tăng 4 bậc, đứng thứ 8"; Vietnamese or English. */
  text: string;
  /** The edition after, where the text names no year. */
  edition: string;
  /** The unit, where the text names none. */
  unit?: string;
};

export type Truth = "true" | "false" | "undecided";
export type Undecided =
  | "nothing_said" | "not_on_file" | "other_units" | "other_framework" | "not_separate";
export type ClaimPart =
  | "rank_before" | "rank_after" | "rank_move"
  | "score_before" | "score_after" | "score_move" | "thanks_to";

export interface ClaimAnswer {
  /** "false" where one part is, else "undecided" where one part is. */
  truth: Truth;
  unit: string;
  from: string | null;
  to: string;
  /** Whether the two editions measure by different frameworks. */
  acrossFrameworks: boolean;
  /** Null where the edition before ranks other units. */
  before: Found | null;
  after: Found;
  /** The indicator that is named, and where the unit would be had it stayed; null where that is not
   *  known. */
  driver: { before: number; after: number; without: Found } | null;
  parts: { part: ClaimPart; truth: Truth; reason: Undecided | null }[];
  /** The claim as it was read. */
  claim: Claim;
  /** Words of the text that were not understood: with any the claim may say something else. */
  unread: string[];
}
/** A unit's place; null where it is not on file. */
export interface Found { rank: number | null; score: number | null }
"#;

const KEYS: [&str; 8] = [
    "unit", "from", "to", "before", "after", "rank", "score", "thanksTo",
];
const TURNS: [Turn; 3] = [Turn::Rose, Turn::Fell, Turn::Stayed];

#[derive(Debug, serde::Serialize)]
struct FoundDto {
    rank: Option<u32>,
    score: Option<f64>,
}

impl From<Found> for FoundDto {
    fn from(found: Found) -> Self {
        Self {
            rank: found.rank,
            score: found.score.map(Exact::to_f64),
        }
    }
}

#[derive(Debug, serde::Serialize)]
struct DriverDto {
    before: f64,
    after: f64,
    without: FoundDto,
}

#[derive(Debug, serde::Serialize)]
struct PartDto {
    part: &'static str,
    truth: &'static str,
    reason: Option<&'static str>,
}

#[derive(Debug, serde::Serialize)]
struct SaidDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

#[derive(Debug, serde::Serialize)]
struct MovedDto {
    turn: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<f64>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct ClaimDto {
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    to: String,
    before: SaidDto,
    after: SaidDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<MovedDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<MovedDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thanks_to: Option<String>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ClaimAnswerDto {
    truth: &'static str,
    unit: String,
    from: Option<String>,
    to: String,
    across_frameworks: bool,
    before: Option<FoundDto>,
    after: FoundDto,
    driver: Option<DriverDto>,
    parts: Vec<PartDto>,
    claim: ClaimDto,
    unread: Vec<String>,
}

/// Reads the claim, checks it and gives the answer's shape.
pub(super) fn claim(core: &Calculator, value: &Plain) -> Result<ClaimAnswerDto, ApiError> {
    let (claim, unread) = read(core, value)?;
    let check = core.check_claim(&claim)?;
    Ok(answer(claim, unread, &check))
}

fn read(core: &Calculator, value: &Plain) -> Result<(Claim, Vec<String>), ApiError> {
    let is_text = matches!(value, Plain::Object(keys) if keys.iter().any(|(key, _)| key == "text"));
    if !is_text {
        return Ok((typed(&Object::of(value, "claim", &KEYS)?)?, Vec::new()));
    }
    let object = Object::of(value, "claim", &["text", "edition", "unit"])?;
    let own = |key| text(object.get(key)?, &object.path(key));
    let (written, edition) = (own("text")?, own("edition")?);
    let unit = object.find("unit").map(|_| own("unit")).transpose()?;
    let assumed = Assumed {
        edition: &edition,
        unit: unit.as_deref(),
    };
    let read = read_claim(&written, core, assumed)?;
    if read.claim.unit.is_empty() {
        let problem = "no unit is named in it; name one as units(edition) does, or set `unit`";
        return Err(ApiError::bad_input(&object.path("text"), problem));
    }
    Ok((read.claim, read.unread))
}

fn typed(object: &Object<'_>) -> Result<Claim, ApiError> {
    let own = |key| match object.find(key) {
        None => Ok(None),
        Some(value) => text(value, &object.path(key)).map(Some),
    };
    let score = moved(object, "score", |own| stated(own, "by"))?;
    Ok(Claim {
        unit: text(object.get("unit")?, &object.path("unit"))?,
        from: own("from")?,
        to: text(object.get("to")?, &object.path("to"))?,
        before: said(object, "before")?,
        after: said(object, "after")?,
        rank: moved(object, "rank", |own| places(own, "by"))?,
        score,
        thanks_to: own("thanksTo")?,
    })
}

fn said(object: &Object<'_>, key: &str) -> Result<Said, ApiError> {
    let Some(value) = object.find(key) else {
        return Ok(Said::default());
    };
    let path = object.path(key);
    let own = Object::of(value, &path, &["rank", "score"])?;
    Ok(Said {
        rank: places(&own, "rank")?,
        score: stated(&own, "score")?,
    })
}

fn moved<T>(
    object: &Object<'_>,
    key: &str,
    by: impl FnOnce(&Object<'_>) -> Result<Option<T>, ApiError>,
) -> Result<Option<Moved<T>>, ApiError> {
    let Some(value) = object.find(key) else {
        return Ok(None);
    };
    let path = object.path(key);
    let own = Object::of(value, &path, &["turn", "by"])?;
    let given = text(own.get("turn")?, &own.path("turn"))?;
    let turn = TURNS.into_iter().find(|turn| turn.as_str() == given);
    let turn = turn.ok_or_else(|| {
        let problem = format!("`{given}` is not known; use rose, fell or stayed");
        ApiError::bad_input(&own.path("turn"), problem)
    })?;
    let by = by(&own)?;
    Ok(Some(Moved { turn, by }))
}

/// A rank, or a number of places.
fn places(object: &Object<'_>, key: &str) -> Result<Option<u32>, ApiError> {
    let given = whole(object, key, 1, u64::from(u32::MAX))?;
    Ok(given.and_then(|given| u32::try_from(given).ok()))
}

/// A score with the decimals that its shortest text has.
fn stated(object: &Object<'_>, key: &str) -> Result<Option<Stated>, ApiError> {
    let Some(value) = object.find(key) else {
        return Ok(None);
    };
    let given = number(value, &object.path(key))?;
    let mut decimals = 0..=12;
    let found = decimals.find_map(|decimals| {
        let value = Exact::from_decimal_float(given, decimals)?;
        Some(Stated { value, decimals })
    });
    let is_inside = (0.0..=1.0).contains(&given);
    let found = found.filter(|_| is_inside).ok_or_else(|| {
        let problem = format!("{given} is not a score; use 0 to 1 with 12 decimals at most");
        ApiError::out_of_range(&object.path(key), problem)
    })?;
    Ok(Some(found))
}

fn answer(claim: Claim, unread: Vec<String>, check: &ClaimCheck) -> ClaimAnswerDto {
    let part = |(part, truth): &(ClaimPart, Truth)| PartDto {
        part: part_word(*part),
        truth: truth_word(*truth),
        reason: match truth {
            Truth::Undecided(reason) => Some(reason_word(*reason)),
            Truth::True | Truth::False => None,
        },
    };
    let driver = |driver: Driver| DriverDto {
        before: driver.before.to_f64(),
        after: driver.after.to_f64(),
        without: driver.without.into(),
    };
    ClaimAnswerDto {
        truth: truth_word(check.truth),
        unit: claim.unit.clone(),
        from: check.from.clone(),
        to: claim.to.clone(),
        across_frameworks: check.across_frameworks,
        before: check.facts.before.ok().map(FoundDto::from),
        after: check.facts.after.into(),
        driver: check.facts.driver.ok().map(driver),
        parts: check.parts.iter().map(part).collect(),
        claim: echo(claim),
        unread,
    }
}

/// The claim as it can be given again.
fn echo(claim: Claim) -> ClaimDto {
    let score = |stated: Stated| stated.value.to_f64();
    let said = |said: Said| SaidDto {
        rank: said.rank,
        score: said.score.map(score),
    };
    ClaimDto {
        unit: claim.unit,
        from: claim.from,
        to: claim.to,
        before: said(claim.before),
        after: said(claim.after),
        rank: claim.rank.map(|moved| MovedDto {
            turn: moved.turn.as_str(),
            by: moved.by.map(f64::from),
        }),
        score: claim.score.map(|moved| MovedDto {
            turn: moved.turn.as_str(),
            by: moved.by.map(score),
        }),
        thanks_to: claim.thanks_to,
    }
}

fn truth_word(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "true",
        Truth::False => "false",
        Truth::Undecided(_) => "undecided",
    }
}

fn reason_word(reason: Undecided) -> &'static str {
    match reason {
        Undecided::NothingSaid => "nothing_said",
        Undecided::NotOnFile => "not_on_file",
        Undecided::OtherUnits => "other_units",
        Undecided::OtherFramework => "other_framework",
        Undecided::NotSeparate => "not_separate",
    }
}

fn part_word(part: ClaimPart) -> &'static str {
    match part {
        ClaimPart::RankBefore => "rank_before",
        ClaimPart::RankAfter => "rank_after",
        ClaimPart::RankMove => "rank_move",
        ClaimPart::ScoreBefore => "score_before",
        ClaimPart::ScoreAfter => "score_after",
        ClaimPart::ScoreMove => "score_move",
        ClaimPart::ThanksTo => "thanks_to",
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, claim};

    fn object(keys: &[(&str, Plain)]) -> Plain {
        let own = |(key, value): &(&str, Plain)| ((*key).to_owned(), value.clone());
        Plain::Object(keys.iter().map(own).collect())
    }

    fn word(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    #[test]
    fn a_text_and_its_typed_claim_have_one_answer() {
        let core = dti_formats::official().unwrap();
        let text = "Thái Nguyên tăng 4 bậc, đứng thứ 8";
        let written = object(&[("text", word(text)), ("edition", word("2021"))]);
        let written = claim(&core, &written).unwrap();
        let rose = object(&[("turn", word("rose")), ("by", Plain::Number(4.0))]);
        let typed = object(&[
            ("unit", word("thai-nguyen")),
            ("to", word("2021")),
            ("rank", rose),
            ("after", object(&[("rank", Plain::Number(8.0))])),
        ]);
        let typed = claim(&core, &typed).unwrap();
        assert_eq!(written.truth, "true");
        assert_eq!(format!("{written:?}"), format!("{typed:?}"));
    }

    #[test]
    fn faults_name_their_place() {
        let core = dti_formats::official().unwrap();
        let expect = |keys: &[(&str, Plain)], sentence: &str| {
            let error = claim(&core, &object(keys)).unwrap_err();
            assert_eq!(error.to_string(), sentence);
        };
        expect(
            &[("text", word("tăng 4 bậc")), ("edition", word("2021"))],
            "claim.text: no unit is named in it; name one as units(edition) does, or set `unit`",
        );
        let unit = ("unit", word("hue"));
        expect(
            std::slice::from_ref(&unit),
            "claim: the key `to` is missing",
        );
        let up = ("rank", object(&[("turn", word("up"))]));
        expect(
            &[unit.clone(), ("to", word("2024-34")), up],
            "claim.rank.turn: `up` is not known; use rose, fell or stayed",
        );
        let many = ("after", object(&[("score", Plain::Number(72.5))]));
        expect(
            &[unit, ("to", word("2024-34")), many],
            "claim.after.score: 72.5 is not a score; use 0 to 1 with 12 decimals at most",
        );
    }
}
