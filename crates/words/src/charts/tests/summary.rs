//! Summaries.

use super::{edited, node, tenths, unit, words};
use crate::charts::ChartWords;
use crate::charts::summary::sentence;
use dti_charts::Fact;
use dti_engine::model::Exact;
use dti_formats::link::Language::{self, En, Vi};

/// Expects a summary in both languages.
#[track_caller]
fn expect(of: fn(Language) -> ChartWords<'static>, facts: &[Fact], [vi, en]: [&str; 2]) {
    assert_eq!(of(Vi).summary(facts), vi);
    assert_eq!(of(En).summary(facts), en);
}

fn leader(id: &str, units: i64) -> Fact {
    Fact::Leader(unit(id), tenths(units))
}

fn last(id: &str, units: i64) -> Fact {
    Fact::Last(unit(id), tenths(units))
}

fn above(id: &str, units: i64) -> Fact {
    Fact::Above(unit(id), tenths(units))
}

fn below(id: &str, units: i64) -> Fact {
    Fact::Below(unit(id), tenths(units))
}

#[test]
fn no_facts_make_no_summary() {
    expect(words, &[], ["", ""]);
    expect(words, &[Fact::Estimated(0), Fact::Missing(0)], ["", ""]);
}

#[test]
fn the_ends_and_the_neighbours_of_a_ranking() {
    let facts = [
        leader("da-nang", 8002),
        above("thai-nguyen", 6469),
        below("nam-dinh", 6390),
        last("bac-kan", 3941),
        Fact::Median(tenths(5796)),
    ];
    let vi = "Dẫn đầu là Đà Nẵng (0,8002), cuối bảng là Bắc Kạn (0,3941); trung vị là 0,5796. \
              Ngay trên Bắc Giang là Thái Nguyên (0,6469), ngay dưới là Nam Định (0,6390).";
    let en = "Da Nang leads with 0.8002 and Bac Kan is last with 0.3941; the median is 0.5796. \
              Just above Bac Giang is Thai Nguyen (0.6469), just below it Nam Dinh (0.6390).";
    expect(words, &facts, [vi, en]);
}

#[test]
fn a_neighbour_at_an_end_keeps_its_score_to_itself() {
    let facts = [
        leader("da-nang", 8002),
        above("da-nang", 8002),
        last("bac-giang", 6440),
    ];
    let vi = "Dẫn đầu là Đà Nẵng (0,8002), cuối bảng là Bắc Giang (0,6440). Ngay trên Bắc Giang \
              là Đà Nẵng.";
    let en = "Da Nang leads with 0.8002 and Bac Giang is last with 0.6440. Just above Bac \
              Giang is Da Nang.";
    expect(words, &facts, [vi, en]);
    let facts = [leader("bac-giang", 6440), below("nam-dinh", 6390)];
    let vi = "Dẫn đầu là Bắc Giang (0,6440). Ngay dưới Bắc Giang là Nam Định (0,6390).";
    let en = "Bac Giang leads with 0.6440. Just below Bac Giang is Nam Dinh (0.6390).";
    expect(words, &facts, [vi, en]);
    let median = [Fact::Median(tenths(5796))];
    expect(
        words,
        &median,
        ["Trung vị là 0,5796.", "The median is 0.5796."],
    );
}

#[test]
fn equal_units_and_a_unit_alone_have_no_ends() {
    let median = Fact::Median(tenths(6440));
    let equal = [leader("da-nang", 6440), last("bac-kan", 6440), median];
    let vi = "Tất cả tỉnh, thành đều có giá trị 0,6440.";
    expect(
        words,
        &equal,
        [vi, "All provinces have the same score, 0.6440."],
    );
    let alone = [leader("bac-giang", 6440), last("bac-giang", 6440), median];
    let vi = "Không có tỉnh, thành nào khác để so sánh.";
    expect(
        words,
        &alone,
        [vi, "There is no other province to compare with."],
    );
}

fn changed(id: &str, before: i64, after: i64) -> Fact {
    Fact::Changed(node(id), tenths(before), tenths(after))
}

