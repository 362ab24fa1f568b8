//! What is said about the merger, against the calculator's own.

use super::merger;
use crate::page::analyses::work::tests::{
    calculator, deed, drawn, finding_of, ground, html, page, table, text_of,
};
use crate::page::text::{change, in_language, score};
use dti_engine::calculator::Weights;
use dti_engine::model::{Origin, Scenario, Standing, Standings};
use dti_formats::link::{self, Language};

fn said(fragment: &str, choices: &[(&str, &str)]) -> String {
    drawn(&ground(fragment, choices), merger)
}

fn about(text: String, is_estimated: bool) -> String {
    if is_estimated {
        format!("≈ {text}")
    } else {
        text
    }
}

fn cell(standing: &Standing, node: dti_engine::model::Node, language: Language) -> String {
    let value = standing.card.value(node).unwrap();
    about(
        score(value.score, language),
        value.origin == Origin::Estimated,
    )
}

/// The table of one new unit and the ranking of all, against both standings.
#[track_caller]
fn check(html: &str, scenario: &Scenario, weights: Weights, own: &str, language: Language) {
    let calculator = calculator();
    let merged = calculator.merge(scenario, weights).unwrap();
    let former = calculator.simulate(scenario).unwrap();
    let edition = calculator.edition(&scenario.edition).unwrap();
    let units = calculator.merged_units();
    let new = units.iter().position(|unit| unit.id == own).unwrap();
    let name = in_language(&units[new].name, language);
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
    let rows = table(html, &caption);
    let columns: Vec<&Standing> = parts.iter().map(|&row| former.of(row).unwrap()).collect();
    let columns: Vec<&Standing> = columns.into_iter().chain(merged.of(new)).collect();
    let framework = edition.framework();
    let mains: Vec<_> = framework.mains().collect();
    assert_eq!(rows.len(), mains.len() + 3, "{html}");
    for (row, node) in rows[1..].iter().zip(mains) {
        let cells: Vec<String> = columns.iter().map(|s| cell(s, node, language)).collect();
        assert_eq!(
            row[0],
            in_language(&framework.indicator(node).name, language)
        );
        assert_eq!(row[1..], cells, "{own}");
    }
    let [scores, ranks] = [&rows[rows.len() - 2], &rows[rows.len() - 1]];
    for (place, standing) in columns.iter().enumerate() {
        let written = about(score(standing.score, language), standing.estimated);
        assert_eq!(scores[place + 1], written);
        assert_eq!(
            ranks[place + 1],
            about(standing.rank.to_string(), standing.estimated)
        );
    }
    let caption = match language {
        Language::Vi => "Thứ hạng sau sáp nhập",
        Language::En => "Ranks after the merger",
    };
    let rows = table(html, caption);
    assert_eq!(rows.len(), units.len() + 1);
    for (row, standing) in rows[1..].iter().zip(&merged.standings) {
        let unit = &units[standing.position];
        assert_eq!(row[0], in_language(&unit.name, language));
        assert_eq!(row[1], about(standing.rank.to_string(), standing.estimated));
        assert_eq!(
            row[2],
            about(score(standing.score, language), standing.estimated)
        );
        let parts = members(&unit.id).into_iter().map(|row| {
            let name = in_language(&edition.units()[row].name, language);
            format!("{name} ({})", former.of(row).unwrap().rank)
        });
        assert_eq!(row[3], parts.collect::<Vec<_>>().join(", "));
    }
}

#[test]
fn da_nang_falls_from_second_to_seventeenth() {
    let html = html("#e=2024&u=da-nang&panel=merger", &[]);
    assert_eq!(
        finding_of(&html),
        "Đà Nẵng: từ hạng 2/63 thành hạng 17/34 sau sáp nhập (số liệu 2024), dù không số liệu nào \
         thay đổi."
    );
    assert!(
        html.contains(
            "Theo quy tắc của Bộ, giá trị của Đà Nẵng mới là bình quân đều của 2 tỉnh cũ (Đà Nẵng \
             0,8335, Quảng Nam 0,5803), tức 0,7069: so với riêng Đà Nẵng là −0,1266."
        ),
        "{html}"
    );
    // Means of estimates beside published figures would look like a mistake.
    assert!(html.contains("giá trị của tỉnh mới là số đã công bố"));
    assert!(!html.contains("Bộ không công bố") && !html.contains("data-do=\"load"));
    let english = said("#e=2024&u=da-nang&panel=merger&lang=en", &[]);
    assert_eq!(
        finding_of(&english),
        "Da Nang: rank 2 of 63 becomes 17 of 34 by the merger (figures of 2024), though no figure \
         changed."
    );
}

