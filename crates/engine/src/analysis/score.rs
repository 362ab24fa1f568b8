//! The scoring rules of components: a raw value becomes a share of the max points (method 9).

use crate::model::{
    Answer, BEST, Choice, Exact, Input, NoCases, OWN_NUMBER, POINTS_DECIMALS, RawValue, Rule,
    RuleKind, Side,
};

/// A raw value that its rule does not take: what was given, and what is allowed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RuleMismatch {
    /// Another kind of value than the rule asks for.
    #[error("its rule takes another kind of value; enter it again")]
    WrongKind,
    /// Points beyond the maximum.
    #[error("{} points were given; use 0 to {}", short(*.given), short(*.max_points))]
    PointsOutOfRange {
        /// What was given.
        given: Exact,
        /// Its max points.
        max_points: Exact,
    },
    /// Points with more than 2 decimals.
    #[error("{} points were given; use at most 2 decimals", .given.to_short_text(12))]
    TooManyDecimals {
        /// What was given.
        given: Exact,
    },
    /// A figure below zero.
    #[error("{} was given; use 0 or more", short(*.given))]
    Negative {
        /// What was given.
        given: Exact,
    },
    /// A number above what the rule can count.
    #[error("{} was given; use 0 to {}", .given.to_short_text(12), short(*.most))]
    TooMuch {
        /// What was given.
        given: Exact,
        /// The most that is possible: 1 of a share, the number of things of a count.
        most: Exact,
    },
    /// The best unit's figure is zero.
    #[error("the reference value is {}; use a number above 0", short(*.given))]
    NoReference {
        /// What was given.
        given: Exact,
    },
    /// A choice that the rule does not have.
    #[error("`{given}` is no choice of it; use {}", .allowed.join(", "))]
    NoSuchChoice {
        /// What was given.
        given: String,
        /// Ids of what can be chosen.
        allowed: Vec<String>,
    },
    /// Ticked or given twice.
    #[error("`{given}` was given twice; give it once")]
    Twice {
        /// What was given.
        given: String,
    },
    /// More or fewer choices than there are periods.
    #[error("{given} periods were given; give one choice for each of {periods}")]
    OtherPeriods {
        /// How many were given.
        given: usize,
        /// How many there are.
        periods: usize,
    },
    /// A figure or a part that the rule does not have.
    #[error("`{given}` is no part of it; use {}", .allowed.join(", "))]
    NoSuchPart {
        /// What was given.
        given: String,
        /// Ids of what it has.
        allowed: Vec<String>,
    },
    /// A figure or a part that is not there.
    #[error("`{id}` is missing; give it too")]
    MissingPart {
        /// Its id.
        id: String,
    },
}

impl RuleMismatch {
    /// Whether a number is outside its range, and not another kind of thing than is asked for.
    pub fn is_out_of_range(&self) -> bool {
        matches!(
            self,
            Self::PointsOutOfRange { .. }
                | Self::TooManyDecimals { .. }
                | Self::Negative { .. }
                | Self::TooMuch { .. }
                | Self::NoReference { .. }
        )
    }
}

fn short(value: Exact) -> String {
    value.to_short_text(POINTS_DECIMALS)
}

