//! The summary beside a chart: what its heading leaves out, in a sentence or two.

use super::{ChartWords, about};
use crate::letters::capital;
use crate::numbers::{percent, score};
use crate::quote::listed;
use dti_charts::Fact;
use dti_engine::model::{Exact, SCORE_DECIMALS};

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
    pub fn summary(&self, facts: &[Fact]) -> String {
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
        let words = self.words;
        let ends = (leader(facts), last(facts));
        match ends {
            (Some((first, _)), Some((last, _))) if first == last => {
                return Some(words.chart_alone());
            }
            (Some((_, high)), Some((_, low))) if high == low => {
                return Some(words.chart_all_equal(self.score(high)));
            }
            _ => {}
        }
        let first = ends
            .0
            .map(|(unit, value)| words.chart_leads(self.unit_name(unit), self.score(value)));
        let last = ends
            .1
            .map(|(unit, value)| words.chart_is_last(self.unit_name(unit), self.score(value)));
        let ends = match (first, last) {
            (Some(first), Some(last)) => Some(words.chart_ends(first, last)),
            (first, last) => first.or(last),
        };
        let median = found(facts, |fact| match fact {
            Fact::Median(value) => Some(words.chart_median_is(self.score(*value))),
            _ => None,
        });
        let parts: Vec<String> = [ends, median].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| sentence(&parts.join("; ")))
    }

    /// "Ngay trên Bắc Giang là Bắc Ninh (0,6563), ngay dưới là Thái Nguyên (0,6296)."
    fn neighbours(&self, facts: &[Fact]) -> Option<String> {
        // The first and the last have just been named with their scores.
        let known = [leader(facts), last(facts)].map(|end| end.map(|(unit, _)| unit));
        let name = |unit: usize, value: Exact| {
            let name = self.unit_name(unit);
            match known.contains(&Some(unit)) {
                true => name.to_owned(),
                false => format!("{name} ({})", self.score(value)),
            }
        };
        let above = found(facts, |fact| match fact {
            Fact::Above(unit, value) => Some(name(*unit, *value)),
            _ => None,
        });
        let below = found(facts, |fact| match fact {
            Fact::Below(unit, value) => Some(name(*unit, *value)),
            _ => None,
        });
        let (words, own) = (self.words, self.own());
        match (above, below) {
            (None, None) => None,
            (Some(above), Some(below)) => Some(words.chart_between(own, above, below)),
            (Some(above), None) => Some(words.chart_just_above(own, above)),
            (None, Some(below)) => Some(words.chart_just_below(own, below)),
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
            parts.push(self.words.chart_other_shifts(others));
        }
        Some(self.words.chart_shifts(listed(&parts, self.words)))
    }

    /// "Nhận thức số từ ≈ 0,7000 lên 0,8000"
    fn shift(&self, shift: &Shift) -> String {
        let [before, after] = [shift.before, shift.after].map(|value| score(value, self.words));
        let before = format!("{}{before}", about(shift.is_exact));
        let is_down = shift.after < shift.before;
        self.words.chart_shift(&shift.name, before, after, is_down)
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
        let kept = kept.iter().map(|shift| {
            let value = score(shift.after, self.words);
            self.words.chart_pillar_score(value, &shift.name)
        });
        let kept: Vec<String> = kept.collect();
        let kept = (!kept.is_empty()).then(|| {
            let values = listed(&kept, self.words);
            let (own, is_edited) = (self.own(), self.is_edited);
            self.words.chart_pillar_scores(own, values, is_edited)
        });
        let said: Vec<String> = [self.shifts(&moved), kept].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// Points that belong to no indicator.
    fn rest(&self, facts: &[Fact]) -> Option<String> {
        found(facts, |fact| match fact {
            Fact::Rest(value) => Some(self.words.chart_rest(self.signed_points(*value))),
            _ => None,
        })
    }

    /// "Bắc Giang ở hạng 9 trong 24% số lần thử; hay gặp nhất là hạng 8 (36%)."
    fn shares_at_ranks(&self, facts: &[Fact]) -> Option<String> {
        let mut shares = facts.iter().filter_map(|fact| match fact {
            Fact::ShareAtRank(rank, share) => Some((self.rank(*rank), percent(*share, self.words))),
            _ => None,
        });
        let (words, own) = (self.words, self.own());
        let (rank, share) = shares.next()?;
        Some(match shares.next() {
            Some((likeliest, most)) => {
                words.chart_share_and_likeliest(own, rank, share, likeliest, most)
            }
            None => words.chart_share(own, rank, share),
        })
    }

    /// How much of what is shown is estimated or missing.
    fn reservations(&self, facts: &[Fact]) -> Option<String> {
        let estimated = found(facts, |fact| match fact {
            Fact::Estimated(count @ 1..) => Some(*count),
            _ => None,
        });
        let missing = found(facts, |fact| match fact {
            Fact::Missing(count @ 1..) => Some(*count),
            _ => None,
        });
        match (estimated, missing) {
            (None, None) => None,
            (Some(count), None) => Some(self.words.chart_estimated(count)),
            (None, Some(count)) => Some(self.words.chart_missing(count)),
            (Some(some), Some(none)) => Some(self.words.chart_estimated_and_missing(some, none)),
        }
    }
}

/// What is made of the first fact of a kind.
fn found<T>(facts: &[Fact], of: impl Fn(&Fact) -> Option<T>) -> Option<T> {
    facts.iter().find_map(of)
}

/// The first of the ranking.
fn leader(facts: &[Fact]) -> Option<(usize, Exact)> {
    found(facts, |fact| match fact {
        Fact::Leader(unit, value) => Some((*unit, *value)),
        _ => None,
    })
}

/// The last of the ranking.
fn last(facts: &[Fact]) -> Option<(usize, Exact)> {
    found(facts, |fact| match fact {
        Fact::Last(unit, value) => Some((*unit, *value)),
        _ => None,
    })
}

/// A capital at the start and a full stop at the end.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(capital).into_iter();
    first.chain(letters).chain(['.']).collect()
}
