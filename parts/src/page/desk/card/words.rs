//! Words of the detailed scorecard.

use super::look::View;
use crate::page::desk::ground::Ground;
use crate::page::text::{decimal, either, in_language, points, score};
use dti_engine::calculator::{
    AssessmentColumn, AssessmentProblem, ComponentLine, ComponentMain, highest_entry, lowest_entry,
};
use dti_engine::model::{
    Choice, Exact, Indicator, Input, Origin, POINTS_DECIMALS, Provenance, Rule, Standing,
};
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
    stage: "Cột đang nhập", "Column to fill";
    main_filter: "Chỉ số chính", "Main indicator";
    missing_filter: "Còn thiếu", "Without a value";
    kind_filter: "Cách chấm", "Scoring rule";
    all_mains: "Tất cả", "All";
    any_stage: "Không lọc", "No filter";
    all_kinds: "Tất cả", "All";
    over_all: "Mọi chỉ số, thiếu nhiều điểm nhất trước", "All indicators, most points missing first";
    nothing_here: "Không có chỉ số nào như vậy.", "There is none like that.";
    rank: "Thứ hạng", "Rank";
    dti_score: "Giá trị", "Score";
    total_points: "Điểm", "Points";
    sums: "Điểm của các chỉ số chính", "Points of the main indicators";
    rests_on_estimates: "Kết quả này còn dựa trên ước tính: một phần các chỉ số thành phần chưa được nhập.",
        "This result still rests on estimates: some components are not entered.";
    example: "Ví dụ: đơn vị và số liệu hư cấu.", "Example: a fictitious unit and fictitious figures.";
    no_components: "Chưa có danh sách chỉ số thành phần của bộ này. Bạn có thể nhập điểm của chỉ số chính, hoặc nhập danh sách chính thức.",
        "There is no component list for this framework. Enter points on the main indicators, or load the official list.";
    load_list: "Nhập danh sách chính thức", "Load the official list";
    clear: "Xóa phiếu này", "Clear this scorecard";
    cleared: "Đã xóa phiếu điểm chi tiết này.", "This detailed scorecard is cleared.";
    not_counted: "Các giá trị sau chưa tính được:", "These values cannot count yet:";
    drop_faulty: "Bỏ các giá trị này", "Remove these values";
    refused: "Các giả định “nếu” của bạn không còn chỗ bên cạnh những gì đã nhập, nên phiếu này tạm tính không có chúng. Hãy đặt lại (↺) chỉ số đó trong phiếu điểm ở trên, hoặc sửa số đã nhập.",
        "Your what-ifs have no room beside what is entered, so this scorecard is computed without them. Reset (↺) that indicator in the scorecard above, or correct what is entered.";
    unscored: "không chấm điểm", "not scored";
    not_entered: "—", "—";
    yes: "Có", "Yes";
    no: "Không", "No";
    none_met: "không đạt phần nào", "none met";
    sum_reduced: "tổng các tiêu chí", "sum of its criteria";
    private: "Những gì bạn nhập ở đây chỉ nằm trên máy của bạn và không vào đường dẫn.",
        "What you enter here stays on your device and never enters the address.";
    estimated: "ước tính", "estimated";
    counts: "được tính", "counts";
    details: "Chi tiết", "Details";
    choose: "Chọn…", "Choose…";
    best: "Giá trị cao nhất (giả định của bạn)", "Best value (your assumption)";
    best_why: "Cách chấm này so với đơn vị cao nhất; giá trị đó không có trong số liệu công bố.",
        "This rule compares with the best unit, whose value is not published.";
    before: "Trước", "Back";
    after: "Sau", "Next";
    what_next: "Việc gì nên làm tiếp", "What to do next";
    what_next_why: "Mỗi dòng thử riêng chỉ số đó, mọi thứ khác và mọi đơn vị khác giữ nguyên.",
        "Each row tries that component alone; all else and all other units stay as they are.";
    outdated: "Số liệu đã đổi sau khi tính bảng này.", "The figures changed since this was computed.";
    again: "Tính lại", "Compute again";
    component: "Chỉ số", "Component";
    points_missing: "Điểm còn thiếu", "Points missing";
    if_full: "Nếu đủ điểm", "If full";
    next_step: "Bước tiếp theo", "Next step";
    suppose: "Đặt giả định", "Suppose";
    suppose_full: "Đủ điểm", "Full";
    suppose_step: "Bước tiếp", "Next step";
    all_rows: "Xem tất cả", "Show all";
    nothing_missing: "Mọi chỉ số đã đạt tối đa.", "Every component is at its maximum.";
    no_step: "—", "—";
}

