//! What a reader brought: checked whole before anything changes, with a way back.

use crate::kept::Kept;
use crate::{Done, News, Refusal, Told};
use dti_engine::calculator::{Calculator, counting_overrides};
use dti_engine::model::{Assessed, Assessment, Edition, Framework, Scenario};
use dti_formats::link::{Link, Privacy, write};
use dti_formats::{
    Own, OwnCatalogue, Project, codes_part, components_part, example_part, parse_index,
    project_text, results_part, shipped,
};
use dti_words::Unkept;
use std::sync::Arc;

/// Steps back that are kept.
const LONGEST_PAST: usize = 20;

/// What the reader brought, with what the page counts with because of it.
#[derive(Debug)]
pub struct OwnData {
    /// The official editions, as the site ships them.
    shipped: Vec<u8>,
    /// The official editions alone.
    pub(crate) official: Arc<Calculator>,
    /// With what the reader brought.
    calculator: Arc<Calculator>,
    pub(crate) own: Own,
    /// The same as it stands behind what ships.
    catalogue: OwnCatalogue,
    pub(crate) kept: Kept,
    pub(crate) past: Vec<Own>,
    pub(crate) news: Vec<News>,
}

impl OwnData {
    /// On the official editions, with what was kept on the device: empty, or the text of a project file.
    /// What cannot be read stays where it is; until something is brought the page counts on with
    /// `catalogue`, which is what it had of it. Fails only where the official editions cannot be read.
    pub fn open(shipped: Vec<u8>, kept: &str, catalogue: &str) -> Option<(Self, Option<Told>)> {
        let official = Arc::new(dti_formats::shipped(&shipped, OwnCatalogue::default()).ok()?);
        let mut own = Self {
            shipped,
            calculator: Arc::clone(&official),
            official,
            own: Own::default(),
            catalogue: OwnCatalogue::default(),
            kept: Kept::default(),
            past: Vec::new(),
            news: Vec::new(),
        };
        let told = own.restore(kept, catalogue);
        if own.catalogue.to_text() != catalogue && own.texts().is_some() {
            // It is of a version before, or was lost.
            own.tell_counts();
            own.news.push(News::Keep);
        }
        Some((own, told))
    }

    /// What the page counts with.
    pub fn calculator(&self) -> &Arc<Calculator> {
        &self.calculator
    }

    /// All that the reader brought.
    pub fn own(&self) -> &Own {
        &self.own
    }

