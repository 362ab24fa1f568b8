//! Scoring rules in words: how a component becomes points.

use super::words::{self, percent, typed};
use crate::page::text::{either, in_language, points, whole};
use dti_engine::model::{Choice, Exact, Input, NoCases, Rule, RuleKind, Side};
use dti_formats::link::Language;
use dti_formats::takes_share;

/// A fraction of the max points, in points.
fn share(fraction: Exact, max_points: Exact, language: Language) -> String {
    points(fraction * max_points, language)
}

/// `a/b`, `(a + b)/(c + d)`.
pub(super) fn ratio(inputs: &[Input]) -> String {
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
pub(super) fn rule(rule: &Rule, max_points: Exact, language: Language) -> String {
    let sentence = of_kind(rule, max_points, language);
    match rule.no_cases {
        NoCases::Nothing => sentence,
        NoCases::Maximum => {
            let full = either(
                language,
                "không có trường hợp nào: đủ điểm",
                "no cases: all points",
            );
            format!("{sentence}; {full}")
        }
    }
}

fn of_kind(rule: &Rule, max_points: Exact, language: Language) -> String {
    let ab = ratio(&rule.inputs);
    let say = |vi: String, en: String| either(language, vi, en);
    let short = |vi: &str, en: &str| either(language, vi, en).to_owned();
    let at = |threshold: &Exact| percent(*threshold, language);
    match &rule.kind {
        RuleKind::Points => short("nhập điểm", "points are entered"),
        RuleKind::YesNo => short("có: đủ điểm; không: 0", "yes: all points; no: 0"),
        RuleKind::Ratio => say(format!("{ab} × điểm tối đa"), format!("{ab} × max points")),
        RuleKind::Survey => say(
            format!("tỷ lệ hài lòng {ab} × điểm tối đa"),
            format!("satisfied {ab} × max points"),
        ),
        RuleKind::Unscored => words::unscored(language).to_owned(),
        RuleKind::CappedRatio(full) => say(
            format!("{ab}, từ {} là đủ điểm", at(full)),
            format!("{ab}, {} gives all points", at(full)),
        ),
        RuleKind::ThresholdJump(full) => say(
            format!(
                "{ab} từ {0} là đủ điểm; dưới {0}: {ab} × điểm tối đa",
                at(full)
            ),
            format!(
                "{ab} of {0} gives all points; below {0}: {ab} × max points",
                at(full)
            ),
        ),
        RuleKind::BandedRatio(from) => say(
            format!("{ab} từ {0}: {ab} × điểm tối đa; dưới {0}: 0", at(from)),
            format!("{ab} from {0}: {ab} × max points; below {0}: 0", at(from)),
        ),
        RuleKind::AllOrNothing => say(
            format!("{ab} đạt 100%: đủ điểm; chưa đạt: 0"),
            format!("{ab} of 100%: all points; else 0"),
        ),
        RuleKind::Relative => {
            let own = match rule.inputs.is_empty() {
                true => either(language, "giá trị", "value").to_owned(),
                false => ab,
            };
            say(
                format!("{own} so với giá trị cao nhất × điểm tối đa"),
                format!("{own} in proportion to the best × max points"),
            )
        }
        RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => say(
            format!(
                "chọn mức: {} điểm",
                listed(choices, max_points, "; ", language)
            ),
            format!(
                "a level: {} points",
                listed(choices, max_points, "; ", language)
            ),
        ),
        RuleKind::Parts(choices) => say(
            format!(
                "cộng các phần đạt: {} điểm",
                listed(choices, max_points, " + ", language)
            ),
            format!(
                "parts that are met: {} points",
                listed(choices, max_points, " + ", language)
            ),
        ),
        RuleKind::CountShare(things) => {
            let all = things.len();
            say(
                format!("số việc đã làm / {all} × điểm tối đa"),
                format!("how many are done / {all} × max points"),
            )
        }
        RuleKind::Steps(steps) => steps_in_words(rule, steps, max_points, language),
        RuleKind::CountCapped(each) => {
            let each = share(*each, max_points, language);
            let most = points(max_points, language);
            say(
                format!("mỗi đơn vị đếm được {each} điểm, tối đa {most}"),
                format!("{each} points each, at most {most}"),
            )
        }
        RuleKind::PerPeriodSum { periods, choices } => {
            let choices = listed(choices, max_points, "; ", language);
            say(
                format!("cộng {periods} kỳ, mỗi kỳ chọn: {choices} điểm"),
                format!("the sum of {periods} periods, each {choices} points"),
            )
        }
        RuleKind::PerCapita { people, threshold } => {
            let people = whole(Exact::whole(i64::from(*people)), language);
            let threshold = typed(*threshold, language);
            say(
                format!("số lượng trên {people} dân, từ {threshold} là đủ điểm"),
                format!("count per {people} people, {threshold} gives all points"),
            )
        }
    }
}

fn listed(choices: &[Choice], max_points: Exact, mark: &str, language: Language) -> String {
    let choice = |choice: &Choice| {
        let own = share(choice.share, max_points, language);
        match in_language(&choice.name, language) {
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
    language: Language,
) -> String {
    let step = |(needed, fraction): &(Exact, Exact)| {
        let from = either(language, "từ", "from");
        let needed = match takes_share(rule) {
            true => percent(*needed, language),
            false => typed(*needed, language),
        };
        format!(
            "{from} {needed}: {}",
            share(*fraction, max_points, language)
        )
    };
    let steps: Vec<String> = steps.iter().map(step).collect();
    let steps = steps.join("; ");
    let by = match (rule.inputs.is_empty(), language) {
        (true, Language::Vi) => "theo số lượng".to_owned(),
        (true, Language::En) => "by count".to_owned(),
        (false, Language::Vi) => format!("theo {}", ratio(&rule.inputs)),
        (false, Language::En) => format!("by {}", ratio(&rule.inputs)),
    };
    match language {
        Language::Vi => format!("{by}, {steps} điểm"),
        Language::En => format!("{by}, {steps} points"),
    }
}

#[cfg(test)]
mod tests {
    use super::rule;
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{En, Vi};
    use dti_formats::parse_rule;

    #[test]
    fn every_rule_is_said_with_its_own_figures() {
        for (text, vi) in [
            ("ratio of a+b/c", "(a + b)/c × điểm tối đa"),
            ("capped_ratio 0.8", "a/b, từ 80% là đủ điểm"),
            (
                "threshold_jump 0.8",
                "a/b từ 80% là đủ điểm; dưới 80%: a/b × điểm tối đa",
            ),
            (
                "banded_ratio 0.9",
                "a/b từ 90%: a/b × điểm tối đa; dưới 90%: 0",
            ),
            ("all_or_nothing", "a/b đạt 100%: đủ điểm; chưa đạt: 0"),
            (
                "banded_ratio 0.9 full_without_cases",
                "a/b từ 90%: a/b × điểm tối đa; dưới 90%: 0; không có trường hợp nào: đủ điểm",
            ),
            ("relative", "giá trị so với giá trị cao nhất × điểm tối đa"),
            ("steps 1:0.25 4:1", "theo số lượng, từ 1: 5; từ 4: 20 điểm"),
            ("steps 0.1:1 of a/b", "theo a/b, từ 10%: 20 điểm"),
            ("count_capped 0.1", "mỗi đơn vị đếm được 2 điểm, tối đa 20"),
            ("count_share 7", "số việc đã làm / 7 × điểm tối đa"),
            (
                "per_period_sum 4 0 0.25",
                "cộng 4 kỳ, mỗi kỳ chọn: 0; 5 điểm",
            ),
            ("parts 0.3 0.7", "cộng các phần đạt: 6 + 14 điểm"),
        ] {
            let parsed = parse_rule(text).unwrap();
            assert_eq!(rule(&parsed, Exact::whole(20), Vi), vi);
            assert_ne!(rule(&parsed, Exact::whole(20), En), vi);
        }
    }
}
