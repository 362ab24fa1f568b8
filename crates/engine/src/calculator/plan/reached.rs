//! The scenario that a plan ends in: its steps as what-ifs of the unit.

use crate::calculator::lowest_entry;
use crate::model::{Entry, Exact, Framework, Kind, Node, Override, Scenario, Score, Scorecard};

/// A scenario with what-ifs of its unit on `entries`. `all` are the nodes that plans set, `card`
/// what the unit has under the scenario.
///
/// A parent that carries a what-if would keep its sum whatever happens below it. It is dissolved
/// into what-ifs on the nodes below it, at their present scores rounded up.
pub(super) fn with_entries(
    framework: &Framework,
    scenario: &Scenario,
    all: &[Node],
    card: &Scorecard,
    entries: &[(Node, Exact)],
) -> Scenario {
    let unit = scenario.unit.as_deref().unwrap_or_default();
    let id = |node: Node| framework.indicator(node).id.as_str();
    let supposed = |node: Node, score: Exact| {
        let score = Score::try_new(score.clamp_to(Exact::ZERO, Exact::ONE))?;
        Some(Override {
            unit: unit.to_owned(),
            indicator: id(node).to_owned(),
            entry: Entry::Score(score),
            kind: Kind::WhatIf,
        })
    };
    let is_of = |node: Node, kind| scenario.find(unit, id(node), kind).is_some();
    let is_set = |node: Node| {
        [Kind::WhatIf, Kind::Assessed]
            .iter()
            .any(|&kind| is_of(node, kind))
    };
    let swallows = |node: &Node| {
        is_set(*node)
            && entries
                .iter()
                .any(|(step, _)| framework.is_above(*node, *step))
    };
    let dissolved: Vec<Node> = framework.nodes().filter(swallows).collect();
    let is_below = |node: Node| {
        dissolved
            .iter()
            .any(|&above| framework.is_above(above, node))
    };
    let mut reached = scenario.clone();
    for node in framework.nodes() {
        let is_dissolved = dissolved.contains(&node) || (is_below(node) && !all.contains(&node));
        if is_dissolved {
            for kind in [Kind::WhatIf, Kind::Assessed] {
                reached = reached.without_kind(unit, id(node), kind);
            }
        }
    }
    let kept = all.iter().filter(|&&node| is_below(node) && !is_set(node));
    let kept = kept.map(|&node| (node, lowest_entry(card.score(node))));
    for (node, score) in kept.chain(entries.iter().copied()) {
        if let Some(item) = supposed(node, score) {
            reached = reached.with_override(item);
        }
    }
    reached
}
