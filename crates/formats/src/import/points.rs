//! Values behind points: a table may give what a component earned where its rule takes figures.

use dti_engine::analysis::score;
use dti_engine::model::{Answer, Choice, Exact, RawValue, Rule, RuleKind};

/// A value that earns exactly these points under a rule; `None` where there is none, or where several
/// choices earn them. Above a cap it is the least.
pub(super) fn value_behind(rule: &Rule, max_points: Exact, points: Exact) -> Option<RawValue> {
    let share = points.checked_div(max_points)?;
    let value = match &rule.kind {
        // Whether these are too many is said where they are read.
        RuleKind::Points => return Some(RawValue::Points(points)),
        RuleKind::YesNo if share == Exact::ZERO => RawValue::Answer(Answer::No),
        RuleKind::YesNo => RawValue::Answer(Answer::Yes),
        RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => only_choice(choices, share)?,
        RuleKind::CountShare(things) => {
            let all = i64::try_from(things.len()).ok()?;
            RawValue::Number(share * Exact::whole(all))
        }
        RuleKind::CountCapped(each) => RawValue::Number(share.checked_div(*each)?),
        RuleKind::Steps(_) => RawValue::Number(least_step(rule, share)?),
        RuleKind::Relative => ratio(rule, points, max_points)?.compared(Exact::ONE),
        RuleKind::CappedRatio(cap) => ratio(rule, points * *cap, max_points)?,
        kind if kind.is_ratio() => ratio(rule, points, max_points)?,
        _ => return None,
    };
    (score(rule, max_points, &value) == Ok(share)).then_some(value)
}

fn only_choice(choices: &[Choice], share: Exact) -> Option<RawValue> {
    let mut same = choices.iter().filter(|choice| choice.share == share);
    let choice = same.next()?;
    let is_only = same.next().is_none();
    is_only.then(|| RawValue::Choice(choice.id.clone()))
}

/// The least number from which a rule of steps gives this share.
fn least_step(rule: &Rule, share: Exact) -> Option<Exact> {
    let RuleKind::Steps(steps) = &rule.kind else {
        return None;
    };
    let same = steps.iter().filter(|(_, own)| *own == share);
    let least = same.map(|(from, _)| *from).min();
    least.or_else(|| (share == Exact::ZERO).then_some(Exact::ZERO))
}

/// A ratio as a rule takes it: its two figures, or the ratio itself.
fn ratio(rule: &Rule, part: Exact, whole: Exact) -> Option<RawValue> {
    match rule.inputs.len() {
        2 => Some(RawValue::ratio(part, whole)),
        _ => Some(RawValue::Number(part.checked_div(whole)?)),
    }
}
