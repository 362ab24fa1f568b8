//! What is said about a move, against the calculator's own explanation.

use super::{Explained, explained, follows_scenario};
use crate::views::analyses::ground::Ground;
use crate::views::analyses::ground::tests::{canvas, with_ground, with_page};
use crate::views::analyses::parts::{Row, Table};
use crate::views::tests::support::official;
use dti_engine::calculator::{Explanation, Part};
use dti_engine::model::{Edition, Exact, Scenario};
use dti_formats::link::{self, Language};
use dti_words::Words;
use dti_words::analyses::signed;
use dti_words::numbers::{change, points, score};
use std::sync::Arc;

fn said(fragment: &str, choices: &[(&str, &str)]) -> Explained {
    with_ground(fragment, choices, |ground| explained(ground, &canvas()))
}

fn edition(id: &str) -> &'static Arc<Edition> {
    official().edition(id).unwrap()
}

fn why(unit: &str, from: &Scenario, to: &Scenario) -> Explanation {
    official().explain(unit, from, to).unwrap()
}

fn cells(table: &Table) -> Vec<&[String]> {
    table.rows.iter().map(|row| row.cells.as_slice()).collect()
}

/// Hundredths of points as they are written: "+16,45", "≈ −2.67"; nothing where nothing stands there.
#[track_caller]
fn hundredths(text: &str) -> i64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let size: i64 = digits.parse().unwrap_or_default();
    if text.contains('−') { -size } else { size }
}

/// Finding, paragraph and tables against the explanation.
#[track_caller]
fn check(said: &Explained, found: &Explanation, onto: &Edition, language: Language) {
    let words = Words::of(language, Some(onto));
    let finding = &said.finding;
    let name_at = |row: usize| words.in_language(&onto.units()[row].name);
    assert!(
        finding.starts_with(&format!("{}: ", name_at(found.position))),
        "{finding}"
    );
    if found.score_change != Exact::ZERO {
        let size = score(found.score_change.abs(), &words);
        assert!(finding.contains(&size), "{finding}");
    }
    let (from, to, places) = (found.rank_before, found.rank_after, found.rank_change.abs());
    let told = match (language, found.rank_change) {
        (Language::Vi, 0) => format!("vẫn ở hạng {to} ("),
        (Language::En, 0) => format!("the rank stayed {to} ("),
        (Language::Vi, 1..) => format!("tụt {places} bậc, từ hạng {from} ("),
        (Language::Vi, _) => format!("lên {places} bậc, từ hạng {from} ("),
        (Language::En, 1) => format!("it lost 1 place, from rank {from} ("),
        (Language::En, -1) => format!("it won 1 place, from rank {from} ("),
        (Language::En, 1..) => format!("it lost {places} places, from rank {from} ("),
        (Language::En, _) => format!("it won {places} places, from rank {from} ("),
    };
    assert!(
        finding.replace("≈ ", "").contains(&told),
        "{told}: {finding}"
    );
    for written in [found.score_before, found.score_after] {
        assert!(said.told.contains(&score(written, &words)), "{}", said.told);
    }
    for &row in found.overtook_me.iter().chain(&found.i_overtook) {
        assert!(said.told.contains(name_at(row)), "{}", said.told);
    }
    check_effects(said, found, &words);
    check_changes(said, found, onto, &words);
    let total = onto.framework().total().value();
    assert_eq!(said.pairs.rows.len(), found.pairs.len());
    for (row, pair) in cells(&said.pairs).into_iter().zip(&found.pairs) {
        let [name, before, after, most] = row else {
            panic!("{row:?}");
        };
        assert_eq!(name, name_at(pair.position));
        assert_eq!(*before, signed(pair.gap_before * total, &words));
        assert_eq!(*after, signed(pair.gap_after * total, &words));
        assert!(!most.is_empty());
    }
    assert_eq!(!said.estimated.is_empty(), found.estimated);
}

/// Who: three causes and their sum, and where each leads alone.
#[track_caller]
fn check_effects(said: &Explained, found: &Explanation, words: &Words) {
    let whole = Exact::whole(found.rank_change);
    let alone = found.alone;
    let causes = [
        (alone.own, found.own),
        (alone.rivals, found.rivals),
        (alone.method, found.method),
        (found.rank_after, whole),
    ];
    assert_eq!(said.effects.rows.len(), causes.len());
    for (row, (rank, places)) in cells(&said.effects).into_iter().zip(causes) {
        let mark = match places.cmp(&Exact::ZERO) {
            std::cmp::Ordering::Greater => "▼ ",
            std::cmp::Ordering::Equal => "",
            std::cmp::Ordering::Less => "▲ ",
        };
        let places = format!("{mark}{}", points(places.abs(), words));
        assert_eq!(row[1..], [rank.to_string(), places]);
    }
}

