//! Levers that take certain scores only: which of them to raise, by a table over points, with the
//! continuous levers giving whatever remains.

use super::effort::Curve;
use super::{Effort, Lever, Move};
use crate::model::{Exact, POINTS_DECIMALS};
use std::ops::Range;

/// Most sums that a table holds: 1000 points in hundredths. Beyond, the unit grows.
const MOST_SUMS: usize = 100_000;

/// One level of a lever, above its start.
struct Level {
    /// Units of points that it surely gives.
    units: usize,
    cost: f64,
    score: Exact,
}

/// One lever and its levels, rising.
struct Stepped {
    position: usize,
    levels: Vec<Level>,
}

impl Stepped {
    fn most(&self) -> usize {
        self.levels.last().map_or(0, |level| level.units)
    }
}

/// Which level each sum takes at one lever: 0 stays, 1 is its first level.
struct Layer {
    low: usize,
    taken: Vec<u16>,
}

/// The least cost of every sum of points.
pub(super) struct Table<'a> {
    levers: &'a [Lever],
    stepped: Vec<Stepped>,
    layers: Vec<Layer>,
    /// The best sum, and the whole cost with it.
    best: Option<(usize, f64)>,
    /// Points in a unit.
    unit: Exact,
    needed: Exact,
}

/// The largest whole number that is not above.
fn floor(value: Exact) -> i64 {
    (value - Exact::fraction(1, 2)).round_half_up(0)
}

