//! Headings about ranks.

use super::{edited, expect, unit, words};
use crate::charts::ChartWords;
use dti_charts::{Finding, Measure};
use dti_formats::link::Language;

fn shift(
    (risen, fallen): (usize, usize),
    own: (u32, u32),
    furthest: Option<(&str, u32, u32)>,
) -> Finding {
    Finding::RankShift {
        risen,
        fallen,
        own,
        furthest: furthest.map(|(id, was, is)| (unit(id), was, is)),
    }
}

#[test]
fn nobody_moved_or_nobody_else() {
    let still = shift((0, 0), (9, 9), None);
    let vi = "Không tỉnh, thành nào đổi hạng; Bắc Giang vẫn ở hạng 9";
    let en = "No province would change rank; Bac Giang would stay 9th";
    expect(edited, &still, [vi, en]);
    let vi = "Chưa có giả định nào nên thứ hạng chưa đổi; Bắc Giang ở hạng 9";
    let en = "Nothing is supposed yet, so no rank changes; Bac Giang ranks 9th";
    expect(words, &still, [vi, en]);
    // Where a tie breaks up, one unit moves alone.
    let vi = "Chỉ Bắc Giang đổi hạng, từ 9 lên 8";
    let en = "Only Bac Giang would change rank, from 9th to 8th";
    expect(edited, &shift((1, 0), (9, 8), None), [vi, en]);
    let vi = "Chỉ Bắc Giang đổi hạng, từ 8 xuống 9";
    let en = "Only Bac Giang would change rank, from 8th to 9th";
    expect(edited, &shift((0, 1), (8, 9), None), [vi, en]);
}

#[test]
fn one_other_unit_is_named() {
    let swap = shift((1, 1), (9, 8), Some(("thai-nguyen", 8, 9)));
    let vi = "Bắc Giang từ hạng 9 lên hạng 8; Thái Nguyên từ hạng 8 xuống hạng 9";
    let en = "Bac Giang would rise from 9th to 8th; Thai Nguyen would fall from 8th to 9th";
    expect(edited, &swap, [vi, en]);
    let other = shift((1, 0), (9, 9), Some(("thai-nguyen", 8, 7)));
    let vi = "Bắc Giang vẫn ở hạng 9; Thái Nguyên từ hạng 8 lên hạng 7";
    let en = "Bac Giang would stay 9th; Thai Nguyen would rise from 8th to 7th";
    expect(edited, &other, [vi, en]);
}

#[test]
fn many_others_are_counted_without_the_chosen_one() {
    let slide = shift((1, 4), (9, 5), Some(("hai-phong", 5, 6)));
    let vi = "Bắc Giang từ hạng 9 lên hạng 5; 4 tỉnh, thành khác xuống 1 bậc";
    let en = "Bac Giang would rise from 9th to 5th; 4 other provinces would fall 1 place";
    expect(edited, &slide, [vi, en]);
    let way_up = shift((3, 1), (5, 8), Some(("hai-phong", 6, 5)));
    let vi = "Bắc Giang từ hạng 5 xuống hạng 8; 3 tỉnh, thành khác lên 1 bậc";
    let en = "Bac Giang would fall from 5th to 8th; 3 other provinces would rise 1 place";
    expect(edited, &way_up, [vi, en]);
    let far = shift((12, 30), (9, 9), Some(("gia-lai", 55, 14)));
    let vi = "Bắc Giang vẫn ở hạng 9; 12 tỉnh, thành khác lên hạng, 30 xuống hạng, nhiều nhất \
              là Gia Lai (từ 55 lên 14)";
    let en = "Bac Giang would stay 9th; 12 other provinces would rise and 30 would fall, most \
              of all Gia Lai (from 55th to 14th)";
    expect(edited, &far, [vi, en]);
    let small = shift((2, 1), (9, 8), Some(("gia-lai", 8, 9)));
    let vi = "Bắc Giang từ hạng 9 lên hạng 8; 1 tỉnh, thành khác lên 1 bậc, 1 xuống 1 bậc";
    let en = "Bac Giang would rise from 9th to 8th; 1 other province would rise 1 place and 1 \
              would fall 1 place";
    expect(edited, &small, [vi, en]);
}

type RankAt = Option<(usize, u32)>;

fn history(first: RankAt, last: RankAt, best: RankAt, missing: usize) -> Finding {
    Finding::History {
        first,
        last,
        best,
        missing,
    }
}

