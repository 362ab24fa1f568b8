//! What is said about the places around, against the calculator's own.

use super::{Around, around};
use crate::views::analyses::ground::tests::with_ground;
use crate::views::tests::support::official;
use dti_formats::link;
use dti_words::Words;
use dti_words::numbers::fixed_points;

fn said(fragment: &str) -> Around {
    with_ground(fragment, &[], around)
}

/// All that is said, in one text.
fn all(said: &Around) -> String {
    let tables = [&said.climbs, &said.near, &said.zones];
    let cells = tables.iter().flat_map(|table| {
        let heads = table.columns.iter().map(|(head, _)| head);
        let rows = table.rows.iter().flat_map(|row| &row.cells);
        std::iter::once(&table.caption).chain(heads).chain(rows)
    });
    let told = [
        &said.finding,
        &said.told,
        &said.rivals,
        &said.caution,
        &said.orders.caution,
    ];
    let told = told.into_iter().chain(&said.orders.told).chain(cells);
    told.cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn the_finding_can_be_quoted() {
    let hue = said("#e=2022&u=thua-thien-hue");
    assert_eq!(
        hue.finding,
        "Thừa Thiên Huế (hạng 4) cần thêm 4,9 điểm để bằng Quảng Ninh và lên hạng 3; mất hơn 5,1 điểm \
         thì tụt sau Cần Thơ, xuống hạng 5."
    );
    assert!(
        hue.told
            .starts_with("Số điểm cần thêm là đủ mà không cần nhờ làm tròn.")
    );
    let orders = hue.orders.told.join(" ");
    for sentence in [
        "Quảng Ninh vẫn đứng trên Thừa Thiên Huế khi thay tới khoảng 4,6% trọng số",
        "Thừa Thiên Huế vẫn đứng trên Cần Thơ khi thay tới khoảng 5,9% trọng số",
    ] {
        assert!(orders.contains(sentence), "{orders}");
    }
    let first = said("#e=2022&u=da-nang&lang=en");
    let start = "Da Nang is at rank 1; losing more than 83.9 points drops it";
    assert!(first.finding.starts_with(start), "{}", first.finding);
    assert!(first.climbs.rows.is_empty() && first.told.is_empty());
    let last = said("#e=2022&u=bac-kan").finding;
    assert!(
        last.starts_with("Bắc Kạn (hạng 63) cần thêm 12,8 điểm để bằng Gia Lai"),
        "{last}"
    );
    assert!(last.ends_with("không tỉnh nào đứng sau."), "{last}");
    let level = said("#e=2022&u=thanh-hoa");
    let end = "đang bằng điểm Yên Bái nên hễ thấp hơn là xuống hạng 16.";
    assert!(level.finding.ends_with(end), "{}", level.finding);
    let orders = level.orders.told.join(" ");
    assert!(
        orders.contains("Thanh Hóa và Yên Bái đang bằng điểm nên không có thứ tự"),
        "{orders}"
    );
}

#[test]
fn all_that_are_level_go_past_together() {
    // An Giang and Phú Yên share rank 59 of 2023.
    let edition = official().edition("2023").unwrap();
    let standings = official()
        .simulate(&link::read("e=2023").0.scenario)
        .unwrap();
    let mut above = standings.standings.iter().rev();
    let above = above.find(|own| own.rank < 59).unwrap();
    let finding = said(&format!("#e=2023&u={}", edition.units()[above.position].id)).finding;
    assert!(
        finding.ends_with("tụt sau An Giang và Phú Yên, xuống hạng 60."),
        "{finding}"
    );
}

#[test]
fn crowds_are_told_to_those_who_stand_in_them() {
    let standings = official()
        .simulate(&link::read("e=2022").0.scenario)
        .unwrap();
    let edition = official().edition("2022").unwrap();
    for standing in &standings.standings {
        let unit = &edition.units()[standing.position];
        let scenario = link::read(&format!("e=2022&u={}", unit.id)).0.scenario;
        let around = official().neighbourhood(&scenario).unwrap();
        let told = said(&format!("#e=2022&u={}", unit.id)).told;
        let (rank, name) = (standing.rank, &unit.name.vi);
        let mut zones = around.crowd.iter();
        let zone = zones.find(|zone| zone.from <= rank && rank <= zone.to);
        let is_apart = told.contains(&format!("{name} không đứng ở chỗ rất sát nào"));
        assert_eq!(is_apart, zone.is_none() && rank > 3, "{name}");
        if let Some(zone) = zone.filter(|zone| zone.from < zone.to && rank > 3) {
            let ends = format!(
                "Từ hạng {} đến hạng {}, trong đó có {name}",
                zone.from, zone.to
            );
            assert!(told.contains(&ends), "{told}");
        }
    }
}

#[test]
fn numbers_names_and_languages_hold_for_many() {
    for fragment in [
        "e=2022&u=bac-giang",
        "e=2022&u=bac-giang&s=bac-giang.awareness:0.8",
        "e=2022&u=da-nang&r=gain:12.5",
        "e=2022&u=ca-mau&w=society:400,economy:0",
        "e=2023&u=phu-yen&r=gain:-5",
        "e=2024&u=bac-giang&s=da-nang.government:0.1",
        "e=2024-34&u=bac-ninh&r=trend",
        "e=2024-34&u=lai-chau",
    ] {
        let scenario = link::read(fragment).0.scenario;
        let found = official().neighbourhood(&scenario).unwrap();
        let edition = official().edition(&scenario.edition).unwrap();
        let vi = said(&format!("#{fragment}"));
        let words = Words::plain(link::Language::Vi);
        assert_eq!(vi.climbs.rows.len(), found.up.len());
        for (climb, row) in found.up.iter().zip(&vi.climbs.rows) {
            assert!(
                row.cells[1].ends_with(&fixed_points(climb.points, &words)),
                "{row:?}"
            );
            assert_eq!(row.cells[2], edition.units()[climb.position].name.vi);
        }
        assert!(
            vi.near.rows.len() > 5 && vi.near.rows.iter().filter(|row| row.is_own).count() == 1
        );
        assert_eq!(!vi.rivals.is_empty(), fragment.contains("r="));
        let vi = all(&vi);
        for word in [" the ", " and ", " rank", " points", " more"] {
            assert!(!vi.contains(word), "{word}: {vi}");
        }
        let en = all(&said(&format!("#{fragment}&lang=en")));
        let foreign = en.chars().find(|&c| !c.is_ascii() && !"–−≈→“”".contains(c));
        assert_eq!(foreign, None, "{en}");
    }
    // A what-if on an estimate marks the points.
    let marked = said("#e=2022&u=bac-giang&s=bac-giang.awareness:0.8");
    assert!(marked.finding.contains("cần thêm ≈ "), "{}", marked.finding);
    assert!(marked.caution.contains("dựa vào một chỉ số ước tính"));
}
