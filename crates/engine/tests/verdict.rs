//! What the page shows of one unit: the verdict, its scorecard, the order of the ladder.

use dti_engine::calculator::{Direction, LadderColumn, present};
use dti_engine::model::{Exact, Origin};
use dti_formats::link;

#[test]
fn bac_giang_2022_rises_from_9_to_8() {
    let calculator = dti_formats::official().unwrap();
    let (link, _) = link::read("e=2022&u=bac-giang&s=bac-giang.society:0.45");
    let standings = calculator.simulate(&link.scenario).unwrap();
    let edition = calculator.edition("2022").unwrap();
    let position = edition.position("bac-giang").unwrap();
    let session = calculator.open(&link.scenario).unwrap();
    let verdict = session.verdict(position).unwrap();
    assert_eq!(
        (verdict.baseline_rank, verdict.rank, verdict.places),
        (9, 8, 1)
    );
    assert_eq!(verdict.score, verdict.baseline_score + verdict.change);
    let above = verdict.above.unwrap();
    let higher = standings.of(above.position).unwrap();
    assert_eq!(
        above.points,
        (higher.score - verdict.score) * Exact::whole(1000)
    );
    assert_eq!((verdict.units, verdict.tied.len()), (63, 0));
}

#[test]
fn a_scorecard_shows_the_present_value_beside_the_supposed_one() {
    let calculator = dti_formats::official().unwrap();
    let (link, _) =
        link::read("e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8");
    let now = calculator.open(&link.scenario).unwrap();
    let before = calculator.open(&present(&link.scenario)).unwrap();
    let edition = calculator.edition("2022").unwrap();
    let position = edition.position("bac-giang").unwrap();
    let card = now.scorecard(&before, position).unwrap();
    let lines: Vec<usize> = card.iter().map(|group| group.lines.len()).collect();
    assert_eq!(lines, [5, 3]);
    let named = |id: &str| {
        let node = edition.framework().node(id).unwrap();
        let lines = card.iter().flat_map(|group| &group.lines);
        lines.clone().find(|line| line.node == node).unwrap()
    };
    let society = named("society");
    assert_eq!(society.present, Exact::decimal(3348, 4));
    assert_eq!(society.score, Exact::decimal(45, 2));
    assert_eq!(society.points, Exact::decimal(675, 1));
    assert!(society.rank < society.present_rank && !society.rank_is_estimated);
    let awareness = named("awareness");
    assert_eq!(awareness.present, Exact::decimal(8, 1));
    assert_eq!(awareness.baseline_origin, Origin::Estimated);
    assert!(awareness.rank_is_estimated);
}

#[test]
fn the_ladder_sorts_by_any_column_both_ways() {
    let calculator = dti_formats::official().unwrap();
    let (link, _) = link::read("e=2022&u=bac-giang&s=bac-giang.society:0.45");
    let standings = calculator.simulate(&link.scenario).unwrap();
    let position = calculator
        .edition("2022")
        .unwrap()
        .position("bac-giang")
        .unwrap();
    let session = calculator.open(&link.scenario).unwrap();
    let first = |column, direction| session.ladder_order(column, direction)[0];
    assert_eq!(first(LadderColumn::Places, Direction::Usual), position);
    assert_eq!(first(LadderColumn::Name, Direction::Usual), 0);
    assert_eq!(first(LadderColumn::Name, Direction::Reversed), 62);
    let best = first(LadderColumn::Rank, Direction::Usual);
    assert_eq!(standings.of(best).unwrap().rank, 1);
    assert_eq!(first(LadderColumn::Score, Direction::Usual), best);
    let society = calculator
        .edition("2022")
        .unwrap()
        .framework()
        .node("society")
        .unwrap();
    let order = session.ladder_order(LadderColumn::Indicator(society), Direction::Usual);
    let scores: Vec<Exact> = order
        .iter()
        .map(|&p| standings.of(p).unwrap().card.score(society))
        .collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
}

#[test]
fn the_shares_of_a_ladder_line_add_up_to_about_the_score() {
    let calculator = dti_formats::official().unwrap();
    let (link, _) = link::read("");
    let session = calculator.open(&link.scenario).unwrap();
    let line = session.ladder_line(1).unwrap();
    let sum: f64 = line.shares.iter().sum();
    assert_eq!(line.shares.len(), 8);
    assert!((sum - line.score.to_f64()).abs() < 0.0001);
}
