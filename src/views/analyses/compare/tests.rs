//! Scenarios that are saved, renamed, opened and forgotten, and two units side by side, against the
//! calculator's own.

use super::Compare;
use super::pair::{Found, pair};
use super::saved::{Compared, Kept, all_kept, compared};
use crate::state::State;
use crate::views::analyses::ground::Ground;
use crate::views::analyses::ground::tests::{with_ground, with_page};
use crate::views::analyses::parts::Table;
use crate::views::tests::support::official;
use dti_engine::calculator::{Effort, present};
use dti_engine::model::{Exact, Origin, Scenario, Standing};
use dti_formats::link::{self, Language, Privacy};
use dti_words::analyses::{about, counted, signed};
use dti_words::numbers::{change, score};
use dti_words::{Unkept, Words, move_in_words};
use leptos::prelude::*;

const EDITED: &str = "#e=2022&u=bac-giang&s=bac-giang.society:0.45&panel=compare";

fn compared_now(state: State) -> Compared {
    compared(&Ground::of_now(state).unwrap(), &kept(state))
}

fn kept(state: State) -> Vec<Kept> {
    untrack(|| all_kept(state))
}

/// With scenarios that another page kept.
#[track_caller]
fn with_saved<T>(text: &str, go: impl FnOnce(State) -> T) -> T {
    with_page(EDITED, &[], |state| {
        state.restore_saved(text);
        go(state)
    })
}

fn html(state: State) -> String {
    view! { <Compare state /> }.to_html()
}

/// Headings of the columns.
fn heads(table: &Table) -> Vec<&str> {
    table
        .columns
        .iter()
        .map(|(head, _)| head.as_str())
        .collect()
}

fn standing(scenario: &Scenario) -> Standing {
    let edition = official().edition(&scenario.edition).unwrap();
    let position = edition.position(scenario.unit.as_deref().unwrap());
    let standings = official().simulate(scenario).unwrap();
    standings.of(position.unwrap()).unwrap().clone()
}

#[test]
fn a_scenario_is_saved_named_opened_and_forgotten() {
    with_page(EDITED, &[], |state| {
        let before = compared_now(state);
        assert_eq!(before.finding, "Chưa lưu kịch bản nào để so sánh.");
        assert!(before.table.rows.is_empty() && state.saved().is_empty());
        state.save_scenario();
        let after = compared_now(state);
        assert_eq!(
            after.finding,
            "Bắc Giang, DTI 2022 (63 tỉnh, thành): kịch bản đang xem cho hạng 8/63; kịch bản “Kịch bản \
             1” cho hạng 8/63, giá trị 0,6613."
        );
        assert_eq!(heads(&after.table), ["So sánh", "Đang xem", "Kịch bản 1"]);
        // It may hold what the reader knows; the link of the page does not grow by it.
        assert!(state.saved().contains("bac-giang.society:0.45"));
        let fragment = link::write(&untrack(|| state.link()), Privacy::WithKnown).unwrap();
        assert!(!fragment.contains("saved"));
        state.set_choice("saved.1.name", "Xã hội số 0,45");
        state.load_scenario(
            &dti_formats::link::read_private("e=2022&u=bac-giang")
                .0
                .scenario,
        );
        let other = compared_now(state).finding;
        let told = "kịch bản đang xem cho hạng 9/63; kịch bản “Xã hội số 0,45” cho hạng 8/63";
        assert!(other.contains(told), "{other}");
        let html = html(state);
        assert!(html.contains("value=\"Xã hội số 0,45\"") && html.contains("Mở: Xã hội số 0,45"));
        let column = kept(state).remove(0).column.unwrap();
        state.load_scenario(&column.scenario);
        let wanted = link::read(EDITED.trim_start_matches('#')).0.scenario;
        assert_eq!(untrack(|| state.scenario()), wanted);
        // Its name goes with it.
        state.forget_scenario(1);
        assert!(state.saved().is_empty());
        state.save_scenario();
        assert!(compared_now(state).finding.contains("“Kịch bản 1”"));
    });
}

#[test]
fn four_are_kept_and_a_fifth_has_to_wait() {
    with_page(EDITED, &[], |state| {
        let save = "Lưu kịch bản đang xem";
        let full = "Đã lưu đủ bốn kịch bản trên máy này; hãy xóa một kịch bản để lưu thêm.";
        for _ in 1..=4 {
            let html = html(state);
            assert!(html.contains("Chỉ lưu trên máy này, tối đa bốn kịch bản."));
            assert!(html.contains(save) && !html.contains(full));
            state.save_scenario();
        }
        let at_most = html(state);
        assert!(at_most.contains(full) && !at_most.contains(save));
        assert_eq!(heads(&compared_now(state).table).len(), 6);
        state.forget_scenario(2);
        assert!(!html(state).contains(full));
        let table = compared_now(state).table;
        assert_eq!(
            heads(&table)[2..],
            ["Kịch bản 1", "Kịch bản 3", "Kịch bản 4"]
        );
        state.save_scenario();
        assert!(state.saved().contains("saved.2\u{1f}") && html(state).contains(full));
    });
}

