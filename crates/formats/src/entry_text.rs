//! What people type for a component in one field, in both decimal marks: `0,7660`, `76,6%`, `76,6`,
//! `3420/4465`, `12,5 điểm`, `có`.

use super::edition_file::decimal;
use super::folding::fold;
use super::raw_text::parse_raw_value;
use super::rule_text::DECIMALS;
use dti_engine::analysis::{RuleMismatch, score};
use dti_engine::model::{Answer, BEST, Choice, Exact, Input, RawValue, Rule, RuleKind, Side};

/// Why a text is no value of its rule.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EntryProblem {
    /// Nothing that this rule takes.
    #[error("this is nothing that its rule takes")]
    Unreadable,
    /// A mark that may stand for decimals or for thousands, with another result each time.
    #[error("`{given}` may be {} or {}; write it without a mark", .readings[0], .readings[1])]
    TwoReadings {
        /// What was given.
        given: String,
        /// What it may be, with a point before the decimals.
        readings: [String; 2],
    },
    /// A number that may be a percentage or a multiple of the whole.
    #[error("`{given}` may be a percentage or a ratio; write {given}% or the ratio")]
    PercentOrRatio {
        /// What was given.
        given: String,
    },
    /// Points of which the rule cannot tell what was counted.
    #[error("points do not tell what was counted; enter that")]
    OnlyPoints,
    /// A value outside what the rule allows.
    #[error(transparent)]
    Rule(#[from] RuleMismatch),
}

/// The raw value that a text in a form gives under a rule; nothing where it is empty.
///
/// Comma and point are both decimal marks; where one may also set thousands apart, the figures on the
/// other side of a ratio decide, and nothing is guessed. A share above 1 is a percentage. Points are
/// turned into a share where a rule's points are that share of the maximum.
///
/// ```
/// use dti_engine::model::{Exact, RawValue, Rule, RuleKind};
/// use dti_formats::read_entry;
/// let (rule, most) = (Rule::from(RuleKind::Ratio), Exact::whole(20));
/// let share = RawValue::Number(Exact::decimal(766, 3));
/// assert_eq!(read_entry(&rule, most, "76,6%"), Ok(Some(share)));
/// let ratio = RawValue::ratio(Exact::whole(3420), Exact::whole(4465));
/// assert_eq!(read_entry(&rule, most, "3.420/4.465"), Ok(Some(ratio)));
/// ```
pub fn read_entry(
    rule: &Rule,
    max_points: Exact,
    text: &str,
) -> Result<Option<RawValue>, EntryProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let raw = match in_points(text) {
        Some(points) => of_points(rule, max_points, read_number(points)?)?,
        None => value(rule, max_points, text)?,
    };
    check_entry(rule, max_points, &raw)?;
    Ok(Some(raw))
}

/// One of the figures that make a ratio; nothing where the text is empty.
pub fn read_figure(text: &str) -> Result<Option<Exact>, EntryProblem> {
    match text.trim() {
        "" => Ok(None),
        text => read_number(text).map(Some),
    }
}

/// The best unit's figure, with which a rule compares; nothing where the text is empty.
pub fn read_reference(rule: &Rule, text: &str) -> Result<Option<Exact>, EntryProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let RawValue::Number(given) = number(rule, text)? else {
        return Err(EntryProblem::Unreadable);
    };
    if given <= Exact::ZERO {
        return Err(RuleMismatch::NoReference { given }.into());
    }
    Ok(Some(given))
}

/// Whether the rule takes a value. Of a comparison the best unit's figure may come later.
pub fn check_entry(rule: &Rule, max_points: Exact, raw: &RawValue) -> Result<(), EntryProblem> {
    let compared = match (&rule.kind, raw.input(BEST)) {
        (RuleKind::Relative, None) => raw.clone().compared(Exact::ONE),
        _ => raw.clone(),
    };
    score(rule, max_points, &compared)?;
    Ok(())
}

