//! Where a unit of one's own begins: a set of indicators, a name, and no figure.

use super::catalogue_document::ListedFramework;
use super::examples;
use super::framework_document::IndicatorDocument;
use super::own_catalogue::listed;
use super::shipped_framework::listed_framework;
use dti_engine::model::{Framework, Text};
use serde_json::{Value, json};

/// Id of the unit in a scorecard of its own.
const UNIT: &str = "ours";
/// Ids of sets that are for communes begin with this.
const COMMUNE: &str = "commune-";

/// The communes' sets on file: ids and titles.
pub fn commune_sets() -> Vec<(String, Text)> {
    let titled = sets().map(|(id, listed)| (id.clone(), listed.document.title.clone().into()));
    titled.collect()
}

/// One of these sets; `None` for any other id.
pub fn commune_set(id: &str) -> Option<Framework> {
    let (_, listed) = sets().find(|(own, _)| own == id)?;
    listed_framework(id, listed.clone()).ok()
}

fn sets() -> impl Iterator<Item = &'static (String, ListedFramework)> {
    let frameworks = examples::document().frameworks.iter();
    frameworks.filter(|(id, _)| id.starts_with(COMMUNE))
}

/// The document of an own index with one unit of this name, which has no figures: its points add up
/// from what is entered in its scorecard. `edition` is an id of its own.
pub fn empty_scorecard(framework: &Framework, edition: &str, name: &str) -> String {
    let name: String = name.chars().filter(|letter| !letter.is_control()).collect();
    let year = framework.header().rules_of.unwrap_or(FIRST_YEAR);
    let mut tree = tree(listed(framework));
    if let Some(fields) = tree.as_object_mut() {
        let id = format!("own-{}", framework.id());
        fields.insert("id".to_owned(), json!(id));
        // What is not entered yet counts nothing.
        fields.insert("missing".to_owned(), json!("zero"));
    }
    let named = json!({ "vi": name, "en": name });
    let document = json!({
        "framework": tree,
        "edition": {
            "id": edition,
            "year": year,
            "title": named,
            "unitName": { "vi": "đơn vị", "en": "unit", "plural": "units" },
            "units": [{ "id": UNIT, "name": named }],
            "values": {},
        },
    });
    document.to_string()
}

/// Year of a set that does not say its own.
const FIRST_YEAR: u16 = 2025;

/// A framework as a file has it: what lies below an indicator stands in it.
fn tree(listed: ListedFramework) -> Value {
    let ListedFramework {
        mut document,
        parents,
    } = listed;
    let all: Vec<(IndicatorDocument, Option<String>)> = std::mem::take(&mut document.indicators)
        .into_iter()
        .zip(parents)
        .collect();
    document.indicators = below(&all, None);
    let mut value = serde_json::to_value(document).unwrap_or_default();
    drop_absent(&mut value);
    value
}

fn below(
    all: &[(IndicatorDocument, Option<String>)],
    parent: Option<&str>,
) -> Vec<IndicatorDocument> {
    let children = all.iter().filter(|(_, own)| own.as_deref() == parent);
    let whole = |(own, _): &(IndicatorDocument, Option<String>)| {
        let children = below(all, Some(&own.id));
        let is_leaf = children.is_empty();
        IndicatorDocument {
            children: (!is_leaf).then_some(children),
            // Sums are added up again.
            max_points: own.max_points.filter(|_| is_leaf),
            ..own.clone()
        }
    };
    children.map(whole).collect()
}

/// Without what is absent, which a file leaves out.
fn drop_absent(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(drop_absent);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_absent),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{commune_set, commune_sets, empty_scorecard};
    use crate::parse_index;

    #[test]
    fn every_set_begins_without_a_figure() {
        let ids: Vec<String> = commune_sets().into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["commune-hcmc-2026", "commune-tay-ninh-2025"]);
        let official = crate::official().unwrap();
        let province = official.edition("2022").unwrap().framework();
        let communes = ids.iter().map(|id| commune_set(id).unwrap());
        for framework in communes.chain([(**province).clone()]) {
            let text = empty_scorecard(&framework, "ward", "Phường \"A\"\n");
            let index = parse_index("own.json", &text).unwrap();
            let edition = index.edition();
            assert_eq!(edition.units()[0].name.vi, "Phường \"A\"");
            assert!(edition.rows()[0].indicators.is_empty());
            let (own, before) = (edition.framework(), framework);
            assert_eq!(own.rows(), before.rows());
            for (node, other) in own.nodes().zip(before.nodes()) {
                let (own, before) = (own.indicator(node), before.indicator(other));
                assert_eq!((&own.id, own.max_points), (&before.id, before.max_points));
                assert_eq!((&own.rule, own.scored), (&before.rule, before.scored));
            }
        }
        assert!(commune_set("dti-922").is_none());
    }
}
