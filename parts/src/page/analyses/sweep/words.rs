//! Sentences about a rank against one number.

use crate::page::analyses::others::about;
use crate::page::text::{change, points, score, whole};
use dti_engine::calculator::WeightRun;
use dti_engine::model::Exact;
use dti_formats::link::Language::{self, En, Vi};

/// Longest text of a reader that is repeated.
const REPEATED: usize = 30;

/// A choice that this edition does not have, and what is shown instead.
pub(super) fn unknown(given: &str, instead: &str, language: Language) -> String {
    let given: String = given.chars().take(REPEATED).collect();
    match language {
        Vi => format!("“{given}” không có trong danh sách; đang xem {instead}."),
        En => format!("“{given}” is not in the list; this shows {instead}."),
    }
}

/// Where the scenario leaves no room from 0 to 1.
pub(super) fn no_room(indicator: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "{indicator} không thể đi từ 0 đến 1 vì kịch bản đã đặt giá trị cho cả nhóm hoặc cho chỉ số thành phần của nó. Hãy bỏ giả định đó để xem độ nhạy."
        ),
        En => format!(
            "{indicator} cannot go from 0 to 1, since the scenario sets its whole group or one of its components. Remove that assumption to see the sensitivity."
        ),
    }
}

/// What a sweep of an indicator's value is about.
pub(super) struct Values<'a> {
    /// The province.
    pub(super) unit: &'a str,
    /// The indicator.
    pub(super) indicator: &'a str,
    /// Ranks at 0, under the scenario, at 1.
    pub(super) ranks: [u32; 3],
    /// Name of the group above the indicator, where the scenario sets it.
    pub(super) group: Option<&'a str>,
    /// Whether the ranks while it goes rest on estimates.
    pub(super) is_estimated: bool,
    /// Whether those of the scenario itself do.
    pub(super) is_present_estimated: bool,
}

/// The next better rank.
pub(super) struct Next {
    /// The value that gives it.
    pub(super) at: Exact,
    /// What it lies above the present value.
    pub(super) more: Exact,
    /// The same in points.
    pub(super) points: Exact,
    /// Who is caught up with.
    pub(super) names: String,
    /// The rank.
    pub(super) rank: u32,
}

