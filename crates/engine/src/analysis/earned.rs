//! What a raw value earns of an indicator: by its rule, or as the sum over what stands below it.

use super::{RuleMismatch, score};
use crate::model::{Exact, Framework, Node, RawValue, Score};

/// The share of an indicator's own max points that a raw value earns: by its rule, or as the sum over
/// what stands below it, each of which must have a value then. Nothing where it is not scored.
pub fn earned(framework: &Framework, node: Node, raw: &RawValue) -> Result<Score, RuleMismatch> {
    let indicator = framework.indicator(node);
    if !indicator.scored {
        return Ok(Score::ZERO);
    }
    let max_points = indicator.max_points.value();
    let share = match raw {
        RawValue::Parts(parts) if !indicator.children.is_empty() => {
            sum_below(framework, node, parts)?.div_or(max_points, Exact::ZERO)
        }
        other => score(&indicator.rule, max_points, other)?,
    };
    Score::try_new(share).ok_or(RuleMismatch::WrongKind)
}

/// The points of what stands below an indicator, each of which must have a value.
fn sum_below(
    framework: &Framework,
    node: Node,
    parts: &[(String, RawValue)],
) -> Result<Exact, RuleMismatch> {
    let id = |node: Node| &framework.indicator(node).id;
    let children = &framework.indicator(node).children;
    for (place, (given, _)) in parts.iter().enumerate() {
        let given = given.clone();
        if children.iter().all(|&child| *id(child) != given) {
            let allowed = children.iter().map(|&child| id(child).clone()).collect();
            return Err(RuleMismatch::NoSuchPart { given, allowed });
        }
        if parts.iter().take(place).any(|(other, _)| *other == given) {
            return Err(RuleMismatch::Twice { given });
        }
    }
    let points = framework.scored_children(node).map(|child| {
        let found = parts.iter().find(|(given, _)| given == id(child));
        let (_, raw) = found.ok_or_else(|| RuleMismatch::MissingPart {
            id: id(child).clone(),
        })?;
        let share = earned(framework, child, raw)?;
        Ok(share.value() * framework.indicator(child).max_points.value())
    });
    points.sum()
}
