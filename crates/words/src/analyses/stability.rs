//! Sentences about how sure a rank is.

use super::{chance, in_a_row};
use crate::Words;
use crate::sentences::estimate_note;

/// What the draws say of a unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sure<'a> {
    /// Its name.
    pub unit: &'a str,
    /// Its rank, and the ends of the band from 5 to 95 %.
    pub ranks: [u32; 3],
    /// A round number of places that the rank is among, and the share of draws that are too.
    pub top: (u32, f64),
}

/// "Bắc Giang: hạng 9; 90% số lần thử cho hạng từ 7 đến 12. Xác suất vào tốp 10: 78%."
pub fn stability_finding(told: Sure<'_>, words: &Words) -> String {
    let Sure {
        unit,
        ranks: [rank, low, high],
        top: (top, share),
    } = told;
    let share = chance(share, words);
    let top = match top {
        1 => words.stability_first().to_owned(),
        top => words.stability_top(top),
    };
    match low == high {
        true => words.stability_sure(unit, rank, low, top, share),
        false => words.stability_band(unit, rank, low, high, top, share),
    }
}

/// What varies, in a sentence, and whom the unit cannot be told apart from.
pub fn stability_paragraph(varied: String, unit: &str, tied: &[&str], words: &Words) -> String {
    match tied {
        [] => varied,
        tied => format!("{varied} {}", words.stability_tied(unit, tied.join(", "))),
    }
}

/// What is drawn, and how widely; nothing of what is not.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Varying {
    /// Share of themselves within which max points are drawn.
    pub weights: f64,
    /// Whether rounding is drawn.
    pub rounding: bool,
    /// How far off estimates are.
    pub estimates: Option<f64>,
    /// How widely the other units move, and whether around last year's change.
    pub rivals: Option<(f64, bool)>,
}

/// What varies from draw to draw, in a sentence.
pub fn varied(varying: Varying, words: &Words) -> String {
    let mut parts = Vec::new();
    if varying.weights > 0.0 {
        parts.push(words.varied_weights(chance(varying.weights, words)));
    }
    if varying.rounding {
        parts.push(words.varied_rounding().to_owned());
    }
    if let Some(error) = varying.estimates {
        parts.push(words.varied_estimates(estimate_note(error, words)));
    }
    if let Some((deviation, is_trend)) = varying.rivals {
        parts.push(words.varied_rivals(estimate_note(deviation, words), is_trend));
    }
    match parts.is_empty() {
        true => words.varied_none().to_owned(),
        false => words.varied(in_a_row(parts, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Varying, varied};
    use crate::Words;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn what_varies_is_named_and_what_does_not_is_not() {
        let [vi, en] = [Vi, En].map(Words::plain);
        let all = Varying {
            weights: 0.25,
            rounding: true,
            estimates: Some(0.12),
            rivals: Some((0.04, true)),
        };
        assert_eq!(
            varied(all, &vi),
            "Mỗi lần thử đổi ngẫu nhiên điểm tối đa của từng chỉ số (±25%), phần bị làm tròn \
             (±0,00005), các giá trị ước tính (±0,12) và giá trị của các tỉnh khác (tăng giảm như \
             năm trước, độ lệch ±0,04)."
        );
        assert_eq!(
            varied(Varying::default(), &vi),
            "Không có gì thay đổi giữa các lần thử."
        );
        let rounding = Varying {
            rounding: true,
            ..Varying::default()
        };
        assert_eq!(
            varied(rounding, &en),
            "Each draw varies what rounding took away (±0.00005)."
        );
    }
}
