//! What a picture of the standings needs to know: the spread of an indicator over the units, and
//! which indicator a change of the score is due to (method 7).

use super::attribution::{is_no_sum, parts_of_change, parts_of_shortfall};
use crate::model::{Exact, Framework, Maxima, Node, Scorecard, Standings};

/// The middle value; the mean of the middle two of an even number. `None` of nothing.
///
/// ```
/// use dti_engine::analysis::median;
/// use dti_engine::model::Exact;
/// let scores = [9, 1, 4, 2].map(|tenths| Exact::decimal(tenths, 1));
/// assert_eq!(median(&scores), Some(Exact::decimal(3, 1)));
/// ```
pub fn median(values: &[Exact]) -> Option<Exact> {
    if values.is_empty() {
        return None;
    }
    let mut parted = values.to_vec();
    let (below, &mut upper, _) = parted.select_nth_unstable(values.len() / 2);
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = below.iter().copied().max()?;
    Some((lower + upper) * Exact::fraction(1, 2))
}

/// How one indicator is spread over all units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spread {
    /// Lowest score, `0..=1`.
    pub lowest: Exact,
    /// Median score.
    pub median: Exact,
    /// Highest score.
    pub best: Exact,
    /// Row of a unit with the highest score: the first in the standings.
    pub best_at: usize,
    /// How many of the scores are estimates.
    pub estimated: usize,
}

/// The spread of an indicator over the units of these standings; `None` where nobody has a value.
pub fn spread(standings: &Standings, node: Node) -> Option<Spread> {
    let mut scores = Vec::with_capacity(standings.standings.len());
    let mut best: Option<(Exact, usize)> = None;
    let mut estimated = 0;
    for standing in &standings.standings {
        let Some(value) = standing.card.value(node) else {
            continue;
        };
        scores.push(value.score);
        estimated += usize::from(value.origin.is_guess());
        if best.is_none_or(|(highest, _)| value.score > highest) {
            best = Some((value.score, standing.position));
        }
    }
    let (best, best_at) = best?;
    Some(Spread {
        lowest: scores.iter().copied().min()?,
        median: median(&scores)?,
        best,
        best_at,
        estimated,
    })
}

/// One side of a comparison: a unit's scorecard, the maxima it is counted under, and its score.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Max points per node.
    pub maxima: &'a Maxima,
    /// The unit's values.
    pub card: &'a Scorecard,
    /// The unit's score as shown, `0..=1`.
    pub score: Exact,
}

impl Side<'_> {
    /// What an indicator contributes to the score: `w x / W`.
    fn share(&self, node: Node) -> Exact {
        share(self.maxima, node, self.card.score(node))
    }
}

/// What a score on a main indicator contributes to the total: `w x / W`.
pub(super) fn share(maxima: &Maxima, node: Node, score: Exact) -> Exact {
    (score * maxima.of_node(node)).div_or(maxima.total(), Exact::ZERO)
}

/// Decimals of what is added up in front of a reader.
const DECIMALS: u32 = 12;

/// A score, or a part of one, as rows add up that are shown. Those of composite frameworks can be
/// fractions too long to be added up exactly, so they are rounded, and the rest row has what remains.
pub fn in_rows(framework: &Framework, value: Exact) -> Exact {
    if framework.is_composite() {
        value.rounded(DECIMALS)
    } else {
        value
    }
}

/// A change of the score, split by main indicator.
///
/// # Invariant
///
/// `from` plus all `parts` plus `rest` is `to`, exactly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contributions {
    /// Score before.
    pub from: Exact,
    /// Change of score per main indicator, in the framework's order, those without change included.
    pub parts: Vec<(Node, Exact)>,
    /// What no indicator explains: rounding, the residual of the published total, a rival's move.
    pub rest: Exact,
    /// Score after.
    pub to: Exact,
}

impl Contributions {
    fn new(framework: &Framework, [from, to]: [Exact; 2], parts: Vec<(Node, Exact)>) -> Self {
        let [from, to] = [from, to].map(|score| in_rows(framework, score));
        let parts = parts.into_iter();
        let parts: Vec<_> = parts
            .map(|(node, part)| (node, in_rows(framework, part)))
            .collect();
        let explained: Exact = parts.iter().map(|(_, part)| *part).sum();
        Self {
            from,
            parts,
            rest: to - from - explained,
            to,
        }
    }
}

/// What each main indicator adds to or takes from the score between two states of one unit.
///
/// Both sides must be states under the same framework. Where a scenario holds figures that the user
/// *knows*, the first side is the scenario with those alone: they move no total, only estimates.
pub fn contributions(framework: &Framework, before: Side<'_>, after: Side<'_>) -> Contributions {
    if is_no_sum(framework, &[before.card, after.card]) {
        let [then, now] = [before, after].map(|side| (side.maxima, side.card));
        let parts = parts_of_change(framework, then, now);
        return Contributions::new(framework, [before.score, after.score], parts);
    }
    let parts = framework.mains();
    let parts = parts.map(|node| (node, after.share(node) - before.share(node)));
    Contributions::new(framework, [before.score, after.score], parts.collect())
}

/// What each main indicator takes from full marks (a score of 1) down to the unit's score.
pub fn shortfalls(framework: &Framework, side: Side<'_>) -> Contributions {
    if is_no_sum(framework, &[side.card]) {
        let parts = parts_of_shortfall(framework, (side.maxima, side.card));
        return Contributions::new(framework, [Exact::ONE, side.score], parts);
    }
    let total = side.maxima.total();
    let weight = |node: Node| side.maxima.of_node(node).div_or(total, Exact::ZERO);
    let parts = framework.mains();
    let parts = parts.map(|node| (node, side.share(node) - weight(node)));
    Contributions::new(framework, [Exact::ONE, side.score], parts.collect())
}

#[cfg(test)]
mod tests {
    use super::{Contributions, median};
    use crate::model::{Exact, Framework, FrameworkHeader, Node};

    #[test]
    fn the_median_of_an_odd_number_is_one_of_them() {
        let scores = [5, 1, 3].map(|tenths| Exact::decimal(tenths, 1));
        assert_eq!(median(&scores), Some(Exact::decimal(3, 1)));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn the_rest_row_makes_the_parts_add_up() {
        let part = (Node::ROOT, Exact::fraction(1, 3));
        let plain = Framework::try_new(FrameworkHeader::default(), vec![], vec![]).unwrap();
        let split = Contributions::new(&plain, [Exact::ZERO, Exact::ONE], vec![part]);
        assert_eq!(split.rest, Exact::fraction(2, 3));
    }
}
