//! Whatever an address says and whatever a reader does: nothing panics, what is shown is what a simulation
//! from nothing gives, and every step comes back. `cargo xtask audit fuzz` runs the same with more cases.

use crate::state::{
    Panel, SearchKeys, State, parse_gain, parse_score_or_points, parse_weight, settled,
};
use crate::views::{EmbedCodes, Explained};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, MaxPoints, Node, Rivals, Score};
use dti_formats::link::{self, LONGEST, Language, Privacy};
use leptos::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::sync::{Arc, LazyLock};

static CALCULATOR: LazyLock<Arc<Calculator>> =
    LazyLock::new(|| Arc::new(dti_formats::official().unwrap()));

/// As many cases as the environment says, else few: these tests run with every change.
fn config(few: u32) -> ProptestConfig {
    let many = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: many.and_then(|many| many.parse().ok()).unwrap_or(few),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

/// Numbers as people, programs and attackers write them.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{0,40}[.,]?[0-9]{0,40} ?(%|điểm|points)?",
        "(NaN|inf|-?0|0x1f|１２|٣|½|1e999|\u{202e}0,5| 0,45 |0..5|,|\\.)",
        any::<String>(),
    ]
}

/// Fragments: noise, and our own grammar with noise in it.
fn fragment() -> impl Strategy<Value = String> {
    let id = || "(bac-giang|hue|ha-noi|society|awareness|foundation|2022|2024-34|[a-z._-]{0,9})";
    let entry = (id(), id(), "[kp]{0,2}", number())
        .prop_map(|(unit, indicator, kind, value)| format!("{unit}.{indicator}:{kind}{value}"));
    let entries = prop::collection::vec(entry, 0..6);
    let pair = (
        "(v|e|u|s|w|r|t|d|seed|lang|theme|panel|show|locked|api|[a-z]{0,5})",
        number(),
    )
        .prop_map(|(key, value)| format!("&{key}={value}"));
    let pairs = prop::collection::vec(pair, 0..6);
    let own = (entries, pairs, id(), id()).prop_map(|(entries, pairs, edition, unit)| {
        format!(
            "#v=1&e={edition}&u={unit}&s={}{}",
            entries.join(","),
            pairs.concat()
        )
    });
    prop_oneof![3 => own, 1 => any::<String>(), 1 => "#?(%[0-9A-Fa-f]{0,2}|[&=,:.#?]){0,200}"]
}

/// What a reader can do, by the place of an indicator or unit.
#[derive(Clone, Copy, Debug)]
enum Action {
    Score(usize, i64),
    Step(usize, i64),
    Know(usize, i64),
    Forget(usize),
    Reset(usize),
    MaxPoints(usize, u32),
    Gain(i64),
    Choose(usize),
    Edit(usize),
    Undo,
    Redo,
    ResetAll,
    Edition(usize),
}

/// Everything but going to another edition.
fn edit() -> impl Strategy<Value = Action> {
    let thousandths = || 0_i64..=1000;
    prop_oneof![
        6 => (0_usize..9, thousandths()).prop_map(|(main, score)| Action::Score(main, score)),
        2 => (0_usize..9, -30_i64..30).prop_map(|(main, by)| Action::Step(main, by)),
        1 => (0_usize..9, thousandths()).prop_map(|(main, score)| Action::Know(main, score)),
        1 => (0_usize..9).prop_map(Action::Forget),
        1 => (0_usize..9).prop_map(Action::Reset),
        2 => (0_usize..9, 0_u32..400).prop_map(|(main, points)| Action::MaxPoints(main, points)),
        1 => (-2000_i64..2000).prop_map(Action::Gain),
        1 => (0_usize..70).prop_map(Action::Edit),
        1 => Just(Action::Undo),
        1 => Just(Action::Redo),
        1 => Just(Action::ResetAll),
    ]
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        8 => edit(),
        1 => (0_usize..70).prop_map(Action::Choose),
        1 => (0_usize..8).prop_map(Action::Edition),
    ]
}

/// Does something with the state that a fragment asks for.
fn with<T>(fragment: &str, go: impl FnOnce(State) -> T) -> T {
    let address = format!("https://example.org/dti/{fragment}");
    let calculator = Arc::clone(&CALCULATOR);
    Owner::new().with(|| go(State::try_new(calculator, &address, Language::Vi, |_| None).unwrap()))
}

