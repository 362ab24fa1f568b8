//! What the plan says, against the calculator's own plan.

use super::terms::Terms;
use super::{DRAWS, plan};
use crate::page::analyses::others::{chance, counted};
use crate::page::analyses::work::tests::{
    calculator, deed, drawn, finding_of, ground, html, page, table, text_of,
};
use crate::page::text::{decimal, fixed_points, in_language, score};
use dti_engine::calculator::{Effort, Plan, PlanLevel, PlanQuestion, StabilityQuestion, Target};
use dti_engine::model::{Exact, Origin, Scenario};
use dti_formats::link::{self, Language};
use std::collections::BTreeMap;

pub(super) fn question(fragment: &str, target: Target, effort: Effort) -> PlanQuestion {
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

pub(super) fn planned(fragment: &str, target: u32, effort: Effort) -> Plan {
    let question = question(fragment, Target::Rank(target), effort);
    calculator().plan(&question).unwrap()
}

/// The panel without its draws.
pub(super) fn shown(fragment: &str, choices: &[(&str, &str)]) -> String {
    drawn(&ground(fragment, choices), |ground, m| {
        plan(ground, None, m);
    })
}

fn rank(scenario: &Scenario) -> u32 {
    let edition = calculator().edition(&scenario.edition).unwrap();
    let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let standings = calculator().simulate(scenario).unwrap();
    standings.of(position).unwrap().rank
}

/// Everything that a plan says about its steps, against the plan itself.
#[track_caller]
fn check(fragment: &str, target: u32, effort: Effort, language: Language) {
    let word = if effort == Effort::Flat { "flat" } else { "" };
    let address = format!("#{fragment}&t={target}&lang={}", language.as_str());
    let html = shown(&address, &[("effort", word)]);
    let plan = planned(fragment, target, effort);
    let scenario = link::read(fragment).0.scenario;
    let edition = calculator().edition(&scenario.edition).unwrap();
    let units = edition.units();
    let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let finding = finding_of(&html);
    let name = in_language(&units[position].name, language);
    assert!(finding.starts_with(name), "{finding}");
    assert!(finding.contains(&rank(&scenario).to_string()), "{finding}");
    if plan.steps.is_empty() {
        assert!(!html.contains("data-do=\"load"), "{finding}");
        return;
    }
    assert!(
        finding.contains(&counted(plan.points_needed, language)),
        "{finding}"
    );
    let steps = match language {
        Language::Vi => "Các bước, việc dễ làm trước",
        Language::En => "Steps, the easiest first",
    };
    let rows = table(&html, steps);
    assert_eq!(rows.len(), plan.steps.len() + 1, "{address}");
    for (place, (row, step)) in rows[1..].iter().zip(&plan.steps).enumerate() {
        let name = &edition.framework().indicator(step.node).name;
        let name = in_language(name, language);
        let from = score(step.from, language);
        let from = match step.origin {
            Origin::Estimated => format!("≈ {from}"),
            _ => from,
        };
        let to = score(step.to, language);
        let written = |value: f64, decimals: u32| {
            let scale = 10_f64.powi(decimals as i32);
            let value = Exact::from_decimal_float((value * scale).round() / scale, decimals);
            decimal(value.unwrap(), decimals, language)
        };
        assert_eq!(row[0], format!("{}. {name}", place + 1));
        let numbers = [from, to, written(step.points, 2), written(step.cost, 1)];
        assert_eq!(row[1..5], numbers);
        let is_larger = row[5].contains("lớn hơn") || row[5].contains("larger");
        assert_eq!(is_larger, step.exceeds_yearly_gain);
        let told = match language {
            Language::Vi => format!("{name} từ {} lên {}", row[1], row[2]),
            Language::En => format!("{name} from {} to {}", row[1], row[2]),
        };
        assert_eq!(finding.contains(&told), place < 3, "{told}: {finding}");
    }
    let loaded = deed(&html, "load ").unwrap();
    let (link, notices) = link::read(&loaded["load ".len()..]);
    assert!(notices.is_empty(), "{loaded}");
    assert!(rank(&link.scenario) <= target, "{loaded}");
    assert_eq!(plan.reached_rank, Some(rank(&link.scenario)));
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
                    let language = if target == 3 {
                        Language::En
                    } else {
                        Language::Vi
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
        "e=2022&u=bac-giang&s=bac-giang.awareness:k0.8",
        "e=2023&u=phu-yen&r=trend",
        "e=2022&u=ha-noi&s=ha-noi.activity:0.5",
    ] {
        for language in [Language::Vi, Language::En] {
            let scenario = link::read(fragment).0.scenario;
            let plan = planned(fragment, 3, Effort::Diminishing);
            let html = shown(&format!("#{fragment}&t=3&lang={}", language.as_str()), &[]);
            for step in &plan.steps {
                assert!(html.contains(&score(step.to, language)), "{fragment}");
            }
            let loaded = deed(&html, "load ").unwrap();
            let after = link::read(&loaded["load ".len()..]).0.scenario;
            assert!(rank(&after) <= 3 && after.rivals == scenario.rivals);
        }
    }
    let text = text_of(&shown("#e=2022&u=bac-giang&t=3&r=gain:1&lang=en", &[]));
    assert!(text.contains("own gain 1 point; the figures"), "{text}");
    // A what-if on an estimate: rank and points are no more than that.
    let html = shown("#e=2022&u=bac-giang&t=3&s=bac-giang.awareness:0.95", &[]);
    let finding = finding_of(&html);
    assert!(
        finding.starts_with("Bắc Giang (hạng ≈ 8) cần thêm ≈ 53,8 điểm để lên hạng 3;"),
        "{finding}"
    );
}

#[test]
fn the_button_loads_what_keeps_the_promise_where_a_group_was_set() {
    for scenario in [
        "s=bac-giang.foundation:0.7",
        "s=bac-giang.foundation:0.7,bac-giang.society:0.4,bac-giang.awareness:k0.8&r=gain:5",
        "s=bac-giang.foundation:0.7,bac-giang.activity:0.55&w=economy:200",
    ] {
        let fragment = format!("e=2022&u=bac-giang&{scenario}");
        let promised = planned(&fragment, 3, Effort::Diminishing).reached_rank;
        let address = format!("#{fragment}&t=3");
        let mut page = page(&address, &[]);
        page.press(&deed(&shown(&address, &[]), "load ").unwrap());
        assert_eq!(promised, Some(rank(&page.link.scenario)), "{scenario}");
    }
}

#[test]
fn a_loaded_plan_keeps_its_target() {
    let html = shown("#e=2022&u=bac-giang&t=3", &[]);
    let mut page = page("#e=2022&u=bac-giang&t=3", &[]);
    page.press(&deed(&html, "load ").unwrap());
    assert!(rank(&page.link.scenario) <= 3);
    assert_eq!(page.link.target, Some(3));
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
        let html = html(fragment, &choices);
        assert_eq!(finding_of(&html), sentence);
        assert!(!html.contains("data-do=\"load") && !html.contains("Xác suất"));
        assert!(!html.contains("class=\"told\""), "{html}");
    }
}

