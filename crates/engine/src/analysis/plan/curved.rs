//! The cheapest way to a geometric or harmonic mean. In what such a mean adds up (ln x, −1 / x) each
//! lever's cost is strictly convex, so water-filling finds the one optimum: one multiplier μ for all.

use super::effort::effort_between;
use super::{CEILING, Effort, Lever, Move, Optimum};
use crate::analysis::mean_of;
use crate::model::{Exact, Mean};

/// Halvings of the range of ln μ: beyond these a float does not change.
const HALVINGS: u32 = 200;
/// ln μ at which every lever with room is at its bottom, and at its top (cost factors are 10⁶ at most).
const RANGE: [f64; 2] = [-700.0, 30.0];

/// A mean to be reached. Its parts are the levers: one that cannot be raised has no headroom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MeanGoal {
    /// Geometric or harmonic.
    pub mean: Mean,
    /// The score to reach, above 0.
    pub score: Exact,
}

impl MeanGoal {
    /// The cheapest way, or `None` where all levers at their top do not reach the score.
    pub fn cheapest(&self, levers: &[Lever], effort: Effort) -> Option<Optimum> {
        let tops: Vec<_> = levers.iter().map(|l| (l.max_points, l.top())).collect();
        if mean_of(self.mean, &tops)? < self.score {
            return None;
        }
        let slopes: Vec<Slope> = levers.iter().map(|l| Slope::of(l, effort)).collect();
        let needed = self.needed(&slopes);
        let (mut low, mut high) = (RANGE[0], RANGE[1]);
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            if self.sum(&slopes, libm::exp(middle)) < needed {
                low = middle;
            } else {
                high = middle;
            }
        }
        let price = libm::exp(high);
        let scores = slopes.iter().map(|slope| slope.at(self.mean, price));
        let moves = moves(levers, effort, scores);
        Some(Optimum {
            cost: moves.iter().map(|step| step.cost).sum(),
            bound: self.bound(&slopes, needed, price, levers),
            moves,
        })
    }

    /// All levers at their top.
    pub fn everything(levers: &[Lever], effort: Effort) -> Optimum {
        let moves = moves(
            levers,
            effort,
            levers.iter().map(|lever| lever.top().to_f64()),
        );
        let cost = moves.iter().map(|step| step.cost).sum();
        Optimum {
            moves,
            cost,
            bound: cost,
        }
    }

    /// The way of one lever alone; `None` where it cannot reach the score.
    pub fn alone(&self, levers: &[Lever], position: usize, effort: Effort) -> Option<Move> {
        let slopes: Vec<Slope> = levers.iter().map(|l| Slope::of(l, effort)).collect();
        let own = slopes.get(position)?;
        let others = slopes
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != position);
        let given: f64 = others
            .map(|(_, slope)| slope.brings(self.mean, slope.start))
            .sum();
        let wanted = (self.needed(&slopes) - given) / own.weight;
        let score = match self.mean {
            // Below 0 or without end, and so not open, where no score of its own would do.
            Mean::Harmonic => -1.0 / wanted,
            _ => libm::exp(wanted),
        };
        let is_open = score > own.start && score <= own.top;
        let lever = levers.get(position).filter(|_| is_open)?;
        Some(step(position, lever, effort, score))
    }

    fn needed(&self, slopes: &[Slope]) -> f64 {
        let weights: f64 = slopes.iter().map(|slope| slope.weight).sum();
        weights * rising(self.mean, self.score.to_f64())
    }

    fn sum(&self, slopes: &[Slope], price: f64) -> f64 {
        let brings = |slope: &Slope| slope.brings(self.mean, slope.at(self.mean, price));
        slopes.iter().map(brings).sum()
    }

    /// A lower bound by weak duality: with what the mean adds up paid at μ, the least of cost −
    /// payment over every lever on its own.
    fn bound(&self, slopes: &[Slope], needed: f64, price: f64, levers: &[Lever]) -> f64 {
        let mut bound = price * needed;
        for (slope, lever) in slopes.iter().zip(levers) {
            let score = slope.at(self.mean, price);
            bound += step(0, lever, slope.effort, score).cost;
            bound -= price * slope.brings(self.mean, score);
        }
        bound
    }
}

