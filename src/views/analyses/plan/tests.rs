//! What the plan says, against the calculator's own plan.

use super::super::ground::Ground;
use super::super::ground::tests::{with_ground, with_page};
use super::Plan;
use super::outcome::{DRAWS, Shown, shown};
use super::terms::Terms;
use crate::state::State;
use crate::views::tests::support::official;
use dti_engine::calculator::{
    Effort, Plan as Planned, PlanLevel, PlanQuestion, StabilityQuestion, Target,
};
use dti_engine::model::{Exact, Origin, Scenario, Score};
use dti_formats::link::{self, Language};
use dti_words::analyses::counted;
use dti_words::numbers::{decimal, score};
use dti_words::{Told, Words};
use leptos::prelude::*;
use std::collections::BTreeMap;

fn question(fragment: &str, target: Target, effort: Effort) -> PlanQuestion {
    PlanQuestion {
        scenario: link::read(fragment).0.scenario,
        target,
        level: PlanLevel::Main,
        effort,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    }
}

fn planned(fragment: &str, target: u32, effort: Effort) -> Planned {
    let question = question(fragment, Target::Rank(target), effort);
    official().plan(&question).unwrap()
}

/// What the panel shows.
fn at(fragment: &str, choices: &[(&str, &str)]) -> Shown {
    with_ground(fragment, choices, shown)
}

/// The panel as HTML.
fn html(fragment: &str, choices: &[(&str, &str)]) -> String {
    with_page(fragment, choices, |state| {
        view! { <Plan state /> }.to_html()
    })
}

/// The texts of a table, row by row.
fn rows(told: &Told) -> Vec<Vec<&str>> {
    let rows = told.table.rows.iter();
    rows.map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
        .collect()
}

fn rank(scenario: &Scenario) -> u32 {
    let edition = official().edition(&scenario.edition).unwrap();
    let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let standings = official().simulate(scenario).unwrap();
    standings.of(position).unwrap().rank
}

/// Everything that a plan says about its steps, against the plan itself.
#[track_caller]
fn check(fragment: &str, target: u32, effort: Effort, language: Language) {
    let word = if effort == Effort::Flat { "flat" } else { "" };
    let address = format!("#{fragment}&t={target}&lang={}", language.as_str());
    let shown = at(&address, &[("effort", word)]);
    let plan = planned(fragment, target, effort);
    let scenario = link::read(fragment).0.scenario;
    let edition = official().edition(&scenario.edition).unwrap();
    let words = Words::of(language, Some(edition));
    let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let finding = &shown.finding;
    assert!(finding.starts_with(words.in_language(&edition.units()[position].name)));
    assert!(finding.contains(&rank(&scenario).to_string()), "{finding}");
    let Some(way) = &shown.way else {
        assert!(plan.steps.is_empty(), "{finding}");
        return;
    };
    assert!(
        finding.contains(&counted(plan.points_needed, &words)),
        "{finding}"
    );
    let rows = rows(&way.steps);
    assert_eq!(rows.len(), plan.steps.len(), "{address}");
    for (place, (row, step)) in rows.iter().zip(&plan.steps).enumerate() {
        let name = words.in_language(&edition.framework().indicator(step.node).name);
        let from = match step.origin {
            Origin::Estimated => format!("≈ {}", score(step.from, &words)),
            _ => score(step.from, &words),
        };
        let written = |value: f64, decimals: u32| {
            let scale = 10_f64.powi(decimals as i32);
            let value = Exact::from_decimal_float((value * scale).round() / scale, decimals);
            decimal(value.unwrap(), decimals, &words)
        };
        assert_eq!(row[0], format!("{}. {name}", place + 1));
        let to = score(step.to, &words);
        let numbers = [from, to, written(step.points, 2), written(step.cost, 1)];
        assert_eq!(row[1..5], numbers);
        let is_larger = row[5].contains("lớn hơn") || row[5].contains("larger");
        assert_eq!(is_larger, step.exceeds_yearly_gain);
        let told = words.plan_step_told(name, row[1], row[2]);
        assert_eq!(finding.contains(&told), place < 3, "{told}: {finding}");
    }
    assert!(rank(&way.reached) <= target, "{address}");
    assert_eq!(plan.reached_rank, Some(rank(&way.reached)));
    // What is entered is enough before anything is rounded, and said to be so.
    let end = official().simulate(&way.reached).unwrap();
    let is_enough = end.of(position).unwrap().unrounded >= plan.threshold.unwrap_or(Exact::ZERO);
    assert_eq!(is_enough, !plan.leans_on_rounding);
    assert_eq!(
        shown.told.contains(words.plan_enough()),
        is_enough && plan.threshold.is_some()
    );
}

