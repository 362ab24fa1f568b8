//! Where figures of a table come from, as our own tables say it: in a column beside each indicator, or
//! on a sheet of its own. An estimate that is read back is no figure: it stays an estimate.

use super::columns::Sheet;
use crate::{Grid, fold};

/// What stands behind an indicator's name above a column of origins.
const HEADINGS: [&str; 2] = ["nguon goc", "origin"];
/// How such a column is headed where a sheet is put beside another.
const BESIDE: &str = "nguồn gốc";
/// Names of the sheet that has them all, folded.
const SHEETS: [&str; 2] = ["nguon goc", "origins"];
/// What says that a figure is an estimate, folded.
const ESTIMATED: [&str; 2] = ["uoc tinh", "estimated"];
/// The row of its headings, and the columns before the indicators.
const HEADING_ROW: usize = 1;
const BEFORE: usize = 3;

/// The column that says where the figures of another come from.
pub(super) fn origin_column(sheet: &Sheet<'_>, column: usize) -> Option<usize> {
    let heading = &sheet.columns.get(column)?.heading;
    let is_own = |other: &str| {
        let split = other.rsplit_once(':');
        split.is_some_and(|(name, what)| {
            HEADINGS.contains(&fold(what).as_str()) && fold(name) == fold(heading)
        })
    };
    sheet
        .columns
        .iter()
        .position(|other| is_own(&other.heading))
}

/// Whether a cell of such a column says that the figure is an estimate.
pub(super) fn is_estimate(text: &str) -> bool {
    ESTIMATED.contains(&fold(text).as_str())
}

/// A sheet of a workbook with what its sheet of origins says beside it, where both are of one of our
/// own workbooks of results; any other as it is.
pub fn with_origins(sheet: &Grid, sheets: &[(String, Grid)]) -> Grid {
    let mut grid = sheet.clone();
    let origins = sheets
        .iter()
        .find(|(name, own)| SHEETS.contains(&fold(name).as_str()) && own != sheet);
    if let Some((_, origins)) = origins {
        put_beside(&mut grid, origins);
    }
    grid
}

