//! Hostile and broken fragments: a notice or a scenario, never a panic, and the next link works.

use dti_whatif::calculator::Calculator;
use dti_whatif::link::{self, Link};
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
    let calculator = Calculator::official().unwrap();
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
    let calculator = Calculator::official().unwrap();
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
    let calculator = Calculator::official().unwrap();
    assert!(!expect_alive(&calculator, VALID));
}
