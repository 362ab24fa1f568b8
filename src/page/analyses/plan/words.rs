//! Sentences about a plan.

use crate::calculator::{Plan, PlanStep};
use crate::link::Language::{self, En, Vi};
use crate::model::Exact;
use crate::page::text::{estimate_note, points, score};

fn either(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Vi => vi,
        En => en,
    }
}

/// What is to be reached.
pub(super) enum Aim {
    /// A rank.
    Rank(u32),
    /// A score.
    Score(Exact),
}

/// A plan with names.
pub(super) struct Told<'a> {
    pub(super) unit: &'a str,
    pub(super) rank: u32,
    pub(super) aim: Aim,
    pub(super) plan: &'a Plan,
    pub(super) steps: Vec<(&'a str, &'a PlanStep)>,
    pub(super) binding: Vec<&'a str>,
    pub(super) rival: Option<&'a str>,
}

impl Told<'_> {
    fn aim(&self, language: Language) -> String {
        match (&self.aim, language) {
            (Aim::Rank(rank), Vi) => format!("lên hạng {rank}"),
            (Aim::Rank(rank), En) => format!("reach rank {rank}"),
            (Aim::Score(value), Vi) => format!("đạt giá trị {}", score(*value, Vi)),
            (Aim::Score(value), En) => format!("reach a score of {}", score(*value, En)),
        }
    }

    /// "Huế cần thêm 4,9 điểm để lên hạng 3: cách ít tốn sức nhất là nâng …"
    pub(super) fn finding(&self, language: Language) -> String {
        let (unit, aim) = (self.unit, self.aim(language));
        let needed = points(self.plan.points_needed, language);
        let best = self.plan.best_rank;
        if !self.plan.is_feasible {
            return match language {
                Vi => format!(
                    "Với các điều kiện này, {unit} chưa thể {aim}: tốt nhất là hạng {best}."
                ),
                En => format!(
                    "Under these conditions {unit} cannot {aim}: rank {best} is the best it can do."
                ),
            };
        }
        let rank = self.rank;
        let mut steps: Vec<String> = Vec::new();
        for (name, step) in self.steps.iter().take(3) {
            let (from, to) = (score(step.from, language), score(step.to, language));
            steps.push(match language {
                Vi => format!("{name} từ {from} lên {to}"),
                En => format!("{name} from {from} to {to}"),
            });
        }
        let more = self.steps.len().saturating_sub(3);
        let mut list = steps.join("; ");
        if more > 0 {
            list.push_str(&match language {
                Vi => format!("; và {more} chỉ số nữa"),
                En => format!("; and {more} more"),
            });
        }
        match (self.steps.is_empty(), language) {
            (true, Vi) => format!("{unit} (hạng {rank}) không cần thêm gì để {aim}."),
            (true, En) => format!("{unit} (rank {rank}) needs nothing more to {aim}."),
            (false, Vi) => format!(
                "{unit} (hạng {rank}) cần thêm {needed} điểm để {aim}; ít tốn sức nhất là nâng {list}."
            ),
            (false, En) => format!(
                "{unit} (rank {rank}) needs {needed} more points to {aim}; the least effort is to raise {list}."
            ),
        }
    }

    /// Threshold, proof and what binds.
    pub(super) fn paragraph(&self, language: Language) -> String {
        let mut told = Vec::new();
        if let Some(threshold) = self
            .plan
            .threshold
            .filter(|_| !self.steps.is_empty() || !self.plan.is_feasible)
        {
            let threshold = score(threshold, language);
            let needed = points(self.plan.points_needed, language);
            told.push(match (self.rival, language) {
                (Some(rival), Vi) => {
                    format!("Ngưỡng là giá trị {threshold} của {rival}, cách {needed} điểm.")
                }
                (Some(rival), En) => format!(
                    "The threshold is the score of {rival}, {threshold}, {needed} points away."
                ),
                (None, Vi) => format!("Ngưỡng là giá trị {threshold}, cách {needed} điểm."),
                (None, En) => {
                    format!("The threshold is a score of {threshold}, {needed} points away.")
                }
            });
        }
        if !self.steps.is_empty() {
            let reached = self.plan.reached_rank.unwrap_or(self.rank);
            told.push(match language {
                Vi => format!("Chấm lại cả bảng với kế hoạch này cho hạng {reached}; không cách nào khác tốn ít sức hơn, vì nỗ lực bằng đúng cận dưới."),
                En => format!("Scoring the whole table again with this plan gives rank {reached}; no other way takes less effort, since its effort equals the lower bound."),
            });
        }
        if !self.binding.is_empty() {
            let list = self.binding.join(", ");
            told.push(match language {
                Vi => format!("Đã chạm mức tối đa: {list}."),
                En => format!("At their highest: {list}."),
            });
        }
        told.join(" ")
    }
}

