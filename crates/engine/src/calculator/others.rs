//! Where one unit's score would stand among those of all others.

use crate::model::{Exact, Standings, Ties};

/// The others in the standings of a scenario: they stay while one unit's score changes.
pub(super) struct Others {
    /// Rows and scores, best first.
    pub(super) scores: Vec<(usize, Exact)>,
    /// The scores that a rank counts, best first: all, or each once.
    counted: Vec<Exact>,
}

impl Others {
    /// All but the unit in this row.
    pub(super) fn of(standings: &Standings, position: usize, ties: Ties) -> Self {
        let others = standings.standings.iter();
        let others = others.filter(|standing| standing.position != position);
        let scores: Vec<(usize, Exact)> = others.map(|own| (own.position, own.score)).collect();
        let mut counted: Vec<Exact> = scores.iter().map(|(_, score)| *score).collect();
        if ties == Ties::Dense {
            counted.dedup();
        }
        Self { scores, counted }
    }

    /// The rank of the unit with a score that is rounded as theirs are.
    pub(super) fn rank(&self, score: Exact) -> u32 {
        let ahead = self.counted.partition_point(|other| *other > score);
        u32::try_from(ahead + 1).unwrap_or(u32::MAX)
    }
}