#[test]
fn saved_scenarios_survive_the_device_and_hostile_texts_break_nothing() {
    let own = with_page(EDITED, &[], |state| {
        state.save_scenario();
        state.saved()
    });
    with_page("#e=2023&u=ha-noi&panel=compare", &[], |state| {
        state.restore_saved(&own);
        assert_eq!(state.saved(), own);
        assert!(html(state).contains("Bắc Giang, DTI 2022"));
    });
    for hostile in [
        "",
        "\u{1d}",
        "saved.1\u{1f}",
        "saved.1\u{1f}e=1999&u=nowhere\u{1d}saved.2\u{1f}<b>\u{1d}",
        "saved.1\u{1f}e=2022&u=hue\u{1e}x\u{1c}\u{1d}",
        "saved.1\u{1f}e=2022&u=bac-giang\u{1d}saved.1.name\u{1f}<script>\u{1e}\u{1d}",
        "saved.\u{1e}9\u{1f}\u{1e}\u{1e}\u{1d}saved.1.name\u{1f}|=;\u{1d}",
        "panel\u{1f}plan\u{1d}t\u{1f}3\u{1d}",
        "saved.1\u{1f}e=2022&u=bac-giang&s=bac-giang.society:9,x&w=a:1&r=gain:x\u{1d}",
        &"saved.1\u{1f}".repeat(500),
        &format!(
            "saved.1.name\u{1f}{}\u{1d}saved.1\u{1f}e=2022&u=hai-duong",
            "ệ".repeat(5000)
        ),
    ] {
        with_saved(hostile, |state| {
            let html = html(state);
            assert!(html.contains("Bắc Giang (hạng 8) kém"), "{hostile}: {html}");
            assert!(!html.contains("<b>") && !html.contains("<script"), "{html}");
        });
    }
    let named = "saved.1\u{1f}e=2022&u=bac-giang\u{1d}saved.1.name\u{1f}<script>|=;\u{1e}\u{1d}";
    with_saved(named, |state| {
        assert_eq!(heads(&compared_now(state).table)[2], "<script>|=;");
    });
}

#[test]
fn every_column_is_the_calculators() {
    for language in [Language::Vi, Language::En] {
        let words = Words::plain(language);
        let fragments = [
            "e=2022&u=bac-giang&s=bac-giang.society:0.45",
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.99,bac-giang.economy:0.85",
            "e=2022&u=bac-giang&r=gain:10",
            "e=2024-34&u=bac-ninh&w=society:400",
            "e=2022&u=bac-giang&s=bac-giang.awareness:k0.8,bac-giang.society:0.2",
        ];
        let keys: Vec<String> = (1..5).map(|slot| format!("saved.{slot}")).collect();
        let choices = keys
            .iter()
            .map(String::as_str)
            .zip(fragments[1..].iter().copied());
        let choices: Vec<_> = choices.collect();
        let address = format!("#{}&lang={}", fragments[0], language.as_str());
        let said = with_page(&address, &choices, compared_now);
        let rows: Vec<_> = said.table.rows.iter().map(|row| &row.cells).collect();
        let scenarios = fragments.map(|fragment| link::read(fragment).0.scenario);
        for (place, scenario) in scenarios.iter().enumerate() {
            let (now, then) = (standing(scenario), standing(&present(scenario)));
            let edition = official().edition(&scenario.edition).unwrap();
            let unit = words.in_language(&edition.units()[now.position].name);
            let title = words.in_language(&edition.header().title);
            let cell = |row: usize| rows[row][place + 1].as_str();
            assert_eq!(cell(0), format!("{unit}, {title}"));
            let rank = format!("{}/{}", now.rank, edition.units().len());
            assert_eq!(cell(1), about(rank, now.estimated));
            let gained = i64::from(then.rank) - i64::from(now.rank);
            assert_eq!(cell(2), move_in_words(gained, &words));
            assert_eq!(cell(3), about(score(now.score, &words), now.estimated));
            let moved = change(now.score - then.score, &words);
            assert_eq!(cell(4), about(moved, now.estimated));
            let effort = official().effort(scenario, Effort::Diminishing).unwrap();
            let shown: f64 = cell(5).replace(',', ".").parse().unwrap();
            assert!(
                (shown - (effort * 10.0).round() / 10.0).abs() < 1e-9,
                "{effort}"
            );
            for (row, node) in edition.framework().mains().enumerate() {
                let value = now.card.value(node).unwrap();
                let text = score(value.score, &words);
                let text = about(text, value.origin == Origin::Estimated);
                let off = value.score - then.card.score(node);
                let guessed = then.card.origin(node) == Some(Origin::Estimated);
                let wanted = match off == Exact::ZERO {
                    true => text,
                    false => format!("{text} ({})", about(change(off, &words), guessed)),
                };
                assert_eq!(cell(6 + row), wanted, "{address}");
            }
        }
        // Of its own province and edition, although one of another has rank 5 of 34.
        let best = standing(&scenarios[1]);
        assert!(best.estimated && best.rank < standing(&scenarios[2]).rank);
        let told = match language {
            Language::Vi => format!("hạng ≈ {}/63, giá trị ≈", best.rank),
            Language::En => format!("rank ≈ {}/63, score ≈", best.rank),
        };
        let finding = &said.finding;
        assert!(finding.contains(&told), "{finding}");
        assert!(finding.contains("tốt nhất trong các") || finding.contains("the best of those"));
        assert!(!said.caution.is_empty());
    }
}

