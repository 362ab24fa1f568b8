//! Sheets of one workbook that are one table: a sheet for each main indicator, all laid out alike.

use super::columns::{Sheet, Wanted};
use super::findings::Findings;
use super::kind::table_kind;
use super::numbering::{main_named, parts};
use super::{Choices, Meaning, TableKind};
use crate::{Grid, OldFont};
use dti_engine::model::{Edition, Framework};
use std::collections::BTreeSet;

/// A sheet as a part of a whole.
struct Part {
    kind: TableKind,
    /// What its columns are, without what is left out at their end.
    meanings: Vec<Meaning>,
    /// Its headings, with titles above.
    head: Vec<Vec<String>>,
    rows: Vec<Vec<String>>,
    /// Numbers of components.
    numbers: BTreeSet<String>,
}

/// The rows of all sheets that have lists or scorecards in the same columns as the first of them, below
/// the headings of that one; `None` where it is alone, or where a component stands in two of them: they
/// are years or drafts of one table. A sheet named by a main indicator that no row of it names gets a
/// row that does.
pub fn joined_sheets(sheets: &[(String, Grid)], edition: &Edition) -> Option<Grid> {
    let all = sheets.iter().filter_map(|sheet| part(sheet, edition));
    let mut parts = all.filter(|part| part.kind != TableKind::Results);
    let mut whole = parts.next()?;
    let mut is_alone = true;
    for part in parts {
        if part.kind != whole.kind || part.meanings != whole.meanings {
            continue;
        }
        if !whole.numbers.is_disjoint(&part.numbers) {
            return None;
        }
        is_alone = false;
        whole.numbers.extend(part.numbers);
        // Columns without a meaning may go on behind those of the first.
        let width = whole.meanings.len();
        whole.rows.extend(part.rows.into_iter().map(|mut row| {
            row.truncate(width);
            row
        }));
    }
    let rows = whole.head.into_iter().chain(whole.rows).collect();
    (!is_alone).then_some(Grid { rows })
}

fn part((name, grid): &(String, Grid), edition: &Edition) -> Option<Part> {
    let font = OldFont::of(grid);
    let grid = font.map_or_else(|| grid.clone(), |font| font.to_unicode(grid));
    let kind = table_kind(&grid, edition)?;
    let framework = edition.framework();
    let wanted = Wanted {
        kind,
        framework,
        highest: framework.total().value(),
        year: None,
    };
    let choices = Choices::default();
    let sheet = Sheet::understood(&grid, &wanted, &choices, &mut Findings::default());
    let mut meanings: Vec<Meaning> = sheet
        .columns
        .iter()
        .map(|column| column.meaning.clone())
        .collect();
    while meanings.last() == Some(&Meaning::Ignored) {
        meanings.pop();
    }
    let numbers = (sheet.first_row..grid.rows.len())
        .map(|row| sheet.text(row, &Meaning::Number))
        .filter(|number| parts(number).is_some_and(|parts| parts.len() > 1));
    let numbers = numbers.map(str::to_owned).collect();
    let title = title(&sheet, name, framework);
    let (head, rows) = grid.rows.split_at_checked(sheet.first_row)?;
    Some(Part {
        kind,
        meanings,
        head: head.to_vec(),
        rows: title.into_iter().chain(rows.iter().cloned()).collect(),
        numbers,
    })
}

/// A row that names the main indicator of a sheet's name.
fn title(sheet: &Sheet<'_>, name: &str, framework: &Framework) -> Option<Vec<String>> {
    let main = main_named(framework, name)?;
    let column = sheet.column(&Meaning::Name)?;
    let mut rows = sheet.first_row..sheet.grid.rows.len();
    if rows.any(|row| main_named(framework, sheet.cell(row, column)).is_some()) {
        return None;
    }
    let mut row = vec![String::new(); column];
    row.push(framework.indicator(main).name.vi.clone());
    Some(row)
}

#[cfg(test)]
mod tests {
    use super::joined_sheets;
    use crate::{Choices, Grid, read_component_list, read_paste};

    fn sheets(given: &[(&str, &str)]) -> Vec<(String, Grid)> {
        let sheet = |(name, text): &(&str, &str)| ((*name).to_owned(), read_paste(text).unwrap());
        given.iter().map(sheet).collect()
    }

    #[test]
    fn a_sheet_a_main_indicator_is_one_list() {
        let catalogue = crate::official_catalogue().unwrap();
        let edition = catalogue.edition("2022").unwrap();
        let cover = ("Bìa", "BÁO CÁO\tnăm 2022");
        let first = (
            "1. Nhận thức số",
            "Bảng 1\nTT\tTên chỉ số\tĐiểm tối đa\n1.1\tKế hoạch\t60\n1.2\tĐào tạo\t40",
        );
        let second = (
            "Sheet2",
            "TT\tTên chỉ số\tĐiểm tối đa\tGhi chú\n2\tThể chế số\t100\tx\n2.1\tNghị quyết\t100",
        );
        let other = ("Khác", "Tên chỉ số\tTT\tĐiểm tối đa\nA\t3.1\t100");
        let grid = joined_sheets(&sheets(&[cover, first, second, other]), edition).unwrap();
        assert_eq!(grid.rows.len(), 7);
        let draft = read_component_list(&grid, edition.framework(), &Choices::default());
        let list = draft.finish().unwrap();
        let ids: Vec<&str> = list.rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids, ["awareness.1", "awareness.2", "institutions.1"]);
        let draft = ("Nháp", first.1);
        for alone in [
            &[cover, first][..],
            &[first, other],
            &[cover],
            &[first, second, draft],
        ] {
            assert_eq!(joined_sheets(&sheets(alone), edition), None);
        }
    }
}
