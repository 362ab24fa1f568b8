//! Headings about ranks: who moved, how the rank went over the editions, on the pillars and over the
//! country.

use super::{ChartWords, ordinal};
use crate::page::text::sentences::rank_of;
use dti_charts::Measure;
use dti_formats::link::Language;

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
        if up + down == 0 {
            return self.nobody_else(before, after);
        }
        let own = self.own();
        let head = match (self.language, before == after) {
            (_, false) => self.moved(own, before, after),
            (Language::Vi, true) => format!("{own} vẫn ở hạng {after}"),
            (Language::En, true) => {
                format!(
                    "{own} {} {}",
                    self.verb("stays", "would stay"),
                    ordinal(after)
                )
            }
        };
        let others = match furthest {
            Some((unit, was, is)) if up + down == 1 => self.moved(self.unit_name(unit), was, is),
            _ => self.others(up, down, furthest),
        };
        format!("{head}; {others}")
    }

    /// Nobody moved, or the chosen unit alone.
    fn nobody_else(&self, before: u32, after: u32) -> String {
        let own = self.own();
        let way = if after < before { "lên" } else { "xuống" };
        let (from, to) = (ordinal(before), ordinal(after));
        match (self.language, before == after, self.is_edited) {
            (Language::Vi, false, _) => format!("Chỉ {own} đổi hạng, từ {before} {way} {after}"),
            (Language::Vi, true, true) => {
                format!("Không tỉnh, thành nào đổi hạng; {own} vẫn ở hạng {after}")
            }
            (Language::Vi, true, false) => {
                format!("Chưa có giả định nào nên thứ hạng chưa đổi; {own} ở hạng {after}")
            }
            (Language::En, false, _) => {
                let changes = self.verb("changes", "would change");
                format!("Only {own} {changes} rank, from {from} to {to}")
            }
            (Language::En, true, true) => {
                format!("No province would change rank; {own} would stay {to}")
            }
            (Language::En, true, false) => {
                format!("Nothing is supposed yet, so no rank changes; {own} ranks {to}")
            }
        }
    }

    /// "12 tỉnh, thành khác lên hạng, 30 xuống hạng, nhiều nhất là Huế (từ 4 xuống 9)"
    fn others(&self, up: usize, down: usize, furthest: Option<(usize, u32, u32)>) -> String {
        let furthest = furthest.map(|(unit, was, is)| (self.unit_name(unit), was, is));
        let is_one_place = furthest.is_some_and(|(_, was, is)| was.abs_diff(is) == 1);
        // Where nobody moved more than one place, everybody moved just one.
        let (far, place) = match (self.language, is_one_place) {
            (Language::Vi, true) => ("1 bậc", ""),
            (Language::Vi, false) => ("hạng", ""),
            (Language::En, true) => ("", " 1 place"),
            (Language::En, false) => ("", ""),
        };
        let (rise, fall) = (
            self.verb("rise", "would rise"),
            self.verb("fall", "would fall"),
        );
        let provinces = |count: usize| if count == 1 { "province" } else { "provinces" };
        let moves = match (self.language, up, down) {
            (Language::Vi, up, 0) => format!("{up} tỉnh, thành khác lên {far}"),
            (Language::Vi, 0, down) => format!("{down} tỉnh, thành khác xuống {far}"),
            (Language::Vi, up, down) => {
                format!("{up} tỉnh, thành khác lên {far}, {down} xuống {far}")
            }
            (Language::En, up, 0) => format!("{up} other {} {rise}{place}", provinces(up)),
            (Language::En, 0, down) => format!("{down} other {} {fall}{place}", provinces(down)),
            (Language::En, up, down) => {
                format!(
                    "{up} other {} {rise}{place} and {down} {fall}{place}",
                    provinces(up)
                )
            }
        };
        let most = furthest.filter(|_| !is_one_place).map(|(name, was, is)| {
            let way = if is < was { "lên" } else { "xuống" };
            match self.language {
                Language::Vi => format!(", nhiều nhất là {name} (từ {was} {way} {is})"),
                Language::En => {
                    format!(
                        ", most of all {name} (from {} to {})",
                        ordinal(was),
                        ordinal(is)
                    )
                }
            }
        });
        moves + &most.unwrap_or_default()
    }

    /// "Bắc Giang xếp hạng 10 ở kỳ 2020 và hạng 9 ở kỳ 2023; cao nhất là hạng 5 ở kỳ 2022"
    pub(super) fn history(
        &self,
        first: Option<RankAt>,
        last: Option<RankAt>,
        best: Option<RankAt>,
        missing: usize,
    ) -> String {
        let own = self.own();
        let Some((first, last)) = first.zip(last) else {
            return match self.language {
                Language::Vi => format!("Chưa kỳ đánh giá nào có số liệu thứ hạng của {own}"),
                Language::En => format!("No edition on file has a rank for {own}"),
            };
        };
        // What follows is on file; the scenario stands beside it in the picture.
        let prefix = match (self.language, self.is_edited) {
            (_, false) => "",
            (Language::Vi, true) => "Chưa kể kịch bản, ",
            (Language::En, true) => "Without the scenario, ",
        };
        let ranks = if first.0 == last.0 {
            self.one_rank(first, missing)
        } else {
            let gaps = match (self.language, missing) {
                (_, 0) => String::new(),
                (Language::Vi, _) => format!("; {missing} kỳ chưa có thứ hạng"),
                (Language::En, 1) => "; 1 edition has no rank on file".to_owned(),
                (Language::En, _) => format!("; {missing} editions have no rank on file"),
            };
            self.first_and_last(first, last, best) + &gaps
        };
        format!("{prefix}{ranks}")
    }

    /// A history of one rank.
    fn one_rank(&self, (place, rank): RankAt, missing: usize) -> String {
        let (own, edition, nth) = (self.own(), self.label(place), ordinal(rank));
        match (self.language, missing) {
            (Language::Vi, 0) => format!("{own} xếp hạng {rank} ở kỳ {edition}"),
            (Language::Vi, _) => {
                format!("{own} mới có số liệu thứ hạng của kỳ {edition}: hạng {rank}")
            }
            (Language::En, 0) => format!("{own} ranked {nth} in {edition}"),
            (Language::En, _) => {
                format!("{own} has a rank on file for {edition} only: {nth}")
            }
        }
    }

    /// A history of several ranks. Ranks among 63 and among 34 are not compared.
    fn first_and_last(&self, first: RankAt, last: RankAt, best: Option<RankAt>) -> String {
        let own = self.own();
        let (start, end) = (self.label(first.0), self.label(last.0));
        let [a, b] = [first.1, last.1];
        let [from, to] = [a, b].map(ordinal);
        let top = best.map(|(place, rank)| (self.label(place), rank));
        if is_merged(end) && !is_merged(start) {
            let top = top.filter(|&(_, rank)| rank != a);
            let top = best.filter(|best| best.0 != last.0).and(top);
            return match self.language {
                Language::Vi => {
                    let top = top.map(|(edition, rank)| {
                        format!("; trước đó cao nhất là hạng {rank} ở kỳ {edition}")
                    });
                    let top = top.unwrap_or_default();
                    format!(
                        "{own} xếp hạng {a} ở kỳ {start} và, sau đợt sáp nhập, hạng {b} ở kỳ \
                         {end}{top}"
                    )
                }
                Language::En => {
                    let top = top.map(|(edition, rank)| {
                        format!("; its best before that was {} in {edition}", ordinal(rank))
                    });
                    let top = top.unwrap_or_default();
                    format!(
                        "{own} ranked {from} in {start} and, after the mergers, {to} in {end}{top}"
                    )
                }
            };
        }
        let (edition, best) = top.unwrap_or_else(|| (end, b.min(a)));
        let nth = ordinal(best);
        match (self.language, best == a, best == b) {
            (Language::Vi, true, true) => {
                format!("{own} xếp hạng {a} ở cả kỳ {start} và kỳ {end}")
            }
            (Language::Vi, true, false) => {
                format!("{own} xếp hạng cao nhất ở kỳ {start} (hạng {a}), đến kỳ {end} là hạng {b}")
            }
            (Language::Vi, false, true) => format!(
                "{own} xếp hạng {a} ở kỳ {start} và hạng {b} ở kỳ {end}, cũng là hạng cao nhất"
            ),
            (Language::Vi, false, false) => format!(
                "{own} xếp hạng {a} ở kỳ {start} và hạng {b} ở kỳ {end}; cao nhất là hạng {best} \
                 ở kỳ {edition}"
            ),
            (Language::En, true, true) => format!("{own} ranked {from} in both {start} and {end}"),
            (Language::En, true, false) => {
                format!("{own} ranked best in {start} ({from}) and {to} in {end}")
            }
            (Language::En, false, true) => {
                format!("{own} ranked {from} in {start} and {to}, its best, in {end}")
            }
            (Language::En, false, false) => format!(
                "{own} ranked {from} in {start} and {to} in {end}; its best was {nth} in {edition}"
            ),
        }
    }

    /// "Bắc Giang xếp hạng cao nhất ở trụ cột Kinh tế số (5/63), thấp nhất ở trụ cột Xã hội số (30/63)"
    pub(super) fn pillars(
        &self,
        strongest: Option<RankAt>,
        weakest: Option<RankAt>,
        of: usize,
    ) -> String {
        let (own, ranks) = (self.own(), self.verb("ranks", "would rank"));
        let Some((strongest, weakest)) = strongest.zip(weakest) else {
            return match self.language {
                Language::Vi => format!("Kỳ này chưa có số liệu trụ cột của {own}"),
                Language::En => format!("This edition has no pillar figures for {own}"),
            };
        };
        let [high, low] = [strongest, weakest].map(|(place, _)| self.pillar(place));
        let [first, last] = [strongest, weakest].map(|(_, rank)| rank_of(rank, of));
        let [nth, last_nth] = [strongest, weakest].map(|(_, rank)| ordinal(rank));
        let count = self.edition.framework().pillars().len();
        match (self.language, strongest.0 == weakest.0, first == last) {
            (Language::Vi, ..) if of <= 1 => format!("Chỉ có {own} được xếp hạng theo trụ cột"),
            (Language::En, ..) if of <= 1 => format!("Only {own} is ranked on the pillars"),
            (Language::Vi, true, _) => format!("{own} xếp hạng {first} ở trụ cột {high}"),
            (Language::En, true, _) => format!("{own} {ranks} {nth} of {of} on {high}"),
            (Language::Vi, _, true) => format!("{own} cùng xếp hạng {first} ở cả {count} trụ cột"),
            (Language::En, _, true) => {
                format!("{own} {ranks} {nth} of {of} on all {count} pillars")
            }
            (Language::Vi, ..) => format!(
                "{own} xếp hạng cao nhất ở trụ cột {high} ({first}), thấp nhất ở trụ cột {low} \
                 ({last})"
            ),
            (Language::En, ..) => format!(
                "{own} {ranks} highest on {high} ({nth} of {of}) and lowest on {low} ({last_nth})"
            ),
        }
    }

    /// "Đà Nẵng có giá trị cao nhất, Cao Bằng thấp nhất"
    pub(super) fn map(
        &self,
        measure: Measure,
        best: Option<usize>,
        worst: Option<usize>,
        moved: usize,
    ) -> String {
        let Some((best, worst)) = best.zip(worst) else {
            return self
                .either(
                    "Kỳ này chưa có số liệu để lên bản đồ",
                    "No figures are on file for the map",
                )
                .to_owned();
        };
        let (high, low) = (self.unit_name(best), self.unit_name(worst));
        if best == worst {
            return match self.language {
                Language::Vi => format!("Chỉ {high} có số liệu"),
                Language::En => format!("Only {high} has figures on file"),
            };
        }
        let (has, ranks) = (
            self.verb("has", "would have"),
            self.verb("ranks", "would rank"),
        );
        match (self.language, measure) {
            (_, Measure::Change) => self.moves_on_map(high, low, moved),
            (Language::Vi, Measure::Score) => {
                format!("{high} có giá trị cao nhất, {low} thấp nhất")
            }
            (Language::En, Measure::Score) => {
                format!("{high} {has} the highest score, {low} the lowest")
            }
            (Language::Vi, Measure::Rank) => {
                format!("{high} đứng đầu bảng xếp hạng, {low} đứng cuối")
            }
            (Language::En, Measure::Rank) => format!("{high} {ranks} first, {low} last"),
        }
    }

    /// "12 tỉnh, thành đổi hạng; lợi nhất là Bắc Giang, thiệt nhất là Huế"
    fn moves_on_map(&self, high: &str, low: &str, moved: usize) -> String {
        let changes = self.verb("change", "would change");
        match (self.language, moved, self.is_edited) {
            (Language::Vi, 0, true) => "Không tỉnh, thành nào đổi hạng".to_owned(),
            (Language::Vi, 0, false) => {
                "Chưa có giả định nào nên chưa tỉnh, thành nào đổi hạng".to_owned()
            }
            (Language::En, 0, true) => "No province would change rank".to_owned(),
            (Language::En, 0, false) => "Nothing is supposed yet, so no rank changes".to_owned(),
            // Whether that one is the best or the worst off is not known here.
            (Language::Vi, 1, _) => "1 tỉnh, thành đổi hạng".to_owned(),
            (Language::En, 1, _) => format!("1 province {} rank", self.verb("changes", changes)),
            // Best and worst off among all: with ties, nobody need have risen or fallen.
            (Language::Vi, ..) => {
                format!("{moved} tỉnh, thành đổi hạng; lợi nhất là {high}, thiệt nhất là {low}")
            }
            (Language::En, ..) => {
                let does = self.verb("does", "would do");
                format!("{moved} provinces {changes} rank; {high} {does} best, {low} worst")
            }
        }
    }
}

