//! Sentences about a rank against one number: the value of an indicator from 0 to 1, or its max points.

use super::about;
use crate::Words;
use crate::numbers::{change, score, whole};
use dti_engine::calculator::WeightRun;
use dti_engine::model::Exact;

/// Longest text of a reader that is repeated.
const REPEATED: usize = 30;

/// A choice that this edition does not have, and what is shown instead.
pub fn unknown(given: &str, instead: &str, words: &Words) -> String {
    let given: String = given.chars().take(REPEATED).collect();
    words.sweep_unknown(given, instead)
}

/// What a sweep of an indicator's value is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Values<'a> {
    /// The unit.
    pub unit: &'a str,
    /// The indicator.
    pub indicator: &'a str,
    /// Ranks at 0, under the scenario, at 1.
    pub ranks: [u32; 3],
    /// The present value, marked where it is estimated.
    pub start: String,
    /// Name of the group above the indicator, where the scenario sets it.
    pub group: Option<&'a str>,
    /// Whether the ranks while it goes rest on estimates.
    pub is_estimated: bool,
    /// Whether those of the scenario itself do.
    pub is_present_estimated: bool,
}

/// The step to the next better rank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The value that is enough without leaning on rounding; `None` where only rounding helps.
    pub enough: Option<Exact>,
    /// The first value that gives it.
    pub at: Exact,
    /// What `enough` lies above the present value.
    pub more: Exact,
    /// Points needed, with their noun: the same that verdict and plan give.
    pub points: String,
    /// Who is caught up with.
    pub names: String,
    /// The rank.
    pub rank: u32,
}

impl Step {
    /// The value that the step goes to.
    pub fn value(&self) -> Exact {
        self.enough.unwrap_or(self.at)
    }
}

impl Values<'_> {
    fn about(&self, text: String) -> String {
        about(text, self.is_estimated)
    }

    fn own(&self) -> String {
        about(self.ranks[1].to_string(), self.is_present_estimated)
    }

    /// "Nếu Hoạt động xã hội số của Bắc Giang đi từ 0 đến 1, hạng đi từ 31 lên 2; bắt kịp Thái
    /// Nguyên khi đạt 0,4300."
    pub fn finding(&self, next: Option<&Step>, words: &Words) -> String {
        let (unit, indicator) = (self.unit, self.indicator);
        let [low, _, high] = self.ranks;
        if low == high {
            return words.sweep_still(indicator, unit, self.about(low.to_string()));
        }
        let [low, high] = [low, high].map(|rank| self.about(rank.to_string()));
        let end = match next {
            Some(next) => words.sweep_catches(&next.names, self.about(score(next.value(), words))),
            None => words.sweep_at_best(self.own()),
        };
        words.sweep_finding(indicator, unit, low, high, end)
    }

    /// Where it stands and what the next rank takes.
    pub fn told(&self, next: Option<&Step>, words: &Words) -> String {
        let mut told = vec![words.sweep_present(&self.start, self.own())];
        told.extend(next.map(|next| self.step(next, words)));
        told.push(match self.group {
            None => words.sweep_rest(),
            Some(group) => words.sweep_rest_of_group(group),
        });
        told.join(" ")
    }

    fn step(&self, next: &Step, words: &Words) -> String {
        let at = self.about(score(next.at, words));
        let Some(enough) = next.enough else {
            return words.sweep_by_rounding(next.rank, at);
        };
        // What lies between is known even where both ends are estimates.
        let more = about(change(next.more, words), self.is_present_estimated);
        let step = words.sweep_step(next.rank, &next.points, more);
        match next.at < enough {
            true => format!("{step} {}", words.sweep_rounding_helps(at)),
            false => step,
        }
    }
}

/// A whole number of points.
pub fn count(value: u32, words: &Words) -> String {
    whole(Exact::whole(i64::from(value)), words)
}

/// "140–163"
pub fn held(run: &WeightRun, is_estimated: bool, words: &Words) -> String {
    let [from, to] = [run.from, run.to].map(|end| count(end, words));
    let text = if from == to {
        from
    } else {
        format!("{from}–{to}")
    };
    about(text, is_estimated)
}

/// What a sweep of an indicator's max points is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weights<'a> {
    /// The unit.
    pub unit: &'a str,
    /// The indicator.
    pub indicator: &'a str,
    /// Lowest and highest max points.
    pub ends: [u32; 2],
    /// Max points under the scenario.
    pub start: u32,
    /// Best rank, rank under the scenario, worst rank.
    pub ranks: [u32; 3],
    /// Whether the ranks while they go rest on estimates.
    pub is_estimated: bool,
    /// Whether those of the scenario itself do.
    pub is_present_estimated: bool,
}