/// Whether a number is a share of something: `0..=1`, or in percent.
pub fn takes_share(rule: &Rule) -> bool {
    match rule.kind {
        RuleKind::PerCapita { .. } => false,
        RuleKind::Steps(_) | RuleKind::Relative => !rule.inputs.is_empty(),
        ref kind => kind.is_ratio(),
    }
}

fn value(rule: &Rule, max_points: Exact, text: &str) -> Result<RawValue, EntryProblem> {
    match &rule.kind {
        RuleKind::Points => match text.strip_suffix('%') {
            Some(percent) => read_percent(percent).map(RawValue::Number),
            None => points(rule, max_points, text),
        },
        RuleKind::YesNo => answer(text).map(RawValue::Answer),
        RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => choice(choices, text),
        RuleKind::Parts(_) | RuleKind::PerPeriodSum { .. } => {
            parse_raw_value(rule, text).ok_or(EntryProblem::Unreadable)
        }
        RuleKind::CountShare(_) => read_number(text)
            .map(RawValue::Number)
            .or_else(|problem| parse_raw_value(rule, text).ok_or(problem)),
        RuleKind::Unscored => Err(EntryProblem::Unreadable),
        _ if text.contains('=') => named(text),
        _ if text.contains('/') => pair(rule, text),
        _ => number(rule, text),
    }
}

/// Points: of two readings the one that the maximum allows.
fn points(rule: &Rule, max_points: Exact, text: &str) -> Result<RawValue, EntryProblem> {
    let readings = Readings::of(text)?;
    let fits = |reading| check_entry(rule, max_points, &RawValue::Points(reading)).is_ok();
    match (fits(readings.grouped), fits(readings.plain)) {
        (true, true) => read_number(text).map(RawValue::Points),
        (true, false) => Ok(RawValue::Points(readings.grouped)),
        (false, _) => Ok(RawValue::Points(readings.plain)),
    }
}

/// A number where no more was typed: a count, or a share.
fn number(rule: &Rule, text: &str) -> Result<RawValue, EntryProblem> {
    let percent = text.strip_suffix('%').map(str::trim);
    if !takes_share(rule) {
        return match percent {
            Some(_) => Err(EntryProblem::Unreadable),
            None => Ok(RawValue::Number(read_number(text)?)),
        };
    }
    if let Some(percent) = percent {
        return read_percent(percent).map(RawValue::Number);
    }
    // Of a percentage nobody sets thousands apart.
    let given = as_decimal(text).ok_or(EntryProblem::Unreadable)?;
    if let Some(counted) = only_open(rule)
        && given.rounded(0) == given
    {
        return Ok(RawValue::Inputs(vec![(counted.id.clone(), given)]));
    }
    Ok(RawValue::Number(match &rule.kind {
        _ if given <= Exact::ONE => given,
        RuleKind::Relative => {
            return Err(EntryProblem::PercentOrRatio {
                given: text.to_owned(),
            });
        }
        _ => given * Exact::decimal(1, 2),
    }))
}

/// The one figure that the rule does not set itself, where it stands above the line.
fn only_open(rule: &Rule) -> Option<&Input> {
    let mut open = rule.inputs.iter().filter(|input| input.fixed.is_none());
    let first = open.next().filter(|input| input.side == Side::Part)?;
    (open.next().is_none() && rule.inputs.len() > 1).then_some(first)
}