#[test]
fn every_step_is_the_calculators_and_the_button_keeps_the_promise() {
    for (edition, units) in [
        ("2022", ["bac-giang", "bac-kan", "thua-thien-hue"]),
        ("2023", ["phu-yen", "ha-noi", "quang-ninh"]),
        ("2024", ["bac-ninh", "cao-bang", "da-nang"]),
        ("2024-34", ["hue", "cao-bang", "quang-tri"]),
    ] {
        for unit in units {
            for target in [1, 3, 10] {
                for effort in [Effort::Diminishing, Effort::Flat] {
                    let fragment = format!("e={edition}&u={unit}");
                    let language = match target {
                        3 => Language::En,
                        _ => Language::Vi,
                    };
                    check(&fragment, target, effort, language);
                }
            }
        }
    }
}

#[test]
fn plans_start_from_the_scenario_on_screen() {
    for fragment in [
        "e=2022&u=bac-giang&r=gain:10",
        "e=2022&u=bac-giang&w=society:400,economy:0",
        "e=2022&u=bac-giang&s=bac-giang.society:0.45,quang-ninh.government:0.9",
        "e=2022&u=bac-giang&s=bac-giang.foundation:0.7",
        "e=2022&u=bac-giang&s=bac-giang.foundation:0.7,bac-giang.activity:0.55&w=economy:200",
        "e=2023&u=phu-yen&r=trend",
        "e=2022&u=ha-noi&s=ha-noi.activity:0.5",
    ] {
        let scenario = link::read(fragment).0.scenario;
        let plan = planned(fragment, 3, Effort::Diminishing);
        let way = at(&format!("#{fragment}&t=3"), &[]).way.unwrap();
        assert_eq!(Some(&way.reached), plan.reached.as_ref(), "{fragment}");
        assert!(rank(&way.reached) <= 3 && way.reached.rivals == scenario.rivals);
    }
    let said = at("#e=2022&u=bac-giang&t=3&r=gain:1&lang=en", &[]).rivals;
    assert!(said.contains("own gain 1 point; the figures"), "{said}");
    // A what-if on an estimate: rank and points are no more than that.
    let shown = at("#e=2022&u=bac-giang&t=3&s=bac-giang.awareness:0.95", &[]);
    let start = "Bắc Giang (hạng ≈ 8) cần thêm ≈ 53,8 điểm để lên hạng 3;";
    assert!(shown.finding.starts_with(start), "{}", shown.finding);
}

/// Takes the plan that the panel offers.
fn follow(state: State) {
    let ground = Ground::of_now(state).unwrap();
    let way = shown(&ground).way.unwrap();
    state.follow_plan(way.followed, &way.reached);
}

#[test]
fn a_plan_that_is_followed_stays_in_view_and_ticks_what_is_reached() {
    let fragment = "#e=2022&u=bac-giang&t=3&s=bac-giang.awareness:k0.8";
    with_page(fragment, &[], |state| {
        let before = view! { <Plan state /> }.to_html();
        assert!(before.contains("Dùng kế hoạch này") && !before.contains("đang theo"));
        follow(state);
        assert!(state.verdict.get_untracked().unwrap().rank <= 3);
        assert_eq!(state.carried().target, Some(3), "the target stays");
        let all = state.followed_here().unwrap().steps;
        let html = view! { <Plan state /> }.to_html();
        let heading = format!(
            "Kế hoạch đang theo, để lên hạng 3: đã xong {0}/{0} bước",
            all.len()
        );
        assert!(html.contains(&heading), "{html}");
        assert!(html.contains("đã đạt mục tiêu hạng 3") && !html.contains("Dùng kế hoạch này"));
        // One step taken back is to be done again.
        let step = all[0];
        state
            .set_score(step.node, Score::try_new(step.from).unwrap())
            .unwrap();
        let html = view! { <Plan state /> }.to_html();
        let words = state.words.get_untracked();
        let left = words.plan_step_left(score(step.to - step.from, &words));
        assert!(html.contains(&left), "{left}: {html}");
        // It is about this unit of this edition.
        state.choose_unit(0);
        assert_eq!(state.followed_here(), None);
        state.choose_unit(state.edition.get_untracked().position("bac-giang").unwrap());
        assert!(state.followed_here().is_some());
        state.forget_plan();
        assert_eq!(state.followed_here(), None);
    });
}

#[test]
fn a_target_that_is_met_takes_nothing_and_makes_no_draws() {
    for (fragment, choices, sentence) in [
        (
            "#e=2022&u=da-nang",
            [("t", "10")],
            "Đà Nẵng đang ở hạng 1: đã đạt mục tiêu hạng 10, không cần thêm điểm.",
        ),
        (
            "#e=2022&u=bac-kan&lang=en",
            [("t", "63")],
            "Bac Kan is at rank 63: the target, rank 63, is met and takes no more points.",
        ),
        (
            "#e=2022&u=da-nang",
            [("goal", "0.5")],
            "Đà Nẵng đang ở hạng 1: đã đạt mục tiêu giá trị 0,5000, không cần thêm điểm.",
        ),
    ] {
        let shown = at(fragment, &choices);
        assert_eq!(shown.finding, sentence);
        assert!(shown.way.is_none() && shown.told.is_empty());
    }
}

