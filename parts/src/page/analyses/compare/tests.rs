//! Scenarios that are saved, renamed, opened and forgotten, and two provinces side by side.

use super::compare;
use crate::page::analyses::others::{counted, signed};
use crate::page::analyses::work::tests::{
    calculator, deed, drawn, finding_of, ground, hundredths, page, shown, table, text_of,
};
use crate::page::tests::Asker;
use crate::page::text::{change, in_language, move_in_words, score};
use dti_engine::calculator::{Effort, present};
use dti_engine::model::{Exact, Origin, Scenario, Standing};
use dti_formats::link::{self, Language};

const EDITED: &str = "#e=2022&u=bac-giang&s=bac-giang.society:0.45&panel=compare";
const CAPTION: &str = "Các kịch bản cạnh nhau";

fn said(fragment: &str, choices: &[(&str, &str)]) -> String {
    drawn(&ground(fragment, choices), compare)
}

/// Presses the button whose deed begins so.
#[track_caller]
fn press_shown(page: &mut Asker, start: &str) {
    let deed = deed(&shown(page), start).expect(start);
    page.press(&deed);
}

fn standing(scenario: &Scenario) -> Standing {
    let edition = calculator().edition(&scenario.edition).unwrap();
    let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let standings = calculator().simulate(scenario).unwrap();
    standings.of(position).unwrap().clone()
}

#[test]
fn a_scenario_is_saved_named_opened_and_forgotten() {
    let mut page = page(EDITED, &[]);
    let html = shown(&page);
    assert_eq!(finding_of(&html), "Chưa lưu kịch bản nào để so sánh.");
    assert!(!html.contains(CAPTION) && page.saved().is_empty());
    press_shown(&mut page, "set saved.1 ");
    let html = shown(&page);
    assert_eq!(
        finding_of(&html),
        "Bắc Giang, DTI 2022 (63 tỉnh, thành): kịch bản đang xem cho hạng 8/63; kịch bản “Kịch \
         bản 1” cho hạng 8/63, giá trị 0,6613."
    );
    assert_eq!(
        table(&html, CAPTION)[0],
        ["So sánh", "Đang xem", "Kịch bản 1"]
    );
    // It may hold what the reader knows; the link of the page does not grow by it.
    assert!(page.saved().contains("bac-giang.society:0.45"));
    let fragment = link::write(&page.link, link::Privacy::WithKnown).unwrap();
    assert!(!fragment.contains("saved"));
    page.set("saved.1.name", "Xã hội số 0,45");
    page.load("e=2022&u=bac-giang");
    let html = shown(&page);
    assert!(
        finding_of(&html)
            .contains("kịch bản đang xem cho hạng 9/63; kịch bản “Xã hội số 0,45” cho hạng 8/63")
    );
    assert!(html.contains("value=\"Xã hội số 0,45\"") && html.contains("Mở: Xã hội số 0,45"));
    press_shown(&mut page, "load ");
    assert_eq!(page.link.scenario, link::read(EDITED).0.scenario);
    // Its name goes with it.
    page.press("set saved.1 ");
    assert!(page.saved().is_empty());
    press_shown(&mut page, "set saved.1 ");
    assert!(finding_of(&shown(&page)).contains("“Kịch bản 1”"));
}

#[test]
fn four_are_kept_and_a_fifth_has_to_wait() {
    let mut page = page(EDITED, &[]);
    for slot in 1..=4 {
        assert!(shown(&page).contains("Chỉ lưu trên máy này, tối đa bốn kịch bản."));
        press_shown(&mut page, &format!("set saved.{slot} "));
    }
    let full = "Đã lưu đủ bốn kịch bản trên máy này; hãy xóa một kịch bản để lưu thêm.";
    let html = shown(&page);
    assert!(html.contains(full) && !html.contains("Lưu kịch bản đang xem"));
    assert_eq!(table(&html, CAPTION)[0].len(), 6);
    page.press("set saved.2 ");
    let html = shown(&page);
    assert!(!html.contains(full));
    assert_eq!(
        table(&html, CAPTION)[0][2..],
        ["Kịch bản 1", "Kịch bản 3", "Kịch bản 4"]
    );
    press_shown(&mut page, "set saved.2 ");
    assert!(shown(&page).contains(full));
}

#[test]
fn saved_scenarios_survive_the_device_and_hostile_texts_break_nothing() {
    let mut own = page(EDITED, &[]);
    press_shown(&mut own, "set saved.1 ");
    let other = page("#e=2023&u=ha-noi&panel=compare", &[]).with_saved(&own.saved());
    assert_eq!(other.saved(), own.saved());
    assert!(shown(&other).contains("Bắc Giang, DTI 2022"));
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
        let page = page(EDITED, &[]).with_saved(hostile);
        let html = shown(&page);
        assert!(html.contains("Bắc Giang (hạng 8) kém"), "{hostile}: {html}");
        assert!(!html.contains("<b>") && !html.contains("<script"), "{html}");
    }
    let named = page(EDITED, &[]).with_saved(
        "saved.1\u{1f}e=2022&u=bac-giang\u{1d}saved.1.name\u{1f}<script>|=;\u{1e}\u{1d}",
    );
    assert_eq!(table(&shown(&named), CAPTION)[0][2], "<script>|=;");
}

