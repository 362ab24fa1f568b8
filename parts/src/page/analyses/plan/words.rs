//! Sentences about a plan.

use crate::page::analyses::others::about;
use crate::page::text::{decimal, either, estimate_note, fixed_points, score};
use dti_engine::calculator::{Plan, PlanStep};
use dti_engine::model::{Exact, Origin};
use dti_formats::link::Language::{self, En, Vi};

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
    /// Marked where it rests on estimates, as `needed` is.
    pub(super) rank: String,
    pub(super) aim: Aim,
    pub(super) plan: &'a Plan,
    /// Points up to the threshold, with their noun.
    pub(super) needed: String,
    pub(super) steps: Vec<(&'a str, &'a PlanStep)>,
    pub(super) binding: Vec<&'a str>,
    /// What the reader locked.
    pub(super) locked: Vec<&'a str>,
    pub(super) rival: Option<&'a str>,
}

/// Steps that the finding names before it counts the rest.
const NAMED: usize = 3;

impl Told<'_> {
    /// "Huế (hạng 4) cần thêm 4,9 điểm để lên hạng 3; ít tốn sức nhất là nâng …"
    pub(super) fn finding(&self, language: Language) -> String {
        let (unit, rank, aim) = (self.unit, &self.rank, self.aim(language));
        let (needed, best) = (&self.needed, self.plan.best_rank);
        let list = self.list(language);
        match (language, self.plan.is_feasible, self.steps.is_empty()) {
            (Vi, false, _) => format!(
                "Với các điều kiện này, {unit} (hạng {rank}) chưa thể {aim}; nâng hết mức được phép thì ở hạng {best}."
            ),
            (En, false, _) => format!(
                "Under these conditions {unit} (rank {rank}) cannot {aim}; with everything raised as far as allowed it is at rank {best}."
            ),
            (Vi, true, true) => format!(
                "{unit} đang ở hạng {rank}: đã đạt mục tiêu {}, không cần thêm điểm.",
                self.target(Vi)
            ),
            (En, true, true) => format!(
                "{unit} is at rank {rank}: the target, {}, is met and takes no more points.",
                self.target(En)
            ),
            (Vi, true, false) => format!(
                "{unit} (hạng {rank}) cần thêm {needed} để {aim}; ít tốn sức nhất là nâng {list}."
            ),
            (En, true, false) => format!(
                "{unit} (rank {rank}) needs {needed} more to {aim}; the least effort is to raise {list}."
            ),
        }
    }

    fn aim(&self, language: Language) -> String {
        let target = self.target(language);
        let verb = match (&self.aim, language) {
            (Aim::Rank(_), Vi) => "lên",
            (Aim::Score(_), Vi) => "đạt",
            (_, En) => "reach",
        };
        format!("{verb} {target}")
    }

    fn target(&self, language: Language) -> String {
        match (&self.aim, language) {
            (Aim::Rank(rank), Vi) => format!("hạng {rank}"),
            (Aim::Rank(rank), En) => format!("rank {rank}"),
            (Aim::Score(value), Vi) => format!("giá trị {}", score(*value, Vi)),
            (Aim::Score(value), En) => format!("score {}", score(*value, En)),
        }
    }

    /// The first steps: "Nhận thức số từ ≈ 0,9043 lên 0,95; …; và 4 chỉ số nữa".
    fn list(&self, language: Language) -> String {
        let step = |(name, step): &(&str, &PlanStep)| {
            let (from, to) = (start(step, language), score(step.to, language));
            match language {
                Vi => format!("{name} từ {from} lên {to}"),
                En => format!("{name} from {from} to {to}"),
            }
        };
        let mut list: Vec<String> = self.steps.iter().take(NAMED).map(step).collect();
        match (self.steps.len().saturating_sub(NAMED), language) {
            (0, _) => {}
            (more, Vi) => list.push(format!("và {more} chỉ số nữa")),
            (more, En) => list.push(format!("and {more} more")),
        }
        list.join("; ")
    }

    /// Threshold, proof and what binds.
    pub(super) fn paragraph(&self, language: Language) -> String {
        if self.plan.is_feasible && self.steps.is_empty() {
            return String::new();
        }
        let mut told = Vec::new();
        if let Some(threshold) = self.plan.threshold {
            told.push(self.threshold(score(threshold, language), language));
        }
        if let Some(reached) = self.plan.reached_rank {
            told.push(match language {
                Vi => format!("Chấm lại cả bảng với kế hoạch này cho hạng {reached}; không cách nào khác tốn ít sức hơn, vì nỗ lực bằng đúng cận dưới."),
                En => format!("Scoring the whole table again with this plan gives rank {reached}; no other way takes less effort, since its effort equals the lower bound."),
            });
        }
        let binding = match language {
            Vi => "Đã chạm mức tối đa",
            En => "At their highest",
        };
        let locked = match language {
            Vi => "Giữ nguyên theo điều kiện",
            En => "Kept as they are by the conditions",
        };
        for (label, names) in [(binding, &self.binding), (locked, &self.locked)] {
            if !names.is_empty() {
                told.push(format!("{label}: {}.", names.join(", ")));
            }
        }
        told.join(" ")
    }

    /// The finding has said how far it is, unless there is no way.
    fn threshold(&self, threshold: String, language: Language) -> String {
        let far = match language {
            _ if self.plan.is_feasible => String::new(),
            Vi => format!(", còn cách {}", self.needed),
            En => format!(", {} away", self.needed),
        };
        match (self.rival, language) {
            (Some(rival), Vi) => format!("Ngưỡng là giá trị {threshold} của {rival}{far}."),
            (Some(rival), En) => {
                format!("The threshold is the score of {rival}, {threshold}{far}.")
            }
            (None, Vi) => format!("Ngưỡng là giá trị {threshold}{far}."),
            (None, En) => format!("The threshold is a score of {threshold}{far}."),
        }
    }
}

