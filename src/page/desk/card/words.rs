//! Words of the detailed scorecard.

use crate::page::desk::ground::Ground;
use crate::page::text::{decimal, either, in_language, points, score, whole};
use dti_engine::calculator::{
    AssessmentColumn, AssessmentProblem, CardView, ComponentLine, ComponentMain, highest_entry,
    lowest_entry,
};
use dti_engine::model::{Exact, Indicator, POINTS_DECIMALS, Provenance, Rule, Standing};
use dti_formats::link::Language;

/// Decimals of a number that is typed.
const TYPED_DECIMALS: u32 = 12;

macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(pub(super) fn $name(language: Language) -> &'static str {
            either(language, $vi, $en)
        })*
    };
}

words! {
    look: "Cách xem", "Show";
    nothing_here: "Không có chỉ số nào như vậy.", "There is none like that.";
    rank: "Thứ hạng", "Rank";
    dti_score: "Giá trị", "Score";
    total_points: "Điểm", "Points";
    rests_on_estimates: "Kết quả này còn dựa trên ước tính: một phần các chỉ số thành phần chưa được nhập.",
        "This result still rests on estimates: some components are not entered.";
    assumed: "giả định", "assumed";
    assumed_share: "Điểm tối đa giả định", "Assumed max points";
    example: "Ví dụ: đơn vị và số liệu hư cấu.", "Example: a fictitious unit and fictitious figures.";
    unnamed: "chưa có tên", "no name yet";
    no_components: "Chưa có danh sách chỉ số thành phần của bộ này. Bạn có thể nhập điểm của chỉ số chính, hoặc nhập danh sách chính thức.",
        "There is no component list for this framework. Enter points on the main indicators, or load the official list.";
    slots_offered: "Quyết định cho biết mỗi chỉ số chính có bao nhiêu chỉ số thành phần, nhưng tên và điểm tối đa của chúng chưa có ở đây. Có thể dùng các ô đánh số, điểm tối đa chia đều (giả định).",
        "The decision says how many components each main indicator has, but their names and max points are not on file. Numbered slots with evenly shared max points (assumed) can stand for them.";
    use_slots: "Dùng các ô đánh số (giả định)", "Use numbered slots (assumed)";
    slots_used: "Các ô dưới đây là giả định: đánh số, chưa có tên, điểm tối đa chia đều. Nhập danh sách chính thức thì không còn gì là giả định.",
        "The slots below are assumed: numbered, without names, with evenly shared max points. Once the official list is loaded nothing is assumed.";
    drop_slots: "Bỏ các ô giả định", "Remove the assumed slots";
    load_list: "Nhập danh sách chính thức", "Load the official list";
    clear: "Xóa phiếu này", "Clear this scorecard";
    cleared: "Đã xóa phiếu điểm chi tiết này.", "This detailed scorecard is cleared.";
    not_counted: "Các giá trị sau chưa tính được:", "These values cannot count yet:";
    drop_faulty: "Bỏ các giá trị này", "Remove these values";
    refused: "Các giả định “nếu” của bạn không còn chỗ bên cạnh những gì đã nhập, nên phiếu này tạm tính không có chúng. Hãy đặt lại (↺) chỉ số đó trong phiếu điểm ở trên, hoặc sửa số đã nhập.",
        "Your what-ifs have no room beside what is entered, so this scorecard is computed without them. Reset (↺) that indicator in the scorecard above, or correct what is entered.";
    unscored: "không chấm điểm", "not scored";
    part_field: "a (đạt được)", "a (reached)";
    whole_field: "b (tổng số)", "b (of all)";
    count_field: "số lượng", "count";
    population_field: "dân số", "population";
    not_entered: "—", "—";
    yes: "Có", "Yes";
    no: "Không", "No";
    none_met: "không đạt phần nào", "none met";
    both_needed: "Hãy nhập cả hai số.", "Enter both numbers.";
    sum_reduced: "tổng các tiêu chí", "sum of its criteria";
    private: "Những gì bạn nhập ở đây chỉ nằm trên máy của bạn và không vào đường dẫn.",
        "What you enter here stays on your device and never enters the address.";
    is_estimated: "ước tính", "estimated";
}

