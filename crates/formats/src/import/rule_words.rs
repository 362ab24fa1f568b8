//! Scoring rules and values as people write them, beside this program's own texts for them.

use super::numbers::{DecimalMark, number};
use crate::{fold, parse_raw_value, parse_rule};
use dti_engine::model::{Answer, Exact, RawValue, Rule};

/// What a text says about a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum RuleRead {
    /// This rule.
    Rule(Rule),
    /// Words that are not understood.
    Words,
    /// The name of a rule with numbers that it does not take.
    Broken,
}

/// First words of the program's own texts for rules.
const KINDS: [&str; 10] = [
    "points",
    "yes_no",
    "levels",
    "ratio",
    "capped_ratio",
    "steps",
    "parts",
    "per_capita",
    "survey",
    "unscored",
];

/// Plain words, folded.
const WORDS: [(Rule, &[&str]); 5] = [
    (
        Rule::YesNo,
        &[
            "co khong",
            "co hoac khong",
            "co hay khong",
            "yes no",
            "yes or no",
            "dat khong dat",
        ],
    ),
    (
        Rule::Ratio,
        &[
            "ty le",
            "ti le",
            "ty le a b",
            "ty le phan tram",
            "a b",
            "a b diem toi da",
            "a b x diem toi da",
            "proportion",
            "share",
        ],
    ),
    (
        Rule::Survey,
        &["khao sat", "dieu tra", "muc do hai long", "satisfaction"],
    ),
    (
        Rule::Points,
        &["diem", "nhap diem", "cham diem", "diem truc tiep", "score"],
    ),
    (
        Rule::Unscored,
        &[
            "khong cham",
            "khong cham diem",
            "khong tinh diem",
            "not scored",
        ],
    ),
];

/// The rule that a text names; a blank one is [`Rule::Points`].
pub(super) fn rule(text: &str, mark: DecimalMark) -> RuleRead {
    let text = text.trim();
    let folded = fold(text);
    if folded.is_empty() {
        return RuleRead::Rule(Rule::Points);
    }
    let own = match mark {
        DecimalMark::Point => text.to_ascii_lowercase(),
        DecimalMark::Comma => text.to_ascii_lowercase().replace(',', "."),
    };
    if let Some(rule) = parse_rule(&own) {
        return RuleRead::Rule(rule);
    }
    if let Some((rule, _)) = WORDS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
    {
        return RuleRead::Rule(rule.clone());
    }
    let kind = own.split_ascii_whitespace().next().unwrap_or_default();
    match KINDS.contains(&kind) && own.split_ascii_whitespace().nth(1).is_some_and(is_numeric) {
        true => RuleRead::Broken,
        false => RuleRead::Words,
    }
}

fn is_numeric(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit() || "-.,".contains(letter))
}

/// What a value is in a column whose heading speaks of points, or does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ValueForm {
    /// Points, else the rule's own value.
    Points,
    /// The rule's own value, else points.
    Own,
}

/// The value that a text gives under a rule; `None` where the rule takes nothing like it.
pub(super) fn value(
    rule: &Rule,
    max_points: Exact,
    text: &str,
    mark: DecimalMark,
    form: ValueForm,
) -> Option<RawValue> {
    let own = || own_value(rule, text, mark);
    let written = number(text, mark).ok();
    let is_percent = written.is_some_and(|written| written.is_percent);
    let points = || {
        let points = match written? {
            // A share of the max points.
            share if is_percent => (max_points * share.value).checked_div(Exact::whole(100))?,
            written => written.value,
        };
        of_points(rule, max_points, points)
    };
    match form {
        ValueForm::Points if !is_percent => points().or_else(own),
        _ => own().or_else(points),
    }
}

fn own_value(rule: &Rule, text: &str, mark: DecimalMark) -> Option<RawValue> {
    let plain = |part: &str| {
        let written = number(part, mark)
            .ok()
            .filter(|written| !written.is_percent)?;
        Some(written.value.to_short_text(12))
    };
    let text = match (rule, text.split_once('/')) {
        (_, Some((part, whole))) => format!("{}/{}", plain(part)?, plain(whole)?),
        (Rule::YesNo, None) => match fold(text).as_str() {
            "co" | "yes" | "x" | "dat" | "dung" | "true" => "yes".to_owned(),
            "khong" | "no" | "khong dat" | "sai" | "false" => "no".to_owned(),
            _ => return None,
        },
        (Rule::Ratio | Rule::CappedRatio(_) | Rule::Survey, None) => {
            let written = number(text, mark)
                .ok()
                .filter(|written| written.is_percent)?;
            format!("{}/100", written.value.to_short_text(12))
        }
        (Rule::Points | Rule::Steps(_) | Rule::Levels(_), None) => plain(text)?,
        _ => text.to_owned(),
    };
    parse_raw_value(rule, &text).filter(|value| is_inside(rule, value))
}

