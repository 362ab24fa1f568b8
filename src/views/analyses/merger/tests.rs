//! What is said about the merger, against the calculator's own.

use super::{Merged, merged};
use crate::views::analyses::ground::Ground;
use crate::views::analyses::ground::tests::{with_ground, with_page};
use crate::views::tests::support::official;
use dti_engine::calculator::Weights;
use dti_engine::model::{Node, Origin, Scenario, Standing, Standings};
use dti_formats::link::{self, Language};
use dti_words::Words;
use dti_words::analyses::about;
use dti_words::numbers::{change, score};

fn said(fragment: &str, choices: &[(&str, &str)]) -> Merged {
    with_ground(fragment, choices, merged)
}

fn cell(standing: &Standing, node: Node, words: &Words) -> String {
    let value = standing.card.value(node).unwrap();
    about(score(value.score, words), value.origin == Origin::Estimated)
}

/// The table of one new unit and the ranking of all, against both standings.
#[track_caller]
fn check(said: &Merged, scenario: &Scenario, weights: Weights, own: &str, language: Language) {
    let calculator = official();
    let words = Words::plain(language);
    let new_standings = calculator.merge(scenario, weights).unwrap();
    let former = calculator.simulate(scenario).unwrap();
    let edition = calculator.edition(&scenario.edition).unwrap();
    let units = calculator.merged_units();
    let new = units.iter().position(|unit| unit.id == own).unwrap();
    let name = words.in_language(&units[new].name);
    let members = |id: &str| -> Vec<usize> {
        let rows = 0..edition.units().len();
        rows.filter(|&row| calculator.merged_into(&edition.units()[row].id) == Some(id))
            .collect()
    };
    let parts = members(own);
    let caption = match (language, parts.len()) {
        (Language::Vi, 1) => format!("Số liệu của {name} trước và sau sáp nhập"),
        (Language::Vi, _) => format!("Số liệu của {name} mới gộp từ đâu"),
        (Language::En, 1) => format!("Figures of {name} before and after the merger"),
        (Language::En, _) => format!("Where the figures of the new {name} come from"),
    };
    assert_eq!(said.figures.caption, caption);
    let columns: Vec<&Standing> = parts.iter().map(|&row| former.of(row).unwrap()).collect();
    let columns: Vec<&Standing> = columns.into_iter().chain(new_standings.of(new)).collect();
    let framework = edition.framework();
    let mains: Vec<Node> = framework.mains().collect();
    let rows = &said.figures.rows;
    assert_eq!(rows.len(), mains.len() + 2);
    for (row, node) in rows.iter().zip(mains) {
        let cells: Vec<String> = columns.iter().map(|own| cell(own, node, &words)).collect();
        assert_eq!(
            row.cells[0],
            words.in_language(&framework.indicator(node).name)
        );
        assert_eq!(row.cells[1..], cells, "{own}");
    }
    let [scores, ranks] = &rows[rows.len() - 2..] else {
        panic!("{rows:?}");
    };
    for (place, own) in columns.iter().enumerate() {
        let written = about(score(own.score, &words), own.estimated);
        assert_eq!(scores.cells[place + 1], written);
        assert_eq!(
            ranks.cells[place + 1],
            about(own.rank.to_string(), own.estimated)
        );
    }
    let rows = &said.ranking.rows;
    assert_eq!(rows.len(), units.len());
    for (row, standing) in rows.iter().zip(&new_standings.standings) {
        let unit = &units[standing.position];
        let parts = members(&unit.id).into_iter().map(|row| {
            let name = words.in_language(&edition.units()[row].name);
            format!("{name} ({})", former.of(row).unwrap().rank)
        });
        let cells = [
            words.in_language(&unit.name).to_owned(),
            about(standing.rank.to_string(), standing.estimated),
            about(score(standing.score, &words), standing.estimated),
            parts.collect::<Vec<_>>().join(", "),
        ];
        assert_eq!(row.cells, cells);
        assert_eq!(row.is_own, standing.position == new);
    }
}

