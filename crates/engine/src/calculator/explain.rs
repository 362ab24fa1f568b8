//! Why a unit's rank moved between two scenarios.

use super::resolve::resolve;
use super::simulation::{Outcome, outcomes};
use super::{Calculator, CalculatorError, rounding};
use crate::analysis::{
    Basis, Change, Course, Effects, RanksAlone, Rounding, Seen, aggregate, course, effects,
    in_rows, place_among, rests_on_estimates, reweighed, with_ties,
};
use crate::model::{Edition, Exact, Framework, Maxima, Node, Scenario, Scorecard};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A unit that overtook, and what changed the gap to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    /// Row of the overtaker in the editions.
    pub position: usize,
    /// Its score less that of the unit asked about, before: zero or negative.
    pub gap_before: Exact,
    /// The same after: positive.
    pub gap_after: Exact,
    /// The change of the gap by main indicator, the rest last; they add up exactly.
    pub changes: Vec<Change>,
}

/// Why a unit's rank moved from one state to another.
///
/// # Invariants
///
/// `rank_change` equals `own` plus `rivals` plus `method`; unless ranks are dense it is the number
/// of `overtook_me` less that of `i_overtook`. All `changes` add up to `score_change`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// Row of the unit in both editions.
    pub position: usize,
    /// Rank before.
    pub rank_before: u32,
    /// Rank after.
    pub rank_after: u32,
    /// Score before, rounded as it is ranked.
    pub score_before: Exact,
    /// Score after, rounded as it is ranked.
    pub score_after: Exact,
    /// Places lost; negative when gained.
    pub rank_change: i64,
    /// Change of the score.
    pub score_change: Exact,
    /// Places due to its own values; positive is worse.
    pub own: Exact,
    /// Places due to the values of all others.
    pub rivals: Exact,
    /// Places due to another framework or other max points; zero where the weights are the same.
    pub method: Exact,
    /// Where each of these would lead by itself.
    pub alone: RanksAlone,
    /// Whether any of this rests on an estimate.
    pub estimated: bool,
    /// Rows of the units that are ahead now and were not before, best first.
    pub overtook_me: Vec<usize>,
    /// Rows of the units that were ahead before and are not now, best first.
    pub i_overtook: Vec<usize>,
    /// The change of the score by main indicator known in both states, the rest last.
    pub changes: Vec<Change>,
    /// One per unit of `overtook_me`, in that order.
    pub pairs: Vec<Pair>,
}

impl Calculator {
    /// Why the rank of a unit differs between two scenarios: of two editions with the same units,
    /// or of one edition.
    ///
    /// The unit is never a rival, whatever the scenarios say. `unavailable` for 2020 and 2021,
    /// which are ranks and a few scores only, and across the merger.
    pub fn explain(
        &self,
        unit: &str,
        from: &Scenario,
        to: &Scenario,
    ) -> Result<Explanation, CalculatorError> {
        let edition = self.edition(&to.edition)?;
        let before = self.state(unit, from, edition)?;
        let after = self.state(unit, to, edition)?;
        let basis = if from.edition == to.edition {
            Basis::SameEdition
        } else {
            Basis::TwoEditions
        };
        let passage = Passage {
            edition,
            basis,
            before,
            after,
        };
        let explanation = edition.position(unit).and_then(|row| passage.explain(row));
        explanation.ok_or_else(|| CalculatorError::UnknownUnit {
            given: unit.to_owned(),
            edition: edition.id().to_owned(),
        })
    }

