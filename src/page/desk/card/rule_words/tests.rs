//! Rules, readings and problems in words.

use super::{entry_problem, reading, rule};
use dti_engine::model::Exact;
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::{parse_raw_value, parse_rule, read_entry};

fn twenty() -> Exact {
    Exact::whole(20)
}

#[track_caller]
fn expect_reading(text: &str, typed: &str, language: Language, sentence: &str) {
    let rule = parse_rule(text).unwrap();
    let raw = read_entry(&rule, twenty(), typed).unwrap().unwrap();
    let own = reading(&rule, twenty(), &raw, None, language);
    assert_eq!(own, sentence, "{text}");
}

#[test]
fn a_reading_says_what_a_value_comes_to() {
    expect_reading("ratio", "0,7660", Vi, "76,6 % của 20 điểm = 15,32");
    expect_reading("ratio", "76,6%", En, "76.6 % of 20 points = 15.32");
    expect_reading("ratio", "3420/4465", Vi, "76,6 % của 20 điểm = 15,32");
    expect_reading("ratio of a/b=7", "7", Vi, "100 % của 20 điểm = 20");
    expect_reading("points", "62,5%", Vi, "62,5 % của 20 điểm = 12,5");
    expect_reading("points", "12,5", Vi, "= 12,5 / 20 điểm");
    // 0.76 % of the 50 % that give all points.
    expect_reading("capped_ratio 0.5", "0,76%", Vi, "0,76 % → 0,3 / 20 điểm");
    expect_reading("threshold_jump 0.8", "80", Vi, "80 % → 20 / 20 điểm");
    expect_reading("banded_ratio 0.9", "89", En, "89 % → 0 / 20 points");
    expect_reading("steps 1:0.25 4:1", "3", Vi, "= 5 / 20 điểm");
    expect_reading("yes_no", "có", Vi, "= 20 / 20 điểm");
    expect_reading("relative", "30", Vi, "");
    let relative = parse_rule("relative").unwrap();
    let raw = parse_raw_value(&relative, "30").unwrap();
    let beside = reading(&relative, twenty(), &raw, Some(Exact::whole(40)), Vi);
    assert_eq!(beside, "= 15 / 20 điểm");
}

#[test]
fn a_problem_has_an_example_for_its_rule() {
    let problem = |text: &str, typed: &str, language| {
        let rule = parse_rule(text).unwrap();
        let problem = read_entry(&rule, twenty(), typed).unwrap_err();
        entry_problem(&problem, &rule, twenty(), language)
    };
    for (rule, typed, sentence) in [
        (
            "ratio",
            "abc",
            "Ô này không đọc được. Hãy nhập như ví dụ: 76,6% hoặc 3420/4465.",
        ),
        (
            "points",
            "abc",
            "Ô này không đọc được. Hãy nhập như ví dụ: 10 hoặc 62,5%.",
        ),
        (
            "ratio of a+b/c",
            "3/4",
            "Ô này không đọc được. Hãy nhập như ví dụ: 76,6% hoặc a=10; b=11; c=12.",
        ),
        (
            "steps 1:0.25 20:1",
            "x",
            "Ô này không đọc được. Hãy nhập như ví dụ: 20.",
        ),
        (
            "ratio",
            "120%",
            "120% là quá mức. Hãy nhập từ 0 đến 100%. Ví dụ: 76,6% hoặc 3420/4465.",
        ),
        (
            "points",
            "21",
            "21 điểm là quá mức. Hãy nhập từ 0 đến 20. Ví dụ: 10 hoặc 62,5%.",
        ),
        (
            "capped_ratio 0.8",
            "5 điểm",
            "Cách chấm này không suy ngược được từ điểm. Hãy nhập số liệu gốc, ví dụ 76,6% hoặc 3420/4465.",
        ),
        (
            "count_capped 0.1",
            "3.420",
            "“3.420” có thể là 3420 hoặc 3,42. Hãy viết không có dấu ngăn hàng nghìn, ví dụ 3420.",
        ),
        (
            "relative of a/b",
            "76,6",
            "“76,6” là phần trăm hay tỷ lệ? Hãy viết 76,6% hoặc hai số, ví dụ 76,6% hoặc 3420/4465.",
        ),
        (
            "ratio of a/b=7",
            "x",
            "Ô này không đọc được. Hãy nhập như ví dụ: 5/7 hoặc 62,5%.",
        ),
    ] {
        assert_eq!(problem(rule, typed, Vi), sentence, "{rule}");
        let english = problem(rule, typed, En);
        assert!(
            !english.is_empty() && english.is_ascii() || english.contains('“'),
            "{english}"
        );
    }
}

#[test]
fn every_rule_is_said_with_its_own_figures() {
    for (text, vi) in [
        ("ratio of a+b/c", "(a + b)/c × điểm tối đa"),
        ("capped_ratio 0.8", "a/b, từ 80% là đủ điểm"),
        (
            "threshold_jump 0.8",
            "a/b từ 80% là đủ điểm; dưới 80%: a/b × điểm tối đa",
        ),
        (
            "banded_ratio 0.9",
            "a/b từ 90%: a/b × điểm tối đa; dưới 90%: 0",
        ),
        ("all_or_nothing", "a/b đạt 100%: đủ điểm; chưa đạt: 0"),
        (
            "banded_ratio 0.9 full_without_cases",
            "a/b từ 90%: a/b × điểm tối đa; dưới 90%: 0; không có trường hợp nào: đủ điểm",
        ),
        ("relative", "giá trị so với giá trị cao nhất × điểm tối đa"),
        ("steps 1:0.25 4:1", "theo số lượng, từ 1: 5; từ 4: 20 điểm"),
        ("steps 0.1:1 of a/b", "theo a/b, từ 10%: 20 điểm"),
        ("count_capped 0.1", "mỗi đơn vị đếm được 2 điểm, tối đa 20"),
        ("count_share 7", "số việc đã làm / 7 × điểm tối đa"),
        (
            "per_period_sum 4 0 0.25",
            "cộng 4 kỳ, mỗi kỳ chọn: 0; 5 điểm",
        ),
        ("parts 0.3 0.7", "cộng các phần đạt: 6 + 14 điểm"),
    ] {
        let parsed = parse_rule(text).unwrap();
        assert_eq!(rule(&parsed, twenty(), Vi), vi);
        assert_ne!(rule(&parsed, twenty(), En), vi);
    }
}