impl Values<'_> {
    fn about(&self, value: impl ToString) -> String {
        about(value.to_string(), self.is_estimated)
    }

    fn own(&self) -> String {
        about(self.ranks[1].to_string(), self.is_present_estimated)
    }

    /// "Nếu Hoạt động xã hội số của Bắc Giang đi từ 0 đến 1, hạng đi từ 31 lên 2; bắt kịp Thái
    /// Nguyên khi đạt 0,4300."
    pub(super) fn finding(&self, next: Option<&Next>, language: Language) -> String {
        let Self {
            unit, indicator, ..
        } = self;
        let [low, _, high] = self.ranks;
        if low == high {
            let own = self.about(low);
            return match language {
                Vi => format!("Dù {indicator} của {unit} đi từ 0 đến 1, hạng vẫn là {own}."),
                En => format!(
                    "Even if {unit}'s {indicator} goes from 0 to 1, its rank remains {own}."
                ),
            };
        }
        let [low, high] = [low, high].map(|rank| self.about(rank));
        let end = self.end(next, language);
        match language {
            Vi => format!(
                "Nếu {indicator} của {unit} đi từ 0 đến 1, hạng đi từ {low} lên {high}; {end}."
            ),
            En => format!(
                "If {unit}'s {indicator} goes from 0 to 1, its rank goes from {low} to {high}; {end}."
            ),
        }
    }

    fn end(&self, next: Option<&Next>, language: Language) -> String {
        match (language, next) {
            (Vi, Some(next)) => {
                let at = self.about(score(next.at, Vi));
                format!("bắt kịp {} khi đạt {at}", next.names)
            }
            (En, Some(next)) => {
                let at = self.about(score(next.at, En));
                format!("it catches up with {} at {at}", next.names)
            }
            (Vi, None) => {
                let own = self.own();
                format!("mức hiện nay đã cho hạng tốt nhất, {own}")
            }
            (En, None) => {
                let own = self.own();
                format!("the present value already gives the best one, {own}")
            }
        }
    }

    /// Where it stands and what the next rank takes.
    pub(super) fn told(&self, start: &str, next: Option<&Next>, language: Language) -> String {
        let own = self.own();
        let mut text = match language {
            Vi => format!("Hiện nay chỉ số này là {start} và tỉnh ở hạng {own}"),
            En => format!("At present this indicator is {start} and the province at rank {own}"),
        };
        if let Some(next) = next {
            // What lies between is known even where both ends are estimates.
            let more = about(change(next.more, language), self.is_present_estimated);
            let size = points(next.points, language);
            let rank = next.rank;
            text.push_str(&match language {
                Vi => format!("; lên hạng {rank} cần {more}, tức {size} điểm"),
                En => format!("; rank {rank} takes {more}, that is {size} points"),
            });
        }
        text.push_str(". ");
        text.push_str(&self.rest(language));
        text
    }

    /// What all else does meanwhile.
    fn rest(&self, language: Language) -> String {
        match (language, self.group) {
            (Vi, None) => "Các chỉ số khác và các tỉnh khác giữ như đang xem.".to_owned(),
            (En, None) => {
                "The other indicators and the other provinces stay as on screen.".to_owned()
            }
            (Vi, Some(group)) => format!(
                "Kịch bản đã đặt giá trị cho {group}, nên các chỉ số khác của nhóm bù trừ lại; các tỉnh khác giữ như đang xem."
            ),
            (En, Some(group)) => format!(
                "The scenario sets {group} as a whole, so the others in that group make up for the change; the other provinces stay as on screen."
            ),
        }
    }
}

/// The button that supposes a value.
pub(super) fn suppose(indicator: &str, value: Exact, language: Language) -> String {
    let value = score(value, language);
    match language {
        Vi => format!("Giả định {indicator} đạt {value}"),
        En => format!("Suppose {indicator} at {value}"),
    }
}

/// The button that supposes max points.
pub(super) fn suppose_max(indicator: &str, max_points: u32, language: Language) -> String {
    let max = count(max_points, language);
    match language {
        Vi => format!("Giả định {indicator} có điểm tối đa {max}"),
        En => format!("Suppose {max} max points for {indicator}"),
    }
}

/// Folds all values at which the rank improves.
pub(super) fn all_values(many: usize, language: Language) -> String {
    match language {
        Vi => format!("Tất cả {many} mốc đổi hạng từ 0 đến 1"),
        En => format!("All {many} values from 0 to 1 at which the rank changes"),
    }
}

/// Folds all runs.
pub(super) fn all_runs(many: usize, language: Language) -> String {
    match language {
        Vi => format!("Tất cả {many} khoảng điểm tối đa"),
        En => format!("All {many} ranges of max points"),
    }
}

/// A whole number of points.
pub(super) fn count(value: u32, language: Language) -> String {
    whole(Exact::whole(i64::from(value)), language)
}

/// "140–163"
pub(super) fn range(run: &WeightRun, is_estimated: bool, language: Language) -> String {
    let [from, to] = [run.from, run.to].map(|end| count(end, language));
    let text = if from == to {
        from
    } else {
        format!("{from}–{to}")
    };
    about(text, is_estimated)
}

/// What a sweep of an indicator's max points is about.
pub(super) struct Weights<'a> {
    /// The province.
    pub(super) unit: &'a str,
    /// The indicator.
    pub(super) indicator: &'a str,
    /// Lowest and highest max points.
    pub(super) ends: [u32; 2],
    /// Max points under the scenario.
    pub(super) start: u32,
    /// Best rank, rank under the scenario, worst rank.
    pub(super) ranks: [u32; 3],
    /// Whether the ranks while they go rest on estimates.
    pub(super) is_estimated: bool,
    /// Whether those of the scenario itself do.
    pub(super) is_present_estimated: bool,
}