    /// A scenario seen from one unit, on the nodes of the edition `onto`.
    fn state(
        &self,
        unit: &str,
        scenario: &Scenario,
        onto: &Edition,
    ) -> Result<State, CalculatorError> {
        let edition = self.edition(&scenario.edition)?;
        let baseline = self.baseline(edition)?;
        let nodes = counterparts(edition, onto).ok_or_else(|| CalculatorError::NotComparable {
            from: edition.id().to_owned(),
            to: onto.id().to_owned(),
        })?;
        let asked = Scenario {
            unit: Some(unit.to_owned()),
            ..scenario.clone()
        };
        let resolved = resolve(edition, &asked)?;
        let mut outcomes = outcomes(&self.catalogue, edition, baseline, &asked, &resolved)?;
        let maxima = maxima_onto(edition.framework(), scenario, onto.framework(), &nodes);
        // A sum on its own nodes is one already.
        let (own, other) = (edition.framework(), onto.framework());
        if !Arc::ptr_eq(own, other) || own.is_composite() {
            for outcome in &mut outcomes {
                for card in [&mut outcome.card, &mut outcome.present] {
                    *card = card_onto(card, other, &maxima, &nodes);
                }
            }
        }
        let rounding = rounding(edition.framework());
        let totals = outcomes.iter().map(Outcome::unrounded).collect();
        Ok(State {
            framework: Arc::clone(edition.framework()),
            scores: ranked(edition.framework(), rounding, totals),
            outcomes,
            maxima,
            rounding,
        })
    }
}

/// Main indicators of two editions by id, where these have the same units and main indicators, and
/// make totals and ranks of them alike.
pub(super) fn counterparts(edition: &Edition, onto: &Edition) -> Option<Vec<(Node, Node)>> {
    let (own, other) = (edition.framework(), onto.framework());
    let rules = |framework: &Framework| {
        let header = framework.header();
        (header.mean, header.missing, header.ties)
    };
    if rules(own) != rules(other) {
        return None;
    }
    let same_units = edition.units().iter().map(|unit| &unit.id);
    if !same_units.eq(onto.units().iter().map(|unit| &unit.id)) {
        return None;
    }
    let mains: Vec<Node> = other.mains().collect();
    let found = own.mains().map(|node| {
        let id = &own.indicator(node).id;
        let twin = mains.iter().find(|&&twin| other.indicator(twin).id == *id);
        twin.map(|&twin| (node, twin))
    });
    let pairs: Vec<(Node, Node)> = found.collect::<Option<_>>()?;
    (pairs.len() == mains.len()).then_some(pairs)
}

fn maxima_onto(
    own: &Framework,
    scenario: &Scenario,
    onto: &Framework,
    nodes: &[(Node, Node)],
) -> Maxima {
    let mut maxima = BTreeMap::new();
    for &(node, twin) in nodes {
        let indicator = own.indicator(node);
        let changed = scenario.max_points.get(&indicator.id).copied();
        maxima.insert(twin, changed.unwrap_or(indicator.max_points));
    }
    Maxima::changed(onto, &maxima)
}

fn card_onto(
    card: &Scorecard,
    onto: &Framework,
    maxima: &Maxima,
    nodes: &[(Node, Node)],
) -> Scorecard {
    let mut copy = Scorecard::empty(onto);
    for &(node, twin) in nodes {
        if let Some(value) = card.value(node) {
            copy.put(twin, value.score, value.origin);
        }
    }
    aggregate(onto, maxima, &mut copy);
    copy
}

/// Totals as they are ranked.
fn ranked(framework: &Framework, rounding: Rounding, totals: Vec<Exact>) -> Vec<Exact> {
    let totals = with_ties(framework, totals).into_iter();
    totals.map(|total| rounding.round(total)).collect()
}

/// All units under one scenario, cards and maxima on the nodes of the second state.
struct State {
    framework: Arc<Framework>,
    outcomes: Vec<Outcome>,
    /// Rounded as they are ranked, in the edition's order.
    scores: Vec<Exact>,
    maxima: Maxima,
    rounding: Rounding,
}

impl State {
    /// The scores of these values under the weights of another state.
    fn scores_under(&self, framework: &Framework, other: &Self) -> Vec<Exact> {
        let score = |outcome: &Outcome| {
            let own = reweighed(framework, &other.maxima, outcome.own_total, &outcome.card);
            outcome.moved_from(own)
        };
        ranked(
            framework,
            other.rounding,
            self.outcomes.iter().map(score).collect(),
        )
    }

    fn score(&self, position: usize) -> Exact {
        self.scores.get(position).copied().unwrap_or(Exact::ZERO)
    }

    fn in_rows(&self, position: usize) -> Exact {
        in_rows(&self.framework, self.score(position))
    }

    fn is_ahead(&self, first: usize, second: usize) -> bool {
        self.score(first) > self.score(second)
    }

