//! Headings about a unit and its indicators.

use super::{edited, expect, node, tenths, unit, words};
use dti_charts::{Finding, Place, Start, Step};
use dti_engine::model::{Exact, Node};

fn place(rank: u32, units: i64) -> Place {
    let score = tenths(units);
    Place { rank, score }
}

fn stands(of: usize, before: Place, after: Place) -> Finding {
    let unit = unit("bac-giang");
    Finding::Place {
        unit,
        of,
        before,
        after,
    }
}

#[test]
fn a_published_place_is_stated() {
    let ninth = place(9, 6440);
    let vi = "Bắc Giang đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440";
    let en = "Bac Giang ranks 9th of 63 provinces with a score of 0.6440";
    expect(words, &stands(63, ninth, ninth), [vi, en]);
    let first = place(1, 8002);
    let vi = "Bắc Giang đứng thứ nhất trong 63 tỉnh, thành với giá trị 0,8002";
    let en = "Bac Giang ranks 1st of 63 provinces with a score of 0.8002";
    expect(words, &stands(63, first, first), [vi, en]);
}

#[test]
fn a_unit_alone_is_not_first_among_others() {
    let first = place(1, 6440);
    let vi = "Chỉ có Bắc Giang được xếp hạng, giá trị 0,6440";
    let en = "Only Bac Giang is ranked, with a score of 0.6440";
    expect(words, &stands(1, first, first), [vi, en]);
    expect(edited, &stands(1, first, first), [vi, en]);
}

#[test]
fn a_scenario_moves_the_place_or_says_that_it_does_not() {
    let ninth = place(9, 6440);
    let vi = "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành";
    let en = "Bac Giang would rise from 9th to 8th of 63 provinces";
    expect(edited, &stands(63, ninth, place(8, 6613)), [vi, en]);
    let vi = "Bắc Giang từ hạng 9 xuống hạng 12 trong 63 tỉnh, thành";
    let en = "Bac Giang would fall from 9th to 12th of 63 provinces";
    expect(edited, &stands(63, ninth, place(12, 6300)), [vi, en]);
    let vi = "Bắc Giang vẫn ở hạng 9 trong 63 tỉnh, thành; giá trị từ 0,6440 thành 0,6450";
    let en = "Bac Giang would stay 9th of 63 provinces; its score would go from 0.6440 to 0.6450";
    expect(edited, &stands(63, ninth, place(9, 6450)), [vi, en]);
    let vi = "Bắc Giang vẫn ở hạng 9 trong 63 tỉnh, thành với giá trị 0,6440";
    let en = "Bac Giang would stay 9th of 63 provinces with a score of 0.6440";
    expect(edited, &stands(63, ninth, ninth), [vi, en]);
}

fn profile(
    (above, of): (usize, usize),
    best: Option<(&str, i64)>,
    worst: Option<(&str, i64)>,
) -> Finding {
    let gap = |(id, units): (&str, i64)| (node(id), tenths(units));
    Finding::Profile {
        above,
        of,
        furthest_above: best.map(gap),
        furthest_below: worst.map(gap),
    }
}

#[test]
fn a_profile_names_the_furthest_on_both_sides_and_marks_estimates() {
    // Awareness is published for 11 provinces of 2022 only, so its median rests on estimates.
    let both = profile(
        (6, 8),
        Some(("awareness", 2377)),
        Some(("infrastructure", 669)),
    );
    let vi = "Bắc Giang cao hơn trung vị ở 6 trong 8 chỉ số chính: hơn nhiều nhất ở Nhận thức \
              số (≈ 0,2377), kém nhiều nhất ở Hạ tầng số (0,0669)";
    let en = "Bac Giang is above the median on 6 of 8 main indicators: furthest above on \
              Digital awareness (≈ 0.2377), furthest below on Digital infrastructure (0.0669)";
    expect(words, &both, [vi, en]);
    let would = en.replace("is above", "would be above");
    expect(edited, &both, [vi, &would]);
}

