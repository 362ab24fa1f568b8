//! What is typed under a rule: what it comes to, and what is wrong with it.

use super::{choice_name, entry_problem, mismatch, missing, percent, reading, step, typed};
use crate::Words;
use dti_engine::analysis::RuleMismatch;
use dti_engine::model::{BEST, Exact, RuleKind};
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::{parse_raw_value, parse_rule, read_entry};

fn twenty() -> Exact {
    Exact::whole(20)
}

#[track_caller]
fn expect_reading(text: &str, typed: &str, language: Language, sentence: &str) {
    let rule = parse_rule(text).unwrap();
    let raw = read_entry(&rule, twenty(), typed).unwrap().unwrap();
    let own = reading(&rule, twenty(), &raw, None, &Words::plain(language));
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
    expect_reading("yes_no", "có", En, "= 20 / 20 points");
    expect_reading("relative", "30", Vi, "");
    let relative = parse_rule("relative").unwrap();
    let raw = parse_raw_value(&relative, "30").unwrap();
    let best = Some(Exact::whole(40));
    let beside = reading(&relative, twenty(), &raw, best, &Words::plain(Vi));
    assert_eq!(beside, "= 15 / 20 điểm");
}

#[test]
fn the_next_step_is_said_in_raw_units() {
    let [vi, en] = [Vi, En].map(Words::plain);
    for (text, now, next, said_vi, said_en) in [
        ("steps 1:0.25 4:1", "3", "4", "3 → 4", "3 → 4"),
        ("steps 1:0.25 4:1", "", "4", "lên 4", "up to 4"),
        ("count_capped 0.1", "3", "5", "thêm 2", "more: 2"),
        ("capped_ratio 0.5", "0.2", "0.5", "lên 50%", "up to 50%"),
        ("yes_no", "no", "yes", "Có", "Yes"),
        ("levels 0 0.5 1", "0", "1", "thêm một mức", "one level more"),
        (
            "parts 0.3 0.7",
            "0",
            "0+1",
            "thêm một mức",
            "one level more",
        ),
    ] {
        let rule = parse_rule(text).unwrap();
        let [now, next] = [now, next].map(|raw| parse_raw_value(&rule, raw));
        let said = |words| step(&rule, now.as_ref(), next.as_ref(), words);
        assert_eq!(said(&vi), said_vi, "{text}");
        assert_eq!(said(&en), said_en, "{text}");
    }
    let mut named = parse_rule("parts 0.3 0.7").unwrap();
    if let RuleKind::Parts(choices) = &mut named.kind {
        choices[1].name.vi = "có hỏi đáp".to_owned();
        choices[1].name.en = "with answers".to_owned();
    }
    let [now, next] = ["0", "0+1"].map(|raw| parse_raw_value(&named, raw));
    let said = |words| step(&named, now.as_ref(), next.as_ref(), words);
    assert_eq!(said(&vi), "thêm “có hỏi đáp”");
    assert_eq!(said(&en), "more: “with answers”");
}

#[test]
fn of_periods_those_that_change_are_named() {
    let vi = Words::plain(Vi);
    let mut rule = parse_rule("per_period_sum 3 0 0.25").unwrap();
    if let RuleKind::PerPeriodSum { choices, .. } = &mut rule.kind {
        choices[1].name.vi = "đủ".to_owned();
    }
    let [now, next] = ["1+0+0", "1+1+0"].map(|raw| parse_raw_value(&rule, raw));
    assert_eq!(step(&rule, now.as_ref(), next.as_ref(), &vi), "thêm “đủ”");
}

