//! Which scores a rule can give at all: a component with levels cannot stop between two of them.

use crate::model::{Exact, Rule};

/// More scores than this are as good as any score.
const MOST_LEVELS: usize = 1_000;

/// The scores that a rule can give, rising; `None` where it can give any score.
pub fn levels(rule: &Rule) -> Option<Vec<Exact>> {
    let mut levels = vec![Exact::ZERO];
    match rule {
        Rule::YesNo => levels.push(Exact::ONE),
        Rule::Levels(fractions) => levels.clone_from(fractions),
        Rule::Steps(steps) => levels.extend(steps.iter().map(|(_, fraction)| *fraction)),
        Rule::Parts(parts) => {
            for &part in parts {
                let with: Vec<Exact> = levels
                    .iter()
                    .map(|&sum| (sum + part).min(Exact::ONE))
                    .collect();
                levels.extend(with);
                sort(&mut levels);
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

fn sort(levels: &mut Vec<Exact>) {
    levels.sort_unstable();
    levels.dedup();
}

#[cfg(test)]
mod tests {
    use super::levels;
    use crate::model::{Exact, Rule};

    #[track_caller]
    fn expect(rule: &Rule, percents: &[i64]) {
        let scores = percents.iter().map(|&p| Exact::decimal(p, 2)).collect();
        assert_eq!(levels(rule), Some(scores));
    }

    #[test]
    fn each_rule_with_steps_has_its_scores_in_rising_order() {
        let percent = |value| Exact::decimal(value, 2);
        expect(&Rule::YesNo, &[0, 100]);
        expect(
            &Rule::Levels([100, 50, 0].map(percent).to_vec()),
            &[0, 50, 100],
        );
        let steps = vec![(4, percent(100)), (1, percent(25)), (2, percent(50))];
        expect(&Rule::Steps(steps), &[0, 25, 50, 100]);
        let parts = [50, 30, 30].map(percent).to_vec();
        expect(&Rule::Parts(parts), &[0, 30, 50, 60, 80, 100]);
    }

    #[test]
    fn the_other_rules_can_give_any_score() {
        for rule in [Rule::Points, Rule::Ratio, Rule::Survey] {
            assert_eq!(levels(&rule), None);
        }
        let many = (0..12)
            .map(|bit| Exact::fraction(1 << bit, 1 << 12))
            .collect();
        assert_eq!(levels(&Rule::Parts(many)), None);
    }
}
