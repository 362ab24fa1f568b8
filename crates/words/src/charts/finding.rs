//! The heading of a chart: one sentence that states what the chart shows. Where a scenario holds, the
//! English says what *would* be. Headings about more than one rank are in `ranks`.

use super::ChartWords;
use crate::numbers::{points, score};
use crate::quote::tied_with;
use dti_charts::{Finding, Place, Start, Step};
use dti_engine::model::{Exact, Node, POINTS_DECIMALS, SCORE_DECIMALS, Text};

/// A step of a breakdown with its points.
type Part = (Step, Exact);

impl ChartWords<'_> {
    /// The heading, without a full stop.
    pub fn finding(&self, finding: &Finding) -> String {
        match *finding {
            Finding::Place {
                unit,
                of,
                before,
                after,
            } => {
                let place = self.place(unit, of, before, after);
                match tied_with(&self.tied_names(), self.words) {
                    Some(tied) => format!("{place}, {tied}"),
                    None => place,
                }
            }
            Finding::Profile {
                above,
                of,
                furthest_above,
                furthest_below,
            } => self.profile((above, of), furthest_above, furthest_below),
            Finding::Breakdown {
                start: Start::Baseline,
                points,
                most_gained,
                most_lost,
            } => self.change(points, most_gained, most_lost),
            Finding::Breakdown {
                start: Start::FullMarks,
                points,
                most_lost,
                ..
            } => self.shortfall(points, most_lost),
            Finding::RankShift {
                risen,
                fallen,
                own,
                furthest,
            } => self.rank_shift((risen, fallen), own, furthest),
            Finding::History {
                first,
                last,
                best,
                missing,
            } => self.history(first, last, best, missing),
            Finding::Pillars {
                strongest,
                weakest,
                of,
            } => self.pillars(strongest, weakest, of),
            Finding::Stability {
                unit,
                rank,
                low,
                high,
            } => self.stability(unit, rank, (low, high)),
            Finding::StepCurve {
                at_nothing,
                at_most,
                present,
            } => self.step_curve(at_nothing, at_most, present),
            Finding::Map {
                measure,
                best,
                worst,
                moved,
            } => self.map(measure, best, worst, moved),
        }
    }

    /// Names of those that share the chosen unit's rank.
    fn tied_names(&self) -> Vec<Text> {
        let units = self.edition.units();
        let tied = self.tied.iter().filter_map(|&row| units.get(row));
        tied.map(|unit| unit.name.clone()).collect()
    }

    /// "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành"
    fn place(&self, unit: usize, of: usize, before: Place, after: Place) -> String {
        let (words, unit) = (self.words, self.unit_name(unit));
        let [was, is] = [before, after].map(|place| self.score(place.score));
        if of <= 1 {
            return words.chart_alone_ranked(unit, is);
        }
        if before.rank != after.rank {
            return words.chart_moved_among(self.moved(unit, before.rank, after.rank), of);
        }
        let rank = self.rank(after.rank);
        match (self.is_edited, was == is) {
            (false, _) => words.chart_stands(unit, rank, after.rank == 1, of, is),
            (true, true) => words.chart_stays(unit, rank, of, is),
            (true, false) => words.chart_stays_otherwise(unit, rank, of, was, is),
        }
    }

    /// "Bắc Giang từ hạng 9 lên hạng 8"
    pub(super) fn moved(&self, unit: &str, before: u32, after: u32) -> String {
        let (was, is) = (self.rank(before), self.rank(after));
        match after < before {
            true => self.words.chart_rose(unit, was, is, self.is_edited),
            false => self.words.chart_fell(unit, was, is, self.is_edited),
        }
    }

    /// "Bắc Giang cao hơn trung vị ở 6 trong 8 chỉ số chính: hơn nhiều nhất ở ..."
    fn profile(
        &self,
        (above, of): (usize, usize),
        best: Option<(Node, Exact)>,
        worst: Option<(Node, Exact)>,
    ) -> String {
        let (words, own, is_edited) = (self.words, self.own(), self.is_edited);
        let [best, worst] = [best, worst].map(|end| end.map(|end| self.furthest(end)));
        match (of, &best, &worst) {
            (0, ..) => return words.chart_profile_too_few(own),
            (1, Some(one), _) => return words.chart_profile_one_above(own, one, is_edited),
            (1, None, Some(one)) => return words.chart_profile_one_below(own, one, is_edited),
            _ => {}
        }
        let head = match above {
            0 if worst.is_none() => words.chart_profile_equal(own, of, is_edited),
            0 => words.chart_profile_none(own, of, is_edited),
            _ if above == of => words.chart_profile_all(own, of, is_edited),
            _ => words.chart_profile_some(own, above, of, is_edited),
        };
        match (best, worst) {
            (None, None) => head,
            (Some(best), None) => words.chart_profile_best(head, best),
            (None, Some(worst)) => words.chart_profile_worst(head, worst),
            (Some(best), Some(worst)) => words.chart_profile_both(head, best, worst),
        }
    }

    /// "Thể chế số (≈ 0,1234)": how far from the median. The median rests on every unit's value.
    fn furthest(&self, (node, gap): (Node, Exact)) -> String {
        let (name, about) = (self.indicator(node), self.about_all(node));
        if gap.round_half_up(SCORE_DECIMALS) == 0 {
            let least = score(Exact::decimal(1, SCORE_DECIMALS), self.words);
            return format!("{name} ({})", self.words.chart_under(least));
        }
        format!("{name} ({about}{})", score(gap, self.words))
    }

    /// "Bắc Giang được thêm 27,8 điểm, tất cả nhờ Hoạt động xã hội số"
    fn change(&self, change: Exact, gained: Option<Part>, lost: Option<Part>) -> String {
        let (words, own, is_edited) = (self.words, self.own(), self.is_edited);
        let amount = points(change.abs(), words);
        let head = match change.round_half_up(POINTS_DECIMALS).signum() {
            // What is lost in rounding is no change, unless gains and losses cancel.
            0 if gained.is_none() || lost.is_none() => {
                return words.chart_no_change(own, is_edited);
            }
            0 => words.chart_points_kept(own),
            1 => words.chart_gained(own, amount, is_edited),
            _ => words.chart_lost(own, amount, is_edited),
        };
        self.caused(head, change, gained, lost)
    }

    /// "..., nhiều nhất nhờ Hoạt động xã hội số (+27,78)": what a change is due to.
    fn caused(
        &self,
        head: String,
        change: Exact,
        gained: Option<Part>,
        lost: Option<Part>,
    ) -> String {
        let words = self.words;
        let by = |(step, part): Part| {
            let (name, about) = (self.step_name(step), self.about_step(step));
            format!("{name} ({about}{})", self.signed_points(part))
        };
        // A single step is the whole change, but for what rounding leaves.
        let is_all = |part: Exact| (change - part).round_half_up(1) == 0;
        match (gained, lost) {
            (None, None) => head,
            (Some((Step::Rest, part)), None) | (None, Some((Step::Rest, part))) if is_all(part) => {
                words.chart_owed_to_none(head)
            }
            (Some((step, part)), None) if is_all(part) => {
                words.chart_all_gained(head, self.step_name(step))
            }
            (None, Some((step, part))) if is_all(part) => {
                words.chart_all_lost(head, self.step_name(step))
            }
            (Some(up), None) => words.chart_most_gained(head, by(up)),
            (None, Some(down)) => words.chart_most_lost(head, by(down)),
            (Some(up), Some(down)) => words.chart_gained_and_lost(head, by(up), by(down)),
        }
    }

    /// "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Hoạt động xã hội số (99,78)"
    fn shortfall(&self, change: Exact, lost: Option<Part>) -> String {
        let (words, own) = (self.words, self.own());
        if change.round_half_up(POINTS_DECIMALS) >= 0 {
            return words.chart_full_marks(own, self.is_edited);
        }
        let head = words.chart_shortfall(own, points(change.abs(), words), self.is_edited);
        match lost {
            Some((step, part)) => {
                let (name, about) = (self.step_name(step), self.about_step(step));
                let part = points(part.abs(), words);
                words.chart_most_lost(head, format!("{name} ({about}{part})"))
            }
            None => head,
        }
    }

    /// A step of the breakdown inside a sentence.
    fn step_name(&self, step: Step) -> &str {
        match step {
            Step::Indicator(node) => self.indicator(node),
            Step::Rest | Step::From | Step::To => self.words.chart_no_indicator(),
        }
    }

    /// The mark before the points of a step.
    fn about_step(&self, step: Step) -> &'static str {
        match step {
            Step::Indicator(node) => self.about_own(node),
            Step::Rest | Step::From | Step::To => "",
        }
    }
}
