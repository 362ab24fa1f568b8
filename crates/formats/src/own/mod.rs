//! Everything that a reader brought, and the project file that keeps it.

mod code;
mod document;
mod merge;
mod part;
mod project;

pub use code::codes_part;
pub use part::{Computed, ProjectKind, part_text};
pub use project::{Project, is_newer_project, parse_project, project_text};

use dti_engine::model::{Assessment, ComponentList, ResultsTable};

/// What a reader brought. It stays on the device.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Own {
    /// Official component lists, one per framework at most.
    pub lists: Vec<ComponentList>,
    /// Ids of frameworks whose assumed slots are in use, where no list is loaded.
    pub slots: Vec<String>,
    /// Tables of results, one per edition at most.
    pub results: Vec<ResultsTable>,
    /// Own indices as the documents that they were loaded from.
    pub indices: Vec<String>,
    /// Ids of example editions that are open.
    pub examples: Vec<String>,
    /// One per edition and unit at most.
    pub assessments: Vec<Assessment>,
}

impl Own {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The assessment of a unit in an edition.
    pub fn assessment(&self, edition: &str, unit: &str) -> Option<&Assessment> {
        let mut assessments = self.assessments.iter();
        assessments.find(|one| one.edition == edition && one.unit == unit)
    }

    /// Puts an assessment in, in place of the one before; an empty one takes it out.
    pub fn assess(&mut self, assessment: Assessment) {
        let is_same =
            |one: &Assessment| one.edition == assessment.edition && one.unit == assessment.unit;
        self.assessments.retain(|one| !is_same(one));
        if !assessment.rows.is_empty() {
            self.assessments.push(assessment);
        }
    }
}
