//! What if it became this: sets nodes of one unit's scorecard and settles the rest of the tree.

use super::compose::compose_node;
use super::shift_mean::{mean_at, shift_to_mean};
use super::{Block, aggregate, shift};
use crate::model::{Exact, Framework, Level, Maxima, Mean, Node, Origin, Scorecard};
use std::collections::BTreeMap;

/// A scorecard under a scenario.
#[derive(Clone, Debug)]
pub struct Applied {
    /// Values on every node under the scenario.
    pub card: Scorecard,
    /// Whether the total now depends on an estimate.
    pub estimated: bool,
}

/// A parent that its children cannot reach with those entered kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfReach {
    /// The parent.
    pub node: Node,
    /// Lowest score it can take.
    pub low: Exact,
    /// Highest score it can take.
    pub high: Exact,
}

/// Sets `entries` (scores by node) on a scorecard, under the scenario's maxima.
///
/// A parent keeps its entered children and shifts the others by one λ so that its points are met;
/// a parent that is not set itself follows its children. `present` is the scorecard from which the
/// what-if starts, with known figures already put in.
pub fn apply(
    framework: &Framework,
    maxima: &Maxima,
    present: &Scorecard,
    entries: &BTreeMap<Node, Exact>,
) -> Result<Applied, OutOfReach> {
    apply_to(Depth::All, framework, maxima, present, entries)
}

/// How far down a scorecard follows what is entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Depth {
    /// To the main indicators: what is not entered below them stays out of date. Not for composite
    /// frameworks, whose totals rest on all that is below.
    Mains,
    /// All the way.
    All,
}

/// The same to some depth.
pub(crate) fn apply_to(
    depth: Depth,
    framework: &Framework,
    maxima: &Maxima,
    present: &Scorecard,
    entries: &BTreeMap<Node, Exact>,
) -> Result<Applied, OutOfReach> {
    let mut settling = Settling {
        depth,
        framework,
        maxima,
        present,
        entries,
        card: present.clone(),
    };
    if !entries.is_empty() {
        settling.settle(Node::ROOT)?;
    }
    let mut card = settling.card;
    let estimated = depends_on_estimates(framework, maxima, present, entries)
        || rests_on_imputed(framework, present, entries, Node::ROOT);
    aggregate(framework, maxima, &mut card);
    Ok(Applied { card, estimated })
}

/// Whether the score of a node rests on a value that others stand in for: what is entered above or in
/// its place no longer does.
fn rests_on_imputed(
    framework: &Framework,
    present: &Scorecard,
    entries: &BTreeMap<Node, Exact>,
    node: Node,
) -> bool {
    if present.origin(node) != Some(Origin::Imputed) || entries.contains_key(&node) {
        return false;
    }
    let mut below = framework.scored_children(node).peekable();
    below.peek().is_none()
        || below.any(|child| rests_on_imputed(framework, present, entries, child))
}

/// Whether a result under a scenario rests on how a known sum was split into estimates: one of
/// them is changed, or the maxima of two change by different factors (method 3). Where all
/// components of an indicator are entered, nothing of how it was split is left; where all components
/// of all estimates are entered, nothing of how their known sum was.
fn depends_on_estimates(
    framework: &Framework,
    maxima: &Maxima,
    present: &Scorecard,
    entries: &BTreeMap<Node, Exact>,
) -> bool {
    let is_estimated = |node: &Node| present.origin(*node) == Some(Origin::Estimated);
    let entered = Entered {
        framework,
        entries,
        present,
    };
    let mut mains = framework.mains().filter(is_estimated);
    let is_settled = mains.all(|main| entered.has_whole_parts(main));
    let rests = |&node: &Node| {
        let whole = entered.whole_around(node);
        let is_main = framework.indicator(whole).level == Level::Main;
        is_estimated(&whole) && !(is_settled && is_main)
    };
    if entries.keys().any(rests) {
        return true;
    }
    if is_settled {
        return false;
    }
    let own = |node: Node| framework.indicator(node).max_points.value();
    let estimated = framework.mains().filter(is_estimated);
    let mut factors = estimated.map(|node| maxima.of_node(node).div_or(own(node), Exact::ONE));
    let first = factors.next();
    first.is_some_and(|first| factors.any(|factor| factor != first))
}

/// What of a scorecard is entered, under a scenario or before.
struct Entered<'a> {
    framework: &'a Framework,
    entries: &'a BTreeMap<Node, Exact>,
    present: &'a Scorecard,
}