/// Whether an edition ranks merged provinces: its label then ends in their number.
fn is_merged(label: &str) -> bool {
    label.ends_with(')')
}

#[cfg(test)]
mod tests {
    use crate::page::text::charts::ChartWords;
    use crate::page::text::charts::tests::{edited, expect, unit, words};
    use dti_charts::{Finding, Measure};
    use dti_formats::link::Language;

    fn shift(
        (risen, fallen): (usize, usize),
        own: (u32, u32),
        furthest: Option<(&str, u32, u32)>,
    ) -> Finding {
        Finding::RankShift {
            risen,
            fallen,
            own,
            furthest: furthest.map(|(id, was, is)| (unit(id), was, is)),
        }
    }

    #[test]
    fn nobody_moved_or_nobody_else() {
        let still = shift((0, 0), (9, 9), None);
        let vi = "Không tỉnh, thành nào đổi hạng; Bắc Giang vẫn ở hạng 9";
        let en = "No province would change rank; Bac Giang would stay 9th";
        expect(edited, &still, [vi, en]);
        let vi = "Chưa có giả định nào nên thứ hạng chưa đổi; Bắc Giang ở hạng 9";
        let en = "Nothing is supposed yet, so no rank changes; Bac Giang ranks 9th";
        expect(words, &still, [vi, en]);
        // Where a tie breaks up, one unit moves alone.
        let vi = "Chỉ Bắc Giang đổi hạng, từ 9 lên 8";
        let en = "Only Bac Giang would change rank, from 9th to 8th";
        expect(edited, &shift((1, 0), (9, 8), None), [vi, en]);
        let vi = "Chỉ Bắc Giang đổi hạng, từ 8 xuống 9";
        let en = "Only Bac Giang would change rank, from 8th to 9th";
        expect(edited, &shift((0, 1), (8, 9), None), [vi, en]);
    }

