//! What is wrong with what was typed, with a value of a rule: what is allowed and the way out, with an
//! example for this rule.

use super::words::{choice_name, percent, typed};
use crate::page::text::either;
use dti_engine::analysis::RuleMismatch;
use dti_engine::model::{Exact, Input, POINTS_DECIMALS, Rule, RuleKind, Side};
use dti_formats::link::Language;
use dti_formats::{EntryProblem, takes_share};

/// What can be entered under a rule, with an example.
fn example(rule: &Rule, max_points: Exact, language: Language) -> String {
    let or = either(language, "hoặc", "or");
    let decimal = |vi, en| either(language, vi, en);
    let half = (max_points * Exact::decimal(5, 1)).rounded(POINTS_DECIMALS);
    let whole = rule.inputs.iter().find(|input| input.side == Side::Whole);
    match &rule.kind {
        RuleKind::Points => format!(
            "{} {or} {}",
            typed(half, language),
            decimal("62,5%", "62.5%")
        ),
        RuleKind::YesNo => either(language, "có hoặc không", "yes or no").to_owned(),
        RuleKind::PerCapita { .. } => "36/48000".to_owned(),
        RuleKind::CountCapped(_) => "3".to_owned(),
        RuleKind::CountShare(things) => things.len().to_string(),
        RuleKind::Steps(steps) if !takes_share(rule) => {
            let highest = steps.iter().map(|(needed, _)| *needed).max();
            typed(highest.unwrap_or(Exact::ONE), language)
        }
        RuleKind::Relative if rule.inputs.is_empty() => "120".to_owned(),
        _ if rule.inputs.len() > 2 => {
            let figure = |(place, input): (usize, &Input)| format!("{}={}", input.id, 10 + place);
            let figures: Vec<String> = rule.inputs.iter().enumerate().map(figure).collect();
            format!("{} {or} {}", decimal("76,6%", "76.6%"), figures.join("; "))
        }
        _ if takes_share(rule) => match whole.and_then(|whole| whole.fixed) {
            Some(fixed) => format!(
                "5/{} {or} {}",
                typed(fixed, language),
                decimal("62,5%", "62.5%")
            ),
            None => format!("{} {or} 3420/4465", decimal("76,6%", "76.6%")),
        },
        kind => kind.choices().first().map_or_else(String::new, |choice| {
            choice_name(0, choice, max_points, language)
        }),
    }
}

/// What is wrong with what was typed, and an example for this rule.
pub(super) fn entry_problem(
    problem: &EntryProblem,
    rule: &Rule,
    max_points: Exact,
    language: Language,
) -> String {
    let vi = language == Language::Vi;
    let own = |text: &str| match vi {
        true => text.replace('.', ","),
        false => text.to_owned(),
    };
    let example = example(rule, max_points, language);
    match problem {
        EntryProblem::Unreadable if vi => {
            format!("Ô này không đọc được. Hãy nhập như ví dụ: {example}.")
        }
        EntryProblem::Unreadable => format!("This cannot be read. Enter it like this: {example}."),
        EntryProblem::TwoReadings { given, readings } => {
            let [one, other] = readings.each_ref().map(|reading| own(reading));
            if vi {
                format!(
                    "“{given}” có thể là {one} hoặc {other}. Hãy viết không có dấu ngăn hàng nghìn, ví dụ {one}."
                )
            } else {
                format!(
                    "“{given}” may be {one} or {other}. Write it without a thousands mark, for example {one}."
                )
            }
        }
        EntryProblem::PercentOrRatio { given } if vi => {
            format!(
                "“{given}” là phần trăm hay tỷ lệ? Hãy viết {given}% hoặc hai số, ví dụ {example}."
            )
        }
        EntryProblem::PercentOrRatio { given } => {
            format!(
                "Is “{given}” a percentage or a ratio? Write {given}% or both figures, for example {example}."
            )
        }
        EntryProblem::OnlyPoints if vi => {
            format!(
                "Cách chấm này không suy ngược được từ điểm. Hãy nhập số liệu gốc, ví dụ {example}."
            )
        }
        EntryProblem::OnlyPoints => {
            format!(
                "Points do not tell what was counted here. Enter the figure, for example {example}."
            )
        }
        EntryProblem::Rule(mismatch) => {
            let sentence = self::mismatch(mismatch, rule, language);
            match (example.is_empty(), vi) {
                (true, _) => sentence,
                (false, true) => format!("{sentence} Ví dụ: {example}."),
                (false, false) => format!("{sentence} For example: {example}."),
            }
        }
    }
}

