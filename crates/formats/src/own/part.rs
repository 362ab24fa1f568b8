//! One scorecard, or the results of one edition, as a JSON file of its own: a project file of what it
//! rests on, with what came out beside it for other programs. Read again it is put beside what is
//! there.

use super::document::{Document, number_text};
use super::{Own, Project};
use dti_engine::model::{Exact, Origin};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ProjectKind {
    /// Everything that a reader brought.
    #[default]
    Whole,
    /// The scorecard of one unit.
    Scorecard,
    /// The results of one edition.
    Results,
}

impl ProjectKind {
    const ALL: [Self; 3] = [Self::Whole, Self::Scorecard, Self::Results];

    /// What the file says it is.
    pub fn format(self) -> &'static str {
        match self {
            Self::Whole => "dti-whatif project",
            Self::Scorecard => "dti-whatif scorecard",
            Self::Results => "dti-whatif results",
        }
    }

    /// The kind of this format.
    pub fn named(format: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.format() == format)
    }

    /// Whether a text says that it is a file of one of these kinds.
    pub fn is_named_in(text: &str) -> bool {
        Self::ALL.iter().any(|kind| text.contains(kind.format()))
    }
}

/// What came out for a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Computed {
    /// Id of the unit.
    pub unit: String,
    /// Its rank and its score.
    pub standing: (u32, Exact),
    /// The same as published or loaded.
    pub baseline: (u32, Exact),
    /// By indicator: score, max points, and where the score comes from.
    pub indicators: Vec<(String, Exact, Exact, Option<Origin>)>,
}

/// The same in the file, for other programs. Fields are in the order of their names.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UnitDocument<'a> {
    baseline_rank: u32,
    baseline_score: String,
    indicators: BTreeMap<&'a str, IndicatorDocument>,
    rank: u32,
    score: String,
    unit: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorDocument {
    max_points: String,
    origin: Option<&'static str>,
    score: String,
}

/// A part as a text that [`parse_project`](super::parse_project) reads.
pub fn part_text(project: &Project, computed: &[Computed]) -> String {
    let units: Vec<UnitDocument<'_>> = computed.iter().map(unit).collect();
    // Fails only for maps with keys that are no texts.
    serde_json::to_string_pretty(&Document::of(project, Some(units))).unwrap_or_default()
}

fn unit(computed: &Computed) -> UnitDocument<'_> {
    let indicators = computed.indicators.iter();
    let indicators = indicators.map(|(id, score, max_points, origin)| {
        let value = IndicatorDocument {
            max_points: number_text(*max_points),
            origin: origin.map(Origin::as_str),
            score: number_text(*score),
        };
        (id.as_str(), value)
    });
    UnitDocument {
        baseline_rank: computed.baseline.0,
        baseline_score: number_text(computed.baseline.1),
        indicators: indicators.collect(),
        rank: computed.standing.0,
        score: number_text(computed.standing.1),
        unit: &computed.unit,
    }
}

impl Own {
    /// These data with a part put in, each thing in the place of the one that it is another form of.
    /// `edition_of` gives the id of an own index's edition.
    pub fn with_part(&self, part: Self, edition_of: impl Fn(&str) -> Option<String>) -> Self {
        let mut next = self.clone();
        let Self {
            lists,
            slots,
            results,
            indices,
            examples,
            assessments,
        } = part;
        for list in lists {
            next.slots.retain(|slots| *slots != list.framework);
            next.lists.retain(|own| own.framework != list.framework);
            next.lists.push(list);
        }
        for framework in slots {
            let is_listed = next.lists.iter().any(|list| list.framework == framework);
            if !is_listed && !next.slots.contains(&framework) {
                next.slots.push(framework);
            }
        }
        for table in results {
            next.results.retain(|own| own.edition != table.edition);
            next.results.push(table);
        }
        for index in indices {
            let id = edition_of(&index);
            next.indices.retain(|own| edition_of(own) != id);
            next.indices.push(index);
        }
        for example in examples {
            if !next.examples.contains(&example) {
                next.examples.push(example);
            }
        }
        for assessment in assessments {
            next.assess(assessment);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::{Computed, ProjectKind, part_text};
    use crate::{Own, Project, parse_project};
    use dti_engine::model::{ComponentList, Exact, Origin, ResultsTable};

    #[test]
    fn what_came_out_stands_beside_and_is_not_read() {
        let project = Project {
            kind: ProjectKind::Results,
            current: "e=2022".to_owned(),
            ..Project::default()
        };
        let computed = Computed {
            unit: "hue".to_owned(),
            standing: (4, Exact::decimal(6975, 4)),
            baseline: (4, Exact::decimal(6975, 4)),
            indicators: vec![(
                "society".to_owned(),
                Exact::fraction(1, 3),
                Exact::whole(150),
                Some(Origin::Published),
            )],
        };
        let text = part_text(&project, &[computed]);
        assert!(text.contains("\"score\": \"0.6975\"") && text.contains("\"0.333333333333\""));
        assert_eq!(parse_project("r.json", &text).unwrap(), project);
        assert!(ProjectKind::is_named_in(&text));
        let whole = text.replace("dti-whatif results", "dti-whatif project");
        let fault = parse_project("p.json", &whole).unwrap_err().to_string();
        assert!(fault.contains("`computed` is not known here"), "{fault}");
    }

    #[test]
    fn a_part_takes_the_place_of_its_own_kind_only() {
        let table = |edition: &str, rows| ResultsTable {
            edition: edition.to_owned(),
            rows,
        };
        let list = |framework: &str| ComponentList {
            framework: framework.to_owned(),
            rows: Vec::new(),
        };
        let own = Own {
            lists: vec![list("a")],
            slots: vec!["b".to_owned()],
            results: vec![
                table("2022", vec![Default::default()]),
                table("2023", Vec::new()),
            ],
            examples: vec!["x".to_owned()],
            ..Own::default()
        };
        let part = Own {
            lists: vec![list("b")],
            slots: vec!["a".to_owned()],
            results: vec![table("2022", Vec::new())],
            examples: vec!["x".to_owned(), "y".to_owned()],
            ..Own::default()
        };
        let both = own.with_part(part, |_| None);
        assert_eq!(both.lists, [list("a"), list("b")]);
        assert_eq!(both.slots, Vec::<String>::new());
        assert_eq!(
            both.results,
            [table("2023", Vec::new()), table("2022", Vec::new())]
        );
        assert_eq!(both.examples, ["x", "y"]);
    }
}
