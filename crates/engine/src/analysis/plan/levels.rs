//! Which scores a rule can give at all: a component with levels cannot stop between two of them.

use crate::model::{Exact, Rule, RuleKind};

/// More scores than this are as good as any score.
const MOST_LEVELS: usize = 1_000;

/// The scores that a rule can give, rising; `None` where it can give any score.
pub fn levels(rule: &Rule) -> Option<Vec<Exact>> {
    let shares = || rule.kind.choices().iter().map(|choice| choice.share);
    let mut levels = vec![Exact::ZERO];
    match &rule.kind {
        RuleKind::YesNo | RuleKind::AllOrNothing => levels.push(Exact::ONE),
        RuleKind::Levels(_) | RuleKind::StepChoices(_) => levels = shares().collect(),
        RuleKind::Steps(steps) => levels.extend(steps.iter().map(|(_, fraction)| *fraction)),
        RuleKind::Parts(_) | RuleKind::CountShare(_) => {
            for share in shares() {
                add(&mut levels, &[Exact::ZERO, share])?;
            }
        }
        RuleKind::PerPeriodSum { periods, .. } => {
            let shares: Vec<Exact> = shares().collect();
            for _ in 0..*periods {
                add(&mut levels, &shares)?;
            }
        }
        RuleKind::CountCapped(each) => {
            while let Some(&last) = levels.last().filter(|&&last| last < Exact::ONE) {
                levels.push((last + *each).min(Exact::ONE));
                if levels.len() > MOST_LEVELS {
                    return None;
                }
            }
        }
        _ => return None,
    }
    sort(&mut levels);
    Some(levels)
}

/// Each of these sums with each of these shares; `None` where they are too many.
fn add(levels: &mut Vec<Exact>, shares: &[Exact]) -> Option<()> {
    let with = |&sum: &Exact| {
        let sums = shares.iter();
        sums.map(move |&share| (sum + share).min(Exact::ONE))
    };
    *levels = levels.iter().flat_map(with).collect();
    sort(levels);
    (levels.len() <= MOST_LEVELS).then_some(())
}

fn sort(levels: &mut Vec<Exact>) {
    levels.sort_unstable();
    levels.dedup();
}

#[cfg(test)]
mod tests {
    use super::levels;
    use crate::model::{Choice, Exact, Rule, RuleKind};

    #[track_caller]
    fn expect(kind: RuleKind, percents: &[i64]) {
        let scores = percents.iter().map(|&p| Exact::decimal(p, 2)).collect();
        assert_eq!(levels(&Rule::from(kind)), Some(scores));
    }

    fn choices(percents: &[i64]) -> Vec<Choice> {
        Choice::unnamed(percents.iter().map(|&share| Exact::decimal(share, 2)))
    }

    #[test]
    fn each_rule_with_steps_has_its_scores_in_rising_order() {
        let percent = |value| Exact::decimal(value, 2);
        expect(RuleKind::YesNo, &[0, 100]);
        expect(RuleKind::AllOrNothing, &[0, 100]);
        expect(RuleKind::Levels(choices(&[100, 50, 0])), &[0, 50, 100]);
        expect(RuleKind::StepChoices(choices(&[100, 50, 0])), &[0, 50, 100]);
        let steps = [(4, 100), (1, 25), (2, 50)];
        let steps = steps.map(|(needed, share)| (Exact::whole(needed), percent(share)));
        expect(RuleKind::Steps(steps.to_vec()), &[0, 25, 50, 100]);
        let parts = choices(&[50, 30, 30]);
        expect(RuleKind::Parts(parts), &[0, 30, 50, 60, 80, 100]);
        expect(
            RuleKind::CountShare(choices(&[25; 4])),
            &[0, 25, 50, 75, 100],
        );
        expect(RuleKind::CountCapped(percent(40)), &[0, 40, 80, 100]);
        let quarters = RuleKind::PerPeriodSum {
            periods: 2,
            choices: choices(&[0, 20, 50]),
        };
        expect(quarters, &[0, 20, 40, 50, 70, 100]);
    }

    #[test]
    fn the_other_rules_can_give_any_score() {
        for kind in [RuleKind::Points, RuleKind::Ratio, RuleKind::Survey] {
            assert_eq!(levels(&Rule::from(kind)), None);
        }
        // A thousand scores are as many as there may be, 0 among them.
        let counted = |parts| {
            let each = RuleKind::CountCapped(Exact::fraction(1, parts));
            levels(&Rule::from(each)).map(|levels| levels.len())
        };
        assert_eq!((counted(999), counted(1_000)), (Some(1_000), None));
        // Nothing for each: no score but 0 is ever reached.
        assert_eq!(
            levels(&Rule::from(RuleKind::CountCapped(Exact::ZERO))),
            None
        );
        let many = Choice::unnamed((0..12).map(|bit| Exact::fraction(1 << bit, 1 << 12)));
        assert_eq!(levels(&Rule::from(RuleKind::Parts(many))), None);
    }
}
