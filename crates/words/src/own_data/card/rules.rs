//! Scoring rules in words: how a component becomes points.

use super::entries::{percent, typed};
use crate::Words;
use crate::numbers::points;
use dti_engine::model::{Choice, Exact, Input, NoCases, Rule, RuleKind, Side};
use dti_formats::takes_share;

/// A fraction of the max points, in points.
fn share(fraction: Exact, max_points: Exact, words: &Words) -> String {
    points(fraction * max_points, words)
}

/// `a/b`, `(a + b)/(c + d)`.
fn ratio(inputs: &[Input]) -> String {
    let side = |side: Side| {
        let own = inputs.iter().filter(|input| input.side == side);
        let ids: Vec<&str> = own.map(|input| input.id.as_str()).collect();
        match &ids[..] {
            ids @ [_, _, ..] => format!("({})", ids.join(" + ")),
            ids => ids.concat(),
        }
    };
    format!("{}/{}", side(Side::Part), side(Side::Whole))
}

/// How a component becomes points.
pub fn rule(rule: &Rule, max_points: Exact, words: &Words) -> String {
    let sentence = of_kind(rule, max_points, words);
    match rule.no_cases {
        NoCases::Nothing => sentence,
        NoCases::Maximum => words.rule_no_cases(sentence),
    }
}

fn of_kind(rule: &Rule, max_points: Exact, words: &Words) -> String {
    let ab = ratio(&rule.inputs);
    let at = |threshold: &Exact| percent(*threshold, words);
    let listed = |choices: &[Choice], mark: &str| listed(choices, max_points, mark, words);
    match &rule.kind {
        RuleKind::Points => words.rule_points().to_owned(),
        RuleKind::YesNo => words.rule_yes_no().to_owned(),
        RuleKind::Unscored => words.card_unscored().to_owned(),
        RuleKind::Ratio => words.rule_ratio(ab),
        RuleKind::Survey => words.rule_survey(ab),
        RuleKind::CappedRatio(full) => words.rule_capped_ratio(ab, at(full)),
        RuleKind::ThresholdJump(full) => words.rule_threshold_jump(ab, at(full)),
        RuleKind::BandedRatio(from) => words.rule_banded_ratio(ab, at(from)),
        RuleKind::AllOrNothing => words.rule_all_or_nothing(ab),
        RuleKind::Relative => match rule.inputs.is_empty() {
            true => words.rule_relative(words.rule_own_value()),
            false => words.rule_relative(ab),
        },
        RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => {
            words.rule_levels(listed(choices, "; "))
        }
        RuleKind::Parts(choices) => words.rule_parts(listed(choices, " + ")),
        RuleKind::CountShare(things) => words.rule_count_share(things.len()),
        RuleKind::Steps(steps) => steps_in_words(rule, steps, max_points, words),
        RuleKind::CountCapped(each) => {
            words.rule_count_capped(share(*each, max_points, words), points(max_points, words))
        }
        RuleKind::PerPeriodSum { periods, choices } => {
            words.rule_per_period(*periods, listed(choices, "; "))
        }
        RuleKind::PerCapita { people, threshold } => {
            words.rule_per_capita(*people, typed(*threshold, words.language()))
        }
    }
}

/// What can be chosen, each with its points.
fn listed(choices: &[Choice], max_points: Exact, mark: &str, words: &Words) -> String {
    let choice = |choice: &Choice| {
        let own = share(choice.share, max_points, words);
        match words.in_language(&choice.name) {
            "" => own,
            name => format!("{name}: {own}"),
        }
    };
    let choices: Vec<String> = choices.iter().map(choice).collect();
    choices.join(mark)
}

