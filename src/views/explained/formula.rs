//! How a number is computed, with the figures of the scenario at hand.

use super::composed;
use super::estimate::{estimate, tell_estimate};
use super::ground::{Ground, lines};
use super::lines::{Story, points, tell_lines};
use super::pieces::Explanation;
use super::rank::{rank, tell_rank_on};
use super::total::total;
use dti_engine::calculator::{ScorecardGroup, ScorecardLine};
use dti_engine::model::{Exact, Figure, Node, Origin, Provenance, SCORE_DECIMALS, Scenario};
use dti_words::numbers::whole;
use dti_words::{
    Written, figure_moved, figure_published, figure_supposed, percent_of, source_kind,
};

/// The formula behind the number in focus: `total`, `rank`, `estimate` or the id of an indicator.
/// Total and rank are of the unit asked about, the others of the open scorecard.
pub(super) fn formula(ground: &Ground, focus: &str) -> Explanation {
    let mut told = match focus {
        "rank" => rank(ground),
        "estimate" => estimate(ground),
        // The total for what nobody knows.
        id => match ground.framework().node(id) {
            Some(node) => indicator(ground, node),
            None => total(ground),
        },
    };
    if told.has_rounded() {
        told.say(ground.words.explained_rounded());
    }
    told
}

/// An indicator, a group, or something that is not scored.
fn indicator(ground: &Ground, node: Node) -> Explanation {
    let words = &ground.words;
    let title = words.explained_title(ground.named(node), ground.name(ground.subject));
    let mut told = Explanation::new(title);
    let card = ground.card(ground.subject);
    if let Some(line) = lines(&card).into_iter().find(|line| line.node == node) {
        if ground.framework().is_composite() {
            tell_composed(ground, &mut told, line);
        } else {
            tell_main(ground, &mut told, line);
        }
        tell_rank_on(ground, &mut told, line);
    } else if let Some(group) = card.iter().find(|group| group.node == node) {
        tell_group(ground, &mut told, group);
    } else {
        told.say(words.never_scored());
    }
    told
}

/// Points, share and origin of a main indicator.
fn tell_main(ground: &Ground, told: &mut Explanation, line: &ScorecardLine) {
    let words = &ground.words;
    let (score, points) = (Written::score(line.score), points(line));
    told.say(words.points_rule());
    let product = words.explained_points(points.result_of(&[&score], words));
    let (own_max, max) = (line.own_max_points.value(), line.max_points);
    let factors = format!("{} × {}", score.text(words), whole(max, words));
    told.equate(format!("{factors} {product}"));
    if own_max != max {
        let [own, now] = [own_max, max].map(|points| whole(points, words));
        told.say(words.max_points_told(own, now));
    }
    tell_share(ground, told, line, &points);
    tell_origin(ground, told, line);
    if Story::of(ground, ground.subject, line) == Story::OnFile(Origin::Estimated) {
        tell_estimate(ground, told, line);
    }
}

/// A main indicator that is a mean, or a raw value on its scale.
fn tell_composed(ground: &Ground, told: &mut Explanation, line: &ScorecardLine) {
    composed::tell_indicator(ground, told, line.node);
    if line.score != line.present {
        tell_origin(ground, told, line);
    }
}

/// What an indicator contributes to the score; rounded points give a rounded share.
fn tell_share(ground: &Ground, told: &mut Explanation, line: &ScorecardLine, points: &Written) {
    let words = &ground.words;
    let total = ground.max_points(Node::ROOT);
    let share = points.value().div_or(total, Exact::ZERO);
    let share = if points.is_exact() {
        Written::in_full(share, SCORE_DECIMALS)
    } else {
        Written::score(share)
    };
    told.say(words.share_rule());
    let result = share.result_of(&[points], words);
    let (points, total) = (points.text(words), whole(total, words));
    told.equate(format!("{points} / {total} {result}"));
    let card = ground.card(ground.subject);
    let all: Exact = card.iter().map(|group| group.points).sum();
    if let Some(part) = line.points.checked_div(all) {
        told.say(words.share_told(percent_of(part, words)));
    }
}

/// Where a score comes from; how an estimate is made is told by [`tell_estimate`].
fn tell_origin(ground: &Ground, told: &mut Explanation, line: &ScorecardLine) {
    let (words, row) = (&ground.words, ground.subject);
    let [value, present] =
        [line.score, line.present].map(|score| Written::score(score).marked(words));
    let before = Story::present(ground, row, line).word(ground);
    match Story::of(ground, row, line) {
        Story::Supposed => told.say(figure_supposed(&value, &present, before, words)),
        Story::Moved => told.say(figure_moved(&value, &present, before, words)),
        Story::Known => {
            let estimate = Written::score(without_known(ground, line.node)).marked(words);
            told.say(words.figure_known(value, estimate));
        }
        Story::OnFile(Origin::Loaded) => told.say(words.figure_loaded(value)),
        Story::OnFile(Origin::Published | Origin::Derived | Origin::Treated) => {
            if let Some(figure) = ground.figure(row, line.node) {
                tell_on_file(ground, told, (line.node, figure), &value);
            }
        }
        Story::OnFile(Origin::Estimated | Origin::Imputed | Origin::Entered | Origin::Missing) => {}
    }
}

/// The estimate that stands where the reader's known figures are taken away.
fn without_known(ground: &Ground, node: Node) -> Exact {
    let scenario = Scenario::baseline(ground.edition.id());
    let standings = ground.calculator.simulate(&scenario).ok();
    let own = standings.as_ref().and_then(|all| all.of(ground.subject));
    own.map_or(Exact::ZERO, |own| own.card.score(node))
}

/// Where a figure on file was read.
fn tell_on_file(
    ground: &Ground,
    told: &mut Explanation,
    (node, figure): (Node, &Figure),
    value: &str,
) {
    let words = &ground.words;
    match ground.provenance() {
        Provenance::Published | Provenance::PartlyLoaded => {}
        Provenance::Loaded => return told.say(words.figure_loaded(value)),
        Provenance::Fictitious => return told.say(words.figure_fictitious(value)),
    }
    let source = ground.calculator.source(&figure.source);
    let kind = source_kind(source.map_or("", |source| &source.kind), words);
    if figure.origin != Origin::Derived {
        return told.say(figure_published(value, kind, figure.copies, words));
    }
    told.say(words.figure_derived(value, kind));
    if let Some(edition) = ground.after_merger(ground.subject, node, figure) {
        told.say(words.figure_not_merged(edition));
    }
}

/// A group: its main indicators and their sum.
fn tell_group(ground: &Ground, told: &mut Explanation, group: &ScorecardGroup) {
    let (words, row) = (&ground.words, ground.subject);
    told.say(words.group_rule());
    let lines: Vec<&ScorecardLine> = group.lines.iter().collect();
    let caption = words.explained_caption(ground.name(row), ground.named(group.node));
    let sums = [group.points, group.max_points];
    let sum = tell_lines(ground, told, (row, caption), &lines, sums);
    let score = group.points.div_or(group.max_points, Exact::ZERO);
    let result = Written::in_full(score, SCORE_DECIMALS).result_of(&[&sum], words);
    let (sum, max) = (sum.text(words), whole(group.max_points, words));
    told.equate(format!("{sum} / {max} {result}"));
}
