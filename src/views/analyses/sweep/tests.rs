//! What is said about a sweep, against the calculator's own and what simulations give.

use super::{Curve, Told, sweep};
use crate::views::analyses::ground::tests::{canvas, with_ground};
use crate::views::figures::Picture;
use crate::views::tests::support::official;
use dti_charts::Cell;
use dti_engine::model::{Entry, Exact, Kind, MaxPoints, Override, Scenario, Score};
use dti_formats::link::{self, Language};
use dti_words::Words;
use dti_words::numbers::score;

fn said(fragment: &str, choices: &[(&str, &str)]) -> Told {
    with_ground(fragment, choices, |ground| sweep(ground, &canvas()))
}

fn curve(fragment: &str, choices: &[(&str, &str)]) -> Curve {
    said(fragment, choices).curve
}

/// Where each rank begins, by the chart's table.
fn steps(picture: &Picture) -> Vec<(Exact, u32)> {
    let rows = picture.chart.table.rows.iter();
    let row = |row: &Vec<Cell>| match row[..] {
        [Cell::Number(from, _), Cell::Rank(rank)] => (from, rank),
        _ => panic!("{row:?}"),
    };
    rows.map(row).collect()
}

fn rank(scenario: &Scenario) -> u32 {
    let edition = official().edition(&scenario.edition).unwrap();
    let position = edition.position(scenario.unit.as_deref().unwrap());
    let standings = official().simulate(scenario).unwrap();
    standings.of(position.unwrap()).unwrap().rank
}

const SCENARIOS: [&str; 9] = [
    "#e=2022&u=bac-giang",
    "#e=2022&u=thanh-hoa&s=thanh-hoa.society:0.45,thanh-hoa.awareness:k0.7",
    "#e=2022&u=da-nang&r=gain:12.5",
    "#e=2022&u=bac-kan&w=society:400,economy:0",
    "#e=2023&u=phu-yen&r=gain:-5",
    "#e=2023&u=thua-thien-hue&s=da-nang.government:0.1",
    "#e=2024&u=bac-giang",
    "#e=2024-34&u=bac-ninh&r=trend",
    "#e=2024-34&u=hue&s=hue.infrastructure:p50",
];

#[test]
fn the_finding_can_be_quoted() {
    let society = curve("#e=2022&u=bac-giang", &[("sweep", "society")]);
    assert_eq!(
        society.finding,
        "Nếu Hoạt động xã hội số của Bắc Giang đi từ 0 đến 1, hạng đi từ 26 lên 2; bắt kịp Thái \
         Nguyên khi đạt 0,3542."
    );
    // The points of verdict and plan, and what rounding does.
    assert!(
        society.told.contains(
            "Lên hạng 8 cần thêm 2,9 điểm, tức +0,0194 ở chỉ số này: đủ mà không cần nhờ làm tròn. Nhờ làm \
             tròn thì từ 0,3538 đã đủ."
        ),
        "{}",
        society.told
    );
    assert_eq!(society.offer.0, "Giả định Hoạt động xã hội số đạt 0,3542");
    assert_eq!(society.near.rows[0].cells[..2], ["0,3538", "0,3542"]);
    let choices = [("sweep", "society"), ("sweep-of", "weight")];
    let weight = curve("#e=2022&u=bac-giang&lang=en", &choices);
    assert_eq!(
        weight.finding,
        "While the max points of Digital society activity go from 0 to 400 (now 150), Bac Giang is at \
         rank 8 at best and 10 at worst; rank 9 holds for 25–222 points."
    );
    for sentence in [
        "At 223 points it catches up with Thai Nguyen and rises to rank 8.",
        "Down at 24 points it is passed by Vinh Phuc and falls to rank 10.",
    ] {
        assert!(weight.told.contains(sentence), "{}", weight.told);
    }
    let still = curve("#e=2022&u=da-nang", &[("sweep", "society")]);
    assert_eq!(
        still.finding,
        "Dù Hoạt động xã hội số của Đà Nẵng đi từ 0 đến 1, hạng vẫn là 1."
    );
    assert_eq!(still.offer, (String::new(), None));
}

