//! Scoring rules as short texts, the same in framework files, component lists and project files:
//! `steps 1:0.25 4:1`, `capped_ratio 0.8 of b+c/a`.

use super::edition_file::decimal;
use dti_engine::model::{Choice, Exact, Input, NoCases, Rule, RuleKind, Side, Text};

/// Decimals that are written at most; what is read has as many at most.
pub(super) const DECIMALS: u32 = 12;
/// Most steps, choices, parts or figures of one rule.
const MOST_STEPS: usize = 50;
/// Behind a rule whose ratio gives the maximum where there are no cases.
const FULL_WITHOUT_CASES: &str = "full_without_cases";
/// Before the figures that make a ratio.
const FIGURES: &str = " of ";

/// The rule that a text names. Fractions are shares of the max points, `0..=1`; `None` for anything
/// else.
///
/// | text | rule |
/// | --- | --- |
/// | `points`, `yes_no`, `ratio`, `survey`, `all_or_nothing`, `unscored` | as they say |
/// | `levels 0 0.5 1` | a choice of these fractions |
/// | `steps 1:0.25 4:1` | numbers with their fractions |
/// | `step_choices 0 0.5 1` | steps with names instead of numbers |
/// | `capped_ratio 0.8`, `threshold_jump 0.8`, `banded_ratio 0.9` | ratios with a threshold |
/// | `relative` | in proportion to the best |
/// | `count_capped 0.1` | this fraction for each |
/// | `count_share 7` | of so many things |
/// | `per_period_sum 4 0 0.125 0.25` | periods, then what each may give |
/// | `parts 0.3 0.7` | fractions of the conditions |
/// | `per_capita 1000 1.5` | people, and the count that gives all |
///
/// A rule that takes a ratio may name its figures, and set some of them: `ratio of a/b=7`,
/// `steps 0.1:1 of a+b/c`. Before that, `full_without_cases` gives the maximum where there are none.
///
/// ```
/// use dti_formats::{parse_rule, rule_text};
/// let rule = parse_rule("steps 1:0.25 4:1").expect("counts with their fractions");
/// assert_eq!(rule_text(&rule), "steps 1:0.25 4:1");
/// assert_eq!(parse_rule("levels 2"), None);
/// ```
pub fn parse_rule(text: &str) -> Option<Rule> {
    let (text, figures) = match text.split_once(FIGURES) {
        Some((text, figures)) => (text, Some(inputs(figures)?)),
        None => (text, None),
    };
    let mut words: Vec<&str> = text.split_ascii_whitespace().collect();
    let is_full = words.last() == Some(&FULL_WITHOUT_CASES);
    if is_full {
        words.pop();
    }
    let (kind, numbers) = words.split_first()?;
    let mut rule = Rule::from(parse_kind(kind, numbers)?);
    if let Some(figures) = figures {
        let takes =
            rule.kind.is_ratio() || matches!(rule.kind, RuleKind::Steps(_) | RuleKind::Relative);
        rule.inputs = takes.then_some(figures)?;
    }
    if is_full {
        rule.no_cases = (!rule.inputs.is_empty()).then_some(NoCases::Maximum)?;
    }
    Some(rule)
}