/// A way to look, in a word.
pub(super) fn view(view: View, language: Language) -> &'static str {
    let [vi, en] = match view {
        View::All => ["Tất cả", "Everything"],
        View::MostMissing => ["Còn thiếu nhiều điểm nhất", "Most points missing"],
        View::BelowMax => ["Chưa đạt tối đa", "Not at the maximum"],
        View::Changed => ["Có giả định “nếu”", "Changed by a what-if"],
        View::SelfDiffers => [
            "Tự đánh giá khác kết quả",
            "Self-assessed other than the result",
        ],
    };
    either(language, vi, en)
}

/// A column of an assessment.
pub(super) fn column(column: AssessmentColumn, language: Language) -> &'static str {
    let [vi, en] = match column {
        AssessmentColumn::SelfAssessed => ["Tự đánh giá", "Self-assessed"],
        AssessmentColumn::Reviewed => ["Thẩm định lần 1", "First review"],
        AssessmentColumn::Explained => ["Giải trình", "Explained"],
        AssessmentColumn::Verified => ["Kết quả", "Result"],
        AssessmentColumn::WhatIf => ["Giả định", "What if"],
    };
    either(language, vi, en)
}

/// A column of an assessment with what is entered there: "Điểm tự đánh giá", "Giả định (điểm)".
pub(super) fn column_of_points(own: AssessmentColumn, language: Language) -> String {
    let points = either(language, "điểm", "points");
    format!("{} ({points})", column(own, language))
}

/// A kind of rule, in a word.
pub(super) fn kind(kind: &str, language: Language) -> &'static str {
    let [vi, en] = match kind {
        "yes_no" => ["Có hoặc không", "Yes or no"],
        "levels" => ["Chọn mức", "A level"],
        "steps" => ["Bậc thang", "Steps"],
        "ratio" => ["Tỷ lệ", "Ratio"],
        "capped_ratio" => ["Tỷ lệ đến ngưỡng", "Ratio up to a threshold"],
        "threshold_jump" => ["Tỷ lệ, qua ngưỡng đủ điểm", "Ratio, full from a threshold"],
        "banded_ratio" => ["Tỷ lệ, dưới ngưỡng 0", "Ratio, nothing below a threshold"],
        "all_or_nothing" => ["Đủ 100% hoặc 0", "All or nothing"],
        "survey" => ["Khảo sát hài lòng", "Survey"],
        "relative" => ["So với cao nhất", "Against the best"],
        "count_capped" => ["Đếm số lượng", "A count"],
        "count_share" => ["Số việc đã làm", "Things done"],
        "per_period_sum" => ["Cộng theo kỳ", "Sum over periods"],
        "parts" => ["Cộng các phần", "Parts"],
        "per_capita" => ["Trên số dân", "Per head"],
        _ => ["Nhập điểm", "Points"],
    };
    either(language, vi, en)
}

/// Whose points count, and how many: "Kết quả: 15,32 / 20".
pub(super) fn counting(line: &ComponentLine, language: Language) -> String {
    let [own, most] = [line.points, line.max_points].map(|value| points(value, language));
    match (line.counting, line.origin) {
        (Some(stage), _) if !line.is_sum => {
            format!("{}: {own} / {most}", column(stage, language))
        }
        (_, Some(Origin::Estimated)) => format!("{}: {own} / {most}", estimated(language)),
        _ => format!("{own} / {most}"),
    }
}

