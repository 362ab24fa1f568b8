//! Parts of sentences that all analyses share: several names in a row, points with their noun, the
//! mark of estimates, and that the other provinces move too.

use super::ground::Ground;
use crate::page::Markup;
use crate::page::text::{fixed_points, percent, points_to};
use dti_engine::model::{Exact, POINTS_DECIMALS, Rivals};
use dti_formats::link::Language::{self, En, Vi};

/// Names that a sentence gives before it counts the rest.
const NAMED: usize = 2;

/// The units in these rows, for a sentence: "An Giang và Phú Yên", "Huế, Cần Thơ và 3 tỉnh khác".
pub(super) fn named(ground: &Ground<'_>, rows: &[usize]) -> String {
    let shown = if rows.len() == NAMED + 1 {
        rows.len()
    } else {
        rows.len().min(NAMED)
    };
    let mut names: Vec<String> = rows
        .iter()
        .take(shown)
        .map(|&row| ground.name_at(row).to_owned())
        .collect();
    let rest = rows.len() - shown;
    if rest > 0 {
        names.push(format!(
            "{rest} {}",
            ground.either("tỉnh khác", "other provinces")
        ));
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        return last;
    }
    let and = ground.either("và", "and");
    format!("{} {and} {last}", names.join(", "))
}

/// All units in these rows, for a cell of a table.
pub(super) fn listed(ground: &Ground<'_>, rows: &[usize]) -> String {
    let names: Vec<&str> = rows.iter().map(|&row| ground.name_at(row)).collect();
    names.join(", ")
}

/// A number that rests on estimates is marked.
pub(super) fn about(text: String, is_estimated: bool) -> String {
    if is_estimated {
        format!("≈ {text}")
    } else {
        text
    }
}

/// Points with their noun: "1 point", "4.9 points".
pub(super) fn counted(value: Exact, language: Language) -> String {
    counted_to(value, POINTS_DECIMALS, language)
}

/// The same with so many decimals at most.
pub(super) fn counted_to(value: Exact, decimals: u32, language: Language) -> String {
    let text = points_to(value, decimals, language);
    match language {
        Vi => format!("{text} điểm"),
        En if text == "1" => format!("{text} point"),
        En => format!("{text} points"),
    }
}

/// Points gained or lost, with their sign.
pub(super) fn signed(value: Exact, language: Language) -> String {
    let text = fixed_points(value, language);
    if value.round_half_up(POINTS_DECIMALS) > 0 {
        format!("+{text}")
    } else {
        text
    }
}

/// A share of draws in whole per cent.
pub(super) fn chance(share: f64, language: Language) -> String {
    // As many decimals as the most draws can tell apart.
    let share = Exact::from_decimal_float((share * 1e6).round() / 1e6, 6);
    percent(share.unwrap_or(Exact::ZERO), language)
}

/// Says that the other units move, where they do.
pub(super) fn rivals_move(ground: &Ground<'_>, m: &mut Markup) {
    let gain = match ground.scenario().rivals {
        Rivals::Frozen | Rivals::Gain(0) => return,
        Rivals::Trend => None,
        Rivals::Gain(hundredths) => Some(Exact::decimal(hundredths, POINTS_DECIMALS)),
    };
    let size = gain.map(|gain| counted(gain.abs(), ground.language));
    let is_loss = gain.is_some_and(Exact::is_negative);
    let change = match (ground.language, size) {
        (Vi, None) => "tăng giảm như năm trước".to_owned(),
        (En, None) => "repeat last year's change".to_owned(),
        (Vi, Some(size)) => format!("{} {size}", if is_loss { "bớt" } else { "thêm" }),
        (En, Some(size)) => format!("{} {size}", if is_loss { "lose" } else { "gain" }),
    };
    let sentence = match ground.language {
        Vi => format!(
            "Theo kịch bản, các tỉnh khác không có giả định riêng cũng {change}; các con số ở đây đã tính điều đó."
        ),
        En => format!(
            "In this scenario the other provinces without assumptions of their own {change}; the figures here include that."
        ),
    };
    m.leaf("p", "told", sentence);
}
