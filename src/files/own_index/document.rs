//! The fields of an own index, and what its framework must have besides being one.

use super::edition::check_id;
use super::limits::{LONGEST_ID, MOST_INDICATORS};
use super::values::Values;
use crate::files::FileError;
use crate::files::json::Field;
use crate::files::typed::{Both, Line, Number, Object};
use crate::model::{Framework, LARGEST_MAX_POINTS, Level};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

/// The whole document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    #[serde(rename = "$schema")]
    _schema: Option<IgnoredAny>,
    /// Small beside the values, so it is read from what it was parsed into, as frameworks of
    /// official editions are.
    pub(super) framework: serde_json::Value,
    pub(super) edition: Object<EditionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct EditionFile {
    pub(super) id: Line,
    pub(super) year: Number,
    pub(super) title: Both,
    pub(super) unit_name: Option<Object<UnitName>>,
    pub(super) units: Vec<Object<UnitFile>>,
    pub(super) values: Values,
    pub(super) published: Option<BTreeMap<Line, Object<PublishedFile>>>,
}

/// What one unit is called, and in English several.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitName {
    pub(super) vi: Line,
    pub(super) en: Line,
    pub(super) plural: Line,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitFile {
    pub(super) id: Line,
    pub(super) name: Both,
    pub(super) region: Option<Both>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublishedFile {
    pub(super) total: Option<Number>,
    pub(super) rank: Option<Number>,
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
    let id = field.get("id")?;
    check_id(&id.text()?, "_-.").map_err(|problem| id.fault(problem))?;
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
