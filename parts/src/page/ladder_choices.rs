//! What the reader chose to see of the ladder.

use super::Page;
use dti_engine::calculator::{Direction, LadderColumn, ladder_order};
use dti_engine::model::Node;

/// What a table is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Sort {
    /// The column.
    pub(crate) column: LadderColumn,
    /// Which way.
    pub(crate) direction: Direction,
}

impl Sort {
    /// The sort after a click on the head of a column.
    pub(crate) fn clicked(self, column: LadderColumn) -> Self {
        let direction = match self.direction {
            Direction::Usual if self.column == column => Direction::Reversed,
            _ => Direction::Usual,
        };
        Self { column, direction }
    }

    /// `aria-sort` of a column: its numbers rise or fall downwards.
    pub(crate) fn aria(self, column: LadderColumn) -> Option<&'static str> {
        let rises = matches!(column, LadderColumn::Rank | LadderColumn::Name);
        (self.column == column).then_some(match (rises, self.direction) {
            (true, Direction::Usual) | (false, Direction::Reversed) => "ascending",
            _ => "descending",
        })
    }
}

/// Search, region, column and sort.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct LadderChoices {
    /// What the table is sorted by.
    pub(crate) sort: Sort,
    /// What is searched for.
    pub(crate) wanted: String,
    /// Vietnamese name of the region, or nothing.
    pub(crate) region: String,
    /// Id of the indicator that is compared, or nothing.
    pub(crate) compared: String,
}

impl Page {
    /// The indicator that the ladder compares, where the framework at hand has it.
    pub(super) fn compared(&self) -> Option<Node> {
        self.edition()?.framework().node(&self.ladder.compared)
    }

    /// What the column that can be chosen sorts by: without an indicator, the whole score.
    pub(super) fn compared_column(&self) -> LadderColumn {
        LadderColumn::Indicator(self.compared().unwrap_or(Node::ROOT))
    }

    /// Compares an indicator, and sorts by it; an id that is none compares the make-up of scores.
    pub(super) fn compare_by(&mut self, indicator: &str) {
        indicator.clone_into(&mut self.ladder.compared);
        self.ladder.sort = Sort {
            column: self
                .compared()
                .map_or(LadderColumn::Rank, LadderColumn::Indicator),
            direction: Direction::Usual,
        };
    }

    /// The rows that pass the filters, in the order of the sort.
    pub(super) fn ladder_rows(&self) -> Vec<usize> {
        let Sort { column, direction } = self.ladder.sort;
        let column = match column {
            LadderColumn::Indicator(_) => self.compared_column(),
            other => other,
        };
        let units = self.units();
        // Units of an edition without regions pass every filter.
        let is_in_region = |row: usize| {
            let own = units.get(row).and_then(|unit| unit.region.as_ref());
            self.ladder.region.is_empty() || own.is_none_or(|own| own.vi == self.ladder.region)
        };
        let mut rows = ladder_order(&self.shown.standings, column, direction);
        let wanted = &self.ladder.wanted;
        rows.retain(|&row| {
            is_in_region(row) && (wanted.is_empty() || self.keys().matches(row, wanted))
        });
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::Sort;
    use dti_engine::calculator::{Direction, LadderColumn};

    #[test]
    fn a_second_click_turns_the_table_round() {
        let first = Sort::default();
        assert_eq!(first.aria(LadderColumn::Rank), Some("ascending"));
        let by_score = first.clicked(LadderColumn::Score);
        assert_eq!(by_score.aria(LadderColumn::Score), Some("descending"));
        assert_eq!(by_score.aria(LadderColumn::Rank), None);
        let turned = by_score.clicked(LadderColumn::Score);
        assert_eq!(turned.direction, Direction::Reversed);
        assert_eq!(turned.clicked(LadderColumn::Score), by_score);
    }
}
