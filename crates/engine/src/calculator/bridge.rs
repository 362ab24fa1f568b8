//! What of a change between two editions, also of two frameworks, is method and what is movement.

use super::explain::counterparts;
use super::resolve::position;
use super::{Calculator, CalculatorError, PlanLevel};
use crate::analysis::{Range, Split, Unknown, median, split, sums_of, weights_of_sum};
use crate::model::{Edition, Exact, Maxima, Node, Scenario};
use std::sync::Arc;

/// A main indicator that is published by itself in both editions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BridgePart {
    /// The indicator, in the framework of the edition after.
    pub node: Node,
    /// Its share of the total before and after.
    pub shares: [Exact; 2],
    /// The unit's score on it before and after.
    pub scores: [Exact; 2],
    /// What it changed in the unit's score: by its weight, which is method; and by its value, which is
    /// movement and, across frameworks, what is measured in another way.
    pub split: Split,
    /// The median over all units of what its value changed: what moved everybody alike.
    pub typical: Exact,
}

/// The main indicators that are not published by themselves in both editions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HiddenPart {
    /// The indicators, in the framework of the edition after.
    pub nodes: Vec<Node>,
    /// What they changed in the unit's score together; where their sum follows from the total, the
    /// rounding of published figures is in it.
    pub change: Exact,
    /// What other weights did to it, within all values that are possible.
    pub weights: Range,
    /// What is left of it for other values.
    pub values: Range,
}

/// A change of score between two editions by what caused it.
///
/// # Invariant
///
/// The splits of all `parts`, `hidden` and `rest` add up to the change of the score exactly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bridge {
    /// Row of the unit in both editions.
    pub position: usize,
    /// Score before and after.
    pub scores: [Exact; 2],
    /// Rank before and after.
    pub ranks: [u32; 2],
    /// Main indicators that can be compared.
    pub parts: Vec<BridgePart>,
    /// Those that cannot, where there are any.
    pub hidden: Option<HiddenPart>,
    /// Rounding of published figures.
    pub rest: Exact,
    /// Share of all max points before and after that can be compared.
    pub comparable: [Exact; 2],
    /// Whether the frameworks differ, so that values also change with how they are measured.
    pub across_frameworks: bool,
    /// Places due to own values, rivals' values and method; positive is worse.
    pub places: [Exact; 3],
    /// Whether these rest on estimates.
    pub estimated: bool,
}

impl Bridge {
    /// What other weights did to the score.
    pub fn weights(&self) -> Range {
        let known = self.parts.iter().map(|part| part.split.weights).sum();
        let hidden = self.hidden.as_ref().map(|hidden| hidden.weights);
        Range::only(known).plus(hidden.unwrap_or_default())
    }

    /// What other values did to the score.
    pub fn values(&self) -> Range {
        let known = self.parts.iter().map(|part| part.split.values).sum();
        let hidden = self.hidden.as_ref().map(|hidden| hidden.values);
        Range::only(known).plus(hidden.unwrap_or_default())
    }
}

impl Calculator {
    /// What of a unit's change from one edition to another is method and what is movement, by main
    /// indicator. Components are refused: none of their results is published.
    ///
    /// ```
    /// use dti_engine::calculator::PlanLevel;
    /// let calculator = dti_formats::official()?;
    /// let bridge = calculator.bridge("bac-giang", "2023", "2024", PlanLevel::Main)?;
    /// assert_eq!(bridge.parts.len(), 4);
    /// assert_eq!(bridge.comparable[0].to_text(2), "0.60");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bridge(
        &self,
        unit: &str,
        from: &str,
        to: &str,
        level: PlanLevel,
    ) -> Result<Bridge, CalculatorError> {
        let (before, after) = (self.edition(from)?, self.edition(to)?);
        let ids = || (from.to_owned(), to.to_owned());
        if level == PlanLevel::Component {
            let (from, to) = ids();
            return Err(CalculatorError::NoCrosswalk { from, to });
        }
        let pairs = counterparts(before, after).filter(|_| !after.framework().is_composite());
        let pairs = pairs.ok_or_else(|| {
            let (from, to) = ids();
            CalculatorError::NotComparable { from, to }
        })?;
        let row = position(after, unit)?;
        let [old, new] = [from, to].map(Scenario::baseline);
        let why = self.explain(unit, &old, &new)?;
        let both = Both {
            calculator: self,
            editions: [before, after],
            maxima: [before, after].map(|edition| Maxima::of(edition.framework())),
        };
        let mut bridge = Bridge {
            position: row,
            scores: [why.score_before, why.score_after],
            ranks: [why.rank_before, why.rank_after],
            parts: Vec::new(),
            hidden: None,
            rest: why.score_change,
            comparable: [Exact::ZERO; 2],
            across_frameworks: before.framework().id() != after.framework().id(),
            places: [why.own, why.rivals, why.method],
            estimated: why.estimated,
        };
        both.fill(&mut bridge, &pairs);
        Ok(bridge)
    }
}