    #[test]
    fn one_other_unit_is_named() {
        let swap = shift((1, 1), (9, 8), Some(("thai-nguyen", 8, 9)));
        let vi = "Bắc Giang từ hạng 9 lên hạng 8; Thái Nguyên từ hạng 8 xuống hạng 9";
        let en = "Bac Giang would rise from 9th to 8th; Thai Nguyen would fall from 8th to 9th";
        expect(edited, &swap, [vi, en]);
        let other = shift((1, 0), (9, 9), Some(("thai-nguyen", 8, 7)));
        let vi = "Bắc Giang vẫn ở hạng 9; Thái Nguyên từ hạng 8 lên hạng 7";
        let en = "Bac Giang would stay 9th; Thai Nguyen would rise from 8th to 7th";
        expect(edited, &other, [vi, en]);
    }

    #[test]
    fn many_others_are_counted_without_the_chosen_one() {
        let slide = shift((1, 4), (9, 5), Some(("hai-phong", 5, 6)));
        let vi = "Bắc Giang từ hạng 9 lên hạng 5; 4 tỉnh, thành khác xuống 1 bậc";
        let en = "Bac Giang would rise from 9th to 5th; 4 other provinces would fall 1 place";
        expect(edited, &slide, [vi, en]);
        let way_up = shift((3, 1), (5, 8), Some(("hai-phong", 6, 5)));
        let vi = "Bắc Giang từ hạng 5 xuống hạng 8; 3 tỉnh, thành khác lên 1 bậc";
        let en = "Bac Giang would fall from 5th to 8th; 3 other provinces would rise 1 place";
        expect(edited, &way_up, [vi, en]);
        let far = shift((12, 30), (9, 9), Some(("gia-lai", 55, 14)));
        let vi = "Bắc Giang vẫn ở hạng 9; 12 tỉnh, thành khác lên hạng, 30 xuống hạng, nhiều nhất \
                  là Gia Lai (từ 55 lên 14)";
        let en = "Bac Giang would stay 9th; 12 other provinces would rise and 30 would fall, most \
                  of all Gia Lai (from 55th to 14th)";
        expect(edited, &far, [vi, en]);
        let small = shift((2, 1), (9, 8), Some(("gia-lai", 8, 9)));
        let vi = "Bắc Giang từ hạng 9 lên hạng 8; 1 tỉnh, thành khác lên 1 bậc, 1 xuống 1 bậc";
        let en = "Bac Giang would rise from 9th to 8th; 1 other province would rise 1 place and 1 \
                  would fall 1 place";
        expect(edited, &small, [vi, en]);
    }