fn parse_kind(kind: &str, numbers: &[&str]) -> Option<RuleKind> {
    if numbers.len() > MOST_STEPS {
        return None;
    }
    let fractions = |texts: &[&str]| -> Option<Vec<Choice>> {
        let fractions: Option<Vec<Exact>> = texts.iter().map(|n| fraction(n)).collect();
        Some(Choice::unnamed(fractions?))
    };
    let threshold = |text: &str| above_zero(fraction(text)?);
    Some(match (kind, numbers) {
        ("points", []) => RuleKind::Points,
        ("yes_no", []) => RuleKind::YesNo,
        ("ratio", []) => RuleKind::Ratio,
        ("survey", []) => RuleKind::Survey,
        ("all_or_nothing", []) => RuleKind::AllOrNothing,
        ("relative", []) => RuleKind::Relative,
        ("unscored", []) => RuleKind::Unscored,
        ("levels", [_, ..]) => RuleKind::Levels(fractions(numbers)?),
        ("step_choices", [_, ..]) => RuleKind::StepChoices(fractions(numbers)?),
        ("parts", [_, ..]) => RuleKind::Parts(fractions(numbers)?),
        ("capped_ratio", [full_at]) => RuleKind::CappedRatio(threshold(full_at)?),
        ("threshold_jump", [full_at]) => RuleKind::ThresholdJump(threshold(full_at)?),
        ("banded_ratio", [from]) => RuleKind::BandedRatio(threshold(from)?),
        ("count_capped", [each]) => RuleKind::CountCapped(threshold(each)?),
        ("count_share", [things]) => {
            let things = things.parse().ok();
            let things = things.filter(|things| (1..=MOST_STEPS).contains(things))?;
            let share = Exact::ONE.div_or(Exact::whole(things as i64), Exact::ZERO);
            RuleKind::CountShare(Choice::unnamed(std::iter::repeat_n(share, things)))
        }
        ("per_period_sum", [periods, choices @ ..]) if !choices.is_empty() => {
            let periods = periods.parse().ok();
            RuleKind::PerPeriodSum {
                periods: periods.filter(|periods| (1..=MOST_STEPS).contains(periods))?,
                choices: fractions(choices)?,
            }
        }
        ("steps", [_, ..]) => {
            let step = |text: &&str| {
                let (needed, share) = text.split_once(':')?;
                Some((decimal(needed)?, fraction(share)?))
            };
            RuleKind::Steps(numbers.iter().map(step).collect::<Option<_>>()?)
        }
        ("per_capita", [people, threshold]) => RuleKind::PerCapita {
            people: people.parse().ok().filter(|&people| people > 0)?,
            threshold: above_zero(decimal(threshold)?)?,
        },
        _ => return None,
    })
}

/// `a+b/c=7`: what is added above the line and below it, some with the figure that the rule sets.
fn inputs(text: &str) -> Option<Vec<Input>> {
    let (parts, wholes) = text.trim().split_once('/')?;
    let mut inputs: Vec<Input> = Vec::new();
    for (side, texts) in [(Side::Part, parts), (Side::Whole, wholes)] {
        for text in texts.split('+') {
            let (id, fixed) = match text.split_once('=') {
                Some((id, fixed)) => (id, Some(decimal(fixed)?)),
                None => (text, None),
            };
            let is_plain = id.bytes().all(|byte| byte.is_ascii_lowercase());
            if id.is_empty() || !is_plain || inputs.iter().any(|input| input.id == id) {
                return None;
            }
            inputs.push(Input {
                id: id.to_owned(),
                name: Text::default(),
                side,
                fixed,
            });
        }
    }
    (inputs.len() <= MOST_STEPS).then_some(inputs)
}

