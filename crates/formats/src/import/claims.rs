//! Which column has a meaning that several claim.

use super::Meaning;
use super::columns::{Basis, Column, Heading};
use super::findings::{FindingKind, Findings};
use super::years::year_in;

/// Leaves each meaning to one column: what the reader chose, the surer heading, the edition's year.
pub(super) fn settle(
    columns: &mut [Column],
    headings: &[Heading],
    year: Option<u16>,
    findings: &mut Findings,
) {
    let claim = |place: usize, column: &Column| {
        let heading = headings.get(place);
        let sureness = heading
            .and_then(|heading| heading.meaning.as_ref())
            .map(|(_, sure)| *sure);
        let written = year_in(&column.heading);
        let of_year = match (written, year) {
            (Some(own), Some(year)) if own == year => 2,
            (None, _) => 1,
            _ => 0,
        };
        (column.basis == Basis::Chosen, sureness, of_year)
    };
    for place in 0..columns.len() {
        let Some(column) = columns.get(place) else {
            return;
        };
        let meaning = column.meaning.clone();
        if meaning == Meaning::Ignored {
            continue;
        }
        let own = claim(place, column);
        let same = columns.iter().enumerate();
        let rival = same
            .filter(|(other, column)| *other != place && column.meaning == meaning)
            .map(|(other, column)| (claim(other, column), other))
            .max_by_key(|(claim, _)| *claim);
        match rival {
            Some((claim, _)) if claim > own => {
                if let Some(column) = columns.get_mut(place) {
                    column.meaning = Meaning::Ignored;
                    column.basis = Basis::Unknown;
                }
            }
            Some((claim, first)) if claim == own && first < place => {
                findings.column(place, FindingKind::ColumnTwice { meaning, first });
            }
            _ => {}
        }
    }
}
