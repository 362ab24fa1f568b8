//! The summary beside a chart: what its heading leaves out, in a sentence or two.

use super::{ChartWords, about, counted};
use crate::page::text::{capital, score};
use dti_charts::Fact;
use dti_engine::model::{Exact, SCORE_DECIMALS};
use dti_formats::link::Language;
use std::cmp::Ordering;

/// How many changed indicators are named one by one.
const NAMED: usize = 3;

/// A score that went from one value to another.
struct Shift {
    name: String,
    before: Exact,
    after: Exact,
    /// Whether the value before is on file.
    is_exact: bool,
}

impl ChartWords<'_> {
    /// The facts as sentences; empty where there are none.
    pub(crate) fn summary(&self, facts: &[Fact]) -> String {
        let sentences = [
            self.ends(facts),
            self.neighbours(facts),
            self.changes(facts),
            self.pillar_scores(facts),
            self.rest(facts),
            self.shares_at_ranks(facts),
            self.reservations(facts),
        ];
        let said: Vec<String> = sentences.into_iter().flatten().collect();
        said.join(" ")
    }

    /// "Dẫn đầu là Đà Nẵng (0,8002), cuối bảng là Cao Bằng (0,3941); trung vị là 0,5512."
    fn ends(&self, facts: &[Fact]) -> Option<String> {
        let (leader, last) = (leader(facts), last(facts));
        match (leader, last) {
            (Some((first, _)), Some((last, _))) if first == last => {
                return Some(self.alone().to_owned());
            }
            (Some((_, high)), Some((_, low))) if high == low => return Some(self.equal(high)),
            _ => {}
        }
        let place = |(unit, value): (usize, Exact), first: bool| {
            let (name, value) = (self.unit_name(unit), self.score(value));
            match (self.language, first) {
                (Language::Vi, true) => format!("dẫn đầu là {name} ({value})"),
                (Language::Vi, false) => format!("cuối bảng là {name} ({value})"),
                (Language::En, true) => format!("{name} leads with {value}"),
                (Language::En, false) => format!("{name} is last with {value}"),
            }
        };
        let ends = [
            leader.map(|end| place(end, true)),
            last.map(|end| place(end, false)),
        ];
        let ends: Vec<String> = ends.into_iter().flatten().collect();
        let ends = match self.language {
            Language::Vi => ends.join(", "),
            Language::En => self.listed(&ends),
        };
        let median = facts.iter().find_map(|fact| match fact {
            Fact::Median(value) => Some(self.score(*value)),
            _ => None,
        });
        let median = median.map(|value| match self.language {
            Language::Vi => format!("trung vị là {value}"),
            Language::En => format!("the median is {value}"),
        });
        let parts = [Some(ends).filter(|ends| !ends.is_empty()), median];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| sentence(&parts.join("; ")))
    }

    /// There is one unit only.
    fn alone(&self) -> &'static str {
        self.either(
            "Không có tỉnh, thành nào khác để so sánh.",
            "There is no other province to compare with.",
        )
    }

    /// The first and the last have the same score, and so has everyone between.
    fn equal(&self, value: Exact) -> String {
        let value = self.score(value);
        match self.language {
            Language::Vi => format!("Tất cả tỉnh, thành đều có giá trị {value}."),
            Language::En => format!("All provinces have the same score, {value}."),
        }
    }

    /// "Ngay trên Bắc Giang là Bắc Ninh (0,6563), ngay dưới là Thái Nguyên (0,6296)."
    fn neighbours(&self, facts: &[Fact]) -> Option<String> {
        // The first and the last have just been named with their scores.
        let known = [leader(facts), last(facts)].map(|end| end.map(|(unit, _)| unit));
        let name = |unit: usize, value: Exact| {
            let name = self.unit_name(unit);
            if known.contains(&Some(unit)) {
                name.to_owned()
            } else {
                format!("{name} ({})", self.score(value))
            }
        };
        let above = facts.iter().find_map(|fact| match fact {
            Fact::Above(unit, value) => Some(name(*unit, *value)),
            _ => None,
        });
        let below = facts.iter().find_map(|fact| match fact {
            Fact::Below(unit, value) => Some(name(*unit, *value)),
            _ => None,
        });
        let own = self.own();
        match (self.language, above, below) {
            (_, None, None) => None,
            (Language::Vi, Some(above), Some(below)) => {
                Some(format!("Ngay trên {own} là {above}, ngay dưới là {below}."))
            }
            (Language::Vi, Some(above), None) => Some(format!("Ngay trên {own} là {above}.")),
            (Language::Vi, None, Some(below)) => Some(format!("Ngay dưới {own} là {below}.")),
            (Language::En, Some(above), Some(below)) => Some(format!(
                "Just above {own} is {above}, just below it {below}."
            )),
            (Language::En, Some(above), None) => Some(format!("Just above {own} is {above}.")),
            (Language::En, None, Some(below)) => Some(format!("Just below {own} is {below}.")),
        }
    }

    /// What the scenario did to the unit's indicators.
    fn changes(&self, facts: &[Fact]) -> Option<String> {
        let changes = facts.iter().filter_map(|fact| match fact {
            Fact::Changed(node, before, after) => Some(Shift {
                name: self.indicator(*node).to_owned(),
                before: *before,
                after: *after,
                is_exact: self.is_on_file(self.unit, *node),
            }),
            _ => None,
        });
        self.shifts(&changes.collect::<Vec<_>>())
    }

    /// "Kịch bản đưa Nhận thức số từ ≈ 0,7000 lên 0,8000 và Thể chế số từ 0,9000 xuống 0,4000."
    fn shifts(&self, shifts: &[Shift]) -> Option<String> {
        if shifts.is_empty() {
            return None;
        }
        let named = shifts.iter().take(NAMED).map(|shift| self.shift(shift));
        let mut parts: Vec<String> = named.collect();
        let others = shifts.len().saturating_sub(NAMED);
        if others > 0 {
            let count = others.to_string();
            parts.push(match self.language {
                Language::Vi => format!("đổi {count} chỉ số khác"),
                Language::En => {
                    format!("changes {}", counted(&count, "other indicator", "others"))
                }
            });
        }
        let parts = self.listed(&parts);
        Some(match self.language {
            Language::Vi => format!("Kịch bản đưa {parts}."),
            Language::En => format!("The scenario takes {parts}."),
        })
    }

    /// "Nhận thức số từ ≈ 0,7000 lên 0,8000"
    fn shift(&self, shift: &Shift) -> String {
        let [before, after] = [shift.before, shift.after].map(|v| score(v, self.language));
        let (name, about) = (&shift.name, about(shift.is_exact));
        let way = match (self.language, shift.after.cmp(&shift.before)) {
            (Language::Vi, Ordering::Less) => "xuống",
            (Language::Vi, _) => "lên",
            (Language::En, Ordering::Less) => "down to",
            (Language::En, _) => "up to",
        };
        match self.language {
            Language::Vi => format!("{name} từ {about}{before} {way} {after}"),
            Language::En => format!("{name} from {about}{before} {way} {after}"),
        }
    }

    /// The scores of the pillars: those that moved, then those that did not.
    fn pillar_scores(&self, facts: &[Fact]) -> Option<String> {
        let pillars = facts.iter().filter_map(|fact| match fact {
            Fact::Pillar(place, before, after) => Some(Shift {
                name: self.pillar(*place).to_owned(),
                before: *before,
                after: *after,
                // Pillars follow from totals and need no estimate.
                is_exact: true,
            }),
            _ => None,
        });
        let shown = |value: Exact| value.round_half_up(SCORE_DECIMALS);
        let (moved, kept): (Vec<Shift>, Vec<Shift>) =
            pillars.partition(|shift| shown(shift.before) != shown(shift.after));
        let kept: Vec<String> = kept
            .iter()
            .map(|shift| {
                let (name, value) = (&shift.name, score(shift.after, self.language));
                match self.language {
                    Language::Vi => format!("{value} ở {name}"),
                    Language::En => format!("{value} on {name}"),
                }
            })
            .collect();
        let kept = (!kept.is_empty()).then(|| {
            let (own, values) = (self.own(), self.listed(&kept));
            match (self.language, self.is_edited) {
                (Language::Vi, false) => format!("{own} đạt {values}."),
                (Language::Vi, true) => format!("{own} vẫn đạt {values}."),
                (Language::En, false) => format!("{own} scores {values}."),
                (Language::En, true) => format!("{own} still scores {values}."),
            }
        });
        let said: Vec<String> = [self.shifts(&moved), kept].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// Points that belong to no indicator.
    fn rest(&self, facts: &[Fact]) -> Option<String> {
        let rest = facts.iter().find_map(|fact| match fact {
            Fact::Rest(value) => Some(self.signed_points(*value)),
            _ => None,
        })?;
        Some(match self.language {
            Language::Vi => format!("Trong đó {rest} điểm không gắn với chỉ số nào."),
            Language::En => format!("Of this, {rest} points belong to no indicator."),
        })
    }

    /// How much of what is shown is estimated or missing.
    fn reservations(&self, facts: &[Fact]) -> Option<String> {
        let estimated = facts.iter().find_map(|fact| match fact {
            Fact::Estimated(count @ 1..) => Some(*count),
            _ => None,
        });
        let missing = facts.iter().find_map(|fact| match fact {
            Fact::Missing(count @ 1..) => Some(*count),
            _ => None,
        });
        let is_are = |count: usize| if count == 1 { "is" } else { "are" };
        match (self.language, estimated, missing) {
            (_, None, None) => None,
            (Language::Vi, Some(some), None) => {
                Some(format!("Có {some} giá trị là ước tính, ghi dấu ≈."))
            }
            (Language::Vi, None, Some(none)) => Some(format!("Còn thiếu {none} giá trị.")),
            (Language::Vi, Some(some), Some(none)) => Some(format!(
                "Có {some} giá trị là ước tính, ghi dấu ≈, và còn thiếu {none} giá trị."
            )),
            (Language::En, some, none) => {
                let some = some.map(|count| {
                    let what = if count == 1 {
                        "an estimate"
                    } else {
                        "estimates"
                    };
                    let values = counted(&count.to_string(), "value", "values");
                    format!("{values} {} {what}, marked ≈", is_are(count))
                });
                let none = none.map(|count| {
                    let values = counted(&count.to_string(), "value", "values");
                    format!("{values} {} not on file", is_are(count))
                });
                let parts: Vec<String> = [some, none].into_iter().flatten().collect();
                Some(sentence(&parts.join("; ")))
            }
        }
    }
}

