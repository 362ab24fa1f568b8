//! Legends and tables.

use super::{edited, node, tenths, unit, words, words_of};
use dti_charts::{Cell, Column, Meaning, Step};
use dti_engine::model::Exact;
use dti_formats::link::Language::{En, Vi};

#[test]
fn a_legend_is_short() {
    let expect = |meaning, vi: &str, en: &str| {
        assert_eq!(words(Vi).meaning(meaning), vi);
        assert_eq!(words(En).meaning(meaning), en);
    };
    expect(Meaning::Own, "Bắc Giang", "Bac Giang");
    expect(Meaning::Before, "Trước kịch bản", "Before the scenario");
    expect(
        Meaning::Others,
        "Các tỉnh, thành khác",
        "The other provinces",
    );
    expect(Meaning::Median, "Trung vị", "Median");
    expect(Meaning::Best, "Cao nhất", "Best");
    expect(Meaning::Gain, "Điểm tăng", "Points gained");
    expect(Meaning::Loss, "Điểm mất", "Points lost");
    expect(
        Meaning::OtherUnits,
        "Số tỉnh, thành khác, không so được với các kỳ kia",
        "Another number of provinces, not comparable",
    );
    expect(Meaning::Rose, "Tăng ít hơn", "Up by less");
    expect(Meaning::Kept, "Giữ hạng", "Rank kept");
    expect(Meaning::Fell, "Giảm ít hơn", "Down by less");
    expect(Meaning::Missing, "Chưa có số liệu", "No figure on file");
    expect(Meaning::OwnRank, "Hạng hiện tại", "The present rank");
}

#[test]
fn classes_of_a_map_have_their_limits() {
    let expect = |meaning, vi: &str, en: &str| {
        assert_eq!(edited(Vi).meaning(meaning), vi);
        assert_eq!(edited(En).meaning(meaning), en);
    };
    let scores = Meaning::Scores(Exact::decimal(75, 2), Exact::decimal(9, 1));
    expect(scores, "0,75 đến 0,90", "0.75 to 0.90");
    expect(Meaning::Ranks(1, 13), "Hạng 1 đến 13", "Ranks 1 to 13");
    expect(Meaning::Ranks(1, 1), "Hạng 1", "Rank 1");
    let (vi, en) = ("Dưới 5% số lần thử", "Under 5% of the draws");
    expect(Meaning::Shares(0, 5), vi, en);
    expect(Meaning::Shares(40, 70), "40 đến 70%", "40 to 70%");
    expect(Meaning::RoseFar(5), "Tăng từ 5 bậc trở lên", "Up 5 or more");
    expect(
        Meaning::FellFar(5),
        "Giảm từ 5 bậc trở lên",
        "Down 5 or more",
    );
}

#[test]
fn every_head_has_its_words_and_none_is_used_twice() {
    let all = [
        Column::Unit,
        Column::Step,
        Column::Pillar,
        Column::Edition,
        Column::RankBefore,
        Column::Rank,
        Column::Move,
        Column::ScoreBefore,
        Column::Score,
        Column::Change,
        Column::Median,
        Column::Best,
        Column::Points,
        Column::Running,
        Column::Units,
        Column::ShareAtRank,
        Column::BandLow,
        Column::BandHigh,
        Column::ValueFrom,
    ];
    for words in [words(Vi), words(En), edited(Vi), edited(En)] {
        let mut heads = all.map(|column| words.column(column)).to_vec();
        assert!(heads.iter().all(|head| !head.is_empty()));
        heads.sort_unstable();
        heads.dedup();
        assert_eq!(heads.len(), all.len(), "{heads:?}");
    }
    assert_eq!(words(Vi).column(Column::Rank), "Hạng");
    assert_eq!(edited(Vi).column(Column::Rank), "Hạng theo kịch bản");
    assert_eq!(edited(En).column(Column::Score), "Score in the scenario");
}

#[track_caller]
fn expect(cell: Cell, vi: &str, en: &str) {
    assert_eq!(words(Vi).cell(&cell).text, vi);
    assert_eq!(words(En).cell(&cell).text, en);
}

#[test]
fn a_cell_writes_numbers_as_its_language_does() {
    expect(Cell::Rank(9), "9", "9");
    expect(Cell::Move(3), "tăng 3 bậc", "up 3");
    expect(Cell::Move(-1), "giảm 1 bậc", "down 1");
    expect(Cell::Move(0), "giữ hạng", "no change");
    expect(Cell::Score(tenths(6440)), "0,6440", "0.6440");
    expect(Cell::Estimate(tenths(6440)), "≈ 0,6440", "≈ 0.6440");
    expect(Cell::Change(tenths(173)), "+0,0173", "+0.0173");
    expect(
        Cell::Change(tenths(-173)),
        "\u{2212}0,0173",
        "\u{2212}0.0173",
    );
    expect(Cell::Change(Exact::ZERO), "0,0000", "0.0000");
    expect(Cell::Points(Exact::whole(1000)), "1.000,00", "1,000.00");
    expect(Cell::PointsChange(tenths(277_800)), "+27,78", "+27.78");
    expect(
        Cell::PointsChange(tenths(-277_800)),
        "\u{2212}27,78",
        "\u{2212}27.78",
    );
    expect(Cell::PointsChange(Exact::ZERO), "0,00", "0.00");
    expect(Cell::Count(63), "63", "63");
    expect(Cell::Share(tenths(5234)), "52%", "52%");
    expect(Cell::Share(tenths(30)), "<1%", "<1%");
    expect(Cell::Share(tenths(9990)), ">99%", ">99%");
    expect(Cell::Share(Exact::ONE), "100%", "100%");
    expect(Cell::Number(Exact::decimal(675, 1), 2), "67,50", "67.50");
    expect(Cell::Missing, "–", "–");
}

#[test]
fn a_cell_names_what_the_edition_knows() {
    expect(Cell::Unit(unit("da-nang")), "Đà Nẵng", "Da Nang");
    expect(Cell::Unit(999), "–", "–");
    expect(Cell::Pillar(2), "Xã hội số", "Digital society");
    expect(Cell::Pillar(3), "–", "–");
    expect(Cell::Edition(0), "2020", "2020");
    expect(Cell::Edition(5), "2024 (34)", "2024 (34)");
    expect(Cell::Edition(6), "–", "–");
    let own = words_of("2024-34", "bac-ninh", Vi);
    assert_eq!(own.cell(&Cell::Unit(own.unit)).text, "Bắc Ninh");
}

#[test]
fn a_breakdown_begins_and_ends_as_its_state_asks() {
    let society = Cell::Step(Step::Indicator(node("society")));
    expect(society, "Hoạt động xã hội số", "Digital society activity");
    expect(Cell::Step(Step::From), "Điểm tối đa", "Full marks");
    expect(Cell::Step(Step::Rest), "Làm tròn, khác", "Rounding, other");
    expect(Cell::Step(Step::To), "Đạt được", "Achieved");
    assert_eq!(edited(Vi).cell(&Cell::Step(Step::From)).text, "Trước");
    assert_eq!(edited(En).cell(&Cell::Step(Step::To)).text, "After");
}
