//! The rank against one number: the value of an indicator from 0 to 1, or its max points.

mod max_points;
mod values;
mod words;

use super::ground::Ground;
use super::others::rivals_move;
use super::parts::{choice, simulated};
use super::rest::place;
use crate::page::Markup;
use dti_engine::calculator::present;
use dti_engine::model::{Exact, Node};

/// The panel.
pub(super) fn sweep(ground: &Ground<'_>, m: &mut Markup) {
    let wanted = ground.choice("sweep");
    let found = ground
        .framework()
        .mains()
        .find(|&node| ground.id_of(node) == wanted);
    let Some(node) = found.or_else(|| widest(ground)) else {
        return;
    };
    let swept = ground.choice_or("sweep-of", "value");
    let is_weight = swept == "weight";
    m.node("div", "choices", |m| {
        choices(ground, m, node, is_weight);
        if found.is_none() {
            fault(ground, m, "sweep", wanted, ground.name_of(node));
        }
        if !["value", "weight"].contains(&swept) {
            let instead = ground.either("giá trị", "the score");
            fault(ground, m, "sweep-of", swept, instead);
        }
    });
    if is_weight {
        max_points::max_points(ground, node, m);
    } else {
        values::values(ground, node, m);
    }
    rivals_move(ground, m);
    simulated(ground, m);
}

/// The indicator with the most points still to be had, before any what-if.
fn widest(ground: &Ground<'_>) -> Option<Node> {
    let before = ground
        .calculator
        .simulate(&present(ground.scenario()))
        .ok()?;
    let own = before.of(ground.position)?;
    let room = |node: Node| (Exact::ONE - own.card.score(node)) * ground.maxima.of_node(node);
    let mut widest = None;
    for node in ground.framework().mains() {
        if widest.is_none_or(|other| room(node) > room(other)) {
            widest = Some(node);
        }
    }
    widest
}

fn choices(ground: &Ground<'_>, m: &mut Markup, node: Node, is_weight: bool) {
    let mains = ground.framework().mains();
    let options = mains.map(|main| {
        let (id, name) = (ground.id_of(main), ground.name_of(main));
        (id.to_owned(), name.to_owned())
    });
    let label = ground.either("Chỉ số chính", "Main indicator");
    choice(m, "set sweep", label, options.collect(), ground.id_of(node));
    let options = [
        ("value", ground.either("Giá trị", "Its score")),
        ("weight", ground.either("Điểm tối đa", "Its max points")),
    ];
    let options = options.map(|(id, text)| (id.to_owned(), text.to_owned()));
    let label = ground.either("Cho thay đổi", "What changes");
    let chosen = if is_weight { "weight" } else { "value" };
    choice(m, "set sweep-of", label, options.into(), chosen);
}

/// What is wrong with a choice, where one was made.
fn fault(ground: &Ground<'_>, m: &mut Markup, key: &str, given: &str, instead: &str) {
    if given.is_empty() {
        return;
    }
    m.node("span", "fault", |m| {
        m.set("id", format!("choice-{key}-fault"));
        m.text(words::unknown(given, instead, ground.language));
    });
}

/// What a step chart shows, for the module that draws it.
struct Steps {
    /// Highest number on the axis.
    end: Exact,
    /// Decimals of its numbers.
    decimals: u32,
    /// The number under the scenario.
    start: Exact,
    /// The rank under the scenario.
    rank: u32,
    /// Where each rank begins.
    steps: Vec<(Exact, u32)>,
    /// Places with a name.
    labels: Vec<(Exact, u32, String)>,
}