    fn seen(&self, position: usize) -> Option<Seen<'_>> {
        let outcome = self.outcomes.get(position)?;
        Some(Seen {
            maxima: &self.maxima,
            card: &outcome.card,
            present: &outcome.present,
            score: self.in_rows(position),
        })
    }
}

struct Passage<'a> {
    edition: &'a Arc<Edition>,
    basis: Basis,
    before: State,
    after: State,
}

impl Passage<'_> {
    fn explain(&self, position: usize) -> Option<Explanation> {
        let (before, after) = (&self.before, &self.after);
        let ties = self.edition.framework().header().ties;
        let rank = |state: &State| place_among(state.score(position), &state.scores, ties);
        let [rank_before, rank_after] = [rank(before), rank(after)];
        let overtook_me = self.best_first(|other| {
            !before.is_ahead(other, position) && after.is_ahead(other, position)
        });
        let i_overtook = self.best_first(|other| {
            before.is_ahead(other, position) && !after.is_ahead(other, position)
        });
        let effects = self.effects(position);
        let own = self.course(position)?;
        let [score_before, score_after] = [before, after].map(|state| state.in_rows(position));
        let pair = |&other: &usize| self.pair(position, &own, other);
        Some(Explanation {
            position,
            rank_before,
            rank_after,
            score_before,
            score_after,
            rank_change: i64::from(rank_after) - i64::from(rank_before),
            score_change: score_after - score_before,
            own: effects.own,
            rivals: effects.rivals,
            method: effects.method,
            alone: effects.alone,
            estimated: self.is_estimated(),
            pairs: overtook_me.iter().filter_map(pair).collect(),
            overtook_me,
            i_overtook,
            changes: own.changes(),
        })
    }

    fn effects(&self, position: usize) -> Effects {
        let (before, after) = (&self.before, &self.after);
        let framework = self.edition.framework();
        let ties = framework.header().ties;
        if self.has_same_weights() {
            let (old, new) = (&before.scores, &after.scores);
            return effects(position, ties, [old, old], [new, new]);
        }
        let old = before.scores_under(framework, after);
        let new = after.scores_under(framework, before);
        effects(
            position,
            ties,
            [&before.scores, &old],
            [&new, &after.scores],
        )
    }

    fn has_same_weights(&self) -> bool {
        let (before, after) = (&self.before, &self.after);
        let mut mains = self.edition.framework().mains();
        let is_same = |node: Node| before.maxima.of_node(node) == after.maxima.of_node(node);
        before.rounding == after.rounding && mains.all(is_same)
    }

    /// A what-if on an estimate in either state, or other weights for two estimates of one unit.
    fn is_estimated(&self) -> bool {
        let framework = self.edition.framework();
        let maxima = [&self.before.maxima, &self.after.maxima];
        let mut outcomes = self.before.outcomes.iter().chain(&self.after.outcomes);
        outcomes.any(|outcome| {
            outcome.estimated || rests_on_estimates(framework, maxima, &outcome.card)
        })
    }

    /// The units of which something holds, in the order of the second state, ties by id.
    fn best_first(&self, holds: impl Fn(usize) -> bool) -> Vec<usize> {
        let id = |row: usize| self.edition.units().get(row).map(|unit| unit.id.as_str());
        let key = |row: usize| (-self.after.score(row), id(row));
        let rows = 0..self.after.scores.len();
        let mut rows: Vec<usize> = rows.filter(|&row| holds(row)).collect();
        rows.sort_unstable_by(|&one, &other| key(one).cmp(&key(other)));
        rows
    }

    fn course(&self, position: usize) -> Option<Course> {
        let (before, after) = (self.before.seen(position)?, self.after.seen(position)?);
        Some(course(
            self.edition.framework(),
            self.basis,
            &before,
            &after,
        ))
    }

    fn pair(&self, position: usize, own: &Course, other: usize) -> Option<Pair> {
        let gap = |state: &State| state.in_rows(other) - state.in_rows(position);
        Some(Pair {
            position: other,
            gap_before: gap(&self.before),
            gap_after: gap(&self.after),
            changes: self.course(other)?.gap_changes(own),
        })
    }
}
