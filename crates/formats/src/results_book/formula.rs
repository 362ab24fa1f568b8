//! Formulas as spreadsheets read them: English names and commas, whatever the reader's language.

use crate::{cell_name, column_name};

/// Decimals at which the noise of binary sums is cut, so that an exact half is rounded up.
const CLEAN: u32 = 10;

/// `D5`, from row and column counted from 0.
pub(super) fn cell(row: usize, column: usize) -> String {
    cell_name((row, column))
}

/// `$D$4`: the same wherever the formula is copied.
pub(super) fn fixed(row: usize, column: usize) -> String {
    format!("${}${}", column_name(column), row + 1)
}

/// `D5:K5`, first and last cell included.
pub(super) fn range(first: (usize, usize), last: (usize, usize)) -> String {
    format!("{}:{}", cell_name(first), cell_name(last))
}

/// `$D$4:$K$4`.
pub(super) fn fixed_range(first: (usize, usize), last: (usize, usize)) -> String {
    format!("{}:{}", fixed(first.0, first.1), fixed(last.0, last.1))
}

/// A score kept in `0..=1` and rounded half up, as the framework asks; `None` leaves it unrounded.
pub(super) fn rounded(score: &str, decimals: Option<u32>) -> String {
    let inside = format!("MAX(0,MIN(1,{score}))");
    match decimals {
        None => inside,
        Some(decimals) => format!("ROUND(ROUND({inside},{CLEAN}),{decimals})"),
    }
}

#[cfg(test)]
mod tests {
    use super::{fixed, fixed_range, range, rounded};

    #[test]
    fn cells_stay_or_move_with_the_formula() {
        assert_eq!(range((4, 3), (4, 10)), "D5:K5");
        assert_eq!(fixed_range((3, 3), (3, 10)), "$D$4:$K$4");
        assert_eq!(fixed(3, 2), "$C$4");
    }

    #[test]
    fn noise_is_cut_before_the_half_is_rounded() {
        assert_eq!(
            rounded("A1", Some(4)),
            "ROUND(ROUND(MAX(0,MIN(1,A1)),10),4)"
        );
        assert_eq!(rounded("A1", None), "MAX(0,MIN(1,A1))");
    }
}