#[test]
fn a_profile_on_one_side_of_the_median_names_one_end() {
    let all = profile((8, 8), Some(("economy", 2377)), None);
    let vi = "Bắc Giang cao hơn trung vị ở cả 8 chỉ số chính, hơn nhiều nhất ở Hoạt động kinh \
              tế số (0,2377)";
    let en = "Bac Giang is above the median on all 8 main indicators, furthest on Digital \
              economy activity (0.2377)";
    expect(words, &all, [vi, en]);
    let none = profile((0, 8), None, Some(("economy", 2377)));
    let vi = "Bắc Giang không cao hơn trung vị ở chỉ số nào trong 8 chỉ số chính, kém nhiều \
              nhất ở Hoạt động kinh tế số (0,2377)";
    let en = "Bac Giang is above the median on none of 8 main indicators, furthest below it \
              on Digital economy activity (0.2377)";
    expect(words, &none, [vi, en]);
    let some = profile((3, 8), Some(("economy", 2377)), None);
    let vi = "Bắc Giang cao hơn trung vị ở 3 trong 8 chỉ số chính, hơn nhiều nhất ở Hoạt động \
              kinh tế số (0,2377)";
    let en = "Bac Giang is above the median on 3 of 8 main indicators, furthest on Digital \
              economy activity (0.2377)";
    expect(words, &some, [vi, en]);
}

#[test]
fn a_profile_of_nothing_of_one_and_of_equals_says_so() {
    let vi = "Chưa đủ số liệu để so Bắc Giang với trung vị";
    let en = "There are too few figures to compare Bac Giang with the median";
    expect(words, &profile((0, 0), None, None), [vi, en]);
    let vi = "Bắc Giang cao hơn trung vị ở Hạ tầng số (0,0669)";
    let en = "Bac Giang is above the median on Digital infrastructure (0.0669)";
    expect(
        words,
        &profile((1, 1), Some(("infrastructure", 669)), None),
        [vi, en],
    );
    let vi = "Bắc Giang thấp hơn trung vị ở Hạ tầng số (0,0669)";
    let en = "Bac Giang is below the median on Digital infrastructure (0.0669)";
    expect(
        words,
        &profile((0, 1), None, Some(("infrastructure", 669))),
        [vi, en],
    );
    let vi = "Bắc Giang bằng trung vị ở cả 8 chỉ số chính";
    let en = "Bac Giang is at the median on all 8 main indicators";
    expect(words, &profile((0, 8), None, None), [vi, en]);
}

#[test]
fn a_gap_too_small_to_show_is_not_called_nothing() {
    let finding = Finding::Profile {
        above: 1,
        of: 1,
        furthest_above: Some((node("society"), Exact::decimal(1, 6))),
        furthest_below: None,
    };
    let vi = "Bắc Giang cao hơn trung vị ở Hoạt động xã hội số (chưa đến 0,0001)";
    let en = "Bac Giang is above the median on Digital society activity (under 0.0001)";
    expect(words, &finding, [vi, en]);
}

fn change(points: i64, gained: Option<(Step, i64)>, lost: Option<(Step, i64)>) -> Finding {
    breakdown(Start::Baseline, points, gained, lost)
}

/// Points in hundredths.
fn breakdown(
    start: Start,
    points: i64,
    gained: Option<(Step, i64)>,
    lost: Option<(Step, i64)>,
) -> Finding {
    let part = |(step, points)| (step, Exact::decimal(points, 2));
    Finding::Breakdown {
        start,
        points: Exact::decimal(points, 2),
        most_gained: gained.map(part),
        most_lost: lost.map(part),
    }
}

fn step(id: &str) -> Step {
    Step::Indicator(node(id))
}

#[test]
fn a_change_names_what_it_is_due_to() {
    let (society, security) = (step("society"), step("security"));
    let vi = "Bắc Giang được thêm 27,8 điểm, tất cả nhờ Hoạt động xã hội số";
    let en = "Bac Giang would gain 27.8 points, all from Digital society activity";
    // What rounding leaves does not count: 27.78 is the whole of 27.8.
    expect(edited, &change(2780, Some((society, 2778)), None), [vi, en]);
    let vi = "Bắc Giang mất 1 điểm, tất cả ở Hoạt động xã hội số";
    let en = "Bac Giang would lose 1 point, all on Digital society activity";
    expect(edited, &change(-100, None, Some((society, -100))), [vi, en]);
    let vi = "Bắc Giang được thêm 40 điểm, nhiều nhất nhờ Hoạt động xã hội số (+27,78)";
    let en = "Bac Giang would gain 40 points, chiefly from Digital society activity (+27.78)";
    expect(edited, &change(4000, Some((society, 2778)), None), [vi, en]);
    let vi = "Bắc Giang mất 40 điểm, nhiều nhất ở An toàn thông tin mạng (≈ \u{2212}16,92)";
    let en = "Bac Giang would lose 40 points, chiefly on Cyber security (≈ \u{2212}16.92)";
    expect(
        edited,
        &change(-4000, None, Some((security, -1692))),
        [vi, en],
    );
    let both = change(2520, Some((society, 2778)), Some((security, -1692)));
    let vi = "Bắc Giang được thêm 25,2 điểm: tăng nhiều nhất nhờ Hoạt động xã hội số (+27,78), \
              mất nhiều nhất ở An toàn thông tin mạng (≈ \u{2212}16,92)";
    let en = "Bac Giang would gain 25.2 points: most gained from Digital society activity \
              (+27.78), most lost on Cyber security (≈ \u{2212}16.92)";
    expect(edited, &both, [vi, en]);
}

