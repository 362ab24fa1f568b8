//! What an assessed value is worth under the rule of its component, and what is refused.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

mod examples;

use dti_engine::analysis::RuleMismatch;
use dti_engine::calculator::{
    AssessmentColumn, AssessmentFault, AssessmentProblem, assessed_overrides,
};
use dti_engine::model::{
    Answer, Assessed, Assessment, Entry, Exact, Framework, Kind, RawValue, Score,
};
use examples::{assessed, opened};

fn row(indicator: &str, own: RawValue) -> Assessed {
    Assessed {
        indicator: indicator.to_owned(),
        own: Some(own),
        ..Assessed::default()
    }
}

fn assessment(rows: Vec<Assessed>) -> Assessment {
    Assessment {
        edition: "example-rules-2025".into(),
        unit: "example-place-b".into(),
        rows,
    }
}

#[track_caller]
fn expect_share(framework: &Framework, row: Assessed, share: Exact) {
    let overrides = assessed_overrides(framework, &assessment(vec![row])).unwrap();
    let share = Entry::Share(Score::try_new(share).unwrap());
    assert_eq!(overrides[0].entry, share);
    assert_eq!(overrides[0].kind, Kind::Assessed);
}

#[track_caller]
fn problem(framework: &Framework, indicator: &str, raw: RawValue) -> AssessmentProblem {
    let faults = assessed_overrides(framework, &assessment(vec![row(indicator, raw)]));
    let [fault]: [AssessmentFault; 1] = faults.unwrap_err().try_into().unwrap();
    assert_eq!(fault.column, AssessmentColumn::SelfAssessed);
    fault.problem
}

#[test]
fn each_rule_gives_its_exact_share() {
    let (_, edition) = opened("example-rules-2025");
    let framework = edition.framework();
    let whole = |value| Exact::whole(value);
    let share = |part, of| RawValue::ratio(whole(part), whole(of));
    let half = Exact::fraction(1, 2);
    expect_share(
        framework,
        row("management.1", RawValue::Choice("1".into())),
        half,
    );
    expect_share(
        framework,
        row("management.2", RawValue::Number(Exact::whole(2))),
        half,
    );
    let yes = RawValue::Answer(Answer::Yes);
    expect_share(framework, row("management.3", yes), Exact::ONE);
    let met = RawValue::Listed(vec!["0".into(), "2".into()]);
    expect_share(framework, row("management.4", met), Exact::decimal(7, 1));
    expect_share(
        framework,
        row("services.1", share(12, 35)),
        Exact::fraction(12, 35),
    );
    expect_share(framework, row("services.2", share(2, 5)), half);
    let firms = RawValue::Inputs(vec![
        ("count".into(), whole(36)),
        ("population".into(), whole(48_000)),
    ]);
    expect_share(framework, row("society.1", firms), half);
    let points = RawValue::Points(Exact::decimal(325, 2));
    expect_share(
        framework,
        row("services.4.1", points),
        Exact::decimal(8125, 4),
    );
}

#[test]
fn a_ratio_of_no_cases_counts_nothing() {
    let (_, edition) = opened("example-rules-2025");
    let none = RawValue::ratio(Exact::ZERO, Exact::ZERO);
    expect_share(edition.framework(), row("services.1", none), Exact::ZERO);
}

#[test]
fn the_what_if_wins_over_the_last_stage_that_is_filled() {
    let (_, edition) = opened("example-rules-2025");
    let mut all = row("management.2", RawValue::Number(Exact::whole(1)));
    expect_share(edition.framework(), all.clone(), Exact::fraction(1, 4));
    all.reviewed = Some(RawValue::Number(Exact::whole(0)));
    expect_share(edition.framework(), all.clone(), Exact::ZERO);
    all.explained = Some(RawValue::Number(Exact::whole(3)));
    expect_share(edition.framework(), all.clone(), Exact::fraction(3, 4));
    all.verified = Some(RawValue::Number(Exact::whole(2)));
    expect_share(edition.framework(), all.clone(), Exact::fraction(1, 2));
    all.what_if = Some(RawValue::Number(Exact::whole(4)));
    expect_share(edition.framework(), all, Exact::ONE);
}

#[test]
fn faults_name_the_component_what_was_given_and_what_is_allowed() {
    let (_, edition) = opened("example-rules-2025");
    let framework = edition.framework();
    let points = |hundredths| RawValue::Points(Exact::decimal(hundredths, 2));
    let faults = assessment(vec![row("services.4.1", points(401))]);
    let fault = assessed_overrides(framework, &faults).unwrap_err();
    let sentence = "`services.4.1`, self: 4.01 points were given; use 0 to 4";
    assert_eq!(fault[0].to_string(), sentence);
    let said = |indicator: &str, raw| problem(framework, indicator, raw).to_string();
    let thin = RawValue::Points(Exact::decimal(1255, 3));
    assert_eq!(
        said("services.4.1", thin),
        "1.255 points were given; use at most 2 decimals"
    );
    let more = RawValue::Number(Exact::whole(2));
    assert_eq!(said("services.1", more), "2 was given; use 0 to 1");
    let less = RawValue::ratio(Exact::whole(-1), Exact::ONE);
    assert_eq!(said("services.1", less), "-1 was given; use 0 or more");
    assert_eq!(
        said("management.1", RawValue::Choice("3".into())),
        "`3` is no choice of it; use 0, 1, 2"
    );
    assert_eq!(
        said("management.4", RawValue::Listed(vec!["3".into()])),
        "`3` is no choice of it; use 0, 1, 2"
    );
    let other = problem(framework, "management.1", RawValue::Number(Exact::whole(1)));
    assert_eq!(other, AssessmentProblem::Rule(RuleMismatch::WrongKind));
    let unknown = problem(framework, "moon", RawValue::Number(Exact::whole(1)));
    assert!(matches!(
        unknown,
        AssessmentProblem::UnknownIndicator { .. }
    ));
    let twice = assessment(vec![
        row("society.2", points(100)),
        row("society.2", points(200)),
    ]);
    let faults = assessed_overrides(framework, &twice).unwrap_err();
    assert_eq!(faults[0].problem, AssessmentProblem::Twice);
}

#[test]
fn a_value_on_a_parent_counts_only_while_nothing_below_it_has_one() {
    let (_, edition) = opened("example-rules-2025");
    let framework = edition.framework();
    let parent = row("services.4", RawValue::Points(Exact::whole(7)));
    let child = row("services.4.2", RawValue::Answer(Answer::No));
    let ids = |rows: Vec<Assessed>| -> Vec<String> {
        let overrides = assessed_overrides(framework, &assessment(rows)).unwrap();
        overrides.into_iter().map(|o| o.indicator).collect()
    };
    assert_eq!(ids(vec![parent.clone()]), ["services.4"]);
    assert_eq!(ids(vec![parent, child]), ["services.4.2"]);
    let unscored = row("society.3", RawValue::Points(Exact::whole(7)));
    assert!(
        ids(vec![unscored]).is_empty(),
        "it is kept, but gives no points"
    );
}

#[test]
fn the_example_assessments_hold() {
    for id in ["example-rules-2025", "example-commune-2025"] {
        let (_, edition) = opened(id);
        let own = assessed(&edition);
        let overrides = assessed_overrides(edition.framework(), &own).unwrap();
        assert_eq!(overrides.len(), own.rows.len());
    }
}
