//! The cheapest way against slow second computations: bisection, corners, every combination.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::analysis::{Effort, Lever, cheapest};
use dti_engine::model::Exact;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

const CASES: usize = 10_000;

struct Draws(Xoshiro256PlusPlus);

impl Draws {
    /// A whole number from 0 to `most`.
    fn up_to(&mut self, most: u64) -> i64 {
        i64::try_from(self.0.next_u64() % (most + 1)).unwrap()
    }

    /// A lever whose levels give whole hundredths, so that every sum is exact.
    fn lever(&mut self, is_stepped: bool) -> Lever {
        let percent = |value| Exact::decimal(value, 2);
        let start = self.up_to(100);
        let levels = (0..=4).map(|quarter| percent(25 * quarter)).collect();
        let cap = if self.up_to(3) == 0 {
            self.up_to(100)
        } else {
            100
        };
        Lever {
            max_points: Exact::whole(self.up_to(20) * 5),
            start: percent(start),
            cap: percent(cap),
            cost: [0.5, 1.0, 1.0, 2.0, 3.7][usize::try_from(self.up_to(4)).unwrap()],
            levels: is_stepped.then_some(levels),
        }
    }
}

/// A lever in floats: what the slow ways need.
#[derive(Clone, Copy)]
struct Plain {
    max_points: f64,
    start: f64,
    top: f64,
    cost: f64,
}

impl Plain {
    fn of(lever: &Lever) -> Self {
        let number = Exact::to_f64;
        Self {
            max_points: number(lever.max_points),
            start: number(lever.start),
            top: number(lever.cap).max(number(lever.start)),
            cost: lever.cost,
        }
    }

    fn points(self, score: f64) -> f64 {
        self.max_points * (score - self.start)
    }
}

/// Diminishing effort: the price at which enough points are bought, by bisection.
fn by_bisection(levers: &[Plain], needed: f64) -> f64 {
    let score =
        |lever: &Plain, price: f64| (1.05 - lever.cost / price).max(lever.start).min(lever.top);
    let points = |price: f64| -> f64 {
        levers
            .iter()
            .map(|lever| lever.points(score(lever, price)))
            .sum()
    };
    let (mut low, mut high) = (1e-3_f64, 1e3_f64);
    for _ in 0..100 {
        let middle = (low * high).sqrt();
        if points(middle) < needed {
            low = middle;
        } else {
            high = middle;
        }
    }
    let cost = |lever: &Plain| {
        let ratio = (1.05 - lever.start) / (1.05 - score(lever, high));
        lever.cost * lever.max_points * ratio.ln()
    };
    levers.iter().map(cost).sum()
}

/// Flat effort: the cheapest corner of the polytope, all levers full or empty but one.
fn by_corners(levers: &[Plain], needed: f64) -> f64 {
    let mut best = f64::INFINITY;
    for full in 0..1_u32 << levers.len() {
        let (mut points, mut cost) = (0.0, 0.0);
        for (bit, lever) in levers.iter().enumerate() {
            if full >> bit & 1 == 1 {
                points += lever.points(lever.top);
                cost += lever.cost * lever.points(lever.top);
            }
        }
        let missing = (needed - points).max(0.0);
        if missing < 1e-9 {
            best = best.min(cost);
        }
        for (bit, lever) in levers.iter().enumerate() {
            if full >> bit & 1 == 0 && missing <= lever.points(lever.top) + 1e-9 {
                best = best.min(cost + lever.cost * missing);
            }
        }
    }
    best
}