/// Where: each indicator, the rest, and the whole; the chart shows the same.
#[track_caller]
fn check_changes(said: &Explained, found: &Explanation, onto: &Edition, words: &Words) {
    let total = onto.framework().total().value();
    let told = found.changes.iter();
    let told =
        told.filter(|one| one.part != Part::Rest || (one.change * total).round_half_up(2) != 0);
    let rows = cells(&said.changes);
    let (last, rows) = rows.split_last().unwrap();
    assert_eq!(rows.len(), told.clone().count());
    for (row, one) in rows.iter().zip(told) {
        if let Part::Indicator(node) = one.part {
            let name = &onto.framework().indicator(node).name;
            assert_eq!(row[0], words.in_language(name));
        }
        let mark = if one.estimated { "≈ " } else { "" };
        assert_eq!(row[1], format!("{mark}{}", change(one.change, words)));
        assert_eq!(
            row[2],
            format!("{mark}{}", signed(one.change * total, words))
        );
    }
    let sum: i64 = rows.iter().map(|row| hundredths(&row[2])).sum();
    let off = (sum - hundredths(&last[2])).abs();
    assert!(off * 2 <= rows.len() as i64 + 1, "{rows:?} {last:?}");
    let chart = said.waterfall.as_ref().unwrap();
    let drawn: Exact = chart.lines.iter().map(|line| line.points).sum();
    assert_eq!(chart.from + drawn, chart.to, "the drawn steps add up");
    let told = &said.picture.as_ref().unwrap().told;
    assert_eq!(told.finding, said.finding);
    assert_eq!(told.table.rows.len(), said.changes.rows.len());
}

#[test]
fn quang_ninh_rose_in_score_and_lost_nine_places() {
    let said = said("#e=2023&u=quang-ninh", &[]);
    assert_eq!(
        said.finding,
        "Quảng Ninh: giá trị tăng 0,0142 nhưng tụt 9 bậc, từ hạng 3 (2022) xuống hạng 12 (2023)."
    );
    let found = why(
        "quang-ninh",
        &Scenario::baseline("2022"),
        &Scenario::baseline("2023"),
    );
    let alone = found.alone;
    assert_eq!(
        said.told,
        format!(
            "Giá trị DTI của Quảng Ninh từ 0,7024 thành 0,7166. Trong các chỉ số biết được ở cả hai \
             phía, Hoạt động chính quyền số làm giá trị đổi nhiều nhất (−0,0145). Nếu các tỉnh khác \
             đứng yên: hạng {}; nếu chỉ các tỉnh khác đổi: hạng {}. Vượt lên trước: Thừa Thiên Huế, \
             Lạng Sơn, Cần Thơ, Hà Nội, Bình Dương, Hải Phòng, Bắc Giang, Bà Rịa - Vũng Tàu, Thanh \
             Hóa.",
            alone.own, alone.rivals
        )
    );
    // What stays of the means over both orders: (own alone - 3 + 12 - rivals alone) / 2 = -6.5.
    assert_eq!(i64::from(alone.rivals) - i64::from(alone.own), 22);
    assert_eq!(cells(&said.effects)[0][2], "▲ 6,5");
    assert_eq!(said.pairs.caption, "9 tỉnh đã vượt lên, và nhờ đâu");
    assert_eq!(said.pairs.columns[1].0, "So với Quảng Ninh (2022), điểm");
    let pairs = cells(&said.pairs);
    assert_eq!(pairs[0][1..3], ["−4,90", "+49,40"]);
    let last = [
        "Thanh Hóa",
        "−67,40",
        "+14,80",
        "Hoạt động chính quyền số (+32,30)",
    ];
    assert_eq!(pairs[8], last);
}

