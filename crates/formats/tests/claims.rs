//! Claims as newspapers write them, made from the published tables: read, and held against them.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{Calculator, ClaimCheck, Truth, Undecided};
use dti_formats::{Assumed, ReadClaim, read_claim};
use proptest::prelude::*;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

fn read(text: &str) -> ReadClaim {
    let assumed = Assumed {
        edition: "2023",
        unit: None,
    };
    read_claim(text, &CALCULATOR, assumed).unwrap()
}

#[track_caller]
fn check(text: &str) -> ClaimCheck {
    let read = read(text);
    assert_eq!(
        read.unread,
        Vec::<String>::new(),
        "{text}: {:?}",
        read.claim
    );
    CALCULATOR.check_claim(&read.claim).unwrap()
}

/// Ranks and scores are those of the ministry's tables: Huế 4th and 3rd, Hà Nội 24th and 6th, ...
const TRUE: [&str; 20] = [
    "Năm 2021, Thái Nguyên tăng 4 bậc, đứng thứ 8",
    "Quảng Ninh: điểm tăng, hạng giảm",
    "Năm 2023, Huế tăng 1 bậc, đứng thứ 3/63",
    "Hà Nội tăng 18 bậc so với năm 2022, xếp thứ 6 năm 2023",
    "Bắc Giang xếp thứ 13 năm 2024",
    "Yên Bái đứng thứ 13 trong 63 tỉnh, thành phố năm 2024",
    "Từ 2022 đến 2023, Bà Rịa - Vũng Tàu từ hạng 28 lên hạng 10",
    "Bà Rịa - Vũng Tàu tăng 18 bậc nhờ xã hội số",
    "Đà Nẵng giữ nguyên hạng năm 2023",
    "Bắc Giang giữ nguyên hạng 9, điểm tăng",
    "Cà Mau rose 23 places from 2022 to 2023",
    "Quang Ninh fell 9 places to 12th in 2023",
    "Vĩnh Phúc tụt 26 bậc, xuống thứ 44",
    "Năm 2022, Đà Nẵng đạt 0,8002 điểm, đứng đầu cả nước",
    "Thái Nguyên đứng thứ 8/34 tỉnh, thành năm 2024",
    "Da Nang ranked 17th out of 34 in 2024",
    "Hai Phong's score rose from 0.6352 to 0.7367",
    "Lạng Sơn tăng 2 bậc, từ thứ 6 lên thứ 4",
    "Thanh Hóa đứng thứ 12 năm 2021",
    "Năm 2022 Bạc Liêu tăng 3 bậc so với 2021, xếp thứ 60",
];

const FALSE: [&str; 20] = [
    "Năm 2021, Thái Nguyên tăng 4 bậc, đứng thứ 9",
    "Huế: điểm tăng, hạng giảm",
    "Năm 2023, Huế tăng 2 bậc, đứng thứ 3/63",
    "Hà Nội tăng 18 bậc so với năm 2022, xếp thứ 7 năm 2023",
    "Bắc Giang xếp thứ 14 năm 2024",
    "Yên Bái đứng thứ 14 trong 63 tỉnh, thành phố năm 2024",
    "Từ 2022 đến 2023, Bà Rịa - Vũng Tàu từ hạng 27 lên hạng 10",
    "Bà Rịa - Vũng Tàu tăng 18 bậc nhờ chính quyền số",
    "Đà Nẵng tụt hạng năm 2023",
    "Bắc Giang giữ nguyên hạng 9, điểm giảm",
    "Cà Mau rose 22 places from 2022 to 2023",
    "Quang Ninh rose 9 places to 12th in 2023",
    "Vĩnh Phúc tụt 26 bậc, xuống thứ 45",
    "Năm 2022, Đà Nẵng đạt 0,8 điểm, đứng thứ hai cả nước",
    "Thái Nguyên đứng thứ 6/34 tỉnh, thành năm 2024",
    "Da Nang ranked 17th out of 63 in 2024",
    "Hai Phong's score rose from 0.6352 to 0.7376",
    "Thanh Hóa đứng thứ 13 năm 2021",
    "TP.HCM dẫn đầu năm 2024, điểm giảm",
    "An Giang hạng tăng năm 2023 nhờ hạ tầng số",
];

const OPEN: [(&str, Undecided); 10] = [
    ("Cà Mau tăng 5 bậc năm 2021", Undecided::NotOnFile),
    ("Thái Nguyên điểm tăng năm 2021", Undecided::NotOnFile),
    ("Năm 2021 Hà Nội đạt 0,4512 điểm", Undecided::NotOnFile),
    ("Yên Bái đứng thứ 5 năm 2020", Undecided::NotOnFile),
    ("Sơn La tăng hạng năm 2021", Undecided::NotOnFile),
    ("Đà Nẵng tăng hạng năm 2020", Undecided::OtherUnits),
    (
        "Bắc Ninh tăng 2 bậc trong 34 tỉnh năm 2024",
        Undecided::OtherUnits,
    ),
    (
        "Hà Nội tăng 18 bậc nhờ nhận thức số",
        Undecided::NotSeparate,
    ),
    (
        "Thái Nguyên tăng 10 bậc năm 2024 nhờ kinh tế số",
        Undecided::OtherFramework,
    ),
    (
        "Điểm của Huế tăng năm 2022 nhờ chính quyền số",
        Undecided::NotSeparate,
    ),
];

