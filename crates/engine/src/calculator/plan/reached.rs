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

#[cfg(test)]
mod tests {
    use super::with_entries;
    use crate::model::{
        Entry, Exact, Framework, FrameworkHeader, IndicatorDraft, Kind, Level, Node, Origin,
        Override, Scenario, Score, Scorecard,
    };

    /// A group of `a`, `b` and `c`, and `d` beside it.
    fn framework() -> Framework {
        let drafts = vec![
            IndicatorDraft::of("group", Level::Group, None, 0),
            IndicatorDraft::of("a", Level::Main, Some("group"), 100),
            IndicatorDraft::of("b", Level::Main, Some("group"), 100),
            IndicatorDraft::of("c", Level::Main, Some("group"), 100),
            IndicatorDraft::of("d", Level::Main, None, 100),
        ];
        Framework::try_new(FrameworkHeader::default(), drafts, vec![]).unwrap()
    }

    /// The group where it has been set, and then what plans set, each as it is supposed.
    fn reached(set: &[(&str, i64, Kind)], all: &[&str]) -> Vec<(String, Exact, Kind)> {
        let framework = framework();
        let mut scenario = Scenario {
            unit: Some("u".to_owned()),
            ..Scenario::baseline("own")
        };
        for &(id, hundredths, kind) in set {
            let score = Score::try_new(Exact::decimal(hundredths, 2)).unwrap();
            scenario = scenario.with_override(Override {
                unit: "u".to_owned(),
                indicator: id.to_owned(),
                entry: Entry::Score(score),
                kind,
            });
        }
        // A third everywhere.
        let mut card = Scorecard::empty(&framework);
        for node in framework.nodes() {
            card.put(node, Exact::fraction(1, 3), Origin::Published);
        }
        let node = |id: &str| framework.node(id).unwrap();
        let all: Vec<Node> = all.iter().map(|id| node(id)).collect();
        let entries = [(node("a"), Exact::decimal(8, 1))];
        let reached = with_entries(&framework, &scenario, &all, &card, &entries);
        let told = |own: &Override| {
            let Entry::Score(score) = own.entry else {
                panic!("{own:?}");
            };
            (own.indicator.clone(), score.value(), own.kind)
        };
        reached.overrides.iter().map(told).collect()
    }

    fn said(id: &str, ten_thousandths: i64, kind: Kind) -> (String, Exact, Kind) {
        (id.to_owned(), Exact::decimal(ten_thousandths, 4), kind)
    }

    const ALL: [&str; 4] = ["a", "b", "c", "d"];

    #[test]
    fn a_step_below_what_is_not_set_is_added_alone() {
        let step = || said("a", 8000, Kind::WhatIf);
        assert_eq!(reached(&[], &ALL), [step()]);
        let beside = ("d", 50, Kind::WhatIf);
        let kept = said("d", 5000, Kind::WhatIf);
        assert_eq!(reached(&[beside], &ALL), [kept, step()]);
    }

    #[test]
    fn what_swallows_a_step_becomes_what_stands_below_it() {
        for kind in [Kind::WhatIf, Kind::Assessed] {
            // What is set below it stays as it is set; `d` is not below it.
            let set = [("group", 40, kind), ("b", 50, kind)];
            let expected = [
                said("b", 5000, kind),
                said("a", 8000, Kind::WhatIf),
                said("c", 3334, Kind::WhatIf),
            ];
            assert_eq!(reached(&set, &ALL), expected);
            // Where plans do not set it, it goes too.
            let expected = [said("a", 8000, Kind::WhatIf), said("c", 3334, Kind::WhatIf)];
            assert_eq!(reached(&set, &["a", "c", "d"]), expected);
        }
        let known = [("group", 40, Kind::Known)];
        let expected = [
            said("group", 4000, Kind::Known),
            said("a", 8000, Kind::WhatIf),
        ];
        assert_eq!(reached(&known, &ALL), expected);
    }
}
