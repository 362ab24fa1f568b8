//! What a report says, in both languages, held against the calculator's own answers.

use super::content::Content;
use super::{Report, pictures};
use crate::state::{Followed, State};
use crate::views::tests::support::{loaded, official, on_page, with};
use dti_engine::calculator::{Calculator, Effort, Plan, PlanLevel, PlanQuestion, Target};
use dti_engine::model::{Exact, Origin, Scenario, Standing};
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::{Document, DocumentPiece, DocumentTable, Tone, parse_index};
use dti_words::analyses::plan::points_found;
use dti_words::analyses::{counted, signed};
use dti_words::numbers::{change, fixed_points, score};
use dti_words::{Words, day_of};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const DAY: &str = "2026-11-22";

fn document(state: State) -> Document {
    let content = Content::of(state, Some(DAY)).unwrap();
    content.document(state, pictures::chosen(state))
}

#[track_caller]
fn report(calculator: &Arc<Calculator>, fragment: &str) -> Document {
    on_page(calculator, fragment, document)
}

fn tables(document: &Document) -> Vec<&DocumentTable> {
    let pieces = document.pieces.iter();
    let tables = pieces.filter_map(|piece| match piece {
        DocumentPiece::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

#[track_caller]
fn row<'a>(table: &'a DocumentTable, name: &str) -> &'a [String] {
    table.rows.iter().find(|row| row[0] == name).unwrap()
}

fn standing(edition: &str, unit: &str) -> Standing {
    let calculator = official();
    let position = calculator.edition(edition).unwrap().position(unit).unwrap();
    let simulated = calculator.simulate(&Scenario::baseline(edition)).unwrap();
    simulated.of(position).unwrap().clone()
}

fn in_language(language: Language) -> (Words, String) {
    let words = Words::plain(language);
    (words, format!("&lang={}", language.as_str()))
}

/// The rank of Bắc Giang on an indicator, by its score and all others'.
fn rank_on(edition: &str, indicator: &str) -> u32 {
    let calculator = official();
    let own = calculator.edition(edition).unwrap();
    let session = calculator.open(&Scenario::baseline(edition)).unwrap();
    session.column(indicator).unwrap().ranks[own.position("bac-giang").unwrap()]
}

#[test]
fn the_report_of_bac_giang_has_the_calculators_numbers() {
    let [before, after] = ["2022", "2023"].map(|edition| standing(edition, "bac-giang"));
    let edition = official().edition("2023").unwrap();
    let framework = edition.framework();
    for language in [Vi, En] {
        let (words, lang) = in_language(language);
        let document = report(official(), &format!("#e=2023&u=bac-giang{lang}"));
        let [years, changes, missing, steps] = tables(&document)[..] else {
            panic!("{document:#?}");
        };
        let mains = framework.mains();
        for node in mains.filter(|&node| framework.indicator(node).scored) {
            let indicator = framework.indicator(node);
            let name = words.in_language(&indicator.name);
            let max = indicator.max_points.value();
            let own = [&before, &after].map(|own| own.card.value(node).unwrap());
            let about = |own: Origin, text: String| match own {
                Origin::Estimated => format!("≈ {text}"),
                _ => text,
            };
            let cells = row(years, name);
            for (value, cells) in own.iter().zip([&cells[1..3], &cells[4..6]]) {
                let points = fixed_points(value.score * max, &words);
                let wanted = [score(value.score, &words), points];
                assert_eq!(
                    cells,
                    wanted.map(|text| about(value.origin, text)),
                    "{name}"
                );
            }
            for (place, year) in [(3, "2022"), (6, "2023")] {
                let rank = rank_on(year, &indicator.id).to_string();
                assert!(cells[place].ends_with(&rank), "{name} {year}: {cells:?}");
            }
            if own.iter().all(|own| own.origin != Origin::Estimated) {
                let by = own[1].score - own[0].score;
                assert_eq!(cells[7], change(by, &words));
                assert_eq!(row(changes, name)[2], signed(by * max, &words));
            }
            let gap = fixed_points((Exact::ONE - own[1].score) * max, &words);
            let cells = row(missing, name);
            assert_eq!(cells[4], about(own[1].origin, gap), "{name}");
        }
        let total = row(years, &words.dti_score());
        let wanted = [score(before.score, &words), score(after.score, &words)];
        assert_eq!([&total[1], &total[4]], [&wanted[0], &wanted[1]]);
        assert_eq!([&total[3], &total[6]], ["9", "9"]);
        assert_eq!(total[7], change(after.score - before.score, &words));
        let all = document.plain_text();
        for said in [
            format!("{}: 9/63", words.rank()),
            "922/QĐ-BTTTT".to_owned(),
            words.report_made(day_of(DAY, &words)),
            "https://dti.gov.vn/xep-hang-2022".to_owned(),
            "https://example.org/dti/#v=1&e=2023&u=bac-giang".to_owned(),
            words.report_estimates(),
        ] {
            assert!(all.contains(&said), "{said}: {all}");
        }
        assert!(
            !document
                .pieces
                .iter()
                .any(|piece| matches!(piece, DocumentPiece::Paragraph(Tone::Warning, _)))
        );
        let plan = planned("2023", 5);
        assert_eq!(steps.rows.len(), plan.steps.len());
        for (cells, step) in steps.rows.iter().zip(&plan.steps) {
            assert_eq!(cells[2], score(step.to, &words));
            assert_eq!(cells[3], points_found(step.points, &words));
        }
        assert!(all.contains(&counted(plan.points_needed, &words)));
    }
}

fn planned(edition: &str, target: u32) -> Plan {
    let scenario = Scenario {
        unit: Some("bac-giang".to_owned()),
        ..Scenario::baseline(edition)
    };
    let question = PlanQuestion {
        scenario,
        target: Target::Rank(target),
        level: PlanLevel::Main,
        effort: Effort::Diminishing,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    };
    official().plan(&question).unwrap()
}

#[test]
fn what_is_missing_most_stands_first_and_adds_up() {
    let document = report(official(), "#e=2023&u=bac-giang&lang=en");
    let missing = tables(&document)[2];
    let gap = |row: &Vec<String>| -> f64 { row[4].trim_start_matches("≈ ").parse().unwrap() };
    let gaps: Vec<f64> = missing.rows.iter().map(gap).collect();
    assert!(gaps.is_sorted_by(|one, next| one >= next), "{gaps:?}");
    // Published to four decimals, indicators and total differ by 0.07 points at most.
    let own = standing("2023", "bac-giang");
    let wanted = ((Exact::ONE - own.score) * Exact::whole(1000)).to_f64();
    assert!((gaps.iter().sum::<f64>() - wanted).abs() < 0.08, "{gaps:?}");
    let all = document.plain_text();
    let first = format!("Most is missing in: {} (", missing.rows[0][0]);
    assert!(all.contains(&first), "{all}");
}

#[test]
fn an_edited_report_says_that_it_is_a_simulation_wherever_it_goes() {
    let fragment = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&r=gain:5";
    for (language, simulated, known) in [
        (
            Vi,
            "Mô phỏng, không phải số liệu chính thức.",
            "Bắc Giang, Nhận thức số: 0,8000",
        ),
        (
            En,
            "Simulation, not official figures.",
            "Bac Giang, Digital awareness: 0.8000",
        ),
    ] {
        let (words, lang) = in_language(language);
        let document = report(official(), &format!("{fragment}{lang}"));
        let first = DocumentPiece::Paragraph(Tone::Warning, simulated.to_owned());
        assert_eq!(document.pieces[0], first);
        assert!(document.pictures().count() == 3);
        for picture in document.pictures() {
            assert!(picture.svg.contains(simulated), "{}", picture.name);
        }
        let file = document.html_file();
        assert!(file.contains(&format!("<p class=\"warning\">{simulated}</p>")));
        let all = document.plain_text();
        assert!(all.contains(&words.report_known(known)), "{all}");
        let simulated = official().simulate(&dti_formats::link::read(&fragment[1..]).0.scenario);
        let own = official()
            .edition("2022")
            .unwrap()
            .position("bac-giang")
            .unwrap();
        let own = simulated.unwrap().of(own).unwrap().clone();
        let rank = format!("9 → {}/63", own.rank);
        assert!(
            all.contains(&rank) && all.contains(&score(own.score, &words)),
            "{all}"
        );
        let society = tables(&document)[2]
            .rows
            .iter()
            .find(|row| row[1] == score(Exact::decimal(45, 2), &words));
        assert_eq!(society.unwrap()[6], words.origin_entered());
        let known = tables(&document)[2]
            .rows
            .iter()
            .find(|row| row[6] == words.origin_known());
        assert_eq!(known.unwrap()[1], score(Exact::decimal(8, 1), &words));
        // The reader's own figures stay out of the address.
        assert!(!all.contains("k0.8") && all.contains("s=bac-giang.society:0.45&r=gain:5"));
    }
}

#[test]
fn what_was_loaded_is_nowhere_called_published() {
    let calculator = &loaded();
    let told: [(_, _, _, &[&str]); 2] = [
        (
            Vi,
            "Có số liệu bạn đã nạp, không phải số liệu công bố.",
            "ông bố",
            &[
                "không phải số liệu công bố",
                "Không công bố riêng",
                "không công bố riêng",
            ],
        ),
        (
            En,
            "With figures that you loaded, not as published.",
            "ublished",
            &[
                "not as published",
                "not published ones",
                "not on published ones",
                "ot published separately",
            ],
        ),
    ];
    for (language, tag, word, allowed) in told {
        let (words, lang) = in_language(language);
        for more in ["", "&s=bac-giang.economy:0.31"] {
            let document = report(calculator, &format!("#e=2022&u=bac-giang{lang}{more}"));
            let DocumentPiece::Paragraph(Tone::Warning, warning) = &document.pieces[0] else {
                panic!("{document:#?}");
            };
            assert!(warning == tag || !more.is_empty(), "{warning}");
            let own = tables(&document)[2];
            let society = own.rows.iter().find(|row| row[6] == words.origin_loaded());
            assert_eq!(society.unwrap()[1], score(Exact::decimal(9, 1), &words));
            let plain = document.plain_text();
            // What was not loaded of the unit is as it was published.
            let kept = format!("\t{}", words.origin_published());
            for line in plain.lines().filter(|line| !line.ends_with(&kept)) {
                let rest = allowed
                    .iter()
                    .fold(line.to_owned(), |line, own| line.replace(own, ""));
                assert!(!rest.contains(word), "{line}");
            }
        }
    }
}

#[test]
fn an_index_of_ones_own_with_hostile_names_is_text() {
    let document = r#"{
        "framework": {
            "id": "small", "title": { "vi": "Nhỏ", "en": "Small" },
            "indicators": [{ "id": "x", "name": { "vi": "<b>x</b>" }, "maxPoints": 1 }]
        },
        "edition": {
            "id": "small-2024", "year": 2024, "title": { "vi": "Nhỏ & xinh", "en": "Small" },
            "unitName": { "vi": "nước", "en": "country", "plural": "countries" },
            "units": [
                { "id": "a", "name": { "vi": "<img src=x>" } },
                { "id": "b", "name": { "vi": "Nơi 'b'" } }
            ],
            "values": { "a": { "x": 0.4 }, "b": { "x": 0.5 } }
        }
    }"#;
    let calculator = &with(parse_index("own.json", document).unwrap().to_part());
    let document = report(calculator, "#e=small-2024&u=a");
    let file = document.html_file();
    assert!(!file.contains("<img") && !file.contains("<b>"), "{file}");
    assert!(file.contains("&lt;img src=x&gt;") && file.contains("Nhỏ &amp; xinh"));
    assert!(
        !document.plain_text().contains("tỉnh"),
        "{}",
        document.plain_text()
    );
}

