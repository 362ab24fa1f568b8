//! The draws themselves: a machine that can be run in slices and read at any time.

use super::base::{DrawBase, DrawUnit, RivalMoves, Sources};
use super::counts::RankCounts;
use super::numbers::Numbers;
use super::result::{Stability, UnitStability};
use super::trial::Trial;
use crate::model::Ties;

/// Draws that are under way. How they are sliced does not change them.
///
/// # Order of numbers
///
/// Each draw takes, from xoshiro256++ seeded through SplitMix64:
///
/// 1. with a spread above 0: a uniform number for each main indicator with max points above 0;
/// 2. per unit, in the edition's order: a normal number for each estimate that is redrawn;
/// 3. with rounding: a uniform number per unit, in the edition's order;
/// 4. with rivals that move: a normal number per rival, in the edition's order.
///
/// Indicators are in the framework's order. A source that is off takes none.
///
/// # What a draw costs
///
/// A number for each main indicator of each unit is read once, in the order in which it is kept, and
/// the order of the draw before is put right; where that is far from right it is sorted. Nothing is
/// allocated but room for ranks that a unit takes for the first time.
#[derive(Clone, Debug)]
pub struct Draws {
    trial: Trial,
    numbers: Numbers,
    seed: u64,
    draws: u32,
    done: u32,
    /// Units as they were given, without what the trial took.
    units: Vec<DrawUnit>,
    /// Places in `units`, in the order of the standings.
    standings: Vec<usize>,
    ties: Ties,
    rivals: Option<RivalMoves>,
    is_any_on: bool,
    /// Scores with their units, best first; the order of one draw is a good start for the next.
    order: Vec<(f64, u32)>,
    /// Of each unit.
    counts: Vec<RankCounts>,
}

impl Draws {
    /// `draws` draws that are still to be made.
    pub fn new(
        mut base: DrawBase,
        sources: Sources,
        rivals: Option<RivalMoves>,
        (draws, seed): (u32, u64),
    ) -> Self {
        let trial = Trial::new(&mut base, sources);
        let units = base.units.len();
        Self {
            trial,
            numbers: Numbers::new(seed),
            seed,
            draws,
            done: 0,
            is_any_on: sources.is_any_on() || rivals.is_some(),
            rivals,
            order: base.order.iter().map(|&row| (0.0, row as u32)).collect(),
            counts: vec![RankCounts::none(units); units],
            units: base.units,
            standings: base.order,
            ties: base.ties,
        }
    }

    /// Makes so many more draws, or those that are left.
    pub fn advance(&mut self, count: u32) {
        for _ in 0..count.min(self.draws - self.done) {
            if self.is_any_on {
                self.trial.draw_shares(&mut self.numbers);
                self.trial.count();
                self.trial.redraw_estimates(&mut self.numbers);
                self.trial.draw_rounding(&mut self.numbers);
                if let Some(rivals) = &self.rivals {
                    self.trial.move_rivals(rivals, &mut self.numbers);
                }
                self.count_ranks();
            } else {
                self.count_own_ranks();
            }
            self.done += 1;
        }
    }

    /// How many draws have been made.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// Whether all have been made.
    pub fn is_done(&self) -> bool {
        self.done == self.draws
    }

    /// What the draws made so far say.
    pub fn result(&self) -> Stability {
        let one = |&row: &usize| {
            let unit = self.units.get(row)?;
            let counts = self.counts.get(row)?.trimmed();
            Some(UnitStability::new(unit.position, unit.rank, counts))
        };
        Stability {
            units: self.standings.iter().filter_map(one).collect(),
            draws: self.done,
            seed: self.seed,
        }
    }

    fn count_ranks(&mut self) {
        for (score, row) in &mut self.order {
            *score = self.trial.score(*row as usize);
        }
        sort_from_the_top(&mut self.order);
        let (mut rank, mut before) = (0, f64::INFINITY);
        for (place, &(score, row)) in self.order.iter().enumerate() {
            // Equal scores share a rank.
            if score < before {
                rank = match self.ties {
                    Ties::Dense if place > 0 => rank + 1,
                    _ => place,
                };
                before = score;
            }
            if let Some(counts) = self.counts.get_mut(row as usize) {
                counts.add(rank);
            }
        }
    }

