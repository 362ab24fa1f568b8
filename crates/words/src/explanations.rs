//! What explanations tell of a number: whence it is, who shares a rank, when a decision was taken.

use crate::Words;
use crate::letters::small;
use crate::numbers::decimal;
use crate::quote::listed;
use dti_engine::model::Exact;

/// A published score, and how many sources agree on it.
pub fn figure_published(value: &str, kind: &str, copies: u32, words: &Words) -> String {
    match copies {
        0 | 1 => words.figure_published(value, kind),
        _ => words.figure_published_alike(value, kind, copies),
    }
}

/// A score that the reader supposes; `origin` is of the one before.
pub fn figure_supposed(value: &str, present: &str, origin: &str, words: &Words) -> String {
    words.figure_supposed(value, present, inside(origin))
}

/// A score that follows the group above it; `origin` is of the one before.
pub fn figure_moved(value: &str, present: &str, origin: &str, words: &Words) -> String {
    words.figure_moved(value, present, inside(origin))
}

/// A word as it stands inside a sentence.
fn inside(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| small(letter).to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Who has the same score and so the same rank, and the next rank where there is one.
pub fn rank_shared(
    others: &[String],
    score: &str,
    rank: u32,
    next: Option<u32>,
    words: &Words,
) -> String {
    let (names, count) = (listed(others, words), others.len() + 1);
    match next {
        _ if others.is_empty() => words.rank_alone(),
        Some(next) => words.rank_shared_next(score, names, count, rank, next),
        None => words.rank_shared(score, names, count, rank),
    }
}

/// A date as `2022-05-20`, as each language writes it.
pub fn day_of(date: &str, words: &Words) -> String {
    let mut parts = date.splitn(3, '-');
    let year = parts.next();
    let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
    match (
        year,
        number().filter(|month| (1..=12).contains(month)),
        number(),
    ) {
        (Some(year), Some(month), Some(day)) => words.data_day(day, month, year),
        _ => date.to_owned(),
    }
}

/// Kinds of sources, each with how many figures were read from it.
pub fn read_from_kinds(kinds: &[(&str, usize)], words: &Words) -> String {
    let kinds: Vec<String> = kinds
        .iter()
        .map(|&(kind, count)| words.data_of_kind(kind, count))
        .collect();
    words.data_read_from(listed(&kinds, words))
}

/// Pillar ranks on file beside the formula.
pub fn pillar_ranks(count: usize, differing: usize, words: &Words) -> String {
    match differing {
        0 => words.data_pillar_ranks(count),
        _ => words.data_pillar_ranks_but(count.saturating_sub(differing), count),
    }
}

/// A share in per cent with one decimal.
pub fn percent_of(share: Exact, words: &Words) -> String {
    format!("{}%", decimal(share * Exact::whole(100), 1, words))
}

#[cfg(test)]
mod tests {
    use super::{day_of, figure_supposed, percent_of, pillar_ranks, rank_shared};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;

    fn words() -> [Words; 2] {
        [Language::Vi, Language::En].map(Words::plain)
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let [vi, en] = words();
        assert_eq!(day_of("2022-05-20", &vi), "20/5/2022");
        assert_eq!(day_of("2025-04-03", &en), "3 April 2025");
        assert_eq!(day_of("2025", &en), "2025");
        assert_eq!(day_of("2025-13-01", &en), "2025-13-01");
    }

    #[test]
    fn the_ranks_that_follow_are_counted() {
        let [vi, en] = words();
        assert!(pillar_ranks(40, 2, &vi).starts_with("38/40"));
        let all = "All 12 pillar ranks on file follow from the formula.";
        assert_eq!(pillar_ranks(12, 0, &en), all);
    }

    #[test]
    fn the_last_rank_has_no_next_one() {
        let [vi, en] = words();
        let shared = |next, words| rank_shared(&["A".to_owned()], "0.4", 62, next, words);
        assert_eq!(
            shared(None, &en),
            "The score of 0.4 is shared with A: 2 provinces at rank 62."
        );
        assert!(shared(Some(64), &vi).ends_with("2 tỉnh cùng hạng 62, hạng kế tiếp là 64."));
        let alone = rank_shared(&[], "0,4", 1, None, &vi);
        assert_eq!(alone, "Không tỉnh nào khác có cùng giá trị này.");
    }

    #[test]
    fn an_origin_begins_small_inside_a_sentence() {
        let [vi, en] = words();
        assert!(figure_supposed("0,5", "0,4", "Ước tính", &vi).ends_with("(ước tính)."));
        assert!(figure_supposed("0.5", "0.4", "", &en).ends_with("0.4 ()."));
        assert_eq!(percent_of(Exact::fraction(1, 8), &en), "12.5%");
    }
}