/// The share of the max points, `0..=1`, that a raw value earns under a rule. Unrounded.
///
/// `max_points` is needed where points are entered directly.
///
/// # No cases
/// A ratio of which nothing is below the line gives what the rule says of it: nothing, or the maximum.
///
/// ```
/// use dti_engine::analysis::score;
/// use dti_engine::model::{Exact, RawValue, Rule, RuleKind};
/// let half = Exact::decimal(5, 1);
/// let rule = Rule::from(RuleKind::CappedRatio(half));
/// let signatures = RawValue::ratio(Exact::whole(15), Exact::whole(60));
/// assert_eq!(score(&rule, Exact::whole(20), &signatures), Ok(half));
/// ```
pub fn score(rule: &Rule, max_points: Exact, raw: &RawValue) -> Result<Exact, RuleMismatch> {
    let earned = match (&rule.kind, raw) {
        (RuleKind::Unscored, _) => Exact::ZERO,
        (RuleKind::Points, RawValue::Points(points)) => of_points(*points, max_points)?,
        (RuleKind::Points, RawValue::Number(share)) => inside(*share, Exact::ONE)?,
        (RuleKind::YesNo, RawValue::Answer(Answer::Yes)) => Exact::ONE,
        (RuleKind::YesNo, RawValue::Answer(Answer::No)) => Exact::ZERO,
        (RuleKind::Levels(choices) | RuleKind::StepChoices(choices), RawValue::Choice(id)) => {
            chosen(choices, id)?
        }
        (RuleKind::Parts(choices), RawValue::Listed(ids)) => {
            ticked(ids)?;
            sum_of(choices, ids)?
        }
        (RuleKind::CountShare(things), RawValue::Listed(ids)) => {
            ticked(ids)?;
            sum_of(things, ids)?
        }
        (RuleKind::CountShare(things), RawValue::Number(number)) => {
            let all = Exact::whole(i64::try_from(things.len()).unwrap_or(i64::MAX));
            inside(*number, all)?.div_or(all, Exact::ZERO)
        }
        (RuleKind::PerPeriodSum { periods, choices }, RawValue::Listed(ids)) => {
            let (given, periods) = (ids.len(), *periods);
            if given != periods {
                return Err(RuleMismatch::OtherPeriods { given, periods });
            }
            sum_of(choices, ids)?
        }
        (RuleKind::CountCapped(each), RawValue::Number(number)) => not_negative(*number)? * *each,
        (RuleKind::Steps(steps), RawValue::Number(number)) => {
            reached(steps, not_negative(*number)?)
        }
        (RuleKind::Relative, RawValue::Inputs(given)) => relative(rule, given)?,
        (RuleKind::Relative, RawValue::Number(_)) => {
            return Err(RuleMismatch::MissingPart {
                id: BEST.to_owned(),
            });
        }
        (kind, RawValue::Inputs(given)) if !rule.inputs.is_empty() => {
            match ratio(&rule.inputs, given, &[])? {
                Some(ratio) => of_ratio(kind, ratio)?,
                None if rule.no_cases == NoCases::Maximum => Exact::ONE,
                None => Exact::ZERO,
            }
        }
        (kind, RawValue::Number(share)) if kind.is_ratio() => {
            let most = match kind {
                RuleKind::PerCapita { people, .. } => Exact::whole(i64::from(*people)),
                _ => Exact::ONE,
            };
            of_ratio(kind, inside(*share, most)?.div_or(most, Exact::ZERO))?
        }
        _ => return Err(RuleMismatch::WrongKind),
    };
    Ok(earned.clamp_to(Exact::ZERO, Exact::ONE))
}

fn of_points(given: Exact, max_points: Exact) -> Result<Exact, RuleMismatch> {
    if given.is_negative() || given > max_points {
        return Err(RuleMismatch::PointsOutOfRange { given, max_points });
    }
    if given.rounded(POINTS_DECIMALS) != given {
        return Err(RuleMismatch::TooManyDecimals { given });
    }
    Ok(given.div_or(max_points, Exact::ZERO))
}

fn not_negative(given: Exact) -> Result<Exact, RuleMismatch> {
    if given.is_negative() {
        return Err(RuleMismatch::Negative { given });
    }
    Ok(given)
}

fn inside(given: Exact, most: Exact) -> Result<Exact, RuleMismatch> {
    if not_negative(given)? > most {
        return Err(RuleMismatch::TooMuch { given, most });
    }
    Ok(given)
}

fn chosen(choices: &[Choice], id: &str) -> Result<Exact, RuleMismatch> {
    let found = choices.iter().find(|choice| choice.id == id);
    found
        .map(|choice| choice.share)
        .ok_or_else(|| RuleMismatch::NoSuchChoice {
            given: id.to_owned(),
            allowed: choices.iter().map(|choice| choice.id.clone()).collect(),
        })
}

