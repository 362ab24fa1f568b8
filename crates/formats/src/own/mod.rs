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
    /// Ids of frameworks for which numbered slots stood in an older version ([`Self::take_slots`]).
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

    /// Takes out the numbered slots that an older version had in place of components, with the points
    /// that were entered in them: which component was meant is not known. Gives how many values went;
    /// `None` where there are no slots. `framework_of` gives the framework of an edition.
    pub fn take_slots(&mut self, framework_of: impl Fn(&str) -> Option<String>) -> Option<usize> {
        let slots = std::mem::take(&mut self.slots);
        if slots.is_empty() {
            return None;
        }
        let mut gone = 0;
        for one in &mut self.assessments {
            if !framework_of(&one.edition).is_some_and(|id| slots.contains(&id)) {
                continue;
            }
            one.rows.retain(|row| {
                let values = [&row.own, &row.verified, &row.what_if];
                let values = values.into_iter().flatten().count();
                let is_slot = row.indicator.contains('.');
                gone += if is_slot { values } else { 0 };
                !is_slot
            });
        }
        self.assessments.retain(|one| !one.rows.is_empty());
        Some(gone)
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

#[cfg(test)]
mod tests {
    use super::Own;
    use dti_engine::model::{Assessed, Assessment, Exact, RawValue};

    #[test]
    fn what_was_entered_in_numbered_slots_goes_with_them() {
        let row = |id: &str| Assessed {
            indicator: id.to_owned(),
            own: Some(RawValue::Points(Exact::ONE)),
            verified: Some(RawValue::Points(Exact::ONE)),
            ..Assessed::default()
        };
        let of = |edition: &str, rows: Vec<Assessed>| Assessment {
            edition: edition.to_owned(),
            unit: "hue".to_owned(),
            rows,
        };
        let mut own = Own {
            slots: vec!["dti-922".to_owned()],
            assessments: vec![
                of("2022", vec![row("society.1"), row("society")]),
                of("2023", vec![row("society.2")]),
                of("own", vec![row("society.3")]),
            ],
            ..Own::default()
        };
        let framework_of = |edition: &str| {
            let id = if edition == "own" { "other" } else { "dti-922" };
            Some(id.to_owned())
        };
        assert_eq!(own.take_slots(framework_of), Some(4));
        let kept = [
            of("2022", vec![row("society")]),
            of("own", vec![row("society.3")]),
        ];
        assert_eq!(own.assessments, kept);
        assert_eq!(own.take_slots(framework_of), None);
    }
}
