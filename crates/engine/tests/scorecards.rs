//! The detailed scorecard of the example editions and of the provinces.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

mod examples;

use dti_engine::calculator::{AssessmentColumn, Calculator, ComponentCard, ComponentLine};
use dti_engine::model::{
    Answer, Assessed, Assessment, Edition, Entry, Exact, Kind, Origin, Override, RawValue,
    Scenario, Score,
};
use examples::{assessed, opened};

#[track_caller]
fn card_of(calculator: &Calculator, edition: &Edition, own: &Assessment) -> ComponentCard {
    let scenario = Scenario::baseline(edition.id());
    let position = edition.position(&own.unit).unwrap();
    calculator.component_card(&scenario, position, own).unwrap()
}

fn lines(card: &ComponentCard) -> impl Iterator<Item = &ComponentLine> {
    card.mains.iter().flat_map(|main| &main.lines)
}

fn what_if(unit: &str, indicator: &str, score: Exact) -> Override {
    Override {
        unit: unit.to_owned(),
        indicator: indicator.to_owned(),
        entry: Entry::Score(Score::try_new(score).unwrap()),
        kind: Kind::WhatIf,
    }
}

#[test]
fn the_commune_is_shown_with_all_62_rows_and_their_sums() {
    let (calculator, edition) = opened("example-commune-2025");
    let own = assessed(&edition);
    let card = card_of(&calculator, &edition, &own);
    assert_eq!(
        (card.faults.len(), card.overrides.len(), card.units),
        (0, 62, 5)
    );
    let leaves: Vec<_> = lines(&card).filter(|line| !line.is_sum).collect();
    assert_eq!(leaves.len(), 62);
    let sum: Exact = leaves.iter().map(|line| line.max_points).sum();
    assert_eq!(sum, Exact::whole(960));
    assert_eq!(card.max_points, sum);
    // The heading 4.22 and its criteria 4.22.1 to 4.22.11.
    let framework = edition.framework();
    let heading = framework.node("government.22").unwrap();
    let place = lines(&card).position(|line| line.node == heading).unwrap();
    let all: Vec<_> = lines(&card).collect();
    let below = &all[place + 1..=place + 11];
    assert!(
        below
            .iter()
            .all(|line| framework.indicator(line.node).parent == Some(heading))
    );
    assert_eq!(
        all[place].points,
        below.iter().map(|line| line.points).sum()
    );
    let own_sum = below
        .iter()
        .map(|line| line.values[0].points.unwrap())
        .sum();
    assert_eq!(all[place].values[0].points, Some(own_sum));
    // Every component is entered, so nothing rests on an estimate.
    assert!(!card.standing.estimated);
    let points: Exact = leaves.iter().map(|line| line.points).sum();
    assert_eq!(card.standing.unrounded, points * Exact::fraction(1, 960));
}

#[test]
fn lines_tell_where_stages_differ_and_what_a_what_if_moves() {
    let (calculator, edition) = opened("example-commune-2025");
    let mut own = assessed(&edition);
    let card = card_of(&calculator, &edition, &own);
    let leaves = || lines(&card).filter(|line| !line.is_sum);
    assert!(leaves().filter(|line| line.has_difference()).count() > 3);
    assert!(leaves().any(|line| !line.has_difference()));
    assert!(leaves().all(|line| line.gap == line.max_points - line.points));
    assert!(leaves().all(|line| !line.is_changed));
    let verified = Some(AssessmentColumn::Verified);
    assert!(leaves().any(|line| line.counting == verified));
    own.rows[4].what_if = Some(RawValue::Points(Exact::ZERO));
    let card = card_of(&calculator, &edition, &own);
    let changed = lines(&card).filter(|line| line.is_changed && !line.is_sum);
    let counting: Vec<_> = changed.map(|line| line.counting).collect();
    assert_eq!(counting, [Some(AssessmentColumn::WhatIf)]);
}

#[test]
fn the_main_indicator_the_total_and_the_rank_follow_each_value() {
    let (calculator, edition) = opened("example-rules-2025");
    let mut own = Assessment {
        edition: edition.id().to_owned(),
        unit: "example-place-b".to_owned(),
        rows: Vec::new(),
    };
    let published = card_of(&calculator, &edition, &own);
    let management = |card: &ComponentCard| card.mains[0].own.points;
    // .7125 of 40 points; its components are not known, so each stands at the same score.
    assert_eq!(management(&published), Exact::decimal(285, 1));
    let steps = [
        (
            "management.2",
            RawValue::Number(Exact::whole(4)),
            Exact::decimal(575, 2),
        ),
        (
            "management.1",
            RawValue::Choice("0".into()),
            Exact::decimal(-7125, 3),
        ),
        (
            "management.3",
            RawValue::Answer(Answer::Yes),
            Exact::decimal(14375, 4),
        ),
    ];
    let mut expected = management(&published);
    for (indicator, raw, change) in steps {
        own.rows.push(Assessed {
            indicator: indicator.to_owned(),
            own: Some(raw),
            ..Assessed::default()
        });
        let card = card_of(&calculator, &edition, &own);
        expected = expected + change;
        assert_eq!(management(&card), expected, "{indicator}");
        let total = (card.standing.unrounded - published.standing.unrounded) * card.max_points;
        assert_eq!(total, expected - management(&published));
        assert!(card.standing.estimated, "the split of the rest is a guess");
        assert_eq!(card.mains[0].own.origin, Some(Origin::Estimated));
    }
    assert_eq!(
        (published.mains[0].at_max, published.mains[0].components),
        (0, 4)
    );
    let card = card_of(&calculator, &edition, &own);
    assert_eq!(card.mains[0].at_max, 2);
}

