//! Where figures on file and the formulas do not agree to the digit.

use super::data::complete_rows;
use super::ground::Ground;
use super::pieces::{Explanation, Piece};
use dti_engine::model::{Exact, Node, Scenario, Standings};
use dti_words::numbers::whole;
use dti_words::{Written, pillar_ranks};

/// Tells of sums beside published totals, of the merger's mean, and of pillars.
pub(super) fn tell_differences(ground: &Ground, told: &mut Explanation) {
    let words = &ground.words;
    let scenario = Scenario::baseline(ground.edition.id());
    let Ok(standings) = ground.calculator.simulate(&scenario) else {
        return;
    };
    told.head(words.data_differences());
    let off = |place: usize| -> Option<Exact> {
        let own = standings.of(place)?;
        Some((own.baseline_score - own.card.score(Node::ROOT)).abs())
    };
    let complete: Vec<Exact> = complete_rows(&ground.edition).filter_map(off).collect();
    if let Some(&worst) = complete.iter().max() {
        let worst = Written::with(worst, 5).text(words);
        told.say(words.data_sums_differ(complete.len(), worst));
    }
    if ground.edition.header().merger_of.is_some() {
        told.say(words.data_merger_mean());
    }
    tell_pillars(ground, told, &standings);
}

/// Pillar figures on file beside those of the formula.
fn tell_pillars(ground: &Ground, told: &mut Explanation, standings: &Standings) {
    let (words, edition) = (&ground.words, &ground.edition);
    let (mut misses, mut ranks, mut differing) = (Vec::new(), 0, Vec::new());
    for (place, (unit, row)) in edition.units().iter().zip(edition.rows()).enumerate() {
        let Some(own) = standings.of(place) else {
            continue;
        };
        let both = row.pillars.iter().zip(&own.pillars);
        for (pillar, (figures, computed)) in ground.framework().pillars().iter().zip(both) {
            let score = figures.score.as_ref();
            misses.extend(score.map(|figure| (figure.value - computed.score).abs()));
            let Some(rank) = &figures.rank else {
                continue;
            };
            ranks += 1;
            if rank.value != Exact::whole(i64::from(computed.rank)) {
                let [unit, pillar] = [&unit.name, &pillar.name].map(|text| words.in_language(text));
                let on_file = whole(rank.value, words);
                differing.push(words.data_pillar_rank_but(unit, pillar, on_file, computed.rank));
            }
        }
    }
    if let Some(&worst) = misses.iter().max() {
        let worst = Written::in_full(worst, 4).text(words);
        told.say(words.data_pillar_scores(misses.len(), worst));
    }
    if ranks > 0 {
        told.say(pillar_ranks(ranks, differing.len(), words));
    }
    if !differing.is_empty() {
        told.pieces.push(Piece::List(differing));
    }
}