fn whole(count: usize) -> Exact {
    Exact::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn count(value: i64) -> usize {
    usize::try_from(value).unwrap_or(0)
}

impl<'a> Table<'a> {
    /// Fills the table; `None` where no lever has levels to rise to.
    pub(super) fn new(levers: &'a [Lever], curve: &Curve<'_>, needed: Exact) -> Option<Self> {
        let hundredth = Exact::decimal(1, POINTS_DECIMALS);
        let mut stepped = stepped(levers);
        if stepped.is_empty() {
            return None;
        }
        let unit = common_unit(&stepped, needed);
        for level in stepped.iter_mut().flat_map(|lever| &mut lever.levels) {
            level.units /= unit;
        }
        let unit = hundredth * whole(unit);
        // What is lost by counting in units must not make a reachable need unreachable.
        let most = whole(stepped.iter().map(Stepped::most).sum());
        let mut table = Self {
            levers,
            stepped,
            layers: Vec::new(),
            best: None,
            unit,
            needed: needed.min(unit * most + curve.headroom()),
        };
        table.fill(curve);
        Some(table)
    }

    /// Units needed, rounded up, when the continuous levers give so many points.
    fn units_needed(&self, given: Exact) -> usize {
        count(-floor((given - self.needed).div_or(self.unit, Exact::ZERO)))
    }

    fn fill(&mut self, curve: &Curve<'_>) {
        let enough = self.units_needed(Exact::ZERO);
        let least = self.units_needed(curve.headroom());
        for level in self.stepped.iter_mut().flat_map(|lever| &mut lever.levels) {
            // More than enough is worth no more than enough.
            level.units = level.units.min(enough);
        }
        let mut rest: usize = self.stepped.iter().map(Stepped::most).sum();
        // The cheapest way overshoots by less than its smallest rise: leaving that out would do.
        let sums = enough
            + self
                .stepped
                .iter()
                .map(Stepped::most)
                .max()
                .unwrap_or(0)
                .max(1);
        let mut costs = vec![f64::INFINITY; sums];
        if let Some(nothing) = costs.first_mut() {
            *nothing = 0.0;
        }
        let mut next = costs.clone();
        let mut live = 0..1;
        for lever in &self.stepped {
            rest -= lever.most();
            // From below `low` the levers that follow cannot make up the need.
            let low = least.saturating_sub(rest).max(live.start);
            let to = low..(live.end + lever.most()).min(sums);
            self.layers
                .push(layer(lever, &costs, live, &mut next, to.clone()));
            std::mem::swap(&mut costs, &mut next);
            live = to;
        }
        self.choose(
            curve,
            costs.get(live.clone()).unwrap_or_default(),
            live.start,
        );
    }

    /// The sum that is cheapest together with the continuous optimum of what remains.
    fn choose(&mut self, curve: &Curve<'_>, costs: &[f64], low: usize) {
        let (needed, unit) = (self.needed.to_f64(), self.unit.to_f64());
        for (sum, &cost) in (low..).zip(costs) {
            // Most sums are too dear already, without what remains.
            if self.best.is_none_or(|(_, best)| cost < best) {
                let whole = cost + curve.cost(needed - sum as f64 * unit);
                if self.best.is_none_or(|(_, best)| whole < best) {
                    self.best = Some((sum, whole));
                }
            }
        }
    }

    /// The least cost in the table.
    pub(super) fn least(&self) -> f64 {
        self.best.map_or(f64::INFINITY, |(_, cost)| cost)
    }

    /// The moves behind the least cost, and the points that remain for the continuous levers.
    pub(super) fn moves(&self) -> Option<(Vec<Move>, Exact)> {
        let (mut sum, _) = self.best?;
        let given = self.unit * whole(sum);
        let mut moves = Vec::new();
        for (lever, layer) in self.stepped.iter().zip(&self.layers).rev() {
            let taken = layer.taken.get(sum.checked_sub(layer.low)?).copied()?;
            let Some(row) = usize::from(taken).checked_sub(1) else {
                continue;
            };
            let level = lever.levels.get(row)?;
            let own = self.levers.get(lever.position)?;
            moves.push(own.to_score(lever.position, Effort::Flat, level.score));
            sum = sum.checked_sub(level.units)?;
        }
        Some((moves, (self.needed - given).max(Exact::ZERO)))
    }
}

/// One more lever: the sums of `live` become those of `to`, each at its least cost.
fn layer(
    lever: &Stepped,
    costs: &[f64],
    live: Range<usize>,
    next: &mut [f64],
    to: Range<usize>,
) -> Layer {
    let low = to.start;
    let mut taken = vec![0; to.len()];
    if let (Some(next), Some(stay)) = (next.get_mut(to.clone()), costs.get(to)) {
        next.copy_from_slice(stay);
    }
    for (number, level) in (1..).zip(&lever.levels) {
        let from = live.start.max(low.saturating_sub(level.units));
        let sum = from + level.units;
        let sources = costs.get(from..live.end).unwrap_or_default();
        let next = next.get_mut(sum..).unwrap_or_default();
        let taken = taken.get_mut(sum - low..).unwrap_or_default();
        for ((cost, taken), source) in next.iter_mut().zip(taken).zip(sources) {
            let with = source + level.cost;
            if with < *cost {
                (*cost, *taken) = (with, number);
            }
        }
    }
    Layer { low, taken }
}

/// The levels above the start of each lever that has some, in hundredths of a point.
fn stepped(levers: &[Lever]) -> Vec<Stepped> {
    let per_point = Exact::whole(10_i64.pow(POINTS_DECIMALS));
    let mut stepped = Vec::new();
    for (position, lever) in levers.iter().enumerate() {
        let Some(scores) = &lever.levels else {
            continue;
        };
        let is_open = |score: &&Exact| **score > lever.start && **score <= lever.cap;
        let level = |&score: &Exact| {
            let points = lever.max_points * (score - lever.start);
            Level {
                units: count(floor(points * per_point)),
                cost: lever.cost * points.to_f64(),
                score,
            }
        };
        let levels: Vec<Level> = scores.iter().filter(is_open).map(level).collect();
        if levels.iter().any(|level| level.units > 0) {
            stepped.push(Stepped { position, levels });
        }
    }
    stepped
}

/// The hundredths that all levels are multiples of: the larger, the smaller the table.
fn common_unit(stepped: &[Stepped], needed: Exact) -> usize {
    let units = stepped
        .iter()
        .flat_map(|lever| &lever.levels)
        .map(|level| level.units);
    let common = units.fold(0, |mut a, mut b| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    });
    let hundredths = count(needed.round_half_up(POINTS_DECIMALS));
    common.max(hundredths.div_ceil(MOST_SUMS)).max(1)
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Effort, Lever, Optimum, cheapest};
    use crate::model::Exact;

    fn stepped(max_points: i64, cost: f64, percents: &[i64]) -> Lever {
        Lever {
            max_points: Exact::whole(max_points),
            start: Exact::ZERO,
            cap: Exact::ONE,
            cost,
            levels: Some(percents.iter().map(|&p| Exact::decimal(p, 2)).collect()),
        }
    }

    fn free(max_points: i64, cost: f64) -> Lever {
        Lever {
            levels: None,
            ..stepped(max_points, cost, &[])
        }
    }

    #[track_caller]
    fn expect(levers: &[Lever], needed: i64, cost: f64, moves: &[(usize, f64)]) -> Optimum {
        let way = cheapest(levers, Effort::Flat, Exact::decimal(needed, 2)).unwrap();
        let taken: Vec<_> = way
            .moves
            .iter()
            .map(|step| (step.position, step.points))
            .collect();
        assert_eq!(taken, moves);
        assert!((way.cost - cost).abs() < 1e-12 && (way.bound - cost).abs() < 1e-12);
        way
    }

    #[test]
    fn levels_are_taken_whole() {
        let levers = [
            stepped(20, 1.0, &[0, 25, 50, 75, 100]),
            stepped(12, 1.0, &[0, 50, 100]),
        ];
        expect(&levers, 600, 6.0, &[(1, 6.0)]);
        expect(&levers, 601, 10.0, &[(0, 10.0)]);
        expect(&levers, 3100, 32.0, &[(0, 20.0), (1, 12.0)]);
        assert_eq!(
            cheapest(&levers, Effort::Flat, Exact::decimal(3201, 2)),
            None
        );
    }

    #[test]
    fn what_levels_leave_open_is_filled_continuously() {
        let levers = [stepped(20, 1.0, &[0, 50, 100]), free(30, 3.0)];
        expect(&levers, 1200, 16.0, &[(0, 10.0), (1, 2.0)]);
        expect(&levers, 1900, 20.0, &[(0, 20.0)]);
        expect(&levers, 3000, 50.0, &[(0, 20.0), (1, 10.0)]);
    }

    #[test]
    fn points_are_never_counted_higher_than_they_are() {
        let third = Lever {
            levels: Some(vec![Exact::fraction(1, 3), Exact::ONE]),
            ..free(10, 1.0)
        };
        let both = [third.clone(), third];
        let cheapest = |needed| cheapest(&both, Effort::Flat, needed).unwrap().moves.len();
        assert_eq!(cheapest(Exact::decimal(333, 2)), 1);
        assert_eq!(cheapest(Exact::decimal(666, 2)), 2);
        // Two thirds of 10 are 6.666..., counted as 6.66: the next level it is.
        assert_eq!(cheapest(Exact::fraction(20, 3)), 1);
    }

    #[test]
    fn a_need_of_all_there_is_takes_all_although_thirds_are_counted_low() {
        let cap = Exact::decimal(5, 1);
        let third = Lever {
            levels: Some(vec![Exact::fraction(1, 3)]),
            cap,
            ..free(7, 1.0)
        };
        let way = cheapest(&[third], Effort::Flat, Exact::fraction(7, 3)).unwrap();
        assert_eq!(way.moves.len(), 1);
    }

    #[test]
    fn a_level_of_more_than_enough_is_one_way_among_others() {
        let levers = [stepped(1000, 1.0, &[100]), stepped(10, 4.0, &[50, 100])];
        expect(&levers, 100, 20.0, &[(1, 5.0)]);
        expect(&levers, 1100, 1000.0, &[(0, 1000.0)]);
    }
}