/// Words for how hard an indicator is, and their factors.
const COSTS: [(&str, &str, f64); 4] = [
    ("dễ", "easy", 0.5),
    ("vừa", "medium", 1.0),
    ("khó", "hard", 2.0),
    ("rất khó", "very hard", 4.0),
];

/// The factor behind a word in either language.
pub(super) fn cost(word: &str) -> Option<f64> {
    let word = word.trim().to_lowercase();
    let found = COSTS.iter().find(|(vi, en, _)| word == *vi || word == *en);
    found.map(|(_, _, factor)| *factor)
}

/// The words that are offered.
pub(super) fn costs(language: Language) -> [&'static str; 4] {
    COSTS.map(|(vi, en, _)| either(language, vi, en))
}

pub(super) fn bad_cost(language: Language) -> &'static str {
    either(
        language,
        "Hãy chọn dễ, vừa, khó, rất khó, hoặc nhập một số từ 0,01 đến 1000 (vừa = 1).",
        "Use easy, medium, hard, very hard, or a number from 0.01 to 1000 (medium = 1).",
    )
}

/// A target rank that does not exist.
pub(super) fn no_such_rank(units: usize, language: Language) -> String {
    match language {
        Vi => format!("Mục tiêu phải là một hạng từ 1 đến {units}."),
        En => format!("The target must be a rank from 1 to {units}."),
    }
}

pub(super) fn target(language: Language) -> &'static str {
    either(language, "Mục tiêu", "Target")
}

pub(super) fn goal(language: Language) -> &'static str {
    either(language, "hoặc giá trị", "or a score")
}

pub(super) fn effort(language: Language) -> &'static str {
    either(language, "Nỗ lực tăng thế nào", "How effort grows")
}

pub(super) fn diminishing(language: Language) -> &'static str {
    either(language, "Càng cao càng khó", "The higher the harder")
}

pub(super) fn flat(language: Language) -> &'static str {
    either(language, "Điểm nào cũng như nhau", "Every point alike")
}

/// "Hạng 10 (tốp 10)"
pub(super) fn rank_option(rank: u32, units: usize, language: Language) -> String {
    let half = u32::try_from(units / 2).unwrap_or_default();
    let note = match rank {
        1 => either(language, " (dẫn đầu)", " (first)"),
        3 => either(language, " (tốp 3)", " (top 3)"),
        5 => either(language, " (tốp 5)", " (top 5)"),
        10 => either(language, " (tốp 10)", " (top 10)"),
        middle if middle == half => either(language, " (nửa trên)", " (upper half)"),
        _ => "",
    };
    format!("{} {rank}{note}", either(language, "Hạng", "Rank"))
}

pub(super) fn conditions(language: Language) -> &'static str {
    either(language, "Điều kiện của kế hoạch", "Conditions of the plan")
}

pub(super) fn conditions_hint(language: Language) -> &'static str {
    either(
        language,
        "Mỗi chỉ số: nâng dễ hay khó, lên được tới đâu, hay không thể đổi.",
        "For each indicator: how hard it is to raise, how far it can go, or whether it cannot change.",
    )
}

