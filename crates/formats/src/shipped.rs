//! What ships with the calculator: from the document that `build/shipped.rs` makes of `data/`, with what
//! a reader brought behind it, to the engine's catalogue.

use super::FileError;
use super::catalogue_document::{
    CatalogueDocument, EditionDocument, UnitDocument, VersionDocument,
};
use super::edition_file::rows;
use super::shipped_framework::listed_framework;
use dti_engine::model::{
    Edition, EditionHeader, Exact, GivenResult, HAS_OWN_INDICES, Previous, Text, Unit,
};
use dti_engine::{Catalogue, Correction, DataVersion, Source};
use std::sync::Arc;

/// The official editions, for native use and the JavaScript API: the page fetches them.
pub(super) static OFFICIAL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped.bin"));

/// The same without components.
pub(super) static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.bin"));

/// The document that some bytes hold.
pub(super) fn document(bytes: &[u8]) -> Result<CatalogueDocument, FileError> {
    let damaged = |_fault| FileError::new("figures", "all", "they are damaged; load them again");
    postcard::from_bytes(bytes).map_err(damaged)
}

/// Reads such a document.
pub(super) fn catalogue(document: CatalogueDocument) -> Result<Catalogue, FileError> {
    let mut frameworks = Vec::new();
    for (name, listed) in document.frameworks {
        let framework = listed_framework(&name, listed)?;
        frameworks.push((name, Arc::new(framework)));
    }
    let mut units = Vec::new();
    for (name, listed) in document.units {
        let listed: Vec<Unit> = listed.into_iter().map(Unit::from).collect();
        units.push((name, Arc::new(listed)));
    }
    let mut editions = Vec::new();
    let mut merged_units = Arc::new(Vec::new());
    for listed in last_of_each(document.editions) {
        let missing = |what: &str| FileError::new("editions", what, "this is missing");
        let framework = named(&frameworks, &listed.framework);
        let framework = framework.ok_or_else(|| missing(&listed.framework))?;
        let set = named(&units, &listed.units).ok_or_else(|| missing(&listed.units))?;
        let table = named(&document.tables, &listed.id).ok_or_else(|| missing(&listed.id))?;
        let rows = rows(table, framework, set)?;
        let code = named(&document.codes, &listed.id);
        if listed.merger_of.is_some() {
            merged_units = Arc::clone(set);
        }
        let (header, given) = header(listed, code.map(|code| format!("{code:08x}")));
        let edition = Edition::new(header, Arc::clone(framework), Arc::clone(set), rows);
        editions.push(Arc::new(edition.with_given(given)));
    }
    let mergers = document.mergers.into_iter();
    let sources = document.sources.into_iter().map(|own| Source {
        key: own.key,
        kind: own.kind,
        place: own.url,
    });
    Ok(Catalogue {
        editions,
        mergers: mergers.map(|own| (own.former, own.new)).collect(),
        merged_units,
        sources: sources.collect(),
        version: document.version.map(DataVersion::from).unwrap_or_default(),
    })
}

/// A later edition takes the place of one with the same id.
pub(super) fn last_of_each(editions: Vec<EditionDocument>) -> Vec<EditionDocument> {
    let mut listed: Vec<EditionDocument> = Vec::new();
    for edition in editions {
        match listed.iter_mut().find(|own| own.id == edition.id) {
            Some(own) => *own = edition,
            None => listed.push(edition),
        }
    }
    listed
}

/// The last of a name.
pub(super) fn named<'a, T>(list: &'a [(String, T)], name: &str) -> Option<&'a T> {
    let found = list.iter().rfind(|(own, _)| own == name);
    found.map(|(_, found)| found)
}

impl From<VersionDocument> for DataVersion {
    fn from(document: VersionDocument) -> Self {
        let corrections = document.corrections.into_iter().map(|own| Correction {
            version: own.version,
            date: own.date,
            editions: own.editions.unwrap_or_default(),
            what: own.what.into(),
        });
        Self {
            number: document.version,
            date: document.date,
            corrections: corrections.collect(),
        }
    }
}

