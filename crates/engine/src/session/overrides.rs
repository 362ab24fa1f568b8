//! The overrides of a session, in the order first set.

use crate::model::{Edition, Entry, Kind, Node, Override};

/// An override on the rows and nodes of its edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Held {
    pub(super) unit: usize,
    pub(super) node: Node,
    pub(super) kind: Kind,
    pub(super) entry: Entry,
}

impl Held {
    /// Whether it takes the place of another one.
    pub(super) fn replaces(&self, other: &Self) -> bool {
        (self.unit, self.node, self.kind) == (other.unit, other.node, other.kind)
    }

    /// Whether it is on this node, and of this kind where one is named.
    pub(super) fn is_on(&self, unit: usize, node: Node, kind: Option<Kind>) -> bool {
        self.unit == unit && self.node == node && kind.is_none_or(|kind| self.kind == kind)
    }

    /// The same with ids, as scenarios name things.
    pub(super) fn named(&self, edition: &Edition) -> Override {
        let unit = edition.units().get(self.unit);
        Override {
            unit: unit.map(|unit| unit.id.clone()).unwrap_or_default(),
            indicator: edition.framework().indicator(self.node).id.clone(),
            entry: self.entry.clone(),
            kind: self.kind,
        }
    }
}

/// No override.
const NONE: u32 = u32::MAX;

/// All overrides; the what-ifs, which sliders change, are found without a search.
#[derive(Clone, Debug)]
pub(super) struct Overrides {
    held: Vec<Held>,
    /// Units by rows: where in `held` the what-if of a node is.
    places: Vec<u32>,
    rows: usize,
    /// Of each unit, how many it has.
    counts: Vec<u32>,
}

impl Overrides {
    /// None yet, for so many units and rows.
    pub(super) fn new(units: usize, rows: usize) -> Self {
        Self {
            held: Vec::new(),
            places: vec![NONE; units * rows],
            rows,
            counts: vec![0; units],
        }
    }

    /// All of them, in the order first set.
    pub(super) fn all(&self) -> &[Held] {
        &self.held
    }

    /// Whether a unit has one.
    pub(super) fn has(&self, unit: usize) -> bool {
        self.counts.get(unit).is_some_and(|&count| count > 0)
    }

    /// Those of one unit.
    pub(super) fn of(&self, unit: usize) -> impl Iterator<Item = &Held> {
        self.held.iter().filter(move |held| held.unit == unit)
    }

    /// Puts one in the place of that of the same kind on the same node, or behind all others.
    pub(super) fn put(&mut self, new: Held) {
        let place = match new.kind {
            Kind::WhatIf => {
                let place = self.places.get(new.unit * self.rows + new.node.row());
                place.map_or(NONE, |place| *place) as usize
            }
            Kind::Known | Kind::Assessed => {
                let place = self.held.iter().position(|old| new.replaces(old));
                place.unwrap_or(self.held.len())
            }
        };
        match self.held.get_mut(place) {
            Some(old) => *old = new,
            None => {
                if let Some(count) = self.counts.get_mut(new.unit) {
                    *count += 1;
                }
                self.held.push(new);
                self.find_from(self.held.len() - 1);
            }
        }
    }

    /// Takes those of a node away, or only that of one kind.
    pub(super) fn remove(&mut self, unit: usize, node: Node, kind: Option<Kind>) {
        let is_there = |held: &Held| held.is_on(unit, node, kind);
        let Some(first) = self.held.iter().position(is_there) else {
            return;
        };
        let before = self.held.len();
        self.held.retain(|held| !is_there(held));
        let gone = before - self.held.len();
        if let Some(count) = self.counts.get_mut(unit) {
            *count = count.saturating_sub(gone as u32);
        }
        let place = self.places.get_mut(unit * self.rows + node.row());
        let is_supposed = kind.is_none_or(|kind| kind == Kind::WhatIf);
        if let Some(place) = place.filter(|_| is_supposed) {
            *place = NONE;
        }
        self.find_from(first);
    }

    /// Notes where the what-ifs from here on are.
    fn find_from(&mut self, first: usize) {
        for (place, held) in self.held.iter().enumerate().skip(first) {
            let slot = self.places.get_mut(held.unit * self.rows + held.node.row());
            if let Some(slot) = slot.filter(|_| held.kind == Kind::WhatIf) {
                *slot = place as u32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Held, Overrides};
    use crate::model::{Entry, Kind, Node, Score};

    #[test]
    fn overrides_stay_in_the_order_first_set() {
        let held = |unit, kind| Held {
            unit,
            node: Node::ROOT,
            kind,
            entry: Entry::Score(Score::ZERO),
        };
        let units = |overrides: &Overrides| -> Vec<_> {
            overrides.all().iter().map(|h| (h.unit, h.kind)).collect()
        };
        let mut overrides = Overrides::new(4, 1);
        for unit in [2, 0, 3, 0, 2] {
            overrides.put(held(unit, Kind::WhatIf));
        }
        overrides.put(held(0, Kind::Known));
        overrides.put(held(0, Kind::Known));
        let what_if = |unit| (unit, Kind::WhatIf);
        let known = (0, Kind::Known);
        assert_eq!(
            units(&overrides),
            [what_if(2), what_if(0), what_if(3), known]
        );
        overrides.remove(0, Node::ROOT, Some(Kind::Known));
        overrides.put(held(0, Kind::WhatIf));
        assert_eq!(units(&overrides), [what_if(2), what_if(0), what_if(3)]);
        overrides.remove(0, Node::ROOT, None);
        assert!(!overrides.has(0) && overrides.has(3));
        overrides.put(held(3, Kind::WhatIf));
        overrides.put(held(0, Kind::WhatIf));
        assert_eq!(units(&overrides), [what_if(2), what_if(3), what_if(0)]);
    }
}
