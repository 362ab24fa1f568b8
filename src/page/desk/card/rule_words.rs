//! Scoring rules in words: how a component becomes points, what a value comes to, and what is wrong
//! with one.

use super::words::{self, choice_name, percent, typed};
use crate::page::text::{either, in_language, points, whole};
use dti_engine::analysis::{RuleMismatch, score};
use dti_engine::model::{
    Choice, Exact, Input, NoCases, POINTS_DECIMALS, RawValue, Rule, RuleKind, Side,
};
use dti_formats::link::Language;
use dti_formats::{EntryProblem, takes_share};

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
    let say = |vi: String, en: String| match language {
        Language::Vi => vi,
        Language::En => en,
    };
    let short = |vi, en| either(language, vi, en).to_owned();
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

/// What a value comes to, to stand beside its field: "76,6 % của 20 điểm = 15,32". Nothing where it
/// does not count.
pub(super) fn reading(
    rule: &Rule,
    max_points: Exact,
    raw: &RawValue,
    reference: Option<Exact>,
    language: Language,
) -> String {
    let compared = match (&rule.kind, reference) {
        (RuleKind::Relative, Some(best)) => raw.clone().compared(best),
        _ => raw.clone(),
    };
    let Ok(earned) = score(rule, max_points, &compared) else {
        return String::new();
    };
    let [own, most] = [earned * max_points, max_points].map(|value| points(value, language));
    let ratio = ratio_of(rule, raw);
    let (of, word) = match language {
        Language::Vi => ("của", "điểm"),
        Language::En => ("of", "points"),
    };
    match ratio {
        Some(ratio) if ratio == earned => {
            let ratio = percent(ratio, language).replace('%', " %");
            format!("{ratio} {of} {most} {word} = {own}")
        }
        Some(ratio) if takes_share(rule) => {
            let ratio = percent(ratio, language).replace('%', " %");
            format!("{ratio} → {own} / {most} {word}")
        }
        _ => format!("= {own} / {most} {word}"),
    }
}

/// The way to the next step of a rule, in raw units: "lên 10", "thêm 1", "thêm: có hỏi đáp".
pub(super) fn step(
    rule: &Rule,
    now: Option<&RawValue>,
    next: Option<&RawValue>,
    language: Language,
) -> String {
    let (more, up) = match language {
        Language::Vi => ("thêm", "lên"),
        Language::En => ("more:", "up to"),
    };
    let named = |id: &str| {
        let found = rule.kind.choices().iter().find(|choice| choice.id == id);
        let name = found.map(|choice| in_language(&choice.name, language));
        name.filter(|name| !name.is_empty()).map(str::to_owned)
    };
    let said = match (next, now) {
        (Some(RawValue::Answer(_)), _) => Some(words::yes(language).to_owned()),
        (Some(RawValue::Choice(id)), _) => named(id).map(|name| format!("{up} “{name}”")),
        (Some(RawValue::Number(to)), Some(RawValue::Number(from))) if !takes_share(rule) => {
            Some(match matches!(rule.kind, RuleKind::Steps(_)) {
                true => format!("{} → {}", typed(*from, language), typed(*to, language)),
                false => format!("{more} {}", typed(*to - *from, language)),
            })
        }
        (Some(RawValue::Number(to)), _) => Some(match takes_share(rule) {
            true => format!("{up} {}", percent(*to, language)),
            false => format!("{up} {}", typed(*to, language)),
        }),
        (Some(RawValue::Listed(to)), from) => {
            let before = match from {
                Some(RawValue::Listed(before)) => &before[..],
                _ => &[],
            };
            let added: Option<Vec<String>> = to
                .iter()
                .enumerate()
                .filter(|(place, id)| match rule.kind {
                    RuleKind::PerPeriodSum { .. } => before.get(*place) != Some(*id),
                    _ => !before.contains(id),
                })
                .map(|(_, id)| named(id))
                .collect();
            let added = added.filter(|added| !added.is_empty());
            added.map(|added| format!("{more} “{}”", added.join("”, “")))
        }
        _ => None,
    };
    let one_level = || either(language, "thêm một mức", "one level more").to_owned();
    said.unwrap_or_else(one_level)
}

/// The ratio that a value is, where it is one.
fn ratio_of(rule: &Rule, raw: &RawValue) -> Option<Exact> {
    match raw {
        RawValue::Number(number) if takes_share(rule) || rule.kind == RuleKind::Points => {
            Some(*number)
        }
        RawValue::Inputs(_) => {
            let sum = |side: Side| -> Exact {
                let own = rule.inputs.iter().filter(|input| input.side == side);
                own.filter_map(|input| raw.input(&input.id).or(input.fixed))
                    .sum()
            };
            sum(Side::Part).checked_div(sum(Side::Whole))
        }
        _ => None,
    }
}

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
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests;
