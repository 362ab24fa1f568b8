//! The cheapest points where any score can be taken: diminishing effort by water-filling, flat
//! effort cheapest first. Both are solved exactly between breakpoints.

use super::{CEILING, Effort, Lever, Move, in_order};
use crate::model::Exact;

/// Diminishing effort of a lever from its start to a score.
pub(super) fn effort_between(lever: &Lever, score: f64) -> f64 {
    let rise = score - lever.start.to_f64();
    // ln((1.05 − start) / (1.05 − score)), exact for small rises too.
    lever.cost * lever.max_points.to_f64() * libm::log1p(rise / (CEILING - score))
}

/// A lever that can take any score, in floats.
#[derive(Clone, Copy)]
struct Slope<'a> {
    position: usize,
    lever: &'a Lever,
    max_points: f64,
    start: f64,
    top: f64,
    cost: f64,
}

impl Slope<'_> {
    /// The score at which the next point costs `price` under diminishing effort, within start and
    /// top.
    fn score_at(&self, price: f64) -> f64 {
        (CEILING - self.cost / price).max(self.start).min(self.top)
    }

    fn points(&self, score: f64) -> f64 {
        self.max_points * (score - self.start)
    }

    /// The least of cost − price × points over its scores.
    fn least(&self, effort: Effort, price: f64) -> f64 {
        match effort {
            Effort::Diminishing => {
                let score = self.score_at(price);
                effort_between(self.lever, score) - price * self.points(score)
            }
            // All of it, or nothing.
            Effort::Flat => ((self.cost - price) * self.points(self.top)).min(0.0),
        }
    }
}

/// A stretch on which the same levers rise together.
#[derive(Clone, Copy)]
struct Piece {
    /// Points gained before it.
    points: f64,
    /// What they cost.
    cost: f64,
    /// Cost of its first point.
    price: f64,
    /// Sum of cost factor times max points over the levers that rise (diminishing effort only).
    rate: f64,
}

impl Piece {
    /// 1 over the price once `points` are gained. It falls linearly, which makes the price exact:
    /// Σ max points × (1.05 − cost × inverse − start) = points.
    fn inverse(&self, points: f64) -> f64 {
        1.0 / self.price - (points - self.points) / self.rate
    }
}

/// Least cost against points gained, over the levers without levels.
pub(super) struct Curve<'a> {
    effort: Effort,
    /// Levers with headroom. Flat: in the order in which they are used.
    slopes: Vec<Slope<'a>>,
    pieces: Vec<Piece>,
}

impl<'a> Curve<'a> {
    pub(super) fn new(levers: &'a [Lever], effort: Effort) -> Self {
        let has_headroom = |lever: &Lever| lever.headroom() > Exact::ZERO;
        let slopes = levers
            .iter()
            .enumerate()
            .filter(|(_, lever)| lever.levels.is_none() && has_headroom(lever))
            .map(|(position, lever)| Slope {
                position,
                lever,
                max_points: lever.max_points.to_f64(),
                start: lever.start.to_f64(),
                top: lever.top().to_f64(),
                cost: lever.cost,
            });
        let slopes: Vec<Slope<'a>> = slopes.collect();
        match effort {
            Effort::Diminishing => Self::diminishing(slopes),
            Effort::Flat => Self::flat(&slopes),
        }
    }

    /// Scores are 1.05 − cost × t with t falling: a lever rises while t is between its two ends.
    fn diminishing(slopes: Vec<Slope<'a>>) -> Self {
        let enters = |s: &Slope<'_>| (CEILING - s.start) / s.cost;
        let leaves = |s: &Slope<'_>| (CEILING - s.top) / s.cost;
        let ends: Vec<f64> = slopes.iter().flat_map(|s| [enters(s), leaves(s)]).collect();
        let at = |row: usize| ends.get(row).copied().unwrap_or_default();
        let order = in_order(ends.len(), |row| -at(row));
        let mut pieces = Vec::with_capacity(order.len());
        let (mut points, mut cost) = (0.0, 0.0);
        for (&high, &low) in order.iter().zip(order.iter().skip(1)) {
            let (high, low) = (at(high), at(low));
            // Summed afresh: a running sum would leave a crumb where nothing rises. Such a stretch
            // gives no points, so the next one begins where it does, and stands for both.
            let rising = slopes
                .iter()
                .filter(|s| enters(s) >= high && leaves(s) <= low);
            let rate: f64 = rising.map(|s| s.cost * s.max_points).sum();
            pieces.push(Piece {
                points,
                cost,
                price: 1.0 / high,
                rate,
            });
            points += rate * (high - low);
            cost += rate * libm::log1p((high - low) / low);
        }
        Self {
            effort: Effort::Diminishing,
            slopes,
            pieces,
        }
    }