impl From<UnitDocument> for Unit {
    fn from(document: UnitDocument) -> Self {
        let population = document.population.into_iter();
        Self {
            id: document.id,
            name: document.name.into(),
            gso_code: document.gso_code,
            region: document.region.map(Text::from),
            variants: document.variants,
            population: population.map(|(year, own)| (year, own.into())).collect(),
        }
    }
}

fn header(
    document: EditionDocument,
    data_code: Option<String>,
) -> (EditionHeader, Vec<GivenResult>) {
    let ranked = document.unit_name.map(|own| [own.vi, own.en, own.plural]);
    let own = document.own.filter(|_| HAS_OWN_INDICES);
    let mut header = EditionHeader {
        id: document.id,
        year: document.year,
        title: document.title.into(),
        simulatable: document.simulatable,
        profile: document.profile,
        previous: document.previous.map(|previous| Previous {
            edition: previous.edition,
            merged: previous.merged.unwrap_or_default(),
        }),
        merger_of: document.merger_of,
        is_own: own.is_some(),
        ranked: ranked.unwrap_or_default().map(|name| name.0),
        data_code,
        unranked: Vec::new(),
    };
    let Some(own) = own else {
        return (header, Vec::new());
    };
    header.unranked = own.unranked.into_iter().map(Text::from).collect();
    let given = own.given.into_iter().map(|given| GivenResult {
        unit: given.unit,
        total: given
            .total
            .map(|(total, decimals)| (Exact::from(total), decimals)),
        rank: given.rank,
    });
    (header, given.collect())
}

#[cfg(test)]
mod tests {
    use super::{OFFICIAL, document};
    use crate::catalogue_document::{CorrectionDocument, VersionDocument};
    use crate::parse_framework;
    use crate::typed::{Both, Line};
    use dti_engine::DataVersion;
    use dti_engine::model::Exact;

    #[test]
    fn a_framework_ships_as_its_json_file_says() {
        let catalogue = crate::official_catalogue().unwrap();
        assert_eq!(document(OFFICIAL).unwrap().frameworks.len(), 3);
        for edition in catalogue.editions {
            let id = edition.framework().id();
            let path = format!(
                "{}/../../data/frameworks/{id}.json",
                env!("CARGO_MANIFEST_DIR")
            );
            let file = parse_framework(id, &std::fs::read_to_string(path).unwrap()).unwrap();
            assert_eq!(format!("{file:?}"), format!("{:?}", edition.framework()));
        }
    }

    #[test]
    fn corrections_are_read_with_the_editions_that_they_touch() {
        let correction = |version, editions: &[&str], en: &str| CorrectionDocument {
            version,
            date: String::new(),
            editions: Some(editions.iter().map(|&id| id.to_owned()).collect()),
            what: Both {
                vi: Line(en.to_owned()),
                en: None,
            },
        };
        let version = DataVersion::from(VersionDocument {
            version: 3,
            date: "2027-01-31".to_owned(),
            corrections: vec![
                correction(2, &["2022", "2023"], "Mended"),
                correction(3, &[], "All"),
            ],
        });
        assert_eq!((version.number, version.date.as_str()), (3, "2027-01-31"));
        assert_eq!(version.since(1, "2022").count(), 2);
        let since = |number, edition| version.since(number, edition).map(|c| c.what.en.as_str());
        assert_eq!(since(1, "2024").collect::<Vec<_>>(), ["All"]);
        assert_eq!(since(2, "2022").collect::<Vec<_>>(), ["All"]);
        assert_eq!(since(3, "2022").count(), 0);
    }

    #[test]
    fn everything_that_ships_can_be_read() {
        let catalogue = crate::official_catalogue().unwrap();
        assert_eq!(catalogue.editions.len(), 6);
        assert_eq!(catalogue.merged_units.len(), 34);
        assert!(catalogue.version.number > 0);
        for edition in &catalogue.editions {
            assert_eq!(edition.rows().len(), edition.units().len());
            for (unit, row) in edition.units().iter().zip(edition.rows()) {
                for score in row.indicators.values().chain(&row.total) {
                    assert!(score.value <= Exact::ONE, "{}", unit.id);
                }
                let figures = row.indicators.values().chain(&row.total).chain(&row.rank);
                for figure in figures {
                    let mut sources = catalogue.sources.iter();
                    assert!(sources.any(|own| own.key == figure.source), "{}", unit.id);
                }
            }
        }
    }
}
