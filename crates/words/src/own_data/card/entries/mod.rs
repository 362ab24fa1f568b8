//! What is typed under a scoring rule: how a value is written, what it comes to, the way to the next
//! step, and what is wrong with it: what is allowed and the way out, with an example for this rule.

use crate::Words;
use crate::numbers::{decimal, points};
use dti_engine::analysis::{RuleMismatch, ratio_of, score};
use dti_engine::model::{
    BEST, Choice, Exact, Input, POINTS_DECIMALS, RawValue, Rule, RuleKind, Side,
};
use dti_formats::link::Language;
use dti_formats::{EntryProblem, takes_share};

/// Decimals of a number that is typed.
const TYPED_DECIMALS: u32 = 12;

/// A number as it stands in a field: no grouping, so that it is read again as it was.
pub fn typed(value: Exact, language: Language) -> String {
    in_field(&value.to_short_text(TYPED_DECIMALS), language)
}

/// A number with a point before its decimals, as each language types it.
fn in_field(number: &str, language: Language) -> String {
    match language {
        Language::Vi => number.replace('.', ","),
        Language::En => number.to_owned(),
    }
}

/// A share as people say it: `80%`, `66,67%`.
pub fn percent(share: Exact, words: &Words) -> String {
    let text = decimal(share * Exact::whole(100), POINTS_DECIMALS, words);
    let text = text.trim_end_matches('0').trim_end_matches([',', '.']);
    format!("{text}%")
}

/// A choice in a list, with its points: by its name, else by its place, from 0.
pub fn choice_name(place: usize, choice: &Choice, max_points: Exact, words: &Words) -> String {
    let own = points(choice.share * max_points, words);
    match words.in_language(&choice.name) {
        "" => words.card_choice(words.card_level(place + 1), own),
        name => words.card_choice(name, own),
    }
}

/// Figures that are not there yet, by their names.
pub fn missing(names: &[String], words: &Words) -> String {
    words.card_enter_too(names.join("; "))
}

/// What a value comes to, to stand beside its field: "76,6 % của 20 điểm = 15,32". Nothing where it
/// does not count. `reference` is the best unit's figure, where one is assumed.
pub fn reading(
    rule: &Rule,
    max_points: Exact,
    raw: &RawValue,
    reference: Option<Exact>,
    words: &Words,
) -> String {
    let compared = match (&rule.kind, reference) {
        (RuleKind::Relative, Some(best)) => raw.clone().compared(best),
        _ => raw.clone(),
    };
    let Ok(earned) = score(rule, max_points, &compared) else {
        return String::new();
    };
    let [own, most] = [earned * max_points, max_points].map(|value| points(value, words));
    let share = |ratio| percent(ratio, words).replace('%', " %");
    match share_of(rule, raw) {
        Some(ratio) if ratio == earned => words.card_reading_share(share(ratio), most, own),
        Some(ratio) if takes_share(rule) => words.card_reading_ratio(share(ratio), own, most),
        _ => words.card_reading(own, most),
    }
}

/// The ratio that a value is, where it is one.
fn share_of(rule: &Rule, raw: &RawValue) -> Option<Exact> {
    match raw {
        RawValue::Number(number) if takes_share(rule) || rule.kind == RuleKind::Points => {
            Some(*number)
        }
        RawValue::Inputs(given) => ratio_of(rule, given),
        _ => None,
    }
}

/// The way to the next step of a rule, in raw units: "lên 10", "thêm 1", "thêm “có hỏi đáp”".
pub fn step(rule: &Rule, now: Option<&RawValue>, next: Option<&RawValue>, words: &Words) -> String {
    let plain = |value| typed(value, words.language());
    let named = |id: &str| {
        let found = rule.kind.choices().iter().find(|choice| choice.id == id);
        let name = found.map(|choice| words.in_language(&choice.name));
        name.filter(|name| !name.is_empty())
    };
    let said = match (next, now) {
        (Some(RawValue::Answer(_)), _) => Some(words.card_yes().to_owned()),
        (Some(RawValue::Choice(id)), _) => {
            named(id).map(|name| words.card_step_to(format!("“{name}”")))
        }
        (Some(RawValue::Number(to)), Some(RawValue::Number(from))) if !takes_share(rule) => {
            Some(match matches!(rule.kind, RuleKind::Steps(_)) {
                true => format!("{} → {}", plain(*from), plain(*to)),
                false => words.card_step_more(plain(*to - *from)),
            })
        }
        (Some(RawValue::Number(to)), _) => Some(words.card_step_to(match takes_share(rule) {
            true => percent(*to, words),
            false => plain(*to),
        })),
        (Some(RawValue::Listed(to)), from) => {
            let added: Option<Vec<&str>> = added(rule, to, from).map(named).collect();
            let added = added.filter(|added| !added.is_empty());
            added.map(|added| words.card_step_more(format!("“{}”", added.join("”, “"))))
        }
        _ => None,
    };
    said.unwrap_or_else(|| words.card_step_level().to_owned())
}

