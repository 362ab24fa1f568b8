//! Saltelli's scheme over the sources of a draw: two independent draws a row, and the first again with
//! one source of the second. It can be run in slices.

use super::base::{DrawBase, RivalMoves, Sources};
use super::indices::{Indices, RESAMPLES, Resampling, Scheme};
use super::numbers::Numbers;
use super::trial::Trial;
use crate::model::Ties;

/// A resample reads so many rows in the time in which one is drawn.
const ROWS_IN_A_STEP: u32 = 1_000;

/// Inputs that are drawn together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Max points.
    Weights,
    /// Figures that are estimated.
    Estimates,
    /// The rounding of published scores.
    Rounding,
    /// The movement of the other units.
    Rivals,
}

impl Group {
    /// The word used in the JavaScript API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Weights => "weights",
            Self::Estimates => "estimates",
            Self::Rounding => "rounding",
            Self::Rivals => "rivals",
        }
    }
}

/// A number that varies, and what its doubt comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Varied {
    /// Mean over the draws.
    pub mean: f64,
    /// Standard deviation over the draws.
    pub deviation: f64,
    /// By group; none where it does not vary.
    pub groups: Vec<(Group, Indices)>,
}

/// What the doubt in a unit's score and rank comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Sensitivity {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Rows drawn so far; each is two draws and one more a group.
    pub draws: u32,
    /// The seed.
    pub seed: u64,
    /// The groups that were drawn.
    pub groups: Vec<Group>,
    /// Standard deviation of the rivals' changes, where they moved.
    pub rival_deviation: Option<f64>,
    /// Its score, unrounded.
    pub score: Varied,
    /// Its rank.
    pub rank: Varied,
}

/// The scheme under way. How it is sliced does not change it.
///
/// Each group has two streams of numbers of its own, those of the seed after so many jumps of
/// xoshiro256++, so that a group's inputs are the same whichever others are drawn beside it.
#[derive(Clone, Debug)]
pub struct Saltelli {
    trial: Trial,
    groups: Vec<Group>,
    rivals: Option<RivalMoves>,
    ties: Ties,
    position: usize,
    seed: u64,
    draws: u32,
    done: u32,
    /// The numbers of both draws, one stream a group.
    streams: [Vec<Numbers>; 2],
    score: Scheme,
    rank: Scheme,
    /// The intervals of score and rank, once all rows are drawn; none where nothing varies.
    resampling: Option<[Option<Resampling>; 2]>,
}

impl Saltelli {
    /// `draws` rows that are still to be drawn, for the unit in the row `position`.
    pub fn new(
        mut base: DrawBase,
        sources: Sources,
        rivals: Option<RivalMoves>,
        (position, draws, seed): (usize, u32, u64),
    ) -> Self {
        let is_on = [
            (Group::Weights, sources.weight_spread > 0.0),
            (Group::Estimates, sources.estimates.is_some()),
            (Group::Rounding, sources.rounding.is_some()),
            (Group::Rivals, rivals.is_some()),
        ];
        let on = is_on.into_iter().filter(|(_, is_on)| *is_on);
        let groups: Vec<Group> = on.map(|(group, _)| group).collect();
        let stream =
            |group: &Group, second: usize| Numbers::stream(seed, 2 * (*group as usize) + second);
        Self {
            trial: Trial::new(&mut base, sources),
            streams: [0, 1].map(|second| groups.iter().map(|own| stream(own, second)).collect()),
            score: Scheme::new(groups.len()),
            rank: Scheme::new(groups.len()),
            resampling: None,
            groups,
            rivals,
            ties: base.ties,
            position,
            seed,
            draws,
            done: 0,
        }
    }

    /// Takes so many more steps, or those that are left. A row is one; a resample for the intervals, once
    /// all rows are drawn, is one and another for each thousand rows, which takes about as long.
    pub fn advance(&mut self, count: u32) {
        let rows = count.min(self.draws - self.done);
        for _ in 0..rows {
            self.draw_row();
        }
        self.resample(count - rows);
    }

    fn draw_row(&mut self) {
        let [mut first, mut second] = self.streams.clone();
        for group in 0..self.groups.len() {
            let mut mixed = first.clone();
            if let (Some(own), Some(other)) = (mixed.get_mut(group), second.get(group)) {
                own.clone_from(other);
            }
            let (score, rank) = self.draw(&mut mixed);
            push(self.score.mixed.get_mut(group), score);
            push(self.rank.mixed.get_mut(group), rank);
        }
        let (score, rank) = self.draw(&mut first);
        self.score.a.push(score);
        self.rank.a.push(rank);
        let (score, rank) = self.draw(&mut second);
        self.score.b.push(score);
        self.rank.b.push(rank);
        self.streams = [first, second];
        self.done += 1;
    }

    fn resample(&mut self, count: u32) {
        if count == 0 || self.done < self.draws {
            return;
        }
        let begun = || [&self.score, &self.rank].map(|scheme| scheme.resampling(self.seed));
        let mut both = self.resampling.take().unwrap_or_else(begun);
        let each = 1 + self.draws / ROWS_IN_A_STEP;
        for resampling in both.iter_mut().flatten() {
            resampling.advance((count / each).max(1));
        }
        self.resampling = Some(both);
    }

    /// How many rows have been drawn.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// How many rows and resamples have been drawn, of how many.
    pub fn progress(&self) -> (u32, u32) {
        let resampled = match &self.resampling {
            None => 0,
            Some(both) => {
                let done = both.iter().flatten().map(Resampling::done);
                done.min().unwrap_or(RESAMPLES)
            }
        };
        (self.done + resampled, self.draws + RESAMPLES)
    }

