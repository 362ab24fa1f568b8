//! Sentences about scenarios and provinces side by side.

use crate::link::Language::{self, En, Vi};
use crate::model::{Exact, Origin, Value};
use crate::page::text::{move_in_words, points, score};

fn either(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Vi => vi,
        En => en,
    }
}

/// The column of the scenario on screen.
pub(super) fn on_screen(language: Language) -> &'static str {
    either(language, "Đang xem", "On screen")
}

/// Name of a scenario that the reader has not named.
pub(super) fn scenario(slot: usize, language: Language) -> String {
    format!("{} {slot}", either(language, "Kịch bản", "Scenario"))
}

/// What the comparison shows, in one sentence.
pub(super) fn finding(columns: &[(&str, u32, Exact)], language: Language) -> String {
    let saved = columns.get(1..).unwrap_or_default();
    let best = saved.iter().min_by_key(|(_, rank, _)| *rank);
    match (best, columns.first(), language) {
        (Some((name, rank, value)), Some((_, own, _)), Vi) => {
            let value = score(*value, Vi);
            format!(
                "Trong các kịch bản đã lưu, “{name}” cho hạng tốt nhất: {rank} (giá trị {value}); kịch bản đang xem cho hạng {own}."
            )
        }
        (Some((name, rank, value)), Some((_, own, _)), En) => {
            let value = score(*value, En);
            format!(
                "Of the saved scenarios “{name}” gives the best rank: {rank} (score {value}); the one on screen gives {own}."
            )
        }
        (_, _, Vi) => "Lưu kịch bản đang xem để so với kịch bản khác.".to_owned(),
        (_, _, En) => "Save the scenario on screen to compare it with others.".to_owned(),
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
        "Đã lưu đủ bốn kịch bản; hãy xóa một kịch bản để lưu thêm.",
        "Four scenarios are saved; delete one to save another.",
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

/// Places gained or lost.
pub(super) fn places(gained: i64, language: Language) -> String {
    match gained {
        0 => either(language, "không đổi", "none").to_owned(),
        gained => move_in_words(gained, language),
    }
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
pub(super) fn estimated_gap(language: Language) -> &'static str {
    either(
        language,
        "Giá trị sau dấu ≈ là ước tính, nên chênh lệch ở chỉ số đó cũng chỉ là ước tính; chênh lệch giá trị DTI thì không.",
        "Values after ≈ are estimates, and so are the differences on those indicators; the difference of the DTI scores is not.",
    )
}

/// "Huế (hạng 4) kém Quảng Ninh (hạng 3) 4,9 điểm"
pub(super) fn headline(
    names: [&str; 2],
    off: Exact,
    ranks: [u32; 2],
    language: Language,
) -> String {
    let ([left, right], [rank, other]) = (names, ranks);
    let size = points(off.abs(), language);
    match (language, off.cmp(&Exact::ZERO)) {
        (Vi, std::cmp::Ordering::Equal) => {
            format!("{left} và {right} bằng điểm nhau (hạng {rank})")
        }
        (En, std::cmp::Ordering::Equal) => {
            format!("{left} and {right} have the same score (rank {rank})")
        }
        (Vi, way) => {
            let verb = if way.is_gt() { "hơn" } else { "kém" };
            format!("{left} (hạng {rank}) {verb} {right} (hạng {other}) {size} điểm")
        }
        (En, way) => {
            let verb = if way.is_gt() { "ahead of" } else { "behind" };
            format!("{left} (rank {rank}) is {size} points {verb} {right} (rank {other})")
        }
    }
}

/// Where each of the two is most ahead of the other.
pub(super) fn mainly(leads: &[(&str, &str, Exact)], language: Language) -> String {
    let told = leads.iter().map(|(unit, indicator, lead)| {
        let lead = points(*lead, language);
        match language {
            Vi => format!("{unit} hơn nhiều nhất ở {indicator} ({lead} điểm)"),
            En => format!("{unit} is furthest ahead on {indicator} ({lead} points)"),
        }
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return String::new();
    }
    format!("{}.", told.join("; "))
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
        Some(value) if value.origin == Origin::Estimated => {
            format!("≈ {}", score(value.score, language))
        }
        Some(value) => score(value.score, language),
    }
}

/// With a plus where something is gained.
pub(super) fn signed(value: Exact, text: String) -> String {
    if value > Exact::ZERO {
        format!("+{text}")
    } else {
        text
    }
}
