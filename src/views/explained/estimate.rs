//! How estimates are made: one of them, or those of the open scorecard.

use super::ground::{Ground, lines};
use super::lines::Story;
use super::pieces::Explanation;
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Exact, Node, Origin};
use dti_words::numbers::whole;
use dti_words::{Written, estimate_note, listed};

/// How estimates are made, with the points that are left for those of the open scorecard.
pub(super) fn estimate(ground: &Ground) -> Explanation {
    let (words, row) = (&ground.words, ground.subject);
    let title = words.explained_title(words.estimates(), ground.name(row));
    let mut told = Explanation::new(title);
    let is_gap = |node: Node| {
        let mut rows = ground.edition.rows().iter();
        rows.any(|row| !row.indicators.contains_key(&node))
    };
    if !ground.framework().mains().any(is_gap) {
        told.say(words.estimate_none_at_all());
        return told;
    }
    tell_method(ground, &mut told);
    let card = ground.card(row);
    let is_open = |line: &&ScorecardLine| {
        Story::present(ground, row, line) == Story::OnFile(Origin::Estimated)
    };
    let (open, known): (Vec<_>, Vec<_>) = lines(&card).into_iter().partition(is_open);
    if open.is_empty() {
        told.say(words.estimate_none(ground.name(row)));
    } else {
        tell_left_over(ground, &mut told, &open, &known);
    }
    let was_estimated = |line: &&ScorecardLine| line.baseline_origin == Origin::Estimated;
    if known.iter().any(was_estimated) {
        told.say(words.estimate_known_counts());
    }
    told
}

/// How the unknown points of the edition are found and shared out, and how far off that is.
pub(super) fn tell_method(ground: &Ground, told: &mut Explanation) {
    let words = &ground.words;
    if let Some((behind, units)) = ground.complete_units() {
        told.say(words.estimate_known_sum());
        told.say(words.estimate_shared_out(units, ground.title(behind)));
    }
    tell_error(ground, told);
}

/// The known sum less the known points.
fn tell_left_over(
    ground: &Ground,
    told: &mut Explanation,
    open: &[&ScorecardLine],
    known: &[&ScorecardLine],
) {
    let (words, row) = (&ground.words, ground.subject);
    let names: Vec<String> = open
        .iter()
        .map(|line| ground.named(line.node).to_owned())
        .collect();
    let own_max = |line: &&ScorecardLine| line.own_max_points.value();
    let capacity: Exact = open.iter().map(own_max).sum();
    let max = whole(capacity, words);
    told.say(words.estimate_left(ground.name(row), listed(&names, words), max));
    let standing = ground.before.of(row);
    let published = standing.map_or(Exact::ZERO, |own| own.baseline_score);
    let total = capacity + known.iter().map(own_max).sum();
    let known: Exact = known.iter().map(|line| line.present * own_max(line)).sum();
    let known = Written::in_full(known, 2);
    let left = Written::in_full(published * total, 2).minus(&known);
    let published = Written::score(published).text(words);
    let result = words.explained_points(left.result_of(&[&known], words));
    let (total, known) = (whole(total, words), known.text(words));
    told.equate(format!("{published} × {total} − {known} {result}"));
}

/// Tells mean, shift and estimate of one indicator, and how far off it may be.
pub(super) fn tell_estimate(ground: &Ground, told: &mut Explanation, line: &ScorecardLine) {
    let words = &ground.words;
    let edition = ground.edition.id();
    let start = ground.calculator.estimate_start(edition, line.node);
    let Some(((behind, units), start)) = ground.complete_units().zip(start) else {
        return;
    };
    told.say(words.estimate_of_one(units, ground.title(behind)));
    let [mean, end] = [start, line.present].map(Written::score);
    if [Exact::ZERO, Exact::ONE].contains(&line.present) {
        told.say(words.estimate_stopped(mean.text(words), end.text(words)));
    } else {
        let sum = mean.sum_with(&end.minus(&mean), words);
        told.equate(format!("{sum} {}", end.result_of(&[&mean], words)));
    }
    tell_error(ground, told);
}

/// Tells how far off the estimates of this edition are.
fn tell_error(ground: &Ground, told: &mut Explanation) {
    let words = &ground.words;
    if let Some((error, (behind, units))) = ground.estimate_error.zip(ground.complete_units()) {
        // Then only both ends of the table could be tried.
        let is_partial = units < behind.units().len();
        told.say(words.estimate_error(estimate_note(error, words), is_partial));
    }
}
