//! Which indicator a change of a total is due to where the total is no sum: each one's mean effect
//! over the orders in which they may change (Shapley).

use super::compose::{inward, is_left_out, kept, outward};
use crate::model::{Exact, Framework, Maxima, Mean, Node, Scorecard};

/// From so many changed indicators on, two orders stand for all: first to last and back.
const MOST_PLAYERS: usize = 10;

/// A unit's values under some maxima.
pub type Counted<'a> = (&'a Maxima, &'a Scorecard);

/// Whether a total is something else than the sum of its parts w x / W: its mean is no arithmetic
/// one, or an indicator is left out.
pub fn is_no_sum(framework: &Framework, cards: &[&Scorecard]) -> bool {
    let has_gap = |card: &&Scorecard| {
        let mut mains = framework.mains();
        mains.any(|node| is_left_out(framework, card, node))
    };
    framework.header().mean != Mean::Arithmetic
        || (framework.header().missing.is_some() && cards.iter().any(has_gap))
}

/// What each main indicator adds to or takes from the total between two states, in the framework's
/// order. With the total's rounding to 12 decimals they add up to its change.
pub fn parts_of_change(
    framework: &Framework,
    before: Counted<'_>,
    after: Counted<'_>,
) -> Vec<(Node, Exact)> {
    let mean = framework.header().mean;
    let state = |(maxima, card): Counted<'_>, node: Node| {
        if is_left_out(framework, card, node) {
            return State::default();
        }
        let weight = maxima.of_node(node).to_f64();
        State::of(mean, weight, card.score(node).to_f64())
    };
    let states = |node: Node| [state(before, node), state(after, node)];
    attributed(framework, states)
}

/// What each main indicator takes from full marks down to the total.
pub fn parts_of_shortfall(
    framework: &Framework,
    (maxima, card): Counted<'_>,
) -> Vec<(Node, Exact)> {
    let mean = framework.header().mean;
    let states = |node: Node| {
        if is_left_out(framework, card, node) {
            return [State::default(); 2];
        }
        let weight = maxima.of_node(node).to_f64();
        [1.0, card.score(node).to_f64()].map(|score| State::of(mean, weight, score))
    };
    attributed(framework, states)
}

/// What an indicator adds to both sums of a mean.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct State {
    weight: f64,
    sum: f64,
}

impl State {
    fn of(mean: Mean, weight: f64, score: f64) -> Self {
        if weight > 0.0 {
            let sum = weight * inward(mean, score);
            Self { weight, sum }
        } else {
            Self::default()
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            weight: self.weight + other.weight,
            sum: self.sum + other.sum,
        }
    }

    fn total(self, mean: Mean) -> f64 {
        if self.weight > 0.0 {
            outward(mean, self.sum / self.weight)
        } else {
            0.0
        }
    }
}

fn attributed(framework: &Framework, states: impl Fn(Node) -> [State; 2]) -> Vec<(Node, Exact)> {
    let mean = framework.header().mean;
    let mains: Vec<(Node, [State; 2])> = framework.mains().map(|n| (n, states(n))).collect();
    let is_player = |(_, [before, after]): &&(Node, [State; 2])| before != after;
    let players: Vec<[State; 2]> = mains.iter().filter(is_player).map(|(_, s)| *s).collect();
    let idle = mains.iter().filter(|main| !is_player(main));
    let idle = idle.fold(State::default(), |sum, (_, [state, _])| sum.plus(*state));
    let game = Game {
        mean,
        idle,
        players: &players,
    };
    let effects = if players.len() <= MOST_PLAYERS {
        game.over_all_orders()
    } else {
        game.over_two_orders()
    };
    let mut effects = effects.into_iter();
    let part = |main: &(Node, [State; 2])| {
        let effect = if is_player(&main) {
            effects.next()
        } else {
            None
        };
        (main.0, signed(effect.unwrap_or(0.0)))
    };
    mains.iter().map(part).collect()
}

fn signed(value: f64) -> Exact {
    if value < 0.0 {
        -kept(-value)
    } else {
        kept(value)
    }
}

