//! Sentences about how sure a rank is.

use crate::calculator::{StabilityQuestion, UnitStability};
use crate::link::Language::{self, En, Vi};
use crate::model::Exact;
use crate::page::text::{estimate_note, points, whole};

fn either(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Vi => vi,
        En => en,
    }
}

/// What the draws say, with names.
pub(super) struct Told<'a> {
    pub(super) unit: &'a str,
    pub(super) own: &'a UnitStability,
    /// A round number of places that the rank is among.
    pub(super) top: u32,
    pub(super) question: &'a StabilityQuestion,
    /// How far off estimates are.
    pub(super) error: Option<f64>,
    /// Units that cannot be told apart from this one.
    pub(super) tied: Vec<&'a str>,
}

impl Told<'_> {
    /// "Bắc Giang: hạng 9; 90 % số lần thử cho hạng từ 7 đến 12. Xác suất vào tốp 10 là 78 %."
    pub(super) fn finding(&self, language: Language) -> String {
        let UnitStability {
            rank, low, high, ..
        } = self.own;
        let (unit, top) = (self.unit, self.top);
        let chance = percent(self.own.top(top), language);
        match (language, low == high) {
            (Vi, true) => format!(
                "{unit}: hạng {rank}; ít nhất 90 % số lần thử vẫn cho hạng {low}. Xác suất vào tốp {top}: {chance}."
            ),
            (Vi, false) => format!(
                "{unit}: hạng {rank}; 90 % số lần thử cho hạng từ {low} đến {high}. Xác suất vào tốp {top}: {chance}."
            ),
            (En, true) => format!(
                "{unit}: rank {rank}; at least 90 % of the draws keep it at rank {low}. Chance of the top {top}: {chance}."
            ),
            (En, false) => format!(
                "{unit}: rank {rank}; 90 % of the draws put it between ranks {low} and {high}. Chance of the top {top}: {chance}."
            ),
        }
    }

    /// What was varied, who is tied, how robust the neighbours are.
    pub(super) fn paragraph(&self, language: Language) -> String {
        let mut told = vec![self.varied(language)];
        if !self.tied.is_empty() {
            let list = self.tied.join(", ");
            told.push(match language {
                Vi => format!(
                    "Với sai số như vậy, không phân biệt được {} với: {list}.",
                    self.unit
                ),
                En => format!(
                    "With such errors {} cannot be told apart from: {list}.",
                    self.unit
                ),
            });
        }
        told.join(" ")
    }

    fn varied(&self, language: Language) -> String {
        let question = self.question;
        let mut parts = Vec::new();
        if question.weight_spread > 0.0 {
            let spread = percent(question.weight_spread, language);
            parts.push(match language {
                Vi => format!("điểm tối đa của từng chỉ số trong khoảng ±{spread}"),
                En => format!("the max points of each indicator within ±{spread}"),
            });
        }
        if question.rounding {
            parts.push(
                either(
                    language,
                    "sai số làm tròn ±0,00005",
                    "a rounding error of ±0.00005",
                )
                .to_owned(),
            );
        }
        if let Some(error) = self.error.filter(|_| question.estimates) {
            let note = estimate_note(error, language);
            parts.push(match language {
                Vi => format!("các giá trị ước tính (sai số {note})"),
                En => format!("the estimated figures (error {note})"),
            });
        }
        let list = parts.join(", ");
        match (language, parts.is_empty()) {
            (Vi, true) => "Không có gì thay đổi giữa các lần thử.".to_owned(),
            (En, true) => "Nothing varies from draw to draw.".to_owned(),
            (Vi, false) => format!("Mỗi lần thử lấy ngẫu nhiên {list}."),
            (En, false) => format!("Each draw varies {list}."),
        }
    }
}

/// How robust the order with the neighbours is against other weights.
pub(super) fn robustness(
    unit: &str,
    above: Option<(&str, Exact)>,
    below: Option<(&str, Exact)>,
    language: Language,
) -> String {
    let mut told = Vec::new();
    for (other, is_above) in [(above, true), (below, false)] {
        let Some((name, share)) = other else {
            continue;
        };
        let share = percent_of(share, language);
        let (first, second) = if is_above { (name, unit) } else { (unit, name) };
        told.push(match language {
            Vi => format!("Thứ tự {first} trên {second} đứng vững khi không quá {share} trọng số được chia lại theo cách bất kỳ."),
            En => format!("The order of {first} above {second} holds as long as no more than {share} of the weights are shared out anew in any way."),
        });
    }
    told.join(" ")
}

