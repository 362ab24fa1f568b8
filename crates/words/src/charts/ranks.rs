//! Headings about ranks: who moved, how the rank went over the editions, on the pillars, over the country,
//! how sure it is, and what one figure alone can do to it.

use super::ChartWords;
use dti_charts::Measure;

/// An edition or a pillar by its place in the list, and the unit's rank there.
type RankAt = (usize, u32);

impl ChartWords<'_> {
    /// "Bắc Giang từ hạng 9 lên hạng 5; 4 tỉnh, thành khác xuống 1 bậc"
    pub(super) fn rank_shift(
        &self,
        (risen, fallen): (usize, usize),
        (before, after): (u32, u32),
        furthest: Option<(usize, u32, u32)>,
    ) -> String {
        // The counts hold the chosen unit too.
        let up = risen.saturating_sub(usize::from(after < before));
        let down = fallen.saturating_sub(usize::from(after > before));
        let (words, own) = (self.words, self.own());
        let rank = self.rank(after);
        if up + down == 0 {
            if before == after {
                return words.chart_nobody_moved(own, rank, self.is_edited);
            }
            let was = self.rank(before);
            return match after < before {
                true => words.chart_only_own_rose(own, was, rank, self.is_edited),
                false => words.chart_only_own_fell(own, was, rank, self.is_edited),
            };
        }
        let head = match before == after {
            true => words.chart_stays_at(own, rank, self.is_edited),
            false => self.moved(own, before, after),
        };
        let others = match furthest {
            Some((unit, was, is)) if up + down == 1 => self.moved(self.unit_name(unit), was, is),
            _ => self.others(up, down, furthest),
        };
        format!("{head}; {others}")
    }

    /// "12 tỉnh, thành khác lên hạng, 30 xuống hạng, nhiều nhất là Huế (từ 4 xuống 9)"
    fn others(&self, up: usize, down: usize, furthest: Option<(usize, u32, u32)>) -> String {
        let words = self.words;
        // Where nobody moved more than one place, everybody moved just one.
        let is_one_place = furthest.is_some_and(|(_, was, is)| was.abs_diff(is) == 1);
        let moves = match (up, down) {
            (up, 0) => words.chart_others_rise(up, is_one_place),
            (0, down) => words.chart_others_fall(down, is_one_place),
            (up, down) => words.chart_others_move(up, down, is_one_place),
        };
        match furthest.filter(|_| !is_one_place) {
            Some((unit, was, is)) => {
                let (name, before, after) = (self.unit_name(unit), self.rank(was), self.rank(is));
                words.chart_others_furthest(moves, name, before, after, is < was)
            }
            None => moves,
        }
    }

    /// "Bắc Giang xếp hạng 10 ở kỳ 2020 và hạng 9 ở kỳ 2023; cao nhất là hạng 5 ở kỳ 2022"
    pub(super) fn history(
        &self,
        first: Option<RankAt>,
        last: Option<RankAt>,
        best: Option<RankAt>,
        missing: usize,
    ) -> String {
        let (words, own) = (self.words, self.own());
        let Some((first, last)) = first.zip(last) else {
            return words.chart_history_none(own);
        };
        let told = if first.0 == last.0 {
            let (edition, rank) = (self.label(first.0), self.rank(first.1));
            match missing {
                0 => words.chart_history_one(own, edition, rank),
                _ => words.chart_history_only(own, edition, rank),
            }
        } else {
            let told = self.first_and_last(first, last, best);
            match missing {
                0 => told,
                _ => words.chart_history_gaps(told, missing),
            }
        };
        // It is on file; the scenario stands beside it in the picture.
        match self.is_edited {
            true => words.chart_without_scenario(told),
            false => told,
        }
    }

    /// A history of several ranks. Ranks among 63 and among 34 are not compared.
    fn first_and_last(&self, first: RankAt, last: RankAt, best: Option<RankAt>) -> String {
        let (words, own) = (self.words, self.own());
        let [(start, from), (end, to)] =
            [first, last].map(|(place, rank)| (self.label(place), self.rank(rank)));
        let is_merged = |at: RankAt| self.editions.get(at.0).is_some_and(|own| own.is_merged);
        if is_merged(last) && !is_merged(first) {
            let told = words.chart_history_merged(own, start, from, end, to);
            return match best.filter(|best| best.1 != first.1 && best.0 != last.0) {
                Some((place, rank)) => {
                    words.chart_history_best_before(told, self.rank(rank), self.label(place))
                }
                None => told,
            };
        }
        let (place, top) = best.unwrap_or_else(|| (last.0, last.1.min(first.1)));
        match (top == first.1, top == last.1) {
            (true, true) => words.chart_history_same(own, from, start, end),
            (true, false) => words.chart_history_best_first(own, start, from, end, to),
            (false, true) => words.chart_history_best_last(own, start, from, end, to),
            (false, false) => {
                let told = words.chart_history_ends(own, start, from, end, to);
                words.chart_history_best(told, self.rank(top), self.label(place))
            }
        }
    }

    /// "Bắc Giang xếp hạng cao nhất ở trụ cột Kinh tế số (5/63), thấp nhất ở trụ cột Xã hội số (30/63)"
    pub(super) fn pillars(
        &self,
        strongest: Option<RankAt>,
        weakest: Option<RankAt>,
        of: usize,
    ) -> String {
        let (words, own, is_edited) = (self.words, self.own(), self.is_edited);
        let Some((strongest, weakest)) = strongest.zip(weakest) else {
            return words.chart_pillars_none(own);
        };
        if of <= 1 {
            return words.chart_pillars_alone(own);
        }
        let [(high, best), (low, worst)] =
            [strongest, weakest].map(|(place, rank)| (self.pillar(place), self.rank(rank)));
        if strongest.0 == weakest.0 {
            return words.chart_pillars_one(own, high, best, of, is_edited);
        }
        if strongest.1 == weakest.1 {
            let count = self.edition.framework().pillars().len();
            return words.chart_pillars_same(own, best, of, count, is_edited);
        }
        let told = words.chart_pillars_highest(own, high, best, of, is_edited);
        words.chart_pillars_lowest(told, low, worst, of)
    }

    /// "Đà Nẵng có giá trị cao nhất, Cao Bằng thấp nhất"
    pub(super) fn map(
        &self,
        measure: Measure,
        best: Option<usize>,
        worst: Option<usize>,
        moved: usize,
    ) -> String {
        let words = self.words;
        let Some((best, worst)) = best.zip(worst) else {
            return words.chart_map_none().to_owned();
        };
        let (high, low) = (self.unit_name(best), self.unit_name(worst));
        if best == worst {
            return words.chart_map_only(high);
        }
        match (measure, moved) {
            (Measure::Score, _) => words.chart_map_scores(high, low, self.is_edited),
            (Measure::Rank, _) => words.chart_map_ranks(high, low, self.is_edited),
            (Measure::Change, 0) => words.chart_map_unmoved(self.is_edited),
            // Whether that one is the best or the worst off is not known here.
            (Measure::Change, 1) => words.chart_map_one_moved(),
            // Best and worst off among all: with ties, nobody need have risen or fallen.
            (Measure::Change, _) => words.chart_map_moved(moved, high, low),
        }
    }

    /// "Bắc Giang hạng 9; ít nhất 90% số lần thử cho hạng từ 8 đến 14"
    pub(super) fn stability(&self, unit: usize, rank: u32, (low, high): (u32, u32)) -> String {
        let (words, unit, is_edited) = (self.words, self.unit_name(unit), self.is_edited);
        let [own, from, to] = [rank, low, high].map(|rank| self.rank(rank));
        match low == high {
            true => words.chart_band_one(unit, own, from, is_edited),
            false => words.chart_band(unit, own, from, to, is_edited),
        }
    }

    /// "Chỉ riêng thay đổi này đưa Bắc Giang từ hạng 40 đến hạng 3; hiện ở hạng 9"
    pub(super) fn step_curve(&self, at_nothing: u32, at_most: u32, present: u32) -> String {
        let [from, to, now] = [at_nothing, at_most, present].map(|rank| self.rank(rank));
        match at_nothing == at_most {
            true => self.words.chart_curve_flat(self.own(), now),
            false => self.words.chart_curve(self.own(), from, to, now),
        }
    }
}
