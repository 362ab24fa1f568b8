//! Raw values as short texts: under the rule that they are for, as tables and scorecards hold them
//! (`12/35`, `yes`), and by themselves, as links and project files do.

use super::edition_file::decimal;
use super::rule_text::DECIMALS;
use dti_engine::model::{Answer, Exact, RawValue, Rule, RuleKind};

/// Ids of the two figures of a ratio, and of a count in a population.
const RATIO: [&str; 2] = ["a", "b"];
const POPULATION: [&str; 2] = ["count", "population"];
/// Deepest nesting of parts, and most figures or parts of one value.
const DEEPEST: usize = 4;
const MOST: usize = 50;

/// The raw value that a text gives under a rule: `12.5` points, `yes`, id of a choice (its place, from
/// 0, where a list gives no other), ratio `12/35` or share `0.34`, number `3`, ids of what is ticked
/// `0+2` (`-` for none), one choice a period `on_time+late`, figures `a=3;b=4;best=2`. `None` for
/// anything else; whether it is inside the rule's range is for `dti_engine::analysis::score` to say.
pub fn parse_raw_value(rule: &Rule, text: &str) -> Option<RawValue> {
    let text = text.trim();
    Some(match &rule.kind {
        RuleKind::Points => RawValue::Points(decimal(text)?),
        RuleKind::YesNo => RawValue::Answer(answer(text)?),
        RuleKind::Levels(_) | RuleKind::StepChoices(_) => RawValue::Choice(word(text)?),
        RuleKind::Parts(_) | RuleKind::PerPeriodSum { .. } => RawValue::Listed(words(text)?),
        RuleKind::CountShare(_) if decimal(text).is_none() => RawValue::Listed(words(text)?),
        RuleKind::CountShare(_) | RuleKind::CountCapped(_) => RawValue::Number(decimal(text)?),
        RuleKind::Unscored => return None,
        _ if text.contains('=') => RawValue::Inputs(figures(text)?),
        kind => match text.split_once('/') {
            Some(_) => {
                // More than two figures have names.
                let [part, whole] = rule.pair()?;
                pair(text, [&part.id, &whole.id])?
            }
            // More than the whole is no share.
            None => RawValue::Number(
                decimal(text).filter(|number| !kind.is_ratio() || *number <= Exact::ONE)?,
            ),
        },
    })
}

/// A raw value as a text that [`parse_raw_value`] reads.
pub fn raw_value_text(raw: &RawValue) -> String {
    match raw {
        RawValue::Points(number) | RawValue::Number(number) => number.to_short_text(DECIMALS),
        RawValue::Answer(answer) => answer_text(*answer).to_owned(),
        RawValue::Choice(id) => id.clone(),
        RawValue::Inputs(inputs) => inputs_text(inputs),
        RawValue::Listed(ids) if ids.is_empty() => "-".to_owned(),
        RawValue::Listed(ids) => ids.join("+"),
        RawValue::Parts(_) => value_text(raw),
    }
}

/// The raw value that a text gives by itself, whatever its rule: `yes`, `0.766`, `3420/4465`,
/// `a=3;b=4;best=2`, a choice `~head`, ids `*a*b`, points `p7.5`, parts `(id:value!id:value)`. `None`
/// for anything else.
pub(super) fn parse_value(text: &str) -> Option<RawValue> {
    value_at(text, DEEPEST)
}

fn value_at(text: &str, depth: usize) -> Option<RawValue> {
    if let Some(answer) = answer(text) {
        return Some(RawValue::Answer(answer));
    }
    if let Some(id) = text.strip_prefix('~') {
        return word(id).map(RawValue::Choice);
    }
    if let Some(ids) = text.strip_prefix('*') {
        let ids: Option<Vec<String>> = match ids {
            "" => Some(Vec::new()),
            ids => ids.split('*').map(word).collect(),
        };
        return ids.map(RawValue::Listed);
    }
    if let Some(parts) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        let below = depth.checked_sub(1)?;
        let part = |text: &str| {
            let (id, value) = text.split_once(':')?;
            Some((word(id)?, value_at(value, below)?))
        };
        let parts = outside_brackets(parts);
        let parts: Option<Vec<_>> = parts.into_iter().map(part).collect();
        return parts
            .filter(|parts| parts.len() <= MOST)
            .map(RawValue::Parts);
    }
    if text.contains('=') {
        return figures(text).map(RawValue::Inputs);
    }
    if let Some(points) = text.strip_prefix('p') {
        return decimal(points).map(RawValue::Points);
    }
    if text.contains('/') {
        return pair(text, RATIO);
    }
    decimal(text).map(RawValue::Number)
}

