//! Sentences with numbers in them.

use super::{decimal, either, fixed_points, in_language, points, points_to, score, whole};
use dti_engine::calculator::{Neighbour, ScorecardLine, Verdict};
use dti_engine::model::{Exact, Note, Provenance, Rivals, Text};
use dti_formats::link::Language;

/// "Huế: hạng 4 → 3, giá trị 0,8002", for the status line.
pub(crate) fn status(verdict: &Verdict, unit: &Text, language: Language) -> String {
    let own = decimal(verdict.score, verdict.digits.score, language);
    let unit = in_language(unit, language);
    let (from, to) = (verdict.baseline_rank, verdict.rank);
    let ranks = if from == to {
        to.to_string()
    } else {
        format!("{from} → {to}")
    };
    match language {
        Language::Vi => format!("{unit}: hạng {ranks}, giá trị {own}"),
        Language::En => format!("{unit}: rank {ranks}, score {own}"),
    }
}

/// "9/63"
pub(crate) fn rank_of(rank: u32, units: usize) -> String {
    format!("{rank}/{units}")
}

/// "67,50/150 điểm"
pub(crate) fn points_of(value: Exact, max_points: Exact, language: Language) -> String {
    let (value, max) = (fixed_points(value, language), whole(max_points, language));
    match language {
        Language::Vi => format!("{value}/{max} điểm"),
        Language::En => format!("{value}/{max} points"),
    }
}

/// "hạng 11 → 3/63", with "≈" where estimates are compared.
pub(crate) fn rank_move(line: &ScorecardLine, units: usize, language: Language) -> String {
    let rank = match language {
        Language::Vi => "hạng",
        Language::En => "rank",
    };
    let about = if line.rank_is_estimated { "≈ " } else { "" };
    let now = rank_of(line.rank, units);
    if line.rank == line.present_rank {
        format!("{rank} {about}{now}")
    } else {
        format!("{rank} {about}{} → {now}", line.present_rank)
    }
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

/// What a slider says to a screen reader: "0,8000 trên 1".
pub(crate) fn slider_value(value: Exact, language: Language) -> String {
    let value = score(value, language);
    match language {
        Language::Vi => format!("{value} trên 1"),
        Language::En => format!("{value} of 1"),
    }
}

/// The marks on a slider's track, in words.
pub(crate) fn marks(line: &ScorecardLine, language: Language) -> String {
    let [present, median, best] =
        [line.present, line.median, line.best].map(|value| score(value, language));
    match language {
        Language::Vi => format!("Hiện tại {present}, trung vị {median}, cao nhất {best}."),
        Language::En => format!("Present {present}, median {median}, best {best}."),
    }
}

/// What lies between a unit and the next one up.
pub(crate) fn to_next_above(gap: &Neighbour, unit: &Text, language: Language) -> String {
    let (unit, needed, rank) = (
        in_language(unit, language),
        points_to(gap.points, gap.decimals, language),
        gap.rank,
    );
    match language {
        Language::Vi => format!("thêm {needed} điểm để bằng {unit} (hạng {rank})"),
        Language::En => format!("{needed} more points to draw level with {unit} (rank {rank})"),
    }
}

/// What lies between a unit and the next one down.
pub(crate) fn to_next_below(gap: &Neighbour, unit: &Text, language: Language) -> String {
    let (unit, spare, rank) = (
        in_language(unit, language),
        points_to(gap.points, gap.decimals, language),
        gap.rank,
    );
    match language {
        Language::Vi => format!("hơn {unit} (hạng {rank}) {spare} điểm"),
        Language::En => format!("{spare} points ahead of {unit} (rank {rank})"),
    }
}

/// "±0,12": how far off an edition's estimates are.
pub(crate) fn estimate_note(error: f64, language: Language) -> String {
    let hundredths = Exact::decimal((error * 100.0).round() as i64, 2);
    format!("±{}", points(hundredths, language))
}

/// "Bắc Giang (2)": how many values are changed.
pub(crate) fn chip(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

/// One known figure, for the list before sharing.
pub(crate) fn known_figure(
    unit: &Text,
    indicator: &Text,
    value: Exact,
    language: Language,
) -> String {
    let [unit, indicator] = [unit, indicator].map(|text| in_language(text, language));
    format!("{unit}, {indicator}: {}", score(value, language))
}

/// What rivals do, where that is not nothing.
pub(crate) fn rival_mode(rivals: Rivals, language: Language) -> String {
    match (rivals, language) {
        (Rivals::Frozen, _) => String::new(),
        (Rivals::Trend, Language::Vi) => "Các tỉnh khác tăng giảm như năm trước".to_owned(),
        (Rivals::Trend, Language::En) => "The others repeat last year's change".to_owned(),
        (Rivals::Gain(hundredths), _) => {
            let gained = points(Exact::decimal(hundredths, 2), language);
            match language {
                Language::Vi => format!("Các tỉnh khác: {gained} điểm"),
                Language::En => format!("The others: {gained} points"),
            }
        }
    }
}

/// Why the rivals' trend is not offered.
pub(crate) fn trend_reason(provenance: Provenance, language: Language) -> &'static str {
    match language {
        Language::Vi if !provenance.is_official() => "không dùng được: không có kỳ trước",
        Language::En if !provenance.is_official() => "not available: there is no edition before",
        Language::Vi => "không dùng được cho kỳ này: thiếu giá trị năm trước của một số tỉnh",
        Language::En => "not available here: some scores of the year before are not on file",
    }
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

/// What kind of place a source is.
pub(crate) fn source_kind(kind: &str, language: Language) -> &'static str {
    let [vi, en] = match kind {
        "ministry" => ["Bộ chủ quản", "the ministry"],
        "copy of the ministry's table" => ["bản chép bảng của Bộ", "copy of the ministry's table"],
        "example" => ["ví dụ hư cấu", "a fictitious example"],
        _ => ["địa phương hoặc báo chí", "province or press"],
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
