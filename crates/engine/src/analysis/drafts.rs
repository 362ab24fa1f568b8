//! Frameworks for the tests of the steps.

use crate::model::{Indicator, IndicatorDraft, Level, MaxPoints};

/// An indicator below another one.
pub(super) fn draft(
    id: &str,
    level: Level,
    parent: Option<&str>,
    max_points: u32,
) -> IndicatorDraft {
    IndicatorDraft {
        parent: parent.map(str::to_owned),
        indicator: Indicator {
            id: id.to_owned(),
            level,
            max_points: MaxPoints::try_new(max_points).unwrap(),
            ..Indicator::default()
        },
    }
}