#[test]
fn what_cannot_be_reached_names_the_best_rank_and_what_binds() {
    let locks = ["society", "economy", "government"].map(|id| format!("lock.{id}"));
    let choices: Vec<(&str, &str)> = locks.iter().map(|key| (key.as_str(), "on")).collect();
    let html = html("#e=2022&u=bac-giang&t=1", &choices);
    assert_eq!(
        finding_of(&html),
        "Với các điều kiện này, Bắc Giang (hạng 9) chưa thể lên hạng 1; nâng hết mức được phép \
         thì ở hạng 2."
    );
    assert!(
        html.contains(
            "Ngưỡng là giá trị 0,8002 của Đà Nẵng, còn cách 156,2 điểm. Đã chạm mức tối đa: Nhận \
             thức số, Thể chế số, Hạ tầng số, Nhân lực số, An toàn thông tin mạng. Giữ nguyên \
             theo điều kiện: Hoạt động chính quyền số, Hoạt động kinh tế số, Hoạt động xã hội số."
        ),
        "{html}"
    );
    assert!(!html.contains("data-do=\"load") && !html.contains("Xác suất"));
    let caps = ["society", "economy", "government", "infrastructure"].map(|i| format!("cap.{i}"));
    let choices: Vec<(&str, &str)> = caps.iter().map(|key| (key.as_str(), "0.1")).collect();
    let ground = ground("#e=2022&u=bac-kan&t=1&lang=en", &choices);
    let found = calculator().plan(&Terms::read(&ground).question).unwrap();
    assert!(!found.is_feasible);
    let finding = finding_of(&drawn(&ground, |ground, m| plan(ground, None, m)));
    let best = format!("it is at rank {}.", found.best_rank);
    assert!(
        finding.contains("Bac Kan (rank 63) cannot reach rank 1"),
        "{finding}"
    );
    assert!(finding.ends_with(&best), "{finding}");
}

