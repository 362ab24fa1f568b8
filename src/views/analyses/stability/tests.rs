//! What is said about draws, against the calculator's own.

use super::super::ground::Ground;
use super::super::ground::tests::{with_ground, with_page};
use super::{Said, Stability, basis, said, top_for};
use crate::draws::{Answer, Heard, Question, Request, Wanted, maker, packed, unpacked};
use crate::views::tests::support::official;
use dti_engine::calculator::{Stability as Made, StabilityQuestion};
use dti_formats::link::{self, Language};
use dti_words::analyses::chance;
use leptos::prelude::*;

/// What the worker answers to a question once all draws are made.
fn answered(question: &Question) -> Answer {
    let mut maker = maker();
    maker.supply(dti_formats::official_bytes(), "");
    maker.begin(&packed(&Wanted::Ranks(Request {
        question: question.clone(),
        is_paused: false,
    })));
    assert!(maker.advance(u32::MAX));
    match unpacked(&maker.answer()) {
        Some(Heard::Ranks(answer)) => answer,
        other => panic!("{other:?}"),
    }
}

/// What the panel says once all draws are made.
#[track_caller]
fn whole(fragment: &str, choices: &[(&str, &str)], check: impl FnOnce(&Ground, &Question, Said)) {
    let mut all = vec![("draws", "1000")];
    all.extend(choices);
    with_page(fragment, &all, |state| {
        let ground = Ground::of_now(state).unwrap();
        let question = basis(&ground).question.unwrap();
        let found = said(state, &ground, &answered(&question)).unwrap();
        check(&ground, &question, found);
    });
}

/// Finding, ties and table against the result.
#[track_caller]
fn check(ground: &Ground, found: &Said, made: &Made, language: Language) {
    let own = made.of(ground.position()).unwrap();
    let top = top_for(own.rank, ground.units().len());
    let sure = chance(own.top(top), &ground.words);
    let (name, rank, low, high) = (ground.own_name(), own.rank, own.low, own.high);
    let band = match (language, low == high) {
        (Language::Vi, true) => format!("ít nhất 90% số lần thử cho hạng {low}."),
        (Language::Vi, false) => format!("90% số lần thử cho hạng từ {low} đến {high}."),
        (Language::En, true) => format!("at least 90% of the draws put it at rank {low}."),
        (Language::En, false) => {
            format!("90% of the draws put it between ranks {low} and {high}.")
        }
    };
    let wanted = match (language, top) {
        (Language::Vi, 1) => format!("{name}: hạng {rank}; {band} Xác suất đứng đầu: {sure}."),
        (Language::Vi, _) => format!("{name}: hạng {rank}; {band} Xác suất vào tốp {top}: {sure}."),
        (Language::En, 1) => {
            format!("{name}: rank {rank}; {band} Chance of the first place: {sure}.")
        }
        (Language::En, _) => {
            format!("{name}: rank {rank}; {band} Chance of the top {top}: {sure}.")
        }
    };
    assert_eq!(found.finding, wanted);
    let groups = made.tied_groups();
    let tied = groups
        .iter()
        .find(|group| group.contains(&ground.position()));
    let others = tied.into_iter().flatten();
    let tied: Vec<&str> = others
        .filter(|row| **row != ground.position())
        .map(|row| ground.name_at(*row))
        .collect();
    let list = format!(": {}.", tied.join(", "));
    let is_told = found.told.contains("chưa thể nói chắc") || found.told.contains("not certain");
    assert_eq!(is_told, !tied.is_empty());
    assert!(tied.is_empty() || found.told.ends_with(&list), "{list}");
    assert_eq!(found.bands.table.rows.len(), ground.units().len());
    for (row, unit) in found.bands.table.rows.iter().zip(&made.units) {
        let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        let band = format!("{}–{}", unit.low, unit.high);
        let rank = unit.rank.to_string();
        assert_eq!(cells[..3], [ground.name_at(unit.position), &rank, &band]);
        let most: usize = cells[3].parse().unwrap();
        assert_eq!(unit.counts.iter().max(), Some(unit.counts.at(most - 1)));
        for (cell, top) in cells[4..].iter().zip([3, 5, 10]) {
            assert_eq!(*cell, chance(unit.top(top), &ground.words));
        }
    }
    assert!(found.picture.is_some());
}

#[test]
fn the_finding_and_the_table_are_the_calculators() {
    for (fragment, choices) in [
        ("e=2022&u=bac-giang", vec![]),
        ("e=2022&u=da-nang&lang=en", vec![("spread", "10")]),
        (
            "e=2022&u=thanh-hoa",
            vec![("estimates", "off"), ("spread", "50")],
        ),
        (
            "e=2022&u=bac-kan&lang=en",
            vec![("rounding", "off"), ("spread", "100")],
        ),
        ("e=2023&u=phu-yen", vec![("spread", "0")]),
        ("e=2024&u=bac-ninh&seed=9007199254740991", vec![]),
        (
            "e=2024-34&u=cao-bang&lang=en&seed=0",
            vec![("spread", "50")],
        ),
        (
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.95&r=gain:5",
            vec![],
        ),
        (
            "e=2022&u=hai-phong&w=society:400,economy:0",
            vec![("seed", "42")],
        ),
    ] {
        let link = link::read(fragment).0;
        let chosen = |key| choices.iter().find(|(own, _)| *own == key).map(|own| own.1);
        let spread: f64 = chosen("spread").unwrap_or("25").parse().unwrap();
        let wanted = StabilityQuestion {
            draws: 1_000,
            seed: chosen("seed").map_or(link.seed, |seed| seed.parse().unwrap()),
            weight_spread: spread / 100.0,
            rounding: chosen("rounding").is_none(),
            estimates: chosen("estimates").is_none(),
            ..StabilityQuestion::of(link.scenario)
        };
        let made = official().stability(&wanted).unwrap();
        whole(&format!("#{fragment}"), &choices, |ground, asked, found| {
            assert_eq!(asked.read(), wanted, "{fragment}");
            check(ground, &found, &made, link.language.unwrap_or_default());
            let is_doubtful = !basis(ground).estimated.is_empty();
            assert_eq!(is_doubtful, fragment.contains("awareness"));
        });
    }
}

