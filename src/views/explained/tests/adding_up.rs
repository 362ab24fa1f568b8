//! Every equation and every table, worked out again as a pocket calculator would.

use super::{explained, official, on_page, table, texts};
use crate::views::explained::ground::Ground;
use crate::views::explained::pieces::{Explanation, Piece, Row, Table};
use dti_engine::model::Exact;
use dti_formats::link::Language;

const EDITIONS: [&str; 4] = ["2022", "2023", "2024", "2024-34"];

/// A written number, and how much it may be off if it was rounded.
fn read(text: &str, language: Language) -> Option<(Exact, Exact)> {
    let (mark, thousands) = match language {
        Language::Vi => (',', '.'),
        Language::En => ('.', ','),
    };
    let plain = text.trim_start_matches("≈ ").replace(thousands, "");
    let plain = plain.replace(mark, ".");
    let (sign, plain) = match plain.strip_prefix('−') {
        Some(rest) => (-Exact::ONE, rest),
        None => (Exact::ONE, plain.as_str()),
    };
    let places = plain.split_once('.').map_or(0, |(_, places)| places.len());
    let half = Exact::decimal(5, u32::try_from(places).unwrap() + 1);
    Some((sign * Exact::from_plain_text(plain, 12)?, half))
}

/// Works an equation out as a pocket calculator would, from left to right.
#[track_caller]
fn check_equation(text: &str, language: Language) {
    let mut words = text.split_whitespace();
    let number = |word: Option<&str>| read(word.unwrap().trim_end_matches(','), language);
    let (mut value, mut off) = number(words.next()).unwrap();
    let sign = loop {
        let sign = words.next().unwrap();
        if ["=", "≈"].contains(&sign) {
            break sign;
        }
        let (next, _) = number(words.next()).unwrap();
        (value, off) = match sign {
            "+" => (value + next, Exact::ZERO),
            "−" => (value - next, Exact::ZERO),
            "×" => (value * next, off * next),
            "/" => (
                value.checked_div(next).unwrap(),
                off.checked_div(next).unwrap(),
            ),
            other => panic!("{other} in {text}"),
        };
    };
    let (result, half) = number(words.next()).unwrap();
    let miss = (value - result).abs();
    let allowed = if sign == "=" { Exact::ZERO } else { off + half };
    assert!(miss <= allowed, "{text}");
    let last = text.split_whitespace().last().unwrap();
    if text.contains("rounded") || text.contains("làm tròn") {
        let (rounded, _) = read(last, language).unwrap();
        assert_eq!(result.rounded(4), rounded, "{text}");
    }
}

/// The numbers of a row.
#[track_caller]
fn numbers<const N: usize>(
    row: &Row,
    places: [usize; N],
    language: Language,
) -> [(Exact, Exact); N] {
    places.map(|place| read(row.cells[place].text(), language).unwrap())
}

/// Every row of a table, and its sum against what is written below it.
#[track_caller]
fn check_table(told: &Explanation, table: &Table, language: Language) {
    let mut sum = Exact::ZERO;
    for row in &table.rows {
        let [score, max, points] = numbers(row, [0, 1, 2], language);
        let is_rounded = row.cells.iter().any(|cell| cell.text().contains('≈'));
        let allowed = if is_rounded {
            score.1 * max.0 + points.1
        } else {
            Exact::ZERO
        };
        assert!((score.0 * max.0 - points.0).abs() <= allowed, "{row:?}");
        sum = sum + points.0;
    }
    let [(total, _)] = numbers(table.sum.as_ref().unwrap(), [2], language);
    if sum != total {
        let off = (sum - total).abs();
        let all = texts(told);
        let off_by = all
            .iter()
            .find(|text| text.contains("cột điểm") || text.contains("add up"));
        let off_by = off_by.unwrap_or_else(|| panic!("{sum:?} is not {total:?}: {all:#?}"));
        let words = off_by
            .split(' ')
            .map(|word| word.trim_end_matches(['.', ',']));
        let numbers = words.filter_map(|word| read(word, language));
        let numbers: Vec<Exact> = numbers.map(|(number, _)| number).collect();
        assert_eq!(numbers, [sum, off, total], "{off_by}");
        assert!(off <= Exact::decimal(4, 2), "{off_by}");
    }
}

