//! What components are worth, as the scorecard says it.

use super::*;
use crate::views::own_data::card::{Open, WorthExtent};
use crate::views::own_data::tests::shown as without_hidden;

/// A scorecard with its worth computed and listed.
fn listed(desk: Desk) -> Sheet {
    desk.worth_extent.set(WorthExtent::First);
    let sheet = Sheet::new(desk);
    sheet.compute_worth();
    sheet
}

/// What of it is seen.
fn seen_of(sheet: Sheet) -> String {
    without_hidden(&view! { <Open sheet /> }.to_html())
}

/// The row of a component in the list.
fn listed_row(html: &str, indicator: &str) -> Option<String> {
    let begin = format!("<tr id=\"component-worth-{indicator}\">");
    let (_, rest) = html.split_once(&begin)?;
    Some(rest.split("</tr>").next().unwrap().to_owned())
}

fn node(sheet: Sheet, indicator: &str) -> dti_engine::model::Node {
    sheet.edition().framework().node(indicator).unwrap()
}

#[test]
fn what_to_do_next_is_said_and_supposed_with_one_click() {
    with_example(RULES, "example-place-a", |desk| {
        let sheet = listed(desk);
        sheet.choose_stage(WhatIf);
        let html = seen_of(sheet);
        // Verified: 3 meetings of 4, so 5 of 20 points are missing.
        let meetings = listed_row(&html, "management.2").unwrap();
        assert!(
            meetings.contains("<td translate=\"no\">5</td>"),
            "{meetings}"
        );
        assert!(meetings.contains("3 → 4: +5 điểm"), "{meetings}");
        assert!(has_button(&meetings, "Đủ điểm") && has_button(&meetings, "Bước tiếp"));
        sheet.suppose(node(sheet, "management.2"), Goal::Step);
        expect_share(desk, "management.2", Some(Exact::ONE));
        sheet.compute_worth();
        let html = seen_of(sheet);
        assert!(
            listed_row(&html, "management.2").is_none(),
            "nothing is missing any more"
        );
        assert!(row(&html, "management.2").contains("Giả định: 20 / 20"));
        sheet.suppose(node(sheet, "services.2"), Goal::Full);
        expect_share(desk, "services.2", Some(Exact::ONE));
        assert!(row(&seen_of(sheet), "services.2").contains("value=\"80%\""));
        // Its button closes the list again.
        desk.worth_extent.set(WorthExtent::Closed);
        let html = seen_of(sheet);
        assert!(
            !html.contains("<tr id=\"component-worth-") && html.contains("aria-expanded=\"false\"")
        );
    });
}

#[test]
fn the_first_ten_are_listed_and_all_at_a_click() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let sheet = listed(desk);
        let edition = sheet.edition();
        let worth = sheet.worth.get().unwrap();
        let found = worth.found();
        assert!(found.len() > 80, "{}", found.len());
        let html = seen_of(sheet);
        let ids = |html: &str| -> Vec<String> {
            let rows = html.split("<tr id=\"component-worth-").skip(1);
            rows.map(|row| row.split('"').next().unwrap().to_owned())
                .collect()
        };
        let all = found
            .iter()
            .map(|own| edition.framework().indicator(own.node).id.clone());
        let all: Vec<String> = all.collect();
        assert_eq!(ids(&html), all[..10]);
        assert!(
            has_button(&html, &format!("Xem tất cả ({})", all.len())),
            "{html}"
        );
        for own in &found[..10] {
            let row = listed_row(&html, &edition.framework().indicator(own.node).id).unwrap();
            assert!(
                own.places == 0 || row.contains(&format!("+{} bậc", own.places)),
                "{row}"
            );
        }
        desk.worth_extent.set(WorthExtent::All);
        let html = seen_of(sheet);
        assert_eq!(ids(&html), all);
        assert!(!html.contains("Xem tất cả"));
        desk.state.language.set(Language::En);
        desk.worth_extent.set(WorthExtent::First);
        let english = seen_of(sheet);
        assert!(english.contains(&format!("({})", all.len())) && !english.contains("bậc"));
    });
}

#[test]
fn what_is_outdated_says_so_until_it_is_computed_anew() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let sheet = listed(desk);
        let outdated = "Số liệu đã đổi sau khi tính bảng này.";
        let html = seen_of(sheet);
        assert!(!html.contains(outdated) && !html.contains("outdated"));
        let field = Field::value("society.1", SelfAssessed);
        sheet.enter(&field, "100%", Step::Typing);
        let html = seen_of(sheet);
        assert!(html.contains(outdated) && html.contains("class=\"component-card outdated\""));
        sheet.compute_worth();
        let html = seen_of(sheet);
        assert!(!html.contains(outdated) && listed_row(&html, "society.1").is_none());
        // A slider of the page outdates it too.
        let score = Score::try_new(Exact::decimal(9, 1)).unwrap();
        let economy = node(sheet, "economy");
        desk.state.suppose(economy, Entry::Score(score)).unwrap();
        assert!(seen_of(sheet).contains(outdated));
        sheet.compute_worth();
        assert!(!seen_of(sheet).contains(outdated));
        desk.state.language.set(Language::En);
        desk.state
            .suppose(economy, Entry::Score(Score::try_new(Exact::ONE).unwrap()))
            .unwrap();
        assert!(seen_of(sheet).contains(sheet.desk.state.words.get().card_worth_outdated()));
        // Another unit is another scorecard, of which nothing is computed yet.
        desk.state.go_to("2022", Some("da-nang".to_owned()));
        let html = seen(desk);
        assert!(!html.contains("outdated") && !html.contains("<tr id=\"component-worth-"));
    });
}

#[test]
fn where_nothing_is_missing_that_is_said() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        fill(desk);
        let sheet = listed(desk);
        for found in sheet.worth.get().unwrap().found() {
            sheet.suppose(found.node, Goal::Full);
        }
        sheet.compute_worth();
        assert!(
            seen_of(sheet).contains("Mọi chỉ số đã đạt tối đa."),
            "{}",
            seen_of(sheet)
        );
    });
}

#[test]
fn places_stand_in_the_lines_too() {
    with_example(RULES, "example-place-c", |desk| {
        let sheet = listed(desk);
        let worth = sheet.worth.get().unwrap();
        let best = worth.found().first().unwrap();
        assert!(best.places > 0);
        let id = sheet.edition().framework().indicator(best.node).id.clone();
        let html = seen_of(sheet);
        assert!(
            row(&html, &id).contains(&format!("+{} bậc", best.places)),
            "{}",
            row(&html, &id)
        );
        // It is what the rank becomes.
        let rank = component_card(desk).standing.rank;
        sheet.suppose(best.node, Goal::Full);
        assert_eq!(component_card(desk).standing.rank, rank - best.places);
    });
}