#[test]
fn what_rests_on_estimates_is_marked_and_what_is_known_is_not() {
    let found = curve("#e=2022&u=bac-giang", &[("sweep", "awareness")]);
    let end = "hạng đi từ ≈ 42 lên ≈ 8; bắt kịp Thái Nguyên khi đạt ≈ 0,9333.";
    assert!(found.finding.ends_with(end), "{}", found.finding);
    let told =
        "là ≈ 0,9043 và tỉnh ở hạng 9. Lên hạng 8 cần thêm 2,9 điểm, tức +0,0290 ở chỉ số này";
    assert!(found.told.contains(told), "{}", found.told);
    assert_eq!(found.caution, "Kết quả này dựa vào một chỉ số ước tính.");
    let choices = [("sweep", "awareness"), ("sweep-of", "weight")];
    let weight = curve("#e=2022&u=ca-mau&lang=en", &choices);
    assert!(
        weight
            .finding
            .ends_with("rank 58 holds for ≈ 0–108 points."),
        "{}",
        weight.finding
    );
    let turn = "At ≈ 109 points it is passed by Phu Yen and falls to rank 59.";
    assert!(weight.told.contains(turn), "{}", weight.told);
}

#[test]
fn every_value_in_table_and_chart_is_the_calculators() {
    let words = Words::plain(Language::Vi);
    for fragment in SCENARIOS {
        let scenario = link::read(fragment).0.scenario;
        for indicator in ["society", "awareness", "government"] {
            let sweep = official().sweep_indicator(&scenario, indicator).unwrap();
            let found = curve(fragment, &[("sweep", indicator)]);
            let picture = found.picture.unwrap();
            let mut wanted = vec![(Exact::ZERO, sweep.rank_at_lowest)];
            wanted.extend(sweep.crossings.iter().map(|own| (own.at, own.rank_after)));
            assert_eq!(steps(&picture), wanted, "{fragment} {indicator}");
            let shown = if found.all.rows.is_empty() {
                &found.near
            } else {
                &found.all
            };
            assert_eq!(shown.rows.len(), sweep.crossings.len());
            for (crossing, row) in sweep.crossings.iter().zip(&shown.rows) {
                assert!(
                    row.cells[0].ends_with(&score(crossing.at, &words)),
                    "{row:?}"
                );
                let ranks = format!("{} → {}", crossing.rank_before, crossing.rank_after);
                assert_eq!(row.cells.last(), Some(&ranks));
            }
        }
    }
}

#[test]
fn the_button_supposes_what_gives_the_next_rank() {
    let mut offers = 0;
    for fragment in SCENARIOS {
        let scenario = link::read(fragment).0.scenario;
        for of in ["value", "weight"] {
            let found = curve(fragment, &[("sweep", "society"), ("sweep-of", of)]);
            let Some(offered) = found.offer.1 else {
                continue;
            };
            offers += 1;
            let (before, after) = (rank(&scenario), rank(&offered));
            assert!(after < before, "{fragment} {of}");
            if of == "value" {
                let sweep = official().sweep_indicator(&scenario, "society").unwrap();
                let mut better = sweep.crossings.iter();
                let next = better.find(|own| own.rank_after < before).unwrap();
                assert_eq!(after, next.rank_after);
            }
        }
    }
    assert!(offers > 8, "{offers}");
}