#[test]
fn another_province_or_edition_is_named() {
    with_page(EDITED, &[("saved.1", "e=2024-34&u=bac-ninh")], |state| {
        assert_eq!(
            compared_now(state).finding,
            "Bắc Giang, DTI 2022 (63 tỉnh, thành): kịch bản đang xem cho hạng 8/63; kịch bản “Kịch bản \
             1” của Bắc Ninh, DTI 2024 (34 tỉnh, thành), cho hạng 11/34, giá trị 0,7474."
        );
        assert!(html(state).contains("Mô phỏng, không phải số liệu chính thức."));
    });
}

#[test]
fn a_scenario_that_cannot_be_shown_keeps_its_place() {
    let gone = "saved.1\u{1f}e=own-1&u=nowhere\u{1d}saved.1.name\u{1f}Riêng\u{1d}";
    with_saved(gone, |state| {
        assert!(html(state).contains("“Riêng” thuộc một kỳ hoặc một tỉnh không có ở đây"));
        let [own] = &kept(state)[..] else {
            panic!("one is kept");
        };
        assert_eq!(
            (own.slot, own.name.as_str(), &own.column),
            (1, "Riêng", &None)
        );
        state.save_scenario();
        assert!(state.saved().starts_with(gone), "{}", state.saved());
        state.forget_scenario(1);
        assert!(!state.saved().contains("own-1") && state.saved().contains("saved.2"));
    });
}

#[test]
fn what_other_pages_saved_besides_is_shown_too() {
    let fifth = (1..=5).map(|slot| format!("saved.{slot}\u{1f}e=2022&u=bac-giang\u{1d}"));
    with_saved(&fifth.collect::<String>(), |state| {
        let html = html(state);
        assert!(html.contains("Mở: Kịch bản 5") && !html.contains("Lưu kịch bản đang xem"));
    });
}

#[test]
fn why_nothing_is_kept_stands_where_it_is_saved() {
    with_page(EDITED, &[], |state| {
        state.save_scenario();
        untrack(|| state.is_unkept(Unkept::Full));
        let why = html(state);
        assert!(why.contains("đã đầy") && !why.contains("Chỉ lưu trên máy này"));
        untrack(|| state.saved_as(&Ok(state.saved())));
        assert!(html(state).contains("Chỉ lưu trên máy này"));
    });
}

fn beside(fragment: &str, other: &str) -> Found {
    with_ground(fragment, &[("other", other)], |ground| {
        pair(ground).unwrap()
    })
}

/// Hundredths of points as they are written: "+16,45", "≈ −2.67".
#[track_caller]
fn hundredths(text: &str) -> i64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let size: i64 = digits.parse().unwrap();
    if text.contains('−') { -size } else { size }
}

