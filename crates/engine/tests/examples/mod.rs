//! The example editions, for tests of scorecards.

use dti_engine::calculator::Calculator;
use dti_engine::model::{Assessment, Edition};
use dti_formats::{example_assessments, example_part};
use std::sync::Arc;

/// A calculator with an example edition.
pub(crate) fn opened(id: &str) -> (Calculator, Arc<Edition>) {
    let calculator = dti_formats::official_with(example_part(id).unwrap()).unwrap();
    let edition = Arc::clone(calculator.edition(id).unwrap());
    (calculator, edition)
}

/// The assessment that comes with an example edition.
pub(crate) fn assessed(edition: &Edition) -> Assessment {
    example_assessments(edition).unwrap().remove(0)
}