#[test]
fn forty_claims_of_the_tables_and_ten_that_they_cannot_decide() {
    let truth = |text| check(text).truth;
    for text in TRUE {
        assert_eq!(truth(text), Truth::True, "{text}: {:?}", check(text));
    }
    for text in FALSE {
        assert_eq!(truth(text), Truth::False, "{text}: {:?}", check(text));
    }
    for (text, reason) in OPEN {
        let open = Truth::Undecided(reason);
        assert_eq!(truth(text), open, "{text}: {:?}", check(text));
    }
}

#[test]
fn due_to_an_indicator_worked_by_hand() {
    // Digital society .2695 -> .6602 at 150 of 1000 points is .058605 of the score: .7353 would be
    // .676695, and 35 others of 2023 have more than .6767.
    let facts = check("Bà Rịa - Vũng Tàu tăng 18 bậc nhờ xã hội số").facts;
    let without = facts.driver.unwrap().without;
    assert_eq!(without.score.unwrap().to_text(4), "0.6767");
    let standings = CALCULATOR.edition("2023").unwrap().rows().iter();
    let higher = standings.filter(|row| row.total.as_ref().unwrap().value > without.score.unwrap());
    // It has more itself.
    assert_eq!(without.rank, Some(u32::try_from(higher.count()).unwrap()));
}

#[test]
fn what_is_not_understood_is_named_as_it_was_written() {
    let read = read("Huế KHÔNG tăng hạng, kém Hà Nội 3 điểm và hơn 99");
    let unread: Vec<&str> = read.unread.iter().map(String::as_str).collect();
    assert_eq!(unread, ["KHÔNG", "kém", "Hà Nội", "3 điểm", "hơn", "99"]);
    assert_eq!(read.claim.unit, "thua-thien-hue");
    assert!(read.claim.rank.is_some());
}

#[test]
fn numbers_of_something_else_are_not_taken() {
    for (text, left) in [
        ("Huế tăng 2,2% so với năm 2022", "2,2%"),
        ("Huế đạt 76,6 điểm", "76,6 điểm"),
        ("Huế: điểm tăng 68,5", "điểm tăng 68,5"),
        ("Huế trong top 10", "top"),
    ] {
        let read = read(text);
        assert!(
            read.unread.iter().any(|own| own == left),
            "{text}: {:?}",
            read.unread
        );
        let said = (
            read.claim.after.score,
            read.claim.score.and_then(|moved| moved.by),
        );
        assert_eq!(said, (None, None), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_and_what_was_not_is_a_part_of_it(text in "([ ,./%]|[0-9]{1,5}|tăng|hạng|từ|lên|nhờ|điểm|Huế|\\PC){0,40}") {
        let read = read(&text);
        prop_assert!(read.unread.iter().all(|own| text.contains(own)));
    }
}

#[test]
fn a_text_that_contradicts_itself_keeps_what_came_first() {
    let read = read("Huế tăng 2 bậc, giảm 3 bậc, đứng thứ 4, xếp thứ 5");
    assert_eq!(read.unread.len(), 2, "{:?}", read.unread);
    let claim = read.claim;
    assert_eq!(
        (claim.rank.unwrap().by, claim.after.rank),
        (Some(2), Some(4))
    );
}

#[test]
fn what_a_text_leaves_open_is_assumed() {
    let assumed = Assumed {
        edition: "2024-34",
        unit: Some("bac-ninh"),
    };
    let read = |text| read_claim(text, &CALCULATOR, assumed).unwrap().claim;
    let claim = read("xếp thứ 11");
    assert_eq!(
        (claim.unit.as_str(), claim.to.as_str()),
        ("bac-ninh", "2024-34")
    );
    assert_eq!(read("Bắc Giang năm 2023 xếp thứ 9").to, "2023");
    // The 34 have no Bắc Giang: the 63 of that year have.
    assert_eq!(read("Bắc Giang xếp thứ 13").to, "2024");
    let unknown = Assumed {
        edition: "1999",
        ..assumed
    };
    assert!(read_claim("xếp thứ 1", &CALCULATOR, unknown).is_err());
    assert_eq!(
        read_claim(
            "",
            &CALCULATOR,
            Assumed {
                unit: None,
                ..assumed
            }
        )
        .unwrap()
        .claim
        .unit,
        ""
    );
}

#[test]
fn every_row_of_the_tables_is_true_as_written_and_false_with_another_number() {
    let (before, after) = ("2022", "2023");
    let [old, new] = [before, after].map(|id| CALCULATOR.edition(id).unwrap());
    for (row, unit) in new.units().iter().enumerate() {
        let rank = |rows: &[dti_engine::model::Row]| {
            rows[row].rank.as_ref().unwrap().value.round_half_up(0)
        };
        let (from, to) = (rank(old.rows()), rank(new.rows()));
        let way = match from.cmp(&to) {
            std::cmp::Ordering::Less => "giảm",
            std::cmp::Ordering::Greater => "tăng",
            std::cmp::Ordering::Equal => continue,
        };
        let score = new.rows()[row]
            .total
            .as_ref()
            .unwrap()
            .value
            .to_text(4)
            .replace('.', ",");
        let text = |places: i64, rank: i64| {
            let name = &unit.name.vi;
            format!("{name} {way} {places} bậc, xếp thứ {rank} với {score} điểm")
        };
        let places = (from - to).abs();
        assert_eq!(
            check(&text(places, to)).truth,
            Truth::True,
            "{}",
            text(places, to)
        );
        assert_eq!(check(&text(places + 1, to)).truth, Truth::False);
        assert_eq!(check(&text(places, to + 1)).truth, Truth::False);
    }
}
