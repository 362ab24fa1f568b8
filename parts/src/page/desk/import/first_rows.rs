//! The first rows of a table as they are in the file, with a choice above each column.

use super::view::Preview;
use super::words;
use crate::page::Markup;
use crate::page::control::select;
use dti_formats::{Basis, Column, Meaning};

/// Rows of the table that are shown.
const ROWS_SHOWN: usize = 12;
/// Columns that are shown.
const COLUMNS_SHOWN: usize = 40;

impl Preview<'_> {
    /// The first rows as they are in the file, with a choice above each column.
    pub(super) fn grid(&self, m: &mut Markup) {
        let columns = self
            .understood
            .columns
            .iter()
            .enumerate()
            .take(COLUMNS_SHOWN);
        let columns: Vec<(usize, &Column)> = columns.collect();
        let label = self.say("Những hàng đầu của bảng", "The first rows of the table");
        m.node("div", "table-box import-table", |m| {
            m.set("role", "region");
            m.set("aria-label", label);
            m.set("tabindex", "0");
            m.node("table", "", |m| {
                m.node("thead", "", |m| {
                    m.node("tr", "", |m| {
                        m.leaf("th", "", self.say("Hàng", "Row"));
                        for (place, column) in &columns {
                            self.column(m, *place, column);
                        }
                    });
                });
                m.node("tbody", "", |m| self.rows(m, &columns));
            });
        });
    }

    fn column(&self, m: &mut Markup, place: usize, column: &Column) {
        m.node("th", "", |m| {
            m.set("scope", "col");
            let id = format!("desk-import-column-{place}");
            m.node("label", "", |m| {
                m.set("for", id.clone());
                let letters = super::column_letters(place);
                m.text(match column.heading.is_empty() {
                    true => letters,
                    false => format!("{letters}: {}", column.heading),
                });
            });
            let framework = self.edition.framework();
            let all = Meaning::all(self.table.kind, framework);
            let options = all.iter().map(|meaning| {
                let name = words::meaning_name(meaning, framework, self.language);
                (words::meaning_key(meaning), self.here(&name))
            });
            let chosen = words::meaning_key(&column.meaning);
            let deed = format!("desk import column {place}");
            select(m, deed, ("id", id), options.collect(), &chosen);
            if column.basis == Basis::Chosen {
                m.leaf("span", "hint", self.say("bạn chọn", "your choice"));
            }
        });
    }

    fn rows(&self, m: &mut Markup, columns: &[(usize, &Column)]) {
        let first = self.understood.first_row;
        let rows = (first..self.table.grid.rows.len()).take(ROWS_SHOWN);
        for row in rows {
            let is_read = self.understood.rows.iter().any(|own| own.row == row);
            m.node("tr", "", |m| {
                m.classes("row", &[("left-out", !is_read)]);
                m.node("th", "", |m| {
                    m.set("scope", "row");
                    m.text((row + 1).to_string());
                });
                for (column, _) in columns {
                    m.leaf("td", "", self.table.grid.cell(row, *column).to_owned());
                }
            });
        }
    }
}
