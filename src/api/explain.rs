//! Why a rank moved: `explain` of the API.

use super::errors::ApiError;
use super::objects::plain_object;
use super::plain::Plain;
use super::request::{Object, simulate, text};
use crate::calculator::{Change, Explanation, Pair, Part};
use crate::model::{Edition, Scenario};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The question of `explain`: why the unit's rank differs between two scenarios. */
export interface ExplainQuestion {
  unit: string;
  /** The state before: an edition, or a scenario on one. */
  from: Scenario;
  /** The state after: an edition with the same units, or a scenario on one. */
  to: Scenario;
}

/** A part of a change of score; the last row is "rest", and all rows add up to the change. */
export interface IndicatorChange { indicator: string; change: number }

export interface Overtaker {
  unit: string;
  /** Their score less that of the unit asked about. */
  gapBefore: number;
  gapAfter: number;
  /** Main indicators known of both units in both states, and the rest. */
  indicators: IndicatorChange[];
}

export interface Explanation {
  /** Places lost: above 0 is worse. */
  rankChange: number;
  scoreChange: number;
  /** Places due to the unit's own values; `own`, `rivals` and `method` add up to `rankChange`. */
  own: number;
  /** Places due to the values of all others. */
  rivals: number;
  /** Places due to another framework or other max points; 0 when the weights are the same. */
  method: number;
  /** Whether any of this rests on an estimate. */
  estimated: boolean;
  /** Units that are ahead now and were not before, best first. */
  overtookMe: string[];
  /** Units that were ahead before and are not now, best first. */
  iOvertook: string[];
  /** Main indicators known in both states, and the rest. */
  indicators: IndicatorChange[];
  /** One per unit of `overtookMe`. */
  pairs: Overtaker[];
}
"#;

/// A unit and two scenarios.
pub(super) struct Question {
    pub(super) unit: String,
    pub(super) from: Scenario,
    pub(super) to: Scenario,
}

/// The argument of `explain`.
pub(super) fn question(value: &Plain) -> Result<Question, ApiError> {
    let object = Object::of(value, "question", &["unit", "from", "to"])?;
    let scenario = |key| simulate(object.get(key)?, &object.path(key));
    Ok(Question {
        unit: text(object.get("unit")?, &object.path("unit"))?,
        from: scenario("from")?,
        to: scenario("to")?,
    })
}

plain_object! {
    struct ChangeDto {
        indicator: String => "indicator",
        change: f64 => "change",
    }
}

plain_object! {
    struct PairDto {
        unit: String => "unit",
        gap_before: f64 => "gapBefore",
        gap_after: f64 => "gapAfter",
        indicators: Vec<ChangeDto> => "indicators",
    }
}

plain_object! {
    pub(super) struct ExplanationDto {
        rank_change: i64 => "rankChange",
        score_change: f64 => "scoreChange",
        own: f64 => "own",
        rivals: f64 => "rivals",
        method: f64 => "method",
        estimated: bool => "estimated",
        overtook_me: Vec<String> => "overtookMe",
        i_overtook: Vec<String> => "iOvertook",
        indicators: Vec<ChangeDto> => "indicators",
        pairs: Vec<PairDto> => "pairs",
    }
}

/// The answer of `explain`, by the ids of the edition of its second state.
pub(super) fn explanation(edition: &Edition, explanation: &Explanation) -> ExplanationDto {
    let id = |&position: &usize| {
        let unit = edition.units().get(position);
        unit.map(|unit| unit.id.clone()).unwrap_or_default()
    };
    let pair = |pair: &Pair| PairDto {
        unit: id(&pair.position),
        gap_before: pair.gap_before.to_f64(),
        gap_after: pair.gap_after.to_f64(),
        indicators: changes(edition, &pair.changes),
    };
    ExplanationDto {
        rank_change: explanation.rank_change,
        score_change: explanation.score_change.to_f64(),
        own: explanation.own.to_f64(),
        rivals: explanation.rivals.to_f64(),
        method: explanation.method.to_f64(),
        estimated: explanation.estimated,
        overtook_me: explanation.overtook_me.iter().map(id).collect(),
        i_overtook: explanation.i_overtook.iter().map(id).collect(),
        indicators: changes(edition, &explanation.changes),
        pairs: explanation.pairs.iter().map(pair).collect(),
    }
}

fn changes(edition: &Edition, changes: &[Change]) -> Vec<ChangeDto> {
    let name = |part| match part {
        Part::Indicator(node) => edition.framework().indicator(node).id.clone(),
        Part::Rest => "rest".to_owned(),
    };
    let row = |change: &Change| ChangeDto {
        indicator: name(change.part),
        change: change.change.to_f64(),
    };
    changes.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Plain, explanation, question};
    use crate::calculator::Calculator;

    fn object(keys: &[(&str, Plain)]) -> Plain {
        let own = |(key, value): &(&str, Plain)| ((*key).to_owned(), value.clone());
        Plain::Object(keys.iter().map(own).collect())
    }

    fn word(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    fn edition(id: &str) -> Plain {
        object(&[("edition", word(id))])
    }

    #[test]
    fn a_question_has_a_unit_and_two_scenarios() {
        let asked = object(&[
            ("unit", word("quang-ninh")),
            ("from", edition("2022")),
            ("to", edition("2023")),
        ]);
        let asked = question(&asked).ok().unwrap();
        assert_eq!(
            (asked.from.edition.as_str(), asked.to.edition.as_str()),
            ("2022", "2023")
        );
        let calculator = Calculator::official().unwrap();
        let answer = calculator
            .explain(&asked.unit, &asked.from, &asked.to)
            .unwrap();
        let answer = explanation(calculator.edition("2023").unwrap(), &answer);
        assert_eq!((answer.rank_change, answer.overtook_me.len()), (9, 9));
        assert_eq!(answer.indicators.last().unwrap().indicator, "rest");
        assert!(answer.overtook_me.contains(&"thua-thien-hue".to_owned()));
    }

    #[track_caller]
    fn expect_error(value: &Plain, sentence: &str) {
        assert_eq!(question(value).err().unwrap().to_string(), sentence);
    }

    #[test]
    fn faults_name_the_scenario_that_they_are_in() {
        let unit = ("unit", word("quang-ninh"));
        expect_error(
            &object(&[unit.clone(), ("from", edition("2022"))]),
            "question: the key `to` is missing",
        );
        expect_error(
            &object(&[
                unit.clone(),
                ("from", word("2022")),
                ("to", edition("2023")),
            ]),
            "question.from: a text was given where an object is needed",
        );
        expect_error(
            &object(&[unit, ("from", edition("2022")), ("to", object(&[]))]),
            "question.to: the key `edition` is missing",
        );
    }
}
