//! What the framework of an own index must have besides being one.

use super::edition::id;
use super::limits::{LONGEST_ID, MOST_INDICATORS};
use crate::FileError;
use crate::framework_document::{FrameworkDocument, IndicatorDocument};
use crate::framework_file::not_whole;
use crate::json::Place;
use dti_engine::model::{Framework, Level};

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

/// Whether an id of an indicator means something else in tables and answers.
pub(super) fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id) || id.starts_with("pillar_") || id.starts_with("rank_pillar_")
}

/// What a tree must have besides being one.
pub(super) fn check(place: &Place<'_>, framework: &Framework) -> Result<(), FileError> {
    let indicators = place.at("indicators");
    if framework.rows() > MOST_INDICATORS + 1 {
        let problem = format!("an index may have {MOST_INDICATORS} indicators at most");
        return Err(indicators.fault(problem));
    }
    for node in framework.nodes() {
        let own = framework.indicator(node);
        if is_reserved(&own.id) || own.id.len() > LONGEST_ID {
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

/// What its document must have.
pub(super) fn check_document(
    place: &Place<'_>,
    document: &FrameworkDocument,
) -> Result<(), FileError> {
    id(&place.at("id"), &document.id, "_-.")?;
    check_whole(&place.at("indicators"), &document.indicators)
}

/// Max points are whole numbers on every level; components with a rule may have hundredths, as those of
/// official lists do.
fn check_whole(place: &Place<'_>, indicators: &[IndicatorDocument]) -> Result<(), FileError> {
    for (row, indicator) in indicators.iter().enumerate() {
        let place = place.row(row);
        let hundredths = indicator.max_points.map_or(0, |max_points| max_points.0);
        if hundredths % 100 != 0 && indicator.rule.is_none() {
            return Err(place.at("maxPoints").fault(format!(
                "{}; give all indicators 10 or 100 times as many, which changes no score",
                not_whole(hundredths)
            )));
        }
        let children = indicator.children.as_deref().unwrap_or_default();
        check_whole(&place.at("children"), children)?;
    }
    Ok(())
}
