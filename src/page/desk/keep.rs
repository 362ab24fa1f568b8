//! Changing what the reader brought: checked whole before anything changes, with a way back, and
//! kept on the device.

use super::{Brought, Choices, Desk, News, Refusal};
use crate::calculator::{Calculator, counting_overrides};
use crate::files::{
    Own, Project, components_part, example_part, parse_project, project_text, results_part,
    slots_part,
};
use crate::link::{Link, Privacy, write};
use crate::model::{Assessment, Scenario};

/// Between the parts of a saved scenario's key (`page/analyses/compare/saved.rs`).
const SAVED: &str = "saved.";

/// The saved scenarios of the page as names and fragments.
pub(super) fn scenarios(saved: &Choices) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (key, value) in saved {
        let Some(slot) = key.strip_prefix(SAVED).filter(|slot| !slot.contains('.')) else {
            continue;
        };
        let name = saved.get(&format!("{SAVED}{slot}.name"));
        found.push((name.cloned().unwrap_or_default(), value.clone()));
    }
    found
}

/// Names and fragments as the page's saved scenarios.
fn choices(scenarios: &[(String, String)]) -> Choices {
    let mut saved = Choices::new();
    for (row, (name, link)) in scenarios.iter().enumerate() {
        let slot = row + 1;
        saved.insert(format!("{SAVED}{slot}"), link.clone());
        if !name.is_empty() {
            saved.insert(format!("{SAVED}{slot}.name"), name.clone());
        }
    }
    saved
}

impl Desk {
    /// Puts what the reader brought in the place of what was there, if every module can read it.
    pub(super) fn change(&mut self, next: Own) -> Result<(), Refusal> {
        if next == self.own {
            return Ok(());
        }
        self.put(next.clone())?;
        let before = std::mem::replace(&mut self.own, next);
        self.past.push(before);
        if self.past.len() > super::LONGEST_PAST {
            self.past.remove(0);
        }
        self.tell();
        Ok(())
    }

    /// Takes the last change back.
    pub(super) fn step_back(&mut self) {
        let Some(before) = self.past.pop() else {
            return;
        };
        match self.put(before.clone()) {
            Ok(()) => {
                self.own = before;
                self.done.clear();
                self.tell();
            }
            Err(refusal) => self.refusal = Some(refusal),
        }
    }

    /// An assessment changes at each keystroke: no step of its own, no other calculator.
    pub(super) fn assess(&mut self, assessment: Assessment) -> Result<(), Refusal> {
        let mut next = self.own.clone();
        next.assess(assessment);
        self.own = next;
        self.tell();
        Ok(())
    }

    /// Brings back what was kept on the device.
    pub(super) fn restore(&mut self, kept: &str) {
        if kept.is_empty() {
            return;
        }
        let read = parse_project("dti-whatif.json", kept).map_err(Refusal::File);
        let done = read.and_then(|project| {
            self.put(project.own.clone())?;
            self.own = project.own;
            Ok(())
        });
        if let Err(refusal) = done {
            self.refusal = Some(refusal);
        }
        // The page had it before this module was there.
        self.news.clear();
    }

    /// Opens a project file in the place of everything that is there.
    pub(super) fn open_project(&mut self, name: &str, text: &str) -> Result<(), Refusal> {
        let project = parse_project(name, text).map_err(Refusal::File)?;
        let Project {
            own,
            scenarios,
            current,
        } = project;
        self.change(own)?;
        if !scenarios.is_empty() {
            let saved = choices(&scenarios);
            self.news.push(News::Saved(super::pack(saved.iter())));
        }
        if !current.is_empty() {
            self.news.push(News::Load(current));
        }
        Ok(())
    }

    /// Puts an own index beside what is there, in the place of one with the same edition.
    pub(super) fn open_index(&mut self, _name: &str, document: &str) -> Result<(), Refusal> {
        let mut next = self.own.clone();
        let id = edition_of(document);
        next.indices.retain(|other| edition_of(other) != id);
        next.indices.push(document.to_owned());
        self.change(next)
    }