#[test]
fn da_nang_falls_from_second_to_seventeenth() {
    let vi = said("#e=2024&u=da-nang", &[]);
    assert_eq!(
        vi.finding,
        "Đà Nẵng: từ hạng 2/63 thành hạng 17/34 sau sáp nhập (số liệu 2024), dù không số liệu nào \
         thay đổi."
    );
    assert_eq!(
        vi.told,
        "Theo quy tắc của Bộ, giá trị của Đà Nẵng mới là bình quân đều của 2 tỉnh cũ (Đà Nẵng 0,8335, \
         Quảng Nam 0,5803), tức 0,7069: so với riêng Đà Nẵng là −0,1266. Chỉ số chính nào cũng gộp như \
         vậy."
    );
    // Means of estimates beside published figures would look like a mistake.
    assert!(
        vi.published
            .contains("giá trị của tỉnh mới là số đã công bố")
    );
    assert_eq!((vi.rule.as_str(), vi.before), ("", None));
    assert_eq!(
        said("#e=2024&u=da-nang&lang=en", &[]).finding,
        "Da Nang: rank 2 of 63 becomes 17 of 34 by the merger (figures of 2024), though no figure \
         changed."
    );
}

#[test]
fn every_cell_of_every_new_unit_is_the_calculators() {
    let scenario = Scenario::baseline("2024");
    for (row, unit) in official().merged_units().iter().enumerate() {
        let language = [Language::Vi, Language::En][row % 2];
        let edition = official().edition("2024").unwrap();
        let mut formers = edition.units().iter();
        let former = formers.find(|old| official().merged_into(&old.id) == Some(&unit.id));
        let lang = language.as_str();
        let fragment = format!("#e=2024&u={}&lang={lang}", former.unwrap().id);
        let own = said(&fragment, &[]);
        check(&own, &scenario, Weights::Equal, &unit.id, language);
        // The same from the other side.
        let fragment = format!("#e=2024-34&u={}&lang={lang}", unit.id);
        check(
            &said(&fragment, &[]),
            &scenario,
            Weights::Equal,
            &unit.id,
            language,
        );
        let weighed = said(&fragment, &[("weights", "population")]);
        check(
            &weighed,
            &scenario,
            Weights::Population(2024),
            &unit.id,
            language,
        );
    }
}

#[test]
fn weights_by_population_are_nobodys_rule() {
    let weighed = said("#e=2024&u=da-nang", &[("weights", "population")]);
    assert_eq!(
        weighed.finding,
        "Đà Nẵng: từ hạng 2/63 thành hạng 19/34 sau sáp nhập (số liệu 2024), nếu gộp theo dân số."
    );
    assert!(
        weighed
            .rule
            .contains("Gộp theo dân số không phải quy tắc chính thức")
    );
    assert!(
        weighed
            .told
            .starts_with("Nếu gộp theo dân số, giá trị của Đà Nẵng mới là 0,6949 (từ ")
    );
    assert_eq!(weighed.published, "");
    for wrong in ["", "x", "Population"] {
        let finding = said("#e=2024&u=da-nang", &[("weights", wrong)]).finding;
        assert!(finding.contains("17/34"), "{finding}");
    }
}

