//! Files that a reader saves and opens again: the whole project, one scorecard or the results of one
//! edition with all that they rest on, and an index.

use crate::kept::PROJECT_FILE;
use crate::{Done, Ground, News, OwnData, Refusal, Told};
use dti_engine::calculator::CalculatorError;
use dti_engine::model::{Node, Scenario, Standing, Standings};
use dti_formats::link::{self, Link, Privacy, write};
use dti_formats::{
    Computed, Own, OwnIndex, Project, ProjectKind, index_id, parse_index, parse_project, part_text,
    project_text,
};

/// A text to be handed to the reader as a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandedFile {
    /// Its name with its ending.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: String,
}

/// A scenario as a project file keeps it: with the figures that stay on the device.
pub fn saved_link(link: &Link) -> String {
    write(link, Privacy::WithKnown).unwrap_or_default()
}

impl OwnData {
    /// Everything that the reader brought with these saved scenarios (names and fragments), as a project
    /// file.
    pub fn project_file(&self, ground: &Ground, scenarios: Vec<(String, String)>) -> HandedFile {
        let project = Project {
            kind: ProjectKind::Whole,
            own: self.own.clone(),
            scenarios,
            current: saved_link(&ground.link),
        };
        json(PROJECT_FILE.to_owned(), project_text(&project))
    }

    /// The open scorecard as a file of its own.
    pub fn card_file(&self, ground: &Ground) -> Result<HandedFile, CalculatorError> {
        let name = format!(
            "dti-{}-{}-scorecard.json",
            ground.edition_id(),
            ground.unit()
        );
        let standings = self.calculator().simulate(ground.scenario())?;
        let computed = own_standing(ground, &standings);
        let project = self.part(ground, ProjectKind::Scorecard, seen_from(ground));
        Ok(json(name, part_text(&project, &computed)))
    }

    /// The results of the edition on screen as a file of their own.
    pub fn results_file(&self, ground: &Ground) -> Result<HandedFile, CalculatorError> {
        let name = format!("dti-{}-results.json", ground.edition_id());
        let standings = self.calculator().simulate(ground.scenario())?;
        let computed = main_standings(ground, &standings);
        let project = self.part(ground, ProjectKind::Results, saved_link(&ground.link));
        Ok(json(name, part_text(&project, &computed)))
    }

    fn part(&self, ground: &Ground, kind: ProjectKind, current: String) -> Project {
        Project {
            kind,
            own: self.rests_on(ground, kind),
            scenarios: Vec::new(),
            current,
        }
    }

    /// What of the reader's data counts in this edition.
    fn rests_on(&self, ground: &Ground, kind: ProjectKind) -> Own {
        let edition = ground.edition_id();
        let framework = ground.framework().id();
        let mut part = self.own.clone();
        part.lists.retain(|list| list.framework == framework);
        part.results.retain(|table| table.edition == edition);
        part.indices
            .retain(|index| index_id(index).as_deref() == Some(edition));
        part.examples.retain(|example| example == edition);
        let is_all = kind == ProjectKind::Results;
        part.assessments
            .retain(|one| one.edition == edition && (is_all || one.unit == ground.unit()));
        part
    }

    /// Opens a JSON file: a project in the place of everything that is there, a part of one beside it, or an
    /// index.
    pub(crate) fn open_json(&mut self, name: &str, text: &str) -> Option<Told> {
        if ProjectKind::is_named_in(text) {
            Some(self.open_project(name, text))
        } else {
            self.open_index(name, text).err().map(Err)
        }
    }

    fn open_project(&mut self, name: &str, text: &str) -> Told {
        let project = parse_project(name, text).map_err(Refusal::File)?;
        let Project {
            kind,
            mut own,
            scenarios,
            current,
        } = project;
        let slots = self.without_slots(&mut own);
        let next = match kind {
            ProjectKind::Whole => own,
            ProjectKind::Scorecard | ProjectKind::Results => self.own.with_part(own, index_id),
        };
        self.change(next)?;
        if !scenarios.is_empty() {
            self.news.push(News::Saved(scenarios));
        }
        if !current.is_empty() {
            let (link, _) = link::read_private(&current);
            self.news.push(News::Show(Box::new(link)));
        }
        Ok(Done::Opened(kind, slots))
    }

    /// Puts an own index beside what is there, in the place of one with the same edition, and shows it.
    pub(crate) fn open_index(&mut self, name: &str, document: &str) -> Result<OwnIndex, Refusal> {
        let index = parse_index(name, document).map_err(Refusal::File)?;
        let id = index.id().to_owned();
        let mut next = self.own.clone();
        next.indices
            .retain(|other| index_id(other).as_deref() != Some(&id));
        next.indices.push(document.to_owned());
        self.change(next)?;
        self.show(&id);
        Ok(index)
    }
}

fn json(name: String, text: String) -> HandedFile {
    HandedFile {
        name,
        kind: "application/json",
        text,
    }
}

/// The edition seen from the unit, without any what-if.
fn seen_from(ground: &Ground) -> String {
    let scenario = Scenario {
        unit: Some(ground.unit().to_owned()),
        ..Scenario::baseline(ground.edition_id())
    };
    let link = Link {
        scenario,
        ..Link::default()
    };
    write(&link, Privacy::ChoicesOnly).unwrap_or_default()
}

/// All indicators of the open unit.
fn own_standing(ground: &Ground, standings: &Standings) -> Vec<Computed> {
    let nodes: Vec<Node> = ground.framework().nodes().collect();
    let own = standings.of(ground.position);
    own.iter()
        .filter_map(|own| computed(ground, own, &nodes))
        .collect()
}

