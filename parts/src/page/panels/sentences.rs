//! Sentences with numbers about how a number is computed.

use super::words::Term;
use super::written::{Written, whole};
use crate::page::text::{estimate_note, small};
use dti_engine::model::Exact;
use dti_formats::link::Language::{self, En, Vi};

/// "Cách tính: Thứ hạng, Bắc Giang"
pub(super) fn title(about: &str, unit: &str, language: Language) -> String {
    format!("{}: {about}, {unit}", Term::HowComputed.text(language))
}

/// "Điểm các chỉ số chính, Bắc Giang, DTI 2022 (63 tỉnh, thành)"
pub(super) fn caption(unit: &str, edition: &str, language: Language) -> String {
    match language {
        Vi => format!("Điểm các chỉ số chính, {unit}, {edition}"),
        En => format!("Points of the main indicators, {unit}, {edition}"),
    }
}

/// "67,50 điểm"
pub(super) fn points(value: &str, language: Language) -> String {
    match language {
        Vi => format!("{value} điểm"),
        En => format!("{value} points"),
    }
}

/// "(trước: 0,3348)"
pub(super) fn before(value: &Written, language: Language) -> String {
    let value = value.marked(language);
    match language {
        Vi => format!("(trước: {value})"),
        En => format!("(before: {value})"),
    }
}

/// What the rounded points of a table add up to, where that is not their sum.
pub(super) fn written_sum(added: &Written, sum: &Written, language: Language) -> String {
    let off = added.minus(sum).size();
    let [added, sum, off] = [added, sum, &off].map(|number| number.text(language));
    match language {
        Vi => {
            format!(
                "Cộng các số đã làm tròn ở cột điểm được {added}, lệch {off} so với tổng {sum}."
            )
        }
        En => format!("The rounded points add up to {added}, {off} off the sum of {sum}."),
    }
}

/// The max points of a scenario beside the framework's own.
pub(super) fn changed_maximum(own: Exact, now: Exact, language: Language) -> String {
    let [own, now] = [own, now].map(|points| whole(points, language));
    match language {
        Vi => format!("Điểm tối đa của chỉ số này là {own}; kịch bản đổi thành {now}."),
        En => format!("The max points of this indicator are {own}; the scenario makes them {now}."),
    }
}

/// The share of the unit's points.
pub(super) fn share_of_points(percent: &str, language: Language) -> String {
    match language {
        Vi => format!("Chỉ số này chiếm khoảng {percent} số điểm của tỉnh."),
        En => format!("That is about {percent} of the province's points."),
    }
}

/// A published score.
pub(super) fn published(value: &str, kind: &str, copies: u32, language: Language) -> String {
    let several = copies > 1;
    match language {
        Vi if several => {
            format!("Giá trị {value} đã được công bố (nguồn: {kind}; {copies} nguồn trùng khớp).")
        }
        Vi => format!("Giá trị {value} đã được công bố (nguồn: {kind})."),
        En if several => {
            format!("The score of {value} is published (source: {kind}; {copies} sources agree).")
        }
        En => format!("The score of {value} is published (source: {kind})."),
    }
}

/// A score that the reader loaded.
pub(super) fn loaded(value: &str, language: Language) -> String {
    match language {
        Vi => format!("Giá trị {value} lấy từ số liệu bạn đã nạp, không phải số liệu công bố."),
        En => format!("The score of {value} is from figures that you loaded, not published ones."),
    }
}

/// A score of an example.
pub(super) fn fictitious(value: &str, language: Language) -> String {
    match language {
        Vi => format!("Giá trị {value} là hư cấu, để làm ví dụ."),
        En => format!("The score of {value} is fictitious, for an example."),
    }
}

/// A derived score.
pub(super) fn derived(value: &str, kind: &str, language: Language) -> String {
    match language {
        Vi => {
            format!("Giá trị {value} được suy ra chính xác từ số liệu đã công bố (nguồn: {kind}).")
        }
        En => {
            format!("The score of {value} follows exactly from published figures (source: {kind}).")
        }
    }
}

/// The same province stands in the edition after the merger.
pub(super) fn not_merged(edition: &str, language: Language) -> String {
    match language {
        Vi => format!("Tỉnh không sáp nhập, nên giá trị này là số đã công bố trong {edition}."),
        En => format!("The province was not merged, so this is its published score in {edition}."),
    }
}

/// A supposed score; `origin` is of the one before.
pub(super) fn supposed(value: &str, present: &str, origin: &str, language: Language) -> String {
    let origin = lower(origin);
    match language {
        Vi => format!("Giá trị {value} là giả định của bạn; trước đó là {present} ({origin})."),
        En => {
            format!("The score of {value} is your assumption; before, it was {present} ({origin}).")
        }
    }
}

/// A score that follows the group above it.
pub(super) fn moved(value: &str, present: &str, origin: &str, language: Language) -> String {
    let origin = lower(origin);
    match language {
        Vi => format!(
            "Kịch bản đặt giá trị cho cả nhóm; chỉ số này đổi theo, từ {present} ({origin}) thành {value}."
        ),
        En => format!(
            "The scenario sets the whole group; this indicator moves with it, from {present} ({origin}) to {value}."
        ),
    }
}

/// A score that the reader knows.
pub(super) fn known(value: &str, estimate: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "Giá trị {value} do bạn cho biết; nếu không, công cụ ước tính {estimate}. Tổng điểm đã công bố giữ nguyên, các chỉ số chưa biết khác được ước tính lại."
        ),
        En => format!(
            "The score of {value} is known to you; without it the estimate would be {estimate}. The published total stays and the other unknown indicators are estimated again."
        ),
    }
}

