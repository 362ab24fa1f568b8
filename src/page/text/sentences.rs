//! Sentences with numbers in them.

use super::{fixed_points, in_language, points, score, whole};
use crate::calculator::{Neighbour, ScorecardLine, Verdict};
use crate::link::Language;
use crate::model::{Exact, Note, Rivals, Text};

/// One supposed value, for the sentence that can be quoted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Supposed {
    /// The indicator.
    pub(crate) indicator: Text,
    /// What it is supposed to be.
    pub(crate) score: Exact,
    /// What it is.
    pub(crate) present: Exact,
}

/// What a quotable sentence is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Story {
    /// What happened to the unit.
    pub(crate) verdict: Verdict,
    /// Its name.
    pub(crate) unit: Text,
    /// Title of the edition.
    pub(crate) edition: Text,
    /// The next unit up.
    pub(crate) above: Option<Text>,
    /// The next unit down.
    pub(crate) below: Option<Text>,
    /// The unit's own what-ifs.
    pub(crate) supposed: Vec<Supposed>,
    /// Whether anything at all differs from the edition.
    pub(crate) is_edited: bool,
}

/// The whole story in a sentence or two that can be quoted.
pub(crate) fn quote(story: &Story, language: Language) -> String {
    let mut text = String::new();
    let verdict = &story.verdict;
    let unit = in_language(&story.unit, language);
    let place = rank_of(verdict.rank, verdict.units);
    let vi = language == Language::Vi;
    if story.is_edited {
        text.push_str(&premise(&story.supposed, language));
        text.push_str(&moved(verdict, unit, &place, language));
    } else {
        let own = score(verdict.score, language);
        let edition = in_language(&story.edition, language);
        text.push_str(&if vi {
            format!("{unit} xếp hạng {place} trong {edition}, giá trị {own}.")
        } else {
            format!("{unit} ranks {place} in {edition} with a score of {own}.")
        });
    }
    text.push_str(&gaps(story, language));
    if story.is_edited {
        text.push_str(if vi {
            " (Mô phỏng, không phải số liệu chính thức.)"
        } else {
            " (Simulation, not official.)"
        });
    }
    text
}

/// "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) thì "; several assumptions are counted.
fn premise(supposed: &[Supposed], language: Language) -> String {
    match (supposed, language) {
        ([], Language::Vi) => "Theo kịch bản này, ".to_owned(),
        ([], Language::En) => "In this scenario, ".to_owned(),
        ([one], _) => {
            let name = in_language(&one.indicator, language);
            let (now, before) = (score(one.score, language), score(one.present, language));
            match language {
                Language::Vi => format!("Nếu {name} đạt {now} (hiện là {before}) thì "),
                Language::En => format!("If {name} were {now} (now {before}), "),
            }
        }
        (several, Language::Vi) => format!("Với {} giả định, ", several.len()),
        (several, Language::En) => format!("With {} assumptions, ", several.len()),
    }
}

/// "Bắc Giang lên hạng 8/63, tăng 1 bậc; giá trị DTI từ 0,6440 thành 0,6613."
fn moved(verdict: &Verdict, unit: &str, place: &str, language: Language) -> String {
    let before = score(verdict.baseline_score, language);
    let now = score(verdict.score, language);
    let (places, from) = (verdict.places.unsigned_abs(), verdict.baseline_rank);
    let scores = match (language, verdict.change == Exact::ZERO) {
        (Language::Vi, true) => format!("giá trị DTI vẫn là {now}"),
        (Language::Vi, false) => format!("giá trị DTI từ {before} thành {now}"),
        (Language::En, true) => format!("its score would remain {now}"),
        (Language::En, false) => format!("its score would go from {before} to {now}"),
    };
    match (language, verdict.places) {
        (Language::Vi, 1..) => {
            format!("{unit} từ hạng {from} lên hạng {place}, tăng {places} bậc; {scores}.")
        }
        (Language::Vi, 0) => format!("{unit} vẫn ở hạng {place}; {scores}."),
        (Language::Vi, _) => {
            format!("{unit} từ hạng {from} xuống hạng {place}, giảm {places} bậc; {scores}.")
        }
        (Language::En, 0) => format!("{unit} would stay at rank {place}; {scores}."),
        (Language::En, gained) => {
            let way = if gained > 0 { "rise" } else { "fall" };
            let noun = if places == 1 { "place" } else { "places" };
            format!("{unit} would {way} {places} {noun}, from rank {from} to {place}; {scores}.")
        }
    }
}