#[test]
fn every_column_is_the_calculators() {
    for language in [Language::Vi, Language::En] {
        let fragments = [
            "e=2022&u=bac-giang&s=bac-giang.society:0.45",
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.99,bac-giang.economy:0.85",
            "e=2022&u=bac-giang&r=gain:10",
            "e=2024-34&u=bac-ninh&w=society:400",
            "e=2022&u=bac-giang&s=bac-giang.awareness:k0.8,bac-giang.society:0.2",
        ];
        let mut choices = vec![];
        let keys: Vec<String> = (1..5).map(|slot| format!("saved.{slot}")).collect();
        for (key, fragment) in keys.iter().zip(&fragments[1..]) {
            choices.push((key.as_str(), *fragment));
        }
        let address = format!("#{}&lang={}", fragments[0], language.as_str());
        let html = said(&address, &choices);
        let caption = [CAPTION, "Scenarios side by side"][usize::from(language == Language::En)];
        let rows = table(&html, caption);
        let scenarios = fragments.map(|fragment| link::read(fragment).0.scenario);
        for (place, scenario) in scenarios.iter().enumerate() {
            let (now, then) = (standing(scenario), standing(&present(scenario)));
            let edition = calculator().edition(&scenario.edition).unwrap();
            let unit = &edition.units()[now.position].name;
            let about = |text: String, is_estimated: bool| {
                if is_estimated {
                    format!("≈ {text}")
                } else {
                    text
                }
            };
            let cell = |row: usize| rows[row][place + 1].as_str();
            let title = in_language(&edition.header().title, language);
            assert_eq!(cell(1), format!("{}, {title}", in_language(unit, language)));
            let rank = format!("{}/{}", now.rank, edition.units().len());
            assert_eq!(cell(2), about(rank, now.estimated));
            let gained = i64::from(then.rank) - i64::from(now.rank);
            assert_eq!(cell(3), move_in_words(gained, language));
            assert_eq!(cell(4), about(score(now.score, language), now.estimated));
            assert_eq!(
                cell(5),
                about(change(now.score - then.score, language), now.estimated)
            );
            let effort = calculator().effort(scenario, Effort::Diminishing).unwrap();
            let tenths = (effort * 10.0).round() / 10.0;
            let shown: f64 = cell(6).replace(',', ".").parse().unwrap();
            assert!((shown - tenths).abs() < 1e-9, "{} {effort}", cell(6));
            for (row, node) in edition.framework().mains().enumerate() {
                let value = now.card.value(node).unwrap();
                let text = about(
                    score(value.score, language),
                    value.origin == Origin::Estimated,
                );
                let off = value.score - then.card.score(node);
                let guessed = then.card.origin(node) == Some(Origin::Estimated);
                let wanted = if off == Exact::ZERO {
                    text
                } else {
                    format!("{text} ({})", about(change(off, language), guessed))
                };
                assert_eq!(cell(7 + row), wanted, "{address}");
            }
        }
        let finding = finding_of(&html);
        // Of its own province and edition, although one of another has rank 5 of 34.
        let best = standing(&scenarios[1]);
        assert!(best.estimated && best.rank < standing(&scenarios[2]).rank);
        let told = match language {
            Language::Vi => format!("hạng ≈ {}/63, giá trị ≈", best.rank),
            Language::En => format!("rank ≈ {}/63, score ≈", best.rank),
        };
        assert!(finding.contains(&told), "{finding}");
        assert!(finding.contains("tốt nhất trong các") || finding.contains("the best of those"));
    }
}

#[test]
fn another_province_or_edition_is_named() {
    let html = said(EDITED, &[("saved.1", "e=2024-34&u=bac-ninh")]);
    assert_eq!(
        finding_of(&html),
        "Bắc Giang, DTI 2022 (63 tỉnh, thành): kịch bản đang xem cho hạng 8/63; kịch bản “Kịch bản \
         1” của Bắc Ninh, DTI 2024 (34 tỉnh, thành), cho hạng 11/34, giá trị 0,7474."
    );
    assert_eq!(html.matches("Mô phỏng, không phải").count(), 1);
    assert!(
        html.trim_end()
            .ends_with("Mô phỏng, không phải số liệu chính thức.</p>")
    );
}

