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

#[cfg(test)]
mod tests {
    use super::{RuleMismatch, earned};
    use crate::model::{
        Answer, Exact, Framework, FrameworkHeader, Indicator, IndicatorDraft, Level, MaxPoints,
        RawValue, Rule, RuleKind, Score,
    };

    /// A main indicator of a component with a yes or no worth 3 points and a ratio worth 1.
    fn framework() -> Framework {
        let draft = |id: &str, parent: Option<&str>, level, points, kind| IndicatorDraft {
            parent: parent.map(str::to_owned),
            indicator: Indicator {
                id: id.to_owned(),
                level,
                max_points: MaxPoints::of_hundredths(points).unwrap(),
                rule: Rule::from(kind),
                ..Indicator::default()
            },
        };
        let drafts = vec![
            draft("a", None, Level::Main, 0, RuleKind::Points),
            draft("a.1", Some("a"), Level::Component, 0, RuleKind::Points),
            draft("a.1.1", Some("a.1"), Level::Criterion, 300, RuleKind::YesNo),
            draft("a.1.2", Some("a.1"), Level::Criterion, 100, RuleKind::Ratio),
        ];
        Framework::try_new(FrameworkHeader::default(), drafts, Vec::new()).unwrap()
    }

    fn of_parts(parts: &[(&str, RawValue)]) -> Result<Exact, RuleMismatch> {
        let framework = framework();
        let parts = parts
            .iter()
            .map(|(id, raw)| ((*id).to_owned(), raw.clone()));
        let raw = RawValue::Parts(parts.collect());
        earned(&framework, framework.node("a.1").unwrap(), &raw).map(Score::value)
    }

    #[test]
    fn parts_add_up_by_their_points() {
        let yes = ("a.1.1", RawValue::Answer(Answer::Yes));
        let half = ("a.1.2", RawValue::Number(Exact::fraction(1, 2)));
        let both = of_parts(&[yes.clone(), half.clone()]);
        assert_eq!(both, Ok(Exact::fraction(7, 8)));
        let missing = |id: &str| RuleMismatch::MissingPart { id: id.to_owned() };
        assert_eq!(of_parts(std::slice::from_ref(&yes)), Err(missing("a.1.2")));
        let twice = RuleMismatch::Twice {
            given: "a.1.1".to_owned(),
        };
        assert_eq!(of_parts(&[yes.clone(), yes.clone(), half]), Err(twice));
        let other = RuleMismatch::NoSuchPart {
            given: "a.2".to_owned(),
            allowed: vec!["a.1.1".to_owned(), "a.1.2".to_owned()],
        };
        assert_eq!(of_parts(&[yes.clone(), ("a.2", yes.1)]), Err(other));
    }
}