#[test]
fn what_cannot_be_reached_names_the_best_rank_and_what_binds() {
    let locks = ["society", "economy", "government"].map(|id| format!("lock.{id}"));
    let choices: Vec<(&str, &str)> = locks.iter().map(|key| (key.as_str(), "on")).collect();
    let refused = at("#e=2022&u=bac-giang&t=1", &choices);
    assert_eq!(
        refused.finding,
        "Với các điều kiện này, Bắc Giang (hạng 9) chưa thể lên hạng 1; nâng hết mức được phép \
         thì ở hạng 2."
    );
    assert_eq!(
        refused.told,
        "Ngưỡng là giá trị 0,8002 của Đà Nẵng, còn cách 156,2 điểm. Đã chạm mức tối đa: Nhận \
         thức số, Thể chế số, Hạ tầng số, Nhân lực số, An toàn thông tin mạng. Giữ nguyên theo \
         điều kiện: Hoạt động chính quyền số, Hoạt động kinh tế số, Hoạt động xã hội số."
    );
    assert!(refused.way.is_none());
    let caps = ["society", "economy", "government", "infrastructure"].map(|i| format!("cap.{i}"));
    let choices: Vec<(&str, &str)> = caps.iter().map(|key| (key.as_str(), "0.1")).collect();
    with_ground("#e=2022&u=bac-kan&t=1&lang=en", &choices, |ground| {
        let found = official().plan(&Terms::read(ground).question).unwrap();
        assert!(!found.is_feasible);
        let finding = super::outcome::shown(ground).finding;
        let best = format!("it is at rank {}.", found.best_rank);
        assert!(
            finding.contains("Bac Kan (rank 63) cannot reach rank 1"),
            "{finding}"
        );
        assert!(finding.ends_with(&best), "{finding}");
    });
}

#[test]
fn the_chance_is_asked_of_draws_on_what_the_plan_leads_to() {
    for (fragment, target, choices) in [
        ("e=2022&u=thua-thien-hue", 3, vec![]),
        ("e=2024-34&u=bac-ninh", 10, vec![("spread", "50")]),
        (
            "e=2023&u=phu-yen",
            31,
            vec![("estimates", "off"), ("seed", "7")],
        ),
        ("e=2022&u=bac-giang&r=gain:5", 1, vec![("rounding", "off")]),
    ] {
        let reached = planned(fragment, target, Effort::Diminishing).reached;
        let chosen = |key| choices.iter().find(|(own, _)| *own == key).map(|own| own.1);
        let wanted = StabilityQuestion {
            draws: DRAWS,
            seed: chosen("seed").map_or(1, |seed| seed.parse().unwrap()),
            weight_spread: chosen("spread").map_or(0.25, |_| 0.5),
            rounding: chosen("rounding").is_none(),
            estimates: chosen("estimates").is_none(),
            ..StabilityQuestion::of(reached.unwrap())
        };
        let way = at(&format!("#{fragment}&t={target}"), &choices)
            .way
            .unwrap();
        let (question, rank) = way.drawn.unwrap();
        assert_eq!((question.read(), rank), (wanted, target));
        assert!(way.varied.starts_with("Mỗi lần thử đổi"), "{}", way.varied);
    }
}

#[test]
fn single_indicators_that_would_do_are_the_calculators() {
    let fragment = "e=2022&u=thua-thien-hue";
    let plan = planned(fragment, 3, Effort::Diminishing);
    let singles = at(&format!("#{fragment}&t=3"), &[]).way.unwrap().singles;
    let singles = singles.unwrap();
    let words = Words::plain(Language::Vi);
    let rows = rows(&singles);
    assert_eq!(rows.len(), plan.singles.len());
    for (row, step) in rows.iter().zip(&plan.singles) {
        assert_eq!(row[2], score(step.to, &words));
        let points = Exact::from_decimal_float((step.points * 100.0).round() / 100.0, 2);
        assert_eq!(row[3], decimal(points.unwrap(), 2, &words));
    }
    // Alone, only one would do, and the plan has said so.
    let locked = [
        "awareness",
        "institutions",
        "infrastructure",
        "workforce",
        "security",
        "government",
        "economy",
    ]
    .map(|id| format!("lock.{id}"));
    let choices: Vec<(&str, &str)> = locked.iter().map(|key| (key.as_str(), "on")).collect();
    let way = at(&format!("#{fragment}&t=3"), &choices).way.unwrap();
    assert!(way.singles.is_none());
}