/// The main indicators of all units, in rank order.
fn main_standings(ground: &Ground, standings: &Standings) -> Vec<Computed> {
    let nodes: Vec<Node> = ground.framework().mains().collect();
    let all = standings.standings.iter();
    all.filter_map(|own| computed(ground, own, &nodes))
        .collect()
}

fn computed(ground: &Ground, own: &Standing, nodes: &[Node]) -> Option<Computed> {
    let unit = ground.edition.units().get(own.position)?;
    let framework = ground.framework();
    let provenance = ground.edition.provenance();
    let indicators = nodes
        .iter()
        .filter(|&&node| framework.indicator(node).scored);
    let indicators = indicators.map(|&node| {
        let indicator = framework.indicator(node);
        let score = own.card.score(node);
        (
            indicator.id.clone(),
            score,
            indicator.max_points.value(),
            own.card.origin(node).map(|own| provenance.shown(own)),
        )
    });
    Some(Computed {
        unit: unit.id.clone(),
        standing: (own.rank, own.score),
        baseline: (own.baseline_rank, own.baseline_score),
        indicators: indicators.collect(),
    })
}

#[cfg(test)]
mod tests {
    use crate::tests::{bring, ground, own_data, shown};
    use crate::{Done, Ground, HandedFile, News, OwnData, Received};
    use dti_engine::calculator::CalculatorError;
    use dti_engine::model::{Assessed, Assessment, Exact, RawValue, ResultsRow, ResultsTable};
    use dti_formats::ProjectKind;
    use proptest::prelude::*;

    /// How a part is saved.
    type Save = fn(&OwnData, &Ground) -> Result<HandedFile, CalculatorError>;

    /// Another device that opens the file, and what the page shows of it.
    fn opened(text: &str) -> (OwnData, Ground) {
        let mut other = own_data();
        bring(&mut other, "x.json", text).unwrap();
        let news = other.take_news();
        let link = shown(&news).unwrap().clone();
        let ground = Ground::of(other.calculator(), link, "bac-giang").unwrap();
        (other, ground)
    }

    fn own() -> impl Strategy<Value = (Assessment, ResultsTable, String)> {
        let values = prop::collection::vec((0..5_usize, 0..=9_000_i64), 1..5);
        let scores = prop::collection::vec((0..3_usize, 5_000..9_000_i64), 0..3);
        (values, scores, 0..=10_000_i64).prop_map(|(values, scores, supposed)| {
            let mut rows: Vec<Assessed> = Vec::new();
            for (main, points) in values {
                let mains = [
                    "awareness",
                    "institutions",
                    "infrastructure",
                    "workforce",
                    "society",
                ];
                let indicator = mains[main].to_owned();
                if rows.iter().all(|row| row.indicator != indicator) {
                    let own = Some(RawValue::Points(Exact::decimal(points, 2)));
                    rows.push(Assessed {
                        indicator,
                        own,
                        ..Assessed::default()
                    });
                }
            }
            let mut row = ResultsRow {
                unit: "lang-son".to_owned(),
                ..ResultsRow::default()
            };
            for (main, score) in scores {
                let id = ["government", "economy", "society"][main].to_owned();
                if row.scores.iter().all(|(own, _)| *own != id) {
                    row.scores.push((id, Exact::decimal(score, 4)));
                }
            }
            // As a map in the file has them.
            row.scores.sort();
            let (edition, unit) = ("2022".to_owned(), "bac-giang".to_owned());
            let assessment = Assessment {
                edition: edition.clone(),
                unit,
                rows,
            };
            let supposed = Exact::decimal(supposed, 4).to_short_text(4);
            let rows = vec![row];
            (
                assessment,
                ResultsTable { edition, rows },
                format!("bac-giang.economy:{supposed}"),
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn results_and_scorecards_open_again_with_nothing_lost((card, table, supposed) in own()) {
            let mut own = own_data();
            let mut next = own.own.clone();
            next.assess(card.clone());
            next.results.push(table);
            prop_assume!(own.change(next).is_ok());
            let assessed = own.take_news().into_iter().find_map(|news| match news {
                News::Assessed(text) => Some(text),
                _ => None,
            });
            let assessed = assessed.unwrap();
            let (_, fragment) = assessed.trim_end().split_once(' ').unwrap();
            let ground = ground(&own, &format!("{fragment}&u=bac-giang&s={supposed}"));
            let before = own.calculator().simulate(ground.scenario());
            prop_assume!(before.is_ok());
            let save: [Save; 2] = [OwnData::results_file, OwnData::card_file];
            let [results, scorecard] = save.map(|save| save(&own, &ground).unwrap().text);
            let (again, there) = opened(&results);
            prop_assert_eq!(&again.own, &own.own);
            let after = again.calculator().simulate(there.scenario());
            prop_assert_eq!(&before.unwrap().standings, &after.unwrap().standings);
            let (again, there) = opened(&scorecard);
            prop_assert_eq!(again.own.assessment("2022", "bac-giang"), Some(&card));
            prop_assert_eq!((there.edition_id(), there.unit()), ("2022", "bac-giang"));
        }
    }

    #[test]
    fn a_part_goes_beside_what_is_there() {
        let mut own = own_data();
        let ground = ground(&own, "e=2022&u=bac-giang");
        let file = own.results_file(&ground).unwrap();
        assert_eq!(file.name, "dti-2022-results.json");
        assert!(file.text.contains("\"format\": \"dti-whatif results\""));
        assert_eq!(file.text.matches("\"rank\"").count(), 63);
        own.open_example("example-rules-2025").unwrap();
        let opened = bring(&mut own, "x.json", &file.text);
        assert_eq!(own.own.examples, ["example-rules-2025"]);
        let done = Done::Opened(ProjectKind::Results, None);
        assert_eq!(opened, Ok(Received::Opened(Some(done))));
    }
}