#[test]
fn every_indicator_stands_there_year_by_year() {
    let said = said("#e=2023&u=thua-thien-hue", &[]);
    let years = &said.years;
    let headings: Vec<&str> = years
        .columns
        .iter()
        .map(|(text, _)| text.as_str())
        .collect();
    assert_eq!(
        headings,
        [
            "Chỉ số chính",
            "Giá trị 2022",
            "Điểm 2022",
            "Hạng 2022",
            "Giá trị 2023",
            "Điểm 2023",
            "Hạng 2023",
            "Đổi 2022 → 2023"
        ]
    );
    assert_eq!(years.rows.len(), 9);
    let last = years.rows.last().unwrap();
    assert!(last.is_own);
    let total = &last.cells;
    assert_eq!(total[0], "Giá trị DTI");
    assert_eq!((total[3].as_str(), total[6].as_str()), ("4", "3"));
    assert_eq!(total[7], "+0,0685");
    // All its indicators are published, so that nothing is estimated or left.
    assert!(years.rows.iter().all(|row| row.cells.len() == 8));
    assert!(!total.iter().any(|cell| cell.contains('≈')) && said.hidden.is_empty());
    assert!(
        !cells(&said.changes)
            .iter()
            .any(|row| row[0].contains("không công bố"))
    );
}

#[test]
fn years_between_stand_there_too_and_estimates_are_not_compared() {
    let said = said("#e=2022&u=bac-giang", &[("from", "2022"), ("to", "2024")]);
    assert_eq!(said.years.columns.len(), 1 + 3 + 4 + 4);
    let find = |name: &str| {
        let mut rows = said.years.rows.iter();
        rows.find(|row| row.cells[0] == name).unwrap().cells.clone()
    };
    let society = find("Hoạt động xã hội số");
    assert_eq!(society[1], "0,3348");
    assert!(society[7].starts_with(['+', '−']), "{society:?}");
    let workforce = find("Nhân lực số");
    assert!(workforce[1].starts_with("≈ "), "{workforce:?}");
    assert_eq!(workforce[7], "—");
    // What is not published separately is named, and called what it is.
    assert!(
        said.hidden
            .starts_with("Không công bố riêng ở cả hai kỳ, chỉ biết tổng: ")
    );
    for name in [
        "Nhận thức số",
        "Thể chế số",
        "Nhân lực số",
        "An toàn thông tin mạng",
    ] {
        assert!(said.hidden.contains(name), "{}", said.hidden);
    }
    let rest = &cells(&said.changes)[4];
    assert_eq!(rest[0], "4 chỉ số không công bố riêng");
    // A tied rank is a rank.
    assert!(
        said.finding.contains("xuống hạng 13 (2024)"),
        "{}",
        said.finding
    );
    assert!(
        said.told
            .contains("Hạng 13 (2024) là đồng hạng với Yên Bái."),
        "{}",
        said.told
    );
}

#[test]
fn every_unit_has_a_finding_for_both_pairs_of_years() {
    for [from, to] in [["2022", "2023"], ["2023", "2024"]] {
        for (row, unit) in edition(to).units().iter().enumerate() {
            let id = &unit.id;
            let found = why(id, &Scenario::baseline(from), &Scenario::baseline(to));
            let language = [Language::Vi, Language::En][row % 2];
            let fragment = format!("#e={to}&u={id}&lang={}", language.as_str());
            let said = said(&fragment, &[]);
            check(&said, &found, edition(to), language);
            let finding = &said.finding;
            assert!(finding.contains(&format!("({from}")) && finding.contains(&format!("{to})")));
            assert_eq!(said.whose, "");
        }
    }
}