/// "+2 bậc"; nothing where no place is gained.
pub(super) fn places(places: u32, language: Language) -> String {
    match (places, language) {
        (0, _) => String::new(),
        (places, Language::Vi) => format!("+{places} bậc"),
        (1, Language::En) => "+1 place".to_owned(),
        (places, Language::En) => format!("+{places} places"),
    }
}

/// "+5 điểm"
pub(super) fn more_points(own: Exact, language: Language) -> String {
    let own = points(own, language);
    match language {
        Language::Vi => format!("+{own} điểm"),
        Language::En => format!("+{own} points"),
    }
}

/// A figure of a ratio with what it counts: "a: văn bản đã ký".
pub(super) fn input(input: &Input, language: Language) -> String {
    match in_language(&input.name, language) {
        "" => input.id.clone(),
        name => format!("{}: {name}", input.id),
    }
}

/// A period of a rule, counted from 1.
pub(super) fn period(place: usize, language: Language) -> String {
    format!("{} {}", either(language, "kỳ", "period"), place + 1)
}

/// Figures that are not there yet.
pub(super) fn missing(names: &[String], language: Language) -> String {
    let names = names.join("; ");
    match language {
        Language::Vi => format!("Hãy nhập cả: {names}."),
        Language::En => format!("Enter these too: {names}."),
    }
}

/// How many criteria a component has, or how many boxes are ticked.
pub(super) fn criteria(count: usize, language: Language) -> String {
    match (count, language) {
        (count, Language::Vi) => format!("{count} tiêu chí"),
        (1, Language::En) => "1 criterion".to_owned(),
        (count, Language::En) => format!("{count} criteria"),
    }
}

/// A choice in a list, with its points: by its name, else counted from 1.
pub(super) fn choice_name(
    place: usize,
    choice: &Choice,
    max_points: Exact,
    language: Language,
) -> String {
    let own = points(choice.share * max_points, language);
    let name = match in_language(&choice.name, language) {
        "" => format!("{} {}", either(language, "mức", "level"), place + 1),
        name => name.to_owned(),
    };
    match language {
        Language::Vi => format!("{name}: {own} điểm"),
        Language::En => format!("{name}: {own} points"),
    }
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

/// "= 12,5 điểm"
pub(super) fn earned(own: Exact, language: Language) -> String {
    let own = points(own, language);
    match language {
        Language::Vi => format!("= {own} điểm"),
        Language::En => format!("= {own} points"),
    }
}

/// Number and name of an indicator.
pub(super) fn name(indicator: &Indicator, language: Language) -> String {
    let number = indicator.number.as_deref().unwrap_or_default();
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

/// A share as people say it: `80%`, `66,67%`.
pub(super) fn percent(value: Exact, language: Language) -> String {
    let text = decimal(value * Exact::whole(100), POINTS_DECIMALS, language);
    let text = text.trim_end_matches('0').trim_end_matches([',', '.']);
    format!("{text}%")
}

/// What is wrong with a value, what is allowed and the way out.
pub(super) fn problem(
    problem: &AssessmentProblem,
    rule: Option<&Rule>,
    language: Language,
) -> String {
    match problem {
        AssessmentProblem::UnknownIndicator { .. } => either(
            language,
            "Bộ chỉ số đang dùng không có chỉ số này. Hãy nhập danh sách có nó, hoặc bỏ giá trị.",
            "The framework in use has no such indicator. Load the list that has it, or remove the value.",
        )
        .to_owned(),
        AssessmentProblem::Twice => either(
            language,
            "Chỉ số này có hai dòng. Hãy giữ một.",
            "This indicator has two rows. Keep one.",
        )
        .to_owned(),
        AssessmentProblem::Rule(mismatch) => {
            let rule = rule.cloned().unwrap_or_default();
            super::problems::mismatch(mismatch, &rule, language)
        }
    }
}