/// Whether a value is one that its rule has.
fn is_inside(rule: &Rule, value: &RawValue) -> bool {
    match (rule, value) {
        (Rule::Levels(levels), RawValue::Level(level)) => *level < levels.len(),
        (Rule::Parts(parts), RawValue::Met(met)) => met.iter().all(|part| *part < parts.len()),
        (_, RawValue::Share { whole, .. }) => *whole > Exact::ZERO,
        (_, RawValue::InPopulation { population, .. }) => *population > Exact::ZERO,
        _ => true,
    }
}

/// The value of a rule behind awarded points, where there is exactly one.
fn of_points(rule: &Rule, max_points: Exact, points: Exact) -> Option<RawValue> {
    let share = points.checked_div(max_points)?;
    match rule {
        Rule::Points => Some(RawValue::Points(points)),
        Rule::YesNo if share == Exact::ONE => Some(RawValue::Answer(Answer::Yes)),
        Rule::YesNo if share == Exact::ZERO => Some(RawValue::Answer(Answer::No)),
        Rule::Levels(levels) => {
            let mut same = levels
                .iter()
                .enumerate()
                .filter(|(_, level)| **level == share);
            let (level, _) = same.next()?;
            same.next().is_none().then_some(RawValue::Level(level))
        }
        Rule::Ratio | Rule::Survey if share <= Exact::ONE => Some(RawValue::Share {
            part: points,
            whole: max_points,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{RuleRead, ValueForm, rule, value};
    use crate::import::DecimalMark;
    use crate::{parse_rule, raw_value_text};
    use dti_engine::model::{Exact, Rule};

    #[test]
    fn rules_are_read_in_plain_words_too() {
        let read = |text| rule(text, DecimalMark::Comma);
        for (text, own) in [
            ("", Rule::Points),
            ("Có/Không", Rule::YesNo),
            ("Tỷ lệ", Rule::Ratio),
            ("a/b * Điểm tối đa", Rule::Points),
            ("Khảo sát", Rule::Survey),
            ("Không chấm điểm", Rule::Unscored),
            ("YES_NO", Rule::YesNo),
        ] {
            let expected = match text.contains('*') {
                true => RuleRead::Rule(Rule::Ratio),
                false => RuleRead::Rule(own),
            };
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(
            read("steps 1:0,25 4:1"),
            RuleRead::Rule(parse_rule("steps 1:0.25 4:1").unwrap())
        );
        assert_eq!(read("levels 2"), RuleRead::Broken);
        assert_eq!(read("Có văn bản: 10 điểm"), RuleRead::Words);
        assert_eq!(read("points are awarded by the committee"), RuleRead::Words);
    }

    #[track_caller]
    fn expect(own: &str, text: &str, form: ValueForm, read: Option<&str>) {
        let rule = parse_rule(own).unwrap();
        let value = value(&rule, Exact::whole(20), text, DecimalMark::Comma, form);
        assert_eq!(
            value.map(|value| raw_value_text(&value)).as_deref(),
            read,
            "{own}: {text}"
        );
    }

    #[test]
    fn values_are_the_rules_own_or_points() {
        let (own, points) = (ValueForm::Own, ValueForm::Points);
        expect("points", "12,5", own, Some("12.5"));
        expect("ratio", "12/35", points, Some("12/35"));
        expect("ratio", "64,5%", own, Some("64.5/100"));
        expect("ratio", "64,5%", points, Some("64.5/100"));
        expect("points", "70%", own, Some("14"));
        expect("points", "70%", points, Some("14"));
        expect("levels 0 0.5 1", "50%", own, Some("1"));
        expect("yes_no", "100%", own, Some("yes"));
        expect("steps 1:0.25 4:1", "50%", own, None);
        expect("ratio", "15", own, Some("15/20"));
        expect("yes_no", "Có", own, Some("yes"));
        expect("yes_no", "20", points, Some("yes"));
        expect("yes_no", "15", points, None);
        expect("levels 0 0.5 1", "1", own, Some("1"));
        expect("levels 0 0.5 1", "10", points, Some("1"));
        expect("levels 0 0.5 1", "3", own, None);
        expect("steps 1:0.25 4:1", "3", own, Some("3"));
        expect("parts 0.5 0.5", "0+1", own, Some("0+1"));
        expect("parts 0.5 0.5", "2", own, None);
        expect("per_capita 1000 2", "500/480.000", own, Some("500/480000"));
        expect("ratio", "3/0", own, None);
        expect("unscored", "3", own, None);
    }
}
