//! What the draws start from: plain numbers of a scenario, made once.

use crate::analysis::{is_left_out, is_no_sum};
use crate::model::{
    Exact, Framework, Maxima, Mean, Node, Origin, Scorecard, Standing, Standings, Ties,
};
use std::collections::BTreeMap;

/// What is drawn, and how widely.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sources {
    /// Max points are drawn within so large a share of themselves, `0..=1`; 0 is off.
    pub weight_spread: f64,
    /// Half the step of published scores, where their rounding is drawn.
    pub rounding: Option<f64>,
    /// The standard deviation of estimates, in score, where they are redrawn.
    pub estimates: Option<f64>,
}

/// Which units move as rivals, and how widely.
#[derive(Clone, PartialEq, Debug)]
pub struct RivalMoves {
    /// Standard deviation of the change of a total.
    pub deviation: f64,
    /// By row of the edition.
    pub is_rival: Vec<bool>,
}

impl Sources {
    pub(super) fn is_any_on(&self) -> bool {
        self.weight_spread > 0.0 || self.rounding.is_some() || self.estimates.is_some()
    }
}

/// Estimates of one unit whose points together are known.
#[derive(Clone, PartialEq, Debug)]
pub struct KnownSum {
    columns: Vec<usize>,
    pub(super) max_points: Vec<f64>,
    pub(super) scores: Vec<f64>,
    pub(super) total: f64,
    pub(super) points: f64,
}

impl KnownSum {
    /// Estimates of main indicators: the place among them, the max points under which the sum is
    /// known (above 0), and the score.
    pub fn new(estimates: &[(usize, f64, f64)]) -> Self {
        let mut sum = Self {
            columns: estimates.iter().map(|&(column, ..)| column).collect(),
            max_points: estimates.iter().map(|&(_, max, _)| max).collect(),
            scores: estimates.iter().map(|&(.., score)| score).collect(),
            total: 0.0,
            points: 0.0,
        };
        for (_, max_points, score) in estimates {
            sum.total += max_points;
            sum.points += max_points * score;
        }
        sum
    }

    /// What new estimates add to the unit's score, with the shares of all main indicators.
    pub(super) fn change(&self, estimates: &[f64], shares: &[f64]) -> f64 {
        let mut change = 0.0;
        for ((drawn, score), &column) in estimates.iter().zip(&self.scores).zip(&self.columns) {
            change += shares.get(column).copied().unwrap_or_default() * (drawn - score);
        }
        change
    }
}

/// One unit under the scenario.
#[derive(Clone, PartialEq, Debug)]
pub struct DrawUnit {
    /// Row of the unit in its edition.
    pub position: usize,
    /// Its rank, from 1.
    pub rank: u32,
    /// Its score before rounding.
    pub score: f64,
    /// Scores of the main indicators; not a number where one is left out.
    pub scores: Vec<f64>,
    /// Estimates that are redrawn.
    pub known_sums: Vec<KnownSum>,
}

/// A scenario as the draws need it.
#[derive(Clone, PartialEq, Debug)]
pub struct DrawBase {
    /// Max points of the main indicators, in the framework's order; not all 0.
    pub max_points: Vec<f64>,
    /// Units in the edition's order.
    pub units: Vec<DrawUnit>,
    /// Places in `units`, in the order of the standings.
    pub order: Vec<usize>,
    /// How scores make a total.
    pub mean: Mean,
    /// Whether a total is something else than the sum of its parts.
    pub is_no_sum: bool,
    /// Which rank comes after a tie.
    pub ties: Ties,
}

impl DrawBase {
    /// Takes the numbers out of a scenario's standings. `what_if` holds the nodes that the
    /// scenario sets, by unit.
    pub fn of(
        framework: &Framework,
        maxima: &Maxima,
        standings: &Standings,
        what_if: &BTreeMap<usize, BTreeMap<Node, Exact>>,
        sources: &Sources,
    ) -> Self {
        let mains: Vec<Node> = framework.mains().collect();
        let nothing = BTreeMap::new();
        let unit = |standing: &Standing| {
            let set = what_if.get(&standing.position).unwrap_or(&nothing);
            let sums = EstimateSums {
                framework,
                maxima,
                card: &standing.card,
                set,
            };
            let score = |&node: &Node| match is_left_out(framework, &standing.card, node) {
                true => f64::NAN,
                false => standing.card.score(node).to_f64(),
            };
            DrawUnit {
                position: standing.position,
                rank: standing.rank,
                score: standing.unrounded.to_f64(),
                scores: mains.iter().map(score).collect(),
                known_sums: sums.drawn(&mains, sources),
            }
        };
        let mut in_rows: Vec<&Standing> = standings.standings.iter().collect();
        in_rows.sort_unstable_by_key(|standing| standing.position);
        let cards: Vec<&Scorecard> = standings.standings.iter().map(|s| &s.card).collect();
        Self {
            mean: framework.header().mean,
            is_no_sum: is_no_sum(framework, &cards),
            ties: framework.header().ties,
            max_points: mains
                .iter()
                .map(|&node| maxima.of_node(node).to_f64())
                .collect(),
            units: in_rows.into_iter().map(unit).collect(),
            order: standings.standings.iter().map(|s| s.position).collect(),
        }
    }
}

/// Which sums of a unit's estimates are known.
struct EstimateSums<'a> {
    framework: &'a Framework,
    maxima: &'a Maxima,
    card: &'a Scorecard,
    set: &'a BTreeMap<Node, Exact>,
}

