//! Deep frameworks: the 62-row commune set, filled, set at any node and added up again.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::analysis::{Profile, apply, complete};
use dti_engine::model::{Exact, Figure, Framework, Level, Maxima, Node, Origin, Row, Scorecard};
use dti_formats::parse_framework;
use std::collections::BTreeMap;

fn commune() -> Framework {
    let text = include_str!("../../../data/frameworks/commune-tay-ninh-2025.json");
    parse_framework("commune-tay-ninh-2025.json", text).unwrap()
}

fn leaves(framework: &Framework) -> Vec<Node> {
    framework
        .nodes()
        .filter(|&n| framework.indicator(n).children.is_empty())
        .collect()
}

fn figure(value: Exact) -> Figure {
    Figure {
        value,
        origin: Origin::Published,
        source: "test".into(),
        copies: 1,
    }
}

/// Every leaf at half its points.
fn halves(framework: &Framework) -> Scorecard {
    let mut row = Row::default();
    for leaf in leaves(framework) {
        row.indicators.insert(leaf, figure(Exact::fraction(1, 2)));
    }
    complete(framework, &Profile::new(), &row).unwrap().card
}

#[track_caller]
fn expect_sums(framework: &Framework, card: &Scorecard) {
    for node in std::iter::once(Node::ROOT).chain(framework.nodes()) {
        let children = &framework.indicator(node).children;
        if !children.is_empty() {
            let points = |n: Node| card.score(n) * framework.indicator(n).max_points.value();
            let sum: Exact = children.iter().map(|&child| points(child)).sum();
            assert_eq!(sum, points(node), "{}", framework.indicator(node).id);
        }
    }
}

#[test]
fn the_set_has_6_mains_62_leaves_and_960_points() {
    let framework = commune();
    assert_eq!(framework.mains().count(), 6);
    assert_eq!(leaves(&framework).len(), 62);
    assert_eq!(framework.total().whole(), 960);
    let criterion = framework.node("government.22.11").unwrap();
    assert_eq!(framework.indicator(criterion).level, Level::Criterion);
    assert_eq!(
        framework.indicator(criterion).number.as_deref(),
        Some("4.22.11")
    );
}

#[test]
fn leaves_add_up_through_every_level() {
    let framework = commune();
    let card = halves(&framework);
    assert_eq!(card.score(Node::ROOT), Exact::fraction(1, 2));
    expect_sums(&framework, &card);
    assert_eq!(
        card.origin(framework.node("government.22").unwrap()),
        Some(Origin::Derived)
    );
}

#[test]
fn a_criterion_moves_its_component_its_main_and_the_total() {
    let framework = commune();
    let card = halves(&framework);
    let criterion = framework.node("government.22.10").unwrap();
    let entries = BTreeMap::from([(criterion, Exact::ONE)]);
    let after = apply(&framework, &Maxima::of(&framework), &card, &entries).unwrap();
    expect_sums(&framework, &after.card);
    // 4.22.10 has 30 points: half of them are won.
    let change = after.card.score(Node::ROOT) - card.score(Node::ROOT);
    assert_eq!(change, Exact::fraction(15, 960));
    assert!(!after.estimated);
    assert_eq!(
        after.card.origin(framework.node("government").unwrap()),
        Some(Origin::Entered)
    );
}

#[test]
fn a_main_indicator_spreads_over_what_was_not_entered() {
    let framework = commune();
    let card = halves(&framework);
    let (main, kept) = (
        framework.node("economy").unwrap(),
        framework.node("economy.1").unwrap(),
    );
    let entries = BTreeMap::from([(main, Exact::decimal(8, 1)), (kept, Exact::ZERO)]);
    // 20 of 80 points are kept at 0, so at most 60 are possible.
    let refused = apply(&framework, &Maxima::of(&framework), &card, &entries).unwrap_err();
    assert_eq!(
        (refused.node, refused.low, refused.high),
        (main, Exact::ZERO, Exact::decimal(75, 2))
    );
    let entries = BTreeMap::from([(main, Exact::decimal(6, 1)), (kept, Exact::ZERO)]);
    let after = apply(&framework, &Maxima::of(&framework), &card, &entries).unwrap();
    expect_sums(&framework, &after.card);
    assert_eq!(after.card.score(kept), Exact::ZERO);
    let spread = framework.node("economy.2").unwrap();
    assert_eq!(
        after.card.value(spread).map(|v| (v.score, v.origin)),
        Some((Exact::decimal(8, 1), Origin::Estimated))
    );
}

#[test]
fn a_total_alone_fills_the_whole_tree_flat() {
    let framework = commune();
    let row = Row {
        total: Some(figure(Exact::decimal(64, 2))),
        ..Row::default()
    };
    let card = complete(&framework, &Profile::new(), &row).unwrap().card;
    expect_sums(&framework, &card);
    for leaf in leaves(&framework) {
        let value = card.value(leaf).unwrap();
        assert_eq!(
            (value.score, value.origin),
            (Exact::decimal(64, 2), Origin::Estimated)
        );
    }
}

#[test]
fn nothing_is_invented_where_no_sum_is_known() {
    let framework = commune();
    let mut row = Row::default();
    row.indicators
        .insert(framework.node("economy").unwrap(), figure(Exact::ONE));
    let missing = complete(&framework, &Profile::new(), &row).unwrap_err();
    assert_eq!(missing.nodes.len(), 5);
}
