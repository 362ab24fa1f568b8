//! The raw value that reaches a share of a component's points, for the what-if that a reader sets
//! with one click, and what is done for it.

use dti_engine::analysis::score;
use dti_engine::model::{BEST, Choice, Exact, RawValue, Rule, RuleKind};

/// Most parts of which every selection is tried.
const MOST_PARTS: usize = 12;

/// What was entered beside which a value is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Present<'a> {
    /// The value that counts now.
    pub raw: Option<&'a RawValue>,
    /// The best unit's figure.
    pub reference: Option<Exact>,
}

/// A value that earns exactly this share under a rule, as near as possible to what is there; `None`
/// where no value does, or where a reference value is missing.
pub(super) fn value_for(
    rule: &Rule,
    max_points: Exact,
    share: Exact,
    present: Present<'_>,
) -> Option<RawValue> {
    let value = candidate(rule, max_points, share, present)?;
    let compared = match (&rule.kind, present.reference) {
        (RuleKind::Relative, Some(best)) => value.clone().compared(best),
        _ => value.clone(),
    };
    (score(rule, max_points, &compared) == Ok(share)).then_some(value)
}

fn candidate(
    rule: &Rule,
    max_points: Exact,
    share: Exact,
    present: Present<'_>,
) -> Option<RawValue> {
    let number = |number| Some(RawValue::Number(number));
    match &rule.kind {
        RuleKind::Points => {
            let points = share * max_points;
            match points.rounded(dti_engine::model::POINTS_DECIMALS) == points {
                true => Some(RawValue::Points(points)),
                false => number(share),
            }
        }
        RuleKind::YesNo => Some(RawValue::Answer(match share == Exact::ONE {
            true => dti_engine::model::Answer::Yes,
            false => dti_engine::model::Answer::No,
        })),
        RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => {
            let found = choices.iter().find(|choice| choice.share == share);
            found.map(|choice| RawValue::Choice(choice.id.clone()))
        }
        RuleKind::Steps(steps) => {
            let reaching = steps.iter().filter(|(_, fraction)| *fraction == share);
            let lowest = reaching.map(|(needed, _)| *needed).min();
            number(lowest.unwrap_or(Exact::ZERO))
        }
        RuleKind::Ratio | RuleKind::Survey | RuleKind::BandedRatio(_) | RuleKind::AllOrNothing => {
            number(share)
        }
        RuleKind::ThresholdJump(full_at) if share == Exact::ONE => number(*full_at),
        RuleKind::ThresholdJump(_) => number(share),
        RuleKind::CappedRatio(full_at) => number(share * *full_at),
        RuleKind::PerCapita { threshold, .. } => number(share * *threshold),
        RuleKind::Relative => {
            let own = present.raw.and_then(|raw| raw.input(BEST));
            number(share * present.reference.or(own)?)
        }
        RuleKind::CountCapped(each) => number(whole_above(share.checked_div(*each)?)),
        RuleKind::CountShare(things) => {
            number(share * Exact::whole(i64::try_from(things.len()).ok()?))
        }
        RuleKind::Parts(choices) => ticked_for(choices, share, present.raw).map(RawValue::Listed),
        RuleKind::PerPeriodSum { periods, choices } => {
            periods_for(choices, *periods, share, present.raw).map(RawValue::Listed)
        }
        RuleKind::Unscored => None,
    }
}

fn whole_above(number: Exact) -> Exact {
    let rounded = number.rounded(0);
    match rounded < number {
        true => rounded + Exact::ONE,
        false => rounded,
    }
}

fn listed(raw: Option<&RawValue>) -> &[String] {
    match raw {
        Some(RawValue::Listed(ids)) => ids,
        _ => &[],
    }
}

/// Parts that add up to a share: what is ticked and one more where that does, else the first of all
/// selections that does.
fn ticked_for(choices: &[Choice], share: Exact, raw: Option<&RawValue>) -> Option<Vec<String>> {
    let ticked = listed(raw);
    let sum = |ids: &[&Choice]| -> Exact { ids.iter().map(|choice| choice.share).sum() };
    let ids = |chosen: &[&Choice]| chosen.iter().map(|choice| choice.id.clone()).collect();
    let all: Vec<&Choice> = choices.iter().collect();
    if share == Exact::ONE {
        return Some(ids(&all));
    }
    let with = |more: &Choice| -> Vec<&Choice> {
        let is_chosen = |own: &&Choice| own.id == more.id || ticked.contains(&own.id);
        choices.iter().filter(is_chosen).collect()
    };
    let one_more = choices.iter().map(with).find(|chosen| sum(chosen) == share);
    if let Some(chosen) = one_more {
        return Some(ids(&chosen));
    }
    if choices.len() > MOST_PARTS {
        return None;
    }
    let selection = |bits: u32| -> Vec<&Choice> {
        let numbered = choices.iter().enumerate();
        let is_in = |place: usize| bits >> place & 1 == 1;
        let chosen = numbered.filter(|(place, _)| is_in(*place));
        chosen.map(|(_, choice)| choice).collect()
    };
    let mut selections = (0..1_u32 << choices.len()).map(selection);
    let found = selections.find(|chosen| sum(chosen) == share);
    found.map(|chosen| ids(&chosen))
}

