//! Sentences of the analyses: what each panel finds, in the words of who has to decide on it. What
//! several panels say is here, each panel's own in a file of its own.

pub mod compare;
pub mod explain;
pub mod merger;
pub mod neighbourhood;
pub mod plan;
pub mod sensitivity;
pub mod stability;
pub mod sweep;

use crate::Words;
use crate::numbers::{fixed_points, percent, points_to};
use dti_engine::model::{Exact, POINTS_DECIMALS, Rivals};

/// Names that a sentence gives before it counts the rest.
const NAMED: usize = 2;

/// Names in a sentence, the rest counted: "An Giang và Phú Yên", "Huế, Cần Thơ và 3 tỉnh khác".
pub fn named(names: &[&str], words: &Words) -> String {
    let shown = if names.len() == NAMED + 1 {
        names.len()
    } else {
        names.len().min(NAMED)
    };
    let mut told: Vec<String> = names.iter().take(shown).map(ToString::to_string).collect();
    let rest = names.len() - shown;
    if rest > 0 {
        told.push(words.other_units(rest));
    }
    in_a_row(told, words)
}

/// Parts of a sentence one after the other, the last with its "và".
pub fn in_a_row(mut parts: Vec<String>, words: &Words) -> String {
    let last = parts.pop().unwrap_or_default();
    match parts.is_empty() {
        true => last,
        false => words.names_and_last(parts.join(", "), last),
    }
}

/// A number that rests on estimates is marked.
pub fn about(text: String, is_estimated: bool) -> String {
    if is_estimated {
        format!("≈ {text}")
    } else {
        text
    }
}

/// Points with their noun: "1 point", "4,9 điểm".
pub fn counted(points: Exact, words: &Words) -> String {
    counted_to(points, POINTS_DECIMALS, words)
}

/// The same with so many decimals at most.
pub fn counted_to(points: Exact, decimals: u32, words: &Words) -> String {
    words.counted_points(points_to(points, decimals, words))
}

/// Points gained or lost, with their sign, to stand in a column.
pub fn signed(points: Exact, words: &Words) -> String {
    let text = fixed_points(points, words);
    if points.round_half_up(POINTS_DECIMALS) > 0 {
        format!("+{text}")
    } else {
        text
    }
}

/// A share of draws in whole per cent.
pub fn chance(share: f64, words: &Words) -> String {
    // As many decimals as the most draws can tell apart.
    let share = Exact::from_decimal_float((share * 1e6).round() / 1e6, 6);
    percent(share.unwrap_or(Exact::ZERO), words)
}

/// That the other units move too, where they do.
pub fn rivals_move(rivals: Rivals, words: &Words) -> Option<String> {
    match rivals {
        Rivals::Frozen | Rivals::Gain(0) => None,
        Rivals::Trend => Some(words.rivals_move_trend()),
        Rivals::Gain(hundredths) => {
            let gain = Exact::decimal(hundredths, POINTS_DECIMALS);
            let size = counted(gain.abs(), words);
            Some(words.rivals_move_by(size, gain.is_negative()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{chance, counted, named, rivals_move, signed};
    use crate::Words;
    use dti_engine::model::{Exact, Rivals};
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn few_names_are_all_given_and_many_are_counted() {
        let [vi, en] = [Vi, En].map(Words::plain);
        assert_eq!(named(&[], &vi), "");
        assert_eq!(named(&["Huế"], &vi), "Huế");
        assert_eq!(named(&["An Giang", "Phú Yên"], &vi), "An Giang và Phú Yên");
        assert_eq!(named(&["A", "B", "C"], &en), "A, B and C");
        let five = ["Huế", "Cần Thơ", "A", "B", "C"];
        assert_eq!(named(&five, &vi), "Huế, Cần Thơ và 3 tỉnh khác");
        assert_eq!(named(&five, &en), "Huế, Cần Thơ and 3 other provinces");
    }

    #[test]
    fn numbers_carry_their_noun_and_sign() {
        let [vi, en] = [Vi, En].map(Words::plain);
        assert_eq!(counted(Exact::decimal(49, 1), &vi), "4,9 điểm");
        assert_eq!(counted(Exact::ONE, &en), "1 point");
        assert_eq!(signed(Exact::decimal(16_446, 3), &vi), "+16,45");
        assert_eq!(signed(Exact::decimal(-267, 2), &en), "−2.67");
        assert_eq!(signed(Exact::decimal(1, 3), &vi), "0,00");
        assert_eq!(chance(0.7312, &vi), "73%");
        assert_eq!(chance(0.9999, &vi), ">99%");
    }

    #[test]
    fn what_the_others_do_is_said_where_they_do_something() {
        let [vi, en] = [Vi, En].map(Words::plain);
        assert_eq!(rivals_move(Rivals::Frozen, &vi), None);
        assert_eq!(rivals_move(Rivals::Gain(0), &vi), None);
        let said = |rivals, words| rivals_move(rivals, words).unwrap();
        assert!(said(Rivals::Gain(1000), &vi).contains("cũng thêm 10 điểm;"));
        assert!(said(Rivals::Gain(-50), &en).contains("lose 0.5 points;"));
        assert!(said(Rivals::Trend, &en).contains("repeat last year's change"));
    }
}