#[test]
fn an_edited_scenario_is_explained_from_the_figures_before_it() {
    for (fragment, language) in [
        ("e=2022&u=bac-giang&s=bac-giang.society:0.45", Language::Vi),
        (
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.95",
            Language::En,
        ),
        ("e=2023&u=hai-phong&r=gain:12.5", Language::Vi),
        (
            "e=2022&u=bac-giang&w=society:400&s=bac-giang.economy:0.2",
            Language::En,
        ),
        (
            "e=2024-34&u=bac-ninh&s=hue.society:0,bac-ninh.society:0.9",
            Language::Vi,
        ),
        (
            "e=2023&u=ha-noi&r=trend&s=ha-noi.government:0.1",
            Language::En,
        ),
    ] {
        let scenario = link::read(fragment).0.scenario;
        let (id, unit) = (&scenario.edition, scenario.unit.clone().unwrap());
        let baseline = Scenario::baseline(id);
        let found = why(&unit, &baseline, &scenario);
        let fragment = format!("#{fragment}&lang={}", language.as_str());
        let shown = said(&fragment, &[]);
        let is_marked = shown.finding.contains('≈');
        let is_estimated = with_ground(&fragment, &[], |ground: &Ground| ground.own.estimated);
        assert_eq!(is_marked, is_estimated, "{}", shown.finding);
        check(&shown, &found, edition(id), language);
        let end = ["(theo kịch bản).", "(in the scenario)."];
        let finding = &shown.finding;
        assert!(end.iter().any(|end| finding.ends_with(end)), "{finding}");
        let words = Words::plain(language);
        assert_eq!(shown.whose, words.simulation_warning());
        // The other way round.
        let back = why(&unit, &scenario, &baseline);
        let choices = [("from", "scenario"), ("to", id.as_str())];
        check(&said(&fragment, &choices), &back, edition(id), language);
    }
    let awareness = said("#e=2022&u=bac-giang&s=bac-giang.awareness:0.95", &[]);
    assert_eq!(
        awareness.finding,
        "Bắc Giang: giá trị tăng ≈ 0,0046, lên 1 bậc, từ hạng 9 (2022) lên hạng ≈ 8 (theo kịch bản)."
    );
    let society = said("#e=2022&u=bac-giang&w=society:400&lang=en", &[]);
    let method = "if only the method (framework or max points) changed: rank 10. Overtaken by: Hai \
                  Duong, Nam Dinh.";
    assert!(
        society.told.contains("Overtaken by: Hai Duong, Nam Dinh."),
        "{}",
        society.told
    );
    assert!(
        society.told.contains(method) || society.told.contains("shared"),
        "{}",
        society.told
    );
}

#[test]
fn any_two_years_can_be_chosen() {
    let choices = [("from", "2022"), ("to", "2024")];
    for unit in ["bac-giang", "hue", "da-nang"] {
        for page in ["2022", "2024-34"] {
            let known = official().counterpart(unit, page).unwrap();
            let former = official().counterpart(known, "2024").unwrap();
            let found = why(
                former,
                &Scenario::baseline("2022"),
                &Scenario::baseline("2024"),
            );
            let said = said(&format!("#e={page}&u={known}"), &choices);
            check(&said, &found, edition("2024"), Language::Vi);
            let is_former = said.told.contains("trước sáp nhập.");
            assert_eq!(is_former, page == "2024-34", "{}", said.told);
        }
    }
    // Before the first year there is nothing; after the merger the nearest pair is explained.
    let first = said("#e=2022&u=thua-thien-hue", &[]).finding;
    assert!(
        first.contains("(2022)") && first.contains("(2023)"),
        "{first}"
    );
    let merged = said("#e=2024-34&u=bac-ninh", &[]).finding;
    assert!(
        merged.contains("(2023)") && merged.contains("(2024)"),
        "{merged}"
    );
}

#[test]
fn a_link_keeps_what_is_compared() {
    let link = "#e=2022&u=bac-giang&panel=explain&from=2022&to=2024";
    assert_eq!(said(link, &[]).ends, ["2022", "2024"]);
    with_page(
        "#e=2022&u=bac-giang&panel=explain",
        &[("from", "2023"), ("to", "2024")],
        |state| {
            let link = link::write(&state.link(), link::Privacy::ChoicesOnly).unwrap();
            assert!(link.contains("&from=2023&panel=explain&to=2024"), "{link}");
            state.set_choice("from", "");
            let link = link::write(&state.link(), link::Privacy::ChoicesOnly).unwrap();
            assert!(!link.contains("from"), "{link}");
        },
    );
}