/// Puts a column of origins behind the last one for each indicator of both.
fn put_beside(grid: &mut Grid, origins: &Grid) -> Option<()> {
    let headings = origins.rows.get(HEADING_ROW)?;
    let unit = headings.first()?;
    let indicators = || headings.iter().enumerate().skip(BEFORE);
    let has = |row: &Vec<String>, text: &String| row.contains(text);
    let is_heading =
        |row: &&Vec<String>| has(row, unit) && indicators().all(|(_, name)| has(row, name));
    let heading_row = grid.rows.iter().position(|row| is_heading(&row))?;
    let unit_column = grid
        .rows
        .get(heading_row)?
        .iter()
        .position(|own| own == unit)?;
    let width = grid.rows.iter().map(Vec::len).max()?;
    for (place, row) in grid.rows.iter_mut().enumerate() {
        let name = row.get(unit_column).cloned().unwrap_or_default();
        let said = origins.rows.iter().skip(HEADING_ROW + 1);
        let mut said = said.filter(|own| !name.is_empty() && own.first() == Some(&name));
        let said = said.next_back().cloned().unwrap_or_default();
        row.resize(width, String::new());
        for (column, indicator) in indicators() {
            row.push(match place.cmp(&heading_row) {
                std::cmp::Ordering::Less => String::new(),
                std::cmp::Ordering::Equal => format!("{indicator}: {BESIDE}"),
                std::cmp::Ordering::Greater => said.get(column).cloned().unwrap_or_default(),
            });
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::with_origins;
    use crate::{
        Book, BookContent, Cell, Choices, FindingKind, Form, Grid, Severity, csv, read_csv,
        read_results, results_change, results_part,
    };
    use crate::{BookLanguage, results_book};
    use dti_engine::calculator::Calculator;
    use dti_engine::model::{Exact, Origin, ResultsRow, ResultsTable, Scenario};
    use proptest::prelude::*;

    fn text(content: &BookContent) -> String {
        match content {
            BookContent::Plain(Cell::Text(text)) => text.clone(),
            BookContent::Plain(Cell::Empty) => String::new(),
            // A workbook keeps floats, which come back with all their digits.
            BookContent::Plain(Cell::Number(value, _)) | BookContent::Formula(_, value, _) => {
                value.to_short_text(12)
            }
        }
    }

    fn sheets(book: &Book) -> Vec<(String, Grid)> {
        let grid = |rows: &Vec<Vec<_>>| Grid {
            rows: rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|cell: &crate::BookCell| text(&cell.content))
                        .collect()
                })
                .collect(),
        };
        let sheets = book.sheets.iter();
        sheets
            .map(|sheet| (sheet.name.clone(), grid(&sheet.rows)))
            .collect()
    }

    /// A calculator on the official editions with a table of a reader's in one of them.
    fn with_table(table: &ResultsTable) -> Calculator {
        let official = crate::official().unwrap();
        let part = results_part(official.edition(&table.edition).unwrap(), table);
        crate::official_with(part).unwrap()
    }

    /// Reads all results of an edition back, out of a workbook or out of a table of texts.
    fn read_back(calculator: &Calculator, edition: &str, language: BookLanguage) -> ResultsTable {
        let book = results_book(calculator, &Scenario::baseline(edition), language).unwrap();
        let sheets = sheets(&book);
        let grid = with_origins(&sheets[0].1, &sheets);
        let edition = calculator.edition(edition).unwrap();
        let read = read_results(&grid, edition, &Choices::default());
        let errors = read.findings.iter();
        let mut errors = errors.filter(|finding| finding.severity() == Severity::Error);
        assert_eq!(errors.next(), None);
        let left_out = |kind: &FindingKind| matches!(kind, FindingKind::EstimatesLeftOut(_));
        let is_complete = edition.rows().iter().all(|row| row.indicators.len() >= 8);
        let has_estimates = read.findings.iter().any(|finding| left_out(&finding.kind));
        assert_eq!(has_estimates, !is_complete);
        // The same as a table of texts, in the form of the other language.
        let rows: Vec<Vec<Cell>> = grid
            .rows
            .iter()
            .map(|row| row.iter().map(|text| Cell::Text(text.clone())).collect())
            .collect();
        let again = read_csv(csv(&rows, Form::International).as_bytes()).unwrap();
        let again = read_results(&again, edition, &Choices::default());
        let table = read.finish().unwrap();
        assert_eq!(again.finish().as_ref(), Ok(&table));
        table
    }

    #[test]
    fn results_of_every_edition_come_back_with_nothing_changed() {
        let calculator = crate::official().unwrap();
        for id in ["2022", "2023", "2024", "2024-34"] {
            for language in [BookLanguage::Vi, BookLanguage::En] {
                let table = read_back(&calculator, id, language);
                let edition = calculator.edition(id).unwrap();
                let change = results_change(edition, &table);
                assert_eq!((change.from_estimated, change.replaced), (0, 0), "{id}");
                assert_eq!(change.units, edition.units().len());
                let own = with_table(&table);
                // A rank that was not on file is now: the one that follows from the totals.
                for (after, before) in own.edition(id).unwrap().rows().iter().zip(edition.rows()) {
                    assert_eq!(after.indicators, before.indicators);
                    assert_eq!(after.total, before.total);
                }
            }
        }
    }

    /// Some figures of some units, as a reader may have them.
    fn tables() -> impl Strategy<Value = ResultsTable> {
        let row = (0..63_usize, 0..8_usize, 3_000..9_000_i64);
        prop::collection::vec(row, 1..40).prop_map(|picks| {
            let official = crate::official().unwrap();
            let edition = official.edition("2022").unwrap();
            let mains: Vec<_> = edition.framework().mains().collect();
            let mut rows: Vec<ResultsRow> = Vec::new();
            for (unit, main, score) in picks {
                let unit = edition.units()[unit].id.clone();
                let id = edition.framework().indicator(mains[main]).id.clone();
                let found = rows.iter().position(|row| row.unit == unit);
                let place = found.unwrap_or(rows.len());
                if found.is_none() {
                    rows.push(ResultsRow {
                        unit,
                        ..ResultsRow::default()
                    });
                }
                let scores = &mut rows[place].scores;
                if scores.iter().all(|(own, _)| *own != id) {
                    scores.push((id, Exact::decimal(score, 4)));
                }
            }
            ResultsTable {
                edition: "2022".to_owned(),
                rows,
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn figures_of_a_reader_come_back_as_such_and_estimates_stay_estimates(table in tables()) {
            let own = with_table(&table);
            // A table may leave no room for what is not known of a unit.
            prop_assume!(own.simulate(&Scenario::baseline("2022")).is_ok());
            let back = with_table(&read_back(&own, "2022", BookLanguage::Vi));
            let [before, after] = [&own, &back].map(|own| own.edition("2022").unwrap().rows());
            for (before, after) in before.iter().zip(after) {
                prop_assert_eq!(&before.indicators, &after.indicators);
                prop_assert_eq!(&before.total, &after.total);
            }
            let loaded = |calculator: &Calculator| {
                let rows = calculator.edition("2022").unwrap().rows();
                let figures = rows.iter().flat_map(|row| row.indicators.values());
                figures.filter(|figure| figure.origin == Origin::Loaded).count()
            };
            prop_assert_eq!(loaded(&own), loaded(&back));
        }
    }
}