fn act(state: State, action: Action) {
    let main = |place: usize| -> Option<Node> {
        let edition = state.edition.get_untracked();
        edition.framework().mains().nth(place)
    };
    let score = |thousandths| Score::try_new(Exact::decimal(thousandths, 3)).unwrap();
    match action {
        // What is refused changes nothing: that is seen afterwards.
        Action::Score(place, to) => drop(main(place).map(|node| state.set_score(node, score(to)))),
        Action::Step(place, by) => drop(main(place).map(|node| state.step_score(node, by))),
        Action::Know(place, to) => drop(main(place).map(|node| state.know(node, score(to)))),
        Action::MaxPoints(place, points) => {
            let points = MaxPoints::try_new(points).unwrap();
            drop(main(place).map(|node| state.set_max_points(node, points)));
        }
        Action::Gain(hundredths) => drop(state.set_rivals(Rivals::Gain(hundredths))),
        Action::Forget(place) => main(place).into_iter().for_each(|node| state.forget(node)),
        Action::Reset(place) => main(place)
            .into_iter()
            .for_each(|node| state.reset_indicator(node)),
        Action::Choose(row) => state.choose_unit(row),
        Action::Edit(row) if row < state.edition.get_untracked().units().len() => {
            state.edit_unit(row);
        }
        Action::Edit(_) => {}
        Action::Undo => state.undo(),
        Action::Redo => state.redo(),
        Action::ResetAll => state.reset_all(),
        Action::Edition(place) => {
            if let Some((edition, _)) = state.editions().get(place) {
                state.choose_edition(edition);
            }
        }
    }
}

/// What is shown is what a simulation of the scenario gives, says whether it is one, and can be sent on.
fn assert_holds(state: State) {
    let scenario = state.scenario();
    let standings = CALCULATOR.simulate(&scenario).unwrap();
    let verdict = state.verdict.get_untracked().unwrap();
    let mut all = standings.standings.iter();
    let own = all.find(|own| own.position == verdict.position);
    let own = own.unwrap();
    assert_eq!(
        (own.rank, own.score),
        (verdict.rank, verdict.score),
        "{scenario:?}"
    );
    let is_marked = state.sentence().contains("Mô phỏng") && state.tag().contains("Mô phỏng");
    assert_eq!(is_marked, state.is_edited(), "{}", state.sentence());
    if let Ok(text) = link::write(&state.link(), Privacy::WithKnown) {
        assert!(text.len() <= LONGEST);
        let (read, unread) = link::read(&text);
        assert_eq!((read.scenario, unread), (scenario, Vec::new()), "{text}");
    }
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn a_fragment_opens_a_page(text in fragment()) {
        with(&text, |state| {
            let standings = CALCULATOR.simulate(&state.scenario());
            assert!(standings.is_ok() && state.verdict.get_untracked().is_some());
            if let Ok(own) = link::write(&state.link(), Privacy::WithKnown) {
                assert_eq!(link::read(&own).1, Vec::new(), "{own}");
            }
        });
    }

    #[test]
    fn whatever_a_page_shows_can_be_explained(text in fragment(), focus in number()) {
        with(&text, |state| {
            let focuses = ["total".to_owned(), "society".to_owned(), focus];
            let panels = focuses.map(Panel::Formula).into_iter();
            for panel in panels.chain([Panel::Data, Panel::Sources]) {
                state.panel.set(Some(panel));
                assert!(view! { <Explained state /> }.to_html().contains("<h3"));
            }
            assert!(view! { <EmbedCodes state /> }.to_html().contains("<textarea"));
        });
    }

    #[test]
    fn whatever_is_done_what_is_shown_is_what_a_simulation_gives(
        actions in prop::collection::vec(any_action(), 1..14),
    ) {
        with("#e=2022&u=bac-giang", |state| {
            for action in actions {
                act(state, action);
                assert_holds(state);
            }
        });
    }

    #[test]
    fn every_step_comes_back(actions in prop::collection::vec(edit(), 1..14)) {
        with("#e=2023&u=hue", |state| {
            let start = state.scenario();
            for action in actions {
                act(state, action);
            }
            while state.has_past() {
                state.undo();
            }
            assert_eq!(state.scenario(), start);
            assert_holds(state);
        });
    }

    #[test]
    fn any_text_is_searched_typed_and_kept(text in prop_oneof![number(), any::<String>()]) {
        with("#e=2022", |state| {
            SearchKeys::of(&CALCULATOR, &state.edition.get_untracked()).find(&text);
            parse_score_or_points(&text, Exact::whole(150)).ok();
            parse_weight(&text).ok();
            parse_gain(&text).ok();
            state.take_saved(&text);
            settled(&text, &state.saved(), &text).ok();
            state.arrive(&text);
            assert!(CALCULATOR.simulate(&state.scenario()).is_ok());
        });
    }
}
