//! Levers that take certain scores only: which of them to raise, by a table over points, with the
//! continuous levers giving whatever remains.

use super::effort::Curve;
use super::sums::Sums;
use super::{Lever, Move, counted, floor};
use crate::model::{Exact, POINTS_DECIMALS};
use std::ops::Range;

/// Most sums that a table holds: 1000 points in hundredths. Beyond, the unit grows.
const MOST_SUMS: usize = 100_000;

/// Sums that are gone through together for all levels, so that they stay at hand: 8 KB of costs.
const NEAR: usize = 1_024;

/// One level of a lever, above its start.
struct Level {
    /// Units of points that it surely gives.
    units: usize,
    score: Exact,
    points: f64,
    cost: f64,
}

/// One lever and its levels, rising.
struct Stepped {
    position: usize,
    /// Cost of a point.
    cost: f64,
    levels: Vec<Level>,
}

impl Stepped {
    fn most(&self) -> usize {
        self.levels.last().map_or(0, |level| level.units)
    }
}

/// What is remembered of a lever, to find the way back from a sum.
enum Layer {
    /// The sums that were reached before it.
    Before(Sums),
    /// Which level each sum from `low` on takes: 0 stays, 1 is its first level.
    Taken { low: usize, taken: Vec<u16> },
}

impl Layer {
    /// The level that this sum takes, if it takes one.
    fn level<'a>(&self, lever: &'a Stepped, sum: usize) -> Option<&'a Level> {
        match self {
            Self::Before(before) if before.has(sum) => None,
            Self::Before(before) => lever.levels.iter().find(|level| {
                sum.checked_sub(level.units)
                    .is_some_and(|rest| before.has(rest))
            }),
            Self::Taken { low, taken } => {
                let number = taken.get(sum.checked_sub(*low)?).copied()?;
                lever.levels.get(usize::from(number).checked_sub(1)?)
            }
        }
    }
}

/// The least cost of every sum of points.
pub(super) struct Table {
    stepped: Vec<Stepped>,
    layers: Vec<Layer>,
    /// The best sum, and the whole cost with it.
    best: Option<(usize, f64)>,
    /// Points in a unit.
    unit: Exact,
    needed: Exact,
}

