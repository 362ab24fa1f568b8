//! The project file: everything that a reader brought and the scenarios that were saved, as JSON
//! that loads again with nothing lost.

use super::document::Document;
use super::{Own, ProjectKind};
use crate::json::Data;
use crate::{FileError, LARGEST_PROJECT, is_unseen};
use serde::de::IgnoredAny;
use serde_json::Value;

/// Version of the format.
pub(super) const VERSION: u32 = 1;

/// A project: what the reader brought, and the saved scenarios as names and fragments.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Project {
    /// Whether it is everything, or a part that is put beside what is there.
    pub kind: ProjectKind,
    /// What the reader brought.
    pub own: Own,
    /// Saved scenarios: name and fragment, with the known figures in it.
    pub scenarios: Vec<(String, String)>,
    /// The scenario on screen as a fragment; empty where the file has none.
    pub current: String,
}

/// A project as a text that [`parse_project`] reads.
pub fn project_text(project: &Project) -> String {
    // Fails only for maps with keys that are no texts.
    serde_json::to_string_pretty(&Document::<()>::of(project, None)).unwrap_or_default()
}

/// Whether a text is a project file of a later version than this one reads.
pub fn is_newer_project(text: &str) -> bool {
    let data = Data::of_json("", text);
    let version = data.ok().and_then(|data| data.field("version")?.as_f64());
    version.is_some_and(|version| version > f64::from(VERSION))
}

/// Reads a project file. `file` is its name, for messages.
pub fn parse_project(file: &str, text: &str) -> Result<Project, FileError> {
    let fault = |problem: String| FileError::new(file, "top level", problem);
    if text.len() > LARGEST_PROJECT {
        return Err(fault(format!(
            "{} bytes are too many; at most {LARGEST_PROJECT} are allowed",
            text.len()
        )));
    }
    let data = Data::of_json(file, text)?;
    let format = data.field("format").and_then(Value::as_str);
    let Some(kind) = format.and_then(ProjectKind::named) else {
        let wanted = ProjectKind::default().format();
        return Err(fault(format!(
            "this is no project file; its `format` must be `{wanted}`"
        )));
    };
    if let Some(given) = data.field("version").and_then(Value::as_f64)
        && (given - f64::from(VERSION)).abs() > f64::EPSILON
    {
        let problem = format!("version {given} is not known here; this page reads version 1");
        return Err(FileError::new(file, "version", problem));
    }
    let document: Document<IgnoredAny> = data.read(file)?;
    if kind == ProjectKind::Whole && document.computed.is_some() {
        let problem = "the field `computed` is not known here; it stands in parts of a project";
        return Err(fault(problem.to_owned()));
    }
    let mut project = document.project(kind);
    for (name, _) in &mut project.scenarios {
        name.retain(|letter| !is_unseen(letter));
    }
    Ok(project)
}

#[cfg(test)]
mod tests {
    use super::{Project, ProjectKind, parse_project, project_text};
    use crate::Own;
    use dti_engine::model::{
        Answer, Assessed, Assessment, Choice, ComponentList, Exact, ListedComponent, RawValue,
        ResultsRow, ResultsTable, Rule, RuleKind, Text,
    };
    use proptest::prelude::*;

    fn word() -> impl Strategy<Value = String> {
        "[a-zđắệ\"\\\\\n =,;.]{0,12}"
    }

    fn decimal() -> impl Strategy<Value = Exact> {
        (0_i64..=10_000).prop_map(|value| Exact::decimal(value, 4))
    }

    fn raw() -> impl Strategy<Value = RawValue> {
        let pair = || (decimal(), decimal());
        prop_oneof![
            decimal().prop_map(RawValue::Points),
            any::<bool>().prop_map(|yes| RawValue::Answer(if yes {
                Answer::Yes
            } else {
                Answer::No
            })),
            (0_usize..9).prop_map(|place| RawValue::Choice(place.to_string())),
            any::<u32>().prop_map(|count| RawValue::Number(Exact::whole(count.into()))),
            prop::collection::vec("[0-9a-z]{1,3}", 0..4).prop_map(RawValue::Listed),
            pair().prop_map(|(part, whole)| RawValue::ratio(part, whole)),
            pair().prop_map(|(value, best)| RawValue::Number(value).compared(best)),
        ]
    }