#[test]
fn no_change_of_points_is_told_apart_from_changes_that_cancel() {
    let vi = "Kịch bản không làm đổi điểm của Bắc Giang";
    let en = "The scenario does not change the points of Bac Giang";
    expect(edited, &change(0, None, None), [vi, en]);
    let vi = "Chưa có giả định nào nên điểm của Bắc Giang chưa đổi";
    let en = "Nothing is supposed yet, so the points of Bac Giang are unchanged";
    expect(words, &change(0, None, None), [vi, en]);
    let (society, economy) = (step("society"), step("economy"));
    let vi = "Điểm của Bắc Giang không đổi: tăng nhiều nhất nhờ Hoạt động xã hội số (+5), mất \
              nhiều nhất ở Hoạt động kinh tế số (\u{2212}5)";
    let en = "The points of Bac Giang would not change: most gained from Digital society \
              activity (+5), most lost on Digital economy activity (\u{2212}5)";
    let cancelled = change(0, Some((society, 500)), Some((economy, -500)));
    expect(edited, &cancelled, [vi, en]);
}

#[test]
fn points_that_no_indicator_explains_are_not_laid_on_one() {
    let vi = "Bắc Giang được thêm 33,8 điểm, không gắn với chỉ số cụ thể nào";
    let en = "Bac Giang would gain 33.8 points, not owed to any indicator";
    expect(
        edited,
        &change(3380, Some((Step::Rest, 3380)), None),
        [vi, en],
    );
    let vi = "Bắc Giang mất 33,8 điểm, nhiều nhất ở phần không gắn với chỉ số nào (\u{2212}30)";
    let en = "Bac Giang would lose 33.8 points, chiefly on what belongs to no indicator \
              (\u{2212}30)";
    expect(
        edited,
        &change(-3380, None, Some((Step::Rest, -3000))),
        [vi, en],
    );
    // Rounding may take all of a small gain.
    let vi = "Kịch bản không làm đổi điểm của Bắc Giang";
    let en = "The scenario does not change the points of Bac Giang";
    expect(
        edited,
        &change(0, Some((step("society"), 5)), None),
        [vi, en],
    );
    // Changes too small to be drawn have no name.
    let vi = "Bắc Giang được thêm 0,04 điểm";
    let en = "Bac Giang would gain 0.04 points";
    expect(edited, &change(4, None, None), [vi, en]);
}

#[test]
fn the_distance_to_full_marks_is_stated() {
    let full = |points, lost| breakdown(Start::FullMarks, points, None, lost);
    let vi = "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Hoạt động xã hội \
              số (99,78)";
    let en = "Bac Giang is 356 points short of full marks, chiefly on Digital society activity \
              (99.78)";
    expect(
        words,
        &full(-35600, Some((step("society"), -9978))),
        [vi, en],
    );
    let vi = "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Thể chế số (≈ 60)";
    let en = "Bac Giang is 356 points short of full marks, chiefly on Digital institutions \
              (≈ 60)";
    expect(
        words,
        &full(-35600, Some((step("institutions"), -6000))),
        [vi, en],
    );
    let vi = "Bắc Giang đạt điểm tối đa";
    expect(words, &full(0, None), [vi, "Bac Giang has full marks"]);
    expect(
        edited,
        &full(0, None),
        [vi, "Bac Giang would have full marks"],
    );
}

#[test]
fn an_unknown_unit_is_a_dash() {
    let finding = Finding::Place {
        unit: 999,
        of: 63,
        before: place(9, 6440),
        after: place(9, 6440),
    };
    let vi = "– đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440";
    let en = "– ranks 9th of 63 provinces with a score of 0.6440";
    expect(words, &finding, [vi, en]);
    assert_eq!(
        words(dti_formats::link::Language::Vi).indicator(Node::ROOT),
        ""
    );
}
