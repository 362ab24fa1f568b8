//! Sentences about why a rank moved.

use crate::calculator::{Change, Explanation, Part};
use crate::link::Language::{self, En, Vi};
use crate::model::{Edition, Exact};
use crate::page::analyses::ground::Ground;
use crate::page::text::{change, fixed_points, points, score};

fn either(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Vi => vi,
        En => en,
    }
}

/// An explanation with names.
pub(super) struct Told<'a> {
    pub(super) unit: &'a str,
    /// What is compared: "2022", "theo kịch bản".
    pub(super) ends: [String; 2],
    pub(super) is_simulated: bool,
    pub(super) found: &'a Explanation,
    pub(super) overtook_me: Vec<&'a str>,
    pub(super) i_overtook: Vec<&'a str>,
    /// The indicator that changed the score most.
    pub(super) largest: Option<(&'a str, Exact)>,
}

impl Told<'_> {
    /// "Quảng Ninh: giá trị tăng 0,0142 nhưng tụt 9 bậc, từ hạng 3 (2022) xuống hạng 12 (2023)."
    pub(super) fn finding(&self, language: Language) -> String {
        let found = self.found;
        let places = found.rank_change.unsigned_abs();
        let (from, to) = (found.rank_before, found.rank_after);
        let [before, after] = &self.ends;
        let size = score(found.score_change.abs(), language);
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
                    0 => format!("{unit}: {points}, vẫn ở hạng {to} ({before}, {after})."),
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
                    0 => format!("{unit}: {points} and the rank stayed {to} ({before}, {after})."),
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
        let [before, after] = [found.score_before, found.score_after].map(|s| score(s, language));
        let mut told = vec![match language {
            Vi => format!("Giá trị DTI của {} từ {before} thành {after}.", self.unit),
            En => format!(
                "The DTI score of {} went from {before} to {after}.",
                self.unit
            ),
        }];
        if let Some((name, by)) = self.largest {
            let by = change(by, language);
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
        if self.is_simulated {
            told.push(
                either(
                    language,
                    "(Mô phỏng, không phải số liệu chính thức.)",
                    "(Simulation, not official.)",
                )
                .to_owned(),
            );
        }
        told.join(" ")
    }

    /// "Riêng điểm của tỉnh thì lên 1,5 bậc; các tỉnh khác làm tụt 10,5 bậc."
    fn causes(&self, language: Language) -> String {
        let found = self.found;
        let effect = |places: Exact| {
            let size = points(places.abs(), language);
            match (language, places.cmp(&Exact::ZERO)) {
                (Vi, std::cmp::Ordering::Equal) => "không làm đổi hạng".to_owned(),
                (Vi, std::cmp::Ordering::Greater) => format!("làm tụt {size} bậc"),
                (Vi, std::cmp::Ordering::Less) => format!("làm lên {size} bậc"),
                (En, std::cmp::Ordering::Equal) => "changed nothing".to_owned(),
                (En, std::cmp::Ordering::Greater) => format!("cost {size} places"),
                (En, std::cmp::Ordering::Less) => format!("won {size} places"),
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
                Vi => format!("; bộ chỉ số và điểm tối đa mới {method}"),
                En => format!("; the new framework and max points {method}"),
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

/// Nothing can be explained.
pub(super) fn refused(unit: &str, language: Language) -> String {
    match language {
        Vi => format!("{unit}: không đủ số liệu để giải thích vì sao đổi hạng."),
        En => format!("{unit}: too few figures to explain why the rank moved."),
    }
}

pub(super) fn on_file(language: Language) -> &'static str {
    either(language, "Những gì có trong hồ sơ", "What is on file")
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
    either(language, "Cả thảy", "All together")
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
        "Ai làm đổi hạng (trung bình mọi thứ tự, cộng lại đúng bằng số bậc)",
        "Who moved the rank (mean over all orders; adds up exactly)",
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

pub(super) fn by_indicator(language: Language) -> &'static str {
    either(
        language,
        "Giá trị đổi ở đâu, tính bằng điểm",
        "Where the score changed, in points",
    )
}

pub(super) fn as_table(language: Language) -> &'static str {
    either(language, "Bảng số liệu", "Table")
}

pub(super) fn score_change(language: Language) -> &'static str {
    either(language, "Cả thảy", "All together")
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

pub(super) fn gap_before(language: Language) -> &'static str {
    either(language, "Hơn trước đó, điểm", "Ahead before, points")
}

pub(super) fn gap_after(language: Language) -> &'static str {
    either(language, "Hơn sau đó, điểm", "Ahead after, points")
}

pub(super) fn mostly(language: Language) -> &'static str {
    either(language, "Chủ yếu nhờ", "Mostly through")
}

/// "9 tỉnh đã vượt lên, và khoảng cách đổi ở đâu"
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

/// Points gained or lost, with their sign.
pub(super) fn signed(value: Exact, language: Language) -> String {
    let text = fixed_points(value, language);
    if value.round_half_up(2) > 0 {
        format!("+{text}")
    } else {
        text
    }
}