#[test]
fn steps_of_the_chart_are_what_the_simulation_gives() {
    for fragment in SCENARIOS {
        let scenario = link::read(fragment).0.scenario;
        let found = curve(fragment, &[("sweep", "economy")]);
        for (at, expected) in steps(&found.picture.unwrap()).into_iter().step_by(7) {
            let supposed = scenario.with_override(Override {
                unit: scenario.unit.clone().unwrap(),
                indicator: "economy".to_owned(),
                entry: Entry::Score(Score::try_new(at).unwrap()),
                kind: Kind::WhatIf,
            });
            assert_eq!(rank(&supposed), expected, "{fragment} {at:?}");
        }
        let found = curve(fragment, &[("sweep", "economy"), ("sweep-of", "weight")]);
        for (at, expected) in steps(&found.picture.unwrap()).into_iter().step_by(3) {
            let at = u32::try_from(at.round_half_up(0)).unwrap();
            let mut supposed = scenario.clone();
            let max_points = MaxPoints::try_new(at).unwrap();
            supposed.max_points.insert("economy".to_owned(), max_points);
            assert_eq!(rank(&supposed), expected, "{fragment} {at}");
        }
    }
}

#[test]
fn a_group_that_is_set_is_said_and_so_is_one_that_leaves_no_room() {
    let set = "#e=2022&u=bac-giang&s=bac-giang.activity:0.45";
    let told = curve(set, &[("sweep", "society")]).told;
    let group =
        "Kịch bản đã đặt giá trị cho Nhóm hoạt động, nên các chỉ số khác của nhóm bù trừ lại";
    assert!(told.contains(group), "{told}");
    let full = "#e=2022&u=bac-giang&s=bac-giang.activity:1&lang=en";
    let found = curve(full, &[("sweep", "society")]);
    let start = "Digital society activity cannot go from 0 to 1, since the scenario";
    assert!(found.finding.starts_with(start), "{}", found.finding);
    assert!(found.picture.is_none() && found.near.rows.is_empty());
}

#[test]
fn very_large_maxima_are_in_reach() {
    let fragment = "#e=2022&u=bac-giang&w=society:10000";
    let found = curve(fragment, &[("sweep", "society"), ("sweep-of", "weight")]);
    let range = "đi từ 0 đến 10.000 (hiện là 10.000)";
    assert!(found.finding.contains(range), "{}", found.finding);
}

#[test]
fn wrong_choices_are_said_and_nothing_breaks() {
    let long = "ệ".repeat(300);
    for given in ["x", "foundation", "<|;:>", "society|x", &long, "🦀 %"] {
        for of in ["weigh", "value", "weight", given] {
            let found = said("#e=2022&u=bac-giang", &[("sweep", given), ("sweep-of", of)]);
            assert!(found.faults[0].contains("không có trong danh sách; đang xem"));
            let is_wrong = !["value", "weight"].contains(&of);
            assert_eq!(!found.faults[1].is_empty(), is_wrong, "{of}");
            assert!(!found.curve.finding.is_empty() && found.curve.picture.is_some());
            assert!(!found.faults[0].contains(&"ệ".repeat(31)));
        }
    }
    let found = said("#e=2022&u=bac-giang", &[]);
    assert_eq!(found.faults, [String::new(), String::new()]);
    // The indicator with the most points still to be had.
    assert_eq!((found.indicator.as_str(), found.of), ("society", "value"));
}

#[test]
fn each_language_has_its_own_words() {
    let all = |told: &Told| {
        let Curve {
            finding,
            told,
            offer,
            near,
            all,
            caution,
            ..
        } = &told.curve;
        let mut text = [finding, told, &offer.0, caution]
            .map(String::as_str)
            .join("\n");
        for table in [near, all] {
            let heads = table.columns.iter().map(|(head, _)| head);
            for part in heads.chain(table.rows.iter().flat_map(|row| &row.cells)) {
                text.push('\n');
                text.push_str(part);
            }
        }
        text
    };
    for fragment in SCENARIOS {
        for of in ["value", "weight"] {
            let choices = [("sweep", "society"), ("sweep-of", of)];
            let en = all(&said(&format!("{fragment}&lang=en"), &choices));
            let foreign = en.chars().find(|&c| !c.is_ascii() && !"–−≈→“”".contains(c));
            assert_eq!(foreign, None, "{en}");
            let vi = all(&said(fragment, &choices));
            for word in [" the ", " and ", " rank", " points", "Suppose", " at "] {
                assert!(!vi.contains(word), "{word}: {vi}");
            }
        }
    }
}
