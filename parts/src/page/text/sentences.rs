//! Sentences with numbers in them.

use super::{either, points};
use dti_engine::model::{Exact, Note};
use dti_formats::link::Language;

/// "9/63"
pub(crate) fn rank_of(rank: u32, units: usize) -> String {
    format!("{rank}/{units}")
}

/// "tăng 3 bậc"
pub(crate) fn move_in_words(places: i64, language: Language) -> String {
    let count = places.unsigned_abs();
    match (language, places) {
        (Language::Vi, 0) => "giữ hạng".to_owned(),
        (Language::Vi, 1..) => format!("tăng {count} bậc"),
        (Language::Vi, _) => format!("giảm {count} bậc"),
        (Language::En, 0) => "no change".to_owned(),
        (Language::En, 1..) => format!("up {count}"),
        (Language::En, _) => format!("down {count}"),
    }
}

/// "±0,12": how far off an edition's estimates are.
pub(crate) fn estimate_note(error: f64, language: Language) -> String {
    let hundredths = Exact::decimal((error * 100.0).round() as i64, 2);
    format!("±{}", points(hundredths, language))
}

/// Something that a reader of a result must know.
pub(crate) fn note(note: Note, language: Language) -> &'static str {
    let [vi, en] = match note {
        Note::RivalsMoveTotalsOnly => [
            "Các tỉnh khác chỉ thay đổi giá trị DTI; chỉ số của họ giữ như công bố.",
            "The others move in their totals only; their indicators stay as published.",
        ],
        Note::TrendAcrossFrameworks => [
            "Hai năm dùng hai bộ chỉ số khác nhau, nên mức tăng giảm chỉ để tham khảo.",
            "The two years use different frameworks, so take the trend with care.",
        ],
        Note::DependsOnEstimates => [
            "Kết quả này dựa vào một chỉ số ước tính.",
            "This result rests on an estimated indicator.",
        ],
        Note::MaximaDerived => [
            "Điểm tối đa của kỳ này được suy ra từ số liệu đã công bố.",
            "The max points of this edition were derived from published figures.",
        ],
        Note::RulesOfAnotherYear => [
            "Cách chấm chỉ số thành phần theo phiếu của năm 2022; chưa thấy cách đã dùng cho kỳ này.",
            "Components are scored by the sheet of 2022; the rules applied in this edition were not seen.",
        ],
        Note::UnofficialWeights => [
            "Trọng số theo dân số không phải cách tính chính thức.",
            "Weighting by population is not the official rule.",
        ],
    };
    either(language, vi, en)
}

#[cfg(test)]
mod tests {
    use super::estimate_note;
    use dti_formats::link::Language::Vi;

    #[test]
    fn an_error_has_two_decimals() {
        assert_eq!(estimate_note(0.1183, Vi), "±0,12");
    }
}