impl Entered<'_> {
    /// Whether a node is entered itself or by everything below it.
    fn is_whole(&self, node: Node) -> bool {
        if self.entries.contains_key(&node) || self.present.origin(node) == Some(Origin::Entered) {
            return true;
        }
        self.has_whole_parts(node)
    }

    /// Whether a node is entered by everything below it.
    fn has_whole_parts(&self, node: Node) -> bool {
        let mut children = self.framework.scored_children(node).peekable();
        children.peek().is_some() && children.all(|child| self.is_whole(child))
    }

    /// The highest node around an entered one, up to its main indicator, that is entered wholly.
    fn whole_around(&self, node: Node) -> Node {
        let mut whole = node;
        while self.framework.indicator(whole).level > Level::Main {
            let above = self.framework.indicator(whole).parent;
            let Some(above) = above.filter(|&above| self.is_whole(above)) else {
                break;
            };
            whole = above;
        }
        whole
    }
}

/// The scores that a node can take under a scenario while everything entered below it is kept:
/// `present` and `entries` are those of [`apply`].
pub fn reachable(
    framework: &Framework,
    maxima: &Maxima,
    present: &Scorecard,
    entries: &BTreeMap<Node, Exact>,
    node: Node,
) -> Result<(Exact, Exact), OutOfReach> {
    let mut settling = Settling {
        depth: Depth::All,
        framework,
        maxima,
        present,
        entries,
        card: present.clone(),
    };
    settling.settle(Node::ROOT)?;
    Ok(settling.range(node))
}

struct Settling<'a> {
    depth: Depth,
    framework: &'a Framework,
    maxima: &'a Maxima,
    present: &'a Scorecard,
    entries: &'a BTreeMap<Node, Exact>,
    card: Scorecard,
}