#[test]
fn scenarios_are_merged_too() {
    for (fragment, own, language) in [
        (
            "e=2024&u=quang-nam&s=quang-nam.society:0.9",
            "da-nang",
            Language::Vi,
        ),
        (
            "e=2024&u=hai-duong&s=ha-noi.government:0.1&r=gain:10",
            "hai-phong",
            Language::En,
        ),
        (
            "e=2022&u=bac-kan&s=bac-kan.society:0.9",
            "thai-nguyen",
            Language::Vi,
        ),
        (
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.95",
            "bac-ninh",
            Language::En,
        ),
        ("e=2023&u=thua-thien-hue&w=economy:300", "hue", Language::Vi),
        (
            "e=2022&u=bac-giang&s=bac-giang.awareness:k0.9",
            "bac-ninh",
            Language::En,
        ),
    ] {
        let scenario = link::read(fragment).0.scenario;
        let fragment = format!("#{fragment}&lang={}", language.as_str());
        for (word, weights) in [
            ("", Weights::Equal),
            ("population", Weights::Population(2024)),
        ] {
            let said = said(&fragment, &[("weights", word)]);
            check(&said, &scenario, weights, own, language);
            let why = ["theo kịch bản của bạn", "under your scenario"];
            let finding = &said.finding;
            assert!(why.iter().any(|why| finding.contains(why)), "{finding}");
            let by_population = finding.contains("dân số") || finding.contains("population");
            assert_eq!(by_population, word == "population", "{finding}");
            assert_eq!(said.whose, Words::plain(language).simulation_warning());
            let rule = &said.rule;
            let never = rule.contains("Bộ không công bố") || rule.contains("published no table");
            assert_eq!(
                never,
                word.is_empty() && scenario.edition != "2024",
                "{rule}"
            );
        }
    }
    let finding = said("#e=2022&u=bac-giang&s=bac-giang.awareness:0.95", &[]).finding;
    let start = "Bắc Giang (hạng ≈ 8/63) nay thuộc Bắc Ninh, hạng ≈ ";
    assert!(finding.starts_with(start), "{finding}");
    // A what-if on the former unit moves the new one by its share.
    let own = |standings: &Standings, row| standings.of(row).unwrap().score;
    let merged = |fragment| {
        let scenario = link::read(fragment).0.scenario;
        official().merge(&scenario, Weights::Equal).unwrap()
    };
    let units = official().merged_units();
    let row = units.iter().position(|unit| unit.id == "da-nang").unwrap();
    let [before, after] = ["e=2024", "e=2024&s=quang-nam.society:0.9"].map(merged);
    let off = change(
        own(&after, row) - own(&before, row),
        &Words::plain(Language::Vi),
    );
    assert!(off.starts_with('+'), "{off}");
}

#[test]
fn a_unit_that_lost_its_name_is_told_where_it_is() {
    assert_eq!(
        said("#e=2022&u=bac-kan", &[]).finding,
        "Bắc Kạn (hạng 63/63) nay thuộc Thái Nguyên, hạng 26/34 sau sáp nhập (số liệu 2022), dù \
         không số liệu nào thay đổi."
    );
    let hue = said("#e=2024&u=thua-thien-hue&lang=en", &[]);
    assert_eq!(
        hue.finding,
        "Thua Thien Hue (rank 5 of 63) is now Hue, rank 2 of 34 after the merger (figures of 2024), \
         though no figure changed."
    );
    let alone = "Hue was not merged with any other province and keeps its 0.7951;";
    assert!(hue.told.starts_with(alone), "{}", hue.told);
}

#[test]
fn the_edition_after_the_merger_leads_back_to_the_one_before() {
    with_page("#e=2024-34&u=bac-ninh", &[], |state| {
        let now = || merged(&Ground::of_now(state).unwrap());
        let finding = now().finding;
        assert!(
            finding.contains("/63") && finding.contains("hạng 11/34"),
            "{finding}"
        );
        state.load_scenario(&now().before.unwrap());
        let scenario = state.scenario();
        assert_eq!(scenario.edition, "2024");
        assert_eq!(scenario.unit.as_deref(), Some("bac-ninh"));
        assert_eq!(now().before, None);
    });
    // Assumptions on new units are not merged, and that is said.
    let plain = said("#e=2024-34&u=bac-ninh", &[]);
    let edited = said("#e=2024-34&u=bac-ninh&s=bac-ninh.society:0.9", &[]);
    assert_eq!(edited.finding, plain.finding);
    assert_eq!(plain.without_edits, "");
    assert_eq!(
        edited.without_edits,
        "Ở đây không tính các giả định đã đặt trên tỉnh mới."
    );
    assert_eq!(edited.whose, "");
}

#[test]
fn after_the_merger_an_edit_adds_only_that_it_is_left_out() {
    let edited = |score: &str| {
        let fragment = format!("#e=2024-34&u=bac-ninh&s=bac-ninh.society:{score}&r=gain:10");
        said(&fragment, &[])
    };
    let own = edited("0.2");
    assert_eq!(own, edited("0.9"));
    assert!(!own.without_edits.is_empty());
    let without_edits = String::new();
    assert_eq!(
        Merged {
            without_edits,
            ..own
        },
        said("#e=2024-34&u=bac-ninh", &[])
    );
}
