//! The ways to look at a scorecard, and to go through it.

use super::*;
use crate::state::OwnDataRequest;
use dti_own_data::card::{Look, View};

/// Which field of a row stands in its line.
fn in_line(desk: Desk, indicator: &str) -> String {
    let own = row(&seen(desk), indicator);
    let (_, entry) = own.split_once("class=\"component-entry\">").unwrap();
    let (_, id) = entry.split_once(" id=\"").unwrap();
    id.split('"').next().unwrap().to_owned()
}

#[test]
fn the_chosen_stage_stands_in_the_line() {
    with_example(RULES, "example-place-b", |desk| {
        let of = |stage: &str| format!("component-management.2-{stage}-value");
        assert_eq!(in_line(desk, "management.2"), of("self"));
        finish(desk, "management.2", SelfAssessed, "1");
        let own = row(&seen(desk), "management.2");
        assert!(
            own.contains("-self-value") && !own.contains("-what_if-value"),
            "it stays"
        );
        Sheet::new(desk).choose_stage(Reviewed);
        assert_eq!(in_line(desk, "management.2"), of("reviewed"));
        let html = seen(desk);
        assert!(row(&html, "management.2").contains("Tự đánh giá: 5 / 20"));
        assert!(html.contains("<option value=\"reviewed\" selected>Thẩm định lần 1</option>"));
        // It stays while another part and another language are looked at.
        desk.tab.set(Tab::Import);
        desk.tab.set(Tab::Card);
        desk.state.language.set(Language::En);
        assert_eq!(in_line(desk, "management.2"), of("reviewed"));
        // Another unit begins with what it gives itself.
        desk.state.go_to(RULES, Some("example-place-a".to_owned()));
        assert_eq!(in_line(desk, "management.2"), of("self"));
    });
}

#[test]
fn enter_and_arrows_go_from_row_to_row() {
    with_example(RULES, "example-place-b", |desk| {
        let press = |field: Field, key: &str| {
            let next = row_of(desk, &field.indicator).beside(&field, key);
            next.map(|next| next.id())
        };
        let own = |indicator: &str| Field::value(indicator, SelfAssessed);
        let id = |text: &str| Some(format!("component-{text}-self-value"));
        assert_eq!(press(own("management.2"), "Enter"), id("management.3"));
        assert_eq!(press(own("management.2"), "ArrowDown"), id("management.3"));
        assert_eq!(press(own("management.2"), "ArrowUp"), id("management.1"));
        assert_eq!(press(own("management.2"), "a"), None);
        assert_eq!(press(own("management.3"), "ArrowDown"), None, "it chooses");
        assert_eq!(press(own("management.3"), "Enter"), id("management.4"));
        assert_eq!(press(own("management.1"), "ArrowUp"), None);
        // Over sums, criteria that are folded in and what is not scored.
        assert_eq!(press(own("services.3"), "Enter"), id("society.1"));
        assert_eq!(press(own("society.2"), "Enter"), None, "the last");
        assert_eq!(
            press(figure("services.1", SelfAssessed, "a"), "Enter"),
            None
        );
        row_of(desk, "services.4").turn();
        assert_eq!(press(own("services.3"), "Enter"), id("services.4.1"));
        let verified = Field::value("management.1", Verified);
        let next = Some("component-management.2-verified-value".to_owned());
        assert_eq!(press(verified, "Enter"), next, "in the same stage");
        // Each of them is there to be focused.
        let html = drawn(desk);
        for indicator in ["management.1", "management.4", "services.4.1", "society.1"] {
            assert!(
                html.contains(&format!("id=\"{}\"", id(indicator).unwrap())),
                "{indicator}"
            );
        }
    });
}

#[test]
fn lines_are_filtered_by_main_indicator_stage_and_rule() {
    with_example(RULES, "example-place-a", |desk| {
        let look = |look: Look| {
            desk.look.set(look);
            seen(desk)
        };
        let all = Look::default();
        assert_eq!(
            rows(&seen(desk)),
            11,
            "12 leaves, two of them folded into a sum"
        );
        let services = Look {
            main: "services".to_owned(),
            ..all.clone()
        };
        let html = look(services.clone());
        assert_eq!(rows(&html), 4);
        assert!(
            html.contains("<option value=\"services\" selected>"),
            "{html}"
        );
        let ratio = Look {
            kind: "ratio".to_owned(),
            ..services
        };
        assert_eq!(rows(&look(ratio)), 1);
        // What was not verified: the survey, and the initiatives.
        let missing = Look {
            missing: Some(Verified),
            ..all.clone()
        };
        let html = look(missing.clone());
        assert_eq!(rows(&html), 2, "{html}");
        row(&html, "services.3");
        row(&html, "society.2");
        let nothing = "Không có chỉ số nào như vậy.";
        assert!(!html.contains(nothing));
        let html = look(Look {
            kind: "yes_no".to_owned(),
            ..missing
        });
        assert!(html.contains(nothing) && rows(&html) == 0);
        assert!(
            !html.contains("component-before"),
            "there is no way from row to row"
        );
        let of = |view| Look {
            view,
            ..all.clone()
        };
        let html = look(of(View::SelfDiffers));
        assert_eq!(rows(&html), 4, "{html}");
        assert!(html.contains("<option value=\"self-differs\" selected>"));
        assert!(look(of(View::Changed)).contains(nothing));
        assert_eq!(rows(&look(of(View::BelowMax))), below_max(desk));
        assert_eq!(rows(&look(of(View::All))), 11);
    });
}