fn sum_of(choices: &[Choice], ids: &[String]) -> Result<Exact, RuleMismatch> {
    ids.iter().map(|id| chosen(choices, id)).sum()
}

/// Nothing is ticked twice.
fn ticked(ids: &[String]) -> Result<(), RuleMismatch> {
    for (place, id) in ids.iter().enumerate() {
        if ids.iter().take(place).any(|other| other == id) {
            return Err(RuleMismatch::Twice { given: id.clone() });
        }
    }
    Ok(())
}

/// The fraction of the highest threshold reached.
fn reached(steps: &[(Exact, Exact)], number: Exact) -> Exact {
    let reached = steps.iter().filter(|(needed, _)| *needed <= number);
    let highest = reached.max_by_key(|(needed, _)| *needed);
    highest.map_or(Exact::ZERO, |(_, fraction)| *fraction)
}

/// What a ratio earns, before it is kept in range.
fn of_ratio(kind: &RuleKind, ratio: Exact) -> Result<Exact, RuleMismatch> {
    Ok(match kind {
        RuleKind::Ratio | RuleKind::Survey => ratio,
        RuleKind::CappedRatio(full_at) => ratio.div_or(*full_at, Exact::ONE),
        RuleKind::ThresholdJump(full_at) if ratio >= *full_at => Exact::ONE,
        RuleKind::ThresholdJump(_) => ratio,
        RuleKind::BandedRatio(from) if ratio < *from => Exact::ZERO,
        RuleKind::BandedRatio(_) => ratio,
        RuleKind::AllOrNothing if ratio < Exact::ONE => Exact::ZERO,
        RuleKind::AllOrNothing => Exact::ONE,
        RuleKind::Steps(steps) => reached(steps, ratio),
        RuleKind::PerCapita { people, threshold } => {
            (ratio * Exact::whole(i64::from(*people))).div_or(*threshold, Exact::ONE)
        }
        _ => return Err(RuleMismatch::WrongKind),
    })
}

/// A unit's own number or ratio in proportion to the best.
fn relative(rule: &Rule, given: &[(String, Exact)]) -> Result<Exact, RuleMismatch> {
    let figure = |id: &str| {
        let found = given.iter().find(|(own, _)| own == id);
        found.map(|(_, figure)| *figure)
    };
    let Some(best) = figure(BEST) else {
        return Err(RuleMismatch::MissingPart {
            id: BEST.to_owned(),
        });
    };
    if not_negative(best)? == Exact::ZERO {
        return Err(RuleMismatch::NoReference { given: best });
    }
    let number = if figure(OWN_NUMBER).is_some() || rule.inputs.is_empty() {
        let own = Input {
            id: OWN_NUMBER.to_owned(),
            name: crate::model::Text::default(),
            side: Side::Part,
            fixed: None,
        };
        sides(&[own], given, &[BEST])?.0
    } else {
        match ratio(&rule.inputs, given, &[BEST])? {
            Some(ratio) => ratio,
            None if rule.no_cases == NoCases::Maximum => best,
            None => Exact::ZERO,
        }
    };
    Ok(number.div_or(best, Exact::ZERO))
}

/// The ratio that the figures of a rule make, `a / b`; `None` where one is missing or wrong, or there
/// are no cases.
pub fn ratio_of(rule: &Rule, given: &[(String, Exact)]) -> Option<Exact> {
    ratio(&rule.inputs, given, &[BEST]).ok().flatten()
}

/// The ratio that figures make; `None` where there are no cases. Figures of the ids `beside` are for
/// others.
fn ratio(
    inputs: &[Input],
    given: &[(String, Exact)],
    beside: &[&str],
) -> Result<Option<Exact>, RuleMismatch> {
    let (part, whole) = sides(inputs, given, beside)?;
    Ok(part.checked_div(whole))
}

