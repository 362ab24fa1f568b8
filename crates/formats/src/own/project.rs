//! The project file: everything that a reader brought and the scenarios that were saved, as JSON
//! that loads again with nothing lost.

use super::{Own, ProjectKind};
use crate::json::{Field, Json};
use crate::raw_text::{parse_tagged, tagged_text};
use crate::rule_text::{parse_rule, rule_text};
use crate::{FileError, LARGEST_PROJECT};
use dti_engine::model::{
    Assessed, Assessment, ComponentList, Exact, ListedComponent, MaxPoints, POINTS_DECIMALS,
    RawValue, ResultsRow, ResultsTable, Text,
};
use serde_json::{Map, Value, json};

/// Version of the format.
const VERSION: f64 = 1.0;
/// Decimals of a number in the file; more could not be read again.
const DECIMALS: u32 = 12;

/// What a part of a project file may hold. What came out stands in it for other programs.
const PART_KEYS: [&str; 11] = [
    "computed",
    "format",
    "version",
    "current",
    "scenarios",
    "componentLists",
    "assumedSlots",
    "results",
    "indices",
    "examples",
    "assessments",
];
/// And the whole file: all but that.
const KEYS: &[&str] = PART_KEYS.split_at(1).1;

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
    serde_json::to_string_pretty(&project_value(project)).unwrap_or_default()
}

pub(super) fn project_value(project: &Project) -> Value {
    let own = &project.own;
    let scenarios = project.scenarios.iter();
    let scenarios = scenarios.map(|(name, link)| json!({ "name": name, "link": link }));
    json!({
        "format": project.kind.format(),
        "version": VERSION as u32,
        "current": project.current,
        "scenarios": scenarios.collect::<Vec<Value>>(),
        "componentLists": own.lists.iter().map(list).collect::<Vec<Value>>(),
        "assumedSlots": own.slots,
        "results": own.results.iter().map(results).collect::<Vec<Value>>(),
        "indices": own.indices,
        "examples": own.examples,
        "assessments": own.assessments.iter().map(assessment).collect::<Vec<Value>>(),
    })
}

pub(super) fn number(value: Exact) -> Value {
    Value::String(value.to_short_text(DECIMALS))
}

fn list(list: &ComponentList) -> Value {
    let rows = list.rows.iter().map(|row| {
        json!({
            "id": row.id, "parent": row.parent, "number": row.number,
            "name": { "vi": row.name.vi, "en": row.name.en },
            "maxPoints": number(Exact::decimal(i64::from(row.max_points), POINTS_DECIMALS)),
            "scored": row.scored, "rule": rule_text(&row.rule),
        })
    });
    json!({ "framework": list.framework, "components": rows.collect::<Vec<Value>>() })
}

fn results(table: &ResultsTable) -> Value {
    let rows = table.rows.iter().map(|row| {
        let scores = row
            .scores
            .iter()
            .map(|(id, score)| (id.clone(), number(*score)));
        json!({
            "unit": row.unit, "rank": row.rank, "total": row.total.map(number),
            "scores": scores.collect::<Map<String, Value>>(),
        })
    });
    json!({ "edition": table.edition, "rows": rows.collect::<Vec<Value>>() })
}

fn assessment(one: &Assessment) -> Value {
    let value = |raw: &Option<RawValue>| raw.as_ref().map(tagged_text);
    let rows = one.rows.iter().map(|row| {
        json!({
            "indicator": row.indicator, "self": value(&row.own),
            "verified": value(&row.verified), "whatIf": value(&row.what_if),
        })
    });
    json!({ "edition": one.edition, "unit": one.unit, "values": rows.collect::<Vec<Value>>() })
}

/// Whether a text is a project file of a later version than this one reads.
pub fn is_newer_project(text: &str) -> bool {
    let json: Option<Value> = serde_json::from_str(text).ok();
    let version = json.and_then(|json| json.get("version")?.as_f64());
    version.is_some_and(|version| version > VERSION)
}

