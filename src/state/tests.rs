//! The state without a browser: what a reader can do, and what comes of it.

mod hostile;

use super::{State, parse_score_or_points};
use dti_engine::model::{Exact, Kind, Node, Rivals, Score};
use dti_formats::link::{Language, Privacy};
use leptos::prelude::*;
use std::sync::Arc;

/// Does something with the state that a fragment asks for.
#[track_caller]
fn with(fragment: &str, go: impl FnOnce(State)) {
    let calculator = Arc::new(dti_formats::official().unwrap());
    let address = format!("https://example.org/dti/{fragment}");
    Owner::new().with(|| {
        go(State::try_new(calculator, &address, Language::Vi, |_| None).unwrap());
    });
}

fn node(state: State, indicator: &str) -> Node {
    let edition = state.edition.get_untracked();
    edition.framework().node(indicator).unwrap()
}

fn score(hundredths: i64) -> Score {
    Score::try_new(Exact::decimal(hundredths, 2)).unwrap()
}

#[track_caller]
fn expect_rank(state: State, rank: u32) {
    assert_eq!(state.verdict.get_untracked().unwrap().rank, rank);
}

#[test]
fn a_link_holds_nothing_of_a_query() {
    with("?utm_source=a/b#e=2022&u=bac-giang", |state| {
        assert_eq!(state.root(), "https://example.org/dti/");
        let link = state.address_of(Privacy::ChoicesOnly).unwrap();
        assert_eq!(link, "https://example.org/dti/#v=1&e=2022&u=bac-giang");
    });
}

#[test]
fn a_score_moves_the_rank_and_every_step_comes_back() {
    with("#e=2022&u=bac-giang", |state| {
        let society = node(state, "society");
        expect_rank(state, 9);
        state.set_score(society, score(45)).unwrap();
        expect_rank(state, 8);
        assert!(state.is_edited() && state.has_past());
        assert_eq!(
            state.address_of(Privacy::ChoicesOnly).unwrap(),
            "https://example.org/dti/#v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45"
        );
        state.undo();
        expect_rank(state, 9);
        assert!(!state.is_edited() && state.has_future());
        state.redo();
        expect_rank(state, 8);
        state.reset_indicator(society);
        expect_rank(state, 9);
        state.set_score(society, score(45)).unwrap();
        state.reset_all();
        expect_rank(state, 9);
    });
}

#[test]
fn figures_go_once_the_page_counts_with_others() {
    with("#e=2022&u=bac-giang", |state| {
        // Whatever follows them was asked, and a step back leads to them.
        state.set_score(node(state, "society"), score(45)).unwrap();
        assert_eq!(
            state
                .keys
                .with_untracked(|keys| keys.find("bac giang").len()),
            1
        );
        let calculator = Arc::downgrade(&state.calculator.get_untracked());
        let edition = Arc::downgrade(&state.edition.get_untracked());
        assert!(calculator.upgrade().is_some() && edition.upgrade().is_some());
        state.count_with(Arc::new(dti_formats::official().unwrap()));
        assert!(calculator.upgrade().is_none() && edition.upgrade().is_none());
        expect_rank(state, 8);
        state.count_with_components(Arc::new(dti_formats::official().unwrap()));
        expect_rank(state, 8);
    });
}

#[test]
fn the_present_value_again_is_no_assumption() {
    with("#e=2022&u=bac-giang&s=bac-giang.society:0.45", |state| {
        let society = node(state, "society");
        let row = state.unit.get_untracked();
        let present = state
            .present
            .with_untracked(|own| own.score_of(row, society));
        state
            .set_score(society, Score::try_new(present).unwrap())
            .unwrap();
        assert!(!state.is_edited());
    });
}

#[test]
fn points_are_supposed_as_points() {
    with("#e=2022&u=bac-giang", |state| {
        let society = node(state, "society");
        let entry = parse_score_or_points("67,5 điểm", Exact::whole(150)).unwrap();
        state.suppose(society, entry).unwrap();
        expect_rank(state, 8);
        let address = state.address_of(Privacy::ChoicesOnly).unwrap();
        assert!(address.ends_with("s=bac-giang.society:p67.5"), "{address}");
    });
}

#[test]
fn a_known_figure_stays_out_of_the_address_unless_it_is_wished() {
    with("#e=2022&u=bac-giang", |state| {
        state.know(node(state, "awareness"), score(80)).unwrap();
        expect_rank(state, 9);
        let row = state.unit.get_untracked();
        let holds = |kind| state.session.with_untracked(|own| own.count(row, kind));
        assert_eq!((holds(Kind::Known), holds(Kind::WhatIf)), (1, 0));
        let plain = state.address_of(Privacy::ChoicesOnly).unwrap();
        assert!(!plain.contains("awareness"), "{plain}");
        let wished = state.address_of(Privacy::WithKnown).unwrap();
        assert!(wished.ends_with("s=bac-giang.awareness:k0.8"), "{wished}");
        assert!(state.to_keep().1.unwrap().contains("k0.8"));
        state.forget(node(state, "awareness"));
        assert!(!state.is_edited());
    });
}

#[test]
fn an_edition_remembers_what_was_supposed_in_it() {
    with("#e=2022&u=bac-giang&s=bac-giang.society:0.45", |state| {
        state.choose_edition("2023");
        assert!(!state.is_edited());
        assert_eq!(state.id(state.unit.get_untracked()), "bac-giang");
        state.choose_edition("2022");
        expect_rank(state, 8);
        // Across the merger it is the unit that it belongs to.
        state.choose_edition("2024-34");
        assert_eq!(state.id(state.unit.get_untracked()), "bac-ninh");
    });
}

#[test]
fn weights_and_rivals_are_part_of_the_scenario() {
    with("#e=2022&u=bac-giang", |state| {
        let max = |points| dti_engine::model::MaxPoints::try_new(points).unwrap();
        let economy = node(state, "economy");
        state.set_max_points(economy, max(300)).unwrap();
        state.set_rivals(Rivals::Gain(500)).unwrap();
        let address = state.address_of(Privacy::ChoicesOnly).unwrap();
        assert!(address.ends_with("&w=economy:300&r=gain:5"), "{address}");
        state.reset_max_points();
        state.set_rivals(Rivals::Frozen).unwrap();
        assert!(!state.is_edited());
    });
}

#[test]
fn another_unit_is_edited_without_being_asked_about() {
    with("#e=2022&u=bac-giang", |state| {
        let other = state.edition.get_untracked().position("da-nang").unwrap();
        state.edit_unit(other);
        state.set_score(node(state, "society"), score(10)).unwrap();
        assert_eq!(state.changes(other), 1);
        assert_eq!(state.changes(state.unit.get_untracked()), 0);
        state.choose_unit(other);
        assert_eq!(state.editing.get_untracked(), None);
        assert_eq!(state.subject_untracked(), other);
    });
}

#[test]
fn a_foreign_address_gives_notices_and_the_page_lives() {
    for fragment in [
        "#e=2020",
        "#u=atlantis",
        "#s=bac-ninh.moon:0.5",
        "#r=<b>x</b>",
    ] {
        with(fragment, |state| {
            assert!(!state.notices.get_untracked().is_empty(), "{fragment}");
            assert!(state.verdict.get_untracked().is_some(), "{fragment}");
        });
    }
}

#[test]
fn who_comes_back_is_offered_what_was_looked_at() {
    with("", |state| assert_eq!(state.to_resume(), None));
    with("#e=2022&u=bac-giang&s=bac-giang.society:0.45", |state| {
        let kept = state.to_resume().unwrap();
        assert_eq!(kept, "v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45");
    });
}
