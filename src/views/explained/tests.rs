//! What is told, of every unit and in both languages: whatever is written adds up.

mod adding_up;
mod communes;
mod data;
mod formulas;
mod means;
mod prepared;
mod totals;

use super::Explained;
use super::data::data as about_data;
use super::formula::formula;
use super::ground::Ground;
use super::pieces::{Explanation, Piece, Table};
use crate::state::Panel;
use crate::views::tests::support::{official, on_page, with};
use dti_engine::calculator::Calculator;
use leptos::prelude::*;
use std::sync::Arc;

/// The explanation of a number, or `data`.
#[track_caller]
fn explained(calculator: &Arc<Calculator>, fragment: &str, focus: &str) -> Explanation {
    on_page(calculator, fragment, |state| {
        let ground = Ground::of(state).unwrap();
        match focus {
            "data" => about_data(&ground, &state.given_otherwise()),
            _ => formula(&ground, focus),
        }
    })
}

/// Its paragraphs and equations.
#[track_caller]
fn paragraphs(fragment: &str, focus: &str) -> Vec<String> {
    let told = explained(official(), fragment, focus);
    let told = told.pieces.into_iter().filter_map(|piece| match piece {
        Piece::Said(text) | Piece::Equation(text) => Some(text),
        _ => None,
    });
    told.collect()
}

/// All that is read in it, one text after the other.
fn texts(told: &Explanation) -> Vec<String> {
    let mut all = vec![told.title.clone()];
    for piece in &told.pieces {
        match piece {
            Piece::Heading(text)
            | Piece::Said(text)
            | Piece::Warned(text)
            | Piece::Equation(text) => all.push(text.clone()),
            Piece::List(texts) => all.extend(texts.iter().cloned()),
            Piece::Table(table) => {
                all.push(table.caption.clone());
                all.extend(table.head.iter().map(|name| (*name).to_owned()));
                for row in table.rows.iter().chain(&table.sum) {
                    all.push(row.name.clone());
                    all.extend(row.cells.iter().map(|cell| cell.text().clone()));
                }
            }
        }
    }
    all
}

fn table(told: &Explanation) -> Option<&Table> {
    told.pieces.iter().find_map(|piece| match piece {
        Piece::Table(table) => Some(table),
        _ => None,
    })
}

/// A dialog as it stands on the page.
#[track_caller]
fn html(calculator: &Arc<Calculator>, fragment: &str, panel: Panel) -> String {
    on_page(calculator, fragment, |state| {
        state.panel.set(Some(panel));
        view! { <Explained state /> }.to_html()
    })
}

#[test]
fn headings_and_tables_are_sound() {
    for panel in [
        Panel::Formula("total".to_owned()),
        Panel::Formula("foundation".to_owned()),
        Panel::Data,
    ] {
        let html = html(official(), "#e=2022&u=bac-giang", panel);
        let count = |mark: &str| html.matches(mark).count();
        assert_eq!(
            [count("<h3"), count("<table"), count("<caption")],
            [1, 1, 1]
        );
        let (columns, rows) = (count("<th scope=\"col\""), count("<th scope=\"row\""));
        assert_eq!((columns, count("<td")), (5, rows * 4));
    }
}

#[test]
fn an_indicator_says_what_it_measures_before_its_arithmetic() {
    let html = html(
        official(),
        "#e=2022&u=bac-giang",
        Panel::Formula("society".to_owned()),
    );
    let [measured, heading] = ["class=\"measured\"", "<h3"].map(|mark| html.find(mark).unwrap());
    assert!(measured < heading && html.contains("Định danh điện tử"));
}

#[test]
fn every_figure_of_the_open_scorecard_names_its_source() {
    let sources = |fragment: &str| html(official(), fragment, Panel::Sources);
    let told = sources("#e=2022&u=bac-giang");
    assert!(told.contains("Nguồn số liệu: Bắc Giang") && told.contains("href=\"https://"));
    assert!(told.contains("Không công bố riêng") && told.contains("Về điểm tối đa:"));
    let rows = on_page(official(), "#e=2022&u=bac-giang&lang=en", |state| {
        super::sources::tests::rows(&Ground::of(state).unwrap())
    });
    assert!(
        rows.contains(&"Rank | 9 | Published".to_owned()),
        "{rows:#?}"
    );
    assert!(rows.contains(&"Digital awareness".to_owned()), "{rows:#?}");
    let is_told = |end: &str| rows.iter().any(|row| row.ends_with(end));
    assert!(is_told("| 0.3348 | Published"), "{rows:#?}");
}