fn gaps(story: &Story, language: Language) -> String {
    let name = |text: &Option<Text>| text.as_ref().map(|t| in_language(t, language).to_owned());
    let mut text = String::new();
    let verdict = &story.verdict;
    if let Some((gap, unit)) = verdict.above.zip(name(&story.above)) {
        let needed = points(gap.points, language);
        text.push_str(&match language {
            Language::Vi => format!(
                " Cần thêm {needed} điểm để bằng {unit} (hạng {}).",
                gap.rank
            ),
            Language::En => {
                format!(
                    " It needs {needed} more points to draw level with {unit} (rank {}).",
                    gap.rank
                )
            }
        });
    }
    if let Some((gap, unit)) = verdict.below.zip(name(&story.below)) {
        let spare = points(gap.points, language);
        text.push_str(&match language {
            Language::Vi => format!(" Đang hơn {unit} (hạng {}) {spare} điểm.", gap.rank),
            Language::En => format!(" It is {spare} points ahead of {unit} (rank {}).", gap.rank),
        });
    }
    text
}

/// "Huế: hạng 4 → 3, giá trị 0,8002", for the status line.
pub(crate) fn status(verdict: &Verdict, unit: &Text, language: Language) -> String {
    let (unit, own) = (in_language(unit, language), score(verdict.score, language));
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
        points(gap.points, language),
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
        points(gap.points, language),
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
pub(crate) fn trend_reason(language: Language) -> &'static str {
    match language {
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
        Note::UnofficialWeights => [
            "Trọng số theo dân số không phải cách tính chính thức.",
            "Weighting by population is not the official rule.",
        ],
    };
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

/// What kind of place a source is.
pub(crate) fn source_kind(kind: &str, language: Language) -> &'static str {
    let [vi, en] = match kind {
        "ministry" => ["Bộ chủ quản", "the ministry"],
        "copy of the ministry's table" => ["bản chép bảng của Bộ", "copy of the ministry's table"],
        "example" => ["ví dụ hư cấu", "a fictitious example"],
        _ => ["địa phương hoặc báo chí", "province or press"],
    };
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::{Story, Supposed, estimate_note, quote, status};
    use crate::calculator::{Neighbour, Verdict};
    use crate::link::Language::{En, Vi};
    use crate::model::{Exact, Text};
    use crate::page::text::change;

    fn text(vi: &str, en: &str) -> Text {
        Text {
            vi: vi.into(),
            en: en.into(),
        }
    }

    fn story() -> Story {
        let near = |rank, hundredths| Neighbour {
            position: 0,
            rank,
            points: Exact::decimal(hundredths, 2),
        };
        Story {
            verdict: Verdict {
                position: 3,
                units: 63,
                rank: 8,
                baseline_rank: 9,
                places: 1,
                score: Exact::decimal(6613, 4),
                baseline_score: Exact::decimal(6440, 4),
                change: Exact::decimal(173, 4),
                tied: 0,
                above: Some(near(7, 1230)),
                below: Some(near(9, 1440)),
                estimated: false,
            },
            unit: text("Bắc Giang", "Bac Giang"),
            edition: text("DTI 2022", "DTI 2022"),
            above: Some(text("Bắc Ninh", "Bac Ninh")),
            below: Some(text("Thái Nguyên", "Thai Nguyen")),
            supposed: vec![Supposed {
                indicator: text("Hoạt động xã hội số", "Digital society activity"),
                score: Exact::decimal(45, 2),
                present: Exact::decimal(3348, 4),
            }],
            is_edited: true,
        }
    }

    #[test]
    fn the_story_of_a_rise_can_be_quoted() {
        assert_eq!(
            quote(&story(), Vi),
            "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) thì Bắc Giang từ hạng 9 lên hạng \
             8/63, tăng 1 bậc; giá trị DTI từ 0,6440 thành 0,6613. Cần thêm 12,3 điểm để bằng Bắc \
             Ninh (hạng 7). Đang hơn Thái Nguyên (hạng 9) 14,4 điểm. (Mô phỏng, không phải số \
             liệu chính thức.)"
        );
        assert!(quote(&story(), En).starts_with(
            "If Digital society activity were 0.4500 (now 0.3348), Bac Giang would rise 1 place, \
             from rank 9 to 8/63; its score would go from 0.6440 to 0.6613. It needs 12.3 more"
        ));
    }

    #[test]
    fn the_published_state_is_no_simulation() {
        let mut story = story();
        story.is_edited = false;
        story.supposed.clear();
        story.verdict.rank = 9;
        let quote = quote(&story, Vi);
        assert!(quote.starts_with("Bắc Giang xếp hạng 9/63 trong DTI 2022, giá trị 0,6613."));
        assert!(!quote.contains("Mô phỏng"));
    }

    #[test]
    fn the_status_is_short() {
        assert_eq!(
            status(&story().verdict, &story().unit, Vi),
            "Bắc Giang: hạng 9 → 8, giá trị 0,6613"
        );
        assert_eq!(change(story().verdict.change, En), "+0.0173");
        assert_eq!(estimate_note(0.1183, Vi), "±0,12");
    }
}
