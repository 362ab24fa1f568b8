//! Sentences about scenarios and provinces side by side.

use crate::page::analyses::others::about;
use crate::page::text::{either, points, score};
use dti_engine::model::{Exact, Origin, Value};
use dti_formats::link::Language::{self, En, Vi};

/// The column of the scenario on screen.
pub(super) fn on_screen(language: Language) -> &'static str {
    either(language, "Đang xem", "On screen")
}

/// Name of a scenario that the reader has not named.
pub(super) fn scenario(slot: usize, language: Language) -> String {
    format!("{} {slot}", either(language, "Kịch bản", "Scenario"))
}

/// A scenario with names.
pub(super) struct Told<'a> {
    pub(super) name: &'a str,
    /// Its province and edition.
    pub(super) about: &'a str,
    pub(super) place: u32,
    /// "8/63", marked where it rests on estimates, as the score is.
    pub(super) rank: String,
    pub(super) score: String,
}

/// What the comparison shows, in one sentence; the scenario on screen comes first.
pub(super) fn finding(columns: &[Told<'_>], language: Language) -> String {
    let nothing = || {
        either(
            language,
            "Chưa lưu kịch bản nào để so sánh.",
            "No scenario is saved to compare with.",
        )
        .to_owned()
    };
    let Some((own, saved)) = columns.split_first() else {
        return nothing();
    };
    // Ranks of other provinces or editions are no better or worse.
    let alike = || saved.iter().filter(|saved| saved.about == own.about);
    let best = alike().min_by_key(|saved| saved.place);
    let Some(best) = best.or_else(|| saved.first()) else {
        return nothing();
    };
    let about = if best.about == own.about {
        String::new()
    } else {
        let of = either(language, "của", "of");
        format!(" {of} {},", best.about)
    };
    let is_best = match (language, alike().count()) {
        (_, 0 | 1) => "",
        (Vi, _) => ", tốt nhất trong các kịch bản đã lưu của tỉnh",
        (En, _) => ", the best of those saved for the province",
    };
    let (place, shown) = (own.about, &own.rank);
    let Told {
        name, rank, score, ..
    } = best;
    match language {
        Vi => format!(
            "{place}: kịch bản đang xem cho hạng {shown}; kịch bản “{name}”{about} cho hạng {rank}, giá trị {score}{is_best}."
        ),
        En => format!(
            "{place}: the scenario on screen gives rank {shown}; “{name}”{about} gives rank {rank}, score {score}{is_best}."
        ),
    }
}

/// The button that saves.
pub(super) fn save(language: Language) -> &'static str {
    either(
        language,
        "Lưu kịch bản đang xem",
        "Save the scenario on screen",
    )
}

/// No room for a fifth.
pub(super) fn all_taken(language: Language) -> &'static str {
    either(
        language,
        "Đã lưu đủ bốn kịch bản trên máy này; hãy xóa một kịch bản để lưu thêm.",
        "Four scenarios are saved on this device; delete one to save another.",
    )
}

/// Where they are.
pub(super) fn kept_here(language: Language) -> &'static str {
    either(
        language,
        "Chỉ lưu trên máy này, tối đa bốn kịch bản.",
        "Kept on this device only, four at most.",
    )
}

/// A saved scenario whose edition or province is not on this page.
pub(super) fn not_here(name: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "“{name}” thuộc một kỳ hoặc một tỉnh không có ở đây, có thể là số liệu bạn đã gỡ ra. Kịch bản vẫn được giữ. "
        ),
        En => format!(
            "“{name}” is of an edition or province that is not here, perhaps of data that you took out. It is kept. "
        ),
    }
}

/// Label of a name's field.
pub(super) fn name_of(slot: usize, language: Language) -> String {
    format!(
        "{} {slot}",
        either(language, "Tên kịch bản", "Name of scenario")
    )
}

/// The button that shows a saved one.
pub(super) fn open(name: &str, language: Language) -> String {
    format!("{}: {name}", either(language, "Mở", "Open"))
}

/// The button that forgets it.
pub(super) fn delete(name: &str, language: Language) -> String {
    format!("{}: {name}", either(language, "Xóa", "Delete"))
}