struct Game<'a> {
    mean: Mean,
    /// The sum of what does not change.
    idle: State,
    players: &'a [[State; 2]],
}

impl Game<'_> {
    /// The total where those have changed of which `has_moved` holds.
    fn total(&self, has_moved: impl Fn(usize) -> bool) -> f64 {
        let mut sum = self.idle;
        for (player, [before, after]) in self.players.iter().enumerate() {
            sum = sum.plus(if has_moved(player) { *after } else { *before });
        }
        sum.total(self.mean)
    }

    /// Each one's effect after every set of others, weighed by the orders in which that happens.
    fn over_all_orders(&self) -> Vec<f64> {
        let count = self.players.len();
        let sets = 0..1_usize << count;
        let totals: Vec<f64> = sets.map(|set| self.total(|p| set >> p & 1 == 1)).collect();
        let at = |set: usize| totals.get(set).copied().unwrap_or_default();
        let effect = |player: usize| {
            let mut effect = 0.0;
            for set in (0..totals.len()).filter(|set| set >> player & 1 == 0) {
                let share = share_of_orders(set.count_ones() as usize, count);
                effect += share * (at(set | 1 << player) - at(set));
            }
            effect
        };
        (0..count).map(effect).collect()
    }

    fn over_two_orders(&self) -> Vec<f64> {
        let effect = |player: usize| {
            let first = self.total(|p| p <= player) - self.total(|p| p < player);
            let last = self.total(|p| p >= player) - self.total(|p| p > player);
            (first + last) / 2.0
        };
        (0..self.players.len()).map(effect).collect()
    }
}

/// before! (count − before − 1)! / count!: the share of orders with just these others before one.
fn share_of_orders(before: usize, count: usize) -> f64 {
    let mut share = 1.0 / count as f64;
    for step in 0..before {
        share *= (step + 1) as f64 / (count - 1 - step) as f64;
    }
    share
}

#[cfg(test)]
mod tests {
    use super::{Game, State, share_of_orders};
    use crate::model::Mean;

    fn game(mean: Mean, count: usize) -> (Vec<[State; 2]>, f64) {
        let score = |row: usize, turn: usize| ((row * 37 + turn * 53) % 97 + 1) as f64 / 98.0;
        let state = |row, turn| State::of(mean, (row % 3 + 1) as f64, score(row, turn));
        let players: Vec<_> = (0..count)
            .map(|row| [state(row, 0), state(row, 1)])
            .collect();
        let game = Game {
            mean,
            idle: State::default(),
            players: &players,
        };
        let change = game.total(|_| true) - game.total(|_| false);
        (players, change)
    }

    #[test]
    fn the_parts_add_up_to_the_change() {
        for mean in [Mean::Arithmetic, Mean::Geometric, Mean::Harmonic] {
            for count in [1, 2, 5, 10, 14] {
                let (players, change) = game(mean, count);
                let game = Game {
                    mean,
                    idle: State::default(),
                    players: &players,
                };
                for parts in [game.over_two_orders(), game.over_all_orders()] {
                    let sum: f64 = parts.iter().sum();
                    assert!(
                        (sum - change).abs() < 1e-12,
                        "{mean:?} {count}: {sum} {change}"
                    );
                }
            }
        }
    }

    #[test]
    fn one_that_falls_to_zero_has_its_share_of_the_fall() {
        let state = |score| State::of(Mean::Geometric, 1.0, score);
        let players = [[state(0.5), state(0.0)], [state(0.5), state(0.0)]];
        let game = Game {
            mean: Mean::Geometric,
            idle: State::default(),
            players: &players,
        };
        assert_eq!(game.over_all_orders(), [-0.25, -0.25]);
    }

    #[test]
    fn the_orders_are_shared_out_completely() {
        let choose = [1.0, 4.0, 6.0, 4.0, 1.0];
        let shares = choose
            .iter()
            .enumerate()
            .map(|(k, c)| c * share_of_orders(k, 5));
        assert!((shares.sum::<f64>() - 1.0).abs() < 1e-15);
    }
}