/// A raw value as a text that [`parse_value`] reads.
pub(super) fn value_text(raw: &RawValue) -> String {
    match raw {
        RawValue::Points(points) => format!("p{}", points.to_short_text(DECIMALS)),
        RawValue::Choice(id) => format!("~{id}"),
        RawValue::Listed(ids) => format!("*{}", ids.join("*")),
        RawValue::Parts(parts) => {
            let part = |(id, raw): &(String, RawValue)| format!("{id}:{}", value_text(raw));
            format!("({})", parts.iter().map(part).collect::<Vec<_>>().join("!"))
        }
        RawValue::Inputs(inputs) if !is_pair(inputs, RATIO) => named_text(inputs),
        RawValue::Number(_) | RawValue::Answer(_) | RawValue::Inputs(_) => raw_value_text(raw),
    }
}

/// What stands between `!` that are in no brackets.
fn outside_brackets(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let is_end = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '!' && depth == 0
    };
    text.split(is_end).collect()
}

fn answer(text: &str) -> Option<Answer> {
    let answers = [Answer::Yes, Answer::No];
    answers.into_iter().find(|own| answer_text(*own) == text)
}

fn answer_text(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
    }
}

/// An id of a choice, a part or a figure.
pub(super) fn word(text: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.-".contains(c);
    let fits = !text.is_empty() && text.len() <= 64 && text.chars().all(allowed);
    fits.then(|| text.to_owned())
}

fn words(text: &str) -> Option<Vec<String>> {
    match text {
        "-" => Some(Vec::new()),
        text => text.split('+').map(|id| word(id.trim())).collect(),
    }
}

fn figures(text: &str) -> Option<Vec<(String, Exact)>> {
    let figure = |text: &str| {
        let (id, figure) = text.split_once('=')?;
        Some((word(id.trim())?, decimal(figure.trim())?))
    };
    let figures: Option<Vec<_>> = text.split(';').map(figure).collect();
    figures.filter(|figures| figures.len() <= MOST)
}

fn inputs_text(inputs: &[(String, Exact)]) -> String {
    let number = |value: &Exact| value.to_short_text(DECIMALS);
    match inputs {
        [(_, part), (_, whole)] if is_pair(inputs, RATIO) || is_pair(inputs, POPULATION) => {
            format!("{}/{}", number(part), number(whole))
        }
        _ => named_text(inputs),
    }
}

/// Figures with their ids.
fn named_text(inputs: &[(String, Exact)]) -> String {
    let figure = |(id, value): &(String, Exact)| {
        let value = value.to_short_text(DECIMALS);
        format!("{id}={value}")
    };
    inputs.iter().map(figure).collect::<Vec<_>>().join(";")
}

/// A raw value with its kind before it, as project files hold it.
pub(super) fn tagged_text(raw: &RawValue) -> String {
    let kind = match raw {
        RawValue::Points(_) => "points",
        RawValue::Answer(_) => "answer",
        RawValue::Choice(_) => "level",
        RawValue::Number(_) => "count",
        RawValue::Inputs(inputs) if is_pair(inputs, RATIO) => "share",
        RawValue::Inputs(inputs) if is_pair(inputs, POPULATION) => "population",
        RawValue::Listed(_) => "met",
        RawValue::Inputs(_) | RawValue::Parts(_) => return format!("value {}", value_text(raw)),
    };
    format!("{kind} {}", raw_value_text(raw))
}

/// What [`tagged_text`] wrote, or an older version; `None` for anything else.
pub(super) fn parse_tagged(text: &str) -> Option<RawValue> {
    let (kind, value) = text.split_once(' ')?;
    Some(match kind {
        "points" => RawValue::Points(decimal(value)?),
        "answer" => RawValue::Answer(answer(value)?),
        "level" => RawValue::Choice(word(value)?),
        "count" => RawValue::Number(decimal(value)?),
        "met" => RawValue::Listed(words(value)?),
        "share" => pair(value, RATIO)?,
        "population" => pair(value, POPULATION)?,
        "value" => parse_value(value)?,
        _ => return None,
    })
}

/// Figures of these ids, above and below the line.
fn pair(text: &str, [part, whole]: [&str; 2]) -> Option<RawValue> {
    let (above, below) = text.split_once('/')?;
    Some(RawValue::Inputs(vec![
        (part.to_owned(), decimal(above.trim())?),
        (whole.to_owned(), decimal(below.trim())?),
    ]))
}