    /// With every source off each draw is the scenario itself.
    fn count_own_ranks(&mut self) {
        for (unit, counts) in self.units.iter().zip(&mut self.counts) {
            counts.add(unit.rank.saturating_sub(1) as usize);
        }
    }
}

/// Swaps per unit after which an order counts as far from right.
const FEW: usize = 8;

/// Insertion, as from one draw to the next few units change places; sorted where they are many.
fn sort_from_the_top(order: &mut [(f64, u32)]) {
    let mut left = FEW * order.len();
    for end in 1..order.len() {
        let (above, rest) = order.split_at_mut(end);
        let Some(own) = rest.first_mut() else {
            return;
        };
        let moved = *own;
        let mut hole = own;
        for other in above.iter_mut().rev() {
            if other.0 >= moved.0 {
                break;
            }
            *hole = *other;
            hole = other;
            left = left.saturating_sub(1);
        }
        *hole = moved;
        if left == 0 {
            order.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Draws, sort_from_the_top};
    use crate::analysis::{DrawBase, DrawUnit, KnownSum, RivalMoves, Sources, Stability};
    use crate::model::{Mean, Ties};

    const OFF: Sources = Sources {
        weight_spread: 0.0,
        rounding: None,
        estimates: None,
    };

    /// Two units with two indicators of the same max points; scores are the recomputed ones.
    fn pair(first: [f64; 2], second: [f64; 2]) -> DrawBase {
        let unit = |position, scores: [f64; 2]| DrawUnit {
            position,
            rank: if position == 0 { 1 } else { 2 },
            score: f64::midpoint(scores[0], scores[1]),
            scores: scores.to_vec(),
            known_sums: Vec::new(),
        };
        DrawBase {
            max_points: vec![100.0, 100.0],
            units: vec![unit(0, first), unit(1, second)],
            order: vec![0, 1],
            mean: Mean::Arithmetic,
            is_no_sum: false,
            ties: Ties::Competition,
        }
    }

    fn run(base: DrawBase, sources: Sources, draws: u32, seed: u64) -> Stability {
        let mut draws_under_way = Draws::new(base, sources, None, (draws, seed));
        draws_under_way.advance(draws);
        draws_under_way.result()
    }

    fn are_all(stability: &Stability, counts: [u32; 2]) -> bool {
        let mut units = stability.units.iter();
        units.all(|unit| unit.counts.iter().eq(counts))
    }

    /// How often the first of two is ahead in 200,000 draws; the standard error is 0.0011 at most.
    #[track_caller]
    fn expect_ahead(base: DrawBase, sources: Sources, expected: f64) {
        let ahead = run(base, sources, 200_000, 1).units[0].top(1);
        assert!((ahead - expected).abs() < 0.005, "{ahead} for {expected}");
    }

    #[test]
    fn an_order_is_put_right_from_near_and_from_far() {
        for units in [0, 1, 2, 63, 3_321] {
            for apart in [1, 5, 3_000] {
                // Each stands up to so many places from where it belongs, some are level.
                let score = |place: u32| f64::from(place / 2 + place * 7_919 % apart);
                let mut order: Vec<(f64, u32)> = (0..units).map(|p| (-score(p), p)).collect();
                sort_from_the_top(&mut order);
                assert!(order.is_sorted_by(|above, below| above.0 >= below.0));
                let mut places: Vec<u32> = order.iter().map(|(_, place)| *place).collect();
                places.sort_unstable();
                assert!(places.into_iter().eq(0..units), "{units} {apart}");
            }
        }
    }

    #[test]
    fn drawn_max_points_reverse_two_units_as_often_as_they_must() {
        let spread = |weight_spread| Sources {
            weight_spread,
            ..OFF
        };
        // Ahead by p = 20 points on one indicator, behind by q = 30 on the other, the first is
        // ahead where s (p u - q v) > q - p: 10 of a trapezoid from -50 to 50, flat from -10 to 10.
        let close = pair([0.7, 0.3], [0.5, 0.6]);
        expect_ahead(close.clone(), spread(1.0), 1.0 / 2.0 - 10.0 / 60.0);
        // With s = 0.5 it is 20, in the tail: (50 - 20)² / (8 x 20 x 30).
        expect_ahead(close.clone(), spread(0.5), 900.0 / 4800.0);
        // With s = 0.2 it is 50, the very end.
        expect_ahead(close, spread(0.2), 0.0);
    }

    #[test]
    fn drawn_rounding_reverses_two_units_as_often_as_it_must() {
        let rounding = Sources {
            rounding: Some(0.000_05),
            ..OFF
        };
        // Half a step apart: the difference of two uniform errors is a triangle of two steps.
        let apart = pair([0.500_05, 0.500_05], [0.5, 0.5]);
        expect_ahead(apart, rounding, 1.0 - 0.125);
        expect_ahead(pair([0.5, 0.5], [0.5, 0.5]), rounding, 0.5);
        expect_ahead(pair([0.5001, 0.5001], [0.5, 0.5]), rounding, 1.0);
    }

    #[test]
    fn redrawn_estimates_move_a_score_as_widely_as_they_must() {
        // Known is x + y under equal maxima, counted are 2x + y of 3: the score's deviation is that
        // of (z - z') / 2 over 3, and the other unit stands one of them above.
        let error = 0.06;
        let deviation = error / (3.0 * f64::sqrt(2.0));
        let mut base = pair([0.5, 0.5], [0.5 + deviation, 0.5 + deviation]);
        base.max_points = vec![200.0, 100.0];
        base.units[0].known_sums = vec![KnownSum::new(&[(0, 100.0, 0.5), (1, 100.0, 0.5)])];
        let estimates = Sources {
            estimates: Some(error),
            ..OFF
        };
        expect_ahead(base, estimates, 0.158_655);
    }

    #[test]
    fn rivals_that_move_pass_as_often_as_they_must() {
        // One deviation behind: the share of a normal number below 1.
        let deviation = 0.02;
        let rivals = RivalMoves {
            deviation,
            is_rival: vec![false, true],
        };
        let score = 0.5 - deviation;
        let base = pair([0.5, 0.5], [score, score]);
        let mut draws = Draws::new(base, OFF, Some(rivals), (200_000, 1));
        draws.advance(u32::MAX);
        let ahead = draws.result().units[0].top(1);
        assert!((ahead - 0.841_345).abs() < 0.005, "{ahead}");
    }

    #[test]
    fn residuals_and_rivals_movements_are_carried_along() {
        // The published score decides, not the one recomputed from the indicators.
        let mut base = pair([0.7, 0.3], [0.5, 0.6]);
        base.units[0].score = 0.9;
        let weights = Sources {
            weight_spread: 0.5,
            ..OFF
        };
        expect_ahead(base, weights, 1.0);
    }

    #[test]
    fn equal_scores_share_a_rank_in_every_draw() {
        let weights = Sources {
            weight_spread: 0.9,
            ..OFF
        };
        let stability = run(pair([0.4, 0.8], [0.4, 0.8]), weights, 1000, 1);
        assert!(are_all(&stability, [1000, 0]));
        let mut base = pair([0.4, 0.8], [0.8, 0.4]);
        base.units[1].scores = vec![0.8, 0.4];
        let estimates = Sources {
            estimates: Some(0.1),
            ..OFF
        };
        let stability = run(base, estimates, 1000, 1);
        assert!(are_all(&stability, [1000, 0]));
    }

    #[test]
    fn slices_do_not_matter_and_there_are_no_draws_too_many() {
        let sources = Sources {
            weight_spread: 0.5,
            rounding: Some(0.000_05),
            estimates: None,
        };
        let base = pair([0.7, 0.3], [0.5, 0.6]);
        let whole = run(base.clone(), sources, 1000, 9);
        let mut sliced = Draws::new(base.clone(), sources, None, (1000, 9));
        assert!(are_all(&sliced.result(), [0, 0]));
        for slice in [1, 0, 332, 500] {
            sliced.advance(slice);
        }
        assert_eq!((sliced.done(), sliced.is_done()), (833, false));
        assert_eq!(
            sliced.result(),
            Stability {
                draws: 833,
                ..run(base, sources, 833, 9)
            }
        );
        sliced.advance(u32::MAX);
        assert!(sliced.is_done());
        assert_eq!(sliced.result(), whole);
        for unit in &whole.units {
            assert_eq!(unit.counts.iter().sum::<u32>(), 1000);
        }
    }

    #[test]
    fn with_everything_off_each_draw_is_the_scenario() {
        let mut base = pair([0.1, 0.1], [0.9, 0.9]);
        base.units[1].rank = 1;
        let stability = run(base, OFF, 7, 1);
        assert!(are_all(&stability, [7, 0]));
    }
}