    type RankAt = Option<(usize, u32)>;

    fn history(first: RankAt, last: RankAt, best: RankAt, missing: usize) -> Finding {
        Finding::History {
            first,
            last,
            best,
            missing,
        }
    }

    #[test]
    fn a_history_without_ranks_or_with_one_claims_no_course() {
        let vi = "Chưa kỳ đánh giá nào có số liệu thứ hạng của Bắc Giang";
        let en = "No edition on file has a rank for Bac Giang";
        expect(words, &history(None, None, None, 6), [vi, en]);
        expect(edited, &history(None, None, None, 0), [vi, en]);
        let one = Some((2, 9));
        let vi = "Bắc Giang xếp hạng 9 ở kỳ 2022";
        expect(
            words,
            &history(one, one, one, 0),
            [vi, "Bac Giang ranked 9th in 2022"],
        );
        let vi = "Bắc Giang mới có số liệu thứ hạng của kỳ 2022: hạng 9";
        let en = "Bac Giang has a rank on file for 2022 only: 9th";
        expect(words, &history(one, one, one, 5), [vi, en]);
    }

    #[test]
    fn a_history_names_its_ends_and_its_best() {
        let (first, last) = (Some((0, 12)), Some((3, 9)));
        let vi =
            "Bắc Giang xếp hạng 12 ở kỳ 2020 và hạng 9 ở kỳ 2023; cao nhất là hạng 5 ở kỳ 2022";
        let en = "Bac Giang ranked 12th in 2020 and 9th in 2023; its best was 5th in 2022";
        expect(words, &history(first, last, Some((2, 5)), 0), [vi, en]);
        let with_gaps = [
            format!("{vi}; 2 kỳ chưa có thứ hạng"),
            format!("{en}; 2 editions have no rank on file"),
        ];
        let [vi, en] = with_gaps.each_ref().map(String::as_str);
        expect(words, &history(first, last, Some((2, 5)), 2), [vi, en]);
        let vi = "Bắc Giang xếp hạng 12 ở kỳ 2020 và hạng 9 ở kỳ 2023, cũng là hạng cao nhất";
        let en = "Bac Giang ranked 12th in 2020 and 9th, its best, in 2023";
        expect(words, &history(first, last, last, 0), [vi, en]);
        // The same rank once before is no better.
        expect(words, &history(first, last, Some((1, 9)), 0), [vi, en]);
        let vi = "Bắc Giang xếp hạng cao nhất ở kỳ 2020 (hạng 3), đến kỳ 2023 là hạng 9";
        let en = "Bac Giang ranked best in 2020 (3rd) and 9th in 2023";
        expect(
            words,
            &history(Some((0, 3)), last, Some((0, 3)), 0),
            [vi, en],
        );
        let vi = "Bắc Giang xếp hạng 9 ở cả kỳ 2020 và kỳ 2023; 1 kỳ chưa có thứ hạng";
        let en = "Bac Giang ranked 9th in both 2020 and 2023; 1 edition has no rank on file";
        expect(
            words,
            &history(Some((0, 9)), last, Some((0, 9)), 1),
            [vi, en],
        );
    }

