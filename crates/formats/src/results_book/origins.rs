//! The second sheet of a results workbook: what stood there before, and where each figure is from.

use super::Results;
use super::results::title;
use super::words::Word;
use crate::{BookCell, BookSheet, Cell, Look};

pub(super) fn sheet(results: &Results<'_>) -> BookSheet {
    let language = results.language;
    let provenance = results.edition.provenance();
    let mut headings = vec![
        language.word(Word::Unit),
        language.word(Word::BaselineRank),
        language.word(Word::BaselineTotal),
    ];
    headings.extend(
        results
            .mains
            .iter()
            .map(|&node| results.indicator_name(node)),
    );
    let heading = |text: &str| BookCell::text(text).with_look(Look::Heading);
    let mut rows = vec![
        vec![BookCell::text(title(results)).with_look(Look::Title)],
        headings.into_iter().map(heading).collect(),
    ];
    for (standing, unit) in results.lines() {
        let mut cells = vec![
            BookCell::text(results.unit_name(standing.position)),
            BookCell::plain(Cell::whole(standing.baseline_rank)),
            BookCell::number(standing.baseline_score, results.shown),
        ];
        cells.extend(results.mains.iter().map(|&node| {
            let origin = unit.card.origin(node);
            BookCell::text(origin.map_or("", |origin| language.origin(provenance, origin)))
        }));
        rows.push(cells);
    }
    let mut widths = vec![26, 10, 10];
    widths.resize(results.mains.len() + 3, 12);
    BookSheet {
        name: language.word(Word::Origins).to_owned(),
        widths,
        frozen: (2, 1),
        rows,
    }
}
