//! A table as a reader brings it, whatever file it came from: rows of text cells, nothing
//! understood yet.

/// Between cells, and between rows, of a grid as one text. No cell holds them.
const MARKS: [char; 2] = ['\u{1f}', '\u{1e}'];

/// Rows of text cells; rows may differ in length. Row 0 is row 1 of the file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grid {
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

impl Grid {
    /// As one text, to be handed from module to module.
    pub fn pack(&self) -> String {
        let [cell, row] = MARKS;
        let clean = |text: &String| text.replace(MARKS, " ");
        let rows = self.rows.iter().map(|cells| {
            let cells: Vec<String> = cells.iter().map(clean).collect();
            cells.join(&cell.to_string())
        });
        rows.collect::<Vec<_>>().join(&row.to_string())
    }

    /// From one text.
    pub fn unpack(text: &str) -> Self {
        let [cell, row] = MARKS;
        let cells = |row: &str| row.split(cell).map(str::to_owned).collect();
        Self {
            rows: text.split(row).map(cells).collect(),
        }
    }

    /// The cell at a row and column from 0; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let cells = self.rows.get(row);
        cells
            .and_then(|cells| cells.get(column))
            .map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Grid;

    #[test]
    fn a_grid_goes_from_module_to_module_unchanged() {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect();
        let grid = Grid {
            rows: vec![
                row(&["Hạng", "Tỉnh"]),
                row(&[""]),
                row(&["1", "Huế\n", "x"]),
            ],
        };
        assert_eq!(Grid::unpack(&grid.pack()), grid);
        assert_eq!(
            (grid.cell(2, 1), grid.cell(1, 4), grid.cell(9, 0)),
            ("Huế\n", "", "")
        );
    }
}
