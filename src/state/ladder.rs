//! How the ranking is sorted and filtered, and which of its rows stand in sight.

use super::State;
use dti_engine::calculator::{Direction, LadderColumn};
use dti_engine::model::{Framework, Node};
use dti_engine::session::Session;
use leptos::prelude::*;
use std::ops::Range;

/// Rows are windowed where there are more.
pub const MOST_ROWS: usize = 200;
/// Rows above and below those in sight that are drawn all the same.
const SPARE: usize = 20;

/// What a table is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sort {
    /// The column.
    pub column: LadderColumn,
    /// Which way.
    pub direction: Direction,
}

impl Sort {
    /// The sort after a click on the head of a column.
    pub fn clicked(self, column: LadderColumn) -> Self {
        let direction = match self.direction {
            Direction::Usual if self.column == column => Direction::Reversed,
            _ => Direction::Usual,
        };
        Self { column, direction }
    }

    /// `aria-sort` of a column: its numbers rise or fall downwards.
    pub fn aria(self, column: LadderColumn) -> Option<&'static str> {
        let rises = matches!(column, LadderColumn::Rank | LadderColumn::Name);
        (self.column == column).then_some(match (rises, self.direction) {
            (true, Direction::Usual) | (false, Direction::Reversed) => "ascending",
            _ => "descending",
        })
    }
}

/// What the last column of the ranking compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Compared {
    /// What the score is made of.
    #[default]
    Contributions,
    /// An indicator.
    Indicator(Node),
    /// A pillar, by its place in the framework.
    Pillar(usize),
}

impl Compared {
    /// What a choice means in a framework: an indicator's id, or a pillar's behind its mark.
    pub fn by_choice(framework: &Framework, choice: &str) -> Self {
        let pillar = choice.strip_prefix(PILLAR).and_then(|place| {
            let place = place.parse().ok()?;
            framework.pillars().get(place).map(|_| Self::Pillar(place))
        });
        let indicator = framework.node(choice).map(Self::Indicator);
        pillar.or(indicator).unwrap_or_default()
    }

    /// The column that it is sorted by: what a score is made of, by the score.
    pub fn column(self) -> LadderColumn {
        match self {
            Self::Contributions => LadderColumn::Indicator(Node::ROOT),
            Self::Indicator(node) => LadderColumn::Indicator(node),
            Self::Pillar(place) => LadderColumn::Pillar(place),
        }
    }
}

/// Begins the choice of a pillar; no id of an indicator does.
pub const PILLAR: &str = "pillar:";

/// Sort, search, region and column.
#[derive(Clone, Copy)]
pub struct LadderState {
    /// What the ranking is sorted by.
    pub sort: RwSignal<Sort>,
    /// What is searched for.
    pub wanted: RwSignal<String>,
    /// Vietnamese name of the region, or nothing.
    pub region: RwSignal<String>,
    /// What the last column compares.
    pub compared: RwSignal<Compared>,
}

impl Default for LadderState {
    fn default() -> Self {
        Self {
            sort: RwSignal::new(Sort::default()),
            wanted: RwSignal::new(String::new()),
            region: RwSignal::new(String::new()),
            compared: RwSignal::new(Compared::default()),
        }
    }
}

impl LadderState {
    /// Compares something, and sorts by it.
    pub fn compare(self, compared: Compared) {
        self.compared.set(compared);
        let column = match compared {
            Compared::Contributions => LadderColumn::Rank,
            other => other.column(),
        };
        self.sort.set(Sort {
            column,
            direction: Direction::Usual,
        });
    }

    /// Another framework may lack what was compared.
    pub(super) fn forget_columns(self) {
        if self.compared.get_untracked() != Compared::Contributions {
            self.compare(Compared::Contributions);
        }
    }
}

impl State {
    /// The rows that pass the filters, in the order of the sort.
    pub fn ladder_rows(self) -> Vec<usize> {
        let Sort { column, direction } = self.ladder.sort.get();
        let (wanted, region) = (self.ladder.wanted.get(), self.ladder.region.get());
        let edition = self.edition.get();
        // Units of an edition without regions pass every filter.
        let is_in_region = |row: usize| {
            let own = edition
                .units()
                .get(row)
                .and_then(|unit| unit.region.as_ref());
            region.is_empty() || own.is_none_or(|own| own.vi == region)
        };
        let order = |session: &Session| session.ladder_order(column, direction);
        let mut rows = self.session.with(order);
        rows.retain(|&row| is_in_region(row));
        // Until something is searched for, nobody needs to know what units are found by.
        if !wanted.is_empty() {
            self.keys
                .with(|keys| rows.retain(|&row| keys.matches(row, &wanted)));
        }
        rows
    }
}

/// The rows of a long table that are drawn: those in sight, and some around.
pub fn window(rows: usize, in_sight: &Range<usize>) -> Range<usize> {
    if rows <= MOST_ROWS {
        return 0..rows;
    }
    let begin = in_sight.start.saturating_sub(SPARE).min(rows);
    begin..(in_sight.end + SPARE).clamp(begin, rows)
}

#[cfg(test)]
mod tests {
    use super::{Compared, Sort, window};
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

    #[test]
    fn a_choice_is_an_indicator_or_a_pillar_of_the_framework() {
        let calculator = dti_formats::official().unwrap();
        let framework = calculator.edition("2022").unwrap().framework();
        let by = |choice: &str| Compared::by_choice(framework, choice);
        assert_eq!(by(""), Compared::Contributions);
        assert_eq!(
            by("society"),
            Compared::Indicator(framework.node("society").unwrap())
        );
        assert_eq!(by("pillar:2"), Compared::Pillar(2));
        assert_eq!(by("pillar:99"), Compared::Contributions);
        assert_eq!(by("moon"), Compared::Contributions);
    }

    #[test]
    fn a_long_table_is_drawn_where_it_is_looked_at() {
        assert_eq!(window(63, &(31..47)), 0..63);
        assert_eq!(window(3321, &(0..16)), 0..36);
        assert_eq!(window(3321, &(1000..1016)), 980..1036);
        assert_eq!(window(3321, &(9000..9016)), 3321..3321);
    }
}
