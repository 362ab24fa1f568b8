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

#[cfg(test)]
mod tests {
    use super::super::tests::{assessed, opened};
    use super::{AssessmentColumn, AssessmentFault, AssessmentProblem, assessed_overrides};
    use crate::model::{
        Answer, Assessed, Assessment, Entry, Exact, Framework, Kind, RawValue, Score,
    };

    fn row(indicator: &str, own: RawValue) -> Assessed {
        Assessed {
            indicator: indicator.to_owned(),
            own: Some(own),
            ..Assessed::default()
        }
    }

    fn assessment(rows: Vec<Assessed>) -> Assessment {
        Assessment {
            edition: "example-rules-2025".into(),
            unit: "example-place-b".into(),
            rows,
        }
    }

    #[track_caller]
    fn expect_share(framework: &Framework, row: Assessed, share: Exact) {
        let overrides = assessed_overrides(framework, &assessment(vec![row])).unwrap();
        let share = Entry::Share(Score::try_new(share).unwrap());
        assert_eq!(overrides[0].entry, share);
        assert_eq!(overrides[0].kind, Kind::Assessed);
    }

    #[track_caller]
    fn problem(framework: &Framework, indicator: &str, raw: RawValue) -> AssessmentProblem {
        let faults = assessed_overrides(framework, &assessment(vec![row(indicator, raw)]));
        let [fault]: [AssessmentFault; 1] = faults.unwrap_err().try_into().unwrap();
        assert_eq!(fault.column, AssessmentColumn::SelfAssessed);
        fault.problem
    }

    #[test]
    fn each_rule_gives_its_exact_share() {
        let (_, edition) = opened("example-rules-2025");
        let framework = edition.framework();
        let whole = |value| Exact::whole(value);
        let share = |part, of| RawValue::Share {
            part: whole(part),
            whole: whole(of),
        };
        let half = Exact::fraction(1, 2);
        expect_share(framework, row("management.1", RawValue::Level(1)), half);
        expect_share(framework, row("management.2", RawValue::Count(2)), half);
        let yes = RawValue::Answer(Answer::Yes);
        expect_share(framework, row("management.3", yes), Exact::ONE);
        let met = RawValue::Met(vec![0, 2]);
        expect_share(framework, row("management.4", met), Exact::decimal(7, 1));
        expect_share(
            framework,
            row("services.1", share(12, 35)),
            Exact::fraction(12, 35),
        );
        expect_share(framework, row("services.2", share(2, 5)), half);
        let firms = RawValue::InPopulation {
            count: whole(36),
            population: whole(48_000),
        };
        expect_share(framework, row("society.1", firms), half);
        let points = RawValue::Points(Exact::decimal(325, 2));
        expect_share(
            framework,
            row("services.4.1", points),
            Exact::decimal(8125, 4),
        );
    }

    #[test]
    fn the_what_if_wins_over_the_verified_over_the_own_value() {
        let (_, edition) = opened("example-rules-2025");
        let mut all = row("management.2", RawValue::Count(1));
        expect_share(edition.framework(), all.clone(), Exact::fraction(1, 4));
        all.verified = Some(RawValue::Count(2));
        expect_share(edition.framework(), all.clone(), Exact::fraction(1, 2));
        all.what_if = Some(RawValue::Count(4));
        expect_share(edition.framework(), all, Exact::ONE);
    }

    #[test]
    fn faults_name_the_component_what_was_given_and_what_is_allowed() {
        let (_, edition) = opened("example-rules-2025");
        let framework = edition.framework();
        let points = |hundredths| RawValue::Points(Exact::decimal(hundredths, 2));
        let faults = assessment(vec![row("services.4.1", points(401))]);
        let fault = assessed_overrides(framework, &faults).unwrap_err();
        let sentence = "`services.4.1`, self: 4.01 points were given; use 0 to 4";
        assert_eq!(fault[0].to_string(), sentence);
        let said = |indicator: &str, raw| problem(framework, indicator, raw).to_string();
        let thin = RawValue::Points(Exact::decimal(1255, 3));
        assert_eq!(
            said("services.4.1", thin),
            "1.255 points were given; use at most 2 decimals"
        );
        let nothing = RawValue::Share {
            part: Exact::ONE,
            whole: Exact::ZERO,
        };
        assert_eq!(
            said("services.1", nothing),
            "the whole is 0; use a number above 0"
        );
        let less = RawValue::Share {
            part: Exact::whole(-1),
            whole: Exact::ONE,
        };
        assert_eq!(said("services.1", less), "-1 was given; use 0 or more");
        assert_eq!(
            said("management.1", RawValue::Level(3)),
            "level 4 was given; use 1 to 3"
        );
        assert_eq!(
            said("management.4", RawValue::Met(vec![3])),
            "part 4 was given; use 1 to 3"
        );
        let other = problem(framework, "management.1", RawValue::Count(1));
        assert_eq!(other, AssessmentProblem::WrongKind);
        let unknown = problem(framework, "moon", RawValue::Count(1));
        assert!(matches!(
            unknown,
            AssessmentProblem::UnknownIndicator { .. }
        ));
        let twice = assessment(vec![
            row("society.2", points(100)),
            row("society.2", points(200)),
        ]);
        let faults = assessed_overrides(framework, &twice).unwrap_err();
        assert_eq!(faults[0].problem, AssessmentProblem::Twice);
    }

    #[test]
    fn a_value_on_a_parent_counts_only_while_nothing_below_it_has_one() {
        let (_, edition) = opened("example-rules-2025");
        let framework = edition.framework();
        let parent = row("services.4", RawValue::Points(Exact::whole(7)));
        let child = row("services.4.2", RawValue::Answer(Answer::No));
        let ids = |rows: Vec<Assessed>| -> Vec<String> {
            let overrides = assessed_overrides(framework, &assessment(rows)).unwrap();
            overrides.into_iter().map(|o| o.indicator).collect()
        };
        assert_eq!(ids(vec![parent.clone()]), ["services.4"]);
        assert_eq!(ids(vec![parent, child]), ["services.4.2"]);
        let unscored = row("society.3", RawValue::Points(Exact::whole(7)));
        assert!(
            ids(vec![unscored]).is_empty(),
            "it is kept, but gives no points"
        );
    }

    #[test]
    fn the_example_assessments_hold() {
        for id in ["example-rules-2025", "example-commune-2025"] {
            let (_, edition) = opened(id);
            let own = assessed(&edition);
            let overrides = assessed_overrides(edition.framework(), &own).unwrap();
            assert_eq!(overrides.len(), own.rows.len());
        }
    }
}
