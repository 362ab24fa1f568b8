//! Whose figures are shown, and what a file gives otherwise than it comes out.

use crate::Words;
use dti_engine::model::{Exact, Origin, Provenance, SCORE_DECIMALS};
use dti_formats::link::Language;

/// The sentence that goes with figures wherever they go, to files and pictures too; none where they
/// are as published.
pub fn warning(is_edited: bool, words: &Words) -> Option<String> {
    match (words.is_published(), is_edited) {
        (true, false) => None,
        (true, true) => Some(words.simulation_warning().to_owned()),
        (false, _) => Some(format!("{}.", words.tag(is_edited))),
    }
}

/// The word for an origin in an edition with figures of this kind.
pub fn origin_word(words: &Words, provenance: Provenance, origin: Origin) -> &'static str {
    match provenance.shown(origin) {
        Origin::Published if provenance == Provenance::Fictitious => words.origin_fictitious(),
        Origin::Published => words.origin_published(),
        Origin::Derived => words.origin_derived(),
        Origin::Estimated => words.origin_estimated(),
        Origin::Imputed => words.origin_imputed(),
        Origin::Treated => words.origin_treated(),
        Origin::Entered => words.origin_entered(),
        Origin::Loaded => words.origin_loaded(),
        Origin::Missing => words.origin_missing(),
    }
}

/// A result that the file of an own index gives for a unit, and what comes out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenOtherwise {
    /// Name of the unit.
    pub unit: String,
    /// Its total as given and as computed, where they differ.
    pub totals: Option<(Exact, Exact)>,
    /// Most decimals of a total.
    pub decimals: u32,
    /// Its rank as given and as computed, where they differ.
    pub ranks: Option<(u32, u32)>,
}

/// How many such units a sentence names.
const NAMED: usize = 3;

/// "Kết quả ghi trong tệp khác với kết quả tính được: B giá trị 0,76 (tính được 0,75)."
pub fn differs_from_file(found: &[GivenOtherwise], words: &Words) -> String {
    let named = found.iter().take(NAMED);
    let mut told: Vec<String> = named.map(|one| one_otherwise(one, words)).collect();
    let rest = found.len().saturating_sub(NAMED);
    if rest > 0 {
        told.push(words.differs_more(rest));
    }
    words.differs_from_file(told.join("; "))
}

/// "B giá trị 0,76 (tính được 0,75), hạng 3 (tính được 2)"
pub fn one_otherwise(one: &GivenOtherwise, words: &Words) -> String {
    let plain = |value: Exact| {
        let text = value.to_short_text(one.decimals.max(SCORE_DECIMALS));
        match words.language() {
            Language::Vi => text.replace('.', ","),
            Language::En => text,
        }
    };
    let totals = one.totals;
    let totals = totals.map(|(given, own)| words.given_score(plain(given), plain(own)));
    let ranks = one.ranks.map(|(given, own)| words.given_rank(given, own));
    let told: Vec<String> = [totals, ranks].into_iter().flatten().collect();
    format!("{} {}", one.unit, told.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{GivenOtherwise, differs_from_file, warning};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_engine::model::Provenance::{Fictitious, Loaded, PartlyLoaded, Published};
    use dti_formats::link::Language;

    #[test]
    fn only_what_was_published_is_called_so() {
        for provenance in [Published, PartlyLoaded, Loaded, Fictitious] {
            for is_edited in [false, true] {
                for (language, no) in [
                    (Language::Vi, "không phải số liệu công bố"),
                    (Language::En, "not "),
                ] {
                    let words = Words::plain(language).with_provenance(provenance);
                    let is_published = provenance == Published;
                    let said = words.tag(is_edited);
                    assert!(is_published || said.contains(no), "{said}");
                    let warning = warning(is_edited, &words);
                    assert_eq!(warning.is_none(), is_published && !is_edited);
                }
            }
        }
    }

    #[test]
    fn what_a_file_gives_otherwise_is_named_and_then_counted() {
        let one = GivenOtherwise {
            unit: "B".to_owned(),
            totals: Some((Exact::decimal(76, 2), Exact::decimal(75, 2))),
            decimals: 4,
            ranks: Some((3, 2)),
        };
        let vi = differs_from_file(std::slice::from_ref(&one), &Words::plain(Language::Vi));
        assert_eq!(
            vi,
            "Kết quả ghi trong tệp khác với kết quả tính được: B giá trị 0,76 (tính được 0,75), \
             hạng 3 (tính được 2)."
        );
        let en = differs_from_file(&vec![one; 5], &Words::plain(Language::En));
        assert!(
            en.ends_with("score 0.76 (computed 0.75), rank 3 (computed 2); and 2 more."),
            "{en}"
        );
    }
}
