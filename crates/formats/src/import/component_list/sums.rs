//! Whether the max points of a component list add up, from criteria to main indicators.

use super::{Placed, Reading};
use crate::import::Meaning;
use crate::import::findings::FindingKind;
use dti_engine::model::{Level, MaxPoints};

impl Reading<'_> {
    /// Max points of components with criteria: theirs, or the sum where none are given.
    pub(super) fn add_up_criteria(&mut self) {
        let mut faults = Vec::new();
        let mut sums = Vec::new();
        for placed in &self.listed {
            let parts = self
                .listed
                .iter()
                .filter(|part| part.component.parent == placed.component.id);
            let (count, sum) = sum_of(parts);
            sums.push((count, sum));
            let stated = placed.stated;
            let kind = match (count, stated) {
                (0, None) => FindingKind::MaxPointsMissing,
                (0, Some(_)) | (_, None) => continue,
                (_, Some(stated)) if stated == sum => continue,
                (_, Some(stated)) => FindingKind::PartsDoNotAddUp {
                    whole: placed.title(),
                    sum: sum.value(),
                    stated: stated.value(),
                },
            };
            faults.push((placed.row, kind));
        }
        for (placed, (count, sum)) in self.listed.iter_mut().zip(sums) {
            if count > 0 && placed.stated.is_none() {
                placed.component.max_points = sum.hundredths();
            }
        }
        for (row, kind) in faults {
            self.find(row, &Meaning::MaxPoints, kind);
        }
    }

    pub(super) fn add_up_mains(&mut self) {
        let mut left_out = Vec::new();
        for node in self.framework.nodes() {
            let main = self.framework.indicator(node);
            if main.level != Level::Main {
                continue;
            }
            let parts = self
                .listed
                .iter()
                .filter(|part| part.component.parent == main.id);
            let (count, sum) = sum_of(parts);
            if count == 0 && main.scored {
                left_out.push(main.id.clone());
            } else if count > 0 && main.scored && sum != main.max_points {
                self.findings.table(FindingKind::PartsDoNotAddUp {
                    whole: main.id.clone(),
                    sum: sum.value(),
                    stated: main.max_points.value(),
                });
            }
        }
        if !left_out.is_empty() && !self.listed.is_empty() {
            self.findings.table(FindingKind::MainsLeftOut(left_out));
        }
    }
}

/// How many parts there are, and the max points of those that count.
fn sum_of<'a>(parts: impl Iterator<Item = &'a Placed>) -> (usize, MaxPoints) {
    let (mut count, mut hundredths) = (0, 0_u32);
    for part in parts {
        count += 1;
        if part.component.scored {
            hundredths = hundredths.saturating_add(part.component.max_points);
        }
    }
    (
        count,
        MaxPoints::of_hundredths(hundredths).unwrap_or_default(),
    )
}
