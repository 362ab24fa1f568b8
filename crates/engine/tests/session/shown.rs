//! What the page shows, asked of a session and of simulations.

use dti_engine::calculator::{Calculator, Direction, LadderColumn, ladder_order, present};
use dti_engine::model::{Node, Standings};
use dti_engine::session::Session;

/// Verdicts and scorecards of these units, the ladder in every order, and the notes.
#[track_caller]
pub(crate) fn expect_as_simulated(
    calculator: &Calculator,
    session: &Session,
    standings: &Standings,
    units: &[usize],
) {
    let scenario = session.scenario();
    assert_eq!(session.notes(), standings.notes, "{scenario:?}");
    let maxima = calculator.maxima(&scenario).unwrap();
    assert_eq!(session.maxima(), &maxima);
    let present = present(&scenario);
    let published = calculator.simulate(&present).unwrap();
    let before = calculator.open(&present).unwrap();
    for &unit in units {
        let verdict = calculator.verdict(&scenario, standings, unit).unwrap();
        assert_eq!(session.verdict(unit), Some(verdict), "{unit} {scenario:?}");
        let card = calculator
            .scorecard(&scenario, standings, &published, unit)
            .unwrap();
        for line in card.iter().flat_map(|group| &group.lines) {
            let own = session.scorecard_line(&before, unit, line.node).unwrap();
            assert_eq!(own, *line, "{unit} {scenario:?}");
            assert_eq!(session.origin_of(unit, line.node), Some(line.origin));
        }
        let own = session.scorecard(&before, unit).unwrap();
        assert_eq!(own, card, "{unit} {scenario:?}");
    }
    let framework = session.edition().framework();
    let nodes = || std::iter::once(Node::ROOT).chain(framework.nodes());
    for standing in &standings.standings {
        let unit = standing.position;
        let line = calculator.ladder_line(&maxima, standings, unit);
        assert_eq!(session.ladder_line(unit), line, "{unit} {scenario:?}");
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
        for direction in [Direction::Usual, Direction::Reversed] {
            let order = ladder_order(standings, column, direction);
            let own = session.ladder_order(column, direction);
            assert_eq!(own, order, "{column:?} {scenario:?}");
        }
    }
    let beyond = standings.standings.len();
    assert_eq!(session.verdict(beyond), None);
    assert_eq!(session.ladder_line(beyond), None);
    assert_eq!(session.scorecard(&before, beyond), Ok(Vec::new()));
}
