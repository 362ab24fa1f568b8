//! Indices of a reader's own, and examples: opening one, looking at it on the page, taking it out again.

use crate::{News, OwnData, Refusal};
use dti_engine::calculator::counting_overrides;
use dti_engine::model::{Edition, Scenario, Text};
use dti_formats::link::Link;
use dti_formats::{example_assessments, example_part, index_id};

/// Ids and titles of the examples.
pub fn examples() -> Vec<(String, Text)> {
    dti_formats::examples()
}

impl OwnData {
    /// Puts an example edition beside the official ones, with its assessments, and shows it.
    pub fn open_example(&mut self, id: &str) -> Result<(), Refusal> {
        let mut next = self.own.clone();
        if example_part(id).is_some() && !self.has_example(id) {
            next.examples.push(id.to_owned());
        }
        self.change(next)?;
        let edition = self.calculator().edition(id).map_err(Refusal::Figures)?;
        for assessment in example_assessments(edition).map_err(Refusal::File)? {
            if self.own.assessment(id, &assessment.unit).is_none() {
                self.assess(assessment)?;
            }
        }
        self.show(id);
        Ok(())
    }

    /// Has the page show an edition.
    pub fn show(&mut self, id: &str) {
        let Ok(edition) = self.calculator().edition(id) else {
            return;
        };
        let first = edition.units().first().map(|unit| unit.id.clone());
        // An example brings the scorecard of one of its units.
        let assessed = || self.own.assessments.iter().filter(|one| one.edition == id);
        let unit = assessed().next().map(|one| one.unit.clone()).or(first);
        let held = assessed().flat_map(|one| counting_overrides(edition.framework(), one));
        let link = Link {
            scenario: Scenario {
                unit,
                overrides: held.collect(),
                ..Scenario::baseline(id)
            },
            ..Link::default()
        };
        self.news.push(News::Show(Box::new(link)));
    }

    /// Takes an example or an own index out, with what was assessed in it.
    pub fn close(&mut self, id: &str) -> Result<(), Refusal> {
        let mut next = self.own.clone();
        next.examples.retain(|own| own != id);
        next.indices
            .retain(|document| index_id(document).as_deref() != Some(id));
        next.assessments.retain(|one| one.edition != id);
        self.change(next)
    }

    /// Whether an example is open.
    pub fn has_example(&self, id: &str) -> bool {
        self.own.examples.iter().any(|own| own == id)
    }

    /// Editions that are neither official nor of another year of the ministry.
    pub fn own_editions(&self) -> Vec<&Edition> {
        let indices: Vec<String> = self
            .own
            .indices
            .iter()
            .filter_map(|one| index_id(one))
            .collect();
        let is_own = |id: &str| self.has_example(id) || indices.iter().any(|own| own == id);
        let editions = self.calculator().editions().iter();
        editions
            .map(|edition| &**edition)
            .filter(|edition| is_own(edition.id()))
            .collect()
    }
}