#[test]
fn a_history_without_ranks_or_with_one_claims_no_course() {
    let vi = "Chưa kỳ đánh giá nào có số liệu thứ hạng của Bắc Giang";
    let en = "No edition on file has a rank for Bac Giang";
    expect(words, &history(None, None, None, 6), [vi, en]);
    expect(edited, &history(None, None, None, 0), [vi, en]);
    let one = Some((2, 9));
    let vi = "Bắc Giang xếp hạng 9 ở kỳ 2022";
    expect(
        words,
        &history(one, one, one, 0),
        [vi, "Bac Giang ranked 9th in 2022"],
    );
    let vi = "Bắc Giang mới có số liệu thứ hạng của kỳ 2022: hạng 9";
    let en = "Bac Giang has a rank on file for 2022 only: 9th";
    expect(words, &history(one, one, one, 5), [vi, en]);
}

#[test]
fn a_history_names_its_ends_and_its_best() {
    let (first, last) = (Some((0, 12)), Some((3, 9)));
    let vi = "Bắc Giang xếp hạng 12 ở kỳ 2020 và hạng 9 ở kỳ 2023; cao nhất là hạng 5 ở kỳ 2022";
    let en = "Bac Giang ranked 12th in 2020 and 9th in 2023; its best was 5th in 2022";
    expect(words, &history(first, last, Some((2, 5)), 0), [vi, en]);
    let with_gaps = [
        format!("{vi}; 2 kỳ chưa có thứ hạng"),
        format!("{en}; 2 editions have no rank on file"),
    ];
    let [vi, en] = with_gaps.each_ref().map(String::as_str);
    expect(words, &history(first, last, Some((2, 5)), 2), [vi, en]);
    let vi = "Bắc Giang xếp hạng 12 ở kỳ 2020 và hạng 9 ở kỳ 2023, cũng là hạng cao nhất";
    let en = "Bac Giang ranked 12th in 2020 and 9th, its best, in 2023";
    expect(words, &history(first, last, last, 0), [vi, en]);
    // The same rank once before is no better.
    expect(words, &history(first, last, Some((1, 9)), 0), [vi, en]);
    let vi = "Bắc Giang xếp hạng cao nhất ở kỳ 2020 (hạng 3), đến kỳ 2023 là hạng 9";
    let en = "Bac Giang ranked best in 2020 (3rd) and 9th in 2023";
    expect(
        words,
        &history(Some((0, 3)), last, Some((0, 3)), 0),
        [vi, en],
    );
    let vi = "Bắc Giang xếp hạng 9 ở cả kỳ 2020 và kỳ 2023; 1 kỳ chưa có thứ hạng";
    let en = "Bac Giang ranked 9th in both 2020 and 2023; 1 edition has no rank on file";
    expect(
        words,
        &history(Some((0, 9)), last, Some((0, 9)), 1),
        [vi, en],
    );
}

#[test]
fn ranks_before_and_after_the_mergers_are_not_compared() {
    let (first, last) = (Some((0, 10)), Some((5, 2)));
    let vi = "Bắc Giang xếp hạng 10 ở kỳ 2020 và, sau đợt sáp nhập, hạng 2 ở kỳ 2024 (34); \
              trước đó cao nhất là hạng 9 ở kỳ 2022";
    let en = "Bac Giang ranked 10th in 2020 and, after the mergers, 2nd in 2024 (34); its best \
              before that was 9th in 2022";
    expect(words, &history(first, last, Some((2, 9)), 0), [vi, en]);
    let vi = "Bắc Giang xếp hạng 10 ở kỳ 2020 và, sau đợt sáp nhập, hạng 2 ở kỳ 2024 (34)";
    let en = "Bac Giang ranked 10th in 2020 and, after the mergers, 2nd in 2024 (34)";
    expect(words, &history(first, last, first, 0), [vi, en]);
    expect(words, &history(first, last, None, 0), [vi, en]);
}

#[test]
fn a_history_leaves_the_scenario_aside() {
    let (first, last) = (Some((0, 12)), Some((3, 9)));
    let vi = "Chưa kể kịch bản, Bắc Giang xếp hạng 12 ở kỳ 2020 và hạng 9 ở kỳ 2023, cũng là \
              hạng cao nhất";
    let en = "Without the scenario, Bac Giang ranked 12th in 2020 and 9th, its best, in 2023";
    expect(edited, &history(first, last, last, 0), [vi, en]);
}

fn pillars(strongest: RankAt, weakest: RankAt, of: usize) -> Finding {
    Finding::Pillars {
        strongest,
        weakest,
        of,
    }
}

