//! Which indicators a plan may step through: main indicators, or what lies below one where components
//! are asked for or figures that the user has entered decide its score.

use super::PlanQuestion;
use super::terms::Terms;
use crate::analysis::{Lever, is_left_out, levels, reachable};
use crate::calculator::resolve::resolve;
use crate::calculator::{Calculator, CalculatorError, highest_entry, lowest_entry};
use crate::model::{Exact, Framework, Maxima, Node, Origin, SCORE_DECIMALS, Scorecard, Standing};
use std::collections::BTreeMap;

/// Which indicators a plan steps through.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PlanLevel {
    /// Main indicators; what stands below one where something below it is entered, since it cannot
    /// move past that.
    #[default]
    Main,
    /// Components and criteria with their rules, where the framework has them.
    Component,
}

/// An indicator that a plan may step through.
pub(super) struct Candidate {
    pub(super) node: Node,
    pub(super) lever: Lever,
    /// Where its present score comes from.
    pub(super) origin: Origin,
    pub(super) is_locked: bool,
}

impl Candidate {
    /// A score as it is entered: rounded up, and not beyond the cap.
    pub(super) fn entry(&self, score: Exact) -> Exact {
        let levers_cap = self.lever.cap.max(self.lever.start);
        lowest_entry(score).min(levers_cap)
    }

    /// The same of a float, whose last digits are not meant.
    pub(super) fn entry_of(&self, score: f64) -> Exact {
        const CRUMB: f64 = 1e-6;
        let scale = 10_f64.powi(SCORE_DECIMALS as i32);
        let units = (score * scale - CRUMB).ceil();
        self.entry(Exact::decimal(units as i64, SCORE_DECIMALS))
    }
}

/// The indicators that count, in the framework's order.
fn candidates(
    framework: &Framework,
    maxima: &Maxima,
    card: &Scorecard,
    terms: &Terms,
) -> Vec<Candidate> {
    let candidate = |node: Node| {
        let start = card.score(node);
        let is_locked = terms.is_locked(framework, node);
        // A locked indicator is one whose cap is where it stands.
        let cap = if is_locked {
            start
        } else {
            terms.cap(framework, node)
        };
        let lever = Lever {
            max_points: maxima.of_node(node),
            start,
            cap,
            cost: terms.cost(framework, node),
            levels: levels(&framework.indicator(node).rule),
        };
        let origin = card.origin(node).unwrap_or(Origin::Derived);
        Candidate {
            node,
            lever,
            origin,
            is_locked,
        }
    };
    let counts = |node: &Node| maxima.of_node(*node) > Exact::ZERO;
    step_nodes(framework, card, terms.level)
        .into_iter()
        .filter(counts)
        .map(candidate)
        .collect()
}

impl Calculator {
    /// The indicators that count for the unit of a question. Where a main indicator of a composite
    /// framework cannot rise past what is entered below it, that is its cap.
    pub(super) fn plan_candidates(
        &self,
        question: &PlanQuestion,
        position: usize,
        maxima: &Maxima,
        own: &Standing,
        terms: &Terms,
    ) -> Result<Vec<Candidate>, CalculatorError> {
        let edition = self.edition(&question.scenario.edition)?;
        let framework = edition.framework();
        let mut found = candidates(framework, maxima, &own.card, terms);
        let what_if = resolve(edition, &question.scenario)?.what_if;
        let (Some(entries), Some(card)) = (
            what_if.get(&position),
            self.baseline(edition)?.cards.get(position),
        ) else {
            return Ok(found);
        };
        for candidate in found.iter_mut().filter(|_| framework.is_composite()) {
            let mut below = BTreeMap::new();
            for (&node, &score) in entries {
                if framework.is_above(candidate.node, node) {
                    below.insert(node, score);
                }
            }
            if let Ok((_, high)) = reachable(framework, maxima, card, &below, candidate.node) {
                candidate.lever.cap = candidate.lever.cap.min(highest_entry(high));
            }
        }
        Ok(found)
    }
}

/// The nodes that plans set, in the framework's order.
pub(super) fn step_nodes(framework: &Framework, card: &Scorecard, level: PlanLevel) -> Vec<Node> {
    if framework.is_composite() {
        let counts = |node: &Node| !is_left_out(framework, card, *node);
        return framework.mains().filter(counts).collect();
    }
    let mut nodes = Vec::new();
    for main in framework.mains() {
        let below: Vec<Node> = framework
            .nodes()
            .filter(|&node| framework.is_above(main, node))
            .collect();
        // A main indicator cannot move past what is entered below it.
        let is_split = below.iter().any(|&node| match level {
            PlanLevel::Component => framework.indicator(node).scored,
            PlanLevel::Main => card.origin(node) == Some(Origin::Entered),
        });
        if is_split {
            collect_leaves(framework, main, &mut nodes);
        } else {
            nodes.push(main);
        }
    }
    nodes
}

