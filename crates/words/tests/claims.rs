//! What is said of a claim: part by part, and as a sentence to quote.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{Calculator, Truth};
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::{Assumed, read_claim};
use dti_words::{Judged, Words, claim_answer, claim_lines, claim_quote, truth_word, undecided};

fn calculator() -> Calculator {
    dti_formats::official().unwrap()
}

/// The answer in a word, each part in a line, and the sentence.
fn told(text: &str, language: Language) -> (String, Vec<String>, String) {
    let calculator = calculator();
    let assumed = Assumed {
        edition: "2024-34",
        unit: None,
    };
    let read = read_claim(text, &calculator, assumed).unwrap();
    let check = calculator.check_claim(&read.claim).unwrap();
    let words = Words::plain(language);
    let judged = Judged::of(&calculator, &read, &check).unwrap();
    let lines = claim_lines(&judged, &words).into_iter().map(|line| {
        let why = undecided(line.truth, &words).unwrap_or_default();
        let answer = truth_word(line.truth, &words);
        format!(
            "{} | {} | {} | {answer} {why}",
            line.part, line.said, line.found
        )
        .trim_end()
        .to_owned()
    });
    let quote = claim_quote(text, &judged, &words);
    (claim_answer(&judged, &words), lines.collect(), quote)
}

#[test]
fn a_true_claim_is_told_with_its_figures() {
    let (answer, lines, quote) = told("Thái Nguyên năm 2021 tăng 4 bậc, đứng thứ 8", Vi);
    assert_eq!(answer, "Đúng");
    assert_eq!(
        lines,
        [
            "Hạng, DTI 2021 (63 tỉnh, thành) | 8 | 8 | Đúng",
            "Đổi hạng | tăng 4 bậc | 12 → 8: tăng 4 bậc | Đúng",
        ]
    );
    let expected = "“Thái Nguyên năm 2021 tăng 4 bậc, đứng thứ 8”: Đúng. Thái Nguyên: DTI 2020 (63 tỉnh, \
        thành): hạng 12; DTI 2021 (63 tỉnh, thành): hạng 8.";
    assert_eq!(quote, expected);
}

#[test]
fn a_false_claim_is_told_in_english() {
    let (answer, lines, quote) = told("Bắc Giang 2023: score rose, rank rose", En);
    assert_eq!(answer, "False");
    assert_eq!(
        lines,
        [
            "Change of rank | rose | 9 → 9: no change | False",
            "Change of score | rose | 0.6440 → 0.7366 (+0.0926) | True",
        ]
    );
    let expected = "“Bắc Giang 2023: score rose, rank rose”: False. Bac Giang: DTI 2022 (63 provinces): rank \
        9, score 0.6440; DTI 2023 (63 provinces): rank 9, score 0.7366.";
    assert_eq!(quote, expected);
}

#[test]
fn what_the_figures_cannot_decide_says_why() {
    let (answer, lines, _) = told("Bắc Giang năm 2023 điểm tăng nhờ nhân lực số", Vi);
    assert_eq!(answer, "Số liệu không đủ để kết luận");
    let expected = "Nhờ | Nhân lực số |  | Số liệu không đủ để kết luận Chỉ số này không được công bố \
        riêng ở cả hai kỳ.";
    assert_eq!(lines.last().unwrap(), expected);
}

#[test]
fn what_was_not_understood_may_turn_the_answer_round() {
    let (answer, _, quote) = told("Bắc Giang năm 2023 KHÔNG tăng bậc", Vi);
    assert_eq!(answer, "Sai, xét phần hiểu được");
    assert!(quote.contains("”: Sai, xét phần hiểu được."), "{quote}");
}

#[test]
fn every_answer_has_a_word_of_its_own() {
    for language in [Vi, En] {
        let words = Words::plain(language);
        let open = Truth::Undecided(dti_engine::calculator::Undecided::NotOnFile);
        let all = [Truth::True, Truth::False, open].map(|truth| truth_word(truth, &words));
        assert!(all[0] != all[1] && all[1] != all[2]);
        assert!(undecided(open, &words).is_some() && undecided(Truth::False, &words).is_none());
    }
}