    fn own() -> impl Strategy<Value = Own> {
        let component = (
            word(),
            word(),
            prop::option::of(word()),
            word(),
            0_u32..1_000_000,
            any::<bool>(),
        );
        let component =
            component.prop_map(
                |(id, parent, number, name, max_points, scored)| ListedComponent {
                    id,
                    parent,
                    number,
                    name: Text {
                        vi: name.clone(),
                        en: name,
                    },
                    max_points,
                    scored,
                    rule: Rule::from(RuleKind::Levels(Choice::unnamed([
                        Exact::ZERO,
                        Exact::decimal(5, 1),
                    ]))),
                },
            );
        let list = (word(), prop::collection::vec(component, 0..4))
            .prop_map(|(framework, rows)| ComponentList { framework, rows });
        let scores = prop::collection::btree_map(word(), decimal(), 0..4);
        let row = (
            word(),
            prop::option::of(0_u32..64),
            prop::option::of(decimal()),
            scores,
        );
        let row = row.prop_map(|(unit, rank, total, scores)| ResultsRow {
            unit,
            rank,
            total,
            scores: scores.into_iter().collect(),
        });
        let table = (word(), prop::collection::vec(row, 0..4))
            .prop_map(|(edition, rows)| ResultsTable { edition, rows });
        let value = || prop::option::of(raw());
        let assessed = (
            word(),
            [value(), value(), value(), value(), value()],
            prop::option::of(decimal()),
        )
            .prop_map(|(indicator, values, reference)| {
                let [own, reviewed, explained, verified, what_if] = values;
                Assessed {
                    indicator,
                    own,
                    reviewed,
                    explained,
                    verified,
                    what_if,
                    reference: reference.filter(|value| *value > Exact::ZERO),
                }
            });
        let assessment = (word(), word(), prop::collection::vec(assessed, 0..4)).prop_map(
            |(edition, unit, rows)| Assessment {
                edition,
                unit,
                rows,
            },
        );
        let texts = || prop::collection::vec(word(), 0..3);
        let all = (
            prop::collection::vec(list, 0..3),
            texts(),
            prop::collection::vec(table, 0..3),
            texts(),
            texts(),
            prop::collection::vec(assessment, 0..3),
        );
        all.prop_map(
            |(lists, slots, results, indices, examples, assessments)| Own {
                lists,
                slots,
                results,
                indices,
                examples,
                assessments,
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_project_file_loads_again_with_nothing_lost(
            own in own(),
            scenarios in prop::collection::vec((word(), word()), 0..3),
            current in word(),
            kind in prop_oneof![
                Just(ProjectKind::Whole),
                Just(ProjectKind::Scorecard),
                Just(ProjectKind::Results),
            ],
        ) {
            let project = Project { kind, own, scenarios, current };
            prop_assert_eq!(parse_project("p.json", &project_text(&project)).unwrap(), project);
        }
    }

    #[track_caller]
    fn expect_fault(text: &str, sentence: &str) {
        let fault = parse_project("p.json", text).unwrap_err().to_string();
        assert!(fault.contains(sentence), "{fault}");
    }

    #[test]
    fn faults_name_the_place() {
        expect_fault("{", "p.json");
        expect_fault("{}", "no project file");
        let with = |rest: &str| format!(r#"{{"format":"dti-whatif project","version":1{rest}}}"#);
        assert!(parse_project("p.json", &with("")).unwrap().own.is_empty());
        expect_fault(
            &with(r#","moon":1"#),
            "top level: the field `moon` is not known here; known fields are assessments",
        );
        expect_fault(
            &with(
                r#","results":[{"edition":"2022","rows":[{"unit":"hue","scores":{"economy":"1.2"}}]}]"#,
            ),
            "results.0.rows.0.scores.economy: `1.2` must be a number in quotes from 0 to 1",
        );
        expect_fault(
            &with(
                r#","assessments":[{"edition":"2022","unit":"hue","values":[{"indicator":"a.1","self":"points"}]}]"#,
            ),
            "assessments.0.values.0.self: `points` is no value",
        );
        expect_fault(&with("").replace(":1", ":2"), "version 2 is not known");
    }
}
