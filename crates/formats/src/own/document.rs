//! A project file as it stands: what each field is called and holds. Fields are in the order of their
//! names, as the file always had them; what may be absent may be `null` too.

use super::{Own, Project, ProjectKind};
use crate::framework_file::no_rule;
use crate::json::{AsText, Texted};
use crate::raw_text::{parse_tagged, tagged_text};
use crate::typed::Whole;
use crate::{parse_rule, rule_text};
use dti_engine::model::{
    Assessed, Assessment, ComponentList, Exact, LARGEST_MAX_POINTS, ListedComponent,
    POINTS_DECIMALS, RawValue, ResultsRow, ResultsTable, Rule, Text,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Decimals of a number in the file; more could not be read again.
const DECIMALS: u32 = 12;

/// The whole file. What came out (`C`) stands in parts of a project, for other programs.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Document<C> {
    assessments: Option<Vec<AssessmentDocument>>,
    assumed_slots: Option<Vec<String>>,
    component_lists: Option<Vec<ListDocument>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) computed: Option<C>,
    current: Option<String>,
    examples: Option<Vec<String>>,
    format: String,
    indices: Option<Vec<String>>,
    results: Option<Vec<TableDocument>>,
    scenarios: Option<Vec<ScenarioDocument>>,
    version: Whole<{ u32::MAX }>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScenarioDocument {
    link: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListDocument {
    components: Option<Vec<ComponentDocument>>,
    framework: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ComponentDocument {
    id: String,
    max_points: Texted<Points>,
    name: NameDocument,
    number: Option<String>,
    parent: String,
    rule: Texted<Rule>,
    scored: bool,
}

/// As it stands, both languages, also empty ones.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameDocument {
    en: String,
    vi: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableDocument {
    edition: String,
    rows: Option<Vec<RowDocument>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowDocument {
    rank: Option<Whole<LARGEST_MAX_POINTS>>,
    scores: BTreeMap<String, Texted<Score>>,
    total: Option<Texted<Score>>,
    unit: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssessmentDocument {
    edition: String,
    unit: String,
    values: Option<Vec<AssessedDocument>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AssessedDocument {
    #[serde(skip_serializing_if = "Option::is_none")]
    explained: Option<Texted<RawValue>>,
    indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<Texted<Reference>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed: Option<Texted<RawValue>>,
    #[serde(rename = "self")]
    own: Option<Texted<RawValue>>,
    verified: Option<Texted<RawValue>>,
    what_if: Option<Texted<RawValue>>,
}

/// A score `0..=1`.
struct Score(Exact);

/// Max points, in hundredths.
struct Points(u32);

/// What the best unit has: any number above zero.
struct Reference(Exact);

fn number(text: &str, most: Exact) -> Result<Exact, String> {
    let value = Exact::from_plain_text(text, DECIMALS).filter(|value| *value <= most);
    let most = most.to_short_text(POINTS_DECIMALS);
    value.ok_or_else(|| format!("`{text}` must be a number in quotes from 0 to {most}"))
}

impl AsText for Score {
    fn parse(text: &str) -> Result<Self, String> {
        number(text, Exact::ONE).map(Self)
    }

    fn text(&self) -> String {
        number_text(self.0)
    }
}

impl AsText for Points {
    fn parse(text: &str) -> Result<Self, String> {
        let most = Exact::whole(i64::from(LARGEST_MAX_POINTS));
        let hundredths = number(text, most)?.round_half_up(POINTS_DECIMALS);
        Ok(Self(u32::try_from(hundredths).unwrap_or_default()))
    }

    fn text(&self) -> String {
        number_text(Exact::decimal(i64::from(self.0), POINTS_DECIMALS))
    }
}

impl AsText for Reference {
    fn parse(text: &str) -> Result<Self, String> {
        let value = Exact::from_plain_text(text, DECIMALS).filter(|value| *value > Exact::ZERO);
        value
            .map(Self)
            .ok_or_else(|| format!("`{text}` must be a number in quotes above 0"))
    }

    fn text(&self) -> String {
        number_text(self.0)
    }
}

impl AsText for Rule {
    fn parse(text: &str) -> Result<Self, String> {
        parse_rule(text).ok_or_else(|| no_rule(text))
    }

    fn text(&self) -> String {
        rule_text(self)
    }
}

/// A number as the file has it.
pub(super) fn number_text(value: Exact) -> String {
    value.to_short_text(DECIMALS)
}

/// With its kind, since the file may be read before its rule is known.
impl AsText for RawValue {
    fn parse(text: &str) -> Result<Self, String> {
        parse_tagged(text).ok_or_else(|| {
            format!("`{text}` is no value; use for example `points 12.5` or `share 3/4`")
        })
    }

    fn text(&self) -> String {
        tagged_text(self)
    }
}

/// A list as the file has it.
fn each<T, D>(things: &[T], document: fn(&T) -> D) -> Option<Vec<D>> {
    Some(things.iter().map(document).collect())
}

/// What a list of the file holds; one that is absent holds nothing.
fn all<D, T>(documents: Option<Vec<D>>, thing: fn(D) -> T) -> Vec<T> {
    let documents = documents.unwrap_or_default().into_iter();
    documents.map(thing).collect()
}

impl<C> Document<C> {
    pub(super) fn of(project: &Project, computed: Option<C>) -> Self {
        let own = &project.own;
        let scenario = |(name, link): &(String, String)| ScenarioDocument {
            link: link.clone(),
            name: name.clone(),
        };
        Self {
            assessments: each(&own.assessments, assessment),
            assumed_slots: Some(own.slots.clone()),
            component_lists: each(&own.lists, list),
            computed,
            current: Some(project.current.clone()),
            examples: Some(own.examples.clone()),
            format: project.kind.format().to_owned(),
            indices: Some(own.indices.clone()),
            results: each(&own.results, table),
            scenarios: each(&project.scenarios, scenario),
            version: Whole(super::project::VERSION),
        }
    }

    pub(super) fn project(self, kind: ProjectKind) -> Project {
        Project {
            kind,
            own: Own {
                lists: all(self.component_lists, ListDocument::list),
                slots: self.assumed_slots.unwrap_or_default(),
                results: all(self.results, TableDocument::table),
                indices: self.indices.unwrap_or_default(),
                examples: self.examples.unwrap_or_default(),
                assessments: all(self.assessments, AssessmentDocument::assessment),
            },
            scenarios: all(self.scenarios, |own| (own.name, own.link)),
            current: self.current.unwrap_or_default(),
        }
    }
}

fn list(list: &ComponentList) -> ListDocument {
    let component = |row: &ListedComponent| ComponentDocument {
        id: row.id.clone(),
        max_points: Texted(Points(row.max_points)),
        name: NameDocument {
            en: row.name.en.clone(),
            vi: row.name.vi.clone(),
        },
        number: row.number.clone(),
        parent: row.parent.clone(),
        rule: Texted(row.rule.clone()),
        scored: row.scored,
    };
    ListDocument {
        components: each(&list.rows, component),
        framework: list.framework.clone(),
    }
}

impl ListDocument {
    fn list(self) -> ComponentList {
        let component = |row: ComponentDocument| ListedComponent {
            id: row.id,
            parent: row.parent,
            number: row.number,
            name: Text {
                vi: row.name.vi,
                en: row.name.en,
            },
            max_points: row.max_points.0.0,
            scored: row.scored,
            rule: row.rule.0,
        };
        ComponentList {
            framework: self.framework,
            rows: all(self.components, component),
        }
    }
}

fn table(table: &ResultsTable) -> TableDocument {
    let row = |row: &ResultsRow| {
        let scores = row.scores.iter();
        RowDocument {
            rank: row.rank.map(Whole),
            scores: scores
                .map(|(id, score)| (id.clone(), Texted(Score(*score))))
                .collect(),
            total: row.total.map(|total| Texted(Score(total))),
            unit: row.unit.clone(),
        }
    };
    TableDocument {
        edition: table.edition.clone(),
        rows: each(&table.rows, row),
    }
}

impl TableDocument {
    fn table(self) -> ResultsTable {
        let row = |row: RowDocument| {
            let scores = row.scores.into_iter();
            ResultsRow {
                unit: row.unit,
                rank: row.rank.map(|Whole(rank)| rank),
                total: row.total.map(|Texted(Score(total))| total),
                scores: scores
                    .map(|(id, Texted(Score(score)))| (id, score))
                    .collect(),
            }
        };
        ResultsTable {
            edition: self.edition,
            rows: all(self.rows, row),
        }
    }
}

fn assessment(one: &Assessment) -> AssessmentDocument {
    let value = |raw: &Option<RawValue>| raw.clone().map(Texted);
    let values = one.rows.iter().map(|row| AssessedDocument {
        indicator: row.indicator.clone(),
        explained: value(&row.explained),
        reference: row.reference.map(|value| Texted(Reference(value))),
        reviewed: value(&row.reviewed),
        own: value(&row.own),
        verified: value(&row.verified),
        what_if: value(&row.what_if),
    });
    AssessmentDocument {
        edition: one.edition.clone(),
        unit: one.unit.clone(),
        values: Some(values.collect()),
    }
}

impl AssessmentDocument {
    fn assessment(self) -> Assessment {
        let assessed = |row: AssessedDocument| Assessed {
            indicator: row.indicator,
            own: row.own.map(|Texted(raw)| raw),
            reviewed: row.reviewed.map(|Texted(raw)| raw),
            explained: row.explained.map(|Texted(raw)| raw),
            reference: row.reference.map(|Texted(Reference(value))| value),
            verified: row.verified.map(|Texted(raw)| raw),
            what_if: row.what_if.map(|Texted(raw)| raw),
        };
        Assessment {
            edition: self.edition,
            unit: self.unit,
            rows: all(self.values, assessed),
        }
    }
}