/// What a mean adds up, so that more is better.
fn rising(mean: Mean, score: f64) -> f64 {
    match mean {
        Mean::Arithmetic => score,
        Mean::Geometric => libm::log(score),
        Mean::Harmonic => -1.0 / score,
    }
}

/// A lever in floats.
struct Slope {
    effort: Effort,
    weight: f64,
    start: f64,
    top: f64,
    cost: f64,
}

impl Slope {
    fn of(lever: &Lever, effort: Effort) -> Self {
        Self {
            effort,
            weight: lever.max_points.to_f64(),
            start: lever.start.to_f64(),
            top: lever.top().to_f64(),
            cost: lever.cost,
        }
    }

    fn brings(&self, mean: Mean, score: f64) -> f64 {
        self.weight * rising(mean, score)
    }

    /// The score at which the next step costs μ for what it brings: cost × effort'(x) = μ × rising'(x).
    fn at(&self, mean: Mean, price: f64) -> f64 {
        let share = price / self.cost;
        let free = match (mean, self.effort) {
            (Mean::Harmonic, Effort::Flat) => f64::sqrt(share),
            (Mean::Harmonic, Effort::Diminishing) => {
                let root = f64::sqrt(share * share + 4.0 * CEILING * share);
                2.0 * CEILING * share / (share + root)
            }
            (_, Effort::Flat) => share,
            (_, Effort::Diminishing) => CEILING * share / (1.0 + share),
        };
        free.max(self.start).min(self.top)
    }
}

fn step(position: usize, lever: &Lever, effort: Effort, score: f64) -> Move {
    let points = lever.max_points.to_f64() * (score - lever.start.to_f64());
    let cost = match effort {
        Effort::Diminishing => effort_between(lever, score),
        Effort::Flat => lever.cost * points,
    };
    Move {
        position,
        score,
        points,
        cost,
    }
}