/// A way to look, in a word.
pub(super) fn view(view: CardView, language: Language) -> &'static str {
    let [vi, en] = match view {
        CardView::All => ["Tất cả", "Everything"],
        CardView::BelowMax => ["Chưa đạt tối đa", "Not at the maximum"],
        CardView::LargestGap => ["Còn thiếu nhiều điểm nhất", "Largest gaps first"],
        CardView::Changed => ["Có giả định “nếu”", "Changed by a what-if"],
        CardView::SelfDiffers => [
            "Tự đánh giá khác thẩm định",
            "Self-assessed other than verified",
        ],
    };
    either(language, vi, en)
}

/// A column of an assessment.
pub(super) fn column(column: AssessmentColumn, language: Language) -> &'static str {
    let [vi, en] = match column {
        AssessmentColumn::SelfAssessed => ["Tự đánh giá", "Self-assessed"],
        AssessmentColumn::Verified => ["Thẩm định", "Verified"],
        AssessmentColumn::WhatIf => ["Nếu", "What if"],
    };
    either(language, vi, en)
}

/// A number as it stands in a field: no grouping, so that it is read again as it was.
pub(super) fn typed(value: Exact, language: Language) -> String {
    let text = value.to_short_text(TYPED_DECIMALS);
    match language {
        Language::Vi => text.replace('.', ","),
        Language::En => text,
    }
}

/// "8/63", and from which rank.
pub(super) fn rank_of(standing: &Standing, units: usize, ground: &Ground) -> String {
    let (now, before) = (standing.rank, standing.baseline_rank);
    if now == before {
        return format!("{now}/{units}");
    }
    format!("{now}/{units} ({} {before})", before_word(ground))
}

/// "0,6440 (công bố 0,6336)"
pub(super) fn score_of(standing: &Standing, ground: &Ground) -> String {
    let digits = ground.standings.digits(Exact::ONE).score;
    let both = [standing.score, standing.baseline_score];
    let [now, before] = both.map(|value| decimal(value, digits, ground.language));
    if now == before {
        return now;
    }
    format!("{now} ({} {before})", before_word(ground))
}

/// What the figures before anything was assessed or supposed are.
fn before_word(ground: &Ground) -> &'static str {
    match ground.edition.provenance() {
        Provenance::Published => either(ground.language, "công bố", "published"),
        Provenance::PartlyLoaded | Provenance::Loaded | Provenance::Fictitious => {
            either(ground.language, "gốc", "baseline")
        }
    }
}

/// A pillar's score with its rank.
pub(super) fn pillar(own: Exact, rank: u32, language: Language) -> String {
    let own = score(own, language);
    match language {
        Language::Vi => format!("{own}, hạng {rank}"),
        Language::En => format!("{own}, rank {rank}"),
    }
}

/// "42,5 / 60 điểm"
pub(super) fn points_of(own: Exact, max_points: Exact, language: Language) -> String {
    let [own, max_points] = [own, max_points].map(|value| points(value, language));
    match language {
        Language::Vi => format!("{own} / {max_points} điểm"),
        Language::En => format!("{own} / {max_points} points"),
    }
}

/// Points up to the maximum; empty where there are none.
pub(super) fn gap(line: &ComponentLine, language: Language) -> String {
    if line.gap <= Exact::ZERO {
        return String::new();
    }
    let gap = points(line.gap, language);
    match language {
        Language::Vi => format!("còn thiếu {gap}"),
        Language::En => format!("{gap} to go"),
    }
}