/// One explanation in the page's language.
#[track_caller]
fn check(told: &Explanation, focus: &str, language: Language) {
    for piece in &told.pieces {
        if let Piece::Equation(equation) = piece {
            check_equation(equation, language);
        }
    }
    if let Some(table) = table(told).filter(|_| focus != "data") {
        check_table(told, table, language);
    }
    let all = texts(told).join("\n");
    let is_said = told
        .pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Said(_)));
    assert!(!told.title.is_empty() && is_said, "{focus}: {all}");
    let rounds = ["làm tròn", "rounded"]
        .iter()
        .any(|word| all.contains(word));
    assert!(!all.contains('≈') || rounds, "{all}");
    let foreign = match language {
        Language::Vi => [" the ", " of ", "score", " and ", "province"].as_slice(),
        Language::En => ["đ", "ả", "ế", "ộ", "ạ", "ấ", "ư"].as_slice(),
    };
    for word in foreign {
        assert!(!all.contains(word), "`{word}` in {all}");
    }
}

#[track_caller]
fn check_at(fragment: &str, focus: &str) {
    let language = if fragment.contains("lang=en") {
        Language::En
    } else {
        Language::Vi
    };
    check(&explained(official(), fragment, focus), focus, language);
}

#[test]
fn every_formula_of_every_unit_adds_up_as_it_is_written() {
    for (place, edition) in EDITIONS.iter().enumerate() {
        let language = [Language::Vi, Language::En][place % 2];
        for unit in official().edition(edition).unwrap().units() {
            let lang = language.as_str();
            let fragment = format!("#e={edition}&u={}&lang={lang}", unit.id);
            on_page(official(), &fragment, |state| {
                let ground = Ground::of(state).unwrap();
                let framework = ground.framework();
                let nodes = framework.nodes().map(|node| framework.indicator(node));
                let ids = nodes.map(|own| own.id.as_str());
                for focus in ids.chain(["total", "rank", "estimate", "moon", ""]) {
                    check(&super::formula(&ground, focus), focus, language);
                }
            });
        }
    }
}

#[test]
fn what_a_scenario_adds_is_written_too() {
    for edition in EDITIONS {
        for unit in ["lao-cai", "ca-mau"] {
            for changes in [
                "s=X.society:0.4567",
                "s=X.awareness:0.8,X.security:0.1,X.economy:1",
                "s=X.foundation:0.7",
                "s=X.activity:50p",
                "s=X.foundation:1,X.activity:1",
                "s=X.foundation:0,X.activity:0",
                "s=X.foundation:1,X.activity:0.9999",
                "s=X.awareness:k0.9,X.security:0.77",
                "w=economy:300,society:7",
                "w=economy:300,awareness:0&s=X.government:0.5",
                "r=gain:-12.34",
                "r=trend&s=X.workforce:0.3333",
            ] {
                for language in ["vi", "en"] {
                    let changes = changes.replace('X', unit);
                    let fragment = format!("#e={edition}&u={unit}&{changes}&lang={language}");
                    for focus in [
                        "total",
                        "rank",
                        "estimate",
                        "awareness",
                        "society",
                        "activity",
                    ] {
                        check_at(&fragment, focus);
                    }
                }
            }
        }
    }
}

#[test]
fn without_a_unit_the_first_one_may_move_as_a_rival() {
    for fragment in ["#e=2022&r=gain:5", "#e=2022&u=hue&r=gain:5"] {
        let moves = on_page(official(), fragment, |state| {
            let ground = Ground::of(state).unwrap();
            ground.standings.of(ground.unit).unwrap().moved_as_rival
        });
        check_at(fragment, "total");
        let told = texts(&explained(official(), fragment, "total")).join("\n");
        assert_eq!(told.contains("cùng với các tỉnh khác"), moves, "{told}");
    }
}

#[test]
fn the_data_of_every_edition_are_told_in_both_languages() {
    for edition in EDITIONS {
        for language in ["vi", "en"] {
            check_at(&format!("#e={edition}&lang={language}"), "data");
        }
    }
}
