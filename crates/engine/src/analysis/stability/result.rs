//! What the draws say: how often each unit took each rank, and which units cannot be told apart.

use super::counts::RankCounts;

/// How sure one unit's rank is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitStability {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Its rank under the scenario, from 1.
    pub rank: u32,
    /// The smallest rank with a cumulative share of at least 5 %.
    pub low: u32,
    /// The smallest rank with a cumulative share of at least 95 %.
    pub high: u32,
    /// Draws at rank 1, 2, ...: as many entries as units, together the number of draws.
    pub counts: RankCounts,
}

impl UnitStability {
    pub(super) fn new(position: usize, rank: u32, counts: RankCounts) -> Self {
        let mut unit = Self {
            position,
            rank,
            low: rank,
            high: rank,
            counts,
        };
        if unit.draws() > 0 {
            unit.low = unit.rank_with_share(5);
            unit.high = unit.rank_with_share(95);
        }
        unit
    }

    fn draws(&self) -> u64 {
        self.counts.by_rank().map(|(_, count)| count).sum()
    }

    /// The smallest rank with a cumulative share of at least so many per cent, above 0.
    fn rank_with_share(&self, per_cent: u64) -> u32 {
        let wanted = self.draws() * per_cent;
        let mut reached = 0;
        let mut ranks = self.counts.by_rank();
        let found = ranks.find(|(_, count)| {
            reached += count * 100;
            reached >= wanted
        });
        found.map_or(self.rank, |(rank, _)| rank)
    }

    /// Share of the draws at rank 1, 2, ...; zeros before the first draw.
    pub fn acceptability(&self) -> Vec<f64> {
        let draws = self.draws().max(1) as f64;
        let share = |count| f64::from(count) / draws;
        self.counts.iter().map(share).collect()
    }

    /// Share of the draws in which the unit is among the first `k`; 0 before the first draw.
    pub fn top(&self, k: u32) -> f64 {
        let first = self.counts.by_rank().take_while(|(rank, _)| *rank <= k);
        let reached: u64 = first.map(|(_, count)| count).sum();
        reached as f64 / self.draws().max(1) as f64
    }
}

/// How sure all ranks of a scenario are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stability {
    /// In the order of the standings.
    pub units: Vec<UnitStability>,
    /// Draws made so far.
    pub draws: u32,
    /// The seed.
    pub seed: u64,
}

impl Stability {
    /// The unit in this row of the edition.
    pub fn of(&self, position: usize) -> Option<&UnitStability> {
        self.units.iter().find(|unit| unit.position == position)
    }

    /// Statistically tied groups, each as rows of the edition: neighbours in the order of the
    /// standings whose bands from `low` to `high` all overlap each other.
    ///
    /// Groups are made from the top, each as long as it can be, and no unit is in two; a unit
    /// whose band overlaps with none of its neighbours is in none. As bands are intervals, all
    /// overlap each other where the highest `low` is not above the lowest `high`.
    pub fn tied_groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut group: Vec<usize> = Vec::new();
        let (mut low, mut high) = (0, u32::MAX);
        for unit in &self.units {
            (low, high) = (low.max(unit.low), high.min(unit.high));
            if low > high {
                groups.push(std::mem::take(&mut group));
                (low, high) = (unit.low, unit.high);
            }
            group.push(unit.position);
        }
        groups.push(group);
        groups.retain(|group| group.len() > 1);
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::super::counts::RankCounts;
    use super::{Stability, UnitStability};

    fn drawn(rank: u32, counts: &[u32]) -> UnitStability {
        UnitStability::new(0, rank, RankCounts::of(counts))
    }

    #[test]
    fn a_band_ends_where_5_and_95_in_100_are_reached() {
        let band = |counts: &[u32]| {
            let unit = drawn(2, counts);
            (unit.low, unit.high)
        };
        assert_eq!(band(&[5, 90, 5]), (1, 2));
        assert_eq!(band(&[4, 90, 6]), (2, 3));
        assert_eq!(band(&[0, 0, 1]), (3, 3));
        assert_eq!(band(&[100, 0, 0]), (1, 1));
        assert_eq!(
            band(&[0, 0, 0]),
            (2, 2),
            "its own rank before the first draw"
        );
    }

    #[test]
    fn top_is_the_share_of_the_first_ranks() {
        let unit = drawn(1, &[20, 50, 30]);
        let top = [0, 1, 2, 3, 9].map(|k| unit.top(k));
        assert_eq!(
            top.map(|share| (share * 100.0).round() as u32),
            [0, 20, 70, 100, 100]
        );
        let shares = unit.acceptability();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert_eq!(drawn(1, &[0, 0]).top(1).to_bits(), 0);
    }

    #[test]
    fn tied_are_neighbours_whose_bands_all_overlap() {
        let unit = |position, (low, high)| UnitStability {
            position,
            low,
            high,
            ..drawn(1, &[])
        };
        let groups = |bands: &[(u32, u32)]| {
            let units = bands.iter().enumerate().map(|(row, &band)| unit(row, band));
            let (units, draws, seed) = (units.collect(), 1, 1);
            Stability { units, draws, seed }.tied_groups()
        };
        assert_eq!(groups(&[(1, 1), (2, 3), (2, 4), (4, 5)]), [vec![1, 2]]);
        // The third overlaps the second but not the first: it begins a group of its own.
        assert_eq!(groups(&[(1, 3), (2, 5), (4, 6), (5, 8)]), [[0, 1], [2, 3]]);
        assert_eq!(groups(&[(1, 4), (1, 5), (4, 6)]), [[0, 1, 2]]);
        assert!(groups(&[(1, 1), (2, 2)]).is_empty() && groups(&[]).is_empty());
    }
}
