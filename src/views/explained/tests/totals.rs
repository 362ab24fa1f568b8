//! How the total is told, from what was published to what a what-if adds.

use super::paragraphs;

/// What is told of the total, without the note on rounded numbers.
fn total(fragment: &str) -> Vec<String> {
    let mut told = paragraphs(fragment, "total");
    told.retain(|text| !text.contains("dấu ≈") && !text.contains("after ≈"));
    told
}

#[test]
fn the_published_state_is_a_sum_that_meets_the_total() {
    assert_eq!(
        total("#e=2022&u=bac-giang"),
        [
            "Giá trị DTI = tổng điểm các chỉ số chính / tổng điểm tối đa.",
            "644,00 / 1.000 = 0,6440",
            "Giá trị đã công bố cũng là 0,6440: không có phần chênh. Các số ước tính được chọn \
             sao cho tổng khớp đúng với giá trị đã công bố.",
            "Không chỉ số nào của tỉnh thay đổi, nên giá trị DTI đúng như công bố: 0,6440.",
        ]
    );
}

#[test]
fn the_residual_is_told() {
    let told = total("#e=2024-34&u=bac-ninh");
    assert_eq!(told[1], "702,538 / 940 ≈ 0,747381");
    assert!(
        told[2].starts_with("Giá trị đã công bố là 0,7474. Các giá trị công bố đều đã làm tròn")
    );
    assert_eq!(told[3], "0,7474 − 0,747381 ≈ 0,000019");
    let told = total("#e=2022&u=ho-chi-minh&lang=en");
    assert_eq!(told[1], "716.355 / 1,000 = 0.716355");
    assert_eq!(told[3], "0.7163 − 0.716355 = −0.000055");
}

#[test]
fn a_what_if_is_added_to_the_published_score() {
    let edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8";
    assert_eq!(
        total(edited)[1..],
        [
            "Cộng các số đã làm tròn ở cột điểm được 661,29, lệch 0,01 so với tổng 661,28.",
            "661,28 / 1.000 = 0,66128",
            "Trước khi thay đổi, tính lại từ các chỉ số:",
            "644,00 / 1.000 = 0,6440",
            "Giá trị đã công bố cũng là 0,6440: không có phần chênh. Các số ước tính được chọn \
             sao cho tổng khớp đúng với giá trị đã công bố.",
            "Giả định làm tổng điểm thay đổi:",
            "661,28 − 644,00 = 17,28 điểm",
            "Chia cho tổng điểm tối đa:",
            "17,28 / 1.000 = 0,01728",
            "Cộng phần thay đổi vào giá trị đã công bố, rồi làm tròn bốn chữ số thập phân (đúng \
             một nửa thì làm tròn lên):",
            "0,6440 + 0,01728 = 0,66128, làm tròn thành 0,6613",
        ]
    );
    let told = total("#e=2024-34&u=bac-ninh&s=bac-ninh.society:0.5&lang=en");
    assert_eq!(
        told[told.len() - 4..],
        [
            "Divided by the max points of the whole:",
            "−21.240 / 940 ≈ −0.022596",
            "The change is added to the published score, which is then rounded to four decimals \
             (halves upwards):",
            "0.7474 − 0.022596 ≈ 0.724804, rounded to 0.7248",
        ]
    );
}

#[test]
fn other_max_points_give_a_difference_of_scores() {
    let told = total("#e=2022&u=bac-giang&w=government:250");
    let place = told
        .iter()
        .position(|text| text.starts_with("Điểm tối đa đã đổi"));
    let place = place.unwrap();
    assert_eq!(told[place + 1], "0,644181 − 0,6440 ≈ 0,000181");
    assert_eq!(
        told[place + 3],
        "0,6440 + 0,000181 ≈ 0,644181, làm tròn thành 0,6442"
    );
}

#[test]
fn the_ends_of_the_scale_are_exact() {
    let told = total("#e=2022&u=da-nang&s=da-nang.foundation:1,da-nang.activity:1");
    assert_eq!(
        told.last().unwrap(),
        "Mọi chỉ số đều đạt 1, nên giá trị DTI đúng bằng 1."
    );
}

#[test]
fn an_estimate_that_is_changed_is_told() {
    let told = total("#e=2022&u=bac-giang&s=bac-giang.awareness:0.8&lang=en");
    let note = "This result rests on an estimated indicator.";
    assert!(told.iter().any(|text| text == note));
}