/// Ids of a selection that were not chosen before; of periods, those of which another one was.
fn added<'a>(
    rule: &Rule,
    to: &'a [String],
    from: Option<&'a RawValue>,
) -> impl Iterator<Item = &'a str> {
    let before = match from {
        Some(RawValue::Listed(before)) => &before[..],
        _ => &[],
    };
    let is_by_period = matches!(rule.kind, RuleKind::PerPeriodSum { .. });
    let is_new = move |(place, id): &(usize, &String)| match is_by_period {
        true => before.get(*place) != Some(*id),
        false => !before.contains(id),
    };
    let new = to.iter().enumerate().filter(is_new);
    new.map(|(_, id)| id.as_str())
}

/// What can be entered under a rule.
fn example(rule: &Rule, max_points: Exact, words: &Words) -> String {
    let plain = |value| typed(value, words.language());
    let percents = |tenths| format!("{}%", plain(Exact::decimal(tenths, 1)));
    let whole = rule.inputs.iter().find(|input| input.side == Side::Whole);
    match &rule.kind {
        RuleKind::Points => {
            let half = (max_points * Exact::decimal(5, 1)).rounded(POINTS_DECIMALS);
            words.card_or(plain(half), percents(625))
        }
        RuleKind::YesNo => words.card_yes_or_no().to_owned(),
        RuleKind::PerCapita { .. } => "36/48000".to_owned(),
        RuleKind::CountCapped(_) => "3".to_owned(),
        RuleKind::CountShare(things) => things.len().to_string(),
        RuleKind::Steps(steps) if !takes_share(rule) => {
            let highest = steps.iter().map(|(needed, _)| *needed).max();
            plain(highest.unwrap_or(Exact::ONE))
        }
        RuleKind::Relative if rule.inputs.is_empty() => "120".to_owned(),
        _ if rule.inputs.len() > 2 => {
            let figure = |(place, input): (usize, &Input)| format!("{}={}", input.id, 10 + place);
            let figures: Vec<String> = rule.inputs.iter().enumerate().map(figure).collect();
            words.card_or(percents(766), figures.join("; "))
        }
        _ if takes_share(rule) => match whole.and_then(|whole| whole.fixed) {
            Some(fixed) => words.card_or(format!("5/{}", plain(fixed)), percents(625)),
            None => words.card_or(percents(766), "3420/4465"),
        },
        kind => kind.choices().first().map_or_else(String::new, |choice| {
            choice_name(0, choice, max_points, words)
        }),
    }
}

/// What is wrong with what was typed, and an example for this rule.
pub fn entry_problem(
    problem: &EntryProblem,
    rule: &Rule,
    max_points: Exact,
    words: &Words,
) -> String {
    let example = example(rule, max_points, words);
    match problem {
        EntryProblem::Unreadable => words.card_unreadable(example),
        EntryProblem::TwoReadings { given, readings } => {
            let [one, other] = readings
                .each_ref()
                .map(|reading| in_field(reading, words.language()));
            words.card_two_readings(given, one, other)
        }
        EntryProblem::PercentOrRatio { given } => words.card_percent_or_ratio(given, example),
        EntryProblem::OnlyPoints => words.card_only_points(example),
        EntryProblem::Rule(fault) => {
            let fault = mismatch(fault, rule, words);
            match example.is_empty() {
                true => fault,
                false => words.card_for_example(fault, example),
            }
        }
    }
}

/// What is wrong with a value under a rule, what is allowed and the way out.
pub fn mismatch(mismatch: &RuleMismatch, rule: &Rule, words: &Words) -> String {
    use RuleMismatch as M;
    let plain = |value: &Exact| typed(*value, words.language());
    let number = |value: &Exact| match takes_share(rule) {
        true => percent(*value, words),
        false => plain(value),
    };
    match mismatch {
        M::WrongKind => words.card_other_rule().to_owned(),
        M::PointsOutOfRange { given, max_points } => {
            words.card_too_many_points(plain(given), plain(max_points))
        }
        M::TooManyDecimals { given } => words.card_too_many_decimals(plain(given)),
        M::Negative { given } => words.card_negative(number(given)),
        M::TooMuch { given, most } => words.card_too_much(number(given), number(most)),
        M::NoReference { given } => words.card_best_zero(number(given)),
        M::MissingPart { id } if id == BEST => words.card_best_missing().to_owned(),
        M::MissingPart { id } => words.card_part_missing(id),
        M::NoSuchChoice { given, allowed } | M::NoSuchPart { given, allowed } => {
            words.card_no_such_choice(given, allowed.join(", "))
        }
        M::Twice { given } => words.card_twice(given),
        M::OtherPeriods { given, periods } => words.card_other_periods(*given, *periods),
    }
}

#[cfg(test)]
mod tests;