/// The table of two provinces against the standings; the rows add up to the difference.
#[track_caller]
fn check_pair(fragment: &str, other: &str, language: Language) {
    let words = Words::plain(language);
    let address = format!("#{fragment}&lang={}", language.as_str());
    let found = beside(&address, other);
    let scenario = link::read(fragment).0.scenario;
    let edition = official().edition(&scenario.edition).unwrap();
    let standings = official().simulate(&scenario).unwrap();
    let maxima = official().maxima(&scenario).unwrap();
    let of = |id: &str| standings.of(edition.position(id).unwrap()).unwrap();
    let both = [of(scenario.unit.as_deref().unwrap()), of(other)];
    let names = both.map(|own| words.in_language(&edition.units()[own.position].name));
    assert_eq!(heads(&found.table)[1..3], names);
    let plain = |text: &str| text.replace("≈ ", "");
    for (row, node) in found.table.rows.iter().zip(edition.framework().mains()) {
        let row = &row.cells;
        for (cell, standing) in row[1..3].iter().zip(both) {
            assert_eq!(plain(cell), score(standing.card.score(node), &words));
            let is_estimated = standing.card.origin(node) == Some(Origin::Estimated);
            assert_eq!(cell.starts_with('≈'), is_estimated);
        }
        let lead = (both[0].card.score(node) - both[1].card.score(node)) * maxima.of_node(node);
        assert_eq!(plain(&row[3]), signed(lead, &words));
        let is_marked = row[1..3].iter().any(|cell| cell.starts_with('≈'));
        assert_eq!(row[3].starts_with('≈'), is_marked);
    }
    let (last, parts) = found.table.rows.split_last().unwrap();
    let difference = (both[0].score - both[1].score) * maxima.total();
    assert_eq!(plain(&last.cells[3]), signed(difference, &words));
    let sum: i64 = parts.iter().map(|row| hundredths(&row.cells[3])).sum();
    let off = (sum - hundredths(&last.cells[3])).abs();
    assert!(
        off * 2 <= parts.len() as i64 + 1,
        "{fragment} {other}: {off}"
    );
    if difference != Exact::ZERO {
        let size = counted(difference.abs(), &words);
        assert!(found.finding.contains(&size), "{}", found.finding);
    }
    assert!(names.iter().all(|name| found.finding.contains(name)));
    let rest = words.pair_rest(true);
    let is_moving = parts.iter().any(|row| row.cells[0] == rest);
    assert!(!is_moving || fragment.contains("r="), "{parts:?}");
}

#[test]
fn two_provinces_differ_by_the_sum_of_their_indicators() {
    for (fragment, other) in [
        ("e=2022&u=thua-thien-hue", "quang-ninh"),
        ("e=2022&u=thanh-hoa", "yen-bai"),
        ("e=2022&u=bac-giang&s=bac-giang.awareness:0.95", "da-nang"),
        ("e=2022&u=bac-giang&r=gain:10", "thanh-hoa"),
        ("e=2023&u=phu-yen&w=society:400,economy:0", "ha-noi"),
        ("e=2024&u=da-nang&r=trend", "quang-nam"),
        ("e=2024-34&u=bac-ninh&s=hue.society:0.1", "hue"),
    ] {
        for language in [Language::Vi, Language::En] {
            check_pair(fragment, other, language);
        }
    }
    for unit in official().edition("2022").unwrap().units() {
        if unit.id != "bac-giang" {
            check_pair("e=2022&u=bac-giang", &unit.id, Language::Vi);
        }
    }
}

#[test]
fn the_headline_of_two_provinces_can_be_quoted() {
    for (fragment, other, sentence) in [
        (
            "#e=2022&u=thua-thien-hue",
            "quang-ninh",
            "Thừa Thiên Huế (hạng 4) kém Quảng Ninh (hạng 3) 4,9 điểm.",
        ),
        (
            "#e=2022&u=thanh-hoa&lang=en",
            "yen-bai",
            "Thanh Hoa and Yen Bai have the same score (rank 15).",
        ),
        (
            "#e=2022&u=bac-giang&r=gain:10&lang=en",
            "thanh-hoa",
            "Bac Giang (rank 18) is 1 point behind Thanh Hoa (rank 14).",
        ),
        (
            "#e=2022&u=thanh-hoa&s=thanh-hoa.awareness:0.99",
            "yen-bai",
            "Thanh Hóa (hạng ≈ 10) hơn Yên Bái (hạng 16) ≈ 4,9 điểm.",
        ),
        // Without a choice, or with a wrong one, the next one up; the second at the top.
        (
            "#e=2022&u=bac-giang",
            "nowhere",
            "Bắc Giang (hạng 9) kém Thái Nguyên (hạng 8)",
        ),
        (
            "#e=2022&u=da-nang",
            "da-nang",
            "Đà Nẵng (hạng 1) hơn Hồ Chí Minh (hạng 2)",
        ),
    ] {
        let found = beside(fragment, other);
        assert!(found.finding.contains(sentence), "{}", found.finding);
    }
    let marked = beside("#e=2022&u=thanh-hoa&s=thanh-hoa.awareness:0.99", "yen-bai");
    assert!(
        marked
            .caution
            .contains("dựa vào ước tính, nên chênh lệch cũng chỉ là ước tính.")
    );
    let known = beside("#e=2022&u=bac-giang", "nam-dinh");
    assert!(
        known.caution.contains("chênh lệch giá trị DTI thì không."),
        "{}",
        known.caution
    );
    assert_eq!(known.other, "nam-dinh");
    assert!(known.told.contains("hơn nhiều nhất ở"), "{}", known.told);
}
