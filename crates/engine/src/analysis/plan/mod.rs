//! The cheapest way to a number of points, with its proof (method 6).

mod curved;
mod effort;
mod levels;
mod steps;
mod sums;

pub use curved::MeanGoal;
pub use levels::levels;

use crate::model::{Exact, POINTS_DECIMALS};
use effort::{Curve, effort_between};

/// How the cost of an indicator grows with its score.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Effort {
    /// The next point costs 1 / (1.05 − score): about 1 at the bottom, 20 at the very top.
    #[default]
    Diminishing,
    /// Every point costs the same.
    Flat,
}

/// The score at which the next point would cost without end: just out of reach.
const CEILING: f64 = 1.05;

/// An indicator that may be raised.
#[derive(Clone, PartialEq, Debug)]
pub struct Lever {
    /// Points available; nothing can be gained on 0.
    pub max_points: Exact,
    /// Its score now, `0..=1`.
    pub start: Exact,
    /// Highest score allowed, `0..=1`; below the start it leaves no headroom.
    pub cap: Exact,
    /// Multiplies its cost; finite and above 0.
    pub cost: f64,
    /// The scores that it can take, rising, where its rule has steps or levels; each point on these costs
    /// the same under either effort.
    pub levels: Option<Vec<Exact>>,
}

impl Lever {
    /// The highest score that it can take, at least its start.
    pub fn top(&self) -> Exact {
        let top = match &self.levels {
            None => Some(self.cap),
            Some(levels) => levels.iter().copied().filter(|l| *l <= self.cap).max(),
        };
        top.map_or(self.start, |top| top.max(self.start))
    }

    /// Points that can be gained.
    pub fn headroom(&self) -> Exact {
        self.max_points * (self.top() - self.start)
    }

    /// Cost of its first point.
    pub fn first_cost(&self, effort: Effort) -> f64 {
        match (effort, &self.levels) {
            (Effort::Diminishing, None) => self.cost / (CEILING - self.start.to_f64()),
            _ => self.cost,
        }
    }

    /// The way of this lever alone to so many points; `None` where it cannot give them.
    pub fn alone(&self, position: usize, effort: Effort, needed: Exact) -> Option<Move> {
        if needed <= Exact::ZERO || needed > self.headroom() {
            return None;
        }
        let wanted = self.start + needed.div_or(self.max_points, Exact::ZERO);
        let score = match &self.levels {
            None => wanted,
            Some(levels) => levels.iter().copied().filter(|l| *l >= wanted).min()?,
        };
        Some(self.to_score(position, effort, score))
    }

    fn to_score(&self, position: usize, effort: Effort, score: Exact) -> Move {
        let points = match &self.levels {
            None => (self.max_points * (score - self.start)).to_f64(),
            Some(_) => counted(self, score).to_f64(),
        };
        let cost = match (effort, &self.levels) {
            (Effort::Diminishing, None) => effort_between(self, score.to_f64()),
            _ => self.cost * points,
        };
        Move {
            position,
            score: score.to_f64(),
            points,
            cost,
        }
    }
}

/// The largest whole number that is not above.
fn floor(value: Exact) -> i64 {
    (value - Exact::fraction(1, 2)).round_half_up(0)
}

/// Points from a lever's start to a level, counted in whole hundredths and never too high.
fn counted(lever: &Lever, level: Exact) -> Exact {
    let points = lever.max_points * (level - lever.start);
    let per_point = Exact::whole(10_i64.pow(POINTS_DECIMALS));
    Exact::decimal(floor(points * per_point), POINTS_DECIMALS)
}

/// A lever that is raised.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Move {
    /// Place of the lever in the list.
    pub position: usize,
    /// Its new score, unrounded.
    pub score: f64,
    /// Points gained.
    pub points: f64,
    /// What they cost.
    pub cost: f64,
}

/// The cheapest way.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Optimum {
    /// What is raised, in the order of the levers.
    pub moves: Vec<Move>,
    /// Sum of the costs.
    pub cost: f64,
    /// The proof: no way costs less than this, which is worked out apart from the moves (by weak
    /// duality, or as the value of the table of steps).
    pub bound: f64,
}