#[test]
fn pillars_are_ranked_highest_and_lowest() {
    let ends = pillars(Some((1, 5)), Some((2, 30)), 63);
    let vi = "Bắc Giang xếp hạng cao nhất ở trụ cột Kinh tế số (5/63), thấp nhất ở trụ cột Xã \
              hội số (30/63)";
    let en = "Bac Giang ranks highest on Digital economy (5th of 63) and lowest on Digital \
              society (30th of 63)";
    expect(words, &ends, [vi, en]);
    expect(edited, &ends, [vi, &en.replace("ranks", "would rank")]);
    let vi = "Bắc Giang cùng xếp hạng 9/63 ở cả 3 trụ cột";
    let en = "Bac Giang ranks 9th of 63 on all 3 pillars";
    expect(words, &pillars(Some((0, 9)), Some((2, 9)), 63), [vi, en]);
    let vi = "Bắc Giang xếp hạng 9/63 ở trụ cột Chính quyền số";
    let en = "Bac Giang ranks 9th of 63 on Digital government";
    expect(words, &pillars(Some((0, 9)), Some((0, 9)), 63), [vi, en]);
    let vi = "Chỉ có Bắc Giang được xếp hạng theo trụ cột";
    let en = "Only Bac Giang is ranked on the pillars";
    expect(words, &pillars(Some((0, 1)), Some((2, 1)), 1), [vi, en]);
    let vi = "Kỳ này chưa có số liệu trụ cột của Bắc Giang";
    let en = "This edition has no pillar figures for Bac Giang";
    expect(words, &pillars(None, None, 63), [vi, en]);
}

fn map(measure: Measure, ends: Option<[&str; 2]>, moved: usize) -> Finding {
    let [best, worst] = match ends {
        Some(ends) => ends.map(|id| Some(unit(id))),
        None => [None, None],
    };
    Finding::Map {
        measure,
        best,
        worst,
        moved,
    }
}

#[test]
fn a_map_names_the_two_ends() {
    let ends = Some(["da-nang", "bac-kan"]);
    let vi = "Đà Nẵng có giá trị cao nhất, Bắc Kạn thấp nhất";
    let en = "Da Nang has the highest score, Bac Kan the lowest";
    expect(words, &map(Measure::Score, ends, 0), [vi, en]);
    expect(
        edited,
        &map(Measure::Score, ends, 2),
        [vi, &en.replace("has", "would have")],
    );
    let vi = "Đà Nẵng đứng đầu bảng xếp hạng, Bắc Kạn đứng cuối";
    let en = "Da Nang ranks first, Bac Kan last";
    expect(words, &map(Measure::Rank, ends, 0), [vi, en]);
}

#[test]
fn a_map_of_moves_counts_them() {
    let ends = Some(["bac-giang", "thai-nguyen"]);
    let change = |moved| map(Measure::Change, ends, moved);
    let vi = "Chưa có giả định nào nên chưa tỉnh, thành nào đổi hạng";
    let en = "Nothing is supposed yet, so no rank changes";
    expect(words, &change(0), [vi, en]);
    let vi = "Không tỉnh, thành nào đổi hạng";
    expect(edited, &change(0), [vi, "No province would change rank"]);
    let vi = "1 tỉnh, thành đổi hạng";
    expect(edited, &change(1), [vi, "1 province would change rank"]);
    let vi = "12 tỉnh, thành đổi hạng; lợi nhất là Bắc Giang, thiệt nhất là Thái Nguyên";
    let en = "12 provinces would change rank; Bac Giang would do best, Thai Nguyen worst";
    expect(edited, &change(12), [vi, en]);
}

#[test]
fn a_map_of_one_unit_or_none_says_so() {
    let one = Some(["da-nang", "da-nang"]);
    let vi = "Chỉ Đà Nẵng có số liệu";
    expect(
        words,
        &map(Measure::Score, one, 0),
        [vi, "Only Da Nang has figures on file"],
    );
    let vi = "Kỳ này chưa có số liệu để lên bản đồ";
    let en = "No figures are on file for the map";
    expect(words, &map(Measure::Change, None, 0), [vi, en]);
}

#[test]
fn an_edition_off_the_list_is_a_dash() {
    let words = ChartWords {
        editions: &[],
        ..words(Language::Vi)
    };
    let finding = history(Some((2, 9)), Some((2, 9)), None, 0);
    assert_eq!(words.finding(&finding), "Bắc Giang xếp hạng 9 ở kỳ –");
}