/// Reads a project file. `file` is its name, for messages.
pub fn parse_project(file: &str, text: &str) -> Result<Project, FileError> {
    if text.len() > LARGEST_PROJECT {
        let problem = format!(
            "{} bytes are too many; at most {LARGEST_PROJECT} are allowed",
            text.len()
        );
        return Err(FileError::new(file, "top level", problem));
    }
    let json = Json::parse(file, text)?;
    let top = json.field(file);
    let format = top.find("format")?.map(|field| field.text()).transpose()?;
    let Some(kind) = format.as_deref().and_then(ProjectKind::named) else {
        let wanted = ProjectKind::default().format();
        let problem = format!("this is no project file; its `format` must be `{wanted}`");
        return Err(top.fault(problem));
    };
    let version = top.get("version")?;
    let given = version.number()?;
    if (given - VERSION).abs() > f64::EPSILON {
        let problem = format!("version {given} is not known here; this page reads version 1");
        return Err(version.fault(problem));
    }
    let known: &[&str] = match kind {
        ProjectKind::Whole => KEYS,
        ProjectKind::Scorecard | ProjectKind::Results => &PART_KEYS,
    };
    top.only(known)?;
    let own = Own {
        lists: each(&top, "componentLists", read_list)?,
        slots: each(&top, "assumedSlots", whole_text)?,
        results: each(&top, "results", read_results)?,
        indices: each(&top, "indices", whole_text)?,
        examples: each(&top, "examples", whole_text)?,
        assessments: each(&top, "assessments", read_assessment)?,
    };
    Ok(Project {
        kind,
        own,
        scenarios: each(&top, "scenarios", read_scenario)?,
        current: top
            .find("current")?
            .map_or(Ok(String::new()), |f| f.text())?,
    })
}

