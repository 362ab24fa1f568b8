//! What the reader decided about tables, by their headings: the next table with the same ones is read alike.

use super::{Table, Understood};
use dti_engine::model::Edition;
use dti_formats::{TableKind, TableShape, parse_shapes, shapes_text, table_kind};

/// Shapes that are remembered.
const MOST: usize = 20;

/// How tables were read, the newest last.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shapes(Vec<TableShape>);

/// How a table is read.
fn shape_of(table: &Table, edition: &Edition) -> TableShape {
    let choices = &table.choices;
    TableShape {
        framework: edition.framework().id().to_owned(),
        headings: headings(table, edition),
        kind: table.kind,
        columns: choices.columns.clone(),
        mark: choices.mark,
        scale: choices.scale,
    }
}

fn is_like(one: &TableShape, other: &TableShape) -> bool {
    one.framework == other.framework && one.headings == other.headings
}

/// Whether anything was decided that the table itself does not say.
fn is_chosen(shape: &TableShape, table: &Table, edition: &Edition) -> bool {
    let own = table_kind(&table.grid, edition).unwrap_or(TableKind::Results);
    let has_headings = shape.headings.iter().any(|heading| !heading.is_empty());
    let is_other = shape.kind != own || !shape.columns.is_empty();
    has_headings && (is_other || shape.mark.is_some() || shape.scale.is_some())
}

/// The headings of a table as it says by itself; its first row, where none is known here.
fn headings(table: &Table, edition: &Edition) -> Vec<String> {
    let own = Table {
        kind: table_kind(&table.grid, edition).unwrap_or(TableKind::Results),
        choices: Default::default(),
        ..table.clone()
    };
    let columns = Understood::of(&own, edition).columns;
    let headings = columns.into_iter().map(|column| column.heading);
    let headings: Vec<String> = headings.map(|own| own.trim().to_owned()).collect();
    let first = table.grid.rows.first().map_or(&[][..], Vec::as_slice);
    let is_text = |cell: &String| !cell.contains(|letter: char| letter.is_ascii_digit());
    if headings.iter().all(String::is_empty) && first.iter().all(is_text) {
        return first.iter().map(|cell| cell.trim().to_owned()).collect();
    }
    headings
}

impl Shapes {
    /// From a text that the device kept; nothing where it cannot be read.
    pub fn from_text(text: &str) -> Self {
        Self(parse_shapes(text))
    }

    /// As a text.
    pub fn to_text(&self) -> String {
        shapes_text(&self.0)
    }

    /// These with how a table was read.
    #[must_use]
    pub fn with(mut self, table: &Table, edition: &Edition) -> Self {
        let own = shape_of(table, edition);
        self.0.retain(|other| !is_like(other, &own));
        if is_chosen(&own, table, edition) {
            self.0.push(own);
        }
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
        self
    }

    /// A table that is read as the last one like it was.
    pub fn applied(&self, mut table: Table, edition: &Edition) -> Table {
        let own = shape_of(&table, edition);
        if let Some(shape) = self.0.iter().find(|shape| is_like(shape, &own)) {
            table.kind = shape.kind;
            table.choices.columns.clone_from(&shape.columns);
            (table.choices.mark, table.choices.scale) = (shape.mark, shape.scale);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::Shapes;
    use crate::import::Table;
    use crate::tests::{ground, own_data};
    use crate::{Brought, Received};
    use dti_formats::{DecimalMark, Meaning, TableKind};

    fn brought(text: &str) -> Table {
        let mut own = own_data();
        let ground = ground(&own, "e=2022&u=bac-giang");
        let brought = Brought::Pasted(text.to_owned());
        match own.receive("", brought, &ground) {
            Ok(Received::Table(table)) => *table,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_table_of_the_same_shape_is_read_as_the_one_before_was() {
        let own = own_data();
        let edition = own.calculator().edition("2022").unwrap();
        let mut first = brought("Nơi\tHạng\tDTI\tKhác\nBắc Giang\t9\t0,6440\tx\n");
        first.choose_kind(TableKind::Results);
        first.choose_column(0, Meaning::Unit);
        first.choose_column(3, Meaning::Ignored);
        first.choose_mark(DecimalMark::Comma);
        let shapes = Shapes::default().with(&first, edition);
        let shapes = Shapes::from_text(&shapes.to_text());
        let next = brought("Nơi\tHạng\tDTI\tKhác\nHuế\t2\t0,6975\ty\nHà Nội\t43\t0,5\tz\n");
        let read = shapes.applied(next, edition);
        assert_eq!(read.choices.columns, first.choices.columns);
        assert_eq!(read.choices.mark, Some(DecimalMark::Comma));
        let other = brought("Nơi\tHạng\tDTI\nHuế\t2\t0,6975\n");
        assert_eq!(shapes.applied(other.clone(), edition), other);
    }

    #[test]
    fn headings_that_nobody_knows_are_remembered_too() {
        let own = own_data();
        let edition = own.calculator().edition("2022").unwrap();
        let mut first = brought("Nơi\tĐiểm số\nBắc Giang\t0,7000\n");
        first.choose_kind(TableKind::Results);
        first.choose_column(0, Meaning::Unit);
        first.choose_column(1, Meaning::Total);
        let shapes = Shapes::default().with(&first, edition);
        let next = shapes.applied(brought("Nơi\tĐiểm số\nHuế\t0,7100\n"), edition);
        assert_eq!(next.choices.columns, first.choices.columns);
    }

    #[test]
    fn what_needs_no_choice_is_not_remembered_and_nonsense_is_nothing() {
        let own = own_data();
        let edition = own.calculator().edition("2022").unwrap();
        let table = brought("Hạng\tTỉnh\tDTI\n9\tBắc Giang\t0,6440\n");
        assert_eq!(Shapes::default().with(&table, edition), Shapes::default());
        assert_eq!(Shapes::from_text("{\"moon\":1}"), Shapes::default());
    }
}
