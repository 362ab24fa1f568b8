//! How often one unit took each rank, kept where there is something to keep.

/// Ranks that a unit's first draw makes room for, on each side.
const ROOM: usize = 32;

/// Draws at rank 1, 2, ...: as many entries as units.
///
/// Between the first and the last rank taken there is a number each, outside nothing: the table of
/// a country's communes would have millions of zeros.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RankCounts {
    ranks: usize,
    /// The place of the first number kept: rank 1 is at place 0.
    first: usize,
    kept: Vec<u32>,
}

impl RankCounts {
    /// No draw yet, for so many ranks.
    pub(super) fn none(ranks: usize) -> Self {
        Self {
            ranks,
            ..Self::default()
        }
    }

    /// How many ranks there are.
    pub fn len(&self) -> usize {
        self.ranks
    }

    /// Whether there are no ranks.
    pub fn is_empty(&self) -> bool {
        self.ranks == 0
    }

    /// Draws at the rank of this place, from 0.
    pub fn at(&self, place: usize) -> u32 {
        let kept = place.checked_sub(self.first);
        let count = kept.and_then(|kept| self.kept.get(kept));
        count.copied().unwrap_or_default()
    }

    /// Draws at rank 1, 2, ...
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator {
        (0..self.ranks).map(|place| self.at(place))
    }

    /// The numbers kept, each with its rank from 1.
    pub(super) fn by_rank(&self) -> impl Iterator<Item = (u32, u64)> + '_ {
        let ranks = (self.first as u32 + 1)..;
        ranks.zip(&self.kept).map(|(rank, &n)| (rank, n.into()))
    }

    /// One more draw at this place.
    pub(super) fn add(&mut self, place: usize) {
        let kept = place.wrapping_sub(self.first);
        if let Some(count) = self.kept.get_mut(kept) {
            *count += 1;
        } else if place < self.ranks {
            self.make_room(place);
            self.add(place);
        }
    }

    /// Doubles the stretch that is kept, on the side of this place, and up to it.
    fn make_room(&mut self, place: usize) {
        let (first, end) = match self.kept.len() {
            0 => (place.saturating_sub(ROOM), place + ROOM),
            more if place < self.first => {
                let end = self.first + more;
                (place.min(self.first.saturating_sub(more)), end)
            }
            more => (self.first, (place + 1).max(self.first + 2 * more)),
        };
        let mut wider = vec![0; end.min(self.ranks) - first];
        let own = wider.iter_mut().skip(self.first.saturating_sub(first));
        for (to, from) in own.zip(&self.kept) {
            *to = *from;
        }
        (self.first, self.kept) = (first, wider);
    }

    /// The same without room for more.
    pub(super) fn trimmed(&self) -> Self {
        let is_taken = |count: &u32| *count > 0;
        let start = self.kept.iter().position(is_taken);
        let end = self.kept.iter().rposition(is_taken);
        let (start, end) = start.zip(end).map_or((0, 0), |(a, b)| (a, b + 1));
        let kept = self.kept.get(start..end).unwrap_or_default().to_vec();
        Self {
            ranks: self.ranks,
            first: if kept.is_empty() {
                0
            } else {
                self.first + start
            },
            kept,
        }
    }
}

#[cfg(test)]
impl RankCounts {
    /// These draws.
    pub(super) fn of(counts: &[u32]) -> Self {
        let kept = counts.to_vec();
        let (ranks, first) = (counts.len(), 0);
        Self { ranks, first, kept }.trimmed()
    }
}

#[cfg(test)]
mod tests {
    use super::RankCounts;
    use rand_xoshiro::Xoshiro256PlusPlus;
    use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

    #[test]
    fn what_is_kept_reads_as_a_whole_row() {
        let mut numbers = Xoshiro256PlusPlus::seed_from_u64(8);
        for ranks in [1, 2, 63, 64, 65, 500] {
            let mut below = |most: usize| (numbers.next_u64() % most as u64) as usize;
            let (mut counts, mut row) = (RankCounts::none(ranks), vec![0; ranks]);
            assert_eq!(counts.trimmed(), RankCounts::of(&row));
            let from = below(ranks);
            for draw in 0..1_000 {
                // Near each other at first, then anywhere.
                let width = 1 + draw * ranks / 1_000;
                let place = (from + below(width)) % ranks;
                counts.add(place);
                row[place] += 1;
                if draw % 97 == 0 {
                    assert!(counts.iter().eq(row.iter().copied()), "{ranks}");
                    assert_eq!(counts.trimmed(), RankCounts::of(&row));
                }
            }
            assert!(
                counts.iter().eq(row.iter().copied())
                    && counts.trimmed().iter().eq(row.iter().copied())
            );
            assert!(counts.iter().rev().eq(row.iter().rev().copied()));
        }
    }

    #[test]
    fn a_country_keeps_what_was_taken_only() {
        let mut counts = RankCounts::none(3_321);
        for place in [1_600, 1_700, 1_650] {
            counts.add(place);
        }
        assert!(counts.kept.len() < 400);
        assert_eq!(counts.trimmed().kept.len(), 101);
        counts.add(3_321);
        assert_eq!((counts.len(), counts.iter().sum::<u32>()), (3_321, 3));
    }
}
