//! What is said about a move, against the calculator's own explanation.

use super::explain;
use crate::page::analyses::others::signed;
use crate::page::analyses::work::tests::{
    calculator, drawn, finding_of, ground, html, hundredths, page, shown, table, text_of,
};
use crate::page::text::{change, in_language, points, score};
use dti_engine::calculator::{Explanation, Part};
use dti_engine::model::{Edition, Exact, Scenario};
use dti_formats::link::{self, Language};
use std::sync::Arc;

/// The panel with the place of its chart.
fn said(fragment: &str, choices: &[(&str, &str)]) -> String {
    drawn(&ground(fragment, choices), explain)
}

fn edition(id: &str) -> &'static Arc<Edition> {
    calculator().edition(id).unwrap()
}

fn explained(unit: &str, from: &Scenario, to: &Scenario) -> Explanation {
    calculator().explain(unit, from, to).unwrap()
}

const CAPTIONS: [[&str; 2]; 2] = [
    [
        "Ai làm đổi hạng (trung bình theo mọi thứ tự, cộng lại bằng số bậc)",
        "Giá trị đổi ở đâu",
    ],
    [
        "Who moved the rank (mean over all orders; adds up to the places)",
        "Where the score changed",
    ],
];

/// Finding, paragraph and tables against the explanation.
#[track_caller]
fn check(html: &str, found: &Explanation, onto: &Edition, language: Language) {
    let text = text_of(html);
    let finding = finding_of(html);
    let name_at = |row: usize| in_language(&onto.units()[row].name, language);
    let unit = name_at(found.position);
    assert!(finding.starts_with(&format!("{unit}: ")), "{finding}");
    if found.score_change != Exact::ZERO {
        let size = score(found.score_change.abs(), language);
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
    assert!(finding.contains(&told), "{told}: {finding}");
    let [effects, split] = CAPTIONS[usize::from(language == Language::En)];
    for written in [found.score_before, found.score_after] {
        assert!(text.contains(&score(written, language)));
    }
    // Who: three causes and their sum.
    let rows = table(html, effects);
    let parts = [
        found.own,
        found.rivals,
        found.method,
        Exact::whole(found.rank_change),
    ];
    for (row, places) in rows[1..].iter().zip(parts) {
        let mark = match places.cmp(&Exact::ZERO) {
            std::cmp::Ordering::Greater => "▼ ",
            std::cmp::Ordering::Equal => "",
            std::cmp::Ordering::Less => "▲ ",
        };
        assert_eq!(row[1], format!("{mark}{}", points(places.abs(), language)));
    }
    // Where: each indicator, and the rest.
    let total = onto.framework().total().value();
    let caption = format!(
        "{split}{}",
        match language {
            Language::Vi => format!(", trên thang {} điểm", points(total, language)),
            Language::En => format!(", in points of {}", points(total, language)),
        }
    );
    let rows = table(html, &caption);
    let told = found
        .changes
        .iter()
        .filter(|one| one.part != Part::Rest || (one.change * total).round_half_up(2) != 0);
    let (last, rows) = rows[1..].split_last().unwrap();
    assert_eq!(rows.len(), told.clone().count());
    for (row, one) in rows.iter().zip(told) {
        if let Part::Indicator(node) = one.part {
            assert_eq!(
                row[0],
                in_language(&onto.framework().indicator(node).name, language)
            );
        }
        let mark = if one.estimated { "≈ " } else { "" };
        assert_eq!(row[1], format!("{mark}{}", change(one.change, language)));
        assert_eq!(
            row[2],
            format!("{mark}{}", signed(one.change * total, language))
        );
    }
    let sum: i64 = rows.iter().map(|row| hundredths(&row[2])).sum();
    let off = (sum - hundredths(&last[2])).abs();
    assert!(off * 2 <= rows.len() as i64 + 1, "{rows:?} {last:?}");
    // Who overtook, by name and with the gap at both ends.
    for &row in found.overtook_me.iter().chain(&found.i_overtook) {
        assert!(text.contains(name_at(row)), "{}: {text}", name_at(row));
    }
    if !found.pairs.is_empty() {
        let count = found.pairs.len();
        let caption = match (language, count) {
            (Language::Vi, _) => format!("{count} tỉnh đã vượt lên, và nhờ đâu"),
            (Language::En, 1) => "The province that overtook, and how".to_owned(),
            (Language::En, _) => format!("The {count} provinces that overtook, and how"),
        };
        let rows = table(html, &caption);
        assert_eq!(rows.len(), count + 1);
        for (row, pair) in rows[1..].iter().zip(&found.pairs) {
            assert_eq!(row[0], name_at(pair.position));
            assert_eq!(row[1], signed(pair.gap_before * total, language));
            assert_eq!(row[2], signed(pair.gap_after * total, language));
            assert!(!row[3].is_empty());
        }
    }
    let vi = "Một phần dựa trên giá trị ước tính";
    let en = "Part of this rests on estimates";
    assert_eq!(text.contains(vi) || text.contains(en), found.estimated);
}

#[test]
fn quang_ninh_rose_in_score_and_lost_nine_places() {
    let html = html("#e=2023&u=quang-ninh&panel=explain", &[]);
    assert_eq!(
        finding_of(&html),
        "Quảng Ninh: giá trị tăng 0,0142 nhưng tụt 9 bậc, từ hạng 3 (2022) xuống hạng 12 (2023)."
    );
    for sentence in [
        "Giá trị DTI của Quảng Ninh từ 0,7024 thành 0,7166. Trong các chỉ số biết được ở cả hai \
         phía, Hoạt động chính quyền số làm giá trị đổi nhiều nhất (−0,0145). Điểm của chính tỉnh \
         làm lên 6,5 bậc; các tỉnh khác làm tụt 15,5 bậc. Vượt lên trước: Thừa Thiên Huế, Lạng \
         Sơn, Cần Thơ, Hà Nội, Bình Dương, Hải Phòng, Bắc Giang, Bà Rịa - Vũng Tàu, Thanh Hóa.",
        "9 tỉnh đã vượt lên, và nhờ đâu",
        "So với Quảng Ninh (2022), điểm",
    ] {
        assert!(html.contains(sentence), "{html}");
    }
    let rows = table(&html, "9 tỉnh đã vượt lên, và nhờ đâu");
    assert_eq!(rows[1][1..3], ["−4,90", "+49,40"]);
    assert_eq!(
        rows[9],
        [
            "Thanh Hóa",
            "−67,40",
            "+14,80",
            "Hoạt động chính quyền số (+32,30)"
        ]
    );
    let english = finding_of(&said("#e=2023&u=quang-ninh&panel=explain&lang=en", &[]));
    assert_eq!(
        english,
        "Quang Ninh: the score rose by 0.0142 but it lost 9 places, from rank 3 (2022) to 12 \
         (2023)."
    );
}

#[test]
fn hue_won_one_place() {
    let html = said("#e=2023&u=thua-thien-hue&panel=explain", &[]);
    assert_eq!(
        finding_of(&html),
        "Thừa Thiên Huế: giá trị tăng 0,0685, lên 1 bậc, từ hạng 4 (2022) lên hạng 3 (2023)."
    );
    let text = text_of(&html);
    assert!(
        text.contains("làm lên 12 bậc; các tỉnh khác làm tụt 11 bậc. Đã vượt qua: Quảng Ninh.")
    );
    // All its indicators are published, so that nothing is left.
    assert!(!text.contains("Phần còn lại"), "{text}");
}

#[test]
fn every_province_has_a_finding_for_both_pairs_of_years() {
    for [from, to] in [["2022", "2023"], ["2023", "2024"]] {
        for (row, unit) in edition(to).units().iter().enumerate() {
            let id = &unit.id;
            let found = explained(id, &Scenario::baseline(from), &Scenario::baseline(to));
            let language = [Language::Vi, Language::En][row % 2];
            let fragment = format!("#e={to}&u={id}&panel=explain&lang={}", language.as_str());
            let html = said(&fragment, &[]);
            check(&html, &found, edition(to), language);
            let finding = finding_of(&html);
            assert!(finding.contains(&format!("({from}")) && finding.contains(&format!("{to})")));
            assert!(!html.contains("Mô phỏng") && !html.contains("Simulation"));
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
        let found = explained(&unit, &baseline, &scenario);
        let html = said(&format!("#{fragment}&lang={}", language.as_str()), &[]);
        let is_estimated =
            html.contains("hạng ≈ ") || html.contains("rank ≈ ") || html.contains("to ≈ ");
        let ground = ground(&format!("#{fragment}"), &[]);
        assert_eq!(is_estimated, ground.own().unwrap().estimated, "{html}");
        check(&html.replace("to ≈ ", "to "), &found, edition(id), language);
        let end = ["(theo kịch bản).", "(in the scenario)."];
        let finding = finding_of(&html);
        assert!(end.iter().any(|end| finding.ends_with(end)), "{finding}");
        let simulated = [
            "Mô phỏng, không phải số liệu",
            "Simulation, not official figures.",
        ];
        let count: usize = simulated
            .iter()
            .map(|words| html.matches(words).count())
            .sum();
        assert_eq!(count, 1, "{html}");
        // The other way round.
        let back = explained(&unit, &scenario, &baseline);
        let choices = [("from", "scenario"), ("to", id.as_str())];
        let html = said(&format!("#{fragment}&lang={}", language.as_str()), &choices);
        check(
            &html.replace("rank ≈ ", "rank ").replace("hạng ≈ ", "hạng "),
            &back,
            edition(id),
            language,
        );
    }
    let html = said("#e=2022&u=bac-giang&s=bac-giang.awareness:0.95", &[]);
    assert_eq!(
        finding_of(&html),
        "Bắc Giang: giá trị tăng ≈ 0,0046, lên 1 bậc, từ hạng 9 (2022) lên hạng ≈ 8 (theo kịch bản)."
    );
    let html = said("#e=2022&u=bac-giang&w=society:400&lang=en", &[]);
    assert!(
        html.contains("(framework or max points) cost 1 place. Overtaken by: Hai Duong, Nam Dinh.")
    );
}

#[test]
fn any_two_years_can_be_chosen() {
    let choices = [("from", "2022"), ("to", "2024")];
    for unit in ["bac-giang", "hue", "da-nang"] {
        for page in ["2022", "2024-34"] {
            let known = calculator().counterpart(unit, page).unwrap();
            let former = calculator().counterpart(known, "2024").unwrap();
            let found = explained(
                former,
                &Scenario::baseline("2022"),
                &Scenario::baseline("2024"),
            );
            let html = said(&format!("#e={page}&u={known}"), &choices);
            check(&html, &found, edition("2024"), Language::Vi);
            assert_eq!(
                html.contains("trước sáp nhập."),
                page == "2024-34",
                "{html}"
            );
        }
    }
    // Before the first year there is nothing; after the merger the nearest pair is explained.
    let first = finding_of(&said("#e=2022&u=thua-thien-hue", &[]));
    assert!(
        first.contains("(2022)") && first.contains("(2023)"),
        "{first}"
    );
    let merged = finding_of(&said("#e=2024-34&u=bac-ninh", &[]));
    assert!(
        merged.contains("(2023)") && merged.contains("(2024)"),
        "{merged}"
    );
}

#[test]
fn what_cannot_be_explained_is_said_and_what_is_on_file_is_shown() {
    let html = said("#e=2022&u=bac-giang", &[("from", "2020"), ("to", "2021")]);
    assert_eq!(
        finding_of(&html),
        "Bắc Giang: chưa thể giải thích vì sao đổi hạng giữa hai kỳ này."
    );
    assert!(
        html.contains("Kỳ 2020 không đủ số liệu để mô phỏng."),
        "{html}"
    );
    let rows = table(&html, "Số liệu hiện có");
    assert_eq!(
        rows[1],
        ["DTI 2020 (63 tỉnh, thành)", "Bắc Giang", "10", "0,3615"]
    );
    assert_eq!(
        rows[2],
        ["DTI 2021 (63 tỉnh, thành)", "Bắc Giang", "10", "chưa có"]
    );
    let choices = [("from", "2024"), ("to", "2024-34")];
    let html = said("#e=2022&u=bac-giang&lang=en", &choices);
    assert_eq!(
        finding_of(&html),
        "Bac Ninh: why the rank moved between these editions cannot be explained."
    );
    let rows = table(&html, "What is on file");
    assert_eq!(
        rows[1],
        [
            "DTI 2024 (63 provinces)",
            "Bac Giang",
            "not on file",
            "0.7583"
        ]
    );
    assert_eq!(
        rows[2],
        ["DTI 2024 (34 provinces)", "Bac Ninh", "11", "0.7474"]
    );
    for [from, to] in [
        ["2021", "2022"],
        ["2022", "2020"],
        ["2024-34", "2022"],
        ["2020", "2024-34"],
    ] {
        let html = said("#e=2023&u=hai-duong", &[("from", from), ("to", to)]);
        assert!(html.contains("chưa thể giải thích") && html.contains("Số liệu hiện có"));
        assert_eq!(table(&html, "Số liệu hiện có").len(), 3);
        assert!(html.matches("class=\"told\"").count() == 1, "{html}");
    }
}

#[test]
fn twice_the_same_and_a_scenario_that_is_gone_make_no_nonsense() {
    let html = said("#e=2022&u=bac-giang", &[("from", "2023"), ("to", "2023")]);
    assert_eq!(
        finding_of(&html),
        "Bắc Giang: hãy chọn hai kỳ khác nhau để xem vì sao đổi hạng."
    );
    assert!(!html.contains("<table"));
    let mut page = page(
        "#e=2022&u=bac-giang&s=bac-giang.society:0.45&panel=explain",
        &[("from", "2022"), ("to", "scenario")],
    );
    assert!(finding_of(&shown(&page)).ends_with("(theo kịch bản)."));
    page.load("e=2022&u=bac-giang");
    let html = shown(&page);
    assert!(finding_of(&html).ends_with("(2022 và 2023)."), "{html}");
    assert!(!html.contains("Kịch bản đang xem"));
}

#[test]
fn each_gap_is_split_and_adds_up_as_it_is_written() {
    let html = html("#e=2023&u=quang-ninh&panel=explain", &[]);
    let (_, folded) = html.split_once("id=\"folded-gaps\"").unwrap();
    let (_, body) = folded.split_once("<tbody>").unwrap();
    let (body, _) = body.split_once("</tbody>").unwrap();
    let rows: Vec<&str> = body.split("<tr").skip(1).collect();
    assert_eq!(rows.len(), 9);
    for row in rows {
        let cells = row.split("<td class=\"number\">").skip(1);
        let numbers: Vec<i64> = cells
            .map(|cell| {
                let digits = cell.split('<').next().unwrap().replace(',', "");
                let digits = digits.replace('\u{2212}', "-").replace("≈ ", "");
                digits
                    .replace('.', "")
                    .trim_start_matches('+')
                    .parse()
                    .unwrap()
            })
            .collect();
        let (whole, parts) = numbers.split_last().unwrap();
        let off = parts.iter().sum::<i64>() - whole;
        // Hundredths are rounded one by one.
        assert!(off.abs() <= 3, "{row}");
    }
}
