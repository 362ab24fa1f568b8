//! One shift for all: spreads a known sum of points over scores that are each kept in 0..1.

use super::numbers::{Number, one, within_unit, zero};

/// One score to be shifted, and what it weighs.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) max_points: Number,
    pub(crate) profile: Number,
}

/// The scores clamp(profile + λ, 0, 1) whose points add up to `points`, with one λ for all.
///
/// `None` if no λ does: `points` is below 0 or above the sum of the maxima.
pub(crate) fn spread(parts: &[Part], points: &Number) -> Option<Vec<Number>> {
    let shift = shift_for(parts, points)?;
    let scores: Vec<Number> = parts
        .iter()
        .map(|part| within_unit(&(&part.profile + &shift)))
        .collect();
    let sum: Number = scores
        .iter()
        .zip(parts)
        .map(|(score, part)| score * &part.max_points)
        .sum();
    assert_eq!(&sum, points, "the shifted scores must add up exactly");
    Some(scores)
}

/// The sum is piecewise linear in λ and bends only where a score reaches 0 or 1: between two
/// neighbouring bends the λ that meets the sum is plain interpolation.
fn shift_for(parts: &[Part], points: &Number) -> Option<Number> {
    let mut bends: Vec<Number> = parts
        .iter()
        .flat_map(|part| [zero() - &part.profile, one() - &part.profile])
        .collect();
    bends.sort();
    let exact = bends.iter().find(|bend| &sum_at(parts, bend) == points);
    if let Some(bend) = exact {
        return Some(bend.clone());
    }
    for pair in bends.windows(2) {
        let (low, high) = (sum_at(parts, &pair[0]), sum_at(parts, &pair[1]));
        if &low < points && points < &high {
            return Some(&pair[0] + (points - &low) / (&high - &low) * (&pair[1] - &pair[0]));
        }
    }
    None
}

fn sum_at(parts: &[Part], shift: &Number) -> Number {
    parts
        .iter()
        .map(|part| within_unit(&(&part.profile + shift)) * &part.max_points)
        .sum()
}
