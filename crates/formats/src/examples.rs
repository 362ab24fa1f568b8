//! The example editions: fictitious figures, each marked as an example in its title. They are a document
//! of their own, which only what is loaded later carries.

use super::catalogue_document::{AssessedDocument, CatalogueDocument};
use super::{FileError, OwnCatalogue, parse_raw_value, shipped};
use dti_engine::model::{Assessed, Assessment, Edition, Text};
use std::sync::LazyLock;

/// What `build/shipped.rs` makes of `data/examples/`.
static EXAMPLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin"));

/// All of them, decoded once; a damaged build has none.
pub(super) fn document() -> &'static CatalogueDocument {
    static DOCUMENT: LazyLock<CatalogueDocument> =
        LazyLock::new(|| shipped::document(EXAMPLES).unwrap_or_default());
    &DOCUMENT
}

/// The example editions: ids and titles.
pub fn examples() -> Vec<(String, Text)> {
    let editions = document().editions.iter();
    let named = editions.map(|own| (own.id.clone(), own.title.clone().into()));
    named.collect()
}

/// One example edition with its framework and units, to stand behind what ships; `None` for an id that
/// is not an example's.
pub fn example_part(id: &str) -> Option<OwnCatalogue> {
    let mut document = document().clone();
    document.editions.retain(|edition| edition.id == id);
    let edition = document.editions.first()?;
    document
        .frameworks
        .retain(|(name, _)| *name == edition.framework);
    document.units.retain(|(name, _)| *name == edition.units);
    document.tables.retain(|(name, _)| *name == edition.id);
    document.assessments.clear();
    Some(OwnCatalogue(document))
}

/// The assessments that come with an example edition: what a fictitious unit gives itself, and what
/// was verified.
pub fn example_assessments(edition: &Edition) -> Result<Vec<Assessment>, FileError> {
    let document = document();
    let rows = shipped::named(&document.assessments, edition.id());
    let framework = edition.framework();
    let mut assessments: Vec<Assessment> = Vec::new();
    for row in rows.into_iter().flatten() {
        let AssessedDocument {
            unit, indicator, ..
        } = row;
        let fault = |what: &str| FileError::new("assessments", indicator, what);
        let node = framework.node(indicator);
        let node = node.ok_or_else(|| fault("this indicator is unknown"))?;
        let rule = &framework.indicator(node).rule;
        let value = |text: &str| match text {
            "" => Ok(None),
            text => {
                let unread = || fault("this is no value of its rule");
                parse_raw_value(rule, text).map(Some).ok_or_else(unread)
            }
        };
        let row = Assessed {
            indicator: indicator.clone(),
            own: value(&row.own)?,
            verified: value(&row.verified)?,
            ..Assessed::default()
        };
        match assessments.iter_mut().find(|one| one.unit == *unit) {
            Some(one) => one.rows.push(row),
            None => assessments.push(Assessment {
                edition: edition.id().to_owned(),
                unit: unit.clone(),
                rows: vec![row],
            }),
        }
    }
    Ok(assessments)
}

#[cfg(test)]
mod tests {
    use super::{example_assessments, example_part, examples};
    use crate::parse_framework;
    use dti_engine::model::{Edition, Level, Rule, RuleKind};
    use std::sync::Arc;

    fn opened(id: &str) -> Arc<Edition> {
        let catalogue = crate::official_catalogue_with(example_part(id).unwrap()).unwrap();
        assert_eq!(catalogue.editions.len(), 7);
        let sources = &catalogue.sources;
        assert!(
            ["example", "s001"]
                .iter()
                .all(|key| sources.iter().any(|own| own.key == *key))
        );
        Arc::clone(catalogue.edition(id).unwrap())
    }

    #[test]
    fn every_example_says_that_it_is_one() {
        let examples = examples();
        assert_eq!(examples.len(), 2);
        for (id, title) in examples {
            let edition = opened(&id);
            assert!(edition.header().is_example(), "{id}");
            assert!(
                title.vi.starts_with("Ví dụ") && title.en.starts_with("Example"),
                "{id}"
            );
            for unit in edition.units() {
                assert!(unit.id.starts_with("example-"), "{}", unit.id);
                assert!(unit.name.vi.contains("Ví Dụ") && unit.name.en.starts_with("Example"));
            }
            assert!(
                edition.rows().iter().all(|row| !row.indicators.is_empty()),
                "{id}"
            );
        }
        assert!(
            crate::official_catalogue()
                .unwrap()
                .editions
                .iter()
                .all(|e| !e.header().is_example())
        );
        assert_eq!(example_part("2022"), None);
    }

    #[test]
    fn the_small_framework_has_every_rule() {
        let edition = opened("example-rules-2025");
        let framework = edition.framework();
        let path = "/data/examples/frameworks/example-rules.json";
        let path = format!("{}/../..{path}", env!("CARGO_MANIFEST_DIR"));
        let file = parse_framework("t", &std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(format!("{file:?}"), format!("{framework:?}"));
        let has = |is_it: fn(&Rule) -> bool| {
            let mut nodes = framework.nodes();
            nodes.any(|node| is_it(&framework.indicator(node).rule))
        };
        assert!(
            has(|rule| rule.kind == RuleKind::YesNo) && has(|rule| rule.kind == RuleKind::Ratio)
        );
        assert!(
            has(|rule| rule.kind == RuleKind::Survey)
                && has(|rule| rule.kind == RuleKind::Unscored)
        );
        assert!(has(|rule| matches!(rule.kind, RuleKind::Levels(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::CappedRatio(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::Steps(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::Parts(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::PerCapita { .. })));
        let mut nodes = framework.nodes();
        assert!(nodes.any(|node| framework.indicator(node).level == Level::Criterion));
        assert_eq!(framework.total().whole(), 100);
    }

    #[test]
    fn one_commune_is_assessed_in_all_62_rows() {
        let edition = opened("example-commune-2025");
        let assessments = example_assessments(&edition).unwrap();
        assert_eq!((assessments.len(), assessments[0].rows.len()), (1, 62));
        assert!(edition.position(&assessments[0].unit).is_some());
        let rules = opened("example-rules-2025");
        assert_eq!(example_assessments(&rules).unwrap()[0].rows.len(), 11);
        let official = crate::official_catalogue().unwrap();
        let none = example_assessments(official.edition("2022").unwrap());
        assert_eq!(none, Ok(Vec::new()));
    }
}