    /// Whether all have been drawn.
    pub fn is_done(&self) -> bool {
        let (done, all) = self.progress();
        done == all
    }

    /// What the rows drawn so far say. Until the last step is taken all resamples are drawn for this.
    pub fn result(&self) -> Sensitivity {
        let made = self.resampling.as_ref().filter(|_| self.is_done());
        let varied = |scheme: &Scheme, place: usize| {
            let (mean, deviation) = scheme.moments();
            let indices = match made.and_then(|both| both.get(place)) {
                Some(resampling) => resampling.as_ref().map(Resampling::indices),
                None => scheme.indices(self.seed),
            };
            let indices = indices.unwrap_or_default();
            Varied {
                mean,
                deviation,
                groups: self.groups.iter().copied().zip(indices).collect(),
            }
        };
        Sensitivity {
            position: self.position,
            draws: self.done,
            seed: self.seed,
            groups: self.groups.clone(),
            rival_deviation: self.rivals.as_ref().map(|rivals| rivals.deviation),
            score: varied(&self.score, 0),
            rank: varied(&self.rank, 1),
        }
    }

    /// Score and rank of the unit with each group drawn from its stream.
    fn draw(&mut self, streams: &mut [Numbers]) -> (f64, f64) {
        let mut pairs = self.groups.iter().zip(streams);
        let mut next = pairs.next();
        if let Some((Group::Weights, numbers)) = &mut next {
            self.trial.draw_shares(numbers);
            next = pairs.next();
        }
        self.trial.count();
        while let Some((group, numbers)) = next {
            match group {
                Group::Weights => {}
                Group::Estimates => self.trial.redraw_estimates(numbers),
                Group::Rounding => self.trial.draw_rounding(numbers),
                Group::Rivals => {
                    if let Some(rivals) = &self.rivals {
                        self.trial.move_rivals(rivals, numbers);
                    }
                }
            }
            next = pairs.next();
        }
        let rank = self.trial.rank(self.position, self.ties);
        (self.trial.score(self.position), f64::from(rank))
    }
}

fn push(column: Option<&mut Vec<f64>>, output: f64) {
    if let Some(column) = column {
        column.push(output);
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, Saltelli, Sensitivity};
    use crate::analysis::{DrawBase, DrawUnit, RivalMoves, Sources};
    use crate::model::{Mean, Ties};

    /// Two units with one indicator: only rounding and the rival can move a score.
    fn scheme(rounding: f64, deviation: f64) -> Saltelli {
        let unit = |position| DrawUnit {
            position,
            rank: 1,
            score: 0.5,
            scores: vec![0.5],
            known_sums: Vec::new(),
        };
        let base = DrawBase {
            max_points: vec![100.0],
            units: vec![unit(0), unit(1)],
            order: vec![0, 1],
            mean: Mean::Arithmetic,
            is_no_sum: false,
            ties: Ties::Competition,
        };
        let sources = Sources {
            weight_spread: 0.0,
            rounding: Some(rounding),
            estimates: None,
        };
        let rivals = RivalMoves {
            deviation,
            is_rival: vec![false, true],
        };
        Saltelli::new(base, sources, Some(rivals), (0, 2_000, 5))
    }

    fn run(rounding: f64, deviation: f64, slices: &[u32]) -> Sensitivity {
        let mut scheme = scheme(rounding, deviation);
        for &slice in slices {
            scheme.advance(slice);
        }
        assert_eq!(scheme.done(), 2_000);
        scheme.result()
    }

    #[test]
    fn a_score_is_its_own_and_a_rank_is_shared() {
        let result = run(0.01, 0.01, &[u32::MAX]);
        assert_eq!(result.groups, [Group::Rounding, Group::Rivals]);
        let [rounding, rivals] = result.score.groups[..] else {
            panic!("two groups");
        };
        // Uniform within ±0.01: deviation 0.01 / √3. The rival has no part in it.
        assert!((result.score.deviation - 0.01 / f64::sqrt(3.0)).abs() < 0.0001);
        assert!((rounding.1.total.value - 1.0).abs() < 0.1);
        assert_eq!((rivals.1.first.value, rivals.1.total.value), (0.0, 0.0));
        // The rank is 1 or 2, evenly, by the sign of a difference.
        assert!((result.rank.mean - 1.5).abs() < 0.03);
        assert!((result.rank.deviation - 0.5).abs() < 0.01);
        for (_, own) in result.rank.groups {
            assert!(own.total.value > own.first.value && own.first.value > 0.05);
        }
    }

    #[test]
    fn slices_do_not_matter() {
        let whole = run(0.01, 0.02, &[u32::MAX]);
        assert_eq!(run(0.01, 0.02, &[1, 999, 0, 1_100, 7, 5_000]), whole);
        assert_eq!(run(0.01, 0.02, &[2_000]), whole);
    }

    #[test]
    fn it_is_done_with_the_last_resample() {
        let mut scheme = scheme(0.01, 0.01);
        for (steps, done) in [
            (1_999, 1_999),
            (1, 2_000),
            (1, 2_001),
            (3 * 498, 2_499),
            (9, 2_500),
        ] {
            assert!(!scheme.is_done());
            scheme.advance(steps);
            assert_eq!(scheme.progress(), (done, 2_500));
        }
        assert!(scheme.is_done());
    }

    #[test]
    fn nothing_varies_nothing_is_shared() {
        let result = run(0.0, 0.0, &[2_001]);
        assert!(result.score.groups.is_empty() && result.rank.groups.is_empty());
        assert_eq!((result.score.mean, result.score.deviation), (0.5, 0.0));
    }
}
