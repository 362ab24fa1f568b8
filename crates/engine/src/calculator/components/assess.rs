//! A unit's own assessment as overrides: each raw value through its rule, or a fault that says what
//! is wrong with it.

use crate::analysis::{RuleMismatch, earned};
use crate::model::{
    Assessed, Assessment, Entry, Exact, Framework, Kind, Level, Node, Override, RawValue, RuleKind,
    Score,
};

/// The columns of an assessment: its four stages, and the what-if.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AssessmentColumn {
    /// What the unit gives itself.
    SelfAssessed,
    /// What the first review gave.
    Reviewed,
    /// What the unit explained.
    Explained,
    /// What was verified: the result.
    Verified,
    /// What if it became this.
    WhatIf,
}

impl AssessmentColumn {
    /// All columns; the last one that is filled counts.
    pub const ALL: [Self; 5] = [
        Self::SelfAssessed,
        Self::Reviewed,
        Self::Explained,
        Self::Verified,
        Self::WhatIf,
    ];

    /// The word in texts between modules and in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SelfAssessed => "self",
            Self::Reviewed => "reviewed",
            Self::Explained => "explained",
            Self::Verified => "verified",
            Self::WhatIf => "what_if",
        }
    }

    /// The value of this column.
    pub fn of(self, row: &Assessed) -> Option<&RawValue> {
        match self {
            Self::SelfAssessed => row.own.as_ref(),
            Self::Reviewed => row.reviewed.as_ref(),
            Self::Explained => row.explained.as_ref(),
            Self::Verified => row.verified.as_ref(),
            Self::WhatIf => row.what_if.as_ref(),
        }
    }

    /// Puts a value in this column, or takes it out.
    pub fn put(self, row: &mut Assessed, value: Option<RawValue>) {
        match self {
            Self::SelfAssessed => row.own = value,
            Self::Reviewed => row.reviewed = value,
            Self::Explained => row.explained = value,
            Self::Verified => row.verified = value,
            Self::WhatIf => row.what_if = value,
        }
    }
}

/// What is wrong with a value of an assessment.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AssessmentProblem {
    /// No indicator of that id that takes a value.
    #[error("`{framework}` has no such component; load the list that has it, or correct the id")]
    UnknownIndicator {
        /// Id of the framework.
        framework: String,
    },
    /// Two rows of one component.
    #[error("it has two rows; keep one")]
    Twice,
    /// A value that its rule does not take.
    #[error(transparent)]
    Rule(#[from] RuleMismatch),
}

/// A value of an assessment that cannot count, and why.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{indicator}`, {}: {problem}", .column.as_str())]
pub struct AssessmentFault {
    /// Id of the component.
    pub indicator: String,
    /// Which of its values.
    pub column: AssessmentColumn,
    /// What is wrong.
    pub problem: AssessmentProblem,
}

/// What an assessment makes of a scenario: the what-if of each component, else its verified, else
/// its self-assessed value, as an exact share of the max points. All are private, what-ifs too.
///
/// A value on a component with criteria, or on a main indicator with components, counts only while
/// nothing below it has one. Values of what gives no points are kept, but do not count.
pub fn assessed_overrides(
    framework: &Framework,
    assessment: &Assessment,
) -> Result<Vec<Override>, Vec<AssessmentFault>> {
    match assess(framework, assessment) {
        (overrides, faults) if faults.is_empty() => Ok(overrides),
        (_, faults) => Err(faults),
    }
}

/// The same of what holds, whatever else is wrong: for figures that follow while one is typed.
pub fn counting_overrides(framework: &Framework, assessment: &Assessment) -> Vec<Override> {
    assess(framework, assessment).0
}

/// Both: what holds, and the faults.
pub(super) fn assess(
    framework: &Framework,
    assessment: &Assessment,
) -> (Vec<Override>, Vec<AssessmentFault>) {
    let (mut overrides, mut faults) = (Vec::new(), Vec::new());
    let counting: Vec<Node> = assessment
        .rows
        .iter()
        .filter(|row| row.counting().is_some())
        .filter_map(|row| framework.node(&row.indicator))
        .collect();
    for (place, row) in assessment.rows.iter().enumerate() {
        let mut before = assessment.rows.iter().take(place);
        let is_second = before.any(|other| other.indicator == row.indicator);
        let node = framework.node(&row.indicator);
        let node = node.filter(|&node| framework.indicator(node).level >= Level::Main);
        let mut counts = None;
        for column in AssessmentColumn::ALL {
            let Some(raw) = column.of(row) else {
                continue;
            };
            let earned = match node {
                _ if is_second => Err(AssessmentProblem::Twice),
                Some(node) => earned_with(framework, node, raw, row.reference).map_err(Into::into),
                None => Err(AssessmentProblem::UnknownIndicator {
                    framework: framework.id().to_owned(),
                }),
            };
            match earned {
                // The columns stand in the order in which a later one wins.
                Ok(share) => counts = Some(share),
                Err(problem) => faults.push(AssessmentFault {
                    indicator: row.indicator.clone(),
                    column,
                    problem,
                }),
            }
        }
        let Some((node, share)) = node.zip(counts) else {
            continue;
        };
        let is_sum = counting
            .iter()
            .any(|&below| framework.is_above(node, below));
        if framework.indicator(node).scored && !is_sum {
            overrides.push(Override {
                unit: assessment.unit.clone(),
                indicator: row.indicator.clone(),
                entry: Entry::Share(share),
                kind: Kind::Assessed,
            });
        }
    }
    (overrides, faults)
}

/// The points that a raw value earns of an indicator's own max points.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use dti_engine::calculator::earned_points;
/// use dti_engine::model::{Exact, RawValue};
/// let calculator = dti_formats::official()?;
/// let framework = calculator.edition("2022")?.framework();
/// let signatures = framework.node("society.3").ok_or("no such component")?;
/// let share = RawValue::Number(Exact::decimal(76, 4));
/// let points = earned_points(framework, signatures, &share)?;
/// assert_eq!(points, Exact::decimal(304, 3));
/// # Ok(())
/// # }
/// ```
pub fn earned_points(
    framework: &Framework,
    node: Node,
    raw: &RawValue,
) -> Result<Exact, RuleMismatch> {
    let share = earned(framework, node, raw)?;
    Ok(share.value() * framework.indicator(node).max_points.value())
}

/// The same beside the reference value of the row that it stands in.
pub(super) fn earned_with(
    framework: &Framework,
    node: Node,
    raw: &RawValue,
    reference: Option<Exact>,
) -> Result<Score, RuleMismatch> {
    match (&framework.indicator(node).rule.kind, reference) {
        (RuleKind::Relative, Some(best)) => earned(framework, node, &raw.clone().compared(best)),
        _ => earned(framework, node, raw),
    }
}
