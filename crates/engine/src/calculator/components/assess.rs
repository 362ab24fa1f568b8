//! A unit's own assessment as overrides: each raw value through its rule, or a fault that says what
//! is wrong with it.

use crate::analysis::score;
use crate::model::{
    Assessed, Assessment, Entry, Exact, Framework, Kind, Level, Node, Override, POINTS_DECIMALS,
    RawValue, Rule, Score,
};

/// The columns of an assessment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AssessmentColumn {
    /// What the unit gives itself.
    SelfAssessed,
    /// What was verified.
    Verified,
    /// What if it became this.
    WhatIf,
}

impl AssessmentColumn {
    /// All columns, in the order in which they stand.
    pub const ALL: [Self; 3] = [Self::SelfAssessed, Self::Verified, Self::WhatIf];

    /// The word in texts between modules and in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SelfAssessed => "self",
            Self::Verified => "verified",
            Self::WhatIf => "what_if",
        }
    }

    /// The value of this column.
    pub fn of(self, row: &Assessed) -> Option<&RawValue> {
        match self {
            Self::SelfAssessed => row.own.as_ref(),
            Self::Verified => row.verified.as_ref(),
            Self::WhatIf => row.what_if.as_ref(),
        }
    }

    /// Puts a value in this column, or takes it out.
    pub fn put(self, row: &mut Assessed, value: Option<RawValue>) {
        match self {
            Self::SelfAssessed => row.own = value,
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
    /// A value of another rule.
    #[error("its rule takes another kind of value; enter it again")]
    WrongKind,
    /// Points beyond the maximum.
    #[error("{} points were given; use 0 to {}", short(*.given), short(*.max_points))]
    PointsOutOfRange {
        /// What was given.
        given: Exact,
        /// Its max points.
        max_points: Exact,
    },
    /// Points with more than 2 decimals.
    #[error("{} points were given; use at most 2 decimals", .given.to_short_text(12))]
    TooManyDecimals {
        /// What was given.
        given: Exact,
    },
    /// A count or a part below zero.
    #[error("{} was given; use 0 or more", short(*.given))]
    Negative {
        /// What was given.
        given: Exact,
    },
    /// A share of nothing.
    #[error("the whole is {}; use a number above 0", short(*.given))]
    NoWhole {
        /// What was given.
        given: Exact,
    },
    /// A level that the rule does not have, counted from 1.
    #[error("level {given} was given; use 1 to {levels}")]
    NoSuchLevel {
        /// What was given, from 1.
        given: usize,
        /// How many there are.
        levels: usize,
    },
    /// A part that the rule does not have, counted from 1.
    #[error("part {given} was given; use 1 to {parts}")]
    NoSuchPart {
        /// What was given, from 1.
        given: usize,
        /// How many there are.
        parts: usize,
    },
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

fn short(value: Exact) -> String {
    value.to_short_text(POINTS_DECIMALS)
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
                Some(node) => earned(framework, node, raw),
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

/// The points that a raw value earns of an indicator's own max points; `None` where its rule does not
/// take it.
pub fn earned_points(framework: &Framework, node: Node, raw: &RawValue) -> Option<Exact> {
    let share = earned(framework, node, raw).ok()?;
    Some(share.value() * framework.indicator(node).max_points.value())
}

/// The share of an indicator's own max points that a raw value earns.
pub(super) fn earned(
    framework: &Framework,
    node: Node,
    raw: &RawValue,
) -> Result<Score, AssessmentProblem> {
    let indicator = framework.indicator(node);
    if !indicator.scored {
        return Ok(Score::ZERO);
    }
    let max_points = indicator.max_points.value();
    check(&indicator.rule, max_points, raw)?;
    let share = score(&indicator.rule, max_points, raw);
    let share = share.ok().and_then(Score::try_new);
    share.ok_or(AssessmentProblem::WrongKind)
}

/// What is wrong with a number, in more words than the rule itself has.
fn check(rule: &Rule, max_points: Exact, raw: &RawValue) -> Result<(), AssessmentProblem> {
    let whole = |part: Exact, given: Exact| {
        if part.is_negative() {
            Err(AssessmentProblem::Negative { given: part })
        } else if given <= Exact::ZERO {
            Err(AssessmentProblem::NoWhole { given })
        } else {
            Ok(())
        }
    };
    match (rule, raw) {
        (Rule::Points, &RawValue::Points(given)) => {
            if given.is_negative() || given > max_points {
                return Err(AssessmentProblem::PointsOutOfRange { given, max_points });
            }
            if given.rounded(POINTS_DECIMALS) != given {
                return Err(AssessmentProblem::TooManyDecimals { given });
            }
            Ok(())
        }
        (Rule::Levels(levels), &RawValue::Level(level)) if level >= levels.len() => {
            let (given, levels) = (level.saturating_add(1), levels.len());
            Err(AssessmentProblem::NoSuchLevel { given, levels })
        }
        (Rule::Parts(parts), RawValue::Met(met)) => {
            match met.iter().find(|&&part| part >= parts.len()) {
                Some(&part) => {
                    let (given, parts) = (part.saturating_add(1), parts.len());
                    Err(AssessmentProblem::NoSuchPart { given, parts })
                }
                None => Ok(()),
            }
        }
        (_, &RawValue::Share { part, whole: of }) => whole(part, of),
        (_, &RawValue::InPopulation { count, population }) => whole(count, population),
        _ => Ok(()),
    }
}