#[test]
fn where_nothing_varies_every_draw_is_the_scenario() {
    let still = [("spread", "0"), ("rounding", "off"), ("estimates", "off")];
    whole("#e=2022&u=bac-giang", &still, |_, _, found| {
        assert!(
            found
                .told
                .starts_with("Không có gì thay đổi giữa các lần thử.")
        );
        let end = "hạng 9; ít nhất 90% số lần thử cho hạng 9. Xác suất vào tốp 10: 100%.";
        assert!(found.finding.ends_with(end), "{}", found.finding);
    });
}

#[test]
fn rivals_that_move_make_a_rank_less_sure() {
    let width = |choices: &[(&str, &str)]| {
        let mut bands = (0, 0);
        whole("#e=2023&u=bac-giang", choices, |ground, asked, found| {
            let own = answered(asked).of(ground.position()).copied().unwrap();
            bands = (own.low, own.high);
            let is_told = found
                .told
                .contains("các tỉnh khác (tăng giảm như năm trước, độ lệch ±");
            assert_eq!(is_told, asked.rivals, "{}", found.told);
        });
        bands.1 - bands.0
    };
    assert!(width(&[("rivals", "on")]) > width(&[]));
}

#[test]
fn an_answer_about_other_units_says_nothing() {
    with_ground("#e=2024-34&u=da-nang", &[("draws", "1000")], |own| {
        let question = basis(own).question.unwrap();
        let answer = answered(&question);
        with_page("#e=2022&u=bac-giang", &[], |state| {
            let ground = Ground::of_now(state).unwrap();
            // The rows are others, whichever units stand in them.
            let found = said(state, &ground, &answer);
            assert!(found.is_none_or(|own| own.bands.table.rows.len() == 34));
        });
    });
}

#[test]
fn before_the_first_draw_the_panel_asks_and_shows_how_far_it_is() {
    for (language, question, progress, button) in [
        (
            "vi",
            "Hạng của Bắc Giang chắc tới đâu?",
            "0/1.000 lần thử.",
            "Dừng",
        ),
        (
            "en",
            "How sure is the rank of Bac Giang?",
            "0 of 1,000 draws.",
            "Stop",
        ),
    ] {
        let fragment = format!("#e=2022&u=bac-giang&lang={language}");
        with_page(&fragment, &[("draws", "1000")], |state| {
            let html = view! { <Stability state /> }.to_html();
            for said in [question, progress, button] {
                assert!(html.contains(said), "{said}: {html}");
            }
            assert!(!html.contains("<table"));
        });
    }
    let paused = [("pause", "on"), ("draws", "1000")];
    with_page("#e=2022&u=bac-giang", &paused, |state| {
        let html = view! { <Stability state /> }.to_html();
        assert!(html.contains("0/1.000 lần thử.") && html.contains("Chạy tiếp"));
        // Who draws has not said yet that it rests, and may have drawn more.
        assert!(!html.contains("Đã dừng"), "{html}");
    });
}

#[test]
fn the_seed_is_the_links_and_a_wrong_one_is_told() {
    let fault = "Hãy nhập số nguyên từ 0 đến 9.007.199.254.740.991.";
    let shown = |seed: &str| {
        with_page("#e=2022&u=bac-giang&seed=9", &[("seed", seed)], |state| {
            view! { <Stability state /> }.to_html()
        })
    };
    for wrong in ["x", "-1", "1,5", "+3", "9007199254740992", "1e3", "٣"] {
        let html = shown(wrong);
        assert!(
            html.contains(fault) && html.contains("aria-invalid"),
            "{wrong}"
        );
        assert!(html.contains(&format!("value=\"{wrong}\"")), "{html}");
        assert!(html.contains("số khởi đầu 9;"), "{html}");
    }
    let html = shown("42");
    assert!(!html.contains(fault) && html.contains("số khởi đầu 42;"));
    assert!(html.contains("value=\"42\""));
    with_page("#e=2022&u=bac-giang&seed=9", &[("seed", "42")], |state| {
        state.arrive("#e=2022&u=bac-giang&seed=3");
        let html = view! { <Stability state /> }.to_html();
        assert!(html.contains("số khởi đầu 3;") && !html.contains(fault));
        state.set_choice("seed", "");
        assert_eq!(state.carried().seed, link::DEFAULT_SEED);
    });
}

#[test]
fn a_top_is_never_all_units() {
    for (rank, units, top) in [
        (1, 63, 1),
        (2, 63, 3),
        (9, 63, 10),
        (11, 34, 20),
        (34, 34, 30),
        (31, 34, 30),
        (58, 63, 60),
        (63, 63, 60),
        (1, 1, 1),
    ] {
        assert_eq!(top_for(rank, units), top, "{rank} {units}");
    }
    whole("#e=2024-34&u=cao-bang", &[], |_, _, found| {
        assert!(found.finding.ends_with("Xác suất vào tốp 30: 0%."));
    });
}
