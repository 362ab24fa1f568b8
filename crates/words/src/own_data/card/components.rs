//! The lines of the detailed scorecard, and what stands above them.

use super::entries::mismatch;
use crate::Words;
use crate::numbers::{decimal, points, score};
use dti_engine::calculator::{
    AssessmentColumn, AssessmentProblem, ComponentLine, ComponentMain, highest_entry, lowest_entry,
};
use dti_engine::model::{Exact, Indicator, Input, Origin, Rule, Standing};

/// What a column of an assessment is called.
pub fn column(column: AssessmentColumn, words: &Words) -> &'static str {
    match column {
        AssessmentColumn::SelfAssessed => words.stage_own(),
        AssessmentColumn::Reviewed => words.stage_reviewed(),
        AssessmentColumn::Explained => words.stage_explained(),
        AssessmentColumn::Verified => words.stage_result(),
        AssessmentColumn::WhatIf => words.stage_what_if(),
    }
}

/// A column of an assessment into which points are entered: "Tự đánh giá (điểm)".
pub fn column_of_points(own: AssessmentColumn, words: &Words) -> String {
    words.stage_in_points(column(own, words))
}

/// The headings of a scorecard with its components as a table, which the import reads again: id, number,
/// name, rule, max points, three values, points, what is missing, origin.
pub fn table_headings(words: &Words) -> [&'static str; 11] {
    [
        // The import knows it in both languages.
        "id",
        words.card_table_number(),
        words.indicator(),
        words.card_rule(),
        words.max_points(),
        words.stage_own(),
        words.stage_verified(),
        words.stage_what_if(),
        words.card_table_earned(),
        words.card_table_gap(),
        words.origin(),
    ]
}

/// Whose points count, and how many: "Kết quả: 15,32 / 20".
pub fn counting(line: &ComponentLine, words: &Words) -> String {
    let [own, most] = [line.points, line.max_points].map(|value| points(value, words));
    let whose = match (line.counting, line.origin) {
        (Some(stage), _) if !line.is_sum => column(stage, words),
        (_, Some(Origin::Estimated)) => words.card_estimated(),
        _ => return format!("{own} / {most}"),
    };
    format!("{whose}: {own} / {most}")
}

/// "+2 bậc"; nothing where no place is gained.
pub fn places(places: u32, words: &Words) -> String {
    match places {
        0 => String::new(),
        places => words.card_places(places),
    }
}

/// "+5 điểm"
pub fn more_points(own: Exact, words: &Words) -> String {
    words.card_more_points(points(own, words))
}

/// A figure of a ratio with what it counts: "a: văn bản đã ký".
pub fn input(input: &Input, words: &Words) -> String {
    match words.in_language(&input.name) {
        "" => input.id.clone(),
        name => format!("{}: {name}", input.id),
    }
}

/// A period of a rule, by its place from 0: "kỳ 1".
pub fn period(place: usize, words: &Words) -> String {
    words.card_period(place + 1)
}

/// "8/63", and from which rank; `units` are ranked.
pub fn rank_of(standing: &Standing, units: usize, words: &Words) -> String {
    let (now, before) = (standing.rank, standing.baseline_rank);
    let place = format!("{now}/{units}");
    match now == before {
        true => place,
        false => words.card_before(place, before),
    }
}

/// "0,6440 (công bố 0,6336)", with the decimals that tell the scores of all units apart.
pub fn score_of(standing: &Standing, decimals: u32, words: &Words) -> String {
    let both = [standing.score, standing.baseline_score];
    let [now, before] = both.map(|value| decimal(value, decimals, words));
    match now == before {
        true => now,
        false => words.card_before(now, before),
    }
}

/// A pillar's score with its rank.
pub fn pillar(own: Exact, rank: u32, words: &Words) -> String {
    words.card_pillar(score(own, words), rank)
}

/// "42,5 / 60 điểm"
pub fn points_of(own: Exact, max_points: Exact, words: &Words) -> String {
    words.card_points_of(points(own, words), points(max_points, words))
}

/// Points up to the maximum; empty where there are none.
pub fn gap(line: &ComponentLine, words: &Words) -> String {
    match line.gap > Exact::ZERO {
        true => words.card_gap(points(line.gap, words)),
        false => String::new(),
    }
}

/// How many of the known components have all their points; empty where there are none.
pub fn at_max(main: &ComponentMain, words: &Words) -> String {
    let (reached, known, all) = (main.at_max, main.known, main.components);
    match (known, all) {
        (_, 0) => String::new(),
        (0, _) => words.card_none_entered().to_owned(),
        _ if known < all => words.card_at_max_of_entered(reached, known, all - known),
        _ => words.card_at_max(reached, all),
    }
}

/// "= 12,5 điểm"
pub fn earned(own: Exact, words: &Words) -> String {
    words.card_earned(points(own, words))
}

/// Number and name of an indicator.
pub fn name(indicator: &Indicator, words: &Words) -> String {
    let number = indicator.number.as_deref().unwrap_or_default();
    let name = match words.in_language(&indicator.name) {
        "" => &indicator.id,
        name => name,
    };
    format!("{number} {name}").trim_start().to_owned()
}

/// The range of scores that what is entered below an indicator leaves it.
pub fn room(name: &str, low: Exact, high: Exact, words: &Words) -> String {
    let [low, high] = [lowest_entry(low), highest_entry(high)].map(|end| score(end, words));
    words.card_room(name, low, high)
}

/// Why a value of an assessment cannot count; `rule` is that of its component, where there is one.
pub fn assessment_problem(
    problem: &AssessmentProblem,
    rule: Option<&Rule>,
    words: &Words,
) -> String {
    match problem {
        AssessmentProblem::UnknownIndicator { .. } => words.card_unknown_indicator().to_owned(),
        AssessmentProblem::Twice => words.card_two_rows().to_owned(),
        AssessmentProblem::Rule(fault) => match rule {
            Some(rule) => mismatch(fault, rule, words),
            None => mismatch(fault, &Rule::default(), words),
        },
    }
}