/// How many of the known components have all their points; empty where there are none.
pub(super) fn at_max(main: &ComponentMain, language: Language) -> String {
    let (reached, known, all) = (main.at_max, main.known, main.components);
    match language {
        _ if all == 0 => String::new(),
        Language::Vi if known == 0 => "chưa nhập thành phần nào".to_owned(),
        Language::En if known == 0 => "no component entered yet".to_owned(),
        Language::Vi if known < all => {
            format!(
                "{reached}/{known} thành phần đã nhập đạt tối đa, còn {} chưa nhập",
                all - known
            )
        }
        Language::En if known < all => {
            format!(
                "{reached} of {known} components entered at the maximum, {} to enter",
                all - known
            )
        }
        Language::Vi => format!("{reached}/{all} thành phần đạt tối đa"),
        Language::En => format!("{reached} of {all} components at the maximum"),
    }
}

/// "Tự đánh giá (điểm)"
pub(super) fn points_field(column: AssessmentColumn, language: Language) -> String {
    let points = either(language, "điểm", "points");
    format!("{} ({points})", self::column(column, language))
}

/// "= 12,5 điểm"
pub(super) fn earned(own: Exact, language: Language) -> String {
    let own = points(own, language);
    match language {
        Language::Vi => format!("= {own} điểm"),
        Language::En => format!("= {own} points"),
    }
}

/// Number and name of an indicator; a slot has a number only.
pub(super) fn name(indicator: &Indicator, language: Language) -> String {
    let number = indicator.number.as_deref().unwrap_or_default();
    if indicator.is_assumed {
        let unnamed = unnamed(language);
        return match language {
            Language::Vi => format!("Chỉ số thành phần {number} ({unnamed})"),
            Language::En => format!("Component {number} ({unnamed})"),
        };
    }
    let name = match in_language(&indicator.name, language) {
        "" => &indicator.id,
        name => name,
    };
    format!("{number} {name}").trim_start().to_owned()
}

/// The range that what is entered below an indicator leaves it.
pub(super) fn room(name: &str, low: Exact, high: Exact, language: Language) -> String {
    let [low, high] = [lowest_entry(low), highest_entry(high)].map(|end| score(end, language));
    match language {
        Language::Vi => format!("Với những gì đã nhập, {name} chỉ có thể từ {low} đến {high}."),
        Language::En => format!("With what is entered, {name} can only be {low} to {high}."),
    }
}

/// A fraction of the max points, in points.
fn share(fraction: Exact, max_points: Exact, language: Language) -> String {
    points(fraction * max_points, language)
}

/// A share as people say it: `80%`, `66,67%`.
fn percent(value: Exact, language: Language) -> String {
    let text = decimal(value * Exact::whole(100), POINTS_DECIMALS, language);
    let text = text.trim_end_matches('0').trim_end_matches([',', '.']);
    format!("{text}%")
}

/// How a component becomes points.
pub(super) fn rule(rule: &Rule, max_points: Exact, language: Language) -> String {
    let vi = language == Language::Vi;
    let share = |fraction: &Exact| share(*fraction, max_points, language);
    let joined = |parts: Vec<String>, mark: &str| parts.join(mark);
    match rule {
        Rule::Points => either(language, "nhập điểm", "points are entered").to_owned(),
        Rule::YesNo => {
            either(language, "có: đủ điểm; không: 0", "yes: all points; no: 0").to_owned()
        }
        Rule::Ratio => either(language, "a/b × điểm tối đa", "a/b × max points").to_owned(),
        Rule::Survey => either(
            language,
            "tỷ lệ hài lòng a/b × điểm tối đa",
            "satisfied a/b × max points",
        )
        .to_owned(),
        Rule::Unscored => unscored(language).to_owned(),
        Rule::CappedRatio(full_at) => {
            let full_at = percent(*full_at, language);
            if vi {
                format!("a/b, từ {full_at} là đủ điểm")
            } else {
                format!("a/b, {full_at} gives all points")
            }
        }
        Rule::Levels(levels) => {
            let levels = joined(levels.iter().map(share).collect(), "; ");
            if vi {
                format!("chọn mức: {levels} điểm")
            } else {
                format!("a level: {levels} points")
            }
        }
        Rule::Parts(parts) => {
            let parts = joined(parts.iter().map(share).collect(), " + ");
            if vi {
                format!("cộng các phần đạt: {parts} điểm")
            } else {
                format!("parts that are met: {parts} points")
            }
        }
        Rule::Steps(steps) => {
            let step = |(count, fraction): &(u32, Exact)| {
                let mark = if vi { "từ" } else { "from" };
                format!("{mark} {count}: {}", share(fraction))
            };
            let steps = joined(steps.iter().map(step).collect(), "; ");
            if vi {
                format!("theo số lượng, {steps} điểm")
            } else {
                format!("by count, {steps} points")
            }
        }
        Rule::PerCapita { people, threshold } => {
            let people = whole(Exact::whole(i64::from(*people)), language);
            let threshold = typed(*threshold, language);
            if vi {
                format!("số lượng trên {people} dân, từ {threshold} là đủ điểm")
            } else {
                format!("count per {people} people, {threshold} gives all points")
            }
        }
    }
}

