//! Short sentences with numbers in them.

use crate::Words;
use crate::numbers::{decimal, fixed_points, points, points_to, score, whole};
use dti_engine::calculator::{Neighbour, ScorecardLine, Verdict};
use dti_engine::model::{Exact, Note, POINTS_DECIMALS, Rivals, Text};

/// "Huế: hạng 4 → 3, giá trị 0,8002", for the status line.
pub fn status(verdict: &Verdict, unit: &Text, words: &Words) -> String {
    let ranks = from_to(verdict.baseline_rank, verdict.rank, "");
    let own = decimal(verdict.score, verdict.digits.score, words);
    words.status(words.in_language(unit), ranks, own)
}

/// "9/63"
pub fn rank_of(rank: u32, units: usize) -> String {
    format!("{rank}/{units}")
}

/// "67,50/150 điểm"
pub fn points_of(value: Exact, max_points: Exact, words: &Words) -> String {
    words.points_of_max(fixed_points(value, words), whole(max_points, words))
}

/// "hạng 11 → 3/63", with "≈" where estimates are compared.
pub fn rank_move(line: &ScorecardLine, units: usize, words: &Words) -> String {
    let about = if line.rank_is_estimated { "≈ " } else { "" };
    let ranks = from_to(line.present_rank, line.rank, about);
    words.rank_told(format!("{ranks}/{units}"))
}

/// "11 → 3", or the one that it stays.
fn from_to(from: u32, to: u32, about: &str) -> String {
    if from == to {
        format!("{about}{to}")
    } else {
        format!("{about}{from} → {to}")
    }
}

/// "tăng 3 bậc"
pub fn move_in_words(places: i64, words: &Words) -> String {
    let count = places.unsigned_abs();
    match places {
        0 => words.move_none().to_owned(),
        1.. => words.move_up(count),
        _ => words.move_down(count),
    }
}

/// The marks on a slider's track, in words.
pub fn marks(line: &ScorecardLine, words: &Words) -> String {
    let [present, median, best] =
        [line.present, line.median, line.best].map(|value| score(value, words));
    words.marks_told(present, median, best)
}

/// What lies between a unit and the next one up.
pub fn to_next_above(gap: &Neighbour, unit: &Text, words: &Words) -> String {
    let needed = points_to(gap.points, gap.decimals, words);
    words.gap_above(needed, words.in_language(unit), gap.rank)
}

/// What lies between a unit and the next one down.
pub fn to_next_below(gap: &Neighbour, unit: &Text, words: &Words) -> String {
    let spare = points_to(gap.points, gap.decimals, words);
    words.gap_below(spare, words.in_language(unit), gap.rank)
}

/// "±0,12": how far off an edition's estimates are.
pub fn estimate_note(error: f64, words: &Words) -> String {
    let hundredths = Exact::decimal((error * 100.0).round() as i64, 2);
    format!("±{}", points(hundredths, words))
}

/// "Bắc Giang (2)": how many values are changed.
pub fn chip(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

/// One known figure, for the list before sharing.
pub fn known_figure(unit: &Text, indicator: &Text, value: Exact, words: &Words) -> String {
    let [unit, indicator] = [unit, indicator].map(|text| words.in_language(text));
    format!("{unit}, {indicator}: {}", score(value, words))
}

/// What rivals do, where that is not nothing.
pub fn rival_mode(rivals: Rivals, words: &Words) -> String {
    match rivals {
        Rivals::Frozen => String::new(),
        Rivals::Trend => words.rivals_repeat(),
        Rivals::Gain(hundredths) => {
            words.rivals_gained(points(Exact::decimal(hundredths, POINTS_DECIMALS), words))
        }
    }
}

/// Something that a reader of a result must know.
pub fn note(note: Note, words: &Words) -> String {
    let told = match note {
        Note::RivalsMoveTotalsOnly => return words.note_rivals_move_totals_only(),
        Note::TrendAcrossFrameworks => words.note_trend_across_frameworks(),
        Note::DependsOnEstimates => words.note_depends_on_estimates(),
        Note::MaximaDerived => words.note_maxima_derived(),
        Note::RulesOfAnotherYear => words.note_rules_of_another_year(),
        Note::UnofficialWeights => words.note_unofficial_weights(),
    };
    told.to_owned()
}

/// What kind of place a source is.
pub fn source_kind(kind: &str, words: &Words) -> &'static str {
    match kind {
        "ministry" => words.source_ministry(),
        "copy of the ministry's table" => words.source_copy(),
        "example" => words.source_example(),
        _ => words.source_local(),
    }
}

/// What a main indicator of the official frameworks measures, by its id; `None` for any other.
pub fn measures(id: &str, words: &Words) -> Option<String> {
    Some(match id {
        "awareness" => words.measures_awareness(),
        "institutions" => words.measures_institutions(),
        "infrastructure" => words.measures_infrastructure().to_owned(),
        "workforce" => words.measures_workforce().to_owned(),
        "security" => words.measures_security().to_owned(),
        "smart_city" => words.measures_smart_city().to_owned(),
        "government" => words.measures_government().to_owned(),
        "economy" => words.measures_economy().to_owned(),
        "society" => words.measures_society().to_owned(),
        _ => return None,
    })
}