    /// Cheapest first. At one cost the largest headroom first, so that the fewest are touched.
    fn flat(slopes: &[Slope<'a>]) -> Self {
        let key = |row: usize| {
            let slope = slopes.get(row);
            slope.map(|slope| (slope.cost, -slope.lever.headroom()))
        };
        let order = in_order(slopes.len(), key);
        let slopes: Vec<Slope<'a>> = order
            .iter()
            .filter_map(|&row| slopes.get(row).copied())
            .collect();
        let (mut points, mut cost) = (0.0, 0.0);
        let mut pieces = Vec::with_capacity(slopes.len());
        for slope in &slopes {
            pieces.push(Piece {
                points,
                cost,
                price: slope.cost,
                rate: 0.0,
            });
            let headroom = slope.lever.headroom().to_f64();
            points += headroom;
            cost += slope.cost * headroom;
        }
        Self {
            effort: Effort::Flat,
            slopes,
            pieces,
        }
    }

    /// Points that all of them can give.
    pub(super) fn headroom(&self) -> Exact {
        self.slopes.iter().map(|slope| slope.lever.headroom()).sum()
    }

    fn piece(&self, points: f64) -> Option<&Piece> {
        let next = self.pieces.partition_point(|piece| piece.points <= points);
        self.pieces.get(next.saturating_sub(1))
    }

    /// Least cost of so many points, at most the headroom; nothing for fewer than none.
    pub(super) fn cost(&self, points: f64) -> f64 {
        let points = points.max(0.0);
        let Some(piece) = self.piece(points) else {
            return 0.0;
        };
        let more = points - piece.points;
        piece.cost
            + match self.effort {
                Effort::Diminishing => -piece.rate * libm::log1p(-more * piece.price / piece.rate),
                Effort::Flat => piece.price * more,
            }
    }

    /// Cost of the next point once so many are gained: the multiplier μ.
    fn price(&self, points: f64) -> f64 {
        self.piece(points).map_or(0.0, |piece| match self.effort {
            Effort::Diminishing => 1.0 / piece.inverse(points),
            Effort::Flat => piece.price,
        })
    }

    /// A lower bound on the cost of so many points by weak duality: with points paid at μ, the
    /// least of cost − μ × points over every lever on its own.
    pub(super) fn bound(&self, points: Exact) -> f64 {
        let points = points.to_f64();
        let price = self.price(points);
        let least = self.slopes.iter().map(|s| s.least(self.effort, price));
        price * points + least.sum::<f64>()
    }

    /// The moves that gain so many points, at most the headroom, for the least cost.
    pub(super) fn moves(&self, points: Exact) -> Vec<Move> {
        if points <= Exact::ZERO {
            return Vec::new();
        }
        match self.effort {
            Effort::Flat => self.one_by_one(points),
            Effort::Diminishing => {
                let price = self.price(points.to_f64());
                let to_price = |slope: &Slope<'_>| {
                    let score = slope.score_at(price);
                    Move {
                        position: slope.position,
                        score,
                        points: slope.points(score),
                        cost: effort_between(slope.lever, score),
                    }
                };
                let moves = self.slopes.iter().map(to_price);
                moves.filter(|step| step.points > 0.0).collect()
            }
        }
    }

    fn one_by_one(&self, points: Exact) -> Vec<Move> {
        let mut left = points;
        let mut moves = Vec::new();
        for slope in &self.slopes {
            let gained = slope.lever.headroom().min(left);
            moves.extend(slope.lever.alone(slope.position, self.effort, gained));
            left = left - gained;
        }
        moves
    }
}

#[cfg(test)]
mod tests {
    use super::Curve;
    use crate::analysis::plan::{Effort, Lever};
    use crate::model::Exact;