/// A level in a list to choose from, counted from 1.
pub(super) fn level(
    place: usize,
    fraction: Exact,
    max_points: Exact,
    language: Language,
) -> String {
    let (place, own) = (place + 1, share(fraction, max_points, language));
    match language {
        Language::Vi => format!("mức {place}: {own} điểm"),
        Language::En => format!("level {place}: {own} points"),
    }
}

/// A part to tick, counted from 1.
pub(super) fn part(place: usize, fraction: Exact, max_points: Exact, language: Language) -> String {
    let (place, own) = (place + 1, share(fraction, max_points, language));
    match language {
        Language::Vi => format!("phần {place} ({own} điểm)"),
        Language::En => format!("part {place} ({own} points)"),
    }
}

/// What is wrong with a value, what is allowed and the way out.
pub(super) fn problem(problem: &AssessmentProblem, language: Language) -> String {
    use AssessmentProblem as P;
    let vi = language == Language::Vi;
    let number = |value: &Exact| typed(*value, language);
    match problem {
        P::UnknownIndicator { .. } => either(
            language,
            "Bộ chỉ số đang dùng không có chỉ số này. Hãy nhập danh sách có nó, hoặc bỏ giá trị.",
            "The framework in use has no such indicator. Load the list that has it, or remove the value.",
        )
        .to_owned(),
        P::Twice => either(
            language,
            "Chỉ số này có hai dòng. Hãy giữ một.",
            "This indicator has two rows. Keep one.",
        )
        .to_owned(),
        P::WrongKind => either(
            language,
            "Giá trị này được nhập theo một cách chấm điểm khác. Hãy nhập lại.",
            "This value was entered under another rule. Enter it again.",
        )
        .to_owned(),
        P::PointsOutOfRange { given, max_points } => {
            let (given, max_points) = (number(given), number(max_points));
            if vi {
                format!("{given} điểm là quá mức. Hãy nhập từ 0 đến {max_points}.")
            } else {
                format!("{given} points are out of range. Use 0 to {max_points}.")
            }
        }
        P::TooManyDecimals { given } => {
            let given = number(given);
            if vi {
                format!("{given} có quá nhiều chữ số. Điểm có tối đa 2 chữ số thập phân.")
            } else {
                format!("{given} has too many digits. Points have 2 decimals at most.")
            }
        }
        P::Negative { given } => {
            let given = number(given);
            if vi {
                format!("{given} nhỏ hơn 0. Hãy nhập từ 0 trở lên.")
            } else {
                format!("{given} is below 0. Use 0 or more.")
            }
        }
        P::NoWhole { given } => {
            let given = number(given);
            if vi {
                format!("Tổng số là {given}. Hãy nhập số lớn hơn 0.")
            } else {
                format!("The whole is {given}. Use a number above 0.")
            }
        }
        P::NoSuchLevel { given, levels } => {
            if vi {
                format!("Không có mức {given}. Hãy chọn mức 1 đến {levels}.")
            } else {
                format!("There is no level {given}. Choose 1 to {levels}.")
            }
        }
        P::NoSuchPart { given, parts } => {
            if vi {
                format!("Không có phần {given}. Hãy chọn phần 1 đến {parts}.")
            } else {
                format!("There is no part {given}. Choose 1 to {parts}.")
            }
        }
    }
}