impl Settling<'_> {
    /// Children first, then the node itself; says whether anything in the subtree was set.
    fn settle(&mut self, node: Node) -> Result<bool, OutOfReach> {
        let mut is_touched = false;
        let children: Vec<Node> = self.framework.scored_children(node).collect();
        for &child in &children {
            is_touched |= self.settle(child)?;
        }
        if let Some(&score) = self.entries.get(&node) {
            self.assign(node, score, Origin::Entered)?;
            return Ok(true);
        }
        if is_touched {
            self.follow_children(node, &children);
        }
        Ok(is_touched)
    }

    fn assign(&mut self, node: Node, score: Exact, origin: Origin) -> Result<(), OutOfReach> {
        self.card.put(node, score, origin);
        self.distribute(node, score)
    }

    fn is_fixed(&self, node: Node) -> bool {
        self.entries.contains_key(&node) || self.present.origin(node) == Some(Origin::Entered)
    }

    /// The scores that a node can take while everything entered below it is kept.
    fn range(&self, node: Node) -> (Exact, Exact) {
        let children: Vec<Node> = self.framework.scored_children(node).collect();
        if !self.is_split(&children) {
            return (Exact::ZERO, Exact::ONE);
        }
        let mean = self.framework.indicator(node).mean;
        if mean != Mean::Arithmetic {
            return mean_at(mean, &self.blocks(&children));
        }
        let (mut low, mut high) = (Exact::ZERO, Exact::ZERO);
        for child in children {
            let max_points = self.maxima.of_node(child);
            let (least, most) = if self.is_fixed(child) {
                (self.card.score(child), self.card.score(child))
            } else {
                self.range(child)
            };
            low = low + least * max_points;
            high = high + most * max_points;
        }
        let whole = self.maxima.of_node(node);
        (
            low.div_or(whole, Exact::ZERO),
            high.div_or(whole, Exact::ONE),
        )
    }

    /// Whether children have a say: one must have max points.
    fn is_split(&self, children: &[Node]) -> bool {
        let has_points = |&child: &Node| self.maxima.of_node(child) > Exact::ZERO;
        children.iter().any(has_points)
    }

    /// All children with the scores that they can take: what is entered stays where it is.
    fn blocks(&self, children: &[Node]) -> Vec<Block> {
        let block = |&child: &Node| {
            let start = self.card.score(child);
            let (low, high) = if self.is_fixed(child) {
                (start, start)
            } else {
                self.range(child)
            };
            Block {
                max_points: self.maxima.of_node(child),
                start,
                low,
                high,
            }
        };
        children.iter().map(block).collect()
    }

    /// The same as [`Self::distribute`] where points do not add up.
    fn distribute_mean(
        &mut self,
        node: Node,
        children: &[Node],
        score: Exact,
    ) -> Result<(), OutOfReach> {
        let mean = self.framework.indicator(node).mean;
        let blocks = self.blocks(children);
        let Some(scores) = shift_to_mean(mean, &blocks, score) else {
            let (low, high) = mean_at(mean, &blocks);
            return Err(OutOfReach { node, low, high });
        };
        for (&child, score) in children.iter().zip(scores) {
            if self.differs(child, score) {
                self.assign(child, score, Origin::Estimated)?;
            }
        }
        Ok(())
    }

    /// Shifts the children that were not entered so that they sum to the node's points.
    fn distribute(&mut self, node: Node, score: Exact) -> Result<(), OutOfReach> {
        let is_deep = self.framework.indicator(node).level >= Level::Main;
        if is_deep && self.depth == Depth::Mains {
            return Ok(());
        }
        let children: Vec<Node> = self.framework.scored_children(node).collect();
        if !self.is_split(&children) {
            return Ok(());
        }
        if self.framework.indicator(node).mean != Mean::Arithmetic {
            return self.distribute_mean(node, &children, score);
        }
        let (fixed, open): (Vec<Node>, Vec<Node>) =
            children.iter().partition(|&&child| self.is_fixed(child));
        let kept: Exact = fixed
            .iter()
            .map(|&c| self.card.score(c) * self.maxima.of_node(c))
            .sum();
        let block = |&child: &Node| {
            let (low, high) = self.range(child);
            let max_points = self.maxima.of_node(child);
            Block {
                max_points,
                start: self.card.score(child),
                low,
                high,
            }
        };
        let blocks: Vec<Block> = open.iter().map(block).collect();
        let target = score * self.maxima.of_node(node) - kept;
        let Ok(scores) = shift(&blocks, target) else {
            let (low, high) = self.range(node);
            return Err(OutOfReach { node, low, high });
        };
        for (&child, score) in open.iter().zip(scores) {
            if self.differs(child, score) {
                self.assign(child, score, Origin::Estimated)?;
            }
        }
        Ok(())
    }

    /// What is missing would follow its neighbours out of a sum that is set.
    fn differs(&self, child: Node, score: Exact) -> bool {
        self.card.score(child) != score || self.card.origin(child) == Some(Origin::Missing)
    }

    /// A parent that is not set moves by what its children moved: its own figure and the children's
    /// sum may differ by rounding, and that difference stays.
    fn follow_children(&mut self, node: Node, children: &[Node]) {
        if self.framework.indicator(node).level == Level::Root {
            return;
        }
        // Siblings that stay put do not make the sum a guess: what moved does.
        let is_guess = |&c: &Node| {
            let origins = [self.present.origin(c), self.card.origin(c)];
            self.card.score(c) != self.present.score(c)
                && origins.contains(&Some(Origin::Estimated))
        };
        let (framework, entries, present) = (self.framework, self.entries, self.present);
        let entered = Entered {
            framework,
            entries,
            present,
        };
        let is_whole = framework.indicator(node).level >= Level::Main && entered.is_whole(node);
        let is_estimated = !is_whole && children.iter().any(is_guess);
        let origin = if is_estimated {
            Origin::Estimated
        } else {
            Origin::Entered
        };
        if self.framework.is_composite() && self.framework.indicator(node).level >= Level::Main {
            compose_node(self.framework, self.maxima, &mut self.card, node, origin);
            return;
        }
        let moved: Exact = children
            .iter()
            .map(|&c| (self.card.score(c) - self.present.score(c)) * self.maxima.of_node(c))
            .sum();
        let change = moved.div_or(self.maxima.of_node(node), Exact::ZERO);
        let score = (self.present.score(node) + change).clamp_to(Exact::ZERO, Exact::ONE);
        self.card.put(node, score, origin);
    }
}

#[cfg(test)]
mod tests {
    use super::apply;
    use crate::model::{
        Exact, Framework, FrameworkHeader, IndicatorDraft, Level, MaxPoints, Maxima, Node, Origin,
        Scorecard,
    };
    use std::collections::BTreeMap;

