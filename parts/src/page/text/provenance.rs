//! Whose figures are shown: every place that says so takes its words from here.

use super::either;
use dti_engine::model::{Exact, Provenance, SCORE_DECIMALS};
use dti_formats::link::Language;

/// What stands beside the name of the unit: whose the figures are, and whether they were changed.
pub(crate) fn tag(provenance: Provenance, is_edited: bool, language: Language) -> &'static str {
    let [vi, en] = match (provenance, is_edited) {
        (Provenance::Published, false) => ["Số liệu đã công bố", "As published"],
        (Provenance::Published, true) => ["Mô phỏng, không chính thức", "Simulation, not official"],
        (Provenance::PartlyLoaded, false) => [
            "Có số liệu bạn đã nạp, không phải số liệu công bố",
            "With figures that you loaded, not as published",
        ],
        (Provenance::Loaded, false) => [
            "Số liệu bạn đã nạp, không phải số liệu công bố",
            "Figures that you loaded, not published ones",
        ],
        (Provenance::PartlyLoaded | Provenance::Loaded, true) => [
            "Mô phỏng trên số liệu bạn đã nạp, không phải số liệu công bố",
            "Simulation on figures that you loaded, not on published ones",
        ],
        (Provenance::Fictitious, false) => [
            "Ví dụ hư cấu, không phải số liệu công bố",
            "A fictitious example, not published figures",
        ],
        (Provenance::Fictitious, true) => [
            "Mô phỏng trên ví dụ hư cấu, không phải số liệu công bố",
            "Simulation on a fictitious example, not on published figures",
        ],
    };
    either(language, vi, en)
}

/// The sentence that goes with figures wherever they go, to files and pictures too; none where they
/// are as published.
pub(crate) fn warning(
    provenance: Provenance,
    is_edited: bool,
    language: Language,
) -> Option<String> {
    match (provenance, is_edited) {
        (Provenance::Published, false) => None,
        (Provenance::Published, true) => {
            let [vi, en] = [
                "Mô phỏng, không phải số liệu chính thức.",
                "Simulation, not official figures.",
            ];
            Some(either(language, vi, en).to_owned())
        }
        _ => Some(format!("{}.", tag(provenance, is_edited, language))),
    }
}

/// A result that the file of an own index gives for a unit, and what comes out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct GivenOtherwise {
    /// Name of the unit.
    pub(crate) unit: String,
    /// Its total as given and as computed, where they differ.
    pub(crate) totals: Option<(Exact, Exact)>,
    /// Most decimals of a total.
    pub(crate) decimals: u32,
    /// Its rank as given and as computed, where they differ.
    pub(crate) ranks: Option<(u32, u32)>,
}

/// "B giá trị 0,76 (tính được 0,75), hạng 3 (tính được 2)"
pub(crate) fn one_otherwise(one: &GivenOtherwise, language: Language) -> String {
    let plain = |value: Exact| {
        let text = value.to_short_text(one.decimals.max(SCORE_DECIMALS));
        match language {
            Language::Vi => text.replace('.', ","),
            Language::En => text,
        }
    };
    let totals = one.totals.map(|(given, own)| {
        let [given, own] = [given, own].map(plain);
        match language {
            Language::Vi => format!("giá trị {given} (tính được {own})"),
            Language::En => format!("score {given} (computed {own})"),
        }
    });
    let ranks = one.ranks.map(|(given, own)| match language {
        Language::Vi => format!("hạng {given} (tính được {own})"),
        Language::En => format!("rank {given} (computed {own})"),
    });
    let told: Vec<String> = [totals, ranks].into_iter().flatten().collect();
    format!("{} {}", one.unit, told.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{tag, warning};
    use crate::page::text::assert_in_both_languages;
    use dti_engine::model::Provenance::{Fictitious, Loaded, PartlyLoaded, Published};
    use dti_formats::link::Language;

    #[test]
    fn only_what_was_published_is_called_so() {
        for provenance in [Published, PartlyLoaded, Loaded, Fictitious] {
            for is_edited in [false, true] {
                let both = [Language::Vi, Language::En];
                assert_in_both_languages(&[both.map(|own| tag(provenance, is_edited, own))]);
                let is_published = provenance == Published;
                for (language, no) in both.into_iter().zip(["không phải số liệu công bố", "not "])
                {
                    let said = tag(provenance, is_edited, language);
                    assert!(is_published || said.contains(no), "{said}");
                    let warning = warning(provenance, is_edited, language);
                    assert_eq!(warning.is_none(), is_published && !is_edited);
                }
            }
        }
    }
}
