//! Sentences about scenarios and units side by side.

use super::about;
use crate::Words;
use crate::numbers::{points, score};
use dti_engine::model::{Exact, Origin};

/// A scenario with names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its unit and edition.
    pub about: &'a str,
    /// The unit's rank.
    pub place: u32,
    /// "8/63", marked where it rests on estimates, as the score is.
    pub rank: String,
    /// The unit's score.
    pub score: String,
}

/// What the comparison shows, in one sentence; the scenario on screen comes first.
pub fn finding(columns: &[Column<'_>], words: &Words) -> String {
    let nothing = || words.compare_nothing().to_owned();
    let Some((own, saved)) = columns.split_first() else {
        return nothing();
    };
    // Ranks of other units or editions are no better or worse.
    let alike = || saved.iter().filter(|saved| saved.about == own.about);
    let best = alike().min_by_key(|saved| saved.place);
    let Some(best) = best.or_else(|| saved.first()) else {
        return nothing();
    };
    let Column {
        name, rank, score, ..
    } = best;
    let told = match alike().count() {
        0 => words.compare_elsewhere(name, best.about, rank, score),
        1 => words.compare_saved(name, rank, score),
        _ => words.compare_best(name, rank, score),
    };
    words.compare_finding(own.about, &own.rank, told)
}

/// The effort of a scenario, to a tenth.
pub fn effort(cost: Option<f64>, words: &Words) -> String {
    let cost = cost.and_then(|cost| Exact::from_decimal_float((cost * 10.0).round() / 10.0, 1));
    cost.map_or_else(
        || words.not_on_file().to_owned(),
        |cost| points(cost, words),
    )
}

/// "Huế (hạng 4) kém Quảng Ninh (hạng 3) 4,9 điểm."
pub fn headline(
    [name, other]: [&str; 2],
    (off, size): (Exact, String),
    [rank, other_rank]: [String; 2],
    words: &Words,
) -> String {
    if off == Exact::ZERO {
        return words.pair_level(name, other, rank);
    }
    words.pair_apart(name, rank, off > Exact::ZERO, other, other_rank, size)
}

/// Where each of the two is most ahead of the other: unit, indicator, points.
pub fn mainly(leads: &[(&str, &str, String)], words: &Words) -> String {
    let told = leads.iter();
    let told = told.map(|(name, indicator, lead)| words.pair_ahead_on(name, indicator, lead));
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => String::new(),
        false => format!("{}.", told.join("; ")),
    }
}

/// A value with where it comes from; estimates are marked.
pub fn marked(value: Exact, origin: Option<Origin>, words: &Words) -> String {
    match origin {
        None => words.not_on_file().to_owned(),
        Some(origin) => about(score(value, words), origin.is_guess()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, finding, headline, mainly};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{En, Vi};

    fn column<'a>(name: &'a str, about: &'a str, place: u32) -> Column<'a> {
        Column {
            name,
            about,
            place,
            rank: format!("{place}/63"),
            score: "0,6613".to_owned(),
        }
    }

    #[test]
    fn the_best_of_what_can_be_compared_is_named() {
        let vi = Words::plain(Vi);
        let own = column("", "Huế, DTI 2022", 9);
        let told = |saved: &[Column<'_>]| {
            let all: Vec<_> = std::iter::once(own.clone())
                .chain(saved.iter().cloned())
                .collect();
            finding(&all, &vi)
        };
        assert_eq!(told(&[]), "Chưa lưu kịch bản nào để so sánh.");
        assert_eq!(
            told(&[column("A", "Huế, DTI 2022", 8)]),
            "Huế, DTI 2022: kịch bản đang xem cho hạng 9/63; kịch bản “A” cho hạng 8/63, giá trị 0,6613."
        );
        let elsewhere = column("C", "Hà Nội, DTI 2023", 1);
        let both = [
            elsewhere.clone(),
            column("A", "Huế, DTI 2022", 8),
            column("B", "Huế, DTI 2022", 7),
        ];
        let said = told(&both);
        assert!(
            said.ends_with(
                "“B” cho hạng 7/63, giá trị 0,6613, tốt nhất trong các kịch bản đã lưu của tỉnh."
            ),
            "{said}"
        );
        let said = told(&[elsewhere]);
        assert!(
            said.contains("“C” của Hà Nội, DTI 2023, cho hạng 1/63"),
            "{said}"
        );
    }

    #[test]
    fn two_units_are_ahead_behind_or_level() {
        let [vi, en] = [Vi, En].map(Words::plain);
        let said = |off: i64, words: &Words| {
            let ranks = ["4".to_owned(), "3".to_owned()];
            headline(
                ["A", "B"],
                (Exact::whole(off), "1 point".to_owned()),
                ranks,
                words,
            )
        };
        assert_eq!(said(-1, &en), "A (rank 4) is 1 point behind B (rank 3).");
        assert_eq!(said(1, &vi), "A (hạng 4) hơn B (hạng 3) 1 point.");
        assert_eq!(said(0, &vi), "A và B bằng điểm nhau (hạng 4).");
        assert_eq!(mainly(&[], &vi), "");
        let leads = [
            ("A", "X", "2 điểm".to_owned()),
            ("B", "Y", "1 điểm".to_owned()),
        ];
        assert_eq!(
            mainly(&leads, &vi),
            "A hơn nhiều nhất ở X (2 điểm); B hơn nhiều nhất ở Y (1 điểm)."
        );
    }
}