/// `3420/4465`: of the readings of marks the one with which the part is inside the whole.
fn pair(rule: &Rule, text: &str) -> Result<RawValue, EntryProblem> {
    let unreadable = || EntryProblem::Unreadable;
    let [part, whole] = rule.pair().ok_or_else(unreadable)?;
    let (above, below) = text.split_once('/').ok_or_else(unreadable)?;
    let ratio =
        |a: Exact, b: Exact| RawValue::Inputs(vec![(part.id.clone(), a), (whole.id.clone(), b)]);
    let (above, below) = (Readings::of(above)?, Readings::of(below)?);
    let (a, b) = (above.grouped, below.grouped);
    let (least_a, least_b) = (above.plain, below.plain);
    // What is counted is whole: thousands come first where nothing speaks against them.
    let grouped = a.checked_div(b);
    let plain = least_a.checked_div(least_b);
    let is_inside = |ratio: Option<Exact>| ratio.is_some_and(|ratio| ratio <= Exact::ONE);
    // Nobody's population has decimals.
    let is_counted = matches!(rule.kind, RuleKind::PerCapita { .. });
    match (is_inside(grouped), is_inside(plain)) {
        _ if grouped == plain || is_counted => Ok(ratio(a, b)),
        (true, false) => Ok(ratio(a, b)),
        (false, true) => Ok(ratio(least_a, least_b)),
        _ => Err(EntryProblem::TwoReadings {
            given: text.to_owned(),
            readings: [(a, b), (least_a, least_b)].map(|(a, b)| {
                let [a, b] = [a, b].map(|figure| figure.to_short_text(DECIMALS));
                format!("{a}/{b}")
            }),
        }),
    }
}

/// Figures with their ids: `a=93; b=10; c=30,5`.
fn named(text: &str) -> Result<RawValue, EntryProblem> {
    let figure = |text: &str| {
        let (id, figure) = text.split_once('=').ok_or(EntryProblem::Unreadable)?;
        Ok((id.trim().to_ascii_lowercase(), read_number(figure)?))
    };
    let figures: Result<Vec<_>, EntryProblem> = text.split(';').map(figure).collect();
    figures.map(RawValue::Inputs)
}

/// The number before a word for points.
pub(crate) fn in_points(text: &str) -> Option<&str> {
    let number = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.');
    let (_, word) = text.split_at_checked(number.len())?;
    let word = fold(word);
    let is_points = ["diem", "d", "points", "point", "pts"].contains(&word.as_str());
    (is_points && !number.is_empty()).then_some(number)
}

/// The value behind points, where the rule's points tell it.
fn of_points(rule: &Rule, max_points: Exact, points: Exact) -> Result<RawValue, EntryProblem> {
    match rule.kind {
        RuleKind::Points => return Ok(RawValue::Points(points)),
        RuleKind::Ratio | RuleKind::Survey => {}
        _ => return Err(EntryProblem::OnlyPoints),
    }
    // The same limits as where points are entered.
    score(&Rule::default(), max_points, &RawValue::Points(points))?;
    let share = points.div_or(max_points, Exact::ZERO);
    if share.rounded(DECIMALS) == share {
        return Ok(RawValue::Number(share));
    }
    // A third has no decimals: these points of all of them are the same ratio, with nothing lost.
    let [part, whole] = rule.pair().ok_or(EntryProblem::OnlyPoints)?;
    Ok(RawValue::Inputs(vec![
        (part.id.clone(), points),
        (whole.id.clone(), max_points),
    ]))
}

fn answer(text: &str) -> Result<Answer, EntryProblem> {
    match fold(text).as_str() {
        "yes" | "y" | "co" | "x" | "1" => Ok(Answer::Yes),
        "no" | "n" | "khong" | "0" => Ok(Answer::No),
        _ => Err(EntryProblem::Unreadable),
    }
}

/// A choice by its id or its name.
fn choice(choices: &[Choice], text: &str) -> Result<RawValue, EntryProblem> {
    let wanted = fold(text);
    let is_meant = |choice: &&Choice| {
        let names = [&choice.name.vi, &choice.name.en];
        choice.id == text
            || names
                .iter()
                .any(|name| !name.is_empty() && fold(name) == wanted)
    };
    let found = choices.iter().find(is_meant);
    found
        .map(|choice| RawValue::Choice(choice.id.clone()))
        .ok_or(EntryProblem::Unreadable)
}

fn read_percent(text: &str) -> Result<Exact, EntryProblem> {
    Ok(read_number(text)? * Exact::decimal(1, 2))
}

/// One number; where its mark may be both, that is a problem.
fn read_number(text: &str) -> Result<Exact, EntryProblem> {
    let readings = Readings::of(text)?;
    if readings.grouped == readings.plain {
        return Ok(readings.plain);
    }
    let both = [readings.grouped, readings.plain];
    Err(EntryProblem::TwoReadings {
        given: text.trim().to_owned(),
        readings: both.map(|reading| reading.to_short_text(DECIMALS)),
    })
}

