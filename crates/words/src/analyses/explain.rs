//! Why a rank moved, in sentences.

use super::about;
use crate::Words;
use crate::numbers::{points, score};
use dti_engine::calculator::Explanation;
use dti_engine::model::Exact;
use std::cmp::Ordering;

/// An explanation with names.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The unit.
    pub unit: &'a str,
    /// What is compared: "2022", "theo kịch bản".
    pub ends: [&'a str; 2],
    /// Whether the result of an end rests on an estimate.
    pub are_estimated: [bool; 2],
    /// A new unit is asked about, and this is the former one of its name.
    pub is_former: bool,
    /// What was found.
    pub found: &'a Explanation,
    /// Those who are ahead now and were not before.
    pub overtook_me: Vec<&'a str>,
    /// Those who were ahead before and are not now.
    pub i_overtook: Vec<&'a str>,
    /// The indicator that changed the score most, and by how much.
    pub largest: Option<(&'a str, String)>,
    /// Who shares the rank, before and after.
    pub tied: [Vec<&'a str>; 2],
}

impl Told<'_> {
    /// "Quảng Ninh: giá trị tăng 0,0142 nhưng tụt 9 bậc, từ hạng 3 (2022) xuống hạng 12 (2023)."
    pub fn finding(&self, words: &Words) -> String {
        let found = self.found;
        let [from_about, to_about] = self.are_estimated;
        let [before, after] = self.ends;
        let from = about(found.rank_before.to_string(), from_about);
        let to = about(found.rank_after.to_string(), to_about);
        let size = about(
            score(found.score_change.abs(), words),
            from_about || to_about,
        );
        let turn = found.score_change.cmp(&Exact::ZERO);
        let moved = match turn {
            Ordering::Greater => words.explain_score_rose(size),
            Ordering::Equal => words.explain_score_stayed().to_owned(),
            Ordering::Less => words.explain_score_fell(size),
        };
        let places = found.rank_change.unsigned_abs();
        let unit = self.unit;
        let [first, last] = [format!("{from} ({before})"), format!("{to} ({after})")];
        match found.rank_change {
            0 => words.explain_stayed(unit, moved, to, before, after),
            1.. => {
                let is_odd = turn == Ordering::Greater;
                words.explain_fell(unit, moved, is_odd, places, first, last)
            }
            _ => {
                let is_odd = turn == Ordering::Less;
                words.explain_rose(unit, moved, is_odd, places, first, last)
            }
        }
    }

    /// The whole story, to be quoted.
    pub fn paragraph(&self, words: &Words) -> String {
        let found = self.found;
        let [from_about, to_about] = self.are_estimated;
        let before = about(score(found.score_before, words), from_about);
        let after = about(score(found.score_after, words), to_about);
        let mut told = vec![words.explain_scores(self.unit, before, after)];
        if self.is_former {
            told.push(words.explain_former(self.unit));
        }
        if let Some((name, by)) = &self.largest {
            told.push(words.explain_largest(name, by));
        }
        told.push(self.alone(words));
        let ranks = [found.rank_before, found.rank_after];
        for ((rank, end), names) in ranks.into_iter().zip(self.ends).zip(&self.tied) {
            if !names.is_empty() {
                told.push(words.explain_tied(rank, end, names.join(", ")));
            }
        }
        if !self.overtook_me.is_empty() {
            told.push(words.explain_overtaken_by(self.overtook_me.join(", ")));
        }
        if !self.i_overtook.is_empty() {
            told.push(words.explain_overtook(self.i_overtook.join(", ")));
        }
        told.join(" ")
    }

    /// "Nếu các tỉnh khác đứng yên: hạng 3; nếu chỉ các tỉnh khác đổi: hạng 12."
    fn alone(&self, words: &Words) -> String {
        let found = self.found;
        let alone = found.alone;
        let is_method_alike = alone.method == found.rank_before && found.method == Exact::ZERO;
        if is_method_alike {
            words.explain_alone(alone.own, alone.rivals)
        } else {
            words.explain_alone_with_method(alone.own, alone.rivals, alone.method)
        }
    }

    /// How far each overtaker is ahead at both ends: "So với Quảng Ninh (2022), điểm".
    pub fn headings(&self, words: &Words) -> [String; 2] {
        self.ends.map(|end| words.explain_ahead(self.unit, end))
    }
}

/// "▲ 1,5": places won or lost.
pub fn places(places: Exact, words: &Words) -> String {
    let size = points(places.abs(), words);
    match places.cmp(&Exact::ZERO) {
        Ordering::Equal => "0".to_owned(),
        Ordering::Greater => format!("▼ {size}"),
        Ordering::Less => format!("▲ {size}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, places};
    use crate::Words;
    use dti_engine::calculator::{Calculator, Explanation};
    use dti_engine::model::{Exact, Scenario};
    use dti_formats::link::Language::{En, Vi};
    use std::sync::LazyLock;

    static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

    fn explained(unit: &str, from: &str, to: &str) -> Explanation {
        let [from, to] = [from, to].map(Scenario::baseline);
        CALCULATOR.explain(unit, &from, &to).unwrap()
    }

    fn told<'a>(unit: &'a str, ends: [&'a str; 2], found: &'a Explanation) -> Told<'a> {
        Told {
            unit,
            ends,
            are_estimated: [false; 2],
            is_former: false,
            found,
            overtook_me: Vec::new(),
            i_overtook: Vec::new(),
            largest: None,
            tied: [Vec::new(), Vec::new()],
        }
    }

    #[test]
    fn points_up_and_rank_down_is_said_with_a_but() {
        let found = explained("quang-ninh", "2022", "2023");
        let told = told("Quảng Ninh", ["2022", "2023"], &found);
        let [vi, en] = [Vi, En].map(Words::plain);
        assert_eq!(
            told.finding(&vi),
            "Quảng Ninh: giá trị tăng 0,0142 nhưng tụt 9 bậc, từ hạng 3 (2022) xuống hạng 12 (2023)."
        );
        assert_eq!(
            told.finding(&en),
            "Quảng Ninh: the score rose by 0.0142 but it lost 9 places, from rank 3 (2022) to 12 \
             (2023)."
        );
    }

    #[test]
    fn one_place_is_one_place() {
        let found = explained("thua-thien-hue", "2022", "2023");
        let told = told("Huế", ["2022", "2023"], &found);
        let [vi, en] = [Vi, En].map(Words::plain);
        assert_eq!(
            told.finding(&vi),
            "Huế: giá trị tăng 0,0685, lên 1 bậc, từ hạng 4 (2022) lên hạng 3 (2023)."
        );
        assert!(told.finding(&en).contains(" and it won 1 place, from"));
    }

    #[test]
    fn each_cause_says_where_it_leads_alone_and_estimates_are_marked() {
        let found = explained("bac-giang", "2023", "2024");
        let mut told = told("Bắc Giang", ["2023", "2024"], &found);
        told.are_estimated = [false, true];
        told.tied = [Vec::new(), vec!["Yên Bái"]];
        told.overtook_me = vec!["A", "B"];
        told.largest = Some(("Hạ tầng số", "+0,0100".to_owned()));
        let vi = Words::plain(Vi);
        let said = told.paragraph(&vi);
        let alone = found.alone;
        for part in [
            "Giá trị DTI của Bắc Giang từ 0,7366 thành ≈ 0,7583. ".to_owned(),
            "Hạ tầng số làm giá trị đổi nhiều nhất (+0,0100). ".to_owned(),
            format!(
                "Nếu các tỉnh khác đứng yên: hạng {}; nếu chỉ các tỉnh khác đổi: hạng {}; nếu chỉ cách \
                 tính (bộ chỉ số hoặc điểm tối đa) đổi: hạng {}.",
                alone.own, alone.rivals, alone.method
            ),
            "Hạng 13 (2024) là đồng hạng với Yên Bái. Vượt lên trước: A, B.".to_owned(),
        ] {
            assert!(said.contains(&part), "{part}: {said}");
        }
        assert!(told.finding(&vi).contains("xuống hạng ≈ 13 (2024)"));
    }

    #[test]
    fn places_have_a_mark_unless_there_are_none() {
        let vi = Words::plain(Vi);
        assert_eq!(places(Exact::decimal(15, 1), &vi), "▼ 1,5");
        assert_eq!(places(Exact::whole(-2), &vi), "▲ 2");
        assert_eq!(places(Exact::ZERO, &vi), "0");
    }
}