    fn lever(max_points: i64, start: i64, cap: i64, cost: f64) -> Lever {
        Lever {
            max_points: Exact::whole(max_points),
            start: Exact::decimal(start, 2),
            cap: Exact::decimal(cap, 2),
            cost,
            levels: None,
        }
    }

    #[track_caller]
    fn scores(levers: &[Lever], effort: Effort, points: i64) -> Vec<(usize, f64)> {
        let curve = Curve::new(levers, effort);
        let points = Exact::whole(points);
        let moves = curve.moves(points);
        let cost: f64 = moves.iter().map(|step| step.cost).sum();
        assert!((curve.bound(points) - cost).abs() <= 1e-9 * cost);
        assert!((curve.cost(points.to_f64()) - cost).abs() <= 1e-9 * cost);
        let round = |score: f64| (score * 1e9).round() / 1e9;
        moves
            .iter()
            .map(|step| (step.position, round(step.score)))
            .collect()
    }

    #[test]
    fn water_fills_what_is_low_first() {
        let levers = [lever(100, 20, 100, 1.0), lever(100, 50, 100, 1.0)];
        assert_eq!(scores(&levers, Effort::Diminishing, 30), [(0, 0.5)]);
        assert_eq!(
            scores(&levers, Effort::Diminishing, 50),
            [(0, 0.6), (1, 0.6)]
        );
        assert_eq!(
            scores(&levers, Effort::Diminishing, 130),
            [(0, 1.0), (1, 1.0)]
        );
        // Twice the cost: the same price is met twice as far below 1.05.
        let levers = [lever(120, 5, 100, 2.0), lever(120, 5, 100, 1.0)];
        let expected = [(0, 0.15), (1, 0.6)];
        assert_eq!(scores(&levers, Effort::Diminishing, 78), expected);
        // The cheap one is at its top long before: 111 of 120 points are left to the other.
        let expected = [(0, 0.975), (1, 1.0)];
        assert_eq!(scores(&levers, Effort::Diminishing, 225), expected);
    }

    #[test]
    fn a_cap_stops_one_and_the_others_go_on() {
        let levers = [lever(100, 20, 30, 1.0), lever(100, 20, 100, 1.0)];
        assert_eq!(
            scores(&levers, Effort::Diminishing, 50),
            [(0, 0.3), (1, 0.6)]
        );
    }

    #[test]
    fn a_gap_between_two_levers_is_crossed() {
        let levers = [lever(100, 0, 10, 1.0), lever(100, 90, 100, 1.0)];
        assert_eq!(scores(&levers, Effort::Diminishing, 10), [(0, 0.1)]);
        assert_eq!(
            scores(&levers, Effort::Diminishing, 15),
            [(0, 0.1), (1, 0.95)]
        );
    }

    #[test]
    fn no_points_and_fewer_cost_nothing() {
        let levers = [lever(100, 0, 10, 2.0), lever(100, 90, 100, 1.0)];
        for effort in [Effort::Diminishing, Effort::Flat] {
            for levers in [&levers[..], &[]] {
                let curve = Curve::new(levers, effort);
                for points in [-5.0, 0.0] {
                    assert!(curve.cost(points).abs() <= 0.0, "{points}");
                }
                assert_eq!(curve.moves(Exact::ZERO), []);
            }
        }
    }

    #[test]
    fn a_cap_below_the_current_score_leaves_no_headroom() {
        let levers = [lever(100, 50, 30, 1.0), lever(100, 50, 100, 5.0)];
        for effort in [Effort::Diminishing, Effort::Flat] {
            assert_eq!(scores(&levers, effort, 10), [(1, 0.6)]);
        }
    }

    #[test]
    fn flat_effort_takes_the_cheapest_then_the_largest() {
        let levers = [
            lever(100, 80, 100, 1.0),
            lever(100, 50, 100, 1.0),
            lever(100, 50, 100, 1.0),
            lever(10, 0, 100, 0.5),
        ];
        assert_eq!(scores(&levers, Effort::Flat, 5), [(3, 0.5)]);
        assert_eq!(scores(&levers, Effort::Flat, 10), [(3, 1.0)]);
        assert_eq!(scores(&levers, Effort::Flat, 40), [(3, 1.0), (1, 0.8)]);
        assert_eq!(
            scores(&levers, Effort::Flat, 70),
            [(3, 1.0), (1, 1.0), (2, 0.6)]
        );
    }
}