/// How an estimate is made.
pub(super) fn estimated(units: usize, edition: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "Giá trị này không được công bố riêng mà là số ước tính: lấy trung bình của {units} tỉnh có đủ chỉ số trong {edition}, rồi cộng một mức chênh chung cho mọi chỉ số chưa biết của tỉnh, sao cho tổng điểm khớp với giá trị DTI đã công bố."
        ),
        En => format!(
            "This score is not published separately. It is an estimate: the mean of the {units} provinces with all indicators in {edition}, plus one shift, the same for all unknown indicators of the province, so that its points meet the published DTI score."
        ),
    }
}

/// An estimate that its shift takes to the end of its range.
pub(super) fn stopped(mean: &str, end: &str, language: Language) -> String {
    match language {
        Vi => format!("Trung bình là {mean}; cộng mức chênh thì vượt giới hạn, nên dừng ở {end}."),
        En => format!(
            "The mean is {mean}; with the shift it would leave its range, so it stops at {end}."
        ),
    }
}

/// How far off an estimate is; `is_partial` where only both ends of the table could be tried.
pub(super) fn error(error: f64, is_partial: bool, language: Language) -> String {
    let error = estimate_note(error, language);
    let (vi, en) = if is_partial {
        (
            " Các tỉnh đó chỉ nằm ở đầu và cuối bảng, nên đây không phải khoảng tin cậy.",
            " Those provinces are the top and the bottom of the table only, so this is no confidence interval.",
        )
    } else {
        (
            " Đây không phải khoảng tin cậy.",
            " This is no confidence interval.",
        )
    };
    match language {
        Vi => format!(
            "Khi bỏ số liệu của từng tỉnh có đủ chỉ số rồi ước tính lại, kết quả lệch khoảng {error} (sai số trung phương, làm tròn).{vi}"
        ),
        En => format!(
            "Estimating each complete province again as if it were unknown misses by about {error} (root mean square, rounded).{en}"
        ),
    }
}

/// The total where no indicator of the unit is changed.
pub(super) fn unchanged(score: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "Không chỉ số nào của tỉnh thay đổi, nên giá trị DTI đúng như công bố: {score}."
        ),
        En => format!(
            "No indicator of the province is changed, so the DTI score is as published: {score}."
        ),
    }
}

/// The published total beside the recomputed one.
pub(super) fn published_total(score: &str, is_same: bool, language: Language) -> String {
    match language {
        Vi if is_same => format!("Giá trị đã công bố cũng là {score}: không có phần chênh."),
        Vi => format!(
            "Giá trị đã công bố là {score}. Các giá trị công bố đều đã làm tròn, nên có một phần chênh nhỏ (công bố trừ tính lại); phần này được giữ nguyên trong mọi kịch bản:"
        ),
        En if is_same => format!("The published score is {score} as well: there is no residual."),
        En => format!(
            "The published score is {score}. All published scores are rounded, so a small residual remains (published less recomputed); every scenario carries it along:"
        ),
    }
}

/// ", làm tròn thành 0,6613"
pub(super) fn rounded_to(score: &str, language: Language) -> String {
    match language {
        Vi => format!(", làm tròn thành {score}"),
        En => format!(", rounded to {score}"),
    }
}

/// A total that would leave its range.
pub(super) fn kept_in_range(score: &str, language: Language) -> String {
    match language {
        Vi => format!("Giá trị DTI chỉ từ 0 đến 1, nên dừng ở {score}."),
        En => format!("A DTI score is between 0 and 1, so it stops at {score}."),
    }
}

/// How the unknown points of an edition are found and shared out.
pub(super) fn how_estimated(units: usize, edition: &str, language: Language) -> [String; 2] {
    match language {
        Vi => [
            "Tổng điểm của các chỉ số chưa công bố vẫn tính được: giá trị DTI × tổng điểm tối đa − điểm đã biết.".to_owned(),
            format!(
                "Số điểm đó được chia theo mức trung bình của {units} tỉnh có đủ chỉ số trong {edition}: mọi chỉ số chưa biết cùng tăng hoặc cùng giảm một mức và không ra ngoài khoảng từ 0 đến 1."
            ),
        ],
        En => [
            "The points of the unpublished indicators together are known: DTI score × max points − known points.".to_owned(),
            format!(
                "They are shared out along the mean of the {units} provinces with all indicators in {edition}: all unknown indicators are shifted alike, up or down, and stay between 0 and 1."
            ),
        ],
    }
}

/// The indicators of a unit that are estimated.
pub(super) fn left_for(
    unit: &str,
    names: &[&str],
    max_points: Exact,
    language: Language,
) -> String {
    let (names, max_points) = (list(names, language), whole(max_points, language));
    match language {
        Vi => format!("Với {unit}, số điểm còn lại cho {names} (tối đa {max_points}) là:"),
        En => format!("For {unit}, what is left for {names} (at most {max_points}) is:"),
    }
}

/// A unit without estimates.
pub(super) fn nothing_estimated(unit: &str, language: Language) -> String {
    match language {
        Vi => format!("{unit} không có chỉ số nào phải ước tính."),
        En => format!("{unit} has no indicator that must be estimated."),
    }
}

/// "A, B và C"
pub(super) fn list(names: &[&str], language: Language) -> String {
    let and = match language {
        Vi => "và",
        En => "and",
    };
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// With a small letter at the beginning.
fn lower(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| small(letter).to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::{list, lower};
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn names_are_listed_and_words_begin_small() {
        assert_eq!(list(&["A"], Vi), "A");
        assert_eq!(list(&["A", "B", "C"], Vi), "A, B và C");
        assert_eq!(list(&["A", "B"], En), "A and B");
        assert_eq!(
            (lower("Ước tính"), lower("")),
            ("ước tính".into(), String::new())
        );
    }
}