#[test]
fn what_cannot_be_explained_is_said_and_what_is_on_file_is_shown() {
    let vi = said("#e=2022&u=bac-giang", &[("from", "2020"), ("to", "2021")]);
    assert_eq!(
        vi.finding,
        "Bắc Giang: chưa thể giải thích vì sao đổi hạng giữa hai kỳ này."
    );
    assert_eq!(vi.told, "Kỳ 2020 không đủ số liệu để mô phỏng.");
    let rows = cells(&vi.on_file);
    assert_eq!(
        rows[0],
        ["DTI 2020 (63 tỉnh, thành)", "Bắc Giang", "10", "0,3615"]
    );
    assert_eq!(
        rows[1],
        ["DTI 2021 (63 tỉnh, thành)", "Bắc Giang", "10", "chưa có"]
    );
    let choices = [("from", "2024"), ("to", "2024-34")];
    let en = said("#e=2022&u=bac-giang&lang=en", &choices);
    assert_eq!(
        en.finding,
        "Bac Ninh: why the rank moved between these editions cannot be explained."
    );
    let rows = cells(&en.on_file);
    // A rank that it shares was not printed, but is a rank.
    assert_eq!(
        rows[0],
        ["DTI 2024 (63 provinces)", "Bac Giang", "13", "0.7583"]
    );
    assert_eq!(
        rows[1],
        ["DTI 2024 (34 provinces)", "Bac Ninh", "11", "0.7474"]
    );
    for [from, to] in [
        ["2021", "2022"],
        ["2022", "2020"],
        ["2024-34", "2022"],
        ["2020", "2024-34"],
    ] {
        let said = said("#e=2023&u=hai-duong", &[("from", from), ("to", to)]);
        assert!(said.finding.contains("chưa thể giải thích") && !said.told.is_empty());
        assert_eq!(said.on_file.rows.len(), 2);
        assert!(said.changes.rows.is_empty() && said.years.rows.is_empty());
    }
}

#[test]
fn twice_the_same_and_a_scenario_that_is_gone_make_no_nonsense() {
    let same = said("#e=2022&u=bac-giang", &[("from", "2023"), ("to", "2023")]);
    assert_eq!(
        same.finding,
        "Bắc Giang: hãy chọn hai kỳ khác nhau để xem vì sao đổi hạng."
    );
    assert_eq!((same.told.as_str(), same.changes.rows.len()), ("", 0));
    let link = "#e=2022&u=bac-giang&s=bac-giang.society:0.45&panel=explain";
    let choices = [("from", "2022"), ("to", "scenario")];
    with_page(link, &choices, |state| {
        let now = || explained(&Ground::of_now(state).unwrap(), &canvas());
        assert!(now().finding.ends_with("(theo kịch bản)."));
        state.load_scenario(
            &dti_formats::link::read_private("e=2022&u=bac-giang")
                .0
                .scenario,
        );
        assert!(
            now().finding.ends_with("(2022 và 2023)."),
            "{}",
            now().finding
        );
        assert!(!now().options.iter().any(|(id, _)| id == "scenario"));
    });
}

#[test]
fn each_gap_is_split_and_adds_up_as_it_is_written() {
    let said = said("#e=2023&u=quang-ninh", &[]);
    assert_eq!(said.gaps.rows.len(), 9);
    for row in cells(&said.gaps) {
        let (whole, parts) = row[1..].split_last().unwrap();
        let sum: i64 = parts.iter().map(|text| hundredths(text)).sum();
        // Hundredths are rounded one by one.
        assert!((sum - hundredths(whole)).abs() <= 3, "{row:?}");
    }
}

#[test]
fn the_plain_rows_of_a_table_do_not_stand_out() {
    let said = said("#e=2023&u=quang-ninh", &[]);
    let own: Vec<&Row> = said.changes.rows.iter().filter(|row| row.is_own).collect();
    assert_eq!(own.len(), 1, "the sum");
}

#[test]
fn between_two_editions_one_edit_is_as_good_as_another() {
    let years = [("from", "2022"), ("to", "2023")];
    let edited = |score: &str| {
        said(
            &format!("#e=2023&u=thua-thien-hue&s=thua-thien-hue.society:{score}"),
            &years,
        )
    };
    let own = edited("0.2");
    assert_eq!(own, edited("0.9"));
    let published = said("#e=2023&u=thua-thien-hue", &years);
    assert_eq!(
        (own.finding, own.changes),
        (published.finding, published.changes)
    );
    for (fragment, choices, follows) in [
        ("#e=2023&u=thua-thien-hue", &years[..], false),
        (
            "#e=2023&u=thua-thien-hue&s=thua-thien-hue.society:0.2",
            &years,
            false,
        ),
        (
            "#e=2023&u=thua-thien-hue&s=thua-thien-hue.society:0.2",
            &[],
            true,
        ),
        (
            "#e=2023&u=thua-thien-hue&s=thua-thien-hue.society:0.2",
            &[("from", "2022"), ("to", "scenario")],
            true,
        ),
        ("#e=2023&u=thua-thien-hue", &[], false),
    ] {
        let found = with_ground(fragment, choices, follows_scenario);
        assert_eq!(found, follows, "{fragment} {choices:?}");
    }
}
