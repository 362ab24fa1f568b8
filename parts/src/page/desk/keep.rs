//! Changing what the reader brought: checked whole before anything changes, with a way back, and
//! kept on the device.

use super::{Brought, Choices, Desk, News, Refusal, Word, words};
use crate::page::Unkept;
use dti_engine::calculator::{Calculator, counting_overrides};
use dti_engine::model::{Assessment, Edition, Framework, Scenario};
use dti_formats::OwnCatalogue;
use dti_formats::link::{Link, Privacy, write};
use dti_formats::{
    Own, Project, ProjectKind, codes_part, components_part, example_part, parse_index,
    parse_project, project_text, results_part,
};
use std::sync::Arc;

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
        self.remember_before();
        self.own = next;
        self.tell();
        Ok(())
    }

    /// Makes a step to come back to.
    pub(super) fn remember_before(&mut self) {
        self.past.push(self.own.clone());
        if self.past.len() > super::LONGEST_PAST {
            self.past.remove(0);
        }
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
        let assessed = self.assessed_text(&next)?;
        self.own = next;
        self.tell_assessed(assessed);
        Ok(())
    }

    /// Brings back what was kept on the device.
    pub(super) fn restore(&mut self, kept: &str) {
        match self.begin_with(kept) {
            Ok(own) => match self.put_older(own) {
                Ok(own) => self.own = own,
                Err(refusal) => {
                    self.is_unkept(Unkept::Unreadable);
                    self.refusal = Some(refusal);
                }
            },
            Err(Unkept::Newer) => {}
            Err(_) => {
                let fault = parse_project(PROJECT_FILE, kept).err();
                self.refusal = fault.map(Refusal::File);
            }
        }
        // The page had it before this module was there.
        self.news.clear();
    }

    /// Hears what the page had of it: where it could not be read, or is of a version before, the page is
    /// told anew and it is kept anew.
    pub fn meet_catalogue(&mut self, kept: &str) {
        let own = self.catalogue_own.to_text();
        if own != kept && self.texts().is_some() {
            self.news.push(News::Catalogue(own));
            self.news.push(News::Keep);
        }
    }

    /// Opens a project file in the place of everything that is there, or a part of one beside it; says
    /// which.
    pub(super) fn open_project(&mut self, name: &str, text: &str) -> Result<String, Refusal> {
        let project = parse_project(name, text).map_err(Refusal::File)?;
        let Project {
            kind,
            mut own,
            scenarios,
            current,
        } = project;
        let slots = self.without_slots(&mut own);
        let (next, word) = match kind {
            ProjectKind::Whole => (own, Word::ProjectOpened),
            ProjectKind::Scorecard => (self.own.with_part(own, edition_of), Word::CardOpened),
            ProjectKind::Results => (self.own.with_part(own, edition_of), Word::ResultsOpened),
        };
        self.change(next)?;
        if !scenarios.is_empty() {
            let saved = choices(&scenarios);
            self.news.push(News::Saved(super::pack(saved.iter())));
        }
        if !current.is_empty() {
            self.news.push(News::Load(current));
        }
        Ok([self.word(word), &slots].concat())
    }

    /// Puts what an older version may have kept; gives what is counted with.
    fn put_older(&mut self, mut own: Own) -> Result<Own, Refusal> {
        self.done = self.without_slots(&mut own);
        self.put(own.clone()).map(|()| own)
    }

    /// Takes out the slots that an older version had in place of components; gives what to say of it.
    fn without_slots(&self, own: &mut Own) -> String {
        let framework_of = |edition: &str| {
            let edition = self.calculator.edition(edition).ok()?;
            Some(edition.framework().id().to_owned())
        };
        let gone = own.take_slots(framework_of);
        gone.map_or_else(String::new, |gone| words::slots_gone(gone, self.language()))
    }

    /// Puts an own index beside what is there, in the place of one with the same edition.
    pub(super) fn open_index(&mut self, name: &str, document: &str) -> Result<(), Refusal> {
        let index = parse_index(name, document).map_err(Refusal::File)?;
        let id = index.id().to_owned();
        let mut next = self.own.clone();
        next.indices
            .retain(|other| edition_of(other).as_deref() != Some(&id));
        next.indices.push(document.to_owned());
        self.change(next)?;
        super::index::show(self, &id);
        Ok(())
    }

    /// Deletes everything, here and on the device.
    pub(super) fn delete_everything(&mut self) {
        let empty = Own::default();
        // Nothing is always possible.
        self.put(empty.clone()).unwrap_or_default();
        self.own = empty;
        self.past.clear();
        self.forget_kept();
        self.news.push(News::Assessed(String::new()));
        self.news.push(News::Saved(String::new()));
        self.news.push(News::Forget);
    }

    /// Has a calculator with these data, and tells the page where they differ from before.
    pub(super) fn put(&mut self, next: Own) -> Result<(), Refusal> {
        let brought = self.brought(&next)?;
        if brought != self.catalogue_own {
            self.calculator = self.counting_with(brought.clone())?;
            self.news.push(News::Catalogue(brought.to_text()));
            self.catalogue_own = brought;
        }
        Ok(())
    }

    /// A calculator with this. It lives as long as the page: changes of whole data sets are rare.
    fn counting_with(&self, brought: OwnCatalogue) -> Result<&'static Calculator, Refusal> {
        let calculator = dti_formats::shipped(&self.shipped, brought).map_err(Refusal::File)?;
        Ok(Box::leak(Box::new(calculator)))
    }

    /// Tells the page of the assessments, and has everything kept.
    pub(super) fn tell(&mut self) {
        let assessed = self.assessed_text(&self.own).unwrap_or_default();
        self.tell_assessed(assessed);
    }

    fn tell_assessed(&mut self, assessed: String) {
        self.news.push(News::Assessed(assessed));
        self.news.push(News::Keep);
    }

    /// What the reader brought as a project file; empty where there is nothing.
    pub(super) fn kept_text(&self) -> String {
        if self.own.is_empty() {
            return String::new();
        }
        project_text(&Project {
            own: self.own.clone(),
            ..Project::default()
        })
    }

    /// What the reader brought, to stand behind what ships.
    fn brought(&self, own: &Own) -> Result<OwnCatalogue, Refusal> {
        let mut open = OwnCatalogue::default();
        for id in &own.examples {
            open.add(example_part(id).unwrap_or_default());
        }
        // Anybody may open these: nothing of them is the reader's.
        let mut brought = OwnCatalogue::default();
        let all = |brought: &OwnCatalogue| {
            let mut all = open.clone();
            all.add(brought.clone());
            all
        };
        for list in &own.lists {
            if let Some(framework) = self.framework(&all(&brought), &list.framework)? {
                let part = components_part(&framework, list);
                brought.add(part.map_err(|fault| Refusal::Said(fault.to_string()))?);
            }
        }
        for document in &own.indices {
            let index = parse_index(INDEX_FILE, document).map_err(Refusal::File)?;
            brought.add(index.to_part());
        }
        for table in &own.results {
            let edition = match self.official.edition(&table.edition) {
                Ok(edition) => Some(Arc::clone(edition)),
                // An example's: what is not there any more takes its table with it.
                Err(_) => self.beside_official(all(&brought), &table.edition)?,
            };
            if let Some(edition) = edition {
                brought.add(results_part(&edition, table));
            }
        }
        let codes = codes_part(&self.shipped, &open, &brought).map_err(Refusal::File)?;
        let mut all = all(&brought);
        all.add(codes);
        Ok(all)
    }

    /// A framework as it is without components that the reader brought; an example's may be gone.
    fn framework(
        &self,
        brought: &OwnCatalogue,
        id: &str,
    ) -> Result<Option<Arc<Framework>>, Refusal> {
        let of = |calculator: &Calculator| {
            let mut frameworks = calculator.editions().iter().map(|e| e.framework());
            frameworks.find(|own| own.id() == id).map(Arc::clone)
        };
        if let Some(found) = of(self.official) {
            return Ok(Some(found));
        }
        let calculator = dti_formats::shipped(&self.shipped, brought.clone());
        Ok(of(&calculator.map_err(Refusal::File)?))
    }

    /// An edition that does not ship, as it is without tables that the reader loaded.
    fn beside_official(
        &self,
        brought: OwnCatalogue,
        id: &str,
    ) -> Result<Option<Arc<Edition>>, Refusal> {
        let calculator = dti_formats::shipped(&self.shipped, brought).map_err(Refusal::File)?;
        Ok(calculator.edition(id).ok().map(Arc::clone))
    }

    /// The assessed figures of each edition as a fragment, one line per edition: what of the
    /// assessments holds, since a value may be wrong while it is typed.
    pub(super) fn assessed_text(&self, own: &Own) -> Result<String, Refusal> {
        let mut text = String::new();
        for edition in self.calculator.editions() {
            let own = own
                .assessments
                .iter()
                .filter(|one| one.edition == edition.id());
            let held = own.flat_map(|one| counting_overrides(edition.framework(), one));
            let scenario = Scenario {
                overrides: held.collect(),
                ..Scenario::baseline(edition.id())
            };
            if scenario.is_baseline() {
                continue;
            }
            let link = Link {
                scenario,
                ..Link::default()
            };
            let fragment = write(&link, Privacy::WithKnown);
            let too_long = |_| Refusal::Said(words::too_much(self.language()).to_owned());
            text.push_str(&format!(
                "{} {}\n",
                edition.id(),
                fragment.map_err(too_long)?
            ));
        }
        Ok(text)
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
    // Rich text begins with a brace too.
    if !text.starts_with('{') || text.starts_with("{\\rtf") {
        return None;
    }
    Some(if ProjectKind::is_named_in(text) {
        Json::Project(text.to_owned())
    } else {
        Json::Index(text.to_owned())
    })
}

/// Name of an own index in messages about what was kept.
const INDEX_FILE: &str = "own-index.json";

/// Id of the edition of an own index.
pub(super) fn edition_of(document: &str) -> Option<String> {
    let index = parse_index(INDEX_FILE, document).ok()?;
    Some(index.id().to_owned())
}

/// The name of the file when a project is saved.
pub(super) const PROJECT_FILE: &str = "dti-whatif.json";
