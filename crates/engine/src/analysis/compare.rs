//! Comparing a unit with its neighbours in the standings.

use crate::model::{Exact, Standings};

/// The next unit up or down and the points in between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// Row of the neighbour in its edition.
    pub position: usize,
    /// Points of the scenario's total: needed to draw level, or to spare above the neighbour.
    pub points: Exact,
}

/// Gaps to the next strictly higher and the next strictly lower score.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Gaps {
    /// Upwards; `None` at the top.
    pub above: Option<Gap>,
    /// Downwards; `None` at the bottom.
    pub below: Option<Gap>,
}

/// The gaps around a unit, in points of a total; drawing level is enough for the better rank.
pub fn gaps(standings: &Standings, position: usize, total: Exact) -> Gaps {
    let Some(own) = standings.of(position) else {
        return Gaps::default();
    };
    let others = || standings.standings.iter();
    let gap = |score: Exact, position: usize| Gap {
        position,
        points: (score - own.score).abs() * total,
    };
    Gaps {
        above: others()
            .rfind(|s| s.score > own.score)
            .map(|s| gap(s.score, s.position)),
        below: others()
            .find(|s| s.score < own.score)
            .map(|s| gap(s.score, s.position)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Gaps, gaps};
    use crate::model::{Exact, Standings};

    #[test]
    fn an_unknown_unit_has_no_neighbours() {
        let nobody = Standings::new("2022".into(), Vec::new());
        assert_eq!(gaps(&nobody, 3, Exact::whole(1000)), Gaps::default());
    }
}