#[test]
fn the_chance_is_that_of_the_draws_on_the_plan() {
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
        let reached = planned(fragment, target, Effort::Diminishing)
            .reached
            .unwrap();
        let chosen = |key| choices.iter().find(|(own, _)| *own == key).map(|own| own.1);
        let question = StabilityQuestion {
            draws: DRAWS,
            seed: chosen("seed").map_or(1, |seed| seed.parse().unwrap()),
            weight_spread: chosen("spread").map_or(0.25, |_| 0.5),
            rounding: chosen("rounding").is_none(),
            estimates: chosen("estimates").is_none(),
            ..StabilityQuestion::of(reached.clone())
        };
        let edition = calculator().edition(&reached.edition).unwrap();
        let position = edition.position(reached.unit.as_deref().unwrap()).unwrap();
        let made = calculator().stability(&question).unwrap();
        let sure = made.of(position).unwrap().top(target);
        let told = chance(sure, Language::Vi);
        let html = html(&format!("#{fragment}&t={target}"), &choices);
        let label = match target {
            1 => "Xác suất đứng đầu".to_owned(),
            rank => format!("Xác suất đạt hạng {rank} trở lên"),
        };
        let fact = format!("<dt>{label}</dt><dd>{told}</dd>");
        assert!(html.contains(&fact), "{fact} {html}");
        assert!(html.contains("trong 2.000 lần thử, khi kế hoạch đã hoàn thành. Mỗi lần thử đổi"));
        assert_eq!(html.contains("làm tròn (±0,00005)"), question.rounding);
        // After the merger every figure is on file.
        let has_estimates = question.estimates && edition.id() != "2024-34";
        assert_eq!(html.contains("giá trị ước tính (±"), has_estimates);
    }
}

#[test]
fn single_indicators_that_would_do_are_the_calculators() {
    let fragment = "e=2022&u=thua-thien-hue";
    let plan = planned(fragment, 3, Effort::Diminishing);
    let rows = table(
        &shown(&format!("#{fragment}&t=3"), &[]),
        "Hoặc chỉ nâng một chỉ số",
    );
    assert_eq!(rows.len(), plan.singles.len() + 1);
    for (row, step) in rows[1..].iter().zip(&plan.singles) {
        assert_eq!(row[2], score(step.to, Language::Vi));
        let points = Exact::from_decimal_float((step.points * 100.0).round() / 100.0, 2);
        assert_eq!(row[3], fixed_points(points.unwrap(), Language::Vi));
    }
    // Alone, only one would do, and the plan has said so.
    let locks = [
        "awareness",
        "institutions",
        "infrastructure",
        "workforce",
        "security",
    ];
    let locks: Vec<String> = locks.iter().map(|id| format!("lock.{id}")).collect();
    let more = ["lock.government", "lock.economy"];
    let keys = locks.iter().map(String::as_str).chain(more);
    let choices: Vec<(&str, &str)> = keys.map(|key| (key, "on")).collect();
    let html = shown(&format!("#{fragment}&t=3"), &choices);
    assert!(html.contains("Các bước") && !html.contains("Hoặc chỉ nâng"));
}