/// The table of two provinces against the standings; the rows add up to the difference.
#[track_caller]
fn check_pair(fragment: &str, other: &str, language: Language) {
    let address = format!("#{fragment}&lang={}", language.as_str());
    let html = said(&address, &[("other", other)]);
    let scenario = link::read(fragment).0.scenario;
    let edition = calculator().edition(&scenario.edition).unwrap();
    let standings = calculator().simulate(&scenario).unwrap();
    let maxima = calculator().maxima(&scenario).unwrap();
    let of = |id: &str| standings.of(edition.position(id).unwrap()).unwrap();
    let both = [of(scenario.unit.as_deref().unwrap()), of(other)];
    let names = both.map(|s| in_language(&edition.units()[s.position].name, language));
    let caption = match language {
        Language::Vi => format!("{} và {} theo từng chỉ số chính", names[0], names[1]),
        Language::En => format!("{} and {} by main indicator", names[0], names[1]),
    };
    let rows = table(&html, &caption);
    assert_eq!(rows[0][1..3], names);
    let plain = |text: &str| text.replace("≈ ", "");
    for (row, node) in rows[1..].iter().zip(edition.framework().mains()) {
        for (cell, standing) in row[1..3].iter().zip(both) {
            assert_eq!(plain(cell), score(standing.card.score(node), language));
            let is_estimated = standing.card.origin(node) == Some(Origin::Estimated);
            assert_eq!(cell.starts_with('≈'), is_estimated);
        }
        let lead = (both[0].card.score(node) - both[1].card.score(node)) * maxima.of_node(node);
        assert_eq!(plain(&row[3]), signed(lead, language));
        assert_eq!(
            row[3].starts_with('≈'),
            row[1..3].iter().any(|cell| cell.starts_with('≈'))
        );
    }
    let (last, parts) = rows[1..].split_last().unwrap();
    let difference = (both[0].score - both[1].score) * maxima.total();
    assert_eq!(plain(&last[3]), signed(difference, language));
    let sum: i64 = parts.iter().map(|row| hundredths(&row[3])).sum();
    let off = (sum - hundredths(&last[3])).abs();
    assert!(
        off * 2 <= parts.len() as i64 + 1,
        "{fragment} {other}: {off}"
    );
    let headline = text_of(&html);
    if difference != Exact::ZERO {
        let size = counted(difference.abs(), language);
        assert!(headline.contains(&size), "{headline}");
    }
    assert!(names.iter().all(|name| headline.contains(name)));
    let moving = [
        "mức thay đổi của các tỉnh khác",
        "what the other provinces gain or lose",
    ];
    let is_moving = moving.iter().any(|words| html.contains(words));
    assert!(!is_moving || fragment.contains("r="), "{html}");
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
    for unit in calculator().edition("2022").unwrap().units() {
        if unit.id != "bac-giang" {
            check_pair("e=2022&u=bac-giang", &unit.id, Language::Vi);
        }
    }
}

#[test]
fn the_headline_of_two_provinces_can_be_quoted() {
    let headline = |fragment: &str, other: &str| text_of(&said(fragment, &[("other", other)]));
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
        let text = headline(fragment, other);
        assert!(text.contains(sentence), "{text}");
    }
    let text = headline("#e=2022&u=thanh-hoa&s=thanh-hoa.awareness:0.99", "yen-bai");
    assert!(text.contains("dựa vào ước tính, nên chênh lệch cũng chỉ là ước tính."));
    let text = headline("#e=2022&u=bac-giang", "nam-dinh");
    assert!(text.contains("chênh lệch giá trị DTI thì không."), "{text}");
}

#[test]
fn a_scenario_that_cannot_be_shown_keeps_its_place() {
    let gone = "saved.1\u{1f}e=own-1&u=nowhere\u{1d}saved.1.name\u{1f}Riêng\u{1d}";
    let mut page = page(EDITED, &[]).with_saved(gone);
    let html = shown(&page);
    assert!(html.contains("“Riêng” thuộc một kỳ hoặc một tỉnh không có ở đây"));
    press_shown(&mut page, "set saved.2 ");
    assert!(page.saved().starts_with(gone), "{}", page.saved());
    page.press("set saved.1 ");
    assert!(!page.saved().contains("own-1") && page.saved().contains("saved.2"));
}

#[test]
fn what_other_pages_saved_besides_is_shown_too() {
    let fifth = (1..=5).map(|slot| format!("saved.{slot}\u{1f}e=2022&u=bac-giang\u{1d}"));
    let page = page(EDITED, &[]).with_saved(&fifth.collect::<String>());
    let html = shown(&page);
    assert!(html.contains("Mở: Kịch bản 5") && !html.contains("Lưu kịch bản đang xem"));
}

#[test]
fn why_nothing_is_kept_stands_where_it_is_saved() {
    let mut page = page(EDITED, &[]);
    press_shown(&mut page, "set saved.1 ");
    page.set("saving", "full");
    let html = shown(&page);
    assert!(html.contains("đã đầy") && !html.contains("Chỉ lưu trên máy này"));
    page.set("saving", "");
    assert!(shown(&page).contains("Chỉ lưu trên máy này"));
}