/// The sums above and below the line.
fn sides(
    inputs: &[Input],
    given: &[(String, Exact)],
    beside: &[&str],
) -> Result<(Exact, Exact), RuleMismatch> {
    let is_known = |id: &str| beside.contains(&id) || inputs.iter().any(|input| input.id == id);
    for (place, (id, figure)) in given.iter().enumerate() {
        not_negative(*figure)?;
        let given_id = id.clone();
        if !is_known(id) {
            let allowed = inputs.iter().map(|input| input.id.clone()).collect();
            return Err(RuleMismatch::NoSuchPart {
                given: given_id,
                allowed,
            });
        }
        if given.iter().take(place).any(|(other, _)| other == id) {
            return Err(RuleMismatch::Twice { given: given_id });
        }
    }
    let (mut part, mut whole) = (Exact::ZERO, Exact::ZERO);
    for input in inputs {
        let figure = given.iter().find(|(id, _)| *id == input.id);
        let figure = figure.map(|(_, figure)| *figure).or(input.fixed);
        let missing = || RuleMismatch::MissingPart {
            id: input.id.clone(),
        };
        let figure = figure.ok_or_else(missing)?;
        match input.side {
            Side::Part => part = part + figure,
            Side::Whole => whole = whole + figure,
        }
    }
    Ok((part, whole))
}

#[cfg(test)]
mod tests {
    use super::{RuleMismatch, score};
    use crate::model::{
        Answer, Choice, Exact, Input, NoCases, RawValue, Rule, RuleKind, Side, Text,
    };

    fn whole(value: i64) -> Exact {
        Exact::whole(value)
    }

    fn percent(value: i64) -> Exact {
        Exact::decimal(value, 2)
    }

    fn number(value: i64) -> RawValue {
        RawValue::Number(whole(value))
    }

    fn of(a: i64, b: i64) -> RawValue {
        RawValue::ratio(whole(a), whole(b))
    }

    fn choice(id: &str) -> RawValue {
        RawValue::Choice(id.to_owned())
    }

    fn listed(ids: &[&str]) -> RawValue {
        RawValue::Listed(ids.iter().map(|&id| id.to_owned()).collect())
    }

    fn inputs(given: &[(&str, i64)]) -> RawValue {
        let given = given
            .iter()
            .map(|&(id, value)| (id.to_owned(), whole(value)));
        RawValue::Inputs(given.collect())
    }

    /// Of 20 points, in hundredths.
    #[track_caller]
    fn expect(rule: &Rule, raw: &RawValue, hundredths: i64) {
        let earned = score(rule, whole(20), raw).map(|share| share * whole(20));
        assert_eq!(earned, Ok(percent(hundredths)), "{raw:?}");
    }

    #[track_caller]
    fn expect_refusal(rule: &Rule, raw: &RawValue, sentence: &str) {
        let refusal = score(rule, whole(20), raw).unwrap_err();
        assert_eq!(refusal.to_string(), sentence);
    }

    #[test]
    fn items_a_year_climb_in_steps() {
        let steps = [(20, 100), (10, 50), (1, 25)];
        let steps = steps.map(|(needed, share)| (whole(needed), percent(share)));
        let rule = Rule::from(RuleKind::Steps(steps.to_vec()));
        for (count, points) in [
            (0, 0),
            (1, 500),
            (9, 500),
            (10, 1000),
            (19, 1000),
            (20, 2000),
        ] {
            expect(&rule, &number(count), points);
        }
        expect_refusal(&rule, &number(-1), "-1 was given; use 0 or more");
    }

    #[test]
    fn a_deputy_in_charge_is_half_a_head() {
        let levels = [0, 50, 100].map(percent);
        for kind in [RuleKind::Levels, RuleKind::StepChoices] {
            let rule = Rule::from(kind(Choice::unnamed(levels)));
            expect(&rule, &choice("1"), 1000);
            expect(&rule, &choice("2"), 2000);
            expect_refusal(&rule, &choice("3"), "`3` is no choice of it; use 0, 1, 2");
        }
    }