#[test]
fn changes_have_a_direction_and_estimates_a_mark() {
    let one = [changed("society", 3348, 5200)];
    let vi = "Kịch bản đưa Hoạt động xã hội số từ 0,3348 lên 0,5200.";
    let en = "The scenario takes Digital society activity from 0.3348 up to 0.5200.";
    expect(edited, &one, [vi, en]);
    let two = [
        changed("security", 5692, 4000),
        changed("society", 3348, 5200),
    ];
    let vi = "Kịch bản đưa An toàn thông tin mạng từ ≈ 0,5692 xuống 0,4000 và Hoạt động xã hội \
              số từ 0,3348 lên 0,5200.";
    let en = "The scenario takes Cyber security from ≈ 0.5692 down to 0.4000 and Digital \
              society activity from 0.3348 up to 0.5200.";
    expect(edited, &two, [vi, en]);
}

#[test]
fn more_changes_than_three_are_counted() {
    let facts = [
        changed("infrastructure", 5586, 6000),
        changed("government", 6478, 7000),
        changed("economy", 7764, 7000),
        changed("society", 3348, 5200),
        Fact::Estimated(4),
    ];
    let vi = "Kịch bản đưa Hạ tầng số từ 0,5586 lên 0,6000, Hoạt động chính quyền số từ 0,6478 \
              lên 0,7000, Hoạt động kinh tế số từ 0,7764 xuống 0,7000 và đổi 1 chỉ số khác. Có \
              4 giá trị là ước tính, ghi dấu ≈.";
    let en = "The scenario takes Digital infrastructure from 0.5586 up to 0.6000, Digital \
              government activity from 0.6478 up to 0.7000, Digital economy activity from \
              0.7764 down to 0.7000 and changes 1 other indicator. 4 values are estimates, \
              marked ≈.";
    expect(edited, &facts, [vi, en]);
}

fn pillar(place: usize, before: i64, after: i64) -> Fact {
    Fact::Pillar(place, tenths(before), tenths(after))
}

#[test]
fn pillars_that_moved_come_before_those_that_did_not() {
    let still = [
        pillar(0, 6819, 6819),
        pillar(1, 7142, 7142),
        pillar(2, 6123, 6123),
    ];
    let vi = "Bắc Giang đạt 0,6819 ở Chính quyền số, 0,7142 ở Kinh tế số và 0,6123 ở Xã hội số.";
    let en = "Bac Giang scores 0.6819 on Digital government, 0.7142 on Digital economy and \
              0.6123 on Digital society.";
    expect(words, &still, [vi, en]);
    let vi = vi.replace("đạt", "vẫn đạt");
    let en = en.replace("scores", "still scores");
    expect(edited, &still, [&vi, &en]);
    let one = [
        pillar(0, 6819, 6819),
        pillar(1, 7142, 7142),
        pillar(2, 6123, 6510),
    ];
    let vi = "Kịch bản đưa Xã hội số từ 0,6123 lên 0,6510. Bắc Giang vẫn đạt 0,6819 ở Chính \
              quyền số và 0,7142 ở Kinh tế số.";
    let en = "The scenario takes Digital society from 0.6123 up to 0.6510. Bac Giang still \
              scores 0.6819 on Digital government and 0.7142 on Digital economy.";
    expect(edited, &one, [vi, en]);
}

#[test]
fn what_is_left_over_estimated_or_missing_is_said() {
    let rest = [Fact::Rest(Exact::decimal(-12, 1))];
    let vi = "Trong đó \u{2212}1,2 điểm không gắn với chỉ số nào.";
    let en = "Of this, \u{2212}1.2 points belong to no indicator.";
    expect(edited, &rest, [vi, en]);
    let vi = "Có 4 giá trị là ước tính, ghi dấu ≈, và còn thiếu 1 giá trị.";
    let en = "4 values are estimates, marked ≈; 1 value is not on file.";
    expect(words, &[Fact::Estimated(4), Fact::Missing(1)], [vi, en]);
    let vi = "Có 1 giá trị là ước tính, ghi dấu ≈.";
    expect(
        words,
        &[Fact::Estimated(1)],
        [vi, "1 value is an estimate, marked ≈."],
    );
    let en = "2 values are not on file.";
    expect(words, &[Fact::Missing(2)], ["Còn thiếu 2 giá trị.", en]);
}

#[test]
fn a_sentence_has_a_capital_and_a_stop() {
    assert_eq!(sentence("đà Nẵng"), "Đà Nẵng.");
}