/// A rule as a text that [`parse_rule`] reads. Names of choices and figures stand elsewhere.
pub fn rule_text(rule: &Rule) -> String {
    let number = |value: &Exact| value.to_short_text(DECIMALS);
    let shares = || {
        rule.kind
            .choices()
            .iter()
            .map(|choice| number(&choice.share))
    };
    let mut words = vec![rule.kind.as_str().to_owned()];
    match &rule.kind {
        RuleKind::Levels(_) | RuleKind::Parts(_) => words.extend(shares()),
        RuleKind::StepChoices(_) => {
            words = vec!["step_choices".to_owned()];
            words.extend(shares());
        }
        RuleKind::CappedRatio(share)
        | RuleKind::ThresholdJump(share)
        | RuleKind::BandedRatio(share)
        | RuleKind::CountCapped(share) => words.push(number(share)),
        RuleKind::CountShare(things) => words.push(things.len().to_string()),
        RuleKind::PerPeriodSum { periods, .. } => {
            words.push(periods.to_string());
            words.extend(shares());
        }
        RuleKind::Steps(steps) => {
            let step = |(needed, share)| [number(needed), number(share)].join(":");
            words.extend(steps.iter().map(|(needed, share)| step((needed, share))));
        }
        RuleKind::PerCapita { people, threshold } => {
            words.extend([people.to_string(), number(threshold)]);
        }
        RuleKind::Points
        | RuleKind::YesNo
        | RuleKind::Ratio
        | RuleKind::AllOrNothing
        | RuleKind::Survey
        | RuleKind::Relative
        | RuleKind::Unscored => {}
    }
    if rule.no_cases == NoCases::Maximum {
        words.push(FULL_WITHOUT_CASES.to_owned());
    }
    let text = words.join(" ");
    let plain = Rule::from(rule.kind.clone()).inputs;
    let is_plain = |(own, plain): (&Input, &Input)| {
        (&own.id, own.side, own.fixed) == (&plain.id, plain.side, plain.fixed)
    };
    if rule.inputs.len() == plain.len() && rule.inputs.iter().zip(&plain).all(is_plain) {
        return text;
    }
    let side = |side: Side| {
        let inputs = rule.inputs.iter().filter(|input| input.side == side);
        let input = |input: &Input| match &input.fixed {
            Some(fixed) => format!("{}={}", input.id, number(fixed)),
            None => input.id.clone(),
        };
        inputs.map(input).collect::<Vec<_>>().join("+")
    };
    format!("{text}{FIGURES}{}/{}", side(Side::Part), side(Side::Whole))
}

fn fraction(text: &str) -> Option<Exact> {
    decimal(text).filter(|value| *value <= Exact::ONE)
}

fn above_zero(value: Exact) -> Option<Exact> {
    (value > Exact::ZERO).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{parse_rule, rule_text};
    use dti_engine::model::{Exact, NoCases, Side};

    #[test]
    fn rules_round_trip() {
        for rule in [
            "points",
            "yes_no",
            "levels 0 0.5 1",
            "step_choices 1 0.5 0",
            "ratio",
            "ratio of a/b=7",
            "ratio of c+d/a+b",
            "capped_ratio 0.0025",
            "threshold_jump 0.8 of b+d/a+c",
            "banded_ratio 0.9 full_without_cases",
            "banded_ratio 0.9 full_without_cases of c/d",
            "all_or_nothing",
            "steps 1:0.25 2:0.5 4:1",
            "steps 0.5:0.3 1:0.7 2:1",
            "steps 0.1:1 0.07:0.7 of a+b/c",
            "relative",
            "relative of a/b",
            "count_capped 0.1",
            "count_share 7",
            "per_period_sum 4 0 0.125 0.25",
            "parts 0.3 0.7",
            "per_capita 1000 1.5",
            "survey",
            "unscored",
        ] {
            let read = parse_rule(rule).unwrap_or_else(|| panic!("{rule}"));
            assert_eq!(rule_text(&read), rule);
        }
        let read = parse_rule("banded_ratio 0.9 full_without_cases of c/d=4").unwrap();
        assert_eq!(read.no_cases, NoCases::Maximum);
        let [c, d] = &read.inputs[..] else {
            panic!("two figures");
        };
        assert_eq!((c.id.as_str(), c.side), ("c", Side::Part));
        assert_eq!((d.side, d.fixed), (Side::Whole, Some(Exact::whole(4))));
    }

    #[test]
    fn anything_else_is_no_rule() {
        for text in [
            "",
            "point",
            "levels",
            "levels 2",
            "levels -1",
            "steps 1",
            "steps a:1",
            "ratio 1",
            "ratio of a",
            "ratio of a/",
            "ratio of a/a",
            "ratio of A/b",
            "ratio of a/b=x",
            "yes_no of a/b",
            "yes_no full_without_cases",
            "capped_ratio 0",
            "threshold_jump 1.5",
            "count_share 0",
            "count_share 99999999999",
            "per_period_sum 4",
            "per_period_sum 0 1",
            "per_capita 0 1",
            "per_capita 1000",
            "parts x",
        ] {
            assert_eq!(parse_rule(text), None, "{text}");
        }
    }
}