/// The first of the ranking.
fn leader(facts: &[Fact]) -> Option<(usize, Exact)> {
    facts.iter().find_map(|fact| match fact {
        Fact::Leader(unit, value) => Some((*unit, *value)),
        _ => None,
    })
}

/// The last of the ranking.
fn last(facts: &[Fact]) -> Option<(usize, Exact)> {
    facts.iter().find_map(|fact| match fact {
        Fact::Last(unit, value) => Some((*unit, *value)),
        _ => None,
    })
}

/// A capital at the start and a full stop at the end.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(capital).into_iter();
    first.chain(letters).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::page::text::charts::ChartWords;
    use crate::page::text::charts::tests::{edited, node, tenths, unit, words};
    use dti_charts::Fact;
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{self, En, Vi};

    /// Expects a summary in both languages.
    #[track_caller]
    fn expect(of: fn(Language) -> ChartWords<'static>, facts: &[Fact], [vi, en]: [&str; 2]) {
        assert_eq!(of(Vi).summary(facts), vi);
        assert_eq!(of(En).summary(facts), en);
    }

    fn leader(id: &str, units: i64) -> Fact {
        Fact::Leader(unit(id), tenths(units))
    }

    fn last(id: &str, units: i64) -> Fact {
        Fact::Last(unit(id), tenths(units))
    }

    fn above(id: &str, units: i64) -> Fact {
        Fact::Above(unit(id), tenths(units))
    }

    fn below(id: &str, units: i64) -> Fact {
        Fact::Below(unit(id), tenths(units))
    }

    #[test]
    fn no_facts_make_no_summary() {
        expect(words, &[], ["", ""]);
        expect(words, &[Fact::Estimated(0), Fact::Missing(0)], ["", ""]);
    }

    #[test]
    fn the_ends_and_the_neighbours_of_a_ranking() {
        let facts = [
            leader("da-nang", 8002),
            above("thai-nguyen", 6469),
            below("nam-dinh", 6390),
            last("bac-kan", 3941),
            Fact::Median(tenths(5796)),
        ];
        let vi = "Dẫn đầu là Đà Nẵng (0,8002), cuối bảng là Bắc Kạn (0,3941); trung vị là 0,5796. \
                  Ngay trên Bắc Giang là Thái Nguyên (0,6469), ngay dưới là Nam Định (0,6390).";
        let en = "Da Nang leads with 0.8002 and Bac Kan is last with 0.3941; the median is 0.5796. \
                  Just above Bac Giang is Thai Nguyen (0.6469), just below it Nam Dinh (0.6390).";
        expect(words, &facts, [vi, en]);
    }

    #[test]
    fn a_neighbour_at_an_end_keeps_its_score_to_itself() {
        let facts = [
            leader("da-nang", 8002),
            above("da-nang", 8002),
            last("bac-giang", 6440),
        ];
        let vi = "Dẫn đầu là Đà Nẵng (0,8002), cuối bảng là Bắc Giang (0,6440). Ngay trên Bắc Giang \
                  là Đà Nẵng.";
        let en = "Da Nang leads with 0.8002 and Bac Giang is last with 0.6440. Just above Bac \
                  Giang is Da Nang.";
        expect(words, &facts, [vi, en]);
        let facts = [leader("bac-giang", 6440), below("nam-dinh", 6390)];
        let vi = "Dẫn đầu là Bắc Giang (0,6440). Ngay dưới Bắc Giang là Nam Định (0,6390).";
        let en = "Bac Giang leads with 0.6440. Just below Bac Giang is Nam Dinh (0.6390).";
        expect(words, &facts, [vi, en]);
        let median = [Fact::Median(tenths(5796))];
        expect(
            words,
            &median,
            ["Trung vị là 0,5796.", "The median is 0.5796."],
        );
    }

    #[test]
    fn equal_units_and_a_unit_alone_have_no_ends() {
        let median = Fact::Median(tenths(6440));
        let equal = [leader("da-nang", 6440), last("bac-kan", 6440), median];
        let vi = "Tất cả tỉnh, thành đều có giá trị 0,6440.";
        expect(
            words,
            &equal,
            [vi, "All provinces have the same score, 0.6440."],
        );
        let alone = [leader("bac-giang", 6440), last("bac-giang", 6440), median];
        let vi = "Không có tỉnh, thành nào khác để so sánh.";
        expect(
            words,
            &alone,
            [vi, "There is no other province to compare with."],
        );
    }

    fn changed(id: &str, before: i64, after: i64) -> Fact {
        Fact::Changed(node(id), tenths(before), tenths(after))
    }

    #[test]
    fn changes_have_a_direction_and_estimates_a_mark() {
        let one = [changed("society", 3348, 5200)];
        let vi = "Kịch bản đưa Hoạt động xã hội số từ 0,3348 lên 0,5200.";
        let en = "The scenario takes Digital society activity from 0.3348 up to 0.5200.";
        expect(edited, &one, [vi, en]);
        let two = [
            changed("security", 5692, 4000),
            changed("society", 3348, 5200),
        ];
        let vi = "Kịch bản đưa An toàn thông tin mạng từ ≈ 0,5692 xuống 0,4000 và Hoạt động xã hội \
                  số từ 0,3348 lên 0,5200.";
        let en = "The scenario takes Cyber security from ≈ 0.5692 down to 0.4000 and Digital \
                  society activity from 0.3348 up to 0.5200.";
        expect(edited, &two, [vi, en]);
    }

    #[test]
    fn more_changes_than_three_are_counted() {
        let facts = [
            changed("infrastructure", 5586, 6000),
            changed("government", 6478, 7000),
            changed("economy", 7764, 7000),
            changed("society", 3348, 5200),
            Fact::Estimated(4),
        ];
        let vi = "Kịch bản đưa Hạ tầng số từ 0,5586 lên 0,6000, Hoạt động chính quyền số từ 0,6478 \
                  lên 0,7000, Hoạt động kinh tế số từ 0,7764 xuống 0,7000 và đổi 1 chỉ số khác. Có \
                  4 giá trị là ước tính, ghi dấu ≈.";
        let en = "The scenario takes Digital infrastructure from 0.5586 up to 0.6000, Digital \
                  government activity from 0.6478 up to 0.7000, Digital economy activity from \
                  0.7764 down to 0.7000 and changes 1 other indicator. 4 values are estimates, \
                  marked ≈.";
        expect(edited, &facts, [vi, en]);
    }

    fn pillar(place: usize, before: i64, after: i64) -> Fact {
        Fact::Pillar(place, tenths(before), tenths(after))
    }

    #[test]
    fn pillars_that_moved_come_before_those_that_did_not() {
        let still = [
            pillar(0, 6819, 6819),
            pillar(1, 7142, 7142),
            pillar(2, 6123, 6123),
        ];
        let vi =
            "Bắc Giang đạt 0,6819 ở Chính quyền số, 0,7142 ở Kinh tế số và 0,6123 ở Xã hội số.";
        let en = "Bac Giang scores 0.6819 on Digital government, 0.7142 on Digital economy and \
                  0.6123 on Digital society.";
        expect(words, &still, [vi, en]);
        let vi = vi.replace("đạt", "vẫn đạt");
        let en = en.replace("scores", "still scores");
        expect(edited, &still, [&vi, &en]);
        let one = [
            pillar(0, 6819, 6819),
            pillar(1, 7142, 7142),
            pillar(2, 6123, 6510),
        ];
        let vi = "Kịch bản đưa Xã hội số từ 0,6123 lên 0,6510. Bắc Giang vẫn đạt 0,6819 ở Chính \
                  quyền số và 0,7142 ở Kinh tế số.";
        let en = "The scenario takes Digital society from 0.6123 up to 0.6510. Bac Giang still \
                  scores 0.6819 on Digital government and 0.7142 on Digital economy.";
        expect(edited, &one, [vi, en]);
    }

    #[test]
    fn what_is_left_over_estimated_or_missing_is_said() {
        let rest = [Fact::Rest(Exact::decimal(-12, 1))];
        let vi = "Trong đó \u{2212}1,2 điểm không gắn với chỉ số nào.";
        let en = "Of this, \u{2212}1.2 points belong to no indicator.";
        expect(edited, &rest, [vi, en]);
        let vi = "Có 4 giá trị là ước tính, ghi dấu ≈, và còn thiếu 1 giá trị.";
        let en = "4 values are estimates, marked ≈; 1 value is not on file.";
        expect(words, &[Fact::Estimated(4), Fact::Missing(1)], [vi, en]);
        let vi = "Có 1 giá trị là ước tính, ghi dấu ≈.";
        expect(
            words,
            &[Fact::Estimated(1)],
            [vi, "1 value is an estimate, marked ≈."],
        );
        let en = "2 values are not on file.";
        expect(words, &[Fact::Missing(2)], ["Còn thiếu 2 giá trị.", en]);
    }

    #[test]
    fn a_sentence_has_a_capital_and_a_stop() {
        assert_eq!(sentence("đà Nẵng"), "Đà Nẵng.");
    }
}
