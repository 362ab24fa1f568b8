//! The scoring rules of components: a raw value becomes a share of the max points (method 9).

use crate::model::{Answer, Exact, RawValue, Rule};

/// A raw value that its rule does not take.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RuleMismatch {
    /// Another kind of value than the rule asks for.
    #[error("this rule takes another kind of value; the component's form shows which")]
    WrongKind,
    /// A negative number, a whole of zero, or a level or part that the rule does not have.
    #[error("the value is outside what the rule has; use 0 or more, and a whole above 0")]
    OutOfRange,
}

/// The share of the max points, `0..=1`, that a raw value earns under a rule. Unrounded.
///
/// `max_points` is needed where points are entered directly.
///
/// ```
/// use dti_engine::analysis::score;
/// use dti_engine::model::{Exact, RawValue, Rule};
/// let meetings = Rule::Steps(vec![(1, Exact::fraction(1, 4)), (4, Exact::ONE)]);
/// let three = RawValue::Count(3);
/// assert_eq!(score(&meetings, Exact::whole(20), &three), Ok(Exact::fraction(1, 4)));
/// ```
pub fn score(rule: &Rule, max_points: Exact, raw: &RawValue) -> Result<Exact, RuleMismatch> {
    let earned = match (rule, raw) {
        (Rule::Points, RawValue::Points(points)) => {
            let share = points
                .checked_div(max_points)
                .ok_or(RuleMismatch::OutOfRange)?;
            if share > Exact::ONE || share.is_negative() {
                return Err(RuleMismatch::OutOfRange);
            }
            share
        }
        (Rule::YesNo, RawValue::Answer(Answer::Yes)) => Exact::ONE,
        (Rule::YesNo, RawValue::Answer(Answer::No)) => Exact::ZERO,
        (Rule::Levels(levels), RawValue::Level(level)) => levels
            .get(*level)
            .copied()
            .ok_or(RuleMismatch::OutOfRange)?,
        (Rule::Ratio | Rule::Survey, RawValue::Share { part, whole }) => share(*part, *whole)?,
        (Rule::CappedRatio(full_at), RawValue::Share { part, whole }) => share(*part, *whole)?
            .checked_div(*full_at)
            .ok_or(RuleMismatch::OutOfRange)?,
        (Rule::Steps(steps), RawValue::Count(count)) => {
            let reached = steps.iter().filter(|(needed, _)| needed <= count);
            reached
                .map(|(_, fraction)| *fraction)
                .max()
                .unwrap_or(Exact::ZERO)
        }
        (Rule::Parts(parts), RawValue::Met(met)) => met_parts(parts, met)?,
        (Rule::PerCapita { people, threshold }, RawValue::InPopulation { count, population }) => {
            let per_people = share(*count, *population)? * Exact::whole(i64::from(*people));
            per_people
                .checked_div(*threshold)
                .ok_or(RuleMismatch::OutOfRange)?
        }
        (Rule::Unscored, _) => Exact::ZERO,
        _ => return Err(RuleMismatch::WrongKind),
    };
    Ok(earned.clamp_to(Exact::ZERO, Exact::ONE))
}

fn share(part: Exact, whole: Exact) -> Result<Exact, RuleMismatch> {
    if part.is_negative() || whole <= Exact::ZERO {
        return Err(RuleMismatch::OutOfRange);
    }
    Ok(part.div_or(whole, Exact::ZERO))
}

fn met_parts(parts: &[Exact], met: &[usize]) -> Result<Exact, RuleMismatch> {
    if met.iter().any(|&part| part >= parts.len()) {
        return Err(RuleMismatch::OutOfRange);
    }
    let worth = parts
        .iter()
        .enumerate()
        .filter(|(place, _)| met.contains(place));
    Ok(worth.map(|(_, fraction)| *fraction).sum())
}

#[cfg(test)]
mod tests {
    use super::{RuleMismatch, score};
    use crate::model::{Answer, Exact, RawValue, Rule};

    #[track_caller]
    fn expect_points(rule: &Rule, raw: &RawValue, of_20: Exact) {
        let max_points = Exact::whole(20);
        let earned = score(rule, max_points, raw).map(|share| share * max_points);
        assert_eq!(earned, Ok(of_20));
    }

    fn whole(value: i64) -> Exact {
        Exact::whole(value)
    }

    #[test]
    fn meetings_a_year_climb_in_steps() {
        let quarters = |count: u32| (count, Exact::fraction(i64::from(count), 4));
        let rule = Rule::Steps((1..=4).map(quarters).collect());
        for (count, points) in [(0, 0), (1, 5), (2, 10), (3, 15), (4, 20), (9, 20)] {
            expect_points(&rule, &RawValue::Count(count), whole(points));
        }
    }

    #[test]
    fn a_deputy_in_charge_is_half_a_head() {
        let rule = Rule::Levels(vec![Exact::ZERO, Exact::fraction(1, 2), Exact::ONE]);
        expect_points(&rule, &RawValue::Level(1), whole(10));
        assert_eq!(
            score(&rule, whole(20), &RawValue::Level(3)),
            Err(RuleMismatch::OutOfRange)
        );
    }

    #[test]
    fn ratios_stay_unrounded_and_are_capped() {
        let of_7 = |part| RawValue::Share {
            part: whole(part),
            whole: whole(7),
        };
        expect_points(&Rule::Ratio, &of_7(2), Exact::fraction(40, 7));
        expect_points(&Rule::Ratio, &of_7(8), whole(20));
        expect_points(&Rule::Survey, &of_7(7), whole(20));
        expect_points(
            &Rule::CappedRatio(Exact::decimal(5, 1)),
            &of_7(3),
            Exact::fraction(120, 7),
        );
    }

    #[test]
    fn the_other_rules() {
        expect_points(&Rule::YesNo, &RawValue::Answer(Answer::Yes), whole(20));
        expect_points(&Rule::YesNo, &RawValue::Answer(Answer::No), whole(0));
        expect_points(
            &Rule::Points,
            &RawValue::Points(Exact::decimal(1250, 2)),
            Exact::decimal(125, 1),
        );
        let halves = Rule::Parts(vec![Exact::fraction(1, 2), Exact::fraction(1, 4)]);
        expect_points(&halves, &RawValue::Met(vec![0, 1]), whole(15));
        let firms = Rule::PerCapita {
            people: 1000,
            threshold: whole(2),
        };
        let raw = RawValue::InPopulation {
            count: whole(500),
            population: whole(500_000),
        };
        expect_points(&firms, &raw, whole(10));
        expect_points(&Rule::Unscored, &RawValue::Count(3), whole(0));
    }

    #[test]
    fn nonsense_is_refused() {
        let nothing = RawValue::Share {
            part: whole(1),
            whole: whole(0),
        };
        assert_eq!(
            score(&Rule::Ratio, whole(20), &nothing),
            Err(RuleMismatch::OutOfRange)
        );
        let more = RawValue::Points(whole(21));
        assert_eq!(
            score(&Rule::Points, whole(20), &more),
            Err(RuleMismatch::OutOfRange)
        );
        let wrong = RawValue::Count(1);
        assert_eq!(
            score(&Rule::Ratio, whole(20), &wrong),
            Err(RuleMismatch::WrongKind)
        );
    }
}