/// Whether figures are those of these ids.
fn is_pair(inputs: &[(String, Exact)], [part, whole]: [&str; 2]) -> bool {
    matches!(inputs, [(own, _), (other, _)] if own == part && other == whole)
}

#[cfg(test)]
mod tests {
    use super::{
        parse_raw_value, parse_tagged, parse_value, raw_value_text, tagged_text, value_text,
    };
    use crate::parse_rule;
    use dti_engine::model::{Answer, Exact, RawValue};
    use proptest::prelude::*;

    #[test]
    fn raw_values_round_trip_under_their_rule() {
        for (rule, raws) in [
            ("points", &["12.5", "0"][..]),
            ("yes_no", &["yes", "no"]),
            ("levels 0 0.5 1", &["0", "2"]),
            ("step_choices 0 0.5 1", &["1"]),
            ("ratio", &["12/35", "0.5/1", "0.34"]),
            ("ratio of a+b/c", &["a=1;b=2;c=3", "0.34"]),
            ("capped_ratio 0.8", &["3/4"]),
            ("steps 1:0.25 2:0.5 4:1", &["0", "9", "2.5"]),
            ("relative", &["30", "value=30;best=40"]),
            ("relative of a/b", &["1/4", "a=1;b=4;best=0.5"]),
            ("count_capped 0.1", &["3"]),
            ("count_share 7", &["3", "-"]),
            ("per_period_sum 2 0 0.5", &["0+1"]),
            ("parts 0.3 0.7", &["0", "0+1", "-"]),
            ("per_capita 1000 1.5", &["500/480000"]),
            ("survey", &["71/80"]),
        ] {
            let read = parse_rule(rule).unwrap();
            for raw in raws {
                let value = parse_raw_value(&read, raw);
                let value = value.unwrap_or_else(|| panic!("{rule}: {raw}"));
                assert_eq!(raw_value_text(&value), *raw, "{rule}");
            }
        }
        let ratio = parse_rule("ratio").unwrap();
        for text in ["", "12", "1/", "a/b", "1/2/3", "-1/2", "a=1;b"] {
            assert_eq!(parse_raw_value(&ratio, text), None, "{text}");
        }
        let unscored = parse_rule("unscored").unwrap();
        assert_eq!(parse_raw_value(&unscored, "1"), None);
        let yes_no = parse_rule("yes_no").unwrap();
        assert_eq!(parse_raw_value(&yes_no, "Yes"), None);
    }

    #[test]
    fn two_figures_go_to_the_sides_that_the_rule_has() {
        let rule = parse_rule("ratio of c/d").unwrap();
        let read = parse_raw_value(&rule, "3/4").unwrap();
        assert_eq!(raw_value_text(&read), "c=3;d=4");
        let more = parse_rule("ratio of a+b/c").unwrap();
        assert_eq!(parse_raw_value(&more, "3/4"), None);
    }

    #[test]
    fn kinds_of_older_files_are_read() {
        let pair = RawValue::ratio(Exact::whole(12), Exact::whole(35));
        assert_eq!(parse_tagged("share 12/35"), Some(pair));
        let population = parse_tagged("population 12/35").unwrap();
        assert_eq!(population.input("population"), Some(Exact::whole(35)));
        assert_eq!(tagged_text(&population), "population 12/35");
        for text in [
            "",
            "share",
            "share 1",
            "answer maybe",
            "level A",
            "moon 1",
            "value (",
        ] {
            assert_eq!(parse_tagged(text), None, "{text}");
        }
    }

    fn raw() -> impl Strategy<Value = RawValue> {
        let number = || (0_i64..=10_000).prop_map(|value| Exact::decimal(value, 4));
        let id = || "[a-z0-9][a-z0-9_.-]{0,9}";
        let leaf = prop_oneof![
            number().prop_map(RawValue::Points),
            number().prop_map(RawValue::Number),
            Just(RawValue::Answer(Answer::Yes)),
            Just(RawValue::Answer(Answer::No)),
            id().prop_map(RawValue::Choice),
            prop::collection::vec(id(), 0..4).prop_map(RawValue::Listed),
            prop::collection::vec((id(), number()), 1..4).prop_map(RawValue::Inputs),
        ];
        leaf.prop_recursive(2, 8, 3, move |below| {
            prop::collection::vec((id(), below), 1..4).prop_map(RawValue::Parts)
        })
    }

    proptest! {
        #[test]
        fn any_value_comes_back_by_itself(raw in raw()) {
            prop_assert_eq!(parse_value(&value_text(&raw)), Some(raw.clone()));
            prop_assert_eq!(parse_tagged(&tagged_text(&raw)), Some(raw));
        }
    }
}
