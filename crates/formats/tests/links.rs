//! Hostile and broken fragments: a notice or a scenario, never a panic, and the next link works.

use dti_engine::calculator::Calculator;
use dti_engine::model::Rivals;
use dti_formats::link::{self, Link};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::Cell;

const VALID: &str = "v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8,\
                     ha-noi.economy:p100.25&w=economy:200,society:140&r=gain:10&t=5&seed=1&lang=en\
                     &theme=dark&show=society,economy&locked=1";

/// What the page does with a fragment: it must end in a scenario that can be simulated.
#[track_caller]
fn expect_alive(calculator: &Calculator, fragment: &str) -> bool {
    let (link, notices) = link::read(fragment);
    let (kept, refused) = calculator.admit(&link.scenario, &Link::default().scenario);
    assert!(calculator.simulate(&kept).is_ok(), "{fragment}");
    let is_told = !notices.is_empty() || !refused.is_empty();
    assert!(
        is_told || kept == link.scenario,
        "something was dropped in silence: {fragment}"
    );
    is_told
}

fn runner() -> TestRunner {
    let config = Config {
        cases: 500,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn five_hundred_garbage_fragments() {
    let calculator = dti_formats::official().unwrap();
    let garbage = prop_oneof![
        any::<String>(),
        "[a-z]{1,4}=[ -~]{0,80}(&[a-z]{1,4}=[ -~]{0,80}){0,6}",
        "s=([a-z-]{1,8}\\.[a-z_.]{1,8}:[kp0-9.eE+-]{1,12},?){0,20}",
        "#?(%[0-9A-Fa-f]{0,2}|&|=|,|:|\\.|#){0,200}",
    ];
    runner()
        .run(&garbage, |text| {
            expect_alive(&calculator, &text);
            Ok(())
        })
        .unwrap();
}

#[test]
fn five_hundred_mutated_fragments() {
    let calculator = dti_formats::official().unwrap();
    let mutation = (0..VALID.len(), 0..5_u8, any::<char>(), 0..VALID.len());
    let told = Cell::new(0);
    runner()
        .run(&prop::collection::vec(mutation, 1..6), |mutations| {
            let mut text: Vec<char> = VALID.chars().collect();
            for (at, kind, new, other) in mutations {
                let at = at % text.len().max(1);
                match kind {
                    0 => text.insert(at, new),
                    1 if !text.is_empty() => drop(text.remove(at)),
                    2 if !text.is_empty() => text[at] = new,
                    3 => text.truncate(at.max(8)),
                    _ => {
                        let other = other % text.len().max(1);
                        let copied: Vec<char> = text.iter().skip(other).take(12).copied().collect();
                        text.splice(at..at, copied);
                    }
                }
            }
            let text: String = text.into_iter().collect();
            told.set(told.get() + u32::from(expect_alive(&calculator, &text)));
            Ok(())
        })
        .unwrap();
    // Most mutations hit a value; if none were noticed, nothing would be checked at all.
    assert!(told.get() > 100, "{}", told.get());
}

#[test]
fn the_valid_fragment_is_admitted_whole() {
    let calculator = dti_formats::official().unwrap();
    assert!(!expect_alive(&calculator, VALID));
}

/// What a cut may leave out in silence: whole what-ifs behind the last that is there, and digits at
/// the end of a number. Nothing else of it may differ from the whole link without a notice.
#[test]
fn no_cut_shows_another_province_or_figure_in_silence() {
    let calculator = dti_formats::official().unwrap();
    let written = VALID.replace("&show=society,economy&locked=1", "");
    let newest = "v=1&e=2024-34&u=bac-giang&s=bac-giang.society:0.45&r=gain:-5";
    let by_hand = "e=2022&u=bac-giang&s=bac-giang.society:0.45&w=economy:200&r=gain:5";
    let former = "v=1&e=2024&u=phu-yen&s=phu-yen.economy:p12.5,phu-yen.society:0.9&r=trend&lang=en";
    for whole in [&written, newest, by_hand, former] {
        let (full, _) = link::read(whole);
        for end in 0..whole.len() {
            let Some(cut) = whole.get(..end) else {
                continue;
            };
            // Nothing, and an edition without the rest, are links of their own.
            if cut.is_empty() || cut == "e=2022" || expect_alive(&calculator, cut) {
                continue;
            }
            let (link, _) = link::read(cut);
            let (cut_one, full_one) = (&link.scenario, &full.scenario);
            assert_eq!(cut_one.edition, full_one.edition, "{cut}");
            assert_eq!(cut_one.unit, full_one.unit, "{cut}");
            let ends_in_digit = cut.ends_with(|c: char| c.is_ascii_digit());
            for item in &cut_one.overrides {
                let is_last = Some(item) == cut_one.overrides.last();
                let is_same = full_one.overrides.contains(item);
                assert!(is_same || (is_last && ends_in_digit), "{cut}: {item:?}");
            }
            for (indicator, max_points) in &cut_one.max_points {
                let is_same = full_one.max_points.get(indicator) == Some(max_points);
                assert!(is_same || ends_in_digit, "{cut}: {indicator}");
            }
            let is_same = [Rivals::Frozen, full_one.rivals].contains(&cut_one.rivals);
            assert!(is_same || ends_in_digit, "{cut}");
        }
    }
}

/// h21 of the cases: a mail program escaped the separators once more.
#[test]
fn a_link_with_escaped_separators_shows_the_province_that_is_meant() {
    let calculator = dti_formats::official().unwrap();
    let whole = "#e=2022&u=bac-giang&s=bac-giang.society:0.45&r=gain:5";
    for between in ["&amp;", "&amp;amp;", "%26", "%26amp%3B"] {
        let (link, notices) = link::read(&whole.replace('&', between));
        assert_eq!(notices, [], "{between}");
        assert_eq!((link.clone(), Vec::new()), link::read(whole), "{between}");
        let position = calculator.edition("2022").unwrap().position("bac-giang");
        let standings = calculator.simulate(&link.scenario).unwrap();
        let own = standings.of(position.unwrap()).unwrap();
        let score = own.score.to_short_text(4);
        assert_eq!((own.rank, score.as_str()), (8, "0.6613"), "{between}");
    }
}