    #[test]
    fn ranks_before_and_after_the_mergers_are_not_compared() {
        let (first, last) = (Some((0, 10)), Some((5, 2)));
        let vi = "Bắc Giang xếp hạng 10 ở kỳ 2020 và, sau đợt sáp nhập, hạng 2 ở kỳ 2024 (34); \
                  trước đó cao nhất là hạng 9 ở kỳ 2022";
        let en = "Bac Giang ranked 10th in 2020 and, after the mergers, 2nd in 2024 (34); its best \
                  before that was 9th in 2022";
        expect(words, &history(first, last, Some((2, 9)), 0), [vi, en]);
        let vi = "Bắc Giang xếp hạng 10 ở kỳ 2020 và, sau đợt sáp nhập, hạng 2 ở kỳ 2024 (34)";
        let en = "Bac Giang ranked 10th in 2020 and, after the mergers, 2nd in 2024 (34)";
        expect(words, &history(first, last, first, 0), [vi, en]);
        expect(words, &history(first, last, None, 0), [vi, en]);
    }

    #[test]
    fn a_history_leaves_the_scenario_aside() {
        let (first, last) = (Some((0, 12)), Some((3, 9)));
        let vi = "Chưa kể kịch bản, Bắc Giang xếp hạng 12 ở kỳ 2020 và hạng 9 ở kỳ 2023, cũng là \
                  hạng cao nhất";
        let en = "Without the scenario, Bac Giang ranked 12th in 2020 and 9th, its best, in 2023";
        expect(edited, &history(first, last, last, 0), [vi, en]);
    }

