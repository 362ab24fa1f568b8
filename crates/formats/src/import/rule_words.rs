//! Scoring rules and values as people write them, beside this program's own texts for them.

use super::numbers::{DecimalMark, number};
use super::points::value_behind;
use crate::{fold, parse_raw_value, parse_rule};
use dti_engine::model::{Exact, RawValue, Rule, RuleKind};

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
const KINDS: [&str; 18] = [
    "points",
    "yes_no",
    "levels",
    "ratio",
    "capped_ratio",
    "threshold_jump",
    "banded_ratio",
    "all_or_nothing",
    "relative",
    "count_capped",
    "count_share",
    "per_period_sum",
    "step_choices",
    "steps",
    "parts",
    "per_capita",
    "survey",
    "unscored",
];

/// Plain words, folded.
const WORDS: [(RuleKind, &[&str]); 5] = [
    (
        RuleKind::YesNo,
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
        RuleKind::Ratio,
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
        RuleKind::Survey,
        &["khao sat", "dieu tra", "muc do hai long", "satisfaction"],
    ),
    (
        RuleKind::Points,
        &["diem", "nhap diem", "cham diem", "diem truc tiep", "score"],
    ),
    (
        RuleKind::Unscored,
        &[
            "khong cham",
            "khong cham diem",
            "khong tinh diem",
            "not scored",
        ],
    ),
];

/// The rule that a text names; a blank one is [`RuleKind::Points`].
pub(super) fn rule(text: &str, mark: DecimalMark) -> RuleRead {
    let text = text.trim();
    let folded = fold(text);
    if folded.is_empty() {
        return RuleRead::Rule(Rule::default());
    }
    let own = match mark {
        DecimalMark::Point => text.to_ascii_lowercase(),
        DecimalMark::Comma => text.to_ascii_lowercase().replace(',', "."),
    };
    if let Some(rule) = parse_rule(&own) {
        return RuleRead::Rule(rule);
    }
    if let Some((kind, _)) = WORDS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
    {
        return RuleRead::Rule(Rule::from(kind.clone()));
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
    /// Points; what is no number is the rule's own value.
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
        value_behind(rule, max_points, points)
    };
    match form {
        // A number that is no points here must not become a count.
        ValueForm::Points if written.is_some() && !is_percent => points(),
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
    let text = match (&rule.kind, text.split_once('/')) {
        (_, Some((part, whole))) => format!("{}/{}", plain(part)?, plain(whole)?),
        (RuleKind::YesNo, None) => match fold(text).as_str() {
            "co" | "yes" | "x" | "dat" | "dung" | "true" => "yes".to_owned(),
            "khong" | "no" | "khong dat" | "sai" | "false" => "no".to_owned(),
            _ => return None,
        },
        (RuleKind::PerCapita { .. }, None) => return None,
        (kind, None) if kind.is_ratio() => {
            let written = number(text, mark)
                .ok()
                .filter(|written| written.is_percent)?;
            format!("{}/100", written.value.to_short_text(12))
        }
        (RuleKind::Parts(_) | RuleKind::PerPeriodSum { .. }, None) => text.to_owned(),
        (RuleKind::Levels(_) | RuleKind::StepChoices(_), None) => plain(text)?,
        _ if text.contains('=') => text.to_owned(),
        _ => plain(text)?,
    };
    parse_raw_value(rule, &text).filter(|value| is_inside(rule, value))
}

/// Whether a value is one that its rule has.
fn is_inside(rule: &Rule, value: &RawValue) -> bool {
    let is_choice = |id: &String| rule.kind.choices().iter().any(|choice| choice.id == *id);
    match value {
        RawValue::Choice(id) => is_choice(id),
        RawValue::Listed(ids) => ids.iter().all(is_choice),
        // A table that says 3/0 is asked about, not counted as no cases.
        RawValue::Inputs(inputs) => inputs
            .iter()
            .all(|(id, figure)| id != "b" || *figure > Exact::ZERO),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{RuleRead, ValueForm, rule, value};
    use crate::import::DecimalMark;
    use crate::{parse_rule, raw_value_text};
    use dti_engine::model::{Exact, Rule, RuleKind};

    #[test]
    fn rules_are_read_in_plain_words_too() {
        let read = |text| rule(text, DecimalMark::Comma);
        for (text, own) in [
            ("", RuleKind::Points),
            ("Có/Không", RuleKind::YesNo),
            ("Tỷ lệ", RuleKind::Ratio),
            ("a/b * Điểm tối đa", RuleKind::Points),
            ("Khảo sát", RuleKind::Survey),
            ("Không chấm điểm", RuleKind::Unscored),
            ("YES_NO", RuleKind::YesNo),
        ] {
            let expected = match text.contains('*') {
                true => RuleRead::Rule(Rule::from(RuleKind::Ratio)),
                false => RuleRead::Rule(Rule::from(own)),
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
        expect("levels 0 0.5 0.5 1", "10", points, None);
        expect("capped_ratio 0.8", "15", points, Some("12/20"));
        expect("capped_ratio 0.8", "20", points, Some("16/20"));
        expect("all_or_nothing", "20", points, Some("20/20"));
        expect("all_or_nothing", "15", points, None);
        expect("steps 4:1 1:0.25", "5", points, Some("1"));
        expect("steps 4:1 1:0.25", "0", points, Some("0"));
        expect("steps 4:1 1:0.25", "6", points, None);
        expect("count_capped 0.1", "14", points, Some("7"));
        expect("ratio", "21", points, None);
        expect("levels 0 0.5 1", "3", own, None);
        expect("steps 1:0.25 4:1", "3", own, Some("3"));
        expect("parts 0.5 0.5", "0+1", own, Some("0+1"));
        expect("parts 0.5 0.5", "2", own, None);
        expect("per_capita 1000 2", "500/480.000", own, Some("500/480000"));
        expect("ratio", "3/0", own, None);
        expect("unscored", "3", own, None);
    }
}