#[test]
fn factors_caps_and_locks_reach_the_question() {
    let terms = [
        ("cost.society", "2"),
        ("cost.economy", "0.5"),
        ("cost.government", "3,5"),
        ("cost.workforce", "0.01"),
        ("cap.infrastructure", "0,7"),
        ("lock.awareness", "on"),
        ("lock.institutions", "off"),
    ];
    let fragment = "#e=2022&u=bac-giang&t=3";
    let mut wanted = question(fragment, Target::Rank(3), Effort::Diminishing);
    for (id, factor) in [
        ("society", 2.0),
        ("economy", 0.5),
        ("government", 3.5),
        ("workforce", 0.01),
    ] {
        wanted.costs.insert(id.to_owned(), factor);
    }
    let cap = Score::try_new(Exact::decimal(7, 1)).unwrap();
    wanted.caps.insert("infrastructure".to_owned(), cap);
    wanted.locked.push("awareness".to_owned());
    let shown = at(fragment, &terms);
    assert_eq!(shown.terms.question, wanted);
    let plan = official().plan(&wanted).unwrap();
    assert_ne!(plan.steps, planned(fragment, 3, Effort::Diminishing).steps);
    assert!(
        shown
            .told
            .contains("Giữ nguyên theo điều kiện: Nhận thức số.")
    );
    let html = html(fragment, &terms);
    assert!(!html.contains("aria-invalid"));
    // Easy, medium and hard are buttons; of two indicators a number between them is chosen.
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 8 - 2);
}

#[test]
fn wrong_texts_are_told_beside_the_field_and_the_default_holds() {
    let usual = planned("e=2022&u=bac-giang", 5, Effort::Diminishing);
    let number = "Hãy nhập một số, ví dụ 0,45.";
    let range = "Số phải từ 0 đến 1.";
    let factor = "Hãy nhập một số từ 0,01 đến 1000 (vừa = 1).";
    let rank = "Mục tiêu phải là một hạng từ 1 đến 63; đang dùng hạng 5.";
    for (key, value, sentence) in [
        ("goal", "abc", number),
        ("goal", "1,5", range),
        ("goal", "-0.2", range),
        ("goal", "0.123456", "Chỉ nhận tối đa 4 chữ số thập phân."),
        ("cap.society", "x", number),
        ("cap.society", "7", range),
        ("cost.society", "moon", factor),
        ("cost.society", "0", factor),
        ("cost.society", "-1", factor),
        ("cost.society", "1001", factor),
        ("cost.society", "NaN", factor),
        ("t", "64", rank),
        ("t", "4294967295", rank),
    ] {
        let html = html("#e=2022&u=bac-giang", &[(key, value)]);
        assert!(html.contains(sentence), "{key} {value}: {html}");
        assert_eq!(html.contains("aria-invalid=\"true\""), key != "t");
        let finding = at("#e=2022&u=bac-giang", &[(key, value)]).finding;
        let to = score(usual.steps[0].to, &Words::plain(Language::Vi));
        assert!(
            finding.contains("hạng 5") && finding.contains(&to),
            "{finding}"
        );
        // No rank is offered that does not exist, and what was typed stays.
        assert!(!html.contains("Hạng 10 "), "{html}");
        assert!(key == "t" || html.contains(&format!("value=\"{value}\"")));
    }
}

#[test]
fn a_score_can_be_the_target_and_the_last_word_counts() {
    let fragment = "#e=2022&u=da-nang";
    let shown = at(fragment, &[("goal", "0,9")]);
    let start = "Đà Nẵng (hạng 1) cần thêm 99,8 điểm để đạt giá trị 0,9000;";
    assert!(shown.finding.starts_with(start), "{}", shown.finding);
    assert!(html(fragment, &[("goal", "0,9")]).contains("Theo giá trị đã nhập"));
    let reached = official().simulate(&shown.way.unwrap().reached).unwrap();
    assert!(reached.standings[0].score >= Exact::decimal(9, 1));
    for (choices, aim) in [
        ([("goal", "0.9"), ("t", "2")], "để lên hạng 2;"),
        ([("t", "2"), ("goal", "0.9")], "để đạt giá trị 0,9000;"),
        ([("t", "2"), ("t", "")], "để lên hạng 5;"),
    ] {
        let finding = at("#e=2022&u=bac-giang", &choices).finding;
        assert!(finding.contains(aim), "{finding}");
    }
    let text = at("#e=2022&u=thua-thien-hue&t=3", &[("effort", "flat")]);
    assert!(text.finding.contains("cần thêm 4,9 điểm để lên hạng 3"));
    assert!(text.told.contains("0,7024 của Quảng Ninh"), "{}", text.told);
}
