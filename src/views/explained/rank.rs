//! How a rank comes about: who stands higher, who stands level.

use super::ground::Ground;
use super::pieces::Explanation;
use dti_engine::calculator::{ScorecardLine, Verdict};
use dti_engine::model::{Origin, Provenance, Ties};
use dti_words::numbers::whole;
use dti_words::{Written, rank_shared};

/// Tells the rank on one indicator.
pub(super) fn tell_rank_on(ground: &Ground, told: &mut Explanation, line: &ScorecardLine) {
    let (words, units) = (&ground.words, ground.edition.units().len());
    let is_new = line.rank != line.present_rank;
    let sentences = [
        Some(words.rank_here(line.rank.saturating_sub(1), line.rank, units)),
        is_new.then(|| words.rank_here_before(line.present_rank)),
        line.rank_is_estimated
            .then(|| words.rank_is_estimated().to_owned()),
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    told.say(sentences.join(" "));
}

/// How many stand higher than the unit asked about, and who stands level.
pub(super) fn rank(ground: &Ground) -> Explanation {
    let (words, name) = (&ground.words, ground.name(ground.unit));
    let mut told = Explanation::new(words.explained_title(words.rank(), name));
    let is_dense = ground.framework().header().ties == Ties::Dense;
    told.say(match (is_dense, ground.edition.header().is_own) {
        (true, _) => words.rank_rule_dense().to_owned(),
        (false, true) => words.rank_rule_own(),
        (false, false) => words.rank_rule(),
    });
    let Some(verdict) = &ground.verdict else {
        return told;
    };
    let own = Written::score(verdict.score).text(words);
    let (rank, units) = (verdict.rank, verdict.units);
    let higher = rank.saturating_sub(1);
    told.say(match is_dense {
        true => words.rank_higher_scores(higher, &own, name, rank, units),
        false => words.rank_higher(higher, &own, name, rank, units),
    });
    told.equate(format!("1 + {higher} = {rank}"));
    if !is_dense {
        told.say(words.rank_ties());
    }
    let level = ground.standings.standings.iter();
    let level = level.filter(|own| own.rank == rank && own.position != verdict.position);
    let level: Vec<String> = level
        .map(|other| ground.name(other.position).to_owned())
        .collect();
    let next = verdict.below.map(|below| below.rank);
    told.say(rank_shared(&level, &own, rank, next, words));
    if ground.provenance().is_official() {
        told.say(before_edits(ground, verdict));
    } else if !ground.scenario.is_baseline() {
        told.say(words.rank_here_before(verdict.baseline_rank));
    }
    told
}

/// The rank by what is published, and the one that was published.
fn before_edits(ground: &Ground, verdict: &Verdict) -> String {
    let words = &ground.words;
    let before = (!ground.scenario.is_baseline()).then(|| {
        let (rank, score) = (verdict.baseline_rank, verdict.baseline_score);
        let score = Written::score(score).text(words);
        words.rank_before(score, rank.saturating_sub(1), rank)
    });
    let row = ground.edition.rows().get(verdict.position);
    let on_file = match row.and_then(|row| row.rank.as_ref()) {
        Some(rank) if rank.origin == Origin::Loaded => words.rank_loaded(whole(rank.value, words)),
        Some(rank) => words.rank_published(whole(rank.value, words)),
        // A rank that was published among other totals says nothing here.
        None if ground.provenance() == Provenance::PartlyLoaded => {
            words.rank_of_loaded().to_owned()
        }
        None => words.rank_not_on_file(),
    };
    let both: Vec<String> = before.into_iter().chain([on_file]).collect();
    both.join(" ")
}
