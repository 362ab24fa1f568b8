//! Sentences about why a rank moved.

use crate::page::analyses::ground::Ground;
use crate::page::analyses::others::about;
use crate::page::text::{either, points, score};
use dti_engine::calculator::{Change, Explanation, Part};
use dti_engine::model::{Edition, Exact};
use dti_formats::link::Language::{self, En, Vi};

/// An explanation with names.
pub(super) struct Told<'a> {
    pub(super) unit: &'a str,
    /// What is compared: "2022", "theo kịch bản".
    pub(super) ends: [String; 2],
    /// Whether the result of an end rests on an estimate.
    pub(super) are_estimated: [bool; 2],
    /// A new unit is asked about, and this is the former one of its name.
    pub(super) is_former: bool,
    pub(super) found: &'a Explanation,
    pub(super) overtook_me: Vec<&'a str>,
    pub(super) i_overtook: Vec<&'a str>,
    /// The indicator that changed the score most, and by how much.
    pub(super) largest: Option<(&'a str, String)>,
}

impl Told<'_> {
    /// "Quảng Ninh: giá trị tăng 0,0142 nhưng tụt 9 bậc, từ hạng 3 (2022) xuống hạng 12 (2023)."
    pub(super) fn finding(&self, language: Language) -> String {
        let found = self.found;
        let places = found.rank_change.unsigned_abs();
        let [from_about, to_about] = self.are_estimated;
        let from = about(found.rank_before.to_string(), from_about);
        let to = about(found.rank_after.to_string(), to_about);
        let [before, after] = &self.ends;
        let size = score(found.score_change.abs(), language);
        let size = about(size, from_about || to_about);
        let (score_up, rank_worse) = (found.score_change > Exact::ZERO, found.rank_change > 0);
        let is_odd =
            found.score_change != Exact::ZERO && found.rank_change != 0 && score_up == rank_worse;
        let unit = self.unit;
        match language {
            Vi => {
                let points = match found.score_change.cmp(&Exact::ZERO) {
                    std::cmp::Ordering::Greater => format!("giá trị tăng {size}"),
                    std::cmp::Ordering::Equal => "giá trị không đổi".to_owned(),
                    std::cmp::Ordering::Less => format!("giá trị giảm {size}"),
                };
                let but = if is_odd { " nhưng" } else { "," };
                match found.rank_change {
                    0 => format!("{unit}: {points}, vẫn ở hạng {to} ({before} và {after})."),
                    1.. => format!(
                        "{unit}: {points}{but} tụt {places} bậc, từ hạng {from} ({before}) xuống hạng {to} ({after})."
                    ),
                    _ => format!(
                        "{unit}: {points}{but} lên {places} bậc, từ hạng {from} ({before}) lên hạng {to} ({after})."
                    ),
                }
            }
            En => {
                let points = match found.score_change.cmp(&Exact::ZERO) {
                    std::cmp::Ordering::Greater => format!("the score rose by {size}"),
                    std::cmp::Ordering::Equal => "the score did not change".to_owned(),
                    std::cmp::Ordering::Less => format!("the score fell by {size}"),
                };
                let link = if is_odd { " but" } else { " and" };
                let noun = if places == 1 { "place" } else { "places" };
                match found.rank_change {
                    0 => {
                        format!("{unit}: {points} and the rank stayed {to} ({before} and {after}).")
                    }
                    1.. => format!(
                        "{unit}: {points}{link} it lost {places} {noun}, from rank {from} ({before}) to {to} ({after})."
                    ),
                    _ => format!(
                        "{unit}: {points}{link} it won {places} {noun}, from rank {from} ({before}) to {to} ({after})."
                    ),
                }
            }
        }
    }

    /// The whole story, to be quoted.
    pub(super) fn paragraph(&self, language: Language) -> String {
        let found = self.found;
        let [from_about, to_about] = self.are_estimated;
        let before = about(score(found.score_before, language), from_about);
        let after = about(score(found.score_after, language), to_about);
        let mut told = vec![match language {
            Vi => format!("Giá trị DTI của {} từ {before} thành {after}.", self.unit),
            En => format!(
                "The DTI score of {} went from {before} to {after}.",
                self.unit
            ),
        }];
        if self.is_former {
            told.push(match language {
                Vi => format!("Đây là {} trước sáp nhập.", self.unit),
                En => format!("This is {} before the merger.", self.unit),
            });
        }
        if let Some((name, by)) = &self.largest {
            told.push(match language {
                Vi => format!("Trong các chỉ số biết được ở cả hai phía, {name} làm giá trị đổi nhiều nhất ({by})."),
                En => format!("Of the indicators known on both sides, {name} changed the score most ({by})."),
            });
        }
        told.push(self.causes(language));
        let lists = [
            (
                &self.overtook_me,
                either(language, "Vượt lên trước", "Overtaken by"),
            ),
            (
                &self.i_overtook,
                either(language, "Đã vượt qua", "Overtook"),
            ),
        ];
        for (names, verb) in lists {
            if !names.is_empty() {
                told.push(format!("{verb}: {}.", names.join(", ")));
            }
        }
        told.join(" ")
    }

    /// How far each overtaker is ahead at both ends: "So với Quảng Ninh (2022), điểm".
    pub(super) fn headings(&self, language: Language) -> [String; 2] {
        let unit = self.unit;
        self.ends.clone().map(|end| match language {
            Vi => format!("So với {unit} ({end}), điểm"),
            En => format!("Against {unit} ({end}), points"),
        })
    }

    /// "Điểm của chính tỉnh làm lên 1,5 bậc; các tỉnh khác làm tụt 10,5 bậc."
    fn causes(&self, language: Language) -> String {
        let found = self.found;
        let effect = |places: Exact| {
            let size = points(places.abs(), language);
            let noun = if size == "1" { "place" } else { "places" };
            match (language, places.cmp(&Exact::ZERO)) {
                (Vi, std::cmp::Ordering::Equal) => "không làm đổi hạng".to_owned(),
                (Vi, std::cmp::Ordering::Greater) => format!("làm tụt {size} bậc"),
                (Vi, std::cmp::Ordering::Less) => format!("làm lên {size} bậc"),
                (En, std::cmp::Ordering::Equal) => "changed nothing".to_owned(),
                (En, std::cmp::Ordering::Greater) => format!("cost {size} {noun}"),
                (En, std::cmp::Ordering::Less) => format!("won {size} {noun}"),
            }
        };
        let (own, rivals) = (effect(found.own), effect(found.rivals));
        let mut text = match language {
            Vi => format!("Điểm của chính tỉnh {own}; các tỉnh khác {rivals}"),
            En => format!("Its own figures {own}; the other provinces {rivals}"),
        };
        if found.method != Exact::ZERO {
            let method = effect(found.method);
            text.push_str(&match language {
                Vi => format!("; cách tính khác (bộ chỉ số hoặc điểm tối đa) {method}"),
                En => format!("; the different method (framework or max points) {method}"),
            });
        }
        text.push('.');
        text
    }
}