#[test]
fn a_fault_stands_aside_and_the_rest_counts() {
    let (calculator, edition) = opened("example-rules-2025");
    let mut own = assessed(&edition);
    let whole = card_of(&calculator, &edition, &own);
    let row = own
        .rows
        .iter_mut()
        .find(|row| row.indicator == "society.2")
        .unwrap();
    row.own = Some(RawValue::Points(Exact::whole(9)));
    let card = card_of(&calculator, &edition, &own);
    assert_eq!(card.faults.len(), 1);
    assert_eq!(card.faults[0].column, AssessmentColumn::SelfAssessed);
    assert_eq!(card.overrides.len() + 1, whole.overrides.len());
    let society = edition.framework().node("society.2").unwrap();
    let line = lines(&card).find(|line| line.node == society).unwrap();
    assert_eq!(
        (line.values[0].points, line.score),
        (None, Exact::fraction(1, 2))
    );
}

#[test]
fn a_main_indicator_spreads_over_what_is_not_entered() {
    let (calculator, edition) = opened("example-rules-2025");
    let unit = "example-place-b";
    let position = edition.position(unit).unwrap();
    let mut own = Assessment {
        edition: edition.id().to_owned(),
        unit: unit.to_owned(),
        rows: vec![Assessed {
            indicator: "management.2".into(),
            own: Some(RawValue::Number(Exact::whole(1))),
            ..Assessed::default()
        }],
    };
    let half = what_if(unit, "management", Exact::fraction(1, 2));
    let scenario = Scenario::baseline(edition.id()).with_override(half);
    let card = |own: &Assessment| calculator.component_card(&scenario, position, own).unwrap();
    let spread = card(&own);
    assert_eq!(spread.mains[0].own.points, Exact::whole(20));
    // 5 of 20 points are entered; the other 20 points share the remaining 15.
    let scores: Vec<Exact> = spread.mains[0]
        .lines
        .iter()
        .map(|line| line.score)
        .collect();
    let rest = Exact::fraction(3, 4);
    assert_eq!(scores, [rest, Exact::fraction(1, 4), rest, rest]);
    // With everything entered at its maximum the slider has no room: the assessment stays.
    for (indicator, raw) in [
        ("management.1", RawValue::Choice("2".into())),
        ("management.3", RawValue::Answer(Answer::Yes)),
        (
            "management.4",
            RawValue::Listed(["0", "1", "2"].map(String::from).to_vec()),
        ),
    ] {
        own.rows.push(Assessed {
            indicator: indicator.to_owned(),
            own: Some(raw),
            ..Assessed::default()
        });
    }
    let full = card(&own);
    assert!(full.refused.is_some());
    assert_eq!(full.mains[0].own.points, Exact::whole(25));
}

#[test]
fn a_what_if_wins_over_what_is_assessed_on_the_same_node() {
    let (calculator, edition) = opened("example-rules-2025");
    let own = assessed(&edition);
    let position = edition.position(&own.unit).unwrap();
    let supposed = what_if(&own.unit, "society.2", Exact::ONE);
    let scenario = Scenario::baseline(edition.id()).with_override(supposed);
    let card = calculator
        .component_card(&scenario, position, &own)
        .unwrap();
    let society = edition.framework().node("society.2").unwrap();
    let changed = lines(&card).filter(|line| line.is_changed);
    let changed: Vec<_> = changed.map(|line| (line.node, line.score)).collect();
    assert_eq!(changed, [(society, Exact::ONE)]);
}

#[test]
fn the_components_of_a_province_begin_at_the_main_indicators_score() {
    let calculator = dti_formats::official().unwrap();
    let edition = calculator.edition("2022").unwrap();
    let own = Assessment {
        edition: "2022".into(),
        unit: "bac-giang".into(),
        rows: Vec::new(),
    };
    let card = card_of(&calculator, edition, &own);
    assert_eq!(lines(&card).count(), 98 + 38);
    assert_eq!(lines(&card).filter(|line| line.is_scored).count(), 95 + 38);
    let society = edition.framework().node("society").unwrap();
    let main = card
        .mains
        .iter()
        .find(|main| main.own.node == society)
        .unwrap();
    for line in &main.lines {
        assert_eq!(line.score, main.own.score);
        assert_eq!(line.origin, Some(Origin::Estimated));
    }
    assert_eq!(
        (card.standing.score, card.standing.rank),
        (Exact::decimal(6440, 4), 9)
    );
    assert!(!card.standing.estimated);
    assert!(
        card.mains
            .iter()
            .all(|main| main.known == 0 && main.at_max == 0)
    );
}

#[test]
fn a_framework_without_components_takes_points_on_its_main_indicators() {
    let calculator = dti_formats::official().unwrap();
    let edition = calculator.edition("2024").unwrap();
    let own = Assessment {
        edition: "2024".into(),
        unit: "bac-giang".into(),
        rows: vec![Assessed {
            indicator: "government".into(),
            own: Some(RawValue::Points(Exact::whole(150))),
            ..Assessed::default()
        }],
    };
    let card = card_of(&calculator, edition, &own);
    assert_eq!(card.mains.len(), 8);
    assert!(
        card.mains
            .iter()
            .all(|main| main.components == 0 && main.lines.len() == 1)
    );
    let government = edition.framework().node("government").unwrap();
    let main = card
        .mains
        .iter()
        .find(|main| main.own.node == government)
        .unwrap();
    assert_eq!(main.own.score, Exact::fraction(3, 4));
}
