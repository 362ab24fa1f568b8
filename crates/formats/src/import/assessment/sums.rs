//! Whether a scorecard adds up: what its wholes and totals say beside the sum of their parts.

use super::{Line, Reading, STAGES, stages};
use crate::import::findings::FindingKind;
use crate::import::numbers::number;
use dti_engine::model::{Exact, Node, POINTS_DECIMALS};

impl Reading<'_> {
    /// Compares what wholes say with the sum of their parts, where all parts have a value.
    pub(super) fn check_wholes(&mut self) {
        for (row, node) in std::mem::take(&mut self.wholes) {
            for (meaning, place) in STAGES.iter().zip(0..) {
                let Some(column) = self.sheet.column(meaning) else {
                    continue;
                };
                let stated = number(self.sheet.cell(row, column), self.sheet.mark);
                let mut sum = Sum::default();
                let (Ok(stated), Some(())) = (stated, self.add_up(node, place, &mut sum)) else {
                    continue;
                };
                let (stated, sum, tolerance) = (stated.value, sum.points, sum.tolerance());
                if (stated - sum).abs() > tolerance {
                    self.findings
                        .at(row, column, FindingKind::PointsDiffer { stated, sum });
                }
            }
        }
    }

    /// Compares a table's own totals with the sum of the lines above, or of those of their section.
    pub(super) fn check_totals(&mut self) {
        for (row, count, section) in std::mem::take(&mut self.totals) {
            for (meaning, place) in STAGES.iter().zip(0..) {
                let Some(column) = self.sheet.column(meaning) else {
                    continue;
                };
                let Ok(stated) = number(self.sheet.cell(row, column), self.sheet.mark) else {
                    continue;
                };
                let is_below = |line: &&Line| {
                    section.is_some_and(|section| self.framework.is_above(section, line.node))
                };
                let above = || self.lines.iter().take(count);
                let all = self.sum_of(above(), place);
                let own = self.sum_of(above().filter(is_below), place);
                let stated = stated.value;
                let fits = |sum: &Sum| (stated - sum.points).abs() <= sum.tolerance();
                if let Some(sum) = all
                    && !fits(&sum)
                    && !own.is_some_and(|own| fits(&own))
                {
                    let sum = sum.points;
                    self.findings
                        .at(row, column, FindingKind::PointsDiffer { stated, sum });
                }
            }
        }
    }

    /// The points of some lines, if each has a value in this column.
    fn sum_of<'b>(&self, lines: impl Iterator<Item = &'b Line>, place: usize) -> Option<Sum> {
        let mut sum = Sum::default();
        for line in lines {
            if self.framework.indicator(line.node).scored {
                self.add_line(line, place, &mut sum)?;
            }
        }
        Some(sum)
    }

    /// Adds the points of all leaves below an indicator, if each has a value in this column.
    fn add_up(&self, node: Node, place: usize, sum: &mut Sum) -> Option<()> {
        for child in self.framework.scored_children(node) {
            let indicator = self.framework.indicator(child);
            if !indicator.children.is_empty() {
                self.add_up(child, place, sum)?;
                continue;
            }
            let line = self.lines.iter().find(|line| line.node == child)?;
            self.add_line(line, place, sum)?;
        }
        Some(())
    }

    /// Adds the points of a line, if it has a value in this column.
    fn add_line(&self, line: &Line, place: usize, sum: &mut Sum) -> Option<()> {
        let raw = stages(&line.assessed).into_iter().nth(place)?.as_ref()?;
        let points = (self.earned)(self.framework, line.node, raw)?;
        sum.points = sum.points + points;
        sum.rounded += i64::from(points != points.rounded(POINTS_DECIMALS));
        Some(())
    }
}

/// Points that are added up.
struct Sum {
    points: Exact,
    /// How many of them a table cannot write in full.
    rounded: i64,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            points: Exact::ZERO,
            rounded: 0,
        }
    }
}

impl Sum {
    /// How far a table's own sum may lie off: half a hundredth for each part that it had to round,
    /// and for the sum.
    fn tolerance(&self) -> Exact {
        match self.rounded {
            0 => Exact::ZERO,
            parts => Exact::decimal(5 * (parts + 1), POINTS_DECIMALS + 1),
        }
    }
}