/// The cheapest way to gain at least `needed` points, or `None` where all levers at their top give
/// fewer.
///
/// ```
/// use dti_engine::analysis::{Effort, Lever, cheapest};
/// use dti_engine::model::Exact;
/// let lever = |cost| Lever {
///     max_points: Exact::whole(100),
///     start: Exact::ZERO,
///     cap: Exact::ONE,
///     cost,
///     levels: None,
/// };
/// let way = cheapest(&[lever(2.0), lever(1.0)], Effort::Flat, Exact::whole(110)).unwrap();
/// let points: Vec<f64> = way.moves.iter().map(|step| step.points).collect();
/// assert_eq!(points, [10.0, 100.0]);
/// assert_eq!((way.cost, way.bound), (120.0, 120.0));
/// ```
pub fn cheapest(levers: &[Lever], effort: Effort, needed: Exact) -> Option<Optimum> {
    let headroom: Exact = levers.iter().map(Lever::headroom).sum();
    if needed > headroom {
        return None;
    }
    if needed <= Exact::ZERO {
        return Some(Optimum::default());
    }
    let curve = Curve::new(levers, effort);
    let (mut moves, bound) = match steps::Table::new(levers, &curve, needed) {
        None => (curve.moves(needed), curve.bound(needed)),
        Some(table) => {
            let (mut moves, rest) = table.moves()?;
            moves.extend(curve.moves(rest));
            (moves, table.least())
        }
    };
    moves = in_order(moves.len(), |row| moves.get(row).map(|step| step.position))
        .into_iter()
        .filter_map(|row| moves.get(row).copied())
        .collect();
    let cost = moves.iter().map(|step| step.cost).sum();
    Some(Optimum { moves, cost, bound })
}

/// The rows of a short list, the lowest key first; rows with equal keys stay put.
pub fn in_order<K: PartialOrd>(rows: usize, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(rows);
    for row in 0..rows {
        let place = order.partition_point(|&other| key(other) <= key(row));
        order.insert(place, row);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{Effort, Lever, cheapest, in_order};
    use crate::model::Exact;

    #[test]
    fn nothing_needed_costs_nothing_and_too_much_has_no_way() {
        let lever = Lever {
            max_points: Exact::whole(100),
            start: Exact::decimal(4, 1),
            cap: Exact::decimal(9, 1),
            cost: 1.0,
            levels: None,
        };
        for effort in [Effort::Diminishing, Effort::Flat] {
            let way = cheapest(std::slice::from_ref(&lever), effort, Exact::whole(-3)).unwrap();
            assert!(way.moves.is_empty() && way.cost.abs() + way.bound.abs() <= 0.0);
            assert_eq!(
                cheapest(std::slice::from_ref(&lever), effort, Exact::whole(51)),
                None
            );
            assert!(cheapest(std::slice::from_ref(&lever), effort, Exact::whole(50)).is_some());
        }
        let worthless = Lever {
            max_points: Exact::ZERO,
            ..lever
        };
        assert_eq!(cheapest(&[worthless], Effort::Flat, Exact::ONE), None);
    }

    #[test]
    fn one_lever_alone_goes_as_far_as_is_needed_or_to_the_next_level() {
        let levels = Some([0, 50, 100].map(|p| Exact::decimal(p, 2)).to_vec());
        let stepped = Lever {
            max_points: Exact::whole(20),
            start: Exact::ZERO,
            cap: Exact::ONE,
            cost: 2.0,
            levels,
        };
        let points = |lever: &Lever| {
            let step = lever.alone(0, Effort::Diminishing, Exact::whole(3));
            step.map(|step| (step.points, step.cost))
        };
        assert_eq!(points(&stepped), Some((10.0, 20.0)));
        let low = Lever {
            cap: Exact::decimal(4, 1),
            ..stepped
        };
        assert_eq!(points(&low), None);
    }

    #[test]
    fn a_first_point_costs_more_the_higher_it_starts() {
        let lever = Lever {
            max_points: Exact::whole(100),
            start: Exact::decimal(55, 2),
            cap: Exact::ONE,
            cost: 3.0,
            levels: None,
        };
        // 3 / (1.05 - .55)
        assert!((lever.first_cost(Effort::Diminishing) - 6.0).abs() < 1e-12);
        assert!((lever.first_cost(Effort::Flat) - 3.0).abs() < 1e-12);
        let stepped = Lever {
            levels: Some(vec![Exact::ONE]),
            ..lever
        };
        assert!((stepped.first_cost(Effort::Diminishing) - 3.0).abs() < 1e-12);
    }

    #[test]
    fn one_lever_alone_pays_for_its_rise() {
        let lever = Lever {
            max_points: Exact::whole(100),
            start: Exact::decimal(5, 2),
            cap: Exact::decimal(55, 2),
            cost: 2.0,
            levels: None,
        };
        let cost = |effort| {
            let step = lever.alone(3, effort, Exact::whole(50)).unwrap();
            assert_eq!((step.position, step.points), (3, 50.0));
            assert!((step.score - 0.55).abs() < 1e-12);
            step.cost
        };
        // 2 * 100 * ln((1.05 - .05) / (1.05 - .55))
        assert!((cost(Effort::Diminishing) - 200.0 * 2_f64.ln()).abs() < 1e-9);
        assert!((cost(Effort::Flat) - 100.0).abs() < 1e-12);
    }

    #[test]
    fn equal_rows_keep_their_order() {
        let keys = [3, 1, 2, 1];
        assert_eq!(in_order(keys.len(), |row| keys[row]), [1, 3, 2, 0]);
    }
}