/// The scenario on screen, in a list.
pub(super) fn scenario(language: Language) -> &'static str {
    either(language, "Kịch bản đang xem", "The scenario on screen")
}

/// The scenario on screen, in brackets.
pub(super) fn in_scenario(language: Language) -> &'static str {
    either(language, "theo kịch bản", "in the scenario")
}

/// Twice the same was chosen.
pub(super) fn same(unit: &str, language: Language) -> String {
    match language {
        Vi => format!("{unit}: hãy chọn hai kỳ khác nhau để xem vì sao đổi hạng."),
        En => format!("{unit}: choose two different editions to see why the rank moved."),
    }
}

/// There is one edition only, and nothing supposed in it.
pub(super) fn alone(unit: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "{unit}: chỉ có một kỳ và chưa có giả định nào, nên chưa có gì để so. Hãy đặt một giả định để xem vì sao đổi hạng."
        ),
        En => format!(
            "{unit}: there is one edition and nothing is supposed yet, so there is nothing to compare. Suppose something to see why the rank moves."
        ),
    }
}

/// Nothing can be explained.
pub(super) fn refused(unit: &str, language: Language) -> String {
    match language {
        Vi => format!("{unit}: chưa thể giải thích vì sao đổi hạng giữa hai kỳ này."),
        En => format!("{unit}: why the rank moved between these editions cannot be explained."),
    }
}