/// Two editions of the same units.
struct Both<'a> {
    calculator: &'a Calculator,
    editions: [&'a Arc<Edition>; 2],
    maxima: [Maxima; 2],
}

impl Both<'_> {
    /// Puts in what the main indicators did.
    fn fill(&self, bridge: &mut Bridge, pairs: &[(Node, Node)]) {
        let mut known = [Exact::ZERO; 2];
        let (mut hidden, mut unknown) = (Vec::new(), Vec::new());
        for &(old, new) in pairs {
            let shares = [self.share(0, old), self.share(1, new)];
            let scores = [
                self.own(0, old, bridge.position),
                self.own(1, new, bridge.position),
            ];
            let [Some(before), Some(after)] = scores else {
                hidden.push(new);
                unknown.push(Unknown { shares, scores });
                continue;
            };
            let split = split(shares, [before, after]);
            for (year, score) in [before, after].into_iter().enumerate() {
                for (sum, part) in [(&mut known, score), (&mut bridge.comparable, Exact::ONE)] {
                    if let (Some(sum), Some(share)) = (sum.get_mut(year), shares.get(year)) {
                        *sum = *sum + *share * part;
                    }
                }
            }
            bridge.rest = bridge.rest - split.weights - split.values;
            bridge.parts.push(BridgePart {
                node: new,
                shares,
                scores: [before, after],
                split,
                typical: self.typical(shares, (old, new)),
            });
        }
        if unknown.is_empty() {
            return;
        }
        let [before, after] = bridge.scores;
        let [old, new] = known;
        let sums = sums_of(&unknown, [before - old, after - new]);
        let [was, is] = sums;
        let weights = weights_of_sum(&unknown, sums);
        bridge.hidden = Some(HiddenPart {
            nodes: hidden,
            change: is - was,
            weights,
            values: weights.from_whole(is - was),
        });
        bridge.rest = bridge.rest - (is - was);
    }

    fn share(&self, year: usize, node: Node) -> Exact {
        let maxima = self.maxima.get(year);
        let share = |own: &Maxima| own.of_node(node).div_or(own.total(), Exact::ZERO);
        maxima.map_or(Exact::ZERO, share)
    }

    /// The score of the unit in a row, where it is on file by itself.
    fn own(&self, year: usize, node: Node, row: usize) -> Option<Exact> {
        let edition = self.editions.get(year)?;
        let unit = edition.units().get(row)?;
        let id = &edition.framework().indicator(node).id;
        self.calculator.own_score(edition, &unit.id, id)
    }

    /// The median of what an indicator's value changed, over the units that have it in both.
    fn typical(&self, shares: [Exact; 2], (old, new): (Node, Node)) -> Exact {
        let rows = self.editions[1].units().len();
        let changes = (0..rows).filter_map(|row| {
            let scores = [self.own(0, old, row)?, self.own(1, new, row)?];
            Some(split(shares, scores).values)
        });
        median(&changes.collect::<Vec<_>>()).unwrap_or(Exact::ZERO)
    }
}