/// A choice for each period that add up to a share: the best everywhere for all of the points, else
/// what is there with one period changed.
fn periods_for(
    choices: &[Choice],
    periods: usize,
    share: Exact,
    raw: Option<&RawValue>,
) -> Option<Vec<String>> {
    let best = choices.iter().max_by_key(|choice| choice.share)?;
    if share == Exact::ONE {
        return Some(vec![best.id.clone(); periods]);
    }
    let least = choices.iter().min_by_key(|choice| choice.share)?;
    let now = match listed(raw) {
        ids if ids.len() == periods => ids.to_vec(),
        _ => vec![least.id.clone(); periods],
    };
    let share_of = |id: &String| {
        let found = choices.iter().find(|choice| choice.id == *id);
        found.map_or(Exact::ZERO, |choice| choice.share)
    };
    let sum: Exact = now.iter().map(share_of).sum();
    for (place, id) in now.iter().enumerate() {
        let wanted = share - sum + share_of(id);
        if let Some(choice) = choices.iter().find(|choice| choice.share == wanted) {
            let mut next = now.clone();
            if let Some(period) = next.get_mut(place) {
                period.clone_from(&choice.id);
            }
            return Some(next);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Present, value_for};
    use dti_engine::model::{Exact, RawValue};
    use dti_formats::{parse_raw_value, parse_rule, raw_value_text};

    #[track_caller]
    fn expect(rule: &str, now: &str, share: (i64, i64), value: Option<&str>) {
        let rule = parse_rule(rule).unwrap();
        let now = parse_raw_value(&rule, now);
        let present = Present {
            raw: now.as_ref(),
            reference: None,
        };
        let share = Exact::fraction(share.0, share.1);
        let found = value_for(&rule, Exact::whole(20), share, present);
        assert_eq!(found.as_ref().map(raw_value_text).as_deref(), value);
    }

    #[test]
    fn each_rule_has_the_value_that_reaches_its_next_step_or_its_maximum() {
        expect("points", "", (1, 2), Some("10"));
        expect("points", "", (1, 3), Some("0.333333333333"));
        expect("yes_no", "", (1, 1), Some("yes"));
        expect("levels 0 0.5 1", "0", (1, 2), Some("1"));
        expect("steps 1:0.25 10:0.5 20:1", "3", (1, 2), Some("10"));
        expect("ratio", "1/4", (1, 1), Some("1"));
        expect("capped_ratio 0.5", "", (1, 1), Some("0.5"));
        expect("threshold_jump 0.8", "", (1, 1), Some("0.8"));
        expect("per_capita 1000 1.5", "", (1, 1), Some("1.5"));
        expect("count_capped 0.3", "", (1, 1), Some("4"));
        expect("count_capped 0.3", "1", (3, 5), Some("2"));
        expect("count_share 7", "3", (4, 7), Some("4"));
        expect("parts 0.3 0.3 0.4", "1", (7, 10), Some("1+2"));
        expect("parts 0.3 0.3 0.4", "", (3, 5), Some("0+1"));
        expect("parts 0.3 0.3 0.4", "", (1, 1), Some("0+1+2"));
        expect(
            "per_period_sum 4 0 0.125 0.25",
            "2+0+2+1",
            (3, 4),
            Some("2+1+2+1"),
        );
        expect("per_period_sum 4 0 0.125 0.25", "", (1, 1), Some("2+2+2+2"));
        expect("levels 0 0.5 1", "", (1, 3), None);
        expect("per_period_sum 2 0 0.25", "", (1, 1), None);
        expect("unscored", "", (1, 1), None);
    }

    #[test]
    fn a_comparison_needs_the_best() {
        let rule = parse_rule("relative").unwrap();
        let of = |reference| {
            let present = Present {
                raw: None,
                reference,
            };
            value_for(&rule, Exact::whole(20), Exact::ONE, present)
        };
        let forty = Exact::whole(40);
        assert_eq!(of(Some(forty)), Some(RawValue::Number(forty)));
        assert_eq!(of(None), None);
    }
}