    fn pillars(strongest: RankAt, weakest: RankAt, of: usize) -> Finding {
        Finding::Pillars {
            strongest,
            weakest,
            of,
        }
    }

    #[test]
    fn pillars_are_ranked_highest_and_lowest() {
        let ends = pillars(Some((1, 5)), Some((2, 30)), 63);
        let vi = "Bắc Giang xếp hạng cao nhất ở trụ cột Kinh tế số (5/63), thấp nhất ở trụ cột Xã \
                  hội số (30/63)";
        let en = "Bac Giang ranks highest on Digital economy (5th of 63) and lowest on Digital \
                  society (30th)";
        expect(words, &ends, [vi, en]);
        expect(edited, &ends, [vi, &en.replace("ranks", "would rank")]);
        let vi = "Bắc Giang cùng xếp hạng 9/63 ở cả 3 trụ cột";
        let en = "Bac Giang ranks 9th of 63 on all 3 pillars";
        expect(words, &pillars(Some((0, 9)), Some((2, 9)), 63), [vi, en]);
        let vi = "Bắc Giang xếp hạng 9/63 ở trụ cột Chính quyền số";
        let en = "Bac Giang ranks 9th of 63 on Digital government";
        expect(words, &pillars(Some((0, 9)), Some((0, 9)), 63), [vi, en]);
        let vi = "Chỉ có Bắc Giang được xếp hạng theo trụ cột";
        let en = "Only Bac Giang is ranked on the pillars";
        expect(words, &pillars(Some((0, 1)), Some((2, 1)), 1), [vi, en]);
        let vi = "Kỳ này chưa có số liệu trụ cột của Bắc Giang";
        let en = "This edition has no pillar figures for Bac Giang";
        expect(words, &pillars(None, None, 63), [vi, en]);
    }