/// How many rows miss points, sums folded.
fn below_max(desk: Desk) -> usize {
    let card = component_card(desk);
    let lines = card.mains.iter().flat_map(|main| &main.lines);
    let below = lines.filter(|line| line.is_scored && !line.is_sum && line.gap > Exact::ZERO);
    let edition = desk.state.edition.get();
    let framework = edition.framework();
    let mut ids: Vec<String> = below
        .map(|line| framework.indicator(line.node).id.clone())
        .map(|id| {
            if id.starts_with("services.4") {
                "services.4".to_owned()
            } else {
                id
            }
        })
        .collect();
    ids.dedup();
    ids.len()
}

#[test]
fn the_most_points_missing_come_first_over_all_main_indicators() {
    with_example(RULES, "example-place-a", |desk| {
        desk.look.update(|look| look.view = View::MostMissing);
        let html = seen(desk);
        assert_eq!(count(&html, "class=\"component-main"), 1);
        assert!(html.contains("<h4>Mọi chỉ số, thiếu nhiều điểm nhất trước</h4>"));
        let gaps: Vec<f64> = html
            .split("class=\"component-gap\">còn thiếu ")
            .skip(1)
            .map(|rest| {
                rest.split('<')
                    .next()
                    .unwrap()
                    .replace(',', ".")
                    .parse()
                    .unwrap()
            })
            .collect();
        assert!(
            gaps.len() > 5 && gaps.is_sorted_by(|one, next| one >= next),
            "{gaps:?}"
        );
        // Criteria stand on their own here; the sum that they belong to does not.
        assert!(!html.contains("<li id=\"component-services.4\""));
        row(&html, "services.4.1");
    });
}

/// The row that a phone shows.
fn current(html: &str) -> String {
    let is_current = |row: &&str| row.split('>').next().unwrap().contains("current");
    let mut rows = html.split("<li id=\"component-").skip(1).filter(is_current);
    let id = rows.next().unwrap().split('"').next().unwrap();
    assert!(rows.next().is_none(), "one row at a time");
    id.to_owned()
}

#[test]
fn a_phone_goes_through_the_rows_one_by_one() {
    with_example(RULES, "example-place-a", |desk| {
        let html = seen(desk);
        assert!(html.contains(">1/11</span>"), "{html}");
        assert_eq!(current(&html), "management.1");
        assert_eq!(
            count(&html, "aria-disabled=\"true\""),
            1,
            "there is no way back"
        );
        desk.current.set("management.2".to_owned());
        let html = seen(desk);
        assert!(html.contains(">2/11</span>") && current(&html) == "management.2");
        assert_eq!(count(&html, "aria-disabled=\"true\""), 0);
        desk.current.set("society.3".to_owned());
        let html = seen(desk);
        assert!(
            html.contains(">11/11</span>")
                && html.contains(
                    "<button id=\"component-after\" type=\"button\" aria-disabled=\"true\""
                ),
            "{html}"
        );
        // What is filled is what a phone shows.
        finish(desk, "services.1", SelfAssessed, "50%");
        assert_eq!(current(&seen(desk)), "services.1");
        // What the filter leaves out is not counted.
        desk.look.update(|look| look.main = "society".to_owned());
        let html = seen(desk);
        assert!(html.contains(">1/3</span>") && current(&html) == "society.1");
        // Opened at a main indicator, it begins there, and nothing is left out.
        desk.tab.set(Tab::Export);
        desk.turn_to(OwnDataRequest::Card(Some("services".to_owned())));
        let html = seen(desk);
        assert!(
            html.contains("<h4 id=\"main-part-services\" tabindex=\"-1\">"),
            "{html}"
        );
        assert!(current(&html) == "services.1" && html.contains("/11</span>"));
    });
}

#[test]
fn each_wish_opens_its_part() {
    with_desk("#e=2022", |desk| {
        for (wish, mark) in [
            (OwnDataRequest::Import, "desk-import-file"),
            (OwnDataRequest::Export, "desk-project-file"),
            (OwnDataRequest::Index, "begin-name"),
            (OwnDataRequest::Card(None), "component-view"),
        ] {
            desk.turn_to(wish);
            assert!(drawn(desk).contains(&format!("id=\"{mark}\"")), "{mark}");
        }
    });
}
