//! Whose figures are shown: every place that says so takes its words from here.

use super::either;
use dti_engine::model::Provenance;
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
