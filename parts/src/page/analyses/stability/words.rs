//! Sentences about how sure a rank is.

use crate::page::analyses::others::chance;
use crate::page::text::{either, estimate_note, whole};
use dti_engine::calculator::{StabilityQuestion, UnitStability};
use dti_engine::model::Exact;
use dti_formats::link::Language::{self, En, Vi};

/// What the draws say, with names.
pub(super) struct Told<'a> {
    pub(super) unit: &'a str,
    pub(super) own: &'a UnitStability,
    /// A round number of places that the rank is among.
    pub(super) top: u32,
    /// What varies, in a sentence.
    pub(super) varied: String,
    /// Units that cannot be told apart from this one.
    pub(super) tied: Vec<&'a str>,
}

impl Told<'_> {
    /// "Bắc Giang: hạng 9; 90% số lần thử cho hạng từ 7 đến 12. Xác suất vào tốp 10: 78%."
    pub(super) fn finding(&self, language: Language) -> String {
        let UnitStability {
            rank, low, high, ..
        } = self.own;
        let unit = self.unit;
        let sure = chance(self.own.top(self.top), language);
        let top = match (language, self.top) {
            (Vi, 1) => "đứng đầu".to_owned(),
            (Vi, top) => format!("vào tốp {top}"),
            (En, 1) => "the first place".to_owned(),
            (En, top) => format!("the top {top}"),
        };
        match (language, low == high) {
            (Vi, true) => format!(
                "{unit}: hạng {rank}; ít nhất 90% số lần thử cho hạng {low}. Xác suất {top}: {sure}."
            ),
            (Vi, false) => format!(
                "{unit}: hạng {rank}; 90% số lần thử cho hạng từ {low} đến {high}. Xác suất {top}: {sure}."
            ),
            (En, true) => format!(
                "{unit}: rank {rank}; at least 90% of the draws put it at rank {low}. Chance of {top}: {sure}."
            ),
            (En, false) => format!(
                "{unit}: rank {rank}; 90% of the draws put it between ranks {low} and {high}. Chance of {top}: {sure}."
            ),
        }
    }

    /// What was varied, and who is tied.
    pub(super) fn paragraph(&self, language: Language) -> String {
        let varied = &self.varied;
        if self.tied.is_empty() {
            return varied.clone();
        }
        let (unit, list) = (self.unit, self.tied.join(", "));
        match language {
            Vi => format!(
                "{varied} Dao động như vậy thì chưa thể nói chắc {unit} hơn hay kém: {list}."
            ),
            En => format!(
                "{varied} With so much variation it is not certain whether {unit} is ahead of or behind: {list}."
            ),
        }
    }
}

/// What varies from draw to draw; `error` is how far off estimates are.
pub(super) fn varied(
    question: &StabilityQuestion,
    error: Option<f64>,
    language: Language,
) -> String {
    let mut parts = Vec::new();
    if question.weight_spread > 0.0 {
        let spread = chance(question.weight_spread, language);
        parts.push(match language {
            Vi => format!("điểm tối đa của từng chỉ số (±{spread})"),
            En => format!("the max points of each indicator (±{spread})"),
        });
    }
    if question.rounding {
        let part = either(
            language,
            "phần bị làm tròn (±0,00005)",
            "what rounding took away (±0.00005)",
        );
        parts.push(part.to_owned());
    }
    if let Some(error) = error.filter(|_| question.estimates) {
        let note = estimate_note(error, language);
        let part = either(language, "các giá trị ước tính", "the estimated figures");
        parts.push(format!("{part} ({note})"));
    }
    let last = parts.pop();
    let and = either(language, " và ", " and ");
    match (language, last) {
        (Vi, None) => "Không có gì thay đổi giữa các lần thử.".to_owned(),
        (En, None) => "Nothing varies from draw to draw.".to_owned(),
        (_, Some(last)) => {
            let lead = either(language, "Mỗi lần thử đổi ngẫu nhiên", "Each draw varies");
            let first = parts.join(", ");
            let and = if first.is_empty() { "" } else { and };
            format!("{lead} {first}{and}{last}.")
        }
    }
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
        spread => format!("±{spread}%"),
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
    either(language, "Sai số ước tính", "Estimation errors")
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
    let stopped = if is_stopped {
        either(language, "Đã dừng: ", "Stopped: ")
    } else {
        ""
    };
    match language {
        Vi => format!("{stopped}{done}/{all} lần thử."),
        En => format!("{stopped}{done} of {all} draws."),
    }
}

/// "Các lần thử có số khởi đầu 1: …"
pub(super) fn repeatable(question: &StabilityQuestion, language: Language) -> String {
    let seed = question.seed;
    match language {
        Vi => format!("Các lần thử có số khởi đầu {seed}; cùng số khởi đầu thì cùng kết quả."),
        En => format!("The draws have seed {seed}; the same seed gives the same result."),
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
        "Ô càng đậm, càng nhiều lần thử cho hạng đó; gạch dưới là dải 5–95%.",
        "The darker a cell, the more draws give that rank; the line below is the band from 5 to 95%.",
    )
}

pub(super) fn estimated(language: Language) -> &'static str {
    either(
        language,
        "Kịch bản đổi một chỉ số chỉ có giá trị ước tính, nên kết quả cũng là ước tính.",
        "The scenario changes an indicator that is only estimated, so the result is an estimate too.",
    )
}

pub(super) fn band(language: Language) -> &'static str {
    either(language, "Dải hạng 5–95%", "Band 5–95%")
}

pub(super) fn most_often(language: Language) -> &'static str {
    either(language, "Hay gặp nhất", "Most often")
}

/// Heading of the groups whose bands all overlap.
pub(super) fn group(language: Language) -> &'static str {
    either(
        language,
        "Nhóm chưa phân hơn kém",
        "Statistically tied group",
    )
}

/// "Vào tốp 10"
pub(super) fn top(top: u32, language: Language) -> String {
    match language {
        Vi => format!("Vào tốp {top}"),
        En => format!("Top {top}"),
    }
}

/// "Cả 63 tỉnh, thành"
pub(super) fn all_units(units: usize, language: Language) -> String {
    match language {
        Vi => format!("Cả {units} tỉnh, thành"),
        En => format!("All {units} provinces"),
    }
}

pub(super) fn all(language: Language) -> &'static str {
    either(
        language,
        "Dải hạng và xác suất vào tốp",
        "Rank bands and chances of the top",
    )
}