pub(super) fn on_file(language: Language) -> &'static str {
    either(language, "Số liệu hiện có", "What is on file")
}

pub(super) fn none(language: Language) -> &'static str {
    either(language, "chưa có", "not on file")
}

pub(super) fn own(language: Language) -> &'static str {
    either(language, "Điểm của chính tỉnh", "Its own figures")
}

pub(super) fn rivals(language: Language) -> &'static str {
    either(language, "Các tỉnh khác", "The other provinces")
}

pub(super) fn method(language: Language) -> &'static str {
    either(
        language,
        "Bộ chỉ số, điểm tối đa",
        "Framework and max points",
    )
}

pub(super) fn whole(language: Language) -> &'static str {
    either(language, "Tổng cộng", "In total")
}

pub(super) fn cause(language: Language) -> &'static str {
    either(language, "Nguyên nhân", "Cause")
}

pub(super) fn effect(language: Language) -> &'static str {
    either(language, "Số bậc", "Places")
}

pub(super) fn effects(language: Language) -> &'static str {
    either(
        language,
        "Ai làm đổi hạng (trung bình theo mọi thứ tự, cộng lại bằng số bậc)",
        "Who moved the rank (mean over all orders; adds up to the places)",
    )
}

/// "▲ 1,5": places won or lost.
pub(super) fn places(places: Exact, language: Language) -> String {
    let size = points(places.abs(), language);
    match places.cmp(&Exact::ZERO) {
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Greater => format!("▼ {size}"),
        std::cmp::Ordering::Less => format!("▲ {size}"),
    }
}

/// "Giá trị đổi ở đâu, trên thang 1.000 điểm"
pub(super) fn by_indicator(total: Exact, language: Language) -> String {
    let total = points(total, language);
    match language {
        Vi => format!("Giá trị đổi ở đâu, trên thang {total} điểm"),
        En => format!("Where the score changed, in points of {total}"),
    }
}

pub(super) fn as_table(language: Language) -> &'static str {
    either(language, "Bảng số liệu", "Table")
}

pub(super) fn score_change(language: Language) -> &'static str {
    either(language, "Tổng cộng", "In total")
}

/// The name of a row.
pub(super) fn change_name(ground: &Ground<'_>, edition: &Edition, change: &Change) -> String {
    match change.part {
        Part::Indicator(node) => {
            let name = &edition.framework().indicator(node).name;
            ground.of_text(name).to_owned()
        }
        Part::Rest => either(
            ground.language,
            "Phần còn lại (không công bố riêng, làm tròn)",
            "Rest (not published separately, rounding)",
        )
        .to_owned(),
    }
}

pub(super) fn overtaker(language: Language) -> &'static str {
    either(language, "Tỉnh vượt lên", "Overtaker")
}

/// The gaps to the overtakers, split.
pub(super) fn gaps_by_indicator(language: Language) -> &'static str {
    either(
        language,
        "Khoảng cách với từng tỉnh đổi ở chỉ số nào, tính bằng điểm",
        "Where the gap to each of them changed, in points",
    )
}

/// What is not an indicator of its own, in a sentence.
pub(super) fn unpublished(language: Language) -> &'static str {
    either(
        language,
        "các chỉ số không công bố riêng",
        "what is not published separately",
    )
}

pub(super) fn mostly(language: Language) -> &'static str {
    either(language, "Chủ yếu nhờ", "Mostly through")
}

/// "9 tỉnh đã vượt lên, và nhờ đâu"
pub(super) fn overtakers(count: usize, language: Language) -> String {
    match language {
        Vi => format!("{count} tỉnh đã vượt lên, và nhờ đâu"),
        En if count == 1 => "The province that overtook, and how".to_owned(),
        En => format!("The {count} provinces that overtook, and how"),
    }
}

pub(super) fn estimated(language: Language) -> &'static str {
    either(
        language,
        "Một phần dựa trên giá trị ước tính: chỉ số chưa công bố riêng, hoặc tính lại theo điểm tối đa khác.",
        "Part of this rests on estimates: indicators not published separately, or scores under other max points.",
    )
}
