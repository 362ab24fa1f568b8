//! Who stands before whom: the order and the ranks of all units, which follow one changed key.

use crate::model::Ties;
use std::ops::Range;
use std::sync::Arc;

/// All units by their keys, the highest first, those that are level by id.
///
/// A key is what units are compared by: a total in units of its last decimal, or unrounded.
///
/// # Invariant
///
/// `order` is a permutation of the units, `ladder` holds their keys in that order, and `ranks` are
/// those of the framework's rule for ties.
#[derive(Clone, Debug)]
pub(crate) struct Order<K> {
    /// Of each unit.
    keys: Vec<K>,
    /// Of each unit: its place among the ids.
    ids: Arc<[u32]>,
    /// Units, best first.
    order: Vec<u32>,
    /// Their keys.
    ladder: Vec<K>,
    /// Of each unit.
    ranks: Vec<u32>,
    ties: Ties,
}

/// What stands in a row of a list, or nothing where there is no such row.
fn at<T: Copy>(list: &[T], row: usize) -> Option<T> {
    list.get(row).copied()
}

impl<K: Copy + Ord> Order<K> {
    /// Ranks units by their keys; `ids` are their places among the ids.
    pub(crate) fn new(keys: Vec<K>, ids: Arc<[u32]>, ties: Ties) -> Self {
        let mut order: Vec<u32> = (0..keys.len() as u32).collect();
        order.sort_unstable_by(|&one, &other| {
            let [one, other] = [one as usize, other as usize];
            let by_key = at(&keys, other).cmp(&at(&keys, one));
            by_key.then_with(|| at(&ids, one).cmp(&at(&ids, other)))
        });
        let ladder = order.iter().filter_map(|&unit| at(&keys, unit as usize));
        let mut made = Self {
            ladder: ladder.collect(),
            ranks: vec![0; keys.len()],
            keys,
            ids,
            order,
            ties,
        };
        made.rank_all();
        made
    }

    fn rank_all(&mut self) {
        let (mut rank, mut before) = (0, None);
        for (place, (&unit, &key)) in self.order.iter().zip(&self.ladder).enumerate() {
            if before != Some(key) {
                rank = match self.ties {
                    Ties::Competition => place as u32 + 1,
                    Ties::Dense => rank + 1,
                };
                before = Some(key);
            }
            if let Some(own) = self.ranks.get_mut(unit as usize) {
                *own = rank;
            }
        }
    }

    /// Gives one unit another key: it moves, and the ranks of those that it passes follow.
    pub(super) fn set(&mut self, unit: usize, now: K) {
        let Some(before) = self.keys.get_mut(unit) else {
            return;
        };
        let before = std::mem::replace(before, now);
        if before == now {
            return;
        }
        let (old, new) = (self.level_with(before), self.level_with(now));
        let (from, to) = (self.place_among(unit, &old), self.place_among(unit, &new));
        if now > before {
            // One more stands ahead of everyone passed and of those that it was level with.
            self.shift_ranks(new.end..old.end, 1);
            self.order.copy_within(to..from, to + 1);
            self.ladder.copy_within(to..from, to + 1);
            self.put(unit, to, now, new.start as u32 + 1);
        } else {
            self.shift_ranks(old.end..new.end, -1);
            // Among those before the new place is the unit itself.
            self.order.copy_within(from + 1..to, from);
            self.ladder.copy_within(from + 1..to, from);
            self.put(unit, to - 1, now, new.start as u32);
        }
        if self.ties == Ties::Dense {
            self.rank_all();
        }
    }

    /// The places of those that have this key.
    fn level_with(&self, key: K) -> Range<usize> {
        let start = self.ladder.partition_point(|&other| other > key);
        let rest = self.ladder.get(start..).unwrap_or_default();
        // Ties are short, so walking along them is quicker than halving the rest.
        let level = rest.iter().take_while(|&&other| other == key).count();
        start..start + level
    }

