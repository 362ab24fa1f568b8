//! What kind of table one is, where the reader has not said.

use super::assessment::STAGES;
use super::columns::{Sheet, Wanted};
use super::findings::Findings;
use super::unit_names::{UnitMatch, UnitNames};
use super::years::year_in;
use super::{Choices, Meaning, TableKind};
use crate::{Grid, OldFont};
use dti_engine::model::Edition;
use std::borrow::Cow;

/// Rows that are looked at for names of units.
const LOOKED_AT: usize = 30;

/// The kind of table from whose headings most is understood; `None` where no row looks like headings.
pub fn table_kind(grid: &Grid, edition: &Edition) -> Option<TableKind> {
    best_kind(grid, edition).map(|(_, kind)| kind)
}

/// The sheet of a workbook of which most is understood, by its place. Of several it is the one named
/// by the edition's year, then the longest. Covers, notes and lists of sources are no tables.
pub fn best_sheet(sheets: &[(String, Grid)], edition: &Edition) -> Option<usize> {
    let year = edition.header().year;
    let mut best = None;
    for (place, (name, grid)) in sheets.iter().enumerate() {
        let font = OldFont::of(grid);
        let read = font.map_or(Cow::Borrowed(grid), |font| {
            Cow::Owned(font.to_unicode(grid))
        });
        let Some((known, _)) = best_kind(&read, edition) else {
            continue;
        };
        let worth = (known, year_in(name) == Some(year), grid.rows.len());
        if best.is_none_or(|(own, _)| worth > own) {
            best = Some((worth, place));
        }
    }
    best.map(|(_, place)| place)
}

/// How many columns are understood, and as which kind of table.
fn best_kind(grid: &Grid, edition: &Edition) -> Option<(usize, TableKind)> {
    let kinds = [
        TableKind::Results,
        TableKind::Scorecard,
        TableKind::Components,
    ];
    // The first of the best: the earlier kinds ask for more.
    let mut best = None;
    for kind in kinds {
        let known = known_columns(grid, edition, kind);
        if known > best.map_or(0, |(known, _)| known) {
            best = Some((known, kind));
        }
    }
    // Without components a scorecard that has them is their list too.
    let framework = edition.framework();
    let is_bare = framework
        .mains()
        .all(|main| framework.indicator(main).children.is_empty());
    match best {
        Some((known, TableKind::Scorecard))
            if is_bare && known_columns(grid, edition, TableKind::ListAndCard) > 0 =>
        {
            Some((known, TableKind::ListAndCard))
        }
        best => best,
    }
}

/// How many columns of a table are understood; none where it lacks what its kind needs.
fn known_columns(grid: &Grid, edition: &Edition, kind: TableKind) -> usize {
    let wanted = Wanted {
        kind,
        framework: edition.framework(),
        highest: edition.framework().total().value(),
        year: None,
    };
    let sheet = Sheet::understood(grid, &wanted, &Choices::default(), &mut Findings::default());
    let has = |meaning: &Meaning| sheet.column(meaning).is_some();
    let is_it = match kind {
        TableKind::Results => has_units(&sheet, edition),
        TableKind::Scorecard => STAGES.iter().any(has),
        TableKind::Components => has(&Meaning::MaxPoints) && has(&Meaning::Name),
        TableKind::ListAndCard => {
            let is_numbered = has(&Meaning::Number) || has(&Meaning::Id);
            is_numbered && has(&Meaning::MaxPoints) && has(&Meaning::Name)
        }
    };
    let known = sheet.columns.iter();
    let known = known.filter(|column| column.meaning != Meaning::Ignored);
    if is_it { known.count() } else { 0 }
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
    use super::{best_sheet, table_kind};
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

    #[test]
    fn the_best_sheet_is_the_fullest_of_the_editions_year() {
        let catalogue = crate::official_catalogue().unwrap();
        let edition = catalogue.edition("2022").unwrap();
        let best = |sheets: &[(&str, &str)]| {
            let sheet =
                |(name, text): &(&str, &str)| ((*name).to_owned(), read_paste(text).unwrap());
            let sheets: Vec<_> = sheets.iter().map(sheet).collect();
            best_sheet(&sheets, edition)
        };
        let cover = ("Bìa", "BÁO CÁO\tnăm 2022\nTỉnh\tHuế\nĐiểm\t0,69");
        let short = ("2021", "Tên\tĐiểm\nHuế\t0,69\nĐà Nẵng\t0,8");
        let named = ("DTI 2022", "Tên\tĐiểm\nHuế\t0,69");
        let full = ("Nháp", "Tên\tĐiểm\tHạng\nHuế\t0,69\t4");
        let old = (
            "VnTime",
            "T\u{aa}n\t\u{a7}i\u{d3}m\tH\u{b9}ng\nQu\u{b6}ng Ninh\t0,7\t3",
        );
        assert_eq!(best(&[cover, short, named]), Some(2));
        assert_eq!(best(&[short, named, full]), Some(2));
        assert_eq!(best(&[short, old]), Some(1));
        assert_eq!(best(&[("Ghi chú", "a\tb\n1\t2")]), None);
    }
}