#[test]
fn a_problem_has_an_example_for_its_rule() {
    let problem = |text: &str, typed: &str, language| {
        let rule = parse_rule(text).unwrap();
        let problem = read_entry(&rule, twenty(), typed).unwrap_err();
        entry_problem(&problem, &rule, twenty(), &Words::plain(language))
    };
    for (rule, typed, said_vi, said_en) in [
        (
            "ratio",
            "abc",
            "Ô này không đọc được. Hãy nhập như ví dụ: 76,6% hoặc 3420/4465.",
            "This cannot be read. Enter it like this: 76.6% or 3420/4465.",
        ),
        (
            "points",
            "abc",
            "Ô này không đọc được. Hãy nhập như ví dụ: 10 hoặc 62,5%.",
            "This cannot be read. Enter it like this: 10 or 62.5%.",
        ),
        (
            "ratio of a+b/c",
            "3/4",
            "Ô này không đọc được. Hãy nhập như ví dụ: 76,6% hoặc a=10; b=11; c=12.",
            "This cannot be read. Enter it like this: 76.6% or a=10; b=11; c=12.",
        ),
        (
            "steps 1:0.25 20:1",
            "x",
            "Ô này không đọc được. Hãy nhập như ví dụ: 20.",
            "This cannot be read. Enter it like this: 20.",
        ),
        (
            "yes_no",
            "abc",
            "Ô này không đọc được. Hãy nhập như ví dụ: có hoặc không.",
            "This cannot be read. Enter it like this: yes or no.",
        ),
        (
            "ratio",
            "120%",
            "120% là quá mức. Hãy nhập từ 0 đến 100%. Ví dụ: 76,6% hoặc 3420/4465.",
            "120% is too much. Use 0 to 100%. For example: 76.6% or 3420/4465.",
        ),
        (
            "points",
            "21",
            "21 điểm là quá mức. Hãy nhập từ 0 đến 20. Ví dụ: 10 hoặc 62,5%.",
            "21 points are out of range. Use 0 to 20. For example: 10 or 62.5%.",
        ),
        (
            "capped_ratio 0.8",
            "5 điểm",
            "Cách chấm này không suy ngược được từ điểm. Hãy nhập số liệu gốc, ví dụ 76,6% hoặc 3420/4465.",
            "Points do not tell what was counted here. Enter the figure, for example 76.6% or 3420/4465.",
        ),
        (
            "count_capped 0.1",
            "3.420",
            "“3.420” có thể là 3420 hoặc 3,42. Hãy viết không có dấu ngăn hàng nghìn, ví dụ 3420.",
            "“3.420” may be 3420 or 3.42. Write it without a thousands mark, for example 3420.",
        ),
        (
            "relative of a/b",
            "76,6",
            "“76,6” là phần trăm hay tỷ lệ? Hãy viết 76,6% hoặc hai số, ví dụ 76,6% hoặc 3420/4465.",
            "Is “76,6” a percentage or a ratio? Write 76,6% or both figures, for example 76.6% or 3420/4465.",
        ),
        (
            "ratio of a/b=7",
            "x",
            "Ô này không đọc được. Hãy nhập như ví dụ: 5/7 hoặc 62,5%.",
            "This cannot be read. Enter it like this: 5/7 or 62.5%.",
        ),
    ] {
        assert_eq!(problem(rule, typed, Vi), said_vi, "{rule}");
        assert_eq!(problem(rule, typed, En), said_en, "{rule}");
    }
}

#[test]
fn every_mismatch_is_a_sentence_of_its_own_in_both_languages() {
    let (given, id) = (Exact::decimal(15, 1), "a".to_owned());
    let allowed = vec!["0".to_owned(), "1".to_owned()];
    let all = [
        RuleMismatch::WrongKind,
        RuleMismatch::PointsOutOfRange {
            given,
            max_points: Exact::ONE,
        },
        RuleMismatch::TooManyDecimals { given },
        RuleMismatch::Negative { given: -given },
        RuleMismatch::TooMuch {
            given,
            most: Exact::ONE,
        },
        RuleMismatch::NoReference { given: Exact::ZERO },
        RuleMismatch::MissingPart {
            id: BEST.to_owned(),
        },
        RuleMismatch::MissingPart { id: id.clone() },
        RuleMismatch::NoSuchChoice {
            given: id.clone(),
            allowed,
        },
        RuleMismatch::Twice { given: id },
        RuleMismatch::OtherPeriods {
            given: 1,
            periods: 4,
        },
    ];
    let points = parse_rule("points").unwrap();
    for (language, periods, choice) in [
        (
            Vi,
            "Có 1 kỳ. Hãy chọn cho cả 4 kỳ.",
            "Không có “a” ở đây. Hãy chọn: 0, 1.",
        ),
        (
            En,
            "There is 1 period. Choose for each of 4.",
            "There is no “a” here. Choose: 0, 1.",
        ),
    ] {
        let words = Words::plain(language);
        let said = all.each_ref().map(|own| mismatch(own, &points, &words));
        for (place, sentence) in said.iter().enumerate() {
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
            assert!(!said[..place].contains(sentence), "{sentence}");
        }
        assert_eq!(said[10], periods);
        assert_eq!(said[8], choice);
    }
}

#[test]
fn what_is_typed_is_read_again() {
    for language in [Vi, En] {
        let value = Exact::decimal(123_456_789, 4);
        let text = typed(value, language);
        let rule = parse_rule("count_capped 0.1").unwrap();
        let read = read_entry(&rule, twenty(), &text).unwrap().unwrap();
        assert_eq!(read, dti_engine::model::RawValue::Number(value), "{text}");
    }
    assert_eq!(typed(Exact::decimal(25, 1), Vi), "2,5");
    assert_eq!(typed(Exact::whole(48_000), En), "48000");
}

#[test]
fn shares_choices_and_gaps_are_named() {
    let [vi, en] = [Vi, En].map(Words::plain);
    assert_eq!(percent(Exact::fraction(2, 3), &vi), "66,67%");
    assert_eq!(percent(Exact::decimal(8, 1), &en), "80%");
    let rule = parse_rule("levels 0 0.05 1").unwrap();
    let choices = rule.kind.choices();
    assert_eq!(choice_name(1, &choices[1], twenty(), &vi), "mức 2: 1 điểm");
    assert_eq!(
        choice_name(1, &choices[1], twenty(), &en),
        "level 2: 1 point"
    );
    let mut named = choices[2].clone();
    named.name.vi = "người đứng đầu".to_owned();
    assert_eq!(
        choice_name(2, &named, twenty(), &vi),
        "người đứng đầu: 20 điểm"
    );
    let names = ["a: đã ký".to_owned(), "b".to_owned()];
    assert_eq!(missing(&names, &vi), "Hãy nhập cả: a: đã ký; b.");
    assert_eq!(missing(&names[1..], &en), "Enter these too: b.");
}