fn steps_in_words(
    rule: &Rule,
    steps: &[(Exact, Exact)],
    max_points: Exact,
    words: &Words,
) -> String {
    let step = |(needed, fraction): &(Exact, Exact)| {
        let needed = match takes_share(rule) {
            true => percent(*needed, words),
            false => typed(*needed, words.language()),
        };
        words.rule_step(needed, share(*fraction, max_points, words))
    };
    let steps: Vec<String> = steps.iter().map(step).collect();
    let by = match rule.inputs.is_empty() {
        true => words.rule_by_count().to_owned(),
        false => words.rule_by_ratio(ratio(&rule.inputs)),
    };
    words.rule_steps(by, steps.join("; "))
}

#[cfg(test)]
mod tests {
    use super::rule;
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;
    use dti_formats::parse_rule;

    #[test]
    fn every_rule_is_said_with_its_own_figures() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        for (text, said_vi, said_en) in [
            ("points", "nhập điểm", "points are entered"),
            ("yes_no", "có: đủ điểm; không: 0", "yes: all points; no: 0"),
            ("unscored", "không chấm điểm", "not scored"),
            (
                "survey",
                "tỷ lệ hài lòng a/b × điểm tối đa",
                "satisfied a/b × max points",
            ),
            (
                "ratio of a+b/c",
                "(a + b)/c × điểm tối đa",
                "(a + b)/c × max points",
            ),
            (
                "capped_ratio 0.8",
                "a/b, từ 80% là đủ điểm",
                "a/b, 80% gives all points",
            ),
            (
                "threshold_jump 0.8",
                "a/b từ 80% là đủ điểm; dưới 80%: a/b × điểm tối đa",
                "a/b of 80% gives all points; below 80%: a/b × max points",
            ),
            (
                "banded_ratio 0.9",
                "a/b từ 90%: a/b × điểm tối đa; dưới 90%: 0",
                "a/b from 90%: a/b × max points; below 90%: 0",
            ),
            (
                "all_or_nothing",
                "a/b đạt 100%: đủ điểm; chưa đạt: 0",
                "a/b of 100%: all points; else 0",
            ),
            (
                "banded_ratio 0.9 full_without_cases",
                "a/b từ 90%: a/b × điểm tối đa; dưới 90%: 0; không có trường hợp nào: đủ điểm",
                "a/b from 90%: a/b × max points; below 90%: 0; no cases: all points",
            ),
            (
                "relative",
                "giá trị so với giá trị cao nhất × điểm tối đa",
                "value in proportion to the best × max points",
            ),
            (
                "levels 0 0.5 1",
                "chọn mức: 0; 10; 20 điểm",
                "a level: 0; 10; 20 points",
            ),
            (
                "steps 1:0.25 4:1",
                "theo số lượng, từ 1: 5; từ 4: 20 điểm",
                "by count, from 1: 5; from 4: 20 points",
            ),
            (
                "steps 0.1:1 of a/b",
                "theo a/b, từ 10%: 20 điểm",
                "by a/b, from 10%: 20 points",
            ),
            (
                "count_capped 0.1",
                "mỗi đơn vị đếm được 2 điểm, tối đa 20",
                "2 points each, at most 20",
            ),
            (
                "count_share 7",
                "số việc đã làm / 7 × điểm tối đa",
                "how many are done / 7 × max points",
            ),
            (
                "per_period_sum 4 0 0.25",
                "cộng 4 kỳ, mỗi kỳ chọn: 0; 5 điểm",
                "the sum of 4 periods, each 0; 5 points",
            ),
            (
                "parts 0.3 0.7",
                "cộng các phần đạt: 6 + 14 điểm",
                "parts that are met: 6 + 14 points",
            ),
            (
                "per_capita 1000 1.5",
                "số lượng trên 1.000 dân, từ 1,5 là đủ điểm",
                "count per 1,000 people, 1.5 gives all points",
            ),
        ] {
            let parsed = parse_rule(text).unwrap();
            assert_eq!(rule(&parsed, Exact::whole(20), &vi), said_vi);
            assert_eq!(rule(&parsed, Exact::whole(20), &en), said_en);
        }
    }
}