/// The order with a neighbour was worked out with estimates.
pub(super) fn robustness_estimated(language: Language) -> &'static str {
    either(
        language,
        "Một trong các tỉnh này có chỉ số ước tính, nên mức đó chỉ là gần đúng.",
        "One of these provinces has estimated indicators, so these shares are approximate.",
    )
}

/// Before the first draw.
pub(super) fn none_yet(unit: &str, language: Language) -> String {
    match language {
        Vi => format!("Hạng của {unit} chắc tới đâu?"),
        En => format!("How sure is the rank of {unit}?"),
    }
}

pub(super) fn spread(language: Language) -> &'static str {
    either(language, "Điểm tối đa dao động", "Max points vary by")
}

pub(super) fn spread_option(spread: u32, language: Language) -> String {
    match spread {
        0 => either(language, "không", "nothing").to_owned(),
        spread => format!("±{spread} %"),
    }
}

pub(super) fn draws(language: Language) -> &'static str {
    either(language, "Số lần thử", "Draws")
}

pub(super) fn seed(language: Language) -> &'static str {
    either(language, "Số khởi đầu", "Seed")
}

pub(super) fn bad_seed(language: Language) -> &'static str {
    either(
        language,
        "Hãy nhập số nguyên từ 0 đến 9.007.199.254.740.991.",
        "Enter a whole number from 0 to 9,007,199,254,740,991.",
    )
}

pub(super) fn rounding(language: Language) -> &'static str {
    either(language, "Sai số làm tròn", "Rounding errors")
}

pub(super) fn estimates(language: Language) -> &'static str {
    either(language, "Sai số của số ước tính", "Errors of estimates")
}

/// "4.000/10.000 lần thử, số khởi đầu 1"
pub(super) fn progress(
    done: u32,
    question: &StabilityQuestion,
    is_stopped: bool,
    language: Language,
) -> String {
    let number = |count: u32| whole(Exact::whole(i64::from(count)), language);
    let (done, all) = (number(done), number(question.draws));
    let seed = question.seed;
    let stopped = if is_stopped {
        either(language, "Đã dừng: ", "Stopped: ")
    } else {
        ""
    };
    match language {
        Vi => format!(
            "{stopped}{done}/{all} lần thử, số khởi đầu {seed}. Cùng số khởi đầu thì cùng kết quả."
        ),
        En => format!(
            "{stopped}{done} of {all} draws, seed {seed}. The same seed gives the same result."
        ),
    }
}

pub(super) fn stop(language: Language) -> &'static str {
    either(language, "Dừng", "Stop")
}

pub(super) fn go_on(language: Language) -> &'static str {
    either(language, "Chạy tiếp", "Go on")
}

pub(super) fn legend(language: Language) -> &'static str {
    either(
        language,
        "Ô càng đậm, càng nhiều lần thử cho hạng đó; gạch dưới là dải 5–95 %.",
        "The darker a cell, the more draws give that rank; the line below is the band from 5 to 95 %.",
    )
}

pub(super) fn estimated(language: Language) -> &'static str {
    either(
        language,
        "Kịch bản đổi một giá trị ước tính, nên kết quả cũng là ước tính.",
        "The scenario changes an estimate, so the result is an estimate too.",
    )
}

pub(super) fn band(language: Language) -> &'static str {
    either(language, "Dải hạng 5–95 %", "Band 5–95 %")
}

pub(super) fn most_often(language: Language) -> &'static str {
    either(language, "Hay gặp nhất", "Most often")
}

/// "Vào tốp 10"
pub(super) fn top(top: u32, language: Language) -> String {
    match language {
        Vi => format!("Vào tốp {top}"),
        En => format!("Top {top}"),
    }
}

/// "Dải hạng của cả 63 tỉnh, thành"
pub(super) fn all(units: usize, language: Language) -> String {
    match language {
        Vi => format!("Dải hạng của cả {units} tỉnh, thành"),
        En => format!("Rank bands of all {units} provinces"),
    }
}

/// A share in whole per cent; what is neither nothing nor all never reads as such.
pub(super) fn percent(share: f64, language: Language) -> String {
    let rounded = (share * 100.0).round();
    if share > 0.0 && rounded < 1.0 {
        return either(language, "dưới 1 %", "under 1 %").to_owned();
    }
    if share < 1.0 && rounded > 99.0 {
        return either(language, "trên 99 %", "over 99 %").to_owned();
    }
    format!("{} %", rounded as u32)
}

/// A share in per cent with one decimal.
fn percent_of(share: Exact, language: Language) -> String {
    let tenths = (share * Exact::whole(100)).rounded(1);
    format!("{} %", points(tenths, language))
}