#[test]
fn a_plan_that_is_followed_is_told_step_by_step() {
    on_page(official(), "#e=2022&u=bac-giang&t=3", |state| {
        let plan = planned("2022", 3);
        let edition = state.edition.get();
        let unit = edition.position("bac-giang").unwrap();
        let followed = Followed::of(&plan, Target::Rank(3), "2022", unit);
        state.follow_plan(followed, plan.reached.as_ref().unwrap());
        let words = state.words.get();
        let all = document(state).plain_text();
        let steps = plan.steps.len();
        let heading = words.plan_followed("lên hạng 3", steps, steps);
        assert!(all.contains(&heading), "{all}");
        assert_eq!(all.matches(words.plan_step_done()).count(), steps);
    });
}

#[test]
fn pictures_are_chosen_and_kept_in_order() {
    on_page(official(), "#e=2022&u=bac-giang", |state| {
        let names = |state| -> Vec<String> {
            let document = document(state);
            document.pictures().map(|own| own.name.clone()).collect()
        };
        assert_eq!(names(state), ["change", "profile", "history"]);
        state.set_choice("picture.map", "on");
        state.set_choice("picture.change", "off");
        assert_eq!(names(state), ["profile", "history", "map"]);
    });
}

#[test]
fn the_view_shows_the_document_and_a_bar_to_keep_it() {
    on_page(official(), "#e=2023&u=bac-giang", |state| {
        let html = view! { <Report state /> }.to_html();
        let content = Content::of(state, None).unwrap();
        assert!(html.contains(&content.title), "{html}");
        for piece in content.above.iter().chain(&content.below) {
            let said = match piece {
                DocumentPiece::Heading(text) => text,
                DocumentPiece::Table(table) => table.rows.last().unwrap().last().unwrap(),
                _ => continue,
            };
            assert!(html.contains(said), "{said}: {html}");
        }
        assert_eq!(html.matches("<button").count(), 5);
        assert_eq!(html.matches("type=\"checkbox\"").count(), 8);
    });
}

#[test]
fn every_edition_and_unit_has_a_report() {
    for edition in ["2022", "2023", "2024", "2024-34"] {
        for unit in ["ha-noi", "bac-ninh", "dak-nong", "hue"] {
            let document = report(official(), &format!("#e={edition}&u={unit}&lang=en"));
            assert!(document.pieces.len() > 12, "{edition} {unit}");
            let (_, read) = document
                .html_file()
                .rsplit_once("<ul>")
                .map(|(a, b)| (a.len(), b.to_owned()))
                .unwrap();
            assert!(read.contains("Decision "), "{edition} {unit}");
        }
    }
}
