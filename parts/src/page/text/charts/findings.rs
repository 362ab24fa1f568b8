//! The heading of a chart: one sentence that states what the chart shows. Where a scenario holds, the
//! English says what *would* be. Headings about more than one rank are in `ranks`.

use super::{ChartWords, counted, ordinal};
use crate::page::text::{points, score, tied_with};
use dti_charts::{Finding, Place, Start, Step};
use dti_engine::model::{Exact, Node, POINTS_DECIMALS, SCORE_DECIMALS, Text};
use dti_formats::link::Language;

impl ChartWords<'_> {
    /// The heading, without a full stop.
    pub(crate) fn finding(&self, finding: &Finding) -> String {
        match *finding {
            Finding::Place {
                unit,
                of,
                before,
                after,
            } => {
                let tied: Vec<Text> = self.tied.iter().map(|&row| self.unit_text(row)).collect();
                let place = self.place(unit, of, before, after);
                match tied_with(&tied, self.language) {
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

    /// "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành"
    fn place(&self, unit: usize, of: usize, before: Place, after: Place) -> String {
        let unit = self.unit_name(unit);
        let [was, is] = [before, after].map(|place| self.score(place.score));
        if of <= 1 {
            return match self.language {
                Language::Vi => format!("Chỉ có {unit} được xếp hạng, giá trị {is}"),
                Language::En => format!("Only {unit} is ranked, with a score of {is}"),
            };
        }
        if before.rank != after.rank {
            let moved = self.moved(unit, before.rank, after.rank);
            return match self.language {
                Language::Vi => format!("{moved} trong {of} tỉnh, thành"),
                Language::En => format!("{moved} of {of} provinces"),
            };
        }
        let rank = ordinal(after.rank);
        match (self.language, self.is_edited, was == is) {
            (Language::Vi, false, _) => {
                let rank = match after.rank {
                    1 => "nhất".to_owned(),
                    rank => rank.to_string(),
                };
                format!("{unit} đứng thứ {rank} trong {of} tỉnh, thành với giá trị {is}")
            }
            (Language::Vi, true, true) => format!(
                "{unit} vẫn ở hạng {} trong {of} tỉnh, thành với giá trị {is}",
                after.rank
            ),
            (Language::Vi, true, false) => format!(
                "{unit} vẫn ở hạng {} trong {of} tỉnh, thành; giá trị từ {was} thành {is}",
                after.rank
            ),
            (Language::En, false, _) => {
                format!("{unit} ranks {rank} of {of} provinces with a score of {is}")
            }
            (Language::En, true, true) => {
                format!("{unit} would stay {rank} of {of} provinces with a score of {is}")
            }
            (Language::En, true, false) => format!(
                "{unit} would stay {rank} of {of} provinces; its score would go from {was} to {is}"
            ),
        }
    }

    /// "Bắc Giang từ hạng 9 lên hạng 8"
    pub(super) fn moved(&self, unit: &str, before: u32, after: u32) -> String {
        let rises = after < before;
        match self.language {
            Language::Vi => {
                let way = if rises { "lên" } else { "xuống" };
                format!("{unit} từ hạng {before} {way} hạng {after}")
            }
            Language::En => {
                let way = if rises {
                    self.verb("rises", "would rise")
                } else {
                    self.verb("falls", "would fall")
                };
                let (before, after) = (ordinal(before), ordinal(after));
                format!("{unit} {way} from {before} to {after}")
            }
        }
    }

    /// "Bắc Giang cao hơn trung vị ở 6 trong 8 chỉ số chính: hơn nhiều nhất ở ..."
    fn profile(
        &self,
        (above, of): (usize, usize),
        best: Option<(Node, Exact)>,
        worst: Option<(Node, Exact)>,
    ) -> String {
        let (own, is) = (self.own(), self.verb("is", "would be"));
        if of == 0 {
            return match self.language {
                Language::Vi => format!("Chưa đủ số liệu để so {own} với trung vị"),
                Language::En => {
                    format!("There are too few figures to compare {own} with the median")
                }
            };
        }
        let ends = [best, worst].map(|end| end.map(|furthest| self.furthest(furthest)));
        if of == 1 && ends.iter().any(Option::is_some) {
            return self.profile_of_one(ends);
        }
        let [best, worst] = ends;
        let head = match (self.language, above) {
            (Language::Vi, 0) if worst.is_none() => {
                format!("{own} bằng trung vị ở cả {of} chỉ số chính")
            }
            (Language::Vi, 0) => {
                format!("{own} không cao hơn trung vị ở chỉ số nào trong {of} chỉ số chính")
            }
            (Language::Vi, _) if above == of => {
                format!("{own} cao hơn trung vị ở cả {of} chỉ số chính")
            }
            (Language::Vi, _) => {
                format!("{own} cao hơn trung vị ở {above} trong {of} chỉ số chính")
            }
            (Language::En, 0) if worst.is_none() => {
                format!("{own} {is} at the median on all {of} main indicators")
            }
            (Language::En, 0) => {
                format!("{own} {is} above the median on none of {of} main indicators")
            }
            (Language::En, _) if above == of => {
                format!("{own} {is} above the median on all {of} main indicators")
            }
            (Language::En, _) => {
                format!("{own} {is} above the median on {above} of {of} main indicators")
            }
        };
        let tail = match (self.language, best, worst) {
            (_, None, None) => String::new(),
            (Language::Vi, Some(best), None) => format!(", hơn nhiều nhất ở {best}"),
            (Language::Vi, None, Some(worst)) => format!(", kém nhiều nhất ở {worst}"),
            (Language::Vi, Some(best), Some(worst)) => {
                format!(": hơn nhiều nhất ở {best}, kém nhiều nhất ở {worst}")
            }
            (Language::En, Some(best), None) => format!(", furthest on {best}"),
            (Language::En, None, Some(worst)) => format!(", furthest below it on {worst}"),
            (Language::En, Some(best), Some(worst)) => {
                format!(": furthest above on {best}, furthest below on {worst}")
            }
        };
        head + &tail
    }

    /// A profile of one indicator: above the median, or below it.
    fn profile_of_one(&self, [best, worst]: [Option<String>; 2]) -> String {
        let (own, is) = (self.own(), self.verb("is", "would be"));
        match (self.language, best, worst.unwrap_or_default()) {
            (Language::Vi, Some(one), _) => format!("{own} cao hơn trung vị ở {one}"),
            (Language::Vi, None, one) => format!("{own} thấp hơn trung vị ở {one}"),
            (Language::En, Some(one), _) => format!("{own} {is} above the median on {one}"),
            (Language::En, None, one) => format!("{own} {is} below the median on {one}"),
        }
    }

    /// "Thể chế số (≈ 0,1234)": how far from the median. The median rests on every unit's value.
    fn furthest(&self, (node, gap): (Node, Exact)) -> String {
        let (name, about) = (self.indicator(node), self.about_all(node));
        if gap.round_half_up(SCORE_DECIMALS) == 0 {
            let least = score(Exact::decimal(1, SCORE_DECIMALS), self.language);
            let under = self.either("chưa đến", "under");
            return format!("{name} ({under} {least})");
        }
        format!("{name} ({about}{})", score(gap, self.language))
    }

    /// "Bắc Giang được thêm 27,8 điểm, tất cả nhờ Hoạt động xã hội số"
    fn change(
        &self,
        change: Exact,
        gained: Option<(Step, Exact)>,
        lost: Option<(Step, Exact)>,
    ) -> String {
        let own = self.own();
        let amount = points(change.abs(), self.language);
        let sign = change.round_half_up(POINTS_DECIMALS).signum();
        let head = match (self.language, sign) {
            // What is lost in rounding is no change, unless gains and losses cancel.
            (_, 0) if gained.is_none() || lost.is_none() => return self.no_change(),
            (Language::Vi, 0) => format!("Điểm của {own} không đổi"),
            (Language::En, 0) => format!("The points of {own} would not change"),
            (Language::Vi, 1) => format!("{own} được thêm {amount} điểm"),
            (Language::Vi, _) => format!("{own} mất {amount} điểm"),
            (Language::En, sign) => {
                let way = if sign > 0 {
                    self.verb("gains", "would gain")
                } else {
                    self.verb("loses", "would lose")
                };
                format!("{own} {way} {}", counted(&amount, "point", "points"))
            }
        };
        head + &self.causes(change, gained, lost)
    }

    /// ", nhiều nhất nhờ Hoạt động xã hội số (+27,78)": what a change is due to.
    fn causes(
        &self,
        change: Exact,
        gained: Option<(Step, Exact)>,
        lost: Option<(Step, Exact)>,
    ) -> String {
        let by = |(step, part): (Step, Exact)| {
            format!(
                "{} ({}{})",
                self.step_name(step),
                self.about_step(step),
                self.signed_points(part)
            )
        };
        // A single step is the whole change, but for what rounding leaves.
        let is_all = |part: Exact| (change - part).round_half_up(1) == 0;
        match (self.language, gained, lost) {
            (_, None, None) => String::new(),
            (Language::Vi, Some((Step::Rest, part)), None)
            | (Language::Vi, None, Some((Step::Rest, part)))
                if is_all(part) =>
            {
                ", không gắn với chỉ số cụ thể nào".to_owned()
            }
            (Language::En, Some((Step::Rest, part)), None)
            | (Language::En, None, Some((Step::Rest, part)))
                if is_all(part) =>
            {
                ", not owed to any indicator".to_owned()
            }
            (Language::Vi, Some((step, part)), None) if is_all(part) => {
                format!(", tất cả nhờ {}", self.step_name(step))
            }
            (Language::En, Some((step, part)), None) if is_all(part) => {
                format!(", all from {}", self.step_name(step))
            }
            (Language::Vi, None, Some((step, part))) if is_all(part) => {
                format!(", tất cả ở {}", self.step_name(step))
            }
            (Language::En, None, Some((step, part))) if is_all(part) => {
                format!(", all on {}", self.step_name(step))
            }
            (Language::Vi, Some(up), None) => format!(", nhiều nhất nhờ {}", by(up)),
            (Language::En, Some(up), None) => format!(", chiefly from {}", by(up)),
            (Language::Vi, None, Some(down)) => format!(", nhiều nhất ở {}", by(down)),
            (Language::En, None, Some(down)) => format!(", chiefly on {}", by(down)),
            (Language::Vi, Some(up), Some(down)) => {
                format!(
                    ": tăng nhiều nhất nhờ {}, mất nhiều nhất ở {}",
                    by(up),
                    by(down)
                )
            }
            (Language::En, Some(up), Some(down)) => {
                format!(": most gained from {}, most lost on {}", by(up), by(down))
            }
        }
    }

    /// Nothing gained and nothing lost.
    fn no_change(&self) -> String {
        let own = self.own();
        match (self.language, self.is_edited) {
            (Language::Vi, true) => format!("Kịch bản không làm đổi điểm của {own}"),
            (Language::Vi, false) => format!("Chưa có giả định nào nên điểm của {own} chưa đổi"),
            (Language::En, true) => format!("The scenario does not change the points of {own}"),
            (Language::En, false) => {
                format!("Nothing is supposed yet, so the points of {own} are unchanged")
            }
        }
    }

    /// "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Hoạt động xã hội số (99,78)"
    fn shortfall(&self, change: Exact, lost: Option<(Step, Exact)>) -> String {
        let (own, language) = (self.own(), self.language);
        if change.round_half_up(POINTS_DECIMALS) >= 0 {
            return match language {
                Language::Vi => format!("{own} đạt điểm tối đa"),
                Language::En => format!("{own} {} full marks", self.verb("has", "would have")),
            };
        }
        let amount = points(change.abs(), language);
        let worst = lost.map(|(step, part)| {
            let part = points(part.abs(), language);
            let (name, about) = (self.step_name(step), self.about_step(step));
            match language {
                Language::Vi => format!(", nhiều nhất ở {name} ({about}{part})"),
                Language::En => format!(", chiefly on {name} ({about}{part})"),
            }
        });
        let worst = worst.unwrap_or_default();
        match language {
            Language::Vi => format!("{own} còn thiếu {amount} điểm so với điểm tối đa{worst}"),
            Language::En => {
                let amount = counted(&amount, "point", "points");
                let is = self.verb("is", "would be");
                format!("{own} {is} {amount} short of full marks{worst}")
            }
        }
    }

    /// A step of the breakdown inside a sentence.
    fn step_name(&self, step: Step) -> &str {
        match step {
            Step::Indicator(node) => self.indicator(node),
            Step::Rest | Step::From | Step::To => self.either(
                "phần không gắn với chỉ số nào",
                "what belongs to no indicator",
            ),
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

#[cfg(test)]
mod tests {
    use crate::page::text::charts::tests::{edited, expect, node, tenths, unit, words};
    use dti_charts::{Finding, Place, Start, Step};
    use dti_engine::model::{Exact, Node};

    fn place(rank: u32, units: i64) -> Place {
        let score = tenths(units);
        Place { rank, score }
    }

    fn stands(of: usize, before: Place, after: Place) -> Finding {
        let unit = unit("bac-giang");
        Finding::Place {
            unit,
            of,
            before,
            after,
        }
    }

    #[test]
    fn a_published_place_is_stated() {
        let ninth = place(9, 6440);
        let vi = "Bắc Giang đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440";
        let en = "Bac Giang ranks 9th of 63 provinces with a score of 0.6440";
        expect(words, &stands(63, ninth, ninth), [vi, en]);
        let first = place(1, 8002);
        let vi = "Bắc Giang đứng thứ nhất trong 63 tỉnh, thành với giá trị 0,8002";
        let en = "Bac Giang ranks 1st of 63 provinces with a score of 0.8002";
        expect(words, &stands(63, first, first), [vi, en]);
    }

    #[test]
    fn a_unit_alone_is_not_first_among_others() {
        let first = place(1, 6440);
        let vi = "Chỉ có Bắc Giang được xếp hạng, giá trị 0,6440";
        let en = "Only Bac Giang is ranked, with a score of 0.6440";
        expect(words, &stands(1, first, first), [vi, en]);
        expect(edited, &stands(1, first, first), [vi, en]);
    }

    #[test]
    fn a_scenario_moves_the_place_or_says_that_it_does_not() {
        let ninth = place(9, 6440);
        let vi = "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành";
        let en = "Bac Giang would rise from 9th to 8th of 63 provinces";
        expect(edited, &stands(63, ninth, place(8, 6613)), [vi, en]);
        let vi = "Bắc Giang từ hạng 9 xuống hạng 12 trong 63 tỉnh, thành";
        let en = "Bac Giang would fall from 9th to 12th of 63 provinces";
        expect(edited, &stands(63, ninth, place(12, 6300)), [vi, en]);
        let vi = "Bắc Giang vẫn ở hạng 9 trong 63 tỉnh, thành; giá trị từ 0,6440 thành 0,6450";
        let en =
            "Bac Giang would stay 9th of 63 provinces; its score would go from 0.6440 to 0.6450";
        expect(edited, &stands(63, ninth, place(9, 6450)), [vi, en]);
        let vi = "Bắc Giang vẫn ở hạng 9 trong 63 tỉnh, thành với giá trị 0,6440";
        let en = "Bac Giang would stay 9th of 63 provinces with a score of 0.6440";
        expect(edited, &stands(63, ninth, ninth), [vi, en]);
    }

    fn profile(
        (above, of): (usize, usize),
        best: Option<(&str, i64)>,
        worst: Option<(&str, i64)>,
    ) -> Finding {
        let gap = |(id, units): (&str, i64)| (node(id), tenths(units));
        Finding::Profile {
            above,
            of,
            furthest_above: best.map(gap),
            furthest_below: worst.map(gap),
        }
    }

    #[test]
    fn a_profile_names_the_furthest_on_both_sides_and_marks_estimates() {
        // Awareness is published for 11 provinces of 2022 only, so its median rests on estimates.
        let both = profile(
            (6, 8),
            Some(("awareness", 2377)),
            Some(("infrastructure", 669)),
        );
        let vi = "Bắc Giang cao hơn trung vị ở 6 trong 8 chỉ số chính: hơn nhiều nhất ở Nhận thức \
                  số (≈ 0,2377), kém nhiều nhất ở Hạ tầng số (0,0669)";
        let en = "Bac Giang is above the median on 6 of 8 main indicators: furthest above on \
                  Digital awareness (≈ 0.2377), furthest below on Digital infrastructure (0.0669)";
        expect(words, &both, [vi, en]);
        let would = en.replace("is above", "would be above");
        expect(edited, &both, [vi, &would]);
    }

    #[test]
    fn a_profile_on_one_side_of_the_median_names_one_end() {
        let all = profile((8, 8), Some(("economy", 2377)), None);
        let vi = "Bắc Giang cao hơn trung vị ở cả 8 chỉ số chính, hơn nhiều nhất ở Hoạt động kinh \
                  tế số (0,2377)";
        let en = "Bac Giang is above the median on all 8 main indicators, furthest on Digital \
                  economy activity (0.2377)";
        expect(words, &all, [vi, en]);
        let none = profile((0, 8), None, Some(("economy", 2377)));
        let vi = "Bắc Giang không cao hơn trung vị ở chỉ số nào trong 8 chỉ số chính, kém nhiều \
                  nhất ở Hoạt động kinh tế số (0,2377)";
        let en = "Bac Giang is above the median on none of 8 main indicators, furthest below it \
                  on Digital economy activity (0.2377)";
        expect(words, &none, [vi, en]);
        let some = profile((3, 8), Some(("economy", 2377)), None);
        let vi = "Bắc Giang cao hơn trung vị ở 3 trong 8 chỉ số chính, hơn nhiều nhất ở Hoạt động \
                  kinh tế số (0,2377)";
        let en = "Bac Giang is above the median on 3 of 8 main indicators, furthest on Digital \
                  economy activity (0.2377)";
        expect(words, &some, [vi, en]);
    }

    #[test]
    fn a_profile_of_nothing_of_one_and_of_equals_says_so() {
        let vi = "Chưa đủ số liệu để so Bắc Giang với trung vị";
        let en = "There are too few figures to compare Bac Giang with the median";
        expect(words, &profile((0, 0), None, None), [vi, en]);
        let vi = "Bắc Giang cao hơn trung vị ở Hạ tầng số (0,0669)";
        let en = "Bac Giang is above the median on Digital infrastructure (0.0669)";
        expect(
            words,
            &profile((1, 1), Some(("infrastructure", 669)), None),
            [vi, en],
        );
        let vi = "Bắc Giang thấp hơn trung vị ở Hạ tầng số (0,0669)";
        let en = "Bac Giang is below the median on Digital infrastructure (0.0669)";
        expect(
            words,
            &profile((0, 1), None, Some(("infrastructure", 669))),
            [vi, en],
        );
        let vi = "Bắc Giang bằng trung vị ở cả 8 chỉ số chính";
        let en = "Bac Giang is at the median on all 8 main indicators";
        expect(words, &profile((0, 8), None, None), [vi, en]);
    }

    #[test]
    fn a_gap_too_small_to_show_is_not_called_nothing() {
        let finding = Finding::Profile {
            above: 1,
            of: 1,
            furthest_above: Some((node("society"), Exact::decimal(1, 6))),
            furthest_below: None,
        };
        let vi = "Bắc Giang cao hơn trung vị ở Hoạt động xã hội số (chưa đến 0,0001)";
        let en = "Bac Giang is above the median on Digital society activity (under 0.0001)";
        expect(words, &finding, [vi, en]);
    }

    fn change(points: i64, gained: Option<(Step, i64)>, lost: Option<(Step, i64)>) -> Finding {
        breakdown(Start::Baseline, points, gained, lost)
    }

    /// Points in hundredths.
    fn breakdown(
        start: Start,
        points: i64,
        gained: Option<(Step, i64)>,
        lost: Option<(Step, i64)>,
    ) -> Finding {
        let part = |(step, points)| (step, Exact::decimal(points, 2));
        Finding::Breakdown {
            start,
            points: Exact::decimal(points, 2),
            most_gained: gained.map(part),
            most_lost: lost.map(part),
        }
    }

    fn step(id: &str) -> Step {
        Step::Indicator(node(id))
    }

    #[test]
    fn a_change_names_what_it_is_due_to() {
        let (society, security) = (step("society"), step("security"));
        let vi = "Bắc Giang được thêm 27,8 điểm, tất cả nhờ Hoạt động xã hội số";
        let en = "Bac Giang would gain 27.8 points, all from Digital society activity";
        // What rounding leaves does not count: 27.78 is the whole of 27.8.
        expect(edited, &change(2780, Some((society, 2778)), None), [vi, en]);
        let vi = "Bắc Giang mất 1 điểm, tất cả ở Hoạt động xã hội số";
        let en = "Bac Giang would lose 1 point, all on Digital society activity";
        expect(edited, &change(-100, None, Some((society, -100))), [vi, en]);
        let vi = "Bắc Giang được thêm 40 điểm, nhiều nhất nhờ Hoạt động xã hội số (+27,78)";
        let en = "Bac Giang would gain 40 points, chiefly from Digital society activity (+27.78)";
        expect(edited, &change(4000, Some((society, 2778)), None), [vi, en]);
        let vi = "Bắc Giang mất 40 điểm, nhiều nhất ở An toàn thông tin mạng (≈ \u{2212}16,92)";
        let en = "Bac Giang would lose 40 points, chiefly on Cyber security (≈ \u{2212}16.92)";
        expect(
            edited,
            &change(-4000, None, Some((security, -1692))),
            [vi, en],
        );
        let both = change(2520, Some((society, 2778)), Some((security, -1692)));
        let vi = "Bắc Giang được thêm 25,2 điểm: tăng nhiều nhất nhờ Hoạt động xã hội số (+27,78), \
                  mất nhiều nhất ở An toàn thông tin mạng (≈ \u{2212}16,92)";
        let en = "Bac Giang would gain 25.2 points: most gained from Digital society activity \
                  (+27.78), most lost on Cyber security (≈ \u{2212}16.92)";
        expect(edited, &both, [vi, en]);
    }

    #[test]
    fn no_change_of_points_is_told_apart_from_changes_that_cancel() {
        let vi = "Kịch bản không làm đổi điểm của Bắc Giang";
        let en = "The scenario does not change the points of Bac Giang";
        expect(edited, &change(0, None, None), [vi, en]);
        let vi = "Chưa có giả định nào nên điểm của Bắc Giang chưa đổi";
        let en = "Nothing is supposed yet, so the points of Bac Giang are unchanged";
        expect(words, &change(0, None, None), [vi, en]);
        let (society, economy) = (step("society"), step("economy"));
        let vi = "Điểm của Bắc Giang không đổi: tăng nhiều nhất nhờ Hoạt động xã hội số (+5), mất \
                  nhiều nhất ở Hoạt động kinh tế số (\u{2212}5)";
        let en = "The points of Bac Giang would not change: most gained from Digital society \
                  activity (+5), most lost on Digital economy activity (\u{2212}5)";
        let cancelled = change(0, Some((society, 500)), Some((economy, -500)));
        expect(edited, &cancelled, [vi, en]);
    }

    #[test]
    fn points_that_no_indicator_explains_are_not_laid_on_one() {
        let vi = "Bắc Giang được thêm 33,8 điểm, không gắn với chỉ số cụ thể nào";
        let en = "Bac Giang would gain 33.8 points, not owed to any indicator";
        expect(
            edited,
            &change(3380, Some((Step::Rest, 3380)), None),
            [vi, en],
        );
        let vi = "Bắc Giang mất 33,8 điểm, nhiều nhất ở phần không gắn với chỉ số nào (\u{2212}30)";
        let en = "Bac Giang would lose 33.8 points, chiefly on what belongs to no indicator \
                  (\u{2212}30)";
        expect(
            edited,
            &change(-3380, None, Some((Step::Rest, -3000))),
            [vi, en],
        );
        // Rounding may take all of a small gain.
        let vi = "Kịch bản không làm đổi điểm của Bắc Giang";
        let en = "The scenario does not change the points of Bac Giang";
        expect(
            edited,
            &change(0, Some((step("society"), 5)), None),
            [vi, en],
        );
        // Changes too small to be drawn have no name.
        let vi = "Bắc Giang được thêm 0,04 điểm";
        let en = "Bac Giang would gain 0.04 points";
        expect(edited, &change(4, None, None), [vi, en]);
    }

    #[test]
    fn the_distance_to_full_marks_is_stated() {
        let full = |points, lost| breakdown(Start::FullMarks, points, None, lost);
        let vi = "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Hoạt động xã hội \
                  số (99,78)";
        let en = "Bac Giang is 356 points short of full marks, chiefly on Digital society activity \
                  (99.78)";
        expect(
            words,
            &full(-35600, Some((step("society"), -9978))),
            [vi, en],
        );
        let vi = "Bắc Giang còn thiếu 356 điểm so với điểm tối đa, nhiều nhất ở Thể chế số (≈ 60)";
        let en = "Bac Giang is 356 points short of full marks, chiefly on Digital institutions \
                  (≈ 60)";
        expect(
            words,
            &full(-35600, Some((step("institutions"), -6000))),
            [vi, en],
        );
        let vi = "Bắc Giang đạt điểm tối đa";
        expect(words, &full(0, None), [vi, "Bac Giang has full marks"]);
        expect(
            edited,
            &full(0, None),
            [vi, "Bac Giang would have full marks"],
        );
    }

    #[test]
    fn an_unknown_unit_is_a_dash() {
        let finding = Finding::Place {
            unit: 999,
            of: 63,
            before: place(9, 6440),
            after: place(9, 6440),
        };
        let vi = "– đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440";
        let en = "– ranks 9th of 63 provinces with a score of 0.6440";
        expect(words, &finding, [vi, en]);
        assert_eq!(
            words(dti_formats::link::Language::Vi).indicator(Node::ROOT),
            ""
        );
    }
}