    /// The place of a unit by its id among those that it is level with.
    fn place_among(&self, unit: usize, level: &Range<usize>) -> usize {
        let own = at(&self.ids, unit);
        let tied = self.order.get(level.clone()).unwrap_or_default();
        level.start + tied.partition_point(|&other| at(&self.ids, other as usize) < own)
    }

    fn shift_ranks(&mut self, places: Range<usize>, by: i32) {
        for &unit in self.order.get(places).unwrap_or_default() {
            if let Some(rank) = self.ranks.get_mut(unit as usize) {
                *rank = rank.wrapping_add_signed(by);
            }
        }
    }

    fn put(&mut self, unit: usize, place: usize, key: K, rank: u32) {
        if let (Some(slot), Some(step), Some(own)) = (
            self.order.get_mut(place),
            self.ladder.get_mut(place),
            self.ranks.get_mut(unit),
        ) {
            (*slot, *step, *own) = (unit as u32, key, rank);
        }
    }

    /// The unit's key.
    pub(crate) fn key(&self, unit: usize) -> Option<K> {
        at(&self.keys, unit)
    }

    /// The unit's rank, from 1.
    pub(crate) fn rank(&self, unit: usize) -> u32 {
        at(&self.ranks, unit).unwrap_or_default()
    }

    /// The places of the unit and of those that it is level with, from 0; `None` where there is no
    /// such unit.
    pub(super) fn level_of(&self, unit: usize) -> Option<Range<usize>> {
        self.key(unit).map(|key| self.level_with(key))
    }

    /// All ranks, in the order of the units.
    pub(super) fn ranks(&self) -> &[u32] {
        &self.ranks
    }

    /// All units, best first, those that are level by id.
    pub(crate) fn order(&self) -> &[u32] {
        &self.order
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::model::Ties;
    use rand_xoshiro::Xoshiro256PlusPlus;
    use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
    use std::collections::BTreeSet;

    /// Ranks by counting.
    fn counted(keys: &[i64], ties: Ties) -> Vec<u32> {
        let ahead = |own: &i64| {
            let higher = keys.iter().filter(|other| *other > own);
            match ties {
                Ties::Competition => higher.count(),
                Ties::Dense => higher.collect::<BTreeSet<_>>().len(),
            }
        };
        keys.iter().map(|own| ahead(own) as u32 + 1).collect()
    }

    #[test]
    fn ties_share_a_rank_and_stand_by_id() {
        let ids = [3, 2, 1, 0].into();
        let mut order = Order::new(vec![5, 9, 5, 1], ids, Ties::Competition);
        assert_eq!(order.ranks(), [2, 1, 2, 4]);
        assert_eq!(order.order(), [1, 2, 0, 3]);
        order.set(3, 9);
        assert_eq!(order.ranks(), [3, 1, 3, 1]);
        assert_eq!(order.order(), [3, 1, 2, 0]);
    }

    #[test]
    fn the_order_follows_as_if_it_were_made_anew() {
        let mut draws = Xoshiro256PlusPlus::seed_from_u64(15);
        let mut below = |most: u64| draws.next_u64() % most;
        for ties in [Ties::Competition, Ties::Dense] {
            for units in [1, 2, 3, 10, 63] {
                let mut ids: Vec<u32> = (0..units).collect();
                for place in (1..ids.len()).rev() {
                    ids.swap(place, below(place as u64 + 1) as usize);
                }
                let ids: std::sync::Arc<[u32]> = ids.into();
                // Few different keys, so that ties abound.
                let mut keys: Vec<i64> = (0..units).map(|_| below(12) as i64).collect();
                let mut order = Order::new(keys.clone(), ids.clone(), ties);
                for _ in 0..2_000 {
                    let (unit, key) = (below(u64::from(units)) as usize, below(12) as i64);
                    keys[unit] = key;
                    order.set(unit, key);
                    let anew = Order::new(keys.clone(), ids.clone(), ties);
                    assert_eq!(order.order(), anew.order(), "{keys:?}");
                    assert_eq!(order.ladder, anew.ladder, "{keys:?}");
                    assert_eq!(order.ranks(), counted(&keys, ties), "{keys:?}");
                }
            }
        }
    }
}