/// Where a step starts; estimates are marked.
pub(super) fn start(step: &PlanStep, language: Language) -> String {
    about(score(step.from, language), step.origin == Origin::Estimated)
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
    // Capital letters at the beginning; full case tables would be a kilobyte of the module.
    let word = word.trim_matches(' ');
    let is = |known: &str| word.eq_ignore_ascii_case(known);
    let found = COSTS.iter().find(|(vi, en, _)| is(vi) || is(en));
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

/// A target rank that does not exist, and the one that is used instead.
pub(super) fn no_such_rank(units: usize, used: u32, language: Language) -> String {
    match language {
        Vi => format!("Mục tiêu phải là một hạng từ 1 đến {units}; đang dùng hạng {used}."),
        En => format!("The target must be a rank from 1 to {units}; rank {used} is used."),
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

/// The target while a score is given.
pub(super) fn by_score(language: Language) -> &'static str {
    either(language, "Theo giá trị đã nhập", "By the score entered")
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

pub(super) fn total_effort(language: Language) -> &'static str {
    either(language, "Tổng nỗ lực", "Total effort")
}

pub(super) fn bound(language: Language) -> &'static str {
    either(language, "Cận dưới (chứng minh)", "Lower bound (proof)")
}

/// "Xác suất đạt hạng 3 trở lên"
pub(super) fn holds(rank: u32, language: Language) -> String {
    match language {
        Vi if rank == 1 => "Xác suất đứng đầu".to_owned(),
        En if rank == 1 => "Chance of rank 1".to_owned(),
        Vi => format!("Xác suất đạt hạng {rank} trở lên"),
        En => format!("Chance of rank {rank} or better"),
    }
}

/// What the effort is not, and what the chance is about.
pub(super) fn not_money(language: Language) -> &'static str {
    either(
        language,
        "Nỗ lực là số quy ước để so các cách với nhau, không phải tiền hay thời gian.",
        "Effort is a measure to compare ways with one another, neither money nor time.",
    )
}

/// "Xác suất là tỷ lệ đạt hạng đó trong 2.000 lần thử, …"
pub(super) fn chance_of(draws: u32, language: Language) -> String {
    let draws = decimal(Exact::whole(i64::from(draws)), 0, language);
    match language {
        Vi => format!(
            "Xác suất là tỷ lệ đạt hạng đó trong {draws} lần thử, khi kế hoạch đã hoàn thành."
        ),
        En => {
            format!(
                "The chance is the share of {draws} draws that give this rank once the plan is carried out."
            )
        }
    }
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
        .map(|value| decimal(value, 1, language))
        .unwrap_or_default()
}

/// Points with two decimals.
pub(super) fn points_of(value: f64, language: Language) -> String {
    let value = Exact::from_decimal_float((value * 100.0).round() / 100.0, 2);
    value
        .map(|value| fixed_points(value, language))
        .unwrap_or_default()
}