fn collect_leaves(framework: &Framework, node: Node, leaves: &mut Vec<Node>) {
    let before = leaves.len();
    for child in framework.scored_children(node) {
        collect_leaves(framework, child, leaves);
    }
    // Whatever stands below has brought a leaf.
    if before == leaves.len() {
        leaves.push(node);
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::Terms;
    use super::{Candidate, candidates, step_nodes};
    use crate::analysis::{Effort, apply, cheapest};
    use crate::calculator::plan::reached::with_entries;
    use crate::calculator::{CalculatorError, ErrorCode, PlanLevel, PlanQuestion, Target};
    use crate::model::{
        Exact, Framework, FrameworkHeader, Indicator, IndicatorDraft, Level, MaxPoints, Maxima,
        Node, Origin, Rule, RuleKind, Scenario, Score, Scorecard,
    };
    use std::collections::BTreeMap;

    fn percent(value: i64) -> Exact {
        Exact::decimal(value, 2)
    }

    fn draft(id: &str, parent: Option<&str>, max_points: u32, rule: RuleKind) -> IndicatorDraft {
        let level = match id.split_once('.') {
            Some(_) => Level::Component,
            None if id == "group" => Level::Group,
            None => Level::Main,
        };
        IndicatorDraft {
            parent: parent.map(str::to_owned),
            indicator: Indicator {
                id: id.to_owned(),
                level,
                max_points: MaxPoints::try_new(max_points).unwrap(),
                scored: id != "smart",
                rule: Rule::from(rule),
                ..Indicator::default()
            },
        }
    }

    /// Two main indicators in a group, one of them with steps below it; everything at .3.
    fn with_rules() -> (Framework, Scorecard) {
        let quarters = (1..=4)
            .map(|count| (Exact::whole(count), percent(25 * count)))
            .collect();
        let drafts = vec![
            draft("group", None, 0, RuleKind::Points),
            draft("split", Some("group"), 0, RuleKind::Points),
            draft("split.1", Some("split"), 20, RuleKind::Steps(quarters)),
            draft("split.2", Some("split"), 30, RuleKind::Ratio),
            draft("whole", Some("group"), 100, RuleKind::Points),
            draft("nothing", None, 0, RuleKind::Points),
            draft("smart", None, 50, RuleKind::Points),
        ];
        let framework = Framework::try_new(FrameworkHeader::default(), drafts, vec![]).unwrap();
        let mut card = Scorecard::empty(&framework);
        for node in std::iter::once(Node::ROOT).chain(framework.nodes()) {
            card.put(node, percent(30), Origin::Published);
        }
        (framework, card)
    }

    fn question() -> PlanQuestion {
        let unit = Some("here".to_owned());
        PlanQuestion {
            scenario: Scenario {
                unit,
                ..Scenario::baseline("own")
            },
            target: Target::Rank(1),
            level: PlanLevel::Component,
            effort: Effort::Flat,
            costs: BTreeMap::new(),
            caps: BTreeMap::new(),
            locked: Vec::new(),
        }
    }

    fn collected(question: &PlanQuestion) -> Result<Vec<Candidate>, CalculatorError> {
        let (framework, card) = with_rules();
        let terms = Terms::new(&framework, &card, question)?;
        Ok(candidates(
            &framework,
            &Maxima::of(&framework),
            &card,
            &terms,
        ))
    }

    #[test]
    fn a_main_indicator_with_stepped_components_is_stepped_through_them() {
        let (framework, _) = with_rules();
        let found = collected(&question()).unwrap();
        let ids: Vec<&str> = found
            .iter()
            .map(|c| framework.indicator(c.node).id.as_str())
            .collect();
        assert_eq!(ids, ["split.1", "split.2", "whole"]);
        let levels = [0, 25, 50, 75, 100].map(percent).to_vec();
        assert_eq!(found[0].lever.levels, Some(levels));
        assert_eq!(found[1].lever.levels, None);
        // From .3 the quarters .5, .75 and 1 are left.
        assert_eq!(found[0].lever.headroom(), Exact::whole(14));
    }

    #[test]
    fn main_indicators_are_stepped_through_where_something_below_is_entered() {
        let (framework, mut card) = with_rules();
        let steps = |card: &Scorecard| {
            let steps = step_nodes(&framework, card, PlanLevel::Main);
            let id = |node: Node| framework.indicator(node).id.clone();
            steps.into_iter().map(id).collect::<Vec<_>>()
        };
        assert_eq!(steps(&card), ["split", "whole", "nothing"]);
        card.put(
            framework.node("split.2").unwrap(),
            percent(40),
            Origin::Entered,
        );
        assert_eq!(steps(&card), ["split.1", "split.2", "whole", "nothing"]);
    }

    #[test]
    fn components_inherit_the_terms_of_their_main_indicator() {
        let asked = PlanQuestion {
            costs: BTreeMap::from([("split".to_owned(), 2.0), ("split.2".to_owned(), 3.0)]),
            caps: BTreeMap::from([("split".to_owned(), Score::try_new(percent(80)).unwrap())]),
            locked: vec!["whole".to_owned()],
            ..question()
        };
        let found = collected(&asked).unwrap();
        let costs: Vec<f64> = found.iter().map(|c| c.lever.cost).collect();
        assert_eq!(costs, [2.0, 3.0, 1.0]);
        let tops: Vec<Exact> = found.iter().map(|c| c.lever.top()).collect();
        assert_eq!(tops, [75, 80, 30].map(percent));
        assert_eq!(
            found.iter().map(|c| c.is_locked).collect::<Vec<_>>(),
            [false, false, true]
        );
    }

    #[test]
    fn terms_name_what_plans_step_through() {
        for (id, code) in [
            ("group", ErrorCode::UnknownIndicator),
            ("moon", ErrorCode::UnknownIndicator),
            ("smart", ErrorCode::Unavailable),
        ] {
            let asked = PlanQuestion {
                locked: vec![id.to_owned()],
                ..question()
            };
            assert_eq!(
                collected(&asked).err().map(|error| error.code()),
                Some(code),
                "{id}"
            );
        }
        let asked = PlanQuestion {
            locked: vec!["moon".to_owned()],
            ..question()
        };
        // The main indicators that are split, and then what plans step through.
        let named = ["split", "split.1", "split.2", "whole", "nothing"];
        let error = collected(&asked).err();
        assert!(
            matches!(&error, Some(CalculatorError::UnknownIndicator { allowed, .. }) if *allowed == named),
            "{error:?}"
        );
        for cost in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-7, 2e6] {
            let costs = BTreeMap::from([("whole".to_owned(), cost)]);
            let error = collected(&PlanQuestion {
                costs,
                ..question()
            })
            .err();
            assert_eq!(
                error.map(|error| error.code()),
                Some(ErrorCode::OutOfRange),
                "{cost}"
            );
        }
    }

    #[test]
    fn a_plan_through_components_moves_the_total_by_its_points() {
        let (framework, card) = with_rules();
        let found = collected(&question()).unwrap();
        let levers: Vec<_> = found.iter().map(|c| c.lever.clone()).collect();
        let way = cheapest(&levers, Effort::Diminishing, Exact::whole(12)).unwrap();
        let entries: Vec<_> = way
            .moves
            .iter()
            .map(|step| {
                (
                    found[step.position].node,
                    found[step.position].entry_of(step.score),
                )
            })
            .collect();
        let all: Vec<Node> = found.iter().map(|c| c.node).collect();
        let reached = with_entries(&framework, &question().scenario, &all, &card, &entries);
        assert_eq!(reached.overrides.len(), entries.len());
        let maxima = Maxima::of(&framework);
        let after = apply(
            &framework,
            &maxima,
            &card,
            &entries.iter().copied().collect(),
        )
        .unwrap();
        let gained = (after.card.score(Node::ROOT) - card.score(Node::ROOT)) * maxima.total();
        assert!(gained >= Exact::whole(12) && gained < Exact::decimal(1203, 2));
    }

    #[test]
    fn entries_are_rounded_up_but_not_by_a_crumb_and_not_beyond_the_cap() {
        let caps = BTreeMap::from([("whole".to_owned(), Score::try_new(percent(80)).unwrap())]);
        let found = collected(&PlanQuestion { caps, ..question() }).unwrap();
        for (score, entry) in [
            (0.5, 5000),
            (0.500_000_000_01, 5000),
            (0.500_001, 5001),
            (0.79999, 8000),
            (0.9, 8000),
        ] {
            assert_eq!(found[2].entry_of(score), Exact::decimal(entry, 4));
        }
    }
}
