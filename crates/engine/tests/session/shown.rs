//! What the page shows, found in the list of all units by a slow look at each.

use dti_engine::calculator::{
    Calculator, Direction, LadderColumn, Neighbour, ScorecardLine, Verdict, present,
};
use dti_engine::model::{Exact, Node, Origin, Standing, Standings};
use dti_engine::session::Session;

/// Verdicts and scorecards of these units, the ladder in every order, and the notes.
#[track_caller]
pub(crate) fn expect_as_ranked(
    calculator: &Calculator,
    session: &Session,
    standings: &Standings,
    units: &[usize],
) {
    let scenario = session.scenario();
    assert_eq!(session.notes(), standings.notes, "{scenario:?}");
    assert_eq!(session.maxima(), &calculator.maxima(&scenario).unwrap());
    let present = present(&scenario);
    let published = calculator.simulate(&present).unwrap();
    let before = calculator.open(&present).unwrap();
    for &unit in units {
        let verdict = verdict(session, standings, unit);
        assert_eq!(session.verdict(unit), Some(verdict), "{unit} {scenario:?}");
        for group in session.scorecard(&before, unit).unwrap() {
            for line in &group.lines {
                let own = session.scorecard_line(&before, unit, line.node).unwrap();
                assert_eq!(own, *line, "{unit} {scenario:?}");
                assert_eq!(session.origin_of(unit, line.node), Some(line.origin));
                expect_line(session, line, [standings, &published], unit);
            }
            let card = &standings.of(unit).unwrap().card;
            let points = card.score(group.node) * session.maxima().of_node(group.node);
            assert_eq!(group.points, points, "{unit} {scenario:?}");
        }
    }
    expect_ladder(session, standings);
    let beyond = standings.standings.len();
    assert_eq!(session.verdict(beyond), None);
    assert_eq!(session.ladder_line(beyond), None);
    assert_eq!(session.scorecard(&before, beyond), Ok(Vec::new()));
}

fn verdict(session: &Session, standings: &Standings, unit: usize) -> Verdict {
    let own = standings.of(unit).unwrap();
    let total = session.maxima().total();
    let digits = standings.digits(total);
    let all = || standings.standings.iter();
    let neighbour = |other: &Standing| Neighbour {
        position: other.position,
        rank: other.rank,
        points: (other.score - own.score).abs() * total,
        decimals: digits.points,
    };
    let tied = all().filter(|other| other.rank == own.rank && other.position != unit);
    Verdict {
        position: unit,
        units: all().count(),
        rank: own.rank,
        baseline_rank: own.baseline_rank,
        places: i64::from(own.baseline_rank) - i64::from(own.rank),
        score: own.score,
        baseline_score: own.baseline_score,
        change: own.score - own.baseline_score,
        tied: tied.map(|other| other.position).collect(),
        above: all().rfind(|other| other.rank < own.rank).map(neighbour),
        below: all().find(|other| other.rank > own.rank).map(neighbour),
        estimated: own.estimated,
        digits,
    }
}

/// A line against the cards of all units, before and under the scenario.
#[track_caller]
fn expect_line(
    session: &Session,
    line: &ScorecardLine,
    [now, before]: [&Standings; 2],
    unit: usize,
) {
    let card = |standings: &Standings| standings.of(unit).unwrap().card.clone();
    let (score, max_points) = (
        card(now).score(line.node),
        session.maxima().of_node(line.node),
    );
    assert_eq!((line.score, line.max_points), (score, max_points));
    assert_eq!(line.points, score * max_points);
    assert_eq!(line.present, card(before).score(line.node));
    assert_eq!(Some(line.origin), card(now).origin(line.node));
    let scores = before.standings.iter().map(|own| own.card.score(line.node));
    let best: Exact = scores.max().unwrap();
    assert_eq!(line.best, best);
    let is_guess = |own: &Standing| own.card.origin(line.node).is_some_and(Origin::is_guess);
    assert_eq!(line.rank_is_estimated, now.standings.iter().any(is_guess));
}

#[track_caller]
fn expect_ladder(session: &Session, standings: &Standings) {
    let scenario = session.scenario();
    let framework = session.edition().framework();
    let nodes = || std::iter::once(Node::ROOT).chain(framework.nodes());
    for standing in &standings.standings {
        let unit = standing.position;
        let line = session.ladder_line(unit).unwrap();
        assert_eq!((line.rank, line.score), (standing.rank, standing.score));
        assert_eq!(line.change, standing.score - standing.baseline_score);
        assert_eq!(session.is_estimated(unit), Ok(standing.estimated));
        for node in nodes().step_by(3) {
            let score = session.score_of(unit, node);
            assert_eq!(score, standing.card.score(node), "{unit} {scenario:?}");
        }
    }
    let pillars = (0..=framework.pillars().len()).map(LadderColumn::Pillar);
    let mut columns = vec![
        LadderColumn::Rank,
        LadderColumn::Places,
        LadderColumn::Name,
        LadderColumn::Score,
    ];
    columns.extend(framework.mains().map(LadderColumn::Indicator));
    columns.extend(pillars);
    for column in columns {
        let mut usual: Vec<&Standing> = standings.standings.iter().collect();
        usual.sort_by_key(|own| key(own, column));
        let rows = usual.iter().map(|own| own.position);
        let order = session.ladder_order(column, Direction::Usual);
        assert!(rows.clone().eq(order), "{column:?} {scenario:?}");
        let order = session.ladder_order(column, Direction::Reversed);
        assert!(rows.rev().eq(order), "{column:?} {scenario:?}");
    }
}

/// What comes first has the least.
fn key(own: &Standing, column: LadderColumn) -> Exact {
    let whole = |number: i64| Exact::whole(number);
    match column {
        LadderColumn::Rank => whole(own.rank.into()),
        LadderColumn::Places => whole(i64::from(own.rank) - i64::from(own.baseline_rank)),
        LadderColumn::Name => whole(own.position as i64),
        LadderColumn::Score => -own.score,
        LadderColumn::Indicator(node) => -own.card.score(node),
        LadderColumn::Pillar(place) => {
            let pillar = own.pillars.get(place);
            pillar.map_or(Exact::ZERO, |pillar| -pillar.score)
        }
    }
}