    /// What the page has to do since it last asked.
    pub fn take_news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }

    /// Whether there is a step back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// What is entered for a unit.
    pub fn rows(&self, edition: &str, unit: &str) -> &[Assessed] {
        let own = self.own.assessment(edition, unit);
        own.map_or(&[], |own| &own.rows)
    }

    /// The same, to be changed.
    pub fn assessment(&self, edition: &str, unit: &str) -> Assessment {
        Assessment {
            edition: edition.to_owned(),
            unit: unit.to_owned(),
            rows: self.rows(edition, unit).to_vec(),
        }
    }

    /// Puts what the reader brought in the place of what was there, if all of it can be counted with.
    pub(crate) fn change(&mut self, next: Own) -> Result<(), Refusal> {
        if next == self.own {
            return Ok(());
        }
        self.put(&next)?;
        self.remember_before();
        self.own = next;
        self.tell();
        Ok(())
    }

    /// Makes a step to come back to.
    pub(crate) fn remember_before(&mut self) {
        self.past.push(self.own.clone());
        if self.past.len() > LONGEST_PAST {
            self.past.remove(0);
        }
    }

    /// Takes the last change back.
    pub fn step_back(&mut self) -> Result<(), Refusal> {
        let Some(before) = self.past.pop() else {
            return Ok(());
        };
        self.put(&before)?;
        self.own = before;
        self.tell();
        Ok(())
    }

    /// Takes an assessment, which changes at each keystroke: no step of its own, no other calculator.
    pub fn assess(&mut self, assessment: Assessment) -> Result<(), Refusal> {
        let mut next = self.own.clone();
        next.assess(assessment);
        let assessed = self.assessed_text(&next)?;
        self.own = next;
        self.tell_assessed(assessed);
        Ok(())
    }

    /// Puts an assessment in the place of the one before; a step that can be taken back.
    pub fn replace(&mut self, assessment: Assessment) -> Result<(), Refusal> {
        let mut next = self.own.clone();
        next.assess(assessment);
        self.change(next)
    }

    /// Takes everything out that was entered for a unit.
    pub fn clear(&mut self, edition: &str, unit: &str) -> Told {
        let mut empty = self.assessment(edition, unit);
        empty.rows.clear();
        self.replace(empty).map(|()| Done::Cleared)
    }

    /// Deletes everything, here and on the device.
    pub fn delete_everything(&mut self) -> Done {
        let empty = Own::default();
        // Nothing is always possible.
        self.put(&empty).unwrap_or_default();
        self.own = empty;
        self.past.clear();
        self.kept = Kept::default();
        self.news.push(News::Assessed(String::new()));
        self.news.push(News::Saved(Vec::new()));
        self.news.push(News::Forget);
        Done::Deleted
    }

    /// Brings back what was kept on the device.
    fn restore(&mut self, kept: &str, catalogue: &str) -> Option<Told> {
        let told = match self.begin_with(kept) {
            Ok(mut own) => {
                let slots = self.without_slots(&mut own);
                match self.put(&own) {
                    Ok(()) => {
                        self.own = own;
                        slots.map(|gone| Ok(Done::SlotsGone(gone)))
                    }
                    Err(refusal) => {
                        self.is_unkept(Unkept::Unreadable);
                        Some(Err(refusal))
                    }
                }
            }
            Err(fault) => fault.map(|fault| Err(Refusal::File(fault))),
        };
        // The page had it before.
        self.news.clear();
        if self.kept.is_unreadable()
            && let Ok(own) = OwnCatalogue::from_text(catalogue)
            && let Ok(calculator) = self.counting_with(own.clone())
        {
            (self.calculator, self.catalogue) = (calculator, own);
        }
        told
    }

    /// Takes out the slots that an older version had in place of components; gives how many values were in
    /// them.
    pub(crate) fn without_slots(&self, own: &mut Own) -> Option<usize> {
        own.take_slots(|edition| {
            let edition = self.calculator.edition(edition).ok()?;
            Some(edition.framework().id().to_owned())
        })
    }

    /// Has a calculator with these data, and tells the page where they differ from before.
    pub(crate) fn put(&mut self, next: &Own) -> Result<(), Refusal> {
        let brought = self.brought(next)?;
        if brought != self.catalogue {
            self.calculator = self.counting_with(brought.clone())?;
            self.catalogue = brought;
            self.tell_counts();
        }
        Ok(())
    }

    /// A calculator with this.
    fn counting_with(&self, brought: OwnCatalogue) -> Result<Arc<Calculator>, Refusal> {
        let calculator = shipped(&self.shipped, brought).map_err(Refusal::File)?;
        Ok(Arc::new(calculator))
    }

    /// Tells the page what to count with.
    fn tell_counts(&mut self) {
        let calculator = Arc::clone(&self.calculator);
        self.news
            .push(News::Counts(calculator, self.catalogue.to_text()));
    }

    /// Tells the page of the assessments, and has everything kept.
    pub(crate) fn tell(&mut self) {
        let assessed = self.assessed_text(&self.own).unwrap_or_default();
        self.tell_assessed(assessed);
    }

    fn tell_assessed(&mut self, assessed: String) {
        self.news.push(News::Assessed(assessed));
        self.news.push(News::Keep);
    }

    /// The texts to keep on the device: the project file, the catalogue, the assessed figures; `None`
    /// where what is there has to stay.
    pub fn texts(&self) -> Option<[String; 3]> {
        let assessed = || self.assessed_text(&self.own).unwrap_or_default();
        self.kept
            .may_be_written()
            .then(|| [self.kept_text(), self.catalogue.to_text(), assessed()])
    }

    /// What the reader brought as a project file; empty where there is nothing.
    pub(crate) fn kept_text(&self) -> String {
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
            if let Some(framework) = self.framework(all(&brought), &list.framework)? {
                let part = components_part(&framework, list);
                brought.add(part.map_err(|fault| Refusal::List(fault.to_string()))?);
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
        brought: OwnCatalogue,
        id: &str,
    ) -> Result<Option<Arc<Framework>>, Refusal> {
        let of = |calculator: &Calculator| {
            let mut frameworks = calculator.editions().iter().map(|e| e.framework());
            frameworks.find(|own| own.id() == id).map(Arc::clone)
        };
        if let Some(found) = of(&self.official) {
            return Ok(Some(found));
        }
        let calculator = shipped(&self.shipped, brought);
        Ok(of(&calculator.map_err(Refusal::File)?))
    }

    /// An edition that does not ship, as it is without tables that the reader loaded.
    fn beside_official(
        &self,
        brought: OwnCatalogue,
        id: &str,
    ) -> Result<Option<Arc<Edition>>, Refusal> {
        let calculator = shipped(&self.shipped, brought).map_err(Refusal::File)?;
        Ok(calculator.edition(id).ok().map(Arc::clone))
    }

    /// The assessed figures of each edition as a fragment, one line per edition: what of the assessments
    /// holds, since a value may be wrong while it is typed.
    fn assessed_text(&self, own: &Own) -> Result<String, Refusal> {
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
            let fragment = write(&link, Privacy::WithKnown).map_err(|_long| Refusal::TooMuch)?;
            text.push_str(&format!("{} {fragment}\n", edition.id()));
        }
        Ok(text)
    }
}

/// Name of an own index in messages about what was kept.
const INDEX_FILE: &str = "own-index.json";
