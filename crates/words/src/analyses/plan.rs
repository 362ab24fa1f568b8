//! Sentences about a plan.

use super::about;
use crate::Words;
use crate::numbers::{decimal, fixed_points, score};
use crate::sentences::estimate_note;
use dti_engine::calculator::{Plan, PlanStep, Target};
use dti_engine::model::Exact;

/// A plan with names.
#[derive(Clone, Debug)]
pub struct PlanTold<'a> {
    /// The unit.
    pub unit: &'a str,
    /// Its rank, marked where it rests on estimates, as `needed` is.
    pub rank: String,
    /// What is to be reached.
    pub target: Target,
    /// The plan.
    pub plan: &'a Plan,
    /// Points up to the threshold, with their noun.
    pub needed: String,
    /// Its steps with the names of their indicators.
    pub steps: Vec<(&'a str, &'a PlanStep)>,
    /// Indicators that end at their cap.
    pub binding: Vec<&'a str>,
    /// What the reader locked.
    pub locked: Vec<&'a str>,
    /// The other unit with the score to reach.
    pub rival: Option<&'a str>,
}

/// Steps that the finding names before it counts the rest.
const NAMED: usize = 3;

/// "Huế (hạng 4) cần thêm 4,9 điểm để lên hạng 3; ít tốn sức nhất là nâng …"
pub fn plan_finding(told: &PlanTold<'_>, words: &Words) -> String {
    let (unit, rank, aim) = (told.unit, &told.rank, plan_aim(told.target, words));
    match (told.plan.is_feasible, told.steps.is_empty()) {
        (false, _) => words.plan_impossible(unit, rank, aim, told.plan.best_rank),
        (true, true) => words.plan_met(unit, rank, target(told.target, words)),
        (true, false) => words.plan_found(unit, rank, &told.needed, aim, first_steps(told, words)),
    }
}

/// "lên hạng 3"
pub fn plan_aim(target: Target, words: &Words) -> String {
    match target {
        Target::Rank(rank) => words.plan_aim_rank(rank),
        Target::Score(value) => words.plan_aim_score(score(value, words)),
    }
}

fn target(target: Target, words: &Words) -> String {
    match target {
        Target::Rank(rank) => words.plan_target_rank(rank),
        Target::Score(value) => words.plan_target_score(score(value, words)),
    }
}

/// "Nhận thức số từ ≈ 0,9043 lên 0,95; …; và 4 chỉ số nữa"
fn first_steps(told: &PlanTold<'_>, words: &Words) -> String {
    let named = told.steps.iter().take(NAMED);
    let mut list: Vec<String> = named
        .map(|(name, step)| words.plan_step_told(name, start(step, words), score(step.to, words)))
        .collect();
    let more = told.steps.len().saturating_sub(NAMED);
    if more > 0 {
        list.push(words.plan_more_steps(more));
    }
    list.join("; ")
}

/// Threshold, whether the plan is enough for it, and what binds; empty where nothing is to be done.
pub fn plan_paragraph(told: &PlanTold<'_>, words: &Words) -> String {
    let plan = told.plan;
    if plan.is_feasible && told.steps.is_empty() {
        return String::new();
    }
    let mut sentences = Vec::new();
    if let Some(threshold) = plan.threshold {
        sentences.push(threshold_told(told, score(threshold, words), words));
    }
    if let Some(reached) = plan.reached_rank {
        sentences.push(words.plan_scored_again(reached));
    }
    if !told.binding.is_empty() {
        sentences.push(words.plan_binding(told.binding.join(", ")));
    }
    if !told.locked.is_empty() {
        sentences.push(words.plan_locked(told.locked.join(", ")));
    }
    sentences.join(" ")
}

fn threshold_told(told: &PlanTold<'_>, threshold: String, words: &Words) -> String {
    let threshold = match told.rival {
        Some(rival) => words.plan_threshold_of(threshold, rival),
        None => words.plan_threshold(threshold),
    };
    match told.plan {
        // The finding has said how far it is, unless there is no way.
        Plan {
            is_feasible: false, ..
        } => format!("{threshold}, {}.", words.plan_away(&told.needed)),
        Plan {
            leans_on_rounding: true,
            ..
        } => format!("{threshold}; {}.", words.plan_rounded()),
        _ => format!("{threshold}; {}.", words.plan_enough()),
    }
}

/// Where a step starts; estimates are marked.
pub fn start(step: &PlanStep, words: &Words) -> String {
    about(score(step.from, words), step.origin.is_guess())
}

/// "Hạng 10 (tốp 10)"
pub fn rank_option(rank: u32, units: usize, words: &Words) -> String {
    let half = u32::try_from(units / 2).unwrap_or_default();
    match rank {
        1 => words.plan_rank_first().to_owned(),
        3 | 5 | 10 => words.plan_rank_top(rank),
        middle if middle == half => words.plan_rank_half(rank),
        _ => words.plan_rank(rank),
    }
}

/// "Xác suất đạt hạng 3 trở lên"
pub fn holds(rank: u32, words: &Words) -> String {
    match rank {
        1 => words.plan_chance_first().to_owned(),
        rank => words.plan_chance(rank),
    }
}

/// The largest yearly gain on file, and whether the step is larger.
pub fn yearly(step: &PlanStep, words: &Words) -> String {
    let Some(gain) = step.largest_yearly_gain else {
        return words.plan_no_gain().to_owned();
    };
    let gain = score(gain, words);
    match step.exceeds_yearly_gain {
        true => words.plan_gain_exceeded(gain),
        false => gain,
    }
}

/// A plan starts from estimates that are so far off.
pub fn plan_estimated(error: Option<f64>, words: &Words) -> String {
    let error = error.map(|error| estimate_note(error, words));
    words.plan_estimated(error.unwrap_or_default())
}

/// A number of effort, to one decimal.
pub fn effort(value: f64) -> Option<Exact> {
    Exact::from_decimal_float((value * 10.0).round() / 10.0, 1)
}

/// A number of effort with one decimal; nothing where there is none.
pub fn effort_told(value: Option<f64>, words: &Words) -> String {
    let value = value.and_then(effort);
    value
        .map(|value| decimal(value, 1, words))
        .unwrap_or_default()
}

/// Points that were found in floats, to two decimals.
pub fn hundredths(value: f64) -> Option<Exact> {
    Exact::from_decimal_float((value * 100.0).round() / 100.0, 2)
}

/// The same written down.
pub fn points_found(value: f64, words: &Words) -> String {
    let value = hundredths(value);
    value
        .map(|value| fixed_points(value, words))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{effort_told, points_found, rank_option};
    use crate::Words;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn round_goals_have_a_name() {
        let [vi, en] = [Vi, En].map(Words::plain);
        for (rank, told) in [
            (1, "Hạng 1 (dẫn đầu)"),
            (2, "Hạng 2"),
            (3, "Hạng 3 (tốp 3)"),
            (10, "Hạng 10 (tốp 10)"),
            (31, "Hạng 31 (nửa trên)"),
        ] {
            assert_eq!(rank_option(rank, 63, &vi), told);
        }
        assert_eq!(rank_option(17, 34, &en), "Rank 17 (upper half)");
    }

    #[test]
    fn what_floats_found_is_written_as_every_number() {
        let vi = Words::plain(Vi);
        assert_eq!(effort_told(Some(12.349), &vi), "12,3");
        assert_eq!(effort_told(None, &vi), "");
        assert_eq!(points_found(1_234.567, &vi), "1.234,57");
    }
}
