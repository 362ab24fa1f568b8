//! "I know that it was this": puts known figures in place of estimates and refills the rest so
//! that the known sum still holds (method 4).

use super::{Completion, Fit, MissingFigures, Profile, complete};
use crate::model::{Exact, Figure, Framework, Level, Node, Origin, Row, Scorecard};
use std::collections::BTreeMap;

/// Why a known figure cannot stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KnownRefusal {
    /// The figure is on file, or follows exactly from figures on file.
    OnFile {
        /// The node.
        node: Node,
        /// Published or derived.
        origin: Origin,
    },
    /// The others cannot make up for it: the known sum could not hold.
    Unreachable {
        /// The node.
        node: Node,
        /// Lowest score with which the sum holds.
        low: Exact,
        /// Highest score with which the sum holds.
        high: Exact,
    },
    /// Nothing is left to refill and the entered values miss the known sum.
    SumMissed {
        /// Points by which the entered values are too low (positive) or too high (negative).
        by: Exact,
        /// What rounding may explain.
        allowed: Exact,
    },
    /// The unit has figures missing that no known sum covers.
    Missing(MissingFigures),
}

/// Largest miss that rounding explains, as a share of the total max points.
const ROUNDING_SHARE: (i64, u32) = (1, 4);

/// Completes a unit again with some of its estimates replaced by known scores.
pub fn refill(
    framework: &Framework,
    profile: &Profile,
    row: &Row,
    present: &Scorecard,
    known: &BTreeMap<Node, Exact>,
) -> Result<Completion, KnownRefusal> {
    let mut row = row.clone();
    for (&node, &value) in known {
        match present.origin(node) {
            Some(Origin::Estimated | Origin::Loaded) => {}
            origin => {
                let origin = origin.unwrap_or(Origin::Derived);
                return Err(KnownRefusal::OnFile { node, origin });
            }
        }
        let figure = Figure {
            value,
            origin: Origin::Entered,
            source: String::new(),
            copies: 0,
        };
        row.indicators.insert(node, figure);
    }
    let completion = complete(framework, profile, &row).map_err(KnownRefusal::Missing)?;
    let total = framework.total().value();
    let allowed = Exact::decimal(ROUNDING_SHARE.0, ROUNDING_SHARE.1) * total;
    for fit in &completion.fits {
        let known = entered_below(framework, &completion.card, fit.above, known);
        check(framework, fit, &known, allowed)?;
    }
    Ok(completion)
}

/// The known figures that a known sum counts: below the total not those of components whose main
/// indicator is an estimate all the same.
fn entered_below(
    framework: &Framework,
    card: &Scorecard,
    above: Node,
    known: &BTreeMap<Node, Exact>,
) -> Vec<(Node, Exact)> {
    let counts = |node: Node| {
        let is_below = above == Node::ROOT || framework.is_above(above, node);
        let mut around = framework
            .nodes()
            .filter(|&other| other != above && framework.is_above(other, node));
        let is_guess = |other: Node| card.origin(other) == Some(Origin::Estimated);
        let is_main = |other: Node| framework.indicator(other).level >= Level::Main;
        is_below && !around.any(|other| is_main(other) && is_guess(other))
    };
    let own = known.iter().filter(|(node, _)| counts(**node));
    own.map(|(&node, &score)| (node, score)).collect()
}

/// Whether a known sum was met. Where it was not, the last of the known figures for which the others
/// leave a range is the one to correct.
fn check(
    framework: &Framework,
    fit: &Fit,
    known: &[(Node, Exact)],
    allowed: Exact,
) -> Result<(), KnownRefusal> {
    if known.is_empty() {
        return Ok(());
    }
    if fit.capacity == Exact::ZERO {
        let is_rounding = fit.remaining.abs() <= allowed;
        return if is_rounding {
            Ok(())
        } else {
            Err(KnownRefusal::SumMissed {
                by: fit.remaining,
                allowed,
            })
        };
    }
    if fit.remaining >= Exact::ZERO && fit.remaining <= fit.capacity {
        return Ok(());
    }
    // With the other entries as they are, one may give back or take what is out of range.
    for &(node, score) in known.iter().rev() {
        let max_points = framework.indicator(node).max_points.value();
        let share = |points: Exact| score + points.div_or(max_points, Exact::ZERO);
        let low = share(fit.remaining - fit.capacity).max(Exact::ZERO);
        let high = share(fit.remaining).min(Exact::ONE);
        if low <= high && max_points > Exact::ZERO {
            return Err(KnownRefusal::Unreachable { node, low, high });
        }
    }
    let by = if fit.remaining.is_negative() {
        fit.remaining
    } else {
        fit.remaining - fit.capacity
    };
    Err(KnownRefusal::SumMissed {
        by,
        allowed: Exact::ZERO,
    })
}

#[cfg(test)]
mod tests {
    use super::{KnownRefusal, check};
    use crate::analysis::Fit;
    use crate::model::{
        Exact, Framework, FrameworkHeader, Indicator, IndicatorDraft, MaxPoints, Node,
    };

    fn one_indicator() -> (Framework, Node) {
        let indicator = Indicator {
            id: "a".into(),
            max_points: MaxPoints::try_new(100).unwrap(),
            ..Indicator::default()
        };
        let draft = IndicatorDraft {
            parent: None,
            indicator,
        };
        let framework =
            Framework::try_new(FrameworkHeader::default(), vec![draft], Vec::new()).unwrap();
        let node = framework.node("a").unwrap();
        (framework, node)
    }

    #[test]
    fn a_tenth_of_a_point_in_a_thousand_is_rounding_and_more_is_not() {
        let (framework, node) = one_indicator();
        let known = [(node, Exact::ONE)];
        let allowed = Exact::decimal(1, 1);
        let fit = |remaining| Fit {
            above: Node::ROOT,
            remaining,
            capacity: Exact::ZERO,
        };
        assert!(check(&framework, &fit(Exact::decimal(-1, 1)), &known, allowed).is_ok());
        let refusal = check(&framework, &fit(Exact::decimal(11, 2)), &known, allowed);
        assert!(matches!(refusal, Err(KnownRefusal::SumMissed { .. })));
    }

    #[test]
    fn the_range_that_still_holds_the_sum_is_given() {
        let (framework, node) = one_indicator();
        let known = [(node, Exact::decimal(9, 1))];
        let capacity = Exact::whole(50);
        let fit = Fit {
            above: Node::ROOT,
            remaining: Exact::whole(-20),
            capacity,
        };
        let refusal = check(&framework, &fit, &known, Exact::ZERO);
        let (low, high) = (Exact::decimal(2, 1), Exact::decimal(7, 1));
        assert_eq!(refusal, Err(KnownRefusal::Unreachable { node, low, high }));
    }
}