fn moves(levers: &[Lever], effort: Effort, scores: impl Iterator<Item = f64>) -> Vec<Move> {
    let moves = levers.iter().zip(scores).enumerate();
    let moves = moves.map(|(position, (lever, score))| step(position, lever, effort, score));
    moves.filter(|step| step.points > 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::{Effort, Lever, MeanGoal, Slope};
    use crate::analysis::{mean_of, mean_of_floats};
    use crate::model::{Exact, Mean};

    fn lever(weight: i64, start: i64, cap: i64, cost: f64) -> Lever {
        Lever {
            max_points: Exact::whole(weight),
            start: Exact::decimal(start, 2),
            cap: Exact::decimal(cap, 2),
            cost,
            levels: None,
        }
    }

    /// Every pair of scores of a grid, the cheaper the better.
    fn by_grid(levers: &[Lever; 2], effort: Effort, goal: &MeanGoal) -> f64 {
        let score = goal.score.to_f64();
        let mut best = f64::INFINITY;
        let weights = [0, 1].map(|row: usize| levers[row].max_points.to_f64());
        let scores = |row: usize| {
            let (low, high) = (levers[row].start.to_f64(), levers[row].top().to_f64());
            (0..=4_000).map(move |n| low + (high - low) * f64::from(n) / 4_000.0)
        };
        for first in scores(0) {
            // The second score follows from the first, so one loop is enough.
            let (sum, [w, v]) = (weights[0] + weights[1], weights);
            let second = match goal.mean {
                Mean::Harmonic => v / (sum / score - w / first),
                _ => ((sum * score.ln() - w * first.ln()) / v).exp(),
            };
            let (low, high) = (levers[1].start.to_f64(), levers[1].top().to_f64());
            if second.is_nan() || second < 0.0 || second > high {
                continue;
            }
            let second = second.max(low);
            let cost = super::step(0, &levers[0], effort, first).cost
                + super::step(1, &levers[1], effort, second).cost;
            best = best.min(cost);
        }
        best
    }

    #[test]
    fn no_pair_of_a_fine_grid_is_cheaper_and_the_bound_proves_it() {
        for mean in [Mean::Geometric, Mean::Harmonic] {
            for effort in [Effort::Flat, Effort::Diminishing] {
                for (weight, start, cap, cost) in [
                    (1, 20, 100, 1.0),
                    (3, 0, 100, 0.3),
                    (2, 50, 60, 4.0),
                    (1, 10, 35, 1.0),
                ] {
                    let levers = [lever(2, 30, 100, 1.0), lever(weight, start, cap, cost)];
                    for wanted in [40, 55, 60] {
                        let score = Exact::decimal(wanted, 2);
                        let goal = MeanGoal { mean, score };
                        let slow = by_grid(&levers, effort, &goal);
                        let Some(found) = goal.cheapest(&levers, effort) else {
                            assert!(slow.is_infinite(), "{mean:?} {effort:?} {wanted}: {slow}");
                            continue;
                        };
                        assert!((found.cost - found.bound).abs() < 1e-7 * (1.0 + found.cost));
                        assert!(found.cost <= slow + 1e-9, "{} above {slow}", found.cost);
                        assert!(
                            found.cost >= slow - 0.02 * slow - 1e-6,
                            "{} {slow}",
                            found.cost
                        );
                        let scores = |row: usize| {
                            let own = found.moves.iter().find(|step| step.position == row);
                            own.map_or_else(|| levers[row].start.to_f64(), |step| step.score)
                        };
                        let weights = [2.0, levers[1].max_points.to_f64()];
                        let parts = [(weights[0], scores(0)), (weights[1], scores(1))];
                        let reached = mean_of_floats(mean, &parts);
                        assert!(reached >= score.to_f64() - 1e-9, "{reached} for {score:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn one_alone_reaches_just_the_score() {
        let levers = [lever(1, 40, 100, 1.0), lever(1, 50, 100, 1.0)];
        let goal = MeanGoal {
            mean: Mean::Geometric,
            score: Exact::decimal(6, 1),
        };
        let alone = goal.alone(&levers, 0, Effort::Flat).unwrap();
        assert!((alone.score - 0.72).abs() < 1e-12);
        let goal = MeanGoal {
            mean: Mean::Harmonic,
            score: Exact::decimal(6, 1),
        };
        let alone = goal.alone(&levers, 0, Effort::Diminishing).unwrap();
        assert!((alone.score - 0.75).abs() < 1e-12);
        let goal = MeanGoal {
            mean: Mean::Harmonic,
            score: Exact::decimal(8, 1),
        };
        assert_eq!(goal.alone(&levers, 0, Effort::Flat), None);
    }

    #[test]
    fn alone_the_weights_say_how_far() {
        let levers = [lever(2, 40, 100, 1.0), lever(1, 50, 100, 1.0)];
        let alone = |mean, hundredths, position| {
            let score = Exact::decimal(hundredths, 2);
            let way = MeanGoal { mean, score }.alone(&levers, position, Effort::Flat);
            way.map(|step| step.score)
        };
        // x² * .5 = .6³
        let root = alone(Mean::Geometric, 60, 0).unwrap();
        assert!((root - 0.432_f64.sqrt()).abs() < 1e-12);
        // 3 / .5 = 2 / .4 + 1 / x
        assert!((alone(Mean::Harmonic, 50, 1).unwrap() - 1.0).abs() < 1e-12);
        // 3 / .6 = 2 / .4 leaves nothing for the other, and 3 / .75 less than that.
        assert_eq!(alone(Mean::Harmonic, 60, 1), None);
        assert_eq!(alone(Mean::Harmonic, 75, 1), None);
        // Where it stands already there is nothing to do.
        let level = [lever(1, 50, 100, 1.0), lever(1, 50, 100, 1.0)];
        let goal = MeanGoal {
            mean: Mean::Harmonic,
            score: Exact::decimal(5, 1),
        };
        assert_eq!(goal.alone(&level, 0, Effort::Flat), None);
    }

    #[test]
    fn a_goal_of_all_there_is_takes_all() {
        let levers = [lever(1, 20, 50, 1.0), lever(1, 30, 50, 2.0)];
        let goal = MeanGoal {
            mean: Mean::Geometric,
            score: Exact::decimal(5, 1),
        };
        // .3 at 1 and .2 at 2.
        for way in [
            goal.cheapest(&levers, Effort::Flat).unwrap(),
            MeanGoal::everything(&levers, Effort::Flat),
        ] {
            let points: Vec<f64> = way.moves.iter().map(|step| step.points).collect();
            assert_eq!(points.len(), 2);
            assert!((points[0] - 0.3).abs() < 1e-12 && (points[1] - 0.2).abs() < 1e-12);
            assert!((way.cost - 0.7).abs() < 1e-9 && (way.bound - 0.7).abs() < 1e-9);
        }
    }

    #[test]
    fn all_pay_the_same_for_what_they_bring() {
        let levers = [lever(1, 10, 100, 1.0), lever(2, 10, 100, 2.0)];
        for mean in [Mean::Geometric, Mean::Harmonic] {
            for effort in [Effort::Flat, Effort::Diminishing] {
                let score = Exact::decimal(5, 1);
                let found = MeanGoal { mean, score }.cheapest(&levers, effort).unwrap();
                // ln x rises by 1 / x, and -1 / x by 1 / x².
                let price = |row: usize| {
                    let score = found.moves[row].score;
                    let brings = match mean {
                        Mean::Harmonic => 1.0 / (score * score),
                        _ => 1.0 / score,
                    };
                    let takes = match effort {
                        Effort::Flat => 1.0,
                        Effort::Diminishing => 1.0 / (1.05 - score),
                    };
                    levers[row].cost * takes / brings
                };
                assert!((price(0) - price(1)).abs() < 1e-9, "{mean:?} {effort:?}");
            }
        }
    }

    #[test]
    fn a_price_buys_a_score() {
        let lever = lever(1, 0, 100, 1.0);
        let at = |mean, effort, price| Slope::of(&lever, effort).at(mean, price);
        // x or x², by 1 or by 1.05 - x.
        for (mean, effort, price) in [
            (Mean::Geometric, Effort::Flat, 0.5),
            (Mean::Geometric, Effort::Diminishing, 0.5 / 0.55),
            (Mean::Harmonic, Effort::Flat, 0.25),
            (Mean::Harmonic, Effort::Diminishing, 0.25 / 0.55),
        ] {
            let score = at(mean, effort, price);
            assert!((score - 0.5).abs() < 1e-12, "{mean:?} {effort:?}: {score}");
        }
    }

    #[test]
    fn what_stays_where_it_is_is_no_move() {
        let levers = [lever(1, 20, 100, 1.0), lever(1, 90, 100, 1000.0)];
        for mean in [Mean::Geometric, Mean::Harmonic] {
            let score = Exact::decimal(45, 2);
            let way = MeanGoal { mean, score }.cheapest(&levers, Effort::Flat);
            let moved: Vec<_> = way.unwrap().moves.iter().map(|m| m.position).collect();
            assert_eq!(moved, [0], "{mean:?}");
        }
    }

    #[test]
    fn a_locked_zero_cannot_be_made_up_for() {
        let levers = [lever(1, 0, 0, 1.0), lever(1, 50, 100, 1.0)];
        let goal = MeanGoal {
            mean: Mean::Geometric,
            score: Exact::decimal(1, 4),
        };
        assert_eq!(goal.cheapest(&levers, Effort::Flat), None);
        let tops: Vec<_> = levers.iter().map(|l| (l.max_points, l.top())).collect();
        assert_eq!(mean_of(Mean::Geometric, &tops), Some(Exact::ZERO));
    }
}