impl Weights<'_> {
    /// "Khi điểm tối đa của Hoạt động xã hội số đi từ 0 đến 400 (hiện là 150), Bắc Giang tốt nhất ở
    /// hạng 5, kém nhất ở hạng 12; hạng 9 giữ nguyên ở mức 140–163 điểm."
    pub fn finding(&self, now: Option<&WeightRun>, words: &Words) -> String {
        let (unit, indicator) = (self.unit, self.indicator);
        let ends = [self.ends[0], self.ends[1], self.start];
        let [low, high, start] = ends.map(|end| count(end, words));
        let range = words.sweep_max_range(indicator, low, high, start);
        let [best, own, worst] = self.ranks;
        let is_still = best == worst;
        let is_own_estimated = self.is_present_estimated || (is_still && self.is_estimated);
        let own = about(own.to_string(), is_own_estimated);
        if is_still {
            return words.sweep_max_still(range, unit, own);
        }
        let [best, worst] = [best, worst].map(|rank| about(rank.to_string(), self.is_estimated));
        let held = now.map_or_else(String::new, |run| held(run, self.is_estimated, words));
        words.sweep_max_finding(range, unit, best, worst, own, held)
    }
}

/// The first change beyond the present rank, on one side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turn {
    /// Max points from which it holds.
    pub at: u32,
    /// The rank there.
    pub rank: u32,
    /// Whether that is a better one.
    pub is_better: bool,
    /// Who is caught up with, or who passes.
    pub names: String,
    /// Whether that rests on estimates.
    pub is_estimated: bool,
}

/// "Tăng lên 164 điểm thì bị Thái Nguyên vượt, xuống hạng 10."
pub fn turn(turn: &Turn, start: u32, words: &Words) -> String {
    let at = about(count(turn.at, words), turn.is_estimated);
    let Turn { rank, names, .. } = turn;
    let what = match (turn.is_better, names.is_empty()) {
        (true, true) => words.sweep_rises(rank),
        (false, true) => words.sweep_falls(rank),
        (true, false) => words.sweep_rises_past(names, rank),
        (false, false) => words.sweep_falls_behind(names, rank),
    };
    words.sweep_turn(turn.at > start, at, what)
}

#[cfg(test)]
mod tests {
    use super::{Step, Turn, Values, turn, unknown};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{En, Vi};

    fn values() -> Values<'static> {
        Values {
            unit: "Bắc Giang",
            indicator: "Xã hội số",
            ranks: [26, 9, 2],
            start: "0,3348".to_owned(),
            group: None,
            is_estimated: false,
            is_present_estimated: false,
        }
    }

    fn step(enough: Option<i64>) -> Step {
        let at = |units| Exact::decimal(units, 4);
        Step {
            enough: enough.map(at),
            at: at(3538),
            more: at(enough.unwrap_or_default() - 3348),
            points: "2,9 điểm".to_owned(),
            names: "Thái Nguyên".to_owned(),
            rank: 8,
        }
    }

    #[test]
    fn a_step_is_enough_without_rounding_and_what_rounding_does_is_said() {
        let vi = Words::plain(Vi);
        let told = |enough| values().told(Some(&step(enough)), &vi);
        assert_eq!(
            told(Some(3542)),
            "Hiện nay chỉ số này là 0,3348 và tỉnh ở hạng 9. Lên hạng 8 cần thêm 2,9 điểm, tức +0,0194 \
             ở chỉ số này: đủ mà không cần nhờ làm tròn. Nhờ làm tròn thì từ 0,3538 đã đủ. Các chỉ số \
             khác và các tỉnh khác giữ như đang xem."
        );
        assert!(!told(Some(3538)).contains("Nhờ làm tròn"));
        assert!(
            told(None).contains("Lên hạng 8 chỉ được nhờ làm tròn, khi chỉ số này đạt 0,3538.")
        );
        let found = values().finding(Some(&step(Some(3542))), &vi);
        assert!(
            found.ends_with("bắt kịp Thái Nguyên khi đạt 0,3542."),
            "{found}"
        );
        let found = values().finding(None, &vi);
        assert!(
            found.ends_with("mức hiện nay đã cho hạng tốt nhất, 9."),
            "{found}"
        );
    }

    #[test]
    fn a_turn_says_which_way_and_who() {
        let [vi, en] = [Vi, En].map(Words::plain);
        let down = Turn {
            at: 24,
            rank: 10,
            is_better: false,
            names: "Vinh Phuc".to_owned(),
            is_estimated: false,
        };
        assert_eq!(
            turn(&down, 150, &en),
            "Down at 24 points it is passed by Vinh Phuc and falls to rank 10."
        );
        let up = Turn {
            at: 1200,
            rank: 8,
            is_better: true,
            names: String::new(),
            is_estimated: true,
        };
        assert_eq!(turn(&up, 150, &vi), "Tăng lên ≈ 1.200 điểm thì lên hạng 8.");
    }

    #[test]
    fn what_a_reader_gave_is_repeated_in_part() {
        let said = unknown(&"ệ".repeat(300), "giá trị", &Words::plain(Vi));
        assert!(said.contains(&"ệ".repeat(30)) && !said.contains(&"ệ".repeat(31)));
    }
}