impl Steps {
    fn write(&self, ground: &Ground<'_>, m: &mut Markup) {
        let at = |number: &Exact| number.to_short_text(self.decimals);
        let steps: Vec<String> = self
            .steps
            .iter()
            .map(|(from, rank)| format!("{}:{rank}", at(from)))
            .collect();
        let labels: Vec<String> = self
            .labels
            .iter()
            .map(|(from, rank, name)| {
                let name = name.replace(['|', ';', ':'], " ");
                format!("{}:{rank}:{name}", at(from))
            })
            .collect();
        let packed = format!(
            "{}|{}|{}|{}|{}|{}|{}",
            at(&self.end),
            self.decimals,
            at(&self.start),
            self.rank,
            ground.units().len(),
            steps.join(","),
            labels.join(";")
        );
        place(ground, m, "steps", packed);
    }
}

#[cfg(test)]
mod tests {
    use super::sweep;
    use crate::page::Markup;
    use crate::page::analyses::ground::Ground;
    use crate::page::tests::Asker;
    use crate::page::text::score;
    use dti_engine::calculator::Calculator;
    use dti_engine::model::{Entry, Exact, Kind, MaxPoints, Override, Scenario, Score};
    use dti_formats::link::{self, Language};

    fn calculator() -> &'static Calculator {
        Box::leak(Box::new(dti_formats::official().unwrap()))
    }

    fn shown(calculator: &'static Calculator, fragment: &str, choices: &[(&str, &str)]) -> String {
        let mut page = Asker::at(calculator, fragment);
        for (key, value) in [("panel", "sweep")].iter().chain(choices) {
            page.set(key, value);
        }
        let ground = Ground::of(calculator, &page.analysis_question(1000)).unwrap();
        let mut m = Markup::default();
        sweep(&ground, &mut m);
        m.html()
    }

    /// The value of the first attribute of this name.
    fn attribute<'a>(html: &'a str, start: &str) -> Option<&'a str> {
        let (_, rest) = html.split_once(start)?;
        rest.split('"').next()
    }

    /// What the chart is told: parts between bars.
    fn packed(html: &str) -> Vec<&str> {
        attribute(html, "data-of=\"").unwrap().split('|').collect()
    }

    fn rank(calculator: &Calculator, scenario: &Scenario) -> u32 {
        let edition = calculator.edition(&scenario.edition).unwrap();
        let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
        calculator
            .simulate(scenario)
            .unwrap()
            .of(position)
            .unwrap()
            .rank
    }

    fn number(text: &str, decimals: u32) -> Exact {
        Exact::from_plain_text(text, decimals).unwrap()
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
        let calculator = calculator();
        let html = shown(calculator, "#e=2022&u=bac-giang", &[("sweep", "society")]);
        assert!(
            html.contains(
                "<h3 id=\"analysis-finding\" class=\"finding\">Nếu Hoạt động xã hội số của Bắc Giang đi từ 0 đến 1, hạng đi \
                 từ 26 lên 2; bắt kịp Thái Nguyên khi đạt 0,3538.</h3>"
            ),
            "{html}"
        );
        let html = shown(
            calculator,
            "#e=2022&u=bac-giang&lang=en",
            &[("sweep", "society"), ("sweep-of", "weight")],
        );
        assert!(
            html.contains(
                "While the max points of Digital society activity go from 0 to 400 (now 150), Bac \
                 Giang is at rank 8 at best and 10 at worst; rank 9 holds for 25–222 points."
            ),
            "{html}"
        );
        assert!(html.contains("At 223 points it catches up with Thai Nguyen and rises to rank 8."));
        assert!(html.contains("Down at 24 points it is passed by Vinh Phuc and falls to rank 10."));
        let html = shown(calculator, "#e=2022&u=da-nang", &[("sweep", "society")]);
        assert!(html.contains("Dù Hoạt động xã hội số của Đà Nẵng đi từ 0 đến 1, hạng vẫn là 1."));
        assert!(!html.contains("data-do=\"load"));
    }

    #[test]
    fn what_rests_on_estimates_is_marked_and_what_is_known_is_not() {
        let calculator = calculator();
        let html = shown(calculator, "#e=2022&u=bac-giang", &[("sweep", "awareness")]);
        assert!(html.contains("hạng đi từ ≈ 42 lên ≈ 8; bắt kịp Thái Nguyên khi đạt ≈ 0,9328."));
        assert!(
            html.contains("là ≈ 0,9043 và tỉnh ở hạng 9; lên hạng 8 cần +0,0285, tức 2,85 điểm.")
        );
        assert!(html.contains("Kết quả này dựa vào một chỉ số ước tính."));
        let choices = [("sweep", "awareness"), ("sweep-of", "weight")];
        let html = shown(calculator, "#e=2022&u=ca-mau&lang=en", &choices);
        assert!(html.contains("rank 58 holds for ≈ 0–108 points."), "{html}");
        assert!(html.contains("At ≈ 109 points it is passed by Phu Yen and falls to rank 59."));
    }

    #[test]
    fn every_value_in_table_and_chart_is_the_calculators() {
        let calculator = calculator();
        for fragment in SCENARIOS {
            let scenario = link::read(fragment).0.scenario;
            for indicator in ["society", "awareness", "government"] {
                let sweep = calculator.sweep_indicator(&scenario, indicator).unwrap();
                let html = shown(calculator, fragment, &[("sweep", indicator)]);
                let parts = packed(&html);
                let edition = calculator.edition(&scenario.edition).unwrap();
                let units = edition.units().len().to_string();
                let own = sweep.start_rank.to_string();
                assert_eq!(
                    [parts[0], parts[1], parts[3], parts[4]],
                    ["1", "4", &own, &units]
                );
                let steps: Vec<&str> = parts[5].split(',').collect();
                assert_eq!(
                    steps.len(),
                    sweep.crossings.len() + 1,
                    "{fragment} {indicator}"
                );
                assert_eq!(steps[0], format!("0:{}", sweep.rank_at_lowest));
                for (crossing, step) in sweep.crossings.iter().zip(&steps[1..]) {
                    let at = crossing.at.to_short_text(4);
                    assert_eq!(*step, format!("{at}:{}", crossing.rank_after));
                    assert!(html.contains(&score(crossing.at, Language::Vi)));
                }
                assert!(parts[6].split(';').count() <= 3);
            }
        }
    }

    #[test]
    fn the_button_supposes_what_gives_the_next_rank() {
        let calculator = calculator();
        let mut offers = 0;
        for fragment in SCENARIOS {
            let scenario = link::read(fragment).0.scenario;
            for of in ["value", "weight"] {
                let choices = [("sweep", "society"), ("sweep-of", of)];
                let html = shown(calculator, fragment, &choices);
                let Some(offered) = attribute(&html, "data-do=\"load ") else {
                    continue;
                };
                offers += 1;
                let (link, notices) = link::read(&offered.replace("&amp;", "&"));
                assert!(notices.is_empty());
                let (before, after) = (
                    rank(calculator, &scenario),
                    rank(calculator, &link.scenario),
                );
                assert!(after < before, "{fragment} {of}");
                if of == "value" {
                    let sweep = calculator.sweep_indicator(&scenario, "society").unwrap();
                    let mut better = sweep.crossings.iter();
                    let next = better.find(|c| c.rank_after < before).unwrap();
                    assert_eq!(after, next.rank_after);
                }
            }
        }
        assert!(offers > 8, "{offers}");
    }

    #[test]
    fn steps_of_the_chart_are_what_the_simulation_gives() {
        let calculator = calculator();
        for fragment in SCENARIOS {
            let scenario = link::read(fragment).0.scenario;
            let unit = scenario.unit.clone().unwrap();
            let html = shown(calculator, fragment, &[("sweep", "economy")]);
            for step in packed(&html)[5].split(',').step_by(7) {
                let (at, expected) = step.split_once(':').unwrap();
                let supposed = scenario.with_override(Override {
                    unit: unit.clone(),
                    indicator: "economy".to_owned(),
                    entry: Entry::Score(Score::try_new(number(at, 4)).unwrap()),
                    kind: Kind::WhatIf,
                });
                assert_eq!(
                    rank(calculator, &supposed).to_string(),
                    expected,
                    "{fragment} {at}"
                );
            }
            let choices = [("sweep", "economy"), ("sweep-of", "weight")];
            let html = shown(calculator, fragment, &choices);
            for step in packed(&html)[5].split(',').step_by(3) {
                let (at, expected) = step.split_once(':').unwrap();
                let mut supposed = scenario.clone();
                let max_points = MaxPoints::try_new(at.parse().unwrap()).unwrap();
                supposed.max_points.insert("economy".to_owned(), max_points);
                assert_eq!(
                    rank(calculator, &supposed).to_string(),
                    expected,
                    "{fragment} {at}"
                );
            }
        }
    }

    #[test]
    fn a_group_that_is_set_is_said_and_so_is_one_that_leaves_no_room() {
        let calculator = calculator();
        let set = "#e=2022&u=bac-giang&s=bac-giang.activity:0.45";
        let html = shown(calculator, set, &[("sweep", "society")]);
        assert!(
            html.contains(
                "Kịch bản đã đặt giá trị cho Nhóm hoạt động, nên các chỉ số khác của nhóm bù trừ lại"
            ),
            "{html}"
        );
        let full = "#e=2022&u=bac-giang&s=bac-giang.activity:1&lang=en";
        let html = shown(calculator, full, &[("sweep", "society")]);
        assert!(
            html.contains("Digital society activity cannot go from 0 to 1, since the scenario"),
            "{html}"
        );
        assert!(!html.contains("<chart"));
    }

    #[test]
    fn very_large_maxima_are_in_reach() {
        let calculator = calculator();
        let fragment = "#e=2022&u=bac-giang&w=society:10000";
        let choices = [("sweep", "society"), ("sweep-of", "weight")];
        let html = shown(calculator, fragment, &choices);
        assert_eq!(packed(&html)[0], "10000");
        assert!(html.contains("hiện là 10.000"));
    }

    #[test]
    fn wrong_choices_are_said_and_nothing_breaks() {
        let calculator = calculator();
        for given in [
            "x",
            "foundation",
            "<|;:>",
            "society|x",
            &"ệ".repeat(300),
            "🦀 %",
        ] {
            for of in ["weigh", "value", "weight", given] {
                let choices = [("sweep", given), ("sweep-of", of)];
                let html = shown(calculator, "#e=2022&u=bac-giang", &choices);
                assert!(
                    html.contains("không có trong danh sách; đang xem"),
                    "{html}"
                );
                assert!(html.contains("<h3 id=\"analysis-finding\" class=\"finding\">"));
                assert_eq!(packed(&html).len(), 7);
                assert!(!html.contains(&"ệ".repeat(31)));
            }
        }
        let html = shown(calculator, "#e=2022&u=bac-giang", &[]);
        assert!(!html.contains("class=\"fault\""));
    }

    #[test]
    fn each_language_has_its_own_words_and_ids_are_unique() {
        let calculator = calculator();
        for fragment in SCENARIOS {
            for of in ["value", "weight", "x"] {
                let choices = [("sweep", "society"), ("sweep-of", of)];
                let en = shown(calculator, &format!("{fragment}&lang=en"), &choices);
                let foreign = en.chars().find(|&c| !c.is_ascii() && !"–−≈→“”".contains(c));
                assert_eq!(foreign, None, "{en}");
                let vi = shown(calculator, fragment, &choices);
                for word in [" the ", " and ", " rank", " points", "Suppose", " at "] {
                    assert!(!vi.contains(word), "{word}: {vi}");
                }
                let mut ids: Vec<&str> = vi.split(" id=\"").skip(1).collect();
                ids.iter_mut()
                    .for_each(|id| *id = id.split('"').next().unwrap());
                let many = ids.len();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!(ids.len(), many);
            }
        }
    }
}