impl Weights<'_> {
    /// "Khi điểm tối đa của Hoạt động xã hội số đi từ 0 đến 400 (hiện là 150), Bắc Giang ở hạng tốt
    /// nhất 5, kém nhất 12; hạng 9 giữ nguyên ở mức 140–163 điểm."
    pub(super) fn finding(&self, now: Option<&WeightRun>, language: Language) -> String {
        let Self {
            unit, indicator, ..
        } = self;
        let [low, high, start] =
            [self.ends[0], self.ends[1], self.start].map(|end| count(end, language));
        let [best, own, worst] = self.ranks.map(|rank| rank.to_string());
        let is_still = best == worst;
        let own = about(
            own,
            self.is_present_estimated || (is_still && self.is_estimated),
        );
        let [best, worst] = [best, worst].map(|rank| about(rank, self.is_estimated));
        if is_still {
            return match language {
                Vi => format!(
                    "Dù điểm tối đa của {indicator} đi từ {low} đến {high} (hiện là {start}), {unit} vẫn ở hạng {own}."
                ),
                En => format!(
                    "Even if the max points of {indicator} go from {low} to {high} (now {start}), {unit} remains at rank {own}."
                ),
            };
        }
        let held = now.map(|run| range(run, self.is_estimated, language));
        let held = held.unwrap_or_default();
        match language {
            Vi => format!(
                "Khi điểm tối đa của {indicator} đi từ {low} đến {high} (hiện là {start}), {unit} tốt nhất ở hạng {best}, kém nhất ở hạng {worst}; hạng {own} giữ nguyên ở mức {held} điểm."
            ),
            En => format!(
                "While the max points of {indicator} go from {low} to {high} (now {start}), {unit} is at rank {best} at best and {worst} at worst; rank {own} holds for {held} points."
            ),
        }
    }
}

/// The first change beyond the present rank, on one side.
pub(super) struct Turn {
    /// Max points from which it holds.
    pub(super) at: u32,
    /// The rank there.
    pub(super) rank: u32,
    /// Whether that is a better one.
    pub(super) is_better: bool,
    /// Who is caught up with, or who passes.
    pub(super) names: String,
    /// Whether that rests on estimates.
    pub(super) is_estimated: bool,
}

/// "Lên tới 164 điểm thì bị Thái Nguyên vượt, xuống hạng 10."
pub(super) fn turn(turn: &Turn, start: u32, language: Language) -> String {
    let at = about(count(turn.at, language), turn.is_estimated);
    let Turn { rank, names, .. } = turn;
    let way = match (language, turn.at > start) {
        (Vi, true) => "Tăng lên",
        (Vi, false) => "Giảm còn",
        (En, true) => "At",
        (En, false) => "Down at",
    };
    match (language, turn.is_better, names.is_empty()) {
        (Vi, true, true) => format!("{way} {at} điểm thì lên hạng {rank}."),
        (Vi, false, true) => format!("{way} {at} điểm thì xuống hạng {rank}."),
        (Vi, true, false) => format!("{way} {at} điểm thì bắt kịp {names}, lên hạng {rank}."),
        (Vi, false, false) => format!("{way} {at} điểm thì bị {names} vượt, xuống hạng {rank}."),
        (En, true, true) => format!("{way} {at} points it rises to rank {rank}."),
        (En, false, true) => format!("{way} {at} points it falls to rank {rank}."),
        (En, true, false) => {
            format!("{way} {at} points it catches up with {names} and rises to rank {rank}.")
        }
        (En, false, false) => {
            format!("{way} {at} points it is passed by {names} and falls to rank {rank}.")
        }
    }
}

/// Why all scores move.
pub(super) fn all_move(language: Language) -> &'static str {
    match language {
        Vi => "Đổi điểm tối đa thì giá trị của mọi tỉnh đổi theo.",
        En => "Other max points change the scores of all provinces.",
    }
}
