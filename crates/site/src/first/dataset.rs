//! What the figures are, for machines: a schema.org `Dataset` as JSON-LD. It says what is on file and
//! nothing else: no licence of the figures is, nor a day on which the ministry published them.

use super::default_edition;
use dti_engine::calculator::Calculator;
use dti_engine::model::Edition;
use dti_whatif::state::is_complete;
use dti_words::Words;
use leptos::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The summary as a block of data. Its type makes it no script, whatever the page's policy.
#[component]
pub(crate) fn Dataset(
    /// What holds the figures.
    calculator: Arc<Calculator>,
    /// In which words.
    words: Words,
    /// Where the site is.
    site_url: Option<String>,
) -> impl IntoView {
    let summary = summary(&calculator, &words, site_url.as_deref());
    view! { <script type="application/ld+json">{written(&summary)}</script> }
}

/// As it stands in HTML: nothing in it can end the block.
pub(crate) fn written(summary: &Value) -> String {
    summary.to_string().replace('<', "\\u003c")
}

/// All complete official editions as one set of data.
pub(crate) fn summary(calculator: &Calculator, words: &Words, site_url: Option<&str>) -> Value {
    let editions = calculator.editions().iter();
    let editions: Vec<&Edition> = editions
        .map(AsRef::as_ref)
        .filter(|edition| is_complete(edition))
        .collect();
    let years = editions.iter().map(|edition| edition.header().year);
    let years = years.clone().min().zip(years.max());
    let parts = editions.iter();
    let parts = parts.map(|edition| part(calculator, edition, words));
    let version = calculator.data_version();
    let summary = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "inLanguage": words.language().as_str(),
        "name": words.dataset_name(),
        "description": words.dataset_description(),
        "spatialCoverage": { "@type": "Country", "name": words.country() },
        "isAccessibleForFree": true,
        "version": version.number,
        "dateModified": version.date,
        "variableMeasured": measured(calculator, words),
        "hasPart": parts.collect::<Vec<_>>(),
    });
    let years = years.map(|(first, last)| format!("{first}/{last}"));
    let summary = with(summary, "temporalCoverage", years.map(Value::from));
    let url = site_url.map(|site_url| format!("{site_url}{}", words.language().home()));
    with(summary, "url", url.map(Value::from))
}

/// An object with one more field, where there is a value for it.
fn with(mut object: Value, name: &str, value: Option<Value>) -> Value {
    if let (Some(fields), Some(value)) = (object.as_object_mut(), value) {
        fields.insert(name.to_owned(), value);
    }
    object
}

/// Rank, score, and the main indicators of the edition that is shown first.
fn measured(calculator: &Calculator, words: &Words) -> Vec<Value> {
    let mut measured = vec![
        json!({ "@type": "PropertyValue", "name": words.rank() }),
        json!({
            "@type": "PropertyValue", "name": words.dti_score(), "minValue": 0, "maxValue": 1,
        }),
    ];
    if let Ok(edition) = calculator.edition(&default_edition()) {
        let framework = edition.framework();
        measured.extend(framework.mains().map(|node| {
            let name = words.in_language(&framework.indicator(node).name);
            json!({ "@type": "PropertyValue", "name": name })
        }));
    }
    measured
}

/// One edition: its year, the decision that it follows, and where its ranks and scores were read.
fn part(calculator: &Calculator, edition: &Edition, words: &Words) -> Value {
    let header = edition.header();
    let framework = edition.framework().header();
    let part = json!({
        "@type": "Dataset",
        "name": words.in_language(&header.title),
        "description": words.ladder_caption(words.in_language(&header.title)),
        "temporalCoverage": header.year.to_string(),
        "citation": addresses(calculator, edition),
    });
    let decision = framework.decision.as_ref().map(|(number, date)| {
        json!({
            "@type": "Legislation",
            "name": words.in_language(&framework.title),
            "legislationIdentifier": number,
            "legislationDate": date,
        })
    });
    with(part, "isBasedOn", decision)
}

/// Addresses of the sources of ranks and scores.
fn addresses<'a>(calculator: &'a Calculator, edition: &Edition) -> BTreeSet<&'a str> {
    let figures = edition
        .rows()
        .iter()
        .flat_map(|row| [&row.rank, &row.total]);
    let places = figures
        .flatten()
        .filter_map(|figure| calculator.source(&figure.source))
        .map(|source| source.place.as_str());
    places
        .filter(|place| place.starts_with("https://"))
        .collect()
}