/// What is wrong with a value, what is allowed and the way out.
pub(super) fn mismatch(mismatch: &RuleMismatch, rule: &Rule, language: Language) -> String {
    use RuleMismatch as M;
    let number = |value: &Exact| match takes_share(rule) {
        true => percent(*value, language),
        false => typed(*value, language),
    };
    let plain = |value: &Exact| typed(*value, language);
    let [vi, en] = match mismatch {
        M::WrongKind => [
            "Giá trị này được nhập theo một cách chấm điểm khác. Hãy nhập lại.".to_owned(),
            "This value was entered under another rule. Enter it again.".to_owned(),
        ],
        M::PointsOutOfRange { given, max_points } => {
            let (given, most) = (plain(given), plain(max_points));
            [
                format!("{given} điểm là quá mức. Hãy nhập từ 0 đến {most}."),
                format!("{given} points are out of range. Use 0 to {most}."),
            ]
        }
        M::TooManyDecimals { given } => {
            let given = plain(given);
            [
                format!("{given} có quá nhiều chữ số. Điểm có tối đa 2 chữ số thập phân."),
                format!("{given} has too many digits. Points have 2 decimals at most."),
            ]
        }
        M::Negative { given } => {
            let given = number(given);
            [
                format!("{given} nhỏ hơn 0. Hãy nhập từ 0 trở lên."),
                format!("{given} is below 0. Use 0 or more."),
            ]
        }
        M::TooMuch { given, most } => {
            let (given, most) = (number(given), number(most));
            [
                format!("{given} là quá mức. Hãy nhập từ 0 đến {most}."),
                format!("{given} is too much. Use 0 to {most}."),
            ]
        }
        M::NoReference { given } => {
            let given = number(given);
            [
                format!("Giá trị cao nhất là {given}. Hãy nhập số lớn hơn 0."),
                format!("The best value is {given}. Use a number above 0."),
            ]
        }
        M::MissingPart { id } if id == dti_engine::model::BEST => [
            "Chưa có giá trị cao nhất để so sánh. Hãy mở chi tiết và nhập giả định của bạn."
                .to_owned(),
            "There is no best value to compare with. Open the details and enter your assumption."
                .to_owned(),
        ],
        M::MissingPart { id } => [
            format!("Còn thiếu {id}. Hãy nhập cả số đó."),
            format!("{id} is missing. Enter it too."),
        ],
        M::NoSuchChoice { given, allowed } | M::NoSuchPart { given, allowed } => {
            let allowed = allowed.join(", ");
            [
                format!("Không có “{given}” ở đây. Hãy chọn: {allowed}."),
                format!("There is no “{given}” here. Choose: {allowed}."),
            ]
        }
        M::Twice { given } => [
            format!("“{given}” có hai lần. Hãy giữ một."),
            format!("“{given}” stands there twice. Keep one."),
        ],
        M::OtherPeriods { given, periods } => [
            format!("Có {given} kỳ. Hãy chọn cho cả {periods} kỳ."),
            format!("There are {given} periods. Choose for each of {periods}."),
        ],
    };
    either(language, vi, en)
}

#[cfg(test)]
mod tests {
    use super::entry_problem;
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{En, Vi};
    use dti_formats::{parse_rule, read_entry};

    #[test]
    fn a_problem_has_an_example_for_its_rule() {
        let problem = |text: &str, typed: &str, language| {
            let rule = parse_rule(text).unwrap();
            let problem = read_entry(&rule, Exact::whole(20), typed).unwrap_err();
            entry_problem(&problem, &rule, Exact::whole(20), language)
        };
        for (rule, typed, sentence) in [
            (
                "ratio",
                "abc",
                "Ô này không đọc được. Hãy nhập như ví dụ: 76,6% hoặc 3420/4465.",
            ),
            (
                "points",
                "abc",
                "Ô này không đọc được. Hãy nhập như ví dụ: 10 hoặc 62,5%.",
            ),
            (
                "ratio of a+b/c",
                "3/4",
                "Ô này không đọc được. Hãy nhập như ví dụ: 76,6% hoặc a=10; b=11; c=12.",
            ),
            (
                "steps 1:0.25 20:1",
                "x",
                "Ô này không đọc được. Hãy nhập như ví dụ: 20.",
            ),
            (
                "ratio",
                "120%",
                "120% là quá mức. Hãy nhập từ 0 đến 100%. Ví dụ: 76,6% hoặc 3420/4465.",
            ),
            (
                "points",
                "21",
                "21 điểm là quá mức. Hãy nhập từ 0 đến 20. Ví dụ: 10 hoặc 62,5%.",
            ),
            (
                "capped_ratio 0.8",
                "5 điểm",
                "Cách chấm này không suy ngược được từ điểm. Hãy nhập số liệu gốc, ví dụ 76,6% hoặc 3420/4465.",
            ),
            (
                "count_capped 0.1",
                "3.420",
                "“3.420” có thể là 3420 hoặc 3,42. Hãy viết không có dấu ngăn hàng nghìn, ví dụ 3420.",
            ),
            (
                "relative of a/b",
                "76,6",
                "“76,6” là phần trăm hay tỷ lệ? Hãy viết 76,6% hoặc hai số, ví dụ 76,6% hoặc 3420/4465.",
            ),
            (
                "ratio of a/b=7",
                "x",
                "Ô này không đọc được. Hãy nhập như ví dụ: 5/7 hoặc 62,5%.",
            ),
        ] {
            assert_eq!(problem(rule, typed, Vi), sentence, "{rule}");
            let english = problem(rule, typed, En);
            assert!(
                !english.is_empty() && english.is_ascii() || english.contains('“'),
                "{english}"
            );
        }
    }
}
