//! What kind of table one is, where the reader has not said.

use super::columns::{Sheet, Wanted};
use super::findings::Findings;
use super::unit_names::{UnitMatch, UnitNames};
use super::{Choices, Meaning, TableKind};
use crate::Grid;
use dti_engine::model::Edition;

/// Rows that are looked at for names of units.
const LOOKED_AT: usize = 30;

/// The kind of table from whose headings most is understood; `None` where no row looks like headings.
pub fn table_kind(grid: &Grid, edition: &Edition) -> Option<TableKind> {
    let kinds = [
        TableKind::Results,
        TableKind::Scorecard,
        TableKind::Components,
    ];
    let worth = |kind: TableKind| {
        let wanted = Wanted {
            kind,
            framework: edition.framework(),
            highest: edition.framework().total().value(),
            year: None,
        };
        let sheet = Sheet::understood(grid, &wanted, &Choices::default(), &mut Findings::default());
        let known = sheet
            .columns
            .iter()
            .filter(|column| column.meaning != Meaning::Ignored);
        let has = |meaning: &Meaning| sheet.column(meaning).is_some();
        let is_it = match kind {
            TableKind::Results => has_units(&sheet, edition),
            TableKind::Scorecard => {
                has(&Meaning::Own) || has(&Meaning::Verified) || has(&Meaning::WhatIf)
            }
            TableKind::Components => has(&Meaning::MaxPoints) && has(&Meaning::Name),
        };
        if is_it { known.count() } else { 0 }
    };
    // The first of the best: the earlier kinds ask for more.
    let mut best = (0, None);
    for kind in kinds {
        let worth = worth(kind);
        if worth > best.0 {
            best = (worth, Some(kind));
        }
    }
    best.1
}

/// Whether some rows below the headings are units of the edition.
fn has_units(sheet: &Sheet<'_>, edition: &Edition) -> bool {
    let names = UnitNames::of(edition.units());
    let columns = [&Meaning::Unit, &Meaning::Code];
    let mut cells = (sheet.first_row..sheet.grid.rows.len())
        .take(LOOKED_AT)
        .flat_map(|row| columns.map(|meaning| sheet.text(row, meaning)));
    cells.any(|cell| matches!(names.find(cell), UnitMatch::One(_) | UnitMatch::Several(_)))
}

#[cfg(test)]
mod tests {
    use super::table_kind;
    use crate::{TableKind, read_paste};

    #[test]
    fn a_table_is_what_its_headings_and_rows_say() {
        let catalogue = crate::official_catalogue().unwrap();
        let edition = catalogue.edition("2022").unwrap();
        for (text, kind) in [
            ("Tên\tĐiểm\nHuế\t0,69", Some(TableKind::Results)),
            (
                "TT\tTên\tĐiểm\tQuy tắc\n1.1\tA\t10\t",
                Some(TableKind::Components),
            ),
            ("TT\tTên\tĐiểm\n1.1\tA\t10", Some(TableKind::Components)),
            (
                "TT\tĐiểm tối đa\tTự đánh giá\n1.1\t10\t5",
                Some(TableKind::Scorecard),
            ),
            ("a\tb\n1\t2", None),
        ] {
            assert_eq!(
                table_kind(&read_paste(text).unwrap(), edition),
                kind,
                "{text}"
            );
        }
    }
}
