//! The document of an own index as it was parsed, and what its framework must have besides being
//! one.

use super::edition::id;
use super::limits::{LONGEST_ID, MOST_INDICATORS};
use super::values::{OBJECT, Values};
use crate::FileError;
use crate::json::Field;
use dti_engine::model::{Framework, LARGEST_MAX_POINTS, Level};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// The whole document. The values are nearly all of it, so they alone are read into a form of their
/// own; what is derived for each field costs the API's module 8 KB more and says less where it fails.
pub(super) struct Document {
    /// All but the values.
    pub(super) tree: Value,
    pub(super) values: Option<Values>,
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_map(Fields("edition"))
    }
}

/// The edition, read as the document is.
struct Edition(Document);

impl<'de> Deserialize<'de> for Edition {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_map(Fields("values")).map(Edition)
    }
}

/// The fields of an object; the one of this name leads to the values.
struct Fields(&'static str);

impl<'de> Visitor<'de> for Fields {
    type Value = Document;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(OBJECT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Document, A::Error> {
        let mut values = None;
        let mut tree = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            if key != self.0 {
                tree.insert(key, fields.next_value()?);
            } else if key == "values" {
                values = fields.next_value()?;
            } else {
                let Edition(edition) = fields.next_value()?;
                values = edition.values;
                tree.insert(key, edition.tree);
            }
        }
        Ok(Document {
            tree: Value::Object(tree),
            values,
        })
    }
}

/// Ids of indicators that mean something else in tables and answers.
const RESERVED: [&str; 10] = [
    "unit",
    "source",
    "other_sources",
    "derived",
    "copies",
    "rank",
    "score",
    "total",
    "rest",
    // Of every object in JavaScript.
    "__proto__",
];
/// What a tree must have besides being one.
pub(super) fn check_framework(field: &Field<'_>, framework: &Framework) -> Result<(), FileError> {
    id(&field.get("id")?, "_-.")?;
    let indicators = field.get("indicators")?;
    check_whole(&indicators)?;
    if framework.rows() > MOST_INDICATORS + 1 {
        let problem = format!("an index may have {MOST_INDICATORS} indicators at most");
        return Err(indicators.fault(problem));
    }
    for node in framework.nodes() {
        let own = framework.indicator(node);
        let is_reserved = RESERVED.contains(&own.id.as_str())
            || own.id.starts_with("pillar_")
            || own.id.starts_with("rank_pillar_");
        if is_reserved || own.id.len() > LONGEST_ID {
            let problem = format!(
                "the indicator `{}` needs another id: this one is reserved or longer than \
                 {LONGEST_ID} characters",
                own.id
            );
            return Err(indicators.fault(problem));
        }
        if own.level == Level::Group && own.children.is_empty() {
            let problem = format!("the group `{}` has no indicators below it", own.id);
            return Err(indicators.fault(problem));
        }
    }
    if framework.total().hundredths() == 0 {
        return Err(indicators.fault("at least one main indicator needs max points above 0"));
    }
    Ok(())
}

/// Max points are whole numbers on every level; official lists alone have hundredths on some.
fn check_whole(indicators: &Field<'_>) -> Result<(), FileError> {
    for indicator in indicators.list()? {
        if let Some(max_points) = indicator.find("maxPoints")? {
            let given = max_points.number()?;
            if given.fract().abs() > 0.0 {
                return Err(max_points.fault(format!(
                    "{given} is not a whole number from 0 to {LARGEST_MAX_POINTS}; give all \
                     indicators 10 or 100 times as many, which changes no score"
                )));
            }
        }
        if let Some(children) = indicator.find("children")? {
            check_whole(&children)?;
        }
    }
    Ok(())
}
