//! The head of a column that sorts the table.

use super::Button;
use crate::app::live::{Live, live, maybe};
use crate::calculator::{Direction, LadderColumn};
use leptos::prelude::*;

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
    fn aria(self, column: LadderColumn) -> Option<&'static str> {
        let rises = matches!(column, LadderColumn::Rank | LadderColumn::Name);
        (self.column == column).then_some(match (rises, self.direction) {
            (true, Direction::Usual) | (false, Direction::Reversed) => "ascending",
            _ => "descending",
        })
    }
}

/// A table head with a button; sorting does not move focus.
#[component]
pub(crate) fn SortHeader(
    /// The words on it.
    label: Live,
    /// The column that it sorts by.
    #[prop(into)]
    column: Signal<LadderColumn>,
    /// What the table is sorted by.
    sort: RwSignal<Sort>,
    /// Class of the cell.
    class: &'static str,
) -> impl IntoView {
    let aria = maybe(move || sort.get().aria(column.get()).map(str::to_owned));
    let text = live(move || {
        let arrow = match sort.get().aria(column.get()) {
            Some("ascending") => " ↑",
            Some(_) => " ↓",
            None => "",
        };
        format!("{}{arrow}", label.get())
    });
    let click = Callback::new(move |()| {
        sort.update(|sort| *sort = sort.clicked(column.get_untracked()));
    });
    view! {
        <th scope="col" class=class aria-sort=aria>
            <Button class="sort" label=text name=label on_click=click/>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::Sort;
    use crate::calculator::{Direction, LadderColumn};

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
