//! How one number is told: an indicator, a group, a rank, the estimates.

use super::paragraphs;

#[test]
fn a_published_indicator_is_told_with_its_figures() {
    assert_eq!(
        paragraphs("#e=2022&u=bac-giang", "society"),
        [
            "Điểm = giá trị × điểm tối đa.",
            "0,3348 × 150 = 50,22 điểm",
            "Đóng góp vào giá trị DTI = điểm / tổng điểm tối đa.",
            "50,22 / 1.000 = 0,05022",
            "Chỉ số này chiếm khoảng 7,8% số điểm của tỉnh.",
            "Giá trị 0,3348 đã được công bố (nguồn: bản chép bảng của Bộ).",
            "10 tỉnh có giá trị cao hơn ở chỉ số này: hạng 11/63.",
        ]
    );
    assert_eq!(
        paragraphs("#e=2024-34&u=bac-ninh&lang=en", "infrastructure")[..4],
        [
            "Points = score × max points.",
            "0.8852 × 140 = 123.928 points",
            "Contribution to the DTI score = points / max points of the whole.",
            "123.928 / 940 ≈ 0.131838",
        ]
    );
}

#[test]
fn an_assumption_stands_beside_the_value_before() {
    let edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45";
    assert_eq!(
        paragraphs(edited, "society")[1..],
        [
            "0,4500 × 150 = 67,50 điểm",
            "Đóng góp vào giá trị DTI = điểm / tổng điểm tối đa.",
            "67,50 / 1.000 = 0,0675",
            "Chỉ số này chiếm khoảng 10,2% số điểm của tỉnh.",
            "Giá trị 0,4500 là giả định của bạn; trước đó là 0,3348 (công bố).",
            "2 tỉnh có giá trị cao hơn ở chỉ số này: hạng 3/63. Trước khi thay đổi: hạng 11.",
        ]
    );
    let english = paragraphs(&format!("{edited}&lang=en"), "society");
    assert_eq!(
        english[5..],
        [
            "The score of 0.4500 is your assumption; before, it was 0.3348 (published).",
            "2 provinces have a higher score on this indicator: rank 3 of 63. \
             Before the change: rank 11.",
        ]
    );
}

#[test]
fn a_known_figure_names_the_estimate_that_it_replaces() {
    let known = "#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8";
    let told = paragraphs(known, "awareness");
    assert_eq!(told[1], "0,8000 × 100 = 80,00 điểm");
    assert!(
        told[5]
            .starts_with("Giá trị 0,8000 do bạn cho biết; nếu không, công cụ ước tính ≈ 0,9043.")
    );
    let both = format!("{known},bac-giang.awareness:0.7&lang=en");
    let told = paragraphs(&both, "awareness");
    assert_eq!(
        told[5],
        "The score of 0.7000 is your assumption; before, it was 0.8000 (known to you)."
    );
}

#[test]
fn an_estimate_shows_its_mean_and_its_shift() {
    let told = paragraphs("#e=2022&u=bac-giang", "awareness");
    assert_eq!(told[1], "0,9043 × 100 ≈ 90,43 điểm");
    assert_eq!(told[3], "90,43 / 1.000 ≈ 0,0904");
    assert!(told[5].contains("trung bình của 10 tỉnh có đủ chỉ số trong DTI 2022"));
    assert_eq!(told[6], "0,8175 + 0,0868 ≈ 0,9043");
    assert!(told[7].contains("±0,12") && told[7].contains("khoảng tin cậy"));
    assert_eq!(told.last().unwrap(), "Số sau dấu ≈ đã được làm tròn.");
    let stopped = paragraphs("#e=2024&u=bac-giang&lang=en", "awareness");
    assert_eq!(
        stopped[6],
        "The mean is 0.9657; with the shift it would leave its range, so it stops at 1.0000."
    );
}

#[test]
fn what_was_not_merged_is_found_after_the_merger() {
    let told = paragraphs("#e=2024&u=thua-thien-hue&lang=en", "security");
    assert!(told[5].starts_with("The score of") && told[5].contains("follows exactly"));
    assert_eq!(
        told[6],
        "The province was not merged, so this is its published score in DTI 2024 (34 provinces)."
    );
}

#[test]
fn what_is_not_scored_says_so_and_the_unknown_gives_the_total() {
    let told = paragraphs("#e=2022&u=hue", "smart_city");
    assert_eq!(
        told,
        ["Chỉ số này không được chấm điểm, nên không tính vào giá trị DTI."]
    );
    let total = paragraphs("#e=2022&u=hue", "total");
    assert_eq!(paragraphs("#e=2022&u=hue", "moon"), total);
}

#[test]
fn a_group_is_the_sum_of_its_indicators() {
    let told = paragraphs("#e=2022&u=bac-giang&lang=en", "foundation");
    assert_eq!(told[1], "347.76 / 500 = 0.69552");
}

#[test]
fn changed_max_points_are_told() {
    let told = paragraphs("#e=2022&u=bac-giang&w=society:300", "society");
    assert_eq!(told[1], "0,3348 × 300 = 100,44 điểm");
    assert_eq!(
        told[2],
        "Điểm tối đa của chỉ số này là 150; kịch bản đổi thành 300."
    );
}

#[test]
fn a_rank_counts_who_is_higher_and_who_is_level() {
    assert_eq!(
        paragraphs("#e=2022&u=thanh-hoa", "rank")[1..],
        [
            "14 tỉnh có giá trị cao hơn 0,6350, nên Thanh Hóa đứng hạng 15/63:",
            "1 + 14 = 15",
            "Bằng giá trị thì đồng hạng và hạng kế tiếp bị bỏ qua: 1, 2, 2, 4.",
            "Cùng giá trị 0,6350 còn có Yên Bái: 2 tỉnh cùng hạng 15, hạng kế tiếp là 17.",
            "Thứ hạng đã công bố: 15.",
        ]
    );
    let edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45&lang=en";
    let told = paragraphs(edited, "rank");
    assert_eq!(
        told[1],
        "7 provinces have a higher score than 0.6613, so Bac Giang ranks 8 of 63:"
    );
    assert_eq!(told[2], "1 + 7 = 8");
    assert_eq!(
        told[5],
        "By the published score of 0.6440: 8 higher, rank 9. Published rank: 9."
    );
    let first = paragraphs("#e=2022&u=da-nang", "rank");
    assert_eq!(first[2], "1 + 0 = 1");
    let missing = paragraphs("#e=2024&u=yen-bai", "rank");
    assert!(missing.last().unwrap().contains("không có trong số liệu"));
}

#[test]
fn the_points_left_for_estimates_are_worked_out() {
    let told = paragraphs("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8", "estimate");
    assert!(told[2].contains("±0,12"));
    assert_eq!(
        told[3],
        "Với Bắc Giang, số điểm còn lại cho Thể chế số, Nhân lực số và An toàn thông tin mạng \
         (tối đa 300) là:"
    );
    assert_eq!(told[4], "0,6440 × 1.000 − 432,10 = 211,90 điểm");
    assert_eq!(told[5], "Số bạn cho biết được tính là điểm đã biết.");
    let complete = paragraphs("#e=2024-34&u=bac-ninh&lang=en", "estimate");
    assert_eq!(complete.len(), 1);
    let complete = paragraphs("#e=2022&u=da-nang&lang=en", "estimate");
    assert_eq!(
        complete[3],
        "Da Nang has no indicator that must be estimated."
    );
}