    /// A group of two main indicators of 100 points each: one published, one estimated.
    fn group_of_two() -> (Framework, Scorecard, [Node; 3]) {
        let drafts = vec![
            IndicatorDraft::of("group", Level::Group, None, 0),
            IndicatorDraft::of("left", Level::Main, Some("group"), 100),
            IndicatorDraft::of("right", Level::Main, Some("group"), 100),
        ];
        let framework = Framework::try_new(FrameworkHeader::default(), drafts, vec![]).unwrap();
        let nodes = ["group", "left", "right"].map(|id| framework.node(id).unwrap());
        let mut card = Scorecard::empty(&framework);
        card.put(nodes[0], Exact::decimal(5, 1), Origin::Derived);
        card.put(nodes[1], Exact::decimal(4, 1), Origin::Published);
        card.put(nodes[2], Exact::decimal(6, 1), Origin::Estimated);
        card.put(Node::ROOT, Exact::decimal(5, 1), Origin::Derived);
        (framework, card, nodes)
    }

    #[test]
    fn a_group_that_is_set_shifts_its_indicators_alike() {
        let (framework, card, [group, left, right]) = group_of_two();
        let entries = BTreeMap::from([(group, Exact::decimal(7, 1))]);
        let applied = apply(&framework, &Maxima::of(&framework), &card, &entries).unwrap();
        assert_eq!(applied.card.score(left), Exact::decimal(6, 1));
        assert_eq!(applied.card.score(right), Exact::decimal(8, 1));
        assert_eq!(applied.card.origin(left), Some(Origin::Estimated));
        assert_eq!(applied.card.score(Node::ROOT), Exact::decimal(7, 1));
        assert!(
            !applied.estimated,
            "the sum does not depend on how it was split"
        );
    }

    /// One published main indicator of 100 points over two components that are not known.
    fn main_of_two() -> (Framework, Scorecard, [Node; 3]) {
        let drafts = vec![
            IndicatorDraft::of("main", Level::Main, None, 0),
            IndicatorDraft::of("main.1", Level::Component, Some("main"), 40),
            IndicatorDraft::of("main.2", Level::Component, Some("main"), 60),
        ];
        let framework = Framework::try_new(FrameworkHeader::default(), drafts, vec![]).unwrap();
        let nodes = ["main", "main.1", "main.2"].map(|id| framework.node(id).unwrap());
        let mut card = Scorecard::empty(&framework);
        card.put(nodes[0], Exact::decimal(5, 1), Origin::Published);
        card.put(nodes[1], Exact::decimal(5, 1), Origin::Estimated);
        card.put(nodes[2], Exact::decimal(5, 1), Origin::Estimated);
        card.put(Node::ROOT, Exact::decimal(5, 1), Origin::Derived);
        (framework, card, nodes)
    }

    #[test]
    fn a_main_indicator_whose_components_are_all_entered_rests_on_no_estimate() {
        let (framework, card, [main, left, right]) = main_of_two();
        let maxima = Maxima::of(&framework);
        let one = BTreeMap::from([(left, Exact::ONE)]);
        let applied = apply(&framework, &maxima, &card, &one).unwrap();
        assert_eq!(applied.card.score(main), Exact::decimal(7, 1));
        assert!(applied.estimated);
        assert_eq!(applied.card.origin(main), Some(Origin::Estimated));
        let both = BTreeMap::from([(left, Exact::ONE), (right, Exact::ZERO)]);
        let applied = apply(&framework, &maxima, &card, &both).unwrap();
        assert_eq!(applied.card.score(main), Exact::decimal(4, 1));
        assert_eq!(applied.card.origin(main), Some(Origin::Entered));
        assert!(!applied.estimated);
    }

    #[test]
    fn the_maxima_decide_how_much_an_estimate_matters() {
        let (framework, card, [_, left, right]) = group_of_two();
        let nothing = BTreeMap::new();
        let doubled = BTreeMap::from([(left, MaxPoints::try_new(200).unwrap())]);
        let maxima = Maxima::changed(&framework, &doubled);
        let applied = apply(&framework, &maxima, &card, &nothing).unwrap();
        // 200 x .4 + 100 x .6 of 300.
        assert_eq!(applied.card.score(Node::ROOT), Exact::fraction(14, 30));
        assert!(
            !applied.estimated,
            "one estimate alone is the known sum itself"
        );
        let entries = BTreeMap::from([(right, Exact::ONE)]);
        assert!(
            apply(&framework, &maxima, &card, &entries)
                .unwrap()
                .estimated
        );
    }
}