    /// Deletes everything, here and on the device.
    pub(super) fn delete_everything(&mut self) {
        let empty = Own::default();
        // Nothing is always possible.
        self.put(empty.clone()).unwrap_or_default();
        self.own = empty;
        self.past.clear();
        self.news.push(News::Assessed(String::new()));
        self.news.push(News::Forget);
    }

    /// Has a calculator with these data, and tells the page where they differ from before.
    fn put(&mut self, next: Own) -> Result<(), Refusal> {
        let text = self.catalogue_text(&next)?;
        let before = self.catalogue_text(&self.own).unwrap_or_default();
        if text != before {
            let all = format!("{}{text}", self.shipped);
            // It lives as long as the page: changes of whole data sets are rare.
            let calculator = Calculator::shipped(all.leak()).map_err(Refusal::File)?;
            self.calculator = Box::leak(Box::new(calculator));
            self.news.push(News::Catalogue(text));
        }
        Ok(())
    }

    /// Tells the page of the assessments, and the device of everything.
    fn tell(&mut self) {
        let assessed = self.assessed_text(&self.own);
        self.news.push(News::Assessed(assessed));
        let kept = if self.own.is_empty() {
            String::new()
        } else {
            project_text(&Project {
                own: self.own.clone(),
                ..Project::default()
            })
        };
        self.news.push(News::Keep(kept));
    }

    /// What the reader brought as catalogue text.
    fn catalogue_text(&self, own: &Own) -> Result<String, Refusal> {
        let mut text = String::new();
        for id in &own.examples {
            text.push_str(&example_part(id).unwrap_or_default());
        }
        for framework in &own.slots {
            if !own.lists.iter().any(|list| list.framework == *framework) {
                text.push_str(&slots_part(framework));
            }
        }
        for list in &own.lists {
            text.push_str(&components_part(list));
        }
        for table in &own.results {
            let edition = self.official.edition(&table.edition);
            let edition = edition.map_err(Refusal::Figures)?;
            text.push_str(&results_part(edition, table));
        }
        Ok(text)
    }

    /// The assessed figures of each edition as a fragment, one line per edition. Values that cannot
    /// count are kept, and left out here: the scorecard says what is wrong with them.
    fn assessed_text(&self, own: &Own) -> String {
        let mut text = String::new();
        for edition in self.calculator.editions() {
            let of_edition = own.assessments.iter();
            let of_edition = of_edition.filter(|one| one.edition == edition.id());
            let scenario = Scenario {
                overrides: of_edition
                    .flat_map(|one| counting_overrides(edition.framework(), one))
                    .collect(),
                ..Scenario::baseline(edition.id())
            };
            if scenario.overrides.is_empty() {
                continue;
            }
            let link = Link {
                scenario,
                ..Link::default()
            };
            if let Ok(fragment) = write(&link, Privacy::WithKnown) {
                text.push_str(&format!("{} {fragment}\n", edition.id()));
            }
        }
        text
    }
}

/// A JSON file that the desk knows.
pub(super) enum Json {
    /// A project file.
    Project(String),
    /// An own index.
    Index(String),
}

/// What a file holds, if it is JSON: a project says so, everything else is an own index.
pub(super) fn json_of(brought: &Brought) -> Option<Json> {
    let text = match brought {
        Brought::Bytes(bytes) => std::str::from_utf8(bytes).ok()?,
        Brought::Pasted(text) => text,
        Brought::Workbook(_) => return None,
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('{') {
        return None;
    }
    Some(if text.contains("dti-whatif project") {
        Json::Project(text.to_owned())
    } else {
        Json::Index(text.to_owned())
    })
}

/// Id of the edition of an own index.
pub(super) fn edition_of(_document: &str) -> Option<String> {
    None
}

/// The name of the file when a project is saved.
pub(super) const PROJECT_FILE: &str = "dti-whatif.json";