pub(super) fn how_hard(language: Language) -> &'static str {
    either(language, "Dễ hay khó", "How hard")
}

pub(super) fn at_most(language: Language) -> &'static str {
    either(language, "Tối đa lên tới", "At most up to")
}

pub(super) fn cannot_change(language: Language) -> &'static str {
    either(language, "Không thể đổi", "Cannot change")
}

pub(super) fn use_it(language: Language) -> &'static str {
    either(
        language,
        "Dùng kế hoạch này làm kịch bản",
        "Use this plan as the scenario",
    )
}

pub(super) fn needed(language: Language) -> &'static str {
    either(language, "Điểm cần thêm", "Points needed")
}

pub(super) fn total_effort(language: Language) -> &'static str {
    either(language, "Tổng nỗ lực", "Total effort")
}

pub(super) fn bound(language: Language) -> &'static str {
    either(language, "Cận dưới (chứng minh)", "Lower bound (proof)")
}

pub(super) fn holds(language: Language) -> &'static str {
    either(language, "Xác suất giữ được", "Chance that it holds")
}

pub(super) fn steps(language: Language) -> &'static str {
    either(
        language,
        "Các bước, việc dễ làm trước",
        "Steps, the easiest first",
    )
}

pub(super) fn singles(language: Language) -> &'static str {
    either(
        language,
        "Hoặc chỉ nâng một chỉ số",
        "Or one indicator alone",
    )
}

pub(super) fn largest(language: Language) -> &'static str {
    either(
        language,
        "Mức tăng lớn nhất một năm của một tỉnh",
        "Largest yearly gain of any province",
    )
}

/// The largest yearly gain on file, and whether the step is larger.
pub(super) fn yearly(step: &PlanStep, language: Language) -> String {
    let Some(gain) = step.largest_yearly_gain else {
        return either(language, "chưa có số liệu", "not on file").to_owned();
    };
    let gain = score(gain, language);
    if step.exceeds_yearly_gain {
        return match language {
            Vi => format!("{gain}, bước này lớn hơn"),
            En => format!("{gain}, this step is larger"),
        };
    }
    gain
}

pub(super) fn exceeds(language: Language) -> &'static str {
    either(
        language,
        "Có bước lớn hơn mức tăng mà bất kỳ tỉnh nào từng đạt trong một năm (2022 đến 2023): khó xong trong một năm.",
        "A step is larger than any province has managed within a year (2022 to 2023): hardly the work of one year.",
    )
}

/// A step starts from an estimate.
pub(super) fn estimated(error: Option<f64>, language: Language) -> String {
    let error = error
        .map(|error| estimate_note(error, language))
        .unwrap_or_default();
    match language {
        Vi => format!(
            "Kế hoạch bắt đầu từ giá trị ước tính ({error}). Nếu biết số thật, hãy nhập vào mục “Tôi biết số này” của chỉ số đó rồi lập lại kế hoạch."
        ),
        En => format!(
            "The plan starts from an estimate ({error}). If you know the real figure, enter it at that indicator under “I know this figure” and plan again."
        ),
    }
}

/// A number of effort with one decimal.
pub(super) fn tenths(value: Option<f64>, language: Language) -> String {
    let value = value.and_then(|value| Exact::from_decimal_float((value * 10.0).round() / 10.0, 1));
    value
        .map(|value| points(value, language))
        .unwrap_or_default()
}

/// Points with two decimals at most.
pub(super) fn points_of(value: f64, language: Language) -> String {
    let value = Exact::from_decimal_float((value * 100.0).round() / 100.0, 2);
    value
        .map(|value| points(value, language))
        .unwrap_or_default()
}

/// A probability in whole per cent.
pub(super) fn percent(value: f64, language: Language) -> String {
    let value = Exact::from_decimal_float((value * 100.0).round(), 0);
    let text = value
        .map(|value| points(value, language))
        .unwrap_or_default();
    format!("{text} %")
}