/// What a number is with its mark before thousands, and with its mark before decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Readings {
    grouped: Exact,
    plain: Exact,
}

impl Readings {
    fn of(text: &str) -> Result<Self, EntryProblem> {
        let text = text.trim();
        let (is_negative, size) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(size) => (true, size.trim_start()),
            None => (false, text),
        };
        let (grouped, plain) = (as_grouped(size), as_decimal(size));
        let sign = |value: Exact| if is_negative { -value } else { value };
        let [grouped, plain] = [grouped.or(plain), plain.or(grouped)].map(|own| own.map(sign));
        match (grouped, plain) {
            (Some(grouped), Some(plain)) => Ok(Self { grouped, plain }),
            _ => Err(EntryProblem::Unreadable),
        }
    }
}

/// A number with one comma or point at most, before its decimals.
fn as_decimal(text: &str) -> Option<Exact> {
    let text = text.replace(',', ".");
    let text = text.trim();
    match text.strip_prefix('.') {
        Some(decimals) => decimal(&format!("0.{decimals}")),
        None => decimal(text.strip_suffix('.').unwrap_or(text)),
    }
}

/// A number in groups of three digits: `3.420`, `1 760 000`, `1.234,5`.
fn as_grouped(text: &str) -> Option<Exact> {
    let is_space = |letter: char| letter == ' ' || letter == '\u{a0}' || letter == '\u{202f}';
    let mark = text.chars().find(|letter| !letter.is_ascii_digit())?;
    // The other mark stands before the decimals.
    let (whole, decimals) = match mark {
        ',' => text.split_once('.').unwrap_or((text, "")),
        '.' => text.split_once(',').unwrap_or((text, "")),
        space if is_space(space) => text.split_once([',', '.']).unwrap_or((text, "")),
        _ => return None,
    };
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let rest: Vec<&str> = groups.collect();
    if !is_first || rest.is_empty() || rest.iter().any(|group| group.len() != 3) {
        return None;
    }
    let digits = format!("{first}{}", rest.concat());
    match decimals {
        "" if whole.len() == text.len() => decimal(&digits),
        decimals => decimal(&format!("{digits}.{decimals}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{EntryProblem, read_entry, read_figure, read_reference};
    use crate::{parse_rule, raw_value_text};
    use dti_engine::analysis::score;
    use dti_engine::model::{Exact, RawValue};

    const MOST: i64 = 20;

    /// What a text is read as, and the points of 20 that it earns.
    #[track_caller]
    fn expect(rule: &str, text: &str, value: &str, points: &str) {
        let rule = parse_rule(rule).unwrap();
        let most = Exact::whole(MOST);
        let read = read_entry(&rule, most, text).unwrap_or_else(|problem| panic!("{problem}"));
        let read = read.unwrap();
        assert_eq!(raw_value_text(&read), value, "{text}");
        let earned = score(&rule, most, &read).unwrap() * most;
        assert_eq!(earned.to_short_text(6), points, "{text}");
    }

    #[track_caller]
    fn expect_refusal(rule: &str, texts: &[&str], sentence: &str) {
        let rule = parse_rule(rule).unwrap();
        for text in texts {
            let read = read_entry(&rule, Exact::whole(MOST), text);
            assert_eq!(read.unwrap_err().to_string(), sentence, "{text}");
        }
    }

    #[test]
    fn a_ratio_is_a_share_a_percentage_or_two_figures() {
        for text in [
            "0,7660", "0.766", ",766", "76,6%", "76.6 %", "76,6", "76,600",
        ] {
            expect("ratio", text, "0.766", "15.32");
        }
        expect("ratio", "1", "1", "20");
        expect("ratio", "1%", "0.01", "0.2");
        expect("ratio", "100", "1", "20");
        expect("ratio", "0", "0", "0");
        // 3420 / 4465 of 20 are 15.319149.
        for text in ["3420/4465", "3.420/4.465", "3,420 / 4,465", "3 420/4 465"] {
            expect("ratio", text, "3420/4465", "15.319149");
        }
        expect(
            "ratio",
            "1.760.000/1.946.800",
            "1760000/1946800",
            "18.080953",
        );
        expect("ratio", "1.234,5/2.469", "1234.5/2469", "10");
        expect("ratio", "1,5/3", "1.5/3", "10");
        expect("ratio", "3/0", "3/0", "0");
        expect("ratio", "5/4", "5/4", "20");
    }

    #[test]
    fn a_mark_that_could_be_both_is_decided_by_the_other_figure_or_asked_about() {
        expect("ratio", "812/1.100", "812/1100", "14.763636");
        expect("ratio", "1.234/5", "1.234/5", "4.936");
        expect_refusal(
            "ratio",
            &["3,420/10000"],
            "`3,420/10000` may be 3420/10000 or 3.42/10000; write it without a mark",
        );
        expect_refusal(
            "count_capped 0.001",
            &["3.420"],
            "`3.420` may be 3420 or 3.42; write it without a mark",
        );
        expect("count_capped 0.001", "0,420", "0.42", "0.0084");
        expect("count_capped 0.0000001", "1.760.000", "1760000", "3.52");
    }

    #[test]
    fn points_become_a_share_where_they_tell_it() {
        for text in [
            "12,5 điểm",
            "12.5 points",
            "12,5đ",
            "12.5 pts.",
            "12,5 Điểm",
        ] {
            expect("ratio", text, "0.625", "12.5");
            expect("survey", text, "0.625", "12.5");
            expect("points", text, "12.5", "12.5");
        }
        let told = "points do not tell what was counted; enter that";
        for rule in ["capped_ratio 0.8", "yes_no", "steps 1:0.5 2:1", "relative"] {
            expect_refusal(rule, &["12,5 điểm"], told);
        }
        let most = "21 points were given; use 0 to 20";
        expect_refusal("ratio", &["21 điểm"], most);
        // 10 of 30 have no last decimal: nothing is rounded away.
        let rule = parse_rule("ratio").unwrap();
        let thirty = Exact::whole(30);
        let read = read_entry(&rule, thirty, "10 điểm").unwrap().unwrap();
        assert_eq!(score(&rule, thirty, &read), Ok(Exact::fraction(1, 3)));
        let several = parse_rule("ratio of a+b/c").unwrap();
        let refused = read_entry(&several, thirty, "10 điểm");
        assert_eq!(refused, Err(EntryProblem::OnlyPoints));
    }

    #[test]
    fn points_are_points_or_a_percentage_of_all() {
        expect("points", "12,5", "12.5", "12.5");
        expect("points", "62,5%", "0.625", "12.5");
        expect_refusal("points", &["20,01"], "20.01 points were given; use 0 to 20");
        let finer = "1.255 points were given; use at most 2 decimals";
        expect_refusal("points", &["1,2550 điểm", "1,255"], finer);
        expect("points", "1,500", "1.5", "1.5");
        expect_refusal("points", &["-1"], "-1 points were given; use 0 to 20");
    }

    #[test]
    fn counts_steps_and_counts_in_a_population() {
        expect("steps 1:0.25 10:0.5 20:1", "12", "12", "10");
        expect("count_capped 0.1", "3", "3", "6");
        expect("count_share 8", "3", "3", "7.5");
        expect("count_share 8", "0+4", "0+4", "5");
        expect_refusal("count_share 8", &["9"], "9 was given; use 0 to 8");
        // 36 per 48,000 are 0.75 per 1,000: half of what gives all.
        expect("per_capita 1000 1.5", "36/48.000", "36/48000", "10");
        expect("per_capita 1000 1.5", "0,75", "0.75", "10");
        expect("steps 0.03:0.3 0.1:1 of a/b", "5%", "0.05", "6");
        expect("steps 0.03:0.3 0.1:1 of a/b", "5/100", "5/100", "6");
        expect_refusal("steps 1:1", &["-1"], "-1 was given; use 0 or more");
    }

    #[test]
    fn thresholds_take_what_ratios_take() {
        expect("capped_ratio 0.5", "0,76%", "0.0076", "0.304");
        expect("threshold_jump 0.8", "80", "0.8", "20");
        expect("banded_ratio 0.9", "89,9%", "0.899", "0");
        expect("all_or_nothing", "41/41", "41/41", "20");
        expect_refusal("ratio", &["120", "120%"], "1.2 was given; use 0 to 1");
    }

    #[test]
    fn a_count_where_the_rule_sets_the_rest() {
        expect("ratio of a/b=7", "5", "a=5", "14.285714");
        expect("ratio of a/b=7", "1", "a=1", "2.857143");
        expect("ratio of a/b=7", "5/8", "5/8", "12.5");
        expect("ratio of a/b=7", "62,5%", "0.625", "12.5");
        expect("ratio of a/b=7", "0,5", "0.5", "10");
    }

    #[test]
    fn more_than_two_figures_have_names() {
        expect(
            "ratio of a+b/c",
            "a=93; B=7,5; c=1.000.000",
            "a=93;b=7.5;c=1000000",
            "0.00201",
        );
        expect("ratio of a+b/c", "50%", "0.5", "10");
        let nothing = "this is nothing that its rule takes";
        expect_refusal("ratio of a+b/c", &["3/4"], nothing);
        expect_refusal(
            "ratio of a+b/c",
            &["a=1;b=2"],
            "`c` is missing; give it too",
        );
    }

    #[test]
    fn a_comparison_takes_a_number_and_the_best_comes_later() {
        let rule = parse_rule("relative").unwrap();
        let read = read_entry(&rule, Exact::whole(MOST), "30").unwrap();
        assert_eq!(read, Some(RawValue::Number(Exact::whole(30))));
        expect_refusal(
            "relative of a/b",
            &["76,6"],
            "`76,6` may be a percentage or a ratio; write 76,6% or the ratio",
        );
        let best = |text: &str| read_reference(&rule, text);
        assert_eq!(best("1.760.000"), Ok(Some(Exact::whole(1_760_000))));
        assert_eq!(best(" "), Ok(None));
        assert!(best("0").is_err() && best("40%").is_err() && best("-1").is_err());
        let ratio = parse_rule("relative of a/b").unwrap();
        let two_fifths = Ok(Some(Exact::decimal(4, 1)));
        assert_eq!(read_reference(&ratio, "40%"), two_fifths);
        assert!(read_reference(&ratio, "40").is_err());
        assert_eq!(read_figure("1.760.000"), Ok(Some(Exact::whole(1_760_000))));
        assert!(read_figure("1.760").is_err() && read_figure("5%").is_err());
    }

    #[test]
    fn answers_and_choices_by_word() {
        for text in ["có", "Có", "x", "yes"] {
            expect("yes_no", text, "yes", "20");
        }
        expect("yes_no", "không", "no", "0");
        expect("levels 0 0.5 1", "1", "1", "10");
        expect("parts 0.3 0.7", "0+1", "0+1", "20");
        expect("parts 0.3 0.7", "-", "-", "0");
        expect("per_period_sum 2 0 0.5", "0+1", "0+1", "10");
    }

    #[test]
    fn nothing_is_nothing_and_nonsense_is_refused() {
        let ratio = parse_rule("ratio").unwrap();
        assert_eq!(read_entry(&ratio, Exact::ONE, "  "), Ok(None));
        let nothing = "this is nothing that its rule takes";
        let nonsense = [
            "abc", "1/2/3", "a/b", "%", "1e3", "1.23.4", "điểm", "1,2,3", "--1", "/", "=",
        ];
        expect_refusal("ratio", &nonsense, nothing);
        expect_refusal("steps 1:1", &["abc", "50%", "1 2", "1.2345.678"], nothing);
        expect_refusal("yes_no", &["maybe"], nothing);
        expect_refusal("levels 0 1", &["2", "?"], nothing);
        expect_refusal("unscored", &["1"], nothing);
        expect_refusal("points", &["9999999999999"], nothing);
    }
}