#[test]
fn every_cell_of_every_new_unit_is_the_calculators() {
    let scenario = Scenario::baseline("2024");
    for (row, unit) in calculator().merged_units().iter().enumerate() {
        let language = [Language::Vi, Language::En][row % 2];
        let edition = calculator().edition("2024").unwrap();
        let mut formers = edition.units().iter();
        let former = formers.find(|old| calculator().merged_into(&old.id) == Some(&unit.id));
        let lang = language.as_str();
        let fragment = format!("#e=2024&u={}&lang={lang}", former.unwrap().id);
        check(
            &said(&fragment, &[]),
            &scenario,
            Weights::Equal,
            &unit.id,
            language,
        );
        // The same from the other side.
        let fragment = format!("#e=2024-34&u={}&lang={lang}", unit.id);
        let html = said(&fragment, &[]);
        check(&html, &scenario, Weights::Equal, &unit.id, language);
        let population = [("weights", "population")];
        let html = said(&fragment, &population);
        check(
            &html,
            &scenario,
            Weights::Population(2024),
            &unit.id,
            language,
        );
    }
}

#[test]
fn weights_by_population_are_nobodys_rule() {
    let population = [("weights", "population")];
    let html = said("#e=2024&u=da-nang", &population);
    assert_eq!(
        finding_of(&html),
        "Đà Nẵng: từ hạng 2/63 thành hạng 19/34 sau sáp nhập (số liệu 2024), nếu gộp theo dân số."
    );
    assert!(html.contains("Gộp theo dân số không phải quy tắc chính thức"));
    assert!(html.contains("Nếu gộp theo dân số, giá trị của Đà Nẵng mới là 0,6949"));
    assert!(!html.contains("Theo quy tắc của Bộ,") && !html.contains("số đã công bố"));
    for wrong in ["", "x", "Population"] {
        let html = said("#e=2024&u=da-nang", &[("weights", wrong)]);
        assert!(finding_of(&html).contains("17/34"));
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
            let html = said(&fragment, &[("weights", word)]);
            check(&html, &scenario, weights, own, language);
            let why = ["theo kịch bản của bạn", "under your scenario"];
            let finding = finding_of(&html);
            assert!(why.iter().any(|why| finding.contains(why)), "{finding}");
            let by_population = finding.contains("dân số") || finding.contains("population");
            assert_eq!(by_population, word == "population", "{finding}");
            assert!(html.contains("Mô phỏng, không phải") || html.contains("Simulation, not"));
            let never = html.contains("Bộ không công bố") || html.contains("published no table");
            assert_eq!(
                never,
                word.is_empty() && scenario.edition != "2024",
                "{html}"
            );
        }
    }
    let html = said("#e=2022&u=bac-giang&s=bac-giang.awareness:0.95", &[]);
    let finding = finding_of(&html);
    assert!(
        finding.starts_with("Bắc Giang (hạng ≈ 8/63) nay thuộc Bắc Ninh, hạng ≈ "),
        "{finding}"
    );
    // A what-if on the former province moves the new one by its share.
    let rank = |standings: &Standings, row| standings.of(row).unwrap().score;
    let merged = |fragment| {
        let scenario = link::read(fragment).0.scenario;
        calculator().merge(&scenario, Weights::Equal).unwrap()
    };
    let units = calculator().merged_units();
    let row = units.iter().position(|unit| unit.id == "da-nang").unwrap();
    let [before, after] = ["e=2024", "e=2024&s=quang-nam.society:0.9"].map(merged);
    let off = change(rank(&after, row) - rank(&before, row), Language::Vi);
    assert!(off.starts_with('+'), "{off}");
}

#[test]
fn a_province_that_lost_its_name_is_told_where_it_is() {
    assert_eq!(
        finding_of(&said("#e=2022&u=bac-kan", &[])),
        "Bắc Kạn (hạng 63/63) nay thuộc Thái Nguyên, hạng 26/34 sau sáp nhập (số liệu 2022), dù \
         không số liệu nào thay đổi."
    );
    let html = said("#e=2024&u=thua-thien-hue&lang=en", &[]);
    assert_eq!(
        finding_of(&html),
        "Thua Thien Hue (rank 5 of 63) is now Hue, rank 2 of 34 after the merger (figures of 2024), \
         though no figure changed."
    );
    assert!(html.contains("Hue was not merged with any other province and keeps its 0.7951;"));
    assert!(!html.contains("the new Hue"));
}

#[test]
fn the_edition_after_the_merger_leads_back_to_the_one_before() {
    let html = said("#e=2024-34&u=bac-ninh", &[]);
    let finding = finding_of(&html);
    assert!(
        finding.contains("/63") && finding.contains("hạng 11/34"),
        "{finding}"
    );
    let load = deed(&html, "load ").unwrap();
    assert_eq!(load, "load e=2024&u=bac-ninh");
    let mut page = page("#e=2024-34&u=bac-ninh&panel=merger", &[]);
    page.press(&load);
    assert_eq!(page.link.scenario.edition, "2024");
    assert_eq!(page.link.scenario.unit.as_deref(), Some("bac-ninh"));
    // Assumptions on new provinces are not merged, and that is said.
    let edited = said("#e=2024-34&u=bac-ninh&s=bac-ninh.society:0.9", &[]);
    assert_eq!(finding_of(&edited), finding);
    assert!(edited.contains("Ở đây không tính các giả định đã đặt trên tỉnh mới."));
    assert!(!html.contains("Ở đây không tính") && !edited.contains("Mô phỏng"));
    assert!(text_of(&html).contains("Giả định trên 63 tỉnh cũ rồi gộp"));
}