/// Every combination of levels, each with the continuous optimum of what remains.
fn by_combinations(levers: &[Lever], effort: Effort, needed: f64) -> f64 {
    let (stepped, free): (Vec<_>, Vec<_>) = levers.iter().partition(|l| l.levels.is_some());
    let free: Vec<Plain> = free.into_iter().map(Plain::of).collect();
    let mut ways = vec![(0.0, 0.0)];
    for lever in stepped {
        let levels = lever.levels.as_ref().unwrap().iter();
        let open = levels.filter(|level| **level > lever.start && **level <= lever.cap);
        let gains: Vec<f64> = open
            .map(|l| (lever.max_points * (*l - lever.start)).to_f64())
            .collect();
        let with = |&(points, cost): &(f64, f64)| {
            let taken = gains
                .iter()
                .map(move |gain| (points + gain, cost + lever.cost * gain));
            std::iter::once((points, cost))
                .chain(taken)
                .collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(with).collect();
    }
    let headroom: f64 = free.iter().map(|lever| lever.points(lever.top)).sum();
    let whole = |(points, cost): (f64, f64)| {
        let rest = needed - points;
        if rest < 1e-9 {
            cost
        } else if rest > headroom + 1e-9 {
            f64::INFINITY
        } else if effort == Effort::Flat {
            cost + by_corners(&free, rest)
        } else {
            cost + by_bisection(&free, rest)
        }
    };
    ways.into_iter().map(whole).fold(f64::INFINITY, f64::min)
}

fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()) + 1e-12
}

/// Cases of so many free and stepped levers: the cost is the oracle's, the proof is the cost, the
/// moves give what is needed, and what has no way has none.
#[track_caller]
fn expect_optimal(cases: usize, effort: Effort, most_free: u64, most_stepped: u64) {
    let seed = 1 + most_free * 10 + most_stepped;
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(seed));
    let mut reachable = 0;
    for case in 0..cases {
        let free = draws.up_to(most_free);
        let stepped = draws.up_to(most_stepped);
        let mut levers: Vec<Lever> = (0..free).map(|_| draws.lever(false)).collect();
        levers.extend((0..stepped).map(|_| draws.lever(true)));
        let headroom: Exact = levers.iter().map(Lever::headroom).sum();
        // Up to all there is and a little beyond.
        let share = Exact::decimal(draws.up_to(105), 2);
        let needed = (headroom * share).rounded(2);
        let oracle = by_combinations(&levers, effort, needed.to_f64());
        let Some(way) = cheapest(&levers, effort, needed) else {
            assert!(oracle.is_infinite(), "case {case}: {oracle} of {levers:?}");
            continue;
        };
        reachable += 1;
        assert!(
            is_close(way.cost, oracle),
            "case {case}: {} {oracle} {levers:?}",
            way.cost
        );
        assert!(
            is_close(way.cost, way.bound),
            "case {case}: {} {}",
            way.cost,
            way.bound
        );
        let points: f64 = way.moves.iter().map(|step| step.points).sum();
        assert!(points > needed.to_f64() - 1e-9, "case {case}");
        for step in &way.moves {
            let lever = &levers[step.position];
            let (start, top) = (lever.start.to_f64(), lever.top().to_f64());
            assert!(
                step.score > start && step.score <= top,
                "case {case}: {step:?}"
            );
        }
    }
    assert!(reachable > cases / 2);
}

#[test]
fn diminishing_effort_is_what_bisection_finds() {
    expect_optimal(CASES, Effort::Diminishing, 8, 0);
}

#[test]
fn flat_effort_is_the_cheapest_corner() {
    expect_optimal(CASES, Effort::Flat, 5, 0);
}

#[test]
fn levels_are_the_cheapest_combination() {
    expect_optimal(CASES, Effort::Flat, 0, 4);
}

#[test]
fn levels_beside_any_scores_are_the_cheapest_combination() {
    expect_optimal(CASES / 2, Effort::Flat, 3, 2);
    expect_optimal(CASES / 2, Effort::Diminishing, 2, 2);
}

#[test]
fn needing_more_never_costs_less() {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(99));
    for _ in 0..300 {
        let levers: Vec<Lever> = (0..5).map(|place| draws.lever(place < 2)).collect();
        for effort in [Effort::Diminishing, Effort::Flat] {
            let costs =
                (0..40).map_while(|tens| cheapest(&levers, effort, Exact::whole(tens * 10)));
            let costs: Vec<f64> = costs.map(|way| way.cost).collect();
            assert!(
                costs.is_sorted_by(|a, b| *a <= b + 1e-9),
                "{costs:?} {levers:?}"
            );
        }
    }
}
