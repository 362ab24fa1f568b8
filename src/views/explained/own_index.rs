//! What is known of an edition that is none of the official ones: what is missing, and where the
//! results of its file differ from what comes out.

use super::ground::Ground;
use super::pieces::{Explanation, Piece};
use dti_engine::analysis::{Drawn, prepared};
use dti_engine::model::Node;
use dti_words::{GivenOtherwise, one_otherwise};

/// How many values others stand in for, and of how many indicators outliers are treated.
fn tell_prepared(ground: &Ground, told: &mut Explanation, indicators: &[Node]) {
    let (words, edition) = (&ground.words, &ground.edition);
    let asks = |node: &&Node| {
        let scale = ground.framework().indicator(**node).scale;
        scale.imputation.is_some() || scale.treatment.is_some()
    };
    let (mut stand_ins, mut treated) = (0, 0);
    for &node in indicators.iter().filter(asks) {
        let prepared = prepared(edition, node);
        let known = prepared.imputed.iter().flatten().count();
        let given = edition.rows().iter();
        let given = given.filter(|row| row.indicators.contains_key(&node));
        stand_ins += known.saturating_sub(given.count());
        treated += usize::from(prepared.drawn != Drawn::AsGiven);
    }
    if stand_ins > 0 {
        told.say(words.data_own_imputed(stand_ins));
    }
    if treated > 0 {
        told.say(words.data_own_treated(treated));
    }
    if stand_ins + treated > 0 {
        told.say(words.scale_frozen());
    }
}

/// Tells it, below whose figures these are.
pub(super) fn tell_own(ground: &Ground, told: &mut Explanation, given: &[GivenOtherwise]) {
    let (words, edition) = (&ground.words, &ground.edition);
    let framework = ground.framework();
    let is_given = |node: &Node| {
        let own = framework.indicator(*node);
        own.scored && *node != Node::ROOT && own.children.is_empty()
    };
    let indicators: Vec<Node> = framework.nodes().filter(is_given).collect();
    let gaps = edition.rows().iter().flat_map(|row| {
        let has_none = |node: &&Node| !row.indicators.contains_key(node);
        indicators.iter().filter(has_none)
    });
    let gaps = gaps.count();
    told.say(words.data_own_counts(edition.units().len(), indicators.len()));
    told.say(words.data_own_gaps(gaps));
    tell_prepared(ground, told, &indicators);
    told.head(words.max_points());
    told.say(words.in_language(&framework.header().title));
    let source = words.in_language(&framework.header().source);
    if !source.is_empty() {
        told.say(source);
    }
    if edition.given().is_empty() {
        return;
    }
    told.head(words.data_own_results());
    told.say(words.data_own_compared(edition.given().len(), given.len()));
    if !given.is_empty() {
        let lines = given.iter().map(|one| one_otherwise(one, words));
        told.pieces.push(Piece::List(lines.collect()));
    }
}