fn whole(count: usize) -> Exact {
    Exact::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn count(value: i64) -> usize {
    usize::try_from(value).unwrap_or(0)
}

impl Table {
    /// Fills the table; `None` where no lever has levels to rise to.
    pub(super) fn new(levers: &[Lever], curve: &Curve<'_>, needed: Exact) -> Option<Self> {
        let mut stepped = stepped(levers);
        if stepped.is_empty() {
            return None;
        }
        let hundredths = common_unit(&stepped, needed);
        let unit = Exact::decimal(1, POINTS_DECIMALS) * whole(hundredths);
        for lever in &mut stepped {
            for level in &mut lever.levels {
                level.units /= hundredths;
                level.points = (whole(level.units) * unit).to_f64();
                level.cost = lever.cost * level.points;
            }
        }
        // What is lost by counting in units must not make a reachable need unreachable.
        let most = whole(stepped.iter().map(Stepped::most).sum());
        let mut table = Self {
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
        let alike = self.bring_alike_forward(enough);
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
        let reached = self.reach(alike, sums);
        let price = self.stepped.first().map_or(0.0, |lever| lever.cost) * self.unit.to_f64();
        let cost = |sum| {
            if reached.has(sum) {
                price * sum as f64
            } else {
                f64::INFINITY
            }
        };
        let mut costs: Vec<f64> = (0..sums).map(cost).collect();
        let mut next = vec![f64::INFINITY; sums];
        let taken: usize = self.stepped.iter().take(alike).map(Stepped::most).sum();
        rest -= taken;
        // From below the start of `live` the levers that follow cannot make up the need.
        let mut live = least.saturating_sub(rest)..(taken + 1).min(sums);
        for lever in self.stepped.iter().skip(alike) {
            rest -= lever.most();
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

    /// Puts the levers of the commonest cost first and says how many they are: their sums alone
    /// tell their costs. Levers with a level of more than enough are left where they are.
    fn bring_alike_forward(&mut self, enough: usize) -> usize {
        let shares = |cost: f64| {
            let is_alike = move |lever: &&Stepped| {
                lever.cost.total_cmp(&cost).is_eq() && lever.most() <= enough
            };
            self.stepped.iter().filter(is_alike).count()
        };
        let (mut most, mut common) = (0, 0.0);
        for lever in &self.stepped {
            let sharing = shares(lever.cost);
            if sharing > most {
                (most, common) = (sharing, lever.cost);
            }
        }
        let (mut alike, others): (Vec<Stepped>, Vec<Stepped>) = std::mem::take(&mut self.stepped)
            .into_iter()
            .partition(|lever| lever.cost.total_cmp(&common).is_eq() && lever.most() <= enough);
        alike.extend(others);
        self.stepped = alike;
        most
    }

    /// The sums that the first levers reach.
    fn reach(&mut self, alike: usize, sums: usize) -> Sums {
        let mut reached = Sums::nothing(sums);
        for lever in self.stepped.iter().take(alike) {
            let before = reached.clone();
            for level in &lever.levels {
                reached.reach(&before, level.units);
            }
            self.layers.push(Layer::Before(before));
        }
        reached
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
            let Some(level) = layer.level(lever, sum) else {
                continue;
            };
            moves.push(Move {
                position: lever.position,
                score: level.score.to_f64(),
                points: level.points,
                cost: level.cost,
            });
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
    if let (Some(next), Some(stay)) = (next.get_mut(to.clone()), costs.get(to.clone())) {
        next.copy_from_slice(stay);
    }
    for start in to.clone().step_by(NEAR) {
        let end = (start + NEAR).min(to.end);
        for (number, level) in (1..).zip(&lever.levels) {
            let first = start.max(live.start + level.units);
            let end = end.min(live.end + level.units);
            if first >= end {
                continue;
            }
            let sources = costs.get(first - level.units..end - level.units);
            let next = next.get_mut(first..end).unwrap_or_default();
            let taken = taken.get_mut(first - low..end - low).unwrap_or_default();
            let sources = sources.unwrap_or_default();
            for ((cost, taken), source) in next.iter_mut().zip(taken).zip(sources) {
                let with = source + level.cost;
                if with < *cost {
                    (*cost, *taken) = (with, number);
                }
            }
        }
    }
    Layer::Taken { low, taken }
}

/// The levels above the start of each lever that has some, in hundredths of a point.
fn stepped(levers: &[Lever]) -> Vec<Stepped> {
    let per_point = Exact::whole(10_i64.pow(POINTS_DECIMALS));
    let mut stepped = Vec::new();
    for (position, lever) in levers.iter().enumerate() {
        let Some(scores) = &lever.levels else {
            continue;
        };
        let is_open = |score: &&Exact| **score <= lever.cap;
        let level = |&score: &Exact| Level {
            units: count((counted(lever, score) * per_point).round_half_up(0)),
            score,
            points: 0.0,
            cost: 0.0,
        };
        let levels = scores.iter().filter(is_open).map(level);
        let levels: Vec<Level> = levels.filter(|level| level.units > 0).collect();
        if !levels.is_empty() {
            stepped.push(Stepped {
                position,
                cost: lever.cost,
                levels,
            });
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
    use super::{Curve, Layer, Table, common_unit};
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

    #[test]
    fn of_two_alike_the_first_is_raised() {
        let levers = [stepped(10, 1.0, &[100]), stepped(10, 1.0, &[100])];
        expect(&levers, 1000, 10.0, &[(0, 10.0)]);
        expect(&levers, 1001, 20.0, &[(0, 10.0), (1, 10.0)]);
    }

    #[test]
    fn the_commonest_cost_comes_first_and_needs_no_costs() {
        let levers = [
            stepped(10, 2.0, &[100]),
            stepped(10, 1.0, &[100]),
            stepped(10, 2.0, &[100]),
            stepped(20, 1.0, &[100]),
            // More than enough, so it is none of those alike.
            stepped(1000, 1.0, &[100]),
        ];
        let curve = Curve::new(&levers, Effort::Flat);
        let table = Table::new(&levers, &curve, Exact::whole(25)).unwrap();
        let order: Vec<_> = table.stepped.iter().map(|own| own.position).collect();
        // Of two that are as common the first.
        assert_eq!(order, [0, 2, 1, 3, 4]);
        let is_alike = |layer: &Layer| matches!(layer, Layer::Before(_));
        let alike: Vec<_> = table.layers.iter().map(is_alike).collect();
        assert_eq!(alike, [true, true, false, false, false]);
        expect(&levers, 2500, 30.0, &[(1, 10.0), (3, 20.0)]);
    }

    #[test]
    fn of_ways_that_cost_the_same_the_one_with_less_taken_whole_stands() {
        let levers = [stepped(20, 1.0, &[50, 100]), free(30, 1.0)];
        expect(&levers, 2000, 20.0, &[(1, 20.0)]);
        let levers = [stepped(10, 2.0, &[100]), stepped(20, 1.0, &[100])];
        expect(&levers, 1000, 20.0, &[(0, 10.0)]);
    }

    #[test]
    fn levels_beyond_the_cap_or_not_above_the_start_are_none() {
        let capped = Lever {
            cap: Exact::decimal(5, 1),
            ..stepped(20, 1.0, &[0, 50, 100])
        };
        let levers = [capped, stepped(10, 5.0, &[50, 100])];
        expect(&levers, 1500, 35.0, &[(0, 10.0), (1, 5.0)]);
        let there = [Lever {
            start: Exact::ONE,
            ..stepped(20, 1.0, &[0, 50, 100])
        }];
        let curve = Curve::new(&there, Effort::Flat);
        assert!(Table::new(&there, &curve, Exact::ONE).is_none());
    }

    #[test]
    fn a_table_counts_in_what_all_levels_are_multiples_of() {
        let unit = |levers: &[Lever], needed| common_unit(&super::stepped(levers), needed);
        let levers = [stepped(20, 1.0, &[50, 100]), stepped(6, 1.0, &[100])];
        // 1000, 2000 and 600 hundredths of a point.
        assert_eq!(unit(&levers, Exact::whole(25)), 200);
        // 200,000, 74,000 and 3: up to 100,000 rows, and of 250,000 hundredths each third one.
        let odd = [stepped(2000, 1.0, &[37, 100]), stepped(1, 1.0, &[3])];
        assert_eq!(unit(&odd, Exact::whole(1000)), 1);
        assert_eq!(unit(&odd, Exact::whole(2500)), 3);
    }
}