/// Every entry of a list that may be absent.
fn each<T>(
    field: &Field<'_>,
    key: &str,
    read: fn(&Field<'_>) -> Result<T, FileError>,
) -> Result<Vec<T>, FileError> {
    match field.find(key)? {
        None => Ok(Vec::new()),
        Some(list) => list.list()?.iter().map(read).collect(),
    }
}

fn whole_text(field: &Field<'_>) -> Result<String, FileError> {
    field.text()
}

fn optional_text(field: &Field<'_>, key: &str) -> Result<Option<String>, FileError> {
    field.find(key)?.map(|found| found.text()).transpose()
}

fn read_scenario(field: &Field<'_>) -> Result<(String, String), FileError> {
    field.only(&["name", "link"])?;
    Ok((field.get("name")?.text()?, field.get("link")?.text()?))
}

fn read_number(field: &Field<'_>, most: Exact) -> Result<Exact, FileError> {
    let text = field.text()?;
    let value = Exact::from_plain_text(&text, DECIMALS).filter(|value| *value <= most);
    let most = most.to_short_text(POINTS_DECIMALS);
    value.ok_or_else(|| {
        field.fault(format!(
            "`{text}` must be a number in quotes from 0 to {most}"
        ))
    })
}

fn read_list(field: &Field<'_>) -> Result<ComponentList, FileError> {
    field.only(&["framework", "components"])?;
    Ok(ComponentList {
        framework: field.get("framework")?.text()?,
        rows: each(field, "components", read_component)?,
    })
}

fn read_component(field: &Field<'_>) -> Result<ListedComponent, FileError> {
    field.only(&[
        "id",
        "parent",
        "number",
        "name",
        "maxPoints",
        "scored",
        "rule",
    ])?;
    let rule = field.get("rule")?;
    let rule_word = rule.text()?;
    let max_points = field.get("maxPoints")?;
    let most = Exact::whole(i64::from(dti_engine::model::LARGEST_MAX_POINTS));
    let hundredths = read_number(&max_points, most)?.round_half_up(POINTS_DECIMALS);
    let hundredths = u32::try_from(hundredths).unwrap_or_default();
    Ok(ListedComponent {
        id: field.get("id")?.text()?,
        parent: field.get("parent")?.text()?,
        number: optional_text(field, "number")?,
        name: read_name(&field.get("name")?)?,
        max_points: MaxPoints::of_hundredths(hundredths).map_or(0, MaxPoints::hundredths),
        scored: field.get("scored")?.flag()?,
        rule: parse_rule(&rule_word)
            .ok_or_else(|| rule.fault(format!("`{rule_word}` is not a scoring rule")))?,
    })
}

/// As it stands, both languages, also empty ones.
fn read_name(field: &Field<'_>) -> Result<Text, FileError> {
    field.only(&["vi", "en"])?;
    Ok(Text {
        vi: field.get("vi")?.text()?,
        en: field.get("en")?.text()?,
    })
}

fn read_results(field: &Field<'_>) -> Result<ResultsTable, FileError> {
    field.only(&["edition", "rows"])?;
    Ok(ResultsTable {
        edition: field.get("edition")?.text()?,
        rows: each(field, "rows", read_row)?,
    })
}

fn read_row(field: &Field<'_>) -> Result<ResultsRow, FileError> {
    field.only(&["unit", "rank", "total", "scores"])?;
    let rank = match field.find("rank")? {
        None => None,
        Some(rank) => {
            let given = rank.number()?;
            let whole = MaxPoints::entered(given).map(MaxPoints::whole);
            Some(whole.ok_or_else(|| rank.fault(format!("{given} is not a rank")))?)
        }
    };
    let total = field
        .find("total")?
        .map(|total| read_number(&total, Exact::ONE));
    let scores = field.get("scores")?;
    let scores: Result<Vec<_>, _> = scores
        .keys()?
        .into_iter()
        .map(|id| Ok((id.clone(), read_number(&scores.get(&id)?, Exact::ONE)?)))
        .collect();
    Ok(ResultsRow {
        unit: field.get("unit")?.text()?,
        rank,
        total: total.transpose()?,
        scores: scores?,
    })
}

fn read_assessment(field: &Field<'_>) -> Result<Assessment, FileError> {
    field.only(&["edition", "unit", "values"])?;
    Ok(Assessment {
        edition: field.get("edition")?.text()?,
        unit: field.get("unit")?.text()?,
        rows: each(field, "values", read_assessed)?,
    })
}

fn read_assessed(field: &Field<'_>) -> Result<Assessed, FileError> {
    field.only(&[
        "indicator",
        "self",
        "reviewed",
        "explained",
        "verified",
        "whatIf",
        "reference",
    ])?;
    let value = |key: &str| {
        let found = field.find(key)?;
        found.map(|found| read_tagged(&found)).transpose()
    };
    Ok(Assessed {
        indicator: field.get("indicator")?.text()?,
        own: value("self")?,
        reviewed: value("reviewed")?,
        explained: value("explained")?,
        verified: value("verified")?,
        what_if: value("whatIf")?,
        reference: None,
    })
}

fn read_tagged(field: &Field<'_>) -> Result<RawValue, FileError> {
    let text = field.text()?;
    parse_tagged(&text).ok_or_else(|| {
        field.fault(format!(
            "`{text}` is no value; use for example `points 12.5` or `share 3/4`"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::{Project, ProjectKind, parse_project, project_text};
    use crate::Own;
    use dti_engine::model::{
        Answer, Assessed, Assessment, ComponentList, Exact, ListedComponent, RawValue, ResultsRow,
        ResultsTable, Rule, Text,
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
            (0_usize..9).prop_map(RawValue::Level),
            any::<u32>().prop_map(RawValue::Count),
            prop::collection::vec(0_usize..9, 0..4).prop_map(RawValue::Met),
            pair().prop_map(|(part, whole)| RawValue::Share { part, whole }),
            pair().prop_map(|(count, population)| RawValue::InPopulation { count, population }),
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
                    rule: Rule::Levels(vec![Exact::ZERO, Exact::decimal(5, 1)]),
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
        let assessed =
            (word(), value(), value(), value()).prop_map(|(indicator, own, verified, what_if)| {
                Assessed {
                    indicator,
                    own,
                    verified,
                    what_if,
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
        expect_fault(&with(r#","moon":1"#), "`moon` is not known here");
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
