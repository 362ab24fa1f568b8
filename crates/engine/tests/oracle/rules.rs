//! Method 9 once more, from the text of a framework file: what a value gives of a node's points.
//! Slow and obvious; shares no code with the engine.

use super::numbers::{Number, between, decimal, one, whole, zero};
use serde_json::Value;

/// Points of a node (`maxPoints`, `rule`, `choices`, `children` of a framework file) for a value as the
/// API takes it; `None` where the rule does not take it.
pub(crate) fn points(node: &Value, value: &Value) -> Option<Number> {
    if let Some(children) = node["children"].as_array() {
        let mut sum = zero();
        for child in children {
            sum += points(child, value.get(child["id"].as_str()?)?)?;
        }
        return Some(sum);
    }
    let share = share(node, value)?;
    Some(between(&share, &zero(), &one()) * number(&node["maxPoints"])?)
}

fn share(node: &Value, value: &Value) -> Option<Number> {
    let rule = node["rule"].as_str().unwrap_or("points");
    let (rule, figures) = rule.split_once(" of ").unwrap_or((rule, ""));
    let is_full_without_cases = rule.ends_with("full_without_cases");
    let rule = rule.trim_end_matches("full_without_cases").trim();
    let words: Vec<&str> = rule.split(' ').collect();
    let argument = |place: usize| words.get(place).and_then(|word| decimal(word));
    // A number as it is, or the ratio of sums; `Err` where nothing was counted at all.
    let figures = match (figures, words[0]) {
        ("", "relative" | "steps") => "",
        ("", _) => "a/b",
        (figures, _) => figures,
    };
    let amount = || -> Option<Result<Number, ()>> {
        if let Some(number) = number(value) {
            return Some(Ok(number));
        }
        let (above, below) = figures.split_once('/')?;
        let sum = |ids: &str| -> Option<Number> {
            let mut sum = zero();
            for id in ids.split('+') {
                let (id, fixed) = id.split_once('=').unwrap_or((id, ""));
                sum += number(&value[id]).or_else(|| decimal(fixed))?;
            }
            Some(sum)
        };
        let (above, below) = (sum(above)?, sum(below)?);
        Some(match below == zero() {
            true => Err(()),
            false => Ok(above / below),
        })
    };
    let without_cases = match is_full_without_cases {
        true => one(),
        false => zero(),
    };
    let ratio = |earned: &dyn Fn(Number) -> Number| -> Option<Number> {
        Some(match amount()? {
            Ok(ratio) => earned(ratio),
            Err(()) => without_cases.clone(),
        })
    };
    match words[0] {
        "points" => match number(&value["points"]) {
            Some(points) => Some(points / number(&node["maxPoints"])?),
            None => number(value),
        },
        "yes_no" => value.as_bool().map(|yes| whole(i64::from(yes))),
        "levels" | "step_choices" => {
            let place = choice(node, value)?;
            argument(place + 1)
        }
        "parts" => {
            let ticked = value.as_array()?.iter();
            let mut sum = zero();
            for id in ticked {
                sum += argument(choice(node, id)? + 1)?;
            }
            Some(sum)
        }
        "per_period_sum" => {
            let mut sum = zero();
            for id in value.as_array()? {
                sum += argument(choice(node, id)? + 2)?;
            }
            Some(sum)
        }
        "count_share" => {
            let done = match value.as_array() {
                Some(ticked) => whole(i64::try_from(ticked.len()).ok()?),
                None => number(value)?,
            };
            Some(done / argument(1)?)
        }
        "count_capped" => Some(number(value)? * argument(1)?),
        "ratio" | "survey" => ratio(&|ratio| ratio),
        "capped_ratio" => ratio(&|ratio| ratio / argument(1).unwrap()),
        "threshold_jump" => ratio(&|ratio| match ratio >= argument(1).unwrap() {
            true => one(),
            false => ratio,
        }),
        "banded_ratio" => ratio(&|ratio| match ratio >= argument(1).unwrap() {
            true => ratio,
            false => zero(),
        }),
        "all_or_nothing" => ratio(&|ratio| match ratio >= one() {
            true => one(),
            false => zero(),
        }),
        "steps" => ratio(&|amount| {
            let steps = words[1..].iter().map(|step| step.split_once(':').unwrap());
            let mut best = (whole(-1), zero());
            for (needed, share) in steps {
                let (needed, share) = (decimal(needed).unwrap(), decimal(share).unwrap());
                if needed <= amount && needed > best.0 {
                    best = (needed, share);
                }
            }
            best.1
        }),
        "relative" => {
            let best = number(&value["best"])?;
            let own = match number(&value["value"]) {
                Some(own) => own,
                None => match amount()? {
                    Ok(own) => own,
                    Err(()) => return Some(without_cases),
                },
            };
            Some(own / best)
        }
        other => panic!("no such rule: {other}"),
    }
}

/// Which of a node's choices an id names.
fn choice(node: &Value, id: &Value) -> Option<usize> {
    let choices = node["choices"].as_array()?;
    choices.iter().position(|choice| choice["id"] == *id)
}

fn number(value: &Value) -> Option<Number> {
    decimal(&value.as_number()?.to_string())
}