/// Heading of the first column.
pub(super) fn what(language: Language) -> &'static str {
    either(language, "So sánh", "Compared")
}

/// Caption of the table.
pub(super) fn caption(language: Language) -> &'static str {
    either(language, "Các kịch bản cạnh nhau", "Scenarios side by side")
}

/// The effort of a scenario.
pub(super) fn effort(cost: Option<f64>, language: Language) -> String {
    let cost = cost.and_then(|cost| Exact::from_decimal_float((cost * 10.0).round() / 10.0, 1));
    cost.map_or_else(|| none(language).to_owned(), |cost| points(cost, language))
}

/// Nothing on file.
pub(super) fn none(language: Language) -> &'static str {
    either(language, "chưa có", "not on file")
}

/// Something in the table rests on estimates.
pub(super) fn estimated(language: Language) -> &'static str {
    either(
        language,
        "Có kịch bản đổi một chỉ số chỉ có giá trị ước tính (≈), nên kết quả của nó cũng là ước tính.",
        "A scenario changes an indicator that is only estimated (≈), so its result is an estimate too.",
    )
}

/// The difference of an indicator rests on estimates.
pub(super) fn estimated_gap(is_total_estimated: bool, language: Language) -> &'static str {
    if is_total_estimated {
        return either(
            language,
            "Giá trị sau dấu ≈ dựa vào ước tính, nên chênh lệch cũng chỉ là ước tính.",
            "Values after ≈ rest on estimates, and so do the differences.",
        );
    }
    either(
        language,
        "Giá trị sau dấu ≈ là ước tính, nên chênh lệch ở chỉ số đó cũng chỉ là ước tính; chênh lệch giá trị DTI thì không.",
        "Values after ≈ are estimates, and so are the differences on those indicators; the difference of the DTI scores is not.",
    )
}

/// "Huế (hạng 4) kém Quảng Ninh (hạng 3) 4,9 điểm."
pub(super) fn headline(
    [left, right]: [&str; 2],
    (off, size): (Exact, String),
    [rank, other]: [String; 2],
    language: Language,
) -> String {
    let is_ahead = off > Exact::ZERO;
    match language {
        Vi if off == Exact::ZERO => format!("{left} và {right} bằng điểm nhau (hạng {rank})."),
        En if off == Exact::ZERO => {
            format!("{left} and {right} have the same score (rank {rank}).")
        }
        Vi => {
            let verb = if is_ahead { "hơn" } else { "kém" };
            format!("{left} (hạng {rank}) {verb} {right} (hạng {other}) {size}.")
        }
        En => {
            let verb = if is_ahead { "ahead of" } else { "behind" };
            format!("{left} (rank {rank}) is {size} {verb} {right} (rank {other}).")
        }
    }
}

/// Where each of the two is most ahead of the other.
pub(super) fn mainly(leads: &[(&str, &str, String)], language: Language) -> String {
    let told = leads.iter().map(|(unit, indicator, lead)| match language {
        Vi => format!("{unit} hơn nhiều nhất ở {indicator} ({lead})"),
        En => format!("{unit} is furthest ahead on {indicator} ({lead})"),
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return String::new();
    }
    format!("{}.", told.join("; "))
}

/// What the indicators leave of the difference.
pub(super) fn rest(are_rivals_moving: bool, language: Language) -> &'static str {
    if are_rivals_moving {
        return either(
            language,
            "Phần còn lại (làm tròn, mức thay đổi của các tỉnh khác)",
            "Rest (rounding, what the other provinces gain or lose)",
        );
    }
    either(language, "Phần còn lại (làm tròn)", "Rest (rounding)")
}

/// Caption of the table of two provinces.
pub(super) fn side_by_side(left: &str, right: &str, language: Language) -> String {
    match language {
        Vi => format!("{left} và {right} theo từng chỉ số chính"),
        En => format!("{left} and {right} by main indicator"),
    }
}

/// A value; estimates are marked.
pub(super) fn marked(value: Option<Value>, language: Language) -> String {
    match value {
        None => none(language).to_owned(),
        Some(value) => about(
            score(value.score, language),
            value.origin == Origin::Estimated,
        ),
    }
}