    #[test]
    fn ratios_at_below_and_above_their_thresholds() {
        let rules = [
            // Of 20 points for 0, 39, 40, 79, 80, 89, 90, 99, 100 and 120 of 100.
            (
                RuleKind::Ratio,
                [0, 780, 800, 1580, 1600, 1780, 1800, 1980, 2000, 2000],
            ),
            (
                RuleKind::CappedRatio(percent(80)),
                [0, 975, 1000, 1975, 2000, 2000, 2000, 2000, 2000, 2000],
            ),
            (
                RuleKind::ThresholdJump(percent(80)),
                [0, 780, 800, 1580, 2000, 2000, 2000, 2000, 2000, 2000],
            ),
            (
                RuleKind::BandedRatio(percent(90)),
                [0, 0, 0, 0, 0, 0, 1800, 1980, 2000, 2000],
            ),
            (RuleKind::AllOrNothing, [0, 0, 0, 0, 0, 0, 0, 0, 2000, 2000]),
            (
                RuleKind::Survey,
                [0, 780, 800, 1580, 1600, 1780, 1800, 1980, 2000, 2000],
            ),
        ];
        for (kind, points) in rules {
            let rule = Rule::from(kind);
            for (a, points) in [0, 39, 40, 79, 80, 89, 90, 99, 100, 120]
                .into_iter()
                .zip(points)
            {
                expect(&rule, &of(a, 100), points);
                if a <= 100 {
                    expect(&rule, &RawValue::Number(percent(a)), points);
                }
            }
            expect_refusal(&rule, &number(76), "76 was given; use 0 to 1");
        }
    }

    #[test]
    fn a_ratio_stays_unrounded() {
        let earned = score(&Rule::from(RuleKind::Ratio), whole(20), &of(2, 7));
        assert_eq!(earned, Ok(Exact::fraction(2, 7)));
    }

    #[test]
    fn no_cases_give_nothing_or_the_maximum() {
        let mut rule = Rule::from(RuleKind::BandedRatio(percent(90)));
        expect(&rule, &of(0, 0), 0);
        rule.no_cases = NoCases::Maximum;
        expect(&rule, &of(0, 0), 2000);
        expect(&rule, &of(0, 5), 0);
    }

    #[test]
    fn several_figures_add_up_on_both_sides() {
        let input = |id: &str, side| Input {
            id: id.to_owned(),
            name: Text::default(),
            side,
            fixed: (id == "d").then(|| whole(7)),
        };
        let rule = Rule {
            kind: RuleKind::CappedRatio(percent(80)),
            inputs: vec![
                input("a", Side::Whole),
                input("b", Side::Part),
                input("c", Side::Part),
                input("d", Side::Whole),
            ],
            ..Rule::default()
        };
        expect(&rule, &inputs(&[("a", 93), ("b", 10), ("c", 30)]), 1000);
        expect(
            &rule,
            &inputs(&[("a", 93), ("b", 10), ("c", 30), ("d", 7)]),
            1000,
        );
        expect_refusal(
            &rule,
            &inputs(&[("a", 1), ("b", 1)]),
            "`c` is missing; give it too",
        );
        expect_refusal(
            &rule,
            &inputs(&[("e", 1)]),
            "`e` is no part of it; use a, b, c, d",
        );
        expect_refusal(
            &rule,
            &inputs(&[("a", 1), ("a", 1)]),
            "`a` was given twice; give it once",
        );
        let spending = Rule {
            kind: RuleKind::Steps(vec![(percent(10), Exact::ONE), (percent(3), percent(30))]),
            ..Rule::from(RuleKind::Ratio)
        };
        expect(&spending, &of(5, 100), 600);
        expect(&spending, &RawValue::Number(percent(10)), 2000);
    }