    fn map(measure: Measure, ends: Option<[&str; 2]>, moved: usize) -> Finding {
        let [best, worst] = match ends {
            Some(ends) => ends.map(|id| Some(unit(id))),
            None => [None, None],
        };
        Finding::Map {
            measure,
            best,
            worst,
            moved,
        }
    }

    #[test]
    fn a_map_names_the_two_ends() {
        let ends = Some(["da-nang", "bac-kan"]);
        let vi = "Đà Nẵng có giá trị cao nhất, Bắc Kạn thấp nhất";
        let en = "Da Nang has the highest score, Bac Kan the lowest";
        expect(words, &map(Measure::Score, ends, 0), [vi, en]);
        expect(
            edited,
            &map(Measure::Score, ends, 2),
            [vi, &en.replace("has", "would have")],
        );
        let vi = "Đà Nẵng đứng đầu bảng xếp hạng, Bắc Kạn đứng cuối";
        let en = "Da Nang ranks first, Bac Kan last";
        expect(words, &map(Measure::Rank, ends, 0), [vi, en]);
    }

    #[test]
    fn a_map_of_moves_counts_them() {
        let ends = Some(["bac-giang", "thai-nguyen"]);
        let change = |moved| map(Measure::Change, ends, moved);
        let vi = "Chưa có giả định nào nên chưa tỉnh, thành nào đổi hạng";
        let en = "Nothing is supposed yet, so no rank changes";
        expect(words, &change(0), [vi, en]);
        let vi = "Không tỉnh, thành nào đổi hạng";
        expect(edited, &change(0), [vi, "No province would change rank"]);
        let vi = "1 tỉnh, thành đổi hạng";
        expect(edited, &change(1), [vi, "1 province would change rank"]);
        let vi = "12 tỉnh, thành đổi hạng; lợi nhất là Bắc Giang, thiệt nhất là Thái Nguyên";
        let en = "12 provinces would change rank; Bac Giang would do best, Thai Nguyen worst";
        expect(edited, &change(12), [vi, en]);
    }

    #[test]
    fn a_map_of_one_unit_or_none_says_so() {
        let one = Some(["da-nang", "da-nang"]);
        let vi = "Chỉ Đà Nẵng có số liệu";
        expect(
            words,
            &map(Measure::Score, one, 0),
            [vi, "Only Da Nang has figures on file"],
        );
        let vi = "Kỳ này chưa có số liệu để lên bản đồ";
        let en = "No figures are on file for the map";
        expect(words, &map(Measure::Change, None, 0), [vi, en]);
    }

    #[test]
    fn an_edition_off_the_list_is_a_dash() {
        let words = ChartWords {
            editions: &[],
            ..words(Language::Vi)
        };
        let finding = history(Some((2, 9)), Some((2, 9)), None, 0);
        assert_eq!(words.finding(&finding), "Bắc Giang xếp hạng 9 ở kỳ –");
    }
}