impl EstimateSums<'_> {
    /// The sums whose estimates change a score when they are redrawn.
    fn drawn(&self, mains: &[Node], sources: &Sources) -> Vec<KnownSum> {
        if sources.estimates.is_none() {
            return Vec::new();
        }
        let mut sums: BTreeMap<Node, Vec<(usize, Node)>> = BTreeMap::new();
        for (column, &node) in mains.iter().enumerate() {
            if self.card.origin(node) != Some(Origin::Estimated) {
                continue;
            }
            let sum = sums.entry(self.holder(node)).or_default();
            sum.push((column, node));
        }
        let sums = sums.iter();
        sums.filter_map(|(&holder, estimates)| self.sum(holder, estimates, sources))
            .collect()
    }

    /// Whose sum holds: a group that the scenario sets, otherwise the total.
    fn holder(&self, node: Node) -> Node {
        let mut above = self.framework.indicator(node).parent;
        while let Some(group) = above {
            if self.set.contains_key(&group) {
                return group;
            }
            above = self.framework.indicator(group).parent;
        }
        Node::ROOT
    }

    /// What is on file is a sum under the framework's own maxima, what the scenario sets one under
    /// its own. One estimate alone is fixed by its sum, and several change nothing together where
    /// the draw counts them as their sum does.
    fn sum(
        &self,
        holder: Node,
        estimates: &[(usize, Node)],
        sources: &Sources,
    ) -> Option<KnownSum> {
        let known_under = |node: Node| match holder {
            Node::ROOT => self.framework.indicator(node).max_points.value(),
            _ => self.maxima.of_node(node),
        };
        let counted = |(_, node): &&(usize, Node)| known_under(*node) > Exact::ZERO;
        let estimates: Vec<&(usize, Node)> = estimates.iter().filter(counted).collect();
        let factor = |(_, node): &&(usize, Node)| {
            self.maxima
                .of_node(*node)
                .div_or(known_under(*node), Exact::ZERO)
        };
        let first = factor(estimates.first()?);
        let is_fixed = sources.weight_spread <= 0.0 && estimates.iter().all(|e| factor(e) == first);
        if estimates.len() < 2 || is_fixed {
            return None;
        }
        let part = |&&(column, node): &&(usize, Node)| {
            let score = self.card.score(node).to_f64();
            (column, known_under(node).to_f64(), score)
        };
        Some(KnownSum::new(
            &estimates.iter().map(part).collect::<Vec<_>>(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::{DrawBase, Sources};
    use crate::model::{
        Exact, Framework, FrameworkHeader, IndicatorDraft, Level, MaxPoints, Maxima, Node, Origin,
        Scorecard, Standing, Standings,
    };
    use std::collections::BTreeMap;

    /// A group of two main indicators and a third beside it, 100 points each.
    fn three() -> Framework {
        let drafts = vec![
            IndicatorDraft::of("group", Level::Group, None, 0),
            IndicatorDraft::of("a", Level::Main, Some("group"), 100),
            IndicatorDraft::of("b", Level::Main, Some("group"), 100),
            IndicatorDraft::of("c", Level::Main, None, 100),
        ];
        Framework::try_new(FrameworkHeader::default(), drafts, vec![]).unwrap()
    }

    /// Columns and max points of the sums that are redrawn for a unit with three estimates.
    fn sums(spread: f64, doubled: Option<&str>, set: Option<&str>) -> Vec<(Vec<usize>, Vec<f64>)> {
        let framework = three();
        let mut card = Scorecard::empty(&framework);
        for id in ["a", "b", "c"] {
            let node = framework.node(id).unwrap();
            card.put(node, Exact::decimal(5, 1), Origin::Estimated);
        }
        let changes = doubled.map(|id| {
            let node = framework.node(id).unwrap();
            (node, MaxPoints::try_new(200).unwrap())
        });
        let maxima = Maxima::changed(&framework, &changes.into_iter().collect());
        let entries: BTreeMap<Node, Exact> = set
            .map(|id| (framework.node(id).unwrap(), Exact::decimal(5, 1)))
            .into_iter()
            .collect();
        let standing = Standing {
            position: 0,
            score: Exact::decimal(5, 1),
            unrounded: Exact::decimal(5, 1),
            rank: 1,
            baseline_score: Exact::decimal(5, 1),
            baseline_rank: 1,
            pillars: Vec::new(),
            card,
            estimated: false,
            moved_as_rival: false,
        };
        let standings = Standings::new(String::new(), vec![standing]);
        let sources = Sources {
            weight_spread: spread,
            rounding: None,
            estimates: Some(0.1),
        };
        let what_if = BTreeMap::from([(0, entries)]);
        let base = DrawBase::of(&framework, &maxima, &standings, &what_if, &sources);
        let sums = base.units[0].known_sums.iter();
        sums.map(|sum| (sum.columns.clone(), sum.max_points.clone()))
            .collect()
    }

    #[test]
    fn estimates_that_count_as_their_sum_does_are_not_redrawn() {
        assert!(sums(0.0, None, None).is_empty());
        let all = vec![(vec![0, 1, 2], vec![100.0; 3])];
        assert_eq!(sums(0.25, None, None), all);
    }

    #[test]
    fn what_is_known_is_a_sum_under_the_frameworks_own_maxima() {
        let all = vec![(vec![0, 1, 2], vec![100.0; 3])];
        assert_eq!(sums(0.0, Some("a"), None), all);
    }

    #[test]
    fn a_group_that_is_set_keeps_its_own_sum() {
        // The third is then alone, and its sum fixes it.
        let group = |left| vec![(vec![0, 1], vec![left, 100.0])];
        assert_eq!(sums(0.25, None, Some("group")), group(100.0));
        assert_eq!(sums(0.25, Some("a"), Some("group")), group(200.0));
        assert!(sums(0.0, Some("a"), Some("group")).is_empty());
    }
}