    #[test]
    fn the_best_unit_has_the_maximum() {
        let rule = Rule::from(RuleKind::Relative);
        expect(&rule, &inputs(&[("value", 30), ("best", 40)]), 1500);
        expect(&rule, &inputs(&[("value", 50), ("best", 40)]), 2000);
        expect(&rule, &number(30).compared(whole(40)), 1500);
        expect_refusal(&rule, &number(30), "`best` is missing; give it too");
        let none = inputs(&[("value", 30), ("best", 0)]);
        expect_refusal(
            &rule,
            &none,
            "the reference value is 0; use a number above 0",
        );
        let ratio = Rule {
            kind: RuleKind::Relative,
            ..Rule::from(RuleKind::Ratio)
        };
        let best = ("best".to_owned(), percent(50));
        let mut raw = of(1, 4);
        expect(&ratio, &raw.clone().compared(percent(50)), 1000);
        if let RawValue::Inputs(inputs) = &mut raw {
            inputs.push(best);
        }
        expect(&ratio, &raw, 1000);
    }

    #[test]
    fn counts_and_periods() {
        let each = Rule::from(RuleKind::CountCapped(Exact::fraction(1, 10)));
        expect(&each, &number(3), 600);
        expect(&each, &number(11), 2000);
        let seven = Choice::unnamed(vec![Exact::fraction(1, 7); 7]);
        let done = Rule::from(RuleKind::CountShare(seven));
        expect(&done, &number(7), 2000);
        let three = Ok(Exact::fraction(3, 7));
        assert_eq!(score(&done, whole(3), &number(3)), three);
        assert_eq!(score(&done, whole(3), &listed(&["0", "4", "6"])), three);
        expect_refusal(&done, &number(8), "8 was given; use 0 to 7");
        let quarters = Rule::from(RuleKind::PerPeriodSum {
            periods: 4,
            choices: Choice::unnamed([0, 125, 250].map(|share| Exact::decimal(share, 3))),
        });
        expect(&quarters, &listed(&["2", "2", "1", "0"]), 1250);
        expect_refusal(
            &quarters,
            &listed(&["2"]),
            "1 periods were given; give one choice for each of 4",
        );
    }

    #[test]
    fn the_other_rules() {
        let yes_no = Rule::from(RuleKind::YesNo);
        expect(&yes_no, &RawValue::Answer(Answer::Yes), 2000);
        expect(&yes_no, &RawValue::Answer(Answer::No), 0);
        let points = Rule::default();
        expect(&points, &RawValue::Points(Exact::decimal(1250, 2)), 1250);
        expect(&points, &RawValue::Number(percent(75)), 1500);
        let parts = Rule::from(RuleKind::Parts(Choice::unnamed([50, 25].map(percent))));
        expect(&parts, &listed(&["0", "1"]), 1500);
        expect_refusal(
            &parts,
            &listed(&["1", "1"]),
            "`1` was given twice; give it once",
        );
        let firms = Rule::from(RuleKind::PerCapita {
            people: 1000,
            threshold: whole(2),
        });
        expect(
            &firms,
            &inputs(&[("count", 500), ("population", 500_000)]),
            1000,
        );
        expect(&firms, &number(1), 1000);
        expect(&Rule::from(RuleKind::Unscored), &number(3), 0);
    }

    #[test]
    fn another_kind_of_value_is_refused() {
        let yes = RawValue::Answer(Answer::Yes);
        let wrong = Err(RuleMismatch::WrongKind);
        assert_eq!(score(&Rule::from(RuleKind::Ratio), whole(20), &yes), wrong);
        let count = Rule::from(RuleKind::CountCapped(Exact::ONE));
        assert_eq!(score(&count, whole(20), &of(1, 2)), wrong);
        let more = RawValue::Points(whole(21));
        expect_refusal(&Rule::default(), &more, "21 points were given; use 0 to 20");
        let finer = RawValue::Points(Exact::decimal(1255, 3));
        expect_refusal(
            &Rule::default(),
            &finer,
            "1.255 points were given; use at most 2 decimals",
        );
    }
}
